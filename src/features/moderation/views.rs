//! What people see of cases: staff the preview, the result, cards and lists, members their notices and
//! their own record.

pub mod card;
pub mod change;
pub mod decision;
pub mod history;
pub mod ladder;
pub mod list;
pub mod notice;
pub mod own;
pub mod preview;
pub mod result;
pub mod words;

use crate::clock::Timestamp;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Button, Embed, View};
use crate::error::Message;
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::Case;
use super::rules::Filter;
use super::store::Page;

/// The receipt of a note.
pub fn noted(locale: Locale, case: &Case) -> View {
    let text =
        say(locale, &Message::new("note-saved").with("number", words::number(case.number)).with("member", case.member));
    View { content: Some(text), ..View::embed(Embed::default().description(Safe::escape(&case.reason))) }
}

/// A page of cases with its buttons; an empty one says what would fill it.
pub fn case_list(locale: Locale, filter: &Filter, page: &Page, now: Timestamp) -> View {
    if page.cases.is_empty() {
        let key = if filter.is_empty() { "case-list-empty" } else { "case-list-none-fit" };
        return View::text(say(locale, &Message::new(key)));
    }
    let lines = page.cases.iter().map(|case| say(locale, &list::case_line(case, now)));
    let embed = Embed::titled(say(locale, &Message::new("case-list-title")))
        .description(Safe::join(lines, "\n"))
        .footer(place(locale, page));
    let id = |page| CustomId::new("moderation", "cases", 1, page).arg(filter.encode());
    View::embed(embed).row(turn_pages(locale, page, id))
}

/// "Page 2 of 3 · 25 cases".
fn place(locale: Locale, page: &Page) -> Safe {
    let place = Message::new("case-list-page")
        .with("page", page.number + 1)
        .with("pages", page.count())
        .with("total", page.total);
    say(locale, &place)
}

/// The buttons that turn pages, where there is more than one; `id` names the page that a button leads to.
fn turn_pages(locale: Locale, page: &Page, id: impl Fn(i64) -> CustomId) -> Vec<Button> {
    let turn = |key, to: i64, enabled| Button::new(say(locale, &Message::new(key)), id(to)).enabled(enabled);
    if page.count() < 2 {
        return Vec::new();
    }
    vec![
        turn("page-previous", page.number - 1, page.number > 0),
        turn("page-next", page.number + 1, page.number + 1 < page.count()),
    ]
}
