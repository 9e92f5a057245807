//! The pages of results, in the order in which they are turned: the survey as a whole, then question by
//! question, each with what people wrote to it.

use crate::discord::ui::pages;
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::Results;
use super::words;
use crate::features::surveys::rules::figures::Comment;

/// Comments that a menu can offer.
const PER_PAGE: usize = 25;

/// One page.
#[derive(Debug, Clone, PartialEq)]
pub enum Leaf {
    Overview,
    /// The figures of the question at a place.
    Question(usize),
    /// What people wrote to it, as many comments as fit.
    Words(usize, Vec<Comment>),
}

impl Leaf {
    /// Which question it is about.
    pub const fn question(&self) -> Option<usize> {
        match self {
            Self::Overview => None,
            Self::Question(place) | Self::Words(place, _) => Some(*place),
        }
    }
}

/// Every page of these results.
pub fn leaves(locale: Locale, results: &Results) -> Vec<Leaf> {
    let mut leaves = vec![Leaf::Overview];
    if results.wave().is_sealed() || results.count().is_none() {
        return leaves;
    }
    for place in 0..results.survey.questions.len() {
        leaves.push(Leaf::Question(place));
        let mut comments = results.words(place);
        while !comments.is_empty() {
            let rest = comments.split_off(fitting(locale, &comments));
            leaves.push(Leaf::Words(place, std::mem::replace(&mut comments, rest)));
        }
    }
    leaves
}

/// How many of these stand on one page; at least one.
fn fitting(locale: Locale, comments: &[Comment]) -> usize {
    let parts: Vec<Safe> =
        comments.iter().take(PER_PAGE).map(|comment| say(locale, &words::comment(comment))).collect();
    pages::page(parts, 0).parts.len().max(1)
}
