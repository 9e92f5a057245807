//! Events and series.

use std::time::Duration;

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::db::list::Channels;
use crate::db::numbers;
use crate::error::Result;
use crate::feature::offer::Source;
use crate::features::events::{Details, Event, EventId, EventState, NAME, PartId};
use crate::ids::{ChannelId, GuildId, MemberId};
use crate::jobs::recurrence::Recurrence;
use crate::text::find::Named;

/// An event that is about to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fresh {
    pub guild: GuildId,
    pub author: MemberId,
    pub channel: ChannelId,
    pub details: Details,
    pub starts: Timestamp,
    pub length: Duration,
    pub series: Option<Recurrence>,
    /// What it follows from, where another feature has offered it.
    pub source: Option<Source>,
}

/// An event as people choose it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    pub number: i64,
    pub title: String,
    pub channel: ChannelId,
    pub state: EventState,
}

impl Named for Headline {
    fn number(&self) -> i64 {
        self.number
    }

    fn name(&self) -> &str {
        &self.title
    }
}

/// Whole events: the columns, once for all queries that read them.
macro_rules! events {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT event_id AS "id!: EventId", guild_id AS "guild: GuildId", number, author_id AS "author: MemberId",
                      channel_id AS "channel: ChannelId", details, starts_at AS "starts: Timestamp", length_ms,
                      recurrence, part AS "part: PartId", later, state AS "state: EventState", sequence,
                      created_at AS "created: Timestamp", changed_at AS "changed: Timestamp"
               FROM events "# + $tail
            $(, $arg)*
        )
    };
}

/// A new event, under the next number of its server.
pub async fn insert(tx: &mut SqliteConnection, fresh: &Fresh, now: Timestamp) -> Result<EventId> {
    let number = numbers::next(&mut *tx, fresh.guild, NAME).await?;
    let (details, series) = (serde_json::to_string(&fresh.details)?, series_json(fresh.series.as_ref())?);
    let (length, source) = (length_ms(fresh.length), fresh.source.map(|source| source.feature));
    let source_row = fresh.source.map(|source| source.row);
    let row = sqlx::query!(
        "INSERT INTO events (guild_id, number, author_id, channel_id, details, starts_at, length_ms, recurrence, state,
                             sequence, source, source_row, created_at, changed_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'published', 0, ?, ?, ?, ?)",
        fresh.guild,
        number,
        fresh.author,
        fresh.channel,
        details,
        fresh.starts,
        length,
        series,
        source,
        source_row,
        now,
        now
    );
    Ok(EventId(row.execute(tx).await?.last_insert_rowid()))
}

/// An event by its row.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, id: EventId) -> Result<Option<Event>> {
    let row = events!("WHERE guild_id = ? AND event_id = ?", guild, id).fetch_optional(db).await?;
    row.map(Row::whole).transpose()
}

/// The event of this number, if there is one.
pub async fn numbered(db: impl SqliteExecutor<'_>, guild: GuildId, number: i64) -> Result<Option<Event>> {
    let row = events!("WHERE guild_id = ? AND number = ?", guild, number).fetch_optional(db).await?;
    row.map(Row::whole).transpose()
}

/// The event that follows from a row of another feature.
pub async fn from_source(db: impl SqliteExecutor<'_>, guild: GuildId, source: Source) -> Result<Option<Event>> {
    let row = events!("WHERE guild_id = ? AND source = ? AND source_row = ?", guild, source.feature, source.row);
    row.fetch_optional(db).await?.map(Row::whole).transpose()
}

/// Every event of a server that may take place after an instant, those that are over included.
pub async fn since(db: impl SqliteExecutor<'_>, guild: GuildId, from: Timestamp) -> Result<Vec<Event>> {
    let rows = events!("WHERE guild_id = ? AND (ended_at IS NULL OR ended_at >= ?) ORDER BY event_id", guild, from);
    rows.fetch_all(db).await?.into_iter().map(Row::whole).collect()
}

/// The channels in which events were ever published.
pub async fn channels(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<ChannelId>> {
    let channels = sqlx::query_scalar!(
        r#"SELECT DISTINCT channel_id AS "channel!: ChannelId" FROM events WHERE guild_id = ?"#,
        guild
    );
    Ok(channels.fetch_all(db).await?)
}

/// The latest events of some channels; those that are still to come first.
pub async fn latest(db: impl SqliteExecutor<'_>, guild: GuildId, channels: &Channels) -> Result<Vec<Headline>> {
    let rows = sqlx::query_as!(
        Headline,
        r#"SELECT number, details ->> 'title' AS "title!: String",
                  channel_id AS "channel: ChannelId", state AS "state: EventState"
           FROM events WHERE guild_id = ? AND channel_id IN (SELECT value FROM json_each(?))
           ORDER BY state <> 'published', number DESC LIMIT 500"#,
        guild,
        channels
    );
    Ok(rows.fetch_all(db).await?)
}

/// What occurrences to come are like from now on, and on which days. What calendars show has changed with it.
pub async fn set_plan(tx: &mut SqliteConnection, event: &Event, now: Timestamp) -> Result<()> {
    let (details, series) = (serde_json::to_string(&event.details)?, series_json(event.series.as_ref())?);
    let (length, later) = (length_ms(event.length), later_json(event)?);
    sqlx::query!(
        "UPDATE events SET details = ?, starts_at = ?, length_ms = ?, recurrence = ?, part = ?, later = ?,
                           sequence = sequence + 1, changed_at = ?
         WHERE guild_id = ? AND event_id = ?",
        details,
        event.starts,
        length,
        series,
        event.part,
        later,
        now,
        event.guild,
        event.id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// It is over, or is cancelled. Whether it was not yet.
pub async fn set_over(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: EventId,
    state: EventState,
    now: Timestamp,
) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE events SET state = ?, ended_at = ?, sequence = sequence + (? = 'cancelled'), changed_at = ?
         WHERE guild_id = ? AND event_id = ? AND state = 'published'",
        state,
        now,
        state,
        now,
        guild,
        id
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// An event that could not be put on Discord's list is offered again.
pub async fn set_again(tx: &mut SqliteConnection, event: &Event, fresh: &Fresh, now: Timestamp) -> Result<()> {
    let (details, length) = (serde_json::to_string(&fresh.details)?, length_ms(fresh.length));
    sqlx::query!(
        "UPDATE events SET author_id = ?, channel_id = ?, details = ?, starts_at = ?, length_ms = ?, state = 'published',
                           ended_at = NULL, sequence = sequence + 1, changed_at = ?
         WHERE guild_id = ? AND event_id = ?",
        fresh.author,
        fresh.channel,
        details,
        fresh.starts,
        length,
        now,
        event.guild,
        event.id
    )
    .execute(tx)
    .await?;
    Ok(())
}

fn series_json(series: Option<&Recurrence>) -> Result<Option<String>> {
    Ok(series.map(serde_json::to_string).transpose()?)
}

fn later_json(event: &Event) -> Result<Option<String>> {
    Ok(if event.later.is_empty() { None } else { Some(serde_json::to_string(&event.later)?) })
}

fn length_ms(length: Duration) -> i64 {
    i64::try_from(length.as_millis()).unwrap_or(i64::MAX)
}

/// An event as it is stored.
struct Row {
    id: EventId,
    guild: GuildId,
    number: i64,
    author: Option<MemberId>,
    channel: ChannelId,
    details: String,
    starts: Timestamp,
    length_ms: i64,
    recurrence: Option<String>,
    part: Option<PartId>,
    later: Option<String>,
    state: EventState,
    sequence: i64,
    created: Timestamp,
    changed: Timestamp,
}

impl Row {
    fn whole(self) -> Result<Event> {
        Ok(Event {
            id: self.id,
            guild: self.guild,
            number: self.number,
            author: self.author,
            channel: self.channel,
            details: serde_json::from_str(&self.details)?,
            starts: self.starts,
            length: Duration::from_millis(u64::try_from(self.length_ms).unwrap_or(0)),
            series: self.recurrence.as_deref().map(serde_json::from_str).transpose()?,
            part: self.part,
            later: self.later.as_deref().map(serde_json::from_str).transpose()?.unwrap_or_default(),
            state: self.state,
            sequence: self.sequence,
            created: self.created,
            changed: self.changed,
        })
    }
}
