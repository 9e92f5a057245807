//! Suggestions: ideas of members that others upvote. Their words are items of feedback.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::feature::upvotes;
use crate::features::feedback::{ItemId, NAME, Status, Suggestion, SuggestionId, ThemeId};
use crate::ids::{GuildId, MemberId};

/// How many are looked through for those that say something similar.
const SEARCHED: i64 = 500;

/// Whole suggestions: the columns, once for all queries that read them.
macro_rules! suggestions {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Suggestion,
            r#"SELECT suggestion_id AS "id!: SuggestionId", item_id AS "item: ItemId",
                      feedback_suggestions.author_id AS "author!: MemberId", text AS "text?: String",
                      theme_id AS "theme?: ThemeId", status AS "status?: Status", reason AS "reason?: String",
                      (SELECT count(*) FROM upvotes WHERE feature = 'feedback' AND row = suggestion_id) AS "votes!: i64"
               FROM feedback_suggestions
               LEFT JOIN feedback_items USING (item_id)
               LEFT JOIN feedback_themes USING (theme_id) "# + $tail
            $(, $arg)*
        )
    };
}

/// A new suggestion, whose words are kept in an item.
pub async fn insert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    item: ItemId,
    author: MemberId,
    now: Timestamp,
) -> Result<SuggestionId> {
    let row = sqlx::query!(
        "INSERT INTO feedback_suggestions (guild_id, item_id, author_id, suggested_at) VALUES (?, ?, ?, ?)",
        guild,
        item,
        author,
        now
    );
    Ok(SuggestionId(row.execute(tx).await?.last_insert_rowid()))
}

/// A suggestion of this server, if there is one.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, id: SuggestionId) -> Result<Option<Suggestion>> {
    let found = suggestions!("WHERE feedback_suggestions.guild_id = ? AND suggestion_id = ?", guild, id);
    Ok(found.fetch_optional(db).await?)
}

/// The suggestion whose words an item is, if it is one.
pub async fn of_item(db: impl SqliteExecutor<'_>, guild: GuildId, item: ItemId) -> Result<Option<Suggestion>> {
    let found = suggestions!("WHERE feedback_suggestions.guild_id = ? AND item_id = ?", guild, item);
    Ok(found.fetch_optional(db).await?)
}

/// The suggestions of a theme.
pub async fn of_theme(db: impl SqliteExecutor<'_>, guild: GuildId, theme: ThemeId) -> Result<Vec<Suggestion>> {
    let found = suggestions!("WHERE feedback_suggestions.guild_id = ? AND theme_id = ? ORDER BY 1", guild, theme);
    Ok(found.fetch_all(db).await?)
}

/// The suggestions of a person that stand.
pub async fn of_author(db: impl SqliteExecutor<'_>, guild: GuildId, author: MemberId) -> Result<Vec<Suggestion>> {
    let found = suggestions!(
        "WHERE feedback_suggestions.guild_id = ? AND feedback_suggestions.author_id = ? AND item_id IS NOT NULL",
        guild,
        author
    );
    Ok(found.fetch_all(db).await?)
}

/// Those of which something may still come, the latest first.
pub async fn open(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<Suggestion>> {
    let found = suggestions!(
        "WHERE feedback_suggestions.guild_id = ? AND item_id IS NOT NULL AND closed_at IS NULL ORDER BY 1 DESC LIMIT ?",
        guild,
        SEARCHED
    );
    Ok(found.fetch_all(db).await?)
}

/// How many somebody has suggested since an instant, and when the first of them.
pub async fn since(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    author: MemberId,
    from: Timestamp,
) -> Result<(i64, Option<Timestamp>)> {
    let row = sqlx::query!(
        r#"SELECT count(*) AS "count!: i64", min(suggested_at) AS "first: Timestamp" FROM feedback_suggestions
           WHERE guild_id = ? AND author_id = ? AND suggested_at > ?"#,
        guild,
        author,
        from
    );
    let row = row.fetch_one(db).await?;
    Ok((row.count, row.first))
}

/// It is taken back, with the votes for it; its words go with its item.
pub async fn withdraw(tx: &mut SqliteConnection, guild: GuildId, id: SuggestionId, now: Timestamp) -> Result<()> {
    sqlx::query!(
        "UPDATE feedback_suggestions SET withdrawn_at = ?, item_id = NULL WHERE guild_id = ? AND suggestion_id = ?",
        now,
        guild,
        id
    )
    .execute(&mut *tx)
    .await?;
    upvotes::delete(tx, votes_for(guild, id)).await
}

/// What is upvoted.
pub const fn votes_for(guild: GuildId, id: SuggestionId) -> upvotes::Of {
    upvotes::Of { guild, feature: NAME, row: id.get() }
}
