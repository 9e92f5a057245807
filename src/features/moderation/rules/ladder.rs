//! What follows from points: a ladder of rungs, each with what happens when it is crossed.
//!
//! A rung fires when a warning lifts a person's active points from below it to it or past it, so it
//! fires once for each crossing: again only after points have expired or were voided in between.
//! Where one warning crosses several, the highest fires.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use crate::clock::Timestamp;
use crate::discord::access::authorize::Action;
use crate::error::Message;
use crate::features::moderation::actions;
use crate::text::duration;

/// The ladder of a server that has chosen none.
pub const DEFAULT: &str = "3 timeout 1h, 5 timeout 1d, 8 timeout 7d, 10 decide";
/// The longest timeout that Discord takes.
pub const LONGEST_TIMEOUT: Duration = Duration::from_secs(28 * 86_400);
/// The shortest that makes a difference.
pub const SHORTEST_TIMEOUT: Duration = Duration::from_secs(60);
/// More rungs than anybody can keep in mind.
const MOST_RUNGS: usize = 10;
const MOST_POINTS: i64 = 1_000;

/// The rungs, the lowest first; no two at the same points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder(Vec<Rung>);

/// From so many active points on, this follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rung {
    pub points: i64,
    pub step: Step,
}

/// What follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Timeout(Duration),
    Kick,
    Ban,
    /// Managers decide.
    Decide,
}

impl Step {
    /// What it does to a person, where it does anything by itself.
    pub const fn action(self) -> Option<Action> {
        match self {
            Self::Timeout(_) => Some(actions::TIMEOUT),
            Self::Kick => Some(actions::KICK),
            Self::Ban => Some(actions::BAN),
            Self::Decide => None,
        }
    }
}

impl Ladder {
    /// From the lowest on.
    pub fn rungs(&self) -> &[Rung] {
        &self.0
    }

    /// The rung that fires when active points rise from `before` to `after`.
    pub fn crossed(&self, before: i64, after: i64) -> Option<Rung> {
        self.0.iter().rev().find(|rung| before < rung.points && rung.points <= after).copied()
    }

    /// The next rung above these points.
    pub fn next(&self, points: i64) -> Option<Rung> {
        self.0.iter().find(|rung| points < rung.points).copied()
    }
}

impl Default for Ladder {
    #[expect(clippy::expect_used, reason = "a constant of ours, which the tests read")]
    fn default() -> Self {
        DEFAULT.parse().expect("the default ladder")
    }
}

/// The end of a timeout of this length from now on; `None` if a longer one is running, which is
/// never shortened.
pub fn timeout_until(length: Duration, running: Option<Timestamp>, now: Timestamp) -> Option<Timestamp> {
    let until = now.plus(length);
    running.is_none_or(|running| running < until).then_some(until)
}

/// Why a text is no ladder.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("not a rung: {0}")]
    NotARung(String),
    #[error("no timeout of this length: {0}")]
    Length(String),
    #[error("two rungs at {0}")]
    Twice(i64),
    #[error("too many rungs")]
    TooMany,
}

impl From<Problem> for Message {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::NotARung(typed) => Self::new("ladder-not-a-rung").with("typed", typed),
            Problem::Length(typed) => Self::new("ladder-length").with("typed", typed),
            Problem::Twice(points) => Self::new("ladder-twice").with("points", points),
            Problem::TooMany => Self::new("ladder-too-many").with("most", MOST_RUNGS),
        }
    }
}

impl FromStr for Ladder {
    type Err = Problem;

    /// "3 timeout 1h, 10 decide"; "off" is a ladder without rungs.
    fn from_str(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        if text.eq_ignore_ascii_case("off") {
            return Ok(Self(Vec::new()));
        }
        let mut rungs: Vec<Rung> = text.split([',', ';']).map(str::parse).collect::<Result<_, _>>()?;
        if rungs.len() > MOST_RUNGS {
            return Err(Problem::TooMany);
        }
        rungs.sort_by_key(|rung| rung.points);
        match rungs.windows(2).find(|pair| pair[0].points == pair[1].points) {
            Some(pair) => Err(Problem::Twice(pair[0].points)),
            None => Ok(Self(rungs)),
        }
    }
}

impl FromStr for Rung {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let not_a_rung = || Problem::NotARung(text.trim().to_owned());
        let (points, step) = text.trim().split_once(char::is_whitespace).ok_or_else(not_a_rung)?;
        let points = points.parse().ok().filter(|points| (1..=MOST_POINTS).contains(points)).ok_or_else(not_a_rung)?;
        let step = step.trim().to_lowercase();
        let step = match step.split_once(char::is_whitespace) {
            None if step == "kick" => Step::Kick,
            None if step == "ban" => Step::Ban,
            None if step == "decide" => Step::Decide,
            Some(("timeout", length)) => {
                let length = duration::parse(length).ok();
                let length = length.filter(|length| (SHORTEST_TIMEOUT..=LONGEST_TIMEOUT).contains(length));
                Step::Timeout(length.ok_or_else(|| Problem::Length(text.trim().to_owned()))?)
            }
            _ => return Err(not_a_rung()),
        };
        Ok(Self { points, step })
    }
}

impl fmt::Display for Ladder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("off");
        }
        let rungs: Vec<String> = self.0.iter().map(Rung::to_string).collect();
        f.write_str(&rungs.join(", "))
    }
}

impl fmt::Display for Rung {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.step {
            Step::Timeout(length) => write!(f, "{} timeout {}", self.points, duration::format(length)),
            Step::Kick => write!(f, "{} kick", self.points),
            Step::Ban => write!(f, "{} ban", self.points),
            Step::Decide => write!(f, "{} decide", self.points),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    const HOUR: Duration = Duration::from_secs(3_600);

    #[test]
    fn the_default_is_gentle() {
        let ladder = Ladder::default();
        let steps: Vec<_> = ladder.rungs().iter().map(|rung| (rung.points, rung.step)).collect();
        assert_eq!(
            steps,
            [
                (3, Step::Timeout(HOUR)),
                (5, Step::Timeout(24 * HOUR)),
                (8, Step::Timeout(7 * 24 * HOUR)),
                (10, Step::Decide)
            ]
        );
        assert_eq!(ladder.to_string(), DEFAULT);
    }

    #[rstest]
    #[case("3 timeout 1h, 5 timeout 24h", "3 timeout 1h, 5 timeout 1d")]
    #[case(" 10 DECIDE;4 kick ; 6  Ban", "4 kick, 6 ban, 10 decide")]
    #[case("1 timeout 90 min", "1 timeout 1h 30m")]
    #[case("2 timeout 28 дней", "2 timeout 28d")]
    #[case("Off", "off")]
    fn a_ladder_is_read_as_it_is_typed(#[case] typed: &str, #[case] kept: &str) {
        assert_eq!(typed.parse::<Ladder>().unwrap().to_string(), kept);
    }

    #[rstest]
    #[case("", Problem::NotARung(String::new()))]
    #[case("3", Problem::NotARung("3".to_owned()))]
    #[case("0 kick", Problem::NotARung("0 kick".to_owned()))]
    #[case("-3 kick", Problem::NotARung("-3 kick".to_owned()))]
    #[case("1001 kick", Problem::NotARung("1001 kick".to_owned()))]
    #[case("3 kick, 5 jail", Problem::NotARung("5 jail".to_owned()))]
    #[case("3 kick 1h", Problem::NotARung("3 kick 1h".to_owned()))]
    #[case("3 timeout", Problem::NotARung("3 timeout".to_owned()))]
    #[case("3 timeout soon", Problem::Length("3 timeout soon".to_owned()))]
    #[case("3 timeout 59s", Problem::Length("3 timeout 59s".to_owned()))]
    #[case("3 timeout 29d", Problem::Length("3 timeout 29d".to_owned()))]
    #[case("3 kick, 3 ban", Problem::Twice(3))]
    #[case("1 kick,2 kick,3 kick,4 kick,5 kick,6 kick,7 kick,8 kick,9 kick,10 kick,11 kick", Problem::TooMany)]
    fn what_is_no_ladder_is_refused(#[case] typed: &str, #[case] problem: Problem) {
        assert_eq!(typed.parse::<Ladder>(), Err(problem));
    }

    #[rstest]
    #[case(0, 2, None)]
    #[case(2, 3, Some(3))] // to it
    #[case(2, 4, Some(3))] // past it
    #[case(3, 4, None)] // crossed before
    #[case(1, 5, Some(5))] // the highest of two
    #[case(2, 10, Some(10))]
    #[case(12, 16, None)]
    #[case(9, 13, Some(10))]
    fn the_highest_rung_that_is_newly_crossed_fires(
        #[case] before: i64,
        #[case] after: i64,
        #[case] points: Option<i64>,
    ) {
        let fired = Ladder::default().crossed(before, after);
        assert_eq!(fired.map(|rung| rung.points), points);
    }

    #[test]
    fn the_next_rung_is_the_first_above() {
        let ladder = Ladder::default();
        let next = |points| ladder.next(points).map(|rung| rung.points);
        assert_eq!((next(0), next(3), next(7), next(9), next(10)), (Some(3), Some(5), Some(8), Some(10), None));
        assert_eq!("off".parse::<Ladder>().unwrap().next(0), None);
    }

    #[test]
    fn a_timeout_is_never_shortened() {
        let now = Timestamp::from_seconds(1_795_176_000);
        let until = now.plus(HOUR);
        assert_eq!(timeout_until(HOUR, None, now), Some(until));
        assert_eq!(timeout_until(HOUR, Some(Timestamp(until.0 - 1)), now), Some(until));
        assert_eq!(timeout_until(HOUR, Some(until), now), None);
        assert_eq!(timeout_until(HOUR, Some(Timestamp(until.0 + 1)), now), None);
    }

    fn any_ladder() -> impl Strategy<Value = Ladder> {
        let step = prop_oneof![
            (60_u64..=28 * 86_400).prop_map(|seconds| Step::Timeout(Duration::from_secs(seconds))),
            Just(Step::Kick),
            Just(Step::Ban),
            Just(Step::Decide),
        ];
        proptest::collection::btree_map(1..=MOST_POINTS, step, 0..=MOST_RUNGS)
            .prop_map(|rungs| Ladder(rungs.into_iter().map(|(points, step)| Rung { points, step }).collect()))
    }

    proptest! {
        #[test]
        fn what_is_kept_is_read_back(ladder in any_ladder()) {
            prop_assert_eq!(ladder.to_string().parse(), Ok(ladder));
        }

        #[test]
        fn no_text_is_too_strange(text in r"(\PC|[0-9]|[ ,;]|timeout|kick|1h|decide){0,30}") {
            if let Ok(ladder) = text.parse::<Ladder>() {
                prop_assert!(ladder.rungs().is_sorted_by(|a, b| a.points < b.points));
            }
        }

        /// However the way up is cut into warnings, each rung that is passed fires at most once, and the
        /// highest that was reached fires.
        #[test]
        fn each_crossing_fires_once(ladder in any_ladder(), steps in proptest::collection::vec(1_i64..200, 1..12)) {
            let mut points = 0;
            let mut fired = Vec::new();
            for step in steps {
                fired.extend(ladder.crossed(points, points + step).map(|rung| rung.points));
                points += step;
            }
            prop_assert!(fired.is_sorted_by(|a, b| a < b), "{:?}", fired);
            let reached = ladder.rungs().iter().rev().find(|rung| rung.points <= points).map(|rung| rung.points);
            prop_assert_eq!(fired.last().copied(), reached);
            prop_assert!(ladder.next(points).is_none_or(|rung| rung.points > points));
        }

        /// Points that fell below a rung and rise again cross it again.
        #[test]
        fn a_new_crossing_fires_again(low in 0_i64..3, high in 3_i64..5) {
            let ladder = Ladder::default();
            prop_assert_eq!(ladder.crossed(low, high).map(|rung| rung.points), Some(3));
        }
    }
}
