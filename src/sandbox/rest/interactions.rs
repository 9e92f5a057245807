//! Answers to interactions: the first one, its edits, follow-ups.

use serde_json::{Value, json};

use super::messages::{change, change_to, draft, draft_is_empty, draft_of};
use super::{Call, Outcome, Refusal, Reply, Route, route};
use crate::clock::monotonic;
use crate::ids::{ChannelId, InteractionId, MessageId};
use crate::sandbox::interactions::{Interaction, answered, asked};
use crate::sandbox::limits;
use crate::sandbox::limits::{At, Problems};
use crate::sandbox::wire;
use crate::sandbox::world::{Draft, flag};

pub const ROUTES: [Route; 8] = [
    route("POST", "/interactions/{interaction_id}/{interaction_token}/callback", respond),
    route("POST", "/webhooks/{webhook_id}/{webhook_token}", follow_up),
    route("GET", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", get),
    route("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", edit),
    route("DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", delete),
    route("GET", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", get),
    route("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", edit),
    route("DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", delete),
];

/// The first answer. Only one is taken, within 3 seconds, and of a kind that fits.
fn respond(call: &mut Call<'_>) -> Outcome {
    let id = InteractionId(call.id("interaction_id"));
    let token = call.part("interaction_token").to_owned();
    let one = call.state.interactions.all.get(&id).filter(|one| one.token == token);
    let Some(one) = one else { return Err(Refusal::code(10_062).at_fault("an answer to an unknown interaction")) };
    let title = one.title.clone();
    if one.answer.is_some() {
        return Err(Refusal::code(40_060).at_fault(format!("{title} was answered twice")));
    }
    if one.late() {
        return Err(Refusal::code(10_062).at_fault(format!("{title} was answered after 3 s")));
    }
    let kind = call.body["type"].as_u64().unwrap_or(0);
    if !one.takes(kind) {
        let mut problems = Problems::default();
        problems.add(&At::root().to("type"), "INTERACTION_TYPE_INVALID", format!("Type {kind} does not answer this."));
        return Err(Refusal::form(&problems));
    }
    carry_out(call, id, kind)?;
    let one = call.state.interactions.all.get_mut(&id).ok_or_else(|| Refusal::code(10_062))?;
    one.answer = Some(kind);
    one.answered_after = Some(monotonic() - one.sent);
    if call.query("with_response") == Some("true") { Ok(Reply::Ok(described(call, id))) } else { Ok(Reply::Empty) }
}

fn carry_out(call: &mut Call<'_>, id: InteractionId, kind: u64) -> Result<(), Refusal> {
    let data = call.body["data"].clone();
    let source = call.state.interactions.all.get(&id).and_then(|one| one.source);
    let original = match kind {
        answered::MESSAGE => {
            let draft = draft_of(call, &data).map_err(below_data)?;
            if draft_is_empty(&draft) {
                return Err(Refusal::code(50_006).at_fault("an empty answer"));
            }
            Some(post(call, id, draft, false)?)
        }
        answered::DEFERRED => {
            let flags = data["flags"].as_u64().unwrap_or(0) & flag::EPHEMERAL | flag::LOADING;
            Some(post(call, id, Draft { flags, ..Draft::default() }, false)?)
        }
        answered::DEFERRED_UPDATE => source,
        answered::UPDATE => {
            if let Some((channel, message)) = source {
                let flags = call.state.world.message(channel, message).map_or(0, |message| message.flags);
                change_to(call, channel, message, flags, &data).map_err(below_data)?;
                call.state.world.change_message(channel, message, |_| {});
            }
            source
        }
        answered::CHOICES => {
            let focused = call.state.interactions.all.get(&id).map_or(3, |one| one.focused);
            let mut problems = Problems::default();
            limits::choices(&mut problems, &At::root().to("data").to("choices"), &data["choices"], focused);
            Call::check(&problems)?;
            None
        }
        _ => {
            let mut problems = Problems::default();
            limits::modal(&mut problems, &At::root().to("data"), &data);
            Call::check(&problems)?;
            None
        }
    };
    if let Some(one) = call.state.interactions.all.get_mut(&id) {
        one.original = original;
        one.choices = data["choices"].as_array().cloned().unwrap_or_default();
        if kind == answered::MODAL {
            let mut form = data;
            let parts = form["components"].as_array().cloned().unwrap_or_default();
            form["components"] = json!(crate::sandbox::world::numbered(parts));
            one.modal = Some(form);
        }
    }
    Ok(())
}

/// What is wrong stands below `data` in an answer.
fn below_data(mut refusal: Refusal) -> Refusal {
    refusal.errors = refusal.errors.map(|errors| json!({"data": errors}));
    refusal
}

/// Writes a message on behalf of an interaction.
fn post(
    call: &mut Call<'_>,
    id: InteractionId,
    mut draft: Draft,
    followup: bool,
) -> Result<(ChannelId, MessageId), Refusal> {
    let world = &call.state.world;
    let one = call.state.interactions.all.get(&id).ok_or_else(|| Refusal::code(10_062))?;
    let (channel, user) = (one.channel, one.user);
    let mut metadata = one.metadata(world);
    if let Some(opener) = one.opener.and_then(|opener| call.state.interactions.all.get(&opener)) {
        metadata["triggering_interaction_metadata"] = opener.metadata(world);
    }
    draft.interaction = Some(metadata);
    if draft.flags & flag::EPHEMERAL != 0 {
        draft.only_for = Some(user);
    }
    let answered = if followup { one.original } else { one.source };
    if let Some(answered) = answered {
        draft.kind = 19;
        draft.reference = Some(answered);
    } else if one.kind == asked::COMMAND {
        draft.kind = if one.data["type"] == 1 { 20 } else { 23 };
    }
    let bot = call.bot();
    let message = call.state.world.post(channel, bot, draft);
    Ok((channel, message))
}

fn described(call: &Call<'_>, id: InteractionId) -> Value {
    let world = &call.state.world;
    let Some(one) = call.state.interactions.all.get(&id) else { return Value::Null };
    let mut body = json!({"interaction": {"id": id.to_string(), "type": one.kind}});
    let message = one.original.and_then(|(channel, id)| world.message(channel, id));
    if let Some(message) = message {
        body["interaction"]["response_message_id"] = json!(message.id.to_string());
        body["interaction"]["response_message_loading"] = json!(message.loading());
        body["interaction"]["response_message_ephemeral"] = json!(message.only_for.is_some());
        body["resource"] = json!({"type": one.answer, "message": wire::message(world, message)});
    }
    body
}

/// The interaction whose token stands in the path; it works for 15 minutes after the first answer.
fn by_token<'c>(call: &'c mut Call<'_>) -> Result<&'c mut Interaction, Refusal> {
    let now = call.state.world.now();
    let mine = call.id("webhook_id") == call.state.world.application.get();
    let token = call.part("webhook_token").to_owned();
    if !mine {
        return Err(Refusal::code(10_015));
    }
    let one = call.state.interactions.by_token(&token);
    let Some(one) = one.filter(|one| !one.expired(now)) else {
        return Err(Refusal::code(50_027));
    };
    if one.answer.is_none() {
        return Err(Refusal::code(10_015).at_fault(format!("a follow-up of {} before its answer", one.title)));
    }
    Ok(one)
}

/// The message of the path, which must belong to the interaction.
fn message_of(call: &mut Call<'_>) -> Result<(InteractionId, ChannelId, MessageId), Refusal> {
    let wanted = call.part("message_id").to_owned();
    let one = by_token(call)?;
    let id = one.id;
    let found = if wanted.is_empty() || wanted == "@original" {
        one.original
    } else {
        let mut own = one.original.iter().chain(&one.followups);
        own.find(|(_, message)| message.to_string() == wanted).copied()
    };
    let found = found.filter(|(channel, message)| call.state.world.message(*channel, *message).is_some());
    found.map(|(channel, message)| (id, channel, message)).ok_or_else(|| Refusal::code(10_008))
}

fn shown(call: &Call<'_>, channel: ChannelId, id: MessageId) -> Outcome {
    let message = call.state.world.message(channel, id).ok_or_else(|| Refusal::code(10_008))?;
    Ok(Reply::Ok(wire::message(&call.state.world, message)))
}

fn follow_up(call: &mut Call<'_>) -> Outcome {
    let one = by_token(call)?;
    let (id, original) = (one.id, one.original);
    let loading = original.filter(|(channel, message)| {
        call.state.world.message(*channel, *message).is_some_and(crate::sandbox::world::Message::loading)
    });
    if let Some((channel, message)) = loading {
        // The first follow-up after "thinking…" takes its place.
        return change_own(call, id, channel, message);
    }
    let draft = draft(call)?;
    if draft_is_empty(&draft) {
        return Err(Refusal::code(50_006).at_fault("an empty follow-up"));
    }
    let (channel, message) = post(call, id, draft, true)?;
    if let Some(one) = call.state.interactions.all.get_mut(&id) {
        one.followups.push((channel, message));
    }
    shown(call, channel, message)
}

fn get(call: &mut Call<'_>) -> Outcome {
    let (_, channel, message) = message_of(call)?;
    shown(call, channel, message)
}

fn edit(call: &mut Call<'_>) -> Outcome {
    let (id, channel, message) = message_of(call)?;
    change_own(call, id, channel, message)
}

fn change_own(call: &mut Call<'_>, id: InteractionId, channel: ChannelId, message: MessageId) -> Outcome {
    let old = call.state.world.message(channel, message).ok_or_else(|| Refusal::code(10_008))?;
    let (flags, was_loading) = (old.flags, old.loading());
    change(call, channel, message, flags)?;
    let now = call.state.world.now();
    call.state.world.change_message(channel, message, |message| {
        message.flags &= !flag::LOADING;
        message.edited = (!was_loading).then_some(now);
    });
    if let Some(one) = call.state.interactions.all.get_mut(&id) {
        one.edits += 1;
    }
    shown(call, channel, message)
}

fn delete(call: &mut Call<'_>) -> Outcome {
    let (_, channel, message) = message_of(call)?;
    call.state.world.delete_message(channel, message);
    Ok(Reply::Empty)
}
