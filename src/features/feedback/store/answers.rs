//! Where it was answered what became of a theme.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::feedback::{Status, ThemeId};
use crate::ids::{ChannelId, GuildId, MessageId, OutboxId};

/// Where something was said of a theme, or upvoted, since an instant and this status was not answered yet: of each channel
/// or thread the latest message, the latest first.
pub async fn places(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    theme: ThemeId,
    status: Status,
    since: Timestamp,
) -> Result<Vec<(ChannelId, MessageId)>> {
    let places = sqlx::query!(
        r#"SELECT channel_id AS "channel!: ChannelId", message_id AS "message!: MessageId", max(active_at) AS "at: Timestamp"
           FROM (SELECT channel_id, message_id,
                        max(said_at, COALESCE((SELECT max(at) FROM upvotes JOIN feedback_suggestions ON suggestion_id = row
                                               WHERE feature = 'feedback' AND item_id = feedback_items.item_id), 0)) AS active_at
                 FROM feedback_items
                 WHERE guild_id = ?1 AND theme_id = ?2 AND message_id IS NOT NULL AND is_public)
           WHERE active_at >= ?3 AND channel_id NOT IN (
               SELECT channel_id FROM feedback_answers WHERE theme_id = ?2 AND status = ?4)
           GROUP BY channel_id ORDER BY 3 DESC, 1"#,
        guild,
        theme,
        since,
        status
    );
    Ok(places.fetch_all(db).await?.into_iter().map(|row| (row.channel, row.message)).collect())
}

/// A status is answered in a channel by this order.
pub async fn insert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    (theme, status): (ThemeId, Status),
    channel: ChannelId,
    order: OutboxId,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO feedback_answers (guild_id, theme_id, status, channel_id, order_id, answered_at)
         VALUES (?, ?, ?, ?, ?, ?)",
        guild,
        theme,
        status,
        channel,
        order,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}
