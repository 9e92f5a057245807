//! Sessions.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::db::list::{Channels, Listed, Slice};
use crate::db::numbers;
use crate::error::{Error, Result};
use crate::features::ama::rules::series::Series;
use crate::features::ama::{Anonymity, NAME, Plan, QuestionId, Repeat, Session, SessionId, State, Statistics};
use crate::ids::{ChannelId, GuildId, MemberId, OutboxId};
use crate::text::find::Named;

use super::hosts;

/// Sessions on one page of a list.
const PAGE: i64 = 8;

/// A session as people choose it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    pub id: SessionId,
    pub number: i64,
    pub title: String,
    pub channel: ChannelId,
    pub thread: Option<ChannelId>,
    pub state: State,
}

/// Whole sessions but for their hosts: the columns, once for all queries that read them.
macro_rules! sessions {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT session_id AS "id!: SessionId", guild_id AS "guild: GuildId", number,
                      author_id AS "author: MemberId", title, channel_id AS "channel: ChannelId",
                      thread_id AS "thread: ChannelId", thread_order AS "thread_order: OutboxId",
                      stage_id AS "stage: ChannelId", starts_at AS "starts: Timestamp",
                      closes_at AS "closes: Timestamp", anonymity AS "anonymity: Anonymity",
                      review AS "review: bool", most, state AS "state: State",
                      current_id AS "current: QuestionId", opened_at AS "opened: Timestamp",
                      closed_at AS "closed: Timestamp", closed_by AS "closed_by: MemberId", statistics,
                      repeat AS "repeat: Repeat", series_at AS "series_at: Timestamp", recording
               FROM ama_sessions "# + $tail
            $(, $arg)*
        )
    };
}

/// A new session, under the next number of its server, with its hosts.
pub async fn insert(tx: &mut SqliteConnection, plan: &Plan, hosts: &[MemberId], now: Timestamp) -> Result<SessionId> {
    let number = numbers::next(tx, plan.guild, NAME).await?;
    let (repeat, series_at) = (plan.series.map(|series| series.repeat), plan.series.map(|series| series.first));
    let row = sqlx::query!(
        "INSERT INTO ama_sessions (guild_id, number, author_id, title, channel_id, stage_id, starts_at, closes_at,
                                   anonymity, review, most, state, last_number, published_at, repeat, series_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'scheduled', 0, ?, ?, ?)",
        plan.guild,
        number,
        plan.author,
        plan.title,
        plan.channel,
        plan.stage,
        plan.starts,
        plan.closes,
        plan.anonymity,
        plan.review,
        plan.most,
        now,
        repeat,
        series_at
    );
    let id = SessionId(row.execute(&mut *tx).await?.last_insert_rowid());
    for host in hosts {
        hosts::insert(&mut *tx, plan.guild, id, *host, plan.author, now).await?;
    }
    Ok(id)
}

/// A session of this server by the row that a button names, if there is one.
pub async fn get(db: &mut SqliteConnection, guild: GuildId, id: SessionId) -> Result<Option<Session>> {
    let row = sessions!("WHERE guild_id = ? AND session_id = ?", guild, id).fetch_optional(&mut *db).await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(row.whole(db).await?))
}

/// The session of this number, if there is one.
pub async fn numbered(db: &mut SqliteConnection, guild: GuildId, number: i64) -> Result<Option<Session>> {
    let row = sessions!("WHERE guild_id = ? AND number = ?", guild, number).fetch_optional(&mut *db).await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(row.whole(db).await?))
}

/// The channels in which sessions were ever published.
pub async fn channels(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<ChannelId>> {
    let channels = sqlx::query_scalar!(
        r#"SELECT DISTINCT channel_id AS "channel!: ChannelId" FROM ama_sessions WHERE guild_id = ?"#,
        guild
    );
    Ok(channels.fetch_all(db).await?)
}

/// Every session that was ever published in some channels, a page of them: those that take questions, then the
/// others, the latest first.
pub async fn list(
    db: &mut SqliteConnection,
    guild: GuildId,
    channels: &Channels,
    page: i64,
) -> Result<Listed<Session>> {
    let total = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!: i64" FROM ama_sessions
           WHERE guild_id = ? AND channel_id IN (SELECT value FROM json_each(?))"#,
        guild,
        channels
    );
    let slice = Slice::new(total.fetch_one(&mut *db).await?, PAGE, page);
    let skip = slice.skip();
    let rows = sessions!(
        "WHERE guild_id = ? AND channel_id IN (SELECT value FROM json_each(?))
         ORDER BY state = 'closed', number DESC LIMIT ? OFFSET ?",
        guild,
        channels,
        PAGE,
        skip
    );
    let rows = rows.fetch_all(&mut *db).await?;
    Ok(Listed { rows: whole(db, rows).await?, slice })
}

impl Named for Headline {
    fn number(&self) -> i64 {
        self.number
    }

    fn name(&self) -> &str {
        &self.title
    }
}

/// The latest sessions of some channels; those that take questions first.
pub async fn latest(db: impl SqliteExecutor<'_>, guild: GuildId, channels: &Channels) -> Result<Vec<Headline>> {
    let rows = sqlx::query_as!(
        Headline,
        r#"SELECT session_id AS "id!: SessionId", number, title, channel_id AS "channel: ChannelId",
                  thread_id AS "thread: ChannelId", state AS "state: State"
           FROM ama_sessions WHERE guild_id = ? AND channel_id IN (SELECT value FROM json_each(?))
           ORDER BY state = 'closed', number DESC LIMIT 500"#,
        guild,
        channels
    );
    Ok(rows.fetch_all(db).await?)
}

/// The session that has this thread, apart from the channel of its prompt.
pub async fn of_thread(db: impl SqliteExecutor<'_>, guild: GuildId, thread: ChannelId) -> Result<Option<SessionId>> {
    let id = sqlx::query_scalar!(
        r#"SELECT session_id AS "id!: SessionId" FROM ama_sessions
           WHERE guild_id = ? AND thread_id = ? AND thread_id <> channel_id"#,
        guild,
        thread
    );
    Ok(id.fetch_optional(db).await?)
}

/// Those that were closed within a stretch of time, the end not included.
pub async fn closed(
    db: &mut SqliteConnection,
    guild: GuildId,
    from: Timestamp,
    until: Timestamp,
) -> Result<Vec<Session>> {
    let rows = sessions!(
        "WHERE guild_id = ? AND opened_at IS NOT NULL AND closed_at >= ? AND closed_at < ? ORDER BY closed_at, number",
        guild,
        from,
        until
    );
    let rows = rows.fetch_all(&mut *db).await?;
    whole(db, rows).await
}

/// Those that take questions and begin or close before an instant.
pub async fn coming(db: &mut SqliteConnection, guild: GuildId, until: Timestamp) -> Result<Vec<Session>> {
    let rows = sessions!(
        "WHERE guild_id = ? AND state <> 'closed' AND coalesce(starts_at, closes_at) < ?
         ORDER BY coalesce(starts_at, closes_at), number",
        guild,
        until
    );
    let rows = rows.fetch_all(&mut *db).await?;
    whole(db, rows).await
}

/// Sealed ones that are not closed.
pub async fn sealed(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<SessionId>> {
    let ids = sqlx::query_scalar!(
        r#"SELECT session_id AS "id!: SessionId" FROM ama_sessions
           WHERE guild_id = ? AND anonymity = 'sealed' AND state <> 'closed'"#,
        guild
    );
    Ok(ids.fetch_all(db).await?)
}

/// A session opens. Whether it was waiting for that.
pub async fn set_open(tx: &mut SqliteConnection, guild: GuildId, id: SessionId, now: Timestamp) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE ama_sessions SET state = 'open', opened_at = ?
         WHERE guild_id = ? AND session_id = ? AND state = 'scheduled'",
        now,
        guild,
        id
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// A session closes with what came out. Of a sealed one nothing is kept that could tell askers apart. Whether it was
/// not closed yet.
pub async fn set_closed(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: SessionId,
    by: Option<MemberId>,
    statistics: &Statistics,
    now: Timestamp,
) -> Result<bool> {
    let statistics = serde_json::to_string(statistics)?;
    let done = sqlx::query!(
        "UPDATE ama_sessions SET state = 'closed', closed_at = ?, closed_by = ?, statistics = ?, current_id = NULL
         WHERE guild_id = ? AND session_id = ? AND state <> 'closed'",
        now,
        by,
        statistics,
        guild,
        id
    );
    if done.execute(&mut *tx).await?.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query!("UPDATE ama_questions SET mark = NULL WHERE guild_id = ? AND session_id = ?", guild, id)
        .execute(&mut *tx)
        .await?;
    sqlx::query!("DELETE FROM ama_blocks WHERE guild_id = ? AND session_id = ? AND mark IS NOT NULL", guild, id)
        .execute(tx)
        .await?;
    Ok(true)
}

/// What came out of a closed session has changed: an answer came later.
pub async fn set_statistics(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: SessionId,
    statistics: &Statistics,
) -> Result<()> {
    let statistics = serde_json::to_string(statistics)?;
    sqlx::query!(
        "UPDATE ama_sessions SET statistics = ? WHERE guild_id = ? AND session_id = ? AND state = 'closed'",
        statistics,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The address of a recording, or none.
pub async fn set_recording(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: SessionId,
    recording: Option<&str>,
) -> Result<()> {
    sqlx::query!("UPDATE ama_sessions SET recording = ? WHERE guild_id = ? AND session_id = ?", recording, guild, id)
        .execute(tx)
        .await?;
    Ok(())
}

/// A session that is not closed gets another title, other times or another series.
pub async fn set_plan(tx: &mut SqliteConnection, guild: GuildId, id: SessionId, plan: &Plan) -> Result<()> {
    let (repeat, series_at) = (plan.series.map(|series| series.repeat), plan.series.map(|series| series.first));
    sqlx::query!(
        "UPDATE ama_sessions SET title = ?, starts_at = ?, closes_at = ?, repeat = ?, series_at = ?
         WHERE guild_id = ? AND session_id = ? AND state <> 'closed'",
        plan.title,
        plan.starts,
        plan.closes,
        repeat,
        series_at,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The order that makes the thread.
pub async fn set_thread_order(tx: &mut SqliteConnection, guild: GuildId, id: SessionId, order: OutboxId) -> Result<()> {
    sqlx::query!(
        "UPDATE ama_sessions SET thread_order = ?, thread_id = NULL WHERE guild_id = ? AND session_id = ?",
        order,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Where questions and answers are posted from now on.
pub async fn set_thread(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: SessionId,
    thread: Option<ChannelId>,
) -> Result<()> {
    sqlx::query!("UPDATE ama_sessions SET thread_id = ? WHERE guild_id = ? AND session_id = ?", thread, guild, id)
        .execute(tx)
        .await?;
    Ok(())
}

/// The question that is being answered now.
pub async fn set_current(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: SessionId,
    question: Option<QuestionId>,
) -> Result<()> {
    sqlx::query!("UPDATE ama_sessions SET current_id = ? WHERE guild_id = ? AND session_id = ?", question, guild, id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Gives out the next number for a question of a session: 1 first.
pub async fn next_number(tx: &mut SqliteConnection, guild: GuildId, id: SessionId) -> Result<i64> {
    let number = sqlx::query_scalar!(
        r#"UPDATE ama_sessions SET last_number = last_number + 1 WHERE guild_id = ? AND session_id = ?
           RETURNING last_number AS "number!: i64""#,
        guild,
        id
    );
    Ok(number.fetch_one(tx).await?)
}

/// A session as it is stored, but for its hosts.
struct Row {
    id: SessionId,
    guild: GuildId,
    number: i64,
    author: MemberId,
    title: String,
    channel: ChannelId,
    thread: Option<ChannelId>,
    thread_order: Option<OutboxId>,
    stage: Option<ChannelId>,
    starts: Option<Timestamp>,
    closes: Timestamp,
    anonymity: Anonymity,
    review: bool,
    most: i64,
    state: State,
    current: Option<QuestionId>,
    opened: Option<Timestamp>,
    closed: Option<Timestamp>,
    closed_by: Option<MemberId>,
    statistics: Option<String>,
    repeat: Option<Repeat>,
    series_at: Option<Timestamp>,
    recording: Option<String>,
}

impl Row {
    /// With its hosts.
    async fn whole(self, db: &mut SqliteConnection) -> Result<Session> {
        let hosts = hosts::list(db, self.guild, self.id).await?;
        let most = u8::try_from(self.most).map_err(|_| Error::fault(format!("{} questions of a member", self.most)))?;
        Ok(Session {
            id: self.id,
            number: self.number,
            plan: Plan {
                guild: self.guild,
                author: self.author,
                channel: self.channel,
                title: self.title,
                starts: self.starts,
                closes: self.closes,
                anonymity: self.anonymity,
                review: self.review,
                most,
                stage: self.stage,
                series: self.repeat.zip(self.series_at).map(|(repeat, first)| Series { repeat, first }),
            },
            hosts,
            state: self.state,
            thread: self.thread,
            thread_order: self.thread_order,
            current: self.current,
            opened: self.opened,
            closed: self.closed,
            closed_by: self.closed_by,
            statistics: self.statistics.as_deref().map(serde_json::from_str).transpose()?,
            recording: self.recording,
        })
    }
}

async fn whole(db: &mut SqliteConnection, rows: Vec<Row>) -> Result<Vec<Session>> {
    let mut sessions = Vec::new();
    for row in rows {
        sessions.push(row.whole(&mut *db).await?);
    }
    Ok(sessions)
}
