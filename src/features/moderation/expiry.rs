//! Cases that have had their time: two years after they stop counting, notes a year after they were
//! written. What refers to a case goes with it. What was done to many at once goes two years after it was over.

mod store;

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::Result;

const DAY: Duration = Duration::from_hours(24);
/// Two years, whichever they are.
const CASES: u32 = 731;
const NOTES: u32 = 366;

/// Removes at most so many cases; gives back how many.
pub async fn expire(tx: &mut SqliteConnection, now: Timestamp, most: i64) -> Result<i64> {
    let old = store::expired(&mut *tx, now.minus(DAY * CASES), now.minus(DAY * NOTES), most).await?;
    if !old.is_empty() {
        store::delete(tx, &old).await?;
    }
    Ok(i64::try_from(old.len()).unwrap_or(i64::MAX))
}

/// Removes at most so many of what was done to many at once, with whom it was done to; gives back how many.
pub async fn masses(tx: &mut SqliteConnection, now: Timestamp, most: i64) -> Result<i64> {
    let old = store::expired_masses(&mut *tx, now.minus(DAY * CASES), most).await?;
    if !old.is_empty() {
        store::delete_masses(tx, &old).await?;
    }
    Ok(i64::try_from(old.len()).unwrap_or(i64::MAX))
}
