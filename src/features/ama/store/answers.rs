//! Answers, and the messages that show them.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::ama::{Answer, AnswerId, QuestionId, SessionId};
use crate::ids::{GuildId, MemberId, OutboxId};

/// A host answers a question, which is answered from then on. `None` where it was answered before: of two hosts the
/// first one's answer counts.
pub async fn insert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    question: QuestionId,
    host: MemberId,
    text: Option<&str>,
    now: Timestamp,
) -> Result<Option<AnswerId>> {
    let id = sqlx::query_scalar!(
        r#"INSERT INTO ama_answers (question_id, guild_id, host_id, text, at) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (question_id) DO NOTHING RETURNING answer_id AS "id!: AnswerId""#,
        question,
        guild,
        host,
        text,
        now
    );
    let Some(id) = id.fetch_optional(&mut *tx).await? else { return Ok(None) };
    sqlx::query!(
        "UPDATE ama_questions SET state = 'answered', claimed_by = NULL, claimed_at = NULL
         WHERE guild_id = ? AND question_id = ?",
        guild,
        question
    )
    .execute(tx)
    .await?;
    Ok(Some(id))
}

/// The answer to a question, if there is one.
pub async fn of_question(db: impl SqliteExecutor<'_>, guild: GuildId, question: QuestionId) -> Result<Option<Answer>> {
    let answer = sqlx::query_as!(
        Answer,
        r#"SELECT answer_id AS "id: AnswerId", question_id AS "question: QuestionId", host_id AS "host: MemberId",
                  text, at AS "at: Timestamp", edited_at AS "edited: Timestamp"
           FROM ama_answers WHERE guild_id = ? AND question_id = ?"#,
        guild,
        question
    );
    Ok(answer.fetch_optional(db).await?)
}

/// The answers of a session in the order in which they were given.
pub async fn list(db: impl SqliteExecutor<'_>, guild: GuildId, session: SessionId) -> Result<Vec<Answer>> {
    let answers = sqlx::query_as!(
        Answer,
        r#"SELECT answer_id AS "id: AnswerId", question_id AS "question: QuestionId", host_id AS "host: MemberId",
                  ama_answers.text, at AS "at: Timestamp", edited_at AS "edited: Timestamp"
           FROM ama_answers JOIN ama_questions USING (question_id)
           WHERE ama_answers.guild_id = ? AND session_id = ? ORDER BY at, answer_id"#,
        guild,
        session
    );
    Ok(answers.fetch_all(db).await?)
}

/// A host says it otherwise.
pub async fn set_text(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: AnswerId,
    text: &str,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "UPDATE ama_answers SET text = ?, edited_at = ? WHERE guild_id = ? AND answer_id = ?",
        text,
        now,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// A message that shows the answer, at its place from 1 on.
pub async fn insert_post(
    tx: &mut SqliteConnection,
    guild: GuildId,
    answer: AnswerId,
    place: i64,
    order: OutboxId,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO ama_answer_posts (answer_id, guild_id, place, order_id) VALUES (?, ?, ?, ?)
         ON CONFLICT (answer_id, place) DO UPDATE SET order_id = excluded.order_id",
        answer,
        guild,
        place,
        order
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The orders of the messages that show an answer, in the order of reading.
pub async fn posts(db: impl SqliteExecutor<'_>, guild: GuildId, answer: AnswerId) -> Result<Vec<OutboxId>> {
    let orders = sqlx::query_scalar!(
        r#"SELECT order_id AS "order: OutboxId" FROM ama_answer_posts WHERE guild_id = ? AND answer_id = ?
           ORDER BY place"#,
        guild,
        answer
    );
    Ok(orders.fetch_all(db).await?)
}

/// The session of the answer that an order posts, if it posts one.
pub async fn session(db: impl SqliteExecutor<'_>, guild: GuildId, order: OutboxId) -> Result<Option<SessionId>> {
    let session = sqlx::query_scalar!(
        r#"SELECT session_id AS "session: SessionId" FROM ama_answer_posts
           JOIN ama_answers USING (answer_id) JOIN ama_questions USING (question_id)
           WHERE ama_answer_posts.guild_id = ? AND order_id = ?"#,
        guild,
        order
    );
    Ok(session.fetch_optional(db).await?)
}

/// Another order posts what one could not.
pub async fn replace_post(tx: &mut SqliteConnection, guild: GuildId, old: OutboxId, new: OutboxId) -> Result<()> {
    sqlx::query!("UPDATE ama_answer_posts SET order_id = ? WHERE guild_id = ? AND order_id = ?", new, guild, old)
        .execute(tx)
        .await?;
    Ok(())
}
