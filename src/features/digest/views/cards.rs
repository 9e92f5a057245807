//! What managers see in Discord: the digest itself, and the answers about it.

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::file::File;
use crate::discord::ui::view::{Button, Embed, View};
use crate::error::{Arg, Message};
use crate::features::digest::page::safe;
use crate::features::digest::rules::plan::{Plan, Sections, Slot};
use crate::features::digest::store::Kept;
use crate::features::digest::text::{Opening, Page};
use crate::features::digest::{DigestId, NAME};
use crate::features::digest::{Edition, Posted};
use crate::i18n::{Locale, say};
use crate::ids::{ChannelId, GuildId, MessageId};
use crate::text::limits;
use crate::text::safe::Safe;
use crate::text::zone::{Week, Zone};

use super::{posted, refused, section, span_of_days};

/// The button that shows what members would read.
pub const MEMBERS: &str = "members";
/// The button that gives the digest as files.
pub const EXPORT: &str = "export";
/// The button that ends the edition for members.
pub const PUBLIC_OFF: &str = "public-off";

/// The longest that one line of a digest may be; a line of hostile names is cut.
const LINE: usize = 1_024;
/// How much of the 6,000 units of a message is left for what says that lines are missing.
const RESERVE: usize = 200;

/// A digest as it is posted: as many whole lines as fit, and what was missed in any case.
pub fn digest_card(locale: Locale, page: &Page) -> View {
    let line = |part: &String| safe(part).cut_words(LINE);
    let title = safe(&page.title).cut_words(limits::EMBED_TITLE);
    let opening: Vec<Safe> = page.late.iter().chain(&page.lead).map(line).collect();
    let closing: Vec<Safe> = page.notes.iter().map(line).collect();
    let figures: Vec<Safe> = page.lines.iter().map(line).collect();

    let cost = |part: &Safe| part.len_utf16() + 1;
    let mut left = limits::EMBEDS_TOTAL - RESERVE - title.len_utf16();
    let mut fit = |parts: Vec<Safe>| -> (Vec<Safe>, usize) {
        let all = parts.len();
        let fits: Vec<Safe> = parts.into_iter().take_while(|part| take(&mut left, cost(part))).collect();
        let missing = all - fits.len();
        (fits, missing)
    };
    let (opening, closing) = (fit(opening), fit(closing));
    let (figures, missing) = fit(figures);
    let missing = missing + opening.1 + closing.1;
    let shortened = Message::new("digest-shortened").with("count", missing);
    let shortened = (missing > 0).then(|| say(locale, &shortened));

    let parts = opening.0.into_iter().chain(figures).chain(closing.0).chain(shortened);
    let mut embeds = packed(parts);
    if let Some(first) = embeds.first_mut() {
        first.title = Some(title);
    }
    View { embeds, ..View::default() }
}

/// Takes a cost from what is left, if it is there.
fn take(left: &mut usize, cost: usize) -> bool {
    let rest = left.checked_sub(cost);
    *left = rest.unwrap_or(*left);
    rest.is_some()
}

/// Lines in as few descriptions as hold them whole; always one.
fn packed(lines: impl Iterator<Item = Safe>) -> Vec<Embed> {
    let mut texts = vec![Vec::new()];
    let mut used = 0;
    for line in lines {
        let cost = line.len_utf16() + 1;
        if used + cost > limits::EMBED_DESCRIPTION {
            texts.push(Vec::new());
            used = 0;
        }
        used += cost;
        texts.last_mut().into_iter().for_each(|text| text.push(line.clone()));
    }
    let embed = |text: Vec<Safe>| Embed { description: Some(Safe::join(text, "\n")), ..Embed::default() };
    texts.into_iter().map(embed).collect()
}

/// A digest with its picture, if it has one, under a few words on what it is.
pub fn headed(locale: Locale, head: Safe, page: &Page, picture: Option<File>) -> View {
    View { content: Some(head), files: picture.into_iter().collect(), ..digest_card(locale, page) }
}

/// What a preview is, and what will become of it.
pub fn preview_head(plan: &Plan) -> Message {
    let Some(slot) = plan.next else { return Message::new("digest-preview") };
    let head = match plan.channel {
        Some(channel) => Message::new("digest-preview-posts").with("channel", channel),
        None => Message::new("digest-preview-keeps"),
    };
    head.with("at", Arg::Time(slot.due, 'F')).with("ago", Arg::Time(slot.due, 'R'))
}

/// What stands above the week that runs: the one before has its digest.
pub fn running_head(locale: Locale, guild: GuildId, last: Option<&Kept>, today: i64) -> Safe {
    let running = say(locale, &Message::new("digest-now-running"));
    let last = last.map(|last| state(locale, guild, last, today));
    Safe::join(last.into_iter().chain([running]), "\n")
}

/// What became of the editions that were to be posted now.
pub fn posted_now(
    locale: Locale,
    guild: GuildId,
    became: &[(Edition, Posted)],
    read_by_all: impl Fn(ChannelId) -> bool,
) -> View {
    let mut lines: Vec<Safe> = Vec::new();
    for (edition, posted) in became.iter().copied() {
        let key = |staff: &'static str, members: &'static str| match edition {
            Edition::Staff => staff,
            Edition::Members => members,
        };
        let message = match posted {
            Posted::As { channel, .. } => {
                Message::new(key("digest-now-posted", "digest-now-public-posted")).with("channel", channel)
            }
            Posted::Failed { channel, why } => Message::new(key("digest-now-failed", "digest-now-public-failed"))
                .with("channel", channel)
                .with("why", refused(why)),
            Posted::Unknown { channel } => {
                Message::new(key("digest-now-unknown", "digest-now-public-unknown")).with("channel", channel)
            }
            Posted::Sending { .. } | Posted::No => Message::new(key("digest-now-soon", "digest-now-public-soon")),
        };
        let mut text = say(locale, &message);
        if let Posted::As { channel, message } = posted {
            text.push(&link(guild, channel, message));
        }
        lines.push(text);
        if let (Edition::Staff, Posted::As { channel, .. }) = (edition, posted)
            && read_by_all(channel)
        {
            lines.push(say(locale, &Message::new("digest-warn-public").with("channel", channel)));
        }
    }
    View::text(Safe::join(lines, "\n"))
}

/// Gives the files of a digest that is kept.
pub fn export_button(locale: Locale, id: DigestId) -> Button {
    let label = say(locale, &Message::new("digest-button-export"));
    Button::new(label, CustomId::new(NAME, EXPORT, 1, id.get()))
}

/// What is suggested in a digest, a button each.
pub fn suggested_buttons(page: &Page) -> Vec<Button> {
    let button = |one: &Opening| Some(Button::new(safe(&one.label), one.id.parse().ok()?).primary());
    page.suggested.iter().filter_map(button).collect()
}

/// A digest to take along.
pub fn exported(locale: Locale, week: Week, today: i64, files: Vec<File>) -> View {
    View { files, ..View::text(say(locale, &of_week("digest-export", week, today))) }
}

/// Shows what members would read.
pub fn members_button(locale: Locale) -> Button {
    button(locale, "digest-button-members", MEMBERS)
}

fn button(locale: Locale, label: &'static str, verb: &str) -> Button {
    Button::new(say(locale, &Message::new(label)), CustomId::new(NAME, verb, 1, 0))
}

/// What stands above the edition for members.
pub fn members_head(plan: &Plan) -> Message {
    match plan.public {
        Some(channel) => Message::new("digest-members-posts").with("channel", channel),
        None => Message::new("digest-members-off"),
    }
}

/// A week as it is chosen: "2026-W47 · 16–22 November".
pub fn week_choice(week: Week, today: i64) -> Message {
    Message::new("digest-week-choice").with("name", week.to_string()).with("days", span_of_days(week, today))
}

/// What is shown of a plan.
#[derive(Debug, Clone)]
pub struct Shown {
    pub guild: GuildId,
    pub plan: Plan,
    pub zone: Zone,
    /// The features that have a part.
    pub known: Vec<&'static str>,
    /// The latest digest there is.
    pub last: Option<Kept>,
    /// What keeps it from being read by those it is for.
    pub warnings: Vec<Message>,
    /// Today in the server's calendar.
    pub today: i64,
}

/// When and where the digest comes; `saved`: that was changed just now.
pub fn plan_card(locale: Locale, shown: &Shown, saved: bool) -> View {
    let Shown { plan, zone, .. } = shown;
    let comes = match plan.channel {
        Some(channel) => Message::new("digest-plan-posts").with("channel", channel),
        None => Message::new("digest-plan-keeps"),
    };
    let comes = comes
        .with("day", Message::new(format!("every-weekday-{}", plan.weekday.number())))
        .with("time", plan.time.to_string())
        .with("zone", zone.name());
    let mut lines = vec![say(locale, &comes)];
    lines.extend(plan.next.map(|slot| say(locale, &next(slot, shown.today))));
    lines.extend(plan.public.map(|channel| {
        let public = Message::new("digest-plan-public").with("channel", channel);
        say(locale, &public)
    }));
    let sections = Message::new("digest-plan-sections").with("sections", sections(&plan.sections, &shown.known));
    lines.push(say(locale, &sections));
    lines.extend(shown.last.as_ref().map(|last| state(locale, shown.guild, last, shown.today)));
    lines.extend(shown.warnings.iter().map(|warning| say(locale, warning)));

    let embed = Embed::titled(say(locale, &Message::new("digest-plan-title"))).description(Safe::join(lines, "\n"));
    let off = plan.channel.or(plan.public).map(|_| say(locale, &Message::new("digest-plan-off")));
    let embed = Embed { footer: off, ..embed };
    let view = View { content: saved.then(|| say(locale, &Message::new("digest-plan-saved"))), ..View::embed(embed) };
    match plan.public {
        Some(_) => view.row(vec![members_button(locale), button(locale, "digest-button-public-off", PUBLIC_OFF)]),
        None => view,
    }
}

fn next(slot: Slot, today: i64) -> Message {
    of_week("digest-plan-next", slot.week, today)
        .with("at", Arg::Time(slot.due, 'F'))
        .with("ago", Arg::Time(slot.due, 'R'))
}

fn of_week(key: &'static str, week: Week, today: i64) -> Message {
    Message::new(key).with("week", i64::from(week.number())).with("days", span_of_days(week, today))
}

/// The sections of a plan by their names.
pub fn sections(sections: &Sections, known: &[&str]) -> Message {
    if *sections == Sections::All {
        return section("all");
    }
    let named = known.iter().filter(|name| sections.have(name)).map(|name| section(name));
    listed(named).unwrap_or_else(|| section("none"))
}

/// Names with commas between; `None` without any.
pub fn listed(names: impl Iterator<Item = Message>) -> Option<Message> {
    names.reduce(|names, next| Message::new("digest-list").with("names", names).with("next", next))
}

/// What became of the digest of a week.
pub fn state(locale: Locale, guild: GuildId, kept: &Kept, today: i64) -> Safe {
    let mut text = say(locale, &of_week("digest-state", kept.week, today).with("posted", posted(kept.posted)));
    if let Posted::As { channel, message } = kept.posted {
        text.push(&link(guild, channel, message));
    }
    if kept.public != Posted::No {
        let mut public = say(locale, &Message::new("digest-state-public").with("posted", posted(kept.public)));
        if let Posted::As { channel, message } = kept.public {
            public.push(&link(guild, channel, message));
        }
        text = Safe::join([text, public], "\n");
    }
    text
}

/// A space and where a message stands.
pub fn link(guild: GuildId, channel: ChannelId, message: MessageId) -> Safe {
    Safe::ours(format!(" https://discord.com/channels/{guild}/{channel}/{message}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn page(lines: usize, length: usize) -> Page {
        let line = format!("**Line** {}", "word ".repeat(length / 5));
        Page {
            title: "Town, week 47".to_owned(),
            late: Some("Late.".to_owned()),
            lead: Some("A week.".to_owned()),
            lines: vec![line; lines],
            notes: vec!["Not connected for 6 h.".to_owned()],
            suggested: Vec::new(),
        }
    }

    fn description(view: &View, embed: usize) -> &str {
        view.embeds[embed].description.as_ref().map_or("", Safe::as_str)
    }

    #[test]
    fn a_usual_week_is_one_embed() {
        let view = digest_card(Locale::En, &page(12, 120));
        assert_eq!(view.embeds.len(), 1);
        assert_eq!(description(&view, 0).lines().count(), 15);
    }

    #[test]
    fn a_long_week_keeps_whole_lines_and_says_what_is_missing() {
        let view = digest_card(Locale::En, &page(90, 100));
        let text = format!("{}\n{}", description(&view, 0), description(&view, 1));
        assert!(text.starts_with("Late.\nA week.\n**Line** word"), "{text}");
        assert!(text.contains("\nNot connected for 6 h.\n"), "{text}");
        let whole = text.lines().filter(|line| line.starts_with("**Line** word") && line.ends_with("word ")).count();
        assert!(
            text.ends_with(&format!("{} more lines did not fit here; `steward digest` prints them.", 90 - whole)),
            "{text}"
        );
    }

    proptest! {
        #[test]
        fn whatever_a_page_holds_the_message_fits(
            title in "\\PC{0,900}", lead in "\\PC{0,2000}", lines in proptest::collection::vec("(\\PC| ){0,1500}", 0..20),
            notes in proptest::collection::vec("\\PC{0,1200}", 0..12),
        ) {
            let page = Page { title, late: None, lead: Some(lead), lines, notes, suggested: Vec::new() };
            let view = digest_card(Locale::Ru, &page);
            let json = view.json();
            let mut total = 0;
            for (embed, sent) in view.embeds.iter().zip(json["embeds"].as_array().unwrap()) {
                // What the view would cut was cut here, where whole words stay whole.
                let title = embed.title.as_ref().map_or("", Safe::as_str);
                let description = embed.description.as_ref().map_or("", Safe::as_str);
                prop_assert_eq!(sent["title"].as_str().unwrap_or(""), title);
                prop_assert_eq!(sent["description"].as_str().unwrap_or(""), description);
                prop_assert!(limits::len_utf16(title) <= limits::EMBED_TITLE);
                prop_assert!(limits::len_utf16(description) <= limits::EMBED_DESCRIPTION);
                total += limits::len_utf16(title) + limits::len_utf16(description);
            }
            prop_assert!(total <= limits::EMBEDS_TOTAL, "{}", total);
        }
    }
}
