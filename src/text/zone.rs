//! Calendars: what day, week and hour an instant is where the people are, and back.
//!
//! The only file that knows time zones. The rules come from the database inside the binary, never
//! from the machine: installed zone data is often years old, and two machines must not disagree
//! about when a week begins. Days are numbers since 1970-01-01, weeks are ISO weeks.

use std::fmt;
use std::str::FromStr;
use std::sync::{Arc, LazyLock};

use jiff::SignedDuration;
use jiff::civil::{Date, ISOWeekDate};
use jiff::tz::{AmbiguousOffset, Offset as Difference, TimeZone, TimeZoneDatabase};

use crate::clock::Timestamp;

/// The rules inside the binary. `TimeZone::get` would prefer the machine's files.
static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

const EPOCH: Date = Date::constant(1970, 1, 1);

/// A time zone by its IANA name, or one whose clocks never change, with the name that says how far they are
/// from UTC.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone(TimeZone, Option<Arc<str>>);

/// What clocks and calendars of a zone show at one instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Local {
    pub year: i16,
    /// 1–12.
    pub month: i8,
    /// 1–31.
    pub day: i8,
    pub hour: i8,
    pub minute: i8,
    pub second: i8,
    pub weekday: Weekday,
    /// Days since 1970-01-01 in the zone, as [`Zone::day`].
    pub day_number: i64,
    /// Seconds east of Greenwich.
    pub offset: i32,
}

/// A day of the week; the number is ISO's, Monday = 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weekday {
    Monday = 1,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// How far the clocks of a zone are from Greenwich, for a time.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Offset {
    /// Seconds east of Greenwich.
    pub seconds: i32,
    /// "EET", "EEST", "+03".
    pub abbreviation: String,
    /// Whether it is that of summer.
    pub is_summer: bool,
}

/// A time as clocks on the wall show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct TimeOfDay {
    /// 0–23.
    pub hour: i8,
    /// 0–59.
    pub minute: i8,
}

/// Which instants a wall-clock time names: clocks that go forward skip an hour, clocks that go back
/// show one twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instants {
    One(Timestamp),
    /// Skipped: no clock ever shows it. `after` is the time that is as far after the change as the
    /// skipped one is past the start of the gap (02:30 → 03:30).
    Skipped {
        after: Timestamp,
    },
    /// Shown twice.
    Twice {
        first: Timestamp,
        second: Timestamp,
    },
}

impl Instants {
    /// The first of two; for a skipped time, the one as long after the change.
    pub const fn earliest(self) -> Timestamp {
        match self {
            Self::One(at) | Self::Skipped { after: at } | Self::Twice { first: at, .. } => at,
        }
    }
}

impl Zone {
    /// The zone that holds where nobody has chosen one.
    pub const fn utc() -> Self {
        Self(TimeZone::UTC, None)
    }

    /// A zone whose clocks stay this many seconds east of Greenwich, all year; `None` beyond what clocks show.
    pub fn fixed(seconds: i32) -> Option<Self> {
        if seconds == 0 {
            return Some(Self::utc());
        }
        let rules =
            Difference::from_seconds(seconds).ok().filter(|_| seconds % 60 == 0 && seconds.abs() <= 14 * 3_600)?;
        let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
        let name = format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60);
        Some(Self(TimeZone::fixed(rules), Some(name.into())))
    }

    /// The zone of this name, in any case: an IANA name, or what [`Zone::name`] gives for a [fixed](Zone::fixed)
    /// one; `None` if there is no such zone.
    pub fn find(name: &str) -> Option<Self> {
        let east = name.strip_prefix("UTC+").map(|rest| (1, rest)).or_else(|| Some((-1, name.strip_prefix("UTC-")?)));
        if let Some((sign, (hours, minutes))) = east.and_then(|(sign, rest)| Some((sign, rest.split_once(':')?))) {
            let (hours, minutes): (u8, u8) = (hours.parse().ok()?, minutes.parse().ok()?);
            return Self::fixed(sign * (i32::from(hours) * 3_600 + i32::from(minutes) * 60));
        }
        ZONES.get(name).ok().map(|rules| Self(rules, None))
    }

    /// The IANA names there are, in the order of the alphabet.
    pub fn names() -> Vec<String> {
        let mut names: Vec<String> = ZONES.available().map(|name| name.to_string()).collect();
        names.sort_unstable();
        names
    }

    /// The IANA name; "UTC+02:00" of a [fixed](Zone::fixed) one.
    pub fn name(&self) -> &str {
        self.1.as_deref().or_else(|| self.0.iana_name()).unwrap_or("UTC")
    }

    /// Days since 1970-01-01 in this zone's calendar.
    pub fn day(&self, at: Timestamp) -> i64 {
        day_number(self.0.to_datetime(instant(at)).date())
    }

    /// The first instant of a day. Midnight itself may be skipped; the day then begins after it.
    pub fn start_of_day(&self, day: i64) -> Timestamp {
        self.on_day(day, 0, 0).map_or_else(|| Timestamp(far(day)), Instants::earliest)
    }

    /// What the calendar and the clock on the wall show.
    pub fn local(&self, at: Timestamp) -> Local {
        let offset = self.0.to_offset(instant(at));
        let shown = offset.to_datetime(instant(at));
        let day_number = day_number(shown.date());
        Local {
            year: shown.year(),
            month: shown.month(),
            day: shown.day(),
            hour: shown.hour(),
            minute: shown.minute(),
            second: shown.second(),
            weekday: Weekday::of_day(day_number),
            day_number,
            offset: offset.seconds(),
        }
    }

    /// The instants at which a calendar and a clock show this; `None` for a date or time that no
    /// calendar has (30 February, 25:00).
    pub fn instants(&self, year: i16, month: i8, day: i8, hour: i8, minute: i8) -> Option<Instants> {
        let shown = Date::new(year, month, day).ok()?.to_datetime(jiff::civil::Time::new(hour, minute, 0, 0).ok()?);
        let ambiguous = self.0.to_ambiguous_timestamp(shown);
        let earliest = ours(ambiguous.compatible().ok()?);
        Some(match ambiguous.offset() {
            AmbiguousOffset::Unambiguous { .. } => Instants::One(earliest),
            AmbiguousOffset::Gap { .. } => Instants::Skipped { after: earliest },
            AmbiguousOffset::Fold { .. } => Instants::Twice { first: earliest, second: ours(ambiguous.later().ok()?) },
        })
    }

    /// As [`Zone::instants`], for a day by its number.
    pub fn on_day(&self, day: i64, hour: i8, minute: i8) -> Option<Instants> {
        let date = date_checked(day)?;
        self.instants(date.year(), date.month(), date.day(), hour, minute)
    }

    /// The instant on a day at which a clock first shows this time or a later one: a skipped time is
    /// the first instant after the change.
    pub fn first_on_day(&self, day: i64, time: TimeOfDay) -> Timestamp {
        match self.on_day(day, time.hour, time.minute) {
            Some(Instants::Skipped { after }) => {
                let later = instant(Timestamp(after.0 + 1));
                self.0.preceding(later).next().map_or(after, |change| ours(change.timestamp()))
            }
            Some(shown) => shown.earliest(),
            None => Timestamp(far(day)),
        }
    }

    /// The instant at which a calendar and a clock show this. A time that clocks skip is taken as
    /// long after the change as it lies past its start; of a time shown twice, the first. `None`
    /// for a date or time that no calendar has.
    pub fn at(&self, year: i16, month: i8, day: i8, hour: i8, minute: i8) -> Option<Timestamp> {
        self.instants(year, month, day, hour, minute).map(Instants::earliest)
    }

    /// What the zone calls its time then: "EET", "EEST", "+03".
    pub fn abbreviation(&self, at: Timestamp) -> String {
        self.0.to_offset_info(instant(at)).abbreviation().to_owned()
    }

    /// How far its clocks are from Greenwich then.
    pub fn offset(&self, at: Timestamp) -> Offset {
        let shown = self.0.to_offset_info(instant(at));
        Offset {
            seconds: shown.offset().seconds(),
            abbreviation: shown.abbreviation().to_owned(),
            is_summer: shown.dst().is_dst(),
        }
    }

    /// The instants after one and up to another at which its clocks change, in order.
    pub fn changes(&self, after: Timestamp, until: Timestamp) -> Vec<Timestamp> {
        let changes = self.0.following(instant(after)).map(|change| ours(change.timestamp()));
        changes.take_while(|at| *at <= until).collect()
    }

    /// "2026-12-05T19:00:00+02:00".
    pub fn iso(&self, at: Timestamp) -> String {
        let whole = instant(Timestamp::from_seconds(at.seconds()));
        whole.display_with_offset(self.0.to_offset(whole)).to_string()
    }
}

impl Weekday {
    /// From Monday on.
    pub const ALL: [Self; 7] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];

    /// The weekday of a day since 1970-01-01, which was a Thursday.
    pub const fn of_day(day: i64) -> Self {
        Self::ALL[((day.rem_euclid(7) + 3) % 7) as usize]
    }

    /// Monday = 1 … Sunday = 7.
    pub const fn number(self) -> i64 {
        self as i64
    }
}

impl TimeOfDay {
    /// The nearest one that a clock has.
    #[must_use]
    pub fn clamped(hour: i64, minute: i64) -> Self {
        let part = |number: i64, most: i64| i8::try_from(number.clamp(0, most)).unwrap_or(0);
        Self { hour: part(hour, 23), minute: part(minute, 59) }
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> i64 {
        i64::from(self.hour) * 60 + i64::from(self.minute)
    }

    /// From minutes since midnight; the last minute of the day for what is no time.
    pub fn from_minutes(minutes: i64) -> Self {
        let minutes = minutes.clamp(0, 24 * 60 - 1);
        Self::clamped(minutes / 60, minutes % 60)
    }
}

impl fmt::Display for TimeOfDay {
    /// "09:00".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// "2026-12-05" of a day since 1970-01-01.
pub fn iso_date(day: i64) -> String {
    date_of(day).to_string()
}

/// The day since 1970-01-01 of what [`iso_date`] writes, and of nothing else.
pub fn parse_date(text: &str) -> Option<i64> {
    text.parse().ok().map(day_number).filter(|day| iso_date(*day) == text)
}

/// Year, month and day of a day since 1970-01-01.
pub fn calendar_date(day: i64) -> (i16, i8, i8) {
    let date = date_of(day);
    (date.year(), date.month(), date.day())
}

/// The day since 1970-01-01 of a date; `None` if there is no such date.
pub fn day_of_date(year: i16, month: i8, day: i8) -> Option<i64> {
    Date::new(year, month, day).ok().map(day_number)
}

/// The instant of an ISO 8601 time with an offset or `Z`, as people type it. What programs write is read
/// by [`rfc3339`](super::rfc3339).
pub fn parse_iso(text: &str) -> Option<Timestamp> {
    text.parse().ok().map(ours)
}

/// "2026-12-05T17:00:00.250Z", milliseconds only where there are any.
pub fn iso_utc(at: Timestamp) -> String {
    instant(at).to_string()
}

/// An ISO week: Monday to Sunday. Written "2026-W47".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Week {
    /// The day of its Monday.
    monday: i64,
}

/// Weeks from the first to the last, both included. Written "2026-W01..2026-W10".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekRange {
    pub first: Week,
    pub last: Week,
}

/// Why a text is no week or range of weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoWeek {
    #[error("a week is written like 2026-W47")]
    Form,
    #[error("that year has no week of this number")]
    Missing,
    #[error("weeks are written like 2026-W01..2026-W10")]
    RangeForm,
    #[error("the last week lies before the first")]
    Backwards,
}

impl Week {
    /// The week of an instant in a zone.
    pub fn containing(at: Timestamp, zone: &Zone) -> Self {
        Self::of_day(zone.day(at))
    }

    /// The week of a day since 1970-01-01.
    pub const fn of_day(day: i64) -> Self {
        Self { monday: day - (day.rem_euclid(7) + 3) % 7 }
    }

    /// The day of its Monday; the six after it belong to it too.
    pub const fn first_day(self) -> i64 {
        self.monday
    }

    /// The first instant.
    pub fn start(self, zone: &Zone) -> Timestamp {
        zone.start_of_day(self.monday)
    }

    /// The first instant that no longer belongs to it.
    pub fn end(self, zone: &Zone) -> Timestamp {
        self.next().start(zone)
    }

    /// The week after.
    #[must_use]
    pub const fn next(self) -> Self {
        Self { monday: self.monday + 7 }
    }

    /// The week before.
    #[must_use]
    pub const fn previous(self) -> Self {
        Self { monday: self.monday - 7 }
    }

    /// The ISO year, which is not the calendar's around New Year.
    pub fn year(self) -> i16 {
        date_of(self.monday).iso_week_date().year()
    }

    /// 1–53.
    pub fn number(self) -> i8 {
        date_of(self.monday).iso_week_date().week()
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year(), self.number())
    }
}

impl FromStr for Week {
    type Err = NoWeek;

    fn from_str(text: &str) -> Result<Self, NoWeek> {
        let (year, week) = text.trim().split_once("-W").ok_or(NoWeek::Form)?;
        if year.len() != 4 || week.len() != 2 || !(year.bytes().chain(week.bytes())).all(|byte| byte.is_ascii_digit()) {
            return Err(NoWeek::Form);
        }
        let (Ok(year), Ok(week)) = (year.parse(), week.parse()) else {
            return Err(NoWeek::Form);
        };
        let monday = ISOWeekDate::new(year, week, jiff::civil::Weekday::Monday).map_err(|_| NoWeek::Missing)?;
        Ok(Self { monday: day_number(monday.date()) })
    }
}

impl WeekRange {
    /// The weeks in order.
    pub fn iter(self) -> impl Iterator<Item = Week> {
        std::iter::successors(Some(self.first), |week| Some(week.next())).take_while(move |week| *week <= self.last)
    }
}

impl fmt::Display for WeekRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.first, self.last)
    }
}

impl FromStr for WeekRange {
    type Err = NoWeek;

    fn from_str(text: &str) -> Result<Self, NoWeek> {
        let (first, last) = text.split_once("..").ok_or(NoWeek::RangeForm)?;
        let (first, last) = (first.parse()?, last.parse()?);
        if last < first { Err(NoWeek::Backwards) } else { Ok(Self { first, last }) }
    }
}

/// jiff's instant; what lies outside its calendar (before −9999, after 9999) becomes its edge.
fn instant(at: Timestamp) -> jiff::Timestamp {
    let edge = if at.0 < 0 { jiff::Timestamp::MIN } else { jiff::Timestamp::MAX };
    jiff::Timestamp::from_millisecond(at.0).unwrap_or(edge)
}

fn ours(at: jiff::Timestamp) -> Timestamp {
    Timestamp(at.as_millisecond())
}

fn day_number(date: Date) -> i64 {
    date.duration_since(EPOCH).as_hours() / 24
}

fn date_checked(day: i64) -> Option<Date> {
    EPOCH.checked_add(SignedDuration::from_secs(day.checked_mul(86_400)?)).ok()
}

fn date_of(day: i64) -> Date {
    date_checked(day).unwrap_or(if day < 0 { Date::MIN } else { Date::MAX })
}

/// A day outside the calendar, as UTC would have it.
fn far(day: i64) -> i64 {
    day.saturating_mul(86_400_000)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    const HOUR: i64 = 3_600_000;

    fn zone(name: &str) -> Zone {
        Zone::find(name).unwrap()
    }

    fn week(text: &str) -> Week {
        text.parse().unwrap()
    }

    fn utc(text: &str) -> Timestamp {
        parse_iso(text).unwrap()
    }

    #[test]
    fn the_rules_are_the_ones_inside_the_binary() {
        assert!(format!("{:?}", *ZONES).contains("Bundled"), "{:?}", *ZONES);
        let chisinau = zone("Europe/Chisinau");
        assert_eq!(chisinau.local(utc("2026-03-29T00:30:00Z")).hour, 2, "old rules change clocks an hour too early");
        assert_eq!(chisinau.local(utc("2026-03-29T01:00:00Z")).hour, 4);
    }

    #[test]
    fn a_zone_is_known_by_its_name_only() {
        assert_eq!(zone("europe/chisinau").name(), "Europe/Chisinau");
        assert_eq!(Zone::find("UTC").unwrap().name(), "UTC");
        assert_eq!(Zone::utc().name(), "UTC");
        for nonsense in ["", "Chisinau", "+02:00", "../etc/passwd", "EET; DROP"] {
            assert_eq!(Zone::find(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn every_name_there_is_names_a_zone() {
        let names = Zone::names();
        assert!(names.len() > 400, "{} names", names.len());
        for name in &names {
            assert_eq!(zone(name).name(), name);
        }
    }

    #[rstest]
    #[case("2026-W13", 167)] // 29 March
    #[case("2026-W43", 169)] // 25 October
    #[case("2026-W44", 168)]
    #[case("2027-W12", 167)]
    fn weeks_in_which_clocks_change_are_an_hour_shorter_or_longer(#[case] name: &str, #[case] hours: i64) {
        let chisinau = zone("Europe/Chisinau");
        assert_eq!(week(name).end(&chisinau).since(week(name).start(&chisinau)), hours * HOUR);
    }

    #[rstest]
    #[case(2020, 53)]
    #[case(2021, 52)]
    #[case(2026, 53)]
    #[case(2027, 52)]
    #[case(2032, 53)]
    fn some_years_have_53_weeks(#[case] year: i16, #[case] weeks: i8) {
        let last = week(&format!("{}-W01", year + 1)).previous();
        assert_eq!((last.year(), last.number()), (year, weeks));
        assert_eq!(format!("{year}-W53").parse::<Week>().is_ok(), weeks == 53);
    }

    #[test]
    fn around_new_year_the_week_belongs_to_the_year_of_its_thursday() {
        let day = |year, month, day| day_of_date(year, month, day).unwrap();
        assert_eq!(Week::of_day(day(2026, 1, 1)).to_string(), "2026-W01");
        assert_eq!(Week::of_day(day(2025, 12, 29)).to_string(), "2026-W01");
        assert_eq!(Week::of_day(day(2027, 1, 3)).to_string(), "2026-W53");
        assert_eq!(Week::of_day(day(2027, 1, 4)).to_string(), "2027-W01");
    }

    #[test]
    fn a_week_begins_at_midnight_where_the_people_are() {
        let chisinau = zone("Europe/Chisinau");
        let start = week("2026-W47").start(&chisinau);
        assert_eq!(iso_utc(start), "2026-11-15T22:00:00Z");
        assert_eq!(Week::containing(start, &chisinau), week("2026-W47"));
        assert_eq!(Week::containing(Timestamp(start.0 - 1), &chisinau), week("2026-W46"));
        assert_eq!(Week::containing(start, &Zone::utc()), week("2026-W46"));
    }

    #[rstest]
    #[case("2026-W47..2026-W47", Ok(vec!["2026-W47"]))]
    #[case("2026-W52..2027-W02", Ok(vec!["2026-W52", "2026-W53", "2027-W01", "2027-W02"]))]
    #[case("2026-W02..2026-W01", Err(NoWeek::Backwards))]
    #[case("2026-W02", Err(NoWeek::RangeForm))]
    #[case("2026-W54..2027-W01", Err(NoWeek::Missing))]
    #[case("2026-47..2027-W01", Err(NoWeek::Form))]
    #[case("2026-W+7..2027-W01", Err(NoWeek::Form))]
    #[case("2026-W00..2027-W01", Err(NoWeek::Missing))]
    fn ranges(#[case] text: &str, #[case] expected: Result<Vec<&str>, NoWeek>) {
        let weeks =
            text.parse::<WeekRange>().map(|range| range.iter().map(|week| week.to_string()).collect::<Vec<_>>());
        assert_eq!(weeks, expected.map(|names| names.into_iter().map(str::to_owned).collect()));
    }

    #[test]
    fn skipped_and_doubled_times() {
        let chisinau = zone("Europe/Chisinau");
        let spring = chisinau.instants(2026, 3, 29, 3, 30).unwrap();
        assert_eq!(spring, Instants::Skipped { after: utc("2026-03-29T04:30:00+03:00") });
        let autumn = chisinau.instants(2026, 10, 25, 3, 30).unwrap();
        let (first, second) = (utc("2026-10-25T03:30:00+03:00"), utc("2026-10-25T03:30:00+02:00"));
        assert_eq!(autumn, Instants::Twice { first, second });
        assert_eq!(chisinau.at(2026, 10, 25, 3, 30), Some(first));
        assert_eq!(chisinau.instants(2026, 2, 30, 12, 0), None);
        assert_eq!(chisinau.instants(2026, 2, 3, 24, 0), None);
    }

    #[test]
    fn a_day_without_midnight_begins_after_it() {
        let santiago = zone("America/Santiago"); // 2026-09-06 begins at 01:00
        let day = day_of_date(2026, 9, 6).unwrap();
        let start = santiago.start_of_day(day);
        assert_eq!((santiago.local(start).hour, santiago.day(start)), (1, day));
        assert_eq!(santiago.day(Timestamp(start.0 - 1)), day - 1);
    }

    #[test]
    fn texts() {
        let bucharest = zone("Europe/Bucharest");
        let at = utc("2026-12-05T17:00:00.250Z");
        assert_eq!(bucharest.iso(at), "2026-12-05T19:00:00+02:00");
        assert_eq!(iso_utc(at), "2026-12-05T17:00:00.25Z");
        assert_eq!(bucharest.local(at).weekday, Weekday::Saturday);
        assert_eq!(iso_date(bucharest.day(at)), "2026-12-05");
        assert_eq!(calendar_date(0), (1970, 1, 1));
        assert_eq!(parse_iso("2026-12-05"), None);
    }

    proptest! {
        #[test]
        fn no_number_is_too_large(millis: i64, day: i64) {
            let chisinau = zone("Europe/Chisinau");
            let at = Timestamp(millis);
            chisinau.local(at);
            chisinau.iso(at);
            iso_date(day);
            chisinau.start_of_day(day);
        }

        #[test]
        fn an_instant_lies_in_its_day_and_week(seconds in -2_000_000_000_i64..8_000_000_000, name in prop::sample::select(vec!["Europe/Chisinau", "America/New_York", "Pacific/Apia", "Asia/Kathmandu"])) {
            let (zone, at) = (zone(name), Timestamp::from_seconds(seconds));
            let day = zone.day(at);
            prop_assert!(zone.start_of_day(day) <= at && at < zone.start_of_day(day + 1));
            let week = Week::containing(at, &zone);
            prop_assert!(week.start(&zone) <= at && at < week.end(&zone));
            prop_assert_eq!(week.to_string().parse(), Ok(week));
        }

        #[test]
        fn what_a_clock_shows_leads_back(minutes in 0_i64..100_000_000) {
            let (zone, at) = (zone("Europe/Bucharest"), Timestamp(minutes * 60_000));
            let shown = zone.local(at);
            match zone.instants(shown.year, shown.month, shown.day, shown.hour, shown.minute).unwrap() {
                Instants::One(only) => prop_assert_eq!(only, at),
                Instants::Twice { first, second } => prop_assert!(first == at || second == at),
                Instants::Skipped { .. } => prop_assert!(false, "a clock showed a skipped time"),
            }
        }
    }
}
