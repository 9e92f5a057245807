//! What came out of a session in numbers.

use std::collections::HashSet;

use crate::clock::Timestamp;
use crate::feature::identity::Identity;
use crate::features::ama::{Answer, QuestionState, Ranked, Statistics};

/// The figures of a session: its questions, and those of them that were answered.
pub fn statistics(questions: &[Ranked], answers: &[Answer]) -> Statistics {
    let asked = questions.iter().filter(|one| one.question.state != QuestionState::Withdrawn);
    let askers: HashSet<&Identity> = asked.clone().filter_map(|one| one.question.asker.as_ref()).collect();
    let votes = asked.clone().filter(|one| one.question.state != QuestionState::Merged).map(|one| one.votes);
    let wait = |answer: &Answer| {
        let question = questions.iter().find(|one| one.question.id == answer.question)?;
        Some(answer.at.since(question.question.asked?).max(0))
    };
    Statistics {
        questions: count(asked.clone().count()),
        askers: count(askers.len()),
        sealed_askers: count(askers.iter().filter(|asker| asker.mark().is_some()).count()),
        votes: votes.sum(),
        answered: count(answers.len()),
        median_wait: median(answers.iter().filter_map(wait).collect()),
    }
}

/// The middle one; of an even number the lower of the two.
fn median(mut waits: Vec<i64>) -> Option<i64> {
    waits.sort_unstable();
    waits.get(waits.len().checked_sub(1)? / 2).copied()
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// How far into a session something was said, for finding it in a recording: since it opened, in milliseconds.
pub fn moment(opened: Option<Timestamp>, at: Timestamp) -> Option<i64> {
    opened.map(|opened| at.since(opened)).filter(|since| *since >= 0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::features::ama::tests::{NOW, question};
    use crate::features::ama::{Anonymity, AnswerId, Question, QuestionId};
    use crate::ids::MemberId;

    fn asked(id: i64, by: i64, state: QuestionState, votes: i64) -> Ranked {
        let question = Question { asker: Some(Identity::Named(MemberId(by))), ..question(id, state) };
        Ranked { question, votes, asked_times: 1 }
    }

    fn answer(question: i64, after_seconds: i64) -> Answer {
        Answer {
            id: AnswerId(question),
            question: QuestionId(question),
            host: Some(MemberId(2)),
            text: Some("Yes.".to_owned()),
            at: Timestamp(NOW.0 + after_seconds * 1_000),
            edited: None,
        }
    }

    #[test]
    fn what_was_withdrawn_does_not_count_and_people_count_once() {
        let questions = [
            asked(1, 8, QuestionState::Answered, 4),
            asked(2, 8, QuestionState::Answered, 2),
            asked(3, 9, QuestionState::Approved, 1),
            asked(4, 10, QuestionState::Rejected, 0),
            asked(5, 11, QuestionState::Withdrawn, 9),
        ];
        let statistics = statistics(&questions, &[answer(1, 60), answer(2, 120)]);
        let expected =
            Statistics { questions: 4, askers: 3, sealed_askers: 0, votes: 7, answered: 2, median_wait: Some(60_000) };
        assert_eq!(statistics, expected);
    }

    #[test]
    fn nobody_knows_how_long_a_sealed_question_waited() {
        let sealed = Question {
            shown: Anonymity::Sealed,
            asker: Some(Identity::Mark("7".to_owned())),
            asked: None,
            ..question(1, QuestionState::Answered)
        };
        let statistics = statistics(&[Ranked { question: sealed, votes: 0, asked_times: 1 }], &[answer(1, 60)]);
        assert_eq!((statistics.answered, statistics.median_wait), (1, None));
    }

    #[rstest]
    #[case(vec![], None)]
    #[case(vec![5], Some(5))]
    #[case(vec![9, 1], Some(1))]
    #[case(vec![9, 1, 5], Some(5))]
    fn the_middle_one(#[case] waits: Vec<i64>, #[case] expected: Option<i64>) {
        assert_eq!(median(waits), expected);
    }

    #[test]
    fn a_moment_counts_from_the_opening() {
        assert_eq!(moment(Some(NOW), Timestamp(NOW.0 + 90_000)), Some(90_000));
        assert_eq!((moment(Some(NOW), Timestamp(NOW.0 - 1)), moment(None, NOW)), (None, None));
    }

    proptest! {
        #[test]
        fn half_wait_no_longer(waits in proptest::collection::vec(0_i64..1_000, 1..50)) {
            let middle = median(waits.clone()).unwrap();
            let no_longer = waits.iter().filter(|wait| **wait <= middle).count();
            prop_assert!(no_longer * 2 >= waits.len());
        }
    }
}
