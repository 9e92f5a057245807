//! Questions that become feedback.

use crate::discord::ui::view::View;
use crate::error::Message;
use crate::features::ama::{Question, Session};
use crate::i18n::{Locale, say};
use crate::text::limits;

use super::id;

/// Which of these to send.
pub fn menu(locale: Locale, session: &Session, questions: &[&Question]) -> View {
    let words = Message::new("ama-feed-which").with("title", &session.plan.title);
    let most = questions.len().min(limits::OPTIONS);
    let menu = super::menu(locale, id("fed", session.id.get()), "ama-feed-choose", questions.iter().copied());
    View::text(say(locale, &words)).select(menu.between(1, most))
}

/// They are sent.
pub fn sent(locale: Locale, count: usize) -> View {
    View::text(say(locale, &Message::new("ama-fed").with("count", count)))
}
