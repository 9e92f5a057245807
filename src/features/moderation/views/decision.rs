//! *Needs a decision*: the card on which managers are asked what follows.

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Button, Embed, Field, Modal, View};
use crate::error::Message;
use crate::features::moderation::rules::ladder::Step;
use crate::features::moderation::{Case, Decision, DecisionId, DecisionState, Kind};
use crate::i18n::{Locale, say};
use crate::text::duration;
use crate::text::safe::Safe;

use super::words;

/// The card, whether it is still open or not.
pub fn decision_card(locale: Locale, decision: &Decision, case: &Case, active: i64) -> View {
    let text = Message::new("decision-text")
        .with("member", case.member)
        .with("points", words::points(active))
        .with("rung", words::points(decision.rung.points))
        .with("step", words::step(decision.rung))
        .with("number", words::number(case.number))
        .with("actor", words::actor(case));
    let mut embed = Embed::titled(say(locale, &Message::new("decision-title")))
        .description(say(locale, &text))
        .field(say(locale, &Message::new("warn-reason")), Safe::escape(&words::said(&case.reason, 500)));
    if decision.state != DecisionState::Open {
        embed = embed.field(say(locale, &Message::new("decision-outcome")), say(locale, &state(decision)));
        return View::embed(embed);
    }
    View::embed(embed).row(buttons(locale, decision.id))
}

/// What has been decided, or that nothing has.
pub fn state(decision: &Decision) -> Message {
    let settled = |key: &'static str| match decision.decided {
        Some((by, at)) => Message::new(key).with("by", by).with("at", words::instant(at)),
        None => Message::new("decision-open"),
    };
    match decision.state {
        DecisionState::Open => Message::new("decision-open"),
        DecisionState::Acted => settled("decision-acted").with("number", words::number(decision.number.unwrap_or(0))),
        DecisionState::Dismissed => settled("decision-dismissed"),
        DecisionState::Withdrawn => Message::new("decision-withdrawn"),
    }
}

/// What can be decided.
pub fn buttons(locale: Locale, id: DecisionId) -> Vec<Button> {
    let button = |key, arg: &str| {
        let id = CustomId::new("moderation", "decide", 1, id.get()).arg(arg);
        Button::new(say(locale, &Message::new(key)), id)
    };
    vec![
        button("button-decide-timeout", Kind::Timeout.as_str()).primary(),
        button("button-decide-kick", Kind::Kick.as_str()).danger(),
        button("button-decide-ban", Kind::Ban.as_str()).danger(),
        button("button-decide-nothing", "nothing"),
    ]
}

/// Asks for the words that go with a decision; sending it is the confirmation.
pub fn form(locale: Locale, decision: &Decision, case: &Case, kind: Kind) -> Modal {
    let label = |key| say(locale, &Message::new(key));
    let key = match kind {
        Kind::Kick => "decision-form-kick",
        Kind::Ban => "decision-form-ban",
        _ => "decision-form-timeout",
    };
    let id = CustomId::new("moderation", "decided", 1, decision.id.get()).arg(kind.as_str());
    let form =
        Modal::new(id, label(key)).field(Field::text("reason", label("warn-reason"), 1_000).value(&*case.reason));
    if kind != Kind::Timeout {
        return form;
    }
    let length = match decision.rung.step {
        Step::Timeout(length) => duration::format(length),
        Step::Kick | Step::Ban | Step::Decide => String::new(),
    };
    let field = Field::line("duration", label("decision-duration"), 40).placeholder(label("decision-duration-hint"));
    form.field(field.value(length))
}
