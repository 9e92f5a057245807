//! The picture under a result: a bar for each option, and of a run-off a table of its rounds.

use crate::chart;
use crate::chart::font::without_emoji;
use crate::chart::{Bar, Bars, Course, Drawing, Panel, Rounds};
use crate::discord::ui::file::File;
use crate::error::Message;
use crate::features::polls::{Kind, Poll, Tally};
use crate::i18n::{Locale, plain};
use crate::text::safe::{Safe, visible};

use super::{bars, turnout};

/// So many rounds are drawn at most: the last ones, which decide.
const ROUNDS: usize = 5;

/// The picture, with all of it in words for whoever does not see it; nothing, where nobody has voted.
pub fn picture(locale: Locale, poll: &Poll, tally: &Tally) -> Option<File> {
    if tally.voters == 0 {
        return None;
    }
    let question = line(&poll.plan.question);
    let below = turnout::voters(poll, tally).first().map_or_else(String::new, |voters| line(&plain(locale, voters)));
    let mut panels = vec![shares(locale, poll, tally)];
    panels.extend(rounds(locale, poll, tally));
    let board = chart::board((&question, &below), &format!("{question} {below}"), &panels)?;
    let name = format!("poll-{}.png", poll.number);
    Some(File::picture(name, board.svg, Safe::escape(&board.says)))
}

/// In one line, with nothing hidden in it and without emoji.
fn line(text: &str) -> String {
    without_emoji(&visible(text))
}

fn label(locale: Locale, poll: &Poll, place: u8) -> String {
    // Of a date what was typed: a picture cannot show each reader their own zone.
    let named = bars::named(locale, poll, place).unmarked();
    match poll.plan.options.get(usize::from(place) - 1) {
        Some(choice) if choice.at.is_some() => line(&choice.label),
        // Beside an emoji its option has a number.
        _ => without_emoji(&named),
    }
}

fn shares(locale: Locale, poll: &Poll, tally: &Tally) -> Panel {
    let row = |(place, count): (u8, &u64)| {
        let share = bars::share(locale, *count, tally.voters);
        let written = Message::new("poll-chart-votes").with("count", *count).with("share", share.as_str());
        let is_few = share == plain(locale, &part(*count, tally.voters));
        Bar {
            label: label(locale, poll, place),
            value: *count as f64,
            written: if is_few { share } else { plain(locale, &written) },
            strong: poll.plan.kind != Kind::Rating && tally.winners.contains(&place),
        }
    };
    let rows: Vec<Bar> = (1..).zip(&tally.counts).map(row).collect();
    let says = rows.iter().map(|row| format!("{}: {}", row.label, row.written)).collect::<Vec<_>>().join("; ");
    let title = Message::new(match poll.plan.kind {
        Kind::Ranked => "poll-chart-first",
        Kind::Rating => "poll-chart-ratings",
        Kind::Single | Kind::Multi | Kind::Native => "poll-chart-title",
    });
    Panel { title: plain(locale, &title), says, drawing: Drawing::Bars(Bars { rows, whole: tally.voters as f64 }) }
}

fn part(count: u64, voters: u64) -> Message {
    Message::new("poll-bar-part").with("part", count).with("whole", voters)
}

/// What became of each option; nothing, where the first round decided.
fn rounds(locale: Locale, poll: &Poll, tally: &Tally) -> Option<Panel> {
    // A last round with one option left shows nothing that the one before did not.
    let all: Vec<_> = (1_usize..).zip(&tally.rounds).filter(|(_, round)| round.counts.len() > 1).collect();
    if all.len() < 2 && tally.rounds.len() < 2 {
        return None;
    }
    // Who went out before is among the first preferences.
    let drawn = &all[all.len().saturating_sub(ROUNDS)..];
    let is_in =
        |place: &u8| drawn.first().is_some_and(|(_, round)| round.counts.iter().any(|(other, _)| other == place));
    let head = |number: usize| plain(locale, &Message::new("poll-chart-round").with("round", number));
    let course = |place: u8| {
        let cell = |(_, round): &(usize, &crate::features::polls::Round)| {
            let count = round.counts.iter().find(|(other, _)| *other == place).map(|(_, count)| *count)?;
            Some((count as f64, plain(locale, &Message::new("poll-chart-count").with("count", count))))
        };
        let strong = tally.winners.contains(&place);
        Course { label: label(locale, poll, place), cells: drawn.iter().map(cell).collect(), strong }
    };
    let rows: Vec<Course> = order(tally).into_iter().filter(is_in).map(course).collect();
    let told = |(at, (number, _)): (usize, &(usize, _))| {
        let cells = rows.iter().filter_map(|row| Some(format!("{} {}", row.label, row.cells[at].as_ref()?.1)));
        format!("{}: {}", head(*number), cells.collect::<Vec<_>>().join(", "))
    };
    let says = drawn.iter().enumerate().map(told).collect::<Vec<_>>().join("; ");
    let heads = drawn.iter().map(|(number, _)| head(*number)).collect();
    let title = plain(locale, &Message::new("poll-rounds"));
    Some(Panel { title, says, drawing: Drawing::Rounds(Rounds { heads, rows, whole: tally.voters as f64 }) })
}

/// The winner first, then what was in for longer.
fn order(tally: &Tally) -> Vec<u8> {
    let out = tally.rounds.iter().filter_map(|round| round.out);
    let mut left: Vec<(u8, u64)> = tally.rounds.last().map_or_else(Vec::new, |round| round.counts.clone());
    left.sort_by_key(|(place, count)| (std::cmp::Reverse(*count), *place));
    let out: Vec<u8> = out.collect();
    left.into_iter().map(|(place, _)| place).chain(out.into_iter().rev()).collect()
}
