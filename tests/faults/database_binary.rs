//! The database locked, read-only, damaged, older or newer, met by the real binary: exit code, words, and
//! that it goes on where going on is right.

use std::time::Duration;

use sqlx::{AssertSqlSafe, Connection, SqliteConnection};
use steward::clock::monotonic;
use steward::db::MIGRATOR;
use steward::error::Result;

use crate::support::damage;
use crate::support::process::House;
use crate::support::town::PATIENCE;

const MESSAGES: &str = "SELECT coalesce(sum(messages), 0) FROM activity_days";
const CASES: &str = "SELECT count(*) FROM cases";

/// A house whose database is there and whose Steward has ended well.
async fn with_database() -> House {
    let house = House::new().await;
    let (exit, _, err) = house.steward(&["migrate"]).await;
    assert_eq!(exit, 0, "{err}");
    house
}

/// What `steward run` says and ends with, when it does not come so far as to say anything to Discord.
async fn refused(house: &House) -> String {
    let (exit, out, err) = house.steward_with(&["run"], &[("RUST_LOG", "off")]).await;
    assert_eq!(out, "", "stdout is for data");
    assert_eq!(house.sandbox.requests().len(), 0, "nothing is said to Discord before the database is in order");
    format!("{err}exit {exit}")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lock_that_another_program_holds_at_the_start_is_waited_for_and_then_named() {
    let house = with_database().await;
    let mut outsider = house.outsider().await;
    let lock = outsider.begin_with("BEGIN IMMEDIATE").await.unwrap();
    let started = monotonic();
    insta::assert_snapshot!(refused(&house).await, @"
    The database steward.db is locked by another program.
    Close what has it open (a database browser, a copy that is running) and start again. Nothing was changed.
    exit 74
    ");
    assert!(started.elapsed() >= Duration::from_millis(1_900), "{:?}", started.elapsed());

    // One second is not worth a word.
    let steward = house.start();
    tokio::time::sleep(Duration::from_secs(1)).await;
    lock.rollback().await.unwrap();
    assert!(house.sandbox.until(PATIENCE, |progress| progress.ready > 0).await, "{}", steward.said());
}

/// Another program locks the database of a running bot: people are told that nothing was done, what is
/// counted waits, and the process lives, for it is not stuck.
async fn locked_for(time: Duration) {
    let house = House::new().await;
    let (ana, bob) = (house.helper("ana"), house.guild.person("bob", &[]));
    let mut steward = house.start_ready().await;
    let note = async || {
        let given = [("member", (&bob).into()), ("text", "Prefers to be written to".into())];
        ana.slash(house.general, "note", &given).await.expect("sent")
    };
    let mut outsider = house.outsider().await;
    let lock = outsider.begin_with("BEGIN IMMEDIATE").await.unwrap();
    let begun = monotonic();
    let mut said = 0;
    while begun.elapsed() < time {
        bob.says(house.general, "hello").unwrap();
        said += 1;
        let told = note().await;
        assert!(told.ephemeral && told.text().contains("nothing was done"), "{}", told.text());
        assert!(told.ack_ms < 3_000, "{} ms", told.ack_ms);
    }
    lock.rollback().await.unwrap();
    // The first write after it may still be one that has waited.
    let taken = async {
        while !note().await.text().contains("#1") {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    };
    assert!(tokio::time::timeout(PATIENCE, taken).await.is_ok(), "{}", steward.said());
    house.until_number(MESSAGES, said).await;
    assert_eq!(house.number(CASES).await, 1);
    steward.ask_to_stop();
    assert_eq!(steward.exit_code().await, 0, "{}", steward.said());
    let told = steward.said().matches("the database is locked by another program").count();
    assert!((1..=2).contains(&told), "said {told} times:\n{}", steward.said());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lock_of_six_seconds_loses_nothing_and_does_nothing_twice() {
    locked_for(Duration::from_secs(6)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes a minute"]
async fn a_lock_of_a_minute_loses_nothing_and_ends_nothing() {
    locked_for(Duration::from_secs(60)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_may_only_be_read_is_refused() {
    let house = with_database().await;
    let (exit, _, err) =
        house.steward_with(&["run"], &[("DATABASE_URL", "sqlite:steward.db?mode=ro"), ("RUST_LOG", "off")]).await;
    insta::assert_snapshot!(format!("{err}exit {exit}"), @"
    The database steward.db may only be read.
    Give the user who runs Steward the right to write the file, those beside it that begin with its name (`-wal`, `-shm`), and its folder (`chown`, `chmod u+w`), or mount the disk for writing.
    exit 74
    ");
    assert_eq!(house.sandbox.requests().len(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_with_a_broken_header_is_refused() {
    let house = with_database().await;
    let mut bytes = std::fs::read(house.file()).unwrap();
    bytes[..100].fill(0xAB);
    std::fs::write(house.file(), bytes).unwrap();
    insta::assert_snapshot!(refused(&house).await, @"
    The database steward.db is damaged: file is not a database
    Put the newest good copy back with `steward restore FILE`: those of every night lie beside it in `….copies`. The damaged file is kept.
    exit 74
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn damage_in_the_middle_is_found_at_the_start_after_a_kill() {
    let house = House::new().await;
    let steward = house.start_ready().await;
    steward.kill().await;
    // Everything into the file, as the next start would do first.
    sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut house.outsider().await).await.unwrap();
    let mut bytes = std::fs::read(house.file()).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 9_000].fill(0xAB);
    std::fs::write(house.file(), bytes).unwrap();
    house.sandbox.forget_requests();
    let text = refused(&house).await;
    assert!(text.starts_with("The database steward.db is damaged: ") && text.ends_with("exit 74"), "{text}");
    assert!(text.contains("\nPut the newest good copy back with `steward restore FILE`"), "{text}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_newer_schema_is_refused_with_the_way_back() {
    let house = with_database().await;
    let newer = "INSERT INTO _sqlx_migrations VALUES (29990101000000, 'from the future', 0, TRUE, x'00', 1)";
    sqlx::query(newer).execute(&mut house.outsider().await).await.unwrap();
    let text = refused(&house).await;
    assert!(text.starts_with("The database steward.db was written by a newer Steward"), "{text}");
    assert!(text.ends_with("exit 74"), "{text}");
}

/// Every step with rows, up to and with this one.
async fn older(house: &House, newest: i64) {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(house.file()).create_if_missing(true);
    let mut database: SqliteConnection = sqlx::ConnectOptions::connect(&options).await.unwrap();
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    for step in MIGRATOR.iter().filter(|step| step.version <= newest) {
        MIGRATOR.run_to(step.version, &mut database).await.unwrap();
        let sample = data.join(format!("{}_{}.sql", step.version, step.description.replace(' ', "_")));
        if let Ok(rows) = std::fs::read_to_string(sample) {
            sqlx::raw_sql(AssertSqlSafe(rows)).execute(&mut database).await.unwrap();
        }
    }
    database.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_populated_database_of_an_older_version_is_brought_up_to_date_with_a_copy_from_before() {
    let steps: Vec<i64> = MIGRATOR.iter().map(|step| step.version).collect();
    // The first step with cases, one in the middle, and the one before the newest.
    for at in [2, 5, steps.len() - 2] {
        let house = House::new().await;
        older(&house, steps[at]).await;
        let guilds = house.number("SELECT count(*) FROM guilds").await;
        let cases = house.number(CASES).await;
        assert!(guilds > 0, "the rows are there");
        let (exit, _, err) = house.steward(&["migrate"]).await;
        assert_eq!(exit, 0, "{err}");
        let next = steps[at + 1];
        assert!(err.contains(&format!("\nA copy from before stands at steward.db.before-{next}.")), "{err}");
        assert_eq!(house.number("SELECT count(*) FROM guilds").await, guilds);
        assert_eq!(house.number(CASES).await, cases);
        let mut steward = house.start_ready().await;
        steward.ask_to_stop();
        assert_eq!(steward.exit_code().await, 0, "{}", steward.said());
    }
}

/// Writes until there is no room for a byte.
fn fill_up(file: &std::path::Path) {
    use std::io::Write;
    let mut file = std::fs::File::create(file).unwrap();
    for size in [65_536, 4_096, 512, 1] {
        while file.write_all(&vec![0; size]).is_ok() {}
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs a disk of a few megabytes: STEWARD_SMALL_DISK names a folder on it"]
async fn a_disk_that_is_truly_full_fails_closed_and_is_well_again_when_it_has_room() {
    let disk = std::env::var("STEWARD_SMALL_DISK").expect("a folder on a small disk");
    let house = House::in_folder(tempfile::tempdir_in(disk).expect("a folder on it")).await;
    house.settings("[gateway]\nidentify_backoff_min_s = 1\n[database]\nheartbeat_s = 1\n");
    let (ana, bob) = (house.helper("ana"), house.guild.person("bob", &[]));
    let mut steward = house.start_ready().await;
    let note = async || {
        let given = [("member", (&bob).into()), ("text", "Prefers to be written to. ".repeat(15).as_str().into())];
        ana.slash(house.general, "note", &given).await.expect("sent").text().to_owned()
    };
    let well = async |exit: i32| {
        let wait = async {
            while house.steward(&["health"]).await.0 != exit {
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        assert!(tokio::time::timeout(PATIENCE, wait).await.is_ok(), "{:?}", house.steward(&["health"]).await);
    };
    well(0).await;
    let ballast = house.folder().join("ballast");
    fill_up(&ballast);
    // Its log may still have room of its own for a few.
    let mut noted = 0;
    while !note().await.contains("nothing was done") {
        noted += 1;
        assert!(noted < 2_000, "the disk never fills up");
    }
    assert_eq!(house.number(CASES).await, noted);
    well(1).await;
    steward.ask_to_stop();
    assert_eq!(steward.exit_code().await, 0, "{}", steward.said());

    // Started on the full disk it makes no connection that it cannot write down, says so once, and waits.
    let ready = house.sandbox.progress().ready;
    let mut steward = house.start();
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(house.sandbox.progress().ready, ready);
    let complaints = steward.said().matches("no connection is made before the ledger").count();
    assert_eq!(complaints, 1, "{}", steward.said());
    std::fs::remove_file(&ballast).unwrap();
    assert!(house.sandbox.until(PATIENCE, |progress| progress.ready > ready).await, "{}", steward.said());
    well(0).await;
    fill_up(&ballast);
    while !note().await.contains("nothing was done") {
        noted += 1;
    }
    well(1).await;
    std::fs::remove_file(&ballast).unwrap();
    well(0).await;
    assert!(note().await.contains(&format!("#{}", noted + 1)), "no number is skipped and none given twice");
    steward.ask_to_stop();
    assert_eq!(steward.exit_code().await, 0, "{}", steward.said());
}

#[tokio::test]
async fn a_look_through_the_open_database_finds_damage_and_its_end() -> Result<()> {
    use steward::clock::Clock;
    use steward::db::{Db, OpenOptions};
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("steward.db");
    let url = format!("sqlite:{}", file.display());
    let db = Db::open(&url, &Clock::system(), OpenOptions::default()).await.unwrap();
    assert_eq!((db.check().await?, db.damage()), (None, None));
    db.close().await;
    let whole = std::fs::read(&file).unwrap();
    damage(&file, "activity_days").await;
    let db = Db::open(&url, &Clock::system(), OpenOptions::default()).await.unwrap();
    let found = db.check().await?;
    assert!(found.is_some());
    assert_eq!(db.damage(), found, "and it is kept for whoever asks how the bot is");
    db.close().await;

    std::fs::write(&file, whole).unwrap();
    let db = Db::open(&url, &Clock::system(), OpenOptions::default()).await.unwrap();
    assert_eq!((db.check().await?, db.damage()), (None, None));
    db.close().await;
    Ok(())
}
