//! The rounds of a run-off in words: what went out when, and what won in the end.

use crate::discord::ui::view::Embed;
use crate::error::Message;
use crate::features::polls::{Poll, Round, State, Tally};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::bars::{fitting, named};

/// Room for all lines, in UTF-16 units: what came out stands in the same message.
const ROOM: usize = 1_800;
/// So many equal options are named; of more only their number is told.
const NAMED: usize = 3;

/// The rounds of a closed poll; nothing, where there is one only.
pub fn rounds(locale: Locale, poll: &Poll, tally: &Tally) -> Option<Embed> {
    if poll.state != State::Closed || tally.rounds.len() < 2 {
        return None;
    }
    Some(fitted(locale, "poll-rounds", |longest| lines(locale, poll, &tally.rounds, longest)))
}

/// As many of the lines as there is room for, each with as much of the names of options as `lines` is told.
pub fn fitted(locale: Locale, title: &'static str, lines: impl Fn(usize) -> Vec<Safe>) -> Embed {
    let text = fitting(ROOM, |longest| Safe::join(lines(longest), "\n"));
    let title = say(locale, &Message::new(title));
    if text.len_utf16() <= ROOM {
        return Embed::titled(title).description(text);
    }
    // The last rounds decide.
    let mut left = ROOM;
    let mut last: Vec<Safe> = lines(20).into_iter().rev().collect();
    last.retain(|line| {
        let fits = line.len_utf16() < left;
        left = if fits { left - line.len_utf16() - 1 } else { 0 };
        fits
    });
    last.push(say(locale, &Message::new("poll-rounds-before")));
    last.reverse();
    Embed::titled(title).description(Safe::join(last, "\n"))
}

/// Between which options the winner was drawn by lot, if nothing else decided: the last two had as many ballots all
/// along. What won with more than half of the ballots after others were drawn has won by votes.
pub fn lot(tally: &Tally) -> Option<&[u8]> {
    let last = tally.rounds.iter().rev().find(|round| round.out.is_some())?;
    let is_of_two = last.counts.len() == 2 && last.drawn.len() == 2;
    is_of_two.then_some(&*last.drawn)
}

fn lines(locale: Locale, poll: &Poll, rounds: &[Round], longest: usize) -> Vec<Safe> {
    let name = |place: u8| named(locale, poll, place).cut(longest);
    let names = |places: &[u8]| Safe::join(places.iter().map(|place| name(*place)), ", ");
    let mut lines = Vec::new();
    let mut unnamed: Vec<u8> = Vec::new();
    for (number, round) in (1_usize..).zip(rounds) {
        // Options that nobody's ballot counts for go out together, without a word for each.
        match round.out.filter(|out| count(round, *out) == 0) {
            Some(out) => {
                unnamed.push(out);
                continue;
            }
            None => lines.extend(without_ballots(locale, number, &std::mem::take(&mut unnamed), names)),
        }
        let head = Message::new("poll-round").with("round", number);
        let told = match round.out {
            Some(out) => vec![name(out), say(locale, &goes_out(round, out)), equal(locale, round, out, names)],
            None if round.counts.len() > 1 => vec![wins(locale, round, name)],
            None => continue,
        };
        let told = told.into_iter().filter(|part| !part.is_empty());
        lines.push(Safe::join([say(locale, &head)].into_iter().chain(told), " "));
    }
    lines
}

fn without_ballots(locale: Locale, before: usize, out: &[u8], names: impl Fn(&[u8]) -> Safe) -> Option<Safe> {
    let (first, last) = (before - out.len(), before - 1);
    let head = match out {
        [] => return None,
        [_] => Message::new("poll-round").with("round", first),
        _ => Message::new("poll-round-span").with("first", first).with("last", last),
    };
    let told = Message::new("poll-round-unnamed").with("count", out.len());
    Some(Safe::join([say(locale, &head), names(out), say(locale, &told)], " "))
}

/// "goes out with 2 ballots."
fn goes_out(round: &Round, out: u8) -> Message {
    Message::new("poll-round-out").with("count", count(round, out))
}

/// Why this one, where others had as few.
fn equal(locale: Locale, round: &Round, out: u8, names: impl Fn(&[u8]) -> Safe) -> Safe {
    let fewest = count(round, out);
    let equal = round.counts.iter().filter(|(place, count)| *count == fewest && *place != out);
    let equal: Vec<u8> = equal.map(|(place, _)| *place).collect();
    if equal.is_empty() {
        return Safe::default();
    }
    let by_lot = !round.drawn.is_empty();
    let among: Vec<u8> =
        if by_lot { round.drawn.iter().copied().filter(|place| *place != out).collect() } else { equal };
    let named = if among.len() > NAMED {
        say(locale, &Message::new("poll-round-others").with("count", among.len()))
    } else {
        names(&among)
    };
    let key = if by_lot { "poll-round-lot" } else { "poll-round-earlier" };
    let named = Safe::join([named, Safe::ours(".")], "");
    Safe::join([say(locale, &Message::new(key)), named], " ")
}

/// What has more than half in the last round.
fn wins(locale: Locale, round: &Round, name: impl Fn(u8) -> Safe) -> Safe {
    let Some((best, most)) = round.counts.iter().max_by_key(|(_, count)| *count) else { return Safe::default() };
    let all: u64 = round.counts.iter().map(|(_, count)| count).sum();
    let won = Message::new("poll-round-won").with("count", *most).with("of", all);
    let exhausted = Message::new("poll-round-exhausted").with("count", round.exhausted);
    let exhausted = (round.exhausted > 0).then(|| say(locale, &exhausted));
    let best = Safe::join([Safe::ours("**"), name(*best), Safe::ours("**")], "");
    Safe::join([best, say(locale, &won)].into_iter().chain(exhausted), " ")
}

fn count(round: &Round, place: u8) -> u64 {
    round.counts.iter().find(|(other, _)| *other == place).map_or(0, |(_, count)| *count)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::features::polls::rules::runoff;

    /// "3:1,2 1:2" are three ballots for the first option and then the second, and one for the second.
    #[rstest]
    #[case::the_last_two_are_equal(2, "3:1 3:2", &[1, 2])]
    #[case::equal_after_another_went_out(3, "2:1 2:2 1:3", &[1, 2])]
    #[case::nobody_chose_the_third(3, "2:1 2:2", &[1, 2])]
    // The second or the third is drawn out, and the other has more than half with its ballots.
    #[case::won_by_votes_of_what_was_drawn_out(3, "4:1 3:2,3 3:3,2", &[])]
    #[case::the_winner_was_never_drawn(3, "5:1 3:2,1 3:3,1", &[])]
    #[case::more_than_half(2, "3:1 2:2", &[])]
    fn a_winner_is_by_lot_only_where_nothing_else_decided(
        #[case] options: usize,
        #[case] cast: &str,
        #[case] expected: &[u8],
    ) {
        let mut ballots: Vec<Vec<u8>> = Vec::new();
        for several in cast.split(' ') {
            let (times, places) = several.split_once(':').unwrap();
            let ballot: Vec<u8> = places.split(',').map(|place| place.parse().unwrap()).collect();
            ballots.extend(vec![ballot; times.parse().unwrap()]);
        }
        let ballots: Vec<&[u8]> = ballots.iter().map(Vec::as_slice).collect();
        for draw in 0..16 {
            let tally = Tally { rounds: runoff::rounds(options, &ballots, draw), ..Tally::default() };
            assert_eq!(lot(&tally).unwrap_or_default(), expected);
        }
    }
}
