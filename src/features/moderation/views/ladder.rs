//! The ladder in words, for everyone: what a warning weighs, what follows from how much, and what the
//! reader has now.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::discord::ui::view::{Embed, View};
use crate::error::{Arg, Message};
use crate::features::moderation::rules::ladder::Ladder;
use crate::features::moderation::rules::points;
use crate::features::moderation::rules::points::{Points, Severity};
use crate::i18n::{Locale, Span, say};
use crate::text::safe::Safe;

use super::words;

/// The ladder of a server, and the points of whoever reads it.
pub fn ladder_card(locale: Locale, ladder: &Ladder, term: Duration, own: &[Points], now: Timestamp) -> View {
    let weight = |severity: Severity| words::points(severity.points());
    let weights = Message::new("ladder-weights")
        .with("minor", weight(Severity::Minor))
        .with("serious", weight(Severity::Serious))
        .with("severe", weight(Severity::Severe))
        .with("span", Span::of_seconds(term.as_secs_f64()).message());
    let rungs = ladder.rungs().iter().map(|rung| {
        Message::new("ladder-rung").with("points", words::points(rung.points)).with("step", words::step(*rung))
    });
    let mut lines = vec![weights];
    lines.extend(rungs);
    if ladder.rungs().is_empty() {
        lines.push(Message::new("ladder-none"));
    }
    let text = Safe::join([words::lines(locale, lines), own_points(locale, own, now)], "\n\n");
    View::embed(Embed::titled(say(locale, &Message::new("ladder-title"))).description(text))
}

fn own_points(locale: Locale, own: &[Points], now: Timestamp) -> Safe {
    let Some(oldest) = points::oldest(own, now) else { return say(locale, &Message::new("ladder-own-none")) };
    let parts = [
        Message::new("record-points").with("points", words::points(points::active(own, now))),
        Message::new("history-oldest").with("points", oldest.count).with("at", Arg::Time(oldest.expire_at, 'R')),
    ];
    Safe::join(parts.iter().map(|part| say(locale, part)), " ")
}
