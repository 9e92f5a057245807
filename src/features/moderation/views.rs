//! What people see of cases: staff the preview, the result, cards and lists, members their notices and
//! their own record.

pub mod card;
pub mod decision;
pub mod notice;
pub mod own;
pub mod preview;
pub mod result;
pub mod words;

use crate::discord::custom_id::CustomId;
use crate::discord::view::{Button, Embed, View};
use crate::error::{Arg, Message};
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::safe::{Safe, visible};

use super::Case;
use super::rules::Filter;
use super::store::{PAGE, Page};

/// How much of a reason stands in a list, in UTF-16 units.
const EXCERPT: usize = 80;

/// The receipt of a note.
pub fn noted(locale: Locale, case: &Case) -> View {
    let text =
        say(locale, &Message::new("note-saved").with("number", words::number(case.number)).with("member", case.member));
    View { content: Some(text), ..View::embed(Embed::default().description(Safe::escape(&case.reason))) }
}

/// A page of cases with its buttons; an empty one says what would fill it.
pub fn case_list(locale: Locale, filter: &Filter, page: &Page) -> View {
    if page.cases.is_empty() {
        let key = if filter.is_empty() { "case-list-empty" } else { "case-list-none-fit" };
        return View::text(say(locale, &Message::new(key)));
    }
    let lines = page.cases.iter().map(|case| say(locale, &line(case)));
    let pages = (page.total - 1) / PAGE + 1;
    let place =
        Message::new("case-list-page").with("page", page.number + 1).with("pages", pages).with("total", page.total);
    let embed = Embed::titled(say(locale, &Message::new("case-list-title")))
        .description(Safe::join(lines, "\n"))
        .footer(say(locale, &place));
    let turn = |key, to: i64, enabled| {
        let id = CustomId::new("moderation", "cases", 1, to).arg(filter.encode());
        Button::new(say(locale, &Message::new(key)), id).enabled(enabled)
    };
    let buttons = vec![
        turn("page-previous", page.number - 1, page.number > 0),
        turn("page-next", page.number + 1, page.number + 1 < pages),
    ];
    View::embed(embed).row(if pages > 1 { buttons } else { Vec::new() })
}

fn line(case: &Case) -> Message {
    let one_line = case.reason.split_whitespace().collect::<Vec<_>>().join(" ");
    // Made visible before it is cut: a hidden character grows, and a page must hold all its lines.
    let excerpt = limits::cut(&visible(&one_line), EXCERPT);
    Message::new("case-line")
        .with("number", words::number(case.number))
        .with("kind", case.kind.message())
        .with("member", case.member)
        .with("ago", Arg::Time(case.at, 'R'))
        .with("reason", excerpt)
}
