//! Who came to an event, by what is given alone: what Discord told of voice channels while it ran.
//!
//! Somebody is at an event while they sit in its channel, whether they are muted or not. The AFK channel counts for
//! nobody, and bots are nobody. They came if they were there for ten minutes or half of the event, whichever is less,
//! or checked in.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use crate::clock::Timestamp;
use crate::features::events::{Occurrence, OccurrenceState};
use crate::ids::{ChannelId, MemberId};

use super::Problem;

/// How long somebody has to be there at most.
const LONG_ENOUGH: Duration = Duration::from_mins(10);
/// How long before the start people can check in.
const EARLY: Duration = Duration::from_hours(1);
/// How long after the end people can say how it was.
const RATED_WITHIN: Duration = Duration::from_hours(24 * 14);
/// How long a code is.
const CODE: usize = 4;
/// The letters of codes: none that looks like another one.
const LETTERS: &[u8] = b"ACDEFGHJKMNPQRTUVWXYZ234679";

/// Where an event takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    pub channel: ChannelId,
    /// The channel to which Discord moves those who don't do anything.
    pub afk: Option<ChannelId>,
}

/// A time that somebody was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    pub member: MemberId,
    pub from: Timestamp,
    /// `None`: they are there still.
    pub to: Option<Timestamp>,
}

/// When an event began and ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub from: Timestamp,
    pub to: Timestamp,
}

/// What came of an event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attendance {
    pub came: BTreeSet<MemberId>,
    /// Those of them who never came to an event of this server before.
    pub first_timers: BTreeSet<MemberId>,
    /// Those who said that they would come and didn't.
    pub no_shows: BTreeSet<MemberId>,
}

impl Room {
    /// Whether somebody who sits in a channel is at the event.
    pub fn holds(self, channel: Option<ChannelId>) -> bool {
        channel == Some(self.channel) && self.afk != Some(self.channel)
    }
}

impl Span {
    /// How long it took.
    pub fn length(self) -> Duration {
        duration(self.to.since(self.from))
    }
}

/// How long each was there while it ran; times that overlap count once.
pub fn present(stays: &[Stay], span: Span) -> BTreeMap<MemberId, Duration> {
    let mut within: Vec<(MemberId, Timestamp, Timestamp)> = stays
        .iter()
        .map(|stay| (stay.member, stay.from.max(span.from), stay.to.unwrap_or(span.to).min(span.to)))
        .filter(|(_, from, to)| from < to)
        .collect();
    within.sort_unstable();
    let mut present = BTreeMap::new();
    let mut counted: Option<(MemberId, Timestamp)> = None;
    for (member, from, to) in within {
        let from = counted.filter(|(last, _)| *last == member).map_or(from, |(_, until)| from.max(until));
        if from < to {
            *present.entry(member).or_insert(Duration::ZERO) += duration(to.since(from));
            counted = Some((member, to));
        }
    }
    present
}

/// How long somebody has to be at an event that takes so long.
pub fn enough(length: Duration) -> Duration {
    LONG_ENOUGH.min(length / 2)
}

/// Who came, by how long each was there and who checked in. `going` are those who said that they would, `before` those
/// who ever came to an event of this server.
pub fn attendance(
    present: &BTreeMap<MemberId, Duration>,
    checked_in: &BTreeSet<MemberId>,
    going: &BTreeSet<MemberId>,
    before: &BTreeSet<MemberId>,
    length: Duration,
) -> Attendance {
    let long_enough = present.iter().filter(|(_, there)| **there >= enough(length)).map(|(member, _)| *member);
    let came: BTreeSet<MemberId> = long_enough.chain(checked_in.iter().copied()).collect();
    Attendance {
        first_timers: came.difference(before).copied().collect(),
        no_shows: going.difference(&came).copied().collect(),
        came,
    }
}

/// Whether people can check in now.
///
/// # Errors
/// Why not.
pub fn may_check_in(occurrence: &Occurrence, now: Timestamp) -> Result<(), Problem> {
    let opens = occurrence.starts.minus(EARLY);
    match occurrence.state {
        OccurrenceState::Scheduled | OccurrenceState::Running if now < opens => Err(Problem::TooEarly(opens)),
        OccurrenceState::Scheduled | OccurrenceState::Running => Ok(()),
        OccurrenceState::Ended | OccurrenceState::Skipped | OccurrenceState::Cancelled => Err(Problem::Over),
    }
}

/// Whether what was typed is the code, in whatever letters.
pub fn is_code(typed: &str, code: &str) -> bool {
    typed.trim().eq_ignore_ascii_case(code)
}

/// A code from random bits.
pub fn code(mut bits: u64) -> String {
    let letters = LETTERS.len() as u64;
    let letter = |place: u64| usize::try_from(place).ok().and_then(|place| LETTERS.get(place)).copied().unwrap_or(b'A');
    (0..CODE)
        .map(|_| {
            let place = bits % letters;
            bits /= letters;
            char::from(letter(place))
        })
        .collect()
}

/// Whether somebody can say how an event was.
///
/// # Errors
/// Why not.
pub fn may_rate(occurrence: &Occurrence, was_there: bool, now: Timestamp) -> Result<(), Problem> {
    if occurrence.state != OccurrenceState::Ended {
        return Err(Problem::NotOver);
    }
    if now >= occurrence.ends.plus(RATED_WITHIN) {
        return Err(Problem::TooLate);
    }
    if was_there { Ok(()) } else { Err(Problem::WasNotThere) }
}

fn duration(millis: i64) -> Duration {
    Duration::from_millis(u64::try_from(millis).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ROOM: Room = Room { channel: ChannelId(1), afk: Some(ChannelId(2)) };
    const MINUTE: i64 = 60_000;

    /// What Discord tells of somebody's voice: they came, left or moved, or muted themselves.
    #[derive(Debug, Clone, Copy)]
    struct Trace {
        at: Timestamp,
        member: MemberId,
        /// Where they sit from then on; `None`: in no channel.
        channel: Option<ChannelId>,
        is_bot: bool,
    }

    fn at(minutes: i64) -> Timestamp {
        Timestamp(minutes * MINUTE)
    }

    fn trace(minutes: i64, member: i64, channel: Option<i64>) -> Trace {
        Trace { at: at(minutes), member: MemberId(member), channel: channel.map(ChannelId), is_bot: member >= 90 }
    }

    /// The stays that traces make, one after the other.
    fn stays(traces: &[Trace]) -> Vec<Stay> {
        let mut stays: Vec<Stay> = Vec::new();
        for trace in traces {
            let open = stays.iter_mut().find(|stay| stay.member == trace.member && stay.to.is_none());
            match (ROOM.holds(trace.channel) && !trace.is_bot, open) {
                (true, None) => stays.push(Stay { member: trace.member, from: trace.at, to: None }),
                (false, Some(stay)) => stay.to = Some(trace.at),
                _ => {}
            }
        }
        stays
    }

    fn minutes(traces: &[Trace], from: i64, to: i64) -> Vec<(i64, u64)> {
        let present = present(&stays(traces), Span { from: at(from), to: at(to) });
        present.into_iter().map(|(member, there)| (member.0, there.as_secs() / 60)).collect()
    }

    #[test]
    fn only_the_time_in_the_room_while_it_runs_counts() {
        let traces = [
            trace(-5, 1, Some(1)), // before the start
            trace(0, 2, Some(1)),
            trace(3, 90, Some(1)), // a bot
            trace(4, 2, Some(1)),  // muted
            trace(10, 2, Some(2)), // AFK
            trace(12, 3, Some(7)), // another channel
            trace(15, 3, Some(1)),
            trace(20, 2, Some(1)),
            trace(40, 1, None),
            trace(70, 3, None), // after the end
        ];
        assert_eq!(minutes(&traces, 0, 60), [(1, 40), (2, 50), (3, 45)]);
    }

    #[test]
    fn an_event_in_the_afk_channel_has_nobody() {
        let room = Room { channel: ChannelId(2), afk: Some(ChannelId(2)) };
        assert!(!room.holds(Some(ChannelId(2))));
    }

    #[test]
    fn a_code_is_four_letters_and_typed_in_any_case() {
        for bits in [0, 7, u64::MAX, 0x0123_4567_89ab_cdef] {
            let code = code(bits);
            assert!(code.len() == CODE && code.bytes().all(|letter| LETTERS.contains(&letter)), "{code}");
            assert!(is_code(&format!(" {} ", code.to_lowercase()), &code) && !is_code("", &code));
        }
    }

    #[test]
    fn ten_minutes_or_half_of_it_are_enough() {
        assert_eq!(enough(Duration::from_hours(2)), Duration::from_mins(10));
        assert_eq!(enough(Duration::from_mins(12)), Duration::from_mins(6));
        let set = |members: &[i64]| members.iter().copied().map(MemberId).collect::<BTreeSet<_>>();
        let present = BTreeMap::from([
            (MemberId(1), Duration::from_mins(10)),
            (MemberId(2), Duration::from_secs(599)),
            (MemberId(3), Duration::from_hours(1)),
        ]);
        let outcome = attendance(&present, &set(&[4]), &set(&[1, 2, 5]), &set(&[3]), Duration::from_hours(1));
        assert_eq!(outcome.came, set(&[1, 3, 4]));
        assert_eq!(outcome.first_timers, set(&[1, 4]));
        assert_eq!(outcome.no_shows, set(&[2, 5]));
    }

    proptest! {
        #[test]
        fn as_many_minutes_as_somebody_counts_who_looks_every_minute(
            traces in proptest::collection::vec((0..180_i64, 1..5_i64, proptest::option::of(1..4_i64)), 0..60),
            bots in proptest::collection::vec((0..180_i64, proptest::option::of(1..4_i64)), 0..10),
            from in 0..60_i64,
            length in 0..120_i64,
        ) {
            let people = traces.into_iter().map(|(at, member, channel)| trace(at, member, channel));
            let bots = bots.into_iter().map(|(at, channel)| trace(at, 90, channel));
            let mut all: Vec<Trace> = people.chain(bots).collect();
            all.sort_by_key(|trace| trace.at);
            let mut counted = BTreeMap::<i64, u64>::new();
            for minute in from..from + length {
                for member in 1..5 {
                    let last = all.iter().rev().find(|trace| trace.member == MemberId(member) && trace.at <= at(minute));
                    if last.is_some_and(|trace| trace.channel == Some(ROOM.channel)) {
                        *counted.entry(member).or_default() += 1;
                    }
                }
            }
            prop_assert_eq!(minutes(&all, from, from + length), counted.into_iter().collect::<Vec<_>>());
        }
    }
}
