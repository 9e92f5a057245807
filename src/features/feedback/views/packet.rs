//! What is handed over of a theme: the problem in a line, how many people, the trend, quotes with links, and nobody's name;
//! as Markdown for people and as JSON for programs.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::discord::ui::file::File;
use crate::discord::ui::view::View;
use crate::error::Message;
use crate::features::feedback::rules::People;
use crate::features::feedback::webhook::Filling;
use crate::features::feedback::{Item, Whole};
use crate::i18n::{Locale, plain};
use crate::ids::GuildId;
use crate::text::limits;
use crate::text::rfc3339;
use crate::text::safe::Safe;

use super::{handover, link, tag_plain, tell};

/// The version of the JSON; it rises when something in it changes its meaning.
const SCHEMA: u32 = 1;
/// How many quotes are handed over.
const QUOTES: usize = 20;
/// How much of a quote, in UTF-16 units.
const QUOTE: usize = 1_000;

/// How long a title is at most in a tracker, in UTF-16 units.
const TITLE: usize = 240;

/// Both files, for whoever hands it over; and what becomes of it in the tracker, where there is one.
pub fn packet(locale: Locale, guild: GuildId, whole: &Whole, people: &People) -> View {
    let name = format!("theme-{}", whole.theme.number);
    let tracker = whole.handover.as_ref().map(|handed| handover::line(locale, handed));
    View::text(Safe::join([Some(tell(locale, "packet-told")), tracker].into_iter().flatten(), "\n"))
        .file(File::text(format!("{name}.md"), markdown(locale, guild, whole, people)))
        .file(File::text(format!("{name}.json"), format!("{:#}", json_of(guild, whole, people))))
}

/// The same for the tracker.
pub fn filling(locale: Locale, guild: GuildId, whole: &Whole, people: &People, key: &str) -> Filling {
    let tags: Vec<String> = whole.tags.iter().map(|tag| tag_plain(Locale::En, tag)).collect();
    Filling {
        title: inert(&limits::cut_words(&one_line(&whole.theme.title), TITLE)),
        text: markdown(locale, guild, whole, people),
        people: whole.people,
        items: whole.items.len(),
        theme: whole.theme.number,
        status: whole.theme.status.as_str(),
        tags: tags.join(", "),
        server: guild.to_string(),
        key: key.to_owned(),
        packet: json_of(guild, whole, people),
    }
}

/// What everyone can read, the latest first.
fn quoted(whole: &Whole) -> impl Iterator<Item = &Item> {
    whole.items.iter().filter(|item| item.is_public).take(QUOTES)
}

fn markdown(locale: Locale, guild: GuildId, whole: &Whole, people: &People) -> String {
    let say = |message: Message| plain(locale, &message);
    let mut text = format!("# {}\n\n", inert(&one_line(&whole.theme.title)));
    let mut line = |message: Message| _ = writeln!(text, "- {}", say(message));
    line(Message::new("packet-people").with("people", whole.people).with("items", whole.items.len()));
    line(Message::new("packet-trend").with("now", people.now).with("before", trend(people)));
    line(Message::new("packet-status").with("status", whole.theme.status.message()));
    if !whole.tags.is_empty() {
        let tags = whole.tags.iter().map(|tag| tag_plain(locale, tag)).collect::<Vec<_>>().join(", ");
        line(Message::new("packet-tags").with("tags", tags));
    }
    for item in quoted(whole) {
        let words = limits::cut_words(&item.text, QUOTE);
        text.push('\n');
        // As code, in which a tracker mentions nobody and links nothing.
        for words in words.split(['\n', '\r']) {
            _ = writeln!(text, ">     {words}");
        }
        let source = link(guild, item).unwrap_or_default();
        _ = writeln!(text, "> — {} {source}", rfc3339::format(item.said));
    }
    text
}

/// In no language of its own: tags that every server has are called as in English.
fn json_of(guild: GuildId, whole: &Whole, people: &People) -> Value {
    let quotes = quoted(whole).map(|item| {
        json!({
            "text": limits::cut_words(&item.text, QUOTE),
            "is_quote": item.is_quote,
            "said_at": rfc3339::format(item.said),
            "link": link(guild, item),
        })
    });
    json!({
        "schema": SCHEMA,
        "theme": whole.theme.number,
        "title": whole.theme.title,
        "status": whole.theme.status.as_str(),
        "reason": whole.theme.reason,
        "people": whole.people,
        "items": whole.items.len(),
        "people_last_7_days": people.now,
        "people_four_weeks_before": people.before,
        "tags": whole.tags.iter().map(|tag| tag_plain(Locale::En, tag)).collect::<Vec<_>>(),
        "quotes": quotes.collect::<Vec<_>>(),
    })
}

/// The people of the four weeks before, the earliest first: "1, 0, 2, 1".
fn trend(people: &People) -> String {
    people.before.iter().rev().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A title of one line in which a tracker mentions nobody and links nothing: as code, where it would.
fn inert(title: &str) -> String {
    if title.contains(['@', '#', '<', '[', '`']) || title.contains("://") {
        format!("`{}`", title.replace('`', ""))
    } else {
        title.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_mentions_nobody() {
        assert_eq!(inert("Export loses files"), "Export loses files");
        assert_eq!(inert("Ask `@octocat` about #7"), "`Ask @octocat about #7`");
    }
}
