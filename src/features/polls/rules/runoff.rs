//! Instant run-off: in each round every ballot counts for the best of its options that is still in.
//!
//! An option that has more than half of the ballots that still name one wins. As long as none has,
//! the one with the fewest goes out. Where several have the fewest, the round before decides, then
//! the one before that; where all of them were equal in every round, it is drawn by lot, and the
//! round says so. Options that no ballot counts for go out one after the other without any lot: in
//! which order makes no difference.

use crate::features::polls::Round;

/// The rounds, from the first to the one in which an option wins; none without ballots. Ballots hold
/// places from 1 to `options`, none twice, and at least one.
pub fn rounds(options: usize, ballots: &[&[u8]], draw: u64) -> Vec<Round> {
    let mut left: Vec<u8> = (1..=u8::try_from(options).unwrap_or(u8::MAX)).collect();
    let mut rounds = Vec::new();
    if ballots.is_empty() {
        return rounds;
    }
    loop {
        let mut round = counted(&left, ballots);
        let most = round.counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
        let named: u64 = round.counts.iter().map(|(_, count)| count).sum();
        if most * 2 > named || left.len() <= 1 {
            rounds.push(round);
            return rounds;
        }
        (round.out, round.drawn) = last(&round, &rounds, draw);
        left.retain(|place| Some(*place) != round.out);
        rounds.push(round);
    }
}

/// What has won at the end of the rounds; `None` without any.
pub fn winner(rounds: &[Round]) -> Option<u8> {
    let most = rounds.last()?.counts.iter().max_by_key(|(_, count)| *count)?;
    (most.1 > 0).then_some(most.0)
}

/// What each ballot counts for, of the options that are left.
fn counted(left: &[u8], ballots: &[&[u8]]) -> Round {
    let mut counts: Vec<(u8, u64)> = left.iter().map(|place| (*place, 0)).collect();
    let mut exhausted = 0;
    for ballot in ballots {
        let best = ballot.iter().find_map(|place| counts.iter().position(|(left, _)| left == place));
        match best {
            Some(at) => counts[at].1 += 1,
            None => exhausted += 1,
        }
    }
    Round { counts, exhausted, out: None, drawn: Vec::new() }
}

/// What goes out after a round, and between which options that was drawn.
fn last(round: &Round, before: &[Round], draw: u64) -> (Option<u8>, Vec<u8>) {
    let all: Vec<u8> = round.counts.iter().map(|(place, _)| *place).collect();
    let mut lowest = fewest(&all, round);
    if count(round, lowest[0]) == 0 {
        return (lowest.last().copied(), Vec::new());
    }
    for earlier in before.iter().rev() {
        lowest = fewest(&lowest, earlier);
    }
    match lowest.as_slice() {
        [alone] => (Some(*alone), Vec::new()),
        equal => (Some(equal[drawn(draw, before.len(), equal.len())]), lowest),
    }
}

/// Those of the options that had the fewest ballots in a round.
fn fewest(among: &[u8], round: &Round) -> Vec<u8> {
    let fewest = among.iter().map(|place| count(round, *place)).min().unwrap_or_default();
    among.iter().copied().filter(|place| count(round, *place) == fewest).collect()
}

fn count(round: &Round, place: u8) -> u64 {
    round.counts.iter().find(|(other, _)| *other == place).map_or(0, |(_, count)| *count)
}

/// One of so many, by the chance that was recorded and the number of the round: each draw is a new
/// one, and the same whenever it is looked at again. (SplitMix64 spreads the bits.)
pub fn drawn(draw: u64, round: usize, of: usize) -> usize {
    let mut mixed = draw.wrapping_add((round as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^= mixed >> 31;
    // The upper half of the product is evenly below `of`.
    ((u128::from(mixed) * of as u128) >> 64) as usize
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

    fn counted(options: usize, cast: &[Vec<u8>], draw: u64) -> Vec<Round> {
        rounds(options, &cast.iter().map(Vec::as_slice).collect::<Vec<_>>(), draw)
    }

    /// "1=4 2=3 +1 -2 ~1,2": counts, exhausted ballots, what goes out, between what it was drawn.
    fn written(round: &Round) -> String {
        let mut parts: Vec<String> = round.counts.iter().map(|(place, count)| format!("{place}={count}")).collect();
        parts.extend((round.exhausted > 0).then(|| format!("+{}", round.exhausted)));
        parts.extend(round.out.map(|out| format!("-{out}")));
        parts.extend((!round.drawn.is_empty()).then(|| format!("~{:?}", round.drawn)));
        parts.join(" ")
    }

    #[rstest]
    #[case::majority_at_once(3, "3:1,2 2:2,1", &["1=3 2=2 3=0"])]
    #[case::one_option(1, "2:1", &["1=2"])]
    #[case::one_ballot(3, "1:2", &["1=0 2=1 3=0"])]
    #[case::nobody(3, "", &[])]
    // The first is ahead, but who preferred the third would rather have the second.
    #[case::second_preferences(3, "4:1 3:2 2:3,2", &["1=4 2=3 3=2 -3", "1=4 2=5"])]
    #[case::exhausted(3, "4:1 3:2 3:3,2 2:3", &["1=4 2=3 3=5 -2", "1=4 3=5 +3"])]
    #[case::half_is_no_majority(3, "3:1 2:2,3 1:3,2", &["1=3 2=2 3=1 -3", "1=3 2=3 -2", "1=3 +3"])]
    // In the second round the second and third are equal; in the first the second had fewer.
    #[case::round_before(4, "5:1 2:2 3:3 1:4,2", &["1=5 2=2 3=3 4=1 -4", "1=5 2=3 3=3 -2", "1=5 3=3 +3"])]
    // Equal in the third and second round; the first decides.
    #[case::two_rounds_before(
        5, "6:1 3:2 4:3 2:4,1 1:5,2",
        &["1=6 2=3 3=4 4=2 5=1 -5", "1=6 2=4 3=4 4=2 -4", "1=8 2=4 3=4 -2", "1=8 3=4 +4"]
    )]
    #[case::without_any_ballot(5, "2:2 2:4 1:5,4", &["1=0 2=2 3=0 4=2 5=1 -3", "1=0 2=2 4=2 5=1 -1", "2=2 4=2 5=1 -5", "2=2 4=3"])]
    fn rounds_of_a_run_off(#[case] options: usize, #[case] cast: &str, #[case] expected: &[&str]) {
        // Whatever the lot is: there is none to draw.
        for draw in 0..8 {
            let rounds = counted(options, &ballots(cast), draw);
            assert_eq!(rounds.iter().map(written).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn what_was_equal_in_every_round_is_drawn_by_lot_and_said() {
        let (two, three) = (ballots("3:1 3:2"), ballots("2:1 2:2 2:3"));
        let mut wins = [0_u32; 4];
        for draw in 0..3_000_u64 {
            let rounds = counted(2, &two, draw);
            assert_eq!((rounds.len(), &*rounds[0].drawn, &*rounds[1].drawn), (2, &[1, 2][..], &[][..]));
            assert_eq!(rounds, counted(2, &two, draw), "the same each time");
            let rounds = counted(3, &three, draw);
            assert_eq!((rounds[0].drawn.len(), rounds[1].drawn.len(), rounds.len()), (3, 2, 3));
            wins[usize::from(winner(&rounds).expect("a winner"))] += 1;
        }
        // A fair lot: each of the three in a thousand draws, give or take.
        assert!(wins[1..].iter().all(|wins| (880..1_120).contains(wins)), "{wins:?}");
    }

    #[test]
    fn a_lot_is_drawn_only_among_those_that_were_equal_all_along() {
        // The third is ahead of the others in the first round, and all are equal in the second.
        let rounds = counted(4, &ballots("2:1 2:2 3:3 1:4,1"), 1);
        assert_eq!(written(&rounds[0]), "1=2 2=2 3=3 4=1 -4");
        assert_eq!(written(&rounds[1]), "1=3 2=2 3=3 -2");
        let rounds = counted(3, &ballots("3:1,3 3:2,3 4:3"), 1);
        assert_eq!(rounds[0].drawn, [1, 2]);
    }

    /// Ballots that all count.
    fn some_ballots() -> impl Strategy<Value = Vec<Vec<u8>>> {
        let ballot = Just((1_u8..=6).collect::<Vec<_>>()).prop_shuffle();
        let ballot = (ballot, 1_usize..=6).prop_map(|(mut ballot, length)| {
            ballot.truncate(length);
            ballot
        });
        prop::collection::vec(ballot, 0..30)
    }

    proptest! {
        #[test]
        fn a_run_off_ends_and_loses_no_ballot(cast in some_ballots(), draw: u64) {
            let rounds = counted(6, &cast, draw);
            prop_assert!(rounds.len() <= 6);
            prop_assert_eq!(rounds.is_empty(), cast.is_empty());
            for (number, round) in rounds.iter().enumerate() {
                prop_assert_eq!(round.counts.len(), 6 - number);
                let named: u64 = round.counts.iter().map(|(_, count)| count).sum();
                prop_assert_eq!(named + round.exhausted, cast.len() as u64);
                prop_assert_eq!(round.out.is_none(), number + 1 == rounds.len());
                prop_assert!(round.drawn.len() != 1);
                if let Some(out) = round.out {
                    prop_assert!(round.counts.iter().all(|(_, other)| count(round, out) <= *other));
                    prop_assert!(round.drawn.is_empty() || round.drawn.contains(&out));
                    // What is left keeps its ballots.
                    prop_assert!(rounds[number + 1].counts.iter().all(|(place, after)| count(round, *place) <= *after));
                }
            }
            if let Some(last) = rounds.last() {
                let winner = winner(&rounds).expect("a winner");
                let named: u64 = last.counts.iter().map(|(_, count)| count).sum();
                prop_assert!(count(last, winner) * 2 > named);
            }
        }

        #[test]
        fn who_is_first_for_more_than_half_wins(cast in some_ballots(), favourite in 1_u8..=6, draw: u64) {
            let mut cast = cast;
            let others = cast.iter().filter(|ballot| ballot[0] != favourite).count();
            cast.extend(vec![vec![favourite]; others + 1]);
            let rounds = counted(6, &cast, draw);
            prop_assert_eq!((winner(&rounds), rounds.len()), (Some(favourite), 1));
        }

        #[test]
        fn the_order_of_ballots_does_not_matter(
            (cast, shuffled) in some_ballots().prop_flat_map(|cast| (Just(cast.clone()), Just(cast).prop_shuffle())), draw: u64,
        ) {
            prop_assert_eq!(counted(6, &cast, draw), counted(6, &shuffled, draw));
        }

        #[test]
        fn the_order_of_options_matters_for_nothing_but_a_lot(
            cast in some_ballots(), places in Just((1_u8..=6).collect::<Vec<_>>()).prop_shuffle(), draw: u64,
        ) {
            let rounds = counted(6, &cast, draw);
            prop_assume!(rounds.iter().all(|round| round.drawn.is_empty()));
            let elsewhere = |place: &u8| places[usize::from(*place) - 1];
            let moved: Vec<Vec<u8>> = cast.iter().map(|ballot| ballot.iter().map(elsewhere).collect()).collect();
            let moved = counted(6, &moved, draw);
            prop_assert_eq!(winner(&rounds).map(|place| elsewhere(&place)), winner(&moved));
        }
    }
}
