//! When people sat in the channel of an event while it ran.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::events::OccurrenceId;
use crate::features::events::attendance::rules::Stay;
use crate::ids::{GuildId, MemberId};

/// Everything that is known of an occurrence.
pub async fn list(db: impl SqliteExecutor<'_>, guild: GuildId, id: OccurrenceId) -> Result<Vec<Stay>> {
    let stays = sqlx::query_as!(
        Stay,
        r#"SELECT member_id AS "member: MemberId", from_at AS "from: Timestamp", to_at AS "to: Timestamp"
           FROM event_presence WHERE guild_id = ? AND occurrence_id = ? ORDER BY from_at, member_id"#,
        guild,
        id
    );
    Ok(stays.fetch_all(db).await?)
}

/// Who is there still.
pub async fn open(db: impl SqliteExecutor<'_>, guild: GuildId, id: OccurrenceId) -> Result<Vec<MemberId>> {
    let members = sqlx::query_scalar!(
        r#"SELECT member_id AS "member!: MemberId" FROM event_presence
           WHERE guild_id = ? AND occurrence_id = ? AND to_at IS NULL"#,
        guild,
        id
    );
    Ok(members.fetch_all(db).await?)
}

/// Somebody came.
pub async fn insert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: OccurrenceId,
    member: MemberId,
    from: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO event_presence (occurrence_id, guild_id, member_id, from_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (occurrence_id, member_id, from_at) DO UPDATE SET to_at = NULL",
        id,
        guild,
        member,
        from
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Somebody left.
pub async fn set_left(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: OccurrenceId,
    member: MemberId,
    to: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "UPDATE event_presence SET to_at = max(from_at, ?)
         WHERE guild_id = ? AND occurrence_id = ? AND member_id = ? AND to_at IS NULL",
        to,
        guild,
        id,
        member
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// It is over: nobody is there any more.
pub async fn set_all_left(tx: &mut SqliteConnection, guild: GuildId, id: OccurrenceId, to: Timestamp) -> Result<()> {
    sqlx::query!(
        "UPDATE event_presence SET to_at = max(from_at, ?)
         WHERE guild_id = ? AND occurrence_id = ? AND to_at IS NULL",
        to,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}
