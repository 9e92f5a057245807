//! SQL of what is known: when Steward was connected, what imports cover, channels and people who are gone.

use super::rows;
use crate::clock::Timestamp;
use crate::error::Result;
use crate::ids::{ChannelId, GuildId, MemberId, MessageId};
use crate::text::zone::{Week, Zone};
use sqlx::{SqliteConnection, SqliteExecutor};

/// A stretch of time, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    pub from: Timestamp,
    pub to: Timestamp,
}

impl Span {
    /// Whether a part of it lies in a week.
    pub fn touches(&self, week: Week, zone: &Zone) -> bool {
        self.from < week.end(zone) && self.to >= week.start(zone)
    }
}

/// Notes that a guild was connected from one instant to another and everything until then is stored.
/// A stretch is known by its beginning and only grows.
pub async fn extend_record(tx: &mut SqliteConnection, stretches: &[(GuildId, Span)]) -> Result<()> {
    for json in rows(stretches.iter().map(|(guild, span)| [guild.0, span.from.0, span.to.0].map(Some))) {
        sqlx::query!(
            "INSERT INTO record (guild_id, from_ms, to_ms, with_ids)
             SELECT value ->> 0, value ->> 1, value ->> 2, 1 FROM json_each(?) WHERE true
             ON CONFLICT (guild_id, from_ms) DO UPDATE SET to_ms = max(to_ms, excluded.to_ms)",
            json
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

/// When a guild was connected, in order.
pub async fn record(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<Span>> {
    let spans = sqlx::query_as!(
        Span,
        r#"SELECT from_ms AS "from!: Timestamp", to_ms AS "to!: Timestamp" FROM record WHERE guild_id = ?
         ORDER BY from_ms"#,
        guild
    )
    .fetch_all(db)
    .await?;
    Ok(spans)
}

/// Of that, what was counted before the ids of messages were kept.
pub async fn record_without_ids(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<Span>> {
    let spans = sqlx::query_as!(
        Span,
        r#"SELECT from_ms AS "from!: Timestamp", to_ms AS "to!: Timestamp" FROM record
           WHERE guild_id = ? AND with_ids = 0 ORDER BY from_ms"#,
        guild
    )
    .fetch_all(db)
    .await?;
    Ok(spans)
}

/// Where covered messages were read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Source {
    /// An exported file.
    Import,
    /// Discord's history over REST.
    Backfill,
}

/// A stretch of a channel that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Covered {
    pub channel: ChannelId,
    /// The first member message.
    pub from: Timestamp,
    pub from_id: MessageId,
    /// The last one.
    pub to: Timestamp,
    pub to_id: MessageId,
    /// The channel is known from here, although nothing was said before `from`.
    pub known_from: Timestamp,
    /// And until here.
    pub known_to: Timestamp,
    pub source: Source,
}

impl Covered {
    /// Whether a message lies inside.
    pub fn has(&self, at: Timestamp, id: MessageId) -> bool {
        (self.from, self.from_id) <= (at, id) && (at, id) <= (self.to, self.to_id)
    }
}

/// Notes what of a channel is known from reading it.
pub async fn insert_covered(tx: &mut SqliteConnection, guild: GuildId, covered: &Covered) -> Result<()> {
    sqlx::query!(
        "INSERT INTO covered
             (guild_id, channel_id, from_ms, from_id, to_ms, to_id, known_from, known_to, source, with_ids)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
         ON CONFLICT (guild_id, channel_id, from_ms, from_id, to_ms, to_id) DO UPDATE SET
             known_from = min(known_from, excluded.known_from), known_to = max(known_to, excluded.known_to)",
        guild,
        covered.channel,
        covered.from,
        covered.from_id,
        covered.to,
        covered.to_id,
        covered.known_from,
        covered.known_to,
        covered.source
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What was read of a guild, in the order of channels and time.
pub async fn covered(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<Covered>> {
    let rows = sqlx::query_as!(
        Covered,
        r#"SELECT channel_id AS "channel!: ChannelId", from_ms AS "from!: Timestamp", from_id AS "from_id!: MessageId",
             to_ms AS "to!: Timestamp", to_id AS "to_id!: MessageId", known_from AS "known_from!: Timestamp",
             known_to AS "known_to!: Timestamp", source AS "source!: Source"
         FROM covered WHERE guild_id = ? ORDER BY channel_id, from_ms, from_id"#,
        guild
    )
    .fetch_all(db)
    .await?;
    Ok(rows)
}

/// Of that, what was counted before the ids of messages were kept.
pub async fn covered_without_ids(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<Covered>> {
    let rows = sqlx::query_as!(
        Covered,
        r#"SELECT channel_id AS "channel!: ChannelId", from_ms AS "from!: Timestamp", from_id AS "from_id!: MessageId",
             to_ms AS "to!: Timestamp", to_id AS "to_id!: MessageId", known_from AS "known_from!: Timestamp",
             known_to AS "known_to!: Timestamp", source AS "source!: Source"
         FROM covered WHERE guild_id = ? AND with_ids = 0"#,
        guild
    )
    .fetch_all(db)
    .await?;
    Ok(rows)
}

/// The name of a channel or thread as last seen. A thread keeps its parent.
pub async fn name_channel(
    tx: &mut SqliteConnection,
    guild: GuildId,
    channel: ChannelId,
    parent: Option<ChannelId>,
    name: &str,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO activity_channels (guild_id, channel_id, parent_id, name) VALUES (?, ?, ?, ?)
         ON CONFLICT (guild_id, channel_id) DO UPDATE SET
             parent_id = ifnull(excluded.parent_id, parent_id), name = excluded.name",
        guild,
        channel,
        parent,
        name
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The name of a channel or thread, unless it is known better.
pub async fn suppose_channel(
    tx: &mut SqliteConnection,
    guild: GuildId,
    channel: ChannelId,
    parent: Option<ChannelId>,
    name: &str,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO activity_channels (guild_id, channel_id, parent_id, name) VALUES (?, ?, ?, ?)
         ON CONFLICT DO NOTHING",
        guild,
        channel,
        parent,
        name
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Someone who was kicked or banned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Removal {
    pub guild: GuildId,
    pub member: MemberId,
    /// Whoever left since then did not go by themselves.
    pub since: Timestamp,
}

/// Makes of a leave that was counted already a removal.
pub async fn set_removed(tx: &mut SqliteConnection, removal: &Removal) -> Result<()> {
    sqlx::query!(
        "UPDATE OR REPLACE activity_moves SET kind = 'removed'
         WHERE guild_id = ? AND member_id = ? AND at_ms >= ? AND kind = 'left'",
        removal.guild,
        removal.member,
        removal.since
    )
    .execute(tx)
    .await?;
    Ok(())
}
