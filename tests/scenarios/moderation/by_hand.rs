//! What staff do by hand in Discord becomes a case; a story for each sentence.

use std::time::Duration;

use serde_json::json;
use steward::sandbox::{Answer, Given};

use crate::support::scene::{DAY, HOUR, MINUTE, Scene};

const SECOND: Duration = Duration::from_secs(1);

async fn cases(scene: &Scene) -> i64 {
    scene.town.pass(2 * SECOND).await;
    scene.town.number("SELECT count(*) FROM cases").await
}

async fn history(scene: &Scene) -> Answer {
    scene.slash(&scene.moderator, "history", &[("member", (&scene.bob).into())]).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_act_by_hand_is_one_case_with_who_did_it_and_why() {
    let scene = Scene::new().await;
    let owner = scene.town.guild.owner();
    scene.manager.times_out(&scene.bob, Some(HOUR), "Too loud").unwrap();
    scene.town.settled().await;
    insta::assert_snapshot!(scene.view(&scene.moderator, 1).await.text(), @"
    Case #1: timeout
    Too loud
    About: @bob
    Recorded by: @magnus
    When: Monday, 16 November 2026 09:00, now
    Source: done by hand in Discord
    On Discord: in force until Monday, 16 November 2026 10:00, in 1 hour
    ");
    scene.manager.times_out(&scene.bob, None, "We talked").unwrap();
    scene.town.settled().await;
    owner.kicks(&scene.bob, "Ads").unwrap();
    scene.town.settled().await;
    owner.bans(&scene.bob, "").unwrap();
    scene.town.settled().await;
    owner.unbans(&scene.bob, "A mistake").unwrap();
    assert_eq!(cases(&scene).await, 5);

    let list = scene.slash(&scene.moderator, "case list", &[]).await;
    insta::assert_snapshot!(list.text(), @"
    Cases
    **#5** ban lifted · @bob · 2 seconds ago · by @owner of Town · A mistake
    **#4** ban (changed by somebody else) · @bob · 2 seconds ago · by @owner of Town
    **#3** kick · @bob · 2 seconds ago · by @owner of Town · Ads
    **#2** timeout lifted · @bob · 2 seconds ago · by @magnus · We talked
    **#1** timeout (changed by somebody else) · @bob · 2 seconds ago · by @magnus · Too loud
    Page 1 of 1 · 5 cases
    ");
    scene.town.pass(5 * SECOND).await;
    assert_eq!(scene.logged().len(), 5);
    assert!(scene.dms().is_empty(), "nobody is told of what Steward did not do");
    let from: [(&str, Given); 1] = [("moderator", (&scene.manager).into())];
    let list = scene.slash(&scene.moderator, "case list", &from).await;
    assert!(list.text().contains("Too loud") && !list.text().contains("Ads"), "{}", list.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_steward_did_itself_is_not_recorded_twice() {
    let scene = Scene::new().await;
    scene.timeout(&scene.moderator, "1h").await;
    scene.untimeout(&scene.moderator).await;
    let given: [(&str, Given); 2] = [("user", (&scene.bob).into()), ("reason", "Spam".into())];
    scene.slash(&scene.moderator, "ban", &given).await;
    scene.slash(&scene.moderator, "unban", &[("user", (&scene.bob).into())]).await;
    assert_eq!(cases(&scene).await, 4);
    // Discord may tell of the same entry twice.
    scene.town.sandbox.gateway().duplicate("GUILD_AUDIT_LOG_ENTRY_CREATE");
    scene.town.guild.owner().bans(&scene.bob, "By hand").unwrap();
    assert_eq!(cases(&scene).await, 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_timeout_lifted_by_hand_is_over_in_the_history_at_once() {
    let scene = Scene::new().await;
    scene.timeout(&scene.moderator, "2d").await;
    assert!(history(&scene).await.text().contains("timeout (in force)"));
    scene.manager.times_out(&scene.bob, None, "").unwrap();
    scene.town.settled().await;
    insta::assert_snapshot!(history(&scene).await.text(), @"
    History
    **@bob**: 1 timeout, 1 timeout lifted, last on 16 November 2026.

    **#2** timeout lifted · now · by @magnus
    **#1** timeout (changed by somebody else) · 1 second ago · by @mona · Flooded the channel.
    Page 1 of 1 · 2 cases
    ");
    assert_eq!(scene.town.number("SELECT count(*) FROM jobs WHERE kind LIKE 'moderation.%'").await, 0);

    // One set by hand is over when its time is, and nothing renews or lifts it.
    scene.manager.times_out(&scene.bob, Some(HOUR), "").unwrap();
    scene.town.pass(HOUR + MINUTE).await;
    assert_eq!(scene.line(3, "On Discord").await, "over");
    assert_eq!(scene.told(), 1, "Steward set the first one only");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ban_by_hand_is_lifted_and_given_an_end_like_any_other() {
    let scene = Scene::new().await;
    let owner = scene.town.guild.owner();
    owner.bans(&scene.bob, "Spam").unwrap();
    scene.town.settled().await;
    let given: [(&str, Given); 2] = [("number", 1.into()), ("duration", "7d".into())];
    scene.slash(&scene.manager, "case edit", &given).await;
    scene.town.pass(6 * DAY).await;
    assert!(scene.town.guild.is_banned(&scene.bob));
    scene.town.pass(2 * DAY).await;
    assert!(!scene.town.guild.is_banned(&scene.bob));
    assert_eq!(scene.line(1, "On Discord").await, "over");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_happened_while_nobody_listened_is_read_from_the_audit_log() {
    let mut scene = Scene::new().await;
    let ana = scene.town.member("ana");
    scene.town.settled().await;
    scene.town.stop().await;
    let owner = scene.town.guild.owner();
    owner.bans(&scene.bob, "While you slept").unwrap();
    scene.manager.times_out(&ana, Some(DAY), "Also then").unwrap();
    scene.town.start().await;
    assert_eq!(cases(&scene).await, 2);
    assert_eq!(scene.line(1, "Recorded by").await, format!("@{}", owner.name()));
    assert!(scene.line(2, "On Discord").await.starts_with("in force until"));
    // A second look finds nothing new.
    scene.town.restart().await;
    assert_eq!(cases(&scene).await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_prune_is_one_case_about_so_many() {
    let scene = Scene::new().await;
    let options = json!({"delete_member_days": "30", "members_removed": "12"});
    scene.town.guild.audit(21, &scene.manager, None, Some("Cleaning"), &options);
    assert_eq!(cases(&scene).await, 1);
    insta::assert_snapshot!(scene.view(&scene.moderator, 1).await.text(), @"
    Case #1: kick
    Cleaning
    About: 12 inactive members (prune)
    Recorded by: @magnus
    When: Monday, 16 November 2026 09:00, 2 seconds ago
    Source: done by hand in Discord
    On Discord: done
    ");
    let list = scene.slash(&scene.moderator, "case list", &[]).await;
    insta::assert_snapshot!(list.text(), @"
    Cases
    **#1** kick · 12 inactive members (prune) · 2 seconds ago · by @magnus · Cleaning
    Page 1 of 1 · 1 case
    ");
    let file = scene.slash(&scene.manager, "case export", &[]).await;
    let csv = String::from_utf8(file.files[0].bytes.clone()).unwrap();
    assert!(csv.contains("\n1,kick,,"), "a prune is about nobody who has a name: {csv}");
}
