//! What was typed and not taken, given back: nothing that somebody wrote is lost.

use crate::discord::ui::file::File;
use crate::discord::ui::view::{Embed, View};
use crate::error::Message;
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::safe::Safe;

/// Why something wasn't taken, with what was typed below a title, which is the key of a text.
pub fn returned(locale: Locale, title: &'static str, why: &Message, typed: &str) -> View {
    let content = say(locale, why);
    if typed.trim().is_empty() {
        return View::text(content);
    }
    let shown = Safe::escape(typed);
    let fits = shown.len_utf16() <= limits::EMBED_DESCRIPTION;
    let embed = Embed::titled(say(locale, &Message::new(title))).description(shown);
    let view = View { content: Some(content), ..View::embed(embed) };
    // What doesn't fit is cut there, and whole in a file.
    if fits { view } else { view.file(File::text("typed.txt", typed)) }
}
