//! What somebody typed comes back with what is wrong with it, so that it is not lost.

use crate::error::Message;
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::safe::Safe;

use super::file::File;
use super::view::{Embed, View};

/// Why something was not taken, and everything that was typed: what does not fit is cut there, and whole in a file.
pub fn returned(locale: Locale, why: &Message, typed: &str) -> View {
    let content = say(locale, why);
    if typed.trim().is_empty() {
        return View::text(content);
    }
    let shown = Safe::escape(typed);
    let fits = shown.len_utf16() <= limits::EMBED_DESCRIPTION;
    let embed = Embed::titled(say(locale, &Message::new("typed-before"))).description(shown);
    let view = View { content: Some(content), ..View::embed(embed) };
    if fits { view } else { view.file(File::text("typed.txt", typed)) }
}
