//! Raids: the alert, what staff do about one, and the clean-up; a story for each sentence.

use std::time::Duration;

use serde_json::Value;
use steward::clock::monotonic;
use steward::sandbox::{Answer, BOT_RIGHTS, Given, Person, Shown, rights};

use crate::support::scene::{DAY, HOUR, MINUTE, Scene};

const SECOND: Duration = Duration::from_secs(1);
const BULK_BAN: &str = "POST /guilds/*/bulk-ban";
const BAN: &str = "PUT /guilds/*/bans/*";

/// A scene whose own people have been there for a while.
async fn quiet() -> Scene {
    let scene = Scene::new().await;
    scene.town.pass(HOUR).await;
    scene
}

/// So many accounts that are an hour old join, and what follows from that is shown.
async fn rush(scene: &Scene, name: &str, count: usize) -> Vec<Person> {
    let people = (0..count).map(|number| scene.town.guild.fresh_account(&format!("{name}{number:03}"))).collect();
    scene.town.settled().await;
    scene.town.pass(6 * SECOND).await;
    people
}

fn is_alert(text: &str) -> bool {
    text.starts_with("Raid") || text.starts_with("Not a raid")
}

/// The alerts in the mod log.
fn alerts(scene: &Scene) -> Vec<Shown> {
    scene.logged().into_iter().filter(|entry| is_alert(entry.text())).collect()
}

fn alert(scene: &Scene) -> Shown {
    alerts(scene).pop().expect("an alert")
}

async fn press(scene: &Scene, by: &Person, label: &str) -> Answer {
    let on = alert(scene).id.expect("a message");
    let answer = scene.town.meanwhile(by.clicks(on, label)).await.expect("pressed");
    scene.town.pass(6 * SECOND).await;
    answer
}

async fn clean(scene: &Scene, by: &Person, since: &str, act: &str, more: &[(&'static str, Given)]) -> Answer {
    let mut given: Vec<(&str, Given)> = vec![("since", since.into()), ("act", act.into())];
    given.extend(more.iter().cloned());
    scene.slash(by, "raid clean", &given).await
}

async fn confirm(scene: &Scene, by: &Person, preview: &Answer) -> Answer {
    let done = scene.town.meanwhile(by.clicks(preview, "Confirm")).await.expect("confirmed");
    scene.town.pass(6 * SECOND).await;
    done
}

fn incidents(scene: &Scene) -> Value {
    scene.town.sandbox.guild_json(scene.town.guild.id())["incidents_data"].clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_who_join_at_once_alert_the_staff_once() {
    let mut scene = quiet().await;
    rush(&scene, "gift", 19).await;
    assert!(alerts(&scene).is_empty(), "nineteen are no raid");

    rush(&scene, "late", 1).await;

    insta::assert_snapshot!(alert(&scene).text(), @"");
    rush(&scene, "more", 5).await;
    assert_eq!(alerts(&scene).len(), 1, "one alert for each raid");
    assert!(alert(&scene).text().contains("25 people"), "{}", alert(&scene).text());
    scene.town.restart().await;
    let more = rush(&scene, "again", 20).await;
    more[0].says(scene.town.general, "FREE GIFT CARDS").unwrap();
    scene.town.settled().await;
    scene.town.pass(6 * SECOND).await;
    assert_eq!(alerts(&scene).len(), 1, "also after a restart");
    assert!(alert(&scene).text().contains("45 people"), "{}", alert(&scene).text());
    assert!(alert(&scene).text().contains("Have written something: 1"), "{}", alert(&scene).text());

    // It ends by itself, and another one is another alert.
    scene.town.pass(2 * HOUR).await;
    insta::assert_snapshot!(alert(&scene).text(), @"");
    scene.town.pass(DAY).await;
    rush(&scene, "second", 20).await;
    assert_eq!(alerts(&scene).len(), 2);
    assert!(alert(&scene).text().contains("Usual"), "{}", alert(&scene).text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_staff_call_no_raid_alerts_nobody_again_while_it_lasts() {
    let scene = quiet().await;
    rush(&scene, "guest", 25).await;

    let answer = press(&scene, &scene.moderator, "Not a raid").await;

    insta::assert_snapshot!(answer.text(), @"");
    insta::assert_snapshot!(alert(&scene).text(), @"");
    for wave in 0..3 {
        scene.town.pass(20 * MINUTE).await;
        rush(&scene, &format!("wave{wave}"), 25).await;
    }
    assert_eq!(alerts(&scene).len(), 1);
    let none = scene.slash(&scene.moderator, "raid end", &[]).await;
    insta::assert_snapshot!(none.text(), @"");
    // What was no raid is usual from then on.
    scene.town.pass(DAY).await;
    rush(&scene, "next", 25).await;
    assert_eq!(alerts(&scene).len(), 2, "a hundred in a day are fewer than 25 in ten minutes");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn invites_and_direct_messages_are_paused_for_an_hour() {
    let scene = quiet().await;
    rush(&scene, "gift", 20).await;

    let invites = press(&scene, &scene.moderator, "Pause invites 1 h").await;
    let dms = press(&scene, &scene.manager, "Pause DMs 1 h").await;

    insta::assert_snapshot!(format!("{}\n{}", invites.text(), dms.text()), @"");
    let paused = incidents(&scene);
    assert!(paused["invites_disabled_until"].is_string() && paused["dms_disabled_until"].is_string(), "{paused}");
    insta::assert_snapshot!(alert(&scene).text(), @"");

    // Without the right to it nothing is paused, and the answer says what is missing.
    scene.town.guild.bot_permissions(rights::VIEW_CHANNEL | rights::SEND_MESSAGES);
    scene.town.settled().await;
    let calls = scene.town.sandbox.calls("PUT /guilds/*/incident-actions").len();
    let refused = press(&scene, &scene.moderator, "Pause invites 1 h").await;
    insta::assert_snapshot!(refused.text(), @"");
    assert_eq!(scene.town.sandbox.calls("PUT /guilds/*/incident-actions").len(), calls);
    // A helper has no say in it.
    let on = alert(&scene).id.unwrap();
    let helper = scene.town.guild.person("hal", &scene.town.guild.roles_of(&scene.helper));
    let refused = helper.clicks(on, "Not a raid").await;
    assert!(refused.as_ref().map_or(true, |answer| answer.text().starts_with("Only moderators")), "{refused:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn staff_see_who_joined_page_by_page_and_as_a_file() {
    let scene = quiet().await;
    let people = rush(&scene, "gift", 22).await;
    people[21].says(scene.town.general, "hello").unwrap();
    scene.town.settled().await;

    let first = press(&scene, &scene.moderator, "Show who joined").await;

    assert!(first.text().contains("22 people joined") && first.text().contains("Page 1 of 2"), "{}", first.text());
    assert_eq!(first.text().matches("has written").count(), 1, "{}", first.text());
    let second = scene.town.click(&scene.moderator, &first, "Next").await;
    assert!(second.text().contains("@gift000") && second.text().contains("Page 2 of 2"), "{}", second.text());
    let file = scene.town.click(&scene.moderator, &second, "All as a file").await;
    assert!(file.text().contains("raid.csv"), "{}", file.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_raid_is_cleaned_in_one_act() {
    let scene = quiet().await;
    let people = rush(&scene, "gift", 30).await;
    people[3].says(scene.town.general, "FREE GIFT CARDS").unwrap();
    let staff = scene.town.guild.fresh_account("newhelper");
    scene.town.guild.set_roles(&staff, &scene.town.guild.roles_of(&scene.helper));
    scene.town.settled().await;
    scene.town.pass(6 * SECOND).await;

    let preview = clean(&scene, &scene.moderator, "10m", "ban", &[("account_younger_than", "7d".into())]).await;

    insta::assert_snapshot!(preview.text(), @"");
    assert!(people.iter().all(|one| scene.town.guild.is_member(one)), "nothing is done yet");
    let late = scene.town.guild.fresh_account("toolate");
    let result = confirm(&scene, &scene.moderator, &preview).await;

    assert!(result.text().contains("Banned: 30") && result.text().contains("Not done: 1"), "{}", result.text());
    assert_eq!(scene.town.number("SELECT count(*) FROM mass_targets WHERE why = 'staff'").await, 1);
    assert!(people.iter().all(|one| scene.town.guild.is_banned(one)));
    assert!(scene.town.guild.is_member(&staff) && scene.town.guild.is_member(&late));
    assert_eq!(scene.town.sandbox.calls(BULK_BAN).len(), 1);
    assert_eq!(scene.town.sandbox.calls(BAN).len(), 0);
    let said = scene.town.sandbox.messages(scene.town.general, &scene.bob);
    assert!(said.iter().all(|message| !message.text().contains("GIFT")), "{said:?}");
    assert!(scene.town.sandbox.dms(&people[0]).is_empty(), "no notices");
    assert_eq!(scene.town.number("SELECT count(*) FROM cases WHERE kind = 'ban' AND act = 'applied'").await, 30);
    assert_eq!(scene.town.number("SELECT count(*) FROM cases").await, 30);
    insta::assert_snapshot!(alert(&scene).text(), @"");
    // Anyone of the staff sees how far it is.
    let entry =
        scene.logged().into_iter().find(|entry| entry.text().starts_with("ban for")).expect("one entry for all");
    assert!(entry.text().contains("Banned: 30") && entry.text().contains("Cases #1 to #30"), "{}", entry.text());
    let read = scene.manager.clicks(entry.id.unwrap(), "Result for each").await.unwrap();
    assert!(read.text().contains("Banned: 30"), "{}", read.text());
    // What the moderator does next does not wait for a manager.
    let given: [(&str, Given); 2] = [("user", (&late).into()), ("reason", "Came with the raid.".into())];
    let one = scene.slash(&scene.moderator, "ban", &given).await;
    assert!(one.text().starts_with("**Recorded: ban"), "{}", one.text());
    // A ban of many is lifted like any other.
    let given: [(&str, Given); 2] = [("user", (&people[7]).into()), ("reason", "A guest after all.".into())];
    scene.slash(&scene.moderator, "unban", &given).await;
    scene.town.pass(6 * SECOND).await;
    assert!(!scene.town.guild.is_banned(&people[7]) && scene.town.guild.is_banned(&people[8]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whom_discord_does_not_ban_with_the_others_is_banned_alone() {
    let scene = quiet().await;
    let people = rush(&scene, "gift", 40).await;
    let preview = clean(&scene, &scene.moderator, "10m", "ban", &[]).await;
    // Another moderator was faster with one of them; the answer to all others is lost.
    scene.town.guild.owner().bans(&people[0], "Raid").unwrap();
    scene.town.sandbox.faults().fail_after_applying(BULK_BAN, 1, 500);

    confirm(&scene, &scene.moderator, &preview).await;
    scene.town.pass(MINUTE).await;

    assert!(people.iter().all(|one| scene.town.guild.is_banned(one)));
    let bans = "SELECT count(*) FROM cases WHERE kind = 'ban' AND act = 'applied'";
    assert_eq!(scene.town.number(bans).await, 40);
    assert_eq!(scene.town.number("SELECT count(DISTINCT member_id) FROM cases").await, 40);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_right_to_ban_many_each_is_banned_alone() {
    let scene = quiet().await;
    let lesser = BOT_RIGHTS & !rights::MANAGE_GUILD;
    scene.town.guild.bot_permissions(lesser);
    let people = rush(&scene, "gift", 30).await;

    let preview = clean(&scene, &scene.moderator, "10m", "ban", &[]).await;
    confirm(&scene, &scene.moderator, &preview).await;
    scene.town.pass(MINUTE).await;

    assert!(people.iter().all(|one| scene.town.guild.is_banned(one)));
    assert_eq!((scene.town.sandbox.calls(BULK_BAN).len(), scene.town.sandbox.calls(BAN).len()), (0, 30));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_word_of_one_moderator_removes_nobody_without_a_manager() {
    let scene = quiet().await;
    let people = rush(&scene, "guest", 12).await;
    let started = scene.slash(&scene.moderator, "raid start", &[]).await;
    insta::assert_snapshot!(started.text(), @"");
    scene.town.pass(6 * SECOND).await;
    let open = scene.slash(&scene.manager, "raid start", &[]).await;
    insta::assert_snapshot!(open.text(), @"");

    let preview = clean(&scene, &scene.moderator, "10m", "kick", &[]).await;

    assert!(preview.text().contains("so a manager has to confirm it after you"), "{}", preview.text());
    let held = confirm(&scene, &scene.moderator, &preview).await;
    assert!(held.text().contains("waits for a manager"), "{}", held.text());
    assert!(people.iter().all(|one| scene.town.guild.is_member(one)));
    assert!(alert(&scene).text().contains("waits for a manager"), "{}", alert(&scene).text());
    let card = scene.logged().into_iter().find(|entry| entry.text().starts_with("kick for 12")).unwrap();
    let done = scene.town.meanwhile(scene.manager.clicks(card.id.unwrap(), "Confirm")).await.unwrap();
    scene.town.pass(6 * SECOND).await;
    assert!(done.text().contains("Confirmed by: @magnus"), "{}", done.text());
    assert!(people.iter().all(|one| !scene.town.guild.is_member(one)));
    // A manager needs nobody.
    let more = rush(&scene, "more", 12).await;
    let preview = clean(&scene, &scene.manager, "10m", "timeout", &[]).await;
    insta::assert_snapshot!(preview.text(), @"");
    confirm(&scene, &scene.manager, &preview).await;
    assert!(more.iter().all(|one| scene.town.guild.timed_out_until(one).is_some()));
    let ended = scene.slash(&scene.moderator, "raid end", &[]).await;
    insta::assert_snapshot!(ended.text(), @"");
    scene.town.pass(6 * SECOND).await;
    insta::assert_snapshot!(alert(&scene).text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clean_up_that_cannot_be_says_why() {
    let scene = quiet().await;
    let say = async |since: &str, more: &[(&'static str, Given)]| {
        clean(&scene, &scene.moderator, since, "ban", more).await.text().to_owned()
    };
    insta::assert_snapshot!(say("10m", &[]).await, @"");
    insta::assert_snapshot!(say("never", &[]).await, @"");
    insta::assert_snapshot!(say("8d", &[]).await, @"");
    rush(&scene, "gift", 20).await;
    insta::assert_snapshot!(say("10m", &[("account_younger_than", "soon".into())]).await, @"");
    insta::assert_snapshot!(say("10m", &[("account_younger_than", "1m".into())]).await, @"");
    let preview = clean(&scene, &scene.moderator, "10m", "ban", &[]).await;
    let cancelled = scene.town.click(&scene.moderator, &preview, "Cancel").await;
    insta::assert_snapshot!(cancelled.text(), @"");
    let choices = scene.moderator.autocomplete(scene.town.general, "raid clean", "since", "", &[]).await.unwrap();
    insta::assert_snapshot!(format!("{choices:#?}"), @"");
    let refused = scene
        .helper
        .slash_hidden(scene.town.general, "raid clean", &[("since", "10m".into()), ("act", "ban".into())])
        .await
        .unwrap();
    assert!(refused.text().starts_with("Only moderators"), "{}", refused.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_raid_speaks_the_language_of_whoever_deals_with_it() {
    let scene = quiet().await;
    rush(&scene, "gift", 20).await;
    let (ru, ro) = (scene.moderator.clone().locale("ru"), scene.manager.clone().locale("ro"));
    insta::assert_snapshot!(clean(&scene, &ru, "10m", "ban", &[]).await.text(), @"");
    insta::assert_snapshot!(clean(&scene, &ro, "10m", "kick", &[]).await.text(), @"");
    scene.set("language", "ru").await;
    rush(&scene, "more", 1).await;
    insta::assert_snapshot!(scene.logged().pop().unwrap().text(), @"");
    scene.set("language", "ro").await;
    rush(&scene, "evenmore", 1).await;
    insta::assert_snapshot!(scene.logged().pop().unwrap().text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_no_channel_is_set_staff_see_the_raid_in_the_answer() {
    let scene = quiet().await;
    scene.set("mod_log", "none").await;
    rush(&scene, "gift", 3).await;
    let started = scene.slash(&scene.moderator, "raid start", &[]).await;
    assert!(started.text().contains("so only you see this"), "{}", started.text());
    let who = scene.town.click(&scene.moderator, &started, "Show who joined").await;
    assert!(who.text().contains("3 people joined"), "{}", who.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_joined_is_forgotten_with_the_person_and_after_a_week() {
    let scene = quiet().await;
    let people = rush(&scene, "gift", 2).await;
    let joins = "SELECT count(*) FROM raid_joins WHERE at > 1794820000000";
    assert_eq!(scene.town.number(joins).await, 2);
    let asked = scene.town.slash(&people[0], "privacy forget", &[]).await;
    scene.town.click(&people[0], &asked, "Confirm").await;
    scene.town.settled().await;
    assert_eq!(scene.town.number(joins).await, 1);
    scene.town.pass(8 * DAY).await;
    assert_eq!(scene.town.number(joins).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_hundred_come_and_flood_are_cleaned_and_commands_are_answered_meanwhile() {
    let mut scene = quiet().await;
    let (mut people, mut waits, mut written) = (Vec::new(), Vec::new(), 0);
    for second in 1..=60 {
        while people.len() < 500 * second / 60 {
            people.push(scene.town.guild.fresh_account(&format!("gift{:03}", people.len())));
        }
        while written < 2_000 * second / 60 {
            people[written * 7 % people.len()].says(scene.town.general, "FREE GIFT CARDS").unwrap();
            written += 1;
        }
        let asked = monotonic();
        let answer = scene.moderator.slash(scene.town.general, "history", &[("member", (&scene.bob).into())]).await;
        waits.push(asked.elapsed());
        assert!(!answer.unwrap().failed, "answered in second {second}");
        scene.town.clock.advance(SECOND);
    }
    scene.town.settled().await;
    scene.town.pass(6 * SECOND).await;

    waits.sort_unstable();
    assert!(waits[waits.len() * 99 / 100 - 1] < SECOND, "{waits:?}");
    assert_eq!(alerts(&scene).len(), 1);
    assert!(alert(&scene).text().contains("500 people"), "{}", alert(&scene).text());

    let preview = clean(&scene, &scene.moderator, "10m", "ban", &[("account_younger_than", "7d".into())]).await;
    assert!(preview.text().starts_with("**Ban 500 people?"), "{}", preview.text());
    let begun = scene.moderator.clicks(&preview, "Confirm").await.unwrap();
    assert!(begun.text().starts_with("ban for 500 people"), "{}", begun.text());
    // It goes on after a restart, and another moderator sees how far it is.
    scene.town.restart().await;
    let seen = clean(&scene, &scene.manager, "10m", "kick", &[]).await;
    assert!(seen.text().starts_with("**Kick 500 people?"), "{}", seen.text());
    scene.town.pass(MINUTE).await;

    assert!(people.iter().all(|one| scene.town.guild.is_banned(one)));
    assert_eq!(scene.town.number("SELECT count(DISTINCT member_id) FROM cases WHERE act = 'applied'").await, 500);
    assert_eq!(scene.town.number("SELECT count(*) FROM cases").await, 500);
    assert!(scene.town.sandbox.calls(BULK_BAN).len() >= 3, "two hundred at a time");
    assert!(alert(&scene).text().contains("500 of 500 done"), "{}", alert(&scene).text());
    assert!(scene.town.sandbox.messages(scene.town.general, &scene.bob).is_empty(), "what they wrote is gone");
}
