//! What a survey may be, and what counts as an answer.

pub mod figures;
pub mod file;
pub mod nps;
pub mod rhythm;

use crate::text::limits;

use super::{Answer, Kind, NewQuestion, NewSurvey, Part, Problem, Question};

/// How long a title may be; these and all below count as Discord counts.
pub const TITLE: usize = 100;
/// What people read before they start.
pub const INTRO: usize = 1_000;
/// The words of one question.
pub const QUESTION: usize = 300;
/// One option: a line of a menu.
pub const OPTION: usize = limits::OPTION;
/// What may be typed as an answer.
pub const ANSWER: usize = limits::INPUT;
/// How many options a question may have.
pub const OPTIONS: std::ops::RangeInclusive<usize> = 2..=limits::OPTIONS;
/// How many questions a survey may have when it is sent.
pub const QUESTIONS: std::ops::RangeInclusive<usize> = 1..=25;
/// For how many days a wave may be open.
pub const DAYS: std::ops::RangeInclusive<i64> = 1..=60;
/// For how many it is, unless something else is said.
pub const USUAL_DAYS: i64 = 7;

/// Whether a survey can be kept as it is; one without questions can, as a draft.
///
/// # Errors
/// What is wrong with it, the first thing.
pub fn check_survey(new: &NewSurvey) -> Result<(), Problem> {
    check_title(&new.title, new.intro.as_deref())?;
    if !DAYS.contains(&new.days) {
        return Err(Problem::Days(new.days));
    }
    if new.questions.len() > *QUESTIONS.end() {
        return Err(Problem::QuestionCount(new.questions.len()));
    }
    new.questions.iter().try_for_each(check_question)
}

/// Whether these can be a title and an introduction.
///
/// # Errors
/// What is wrong with them.
pub fn check_title(title: &str, intro: Option<&str>) -> Result<(), Problem> {
    if title.trim().is_empty() {
        return Err(Problem::NoTitle);
    }
    fits(Part::Title, title, TITLE)?;
    fits(Part::Intro, intro.unwrap_or_default(), INTRO)
}

/// Whether something can be a question.
///
/// # Errors
/// What is wrong with it.
pub fn check_question(new: &NewQuestion) -> Result<(), Problem> {
    if new.text.trim().is_empty() {
        return Err(Problem::NoQuestion);
    }
    fits(Part::Question, &new.text, QUESTION)?;
    if !new.kind.has_options() {
        return if new.options.is_empty() { Ok(()) } else { Err(Problem::NoOptions) };
    }
    if !OPTIONS.contains(&new.options.len()) {
        return Err(Problem::OptionCount(new.options.len()));
    }
    for (place, option) in new.options.iter().enumerate() {
        fits(Part::Option, option, OPTION)?;
        if new.options[..place].contains(option) {
            return Err(Problem::OptionTwice(option.clone()));
        }
    }
    Ok(())
}

fn fits(what: Part, text: &str, most: usize) -> Result<(), Problem> {
    if limits::len_utf16(text) > most { Err(Problem::TooLong { what, most }) } else { Ok(()) }
}

/// The options that were typed, one per line; empty lines are none.
pub fn options(typed: &str) -> Vec<String> {
    typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Whether this is an answer that the question takes; what a press or a form says carries no trust.
pub fn takes(question: &Question, answer: &Answer) -> bool {
    match (question.kind, answer) {
        (Kind::Single, Answer::Choices(chosen)) => chosen.len() == 1 && chosen[0] < question.options.len(),
        (Kind::Multi, Answer::Choices(chosen)) => {
            !chosen.is_empty()
                && chosen.is_sorted_by(|one, next| one < next)
                && chosen.iter().all(|place| *place < question.options.len())
        }
        (Kind::Rating | Kind::Nps, Answer::Number { value, why }) => {
            let (low, high) = question.kind.scale().unwrap_or_default();
            let words = why.as_deref().is_none_or(|why| question.kind == Kind::Nps && is_answer(why));
            (low..=high).contains(value) && words
        }
        (Kind::Text, Answer::Words(words)) => is_answer(words),
        _ => false,
    }
}

fn is_answer(words: &str) -> bool {
    !words.trim().is_empty() && limits::len_utf16(words) <= ANSWER
}
