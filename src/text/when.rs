//! Typed times, in English, Russian and Romanian at once: "friday 19:00", "in 2h", "25.12 18:00",
//! "через 2 часа", "mâine la 18:00".
//!
//! How a text is read:
//! - Times are those of the given zone, unless an offset or the zone's own abbreviation follows
//!   ("19:00 +03:00", "03:30 EEST").
//! - A weekday or a time alone is the next one in the future; "next friday" is the Friday of the
//!   week after this one. A date without a year is the next such date.
//! - Days come before months: 5/12 and 5.12 are the fifth of December.
//! - "19.00" is a time after "at" (в, la, ora) or after a date, and where it could be no date.
//! - A day without a time is its first instant. A span ("2 days", "in 2 days") counts from now; with
//!   a time of day ("in 2 days at 18:00") it counts calendar days.
//! - A time that clocks skip is refused with the one after the change; a time that they show twice
//!   is refused with both, unless one of them has gone by.
//! - [`parse_past`] reads the same texts looking back: the last Friday, "2h ago", "вчера".

use std::time::Duration;

use super::duration;
use super::words::{self, Piece, Token};
use super::zone::{self, Instants, TimeOfDay, Weekday, Zone};
use crate::clock::Timestamp;

/// Why a text is no time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// It reads like none.
    NotUnderstood,
    /// 30 February.
    NoSuchDate,
    /// 25:00.
    NoSuchTime,
    /// "Friday 5 December" where the fifth is a Saturday.
    WrongWeekday { is: Weekday },
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

/// The instant after `now` that a person typed.
pub fn parse(text: &str, now: Timestamp, zone: &Zone) -> Result<Timestamp, Problem> {
    Reader { now, zone, ahead: true }.read(text)
}

/// The instant up to `now` that a person typed: "yesterday 18:00", "2h ago", "2026-11-01".
pub fn parse_past(text: &str, now: Timestamp, zone: &Zone) -> Result<Timestamp, Problem> {
    Reader { now, zone, ahead: false }.read(text)
}

/// A typed time of day, and nothing else: "09:00", "9 am", "18.30", "at 9".
pub fn time_of_day(text: &str) -> Option<TimeOfDay> {
    // Where only a time can stand, "9" and "9.05" are times.
    let said = said(&words::pieces(&format!("at {text}"))?).ok()?;
    let Said { day: None, weekday: None, span: None, offset: None, time: Some(time), .. } = said else { return None };
    (time.second == 0).then_some(TimeOfDay { hour: time.hour, minute: time.minute })
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

struct Reader<'a> {
    now: Timestamp,
    zone: &'a Zone,
    /// Future, or past.
    ahead: bool,
}

/// What the pieces of a text say, each at most once.
#[derive(Default)]
struct Said {
    day: Option<Day>,
    weekday: Option<Weekday>,
    /// The weekday is that of the week after this one.
    next: bool,
    time: Option<Time>,
    span: Option<Duration>,
    /// The span lies ahead ("in") or behind ("ago"); alone it lies where the reader looks.
    ago: Option<bool>,
    offset: Option<Offset>,
}

enum Day {
    /// From today.
    In(i64),
    Date {
        year: Option<i16>,
        month: i8,
        day: i8,
    },
}

#[derive(Clone, Copy)]
struct Time {
    hour: i8,
    minute: i8,
    second: u8,
}

enum Offset {
    /// Seconds east of Greenwich.
    Seconds(i64),
    /// As the zone abbreviates its time, in lower case.
    Called(String),
}

impl Reader<'_> {
    fn read(&self, text: &str) -> Result<Timestamp, Problem> {
        let at = match zone::parse_iso(text.trim()).or_else(|| discord_time(text.trim())) {
            Some(at) => self.on_our_side(at)?,
            None => self.resolve(&said(&words::pieces(text).ok_or(Problem::NotUnderstood)?)?)?,
        };
        if at.0.abs_diff(self.now.0) / 1_000 > duration::LONGEST.as_secs() {
            return Err(Problem::TooFar);
        }
        Ok(at)
    }

    fn resolve(&self, said: &Said) -> Result<Timestamp, Problem> {
        if let (Some(span), None) = (said.span, said.time) {
            return self.span_away(said, span);
        }
        let days = self.days(said)?;
        let mut last = Problem::NotUnderstood;
        for day in days {
            if said.weekday.is_some_and(|weekday| weekday != Weekday::of_day(day)) {
                return Err(Problem::WrongWeekday { is: Weekday::of_day(day) });
            }
            match self.on(day, said) {
                Err(problem @ (Problem::Past(_) | Problem::Future(_))) => last = problem,
                settled => return settled,
            }
        }
        Err(last)
    }

    fn span_away(&self, said: &Said, span: Duration) -> Result<Timestamp, Problem> {
        if said.day.is_some() || said.weekday.is_some() || said.offset.is_some() {
            return Err(Problem::NotUnderstood);
        }
        self.on_our_side(if self.is_back(said) { self.now.minus(span) } else { self.now.plus(span) })
    }

    fn is_back(&self, said: &Said) -> bool {
        said.ago.unwrap_or(!self.ahead)
    }

    /// The days that may be meant, nearest first.
    fn days(&self, said: &Said) -> Result<Vec<i64>, Problem> {
        let today = self.zone.day(self.now);
        match (&said.day, said.span, said.weekday) {
            (Some(_), Some(_), _) => Err(Problem::NotUnderstood),
            (Some(Day::In(days)), None, _) => Ok(vec![today + days]),
            (Some(Day::Date { year: Some(year), month, day }), None, _) => {
                zone::day_of_date(*year, *month, *day).map(|day| vec![day]).ok_or(Problem::NoSuchDate)
            }
            (Some(Day::Date { year: None, month, day }), None, _) => self.years(today, *month, *day),
            (None, Some(span), _) if span.as_secs().is_multiple_of(86_400) => {
                let days = i64::try_from(span.as_secs() / 86_400).map_err(|_| Problem::TooFar)?;
                Ok(vec![if self.is_back(said) { today - days } else { today + days }])
            }
            (None, Some(_), _) => Err(Problem::NotUnderstood),
            (None, None, Some(weekday)) => Ok(self.weekdays(today, weekday, said.next)),
            (None, None, None) if said.time.is_some() => {
                Ok(if self.ahead { vec![today, today + 1] } else { vec![today, today - 1] })
            }
            (None, None, None) => Err(Problem::NotUnderstood),
        }
    }

    /// The years in which there is such a date: 29 February may be eight years away.
    fn years(&self, today: i64, month: i8, day: i8) -> Result<Vec<i64>, Problem> {
        let (this_year, ..) = zone::calendar_date(today);
        let step = if self.ahead { 1 } else { -1 };
        let days: Vec<_> =
            (0..=8).filter_map(|years| zone::day_of_date(this_year + step * years, month, day)).collect();
        if days.is_empty() { Err(Problem::NoSuchDate) } else { Ok(days) }
    }

    fn weekdays(&self, today: i64, weekday: Weekday, next: bool) -> Vec<i64> {
        let monday = today - (Weekday::of_day(today).number() - 1);
        let this_week = monday + weekday.number() - 1;
        match (next, self.ahead) {
            (true, _) => vec![this_week + 7],
            (false, true) => vec![this_week, this_week + 7],
            (false, false) => vec![this_week, this_week - 7],
        }
    }

    /// The instant on a day.
    fn on(&self, day: i64, said: &Said) -> Result<Timestamp, Problem> {
        let Some(time) = said.time else { return self.on_our_side(self.zone.start_of_day(day)) };
        let more = Duration::from_secs(time.second.into());
        let zone = if matches!(said.offset, Some(Offset::Seconds(_))) { &Zone::utc() } else { self.zone };
        let instants = zone.on_day(day, time.hour, time.minute).ok_or(Problem::NoSuchDate)?;
        let called = |at: Timestamp, name: &str| self.zone.abbreviation(at).eq_ignore_ascii_case(name);
        match (instants, &said.offset) {
            (_, Some(Offset::Seconds(east))) => {
                self.on_our_side(Timestamp(instants.earliest().0 - east * 1_000).plus(more))
            }
            (Instants::One(at), None) => self.on_our_side(at.plus(more)),
            (Instants::One(at), Some(Offset::Called(name))) if called(at, name) => self.on_our_side(at.plus(more)),
            (Instants::Skipped { after }, _) => self.on_our_side(after).and(Err(Problem::Skipped { after })),
            (Instants::Twice { first, second }, None) => self.one_of(first.plus(more), second.plus(more)),
            (Instants::Twice { first, second }, Some(Offset::Called(name))) => {
                let named = [first, second].into_iter().find(|at| called(*at, name)).ok_or(Problem::OtherZone)?;
                self.on_our_side(named.plus(more))
            }
            (Instants::One(_), Some(Offset::Called(_))) => Err(Problem::OtherZone),
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
        match (self.ahead, at > self.now) {
            (true, false) => Err(Problem::Past(at)),
            (false, true) => Err(Problem::Future(at)),
            _ => Ok(at),
        }
    }
}

/// `<t:1798000000:F>`, as copied from a message.
fn discord_time(text: &str) -> Option<Timestamp> {
    let inner = text.strip_prefix("<t:")?.strip_suffix('>')?;
    let seconds: i64 = inner.split(':').next()?.parse().ok()?;
    seconds.checked_mul(1_000).map(Timestamp)
}

/// Reads the pieces from left to right.
fn said(pieces: &[Piece]) -> Result<Said, Problem> {
    let mut said = Said::default();
    let mut rest = pieces;
    while !rest.is_empty() {
        let used = span(rest, &mut said)
            .or_else(|| day(rest, &mut said))
            .or_else(|| time(rest, &mut said))
            .or_else(|| date(rest, &mut said))
            .or_else(|| offset(rest, &mut said))
            .or_else(|| filler(rest, &said))
            .ok_or(Problem::NotUnderstood)?;
        rest = &rest[used..];
    }
    if said
        .time
        .is_some_and(|time| !(0..24).contains(&time.hour) || !(0..60).contains(&time.minute) || time.second > 59)
    {
        return Err(Problem::NoSuchTime);
    }
    Ok(said)
}

/// "in 2h", "через час", "acum 2 ore", "2h ago"; at the beginning also "2h".
fn span(pieces: &[Piece], said: &mut Said) -> Option<usize> {
    let led = pieces[0].is_word(words::IN);
    let counted = pieces[0].number().is_some()
        || pieces[0].word().is_some_and(|word| words::amount(word).is_some() || words::half_of(word).is_some());
    let fresh = said.day.is_none() && said.weekday.is_none() && said.time.is_none() && said.span.is_none();
    if !fresh || !(led || counted) {
        return None;
    }
    let (span, mut used) = duration::leading(&pieces[usize::from(led)..])?;
    used += usize::from(led);
    said.ago = led.then(|| pieces[0].is_word(&["acum"]));
    if pieces.get(used).is_some_and(|piece| piece.is_word(words::AGO)) {
        said.ago = Some(true);
        used += 1;
    }
    said.span = Some(span);
    Some(used)
}

/// "tomorrow", "day after tomorrow", "friday", "next friday", "vinerea viitoare".
fn day(pieces: &[Piece], said: &mut Said) -> Option<usize> {
    if pieces[0].is_word(&["day"]) && pieces.get(1)?.is_word(&["after"]) && pieces.get(2)?.is_word(&["tomorrow"]) {
        return put(&mut said.day, Day::In(2), 3);
    }
    // "в", "во" and "on" may stand before a day.
    let led = usize::from(pieces[0].is_word(&["в", "во", "on", "pe", "the"]));
    let next = usize::from(pieces.get(led)?.is_word(words::NEXT));
    let word = pieces.get(led + next)?.word()?;
    if let (Some(days), 0) = (words::day_offset(word), next) {
        return put(&mut said.day, Day::In(days), led + 1);
    }
    let weekday = words::weekday(word)?;
    let after = usize::from(pieces.get(led + next + 1).is_some_and(|piece| piece.is_word(words::NEXT)));
    said.next = next + after > 0;
    put(&mut said.weekday, weekday, led + next + 1 + after)
}

/// "19:00", "at 7", "7 pm", "в 19.00", "la ora 19", "noon".
fn time(pieces: &[Piece], said: &mut Said) -> Option<usize> {
    let led = pieces.iter().take_while(|piece| piece.is_word(words::AT)).count();
    let first = pieces.get(led)?;
    if first.is_word(&["noon", "полдень", "amiaza", "pranz"]) {
        return put(&mut said.time, Time { hour: 12, minute: 0, second: 0 }, led + 1);
    }
    let hour = first.number()?;
    let after_date = said.day.is_some() || said.span.is_some();
    let (minute, second, mut used) = match minutes(&pieces[led..], led > 0 || after_date) {
        Some((minute, second, used)) => (minute, second, led + used),
        None => (0, 0, led + 1),
    };
    let clocked = used > led + 1;
    if led > 0 && !clocked && pieces.get(used).and_then(Piece::word).is_some_and(is_hours) {
        used += 1;
    }
    let half = half_of_day(&pieces[used..], hour, led > 0);
    if !clocked && half.is_none() && (led == 0 || date_numbers(&pieces[led..]).is_some()) {
        return None;
    }
    let (afternoon, more) = half.map_or((None, 0), |(afternoon, more)| (Some(afternoon), more));
    let hour = match (afternoon, hour) {
        (Some(false), 12) => 0,
        (Some(true), 1..12) => hour + 12,
        (Some(false), 13..) | (Some(true), 0) => 99, // refused below with every other hour there is not
        _ => hour,
    };
    let small = |number: u32| i8::try_from(number).unwrap_or(99);
    let time = Time { hour: small(hour), minute: small(minute), second: u8::try_from(second).unwrap_or(99) };
    put(&mut said.time, time, used + more)
}

fn is_hours(word: &str) -> bool {
    matches!(words::unit(word), Some((duration::Unit::Hour, _)))
}

/// Minutes and seconds after an hour, and how many pieces the three take. A dot or a dash counts where
/// a time is expected, a dot also where the numbers make no date.
fn minutes(pieces: &[Piece], expected: bool) -> Option<(u32, u32, usize)> {
    let [hour, sign, minute, rest @ ..] = pieces else { return None };
    let Token::Number { value, digits: 2 } = minute.token else { return None };
    if sign.is(':') {
        return Some(match rest {
            [colon, second, ..] if colon.is(':') => (value, second.number()?, 5),
            _ => (value, 0, 3),
        });
    }
    // "25.12.2026" and "2026-12-05" are no times, wherever they stand.
    let date = matches!(rest, [again, ..] if again.glued && again.token == sign.token);
    let glued = sign.glued && minute.glued && !date && hour.number()? < 24 && value < 60;
    let dot = sign.is('.') && (expected || date_numbers(pieces).is_none());
    (glued && (dot || (sign.is('-') && expected))).then_some((value, 0, 3))
}

/// "pm", "p.m.", "вечера", "dimineața", "după-amiaza"; after a leading "at" also "дня".
fn half_of_day(pieces: &[Piece], hour: u32, led: bool) -> Option<(bool, usize)> {
    let word = pieces.first()?.word()?;
    let is = |at: usize, sign: char| pieces.get(at).is_some_and(|piece| piece.is(sign));
    if matches!(word, "a" | "p") && is(1, '.') && pieces.get(2)?.is_word(&["m"]) {
        return Some((word == "p", if is(3, '.') { 4 } else { 3 }));
    }
    if word == "dupa" {
        let dash = usize::from(is(1, '-'));
        return pieces.get(1 + dash)?.is_word(&["amiaza", "amiaz", "masa"]).then_some((true, 2 + dash));
    }
    if word == "дня" {
        return led.then_some((true, 1));
    }
    // Eleven at night is before midnight, two at night after it.
    let late = matches!(word, "ночи" | "noaptea") && (9..12).contains(&hour);
    words::after_noon(word).map(|afternoon| (afternoon || late, 1))
}

/// A date in numbers or with the name of a month.
fn date(pieces: &[Piece], said: &mut Said) -> Option<usize> {
    // "la 5 decembrie" is a date, not five o'clock.
    let led = usize::from(pieces[0].is_word(words::AT));
    let pieces = &pieces[led..];
    let (date, used) = date_numbers(pieces).or_else(|| date_words(pieces))?;
    put(&mut said.day, date, led + used)
}

/// "2026-12-05", "25.12", "25/12/2026", "25-12-26", "5 december 2026", "5 декабря".
fn date_numbers(pieces: &[Piece]) -> Option<(Day, usize)> {
    let (first, digits) = number(pieces.first()?)?;
    let month_word = |at: usize| pieces.get(at).and_then(Piece::word).and_then(words::month);
    let skip =
        usize::from(pieces.get(1).is_some_and(|piece| piece.is_word(&["st", "nd", "rd", "th", "of", "de", "го"])));
    let skip = skip + usize::from(skip == 1 && pieces.get(2).is_some_and(|piece| piece.is_word(&["of", "de"])));
    if let Some(month) = month_word(1 + skip) {
        let (year, more) = year_after(&pieces[2 + skip..]);
        return Some((Day::Date { year, month, day: small(first)? }, 2 + skip + more));
    }
    let [_, sign, second, rest @ ..] = pieces else { return None };
    let (second, _) = number(second)?;
    let third = match rest {
        [again, year, ..] if again.token == sign.token => number(year),
        _ => None,
    };
    match (sign, third) {
        (sign, Some((day, _))) if digits == 4 && is_date_sign(sign) => {
            Some((Day::Date { year: small_year(first, 4), month: small(second)?, day: small(day)? }, 5))
        }
        (sign, Some((year, digits @ (2 | 4)))) if is_date_sign(sign) => {
            Some((Day::Date { year: small_year(year, digits), month: month(second)?, day: small(first)? }, 5))
        }
        (sign, None) if (sign.is('.') || sign.is('/')) && digits <= 2 && first > 0 && first < 32 => {
            Some((Day::Date { year: None, month: month(second)?, day: small(first)? }, 3))
        }
        _ => None,
    }
}

/// "december 5", "dec 5th, 2026".
fn date_words(pieces: &[Piece]) -> Option<(Day, usize)> {
    let month = words::month(pieces.first()?.word()?)?;
    let (day, _) = number(pieces.get(1)?).filter(|(_, digits)| *digits <= 2)?;
    if pieces.get(2).is_some_and(|piece| piece.is(':')) {
        return None;
    }
    let skip = usize::from(pieces.get(2).is_some_and(|piece| piece.is_word(&["st", "nd", "rd", "th"])));
    let (year, more) = year_after(&pieces[2 + skip..]);
    Some((Day::Date { year, month, day: small(day)? }, 2 + skip + more))
}

/// A year of four digits, perhaps after a comma or a dot.
fn year_after(pieces: &[Piece]) -> (Option<i16>, usize) {
    let skip = usize::from(pieces.first().is_some_and(|piece| piece.is(',') || piece.is('.')));
    match pieces.get(skip).and_then(number) {
        Some((year, 4)) => (small_year(year, 4), skip + 1),
        _ => (None, 0),
    }
}

const fn is_date_sign(sign: &Piece) -> bool {
    matches!(sign.token, Token::Sign('.' | '/' | '-'))
}

const fn number(piece: &Piece) -> Option<(u32, usize)> {
    if let Token::Number { value, digits } = piece.token { Some((value, digits)) } else { None }
}

fn small(number: u32) -> Option<i8> {
    i8::try_from(number).ok()
}

fn month(number: u32) -> Option<i8> {
    small(number).filter(|month| (1..=12).contains(month))
}

fn small_year(number: u32, digits: usize) -> Option<i16> {
    i16::try_from(if digits == 2 { 2_000 + number } else { number }).ok()
}

/// "+03:00", "UTC", "EET" after a time.
fn offset(pieces: &[Piece], said: &mut Said) -> Option<usize> {
    said.time?;
    if let Some(word) = pieces[0].word() {
        if words::FILLERS.contains(&word) || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        let offset = match word {
            "utc" | "gmt" | "z" => Offset::Seconds(0),
            name => Offset::Called(name.to_owned()),
        };
        return put(&mut said.offset, offset, 1);
    }
    let sign = if pieces[0].is('+') {
        1
    } else if pieces[0].is('-') && !pieces[0].glued {
        -1
    } else {
        return None;
    };
    let hours = i64::from(pieces.get(1)?.number()?);
    let (minutes, used) = match pieces.get(2..4) {
        Some([colon, minutes]) if colon.is(':') => (i64::from(minutes.number()?), 4),
        _ => (0, 2),
    };
    // "UTC+3" is one offset.
    if matches!(said.offset, Some(Offset::Seconds(0))) {
        said.offset = None;
    }
    (hours <= 14 && minutes < 60).then_some(())?;
    put(&mut said.offset, Offset::Seconds(sign * (hours * 3_600 + minutes * 60)), used)
}

/// Words and signs that say nothing; the "T" between date and time.
fn filler(pieces: &[Piece], said: &Said) -> Option<usize> {
    let first = &pieces[0];
    let t = first.is_word(&["t"]) && first.glued && said.day.is_some();
    (t || first.is(',') || first.is('.') || first.is_word(words::FILLERS)).then_some(1)
}

/// Fills a place that is still empty.
fn put<T>(place: &mut Option<T>, value: T, used: usize) -> Option<usize> {
    if place.is_some() {
        return None;
    }
    *place = Some(value);
    Some(used)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    const HOUR: i64 = 3_600_000;

    /// Wednesday 2 December 2026, 12:00 in Chisinau.
    fn now() -> Timestamp {
        zone::parse_iso("2026-12-02T12:00:00+02:00").unwrap()
    }

    fn chisinau() -> Zone {
        Zone::find("Europe/Chisinau").unwrap()
    }

    fn at(text: &str) -> Timestamp {
        zone::parse_iso(text).unwrap()
    }

    fn read(text: &str) -> Result<String, Problem> {
        parse(text, now(), &chisinau()).map(|at| format(at, &chisinau()))
    }

    #[rstest]
    #[case("09:00", Some((9, 0)))]
    #[case("9", Some((9, 0)))]
    #[case("9.05", Some((9, 5)))]
    #[case("18.30", Some((18, 30)))]
    #[case("6 pm", Some((18, 0)))]
    #[case("at 6:15 pm", Some((18, 15)))]
    #[case("в 9 вечера", Some((21, 0)))]
    #[case("la ora 19", Some((19, 0)))]
    #[case("0:00", Some((0, 0)))]
    #[case("24:00", None)]
    #[case("12:60", None)]
    #[case("09:00:30", None)]
    #[case("friday 09:00", None)]
    #[case("09:00 UTC", None)]
    #[case("in 2h", None)]
    #[case("25.12", None)]
    #[case("half past", None)]
    #[case("", None)]
    fn a_time_of_day_is_nothing_more(#[case] typed: &str, #[case] meant: Option<(i8, i8)>) {
        assert_eq!(time_of_day(typed), meant.map(|(hour, minute)| TimeOfDay { hour, minute }));
    }

    #[rstest]
    // English
    #[case("friday 19:00", "2026-12-04 19:00")]
    #[case("Fri, 19:00", "2026-12-04 19:00")]
    #[case("on friday at 7pm", "2026-12-04 19:00")]
    #[case("at 7 p.m. on friday", "2026-12-04 19:00")]
    #[case("wednesday 13:00", "2026-12-02 13:00")]
    #[case("wednesday 12:00", "2026-12-09 12:00")]
    #[case("wednesday", "2026-12-09 00:00")]
    #[case("next friday 19:00", "2026-12-11 19:00")]
    #[case("in 2h", "2026-12-02 14:00")]
    #[case("in an hour and a half", "2026-12-02 13:30")]
    #[case("2h", "2026-12-02 14:00")]
    #[case("in 2 days", "2026-12-04 12:00")]
    #[case("in 2 days at 18:00", "2026-12-04 18:00")]
    #[case("tomorrow at 18:00", "2026-12-03 18:00")]
    #[case("tomorrow at 6", "2026-12-03 06:00")]
    #[case("tomorrow 18:00", "2026-12-03 18:00")]
    #[case("18:00 tomorrow", "2026-12-03 18:00")]
    #[case("the day after tomorrow 18:00", "2026-12-04 18:00")]
    #[case("tonight 8 pm", "2026-12-02 20:00")]
    #[case("19:00", "2026-12-02 19:00")]
    #[case("11:00", "2026-12-03 11:00")]
    #[case("12am", "2026-12-03 00:00")]
    #[case("12:30 am", "2026-12-03 00:30")]
    #[case("tomorrow noon", "2026-12-03 12:00")]
    #[case("12 pm tomorrow", "2026-12-03 12:00")]
    #[case("2026-12-05 19:00", "2026-12-05 19:00")]
    #[case("2026-12-05T19:00", "2026-12-05 19:00")]
    #[case("2026-12-05T19:00:00", "2026-12-05 19:00")]
    #[case("2026-12-05T17:00:00Z", "2026-12-05 19:00")]
    #[case("2026-12-05 19:00 +03:00", "2026-12-05 18:00")]
    #[case("2026-12-05 19:00 UTC", "2026-12-05 21:00")]
    #[case("19:00 utc+3", "2026-12-02 18:00")]
    #[case("Fri 4 Dec 2026 19:00 EET", "2026-12-04 19:00")]
    #[case("sat 2026-12-05 19:00", "2026-12-05 19:00")]
    #[case("2026-12-05", "2026-12-05 00:00")]
    #[case("25.12 18:00", "2026-12-25 18:00")]
    #[case("25.12", "2026-12-25 00:00")]
    #[case("25/12/2026 18:00", "2026-12-25 18:00")]
    #[case("25-12-26 18:00", "2026-12-25 18:00")]
    #[case("1.12 18:00", "2027-12-01 18:00")]
    #[case("2.12 13:00", "2026-12-02 13:00")]
    #[case("29.02 10:00", "2028-02-29 10:00")]
    #[case("december 5th 18:00", "2026-12-05 18:00")]
    #[case("5th of december, 18:00", "2026-12-05 18:00")]
    #[case("Dec 5, 2027", "2027-12-05 00:00")]
    #[case("fri 25.12 18.00", "2026-12-25 18:00")]
    #[case("<t:1796230800:R>", "2026-12-02 19:00")]
    // Russian
    #[case("через 2 часа", "2026-12-02 14:00")]
    #[case("через полчаса", "2026-12-02 12:30")]
    #[case("через час", "2026-12-02 13:00")]
    #[case("через неделю в 18:00", "2026-12-09 18:00")]
    #[case("завтра в 18:00", "2026-12-03 18:00")]
    #[case("завтра в 18.00", "2026-12-03 18:00")]
    #[case("завтра в 18-00", "2026-12-03 18:00")]
    #[case("завтра в 7 вечера", "2026-12-03 19:00")]
    #[case("завтра в 3 часа дня", "2026-12-03 15:00")]
    #[case("в 7 утра", "2026-12-03 07:00")]
    #[case("в 11 ночи", "2026-12-02 23:00")]
    #[case("послезавтра", "2026-12-04 00:00")]
    #[case("в пятницу 19:00", "2026-12-04 19:00")]
    #[case("В пятницу в 19 часов", "2026-12-04 19:00")]
    #[case("во вторник в 19:00", "2026-12-08 19:00")]
    #[case("пт 19:00", "2026-12-04 19:00")]
    #[case("в следующую пятницу 19:00", "2026-12-11 19:00")]
    #[case("5 декабря в 19:00", "2026-12-05 19:00")]
    #[case("5 декабря 2026 г. в 19:00", "2026-12-05 19:00")]
    #[case("5 мая", "2027-05-05 00:00")]
    #[case("в 25.12", "2026-12-25 00:00")]
    #[case("сегодня в 20:00", "2026-12-02 20:00")]
    // Romanian
    #[case("mâine la 18:00", "2026-12-03 18:00")]
    #[case("maine la 18:00", "2026-12-03 18:00")]
    #[case("mâine la ora 18", "2026-12-03 18:00")]
    #[case("poimâine la 6 dimineața", "2026-12-04 06:00")]
    #[case("mâine la 3 după-amiaza", "2026-12-03 15:00")]
    #[case("vineri 19:00", "2026-12-04 19:00")]
    #[case("vineri la 7 seara", "2026-12-04 19:00")]
    #[case("sâmbătă la 19:00", "2026-12-05 19:00")]
    #[case("marți 19:00", "2026-12-08 19:00")]
    #[case("luni", "2026-12-07 00:00")]
    #[case("vinerea viitoare la 19:00", "2026-12-11 19:00")]
    #[case("peste 2 ore", "2026-12-02 14:00")]
    #[case("peste o oră", "2026-12-02 13:00")]
    #[case("în 30 de minute", "2026-12-02 12:30")]
    #[case("pe 25 decembrie la 18:00", "2026-12-25 18:00")]
    #[case("la 5 decembrie 2026, ora 19:00", "2026-12-05 19:00")]
    #[case("astăzi la 20:00", "2026-12-02 20:00")]
    #[case("diseară la 8 pm", "2026-12-02 20:00")]
    fn understood(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(read(text).as_deref(), Ok(expected), "{text}");
    }

    #[rstest]
    #[case("", Problem::NotUnderstood)]
    #[case("soon", Problem::NotUnderstood)]
    #[case("at", Problem::NotUnderstood)]
    #[case("19", Problem::NotUnderstood)]
    #[case("friday monday", Problem::NotUnderstood)]
    #[case("19:00 20:00", Problem::NotUnderstood)]
    #[case("in 2h friday", Problem::NotUnderstood)]
    #[case("in 2h at 18:00", Problem::NotUnderstood)]
    #[case("19:00-21:00", Problem::NotUnderstood)]
    #[case("friday 25:00", Problem::NoSuchTime)]
    #[case("19:60", Problem::NoSuchTime)]
    #[case("13 am", Problem::NoSuchTime)]
    #[case("30.02", Problem::NoSuchDate)]
    #[case("2027-02-29 10:00", Problem::NoSuchDate)]
    #[case("friday 5.12.2026 19:00", Problem::WrongWeekday { is: Weekday::Saturday })]
    #[case("19:00 MSK", Problem::OtherZone)]
    #[case("today 11:00", Problem::Past(at("2026-12-02T11:00:00+02:00")))]
    #[case("today", Problem::Past(at("2026-12-02T00:00:00+02:00")))]
    #[case("yesterday 18:00", Problem::Past(at("2026-12-01T18:00:00+02:00")))]
    #[case("2h ago", Problem::Past(at("2026-12-02T10:00:00+02:00")))]
    #[case("25.12.2025", Problem::Past(at("2025-12-25T00:00:00+02:00")))]
    #[case("in 500 years", Problem::TooFar)]
    #[case("9999-12-31", Problem::TooFar)]
    #[case("<t:9223372036854775>", Problem::TooFar)]
    fn refused(#[case] text: &str, #[case] problem: Problem) {
        assert_eq!(read(text), Err(problem), "{text}");
    }

    #[rstest]
    #[case("2h ago", "2026-12-02 10:00")]
    #[case("2h", "2026-12-02 10:00")]
    #[case("2 часа назад", "2026-12-02 10:00")]
    #[case("acum 2 ore", "2026-12-02 10:00")]
    #[case("yesterday 18:00", "2026-12-01 18:00")]
    #[case("вчера", "2026-12-01 00:00")]
    #[case("ieri la 18:00", "2026-12-01 18:00")]
    #[case("today", "2026-12-02 00:00")]
    #[case("friday 19:00", "2026-11-27 19:00")]
    #[case("wednesday 11:00", "2026-12-02 11:00")]
    #[case("wednesday 13:00", "2026-11-25 13:00")]
    #[case("19:00", "2026-12-01 19:00")]
    #[case("25.12", "2025-12-25 00:00")]
    #[case("29 feb", "2024-02-29 00:00")]
    fn looking_back(#[case] text: &str, #[case] expected: &str) {
        let read = parse_past(text, now(), &chisinau()).map(|at| format(at, &chisinau()));
        assert_eq!(read.as_deref(), Ok(expected), "{text}");
    }

    #[test]
    fn what_lies_ahead_is_not_the_past() {
        let later = at("2026-12-02T13:00:00+02:00");
        assert_eq!(parse_past("today 13:00", now(), &chisinau()), Err(Problem::Future(later)));
    }

    #[test]
    fn a_skipped_time_is_refused_with_the_one_after_it() {
        let now = at("2026-03-28T12:00:00+02:00");
        let after = at("2026-03-29T04:30:00+03:00");
        for text in ["tomorrow 03:30", "29.03 03:30", "sunday 3:30 am", "03:30"] {
            assert_eq!(parse(text, now, &chisinau()), Err(Problem::Skipped { after }), "{text}");
        }
        assert_eq!(parse("29.03 04:00", now, &chisinau()), Ok(at("2026-03-29T04:00:00+03:00")));
    }

    #[test]
    fn of_a_time_shown_twice_a_person_says_which() {
        let (first, second) = (at("2026-10-25T03:30:00+03:00"), at("2026-10-25T03:30:00+02:00"));
        let before = at("2026-10-24T12:00:00+03:00");
        let between = at("2026-10-25T03:45:00+03:00");
        let read = |text, now| parse(text, now, &chisinau());
        assert_eq!(read("25.10 03:30", before), Err(Problem::Twice { first, second }));
        assert_eq!(read("25.10 03:30 EEST", before), Ok(first));
        assert_eq!(read("25.10 03:30 EET", before), Ok(second));
        assert_eq!(read("25.10 03:30 +02:00", before), Ok(second));
        assert_eq!(read("03:30", between), Ok(second));
        assert_eq!(format(first, &chisinau()), "2026-10-25 03:30 +03:00");
        assert_eq!(format(second, &chisinau()), "2026-10-25 03:30 +02:00");
    }

    #[test]
    fn days_are_counted_in_the_calendar_and_hours_on_the_clock() {
        let now = at("2026-03-28T12:00:00+02:00");
        let read = |text| parse(text, now, &chisinau()).map(|at| format(at, &chisinau()));
        assert_eq!(read("in 1 day at 12:00").as_deref(), Ok("2026-03-29 12:00"));
        assert_eq!(read("in 24 hours").as_deref(), Ok("2026-03-29 13:00"));
    }

    const SCRAPS: &str = r"(\PC|[0-9]{1,4}|[ .,:/+-]| at | in |friday|завтра|в |через|mâine|la |pm|dec|EET|utc|t|<t:|day after| next ){0,14}";

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        #[test]
        fn no_text_is_too_strange(text in SCRAPS, seconds in -10_000_000_000_i64..200_000_000_000) {
            let (now, zone) = (Timestamp::from_seconds(seconds), chisinau());
            if let Ok(at) = parse(&text, now, &zone) {
                prop_assert!(at > now, "{}", text);
            }
            if let Ok(at) = parse_past(&text, now, &zone) {
                prop_assert!(at <= now, "{}", text);
            }
        }

        #[test]
        fn any_string_at_any_time(text: String, millis: i64) {
            let _ = parse(&text, Timestamp(millis), &chisinau());
            let _ = parse_past(&text, Timestamp(millis), &chisinau());
        }

        #[test]
        fn what_is_written_is_read_back(minutes in 1_i64..50_000_000, name in prop::sample::select(vec!["UTC", "Europe/Chisinau", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"])) {
            let zone = Zone::find(name).unwrap();
            let at = Timestamp(now().0 + minutes * 60_000);
            prop_assert_eq!(parse(&format(at, &zone), now(), &zone), Ok(at));
        }

        #[test]
        fn a_time_alone_is_the_next_one(minutes in 0_i64..1_000_000, hour in 0_u8..24, minute in 0_u8..60) {
            let (zone, now) = (chisinau(), Timestamp(now().0 + minutes * 60_000));
            if let Ok(at) = parse(&format!("{hour}:{minute:02}"), now, &zone) {
                prop_assert!(at > now && at.since(now) <= 25 * HOUR);
                let shown = zone.local(at);
                prop_assert_eq!((shown.hour, shown.minute), (hour.cast_signed(), minute.cast_signed()));
            }
        }

        #[test]
        fn a_weekday_is_within_a_week(minutes in 0_i64..1_000_000, place in 0_usize..7) {
            let (zone, now) = (chisinau(), Timestamp(now().0 + minutes * 60_000));
            for name in [["mon", "tue", "wed", "thu", "fri", "sat", "sun"][place], ["пн", "вт", "ср", "чт", "пт", "сб", "вс"][place],
                         ["luni", "marți", "miercuri", "joi", "vineri", "sâmbătă", "duminică"][place]] {
                let at = parse(&format!("{name} 12:00"), now, &zone).unwrap();
                prop_assert!(at > now && at.since(now) <= 7 * 24 * HOUR + HOUR);
                prop_assert_eq!(zone.local(at).weekday, Weekday::ALL[place]);
            }
        }
    }
}
