//! Answers that hosts have written ahead.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::ama::{QuestionId, SessionId};
use crate::ids::{GuildId, MemberId};

/// Keeps what a host has written, in place of what they wrote before.
pub async fn upsert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    question: QuestionId,
    host: MemberId,
    text: &str,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO ama_prepared (question_id, guild_id, host_id, text, at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (question_id, host_id) DO UPDATE SET text = excluded.text, at = excluded.at",
        question,
        guild,
        host,
        text,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What a host has written for a question.
pub async fn get(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    question: QuestionId,
    host: MemberId,
) -> Result<Option<String>> {
    let text = sqlx::query_scalar!(
        "SELECT text FROM ama_prepared WHERE guild_id = ? AND question_id = ? AND host_id = ?",
        guild,
        question,
        host
    );
    Ok(text.fetch_optional(db).await?)
}

/// The questions of a session for which a host has written an answer.
pub async fn of_host(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    session: SessionId,
    host: MemberId,
) -> Result<Vec<QuestionId>> {
    let questions = sqlx::query_scalar!(
        r#"SELECT question_id AS "question: QuestionId" FROM ama_prepared JOIN ama_questions USING (question_id)
           WHERE ama_prepared.guild_id = ? AND session_id = ? AND host_id = ?"#,
        guild,
        session,
        host
    );
    Ok(questions.fetch_all(db).await?)
}

/// A question is answered: nothing that was written ahead for it is needed any more.
pub async fn delete(tx: &mut SqliteConnection, guild: GuildId, question: QuestionId) -> Result<()> {
    sqlx::query!("DELETE FROM ama_prepared WHERE guild_id = ? AND question_id = ?", guild, question)
        .execute(tx)
        .await?;
    Ok(())
}
