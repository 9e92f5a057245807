//! The occurrences that have a row: those that are over, and the next one of each event.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::events::{
    Before, Counts, Details, Event, EventId, Mirror, Occurrence, OccurrenceId, OccurrenceState,
};
use crate::ids::{ChannelId, GuildId, OutboxId, ScheduledEventId};

/// Whole occurrences: the columns, once for all queries that read them.
macro_rules! occurrences {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT occurrence_id AS "id!: OccurrenceId", event_id AS "event: EventId", guild_id AS "guild: GuildId",
                      day, starts_at AS "starts: Timestamp", ends_at AS "ends: Timestamp", details,
                      state AS "state: OccurrenceState", thread_id AS "thread: ChannelId",
                      thread_order AS "thread_order: OutboxId", mirror AS "mirror: Mirror", mirror_why,
                      scheduled_id AS "scheduled: ScheduledEventId", reminded, counts
               FROM event_occurrences "# + $tail
            $(, $arg)*
        )
    };
}

/// The next time that an event takes place gets its row, as the event is now.
pub async fn insert(
    tx: &mut SqliteConnection,
    event: &Event,
    day: i64,
    (starts, ends): (Timestamp, Timestamp),
) -> Result<OccurrenceId> {
    let details = serde_json::to_string(&event.details)?;
    let row = sqlx::query!(
        "INSERT INTO event_occurrences (event_id, guild_id, day, starts_at, ends_at, details, state, last_position)
         VALUES (?, ?, ?, ?, ?, ?, 'scheduled', 0)",
        event.id,
        event.guild,
        day,
        starts,
        ends,
        details
    );
    Ok(OccurrenceId(row.execute(tx).await?.last_insert_rowid()))
}

/// An occurrence by the row that a button names.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, id: OccurrenceId) -> Result<Option<Occurrence>> {
    let row = occurrences!("WHERE guild_id = ? AND occurrence_id = ?", guild, id).fetch_optional(db).await?;
    row.map(Row::whole).transpose()
}

/// The one that is next or takes place now; of an event that is over none.
pub async fn current(db: impl SqliteExecutor<'_>, guild: GuildId, event: EventId) -> Result<Option<Occurrence>> {
    let row = occurrences!(
        "WHERE guild_id = ? AND event_id = ? AND state IN ('scheduled', 'running') ORDER BY starts_at LIMIT 1",
        guild,
        event
    );
    row.fetch_optional(db).await?.map(Row::whole).transpose()
}

/// The last one that has a row, whatever has become of it.
pub async fn latest(db: impl SqliteExecutor<'_>, guild: GuildId, event: EventId) -> Result<Option<Occurrence>> {
    let row = occurrences!(
        "WHERE guild_id = ? AND event_id = ? ORDER BY state IN ('scheduled', 'running') DESC, starts_at DESC LIMIT 1",
        guild,
        event
    );
    row.fetch_optional(db).await?.map(Row::whole).transpose()
}

/// All of an event that have a row, the earliest first.
pub async fn of_event(db: impl SqliteExecutor<'_>, guild: GuildId, event: EventId) -> Result<Vec<Occurrence>> {
    let rows = occurrences!("WHERE guild_id = ? AND event_id = ? ORDER BY starts_at", guild, event);
    rows.fetch_all(db).await?.into_iter().map(Row::whole).collect()
}

/// Those of a server with a row of which a part lies between two instants, the end not included.
pub async fn between(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    from: Timestamp,
    until: Timestamp,
) -> Result<Vec<Occurrence>> {
    let rows = occurrences!(
        "WHERE guild_id = ? AND starts_at < ? AND ends_at > ? ORDER BY starts_at, occurrence_id",
        guild,
        until,
        from
    );
    rows.fetch_all(db).await?.into_iter().map(Row::whole).collect()
}

/// The one that is this event on Discord's list.
pub async fn scheduled(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    id: ScheduledEventId,
) -> Result<Option<Occurrence>> {
    let row = occurrences!("WHERE guild_id = ? AND scheduled_id = ?", guild, id).fetch_optional(db).await?;
    row.map(Row::whole).transpose()
}

/// Those of a server that are still to come or take place now and are on Discord's list, each with its event there.
pub async fn listed(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<(Occurrence, ScheduledEventId)>> {
    let rows = occurrences!(
        "WHERE guild_id = ? AND mirror = 'made' AND scheduled_id IS NOT NULL AND state IN ('scheduled', 'running')
         ORDER BY starts_at",
        guild
    );
    let all = rows.fetch_all(db).await?.into_iter().filter_map(|row| row.scheduled.map(|id| (row, id)));
    all.map(|(row, id)| Ok((row.whole()?, id))).collect()
}

/// The days of an event that have a row.
pub async fn days(db: impl SqliteExecutor<'_>, guild: GuildId, event: EventId) -> Result<Vec<i64>> {
    let days =
        sqlx::query_scalar!("SELECT day FROM event_occurrences WHERE guild_id = ? AND event_id = ?", guild, event);
    Ok(days.fetch_all(db).await?)
}

/// What it is and when it takes place, changed for this one alone.
pub async fn set_plan(tx: &mut SqliteConnection, occurrence: &Occurrence) -> Result<()> {
    let details = serde_json::to_string(&occurrence.details)?;
    let reminded = occurrence.reminded.map(|before| i64::from(before.0));
    sqlx::query!(
        "UPDATE event_occurrences SET details = ?, day = ?, starts_at = ?, ends_at = ?, reminded = ?
         WHERE guild_id = ? AND occurrence_id = ?",
        details,
        occurrence.day,
        occurrence.starts,
        occurrence.ends,
        reminded,
        occurrence.guild,
        occurrence.id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// It goes from one state to another. Whether it was in the first.
pub async fn set_state(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: OccurrenceId,
    (from, to): (OccurrenceState, OccurrenceState),
) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE event_occurrences SET state = ? WHERE guild_id = ? AND occurrence_id = ? AND state = ?",
        to,
        guild,
        id,
        from
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// One whose offer is taken again is as it was before it began.
pub async fn set_again(tx: &mut SqliteConnection, occurrence: &Occurrence) -> Result<()> {
    sqlx::query!(
        "UPDATE event_occurrences SET state = 'scheduled', mirror = NULL, mirror_why = NULL, counts = NULL
         WHERE guild_id = ? AND occurrence_id = ?",
        occurrence.guild,
        occurrence.id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// How many were signed up when it was over.
pub async fn set_counts(tx: &mut SqliteConnection, guild: GuildId, id: OccurrenceId, counts: &Counts) -> Result<()> {
    let counts = serde_json::to_string(counts)?;
    sqlx::query!("UPDATE event_occurrences SET counts = ? WHERE guild_id = ? AND occurrence_id = ?", counts, guild, id)
        .execute(tx)
        .await?;
    Ok(())
}

/// The last reminder that went out.
pub async fn set_reminded(tx: &mut SqliteConnection, guild: GuildId, id: OccurrenceId, before: Before) -> Result<()> {
    sqlx::query!(
        "UPDATE event_occurrences SET reminded = ? WHERE guild_id = ? AND occurrence_id = ?",
        before.0,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The order that makes its thread.
pub async fn set_thread_order(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: OccurrenceId,
    order: OutboxId,
) -> Result<()> {
    sqlx::query!(
        "UPDATE event_occurrences SET thread_order = ?, thread_id = NULL WHERE guild_id = ? AND occurrence_id = ?",
        order,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Where those signed up are written to.
pub async fn set_thread(tx: &mut SqliteConnection, guild: GuildId, id: OccurrenceId, thread: ChannelId) -> Result<()> {
    sqlx::query!(
        "UPDATE event_occurrences SET thread_id = ? WHERE guild_id = ? AND occurrence_id = ?",
        thread,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// How it is on Discord's list, and why it is not.
pub async fn set_mirror(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: OccurrenceId,
    mirror: Option<Mirror>,
    why: Option<&str>,
) -> Result<()> {
    sqlx::query!(
        "UPDATE event_occurrences SET mirror = ?, mirror_why = ? WHERE guild_id = ? AND occurrence_id = ?",
        mirror,
        why,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The event on Discord's list that it is.
pub async fn set_scheduled(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: OccurrenceId,
    scheduled: ScheduledEventId,
) -> Result<()> {
    sqlx::query!(
        "UPDATE event_occurrences SET scheduled_id = ? WHERE guild_id = ? AND occurrence_id = ?",
        scheduled,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// As it was last known to be on Discord's list, as JSON.
pub async fn mirrored(db: impl SqliteExecutor<'_>, guild: GuildId, id: OccurrenceId) -> Result<Option<String>> {
    let seen = sqlx::query_scalar!(
        "SELECT mirrored FROM event_occurrences WHERE guild_id = ? AND occurrence_id = ?",
        guild,
        id
    );
    Ok(seen.fetch_optional(db).await?.flatten())
}

/// Keeps that.
pub async fn set_mirrored(tx: &mut SqliteConnection, guild: GuildId, id: OccurrenceId, seen: &str) -> Result<()> {
    sqlx::query!("UPDATE event_occurrences SET mirrored = ? WHERE guild_id = ? AND occurrence_id = ?", seen, guild, id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Gives out the next position for a sign-up: 1 first.
pub async fn next_position(tx: &mut SqliteConnection, guild: GuildId, id: OccurrenceId) -> Result<i64> {
    let position = sqlx::query_scalar!(
        r#"UPDATE event_occurrences SET last_position = last_position + 1 WHERE guild_id = ? AND occurrence_id = ?
           RETURNING last_position AS "position!: i64""#,
        guild,
        id
    );
    Ok(position.fetch_one(tx).await?)
}

/// An occurrence as it is stored.
struct Row {
    id: OccurrenceId,
    event: EventId,
    guild: GuildId,
    day: i64,
    starts: Timestamp,
    ends: Timestamp,
    details: String,
    state: OccurrenceState,
    thread: Option<ChannelId>,
    thread_order: Option<OutboxId>,
    mirror: Option<Mirror>,
    mirror_why: Option<String>,
    scheduled: Option<ScheduledEventId>,
    reminded: Option<i64>,
    counts: Option<String>,
}

impl Row {
    fn whole(self) -> Result<Occurrence> {
        let details: Details = serde_json::from_str(&self.details)?;
        Ok(Occurrence {
            id: self.id,
            event: self.event,
            guild: self.guild,
            day: self.day,
            starts: self.starts,
            ends: self.ends,
            details,
            state: self.state,
            thread: self.thread,
            thread_order: self.thread_order,
            mirror: self.mirror,
            mirror_why: self.mirror_why,
            scheduled: self.scheduled,
            reminded: self.reminded.and_then(|minutes| u32::try_from(minutes).ok()).map(Before),
            counts: self.counts.as_deref().map(serde_json::from_str).transpose()?,
        })
    }
}
