//! Bringing a database to the schema of this build, without ever losing what is in it.
//!
//! Migrations lie in `migrations/`, one change for each file, forward only. Before a database with
//! anything in it is changed, a verified copy is put beside it: `steward.db.before-<version>`, where
//! the version is that of the first step about to be applied. Going back means stopping Steward and
//! putting that copy in the place of the database.

use std::path::{Path, PathBuf};

use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, SqliteConnection};

use super::error::OpenError;

/// Every step this build knows.
pub static MIGRATOR: Migrator = sqlx::migrate!("./migrations");

/// What `bring_up_to_date` did.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Migrated {
    /// Versions and names of the steps applied now, in order.
    pub applied: Vec<(i64, String)>,
    /// Where the copy from before stands, if there was something to lose.
    pub copy: Option<PathBuf>,
}

/// The newest step of this build.
pub fn known() -> i64 {
    MIGRATOR.iter().map(|step| step.version).max().unwrap_or(0)
}

/// The steps a database has gone through; none for an empty one.
pub async fn applied(connection: &mut SqliteConnection) -> Result<Vec<i64>, sqlx::Error> {
    let has_history: bool =
        sqlx::query_scalar("SELECT count(*) > 0 FROM sqlite_schema WHERE type = 'table' AND name = '_sqlx_migrations'")
            .fetch_one(&mut *connection)
            .await?;
    if !has_history {
        return Ok(Vec::new());
    }
    sqlx::query_scalar("SELECT version FROM _sqlx_migrations WHERE success ORDER BY version")
        .fetch_all(connection)
        .await
}

/// Refuses what this build must not touch.
pub fn refuse_newer(path: &Path, applied: &[i64]) -> Result<(), OpenError> {
    match applied.last() {
        Some(&found) if found > known() => Err(OpenError::Newer { path: path.to_owned(), found, known: known() }),
        _ => match applied.iter().find(|&&version| !MIGRATOR.version_exists(version)) {
            Some(&version) => Err(OpenError::Foreign { path: path.to_owned(), version }),
            None => Ok(()),
        },
    }
}

/// Applies what is missing, after a copy where there is something to lose.
pub async fn bring_up_to_date(path: &Path, connection: &mut SqliteConnection) -> Result<Migrated, OpenError> {
    let applied = applied(connection).await.map_err(|error| OpenError::from_sqlx(path, error))?;
    refuse_newer(path, &applied)?;
    let pending: Vec<_> = MIGRATOR.iter().filter(|step| !applied.contains(&step.version)).collect();

    let copy = match pending.first() {
        Some(first) if is_populated(connection).await.map_err(|error| OpenError::from_sqlx(path, error))? => {
            Some(copy_aside(path, connection, first.version).await?)
        }
        _ => None,
    };

    let version = pending.first().map_or(0, |step| step.version);
    MIGRATOR.run_direct(None, connection, false).await.map_err(|error| refused(path, version, copy.clone(), error))?;
    Ok(Migrated { applied: pending.iter().map(|step| (step.version, step.description.to_string())).collect(), copy })
}

fn refused(path: &Path, first: i64, copy: Option<PathBuf>, error: sqlx::migrate::MigrateError) -> OpenError {
    use sqlx::migrate::MigrateError;
    match error {
        MigrateError::Execute(source) => OpenError::from_sqlx(path, source),
        MigrateError::VersionMismatch(version) | MigrateError::VersionMissing(version) => {
            OpenError::Foreign { path: path.to_owned(), version }
        }
        MigrateError::ExecuteMigration(source, version) => OpenError::Migration {
            path: path.to_owned(),
            version,
            copy,
            source: MigrateError::ExecuteMigration(source, version),
        },
        source => OpenError::Migration { path: path.to_owned(), version: first, copy, source },
    }
}

async fn is_populated(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT count(*) > 0 FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> '_sqlx_migrations'",
    )
    .fetch_one(connection)
    .await
}

async fn copy_aside(path: &Path, connection: &mut SqliteConnection, version: i64) -> Result<PathBuf, OpenError> {
    let copy = beside(path, &format!("before-{version}"));
    let why = |error: &dyn std::fmt::Display| OpenError::Copy { path: path.to_owned(), why: error.to_string() };
    copy_to(connection, &copy).await.map_err(|error| why(&error))?;
    Ok(copy)
}

/// `steward.db` and `before-5` → `steward.db.before-5`.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.into()
}

/// Writes a whole copy of an open database and proves it before it gets its name: an interrupted
/// copy never stands where a good one is looked for. An older copy of that name is replaced.
pub async fn copy_to(connection: &mut SqliteConnection, copy: &Path) -> anyhow::Result<()> {
    let unproved = beside(copy, "unproved");
    remove_if_there(&unproved)?;
    sqlx::query("VACUUM INTO ?").bind(unproved.to_string_lossy().as_ref()).execute(&mut *connection).await?;
    prove(connection, &unproved).await?;
    std::fs::File::open(&unproved)?.sync_all()?;
    std::fs::rename(&unproved, copy)?;
    Ok(())
}

fn remove_if_there(path: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

/// A copy is good when SQLite finds no damage in it and every table has the rows of the original.
async fn prove(original: &mut SqliteConnection, copy: &Path) -> anyhow::Result<()> {
    let mut opened = sqlx::sqlite::SqliteConnectOptions::new().filename(copy).read_only(true).connect().await?;
    if let Some(damage) = damage(&mut opened).await? {
        anyhow::bail!("the copy is damaged: {damage}");
    }
    let (before, after) = (row_counts(original).await?, row_counts(&mut opened).await?);
    opened.close().await?;
    anyhow::ensure!(before == after, "the copy has other rows than the database");
    Ok(())
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

/// What `quick_check` finds: nothing, or the first findings in SQLite's words.
pub async fn damage(connection: &mut SqliteConnection) -> Result<Option<String>, sqlx::Error> {
    let findings: Vec<String> = sqlx::query_scalar("PRAGMA quick_check(3)").fetch_all(connection).await?;
    Ok(if findings == ["ok"] { None } else { Some(findings.join("; ")) })
}
