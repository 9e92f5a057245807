//! The database: one SQLite file, one writer, several readers.
//!
//! `db.write` runs a closure in a transaction on the writer's own thread: it commits on `Ok`, rolls
//! back on `Err`, and is never cancelled. A closure owns its data and has no Discord, so no call to
//! Discord can happen while a transaction is open. `db.read()` is for everything that only looks.
//! Opening the file, checking it, locking it and bringing it to the newest schema happen in `open`.

mod error;
pub mod expiry;
pub mod keys;
mod lock;
mod migrate;
pub mod people;
pub mod table;
mod writer;

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqliteConnection};
use tokio::sync::watch;

pub use self::error::{OnConstraint, OpenError, Trouble};
use self::lock::InstanceLock;
use self::table::Table;
pub use self::migrate::{MIGRATOR, Migrated};
use self::writer::{Lane, Writer};
use crate::clock::Clock;
use crate::error::Result;

/// The oldest SQLite without the fault that could damage a database in WAL mode.
const OLDEST_SQLITE: [u32; 3] = [3, 51, 3];
/// The tables that nobody but the database itself needs.
pub const TABLES: &[Table] = &[Table::of_steward("_sqlx_migrations")];
/// How long closing waits for readers that do not come back.
const READERS_GET: Duration = Duration::from_secs(5);

/// How a database is opened.
#[derive(Debug, Clone)]
pub struct OpenOptions {
    /// How long a write waits for a lock held by another program before it is refused.
    pub busy_timeout: Duration,
    /// How many reads may run at once.
    pub readers: u32,
    pub instance: Instance,
}

/// Who else may have the database open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instance {
    /// No other Steward, as long as this one has it: `run`, `demo`, `migrate`.
    Only,
    /// A running Steward may be there: `import`, `digest`, `stats`, `check`.
    Beside,
}

impl Default for OpenOptions {
    fn default() -> Self {
        Self { busy_timeout: Duration::from_secs(2), readers: 4, instance: Instance::Only }
    }
}

impl OpenOptions {
    /// Beside a running Steward.
    pub fn beside() -> Self {
        Self { instance: Instance::Beside, ..Self::default() }
    }
}

/// The open database. Clones share it.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    path: PathBuf,
    migrated: Migrated,
    readers: SqlitePool,
    writer: Writer,
}

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Db").field(&self.0.path).finish()
    }
}

impl Db {
    /// Opens `sqlite:FILE`, made if it is not there, and brings it to the newest schema.
    pub async fn open(url: &str, clock: &Clock, options: OpenOptions) -> Result<Self, OpenError> {
        let (path, connect) = address(url)?;
        let connect = connect
            .busy_timeout(options.busy_timeout)
            .foreign_keys(true)
            .synchronous(SqliteSynchronous::Full)
            .pragma("secure_delete", "ON")
            .disable_statement_logging();
        let fail = |error| OpenError::from_sqlx(&path, error);

        let patient = options.instance == Instance::Only;
        let lock = match InstanceLock::take(&path, clock, patient).await {
            Err(OpenError::Held { holder, .. }) if !patient => Err(holder),
            lock => Ok(lock?),
        };
        let writing = connect.clone().journal_mode(SqliteJournalMode::Wal);
        let mut connection = writing.clone().create_if_missing(true).connect().await.map_err(fail)?;
        refuse_old_sqlite(&mut connection).await.map_err(fail)??;

        let migrated = match &lock {
            Ok(lock) => {
                refuse_damage(&path, &mut connection, lock.found_unclean()).await?;
                refuse_read_only(&mut connection).await.map_err(fail)?;
                migrate::bring_up_to_date(&path, &mut connection).await?
            }
            Err(holder) => {
                refuse_behind(&path, &mut connection, holder).await?;
                Migrated::default()
            }
        };
        let lock = match (lock, options.instance) {
            (Ok(lock), Instance::Only) => Some(lock),
            (Ok(lock), Instance::Beside) => {
                lock.release_clean().map_err(|source| OpenError::Lock { path: lock::path_for(&path), source })?;
                None
            }
            (Err(_), _) => None,
        };

        let readers = SqlitePoolOptions::new()
            .max_connections(options.readers)
            .acquire_timeout(READERS_GET)
            .connect_lazy_with(connect.pragma("query_only", "ON"));
        let writer = Writer::start(connection, writing, options.busy_timeout, lock)
            .map_err(|error| fail(sqlx::Error::Io(error)))?;
        Ok(Self(Arc::new(Inner { path, migrated, readers, writer })))
    }

    /// Runs `work` in a transaction of its own, as soon as the writes before it are done.
    ///
    /// A database that is locked, full or read-only answers with a told error, and nothing was done.
    /// A panic in `work` is a fault and nothing was done. Dropping the returned future does not stop
    /// the write.
    pub async fn write<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'t> AsyncFnOnce(&'t mut SqliteConnection) -> Result<T> + Send + 'static,
    {
        self.0.writer.run(Lane::Soon, work).await
    }

    /// The same behind everything that a person waits for: activity's fold.
    pub async fn write_later<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'t> AsyncFnOnce(&'t mut SqliteConnection) -> Result<T> + Send + 'static,
    {
        self.0.writer.run(Lane::Later, work).await
    }

    /// Takes what was deleted out of the files: deleted rows are overwritten where they stood, and here
    /// the log beside the database, which has them still, is emptied. False if a reader was in the way.
    ///
    /// # Errors
    /// Told or fault, if the database does not take it.
    pub async fn scrub(&self) -> Result<bool> {
        self.0.writer.checkpoint().await
    }

    /// Connections that can only read.
    pub fn read(&self) -> &SqlitePool {
        &self.0.readers
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// What opening changed in the schema.
    pub fn migrated(&self) -> &Migrated {
        &self.0.migrated
    }

    /// How long the write in hand has been in hand; zero when there is none. For the watchdog: a
    /// locked database is answered after `busy_timeout` and is not stuck.
    pub fn writer_stuck_for(&self) -> Duration {
        self.0.writer.stuck_for()
    }

    /// How many writes that somebody waits for have been done, and every one that follows: whoever
    /// works on what is written there looks again.
    pub fn commits(&self) -> watch::Receiver<u64> {
        self.0.writer.commits()
    }

    /// Why the last write was refused by the database, if it was. For health.
    pub fn trouble(&self) -> Option<Trouble> {
        self.0.writer.trouble()
    }

    /// Ends reading, does the writes that wait, moves everything into the file and frees the lock.
    pub async fn close(&self) {
        if tokio::time::timeout(READERS_GET, self.0.readers.close()).await.is_err() {
            tracing::warn!("a reader of the database did not end in time");
        }
        self.0.writer.close().await;
    }
}

/// The file that a URL names.
fn address(url: &str) -> Result<(PathBuf, SqliteConnectOptions), OpenError> {
    let refuse = |why: &str| OpenError::Address { url: url.to_owned(), why: why.to_owned() };
    if !url.starts_with("sqlite:") {
        return Err(refuse("it does not begin with `sqlite:`"));
    }
    let options = SqliteConnectOptions::from_str(url).map_err(|error| refuse(&error.to_string()))?;
    let path = options.get_filename().to_owned();
    if url.contains(":memory:") || url.contains("mode=memory") {
        return Err(refuse("a database in memory is lost with the process"));
    }
    if path.as_os_str().is_empty() || path.is_dir() {
        return Err(refuse("it names no file"));
    }
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => {
            Err(OpenError::NoFolder(folder.to_owned()))
        }
        _ => Ok((path, options)),
    }
}

async fn refuse_old_sqlite(connection: &mut SqliteConnection) -> Result<Result<(), OpenError>, sqlx::Error> {
    let found: String = sqlx::query_scalar("SELECT sqlite_version()").fetch_one(connection).await?;
    Ok(if is_new_enough(&found) { Ok(()) } else { Err(OpenError::OldSqlite { found }) })
}

fn is_new_enough(version: &str) -> bool {
    let parts: Vec<u32> = version.split('.').map_while(|part| part.parse().ok()).collect();
    parts.as_slice() >= OLDEST_SQLITE.as_slice()
}

/// After an unclean stop the whole file is looked through, else only what opening reads anyway.
async fn refuse_damage(path: &Path, connection: &mut SqliteConnection, thoroughly: bool) -> Result<(), OpenError> {
    if !thoroughly {
        return Ok(());
    }
    tracing::info!("the last run did not stop cleanly; checking the database");
    match migrate::damage(connection).await.map_err(|error| OpenError::from_sqlx(path, error))? {
        None => Ok(()),
        Some(why) => Err(OpenError::Corrupt { path: path.to_owned(), why }),
    }
}

/// Writes something that changes nothing and takes it back: SQLite opens a file it may not write
/// without a word.
async fn refuse_read_only(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    use sqlx::Connection;
    let mut probe = connection.begin_with("BEGIN IMMEDIATE").await?;
    sqlx::query("PRAGMA user_version = 1").execute(&mut *probe).await?;
    probe.rollback().await
}

/// Beside a running Steward nothing is migrated; its schema has to be ours.
async fn refuse_behind(path: &Path, connection: &mut SqliteConnection, holder: &str) -> Result<(), OpenError> {
    let applied = migrate::applied(connection).await.map_err(|error| OpenError::from_sqlx(path, error))?;
    migrate::refuse_newer(path, &applied)?;
    let found = applied.last().copied().unwrap_or(0);
    if found < migrate::known() {
        return Err(OpenError::Behind { path: path.to_owned(), found, holder: holder.to_owned() });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_sqlite_is_told_from_a_new_one() {
        for (version, new_enough) in
            [("3.51.3", true), ("3.51.2", false), ("3.40.1", false), ("3.52.0", true), ("4.0.0", true), ("", false)]
        {
            assert_eq!(is_new_enough(version), new_enough, "{version}");
        }
    }
}
