//! Who wants to be reminded by direct message.

use std::collections::BTreeSet;

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::events::EventId;
use crate::ids::{GuildId, MemberId};

/// All who want to be reminded of an event.
pub async fn list(db: impl SqliteExecutor<'_>, guild: GuildId, event: EventId) -> Result<BTreeSet<MemberId>> {
    let members = sqlx::query_scalar!(
        r#"SELECT member_id AS "member: MemberId" FROM event_reminders WHERE guild_id = ? AND event_id = ?"#,
        guild,
        event
    );
    Ok(members.fetch_all(db).await?.into_iter().collect())
}

/// Somebody wants to be reminded, or not any more. Whether they are from now on.
pub async fn toggle(
    tx: &mut SqliteConnection,
    guild: GuildId,
    event: EventId,
    member: MemberId,
    now: Timestamp,
) -> Result<bool> {
    if delete(&mut *tx, guild, event, member).await? {
        return Ok(false);
    }
    sqlx::query!(
        "INSERT INTO event_reminders (event_id, guild_id, member_id, at) VALUES (?, ?, ?, ?)",
        event,
        guild,
        member,
        now
    )
    .execute(tx)
    .await?;
    Ok(true)
}

/// Somebody does not want to be reminded any more. Whether they did.
pub async fn delete(tx: &mut SqliteConnection, guild: GuildId, event: EventId, member: MemberId) -> Result<bool> {
    let done = sqlx::query!(
        "DELETE FROM event_reminders WHERE guild_id = ? AND event_id = ? AND member_id = ?",
        guild,
        event,
        member
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}
