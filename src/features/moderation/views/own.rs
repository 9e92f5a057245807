//! What people see of their own record: never who acted, and no notes of the team.

use crate::clock::Timestamp;
use crate::discord::custom_id::CustomId;
use crate::discord::view::{Button, Embed, View};
use crate::error::{Arg, Message};
use crate::features::moderation::Case;
use crate::features::moderation::house::House;
use crate::features::moderation::store::{PAGE, Page};
use crate::i18n::{Locale, say};
use crate::ids::NoticeId;
use crate::text::safe::Safe;

use super::words;

/// How much of a reason stands in a line.
const EXCERPT: usize = 80;

/// The record of whoever pressed the button of a notice.
pub fn record(locale: Locale, house: &House, page: &Page, active: i64, notice: NoticeId, now: Timestamp) -> View {
    let pages = (page.total - 1).max(0) / PAGE + 1;
    let turn = |key, to: i64, enabled| {
        let id = CustomId::new("moderation", "record", 1, notice.get()).arg(to);
        Button::new(say(locale, &Message::new(key)), id).enabled(enabled)
    };
    let buttons = vec![
        turn("page-previous", page.number - 1, page.number > 0),
        turn("page-next", page.number + 1, page.number + 1 < pages),
    ];
    let place =
        Message::new("case-list-page").with("page", page.number + 1).with("pages", pages).with("total", page.total);
    let next = house.ladder.next(active).map(|rung| {
        Message::new("notice-next").with("points", words::points(rung.points)).with("step", words::step(rung))
    });
    let counts = Message::new("record-points").with("points", words::points(active));
    let head = Safe::join(std::iter::once(counts).chain(next).map(|part| say(locale, &part)), " ");
    let lines = page.cases.iter().map(|case| say(locale, &line(case, now)));
    let embed = Embed::titled(say(locale, &Message::new("record-title").with("server", &house.name)))
        .description(Safe::join(std::iter::once(head).chain(lines), "\n"))
        .footer(say(locale, &place));
    View::embed(embed).row(if pages > 1 { buttons } else { Vec::new() })
}

fn line(case: &Case, now: Timestamp) -> Message {
    let reason = case.reason.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = Message::new("record-line")
        .with("number", words::number(case.number))
        .with("kind", case.kind.message())
        .with("ago", Arg::Time(case.at, 'R'))
        .with("reason", words::said(&reason, EXCERPT));
    let counts = match (&case.voided, case.points) {
        (Some(_), _) => Message::new("record-withdrawn"),
        (None, Some(points)) if points.expire_at > now => Message::new("record-counts")
            .with("points", words::points(points.count))
            .with("until", Arg::Time(points.expire_at, 'D')),
        (None, Some(_)) => Message::new("record-expired"),
        (None, None) => return line,
    };
    Message::new("record-line-counts").with("line", line).with("counts", counts)
}
