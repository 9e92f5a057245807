//! SQL of the cards.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::db::table::Table;
use crate::error::Result;
use crate::ids::{ChannelId, GuildId, MessageId, OutboxId};

use super::{CardId, CardName, NotDone};

/// What says nothing about people stays with its server.
pub const TABLES: &[Table] = &[Table::of_server("cards")];

/// A card as it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    pub id: CardId,
    pub order: OutboxId,
    pub why: Option<NotDone>,
    /// When it was last posted or edited.
    pub shown_at: Timestamp,
}

/// Which card it is: the [name](CardName) of its kind, and the row of its feature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    pub feature: String,
    pub purpose: String,
    pub row: i64,
}

/// The card of a row, once one was posted.
pub async fn get(db: impl SqliteExecutor<'_>, name: CardName, guild: GuildId, row: i64) -> Result<Option<Found>> {
    let row = sqlx::query!(
        r#"SELECT card_id AS "id!: CardId", order_id AS "order: OutboxId", why, shown_at AS "shown_at: Timestamp"
           FROM cards WHERE guild_id = ? AND feature = ? AND purpose = ? AND row_id = ?"#,
        guild,
        name.feature,
        name.purpose,
        row
    );
    let found = row.fetch_optional(db).await?;
    Ok(found.map(|row| Found {
        id: row.id,
        order: row.order,
        why: row.why.as_deref().and_then(NotDone::from_stored),
        shown_at: row.shown_at,
    }))
}

/// Which card this is.
pub async fn key(db: impl SqliteExecutor<'_>, guild: GuildId, id: CardId) -> Result<Option<Key>> {
    let key = sqlx::query_as!(
        Key,
        "SELECT feature, purpose, row_id AS row FROM cards WHERE guild_id = ? AND card_id = ?",
        guild,
        id
    );
    Ok(key.fetch_optional(db).await?)
}

/// The row whose card of this name is this message.
pub async fn row_of_message(
    db: impl SqliteExecutor<'_>,
    name: CardName,
    guild: GuildId,
    message: MessageId,
) -> Result<Option<i64>> {
    let row = sqlx::query_scalar!(
        "SELECT cards.row_id FROM outbox JOIN cards ON order_id = outbox_id
         WHERE cards.guild_id = ? AND message_id = ? AND cards.feature = ? AND cards.purpose = ?",
        guild,
        message,
        name.feature,
        name.purpose
    );
    Ok(row.fetch_optional(db).await?)
}

/// A card is posted by this order, whatever became of the one before.
pub async fn upsert(
    tx: &mut SqliteConnection,
    name: CardName,
    (guild, row): (GuildId, i64),
    channel: ChannelId,
    order: OutboxId,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO cards (guild_id, feature, purpose, row_id, channel_id, order_id, shown_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (guild_id, feature, purpose, row_id)
         DO UPDATE SET channel_id = excluded.channel_id, order_id = excluded.order_id, why = NULL,
                       shown_at = excluded.shown_at",
        guild,
        name.feature,
        name.purpose,
        row,
        channel,
        order,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// A card shows what held at this instant.
pub async fn set_shown(tx: &mut SqliteConnection, guild: GuildId, id: CardId, now: Timestamp) -> Result<()> {
    sqlx::query!("UPDATE cards SET shown_at = ? WHERE guild_id = ? AND card_id = ?", now, guild, id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Why the card that this order posts does not stand; nothing, if it is posted by another one by now.
pub async fn set_why(tx: &mut SqliteConnection, guild: GuildId, order: OutboxId, why: NotDone) -> Result<()> {
    let why = why.as_str();
    sqlx::query!("UPDATE cards SET why = ? WHERE guild_id = ? AND order_id = ?", why, guild, order).execute(tx).await?;
    Ok(())
}

/// The card that this order posts could be changed, so whatever hindered that is over; a message that was
/// deleted since stays so.
pub async fn set_changed(tx: &mut SqliteConnection, guild: GuildId, order: OutboxId) -> Result<()> {
    sqlx::query!("UPDATE cards SET why = NULL WHERE guild_id = ? AND order_id = ? AND why <> 'gone'", guild, order)
        .execute(tx)
        .await?;
    Ok(())
}

/// Whether this order posts a card in place of an earlier one.
pub async fn is_again(db: impl SqliteExecutor<'_>, guild: GuildId, order: OutboxId) -> Result<bool> {
    let purpose = sqlx::query_scalar!("SELECT purpose FROM outbox WHERE guild_id = ? AND outbox_id = ?", guild, order);
    Ok(purpose.fetch_optional(db).await?.is_some_and(|purpose| purpose == super::AGAIN))
}

/// The orders of the cards that are these messages.
pub async fn of_messages(db: impl SqliteExecutor<'_>, guild: GuildId, messages: &[MessageId]) -> Result<Vec<OutboxId>> {
    let messages = serde_json::to_string(messages)?;
    let orders = sqlx::query_scalar!(
        r#"SELECT order_id AS "order: OutboxId" FROM outbox JOIN cards ON order_id = outbox_id
           WHERE cards.guild_id = ? AND message_id IN (SELECT value FROM json_each(?))"#,
        guild,
        messages
    );
    Ok(orders.fetch_all(db).await?)
}

/// The orders of the cards in a channel.
pub async fn in_channel(db: impl SqliteExecutor<'_>, guild: GuildId, channel: ChannelId) -> Result<Vec<OutboxId>> {
    let orders = sqlx::query_scalar!(
        r#"SELECT order_id AS "order: OutboxId" FROM cards WHERE guild_id = ? AND channel_id = ?"#,
        guild,
        channel
    );
    Ok(orders.fetch_all(db).await?)
}
