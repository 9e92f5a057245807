//! What people see of feedback: the preview of an item, the card of a theme, lists and files.

pub mod answer;
pub mod export;
pub mod forms;
pub mod handover;
pub mod list;
pub mod own;
pub mod packet;
pub mod preview;
pub mod suggestion;
pub mod surge;
pub mod theme;

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Button, View};
use crate::error::Message;
use crate::i18n::{Locale, plain, say};
use crate::ids::GuildId;
use crate::text::limits;
use crate::text::safe::Safe;

use super::{Item, NAME, Origin, Tag, Theme};

/// A button or menu of a draft, or of a page.
fn id(verb: &str, row: i64) -> CustomId {
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

/// "#3 Export loses files".
pub fn titled(theme: &Theme) -> Message {
    Message::new("feedback-titled").with("number", theme.number.to_string()).with("title", &theme.title)
}

/// What a tag is called.
fn tag_name(locale: Locale, tag: &Tag) -> Safe {
    match (tag.kind, &tag.name) {
        (Some(kind), _) => tell(locale, kind.key()),
        (None, name) => Safe::escape(name.as_deref().unwrap_or_default()),
    }
}

/// The same where Discord knows no markdown.
pub fn tag_plain(locale: Locale, tag: &Tag) -> String {
    match (tag.kind, &tag.name) {
        (Some(kind), _) => plain(locale, &Message::new(kind.key())),
        (None, name) => name.clone().unwrap_or_default(),
    }
}

/// Words of people between quotation marks, cut after so many UTF-16 units.
fn quote(locale: Locale, words: &str, most: usize) -> Safe {
    say(locale, &Message::new("feedback-quote").with("text", limits::cut_words(words, most)))
}

/// A line above what a view says.
pub fn above(line: Safe, view: View) -> View {
    View { content: Some(Safe::join([Some(line), view.content].into_iter().flatten(), "\n")), ..view }
}

/// Where an item was said.
fn link(guild: GuildId, item: &Item) -> Option<String> {
    let (channel, message) = item.channel.zip(item.message)?;
    Some(format!("https://discord.com/channels/{guild}/{channel}/{message}"))
}

/// Where an item comes from, and whether these are its author's words.
fn source(locale: Locale, guild: GuildId, item: &Item) -> Safe {
    let source = match link(guild, item) {
        Some(link) => Safe::ours(link),
        None => tell(locale, item.from.map_or("feedback-card-noted", Origin::key)),
    };
    let not_quoted = (!item.is_quote && item.message.is_some()).then(|| tell(locale, "feedback-card-own-words"));
    Safe::join([Some(source), not_quoted].into_iter().flatten(), " · ")
}
