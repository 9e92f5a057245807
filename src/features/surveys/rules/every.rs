//! How often a survey comes: once a week, a month or a quarter, at the same time on the wall as the
//! first time.

use std::collections::BTreeSet;

use crate::clock::Timestamp;
use crate::jobs::recurrence::{Recurrence, Rule};
use crate::text::zone::{TimeOfDay, Zone, calendar_date};

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

    /// What comes first at this instant.
    pub fn recurrence_from(self, first: Timestamp, zone: &Zone) -> Recurrence {
        let shown = zone.local(first);
        self.recurrence(shown.day_number, TimeOfDay { hour: shown.hour, minute: shown.minute })
    }

    /// What comes first on this day. In a month without it, it comes on the month's last.
    pub fn recurrence(self, first_day: i64, time: TimeOfDay) -> Recurrence {
        let (_, _, day) = calendar_date(first_day);
        let (rule, interval) = match self {
            Self::Week => (Rule::Weekly { weekdays: BTreeSet::new() }, 1),
            Self::Month => (Rule::MonthlyByDate { day }, 1),
            Self::Quarter => (Rule::MonthlyByDate { day }, 3),
        };
        Recurrence::new(rule, first_day, time).every(interval)
    }
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
        let recurrence = every.recurrence_from(at(first), &zone);
        let mut last = at(first);
        for expected in then {
            last = recurrence.next_after(last, &zone).unwrap();
            assert_eq!(iso_utc(last), *expected);
        }
    }

    #[test]
    fn what_went_by_meanwhile_is_not_made_up_for() {
        let zone = zone("Europe/Chisinau");
        let weekly = Every::Week.recurrence_from(at("2026-11-16T10:00:00Z"), &zone);
        let next = |after| iso_utc(weekly.next_after(at(after), &zone).unwrap());
        assert_eq!(next("2026-12-25T00:00:00Z"), "2026-12-28T10:00:00Z");
        assert_eq!(next("2026-11-01T00:00:00Z"), "2026-11-16T10:00:00Z");
    }

    proptest! {
        #[test]
        fn every_time_is_later_and_shows_the_same_clock(
            first in 1_600_000_000_000i64..1_800_000_000_000, kind in 0usize..3,
        ) {
            let zone = zone("Europe/Chisinau");
            let every = [Every::Week, Every::Month, Every::Quarter][kind];
            let recurrence = every.recurrence_from(Timestamp(first), &zone);
            let mut last = Timestamp(first);
            for _ in 0..30 {
                let next = recurrence.next_after(last, &zone).unwrap();
                prop_assert!(next > last);
                let (shown, begun) = (zone.local(next), zone.local(Timestamp(first)));
                let skipped = shown.hour == begun.hour + 1 && shown.minute == 0;
                prop_assert!(skipped || (shown.hour, shown.minute) == (begun.hour, begun.minute));
                last = next;
            }
        }
    }
}
