//! What has had its time, and what belonged to a server that Steward has left: removed by the entries
//! of the tables, in pieces, so that whoever waits for the database waits for one piece at most.
//!
//! SQL is made here as in [`people`](super::people), and for the same reason.

use std::time::Duration;

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::table::{Of, Rule, Table};
use crate::clock::Timestamp;
use crate::error::Result;
use crate::ids::GuildId;

/// Removes at most so many rows that a rule says have had their time; gives back how many.
pub async fn expire(tx: &mut SqliteConnection, table: &Table, rule: &Rule, now: Timestamp, most: i64) -> Result<i64> {
    let (days, after, only) = match *rule {
        Rule::By(work) => return work(tx, now, most).await,
        Rule::Delete { days, after, only } => (days, after, only.map_or_else(|| "true".to_owned(), str::to_owned)),
        Rule::Set { days, after, only, .. } => (days, after, only.to_owned()),
    };
    let key = key(&mut *tx, table).await?;
    let name = table.name;
    let old = format!("({key}) IN (SELECT {key} FROM {name} WHERE ({after}) <= ?1 AND ({only}) LIMIT ?2)");
    let sql = match rule {
        Rule::Set { set, .. } => format!("UPDATE {name} SET {set} WHERE {old}"),
        _ => format!("DELETE FROM {name} WHERE {old}"),
    };
    let before = now.minus(Duration::from_hours(24 * days.unsigned_abs()));
    let done = sqlx::query(AssertSqlSafe(sql)).bind(before).bind(most).execute(tx).await?;
    Ok(i64::try_from(done.rows_affected()).unwrap_or(i64::MAX))
}

/// Removes at most so many rows of a server; gives back how many.
pub async fn remove(tx: &mut SqliteConnection, table: &Table, guild: GuildId, most: i64) -> Result<i64> {
    if table.of == Of::Steward {
        return Ok(0);
    }
    let (key, name) = (key(&mut *tx, table).await?, table.name);
    let sql = format!("DELETE FROM {name} WHERE ({key}) IN (SELECT {key} FROM {name} WHERE guild_id = ?1 LIMIT ?2)");
    let done = sqlx::query(AssertSqlSafe(sql)).bind(guild).bind(most).execute(tx).await?;
    Ok(i64::try_from(done.rows_affected()).unwrap_or(i64::MAX))
}

/// The columns that tell one row from another.
async fn key(db: &mut SqliteConnection, table: &Table) -> Result<String> {
    let columns: Vec<String> = sqlx::query_scalar("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk")
        .bind(table.name)
        .fetch_all(db)
        .await?;
    Ok(if columns.is_empty() { "rowid".to_owned() } else { columns.join(", ") })
}
