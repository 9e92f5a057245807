//! SQL of acts that staff did by hand, and of how far the audit log was read.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::moderation::{ActState, CaseId};
use crate::ids::GuildId;

/// Whether an entry of the audit log is on record.
pub async fn is_recorded(db: impl SqliteExecutor<'_>, guild: GuildId, entry: i64) -> Result<bool> {
    let known = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM cases WHERE guild_id = ? AND entry_id = ?) AS "known!: bool""#,
        guild,
        entry
    );
    Ok(known.fetch_one(db).await?)
}

/// What was done by hand holds, or is over by now; `told` is the end of a timeout as Discord knows it.
pub async fn set_by_hand(
    tx: &mut SqliteConnection,
    case: CaseId,
    state: ActState,
    told: Option<Timestamp>,
    ended_at: Option<Timestamp>,
) -> Result<()> {
    let state = state.as_str();
    sqlx::query!(
        "UPDATE cases SET act = ?, act_until = ?, ended_at = ? WHERE case_id = ?",
        state,
        told,
        ended_at,
        case
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The last entry of the audit log that was read; `None` for a server that Steward has just come into.
pub async fn audit_read(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Option<i64>> {
    let read = sqlx::query_scalar!("SELECT entry_id FROM moderation_audit_reads WHERE guild_id = ?", guild);
    Ok(read.fetch_optional(db).await?)
}

/// The log was read up to an entry.
pub async fn set_audit_read(tx: &mut SqliteConnection, guild: GuildId, entry: i64) -> Result<()> {
    sqlx::query!(
        "INSERT INTO moderation_audit_reads (guild_id, entry_id) VALUES (?1, ?2)
         ON CONFLICT (guild_id) DO UPDATE SET entry_id = max(entry_id, ?2)",
        guild,
        entry
    )
    .execute(tx)
    .await?;
    Ok(())
}
