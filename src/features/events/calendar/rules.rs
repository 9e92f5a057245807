//! What stands in a calendar file, by what is given alone.
//!
//! A series is one event with a rule (RRULE), so that it goes on in the calendar of whoever took it: a skipped
//! occurrence is an exception to it (EXDATE), a moved one an event of its own that names the one it replaces
//! (RECURRENCE-ID). Times are written as clocks show them, with the rules of the zone (VTIMEZONE), so that a series
//! keeps its time when clocks change. UIDs stay the same for ever; SEQUENCE rises with every change, and a calendar
//! takes a file over an older one by it.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::clock::Timestamp;
use crate::jobs::recurrence::{Exception, Nth, Recurrence, Rule};
use crate::text::zone::{Local, TimeOfDay, Weekday, Zone, calendar_date};

use super::text::{Lines, civil, offset, utc};

/// The program that writes these files.
const PRODUCT: &str = "-//Steward//Events//EN";
/// How often a subscriber should look again.
const REFRESH: &str = "PT1H";
/// How far ahead the changes of clocks are written out for a series without end.
const AHEAD: Duration = Duration::from_hours(24 * 366 * 10);
/// How long an observance lies before the first event.
const BEFORE: Duration = Duration::from_hours(24);

/// A calendar file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    pub kind: Kind,
    pub entries: Vec<Entry>,
}

/// What a file is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Events to be put into a calendar.
    Publish,
    /// Events to be taken out of it.
    Cancel,
    /// What a calendar with this name subscribes to.
    Feed(String),
}

/// An event or a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// By which calendars know it again: it never changes, and no other has it.
    pub uid: String,
    /// How often it was changed.
    pub sequence: i64,
    /// When it was last changed.
    pub changed: Timestamp,
    pub is_cancelled: bool,
    pub title: String,
    pub description: Option<String>,
    pub place: Option<String>,
    /// Where it is on Discord.
    pub link: Option<String>,
    /// The clocks that its times are written by.
    pub zone: Zone,
    pub when: When,
    pub length: Duration,
    /// Occurrences of a series that are otherwise than the series.
    pub apart: Vec<Apart>,
}

/// An occurrence that is otherwise than its series.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Apart {
    /// Its day in the rule.
    pub day: i64,
    pub starts: Timestamp,
    pub length: Duration,
    pub is_cancelled: bool,
    pub title: String,
    pub description: Option<String>,
    pub place: Option<String>,
}

/// When something happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    Once(Timestamp),
    Series(Recurrence),
}

/// The file, as a program reads it.
pub fn written(calendar: &Calendar) -> String {
    let mut lines = Lines::default();
    lines.component("VCALENDAR", |lines| {
        lines.raw("VERSION", "2.0");
        lines.raw("PRODID", PRODUCT);
        lines.raw("CALSCALE", "GREGORIAN");
        match &calendar.kind {
            Kind::Publish => lines.raw("METHOD", "PUBLISH"),
            Kind::Cancel => lines.raw("METHOD", "CANCEL"),
            Kind::Feed(name) => {
                lines.raw("METHOD", "PUBLISH");
                lines.text("NAME", name);
                lines.text("X-WR-CALNAME", name);
                lines.raw("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
                lines.raw("X-PUBLISHED-TTL", REFRESH);
            }
        }
        for (zone, (from, until)) in zones(&calendar.entries) {
            time_zone(lines, &zone, from, until);
        }
        for entry in &calendar.entries {
            write_entry(lines, entry, calendar.kind == Kind::Cancel);
        }
    });
    lines.into_text()
}

/// The zones of the entries but UTC, each with the instants between which its clocks are asked for.
fn zones(entries: &[Entry]) -> Vec<(Zone, (Timestamp, Timestamp))> {
    let mut found: BTreeMap<String, (Zone, (Timestamp, Timestamp))> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.zone != Zone::utc()) {
        let Some((first, last)) = reach(entry) else { continue };
        let (first, last) = (first.minus(BEFORE), last.plus(entry.length));
        let known = found.entry(entry.zone.name().to_owned());
        let (_, (from, until)) = known.or_insert_with(|| (entry.zone.clone(), (first, last)));
        (*from, *until) = ((*from).min(first), (*until).max(last));
    }
    found.into_values().collect()
}

/// The first time that it happens, by its rule.
fn first(entry: &Entry) -> Option<Timestamp> {
    match &entry.when {
        When::Once(at) => Some(*at),
        When::Series(series) => days(series, &entry.zone).next().map(|day| entry.zone.first_on_day(day, series.time)),
    }
}

/// The first and the last time that it happens, moved ones included; of a series without end a last one far ahead.
fn reach(entry: &Entry) -> Option<(Timestamp, Timestamp)> {
    let first = first(entry)?;
    let When::Series(series) = &entry.when else { return Some((first, first)) };
    let last = if series.count.is_none() && series.until.is_none() {
        first.plus(AHEAD)
    } else {
        days(series, &entry.zone).last().map_or(first, |day| entry.zone.first_on_day(day, series.time))
    };
    let apart = apart(series, entry, first).into_iter().map(|one| one.starts);
    Some(apart.fold((first, last), |(from, until), at| (from.min(at), until.max(at))))
}

/// The days of a series up to its end.
fn days<'s>(series: &'s Recurrence, zone: &'s Zone) -> impl Iterator<Item = i64> + 's {
    let is_in_time = |day: &i64| series.until.is_none_or(|until| zone.first_on_day(*day, series.time) <= until);
    series.days().take_while(is_in_time)
}

/// The rules of a zone: how its clocks are at the beginning, and every change up to the end.
fn time_zone(lines: &mut Lines, zone: &Zone, from: Timestamp, until: Timestamp) {
    lines.component("VTIMEZONE", |lines| {
        lines.raw("TZID", zone.name());
        let mut before = zone.offset(from);
        let begin = Zone::utc().local(Timestamp(from.millis() + i64::from(before.seconds) * 1_000));
        observance(lines, &before, before.seconds, &[civil(&begin)]);
        // The same change every year is one observance with many dates.
        let mut changes = Vec::new();
        for at in zone.changes(from, until) {
            let after = zone.offset(at);
            let shown = civil(&Zone::utc().local(Timestamp(at.millis() + i64::from(before.seconds) * 1_000)));
            let key = (before.seconds, after.clone());
            match changes.iter_mut().find(|(known, _): &&mut ((i32, _), Vec<String>)| *known == key) {
                Some((_, dates)) => dates.push(shown),
                None => changes.push((key, vec![shown])),
            }
            before = after;
        }
        for ((before, after), dates) in changes {
            observance(lines, &after, before, &dates);
        }
    });
}

fn observance(lines: &mut Lines, shown: &crate::text::zone::Offset, before: i32, dates: &[String]) {
    lines.component(if shown.is_summer { "DAYLIGHT" } else { "STANDARD" }, |lines| {
        for (place, date) in dates.iter().enumerate() {
            lines.raw(if place == 0 { "DTSTART" } else { "RDATE" }, date);
        }
        lines.raw("TZOFFSETFROM", &offset(before));
        lines.raw("TZOFFSETTO", &offset(shown.seconds));
        lines.text("TZNAME", &shown.abbreviation);
    });
}

fn write_entry(lines: &mut Lines, entry: &Entry, is_cancelled: bool) {
    let Some(first) = first(entry) else { return };
    let entry = &Entry { is_cancelled: entry.is_cancelled || is_cancelled, ..entry.clone() };
    match &entry.when {
        When::Once(_) => lines.component("VEVENT", |lines| {
            times(lines, entry, first);
            about(lines, entry);
        }),
        When::Series(series) => {
            lines.component("VEVENT", |lines| {
                times(lines, entry, first);
                lines.raw("RRULE", &rule(series, &entry.zone));
                for (day, exception) in series.exceptions() {
                    if exception == Exception::Skipped {
                        time(lines, "EXDATE", entry, &by_rule(series, day));
                    }
                }
                about(lines, entry);
            });
            for one in apart(series, entry, first) {
                lines.component("VEVENT", |lines| {
                    time(lines, "RECURRENCE-ID", entry, &by_rule(series, one.day));
                    let entry = Entry {
                        is_cancelled: entry.is_cancelled || one.is_cancelled,
                        title: one.title,
                        description: one.description,
                        place: one.place,
                        length: one.length,
                        ..entry.clone()
                    };
                    times(lines, &entry, one.starts);
                    about(lines, &entry);
                });
            }
        }
    }
}

/// Occurrences that are otherwise than the series: those that are said to be, those that were moved, and those whose
/// time clocks skip, which calendars take for another one than Steward.
fn apart(series: &Recurrence, entry: &Entry, first: Timestamp) -> Vec<Apart> {
    let zone = &entry.zone;
    let like_all = |day: i64, starts: Timestamp| Apart {
        day,
        starts,
        length: entry.length,
        is_cancelled: false,
        title: entry.title.clone(),
        description: entry.description.clone(),
        place: entry.place.clone(),
    };
    let exceptions: BTreeMap<i64, Exception> = series.exceptions().collect();
    let mut found = BTreeMap::new();
    let end = first.plus(AHEAD);
    let changes = zone.changes(first.minus(BEFORE), end);
    for day in days(series, zone) {
        let at = zone.first_on_day(day, series.time);
        if at > end {
            break;
        }
        if let Some(one) = entry.apart.iter().find(|one| one.day == day) {
            found.insert(day, one.clone());
        } else if changes.contains(&at) && !shows(zone, at, series.time) {
            found.insert(day, like_all(day, at));
        }
    }
    for (day, exception) in exceptions {
        // Of a day that the series no longer reaches nothing is left.
        if days(series, zone).take_while(|reached| *reached <= day).last() != Some(day) {
            continue;
        }
        match exception {
            Exception::Moved { day: to, time } => {
                let starts = zone.first_on_day(to, time);
                found.entry(day).or_insert_with(|| like_all(day, starts)).starts = starts;
            }
            Exception::Skipped => drop(found.remove(&day)),
        }
    }
    found.into_values().collect()
}

/// Whether clocks show this time then.
fn shows(zone: &Zone, at: Timestamp, time: TimeOfDay) -> bool {
    let local = zone.local(at);
    (local.hour, local.minute) == (time.hour, time.minute)
}

/// The day and time of the rule, as clocks would show it.
fn by_rule(series: &Recurrence, day: i64) -> String {
    let (year, month, day) = calendar_date(day);
    let TimeOfDay { hour, minute } = series.time;
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}00")
}

/// A property with a time as the zone's clocks show it.
fn time(lines: &mut Lines, name: &str, entry: &Entry, shown: &str) {
    if entry.zone == Zone::utc() {
        lines.raw(name, &format!("{shown}Z"));
    } else {
        // "UTC+02:00" has a colon, which would end the parameter.
        let zone = entry.zone.name();
        let zone = if zone.contains(':') { format!("\"{zone}\"") } else { zone.to_owned() };
        lines.raw(&format!("{name};TZID={zone}"), shown);
    }
}

fn times(lines: &mut Lines, entry: &Entry, starts: Timestamp) {
    let local = |at: Timestamp| -> Local { entry.zone.local(at) };
    time(lines, "DTSTART", entry, &civil(&local(starts)));
    time(lines, "DTEND", entry, &civil(&local(starts.plus(entry.length))));
}

fn about(lines: &mut Lines, entry: &Entry) {
    lines.text("UID", &entry.uid);
    lines.raw("DTSTAMP", &utc(entry.changed));
    lines.raw("LAST-MODIFIED", &utc(entry.changed));
    lines.raw("SEQUENCE", &entry.sequence.to_string());
    lines.raw("STATUS", if entry.is_cancelled { "CANCELLED" } else { "CONFIRMED" });
    lines.text("SUMMARY", &entry.title);
    if let Some(description) = &entry.description {
        lines.text("DESCRIPTION", description);
    }
    if let Some(place) = &entry.place {
        lines.text("LOCATION", place);
    }
    if let Some(link) = &entry.link {
        lines.raw("URL", link);
    }
}

/// The rule of a series.
fn rule(series: &Recurrence, zone: &Zone) -> String {
    let mut parts = Vec::new();
    match &series.rule {
        Rule::Daily => parts.push("FREQ=DAILY".to_owned()),
        Rule::Weekly { weekdays } => {
            parts.push("FREQ=WEEKLY".to_owned());
            let own = Weekday::of_day(series.first_day);
            let weekdays: Vec<&str> =
                if weekdays.is_empty() { vec![letters(own)] } else { weekdays.iter().copied().map(letters).collect() };
            parts.push(format!("BYDAY={}", weekdays.join(",")));
        }
        Rule::MonthlyByDate { day } => {
            parts.push("FREQ=MONTHLY".to_owned());
            // Of a month that is shorter, its last day.
            if *day > 28 {
                let days: Vec<String> = (28..=(*day).min(31)).map(|day| day.to_string()).collect();
                parts.push(format!("BYMONTHDAY={};BYSETPOS=-1", days.join(",")));
            } else {
                parts.push(format!("BYMONTHDAY={}", (*day).max(1)));
            }
        }
        Rule::MonthlyByWeekday { nth, weekday } => {
            parts.push("FREQ=MONTHLY".to_owned());
            parts.push(format!("BYDAY={}{}", position(*nth), letters(*weekday)));
        }
    }
    if series.interval() > 1 {
        parts.push(format!("INTERVAL={}", series.interval()));
    }
    match (series.count, series.until) {
        // A rule has one end only.
        (Some(_), Some(_)) => parts.push(format!("COUNT={}", days(series, zone).count())),
        (Some(count), None) => parts.push(format!("COUNT={count}")),
        (None, Some(until)) => parts.push(format!("UNTIL={}", utc(until))),
        (None, None) => {}
    }
    if matches!(series.rule, Rule::Weekly { .. }) {
        parts.push("WKST=MO".to_owned());
    }
    parts.join(";")
}

const fn letters(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

const fn position(nth: Nth) -> i8 {
    match nth {
        Nth::First => 1,
        Nth::Second => 2,
        Nth::Third => 3,
        Nth::Fourth => 4,
        Nth::Last => -1,
    }
}

#[cfg(test)]
mod tests;
