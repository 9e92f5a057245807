//! What comes again and again: when it comes next on the calendar where the people are.

use crate::clock::Timestamp;
use crate::text::zone::{Weekday, Zone};

/// The next time after `after` at which it is this weekday, hour and minute in the zone.
///
/// A time that clocks skip is the first instant after the change; of a time shown twice it is the
/// first. So there is one such time in every week, an hour apart from seven days where clocks
/// change. Hours and minutes that no clock has are taken as its first or last.
pub fn next_weekly(after: Timestamp, weekday: Weekday, hour: i8, minute: i8, zone: &Zone) -> Timestamp {
    let (hour, minute) = (hour.clamp(0, 23), minute.clamp(0, 59));
    let today = zone.day(after);
    let ahead = (weekday.number() - Weekday::of_day(today).number()).rem_euclid(7);
    // From the week before: where a whole day is skipped, its time comes on the day after.
    let mut times = (-1..).map(|weeks| zone.first_on_day(today + ahead + 7 * weeks, hour, minute));
    times.find(|at| *at > after).unwrap_or(after)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::text::zone::{Instants, Week, iso_utc, parse_iso};

    const HOUR: i64 = 3_600_000;
    const DAY: i64 = 24 * HOUR;
    const MONDAY: Weekday = Weekday::Monday;
    const SUNDAY: Weekday = Weekday::Sunday;

    fn zone(name: &str) -> Zone {
        Zone::find(name).unwrap()
    }

    fn next(after: &str, weekday: Weekday, hour: i8, minute: i8, name: &str) -> String {
        iso_utc(next_weekly(parse_iso(after).unwrap(), weekday, hour, minute, &zone(name)))
    }

    #[rstest]
    #[case::a_moment_before("2026-11-16T06:59:59.999Z", "2026-11-16T07:00:00Z")]
    #[case::never_the_same_instant("2026-11-16T07:00:00Z", "2026-11-23T07:00:00Z")]
    #[case::the_day_after("2026-11-17T00:00:00Z", "2026-11-23T07:00:00Z")]
    #[case::monday_has_begun_where_the_people_are("2026-11-22T22:30:00Z", "2026-11-23T07:00:00Z")]
    #[case::into_summer_time("2026-03-23T07:00:00Z", "2026-03-30T06:00:00Z")]
    #[case::out_of_it("2026-10-19T06:00:00Z", "2026-10-26T07:00:00Z")]
    #[case::after_week_52_comes_53("2026-12-21T07:00:00Z", "2026-12-28T07:00:00Z")]
    #[case::after_week_53_comes_1("2026-12-28T07:00:00Z", "2027-01-04T07:00:00Z")]
    fn mondays_at_nine_in_chisinau(#[case] after: &str, #[case] expected: &str) {
        assert_eq!(next(after, MONDAY, 9, 0, "Europe/Chisinau"), expected);
    }

    // Clocks go forward from 03:00 to 04:00, in New York from 02:00 to 03:00.
    #[rstest]
    #[case("Europe/Chisinau", "2026-03-25T00:00:00Z", 3, 30, "2026-03-29T01:00:00Z")]
    #[case("Europe/Chisinau", "2026-03-25T00:00:00Z", 3, 0, "2026-03-29T01:00:00Z")]
    #[case("Europe/Chisinau", "2026-03-25T00:00:00Z", 2, 59, "2026-03-29T00:59:00Z")]
    #[case("Europe/Chisinau", "2026-03-25T00:00:00Z", 4, 0, "2026-03-29T01:00:00Z")]
    #[case("Europe/Chisinau", "2026-03-29T01:00:00Z", 3, 30, "2026-04-05T00:30:00Z")]
    #[case("Europe/Bucharest", "2026-03-25T00:00:00Z", 3, 45, "2026-03-29T01:00:00Z")]
    #[case("America/New_York", "2026-03-04T00:00:00Z", 2, 30, "2026-03-08T07:00:00Z")]
    #[case("America/New_York", "2026-03-08T07:00:00Z", 2, 30, "2026-03-15T06:30:00Z")]
    fn a_skipped_time_is_the_first_instant_after_the_change(
        #[case] zone: &str,
        #[case] after: &str,
        #[case] hour: i8,
        #[case] minute: i8,
        #[case] expected: &str,
    ) {
        assert_eq!(next(after, SUNDAY, hour, minute, zone), expected);
    }

    // Clocks go back from 04:00 to 03:00, in New York from 02:00 to 01:00.
    #[rstest]
    #[case("Europe/Chisinau", "2026-10-22T00:00:00Z", 3, "2026-10-25T00:30:00Z")]
    #[case("Europe/Chisinau", "2026-10-25T00:30:00Z", 3, "2026-11-01T01:30:00Z")]
    #[case("Europe/Bucharest", "2026-10-22T00:00:00Z", 3, "2026-10-25T00:30:00Z")]
    #[case("America/New_York", "2026-10-29T00:00:00Z", 1, "2026-11-01T05:30:00Z")]
    #[case("America/New_York", "2026-11-01T05:30:00Z", 1, "2026-11-08T06:30:00Z")]
    fn a_time_shown_twice_is_its_first(
        #[case] zone: &str,
        #[case] after: &str,
        #[case] hour: i8,
        #[case] expected: &str,
    ) {
        assert_eq!(next(after, SUNDAY, hour, 30, zone), expected);
    }

    #[rstest]
    #[case::west("Europe/Chisinau", "2026-11-16T07:00:00Z", "America/New_York", "2026-11-16T14:00:00Z")]
    #[case::east("America/New_York", "2026-11-16T14:00:00Z", "Europe/Chisinau", "2026-11-23T07:00:00Z")]
    fn in_another_zone_it_is_the_same_time_on_the_wall(
        #[case] old: &str,
        #[case] last: &str,
        #[case] new: &str,
        #[case] expected: &str,
    ) {
        let before = parse_iso(last).unwrap();
        assert_eq!(next(&iso_utc(Timestamp(before.0 - 1)), MONDAY, 9, 0, old), last);
        assert_eq!(next(last, MONDAY, 9, 0, new), expected);
    }

    #[test]
    fn a_year_of_mondays_at_nine_is_one_for_each_week() {
        for name in ["Europe/Chisinau", "Europe/Bucharest", "America/New_York"] {
            let zone = zone(name);
            let mut week: Week = "2026-W01".parse().unwrap();
            let mut at = Timestamp(week.start(&zone).0 - 1);
            for _ in 0..106 {
                at = next_weekly(at, MONDAY, 9, 0, &zone);
                let shown = zone.local(at);
                assert_eq!((Week::of(at, &zone), shown.weekday, shown.hour), (week, MONDAY, 9), "{name}");
                week = week.next();
            }
            assert_eq!(week.to_string(), "2028-W02", "{name}: 2026 has 53 weeks");
        }
    }

    #[test]
    fn a_day_that_a_calendar_leaves_out_is_not_left_out() {
        // Samoa went from Thursday, 29 December 2011, to Saturday.
        let friday = |after| next(after, Weekday::Friday, 9, 0, "Pacific/Apia");
        assert_eq!(friday("2011-12-30T09:59:59Z"), "2011-12-30T10:00:00Z");
        assert_eq!(friday("2011-12-30T10:00:00Z"), "2012-01-05T19:00:00Z");
    }

    #[test]
    fn times_that_no_clock_has_are_the_nearest() {
        assert_eq!(next("2026-11-16T00:00:00Z", MONDAY, 24, 60, "UTC"), "2026-11-16T23:59:00Z");
        assert_eq!(next("2026-11-16T00:00:00Z", MONDAY, -1, -1, "UTC"), "2026-11-23T00:00:00Z");
    }

    fn zones() -> impl Strategy<Value = Zone> {
        let names =
            ["UTC", "Europe/Chisinau", "Europe/Bucharest", "America/New_York", "Australia/Lord_Howe", "Asia/Gaza"];
        proptest::sample::select(names.to_vec()).prop_map(zone)
    }

    fn weekdays() -> impl Strategy<Value = Weekday> {
        proptest::sample::select(Weekday::ALL.to_vec())
    }

    proptest! {
        #[test]
        fn it_is_later_on_that_day_at_that_time_and_the_first_such_time(
            zone in zones(), weekday in weekdays(), hour in 0i8..24, minute in 0i8..60,
            after in 1_500_000_000_000i64..1_900_000_000_000,
        ) {
            let after = Timestamp(after);
            let at = next_weekly(after, weekday, hour, minute, &zone);
            prop_assert!(at > after);
            prop_assert!(at.since(after) <= 7 * DAY + 2 * HOUR);
            let shown = zone.local(at);
            prop_assert_eq!(shown.weekday, weekday);
            match zone.on_day(shown.day_number, hour, minute) {
                Some(Instants::Skipped { after: same_distance }) => {
                    prop_assert!(at <= same_distance);
                    // The minute before was still the one before the gap.
                    let before = zone.local(Timestamp(at.0 - 1));
                    prop_assert!((before.hour, before.minute) < (hour, minute));
                }
                _ => prop_assert_eq!((shown.hour, shown.minute, shown.second), (hour, minute, 0)),
            }
            // Whatever instant between is asked from, it is the same one.
            let between = Timestamp(after.0 + (at.since(after) - 1) / 2);
            prop_assert_eq!(next_weekly(between, weekday, hour, minute, &zone), at);
            prop_assert_eq!(next_weekly(Timestamp(at.0 - 1), weekday, hour, minute, &zone), at);
        }

        #[test]
        fn asked_again_and_again_it_walks_one_week_at_a_time(
            zone in zones(), weekday in weekdays(), hour in 0i8..24, minute in 0i8..60,
            after in 1_500_000_000_000i64..1_900_000_000_000,
        ) {
            let mut at = next_weekly(Timestamp(after), weekday, hour, minute, &zone);
            for _ in 0..60 {
                let following = next_weekly(at, weekday, hour, minute, &zone);
                prop_assert_eq!(zone.day(following) - zone.day(at), 7);
                prop_assert_eq!(Week::of(following, &zone), Week::of(at, &zone).next());
                at = following;
            }
        }
    }
}
