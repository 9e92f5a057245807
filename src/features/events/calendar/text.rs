//! Lines of iCalendar: values are escaped, and a line of more than 75 bytes goes on in the next one.

use crate::clock::Timestamp;
use crate::text::zone::{Local, Zone};

/// The longest line, in bytes, without its end.
const LONGEST: usize = 75;

/// A file that is being written.
#[derive(Debug, Default)]
pub struct Lines(String);

impl Lines {
    /// A property whose value is written as it is: a time, a number, a rule.
    pub fn raw(&mut self, name: &str, value: &str) {
        self.folded(&format!("{name}:{value}"));
    }

    /// A property whose value is a text of somebody.
    pub fn text(&mut self, name: &str, value: &str) {
        self.folded(&format!("{name}:{}", escaped(value)));
    }

    /// A component with what is written inside.
    pub fn component(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        self.raw("BEGIN", name);
        inside(self);
        self.raw("END", name);
    }

    /// The whole file.
    pub fn into_text(self) -> String {
        self.0
    }

    fn folded(&mut self, line: &str) {
        let mut room = LONGEST;
        for character in line.chars() {
            if character.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LONGEST - 1;
            }
            self.0.push(character);
            room -= character.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text as a value: without control characters, which no calendar takes.
fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\\' | ';' | ',' => written.extend(['\\', character]),
            '\n' => written.push_str("\\n"),
            _ if character.is_control() => {}
            _ => written.push(character),
        }
    }
    written
}

/// "20261205T170000Z".
pub fn utc(at: Timestamp) -> String {
    format!("{}Z", civil(&Zone::utc().local(at)))
}

/// "20261205T190000", as clocks show it.
pub fn civil(local: &Local) -> String {
    let Local { year, month, day, hour, minute, second, .. } = local;
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}")
}

/// "+0200"; with seconds where there are any.
pub fn offset(seconds: i32) -> String {
    let (sign, seconds) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
    let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if rest == 0 { format!("{sign}{hours:02}{minutes:02}") } else { format!("{sign}{hours:02}{minutes:02}{rest:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_never_longer_than_75_bytes_and_no_letter_is_cut() {
        let text = "Întâlnire; «встреча», 🗺 a\\b\nsecond line ".repeat(9);
        let mut lines = Lines::default();
        lines.text("SUMMARY", &text);
        let written = lines.into_text();
        assert!(written.split("\r\n").all(|line| line.len() <= LONGEST), "{written}");
        let unfolded = written.replace("\r\n ", "");
        let value = unfolded.strip_prefix("SUMMARY:").and_then(|rest| rest.strip_suffix("\r\n")).expect("a line");
        let read = value.replace("\\n", "\n").replace("\\;", ";").replace("\\,", ",").replace("\\\\", "\\");
        assert_eq!(read, text);
    }

    #[test]
    fn nothing_that_was_typed_begins_a_line_of_its_own() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", "Fair\r\nATTENDEE:mailto:a@b.example\rX\u{0}Y\u{7f}");
        assert_eq!(lines.into_text(), "SUMMARY:Fair\\nATTENDEE:mailto:a@b.exampleXY\r\n");
    }

    #[test]
    fn an_offset_is_written_with_its_sign() {
        for (seconds, written) in [(7_200, "+0200"), (-12_600, "-0330"), (0, "+0000"), (6_883, "+015443")] {
            assert_eq!(offset(seconds), written);
        }
    }
}
