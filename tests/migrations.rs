//! The steps of the schema: one change for each, forward only, with a word on every column, and each
//! of them tried on a database that holds something from the steps before.
//!
//! `tests/data/<version>_<name>.sql` puts rows into what that step made. A step that makes no table
//! needs none.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, SqliteConnection};
use steward::db::MIGRATOR;

/// The files of a folder beside this one's crate, by name.
fn sql_files(folder: &str) -> BTreeMap<String, PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
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
    for (name, path) in sql_files("migrations") {
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
    for (name, path) in sql_files("migrations") {
        let (version, title) = name.split_once('_').expect("<version>_<what it does>.sql");
        assert!(version.len() == 14 && version.bytes().all(|b| b.is_ascii_digit()), "{name}: YYYYMMDDhhmmss first");
        assert!(versions.insert(version.to_owned()), "{name}: the version stands there twice");
        assert!(!title.ends_with(".down.sql") && !title.ends_with(".up.sql"), "{name}: forward only");
        assert!(tables(&read(&path)).len() <= 1, "{name}: one table for each file");
    }
}

#[tokio::test]
async fn each_step_goes_over_what_the_steps_before_left() {
    let samples = sql_files("tests/data");
    let steps = sql_files("migrations");
    let folder = tempfile::tempdir().unwrap();
    let mut database = SqliteConnectOptions::new()
        .filename(folder.path().join("steward.db"))
        .create_if_missing(true)
        .foreign_keys(true)
        .connect()
        .await
        .unwrap();

    for (step, (name, path)) in MIGRATOR.iter().zip(&steps) {
        let before = rows(&mut database).await;
        MIGRATOR.run_to(step.version, &mut database).await.unwrap_or_else(|error| panic!("{name}: {error}"));
        let after = rows(&mut database).await;
        for (table, count) in &before {
            assert!(after.get(table).is_some_and(|now| now >= count), "{name}: rows of {table} are gone");
        }
        match samples.get(name) {
            Some(sample) => {
                sqlx::raw_sql(AssertSqlSafe(read(sample)))
                    .execute(&mut database)
                    .await
                    .unwrap_or_else(|error| panic!("tests/data/{name}: {error}"));
            }
            None => assert!(tables(&read(path)).is_empty(), "tests/data/{name} is missing: rows for the new table"),
        }
        sound(&mut database, name).await;
    }
    for name in samples.keys() {
        assert!(steps.contains_key(name), "tests/data/{name} belongs to no step");
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

async fn sound(database: &mut SqliteConnection, name: &str) {
    let integrity: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check").fetch_all(&mut *database).await.unwrap();
    assert_eq!(integrity, ["ok"], "{name}");
    let orphans = sqlx::query("PRAGMA foreign_key_check").fetch_all(database).await.unwrap();
    assert!(orphans.is_empty(), "{name}: rows point to nothing");
}
