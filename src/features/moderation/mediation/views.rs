//! What people see of mediations: those who are invited the invitation and the thread, the mediator how it stands, the staff
//! the card. Nothing of it says who has answered what.

use super::{Answer, Mediation, MediationState, NAME, Sent, Side};
use crate::discord::outbox::{Effect, FailureReason, OrderState};
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Button, Embed, Field, Modal, View};
use crate::error::{Arg, Message};
use crate::features::moderation::views::{notice, words};
use crate::i18n::{Locale, plain, say};
use crate::ids::{ChannelId, MemberId};
use crate::text::safe::Safe;

/// How much is typed of what came of it.
const OUTCOME: usize = 500;

fn tell(locale: Locale, key: &'static str) -> Safe {
    say(locale, &Message::new(key))
}

fn numbered(key: &'static str, mediation: &Mediation) -> Message {
    Message::new(key).with("number", mediation.number.to_string())
}

/// What the thread is called. Its topic stays inside.
pub fn thread_name(locale: Locale, mediation: &Mediation) -> String {
    plain(locale, &numbered("mediation-title", mediation))
}

/// What somebody reads who is invited to a talk with another, with their own answer.
pub fn invitation(locale: Locale, mediation: &Mediation, side: &Side, other: MemberId, server: &str) -> View {
    let title = say(locale, &Message::new("mediation-invitation-title").with("server", server));
    let topic = mediation.topic.as_ref().map(|topic| Message::new("mediation-about").with("topic", topic));
    let answer = side.answer.map(|answer| {
        Message::new(match answer {
            Answer::Accepted => "mediation-you-accepted",
            Answer::Declined => "mediation-you-declined",
        })
    });
    let until = words::instant(mediation.expires);
    let lines = [Message::new("mediation-invitation").with("other", other)]
        .into_iter()
        .chain(topic)
        .chain([Message::new("mediation-how"), Message::new("mediation-until").with("until", until)])
        .chain(answer);
    let embed = Embed::titled(title).description(words::lines(locale, lines));
    let footer = say(locale, &numbered("mediation-footer", mediation));
    let button = |key, verb: &str| {
        let id = CustomId::new(NAME, verb, 1, side.id.get()).arg(side.guild);
        Button::new(tell(locale, key), id)
    };
    let buttons = vec![
        button("mediation-accept", "accept").success().enabled(side.answer != Some(Answer::Accepted)),
        button("mediation-decline", "decline").enabled(side.answer != Some(Answer::Declined)),
    ];
    View::embed(embed.footer(footer)).row(buttons)
}

/// What stands in the place of an invitation once it is over.
pub fn invitation_over(locale: Locale, mediation: &Mediation, server: &str) -> View {
    let title = say(locale, &Message::new("mediation-invitation-title").with("server", server));
    let text = match (mediation.state, mediation.thread) {
        (MediationState::Open, Some(thread)) => Message::new("mediation-invitation-open").with("thread", thread),
        (MediationState::Failed, _) => Message::new("mediation-invitation-failed"),
        _ => Message::new("mediation-invitation-over"),
    };
    let footer = say(locale, &numbered("mediation-footer", mediation));
    View::embed(Embed::titled(title).description(say(locale, &text)).footer(footer))
}

/// The line in a channel that says nothing but that there is something to read: the same as for a notice.
pub fn line(locale: Locale, side: &Side) -> View {
    notice::line_in_channel(locale, side.member, CustomId::new(NAME, "read", 1, side.id.get()).arg(side.guild))
}

/// What the mediator reads once both are invited.
pub fn invited(locale: Locale, mediation: &Mediation, sides: &[Side]) -> View {
    let first = numbered("mediation-started", mediation).with("until", words::instant(mediation.expires));
    let not_reached = sides.iter().filter_map(|side| {
        let key = match side.sent {
            Sent::Delivered => return None,
            Sent::Waiting => "mediation-sent-waiting",
            Sent::InChannel => "mediation-sent-in-channel",
            Sent::Unknown => "mediation-sent-unknown",
            Sent::Failed => "mediation-sent-failed",
        };
        Some(sent(key, side))
    });
    View::text(words::lines(locale, [first].into_iter().chain(not_reached)))
}

fn sent(key: &'static str, side: &Side) -> Message {
    let text = Message::new(key).with("member", side.member);
    match (side.sent, side.channel) {
        (Sent::InChannel, Some(channel)) => text.with("channel", channel),
        (Sent::Failed, _) => {
            let why = side.why.as_deref().and_then(FailureReason::from_stored).unwrap_or(FailureReason::Refused);
            text.with("why", why.message(None))
        }
        _ => text,
    }
}

/// The first message of the thread.
pub fn ground_rules(locale: Locale, mediation: &Mediation, sides: &[Side]) -> View {
    let title = say(locale, &numbered("mediation-title", mediation));
    let topic = mediation.topic.as_ref().map(|topic| Message::new("mediation-about").with("topic", topic));
    let rules = ["mediation-rule-1", "mediation-rule-2", "mediation-rule-3", "mediation-rule-4"].map(Message::new);
    let lines = topic.into_iter().chain([Message::new("mediation-rules")]).chain(rules);
    let lines = lines.chain([Message::new("mediation-no-case")]);
    let members = words::all_of(sides.iter().map(|side| Message::new("case-person").with("member", side.member)));
    let greeting = Message::new("mediation-greeting").with("mediator", mediation.mediator);
    let greeting = greeting.with("members", members.unwrap_or_else(|| Message::new("mediation-both")));
    let embed = Embed::titled(title).description(words::lines(locale, lines));
    let view = View { content: Some(say(locale, &greeting)), ..View::embed(embed) };
    sides.iter().fold(view, |view, side| view.mention(side.member)).mention(mediation.mediator)
}

/// That somebody could not be added to the thread.
pub fn not_added(locale: Locale, mediation: &Mediation, member: MemberId) -> View {
    let text = Message::new("mediation-not-added").with("member", member).with("mediator", mediation.mediator);
    View::text(say(locale, &text)).mention(mediation.mediator)
}

/// That one of the two has left the server.
pub fn left(locale: Locale, mediation: &Mediation, member: MemberId) -> View {
    let text = Message::new("mediation-left").with("member", member).with("mediator", mediation.mediator);
    View::text(say(locale, &text)).mention(mediation.mediator)
}

/// The last message of the thread.
pub fn closed_note(locale: Locale, mediation: &Mediation) -> View {
    let outcome = mediation.outcome.as_ref();
    let outcome = outcome.map(|outcome| Message::new("mediation-outcome-line").with("outcome", outcome));
    View::text(words::lines(locale, [Message::new("mediation-closed-note")].into_iter().chain(outcome)))
}

/// What the mediator is told; with the name of the server where that is done by direct message.
pub fn told(locale: Locale, mediation: &Mediation, server: Option<&str>) -> View {
    let text = match mediation.state {
        MediationState::Failed => numbered("mediation-told-failed", mediation).with("why", why(mediation)),
        MediationState::Invited => {
            numbered("mediation-told-not-yet", mediation).with("until", words::instant(mediation.expires))
        }
        _ => numbered("mediation-told-over", mediation),
    };
    match server {
        Some(server) => {
            let title = say(locale, &Message::new("mediation-told-title").with("server", server));
            View::embed(Embed::titled(title).description(say(locale, &text)))
        }
        None => {
            let called = Message::new("case-person").with("member", mediation.mediator);
            let parts = [called, text].map(|part| say(locale, &part));
            View::text(Safe::join(parts, ": ")).mention(mediation.mediator)
        }
    }
}

fn why(mediation: &Mediation) -> Message {
    let effect = Effect::MakePrivateThread { channel: mediation.parent, name: String::new() };
    match mediation.why.as_deref().and_then(FailureReason::from_stored) {
        Some(why) => why.message(Some(&effect)),
        None => Message::new("mediation-unconfirmed"),
    }
}

/// The card. All of it is for staff: in a channel that everyone can read only its number is shown.
pub fn card(locale: Locale, mediation: &Mediation, sides: &[Side]) -> View {
    let person = |member| Message::new("case-person").with("member", member);
    let members = words::all_of(sides.iter().map(|side| person(side.member)));
    let mut fields: Vec<(&str, Safe)> = Vec::new();
    fields.extend(members.map(|members| ("mediation-between", say(locale, &members))));
    fields.push(("mediation-by", say(locale, &person(mediation.mediator))));
    fields.extend(mediation.topic.as_ref().map(|topic| ("mediation-topic", Safe::escape(topic))));
    fields.push(("mediation-state", say(locale, &state(mediation))));
    if mediation.state == MediationState::Invited {
        let failed = sides.iter().filter(|side| side.sent == Sent::Failed);
        let failed: Vec<Message> = failed.map(|side| sent("mediation-sent-failed", side)).collect();
        if !failed.is_empty() {
            fields.push(("mediation-not-reached", words::lines(locale, failed)));
        }
    }
    if let Some(thread) = mediation.thread {
        fields.push(("mediation-thread", say(locale, &Message::new("mediation-in").with("thread", thread))));
    }
    fields.extend(mediation.outcome.as_ref().map(|outcome| ("mediation-outcome", Safe::escape(outcome))));
    let embed = Embed::titled(say(locale, &numbered("mediation-title", mediation)));
    let embed = fields.into_iter().fold(embed, |embed, (key, value)| embed.field_for_staff(tell(locale, key), value));
    let close = Button::new(tell(locale, "mediation-close"), CustomId::new(NAME, "close", 1, mediation.id.get()));
    View::embed(embed).row(if mediation.ended.is_none() { vec![close] } else { Vec::new() })
}

fn state(mediation: &Mediation) -> Message {
    let until = words::instant(mediation.expires);
    let ago = mediation.ended.unwrap_or(mediation.expires);
    match mediation.state {
        MediationState::Invited => Message::new("mediation-state-invited").with("until", until),
        MediationState::Opening => Message::new("mediation-state-opening"),
        MediationState::Open => Message::new("mediation-state-open"),
        MediationState::Unheld => Message::new("mediation-state-unheld"),
        MediationState::Failed => Message::new("mediation-state-failed").with("why", why(mediation)),
        MediationState::Closed => match mediation.closed_by {
            Some(by) => Message::new("mediation-state-closed").with("by", by).with("ago", Arg::Time(ago, 'R')),
            None => Message::new("mediation-state-deleted").with("ago", Arg::Time(ago, 'R')),
        },
    }
}

/// Asks what came of it.
pub fn close_form(locale: Locale, mediation: &Mediation) -> Modal {
    let title = say(locale, &numbered("mediation-close-form", mediation));
    let hint = tell(locale, "mediation-close-hint");
    Modal::new(CustomId::new(NAME, "closed", 1, mediation.id.get()), title)
        .field(Field::text("outcome", tell(locale, "mediation-outcome"), OUTCOME).placeholder(hint))
}

/// That it is closed, and what became of its thread.
pub fn closed(locale: Locale, mediation: &Mediation, thread: Option<ChannelId>, state: OrderState) -> View {
    let text = match (state, thread) {
        (OrderState::Failed(why), Some(thread)) if why != FailureReason::Gone => {
            let why = why.message(Some(&Effect::CloseThread { thread }));
            numbered("mediation-closed-not-locked", mediation).with("why", why)
        }
        (OrderState::StillOnItsWay | OrderState::Unknown, _) => numbered("mediation-closing", mediation),
        _ => numbered("mediation-closed", mediation),
    };
    View::text(say(locale, &text))
}
