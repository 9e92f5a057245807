//! Changes of a poll that is published already: anything before it opens; once people have voted only what does not
//! change what they voted for.

use serde::{Deserialize, Serialize};

use super::plan::{self, PollSpec};
use crate::clock::Timestamp;
use crate::error::Message;
use crate::features::polls::{Ages, Choice, Kind, Plan, Poll, Problem, Quorum, Repeat, Series, State};
use crate::ids::RoleId;

/// What is to be changed; `None` where it stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Change {
    pub question: Option<String>,
    /// As [`super::options::parts`] reads them.
    pub options: Option<Vec<String>>,
    /// The instants that the options stand for, in a poll of dates; else empty.
    pub dates: Vec<Timestamp>,
    pub max: Option<i64>,
    pub exactly: Option<i64>,
    pub starts: Option<Timestamp>,
    pub closes: Option<Timestamp>,
    /// Nobody in particular: everyone.
    pub voters: Option<Vec<RoleId>>,
    pub quorum: Option<To<Quorum>>,
    pub seats: Option<i64>,
    /// In days.
    pub min_age: Option<u32>,
    pub account_age: Option<u32>,
    pub repeat: Option<Repeat>,
    /// So many minutes before the close.
    pub remind: Option<To<u32>>,
}

/// What becomes of something that a poll can do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum To<T> {
    Nothing,
    Value(T),
}

impl<T> From<To<T>> for Option<T> {
    fn from(to: To<T>) -> Self {
        match to {
            To::Nothing => None,
            To::Value(value) => Some(value),
        }
    }
}

/// Why a poll cannot be changed so.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Refused {
    #[error(transparent)]
    Poll(#[from] Problem),
    #[error(transparent)]
    Plan(#[from] plan::Problem),
}

impl From<Refused> for Message {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Poll(problem) => problem.told(),
            Refused::Plan(problem) => problem.into(),
        }
    }
}

impl Change {
    /// Whether it changes what is voted for.
    const fn is_of_ballot(&self) -> bool {
        self.options.is_some() || self.max.is_some() || self.exactly.is_some() || self.seats.is_some()
    }

    /// Whether people who have voted would be surprised by it: what they were asked, or whose votes decide.
    pub const fn is_surprising(&self) -> bool {
        let is_for_others = self.voters.is_some() || self.min_age.is_some() || self.account_age.is_some();
        self.question.is_some() || self.quorum.is_some() || is_for_others
    }
}

/// The poll as it is to be. `has_votes`: whether anybody has voted.
///
/// # Errors
/// Why it cannot be changed so.
pub fn edited(poll: &Poll, change: &Change, has_votes: bool, now: Timestamp) -> Result<Plan, Refused> {
    let before = &poll.plan;
    let is_open = poll.state == State::Open;
    if poll.state == State::Closed {
        return Err(Problem::ClosedBefore(poll.number).into());
    }
    if *change == Change::default() {
        return Err(Problem::NothingToChange.into());
    }
    let is_about_card = Change { repeat: None, remind: None, ..change.clone() } != Change::default();
    if is_open && before.kind == Kind::Native && is_about_card {
        return Err(Problem::NativeStays.into());
    }
    if is_open && change.starts.is_some() {
        return Err(Problem::OpenAlready.into());
    }
    if has_votes && change.is_of_ballot() {
        return Err(Problem::OptionsStay.into());
    }
    let plan = planned(poll, change, now)?;
    if plan == *before { Err(Problem::NothingToChange.into()) } else { Ok(plan) }
}

/// What follows from the change together with what stays.
fn planned(poll: &Poll, change: &Change, now: Timestamp) -> Result<Plan, plan::Problem> {
    let before = &poll.plan;
    let opened = poll.opened.filter(|_| poll.state == State::Open);
    let starts = opened.map_or(change.starts.or(before.starts), |_| None);
    let closes = change.closes.unwrap_or_else(|| moved(before, change.starts));
    let voters = change.voters.clone().unwrap_or_else(|| before.voters.clone());
    let quorum = change.quorum.map_or(before.quorum, Option::from);
    let remind = change.remind.map_or(before.remind, Option::from);
    let ages = Ages {
        member: change.min_age.unwrap_or(before.ages.member),
        account: change.account_age.unwrap_or(before.ages.account),
    };
    let asked = PollSpec {
        question: change.question.clone().unwrap_or_else(|| before.question.clone()),
        options: change.options.clone().unwrap_or_else(|| before.labels()),
        starts,
        closes: Some(closes),
        is_limited: !voters.is_empty() || ages != Ages::default(),
        seats: Some(change.seats.unwrap_or(before.seats.into())),
        ages,
        quorum,
        results: Some(before.results),
        ballot: Some(before.ballot),
        images: before.images.into(),
        since: opened,
        ..picked(before, change)
    };
    let settled = plan::settled(&asked, now)?;
    if let (Some(opened), Some(closes)) = (opened, change.closes) {
        plan::closing(opened, closes, now)?;
    }
    let opens = opened.or(starts).unwrap_or(now);
    let series = match change.repeat {
        None => before.series.map(|series| Series { first: change.starts.unwrap_or(series.first), ..series }),
        repeat => Series::new(repeat, opens),
    };
    // One that was put off may be open for longer.
    if change.repeat.is_some() || change.starts.is_some() || change.closes.is_some() {
        plan::within_series(series, opens, closes)?;
    }
    let reminds = remind.map(|minutes| plan::reminds_at(closes, minutes));
    let is_reminder_new = change.remind.is_some() || change.closes.is_some() || change.starts.is_some();
    if poll.reminded.is_none() && is_reminder_new && reminds.is_some_and(|at| at <= opens.max(now)) {
        return Err(plan::Problem::RemindTooEarly);
    }
    let dates: Vec<Option<Timestamp>> = match &change.options {
        Some(_) => change.dates.iter().copied().map(Some).collect(),
        None => before.options.iter().map(|choice| choice.at).collect(),
    };
    let dates = dates.into_iter().chain(std::iter::repeat(None));
    let options: Vec<Choice> = settled.options.into_iter().zip(dates).map(|(label, at)| Choice { label, at }).collect();
    let ahead: Vec<Timestamp> = options.iter().filter_map(|choice| choice.at).collect();
    plan::ends_before_dates(&ahead, closes)?;
    if settled.seats > 1 && !ahead.is_empty() {
        return Err(plan::Problem::SeatsOfKind);
    }
    if series.is_some() && !ahead.is_empty() {
        return Err(plan::Problem::RepeatDates);
    }
    Ok(Plan {
        question: settled.question,
        kind: settled.kind,
        options,
        pick: settled.pick,
        starts: opened.map_or(starts, |_| before.starts),
        closes,
        voters,
        quorum,
        series,
        remind,
        seats: settled.seats,
        ages,
        ..before.clone()
    })
}

/// When it closes where only its start was changed: as long after it as before.
fn moved(before: &Plan, starts: Option<Timestamp>) -> Timestamp {
    match (before.starts, starts) {
        (Some(was), Some(starts)) => Timestamp(before.closes.0 + starts.since(was)),
        _ => before.closes,
    }
}

/// The kind, and how many options a ballot has to hold.
fn picked(before: &Plan, change: &Change) -> PollSpec {
    let (min, max) = (i64::from(before.pick.min), i64::from(before.pick.max));
    let kind = match before.kind {
        // Whoever lets people choose several means a choice of several.
        Kind::Single if change.max.or(change.exactly).is_some_and(|count| count > 1) => Kind::Multi,
        kind => kind,
    };
    let several = matches!(kind, Kind::Multi | Kind::Ranked | Kind::Native);
    let (max, exactly) = match (change.max, change.exactly) {
        (None, None) if !several => (None, None),
        (None, None) if min == max && max > 1 => (None, Some(max)),
        // As many as there are.
        (None, None) if usize::from(before.pick.max) == before.options.len() => {
            let all = change.options.as_ref().map_or(before.options.len(), Vec::len);
            (i64::try_from(all).ok(), None)
        }
        (None, None) => (Some(max), None),
        asked => asked,
    };
    PollSpec { kind: Some(kind), max, exactly, ..PollSpec::default() }
}

impl Plan {
    /// Its options as somebody would type them; of a rating none.
    pub fn labels(&self) -> Vec<String> {
        if self.kind == Kind::Rating {
            return Vec::new();
        }
        self.options.iter().map(|choice| choice.label.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use rstest::rstest;

    use super::*;
    use crate::features::polls::Pick;
    use crate::features::polls::tests::poll;

    const NOW: Timestamp = Timestamp::from_seconds(1_794_800_000);
    const HOUR: Duration = Duration::from_hours(1);

    fn open(kind: Kind) -> Poll {
        let mut poll = poll(kind, 3);
        poll.opened = Some(NOW.minus(HOUR));
        poll
    }

    fn scheduled() -> Poll {
        let mut poll = open(Kind::Single);
        (poll.state, poll.opened, poll.plan.starts) = (State::Scheduled, None, Some(NOW.plus(HOUR)));
        poll
    }

    fn options(labels: &[&str]) -> Change {
        Change { options: Some(labels.iter().map(|label| (*label).to_owned()).collect()), ..Change::default() }
    }

    fn refused(poll: &Poll, change: &Change, has_votes: bool) -> Refused {
        edited(poll, change, has_votes, NOW).expect_err("a refusal")
    }

    #[test]
    fn before_anybody_votes_the_options_change() {
        let plan = edited(&open(Kind::Single), &options(&["Tea", "Coffee"]), false, NOW).unwrap();
        assert_eq!(plan.labels(), ["Tea", "Coffee"]);
        let several = Change { max: Some(2), ..options(&["Tea", "Coffee", "Water"]) };
        let plan = edited(&open(Kind::Single), &several, false, NOW).unwrap();
        assert_eq!((plan.kind, plan.pick), (Kind::Multi, Pick { min: 1, max: 2 }));
    }

    #[test]
    fn whoever_could_choose_all_can_choose_all_after_it_too() {
        for kind in [Kind::Multi, Kind::Ranked] {
            let plan = edited(&open(kind), &options(&["Tea", "Coffee"]), false, NOW).unwrap();
            assert_eq!(plan.pick, Pick { min: 1, max: 2 });
            let plan = edited(&open(kind), &options(&["Tea", "Coffee", "Water", "Milk"]), false, NOW).unwrap();
            assert_eq!(plan.pick, Pick { min: 1, max: 4 });
        }
    }

    #[test]
    fn once_people_have_voted_the_options_stay_and_the_rest_changes() {
        assert_eq!(refused(&open(Kind::Single), &options(&["Tea", "Coffee"]), true), Problem::OptionsStay.into());
        let max = Change { max: Some(1), ..Change::default() };
        assert_eq!(refused(&open(Kind::Multi), &max, true), Problem::OptionsStay.into());
        let change = Change {
            question: Some("Which one?".to_owned()),
            voters: Some(vec![RoleId(9)]),
            quorum: Some(To::Value(Quorum::People(3))),
            remind: Some(To::Value(30)),
            closes: Some(NOW.plus(5 * HOUR)),
            ..Change::default()
        };
        let plan = edited(&open(Kind::Single), &change, true, NOW).unwrap();
        assert_eq!((plan.question.as_str(), plan.voters.as_slice()), ("Which one?", [RoleId(9)].as_slice()));
        assert_eq!((plan.quorum, plan.remind), (Some(Quorum::People(3)), Some(30)));
        assert_eq!(plan.closes, NOW.plus(5 * HOUR));
    }

    #[test]
    fn what_a_poll_can_do_without_is_taken_away() {
        let mut poll = open(Kind::Single);
        (poll.plan.quorum, poll.plan.remind) = (Some(Quorum::People(3)), Some(30));
        poll.plan.series = Series::new(Some(Repeat::Weekly), NOW);
        let change = Change {
            quorum: Some(To::Nothing),
            remind: Some(To::Nothing),
            repeat: Some(Repeat::Never),
            ..Change::default()
        };
        let plan = edited(&poll, &change, true, NOW).unwrap();
        assert_eq!((plan.quorum, plan.remind, plan.series), (None, None, None));
    }

    #[test]
    fn a_later_start_moves_the_close_along() {
        let poll = scheduled();
        let change = Change { starts: Some(NOW.plus(3 * HOUR)), ..Change::default() };
        let plan = edited(&poll, &change, false, NOW).unwrap();
        assert_eq!((plan.starts, plan.closes), (Some(NOW.plus(3 * HOUR)), poll.plan.closes.plus(2 * HOUR)));
        assert_eq!(refused(&open(Kind::Single), &change, false), Problem::OpenAlready.into());
    }

    #[test]
    fn a_later_or_earlier_start_moves_the_rest_of_its_series_along() {
        let mut poll = scheduled();
        poll.plan.series = Series::new(Some(Repeat::Monthly), NOW.plus(HOUR));
        let change = Change { starts: Some(NOW.plus(HOUR / 2)), ..Change::default() };
        let series = edited(&poll, &change, false, NOW).unwrap().series;
        assert_eq!(series, Series::new(Some(Repeat::Monthly), NOW.plus(HOUR / 2)));
    }

    #[test]
    fn one_of_a_series_that_was_put_off_can_still_be_changed() {
        let mut poll = open(Kind::Single);
        poll.plan.series = Series::new(Some(Repeat::Daily), NOW.minus(HOUR));
        poll.plan.closes = NOW.plus(48 * HOUR);
        let change = Change { question: Some("Which one?".to_owned()), ..Change::default() };
        assert_eq!(edited(&poll, &change, false, NOW).unwrap().closes, NOW.plus(48 * HOUR));
        let closes = Change { closes: Some(NOW.plus(47 * HOUR)), ..Change::default() };
        assert!(matches!(refused(&poll, &closes, false), Refused::Plan(plan::Problem::RepeatLonger(_))));
    }

    #[rstest]
    #[case::nothing(Change::default(), Problem::NothingToChange)]
    #[case::the_same(Change { question: Some("Which?".to_owned()), ..Change::default() }, Problem::NothingToChange)]
    fn a_change_of_nothing_is_told(#[case] change: Change, #[case] problem: Problem) {
        assert_eq!(refused(&open(Kind::Single), &change, false), problem.into());
    }

    #[test]
    fn a_closed_poll_and_an_open_one_of_discords_own_stay_as_they_are() {
        let change = Change { question: Some("Which one?".to_owned()), ..Change::default() };
        let mut closed = open(Kind::Single);
        closed.state = State::Closed;
        assert_eq!(refused(&closed, &change, false), Problem::ClosedBefore(3).into());
        assert_eq!(refused(&open(Kind::Native), &change, false), Problem::NativeStays.into());
        let remind = Change { remind: Some(To::Value(30)), ..Change::default() };
        assert_eq!(edited(&open(Kind::Native), &remind, false, NOW).unwrap().remind, Some(30));
    }

    #[rstest]
    #[case(Change { closes: Some(NOW), ..Change::default() })]
    #[case(Change { remind: Some(To::Value(100_000)), ..Change::default() })]
    #[case(Change { repeat: Some(Repeat::Daily), closes: Some(NOW.plus(30 * HOUR)), ..Change::default() })]
    #[case(options(&["Tea"]))]
    #[case(Change { question: Some(" ".to_owned()), ..Change::default() })]
    fn what_does_not_go_together_is_refused_as_when_it_is_made(#[case] change: Change) {
        assert!(matches!(refused(&open(Kind::Single), &change, false), Refused::Plan(_)));
    }
}
