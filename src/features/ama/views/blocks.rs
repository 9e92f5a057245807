//! Who can't ask in a session, as moderators see it.

use crate::discord::ui::view::{Embed, Select, SelectOption, View};
use crate::error::Message;
use crate::features::ama::{Block, Blocked, Session};
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::safe::Safe;

use super::{id, tell};

/// How much of a question stands in a line.
const QUESTION: usize = 80;

/// The blocks, each of which can be lifted.
pub fn list(locale: Locale, session: &Session, blocks: &[Block]) -> View {
    let title = say(locale, &Message::new("ama-blocks").with("title", &session.plan.title));
    if blocks.is_empty() {
        return View::embed(Embed::titled(title).description(tell(locale, "ama-blocks-none")));
    }
    let shown = blocks.iter().take(limits::OPTIONS);
    let lines = Safe::join(shown.clone().map(|block| line(locale, block)), "\n");
    let menu = Select::new(id("lift", session.id.get()), tell(locale, "ama-unblock"));
    let menu =
        shown.fold(menu, |menu, block| menu.option(SelectOption::new(value(block.blocked), label(locale, block))));
    View::embed(Embed::titled(title).description(lines)).select(menu)
}

fn line(locale: Locale, block: &Block) -> Safe {
    let by = say(locale, &Message::new("ama-blocks-by").with("member", block.by));
    let who = match block.blocked {
        Blocked::Member(member) => say(locale, &Message::new("ama-member").with("member", member)),
        Blocked::Asker(_) => asker(locale, block),
    };
    Safe::join([who, by], " · ")
}

/// A menu knows no mentions.
fn label(locale: Locale, block: &Block) -> Safe {
    match block.blocked {
        Blocked::Member(member) => say(locale, &Message::new("ama-blocks-member").with("id", member.to_string())),
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
