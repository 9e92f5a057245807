//! Who can't ask in a session, as moderators see it.

use std::collections::HashMap;

use crate::discord::ui::view::{Embed, Select, SelectOption, View};
use crate::error::Message;
use crate::features::ama::{Block, Blocked, Session};
use crate::i18n::{Locale, say};
use crate::ids::MemberId;
use crate::text::limits;
use crate::text::safe::Safe;

use super::{id, tell};

/// How much of a question stands in a line.
const QUESTION: usize = 80;

/// The blocks, each of which can be lifted. `names` are what members are called, as far as Discord has said it.
pub fn list(locale: Locale, session: &Session, blocks: &[Block], names: &HashMap<MemberId, String>) -> View {
    let title = say(locale, &Message::new("ama-blocks").with("title", &session.plan.title));
    if blocks.is_empty() {
        return View::embed(Embed::titled(title).description(tell(locale, "ama-blocks-none")));
    }
    let shown = (1..).zip(blocks.iter().take(limits::OPTIONS));
    let lines = Safe::join(shown.clone().map(|(place, block)| line(locale, place, block)), "\n");
    let menu = Select::new(id("lift", session.id.get()), tell(locale, "ama-unblock"));
    let options =
        shown.map(|(place, block)| SelectOption::new(value(block.blocked), label(locale, place, block, names)));
    let menu = options.fold(menu, Select::option);
    View::embed(Embed::titled(title).description(lines)).select(menu)
}

fn line(locale: Locale, place: i64, block: &Block) -> Safe {
    let by = say(locale, &Message::new("ama-blocks-by").with("member", block.by));
    let who = match block.blocked {
        Blocked::Member(member) => say(locale, &Message::new("ama-member").with("member", member)),
        Blocked::Asker(_) => asker(locale, block),
    };
    let said = Safe::join([who, by], " · ");
    Safe::join([Safe::ours(format!("{place}. ")), said], "")
}

/// A menu shows no mentions: a member is in it by name, or else by the number in the list above.
fn label(locale: Locale, place: i64, block: &Block, names: &HashMap<MemberId, String>) -> Safe {
    match block.blocked {
        Blocked::Member(member) => match names.get(&member) {
            Some(name) => Safe::escape(name),
            None => say(locale, &Message::new("ama-blocks-member").with("place", place)),
        },
        Blocked::Asker(_) => asker(locale, block),
    }
}

fn asker(locale: Locale, block: &Block) -> Safe {
    match block.question.as_deref().filter(|words| !words.is_empty()) {
        Some(words) => {
            let words = limits::cut_words(&words.split_whitespace().collect::<Vec<_>>().join(" "), QUESTION);
            say(locale, &Message::new("ama-blocks-asker").with("question", words))
        }
        None => tell(locale, "ama-blocks-asker-gone"),
    }
}

/// What a block is called in the menu.
fn value(blocked: Blocked) -> String {
    match blocked {
        Blocked::Asker(question) => format!("question.{question}"),
        Blocked::Member(member) => format!("member.{member}"),
    }
}

/// The block that was chosen.
pub fn chosen(value: &str) -> Option<Blocked> {
    match value.split_once('.')? {
        ("question", row) => row.parse().ok().map(Blocked::Asker),
        ("member", row) => row.parse().ok().map(Blocked::Member),
        _ => None,
    }
}
