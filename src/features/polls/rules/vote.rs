//! Whether somebody may vote now, what a press makes of their ballot, and what they may see of the
//! results so far.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::feature::few::are_few;
use crate::features::polls::{Ages, Ballot, Kind, Pick, Poll, Problem, Results, State, Tally};
use crate::ids::RoleId;

/// More options than this make a menu instead of buttons: Discord takes 25 buttons, and the last row
/// is for others.
pub const BUTTONS: usize = 20;
/// A poll that closes later than this after its time says so.
pub const LATE: Duration = Duration::from_secs(5 * 60);

/// Who wants to vote, as far as that decides whether they may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voter<'a> {
    pub roles: &'a [RoleId],
    /// When they joined the server; where Discord does not say, they are taken for somebody who just did.
    pub joined: Option<Timestamp>,
    /// When their account was made.
    pub made: Timestamp,
}

/// Whether somebody may vote.
///
/// # Errors
/// Why not: it is not open, or for others.
pub fn may_vote(poll: &Poll, voter: Voter<'_>, now: Timestamp) -> Result<(), Problem> {
    takes_votes(poll, now)?;
    let plan = &poll.plan;
    if !plan.voters.is_empty() && !plan.voters.iter().any(|role| voter.roles.contains(role)) {
        return Err(Problem::NotEligible(plan.voters.clone()));
    }
    let (Ages { member, account }, closes) = (plan.ages, plan.closes);
    let from = voter.joined.unwrap_or(now).plus(days(member));
    if member > 0 && now < from {
        return Err(Problem::TooNewHere { days: member, from, closes });
    }
    let from = voter.made.plus(days(account));
    if account > 0 && now < from {
        return Err(Problem::TooNewAccount { days: account, from, closes });
    }
    Ok(())
}

/// Whether votes in a poll can be given, changed and withdrawn now.
///
/// # Errors
/// It is not open.
pub fn takes_votes(poll: &Poll, now: Timestamp) -> Result<(), Problem> {
    match poll.state {
        // Discord takes the votes in its own polls.
        _ if poll.plan.kind == Kind::Native => Err(Problem::NoSuchOption),
        State::Scheduled => Err(Problem::NotOpen),
        State::Open if now < poll.plan.closes => Ok(()),
        State::Open | State::Closed => Err(Problem::Closed(poll.closed.unwrap_or(poll.plan.closes))),
    }
}

/// Whether somebody could not vote yet when the poll opened: they joined after that, or had not been there for long
/// enough.
pub fn came_later(poll: &Poll, voter: Voter<'_>) -> bool {
    let Some(opened) = poll.opened else { return false };
    let Ages { member, account } = poll.plan.ages;
    let is_here = voter.joined.is_none_or(|joined| joined.plus(days(member)) <= opened);
    !is_here || voter.made.plus(days(account)) > opened
}

/// So many days.
pub fn days(count: u32) -> Duration {
    Duration::from_secs(86_400 * u64::from(count))
}

/// Whether each option is a button of its own.
pub const fn has_buttons(kind: Kind, options: usize) -> bool {
    match kind {
        Kind::Single | Kind::Multi | Kind::Rating => options <= BUTTONS,
        Kind::Ranked | Kind::Native => false,
    }
}

/// A ballot after the button of an option was pressed: where several can be picked it goes on or off,
/// else it takes the place of the one before.
///
/// # Errors
/// There is no such option, or no more can be picked.
pub fn pressed(poll: &Poll, ballot: &[u8], place: u8) -> Result<Vec<u8>, Problem> {
    exists(poll, place)?;
    if poll.plan.kind != Kind::Multi {
        return Ok(vec![place]);
    }
    let mut picked: Vec<u8> = ballot.iter().copied().filter(|other| *other != place).collect();
    if picked.len() == ballot.len() {
        if picked.len() >= usize::from(poll.plan.pick.max) {
            return Err(Problem::TooMany(poll.plan.pick.max));
        }
        picked.push(place);
        picked.sort_unstable();
    }
    Ok(picked)
}

/// A ballot after options were chosen in a menu.
///
/// # Errors
/// They are not there, or too many or too few.
pub fn chosen(poll: &Poll, places: &[u8]) -> Result<Vec<u8>, Problem> {
    let Pick { min, max } = poll.plan.pick;
    let mut picked = places.to_vec();
    picked.sort_unstable();
    picked.dedup();
    picked.iter().try_for_each(|place| exists(poll, *place))?;
    match picked.len() {
        many if many > usize::from(max) => Err(Problem::TooMany(max)),
        few if few < usize::from(min) => Err(Problem::TooFew(min)),
        _ => Ok(picked),
    }
}

/// A ranking after an option was put at this rank, from 0 on; what stood there and below it goes.
///
/// # Errors
/// There is no such option or rank, or it stands above already.
pub fn ranked(poll: &Poll, ballot: &[u8], rank: usize, place: u8) -> Result<Vec<u8>, Problem> {
    exists(poll, place)?;
    let above = ballot.get(..rank).ok_or(Problem::NoSuchOption)?;
    if above.contains(&place) || rank >= usize::from(poll.plan.pick.max) {
        return Err(Problem::NoSuchOption);
    }
    Ok(above.iter().copied().chain([place]).collect())
}

/// Whether a ballot holds as many options as it has to.
pub const fn is_complete(pick: Pick, ballot: &[u8]) -> bool {
    !ballot.is_empty() && ballot.len() >= pick.min as usize
}

/// Whether somebody may see the results as they are.
///
/// # Errors
/// When they may.
pub fn may_see(poll: &Poll, has_voted: bool) -> Result<(), Problem> {
    match (poll.state, poll.plan.results) {
        (State::Scheduled, _) => Err(Problem::NotOpen),
        (State::Closed, _) | (State::Open, Results::Live) => Ok(()),
        (State::Open, Results::AfterVote) if has_voted => Ok(()),
        (State::Open, Results::AfterVote) => Err(Problem::VoteFirst),
        (State::Open, Results::AfterClose) => Err(Problem::Hidden(poll.plan.closes)),
    }
}

/// Whether anybody may see who voted for what.
///
/// # Errors
/// When they may, or that nobody ever will.
pub const fn may_see_votes(poll: &Poll) -> Result<(), Problem> {
    match (poll.plan.ballot, poll.state) {
        (Ballot::Public, _) | (Ballot::NamedAfter, State::Closed) => Ok(()),
        (Ballot::NamedAfter, _) => Err(Problem::Hidden(poll.plan.closes)),
        (Ballot::Secret, _) => Err(Problem::Secret),
    }
}

/// Whether it may be told how many have voted and what came of it. Of a secret poll with few voters only
/// that may be told: neither counts, nor what has won, nor whether a quorum was reached.
pub fn is_disclosed(poll: &Poll, voters: u64) -> bool {
    poll.plan.ballot != Ballot::Secret || !are_few(voters)
}

/// The tally, if it may be told, and is known: Discord counts a poll of its own until that is over.
pub fn disclosed<'t>(poll: &Poll, tally: &'t Tally) -> Option<&'t Tally> {
    let is_counted = poll.plan.kind != Kind::Native || poll.state == State::Closed;
    (is_counted && is_disclosed(poll, tally.voters)).then_some(tally)
}

fn exists(poll: &Poll, place: u8) -> Result<(), Problem> {
    let there = (1..=poll.plan.options.len()).contains(&usize::from(place));
    if there { Ok(()) } else { Err(Problem::NoSuchOption) }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::features::polls::tests::poll;

    const NOW: Timestamp = Timestamp(1_000);

    const DAY: Duration = Duration::from_hours(24);

    fn voter(roles: &[RoleId]) -> Voter<'_> {
        Voter { roles, joined: Some(Timestamp(0)), made: Timestamp(0) }
    }

    fn of(kind: Kind, min: u8, max: u8) -> Poll {
        let mut poll = poll(kind, 4);
        poll.plan.pick = Pick { min, max };
        poll
    }

    #[rstest]
    #[case::first(&[], 2, Ok(vec![2]))]
    #[case::one_more(&[2], 1, Ok(vec![1, 2]))]
    #[case::off_again(&[1, 2], 2, Ok(vec![1]))]
    #[case::the_last_one_off(&[2], 2, Ok(vec![]))]
    #[case::no_more(&[1, 2], 3, Err(Problem::TooMany(2)))]
    #[case::not_there(&[], 5, Err(Problem::NoSuchOption))]
    #[case::never_there(&[], 0, Err(Problem::NoSuchOption))]
    fn a_button_goes_on_and_off_where_several_can_be_picked(
        #[case] ballot: &[u8],
        #[case] place: u8,
        #[case] then: Result<Vec<u8>, Problem>,
    ) {
        assert_eq!(pressed(&of(Kind::Multi, 1, 2), ballot, place), then);
    }

    #[test]
    fn where_one_can_be_picked_the_new_one_takes_its_place() {
        assert_eq!(pressed(&of(Kind::Single, 1, 1), &[2], 3), Ok(vec![3]));
        assert_eq!(pressed(&of(Kind::Single, 1, 1), &[2], 2), Ok(vec![2]));
    }

    #[rstest]
    #[case::enough(&[3, 1], Ok(vec![1, 3]))]
    #[case::twice_the_same(&[3, 3, 1], Ok(vec![1, 3]))]
    #[case::too_few(&[3], Err(Problem::TooFew(2)))]
    #[case::too_many(&[1, 2, 3, 4], Err(Problem::TooMany(3)))]
    #[case::not_there(&[1, 9], Err(Problem::NoSuchOption))]
    fn what_is_chosen_in_a_menu_has_to_be_as_many_as_asked(
        #[case] places: &[u8],
        #[case] then: Result<Vec<u8>, Problem>,
    ) {
        assert_eq!(chosen(&of(Kind::Multi, 2, 3), places), then);
    }

    #[rstest]
    #[case::first(&[], 0, 3, Ok(vec![3]))]
    #[case::next(&[3], 1, 1, Ok(vec![3, 1]))]
    #[case::instead(&[3, 1, 2], 1, 4, Ok(vec![3, 4]))]
    #[case::stands_above(&[3, 1], 2, 3, Err(Problem::NoSuchOption))]
    #[case::leaves_a_hole(&[3], 2, 1, Err(Problem::NoSuchOption))]
    #[case::beyond_the_most(&[3, 1, 2], 3, 4, Err(Problem::NoSuchOption))]
    fn a_ranking_grows_from_the_top(
        #[case] ballot: &[u8],
        #[case] rank: usize,
        #[case] place: u8,
        #[case] then: Result<Vec<u8>, Problem>,
    ) {
        assert_eq!(ranked(&of(Kind::Ranked, 1, 3), ballot, rank, place), then);
    }

    #[test]
    fn votes_count_until_the_very_instant_of_the_close() {
        let mut poll = of(Kind::Single, 1, 1);
        poll.plan.closes = Timestamp(1_001);
        assert_eq!(may_vote(&poll, voter(&[]), NOW), Ok(()));
        assert_eq!(may_vote(&poll, voter(&[]), Timestamp(1_001)), Err(Problem::Closed(Timestamp(1_001))));
        poll.state = State::Scheduled;
        assert_eq!(may_vote(&poll, voter(&[]), NOW), Err(Problem::NotOpen));
    }

    #[rstest]
    #[case::nothing_asked((0, 0), Some(0), 0, Ok(()))]
    #[case::not_known_when((0, 0), None, 0, Ok(()))]
    #[case::long_here((30, 0), Some(0), 0, Ok(()))]
    #[case::too_new_here((30, 0), Some(10), 0, Err((true, 40)))]
    #[case::to_the_day((30, 0), Some(1), 0, Ok(()))]
    #[case::joined_nobody_knows_when((30, 0), None, 0, Err((true, 61)))]
    #[case::too_new_account((0, 90), Some(0), 0, Err((false, 90)))]
    #[case::old_account((0, 31), Some(0), 0, Ok(()))]
    #[case::both((30, 31), Some(0), 1, Err((false, 32)))]
    fn whoever_is_too_new_is_told_from_when_they_can_vote(
        #[case] (member, account): (u32, u32),
        #[case] joined: Option<u32>,
        #[case] made: u32,
        #[case] expected: Result<(), (bool, u32)>,
    ) {
        let day = |count: u32| Timestamp(0).plus(days(count));
        let mut poll = of(Kind::Single, 1, 1);
        (poll.plan.ages, poll.plan.closes) = (Ages { member, account }, day(100));
        let voter = Voter { roles: &[], joined: joined.map(day), made: day(made) };
        let said = may_vote(&poll, voter, day(31)).map_err(|problem| match problem {
            Problem::TooNewHere { from, .. } => (true, from),
            Problem::TooNewAccount { from, .. } => (false, from),
            other => panic!("{other}"),
        });
        assert_eq!(said, expected.map_err(|(here, from)| (here, day(from))));
    }

    #[rstest]
    #[case::was_there(Some(0), (0, 0), false)]
    #[case::joined_after(Some(6), (0, 0), true)]
    #[case::not_known(None, (0, 0), false)]
    #[case::was_not_there_for_long_enough(Some(4), (3, 0), true)]
    #[case::was(Some(1), (3, 0), false)]
    #[case::account_was_too_new(Some(0), (0, 6), true)]
    fn who_could_not_vote_at_the_opening_came_later(
        #[case] joined: Option<u32>,
        #[case] (member, account): (u32, u32),
        #[case] later: bool,
    ) {
        let mut poll = of(Kind::Single, 1, 1);
        (poll.plan.ages, poll.opened) = (Ages { member, account }, Some(Timestamp(0).plus(5 * DAY)));
        let voter = Voter { roles: &[], joined: joined.map(|day| Timestamp(0).plus(days(day))), made: Timestamp(0) };
        assert_eq!(came_later(&poll, voter), later);
    }

    #[test]
    fn one_of_the_roles_is_enough() {
        let mut poll = of(Kind::Single, 1, 1);
        poll.plan.voters = vec![RoleId(7), RoleId(8)];
        assert_eq!(may_vote(&poll, voter(&[RoleId(8), RoleId(9)]), NOW), Ok(()));
        assert!(matches!(may_vote(&poll, voter(&[RoleId(9)]), NOW), Err(Problem::NotEligible(_))));
    }

    #[rstest]
    #[case::live(Results::Live, State::Open, false, true)]
    #[case::not_voted(Results::AfterVote, State::Open, false, false)]
    #[case::voted(Results::AfterVote, State::Open, true, true)]
    #[case::hidden(Results::AfterClose, State::Open, true, false)]
    #[case::over(Results::AfterClose, State::Closed, false, true)]
    fn results_are_seen_when_they_may_be(
        #[case] results: Results,
        #[case] state: State,
        #[case] voted: bool,
        #[case] seen: bool,
    ) {
        let mut poll = of(Kind::Single, 1, 1);
        (poll.plan.results, poll.state) = (results, state);
        assert_eq!(may_see(&poll, voted).is_ok(), seen);
    }
}
