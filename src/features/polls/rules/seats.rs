//! Several winners: the options with most votes, or of ranked ballots those elected by single transferable vote.
//!
//! The single transferable vote is counted by the rules of Scotland's councils (Weighted Inclusive Gregory): an option
//! that has the Droop quota is elected, and what it has above the quota goes on to the next preferences of all its
//! ballots, each at the same share of its value; the largest surplus goes first. Where there is none, the option with
//! the fewest ballots goes out, and its ballots go on at their value. Values are cut off after the fifth decimal. What
//! is tied is decided by the stages before, from the latest to the first, and where all of them were tied by lot.

use crate::features::polls::{Kind, Plan, Stage, Tally};

use super::runoff::drawn;
use super::tally::{counting, tally};

/// The value of one ballot: votes are counted in hundred-thousandths.
pub const BALLOT: u64 = 100_000;

/// Counts the ballots of a poll.
pub fn counted(plan: &Plan, ballots: &[Vec<u8>], draw: u64) -> Tally {
    let options = plan.options.len();
    let all = tally(plan.kind, options, plan.pick, ballots, draw);
    if plan.seats <= 1 {
        return all;
    }
    if plan.kind != Kind::Ranked {
        let (winners, tied) = first(&all.counts, plan.seats);
        return Tally { winners, tied, ..all };
    }
    let stages = stages(options, plan.seats, &counting(ballots, options, plan.pick), draw);
    let winners = stages.iter().flat_map(|stage| stage.elected.iter().copied()).collect();
    Tally { rounds: Vec::new(), winners, stages, ..all }
}

/// The options with most votes, the best first; and those that are tied for the last seats, of which none has one.
pub fn first(counts: &[u64], seats: u8) -> (Vec<u8>, Vec<u8>) {
    let mut order: Vec<(u8, u64)> = (1..).zip(counts.iter().copied()).filter(|(_, count)| *count > 0).collect();
    order.sort_by_key(|(place, count)| (std::cmp::Reverse(*count), *place));
    let seats = usize::from(seats);
    let places = |some: &mut dyn Iterator<Item = &(u8, u64)>| some.map(|(place, _)| *place).collect();
    match (order.get(seats.wrapping_sub(1)), order.get(seats)) {
        (Some((_, last)), Some((_, next))) if last == next => (
            places(&mut order.iter().filter(|(_, count)| count > last)),
            places(&mut order.iter().filter(|(_, count)| count == last)),
        ),
        _ => (places(&mut order.iter().take(seats)), Vec::new()),
    }
}

/// What an option needs to be elected, in whole ballots: the Droop quota.
pub const fn quota(ballots: u64, seats: u8) -> u64 {
    ballots / (seats as u64 + 1) + 1
}

/// A ballot on its way: whose it is now, at which value.
struct Paper<'a> {
    ballot: &'a [u8],
    value: u64,
    holder: Option<u8>,
}

/// The count while it goes on. Options are named by their places.
struct Count<'a> {
    papers: Vec<Paper<'a>>,
    /// By place, from 1 on.
    totals: Vec<u64>,
    /// Neither elected nor out.
    hopeful: Vec<u8>,
    /// Elected, with what they have above the quota not moved yet.
    surplus: Vec<u8>,
    exhausted: u64,
}

/// The stages, from the first to the one in which the last seat is taken; none without ballots.
pub fn stages(options: usize, seats: u8, ballots: &[&[u8]], draw: u64) -> Vec<Stage> {
    let mut stages: Vec<Stage> = Vec::new();
    if ballots.is_empty() {
        return stages;
    }
    let quota = quota(ballots.len() as u64, seats) * BALLOT;
    let mut count = Count::new(options, ballots);
    let mut left = usize::from(seats);
    loop {
        let mut stage = count.stage();
        stage.elected = count.elect(quota, left);
        left -= stage.elected.len();
        let is_over = left == 0 || count.hopeful.is_empty();
        if !is_over {
            count.go_on(&mut stage, &stages, quota, draw);
        }
        stages.push(stage);
        if is_over {
            return stages;
        }
    }
}

impl<'a> Count<'a> {
    fn new(options: usize, ballots: &[&'a [u8]]) -> Self {
        let hopeful: Vec<u8> = (1..=u8::try_from(options).unwrap_or(u8::MAX)).collect();
        let mut count =
            Self { papers: Vec::new(), totals: vec![0; options + 1], hopeful, surplus: Vec::new(), exhausted: 0 };
        for ballot in ballots {
            let mut paper = Paper { ballot, value: BALLOT, holder: None };
            count.give(&mut paper);
            count.papers.push(paper);
        }
        count
    }

    /// A ballot goes to its best option that is neither elected nor out.
    fn give(&mut self, paper: &mut Paper<'_>) {
        paper.holder = paper.ballot.iter().copied().find(|place| self.hopeful.contains(place));
        match paper.holder {
            Some(place) => self.totals[usize::from(place)] += paper.value,
            None => self.exhausted += paper.value,
        }
    }

    fn total(&self, place: u8) -> u64 {
        self.totals[usize::from(place)]
    }

    fn stage(&self) -> Stage {
        let counts = (1..).zip(self.totals.iter().skip(1).copied());
        let is_in = |place: u8| self.hopeful.contains(&place) || self.total(place) > 0;
        Stage {
            counts: counts.filter(|(place, _)| is_in(*place)).collect(),
            exhausted: self.exhausted,
            ..Stage::default()
        }
    }

    /// Those that have the quota now, the best first; or all that are left, where there is a seat for each of them that
    /// anybody wants.
    fn elect(&mut self, quota: u64, left: usize) -> Vec<u8> {
        let mut elected: Vec<u8> = self.hopeful.iter().copied().filter(|place| self.total(*place) >= quota).collect();
        if self.hopeful.len() <= left {
            elected = self.hopeful.iter().copied().filter(|place| self.total(*place) > 0).collect();
            // Whoever nobody wants is not elected, and nothing is left to move.
            self.hopeful.retain(|place| self.totals[usize::from(*place)] > 0);
        }
        elected.sort_by_key(|place| (std::cmp::Reverse(self.total(*place)), *place));
        elected.truncate(left);
        self.hopeful.retain(|place| !elected.contains(place));
        let above: Vec<u8> = elected.iter().copied().filter(|place| self.total(*place) > quota).collect();
        self.surplus.extend(above);
        elected
    }

    /// The largest surplus goes on to the next preferences, or else the option with the fewest ballots goes out.
    fn go_on(&mut self, stage: &mut Stage, before: &[Stage], quota: u64, draw: u64) {
        if self.surplus.is_empty() {
            let (out, by_lot) = chosen(&self.hopeful, stage, before, draw, |counts| counts.iter().copied().min());
            self.hopeful.retain(|place| *place != out);
            (stage.out, stage.drawn) = (Some(out), by_lot);
            self.totals[usize::from(out)] = 0;
            self.move_papers(out, |value| value);
        } else {
            let (from, by_lot) = chosen(&self.surplus, stage, before, draw, |counts| counts.iter().copied().max());
            self.surplus.retain(|place| *place != from);
            (stage.moved, stage.drawn) = (Some(from), by_lot);
            let total = self.total(from);
            self.totals[usize::from(from)] = quota;
            let share = |value: u64| {
                let share = u128::from(value) * u128::from(total - quota) / u128::from(total);
                u64::try_from(share).unwrap_or(0)
            };
            let kept = self.move_papers(from, share);
            // What was cut off goes with what names nothing any more.
            self.exhausted += (total - quota).saturating_sub(kept);
        }
    }

    /// The ballots of an option go on, at the value that is left of each; what they are worth together.
    fn move_papers(&mut self, from: u8, value: impl Fn(u64) -> u64) -> u64 {
        let mut moved = 0;
        for mut paper in std::mem::take(&mut self.papers) {
            if paper.holder == Some(from) {
                paper.value = value(paper.value);
                moved += paper.value;
                self.give(&mut paper);
            }
            self.papers.push(paper);
        }
        moved
    }
}

/// The one of some that has the most or the fewest now, else in the stage before, and so on; and between which it was
/// drawn, where they were tied in every stage.
fn chosen(
    among: &[u8],
    stage: &Stage,
    before: &[Stage],
    draw: u64,
    best: impl Fn(&[u64]) -> Option<u64>,
) -> (u8, Vec<u8>) {
    let mut left = among.to_vec();
    for stage in std::iter::once(stage).chain(before.iter().rev()) {
        let counts: Vec<u64> = left.iter().map(|place| stage.count(*place)).collect();
        let Some(wanted) = best(&counts) else { break };
        left.retain(|place| stage.count(*place) == wanted);
    }
    match left.as_slice() {
        [alone] => (*alone, Vec::new()),
        // Which of those that nobody wants goes out first makes no difference.
        tied if tied.iter().all(|place| stage.count(*place) == 0) => (tied[tied.len() - 1], Vec::new()),
        tied => (tied[drawn(draw, before.len(), tied.len())], tied.to_vec()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    /// "3:1,2 1:2" are three ballots for the first option and then the second, and one for the second.
    fn ballots(written: &str) -> Vec<Vec<u8>> {
        let several = |some: &str| {
            let (times, places) = some.split_once(':').expect("times:places");
            let ballot: Vec<u8> = places.split(',').map(|place| place.parse().expect("a place")).collect();
            vec![ballot; times.parse().expect("a number")]
        };
        written.split_whitespace().flat_map(several).collect()
    }

    fn elected(options: usize, seats: u8, cast: &[Vec<u8>], draw: u64) -> (Vec<Stage>, Vec<u8>) {
        let cast: Vec<&[u8]> = cast.iter().map(Vec::as_slice).collect();
        let stages = stages(options, seats, &cast, draw);
        let winners = stages.iter().flat_map(|stage| stage.elected.clone()).collect();
        (stages, winners)
    }

    #[rstest]
    #[case::clear(&[5, 3, 1], 2, &[1, 2], &[])]
    #[case::tied_for_the_last(&[5, 3, 3, 1], 2, &[1], &[2, 3])]
    #[case::all_tied(&[3, 3, 3], 2, &[], &[1, 2, 3])]
    #[case::tied_above_the_last(&[3, 3, 1], 2, &[1, 2], &[])]
    #[case::nobody_wants_them(&[3, 0, 0], 2, &[1], &[])]
    #[case::no_votes(&[0, 0, 0], 2, &[], &[])]
    fn the_first_have_the_seats(
        #[case] counts: &[u64],
        #[case] seats: u8,
        #[case] winners: &[u8],
        #[case] tied: &[u8],
    ) {
        assert_eq!(first(counts, seats), (winners.to_vec(), tied.to_vec()));
    }

    /// The example of textbooks: oranges, pears, chocolate, strawberries and sweets for three seats.
    #[test]
    fn surpluses_and_ballots_of_what_is_out_go_on() {
        let cast = ballots("4:1 2:2,1 8:3,4 4:3,5 1:4 1:5");
        let (stages, winners) = elected(5, 3, &cast, 0);
        assert_eq!(winners, [3, 1, 4]);
        assert_eq!((stages[0].elected.as_slice(), stages[0].moved), ([3].as_slice(), Some(3)));
        assert_eq!(stages[1].counts, [(1, 400_000), (2, 200_000), (3, 600_000), (4, 500_000), (5, 300_000)]);
        assert_eq!((stages[1].out, stages[2].elected.as_slice()), (Some(2), [1].as_slice()));
        assert_eq!(stages[2].out, Some(5));
    }

    #[test]
    fn a_group_with_two_thirds_has_two_of_three_seats_however_it_ranks_its_own() {
        let cast = ballots("3:1,2,3 3:2,3,1 2:3,1,2 4:4,5,6");
        let (_, winners) = elected(6, 3, &cast, 0);
        assert_eq!(winners.iter().filter(|place| **place <= 3).count(), 2, "{winners:?}");
    }

    #[test]
    fn what_is_tied_in_every_stage_is_drawn_and_the_same_again() {
        let cast = ballots("2:1 2:2 2:3 2:4");
        let (stages, winners) = elected(4, 2, &cast, 11);
        assert_eq!(stages[0].drawn, [1, 2, 3, 4]);
        assert_eq!(elected(4, 2, &cast, 11).1, winners);
        assert_eq!(winners.len(), 2);
    }

    fn some_ballots() -> impl Strategy<Value = Vec<Vec<u8>>> {
        let ballot = Just((1_u8..=6).collect::<Vec<_>>())
            .prop_shuffle()
            .prop_flat_map(|order| (1_usize..=6).prop_map(move |long| order[..long].to_vec()));
        prop::collection::vec(ballot, 1..40)
    }

    proptest! {
        #[test]
        fn no_more_than_the_seats_are_taken_and_nobody_twice(cast in some_ballots(), seats in 2_u8..6, draw: u64) {
            let (stages, winners) = elected(6, seats, &cast, draw);
            let mut different = winners.clone();
            different.sort_unstable();
            different.dedup();
            prop_assert_eq!(different.len(), winners.len());
            prop_assert!(winners.len() <= usize::from(seats) && !winners.is_empty());
            prop_assert!(stages.len() <= 12);
        }

        #[test]
        fn no_value_is_made_or_lost(cast in some_ballots(), seats in 2_u8..6, draw: u64) {
            for stage in elected(6, seats, &cast, draw).0 {
                let all: u64 = stage.counts.iter().map(|(_, count)| count).sum();
                prop_assert_eq!(all + stage.exhausted, cast.len() as u64 * BALLOT);
            }
        }

        #[test]
        fn whoever_has_the_quota_at_once_is_elected_at_once(cast in some_ballots(), seats in 2_u8..6, draw: u64) {
            let quota = usize::try_from(quota(cast.len() as u64, seats)).unwrap();
            let (_, winners) = elected(6, seats, &cast, draw);
            for place in 1..=6 {
                let first = cast.iter().filter(|ballot| ballot[0] == place).count();
                prop_assert!(first < quota || winners.contains(&place));
            }
        }

        #[test]
        fn the_order_of_ballots_does_not_matter(
            (cast, shuffled) in some_ballots().prop_flat_map(|cast| (Just(cast.clone()), Just(cast).prop_shuffle())),
            seats in 2_u8..6, draw: u64,
        ) {
            prop_assert_eq!(elected(6, seats, &cast, draw), elected(6, seats, &shuffled, draw));
        }
    }
}
