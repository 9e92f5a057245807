//! SQL of the figures of weeks.

use crate::error::Result;
use crate::features::activity::Lively;
use crate::ids::{ChannelId, GuildId};
use sqlx::SqliteExecutor;

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

/// Member messages of some days, both included, and how many people wrote them.
pub async fn writers_between(db: impl SqliteExecutor<'_>, guild: GuildId, first: i64, last: i64) -> Result<(i64, i64)> {
    let sums = sqlx::query!(
        r#"SELECT ifnull(sum(messages), 0) AS "messages!: i64", count(DISTINCT member_id) AS "people!: i64"
           FROM activity_days WHERE guild_id = ? AND day BETWEEN ? AND ? AND messages > 0"#,
        guild,
        first,
        last
    );
    let sums = sums.fetch_one(db).await?;
    Ok((sums.messages, sums.people))
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
