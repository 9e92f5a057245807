//! Whether two themes are to be one, and what came of it.

use crate::discord::ui::view::View;
use crate::error::Message;
use crate::features::feedback::Theme;
use crate::i18n::{Locale, say};

use super::{button, id, titled};

/// What merging means; of the theme that becomes a duplicate, how many people and items are behind it.
pub fn ask_to_merge(locale: Locale, from: &Theme, into: &Theme, (people, items): (i64, i64)) -> View {
    let asked = Message::new("feedback-merge-asked")
        .with("from", titled(from))
        .with("into", titled(into))
        .with("people", people)
        .with("items", items);
    let merge = button(locale, "feedback-merge", id("merge", from.id.get()).arg(into.id)).danger();
    let keep = button(locale, "feedback-keep-apart", id("keep-apart", from.id.get()));
    View::text(say(locale, &asked)).row(vec![merge, keep])
}

/// It is one theme now, of so many people.
pub fn merged(locale: Locale, from: &Theme, into: &Theme, people: i64) -> View {
    let told = Message::new("feedback-merged").with("from", titled(from)).with("theme", titled(into));
    View::text(say(locale, &told.with("people", people)))
}
