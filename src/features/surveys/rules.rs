//! What a survey may be, and what counts as an answer.

pub mod every;
pub mod figures;
pub mod file;
pub mod nps;

use std::time::Duration;

use crate::clock::Timestamp;
use crate::features::surveys::QuestionId;
use crate::ids::RoleId;
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
/// How many roles a survey may be for: as many as a menu takes.
pub const ROLES: usize = limits::OPTIONS;
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
pub fn moved(order: &[QuestionId], moved: QuestionId, before: Option<QuestionId>) -> Vec<QuestionId> {
    let mut order: Vec<QuestionId> = order.iter().copied().filter(|question| *question != moved).collect();
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
        (WaveState::Failed, _) => Err(Problem::NotOpen),
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

/// Whether an open wave can close at this time instead: not sooner than a new one, and not later than 60 days after
/// it was opened.
///
/// # Errors
/// That is too soon, or too far away.
pub fn may_close_at(wave: &Wave, at: Timestamp, now: Timestamp) -> Result<(), Problem> {
    let most = wave.opened_at.unwrap_or(wave.at).plus(DAY * u32::try_from(*DAYS.end()).unwrap_or(1));
    if at < now.plus(SHORTEST) || at > most { Err(Problem::Closes(at)) } else { Ok(()) }
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
pub fn answers(survey: &Survey, progress: &Progress) -> Vec<(QuestionId, Answer)> {
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::features::surveys::{State, SurveyId, WaveId};
    use crate::ids::{ChannelId, GuildId};

    const NOW: Timestamp = Timestamp::from_seconds(1_794_819_600);

    fn question(id: i64, kind: Kind, required: bool) -> Question {
        let options =
            if kind.has_options() { vec!["a".to_owned(), "b".to_owned(), "c".to_owned()] } else { Vec::new() };
        Question { id: QuestionId(id), kind, text: "?".to_owned(), options, required }
    }

    fn survey(questions: Vec<Question>) -> Survey {
        Survey {
            id: SurveyId(1),
            guild: GuildId(1),
            number: 1,
            title: "Our meetups".to_owned(),
            intro: None,
            anonymous: true,
            days: 7,
            roles: Vec::new(),
            state: State::Sent,
            made_by: None,
            at: NOW,
            changed_at: NOW,
            questions,
        }
    }

    fn wave(state: WaveState, closes: Timestamp) -> Wave {
        Wave {
            id: WaveId(1),
            guild: GuildId(1),
            survey: SurveyId(1),
            number: 1,
            channel: ChannelId(1),
            ping: None,
            sent_by: None,
            anonymous: true,
            state,
            at: NOW,
            opened_at: Some(NOW),
            closes_at: Some(closes),
            closed_at: (state == WaveState::Closed).then_some(closes),
            invited: None,
            unsent: 0,
        }
    }

    fn number(value: i64, why: Option<&str>) -> Answer {
        Answer::Number { value, why: why.map(str::to_owned) }
    }

    #[rstest]
    #[case(Kind::Single, Answer::Choices(vec![2]), true)]
    #[case(Kind::Single, Answer::Choices(vec![3]), false)]
    #[case(Kind::Single, Answer::Choices(vec![0, 1]), false)]
    #[case(Kind::Single, Answer::Choices(vec![]), false)]
    #[case(Kind::Multi, Answer::Choices(vec![0, 2]), true)]
    #[case(Kind::Multi, Answer::Choices(vec![2, 0]), false)]
    #[case(Kind::Multi, Answer::Choices(vec![1, 1]), false)]
    #[case(Kind::Multi, Answer::Choices(vec![]), false)]
    #[case(Kind::Rating, number(1, None), true)]
    #[case(Kind::Rating, number(5, None), true)]
    #[case(Kind::Rating, number(0, None), false)]
    #[case(Kind::Rating, number(6, None), false)]
    #[case(Kind::Rating, number(5, Some("why")), false)]
    #[case(Kind::Nps, number(0, None), true)]
    #[case(Kind::Nps, number(10, Some("why")), true)]
    #[case(Kind::Nps, number(11, None), false)]
    #[case(Kind::Nps, number(-1, None), false)]
    #[case(Kind::Nps, number(10, Some("  ")), false)]
    #[case(Kind::Text, Answer::Words("x".repeat(4_000)), true)]
    #[case(Kind::Text, Answer::Words("👍".repeat(2_001)), false)]
    #[case(Kind::Text, Answer::Words("\n".to_owned()), false)]
    #[case(Kind::Text, number(1, None), false)]
    #[case(Kind::Single, Answer::Words("a".to_owned()), false)]
    fn what_a_question_takes(#[case] kind: Kind, #[case] answer: Answer, #[case] taken: bool) {
        assert_eq!(takes(&question(1, kind, true), &answer), taken);
    }

    #[test]
    fn a_wave_takes_answers_until_the_instant_it_closes_and_from_whom_it_is_for() {
        let mut survey = survey(vec![question(1, Kind::Text, false)]);
        let open = wave(WaveState::Open, NOW);
        assert_eq!(may_answer(&survey, &open, &[], Timestamp(NOW.0 - 1)), Ok(()));
        assert_eq!(may_answer(&survey, &open, &[], NOW), Err(Problem::Closed(NOW)));
        let before = Timestamp(NOW.0 - 1);
        for (state, said) in [(WaveState::Failed, Problem::NotOpen), (WaveState::Closed, Problem::Closed(NOW))] {
            assert_eq!(may_answer(&survey, &wave(state, NOW), &[], before), Err(said));
        }
        survey.roles = vec![RoleId(7), RoleId(8)];
        assert_eq!(may_answer(&survey, &open, &[RoleId(8)], before), Ok(()));
        assert_eq!(may_answer(&survey, &open, &[RoleId(9)], before), Err(Problem::NotForYou(survey.roles.clone())));
        survey.roles = vec![RoleId(7), RoleId(1)];
        assert_eq!(may_answer(&survey, &open, &[], before), Ok(()), "everyone is among them");
    }

    #[test]
    fn a_wave_is_open_for_ten_minutes_at_least_and_sixty_days_at_most() {
        let after = |seconds: i64| Timestamp(NOW.0 + seconds * 1_000);
        assert_eq!(closes(None, 7, NOW), Ok(after(7 * 86_400)));
        assert_eq!(closes(Some(after(600)), 7, NOW), Ok(after(600)));
        assert_eq!(closes(Some(after(599)), 7, NOW), Err(Problem::Closes(after(599))));
        assert_eq!(closes(Some(after(60 * 86_400)), 7, NOW), Ok(after(60 * 86_400)));
        assert_eq!(closes(Some(after(60 * 86_400 + 1)), 7, NOW), Err(Problem::Closes(after(60 * 86_400 + 1))));
    }

    #[test]
    fn nobody_gets_past_a_question_that_has_to_be_answered() {
        let survey = survey(vec![
            question(1, Kind::Text, false),
            question(2, Kind::Rating, true),
            question(3, Kind::Single, true),
        ]);
        let mut progress = Progress::default();
        assert_eq!([0, 1, 2, 99].map(|wanted| page(&survey, &progress, wanted)), [0, 1, 1, 1]);
        progress.answers.insert(QuestionId(2), number(9, None));
        assert_eq!(page(&survey, &progress, 3), 1, "nine is no answer to it");
        progress.answers.insert(QuestionId(2), number(4, None));
        assert_eq!(page(&survey, &progress, 3), 2);
        progress.answers.insert(QuestionId(3), Answer::Choices(vec![0]));
        assert_eq!((page(&survey, &progress, 3), page(&survey, &progress, 9)), (3, 3), "the summary is the last page");
        let sent: Vec<i64> = answers(&survey, &progress).into_iter().map(|(id, _)| id.0).collect();
        assert_eq!(sent, [2, 3]);
    }

    #[rstest]
    #[case("", true, Ok(true))]
    #[case(" YES ", false, Ok(true))]
    #[case("Да", false, Ok(true))]
    #[case("nu", true, Ok(false))]
    #[case("нет", true, Ok(false))]
    #[case("maybe ", true, Err(Problem::NotYesOrNo("maybe".to_owned())))]
    fn yes_and_no_in_any_language(#[case] typed: &str, #[case] usual: bool, #[case] said: Result<bool, Problem>) {
        assert_eq!(yes_or_no(typed, usual), said);
    }

    proptest! {
        #[test]
        fn moving_changes_the_order_and_nothing_else(count in 1_i64..25, from in 0_i64..25, to in -1_i64..25) {
            let order: Vec<QuestionId> = (0..count).map(QuestionId).collect();
            let (one, before) = (QuestionId(from % count), Some(QuestionId(to)).filter(|to| to.0 >= 0));
            let after = moved(&order, one, before);
            let mut sorted = after.clone();
            sorted.sort_unstable();
            prop_assert_eq!(&sorted, &order);
            let place = |id| after.iter().position(|other| *other == id);
            match before.filter(|before| *before != one && before.0 < count) {
                Some(before) => prop_assert_eq!(place(one).map(|place| place + 1), place(before)),
                None => prop_assert_eq!(place(one), Some(after.len() - 1)),
            }
        }

        #[test]
        fn what_is_sent_is_what_the_questions_take(values in prop::collection::vec(-2_i64..14, 0..6)) {
            let kinds = [Kind::Rating, Kind::Nps, Kind::Text, Kind::Rating, Kind::Nps, Kind::Multi];
            let questions = kinds.into_iter().zip(1..).map(|(kind, id)| question(id, kind, id % 2 == 0)).collect();
            let survey = survey(questions);
            let answered: BTreeMap<QuestionId, Answer> =
                values.into_iter().zip(1..).map(|(value, id)| (QuestionId(id), number(value, None))).collect();
            let progress = Progress { page: 0, answers: answered };
            for (id, answer) in answers(&survey, &progress) {
                prop_assert!(survey.question(id).is_some_and(|question| takes(question, &answer)));
            }
            if missing(&survey, &progress).is_none() {
                prop_assert_eq!(page(&survey, &progress, usize::MAX), survey.questions.len());
            }
        }
    }
}
