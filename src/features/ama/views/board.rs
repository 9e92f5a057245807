//! The board: the ten questions that most members want answered.

use crate::discord::ui::view::{Embed, View};
use crate::error::Message;
use crate::features::ama::rules::order;
use crate::features::ama::{QuestionState, Ranked, Session, State};
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::safe::Safe;

use super::wanted;

/// How much of a question stands on the board.
const QUESTION: usize = 250;

/// The board of all questions of a session, and how many wait in all.
pub fn board(locale: Locale, session: &Session, all: &[Ranked]) -> View {
    let title = Message::new("ama-board").with("title", &session.plan.title);
    let questions = order::board(all);
    let body = if questions.is_empty() {
        say(locale, &nothing(session, all))
    } else {
        Safe::join(questions.iter().map(|one| line(locale, one)), "\n")
    };
    let waiting = order::waiting(all, order::By::Votes).len();
    let waiting = Message::new("ama-board-waiting").with("count", waiting);
    View::embed(Embed::titled(say(locale, &title)).description(body).footer(say(locale, &waiting)))
}

/// Why no question is on it.
fn nothing(session: &Session, all: &[Ranked]) -> Message {
    if session.state != State::Closed {
        return Message::new("ama-board-empty");
    }
    match order::unreviewed(all) {
        0 if all.iter().any(|one| one.question.state == QuestionState::Answered) => Message::new("ama-board-done"),
        0 => Message::new("ama-board-none"),
        count => Message::new("ama-unreviewed").with("count", count),
    }
}

fn line(locale: Locale, one: &Ranked) -> Safe {
    let words = one.question.words.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let number = Safe::ours(format!("**{}.** ", one.question.number.unwrap_or_default()));
    let words = Safe::join([number, Safe::escape(&limits::cut_words(&words, QUESTION))], "");
    Safe::join([words].into_iter().chain(wanted(locale, one)), " · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::ama::Anonymity;
    use crate::features::ama::tests::{question, ranked, session};

    #[test]
    fn a_closed_board_says_that_all_is_answered_only_where_it_is() {
        let closed = session(Anonymity::Hidden, State::Closed);
        let one = |state| Ranked { question: question(1, state), ..ranked(1, 0) };
        let said = |all: &[Ranked]| nothing(&closed, all).key.into_owned();
        assert_eq!(said(&[one(QuestionState::Answered)]), "ama-board-done");
        assert_eq!(said(&[one(QuestionState::Answered), one(QuestionState::Pending)]), "ama-unreviewed");
        assert_eq!(said(&[one(QuestionState::Pending)]), "ama-unreviewed");
        assert_eq!(said(&[one(QuestionState::Rejected)]), "ama-board-none");
        assert_eq!(said(&[]), "ama-board-none");
    }
}
