//! Long answers in several messages: cut between paragraphs, else between sentences, else between words.

use crate::text::limits;
use crate::text::safe::Safe;

/// The parts of a text, in order. Each one takes at most as many UTF-16 units as `room` says for its place, from 0 on,
/// once it is escaped. Only white space between parts is lost.
pub fn parts(text: &str, room: impl Fn(usize) -> usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = end_of_part(rest, room(parts.len()).max(1));
        parts.push(rest[..end].trim_end());
        rest = rest[end..].trim_start();
    }
    parts
}

/// Where, in bytes, the next part ends.
fn end_of_part(text: &str, room: usize) -> usize {
    if units(text) <= room {
        return text.len();
    }
    // The longest beginning that fits, character by character; one character always goes.
    let first = text.chars().next().map_or(0, char::len_utf8);
    let fits = longest(text, room).max(first);
    // White space that follows is a place to cut at, too.
    let beginning = &text[..fits + text[fits..].chars().next().filter(|c| c.is_whitespace()).map_or(0, char::len_utf8)];
    // A part that is less than half full looks torn, so a worse place further on is taken then.
    let good = |end: Option<usize>| end.filter(|end| *end * 2 >= fits);
    good(beginning.rfind("\n\n"))
        .or_else(|| good(end_of_sentence(beginning)))
        .or_else(|| good(beginning.rfind(char::is_whitespace)))
        .unwrap_or_else(|| good_end(text, fits))
}

/// How much a text takes once it is escaped.
fn units(text: &str) -> usize {
    Safe::escape(text).len_utf16()
}

/// The length in bytes of the longest beginning that fits.
fn longest(text: &str, room: usize) -> usize {
    let ends: Vec<usize> = text.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
    let fitting = ends.partition_point(|end| units(&text[..*end]) <= room);
    fitting.checked_sub(1).map_or(0, |last| ends[last])
}

/// After the last end of a sentence that white space follows.
fn end_of_sentence(text: &str) -> Option<usize> {
    let mut ends = text.char_indices().rev().filter(|(_, c)| c.is_whitespace());
    ends.find_map(|(at, c)| {
        let before = text[..at].trim_end_matches(['"', '”', '»', ')', '’']);
        (c == '\n' || before.ends_with(['.', '!', '?', '…'])).then_some(at)
    })
}

/// A place where what belongs together stays together, as [`limits::cut`] finds it.
fn good_end(text: &str, end: usize) -> usize {
    let cut = limits::cut(text, limits::len_utf16(&text[..end]) + limits::ELLIPSIS.len_utf16());
    let kept = cut.strip_suffix(limits::ELLIPSIS).unwrap_or(&cut).len();
    if kept == 0 || kept > end { end } else { kept }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::short("One. Two.", 20, &["One. Two."])]
    #[case::sentences("One two. Three four. Five six.", 20, &["One two. Three four.", "Five six."])]
    #[case::quoted("He said “no.” Then he left.", 20, &["He said “no.”", "Then he left."])]
    #[case::paragraphs("One two. Three.\n\nFour five six.", 22, &["One two. Three.", "Four five six."])]
    #[case::lines("- one two\n- three four", 17, &["- one two", "- three four"])]
    #[case::words("one two three four", 10, &["one two", "three four"])]
    #[case::no_place("abcdefghij", 4, &["abcd", "efgh", "ij"])]
    #[case::escapes_take_room("*a* *b* *c*", 7, &["*a*", "*b*", "*c*"])]
    #[case::emoji("👍🏽👍🏽", 5, &["👍🏽", "👍🏽"])]
    #[case::nothing("  ", 5, &[])]
    fn where_a_text_is_cut(#[case] text: &str, #[case] room: usize, #[case] expected: &[&str]) {
        assert_eq!(parts(text, |_| room), expected);
    }

    #[test]
    fn the_first_part_can_have_less_room() {
        assert_eq!(
            parts("One two. Three four. Five six.", |place| if place == 0 { 8 } else { 30 }),
            ["One two.", "Three four. Five six."]
        );
    }

    proptest! {
        #[test]
        fn every_part_fits_and_no_word_is_lost(text in r"(\PC|[\n .*_]){0,300}", room in 8_usize..120) {
            let parts = parts(&text, |_| room);
            for part in &parts {
                prop_assert!(!part.is_empty());
                prop_assert!(units(part) <= room || part.chars().count() == 1, "{}", part);
            }
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(letters(&parts.concat()), letters(&text));
        }
    }
}
