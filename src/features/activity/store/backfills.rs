//! SQL of readings of Discord's history.

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::activity::backfill::{Backfill, BackfillId, Found, Kind, Reason, State, Tally};
use crate::ids::{ChannelId, GuildId, MessageId};
use sqlx::{SqliteConnection, SqliteExecutor};

/// A reading that begins.
#[derive(Debug, Clone, Copy)]
pub struct NewBackfill {
    pub guild: GuildId,
    pub reason: Reason,
    pub channel: Option<ChannelId>,
    pub since: Timestamp,
    pub until: Timestamp,
}

/// Notes that something is to be read.
pub async fn insert_backfill(tx: &mut SqliteConnection, new: &NewBackfill, now: Timestamp) -> Result<BackfillId> {
    let id = sqlx::query_scalar!(
        r#"INSERT INTO activity_backfills (guild_id, reason, channel_id, since_ms, until_ms, state, started_at)
           VALUES (?, ?, ?, ?, ?, 'waiting', ?) RETURNING backfill_id AS "id!: BackfillId""#,
        new.guild,
        new.reason,
        new.channel,
        new.since,
        new.until,
        now
    );
    Ok(id.fetch_one(tx).await?)
}

/// A reading by its row.
pub async fn backfill(db: impl SqliteExecutor<'_>, guild: GuildId, id: BackfillId) -> Result<Option<Backfill>> {
    let row = sqlx::query_as!(
        Backfill,
        r#"SELECT backfill_id AS "id!: BackfillId", guild_id AS "guild!: GuildId", reason AS "reason!: Reason",
             channel_id AS "channel: ChannelId", since_ms AS "since!: Timestamp", until_ms AS "until!: Timestamp",
             state AS "state!: State", messages, known, channels, failed
         FROM activity_backfills WHERE guild_id = ? AND backfill_id = ?"#,
        guild,
        id
    );
    Ok(row.fetch_optional(db).await?)
}

/// The reading that is next in a server: gaps first. With a reason, the next of those.
pub async fn next_backfill(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    reason: Option<Reason>,
) -> Result<Option<Backfill>> {
    let row = sqlx::query_as!(
        Backfill,
        r#"SELECT backfill_id AS "id!: BackfillId", guild_id AS "guild!: GuildId", reason AS "reason!: Reason",
             channel_id AS "channel: ChannelId", since_ms AS "since!: Timestamp", until_ms AS "until!: Timestamp",
             state AS "state!: State", messages, known, channels, failed
         FROM activity_backfills
         WHERE guild_id = ?1 AND state IN ('waiting', 'running') AND (?2 IS NULL OR reason = ?2)
         ORDER BY reason = 'gap' DESC, backfill_id LIMIT 1"#,
        guild,
        reason
    );
    Ok(row.fetch_optional(db).await?)
}

/// Up to where gaps of a server have been read, or were tried to be.
pub async fn gaps_read(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<Timestamp>> {
    let rows = sqlx::query_scalar!(
        r#"SELECT until_ms AS "until!: Timestamp" FROM activity_backfills WHERE guild_id = ? AND reason = 'gap'"#,
        guild
    );
    Ok(rows.fetch_all(db).await?)
}

/// Adds channels to a reading; one that is there already stays as it is.
pub async fn insert_found(tx: &mut SqliteConnection, backfill: &Backfill, found: &[Found]) -> Result<()> {
    for one in found {
        let state = if one.is_readable { "waiting" } else { "failed" };
        sqlx::query!(
            "INSERT INTO activity_backfill_channels
                 (backfill_id, guild_id, channel_id, parent_id, name, kind, after_id, state)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            backfill.id,
            backfill.guild,
            one.channel,
            one.parent,
            one.name,
            one.kind,
            one.after,
            state
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

/// The channels of a reading are listed.
pub async fn set_running(tx: &mut SqliteConnection, id: BackfillId) -> Result<()> {
    sqlx::query!("UPDATE activity_backfills SET state = 'running' WHERE backfill_id = ? AND state = 'waiting'", id)
        .execute(tx)
        .await?;
    Ok(())
}

/// The channel of a reading that is next; `None` if all are read.
pub async fn next_channel(db: impl SqliteExecutor<'_>, id: BackfillId) -> Result<Option<Found>> {
    let row = sqlx::query!(
        r#"SELECT channel_id AS "channel!: ChannelId", parent_id AS "parent: ChannelId", name, kind AS "kind!: Kind",
             after_id AS "after!: MessageId"
         FROM activity_backfill_channels WHERE backfill_id = ? AND state = 'waiting' ORDER BY channel_id LIMIT 1"#,
        id
    );
    let row = row.fetch_optional(db).await?;
    Ok(row.map(|row| Found {
        channel: row.channel,
        parent: row.parent,
        name: row.name,
        kind: row.kind,
        after: row.after,
        is_readable: true,
    }))
}

/// How far a channel has been read.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    pub after: MessageId,
    /// There is nothing more to read.
    pub is_done: bool,
}

/// Notes how far a channel has been read; false, and nothing is noted, if somebody else has read on there meanwhile.
pub async fn set_read(tx: &mut SqliteConnection, id: BackfillId, from: &Found, step: Step) -> Result<bool> {
    let state = if step.is_done { "done" } else { "waiting" };
    let read = sqlx::query!(
        "UPDATE activity_backfill_channels SET after_id = ?, state = ?
         WHERE backfill_id = ? AND channel_id = ? AND after_id = ? AND state = 'waiting'",
        step.after,
        state,
        id,
        from.channel,
        from.after
    );
    Ok(read.execute(tx).await?.rows_affected() > 0)
}

/// Adds what a step of a reading brought.
pub async fn add_read(tx: &mut SqliteConnection, id: BackfillId, messages: i64, known: i64) -> Result<()> {
    sqlx::query!(
        "UPDATE activity_backfills SET messages = messages + ?, known = known + ? WHERE backfill_id = ?",
        messages,
        known,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Notes that Discord does not let a channel be read.
pub async fn set_failed(tx: &mut SqliteConnection, id: BackfillId, channel: ChannelId) -> Result<()> {
    sqlx::query!(
        "UPDATE activity_backfill_channels SET state = 'failed' WHERE backfill_id = ? AND channel_id = ?",
        id,
        channel
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// How many channels of a reading stand how.
pub async fn tally(db: impl SqliteExecutor<'_>, id: BackfillId) -> Result<Tally> {
    let tally = sqlx::query_as!(
        Tally,
        r#"SELECT count(*) AS "channels!: i64", ifnull(sum(state = 'done'), 0) AS "done!: i64",
             ifnull(sum(state = 'failed'), 0) AS "failed!: i64"
         FROM activity_backfill_channels WHERE backfill_id = ?"#,
        id
    );
    Ok(tally.fetch_one(db).await?)
}

/// The channels that were read to the end.
pub async fn done_channels(db: impl SqliteExecutor<'_>, id: BackfillId) -> Result<Vec<ChannelId>> {
    let rows = sqlx::query_scalar!(
        r#"SELECT channel_id AS "channel!: ChannelId" FROM activity_backfill_channels
           WHERE backfill_id = ? AND state = 'done' AND kind <> 'forum'"#,
        id
    );
    Ok(rows.fetch_all(db).await?)
}

/// Ends a reading, and what is kept of its channels goes. False if it was over.
pub async fn set_ended(
    tx: &mut SqliteConnection,
    id: BackfillId,
    state: State,
    tally: Tally,
    now: Timestamp,
) -> Result<bool> {
    let ended = sqlx::query!(
        "UPDATE activity_backfills SET state = ?, channels = ?, failed = ?, ended_at = ?
         WHERE backfill_id = ? AND state IN ('waiting', 'running')",
        state,
        tally.channels,
        tally.failed,
        now,
        id
    );
    let ended = ended.execute(&mut *tx).await?.rows_affected() > 0;
    sqlx::query!("DELETE FROM activity_backfill_channels WHERE backfill_id = ?", id).execute(tx).await?;
    Ok(ended)
}
