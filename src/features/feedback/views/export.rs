//! Feedback as a file: a row for each thing that was said, without who said it.

use std::collections::HashSet;

use crate::discord::ui::file::File;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::features::feedback::{Item, Whole};
use crate::i18n::{Locale, say};
use crate::ids::{ChannelId, GuildId};
use crate::text::rfc3339;
use crate::text::table::{Cell, csv};

use super::{link, tell};

const COLUMNS: [&str; 9] = ["theme", "title", "status", "reason", "people", "said_at", "text", "is_quote", "link"];

/// The file, with what its reader may read; how much that leaves out is said.
pub fn export(locale: Locale, guild: GuildId, all: &[Whole], readable: &HashSet<ChannelId>) -> Result<View> {
    let is_shown = |item: &&Item| item.place().is_none_or(|channel| readable.contains(&channel));
    let mut rows = Vec::new();
    let mut hidden = 0;
    for whole in all {
        let shown: Vec<&Item> = whole.items.iter().filter(is_shown).collect();
        hidden += whole.items.len() - shown.len();
        if shown.is_empty() {
            rows.push(row(guild, whole, None));
        }
        rows.extend(shown.into_iter().map(|item| row(guild, whole, Some(item))));
    }
    if rows.is_empty() {
        return Ok(View::text(tell(locale, "feedback-list-empty")));
    }
    let said = if hidden > 0 {
        say(locale, &Message::new("feedback-exported-hidden").with("count", hidden))
    } else {
        tell(locale, "feedback-exported")
    };
    Ok(View::text(said).file(File::table("feedback.csv", &csv(COLUMNS, rows)?)))
}

fn row(guild: GuildId, whole: &Whole, item: Option<&Item>) -> [Cell; 9] {
    let theme = &whole.theme;
    [
        Cell::from(theme.number),
        Cell::words(&theme.title),
        Cell::plain(theme.status.as_str()),
        Cell::from(theme.reason.as_deref().map(Cell::words)),
        Cell::from(whole.people),
        Cell::from(item.map(|item| Cell::plain(rfc3339::format(item.said)))),
        Cell::from(item.map(|item| Cell::words(&item.text))),
        Cell::from(item.map(|item| Cell::plain(if item.is_quote { "yes" } else { "no" }))),
        Cell::from(item.and_then(|item| link(guild, item)).map(Cell::plain)),
    ]
}
