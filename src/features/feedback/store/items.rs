//! Items: what one person said.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::db::list::{Listed, Slice};
use crate::error::Result;
use crate::features::feedback::{Item, ItemId, ItemSpec, Origin, TagId, ThemeId};
use crate::ids::{ChannelId, GuildId, MemberId, MessageId};

/// What was said by one person, on one page of a list.
const PAGE: i64 = 5;

/// Whole items: the columns, once for all queries that read them.
macro_rules! items {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Item,
            r#"SELECT item_id AS "id!: ItemId", theme_id AS "theme: ThemeId", author_id AS "author: MemberId",
                      channel_id AS "channel: ChannelId", message_id AS "message: MessageId", text,
                      is_quote AS "is_quote: bool", is_public AS "is_public: bool", said_at AS "said: Timestamp",
                      origin AS "from: Origin",
                      within_id AS "within: ChannelId"
               FROM feedback_items "# + $tail
            $(, $arg)*
        )
    };
}

/// Keeps what was said under a theme; a message that was tagged before is changed, however that came about.
pub async fn upsert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    theme: ThemeId,
    spec: &ItemSpec,
    now: Timestamp,
) -> Result<ItemId> {
    let (channel, message) = spec.message.unzip();
    let id = sqlx::query_scalar!(
        r#"INSERT INTO feedback_items (theme_id, guild_id, author_id, channel_id, message_id, text, is_quote, is_public,
                                       said_at, tagged_at, origin, within_id)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (guild_id, message_id) DO UPDATE
           SET theme_id = excluded.theme_id, text = excluded.text, is_quote = excluded.is_quote
           RETURNING item_id AS "id!: ItemId""#,
        theme,
        guild,
        spec.author,
        channel,
        message,
        spec.text,
        spec.is_quote,
        spec.is_public,
        spec.said,
        now,
        spec.from,
        spec.within
    );
    Ok(id.fetch_one(tx).await?)
}

/// An item has these tags and no others.
pub async fn set_tags(tx: &mut SqliteConnection, guild: GuildId, item: ItemId, tags: &[TagId]) -> Result<()> {
    sqlx::query!("DELETE FROM feedback_item_tags WHERE guild_id = ? AND item_id = ?", guild, item)
        .execute(&mut *tx)
        .await?;
    for tag in tags {
        sqlx::query!(
            "INSERT INTO feedback_item_tags (item_id, tag_id, guild_id)
             SELECT ?1, tag_id, guild_id FROM feedback_tags WHERE guild_id = ?2 AND tag_id = ?3
             ON CONFLICT DO NOTHING",
            item,
            guild,
            tag
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

/// The tags of an item.
pub async fn tags(db: impl SqliteExecutor<'_>, guild: GuildId, item: ItemId) -> Result<Vec<TagId>> {
    let tags = sqlx::query_scalar!(
        r#"SELECT tag_id AS "tag: TagId" FROM feedback_item_tags WHERE guild_id = ? AND item_id = ? ORDER BY tag_id"#,
        guild,
        item
    );
    Ok(tags.fetch_all(db).await?)
}

/// What was tagged of a message.
pub async fn of_message(db: impl SqliteExecutor<'_>, guild: GuildId, message: MessageId) -> Result<Option<Item>> {
    Ok(items!("WHERE guild_id = ? AND message_id = ?", guild, message).fetch_optional(db).await?)
}

/// Everything that was said of a theme, the latest first.
pub async fn of_theme(db: impl SqliteExecutor<'_>, guild: GuildId, theme: ThemeId) -> Result<Vec<Item>> {
    let found = items!("WHERE guild_id = ? AND theme_id = ? ORDER BY said_at DESC, item_id DESC", guild, theme);
    Ok(found.fetch_all(db).await?)
}

/// An item of this server by its row, if there is one.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, id: ItemId) -> Result<Option<Item>> {
    Ok(items!("WHERE guild_id = ? AND item_id = ?", guild, id).fetch_optional(db).await?)
}

/// A page of what a person said, the latest first.
pub async fn of_author(db: &mut SqliteConnection, guild: GuildId, author: MemberId, page: i64) -> Result<Listed<Item>> {
    let total = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!: i64" FROM feedback_items WHERE guild_id = ? AND author_id = ?"#,
        guild,
        author
    );
    let slice = Slice::new(total.fetch_one(&mut *db).await?, PAGE, page);
    let skip = slice.skip();
    let found = items!(
        "WHERE guild_id = ? AND author_id = ? ORDER BY said_at DESC, item_id DESC LIMIT ? OFFSET ?",
        guild,
        author,
        PAGE,
        skip
    );
    Ok(Listed { rows: found.fetch_all(db).await?, slice })
}

/// The themes of which a person said something.
pub async fn themes_of(db: impl SqliteExecutor<'_>, guild: GuildId, author: MemberId) -> Result<Vec<ThemeId>> {
    let themes = sqlx::query_scalar!(
        r#"SELECT DISTINCT theme_id AS "theme: ThemeId" FROM feedback_items WHERE guild_id = ? AND author_id = ?"#,
        guild,
        author
    );
    Ok(themes.fetch_all(db).await?)
}

/// Where an item that is a suggestion was posted.
pub async fn set_message(
    tx: &mut SqliteConnection,
    guild: GuildId,
    item: ItemId,
    (channel, message): (ChannelId, MessageId),
) -> Result<()> {
    sqlx::query!(
        "UPDATE OR IGNORE feedback_items SET channel_id = ?, message_id = ? WHERE guild_id = ? AND item_id = ?",
        channel,
        message,
        guild,
        item
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// A person is not counted any more for what they have suggested, which stands where everyone reads it.
pub async fn uncount_suggested(tx: &mut SqliteConnection, guild: GuildId, author: MemberId) -> Result<()> {
    sqlx::query!(
        "UPDATE feedback_items SET author_id = NULL, is_quote = 0 WHERE guild_id = ? AND author_id = ?
         AND item_id IN (SELECT item_id FROM feedback_suggestions)",
        guild,
        author
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The messages of a person that are feedback.
pub async fn messages_of(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    author: MemberId,
) -> Result<Vec<(ChannelId, MessageId)>> {
    let rows = sqlx::query!(
        r#"SELECT channel_id AS "channel!: ChannelId", message_id AS "message!: MessageId" FROM feedback_items
           WHERE guild_id = ? AND author_id = ? AND channel_id IS NOT NULL AND message_id IS NOT NULL"#,
        guild,
        author
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(|row| (row.channel, row.message)).collect())
}

/// Everything that a person said goes.
pub async fn delete_of(tx: &mut SqliteConnection, guild: GuildId, author: MemberId) -> Result<()> {
    sqlx::query!("DELETE FROM feedback_items WHERE guild_id = ? AND author_id = ?", guild, author).execute(tx).await?;
    Ok(())
}

/// An item goes.
pub async fn delete(tx: &mut SqliteConnection, guild: GuildId, item: ItemId) -> Result<()> {
    sqlx::query!("DELETE FROM feedback_items WHERE guild_id = ? AND item_id = ?", guild, item).execute(tx).await?;
    Ok(())
}
