//! How long things may be: Discord's limits, counting as Discord counts, and cutting so that what is
//! left still reads well.
//!
//! Discord counts UTF-16 units: "é" is one, "👍" is two.

use percent_encoding::{NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};
use unicode_normalization::char::is_combining_mark;

use super::safe::{Safe, visible};

/// Content of a message.
pub const CONTENT: usize = 2_000;
/// All embeds of a message together.
pub const EMBEDS_TOTAL: usize = 6_000;
pub const EMBED_TITLE: usize = 256;
pub const EMBED_DESCRIPTION: usize = 4_096;
pub const EMBED_FIELDS: usize = 25;
pub const EMBED_FIELD_NAME: usize = 256;
pub const EMBED_FIELD_VALUE: usize = 1_024;
pub const EMBED_FOOTER: usize = 2_048;

/// What a picture shows, in words.
pub const ALT_TEXT: usize = 1_024;

/// Rows under a message.
pub const ROWS: usize = 5;
pub const ROW_BUTTONS: usize = 5;
pub const BUTTON_LABEL: usize = 80;
pub const SELECT_PLACEHOLDER: usize = 150;
/// Lines of a menu, and what autocomplete offers.
pub const OPTIONS: usize = 25;
/// Label, value or description of one of them.
pub const OPTION: usize = 100;

pub const FORM_TITLE: usize = 45;
pub const FORM_FIELDS: usize = 5;
pub const INPUT_LABEL: usize = 45;
pub const INPUT_PLACEHOLDER: usize = 100;
/// What may be typed into one field of a form.
pub const INPUT: usize = 4_000;

/// What Discord's own polls hold.
pub const POLL_QUESTION: usize = 300;
pub const POLL_ANSWERS: usize = 10;
pub const POLL_ANSWER: usize = 55;
/// How long one of them may run.
pub const POLL_HOURS: u32 = 768;

/// Name of a thread.
pub const THREAD_NAME: usize = 100;

/// What the list of a server's events says of one.
pub const EVENT_NAME: usize = 100;
pub const EVENT_PLACE: usize = 100;
pub const EVENT_DESCRIPTION: usize = 1_000;

/// A reason in Discord's audit log, counted after URL encoding.
pub const AUDIT_REASON: usize = 512;

/// The sign that something was cut off; one unit.
pub const ELLIPSIS: char = '…';

/// How far back a cut looks for a good place; a flood of marks gets a cut anywhere.
const LOOK_BACK: usize = 80;

/// Length as Discord counts it.
pub fn len_utf16(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// The text if it has at most `units` UTF-16 units, else its beginning with "…", together at most
/// that long.
///
/// What belongs together stays together: a letter and its accents, an emoji and its modifiers, a
/// backslash and what it escapes, `<@…>`, `<t:…>` and other tokens of Discord, `⟨U+202E⟩`.
pub fn cut(text: &str, units: usize) -> String {
    if len_utf16(text) <= units {
        return text.to_owned();
    }
    if units == 0 {
        return String::new();
    }
    let end = prefix(text, units - ELLIPSIS.len_utf16(), char::len_utf16);
    format!("{}{ELLIPSIS}", text[..good_end(text, end)].trim_end())
}

/// The same, but cut between words where the last part has a place for it: whole words read better
/// than a full line.
pub fn cut_words(text: &str, units: usize) -> String {
    let cut = cut(text, units);
    let Some(kept) = cut.strip_suffix(ELLIPSIS).filter(|_| cut != text) else { return cut };
    let in_word = text[kept.len()..].chars().next().is_some_and(|next| !next.is_whitespace());
    let space = kept.rfind(char::is_whitespace).filter(|space| in_word && *space * 2 >= kept.len());
    match space {
        Some(space) => format!("{}{ELLIPSIS}", kept[..space].trim_end()),
        None => cut,
    }
}

/// A reason for Discord's audit log: one line with nothing hidden in it, at most [`AUDIT_REASON`] after
/// URL encoding.
pub fn audit_reason(text: &str) -> String {
    let line = visible(text).replace('\n', " ");
    let line = line.trim();
    if line.chars().map(len_encoded).sum::<usize>() <= AUDIT_REASON {
        return line.to_owned();
    }
    let end = prefix(line, AUDIT_REASON - len_encoded(ELLIPSIS), len_encoded);
    format!("{}{ELLIPSIS}", line[..good_end(line, end)].trim_end())
}

/// Units of a character once it is percent-encoded.
fn len_encoded(c: char) -> usize {
    percent_encoded(c.encode_utf8(&mut [0; 4])).map(str::len).sum()
}

/// As reasons travel to Discord: only letters and digits of ASCII stay as they are.
pub fn percent_encoded(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, NON_ALPHANUMERIC)
}

/// Where, in bytes, the longest beginning ends that costs at most `budget`.
fn prefix(text: &str, budget: usize, cost: impl Fn(char) -> usize) -> usize {
    let mut spent = 0;
    for (at, c) in text.char_indices() {
        spent += cost(c);
        if spent > budget {
            return at;
        }
    }
    text.len()
}

/// The last good place to cut at or before `end`.
fn good_end(text: &str, end: usize) -> usize {
    let places = text[..end].char_indices().rev().map(|(at, _)| at).take(LOOK_BACK);
    std::iter::once(end).chain(places).find(|&at| is_good_end(text, at)).unwrap_or(end)
}

fn is_good_end(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    !splits_cluster(before, after) && !splits_escape(before) && !splits_token(before, after)
}

/// Between a letter and its accent, in an emoji of several parts, in a flag?
fn splits_cluster(before: &str, after: &str) -> bool {
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else { return false };
    let flag_letter = |c: char| ('\u{1F1E6}'..='\u{1F1FF}').contains(&c);
    last == JOINER
        || next == JOINER
        || is_combining_mark(next)
        || ('\u{1F3FB}'..='\u{1F3FF}').contains(&next)
        || (flag_letter(next) && before.chars().rev().take_while(|&c| flag_letter(c)).count() % 2 == 1)
}

const JOINER: char = '\u{200D}';

/// Between a backslash and what it escapes?
fn splits_escape(before: &str) -> bool {
    ends_in_odd_backslashes(before)
}

fn ends_in_odd_backslashes(text: &str) -> bool {
    text.bytes().rev().take_while(|&byte| byte == b'\\').count() % 2 == 1
}

/// Inside `<…>` of Discord (not an escaped one) or `⟨U+…⟩` of ours?
fn splits_token(before: &str, after: &str) -> bool {
    [('<', '>'), ('⟨', '⟩')].into_iter().any(|(open, close)| {
        let Some(start) = before.rfind(open) else { return false };
        let inside = |c: char| c != close && c != open && !c.is_whitespace();
        let closes = || after.trim_start_matches(inside).starts_with(close);
        before[start..].chars().skip(1).all(inside) && !ends_in_odd_backslashes(&before[..start]) && closes()
    })
}

/// Text for a place where Discord knows no markdown.
pub fn label(text: &Safe, limit: usize) -> String {
    cut(&text.unmarked(), limit)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("", 0, "")]
    #[case("abc", 3, "abc")]
    #[case("abcd", 3, "ab…")]
    #[case("abcd", 1, "…")]
    #[case("abcd", 0, "")]
    #[case("ab cd", 4, "ab…")] // no space before the sign
    #[case("a👍b", 3, "a…")] // a pair is not split
    #[case("ae\u{301}x", 3, "a…")] // an accent stays with its letter
    #[case("a👍🏽b", 4, "a…")] // a skin tone with its hand
    #[case("👩\u{200D}💻!", 5, "…")]
    #[case("🇲🇩🇷🇴", 7, "🇲🇩…")] // flags stay whole
    #[case(r"ab\*cd", 4, "ab…")] // an escape stays with its sign
    #[case(r"ab\\cd", 4, "ab…")]
    #[case(r"ab\\\*cd", 6, r"ab\\…")]
    #[case("hi <@123456> there", 8, "hi…")]
    #[case("hi <t:17:F>, you", 13, "hi <t:17:F>,…")]
    #[case(r"hi \<3 friends>", 9, r"hi \<3 f…")] // no token
    #[case("a⟨U+202E⟩b", 6, "a…")]
    fn cutting(#[case] text: &str, #[case] units: usize, #[case] expected: &str) {
        assert_eq!(cut(text, units), expected);
    }

    #[rstest]
    #[case("one two", 7, "one two")]
    #[case("one two three", 9, "one two…")]
    #[case("one two three", 8, "one two…")]
    #[case("one two three", 7, "one…")]
    #[case("so verylongaword", 10, "so verylo…")] // more than half would be lost
    #[case("one\ntwo", 6, "one…")]
    #[case("word", 3, "wo…")]
    #[case("", 0, "")]
    fn cutting_between_words(#[case] text: &str, #[case] units: usize, #[case] expected: &str) {
        assert_eq!(cut_words(text, units), expected);
    }

    #[test]
    fn a_reason_fits_the_header_after_encoding() {
        assert_eq!(audit_reason("Case 12\r\nspam"), "Case 12 spam");
        assert_eq!(audit_reason(&"a".repeat(512)), "a".repeat(512));
        assert_eq!(audit_reason(&"a".repeat(513)), format!("{}…", "a".repeat(503)));
        assert_eq!(audit_reason(&"ж".repeat(600)), format!("{}…", "ж".repeat(83)));
    }

    proptest! {
        #[test]
        fn a_cut_is_a_beginning_that_fits(text in r"(\PC|[\\<>⟨⟩\u{301}\u{200D}👍🇲]){0,60}", units in 0_usize..80) {
            let short = cut(&text, units);
            prop_assert!(len_utf16(&short) <= units);
            if let Some(kept) = short.strip_suffix(ELLIPSIS).filter(|_| short != text) {
                prop_assert!(text.starts_with(kept));
                prop_assert!(!ends_in_odd_backslashes(kept) || text[..kept.len()].trim_end() == kept);
            }
            prop_assert_eq!(cut(&short, units), short.clone());
        }

        #[test]
        fn every_reason_fits(text in any::<String>()) {
            let reason = audit_reason(&text.repeat(20));
            prop_assert!(reason.chars().map(len_encoded).sum::<usize>() <= AUDIT_REASON);
        }
    }
}
