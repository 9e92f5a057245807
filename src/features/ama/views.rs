//! What people see of AMA sessions: the prompt and its preview, what becomes of a question, what reviewers and hosts
//! work with, lists and the transcript.

pub mod answer;
pub mod blocks;
pub mod board;
pub mod feed;
pub mod forms;
pub mod list;
pub mod panel;
pub mod preview;
pub mod prompt;
pub mod question;
pub mod receipt;
pub mod review;
pub mod transcript;

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Button, Select, SelectOption};
use crate::error::Message;
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::safe::Safe;

use super::{NAME, Question, Ranked};

/// The argument of a button that asks without a name.
pub const ANONYMOUSLY: &str = "anonymously";
/// The argument of buttons in the queue of reviews.
pub const QUEUE: &str = "queue";
/// The argument of *Next by time*.
pub const BY_TIME: &str = "time";

/// A button or menu of a session, a question or a draft.
pub fn id(verb: &str, row: i64) -> CustomId {
    CustomId::new(NAME, verb, 1, row)
}

/// A text without anything to fill in.
fn tell(locale: Locale, key: &'static str) -> Safe {
    say(locale, &Message::new(key))
}

/// A button with this text.
fn button(locale: Locale, key: &'static str, id: CustomId) -> Button {
    Button::new(tell(locale, key), id)
}

/// Words of people as a quotation, line by line.
fn quote(words: &str) -> Safe {
    let lines = words.lines().map(|line| Safe::join([Safe::ours("> "), Safe::escape(line)], ""));
    Safe::join(lines, "\n")
}

/// Words of people in bold.
fn bold(words: &str) -> Safe {
    Safe::join([Safe::ours("**"), Safe::escape(words), Safe::ours("**")], "")
}

/// "3. When does the map open?", on one line for a menu.
fn option_label(question: &Question) -> Safe {
    let words = question.words.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = match question.number {
        Some(number) => format!("{number}. {words}"),
        None => words,
    };
    Safe::escape(&limits::cut_words(&words, limits::OPTION))
}

/// A menu of questions, each by its row.
fn menu<'q>(
    locale: Locale,
    id: CustomId,
    placeholder: &'static str,
    questions: impl IntoIterator<Item = &'q Question>,
) -> Select {
    let options = questions.into_iter().take(limits::OPTIONS);
    let option = |question: &Question| SelectOption::new(question.id.to_string(), option_label(question));
    options.map(option).fold(Select::new(id, tell(locale, placeholder)), Select::option)
}

/// What it is filed under, where it is.
fn tags(locale: Locale, question: &Question) -> Option<Safe> {
    let tags = question.tags.join(", ");
    (!tags.is_empty()).then(|| say(locale, &Message::new("ama-tagged").with("tags", tags)))
}

/// How many want it answered, as far as there is anything to say.
fn wanted(locale: Locale, one: &Ranked) -> Vec<Safe> {
    let mut said = Vec::new();
    if one.votes > 0 {
        said.push(say(locale, &Message::new("ama-votes").with("count", one.votes)));
    }
    if one.asked_times > 1 {
        said.push(say(locale, &Message::new("ama-asked-times").with("count", one.asked_times)));
    }
    said
}
