//! Recurrence: what happens again and again, and at which instants.
//!
//! Pure calendar arithmetic: no database, no clock and no Discord. A feature keeps a [`Recurrence`] as
//! JSON or in columns of its own, asks it for the next instant and schedules a job for that.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::text::zone::{TimeOfDay, Weekday, Zone, calendar_date, day_of_date};

/// On which days something happens; [`Recurrence::every`] says in how many days, weeks or months again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    Daily,
    /// On these weekdays; if there are none, on the weekday of the first day.
    Weekly {
        weekdays: BTreeSet<Weekday>,
    },
    /// On this day of the month, 1–31; on the last day of a month that is shorter.
    MonthlyByDate {
        day: i8,
    },
    MonthlyByWeekday {
        nth: Nth,
        weekday: Weekday,
    },
}

/// Which of the four or five Mondays of a month. There is no fifth: many months have none, and who
/// says the fifth means the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nth {
    First,
    Second,
    Third,
    Fourth,
    Last,
}

/// What happens again and again at a time of day.
///
/// The time is that of clocks on the wall, in the zone that is given with each question: it stays the
/// same when clocks change, and names another instant when a server chooses another zone. A time that
/// clocks skip is the first instant after the change; of a time shown twice it is the first.
///
/// An occurrence is named by its day in the rule (days since 1970-01-01), there is at most one on a
/// day. [`Recurrence::skip`] and [`Recurrence::move_to`] change one and leave the others alone. `until`
/// and `count` go by the day and time of the rule: a skipped occurrence counts, and a moved one may
/// come after `until`. Two that fall on the same instant happen once.
///
/// ```
/// use steward::clock::Timestamp;
/// use steward::jobs::recurrence::{Recurrence, Rule};
/// use steward::text::zone::{TimeOfDay, Zone, day_of_date, parse_iso};
///
/// let chisinau = Zone::find("Europe/Chisinau").unwrap();
/// let first = day_of_date(2027, 1, 31).unwrap();
/// let mut closing = Recurrence::new(Rule::MonthlyByDate { day: 31 }, first, TimeOfDay { hour: 18, minute: 0 });
/// let now = parse_iso("2027-01-15T12:00:00Z").unwrap();
/// let coming = |closing: &Recurrence| -> Vec<String> {
///     closing.occurrences(now, &chisinau).take(3).map(|next| chisinau.iso(next.at)).collect()
/// };
/// assert_eq!(
///     coming(&closing),
///     ["2027-01-31T18:00:00+02:00", "2027-02-28T18:00:00+02:00", "2027-03-31T18:00:00+03:00"]
/// );
///
/// assert!(closing.skip(day_of_date(2027, 2, 28).unwrap()));
/// assert_eq!(
///     coming(&closing),
///     ["2027-01-31T18:00:00+02:00", "2027-03-31T18:00:00+03:00", "2027-04-30T18:00:00+03:00"]
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recurrence {
    pub rule: Rule,
    /// Every so many days, weeks or months; 0 is taken as 1.
    interval: u16,
    /// The day from which on it happens, since 1970-01-01; weeks and months are counted from its own.
    pub first_day: i64,
    pub time: TimeOfDay,
    /// The last instant at which it may happen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// How often it happens in all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// By the day of the occurrence.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    exceptions: BTreeMap<i64, Exception>,
}

/// What one occurrence does in place of what the rule says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Exception {
    Skipped,
    /// It happens on another day or at another time.
    Moved {
        day: i64,
        time: TimeOfDay,
    },
}

/// One time that it happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// Its day in the rule, which names it; one that was moved keeps it.
    pub day: i64,
    pub at: Timestamp,
}

impl Rule {
    /// Every week on one day.
    pub fn weekly(weekday: Weekday) -> Self {
        Self::Weekly { weekdays: BTreeSet::from([weekday]) }
    }
}

impl Recurrence {
    /// By a rule from a day on, without end.
    pub const fn new(rule: Rule, first_day: i64, time: TimeOfDay) -> Self {
        Self { rule, interval: 1, first_day, time, until: None, count: None, exceptions: BTreeMap::new() }
    }

    /// Every second, third … day, week or month.
    #[must_use]
    pub fn every(self, interval: u16) -> Self {
        Self { interval, ..self }
    }

    /// In how many days, weeks or months it happens again.
    pub fn interval(&self) -> u16 {
        self.interval.max(1)
    }

    /// Not after this instant.
    #[must_use]
    pub fn until(self, until: Option<Timestamp>) -> Self {
        Self { until, ..self }
    }

    /// Only so often.
    #[must_use]
    pub fn count(self, count: Option<u32>) -> Self {
        Self { count, ..self }
    }

    /// When it happens next; `None` if it does not happen any more.
    pub fn next_after(&self, after: Timestamp, zone: &Zone) -> Option<Timestamp> {
        self.occurrence_after(after, zone).map(|next| next.at)
    }

    /// What comes after an instant, in order.
    pub fn occurrences(&self, after: Timestamp, zone: &Zone) -> impl Iterator<Item = Occurrence> {
        std::iter::successors(self.occurrence_after(after, zone), |last| self.occurrence_after(last.at, zone))
    }

    /// The days of the rule from the first on, those of skipped and moved occurrences among them; without regard
    /// to `until`.
    pub fn days(&self) -> impl Iterator<Item = i64> {
        (0..).map_while(|index| self.day(index))
    }

    /// What single occurrences do in place of what the rule says, by their days.
    pub fn exceptions(&self) -> impl Iterator<Item = (i64, Exception)> {
        self.exceptions.iter().map(|(day, exception)| (*day, *exception))
    }

    /// How many occurrences come before the one of a day, those that were skipped included.
    pub fn index_of(&self, day: i64) -> u32 {
        u32::try_from(self.first_index(day)).unwrap_or(u32::MAX)
    }

    /// The occurrences before that of a day, and from it on: two recurrences that together happen as this one does.
    /// `None`, if it has no occurrence of that day.
    pub fn split_at(&self, day: i64) -> Option<(Self, Self)> {
        if !self.is_day(day) {
            return None;
        }
        let gone = self.index_of(day);
        let keeping = |is_kept: fn(i64, i64) -> bool| -> BTreeMap<i64, Exception> {
            self.exceptions().filter(|(one, _)| is_kept(*one, day)).collect()
        };
        // Those before are counted: what the rule says of the day itself has no say in them.
        let before = Self { count: Some(gone), until: None, exceptions: keeping(|one, day| one < day), ..self.clone() };
        let after = Self {
            first_day: day,
            count: self.count.map(|count| count - gone),
            exceptions: keeping(|one, day| one >= day),
            ..self.clone()
        };
        Some((before, after))
    }

    /// What the occurrence of a day does in place of what the rule says.
    pub fn exception(&self, day: i64) -> Option<Exception> {
        self.exceptions.get(&day).copied()
    }

    /// The occurrence of this day does not happen. False if there is none.
    pub fn skip(&mut self, day: i64) -> bool {
        self.except(day, Exception::Skipped)
    }

    /// The occurrence of a day happens on another day or at another time. False if there is none.
    pub fn move_to(&mut self, day: i64, to: i64, time: TimeOfDay) -> bool {
        self.except(day, Exception::Moved { day: to, time })
    }

    /// The occurrence of a day happens as the rule says again. False if it did.
    pub fn restore(&mut self, day: i64) -> bool {
        self.exceptions.remove(&day).is_some()
    }

    fn except(&mut self, day: i64, exception: Exception) -> bool {
        let known = self.is_day(day);
        if known {
            self.exceptions.insert(day, exception);
        }
        known
    }

    fn occurrence_after(&self, after: Timestamp, zone: &Zone) -> Option<Occurrence> {
        // A day that the calendar leaves out happens at the beginning of the next one.
        let begin = self.first_index(zone.day(after).saturating_sub(1));
        let by_rule = (begin..)
            .map_while(|index| self.day(index))
            .map(|day| Occurrence { day, at: self.by_rule(day, zone) })
            .take_while(|next| self.until.is_none_or(|until| next.at <= until))
            .find(|next| next.at > after && !self.exceptions.contains_key(&next.day));
        let moved = self.exceptions.iter().filter_map(|(&day, exception)| match *exception {
            Exception::Moved { day: to, time } if self.is_day(day) && self.is_in_time(day, zone) => {
                Some(Occurrence { day, at: zone.first_on_day(to, time) })
            }
            Exception::Moved { .. } | Exception::Skipped => None,
        });
        by_rule.into_iter().chain(moved.filter(|next| next.at > after)).min_by_key(|next| next.at)
    }

    fn by_rule(&self, day: i64, zone: &Zone) -> Timestamp {
        zone.first_on_day(day, self.time)
    }

    fn is_in_time(&self, day: i64, zone: &Zone) -> bool {
        self.until.is_none_or(|until| self.by_rule(day, zone) <= until)
    }

    /// Whether the rule has an occurrence of this day, one that was skipped or moved included; without regard to
    /// `until`.
    pub fn is_day(&self, day: i64) -> bool {
        self.day(self.first_index(day)) == Some(day)
    }

    /// The index of the first occurrence on this day or later.
    fn first_index(&self, day: i64) -> i64 {
        // Occurrences lie a day apart at least.
        let (mut low, mut high) = (0, day.saturating_sub(self.first_day).max(0));
        while low < high {
            let middle = low + (high - low) / 2;
            if self.day_by_rule(middle).is_some_and(|found| found < day) { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// The day of the first (index 0), second … occurrence; `None` after the last one.
    fn day(&self, index: i64) -> Option<i64> {
        let counted = self.count.is_none_or(|count| index < i64::from(count));
        if counted { self.day_by_rule(index) } else { None }
    }

    /// The same for ever; `None` after the year 9999, in which the calendar ends.
    fn day_by_rule(&self, index: i64) -> Option<i64> {
        let interval = i64::from(self.interval.max(1));
        match &self.rule {
            Rule::Daily => on_calendar(self.first_day.checked_add(interval.checked_mul(index)?)?),
            Rule::Weekly { weekdays } => {
                let first = Weekday::of_day(self.first_day);
                let own = BTreeSet::from([first]);
                let weekdays = if weekdays.is_empty() { &own } else { weekdays };
                // Of the first week, only what is left of it.
                let gone = weekdays.iter().filter(|weekday| **weekday < first).count();
                let (index, in_week) = (index.checked_add(signed(gone))?, signed(weekdays.len()));
                let weekday = weekdays.iter().nth(usize::try_from(index % in_week).ok()?)?;
                let weeks = interval.checked_mul(index / in_week)?;
                on_calendar(self.first_day + weekday.number() - first.number() + weeks.checked_mul(7)?)
            }
            Rule::MonthlyByDate { day } => self.day_of_month(index, interval, |year, month| {
                (1..=(*day).clamp(1, 31)).rev().find_map(|day| day_of_date(year, month, day))
            }),
            Rule::MonthlyByWeekday { nth, weekday } => {
                self.day_of_month(index, interval, |year, month| nth_weekday(year, month, *nth, *weekday))
            }
        }
    }

    /// The day that `day_in` finds in the month of an occurrence.
    fn day_of_month(&self, index: i64, interval: i64, day_in: impl Fn(i16, i8) -> Option<i64>) -> Option<i64> {
        let (year, month, _) = calendar_date(self.first_day);
        let day_after = |months: i64| {
            let months = (i64::from(year) * 12 + i64::from(month) - 1).checked_add(months)?;
            day_in(i16::try_from(months.div_euclid(12)).ok()?, i8::try_from(months.rem_euclid(12)).ok()? + 1)
        };
        let gone = i64::from(day_after(0)? < self.first_day);
        day_after(index.checked_add(gone)?.checked_mul(interval)?)
    }
}

/// The next time in UTC that clocks show this: for the housekeeping of every night, which is for no
/// server and so in no server's zone.
pub fn next_daily(time: TimeOfDay, now: Timestamp) -> Timestamp {
    let utc = Zone::utc();
    Recurrence::new(Rule::Daily, utc.day(now), time).next_after(now, &utc).unwrap_or(now)
}

fn nth_weekday(year: i16, month: i8, nth: Nth, weekday: Weekday) -> Option<i64> {
    let weeks = match nth {
        Nth::First => 0,
        Nth::Second => 1,
        Nth::Third => 2,
        Nth::Fourth => 3,
        Nth::Last => {
            let last = (28..=31).rev().find_map(|day| day_of_date(year, month, day))?;
            return Some(last - (Weekday::of_day(last).number() - weekday.number()).rem_euclid(7));
        }
    };
    let first = day_of_date(year, month, 1)?;
    Some(first + (weekday.number() - Weekday::of_day(first).number()).rem_euclid(7) + 7 * weeks)
}

/// The day, if a calendar of four-digit years has it.
fn on_calendar(day: i64) -> Option<i64> {
    const BEYOND: i64 = 2_932_897; // 10000-01-01
    (day < BEYOND).then_some(day)
}

fn signed(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::text::zone::{Instants, Week, iso_date, iso_utc, parse_date, parse_iso};

    const HOUR: i64 = 3_600_000;
    const DAY: i64 = 24 * HOUR;
    const MONDAY: Weekday = Weekday::Monday;
    const SUNDAY: Weekday = Weekday::Sunday;

    fn zone(name: &str) -> Zone {
        Zone::find(name).unwrap()
    }

    fn date(text: &str) -> i64 {
        parse_date(text).unwrap()
    }

    const fn time(hour: i8, minute: i8) -> TimeOfDay {
        TimeOfDay { hour, minute }
    }

    fn weekly(weekdays: &[Weekday]) -> Rule {
        Rule::Weekly { weekdays: weekdays.iter().copied().collect() }
    }

    /// The first days, as dates.
    fn days(recurrence: &Recurrence, count: usize) -> Vec<String> {
        (0..).map_while(|index| recurrence.day(index)).take(count).map(iso_date).collect()
    }

    /// All instants from the first day on, as far as there are so many.
    fn instants(recurrence: &Recurrence, count: usize, zone: &Zone) -> Vec<String> {
        let start = Timestamp(zone.start_of_day(recurrence.first_day).0 - 1);
        recurrence.occurrences(start, zone).take(count).map(|next| iso_utc(next.at)).collect()
    }

    #[rstest]
    #[case::daily(Rule::Daily, 1, "2028-02-28", &["2028-02-28", "2028-02-29", "2028-03-01"])]
    #[case::every_third_day(Rule::Daily, 3, "2026-12-30", &["2026-12-30", "2027-01-02", "2027-01-05"])]
    #[case::no_interval(Rule::Daily, 0, "2026-12-30", &["2026-12-30", "2026-12-31"])]
    #[case::weekly(weekly(&[MONDAY]), 1, "2026-11-18", &["2026-11-23", "2026-11-30", "2026-12-07"])]
    #[case::on_its_own_weekday(weekly(&[]), 1, "2026-11-18", &["2026-11-18", "2026-11-25"])]
    #[case::two_weekdays(weekly(&[Weekday::Thursday, MONDAY]), 1, "2026-11-18", &["2026-11-19", "2026-11-23", "2026-11-26", "2026-11-30"])]
    #[case::biweekly(weekly(&[MONDAY]), 2, "2026-12-14", &["2026-12-14", "2026-12-28", "2027-01-11"])]
    #[case::biweekly_from_the_middle_of_a_week(weekly(&[MONDAY, SUNDAY]), 2, "2026-11-18", &["2026-11-22", "2026-11-30", "2026-12-06", "2026-12-14"])]
    #[case::the_31st(Rule::MonthlyByDate { day: 31 }, 1, "2027-01-31", &["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"])]
    #[case::the_30th(Rule::MonthlyByDate { day: 30 }, 1, "2028-01-30", &["2028-01-30", "2028-02-29", "2028-03-30"])]
    #[case::the_31st_from_a_short_month(Rule::MonthlyByDate { day: 31 }, 1, "2027-02-28", &["2027-02-28", "2027-03-31"])]
    #[case::a_day_that_has_gone_by(Rule::MonthlyByDate { day: 15 }, 1, "2026-11-20", &["2026-12-15", "2027-01-15"])]
    #[case::quarterly(Rule::MonthlyByDate { day: 30 }, 3, "2026-11-30", &["2026-11-30", "2027-02-28", "2027-05-30"])]
    #[case::the_29th_of_february(Rule::MonthlyByDate { day: 29 }, 12, "2028-02-29", &["2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"])]
    #[case::no_such_day_of_a_month(Rule::MonthlyByDate { day: 0 }, 1, "2026-11-01", &["2026-11-01", "2026-12-01"])]
    #[case::second_tuesday(Rule::MonthlyByWeekday { nth: Nth::Second, weekday: Weekday::Tuesday }, 1, "2026-11-01", &["2026-11-10", "2026-12-08", "2027-01-12"])]
    #[case::first_monday_that_has_gone_by(Rule::MonthlyByWeekday { nth: Nth::First, weekday: MONDAY }, 1, "2026-11-03", &["2026-12-07", "2027-01-04"])]
    #[case::fourth_sunday(Rule::MonthlyByWeekday { nth: Nth::Fourth, weekday: SUNDAY }, 2, "2026-11-01", &["2026-11-22", "2027-01-24"])]
    #[case::last_friday(Rule::MonthlyByWeekday { nth: Nth::Last, weekday: Weekday::Friday }, 1, "2026-10-01", &["2026-10-30", "2026-11-27", "2026-12-25", "2027-01-29", "2027-02-26"])]
    #[case::last_tuesday_of_a_leap_february(Rule::MonthlyByWeekday { nth: Nth::Last, weekday: Weekday::Tuesday }, 1, "2028-02-01", &["2028-02-29", "2028-03-28"])]
    fn the_days_of_a_rule(#[case] rule: Rule, #[case] every: u16, #[case] first: &str, #[case] expected: &[&str]) {
        let recurrence = Recurrence::new(rule, date(first), time(9, 0)).every(every);
        assert_eq!(days(&recurrence, expected.len()), expected);
    }

    // Every day around the changes of clocks: forward in March, back in October or November.
    #[rstest]
    #[case("Europe/Chisinau", "2026-03-28", 3, ["2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z"])]
    #[case("Europe/Chisinau", "2026-10-24", 3, ["2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"])]
    #[case("Europe/Chisinau", "2027-03-27", 3, ["2027-03-27T01:30:00Z", "2027-03-28T01:00:00Z", "2027-03-29T00:30:00Z"])]
    #[case("Europe/Chisinau", "2027-10-30", 3, ["2027-10-30T00:30:00Z", "2027-10-31T00:30:00Z", "2027-11-01T01:30:00Z"])]
    #[case("Europe/Bucharest", "2026-03-28", 3, ["2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z"])]
    #[case("Europe/Bucharest", "2026-10-24", 3, ["2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"])]
    #[case("Europe/Bucharest", "2027-03-27", 3, ["2027-03-27T01:30:00Z", "2027-03-28T01:00:00Z", "2027-03-29T00:30:00Z"])]
    #[case("Europe/Bucharest", "2027-10-30", 3, ["2027-10-30T00:30:00Z", "2027-10-31T00:30:00Z", "2027-11-01T01:30:00Z"])]
    #[case("Europe/Moscow", "2026-03-28", 3, ["2026-03-28T00:30:00Z", "2026-03-29T00:30:00Z", "2026-03-30T00:30:00Z"])]
    #[case("Europe/Moscow", "2026-10-24", 3, ["2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T00:30:00Z"])]
    #[case("Europe/Moscow", "2027-03-27", 3, ["2027-03-27T00:30:00Z", "2027-03-28T00:30:00Z", "2027-03-29T00:30:00Z"])]
    #[case("Europe/Moscow", "2027-10-30", 3, ["2027-10-30T00:30:00Z", "2027-10-31T00:30:00Z", "2027-11-01T00:30:00Z"])]
    #[case("America/New_York", "2026-03-07", 2, ["2026-03-07T07:30:00Z", "2026-03-08T07:00:00Z", "2026-03-09T06:30:00Z"])]
    #[case("America/New_York", "2026-10-31", 1, ["2026-10-31T05:30:00Z", "2026-11-01T05:30:00Z", "2026-11-02T06:30:00Z"])]
    #[case("America/New_York", "2027-03-13", 2, ["2027-03-13T07:30:00Z", "2027-03-14T07:00:00Z", "2027-03-15T06:30:00Z"])]
    #[case("America/New_York", "2027-11-06", 1, ["2027-11-06T05:30:00Z", "2027-11-07T05:30:00Z", "2027-11-08T06:30:00Z"])]
    #[case("Asia/Kolkata", "2026-03-28", 3, ["2026-03-27T22:00:00Z", "2026-03-28T22:00:00Z", "2026-03-29T22:00:00Z"])]
    #[case("Asia/Kolkata", "2026-10-24", 3, ["2026-10-23T22:00:00Z", "2026-10-24T22:00:00Z", "2026-10-25T22:00:00Z"])]
    #[case("Asia/Kolkata", "2027-03-27", 3, ["2027-03-26T22:00:00Z", "2027-03-27T22:00:00Z", "2027-03-28T22:00:00Z"])]
    #[case("Asia/Kolkata", "2027-10-30", 3, ["2027-10-29T22:00:00Z", "2027-10-30T22:00:00Z", "2027-10-31T22:00:00Z"])]
    #[case("UTC", "2026-03-28", 3, ["2026-03-28T03:30:00Z", "2026-03-29T03:30:00Z", "2026-03-30T03:30:00Z"])]
    #[case("UTC", "2026-10-24", 3, ["2026-10-24T03:30:00Z", "2026-10-25T03:30:00Z", "2026-10-26T03:30:00Z"])]
    #[case("UTC", "2027-03-27", 3, ["2027-03-27T03:30:00Z", "2027-03-28T03:30:00Z", "2027-03-29T03:30:00Z"])]
    #[case("UTC", "2027-10-30", 3, ["2027-10-30T03:30:00Z", "2027-10-31T03:30:00Z", "2027-11-01T03:30:00Z"])]
    fn at_half_past_the_hour_that_clocks_change(
        #[case] name: &str,
        #[case] first: &str,
        #[case] hour: i8,
        #[case] expected: [&str; 3],
    ) {
        let daily = Recurrence::new(Rule::Daily, date(first), time(hour, 30));
        assert_eq!(instants(&daily, 3, &zone(name)), expected);
    }

    /// The 31st at 18:00 in Chisinau, from January on.
    fn closing() -> Recurrence {
        Recurrence::new(Rule::MonthlyByDate { day: 31 }, date("2027-01-31"), time(18, 0))
    }

    const JANUARY: &str = "2027-01-31T16:00:00Z";
    const FEBRUARY: &str = "2027-02-28T16:00:00Z";
    const MARCH: &str = "2027-03-31T15:00:00Z";

    #[rstest]
    #[case::as_it_happens_for_the_last_time(FEBRUARY, &[JANUARY, FEBRUARY])]
    #[case::a_moment_before_that("2027-02-28T15:59:59Z", &[JANUARY])]
    #[case::before_the_first("2027-01-01T00:00:00Z", &[])]
    fn it_happens_until(#[case] until: &str, #[case] expected: &[&str]) {
        let closing = closing().until(parse_iso(until));
        assert_eq!(instants(&closing, 9, &zone("Europe/Chisinau")), expected);
    }

    #[rstest]
    #[case(0, &[])]
    #[case(1, &[JANUARY])]
    #[case(3, &[JANUARY, FEBRUARY, MARCH])]
    fn it_happens_so_often(#[case] count: u32, #[case] expected: &[&str]) {
        let closing = closing().count(Some(count));
        assert_eq!(instants(&closing, 9, &zone("Europe/Chisinau")), expected);
    }

    #[test]
    fn one_occurrence_is_skipped_and_counts() {
        let (chisinau, mut closing) = (zone("Europe/Chisinau"), closing().count(Some(3)));
        assert!(closing.skip(date("2027-02-28")));
        assert_eq!(instants(&closing, 9, &chisinau), [JANUARY, MARCH]);
        assert_eq!(closing.exception(date("2027-02-28")), Some(Exception::Skipped));

        assert!(closing.restore(date("2027-02-28")));
        assert!(!closing.restore(date("2027-02-28")));
        assert_eq!(instants(&closing, 9, &chisinau), [JANUARY, FEBRUARY, MARCH]);
    }

    #[test]
    fn one_occurrence_is_moved_and_keeps_its_name() {
        let (chisinau, mut closing) = (zone("Europe/Chisinau"), closing().count(Some(3)));
        assert!(closing.move_to(date("2027-02-28"), date("2027-03-01"), time(20, 30)));
        assert_eq!(instants(&closing, 9, &chisinau), [JANUARY, "2027-03-01T18:30:00Z", MARCH]);
        let start = parse_iso(JANUARY).unwrap();
        assert_eq!(closing.occurrences(start, &chisinau).next().map(|next| next.day), Some(date("2027-02-28")));

        // Once more, now before the one that came before it.
        assert!(closing.move_to(date("2027-02-28"), date("2027-01-31"), time(9, 0)));
        assert_eq!(instants(&closing, 9, &chisinau), ["2027-01-31T07:00:00Z", JANUARY, MARCH]);
        // On the instant of another one: they happen once.
        assert!(closing.move_to(date("2027-02-28"), date("2027-03-31"), time(18, 0)));
        assert_eq!(instants(&closing, 9, &chisinau), [JANUARY, MARCH]);
    }

    #[test]
    fn the_last_one_may_be_moved_beyond_the_end_and_one_after_the_end_may_not_be_moved_before_it() {
        let (chisinau, mut closing) = (zone("Europe/Chisinau"), closing().until(parse_iso(FEBRUARY)));
        assert!(closing.move_to(date("2027-02-28"), date("2027-03-02"), time(18, 0)));
        assert!(closing.move_to(date("2027-03-31"), date("2027-02-01"), time(18, 0)));
        assert_eq!(instants(&closing, 9, &chisinau), [JANUARY, "2027-03-02T16:00:00Z"]);
    }

    #[test]
    fn what_does_not_happen_is_neither_skipped_nor_moved() {
        let mut closing = closing().count(Some(3));
        for day in ["2027-01-30", "2027-02-27", "2026-12-31", "2027-04-30"] {
            assert!(!closing.skip(date(day)) && !closing.move_to(date(day), date(day), time(9, 0)), "{day}");
        }
    }

    #[test]
    fn in_another_zone_the_day_and_the_time_stay_of_moved_ones_too() {
        let (new_york, mut closing) = (zone("America/New_York"), closing().count(Some(2)));
        assert!(closing.move_to(date("2027-02-28"), date("2027-03-01"), time(20, 30)));
        assert_eq!(instants(&closing, 9, &new_york), ["2027-01-31T23:00:00Z", "2027-03-02T01:30:00Z"]);
    }

    #[test]
    fn it_is_stored_as_json() {
        let plain = Recurrence::new(Rule::Daily, 20_000, time(9, 30));
        let mut rich = Recurrence::new(weekly(&[Weekday::Friday, MONDAY]), date("2026-11-16"), time(18, 0)).every(2);
        rich = rich.until(Some(Timestamp(1_900_000_000_000))).count(Some(10));
        assert!(rich.skip(date("2026-11-16")) && rich.move_to(date("2026-11-20"), date("2026-11-21"), time(19, 0)));
        let last_friday = Rule::MonthlyByWeekday { nth: Nth::Last, weekday: Weekday::Friday };
        for (recurrence, json) in [
            (plain, r#"{"rule":"daily","interval":1,"first_day":20000,"time":{"hour":9,"minute":30}}"#),
            (
                rich,
                r#"{"rule":{"weekly":{"weekdays":["monday","friday"]}},"interval":2,"first_day":20773,"time":{"hour":18,"minute":0},"until":1900000000000,"count":10,"exceptions":{"20773":"skipped","20777":{"moved":{"day":20778,"time":{"hour":19,"minute":0}}}}}"#,
            ),
            (
                Recurrence::new(last_friday, 20_000, time(9, 0)),
                r#"{"rule":{"monthly_by_weekday":{"nth":"last","weekday":"friday"}},"interval":1,"first_day":20000,"time":{"hour":9,"minute":0}}"#,
            ),
        ] {
            assert_eq!(serde_json::to_string(&recurrence).unwrap(), json);
            assert_eq!(serde_json::from_str::<Recurrence>(json).unwrap(), recurrence);
        }
    }

    #[test]
    fn the_end_of_the_calendar_is_the_end() {
        let utc = Zone::utc();
        for rule in [Rule::Daily, weekly(&[MONDAY]), Rule::MonthlyByDate { day: 31 }] {
            let recurrence = Recurrence::new(rule, date("9999-12-01"), time(9, 0));
            assert!(recurrence.next_after(parse_iso("9999-12-20T00:00:00Z").unwrap(), &utc).is_some());
            let end = Timestamp((date("9999-12-31") + 1) * DAY);
            assert_eq!(recurrence.next_after(end, &utc), None);
            assert_eq!(recurrence.next_after(Timestamp(i64::MAX), &utc), None);
        }
    }

    #[test]
    fn the_nightly_time_is_in_utc() {
        let at = |text: &str| parse_iso(text).unwrap();
        assert_eq!(next_daily(time(3, 30), at("2026-11-20T03:29:59Z")), at("2026-11-20T03:30:00Z"));
        assert_eq!(next_daily(time(3, 30), at("2026-11-20T03:30:00Z")), at("2026-11-21T03:30:00Z"));
    }

    /// The next time of one weekday, wherever weeks are counted from.
    fn next_weekly(after: Timestamp, weekday: Weekday, hour: i8, minute: i8, zone: &Zone) -> Timestamp {
        let time = TimeOfDay::clamped(hour.into(), minute.into());
        Recurrence::new(Rule::weekly(weekday), zone.day(after) - 7, time).next_after(after, zone).unwrap()
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
                assert_eq!((Week::containing(at, &zone), shown.weekday, shown.hour), (week, MONDAY, 9), "{name}");
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

    /// Where no day is left out and days are a day apart.
    fn places() -> impl Strategy<Value = Zone> {
        let names = ["UTC", "Europe/Chisinau", "Europe/Bucharest", "Europe/Moscow", "America/New_York", "Asia/Kolkata"];
        proptest::sample::select(names.to_vec()).prop_map(zone)
    }

    fn rules() -> impl Strategy<Value = Rule> {
        let nth = proptest::sample::select(vec![Nth::First, Nth::Second, Nth::Third, Nth::Fourth, Nth::Last]);
        prop_oneof![
            Just(Rule::Daily),
            proptest::collection::btree_set(weekdays(), 0..=7).prop_map(|weekdays| Rule::Weekly { weekdays }),
            (1i8..=31).prop_map(|day| Rule::MonthlyByDate { day }),
            (nth, weekdays()).prop_map(|(nth, weekday)| Rule::MonthlyByWeekday { nth, weekday }),
        ]
    }

    fn recurrences() -> impl Strategy<Value = Recurrence> {
        // 2024 to 2035
        (rules(), 1u16..5, 19_723i64..24_000, 0i8..24, 0i8..60).prop_map(|(rule, every, first, hour, minute)| {
            Recurrence::new(rule, first, time(hour, minute)).every(every)
        })
    }

    /// Whether a rule has a day, said of each day by itself.
    fn has_day(recurrence: &Recurrence, day: i64) -> bool {
        let interval = i64::from(recurrence.interval);
        let months = |day: i64| {
            let (year, month, _) = calendar_date(day);
            i64::from(year) * 12 + i64::from(month)
        };
        let (year, month, of_month) = calendar_date(day);
        let length = (28..=31).rev().find(|last| day_of_date(year, month, *last).is_some()).unwrap();
        let weekday = Weekday::of_day(day);
        let whole_months = (months(day) - months(recurrence.first_day)) % interval == 0;
        day >= recurrence.first_day
            && match &recurrence.rule {
                Rule::Daily => (day - recurrence.first_day) % interval == 0,
                Rule::Weekly { weekdays } => {
                    let weeks = Week::of_day(day).first_day() - Week::of_day(recurrence.first_day).first_day();
                    let own = weekdays.is_empty() && weekday == Weekday::of_day(recurrence.first_day);
                    (weeks / 7) % interval == 0 && (own || weekdays.contains(&weekday))
                }
                Rule::MonthlyByDate { day } => whole_months && of_month == (*day).min(length),
                Rule::MonthlyByWeekday { nth, weekday: wanted } => {
                    let is_nth = match nth {
                        Nth::Last => of_month + 7 > length,
                        earlier => (of_month - 1) / 7 == *earlier as i8,
                    };
                    whole_months && weekday == *wanted && is_nth
                }
            }
    }

    /// The first so many from the first day on.
    fn first(recurrence: &Recurrence, count: usize, zone: &Zone) -> Vec<Occurrence> {
        let start = Timestamp(zone.start_of_day(recurrence.first_day).0 - 1);
        recurrence.occurrences(start, zone).take(count).collect()
    }

    fn weekdays() -> impl Strategy<Value = Weekday> {
        proptest::sample::select(Weekday::ALL.to_vec())
    }

    proptest! {
        #[test]
        fn it_has_the_days_of_its_rule_and_no_others(recurrence in recurrences()) {
            let found: Vec<_> = (0..).map_while(|index| recurrence.day(index)).take(20).collect();
            let last = *found.last().unwrap();
            let expected: Vec<_> = (recurrence.first_day..=last).filter(|day| has_day(&recurrence, *day)).collect();
            prop_assert_eq!(&found, &expected);
            for day in recurrence.first_day - 3..=last {
                prop_assert_eq!(recurrence.is_day(day), has_day(&recurrence, day));
            }
        }

        #[test]
        fn the_clock_on_the_wall_never_drifts(recurrence in recurrences(), zone in places()) {
            for next in first(&recurrence, 60, &zone) {
                let shown = zone.local(next.at);
                prop_assert_eq!(shown.day_number, next.day);
                match zone.on_day(next.day, recurrence.time.hour, recurrence.time.minute).unwrap() {
                    Instants::Skipped { after } => prop_assert!(next.at <= after && shown.minute == 0),
                    at => {
                        prop_assert_eq!(time(shown.hour, shown.minute), recurrence.time);
                        prop_assert_eq!(next.at, at.earliest());
                    }
                }
            }
        }

        #[test]
        fn each_is_later_than_the_one_before_and_found_from_wherever_one_asks(
            recurrence in recurrences(), zone in zones(),
        ) {
            let found = first(&recurrence, 40, &zone);
            for pair in found.windows(2) {
                prop_assert!(pair[0].at < pair[1].at && pair[0].day < pair[1].day);
                let between = Timestamp(pair[0].at.0 + (pair[1].at.since(pair[0].at) - 1) / 2);
                for after in [pair[0].at, between, Timestamp(pair[1].at.0 - 1)] {
                    prop_assert_eq!(recurrence.next_after(after, &zone), Some(pair[1].at));
                }
            }
        }

        #[test]
        fn count_and_until_hold(recurrence in recurrences(), zone in places(), count in 0u32..30) {
            let whole = first(&recurrence, 40, &zone);
            let kept = usize::try_from(count).unwrap();
            prop_assert_eq!(&*first(&recurrence.clone().count(Some(count)), 40, &zone), &whole[..kept]);
            let until = whole[kept].at;
            prop_assert_eq!(&*first(&recurrence.clone().until(Some(until)), 40, &zone), &whole[..=kept]);
            let until = Timestamp(until.0 - 1);
            prop_assert_eq!(&*first(&recurrence.until(Some(until)), 40, &zone), &whole[..kept]);
        }

        #[test]
        fn a_skip_takes_away_exactly_one(recurrence in recurrences(), zone in places(), which in 0usize..20) {
            let mut expected = first(&recurrence, 21, &zone);
            let day = expected.remove(which).day;
            let mut skipped = recurrence.clone();
            prop_assert!(skipped.skip(day));
            prop_assert_eq!(first(&skipped, 20, &zone), expected);
            prop_assert!(skipped.restore(day));
            prop_assert_eq!(skipped, recurrence);
        }

        #[test]
        fn a_move_changes_exactly_one(
            recurrence in recurrences(), zone in places(), which in 0usize..20, by in -20i64..20, minutes in 0i64..1_440,
        ) {
            let recurrence = recurrence.count(Some(20));
            let mut expected = first(&recurrence, 20, &zone);
            let moved = expected.remove(which);
            let (to, at) = (recurrence.first_day + 30 + by, TimeOfDay::from_minutes(minutes));
            expected.push(Occurrence { at: zone.first_on_day(to, at), ..moved });
            expected.sort_by_key(|next| next.at);
            expected.dedup_by_key(|next| next.at);
            let mut changed = recurrence;
            prop_assert!(changed.move_to(moved.day, to, at));
            let found = first(&changed, 30, &zone).into_iter().map(|next| next.at).collect::<Vec<_>>();
            prop_assert_eq!(found, expected.iter().map(|next| next.at).collect::<Vec<_>>());
        }

        #[test]
        fn in_two_parts_it_happens_as_in_one(
            recurrence in recurrences(), zone in places(), at in 0usize..20, skipped in 0usize..20,
            moved in 0usize..20, count in proptest::option::of(20u32..30), ends in proptest::option::of(20usize..25),
        ) {
            let days: Vec<i64> = recurrence.days().take(26).collect();
            let until = ends.map(|place| zone.first_on_day(days[place], recurrence.time));
            let mut whole = recurrence.count(count).until(until);
            whole.skip(days[skipped]);
            whole.move_to(days[moved], days[moved] + 2, time(5, 17));
            let all = |one: &Recurrence| -> BTreeSet<i64> {
                one.occurrences(Timestamp(0), &zone).take(40).map(|next| next.at.0).collect()
            };
            let (before, after) = whole.split_at(days[at]).unwrap();
            // An endless one is compared as far as it was looked at.
            let last = Timestamp(zone.start_of_day(days[19]).0);
            let within = |found: BTreeSet<i64>| -> BTreeSet<i64> { found.into_iter().filter(|at| *at < last.0).collect() };
            let both: BTreeSet<i64> = all(&before).union(&all(&after)).copied().collect();
            prop_assert_eq!(within(both), within(all(&whole)));
            prop_assert_eq!(after.days().take(5).collect::<Vec<_>>(), whole.days().skip(at).take(5).collect::<Vec<_>>());
            prop_assert_eq!(before.days().collect::<Vec<_>>(), days[..at].to_vec());
        }

        #[test]
        fn what_is_stored_is_read_back(recurrence in recurrences(), count: Option<u32>, until in 0i64..4_000_000_000_000) {
            let stored = recurrence.count(count).until(Some(Timestamp(until)));
            let json = serde_json::to_string(&stored).unwrap();
            prop_assert_eq!(serde_json::from_str::<Recurrence>(&json).unwrap(), stored);
        }

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
                prop_assert_eq!(Week::containing(following, &zone), Week::containing(at, &zone).next());
                at = following;
            }
        }
    }
}
