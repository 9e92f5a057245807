//! SQL of messages that staff had deleted at once.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::moderation::{Purge, PurgeId};
use crate::ids::{ChannelId, GuildId, MemberId, OutboxId};

/// Notes what is to be deleted.
pub async fn insert_purge(tx: &mut SqliteConnection, new: &Purge) -> Result<PurgeId> {
    let id = sqlx::query_scalar!(
        r#"INSERT INTO purges (guild_id, channel_id, actor_id, member_id, people, chosen, failed, why, at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
           RETURNING purge_id AS "id!: PurgeId""#,
        new.guild,
        new.channel,
        new.actor,
        new.member,
        new.people,
        new.chosen,
        new.failed,
        new.why,
        new.at
    );
    Ok(id.fetch_one(tx).await?)
}

/// What was deleted, if that was in this server.
pub async fn purge(db: impl SqliteExecutor<'_>, guild: GuildId, id: PurgeId) -> Result<Option<Purge>> {
    let row = sqlx::query_as!(
        Purge,
        r#"SELECT purge_id AS "id!: PurgeId", guild_id AS "guild: GuildId", channel_id AS "channel: ChannelId",
                  actor_id AS "actor: MemberId", member_id AS "member: MemberId", people, chosen, deleted, failed,
                  unknown, why, log_order AS "log: OutboxId", at AS "at: Timestamp"
           FROM purges WHERE guild_id = ? AND purge_id = ?"#,
        guild,
        id
    );
    Ok(row.fetch_optional(db).await?)
}

/// Notes what posts it in the mod log.
pub async fn set_purge_logged(tx: &mut SqliteConnection, id: PurgeId, order: OutboxId) -> Result<()> {
    sqlx::query!("UPDATE purges SET log_order = ? WHERE purge_id = ?", order, id).execute(tx).await?;
    Ok(())
}

/// Notes what became of some of the messages: so many more are gone, were not deleted, or nobody knows.
pub async fn add_purged(
    tx: &mut SqliteConnection,
    id: PurgeId,
    (deleted, failed, unknown): (i64, i64, i64),
    why: Option<&str>,
) -> Result<()> {
    sqlx::query!(
        "UPDATE purges SET deleted = deleted + ?, failed = failed + ?, unknown = unknown + ?, why = coalesce(?, why)
         WHERE purge_id = ?",
        deleted,
        failed,
        unknown,
        why,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}
