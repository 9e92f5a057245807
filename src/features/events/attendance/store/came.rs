//! What came of an event, and who came.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::events::OccurrenceId;
use crate::ids::{GuildId, MemberId};

/// What came of an event, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    pub came: i64,
    pub first_timers: i64,
    pub no_shows: i64,
}

/// Keeps what came of it. Whether that was not counted before.
pub async fn insert_outcome(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: OccurrenceId,
    outcome: Outcome,
    now: Timestamp,
) -> Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO event_outcomes (occurrence_id, guild_id, came, first_timers, no_shows, at)
         VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        id,
        guild,
        outcome.came,
        outcome.first_timers,
        outcome.no_shows,
        now
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// What came of an event, once it is over.
pub async fn outcome(db: impl SqliteExecutor<'_>, guild: GuildId, id: OccurrenceId) -> Result<Option<Outcome>> {
    let outcome = sqlx::query_as!(
        Outcome,
        "SELECT came, first_timers, no_shows FROM event_outcomes WHERE guild_id = ? AND occurrence_id = ?",
        guild,
        id
    );
    Ok(outcome.fetch_optional(db).await?)
}

/// Somebody came; with how many minutes they were there, where that is known.
pub async fn insert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: OccurrenceId,
    member: MemberId,
    minutes: Option<i64>,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO event_came (occurrence_id, guild_id, member_id, minutes) VALUES (?, ?, ?, ?)
         ON CONFLICT DO NOTHING",
        id,
        guild,
        member,
        minutes
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Who came to an event, as long as that is kept.
pub async fn list(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    id: OccurrenceId,
) -> Result<BTreeMap<MemberId, Option<i64>>> {
    let rows = sqlx::query!(
        r#"SELECT member_id AS "member: MemberId", minutes FROM event_came WHERE guild_id = ? AND occurrence_id = ?"#,
        guild,
        id
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(|row| (row.member, row.minutes)).collect())
}

/// Who came to another event of this server, as far as that is kept.
pub async fn before(db: impl SqliteExecutor<'_>, guild: GuildId, id: OccurrenceId) -> Result<BTreeSet<MemberId>> {
    let members = sqlx::query_scalar!(
        r#"SELECT DISTINCT member_id AS "member!: MemberId" FROM event_came WHERE guild_id = ? AND occurrence_id <> ?"#,
        guild,
        id
    );
    Ok(members.fetch_all(db).await?.into_iter().collect())
}
