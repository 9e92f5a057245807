//! Channels that are locked, and opened as they were.
//!
//! What a channel gives and takes is read before it is locked and kept in a row of [`ChannelLock`]; the
//! outbox then changes single bits of what holds at that moment, and opening gives each of those bits back
//! what it was. So changes by hand stay, made before, while or after it was locked. A thread has a lock of
//! its own in Discord. The entry of the mod log is edited with each step.

use serde_json::Value;
use serenity::all::{Permissions, Route};
use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::level::{Level, Staff};
use crate::discord::access::permission;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::outbox::overwrites::{Overwrite, OverwriteChange, changed, of_channel};
use crate::discord::outbox::{self, Effect, FailureReason, Order, OrderEnded, Outcome};
use crate::error::{Error, Message, Result};
use crate::ids::{ChannelId, GuildId, MemberId, OutboxId};

use super::record::FEATURE;
use super::rules::lock::{self, Keeper};
use super::settings::settings;
use super::slowmodes::OF_USE;
use super::views::lock as views;
use super::{ChannelLock, LockId, LockState, Problem, store};

/// What Discord says of a channel at this moment.
pub struct Found {
    pub channel: ChannelId,
    /// What it gives and takes; `None` for a thread.
    pub overwrites: Option<Vec<Overwrite>>,
    /// Of a thread: whether it is locked.
    pub is_locked: bool,
}

/// Looks at a channel that the actor sees and where Steward can do what locking takes.
///
/// # Errors
/// Told, if they do not see it, or what Steward lacks there, or that Discord did not answer in time.
pub async fn look(interaction: &Interaction, channel: ChannelId) -> Result<Found> {
    let found = fetch_channel(interaction, channel).await?;
    let thread = &found["thread_metadata"];
    let needs = if thread.is_object() {
        Permissions::MANAGE_THREADS
    } else {
        Permissions::MANAGE_CHANNELS | Permissions::MANAGE_ROLES
    };
    channels::steward_needs(interaction, channel, needs).await?;
    if thread.is_object() {
        return Ok(Found { channel, overwrites: None, is_locked: thread["locked"] == true });
    }
    let overwrites = of_channel(&found).ok_or_else(|| Error::fault("a channel with overwrites that cannot be read"))?;
    Ok(Found { channel, overwrites: Some(overwrites), is_locked: false })
}

/// A channel that the actor sees, as Discord tells it now.
///
/// # Errors
/// Told, if they do not see it, or Discord did not answer in time.
pub async fn fetch_channel(interaction: &Interaction, channel: ChannelId) -> Result<Value> {
    channels::require_seen(interaction, channel).await?;
    channels::steward_needs(interaction, channel, Permissions::VIEW_CHANNEL).await?;
    let asking = interaction.app.discord.rest.get(Route::Channel { channel_id: channel.into() });
    match interaction.in_time(asking).await {
        Some(Ok(found)) => Ok(found),
        _ => Err(Message::new("purge-unanswered").with("channel", channel).into()),
    }
}

/// Who goes on writing in a locked channel: the roles of staff, and Steward.
pub struct Keepers {
    all: Vec<Keeper>,
    /// What Steward has in the server: it can change no other bits.
    held: u64,
}

/// Those of a server.
///
/// # Errors
/// Told, if what Steward has there is not known yet, or is not enough.
pub fn keepers(app: &App, guild: GuildId) -> Result<Keepers> {
    let known = app.discord.directory.guild(guild).zip(app.discord.me());
    let (known, me) = known.ok_or_else(|| Message::new("people-unanswered"))?;
    let chosen = app.state::<Staff>().roles_in(guild);
    let everyone = known.roles.iter().find(|(id, _)| id.get() == guild.get());
    let base = everyone.map_or(Permissions::empty(), |(_, role)| role.permissions);
    let is_staff = |permissions| Level::from_permissions(permissions, false) > Level::Everyone;
    let mut keepers: Vec<Keeper> = known
        .roles
        .iter()
        .filter(|(id, role)| {
            // Administrators need nothing, and what everyone has makes nobody staff.
            let by_permission = id.get() != guild.get() && is_staff(role.permissions) && !role.managed;
            (by_permission || chosen.level(&[**id]) > Level::Everyone) && !role.permissions.administrator()
        })
        .map(|(id, role)| Keeper {
            id: id.get(),
            of_member: false,
            held: (base | role.permissions).bits(),
            roles: Vec::new(),
        })
        .collect();
    keepers.sort_by_key(|keeper| keeper.id);
    let held = known.permissions(guild, me.bot, &known.own_roles);
    if !held.contains(Permissions::SEND_MESSAGES) {
        return Err(permission::refused_everywhere(Permissions::SEND_MESSAGES).into());
    }
    if !held.administrator() {
        let roles = known.own_roles.iter().map(|role| role.get()).collect();
        keepers.push(Keeper { id: me.bot.get(), of_member: true, held: held.bits(), roles });
    }
    Ok(Keepers { all: keepers, held: held.bits() })
}

/// Writes that a channel is locked, with its order, its entry in the mod log and its line in the audit. Whether it
/// had been locked before and was changed by hand comes back besides.
///
/// # Errors
/// Told, if it is locked.
pub async fn record(
    tx: &mut SqliteConnection,
    new: ChannelLock,
    found: &Found,
    keepers: &Keepers,
    now: Timestamp,
) -> Result<(ChannelLock, OutboxId, bool)> {
    let (guild, channel) = (new.guild, new.channel);
    let before = store::open_lock(&mut *tx, guild, channel).await?;
    if let Some(before) = &before
        && !is_opened_by_hand(before, found)
    {
        let (by, at) = (before.actor, before.at);
        return Err(Problem::LockedBefore { channel, by, at }.into());
    }
    let (changes, overwrites) = match &found.overwrites {
        None if found.is_locked => return Err(Message::new("lock-thread-before").with("channel", channel).into()),
        None => (Vec::new(), None),
        Some(now) => {
            let back =
                before.as_ref().and_then(|lock| lock.overwrites.as_deref()).map(lock::unlock).unwrap_or_default();
            let open = changed(now, &back);
            let changes = lock::lock(&open, guild.get(), &keepers.all, keepers.held);
            let touched = lock::touched(&open, &changes);
            if touched.is_empty() {
                return Err(Message::new("lock-nothing").with("channel", channel).into());
            }
            (back.into_iter().chain(changes).collect(), Some(touched))
        }
    };
    let again = before.is_some();
    if let Some(before) = before {
        let before = ChannelLock { state: LockState::Replaced, ended_at: Some(now), ..before };
        store::set_lock(&mut *tx, &before).await?;
        refresh(&mut *tx, &before, now).await?;
    }
    let mut lock = ChannelLock { overwrites, ..new };
    lock.id = store::insert_lock(&mut *tx, &lock).await?;
    let reason = format!("/lock by {}: {}", lock.actor, lock.reason);
    let order = order(&mut *tx, &lock, "lock", effect(&lock, changes, true, reason), now).await?;
    let entry = audit::Entry::new(guild, lock.actor, "channel.lock", format!("channel {channel}"));
    audit::record(&mut *tx, &entry.change("", &*lock.reason), now).await?;
    let settings = settings(&mut *tx, guild).await?;
    if let Some(log) = settings.log {
        let body = views::entry(settings.locale, &lock).json_for_outbox();
        let post = Order::new(guild, FEATURE, "lock-log", lock.id.get(), Effect::Post { channel: log, body });
        lock.log = Some(outbox::insert(&mut *tx, &post, now).await?);
        store::set_lock(tx, &lock).await?;
    }
    Ok((lock, order, again))
}

/// Whether somebody has opened by hand what Steward had locked, or changed it.
fn is_opened_by_hand(lock: &ChannelLock, found: &Found) -> bool {
    // What is on its way is not to be seen yet.
    lock.state == LockState::Locked
        && match (&found.overwrites, &lock.overwrites) {
            (Some(now), Some(touched)) => lock::is_changed(now, touched),
            _ => !found.is_locked,
        }
}

/// Writes that a channel is opened, with what follows. Whether it was changed by hand while it was locked comes
/// back besides.
///
/// # Errors
/// Told, if Steward has not locked it, or somebody opens it already.
pub async fn open(
    tx: &mut SqliteConnection,
    (guild, by): (GuildId, MemberId),
    found: &Found,
    now: Timestamp,
) -> Result<(ChannelLock, OutboxId, bool)> {
    let channel = found.channel;
    let lock = store::open_lock(&mut *tx, guild, channel).await?.ok_or(Problem::NotLocked(channel))?;
    if lock.state == LockState::Unlocking {
        return Err(Problem::Unlocking(channel).into());
    }
    let changed = found.overwrites.is_some() && is_opened_by_hand(&lock, found);
    let lock = ChannelLock { state: LockState::Unlocking, why: None, unlocked_by: Some(by), ..lock };
    store::set_lock(&mut *tx, &lock).await?;
    let changes = lock.overwrites.as_deref().map(lock::unlock).unwrap_or_default();
    let order =
        order(&mut *tx, &lock, "unlock", effect(&lock, changes, false, format!("/unlock by {by}")), now).await?;
    let entry = audit::Entry::new(guild, by, "channel.unlock", format!("channel {channel}"));
    audit::record(&mut *tx, &entry, now).await?;
    refresh(tx, &lock, now).await?;
    Ok((lock, order, changed))
}

fn effect(lock: &ChannelLock, changes: Vec<OverwriteChange>, locked: bool, reason: String) -> Effect {
    match lock.overwrites {
        Some(_) => Effect::ChangeOverwrites { channel: lock.channel, changes, reason },
        None => Effect::LockThread { channel: lock.channel, locked, reason },
    }
}

async fn order(
    tx: &mut SqliteConnection,
    lock: &ChannelLock,
    purpose: &'static str,
    effect: Effect,
    now: Timestamp,
) -> Result<OutboxId> {
    let order = Order::new(lock.guild, FEATURE, purpose, lock.id.get(), effect).expires(now.plus(OF_USE));
    outbox::insert(tx, &order, now).await
}

/// A lock of this server.
///
/// # Errors
/// Fault, if there is no such row.
pub async fn get(tx: &mut SqliteConnection, guild: GuildId, id: LockId) -> Result<ChannelLock> {
    store::lock(tx, guild, id).await?.ok_or_else(|| Error::fault(format!("there is no lock {id}")))
}

/// Notes what became of an order of a lock.
pub async fn ended(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    let lock = get(&mut *tx, order.guild, LockId(order.row)).await?;
    let locks = order.purpose == "lock";
    // Of a lock that is being opened, what became of its locking says nothing any more.
    if lock.state != (if locks { LockState::Locking } else { LockState::Unlocking }) {
        return Ok(());
    }
    let (state, why) = match &order.outcome {
        Outcome::Done { .. } | Outcome::Made(_) | Outcome::Scheduled(_) | Outcome::DoneButFor(_) if locks => {
            (LockState::Locked, None)
        }
        Outcome::Done { .. } | Outcome::Made(_) | Outcome::Scheduled(_) | Outcome::DoneButFor(_) => {
            (LockState::Unlocked, None)
        }
        Outcome::Failed(FailureReason::Gone) => (LockState::Gone, None),
        Outcome::Failed(why) if locks => (LockState::Failed, Some(why.as_str())),
        Outcome::Failed(why) => (LockState::Locked, Some(why.as_str())),
        Outcome::Unknown => (LockState::Locked, Some(views::UNKNOWN)),
    };
    set(tx, ChannelLock { state, why: why.map(str::to_owned), ..lock }, now).await
}

/// The channel of a lock was deleted, if one of this server was.
pub async fn deleted(tx: &mut SqliteConnection, guild: GuildId, channel: ChannelId, now: Timestamp) -> Result<()> {
    match store::open_lock(&mut *tx, guild, channel).await? {
        Some(lock) => set(tx, ChannelLock { state: LockState::Gone, why: None, ..lock }, now).await,
        None => Ok(()),
    }
}

async fn set(tx: &mut SqliteConnection, lock: ChannelLock, now: Timestamp) -> Result<()> {
    let is_open = matches!(lock.state, LockState::Locking | LockState::Locked | LockState::Unlocking);
    let lock = ChannelLock { ended_at: (!is_open).then_some(now), ..lock };
    store::set_lock(&mut *tx, &lock).await?;
    refresh(tx, &lock, now).await
}

/// Writes anew what the mod log says of a lock.
async fn refresh(tx: &mut SqliteConnection, lock: &ChannelLock, now: Timestamp) -> Result<()> {
    let Some(of) = lock.log else { return Ok(()) };
    let settings = settings(&mut *tx, lock.guild).await?;
    let body = views::entry(settings.locale, lock).json_for_outbox();
    let order = Order::new(lock.guild, FEATURE, "lock-log", lock.id.get(), Effect::Edit { of, body });
    outbox::insert(tx, &order, now).await.map(drop)
}
