//! Nothing of whoever was forgotten is left in the files, and nothing brings it back: not a kill in the
//! middle, not a restored copy, not an export. What has had its time goes, and so does a server thirty
//! days after it has removed Steward.

use std::path::Path;
use std::time::Duration;

use rstest::rstest;
use sqlx::{Connection, SqliteConnection};
use steward::clock::Clock;
use steward::db::keys::Keys;
use steward::db::{Db, OpenOptions, Scrubbed};
use steward::features::activity::figures;
use steward::features::activity::import;
use steward::features::activity::import::{LeftOut, Wanted};
use steward::features::privacy;
use steward::ids::{GuildId, MemberId};
use steward::jobs;
use steward::sandbox::{Answer, Person};
use steward::text::zone::{Week, WeekRange, Zone};

use crate::support::bytes;
use crate::support::community::{Channel, Community, Kind, Message};
use crate::support::process::House;
use crate::support::scene::{DAY, HOUR, MINUTE};
use crate::support::town::{MONDAY, PATIENCE, Town};

async fn run(town: &Town, sql: &'static str, id: i64) {
    let write = async move |tx: &mut SqliteConnection| Ok(sqlx::query(sql).bind(id).execute(tx).await.map(drop)?);
    town.app().db.write(write).await.expect("written");
}

async fn forget(town: &Town, person: &Person) -> Answer {
    let preview = town.slash(person, "privacy forget", &[]).await;
    town.click(person, &preview, "Confirm").await
}

/// Days of activity that name a person.
async fn days(db: &Db, person: MemberId) -> i64 {
    let days = sqlx::query_scalar("SELECT count(*) FROM activity_days WHERE member_id = ?").bind(person);
    days.fetch_one(db.read()).await.expect("a number")
}

/// A crowd that fills many pages, so that rows were moved between them again and again; of the person,
/// so many rows among the others.
async fn crowd(town: &Town, person: MemberId) {
    let guild = town.guild.id();
    let write = async move |tx: &mut SqliteConnection| {
        let rows = "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 8000)
            INSERT OR IGNORE INTO activity_days (guild_id, day, channel_id, member_id, messages)
            SELECT ?1, 20000 + (i * 7919) % 400, 1571812068556800000 + i % 5,
                CASE WHEN i % 40 = 3 THEN ?2 ELSE 1426856922316000000 + (i * 104729) % 500 END, i % 9 FROM n";
        sqlx::query(rows).bind(guild).bind(person).execute(&mut *tx).await?;
        let rows = "INSERT OR IGNORE INTO connections (guild_id, week, author_id, target_id)
            SELECT guild_id, day - (day + 3) % 7, member_id, ?2 FROM activity_days WHERE guild_id = ?1 AND member_id <> ?2";
        sqlx::query(rows).bind(guild).bind(person).execute(&mut *tx).await?;
        let rows = "INSERT OR IGNORE INTO activity_member_weeks (guild_id, week, member_id, messages, days)
            SELECT guild_id, day - (day + 3) % 7, member_id, 1, 1 FROM activity_days WHERE guild_id = ?1";
        sqlx::query(rows).bind(guild).execute(&mut *tx).await?;
        // Holes, and rows that grow and shrink.
        sqlx::query("DELETE FROM activity_days WHERE guild_id = ?1 AND day % 11 = 5")
            .bind(guild)
            .execute(&mut *tx)
            .await?;
        sqlx::query("UPDATE activity_days SET messages = messages * 90000 WHERE day % 3 = 1").execute(&mut *tx).await?;
        Ok(())
    };
    town.app().db.write(write).await.expect("written");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_whoever_was_forgotten_no_byte_is_left_in_the_files() {
    let town = Town::new().await;
    let (ana, bob) = (town.member("ana"), town.helper("bob"));
    let hello = bob.says(town.general, "Hello").unwrap();
    ana.replies(hello, "Welcome").unwrap();
    ana.says_with(town.general, "And thank you", &[&bob], None).unwrap();
    crowd(&town, bob.id()).await;
    // Something that only bob has typed.
    let given = [("member", (&ana).into()), ("reason", "Words of bob's own.".into())];
    town.slash(&bob, "warn", &given).await;
    town.slash(&bob, "privacy show", &[]).await;
    town.pass(MINUTE).await;
    let folder = town.folder().to_owned();
    let left = || bytes::found(&folder, &[bob.id().0], &["Words of bob's own."]);
    let before = left();
    assert!(before.len() >= 3, "the scan finds what is there: {before:?}");

    let done = forget(&town, &bob).await;

    assert!(done.text().contains("from the database and from its files"), "{}", done.text());
    assert_eq!(left(), Vec::<String>::new());
    assert!(!bytes::found(&folder, &[ana.id().0], &[]).is_empty(), "of others everything is there");
    town.pass(DAY).await;
    assert_eq!(left(), Vec::<String>::new(), "nothing writes it back");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_whole_crowd_that_goes_one_by_one_nothing_is_left() {
    let town = Town::new().await;
    crowd(&town, MemberId(1_426_856_922_316_999_999)).await;
    let (guild, app) = (town.guild.id(), town.app());
    let (tables, folder) = (app.tables.clone(), town.folder().to_owned());
    for place in 0..12 {
        let member = MemberId(1_426_856_922_316_000_000 + place * 41 % 500);
        let tables = tables.clone();
        let write =
            async move |tx: &mut SqliteConnection| steward::db::people::forget(tx, &tables, guild, member).await;
        app.db.write(write).await.expect("forgotten");
        assert_eq!(app.db.scrub(false).await.expect("cleaned"), Scrubbed::Clean);
        assert_eq!(bytes::found(&folder, &[member.0], &[]), Vec::<String>::new(), "{member}");
    }
}

/// What the person did in a house of the real binary, and the preview of a forgetting.
async fn about_to_forget(house: &House) -> (Person, Answer) {
    let bob = house.guild.person("bob", &[]);
    bob.says(house.general, "Hello").unwrap();
    house.until_number("SELECT count(*) FROM activity_firsts", 1).await;
    let preview = bob.slash(house.general, "privacy forget", &[]).await.unwrap();
    (bob, preview)
}

async fn forgotten(house: &House, bob: &Person) {
    house.until_number("SELECT count(*) FROM privacy_erasures", 1).await;
    house.until_number("SELECT count(*) FROM jobs WHERE kind = 'privacy.scrub'", 0).await;
    // Joining the server, which they do not do again, writes nothing back.
    assert_eq!(house.number("SELECT count(*) FROM activity_firsts").await, 0);
    assert_eq!(bytes::found(house.folder(), &[bob.id().0], &[]), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_before_the_rows_went_steward_does_it_at_its_next_start() {
    let house = House::new().await;
    house.sandbox.expected(|violation| violation.contains("interaction"));
    let steward = house.start_ready().await;
    let (bob, preview) = about_to_forget(&house).await;
    let mut outsider = house.outsider().await;
    let lock = outsider.begin_with("BEGIN IMMEDIATE").await.expect("the lock");
    let press = tokio::spawn(async move { bob.clicks(&preview, "Confirm").await.map(|_| bob) });
    let remembered = async {
        while !house.folder().join("steward.keys").exists() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(PATIENCE, remembered).await.expect("it is remembered first");
    steward.kill().await;
    lock.rollback().await.expect("the lock is free");
    drop(outsider);
    let bob = press.await.expect("a press").expect("no answer");
    assert_eq!(house.number("SELECT count(*) FROM activity_firsts").await, 1);

    let mut steward = house.start_ready().await;
    forgotten(&house, &bob).await;
    steward.ask_to_stop();
    assert_eq!(steward.exit_code().await, 0, "{}", steward.said());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_before_the_log_was_emptied_steward_does_it_at_its_next_start() {
    let house = House::new().await;
    house.sandbox.expected(|violation| violation.contains("interaction"));
    let steward = house.start_ready().await;
    let (bob, preview) = about_to_forget(&house).await;
    // Somebody reads, so the log cannot be emptied.
    let mut outsider = house.outsider().await;
    let mut reading = outsider.begin().await.expect("a reader");
    let _: i64 = sqlx::query_scalar("SELECT count(*) FROM guilds").fetch_one(&mut *reading).await.expect("a number");
    let press = tokio::spawn(async move { bob.clicks(&preview, "Confirm").await.map(|_| bob) });
    house.until_number("SELECT count(*) FROM privacy_erasures", 1).await;
    steward.kill().await;
    let bob = press.await.expect("a press").expect("no answer");
    let wal = bytes::found(house.folder(), &[bob.id().0], &[]);
    assert!(!wal.is_empty(), "it is still in the log");
    reading.rollback().await.expect("nobody reads");
    outsider.close().await.expect("closed");

    let mut steward = house.start_ready().await;
    forgotten(&house, &bob).await;
    steward.ask_to_stop();
    assert_eq!(steward.exit_code().await, 0, "{}", steward.said());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_the_database_takes_nothing_the_person_is_told_that_nothing_has_gone() {
    let town = Town::with(|config| config.database.busy_timeout_ms = 200).await;
    let bob = town.member("bob");
    bob.says(town.general, "Hello").unwrap();
    let preview = town.slash(&bob, "privacy forget", &[]).await;
    let mut outsider = outsider(town.folder()).await;
    let lock = outsider.begin_with("BEGIN IMMEDIATE").await.expect("the lock");
    let told = bob.clicks(&preview, "Confirm").await.unwrap();
    assert!(
        told.text().starts_with("It is noted that you want to be forgotten, but nothing has gone yet:"),
        "{}",
        told.text()
    );
    lock.rollback().await.expect("the lock is free");
    town.settled().await;
    assert_eq!(days(&town.app().db, bob.id()).await, 1);
    let done = town.click(&bob, &preview, "Confirm").await;
    assert!(done.text().starts_with("Done:"), "{}", done.text());
    // What they did afterwards is not forgotten at the next start because of the first attempt.
    bob.says(town.general, "Hello again").unwrap();
    town.settled().await;
    let mut town = town;
    town.restart().await;
    assert_eq!(days(&town.app().db, bob.id()).await, 1);
}

async fn outsider(folder: &Path) -> SqliteConnection {
    use sqlx::ConnectOptions;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(folder.join("steward.db"));
    options.connect().await.expect("an outsider")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_place_to_remember_it_nothing_is_forgotten() {
    let mut town = Town::new().await;
    let bob = town.member("bob");
    bob.says(town.general, "Hello").unwrap();
    let preview = town.slash(&bob, "privacy forget", &[]).await;
    std::fs::create_dir(town.folder().join("steward.keys.new")).expect("something in the way");
    town.expect_faults();
    let told = town.click(&bob, &preview, "Confirm").await;
    assert!(told.text().starts_with("Nothing was forgotten: the file in which I remember"), "{}", told.text());
    assert_eq!(days(&town.app().db, bob.id()).await, 1);
}

/// A copy as the night makes it.
async fn copy(town: &Town, name: &str) -> std::path::PathBuf {
    let copy = town.folder().join(name);
    let path = copy.display().to_string();
    sqlx::query("VACUUM INTO ?").bind(path).execute(&mut outsider(town.folder()).await).await.expect("a copy");
    copy
}

async fn put_back(town: &mut Town, copy: &Path) {
    town.stop().await;
    for beside in ["steward.db", "steward.db-wal", "steward.db-shm"] {
        let _ = std::fs::remove_file(town.folder().join(beside));
    }
    std::fs::copy(copy, town.folder().join("steward.db")).expect("put back");
    town.start().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restored_copy_brings_nobody_back_and_takes_nothing_newer() {
    let mut town = Town::new().await;
    // What is written after a forgetting counts, and would be read back here.
    town.close_history();
    let (ana, bob) = (town.member("ana"), town.member("bob"));
    bob.says(town.general, "Hello").unwrap();
    ana.says(town.general, "Hello").unwrap();
    town.settled().await;
    let before = copy(&town, "before.db").await;
    forget(&town, &bob).await;
    town.pass(HOUR).await;
    // They come back, and are in a newer copy.
    bob.says(town.general, "I am back").unwrap();
    town.settled().await;
    let after = copy(&town, "after.db").await;

    put_back(&mut town, &before).await;
    assert_eq!((days(&town.app().db, bob.id()).await, days(&town.app().db, ana.id()).await), (0, 1));
    assert_eq!(bytes::found(town.folder(), &[bob.id().0], &[]), Vec::<String>::new());
    put_back(&mut town, &after).await;
    assert_eq!((days(&town.app().db, bob.id()).await, days(&town.app().db, ana.id()).await), (1, 1));

    // Forgotten a second time, the newer copy is too old as well.
    forget(&town, &bob).await;
    put_back(&mut town, &after).await;
    assert_eq!(days(&town.app().db, bob.id()).await, 0);
    // Once is enough.
    let (app, now) = (town.app(), town.clock.now());
    assert_eq!(privacy::reapply(&app.db, &app.keys, &app.tables, now).await.expect("nothing to do"), 0);
}

#[tokio::test]
async fn an_import_brings_nobody_back_and_nobody_who_is_not_counted() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("steward.db").display());
    let db = Db::open(&url, &Clock::system(), OpenOptions::default()).await.unwrap();
    let message = |author: MemberId, hours: u32, replies_to: Option<i64>| Message {
        channel: 5,
        id: (MONDAY.plus(HOUR * hours).millis() - 1_420_070_400_000) << 22,
        at: MONDAY.plus(HOUR * hours).millis(),
        kind: if replies_to.is_some() { Kind::Reply } else { Kind::Default },
        author: author.0,
        mentions: Vec::new(),
        replies_to,
        reactions: Vec::new(),
    };
    let (guild, bob, ana, cleo) = (GuildId(7), MemberId(11), MemberId(12), MemberId(13));
    let first = message(bob, 0, None);
    let messages =
        vec![message(ana, 1, Some(first.id)), message(bob, 3, None), message(cleo, 4, Some(first.id)), first];
    let community = Community {
        guild: guild.0,
        channels: vec![Channel { id: 5, name: "general".to_owned(), parent: None }],
        members: vec![bob.0, ana.0, cleo.0],
        bots: std::collections::BTreeSet::new(),
        messages,
    };
    Keys::beside(db.path()).remember(guild, bob, MONDAY.plus(2 * HOUR)).unwrap();
    let consent = steward::app::consent::Consent::default();
    consent.set(guild, cleo, steward::app::consent::Choice { counted: false, thanked: true });
    let exports = tempfile::tempdir().unwrap();
    let files = community.write_files(exports.path());
    import::import(&db, &Clock::system(), &files, &Wanted::default(), &LeftOut::new(&db, consent), |_| ())
        .await
        .unwrap();
    assert_eq!((days(&db, bob).await, days(&db, ana).await, days(&db, cleo).await), (1, 1, 0));
    let counted: i64 =
        sqlx::query_scalar("SELECT sum(messages) FROM activity_days").fetch_one(db.read()).await.unwrap();
    assert_eq!(counted, 2, "what was written after the forgetting counts, what was written before does not");
    let connections: i64 = sqlx::query_scalar("SELECT count(*) FROM connections").fetch_one(db.read()).await.unwrap();
    assert_eq!(connections, 0, "nor do answers to it");
}

/// Runs the nightly job now.
async fn retain(town: &Town) {
    let kind = town.app().features().iter().flat_map(|feature| feature.jobs).find(|one| one.name == "privacy.retain");
    let (kind, now) = (kind.expect("the job"), town.clock.now());
    let plan = async move |tx: &mut SqliteConnection| jobs::schedule(tx, GuildId(0), kind, 0, now).await;
    town.app().db.write(plan).await.expect("planned");
    town.settled().await;
}

const DAY_MS: i64 = 86_400_000;

/// What is kept for so many days after an instant: ?1 is that instant, unix milliseconds.
#[rstest]
#[case::a_warning(
    "INSERT INTO cases (guild_id, number, kind, member_id, actor_id, reason, at, points, points_expire_at) VALUES (1, 1, 'warn', 2, 3, '', 0, 1, ?1)",
    "cases",
    731
)]
#[case::one_taken_back(
    "INSERT INTO cases (guild_id, number, kind, member_id, actor_id, reason, at, voided_at, points_expire_at) VALUES (1, 1, 'warn', 2, 3, '', 0, ?1, 9e15)",
    "cases",
    731
)]
#[case::a_note(
    "INSERT INTO cases (guild_id, number, kind, member_id, actor_id, reason, at) VALUES (1, 1, 'note', 2, 3, '', ?1)",
    "cases",
    366
)]
#[case::a_ban_that_ended(
    "INSERT INTO cases (guild_id, number, kind, member_id, actor_id, reason, at, act, ended_at) VALUES (1, 1, 'ban', 2, 3, '', 0, 'ended', ?1)",
    "cases",
    731
)]
#[case::a_timeout(
    "INSERT INTO cases (guild_id, number, kind, member_id, actor_id, reason, at, act, until) VALUES (1, 1, 'timeout', 2, 3, '', 0, 'applied', ?1)",
    "cases",
    731
)]
#[case::evidence(
    "INSERT INTO cases (guild_id, number, kind, member_id, actor_id, reason, quote, at, points_expire_at) VALUES (1, 1, 'warn', 2, 3, '', 'words', ?1, 9e15)",
    "cases WHERE quote IS NOT NULL",
    400
)]
#[case::the_audit(
    "INSERT INTO audit (guild_id, at, actor_id, action, subject, before, after) VALUES (1, ?1, 2, 'setup.set', '', '', '')",
    "audit",
    731
)]
#[case::an_act_that_was_done(
    "INSERT INTO outbox (guild_id, feature, purpose, row_id, effect, lane, rank, due_at, state, tries, created_at, ended_at) VALUES (1, 'moderation', 'act', 1, '', 'act:1:2', 0, 0, 'done', 1, 0, ?1)",
    "outbox",
    30
)]
#[case::whom_a_message_was_for(
    "INSERT INTO outbox (guild_id, feature, purpose, row_id, effect, lane, rank, due_at, state, tries, created_at, ended_at) VALUES (1, 'moderation', 'notice', 1, '', 'to:2', 1, 0, 'done', 1, 0, ?1)",
    "outbox WHERE lane = 'to:2'",
    1
)]
#[case::a_job_that_was_given_up(
    "INSERT INTO jobs (guild_id, kind, row_id, urgent, due_at, state, claim, tries) VALUES (1, 'x.y', 0, 0, ?1, 'given_up', 1, 9)",
    "jobs WHERE kind = 'x.y'",
    30
)]
#[case::a_draft(
    "INSERT INTO drafts (guild_id, feature, kind, author_id, channel_id, spec, seen, state, at) VALUES (1, 'polls', 'poll', 2, 4, '{}', 'null', 'open', ?1)",
    "drafts",
    1
)]
#[case::an_image_of_a_draft(
    "INSERT INTO draft_images (draft_id, guild_id, feature, kind, place, name, bytes, at) VALUES (1, 1, 'polls', 'poll', 1, '1.png', x'89', ?1)",
    "draft_images",
    1
)]
#[case::a_language("INSERT INTO readers (member_id, locale, seen_at) VALUES (2, 'ro', ?1)", "readers", 400)]
#[case::a_setting_that_changed(
    "INSERT INTO settings_changes (guild_id, name, at) VALUES (1, 'zone', ?1)",
    "settings_changes",
    90
)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_has_had_its_time_goes_and_not_a_day_before(
    #[case] insert: &'static str,
    #[case] rows: &'static str,
    #[case] days: i64,
) {
    let town = Town::new().await;
    let count = Box::leak(format!("SELECT count(*) FROM {rows}").into_boxed_str());
    let now = town.clock.now().millis();
    run(&town, insert, now - days * DAY_MS + 1_000).await;
    retain(&town).await;
    assert_eq!(town.number(count).await, 1, "a second before its time");
    town.clock.advance(Duration::from_secs(1));
    retain(&town).await;
    assert_eq!(town.number(count).await, 0, "when it has had its time");
    retain(&town).await;
    assert_eq!(town.number("SELECT count(*) FROM jobs WHERE kind = 'privacy.retain'").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ban_that_stands_stays_on_record_and_so_does_what_hangs_on_it() {
    let town = Town::new().await;
    run(&town, "INSERT INTO cases (case_id, guild_id, number, kind, member_id, actor_id, reason, at, act) VALUES (7, 1, 1, 'ban', ?1, 3, '', 0, 'applied')", 2).await;
    run(&town, "INSERT INTO cases (case_id, guild_id, number, kind, member_id, actor_id, reason, at, points_expire_at) VALUES (8, 1, 2, 'warn', ?1, 3, '', 0, 1)", 2).await;
    run(&town, "INSERT INTO case_links (guild_id, case_id, other_id, linked_by, at) VALUES (1, 7, ?1, 3, 0)", 8).await;
    run(&town, "INSERT INTO case_edits (guild_id, case_id, editor_id, field, before, after, at) VALUES (1, ?1, 3, 'reason', '', '', 0)", 8).await;
    retain(&town).await;
    let left = "SELECT (SELECT sum(number) FROM cases) * 100 + (SELECT count(*) FROM case_links) * 10 + (SELECT count(*) FROM case_edits)";
    assert_eq!(town.number(left).await, 100);
}

/// Figures of a week so many weeks before the story begins.
async fn figures_of(town: &Town, back: i64) -> figures::WeekFigures {
    let now = town.clock.now();
    let week = Week::of_day(Week::containing(MONDAY, &Zone::utc()).first_day() - 7 * back);
    let range = WeekRange { first: week, last: week };
    figures::weeks(&town.app().db, town.guild.id(), &Zone::utc(), range, now).await.expect("figures").remove(0)
}

/// Weeks in the past, as if they had been counted then: two people who write to each other every day.
async fn history(town: &Town, weeks: i64) {
    let (guild, monday) = (town.guild.id().0, Week::containing(MONDAY, &Zone::utc()).first_day());
    let (first, from, to) = (monday - 7 * weeks, (monday - 7 * weeks) * DAY_MS, monday * DAY_MS - 1);
    let write = async move |tx: &mut SqliteConnection| {
        sqlx::query("INSERT INTO record (guild_id, from_ms, to_ms) VALUES (?, ?, ?)")
            .bind(guild)
            .bind(from)
            .bind(to)
            .execute(&mut *tx)
            .await?;
        for day in first..monday {
            for member in [21, 22] {
                sqlx::query("INSERT INTO activity_days (guild_id, day, channel_id, member_id, messages, reactions) VALUES (?, ?, 5, ?, 3, 1)")
                    .bind(guild).bind(day).bind(member).execute(&mut *tx).await?;
                sqlx::query("INSERT INTO connections (guild_id, week, author_id, target_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                    .bind(guild).bind(day - (day + 3) % 7).bind(member).bind(43 - member).execute(&mut *tx).await?;
            }
            sqlx::query(
                "INSERT INTO activity_moves (guild_id, day, member_id, at_ms, kind) VALUES (?, ?, ?, ?, 'joined')",
            )
            .bind(guild)
            .bind(day)
            .bind(100 + day)
            .bind(day * DAY_MS)
            .execute(&mut *tx)
            .await?;
        }
        sqlx::query(
            "INSERT INTO activity_member_weeks (guild_id, week, member_id, messages, days)
            SELECT guild_id, day - (day + 3) % 7, member_id, sum(messages), 127 FROM activity_days GROUP BY 1, 2, 3",
        )
        .execute(&mut *tx)
        .await?;
        sqlx::query("INSERT INTO activity_channel_weeks (guild_id, week, channel_id, messages, reactions, voice_seconds)
            SELECT guild_id, day - (day + 3) % 7, channel_id, sum(messages), sum(reactions), 0 FROM activity_days GROUP BY 1, 2, 3").execute(&mut *tx).await?;
        for member in [21, 22] {
            sqlx::query("INSERT INTO activity_firsts (guild_id, member_id, channel_id, first_ms, first_id, first_day, reply_ms) VALUES (?, ?, 5, ?, 1, ?, 60000)")
                .bind(guild).bind(member).bind(from + 1).bind(first).execute(&mut *tx).await?;
        }
        Ok(())
    };
    town.app().db.write(write).await.expect("a history");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn old_weeks_lose_their_people_and_keep_their_figures() {
    let town = Town::new().await;
    history(&town, 62).await;
    let backs = [62, 61, 58, 57, 40, 7, 6, 5, 4, 1];
    let mut before = Vec::new();
    for back in backs {
        before.push(figures_of(&town, back).await);
    }
    assert_eq!((before[0].new_members, before[0].joins, before[0].connections), (2, 7, 2));
    retain(&town).await;
    retain(&town).await;
    for (back, before) in backs.into_iter().zip(before) {
        assert_eq!(figures_of(&town, back).await, before, "{back} weeks ago");
    }
    let today = Week::containing(MONDAY, &Zone::utc()).first_day();
    assert_eq!(town.number("SELECT min(day) FROM activity_days").await, today - 400);
    assert_eq!(town.number("SELECT min(day) FROM activity_moves").await, today - 400);
    assert!(town.number("SELECT min(week) FROM activity_member_weeks").await >= today - 400);
    // A week is over for 35 days.
    assert_eq!(town.number("SELECT min(week) FROM connections").await, today - 35);
    // Five weeks ago the week was still there; a day later it is not, and it counts all the same.
    let (week, connections) = (figures_of(&town, 5).await, "SELECT count(*) FROM connections");
    let there = town.number(connections).await;
    town.pass(7 * DAY).await;
    assert_eq!(town.number(connections).await, there - 2);
    assert_eq!(figures_of(&town, 5).await.connections, week.connections);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_imported_lately_is_kept_as_if_it_had_happened_then_and_a_server_may_keep_less() {
    let town = Town::new().await;
    history(&town, 62).await;
    let monday = Week::containing(MONDAY, &Zone::utc()).first_day();
    let old = Box::leak(format!("SELECT count(*) FROM activity_days WHERE day < {}", monday - 400).into_boxed_str());
    let pairs = Box::leak(format!("SELECT count(*) FROM connections WHERE week < {}", monday - 400).into_boxed_str());
    let (all, all_pairs) = (town.number(old).await, town.number(pairs).await);
    let imported =
        "INSERT INTO activity_imported_weeks SELECT guild_id, week, ?1 FROM activity_channel_weeks GROUP BY 1, 2";
    run(&town, imported, MONDAY.millis() - 34 * DAY_MS).await;
    retain(&town).await;
    assert_eq!((town.number(old).await, town.number(pairs).await), (all, all_pairs));
    town.clock.advance(DAY);
    retain(&town).await;
    assert_eq!((town.number(old).await, town.number(pairs).await), (all, 0), "35 days after the import");
    run(&town, "UPDATE activity_imported_weeks SET imported_at = ?1", MONDAY.millis() - 400 * DAY_MS).await;
    run(
        &town,
        "INSERT INTO settings (guild_id, name, value, set_at) SELECT guild_id, 'keep_activity', '90', ?1 FROM guilds",
        0,
    )
    .await;
    retain(&town).await;
    assert_eq!(town.number("SELECT min(day) FROM activity_days").await, monday + 1 - 90);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn first_messages_go_400_days_after_somebody_left_unless_they_came_back() {
    let town = Town::new().await;
    let now = MONDAY.millis();
    for (member, moves) in [
        (31, vec![("left", 399)]),
        (32, vec![("left", 401)]),
        (33, vec![("removed", 401), ("joined", 30)]),
        (34, vec![]),
    ] {
        run(&town, "INSERT INTO activity_firsts (guild_id, member_id, channel_id, first_ms, first_id, first_day) VALUES (1, ?1, 5, 0, 1, 0)", member).await;
        for (kind, days) in moves {
            let at = now - days * DAY_MS;
            let write = async move |tx: &mut SqliteConnection| {
                sqlx::query(
                    "INSERT INTO activity_moves (guild_id, day, member_id, at_ms, kind) VALUES (1, ?, ?, ?, ?)",
                )
                .bind(at / DAY_MS)
                .bind(member)
                .bind(at)
                .bind(kind)
                .execute(tx)
                .await?;
                Ok(())
            };
            town.app().db.write(write).await.expect("written");
        }
    }
    retain(&town).await;
    let left: Vec<i64> = sqlx::query_scalar("SELECT member_id FROM activity_firsts ORDER BY 1")
        .fetch_all(town.app().db.read())
        .await
        .unwrap();
    assert_eq!(left, [31, 33, 34]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_downtime_what_had_its_time_meanwhile_goes_at_once() {
    let mut town = Town::new().await;
    run(&town, "INSERT INTO readers (member_id, locale, seen_at) VALUES (2, 'ro', ?1)", MONDAY.millis() - 390 * DAY_MS)
        .await;
    town.stop().await;
    town.clock.advance(40 * DAY);
    town.start().await;
    assert_eq!(town.number("SELECT count(*) FROM readers").await, 0);
    assert_eq!(town.number("SELECT count(*) FROM jobs WHERE kind = 'privacy.retain'").await, 1);
}

/// Everything of a server, by its tables.
async fn rows_of(town: &Town, guild: GuildId) -> i64 {
    let mut all = 0;
    for table in town.app().tables.iter().filter(|table| table.of == steward::db::table::Of::Server) {
        let sql = sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {} WHERE guild_id = ?", table.name));
        let rows: i64 = sqlx::query_scalar(sql).bind(guild).fetch_one(town.app().db.read()).await.expect("a number");
        all += rows;
    }
    all
}

/// Two servers in which something happened.
async fn two_servers() -> (Town, steward::sandbox::GuildHandle, Person) {
    let town = Town::new().await;
    let other = town.sandbox.guild("Village");
    let square = other.channel("square");
    town.settled().await;
    let (bob, vera) = (town.member("bob"), other.person("vera", &[]));
    bob.says(town.general, "Hello").unwrap();
    vera.says(square, "Hello").unwrap();
    let moderator = town.moderator("mona");
    let given = [("member", (&bob).into()), ("duration", "1h".into()), ("reason", "Flooded.".into())];
    town.slash(&moderator, "timeout", &given).await;
    town.pass(2 * HOUR).await;
    (town, other, bob)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_brings_steward_back_on_day_29_finds_everything_as_it_was() {
    let (town, _, bob) = two_servers().await;
    let cases = "SELECT count(*) FROM cases";
    let before = (town.number(cases).await, days(&town.app().db, bob.id()).await);
    assert_eq!(before, (1, 1));
    town.guild.remove_bot();
    town.pass(29 * DAY).await;
    let role = town.guild.bot_role();
    town.guild.invite_bot(&[role]);
    town.pass(40 * DAY).await;
    assert_eq!((town.number(cases).await, days(&town.app().db, bob.id()).await), before);
    assert_eq!(town.number("SELECT count(*) FROM jobs WHERE kind = 'privacy.remove'").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_came_back_while_nobody_listened_finds_everything_as_it_was() {
    let (mut town, _, bob) = two_servers().await;
    town.guild.remove_bot();
    town.pass(25 * DAY).await;
    town.stop().await;
    let role = town.guild.bot_role();
    town.guild.invite_bot(&[role]);
    town.clock.advance(10 * DAY);

    town.start().await;
    town.settled().await;

    assert_eq!((town.number("SELECT count(*) FROM cases").await, days(&town.app().db, bob.id()).await), (1, 1));
    assert_eq!(town.number("SELECT count(*) FROM jobs WHERE kind = 'privacy.remove' AND state = 'pending'").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn first_messages_go_with_the_last_trace_of_somebody_who_left() {
    let town = Town::new().await;
    let (guild, left) = (town.guild.id(), MONDAY.millis() - 401 * DAY_MS - HOUR.as_millis() as i64);
    let write = async move |tx: &mut SqliteConnection| {
        sqlx::query("INSERT INTO activity_firsts (guild_id, member_id, channel_id, first_ms, first_id, first_day) VALUES (?, 31, 5, 0, 1, 0)")
            .bind(guild)
            .execute(&mut *tx)
            .await?;
        sqlx::query("INSERT INTO activity_moves (guild_id, day, member_id, at_ms, kind) VALUES (?, ?, 31, ?, 'left')")
            .bind(guild)
            .bind(left / DAY_MS)
            .bind(left)
            .execute(tx)
            .await?;
        Ok(())
    };
    town.app().db.write(write).await.expect("written");

    retain(&town).await;

    assert_eq!(
        town.number("SELECT (SELECT count(*) FROM activity_moves) + (SELECT count(*) FROM activity_firsts)").await,
        0
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_day_31_everything_of_the_server_is_gone_and_it_starts_anew() {
    let (town, other, bob) = two_servers().await;
    let (guild, village) = (town.guild.id(), other.id());
    let kept = rows_of(&town, village).await;
    town.guild.remove_bot();
    town.pass(29 * DAY).await;
    assert!(rows_of(&town, guild).await > 0);
    town.pass(2 * DAY).await;
    assert_eq!(rows_of(&town, guild).await, 0);
    assert_eq!(bytes::found(town.folder(), &[guild.0, bob.id().0], &["Flooded."]), Vec::<String>::new());
    assert!(rows_of(&town, village).await >= kept, "the other server lost nothing");

    let role = town.guild.bot_role();
    town.guild.invite_bot(&[role]);
    town.settled().await;
    bob.says(town.general, "Hello again").unwrap();
    let moderator = town.moderator("mona");
    town.slash(&moderator, "note", &[("member", (&bob).into()), ("text", "New here.".into())]).await;
    town.pass(DAY).await;
    assert_eq!(town.number("SELECT max(number) FROM cases").await, 1, "numbers begin anew");
    assert_eq!(days(&town.app().db, bob.id()).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_outage_of_discords_never_erases_anything() {
    let (town, _, bob) = two_servers().await;
    town.sandbox.gateway().guild_unavailable(town.guild.id());
    town.pass(40 * DAY).await;
    assert_eq!(days(&town.app().db, bob.id()).await, 1);
    assert_eq!(town.number("SELECT count(*) FROM jobs WHERE kind = 'privacy.remove'").await, 0);
    town.sandbox.gateway().guild_available(town.guild.id());
    town.settled().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_removed_steward_while_it_was_away_has_its_time_of_grace_too() {
    let (mut town, _, bob) = two_servers().await;
    town.stop().await;
    town.guild.remove_bot();
    town.clock.advance(DAY);
    town.start().await;
    town.pass(29 * DAY).await;
    assert_eq!(days(&town.app().db, bob.id()).await, 1);
    town.pass(2 * DAY).await;
    assert_eq!(rows_of(&town, town.guild.id()).await, 0);
}
