//! How many must vote for a result to hold, and how many of those who could did.

use crate::clock::Timestamp;
use crate::error::Message;
use crate::features::polls::{Poll, Quorum};

use super::vote::disclosed;

/// Why what was typed is no quorum.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("no quorum: {0}")]
    NotUnderstood(String),
    /// 0 people, 0 % or more than 100 %.
    #[error("never or always reached: {0}")]
    OutOfRange(String),
}

impl From<Problem> for Message {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::NotUnderstood(typed) => Self::new("poll-problem-quorum").with("typed", typed),
            Problem::OutOfRange(typed) => Self::new("poll-problem-quorum-range").with("typed", typed),
        }
    }
}

impl Quorum {
    /// "20" people, or "20 %" of those who may vote.
    pub fn parse(typed: &str) -> Result<Self, Problem> {
        let text = typed.trim();
        let of = |problem: fn(String) -> Problem| problem(text.to_owned());
        let percent = text.strip_suffix('%').map(str::trim_end);
        let digits = percent.unwrap_or(text);
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(of(Problem::NotUnderstood));
        }
        let number: u32 = digits.parse().map_err(|_| of(Problem::OutOfRange))?;
        match (percent, u8::try_from(number)) {
            (Some(_), Ok(percent @ 1..=100)) => Ok(Self::Percent(percent)),
            (None, _) if number > 0 => Ok(Self::People(number.into())),
            _ => Err(of(Problem::OutOfRange)),
        }
    }
}

/// Whether enough have voted. `eligible`: how many could when the poll opened; where that is not
/// known, nobody can say whether a share of them was reached.
pub fn reached(quorum: Quorum, voters: u64, eligible: Option<u64>) -> Option<bool> {
    match quorum {
        Quorum::People(people) => Some(voters >= people),
        Quorum::Percent(percent) => {
            let needed = u128::from(eligible?) * u128::from(percent);
            Some(voters > 0 && u128::from(voters) * 100 >= needed)
        }
    }
}

/// The instant that a poll of dates has found; `None`, where nobody voted, too few did, several dates
/// suit equally many, or it may not be told.
pub fn date_won(poll: &Poll) -> Option<Timestamp> {
    let tally = disclosed(poll, poll.tally.as_ref()?)?;
    let [alone] = tally.winners.as_slice() else { return None };
    let holds = |quorum| reached(quorum, tally.at_opening(), poll.eligible) == Some(true);
    let missed = poll.plan.quorum.is_some_and(|quorum| !holds(quorum));
    poll.plan.options.get(usize::from(*alone).checked_sub(1)?).and_then(|choice| choice.at).filter(|_| !missed)
}

/// How many of those who could vote did, in whole percent. `None` where it is not known how many
/// could, and where more voted than could when the poll opened: some came later, so a share of those
/// who were there then says nothing.
pub fn turnout(voters: u64, eligible: Option<u64>) -> Option<u64> {
    let eligible = eligible.filter(|eligible| *eligible > 0 && voters <= *eligible)?;
    Some(((voters as f64 / eligible as f64) * 100.0).round() as u64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("20", Some(Quorum::People(20)))]
    #[case(" 1 ", Some(Quorum::People(1)))]
    #[case("20%", Some(Quorum::Percent(20)))]
    #[case("20 %", Some(Quorum::Percent(20)))]
    #[case("100 %", Some(Quorum::Percent(100)))]
    #[case("4294967295", Some(Quorum::People(4_294_967_295)))]
    #[case("101 %", None)]
    #[case("0", None)]
    #[case("0 %", None)]
    #[case("99999999999999999999", None)]
    #[case("300 %", None)]
    #[case("", None)]
    #[case("%", None)]
    #[case("-5", None)]
    #[case("+5", None)]
    #[case("12.5 %", None)]
    #[case("half", None)]
    #[case("20 % of all", None)]
    fn a_number_of_people_or_a_share(#[case] typed: &str, #[case] quorum: Option<Quorum>) {
        assert_eq!(Quorum::parse(typed).ok(), quorum);
    }

    #[test]
    fn what_is_no_number_is_told_apart_from_what_is_out_of_range() {
        assert_eq!(Quorum::parse(" many "), Err(Problem::NotUnderstood("many".to_owned())));
        assert_eq!(Quorum::parse("101%"), Err(Problem::OutOfRange("101%".to_owned())));
    }

    #[rstest]
    #[case(Quorum::People(20), 20, None, Some(true))]
    #[case(Quorum::People(20), 19, Some(100), Some(false))]
    #[case(Quorum::Percent(20), 20, Some(100), Some(true))]
    #[case(Quorum::Percent(20), 20, Some(101), Some(false))]
    #[case(Quorum::Percent(20), 21, Some(101), Some(true))]
    #[case(Quorum::Percent(20), 21, None, None)]
    #[case(Quorum::Percent(1), 0, Some(0), Some(false))]
    #[case(Quorum::Percent(100), 4, Some(3), Some(true))]
    fn enough_have_voted_or_not(
        #[case] quorum: Quorum,
        #[case] voters: u64,
        #[case] eligible: Option<u64>,
        #[case] expected: Option<bool>,
    ) {
        assert_eq!(reached(quorum, voters, eligible), expected);
    }

    #[rstest]
    #[case(0, Some(150), Some(0))]
    #[case(83, Some(150), Some(55))]
    #[case(150, Some(150), Some(100))]
    #[case(151, Some(150), None)]
    #[case(83, None, None)]
    #[case(0, Some(0), None)]
    fn turnout_is_of_those_who_could_vote(
        #[case] voters: u64,
        #[case] eligible: Option<u64>,
        #[case] said: Option<u64>,
    ) {
        assert_eq!(turnout(voters, eligible), said);
    }

    proptest! {
        #[test]
        fn another_vote_never_loses_a_quorum(percent in 1_u8..=100, eligible in 0_u64..500, voters in 0_u64..500) {
            for quorum in [Quorum::Percent(percent), Quorum::People(u64::from(percent))] {
                let [before, after] = [voters, voters + 1].map(|voters| reached(quorum, voters, Some(eligible)));
                prop_assert!(before <= after);
            }
        }

        #[test]
        fn whatever_is_typed_has_an_answer(typed in r"[0-9 %.\-]{0,12}|\PC{0,8}") {
            if let Ok(quorum) = Quorum::parse(&typed) {
                prop_assert!(!matches!(quorum, Quorum::People(0) | Quorum::Percent(0 | 101..)));
            }
        }
    }
}
