//! Making channels and threads, and deleting channels. Discord takes no nonce for channels: after a try without an
//! answer the delivery looks among the channels of the server for one that it may have made, and adopts it.

use serde_json::{Value, json};
use serenity::http::{LightMethod, Route};

use crate::app::App;
use crate::clock::Timestamp;
use crate::error::Result;
use crate::ids::{ChannelId, GuildId, OutboxId};
use crate::text::limits;
use crate::text::safe::visible;

use super::call::{CallResult, SKEW, act, gone_is_done, id, is_about, is_unauthorized};
use super::queue::{self, Waiting};
use super::{FailureReason, NewChannel, Outcome, Under};
use crate::discord::client::rest::Refusal;

/// Discord's code for a message that has a thread already.
const HAS_THREAD: i64 = 160_004;
/// So long without a message a thread stays in the list of channels, in minutes: Discord's longest.
pub(super) const ARCHIVED_AFTER: u64 = 10_080;
/// Discord's numbers for a text channel and for a category.
const TEXT: u64 = 0;
const CATEGORY: u64 = 4;

/// Makes a channel, unless an earlier try has; if it is late, only the looking for that.
pub(super) async fn make(app: &App, order: &Waiting, new: &NewChannel, reason: &str, late: bool) -> Result<CallResult> {
    let parent = match new.under {
        None => None,
        Some(Under::Channel(parent)) => Some(parent),
        Some(Under::Order(order)) => match queue::channel(app.db.read(), order).await? {
            Some(parent) => Some(parent),
            // What was to hold it is not there.
            None => return Ok(CallResult::Ended(Outcome::Failed(FailureReason::Gone))),
        },
    };
    if let Some(tried) = order.tried_at {
        match own_channel(app, order.guild, new, parent, tried).await? {
            Ok(Some(channel)) => return Ok(CallResult::Ended(Outcome::Made(channel))),
            Ok(None) if late => return Ok(CallResult::Ended(Outcome::Failed(FailureReason::Late))),
            Ok(None) => {}
            Err(refusal) if refusal.is_transient() || is_unauthorized(&refusal) => return Ok(CallResult::Not(refusal)),
            Err(_) => return Ok(CallResult::Ended(Outcome::Unknown)),
        }
    }
    let mut body = json!({"name": new.name, "type": kind(new), "permission_overwrites": new.overwrites});
    if let Some(parent) = parent {
        body["parent_id"] = parent.to_string().into();
    }
    let route = Route::GuildChannels { guild_id: order.guild.into() };
    let made = act(app, LightMethod::Post, route, &body, reason).await;
    let made = made.and_then(|made| id(&made["id"]).map(ChannelId).ok_or(Refusal::Unknown));
    Ok(CallResult::from_answer(made.map(Outcome::Made)))
}

/// Makes a thread on the message of an order that has ended. It has the id of that message, so one that an earlier try
/// has made is known, too; and so is the post in a forum of which that message is the first.
pub(super) async fn make_thread(app: &App, of: OutboxId, name: &str) -> Result<CallResult> {
    let Some((channel, message)) = queue::message(app.db.read(), of).await? else {
        return Ok(CallResult::Ended(Outcome::Failed(FailureReason::Gone)));
    };
    if channel.get() == message.get() {
        return Ok(CallResult::Ended(Outcome::Made(channel)));
    }
    let body = json!({"name": thread_name(name), "auto_archive_duration": ARCHIVED_AFTER});
    let route = Route::ChannelMessageThreads { channel_id: channel.into(), message_id: message.into() };
    let made = match app.discord.rest.send(LightMethod::Post, route, &body).await {
        Err(refusal) if refusal.code() == HAS_THREAD => Ok(ChannelId(message.get())),
        answer => answer.and_then(|made| id(&made["id"]).map(ChannelId).ok_or(Refusal::Unknown)),
    };
    Ok(CallResult::from_answer(made.map(Outcome::Made)))
}

/// A title as Discord takes it for a thread.
pub(super) fn thread_name(title: &str) -> String {
    limits::cut(visible(title).replace('\n', " ").trim(), limits::THREAD_NAME)
}

const fn kind(new: &NewChannel) -> u64 {
    if new.category { CATEGORY } else { TEXT }
}

/// Looks for a channel that is what was ordered, made since an instant, of which no other order knows.
async fn own_channel(
    app: &App,
    guild: GuildId,
    new: &NewChannel,
    parent: Option<ChannelId>,
    since: Timestamp,
) -> Result<Result<Option<ChannelId>, Refusal>> {
    let me = app.discord.introduced().await.bot.to_string();
    let channels = match channels(app, guild).await {
        Ok(channels) => channels,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let of_ours = |channel: &&Value| {
        let overwrites = channel["permission_overwrites"].as_array().into_iter().flatten();
        channel["name"].as_str().is_some_and(|name| name.to_lowercase() == new.name.to_lowercase())
            && channel["type"].as_u64() == Some(kind(new))
            && id(&channel["parent_id"]).map(ChannelId) == parent
            && overwrites.into_iter().any(|one| one["id"] == me.as_str())
    };
    for channel in channels.iter().filter(of_ours).filter_map(|channel| id(&channel["id"])).map(ChannelId) {
        if channel.created_ms() >= since.minus(SKEW).millis() && !queue::is_made(app.db.read(), channel).await? {
            return Ok(Ok(Some(channel)));
        }
    }
    Ok(Ok(None))
}

async fn channels(app: &App, guild: GuildId) -> Result<Vec<Value>, Refusal> {
    let route = Route::GuildChannels { guild_id: guild.into() };
    match app.discord.rest.get(route).await? {
        Value::Array(channels) => Ok(channels),
        _ => Err(Refusal::Unknown),
    }
}

/// Deletes a channel in which nobody has written and which holds no others; else it stays.
pub(super) async fn delete(app: &App, order: &Waiting, channel: ChannelId, reason: &str) -> CallResult {
    match is_in_use(app, order.guild, channel).await {
        Ok(true) => return CallResult::Ended(Outcome::Failed(FailureReason::InUse)),
        Ok(false) => {}
        Err(refusal) => return CallResult::before(gone_is_done(order, Err(refusal))),
    }
    let route = Route::Channel { channel_id: channel.into() };
    let answer = act(app, LightMethod::Delete, route, &Value::Null, reason).await;
    let answer = answer.and_then(|deleted| is_about(&deleted["id"], channel.get()));
    CallResult::from_answer(gone_is_done(order, answer.map(|()| Outcome::Done { message: None })))
}

async fn is_in_use(app: &App, guild: GuildId, channel: ChannelId) -> Result<bool, Refusal> {
    let found = app.discord.rest.get(Route::Channel { channel_id: channel.into() }).await?;
    if found["guild_id"] != guild.to_string().as_str() {
        // Whoever it belongs to uses it.
        return Ok(true);
    }
    if found["type"].as_u64() != Some(CATEGORY) {
        return Ok(!found["last_message_id"].is_null());
    }
    let inside = |one: &Value| id(&one["parent_id"]).map(ChannelId) == Some(channel);
    Ok(channels(app, guild).await?.iter().any(inside))
}
