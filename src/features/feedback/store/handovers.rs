//! Themes that were handed over to the tracker of the settings.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::feedback::webhook::Refusal;
use crate::features::feedback::{Handover, HandoverId, HandoverState, ThemeId, WhyNot};
use crate::ids::{GuildId, MemberId};

/// Whole hand-overs: the columns, once for all queries that read them.
macro_rules! handovers {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Handover,
            r#"SELECT handover_id AS "id!: HandoverId", theme_id AS "theme: ThemeId", key, handed_by AS "by: MemberId",
                      handed_at AS "at: Timestamp", state AS "state: HandoverState", tries, why AS "why: WhyNot",
                      status, link
               FROM feedback_handovers "# + $tail
            $(, $arg)*
        )
    };
}

/// A theme is handed over; one that was before, and failed, is tried anew.
pub async fn upsert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    theme: ThemeId,
    key: &str,
    by: MemberId,
    now: Timestamp,
) -> Result<HandoverId> {
    let id = sqlx::query_scalar!(
        r#"INSERT INTO feedback_handovers (guild_id, theme_id, key, handed_by, handed_at, state, tries)
           VALUES (?, ?, ?, ?, ?, 'pending', 0)
           ON CONFLICT (theme_id) DO UPDATE
           SET handed_by = excluded.handed_by, handed_at = excluded.handed_at, state = 'pending', tries = 0, why = NULL,
               status = NULL, ended_at = NULL
           RETURNING handover_id AS "id!: HandoverId""#,
        guild,
        theme,
        key,
        by,
        now
    );
    Ok(id.fetch_one(tx).await?)
}

/// A hand-over of this server, if there is one.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, id: HandoverId) -> Result<Option<Handover>> {
    Ok(handovers!("WHERE guild_id = ? AND handover_id = ?", guild, id).fetch_optional(db).await?)
}

/// What became of handing over a theme, if somebody did.
pub async fn of_theme(db: impl SqliteExecutor<'_>, guild: GuildId, theme: ThemeId) -> Result<Option<Handover>> {
    Ok(handovers!("WHERE guild_id = ? AND theme_id = ?", guild, theme).fetch_optional(db).await?)
}

/// A try failed, and another follows.
pub async fn set_tried(tx: &mut SqliteConnection, guild: GuildId, id: HandoverId, refusal: Refusal) -> Result<()> {
    sqlx::query!(
        "UPDATE feedback_handovers SET tries = tries + 1, why = ?, status = ?
         WHERE guild_id = ? AND handover_id = ? AND state = 'pending'",
        refusal.why,
        refusal.status,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The tracker has taken it.
pub async fn set_sent(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: HandoverId,
    link: Option<&str>,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "UPDATE feedback_handovers SET state = 'sent', tries = tries + 1, link = ?, ended_at = ?
         WHERE guild_id = ? AND handover_id = ?",
        link,
        now,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// It is not tried any more.
pub async fn set_failed(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: HandoverId,
    refusal: Refusal,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "UPDATE feedback_handovers SET state = 'failed', tries = tries + 1, why = ?, status = ?, ended_at = ?
         WHERE guild_id = ? AND handover_id = ?",
        refusal.why,
        refusal.status,
        now,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What was handed over of one theme is shown with the one that it was merged into, unless that was handed over itself. A
/// failure gives way to what did not fail, and a theme that has no feedback left is not sent any more.
pub async fn merge(tx: &mut SqliteConnection, guild: GuildId, from: ThemeId, into: ThemeId) -> Result<()> {
    sqlx::query!(
        "DELETE FROM feedback_handovers
         WHERE guild_id = ?1 AND theme_id = ?2 AND state = 'failed'
           AND EXISTS (SELECT 1 FROM feedback_handovers AS other
                       WHERE other.guild_id = ?1 AND other.theme_id = ?3 AND other.state <> 'failed')",
        guild,
        into,
        from
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "UPDATE OR IGNORE feedback_handovers SET theme_id = ? WHERE guild_id = ? AND theme_id = ?",
        into,
        guild,
        from
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!("DELETE FROM feedback_handovers WHERE guild_id = ? AND theme_id = ? AND state <> 'sent'", guild, from)
        .execute(tx)
        .await?;
    Ok(())
}
