//! SQL of channels that are locked, and of slowmodes as the mod log shows them.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::moderation::rules::lock::Touched;
use crate::features::moderation::{ChannelLock, LockId, LockState, Slowmode, SlowmodeId};
use crate::ids::{ChannelId, GuildId, MemberId, OutboxId};

struct LockRow {
    id: LockId,
    guild: GuildId,
    channel: ChannelId,
    actor: MemberId,
    reason: String,
    overwrites: Option<String>,
    state: String,
    why: Option<String>,
    unlocked_by: Option<MemberId>,
    log: Option<OutboxId>,
    at: Timestamp,
    ended_at: Option<Timestamp>,
}

impl TryFrom<LockRow> for ChannelLock {
    type Error = crate::error::Error;

    fn try_from(row: LockRow) -> Result<Self> {
        let LockRow { id, guild, channel, actor, reason, why, unlocked_by, log, at, ended_at, .. } = row;
        let overwrites = row.overwrites.as_deref().map(serde_json::from_str::<Vec<Touched>>).transpose()?;
        let state = LockState::from_stored(&row.state)?;
        Ok(Self { id, guild, channel, actor, reason, overwrites, state, why, unlocked_by, log, at, ended_at })
    }
}

/// Whole locks, like `cases!`.
macro_rules! locks {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            LockRow,
            r#"SELECT lock_id AS "id!: LockId", guild_id AS "guild: GuildId", channel_id AS "channel: ChannelId",
                      actor_id AS "actor: MemberId", reason, overwrites, state, why,
                      unlocked_by AS "unlocked_by: MemberId", log_order AS "log: OutboxId", at AS "at: Timestamp",
                      ended_at AS "ended_at: Timestamp"
               FROM channel_locks "# + $tail
            $(, $arg)*
        )
    };
}

/// Notes that a channel is about to be locked.
pub async fn insert_lock(tx: &mut SqliteConnection, new: &ChannelLock) -> Result<LockId> {
    let (overwrites, state) = (new.overwrites.as_ref().map(serde_json::to_string).transpose()?, new.state.as_str());
    let id = sqlx::query_scalar!(
        r#"INSERT INTO channel_locks (guild_id, channel_id, actor_id, reason, overwrites, state, at)
           VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING lock_id AS "id!: LockId""#,
        new.guild,
        new.channel,
        new.actor,
        new.reason,
        overwrites,
        state,
        new.at
    );
    Ok(id.fetch_one(tx).await?)
}

/// A lock of this server, if there is one.
pub async fn lock(db: impl SqliteExecutor<'_>, guild: GuildId, id: LockId) -> Result<Option<ChannelLock>> {
    let row = locks!("WHERE guild_id = ? AND lock_id = ?", guild, id);
    row.fetch_optional(db).await?.map(ChannelLock::try_from).transpose()
}

/// The lock of a channel that is not over.
pub async fn open_lock(db: impl SqliteExecutor<'_>, guild: GuildId, channel: ChannelId) -> Result<Option<ChannelLock>> {
    let row =
        locks!("WHERE guild_id = ? AND channel_id = ? AND state IN ('locking', 'locked', 'unlocking')", guild, channel);
    row.fetch_optional(db).await?.map(ChannelLock::try_from).transpose()
}

/// The locks of channels of a server that are not over; those of threads are left out.
pub async fn open_locks(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<ChannelLock>> {
    let rows =
        locks!("WHERE guild_id = ? AND overwrites IS NOT NULL AND state IN ('locking', 'locked', 'unlocking')", guild);
    rows.fetch_all(db).await?.into_iter().map(ChannelLock::try_from).collect()
}

/// How far it is, why not further, who opens it, what posts it in the mod log, and since when it is over.
pub async fn set_lock(tx: &mut SqliteConnection, lock: &ChannelLock) -> Result<()> {
    let state = lock.state.as_str();
    sqlx::query!(
        "UPDATE channel_locks SET state = ?, why = ?, unlocked_by = ?, log_order = ?, ended_at = ? WHERE lock_id = ?",
        state,
        lock.why,
        lock.unlocked_by,
        lock.log,
        lock.ended_at,
        lock.id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Notes that somebody sets a slowmode.
pub async fn insert_slowmode(tx: &mut SqliteConnection, new: &Slowmode) -> Result<SlowmodeId> {
    let id = sqlx::query_scalar!(
        r#"INSERT INTO slowmodes (guild_id, channel_id, actor_id, before, seconds, at) VALUES (?, ?, ?, ?, ?, ?)
           RETURNING slowmode_id AS "id!: SlowmodeId""#,
        new.guild,
        new.channel,
        new.actor,
        new.before,
        new.seconds,
        new.at
    );
    Ok(id.fetch_one(tx).await?)
}

/// A slowmode of this server, if there is one.
pub async fn slowmode(db: impl SqliteExecutor<'_>, guild: GuildId, id: SlowmodeId) -> Result<Option<Slowmode>> {
    let row = sqlx::query_as!(
        Slowmode,
        r#"SELECT slowmode_id AS "id!: SlowmodeId", guild_id AS "guild: GuildId", channel_id AS "channel: ChannelId",
                  actor_id AS "actor: MemberId", before, seconds, log_order AS "log: OutboxId", at AS "at: Timestamp"
           FROM slowmodes WHERE guild_id = ? AND slowmode_id = ?"#,
        guild,
        id
    );
    Ok(row.fetch_optional(db).await?)
}

/// Notes what posts it in the mod log.
pub async fn set_slowmode_logged(tx: &mut SqliteConnection, id: SlowmodeId, order: OutboxId) -> Result<()> {
    sqlx::query!("UPDATE slowmodes SET log_order = ? WHERE slowmode_id = ?", order, id).execute(tx).await?;
    Ok(())
}
