//! SQL of what was counted in memory, added to what is stored.

use std::borrow::Cow;

use super::super::rules::{Batch, Counts, First};
use super::{messages, rows};
use crate::clock::Timestamp;
use crate::error::Result;
use crate::ids::{ChannelId, GuildId, MemberId, MessageId};
use sqlx::{SqliteConnection, SqliteExecutor};

/// What came of adding a batch.
#[derive(Debug, Default)]
pub struct Merged {
    /// For every supposed first that was none, the member's real one.
    pub known: Vec<Known>,
    /// Member messages that had been counted before and were not counted again.
    pub again: u64,
}

/// Adds what was counted to what is there, each message once.
pub async fn merge(tx: &mut SqliteConnection, batches: &[(GuildId, &Batch)]) -> Result<Merged> {
    let (mut merged, mut fresh) = (Merged::default(), Vec::with_capacity(batches.len()));
    for (guild, batch) in batches {
        let again = messages::note_messages(tx, *guild, &batch.messages).await?;
        merged.again += again.iter().filter(|place| batch.messages[**place].is_member_message).count() as u64;
        let batch = if again.is_empty() { Cow::Borrowed(*batch) } else { Cow::Owned(batch.without(&again)) };
        fresh.push((*guild, batch));
    }
    let batches: Vec<(GuildId, &Batch)> = fresh.iter().map(|(guild, batch)| (*guild, batch.as_ref())).collect();
    merge_days(tx, &batches).await?;
    merge_member_weeks(tx, &batches).await?;
    merge_channel_weeks(tx, &batches).await?;
    merge_connections(tx, &batches).await?;
    merge_moves(tx, &batches).await?;
    merged.known = merge_firsts(tx, &batches).await?;
    Ok(merged)
}

async fn merge_days(tx: &mut SqliteConnection, batches: &[(GuildId, &Batch)]) -> Result<()> {
    let mut days: Vec<_> = batches
        .iter()
        .flat_map(|(guild, batch)| {
            batch.days.iter().map(|((day, channel, member), counts)| {
                let Counts { messages, reactions, voice_seconds } = *counts;
                [guild.0, *day, channel.0, member.0, messages, reactions, voice_seconds].map(Some)
            })
        })
        .collect();
    days.sort_unstable();
    for json in rows(days) {
        sqlx::query!(
            "INSERT INTO activity_days (guild_id, day, channel_id, member_id, messages, reactions, voice_seconds)
             SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
             FROM json_each(?) WHERE true
             ON CONFLICT (guild_id, day, channel_id, member_id) DO UPDATE SET
                 messages = messages + excluded.messages,
                 reactions = reactions + excluded.reactions,
                 voice_seconds = voice_seconds + excluded.voice_seconds",
            json
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

async fn merge_member_weeks(tx: &mut SqliteConnection, batches: &[(GuildId, &Batch)]) -> Result<()> {
    let weeks = batches.iter().flat_map(|(guild, batch)| {
        batch
            .member_weeks()
            .into_iter()
            .map(|((week, member), sum)| [guild.0, week, member.0, sum.messages, sum.days].map(Some))
    });
    for json in rows(weeks) {
        sqlx::query!(
            "INSERT INTO activity_member_weeks (guild_id, week, member_id, messages, days)
             SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?) WHERE true
             ON CONFLICT (guild_id, week, member_id) DO UPDATE SET
                 messages = messages + excluded.messages,
                 days = days | excluded.days",
            json
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

async fn merge_channel_weeks(tx: &mut SqliteConnection, batches: &[(GuildId, &Batch)]) -> Result<()> {
    let weeks = batches.iter().flat_map(|(guild, batch)| {
        batch.channel_weeks().into_iter().map(|((week, channel), sum)| {
            [guild.0, week, channel.0, sum.messages, sum.reactions, sum.voice_seconds].map(Some)
        })
    });
    for json in rows(weeks) {
        sqlx::query!(
            "INSERT INTO activity_channel_weeks (guild_id, week, channel_id, messages, reactions, voice_seconds)
             SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
             FROM json_each(?) WHERE true
             ON CONFLICT (guild_id, week, channel_id) DO UPDATE SET
                 messages = messages + excluded.messages,
                 reactions = reactions + excluded.reactions,
                 voice_seconds = voice_seconds + excluded.voice_seconds",
            json
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

async fn merge_connections(tx: &mut SqliteConnection, batches: &[(GuildId, &Batch)]) -> Result<()> {
    let mut connections: Vec<_> = batches
        .iter()
        .flat_map(|(guild, batch)| {
            batch.connections.iter().map(|(week, author, target)| [guild.0, *week, author.0, target.0].map(Some))
        })
        .collect();
    connections.sort_unstable();
    for json in rows(connections) {
        sqlx::query!(
            "INSERT INTO connections (guild_id, week, author_id, target_id)
             SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?) WHERE true
             ON CONFLICT DO NOTHING",
            json
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

async fn merge_moves(tx: &mut SqliteConnection, batches: &[(GuildId, &Batch)]) -> Result<()> {
    for (guild, batch) in batches {
        for step in &batch.moves {
            let kind = step.kind.as_str();
            sqlx::query!(
                "INSERT INTO activity_moves (guild_id, day, member_id, at_ms, kind) VALUES (?, ?, ?, ?, ?)
                 ON CONFLICT DO NOTHING",
                guild,
                step.day,
                step.member,
                step.at,
                kind
            )
            .execute(&mut *tx)
            .await?;
        }
    }
    Ok(())
}

/// A member's first message in a channel, as the database has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    pub guild: GuildId,
    pub channel: ChannelId,
    pub member: MemberId,
    pub first: First,
}

/// A row of `activity_firsts`, with delays.
struct FirstRow {
    guild: GuildId,
    channel: ChannelId,
    member: MemberId,
    at: Timestamp,
    id: MessageId,
    day: i64,
    reply_ms: Option<i64>,
    response_ms: Option<i64>,
    unsure: bool,
}

impl From<FirstRow> for Known {
    fn from(row: FirstRow) -> Self {
        let after = |delay: Option<i64>| delay.map(|delay| Timestamp(row.at.0 + delay));
        let first = First {
            at: row.at,
            id: row.id,
            day: row.day,
            reply: after(row.reply_ms),
            response: after(row.response_ms),
            unsure: row.unsure,
        };
        Self { guild: row.guild, channel: row.channel, member: row.member, first }
    }
}

/// The same as `First::merge`, in SQL.
async fn merge_firsts(tx: &mut SqliteConnection, batches: &[(GuildId, &Batch)]) -> Result<Vec<Known>> {
    let mut firsts: Vec<_> = batches
        .iter()
        .flat_map(|(guild, batch)| {
            batch.firsts.iter().map(|((channel, member), first)| {
                let delay = |at: Option<Timestamp>| at.map(|at| at.since(first.at));
                [
                    Some(guild.0),
                    Some(member.0),
                    Some(channel.0),
                    Some(first.at.0),
                    Some(first.id.0),
                    Some(first.day),
                    delay(first.reply),
                    delay(first.response),
                    Some(i64::from(first.unsure)),
                ]
            })
        })
        .collect();
    firsts.sort_unstable();
    let mut known = Vec::new();
    for json in rows(firsts) {
        sqlx::query!(
            "INSERT INTO activity_firsts
                 (guild_id, member_id, channel_id, first_ms, first_id, first_day, reply_ms, response_ms, unsure)
             SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
                 value ->> 8
             FROM json_each(?) WHERE true
             ON CONFLICT (guild_id, member_id, channel_id) DO UPDATE SET
                 first_ms = min(first_ms, excluded.first_ms),
                 first_id = iif((excluded.first_ms, excluded.first_id) < (first_ms, first_id), excluded.first_id, first_id),
                 first_day = iif((excluded.first_ms, excluded.first_id) < (first_ms, first_id), excluded.first_day, first_day),
                 unsure = iif((excluded.first_ms, excluded.first_id) < (first_ms, first_id), excluded.unsure,
                     iif((excluded.first_ms, excluded.first_id) = (first_ms, first_id), min(unsure, excluded.unsure), unsure)),
                 reply_ms = iif(
                     min(ifnull(first_ms + reply_ms, excluded.first_ms + excluded.reply_ms),
                         ifnull(excluded.first_ms + excluded.reply_ms, first_ms + reply_ms))
                         - min(first_ms, excluded.first_ms) <= 604800000,
                     min(ifnull(first_ms + reply_ms, excluded.first_ms + excluded.reply_ms),
                         ifnull(excluded.first_ms + excluded.reply_ms, first_ms + reply_ms))
                         - min(first_ms, excluded.first_ms),
                     NULL),
                 response_ms = iif(
                     min(ifnull(first_ms + response_ms, excluded.first_ms + excluded.response_ms),
                         ifnull(excluded.first_ms + excluded.response_ms, first_ms + response_ms))
                         - min(first_ms, excluded.first_ms) <= 86400000,
                     min(ifnull(first_ms + response_ms, excluded.first_ms + excluded.response_ms),
                         ifnull(excluded.first_ms + excluded.response_ms, first_ms + response_ms))
                         - min(first_ms, excluded.first_ms),
                     NULL)
             WHERE (excluded.first_ms, excluded.first_id) < (first_ms, first_id)
                 OR ((excluded.first_ms, excluded.first_id) = (first_ms, first_id) AND excluded.unsure < unsure)
                 OR ifnull(excluded.first_ms + excluded.reply_ms < first_ms + reply_ms, excluded.reply_ms IS NOT NULL AND reply_ms IS NULL)
                 OR ifnull(excluded.first_ms + excluded.response_ms < first_ms + response_ms, excluded.response_ms IS NOT NULL AND response_ms IS NULL)",
            json
        )
        .execute(&mut *tx)
        .await?;
        let others = sqlx::query_as!(
            FirstRow,
            r#"SELECT f.guild_id AS "guild!: GuildId", f.channel_id AS "channel!: ChannelId",
                 f.member_id AS "member!: MemberId", f.first_ms AS "at!: Timestamp", f.first_id AS "id!: MessageId",
                 f.first_day AS "day!", f.reply_ms, f.response_ms, f.unsure AS "unsure!: bool"
             FROM json_each(?) AS supposed
             CROSS JOIN activity_firsts AS f ON f.guild_id = supposed.value ->> 0
                 AND f.member_id = supposed.value ->> 1 AND f.channel_id = supposed.value ->> 2
             WHERE f.first_ms <> supposed.value ->> 3 OR f.first_id <> supposed.value ->> 4"#,
            json
        )
        .fetch_all(&mut *tx)
        .await?;
        known.extend(others.into_iter().map(Known::from));
    }
    Ok(known)
}

/// Firsts since an instant, the latest ones: their windows may still be open.
pub async fn firsts_since(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    first_day: i64,
    since: Timestamp,
    limit: i64,
) -> Result<Vec<Known>> {
    let rows = sqlx::query_as!(
        FirstRow,
        r#"SELECT guild_id AS "guild!: GuildId", channel_id AS "channel!: ChannelId", member_id AS "member!: MemberId",
             first_ms AS "at!: Timestamp", first_id AS "id!: MessageId", first_day AS "day!", reply_ms, response_ms,
             unsure AS "unsure!: bool"
         FROM activity_firsts WHERE guild_id = ? AND first_day >= ? AND first_ms >= ?
         ORDER BY first_ms DESC LIMIT ?"#,
        guild,
        first_day,
        since,
        limit
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Known::from).collect())
}

/// Firsts of these channels between two days, both included.
pub async fn firsts_of_channels(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    channels: &[ChannelId],
    days: (i64, i64),
) -> Result<Vec<Known>> {
    let channels = serde_json::to_string(channels)?;
    let rows = sqlx::query_as!(
        FirstRow,
        r#"SELECT guild_id AS "guild!: GuildId", channel_id AS "channel!: ChannelId", member_id AS "member!: MemberId",
             first_ms AS "at!: Timestamp", first_id AS "id!: MessageId", first_day AS "day!", reply_ms, response_ms,
             unsure AS "unsure!: bool"
         FROM activity_firsts WHERE guild_id = ? AND first_day BETWEEN ? AND ?
             AND channel_id IN (SELECT value FROM json_each(?))"#,
        guild,
        days.0,
        days.1,
        channels
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Known::from).collect())
}
