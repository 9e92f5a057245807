//! The real binary asked to stop, killed and started again: nothing acknowledged is lost, nothing is
//! done twice, and nobody is told what did not happen.

use std::time::Duration;

use sqlx::Connection;
use steward::clock::{Clock, monotonic};
use steward::sandbox::{Answer, Person};

use crate::support::process::{House, Steward};
use crate::support::town::PATIENCE;

const CALLBACK: &str = "POST /interactions/*/*/callback";
const MESSAGES: &str = "SELECT coalesce(sum(messages), 0) FROM activity_days";
const CASES: &str = "SELECT count(*) FROM cases";

async fn note(house: &House, ana: &Person, bob: &Person) -> Answer {
    let given = [("member", bob.into()), ("text", "Prefers to be written to".into())];
    ana.slash(house.general, "note", &given).await.expect("the client sends it")
}

async fn stop(mut steward: Steward) -> Duration {
    let asked = monotonic();
    steward.ask_to_stop();
    assert_eq!(steward.exit_code().await, 0, "{}", steward.said());
    asked.elapsed()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn asked_to_stop_it_says_goodbye_and_exits_with_0() {
    let house = House::new().await;
    let steward = house.start_ready().await;
    house.until_ledger(&["ready"]).await;
    let took = stop(steward).await;
    assert!(took < Duration::from_secs(5), "{took:?}");
    assert_eq!(house.ledger().await, ["ready"]);
    assert!(!house.sandbox.progress().connected);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn asked_to_stop_while_discord_hangs_it_still_exits_in_time() {
    let house = House::new().await;
    let (ana, bob) = (house.helper("ana"), house.guild.person("bob", &[]));
    let steward = house.start_ready().await;
    house.sandbox.expected(|violation| violation.contains("interaction"));
    house.sandbox.faults().hang(CALLBACK, 9);
    let asking = tokio::spawn({
        let (ana, bob, general) = (ana.clone(), bob.clone(), house.general);
        async move { ana.slash(general, "note", &[("member", (&bob).into()), ("text", "x".into())]).await }
    });
    assert!(house.sandbox.until_calls(PATIENCE, CALLBACK, 1).await);
    let took = stop(steward).await;
    assert!(took < Duration::from_secs(10), "{took:?}");
    assert_eq!(house.number(CASES).await, 1, "what was decided is there");
    assert!(asking.await.unwrap().unwrap().failed);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn asked_to_stop_while_discord_keeps_it_waiting_at_the_start_it_exits_at_once() {
    let house = House::new().await;
    house.sandbox.faults().hang("GET /gateway/bot", 9);
    let steward = house.start();
    assert!(house.sandbox.until_calls(PATIENCE, "GET /gateway/bot", 1).await);
    let took = stop(steward).await;
    assert!(took < Duration::from_secs(3), "{took:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn asked_to_stop_while_it_waits_to_protect_the_token_it_exits_at_once() {
    let house = House::new().await;
    house.settings("");
    house.connections_before(8, "used", Clock::system().now()).await;
    let steward = house.start();
    assert!(house.sandbox.until_calls(PATIENCE, "GET /gateway", 1).await);
    let took = stop(steward).await;
    assert!(took < Duration::from_secs(3), "{took:?}");
    assert_eq!(house.sandbox.progress().identifies, 0, "ten minutes are not over");
    assert_eq!(house.ledger().await, ["used"; 8]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_sessions_in_a_day_are_exit_75() {
    let house = House::new().await;
    house.connections_before(200, "ready", Clock::system().now().minus(Duration::from_secs(3_600))).await;
    let mut steward = house.start();
    assert_eq!(steward.exit_code().await, 75, "{}", steward.said());
    assert!(steward.said().contains("200 connections within a day"), "{}", steward.said());
    assert_eq!(house.sandbox.progress().identifies, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_of_the_day_before_yesterday_is_forgotten() {
    let house = House::new().await;
    house.connections_before(200, "used", Clock::system().now().minus(Duration::from_secs(49 * 3_600))).await;
    let steward = house.start_ready().await;
    house.until_ledger(&["ready"]).await;
    stop(steward).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_killed_process_was_allowed_counts_as_used() {
    let house = House::new().await;
    let killed = Clock::system().now();
    house.connections_before(2, "used", killed).await;
    house.connections_before(1, "allowed", killed).await;
    let steward = house.start_ready().await;
    // One second, doubled twice.
    let waited = Clock::system().now().since(killed);
    assert!(waited >= 4_000, "{waited} ms");
    house.until_ledger(&["used", "used", "used", "ready"]).await;
    stop(steward).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_instance_is_refused_before_it_says_anything_to_discord() {
    let house = House::new().await;
    let first = house.start_ready().await;
    house.sandbox.forget_requests();
    let mut second = house.start();
    assert_eq!(second.exit_code().await, 74, "{}", second.said());
    assert!(second.said().contains("Another Steward (process"), "{}", second.said());
    // What the first one reads of its server once it is connected is its own.
    let said: Vec<String> = house.sandbox.requests().into_iter().map(|request| request.path).collect();
    assert!(said.iter().all(|path| path.starts_with("/guilds/")), "{said:?}");
    assert_eq!(house.sandbox.progress().identifies, 1);
    stop(first).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_note_that_was_answered_is_there_after_a_kill() {
    let house = House::new().await;
    let (ana, bob) = (house.helper("ana"), house.guild.person("bob", &[]));
    let steward = house.start_ready().await;
    let saved = note(&house, &ana, &bob).await;
    assert!(!saved.failed, "{}", saved.text());
    steward.kill().await;

    let steward = house.start_ready().await;
    let card = ana.slash(house.general, "case view", &[("number", 1.into())]).await.expect("sent");
    assert!(card.text().contains("Prefers to be written to"), "{}", card.text());
    assert_eq!(house.number(CASES).await, 1);
    stop(steward).await;
}

/// Killed while its answer is on the way; what becomes of the answer is Discord's business.
async fn killed_between_the_commit_and_the_answer(reaches_discord: bool) {
    let house = House::new().await;
    let (ana, bob) = (house.helper("ana"), house.guild.person("bob", &[]));
    let steward = house.start_ready().await;
    house.sandbox.expected(|violation| violation.contains("interaction"));
    let held = house.sandbox.faults().hold(CALLBACK);
    let asking = tokio::spawn({
        let (ana, bob, general) = (ana.clone(), bob.clone(), house.general);
        async move { ana.slash(general, "note", &[("member", (&bob).into()), ("text", "held".into())]).await }
    });
    held.arrived().await;
    steward.kill().await;
    if reaches_discord {
        held.apply().await;
    } else {
        held.drop_it().await;
    }
    assert_eq!(asking.await.unwrap().unwrap().failed, !reaches_discord);

    let steward = house.start_ready().await;
    assert_eq!(house.number(CASES).await, 1, "once, and not again by the restart");
    assert_eq!(house.sandbox.calls(CALLBACK).len(), 1);
    stop(steward).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_kill_between_the_commit_and_the_answer_loses_only_the_answer() {
    killed_between_the_commit_and_the_answer(false).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_kill_after_the_answer_was_sent_and_before_it_was_confirmed_does_nothing_twice() {
    killed_between_the_commit_and_the_answer(true).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_counted_before_a_kill_is_there_and_the_gap_is_admitted() {
    let house = House::new().await;
    let bob = house.guild.person("bob", &[]);
    let steward = house.start_ready().await;
    for _ in 0..5 {
        bob.says(house.general, "hello").unwrap();
    }
    house.until_number(MESSAGES, 5).await;
    steward.kill().await;
    bob.says(house.general, "is anybody there?").unwrap();

    let steward = house.start_ready().await;
    bob.says(house.general, "hello again").unwrap();
    // What was said meanwhile is read back.
    house.until_number(MESSAGES, 7).await;
    let gap = "SELECT count(*) FROM record AS old JOIN record AS new ON new.from_ms > old.to_ms";
    house.until_number(gap, 1).await;
    stop(steward).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn before_the_commit_nothing_is_there_and_the_person_knows() {
    let house = House::new().await;
    house.settings("[gateway]\nidentify_backoff_min_s = 1\n[database]\nbusy_timeout_ms = 300\n");
    let (ana, bob) = (house.helper("ana"), house.guild.person("bob", &[]));
    let steward = house.start_ready().await;
    let mut outsider = house.outsider().await;
    let lock = outsider.begin_with("BEGIN IMMEDIATE").await.expect("the write lock");

    let told = note(&house, &ana, &bob).await;
    assert!(told.ephemeral && told.text().contains("nothing was done"), "{}", told.text());
    steward.kill().await;
    lock.rollback().await.expect("let go");

    let steward = house.start_ready().await;
    assert_eq!(house.number(CASES).await, 0);
    let saved = note(&house, &ana, &bob).await;
    assert!(!saved.failed, "{}", saved.text());
    assert_eq!(house.number(CASES).await, 1);
    stop(steward).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_kill_the_commands_are_registered_and_the_database_is_looked_through() {
    let house = House::new().await;
    let steward = house.start_ready().await;
    steward.kill().await;
    let steward = house.start_ready().await;
    assert!(steward.said().contains("the last run did not stop cleanly"), "{}", steward.said());
    stop(steward).await;
    let steward = house.start_ready().await;
    assert!(!steward.said().contains("did not stop cleanly"), "{}", steward.said());
    stop(steward).await;
}
