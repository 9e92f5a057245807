//! In which order hosts take questions, and which stand on the board.

use std::cmp::Reverse;

use crate::features::ama::{Question, QuestionState, Ranked};

/// Questions on the board.
pub const BOARD: usize = 10;

/// How hosts choose the next question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The one that most members want answered; of several the one that appeared first.
    Votes,
    /// The one that appeared first.
    Time,
}

/// The questions that wait for an answer, the next one first.
pub fn waiting(questions: &[Ranked], by: By) -> Vec<&Ranked> {
    let mut waiting: Vec<&Ranked> =
        questions.iter().filter(|one| one.question.state == QuestionState::Approved).collect();
    waiting.sort_by_key(|one| (if by == By::Votes { Reverse(weight(one)) } else { Reverse(0) }, one.question.number));
    waiting
}

/// The questions that can become feedback, because they have appeared: first those without an answer, and of them those
/// with tags, what most members want first.
pub fn for_feedback(questions: &[Ranked]) -> Vec<&Question> {
    let mut found: Vec<&Ranked> = questions.iter().filter(|one| one.question.has_appeared()).collect();
    found.sort_by_key(|one| {
        let is_answered = one.question.state == QuestionState::Answered;
        (is_answered, one.question.tags.is_empty(), Reverse(weight(one)), one.question.number)
    });
    found.into_iter().map(|one| &one.question).collect()
}

/// How many want it answered: those who upvoted it, and those who asked the same besides.
pub const fn weight(one: &Ranked) -> i64 {
    one.votes + one.asked_times - 1
}

/// The ten that most members want answered.
pub fn board(questions: &[Ranked]) -> Vec<&Ranked> {
    let mut waiting = waiting(questions, By::Votes);
    waiting.truncate(BOARD);
    waiting
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::features::ama::tests::{question, ranked};

    fn numbers(order: &[&Ranked]) -> Vec<i64> {
        order.iter().filter_map(|one| one.question.number).collect()
    }

    #[test]
    fn most_votes_come_first_and_of_equal_ones_the_earliest() {
        let all = [ranked(1, 0), ranked(2, 5), ranked(3, 5), ranked(4, 9)];
        assert_eq!(numbers(&waiting(&all, By::Votes)), [4, 2, 3, 1]);
        assert_eq!(numbers(&waiting(&all, By::Time)), [1, 2, 3, 4]);
    }

    #[test]
    fn who_asked_the_same_counts_like_a_vote() {
        let all = [ranked(1, 2), Ranked { asked_times: 4, ..ranked(2, 0) }];
        assert_eq!(numbers(&waiting(&all, By::Votes)), [2, 1]);
    }

    #[test]
    fn what_does_not_wait_for_an_answer_is_left_out() {
        use QuestionState::{Answered, Held, Merged, Offered, Pending, Rejected, Withdrawn};
        let all = [Offered, Held, Pending, Answered, Rejected, Merged, Withdrawn];
        let all = all.map(|state| Ranked { question: question(1, state), ..ranked(1, 7) });
        assert_eq!(numbers(&waiting(&all, By::Votes)), [] as [i64; 0]);
    }

    proptest! {
        #[test]
        fn nothing_off_the_board_has_more_votes(votes in proptest::collection::vec(0_i64..20, 0..40)) {
            let all: Vec<Ranked> = (1..).zip(&votes).map(|(id, votes)| ranked(id, *votes)).collect();
            let on = board(&all);
            prop_assert_eq!(on.len(), all.len().min(BOARD));
            let least = on.iter().map(|one| one.votes).min().unwrap_or(0);
            let off = all.iter().filter(|one| !on.contains(one));
            prop_assert!(off.into_iter().all(|one| one.votes <= least));
        }
    }
}
