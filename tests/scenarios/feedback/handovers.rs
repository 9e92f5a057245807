//! A theme is handed over to the tracker of the settings: once, however that goes, and everyone concerned hears of it.

use std::time::Duration;

use serde_json::json;
use steward::config::Secret;
use steward::config::webhook::{Preset, Webhook};
use steward::sandbox::Answer;

use super::{DAY, SECOND, Scene};
use crate::support::tracker::{Says, Tracker};

const MINUTE: Duration = Duration::from_secs(60);

/// With the channel of the team, a theme, and a tracker with these settings.
async fn scene(tracker: &Tracker, settings: impl FnOnce(&mut Webhook)) -> Scene {
    let mut webhook = Webhook {
        url: Some(Secret::new(tracker.url())),
        preset: Preset::Github,
        allow_private: true,
        timeout_s: 1,
        token: Some(Secret::new("lets-me-in")),
        secret: Some(Secret::new("shared")),
        ..Webhook::default()
    };
    settings(&mut webhook);
    let scene = Scene::with(|config| config.feedback_webhook = webhook).await;
    let owner = scene.town.guild.owner();
    let given = [("setting", "feedback".into()), ("value", scene.team.to_string().into())];
    scene.command(&owner, "setup set", &given).await;
    scene.tagged(&scene.ana, "The export lost my file", "Export loses files").await;
    scene
}

impl Scene {
    /// *Hand over* of the first theme, by a manager.
    async fn hand_over(&self) -> Answer {
        let theme = self.command(&self.manager, "feedback theme", &[("theme", "1".into())]).await;
        let packet = self.click(&self.manager, &theme, "Hand over").await;
        self.town.pass(10 * SECOND).await;
        packet
    }

    /// What the card of the first theme says of the tracker.
    fn tracker_line(&self) -> String {
        let card = self.card("Export loses files");
        card.lines().find(|line| line.contains("Tracker")).unwrap_or("nothing").to_owned()
    }

    /// What the manager was told in direct messages.
    fn told(&self) -> Vec<String> {
        self.town.sandbox.dms(&self.manager).iter().map(|message| message.text().to_owned()).collect()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_theme_that_is_handed_over_becomes_one_issue_and_its_card_leads_there() {
    let tracker = Tracker::start().await;
    let mut scene = scene(&tracker, |_| {}).await;
    let packet = scene.hand_over().await;
    // On its way, or there already.
    assert!(packet.text().contains("**Tracker:**"), "{}", packet.text());
    let sent = tracker.sent();
    assert_eq!(sent.len(), 1);
    let said = format!("{:#}", sent[0].body());
    assert!(
        said.contains("Export loses files")
            && said.contains("The export lost my file")
            && said.contains(r#""body""#)
            && said.contains(r#""title""#),
        "{said}"
    );
    assert_eq!(sent[0].path, "/issues");
    assert_eq!(sent[0].header("authorization"), "Bearer lets-me-in");
    assert_eq!(sent[0].header("accept"), "application/vnd.github+json");
    assert_eq!(sent[0].header("idempotency-key").len(), 32);
    assert!(sent[0].header("x-steward-signature").starts_with("t=1794819"), "{sent:?}");
    assert!(sent[0].header("x-steward-signature").contains(",v1="), "{sent:?}");
    let said = scene.tracker_line();
    assert!(said.contains("**Tracker:** <https://github.com/example/app/issues/7>"), "{said}");

    let again = scene.hand_over().await;
    let said = again.text().to_owned();
    assert!(said.contains("**Tracker:** <https://github.com/example/app/issues/7>"), "{said}");
    scene.town.restart().await;
    scene.town.pass(DAY).await;
    assert_eq!(tracker.sent().len(), 1, "the tracker has it");
    assert_eq!(scene.told(), [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tracker_that_is_unwell_gets_it_again_with_the_same_key() {
    let tracker = Tracker::start().await;
    let scene = scene(&tracker, |_| {}).await;
    tracker.says([Says::With(500, json!({})), Says::Nothing, Says::Bytes(200_000)]);
    scene.hand_over().await;
    let said = scene.tracker_line();
    assert!(said.contains("on its way, tried so far: 1. The tracker answers with an error (HTTP 500)."), "{said}");
    scene.town.pass(MINUTE).await;
    let said = scene.tracker_line();
    assert!(said.contains("on its way, tried so far: 2. The tracker doesn’t answer in time."), "{said}");
    scene.town.pass(3 * MINUTE).await;
    // Taken, although nobody reads so much of an answer.
    let said = scene.tracker_line();
    assert!(said.contains("**Tracker:** handed over"), "{said}");
    let keys: Vec<String> = tracker.sent().iter().map(|sent| sent.header("idempotency-key").to_owned()).collect();
    assert_eq!(keys.len(), 3);
    assert!(keys.iter().all(|key| *key == keys[0]), "{keys:?}");
    assert_eq!(scene.told(), [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_followed_elsewhere_and_a_refusal_is_told_at_once() {
    let tracker = Tracker::start().await;
    let elsewhere = Tracker::start().await;
    let scene = scene(&tracker, |_| {}).await;
    tracker.says([Says::Elsewhere(elsewhere.url()), Says::With(401, json!({"message": "Bad credentials"}))]);
    scene.hand_over().await;
    assert_eq!(elsewhere.sent().len(), 0);
    let said = scene.told().join("\n");
    assert!(said.contains("I couldn’t hand over **#1 Export loses files** to the tracker. The tracker’s address leads elsewhere (HTTP 307)") && said.contains("server Town"), "{said}");
    let said = scene.tracker_line();
    assert!(said.contains("not handed over. The tracker’s address leads elsewhere"), "{said}");
    scene.hand_over().await;
    let said = scene.tracker_line();
    assert!(said.contains("not handed over. The tracker refuses it (HTTP 401)."), "{said}");
    assert_eq!(scene.told().len(), 2);
    scene.hand_over().await;
    let said = scene.tracker_line();
    assert!(said.contains("https://github.com/example/app/issues/7"), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_private_is_not_spoken_to_by_number_or_by_name() {
    let tracker = Tracker::start().await;
    let by_number = scene(&tracker, |webhook| webhook.allow_private = false).await;
    by_number.hand_over().await;
    let said = by_number.tracker_line();
    assert!(said.contains("The tracker’s address isn’t on the public internet."), "{said}");
    let port = tracker.address.port();
    let by_name = scene(&tracker, |webhook| {
        webhook.allow_private = false;
        webhook.url = Some(Secret::new(format!("http://localhost:{port}/issues")));
    });
    let by_name = by_name.await;
    by_name.hand_over().await;
    let said = by_name.tracker_line();
    assert!(said.contains("The tracker’s address isn’t on the public internet."), "{said}");
    assert_eq!(tracker.sent().len(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_day_it_is_given_up_told_once_and_can_be_tried_again() {
    let tracker = Tracker::start().await;
    let scene = scene(&tracker, |_| {}).await;
    tracker.says(std::iter::repeat_n(Says::With(503, json!({})), 40));
    scene.hand_over().await;
    scene.town.pass(DAY - MINUTE).await;
    assert_eq!(scene.told(), [""; 0], "not yet");
    scene.town.pass(2 * MINUTE).await;
    let said = scene.told().join("\n");
    assert!(said.contains("The tracker answers with an error (HTTP 503)."), "{said}");
    let tries = tracker.sent().len();
    assert!((20..=40).contains(&tries), "{tries}");
    scene.town.pass(DAY).await;
    assert_eq!(tracker.sent().len(), tries, "no more");
    let key = tracker.sent()[0].header("idempotency-key").to_owned();

    let theme = scene.command(&scene.manager, "feedback theme", &[("theme", "1".into())]).await;
    let said = theme.text().to_owned();
    assert!(
        said.contains("not handed over. The tracker answers with an error (HTTP 503).") && said.contains("[Hand over]"),
        "{said}"
    );
    tracker.is_well();
    scene.hand_over().await;
    scene.town.pass(DAY).await;
    let said = scene.tracker_line();
    assert!(said.contains("https://github.com/example/app/issues/7"), "{said}");
    assert_eq!(tracker.sent().last().unwrap().header("idempotency-key"), key);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_handed_over_goes_along_when_themes_are_merged_and_nothing_goes_from_another_server() {
    let tracker = Tracker::start().await;
    let scene = scene(&tracker, |webhook| webhook.server = Some(steward::ids::GuildId(7))).await;
    let packet = scene.hand_over().await;
    assert!(!packet.text().contains("Tracker"), "{}", packet.text());
    assert_eq!(tracker.sent().len(), 0);

    let scene = self::scene(&tracker, |_| {}).await;
    scene.hand_over().await;
    scene.tagged(&scene.bob, "Files are gone", "Files vanish").await;
    // What failed of the other gives way to what was sent.
    tracker.says([Says::With(401, json!({"message": "Bad credentials"}))]);
    let theme = scene.command(&scene.manager, "feedback theme", &[("theme", "2".into())]).await;
    scene.click(&scene.manager, &theme, "Hand over").await;
    scene.town.pass(10 * SECOND).await;
    let card = scene.card("Files vanish");
    assert!(card.contains("not handed over"), "{card}");
    let given = [("theme", "1".into()), ("into", "2".into())];
    let asked = scene.command(&scene.manager, "feedback merge", &given).await;
    scene.click(&scene.manager, &asked, "Merge").await;
    scene.town.pass(10 * SECOND).await;
    let card = scene.card("Files vanish");
    assert!(card.contains("https://github.com/example/app/issues/7"), "{card}");
    assert_eq!(tracker.sent().len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn helpers_do_not_hand_over() {
    let tracker = Tracker::start().await;
    let scene = scene(&tracker, |_| {}).await;
    let theme = scene.command(&scene.helper, "feedback theme", &[("theme", "1".into())]).await;
    assert!(!theme.text().contains("[Hand over]"), "{}", theme.text());
}
