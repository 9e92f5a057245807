//! SQL of imports.

use super::rows;
use crate::clock::Timestamp;
use crate::error::Result;
use crate::ids::{ChannelId, GuildId, MemberId};
use sqlx::{SqliteConnection, SqliteExecutor};

/// Whether a file with these bytes is in.
pub async fn is_imported(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    channel: ChannelId,
    fingerprint: i64,
) -> Result<bool> {
    let found = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM activity_imports WHERE guild_id = ? AND channel_id = ? AND fingerprint = ?)
             AS "found!: bool""#,
        guild,
        channel,
        fingerprint
    )
    .fetch_one(db)
    .await?;
    Ok(found)
}

/// Notes that a file is in, so that it is passed over the next time.
pub async fn insert_import(
    tx: &mut SqliteConnection,
    guild: GuildId,
    channel: ChannelId,
    fingerprint: i64,
    messages: i64,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO activity_imports (guild_id, channel_id, fingerprint, messages, imported_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING",
        guild,
        channel,
        fingerprint,
        messages,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// A guild known only from its exported files.
pub async fn insert_guild(tx: &mut SqliteConnection, guild: GuildId, name: &str, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "INSERT INTO guilds (guild_id, name, locale, joined_at) VALUES (?, ?, 'en', ?) ON CONFLICT DO NOTHING",
        guild,
        name,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Takes what a member did out of the sums of channels, before their own rows go.
pub async fn subtract_member(tx: &mut SqliteConnection, guild: GuildId, member: MemberId) -> Result<()> {
    sqlx::query!(
        "UPDATE activity_channel_weeks AS w SET messages = w.messages - own.messages,
             reactions = w.reactions - own.reactions, voice_seconds = w.voice_seconds - own.voice_seconds
         FROM (SELECT day - (day + 3) % 7 AS week, channel_id, sum(messages) AS messages, sum(reactions) AS reactions,
                   sum(voice_seconds) AS voice_seconds
               FROM activity_days WHERE guild_id = ?1 AND member_id = ?2 GROUP BY 1, 2) AS own
         WHERE w.guild_id = ?1 AND w.week = own.week AND w.channel_id = own.channel_id",
        guild,
        member
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "DELETE FROM activity_channel_weeks
         WHERE guild_id = ? AND messages <= 0 AND reactions <= 0 AND voice_seconds <= 0",
        guild
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Notes that something of these weeks was imported.
pub async fn set_imported_weeks(
    tx: &mut SqliteConnection,
    guild: GuildId,
    weeks: impl IntoIterator<Item = i64>,
    now: Timestamp,
) -> Result<()> {
    for json in rows(weeks.into_iter().map(|week| [guild.0, week, now.0].map(Some))) {
        sqlx::query!(
            "INSERT INTO activity_imported_weeks (guild_id, week, imported_at)
             SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE true
             ON CONFLICT (guild_id, week) DO UPDATE SET imported_at = max(imported_at, excluded.imported_at)",
            json
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}
