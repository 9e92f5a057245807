//! The host panel, which a host or moderator sees alone.

use crate::clock::Timestamp;
use crate::discord::ui::view::{Button, Embed, Select, SelectOption, View};
use crate::error::{Arg, Message};
use crate::features::ama::rules::order::{By, for_feedback, waiting};
use crate::features::ama::rules::review::answers_until;
use crate::features::ama::rules::tags;
use crate::features::ama::{Answer, Question, QuestionState, Ranked, Session, State};
use crate::i18n::{Locale, say};
use crate::text::limits;
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
    /// How many answers they have written ahead.
    pub prepared: usize,
    /// Only questions with this tag are offered.
    pub tag: Option<&'a str>,
    /// Whether there is a feature that takes feedback.
    pub feeds: bool,
    pub now: Timestamp,
}

/// The option of the filter that shows all questions.
const ALL: &str = "all";
/// What the other options begin with.
const TAG: &str = "tag:";

/// How far the session is, and what to do next.
pub fn panel(locale: Locale, panel: &Panel<'_>) -> View {
    let row = panel.session.id.get();
    let title = say(locale, &Message::new("ama-panel-title").with("title", &panel.session.plan.title));
    let body = Safe::join(panel.lines().iter().map(|line| say(locale, line)), "\n");
    let view = View::embed(Embed::titled(title).description(body));
    let view = view.row(panel.buttons(locale));
    if !panel.is_host {
        return view;
    }
    let left = panel.left();
    let menu = |verb, placeholder, questions: Vec<&Question>| menu(locale, id(verb, row), placeholder, questions);
    // Menus without anything to choose are left out.
    let pick = if panel.can_answer() { left.clone() } else { Vec::new() };
    let prepare = if panel.can_prepare() { left } else { Vec::new() };
    view.select(menu("pick", "ama-pick", pick))
        .select(menu("prepare", "ama-prepare", prepare))
        .select(menu("change", "ama-change", panel.written()))
        .select(panel.filter(locale))
}

impl Panel<'_> {
    fn lines(&self) -> Vec<Message> {
        let Panel { session, all, answers, prepared, .. } = *self;
        let pending = self.pending();
        let mut lines = vec![
            Message::new("ama-panel-waiting").with("count", waiting(all, By::Votes).len()),
            Message::new("ama-panel-answered").with("count", answers.len()),
            Message::new("ama-panel-pending").with("count", pending),
        ];
        if prepared > 0 {
            lines.push(Message::new("ama-panel-prepared").with("count", prepared));
        }
        if session.state == State::Scheduled {
            lines.push(Message::new("ama-panel-scheduled"));
        }
        if let Some(until) = answers_until(session, self.now).filter(|_| self.can_answer()) {
            lines.push(Message::new("ama-panel-later").with("until", Arg::Time(until, 'f')));
        }
        if let Some(tag) = self.tag {
            lines.push(Message::new("ama-panel-tag").with("tag", tag));
        }
        lines
    }

    fn buttons(&self, locale: Locale) -> Vec<Button> {
        let row = self.session.id.get();
        let next = |key: &'static str, arg: &str| {
            let id = id("next", row);
            button(locale, key, if arg.is_empty() { id } else { id.arg(arg) })
        };
        let next = self.can_answer().then(|| [next("ama-next-votes", "").primary(), next("ama-next-time", BY_TIME)]);
        let review = (self.pending() > 0).then(|| button(locale, "ama-review", id("review", row)));
        let has_begun = self.session.opened.is_some();
        let recording = has_begun.then(|| button(locale, "ama-recording-give", id("recording", row)));
        let feeds = self.feeds && !for_feedback(self.all).is_empty();
        let feed = feeds.then(|| button(locale, "ama-feed", id("feed", row)));
        next.into_iter().flatten().chain(review).chain(recording).chain(feed).collect()
    }

    fn pending(&self) -> usize {
        self.all.iter().filter(|one| one.question.state == QuestionState::Pending).count()
    }

    fn can_answer(&self) -> bool {
        let is_time = self.session.state == State::Open || answers_until(self.session, self.now).is_some();
        self.is_host && is_time && self.all.iter().any(|one| one.question.state == QuestionState::Approved)
    }

    fn can_prepare(&self) -> bool {
        self.session.state != State::Closed || answers_until(self.session, self.now).is_some()
    }

    /// The questions that are left, those under the chosen tag alone.
    fn left(&self) -> Vec<&Question> {
        let has_tag = |one: &&Ranked| self.tag.is_none_or(|tag| one.question.tags.iter().any(|other| other == tag));
        waiting(self.all, By::Votes).into_iter().filter(has_tag).map(|one| &one.question).collect()
    }

    /// The questions with an answer in words, the latest first.
    fn written(&self) -> Vec<&Question> {
        let of = |answer: &Answer| self.all.iter().map(|one| &one.question).find(|one| one.id == answer.question);
        self.answers.iter().rev().filter(|answer| answer.text.is_some()).filter_map(of).collect()
    }

    /// The tags of what is left.
    fn filter(&self, locale: Locale) -> Select {
        let menu = Select::new(id("filter", self.session.id.get()), tell(locale, "ama-filter"));
        let used = tags::used(&waiting(self.all, By::Votes));
        if used.is_empty() {
            return menu;
        }
        let option = |(tag, times): (String, usize)| {
            let label = Message::new("ama-filter-tag").with("tag", &tag).with("count", times);
            SelectOption::new(format!("{TAG}{tag}"), say(locale, &label))
        };
        let all = SelectOption::new(ALL, tell(locale, "ama-filter-all"));
        used.into_iter().take(limits::OPTIONS - 1).map(option).fold(menu.option(all), Select::option)
    }
}

/// The tag that was chosen; `None`: all questions.
pub fn chosen_tag(value: &str) -> Option<&str> {
    value.strip_prefix(TAG)
}

/// A question that is kept for this host.
pub fn question(locale: Locale, session: &Session, one: &Ranked, is_prepared: bool) -> View {
    let row = one.question.id.get();
    let kept = tell(locale, if session.current == Some(one.question.id) { "ama-kept-now" } else { "ama-kept" });
    let tags = super::tags(locale, &one.question);
    let more = Safe::join(wanted(locale, one).into_iter().chain(tags), " · ");
    let more = (!more.is_empty()).then_some(more);
    let body = Safe::join([card::words(locale, &one.question)].into_iter().chain(more), "\n");
    let number = Message::new("ama-question-number").with("number", one.question.number.unwrap_or_default());
    let embed = Embed::titled(say(locale, &number)).description(body);
    let view = View { content: Some(kept), ..View::embed(embed) };
    let is_live = session.state == State::Open;
    let now = is_live.then(|| button(locale, "ama-now-answering", id("now", row)));
    let answer = button(locale, "ama-answer-it", id("answer", row)).primary();
    let ready = is_prepared.then(|| button(locale, "ama-post-prepared", id("ready", row)).success());
    let live = is_live.then(|| button(locale, "ama-answered-live-it", id("live", row)));
    view.row([now, Some(answer), ready, live].into_iter().flatten().collect())
}
