//! Who can't ask any more in a session.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::feature::identity::Identity;
use crate::features::ama::SessionId;
use crate::ids::{GuildId, MemberId};

/// Blocks an asker. Whether they weren't blocked.
pub async fn insert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    session: SessionId,
    asker: &Identity,
    by: MemberId,
    now: Timestamp,
) -> Result<bool> {
    let (member, mark) = (asker.member(), asker.mark());
    let done = sqlx::query!(
        "INSERT INTO ama_blocks (session_id, guild_id, member_id, mark, blocked_by, at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING",
        session,
        guild,
        member,
        mark,
        by,
        now
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// Lets an asker ask again. Whether they were blocked.
pub async fn delete(tx: &mut SqliteConnection, guild: GuildId, session: SessionId, asker: &Identity) -> Result<bool> {
    let (member, mark) = (asker.member(), asker.mark());
    let done = sqlx::query!(
        "DELETE FROM ama_blocks WHERE guild_id = ? AND session_id = ? AND (member_id = ? OR mark = ?)",
        guild,
        session,
        member,
        mark
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// Whether an asker is blocked.
pub async fn is_blocked(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    session: SessionId,
    asker: &Identity,
) -> Result<bool> {
    let (member, mark) = (asker.member(), asker.mark());
    let blocked = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM ama_blocks WHERE guild_id = ? AND session_id = ? AND (member_id = ? OR mark = ?))
           AS "is!: bool""#,
        guild,
        session,
        member,
        mark
    );
    Ok(blocked.fetch_one(db).await?)
}
