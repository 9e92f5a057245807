//! The gateway cut, closed, deaf, silent, repeating itself or talking nonsense: what is lost, what is
//! admitted, and that the token is never burnt.

use std::sync::atomic::Ordering;
use std::time::Duration;

use serde_json::{Value, json};
use steward::clock::{Clock, Timestamp, monotonic};
use steward::features::activity::figures;
use steward::runtime::gateway::Ending;
use steward::sandbox::{GatewayHandle, Person};
use steward::text::zone::{Week, WeekRange, Zone};

use crate::support::town::{MONDAY, PATIENCE, Town};

const MESSAGES: &str = "SELECT coalesce(sum(messages), 0) FROM activity_days";
const CASES: &str = "SELECT count(*) FROM cases";
const HOUR: Duration = Duration::from_secs(3_600);

fn says(person: &Person, town: &Town, count: usize) {
    for place in 0..count {
        person.says(town.general, &format!("message {place}")).expect("everyone may write");
    }
}

/// The gaps of the running week, in minutes since the story began.
async fn gaps(town: &Town) -> Vec<(i64, i64)> {
    let (db, guild, now) = (&town.app().db, town.guild.id(), town.clock.now());
    let week = Week::containing(MONDAY, &Zone::utc());
    let range = WeekRange { first: week, last: week };
    let weeks = figures::weeks(db, guild, &Zone::utc(), range, now).await.expect("figures");
    let minutes = |at: Timestamp| at.since(MONDAY) / 60_000;
    let gaps = weeks.iter().flat_map(|week| &week.gaps);
    gaps.map(|gap| (minutes(gap.span.from), minutes(gap.span.to))).collect()
}

/// Outcomes and times in the ledger, oldest first.
async fn ledger(town: &Town) -> Vec<(String, i64)> {
    let rows = sqlx::query_as("SELECT outcome, at FROM discord_identifies ORDER BY identify_id");
    rows.fetch_all(town.app().db.read()).await.expect("the ledger")
}

async fn outcomes(town: &Town) -> Vec<String> {
    ledger(town).await.into_iter().map(|(outcome, _)| outcome).collect()
}

/// Waits until the ledger says so.
async fn until_ledger(town: &Town, wanted: &[&str]) {
    let wait = async {
        while outcomes(town).await != wanted {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    let waited = tokio::time::timeout(PATIENCE, wait).await;
    assert!(waited.is_ok(), "the ledger is {:?} and not {wanted:?}", outcomes(town).await);
}

async fn until_resumed(town: &Town, times: u64) {
    let resumed = town.sandbox.until(PATIENCE, |progress| progress.resumes >= times && progress.connected).await;
    assert!(resumed, "never resumed: {:?}", town.sandbox.progress());
    town.settled().await;
}

/// What is said before, during and after an interruption is counted, each message once.
async fn nothing_is_lost_over(interrupt: impl Fn(&GatewayHandle)) {
    let town = Town::new().await;
    let ana = town.member("ana");
    says(&ana, &town, 10);
    town.settled().await;

    let interrupted = monotonic();
    interrupt(&town.sandbox.gateway());
    says(&ana, &town, 10);
    until_resumed(&town, 1).await;
    let back_after = interrupted.elapsed();
    says(&ana, &town, 10);
    town.settled().await;

    assert_eq!(town.number(MESSAGES).await, 30);
    assert_eq!(gaps(&town).await, []);
    assert!(back_after < Duration::from_secs(2), "resuming waits for nothing, not {back_after:?}");
    assert_eq!(town.sandbox.progress().identifies, 1, "resuming costs no IDENTIFY");
    until_ledger(&town, &["ready", "resumed"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_when_the_line_is_cut() {
    nothing_is_lost_over(GatewayHandle::drop).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_when_discord_asks_to_reconnect() {
    nothing_is_lost_over(GatewayHandle::reconnect).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_when_discord_closes_with_4000() {
    nothing_is_lost_over(|gateway| gateway.close(4000)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_when_discord_lets_an_invalid_session_go_on() {
    nothing_is_lost_over(|gateway| gateway.invalidate(true)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_line_that_is_cut_again_and_again_is_taken_up_calmly() {
    let town = Town::new().await;
    let ana = town.member("ana");
    let started = monotonic();
    for round in 1..=3 {
        town.sandbox.gateway().drop();
        says(&ana, &town, 5);
        until_resumed(&town, round).await;
    }
    // The first at once, each other a second after the one before.
    assert!(started.elapsed() > Duration::from_millis(1_900), "{:?}", started.elapsed());
    assert_eq!(town.number(MESSAGES).await, 15);
    assert_eq!(town.sandbox.progress().identifies, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_that_comes_twice_is_counted_once_also_across_a_resume() {
    let town = Town::new().await;
    let ana = town.member("ana");
    town.sandbox.gateway().duplicate("MESSAGE_CREATE");
    says(&ana, &town, 3);
    town.settled().await;
    assert_eq!(town.number(MESSAGES).await, 3);

    town.sandbox.gateway().drop();
    town.sandbox.gateway().duplicate("MESSAGE_CREATE");
    says(&ana, &town, 2);
    until_resumed(&town, 1).await;
    assert_eq!(town.number(MESSAGES).await, 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_command_that_comes_twice_is_carried_out_once() {
    let town = Town::new().await;
    let (ana, bob) = (town.helper("ana"), town.member("bob"));
    town.sandbox.gateway().duplicate("INTERACTION_CREATE");
    let saved = town.slash(&ana, "note", &[("member", (&bob).into()), ("text", "once".into())]).await;
    assert!(!saved.failed && saved.followups.is_empty(), "{}", saved.text());
    assert_eq!(town.number(CASES).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn events_in_reverse_order_give_the_same_count() {
    let town = Town::new().await;
    let (ana, bob) = (town.member("ana"), town.member("bob"));
    town.sandbox.gateway().hold();
    for _ in 0..5 {
        says(&ana, &town, 1);
        says(&bob, &town, 1);
        town.clock.advance(Duration::from_secs(60));
    }
    town.sandbox.gateway().release_reversed();
    town.settled().await;
    assert_eq!(town.number(MESSAGES).await, 10);
    assert_eq!(town.number("SELECT count(DISTINCT member_id) FROM activity_days").await, 2);
    let first = town.number("SELECT min(first_ms) FROM activity_firsts").await;
    assert_eq!(first, MONDAY.millis(), "the first message is the earliest, not the one that came first");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_session_opens_a_gap_that_the_figures_show() {
    let town = Town::new().await;
    let ana = town.member("ana");
    town.clock.advance(HOUR);
    says(&ana, &town, 1);
    town.settled().await;

    town.sandbox.gateway().invalidate(false);
    town.clock.advance(2 * HOUR);
    assert!(town.sandbox.until(PATIENCE, |progress| progress.ready == 2).await, "{:?}", town.sandbox.progress());
    town.settled().await;
    says(&ana, &town, 1);
    town.settled().await;

    assert_eq!(gaps(&town).await, [(60, 180)]);
    assert_eq!(town.number(MESSAGES).await, 2);
    until_ledger(&town, &["ready", "ready"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restart_opens_a_gap_that_the_figures_show() {
    let mut town = Town::new().await;
    let ana = town.member("ana");
    town.clock.advance(HOUR);
    says(&ana, &town, 1);
    town.settled().await;
    town.stop().await;
    says(&ana, &town, 1);
    town.clock.advance(HOUR);
    town.start().await;
    says(&ana, &town, 1);
    town.settled().await;
    assert_eq!(gaps(&town).await, [(60, 120)]);
    assert_eq!(town.number(MESSAGES).await, 3, "what was said meanwhile was read back");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_outage_of_a_server_erases_nothing_and_opens_a_gap() {
    let town = Town::new().await;
    let ana = town.member("ana");
    town.clock.advance(HOUR);
    says(&ana, &town, 3);
    town.settled().await;

    town.sandbox.gateway().guild_unavailable(town.guild.id());
    town.settled().await;
    assert_eq!(town.number(MESSAGES).await, 3);
    assert_eq!(town.number("SELECT count(*) FROM guilds WHERE left_at IS NOT NULL").await, 0);

    town.clock.advance(HOUR);
    town.sandbox.gateway().guild_available(town.guild.id());
    town.settled().await;
    says(&ana, &town, 3);
    town.settled().await;
    assert_eq!((town.number(MESSAGES).await, gaps(&town).await), (6, vec![(60, 120)]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn unknown_events_and_nulls_are_counted_and_survived() {
    let mut town = Town::new().await;
    town.expect_losses();
    let (ana, bob) = (town.helper("ana"), town.member("bob"));
    let gateway = town.sandbox.gateway();
    let unread = [
        ("GUILD_MOON_PHASE_UPDATE", json!({"guild_id": "1", "phase": 4})),
        ("MESSAGE_CREATE", json!({})),
        ("MESSAGE_CREATE", Value::Null),
        ("GUILD_MEMBER_UPDATE", json!({"guild_id": null, "user": null, "roles": null, "joined_at": null})),
        ("INTERACTION_CREATE", json!({"id": "1", "type": 99})),
        ("GUILD_CREATE", json!({"id": "0", "name": null})),
    ];
    for (event, data) in &unread {
        gateway.send_raw(event, data);
    }
    says(&bob, &town, 2);
    town.settled().await;

    assert_eq!(town.app().health.unread_events.load(Ordering::SeqCst), unread.len() as u64);
    assert_eq!(town.number(MESSAGES).await, 2);
    let saved = town.slash(&ana, "note", &[("member", (&bob).into()), ("text", "still here".into())]).await;
    assert!(!saved.failed);
    assert_eq!(town.sandbox.progress().identifies, 1, "nothing of that ends a session");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sessions_that_are_refused_for_ever_wait_ever_longer_and_end_to_protect_the_token() {
    let mut town = Town::without_bot(|config| {
        // Longer than the five seconds of the client library.
        config.gateway.identify_backoff_min_s = 7;
        config.gateway.identify_limit_per_day = 2;
    })
    .await;
    town.sandbox.gateway().invalidate_always(true);
    town.try_start().await.expect("there is a gateway");
    let app = town.app().clone();
    let ending = town.ended().await;

    assert_eq!(ending, Ending::TokenGuard("2 connections within a day".to_owned()));
    assert_eq!(town.sandbox.progress().identifies, 2);
    assert!(app.discord.me().is_none(), "never ready");
    // The next start finds the same ledger: nothing is sent to the gateway any more.
    town.try_start().await.expect("there is a gateway");
    let rows = ledger(&town).await;
    assert!(matches!(town.ended().await, Ending::TokenGuard(_)));
    assert_eq!(town.sandbox.progress().identifies, 2);
    assert_eq!(rows.iter().map(|row| &*row.0).collect::<Vec<_>>(), ["used", "used"]);
    let waited = rows[1].1 - rows[0].1;
    assert!((7_000..12_000).contains(&waited), "{waited} ms");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn failed_sessions_of_earlier_runs_delay_the_next_and_a_session_forgives_them() {
    let mut town = Town::without_bot(|config| config.gateway.identify_backoff_min_s = 1).await;
    town.try_start().await.expect("the bot starts");
    until_ledger(&town, &["ready"]).await;
    let now = Clock::system().now();
    let failed = town.app().db.write(async move |tx: &mut sqlx::SqliteConnection| {
        for _ in 0..2 {
            let row = sqlx::query("INSERT INTO discord_identifies (at, outcome) VALUES (?, 'used')").bind(now);
            row.execute(&mut *tx).await?;
        }
        Ok(())
    });
    failed.await.expect("written");
    town.stop().await;

    town.start().await;
    let rows = ledger(&town).await;
    let waited = rows.last().expect("a row").1 - now.millis();
    assert!((2_000..3_500).contains(&waited), "two failures are two seconds, not {waited} ms");
    let started = monotonic();
    town.restart().await;
    assert!(started.elapsed() < Duration::from_millis(1_500), "a session forgives: {:?}", started.elapsed());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_last_session_of_the_day_is_lived_out_and_goes_on_over_a_cut_line() {
    let town = Town::with(|config| config.gateway.identify_limit_per_day = 1).await;
    let ana = town.member("ana");
    town.sandbox.gateway().drop();
    says(&ana, &town, 2);
    until_resumed(&town, 1).await;
    assert_eq!(town.number(MESSAGES).await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn heartbeats_without_an_answer_end_the_process() {
    let mut town = Town::without_bot(|config| config.gateway.heartbeat_timeout_s = 2).await;
    let gateway = town.sandbox.gateway();
    gateway.heartbeat_interval(700);
    town.start().await;
    // Longer than the limit: the heart beats, and nothing happens.
    assert!(town.sandbox.until(PATIENCE, |progress| progress.heartbeats >= 5).await);
    until_ledger(&town, &["ready"]).await;

    gateway.ack_heartbeats(false);
    let deaf = monotonic();
    let ending = town.ended().await;
    assert_eq!(ending, Ending::Stuck("Discord acknowledged no heartbeat for 2 s".to_owned()));
    assert!(deaf.elapsed() < Duration::from_secs(8), "{:?}", deaf.elapsed());
    assert_eq!(town.sandbox.progress().identifies, 1, "no IDENTIFY is spent on a deaf connection");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_that_never_becomes_ready_ends_the_process() {
    let mut town = Town::without_bot(|config| config.gateway.ready_timeout_s = 1).await;
    town.sandbox.gateway().withhold_ready(true);
    town.try_start().await.expect("there is a gateway");
    let started = monotonic();
    assert_eq!(town.ended().await, Ending::Stuck("no session for 1 s".to_owned()));
    assert!(started.elapsed() < Duration::from_secs(4), "{:?}", started.elapsed());
    assert_eq!(town.sandbox.progress().identifies, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_that_is_taken_back_ends_the_process_at_once() {
    let mut town = Town::new().await;
    town.sandbox.faults().refuse_token(true);
    town.sandbox.gateway().drop();
    assert_eq!(town.ended().await, Ending::TokenRefused);
    assert_eq!(town.sandbox.progress().identifies, 1, "no second try");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn intents_that_are_switched_off_end_the_process_with_the_cure() {
    let mut town = Town::without_bot(|_| {}).await;
    town.sandbox.privileged_intents(0);
    town.try_start().await.expect("there is a gateway");
    let ending = town.ended().await;
    assert_eq!(ending, Ending::Intents);
    assert!(ending.to_string().contains("Server Members Intent"), "{ending}");
    assert_eq!(town.sandbox.progress().identifies, 1, "no second try");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn intents_that_discord_does_not_know_end_the_process() {
    let mut town = Town::new().await;
    town.sandbox.gateway().close(4013);
    assert_eq!(town.ended().await, Ending::Intents);
    assert_eq!(town.sandbox.progress().identifies, 1, "no second try");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_real_gateway_is_never_dialled_instead_of_the_one_that_was_named() {
    let mut town = Town::without_bot(|_| {}).await;
    // The client library asks again for the address, and has the real one at hand if it gets none.
    town.sandbox.faults().fail("GET /gateway", 99, 500, 0);
    town.start().await;
    assert_eq!(town.sandbox.progress().ready, 1);
}
