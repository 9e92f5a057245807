//! The words of typed times and durations in English, Russian and Romanian.
//!
//! All three are understood at once, whatever language a person has chosen, with and without
//! Romanian diacritics and with "е" for "ё". Tables only; `duration` and `when` have the grammar.

use unicode_normalization::char::is_combining_mark;

use super::duration::Unit;
use super::find::fold;
use super::zone::Weekday;

/// Longer texts are no times.
const LONGEST: usize = 120;

/// A word, a number or a sign of a typed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Number {
        value: u32,
        digits: usize,
    },
    /// In lower case, folded.
    Word(String),
    Sign(char),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub token: Token,
    /// No space stands before it.
    pub glued: bool,
}

impl Piece {
    /// The word, if it is one.
    pub fn word(&self) -> Option<&str> {
        if let Token::Word(word) = &self.token { Some(word) } else { None }
    }

    /// The number, if it is one.
    pub const fn number(&self) -> Option<u32> {
        if let Token::Number { value, .. } = self.token { Some(value) } else { None }
    }

    /// Whether it is this sign.
    pub fn is(&self, sign: char) -> bool {
        self.token == Token::Sign(sign)
    }

    /// Whether it is one of these words.
    pub fn is_word(&self, words: &[&str]) -> bool {
        self.word().is_some_and(|word| words.contains(&word))
    }
}

/// The pieces of a text; `None` where it is too long or has a number that no time has.
pub(super) fn pieces(text: &str) -> Option<Vec<Piece>> {
    if text.chars().nth(LONGEST).is_some() {
        return None;
    }
    let text = fold(text);
    let mut pieces = Vec::new();
    let mut rest = text.as_str();
    let mut glued = false;
    while let Some(c) = rest.chars().next() {
        let run = |belongs: fn(char) -> bool| rest.find(|c| !belongs(c)).unwrap_or(rest.len());
        let (end, token) = if c.is_whitespace() {
            (c.len_utf8(), None)
        } else if c.is_ascii_digit() {
            let end = run(|c| c.is_ascii_digit());
            (end, Some(Token::Number { value: rest[..end].parse().ok()?, digits: end }))
        } else if c.is_alphabetic() {
            let end = run(|c| c.is_alphabetic() || is_combining_mark(c));
            (end, Some(Token::Word(rest[..end].to_owned())))
        } else {
            (c.len_utf8(), Some(Token::Sign(if c == '−' { '-' } else { c })))
        };
        let is_space = token.is_none();
        pieces.extend(token.map(|token| Piece { token, glued }));
        glued = !is_space;
        rest = &rest[end..];
    }
    Some(pieces)
}

/// A unit of time, and whether the word alone means one of it ("через час", "in a week" as "week").
pub(super) fn unit(word: &str) -> Option<(Unit, bool)> {
    Some(match word {
        "s" | "sec" | "secs" | "seconds" | "с" | "сек" | "секунд" | "секунды" | "secunde" => {
            (Unit::Second, false)
        }
        "second" | "секунда" | "секунду" | "secunda" => (Unit::Second, true),
        "m" | "min" | "mins" | "minutes" | "м" | "мин" | "минут" | "минуты" => (Unit::Minute, false),
        "minute" | "минута" | "минуту" | "minut" => (Unit::Minute, true),
        "h" | "hr" | "hrs" | "hours" | "ч" | "часа" | "часов" | "ore" => (Unit::Hour, false),
        "hour" | "час" | "ora" => (Unit::Hour, true),
        "d" | "days" | "д" | "дн" | "дня" | "дней" | "суток" | "zile" => (Unit::Day, false),
        "day" | "день" | "сутки" | "zi" => (Unit::Day, true),
        "w" | "wk" | "wks" | "weeks" | "н" | "нед" | "недели" | "недель" | "sapt" | "saptamani" => {
            (Unit::Week, false)
        }
        "week" | "неделя" | "неделю" | "saptamana" => (Unit::Week, true),
        "mo" | "mos" | "months" | "мес" | "месяца" | "месяцев" | "luni" => (Unit::Month, false),
        "month" | "месяц" | "luna" => (Unit::Month, true),
        "y" | "yr" | "yrs" | "years" | "г" | "года" | "лет" | "an" | "ani" => (Unit::Year, false),
        "year" | "год" => (Unit::Year, true),
        _ => return None,
    })
}

/// A number in words, in thousandths.
pub(super) fn amount(word: &str) -> Option<u64> {
    Some(match word {
        "quarter" | "четверть" | "sfert" => 250,
        "half" | "пол" | "половина" | "половину" | "jumatate" => 500,
        "a" | "an" | "one" | "один" | "одна" | "одну" | "одни" | "un" | "o" => 1_000,
        "полтора" | "полторы" => 1_500,
        "two" | "два" | "две" | "doi" | "doua" => 2_000,
        "three" | "три" | "trei" => 3_000,
        "four" | "четыре" | "patru" => 4_000,
        "five" | "пять" | "cinci" => 5_000,
        "six" | "шесть" | "sase" => 6_000,
        "seven" | "семь" | "sapte" => 7_000,
        "eight" | "восемь" | "opt" => 8_000,
        "nine" | "девять" | "noua" => 9_000,
        "ten" | "десять" | "zece" => 10_000,
        _ => return None,
    })
}

/// Words that are a whole span: half of a unit in one word.
pub(super) fn half_of(word: &str) -> Option<Unit> {
    Some(match word {
        "полминуты" => Unit::Minute,
        "полчаса" | "полчасика" => Unit::Hour,
        "полдня" => Unit::Day,
        "полгода" => Unit::Year,
        _ => return None,
    })
}

/// In nominative, and in Russian as after "в" too.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "mon" | "понедельник" | "пн" | "luni" | "lunea" | "lun" => Weekday::Monday,
        "tuesday" | "tue" | "tues" | "вторник" | "вт" | "marti" | "martea" => Weekday::Tuesday,
        "wednesday" | "wed" | "среда" | "среду" | "ср" | "miercuri" | "miercurea" | "mie" => {
            Weekday::Wednesday
        }
        "thursday" | "thu" | "thur" | "thurs" | "четверг" | "чт" | "joi" | "joia" => Weekday::Thursday,
        "friday" | "fri" | "пятница" | "пятницу" | "пт" | "vineri" | "vinerea" | "vin" => {
            Weekday::Friday
        }
        "saturday" | "sat" | "суббота" | "субботу" | "сб" | "sambata" | "sam" => Weekday::Saturday,
        "sunday" | "sun" | "воскресенье" | "воскресение" | "вс" | "duminica" | "dum" => {
            Weekday::Sunday
        }
        _ => return None,
    })
}

/// 1–12. Russian months by their stem: "декабрь", "декабря", "дек".
pub(super) fn month(word: &str) -> Option<i8> {
    const LATIN: [(&str, &str, &str); 12] = [
        ("jan", "january", "ianuarie"),
        ("feb", "february", "februarie"),
        ("mar", "march", "martie"),
        ("apr", "april", "aprilie"),
        ("may", "may", "mai"),
        ("jun", "june", "iunie"),
        ("jul", "july", "iulie"),
        ("aug", "august", "august"),
        ("sep", "september", "septembrie"),
        ("oct", "october", "octombrie"),
        ("nov", "november", "noiembrie"),
        ("dec", "december", "decembrie"),
    ];
    const SHORT: [(&str, i8); 5] = [("ian", 1), ("iun", 6), ("iul", 7), ("noi", 11), ("sept", 9)];
    const RUSSIAN: [(&str, &[&str]); 12] = [
        ("янв", &["", "арь", "аря"]),
        ("фев", &["", "раль", "раля"]),
        ("мар", &["", "т", "та"]),
        ("апр", &["", "ель", "еля"]),
        ("ма", &["й", "я"]),
        ("июн", &["", "ь", "я"]),
        ("июл", &["", "ь", "я"]),
        ("авг", &["", "уст", "уста"]),
        ("сен", &["", "т", "тябрь", "тября"]),
        ("окт", &["", "ябрь", "ября"]),
        ("ноя", &["", "брь", "бря"]),
        ("дек", &["", "абрь", "абря"]),
    ];
    let latin = LATIN.iter().position(|&(short, english, romanian)| [short, english, romanian].contains(&word));
    let russian =
        || RUSSIAN.iter().position(|(stem, ends)| word.strip_prefix(stem).is_some_and(|end| ends.contains(&end)));
    let by_place = latin.or_else(russian).and_then(|place| i8::try_from(place + 1).ok());
    by_place.or_else(|| SHORT.iter().find(|(short, _)| *short == word).map(|&(_, month)| month))
}

/// Days from today.
pub(super) fn day_offset(word: &str) -> Option<i64> {
    Some(match word {
        "today" | "tonight" | "сегодня" | "azi" | "astazi" | "diseara" => 0,
        "tomorrow" | "завтра" | "maine" => 1,
        "послезавтра" | "poimaine" => 2,
        "yesterday" | "вчера" | "ieri" => -1,
        "позавчера" | "alaltaieri" => -2,
        _ => return None,
    })
}

/// Which half of the day a word after an hour names: `true` for the second ("7 вечера", "7 pm").
pub(super) fn after_noon(word: &str) -> Option<bool> {
    Some(match word {
        "am" | "утра" | "ночи" | "dimineata" | "noaptea" => false,
        "pm" | "вечера" | "seara" => true,
        _ => return None,
    })
}

/// Before a time of day: "at 7", "в 19.00", "la ora 19".
pub(super) const AT: &[&str] = &["at", "в", "во", "к", "la", "ora", "orele"];
/// Before a span: "in 2h", "через час", "peste o zi"; Romanian "în" reads as "in".
pub(super) const IN: &[&str] = &["in", "через", "peste", "acum"];
/// After a span that lies behind us; Romanian says "acum" before it.
pub(super) const AGO: &[&str] = &["ago", "назад"];
/// What may stand anywhere and says nothing.
pub(super) const FILLERS: &[&str] = &["on", "the", "of", "pe", "de", "din", "in", "data", "this", "г", "года"];
/// Of the week after this one.
pub(super) const NEXT: &[&str] = &["next", "следующий", "следующую", "следующее", "viitoare", "viitor"];
/// Between the parts of a span.
pub(super) const AND: &[&str] = &["and", "и", "si"];
