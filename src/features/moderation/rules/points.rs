//! What a warning weighs, for how long it counts, and what a person has at an instant.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::error::Message;
use crate::text::duration;

/// How many days the points of a warning count, where nothing else is chosen.
pub const TERM_DAYS: i64 = 90;
/// The longest that can be chosen: two years.
pub const LONGEST_DAYS: i64 = 730;

/// What was typed is no term.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no term for points: {0}")]
pub struct NoTerm(pub String);

impl From<NoTerm> for Message {
    fn from(NoTerm(typed): NoTerm) -> Self {
        Self::new("setting-points_expire-none").with("typed", typed).with("longest", LONGEST_DAYS)
    }
}

/// How many days somebody means: "90 days", "3 months", "90".
///
/// # Errors
/// If it is nothing of the kind, no whole number of days, or too long.
pub fn term(typed: &str) -> Result<i64, NoTerm> {
    let typed = typed.trim();
    let days = typed.parse().ok().or_else(|| {
        let seconds = duration::parse(typed).ok()?.as_secs();
        if seconds % 86_400 == 0 { i64::try_from(seconds / 86_400).ok() } else { None }
    });
    days.filter(|days| (1..=LONGEST_DAYS).contains(days)).ok_or_else(|| NoTerm(typed.to_owned()))
}

/// So many days as a span; the usual one for what is no term.
pub fn term_of(days: i64) -> Duration {
    let days = u64::try_from(days).ok().filter(|days| *days > 0).unwrap_or(TERM_DAYS.unsigned_abs());
    Duration::from_secs(days * 86_400)
}

/// How grave a warning is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    #[default]
    Minor = 1,
    Serious = 2,
    Severe = 3,
}

impl Severity {
    /// From the mildest on.
    pub const ALL: [Self; 3] = [Self::Minor, Self::Serious, Self::Severe];

    /// As it is typed and stored: 1, 2 or 3.
    pub const fn number(self) -> i64 {
        self as i64
    }

    /// From 1, 2 or 3.
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.number() == number)
    }

    /// What a warning like this adds.
    pub const fn points(self) -> i64 {
        match self {
            Self::Minor => 1,
            Self::Serious => 2,
            Self::Severe => 4,
        }
    }
}

/// The points of one warning that stands: a warning that was voided leaves none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Points {
    pub count: i64,
    /// The first instant at which they count no more.
    pub expire_at: Timestamp,
}

impl Points {
    /// Of a warning given now, that count so long.
    pub fn given(severity: Severity, now: Timestamp, term: Duration) -> Self {
        Self { count: severity.points(), expire_at: now.plus(term) }
    }
}

/// What counts at an instant.
pub fn active(points: &[Points], at: Timestamp) -> i64 {
    points.iter().filter(|points| at < points.expire_at).map(|points| points.count).sum()
}

/// The points that expire next, and when; `None` where nothing counts.
pub fn oldest(points: &[Points], at: Timestamp) -> Option<Points> {
    let first = points.iter().map(|points| points.expire_at).filter(|expire_at| at < *expire_at).min()?;
    let count = points.iter().filter(|points| points.expire_at == first).map(|points| points.count).sum();
    Some(Points { count, expire_at: first })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOW: Timestamp = Timestamp::from_seconds(1_795_176_000);

    #[test]
    fn severity_makes_points() {
        let points: Vec<_> = Severity::ALL.map(|severity| (severity.number(), severity.points())).to_vec();
        assert_eq!(points, [(1, 1), (2, 2), (3, 4)]);
        assert_eq!(Severity::from_number(2), Some(Severity::Serious));
        assert_eq!((Severity::from_number(0), Severity::from_number(4)), (None, None));
    }

    #[test]
    fn a_term_is_whole_days_up_to_two_years() {
        for (typed, days) in [("90 days", 90), (" 30 ", 30), ("3 months", 90), ("o săptămână", 7), ("2 years", 730)]
        {
            assert_eq!(term(typed), Ok(days), "{typed}");
        }
        for typed in ["", "soon", "12h", "0", "0 days", "-5", "731", "1d 12h", "3 years"] {
            assert_eq!(term(typed), Err(NoTerm(typed.to_owned())), "{typed}");
        }
    }

    #[test]
    fn points_expire_to_the_millisecond() {
        let given = [Points::given(Severity::Severe, NOW, term_of(TERM_DAYS))];
        let end = NOW.plus(Duration::from_secs(90 * 86_400));
        assert_eq!(given[0].expire_at, end);
        assert_eq!((active(&given, NOW), active(&given, Timestamp(end.0 - 1)), active(&given, end)), (4, 4, 0));
    }

    #[test]
    fn the_oldest_points_expire_first_and_together() {
        let at = |days: u64| NOW.plus(Duration::from_secs(days * 86_400));
        let points = [
            Points { count: 4, expire_at: at(9) },
            Points { count: 1, expire_at: at(3) },
            Points { count: 1, expire_at: at(3) },
            Points { count: 2, expire_at: NOW },
        ];
        assert_eq!(oldest(&points, NOW), Some(Points { count: 2, expire_at: at(3) }));
        assert_eq!(oldest(&points, at(3)), Some(Points { count: 4, expire_at: at(9) }));
        assert_eq!(oldest(&points, at(9)), None);
        assert_eq!(oldest(&[], NOW), None);
    }

    proptest! {
        #[test]
        fn what_counts_only_falls_until_something_is_added(
            given in proptest::collection::vec((1_i64..5, 0_i64..1_000), 0..8), early in 0_i64..1_000, later in 0_i64..1_000,
        ) {
            let points: Vec<_> =
                given.into_iter().map(|(count, at)| Points { count, expire_at: Timestamp(at) }).collect();
            let (early, late) = (Timestamp(early), Timestamp(early + later));
            prop_assert!(active(&points, late) <= active(&points, early));
            match oldest(&points, early) {
                None => prop_assert_eq!(active(&points, early), 0),
                Some(next) => {
                    let before = Timestamp(next.expire_at.0 - 1);
                    prop_assert_eq!(active(&points, before), active(&points, early));
                    prop_assert_eq!(active(&points, next.expire_at), active(&points, early) - next.count);
                }
            }
        }
    }
}
