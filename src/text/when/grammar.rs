//! What a typed text says: the day, the part of the day, the hour, the span and the zone that its words name,
//! without asking yet which instant that is.
//!
//! Elements are read from left to right, each with the words that lead to it ("at", "until", "on"). Where
//! words can be read in two ways, the usual one is tried first and the other where the rest of the text
//! makes no sense after it. A text with a word left over says nothing.

use std::cell::Cell;
use std::time::Duration;

use crate::text::duration;
use crate::text::duration::Unit;
use crate::text::places;
use crate::text::places::Place;
use crate::text::words::{Edge, Part, Text, Which, Word};
use crate::text::zone::Weekday;

/// How many ways to read a text are tried; no text that people type needs as many.
const TRIES: u32 = 4_000;

/// What a text says, each at most once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub day: Option<Day>,
    pub weekday: Option<(Weekday, Option<Which>)>,
    pub period: Option<Period>,
    /// Before the hour, or without one: "tomorrow evening at 7".
    pub part: Option<Part>,
    pub clock: Option<Clock>,
    /// After the hour: "7 pm", "2 ночи".
    pub half: Option<Part>,
    pub span: Option<Duration>,
    /// The span lies ahead ("in") or behind ("ago"); alone it lies where the reader looks.
    pub back: Option<bool>,
    pub place: Option<Place>,
    /// An instant by itself.
    pub now: bool,
    /// "every friday".
    pub every: bool,
    /// What leads to the next element; nothing once all is read.
    pub lead: Option<Lead>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    /// From today.
    In(i64),
    Date {
        year: Option<i16>,
        month: i8,
        day: i8,
    },
    /// "the 15th".
    OfMonth(i8),
}

/// A week, month or year, or one end of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Period {
    pub kind: PeriodKind,
    pub which: Which,
    pub edge: Option<Edge>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PeriodKind {
    Weekend,
    Week,
    Month,
    /// A month by its name, and its year.
    MonthOf(i8, Option<i16>),
    Year,
}

/// An hour as it was typed, before its part of the day is applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clock {
    Shown {
        hour: u32,
        minute: u32,
        second: u32,
        /// An hour alone, which may be one of the morning or of the evening.
        bare: bool,
    },
    Noon,
    Midnight,
    /// The last minute of the day.
    EndOfDay,
}

/// What leads to the next element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    At,
    On,
    By,
    From,
    In,
    For,
}

impl Clock {
    const fn shown(hour: u32, minute: u32, second: u32) -> Self {
        Self::Shown { hour, minute, second, bare: false }
    }
}

impl Said {
    /// Whether nothing but leading words has been read.
    const fn is_fresh(&self) -> bool {
        self.day.is_none()
            && self.weekday.is_none()
            && self.period.is_none()
            && self.part.is_none()
            && self.has_no_time()
    }

    const fn has_no_time(&self) -> bool {
        self.clock.is_none() && self.span.is_none() && !self.now
    }

    /// Whether it says enough to be a time.
    fn is_whole(&self) -> bool {
        let names_a_day = self.day.is_some() || self.weekday.is_some() || self.period.is_some();
        let names_a_time = self.clock.is_some() || self.span.is_some() || self.part.is_some() || self.now;
        self.lead.is_none()
            && (names_a_day || names_a_time || self.every)
            && (self.place.is_none() || self.clock.is_some())
            && (!self.now || *self == Self { now: true, ..Self::default() })
            && self.goes_together()
    }

    /// Whether what names the day does not name two.
    fn goes_together(&self) -> bool {
        if let Some(span) = self.span {
            let alone = self.day.is_none() && self.weekday.is_none() && self.clock.is_none() && self.part.is_none();
            // Hours and minutes are counted from now, and nothing beside them says more.
            let counts_days = span.as_secs().is_multiple_of(86_400);
            let from_a_day =
                matches!((self.day, self.weekday), (None | Some(Day::In(_)), None) | (None, Some((_, None))));
            return self.period.is_none() && (alone || counts_days && from_a_day);
        }
        let Some(period) = self.period else {
            return true;
        };
        match (period.edge, self.day, self.weekday) {
            (_, None, None) => true,
            (Some(_), ..) => false,
            (None, None, Some((_, which))) => {
                which.is_none() && matches!(period.kind, PeriodKind::Week | PeriodKind::Weekend)
            }
            (None, Some(Day::OfMonth(_)), _) => {
                matches!(period.kind, PeriodKind::Month | PeriodKind::MonthOf(..))
            }
            (None, Some(Day::Date { year, .. }), _) => year.is_none() && period.kind == PeriodKind::Year,
            (None, Some(Day::In(_)), _) => false,
        }
    }

    const fn led(mut self) -> Self {
        self.lead = None;
        self
    }
}

/// What a text says; `own` tells whether the server's zone abbreviates its time so.
pub(super) fn read(text: &Text<'_>, own: &dyn Fn(&str) -> Option<bool>) -> Option<Said> {
    Reader { text, own, tries: Cell::new(TRIES) }.rest(0, Said::default())
}

struct Reader<'a> {
    text: &'a Text<'a>,
    own: &'a dyn Fn(&str) -> Option<bool>,
    tries: Cell<u32>,
}

/// What is said after an element, and where the rest begins.
type Step = (Said, usize);

impl Reader<'_> {
    fn rest(&self, at: usize, said: Said) -> Option<Said> {
        if at >= self.text.len() {
            return Some(said).filter(Said::is_whole);
        }
        self.tries.set(self.tries.get().checked_sub(1)?);
        let mut steps: Vec<Step> = Vec::with_capacity(8);
        self.elements(at, said, &mut steps);
        steps.into_iter().find_map(|(said, next)| self.rest(next, said))
    }

    /// All that may begin at a place, the usual first.
    fn elements(&self, at: usize, said: Said, steps: &mut Vec<Step>) {
        self.hours_of_the_day(at, said, steps);
        self.span(at, said, steps);
        self.clock(at, said, steps);
        self.date(at, said, steps);
        self.clock_by_itself(at, said, steps);
        self.words(at, said, steps);
        self.place(at, said, steps);
        self.year(at, said, steps);
        self.filler(at, said, steps);
    }

    /// "19h", "19 часов": of hours that nobody counts, the time of day is meant; after "in" and "for" they are counted.
    fn hours_of_the_day(&self, at: usize, said: Said, steps: &mut Vec<Step>) {
        let word_before = |back: usize| at.checked_sub(back).and_then(|before| self.text.word(before));
        // "на 19 часов" is the hour; "сроком на 19 часов" is not.
        let is_length = match said.lead {
            Some(Lead::In) => true,
            Some(Lead::For) => word_before(1) != Some("на") || word_before(2) == Some("сроком"),
            _ => false,
        };
        let counted = is_length || !said.has_no_time();
        if counted || !self.text.number(at).is_some_and(|hour| (13..24).contains(&hour)) {
            return;
        }
        self.marked_hour(at, said, steps);
    }

    /// "19h", "19h30", "19 ч 30 мин", "7 o'clock".
    fn marked_hour(&self, at: usize, said: Said, steps: &mut Vec<Step>) {
        let Some((hour, next)) = self.hour(at) else {
            return;
        };
        let Some(mark) = self.text.means(next, Word::HourMark) else {
            return;
        };
        let mut next = next + mark;
        next += usize::from(self.text.is(next, '.') && self.text.get(next + 1).is_some());
        let minutes = self.text.digits(next);
        if let Some((minute, digits)) = minutes
            && digits == 2
        {
            let unit = self.text.find(next + 1, |word| matches!(word, Word::Unit(Unit::Minute)).then_some(()));
            let after = next + 1 + unit.map_or(0, |((), used)| used);
            self.timed(said, Clock::shown(hour, minute, 0), after, steps);
        }
        self.timed(said, Clock::Shown { hour, minute: 0, second: 0, bare: true }, next, steps);
    }

    /// "in 2h", "через час", "acum 2 ore", "2h ago", "2 hours from now", "for 2 days"; at the beginning also "2h".
    fn span(&self, at: usize, said: Said, steps: &mut Vec<Step>) {
        // "friday in a week".
        let after_a_weekday =
            said.lead == Some(Lead::In) && said == Said { weekday: said.weekday, lead: said.lead, ..Said::default() };
        if !(said.is_fresh() || after_a_weekday) || !matches!(said.lead, None | Some(Lead::In | Lead::For)) {
            return;
        }
        self.about(at, said, steps);
        // "+2h".
        let plus = usize::from(at == 0 && self.text.is(at, '+'));
        let said = if plus > 0 { Said { lead: Some(Lead::In), ..said } } else { said };
        let Some((span, next)) = duration::leading(self.text, at + plus) else {
            return;
        };
        let mut said = Said { span: Some(span), back: said.lead.map(|_| false), ..said.led() };
        let mut next = next;
        if let Some(used) = self.text.means(next, Word::Ago) {
            (said.back, next) = (Some(true), next + used);
        } else if let Some(used) = self.text.means(next, Word::Ahead) {
            (said.back, next) = (Some(false), next + used);
        } else if let Some(used) = self.text.means(next, Word::From) {
            // "a week from friday".
            steps.push((said, next + used));
        }
        steps.push((said, next));
    }

    /// "часа через два", "минут через 10": about so many.
    fn about(&self, at: usize, said: Said, steps: &mut Vec<Step>) {
        let unit =
            self.text.find(at, |word| if let Word::Unit(unit) | Word::One(unit) = word { Some(unit) } else { None });
        let Some((unit, used)) = unit.filter(|_| said.lead.is_none()) else {
            return;
        };
        let Some(lead) = self.text.means(at + used, Word::In) else {
            return;
        };
        if let Some((thousandths, next)) = duration::number(self.text, at + used + lead) {
            let span = Duration::from_millis(thousandths.saturating_mul(unit.seconds()));
            steps.push((Said { span: Some(span), back: Some(false), ..said }, next));
        }
    }

    /// "19:00", "at 7", "7 pm", "в 19.00", "la ora 19", "half past seven".
    fn clock(&self, at: usize, said: Said, steps: &mut Vec<Step>) {
        if said.clock.is_some() || said.now {
            return;
        }
        self.colon(at, said, steps);
        self.past_and_to(at, said, steps);
        let expected = matches!(said.lead, Some(Lead::At | Lead::From)) || said.day.is_some() || said.span.is_some();
        if expected || self.date_in_numbers(at).is_none() {
            self.dotted(at, said, expected, steps);
        }
        // "730 pm".
        if let Some((value, 3 | 4)) = self.text.digits(at)
            && self.half(at + 1, said).is_some()
        {
            self.timed(said, Clock::shown(value / 100, value % 100, 0), at + 1, steps);
        }
        if let Some((hour, next)) = self.hour(at) {
            // "7 30 pm", "seven thirty pm".
            if let Some((minute, after)) = self.minute_beside(at, next)
                && (self.half(after, said).is_some() || self.text.number(at).is_none() && !said.is_fresh())
            {
                self.timed(said, Clock::shown(hour, minute, 0), after, steps);
            }
            let bare = Clock::Shown { hour, minute: 0, second: 0, bare: true };
            // "7 pm", "в 3 часа дня".
            let mark =
                self.text.find(next, |word| matches!(word, Word::HourMark | Word::Unit(Unit::Hour)).then_some(()));
            for next in [mark.map(|((), used)| next + used), Some(next)].into_iter().flatten() {
                if self.half(next, said).is_some() {
                    self.timed(said, bare, next, steps);
                }
            }
            let named = said.lead.is_some_and(|lead| lead != Lead::In) || !said.is_fresh();
            if named {
                self.marked_hour(at, said, steps);
            }
            // "в 19 00".
            if named
                && let Some((minute, 2)) = self.text.digits(next)
                && self.text.number(at).is_some()
                && self.month(next + 1).is_none()
            {
                self.timed(said, Clock::shown(hour, minute, 0), next + 1, steps);
            }
            let lead = matches!(said.lead, Some(Lead::At | Lead::By | Lead::From | Lead::For));
            if lead && let Some(((), used)) = mark {
                self.timed(said, bare, next + used, steps);
            }
            let is_day_known = matches!(said.day, Some(Day::In(_))) || said.part.is_some();
            if (lead || is_day_known) && self.date_in_numbers(at).is_none() {
                self.timed(said, bare, next, steps);
            }
        }
        if matches!(said.lead, Some(Lead::At | Lead::By | Lead::From | Lead::For)) {
            if let Some((value, 3 | 4)) = self.text.digits(at) {
                self.timed(said, Clock::shown(value / 100, value % 100, 0), at + 1, steps);
            }
            if let Some(used) = self.text.means(at, Word::OneOClock) {
                self.timed(said, Clock::Shown { hour: 1, minute: 0, second: 0, bare: true }, at + used, steps);
            }
        }
    }

    /// "7 o'clock", "noon", "midnight", "end of day".
    fn clock_by_itself(&self, at: usize, said: Said, steps: &mut Vec<Step>) {
        if said.clock.is_some() || said.now {
            return;
        }
        for (word, used) in self.text.meanings(at) {
            let clock = match word {
                Word::Noon => Clock::Noon,
                Word::Midnight => Clock::Midnight,
                Word::EndOfDay => Clock::EndOfDay,
                Word::HalfPast(hour) => Clock::shown(hour.unsigned_abs().into(), 30, 0),
                _ => continue,
            };
            self.timed(said, clock, at + used, steps);
        }
        // "12 noon", "12 midnight".
        if self.text.number(at) == Some(12) {
            for (word, clock) in [(Word::Noon, Clock::Noon), (Word::Midnight, Clock::Midnight)] {
                if let Some(used) = self.text.means(at + 1, word) {
                    self.timed(said, clock, at + 1 + used, steps);
                }
            }
        }
        if self.text.means(at + 1, Word::HourMark).is_some()
            && self.text.number(at).is_some()
            && said.is_fresh()
            && said.lead != Some(Lead::In)
        {
            self.marked_hour(at, said, steps);
        }
    }

    /// An hour in digits or in a word.
    fn hour(&self, at: usize) -> Option<(u32, usize)> {
        if let Some((hour, digits)) = self.text.get(at)?.digits() {
            return (digits <= 2).then_some((hour, at + 1));
        }
        let (thousandths, next) = duration::number(self.text, at)?;
        let hour = u32::try_from(thousandths / 1_000).ok()?;
        // The articles are no hours.
        let article = self.text.get(at)?.word().is_some_and(|word| matches!(word, "a" | "an" | "o" | "un"));
        (thousandths % 1_000 == 0 && hour <= 24 && !article).then_some((hour, next))
    }

    /// "19:00", "19:00:30", "7:30 pm", "19:00 h".
    fn colon(&self, at: usize, said: Said, steps: &mut Vec<Step>) {
        let [hour, colon, minute, ..] = self.text.from(at) else {
            return;
        };
        let (Some((hour, 1..=2)), true, Some((minute, 2))) = (hour.digits(), colon.is(':'), minute.digits()) else {
            return;
        };
        let (second, mut next) = match self.text.from(at + 3) {
            [colon, second, ..] if colon.is(':') => match second.digits() {
                Some((second, 2)) => (second, at + 5),
                _ => return,
            },
            _ => (0, at + 3),
        };
        if let [point, fraction, ..] = self.text.from(next)
            && next == at + 5
            && point.is('.')
            && fraction.glued
            && fraction.number().is_some()
        {
            next += 2;
        }
        self.clocked(said, Clock::shown(hour, minute, second), next, steps);
    }

    /// A clock with minutes, and the mark of an hour that may stand after it.
    fn clocked(&self, said: Said, clock: Clock, next: usize, steps: &mut Vec<Step>) {
        let mark = self.text.find(next, |word| matches!(word, Word::HourMark | Word::Unit(Unit::Hour)).then_some(()));
        if let Some(((), used)) = mark {
            self.timed(said, clock, next + used, steps);
        }
        self.timed(said, clock, next, steps);
    }

    /// "19.00", where it is no date; after "at" also "19-00".
    fn dotted(&self, at: usize, said: Said, expected: bool, steps: &mut Vec<Step>) {
        let [hour, sign, minutes, rest @ ..] = self.text.from(at) else {
            return;
        };
        let (Some((hour, 1..=2)), Some((minute, 2))) = (hour.digits(), minutes.digits()) else {
            return;
        };
        // "25.12.2026" and "2026-12-05" are no times, wherever they stand.
        let date = matches!(rest, [again, more, ..] if again.glued && again.token == sign.token && more.glued && more.number().is_some());
        if sign.glued
            && minutes.glued
            && !date
            && hour < 24
            && minute < 60
            && (sign.is('.') || sign.is('-') && expected)
        {
            self.clocked(said, Clock::shown(hour, minute, 0), at + 3, steps);
        }
    }

    /// The minutes right after an hour: two digits after digits, a word after a word.
    fn minute_beside(&self, at: usize, next: usize) -> Option<(u32, usize)> {
        if self.text.number(at).is_some() {
            let (minute, digits) = self.text.get(next)?.digits()?;
            return (digits == 2 && minute < 60).then_some((minute, next + 1));
        }
        self.text.get(next)?.word()?;
        let (thousandths, after) = duration::number(self.text, next)?;
        let minute = u32::try_from(thousandths / 1_000).ok()?;
        (thousandths % 1_000 == 0 && (5..60).contains(&minute)).then_some((minute, after))
    }

    /// "half past seven", "ten to eight", "без четверти восемь", "половина восьмого", "șapte și jumătate", "opt fără zece".
    fn past_and_to(&self, at: usize, said: Said, steps: &mut Vec<Step>) {
        let text = self.text;
        if let Some(used) = text.means(at, Word::Without)
            && let Some((minutes, next)) = self.minutes(at + used)
            && let Some((hour, next)) = self.hour(next)
        {
            self.timed_around(said, hour, -minutes, next, steps);
        }
        let ordinal = |at: usize| text.find(at, |word| if let Word::Ordinal(hour) = word { Some(hour) } else { None });
        let half = text.means(at, Word::HalfBefore).map(|used| (30, at + used));
        if let Some((minutes, next)) = half.or_else(|| self.minutes(at))
            && let Some((hour @ 1..=12, used)) = ordinal(next)
        {
            let before = if hour == 1 { 12 } else { u32::from(hour.unsigned_abs()) - 1 };
            self.timed_around(said, before, minutes, next + used, steps);
        }
        if let Some((minutes, next)) = self.minutes(at) {
            for (word, sign) in [(Word::Past, 1), (Word::To, -1)] {
                if let Some(used) = text.means(next, word)
                    && let Some((hour, next)) = self.hour(next + used)
                {
                    self.timed_around(said, hour, sign * minutes, next, steps);
                }
            }
        }
        if let Some((hour, next)) = self.hour(at) {
            for (word, sign) in [(Word::And, 1), (Word::Less, -1)] {
                if let Some(used) = text.means(next, word) {
                    let article = text.means(next + used, Word::Number(1_000)).unwrap_or(0);
                    if let Some((minutes, next)) = self.minutes(next + used + article) {
                        self.timed_around(said, hour, sign * minutes, next, steps);
                    }
                }
            }
            // "șapte jumate".
            if said.lead.is_some() && text.word(next).is_some_and(|word| word.starts_with("juma")) {
                self.timed_around(said, hour, 30, next + 1, steps);
            }
        }
    }

    /// Minutes beside an hour: "ten", "10 minutes", "quarter", "half".
    fn minutes(&self, at: usize) -> Option<(i32, usize)> {
        let article = self.text.means(at, Word::Number(1_000)).filter(|used| {
            self.text.find(at + used, |word| matches!(word, Word::Number(250 | 500)).then_some(())).is_some()
        });
        let (thousandths, next) = duration::number(self.text, at + article.unwrap_or(0))?;
        let minutes = match thousandths {
            250 => 15,
            500 => 30,
            whole if whole % 1_000 == 0 && (1_000..60_000).contains(&whole) => i32::try_from(whole / 1_000).ok()?,
            _ => return None,
        };
        let unit = self
            .text
            .find(next, |word| matches!(word, Word::Unit(Unit::Minute) | Word::One(Unit::Minute)).then_some(()));
        Some((minutes, next + unit.map_or(0, |((), used)| used)))
    }

    fn timed_around(&self, said: Said, hour: u32, minutes: i32, next: usize, steps: &mut Vec<Step>) {
        if hour > 23 {
            return;
        }
        let hour = i32::try_from(hour).unwrap_or(0);
        // "ten to one" is of the twelve-hour clock where one is.
        let day = if hour > 0 && hour <= 12 {
            (hour * 60 + minutes).rem_euclid(12 * 60)
        } else {
            (hour * 60 + minutes).rem_euclid(24 * 60)
        };
        let total = if (1..=12).contains(&hour) && day < 60 { day + 12 * 60 } else { day };
        let (hour, minute) = ((total / 60).unsigned_abs(), (total % 60).unsigned_abs());
        self.timed(said, Clock::Shown { hour, minute, second: 0, bare: hour < 12 }, next, steps);
    }

    /// An hour, with the part of the day after it where one is named.
    fn timed(&self, said: Said, clock: Clock, next: usize, steps: &mut Vec<Step>) {
        let halved = self.half(next, said);
        let said = Said { clock: Some(clock), ..said.led() };
        if let Some((half, next)) = halved.filter(|_| said.half.is_none()) {
            steps.push((Said { half: Some(half), ..said }, next));
        }
        steps.push((said, next));
    }

    /// "pm", "вечера", "dimineața" after an hour.
    fn half(&self, at: usize, said: Said) -> Option<(Part, usize)> {
        let (part, used) = self.text.find(at, |word| if let Word::Part(part) = word { Some(part) } else { None })?;
        // "3 дня" are days, unless an hour is expected.
        let days = self.text.get(at)?.word() == Some("дня") && said.is_fresh() && said.lead.is_none();
        let dot = usize::from(used > 1 && self.text.is(at + used, '.'));
        (!days).then_some((part, at + used + dot))
    }

    /// "2026-12-05", "25.12", "5 december 2026", "december 5", "the 15th".
    fn date(&self, at: usize, said: Said, steps: &mut Vec<Step>) {
        if said.day.is_some() || said.lead == Some(Lead::For) && self.text.number(at).is_none() {
            return;
        }
        let found =
            [self.date_in_numbers(at), self.day_and_month(at), self.month_and_day(at), self.day_of_month(at, said)];
        for (day, next) in found.into_iter().flatten() {
            steps.push((Said { day: Some(day), ..said.led() }, next));
        }
    }

    /// "2026-12-05", "25.12", "25/12/2026", "25-12-26".
    fn date_in_numbers(&self, at: usize) -> Option<(Day, usize)> {
        let [first, sign, second, rest @ ..] = self.text.from(at) else {
            return None;
        };
        let (first, digits) = first.digits()?;
        let (second, digits_of_second) = second.digits()?;
        if !['.', '/', '-'].into_iter().any(|one| sign.is(one)) || !sign.glued || digits_of_second > 2 {
            return None;
        }
        let third = match rest {
            [again, third, ..] if again.token == sign.token && again.glued => {
                // "25.12. 18:00": what follows a last dot is a year only if it has four digits.
                third.digits().filter(|(_, digits)| third.glued || *digits == 4)
            }
            _ => None,
        };
        let dated =
            |year: Option<i16>, month: u32, day: u32| Some(Day::Date { year, month: small(month)?, day: small(day)? });
        match third {
            Some((day, 1..=2)) if digits == 4 => Some((dated(year(first, 4), second, day)?, at + 5)),
            Some((last, digits_of_year @ (2 | 4))) if digits <= 2 => {
                Some((dated(year(last, digits_of_year), second, first)?, at + 5))
            }
            None if digits <= 2 && sign.is('/') => Some((dated(None, second, first)?, at + 3)),
            None if digits <= 2 && sign.is('.') && (1..32).contains(&first) && (1..13).contains(&second) => {
                let dot =
                    usize::from(self.text.is(at + 3, '.') && self.text.get(at + 3).is_some_and(|piece| piece.glued));
                Some((dated(None, second, first)?, at + 3 + dot))
            }
            None if digits <= 2 && sign.is('.') && self.text.get(at + 2)?.glued && !(first < 24 && second < 60) => {
                Some((dated(None, second, first)?, at + 3))
            }
            _ => None,
        }
    }

    /// "5 december 2026", "5th of december", "5-го декабря", "5-Dec-2026", "пятого декабря".
    fn day_and_month(&self, at: usize) -> Option<(Day, usize)> {
        let (day, next) = self.numbered_day(at)?;
        let mut next = self.behind_mark(next);
        while let Some(used) = self.text.means(next, Word::Filler).or_else(|| self.joint(next)) {
            next += used;
        }
        let (month, used) = self.month(next)?;
        let (year, next) = self.year_after(next + used);
        Some((Day::Date { year, month, day }, next))
    }

    /// "december 5", "dec 5th, 2026", "Dec. 5".
    fn month_and_day(&self, at: usize) -> Option<(Day, usize)> {
        let (month, used) = self.month(at)?;
        let mut next = at + used;
        while let Some(used) = self.text.means(next, Word::Filler).or_else(|| self.joint(next)) {
            next += used;
        }
        let (day, next) = self.numbered_day(next)?;
        if self.text.is(next, ':') || self.half(next, Said::default()).is_some() {
            return None;
        }
        let (year, next) = self.year_after(self.behind_mark(next));
        Some((Day::Date { year, month, day }, next))
    }

    /// "the 15th", "15-го", "pe 15", "15 числа".
    fn day_of_month(&self, at: usize, said: Said) -> Option<(Day, usize)> {
        let (day, next) = self.numbered_day(at)?;
        let marked = self.behind_mark(next);
        let is_marked = marked > next || self.text.number(at).is_none();
        // After "on" a number alone is a day.
        let on = said.lead == Some(Lead::On) && !self.text.is(next, ':') && !self.text.is(next, '.');
        // "the second saturday" is not the second.
        let counts_weekdays = self.text.find(marked, |word| matches!(word, Word::Weekday(_)).then_some(())).is_some();
        ((is_marked || on) && !counts_weekdays).then_some((Day::OfMonth(day), marked))
    }

    fn numbered_day(&self, at: usize) -> Option<(i8, usize)> {
        if let Some((day, digits)) = self.text.get(at)?.digits() {
            return Some((small(day).filter(|_| digits <= 2)?, at + 1));
        }
        self.text
            .find(at, |word| if let Word::Ordinal(day) = word { Some(day) } else { None })
            .map(|(day, used)| (day, at + used))
    }

    /// Behind "th", "-го", "-lea".
    fn behind_mark(&self, at: usize) -> usize {
        let hyphen = usize::from(self.text.is(at, '-'));
        self.text.means(at + hyphen, Word::OrdinalMark).map_or(at, |used| at + hyphen + used)
    }

    fn month(&self, at: usize) -> Option<(i8, usize)> {
        self.text.find(at, |word| if let Word::Month(month) = word { Some(month) } else { None })
    }

    /// The sign between a day, a month and a year: "5-dec-2026", "dec. 5".
    fn joint(&self, at: usize) -> Option<usize> {
        (self.text.is(at, '.') || self.text.is(at, '-') || self.text.is(at, '/')).then_some(1)
    }

    /// A year of four digits, perhaps after a sign.
    fn year_after(&self, at: usize) -> (Option<i16>, usize) {
        let comma = usize::from(self.text.is(at, ','));
        let skip = self.joint(at).unwrap_or(comma);
        let skip = skip + self.text.means(at + skip, Word::Filler).unwrap_or(0);
        match self.text.digits(at + skip) {
            Some((number, 4)) if !self.text.is(at + skip + 1, ':') => (year(number, 4), at + skip + 1),
            _ => (None, at),
        }
    }

    /// Everything that is told by its words.
    fn words(&self, at: usize, said: Said, steps: &mut Vec<Step>) {
        for (word, used) in self.text.meanings(at) {
            let next = at + used;
            let dated = said.day.is_none() && said.span.is_none();
            match *word {
                Word::Day(days) if said.day.is_none() => {
                    steps.push((Said { day: Some(Day::In(days)), ..said.led() }, next));
                }
                Word::DayPart(days, part) if dated && said.part.is_none() => {
                    steps.push((Said { day: Some(Day::In(days)), part: Some(part), ..said.led() }, next));
                }
                Word::Weekday(weekday) if said.weekday.is_none() => {
                    self.weekday(weekday, None, next, said, steps);
                }
                Word::Weekend => self.period(PeriodKind::Weekend, None, None, next, said, steps),
                Word::Which(which) => self.which(which, None, next, said, steps),
                Word::Edge(edge) => self.edge(edge, next, said, steps),
                Word::EndOf(unit) => {
                    if let Some(kind) = kind_of(unit) {
                        self.period(kind, None, Some(Edge::End), next, said, steps);
                    }
                }
                Word::Part(part) if !matches!(part, Part::Am | Part::Pm) => {
                    self.part(part, next, said, steps);
                }
                Word::Feast(month, day) if dated => {
                    let (year, next) = self.year_after(next);
                    steps.push((Said { day: Some(Day::Date { year, month, day }), ..said.led() }, next));
                }
                // "in january" is the month; a day of it is a date.
                Word::Month(month) if said.clock.is_none() => {
                    let (year, next) = self.year_after(next);
                    self.period(PeriodKind::MonthOf(month, year), None, None, next, said, steps);
                }
                Word::Now if said.is_fresh() => steps.push((Said { now: true, ..said.led() }, next)),
                Word::One(_) | Word::Unit(_) | Word::Genitive(_) => {
                    // "săptămâna viitoare".
                    let kind = self.kind(at);
                    if let (Some(kind), Some((which, more))) = (kind, self.which_after(next)) {
                        self.period(kind, Some(which), None, next + more, said, steps);
                    }
                    // "5 ale lunii".
                    if let (Some(kind), Word::Genitive(_), Some(Day::OfMonth(_))) = (kind, word, said.day) {
                        self.period(kind, None, None, next, said, steps);
                    }
                }
                Word::Every if !said.every => steps.push((Said { every: true, ..said.led() }, next)),
                Word::Each(weekday) if said.weekday.is_none() && !said.every => {
                    steps.push((Said { every: true, weekday: Some((weekday, None)), ..said.led() }, next));
                }
                Word::At => steps.push((Said { lead: Some(Lead::At), ..said }, next)),
                Word::On => steps.push((Said { lead: Some(Lead::On), ..said }, next)),
                Word::By => steps.push((Said { lead: Some(Lead::By), ..said }, next)),
                Word::From => steps.push((Said { lead: Some(Lead::From), ..said }, next)),
                Word::For => steps.push((Said { lead: Some(Lead::For), ..said }, next)),
                Word::In => {
                    // "într-o oră".
                    let hyphen = usize::from(self.text.get(next).is_some_and(|piece| piece.is('-') && piece.glued));
                    steps.push((Said { lead: Some(Lead::In), ..said }, next + hyphen));
                }
                // "acum 2 ore": Romanian says it before the span.
                Word::Ago if said.is_fresh() => {
                    if let Some((span, end)) = duration::leading(self.text, next) {
                        steps.push((Said { span: Some(span), back: Some(true), ..said.led() }, end));
                    }
                }
                _ => {}
            }
        }
        if self.text.is(at, '@') {
            steps.push((Said { lead: Some(Lead::At), ..said }, at + 1));
        }
    }

    fn weekday(&self, weekday: Weekday, which: Option<Which>, next: usize, said: Said, steps: &mut Vec<Step>) {
        if let Some((after, used)) = self.which_after(next).filter(|_| which.is_none()) {
            steps.push((Said { weekday: Some((weekday, Some(after))), ..said.led() }, next + used));
        }
        steps.push((Said { weekday: Some((weekday, which)), ..said.led() }, next));
    }

    /// "viitoare" after a word.
    fn which_after(&self, at: usize) -> Option<(Which, usize)> {
        self.text.find(at, |word| if let Word::Which(which) = word { Some(which) } else { None })
    }

    /// "next friday", "this week", "следующий месяц", "this evening".
    fn which(&self, which: Which, edge: Option<Edge>, at: usize, said: Said, steps: &mut Vec<Step>) {
        if which == Which::AfterNext {
            self.period(PeriodKind::Week, Some(which), edge, at, said, steps);
        }
        for (word, used) in self.text.meanings(at) {
            match word {
                Word::Weekday(weekday) if said.weekday.is_none() && edge.is_none() => {
                    steps.push((Said { weekday: Some((*weekday, Some(which))), ..said.led() }, at + used));
                }
                Word::Part(part) if which == Which::This && said.part.is_none() && said.day.is_none() => {
                    let part = if *part == Part::Night { Part::Tonight } else { *part };
                    steps.push((Said { day: Some(Day::In(0)), part: Some(part), ..said.led() }, at + used));
                }
                Word::Weekend => self.period(PeriodKind::Weekend, Some(which), edge, at + used, said, steps),
                Word::Month(month) => {
                    self.period(PeriodKind::MonthOf(*month, None), Some(which), edge, at + used, said, steps);
                }
                Word::One(_) | Word::Unit(_) | Word::Genitive(_) => {
                    if let Some(kind) = self.kind(at) {
                        self.period(kind, Some(which), edge, at + used, said, steps);
                    }
                }
                _ => {}
            }
        }
    }

    /// "end of month", "конец следующей недели", "sfârșitul lunii viitoare".
    fn edge(&self, edge: Edge, at: usize, said: Said, steps: &mut Vec<Step>) {
        // "end of the month".
        if let Some(used) = self.text.means(at, Word::Filler) {
            self.edge(edge, at + used, said, steps);
        }
        if let Some((which, used)) = self.which_after(at) {
            self.which(which, Some(edge), at + used, said, steps);
        }
        for (word, used) in self.text.meanings(at) {
            let mut next = at + used;
            let kind = match word {
                Word::One(_) | Word::Unit(_) | Word::Genitive(_) => self.kind(at),
                Word::Month(month) => {
                    let (year, after) = self.year_after(next);
                    next = after;
                    Some(PeriodKind::MonthOf(*month, year))
                }
                Word::Weekend => Some(PeriodKind::Weekend),
                _ => None,
            };
            let Some(kind) = kind else { continue };
            if let Some((which, more)) = self.which_after(next) {
                self.period(kind, Some(which), Some(edge), next + more, said, steps);
            }
            self.period(kind, None, Some(edge), next, said, steps);
        }
    }

    fn kind(&self, at: usize) -> Option<PeriodKind> {
        let named = self.text.find(at, |word| match word {
            Word::One(unit) | Word::Unit(unit) | Word::Genitive(unit) => kind_of(unit),
            _ => None,
        });
        // "luni" and "ani" count; a single one is meant here.
        named.map(|(kind, _)| kind).filter(|_| {
            self.text.word(at).is_some_and(|word| word.chars().count() > 2 && word != "luni" && word != "ani")
        })
    }

    fn period(
        &self,
        kind: PeriodKind,
        which: Option<Which>,
        edge: Option<Edge>,
        next: usize,
        said: Said,
        steps: &mut Vec<Step>,
    ) {
        if said.period.is_some() || !said.has_no_time() && said.clock.is_none() {
            return;
        }
        let (which, next) = match (which, self.which_after(next)) {
            (None, Some((which, used))) => (which, next + used),
            (which, _) => (which.unwrap_or(Which::This), next),
        };
        steps.push((Said { period: Some(Period { kind, which, edge }), ..said.led() }, next));
    }

    /// "evening", "вечером", "seara", "в эту ночь".
    fn part(&self, part: Part, next: usize, said: Said, steps: &mut Vec<Step>) {
        // "в ночь на субботу" is the night before it.
        let before_a_day = part == Part::Night && self.text.word(next) == Some("на");
        if said.part.is_some() || before_a_day {
            return;
        }
        if let Some((Which::This, used)) = self.which_after(next)
            && said.day.is_none()
        {
            let part = if part == Part::Night { Part::Tonight } else { part };
            steps.push((Said { day: Some(Day::In(0)), part: Some(part), ..said.led() }, next + used));
        }
        if said.clock.is_some() && said.half.is_none() {
            steps.push((Said { half: Some(part), ..said.led() }, next));
        } else {
            steps.push((Said { part: Some(part), ..said.led() }, next));
        }
    }

    /// "+03:00", "UTC+3", "MSK", "по Москве", "Moscow time", "Europe/Berlin".
    fn place(&self, at: usize, said: Said, steps: &mut Vec<Step>) {
        if said.place.is_some() {
            return;
        }
        let mut begin = at;
        if let Some(used) = self.text.means(at, Word::OfZone) {
            begin += used;
        }
        let Some((place, mut next)) = places::place(self.text, begin, self.own) else {
            return;
        };
        if let Some(used) = self.text.means(next, Word::OfZone) {
            next += used;
        }
        // A difference needs an hour before it, and "PT2H" names no place.
        let runs_on = self.text.get(next).is_some_and(|piece| piece.glued && piece.number().is_some());
        if place.is_signed() && said.clock.is_none() || runs_on {
            return;
        }
        steps.push((Said { place: Some(place), ..said.led() }, next));
    }

    /// A year that stands after the hour: "Sat Dec 5 19:00 2026".
    fn year(&self, at: usize, said: Said, steps: &mut Vec<Step>) {
        if let (Some(Day::Date { year: None, month, day }), Some((number @ 2000..2200, 4))) =
            (said.day, self.text.digits(at))
        {
            steps.push((Said { day: Some(Day::Date { year: year(number, 4), month, day }), ..said.led() }, at + 1));
        }
    }

    /// Words and signs that say nothing; the "T" between date and time.
    fn filler(&self, at: usize, said: Said, steps: &mut Vec<Step>) {
        let Some(piece) = self.text.get(at) else {
            return;
        };
        let t = piece.word() == Some("t") && piece.glued && said.day.is_some() && said.clock.is_none();
        // ".5h" is not "5h".
        let sign = [',', '.', '(', ')', '!', ';'].into_iter().any(|sign| piece.is(sign)) && (at > 0 || piece.is('('));
        // A dash between what stands apart: "friday - 19:00".
        let dash = piece.is('-')
            && !piece.glued
            && said.lead.is_none()
            && !said.is_fresh()
            && said.clock.is_none()
            && self.text.get(at + 1).is_some_and(|next| !next.glued);
        if t || sign || dash {
            steps.push((said, at + 1));
        } else if let Some(used) = self.text.means(at, Word::Filler) {
            steps.push((said, at + used));
        }
    }
}

const fn kind_of(unit: Unit) -> Option<PeriodKind> {
    match unit {
        Unit::Week => Some(PeriodKind::Week),
        Unit::Month => Some(PeriodKind::Month),
        Unit::Year => Some(PeriodKind::Year),
        _ => None,
    }
}

fn small(number: u32) -> Option<i8> {
    i8::try_from(number).ok()
}

fn year(number: u32, digits: usize) -> Option<i16> {
    i16::try_from(if digits == 2 { 2_000 + number } else { number }).ok()
}
