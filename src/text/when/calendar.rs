//! The instant that something said names, in the calendar and on the clocks of a zone.

use std::time::Duration;

use super::grammar;
use super::grammar::{Clock, Day, Period, PeriodKind, Said};
use super::{Asked, Hint, Part, Problem, Reading};
use crate::clock::Timestamp;
use crate::text::duration;
use crate::text::places::{ABBREVIATIONS, Abbreviation, Place, differs};
use crate::text::words::{self, Edge, Text, Which};
use crate::text::zone::{self, Instants, Weekday, Zone};

const MINUTE: Duration = Duration::from_secs(60);

/// The hours that are offered of a day without one.
const USUAL_HOURS: [i8; 7] = [10, 12, 15, 18, 19, 20, 21];

/// Where a text is read.
pub(super) struct Reader<'a> {
    pub now: Timestamp,
    pub zone: &'a Zone,
    pub asked: Asked,
    /// What no calendar and no clock has is taken as the nearest that they have.
    pub mend: bool,
}

/// An hour of a clock of 24, from 0 to 24; one of the next day where `after_midnight`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hour {
    pub hour: i8,
    pub minute: i8,
    pub second: u8,
    after_midnight: bool,
    /// Midnight, by this name: it is at both ends of a day.
    midnight: bool,
    /// Twelve hours later could have been meant.
    bare: bool,
}

const fn hour_of(hour: i8, minute: i8) -> Hour {
    Hour { hour, minute, second: 0, after_midnight: false, midnight: false, bare: false }
}

/// The hour that a clock shows in a part of the day; `None` if there is no such hour.
pub(super) fn hour(clock: Clock, part: Option<Part>) -> Option<Hour> {
    let (hour, minute, second, bare) = match clock {
        Clock::Noon => return Some(hour_of(12, 0)),
        Clock::EndOfDay => return Some(hour_of(23, 59)),
        Clock::Midnight => {
            return Some(Hour { midnight: true, ..hour_of(24, 0) });
        }
        Clock::Shown { hour, minute, second, bare } => (hour, minute, second, bare),
    };
    let small = |number: u32, most: u32| i8::try_from(number).ok().filter(|_| number <= most);
    let (hour, minute, second) =
        (small(hour, 24)?, small(minute, 59)?, u8::try_from(second).ok().filter(|second| *second < 60)?);
    let shown = |hour: i8| Some(Hour { second, ..hour_of(hour, minute) });
    let later = |hour: i8| Some(Hour { second, after_midnight: true, ..hour_of(hour, minute) });
    if hour == 24 {
        return if minute == 0 && second == 0 && part.is_none() { shown(24) } else { None };
    }
    match (part, hour) {
        (None, 1..=11) => shown(hour).map(|hour| Hour { bare, ..hour }),
        (None, _) => shown(hour),
        (Some(Part::Am), 12) => shown(0),
        (Some(Part::Am | Part::Morning), 0..=11) => shown(hour),
        (Some(Part::Pm | Part::Afternoon), 12) => shown(12),
        (Some(Part::Afternoon), 10 | 11 | 13..=18) => shown(hour),
        (Some(Part::Pm | Part::Evening), 1..=11) | (Some(Part::Afternoon), 1..=9) => shown(hour + 12),
        (Some(Part::Tonight), 5..=11) | (Some(Part::Night), 6..=11) => shown(hour + 12),
        (Some(Part::Evening | Part::Tonight), 13..=23) | (Some(Part::Night), 17..=23) => shown(hour),
        (Some(Part::Evening), 12) if minute == 0 => shown(24),
        (Some(Part::Night), 12) if minute == 0 => Some(Hour { midnight: true, ..hour_of(24, 0) }),
        (Some(Part::Tonight), 12) if minute == 0 => shown(24),
        (Some(Part::Evening | Part::Tonight | Part::Night), 12 | 0) => later(0),
        (Some(Part::Tonight), 1..=4) | (Some(Part::Night), 1..=5) => later(hour),
        _ => None,
    }
}

impl Part {
    /// The hour at which it begins, is usual for what people meet for, and ends.
    const fn hours(self) -> (i8, i8, i8) {
        match self {
            Self::Am | Self::Morning => (6, 9, 12),
            Self::Pm | Self::Afternoon => (12, 15, 18),
            Self::Evening => (18, 19, 24),
            Self::Tonight => (18, 20, 24),
            Self::Night => (22, 22, 24),
        }
    }

    /// The hours that are offered of it.
    const fn usual(self) -> [i8; 4] {
        match self {
            Self::Am | Self::Morning => [9, 8, 10, 11],
            Self::Pm | Self::Afternoon => [15, 14, 16, 17],
            Self::Evening => [19, 18, 20, 21],
            Self::Tonight => [20, 19, 21, 22],
            Self::Night => [22, 21, 23, 20],
        }
    }
}

/// The days that were named.
enum Days {
    /// Each may be meant, nearest first.
    Each(Vec<i64>),
    /// All of them, first and last.
    All(i64, i64),
}

impl Reader<'_> {
    pub(super) fn read(&self, text: &str) -> Result<Reading, Problem> {
        let trimmed = text.trim();
        let plain_reading = |at: Timestamp| Reading { at, hint: None, others: Vec::new() };
        let reading = match zone::parse_iso(trimmed).or_else(|| unix_time(trimmed)) {
            Some(at) => self.on_our_side(at).map(plain_reading)?,
            None => self.resolve(&self.said(text)?)?,
        };
        self.near_enough(reading.at).map(|()| reading)
    }

    fn near_enough(&self, at: Timestamp) -> Result<(), Problem> {
        if at.0.abs_diff(self.now.0) / 1_000 > duration::LONGEST.as_secs() { Err(Problem::TooFar) } else { Ok(()) }
    }

    fn said(&self, text: &str) -> Result<Said, Problem> {
        let plain = words::plain(text);
        let text = Text::read(&plain).ok_or(Problem::NotUnderstood)?;
        grammar::read(&text, &|word| self.abbreviates(word)).ok_or(Problem::NotUnderstood)
    }

    /// Whether the zone abbreviates its time so, and whether that of summer.
    fn abbreviates(&self, word: &str) -> Option<bool> {
        // Half a year on its clocks show the other time, where they change.
        let instants = [self.now, self.now.plus(Duration::from_hours(183 * 24))];
        let mut offsets = instants.into_iter().map(|at| self.zone.offset(at));
        offsets.find(|offset| offset.abbreviation.eq_ignore_ascii_case(word)).map(|offset| offset.is_summer)
    }

    /// See [`nearest`](super::nearest).
    pub(super) fn nearest(&self, text: &str) -> Vec<Timestamp> {
        // "friday 19" may be an hour or a day of the month.
        let Ok(said) = self.said(text).or_else(|_| self.said(&format!("{text}:00"))) else {
            return Vec::new();
        };
        let local = self.local_zone(&said).unwrap_or_else(|| self.zone.clone());
        let mut found = Reader { zone: &local, ..*self }.near(&said);
        found.retain(|at| self.on_our_side(*at).is_ok() && self.near_enough(*at).is_ok());
        found.dedup();
        found.truncate(USUAL_HOURS.len());
        found
    }

    fn near(&self, said: &Said) -> Vec<Timestamp> {
        match self.resolve(said) {
            Ok(reading) => [reading.at].into_iter().chain(reading.others).collect(),
            Err(Problem::Twice { first, second }) => vec![first, second],
            Err(Problem::Skipped { after }) => vec![after],
            Err(Problem::NoHour { day }) => self.or_rest_of(day, self.usual_hours(day, said.part)),
            Err(Problem::NoDay { first, last }) => self.or_rest_of(last, self.usual_days(first, last, said)),
            Err(Problem::WrongWeekday { .. }) => {
                let (by_date, by_weekday) = (Said { weekday: None, ..*said }, Said { day: None, ..*said });
                [by_date, by_weekday].iter().flat_map(|said| self.near(said).into_iter().take(3)).collect()
            }
            Err(Problem::Past(_)) => self.later(said),
            Err(Problem::Repeats) => self.near(&Said { every: false, ..*said }),
            Err(Problem::OtherZone) => self.near(&Said { place: None, ..*said }),
            Err(_) => Vec::new(),
        }
    }

    /// The usual hours of a day, in order.
    fn usual_hours(&self, day: i64, part: Option<Part>) -> Vec<Timestamp> {
        let hours: Vec<i8> = part.map_or_else(|| USUAL_HOURS.to_vec(), |part| part.usual().to_vec());
        hours.into_iter().filter_map(|hour| self.zone.on_day(day, hour, 0)).map(Instants::earliest).collect()
    }

    /// These times, or where all of them have gone by, the full hours that are left of a day and its end.
    fn or_rest_of(&self, day: i64, usual: Vec<Timestamp>) -> Vec<Timestamp> {
        if usual.iter().any(|at| *at > self.now) {
            return usual;
        }
        let hours = (0..24).filter_map(|hour| self.zone.on_day(day, hour, 0)).map(Instants::earliest);
        hours.chain([self.end_of_day(day)]).filter(|at| *at > self.now).collect()
    }

    /// The days of a week or the first of a month, at the hour that was said or a usual one.
    fn usual_days(&self, first: i64, last: i64, said: &Said) -> Vec<Timestamp> {
        let of_part = said.part.map_or(19, |part| part.hours().1);
        let hour = said.clock.and_then(|clock| hour(clock, said.half.or(said.part))).unwrap_or(hour_of(of_part, 0));
        let at = |day: i64| self.zone.on_day(day, hour.hour, hour.minute).map(Instants::earliest);
        (first..=last.min(first + 30)).filter_map(at).filter(|at| *at > self.now).take(7).collect()
    }

    /// What has gone by: the same hour after noon, on the next day, or on the same date next year.
    fn later(&self, said: &Said) -> Vec<Timestamp> {
        let day = match said.day {
            Some(Day::In(0)) => Some(Day::In(1)),
            Some(Day::Date { month, day, .. }) => Some(Day::Date { year: None, month, day }),
            other => other,
        };
        let is_bare =
            said.half.is_none() && said.part.is_none() && matches!(said.clock, Some(Clock::Shown { bare: true, .. }));
        let same_day = is_bare.then(|| self.resolve(&Said { half: Some(Part::Pm), ..*said }).ok()).flatten();
        let other_day = if day == said.day { Vec::new() } else { self.near(&Said { day, ..*said }) };
        same_day.map(|reading| reading.at).into_iter().chain(other_day).collect()
    }

    /// The zone whose clocks are meant, if the text names another than ours.
    fn local_zone(&self, said: &Said) -> Option<Zone> {
        match said.place? {
            Place::Seconds(seconds) => Zone::fixed(seconds),
            Place::Called(number) => Zone::fixed(ABBREVIATIONS[number].minutes * 60),
            Place::Of(name) => Zone::find(name),
            Place::Own { .. } => None,
        }
    }

    fn resolve(&self, said: &Said) -> Result<Reading, Problem> {
        if said.every {
            return Err(Problem::Repeats);
        }
        if said.now {
            return self.on_our_side(self.now).map(|at| Reading { at, hint: None, others: Vec::new() });
        }
        match self.local_zone(said) {
            Some(zone) => Reader { zone: &zone, ..*self }.resolve_here(said),
            None => self.resolve_here(said),
        }
    }

    fn resolve_here(&self, said: &Said) -> Result<Reading, Problem> {
        let alone = Said { span: said.span, back: said.back, ..Said::default() };
        if let (Some(span), true) = (said.span, *said == alone) {
            let at = if self.is_back(said) { self.now.minus(span) } else { self.now.plus(span) };
            return self.on_our_side(at).map(|at| Reading { at, hint: None, others: Vec::new() });
        }
        let hour = match said.clock {
            Some(clock) => Some(self.clock(clock, said)?),
            None => None,
        };
        let days = match self.days(said, hour)? {
            Days::Each(days) => days,
            Days::All(first, last) => return self.all(first, last, hour),
        };
        let mut last = Problem::NotUnderstood;
        for day in days {
            if said.weekday.is_some_and(|(weekday, _)| weekday != Weekday::of_day(day)) {
                return Err(Problem::WrongWeekday { is: Weekday::of_day(day) });
            }
            let read = match hour {
                Some(hour) => self.at_hour(day, hour, said),
                None => self.without_hour(day, said),
            };
            match read {
                Err(problem @ (Problem::Past(_) | Problem::Future(_))) => last = problem,
                settled => return settled,
            }
        }
        Err(last)
    }

    /// The hour that was said, as the part of the day tells.
    fn clock(&self, clock: Clock, said: &Said) -> Result<Hour, Problem> {
        let small_hours = |hour: Hour| match said.half {
            // "2 ночи" says only which half of the day it is.
            Some(_) if said.part.is_none() || said.part == Some(Part::Morning) => {
                Hour { after_midnight: false, ..hour }
            }
            _ => hour,
        };
        let fits = |hour: &Hour| match (said.half, said.part) {
            (Some(_), Some(Part::Morning)) => (1..=12).contains(&hour.hour),
            (Some(_), Some(Part::Afternoon)) => (10..=19).contains(&hour.hour),
            (Some(_), Some(Part::Evening | Part::Tonight | Part::Night)) => {
                hour.hour >= 16 || hour.hour < 6 || hour.midnight
            }
            _ => true,
        };
        let midnight = |hour: Hour| Hour { midnight: hour.midnight && said.part.is_none(), ..hour };
        match hour(clock, said.half.or(said.part)).filter(fits) {
            Some(hour) => Ok(midnight(small_hours(hour))),
            None if self.mend => Ok(mended(clock)),
            None => Err(Problem::NoSuchTime),
        }
    }

    fn is_back(&self, said: &Said) -> bool {
        said.back.unwrap_or(!self.asked.is_ahead())
    }

    fn days(&self, said: &Said, hour: Option<Hour>) -> Result<Days, Problem> {
        let today = self.zone.day(self.now);
        if let Some(span) = said.span {
            return self.days_away(today, span, said).map(|day| Days::Each(vec![day]));
        }
        if let Some(period) = said.period {
            return self.period(today, period, said);
        }
        Ok(Days::Each(match (said.day, said.weekday) {
            (Some(Day::In(0)), _) if self.is_small_hours_of_now(said, hour) => {
                vec![today - 1, today]
            }
            (Some(Day::In(days)), _) => vec![today + days],
            (Some(Day::Date { year: Some(year), month, day }), _) => vec![self.date(year, month, day)?],
            (Some(Day::Date { year: None, month, day }), _) => self.years(today, month, day)?,
            (Some(Day::OfMonth(day)), _) => self.months(today, day)?,
            (None, Some((weekday, which))) => self.weekdays(today, weekday, which, said),
            (None, None) if self.asked.is_ahead() => vec![today - 1, today, today + 1],
            (None, None) => vec![today, today - 1],
        }))
    }

    /// "tonight at 2", said at one in the morning.
    fn is_small_hours_of_now(&self, said: &Said, hour: Option<Hour>) -> bool {
        matches!(said.part, Some(Part::Tonight | Part::Night))
            && hour.is_some_and(|hour| hour.after_midnight)
            && self.zone.local(self.now).hour < 6
    }

    /// "in 2 days at 18:00", "a week from friday", "in a week on friday".
    fn days_away(&self, today: i64, span: Duration, said: &Said) -> Result<i64, Problem> {
        if !span.as_secs().is_multiple_of(86_400) || said.period.is_some() {
            return Err(Problem::NotUnderstood);
        }
        let days = i64::try_from(span.as_secs() / 86_400).map_err(|_| Problem::TooFar)?;
        let days = if self.is_back(said) { -days } else { days };
        match (said.day, said.weekday) {
            (None, None) if said.clock.is_some() || said.part.is_some() => Ok(today + days),
            (Some(Day::In(from)), None) => Ok(today + from + days),
            (None, Some((weekday, None))) if days % 7 == 0 => {
                let monday = today - (Weekday::of_day(today).number() - 1);
                Ok(monday + days + weekday.number() - 1)
            }
            _ => Err(Problem::NotUnderstood),
        }
    }

    /// A date, or the nearest one before it that there is.
    fn date(&self, year: i16, month: i8, day: i8) -> Result<i64, Problem> {
        let exact = zone::day_of_date(year, month, day);
        let nearest = || {
            let (month, day) =
                if month > 12 && (1..=12).contains(&day) { (day, month) } else { (month.clamp(1, 12), day) };
            (28..=31).rev().chain([1]).find_map(|last| zone::day_of_date(year, month, day.clamp(1, last)))
        };
        exact.or_else(|| if self.mend { nearest() } else { None }).ok_or(Problem::NoSuchDate)
    }

    /// The years in which there is such a date: 29 February may be eight years away.
    fn years(&self, today: i64, month: i8, day: i8) -> Result<Vec<i64>, Problem> {
        let (this_year, ..) = zone::calendar_date(today);
        let step = if self.asked.is_ahead() { 1 } else { -1 };
        let in_year = |years: i16| self.date(this_year.checked_add(step * years)?, month, day).ok();
        let days: Vec<_> = (0..=8).filter_map(in_year).collect();
        if days.is_empty() { Err(Problem::NoSuchDate) } else { Ok(days) }
    }

    /// The months in which there is such a day.
    fn months(&self, today: i64, day: i8) -> Result<Vec<i64>, Problem> {
        let (year, month, _) = zone::calendar_date(today);
        let months = (0..12).map(|months| if self.asked.is_ahead() { months } else { -months });
        let in_month = |months: i32| {
            let counted = i32::from(year) * 12 + i32::from(month) - 1 + months;
            let (year, month) =
                (i16::try_from(counted.div_euclid(12)).ok()?, i8::try_from(counted.rem_euclid(12) + 1).ok()?);
            if self.mend { self.date(year, month, day).ok() } else { zone::day_of_date(year, month, day) }
        };
        let days: Vec<_> = months.filter_map(in_month).collect();
        if days.is_empty() { Err(Problem::NoSuchDate) } else { Ok(days) }
    }

    fn weekdays(&self, today: i64, weekday: Weekday, which: Option<Which>, said: &Said) -> Vec<i64> {
        let monday = today - (Weekday::of_day(today).number() - 1);
        let this_week = monday + weekday.number() - 1;
        match (which, self.asked.is_ahead()) {
            (Some(Which::Next), _) => vec![this_week + 7],
            (Some(Which::AfterNext), _) => vec![this_week + 14],
            (Some(Which::Last), _) if this_week < today => vec![this_week],
            (Some(Which::Last), _) => vec![this_week - 7],
            // Who says "wednesday" on a Wednesday, without an hour, means another.
            (None, true) if this_week == today && said.clock.is_none() && said.part.is_none() => {
                vec![this_week + 7]
            }
            (_, true) => vec![this_week, this_week + 7],
            (_, false) => vec![this_week, this_week - 7],
        }
    }

    /// The days of a week, month or year, or the one at an end of it; or the one day of it that was named too.
    fn period(&self, today: i64, period: Period, said: &Said) -> Result<Days, Problem> {
        let (first, last) = self.first_and_last(today, period)?;
        let (year, month, _) = zone::calendar_date(first);
        match (period.edge, period.kind, said.day, said.weekday) {
            (Some(Edge::Beginning), _, None, None) => Ok(Days::Each(vec![first])),
            (Some(Edge::End), _, None, None) => Ok(Days::Each(vec![last])),
            (None, _, None, None) => Ok(Days::All(first, last)),
            (None, PeriodKind::Week | PeriodKind::Weekend, None, Some((weekday, None))) => {
                let monday = first - (Weekday::of_day(first).number() - 1);
                Ok(Days::Each(vec![monday + weekday.number() - 1]))
            }
            (None, PeriodKind::Month | PeriodKind::MonthOf(..), Some(Day::OfMonth(day)), _) => {
                self.date(year, month, day).map(|day| Days::Each(vec![day]))
            }
            (None, PeriodKind::Year, Some(Day::Date { year: None, month, day }), _) => {
                self.date(year, month, day).map(|day| Days::Each(vec![day]))
            }
            _ => Err(Problem::NotUnderstood),
        }
    }

    fn first_and_last(&self, today: i64, period: Period) -> Result<(i64, i64), Problem> {
        let (year, month, _) = zone::calendar_date(today);
        let steps: i64 = match period.which {
            Which::This => 0,
            Which::Next => 1,
            Which::AfterNext => 2,
            Which::Last => -1,
        };
        let first_of_month = |months: i64| {
            let counted = i64::from(year) * 12 + i64::from(month) - 1 + months;
            let year = i16::try_from(counted.div_euclid(12)).ok()?;
            zone::day_of_date(year, i8::try_from(counted.rem_euclid(12) + 1).ok()?, 1)
        };
        let monday = today - (Weekday::of_day(today).number() - 1);
        let found = match period.kind {
            PeriodKind::Week => Some((monday + 7 * steps, monday + 7 * steps + 6)),
            PeriodKind::Weekend => Some((monday + 7 * steps + 5, monday + 7 * steps + 6)),
            PeriodKind::Month => {
                first_of_month(steps).zip(first_of_month(steps + 1)).map(|(first, next)| (first, next - 1))
            }
            PeriodKind::MonthOf(named, Some(of)) => {
                let months = (i64::from(of) - i64::from(year)) * 12 + i64::from(named) - i64::from(month);
                first_of_month(months).zip(first_of_month(months + 1)).map(|(first, next)| (first, next - 1))
            }
            PeriodKind::MonthOf(named, None) => {
                // The next one of this name; this month is its own.
                let ahead = (i64::from(named) - i64::from(month)).rem_euclid(12);
                let behind = if ahead == 0 && steps == 0 { 0 } else { ahead - 12 };
                let months = match (self.asked.is_ahead() && steps >= 0, steps) {
                    (true, 1) if ahead == 0 => 12,
                    (true, _) => ahead,
                    (false, _) => behind,
                };
                first_of_month(months).zip(first_of_month(months + 1)).map(|(first, next)| (first, next - 1))
            }
            PeriodKind::Year => {
                let year = i16::try_from(i64::from(year) + steps).map_err(|_| Problem::TooFar)?;
                zone::day_of_date(year, 1, 1).zip(zone::day_of_date(year, 12, 31))
            }
        };
        found.ok_or(Problem::TooFar)
    }

    /// All days of a week, a month or a year.
    fn all(&self, first: i64, last: i64, hour: Option<Hour>) -> Result<Reading, Problem> {
        let plain = |at: Timestamp| Reading { at, hint: None, others: Vec::new() };
        match (self.asked, hour) {
            (Asked::End | Asked::Until, None) => self.on_our_side(self.end_of_day(last)).map(plain),
            (Asked::Since, None) => self.on_our_side(self.zone.start_of_day(first)).map(plain),
            _ => {
                self.on_our_side(self.end_of_day(last))?;
                Err(Problem::NoDay { first, last })
            }
        }
    }

    /// The last minute of a day.
    fn end_of_day(&self, day: i64) -> Timestamp {
        self.zone.start_of_day(day + 1).minus(MINUTE)
    }

    /// The last minute of a day; one that has gone by is told by its first.
    fn whole_day(&self, day: i64) -> Result<Timestamp, Problem> {
        self.on_our_side(self.end_of_day(day)).map_err(|problem| match problem {
            Problem::Past(_) => Problem::Past(self.zone.start_of_day(day)),
            other => other,
        })
    }

    /// A day, or a part of it.
    fn without_hour(&self, day: i64, said: &Said) -> Result<Reading, Problem> {
        let plain = |at: Timestamp| Reading { at, hint: None, others: Vec::new() };
        let at_hour = |hour: i8| {
            if hour == 24 {
                self.end_of_day(day)
            } else {
                self.zone.on_day(day, hour, 0).map_or_else(|| self.end_of_day(day), Instants::earliest)
            }
        };
        match (said.part.map(Part::hours), self.asked) {
            (None, Asked::Since) => self.on_our_side(self.zone.start_of_day(day)).map(plain),
            (None, Asked::End | Asked::Until) => self.whole_day(day).map(plain),
            (None, Asked::Start) => {
                self.near_enough(self.whole_day(day)?)?;
                Err(Problem::NoHour { day })
            }
            (Some((start, ..)), Asked::Since) => self.on_our_side(at_hour(start)).map(plain),
            (Some((.., end)), Asked::End | Asked::Until) => self.on_our_side(at_hour(end)).map(plain),
            (Some((_, usual, end)), Asked::Start) => {
                let others = self.usual_hours(day, said.part).into_iter().skip(1).filter(|at| *at > self.now).collect();
                match self.on_our_side(at_hour(usual)) {
                    Ok(at) => Ok(Reading { at, hint: Some(Hint::UsualHour), others }),
                    // Its usual hour has gone by, but not the part of the day.
                    Err(problem) if self.on_our_side(at_hour(end)).is_err() || said.day.is_none() => Err(problem),
                    Err(_) => Err(Problem::NoHour { day }),
                }
            }
        }
    }

    /// An hour on a day.
    fn at_hour(&self, day: i64, hour: Hour, said: &Said) -> Result<Reading, Problem> {
        // The midnight of the new year is the one that it begins with.
        let begins = hour.midnight && matches!(zone::calendar_date(day), (_, 1, 1));
        let (day, shown) = match hour.hour {
            24 => (day + i64::from(!begins), 0),
            shown => (day + i64::from(hour.after_midnight), shown),
        };
        let at = self.on_clock(day, Hour { hour: shown, ..hour }, said)?;
        let names_a_day = said.day.is_some() || said.weekday.is_some() || said.span.is_some() || said.period.is_some();
        let midnight = (hour.midnight && names_a_day && !begins).then(|| self.zone.start_of_day(day - 1));
        let midnight = midnight.filter(|other| self.on_our_side(*other).is_ok());
        let twelve_later =
            hour.bare.then(|| self.zone.on_day(day, shown + 12, hour.minute).map(Instants::earliest)).flatten();
        let hint = midnight.map(Hint::OtherMidnight).or_else(|| self.region(said, at).map(Hint::RegionDiffers));
        let others = midnight.into_iter().chain(twelve_later.filter(|other| self.on_our_side(*other).is_ok()));
        Ok(Reading { at, hint, others: others.collect() })
    }

    /// The abbreviation whose region shows something else then.
    fn region(&self, said: &Said, at: Timestamp) -> Option<Abbreviation> {
        let Some(Place::Called(number)) = said.place else {
            return None;
        };
        Some(ABBREVIATIONS[number]).filter(|one| differs(one, at))
    }

    fn on_clock(&self, day: i64, hour: Hour, said: &Said) -> Result<Timestamp, Problem> {
        let more = Duration::from_secs(hour.second.into());
        let instants = self.zone.on_day(day, hour.hour, hour.minute).ok_or(Problem::NoSuchDate)?;
        let summer = if let Some(Place::Own { summer }) = said.place { Some(summer) } else { None };
        let called = |at: Timestamp, summer: bool| self.zone.offset(at).is_summer == summer;
        match (instants, summer) {
            (Instants::One(at), None) => self.on_our_side(at.plus(more)),
            (Instants::One(at), Some(summer)) if called(at, summer) => self.on_our_side(at.plus(more)),
            (Instants::One(_), Some(_)) => Err(Problem::OtherZone),
            (Instants::Skipped { after }, _) => self.on_our_side(after).and(Err(Problem::Skipped { after })),
            (Instants::Twice { first, second }, None) => self.one_of(first.plus(more), second.plus(more)),
            (Instants::Twice { first, second }, Some(summer)) => {
                let named = [first, second].into_iter().find(|at| called(*at, summer)).ok_or(Problem::OtherZone)?;
                self.on_our_side(named.plus(more))
            }
        }
    }

    /// The one of two that lies on our side of now, if it is only one.
    fn one_of(&self, first: Timestamp, second: Timestamp) -> Result<Timestamp, Problem> {
        match (self.on_our_side(first), self.on_our_side(second)) {
            (Ok(_), Ok(_)) => Err(Problem::Twice { first, second }),
            (Ok(only), Err(_)) | (Err(_), Ok(only)) => Ok(only),
            (Err(problem), Err(_)) => Err(problem),
        }
    }

    fn on_our_side(&self, at: Timestamp) -> Result<Timestamp, Problem> {
        match (self.asked.is_ahead(), at > self.now) {
            (true, false) => Err(Problem::Past(at)),
            (false, true) => Err(Problem::Future(at)),
            _ => Ok(at),
        }
    }
}

/// The nearest hour that clocks show.
fn mended(clock: Clock) -> Hour {
    let Clock::Shown { hour, minute, .. } = clock else {
        return hour_of(12, 0);
    };
    let small = |number: u32| i8::try_from(number).unwrap_or(0);
    match (hour, minute) {
        (24.., _) => hour_of(23, 59),
        (23, 60..) => hour_of(23, 59),
        (_, 60..) => hour_of(small(hour + 1), 0),
        _ => hour_of(small(hour), small(minute)),
    }
}

/// `<t:1798000000:F>`, as copied from a message, or the seconds alone.
fn unix_time(text: &str) -> Option<Timestamp> {
    let alone = (text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text);
    let tagged = || text.strip_prefix("<t:")?.strip_suffix('>')?.split(':').next();
    let seconds: i64 = alone.or_else(tagged)?.parse().ok()?;
    seconds.checked_mul(1_000).map(Timestamp)
}
