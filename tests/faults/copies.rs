//! Copies of the database: made while it is written to, put back on an empty machine, put back and
//! killed in the middle, made every night, and in the way of a full disk. A copy is whole or it is
//! not there, and what was done before a copy was put back is not done a second time.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::Duration;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, SqliteConnection};
use steward::cli::restore;
use steward::clock::Clock;
use steward::db::copy::Existing;
use steward::db::{Db, OpenOptions};
use steward::discord::outbox::{Effect, Order};
use steward::discord::ui::file::File;
use steward::discord::ui::view::View;
use steward::error::Result;
use steward::features;
use steward::ids::OutboxId;
use steward::sandbox::{Answer, Person, Shown};
use steward::text::safe::Safe;

use crate::scenarios::digest::weekly::Chisinau;
use crate::scenarios::surveys;
use crate::support::damage;
use crate::support::scene::Scene;
use crate::support::town::Town;
use crate::support::trial;
use crate::support::trial::{body, place, post};

const MINUTE: Duration = Duration::from_mins(1);
const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);

fn steward(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_steward"));
    command.current_dir(folder).env_clear().env("DATABASE_URL", "sqlite:steward.db").env("RUST_LOG", "off");
    command
}

fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

async fn looked_at(file: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(file).read_only(true).connect().await.expect("a database")
}

async fn number(file: &Path, sql: &str) -> i64 {
    let mut connection = looked_at(file).await;
    let number = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut connection).await.expect("a number");
    connection.close().await.expect("closed");
    number
}

/// Two tables that are always written together, in a database of its own.
async fn pairs(folder: &Path) -> Db {
    let url = format!("sqlite:{}", folder.join("steward.db").display());
    Db::open(&url, &Clock::system(), OpenOptions::default()).await.expect("a database")
}

async fn write_pair(db: &Db, id: i64) -> Result<()> {
    db.write(async move |tx: &mut SqliteConnection| -> Result<()> {
        let name = "x".repeat(500);
        sqlx::query("INSERT INTO guilds (guild_id, name, locale, joined_at) VALUES (?, ?, 'en', 0)")
            .bind(id)
            .bind(name)
            .execute(&mut *tx)
            .await?;
        sqlx::query("INSERT INTO numbers (guild_id, kind, last) VALUES (?, 'cases', 1)").bind(id).execute(tx).await?;
        Ok(())
    })
    .await
}

const PAIRED: &str = "SELECT (SELECT count(*) FROM guilds) - (SELECT count(*) FROM numbers)";

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn copies_made_while_many_write_are_each_one_moment() {
    let folder = tempfile::tempdir().unwrap();
    let db = pairs(folder.path()).await;
    for id in 0..200 {
        write_pair(&db, id).await.unwrap();
    }
    let stop = Arc::new(AtomicBool::new(false));
    let written: Vec<_> = (1..=4).map(|_| Arc::new(AtomicI64::new(0))).collect();
    let writers: Vec<_> = (1..)
        .zip(&written)
        .map(|(writer, written)| {
            let (db, stop, written) = (db.clone(), Arc::clone(&stop), Arc::clone(written));
            tokio::spawn(async move {
                while !stop.load(Ordering::SeqCst) {
                    let id = writer * 1_000_000 + written.load(Ordering::SeqCst);
                    write_pair(&db, id).await.unwrap();
                    written.fetch_add(1, Ordering::SeqCst);
                }
            })
        })
        .collect();

    // A copy holds up no writer: one after the other is made, and all of them get on.
    let many_written = || written.iter().all(|written| written.load(Ordering::SeqCst) > 20);
    let mut round = 0;
    while round < 4 || !many_written() {
        assert!(round < 100, "the writers are held up: {written:?}");
        let copy = folder.path().join(format!("copy-{round}.db"));
        db.copy(&copy, Existing::Stays).await.unwrap();
        // The same by the command, beside the running one.
        let by_command = folder.path().join(format!("command-{round}.db"));
        let mut command = steward(folder.path());
        command.arg("backup").arg(&by_command);
        let said = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
        assert_eq!(said.status.code(), Some(0), "{}", String::from_utf8_lossy(&said.stderr));
        for copy in [&copy, &by_command] {
            assert_eq!(number(copy, PAIRED).await, 0);
            assert!(number(copy, "SELECT count(*) FROM guilds").await >= 200);
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(copy).unwrap().permissions().mode() & 0o777, 0o600);
        }
        round += 1;
    }
    stop.store(true, Ordering::SeqCst);
    for writer in writers {
        writer.await.unwrap();
    }
    db.close().await;
    assert!(names(folder.path()).iter().all(|name| !name.contains("unproved")), "{:?}", names(folder.path()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_goes_to_another_machine_and_everything_is_there() {
    let mut scene = Scene::new().await;
    scene.warn(&scene.moderator, 2).await;
    scene.warn(&scene.moderator, 1).await;
    let given = [("member", (&scene.bob).into())];
    let before = scene.slash(&scene.helper, "history", &given).await;
    // Beside the running bot.
    let copy = scene.town.folder().join("moved.db");
    let said = steward(scene.town.folder()).arg("backup").arg(&copy).output().unwrap();
    assert_eq!(said.status.code(), Some(0), "{}", String::from_utf8_lossy(&said.stderr));

    // The other machine has the copy and nothing else.
    scene.town.stop().await;
    let there = tempfile::tempdir().unwrap();
    std::fs::rename(&copy, there.path().join("moved.db")).unwrap();
    let said = steward(there.path()).args(["restore", "moved.db"]).output().unwrap();
    insta::assert_snapshot!(String::from_utf8_lossy(&said.stderr), @"
    steward.db is now what moved.db held.
    No database was there before.
    What was decided after the copy was made is not on record any more, but still holds in Discord.
    Numbers of cases, polls and surveys that were given since may be given again.
    Weekly digests that were due before now are kept and not posted; `/digest now` posts the last one.
    ");
    assert_eq!(said.status.code(), Some(0));
    assert_eq!(names(there.path()), ["moved.db", "steward.db", "steward.db.lock"]);

    scene.town.config.database_url = format!("sqlite:{}", there.path().join("steward.db").display());
    scene.town.start().await;
    let after = scene.slash(&scene.helper, "history", &given).await;
    assert_eq!(without_ages(after.text()), without_ages(before.text()));
    let case = scene.warn(&scene.moderator, 1).await;
    assert!(case.text().contains("#4"), "{}", case.text());
}

/// How long ago something was changes from one look to the next.
fn without_ages(text: &str) -> String {
    let age = |line: &str| line.split(" · ").filter(|part| !part.contains(" ago")).collect::<Vec<_>>().join(" · ");
    text.lines().map(age).collect::<Vec<_>>().join("\n")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restore_that_is_killed_leaves_the_old_or_the_new() {
    let folder = tempfile::tempdir().unwrap();
    let db = pairs(folder.path()).await;
    let fill = async |from: i64, to: i64| {
        db.write(async move |tx: &mut SqliteConnection| -> Result<()> {
            for id in from..to {
                sqlx::query("INSERT INTO guilds (guild_id, name, locale, joined_at) VALUES (?, ?, 'en', 0)")
                    .bind(id)
                    .bind("y".repeat(2_000))
                    .execute(&mut *tx)
                    .await?;
            }
            Ok(())
        })
        .await
        .unwrap();
    };
    fill(0, 2_000).await;
    let copy = folder.path().join("copy.db");
    db.copy(&copy, Existing::Stays).await.unwrap();
    fill(2_000, 3_000).await;
    db.close().await;
    let database = folder.path().join("steward.db");
    let keep = std::fs::read(&database).unwrap();

    let (mut old, mut new) = (0, 0);
    for round in 0..24 {
        let mut child = steward(folder.path()).arg("restore").arg(&copy).stderr(Stdio::null()).spawn().unwrap();
        tokio::time::sleep(Duration::from_millis(round * 12)).await;
        let _ = child.kill();
        child.wait().unwrap();
        let after = Db::open(&format!("sqlite:{}", database.display()), &Clock::system(), OpenOptions::default()).await;
        after.expect("whatever stands there opens").close().await;
        match number(&database, "SELECT count(*) FROM guilds").await {
            2_000 => new += 1,
            3_000 => old += 1,
            other => panic!("neither the old nor the new: {other} after {round}"),
        }
        if number(&database, "SELECT count(*) FROM guilds").await == 2_000 {
            // What was put aside is the old one, whole.
            let aside = names(folder.path()).into_iter().find(|name| name.contains("before-restore")).unwrap();
            assert_eq!(number(&folder.path().join(aside), "SELECT count(*) FROM guilds").await, 3_000);
            std::fs::write(&database, &keep).unwrap();
        }
        for name in names(folder.path()).iter().filter(|name| name.contains("before-restore")) {
            std::fs::remove_file(folder.path().join(name)).unwrap();
        }
    }
    assert!(old > 0, "killed early it is the old one");
    println!("old {old}, new {new}");

    // Whatever the kills have left: it works the next time, and leaves nothing but the two databases.
    let said = steward(folder.path()).arg("restore").arg(&copy).output().unwrap();
    assert_eq!(said.status.code(), Some(0), "{}", String::from_utf8_lossy(&said.stderr));
    let left = names(folder.path()).into_iter().filter(|name| !name.contains("before-restore"));
    assert_eq!(number(&database, "SELECT count(*) FROM guilds").await, 2_000);
    assert_eq!(left.collect::<Vec<_>>(), ["copy.db", "steward.db", "steward.db.lock"]);
}

#[tokio::test]
async fn what_a_killed_bot_had_written_is_kept_and_its_log_does_not_get_into_the_new_database() {
    let folder = tempfile::tempdir().unwrap();
    let db = pairs(folder.path()).await;
    write_pair(&db, 1).await.unwrap();
    let copy = folder.path().join("copy.db");
    db.copy(&copy, Existing::Stays).await.unwrap();
    write_pair(&db, 2).await.unwrap();
    // As a kill leaves it: the last write stands in the log alone.
    let there = tempfile::tempdir().unwrap();
    for name in ["steward.db", "steward.db-wal"] {
        std::fs::copy(folder.path().join(name), there.path().join(name)).unwrap();
    }
    db.close().await;

    let said = steward(there.path()).arg("restore").arg(&copy).output().unwrap();
    assert_eq!(said.status.code(), Some(0), "{}", String::from_utf8_lossy(&said.stderr));
    assert_eq!(number(&there.path().join("steward.db"), "SELECT count(*) FROM guilds").await, 1);
    let aside = names(there.path()).into_iter().find(|name| name.contains("before-restore")).unwrap();
    assert_eq!(number(&there.path().join(&aside), "SELECT count(*) FROM guilds").await, 2);

    // And back again.
    let said = steward(there.path()).arg("restore").arg(&aside).output().unwrap();
    assert_eq!(said.status.code(), Some(0), "{}", String::from_utf8_lossy(&said.stderr));
    assert_eq!(number(&there.path().join("steward.db"), "SELECT count(*) FROM guilds").await, 2);
}

#[tokio::test]
async fn a_damaged_database_is_kept_as_it_lies_with_its_log() {
    let folder = tempfile::tempdir().unwrap();
    let db = pairs(folder.path()).await;
    write_pair(&db, 1).await.unwrap();
    let copy = folder.path().join("copy.db");
    db.copy(&copy, Existing::Stays).await.unwrap();
    db.close().await;
    std::fs::write(folder.path().join("steward.db"), "no database ".repeat(700)).unwrap();
    std::fs::write(folder.path().join("steward.db-wal"), "nor a log").unwrap();

    let said = steward(folder.path()).arg("restore").arg(&copy).output().unwrap();
    assert_eq!(said.status.code(), Some(0), "{}", String::from_utf8_lossy(&said.stderr));
    assert!(!folder.path().join("steward.db-wal").exists());
    assert_eq!(number(&folder.path().join("steward.db"), "SELECT count(*) FROM guilds").await, 1);
    let aside: Vec<_> = names(folder.path()).into_iter().filter(|name| name.contains("before-restore")).collect();
    assert!(aside.len() == 2 && aside[1] == format!("{}-wal", aside[0]), "{aside:?}");
    assert_eq!(std::fs::read(folder.path().join(&aside[1])).unwrap(), b"nor a log");
}

#[tokio::test]
async fn numbers_that_were_given_since_the_copy_are_not_given_again() {
    let folder = tempfile::tempdir().unwrap();
    let db = pairs(folder.path()).await;
    let fill = |case: i64, draft: i64, identified: i64| {
        let db = db.clone();
        async move {
            db.write(async move |tx: &mut SqliteConnection| -> Result<()> {
                sqlx::query("INSERT OR REPLACE INTO numbers (guild_id, kind, last) VALUES (1, 'cases', ?)")
                    .bind(case)
                    .execute(&mut *tx)
                    .await?;
                sqlx::query("INSERT OR REPLACE INTO sqlite_sequence (rowid, name, seq) VALUES (1, 'outbox', ?)")
                    .bind(draft)
                    .execute(&mut *tx)
                    .await?;
                sqlx::query("INSERT INTO discord_identifies (at, outcome) VALUES (?, 'ready')")
                    .bind(identified)
                    .execute(&mut *tx)
                    .await?;
                sqlx::query(
                    "INSERT INTO privacy_choices (guild_id, member_id, counted, thanked, at) VALUES (1, ?, 0, 1, 1)",
                )
                .bind(case)
                .execute(tx)
                .await?;
                Ok(())
            })
            .await
            .unwrap();
        }
    };
    let now = Clock::system().now().millis();
    fill(7, 20, now - 1_000).await;
    let copy = folder.path().join("copy.db");
    db.copy(&copy, Existing::Stays).await.unwrap();
    fill(9, 35, now).await;
    db.close().await;
    let file = folder.path().join("steward.db");

    let said = steward(folder.path()).arg("restore").arg(&copy).output().unwrap();
    assert_eq!(said.status.code(), Some(0), "{}", String::from_utf8_lossy(&said.stderr));
    assert_eq!(number(&file, "SELECT last FROM numbers").await, 9);
    assert_eq!(number(&file, "SELECT seq FROM sqlite_sequence WHERE name = 'outbox'").await, 35);
    assert_eq!(number(&file, "SELECT count(*) FROM discord_identifies").await, 2, "the token stays guarded");
    assert_eq!(number(&file, "SELECT count(*) FROM privacy_choices").await, 2, "nobody who declined is counted again");

    // On an empty machine nobody knows, so many are left out.
    let there = tempfile::tempdir().unwrap();
    steward(there.path()).arg("restore").arg(&copy).output().unwrap();
    let seq = "SELECT min(seq) FROM sqlite_sequence WHERE name IN ('outbox', 'jobs', 'drafts')";
    assert_eq!(number(&there.path().join("steward.db"), seq).await, 1_000_000);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poll_and_a_survey_after_a_restore_get_numbers_that_were_never_given() {
    let mut scene = Scene::new().await;
    let manager = surveys::manager(&scene.town);
    let make = async |scene: &Scene, title: &str| {
        let given = [("question", "Which evening?".into()), ("options", "Friday; Saturday".into())];
        let preview = scene.slash(&scene.helper, "poll create", &given).await;
        let poll = scene.town.click(&scene.helper, &preview, "Publish").await;
        let survey = scene.slash(&manager, "survey create", &[("title", title.into())]).await;
        let first = |answer: &Answer| answer.text().lines().next().unwrap().to_owned();
        scene.town.pass(MINUTE).await;
        [first(&poll), first(&survey)]
    };
    assert_eq!(make(&scene, "Bread").await, ["Poll #1 is open in #general.", "Draft #1: Bread"]);
    let copy = scene.town.folder().join("copy.db");
    scene.town.app().db.copy(&copy, Existing::Stays).await.unwrap();
    assert_eq!(make(&scene, "Rolls").await, ["Poll #2 is open in #general.", "Draft #2: Rolls"]);

    scene.town.stop().await;
    restore::put_back(&scene.town.config, &scene.town.clock, &copy).await.unwrap();
    scene.town.start().await;
    assert_eq!(make(&scene, "Cakes").await, ["Poll #3 is open in #general.", "Draft #3: Cakes"]);
}

/// A town that is copied every night.
async fn town_with_copies() -> Town {
    let mut town = Town::without_bot(|_| {}).await;
    town.features = features::all;
    town.start().await;
    town
}

/// A town whose bot has the trial feature.
async fn trial_town() -> Town {
    let mut town = Town::without_bot(|config| config.rest.timeout_s = 1).await;
    town.features = trial::alone;
    town.start().await;
    town
}

async fn ending(town: &Town, id: OutboxId) -> String {
    let row = sqlx::query_as("SELECT state, why FROM outbox WHERE outbox_id = ?").bind(id);
    let (state, why): (String, Option<String>) = row.fetch_one(town.app().db.read()).await.unwrap();
    [Some(state), why].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn texts(town: &Town) -> Vec<String> {
    town.sandbox.messages(town.general, &town.guild.owner()).iter().map(|shown| shown.content.clone()).collect()
}

fn dms(town: &Town, person: &Person) -> Vec<String> {
    town.sandbox.dms(person).iter().map(|shown| shown.content.clone()).collect()
}

/// What was on its way when a copy was made, and came to pass or not before the copy is put back.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_open_in_the_copy_is_not_done_blindly_again() {
    for (away, never_sent) in [(HOUR, "done"), (2 * DAY, "failed late")] {
        let mut town = trial_town().await;
        let (guild, ana) = (town.guild.id(), town.member("ana"));
        let order = |part, effect| Order::new(guild, trial::NAME, part, 0, effect);
        town.settled().await;
        town.sandbox.faults().fail("* /**", 1_000, 500, 0);
        let done_since = place(town.app(), post(guild, town.general, "Posted meanwhile")).await;
        let told =
            place(town.app(), order("notice", Effect::Dm { member: ana.id(), body: body("Told meanwhile") })).await;
        let until = Some(town.clock.now().plus(10 * DAY));
        let effect = Effect::Timeout { member: ana.id(), until, reason: "case #1".to_owned() };
        let act = place(town.app(), order("act", effect)).await;
        let copy = town.folder().join("copy.db");
        town.app().db.copy(&copy, Existing::Stays).await.unwrap();
        town.sandbox.faults().clear();
        town.pass(20 * MINUTE).await;
        assert_eq!(
            (texts(&town), dms(&town, &ana)),
            (vec!["Posted meanwhile".to_owned()], vec!["Told meanwhile".to_owned()])
        );
        // Somebody takes back by hand what was done.
        town.guild.owner().times_out(&ana, None, "enough").unwrap();
        town.settled().await;
        // And one thing that Discord never took.
        let mut outsider = SqliteConnectOptions::new().filename(&copy).connect().await.unwrap();
        let open: i64 =
            sqlx::query_scalar("SELECT count(*) FROM outbox WHERE state IN ('waiting', 'pending', 'sending')")
                .fetch_one(&mut outsider)
                .await
                .unwrap();
        assert_eq!(open, 3);
        let lost = sqlx::query_scalar(
            "INSERT INTO outbox (guild_id, feature, purpose, row_id, effect, lane, rank, due_at, state, tries, created_at)
             SELECT guild_id, feature, purpose, row_id, replace(effect, 'meanwhile', 'never'), lane, rank, due_at, 'waiting', 0, created_at
             FROM outbox WHERE outbox_id = ? RETURNING outbox_id",
        );
        let lost: i64 = lost.bind(done_since).fetch_one(&mut outsider).await.unwrap();
        outsider.close().await.unwrap();

        town.stop().await;
        town.clock.advance(away);
        town.sandbox.faults().forget_nonces();
        restore::put_back(&town.config, &town.clock, &copy).await.unwrap();
        town.start().await;
        town.pass(MINUTE).await;

        assert_eq!(ending(&town, done_since).await, "done");
        assert_eq!(ending(&town, told).await, "done");
        assert_eq!(ending(&town, act).await, "unknown");
        assert_eq!(ending(&town, OutboxId(lost)).await, never_sent);
        let sent =
            if never_sent == "done" { vec!["Posted meanwhile", "Posted never"] } else { vec!["Posted meanwhile"] };
        assert_eq!(
            (texts(&town), dms(&town, &ana)),
            (sent.into_iter().map(str::to_owned).collect(), vec!["Told meanwhile".to_owned()])
        );
        let audited = town.sandbox.audit_log(guild).iter().filter(|entry| entry["action_type"] == 24).count();
        assert_eq!(audited, 2, "timed out once, and what a person took back stays so");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_message_of_the_copy_carries_along_goes_with_it() {
    let mut town = trial_town().await;
    let (guild, channel, picture) = (town.guild.id(), town.general, b"GIF89a, as far as anybody looks".as_slice());
    let pictured = |text: &'static str| {
        let view = View::text(Safe::ours(text)).file(File::bytes("1.gif", picture, Safe::ours("A loaf")));
        Order::new(guild, trial::NAME, "log", 0, Effect::Post { channel, body: view.json() })
    };
    town.settled().await;
    town.sandbox.faults().fail("* /**", 1_000, 500, 0);
    place(town.app(), pictured("whole")).await;
    let torn = place(town.app(), pictured("torn")).await;
    let copy = town.folder().join("copy.db");
    town.app().db.copy(&copy, Existing::Stays).await.unwrap();
    let mut outsider = SqliteConnectOptions::new().filename(&copy).connect().await.unwrap();
    let gone = sqlx::query("DELETE FROM outbox_files WHERE outbox_id = ?").bind(torn);
    assert_eq!(gone.execute(&mut outsider).await.unwrap().rows_affected(), 1);
    outsider.close().await.unwrap();

    town.stop().await;
    town.sandbox.faults().clear();
    restore::put_back(&town.config, &town.clock, &copy).await.unwrap();
    town.start().await;
    town.pass(MINUTE).await;

    let posts = town.sandbox.messages(channel, &town.guild.owner());
    let files = |post: &Shown| post.files.iter().map(|file| file.bytes.clone()).collect::<Vec<_>>();
    let posts: Vec<_> = posts.iter().map(|post| (post.content.as_str(), files(post))).collect();
    assert_eq!(posts, [("whole", vec![picture.to_vec()]), ("torn", Vec::new())], "the message matters more");
    assert_eq!(town.number("SELECT count(*) FROM outbox_files").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_digest_that_was_posted_since_the_copy_is_not_posted_again() {
    let mut chisinau = Chisinau::at("2026-11-18T09:00:00Z").await;
    chisinau.post_to_staff().await;
    let copy = chisinau.town.folder().join("copy.db");
    chisinau.town.app().db.copy(&copy, Existing::Stays).await.unwrap();
    chisinau.until("2026-11-24T12:00:00Z").await;
    assert_eq!(chisinau.posted(), ["2026-11-23T07:00:00Z Town, week 47 (16–22 November)"]);

    chisinau.town.stop().await;
    restore::put_back(&chisinau.town.config, &chisinau.town.clock, &copy).await.unwrap();
    chisinau.town.start().await;
    chisinau.until("2026-11-25T12:00:00Z").await;
    assert_eq!(chisinau.posted().len(), 1);
    let kept = "SELECT count(*) FROM digest_weeks WHERE week = '2026-W47' AND state = 'kept'";
    assert_eq!(chisinau.town.number(kept).await, 1);
    chisinau.until("2026-11-30T12:00:00Z").await;
    assert_eq!(chisinau.posted().len(), 2, "the next one comes as ever");
}

#[tokio::test]
async fn what_is_not_steward_s_what_is_newer_and_what_is_in_use_is_not_put_back() {
    let folder = tempfile::tempdir().unwrap();
    let db = pairs(folder.path()).await;
    let copy = folder.path().join("copy.db");
    db.copy(&copy, Existing::Stays).await.unwrap();
    let restore = |name: &str| {
        let said = steward(folder.path()).args(["restore", name]).output().unwrap();
        assert_eq!(said.status.code(), Some(74));
        String::from_utf8_lossy(&said.stderr).replace(&std::process::id().to_string(), "PID")
    };
    // A bot runs; here it is this process.
    insta::assert_snapshot!(restore("copy.db"), @"
    Another Steward (process PID) uses the database steward.db.
    Stop that one first, or give this one its own DATABASE_URL.
    ");
    db.close().await;

    for (name, sql) in [
        ("other.db", "CREATE TABLE notes (text TEXT)"),
        ("newer.db", "INSERT INTO _sqlx_migrations VALUES (29990101000000, 'from the future', 0, TRUE, x'00', 1)"),
    ] {
        let file = folder.path().join(name);
        if name == "newer.db" {
            std::fs::copy(&copy, &file).unwrap();
        }
        let mut outsider = SqliteConnectOptions::new().filename(&file).create_if_missing(true).connect().await.unwrap();
        sqlx::query(sql).execute(&mut outsider).await.unwrap();
        outsider.close().await.unwrap();
    }
    insta::assert_snapshot!(restore("other.db"), @"
    other.db holds no database of Steward.
    Name a copy that `steward backup` has made. Nothing was changed.
    ");
    let known = steward::db::MIGRATOR.iter().map(|step| step.version).max().unwrap();
    insta::assert_snapshot!(restore("newer.db").replace(&known.to_string(), "KNOWN"), @"
    The database newer.db was written by a newer Steward (its schema is 29990101000000, this one knows up to KNOWN).
    Start the newer Steward, or go back to the copy that lies beside the database.
    ");

    // Somebody looks at it with another program.
    let mut outsider = SqliteConnectOptions::new().filename(folder.path().join("steward.db")).connect().await.unwrap();
    sqlx::query("SELECT count(*) FROM guilds").fetch_one(&mut outsider).await.unwrap();
    insta::assert_snapshot!(restore("copy.db"), @"
    Another program has the database steward.db open.
    Let it end first (a `steward import`, a database browser) and try again. Nothing was changed.
    ");
    outsider.close().await.unwrap();
    assert_eq!(steward(folder.path()).args(["restore", "copy.db"]).status().unwrap().code(), Some(0));
}

#[tokio::test]
async fn an_older_copy_is_brought_to_this_schema() {
    let folder = tempfile::tempdir().unwrap();
    let first: Vec<i64> = steward::db::MIGRATOR.iter().map(|step| step.version).collect();
    // A database of the first steps alone.
    let old = folder.path().join("old.db");
    let mut outsider = SqliteConnectOptions::new().filename(&old).create_if_missing(true).connect().await.unwrap();
    let few = sqlx::migrate::Migrator {
        migrations: steward::db::MIGRATOR.iter().take(4).cloned().collect::<Vec<_>>().into(),
        ..sqlx::migrate::Migrator::DEFAULT
    };
    few.run_direct(None, &mut outsider, false).await.unwrap();
    sqlx::query("INSERT INTO numbers VALUES (1, 'cases', 7)").execute(&mut outsider).await.unwrap();
    outsider.close().await.unwrap();

    let said = steward(folder.path()).args(["restore", "old.db"]).output().unwrap();
    let words = String::from_utf8_lossy(&said.stderr).into_owned();
    assert_eq!(said.status.code(), Some(0), "{words}");
    assert!(words.contains(&format!("brought to the schema of this version ({} steps)", first.len() - 4)), "{words}");
    let file = folder.path().join("steward.db");
    assert_eq!(number(&file, "SELECT last FROM numbers").await, 7);
    assert_eq!(number(&file, "SELECT count(*) FROM _sqlx_migrations").await, i64::try_from(first.len()).unwrap());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_was_forgotten_since_the_copy_stays_forgotten() {
    let mut town = town_with_copies().await;
    let (ana, bob) = (town.member("ana"), town.member("bob"));
    for person in [&ana, &bob] {
        person.says(town.general, "Good morning").unwrap();
    }
    town.pass(MINUTE).await;
    let copy = town.folder().join("copy.db");
    town.app().db.copy(&copy, Existing::Stays).await.unwrap();
    let of = |person: &Person| format!("SELECT count(*) FROM activity_days WHERE member_id = {}", person.id());
    assert_eq!(number(&copy, &of(&ana)).await, 1);
    let asked = town.slash(&ana, "privacy forget", &[]).await;
    let label = asked.buttons.iter().map(|button| button.label.clone()).next().expect("a button to confirm");
    town.click(&ana, &asked, &label).await;
    town.pass(MINUTE).await;
    assert_eq!(town.number("SELECT count(DISTINCT member_id) FROM activity_days").await, 1);

    town.stop().await;
    restore::put_back(&town.config, &town.clock, &copy).await.unwrap();
    let file = town.folder().join("steward.db");
    assert_eq!(number(&file, &of(&ana)).await, 1, "a copy brings everyone back …");
    assert_eq!(restore::forget_again(&town.config, &town.clock).await.unwrap(), 1);
    assert_eq!((number(&file, &of(&ana)).await, number(&file, &of(&bob)).await), (0, 1), "… but who was forgotten");
    let bytes = std::fs::read(&file).unwrap();
    assert!(!bytes.windows(8).any(|window| window == ana.id().get().to_be_bytes()), "not even deleted rows are left");
    town.start().await;
    assert_eq!(town.number("SELECT count(DISTINCT member_id) FROM activity_days").await, 1);
}

/// Days of the copies that lie there.
fn days(town: &Town) -> Vec<String> {
    let names = names(&town.folder().join("steward.db.copies")).into_iter();
    names.map(|name| name.strip_prefix("steward.").unwrap().strip_suffix(".db").unwrap().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn there_is_a_copy_for_every_night_and_two_weeks_of_them() {
    let mut town = town_with_copies().await;
    assert_eq!(days(&town), [""; 0]);
    let copies = town.folder().join("steward.db.copies");
    town.pass(DAY).await;
    assert_eq!(days(&town), ["2026-11-17"]);
    // What is not ours is not touched, whatever it is called.
    std::fs::write(copies.join("steward.holiday.db"), "mine").unwrap();
    std::fs::write(copies.join("steward.2026-11-16.db.unproved"), "half").unwrap();
    std::fs::write(town.folder().join("steward.db.before-restore-20261103T100000Z"), "old").unwrap();
    std::fs::write(town.folder().join("steward.db.restored"), "half").unwrap();

    town.pass(15 * DAY).await;
    std::fs::remove_file(copies.join("steward.holiday.db")).expect("it is still there");
    let days_kept = days(&town);
    assert_eq!((days_kept.len(), days_kept[0].as_str(), days_kept[13].as_str()), (14, "2026-11-19", "2026-12-02"));
    assert_eq!(names(town.folder()).iter().filter(|name| name.contains("restore")).count(), 0);
    assert_eq!(number(&copies.join("steward.2026-12-02.db"), "SELECT count(*) FROM guilds").await, 1);

    // After days without the bot there is one copy, at once, and the next in the following night.
    town.stop().await;
    town.clock.advance(3 * DAY);
    town.start().await;
    assert_eq!(days(&town).last().map(String::as_str), Some("2026-12-05"));
    assert_eq!(days(&town).len(), 12);
    town.pass(DAY).await;
    assert_eq!(days(&town).len(), 12);
    assert_eq!(days(&town).last().map(String::as_str), Some("2026-12-06"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_no_copy_can_be_made_the_older_ones_stay_and_health_says_why() {
    let town = town_with_copies().await;
    town.pass(DAY).await;
    let copies = town.folder().join("steward.db.copies");
    // A folder stands where the copy of tomorrow would be written.
    let in_the_way = copies.join("steward.2026-11-18.db");
    std::fs::create_dir(&in_the_way).unwrap();
    let health = || town.app().health.copies.lock().unwrap().clone();
    assert_eq!(health(), None);

    town.pass(DAY).await;
    let why = health().expect("there is no copy of this night");
    assert!(why.contains("steward.2026-11-18.db is a folder"), "{why}");
    assert!(copies.join("steward.2026-11-17.db").exists());

    std::fs::remove_dir(&in_the_way).unwrap();
    town.pass(HOUR).await;
    assert_eq!(health(), None);
    assert_eq!(days(&town), ["2026-11-17", "2026-11-18"]);
}

#[tokio::test]
async fn a_disk_that_is_full_half_way_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let db = pairs(folder.path()).await;
    for id in 0..400 {
        write_pair(&db, id).await.unwrap();
    }
    let before = names(folder.path());
    // No file may grow beyond 64 kB, as if there were no more room.
    let limited = format!("trap '' XFSZ; ulimit -f 64; exec {} backup copy.db", env!("CARGO_BIN_EXE_steward"));
    let mut command = Command::new("bash");
    command
        .args(["-c", &limited])
        .current_dir(folder.path())
        .env("DATABASE_URL", "sqlite:steward.db")
        .env("RUST_LOG", "off");
    let said = command.output().unwrap();
    let words = String::from_utf8_lossy(&said.stderr);
    assert_eq!(said.status.code(), Some(74), "{words}");
    assert!(
        words.starts_with("The copy copy.db cannot be written (") && words.contains("Nothing was left behind"),
        "{words}"
    );
    assert_eq!(names(folder.path()), before);
    db.close().await;
}

#[tokio::test]
async fn damage_in_the_database_ends_in_no_copy() {
    let folder = tempfile::tempdir().unwrap();
    let db = pairs(folder.path()).await;
    for id in 0..400 {
        write_pair(&db, id).await.unwrap();
    }
    db.close().await;
    let file = folder.path().join("steward.db");
    damage(&file, "numbers").await;
    let said = steward(folder.path()).args(["backup", "copy.db"]).output().unwrap();
    assert_eq!(said.status.code(), Some(74), "{}", String::from_utf8_lossy(&said.stderr));
    let left: Vec<_> = names(folder.path()).into_iter().filter(|name| name.contains("copy")).collect();
    assert_eq!(left, [""; 0]);
}

#[tokio::test]
async fn a_copy_in_the_way_of_the_last_moment_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let db = pairs(folder.path()).await;
    let copy = folder.path().join("copy.db");
    db.copy(&copy, Existing::Stays).await.unwrap();
    let first = std::fs::read(&copy).unwrap();
    write_pair(&db, 1).await.unwrap();
    assert!(db.copy(&copy, Existing::Stays).await.is_err());
    assert_eq!(std::fs::read(&copy).unwrap(), first);
    db.copy(&copy, Existing::Replaced).await.unwrap();
    assert_ne!(std::fs::read(&copy).unwrap(), first);
    db.close().await;
}
