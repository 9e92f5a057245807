//! What people can vote for, as somebody typed it.

use unicode_normalization::UnicodeNormalization;

use crate::error::Message;
use crate::text::limits;
use crate::text::safe::visible;

/// As many as a menu of Discord's has lines.
pub const MOST: usize = limits::OPTIONS;
/// What a button has room for, in UTF-16 units.
pub const LONGEST: usize = limits::BUTTON_LABEL;

/// Why what was typed is no list of options.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("no options")]
    None,
    /// This one alone.
    #[error("one option: {0}")]
    One(String),
    #[error("{0} options")]
    TooMany(usize),
    #[error("{units} of at most {most} units: {option}")]
    TooLong { option: String, units: usize, most: usize },
    /// The first of the two as typed, and the second.
    #[error("twice the same: {0}, {1}")]
    Twice(String, String),
}

impl From<Problem> for Message {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::None => Self::new("poll-problem-options-none"),
            Problem::One(option) => Self::new("poll-problem-options-one").with("option", option),
            Problem::TooMany(count) => Self::new("poll-problem-options-many").with("count", count).with("most", MOST),
            Problem::TooLong { option, units, most } => {
                Self::new("poll-problem-option-long").with("option", option).with("units", units).with("most", most)
            }
            Problem::Twice(first, second) => {
                Self::new("poll-problem-option-twice").with("first", first).with("second", second)
            }
        }
    }
}

/// The options in a typed text: one per line, or on a single line with `;` between them. Spaces
/// around them and empty ones are dropped; everything else stays as it was typed.
pub fn parts(typed: &str) -> Vec<String> {
    let typed = typed.trim();
    let is_lines = typed.contains(['\n', '\r']);
    // A line may have a `;` within it; one at its end is a habit.
    let parts = typed
        .split(|c| if is_lines { matches!(c, '\n' | '\r') } else { c == ';' })
        .map(|part| part.trim().trim_end_matches(';').trim());
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Whether these can be voted for, each of them at most so long.
pub fn checked(options: &[String], longest: usize) -> Result<(), Problem> {
    match options {
        [] => return Err(Problem::None),
        [alone] => return Err(Problem::One(alone.clone())),
        many if many.len() > MOST => return Err(Problem::TooMany(many.len())),
        _ => {}
    }
    for (at, option) in options.iter().enumerate() {
        let units = limits::len_utf16(&visible(option));
        if units > longest {
            return Err(Problem::TooLong { option: option.clone(), units, most: longest });
        }
        if let Some(first) = options[..at].iter().find(|first| reads_like(first) == reads_like(option)) {
            return Err(Problem::Twice(first.clone(), option.clone()));
        }
    }
    Ok(())
}

/// Two options for which this is the same cannot be told apart: upper and lower case, the ways to
/// write an accent, and how many spaces there are make no difference.
fn reads_like(option: &str) -> String {
    let words: Vec<&str> = option.split_whitespace().collect();
    words.join(" ").nfc().flat_map(char::to_lowercase).nfc().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn read(typed: &str) -> Result<Vec<String>, Problem> {
        let options = parts(typed);
        checked(&options, LONGEST)?;
        Ok(options)
    }

    fn many(count: usize) -> String {
        (1..=count).map(|number| format!("Option {number}")).collect::<Vec<_>>().join(";")
    }

    #[rstest]
    #[case("Red;Blue", &["Red", "Blue"])]
    #[case("  Red ;; Blue ; ", &["Red", "Blue"])]
    #[case("Red\nBlue", &["Red", "Blue"])]
    #[case("Red;\r\n\r\n  Blue ;\rGreen", &["Red", "Blue", "Green"])]
    #[case("Red; dark\nBlue; light", &["Red; dark", "Blue; light"])]
    #[case("👍;👎🏽;👩‍💻", &["👍", "👎🏽", "👩‍💻"])]
    #[case("כן;לא;نعم", &["כן", "לא", "نعم"])]
    #[case("Да;Нет", &["Да", "Нет"])]
    #[case("Cafea;Cafeă", &["Cafea", "Cafeă"])]
    #[case("1.5;15", &["1.5", "15"])]
    fn options_stand_one_per_line_or_between_semicolons(#[case] typed: &str, #[case] options: &[&str]) {
        assert_eq!(read(typed).unwrap(), options);
    }

    #[rstest]
    #[case(2)]
    #[case(20)]
    #[case(21)]
    #[case(25)]
    fn two_to_25_can_be_voted_for(#[case] count: usize) {
        assert_eq!(read(&many(count)).map(|options| options.len()), Ok(count));
        assert_eq!(read(&many(count).replace(';', "\n")).map(|options| options.len()), Ok(count));
    }

    #[rstest]
    #[case("", Problem::None)]
    #[case(" ; \n ;", Problem::None)]
    #[case("Red;", Problem::One("Red".to_owned()))]
    #[case(&many(26), Problem::TooMany(26))]
    #[case("Red;Blue;red", Problem::Twice("Red".to_owned(), "red".to_owned()))]
    #[case("Știri;Ceai;ȘTIRI", Problem::Twice("Știri".to_owned(), "ȘTIRI".to_owned()))]
    #[case("Caf\u{e9};CAFE\u{301}", Problem::Twice("Caf\u{e9}".to_owned(), "CAFE\u{301}".to_owned()))]
    #[case("Ёлка;ёЛКА", Problem::Twice("Ёлка".to_owned(), "ёЛКА".to_owned()))]
    #[case("a  b;a b", Problem::Twice("a  b".to_owned(), "a b".to_owned()))]
    fn what_cannot_be_voted_for_is_named(#[case] typed: &str, #[case] problem: Problem) {
        assert_eq!(read(typed), Err(problem));
    }

    #[test]
    fn an_option_is_as_long_as_a_button_has_room_for() {
        let thumbs = "👍".repeat(40);
        assert_eq!(read(&format!("{};{thumbs}", "x".repeat(80))).map(|options| options.len()), Ok(2));
        let (typed, too_long) =
            (format!("no;{thumbs}!"), |units| Problem::TooLong { option: format!("{thumbs}!"), units, most: 80 });
        assert_eq!(read(&typed), Err(too_long(81)));
        // What is hidden is shown, and takes room.
        let turned = format!("{}\u{202e}", "x".repeat(73));
        assert_eq!(read(&format!("no;{turned}")), Err(Problem::TooLong { option: turned, units: 81, most: 80 }));
        let (yes, no) = ("yes".to_owned(), "x".repeat(56));
        assert_eq!(checked(&[yes, no.clone()], 55), Err(Problem::TooLong { option: no, units: 56, most: 55 }));
    }

    proptest! {
        #[test]
        fn what_was_read_reads_the_same_again(typed in r"(\PC|[;\n a👍é]){0,60}") {
            if let Ok(options) = read(&typed) {
                prop_assert!((2..=MOST).contains(&options.len()));
                prop_assert!(options.iter().all(|option| typed.contains(option.as_str()) && option.trim() == option));
                prop_assert_eq!(read(&options.join("\n")), Ok(options));
            }
        }
    }
}
