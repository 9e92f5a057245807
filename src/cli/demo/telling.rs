//! How the story is put on the terminal, and how fast.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use crate::sandbox::story::Told;

/// Columns of a line.
const WIDTH: usize = 80;
/// Where deeds and answers begin: after the time of day.
const INDENT: usize = 7;
/// What the reader gets for every piece, and for every character of it.
const PER_PIECE: Duration = Duration::from_millis(200);
const PER_CHARACTER: Duration = Duration::from_millis(16);
const LONGEST: Duration = Duration::from_millis(4_500);

/// The storyteller.
pub struct Telling {
    fast: bool,
    styled: bool,
    /// Deeds and their answers stand close together; everything else stands apart.
    among_deeds: bool,
}

/// How a piece of text looks on a terminal that shows more than letters.
#[derive(Clone, Copy)]
enum Look {
    Bold,
    Faint,
    Italic,
}

impl Telling {
    /// To stdout; fast means without pauses for the reader.
    pub fn new(fast: bool) -> Self {
        Self { fast, styled: io::stdout().is_terminal(), among_deeds: false }
    }

    /// What this is, before the first day.
    pub async fn opening(&self, url: &str) -> io::Result<()> {
        let pauses = "It takes four to five minutes; Ctrl-C ends it, and --fast tells it without pauses.";
        let words = format!(
            "A story about Steward. The Discord in it is built in and listens on {url}; the bot is the real one, and \
             all it answers here has gone over the wire. Times are UTC. {}",
            if self.fast { "" } else { pauses }
        );
        let lines = wrapped(words.trim_end(), WIDTH).join("\n");
        print(&format!("{}\n", self.looking(Look::Faint, &lines)))?;
        self.pause(&words).await;
        Ok(())
    }

    /// Tells a step of the story, with the pauses that reading takes.
    pub async fn tell(&mut self, pieces: &[Told]) -> io::Result<()> {
        for told in pieces {
            let (piece, read) = match told {
                Told::Day(day) => (self.day(day), day.as_str()),
                Told::Words(words) => (self.words(words), words.as_str()),
                Told::Deed { time, deed, says } => {
                    (self.deed(time, deed, says.as_deref()), says.as_deref().unwrap_or(deed))
                }
                Told::Answer { seen_by, text } => (self.answer(seen_by, text), text.as_str()),
            };
            let deed = matches!(told, Told::Deed { .. } | Told::Answer { .. });
            let gap = if deed && self.among_deeds { "" } else { "\n" };
            self.among_deeds = deed;
            print(&format!("{gap}{piece}"))?;
            self.pause(read).await;
        }
        Ok(())
    }

    /// Something that is to stand as it is.
    pub fn page(&self, page: &str) -> io::Result<()> {
        let (title, rest) = page.split_once('\n').unwrap_or((page, ""));
        print(&format!("\n{}\n{rest}", self.looking(Look::Bold, title)))
    }

    fn day(&self, day: &str) -> String {
        let line = "─".repeat(WIDTH.saturating_sub(day.chars().count() + 4));
        format!("{}\n", self.looking(Look::Bold, &format!("── {day} {line}")))
    }

    fn words(&self, words: &str) -> String {
        format!("{}\n", self.looking(Look::Italic, &wrapped(words, WIDTH).join("\n")))
    }

    /// The time, who does what, and what they say, under each other if it is long.
    fn deed(&self, time: &str, deed: &str, says: Option<&str>) -> String {
        let says = says.map_or_else(String::new, |says| format!(" ▸ {says}"));
        let text = wrapped(&format!("{deed}{says}"), WIDTH - INDENT).join(&format!("\n{}", " ".repeat(INDENT)));
        let text = match text.strip_prefix(deed) {
            Some(rest) => format!("{}{rest}", self.looking(Look::Bold, deed)),
            None => text,
        };
        format!("{}{text}\n", self.looking(Look::Faint, &format!("{time:<INDENT$}")))
    }

    /// What somebody sees, set in.
    fn answer(&self, seen_by: &str, text: &str) -> String {
        let indent = " ".repeat(INDENT);
        let lines = text.lines().filter(|line| *line != "```");
        let lines = lines.flat_map(|line| wrapped(&without_marks(line), WIDTH - INDENT - 2));
        let lines =
            lines.map(|line| format!("{indent}{}\n", format!("{} {line}", self.looking(Look::Faint, "│")).trim_end()));
        format!("{indent}{}\n{}", self.looking(Look::Faint, &format!("{seen_by}:")), lines.collect::<String>())
    }

    fn looking<'t>(&self, look: Look, text: &'t str) -> Cow<'t, str> {
        if !self.styled {
            return text.into();
        }
        let code = match look {
            Look::Bold => 1,
            Look::Faint => 2,
            Look::Italic => 3,
        };
        format!("\x1b[{code}m{text}\x1b[0m").into()
    }

    async fn pause(&self, read: &str) {
        if !self.fast {
            let characters = u32::try_from(read.chars().count()).unwrap_or(u32::MAX);
            tokio::time::sleep((PER_PIECE + PER_CHARACTER.saturating_mul(characters)).min(LONGEST)).await;
        }
    }
}

/// Without what Discord turns into looks. A star alone is none: it stands at a field that must be filled in.
fn without_marks(line: &str) -> String {
    let line = line.replace("**", "").replace("-# ", "").replace('`', "");
    if line.matches('*').count().is_multiple_of(2) { line.replace('*', "") } else { line }
}

/// At once, so that a reader sees it while the story goes on. A reader may leave early, as `head` does.
fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// Lines of at most so many characters, broken between words.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut length = 0;
    for word in text.split(' ') {
        let long = word.chars().count();
        if length > 0 && length + 1 + long > width {
            lines.push(String::new());
            length = 0;
        }
        if let Some(line) = lines.last_mut() {
            if length > 0 {
                line.push(' ');
                length += 1;
            }
            line.push_str(word);
            length += long;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrapped("rye, as ever", 7), ["rye, as", "ever"]);
        assert_eq!(wrapped("extraordinary rye", 5), ["extraordinary", "rye"]);
        assert_eq!(wrapped("закваска жива", 13), ["закваска жива"]);
        assert_eq!(wrapped("", 5), [""]);
    }

    #[test]
    fn a_pipe_gets_letters_alone() {
        let telling = Telling { fast: true, styled: false, among_deeds: false };
        assert_eq!(telling.deed("09:02", "ana in #hello", Some("Welcome.")), "09:02  ana in #hello ▸ Welcome.\n");
        assert_eq!(
            telling.answer("only ilya sees", "**Noted**\n```\ntable\n```\n`█░` *Rye*\nWhat happened *:"),
            "       only ilya sees:\n       │ Noted\n       │ table\n       │ █░ Rye\n       │ What happened *:\n"
        );
    }
}
