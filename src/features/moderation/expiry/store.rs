//! SQL of cases that go.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::moderation::{CaseId, MassId};

/// Cases that stopped counting before an instant, and notes from before another.
///
/// A case counts until it is taken back or its points expire, and as long as its timeout or ban is in
/// force: a ban without an end for as long as it stands. One from a file counts at least from the day it was
/// brought. The `max` of something with NULL is NULL.
pub async fn expired(tx: &mut SqliteConnection, cases: Timestamp, notes: Timestamp, most: i64) -> Result<Vec<CaseId>> {
    let old = sqlx::query_scalar!(
        r#"SELECT case_id AS "id!: CaseId" FROM cases
           WHERE (kind = 'note' AND max(at, coalesce(imported_at, at)) <= ?2)
              OR (kind <> 'note' AND ?1 >=
                  max(coalesce(voided_at, points_expire_at, at), coalesce(imported_at, at),
                      CASE WHEN kind IN ('timeout', 'ban') AND act IN ('waiting', 'applied', 'unknown') THEN until
                           ELSE coalesce(ended_at, at) END))
           LIMIT ?3"#,
        cases,
        notes,
        most
    );
    Ok(old.fetch_all(tx).await?)
}

/// Removes cases with everything that refers to them.
pub async fn delete(tx: &mut SqliteConnection, cases: &[CaseId]) -> Result<()> {
    let ids = serde_json::to_string(cases)?;
    sqlx::query!("DELETE FROM case_edits WHERE case_id IN (SELECT value FROM json_each(?))", ids)
        .execute(&mut *tx)
        .await?;
    sqlx::query!(
        "DELETE FROM case_links WHERE case_id IN (SELECT value FROM json_each(?1))
             OR other_id IN (SELECT value FROM json_each(?1))",
        ids
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!("DELETE FROM moderation_notices WHERE case_id IN (SELECT value FROM json_each(?))", ids)
        .execute(&mut *tx)
        .await?;
    sqlx::query!("DELETE FROM moderation_decisions WHERE case_id IN (SELECT value FROM json_each(?))", ids)
        .execute(&mut *tx)
        .await?;
    sqlx::query!("DELETE FROM moderation_questions WHERE case_id IN (SELECT value FROM json_each(?))", ids)
        .execute(&mut *tx)
        .await?;
    sqlx::query!("DELETE FROM mass_targets WHERE case_id IN (SELECT value FROM json_each(?))", ids)
        .execute(&mut *tx)
        .await?;
    sqlx::query!("DELETE FROM automod_hits WHERE case_id IN (SELECT value FROM json_each(?))", ids)
        .execute(&mut *tx)
        .await?;
    sqlx::query!("DELETE FROM cases WHERE case_id IN (SELECT value FROM json_each(?))", ids).execute(tx).await?;
    Ok(())
}

/// What was done to many at once, and was over before an instant.
pub async fn expired_masses(tx: &mut SqliteConnection, before: Timestamp, most: i64) -> Result<Vec<MassId>> {
    let old = sqlx::query_scalar!(
        r#"SELECT mass_id AS "id!: MassId" FROM mass_acts WHERE coalesce(ended_at, at) <= ? LIMIT ?"#,
        before,
        most
    );
    Ok(old.fetch_all(tx).await?)
}

/// Removes it with whom it was done to.
pub async fn delete_masses(tx: &mut SqliteConnection, masses: &[MassId]) -> Result<()> {
    let ids = serde_json::to_string(masses)?;
    sqlx::query!("DELETE FROM mass_targets WHERE mass_id IN (SELECT value FROM json_each(?))", ids)
        .execute(&mut *tx)
        .await?;
    sqlx::query!("DELETE FROM mass_acts WHERE mass_id IN (SELECT value FROM json_each(?))", ids).execute(tx).await?;
    Ok(())
}
