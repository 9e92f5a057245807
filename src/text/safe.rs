//! The only text that leaves for Discord.
//!
//! Words of people are shown as they were typed and do nothing: no bold, no headings, no spoilers,
//! no links, no mentions, no characters that turn the line around or cannot be seen. Views and
//! stores hold plain strings; what goes out is a [`Safe`], and the compiler asks for it.

use std::fmt::{self, Write as _};

use unicode_normalization::char::is_combining_mark;

use super::limits;

/// Text in Discord's markdown in which everything that people wrote is inert.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Safe(String);

impl Safe {
    /// Words of people: shown as written, and nothing more.
    pub fn escape(text: &str) -> Self {
        Self(escaped(&visible(text)))
    }

    /// Text of ours, markdown included. Only for `i18n/` and the glue of views; never with words of
    /// people in it.
    pub fn ours(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Words of people, set in letters of one width and line by line as they stand. A backtick, which
    /// could end the block, is shown as the sign that looks like it.
    pub fn block(text: &str) -> Self {
        Self(format!("```\n{}\n```", visible(text).replace('`', "ˋ")))
    }

    /// Appends another safe text.
    pub fn push(&mut self, more: &Self) {
        self.0.push_str(&more.0);
    }

    /// The parts in order, with a separator of ours between them.
    pub fn join(parts: impl IntoIterator<Item = Self>, separator: &'static str) -> Self {
        Self(parts.into_iter().map(|part| part.0).collect::<Vec<_>>().join(separator))
    }

    /// At most `units` long as Discord counts, with "…" where something is missing.
    #[must_use]
    pub fn cut(&self, units: usize) -> Self {
        Self(limits::cut(&self.0, units))
    }

    /// The same, cut between words where it can be.
    #[must_use]
    pub fn cut_words(&self, units: usize) -> Self {
        Self(limits::cut_words(&self.0, units))
    }

    /// As it reads where Discord knows no markdown, such as labels: a backslash would be seen there.
    pub fn unmarked(&self) -> String {
        let mut out = String::with_capacity(self.0.len());
        let mut rest = self.0.chars().peekable();
        while let Some(c) = rest.next() {
            let escapes = c == '\\' && rest.peek().is_some_and(char::is_ascii_punctuation);
            out.extend(if escapes { rest.next() } else { Some(c) });
        }
        out
    }

    /// The text itself, on its way out.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to read.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Length as Discord counts it.
    pub fn len_utf16(&self) -> usize {
        limits::len_utf16(&self.0)
    }
}

impl fmt::Display for Safe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Safe> for String {
    fn from(safe: Safe) -> Self {
        safe.0
    }
}

/// Words of people with nothing hidden in them, for places where Discord knows no markdown (labels
/// of buttons and options, names of threads, footers) and for terminals.
///
/// Controls, characters without width and those that change the direction become `⟨U+202E⟩`; ends
/// of lines become `\n`; a letter keeps at most [`MARKS`] combining marks.
pub fn visible(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut shown = String::with_capacity(text.len());
    let mut marks = 0;
    let mut before = None;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if is_combining_mark(c) && !is_selector(c) {
            marks += 1;
            if marks > MARKS {
                continue;
            }
        } else {
            marks = 0;
        }
        match c {
            '\r' => shown.push('\n'),
            '\t' => shown.push(' '),
            '\n' => shown.push('\n'),
            _ if part_of_emoji(c, before, rest.peek().copied()) => shown.push(c),
            _ if is_hidden(c) => write!(shown, "⟨U+{:04X}⟩", u32::from(c)).unwrap_or_default(),
            _ => shown.push(c),
        }
        before = Some(c);
    }
    shown
}

/// Combining marks that a letter keeps; more than any language piles up.
pub const MARKS: usize = 4;

/// Backslashes before everything that Discord would take for markdown, a mention or a link.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut line_start = true;
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        match c {
            // A backslash does not stop the server from reading "@everyone".
            '@' if pings_many(rest) => out.push('＠'),
            '\\' | '*' | '_' | '~' | '`' | '|' | '<' | '[' | ']' => push_escaped(&mut out, c),
            '@' | '#' | ':' | '/' if out.ends_with(r"\<") => push_escaped(&mut out, c),
            '#' | '>' | '-' | '+' if line_start => push_escaped(&mut out, c),
            '.' | ')' if numbers_line(&text[..at]) || (c == '.' && invites(&text[..at])) => push_escaped(&mut out, c),
            ':' if rest.starts_with("//") => push_escaped(&mut out, c),
            _ => out.push(c),
        }
        line_start = c == '\n' || (line_start && c.is_whitespace());
    }
    out
}

fn push_escaped(out: &mut String, c: char) {
    out.push('\\');
    out.push(c);
}

fn pings_many(after_at: &str) -> bool {
    ["everyone", "here"].iter().any(|word| starts_ignoring_case(after_at, word))
}

fn starts_ignoring_case(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// Is this the end of "12" at the start of a line, so that "." would make a numbered list?
fn numbers_line(before: &str) -> bool {
    let without_digits = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let line = without_digits.rsplit('\n').next().unwrap_or_default();
    without_digits.len() < before.len() && line.chars().all(char::is_whitespace)
}

/// Would ".gg" here make an invitation? Discord draws a card for those even without "https://".
fn invites(before: &str) -> bool {
    let ends_in = |name: &str| {
        before.len() >= name.len()
            && before.as_bytes()[before.len() - name.len()..].eq_ignore_ascii_case(name.as_bytes())
    };
    ends_in("discord") || ends_in("discordapp")
}

/// Joiners and selectors that make one emoji out of several characters are seen, as part of it.
fn part_of_emoji(c: char, before: Option<char>, after: Option<char>) -> bool {
    let joins = |c: char| is_pictograph(c) || c == '\u{FE0F}';
    match c {
        '\u{200D}' => before.is_some_and(joins) && after.is_some_and(is_pictograph),
        '\u{FE0E}' | '\u{FE0F}' => {
            before.is_some_and(|c| is_pictograph(c) || c.is_ascii_digit() || matches!(c, '#' | '*' | '©' | '®'))
        }
        _ => false,
    }
}

const fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2049}' | '\u{203C}' | '\u{2100}'..='\u{2BFF}' | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}' | '\u{1F000}'..='\u{1FAFF}')
}

const fn is_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Controls, directions, and what has no width or looks like nothing.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || is_selector(c)
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{2800}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn escape(text: &str) -> String {
        Safe::escape(text).into()
    }

    #[rstest]
    #[case("**bold** _it_ ~~no~~ ||sh||", r"\*\*bold\*\* \_it\_ \~\~no\~\~ \|\|sh\|\|")]
    #[case("`code` ```rs\nx```", "\\`code\\` \\`\\`\\`rs\nx\\`\\`\\`")]
    #[case("# Big\n ## mid\n-# sub\n> quote\n>>> all", "\\# Big\n \\## mid\n\\-# sub\n\\> quote\n\\>>> all")]
    #[case("- a\n* b\n+ c\n1. d\n  12) e", "\\- a\n\\* b\n\\+ c\n1\\. d\n  12\\) e")]
    #[case("5 - 3 > 1, C#, 1.5", "5 - 3 > 1, C#, 1.5")]
    #[case("[free](https://evil.example)", r"\[free\](https\://evil.example)")]
    #[case("<https://evil.example>", r"\<https\://evil.example>")]
    #[case("join DISCORD.gg/abc or discordapp.com/invite/x", r"join DISCORD\.gg/abc or discordapp\.com/invite/x")]
    #[case("<@1> <@!2> <@&3> <#4>", r"\<\@1> \<\@!2> \<\@&3> \<\#4>")]
    #[case("<:a:5> <a:b:6> <t:7:R> </cmd:8> <id:guide>", r"\<\:a:5> \<a:b:6> \<t:7:R> \<\/cmd:8> \<id:guide>")]
    #[case("@everyone @Here @name", "＠everyone ＠Here @name")]
    #[case(r"\*not escaped\*", r"\\\*not escaped\\\*")]
    #[case("\u{202E}evil\u{202C} a\u{200B}b\u{FEFF}", "⟨U+202E⟩evil⟨U+202C⟩ a⟨U+200B⟩b⟨U+FEFF⟩")]
    #[case("a\r\nb\rc\td\u{7}", "a\nb\nc d⟨U+0007⟩")]
    #[case("@\u{200B}everyone", "@⟨U+200B⟩everyone")]
    #[case("❤️ 👩‍💻 👍🏽 1️⃣ 🇲🇩 🏳️‍🌈", "❤️ 👩‍💻 👍🏽 1️⃣ 🇲🇩 🏳️‍🌈")]
    #[case("a\u{200D}b x\u{FE0F}", "a⟨U+200D⟩b x⟨U+FE0F⟩")]
    #[case("mâine, șți, ё, й", "mâine, șți, ё, й")]
    fn words_of_people_do_nothing(#[case] typed: &str, #[case] sent: &str) {
        assert_eq!(escape(typed), sent);
    }

    #[test]
    fn floods_of_marks_are_bounded() {
        let flood = format!("Z{}", "\u{0335}".repeat(500));
        assert_eq!(escape(&flood), format!("Z{}", "\u{0335}".repeat(MARKS)));
    }

    #[test]
    fn a_block_ends_where_it_ends() {
        let block = Safe::block("a = \"*b*\"\n```\n@everyone\u{202E}");
        assert_eq!(block.as_str(), "```\na = \"*b*\"\nˋˋˋ\n@everyone⟨U+202E⟩\n```");
    }

    #[test]
    fn parts_make_a_whole() {
        let mut text = Safe::join([Safe::escape("a*b"), Safe::ours("**c**")], ", ");
        text.push(&Safe::ours(" 👍"));
        assert_eq!(text.to_string(), r"a\*b, **c** 👍");
        assert_eq!(text.len_utf16(), 14);
        assert_eq!(text.cut(4).as_str(), r"a\*…");
        assert_eq!(text.cut(3).as_str(), "a…");
    }

    proptest! {
        #[test]
        fn people_read_what_was_typed(text in r"(\PC|[\\<>@#:/.*_~`|\[\]()\-+1\n\r\u{200D}\u{202E}]|https://|discord\.gg|@everyone){0,40}") {
            let sent = Safe::escape(&text).unmarked();
            prop_assert_eq!(sent.replace('＠', "@"), visible(&text).replace('＠', "@"));
        }

        #[test]
        fn nothing_hidden_and_nothing_live_leaves(text in r"(\PC|\p{C}|[\\<>@#:/.*_~`|\[\]\n]|https://|discord\.gg/|@here|<@1>){0,40}") {
            let sent = escape(&text);
            prop_assert!(!sent.replace(r"\://", "").contains("://") && !sent.to_lowercase().contains("discord.gg"), "{}", sent);
            prop_assert!(!sent.contains("@everyone") && !sent.contains("@here") && !sent.contains("<@"), "{}", sent);
            let mut escaped = false;
            for c in sent.chars() {
                prop_assert!(escaped || !matches!(c, '*' | '_' | '~' | '`' | '|' | '<' | '[' | ']'), "{}", sent);
                prop_assert!(!c.is_control() || c == '\n');
                escaped = c == '\\' && !escaped;
            }
            prop_assert!(!escaped);
        }
    }
}
