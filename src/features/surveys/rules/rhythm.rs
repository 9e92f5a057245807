//! When a survey comes again: at the same time on the wall as the first time, once a week, a month or
//! a quarter.

use crate::clock::Timestamp;
use crate::text::zone::{Zone, calendar_date, day_of_date};

/// How often a survey comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    Week,
    Month,
    Quarter,
}

impl Every {
    /// As it is stored.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
        }
    }

    /// What a stored name means.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Week, Self::Month, Self::Quarter].into_iter().find(|every| every.name() == name)
    }
}

/// A survey that comes again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rhythm {
    pub every: Every,
    /// The day of the first time, since 1970-01-01 where the people are.
    pub day: i64,
    pub hour: i8,
    pub minute: i8,
}

impl Rhythm {
    /// What begins at this instant.
    pub fn from(every: Every, first: Timestamp, zone: &Zone) -> Self {
        let shown = zone.local(first);
        Self { every, day: shown.day_number, hour: shown.hour, minute: shown.minute }
    }

    /// The first time after an instant. Times that went by meanwhile are not made up for.
    ///
    /// A time that clocks skip is the first instant after the change, of a time shown twice it is the
    /// first; in a month without the day it is the month's last.
    pub fn next(&self, after: Timestamp, zone: &Zone) -> Timestamp {
        let mut times = (0..).map(|turn| zone.first_on_day(self.day_of(turn), self.hour, self.minute));
        times.find(|at| *at > after).unwrap_or(after)
    }

    /// The day of the first, second, third time.
    fn day_of(&self, turn: i64) -> i64 {
        match self.every {
            Every::Week => self.day + 7 * turn,
            Every::Month => months_later(self.day, turn),
            Every::Quarter => months_later(self.day, 3 * turn),
        }
    }
}

/// The same day so many months later, or the last one where that month is shorter.
fn months_later(day: i64, months: i64) -> i64 {
    let (year, month, of_month) = calendar_date(day);
    let month = i64::from(month) - 1 + months;
    let (year, month) = (i64::from(year) + month.div_euclid(12), month.rem_euclid(12) + 1);
    let (Ok(year), Ok(month)) = (i16::try_from(year), i8::try_from(month)) else { return i64::MAX / 2 };
    (1..=of_month).rev().find_map(|of_month| day_of_date(year, month, of_month)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::text::zone::{iso_utc, parse_iso};

    fn at(iso: &str) -> Timestamp {
        parse_iso(iso).unwrap()
    }

    fn zone(name: &str) -> Zone {
        Zone::find(name).unwrap()
    }

    #[rstest]
    #[case::weekly(Every::Week, "2026-11-16T10:00:00Z", &["2026-11-23T10:00:00Z", "2026-11-30T10:00:00Z"])]
    #[case::out_of_summer_time(Every::Week, "2026-10-19T09:00:00Z", &["2026-10-26T10:00:00Z", "2026-11-02T10:00:00Z"])]
    #[case::into_it(Every::Week, "2026-03-23T10:00:00Z", &["2026-03-30T09:00:00Z"])]
    #[case::a_time_that_is_skipped(Every::Week, "2026-03-22T01:30:00Z", &["2026-03-29T01:00:00Z", "2026-04-05T00:30:00Z"])]
    #[case::a_time_shown_twice(Every::Week, "2026-10-18T00:30:00Z", &["2026-10-25T00:30:00Z", "2026-11-01T01:30:00Z"])]
    #[case::the_31st(Every::Month, "2026-01-31T10:00:00Z", &["2026-02-28T10:00:00Z", "2026-03-31T09:00:00Z", "2026-04-30T09:00:00Z"])]
    #[case::over_the_year(Every::Quarter, "2026-11-30T10:00:00Z", &["2027-02-28T10:00:00Z", "2027-05-30T09:00:00Z"])]
    fn it_comes_at_the_same_time_on_the_wall(#[case] every: Every, #[case] first: &str, #[case] then: &[&str]) {
        let zone = zone("Europe/Chisinau");
        let rhythm = Rhythm::from(every, at(first), &zone);
        let mut last = at(first);
        for expected in then {
            last = rhythm.next(last, &zone);
            assert_eq!(iso_utc(last), *expected);
        }
    }

    #[test]
    fn what_went_by_meanwhile_is_not_made_up_for() {
        let zone = zone("Europe/Chisinau");
        let weekly = Rhythm::from(Every::Week, at("2026-11-16T10:00:00Z"), &zone);
        assert_eq!(iso_utc(weekly.next(at("2026-12-25T00:00:00Z"), &zone)), "2026-12-28T10:00:00Z");
        assert_eq!(iso_utc(weekly.next(at("2026-11-01T00:00:00Z"), &zone)), "2026-11-16T10:00:00Z");
    }

    proptest! {
        #[test]
        fn every_time_is_later_and_shows_the_same_clock(
            first in 1_600_000_000_000i64..1_800_000_000_000, kind in 0usize..3,
        ) {
            let zone = zone("Europe/Chisinau");
            let every = [Every::Week, Every::Month, Every::Quarter][kind];
            let rhythm = Rhythm::from(every, Timestamp(first), &zone);
            let mut last = Timestamp(first);
            for _ in 0..30 {
                let next = rhythm.next(last, &zone);
                prop_assert!(next > last);
                let (shown, begun) = (zone.local(next), zone.local(Timestamp(first)));
                let skipped = shown.hour == begun.hour + 1 && shown.minute == 0;
                prop_assert!(skipped || (shown.hour, shown.minute) == (begun.hour, begun.minute));
                last = next;
            }
        }
    }
}
