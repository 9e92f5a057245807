//! SQL of the channels in which nothing is counted.

use std::collections::BTreeSet;

use crate::clock::Timestamp;
use crate::error::Result;
use crate::ids::{ChannelId, GuildId};
use sqlx::{SqliteConnection, SqliteExecutor};

/// Those of all servers.
pub async fn all_excluded(db: impl SqliteExecutor<'_>) -> Result<Vec<(GuildId, ChannelId)>> {
    let rows = sqlx::query!(
        r#"SELECT guild_id AS "guild!: GuildId", channel_id AS "channel!: ChannelId" FROM activity_excluded"#
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(|row| (row.guild, row.channel)).collect())
}

/// A channel in which nothing is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExcludedChannel {
    pub channel: ChannelId,
    pub since: Timestamp,
}

/// Those of a server, the latest first.
pub async fn excluded(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<ExcludedChannel>> {
    let rows = sqlx::query_as!(
        ExcludedChannel,
        r#"SELECT channel_id AS "channel!: ChannelId", excluded_at AS "since!: Timestamp" FROM activity_excluded
           WHERE guild_id = ? ORDER BY excluded_at DESC, channel_id"#,
        guild
    );
    Ok(rows.fetch_all(db).await?)
}

/// Excludes a channel; false if it was already.
pub async fn insert_excluded(
    tx: &mut SqliteConnection,
    guild: GuildId,
    channel: ChannelId,
    now: Timestamp,
) -> Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO activity_excluded (guild_id, channel_id, excluded_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        guild,
        channel,
        now
    );
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

/// Counts in a channel again; false if it was not excluded.
pub async fn delete_excluded(tx: &mut SqliteConnection, guild: GuildId, channel: ChannelId) -> Result<bool> {
    let done = sqlx::query!("DELETE FROM activity_excluded WHERE guild_id = ? AND channel_id = ?", guild, channel);
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

/// The channels of the staff and their talks with people, as Steward last found them.
pub async fn staff_channels(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<ChannelId>> {
    let rows = sqlx::query_scalar!(
        r#"SELECT channel_id AS "channel!: ChannelId" FROM activity_staff_channels WHERE guild_id = ?"#,
        guild
    );
    Ok(rows.fetch_all(db).await?)
}

/// That these channels are the staff's now, and those are not any more.
pub async fn set_staff_channels(
    tx: &mut SqliteConnection,
    guild: GuildId,
    staff: &BTreeSet<ChannelId>,
    others: &[ChannelId],
    now: Timestamp,
) -> Result<()> {
    for channel in others {
        sqlx::query!("DELETE FROM activity_staff_channels WHERE guild_id = ? AND channel_id = ?", guild, channel)
            .execute(&mut *tx)
            .await?;
    }
    for channel in staff {
        sqlx::query!(
            "INSERT INTO activity_staff_channels (guild_id, channel_id, seen_at) VALUES (?, ?, ?)
             ON CONFLICT (guild_id, channel_id) DO UPDATE SET seen_at = excluded.seen_at",
            guild,
            channel,
            now
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}
