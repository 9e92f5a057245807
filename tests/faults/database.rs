//! The database locked, full, read-only, damaged, too new, too old, or taken: what is told, and that
//! nothing was done.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use steward::clock::{Clock, Timestamp, monotonic};
use steward::db::{Db, MIGRATOR, OpenError, OpenOptions, Trouble};
use steward::error::{Error, Result};

use crate::support::damage;

struct Place {
    folder: tempfile::TempDir,
    clock: Clock,
}

impl Place {
    fn new() -> Self {
        let clock = Clock::manual(Timestamp::from_seconds(1_790_000_000));
        Self { folder: tempfile::tempdir().expect("a temporary folder"), clock }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("steward.db")
    }

    fn url(&self) -> String {
        format!("sqlite:{}", self.file().display())
    }

    async fn open(&self) -> Result<Db, OpenError> {
        self.open_with(OpenOptions::default()).await
    }

    async fn open_with(&self, options: OpenOptions) -> Result<Db, OpenError> {
        Db::open(&self.url(), &self.clock, options).await
    }

    /// A connection that Steward knows nothing of.
    async fn outsider(&self) -> SqliteConnection {
        SqliteConnectOptions::new().filename(self.file()).create_if_missing(true).connect().await.expect("an outsider")
    }
}

async fn add_guild(db: &Db, id: i64) -> Result<()> {
    db.write(async move |tx: &mut SqliteConnection| -> Result<()> {
        sqlx::query("INSERT INTO guilds (guild_id, name, locale, joined_at) VALUES (?, 'Town', 'en', 0)")
            .bind(id)
            .execute(tx)
            .await?;
        Ok(())
    })
    .await
}

async fn guilds(db: &Db) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM guilds").fetch_one(db.read()).await.expect("a count")
}

fn told(result: Result<()>) -> String {
    match result {
        Err(Error::Told(message)) => message.key.into_owned(),
        other => panic!("something told was expected, not {other:?}"),
    }
}

/// The message of an error, with the temporary folder taken out.
fn words(place: &Place, result: Result<Db, OpenError>) -> String {
    result
        .expect_err("the database must be refused")
        .to_string()
        .replace(&place.folder.path().display().to_string(), "")
}

fn quick() -> OpenOptions {
    OpenOptions { busy_timeout: Duration::from_millis(200), ..OpenOptions::default() }
}

fn lock_holder_is_named(text: &str) -> String {
    text.replace(&std::process::id().to_string(), "PID")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lock_held_for_one_second_is_waited_for() {
    let place = Place::new();
    let db = place.open().await.unwrap();
    let mut outsider = place.outsider().await;
    let lock = outsider.begin_with("BEGIN IMMEDIATE").await.unwrap();

    let asked = {
        let db = db.clone();
        tokio::spawn(async move { add_guild(&db, 1).await })
    };
    tokio::time::sleep(Duration::from_secs(1)).await;
    lock.rollback().await.unwrap();

    asked.await.unwrap().unwrap();
    assert_eq!(guilds(&db).await, 1);
    db.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_longer_lock_is_answered_in_time_for_everyone_who_waits() {
    let place = Place::new();
    let db = place.open_with(quick()).await.unwrap();
    let mut outsider = place.outsider().await;
    let lock = outsider.begin_with("BEGIN IMMEDIATE").await.unwrap();

    let started = monotonic();
    let all: Vec<_> = (1..=20)
        .map(|id| {
            let db = db.clone();
            tokio::spawn(async move { told(add_guild(&db, id).await) })
        })
        .collect();
    for one in all {
        assert_eq!(one.await.unwrap(), "db-busy");
    }
    // Twenty waits of 200 ms one after the other would be four seconds.
    assert!(started.elapsed() < Duration::from_secs(1), "{:?}", started.elapsed());
    assert_eq!(db.trouble(), Some(Trouble::Busy));
    assert!(db.writer_stuck_for() < Duration::from_secs(1), "a locked database is not a stuck writer");

    // However long it lasted: as soon as the lock is gone, writes are taken, and none was done twice.
    lock.rollback().await.unwrap();
    assert_eq!(guilds(&db).await, 0);
    add_guild(&db, 1).await.unwrap();
    assert_eq!((guilds(&db).await, db.trouble()), (1, None));
    db.close().await;
}

#[tokio::test]
async fn a_locked_database_answers_within_its_two_seconds() {
    let place = Place::new();
    let db = place.open().await.unwrap();
    let mut outsider = place.outsider().await;
    let lock = outsider.begin_with("BEGIN IMMEDIATE").await.unwrap();
    let started = monotonic();
    assert_eq!(told(add_guild(&db, 1).await), "db-busy");
    let waited = started.elapsed();
    assert!((Duration::from_millis(1_900)..Duration::from_millis(2_600)).contains(&waited), "{waited:?}");
    lock.rollback().await.unwrap();
    db.close().await;
}

#[tokio::test]
async fn a_full_disk_does_nothing_and_says_so() {
    let place = Place::new();
    let db = place.open().await.unwrap();
    let limit = async |pages: i64| {
        db.write(async move |tx: &mut SqliteConnection| -> Result<()> {
            let limit = sqlx::AssertSqlSafe(format!("PRAGMA max_page_count = {pages}"));
            Ok(sqlx::query(limit).execute(tx).await.map(drop)?)
        })
        .await
        .unwrap();
    };
    limit(1).await; // SQLite takes the present size instead.
    let fill = async || -> Result<()> {
        db.write(async |tx: &mut SqliteConnection| -> Result<()> {
            sqlx::query("INSERT INTO guilds (guild_id, name, locale, joined_at) VALUES (1, 'first', 'en', 0)")
                .execute(&mut *tx)
                .await?;
            sqlx::query("INSERT INTO guilds (guild_id, name, locale, joined_at) VALUES (2, ?, 'en', 0)")
                .bind("x".repeat(100_000))
                .execute(&mut *tx)
                .await?;
            Ok(())
        })
        .await
    };
    assert_eq!(told(fill().await), "db-full");
    assert_eq!((guilds(&db).await, db.trouble()), (0, Some(Trouble::Full)));

    limit(1_000_000).await;
    fill().await.unwrap();
    assert_eq!((guilds(&db).await, db.trouble()), (2, None));
    db.close().await;
}

#[tokio::test]
async fn a_file_that_may_only_be_read_is_refused_at_the_start() {
    let place = Place::new();
    place.open().await.unwrap().close().await;
    let refused = Db::open(&format!("{}?mode=ro", place.url()), &place.clock, OpenOptions::default()).await;
    assert!(matches!(refused, Err(OpenError::ReadOnly(_))), "{refused:?}");
}

#[tokio::test]
async fn a_file_that_turns_read_only_takes_no_writes_and_says_so() {
    let place = Place::new();
    let db = place.open().await.unwrap();
    // `query_only` gives the very error of a file without the right to write, and does so for root too.
    let set_read_only = async |on: bool| {
        db.write(async move |tx: &mut SqliteConnection| -> Result<()> {
            let pragma = if on { "PRAGMA query_only = ON" } else { "PRAGMA query_only = OFF" };
            Ok(sqlx::query(pragma).execute(tx).await.map(drop)?)
        })
        .await
        .unwrap();
    };
    set_read_only(true).await;
    assert_eq!(told(add_guild(&db, 1).await), "db-readonly");
    assert_eq!(db.trouble(), Some(Trouble::ReadOnly));

    set_read_only(false).await;
    add_guild(&db, 1).await.unwrap();
    assert_eq!((guilds(&db).await, db.trouble()), (1, None));
    db.close().await;
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused() {
    let place = Place::new();
    std::fs::write(place.file(), "Dear diary, ".repeat(1_000)).unwrap();
    insta::assert_snapshot!(words(&place, place.open().await), @"
    The database /steward.db is damaged: file is not a database
    Put the newest good copy back with `steward restore FILE`: those of every night lie beside it in `….copies`. The damaged file is kept.
    ");
}

#[tokio::test]
async fn damage_is_found_after_a_kill_and_not_looked_for_after_a_clean_stop() {
    let place = Place::new();
    let db = place.open().await.unwrap();
    for id in 1..500 {
        add_guild(&db, id).await.unwrap();
    }
    db.close().await;
    damage(&place.file(), "guilds").await;

    place.open().await.expect("a clean stop is trusted").close().await;

    // What a killed process leaves: its name in the lock.
    std::fs::write(place.folder.path().join("steward.db.lock"), "4711 1790000000\n").unwrap();
    let refused = place.open().await;
    assert!(matches!(refused, Err(OpenError::Corrupt { .. })), "{refused:?}");
    // Still refused the next time: nobody has put it right since.
    assert!(matches!(place.open().await, Err(OpenError::Corrupt { .. })));
}

#[tokio::test]
async fn a_newer_schema_is_refused() {
    let place = Place::new();
    place.open().await.unwrap().close().await;
    let mut outsider = place.outsider().await;
    sqlx::query("INSERT INTO _sqlx_migrations VALUES (29990101000000, 'from the future', 0, TRUE, x'00', 1)")
        .execute(&mut outsider)
        .await
        .unwrap();
    outsider.close().await.unwrap();
    let text = words(&place, place.open().await);
    let known = MIGRATOR.iter().map(|step| step.version).max().unwrap();
    insta::assert_snapshot!(text.replace(&known.to_string(), "KNOWN"), @r#"
    The database /steward.db was written by a newer Steward (its schema is 29990101000000, this one knows up to KNOWN).
    Start the newer Steward, or go back to the copy that lies beside the database.
    "#);
}

#[tokio::test]
async fn a_database_with_steps_that_this_build_does_not_have_is_refused_and_left_as_it_is() {
    let place = Place::new();
    // What a build from before the baselines left: its first two steps, and a server.
    let mut outsider = place.outsider().await;
    sqlx::raw_sql(
        "CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY, description TEXT NOT NULL,
            installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, success BOOLEAN NOT NULL,
            checksum BLOB NOT NULL, execution_time BIGINT NOT NULL);
         INSERT INTO _sqlx_migrations VALUES
            (20260101120000, 'create guilds', 0, TRUE, x'00', 1),
            (20260101120100, 'create discord identifies', 0, TRUE, x'00', 1);
         CREATE TABLE guilds (guild_id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
         INSERT INTO guilds VALUES (1, 'Town');",
    )
    .execute(&mut outsider)
    .await
    .unwrap();
    let text = words(&place, place.open().await);
    insta::assert_snapshot!(text, @"
    The database /steward.db went through a step 20260101120000 that is not the one this Steward knows.
    It belongs to another build: start that build, go back to a copy that fits this one, or name a new file in DATABASE_URL. Nothing was changed.
    ");
    let tables: Vec<String> = sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .fetch_all(&mut outsider)
        .await
        .unwrap();
    assert_eq!(tables, ["_sqlx_migrations", "guilds"]);
    let mut files: Vec<_> =
        std::fs::read_dir(place.folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    files.retain(|name| name.to_string_lossy().contains("before-"));
    assert!(files.is_empty(), "nothing was to be changed, so nothing was copied: {files:?}");
}

#[tokio::test]
async fn an_older_schema_with_something_in_it_is_copied_before_it_is_changed() {
    let place = Place::new();
    // A database from before the first step, with a table and a row of its owner.
    let mut outsider = place.outsider().await;
    sqlx::raw_sql("CREATE TABLE notes (text TEXT) STRICT; INSERT INTO notes VALUES ('keep me');")
        .execute(&mut outsider)
        .await
        .unwrap();
    outsider.close().await.unwrap();

    let db = place.open().await.unwrap();
    let first = MIGRATOR.iter().next().unwrap().version;
    let copy = place.folder.path().join(format!("steward.db.before-{first}"));
    assert_eq!(db.migrated().copy.as_deref(), Some(copy.as_path()));
    assert_eq!(db.migrated().applied.len(), MIGRATOR.iter().count());
    assert_eq!(note_in(&copy).await, "keep me");
    db.close().await;

    // The second time there is nothing to do and nothing to copy.
    let db = place.open().await.unwrap();
    assert_eq!((db.migrated().applied.len(), db.migrated().copy.as_ref()), (0, None));
    db.close().await;
}

async fn note_in(copy: &Path) -> String {
    let mut copy = SqliteConnectOptions::new().filename(copy).read_only(true).connect().await.unwrap();
    sqlx::query_scalar("SELECT text FROM notes").fetch_one(&mut copy).await.unwrap()
}

#[tokio::test]
async fn a_new_database_needs_no_copy() {
    let place = Place::new();
    let db = place.open().await.unwrap();
    assert_eq!(db.migrated().copy, None);
    db.close().await;
}

#[tokio::test]
async fn a_copy_that_cannot_be_made_stops_the_migration() {
    let place = Place::new();
    let mut outsider = place.outsider().await;
    sqlx::raw_sql("CREATE TABLE notes (text TEXT) STRICT;").execute(&mut outsider).await.unwrap();
    let first = MIGRATOR.iter().next().unwrap().version;
    // A folder stands where the copy should be.
    std::fs::create_dir_all(place.folder.path().join(format!("steward.db.before-{first}")).join("in the way")).unwrap();
    assert!(matches!(place.open().await, Err(OpenError::Copy { .. })));
    let tables: i64 = sqlx::query_scalar("SELECT count(*) FROM sqlite_schema WHERE type = 'table'")
        .fetch_one(&mut outsider)
        .await
        .unwrap();
    assert_eq!(tables, 1, "nothing was changed");
}

#[tokio::test]
async fn a_second_steward_is_refused_and_told_who_was_first() {
    let place = Place::new();
    let db = place.open().await.unwrap();
    place.clock.advance(Duration::from_secs(185 * 60));
    insta::assert_snapshot!(lock_holder_is_named(&words(&place, place.open().await)), @r#"
    Another Steward (process PID, for 3 h 5 min) uses the database /steward.db.
    Stop that one first, or give this one its own DATABASE_URL.
    "#);

    // Beside it, what only reads or adds may run.
    let beside = place.open_with(OpenOptions::beside()).await.unwrap();
    add_guild(&beside, 1).await.unwrap();
    assert_eq!(guilds(&db).await, 1);
    beside.close().await;

    db.close().await;
    place.open().await.expect("the lock is free after a clean stop").close().await;
}

#[tokio::test]
async fn a_panic_in_a_write_is_a_fault_and_the_writer_lives_on() {
    let place = Place::new();
    let db = place.open().await.unwrap();
    let panicked = db
        .write(async |tx: &mut SqliteConnection| -> Result<()> {
            sqlx::query("INSERT INTO guilds (guild_id, name, locale, joined_at) VALUES (1, 'Town', 'en', 0)")
                .execute(tx)
                .await?;
            panic!("on purpose")
        })
        .await;
    assert!(matches!(&panicked, Err(Error::Fault(fault)) if fault.to_string().contains("on purpose")), "{panicked:?}");
    add_guild(&db, 2).await.unwrap();
    assert_eq!(guilds(&db).await, 1);
    db.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_write_is_finished_though_its_caller_has_gone() {
    let place = Place::new();
    let db = place.open().await.unwrap();
    let started = Arc::new(tokio::sync::Notify::new());
    let caller = {
        let (db, started) = (db.clone(), Arc::clone(&started));
        tokio::spawn(async move {
            db.write(async move |tx: &mut SqliteConnection| -> Result<()> {
                started.notify_one();
                tokio::time::sleep(Duration::from_millis(100)).await;
                sqlx::query("INSERT INTO guilds (guild_id, name, locale, joined_at) VALUES (1, 'Town', 'en', 0)")
                    .execute(tx)
                    .await?;
                Ok(())
            })
            .await
        })
    };
    started.notified().await;
    caller.abort();
    add_guild(&db, 2).await.unwrap();
    assert_eq!(guilds(&db).await, 2);
    db.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_person_waits_for_goes_before_what_may_be_late() {
    let place = Place::new();
    let db = place.open().await.unwrap();
    let order = Arc::new(std::sync::Mutex::new(Vec::new()));
    let gate = Arc::new(tokio::sync::Semaphore::new(0));
    let first = {
        let (db, gate) = (db.clone(), Arc::clone(&gate));
        tokio::spawn(async move {
            db.write(async move |_: &mut SqliteConnection| -> Result<()> {
                let _open = gate.acquire().await;
                Ok(())
            })
            .await
        })
    };
    while db.writer_stuck_for() < Duration::from_millis(20) {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let mut waiting = Vec::new();
    for (late, name) in [(true, "late"), (false, "soon")] {
        let (db, order) = (db.clone(), Arc::clone(&order));
        waiting.push(tokio::spawn(async move {
            let work = async move |_: &mut SqliteConnection| -> Result<()> {
                order.lock().expect("no panics").push(name);
                Ok(())
            };
            if late { db.write_later(work).await } else { db.write(work).await }
        }));
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    gate.add_permits(1);
    first.await.unwrap().unwrap();
    for one in waiting {
        one.await.unwrap().unwrap();
    }
    assert_eq!(*order.lock().unwrap(), ["soon", "late"]);
    db.close().await;
}

#[tokio::test]
async fn a_reader_cannot_write_and_a_closed_database_takes_nothing() {
    let place = Place::new();
    let db = place.open().await.unwrap();
    let refused = sqlx::query("DELETE FROM guilds").execute(db.read()).await;
    assert!(refused.is_err());
    db.close().await;
    assert!(matches!(add_guild(&db, 1).await, Err(Error::Fault(_))));
    // Closed: everything lies in the one file.
    assert!(!place.folder.path().join("steward.db-wal").exists());
}
