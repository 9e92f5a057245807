//! Counting ballots: what came out of a poll.

use super::runoff;
use crate::features::polls::{Kind, Pick, Tally};

/// Counts ballots.
///
/// A ballot holds places of options: of a ranked poll in the order of preference, else in any. One
/// with fewer or more than may be picked, with a place twice or with one that is not there does not
/// count. `draw` is the chance that was recorded with the poll: it decides where a run-off is equal
/// in every round, the same way each time.
pub fn tally(kind: Kind, options: usize, pick: Pick, ballots: &[Vec<u8>], draw: u64) -> Tally {
    let valid = counting(ballots, options, pick);
    let votes = |ballot: &&[u8]| if kind == Kind::Ranked { ballot[..1].to_vec() } else { ballot.to_vec() };
    let mut counts = vec![0; options];
    for place in valid.iter().flat_map(votes) {
        counts[usize::from(place) - 1] += 1;
    }
    let voters = valid.len() as u64;
    if kind != Kind::Ranked {
        return of_counts(voters, counts);
    }
    let rounds = runoff::rounds(options, &valid, draw);
    let winners = runoff::winner(&rounds).into_iter().collect();
    Tally { voters, counts, rounds, winners, ..Tally::default() }
}

/// The ballots that count.
pub fn counting(ballots: &[Vec<u8>], options: usize, pick: Pick) -> Vec<&[u8]> {
    ballots.iter().map(Vec::as_slice).filter(|ballot| counts(ballot, options, pick)).collect()
}

/// What came out where somebody else has counted: Discord, in its own polls.
pub fn of_counts(voters: u64, counts: Vec<u64>) -> Tally {
    let most = counts.iter().copied().max().filter(|most| *most > 0);
    let winners = (1..).zip(&counts).filter(|(_, count)| Some(**count) == most).map(|(place, _)| place).collect();
    Tally { voters, counts, winners, ..Tally::default() }
}

/// Whether a ballot counts. An empty one never does: nobody voted with it.
fn counts(ballot: &[u8], options: usize, pick: Pick) -> bool {
    let picked = usize::from(pick.min).max(1)..=usize::from(pick.max);
    let is_there = |place: u8| (1..=options).contains(&usize::from(place));
    let is_first = |(at, place): (usize, &u8)| !ballot[..at].contains(place);
    picked.contains(&ballot.len())
        && ballot.iter().all(|place| is_there(*place))
        && ballot.iter().enumerate().all(is_first)
}

/// The mean of a rating; `None` where nobody rated.
pub fn mean(tally: &Tally) -> Option<f64> {
    let answers: u64 = tally.counts.iter().sum();
    let sum: u64 = (1..).zip(&tally.counts).map(|(number, count): (u64, _)| number * count).sum();
    (answers > 0).then(|| sum as f64 / answers as f64)
}

/// The median of a rating, of an even number of answers the mean of the middle two; `None` where
/// nobody rated.
pub fn median(tally: &Tally) -> Option<f64> {
    let answers: u64 = tally.counts.iter().sum();
    let answer = |rank: u64| {
        let mut seen = 0;
        (1_u32..).zip(&tally.counts).find_map(|(number, count)| {
            seen += count;
            (rank < seen).then_some(f64::from(number))
        })
    };
    let (lower, upper) = (answer(answers.checked_sub(1)? / 2)?, answer(answers / 2)?);
    Some(f64::midpoint(lower, upper))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    const ONE: Pick = Pick { min: 1, max: 1 };

    fn pick(min: u8, max: u8) -> Pick {
        Pick { min, max }
    }

    /// "1 2,3" are two ballots: one for the first option, one for the second and third.
    fn ballots(written: &str) -> Vec<Vec<u8>> {
        let ballot = |places: &str| places.split(',').filter_map(|place| place.parse().ok()).collect();
        written.split_whitespace().map(ballot).collect()
    }

    #[rstest]
    #[case::one_ahead(Kind::Single, 3, ONE, "1 3 3", 3, &[1, 0, 2], &[3])]
    #[case::equal(Kind::Single, 3, ONE, "1 3 3 1 2", 5, &[2, 1, 2], &[1, 3])]
    #[case::nobody(Kind::Single, 2, ONE, "", 0, &[0, 0], &[])]
    #[case::one_option(Kind::Single, 1, ONE, "1 1", 2, &[2], &[1])]
    #[case::no_option(Kind::Single, 0, ONE, "1", 0, &[], &[])]
    #[case::several(Kind::Multi, 3, pick(1, 3), "1,2 2 3,2,1", 3, &[2, 3, 1], &[2])]
    #[case::exactly_two(Kind::Multi, 3, pick(2, 2), "1,2 2 3,2,1 3,1", 2, &[2, 1, 1], &[1])]
    #[case::rating(Kind::Rating, 5, ONE, "5 4 5 1", 4, &[1, 0, 0, 1, 2], &[5])]
    #[case::not_there(Kind::Single, 2, ONE, "0 3 255 2", 1, &[0, 1], &[2])]
    #[case::twice_the_same(Kind::Multi, 3, pick(1, 3), "2,2 1,3,1 3", 1, &[0, 0, 1], &[3])]
    #[case::too_many(Kind::Single, 2, ONE, "1,2 2", 1, &[0, 1], &[2])]
    #[case::ranked(Kind::Ranked, 3, pick(1, 3), "1,2 1,3 2,1", 3, &[2, 1, 0], &[1])]
    #[case::ranked_nobody(Kind::Ranked, 3, pick(1, 3), "", 0, &[0, 0, 0], &[])]
    fn what_counts_and_what_wins(
        #[case] kind: Kind,
        #[case] options: usize,
        #[case] pick: Pick,
        #[case] cast: &str,
        #[case] voters: u64,
        #[case] counts: &[u64],
        #[case] winners: &[u8],
    ) {
        let tally = tally(kind, options, pick, &ballots(cast), 7);
        assert_eq!((tally.voters, &*tally.counts, &*tally.winners), (voters, counts, winners));
        assert_eq!(tally.rounds.is_empty(), kind != Kind::Ranked || voters == 0);
    }

    #[test]
    fn an_empty_ballot_is_nobodys_vote() {
        let tally = tally(Kind::Multi, 2, pick(0, 2), &[vec![], vec![2]], 0);
        assert_eq!((tally.voters, tally.counts), (1, vec![0, 1]));
    }

    #[rstest]
    #[case(&[0, 0, 0, 0, 0], None, None)]
    #[case(&[0, 0, 0, 1, 0], Some(4.0), Some(4.0))]
    #[case(&[1, 0, 0, 0, 1], Some(3.0), Some(3.0))]
    #[case(&[1, 0, 0, 3, 0], Some(3.25), Some(4.0))]
    #[case(&[0, 1, 1, 0, 0], Some(2.5), Some(2.5))]
    #[case(&[3, 0, 0, 0, 2], Some(2.6), Some(1.0))]
    fn mean_and_median_of_a_rating(#[case] counts: &[u64], #[case] by_mean: Option<f64>, #[case] middle: Option<f64>) {
        let tally = of_counts(counts.iter().sum(), counts.to_vec());
        assert_eq!((mean(&tally), median(&tally)), (by_mean, middle));
    }

    /// Some good ballots, some not.
    fn some_ballots() -> impl Strategy<Value = Vec<Vec<u8>>> {
        prop::collection::vec(prop::collection::vec(0_u8..8, 0..5), 0..40)
    }

    proptest! {
        #[test]
        fn votes_of_a_choice_of_one_are_as_many_as_voters(
            cast in some_ballots(), kind in prop::sample::select(vec![Kind::Single, Kind::Rating, Kind::Native, Kind::Ranked]),
            options in 1_usize..7,
        ) {
            let tally = tally(kind, options, ONE, &cast, 0);
            prop_assert_eq!(tally.counts.iter().sum::<u64>(), tally.voters);
        }

        #[test]
        fn no_option_has_more_votes_than_there_are_voters(
            cast in some_ballots(), min in 0_u8..3, more in 0_u8..4, options in 1_usize..7,
        ) {
            let tally = tally(Kind::Multi, options, pick(min, min + more), &cast, 0);
            prop_assert!(tally.voters <= cast.len() as u64);
            prop_assert!(tally.counts.iter().all(|count| *count <= tally.voters));
            let votes: u64 = tally.counts.iter().sum();
            prop_assert!(votes >= tally.voters * u64::from(min) && votes <= tally.voters * u64::from(min + more));
            prop_assert_eq!(tally.winners.is_empty(), tally.voters == 0);
        }

        #[test]
        fn the_order_of_ballots_and_of_options_does_not_matter(
            (cast, shuffled) in some_ballots().prop_flat_map(|cast| (Just(cast.clone()), Just(cast).prop_shuffle())),
            places in Just((1_u8..=7).collect::<Vec<_>>()).prop_shuffle(),
        ) {
            let once = tally(Kind::Multi, 7, pick(1, 4), &cast, 0);
            prop_assert_eq!(&tally(Kind::Multi, 7, pick(1, 4), &shuffled, 0), &once);
            let elsewhere = |place: &u8| if *place == 0 { 0 } else { places[usize::from(*place) - 1] };
            let moved: Vec<Vec<u8>> = cast.iter().map(|ballot| ballot.iter().map(elsewhere).collect()).collect();
            let moved = tally(Kind::Multi, 7, pick(1, 4), &moved, 0);
            let mut winners: Vec<u8> = once.winners.iter().map(elsewhere).collect();
            winners.sort_unstable();
            prop_assert_eq!(winners, moved.winners);
        }

        #[test]
        fn mean_and_median_lie_between_the_lowest_and_the_highest_answer(
            answers in prop::collection::vec(1_u8..=5, 1..30),
        ) {
            let cast: Vec<Vec<u8>> = answers.iter().map(|answer| vec![*answer]).collect();
            let tally = tally(Kind::Rating, 5, ONE, &cast, 0);
            let (low, high) = (answers.iter().copied().map(f64::from).fold(5.0, f64::min), answers.iter().copied().map(f64::from).fold(1.0, f64::max));
            for middle in [mean(&tally), median(&tally)] {
                prop_assert!(middle.is_some_and(|middle| (low..=high).contains(&middle)));
            }
            let mut sorted = answers;
            sorted.sort_unstable();
            let (lower, upper) = (sorted[(sorted.len() - 1) / 2], sorted[sorted.len() / 2]);
            prop_assert_eq!(median(&tally), Some(f64::midpoint(f64::from(lower), f64::from(upper))));
        }
    }
}
