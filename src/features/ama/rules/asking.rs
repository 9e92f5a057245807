//! Whether somebody can ask now, and what becomes of their question; what they can do with it afterwards.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::features::ama::{Anonymity, Problem, Question, QuestionState, Session, State, Words};
use crate::text::limits;
use crate::text::safe::visible;

/// Of a question, in UTF-16 units.
pub const LONGEST_TEXT: usize = 1_000;
/// Of what helps to understand it.
pub const LONGEST_CONTEXT: usize = 1_000;
/// How long an asker can choose a similar question instead; then theirs is submitted.
pub const CHOOSING: Duration = Duration::from_secs(120);

/// Who wants to ask, as far as that decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asking {
    /// Who is to learn who asks.
    pub shown: Anonymity,
    /// Their questions that are open.
    pub open: i64,
    pub is_blocked: bool,
}

/// What was typed, without white space around it.
///
/// # Errors
/// There is nothing, or too much.
pub fn words(text: &str, context: Option<&str>) -> Result<Words, Problem> {
    let text = fitting(text, LONGEST_TEXT)?;
    let context = context.map(str::trim).filter(|context| !context.is_empty());
    let context = context.map(|context| fitting(context, LONGEST_CONTEXT)).transpose()?;
    Ok(Words { text, context })
}

fn fitting(typed: &str, most: usize) -> Result<String, Problem> {
    let typed = typed.trim();
    // What is hidden is shown, and takes room.
    let units = limits::len_utf16(&visible(typed));
    match units {
        0 => Err(Problem::Empty),
        _ if units > most => Err(Problem::TooLong { units, most }),
        _ => Ok(typed.to_owned()),
    }
}

/// Whether a session takes questions: before its start too, but not once its time is over.
///
/// # Errors
/// It is closed.
pub fn takes_questions(session: &Session, now: Timestamp) -> Result<(), Problem> {
    match session.state {
        State::Scheduled | State::Open if now < session.plan.closes => Ok(()),
        _ => Err(Problem::Closed(session.closed.unwrap_or(session.plan.closes))),
    }
}

/// Whether somebody can ask this way now.
///
/// # Errors
/// Why not.
pub fn may_ask(session: &Session, asking: Asking, now: Timestamp) -> Result<(), Problem> {
    takes_questions(session, now)?;
    if asking.is_blocked {
        return Err(Problem::Blocked);
    }
    if asking.shown != Anonymity::Named && asking.shown != session.plan.anonymity {
        return Err(Problem::NamesOnly);
    }
    if asking.open >= i64::from(session.plan.most) {
        return Err(Problem::LimitReached(session.plan.most));
    }
    Ok(())
}

/// What becomes of a question that was saved. One that similar ones were found for waits for its asker's choice. A
/// sealed one never does that: how long it took would tell when it was asked.
pub const fn saved(session: &Session, shown: Anonymity, similar: bool) -> QuestionState {
    match shown {
        Anonymity::Sealed => QuestionState::Held,
        _ if similar => QuestionState::Offered,
        _ => submitted(session),
    }
}

/// What becomes of a question, named or hidden, whose asker wants it to be asked.
pub const fn submitted(session: &Session) -> QuestionState {
    if session.plan.review { QuestionState::Pending } else { QuestionState::Approved }
}

/// Whether an asker can take their question back: until it is answered.
///
/// # Errors
/// What has become of it.
pub const fn may_withdraw(question: &Question) -> Result<(), Problem> {
    if question.state.is_open() { Ok(()) } else { Err(Problem::Settled(question.state)) }
}

/// Whether an asker can change their words: until somebody could have read or upvoted them.
///
/// # Errors
/// What has become of it, or that the session is closed.
pub fn may_edit(session: &Session, question: &Question, now: Timestamp) -> Result<(), Problem> {
    takes_questions(session, now)?;
    match question.state {
        QuestionState::Offered | QuestionState::Held | QuestionState::Pending => Ok(()),
        state => Err(Problem::Settled(state)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::features::ama::tests::{NOW, question, session};

    const ASKING: Asking = Asking { shown: Anonymity::Named, open: 0, is_blocked: false };

    #[rstest]
    #[case::with_a_name(Anonymity::Named, ASKING, Ok(()))]
    #[case::hidden(Anonymity::Hidden, Asking { shown: Anonymity::Hidden, ..ASKING }, Ok(()))]
    #[case::named_where_hidden_is_allowed(Anonymity::Hidden, ASKING, Ok(()))]
    #[case::hidden_where_names_are_asked(Anonymity::Named, Asking { shown: Anonymity::Hidden, ..ASKING }, Err(Problem::NamesOnly))]
    #[case::hidden_where_all_is_sealed(Anonymity::Sealed, Asking { shown: Anonymity::Hidden, ..ASKING }, Err(Problem::NamesOnly))]
    #[case::sealed_where_it_is_hidden(Anonymity::Hidden, Asking { shown: Anonymity::Sealed, ..ASKING }, Err(Problem::NamesOnly))]
    #[case::one_more(Anonymity::Named, Asking { open: 2, ..ASKING }, Ok(()))]
    #[case::one_too_many(Anonymity::Named, Asking { open: 3, ..ASKING }, Err(Problem::LimitReached(3)))]
    #[case::blocked(Anonymity::Named, Asking { is_blocked: true, ..ASKING }, Err(Problem::Blocked))]
    fn who_can_ask_how(#[case] allowed: Anonymity, #[case] asking: Asking, #[case] expected: Result<(), Problem>) {
        assert_eq!(may_ask(&session(allowed, State::Open), asking, NOW), expected);
    }

    #[rstest]
    #[case::collected_before(State::Scheduled, NOW, true)]
    #[case::open(State::Open, NOW, true)]
    #[case::over_and_not_closed_yet(State::Open, NOW.plus(Duration::from_secs(7_200)), false)]
    #[case::closed(State::Closed, NOW, false)]
    fn when_questions_are_taken(#[case] state: State, #[case] now: Timestamp, #[case] taken: bool) {
        assert_eq!(takes_questions(&session(Anonymity::Hidden, state), now).is_ok(), taken);
    }

    #[rstest]
    #[case(true, Anonymity::Hidden, false, QuestionState::Pending)]
    #[case(true, Anonymity::Hidden, true, QuestionState::Offered)]
    #[case(false, Anonymity::Hidden, false, QuestionState::Approved)]
    #[case(true, Anonymity::Sealed, false, QuestionState::Held)]
    #[case(true, Anonymity::Sealed, true, QuestionState::Held)]
    fn what_becomes_of_a_saved_question(
        #[case] review: bool,
        #[case] shown: Anonymity,
        #[case] similar: bool,
        #[case] becomes: QuestionState,
    ) {
        let mut session = session(shown, State::Open);
        session.plan.review = review;
        assert_eq!(saved(&session, shown, similar), becomes);
    }

    #[rstest]
    #[case(QuestionState::Offered, true, true)]
    #[case(QuestionState::Held, true, true)]
    #[case(QuestionState::Pending, true, true)]
    #[case(QuestionState::Approved, true, false)]
    #[case(QuestionState::Answered, false, false)]
    #[case(QuestionState::Rejected, false, false)]
    #[case(QuestionState::Merged, false, false)]
    #[case(QuestionState::Withdrawn, false, false)]
    fn what_an_asker_can_still_do(#[case] state: QuestionState, #[case] withdraw: bool, #[case] edit: bool) {
        let question = question(1, state);
        assert_eq!(may_withdraw(&question).is_ok(), withdraw);
        assert_eq!(may_edit(&session(Anonymity::Hidden, State::Open), &question, NOW).is_ok(), edit);
    }

    #[rstest]
    #[case("  Why?  ", None, Ok(("Why?", None)))]
    #[case("Why?", Some("  "), Ok(("Why?", None)))]
    #[case("Why?", Some(" Because "), Ok(("Why?", Some("Because"))))]
    #[case(" \n ", None, Err(Problem::Empty))]
    fn what_was_typed(
        #[case] text: &str,
        #[case] context: Option<&str>,
        #[case] expected: Result<(&str, Option<&str>), Problem>,
    ) {
        let expected =
            expected.map(|(text, context)| Words { text: text.to_owned(), context: context.map(str::to_owned) });
        assert_eq!(words(text, context), expected);
    }

    #[test]
    fn what_is_too_long_is_measured() {
        assert_eq!(words(&"👍".repeat(501), None), Err(Problem::TooLong { units: 1_002, most: 1_000 }));
        assert_eq!(words("Why?", Some(&"x".repeat(1_001))), Err(Problem::TooLong { units: 1_001, most: 1_000 }));
    }

    proptest! {
        #[test]
        fn words_that_are_taken_fit(text in any::<String>(), context in proptest::option::of(any::<String>())) {
            if let Ok(words) = words(&text, context.as_deref()) {
                prop_assert!((1..=LONGEST_TEXT).contains(&limits::len_utf16(&visible(&words.text))));
                prop_assert!(words.context.is_none_or(|context| limits::len_utf16(&visible(&context)) <= LONGEST_CONTEXT));
            }
        }
    }
}
