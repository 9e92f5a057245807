//! SQL of what changes a case that is on record: edits, links, and the question before it is voided.

use super::super::{Before, Case, Edit, Question, Voided};
use crate::clock::Timestamp;
use crate::error::{Error, Result};
use crate::features::moderation::{CaseId, VoidPromptId};
use crate::ids::{GuildId, MemberId};
use sqlx::{SqliteConnection, SqliteExecutor};

/// A case stops counting; false if it had before.
pub async fn set_voided(tx: &mut SqliteConnection, case: CaseId, voided: &Voided) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE cases SET voided_at = ?, voided_by = ?, void_reason = ? WHERE case_id = ? AND voided_at IS NULL",
        voided.at,
        voided.by,
        voided.reason,
        case
    );
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

/// A case says something else; what it said before is kept.
pub async fn set_reason(
    tx: &mut SqliteConnection,
    case: &Case,
    reason: &str,
    by: MemberId,
    now: Timestamp,
) -> Result<()> {
    insert_edit(&mut *tx, case, by, "reason", &case.reason, reason, now).await?;
    sqlx::query!("UPDATE cases SET reason = ? WHERE case_id = ?", reason, case.id).execute(tx).await?;
    Ok(())
}

/// A timeout or ban is to end at another time; what it was before is kept.
pub async fn set_until(
    tx: &mut SqliteConnection,
    case: &Case,
    until: Timestamp,
    by: MemberId,
    now: Timestamp,
) -> Result<()> {
    let before = case.until.map(|before| before.millis().to_string()).unwrap_or_default();
    insert_edit(&mut *tx, case, by, "until", &before, &until.millis().to_string(), now).await?;
    sqlx::query!("UPDATE cases SET until = ? WHERE case_id = ?", until, case.id).execute(tx).await?;
    Ok(())
}

async fn insert_edit(
    tx: &mut SqliteConnection,
    case: &Case,
    by: MemberId,
    field: &'static str,
    before: &str,
    after: &str,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO case_edits (guild_id, case_id, editor_id, field, before, after, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        case.guild,
        case.id,
        by,
        field,
        before,
        after,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What stood in a case before, in the order in which it was changed.
pub async fn edits(db: impl SqliteExecutor<'_>, case: CaseId) -> Result<Vec<Edit>> {
    let rows = sqlx::query!(
        r#"SELECT editor_id AS "by: MemberId", field, before, at AS "at: Timestamp" FROM case_edits
           WHERE case_id = ? ORDER BY edit_id"#,
        case
    );
    let rows = rows.fetch_all(db).await?.into_iter();
    let read = rows.map(|row| {
        let before = match (row.field.as_str(), row.before.parse()) {
            ("reason", _) => Before::Reason(row.before),
            ("until", Ok(millis)) => Before::Until(Some(Timestamp(millis))),
            ("until", Err(_)) if row.before.is_empty() => Before::Until(None),
            _ => return Err(Error::fault(format!("an edit of {} that cannot be read", row.field))),
        };
        Ok(Edit { by: row.by, at: row.at, before })
    });
    read.collect()
}

/// Two cases belong together; false if that is known already.
pub async fn insert_link(
    tx: &mut SqliteConnection,
    one: &Case,
    other: &Case,
    by: MemberId,
    now: Timestamp,
) -> Result<bool> {
    let (lower, higher) = (one.id.min(other.id), one.id.max(other.id));
    let done = sqlx::query!(
        "INSERT INTO case_links (guild_id, case_id, other_id, linked_by, at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING",
        one.guild,
        lower,
        higher,
        by,
        now
    );
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

/// The numbers of the cases that one is linked with.
pub async fn links(db: impl SqliteExecutor<'_>, case: CaseId) -> Result<Vec<i64>> {
    let numbers = sqlx::query_scalar!(
        r#"SELECT number FROM cases WHERE case_id IN (
               SELECT other_id FROM case_links WHERE case_id = ?1 UNION SELECT case_id FROM case_links WHERE other_id = ?1)
           ORDER BY number"#,
        case
    );
    Ok(numbers.fetch_all(db).await?)
}

/// Keeps what somebody is asked, and lets go of what was asked before `before`.
pub async fn insert_question(
    tx: &mut SqliteConnection,
    case: &Case,
    actor: MemberId,
    reason: &str,
    before: Timestamp,
    now: Timestamp,
) -> Result<VoidPromptId> {
    sqlx::query!("DELETE FROM moderation_questions WHERE at < ?", before).execute(&mut *tx).await?;
    let id = sqlx::query_scalar!(
        r#"INSERT INTO moderation_questions (guild_id, case_id, actor_id, reason, at) VALUES (?, ?, ?, ?, ?)
           RETURNING question_id AS "id!: VoidPromptId""#,
        case.guild,
        case.id,
        actor,
        reason,
        now
    );
    Ok(id.fetch_one(tx).await?)
}

/// What somebody in this server is asked, if that is still kept.
pub async fn question(db: impl SqliteExecutor<'_>, guild: GuildId, id: VoidPromptId) -> Result<Option<Question>> {
    let question = sqlx::query_as!(
        Question,
        r#"SELECT case_id AS "case: CaseId", actor_id AS "actor: MemberId", reason,
                  answered_at IS NOT NULL AS "answered!: bool"
           FROM moderation_questions WHERE guild_id = ? AND question_id = ?"#,
        guild,
        id
    );
    Ok(question.fetch_optional(db).await?)
}

/// They have answered; false if they had before.
pub async fn set_answered(tx: &mut SqliteConnection, id: VoidPromptId, now: Timestamp) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE moderation_questions SET answered_at = ? WHERE question_id = ? AND answered_at IS NULL",
        now,
        id
    );
    Ok(done.execute(tx).await?.rows_affected() > 0)
}
