//! SQL of the ledger of IDENTIFYs.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;

use super::{Connection, Outcome};

/// Allows one connection; the row stands before the connection is made.
pub async fn insert(tx: &mut SqliteConnection, now: Timestamp) -> Result<i64> {
    let row = sqlx::query!("INSERT INTO discord_identifies (at, outcome) VALUES (?, 'allowed')", now);
    Ok(row.execute(tx).await?.last_insert_rowid())
}

/// A connection was made with it.
pub async fn set_used(tx: &mut SqliteConnection, id: i64, now: Timestamp) -> Result<()> {
    sqlx::query!("UPDATE discord_identifies SET at = ?, outcome = 'used' WHERE identify_id = ?", now, id)
        .execute(tx)
        .await?;
    Ok(())
}

/// An old session went on, which takes no IDENTIFY.
pub async fn insert_resumed(tx: &mut SqliteConnection, now: Timestamp) -> Result<()> {
    sqlx::query!("INSERT INTO discord_identifies (at, outcome) VALUES (?, 'resumed')", now).execute(tx).await?;
    Ok(())
}

/// It led to a session.
pub async fn set_outcome(tx: &mut SqliteConnection, id: i64, outcome: Outcome) -> Result<()> {
    let outcome = outcome.as_str();
    sqlx::query!("UPDATE discord_identifies SET outcome = ? WHERE identify_id = ?", outcome, id).execute(tx).await?;
    Ok(())
}

/// A process that was killed may have used what it was allowed: count it, to be safe.
pub async fn settle_leftovers(tx: &mut SqliteConnection) -> Result<()> {
    sqlx::query!("UPDATE discord_identifies SET outcome = 'used' WHERE outcome = 'allowed'").execute(tx).await?;
    Ok(())
}

/// A connection that was allowed and not needed is taken back at a graceful end.
pub async fn delete_allowed(tx: &mut SqliteConnection) -> Result<()> {
    sqlx::query!("DELETE FROM discord_identifies WHERE outcome = 'allowed'").execute(tx).await?;
    Ok(())
}

/// Connections since an instant, oldest first; older rows are of no use.
pub async fn list(db: impl SqliteExecutor<'_>, since: Timestamp) -> Result<Vec<Connection>> {
    let rows = sqlx::query!(
        r#"SELECT at AS "at!: Timestamp", outcome FROM discord_identifies WHERE at >= ? AND outcome <> 'allowed'
           ORDER BY identify_id"#,
        since
    );
    let rows = rows.fetch_all(db).await?;
    Ok(rows.into_iter().map(|row| Connection { at: row.at, outcome: Outcome::from_stored(&row.outcome) }).collect())
}

/// Forgets what is too old to count.
pub async fn delete_before(tx: &mut SqliteConnection, before: Timestamp) -> Result<()> {
    sqlx::query!("DELETE FROM discord_identifies WHERE at < ?", before).execute(tx).await?;
    Ok(())
}
