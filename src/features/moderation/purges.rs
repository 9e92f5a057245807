//! Messages deleted at once: found, shown before anything happens, deleted in hundreds, and what came of it.
//!
//! The preview names the messages themselves, so what is written after it is not touched. What is deleted
//! goes through the outbox in parts, as Discord takes them; the row of [`Purge`] counts what became of
//! each, and the entry of the mod log is edited with it.

use serde_json::Value;
use serenity::all::Permissions;
use serenity::http::{LightMethod, Request, Route};
use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::outbox::{self, Effect, FailureReason, Order, OrderEnded, Outcome};
use crate::error::{Error, Message, Result};
use crate::feature::draft::{Spec, State};
use crate::ids::{ChannelId, GuildId, MemberId, MessageId, OutboxId};

use super::record::FEATURE;
use super::rules::purge::{Chosen, Wanted, Written, has_link, is_fresh};
use super::settings::settings;
use super::views::purge;
use super::{Purge, PurgeDraft, PurgeId, PurgeSpec, store};

/// So many messages Discord deletes, and shows, at once.
const PART: usize = 100;
/// So many times the channel is asked for older messages.
const PAGES: usize = 10;
/// What it takes.
pub const NEEDS: Permissions =
    Permissions::VIEW_CHANNEL.union(Permissions::READ_MESSAGE_HISTORY).union(Permissions::MANAGE_MESSAGES);
/// Discord's numbers for messages that nobody can delete: who joined a group, a changed name, the start of a
/// thread and the like.
const FIXED: [u64; 10] = [1, 2, 3, 4, 5, 14, 15, 16, 17, 21];

impl Spec for PurgeSpec {
    const FEATURE: &'static str = FEATURE;
    const KIND: &'static str = "purge";
    type Seen = ();

    fn gone() -> Message {
        Message::new("purge-draft-gone")
    }

    async fn settled(_: &mut SqliteConnection, draft: &PurgeDraft) -> Result<Message> {
        Ok(Message::new(match draft.state {
            State::Published(_) => "purge-before",
            State::Open | State::Cancelled => "purge-cancelled",
        }))
    }

    fn about(&self) -> Option<MemberId> {
        self.member
    }

    fn without_words(self) -> Self {
        Self { chosen: Chosen::default(), ..self }
    }
}

/// Looks for the messages that are wanted, as long as the answer can wait.
///
/// # Errors
/// Told, if Discord did not show any in time.
pub async fn find(interaction: &Interaction, channel: ChannelId, wanted: &Wanted) -> Result<Chosen> {
    let mut chosen = Chosen::default();
    let mut before = None;
    for page in 0..PAGES {
        let messages = match interaction.in_time(messages(interaction, channel, before)).await {
            Some(Some(messages)) => messages,
            // What was found until now is shown.
            _ if page > 0 => break,
            _ => return Err(Message::new("purge-unanswered").with("channel", channel).into()),
        };
        let goes_on = messages.iter().filter_map(written).all(|message| chosen.add(wanted, &message));
        before = messages.last().and_then(|message| id(&message["id"]));
        if !goes_on || messages.len() < PART || before.is_none() {
            break;
        }
    }
    Ok(chosen)
}

/// The latest messages before one, the latest first.
async fn messages(interaction: &Interaction, channel: ChannelId, before: Option<i64>) -> Option<Vec<Value>> {
    let mut params = vec![("limit", PART.to_string())];
    params.extend(before.map(|before| ("before", before.to_string())));
    let route = Route::ChannelMessages { channel_id: channel.into() };
    let request = Request::new(route, LightMethod::Get).params(Some(params));
    match interaction.app.discord.rest.call(request).await.ok()? {
        Value::Array(messages) => Some(messages),
        _ => None,
    }
}

fn written(message: &Value) -> Option<Written> {
    let text = message["content"].as_str().unwrap_or_default();
    let some = |name: &str| message[name].as_array().is_some_and(|list| !list.is_empty());
    let blank = text.is_empty()
        && !["embeds", "attachments", "components", "sticker_items", "message_snapshots"].into_iter().any(some)
        && message["poll"].is_null();
    let linked = |embed: &Value| embed["url"].is_string();
    Some(Written {
        id: MessageId(id(&message["id"])?),
        author: MemberId(id(&message["author"]["id"])?),
        pinned: message["pinned"] == true,
        deletable: !FIXED.contains(&message["type"].as_u64().unwrap_or_default()),
        link: has_link(text) || message["embeds"].as_array().is_some_and(|embeds| embeds.iter().any(linked)),
        blank,
    })
}

fn id(value: &Value) -> Option<i64> {
    value.as_str()?.parse().ok()
}

/// Whether the actor may have messages deleted in a channel, and Steward can.
///
/// # Errors
/// Told, why not.
pub async fn may_purge(interaction: &Interaction, channel: ChannelId) -> Result<()> {
    channels::require_seen(interaction, channel).await?;
    channels::steward_needs(interaction, channel, NEEDS).await
}

/// Writes what is deleted, with its orders, its entry in the mod log and its line in the audit.
pub async fn record(tx: &mut SqliteConnection, draft: &PurgeDraft, now: Timestamp) -> Result<(PurgeId, Vec<OutboxId>)> {
    let (guild, channel, actor) = (draft.guild, draft.channel, draft.author);
    let messages = &draft.spec.chosen.messages;
    let fresh: Vec<MessageId> = messages.iter().copied().filter(|message| is_fresh(*message, now)).collect();
    let (chosen, failed) = (count(messages.len()), count(messages.len() - fresh.len()));
    let new = Purge {
        id: PurgeId(0),
        guild,
        channel,
        actor,
        member: draft.spec.member,
        people: draft.spec.people,
        chosen,
        deleted: 0,
        failed,
        unknown: 0,
        why: (failed > 0).then(|| FailureReason::Late.as_str().to_owned()),
        log: None,
        at: now,
    };
    let id = store::insert_purge(&mut *tx, &new).await?;
    let mut orders = Vec::new();
    for part in fresh.chunks(PART) {
        let reason = format!("/purge by {actor}: {chosen} messages");
        let effect = Effect::DeleteMessages { channel, messages: part.to_vec(), reason };
        let order = Order::new(guild, FEATURE, "purge", id.get(), effect);
        orders.push(outbox::insert(&mut *tx, &order, now).await?);
    }
    let entry = audit::Entry::new(guild, actor, "channel.purge", format!("channel {channel}"));
    let entry = if let Some(member) = draft.spec.member { entry.to(member) } else { entry };
    audit::record(&mut *tx, &entry.change("", format!("{chosen} messages")), now).await?;
    let settings = settings(&mut *tx, guild).await?;
    if let Some(log) = settings.log {
        let body = purge::entry(settings.locale, &Purge { id, ..new }).json_for_outbox();
        let order = Order::new(guild, FEATURE, "purge-log", id.get(), Effect::Post { channel: log, body });
        let order = outbox::insert(&mut *tx, &order, now).await?;
        store::set_purge_logged(tx, id, order).await?;
    }
    Ok((id, orders))
}

/// Notes what became of a part, and edits the entry of the mod log.
pub async fn deleted(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    let Effect::DeleteMessages { messages, .. } = &order.effect else { return Ok(()) };
    let (id, messages) = (PurgeId(order.row), count(messages.len()));
    let (counts, why) = match &order.outcome {
        Outcome::Done { .. } | Outcome::Made(_) | Outcome::Scheduled(_) | Outcome::DoneButFor(_) => {
            ((messages, 0, 0), None)
        }
        Outcome::Failed(why) => ((0, messages, 0), Some(why.as_str())),
        Outcome::Unknown => ((0, 0, messages), None),
    };
    store::add_purged(&mut *tx, id, counts, why).await?;
    let purge = get(&mut *tx, order.guild, id).await?;
    let Some(of) = purge.log else { return Ok(()) };
    let settings = settings(&mut *tx, order.guild).await?;
    let body = purge::entry(settings.locale, &purge).json_for_outbox();
    let order = Order::new(order.guild, FEATURE, "purge-log", id.get(), Effect::Edit { of, body });
    outbox::insert(tx, &order, now).await.map(drop)
}

/// What was deleted, and what became of it.
///
/// # Errors
/// Fault, if there is no such row.
pub async fn get(tx: &mut SqliteConnection, guild: GuildId, id: PurgeId) -> Result<Purge> {
    store::purge(tx, guild, id).await?.ok_or_else(|| Error::fault(format!("there is no purge {id}")))
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
