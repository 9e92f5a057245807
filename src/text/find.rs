//! How people ask for a thing that has a number and a name: "3", "#3", "#3 Which evening", or some of its
//! words, in any alphabet and without care for capitals or accents.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A thing that people choose by its number or its name.
pub trait Named {
    /// Of its kind and server.
    fn number(&self) -> i64;
    fn name(&self) -> &str;
}

/// A text as it is compared: small letters, the Latin ones without accents, "ё" as "е"; "й" stays.
///
/// ```
/// assert_eq!(steward::text::find::fold("Şedință, Съёмка, Май"), "sedinta, съемка, май");
/// ```
pub fn fold(text: &str) -> String {
    let mut after_latin = false;
    let without_accents = text.nfd().filter(|&c| {
        let mark = is_combining_mark(c);
        after_latin = if mark { after_latin } else { c.is_ascii_alphabetic() };
        !(mark && after_latin)
    });
    without_accents.nfc().flat_map(char::to_lowercase).map(|c| if c == 'ё' { 'е' } else { c }).collect()
}

/// The number that was typed, if one was: "3", "#3", "#3 Which evening".
pub fn number(typed: &str) -> Option<i64> {
    let typed = typed.trim();
    let marked = typed.strip_prefix('#').map(|rest| rest.split_whitespace().next().unwrap_or_default());
    marked.unwrap_or(typed).parse().ok()
}

/// Whether something may be meant by what somebody has typed so far: the beginning of its number, or each
/// of the words somewhere in its name.
pub fn fits(typed: &str, one: &impl Named) -> bool {
    let typed = fold(typed.trim());
    let name = fold(&format!("#{} {}", one.number(), one.name()));
    typed.split_whitespace().all(|word| name.contains(word))
}

/// The one of these that is called so: by its number, or else by its whole name; of several with one name
/// the first.
pub fn called<'a, T: Named>(typed: &str, all: &'a [T]) -> Option<&'a T> {
    if let Some(number) = number(typed) {
        return all.iter().find(|one| one.number() == number);
    }
    let folded = fold(typed.trim());
    all.iter().find(|one| !folded.is_empty() && fold(one.name().trim()) == folded)
}

/// The one of these that is [called] so, or else the only one that has all of these words.
pub fn find<'a, T: Named>(typed: &str, all: &'a [T]) -> Option<&'a T> {
    let fitting = || {
        let mut fitting = all.iter().filter(|one| fits(typed, *one));
        fitting.next().filter(|_| fitting.next().is_none())
    };
    let by_words = number(typed).is_none() && !typed.trim().is_empty();
    called(typed, all).or_else(|| if by_words { fitting() } else { None })
}

/// The number that was typed, be it of one of the latest or not, or else that of the one that is [found](find) among
/// them.
pub fn number_of(typed: &str, latest: &[impl Named]) -> Option<i64> {
    number(typed).or_else(|| find(typed, latest).map(Named::number))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    impl Named for (i64, &str) {
        fn number(&self) -> i64 {
            self.0
        }

        fn name(&self) -> &str {
            self.1
        }
    }

    const THINGS: [(i64, &str); 5] =
        [(12, "Which evening?"), (3, "Întâlnirea de vineri"), (2, "Съёмка в субботу"), (1, "Which evening?"), (7, "2")];

    fn found(typed: &str) -> Option<i64> {
        find(typed, &THINGS).map(Named::number)
    }

    #[rstest]
    #[case::number("3", Some(3))]
    #[case::marked("#3", Some(3))]
    #[case::marked_with_the_name("#3 Întâlnirea de vineri", Some(3))]
    #[case::a_number_before_a_name("2", Some(2))]
    #[case::no_such_number("#4", None)]
    #[case::name("Which evening?", Some(12))]
    #[case::other_capitals("which EVENING?", Some(12))]
    #[case::no_accents("intalnirea de vineri", Some(3))]
    #[case::cedillas_and_commas("întâlnirea de vineri", Some(3))]
    #[case::cyrillic("съемка в субботу", Some(2))]
    #[case::some_words("vineri", Some(3))]
    #[case::words_in_another_order("субботу съемка", Some(2))]
    #[case::words_of_several("evening", None)]
    #[case::nothing("", None)]
    #[case::white_space("  ", None)]
    fn a_thing_is_found_as_people_call_it(#[case] typed: &str, #[case] number: Option<i64>) {
        assert_eq!(found(typed), number);
    }

    #[rstest]
    #[case("", true)]
    #[case("#1", true)]
    #[case("eve", true)]
    #[case("eve which", true)]
    #[case("morning", false)]
    fn what_fits_is_offered(#[case] typed: &str, #[case] offered: bool) {
        assert_eq!(fits(typed, &(12, "Which evening?")), offered);
    }

    #[test]
    fn a_number_need_not_be_among_the_latest() {
        assert_eq!(number_of("#99", &THINGS), Some(99));
        assert_eq!(number_of("vineri", &THINGS), Some(3));
        assert_eq!(number_of("evening", &THINGS), None);
    }

    proptest! {
        #[test]
        fn whatever_is_called_by_its_number_is_found(number in 1i64..1000, rest in "\\PC{0,20}") {
            let all = [(number, "one")];
            let typed = format!("#{number} {rest}");
            prop_assert_eq!(find(&typed, &all), Some(&all[0]));
        }

        #[test]
        fn a_folded_text_folds_to_itself(text in "\\PC{0,40}") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
