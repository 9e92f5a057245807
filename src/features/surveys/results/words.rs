//! The figures of a survey in words, for its pages and its drawings.

use crate::error::{Arg, Message};
use crate::feature::few::ENOUGH_PEOPLE;
use crate::features::surveys::rules::figures::{Comment, STARS};
use crate::features::surveys::{Kind, Question};
use crate::i18n::{Locale, plain};
use crate::text::limits;
use crate::text::safe::visible;

use super::Results;

/// A comment is shown up to this length; the export has it whole.
const COMMENT: usize = 1_500;

pub fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// "wave 2 · 34 answers of 120 asked"
pub fn subtitle(results: &Results) -> Message {
    Message::new("survey-results-below").with("wave", results.wave().number).with("answers", answers(results))
}

/// How many answered, of how many where that is known.
pub fn answers(results: &Results) -> Message {
    let Some(count) = results.count() else { return few("survey-answers-few") };
    match results.wave().invited.filter(|invited| *invited >= count && *invited > 0) {
        Some(invited) => Message::new("survey-answers-of")
            .with("count", count)
            .with("invited", invited)
            .with("percent", percent(count, invited)),
        None => Message::new("survey-answers").with("count", count),
    }
}

/// All that may be told where few have answered an anonymous wave, or a question of it.
pub fn few(key: &'static str) -> Message {
    Message::new(key).with("few", ENOUGH_PEOPLE)
}

/// What somebody wrote, with who it was where that may be known.
pub fn comment(comment: &Comment) -> Message {
    let text = limits::cut_words(&comment.text.replace('\n', " "), COMMENT);
    match comment.author {
        Some(author) => Message::new("survey-words-by").with("author", author).with("text", text),
        None => Message::new("survey-words-bare").with("text", text),
    }
}

/// What stands beside each count of a question.
pub fn labels(locale: Locale, question: &Question) -> Vec<String> {
    let written = |key: &'static str| plain(locale, &Message::new(key));
    match question.kind {
        Kind::Single | Kind::Multi => question.options.iter().map(|option| visible(option)).collect(),
        Kind::Rating => (1..=STARS).map(|star| star.to_string()).collect(),
        Kind::Nps => ["survey-nps-detractors", "survey-nps-passives", "survey-nps-promoters"].map(written).to_vec(),
        Kind::Text => Vec::new(),
    }
}

/// "12 (44 %)"
pub fn cell(people: i64, of: i64) -> Message {
    Message::new("survey-cell").with("count", people).with("percent", percent(people, of))
}

/// A whole percentage; of nobody, nothing.
pub fn percent(part: i64, of: i64) -> i64 {
    if of > 0 { (200 * part + of) / (2 * of) } else { 0 }
}

/// The number that stands for a question: "4.2 of 5", or "+34".
pub fn number(kind: Kind, value: f64) -> Message {
    match kind {
        Kind::Nps => signed(value.round() as i64),
        _ => Message::new("survey-mean").with("mean", Arg::Decimal(value, 1)).with("most", STARS),
    }
}

/// A score with its sign.
pub fn signed(score: i64) -> Message {
    let key = match score {
        1.. => "survey-score-above",
        0 => "survey-score-even",
        ..0 => "survey-score-below",
    };
    Message::new(key).with("score", score.abs())
}

/// A height to read a drawing by.
pub fn tick(value: f64) -> Message {
    signed_plain(value.round() as i64)
}

pub fn signed_plain(value: i64) -> Message {
    let key = if value < 0 { "survey-score-below" } else { "survey-score-even" };
    Message::new(key).with("score", value.abs())
}

/// Above the drawing of how a number went from wave to wave.
pub fn trend_title(question: &Question, of: usize) -> Message {
    let number = Message::new(if question.kind == Kind::Nps { "survey-trend-nps" } else { "survey-trend-mean" });
    if of == 1 {
        return number;
    }
    Message::new("survey-trend-of").with("number", number).with("question", limits::cut_words(&question.text, 60))
}
