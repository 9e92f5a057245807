//! The core of a community: who talks with whom again and again, the circles among them, and who would be missed.
//!
//! Of connections only who and how often is looked at. All of it is worked out when staff ask, and nothing is kept.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::ids::MemberId;

/// Two people are tied from so many times on: a week in one direction is one.
pub const TIED: i64 = 2;
/// In the core is who is tied to so many others of it.
const TIES: usize = 2;
/// So many people are shown at most, those with most ties.
pub const MOST: usize = 30;
/// A core of fewer is none.
const FEWEST: usize = 5;
/// Circles settle much earlier.
const ROUNDS: usize = 30;

/// Two people, and how often they spoke to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    pub one: MemberId,
    pub other: MemberId,
    pub times: i64,
}

/// The core as it is shown: circle by circle, the largest first, and in each those with most ties.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Core {
    pub people: Vec<Knot>,
    /// Who is tied to whom, by their places among the people.
    pub ties: Vec<(usize, usize)>,
}

/// Somebody in the core.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Knot {
    pub member: MemberId,
    /// To how many people, of the core or not.
    pub ties: usize,
    /// Which circle, from 0 on.
    pub circle: usize,
    /// How many people would be cut off from the others without them.
    pub missed_by: usize,
}

type Graph = BTreeMap<MemberId, BTreeMap<MemberId, i64>>;

/// The core of people with these ties; empty where they are too few.
pub fn core(ties: &[Tie]) -> Core {
    let mut all = Graph::new();
    for Tie { one, other, times } in ties.iter().filter(|tie| tie.times >= TIED && tie.one != tie.other) {
        *all.entry(*one).or_default().entry(*other).or_default() += times;
        *all.entry(*other).or_default().entry(*one).or_default() += times;
    }
    let mut inner = all.clone();
    let mut loose: Vec<MemberId> =
        inner.iter().filter(|(_, ties)| ties.len() < TIES).map(|(member, _)| *member).collect();
    while let Some(member) = loose.pop() {
        for other in inner.remove(&member).unwrap_or_default().into_keys() {
            if let Some(ties) = inner.get_mut(&other) {
                ties.remove(&member);
                if ties.len() < TIES {
                    loose.push(other);
                }
            }
        }
    }
    let mut members: Vec<MemberId> = inner.keys().copied().collect();
    members.sort_by_key(|member| (std::cmp::Reverse(all[member].len()), *member));
    members.truncate(MOST);
    if members.len() < FEWEST {
        return Core::default();
    }
    let shown: BTreeSet<MemberId> = members.iter().copied().collect();
    inner.retain(|member, ties| {
        ties.retain(|other, _| shown.contains(other));
        shown.contains(member)
    });

    let whole = largest(&all, None);
    let circles = circles(&inner);
    let knot = |member: MemberId| Knot {
        member,
        ties: all[&member].len(),
        circle: circles[&member],
        missed_by: whole.saturating_sub(1).saturating_sub(largest(&all, Some(member))),
    };
    let mut people: Vec<Knot> = members.into_iter().map(knot).collect();
    people.sort_by_key(|knot| knot.circle);
    let place: BTreeMap<MemberId, usize> =
        people.iter().enumerate().map(|(place, knot)| (knot.member, place)).collect();
    let ties = inner.iter().flat_map(|(member, ties)| ties.keys().map(move |other| (*member, *other)));
    let ties = ties.filter(|(member, other)| member < other);
    Core { ties: ties.map(|(member, other)| (place[&member], place[&other])).collect(), people }
}

/// How many people are tied together at most, over however many others, if somebody is not there.
fn largest(graph: &Graph, without: Option<MemberId>) -> usize {
    let mut seen: BTreeSet<MemberId> = without.into_iter().collect();
    let mut largest = 0;
    for start in graph.keys() {
        if !seen.insert(*start) {
            continue;
        }
        let (mut count, mut next) = (0, VecDeque::from([*start]));
        while let Some(member) = next.pop_front() {
            count += 1;
            next.extend(graph[&member].keys().filter(|other| seen.insert(**other)));
        }
        largest = largest.max(count);
    }
    largest
}

/// The circle of each: people who are tied to each other more than chance would have it. Everyone goes, again and again,
/// to the circle where that holds most, until nobody moves.
fn circles(graph: &Graph) -> BTreeMap<MemberId, usize> {
    let degree: BTreeMap<MemberId, i64> = graph.iter().map(|(member, ties)| (*member, ties.values().sum())).collect();
    let all: i64 = degree.values().sum();
    let mut of: BTreeMap<MemberId, MemberId> = graph.keys().map(|member| (*member, *member)).collect();
    let mut totals = degree.clone();
    for _ in 0..ROUNDS {
        let mut is_settled = true;
        for (member, ties) in graph {
            let (own, degree) = (of[member], degree[member]);
            *totals.entry(own).or_default() -= degree;
            let mut pulls = BTreeMap::from([(own, 0_i64)]);
            for (other, times) in ties {
                *pulls.entry(of[other]).or_default() += times;
            }
            // How far the ties to a circle exceed what its size alone would give, times all.
            let gain = |circle: MemberId, pull: i64| pull * all - degree * totals.get(&circle).copied().unwrap_or(0);
            let stays = gain(own, pulls[&own]);
            let best = pulls.into_iter().map(|(circle, pull)| (gain(circle, pull), std::cmp::Reverse(circle))).max();
            let circle = best.filter(|(most, _)| *most > stays).map_or(own, |(_, circle)| circle.0);
            *totals.entry(circle).or_default() += degree;
            is_settled &= circle == own;
            of.insert(*member, circle);
        }
        if is_settled {
            break;
        }
    }
    let mut sizes = BTreeMap::<MemberId, usize>::new();
    of.values().for_each(|circle| *sizes.entry(*circle).or_default() += 1);
    let mut order: Vec<(MemberId, usize)> = sizes.into_iter().collect();
    order.sort_by_key(|(circle, size)| (std::cmp::Reverse(*size), *circle));
    let number = |circle: &MemberId| order.iter().position(|(one, _)| one == circle).unwrap_or(0);
    of.iter().map(|(member, circle)| (*member, number(circle))).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tie(one: i64, other: i64) -> Tie {
        Tie { one: MemberId(one), other: MemberId(other), times: 4 }
    }

    /// Everyone of these with everyone.
    fn circle(members: std::ops::Range<i64>) -> Vec<Tie> {
        members
            .clone()
            .flat_map(|one| members.clone().filter(move |other| one < *other).map(move |other| tie(one, other)))
            .collect()
    }

    #[test]
    fn two_circles_and_who_holds_them_together() {
        // 5 is in one circle, and the only one whom 6 of the other knows; 20 and 21 know nobody but 5.
        let ties = [circle(1..6), circle(6..12), vec![tie(5, 6), tie(5, 20), tie(5, 21)]].concat();
        let core = core(&ties);
        let circles: Vec<Vec<i64>> = (0..2)
            .map(|circle| core.people.iter().filter(|knot| knot.circle == circle).map(|knot| knot.member.0).collect())
            .collect();
        assert_eq!(circles, [vec![6, 7, 8, 9, 10, 11], vec![5, 1, 2, 3, 4]]);
        let missed: Vec<(i64, usize)> =
            core.people.iter().filter(|knot| knot.missed_by > 0).map(|knot| (knot.member.0, knot.missed_by)).collect();
        // Without 5 its circle and the two loose ones are cut off from the larger one, without 6 the larger one.
        assert_eq!(missed, [(6, 5), (5, 6)]);
    }

    #[test]
    fn too_few_are_no_core_and_one_word_is_no_tie() {
        assert_eq!(core(&circle(1..5)), Core::default());
        let once: Vec<Tie> = circle(1..9).into_iter().map(|tie| Tie { times: 1, ..tie }).collect();
        assert_eq!(core(&once), Core::default());
        assert_eq!(core(&[]), Core::default());
    }

    proptest! {
        #[test]
        fn whoever_is_shown_is_tied_to_others_who_are(pairs in proptest::collection::vec((0..60_i64, 0..60_i64, 1..9_i64), 0..300)) {
            let ties: Vec<Tie> =
                pairs.iter().map(|(one, other, times)| Tie { one: MemberId(*one), other: MemberId(*other), times: *times }).collect();
            let core = core(&ties);
            prop_assert!(core.people.len() <= MOST);
            prop_assert!(core.ties.iter().all(|(one, other)| one.max(other) < &core.people.len() && one != other));
            prop_assert!(core.people.windows(2).all(|pair| pair[0].circle <= pair[1].circle));
        }
    }
}
