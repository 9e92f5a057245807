//! Tags.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::feedback::{Tag, TagId, TagKind, ThemeId};
use crate::ids::GuildId;

/// The tags that every server begins with.
pub async fn insert_usual(tx: &mut SqliteConnection, guild: GuildId) -> Result<()> {
    for kind in TagKind::ALL {
        sqlx::query!(
            "INSERT INTO feedback_tags (guild_id, kind) VALUES (?, ?) ON CONFLICT (guild_id, kind) DO NOTHING",
            guild,
            kind
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

/// Every tag of a server, the most used first, retired ones last.
pub async fn list(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<Tag>> {
    let tags = sqlx::query_as!(
        Tag,
        r#"SELECT tag_id AS "id!: TagId", kind AS "kind: TagKind", name, retired_at IS NOT NULL AS "is_retired!: bool",
                  (SELECT count(*) FROM feedback_item_tags
                   WHERE feedback_item_tags.tag_id = feedback_tags.tag_id) AS "uses!: i64"
           FROM feedback_tags WHERE guild_id = ? ORDER BY 4, 5 DESC, tag_id"#,
        guild
    );
    Ok(tags.fetch_all(db).await?)
}

/// The tags of what was said of a theme, each with how often it is there, the most frequent first.
pub async fn of_theme(db: impl SqliteExecutor<'_>, guild: GuildId, theme: ThemeId) -> Result<Vec<Tag>> {
    let tags = sqlx::query_as!(
        Tag,
        r#"SELECT feedback_tags.tag_id AS "id!: TagId", kind AS "kind: TagKind", name,
                  retired_at IS NOT NULL AS "is_retired!: bool", count(*) AS "uses!: i64"
           FROM feedback_items JOIN feedback_item_tags USING (item_id)
                JOIN feedback_tags ON feedback_tags.tag_id = feedback_item_tags.tag_id
           WHERE feedback_items.guild_id = ? AND theme_id = ?
           GROUP BY feedback_tags.tag_id ORDER BY 5 DESC, 1"#,
        guild,
        theme
    );
    Ok(tags.fetch_all(db).await?)
}

/// A new tag.
pub async fn insert(tx: &mut SqliteConnection, guild: GuildId, name: &str) -> Result<()> {
    sqlx::query!("INSERT INTO feedback_tags (guild_id, name) VALUES (?, ?)", guild, name).execute(tx).await?;
    Ok(())
}

/// A tag is called otherwise from now on.
pub async fn set_name(tx: &mut SqliteConnection, guild: GuildId, id: TagId, name: &str) -> Result<()> {
    sqlx::query!("UPDATE feedback_tags SET name = ?, kind = NULL WHERE guild_id = ? AND tag_id = ?", name, guild, id)
        .execute(tx)
        .await?;
    Ok(())
}

/// From when on a tag is not offered any more, what has it keeps it; `None`: it is offered again.
pub async fn set_retired(tx: &mut SqliteConnection, guild: GuildId, id: TagId, since: Option<Timestamp>) -> Result<()> {
    sqlx::query!("UPDATE feedback_tags SET retired_at = ? WHERE guild_id = ? AND tag_id = ?", since, guild, id)
        .execute(tx)
        .await?;
    Ok(())
}
