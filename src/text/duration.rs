//! Typed spans of time, in English, Russian and Romanian: "90s", "1d 12h", "2 hours", "30 мин",
//! "полчаса", "1,5 ore", "o oră și jumătate".
//!
//! A month is 30 days, a year 365. A number without a unit is no span, except as the minutes after
//! hours ("1h30"). "m" is minutes, "mo" months.

use std::time::Duration;

use super::words::{self, Piece};

/// The longest span: a hundred years.
pub const LONGEST: Duration = Duration::from_secs(100 * 365 * 86_400);

/// Units a person may type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    /// How long it is; months and years are as long as people mean them, not as calendars have them.
    pub const fn seconds(self) -> u64 {
        match self {
            Self::Second => 1,
            Self::Minute => 60,
            Self::Hour => 3_600,
            Self::Day => 86_400,
            Self::Week => 7 * 86_400,
            Self::Month => 30 * 86_400,
            Self::Year => 365 * 86_400,
        }
    }
}

/// Why a text is no span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// It reads like none.
    NotUnderstood,
    /// Longer than [`LONGEST`].
    TooLong,
}

/// The span a person typed. "0s" is one; callers say whether it makes sense.
pub fn parse(text: &str) -> Result<Duration, Problem> {
    let pieces = words::pieces(text).ok_or(Problem::NotUnderstood)?;
    let (span, used) = leading(&pieces).ok_or(Problem::NotUnderstood)?;
    if used != pieces.len() {
        return Err(Problem::NotUnderstood);
    }
    if span > LONGEST { Err(Problem::TooLong) } else { Ok(span) }
}

/// How a span is shown: whole days, hours, minutes and seconds, without those that are zero; of no
/// time at all, zero seconds.
pub fn parts(span: Duration) -> Vec<(u64, Unit)> {
    let mut rest = span.as_secs();
    let mut parts = Vec::new();
    for unit in [Unit::Day, Unit::Hour, Unit::Minute, Unit::Second] {
        let amount = rest / unit.seconds();
        rest %= unit.seconds();
        if amount > 0 {
            parts.push((amount, unit));
        }
    }
    if parts.is_empty() {
        parts.push((0, Unit::Second));
    }
    parts
}

/// "1d 12h", the form that settings keep and any language reads back. Fractions of a second are left out.
pub fn format(span: Duration) -> String {
    let letter = |unit| match unit {
        Unit::Second => 's',
        Unit::Minute => 'm',
        Unit::Hour => 'h',
        _ => 'd',
    };
    parts(span).into_iter().map(|(amount, unit)| format!("{amount}{}", letter(unit))).collect::<Vec<_>>().join(" ")
}

/// The span that the pieces begin with, and how many of them it takes.
pub(super) fn leading(pieces: &[Piece]) -> Option<(Duration, usize)> {
    let mut millis: u64 = 0;
    let mut used = 0;
    let mut last = None;
    while let Some((more, unit, taken)) = one(&pieces[used..], last) {
        millis = millis.saturating_add(more);
        used += taken;
        last = Some(unit);
        let connector = pieces.get(used).is_some_and(|piece| piece.is(',') || piece.is_word(words::AND));
        if connector && one(&pieces[used + 1..], last).is_some() {
            used += 1;
        }
    }
    (used > 0).then_some((Duration::from_millis(millis), used))
}

/// One amount with its unit, in milliseconds, and how many pieces it takes. `last` is the unit before it.
fn one(pieces: &[Piece], last: Option<Unit>) -> Option<(u64, Unit, usize)> {
    let first = pieces.first()?;
    if let Some(unit) = first.word().and_then(words::half_of) {
        return Some((unit.seconds() * 500, unit, 1));
    }
    if let Some((unit, true)) = first.word().and_then(words::unit) {
        return Some(with_tail(1_000, unit, pieces, 1));
    }
    let (mut thousandths, mut used) = number(pieces)?;
    if let Some(half) = and_a_half(&pieces[used..]) {
        thousandths += 500;
        used += half;
    }
    used += pieces[used..].iter().take_while(|piece| piece.is_word(&["a", "an", "o", "de", "of"])).count().min(2);
    let unit = pieces.get(used).and_then(Piece::word).and_then(words::unit);
    match unit {
        Some((unit, _)) => Some(with_tail(thousandths, unit, pieces, used + 1)),
        // "an" is an article before a unit and a year after a number: "1 an".
        None if used > 1 && pieces[used - 1].is_word(&["an"]) => Some(with_tail(thousandths, Unit::Year, pieces, used)),
        None => minutes_after_hours(pieces, last),
    }
}

/// A dot after an abbreviation, and "and a half" after a unit.
fn with_tail(thousandths: u64, unit: Unit, pieces: &[Piece], mut used: usize) -> (u64, Unit, usize) {
    let mut millis = thousandths.saturating_mul(unit.seconds());
    if pieces.get(used).is_some_and(|piece| piece.is('.') && piece.glued) {
        used += 1;
    }
    if let Some(half) = and_a_half(&pieces[used..]).filter(|half| !starts_a_part(&pieces[used + half..])) {
        millis = millis.saturating_add(unit.seconds() * 500);
        used += half;
    }
    (millis, unit, used)
}

/// "half an hour" after "2 hours and" is a part of its own.
fn starts_a_part(pieces: &[Piece]) -> bool {
    pieces.first().is_some_and(|piece| {
        piece.is_word(&["a", "an", "de"]) || piece.word().is_some_and(|word| words::unit(word).is_some())
    })
}

fn and_a_half(pieces: &[Piece]) -> Option<usize> {
    const FORMS: [&[&str]; 5] =
        [&["and", "a", "half"], &["and", "half"], &["с", "половиной"], &["и", "половина"], &["si", "jumatate"]];
    let matches = |form: &&[&str]| {
        form.len() <= pieces.len() && form.iter().zip(pieces).all(|(word, piece)| piece.word() == Some(word))
    };
    FORMS.iter().find(|form| matches(form)).map(|form| form.len())
}

/// A number in digits ("2", "1,5") or words, in thousandths.
fn number(pieces: &[Piece]) -> Option<(u64, usize)> {
    let first = pieces.first()?;
    if let Some(word) = first.word() {
        // "o jumătate", "a quarter": the article counts nothing.
        let fraction = pieces.get(1).and_then(Piece::word).and_then(words::amount).filter(|part| *part < 1_000);
        let article = words::amount(word)? == 1_000;
        return Some(if let (true, Some(part)) = (article, fraction) { (part, 2) } else { (words::amount(word)?, 1) });
    }
    let whole = u64::from(first.number()?) * 1_000;
    if let [_, point, fraction, ..] = pieces
        && (point.is('.') || point.is(','))
        && point.glued
        && fraction.glued
        && let words::Token::Number { value, digits } = fraction.token
        && digits <= 3
    {
        let scale = [1_000, 100, 10, 1][digits];
        return Some((whole + u64::from(value) * scale, 3));
    }
    Some((whole, 1))
}

/// "1h30": a number under 60 right after hours, and not the beginning of "18:00" or "25.12".
fn minutes_after_hours(pieces: &[Piece], last: Option<Unit>) -> Option<(u64, Unit, usize)> {
    let minutes = u64::from(pieces.first()?.number()?);
    let alone = pieces.get(1).is_none_or(|next| matches!(next.word(), Some(word) if !is_time_word(word)));
    (last == Some(Unit::Hour) && minutes < 60 && alone).then_some((minutes * 60_000, Unit::Minute, 1))
}

fn is_time_word(word: &str) -> bool {
    words::month(word).is_some() || words::after_noon(word).is_some()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    const MINUTE: u64 = 60;
    const HOUR: u64 = 3_600;
    const DAY: u64 = 86_400;

    #[rstest]
    #[case("90s", 90)]
    #[case("1d 12h", DAY + 12 * HOUR)]
    #[case("1d12h", DAY + 12 * HOUR)]
    #[case("1d, 12h and 5 min", DAY + 12 * HOUR + 5 * MINUTE)]
    #[case("2 hours", 2 * HOUR)]
    #[case("two Hours", 2 * HOUR)]
    #[case("1h30", 90 * MINUTE)]
    #[case("1h30m", 90 * MINUTE)]
    #[case("1.5h", 90 * MINUTE)]
    #[case("an hour", HOUR)]
    #[case("half an hour", 30 * MINUTE)]
    #[case("an hour and a half", 90 * MINUTE)]
    #[case("one and a half hours", 90 * MINUTE)]
    #[case("2 hours and half an hour", 150 * MINUTE)]
    #[case("a quarter of an hour", 15 * MINUTE)]
    #[case("a week", 7 * DAY)]
    #[case("3 mo", 90 * DAY)]
    #[case("0s", 0)]
    #[case("30 мин", 30 * MINUTE)]
    #[case("30 мин.", 30 * MINUTE)]
    #[case("полчаса", 30 * MINUTE)]
    #[case("полтора часа", 90 * MINUTE)]
    #[case("час", HOUR)]
    #[case("2 часа 15 минут", 2 * HOUR + 15 * MINUTE)]
    #[case("два с половиной часа", 150 * MINUTE)]
    #[case("1 день и 3 ч", DAY + 3 * HOUR)]
    #[case("СУТКИ", DAY)]
    #[case("пять дней", 5 * DAY)]
    #[case("2 нед", 14 * DAY)]
    #[case("2 ore", 2 * HOUR)]
    #[case("o oră", HOUR)]
    #[case("o ora", HOUR)]
    #[case("1,5 ore", 90 * MINUTE)]
    #[case("o oră și jumătate", 90 * MINUTE)]
    #[case("jumătate de oră", 30 * MINUTE)]
    #[case("o jumatate de ora", 30 * MINUTE)]
    #[case("20 de minute", 20 * MINUTE)]
    #[case("două săptămâni", 14 * DAY)]
    #[case("2 luni", 60 * DAY)]
    #[case("un an", 365 * DAY)]
    #[case("1 an", 365 * DAY)]
    #[case("o zi și 2 ore", DAY + 2 * HOUR)]
    fn understood(#[case] text: &str, #[case] seconds: u64) {
        assert_eq!(parse(text), Ok(Duration::from_secs(seconds)));
    }

    #[rstest]
    #[case("")]
    #[case("30")]
    #[case("h")]
    #[case("soon")]
    #[case("2 hours later")]
    #[case("-2h")]
    #[case("1..5h")]
    #[case("2h and")]
    #[case("99999999999h")]
    #[case("1h 75")]
    fn not_understood(#[case] text: &str) {
        assert_eq!(parse(text), Err(Problem::NotUnderstood));
    }

    #[test]
    fn a_century_is_the_longest() {
        assert_eq!(parse("100 years"), Ok(LONGEST));
        assert_eq!(parse("101 years"), Err(Problem::TooLong));
        assert_eq!(parse("4000000000 years"), Err(Problem::TooLong));
    }

    #[test]
    fn shown_in_parts() {
        assert_eq!(
            parts(Duration::from_secs(90_061)),
            [(1, Unit::Day), (1, Unit::Hour), (1, Unit::Minute), (1, Unit::Second)]
        );
        assert_eq!(parts(Duration::ZERO), [(0, Unit::Second)]);
        assert_eq!(format(Duration::from_secs(7 * DAY + 5)), "7d 5s");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(seconds in 0..=LONGEST.as_secs()) {
            prop_assert_eq!(parse(&format(Duration::from_secs(seconds))), Ok(Duration::from_secs(seconds)));
        }

        #[test]
        fn no_text_is_too_strange(text in r"(\PC|[0-9]|[ .,:]|hour|ора|and a half|an|полчаса|1h|de){0,30}") {
            if let Ok(span) = parse(&text) {
                prop_assert!(span <= LONGEST);
            }
        }

        #[test]
        fn every_unit_has_a_word_in_every_language(amount in 1_u64..50, place in 0_usize..6) {
            let unit = [Unit::Second, Unit::Minute, Unit::Hour, Unit::Day, Unit::Week, Unit::Month][place];
            for words in [["seconds", "minutes", "hours", "days", "weeks", "months"],
                          ["секунд", "минут", "часов", "дней", "недель", "месяцев"],
                          ["secunde", "minute", "ore", "zile", "săptămâni", "luni"]] {
                let expected = Ok(Duration::from_secs(amount * unit.seconds()));
                prop_assert_eq!(parse(&format!("{} {}", amount, words[place])), expected);
            }
        }
    }
}
