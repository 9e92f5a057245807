//! The post with *Start*, its preview, and what becomes of it.

use crate::clock::Timestamp;
use crate::discord::outbox::OrderState;
use crate::discord::ui::ping::Ping;
use crate::discord::ui::view::{Button, Embed, Field, Modal, View};
use crate::error::{Arg, Message};
use crate::feature::card::NotDone;
use crate::feature::draft::DraftId;
use crate::feature::few::{ENOUGH_PEOPLE, are_few};
use crate::features::surveys::{Survey, Wave, WaveState};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::{audience, id, instant, name, small};

/// The post: what it is about, until when, for whom, and exactly what it promises.
pub fn post(locale: Locale, survey: &Survey, wave: &Wave) -> View {
    let mut lines = head(survey);
    let count = Message::new("survey-post-count").with("count", survey.questions.len());
    lines.push(say(locale, &count));
    if let Some(closes) = wave.closes_at {
        lines.push(say(locale, &Message::new("survey-post-closes").with("at", instant(closes))));
    }
    lines.push(audience(locale, &survey.roles));
    let promise = if wave.anonymous { "survey-promise-anonymous" } else { "survey-promise-named" };
    lines.push(Safe::default());
    lines.push(say(locale, &Message::new(promise)));
    let start = Button::new(say(locale, &Message::new("survey-start")), id("fill-start", wave.id.get()));
    View::embed(framed(locale, survey, wave, lines)).row(vec![start.primary()])
}

/// The same once it is closed: whoever comes late reads when that was.
pub fn closed(locale: Locale, survey: &Survey, wave: &Wave, sent: i64, late: bool) -> View {
    let mut lines = head(survey);
    let closed = wave.closed_at.map(|at| Message::new("survey-post-closed").with("at", Arg::Time(at, 'F')));
    lines.extend(closed.map(|closed| say(locale, &closed)));
    if let Some(due) = wave.closes_at.filter(|_| late) {
        lines.push(say(locale, &Message::new("survey-post-late").with("due", Arg::Time(due, 'F'))));
    }
    let sent = if wave.anonymous && are_few(sent) {
        Message::new("survey-post-few").with("few", ENOUGH_PEOPLE)
    } else {
        Message::new("survey-post-sent").with("count", sent)
    };
    lines.push(say(locale, &sent));
    if wave.anonymous {
        lines.push(small(&say(locale, &Message::new("survey-post-destroyed"))));
    }
    View::embed(framed(locale, survey, wave, lines))
}

fn head(survey: &Survey) -> Vec<Safe> {
    let intro = survey.intro.as_deref().map(Safe::escape);
    intro.into_iter().flat_map(|intro| [intro, Safe::default()]).collect()
}

fn framed(locale: Locale, survey: &Survey, wave: &Wave, lines: Vec<Safe>) -> Embed {
    let mut footer = say(locale, &name(survey));
    if wave.number > 1 {
        footer = say(locale, &Message::new("survey-name-wave").with("name", name(survey)).with("wave", wave.number));
    }
    Embed::titled(Safe::escape(&survey.title)).description(Safe::join(lines, "\n")).footer(footer)
}

/// What somebody has to know before they publish.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// The draft that the buttons name.
    pub draft: DraftId,
    /// How many people the mention calls, where Discord says so.
    pub reach: Option<u64>,
    /// The survey was changed since the preview before.
    pub changed: bool,
    /// What they have to know besides.
    pub notes: Vec<Message>,
}

/// The preview: nothing is posted yet.
pub fn preview(locale: Locale, there: Locale, survey: &Survey, wave: &Wave, known: &Known) -> View {
    let mut lines = Vec::new();
    lines.extend(known.changed.then(|| Message::new("survey-preview-changed")));
    lines.push(Message::new("survey-preview").with("channel", wave.channel));
    if let Some(ping) = wave.ping.map(|role| Ping::kept(wave.guild, role)) {
        lines.push(match (ping, known.reach) {
            (Ping::Role(role), Some(count)) => {
                Message::new("survey-preview-role").with("role", role).with("count", count)
            }
            (Ping::Role(role), None) => Message::new("survey-preview-role-unknown").with("role", role),
            (Ping::Everyone, Some(count)) => Message::new("survey-preview-everyone").with("count", count),
            (Ping::Everyone, None) => Message::new("survey-preview-everyone-unknown"),
        });
    }
    lines.extend(known.notes.iter().cloned());
    let content = Safe::join(lines.iter().map(|line| say(locale, line)), "\n");
    let mut shown = post(there, survey, wave);
    shown.rows.clear();
    let row = known.draft.get();
    let button = |key: &'static str, verb| Button::new(say(locale, &Message::new(key)), id(verb, row));
    let buttons = vec![button("survey-publish", "wave-publish").success(), button("survey-cancel", "wave-cancel")];
    View { content: Some(content), ..shown }.row(buttons)
}

/// That nothing was posted, because its preview was cancelled.
pub fn cancelled(survey: &Survey) -> Message {
    Message::new("survey-outcome-cancelled").with("title", survey.title.as_str())
}

/// What has become of a wave. `post` is whether its post stands: nothing, as long as Discord has not taken it,
/// and no, where it never said.
pub fn became(survey: &Survey, wave: &Wave, post: OrderState) -> Message {
    let named =
        |key: &'static str| Message::new(key).with("title", survey.title.as_str()).with("channel", wave.channel);
    let at = |at: Option<Timestamp>| instant(at.unwrap_or(wave.at));
    match wave.state {
        WaveState::Failed => named("survey-outcome-failed"),
        WaveState::Open => named(match post {
            OrderState::Done => "survey-outcome-open",
            OrderState::StillOnItsWay => "survey-outcome-waiting",
            OrderState::Unknown | OrderState::Failed(_) => "survey-outcome-unknown",
        })
        .with("at", at(wave.closes_at)),
        WaveState::Closed => named("survey-outcome-closed").with("at", at(wave.closed_at)),
    }
}

/// The same for whoever sent it, with buttons that end it.
pub fn outcome(locale: Locale, survey: &Survey, wave: &Wave, post: OrderState) -> View {
    let view = View::text(say(locale, &became(survey, wave, post)));
    if wave.state != WaveState::Open {
        return view;
    }
    view.row(end_buttons(locale, wave))
}

/// What ends an open wave: now, or at another time.
pub fn end_buttons(locale: Locale, wave: &Wave) -> Vec<Button> {
    let button = |key, verb| Button::new(say(locale, &Message::new(key)), id(verb, wave.id.get()));
    vec![button("survey-close-now", "wave-close"), button("survey-extend", "wave-extend")]
}

/// The form that asks for another end.
pub fn extend_form(locale: Locale, wave: &Wave) -> Modal {
    let label = |key| say(locale, &Message::new(key));
    let field = Field::line("closes", label("survey-extend-closes"), 60).placeholder(label("survey-extend-hint"));
    Modal::new(id("wave-extended", wave.id.get()), label("survey-extend-title")).field(field)
}

/// That an open wave has another end; `wave` is as it was before.
pub fn extended(locale: Locale, survey: &Survey, wave: &Wave, closes: Timestamp, note: Option<Message>) -> View {
    let told = Message::new("survey-extended")
        .with("title", survey.title.as_str())
        .with("at", instant(closes))
        .with("before", Arg::Time(wave.closes_at.unwrap_or(wave.at), 'f'));
    let lines = std::iter::once(told).chain(note).map(|line| say(locale, &line));
    View::text(Safe::join(lines, "\n")).row(end_buttons(locale, wave))
}

/// That a survey is open while it is about to be sent once more.
pub fn still_open(wave: &Wave) -> Message {
    Message::new("survey-still-open")
        .with("wave", wave.number)
        .with("channel", wave.channel)
        .with("at", Arg::Time(wave.closes_at.unwrap_or(wave.at), 'f'))
}

/// That the post of an open wave does not stand, above what else is shown; with *Post again* for those who
/// may press it.
pub fn missing(locale: Locale, shown: View, wave: &Wave, missing: NotDone, may_post: bool) -> View {
    let message = Message::new("survey-post-missing").with("channel", wave.channel).with("why", why(missing));
    let again = || Button::new(say(locale, &Message::new("card-again")), id("wave-again", wave.id.get()));
    let view = View { content: Some(say(locale, &message)), ..shown };
    view.row(may_post.then(again).into_iter().collect())
}

/// Why a post does not stand, and what helps.
pub fn why(missing: NotDone) -> Message {
    missing.message("survey-why-gone")
}
