//! Who answers in a session.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::ama::SessionId;
use crate::ids::{GuildId, MemberId};

/// Somebody becomes a host. Whether they weren't one.
pub async fn insert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    session: SessionId,
    member: MemberId,
    by: MemberId,
    now: Timestamp,
) -> Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO ama_hosts (session_id, guild_id, member_id, added_by, at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING",
        session,
        guild,
        member,
        by,
        now
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// Somebody is a host no more. Whether they were one.
pub async fn delete(tx: &mut SqliteConnection, guild: GuildId, session: SessionId, member: MemberId) -> Result<bool> {
    let done = sqlx::query!(
        "DELETE FROM ama_hosts WHERE guild_id = ? AND session_id = ? AND member_id = ?",
        guild,
        session,
        member
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// The hosts in the order in which they were added.
pub async fn list(db: impl SqliteExecutor<'_>, guild: GuildId, session: SessionId) -> Result<Vec<MemberId>> {
    let hosts = sqlx::query_scalar!(
        r#"SELECT member_id AS "member: MemberId" FROM ama_hosts WHERE guild_id = ? AND session_id = ?
           ORDER BY at, member_id"#,
        guild,
        session
    );
    Ok(hosts.fetch_all(db).await?)
}
