//! What people see of cases: staff the preview, the result, cards and lists, members their notices and
//! their own record.

pub mod card;
pub mod change;
pub mod decision;
pub mod history;
pub mod import;
pub mod ladder;
pub mod list;
pub mod lock;
pub mod mass;
pub mod notice;
pub mod own;
pub mod preview;
pub mod purge;
pub mod result;
pub mod slowmode;
pub mod words;

use crate::clock::Timestamp;
use crate::db::list::{Listed, Slice};
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::pages::Page;
use crate::discord::ui::view::{Embed, View};
use crate::error::Message;
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::Case;
use super::rules::Filter;

/// The receipt of a note.
pub fn noted(locale: Locale, case: &Case) -> View {
    let text =
        say(locale, &Message::new("note-saved").with("number", words::number(case.number)).with("member", case.member));
    View { content: Some(text), ..View::embed(Embed::default().description(Safe::escape(&case.reason))) }
}

/// A page of cases with its buttons; an empty one says what would fill it.
pub fn case_list(locale: Locale, filter: &Filter, page: &Listed<Case>, now: Timestamp) -> View {
    if page.rows.is_empty() {
        let key = if filter.is_empty() { "case-list-empty" } else { "case-list-none-fit" };
        return View::text(say(locale, &Message::new(key)));
    }
    let lines = page.rows.iter().map(|case| say(locale, &list::case_line(case, now)));
    let id = |page| CustomId::new("moderation", "cases", 1, page).arg(filter.encode());
    below(locale, Embed::titled(say(locale, &Message::new("case-list-title"))), page.slice, lines, id)
}

/// A page of cases below what the embed says; its footer counts them: "Page 2 of 3 · 25 cases".
fn below(
    locale: Locale,
    embed: Embed,
    slice: Slice,
    lines: impl IntoIterator<Item = Safe>,
    id: impl Fn(i64) -> CustomId,
) -> View {
    let place = Message::new("case-list-page")
        .with("page", slice.number + 1)
        .with("pages", slice.pages())
        .with("total", slice.total);
    let text = Safe::join(embed.description.clone().into_iter().chain(lines), "\n");
    let embed = embed.description(text).footer(say(locale, &place));
    View::embed(embed).row(Page::of_rows(slice, []).buttons(locale, id))
}
