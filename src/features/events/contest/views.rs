//! What people see of contests: the card and its preview, entries and their list, what moderators work with, and the
//! result.

pub mod contest;
pub mod entry;
pub mod forms;
pub mod list;
pub mod manage;
pub mod preview;
pub mod receipt;
pub mod result;
pub mod review;

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Button, Select, SelectOption};
use crate::error::Message;
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::safe::Safe;

use super::{Entry, NAME, Words};

/// A button or menu of a contest, an entry or a draft.
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

/// Words of people in bold.
fn bold(words: &str) -> Safe {
    Safe::join([Safe::ours("**"), Safe::escape(words), Safe::ours("**")], "")
}

/// "3. The old town".
fn name(entry: &Entry) -> String {
    match entry.number {
        Some(number) => format!("{number}. {}", entry.words.title),
        None => entry.words.title.clone(),
    }
}

/// What was submitted, a paragraph each.
fn words(words: &Words) -> Vec<Safe> {
    let mut parts = vec![bold(&words.title)];
    parts.extend(words.text.as_deref().map(Safe::escape));
    parts.extend(words.link.as_deref().map(link));
    parts
}

/// A link that was checked when it was submitted: it can't end before its >.
fn link(address: &str) -> Safe {
    Safe::ours(format!("<{address}>"))
}

/// A menu of entries, each by its row.
fn menu<'e>(
    locale: Locale,
    id: CustomId,
    placeholder: &'static str,
    entries: impl IntoIterator<Item = &'e Entry>,
) -> Select {
    let option = |entry: &Entry| {
        let label = Safe::escape(&limits::cut_words(&name(entry), limits::OPTION));
        SelectOption::new(entry.id.to_string(), label)
    };
    entries
        .into_iter()
        .take(limits::OPTIONS)
        .map(option)
        .fold(Select::new(id, tell(locale, placeholder)), Select::option)
}
