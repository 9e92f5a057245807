//! What the database refuses, in the three ways it matters: as a reason not to start, as a told
//! answer for the person who waits, and as a constraint that has a meaning in a feature.

use std::path::PathBuf;

use crate::error::{Error, Message, Result};

/// Why the database cannot be used. Every text says what happened and what to do; exit code 74.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error(
        "DATABASE_URL is `{url}`, and that is no SQLite file ({why}).\n\
         Write it like `sqlite:steward.db` or `sqlite:/var/lib/steward/steward.db`."
    )]
    Address { url: String, why: String },
    #[error(
        "The folder of the database, {}, is not there.\nMake it (`mkdir -p {}`) or correct DATABASE_URL.",
        .0.display(), .0.display()
    )]
    NoFolder(PathBuf),
    #[error(
        "The database {} cannot be opened.\n\
         See that the file and its folder belong to the user who runs Steward and may be written.",
        .0.display()
    )]
    CannotOpen(PathBuf),
    #[error("There is no database {}.\nCorrect DATABASE_URL, or start Steward once: it makes one.", .0.display())]
    Missing(PathBuf),
    #[error("{} holds no database of Steward.\nCorrect DATABASE_URL.", .0.display())]
    NotOurs(PathBuf),
    #[error("Another Steward ({holder}) uses the database {}.\nStop that one first, or give this one its own DATABASE_URL.", path.display())]
    Held { path: PathBuf, holder: String },
    #[error(
        "The lock {} cannot be taken ({source}).\n\
         See that the folder may be written and lies on a disk of this computer: network folders often know no locks.",
        path.display()
    )]
    Lock { path: PathBuf, source: std::io::Error },
    #[error(
        "The database {} is locked by another program.\n\
         Close what has it open (a database browser, a copy that is running) and start again. Nothing was changed.",
        .0.display()
    )]
    Busy(PathBuf),
    #[error(
        "The database {} may only be read.\n\
         Give the user who runs Steward the right to write the file, those beside it that begin with its name \
         (`-wal`, `-shm`), and its folder (`chown`, `chmod u+w`), \
         or mount the disk for writing.",
        .0.display()
    )]
    ReadOnly(PathBuf),
    #[error("The disk with the database {} is full.\nFree some space and start again. Nothing was changed.", .0.display())]
    Full(PathBuf),
    #[error(
        "The database {} is damaged: {why}\n\
         Put the newest good copy back with `steward restore FILE`: those of every night lie beside it in \
         `….copies`. The damaged file is kept.",
        path.display()
    )]
    Corrupt { path: PathBuf, why: String },
    #[error(
        "The database {} was written by a newer Steward (its schema is {found}, this one knows up to {known}).\n\
         Start the newer Steward, or go back to the copy that lies beside the database.",
        path.display()
    )]
    Newer { path: PathBuf, found: i64, known: i64 },
    #[error(
        "The database {} has the older schema {found} and is in use by another Steward ({holder}).\n\
         Stop that one, run `steward migrate`, and try again.",
        path.display()
    )]
    Behind { path: PathBuf, found: i64, holder: String },
    #[error(
        "The database {} went through a step {version} that is not the one this Steward knows.\n\
         It belongs to another build: start that build, go back to a copy that fits this one, \
         or name a new file in DATABASE_URL. Nothing was changed.",
        path.display()
    )]
    Foreign { path: PathBuf, version: i64 },
    #[error(
        "This Steward was built with SQLite {found}; it needs 3.51.3, because older ones can damage the database.\n\
         Build it with the SQLite that comes with it (the default)."
    )]
    OldSqlite { found: String },
    #[error(
        "No good copy of the database {} could be made before its schema is changed: {why}\n\
         Nothing was changed. See that the disk has room for a second copy of the file, and start again.",
        path.display()
    )]
    Copy { path: PathBuf, why: String },
    #[error(
        "Step {version} of the schema could not be applied to {}: {source}\n{}",
        path.display(), copy_advice(copy.as_ref())
    )]
    Migration { path: PathBuf, version: i64, copy: Option<PathBuf>, source: sqlx::migrate::MigrateError },
    #[error("The database {} could not be read: {source}\nIf it happens again, look at the disk (`dmesg`, `smartctl`).", path.display())]
    Other { path: PathBuf, source: sqlx::Error },
}

fn copy_advice(copy: Option<&PathBuf>) -> String {
    copy.map_or_else(
        || "The step was rolled back. Please report this text.".to_owned(),
        |copy| {
            format!(
                "The step was rolled back, and a copy from before stands at {}. Please report this text.",
                copy.display()
            )
        },
    )
}

impl OpenError {
    /// Puts an error of SQLite into the words above.
    pub(super) fn from_sqlx(path: &std::path::Path, error: sqlx::Error) -> Self {
        let path = path.to_owned();
        match primary_code(&error) {
            Some(BUSY | LOCKED) => Self::Busy(path),
            Some(READONLY) => Self::ReadOnly(path),
            Some(FULL) => Self::Full(path),
            Some(CANTOPEN) => Self::CannotOpen(path),
            Some(CORRUPT | NOTADB) => Self::Corrupt { path, why: sqlite_words(&error) },
            _ => Self::Other { path, source: error },
        }
    }
}

const BUSY: i32 = 5;
const LOCKED: i32 = 6;
const READONLY: i32 = 8;
const IOERR: i32 = 10;
const CORRUPT: i32 = 11;
const FULL: i32 = 13;
const CANTOPEN: i32 = 14;
const NOTADB: i32 = 26;

/// What SQLite says, without sqlx's words around it.
pub(super) fn sqlite_words(error: &sqlx::Error) -> String {
    error.as_database_error().map_or_else(|| error.to_string(), |error| error.message().to_owned())
}

/// Whether what was read is damaged, or no database at all.
pub(super) fn is_damage(error: &sqlx::Error) -> bool {
    matches!(primary_code(error), Some(CORRUPT | NOTADB))
}

/// SQLite's result code without its extension (`517` → `5`).
fn primary_code(error: &sqlx::Error) -> Option<i32> {
    let code: i32 = error.as_database_error()?.code()?.parse().ok()?;
    Some(code & 0xff)
}

/// Why the last write was refused; health is red while it lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Another program holds the lock.
    Busy,
    /// The disk has no room.
    Full,
    /// The file may only be read, or is no longer the file that was opened.
    ReadOnly,
    /// The disk or the file is damaged.
    Broken,
}

impl Trouble {
    /// What of this there is in an error, however deep it lies.
    pub(super) fn from_error(error: &Error) -> Option<Self> {
        let Error::Fault(fault) = error else { return None };
        fault.chain().filter_map(|cause| cause.downcast_ref::<sqlx::Error>()).find_map(Self::of_sqlx)
    }

    pub(super) fn of_sqlx(error: &sqlx::Error) -> Option<Self> {
        match primary_code(error)? {
            BUSY | LOCKED => Some(Self::Busy),
            FULL => Some(Self::Full),
            READONLY => Some(Self::ReadOnly),
            IOERR | CORRUPT | NOTADB | CANTOPEN => Some(Self::Broken),
            _ => None,
        }
    }

    /// Whether a write has failed for the sake of the database, and not of what was to be written.
    pub fn is_behind(error: &Error) -> bool {
        let mut told = [Self::Busy, Self::Full, Self::ReadOnly].into_iter().filter_map(Self::message);
        match error {
            Error::Told(message) => told.any(|trouble| trouble == *message),
            Error::Fault(_) => Self::from_error(error).is_some(),
        }
    }

    /// What the person who waits is told: that nothing was done. A broken disk stays a fault, for
    /// there it cannot be promised.
    pub(super) fn message(self) -> Option<Message> {
        match self {
            Self::Busy => Some(Message::new("db-busy")),
            Self::Full => Some(Message::new("db-full")),
            Self::ReadOnly => Some(Message::new("db-readonly")),
            Self::Broken => None,
        }
    }
}

/// Gives a constraint its meaning where the insert stands:
/// `query.execute(tx).await.on_constraint("cases.guild_id, cases.number", Problem::Taken)?`.
pub trait OnConstraint<T> {
    /// `name` is what SQLite prints after "constraint failed: ": the columns of a UNIQUE or PRIMARY
    /// KEY, the name of a CHECK, `index 'name'` for an index on expressions; for a foreign key the
    /// word `FOREIGN KEY`. Any other error stays a fault.
    fn on_constraint(self, name: &str, told: impl Into<Error>) -> Result<T>;
}

impl<T> OnConstraint<T> for Result<T, sqlx::Error> {
    fn on_constraint(self, name: &str, told: impl Into<Error>) -> Result<T> {
        self.map_err(|error| if violated(&error) == Some(name) { told.into() } else { error.into() })
    }
}

fn violated(error: &sqlx::Error) -> Option<&str> {
    let message = error.as_database_error()?.message();
    match message.split_once(" constraint failed") {
        Some((_, rest)) if rest.starts_with(": ") => Some(&rest[2..]),
        Some((kind, _)) => Some(kind),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use sqlx::{ConnectOptions, SqliteConnection};

    use super::*;

    async fn database() -> SqliteConnection {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(":memory:").foreign_keys(true);
        let mut database = options.connect().await.expect("a database in memory");
        let schema =
            "CREATE TABLE a (x INTEGER, y INTEGER, z TEXT, UNIQUE (x, y), CONSTRAINT short CHECK (length(z) < 3));
             CREATE UNIQUE INDEX a_lower ON a (lower(z)) WHERE z IS NOT NULL;
             CREATE TABLE b (x INTEGER PRIMARY KEY, y INTEGER REFERENCES b);
             INSERT INTO a VALUES (1, 1, 'ab'); INSERT INTO b VALUES (1, NULL);";
        sqlx::raw_sql(schema).execute(&mut database).await.expect("a schema");
        database
    }

    #[tokio::test]
    async fn each_kind_of_constraint_can_be_told() {
        let mut database = database().await;
        for (insert, name) in [
            ("INSERT INTO a VALUES (1, 1, NULL)", "a.x, a.y"),
            ("INSERT INTO a VALUES (2, 1, 'abc')", "short"),
            ("INSERT INTO a VALUES (2, 1, 'AB')", "index 'a_lower'"),
            ("INSERT INTO b VALUES (1, NULL)", "b.x"),
            ("INSERT INTO b VALUES (2, 7)", "FOREIGN KEY"),
        ] {
            let told = sqlx::query(insert).execute(&mut database).await.on_constraint(name, Message::new("db-busy"));
            assert!(matches!(told, Err(Error::Told(_))), "{insert}: {told:?}");
            let fault =
                sqlx::query(insert).execute(&mut database).await.on_constraint("other", Message::new("db-busy"));
            assert!(matches!(fault, Err(Error::Fault(_))), "{insert}: {fault:?}");
        }
    }
}
