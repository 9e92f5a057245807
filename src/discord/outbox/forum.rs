//! Making a post in a forum: a thread with its first message, which has the id of the thread. Discord takes no nonce for
//! threads: after a try without an answer the delivery looks among the posts of the forum for one that it may have made,
//! and adopts it.

use serde_json::{Value, json};
use serenity::all::ChannelFlags;
use serenity::http::{LightMethod, Request, Route};

use crate::app::App;
use crate::clock::Timestamp;
use crate::error::Result;
use crate::ids::{ChannelId, GuildId, MessageId};
use crate::text::rfc3339;

use super::call::{CallResult, SKEW, id};
use super::channels::{ARCHIVED_AFTER, thread_name};
use super::message::{Found, earlier, is_public, likeness, send};
use super::queue::{self, Waiting};
use super::{FailureReason, Outcome};
use crate::discord::client::rest::Refusal;
use crate::discord::ui::view;

/// Discord's numbers for a forum and for a channel for media.
const KINDS: [u64; 2] = [15, 16];
/// Archived posts that Discord shows at once.
const PAGE: &str = "100";

/// Whether a channel of the server takes posts instead of messages.
///
/// # Errors
/// What Discord has said instead, where events have not told of the channel.
pub(super) async fn is_forum(app: &App, guild: GuildId, channel: ChannelId) -> Result<bool, Refusal> {
    let known = app.discord.directory.guild(guild);
    if let Some(known) = known.as_ref().and_then(|known| known.channels.get(&channel)) {
        return Ok(known.forum);
    }
    let found = app.discord.rest.get(Route::Channel { channel_id: channel.into() }).await?;
    Ok(found["guild_id"] == guild.to_string().as_str() && KINDS.contains(&found["type"].as_u64().unwrap_or(0)))
}

/// Makes a post, unless an earlier try has; if it is late, only the looking for that.
pub(super) async fn post(
    app: &App,
    order: &Waiting,
    forum: ChannelId,
    title: &str,
    body: &Value,
    late: bool,
) -> Result<CallResult> {
    let (name, mut message) = (thread_name(title), body.clone());
    view::leave_out_for_staff(&mut message, is_public(app, order.guild, forum));
    if let Some(tried) = order.tried_at {
        match earlier(own_post(app, order.guild, forum, (&name, &message), tried).await?, late) {
            Ok(Some(first)) => return Ok(CallResult::Ended(made(first))),
            Ok(None) => {}
            Err(result) => return Ok(result),
        }
    }
    let found = match app.discord.rest.get(Route::Channel { channel_id: forum.into() }).await {
        Ok(found) => found,
        Err(refusal) => return Ok(CallResult::before(Err(refusal))),
    };
    let Ok(tags) = tags(&found) else { return Ok(CallResult::Ended(Outcome::Failed(FailureReason::NoTag))) };
    let body = json!({"name": name, "auto_archive_duration": ARCHIVED_AFTER, "applied_tags": tags, "message": message});
    let route = Route::ChannelThreads { channel_id: forum.into() };
    Ok(CallResult::from_answer(send(app, order, route, body).await?.map(made)))
}

/// A post was made: its thread has the id of its first message.
const fn made(first: MessageId) -> Outcome {
    Outcome::Done { message: Some((ChannelId(first.get()), first)) }
}

/// A forum that takes no post without a tag, and has none.
#[derive(Debug, PartialEq, Eq)]
struct NoTag;

/// The tags of a new post: none, unless the forum requires one. Then it is the first that everyone may give, or the
/// first of all.
fn tags(forum: &Value) -> Result<Vec<&Value>, NoTag> {
    let flags = ChannelFlags::from_bits_truncate(forum["flags"].as_u64().unwrap_or(0));
    if !flags.contains(ChannelFlags::REQUIRE_TAG) {
        return Ok(Vec::new());
    }
    let offered = || forum["available_tags"].as_array().into_iter().flatten();
    let first = offered().find(|tag| tag["moderated"] != true).or_else(|| offered().next());
    first.map(|tag| vec![&tag["id"]]).ok_or(NoTag)
}

/// Looks for one's own post, made since an instant, that no other order has made: among those that are active, and
/// among those that somebody has closed since.
async fn own_post(
    app: &App,
    guild: GuildId,
    forum: ChannelId,
    wanted: (&str, &Value),
    since: Timestamp,
) -> Result<Result<Found, Refusal>> {
    let since = since.minus(SKEW);
    let active = Request::new(Route::GuildThreadsActive { guild_id: guild.into() }, LightMethod::Get);
    let archived = Request::new(Route::ChannelArchivedPublicThreads { channel_id: forum.into() }, LightMethod::Get)
        .params(Some(vec![("limit", PAGE.to_owned())]));
    let mut is_unclear = false;
    for request in [active, archived] {
        let answer = match app.discord.rest.call(request).await {
            Ok(answer) => answer,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let Some(threads) = answer["threads"].as_array() else { return Ok(Err(Refusal::Unknown)) };
        match own_among(app, forum, wanted, since, threads).await? {
            Ok(Some(first)) => return Ok(Ok(Found::Message(first))),
            Ok(None) => {}
            Err(refusal) => return Ok(Err(refusal)),
        }
        // Those that were closed last come first.
        let last = threads.last().and_then(|thread| thread["thread_metadata"]["archive_timestamp"].as_str());
        is_unclear |= answer["has_more"] == true && last.and_then(rfc3339::parse).is_none_or(|last| last >= since);
    }
    Ok(Ok(if is_unclear { Found::Unclear } else { Found::Nothing }))
}

async fn own_among(
    app: &App,
    forum: ChannelId,
    (name, message): (&str, &Value),
    since: Timestamp,
    threads: &[Value],
) -> Result<Result<Option<MessageId>, Refusal>> {
    let me = app.discord.introduced().await.bot.to_string();
    let of_ours = |thread: &&Value| {
        thread["owner_id"] == me.as_str()
            && id(&thread["parent_id"]).map(ChannelId) == Some(forum)
            && thread["name"].as_str() == Some(name)
    };
    for first in threads.iter().filter(of_ours).filter_map(|thread| id(&thread["id"])).map(MessageId) {
        let thread = ChannelId(first.get());
        if first.created_ms() < since.millis() || queue::is_known(app.db.read(), thread, first).await? {
            continue;
        }
        let route = Route::ChannelMessage { channel_id: thread.into(), message_id: first.into() };
        match app.discord.rest.get(route).await {
            Ok(found) if likeness(&found) == likeness(message) => return Ok(Ok(Some(first))),
            Ok(_) => {}
            // Its first message was deleted; the post of this title is ours all the same.
            Err(refusal) if FailureReason::of_refusal(&refusal) == FailureReason::Gone => return Ok(Ok(Some(first))),
            Err(refusal) => return Ok(Err(refusal)),
        }
    }
    Ok(Ok(None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_gets_a_tag_only_where_one_is_required() {
        let forum = |flags: u64, tags: Value| json!({"flags": flags, "available_tags": tags});
        let (staff, all) = (json!({"id": "1", "moderated": true}), json!({"id": "2", "moderated": false}));
        assert_eq!(tags(&forum(0, json!([staff, all]))), Ok(vec![]));
        assert_eq!(tags(&forum(16, json!([staff, all]))), Ok(vec![&json!("2")]));
        assert_eq!(tags(&forum(16, json!([staff]))), Ok(vec![&json!("1")]));
        assert_eq!(tags(&forum(16, json!([]))), Err(NoTag));
    }
}
