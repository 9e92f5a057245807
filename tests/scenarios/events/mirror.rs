//! The event on Discord's list: what is changed there is followed here, and the other way round.

use serde_json::json;
use steward::sandbox::Person;
use steward::sandbox::faults::Fault;
use steward::sandbox::rights::{self, Overwrite};

use super::{DAY, HOUR, MINUTE, SECOND, Scene, scene};

const CHANGE: &str = "PATCH /guilds/*/scheduled-events/*";

async fn with_keeper() -> (Scene, Person) {
    let scene = scene().await;
    let keepers = scene.town.guild.role("Keepers", rights::MANAGE_EVENTS);
    let keeper = scene.town.guild.person("kira", &[keepers]);
    scene.town.settled().await;
    (scene, keeper)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_changed_in_discord_is_followed() {
    let (scene, kira) = with_keeper().await;
    let card = scene.publish(&[]).await;
    scene.press(&scene.ana, &card, "Going").await;
    let id = scene.town.guild.event_ids()[0];
    let change = json!({"name": "Feast", "scheduled_start_time": "2026-11-21T18:00:00Z",
        "scheduled_end_time": "2026-11-21T20:00:00Z", "entity_metadata": {"location": "Hall"}});
    kira.changes_event(id, &change).unwrap();
    scene.town.pass(3 * SECOND).await;
    let text = scene.now(&card).text().to_owned();
    assert!(text.contains("Feast") && text.contains("Saturday, 21 November 2026 18:00"), "{text}");
    assert!(text.contains("2 h") && text.contains("**Where:** Hall"), "{text}");
    assert_eq!(scene.thread(&card).len(), 1, "those signed up are told once");
    assert_eq!(scene.town.sandbox.calls(CHANGE).len(), 0, "nothing is sent back");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_changes_at_once_are_both_kept() {
    let (scene, kira) = with_keeper().await;
    let card = scene.publish(&[]).await;
    let id = scene.town.guild.event_ids()[0];
    // Discord does not take ours yet.
    scene.town.sandbox.faults().plan(CHANGE, 1, Fault::Reset);
    scene.town.slash(&scene.olga, "event edit", &[("event", "1".into()), ("title", "Feast".into())]).await;
    let change = json!({"scheduled_start_time": "2026-11-21T18:00:00Z", "scheduled_end_time": "2026-11-21T19:00:00Z"});
    kira.changes_event(id, &change).unwrap();
    scene.town.pass(MINUTE).await;
    let (text, listed) = (scene.now(&card).text().to_owned(), scene.town.guild.events()[0].clone());
    for shown in [&text, &listed] {
        assert!(shown.contains("Feast") && shown.contains("21 November 2026 18:00"), "{shown}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn interested_counts_as_maybe() {
    let scene = scene().await;
    let card = scene.publish(&[]).await;
    let id = scene.town.guild.event_ids()[0];
    scene.ana.is_interested(id, true).unwrap();
    scene.town.pass(5 * SECOND).await;
    assert!(scene.now(&card).text().contains("**Maybe:** 1"), "{}", scene.now(&card).text());
    scene.press(&scene.bob, &card, "Going").await;
    scene.bob.is_interested(id, true).unwrap();
    scene.bob.is_interested(id, false).unwrap();
    scene.ana.is_interested(id, false).unwrap();
    scene.town.pass(5 * SECOND).await;
    let text = scene.now(&card).text().to_owned();
    assert!(text.contains("**Going:** 1") && !text.contains("Maybe:"), "{text}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_event_that_is_deleted_in_discord_is_cancelled_and_of_a_series_the_next_one_opens() {
    let (scene, kira) = with_keeper().await;
    let card = scene.publish(&[]).await;
    scene.press(&scene.ana, &card, "Going").await;
    kira.deletes_event(scene.town.guild.event_ids()[0]).unwrap();
    scene.town.pass(5 * SECOND).await;
    assert!(scene.now(&card).text().contains("· canceled"), "{}", scene.now(&card).text());
    assert!(scene.thread(&card)[0].text().contains("was canceled"));

    let series =
        scene.publish(&[("title", "Class"), ("repeat", "weekly")].map(|(name, value)| (name, value.into()))).await;
    kira.deletes_event(scene.town.guild.event_ids()[0]).unwrap();
    scene.town.pass(5 * SECOND).await;
    assert!(scene.now(&series).text().contains("this one is skipped"), "{}", scene.now(&series).text());
    assert_eq!((scene.cards().len(), scene.town.guild.events().len()), (3, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_done_in_discord_while_steward_was_away_is_followed() {
    let (mut scene, kira) = with_keeper().await;
    let raid = scene.publish(&[]).await;
    let class = scene.publish(&[("title", "Class".into()), ("repeat", "weekly".into())]).await;
    let gone = scene.publish(&[("title", "Gone".into())]).await;
    let ids = scene.town.guild.event_ids();
    scene.bob.is_interested(ids[0], true).unwrap();
    scene.press(&scene.ana, &gone, "Going").await;
    scene.town.pass(5 * SECOND).await;
    assert!(scene.now(&raid).text().contains("**Maybe:** 1"), "{}", scene.now(&raid).text());

    scene.town.stop().await;
    kira.changes_event(
        ids[0],
        &json!({"name": "Feast", "scheduled_start_time": "2026-11-21T18:00:00Z",
        "scheduled_end_time": "2026-11-21T19:00:00Z"}),
    )
    .unwrap();
    scene.bob.is_interested(ids[0], false).unwrap();
    scene.ana.is_interested(ids[0], true).unwrap();
    scene.eve.is_interested(ids[0], true).unwrap();
    kira.deletes_event(ids[1]).unwrap();
    kira.changes_event(ids[2], &json!({"status": 4})).unwrap();
    scene.town.start().await;
    scene.town.pass(10 * SECOND).await;

    let text = scene.now(&raid).text().to_owned();
    assert!(text.contains("Feast") && text.contains("Saturday, 21 November 2026 18:00"), "{text}");
    assert!(text.contains("**Maybe:** 2"), "{text}");
    assert!(scene.now(&class).text().contains("this one is skipped"), "{}", scene.now(&class).text());
    assert!(scene.now(&gone).text().contains("· canceled"), "{}", scene.now(&gone).text());
    assert_eq!(scene.thread(&gone).len(), 1, "those signed up are told once");
    assert_eq!(scene.cards().len(), 4, "the series has opened its next date");
    // Read again, nothing is new.
    scene.town.restart().await;
    scene.town.pass(10 * SECOND).await;
    assert_eq!((scene.now(&raid).text(), scene.thread(&gone).len(), scene.cards().len()), (&*text, 1, 4));
    assert_eq!(scene.town.sandbox.calls(CHANGE).len(), 0, "nothing is sent back");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_list_read_anew_brings_nobody_back_and_takes_nobodys_place() {
    let mut scene = scene().await;
    let card = scene.publish(&[("repeat", "weekly".into())]).await;
    let id = scene.town.guild.event_ids()[0];
    scene.bob.is_interested(id, true).unwrap();
    scene.eve.is_interested(id, true).unwrap();
    scene.town.pass(5 * SECOND).await;
    let reminded = scene.press(&scene.bob, &card, "Remind me").await;
    scene.bob.presses_custom_id(scene.town.general, &reminded, "events:every:1:1:every").await;
    let preview = scene.command(&scene.eve, "privacy forget", &[]).await;
    scene.town.click(&scene.eve, &preview, "Confirm").await;
    scene.town.settled().await;
    scene.town.restart().await;
    scene.town.pass(10 * SECOND).await;
    assert!(scene.now(&card).text().contains("**Maybe:** 1"), "eve was forgotten: {}", scene.now(&card).text());

    scene.town.pass(5 * DAY).await;
    assert_eq!(scene.cards().len(), 2);
    scene.town.restart().await;
    scene.town.pass(10 * SECOND).await;
    assert!(scene.card().text().contains("**Maybe:** 1"), "bob comes every time: {}", scene.card().text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_event_whose_channel_steward_no_longer_sees_was_not_deleted() {
    let mut scene = scene().await;
    let voice = scene.town.guild.voice_channel("Lounge");
    let card = scene.publish(&[("channel", voice.into()), ("post", scene.town.general.into())]).await;
    scene.town.stop().await;
    let everyone = scene.town.guild.id().get();
    let hidden = Overwrite { id: everyone, of_member: false, allow: 0, deny: rights::VIEW_CHANNEL };
    scene.town.guild.set_overwrites(voice, &[hidden]);
    scene.town.start().await;
    scene.town.pass(10 * SECOND).await;
    assert!(!scene.now(&card).text().contains("canceled"), "{}", scene.now(&card).text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_voice_event_begins_and_ends_on_the_list_too() {
    let (scene, kira) = with_keeper().await;
    let voice = scene.town.guild.voice_channel("Lounge");
    let general = scene.town.general;
    let card = scene.publish(&[("channel", voice.into()), ("post", general.into())]).await;
    scene.town.pass(4 * DAY + 10 * HOUR + MINUTE).await;
    assert!(scene.town.sandbox.calls(CHANGE).len() == 1, "it is begun");
    scene.town.pass(2 * HOUR).await;
    assert_eq!((scene.town.sandbox.calls(CHANGE).len(), scene.town.guild.events().len()), (2, 0));
    assert!(scene.now(&card).text().contains("· over"), "{}", scene.now(&card).text());

    // Somebody begins and ends one early in Discord.
    let early = scene.publish(&[("title", "Early".into()), ("channel", voice.into()), ("post", general.into())]).await;
    let id = scene.town.guild.event_ids()[0];
    kira.changes_event(id, &json!({"status": 2})).unwrap();
    scene.town.pass(5 * SECOND).await;
    assert!(scene.now(&early).text().contains("going on now"), "{}", scene.now(&early).text());
    kira.changes_event(id, &json!({"status": 3})).unwrap();
    scene.town.pass(5 * SECOND).await;
    assert!(scene.now(&early).text().contains("· over"), "{}", scene.now(&early).text());
}
