//! SQL of what is said of single people and of one channel.

use std::collections::HashMap;

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::activity::ties::Tie;
use crate::ids::{ChannelId, GuildId, MemberId, MessageId};
use sqlx::SqliteExecutor;

use super::Mondays;

/// What a member did between two days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MemberTotals {
    pub messages: i64,
    /// Days on which they wrote.
    pub days: i64,
    /// Channels and threads in which they wrote.
    pub channels: i64,
    pub reactions: i64,
    pub voice_seconds: i64,
}

/// What a member did from one day to another, both included.
pub async fn member_totals(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    member: MemberId,
    days: (i64, i64),
) -> Result<MemberTotals> {
    let totals = sqlx::query_as!(
        MemberTotals,
        r#"SELECT ifnull(sum(messages), 0) AS "messages!: i64", count(DISTINCT iif(messages > 0, day, NULL)) AS "days!: i64",
             count(DISTINCT iif(messages > 0, channel_id, NULL)) AS "channels!: i64",
             ifnull(sum(reactions), 0) AS "reactions!: i64", ifnull(sum(voice_seconds), 0) AS "voice_seconds!: i64"
         FROM activity_days WHERE guild_id = ? AND day BETWEEN ? AND ? AND member_id = ?"#,
        guild,
        days.0,
        days.1,
        member
    );
    Ok(totals.fetch_one(db).await?)
}

/// Messages of a member in a channel, with its threads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberChannel {
    pub channel: ChannelId,
    /// As last seen, if ever.
    pub name: Option<String>,
    pub messages: i64,
}

/// Where a member wrote from one day to another, most first.
pub async fn member_channels(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    member: MemberId,
    days: (i64, i64),
) -> Result<Vec<MemberChannel>> {
    let channels = sqlx::query_as!(
        MemberChannel,
        r#"SELECT s.channel AS "channel!: ChannelId", n.name AS "name?", s.messages AS "messages!: i64"
         FROM (SELECT d.guild_id, ifnull(c.parent_id, d.channel_id) AS channel, sum(d.messages) AS messages
               FROM activity_days AS d
               LEFT JOIN activity_channels AS c ON c.guild_id = d.guild_id AND c.channel_id = d.channel_id
               WHERE d.guild_id = ? AND d.day BETWEEN ? AND ? AND d.member_id = ? AND d.messages > 0
               GROUP BY channel) AS s
         LEFT JOIN activity_channels AS n ON n.guild_id = s.guild_id AND n.channel_id = s.channel
         ORDER BY s.messages DESC, s.channel"#,
        guild,
        days.0,
        days.1,
        member
    );
    Ok(channels.fetch_all(db).await?)
}

/// Messages of a member by the Monday of their week.
pub async fn member_weeks(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    member: MemberId,
    weeks: Mondays,
) -> Result<HashMap<i64, i64>> {
    let rows = sqlx::query!(
        r#"SELECT week AS "week!: i64", messages AS "messages!: i64" FROM activity_member_weeks
           WHERE guild_id = ? AND week BETWEEN ? AND ? AND member_id = ?"#,
        guild,
        weeks.first,
        weeks.last,
        member
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(|row| (row.week, row.messages)).collect())
}

/// When a member wrote for the first time, as far as that is on record.
pub async fn first_message(db: impl SqliteExecutor<'_>, guild: GuildId, member: MemberId) -> Result<Option<Timestamp>> {
    let first = sqlx::query_scalar!(
        r#"SELECT min(first_ms) AS "first: Timestamp" FROM activity_firsts WHERE guild_id = ? AND member_id = ?"#,
        guild,
        member
    );
    Ok(first.fetch_one(db).await?)
}

/// What happened in a channel and its threads in a week.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ChannelWeek {
    pub week: i64,
    pub messages: i64,
    pub people: i64,
    pub reactions: i64,
    pub voice_seconds: i64,
}

/// The weeks of a channel with its threads, as far as anything happened.
pub async fn channel_weeks(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    channel: ChannelId,
    weeks: Mondays,
) -> Result<Vec<ChannelWeek>> {
    let end = weeks.last + 6;
    let sums = sqlx::query_as!(
        ChannelWeek,
        r#"WITH places AS (
             SELECT ?1 AS channel_id
             UNION SELECT channel_id FROM activity_channels WHERE guild_id = ?2 AND parent_id = ?1)
         SELECT w.week AS "week!: i64", sum(w.messages) AS "messages!: i64", sum(w.reactions) AS "reactions!: i64",
             sum(w.voice_seconds) AS "voice_seconds!: i64", ifnull(p.people, 0) AS "people!: i64"
         FROM activity_channel_weeks AS w
         LEFT JOIN (SELECT day - (day + 3) % 7 AS week, count(DISTINCT member_id) AS people FROM activity_days
                    WHERE guild_id = ?2 AND day BETWEEN ?3 AND ?5 AND messages > 0
                        AND channel_id IN (SELECT channel_id FROM places)
                    GROUP BY 1) AS p ON p.week = w.week
         WHERE w.guild_id = ?2 AND w.week BETWEEN ?3 AND ?4 AND w.channel_id IN (SELECT channel_id FROM places)
         GROUP BY w.week"#,
        channel,
        guild,
        weeks.first,
        weeks.last,
        end
    );
    Ok(sums.fetch_all(db).await?)
}

/// Different people who wrote in a channel or its threads from one day to another.
pub async fn channel_people(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    channel: ChannelId,
    days: (i64, i64),
) -> Result<i64> {
    let people = sqlx::query_scalar!(
        r#"SELECT count(DISTINCT member_id) AS "people!: i64" FROM activity_days
           WHERE guild_id = ?1 AND day BETWEEN ?2 AND ?3 AND messages > 0 AND channel_id IN (
               SELECT ?4 UNION SELECT channel_id FROM activity_channels WHERE guild_id = ?1 AND parent_id = ?4)"#,
        guild,
        days.0,
        days.1,
        channel
    );
    Ok(people.fetch_one(db).await?)
}

/// Of those who wrote for the first time in a week, how many wrote in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CohortWeek {
    /// Monday of the week of their first messages.
    pub cohort: i64,
    /// Monday of the week in which they wrote.
    pub week: i64,
    pub active: i64,
}

/// How many of each week's newcomers wrote in that week and in those after it.
pub async fn cohorts(db: impl SqliteExecutor<'_>, guild: GuildId, weeks: &[i64]) -> Result<Vec<CohortWeek>> {
    let (first, last) = (weeks.iter().min().copied().unwrap_or(0), weeks.iter().max().copied().unwrap_or(-7) + 6);
    let weeks = serde_json::to_string(weeks)?;
    let cohorts = sqlx::query_as!(
        CohortWeek,
        r#"SELECT f.first_day - (f.first_day + 3) % 7 AS "cohort!: i64", w.week AS "week!: i64", count(*) AS "active!: i64"
         FROM activity_firsts AS f
         CROSS JOIN json_each(?2) AS k
         CROSS JOIN activity_member_weeks AS w ON w.guild_id = f.guild_id AND w.week = k.value
             AND w.member_id = f.member_id
         WHERE f.guild_id = ?1 AND f.first_day BETWEEN ?3 AND ?4 AND k.value >= f.first_day - (f.first_day + 3) % 7
             AND NOT EXISTS (SELECT 1 FROM activity_firsts AS e WHERE e.guild_id = f.guild_id
                 AND e.member_id = f.member_id AND (e.first_ms, e.first_id) < (f.first_ms, f.first_id))
         GROUP BY 1, 2"#,
        guild,
        weeks,
        first,
        last
    );
    Ok(cohorts.fetch_all(db).await?)
}

/// Somebody whose first message nobody answered within a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unanswered {
    pub member: MemberId,
    pub channel: ChannelId,
    pub message: MessageId,
    pub at: Timestamp,
}

/// People who wrote for the first time between two instants, both included, and got no reply or mention within a day,
/// the latest first. `day`: the first day on which that may have been.
pub async fn unanswered(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    (day, since, until): (i64, Timestamp, Timestamp),
) -> Result<Vec<Unanswered>> {
    let people = sqlx::query_as!(
        Unanswered,
        r#"SELECT f.member_id AS "member!: MemberId", f.channel_id AS "channel!: ChannelId",
             f.first_id AS "message!: MessageId", f.first_ms AS "at!: Timestamp"
         FROM activity_firsts AS f
         WHERE f.guild_id = ? AND f.first_day >= ? AND f.first_ms BETWEEN ? AND ?
             AND ifnull(f.reply_ms > 86400000, 1)
             AND NOT EXISTS (SELECT 1 FROM activity_firsts AS e WHERE e.guild_id = f.guild_id
                 AND e.member_id = f.member_id AND (e.first_ms, e.first_id) < (f.first_ms, f.first_id))
         ORDER BY f.first_ms DESC, f.first_id DESC"#,
        guild,
        day,
        since,
        until
    );
    Ok(people.fetch_all(db).await?)
}

/// Who came or went since a day, each by their last step; true: they came.
pub async fn last_steps(db: impl SqliteExecutor<'_>, guild: GuildId, day: i64) -> Result<HashMap<MemberId, bool>> {
    // Of a group with one max(), SQLite takes the other columns from the row that has it.
    let rows = sqlx::query!(
        r#"SELECT member_id AS "member!: MemberId", kind = 'joined' AS "came!: bool", max(at_ms) AS "at!: i64"
           FROM activity_moves WHERE guild_id = ? AND day >= ? GROUP BY member_id"#,
        guild,
        day
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(|row| (row.member, row.came)).collect())
}

/// In which of the last eight weeks somebody wrote who has been silent for a while: bit n, n weeks before the one
/// that begins on this Monday.
pub async fn silent_since(db: impl SqliteExecutor<'_>, guild: GuildId, last: i64) -> Result<Vec<(MemberId, u8)>> {
    let (first, running) = (last - 49, last + 7);
    let rows = sqlx::query!(
        r#"SELECT member_id AS "member!: MemberId", sum(1 << ((?2 - week) / 7)) AS "weeks!: i64"
         FROM activity_member_weeks WHERE guild_id = ?1 AND week BETWEEN ?3 AND ?4
         GROUP BY member_id HAVING max(week) < ?2 - 7"#,
        guild,
        last,
        first,
        running
    );
    let rows = rows.fetch_all(db).await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.member, u8::try_from(row.weeks).ok()?))).collect())
}

/// Who spoke to each other in the weeks from one Monday to another, at least so many times: a week in one direction is
/// one time.
pub async fn ties(db: impl SqliteExecutor<'_>, guild: GuildId, weeks: Mondays, least: i64) -> Result<Vec<Tie>> {
    let ties = sqlx::query_as!(
        Tie,
        r#"SELECT min(author_id, target_id) AS "one!: MemberId", max(author_id, target_id) AS "other!: MemberId",
             count(*) AS "times!: i64"
         FROM connections WHERE guild_id = ? AND week BETWEEN ? AND ?
         GROUP BY min(author_id, target_id), max(author_id, target_id) HAVING count(*) >= ?"#,
        guild,
        weeks.first,
        weeks.last,
        least
    );
    Ok(ties.fetch_all(db).await?)
}
