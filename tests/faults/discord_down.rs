//! Discord's REST API down, slow, refusing or limiting: what is asked again, what is not, and what
//! people are told.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use serenity::http::{LightMethod, Route};
use steward::clock::{Clock, monotonic};
use steward::config::{Rest as Settings, Secret};
use steward::discord::client::rest::{Refusal, Rest};
use steward::runtime::gateway::Ending;
use steward::sandbox::faults::Fault;
use steward::sandbox::{Answer, Person, Sandbox};

use crate::support::loopback::{self, Nobody};
use crate::support::process::House;
use crate::support::town::{PATIENCE, Town};

const CALLBACK: &str = "POST /interactions/*/*/callback";
const COMMANDS: &str = "PUT /applications/*/commands";
const ME: &str = "GET /users/@me";
const CASES: &str = "SELECT count(*) FROM cases";

async fn note(town: &Town, ana: &Person, bob: &Person) -> Answer {
    town.slash(ana, "note", &[("member", bob.into()), ("text", "something".into())]).await
}

/// A local Discord and nothing but the REST side of the bot.
async fn rest(settings: Settings) -> (Sandbox, Arc<Rest>) {
    let sandbox = Sandbox::start(Clock::system(), loopback::any()).await.expect("a port on loopback");
    let rest = Rest::new(Secret::new(sandbox.token()), Some(sandbox.url().to_owned()), &settings, &Clock::system());
    (sandbox, Arc::new(rest.expect("TLS is not even needed")))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn discord_unreachable_at_the_start_is_exit_69() {
    let house = House::new().await;
    let nobody = Nobody::new();
    let mut steward = house.start_at(&format!("http://{}", nobody.address()));
    assert_eq!(steward.exit_code().await, 69, "{}", steward.said());
    assert!(steward.said().contains("Check the network and DISCORD_API_URL"), "{}", steward.said());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_discord_that_fails_for_a_moment_at_the_start_is_asked_again() {
    let mut town = Town::without_bot(|_| {}).await;
    town.sandbox.faults().fail("GET /gateway/bot", 2, 503, 0);
    town.start().await;
    assert_eq!(town.sandbox.calls("GET /gateway/bot").len(), 3);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_that_is_refused_at_the_start_is_exit_77() {
    let house = House::new().await;
    house.sandbox.faults().refuse_token(true);
    let mut steward = house.start();
    assert_eq!(steward.exit_code().await, 77, "{}", steward.said());
    assert!(steward.said().contains("DISCORD_TOKEN"), "{}", steward.said());
    assert_eq!((house.sandbox.requests().len(), house.sandbox.progress().identifies), (1, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_session_left_for_today_is_exit_75_before_connecting() {
    let house = House::new().await;
    house.sandbox.gateway().sessions_left(0);
    let mut steward = house.start();
    assert_eq!(steward.exit_code().await, 75, "{}", steward.said());
    assert!(steward.said().contains("to protect the token"), "{}", steward.said());
    assert_eq!(house.sandbox.progress().identifies, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn commands_are_registered_though_discord_fails_twice() {
    let mut town = Town::without_bot(|_| {}).await;
    let faults = town.sandbox.faults();
    faults.fail(COMMANDS, 1, 500, 0);
    faults.fail_after_applying(COMMANDS, 1, 502);
    town.start().await;
    // The third was taken too: registering is idempotent.
    assert!(town.sandbox.until_calls(PATIENCE, COMMANDS, 3).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn commands_that_discord_refuses_are_not_sent_again() {
    let mut town = Town::without_bot(|_| {}).await;
    town.sandbox.faults().fail(COMMANDS, 1, 403, 50001);
    town.try_start().await.expect("the bot starts");
    assert!(town.sandbox.until_calls(PATIENCE, COMMANDS, 1).await);
    town.settled().await;
    assert_eq!(town.stop().await, Ending::Asked);
    assert_eq!(town.sandbox.calls(COMMANDS).len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_missing_permission_is_told_with_its_cure() {
    let town = Town::new().await;
    let (ana, bob) = (town.helper("ana"), town.member("bob"));
    town.sandbox.faults().fail(CALLBACK, 1, 403, 50013);
    let told = note(&town, &ana, &bob).await;
    assert!(told.ephemeral && told.text().contains("Look at my role in Server Settings"), "{}", told.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_that_is_none_of_discords_is_not_believed() {
    const TIMEOUT: &str = "PATCH /guilds/*/members/*";
    let town = Town::with(|config| config.limits.answer_wait_ms = 300).await;
    let moderator = town.moderator("mona");
    let connects = town.sandbox.calls("GET /gateway").len();
    // A page that answers 200 with JSON, to which a proxy sends all that comes.
    let elsewhere = format!("{}/api/v10/gateway", town.sandbox.url());
    let redirect = |status| (status, vec![("location".to_owned(), elsewhere.clone())], json!({}));
    for (number, (status, headers, body)) in (1..).zip([
        redirect(302),
        redirect(307),
        (200, Vec::new(), json!("<html>Welcome</html>")),
        (200, Vec::new(), json!({"ok": true})),
        (204, Vec::new(), Value::Null),
    ]) {
        let member = town.member(&format!("bob{number}"));
        town.sandbox.faults().plan(TIMEOUT, 1, Fault::Answer { status, headers, body });
        let given = [("member", (&member).into()), ("duration", "2h".into()), ("reason", "Flooded.".into())];

        let answer = town.slash(&moderator, "timeout", &given).await;

        assert!(answer.text().contains("still on its way"), "{status}: {}", answer.text());
        assert_eq!(town.guild.timed_out_until(&member), None);
        town.pass(Duration::from_secs(60)).await;
        assert!(town.guild.timed_out_until(&member).is_some(), "it was tried again");
        let case = town.slash(&moderator, "case view", &[("number", number.into())]).await;
        assert!(case.text().contains("On Discord: in force until"), "{status}: {}", case.text());
    }
    assert_eq!(town.sandbox.calls("GET /gateway").len(), connects, "nobody goes where a proxy sends them");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_that_hangs_is_given_again_in_time() {
    let town = Town::new().await;
    let (ana, bob) = (town.helper("ana"), town.member("bob"));
    town.sandbox.faults().hang(CALLBACK, 1);
    let saved = note(&town, &ana, &bob).await;
    assert!(!saved.failed && saved.ack_ms < 3_000, "{} after {} ms", saved.text(), saved.ack_ms);
    assert_eq!(town.number(CASES).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_that_was_taken_without_a_word_is_given_once() {
    for trouble in [Fault::FailAfterApplying { status: 502 }, Fault::ResetAfterApplying, Fault::HangAfterApplying] {
        let town = Town::new().await;
        let (ana, bob) = (town.helper("ana"), town.member("bob"));
        town.sandbox.expected(|violation| violation.contains("answered twice"));
        town.sandbox.faults().plan(CALLBACK, 1, trouble.clone());
        let saved = note(&town, &ana, &bob).await;
        assert!(!saved.failed && saved.followups.is_empty(), "{trouble:?}: {}", saved.text());
        assert_eq!(town.number(CASES).await, 1, "{trouble:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_that_hang_for_ever_end_in_time_and_the_bot_goes_on() {
    let town = Town::with(|config| config.rest.timeout_s = 1).await;
    let (ana, bob) = (town.helper("ana"), town.member("bob"));
    town.sandbox.expected(|violation| violation.contains("interaction"));
    town.sandbox.faults().hang(CALLBACK, 4);
    let silent = note(&town, &ana, &bob).await;
    assert!(silent.failed, "{}", silent.text());
    assert!(town.sandbox.until_calls(PATIENCE, CALLBACK, 4).await, "{}", town.transcript());

    let saved = note(&town, &ana, &bob).await;
    assert!(!saved.failed, "{}", saved.text());
    assert_eq!(town.number(CASES).await, 2, "what was decided is written, answered or not");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_discord_left_open_is_told_as_unknown_and_never_as_failed() {
    let town = Town::new().await;
    let (ana, bob) = (town.helper("ana"), town.member("bob"));
    town.sandbox.faults().fail(CALLBACK, 2, 503, 0);
    let told = note(&town, &ana, &bob).await;
    assert!(told.text().contains("did not say whether that was done"), "{}", told.text());
    assert_eq!(town.number(CASES).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_limit_for_all_holds_back_everything_but_answers_to_people() {
    let town = Town::new().await;
    let (ana, bob) = (town.helper("ana"), town.member("bob"));
    let app = Arc::clone(town.app());
    town.sandbox.faults().rate_limit(ME, 1, 2.0, true);
    let started = monotonic();
    let limited = tokio::spawn({
        let app = Arc::clone(&app);
        async move { app.discord.rest.get(Route::UserMe).await }
    });
    let paused = async {
        while !app.discord.rest.is_paused() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(PATIENCE, paused).await.expect("the limit is taken to heart");
    let others = (0..5).map(|_| {
        let app = Arc::clone(&app);
        tokio::spawn(async move { app.discord.rest.get(Route::VoiceRegions).await })
    });
    let others: Vec<_> = others.collect();

    let saved = note(&town, &ana, &bob).await;
    assert!(!saved.failed && started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
    assert_eq!(town.sandbox.calls("GET /voice/regions").len(), 0, "the others wait");

    assert!(limited.await.unwrap().is_ok());
    for other in others {
        assert!(other.await.unwrap().is_ok());
    }
    assert!(started.elapsed() >= Duration::from_secs(2), "{:?}", started.elapsed());
    assert_eq!((town.sandbox.calls(ME).len(), town.sandbox.calls("GET /voice/regions").len()), (2, 5));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_limit_of_one_route_holds_back_nobody_else() {
    let (sandbox, rest) = rest(Settings::default()).await;
    sandbox.faults().rate_limit(ME, 1, 1.0, false);
    let limited = tokio::spawn({
        let rest = Arc::clone(&rest);
        async move { rest.get(Route::UserMe).await }
    });
    assert!(sandbox.until_calls(PATIENCE, ME, 1).await);
    let started = monotonic();
    rest.get(Route::VoiceRegions).await.expect("not limited");
    assert!(started.elapsed() < Duration::from_millis(500));
    limited.await.unwrap().expect("asked again");
    assert_eq!(sandbox.violations(), [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn odd_headers_of_a_limit_are_survived() {
    let (sandbox, rest) = rest(Settings::default()).await;
    let header = |name: &str, value: &str| vec![(name.to_owned(), value.to_owned())];
    let odd = [
        (header("retry-after", "0.05"), json!({})),
        (header("retry-after", "soon"), json!({"retry_after": 0.05, "global": "yes"})),
        (Vec::new(), json!({"retry_after": -3})),
    ];
    for (headers, body) in odd {
        sandbox.faults().plan(ME, 1, Fault::Answer { status: 429, headers, body });
    }
    rest.get(Route::UserMe).await.expect("the fourth time");
    assert_eq!(sandbox.calls(ME).len(), 4);

    // A limit that never ends is given up.
    sandbox.faults().rate_limit(ME, 99, 0.01, false);
    let refused = rest.get(Route::UserMe).await;
    assert!(matches!(refused, Err(Refusal::Refused { status: 429, .. })), "{refused:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_that_hangs_ends_and_its_outcome_is_unknown() {
    let (sandbox, rest) = rest(Settings { timeout_s: 1, ..Settings::default() }).await;
    sandbox.faults().hang(ME, 1);
    let started = monotonic();
    assert_eq!(rest.get(Route::UserMe).await, Err(Refusal::Unknown));
    assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
    sandbox.faults().plan(ME, 1, Fault::Reset);
    assert_eq!(rest.get(Route::UserMe).await, Err(Refusal::Unknown));
    assert!(rest.get(Route::UserMe).await.is_ok());
    sandbox.stop();
    let gone = rest.get(Route::UserMe).await;
    assert!(matches!(gone, Err(Refusal::Unreachable | Refusal::Unknown)), "{gone:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn too_many_refusals_hold_back_everything_but_answers_to_people() {
    let town = Town::with(|config| config.rest.breaker_invalid = 3).await;
    let (ana, bob) = (town.helper("ana"), town.member("bob"));
    let rest = &town.app().discord.rest;
    town.sandbox.faults().fail(ME, 3, 403, 50001);
    for _ in 0..3 {
        assert!(matches!(rest.get(Route::UserMe).await, Err(Refusal::Refused { status: 403, .. })));
    }
    assert_eq!(rest.get(Route::UserMe).await, Err(Refusal::Held));
    assert_eq!(rest.send(LightMethod::Post, Route::UserMeDmChannels, &json!({})).await, Err(Refusal::Held));
    assert_eq!(town.sandbox.calls(ME).len(), 3, "what is held back is not sent");
    assert!(!note(&town, &ana, &bob).await.failed);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_refused_in_mid_run_is_not_used_again_and_ends_the_process() {
    let mut town = Town::new().await;
    town.sandbox.faults().refuse_token(true);
    let app = Arc::clone(town.app());
    for _ in 0..3 {
        assert!(matches!(app.discord.rest.get(Route::UserMe).await, Err(Refusal::Refused { status: 401, .. })));
    }
    assert_eq!(town.sandbox.calls(ME).len(), 1);
    assert_eq!(town.ended().await, Ending::TokenRefused);
}
