//! All SQL of activity: merging what was counted, what is covered and on record, and the sums that
//! figures are made of.

use std::fmt::Write as _;

use sqlx::{SqliteConnection, SqliteExecutor};

use super::rules::{Batch, Counts, First};
use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::activity::Lively;
use crate::ids::{ChannelId, GuildId, MemberId, MessageId};
use crate::text::zone::{Week, Zone};

/// How many rows go into one statement.
const ROWS: usize = 10_000;

/// Rows as JSON arrays of arrays of whole numbers, each of at most [`ROWS`] and made when it is needed.
fn rows<const N: usize>(of: impl IntoIterator<Item = [Option<i64>; N]>) -> impl Iterator<Item = String> {
    let mut rows = of.into_iter().peekable();
    std::iter::from_fn(move || {
        rows.peek()?;
        let mut json = String::from("[");
        for (place, row) in rows.by_ref().take(ROWS).enumerate() {
            json.push_str(if place == 0 { "[" } else { ",[" });
            for (place, number) in row.into_iter().enumerate() {
                json.push_str(if place == 0 { "" } else { "," });
                // Writing into a String cannot fail.
                let _ = match number {
                    Some(number) => write!(json, "{number}"),
                    None => json.write_str("null"),
                };
            }
            json.push(']');
        }
        json.push(']');
        Some(json)
    })
}

/// Adds what was counted to what is there. Returns, for every supposed first that was none, the
/// member's real one.
pub async fn merge(tx: &mut SqliteConnection, batches: &[(GuildId, &Batch)]) -> Result<Vec<Known>> {
    merge_days(tx, batches).await?;
    merge_member_weeks(tx, batches).await?;
    merge_channel_weeks(tx, batches).await?;
    merge_connections(tx, batches).await?;
    merge_moves(tx, batches).await?;
    merge_firsts(tx, batches).await
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

/// Firsts of one channel between two days, both included.
pub async fn firsts_of_channel(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    channel: ChannelId,
    days: (i64, i64),
) -> Result<Vec<Known>> {
    let rows = sqlx::query_as!(
        FirstRow,
        r#"SELECT guild_id AS "guild!: GuildId", channel_id AS "channel!: ChannelId", member_id AS "member!: MemberId",
             first_ms AS "at!: Timestamp", first_id AS "id!: MessageId", first_day AS "day!", reply_ms, response_ms,
             unsure AS "unsure!: bool"
         FROM activity_firsts WHERE guild_id = ? AND first_day BETWEEN ? AND ? AND channel_id = ?"#,
        guild,
        days.0,
        days.1,
        channel
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Known::from).collect())
}

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
            "INSERT INTO record (guild_id, from_ms, to_ms)
             SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE true
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
        "INSERT INTO covered (guild_id, channel_id, from_ms, from_id, to_ms, to_id, known_from, known_to, source)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
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

/// What is stored of a week whose rows have had their time.
#[derive(Debug, Clone)]
pub struct Stored {
    pub week: i64,
    pub connections: i64,
    pub mutual: i64,
    /// All its figures; none while its days are still there.
    pub figures: Option<String>,
}

/// What is stored of weeks.
pub async fn stored_weeks(db: impl SqliteExecutor<'_>, guild: GuildId, weeks: Mondays) -> Result<Vec<Stored>> {
    let rows = sqlx::query_as!(
        Stored,
        r#"SELECT week AS "week!: i64", connections AS "connections!: i64", mutual AS "mutual!: i64", figures
           FROM activity_weeks WHERE guild_id = ? AND week BETWEEN ? AND ?"#,
        guild,
        weeks.first,
        weeks.last
    );
    Ok(rows.fetch_all(db).await?)
}

/// The guilds there are, by name.
pub async fn guilds(db: impl SqliteExecutor<'_>) -> Result<Vec<(GuildId, String)>> {
    let rows = sqlx::query!(r#"SELECT guild_id AS "id!: GuildId", name FROM guilds ORDER BY name, guild_id"#)
        .fetch_all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Mondays from the first to the last, both included.
#[derive(Debug, Clone, Copy)]
pub struct Mondays {
    pub first: i64,
    pub last: i64,
}

/// What the members of a week did together.
#[derive(Debug, Clone, Copy)]
pub struct MemberSums {
    pub week: i64,
    pub messages: i64,
    pub active_members: i64,
    /// Distinct members of each day, added up.
    pub member_days: i64,
}

/// Messages and members of each week, all channels together.
pub async fn member_sums(db: impl SqliteExecutor<'_>, guild: GuildId, weeks: Mondays) -> Result<Vec<MemberSums>> {
    let sums = sqlx::query_as!(
        MemberSums,
        r#"SELECT week AS "week!: i64", sum(messages) AS "messages!: i64", count(*) AS "active_members!: i64",
             sum((days & 1) + (days >> 1 & 1) + (days >> 2 & 1) + (days >> 3 & 1) + (days >> 4 & 1) + (days >> 5 & 1)
                 + (days >> 6 & 1)) AS "member_days!: i64"
         FROM activity_member_weeks WHERE guild_id = ? AND week BETWEEN ? AND ? GROUP BY week"#,
        guild,
        weeks.first,
        weeks.last
    )
    .fetch_all(db)
    .await?;
    Ok(sums)
}

/// Messages of the ten most active members of a week.
pub async fn top_ten(db: impl SqliteExecutor<'_>, guild: GuildId, week: i64) -> Result<i64> {
    let sum = sqlx::query_scalar!(
        r#"SELECT ifnull(sum(messages), 0) AS "sum!: i64" FROM (
             SELECT messages FROM activity_member_weeks WHERE guild_id = ? AND week = ? ORDER BY messages DESC LIMIT 10)"#,
        guild,
        week
    )
    .fetch_one(db)
    .await?;
    Ok(sum)
}

/// A member who wrote for the first time in the guild.
#[derive(Debug, Clone, Copy)]
pub struct Newcomer {
    pub day: i64,
    pub reply_ms: Option<i64>,
    pub response_ms: Option<i64>,
    /// What came after their first message is not all known.
    pub unsure: bool,
    /// Whether they wrote in the week after that of their first message.
    pub active_next_week: bool,
}

/// Whoever wrote for the first time in these weeks.
pub async fn newcomers(db: impl SqliteExecutor<'_>, guild: GuildId, weeks: Mondays) -> Result<Vec<Newcomer>> {
    let end = weeks.last + 6;
    let newcomers = sqlx::query_as!(
        Newcomer,
        r#"SELECT f.first_day AS "day!: i64", f.reply_ms, f.response_ms, f.unsure AS "unsure!: bool",
             EXISTS (SELECT 1 FROM activity_member_weeks AS w WHERE w.guild_id = f.guild_id
                 AND w.week = f.first_day - (f.first_day + 3) % 7 + 7 AND w.member_id = f.member_id)
                 AS "active_next_week!: bool"
         FROM activity_firsts AS f
         WHERE f.guild_id = ? AND f.first_day BETWEEN ? AND ?
             AND NOT EXISTS (SELECT 1 FROM activity_firsts AS e WHERE e.guild_id = f.guild_id
                 AND e.member_id = f.member_id AND (e.first_ms, e.first_id) < (f.first_ms, f.first_id))"#,
        guild,
        weeks.first,
        end
    )
    .fetch_all(db)
    .await?;
    Ok(newcomers)
}

/// The connections of a week.
#[derive(Debug, Clone, Copy)]
pub struct ConnectionSums {
    pub week: i64,
    pub connections: i64,
    /// Those whose reverse is there too.
    pub mutual: i64,
}

/// The plus keeps SQLite from walking through everyone's first days by their index.
pub async fn connection_sums(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    weeks: Mondays,
) -> Result<Vec<ConnectionSums>> {
    let sums = sqlx::query_as!(
        ConnectionSums,
        r#"SELECT c.week AS "week!: i64", count(*) AS "connections!: i64",
             sum(EXISTS (SELECT 1 FROM connections AS r WHERE r.guild_id = c.guild_id AND r.week = c.week
                 AND r.author_id = c.target_id AND r.target_id = c.author_id)) AS "mutual!: i64"
         FROM connections AS c
         WHERE c.guild_id = ? AND c.week BETWEEN ? AND ?
             AND EXISTS (SELECT 1 FROM activity_firsts AS f WHERE f.guild_id = c.guild_id
                 AND f.member_id = c.target_id AND +f.first_day < c.week + 7)
         GROUP BY c.week"#,
        guild,
        weeks.first,
        weeks.last
    )
    .fetch_all(db)
    .await?;
    Ok(sums)
}

/// What happened in a channel, with its threads, in a week.
#[derive(Debug, Clone)]
pub struct ChannelSums {
    pub week: i64,
    pub channel: ChannelId,
    /// As last seen, if ever.
    pub name: Option<String>,
    pub messages: i64,
    pub reactions: i64,
    pub voice_seconds: i64,
}

/// Messages of each week and channel.
pub async fn channel_sums(db: impl SqliteExecutor<'_>, guild: GuildId, weeks: Mondays) -> Result<Vec<ChannelSums>> {
    let sums = sqlx::query_as!(
        ChannelSums,
        r#"SELECT s.week AS "week!: i64", s.channel AS "channel!: ChannelId", n.name AS "name?", s.messages AS "messages!: i64",
             s.reactions AS "reactions!: i64", s.voice_seconds AS "voice_seconds!: i64"
         FROM (SELECT w.week, w.guild_id, ifnull(c.parent_id, w.channel_id) AS channel, sum(w.messages) AS messages,
                   sum(w.reactions) AS reactions, sum(w.voice_seconds) AS voice_seconds
               FROM activity_channel_weeks AS w
               LEFT JOIN activity_channels AS c ON c.guild_id = w.guild_id AND c.channel_id = w.channel_id
               WHERE w.guild_id = ? AND w.week BETWEEN ? AND ?
               GROUP BY w.week, channel) AS s
         LEFT JOIN activity_channels AS n ON n.guild_id = s.guild_id AND n.channel_id = s.channel"#,
        guild,
        weeks.first,
        weeks.last
    )
    .fetch_all(db)
    .await?;
    Ok(sums)
}

/// Who came and went in a week.
#[derive(Debug, Clone, Copy)]
pub struct MoveSums {
    pub week: i64,
    pub joined: i64,
    pub left: i64,
    pub removed: i64,
}

/// Who came, left and was removed in each week.
pub async fn move_sums(db: impl SqliteExecutor<'_>, guild: GuildId, weeks: Mondays) -> Result<Vec<MoveSums>> {
    let end = weeks.last + 6;
    let sums = sqlx::query_as!(
        MoveSums,
        r#"SELECT day - (day + 3) % 7 AS "week!: i64", sum(kind = 'joined') AS "joined!: i64",
             sum(kind = 'left') AS "left!: i64", sum(kind = 'removed') AS "removed!: i64"
         FROM activity_moves WHERE guild_id = ? AND day BETWEEN ? AND ? GROUP BY 1"#,
        guild,
        weeks.first,
        end
    )
    .fetch_all(db)
    .await?;
    Ok(sums)
}

/// Member messages of a day, and how many people wrote them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DaySums {
    pub messages: i64,
    pub people: i64,
}

/// The days of the week that begins on this Monday.
pub async fn days_of_week(db: impl SqliteExecutor<'_>, guild: GuildId, monday: i64) -> Result<[DaySums; 7]> {
    let sunday = monday + 6;
    let sums = sqlx::query!(
        r#"SELECT day AS "day!: i64", sum(messages) AS "messages!: i64", count(DISTINCT member_id) AS "people!: i64"
           FROM activity_days WHERE guild_id = ? AND day BETWEEN ? AND ? AND messages > 0 GROUP BY day"#,
        guild,
        monday,
        sunday
    )
    .fetch_all(db)
    .await?;
    let of = |day| {
        let sum = sums.iter().find(|sum| sum.day == day);
        sum.map_or(DaySums::default(), |sum| DaySums { messages: sum.messages, people: sum.people })
    };
    Ok(std::array::from_fn(|place| of(monday + place as i64)))
}

/// The channels and threads in which members wrote in the week that begins on this Monday.
pub async fn channels_of_week(db: impl SqliteExecutor<'_>, guild: GuildId, monday: i64) -> Result<Vec<ChannelId>> {
    let channels = sqlx::query_scalar!(
        r#"SELECT channel_id AS "channel: ChannelId" FROM activity_channel_weeks
           WHERE guild_id = ? AND week = ? AND messages > 0"#,
        guild,
        monday
    );
    Ok(channels.fetch_all(db).await?)
}

/// What was written in these channels and threads in the week that begins on this Monday, and by how
/// many people, threads taken together with their channel.
pub async fn lively(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    monday: i64,
    channels: &[ChannelId],
) -> Result<Vec<Lively>> {
    let (sunday, channels) = (monday + 6, serde_json::to_string(channels)?);
    let lively = sqlx::query_as!(
        Lively,
        r#"SELECT ifnull(n.name, CAST(s.channel AS TEXT)) AS "name!: String", s.messages AS "messages!: i64",
             s.people AS "people!: i64"
         FROM (SELECT d.guild_id, ifnull(c.parent_id, d.channel_id) AS channel, sum(d.messages) AS messages,
                   count(DISTINCT d.member_id) AS people
               FROM activity_days AS d
               LEFT JOIN activity_channels AS c ON c.guild_id = d.guild_id AND c.channel_id = d.channel_id
               WHERE d.guild_id = ? AND d.day BETWEEN ? AND ? AND d.messages > 0
                   AND d.channel_id IN (SELECT value FROM json_each(?))
               GROUP BY channel) AS s
         LEFT JOIN activity_channels AS n ON n.guild_id = s.guild_id AND n.channel_id = s.channel"#,
        guild,
        monday,
        sunday,
        channels
    );
    Ok(lively.fetch_all(db).await?)
}
