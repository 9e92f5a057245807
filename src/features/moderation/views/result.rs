//! What truly happened, for whoever did it.

use crate::discord::access::level::Level;
use crate::discord::outbox::{Effect, FailureReason};
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Button, View};
use crate::error::Message;
use crate::feature::card::NotDone;
use crate::features::moderation::{ActState, Case, CaseDetails, DecisionState, Kind, LogState};
use crate::i18n::{Locale, say};
use crate::ids::ChannelId;

use super::{card, decision, words};

/// What became of an act as far as it is known now. `active` is what counts after it, `log` the
/// channel of the mod log.
pub fn done(locale: Locale, whole: &CaseDetails, active: i64, log: Option<ChannelId>) -> View {
    let case = &whole.case;
    let mut lines = vec![
        Message::new("done-recorded")
            .with("kind", case.kind.message())
            .with("member", case.member)
            .with("number", words::number(case.number)),
    ];
    if case.points.is_some() {
        lines.push(Message::new("done-points").with("points", words::points(active)));
    }
    lines.extend(std::iter::once(case).chain(&whole.followed).filter_map(acted));
    let replaces = |number: &i64| Message::new("done-replaces").with("number", words::number(*number));
    lines.extend(whole.replaces.iter().map(replaces).map(line));
    lines.extend(words::deleted(case).filter(|_| case.act.state == ActState::Applied).map(line));
    if let Some(asked) = &whole.decision {
        // The card and the case stand in the same channel, and both can be decided on.
        let fails = matches!(whole.decision_card.why, Some(NotDone::Known(_))) || case.log.state == LogState::Failed;
        let posted = whole.decision_card.order.is_some() && !fails;
        let posted = posted || asked.state != DecisionState::Open;
        let unposted = || Message::new("done-decision-unposted").with("number", words::number(case.number));
        lines.push(if posted { line(decision::state(asked)) } else { unposted() });
    }
    if whole.notices.is_empty() {
        lines.push(line(Message::new("notice-none")));
    }
    lines.extend(words::notices(whole).map(line));
    lines.extend(logged(case, log));
    View::text(words::lines(locale, lines)).row(buttons(locale, whole))
}

fn line(state: Message) -> Message {
    Message::new("done-line").with("state", state)
}

fn acted(case: &Case) -> Option<Message> {
    Some(line(card::act_line(case, words::act_state(case)?)))
}

/// Only what is missing is worth a word.
fn logged(case: &Case, log: Option<ChannelId>) -> Option<Message> {
    match (case.log.state, log) {
        (LogState::None, None) => Some(Message::new("done-no-log")),
        (LogState::Failed, _) if case.log.why.as_deref() == Some(FailureReason::Gone.as_str()) => {
            Some(Message::new("done-log-gone"))
        }
        (LogState::Failed, Some(channel)) => {
            let effect = Effect::Post { channel, body: serde_json::Value::Null };
            let why = words::refusal(case.log.why.as_deref(), Some(effect));
            Some(Message::new("done-log-failed").with("channel", channel).with("why", why))
        }
        _ => None,
    }
}

fn buttons(locale: Locale, whole: &CaseDetails) -> Vec<Button> {
    let button = |key, verb| {
        let id = CustomId::new("moderation", verb, 1, whole.case.id.get());
        Button::new(say(locale, &Message::new(key)), id)
    };
    // What was lifted is not put back by itself.
    let lifts = matches!(whole.case.kind, Kind::Untimeout | Kind::Unban);
    let mut buttons = if lifts { Vec::new() } else { vec![button("button-undo", "undo")] };
    buttons.extend(card::buttons(locale, whole, Level::Helper));
    buttons
}

/// An act that was taken back.
pub fn undone(locale: Locale, whole: &CaseDetails) -> View {
    let case = &whole.case;
    let mut lines = vec![Message::new("undone").with("number", words::number(case.number)).with("member", case.member)];
    lines.extend(std::iter::once(case).chain(&whole.followed).filter_map(acted));
    lines.extend(words::still_held(whole).map(line));
    lines.extend(words::notices(whole).map(line));
    View::text(words::lines(locale, lines))
}

/// What is known of the notices of a case.
pub fn notices(locale: Locale, whole: &CaseDetails) -> View {
    let lines = words::notices(whole).map(line);
    View::text(words::lines(locale, lines)).row(card::buttons(locale, whole, Level::Helper))
}

/// A draft that became a case before.
pub fn already(case: &Case) -> Message {
    Message::new("draft-confirmed")
        .with("member", case.member)
        .with("number", words::number(case.number))
        .with("actor", case.actor)
        .with("at", words::instant(case.at))
}
