//! What goes together in a session: what was asked for becomes a whole plan, or a sentence that says what to
//! change.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::error::{Arg, Error, Message};
use crate::features::ama::rules::series::Series;
use crate::features::ama::{Anonymity, Plan, Problem, Repeat, Session, SessionId, State};
use crate::ids::{ChannelId, GuildId, MemberId};
use crate::text::limits;
use crate::text::safe::visible;

/// Of a title, in UTF-16 units: what the name of a thread and of an event holds.
pub const LONGEST_TITLE: usize = 100;
/// How long hosts answer, where nothing is said.
pub const USUAL: Duration = Duration::from_secs(2 * 3_600);
/// The shortest, from the start or from now.
pub const SHORTEST: Duration = Duration::from_secs(5 * 60);
/// The longest, from the start.
pub const LONGEST: Duration = Duration::from_secs(32 * 86_400);
/// How far ahead a session can be announced.
pub const FARTHEST: Duration = Duration::from_secs(365 * 86_400);
/// Open questions of a member, where nothing is said.
pub const USUAL_QUESTIONS: u8 = 3;
/// Open questions of a member at most.
pub const MOST_QUESTIONS: u8 = 25;
/// Hosts of a session at most.
pub const MOST_HOSTS: usize = 10;

/// What somebody asked for; `None` where nothing was said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SessionSpec {
    pub title: String,
    pub hosts: Vec<MemberId>,
    pub starts: Option<Timestamp>,
    pub closes: Option<Timestamp>,
    pub anonymity: Option<Anonymity>,
    pub review: Option<bool>,
    pub most: Option<i64>,
    pub stage: Option<ChannelId>,
    pub repeat: Option<Repeat>,
    /// The session whose questions without an answer are asked again.
    pub from: Option<SessionId>,
    /// When it was asked for: a preview that is looked at for a while is not too late for that.
    pub since: Option<Timestamp>,
}

/// What turned out otherwise than was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// Review was to be off, but where nobody can find out who asked it stays on.
    ReviewStaysOn,
}

impl From<Note> for Message {
    fn from(note: Note) -> Self {
        match note {
            Note::ReviewStaysOn => Self::new("ama-note-review"),
        }
    }
}

/// Why what was asked for doesn't go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlanProblem {
    #[error("no title")]
    NoTitle,
    #[error("a title of {0} units")]
    TitleTooLong(usize),
    #[error("starts in the past")]
    Started(Timestamp),
    #[error("starts after {0:?}")]
    StartsTooLate(Timestamp),
    #[error("closes before {0:?}")]
    ClosesTooSoon(Timestamp),
    #[error("closes after {0:?}")]
    ClosesTooLate(Timestamp),
    #[error("no number of questions")]
    Most,
}

impl From<PlanProblem> for Message {
    fn from(problem: PlanProblem) -> Self {
        match problem {
            PlanProblem::NoTitle => Self::new("ama-problem-title-none"),
            PlanProblem::TitleTooLong(units) => {
                Self::new("ama-problem-title-long").with("units", units).with("most", LONGEST_TITLE)
            }
            PlanProblem::Started(at) => Self::new("ama-problem-started").with("at", Arg::Time(at, 'f')),
            PlanProblem::StartsTooLate(at) => Self::new("ama-problem-starts-late").with("latest", Arg::Time(at, 'f')),
            PlanProblem::ClosesTooSoon(at) => Self::new("ama-problem-closes-soon").with("earliest", Arg::Time(at, 'f')),
            PlanProblem::ClosesTooLate(at) => Self::new("ama-problem-closes-late").with("latest", Arg::Time(at, 'f')),
            PlanProblem::Most => Self::new("ama-problem-most").with("most", i64::from(MOST_QUESTIONS)),
        }
    }
}

/// What was asked for as a whole, and what turned out otherwise.
///
/// # Errors
/// What to change.
pub fn settled(
    spec: &SessionSpec,
    (guild, author, channel): (GuildId, MemberId, ChannelId),
    now: Timestamp,
) -> Result<(Plan, Option<Note>), PlanProblem> {
    let title = spec.title.trim().to_owned();
    // What is hidden is shown, and takes room.
    let units = limits::len_utf16(&visible(&title));
    if units == 0 {
        return Err(PlanProblem::NoTitle);
    }
    if units > LONGEST_TITLE {
        return Err(PlanProblem::TitleTooLong(units));
    }
    if let Some(starts) = spec.starts {
        let latest = now.plus(FARTHEST);
        if starts <= now {
            return Err(PlanProblem::Started(starts));
        }
        if starts > latest {
            return Err(PlanProblem::StartsTooLate(latest));
        }
    }
    let opens = spec.starts.unwrap_or_else(|| spec.since.unwrap_or(now));
    let closes = spec.closes.unwrap_or_else(|| spec.starts.unwrap_or(now).plus(USUAL));
    closing(opens, closes, now)?;
    let most = spec.most.unwrap_or_else(|| i64::from(USUAL_QUESTIONS));
    let most = u8::try_from(most).ok().filter(|most| (1..=MOST_QUESTIONS).contains(most)).ok_or(PlanProblem::Most)?;
    let anonymity = spec.anonymity.unwrap_or_default();
    let review_stays_on = anonymity == Anonymity::Sealed && spec.review == Some(false);
    let review = review_stays_on || spec.review.unwrap_or(true);
    let (starts, stage) = (spec.starts, spec.stage);
    let series = Series::new(spec.repeat, opens);
    let plan = Plan { guild, author, channel, title, starts, closes, anonymity, review, most, stage, series };
    Ok((plan, review_stays_on.then_some(Note::ReviewStaysOn)))
}

/// What another session like this one is to be: its settings and hosts, and its questions without an answer.
pub fn cloned(
    session: &Session,
    (starts, closes): (Option<Timestamp>, Option<Timestamp>),
    now: Timestamp,
) -> SessionSpec {
    let plan = &session.plan;
    let length = length(session);
    SessionSpec {
        title: plan.title.clone(),
        hosts: session.hosts.clone(),
        starts,
        closes: closes.or_else(|| Some(starts.unwrap_or(now).plus(length))),
        anonymity: Some(plan.anonymity),
        review: Some(plan.review),
        most: Some(i64::from(plan.most)),
        stage: plan.stage,
        repeat: None,
        from: Some(session.id),
        since: Some(now),
    }
}

/// How long a session is open.
pub fn length(session: &Session) -> Duration {
    let begun = session.opened.or(session.plan.starts).unwrap_or(session.plan.closes);
    let length = u64::try_from(session.plan.closes.since(begun)).unwrap_or(0);
    Duration::from_millis(length).clamp(SHORTEST, LONGEST)
}

/// The session that is held next in the series of one that is over.
pub fn next_in_series(session: &Session, starts: Timestamp) -> Plan {
    Plan { starts: Some(starts), closes: starts.plus(length(session)), ..session.plan.clone() }
}

/// A session with another title, other times or another repetition, where those were said.
///
/// # Errors
/// What to change.
pub fn edited(
    session: &Session,
    title: Option<&str>,
    (starts, closes): (Option<Timestamp>, Option<Timestamp>),
    repeat: Option<Repeat>,
    now: Timestamp,
) -> Result<Plan, EditProblem> {
    let plan = &session.plan;
    match session.state {
        State::Closed => return Err(Problem::ClosedBefore(session.number).into()),
        State::Open if starts.is_some() => return Err(Problem::StartedBefore.into()),
        _ if title.is_none() && starts.is_none() && closes.is_none() && repeat.is_none() => {
            return Err(Problem::NoChange.into());
        }
        _ => {}
    }
    // One that was moved stays as long as it was, unless another end is said.
    let moved = starts.zip(plan.starts).map(|(new, old)| Timestamp(plan.closes.millis() + new.since(old)));
    let spec = SessionSpec {
        title: title.unwrap_or(&plan.title).to_owned(),
        starts: if session.state == State::Scheduled { starts.or(plan.starts) } else { None },
        closes: closes.or(moved).or(Some(plan.closes)),
        since: session.opened,
        ..SessionSpec::default()
    };
    let (settled, _) = settled(&spec, (plan.guild, plan.author, plan.channel), now)?;
    let starts = starts.or(plan.starts);
    // One that is moved leaves the others of its series where they are.
    let series = match repeat {
        None => plan.series,
        Some(_) => Series::new(repeat, starts.or(session.opened).unwrap_or(now)),
    };
    Ok(Plan { title: settled.title, starts, closes: settled.closes, series, ..plan.clone() })
}

/// Why a session can't be changed so.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditProblem {
    #[error(transparent)]
    Session(#[from] Problem),
    #[error(transparent)]
    Plan(#[from] PlanProblem),
}

impl From<EditProblem> for Error {
    fn from(problem: EditProblem) -> Self {
        Self::Told(match problem {
            EditProblem::Session(problem) => problem.into(),
            EditProblem::Plan(problem) => problem.into(),
        })
    }
}

/// Whether a session can close then: five minutes after its start and from now at the earliest, 32 days after its
/// start at the latest.
///
/// # Errors
/// When it can.
pub fn closing(opens: Timestamp, closes: Timestamp, now: Timestamp) -> Result<(), PlanProblem> {
    let (earliest, latest) = (opens.max(now).plus(SHORTEST), opens.plus(LONGEST));
    if closes < earliest {
        Err(PlanProblem::ClosesTooSoon(earliest))
    } else if closes > latest {
        Err(PlanProblem::ClosesTooLate(latest))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    const NOW: Timestamp = Timestamp::from_seconds(1_795_176_000);
    const PLACE: (GuildId, MemberId, ChannelId) = (GuildId(1), MemberId(2), ChannelId(3));
    const HOUR: Duration = Duration::from_secs(3_600);

    fn spec() -> SessionSpec {
        SessionSpec { title: "Ask Ana".to_owned(), ..SessionSpec::default() }
    }

    fn problem(spec: &SessionSpec) -> Option<PlanProblem> {
        settled(spec, PLACE, NOW).err()
    }

    #[test]
    fn a_title_alone_is_a_hidden_reviewed_session_of_two_hours() {
        let (plan, note) = settled(&spec(), PLACE, NOW).unwrap();
        assert_eq!((plan.anonymity, plan.review, plan.most, plan.starts), (Anonymity::Hidden, true, 3, None));
        assert_eq!((plan.closes, note), (NOW.plus(2 * HOUR), None));
    }

    #[test]
    fn it_closes_two_hours_after_its_start() {
        let (plan, _) = settled(&SessionSpec { starts: Some(NOW.plus(HOUR)), ..spec() }, PLACE, NOW).unwrap();
        assert_eq!(plan.closes, NOW.plus(3 * HOUR));
    }

    #[rstest]
    #[case(None, true, false)]
    #[case(Some(true), true, false)]
    #[case(Some(false), true, true)]
    fn a_sealed_session_is_always_reviewed(#[case] asked: Option<bool>, #[case] review: bool, #[case] noted: bool) {
        let sealed = SessionSpec { anonymity: Some(Anonymity::Sealed), review: asked, ..spec() };
        let (plan, note) = settled(&sealed, PLACE, NOW).unwrap();
        assert_eq!((plan.review, note.is_some()), (review, noted));
    }

    #[test]
    fn review_can_be_off_elsewhere() {
        let open = SessionSpec { review: Some(false), ..spec() };
        assert!(!settled(&open, PLACE, NOW).unwrap().0.review);
    }

    #[rstest]
    #[case::no_title(SessionSpec { title: "  ".to_owned(), ..spec() }, Some(PlanProblem::NoTitle))]
    #[case::long(SessionSpec { title: "x".repeat(101), ..spec() }, Some(PlanProblem::TitleTooLong(101)))]
    #[case::just(SessionSpec { title: "x".repeat(100), ..spec() }, None)]
    #[case::started(SessionSpec { starts: Some(NOW), ..spec() }, Some(PlanProblem::Started(NOW)))]
    #[case::far(SessionSpec { starts: Some(NOW.plus(FARTHEST + HOUR)), ..spec() }, Some(PlanProblem::StartsTooLate(NOW.plus(FARTHEST))))]
    #[case::soon(SessionSpec { closes: Some(NOW), ..spec() }, Some(PlanProblem::ClosesTooSoon(NOW.plus(SHORTEST))))]
    #[case::before_it_starts(
        SessionSpec { starts: Some(NOW.plus(HOUR)), closes: Some(NOW.plus(HOUR)), ..spec() },
        Some(PlanProblem::ClosesTooSoon(NOW.plus(HOUR + SHORTEST)))
    )]
    #[case::late(SessionSpec { closes: Some(NOW.plus(LONGEST + HOUR)), ..spec() }, Some(PlanProblem::ClosesTooLate(NOW.plus(LONGEST))))]
    #[case::none(SessionSpec { most: Some(0), ..spec() }, Some(PlanProblem::Most))]
    #[case::many(SessionSpec { most: Some(26), ..spec() }, Some(PlanProblem::Most))]
    fn what_does_not_go_together_is_said(#[case] spec: SessionSpec, #[case] said: Option<PlanProblem>) {
        assert_eq!(problem(&spec), said);
    }

    #[test]
    fn another_one_is_as_long_as_the_first_was() {
        let session = crate::features::ama::tests::session(Anonymity::Hidden, State::Closed);
        let spec = cloned(&session, (Some(NOW.plus(HOUR)), None), NOW);
        let (plan, _) = settled(&spec, PLACE, NOW).unwrap();
        assert_eq!((plan.title.as_str(), plan.most, spec.from), ("Ask Ana", 3, Some(session.id)));
        assert_eq!(plan.closes, NOW.plus(3 * HOUR));
    }

    #[rstest]
    #[case::nothing(State::Open, None, None, Err(EditProblem::Session(Problem::NoChange)))]
    #[case::closed(State::Closed, None, Some(3), Err(EditProblem::Session(Problem::ClosedBefore(3))))]
    #[case::the_start_of_an_open_one(State::Open, Some(2), None, Err(EditProblem::Session(Problem::StartedBefore)))]
    #[case::another_end(State::Open, None, Some(3), Ok((1, 3)))]
    #[case::an_end_in_the_past(State::Open, None, Some(-1), Err(EditProblem::Plan(PlanProblem::ClosesTooSoon(NOW.plus(SHORTEST)))))]
    #[case::moved(State::Scheduled, Some(5), None, Ok((5, 6)))]
    #[case::moved_with_an_end(State::Scheduled, Some(5), Some(9), Ok((5, 9)))]
    fn times_change_together(
        #[case] state: State,
        #[case] starts: Option<i64>,
        #[case] closes: Option<i64>,
        #[case] expected: Result<(i64, i64), EditProblem>,
    ) {
        let hours = |hours: i64| Timestamp(NOW.0 + hours * 3_600_000);
        let mut session = crate::features::ama::tests::session(Anonymity::Hidden, state);
        session.plan.starts = Some(hours(1));
        session.plan.closes = hours(2);
        let edited = edited(&session, None, (starts.map(hours), closes.map(hours)), None, NOW);
        let expected = expected.map(|(starts, closes)| (Some(hours(starts)), hours(closes)));
        assert_eq!(edited.map(|plan| (plan.starts, plan.closes)), expected);
    }

    proptest! {
        #[test]
        fn a_plan_always_closes_after_it_starts(
            starts in proptest::option::of(-10_i64..10_000_000_000),
            closes in proptest::option::of(-10_i64..10_000_000_000),
            title in "\\PC{0,120}",
        ) {
            let at = |offset: i64| Timestamp(NOW.0 + offset);
            let spec = SessionSpec { title, starts: starts.map(at), closes: closes.map(at), ..SessionSpec::default() };
            if let Ok((plan, _)) = settled(&spec, PLACE, NOW) {
                let opens = plan.starts.unwrap_or(NOW);
                prop_assert!(plan.closes >= opens.plus(SHORTEST) && plan.closes <= opens.plus(LONGEST));
                prop_assert!(limits::len_utf16(&visible(&plan.title)) <= LONGEST_TITLE);
            }
        }
    }
}
