//! Raids: the alert, what staff do about one, and the clean-up; a story for each sentence.

use std::time::Duration;

use serde_json::Value;
use steward::clock::monotonic;
use steward::sandbox::{Answer, BOT_RIGHTS, Given, Person, Shown, rights};

use crate::support::scene::{DAY, HOUR, MINUTE, Scene};

const SECOND: Duration = Duration::from_secs(1);
const BULK_BAN: &str = "POST /guilds/*/bulk-ban";
const BAN: &str = "PUT /guilds/*/bans/*";

/// A scene whose own people have been there for a while, with a mod log that moderators read.
async fn quiet() -> Scene {
    let mut scene = Scene::new().await;
    let guild = &scene.town.guild;
    let mut readers = guild.roles_of(&scene.moderator);
    readers.extend(guild.roles_of(&scene.manager));
    readers.push(guild.bot_role());
    scene.log = guild.private_channel("staff-room", &readers);
    scene.set("mod_log", &format!("<#{}>", scene.log)).await;
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

    insta::assert_snapshot!(alert(&scene).text(), @"
    Raid? Many people are joining
    **20 people** have joined since 16 November 2026 10:00 (12 seconds ago).
    I haven’t seen enough joins here yet to say what’s usual.
    Accounts less than a week old: 20. Have written something: 0.
    `/raid clean` shows who would be removed, then removes them. The raid ends by itself an hour after the rush.
    [Pause invites 1 h] [Pause DMs 1 h] [Show who joined] [Not a raid]
    ");
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
    insta::assert_snapshot!(alert(&scene).text(), @"
    Raid: over
    **45 people** joined from 16 November 2026 10:00 to 10:00.
    I haven’t seen enough joins here yet to say what’s usual.
    Accounts less than a week old: 45. Have written something: 1.
    The rush is over, so I ended it 1 hour ago.
    [Show who joined]
    ");
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

    insta::assert_snapshot!(answer.text(), @"Noted: it isn’t a raid. I won’t alert you again while this rush lasts.");
    insta::assert_snapshot!(alert(&scene).text(), @"
    Not a raid
    **25 people** joined from 16 November 2026 10:00 to 10:00.
    I haven’t seen enough joins here yet to say what’s usual.
    Accounts less than a week old: 25. Have written something: 0.
    @mona said 6 seconds ago that it isn’t a raid.
    ");
    for wave in 0..3 {
        scene.town.pass(20 * MINUTE).await;
        rush(&scene, &format!("wave{wave}"), 25).await;
    }
    assert_eq!(alerts(&scene).len(), 1);
    let none = scene.slash(&scene.moderator, "raid end", &[]).await;
    insta::assert_snapshot!(none.text(), @"No raid is open. `/raid start` begins one.");
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

    insta::assert_snapshot!(format!("{}\n{}", invites.text(), dms.text()), @"
    Invites are paused until 11:00. Discord opens them again by itself.
    DMs between members who aren’t friends are paused until 11:00. Discord allows them again by itself.
    ");
    let paused = incidents(&scene);
    assert!(paused["invites_disabled_until"].is_string() && paused["dms_disabled_until"].is_string(), "{paused}");
    insta::assert_snapshot!(alert(&scene).text(), @"
    Raid? Many people are joining
    **20 people** have joined since 16 November 2026 10:00 (18 seconds ago).
    I haven’t seen enough joins here yet to say what’s usual.
    Accounts less than a week old: 20. Have written something: 0.
    @mona paused invites until 11:00.
    @magnus paused DMs between members until 11:00.
    `/raid clean` shows who would be removed, then removes them. The raid ends by itself an hour after the rush.
    [Pause invites 1 h] [Pause DMs 1 h] [Show who joined] [Not a raid]
    ");

    // Without the right to it nothing is paused, and the answer says what is missing.
    scene.town.guild.bot_permissions(rights::VIEW_CHANNEL | rights::SEND_MESSAGES);
    scene.town.settled().await;
    let calls = scene.town.sandbox.calls("PUT /guilds/*/incident-actions").len();
    let refused = press(&scene, &scene.moderator, "Pause invites 1 h").await;
    insta::assert_snapshot!(refused.text(), @"I lack the permission “Manage Server” for that. Someone who manages the server can give it to my role under Server Settings → Roles; then try again.");
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

    insta::assert_snapshot!(preview.text(), @"
    **Ban 31 people? Nothing has been done yet.**
    Joined since: Monday, 16 November 2026 09:50, 10 minutes ago
    Only accounts younger than: 7 days
    Oldest account: opened Monday, 16 November 2026 09:00, 1 hour ago
    **1 of them has written something.** The file says who.
    People: @gift000, @gift001, @gift002, @gift003, @gift004, @gift005, @gift006, @gift007, @gift008, @gift009, @gift010, @gift011, @gift012, @gift013, @gift014, @gift015, @gift016, @gift017, @gift018, @gift019, 11 other people
    Their messages are deleted too: all of the last 10 min.
    I check each of them when you confirm. Staff, bots and anyone you or I can’t act on are skipped.
    No one gets a notice.
    (file raid.csv)
    [Confirm] [Cancel]
    ");
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
    // How many seconds it took depends on what else was on its way.
    let shown = alert(&scene).text().to_owned();
    let (before, rest) = shown.split_once(" (").unwrap();
    let (age, after) = rest.split_once(')').unwrap();
    assert!(age.ends_with("seconds ago"), "{age}");
    insta::assert_snapshot!(format!("{before}{after}"), @"
    Raid? Many people are joining
    **32 people** have joined since 16 November 2026 10:00.
    I haven’t seen enough joins here yet to say what’s usual.
    Accounts less than a week old: 32. Have written something: 1.
    Cleanup by @mona: ban, 30 of 31 done
    `/raid clean` shows who would be removed, then removes them. The raid ends by itself an hour after the rush.
    [Pause invites 1 h] [Pause DMs 1 h] [Show who joined] [Not a raid]
    ");
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
    insta::assert_snapshot!(started.text(), @"
    The raid is on. The staff see it in #staff-room, and everyone who joins now counts as part of it.
    Raid reported
    **12 people** have joined since 16 November 2026 09:50 (10 minutes ago).
    Accounts less than a week old: 12. Have written something: 0.
    @mona reported it with `/raid start`.
    `/raid clean` shows who would be removed, then removes them. The raid ends by itself an hour after the rush.
    [Pause invites 1 h] [Pause DMs 1 h] [Show who joined] [Not a raid]
    ");
    scene.town.pass(6 * SECOND).await;
    let open = scene.slash(&scene.manager, "raid start", &[]).await;
    insta::assert_snapshot!(open.text(), @"A raid has been open since 10 minutes ago. `/raid clean` acts on those who joined, `/raid end` ends it.");

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
    insta::assert_snapshot!(preview.text(), @"
    **Time out 24 people? Nothing has been done yet.**
    Joined since: Monday, 16 November 2026 09:50, 10 minutes ago
    Oldest account: opened Monday, 16 November 2026 09:00, 1 hour ago
    None of them has written anything.
    People: @guest000, @guest001, @guest002, @guest003, @guest004, @guest005, @guest006, @guest007, @guest008, @guest009, @guest010, @guest011, @more000, @more001, @more002, @more003, @more004, @more005, @more006, @more007, 4 other people
    For how long: 24 h
    I check each of them when you confirm. Staff, bots and anyone you or I can’t act on are skipped.
    No one gets a notice.
    (file raid.csv)
    [Confirm] [Cancel]
    ");
    confirm(&scene, &scene.manager, &preview).await;
    assert!(more.iter().all(|one| scene.town.guild.timed_out_until(one).is_some()));
    let ended = scene.slash(&scene.moderator, "raid end", &[]).await;
    insta::assert_snapshot!(ended.text(), @"The raid is over. 24 people joined in it. `/raid clean` still works for a week.");
    scene.town.pass(6 * SECOND).await;
    insta::assert_snapshot!(alert(&scene).text(), @"
    Raid: over
    **24 people** joined from 16 November 2026 09:50 to 10:00.
    I haven’t seen enough joins here yet to say what’s usual.
    Accounts less than a week old: 24. Have written something: 0.
    @mona reported it with `/raid start`.
    Cleanup by @mona: kick, 12 of 12 done
    Cleanup by @magnus: timeout, 12 of 24 done
    @mona ended it 6 seconds ago.
    [Show who joined]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clean_up_that_cannot_be_says_why() {
    let scene = quiet().await;
    let say = async |since: &str, more: &[(&'static str, Given)]| {
        clean(&scene, &scene.moderator, since, "ban", more).await.text().to_owned()
    };
    insta::assert_snapshot!(say("10m", &[]).await, @"
    No one has joined since 16 November 2026 09:50. Give an earlier time in `since`.
    [Correct]
    ");
    insta::assert_snapshot!(say("never", &[]).await, @"
    I can’t read “never” as a time that has passed. Write it like `30m`, `yesterday 18:00` or `25.11 18:00`. Times are those of UTC, the zone of this server.
    [Correct]
    ");
    for ahead in ["in 2h", "tomorrow 10:00"] {
        let refused = say(ahead, &[]).await;
        assert!(refused.starts_with(&format!("“{ahead}” is still to come")), "{refused}");
    }
    insta::assert_snapshot!(say("8d", &[]).await, @"
    I keep who joined for a week, so I can’t go back to 8 November 2026 10:00. Give a later time in `since`.
    [Correct]
    ");
    rush(&scene, "gift", 20).await;
    insta::assert_snapshot!(say("10m", &[("account_younger_than", "soon".into())]).await, @"
    I can’t read “soon” as an age. Write it like 12h, 7d or 2 weeks.
    [Correct]
    ");
    insta::assert_snapshot!(say("10m", &[("account_younger_than", "1m".into())]).await, @"
    20 people joined since then, but none of their accounts is that young. Leave `account_younger_than` out, or choose more.
    [Correct]
    ");
    let preview = clean(&scene, &scene.moderator, "10m", "ban", &[]).await;
    let cancelled = scene.town.click(&scene.moderator, &preview, "Cancel").await;
    insta::assert_snapshot!(cancelled.text(), @"Canceled. Nothing was done.");
    let choices = scene.moderator.autocomplete(scene.town.general, "raid clean", "since", "", &[]).await.unwrap();
    insta::assert_snapshot!(format!("{choices:#?}"), @r#"
    [
        Choice {
            name: "Since the raid began: Mon 16 Nov 2026 10:00 UTC",
            value: String("2026-11-16 10:00"),
        },
        Choice {
            name: "Since Mon 16 Nov 2026 09:50 UTC",
            value: String("10m"),
        },
        Choice {
            name: "Since Mon 16 Nov 2026 09:00 UTC",
            value: String("1h"),
        },
        Choice {
            name: "Since Sun 15 Nov 2026 10:00 UTC",
            value: String("24h"),
        },
    ]
    "#);
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
    insta::assert_snapshot!(clean(&scene, &ru, "10m", "ban", &[]).await.text(), @"
    **Забанить 20 человек? Пока ничего не сделано.**
    Вошли с этого времени: Monday, 16 November 2026 09:50, 10 minutes ago
    Самый старый аккаунт открыт: Monday, 16 November 2026 09:00, 1 hour ago
    Сообщений от них нет.
    Кого: @gift000, @gift001, @gift002, @gift003, @gift004, @gift005, @gift006, @gift007, @gift008, @gift009, @gift010, @gift011, @gift012, @gift013, @gift014, @gift015, @gift016, @gift017, @gift018, @gift019
    Их сообщения тоже будут удалены, все за последнее время: 10 мин
    При подтверждении каждый проверяется. Команда, боты и те, на кого вы или я не можем действовать, пропускаются.
    Сообщений никто не получит.
    (file raid.csv)
    [Подтвердить] [Отмена]
    ");
    insta::assert_snapshot!(clean(&scene, &ro, "10m", "kick", &[]).await.text(), @"
    **Excluzi 20 de persoane? Încă nu s-a făcut nimic.**
    Au intrat de la: Monday, 16 November 2026 09:50, 10 minutes ago
    Cel mai vechi cont, deschis: Monday, 16 November 2026 09:00, 1 hour ago
    Nimeni dintre ei nu a scris nimic.
    Persoane: @gift000, @gift001, @gift002, @gift003, @gift004, @gift005, @gift006, @gift007, @gift008, @gift009, @gift010, @gift011, @gift012, @gift013, @gift014, @gift015, @gift016, @gift017, @gift018, @gift019
    La confirmare verific fiecare persoană. Echipa, boții și cei asupra cărora nu poți sau nu pot acționa sunt săriți.
    Nimeni nu primește un mesaj.
    (file raid.csv)
    [Confirmă] [Renunță]
    ");
    scene.set("language", "ru").await;
    rush(&scene, "more", 1).await;
    insta::assert_snapshot!(scene.logged().pop().unwrap().text(), @"
    Рейд? Входит очень много людей
    Вошло людей: **21**. Начало: 16 November 2026 10:00 (12 seconds ago)
    Входов пока было слишком мало, чтобы сказать, сколько здесь обычно.
    Аккаунтов моложе недели: 21. Что-то написали: 0
    `/raid clean` покажет, кого удалит, и удалит их. Рейд закончится сам через час после наплыва.
    [Остановить вход на 1 ч] [Остановить ЛС на 1 ч] [Кто вошёл] [Не рейд]
    ");
    scene.set("language", "ro").await;
    rush(&scene, "evenmore", 1).await;
    insta::assert_snapshot!(scene.logged().pop().unwrap().text(), @"
    Raid? Intră foarte multe persoane
    Au intrat: **22**. Început: 16 November 2026 10:00 (18 seconds ago)
    Am văzut încă prea puține intrări ca să spun câte sunt obișnuite aici.
    Conturi mai noi de o săptămână: 22. Au scris ceva: 0
    `/raid clean` arată pe cine ar îndepărta, apoi face asta. Raidul se încheie singur la o oră după val.
    [Oprește invitațiile 1 h] [Oprește mesajele directe 1 h] [Arată cine a intrat] [Nu e raid]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_no_channel_is_set_staff_see_the_raid_in_the_answer() {
    let scene = quiet().await;
    scene.set("mod_log", "none").await;
    rush(&scene, "gift", 3).await;
    let started = scene.slash(&scene.moderator, "raid start", &[]).await;
    assert!(started.text().contains("so the staff finds it in `/reports list`"), "{}", started.text());
    let list = scene.slash(&scene.moderator, "reports list", &[]).await;
    assert!(list.text().contains("**A raid is on** since"), "{}", list.text());
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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_channel_of_the_settings_the_alert_goes_to_discords_own_channel_for_moderators() {
    for everyone_reads_it in [false, true] {
        let scene = quiet().await;
        scene.set("mod_log", "none").await;
        let guild = &scene.town.guild;
        let channel = if everyone_reads_it { guild.channel("updates") } else { guild.private_channel("updates", &[]) };
        guild.updates_channel(channel);
        rush(&scene, "gift", 25).await;
        let posts = scene.town.sandbox.messages(channel, &guild.owner());
        assert_eq!(posts.iter().filter(|post| is_alert(post.text())).count(), usize::from(!everyone_reads_it));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn discords_own_channel_for_moderators_gets_nothing_once_everyone_reads_it() {
    let scene = quiet().await;
    scene.set("mod_log", "none").await;
    let guild = &scene.town.guild;
    let channel = guild.private_channel("updates", &[]);
    guild.updates_channel(channel);
    scene.town.settled().await;
    guild.set_overwrites(channel, &[]);
    scene.town.settled().await;
    rush(&scene, "gift", 25).await;
    let posts = scene.town.sandbox.messages(channel, &guild.owner());
    assert!(!posts.iter().any(|post| is_alert(post.text())));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_joined_while_nobody_listened_is_read_from_the_list_of_members() {
    let mut scene = quiet().await;
    rush(&scene, "before", 2).await;
    scene.town.stop().await;
    let people: Vec<Person> =
        (0..30).map(|number| scene.town.guild.fresh_account(&format!("gift{number:03}"))).collect();
    people[29].leaves(scene.town.guild.id()).unwrap();
    scene.town.guild.bot("helper-bot", &[]);
    scene.town.clock.advance(HOUR);
    scene.town.start().await;
    scene.town.pass(6 * SECOND).await;

    let preview = clean(&scene, &scene.moderator, "2h", "ban", &[("account_younger_than", "7d".into())]).await;

    assert!(preview.text().starts_with("**Ban 31 people?"), "{}", preview.text());
    assert!(preview.text().contains("so a manager has to confirm it after you"), "{}", preview.text());
    assert!(alerts(&scene).is_empty(), "an hour later it is no rush");
    // What they write from now on is noted, and a second look finds nobody new.
    people[3].says(scene.town.general, "FREE GIFT CARDS").unwrap();
    scene.town.settled().await;
    scene.town.restart().await;
    let preview = clean(&scene, &scene.moderator, "2h", "ban", &[("account_younger_than", "7d".into())]).await;
    assert!(preview.text().starts_with("**Ban 31 people?"), "{}", preview.text());
    assert!(preview.text().contains("**1 of them has written something.**"), "{}", preview.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rush_that_began_while_nobody_listened_alerts_the_staff() {
    let mut scene = quiet().await;
    scene.town.stop().await;
    for number in 0..25 {
        scene.town.guild.fresh_account(&format!("gift{number:03}"));
    }
    scene.town.clock.advance(MINUTE);
    scene.town.start().await;
    scene.town.pass(6 * SECOND).await;
    assert!(alert(&scene).text().contains("25 people"), "{}", alert(&scene).text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_digest_gives_the_figures_of_a_raid_week_with_and_without_it() {
    let scene = quiet().await;
    let people = rush(&scene, "gift", 25).await;
    for one in people.iter().take(20) {
        one.says(scene.town.general, "FREE GIFT CARDS").unwrap();
    }
    for _ in 0..3 {
        scene.bob.says(scene.town.general, "What is going on?").unwrap();
    }
    scene.town.settled().await;
    scene.town.pass(6 * SECOND).await;
    let preview = clean(&scene, &scene.moderator, "10m", "ban", &[("account_younger_than", "7d".into())]).await;
    confirm(&scene, &scene.moderator, &preview).await;

    let digest = scene.town.slash(&scene.manager, "digest preview", &[]).await;

    let said = "Without the accounts that were removed, 1 person wrote 3 messages. With them: 21 people, 23 messages.";
    assert!(digest.text().contains(said), "{}", digest.text());
}
