//! Asking Discord for channels, threads and messages.

use serde_json::Value;
use serenity::all::Permissions;
use serenity::http::{LightMethod, Request, Route};

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::client::directory::Guild;
use crate::discord::client::rest::Refusal;
use crate::features::activity::exported::{HistoryMessage, Kind as MessageKind};
use crate::features::activity::rules::DELETED_USER;
use crate::ids::{ChannelId, GuildId, MemberId, MessageId};
use crate::text::limits::percent_encoded;
use crate::text::rfc3339;

use super::{Backfill, Found, Kind};

/// So many messages or threads Discord gives at once.
pub const PAGE: usize = 100;
/// Where the time in Discord's ids begins, in unix milliseconds.
const EPOCH_MS: i64 = 1_420_070_400_000;
/// So long a thread is open at least before Discord archives it by itself, in milliseconds.
pub const ARCHIVED_AFTER_MS: i64 = 3_600_000;

/// The highest id of a message before an instant.
pub fn id_before(at: Timestamp) -> MessageId {
    MessageId(((at.0 - EPOCH_MS).max(0) << 22) - 1)
}

/// The channels and open threads of a server that may hold something of the time that is read, as far as Steward sees
/// them.
pub async fn channels(app: &App, backfill: &Backfill) -> Result<Vec<Found>, Refusal> {
    let guild = backfill.guild;
    let channels = app.discord.rest.get(Route::GuildChannels { guild_id: guild.into() }).await?;
    let threads = app.discord.rest.get(Route::GuildThreadsActive { guild_id: guild.into() }).await?;
    let all = channels.as_array().into_iter().chain(threads["threads"].as_array()).flatten();
    let Some((known, me)) = app.discord.directory.guild(guild).zip(app.discord.me()) else {
        return Err(Refusal::Unknown);
    };
    let may_have_archived = backfill.may_have_archived(app.clock.now());
    let found = all.filter_map(|channel| found(backfill, channel, may_have_archived));
    let wanted =
        |one: &Found| backfill.channel.is_none_or(|channel| one.channel == channel || one.parent == Some(channel));
    Ok(found.filter(wanted).filter_map(|one| seen(&known, guild, me.bot, one)).collect())
}

/// A channel, if it may hold messages of the time that is read, or threads of that time that are archived by now.
fn found(backfill: &Backfill, channel: &Value, may_have_archived: bool) -> Option<Found> {
    let kind = match channel["type"].as_u64()? {
        0 | 5 => Kind::Text,
        15 | 16 => Kind::Forum,
        2 | 10..=13 => Kind::Plain,
        _ => return None,
    };
    let is_thread = matches!(channel["type"].as_u64(), Some(10..=12));
    let after = id_before(backfill.since);
    let is_quiet = id(&channel["last_message_id"]).is_none_or(|last| last <= after.0);
    let may_have_threads = kind != Kind::Plain && may_have_archived;
    if is_quiet && !may_have_threads {
        return None;
    }
    Some(Found {
        channel: ChannelId(id(&channel["id"])?),
        parent: id(&channel["parent_id"]).filter(|_| is_thread).map(ChannelId),
        name: channel["name"].as_str().unwrap_or_default().to_owned(),
        // Where nothing was written since, only its threads are of interest.
        kind: if is_quiet && kind == Kind::Text { Kind::Forum } else { kind },
        after,
        is_readable: true,
    })
}

/// A channel that Steward sees, with whether it may read its history.
fn seen(known: &Guild, guild: GuildId, me: MemberId, found: Found) -> Option<Found> {
    let place = if known.channels.contains_key(&found.channel) { found.channel } else { found.parent? };
    let held = known.permissions_in(guild, place, me, &known.own_roles);
    held.view_channel().then(|| Found { is_readable: held.contains(Permissions::READ_MESSAGE_HISTORY), ..found })
}

/// Public threads of a channel that are archived and may hold something of the time that is read. All of them are asked
/// for at once, because the place where such a list was left off is not kept.
pub async fn archived(app: &App, backfill: &Backfill, of: &Found) -> Result<Vec<Found>, Refusal> {
    let mut all = Vec::new();
    let mut before: Option<String> = None;
    loop {
        let mut params = vec![("limit", PAGE.to_string())];
        params.extend(before.take().map(|before| ("before", before)));
        let route = Route::ChannelArchivedPublicThreads { channel_id: of.channel.into() };
        let page = app.discord.rest.call(Request::new(route, LightMethod::Get).params(Some(params))).await?;
        let threads = page["threads"].as_array().map_or(&[][..], Vec::as_slice);
        all.extend(threads.iter().filter_map(|thread| found(backfill, thread, true)));
        let last = threads.last().and_then(|thread| thread["thread_metadata"]["archive_timestamp"].as_str());
        let Some(last) = last.filter(|_| page["has_more"] == true) else { break };
        if rfc3339::parse(last).is_none_or(|at| at < backfill.since) {
            break;
        }
        // Its "+00:00" would arrive as a space.
        before = Some(percent_encoded(last).to_string());
    }
    Ok(all)
}

/// The next messages of a channel after one, in order, and whether there may be more.
pub async fn messages(app: &App, channel: ChannelId, after: MessageId) -> Result<(Vec<HistoryMessage>, bool), Refusal> {
    let params = vec![("limit", PAGE.to_string()), ("after", after.0.max(0).to_string())];
    let route = Route::ChannelMessages { channel_id: channel.into() };
    let page = app.discord.rest.call(Request::new(route, LightMethod::Get).params(Some(params))).await?;
    let page = page.as_array().ok_or(Refusal::Unknown)?;
    let mut messages: Vec<HistoryMessage> = page.iter().filter_map(message).collect();
    messages.sort_unstable_by_key(|message| message.id);
    Ok((messages, page.len() == PAGE))
}

/// What is looked at of a message, as of one that is heard of as it is written.
fn message(of: &Value) -> Option<HistoryMessage> {
    let author = &of["author"];
    let author_id = MemberId(id(&author["id"])?);
    let kind = match of["type"].as_u64()? {
        _ if !of["webhook_id"].is_null() => MessageKind::Webhook,
        _ if author["bot"] == true => MessageKind::Bot,
        _ if author_id == DELETED_USER => MessageKind::DeletedUser,
        0 | 19 => MessageKind::Message,
        7 => MessageKind::Join,
        _ => MessageKind::System,
    };
    let reference = &of["message_reference"];
    let is_forward = reference["type"] == 1;
    let answered = Some(&of["referenced_message"]).filter(|answered| answered.is_object() && !is_forward);
    let people = of["mentions"].as_array().into_iter().flatten().chain(answered.map(|answered| &answered["author"]));
    let mut mentions: Vec<MemberId> = people
        .filter(|user| user["bot"] != true)
        .filter_map(|user| id(&user["id"]).map(MemberId))
        .filter(|user| *user != author_id && *user != DELETED_USER)
        .collect();
    mentions.sort_unstable();
    mentions.dedup();
    // Null says that the message was deleted; without it, the author has to be found among what is kept.
    let is_open = of["type"] == 19 && of.get("referenced_message").is_none() && !is_forward;
    Some(HistoryMessage {
        id: MessageId(id(&of["id"])?),
        at: rfc3339::parse(of["timestamp"].as_str()?)?,
        author: Some(author_id)
            .filter(|_| !matches!(kind, MessageKind::Webhook | MessageKind::Bot | MessageKind::DeletedUser)),
        mentions,
        replies_to: id(&reference["message_id"]).filter(|_| is_open).map(MessageId),
        kind,
    })
}

fn id(value: &Value) -> Option<i64> {
    value.as_str()?.parse().ok()
}
