//! What is done to a channel instead of a person: messages deleted, and slowmode; a story for each sentence.

use std::time::Duration;

use steward::ids::ChannelId;
use steward::sandbox::{Answer, Given, Person, rights};

use crate::support::scene::{DAY, MINUTE, Scene};

const SECOND: Duration = Duration::from_secs(1);
const BULK: &str = "POST /channels/*/messages/bulk-delete";
const ONE: &str = "DELETE /channels/*/messages/*";
const SLOW: &str = "PATCH /channels/*";

async fn purge(scene: &Scene, by: &Person, count: i64, more: &[(&'static str, Given)]) -> Answer {
    let mut given: Vec<(&str, Given)> = vec![("count", count.into())];
    given.extend(more.iter().cloned());
    scene.slash(by, "purge", &given).await
}

async fn slow(scene: &Scene, interval: &str) -> String {
    let answer = scene.slash(&scene.moderator, "slowmode", &[("interval", interval.into())]).await;
    answer.text().to_owned()
}

/// What an answer says, without the line of the times.
fn timeless(answer: &Answer) -> String {
    let lines = answer.text().lines().filter(|line| !line.starts_with("Oldest: "));
    lines.collect::<Vec<_>>().join("\n")
}

/// What stands in the channel where everyone writes.
fn left(scene: &Scene) -> Vec<String> {
    let shown = scene.town.sandbox.messages(scene.town.general, &scene.bob);
    shown.into_iter().map(|one| one.content).collect()
}

fn waits(scene: &Scene, channel: ChannelId) -> u64 {
    let channels = scene.town.guild.channels();
    let found = channels.iter().find(|one| one["id"] == channel.to_string().as_str());
    found.and_then(|one| one["rate_limit_per_user"].as_u64()).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn messages_are_shown_before_they_are_deleted_and_later_ones_stay() {
    let scene = Scene::new().await;
    let cleo = scene.town.member("cleo");
    for (by, text) in [(&cleo, "old"), (&scene.bob, "a"), (&cleo, "b"), (&scene.bob, "c")] {
        by.says(scene.town.general, text).unwrap();
    }

    let preview = purge(&scene, &scene.moderator, 3, &[]).await;

    insta::assert_snapshot!(timeless(&preview), @"
    **Delete 3 messages in #general? Nothing has been deleted yet.**
    From: @bob (2), @cleo (1)
    Messages posted from now on aren’t touched.
    [Delete] [Cancel]
    ");
    assert!(preview.text().contains("\nOldest: ") && preview.text().contains(". Newest: "), "{}", preview.text());
    assert_eq!(left(&scene).len(), 4, "nothing is deleted yet");
    scene.bob.says(scene.town.general, "after the preview").unwrap();

    let result = scene.town.click(&scene.moderator, &preview, "Delete").await;

    insta::assert_snapshot!(result.text(), @"Deleted in #general: 3 messages.");
    assert_eq!(left(&scene), ["old", "after the preview"]);
    scene.town.pass(5 * SECOND).await;
    let entry = scene.logged().pop().expect("an entry");
    let entry: Vec<&str> = entry.text().lines().filter(|line| !line.starts_with("When: ")).collect();
    insta::assert_snapshot!(entry.join("\n"), @"
    Messages deleted
    Deleted in #general: 3 messages.
    From: 2 people
    Deleted by: @mona
    ");
    let log = scene.town.sandbox.audit_log(scene.town.guild.id());
    let reason = format!("/purge by {}: 3 messages", scene.moderator.id());
    assert_eq!(log[0]["reason"].as_str(), Some(reason.as_str()));
    assert_eq!(scene.town.number("SELECT count(*) FROM audit WHERE action = 'channel.purge'").await, 1);
    // Each preview deletes once.
    let (on, delete) = (preview.id.expect("a preview"), &preview.buttons[0].custom_id);
    let again = scene.moderator.presses_custom_id(scene.town.general, on, delete).await;
    insta::assert_snapshot!(again.text(), @"These messages were already deleted with this preview. Use `/purge` again for others.");
    assert_eq!(scene.town.sandbox.calls(BULK).len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_what_was_asked_for_is_chosen() {
    let scene = Scene::new().await;
    for text in ["see https://example.org", "plain"] {
        scene.bob.says(scene.town.general, text).unwrap();
    }
    scene.helper.says(scene.town.general, "of somebody else").unwrap();

    let of_bob = purge(&scene, &scene.moderator, 9, &[("member", (&scene.bob).into())]).await;
    insta::assert_snapshot!(timeless(&of_bob), @"
    **Delete 2 messages in #general? Nothing has been deleted yet.**
    From: @bob (2)
    You asked for 9. I found 2: I look at the latest 1,000 messages, and none older than 14 days.
    Messages posted from now on aren’t touched.
    [Delete] [Cancel]
    ");
    let cancelled = scene.town.click(&scene.moderator, &of_bob, "Cancel").await;
    insta::assert_snapshot!(cancelled.text(), @"Canceled. Nothing was deleted.");
    let links = purge(&scene, &scene.moderator, 1, &[("contains_link", true.into())]).await;
    let result = scene.town.click(&scene.moderator, &links, "Delete").await;
    insta::assert_snapshot!(result.text(), @"Deleted in #general: 1 message.");
    assert_eq!(left(&scene), ["plain", "of somebody else"]);
    assert_eq!((scene.town.sandbox.calls(BULK).len(), scene.town.sandbox.calls(ONE).len()), (0, 1));

    scene.town.pass(15 * DAY).await;
    insta::assert_snapshot!(purge(&scene, &scene.moderator, 5, &[]).await.text(), @"
    There’s nothing to delete in #general: no message of the last 14 days fits, or all that do are pinned.
    [Correct]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_messages_go_in_hundreds_also_after_a_restart() {
    let mut scene = Scene::new().await;
    for number in 0..130 {
        scene.bob.says(scene.town.general, &format!("coins {number}")).unwrap();
    }
    let preview = purge(&scene, &scene.moderator, 120, &[]).await;
    scene.town.restart().await;

    let result = scene.town.click(&scene.moderator, &preview, "Delete").await;

    insta::assert_snapshot!(result.text(), @"Deleted in #general: 120 messages.");
    assert_eq!(left(&scene).len(), 10);
    assert_eq!(scene.town.sandbox.calls(BULK).len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_could_not_be_deleted_is_said_and_a_lost_answer_is_asked_for_again() {
    let mut scene = Scene::new().await;
    scene.town.expect_faults();
    for number in 0..4 {
        scene.bob.says(scene.town.general, &format!("coins {number}")).unwrap();
    }
    let preview = purge(&scene, &scene.moderator, 2, &[]).await;
    scene.town.sandbox.faults().fail(BULK, 1, 403, 50_013);
    let result = scene.town.click(&scene.moderator, &preview, "Delete").await;
    insta::assert_snapshot!(result.text(), @"Not deleted: 2 messages. I lack “Manage Messages” in #general, so nothing was done. Give it to my role there (channel settings → Permissions).");
    assert_eq!(left(&scene).len(), 4);

    let preview = purge(&scene, &scene.moderator, 2, &[]).await;
    scene.town.sandbox.faults().fail_after_applying(BULK, 1, 502);
    let result = scene.town.meanwhile(scene.moderator.clicks(&preview, "Delete")).await.unwrap();
    insta::assert_snapshot!(result.text(), @"Deleted in #general: 2 messages.");
    assert_eq!(left(&scene), ["coins 0", "coins 1"]);
    // Somebody was faster with the last one.
    let preview = purge(&scene, &scene.moderator, 1, &[]).await;
    let last = scene.town.sandbox.messages(scene.town.general, &scene.bob).pop().and_then(|one| one.id).unwrap();
    scene.bob.deletes(last).unwrap();
    let result = scene.town.click(&scene.moderator, &preview, "Delete").await;
    insta::assert_snapshot!(result.text(), @"Deleted in #general: 1 message.");
    assert_eq!(left(&scene), ["coins 0"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn channels_are_changed_only_by_those_who_see_them_and_where_steward_can() {
    let scene = Scene::new().await;
    let (town, hidden) = (&scene.town, scene.town.guild.private_channel("den", &[]));
    scene.bob.says(town.general, "hello").unwrap();
    for (words, option) in [("purge", ("count", Given::from(1))), ("slowmode", ("interval", Given::from("10s")))] {
        let given = [option, ("channel", hidden.into())];
        town.settled().await;
        let refused = scene.moderator.slash_hidden(town.general, words, &given).await.unwrap();
        assert_eq!(
            refused.text(),
            "There’s no such channel here that you can see. Choose one from the list.\n[Correct]",
            "{words}"
        );
        let refused = scene.helper.slash_hidden(town.general, words, &given[..1]).await.unwrap();
        assert!(refused.text().starts_with("Only moderators"), "{}", refused.text());
    }

    town.guild.bot_permissions(rights::VIEW_CHANNEL | rights::SEND_MESSAGES | rights::READ_MESSAGE_HISTORY);
    insta::assert_snapshot!(purge(&scene, &scene.moderator, 1, &[]).await.text(), @"I lack “Manage Messages” in #general, so nothing was done. Give it to my role there (channel settings → Permissions).");
    insta::assert_snapshot!(slow(&scene, "10s").await, @"I lack “Manage Channels” in #general, so nothing was done. Give it to my role there (channel settings → Permissions).");
    assert_eq!((left(&scene).len(), waits(&scene, town.general)), (1, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slowmode_says_what_held_before() {
    let mut scene = Scene::new().await;
    scene.town.expect_faults();
    insta::assert_snapshot!(slow(&scene, "30s").await, @"Slowmode in #general: 30 s. Before: off.");
    assert_eq!(waits(&scene, scene.town.general), 30);
    insta::assert_snapshot!(slow(&scene, "0.5 min").await, @"
    Slowmode in #general is already set to this: 30 s.
    [Correct]
    ");
    insta::assert_snapshot!(slow(&scene, "7h").await, @"
    “7h” is too long. Slowmode takes at most 6 hours.
    [Correct]
    ");
    insta::assert_snapshot!(slow(&scene, "slow").await, @"
    I can’t read “slow” as a length of time. Write it like 10s, 5 min or 2h, or write off.
    [Correct]
    ");
    assert_eq!(waits(&scene, scene.town.general), 30);
    insta::assert_snapshot!(slow(&scene, "off").await, @"Slowmode in #general: off. Before: 30 s.");
    assert_eq!(waits(&scene, scene.town.general), 0);

    scene.town.sandbox.faults().fail(SLOW, 1, 403, 50_013);
    insta::assert_snapshot!(slow(&scene, "10s").await, @"Slowmode in #general wasn’t changed, it’s still: off. I lack “Manage Channels” in #general, so nothing was done. Give it to my role there (channel settings → Permissions).");
    // An answer that was lost is asked for again, which harms nobody.
    scene.town.sandbox.faults().fail_after_applying(SLOW, 1, 502);
    let given: [(&str, Given); 1] = [("interval", "10s".into())];
    let answer = scene.town.meanwhile(scene.moderator.slash(scene.town.general, "slowmode", &given)).await.unwrap();
    insta::assert_snapshot!(answer.text(), @"Slowmode in #general: 10 s. Before: off.");
    scene.town.pass(MINUTE).await;
    assert_eq!(waits(&scene, scene.town.general), 10);
    let logged: Vec<String> = scene.logged().iter().map(|entry| timeless_entry(entry.text())).collect();
    insta::assert_snapshot!(logged.join("\n\n"), @"
    Slowmode changed
    Slowmode in #general: 30 s. Before: off.
    Set by: @mona

    Slowmode changed
    Slowmode in #general: off. Before: 30 s.
    Set by: @mona

    Slowmode changed
    Slowmode in #general wasn’t changed, it’s still: off. I lack “Manage Channels” in #general, so nothing was done. Give it to my role there (channel settings → Permissions).
    Set by: @mona

    Slowmode changed
    Slowmode in #general: 10 s. Before: off.
    Set by: @mona
    ");
}

/// An entry of the mod log, without its time.
fn timeless_entry(entry: &str) -> String {
    entry.lines().filter(|line| !line.starts_with("When: ")).collect::<Vec<_>>().join("\n")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refusal_midway_says_what_was_deleted_before() {
    let scene = Scene::new().await;
    for number in 0..120 {
        scene.bob.says(scene.town.general, &format!("coins {number}")).unwrap();
    }
    let preview = purge(&scene, &scene.moderator, 110, &[]).await;
    let held = scene.town.sandbox.faults().hold(BULK);
    let press = async {
        held.arrived().await;
        // The first hundred goes; the second is refused.
        held.apply().await;
    };
    scene.town.sandbox.faults().fail(BULK, 1, 403, 50_013);
    let (result, ()) = tokio::join!(scene.town.click(&scene.moderator, &preview, "Delete"), press);

    insta::assert_snapshot!(result.text(), @"
    Deleted in #general: 100 messages.
    Not deleted: 10 messages. I lack “Manage Messages” in #general now. Give it to my role there (channel settings → Permissions), then use `/purge` for the rest.
    ");
    assert_eq!(left(&scene).len(), 20);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn deleting_and_slowmode_speak_the_language_of_whoever_acts() {
    let scene = Scene::new().await;
    scene.bob.says(scene.town.general, "hello").unwrap();
    let ru = scene.moderator.clone().locale("ru");
    let preview = purge(&scene, &ru, 5, &[]).await;
    let lines: Vec<&str> = preview.text().lines().filter(|line| !line.starts_with("Самое")).collect();
    insta::assert_snapshot!(lines.join("\n"), @"
    **Удалить 1 сообщение в канале #general? Пока ничего не удалено.**
    Авторы: @bob (1)
    Запрошено: 5. Найдено: 1. Я смотрю последние 1000 сообщений, не старше 14 дней.
    Сообщения, которые появятся с этого момента, удалены не будут.
    [Удалить] [Отмена]
    ");
    let ro = scene.moderator.clone().locale("ro");
    let preview = purge(&scene, &ro, 1, &[]).await;
    let result = scene.town.click(&ro, &preview, "Șterge").await;
    insta::assert_snapshot!(result.text(), @"Șterse din canalul #general: 1 mesaj.");
    let answer = scene.slash(&ro, "slowmode", &[("interval", "2 min".into())]).await;
    insta::assert_snapshot!(answer.text(), @"Modul lent în canalul #general: 2 min. Înainte: oprit.");
}
