//! What is wrong with a file that somebody has sent, in a message.

use crate::discord::ui::view::View;
use crate::error::Message;
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::limits::ELLIPSIS;
use crate::text::safe::Safe;

use super::rules::file::{EXAMPLE, Mistake};

/// So many mistakes are shown at once.
const SHOWN: usize = 4;
/// So much of a line is shown, in characters.
const LINE: usize = 70;
/// Where more characters stand before the place, some are left out.
const BEFORE: usize = 40;

/// Each mistake with its line and what would be right; below, how a survey looks.
pub fn mistakes(locale: Locale, mistakes: &[Mistake]) -> View {
    let mut parts = vec![say(locale, &Message::new("survey-file-wrong").with("count", mistakes.len()))];
    for mistake in mistakes.iter().take(SHOWN) {
        let place = Message::new("survey-file-line").with("line", mistake.line).with("what", mistake.what.clone());
        parts.push(say(locale, &place));
        parts.push(pointed(mistake));
    }
    let hidden = mistakes.len().saturating_sub(SHOWN);
    parts.extend((hidden > 0).then(|| say(locale, &Message::new("survey-file-more").with("count", hidden))));
    let example = [say(locale, &Message::new("survey-file-example")), Safe::block(EXAMPLE.trim_end())];
    // The example is long; what is wrong matters more.
    let all: usize = parts.iter().chain(&example).map(|part| part.len_utf16() + 1).sum();
    parts.extend(example.into_iter().filter(|_| all <= limits::CONTENT));
    View::text(Safe::join(parts, "\n"))
}

/// The line with signs below the place that is meant.
fn pointed(mistake: &Mistake) -> Safe {
    let start = mistake.column - 1;
    let skipped = start.saturating_sub(BEFORE);
    let rest = || mistake.text.chars().skip(skipped);
    let mut line: String = if skipped > 0 { ELLIPSIS.to_string() } else { String::new() };
    let before = line.chars().count() + start - skipped;
    line.extend(rest().take(LINE));
    line.extend((rest().count() > LINE).then_some(ELLIPSIS));
    let width = mistake.width.min(line.chars().count().saturating_sub(before)).max(1);
    Safe::block(&format!("{}\n{}{}", line.replace('\t', " "), " ".repeat(before), "^".repeat(width)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::surveys::rules::file::parse;

    fn told(text: &str) -> String {
        let view = mistakes(Locale::En, &parse(text).unwrap_err());
        let told: String = view.content.unwrap_or_default().into();
        assert_eq!(told.matches(EXAMPLE).count(), 1, "{told}");
        told.replace(EXAMPLE, "(the example)\n")
    }

    #[test]
    fn a_mistake_is_shown_with_its_line_and_what_would_be_right() {
        insta::assert_snapshot!(told("title = \"`A`\"\n[[question]]\nkind = \"choice\"\ntext = \"?\""), @r#"
        There is a mistake in this file, so nothing was made of it.
        **Line 3**: there is no such kind of question. There are: "single", "multi", "rating", "nps", "text".
        ```
        kind = "choice"
               ^^^^^^^^
        ```
        A survey looks like this:
        ```
        (the example)
        ```
        "#);
    }

    #[test]
    fn a_long_line_is_shown_around_the_place_and_many_mistakes_are_counted() {
        let long = format!("title = \"A\"\nintro = \"\"\"{}\"\"\"\n", "x".repeat(1_001));
        let wrong = "[[question]]\nkind = 1\ntext = 2\nname = 3\n".repeat(2);
        insta::assert_snapshot!(told(&(long + &wrong)), @r#"
        There are 7 mistakes in this file, so nothing was made of it.
        **Line 2**: An introduction has at most 1,000 characters. Shorten it and try again.
        ```
        intro = """xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        ```
        **Line 4**: there is no such kind of question. There are: "single", "multi", "rating", "nps", "text".
        ```
        kind = 1
               ^
        ```
        **Line 5**: `text` takes a text in quotes.
        ```
        text = 2
               ^
        ```
        **Line 6**: there is no `name` here. There are: kind, text, options, required.
        ```
        name = 3
        ^^^^
        ```
        … and 3 more.
        A survey looks like this:
        ```
        (the example)
        ```
        "#);
    }
}
