//! Typed spans of time, in English, Russian and Romanian: "90s", "1d 12h", "2 hours", "30 мин",
//! "полчаса", "1,5 ore", "o oră și jumătate", "for 2 days", "на 2 часа", "timp de 2 ore".
//!
//! A month is 30 days, a year 365. A number without a unit is no span, except as the minutes after
//! hours ("1h30"). "m" is minutes, "mo" months.

use std::time::Duration;

use super::words::{self, Piece, Text, Word};

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
    led(text, &[Word::For, Word::In])
}

/// The span a person typed where it counts back from now: "in 2 hours" is none.
pub fn back(text: &str) -> Result<Duration, Problem> {
    led(text, &[Word::For])
}

/// The span a person typed, behind one of these words or none: "for 2 hours", "in 2 hours".
fn led(text: &str, leads: &[Word]) -> Result<Duration, Problem> {
    let plain = words::plain(text);
    let text = Text::read(&plain).ok_or(Problem::NotUnderstood)?;
    let leads = text.meanings(0).iter().filter(|(word, _)| leads.contains(word));
    // "într-o oră".
    let hyphen = |at: usize| at + usize::from(text.get(at).is_some_and(|piece| piece.is('-') && piece.glued));
    let starts = leads.map(|(_, used)| hyphen(*used)).chain([0]);
    let whole = |(span, at): (Duration, usize)| (end(&text, at) == text.len()).then_some(span);
    let span = starts.filter_map(|at| leading(&text, at)).find_map(whole).ok_or(Problem::NotUnderstood)?;
    if span > LONGEST { Err(Problem::TooLong) } else { Ok(span) }
}

/// Whether a person typed that there is to be no end: "permanent", "навсегда".
pub fn is_forever(text: &str) -> bool {
    let plain = words::plain(text);
    Text::read(&plain).is_some_and(|text| {
        let mut meanings = text.meanings(0).iter();
        meanings.any(|(word, used)| *word == Word::Forever && end(&text, *used) == text.len())
    })
}

/// Whether a person typed that there is to be none: "none", "нет", "fără".
pub fn is_none(text: &str) -> bool {
    const NONE: [&str; 6] = ["none", "no", "нет", "никогда", "fără", "niciunul"];
    NONE.contains(&text.trim().to_lowercase().as_str())
}

/// Behind the full stop or the exclamation mark at the end of what was typed.
fn end(text: &Text<'_>, at: usize) -> usize {
    at + text.from(at).iter().take_while(|piece| piece.is('.') || piece.is('!')).count()
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

/// The span that begins at a place, and where it ends.
pub(super) fn leading(text: &Text<'_>, start: usize) -> Option<(Duration, usize)> {
    let mut millis: u64 = 0;
    let mut at = start;
    let mut last = None;
    while let Some((more, unit, next)) = one(text, at, last) {
        millis = millis.saturating_add(more);
        at = next;
        last = Some(unit);
        let connector = if text.is(at, ',') { Some(1) } else { text.means(at, Word::And) };
        if let Some(used) = connector
            && one(text, at + used, last).is_some()
        {
            at += used;
        }
    }
    (at > start).then_some((Duration::from_millis(millis), at))
}

/// One amount with its unit, in milliseconds, and where it ends. `last` is the unit before it.
fn one(text: &Text<'_>, at: usize, last: Option<Unit>) -> Option<(u64, Unit, usize)> {
    if let Some((unit, used)) = text.find(at, |word| if let Word::HalfOf(unit) = word { Some(unit) } else { None }) {
        return Some((unit.seconds() * 500, unit, at + used));
    }
    if let Some((unit, used)) = text.find(at, |word| {
        if let Word::One(unit) = word {
            Some((unit, 1))
        } else if word == Word::Fortnight {
            Some((Unit::Week, 2))
        } else {
            None
        }
    }) {
        return Some(with_tail(text, 1_000, unit, at + used));
    }
    let (mut thousandths, mut next) = number(text, at)?;
    if let Some((part, more)) = and_a_part(text, next) {
        thousandths += part;
        next += more;
    }
    let first = next;
    let article = |at: usize| {
        let fills = text.find(at, |word| matches!(word, Word::Filler | Word::Number(1_000)).then_some(()));
        fills.map(|((), used)| used)
    };
    // "2 года": what can be a unit is no filler.
    while let Some(used) = article(next).filter(|_| next < first + 2 && unit(text, next, thousandths).is_none()) {
        next += used;
    }
    match unit(text, next, thousandths) {
        Some((unit, used)) => Some(with_tail(text, thousandths, unit, next + used)),
        // "an" is an article before a unit and a year after a number: "1 an".
        None if next > first && text.means(next - 1, Word::An).is_some() => {
            Some(with_tail(text, thousandths, (Unit::Year, 1), next))
        }
        None => minutes_after_hours(text, at, last),
    }
}

/// A unit after a number, how many of it the word means, and how many pieces it takes.
fn unit(text: &Text<'_>, at: usize, thousandths: u64) -> Option<((Unit, u64), usize)> {
    text.find(at, |word| match word {
        Word::Singular(unit) if thousandths <= 1_000 => Some((unit, 1)),
        Word::Unit(unit) | Word::One(unit) => Some((unit, 1)),
        Word::Fortnight => Some((Unit::Week, 2)),
        _ => None,
    })
}

/// A dot after an abbreviation, and "and a half" after a unit.
fn with_tail(text: &Text<'_>, thousandths: u64, (unit, times): (Unit, u64), mut at: usize) -> (u64, Unit, usize) {
    let seconds = unit.seconds() * times;
    let mut millis = thousandths.saturating_mul(seconds);
    if text.is(at, '.') && text.get(at).is_some_and(|piece| piece.glued) {
        at += 1;
    }
    if let Some((part, more)) = and_a_part(text, at).filter(|(_, more)| !starts_a_part(text, at + more)) {
        millis = millis.saturating_add(seconds * part);
        at += more;
    }
    (millis, unit, at)
}

/// "half an hour" after "2 hours and" is a part of its own.
fn starts_a_part(text: &Text<'_>, at: usize) -> bool {
    unit(text, at, 1_000).is_some()
        || text.find(at, |word| matches!(word, Word::Number(1_000) | Word::Filler).then_some(())).is_some()
}

/// "and a half", "с половиной", "și jumătate", "jumate", "and a quarter", in thousandths.
fn and_a_part(text: &Text<'_>, at: usize) -> Option<(u64, usize)> {
    let part =
        |at: usize| text.find(at, |word| if let Word::Number(part @ (250 | 500)) = word { Some(part) } else { None });
    let and = text.means(at, Word::And);
    let mut next = at + and.unwrap_or(0);
    if and.is_some()
        && let Some(used) = text.means(next, Word::Number(1_000))
    {
        next += used;
    }
    let (part, used) = part(next)?;
    // Without "and" only Romanian says it, after the unit.
    (and.is_some() || text.get(at)?.word()?.starts_with("juma")).then_some((part, next + used - at))
}

/// A number in digits ("2", "1,5", "1½") or words ("twenty-five", "o jumătate"), in thousandths.
pub(super) fn number(text: &Text<'_>, at: usize) -> Option<(u64, usize)> {
    let piece = text.get(at)?;
    if let Some(part) = sign_of_a_part(piece) {
        return Some((part, at + 1));
    }
    let Some(whole) = piece.number() else {
        return number_in_words(text, at);
    };
    let whole = u64::from(whole) * 1_000;
    if let Some(part) = text.get(at + 1).and_then(sign_of_a_part) {
        return Some((whole + part, at + 2));
    }
    if let [point, fraction, ..] = text.from(at + 1)
        && (point.is('.') || point.is(','))
        && point.glued
        && fraction.glued
        && let Some((value, digits @ 1..=3)) = fraction.digits()
    {
        let scale = [1_000, 100, 10, 1][digits];
        return Some((whole + u64::from(value) * scale, at + 3));
    }
    Some((whole, at + 1))
}

fn sign_of_a_part(piece: &Piece<'_>) -> Option<u64> {
    [('½', 500), ('¼', 250), ('¾', 750)].into_iter().find(|(sign, _)| piece.is(*sign)).map(|(_, part)| part)
}

fn number_in_words(text: &Text<'_>, at: usize) -> Option<(u64, usize)> {
    let word = |at: usize| text.find(at, |word| if let Word::Number(number) = word { Some(number) } else { None });
    let (first, used) = word(at)?;
    let next = at + used;
    if let Some(used) = text.means(next, Word::Quarters).filter(|_| first >= 1_000) {
        return Some((first / 4, next + used));
    }
    // "o jumătate", "a hundred": the article counts nothing.
    if let Some((part, used)) = word(next).filter(|(part, _)| first == 1_000 && !(1_000..100_000).contains(part)) {
        return Some((part, next + used));
    }
    if (20_000..100_000).contains(&first) && first % 10_000 == 0 {
        let joined = if text.is(next, '-') { 1 } else { text.means(next, Word::And).unwrap_or(0) };
        if let Some((ones, used)) =
            word(next + joined).filter(|(ones, _)| (1_000..10_000).contains(ones) && ones % 1_000 == 0)
        {
            return Some((first + ones, next + joined + used));
        }
    }
    Some((first, next))
}

/// "1h30": a number under 60 right after hours, and not the beginning of "18:00" or "25.12".
fn minutes_after_hours(text: &Text<'_>, at: usize, last: Option<Unit>) -> Option<(u64, Unit, usize)> {
    let minutes = u64::from(text.number(at)?);
    let alone = end(text, at + 1) == text.len()
        || text.get(at + 1).is_some_and(|next| next.word().is_some()) && !is_time_word(text, at + 1);
    (last == Some(Unit::Hour) && minutes < 60 && alone).then_some((minutes * 60_000, Unit::Minute, at + 1))
}

fn is_time_word(text: &Text<'_>, at: usize) -> bool {
    text.find(at, |word| matches!(word, Word::Month(_) | Word::Part(_) | Word::OrdinalMark).then_some(())).is_some()
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
