//! Who can't ask any more in a session. Each block is a row of its own, also of the same person: a list of them shows
//! nothing about who asked what.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::feature::identity::Identity;
use crate::features::ama::{Block, Blocked, QuestionId, SessionId};
use crate::ids::{GuildId, MemberId};

/// Blocks the asker of a question, or a member. Whether that wasn't so.
pub async fn insert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    session: SessionId,
    (blocked, who): (Blocked, &Identity),
    by: MemberId,
    now: Timestamp,
) -> Result<bool> {
    let (question, member, mark) = (blocked.question(), who.member(), who.mark());
    let done = sqlx::query!(
        "INSERT INTO ama_blocks (session_id, guild_id, member_id, mark, blocked_by, at, question_id)
         VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        session,
        guild,
        member,
        mark,
        by,
        now,
        question
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// Lifts a block. Whether there was one.
pub async fn delete(tx: &mut SqliteConnection, guild: GuildId, session: SessionId, blocked: Blocked) -> Result<bool> {
    let (question, member) = (blocked.question(), blocked.member());
    let done = sqlx::query!(
        "DELETE FROM ama_blocks WHERE guild_id = ? AND session_id = ?
         AND (question_id = ? OR (question_id IS NULL AND member_id = ?))",
        guild,
        session,
        question,
        member
    );
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

/// Whether an asker is blocked.
pub async fn is_blocked(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    session: SessionId,
    asker: &Identity,
) -> Result<bool> {
    let (member, mark) = (asker.member(), asker.mark());
    let blocked = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM ama_blocks WHERE guild_id = ? AND session_id = ? AND (member_id = ? OR mark = ?))
           AS "is!: bool""#,
        guild,
        session,
        member,
        mark
    );
    Ok(blocked.fetch_one(db).await?)
}

/// The blocks of a session, the latest first.
pub async fn list(db: impl SqliteExecutor<'_>, guild: GuildId, session: SessionId) -> Result<Vec<Block>> {
    let rows = sqlx::query!(
        r#"SELECT ama_blocks.question_id AS "question: QuestionId", ama_blocks.member_id AS "member: MemberId",
                  text AS "text?", blocked_by AS "by: MemberId"
           FROM ama_blocks LEFT JOIN ama_questions USING (question_id)
           WHERE ama_blocks.guild_id = ? AND ama_blocks.session_id = ? ORDER BY at DESC, ama_blocks.rowid DESC"#,
        guild,
        session
    );
    let block = |blocked, question, by| Block { blocked, question, by };
    let rows = rows.fetch_all(db).await?.into_iter();
    Ok(rows
        .filter_map(|row| match (row.question, row.member) {
            (Some(question), _) => Some(block(Blocked::Asker(question), row.text, row.by)),
            (None, Some(member)) => Some(block(Blocked::Member(member), None, row.by)),
            (None, None) => None,
        })
        .collect())
}
