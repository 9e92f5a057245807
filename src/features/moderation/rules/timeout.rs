//! How long a timeout may be, what Discord is told of a long one, and what is to be done about one
//! when its time has come, by what Discord says of the person then.
//!
//! Discord knows one timeout a person, of 28 days at most. So a longer one is told in parts, each
//! renewed long before it runs out; and of several that run at once Discord holds the one that ends
//! last. What Discord holds is ours if it is what Discord was told for any of them; anything else is
//! somebody's decision, and newer than ours.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::error::Message;
use crate::features::moderation::CaseId;
use crate::features::moderation::rules::length::{self, NotALength};

const DAY: Duration = Duration::from_secs(86_400);

/// The longest that a timeout may be.
pub const LONGEST: Duration = Duration::from_secs(365 * 86_400);
/// The shortest that makes a difference.
pub const SHORTEST: Duration = Duration::from_secs(60);
/// How much of a timeout Discord is told at a time: a day less than it takes, for clocks that differ.
const PART: Duration = Duration::from_secs(27 * 86_400);
/// How long before a part runs out the next is told: so long may Steward be down without anybody
/// noticing.
const AHEAD: Duration = Duration::from_secs(13 * 86_400);
/// Discord may keep an instant less exactly than it was told.
const SAME: i64 = 1_000;

/// The length of a timeout as somebody typed it.
///
/// # Errors
/// What they are told, if it is none that a timeout takes.
pub fn length(typed: &str) -> Result<Duration, Message> {
    let told =
        |problem: NotALength| problem.message("timeout-length-unread", "timeout-length-short", "timeout-length-long");
    length::length(typed, SHORTEST, LONGEST).map_err(told)
}

/// What Discord is told now of a timeout that ends then.
pub fn part(until: Timestamp, now: Timestamp) -> Timestamp {
    until.min(now.plus(PART))
}

/// A timeout of ours that runs, or should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Running {
    pub case: CaseId,
    /// When it is over.
    pub until: Timestamp,
    /// The end that Discord was last told for it.
    pub told: Option<Timestamp>,
    /// The end that Discord was asked for since, where nobody knows whether that was heard.
    pub asked: Option<Timestamp>,
    /// Whether it is known to have been in force.
    pub held: bool,
    /// Whether it is to be lifted before its end.
    pub lifting: bool,
}

impl Running {
    /// Whether Discord was told this end for it.
    pub fn set(&self, end: Timestamp) -> bool {
        [self.told, self.asked].into_iter().flatten().any(|told| end.since(told).abs() <= SAME)
    }
}

/// What Discord says of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Live {
    /// They are not in the server, so nothing is known and nothing can be done.
    Absent,
    /// The end of their timeout: one that has passed ran out by itself, and none at all means that
    /// somebody lifted it.
    Until(Option<Timestamp>),
}

/// What is to be done about a timeout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tend {
    /// Nothing, until then.
    Wait(Timestamp),
    /// Tell Discord this end. If it had run out before that, `lapsed` says since when.
    Set { until: Timestamp, lapsed: Option<Timestamp> },
    /// It is over, and Discord holds nothing of it.
    Ended,
    /// It is over, but Discord still holds it: to be lifted, or set to the end of another that runs.
    Lift { until: Option<Timestamp> },
    /// It is over, and never was in force.
    Missed,
    /// Somebody has decided otherwise, and that holds.
    Superseded,
}

/// What is to be done about a timeout now, with the others of that person that run.
pub fn tend(this: &Running, others: &[Running], live: Live, now: Timestamp) -> Tend {
    let over = this.lifting || now >= this.until;
    let end = match live {
        Live::Absent if now >= this.until => return Tend::Ended,
        // Discord remembers a timeout for those who come back.
        Live::Absent => return Tend::Wait(this.until.min(now.plus(DAY))),
        Live::Until(end) => end,
    };
    let others_set = |end: Timestamp| others.iter().any(|other| other.set(end));
    match end {
        Some(end) if over && end > now && this.set(end) && !others_set(end) => Tend::Lift { until: rest(others, now) },
        Some(end) if this.set(end) || others_set(end) => {
            if over {
                Tend::Ended
            } else {
                keep(this, end, now)
            }
        }
        None if this.lifting => Tend::Ended,
        None if over && !this.held => Tend::Missed,
        // Nobody can have lifted what was never in force.
        None if !this.held => Tend::Set { until: part(this.until, now), lapsed: None },
        _ => Tend::Superseded,
    }
}

/// One that is not over yet, while Discord holds, or held, an end of ours.
fn keep(this: &Running, end: Timestamp, now: Timestamp) -> Tend {
    let next = part(this.until, now);
    if end <= now {
        return Tend::Set { until: next, lapsed: Some(end) };
    }
    if end >= this.until || end.since(this.until).abs() <= SAME {
        return Tend::Wait(this.until);
    }
    let due = renewal(end);
    if due <= now && next > end { Tend::Set { until: next, lapsed: None } } else { Tend::Wait(due.max(now.plus(DAY))) }
}

/// When a timeout of which Discord was told this end is to be looked at again, if it goes on after it.
pub fn renewal(told: Timestamp) -> Timestamp {
    told.minus(AHEAD)
}

/// The end that Discord has to hold for the timeouts that remain when another is lifted.
pub fn rest(others: &[Running], now: Timestamp) -> Option<Timestamp> {
    longest(others, now).map(|other| part(other.until, now))
}

/// The one of these that ends last, if any goes on.
pub fn longest(running: &[Running], now: Timestamp) -> Option<&Running> {
    running.iter().filter(|one| one.until > now && !one.lifting).max_by_key(|one| one.until)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    const NOW: Timestamp = Timestamp::from_seconds(1_795_176_000);

    fn at(days: i64) -> Timestamp {
        Timestamp(NOW.0 + days * 86_400_000)
    }

    fn running(until: i64, told: i64) -> Running {
        Running { case: CaseId(until), until: at(until), told: Some(at(told)), asked: None, held: true, lifting: false }
    }

    fn until(days: i64) -> Live {
        Live::Until(Some(at(days)))
    }

    #[rstest]
    #[case("2h", 7_200)]
    #[case("1d 12h", 129_600)]
    #[case("30 мин", 1_800)]
    #[case("2 ore", 7_200)]
    #[case(" 1m ", 60)]
    #[case("1y", 365 * 86_400)]
    fn a_length_is_read_as_people_write_it(#[case] typed: &str, #[case] seconds: u64) {
        assert_eq!(length(typed), Ok(Duration::from_secs(seconds)));
    }

    #[test]
    fn what_is_no_length_says_why() {
        let told = |key: &'static str, typed: &str| Err(Message::new(key).with("typed", typed));
        assert_eq!(length(" soon "), told("timeout-length-unread", "soon"));
        assert_eq!(length("10"), told("timeout-length-unread", "10"));
        assert_eq!(length("59s"), told("timeout-length-short", "59s"));
        assert_eq!(length("366d"), told("timeout-length-long", "366d"));
        assert_eq!(length("900 years"), told("timeout-length-long", "900 years"));
    }

    #[rstest]
    #[case::over_by_itself(running(0, 0), until(0), Tend::Ended)]
    #[case::discord_still_holds_it(running(-1, 2), until(2), Tend::Lift { until: None })]
    #[case::lifted_by_hand(running(0, 0), Live::Until(None), Tend::Superseded)]
    #[case::longer_by_hand(running(0, 0), until(3), Tend::Superseded)]
    #[case::shorter_by_hand(running(0, 0), until(-3), Tend::Superseded)]
    #[case::gone_and_over(running(0, 0), Live::Absent, Tend::Ended)]
    #[case::gone(running(9, 9), Live::Absent, Tend::Wait(at(1)))]
    #[case::short(running(9, 9), until(9), Tend::Wait(at(9)))]
    #[case::long_and_fresh(running(60, 27), until(27), Tend::Wait(at(14)))]
    #[case::long_and_to_be_renewed(running(60, 13), until(13), Tend::Set { until: at(27), lapsed: None })]
    #[case::the_last_part(running(20, 5), until(5), Tend::Set { until: at(20), lapsed: None })]
    #[case::ran_out_while_away(running(60, -3), until(-3), Tend::Set { until: at(27), lapsed: Some(at(-3)) })]
    #[case::lifted_in_its_course(running(60, 13), Live::Until(None), Tend::Superseded)]
    #[case::shortened_in_its_course(running(60, 13), until(1), Tend::Superseded)]
    fn what_is_done_depends_on_what_discord_says(#[case] this: Running, #[case] live: Live, #[case] tend: Tend) {
        assert_eq!(super::tend(&this, &[], live, NOW), tend);
    }

    #[test]
    fn an_end_that_discord_may_have_heard_is_ours_too() {
        let unsure = Running { asked: Some(at(27)), ..running(60, 13) };
        for held in [13, 27] {
            assert_ne!(tend(&unsure, &[], until(held), NOW), Tend::Superseded, "{held}");
        }
        assert_eq!(tend(&unsure, &[], until(20), NOW), Tend::Superseded);
    }

    #[test]
    fn what_was_never_in_force_was_not_lifted_by_anybody() {
        let unsure = |days| Running { held: false, ..running(days, days) };
        assert_eq!(tend(&unsure(9), &[], Live::Until(None), NOW), Tend::Set { until: at(9), lapsed: None });
        assert_eq!(tend(&unsure(0), &[], Live::Until(None), NOW), Tend::Missed);
    }

    #[rstest]
    #[case::held(until(9), Tend::Lift { until: None })]
    #[case::lifted_by_somebody_before(Live::Until(None), Tend::Ended)]
    #[case::longer_by_hand(until(12), Tend::Superseded)]
    #[case::ran_out(until(-1), Tend::Superseded)]
    #[case::gone(Live::Absent, Tend::Wait(at(1)))]
    fn what_is_to_be_lifted_is_lifted_if_it_is_still_ours(#[case] live: Live, #[case] tend: Tend) {
        let lifting = Running { lifting: true, ..running(9, 9) };
        assert_eq!(super::tend(&lifting, &[], live, NOW), tend);
        let other = running(5, 5);
        if live == until(9) {
            assert_eq!(super::tend(&lifting, &[other], live, NOW), Tend::Lift { until: Some(at(5)) });
        }
    }

    #[test]
    fn a_longer_one_that_runs_keeps_its_end() {
        let longer = running(5, 5);
        assert_eq!(tend(&running(0, 0), &[longer], until(5), NOW), Tend::Ended);
        assert_eq!(tend(&running(-1, 2), &[longer], until(2), NOW), Tend::Lift { until: Some(at(5)) });
        assert_eq!(tend(&running(3, 3), &[longer], until(5), NOW), Tend::Wait(at(3)));
    }

    #[test]
    fn what_remains_is_the_longest_that_is_not_over() {
        assert_eq!(rest(&[], NOW), None);
        assert_eq!(rest(&[running(0, 0), running(2, 2), running(1, 1)], NOW), Some(at(2)));
        assert_eq!(rest(&[running(90, 3)], NOW), Some(at(27)));
        assert_eq!(rest(&[Running { lifting: true, ..running(2, 2) }], NOW), None);
    }

    fn any_running() -> impl Strategy<Value = Running> {
        (-40_i64..400, -40_i64..30, proptest::option::of(-40_i64..30), any::<bool>(), any::<bool>()).prop_map(
            |(until, told, asked, held, lifting)| Running {
                asked: asked.map(at),
                held,
                lifting,
                ..running(until, told.min(until))
            },
        )
    }

    proptest! {
        /// Somebody else's end is never touched, and nothing outlasts what was decided.
        #[test]
        fn newer_decisions_hold(
            this in any_running(), others in proptest::collection::vec(any_running(), 0..3), end in proptest::option::of(-40_i64..40),
        ) {
            let live = Live::Until(end.map(at));
            let known = end.is_some_and(|end| this.set(at(end)) || others.iter().any(|other| other.set(at(end))));
            let decided = others.iter().map(|other| other.until).chain([this.until]).max().unwrap();
            match tend(&this, &others, live, NOW) {
                Tend::Set { until, .. } => {
                    prop_assert!(known || !this.held);
                    prop_assert!(until > NOW && until <= this.until && until <= NOW.plus(28 * DAY));
                }
                Tend::Lift { until } => {
                    prop_assert!(known && (this.lifting || this.until <= NOW));
                    prop_assert!(until.is_none_or(|until| until > NOW && until <= decided));
                }
                Tend::Wait(due) => prop_assert!(due > NOW && known && !this.lifting),
                Tend::Ended => prop_assert!(this.lifting || this.until <= NOW),
                Tend::Missed => prop_assert!(!this.held && end.is_none() && this.until <= NOW),
                Tend::Superseded => prop_assert!(!known),
            }
        }

        /// However often it is looked at, a long one is in force until its end.
        #[test]
        fn a_long_timeout_has_no_gap(days in 28_i64..365, down in 0_i64..13) {
            let mut this = Running { told: Some(part(at(days), NOW)), ..running(days, 0) };
            let mut now = renewal(this.told.unwrap());
            for _ in 0..40 {
                now = Timestamp(now.0 + down * 86_400_000);
                match tend(&this, &[], Live::Until(this.told), now) {
                    Tend::Set { until, lapsed: None } => {
                        this.told = Some(until);
                        if until >= this.until {
                            return Ok(());
                        }
                        now = renewal(until).max(now);
                    }
                    Tend::Wait(due) if due >= this.until => return Ok(()),
                    Tend::Wait(due) => now = due,
                    other => prop_assert!(false, "{other:?}"),
                }
            }
            prop_assert!(false, "it never reached its end");
        }
    }
}
