//! SQL of the jobs.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::ids::{GuildId, JobId};

use super::Job;

/// One open job of a kind for a row; a claim on it is taken away.
pub async fn upsert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    kind: &str,
    urgent: bool,
    row: i64,
    due: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO jobs (guild_id, kind, row_id, urgent, due_at, state, claim, tries)
         VALUES (?, ?, ?, ?, ?, 'pending', 0, 0)
         ON CONFLICT (kind, guild_id, row_id) WHERE state IN ('pending', 'claimed')
         DO UPDATE SET due_at = excluded.due_at, state = 'pending', claim = claim + 1, lease_until = NULL, tries = 0,
                       why = NULL",
        guild,
        kind,
        row,
        urgent,
        due
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Removes the open job of a kind for a row.
pub async fn delete(tx: &mut SqliteConnection, guild: GuildId, kind: &str, row: i64) -> Result<()> {
    sqlx::query!(
        "DELETE FROM jobs WHERE kind = ? AND guild_id = ? AND row_id = ? AND state IN ('pending', 'claimed')",
        kind,
        guild,
        row
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// When the open job of a kind for a row is due.
pub async fn due_of(db: impl SqliteExecutor<'_>, guild: GuildId, kind: &str, row: i64) -> Result<Option<Timestamp>> {
    let due = sqlx::query_scalar!(
        r#"SELECT due_at AS "due: Timestamp" FROM jobs
           WHERE kind = ? AND guild_id = ? AND row_id = ? AND state IN ('pending', 'claimed')"#,
        kind,
        guild,
        row
    );
    Ok(due.fetch_optional(db).await?)
}

/// Claims what is due, urgent ones first and then the one that has waited longest. An urgent one
/// keeps the others waiting.
pub async fn claim(tx: &mut SqliteConnection, now: Timestamp, lease: Timestamp, most: i64) -> Result<Vec<Job>> {
    let jobs = sqlx::query_as!(
        Job,
        r#"UPDATE jobs SET state = 'claimed', claim = claim + 1, lease_until = ?2
           WHERE job_id IN (
               SELECT job_id FROM jobs
               WHERE state IN ('pending', 'claimed') AND due_at <= ?1 AND (state = 'pending' OR lease_until <= ?1)
                 AND (urgent = 1 OR NOT EXISTS (
                     SELECT 1 FROM jobs AS first
                     WHERE first.urgent = 1 AND first.due_at <= ?1 AND first.tries = 0
                       AND first.state IN ('pending', 'claimed')))
               ORDER BY urgent DESC, due_at LIMIT ?3)
           RETURNING job_id AS "id!: JobId", guild_id AS "guild!: GuildId", kind AS "kind!", row_id AS "row!: i64",
                     due_at AS "due!: Timestamp", tries AS "tries!: i64", claim AS "claim!: i64""#,
        now,
        lease,
        most
    );
    let mut jobs = jobs.fetch_all(tx).await?;
    jobs.sort_by_key(|job| (job.due, job.id));
    Ok(jobs)
}

/// When the next job can be claimed: when it is due, or when a claim on it runs out.
pub async fn next_due(db: impl SqliteExecutor<'_>) -> Result<Option<Timestamp>> {
    let next = sqlx::query_scalar!(
        r#"SELECT min(due) AS "due: Timestamp" FROM (
               SELECT min(due_at) AS due FROM jobs WHERE state = 'pending'
               UNION ALL SELECT min(lease_until) FROM jobs WHERE state = 'claimed')"#
    );
    Ok(next.fetch_one(db).await?)
}

/// It has succeeded. Nothing, if the claim was lost: then it is to run again.
pub async fn delete_done(tx: &mut SqliteConnection, job: &Job) -> Result<()> {
    sqlx::query!("DELETE FROM jobs WHERE job_id = ? AND claim = ? AND state = 'claimed'", job.id, job.claim)
        .execute(tx)
        .await?;
    Ok(())
}

/// It is tried again.
pub async fn set_again(tx: &mut SqliteConnection, job: &Job, due: Timestamp, why: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE jobs SET state = 'pending', due_at = ?, lease_until = NULL, tries = tries + 1, why = ?
         WHERE job_id = ? AND claim = ? AND state = 'claimed'",
        due,
        why,
        job.id,
        job.claim
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// It is not tried any more.
pub async fn set_given_up(tx: &mut SqliteConnection, job: &Job, why: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE jobs SET state = 'given_up', lease_until = NULL, tries = tries + 1, why = ?
         WHERE job_id = ? AND claim = ? AND state = 'claimed'",
        why,
        job.id,
        job.claim
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What a process that is gone had claimed.
pub async fn release(tx: &mut SqliteConnection) -> Result<()> {
    sqlx::query!("UPDATE jobs SET state = 'pending', lease_until = NULL WHERE state = 'claimed'").execute(tx).await?;
    Ok(())
}
