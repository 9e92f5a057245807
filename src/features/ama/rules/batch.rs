//! When sealed questions come to review: at fixed times, several at once and in an order of chance, so that a
//! reviewer can't tell from a card when its question was asked, or which came first.

use std::time::Duration;

/// So often questions that are held can come to review.
pub const EVERY: Duration = Duration::from_secs(120);
/// So many make a batch.
pub const ENOUGH: usize = 3;
/// A smaller batch comes only every so many times, so that a question never waits for long.
pub const PATIENCE: i64 = 5;

/// Whether the questions that are held come to review at this time, the `turn`th since the session was published.
pub const fn is_due(held: usize, turn: i64) -> bool {
    held >= ENOUGH || (held > 0 && turn % PATIENCE == 0)
}

/// The same in an order of chance; `seed` is drawn for it.
pub fn shuffled<T>(mut items: Vec<T>, seed: u64) -> Vec<T> {
    let mut state = seed;
    for last in (1..items.len()).rev() {
        let place = usize::try_from(next(&mut state) % (last as u64 + 1)).unwrap_or(0);
        items.swap(last, place);
    }
    items
}

/// SplitMix64: one seed gives as many numbers as are needed.
const fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(0, 5, false)]
    #[case(1, 1, false)]
    #[case(2, 4, false)]
    #[case(1, 5, true)]
    #[case(3, 1, true)]
    #[case(7, 2, true)]
    fn a_few_wait_for_others(#[case] held: usize, #[case] turn: i64, #[case] due: bool) {
        assert_eq!(is_due(held, turn), due);
    }

    #[test]
    fn every_order_is_as_likely() {
        let mut orders = BTreeMap::new();
        for seed in 0..6_000 {
            *orders.entry(shuffled(vec![1, 2, 3], seed)).or_insert(0) += 1;
        }
        assert_eq!(orders.len(), 6);
        assert!(orders.values().all(|times| (850..1_150).contains(times)), "{orders:?}");
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_comes_twice(items in proptest::collection::vec(0..100, 0..30), seed: u64) {
            let mut shuffled = shuffled(items.clone(), seed);
            let mut items = items;
            shuffled.sort_unstable();
            items.sort_unstable();
            prop_assert_eq!(shuffled, items);
        }
    }
}
