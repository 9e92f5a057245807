//! Contests.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::db::list::Channels;
use crate::db::numbers;
use crate::error::{Error, Result};
use crate::features::events::contest::{Contest, ContestId, NAME, Plan, State};
use crate::ids::{ChannelId, GuildId, MemberId, OutboxId, RoleId};
use crate::text::find::Named;

/// A contest as people choose it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    pub id: ContestId,
    pub number: i64,
    pub title: String,
    pub channel: ChannelId,
    pub thread: Option<ChannelId>,
}

impl Named for Headline {
    fn number(&self) -> i64 {
        self.number
    }

    fn name(&self) -> &str {
        &self.title
    }
}

/// Whole contests: the columns, once for all queries that read them.
macro_rules! contests {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT contest_id AS "id!: ContestId", guild_id AS "guild: GuildId", number,
                      author_id AS "author: MemberId", channel_id AS "channel: ChannelId", title,
                      closes_at AS "closes: Timestamp", votes, review AS "review: bool", state AS "state: State",
                      thread_id AS "thread: ChannelId", thread_order AS "thread_order: OutboxId",
                      closed_at AS "closed: Timestamp", closed_by AS "closed_by: MemberId", voters,
                      jury_role AS "jury: RoleId"
               FROM contests "# + $tail
            $(, $arg)*
        )
    };
}

/// A new contest, under the next number of its server.
pub async fn insert(tx: &mut SqliteConnection, plan: &Plan, now: Timestamp) -> Result<ContestId> {
    let number = numbers::next(tx, plan.guild, NAME).await?;
    let row = sqlx::query!(
        "INSERT INTO contests (guild_id, number, author_id, channel_id, title, closes_at, votes, review, jury_role,
                               state, last_number, published_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', 0, ?)",
        plan.guild,
        number,
        plan.author,
        plan.channel,
        plan.title,
        plan.closes,
        plan.votes,
        plan.review,
        plan.jury,
        now
    );
    Ok(ContestId(row.execute(tx).await?.last_insert_rowid()))
}

/// A contest of this server by the row that a button names, if there is one.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, id: ContestId) -> Result<Option<Contest>> {
    let row = contests!("WHERE guild_id = ? AND contest_id = ?", guild, id).fetch_optional(db).await?;
    row.map(Row::whole).transpose()
}

/// The channels of contests that take entries.
pub async fn channels(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<ChannelId>> {
    let channels = sqlx::query_scalar!(
        r#"SELECT DISTINCT channel_id AS "channel!: ChannelId" FROM contests WHERE guild_id = ? AND state = 'open'"#,
        guild
    );
    Ok(channels.fetch_all(db).await?)
}

/// The contests of some channels that take entries, the latest first.
pub async fn open(db: impl SqliteExecutor<'_>, guild: GuildId, channels: &Channels) -> Result<Vec<Headline>> {
    let rows = sqlx::query_as!(
        Headline,
        r#"SELECT contest_id AS "id!: ContestId", number, title, channel_id AS "channel: ChannelId",
                  thread_id AS "thread: ChannelId"
           FROM contests WHERE guild_id = ? AND state = 'open' AND channel_id IN (SELECT value FROM json_each(?))
           ORDER BY number DESC LIMIT 100"#,
        guild,
        channels
    );
    Ok(rows.fetch_all(db).await?)
}

/// Those that were closed within a stretch of time, the end not included.
pub async fn closed(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    from: Timestamp,
    until: Timestamp,
) -> Result<Vec<Contest>> {
    let rows = contests!(
        "WHERE guild_id = ? AND closed_at >= ? AND closed_at < ? ORDER BY closed_at, number",
        guild,
        from,
        until
    );
    rows.fetch_all(db).await?.into_iter().map(Row::whole).collect()
}

/// Those that take entries and close before an instant.
pub async fn closing(db: impl SqliteExecutor<'_>, guild: GuildId, until: Timestamp) -> Result<Vec<Contest>> {
    let rows =
        contests!("WHERE guild_id = ? AND state = 'open' AND closes_at < ? ORDER BY closes_at, number", guild, until);
    rows.fetch_all(db).await?.into_iter().map(Row::whole).collect()
}

/// A contest closes. Whether it was open.
pub async fn set_closed(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: ContestId,
    by: Option<MemberId>,
    voters: i64,
    now: Timestamp,
) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE contests SET state = 'closed', closed_at = ?, closed_by = ?, voters = ?
         WHERE guild_id = ? AND contest_id = ? AND state = 'open'",
        now,
        by,
        voters,
        guild,
        id
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// The order that makes the thread.
pub async fn set_thread_order(tx: &mut SqliteConnection, guild: GuildId, id: ContestId, order: OutboxId) -> Result<()> {
    sqlx::query!(
        "UPDATE contests SET thread_order = ?, thread_id = NULL WHERE guild_id = ? AND contest_id = ?",
        order,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Where entries are posted from now on.
pub async fn set_thread(tx: &mut SqliteConnection, guild: GuildId, id: ContestId, thread: ChannelId) -> Result<()> {
    sqlx::query!("UPDATE contests SET thread_id = ? WHERE guild_id = ? AND contest_id = ?", thread, guild, id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Gives out the next number for an entry of a contest: 1 first.
pub async fn next_number(tx: &mut SqliteConnection, guild: GuildId, id: ContestId) -> Result<i64> {
    let number = sqlx::query_scalar!(
        r#"UPDATE contests SET last_number = last_number + 1 WHERE guild_id = ? AND contest_id = ?
           RETURNING last_number AS "number!: i64""#,
        guild,
        id
    );
    Ok(number.fetch_one(tx).await?)
}

/// A contest as it is stored.
struct Row {
    id: ContestId,
    guild: GuildId,
    number: i64,
    author: MemberId,
    channel: ChannelId,
    title: String,
    closes: Timestamp,
    votes: i64,
    review: bool,
    state: State,
    thread: Option<ChannelId>,
    thread_order: Option<OutboxId>,
    closed: Option<Timestamp>,
    closed_by: Option<MemberId>,
    voters: Option<i64>,
    jury: Option<RoleId>,
}

impl Row {
    fn whole(self) -> Result<Contest> {
        let votes = u8::try_from(self.votes).map_err(|_| Error::fault(format!("{} votes of a member", self.votes)))?;
        Ok(Contest {
            id: self.id,
            number: self.number,
            plan: Plan {
                guild: self.guild,
                author: self.author,
                channel: self.channel,
                title: self.title,
                closes: self.closes,
                votes,
                review: self.review,
                jury: self.jury,
            },
            state: self.state,
            thread: self.thread,
            thread_order: self.thread_order,
            closed: self.closed,
            closed_by: self.closed_by,
            voters: self.voters,
        })
    }
}
