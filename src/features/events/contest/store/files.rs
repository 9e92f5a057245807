//! Images of entries: kept until 90 days after the close, so that a post that was deleted can be made again.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::error::Result;
use crate::features::events::contest::EntryId;
use crate::ids::GuildId;

/// The image of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Keeps the image of an entry.
pub async fn insert(tx: &mut SqliteConnection, guild: GuildId, entry: EntryId, image: &Image) -> Result<()> {
    sqlx::query!(
        "INSERT INTO contest_files (entry_id, guild_id, name, bytes) VALUES (?, ?, ?, ?)",
        entry,
        guild,
        image.name,
        image.bytes
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The image of an entry, if it has one.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, entry: EntryId) -> Result<Option<Image>> {
    let image = sqlx::query_as!(
        Image,
        "SELECT name, bytes FROM contest_files WHERE guild_id = ? AND entry_id = ?",
        guild,
        entry
    );
    Ok(image.fetch_optional(db).await?)
}
