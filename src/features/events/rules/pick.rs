//! Drawing some of those who are going.

use crate::features::events::{Signup, SignupState};
use crate::ids::MemberId;

/// So many of those who are going, by chance: each as likely as any other, nobody twice.
pub fn draw(signups: &[Signup], count: usize, seed: u64) -> Vec<MemberId> {
    let mut left: Vec<MemberId> =
        signups.iter().filter(|signup| signup.state == SignupState::Going).map(|signup| signup.member).collect();
    let mut drawn = Vec::new();
    let mut chance = seed;
    while drawn.len() < count && !left.is_empty() {
        chance = scrambled(chance);
        let length = u64::try_from(left.len()).unwrap_or(u64::MAX);
        let at = usize::try_from(chance % length).unwrap_or(0);
        drawn.push(left.swap_remove(at));
    }
    drawn
}

/// The next number of a sequence that looks like chance (SplitMix64).
const fn scrambled(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::features::events::Via;

    fn going(count: i64) -> Vec<Signup> {
        let one = |member| Signup {
            member: MemberId(member),
            state: SignupState::Going,
            group: None,
            guests: 0,
            every_time: false,
            via: Via::Steward,
            position: member,
        };
        (1..=count).map(one).collect()
    }

    #[test]
    fn nobody_is_drawn_twice_and_all_where_so_many_are_wanted() {
        for seed in 0..100 {
            let drawn = draw(&going(5), 9, seed);
            assert_eq!(drawn.iter().collect::<BTreeSet<_>>().len(), 5);
        }
    }

    #[test]
    fn everybody_is_as_likely_as_any_other() {
        let mut counts = [0_u32; 4];
        for seed in 0..4_000 {
            let first = draw(&going(4), 1, seed)[0];
            counts[usize::try_from(first.get() - 1).unwrap()] += 1;
        }
        assert!(counts.iter().all(|count| (900..1_100).contains(count)), "{counts:?}");
    }
}
