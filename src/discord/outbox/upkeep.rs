//! What is done to a channel and to messages of others in it. All of it may be done again without harm.

use serde_json::{Value, json};
use serenity::http::{LightMethod, Request, Route};

use crate::app::App;
use crate::ids::{ChannelId, GuildId, MessageId};

use super::call::{CallResult, act, is_about};
use super::overwrites::{Overwrite, OverwriteChange, changed, of_channel};
use super::queue::Waiting;
use super::{FailureReason, Outcome};
use crate::discord::access::channels;
use crate::discord::client::rest::Refusal;
use crate::text::limits;

/// Discord's code for a message that is not there.
const NO_MESSAGE: i64 = 10_008;
/// Discord's code for an emoji that is not there.
const NO_EMOJI: i64 = 10_014;

/// Removes messages; those that others have removed before are as good.
pub(super) async fn delete(
    app: &App,
    order: &Waiting,
    channel: ChannelId,
    messages: &[MessageId],
    reason: &str,
) -> CallResult {
    if let Some(ended) = elsewhere(app, order.guild, channel).await {
        return ended;
    }
    let channel_id = channel.into();
    let answer = match messages {
        // Discord takes two at least where several are removed.
        [message] => {
            let route = Route::ChannelMessage { channel_id, message_id: (*message).into() };
            act(app, LightMethod::Delete, route, &Value::Null, reason).await
        }
        messages => {
            let ids: Vec<String> = messages.iter().map(ToString::to_string).collect();
            let route = Route::ChannelMessagesBulkDelete { channel_id };
            act(app, LightMethod::Post, route, &json!({"messages": ids}), reason).await
        }
    };
    let done = Outcome::Done { message: None };
    match answer {
        Err(refusal) if refusal.code() == NO_MESSAGE => CallResult::Ended(done),
        answer => CallResult::from_answer(answer.map(|_| done)),
    }
}

/// Puts a reaction of Steward's own on a message, or takes it away; of a message that is not there none is left.
pub(super) async fn react(
    app: &App,
    guild: GuildId,
    channel: ChannelId,
    message: MessageId,
    emoji: &str,
    on: bool,
) -> CallResult {
    if let Some(ended) = elsewhere(app, guild, channel).await {
        return ended;
    }
    let encoded = limits::percent_encoded(emoji).to_string();
    let (channel_id, message_id) = (channel.into(), message.into());
    let route = Route::ChannelMessageReactionMe { channel_id, message_id, reaction: &encoded };
    let method = if on { LightMethod::Put } else { LightMethod::Delete };
    let answer = app.discord.rest.call(Request::new(route, method)).await;
    let done = Outcome::Done { message: None };
    match answer {
        Err(refusal) if !on && matches!(refusal.code(), NO_MESSAGE | NO_EMOJI) => CallResult::Ended(done),
        answer => CallResult::from_answer(answer.map(|_| done)),
    }
}

/// Sets how long people wait between two messages in a channel.
pub(super) async fn slow(app: &App, order: &Waiting, channel: ChannelId, seconds: u64, reason: &str) -> CallResult {
    if let Some(ended) = elsewhere(app, order.guild, channel).await {
        return ended;
    }
    patched(app, channel, &json!({"rate_limit_per_user": seconds}), reason).await
}

/// Changes some of what a channel gives and takes of roles and members, beginning with what holds at this moment.
pub(super) async fn change_overwrites(
    app: &App,
    order: &Waiting,
    channel: ChannelId,
    changes: &[OverwriteChange],
    reason: &str,
) -> CallResult {
    let found = match found(app, order, channel).await {
        Ok(found) => found,
        Err(ended) => return ended,
    };
    let Some(now) = of_channel(&found) else { return CallResult::before(Err(Refusal::Unknown)) };
    let after = changed(&now, changes);
    if after == now {
        return CallResult::Ended(Outcome::Done { message: None });
    }
    let body = json!({"permission_overwrites": after.iter().map(Overwrite::json).collect::<Vec<_>>()});
    patched(app, channel, &body, reason).await
}

/// Locks a thread, or opens it; whether it is archived stays as it is.
pub(super) async fn lock_thread(
    app: &App,
    order: &Waiting,
    channel: ChannelId,
    locked: bool,
    reason: &str,
) -> CallResult {
    let found = match found(app, order, channel).await {
        Ok(found) => found,
        Err(ended) => return ended,
    };
    let thread = &found["thread_metadata"];
    if thread["locked"] == locked {
        return CallResult::Ended(Outcome::Done { message: None });
    }
    patched(app, channel, &json!({"locked": locked, "archived": thread["archived"] == true}), reason).await
}

async fn patched(app: &App, channel: ChannelId, body: &Value, reason: &str) -> CallResult {
    let answer = act(app, LightMethod::Patch, Route::Channel { channel_id: channel.into() }, body, reason).await;
    let answer = answer.and_then(|changed| is_about(&changed["id"], channel.get()));
    CallResult::from_answer(answer.map(|()| Outcome::Done { message: None }))
}

/// The channel as Discord tells it now, if it is one of the server that ordered something.
async fn found(app: &App, order: &Waiting, channel: ChannelId) -> Result<Value, CallResult> {
    match app.discord.rest.get(Route::Channel { channel_id: channel.into() }).await {
        Ok(found) if found["guild_id"] == order.guild.to_string().as_str() => Ok(found),
        Ok(_) => Err(CallResult::Ended(Outcome::Failed(FailureReason::Foreign))),
        Err(refusal) => Err(CallResult::before(Err(refusal))),
    }
}

/// What came of it, where the channel is none of the server that ordered it.
pub(super) async fn elsewhere(app: &App, guild: GuildId, channel: ChannelId) -> Option<CallResult> {
    match channels::belongs_to(app, guild, channel).await {
        Ok(true) => None,
        Ok(false) => Some(CallResult::Ended(Outcome::Failed(FailureReason::Foreign))),
        Err(refusal) => Some(CallResult::before(Err(refusal))),
    }
}
