//! SQL of results: which comments were kept as feedback.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::surveys::{EntryId, QuestionId, WaveId};
use crate::ids::GuildId;

/// The waves of a server that were closed from one instant until before another, as they were closed.
pub async fn closed(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    from: Timestamp,
    to: Timestamp,
) -> Result<Vec<WaveId>> {
    let rows = sqlx::query_scalar!(
        r#"SELECT wave_id AS "id!: WaveId" FROM survey_waves
           WHERE guild_id = ? AND state = 'closed' AND closed_at >= ? AND closed_at < ? ORDER BY closed_at, wave_id"#,
        guild,
        from,
        to
    );
    Ok(rows.fetch_all(db).await?)
}

/// Comments of a wave that were kept.
pub async fn kept(db: impl SqliteExecutor<'_>, guild: GuildId, wave: WaveId) -> Result<Vec<(EntryId, QuestionId)>> {
    let rows = sqlx::query!(
        r#"SELECT entry_id AS "entry: EntryId", asked_id AS "asked: QuestionId" FROM survey_kept
           JOIN survey_entries USING (entry_id) WHERE survey_kept.guild_id = ? AND wave_id = ?"#,
        guild,
        wave
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(|row| (row.entry, row.asked)).collect())
}

/// Notes that a comment was kept. False if it was before.
pub async fn insert_kept(
    tx: &mut SqliteConnection,
    guild: GuildId,
    entry: EntryId,
    asked: QuestionId,
    now: Timestamp,
) -> Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO survey_kept (entry_id, asked_id, guild_id, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        entry,
        asked,
        guild,
        now
    );
    Ok(done.execute(tx).await?.rows_affected() > 0)
}
