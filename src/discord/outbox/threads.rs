//! Private threads: made, with people in them, and closed. Discord takes no nonce for threads: after a try without an
//! answer the delivery looks among the threads of the server for one that it may have made, and adopts it.

use serde_json::{Value, json};
use serenity::all::Permissions;
use serenity::http::{LightMethod, Request, Route};

use crate::app::App;
use crate::clock::Timestamp;
use crate::error::Result;
use crate::ids::{ChannelId, GuildId, MemberId};

use super::call::{CallResult, SKEW, id, in_open_thread, is_about, is_unauthorized};
use super::channels::{ARCHIVED_AFTER, thread_name};
use super::queue::{self, Waiting};
use super::upkeep::elsewhere;
use super::{FailureReason, Outcome};
use crate::discord::access::channels::{CanPost, steward_holds};
use crate::discord::client::rest::Refusal;

/// Discord's number for a private thread.
const PRIVATE: u64 = 12;

/// Makes a private thread, unless an earlier try has; if it is late, it only looks for that. If Steward manages threads,
/// only those who manage them can add people to it.
pub(super) async fn make(app: &App, order: &Waiting, channel: ChannelId, name: &str, late: bool) -> Result<CallResult> {
    if let Some(ended) = elsewhere(app, order.guild, channel).await {
        return Ok(ended);
    }
    let name = thread_name(name);
    if let Some(tried) = order.tried_at {
        match own_thread(app, order.guild, channel, &name, tried).await? {
            Ok(Some(thread)) => return Ok(CallResult::Ended(Outcome::Made(thread))),
            Ok(None) if late => return Ok(CallResult::Ended(Outcome::Failed(FailureReason::Late))),
            Ok(None) => {}
            Err(refusal) if refusal.is_transient() || is_unauthorized(&refusal) => return Ok(CallResult::Not(refusal)),
            Err(_) => return Ok(CallResult::Ended(Outcome::Unknown)),
        }
    }
    // Where others may not add people, Steward may only if it manages threads.
    let manages = steward_holds(app, order.guild, channel, Permissions::MANAGE_THREADS).await == CanPost::Yes;
    let body = json!({"name": name, "type": PRIVATE, "invitable": !manages, "auto_archive_duration": ARCHIVED_AFTER});
    let route = Route::ChannelThreads { channel_id: channel.into() };
    let made = app.discord.rest.send(LightMethod::Post, route, &body).await;
    let made = made.and_then(|made| id(&made["id"]).map(ChannelId).ok_or(Refusal::Unknown));
    Ok(CallResult::from_answer(made.map(Outcome::Made)))
}

/// Looks for a thread that is what was ordered, made since an instant, of which no other order knows.
async fn own_thread(
    app: &App,
    guild: GuildId,
    parent: ChannelId,
    name: &str,
    since: Timestamp,
) -> Result<Result<Option<ChannelId>, Refusal>> {
    let me = app.discord.introduced().await.bot.to_string();
    let listed = match app.discord.rest.get(Route::GuildThreadsActive { guild_id: guild.into() }).await {
        Ok(listed) => listed,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let of_ours = |thread: &&Value| {
        thread["name"] == name
            && thread["type"].as_u64() == Some(PRIVATE)
            && id(&thread["parent_id"]).map(ChannelId) == Some(parent)
            && thread["owner_id"] == me.as_str()
    };
    let threads = listed["threads"].as_array().into_iter().flatten().filter(of_ours);
    for thread in threads.filter_map(|thread| id(&thread["id"])).map(ChannelId) {
        if thread.created_ms() >= since.minus(SKEW).millis() && !queue::is_made(app.db.read(), thread).await? {
            return Ok(Ok(Some(thread)));
        }
    }
    Ok(Ok(None))
}

/// Adds somebody to a thread; one who is in it already is as good.
pub(super) async fn add(app: &App, guild: GuildId, thread: ChannelId, member: MemberId) -> CallResult {
    if let Some(ended) = elsewhere(app, guild, thread).await {
        return ended;
    }
    let add = || {
        let route = Route::ChannelThreadMember { channel_id: thread.into(), user_id: member.into() };
        app.discord.rest.call(Request::new(route, LightMethod::Put))
    };
    let added = in_open_thread(app, thread, add).await;
    CallResult::from_answer(added.map(|_| Outcome::Done { message: None }))
}

/// Closes a thread: nobody but those who manage threads writes there any more, where Steward may lock it; else it only goes
/// out of the list of channels.
pub(super) async fn close(app: &App, guild: GuildId, thread: ChannelId) -> CallResult {
    if let Some(ended) = elsewhere(app, guild, thread).await {
        return ended;
    }
    let locked = match change(app, thread, json!({"archived": true, "locked": true})).await {
        Err(refusal) if FailureReason::of_refusal(&refusal) == FailureReason::Permission => {
            match change(app, thread, json!({"archived": true})).await {
                // It is archived, and whoever writes there opens it again: that is not what was ordered.
                Ok(()) => Err(refusal),
                answer => answer,
            }
        }
        answer => answer,
    };
    CallResult::from_answer(locked.map(|()| Outcome::Done { message: None }))
}

async fn change(app: &App, thread: ChannelId, body: Value) -> Result<(), Refusal> {
    let change = || app.discord.rest.send(LightMethod::Patch, Route::Channel { channel_id: thread.into() }, &body);
    in_open_thread(app, thread, change).await.and_then(|changed| is_about(&changed["id"], thread.get()))
}
