//! The board: the ten questions that most members want answered.

use crate::discord::ui::view::{Embed, View};
use crate::error::Message;
use crate::features::ama::{Ranked, Session, State};
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::safe::Safe;

use super::{tell, wanted};

/// How much of a question stands on the board.
const QUESTION: usize = 250;

/// The board, and how many questions wait in all.
pub fn board(locale: Locale, session: &Session, questions: &[&Ranked], waiting: usize) -> View {
    let title = Message::new("ama-board").with("title", &session.plan.title);
    let body = match (questions.is_empty(), session.state) {
        (true, State::Closed) => tell(locale, "ama-board-done"),
        (true, _) => tell(locale, "ama-board-empty"),
        (false, _) => Safe::join(questions.iter().map(|one| line(locale, one)), "\n"),
    };
    let waiting = Message::new("ama-board-waiting").with("count", waiting);
    View::embed(Embed::titled(say(locale, &title)).description(body).footer(say(locale, &waiting)))
}

fn line(locale: Locale, one: &Ranked) -> Safe {
    let words = one.question.words.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let number = Safe::ours(format!("**{}.** ", one.question.number.unwrap_or_default()));
    let words = Safe::join([number, Safe::escape(&limits::cut_words(&words, QUESTION))], "");
    Safe::join([words].into_iter().chain(wanted(locale, one)), " · ")
}
