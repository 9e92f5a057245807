//! Seats: who gets one, who waits, and who is next.

use crate::clock::Timestamp;
use crate::features::events::{Counts, Details, Occurrence, Problem, Signup, SignupState};
use crate::ids::MemberId;

/// Seats that are taken, in a group or in all.
pub fn taken(signups: &[Signup], group: Option<u8>) -> u32 {
    let going = signups.iter().filter(|signup| signup.state == SignupState::Going);
    going.filter(|signup| group.is_none() || signup.group == group).map(Signup::heads).sum()
}

/// Seats that are free for somebody of a group; `None`: as many as anyone wants.
pub fn free(details: &Details, signups: &[Signup], group: Option<u8>) -> Option<u32> {
    let left = |capacity: u32, group| capacity.saturating_sub(taken(signups, group));
    let in_all = details.capacity.map(|capacity| left(capacity, None));
    let own = group.and_then(|place| details.groups.get(usize::from(place))).and_then(|group| group.capacity);
    let in_group = own.map(|capacity| left(capacity, group));
    in_all.into_iter().chain(in_group).min()
}

/// Who of those who wait gets a seat now, in the order of the waiting list. Nobody is passed over for want of seats:
/// whoever waits longest for a seat of their group gets the next one, and a party that needs more than are free
/// keeps those behind it waiting.
pub fn next_in(details: &Details, signups: &[Signup]) -> Vec<MemberId> {
    let mut all = signups.to_vec();
    all.sort_by_key(|signup| signup.position);
    let mut next = Vec::new();
    let mut closed = Vec::new();
    for at in 0..all.len() {
        let signup = all[at];
        if signup.state != SignupState::Waiting || closed.contains(&signup.group) {
            continue;
        }
        if free(details, &all, signup.group).is_none_or(|free| free >= signup.heads()) {
            all[at].state = SignupState::Going;
            next.push(signup.member);
        } else if details.capacity.is_some_and(|capacity| capacity < taken(&all, None).saturating_add(signup.heads())) {
            // The event itself is full: whoever comes later waits behind them, whatever their group.
            break;
        } else {
            closed.push(signup.group);
        }
    }
    next
}

/// Whether so many seats more could be had by somebody who is going, beside their own.
///
/// # Errors
/// How many seats are free for them.
pub fn may_bring(details: &Details, signups: &[Signup], own: &Signup) -> Result<(), Problem> {
    let others: Vec<Signup> = signups.iter().copied().filter(|signup| signup.member != own.member).collect();
    match free(details, &others, own.group) {
        Some(free) if free < own.heads() => Err(Problem::NoSeats(free.saturating_sub(1))),
        _ => Ok(()),
    }
}

/// Whether people can sign up now.
///
/// # Errors
/// Why not.
pub fn takes_signups(occurrence: &Occurrence, now: Timestamp) -> Result<(), Problem> {
    is_open(occurrence, now)?;
    match occurrence.details.cutoff.map(|cutoff| cutoff.at(occurrence.starts)) {
        Some(closed) if closed <= now => Err(Problem::SignupsClosed(closed)),
        _ => Ok(()),
    }
}

/// Whether it is still to come, or takes place now.
///
/// # Errors
/// That it does not.
pub fn is_open(occurrence: &Occurrence, now: Timestamp) -> Result<(), Problem> {
    if occurrence.state.is_open() && now < occurrence.ends { Ok(()) } else { Err(Problem::Over) }
}

/// At which place of the waiting list somebody stands, from 1 on.
pub fn place(signups: &[Signup], member: MemberId) -> Option<usize> {
    let waiting = || signups.iter().filter(|signup| signup.state == SignupState::Waiting);
    let own = waiting().find(|signup| signup.member == member)?;
    Some(waiting().filter(|signup| signup.position <= own.position).count())
}

/// How many signed up.
pub fn counts(signups: &[Signup]) -> Counts {
    let of = |state| i64::try_from(signups.iter().filter(|signup| signup.state == state).count()).unwrap_or(i64::MAX);
    Counts {
        going: of(SignupState::Going),
        heads: i64::from(taken(signups, None)),
        maybe: of(SignupState::Maybe),
        waiting: of(SignupState::Waiting),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::features::events::{Group, Place, Via};

    fn details(capacity: Option<u32>, groups: &[Option<u32>]) -> Details {
        let group = |capacity: &Option<u32>| Group { name: "group".to_owned(), capacity: *capacity };
        Details {
            capacity,
            groups: groups.iter().map(group).collect(),
            guests: 3,
            ..Details::new("Raid".to_owned(), Place::Elsewhere { words: None })
        }
    }

    fn signup(member: i64, state: SignupState, group: Option<u8>, guests: u8) -> Signup {
        let (every_time, via) = (false, Via::Steward);
        Signup { member: MemberId(member), state, group, guests, every_time, via, position: member }
    }

    use SignupState::{Going, Waiting};

    #[rstest]
    #[case::no_limit(None, &[], &[(Waiting, None, 3)], &[1])]
    #[case::one_seat(Some(1), &[], &[(Waiting, None, 0), (Waiting, None, 0)], &[1])]
    #[case::full(Some(1), &[], &[(Going, None, 0), (Waiting, None, 0)], &[])]
    #[case::the_first_of_those_who_wait(Some(2), &[], &[(Going, None, 0), (Waiting, None, 0), (Waiting, None, 0)], &[2])]
    #[case::nobody_jumps_a_party(Some(3), &[], &[(Going, None, 0), (Waiting, None, 2), (Waiting, None, 0)], &[])]
    #[case::a_full_group_keeps_no_other_waiting(Some(9), &[Some(1), None], &[(Going, Some(0), 0), (Waiting, Some(0), 0), (Waiting, Some(1), 0)], &[3])]
    #[case::a_full_event_keeps_all_waiting(Some(2), &[Some(5), None], &[(Going, Some(0), 0), (Waiting, Some(0), 1), (Waiting, Some(1), 0)], &[])]
    #[case::guests_take_seats(Some(4), &[], &[(Going, None, 2), (Waiting, None, 0), (Waiting, None, 0)], &[2])]
    fn seats_go_to_whoever_waits_longest(
        #[case] capacity: Option<u32>,
        #[case] groups: &[Option<u32>],
        #[case] signups: &[(SignupState, Option<u8>, u8)],
        #[case] next: &[i64],
    ) {
        let signups: Vec<Signup> = (1..)
            .zip(signups)
            .map(|(member, (state, group, guests))| signup(member, *state, *group, *guests))
            .collect();
        let found: Vec<i64> = next_in(&details(capacity, groups), &signups).iter().map(|member| member.get()).collect();
        assert_eq!(found, next);
    }

    proptest! {
        #[test]
        fn no_more_come_than_there_are_seats_and_nobody_is_passed_over(
            capacity in proptest::option::of(0_u32..8),
            groups in proptest::collection::vec(proptest::option::of(0_u32..4), 0..3),
            people in proptest::collection::vec((0_u8..4, 0_u8..3), 0..12),
        ) {
            let details = details(capacity, &groups);
            let mut signups: Vec<Signup> = (1..).zip(people).map(|(member, (group, guests))| {
                let group = (!groups.is_empty()).then(|| group % u8::try_from(groups.len()).unwrap());
                signup(member, Waiting, group, guests)
            }).collect();
            let next = next_in(&details, &signups);
            for one in &mut signups {
                if next.contains(&one.member) {
                    one.state = Going;
                }
            }
            prop_assert!(capacity.is_none_or(|capacity| taken(&signups, None) <= capacity));
            for (place, group) in (0..).zip(&groups) {
                prop_assert!(group.is_none_or(|capacity| taken(&signups, Some(place)) <= capacity));
            }
            prop_assert_eq!(next_in(&details, &signups), Vec::<MemberId>::new(), "who fits comes at once");
            // Within a group seats are given in order.
            for (at, later) in signups.iter().enumerate() {
                let earlier = signups[..at].iter().filter(|one| one.group == later.group);
                prop_assert!(later.state == Waiting || earlier.clone().all(|one| one.state == Going));
            }
        }
    }
}
