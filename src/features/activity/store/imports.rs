//! SQL of imports.

use std::collections::HashSet;

use super::rows;
use crate::clock::Timestamp;
use crate::error::Result;
use crate::ids::{ChannelId, GuildId, MemberId};
use sqlx::{SqliteConnection, SqliteExecutor};

/// The files of these guilds that are in: guild, channel and what tells their bytes from others.
pub async fn imported(db: impl SqliteExecutor<'_>, guilds: &[GuildId]) -> Result<HashSet<(GuildId, ChannelId, i64)>> {
    let guilds = serde_json::to_string(guilds)?;
    let rows = sqlx::query!(
        r#"SELECT guild_id AS "guild!: GuildId", channel_id AS "channel!: ChannelId", fingerprint AS "print!: i64"
           FROM activity_imports WHERE guild_id IN (SELECT value FROM json_each(?))"#,
        guilds
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(|row| (row.guild, row.channel, row.print)).collect())
}

/// When something was imported last, by guild.
pub async fn last_imports(db: impl SqliteExecutor<'_>) -> Result<Vec<(GuildId, Timestamp)>> {
    let rows = sqlx::query!(
        r#"SELECT guild_id AS "guild!: GuildId", max(imported_at) AS "at!: Timestamp" FROM activity_imported_weeks
           GROUP BY guild_id"#
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(|row| (row.guild, row.at)).collect())
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
