//! Proved copies of a database, made while others write to it.
//!
//! `VACUUM INTO` reads one moment of the file and holds nobody up. What it has written gets the
//! copy's name only once it has proved whole, so that an interrupted copy never stands where a good
//! one is looked for; until then it lies beside, as `….unproved`. Copies are for nobody's eyes but
//! those of who runs Steward: they have the mode 0600.

use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, SqliteConnection};

use super::error::{OpenError, Trouble};

/// What becomes of a file that has the copy's name already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and no copy is made.
    Stays,
    /// It is one's own, and the new copy takes its place.
    Replaced,
}

/// Why there is no copy. Whatever was written of it is gone again.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    #[error(
        "{} is there already, and a copy never takes the place of another file.\n\
         Name another file, or move that one away first.",
        .0.display()
    )]
    Exists(PathBuf),
    #[error("{} is a folder.\nName a file in it, like {}.", .0.display(), .0.join("steward-copy.db").display())]
    Folder(PathBuf),
    #[error("The folder {} is not there.\nMake it (`mkdir -p {}`) or name another place.", .0.display(), .0.display())]
    NoFolder(PathBuf),
    #[error(
        "The copy {} cannot be written ({why}).\n\
         See that its folder may be written and its disk has room, then try again. Nothing was left behind.",
        path.display()
    )]
    Unwritable { path: PathBuf, why: String },
    #[error(
        "The disk has no room for the copy {}.\n\
         Free some space or name a place on another disk. Nothing was left behind.",
        .0.display()
    )]
    Full(PathBuf),
    #[error(
        "The copy {} did not prove good ({why}), so it was removed.\n\
         Try again; if it happens again, look at the disk (`dmesg`, `smartctl`).",
        path.display()
    )]
    Unsound { path: PathBuf, why: String },
    #[error(transparent)]
    Original(#[from] OpenError),
}

impl CopyError {
    /// What happened, without what to do about it.
    pub fn what(&self) -> String {
        let words = self.to_string();
        words.split('\n').next().unwrap_or_default().trim_end_matches('.').to_owned()
    }

    fn unwritable(path: &Path, error: &std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full(path.to_owned()),
            _ => Self::Unwritable { path: path.to_owned(), why: error.to_string() },
        }
    }

    /// SQLite failed while it wrote `copy`: at its place, or because of what it read.
    fn of_sqlx(original: &Path, copy: &Path, error: sqlx::Error) -> Self {
        match Trouble::of_sqlx(&error) {
            Some(Trouble::Full) => Self::Full(copy.to_owned()),
            Some(Trouble::ReadOnly | Trouble::Broken) if !super::error::is_damage(&error) => {
                Self::Unwritable { path: copy.to_owned(), why: super::error::sqlite_words(&error) }
            }
            _ => Self::Original(OpenError::from_sqlx(original, error)),
        }
    }
}

/// Writes a whole copy of an open database and proves it before it gets its name.
///
/// # Errors
/// Why there is none.
pub async fn copy(
    connection: &mut SqliteConnection,
    original: &Path,
    to: &Path,
    existing: Existing,
) -> Result<(), CopyError> {
    look_at(to, existing)?;
    // One's own copies are made one at a time and clear away what an interrupted one has left; two
    // people who name the same file must not.
    let beside = match existing {
        Existing::Replaced => with_suffix(to, "unproved"),
        Existing::Stays => with_suffix(to, &format!("{}.unproved", std::process::id())),
    };
    let unproved = Unproved::begin(beside).map_err(|error| CopyError::unwritable(to, &error))?;
    let failed = |error| CopyError::of_sqlx(original, to, error);
    let name = unproved.0.to_str().ok_or_else(|| unreadable_name(to))?;

    let before = Content::of(connection).await.map_err(|error| OpenError::from_sqlx(original, error))?;
    sqlx::query("VACUUM INTO ?").bind(name).execute(&mut *connection).await.map_err(failed)?;
    let after = Content::of(connection).await.map_err(|error| OpenError::from_sqlx(original, error))?;

    let why = match proof(&unproved.0, &before, &after).await {
        Ok(None) => return unproved.gets(to, existing).map_err(|error| not_placed(to, &error)),
        Ok(Some(why)) => why,
        Err(error) => super::error::sqlite_words(&error),
    };
    Err(CopyError::Unsound { path: to.to_owned(), why })
}

fn unreadable_name(to: &Path) -> CopyError {
    CopyError::Unwritable { path: to.to_owned(), why: "its name is no UTF-8".to_owned() }
}

fn not_placed(to: &Path, error: &std::io::Error) -> CopyError {
    match error.kind() {
        // Somebody has put one there in the meantime.
        ErrorKind::AlreadyExists => CopyError::Exists(to.to_owned()),
        _ => CopyError::unwritable(to, error),
    }
}

/// Refuses a place where no copy can stand.
fn look_at(to: &Path, existing: Existing) -> Result<(), CopyError> {
    if to.is_dir() {
        return Err(CopyError::Folder(to.to_owned()));
    }
    if existing == Existing::Stays && to.symlink_metadata().is_ok() {
        return Err(CopyError::Exists(to.to_owned()));
    }
    match to.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => {
            Err(CopyError::NoFolder(folder.to_owned()))
        }
        _ => Ok(()),
    }
}

/// A file that has not proved good yet; it is removed unless it gets a name.
#[derive(Debug)]
pub(super) struct Unproved(pub PathBuf);

impl Unproved {
    /// An empty file that nobody else can read; what an earlier one has left is removed.
    pub fn begin(path: PathBuf) -> std::io::Result<Self> {
        remove_if_there(&path)?;
        OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path)?;
        Ok(Self(path))
    }

    /// Gives it its name, once everything of it has reached the disk.
    pub fn gets(self, name: &Path, existing: Existing) -> std::io::Result<()> {
        File::open(&self.0)?.sync_all()?;
        match existing {
            Existing::Replaced => std::fs::rename(&self.0, name)?,
            Existing::Stays => rename_new(&self.0, name)?,
        }
        sync_folder(name)
    }
}

impl Drop for Unproved {
    fn drop(&mut self) {
        // There is nothing to remove where it has got its name.
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Renames without ever replacing a file, also one that appears in this moment.
fn rename_new(from: &Path, to: &Path) -> std::io::Result<()> {
    match std::fs::hard_link(from, to) {
        Ok(()) => std::fs::remove_file(from),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        // Disks without links, such as memory sticks.
        Err(_) if to.symlink_metadata().is_err() => std::fs::rename(from, to),
        Err(error) => Err(error),
    }
}

/// A new name has reached the disk only with its folder.
pub(super) fn sync_folder(of: &Path) -> std::io::Result<()> {
    let folder = of.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

/// `steward.db` and `before-5` → `steward.db.before-5`.
pub fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.into()
}

pub(super) fn remove_if_there(path: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

/// What a copy is held against.
#[derive(Debug, PartialEq, Eq)]
struct Content {
    /// Another number as soon as anybody else has written.
    version: i64,
    schema: Vec<(String, Option<String>)>,
    rows: Vec<(String, i64)>,
    /// The last number that each table has given out: they only rise.
    numbers: Vec<(String, i64)>,
}

impl Content {
    async fn of(connection: &mut SqliteConnection) -> Result<Self, sqlx::Error> {
        let version = sqlx::query_scalar("PRAGMA data_version").fetch_one(&mut *connection).await?;
        let schema: Vec<(String, Option<String>)> =
            sqlx::query_as("SELECT name, sql FROM sqlite_schema ORDER BY type, name")
                .fetch_all(&mut *connection)
                .await?;
        let has_numbers = schema.iter().any(|(name, _)| name == "sqlite_sequence");
        let numbers = if has_numbers {
            sqlx::query_as("SELECT name, seq FROM sqlite_sequence ORDER BY name").fetch_all(&mut *connection).await?
        } else {
            Vec::new()
        };
        Ok(Self { version, schema, rows: row_counts(connection).await?, numbers })
    }
}

/// What speaks against a copy that was made between two looks at the original: nothing, if SQLite
/// finds no damage in it, it has the same tables, and each has the rows it has to have. Where
/// somebody wrote meanwhile only bounds are known: numbers that were given out never fall.
async fn proof(copy: &Path, before: &Content, after: &Content) -> Result<Option<String>, sqlx::Error> {
    let mut opened = SqliteConnectOptions::new().filename(copy).read_only(true).connect().await?;
    let damage = integrity(&mut opened).await?;
    let found = Content::of(&mut opened).await;
    opened.close().await?;
    if let Some(damage) = damage {
        return Ok(Some(damage));
    }
    let found = found?;
    if found.schema != before.schema && found.schema != after.schema {
        return Ok(Some("its tables are not those of the database".to_owned()));
    }
    let number = |content: &Content, table: &str| {
        content.numbers.iter().find(|(name, _)| name == table).map_or(0, |(_, number)| *number)
    };
    let within =
        |(table, _): &(String, i64)| (number(before, table)..=number(after, table)).contains(&number(&found, table));
    let quiet = before.version == after.version;
    let same = if quiet {
        found.rows == before.rows && found.numbers == before.numbers
    } else {
        after.numbers.iter().all(within)
    };
    Ok((!same).then(|| "it has other rows than the database".to_owned()))
}

async fn row_counts(connection: &mut SqliteConnection) -> Result<Vec<(String, i64)>, sqlx::Error> {
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut counts = Vec::with_capacity(tables.len());
    for table in tables {
        // A table's name cannot be bound; these come from the schema, and quotes in them are doubled.
        let count = format!("SELECT count(*) FROM \"{}\"", table.replace('"', "\"\""));
        counts.push((table, sqlx::query_scalar(AssertSqlSafe(count)).fetch_one(&mut *connection).await?));
    }
    Ok(counts)
}

/// What the quick look through a whole file finds: nothing, or the first findings in SQLite's words.
pub async fn damage(connection: &mut SqliteConnection) -> Result<Option<String>, sqlx::Error> {
    Ok(findings(sqlx::query_scalar("PRAGMA quick_check(3)").fetch_all(connection).await?))
}

/// The thorough look: indexes are held against their tables too.
pub async fn integrity(connection: &mut SqliteConnection) -> Result<Option<String>, sqlx::Error> {
    Ok(findings(sqlx::query_scalar("PRAGMA integrity_check(3)").fetch_all(connection).await?))
}

fn findings(found: Vec<String>) -> Option<String> {
    if found == ["ok"] { None } else { Some(found.join("; ")) }
}
