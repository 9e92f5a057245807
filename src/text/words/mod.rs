//! The words of typed times and durations in English, Russian and Romanian.
//!
//! All three are understood at once, whatever language a person has chosen, with and without accents, with
//! "е" for "ё", and with "î" where Romanian in Moldova writes it for "â". Each language has a table of its
//! own, in [`en`], [`ru`] and [`ro`], of what its words and phrases mean; numbers, signs and what they mean
//! together are the grammar of [`duration`](super::duration) and [`when`](super::when).
//!
//! A word may mean several things ("luni" is Monday and months). The grammar tries them in turn.

mod en;
mod ro;
mod ru;

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::char::is_combining_mark;

use super::duration::Unit;
use super::find::fold;
use super::zone::Weekday;

/// Longer texts are no times.
const LONGEST: usize = 120;

/// What a word or a phrase means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// A number, in thousandths: "two", "half", "полтора".
    Number(u64),
    /// Quarters that a number before it counts: "three quarters".
    Quarters,
    /// The day of a month, or an hour in Russian: "first", "пятого".
    Ordinal(i8),
    /// After a number that is a day of a month: "5th", "5-го", "15 числа".
    OrdinalMark,
    /// A unit of time.
    Unit(Unit),
    /// A unit that alone means one of it: "через час".
    One(Unit),
    /// A unit of which there can be one or a part: "o oră".
    Singular(Unit),
    /// A unit in a case in which nobody counts it: "lunii".
    Genitive(Unit),
    /// Two weeks.
    Fortnight,
    /// Half of a unit in one word: "полчаса".
    HalfOf(Unit),
    /// The word "an", a year after a number and an article before a unit.
    An,
    /// After a number that is an hour of the day: "19h", "19 часов", "7 o'clock".
    HourMark,
    /// One o'clock: "в час дня".
    OneOClock,
    Weekday(Weekday),
    Month(i8),
    /// A feast by its month and day: "christmas".
    Feast(i8, i8),
    /// Days from today.
    Day(i64),
    /// Days from today, with the part of the day: "tonight", "aseară".
    DayPart(i64, Part),
    Part(Part),
    Noon,
    Midnight,
    /// "eow": the end of a week, a month or a year.
    EndOf(Unit),
    /// "end of day".
    EndOfDay,
    Weekend,
    Which(Which),
    Edge(Edge),
    /// "in 2 hours".
    In,
    /// "for 2 hours".
    For,
    /// "2 hours ago".
    Ago,
    /// "2 hours from now".
    Ahead,
    /// The instant itself: "now".
    Now,
    /// Before an hour: "at", "в", "la".
    At,
    /// Before a day: "on", "pe".
    On,
    /// Before an end: "until", "до", "până la".
    By,
    /// Before a beginning: "from", "с", "de la".
    From,
    And,
    /// Between minutes and the hour they come after: "ten past seven", "7 și un sfert" has [`Word::And`].
    Past,
    /// Between minutes and the hour they come before: "ten to seven".
    To,
    /// The same where the hour comes first: "opt fără zece".
    Less,
    /// The same before both: "без десяти восемь".
    Without,
    /// "half past" the hour before this one: "половина восьмого".
    HalfBefore,
    /// One word for half past the hour before this one: "полвосьмого".
    HalfPast(i8),
    /// A repetition: "every", "ежедневно".
    Every,
    /// A weekday that is repeated: "fridays", "по пятницам".
    Each(Weekday),
    /// Without end: "permanent".
    Forever,
    /// Says nothing: "the", "of".
    Filler,
    /// Goes with the name of a zone: "Moscow time", "по московскому времени".
    OfZone,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Before noon, as clocks of twelve hours say it.
    Am,
    Pm,
    Morning,
    /// Noon to evening.
    Afternoon,
    Evening,
    /// "tonight": the evening and the night after it.
    Tonight,
    Night,
}

/// Which of several days or weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    This,
    Next,
    AfterNext,
    Last,
}

/// Which end of a week, month or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    Beginning,
    End,
}

/// A word, a number or a sign of a typed text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Number {
        value: u32,
        digits: usize,
    },
    /// In lower case, folded.
    Word(&'a str),
    Sign(char),
}

/// A token and what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub token: Token<'a>,
    /// No space stands before it.
    pub glued: bool,
}

impl Piece<'_> {
    /// The number, if it is one.
    pub const fn number(&self) -> Option<u32> {
        if let Token::Number { value, .. } = self.token { Some(value) } else { None }
    }

    /// The number and its digits, if it is one.
    pub const fn digits(&self) -> Option<(u32, usize)> {
        if let Token::Number { value, digits } = self.token { Some((value, digits)) } else { None }
    }

    /// The word, if it is one.
    pub const fn word(&self) -> Option<&str> {
        if let Token::Word(word) = self.token { Some(word) } else { None }
    }

    /// Whether it is this sign.
    pub fn is(&self, sign: char) -> bool {
        self.token == Token::Sign(sign)
    }
}

/// A typed text as the grammar reads it.
pub(super) struct Text<'a> {
    pieces: Vec<Piece<'a>>,
    /// What the words from each piece on may mean, and how many pieces that takes; longer phrases first.
    meanings: Vec<Vec<(Word, usize)>>,
}

impl<'a> Text<'a> {
    /// Of what [`plain`] made; `None` where it is too long or has a number that no time has.
    pub fn read(plain: &'a str) -> Option<Self> {
        if plain.chars().nth(LONGEST).is_some() {
            return None;
        }
        let pieces = pieces(plain)?;
        let meanings = (0..pieces.len()).map(|at| meanings(&pieces[at..])).collect();
        Some(Self { pieces, meanings })
    }

    /// How many pieces there are.
    pub const fn len(&self) -> usize {
        self.pieces.len()
    }

    /// The piece at a place.
    pub fn get(&self, at: usize) -> Option<&Piece<'a>> {
        self.pieces.get(at)
    }

    /// The pieces from a place on.
    pub fn from(&self, at: usize) -> &[Piece<'a>] {
        self.pieces.get(at..).unwrap_or_default()
    }

    /// Whether a sign stands at a place.
    pub fn is(&self, at: usize, sign: char) -> bool {
        self.get(at).is_some_and(|piece| piece.is(sign))
    }

    /// The number at a place.
    pub fn number(&self, at: usize) -> Option<u32> {
        self.get(at).and_then(Piece::number)
    }

    /// The number at a place and its digits.
    pub fn digits(&self, at: usize) -> Option<(u32, usize)> {
        self.get(at).and_then(Piece::digits)
    }

    /// The word at a place.
    pub fn word(&self, at: usize) -> Option<&str> {
        self.get(at).and_then(Piece::word)
    }

    /// What the words from a place on may mean, and how many pieces each takes.
    pub fn meanings(&self, at: usize) -> &[(Word, usize)] {
        self.meanings.get(at).map_or(&[], Vec::as_slice)
    }

    /// How many pieces the words from a place on take that mean this.
    pub fn means(&self, at: usize, word: Word) -> Option<usize> {
        self.find(at, |meant| (meant == word).then_some(())).map(|((), used)| used)
    }

    /// The first meaning of the words from a place on that `choose` takes, and how many pieces it takes.
    pub fn find<T>(&self, at: usize, choose: impl Fn(Word) -> Option<T>) -> Option<(T, usize)> {
        self.meanings(at).iter().find_map(|(word, used)| choose(*word).map(|chosen| (chosen, *used)))
    }
}

/// A typed text in small letters, without accents, full-width digits and signs as usual ones, without what
/// cannot be seen.
pub(super) fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let usual = text.chars().filter(|c| !is_invisible(*c)).map(|c| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '−' | '–' | '—' | '‑' | '‐' => '-',
        '’' | '‘' | '`' | '´' | 'ʼ' => '\'',
        '。' => '.',
        'º' | '°' => ' ',
        other => other,
    });
    fold(&usual.collect::<String>())
}

const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}' | '\u{fe0f}')
}

fn pieces(text: &str) -> Option<Vec<Piece<'_>>> {
    let mut pieces = Vec::with_capacity(16);
    let mut rest = text;
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
            (end, Some(Token::Word(&rest[..end])))
        } else {
            (c.len_utf8(), Some(Token::Sign(c)))
        };
        let is_space = token.is_none();
        pieces.extend(token.map(|token| Piece { token, glued }));
        glued = !is_space;
        rest = &rest[end..];
    }
    Some(pieces)
}

/// What the words that pieces begin with may mean, longer phrases first.
fn meanings(pieces: &[Piece<'_>]) -> Vec<(Word, usize)> {
    let Some(phrases) = pieces.first().and_then(Piece::word).and_then(|word| DICTIONARY.get(word)) else {
        return Vec::new();
    };
    let matching = phrases.iter().filter_map(|(rest, meaning)| Some((*meaning, 1 + follow(&pieces[1..], rest)?)));
    matching.collect()
}

/// How many pieces the words of a phrase take; a hyphen, an apostrophe or a dot may stand between them.
fn follow(pieces: &[Piece<'_>], words: &[String]) -> Option<usize> {
    let mut at = 0;
    for word in words {
        let joined =
            pieces.get(at).is_some_and(|piece| piece.glued && matches!(piece.token, Token::Sign('-' | '\'' | '.')));
        at += usize::from(joined);
        if pieces.get(at)?.word()? != word {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// The words of a language: spellings with "|" between them, and what each of them means.
type Words = [(&'static str, Word)];

/// The rest of each phrase, and what it means.
type Phrases = Vec<(Vec<String>, Word)>;

/// Of all languages, by the first word of a phrase; longer phrases first.
static DICTIONARY: LazyLock<HashMap<String, Phrases>> = LazyLock::new(|| {
    let mut dictionary: HashMap<String, Phrases> = HashMap::new();
    let mut add = |phrase: &str, word: Word| {
        let folded = fold(phrase);
        let mut words = folded.split([' ', '-', '\'', '.']).filter(|part| !part.is_empty()).map(str::to_owned);
        let Some(first) = words.next() else { return };
        let phrases = dictionary.entry(first).or_default();
        let entry = (words.collect(), word);
        if !phrases.contains(&entry) {
            phrases.push(entry);
        }
    };
    for (spellings, word) in en::WORDS.iter().chain(ru::WORDS).chain(ro::WORDS) {
        for spelling in spellings.split('|') {
            add(spelling, *word);
            if spelling.contains('â') {
                add(&spelling.replace('â', "î"), *word);
            }
        }
    }
    for phrases in dictionary.values_mut() {
        phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }
    dictionary
});

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::clock::Timestamp;
    use crate::text::duration;
    use crate::text::when::{self, Asked};
    use crate::text::zone::Zone;

    proptest! {
        /// Any words of the grammar in any order.
        #[test]
        fn no_order_of_words_is_too_strange(places in prop::collection::vec((0_usize..100_000, any::<bool>()), 0..12), minutes in 0_i64..1_000_000) {
            let spellings = en::WORDS.iter().chain(ru::WORDS).chain(ro::WORDS).flat_map(|(spellings, _)| spellings.split('|'));
            let words: Vec<&str> = spellings.chain(["7", "19:00", "25.12", "31", "2026", "-", ",", ".", "+3", "@", "19h", "CET", "Moscow"]).collect();
            let text: String = places.iter().map(|(place, space)| format!("{}{}", words[place % words.len()], if *space { " " } else { "" })).collect();
            let (now, zone) = (Timestamp(1_796_205_600_000 + minutes * 60_000), Zone::find("Europe/Chisinau").unwrap());
            for asked in [Asked::Start, Asked::End] {
                if let Ok(reading) = when::read(&text, asked, now, &zone) {
                    prop_assert!(reading.at > now, "{}", text);
                    prop_assert!(reading.others.iter().all(|at| *at > now), "{}", text);
                }
                prop_assert!(when::nearest(&text, asked, now, &zone).iter().all(|at| *at > now), "{}", text);
            }
            for asked in [Asked::Since, Asked::Until] {
                if let Ok(reading) = when::read(&text, asked, now, &zone) {
                    prop_assert!(reading.at <= now, "{}", text);
                }
            }
            let _ = duration::parse(&text);
        }
    }
}
