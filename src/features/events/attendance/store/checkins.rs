//! Check-in, and who did.

use std::collections::BTreeSet;

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::events::OccurrenceId;
use crate::ids::{GuildId, MemberId};

/// Check-in as an organiser has opened it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Door {
    /// What is typed to check in; `None`: a button is enough.
    pub code: Option<String>,
}

/// How people check in, if that is open.
pub async fn door(db: impl SqliteExecutor<'_>, guild: GuildId, id: OccurrenceId) -> Result<Option<Door>> {
    let door =
        sqlx::query_as!(Door, "SELECT code FROM event_doors WHERE guild_id = ? AND occurrence_id = ?", guild, id);
    Ok(door.fetch_optional(db).await?)
}

/// Opens check-in, or changes how people do it.
pub async fn open_door(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: OccurrenceId,
    code: Option<&str>,
    by: MemberId,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO event_doors (occurrence_id, guild_id, code, opened_by, opened_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (occurrence_id) DO UPDATE SET code = excluded.code, opened_by = excluded.opened_by",
        id,
        guild,
        code,
        by,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Somebody checks in, or is checked in. Whether they had not yet.
pub async fn insert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: OccurrenceId,
    member: MemberId,
    by: Option<MemberId>,
    now: Timestamp,
) -> Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO event_checkins (occurrence_id, guild_id, member_id, by_id, at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING",
        id,
        guild,
        member,
        by,
        now
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// Who checked in.
pub async fn list(db: impl SqliteExecutor<'_>, guild: GuildId, id: OccurrenceId) -> Result<BTreeSet<MemberId>> {
    let members = sqlx::query_scalar!(
        r#"SELECT member_id AS "member!: MemberId" FROM event_checkins WHERE guild_id = ? AND occurrence_id = ?"#,
        guild,
        id
    );
    Ok(members.fetch_all(db).await?.into_iter().collect())
}
