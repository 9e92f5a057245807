//! How gladly people would recommend a server: those who say 9 or 10 against those who say 6 or less.

use crate::feature::few::are_few;

/// How the answers to "from 0 to 10" fell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Nps {
    /// 9 and 10.
    pub promoters: i64,
    /// 7 and 8.
    pub passives: i64,
    /// 0 to 6.
    pub detractors: i64,
}

impl Nps {
    /// Of these scores.
    pub fn from_scores(scores: impl IntoIterator<Item = i64>) -> Self {
        scores.into_iter().fold(Self::default(), |mut nps, score| {
            match score {
                9.. => nps.promoters += 1,
                7 | 8 => nps.passives += 1,
                ..=6 => nps.detractors += 1,
            }
            nps
        })
    }

    /// How many there are.
    pub const fn answers(self) -> i64 {
        self.promoters + self.passives + self.detractors
    }

    /// The share of 9–10 less the share of 0–6, in percent, from −100 to 100; nothing of few answers,
    /// whoever they are of. Halves are rounded away from zero, so that the opposite answers give the
    /// opposite score.
    pub fn score(self) -> Option<i64> {
        let answers = self.answers();
        if are_few(answers) {
            return None;
        }
        let ahead = 100 * (self.promoters - self.detractors);
        let rounded = (2 * ahead.abs() + answers) / (2 * answers);
        Some(rounded * ahead.signum())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::nobody(&[], None)]
    #[case::four(&[10, 10, 10, 10], None)]
    #[case::five(&[10, 10, 10, 10, 10], Some(100))]
    #[case::nobody_would(&[0, 1, 2, 3, 6], Some(-100))]
    #[case::in_between(&[7, 8, 7, 8, 7], Some(0))]
    #[case::the_edges(&[6, 7, 8, 9, 9], Some(20))]
    #[case::a_third(&[9, 9, 7, 7, 7, 6], Some(17))]
    #[case::half_a_point_up(&[9, 7, 7, 7, 7, 7, 7, 7], Some(13))]
    #[case::half_a_point_down(&[6, 7, 7, 7, 7, 7, 7, 7], Some(-13))]
    fn the_score_is_glad_less_sorry(#[case] scores: &[i64], #[case] expected: Option<i64>) {
        assert_eq!(Nps::from_scores(scores.iter().copied()).score(), expected);
    }

    proptest! {
        #[test]
        fn it_lies_between_the_ends_whatever_the_order(mut scores in prop::collection::vec(0i64..=10, 0..200)) {
            let nps = Nps::from_scores(scores.iter().copied());
            prop_assert_eq!(nps.answers(), scores.len() as i64);
            prop_assert_eq!(nps.score().is_some(), scores.len() >= 5);
            prop_assert!(nps.score().is_none_or(|score| (-100..=100).contains(&score)));
            scores.sort_unstable();
            prop_assert_eq!(Nps::from_scores(scores), nps);
        }

        #[test]
        fn opposite_answers_give_the_opposite_score(promoters in 0i64..50, passives in 0i64..50, detractors in 0i64..50) {
            let nps = Nps { promoters, passives, detractors };
            let opposite = Nps { promoters: detractors, passives, detractors: promoters };
            prop_assert_eq!(nps.score().map(|score| -score), opposite.score());
        }
    }
}
