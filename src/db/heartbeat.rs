//! Signs of life: what a running Steward leaves in the database for whoever asks from outside, and
//! what can be told of it without opening the database as a Steward would.

use std::path::Path;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, SqliteConnection};

use super::error::OpenError;
use super::{address, lock};
use crate::clock::{Clock, Timestamp};
use crate::error::Result;

/// How much room a disk that was full must have before it counts as having room again, in bytes: a busy
/// minute of a large server.
const ROOM: i64 = 262_144;

/// What can be seen of a Steward from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Who holds the lock beside the database: "process 4711, for 5 min".
    pub holder: Option<String>,
    /// The last sign of life, where somebody is there to give one: when, and the report that came with it.
    /// It may be of the process before.
    pub last: Option<(Timestamp, String)>,
}

/// Looks from outside: takes no lock, makes no file and changes nothing.
///
/// # Errors
/// If `url` names no database, or what is there cannot be read.
pub async fn look(url: &str, clock: &Clock) -> Result<Seen, OpenError> {
    let (path, options) = address(url)?;
    let holder = lock::holder_of(&path, clock)?;
    let last = match &holder {
        Some(_) => read(options).await.map_err(|error| OpenError::from_sqlx(&path, error))?,
        None => None,
    };
    Ok(Seen { holder, last })
}

async fn read(options: SqliteConnectOptions) -> Result<Option<(Timestamp, String)>, sqlx::Error> {
    use sqlx::Connection;
    let mut database = options.read_only(true).disable_statement_logging().connect().await?;
    // An older version, or one that has never run, has left none.
    let there = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'heartbeat') AS "there!: bool""#
    )
    .fetch_one(&mut database)
    .await?;
    let last = if there {
        sqlx::query!(r#"SELECT at AS "at!: Timestamp", report FROM heartbeat"#).fetch_optional(&mut database).await?
    } else {
        None
    };
    database.close().await?;
    Ok(last.map(|row| (row.at, row.report)))
}

/// When the last sign of life was left, if one ever was.
pub async fn last(db: impl sqlx::SqliteExecutor<'_>) -> Result<Option<Timestamp>> {
    Ok(sqlx::query_scalar!(r#"SELECT at AS "at!: Timestamp" FROM heartbeat"#).fetch_optional(db).await?)
}

/// Leaves a sign of life.
pub(super) async fn write(tx: &mut SqliteConnection, now: Timestamp, report: &str) -> Result<()> {
    sqlx::query!(
        "INSERT INTO heartbeat (heartbeat_id, at, report) VALUES (1, ?, ?)
         ON CONFLICT (heartbeat_id) DO UPDATE SET at = excluded.at, report = excluded.report",
        now,
        report
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Takes up room, which must be committed to be a proof.
pub(super) async fn fill(tx: &mut SqliteConnection) -> Result<()> {
    sqlx::query!(
        "INSERT INTO heartbeat (heartbeat_id, at, report, room) VALUES (1, 0, '', zeroblob(?1))
         ON CONFLICT (heartbeat_id) DO UPDATE SET room = excluded.room",
        ROOM
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Gives it back.
pub(super) async fn empty(tx: &mut SqliteConnection) -> Result<()> {
    sqlx::query!("UPDATE heartbeat SET room = NULL WHERE heartbeat_id = 1").execute(tx).await?;
    Ok(())
}

/// How large the database is on the disk with what stands beside it, in bytes.
pub fn size(path: &Path) -> u64 {
    let beside = |suffix: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        std::fs::metadata(name).map_or(0, |file| file.len())
    };
    beside("") + beside("-wal")
}
