//! The steps of the schema: first the baselines, one for the platform and one for each feature, then
//! one change for each step, forward only. Every column has a comment, and each step is tried on a
//! database that holds rows from the steps before.
//!
//! `tests/data/<version>_<name>.sql` puts rows into every table that the step made. A step that makes
//! no table needs no such file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sqlx::migrate::Migrator;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, SqliteConnection};
use steward::db::MIGRATOR;

/// How the versions of the baselines begin.
const BASELINE: &str = "2026120100";

/// What a step lets go of or moves to a table that it makes, as its comment says: the step, the table, and how
/// many rows of the samples that are.
const LET_GO: [(&str, &str, i64); 5] = [
    ("20261202000100_drafts.sql", "poll_drafts", 3),
    ("20261202000100_drafts.sql", "moderation_drafts", 2),
    ("20261202000100_drafts.sql", "survey_waves", 2),
    ("20261202000101_draft_images.sql", "poll_images", 2),
    ("20261205000001_event_occurrences.sql", "events_before", 2),
];

fn migrations() -> BTreeMap<String, PathBuf> {
    sql_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations"))
}

/// The SQL files of a folder by name.
fn sql_files(folder: &Path) -> BTreeMap<String, PathBuf> {
    std::fs::read_dir(folder)
        .expect("a folder of SQL")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "sql"))
        .map(|path| (path.file_name().expect("a name").to_string_lossy().into_owned(), path))
        .collect()
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("a file of SQL")
}

/// Statements of a file, by the semicolons that end lines.
fn tables(sql: &str) -> Vec<Vec<&str>> {
    let mut tables = Vec::new();
    let mut table: Option<Vec<&str>> = None;
    for line in sql.lines() {
        if line.trim_start().to_uppercase().starts_with("CREATE TABLE") {
            table = Some(Vec::new());
        }
        if let Some(lines) = &mut table {
            lines.push(line);
            if code(line).trim_end().ends_with(';') {
                tables.extend(table.take());
            }
        }
    }
    tables
}

/// A line without its comment.
fn code(line: &str) -> &str {
    line.split_once("--").map_or(line, |(code, _)| code)
}

/// Columns begin with their name; keys and constraints of a table with a word of SQL.
fn is_column(line: &str) -> bool {
    let first = code(line).trim_start().chars().next();
    first.is_some_and(|c| c.is_ascii_lowercase() || c == '"')
}

#[test]
fn every_table_is_strict_and_every_column_has_a_word() {
    for (name, path) in migrations() {
        for table in tables(&read(&path)) {
            let (Some(first), Some(last)) = (table.first(), table.last()) else { continue };
            assert!(code(last).contains("STRICT"), "{name}: a table is not STRICT: {first}");
            for (at, line) in table.iter().enumerate().skip(1).filter(|(_, line)| is_column(line)) {
                let commented = line.contains("--") || table[at - 1].trim_start().starts_with("--");
                assert!(commented, "{name}: what is this column for?{line}");
            }
        }
    }
}

#[tokio::test]
async fn no_table_of_the_finished_schema_is_loose() {
    let mut database = SqliteConnectOptions::new().filename(":memory:").connect().await.unwrap();
    MIGRATOR.run_direct(None, &mut database, false).await.unwrap();
    let loose: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict
         AND name NOT LIKE 'sqlite%' AND name <> '_sqlx_migrations'",
    )
    .fetch_all(&mut database)
    .await
    .unwrap();
    assert_eq!(loose, Vec::<String>::new());
}

#[test]
fn a_file_says_one_thing_and_never_the_way_back() {
    let mut versions = std::collections::BTreeSet::new();
    for (name, path) in migrations() {
        let (version, title) = name.split_once('_').expect("<version>_<what it does>.sql");
        assert!(version.len() == 14 && version.bytes().all(|b| b.is_ascii_digit()), "{name}: YYYYMMDDhhmmss first");
        assert!(versions.insert(version.to_owned()), "{name}: the version stands there twice");
        assert!(!title.ends_with(".down.sql") && !title.ends_with(".up.sql"), "{name}: forward only");
        let is_baseline = version.starts_with(BASELINE);
        assert!(is_baseline || tables(&read(&path)).len() <= 1, "{name}: one table for each file");
    }
}

#[tokio::test]
async fn each_step_goes_over_what_the_steps_before_left() {
    let folder = tempfile::tempdir().unwrap();
    all_steps(&folder.path().join("steward.db")).await;
}

#[tokio::test]
async fn a_later_step_that_harms_what_is_there_is_found() {
    let index = "CREATE UNIQUE INDEX surveys_once ON surveys (guild_id);";
    let table = "CREATE TABLE poll_notes (poll_id INTEGER NOT NULL /* the poll */) STRICT;";
    let note = "INSERT INTO poll_notes (poll_id) VALUES (1);";
    let folder = tempfile::tempdir().unwrap();
    let before = folder.path().join("before.db");
    all_steps(&before).await;
    // What is wrong with a step, its statements, its sample if it has one, and what the test says.
    for (wrong, step, sample, said) in [
        ("nothing", "ALTER TABLE polls ADD COLUMN note TEXT;", None, ""),
        ("nothing", table, Some(note), ""),
        ("it cannot be applied to rows that may be there", index, None, "while executing migration"),
        ("it loses rows", "DELETE FROM poll_votes;", None, "rows of poll_votes are gone"),
        ("it loses a table", "DROP TABLE survey_kept;", None, "rows of survey_kept are gone"),
        ("it leaves rows that point to nothing", "UPDATE case_edits SET case_id = 99;", None, "FOREIGN KEY"),
        ("its table has no sample", table, None, "is missing: rows for the new table"),
        (
            "its sample leaves the table empty",
            table,
            Some("UPDATE polls SET images = 0;"),
            "puts no row into poll_notes",
        ),
    ] {
        let folder = later_step(step, sample);
        let (migrations, data) = (folder.path().join("migrations"), folder.path().join("data"));
        let migrator = Migrator::new(migrations.as_path()).await.unwrap();
        let database = folder.path().join("steward.db");
        std::fs::copy(&before, &database).unwrap();
        match apply_over_samples(&database, &migrator, &migrations, &data).await {
            Ok(()) => assert_eq!(said, "", "{wrong}: not found"),
            Err(error) => assert!(!said.is_empty() && error.contains(said), "{wrong}: {error}"),
        }
    }
}

#[tokio::test]
async fn the_step_to_drafts_lets_go_of_previews_and_of_nothing_that_was_published() {
    let mut database = SqliteConnectOptions::new().filename(":memory:").foreign_keys(true).connect().await.unwrap();
    let samples = sql_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data"));
    for (step, (name, _)) in MIGRATOR.iter().zip(migrations()) {
        MIGRATOR.run_to(step.version, &mut database).await.unwrap();
        if name.as_str() < "20261202000100" {
            if let Some(sample) = samples.get(&name) {
                sqlx::raw_sql(AssertSqlSafe(read(sample))).execute(&mut database).await.unwrap();
            }
        } else if name == "20261202000100_drafts.sql" {
            // The rows that buttons named before go up to 4, of waves.
            let last: i64 = sqlx::query_scalar("SELECT seq FROM sqlite_sequence WHERE name = 'drafts'")
                .fetch_one(&mut database)
                .await
                .unwrap();
            assert_eq!(last, 4, "no row that a button names is given again");
        }
    }
    let waves: Vec<String> =
        sqlx::query_scalar("SELECT state FROM survey_waves ORDER BY wave_id").fetch_all(&mut database).await.unwrap();
    assert_eq!(waves, ["closed", "open"]);
    let images: Vec<(String, String, String, i64)> =
        sqlx::query_as("SELECT feature, kind, name, became FROM draft_images").fetch_all(&mut database).await.unwrap();
    assert_eq!(images, [("polls".to_owned(), "poll".to_owned(), "map.png".to_owned(), 2)], "its card does not stand");
}

/// A copy of the steps and their samples with one more step.
fn later_step(step: &str, sample: Option<&str>) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    for (from, to) in [("migrations", "migrations"), ("tests/data", "data")] {
        std::fs::create_dir(copy.path().join(to)).unwrap();
        for (name, path) in sql_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(from)) {
            std::fs::copy(path, copy.path().join(to).join(name)).unwrap();
        }
    }
    std::fs::write(copy.path().join("migrations/29990101000000_later.sql"), step).unwrap();
    if let Some(sample) = sample {
        std::fs::write(copy.path().join("data/29990101000000_later.sql"), sample).unwrap();
    }
    copy
}

/// A database with all steps there are, and their samples.
async fn all_steps(database: &Path) {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (migrations, data) = (crate_folder.join("migrations"), crate_folder.join("tests/data"));
    apply_over_samples(database, &MIGRATOR, &migrations, &data).await.unwrap();
}

/// Applies those steps of a folder that a database does not have yet one by one, each over the samples of the steps
/// before it. `Err` says which step lost rows, left the database unsound, or could not be applied, or
/// what is wrong with its sample.
async fn apply_over_samples(
    database: &Path,
    migrator: &Migrator,
    migrations: &Path,
    data: &Path,
) -> Result<(), String> {
    let (steps, samples) = (sql_files(migrations), sql_files(data));
    let mut database = SqliteConnectOptions::new()
        .filename(database)
        .create_if_missing(true)
        .foreign_keys(true)
        .connect()
        .await
        .unwrap();

    let applied = sqlx::query_scalar("SELECT version FROM _sqlx_migrations");
    let applied: Vec<i64> = applied.fetch_all(&mut database).await.unwrap_or_default();
    for (step, (name, path)) in migrator.iter().zip(&steps).filter(|(step, _)| !applied.contains(&step.version)) {
        let before = rows(&mut database).await;
        migrator.run_to(step.version, &mut database).await.map_err(|error| format!("{name}: {error}"))?;
        let after = rows(&mut database).await;
        for (table, count) in &before {
            let meant = LET_GO.iter().find(|(step, of, _)| step == name && of == table).map_or(0, |(.., rows)| *rows);
            if after.get(table).copied().unwrap_or(0) + meant < *count {
                return Err(format!("{name}: rows of {table} are gone"));
            }
        }
        match samples.get(name) {
            Some(sample) => {
                sqlx::raw_sql(AssertSqlSafe(read(sample)))
                    .execute(&mut database)
                    .await
                    .map_err(|error| format!("tests/data/{name}: {error}"))?;
            }
            None if tables(&read(path)).is_empty() => {}
            None => return Err(format!("tests/data/{name} is missing: rows for the new table")),
        }
        let filled = rows(&mut database).await;
        if let Some((table, _)) = filled.iter().find(|(table, count)| !before.contains_key(*table) && **count == 0) {
            return Err(format!("tests/data/{name} puts no row into {table}"));
        }
        sound(&mut database, name).await?;
    }
    database.close().await.map_err(|error| error.to_string())?;
    match samples.keys().find(|name| !steps.contains_key(*name)) {
        Some(name) => Err(format!("tests/data/{name} belongs to no step")),
        None => Ok(()),
    }
}

async fn rows(database: &mut SqliteConnection) -> BTreeMap<String, i64> {
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> '_sqlx_migrations'",
    )
    .fetch_all(&mut *database)
    .await
    .unwrap();
    let mut rows = BTreeMap::new();
    for table in tables {
        let count = AssertSqlSafe(format!("SELECT count(*) FROM \"{table}\""));
        let count = sqlx::query_scalar(count).fetch_one(&mut *database).await.unwrap();
        rows.insert(table, count);
    }
    rows
}

async fn sound(database: &mut SqliteConnection, name: &str) -> Result<(), String> {
    let integrity: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check").fetch_all(&mut *database).await.unwrap();
    if integrity != ["ok"] {
        return Err(format!("{name}: {integrity:?}"));
    }
    let orphans = sqlx::query("PRAGMA foreign_key_check").fetch_all(database).await.unwrap();
    if orphans.is_empty() { Ok(()) } else { Err(format!("{name}: rows point to nothing")) }
}
