//! Who reads the log, a panic or an error learns nothing with which to act for the bot, and nothing that
//! one person wrote to another.

use std::process::Command;
use std::time::Duration;

use serenity::all::{InteractionId, Route};
use serenity::http::LightMethod;
use steward::config::Secret;
use steward::error::Error;
use steward::sandbox::rights;

use crate::support::process::House;
use crate::support::town::{PATIENCE, Town};
use crate::support::{SECRETS, no_secret_in};

const TRACE: [(&str, &str); 1] = [("RUST_LOG", "trace")];
const CALLBACK: &str = "POST /interactions/*/*/callback";
const ANSWER: &str = "PATCH /webhooks/*/*/messages/@original";
const POST: &str = "POST /channels/*/messages";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_day_at_the_finest_log_level_tells_no_token_nor_who_did_or_said_anything() {
    let house = House::new().await;
    let team = house.guild.private_channel("team", &[house.guild.bot_role()]);
    let managers =
        house.guild.role("Managers", rights::MANAGE_GUILD | rights::MODERATE_MEMBERS | rights::MANAGE_MESSAGES);
    let (magnus, bob) = (house.guild.person("magnus", &[managers]), house.guild.person("bob", &[]));
    // What a command has no answer to, because Discord broke off, is no mistake of the story.
    house.sandbox.expected(|violation| violation.contains("interaction"));

    // The way in, a wrong turn: the gateway's address comes late, the commands are refused at first.
    house.sandbox.faults().fail("GET /gateway/bot", 1, 500, 0);
    let steward = house.start_with(&TRACE);
    let here = house.sandbox.until(PATIENCE, |progress| progress.ready > 0).await;
    assert!(here && house.sandbox.until_command(PATIENCE, "warn").await, "{}", steward.said());

    bob.says(house.general, "mellow-otter writes in public").unwrap();
    let set = [("setting", "mod_log".into()), ("value", format!("<#{team}>").as_str().into())];
    magnus.slash(house.general, "setup set", &set).await.unwrap();
    let warn = async |reason: &str| {
        let given = [("member", (&bob).into()), ("reason", reason.into())];
        let preview = magnus.slash(house.general, "warn", &given).await.expect("sent");
        if preview.failed {
            return preview;
        }
        magnus.clicks(&preview, "Confirm").await.unwrap_or(preview)
    };
    let warned = warn("purple-kite is what he was warned for").await;
    assert!(warned.text().contains("told by direct message"), "{}", warned.text());

    // Whatever can fail on the way, with a token in the address of each call.
    house.sandbox.faults().fail(CALLBACK, 1, 500, 0);
    warn("purple-kite two").await;
    house.sandbox.faults().reset(CALLBACK, 1);
    warn("purple-kite three").await;
    house.sandbox.faults().fail(CALLBACK, 1, 404, 10_062);
    warn("purple-kite four").await;
    house.sandbox.faults().fail(CALLBACK, 1, 400, 50_035);
    warn("purple-kite five").await;
    house.sandbox.faults().fail(ANSWER, 2, 500, 0);
    warn("purple-kite six").await;
    house.sandbox.faults().rate_limit(CALLBACK, 1, 0.1, false);
    warn("purple-kite six and a half").await;
    house.sandbox.faults().fail(POST, 2, 403, 50_013);
    bob.closes_dms();
    warn("purple-kite seven").await;
    // A button that means nothing, and a form nobody was given.
    magnus.presses_custom_id(house.general, &warned, "moderation:confirm:1:999999").await;
    magnus.submits_custom_id(house.general, "moderation:void:1:999999", &[("reason", "purple-kite eight")]).await;
    // The line is cut, and the session goes on with the token.
    house.sandbox.gateway().drop();
    tokio::time::sleep(Duration::from_secs(2)).await;

    let mut steward = steward;
    steward.ask_to_stop();
    assert_eq!(steward.exit_code().await, 0, "{}", steward.said());
    let said = steward.said();
    assert!(said.lines().any(|line| line.contains("\"level\":\"DEBUG\"")), "the finest level was not in force\n{said}");
    no_secret_in(&said);
    // Nor who did anything, which with the time of a line would say who pressed what.
    let people = [magnus.id(), bob.id()].map(|id| id.to_string());
    let words = ["mellow-otter", "purple-kite", &house.sandbox.token(), &people[0], &people[1]];
    for words in words {
        let line = said.lines().find(|line| line.contains(words));
        assert_eq!(line, None, "{words} is in the log");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn errors_of_calls_with_a_token_in_their_address_do_not_carry_it() {
    let town = Town::new().await;
    let token = "aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4OTphYmNkZWZnaGlqa2xtbm9w";
    let rest = &town.app().discord.rest;
    let faults = town.sandbox.faults();
    town.sandbox.expected(|_| true);
    let ways: [(&str, &dyn Fn()); 4] = [
        ("cut", &|| faults.reset(CALLBACK, 1)),
        ("refused", &|| faults.fail(CALLBACK, 1, 400, 50_035)),
        ("broken", &|| faults.fail(CALLBACK, 1, 500, 0)),
        ("unknown", &|| {}),
    ];
    for (way, fail) in ways {
        fail();
        let route = || Route::InteractionResponse { interaction_id: InteractionId::new(5), token };
        let refused = rest.send(LightMethod::Post, route(), &serde_json::json!({"type": 1})).await;
        let refusal = refused.expect_err(way);
        let mut printed = format!("{refusal} {refusal:?} {refusal:#?}");
        let error = Error::from(refusal);
        printed += &format!("{error} {error:?} {error:#?}");
        if let Error::Fault(fault) = &error {
            printed += &format!("{fault:#} {fault:?}");
        }
        assert!(!printed.contains(token), "{printed}");
        no_secret_in(&printed);
    }
    // The settings and everything that has a token in it.
    let config = &town.app().config;
    for printed in
        [format!("{config:?}"), format!("{config:#?}"), format!("{:?}", town.app().db), format!("{:?}", town.sandbox)]
    {
        no_secret_in(&printed);
    }
}

/// Run by the test below in a process of its own; by itself it fails, as it should.
#[test]
#[ignore = "panics on purpose, for the test below"]
fn a_process_that_panics_with_secrets_in_its_hands() {
    let token = std::env::var("TOKEN_OF_THE_TEST").expect("set by the test below");
    let (secret, interaction) = (Secret::new(token.as_str()), format!("{}{}", SECRETS[1], "a".repeat(48)));
    steward::cli::log::start(Some("trace"), "info", Some(&secret)).expect("the log starts");
    let in_a_thread = std::thread::spawn({
        let (token, interaction) = (token.clone(), interaction.clone());
        move || panic!("no such token: {token}, in https://discord.com/api/v10/interactions/5/{interaction}/callback")
    });
    assert!(in_a_thread.join().is_err());
    panic!("a value with secrets in it: {:?}", (secret, format!("token: {interaction}")));
}

#[test]
fn a_panic_with_secrets_in_scope_prints_none() {
    let token = "MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789";
    let name = "faults::secrets::a_process_that_panics_with_secrets_in_its_hands";
    let output = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", name, "--ignored", "--nocapture"])
        .env("TOKEN_OF_THE_TEST", token)
        .env("RUST_BACKTRACE", "full")
        .output()
        .expect("it runs");
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("panicked: no such token: ***, in https://discord.com/api/v10/interactions/5/***/callback"),
        "{said}"
    );
    assert!(said.contains("a value with secrets in it"), "{said}");
    no_secret_in(&said);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_file_that_others_can_read_is_warned_of_at_every_start() {
    use std::os::unix::fs::PermissionsExt;
    let house = House::new().await;
    let file = house.folder().join(".env");
    std::fs::write(&file, "RUST_LOG=info\n").unwrap();
    for (mode, warned) in [(0o644, true), (0o640, true), (0o600, false)] {
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(mode)).unwrap();
        let mut steward = house.start_ready().await;
        assert_eq!(steward.said().contains("Run `chmod 600 .env`"), warned, "{mode:o}: {}", steward.said());
        steward.ask_to_stop();
        assert_eq!(steward.exit_code().await, 0);
        let (_, findings, _) = house.steward(&["check"]).await;
        let finding = if warned {
            "!!  others on this machine can read .env. Run `chmod 600 .env`"
        } else {
            "ok  .env is yours alone"
        };
        assert!(findings.contains(finding), "{mode:o}: {findings}");
    }
}
