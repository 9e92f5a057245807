//! What Discord's AutoMod does becomes cases, where a server wants that; a story for each sentence.

use std::time::Duration;

use steward::sandbox::AutoModAction::{Alert, Block, Timeout};
use steward::sandbox::Given;

use crate::support::scene::{HOUR, MINUTE, Scene};

const SECOND: Duration = Duration::from_secs(1);

async fn watched() -> Scene {
    let scene = Scene::new().await;
    scene.set("automod_cases", "on").await;
    scene
}

async fn cases(scene: &Scene) -> i64 {
    scene.town.pass(2 * SECOND).await;
    scene.town.number("SELECT count(*) FROM cases").await
}

async fn history(scene: &Scene) -> String {
    scene.slash(&scene.moderator, "history", &[("member", (&scene.bob).into())]).await.text().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn automod_makes_no_cases_until_a_server_wants_that() {
    let mut scene = Scene::new().await;
    scene.town.guild.automod("No coins", &scene.bob, scene.town.general, &[Block, Timeout(HOUR)]);
    assert_eq!(cases(&scene).await, 0);
    assert_eq!(scene.town.number("SELECT count(*) FROM automod_hits").await, 0);

    // What it did before is not read from the log later.
    scene.set("automod_cases", "on").await;
    scene.town.restart().await;
    assert_eq!(cases(&scene).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_is_one_case_whatever_automod_did_about_it() {
    let scene = watched().await;

    scene.town.guild.automod("No coins", &scene.bob, scene.town.general, &[Block, Alert(scene.log)]);

    assert_eq!(cases(&scene).await, 1);
    let view = scene.view(&scene.moderator, 1).await;
    let said = ["Case #1: AutoMod action", "No coins", "Recorded by: AutoMod", "messages blocked: 1", "alerts: 1"];
    assert!(said.iter().all(|line| view.text().contains(line)), "{}", view.text());
    let history = history(&scene).await;
    assert!(history.contains("**#1** AutoMod action · ") && history.contains("by AutoMod · No coins"), "{history}");
    assert_eq!(scene.logged().len(), 1);
    assert!(scene.dms().is_empty(), "Discord has told them itself");
    let own = scene.slash(&scene.bob, "mycases", &[]).await;
    assert!(!own.text().contains("No coins"), "{}", own.text());

    // Another message a while later is another case.
    scene.town.pass(2 * MINUTE).await;
    scene.town.guild.automod("No ads", &scene.bob, scene.town.general, &[Block]);
    assert_eq!(cases(&scene).await, 2);
    let given: [(&str, Given); 2] = [("number", 1.into()), ("reason", "It was a quote.".into())];
    let refused = scene.slash(&scene.moderator, "case void", &given).await;
    assert!(refused.text().starts_with("AutoMod recorded case #1, so only a manager"), "{}", refused.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_timeout_by_automod_is_in_force_and_can_be_lifted() {
    let scene = watched().await;

    scene.town.guild.automod("No coins", &scene.bob, scene.town.general, &[Block, Timeout(HOUR)]);

    assert_eq!(cases(&scene).await, 1);
    let view = scene.view(&scene.moderator, 1).await;
    let said = ["Case #1: timeout", "On Discord: in force until Monday, 16 November 2026 10:0", "timeouts: 1"];
    assert!(said.iter().all(|line| view.text().contains(line)), "{}", view.text());
    assert!(
        history(&scene).await.contains("timeout (in force) · 2 seconds ago · by AutoMod"),
        "{}",
        history(&scene).await
    );
    let longer = scene.timeout(&scene.moderator, "30m").await;
    assert!(longer.text().contains("case #1"), "{}", longer.text());
    scene.untimeout(&scene.moderator).await;
    assert!(!scene.silenced());
    assert_eq!(scene.line(1, "On Discord").await, "taken back");

    // One that nobody lifts ends by itself.
    scene.town.pass(HOUR).await;
    scene.town.guild.automod("No coins", &scene.bob, scene.town.general, &[Timeout(HOUR)]);
    scene.town.pass(HOUR + MINUTE).await;
    assert_eq!(scene.line(3, "On Discord").await, "over");
    assert_eq!(scene.town.number("SELECT count(*) FROM jobs WHERE kind LIKE 'moderation.%'").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flood_is_one_case_that_counts() {
    let scene = watched().await;
    for _ in 0..12 {
        scene.town.guild.automod("No coins", &scene.bob, scene.town.general, &[Block, Alert(scene.log)]);
        scene.town.pass(3 * SECOND).await;
    }
    scene.town.guild.automod("No ads", &scene.bob, scene.log, &[Block, Timeout(HOUR)]);
    scene.town.pass(MINUTE).await;

    assert_eq!(cases(&scene).await, 1);
    let view = scene.view(&scene.moderator, 1).await;
    let said =
        ["Case #1: timeout", "No coins, No ads", "messages blocked: 13", "alerts: 12", "timeouts: 1", "in: #general"];
    assert!(said.iter().all(|line| view.text().contains(line)), "{}", view.text());
    assert_eq!(scene.logged().len(), 1, "one entry, edited in place");
    // Two people are two cases, also at once.
    let ana = scene.town.member("ana");
    scene.town.guild.automod("No coins", &ana, scene.town.general, &[Block]);
    scene.town.guild.automod("No coins", &scene.bob, scene.town.general, &[Block]);
    assert_eq!(cases(&scene).await, 3);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reason_that_a_manager_wrote_outlives_the_flood() {
    let scene = watched().await;
    scene.town.guild.automod("No coins", &scene.bob, scene.town.general, &[Block]);
    assert_eq!(cases(&scene).await, 1);
    let given: [(&str, Given); 2] = [("number", 1.into()), ("reason", "Coins again.".into())];
    scene.slash(&scene.manager, "case edit", &given).await;
    scene.town.guild.automod("No ads", &scene.bob, scene.town.general, &[Block]);
    assert_eq!(cases(&scene).await, 1);
    let view = scene.view(&scene.moderator, 1).await;
    let said = ["Coins again.", "messages blocked: 2"];
    assert!(said.iter().all(|line| view.text().contains(line)), "{}", view.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_automod_did_while_nobody_listened_is_read_from_the_audit_log() {
    let mut scene = watched().await;
    let ana = scene.town.member("ana");
    scene.town.settled().await;
    scene.town.stop().await;
    scene.town.guild.automod("No coins", &scene.bob, scene.town.general, &[Block, Timeout(HOUR)]);
    scene.town.guild.automod("No ads", &ana, scene.town.general, &[Block]);
    scene.town.start().await;
    assert_eq!(cases(&scene).await, 2);
    let view = scene.view(&scene.moderator, 1).await;
    assert!(view.text().contains("No coins") && view.text().contains("Recorded by: AutoMod"), "{}", view.text());
    assert!(scene.line(1, "On Discord").await.starts_with("in force until Monday, 16 November 2026 10:0"));
    // A second look finds nothing new.
    scene.town.restart().await;
    assert_eq!(cases(&scene).await, 2);
    let view = scene.view(&scene.moderator, 1).await;
    assert!(view.text().contains("messages blocked: 1"), "{}", view.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn automod_speaks_three_languages() {
    let scene = watched().await;
    scene.town.guild.automod("No coins", &scene.bob, scene.town.general, &[Block, Alert(scene.log), Timeout(HOUR)]);
    scene.town.pass(2 * SECOND).await;
    let ru = scene.view(&scene.moderator.clone().locale("ru"), 1).await;
    let ro = scene.view(&scene.moderator.clone().locale("ro"), 1).await;
    for (view, said) in [
        (&ru, ["Кто записал: AutoMod", "заблокировано сообщений: 1", "тайм-аутов: 1", "где: #general"]),
        (&ro, ["Notat de: AutoMod", "mesaje blocate: 1", "pauze (timeout): 1", "unde: #general"]),
    ] {
        assert!(said.iter().all(|line| view.text().contains(line)), "{}", view.text());
    }
}
