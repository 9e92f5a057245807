//! Typed times, in English, Russian and Romanian at once: "friday 19:00", "in 2h", "tomorrow evening at 7",
//! "25.12 18:00", "через 2 часа", "mâine seară la 8".
//!
//! The words of each language are in tables (`text/words`), what they say together is read by [`grammar`], and
//! [`calendar`] finds the instant. A text of which a word is left over is refused, never half read.
//!
//! How a text is read where it could mean several things:
//! - Times are those of the given zone, unless a place follows ("19:00 +03:00", "19:00 CET", "19:00 по Москве").
//!   "UTC+2" and "GMT+2" are two hours ahead of UTC. An abbreviation is the same in summer and winter; where the
//!   clocks of its region show something else that day, this is hinted.
//! - A weekday or a time alone is the next one; "next friday" is the Friday of the week after this one. A date
//!   without a year is the next such date. "in a week on friday" is the Friday of the week after this one.
//! - Days come before months: 5/12 and 5.12 are the fifth of December.
//! - Hours are those of a clock of 24, unless a part of the day stands beside them: "tonight at 10" is 22:00.
//! - "19.00" is a time after "at" (в, la, ora) or after a date, and where it could be no date.
//! - "19h" and "19 часов" alone are a time of day, from 13 to 23; "2h" and "24h" alone are spans. After a day or
//!   "at" they are always a time of day, after "in" and "for" alone always spans; "на 19 часов" is the time of day.
//! - A day, a part of a day, a week, a month or a year without an hour is its end where an [end](Asked::End) is asked
//!   for. For a [start](Asked::Start) the hour is asked back; a part of a day is then taken at its usual hour, which
//!   is hinted.
//! - Midnight of a day is the one at its end ("friday midnight"), of 1 January at its beginning; the other is hinted.
//!   The night of a day goes on after midnight: "saturday night at 1" is on Sunday. "1 at night" says only which half
//!   of the day it is.
//! - A span ("2 days", "in 2 days") counts from now; with a time of day ("in 2 days at 18:00") it counts calendar
//!   days. A month in a span is 30 days.
//! - A time that clocks skip is refused with the one after the change; a time that they show twice
//!   is refused with both, unless one of them has gone by.
//! - [`parse_past`] reads the same texts looking back: the last Friday, "2h ago", "вчера".

mod calendar;
mod grammar;
#[cfg(test)]
mod tests;

use crate::clock::Timestamp;
use crate::text::places::Abbreviation;
use crate::text::words::{self, Text};
use crate::text::zone::{self, Instants, TimeOfDay, Weekday, Zone};

use self::calendar::Reader;
use self::grammar::{Clock, Said};

pub use crate::text::words::Part;

/// What a time is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// When something begins, or a date: needs an hour.
    Start,
    /// When something ends: a day without an hour is the end of that day.
    End,
    /// From when on, looking back: the first instant of what was named.
    Since,
    /// Up to when, looking back: the last minute of what was named.
    Until,
}

impl Asked {
    /// Whether it lies in the future.
    pub const fn is_ahead(self) -> bool {
        matches!(self, Self::Start | Self::End)
    }
}

/// How a text was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    pub at: Timestamp,
    pub hint: Option<Hint>,
    /// Other times that could have been meant.
    pub others: Vec<Timestamp>,
}

/// What the person should know of how a text was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// The midnight at the end of the day was taken; the other is the one at its beginning.
    OtherMidnight(Timestamp),
    /// No hour was named, but a part of the day.
    UsualHour,
    /// The abbreviation was taken as it is; its region shows another time then.
    RegionDiffers(Abbreviation),
}

/// Why a text is no time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// It reads like none.
    NotUnderstood,
    /// 30 February.
    NoSuchDate,
    /// 25:00, 13 am.
    NoSuchTime,
    /// "Friday 5 December" where the fifth is a Saturday.
    WrongWeekday { is: Weekday },
    /// A day without an hour, where one is needed.
    NoHour { day: i64 },
    /// A week, a month or a weekend, where a day is needed; its days, first and last.
    NoDay { first: i64, last: i64 },
    /// "every friday": a time is one moment.
    Repeats,
    /// An abbreviation that the zone does not use then.
    OtherZone,
    /// Not in the future.
    Past(Timestamp),
    /// Not in the past, where the past is asked for.
    Future(Timestamp),
    /// Clocks go forward over it; `after` lies as far after the change.
    Skipped { after: Timestamp },
    /// Clocks show it twice; [`format()`] tells the two apart.
    Twice { first: Timestamp, second: Timestamp },
    /// More than a hundred years away.
    TooFar,
}

/// The instant that a person typed, and what they should know of how it was read.
pub fn read(text: &str, asked: Asked, now: Timestamp, zone: &Zone) -> Result<Reading, Problem> {
    Reader { now, zone, asked, mend: false }.read(text)
}

/// The instant after `now` that a person typed, for what begins then.
pub fn parse(text: &str, now: Timestamp, zone: &Zone) -> Result<Timestamp, Problem> {
    read(text, Asked::Start, now, zone).map(|reading| reading.at)
}

/// The instant up to `now` that a person typed: "yesterday 18:00", "2h ago", "2026-11-01".
pub fn parse_past(text: &str, now: Timestamp, zone: &Zone) -> Result<Timestamp, Problem> {
    read(text, Asked::Since, now, zone).map(|reading| reading.at)
}

/// Times that are valid and near to what was typed, where that is none: 30 November for the 31st, usual hours of
/// a day that was typed without one. At most seven, the nearest first.
pub fn nearest(text: &str, asked: Asked, now: Timestamp, zone: &Zone) -> Vec<Timestamp> {
    Reader { now, zone, asked, mend: true }.nearest(text)
}

/// A typed time of day, and nothing else: "09:00", "9 am", "18.30", "at 9", "noon".
pub fn time_of_day(text: &str) -> Option<TimeOfDay> {
    // Where only a time can stand, "9" and "9.05" are times.
    let plain = words::plain(&format!("at {text}"));
    let said = grammar::read(&Text::read(&plain)?, &|_| None)?;
    let Said { clock: Some(clock), half, .. } = said else {
        return None;
    };
    if said != (Said { clock: Some(clock), half, ..Said::default() }) || matches!(clock, Clock::Shown { hour: 24, .. })
    {
        return None;
    }
    let hour = calendar::hour(clock, half)?;
    (hour.second == 0).then_some(TimeOfDay { hour: hour.hour % 24, minute: hour.minute })
}

/// "2026-12-05 19:00", which [`parse`] reads back in the same zone; seconds are left out. A time that
/// clocks show twice carries its offset.
pub fn format(at: Timestamp, zone: &Zone) -> String {
    let shown = zone.local(at);
    let mut text = format!("{} {:02}:{:02}", zone::iso_date(shown.day_number), shown.hour, shown.minute);
    if let Some(Instants::Twice { .. }) = zone.on_day(shown.day_number, shown.hour, shown.minute) {
        let sign = if shown.offset < 0 { '-' } else { '+' };
        let minutes = shown.offset.abs() / 60;
        text.push_str(&format!(" {sign}{:02}:{:02}", minutes / 60, minutes % 60));
    }
    text
}
