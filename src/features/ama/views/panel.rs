//! The host panel, which a host or moderator sees alone.

use crate::discord::ui::view::{Embed, View};
use crate::error::Message;
use crate::features::ama::rules::order::{By, waiting};
use crate::features::ama::{Answer, Question, QuestionState, Ranked, Session, State};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::{BY_TIME, button, id, menu, question as card, tell, wanted};

/// What the panel shows.
#[derive(Debug, Clone, Copy)]
pub struct Panel<'a> {
    pub session: &'a Session,
    pub all: &'a [Ranked],
    pub answers: &'a [Answer],
    /// Whether whoever reads it answers in the session.
    pub is_host: bool,
}

/// How far the session is, and what to do next.
pub fn panel(locale: Locale, panel: &Panel<'_>) -> View {
    let Panel { session, all, answers, is_host } = *panel;
    let row = session.id.get();
    let waiting = waiting(all, By::Votes);
    let pending = all.iter().filter(|one| one.question.state == QuestionState::Pending).count();
    let mut lines = vec![
        Message::new("ama-panel-waiting").with("count", waiting.len()),
        Message::new("ama-panel-answered").with("count", answers.len()),
        Message::new("ama-panel-pending").with("count", pending),
    ];
    if session.state == State::Scheduled {
        lines.push(Message::new("ama-panel-scheduled"));
    }
    let title = say(locale, &Message::new("ama-panel-title").with("title", &session.plan.title));
    let body = Safe::join(lines.iter().map(|line| say(locale, line)), "\n");
    let view = View::embed(Embed::titled(title).description(body));
    let can_answer = is_host && session.state == State::Open && !waiting.is_empty();
    let next = |key: &'static str, arg: &str| {
        let id = id("next", row);
        button(locale, key, if arg.is_empty() { id } else { id.arg(arg) })
    };
    let next = can_answer.then(|| [next("ama-next-votes", "").primary(), next("ama-next-time", BY_TIME)]);
    let review = (pending > 0).then(|| button(locale, "ama-review", id("review", row)));
    let view = view.row(next.into_iter().flatten().chain(review).collect());
    let view = if can_answer {
        let questions = waiting.iter().map(|one| &one.question);
        view.select(menu(locale, id("pick", row), "ama-pick", questions))
    } else {
        view
    };
    if !is_host {
        return view;
    }
    let written = answers.iter().rev().filter(|answer| answer.text.is_some());
    let of = |answer: &Answer| all.iter().map(|one| &one.question).find(|one| one.id == answer.question);
    let questions: Vec<&Question> = written.filter_map(of).collect();
    view.select(menu(locale, id("change", row), "ama-change", questions))
}

/// A question that is kept for this host.
pub fn question(locale: Locale, session: &Session, one: &Ranked) -> View {
    let row = one.question.id.get();
    let kept = tell(locale, if session.current == Some(one.question.id) { "ama-kept-now" } else { "ama-kept" });
    let wanted = Safe::join(wanted(locale, one), " · ");
    let body = Safe::join([card::words(locale, &one.question), wanted], "\n");
    let number = Message::new("ama-question-number").with("number", one.question.number.unwrap_or_default());
    let embed = Embed::titled(say(locale, &number)).description(body);
    let view = View { content: Some(kept), ..View::embed(embed) };
    view.row(vec![
        button(locale, "ama-now-answering", id("now", row)),
        button(locale, "ama-answer-it", id("answer", row)).primary(),
        button(locale, "ama-answered-live-it", id("live", row)),
    ])
}
