//! Putting a copy in the place of the database, so that whatever happens in between there stands
//! either the old database or the new one, whole.
//!
//! The copy is only read: what is put in place is a copy of it, proved, brought to the schema of this
//! build and made ready under another name. The database that was there is kept beside. No Steward
//! may run meanwhile, and the lock sees to that.

use std::io::Read;
use std::path::{Path, PathBuf};

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection, SqliteExecutor};

use super::copy::{self, CopyError, Existing, Unproved};
use super::error::{self, OpenError};
use super::lock::InstanceLock;
use super::{migrate, numbers};
use crate::clock::{Clock, Timestamp};
use crate::error::{Error, Result};
use crate::ids::GuildId;

/// So many numbers are left out where nobody can say which were given out since the copy: what
/// buttons of that time name must never be the row of something else.
const LEFT_OUT: i64 = 1_000_000;
/// How far back connections to Discord count against the token.
const LEDGER_MS: i64 = 24 * 3_600_000;

/// Why nothing was put back. The database that was there is as it was.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    #[error("There is no file {}.\nName a copy: `steward backup` makes one, and the daily ones lie beside the database.", .0.display())]
    Missing(PathBuf),
    #[error("{} is no file.\nName a copy that `steward backup` has made, or one of the daily ones.", .0.display())]
    NoFile(PathBuf),
    #[error("{} is the database itself.\nName the copy that is to take its place.", .0.display())]
    Itself(PathBuf),
    #[error("{} is empty, so there is nothing to put back.\nTake another copy. Nothing was changed.", .0.display())]
    Empty(PathBuf),
    #[error("The copy {} is damaged: {why}\nTake another copy. Nothing was changed.", path.display())]
    Damaged { path: PathBuf, why: String },
    #[error("{} holds no database of Steward.\nName a copy that `steward backup` has made. Nothing was changed.", .0.display())]
    NotOurs(PathBuf),
    #[error(
        "Another program has the database {} open.\n\
         Let it end first (a `steward import`, a database browser) and try again. Nothing was changed.",
        .0.display()
    )]
    InUse(PathBuf),
    #[error(
        "The copy could not be made ready in the folder of the database: {}.\n\
         See that the folder may be written and its disk has room for a second database. Nothing was changed.",
        .0.what()
    )]
    NotReady(CopyError),
    #[error("The database {} could not be replaced ({why}).\nSee that its folder may be written. What was there is still there.", path.display())]
    NotReplaced { path: PathBuf, why: std::io::Error },
    #[error("The copy could not be made ready: {0}.\nNothing was changed. Please report this text.")]
    Unsettled(Error),
    #[error(transparent)]
    Open(#[from] OpenError),
}

/// What was put in place.
#[derive(Debug)]
pub struct Restored<T> {
    /// The database.
    pub path: PathBuf,
    /// Where the one lies that was there before, if one was.
    pub aside: Option<PathBuf>,
    /// Steps of the schema that the copy did not have yet.
    pub applied: Vec<(i64, String)>,
    /// Whether numbers that the old database had given out could be read from it.
    pub numbers_known: bool,
    /// What `settle` has said.
    pub settled: T,
}

/// Puts `copy` in the place of the database that `url` names. The one that was there is kept with
/// `aside` behind its name. `settle` sees the new one in a transaction before it is put in place.
///
/// # Errors
/// Why nothing was put back.
pub async fn restore<T>(
    url: &str,
    clock: &Clock,
    copy: &Path,
    aside: &str,
    settle: impl for<'t> AsyncFnOnce(&'t mut SqliteConnection) -> Result<T>,
) -> Result<Restored<T>, RestoreError> {
    let (path, _) = super::address(url)?;
    look_at(copy, &path)?;
    let lock = InstanceLock::take(&path, clock, true).await?;
    let unclean = lock.found_unclean();
    let restored = put_back(path.clone(), copy, aside, clock.now(), settle).await;
    // The new database has proved whole; of an old one that was killed nobody has said so yet.
    if restored.is_ok() || !unclean {
        lock.release_clean().map_err(|source| OpenError::Lock { path: super::lock::path_for(&path), source })?;
    }
    restored
}

async fn put_back<T>(
    path: PathBuf,
    copy: &Path,
    aside: &str,
    now: Timestamp,
    settle: impl for<'t> AsyncFnOnce(&'t mut SqliteConnection) -> Result<T>,
) -> Result<Restored<T>, RestoreError> {
    let staged = stage(copy, &path).await?;
    let old = Old::read(&path).await?;
    let (applied, settled) = make_ready(&staged.0, copy, old.as_ref(), now, settle).await?;
    let aside = replace(staged, &path, aside).map_err(|why| RestoreError::NotReplaced { path: path.clone(), why })?;
    Ok(Restored { path, aside, applied, numbers_known: old.is_some_and(|old| old.read), settled })
}

/// When the database was last put back from a copy.
pub async fn last(db: impl SqliteExecutor<'_>) -> Result<Option<Timestamp>> {
    let last = sqlx::query_scalar!(r#"SELECT max(at) AS "at: Timestamp" FROM restores"#);
    Ok(last.fetch_one(db).await?)
}

fn look_at(copy: &Path, database: &Path) -> Result<(), RestoreError> {
    let Ok(found) = std::fs::metadata(copy) else { return Err(RestoreError::Missing(copy.to_owned())) };
    if !found.is_file() {
        return Err(RestoreError::NoFile(copy.to_owned()));
    }
    if std::fs::canonicalize(copy).ok().is_some_and(|copy| std::fs::canonicalize(database).is_ok_and(|it| it == copy)) {
        return Err(RestoreError::Itself(copy.to_owned()));
    }
    if found.len() == 0 { Err(RestoreError::Empty(copy.to_owned())) } else { Ok(()) }
}

/// Whether a copy could be put back: it is whole, Steward's, and not of a newer one.
///
/// # Errors
/// Why not.
pub async fn examine(copy: &Path) -> Result<(), RestoreError> {
    look_at(copy, Path::new(""))?;
    proved(copy).await?.close().await.map_err(|error| damaged(copy, &error))
}

fn damaged(copy: &Path, error: &sqlx::Error) -> RestoreError {
    RestoreError::Damaged { path: copy.to_owned(), why: error::sqlite_words(error) }
}

/// A connection to a copy that can be put back.
async fn proved(copy: &Path) -> Result<SqliteConnection, RestoreError> {
    let damaged = |error: sqlx::Error| damaged(copy, &error);
    // Without a log of its own beside it nobody writes to it, and nothing of it is lost.
    let alone = !log_of(copy).exists();
    let options = SqliteConnectOptions::new().filename(copy).read_only(true).immutable(alone);
    let mut connection = options.connect().await.map_err(damaged)?;
    if let Some(why) = copy::integrity(&mut connection).await.map_err(damaged)? {
        return Err(RestoreError::Damaged { path: copy.to_owned(), why });
    }
    let applied = migrate::applied(&mut connection).await.map_err(damaged)?;
    if applied.is_empty() {
        return Err(RestoreError::NotOurs(copy.to_owned()));
    }
    migrate::refuse_newer(copy, &applied)?;
    Ok(connection)
}

/// A proved copy of the copy, beside the database.
async fn stage(copy: &Path, database: &Path) -> Result<Unproved, RestoreError> {
    let mut connection = proved(copy).await?;
    let ready = copy::with_suffix(database, "restored");
    let copied = copy::copy(&mut connection, copy, &ready, Existing::Replaced).await;
    connection.close().await.map_err(|error| damaged(copy, &error))?;
    match copied {
        Ok(()) => Ok(Unproved(ready)),
        Err(CopyError::Original(error)) => Err(error.into()),
        Err(error) => Err(RestoreError::NotReady(error)),
    }
}

/// What only the database that is there can know.
#[derive(Debug, Default)]
struct Old {
    /// Whether it could be read at all.
    read: bool,
    /// The last row id that each table has given out.
    row_ids: Vec<(String, i64)>,
    /// The last number given to people, for each server and kind.
    numbers: Vec<(GuildId, String, i64)>,
    /// Connections to Discord of the last day: when, and how far they came.
    ledger: Vec<(i64, String)>,
    /// What members have declined, whole: server, member, counted, thanked, when. `None`: not known.
    choices: Option<Vec<(i64, i64, i64, i64, i64)>>,
}

impl Old {
    /// Reads it and moves all that it holds into its one file; `None` where there is none. One that
    /// is damaged is left as it lies: that may be why a copy is put back.
    async fn read(path: &Path) -> Result<Option<Self>, RestoreError> {
        if std::fs::metadata(path).map_or(0, |found| found.len()) == 0 {
            return Ok(None);
        }
        // SQLite would clear away the log of a file that it cannot read.
        let looked = if has_header(path) { Some(Self::look(path).await) } else { None };
        let old = match looked {
            Some(Ok(old)) => old,
            Some(Err(error)) => {
                tracing::warn!("the database that is there cannot be read: {}", error::sqlite_words(&error));
                Self::default()
            }
            None => Self::default(),
        };
        // Whoever is the last to close a database clears its log away.
        if old.read && log_of(path).exists() {
            return Err(RestoreError::InUse(path.to_owned()));
        }
        Ok(Some(old))
    }

    async fn look(path: &Path) -> Result<Self, sqlx::Error> {
        let mut connection = SqliteConnectOptions::new().filename(path).connect().await?;
        let checkpoint = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut connection).await;
        // Tables that a database of another schema does not have say nothing.
        let row_ids = sqlx::query_as("SELECT name, seq FROM sqlite_sequence").fetch_all(&mut connection).await;
        let numbers = sqlx::query_as("SELECT guild_id, kind, last FROM numbers").fetch_all(&mut connection).await;
        let ledger = sqlx::query_as("SELECT at, outcome FROM discord_identifies").fetch_all(&mut connection).await;
        let choices = sqlx::query_as("SELECT guild_id, member_id, counted, thanked, at FROM privacy_choices");
        let choices = choices.fetch_all(&mut connection).await.ok();
        connection.close().await?;
        checkpoint?;
        let read = row_ids.is_ok();
        Ok(Self {
            read,
            row_ids: row_ids.unwrap_or_default(),
            numbers: numbers.unwrap_or_default(),
            ledger: ledger.unwrap_or_default(),
            choices,
        })
    }

    /// Puts what is known, or what is safe, into the new database.
    async fn carry_over(old: Option<&Self>, tx: &mut SqliteConnection, now: Timestamp) -> Result<()> {
        sqlx::query(
            "INSERT INTO sqlite_sequence (name, seq)
             SELECT name, 0 FROM sqlite_schema
             WHERE sql LIKE '%AUTOINCREMENT%' AND name NOT IN (SELECT name FROM sqlite_sequence)",
        )
        .execute(&mut *tx)
        .await?;
        let Some(Self { row_ids, numbers, ledger, choices, .. }) = old.filter(|old| old.read) else {
            sqlx::query("UPDATE sqlite_sequence SET seq = seq + ?").bind(LEFT_OUT).execute(tx).await?;
            return Ok(());
        };
        for (table, id) in row_ids {
            sqlx::query("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?")
                .bind(id)
                .bind(table)
                .execute(&mut *tx)
                .await?;
        }
        for (guild, kind, last) in numbers {
            numbers::raise(tx, *guild, kind, *last).await?;
        }
        // Nobody who has declined to be counted is counted because an older copy does not know of it.
        if let Some(choices) = choices {
            sqlx::query!("DELETE FROM privacy_choices").execute(&mut *tx).await?;
            for (guild, member, counted, thanked, at) in choices {
                sqlx::query!(
                    "INSERT INTO privacy_choices (guild_id, member_id, counted, thanked, at) VALUES (?, ?, ?, ?, ?)",
                    guild,
                    member,
                    counted,
                    thanked,
                    at
                )
                .execute(&mut *tx)
                .await?;
            }
        }
        for (at, outcome) in ledger.iter().filter(|(at, _)| *at > now.millis() - LEDGER_MS) {
            sqlx::query!(
                "INSERT INTO discord_identifies (at, outcome)
                 SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM discord_identifies WHERE at = ?1)",
                at,
                outcome
            )
            .execute(&mut *tx)
            .await?;
        }
        Ok(())
    }
}

/// Whether a file begins like a database.
fn has_header(path: &Path) -> bool {
    let mut begins = [0; 16];
    let read = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut begins));
    read.is_ok() && &begins == b"SQLite format 3\0"
}

/// Brings the new database to this schema and settles what the time since the copy asks for.
async fn make_ready<T>(
    staged: &Path,
    copy: &Path,
    old: Option<&Old>,
    now: Timestamp,
    settle: impl for<'t> AsyncFnOnce(&'t mut SqliteConnection) -> Result<T>,
) -> Result<(Vec<(i64, String)>, T), RestoreError> {
    let fail = |error| OpenError::from_sqlx(staged, error);
    // If this fails the file is thrown away, so nothing has to be kept for taking it back.
    let options = SqliteConnectOptions::new()
        .filename(staged)
        .journal_mode(SqliteJournalMode::Memory)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .pragma("secure_delete", "ON");
    let mut connection = options.connect().await.map_err(fail)?;
    let before = migrate::applied(&mut connection).await.map_err(fail)?;
    let applied = migrate::apply(copy, &mut connection, &before, Some(&copy.to_owned())).await?;

    let mut tx = connection.begin().await.map_err(fail)?;
    let settled = async {
        Old::carry_over(old, &mut tx, now).await?;
        sqlx::query!("INSERT INTO restores (at) VALUES (?)", now).execute(&mut *tx).await?;
        settle(&mut tx).await
    };
    let settled = settled.await.map_err(RestoreError::Unsettled)?;
    tx.commit().await.map_err(fail)?;
    connection.close().await.map_err(fail)?;
    Ok((applied, settled))
}

/// Keeps what is there under another name, then puts the new database in its place in one step.
fn replace(staged: Unproved, path: &Path, suffix: &str) -> std::io::Result<Option<PathBuf>> {
    let mut aside = None;
    belongs_with(&staged.0, path)?;
    if path.exists() {
        let kept = free_name(path, suffix);
        keep(path, &kept)?;
        // Only one that could not be read still has a log. It is kept with it, and must be gone
        // before the new one comes: SQLite would take it for the log of that.
        for log in ["-wal", "-journal"] {
            let (log, kept) = (beside(path, log), beside(&kept, log));
            if log.exists() {
                keep(&log, &kept)?;
                std::fs::remove_file(log)?;
            }
        }
        aside = Some(kept);
    }
    for left in ["-wal", "-shm", "-journal"] {
        copy::remove_if_there(&beside(path, left))?;
    }
    copy::sync_folder(path)?;
    staged.gets(path, Existing::Replaced)?;
    Ok(aside)
}

/// Whoever put the copy back, the database belongs to whom the old one did.
fn belongs_with(new: &Path, old: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::MetadataExt;
    let Ok(found) = std::fs::metadata(old) else { return Ok(()) };
    let own = std::fs::metadata(new)?;
    if (own.uid(), own.gid()) != (found.uid(), found.gid()) {
        std::os::unix::fs::chown(new, Some(found.uid()), Some(found.gid()))?;
    }
    std::fs::set_permissions(new, found.permissions())
}

/// A second name for a file; on disks without such a thing a second file.
fn keep(path: &Path, kept: &Path) -> std::io::Result<()> {
    std::fs::hard_link(path, kept).or_else(|_| {
        std::fs::copy(path, kept)?;
        std::fs::File::open(kept)?.sync_all()
    })
}

fn free_name(path: &Path, suffix: &str) -> PathBuf {
    let first = copy::with_suffix(path, suffix);
    let more = (2..).map(|number| copy::with_suffix(path, &format!("{suffix}-{number}")));
    std::iter::once(first.clone()).chain(more.take(1_000)).find(|name| !name.exists()).unwrap_or(first)
}

/// `steward.db` and `-wal` → `steward.db-wal`.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn log_of(path: &Path) -> PathBuf {
    beside(path, "-wal")
}
