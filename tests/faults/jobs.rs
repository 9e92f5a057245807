//! What happens later, in a running bot: jobs that fail, panic, hang, come again, or were due while
//! nobody was there.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use sqlx::ConnectOptions;
use sqlx::Connection;
use sqlx::sqlite::SqliteConnectOptions;
use steward::app::App;
use steward::clock::Timestamp;
use steward::ids::GuildId;
use steward::jobs;
use steward::jobs::Kind;

use crate::support::town::{PATIENCE, Town};
use crate::support::trial;
use crate::support::trial::{Diary, GIVE_UP, HURRY, LIFT, NOTE, PANIC, RECUR, RETRY, WAIT, plan};

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(86_400);
const OPEN: &str = "SELECT count(*) FROM jobs WHERE state <> 'given_up'";
const GIVEN_UP: &str = "SELECT count(*) FROM jobs WHERE state = 'given_up'";

async fn town() -> Town {
    let mut town = Town::without_bot(|_| {}).await;
    town.features = trial::alone;
    town.start().await;
    town
}

fn diary(town: &Town) -> &Diary {
    town.app().state::<Diary>()
}

/// Plans a job that is due so long from now.
async fn later(town: &Town, kind: &'static Kind, row: i64, wait: Duration) {
    plan(town.app(), kind, town.guild.id(), row, town.clock.now().plus(wait)).await;
}

/// Kinds and rows that have run, with the seconds since an instant.
fn ran(town: &Town, since: Timestamp) -> Vec<(String, i64, i64)> {
    let all = diary(town).ran().into_iter();
    all.map(|(at, kind, row)| (kind.trim_start_matches("trial.").to_owned(), row, at.since(since) / 1_000)).collect()
}

fn run(kind: &str, row: i64, seconds: i64) -> (String, i64, i64) {
    (kind.to_owned(), row, seconds)
}

/// Waits until so many jobs run and hang.
async fn until_waiting(app: &Arc<App>, count: usize) {
    let wait = async {
        while app.state::<Diary>().waiting() != count {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    let waited = tokio::time::timeout(PATIENCE, wait).await;
    assert!(waited.is_ok(), "{} wait and not {count}", app.state::<Diary>().waiting());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_runs_when_it_is_due_and_not_before() {
    let town = town().await;
    let start = town.clock.now();
    later(&town, &NOTE, 1, HOUR).await;
    later(&town, &NOTE, 2, MINUTE).await;
    later(&town, &NOTE, 3, Duration::ZERO).await;
    town.pass(MINUTE - SECOND).await;
    assert_eq!(ran(&town, start), [run("note", 3, 0)]);
    town.pass(2 * HOUR).await;
    assert_eq!(ran(&town, start), [run("note", 3, 0), run("note", 2, 60), run("note", 1, 3_600)]);
    assert_eq!(town.number(OPEN).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_due_while_nobody_was_there_runs_once_and_punishments_are_lifted_first() {
    let mut town = town().await;
    let start = town.clock.now();
    for row in 1..=30 {
        later(&town, &NOTE, row, HOUR).await;
        later(&town, &LIFT, row, DAY).await;
    }
    later(&town, &RECUR, 86_400, DAY).await;
    town.stop().await;
    town.clock.advance(40 * DAY);
    town.start().await;
    let ran = ran(&town, start);
    assert_eq!(ran.len(), 61, "{ran:?}");
    assert!(ran[..30].iter().all(|(kind, ..)| kind == "lift"), "{ran:?}");
    // What comes every day has not come forty times.
    assert_eq!(ran.iter().filter(|(kind, ..)| kind == "recur").count(), 1);
    let next = jobs::due(town.app().db.read(), town.guild.id(), &RECUR, 86_400).await.unwrap();
    assert_eq!(next, Some(town.clock.now().plus(DAY)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_that_comes_again_comes_each_time() {
    let town = town().await;
    let start = town.clock.now();
    later(&town, &RECUR, 600, 10 * MINUTE).await;
    town.pass(HOUR).await;
    let wanted: Vec<_> = (1..=6).map(|n| run("recur", 600, n * 600)).collect();
    assert_eq!(ran(&town, start), wanted);
    assert_eq!(town.number(OPEN).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_that_fails_is_tried_again_at_the_written_times() {
    let town = town().await;
    let start = town.clock.now();
    later(&town, &RETRY, 8, Duration::ZERO).await;
    town.pass(DAY).await;
    // 5 s, 30 s, 2 min, 10 min, 30 min, and then every hour.
    let waits = [0, 5, 30, 120, 600, 1_800, 3_600, 3_600, 3_600];
    let times = waits.iter().scan(0, |time, wait| {
        *time += wait;
        Some(*time)
    });
    assert_eq!(ran(&town, start), times.map(|time| run("retry", 8, time)).collect::<Vec<_>>());
    assert_eq!(town.number(OPEN).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_that_panics_is_tried_again_and_holds_up_nobody() {
    let mut town = town().await;
    town.expect_faults();
    later(&town, &PANIC, 2, Duration::ZERO).await;
    for row in 1..=20 {
        later(&town, &NOTE, row, SECOND).await;
    }
    town.pass(MINUTE).await;
    let names = diary(&town).names();
    assert_eq!(names.iter().filter(|(kind, _)| kind == "note").count(), 20);
    assert_eq!(names.iter().filter(|(kind, _)| kind == "panic").count(), 3, "twice it panicked");
    assert_eq!(town.app().health.faults.load(Ordering::SeqCst), 2);
    assert_eq!(town.number(OPEN).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn more_panics_than_there_are_hands_leave_every_hand_free() {
    let mut town = town().await;
    town.expect_faults();
    for row in 100..120 {
        later(&town, &PANIC, row, Duration::ZERO).await;
    }
    town.settled().await;
    later(&town, &NOTE, 1, Duration::ZERO).await;
    town.settled().await;
    assert_eq!(diary(&town).names().last().cloned(), Some(("note".to_owned(), 1)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_given_up_stays_on_record_and_is_not_run_again() {
    let mut town = town().await;
    town.expect_faults();
    later(&town, &GIVE_UP, 1, Duration::ZERO).await;
    // One of a version that knew more.
    let unknown = Kind { name: "trial.forgotten", urgent: true, run: GIVE_UP.run };
    let (guild, now) = (town.guild.id(), town.clock.now());
    town.app().db.write(async move |tx| jobs::schedule(tx, guild, &unknown, 2, now).await).await.unwrap();
    later(&town, &NOTE, 3, SECOND).await;
    town.pass(DAY).await;
    assert_eq!(diary(&town).names(), [("give_up".to_owned(), 1), ("note".to_owned(), 3)]);
    assert_eq!((town.number(GIVEN_UP).await, town.number(OPEN).await), (2, 0));
    assert_eq!(town.app().health.jobs_given_up.load(Ordering::SeqCst), 2);
    town.restart().await;
    town.pass(DAY).await;
    assert_eq!(diary(&town).names().len(), 0);
    assert_eq!(town.number(GIVEN_UP).await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_urgent_one_that_runs_keeps_the_others_waiting_until_it_has_failed_once() {
    let town = town().await;
    let app = Arc::clone(town.app());
    later(&town, &HURRY, 1, Duration::ZERO).await;
    until_waiting(&app, 1).await;
    later(&town, &NOTE, 2, Duration::ZERO).await;
    later(&town, &LIFT, 3, Duration::ZERO).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(diary(&town).names(), [("hurry".to_owned(), 1), ("lift".to_owned(), 3)]);
    diary(&town).let_go(1);
    town.settled().await;
    assert_eq!(diary(&town).names().last().cloned(), Some(("note".to_owned(), 2)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_that_is_scheduled_anew_while_it_runs_runs_again_at_the_new_time() {
    let town = town().await;
    let app = Arc::clone(town.app());
    let start = town.clock.now();
    later(&town, &WAIT, 1, Duration::ZERO).await;
    until_waiting(&app, 1).await;
    later(&town, &WAIT, 1, HOUR).await;
    diary(&town).let_go(2);
    town.settled().await;
    assert_eq!(town.number(OPEN).await, 1, "the old claim has no say any more");
    town.pass(HOUR).await;
    assert_eq!(ran(&town, start), [run("wait", 1, 0), run("wait", 1, 3_600)]);
    assert_eq!(town.number(OPEN).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_that_was_under_way_when_the_bot_was_stopped_runs_again_at_the_next_start() {
    let mut town = town().await;
    let app = Arc::clone(town.app());
    later(&town, &WAIT, 1, Duration::ZERO).await;
    until_waiting(&app, 1).await;
    town.stop().await;
    let file = SqliteConnectOptions::new().filename(town.folder().join("steward.db"));
    let mut outsider = file.connect().await.unwrap();
    let state: String = sqlx::query_scalar("SELECT state FROM jobs").fetch_one(&mut outsider).await.unwrap();
    assert_eq!(state, "claimed");
    outsider.close().await.unwrap();
    town.try_start().await.expect("the bot starts");
    let next = Arc::clone(town.app());
    until_waiting(&next, 1).await;
    next.state::<Diary>().let_go(1);
    town.settled().await;
    assert_eq!(town.number(OPEN).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_claim_that_ran_out_is_taken_on_again_though_nothing_else_is_due() {
    let town = town().await;
    let app = Arc::clone(town.app());
    later(&town, &WAIT, 1, Duration::ZERO).await;
    until_waiting(&app, 1).await;
    town.clock.advance(HOUR);
    until_waiting(&app, 2).await;
    diary(&town).let_go(2);
    town.settled().await;
    assert_eq!(town.number(OPEN).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_locked_database_only_delays_jobs() {
    let mut town = Town::without_bot(|config| config.database.busy_timeout_ms = 50).await;
    town.features = trial::alone;
    town.start().await;
    let app = Arc::clone(town.app());
    later(&town, &WAIT, 1, Duration::ZERO).await;
    later(&town, &NOTE, 2, MINUTE).await;
    until_waiting(&app, 1).await;
    let file = SqliteConnectOptions::new().filename(app.db.path());
    let mut outsider = file.connect().await.unwrap();
    let lock = outsider.begin_with("BEGIN IMMEDIATE").await.unwrap();
    // One has run and cannot be noted, the other is due and cannot be claimed.
    app.state::<Diary>().let_go(1);
    town.clock.advance(MINUTE);
    tokio::time::sleep(Duration::from_millis(700)).await;
    lock.rollback().await.unwrap();
    town.settled().await;
    assert_eq!(diary(&town).names(), [("wait".to_owned(), 1), ("note".to_owned(), 2)]);
    assert_eq!(town.number(OPEN).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_servers_have_jobs_of_the_same_kind_and_what_was_cancelled_does_not_run() {
    let town = town().await;
    let due = town.clock.now().plus(MINUTE);
    for guild in 1..=50 {
        plan(town.app(), &NOTE, GuildId(guild), 0, due).await;
    }
    town.app().db.write(async |tx| jobs::cancel(tx, GuildId(7), &NOTE, 0).await).await.unwrap();
    town.pass(HOUR).await;
    assert_eq!((diary(&town).ran().len(), town.number(OPEN).await), (49, 0));
}
