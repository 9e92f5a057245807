//! What a survey may be, and what counts as an answer.

pub mod figures;
pub mod file;
pub mod nps;
pub mod rhythm;

use std::time::Duration;

use crate::clock::Timestamp;
use crate::ids::{AskedId, RoleId};
use crate::text::limits;

use super::{Answer, Kind, NewQuestion, NewSurvey, Part, Problem, Progress, Question, Survey, Wave, WaveState};

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
/// The least time that a wave is open.
const SHORTEST: Duration = Duration::from_mins(10);
const DAY: Duration = Duration::from_hours(24);
/// A wave that closes later than this after its time says so.
pub const LATE: Duration = Duration::from_mins(5);

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

/// A yes or a no, in any language; `usual` where nothing was typed.
///
/// # Errors
/// It is neither.
pub fn yes_or_no(typed: &str, usual: bool) -> Result<bool, Problem> {
    match typed.trim().to_lowercase().as_str() {
        "" => Ok(usual),
        "yes" | "y" | "да" | "д" | "da" | "d" => Ok(true),
        "no" | "n" | "нет" | "н" | "nu" => Ok(false),
        _ => Err(Problem::NotYesOrNo(typed.trim().to_owned())),
    }
}

/// The order of questions after one of them has gone before another, or to the end.
pub fn moved(order: &[AskedId], moved: AskedId, before: Option<AskedId>) -> Vec<AskedId> {
    let mut order: Vec<AskedId> = order.iter().copied().filter(|question| *question != moved).collect();
    let place = before.and_then(|before| order.iter().position(|question| *question == before));
    order.insert(place.unwrap_or(order.len()), moved);
    order
}

/// Whether whoever holds these roles may answer a wave now.
///
/// # Errors
/// Why not: it is not open, or for others.
pub fn may_answer(survey: &Survey, wave: &Wave, roles: &[RoleId], now: Timestamp) -> Result<(), Problem> {
    is_open(wave, now)?;
    // The role of everyone stands in nobody's list.
    let fits = |role: &RoleId| role.get() == survey.guild.get() || roles.contains(role);
    if survey.roles.is_empty() || survey.roles.iter().any(fits) {
        Ok(())
    } else {
        Err(Problem::NotForYou(survey.roles.clone()))
    }
}

/// Whether a wave takes answers: from its time on it does not, whether or not anybody has closed it yet.
///
/// # Errors
/// Why not.
pub fn is_open(wave: &Wave, now: Timestamp) -> Result<(), Problem> {
    match (wave.state, wave.closes_at) {
        (WaveState::Open, Some(closes)) if closes <= now => Err(Problem::Closed(closes)),
        (WaveState::Open, _) => Ok(()),
        (WaveState::Closed, _) => Err(Problem::Closed(wave.closed_at.unwrap_or(wave.at))),
        (WaveState::Preview | WaveState::Cancelled | WaveState::Failed, _) => Err(Problem::NotOpen),
    }
}

/// Until when a wave that is published now is open.
///
/// # Errors
/// That is too soon, or too far away.
pub fn closes(typed: Option<Timestamp>, days: i64, now: Timestamp) -> Result<Timestamp, Problem> {
    let at = typed.unwrap_or_else(|| now.plus(DAY * u32::try_from(days).unwrap_or(1)));
    let most = now.plus(DAY * u32::try_from(*DAYS.end()).unwrap_or(1));
    if at < now.plus(SHORTEST) || at > most { Err(Problem::Closes(at)) } else { Ok(at) }
}

/// The page that somebody comes to who wants to go to one: nobody gets past a question that has to be
/// answered, nor past the summary.
pub fn page(survey: &Survey, progress: &Progress, wanted: usize) -> usize {
    let missing = missing(survey, progress).unwrap_or(survey.questions.len());
    wanted.min(missing)
}

/// The place of the first question that has to be answered and is not.
pub fn missing(survey: &Survey, progress: &Progress) -> Option<usize> {
    let answered =
        |question: &Question| progress.answers.get(&question.id).is_some_and(|answer| takes(question, answer));
    survey.questions.iter().position(|question| question.required && !answered(question))
}

/// What is sent: the answers that the questions take, in their order.
pub fn answers(survey: &Survey, progress: &Progress) -> Vec<(AskedId, Answer)> {
    let answer = |question: &Question| {
        let answer = progress.answers.get(&question.id).filter(|answer| takes(question, answer))?;
        Some((question.id, answer.clone()))
    };
    survey.questions.iter().filter_map(answer).collect()
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
