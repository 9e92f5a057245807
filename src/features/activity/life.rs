//! Where members stand at the end of a week, by the weeks in which they wrote.
//!
//! Weeks are bits: bit 0 is the week that has ended, bit 1 the one before it, and so on.

/// In so many of four weeks a regular wrote, the last one included.
const REGULAR: u32 = 3;

/// Whether somebody was regular at the end of the week so many weeks ago.
const fn was_regular(weeks: u8, ago: u32) -> bool {
    let four = (weeks >> ago) & 0b1111;
    four & 1 == 1 && four.count_ones() >= REGULAR
}

/// For how many weeks somebody has been fading: regular at the end of one of the four weeks before, and silent for
/// the last two to four. `None` for everyone else.
pub fn fading(weeks: u8) -> Option<u32> {
    let silent = weeks.trailing_zeros();
    let was = (1..=4).any(|ago| was_regular(weeks, ago));
    (was && (2..=4).contains(&silent)).then_some(silent)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::regular_until_two_weeks_ago(0b0001_1100, Some(2))]
    #[case::three_of_four(0b0010_1100, Some(2))]
    #[case::silent_for_four(0b0111_0000, Some(4))]
    #[case::silent_for_three_after_a_gap(0b0101_1000, Some(3))]
    #[case::silent_for_one(0b0000_1110, None)]
    #[case::silent_for_five(0b1110_0000, None)]
    #[case::never_regular(0b0000_0100, None)]
    #[case::regular_longer_ago(0b1110_0100, None)]
    #[case::wrote_this_week(0b0000_0111, None)]
    #[case::nobody(0, None)]
    fn who_is_fading(#[case] weeks: u8, #[case] silent: Option<u32>) {
        assert_eq!(fading(weeks), silent);
    }
}
