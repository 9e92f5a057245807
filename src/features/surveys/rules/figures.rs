//! What people answered, counted: never so that it points at a few of them.
//!
//! Where nobody is to know who answered what, nothing is told of a question that fewer than five people
//! answered. Counts that stand for fewer than five of more people are merged, also where they would follow from those that stand beside them; and words are put in the order of the
//! alphabet, so that neither the time nor the other answers of the same person can be read from their
//! place. Where managers see names anyway, everything is told as it is.

use crate::feature::few::Disclosure;
use crate::feature::few::ENOUGH_PEOPLE;
use crate::feature::few::People;
use crate::feature::few::are_few;
use crate::features::surveys::Answer;
use crate::features::surveys::Entry;
use crate::features::surveys::EntryId;
use crate::features::surveys::Kind;
use crate::features::surveys::Question;
use crate::features::surveys::QuestionId;
use crate::ids::MemberId;

use super::nps::Nps;

/// What came of one question.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    pub asked: QuestionId,
    /// How many answered it; 0 where that may not be told.
    pub answered: i64,
    pub shape: Shape,
}

/// What can be said of the answers to a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// That few answered it, and nothing more: the wave is anonymous.
    Few,
    /// How often each option was chosen.
    Choices(Breakdown),
    /// The mean, where anybody answered.
    Rating { mean: Option<f64>, stars: Breakdown },
    /// Those who say 0–6, 7–8 and 9–10 are the places 0, 1 and 2.
    Nps { nps: Nps, groups: Breakdown },
    /// Words only, which [`words`] gives.
    Words,
}

/// Counts beside each other, of which none points at a few.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breakdown {
    /// What may be told, in the order of the question.
    pub shown: Vec<Cell>,
    /// What is not told apart, in the same order.
    pub merged: Vec<usize>,
    /// How many people these are together; nothing where one person may be in several of them.
    pub merged_people: Option<i64>,
}

/// How many chose one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Its place among the options.
    pub place: usize,
    pub people: i64,
}

impl Breakdown {
    /// Counts that everyone who reads them may know.
    fn plain(counts: &[i64]) -> Self {
        let cells = counts.iter().enumerate().map(|(place, people)| Cell { place, people: *people });
        Self { shown: cells.collect(), merged: Vec::new(), merged_people: None }
    }

    /// Counts of which each person is in exactly one.
    fn apart(counts: &[i64]) -> Self {
        let cells = counts.iter().enumerate().map(|(place, people)| Cell { place, people: *people });
        let (mut shown, mut merged): (Vec<Cell>, Vec<Cell>) = cells.partition(|cell| cell.people >= ENOUGH_PEOPLE);
        let sum = |cells: &[Cell]| cells.iter().map(|cell| cell.people).sum::<i64>();
        if sum(&merged) == 0 {
            // Whoever adds up the others sees that there is nobody.
            shown.append(&mut merged);
        }
        // What is left of all answers must be no handful either.
        while (1..ENOUGH_PEOPLE).contains(&sum(&merged)) && !shown.is_empty() {
            let smallest = shown.iter().enumerate().min_by_key(|(_, cell)| cell.people).map_or(0, |(at, _)| at);
            merged.push(shown.remove(smallest));
        }
        shown.sort_unstable_by_key(|cell| cell.place);
        let merged_people = (!merged.is_empty()).then(|| sum(&merged));
        let mut merged: Vec<usize> = merged.iter().map(|cell| cell.place).collect();
        merged.sort_unstable();
        Self { shown, merged, merged_people }
    }

    /// Counts of which one person may be in several; `answered` is how many people there are.
    fn together(counts: &[i64], answered: i64) -> Self {
        let cells = counts.iter().enumerate().map(|(place, people)| Cell { place, people: *people });
        let is_told =
            |cell: &Cell| People { counted: cell.people, others: answered - cell.people }.told() == Disclosure::Exactly;
        let (shown, merged): (Vec<Cell>, Vec<Cell>) = cells.partition(is_told);
        Self { shown, merged: merged.iter().map(|cell| cell.place).collect(), merged_people: None }
    }

    /// How many chose what stands at a place, where that may be told.
    pub fn at(&self, place: usize) -> Option<i64> {
        self.shown.iter().find(|cell| cell.place == place).map(|cell| cell.people)
    }
}

/// What came of a question in a wave.
pub fn figures(question: &Question, anonymous: bool, entries: &[Entry]) -> Figures {
    let answers: Vec<&Answer> = answers(question.id, entries).map(|(_, answer)| answer).collect();
    if is_hidden(anonymous, answers.len()) {
        return Figures { asked: question.id, answered: 0, shape: Shape::Few };
    }
    let answered = count(answers.len());
    let apart = |counts: &[i64]| if anonymous { Breakdown::apart(counts) } else { Breakdown::plain(counts) };
    let shape = match question.kind {
        Kind::Multi if anonymous => {
            Shape::Choices(Breakdown::together(&chosen(&answers, question.options.len()), answered))
        }
        Kind::Single | Kind::Multi => Shape::Choices(apart(&chosen(&answers, question.options.len()))),
        Kind::Rating => {
            let ratings = numbers(&answers);
            let of = |star: i64| count(ratings.iter().filter(|rating| **rating == star).count());
            let stars: Vec<i64> = (1..=STARS).map(of).collect();
            let mean = (answered > 0).then(|| ratings.iter().sum::<i64>() as f64 / answered as f64);
            Shape::Rating { mean, stars: apart(&stars) }
        }
        Kind::Nps => {
            let nps = Nps::from_scores(numbers(&answers));
            Shape::Nps { nps, groups: apart(&[nps.detractors, nps.passives, nps.promoters]) }
        }
        Kind::Text => Shape::Words,
    };
    Figures { asked: question.id, answered, shape }
}

/// A rating goes from 1 to this.
pub const STARS: i64 = 5;

impl Figures {
    /// The one number that stands for a question over several waves: the mean of ratings, or the score.
    pub fn headline(&self) -> Option<f64> {
        match &self.shape {
            Shape::Rating { mean, .. } => *mean,
            Shape::Nps { nps, .. } => nps.score().map(|score| score as f64),
            Shape::Few | Shape::Choices(_) | Shape::Words => None,
        }
    }
}

/// Whether nothing may be told of so many answers, to a wave or to one of its questions, but that they
/// are few.
pub fn is_hidden(anonymous: bool, answers: usize) -> bool {
    anonymous && are_few(answers)
}

/// Whether what was answered to a question may be told.
pub fn is_told(asked: QuestionId, anonymous: bool, entries: &[Entry]) -> bool {
    !is_hidden(anonymous, answers(asked, entries).count())
}

/// What somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    pub entry: EntryId,
    /// Who, where that may be known.
    pub author: Option<MemberId>,
    pub text: String,
}

/// What people wrote to a question; nothing where few answered it and nobody is to know who.
pub fn words(asked: QuestionId, anonymous: bool, entries: &[Entry]) -> Vec<Comment> {
    if !is_told(asked, anonymous, entries) {
        return Vec::new();
    }
    let comment = |(entry, answer): (&Entry, &Answer)| {
        let text = match answer {
            Answer::Words(text) => text,
            Answer::Number { why, .. } => why.as_ref()?,
            Answer::Choices(_) => return None,
        };
        let author = entry.member.filter(|_| !anonymous);
        Some(Comment { entry: entry.id, author, text: text.clone() })
    };
    let mut found: Vec<(&Entry, &Answer)> = answers(asked, entries).collect();
    found.sort_by_key(|(entry, _)| (entry.sent_at, entry.id));
    let mut comments: Vec<Comment> = found.into_iter().filter_map(comment).collect();
    if anonymous {
        comments.sort_unstable_by_key(|comment| comment.text.to_lowercase());
    }
    comments
}

/// Who answered a question, and what.
fn answers(asked: QuestionId, entries: &[Entry]) -> impl Iterator<Item = (&Entry, &Answer)> {
    entries.iter().flat_map(move |entry| {
        let of = entry.answers.iter().filter(move |(id, _)| *id == asked);
        of.map(move |(_, answer)| (entry, answer))
    })
}

/// How often each option was chosen. What is no option of the question counts nowhere.
fn chosen(answers: &[&Answer], options: usize) -> Vec<i64> {
    let mut counts = vec![0; options];
    for answer in answers {
        let Answer::Choices(places) = answer else { continue };
        for place in places {
            if let Some(count) = counts.get_mut(*place) {
                *count += 1;
            }
        }
    }
    counts
}

fn numbers(answers: &[&Answer]) -> Vec<i64> {
    let number = |answer: &&Answer| match answer {
        Answer::Number { value, .. } => Some(*value),
        Answer::Choices(_) | Answer::Words(_) => None,
    };
    answers.iter().filter_map(number).collect()
}

fn count(people: usize) -> i64 {
    i64::try_from(people).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn question(kind: Kind, options: usize) -> Question {
        let options = (0..options).map(|at| format!("option {at}")).collect();
        Question { id: QuestionId(1), kind, text: "Which?".to_owned(), options, required: true }
    }

    fn entry(id: i64, answer: Answer) -> Entry {
        Entry { id: EntryId(id), member: Some(MemberId(id)), sent_at: None, answers: vec![(QuestionId(1), answer)] }
    }

    fn chose(each: &[&[usize]]) -> Vec<Entry> {
        each.iter().enumerate().map(|(id, places)| entry(id as i64, Answer::Choices(places.to_vec()))).collect()
    }

    fn rated(values: &[i64]) -> Vec<Entry> {
        let number = |value: i64| Answer::Number { value, why: None };
        values.iter().enumerate().map(|(id, value)| entry(id as i64, number(*value))).collect()
    }

    /// So many people each chose option 0, 1, 2 …
    fn apart(counts: &[i64]) -> (Vec<(usize, i64)>, Vec<usize>, Option<i64>) {
        let Breakdown { shown, merged, merged_people } = Breakdown::apart(counts);
        (shown.iter().map(|cell| (cell.place, cell.people)).collect(), merged, merged_people)
    }

    #[rstest]
    #[case::many(&[7, 5], &[(0, 7), (1, 5)], &[], None)]
    #[case::two_handfuls(&[9, 3, 4], &[(0, 9)], &[1, 2], Some(7))]
    #[case::a_handful_alone_takes_the_smallest_along(&[9, 3, 6], &[(0, 9)], &[1, 2], Some(9))]
    #[case::nobody_is_seen_anyway(&[9, 0, 6], &[(0, 9), (1, 0), (2, 6)], &[], None)]
    #[case::one_beside_many(&[20, 1], &[], &[0, 1], Some(21))]
    #[case::a_few_in_all(&[2, 1], &[], &[0, 1], Some(3))]
    #[case::nobody(&[0, 0], &[(0, 0), (1, 0)], &[], None)]
    fn no_count_points_at_a_few(
        #[case] counts: &[i64],
        #[case] shown: &[(usize, i64)],
        #[case] merged: &[usize],
        #[case] people: Option<i64>,
    ) {
        assert_eq!(apart(counts), (shown.to_vec(), merged.to_vec(), people));
    }

    #[test]
    fn of_several_choices_each_is_told_where_neither_it_nor_the_rest_is_a_few() {
        let breakdown = Breakdown::together(&[12, 5, 4, 9, 0], 12);
        let shown: Vec<usize> = breakdown.shown.iter().map(|cell| cell.place).collect();
        assert_eq!((shown, breakdown.merged, breakdown.merged_people), (vec![0, 1], vec![2, 3, 4], None));
    }

    #[test]
    fn a_mean_stands_for_five_or_more() {
        let of = |values: &[i64]| figures(&question(Kind::Rating, 0), true, &rated(values)).headline();
        assert_eq!((of(&[5, 4, 4, 3]), of(&[5, 4, 4, 3, 3])), (None, Some(3.8)));
        let nps = figures(&question(Kind::Nps, 0), true, &rated(&[10, 9, 8, 7, 0]));
        assert_eq!((nps.answered, nps.headline()), (5, Some(20.0)));
    }

    #[test]
    fn where_managers_see_names_counts_are_told_as_they_are() {
        let single = figures(&question(Kind::Single, 3), false, &chose(&[&[0], &[2], &[2]]));
        let Shape::Choices(breakdown) = &single.shape else { panic!("{single:?}") };
        let people: Vec<i64> = breakdown.shown.iter().map(|cell| cell.people).collect();
        assert_eq!((people, breakdown.merged.len()), (vec![1, 0, 2], 0));
        let of = |values: &[i64]| figures(&question(Kind::Rating, 0), false, &rated(values)).headline();
        assert_eq!((of(&[]), of(&[4, 5])), (None, Some(4.5)));
        let nps = figures(&question(Kind::Nps, 0), false, &rated(&[10, 10, 10, 10]));
        assert_eq!(nps.headline(), None, "a score takes five answers all the same");
    }

    #[test]
    fn words_stand_without_their_authors_where_nobody_is_to_know_them() {
        let said = |text: &str| Answer::Words(text.to_owned());
        let texts = ["warm", "Cold", "bread", "nothing", "all"];
        let entries: Vec<Entry> = (1..).zip(texts).map(|(id, text)| entry(id, said(text))).collect();
        let read = |anonymous, entries: &[Entry]| {
            let comments = words(QuestionId(1), anonymous, entries);
            let told = comments.iter().map(|comment| format!("{:?} {}", comment.author.map(|id| id.0), comment.text));
            told.collect::<Vec<_>>().join(", ")
        };
        assert_eq!(read(true, &entries), "None all, None bread, None Cold, None nothing, None warm");
        assert_eq!(read(false, &entries[..2]), "Some(1) warm, Some(2) Cold");
    }

    proptest! {
        /// Who sees it cannot tell one set of answers from another, nor from none at all.
        #[test]
        fn what_is_told_of_a_few_anonymous_answers_does_not_depend_on_them(values in prop::collection::vec(0i64..=10, 0..5)) {
            let words = |value: &i64| Answer::Number { value: *value, why: Some(format!("because {value}")) };
            let entries: Vec<Entry> = (1..).zip(&values).map(|(id, value)| entry(id, words(value))).collect();
            for kind in [Kind::Single, Kind::Multi, Kind::Rating, Kind::Nps, Kind::Text] {
                let told = |entries: &[Entry]| figures(&question(kind, 3), true, entries);
                prop_assert_eq!(told(&entries), told(&[]));
            }
            prop_assert_eq!(super::words(QuestionId(1), true, &entries), []);
        }

        #[test]
        fn single_choices_add_up_to_the_answers_in_any_order(mut chosen in prop::collection::vec(0usize..6, 5..80)) {
            let single = |chosen: &[usize]| {
                let each: Vec<Vec<usize>> = chosen.iter().map(|place| vec![*place]).collect();
                let each: Vec<&[usize]> = each.iter().map(Vec::as_slice).collect();
                figures(&question(Kind::Single, 6), true, &chose(&each))
            };
            let before = single(&chosen);
            let Shape::Choices(breakdown) = &before.shape else { panic!("{before:?}") };
            let told: i64 = breakdown.shown.iter().map(|cell| cell.people).sum();
            prop_assert_eq!(told + breakdown.merged_people.unwrap_or(0), chosen.len() as i64);
            prop_assert_eq!(breakdown.shown.len() + breakdown.merged.len(), 6);
            chosen.sort_unstable();
            prop_assert_eq!(single(&chosen), before);
        }

        #[test]
        fn what_is_merged_is_never_a_few_beside_what_is_shown(counts in prop::collection::vec(0i64..12, 1..8)) {
            let breakdown = Breakdown::apart(&counts);
            let merged = breakdown.merged_people.unwrap_or(0);
            prop_assert!(breakdown.shown.is_empty() || merged == 0 || merged >= ENOUGH_PEOPLE);
            prop_assert!(breakdown.shown.iter().all(|cell| cell.people >= ENOUGH_PEOPLE || cell.people == 0 && merged == 0));
        }

        #[test]
        fn a_mean_lies_between_one_and_five(values in prop::collection::vec(1i64..=STARS, 5..40)) {
            let mean = figures(&question(Kind::Rating, 0), true, &rated(&values)).headline();
            prop_assert!(mean.is_some_and(|mean| (1.0..=5.0).contains(&mean)));
        }
    }
}
