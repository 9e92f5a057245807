//! What an asker sees alone: the receipt of a question, what was typed where it can't be asked, and all their questions.

use crate::clock::Timestamp;
use crate::discord::ui::view::{Embed, View};
use crate::error::Message;
use crate::features::ama::rules::asking::takes_questions;
use crate::features::ama::rules::review::may_review;
use crate::features::ama::{Anonymity, Question, QuestionState, Ranked, Session};
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::safe::Safe;

use super::{bold, button, id, menu, question, quote, tell};

/// What became of a question, and what its asker can do with it. `similar` are offered instead.
pub fn receipt(locale: Locale, session: &Session, question: &Question, similar: &[Question], now: Timestamp) -> View {
    let can_choose = matches!(question.state, QuestionState::Offered | QuestionState::Held) && !similar.is_empty();
    let mut lines = state(locale, session, question, now);
    lines.push(tell(
        locale,
        match question.shown {
            Anonymity::Named => "ama-receipt-named",
            Anonymity::Hidden => "ama-receipt-hidden",
            Anonymity::Sealed => "ama-receipt-sealed",
        },
    ));
    if can_choose {
        lines.push(tell(locale, "ama-receipt-similar"));
    }
    let title = say(locale, &Message::new("ama-receipt").with("title", &session.plan.title));
    let embed = Embed::titled(title).description(Safe::join(words(question), "\n"));
    let view = View { content: Some(Safe::join(lines, "\n")), ..View::embed(embed) };
    let row = question.id.get();
    let view = if can_choose { view.select(menu(locale, id("instead", row), "ama-instead", similar)) } else { view };
    let submit =
        (question.state == QuestionState::Offered).then(|| button(locale, "ama-submit", id("submit", row)).primary());
    let can_edit = is_hidden_yet(question) && takes_questions(session, now).is_ok();
    let edit = can_edit.then(|| button(locale, "ama-edit", id("edit", row)));
    let withdraw = question.state.is_open().then(|| button(locale, "ama-withdraw", id("withdraw", row)));
    view.row([submit, edit, withdraw].into_iter().flatten().collect())
}

fn words(question: &Question) -> Vec<Safe> {
    let mut words = vec![bold(&question.words.text)];
    words.extend(question.words.context.as_deref().map(quote));
    words
}

/// Whether nobody but reviewers could have read it.
const fn is_hidden_yet(question: &Question) -> bool {
    matches!(question.state, QuestionState::Offered | QuestionState::Held | QuestionState::Pending)
}

/// What has become of a question and why, as its asker reads it.
fn state(locale: Locale, session: &Session, question: &Question, now: Timestamp) -> Vec<Safe> {
    let key = match question.state {
        _ if is_hidden_yet(question) && may_review(session, now).is_err() => "ama-receipt-unreviewed",
        QuestionState::Offered => "ama-receipt-offered",
        QuestionState::Held | QuestionState::Pending => "ama-receipt-pending",
        QuestionState::Approved => "ama-receipt-approved",
        QuestionState::Answered => "ama-receipt-answered",
        QuestionState::Rejected => "ama-receipt-rejected",
        QuestionState::Merged => "ama-receipt-merged",
        QuestionState::Withdrawn => "ama-receipt-withdrawn",
    };
    let reason = question.reason.as_ref().map(|reason| Message::new("ama-receipt-reason").with("reason", reason));
    [Some(Message::new(key)), reason].into_iter().flatten().map(|message| say(locale, &message)).collect()
}

/// A sealed question was withdrawn for this one, which its asker can upvote.
pub fn upvote_instead(locale: Locale, other: &Ranked) -> View {
    let view = question::card(locale, other);
    View { content: Some(tell(locale, "ama-withdrawn-for")), ..view }
}

/// All questions of an asker in a session.
pub fn own(locale: Locale, session: &Session, questions: &[Question], now: Timestamp) -> View {
    let title = say(locale, &Message::new("ama-own").with("title", &session.plan.title));
    if questions.is_empty() {
        return View::embed(Embed::titled(title).description(tell(locale, "ama-own-none")));
    }
    let line = |question: &Question| {
        let words = question.words.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = Safe::escape(&limits::cut_words(&words, 120));
        Safe::join([words].into_iter().chain(state(locale, session, question, now)), "\n")
    };
    let lines = Safe::join(questions.iter().take(limits::OPTIONS).map(line), "\n\n");
    let open = questions.iter().filter(|question| question.state.is_open());
    View::embed(Embed::titled(title).description(lines)).select(menu(
        locale,
        id("own", session.id.get()),
        "ama-own-choose",
        open,
    ))
}
