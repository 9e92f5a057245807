//! What happens later: at a due time that stands in the database, however often the process ends in
//! between.
//!
//! A feature lists the [`Kind`]s of jobs it has in its form and [`schedule`]s one in the transaction
//! of what it follows from. The [runner](crate::runtime::runner) claims what is due, the lifting of punishments
//! first, and removes a job only once it has succeeded; what fails is tried again, up to an hour
//! apart, and never dropped for being late. A job may run twice: it decides by the state of its rows.

mod job;
pub mod queue;
pub mod recurrence;

pub use queue::TABLES;

use std::sync::Arc;
use std::time::Duration;

use sqlx::SqliteConnection;

use crate::app::App;
use crate::app::health::JobCounts;
use crate::clock::Timestamp;
use crate::db::table::BoxFuture;
use crate::error::Result;
use crate::ids::GuildId;

pub use self::job::Job;

/// How long after its time a job that nobody has begun counts as overdue.
const OVERDUE: Duration = Duration::from_secs(300);
/// After so many failures somebody should look.
pub const ALERT: i64 = 5;

/// What came of running a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is done, or was done already, or is of no use any more.
    Done,
    /// Not now; the words are for the log.
    Retry(String),
    /// Never; the words are for the log.
    GiveUp(String),
}

/// A kind of job, in the form of its feature.
pub struct Kind {
    /// "digest.weekly": feature and verb.
    pub name: &'static str,
    /// Before all others: what lifts a punishment, or what others will tell of.
    pub urgent: bool,
    /// Runs one; a fault is logged and it is tried again.
    pub run: for<'a> fn(&'a Arc<App>, &'a Job) -> BoxFuture<'a, Result<Outcome>>,
}

/// Sets when a job is due. There is one open job of a kind for a row: an earlier time for it no
/// longer counts, and one that runs at this moment runs again then. That is how a job recurs.
pub async fn schedule(tx: &mut SqliteConnection, guild: GuildId, kind: &Kind, row: i64, due: Timestamp) -> Result<()> {
    queue::upsert(tx, guild, kind.name, kind.urgent, row, due).await
}

/// It is not to happen any more.
pub async fn cancel(tx: &mut SqliteConnection, guild: GuildId, kind: &Kind, row: i64) -> Result<()> {
    queue::delete(tx, guild, kind.name, row).await
}

/// How many jobs there are, by how they stand.
pub async fn count(db: impl sqlx::SqliteExecutor<'_>, now: Timestamp) -> Result<JobCounts> {
    queue::count(db, now, now.minus(OVERDUE), ALERT).await
}

/// When a job is due, if it is open.
pub async fn due(
    db: impl sqlx::SqliteExecutor<'_>,
    guild: GuildId,
    kind: &Kind,
    row: i64,
) -> Result<Option<Timestamp>> {
    queue::due_of(db, guild, kind.name, row).await
}
