//! How those who came liked an event.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::events::OccurrenceId;
use crate::ids::{GuildId, MemberId};

/// What somebody thought of an event. Words are as people typed them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating {
    /// 1–5; 5 is best.
    pub stars: i64,
    pub words: Option<String>,
}

/// Words beside a rating, with whose they are: for what is done with them, never for a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worded {
    pub member: MemberId,
    pub words: String,
}

/// Keeps how many stars somebody gives; what they typed before stays.
pub async fn set_stars(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: OccurrenceId,
    member: MemberId,
    stars: u8,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO event_ratings (occurrence_id, guild_id, member_id, stars, at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (occurrence_id, member_id) DO UPDATE SET stars = excluded.stars, at = excluded.at",
        id,
        guild,
        member,
        stars,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Keeps what somebody typed beside their stars. Whether they have given any.
pub async fn set_words(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: OccurrenceId,
    member: MemberId,
    words: Option<&str>,
) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE event_ratings SET words = ? WHERE guild_id = ? AND occurrence_id = ? AND member_id = ?",
        words,
        guild,
        id,
        member
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// Somebody takes back what they gave. Whether they had given anything.
pub async fn delete(tx: &mut SqliteConnection, guild: GuildId, id: OccurrenceId, member: MemberId) -> Result<bool> {
    let done = sqlx::query!(
        "DELETE FROM event_ratings WHERE guild_id = ? AND occurrence_id = ? AND member_id = ?",
        guild,
        id,
        member
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// What a member gave.
pub async fn get(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    id: OccurrenceId,
    member: MemberId,
) -> Result<Option<Rating>> {
    let rating = sqlx::query_as!(
        Rating,
        "SELECT stars, words FROM event_ratings WHERE guild_id = ? AND occurrence_id = ? AND member_id = ?",
        guild,
        id,
        member
    );
    Ok(rating.fetch_optional(db).await?)
}

/// All of an event, in no order that tells who gave them.
pub async fn list(db: impl SqliteExecutor<'_>, guild: GuildId, id: OccurrenceId) -> Result<Vec<Rating>> {
    let ratings = sqlx::query_as!(
        Rating,
        "SELECT stars, words FROM event_ratings WHERE guild_id = ? AND occurrence_id = ? ORDER BY stars DESC, words",
        guild,
        id
    );
    Ok(ratings.fetch_all(db).await?)
}

/// Words that are not feedback yet, in the order of [`list`].
pub async fn not_kept(db: impl SqliteExecutor<'_>, guild: GuildId, id: OccurrenceId) -> Result<Vec<Worded>> {
    let found = sqlx::query_as!(
        Worded,
        r#"SELECT member_id AS "member: MemberId", words AS "words!" FROM event_ratings
           WHERE guild_id = ? AND occurrence_id = ? AND words IS NOT NULL AND kept_at IS NULL
           ORDER BY stars DESC, words"#,
        guild,
        id
    );
    Ok(found.fetch_all(db).await?)
}

/// Words become feedback. Whether they were not before.
pub async fn set_kept(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: OccurrenceId,
    member: MemberId,
    now: Timestamp,
) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE event_ratings SET kept_at = ?
         WHERE guild_id = ? AND occurrence_id = ? AND member_id = ? AND kept_at IS NULL",
        now,
        guild,
        id,
        member
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}
