//! What reviewers and hosts can do with a question, by what has become of it so far.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::features::ama::{Claim, Problem, Question, QuestionState, Session, State};
use crate::ids::MemberId;

/// So long a question is kept for the host who is writing an answer.
pub const CLAIMED_FOR: Duration = Duration::from_secs(10 * 60);
/// So long after the close what is left can still be reviewed and answered.
pub const LATER_FOR: Duration = Duration::from_secs(7 * 86_400);
/// Of a reason, in UTF-16 units.
pub const LONGEST_REASON: usize = 500;

/// What a reviewer decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    Approve,
    Reject,
    Merge,
    /// Undoes a rejection or a merge: it waits for review again.
    Restore,
}

/// Whether this can be decided about a question that is in this state.
///
/// # Errors
/// What has become of it, so that of two reviewers the second learns what the first decided.
pub const fn may_decide(question: &Question, decision: Decision) -> Result<(), Problem> {
    use QuestionState::{Approved, Merged, Pending, Rejected};
    match (decision, question.state) {
        (Decision::Approve, Pending)
        | (Decision::Reject | Decision::Merge, Pending | Approved)
        | (Decision::Restore, Rejected | Merged) => Ok(()),
        (_, state) => Err(Problem::Settled(state)),
    }
}

/// Whether a question can be merged into another one.
///
/// # Errors
/// What has become of either.
pub fn may_merge(question: &Question, into: &Question) -> Result<(), Problem> {
    may_decide(question, Decision::Merge)?;
    if question.id == into.id {
        return Err(Problem::IntoItself);
    }
    if question.session != into.session {
        return Err(Problem::NoQuestion);
    }
    match into.state {
        QuestionState::Pending | QuestionState::Approved | QuestionState::Answered => Ok(()),
        state => Err(Problem::Settled(state)),
    }
}

/// Until when the questions that are left in a closed session can be reviewed and answered, also of one that never
/// opened; `None` where it isn't closed, or it is too late.
pub fn answers_until(session: &Session, now: Timestamp) -> Option<Timestamp> {
    let until = session.closed?.plus(LATER_FOR);
    (now < until).then_some(until)
}

/// Whether questions can be reviewed: as long as the session isn't closed, and for some days after that.
///
/// # Errors
/// It is too late.
pub fn may_review(session: &Session, now: Timestamp) -> Result<(), Problem> {
    match session.closed {
        Some(closed) if answers_until(session, now).is_none() => Err(Problem::Closed(closed)),
        _ => Ok(()),
    }
}

/// Whether hosts can say now what they are answering aloud: only while the session is open.
///
/// # Errors
/// It isn't.
pub fn is_live(session: &Session) -> Result<(), Problem> {
    match session.state {
        State::Open => Ok(()),
        State::Scheduled => Err(Problem::NotOpen),
        State::Closed => Err(Problem::Closed(session.closed.unwrap_or(session.plan.closes))),
    }
}

/// Whether a host can write an answer ahead, which is posted when they say so.
///
/// # Errors
/// The session is over for good, or the question was answered or isn't in the thread.
pub fn may_prepare(session: &Session, question: &Question, now: Timestamp) -> Result<(), Problem> {
    if session.state == State::Closed && answers_until(session, now).is_none() {
        return is_live(session);
    }
    if question.state == QuestionState::Approved { Ok(()) } else { Err(Problem::Settled(question.state)) }
}

/// Whether a host can take a question to answer it, while no other host does: as long as the session is open, and for some
/// days after the close.
///
/// # Errors
/// The session isn't open, the question was answered or isn't in the thread, or another host is answering it.
pub fn may_claim(session: &Session, question: &Question, host: MemberId, now: Timestamp) -> Result<(), Problem> {
    if answers_until(session, now).is_none() {
        is_live(session)?;
    }
    if question.state != QuestionState::Approved {
        return Err(Problem::Settled(question.state));
    }
    match claimed_by_other(question, host, now) {
        Some(other) => Err(Problem::BeingAnswered(other)),
        None => Ok(()),
    }
}

/// The host other than this one for whom a question is kept now.
pub fn claimed_by_other(question: &Question, host: MemberId, now: Timestamp) -> Option<MemberId> {
    let Claim { host: other, since } = question.claim?;
    (other != host && now < since.plus(CLAIMED_FOR)).then_some(other)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::features::ama::tests::{NOW, question, session};
    use crate::features::ama::{Anonymity, QuestionId, SessionId};

    const ANA: MemberId = MemberId(2);
    const IONA: MemberId = MemberId(3);

    #[rstest]
    #[case(QuestionState::Offered, "")]
    #[case(QuestionState::Held, "")]
    #[case(QuestionState::Pending, "approve reject merge")]
    #[case(QuestionState::Approved, "reject merge")]
    #[case(QuestionState::Answered, "")]
    #[case(QuestionState::Rejected, "restore")]
    #[case(QuestionState::Merged, "restore")]
    #[case(QuestionState::Withdrawn, "")]
    fn what_can_be_decided(#[case] state: QuestionState, #[case] expected: &str) {
        let question = question(1, state);
        let can = |(name, decision)| may_decide(&question, decision).is_ok().then_some(name);
        let all = [
            ("approve", Decision::Approve),
            ("reject", Decision::Reject),
            ("merge", Decision::Merge),
            ("restore", Decision::Restore),
        ];
        assert_eq!(all.into_iter().filter_map(can).collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn a_question_is_merged_into_one_that_is_asked_in_the_same_session() {
        let (one, pending) = (question(1, QuestionState::Pending), question(2, QuestionState::Pending));
        assert_eq!(may_merge(&one, &pending), Ok(()));
        assert_eq!(may_merge(&one, &one), Err(Problem::IntoItself));
        let elsewhere = Question { session: SessionId(8), ..pending.clone() };
        assert_eq!(may_merge(&one, &elsewhere), Err(Problem::NoQuestion));
        let merged = Question { merged_into: Some(QuestionId(3)), ..question(2, QuestionState::Merged) };
        assert_eq!(may_merge(&one, &merged), Err(Problem::Settled(QuestionState::Merged)));
        assert!(may_merge(&question(4, QuestionState::Answered), &pending).is_err());
    }

    #[rstest]
    #[case::nobody(None, ANA, Ok(()))]
    #[case::oneself(Some((ANA, 0)), ANA, Ok(()))]
    #[case::another(Some((IONA, 0)), ANA, Err(Problem::BeingAnswered(IONA)))]
    #[case::another_for_long(Some((IONA, 599)), ANA, Err(Problem::BeingAnswered(IONA)))]
    #[case::another_too_long_ago(Some((IONA, 600)), ANA, Ok(()))]
    fn one_host_at_a_time_answers(
        #[case] claim: Option<(MemberId, u64)>,
        #[case] host: MemberId,
        #[case] expected: Result<(), Problem>,
    ) {
        let claim = claim.map(|(host, ago)| Claim { host, since: NOW.minus(Duration::from_secs(ago)) });
        let question = Question { claim, ..question(1, QuestionState::Approved) };
        assert_eq!(may_claim(&session(Anonymity::Hidden, State::Open), &question, host, NOW), expected);
    }

    #[rstest]
    #[case(State::Scheduled, QuestionState::Approved, Problem::NotOpen)]
    #[case(State::Open, QuestionState::Pending, Problem::Settled(QuestionState::Pending))]
    #[case(State::Open, QuestionState::Answered, Problem::Settled(QuestionState::Answered))]
    fn what_cannot_be_answered(#[case] state: State, #[case] of: QuestionState, #[case] problem: Problem) {
        let session = session(Anonymity::Hidden, state);
        assert_eq!(may_claim(&session, &question(1, of), ANA, NOW), Err(problem));
    }

    #[test]
    fn what_is_left_can_be_answered_for_seven_days_after_the_close() {
        let session = session(Anonymity::Hidden, State::Closed);
        let closed = NOW.plus(Duration::from_secs(7_200));
        let question = question(1, QuestionState::Approved);
        let last = Timestamp(closed.plus(LATER_FOR).millis() - 1);
        for now in [closed, last] {
            assert_eq!(may_claim(&session, &question, ANA, now), Ok(()));
            assert_eq!(may_prepare(&session, &question, now), Ok(()));
        }
        assert_eq!(is_live(&session), Err(Problem::Closed(closed)));
        let late = closed.plus(LATER_FOR);
        assert_eq!(may_claim(&session, &question, ANA, late), Err(Problem::Closed(closed)));
        assert_eq!(may_prepare(&session, &question, late), Err(Problem::Closed(closed)));
        let never_opened = Session { opened: None, ..session };
        assert_eq!(may_claim(&never_opened, &question, ANA, closed), Ok(()));
    }

    #[test]
    fn what_waits_for_review_can_be_reviewed_for_seven_days_after_the_close() {
        let open = session(Anonymity::Hidden, State::Open);
        assert_eq!(may_review(&open, open.plan.closes.plus(LATER_FOR)), Ok(()), "its close is still to come");
        let closed = session(Anonymity::Hidden, State::Closed);
        let at = NOW.plus(Duration::from_secs(7_200));
        let late = at.plus(LATER_FOR);
        assert_eq!(may_review(&closed, Timestamp(late.millis() - 1)), Ok(()));
        assert_eq!(may_review(&closed, late), Err(Problem::Closed(at)));
    }

    #[rstest]
    #[case(State::Scheduled, QuestionState::Approved, true)]
    #[case(State::Open, QuestionState::Approved, true)]
    #[case(State::Open, QuestionState::Pending, false)]
    #[case(State::Open, QuestionState::Answered, false)]
    fn answers_are_written_ahead_from_the_approval_on(
        #[case] state: State,
        #[case] of: QuestionState,
        #[case] can: bool,
    ) {
        let session = session(Anonymity::Hidden, state);
        assert_eq!(may_prepare(&session, &question(1, of), NOW).is_ok(), can);
    }
}
