//! More than the bot can do: memory stays bounded, people go first, and what is lost is counted.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use steward::sandbox::Answer;

use crate::support::town::Town;

const MESSAGES: &str = "SELECT coalesce(sum(messages), 0) FROM activity_days";

/// A connection to the database that the bot knows nothing of.
async fn outsider(town: &Town) -> SqliteConnection {
    let file = town.folder().join("steward.db");
    SqliteConnectOptions::new().filename(file).connect().await.expect("an outsider")
}

/// Keeps the one worker of events busy: a renamed server is written down, and cannot be.
fn make_the_listener_wait(town: &Town) {
    let guild = town.sandbox.guild_json(town.guild.id());
    town.sandbox.gateway().send_raw("GUILD_UPDATE", &guild);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_are_answered_in_a_flood_and_every_message_is_counted_or_counted_as_dropped() {
    let mut town = Town::with(|config| config.limits.events = 64).await;
    town.expect_losses();
    let (ana, bob) = (town.helper("ana"), town.member("bob"));
    town.settled().await;
    const FLOOD: usize = 5_000;
    let flood = tokio::task::spawn_blocking({
        let (bob, general) = (bob.clone(), town.general);
        move || (0..FLOOD).for_each(|_| drop(bob.says(general, "and another one")))
    });
    let mut answers: Vec<Answer> = Vec::new();
    while !flood.is_finished() || answers.len() < 3 {
        let given = [("member", (&bob).into()), ("text", "writes a lot".into())];
        answers.push(ana.slash(town.general, "note", &given).await.expect("sent"));
    }
    flood.await.unwrap();
    town.settled().await;

    for answer in &answers {
        assert!(!answer.failed && answer.ack_ms < 2_000, "{} after {} ms", answer.text(), answer.ack_ms);
    }
    let dropped = town.app().health.dropped_events.load(Ordering::SeqCst);
    assert_eq!(town.number(MESSAGES).await + i64::try_from(dropped).unwrap(), FLOOD as i64, "{dropped} dropped");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_finds_the_queue_full_is_dropped_and_counted_but_never_a_channel() {
    let mut town = Town::with(|config| {
        config.limits.events = 16;
        config.database.busy_timeout_ms = 5_000;
    })
    .await;
    town.expect_losses();
    let (ana, bob) = (town.helper("ana"), town.member("bob"));
    town.settled().await;
    let mut outsider = outsider(&town).await;
    let lock = outsider.begin_with("BEGIN IMMEDIATE").await.unwrap();
    make_the_listener_wait(&town);
    for _ in 0..200 {
        bob.says(town.general, "and another one").unwrap();
    }
    town.guild.channel("opened-in-the-flood");
    // Reading takes no lock: people are answered though all else stands still.
    let listed = ana.slash(town.general, "case list", &[]).await.expect("sent");
    assert!(!listed.failed && listed.ack_ms < 1_000, "after {} ms", listed.ack_ms);
    let health = &town.app().health;
    assert!(health.dropped_events.load(Ordering::SeqCst) >= 150, "{health:?}");

    lock.rollback().await.unwrap();
    town.settled().await;
    let dropped = i64::try_from(health.dropped_events.load(Ordering::SeqCst)).unwrap();
    assert_eq!(town.number(MESSAGES).await + dropped, 200);
    let named = "SELECT count(*) FROM activity_channels WHERE name = 'opened-in-the-flood'";
    assert_eq!(town.number(named).await, 1, "a channel is not lost");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn commands_beyond_the_queue_are_counted_and_the_others_answered() {
    let mut town = Town::with(|config| {
        config.limits.interactions = 1;
        config.limits.interaction_workers = 1;
        config.database.busy_timeout_ms = 300;
    })
    .await;
    town.expect_losses();
    town.sandbox.expected(|violation| violation.contains("interaction"));
    let (ana, bob) = (town.helper("ana"), town.member("bob"));
    town.settled().await;
    let mut outsider = outsider(&town).await;
    let lock = outsider.begin_with("BEGIN IMMEDIATE").await.unwrap();
    let all: Vec<_> = (0..8)
        .map(|_| {
            let (ana, bob, general) = (ana.clone(), bob.clone(), town.general);
            tokio::spawn(async move {
                ana.slash(general, "note", &[("member", (&bob).into()), ("text", "x".into())]).await.expect("sent")
            })
        })
        .collect();
    let mut answered = 0;
    for one in all {
        answered += u64::from(!one.await.unwrap().failed);
    }
    lock.rollback().await.unwrap();
    town.settled().await;
    let dropped = town.app().health.dropped_interactions.load(Ordering::SeqCst);
    assert!(dropped >= 4, "{dropped} dropped");
    assert_eq!(answered + dropped, 8, "each is answered or counted");
    assert_eq!(town.number("SELECT count(*) FROM cases").await, 0, "and nothing was done while the lock was held");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_arrives_after_discord_has_given_it_up_is_not_carried_out() {
    let mut town = Town::new().await;
    town.expect_losses();
    town.sandbox.expected(|violation| violation.contains("interaction"));
    let (ana, bob) = (town.helper("ana"), town.member("bob"));
    town.settled().await;
    let given = [("member", (&bob).into()), ("text", "writes a lot".into())];
    let late = |town: &Town| town.app().health.late_interactions.load(Ordering::SeqCst);

    for (held_back, is_late) in [(2, false), (3, true), (6, true), (15 * 60, true)] {
        let before = (late(&town), town.number("SELECT count(*) FROM cases").await);
        town.sandbox.gateway().hold();
        let arrives = async {
            town.clock.advance(Duration::from_secs(held_back));
            town.sandbox.gateway().release();
            town.settled().await;
        };
        // Nobody waits here until their client says that there was no answer.
        tokio::select! {
            biased;
            _ = ana.slash(town.general, "note", &given) => {}
            () = arrives => {}
        }
        town.settled().await;
        let after = (late(&town), town.number("SELECT count(*) FROM cases").await);
        let expected = if is_late { (before.0 + 1, before.1) } else { (before.0, before.1 + 1) };
        assert_eq!(after, expected, "held back for {held_back} s");
    }

    let answer = town.slash(&ana, "note", &given).await;
    assert!(!answer.failed, "those that come in time are carried out as ever: {}", answer.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_writer_that_hangs_ends_the_process_and_does_not_hold_up_its_end() {
    let mut town = Town::new().await;
    town.expect_faults();
    let app = Arc::clone(town.app());
    let hanging = tokio::spawn(async move {
        app.db
            .write(async |_: &mut SqliteConnection| {
                tokio::time::sleep(Duration::from_secs(60)).await;
                Ok(())
            })
            .await
    });
    let ending = town.ended().await;
    assert!(ending.to_string().starts_with("the database has not written for 10 s"), "{ending}");
    hanging.abort();
}
