//! Bringing a database to the schema of this build, without ever losing what is in it.
//!
//! Migrations lie in `migrations/`: first the baselines, one file for the platform and one for each
//! feature, then one change for each file, forward only. Before a database with anything in it is changed, a verified copy is put beside it: `steward.db.before-<version>`, where
//! the version is that of the first step about to be applied. Going back means stopping Steward and
//! putting that copy in the place of the database.

use std::path::{Path, PathBuf};

use sqlx::SqliteConnection;
use sqlx::migrate::Migrator;

use super::copy::{self, Existing};
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
    let copy = match MIGRATOR.iter().find(|step| !applied.contains(&step.version)) {
        Some(first) if is_populated(connection).await.map_err(|error| OpenError::from_sqlx(path, error))? => {
            Some(copy_aside(path, connection, first.version).await?)
        }
        _ => None,
    };

    let applied = apply(path, connection, &applied, copy.as_ref()).await?;
    Ok(Migrated { applied, copy })
}

/// Applies what is missing after the steps that a database has gone through; `copy` is where it may be
/// had as it was before.
pub async fn apply(
    path: &Path,
    connection: &mut SqliteConnection,
    applied: &[i64],
    copy: Option<&PathBuf>,
) -> Result<Vec<(i64, String)>, OpenError> {
    let pending: Vec<_> = MIGRATOR.iter().filter(|step| !applied.contains(&step.version)).collect();
    let version = pending.first().map_or(0, |step| step.version);
    MIGRATOR.run_direct(None, connection, false).await.map_err(|error| refused(path, version, copy.cloned(), error))?;
    Ok(pending.iter().map(|step| (step.version, step.description.to_string())).collect())
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
    let aside = copy::with_suffix(path, &format!("before-{version}"));
    match copy::copy(connection, path, &aside, Existing::Replaced).await {
        Ok(()) => Ok(aside),
        Err(error) => Err(OpenError::Copy { path: path.to_owned(), why: error.what() }),
    }
}
