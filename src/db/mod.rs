//! The database: one SQLite file, one writer, several readers.
//!
//! `db.write` runs a closure in a transaction on the writer's own thread: it commits on `Ok`, rolls
//! back on `Err`, and is never cancelled. A closure owns its data and has no Discord, so no call to
//! Discord can happen while a transaction is open. `db.read()` is for everything that only looks.
//! Opening the file, checking it, locking it and bringing it to the newest schema happen in `open`.

pub mod copy;
mod error;
pub mod expiry;
pub mod heartbeat;
pub mod keys;
pub mod list;
mod lock;
mod migrate;
pub mod numbers;
pub mod people;
pub mod restore;
pub mod table;
mod writer;

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use tokio::sync::watch;

use self::copy::{CopyError, Existing};
pub use self::error::{OnConstraint, OpenError, Trouble};
use self::lock::InstanceLock;
pub use self::migrate::{MIGRATOR, Migrated};
use self::table::Table;
use self::writer::{Lane, Writer};
use crate::clock::{Clock, Timestamp};
use crate::error::Result;

/// The oldest SQLite without the fault that could damage a database in WAL mode.
const OLDEST_SQLITE: [u32; 3] = [3, 51, 3];
/// The tables that belong to no feature and to no other part of the platform.
pub const TABLES: &[Table] = &[
    Table::of_steward("_sqlx_migrations"),
    Table::of_steward("heartbeat"),
    Table::of_server("numbers"),
    Table::of_steward("restores"),
    Table::of_steward("discord_identifies"),
];
/// Up to this many bytes a database is written anew in less than a second.
const SMALL: u64 = 48 << 20;
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
    /// What is on the disk when a write has been answered. Less than all of it only where nothing outlives
    /// the machine, as in tests.
    pub synchronous: SqliteSynchronous,
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
        Self {
            busy_timeout: Duration::from_secs(2),
            readers: 4,
            instance: Instance::Only,
            synchronous: SqliteSynchronous::Full,
        }
    }
}

impl OpenOptions {
    /// Beside a running Steward.
    pub fn beside() -> Self {
        Self { instance: Instance::Beside, ..Self::default() }
    }
}

/// What came of taking deleted rows out of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scrubbed {
    /// Nothing of them is left.
    Clean,
    /// The file is too large to be written anew while people wait.
    Large,
    /// The file is written anew where that was asked, but somebody reads, so the log cannot be emptied now.
    InTheWay,
}

/// The open database. Clones share it.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    path: PathBuf,
    /// To look at the file with a connection of one's own.
    looking: SqliteConnectOptions,
    migrated: Migrated,
    readers: SqlitePool,
    writer: Writer,
    /// What the last look through the whole file has found.
    damage: Mutex<Option<String>>,
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
            .synchronous(options.synchronous)
            .pragma("secure_delete", "ON")
            .disable_statement_logging();
        let fail = |error| OpenError::from_sqlx(&path, error);

        let patient = options.instance == Instance::Only;
        let lock = match InstanceLock::take(&path, clock, patient).await {
            Err(OpenError::Held { holder, .. }) if !patient => Err(holder),
            lock => Ok(lock?),
        };
        make_private(&path);
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
            .connect_lazy_with(connect.clone().pragma("query_only", "ON"));
        let writer = Writer::start(connection, writing, options.busy_timeout, lock)
            .map_err(|error| fail(sqlx::Error::Io(error)))?;
        let looking = connect.read_only(true);
        Ok(Self(Arc::new(Inner { path, looking, migrated, readers, writer, damage: Mutex::default() })))
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

    /// Takes what was deleted out of the files: the database is written anew, and the log beside it, which
    /// has pages as they were, emptied. Writes wait meanwhile, so a large file is left for a quiet hour,
    /// unless this is one.
    pub async fn scrub(&self, quiet_hour: bool) -> Result<Scrubbed> {
        self.0.writer.scrub(Some(if quiet_hour { u64::MAX } else { SMALL })).await
    }

    /// Empties the log beside the file, which has pages as they were.
    pub async fn empty_log(&self) -> Result<Scrubbed> {
        self.0.writer.scrub(None).await
    }

    /// Connections that can only read.
    pub fn read(&self) -> &SqlitePool {
        &self.0.readers
    }

    /// Writes a proved copy of the database as it is at one moment. It holds up neither writes nor
    /// reads: the connection is one of its own.
    ///
    /// # Errors
    /// Why there is no copy; nothing is left of it.
    pub async fn copy(&self, to: &Path, existing: Existing) -> Result<(), CopyError> {
        let fail = |error| OpenError::from_sqlx(&self.0.path, error);
        let mut connection = self.0.looking.connect().await.map_err(fail)?;
        let copied = copy::copy(&mut connection, &self.0.path, to, existing).await;
        connection.close().await.map_err(fail)?;
        copied
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

    /// Whether the disk was found full and has not proved since that it has room: a single write that
    /// happened to fit is no proof.
    pub fn is_full(&self) -> bool {
        self.0.writer.is_full()
    }

    /// Leaves a sign of life, see [`heartbeat`]; on a disk that was full only after it has proved that it
    /// has room again.
    pub async fn beat(&self, now: Timestamp, report: String) -> Result<()> {
        if self.is_full() {
            self.write_later(async |tx: &mut SqliteConnection| heartbeat::fill(tx).await).await?;
            self.write_later(async |tx: &mut SqliteConnection| heartbeat::empty(tx).await).await?;
            self.0.writer.has_room();
        }
        self.write_later(async move |tx: &mut SqliteConnection| heartbeat::write(tx, now, &report).await).await
    }

    /// Looks through the whole file beside whatever else is done; what is damaged, in SQLite's words. It
    /// is kept for [`damage`](Self::damage). For once a day: it reads everything.
    ///
    /// # Errors
    /// Fault, if it cannot be read.
    pub async fn check(&self) -> Result<Option<String>> {
        // On a connection of its own: it takes long, and keeps none of the readers.
        let mut connection = self.0.looking.connect().await?;
        let found = match copy::damage(&mut connection).await {
            Ok(found) => found,
            // So damaged that not even the look comes to its end.
            Err(error) if Trouble::of_sqlx(&error) == Some(Trouble::Broken) => Some(error.to_string()),
            Err(error) => return Err(error.into()),
        };
        connection.close().await?;
        if let Some(why) = &found {
            tracing::error!(why, "the database is damaged");
        }
        self.0.damage.lock().unwrap_or_else(PoisonError::into_inner).clone_from(&found);
        Ok(found)
    }

    /// What the last [`check`](Self::check) has found wrong.
    pub fn damage(&self) -> Option<String> {
        self.0.damage.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Ends reading, does the writes that wait, moves everything into the file and frees the lock.
    pub async fn close(&self) {
        if tokio::time::timeout(READERS_GET, self.0.readers.close()).await.is_err() {
            tracing::warn!("a reader of the database did not end in time");
        }
        self.0.writer.close().await;
    }
}

/// Writes a proved copy of the database that `url` names, whoever has it open, and changes nothing
/// in it, not even its schema.
///
/// # Errors
/// Why there is no copy; nothing is left of it.
pub async fn copy_of(url: &str, to: &Path) -> Result<PathBuf, CopyError> {
    let (path, options) = address(url)?;
    if !path.exists() {
        return Err(OpenError::Missing(path).into());
    }
    let fail = |error| OpenError::from_sqlx(&path, error);
    let options = options.create_if_missing(false).busy_timeout(OpenOptions::default().busy_timeout);
    let mut connection = options.disable_statement_logging().connect().await.map_err(fail)?;
    let applied = migrate::applied(&mut connection).await.map_err(fail)?;
    if applied.is_empty() {
        return Err(OpenError::NotOurs(path).into());
    }
    migrate::refuse_newer(&path, &applied)?;
    let copied = copy::copy(&mut connection, &path, to, Existing::Stays).await;
    connection.close().await.map_err(fail)?;
    copied.map(|()| path)
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

/// Makes the file, if it is not there, readable by its owner alone; SQLite gives the files beside it the
/// same rights. Where it cannot be made, opening it says why.
fn make_private(path: &Path) {
    use std::os::unix::fs::OpenOptionsExt;
    let _ = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
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
    match copy::damage(connection).await.map_err(|error| OpenError::from_sqlx(path, error))? {
        None => Ok(()),
        Some(why) => Err(OpenError::Corrupt { path: path.to_owned(), why }),
    }
}

/// Writes something that changes nothing and takes it back: SQLite opens a file it may not write
/// without a word.
async fn refuse_read_only(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
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

    #[tokio::test]
    async fn what_is_kept_about_people_is_for_the_owner_of_the_file_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("steward.db").display());
        let db = Db::open(&url, &Clock::system(), OpenOptions::default()).await.unwrap();
        for name in ["steward.db", "steward.db-wal", "steward.db-shm"] {
            let mode = std::fs::metadata(folder.path().join(name)).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0, "{name}: {mode:o}");
        }
        db.close().await;
    }

    #[tokio::test]
    async fn what_was_answered_is_on_the_disk() {
        const FULL: i64 = 2;
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("steward.db").display());
        let db = Db::open(&url, &Clock::system(), OpenOptions::default()).await.unwrap();
        let found = db.write(async |tx: &mut SqliteConnection| {
            Ok(sqlx::query_scalar::<_, i64>("PRAGMA synchronous").fetch_one(tx).await?)
        });
        assert_eq!(found.await.unwrap(), FULL);
        db.close().await;
    }

    #[test]
    fn an_old_sqlite_is_told_from_a_new_one() {
        for (version, new_enough) in
            [("3.51.3", true), ("3.51.2", false), ("3.40.1", false), ("3.52.0", true), ("4.0.0", true), ("", false)]
        {
            assert_eq!(is_new_enough(version), new_enough, "{version}");
        }
    }
}
