//! Series: how often an event repeats, in words that people choose, and which occurrence is next.

use std::collections::HashSet;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::jobs::recurrence::{Nth, Occurrence, Recurrence, Rule};
use crate::text::zone::{TimeOfDay, Zone, calendar_date};

const DAY: Duration = Duration::from_secs(86_400);

/// How often an event takes place.
// Discord sends the place of a choice in this list, and a registered command may be old: append only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Repeat {
    #[name = "daily"]
    Daily,
    #[name = "weekly"]
    Weekly,
    #[name = "biweekly"]
    Biweekly,
    #[name = "monthly"]
    Monthly,
    /// On the same weekday of the month: the second Tuesday.
    #[name = "monthly on the same weekday"]
    MonthlyByWeekday,
}

impl Repeat {
    /// The shortest that lies between two occurrences: none may take longer.
    pub const fn shortest(self) -> Duration {
        match self {
            Self::Daily => DAY,
            Self::Weekly => Duration::from_secs(7 * DAY.as_secs()),
            Self::Biweekly => Duration::from_secs(14 * DAY.as_secs()),
            Self::Monthly | Self::MonthlyByWeekday => Duration::from_secs(28 * DAY.as_secs()),
        }
    }

    /// The series that begins at an instant, without end.
    pub fn from(self, starts: Timestamp, zone: &Zone) -> Recurrence {
        let shown = zone.local(starts);
        let (first, time) = (shown.day_number, TimeOfDay { hour: shown.hour, minute: shown.minute });
        match self {
            Self::Daily => Recurrence::new(Rule::Daily, first, time),
            Self::Weekly => Recurrence::new(Rule::weekly(shown.weekday), first, time),
            Self::Biweekly => Recurrence::new(Rule::weekly(shown.weekday), first, time).every(2),
            Self::Monthly => Recurrence::new(Rule::MonthlyByDate { day: shown.day }, first, time),
            Self::MonthlyByWeekday => {
                let rule = Rule::MonthlyByWeekday { nth: nth(first), weekday: shown.weekday };
                Recurrence::new(rule, first, time)
            }
        }
    }

    /// How often a series takes place, by its rule.
    pub fn of_series(series: &Recurrence) -> Self {
        match &series.rule {
            Rule::Daily => Self::Daily,
            Rule::Weekly { .. } if series.interval() == 2 => Self::Biweekly,
            Rule::Weekly { .. } => Self::Weekly,
            Rule::MonthlyByDate { .. } => Self::Monthly,
            Rule::MonthlyByWeekday { .. } => Self::MonthlyByWeekday,
        }
    }
}

/// Which of the weekdays of its month a day is; a fifth is the last.
pub fn nth(day: i64) -> Nth {
    let (_, _, of_month) = calendar_date(day);
    match (of_month - 1) / 7 {
        0 => Nth::First,
        1 => Nth::Second,
        2 => Nth::Third,
        3 => Nth::Fourth,
        _ => Nth::Last,
    }
}

/// The first occurrence that is not over and has no row yet.
pub fn next(
    series: &Recurrence,
    length: Duration,
    known: &HashSet<i64>,
    now: Timestamp,
    zone: &Zone,
) -> Option<Occurrence> {
    // At most as many have rows as are known, so this comes to an end.
    series.occurrences(now.minus(length), zone).take(known.len() + 1).find(|next| !known.contains(&next.day))
}

/// The first instant of the occurrences at which clocks show another offset than at the first of them: from then on
/// it takes place at the same time of day, and at another distance from the ones before.
pub fn clock_change(occurrences: &[Timestamp], zone: &Zone) -> Option<Timestamp> {
    let first = zone.local(*occurrences.first()?).offset;
    occurrences.iter().copied().find(|at| zone.local(*at).offset != first)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::text::zone::parse_iso;

    fn starts(repeat: Repeat, zone: &str, first: &str, count: usize) -> Vec<String> {
        let (zone, first) = (Zone::find(zone).unwrap(), parse_iso(first).unwrap());
        let series = repeat.from(first, &zone);
        series.occurrences(Timestamp(first.0 - 1), &zone).take(count).map(|next| zone.iso(next.at)).collect()
    }

    // Over both changes of 2026 and 2027 in each zone: the time of day stays, whatever the offset.
    #[rstest]
    #[case("Europe/Chisinau", "2026-03-22T19:00:00+02:00", &["2026-03-22T19:00:00+02:00", "2026-03-29T19:00:00+03:00", "2026-04-05T19:00:00+03:00"])]
    #[case("Europe/Chisinau", "2026-10-18T19:00:00+03:00", &["2026-10-18T19:00:00+03:00", "2026-10-25T19:00:00+02:00", "2026-11-01T19:00:00+02:00"])]
    #[case("Europe/Chisinau", "2027-03-21T19:00:00+02:00", &["2027-03-21T19:00:00+02:00", "2027-03-28T19:00:00+03:00", "2027-04-04T19:00:00+03:00"])]
    #[case("Europe/Chisinau", "2027-10-24T19:00:00+03:00", &["2027-10-24T19:00:00+03:00", "2027-10-31T19:00:00+02:00", "2027-11-07T19:00:00+02:00"])]
    #[case("Europe/Bucharest", "2026-03-22T19:00:00+02:00", &["2026-03-22T19:00:00+02:00", "2026-03-29T19:00:00+03:00", "2026-04-05T19:00:00+03:00"])]
    #[case("Europe/Bucharest", "2026-10-18T19:00:00+03:00", &["2026-10-18T19:00:00+03:00", "2026-10-25T19:00:00+02:00", "2026-11-01T19:00:00+02:00"])]
    #[case("Europe/Bucharest", "2027-03-21T19:00:00+02:00", &["2027-03-21T19:00:00+02:00", "2027-03-28T19:00:00+03:00", "2027-04-04T19:00:00+03:00"])]
    #[case("Europe/Bucharest", "2027-10-24T19:00:00+03:00", &["2027-10-24T19:00:00+03:00", "2027-10-31T19:00:00+02:00", "2027-11-07T19:00:00+02:00"])]
    #[case("Europe/Moscow", "2026-03-22T19:00:00+03:00", &["2026-03-22T19:00:00+03:00", "2026-03-29T19:00:00+03:00", "2026-04-05T19:00:00+03:00"])]
    #[case("Europe/Moscow", "2026-10-18T19:00:00+03:00", &["2026-10-18T19:00:00+03:00", "2026-10-25T19:00:00+03:00", "2026-11-01T19:00:00+03:00"])]
    #[case("Europe/Moscow", "2027-03-21T19:00:00+03:00", &["2027-03-21T19:00:00+03:00", "2027-03-28T19:00:00+03:00", "2027-04-04T19:00:00+03:00"])]
    #[case("Europe/Moscow", "2027-10-24T19:00:00+03:00", &["2027-10-24T19:00:00+03:00", "2027-10-31T19:00:00+03:00", "2027-11-07T19:00:00+03:00"])]
    #[case("America/New_York", "2026-03-01T19:00:00-05:00", &["2026-03-01T19:00:00-05:00", "2026-03-08T19:00:00-04:00", "2026-03-15T19:00:00-04:00"])]
    #[case("America/New_York", "2026-10-25T19:00:00-04:00", &["2026-10-25T19:00:00-04:00", "2026-11-01T19:00:00-05:00", "2026-11-08T19:00:00-05:00"])]
    #[case("America/New_York", "2027-03-07T19:00:00-05:00", &["2027-03-07T19:00:00-05:00", "2027-03-14T19:00:00-04:00", "2027-03-21T19:00:00-04:00"])]
    #[case("America/New_York", "2027-10-31T19:00:00-04:00", &["2027-10-31T19:00:00-04:00", "2027-11-07T19:00:00-05:00", "2027-11-14T19:00:00-05:00"])]
    #[case("Asia/Kolkata", "2026-03-22T19:00:00+05:30", &["2026-03-22T19:00:00+05:30", "2026-03-29T19:00:00+05:30", "2026-04-05T19:00:00+05:30"])]
    #[case("Asia/Kolkata", "2026-10-18T19:00:00+05:30", &["2026-10-18T19:00:00+05:30", "2026-10-25T19:00:00+05:30", "2026-11-01T19:00:00+05:30"])]
    #[case("Asia/Kolkata", "2027-03-21T19:00:00+05:30", &["2027-03-21T19:00:00+05:30", "2027-03-28T19:00:00+05:30", "2027-04-04T19:00:00+05:30"])]
    #[case("Asia/Kolkata", "2027-10-24T19:00:00+05:30", &["2027-10-24T19:00:00+05:30", "2027-10-31T19:00:00+05:30", "2027-11-07T19:00:00+05:30"])]
    #[case("UTC", "2026-03-22T19:00:00Z", &["2026-03-22T19:00:00+00:00", "2026-03-29T19:00:00+00:00", "2026-04-05T19:00:00+00:00"])]
    #[case("UTC", "2026-10-18T19:00:00Z", &["2026-10-18T19:00:00+00:00", "2026-10-25T19:00:00+00:00", "2026-11-01T19:00:00+00:00"])]
    #[case("UTC", "2027-03-21T19:00:00Z", &["2027-03-21T19:00:00+00:00", "2027-03-28T19:00:00+00:00", "2027-04-04T19:00:00+00:00"])]
    #[case("UTC", "2027-10-24T19:00:00Z", &["2027-10-24T19:00:00+00:00", "2027-10-31T19:00:00+00:00", "2027-11-07T19:00:00+00:00"])]
    fn a_weekly_event_keeps_its_time_of_day(#[case] zone: &str, #[case] first: &str, #[case] expected: &[&str]) {
        assert_eq!(starts(Repeat::Weekly, zone, first, expected.len()), expected);
    }

    #[rstest]
    #[case::every_day(Repeat::Daily, "2026-10-24T19:00:00+03:00", &["2026-10-24T19:00:00+03:00", "2026-10-25T19:00:00+02:00"])]
    #[case::every_other_week(Repeat::Biweekly, "2026-10-18T19:00:00+03:00", &["2026-10-18T19:00:00+03:00", "2026-11-01T19:00:00+02:00", "2026-11-15T19:00:00+02:00"])]
    #[case::the_31st(Repeat::Monthly, "2027-01-31T19:00:00+02:00", &["2027-01-31T19:00:00+02:00", "2027-02-28T19:00:00+02:00", "2027-03-31T19:00:00+03:00"])]
    #[case::the_29th_of_february(Repeat::Monthly, "2028-01-29T19:00:00+02:00", &["2028-01-29T19:00:00+02:00", "2028-02-29T19:00:00+02:00", "2028-03-29T19:00:00+03:00"])]
    #[case::the_second_tuesday(Repeat::MonthlyByWeekday, "2026-12-08T19:00:00+02:00", &["2026-12-08T19:00:00+02:00", "2027-01-12T19:00:00+02:00", "2027-02-09T19:00:00+02:00"])]
    #[case::a_fifth_monday_is_the_last(Repeat::MonthlyByWeekday, "2026-11-30T19:00:00+02:00", &["2026-11-30T19:00:00+02:00", "2026-12-28T19:00:00+02:00", "2027-01-25T19:00:00+02:00"])]
    fn each_rhythm_in_chisinau(#[case] repeat: Repeat, #[case] first: &str, #[case] expected: &[&str]) {
        assert_eq!(starts(repeat, "Europe/Chisinau", first, expected.len()), expected);
    }

    #[test]
    fn what_was_missed_is_not_made_up_for_and_what_takes_place_now_is_not_missed() {
        let zone = Zone::utc();
        let first = parse_iso("2026-11-16T09:00:00Z").unwrap();
        let series = Repeat::Daily.from(first, &zone);
        let hour = Duration::from_secs(3_600);
        let known = HashSet::from([series.first_day]);
        let at = |now: &str| next(&series, hour, &known, parse_iso(now).unwrap(), &zone).map(|next| zone.iso(next.at));
        assert_eq!(at("2026-11-16T10:00:00Z").as_deref(), Some("2026-11-17T09:00:00+00:00"));
        assert_eq!(at("2026-11-19T09:30:00Z").as_deref(), Some("2026-11-19T09:00:00+00:00"));
        assert_eq!(at("2026-11-19T10:00:00Z").as_deref(), Some("2026-11-20T09:00:00+00:00"));
    }

    #[test]
    fn the_change_of_clocks_is_noticed() {
        let zone = Zone::find("Europe/Chisinau").unwrap();
        let at = |text: &str| parse_iso(text).unwrap();
        let over = [at("2026-10-18T16:00:00Z"), at("2026-10-25T17:00:00Z")];
        assert_eq!(clock_change(&over, &zone), Some(over[1]));
        assert_eq!(clock_change(&over[1..], &zone), None);
    }
}
