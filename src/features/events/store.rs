//! SQL of the events.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::feature::offer::Source;
use crate::feature::table::{Column, Format, Person, Rule, Table};
use crate::features::events::EventId;
use crate::ids::{ChannelId, GuildId, MemberId, ScheduledEventId};

use super::{Event, State};

/// The table of the feature: an event stays without whoever called people together.
pub const TABLES: &[Table] = &[Table::of_server("events")
    .people(&[Person::taken_out("author_id", "author_id = NULL").shown(
        "events",
        &[
            Column("title", "title", Format::Plain),
            Column("place", "place", Format::Plain),
            Column("starts", "starts_at", Format::Time),
            Column("offered", "offered_at", Format::Time),
        ],
    )])
    .kept(&[Rule::Delete { days: 400, after: "ends_at", only: None }])];

/// An offer, about to be kept.
#[derive(Debug, Clone, Copy)]
pub struct Fresh<'o> {
    pub guild: GuildId,
    pub source: Source,
    pub by: MemberId,
    pub channel: ChannelId,
    pub title: &'o str,
    pub place: Option<&'o str>,
    pub starts: Timestamp,
    pub ends: Timestamp,
}

/// What became of an earlier offer of the same row.
pub async fn state(db: impl SqliteExecutor<'_>, guild: GuildId, source: Source) -> Result<Option<State>> {
    let state = sqlx::query_scalar!(
        r#"SELECT state AS "state!: State" FROM events WHERE guild_id = ? AND source = ? AND source_row = ?"#,
        guild,
        source.feature,
        source.row
    );
    Ok(state.fetch_optional(db).await?)
}

/// Keeps an event that is ordered, in the place of one that could not be made.
pub async fn insert(tx: &mut SqliteConnection, fresh: &Fresh<'_>, now: Timestamp) -> Result<EventId> {
    let id = sqlx::query_scalar!(
        r#"INSERT INTO events (guild_id, source, source_row, author_id, channel_id, title, place, starts_at, ends_at,
                               state, offered_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'ordered', ?)
           ON CONFLICT (guild_id, source, source_row) DO UPDATE
           SET author_id = excluded.author_id, channel_id = excluded.channel_id, title = excluded.title,
               place = excluded.place, starts_at = excluded.starts_at, ends_at = excluded.ends_at, state = 'ordered',
               offered_at = excluded.offered_at
           RETURNING event_id AS "id!: EventId""#,
        fresh.guild,
        fresh.source.feature,
        fresh.source.row,
        fresh.by,
        fresh.channel,
        fresh.title,
        fresh.place,
        fresh.starts,
        fresh.ends,
        now
    );
    Ok(id.fetch_one(tx).await?)
}

/// An event.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, id: EventId) -> Result<Option<Event>> {
    let event = sqlx::query_as!(
        Event,
        r#"SELECT event_id AS "id!: EventId", guild_id AS "guild: GuildId", author_id AS "by: MemberId",
                  channel_id AS "channel: ChannelId", title, place, starts_at AS "starts: Timestamp",
                  ends_at AS "ends: Timestamp", state AS "state: State"
           FROM events WHERE guild_id = ? AND event_id = ?"#,
        guild,
        id
    );
    Ok(event.fetch_optional(db).await?)
}

/// What became of it.
pub async fn set_state(
    tx: &mut SqliteConnection,
    event: &Event,
    state: State,
    scheduled: Option<ScheduledEventId>,
) -> Result<()> {
    sqlx::query!(
        "UPDATE events SET state = ?, scheduled_id = ? WHERE guild_id = ? AND event_id = ?",
        state,
        scheduled,
        event.guild,
        event.id
    )
    .execute(tx)
    .await?;
    Ok(())
}
