//! A line for each option, with a bar as long as its share of those who voted.

use crate::chart::font;
use crate::error::Message;
use crate::features::polls::rules::quorum;
use crate::features::polls::{Kind, Poll, State, Tally};
use crate::i18n::{Locale, plain, say};
use crate::text::safe::Safe;

use super::option;

/// How many signs a bar over its whole length has.
const LONG: u64 = 10;
/// From so many voters on shares are written in percent.
const ENOUGH: u64 = 10;
/// Room for all lines together, in UTF-16 units: a question, what came out and how to vote stand in the
/// same text.
pub const ROOM: usize = 2_200;
/// How much of each option is shown: as much as there is room for.
const LABELS: [usize; 4] = [200, 80, 40, 20];

/// The lines; nothing, where nobody has voted. What has won is bold once the poll is closed.
pub fn bars(locale: Locale, poll: &Poll, tally: &Tally) -> Option<Safe> {
    if tally.voters == 0 {
        return None;
    }
    let head = (poll.plan.kind == Kind::Ranked).then(|| {
        let is_over = poll.state == State::Closed;
        say(locale, &Message::new(if is_over { "poll-bar-first" } else { "poll-bar-first-so-far" }))
    });
    let lines = fitting(ROOM, |longest| {
        let lines = (1..).zip(&tally.counts).map(|(place, count)| line(locale, poll, tally, (place, *count), longest));
        Safe::join(head.iter().cloned().chain(lines), "\n")
    });
    Some(lines)
}

/// The text with as much of each option as lets all of it have room.
pub fn fitting(room: usize, text: impl Fn(usize) -> Safe) -> Safe {
    let mut fitted = text(LABELS[0]);
    for longest in &LABELS[1..] {
        if fitted.len_utf16() <= room {
            break;
        }
        fitted = text(*longest);
    }
    fitted
}

/// "`████░░░░░░  40 %` Red (33)".
fn line(locale: Locale, poll: &Poll, tally: &Tally, (place, count): (u8, u64), longest: usize) -> Safe {
    let is_best = poll.state == State::Closed && poll.plan.kind != Kind::Rating && tally.winners.contains(&place);
    let label = named(locale, poll, place).cut(longest);
    let label = if is_best { Safe::join([Safe::ours("**"), label, Safe::ours("**")], "") } else { label };
    let bar = Safe::ours(format!("`{} {:>5}`", bar(count, tally.voters), share(locale, count, tally.voters)));
    let count = say(locale, &Message::new("poll-bar-count").with("count", count));
    // Of few voters the share has said it.
    Safe::join([Some(bar), Some(label), (tally.voters >= ENOUGH).then_some(count)].into_iter().flatten(), " ")
}

/// An option as it stands beside a figure, with its number where it is needed to tell it from others:
/// beside images, and in a picture that lacks the letters.
pub fn named(locale: Locale, poll: &Poll, place: u8) -> Safe {
    let options = &poll.plan.options;
    let Some(choice) = options.get(usize::from(place).wrapping_sub(1)) else { return Safe::default() };
    let is_drawn = |label: &str| !font::written(label).contains(font::UNKNOWN);
    let is_plain = poll.plan.images == 0 || poll.plan.kind == Kind::Rating;
    if is_plain && options.iter().all(|choice| is_drawn(&choice.label)) {
        return option(locale, choice);
    }
    Safe::join([Safe::ours(format!("{place}.")), option(locale, choice)], " ")
}

/// A share of those who voted: in percent, or "3 of 7" where they are few.
pub fn share(locale: Locale, count: u64, voters: u64) -> String {
    let message = match quorum::turnout(count, Some(voters)) {
        Some(percent) if voters >= ENOUGH => Message::new("poll-bar-percent").with("percent", percent),
        _ => Message::new("poll-bar-part").with("part", count).with("whole", voters),
    };
    plain(locale, &message)
}

/// Full signs for its share of the whole length, and at least half a sign for what is not nothing.
fn bar(count: u64, voters: u64) -> String {
    let halves = (count as f64 / voters.max(1) as f64 * (LONG * 2) as f64).round() as u64;
    let halves = halves.clamp(u64::from(count > 0), LONG * 2);
    let signs = (0..LONG).map(|place| match halves.saturating_sub(place * 2) {
        0 => '░',
        1 => '▌',
        _ => '█',
    });
    signs.collect()
}
