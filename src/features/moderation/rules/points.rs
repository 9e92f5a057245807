//! What a warning weighs, for how long it counts, and what a person has at an instant.

use std::time::Duration;

use crate::clock::Timestamp;

/// How long the points of a warning count.
pub const POINTS_LAST: Duration = Duration::from_secs(90 * 86_400);

/// How grave a warning is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
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
    pub fn of(number: i64) -> Option<Self> {
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
    /// Of a warning given now.
    pub fn given(severity: Severity, now: Timestamp) -> Self {
        Self { count: severity.points(), expire_at: now.plus(POINTS_LAST) }
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
        assert_eq!(Severity::of(2), Some(Severity::Serious));
        assert_eq!((Severity::of(0), Severity::of(4)), (None, None));
    }

    #[test]
    fn points_expire_to_the_millisecond() {
        let given = [Points::given(Severity::Severe, NOW)];
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
