//! The same done to many people at once, and kicks and bans that wait for a manager; a story for each sentence.

use std::time::Duration;

use steward::sandbox::{Answer, Given, Person};

use crate::support::scene::{HOUR, MINUTE, Scene};

const SECOND: Duration = Duration::from_secs(1);
const KICK: &str = "DELETE /guilds/*/members/*";

/// Their ids, as somebody pastes them.
fn ids(people: &[&Person]) -> String {
    people.iter().map(|one| one.id().to_string()).collect::<Vec<_>>().join(" ")
}

async fn mass(scene: &Scene, by: &Person, act: &str, users: &str, more: &[(&'static str, Given)]) -> Answer {
    let mut given: Vec<(&str, Given)> =
        vec![("act", act.into()), ("users", users.into()), ("reason", "They came to flood.".into())];
    given.extend(more.iter().cloned());
    scene.slash(by, "mass", &given).await
}

fn for_an_hour() -> [(&'static str, Given); 1] {
    [("duration", "1h".into())]
}

async fn confirm(scene: &Scene, by: &Person, preview: &Answer) -> Answer {
    let result = scene.town.click(by, preview, "Confirm").await;
    scene.town.pass(4 * SECOND).await;
    result
}

async fn kick(scene: &Scene, by: &Person, whom: &Person) -> Answer {
    let given: [(&str, Given); 2] = [("member", whom.into()), ("reason", "Advertised again.".into())];
    let answer = scene.slash(by, "kick", &given).await;
    scene.town.pass(SECOND).await;
    answer
}

fn crowd(scene: &Scene, count: usize) -> Vec<Person> {
    (0..count).map(|number| scene.town.member(&format!("flood{number:03}"))).collect()
}

/// An entry of the mod log, without its time.
fn timeless(text: &str) -> String {
    text.lines().filter(|line| !line.starts_with("When: ")).collect::<Vec<_>>().join("\n")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_are_timed_out_after_one_preview_and_each_has_a_result() {
    let scene = Scene::new().await;
    let (ana, cleo) = (scene.town.member("ana"), scene.town.member("cleo"));
    let (owner, bot) = (scene.town.guild.owner(), scene.town.guild.the_bot());
    let people = [&scene.bob, &ana, &owner, &bot, &scene.moderator, &scene.manager, &cleo, &scene.bob];

    let preview = mass(&scene, &scene.moderator, "timeout", &ids(&people), &for_an_hour()).await;

    insta::assert_snapshot!(preview.text(), @"
    **Time out 7 people? Nothing has been done yet.** For how long: 1 h
    Reason: They came to flood.
    People: @bob, @ana, @owner of Town, @Steward, @mona, @magnus, @cleo
    I check each of them when you confirm, and skip anyone you or I can’t act on.
    No one gets a notice.
    [Confirm] [Cancel]
    ");
    assert!(!scene.silenced(), "nothing is done yet");
    // Several are done at once: whose order comes first is not said.
    let of_bob = format!("PATCH /guilds/*/members/{}", scene.bob.id());
    scene.town.sandbox.faults().fail(&of_bob, 1, 403, 50_013);
    let result = confirm(&scene, &scene.moderator, &preview).await;

    insta::assert_snapshot!(result.text(), @"
    timeout for 7 people
    Timed out: 2
    Not done: 5
    @bob, case #1: not done. Discord did not let me do that. My role needs “Time out members”, and its place has to be above everyone it is done to: look under Server Settings → Roles, then try again.
    @ana, case #2: in force until Monday, 16 November 2026 10:00, in 1 hour
    @owner of Town: not done, they own the server
    @Steward: not done, that’s me
    @mona: not done, no one acts on themselves
    @magnus: not done, they aren’t below the moderator
    @cleo, case #3: in force until Monday, 16 November 2026 10:00, in 1 hour
    ");
    let held = [&ana, &cleo].map(|one| scene.town.guild.timed_out_until(one));
    assert!(held.iter().all(Option::is_some), "{held:?}");
    assert!(scene.dms().is_empty() && scene.town.sandbox.dms(&ana).is_empty(), "nobody gets a notice");
    assert_eq!(scene.logged().len(), 1, "one entry for all of them");
    insta::assert_snapshot!(timeless(scene.logged()[0].text()), @"
    timeout for 7 people
    By: @mona
    Reason: They came to flood.
    People: @bob, @ana, @owner of Town, @Steward, @mona, @magnus, @cleo
    For how long: 1 h
    Timed out: 2
    Not done: 5
    Cases #1 to #3
    [Result for each]
    ");
    // Anyone of the staff reads what came of each.
    let entry = scene.logged()[0].id.unwrap();
    let read = scene.manager.clicks(entry, "Result for each").await.unwrap();
    assert!(read.ephemeral && read.text().contains("@ana, case #2"), "{}", read.text());
    // Each preview acts once.
    let (on, button) = (preview.id.unwrap(), &preview.buttons[0].custom_id);
    let again = scene.moderator.presses_custom_id(scene.town.general, on, button).await;
    insta::assert_snapshot!(again.text(), @"This was already confirmed. The mod log shows what came of it.");
    assert_eq!(scene.town.number("SELECT count(*) FROM cases").await, 3);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_that_cannot_be_acted_on_says_why() {
    let scene = Scene::new().await;
    let say = async |by: &Person, act: &str, users: &str, more: &[(&'static str, Given)]| {
        mass(&scene, by, act, users, more).await.text().to_owned()
    };
    let bob = ids(&[&scene.bob]);
    insta::assert_snapshot!(say(&scene.moderator, "kick", "@bob 12", &[]).await, @"
    I can’t read this as an ID or a mention: @bob, 12. Write IDs or mentions with spaces between them.
    [Correct]
    ");
    insta::assert_snapshot!(say(&scene.moderator, "kick", ", ;", &[]).await, @"
    No one is named. Write IDs or mentions with spaces between them.
    [Correct]
    ");
    insta::assert_snapshot!(say(&scene.moderator, "timeout", &bob, &[]).await, @"
    A timeout needs a duration. Write it like 2h or 7d.
    [Correct]
    ");
    insta::assert_snapshot!(say(&scene.moderator, "kick", &bob, &for_an_hour()).await, @"
    A kick has no duration. Leave it out, or choose a ban.
    [Correct]
    ");
    let many = |count: i64| (0..count).map(|id| format!("<@{}> ", 200_000_000_000_000_000 + id)).collect::<String>();
    insta::assert_snapshot!(say(&scene.moderator, "ban", &many(51), &[]).await, @"
    That’s 51 people. Moderators act on at most 50 at once, managers on 200.
    [Correct]
    ");
    insta::assert_snapshot!(say(&scene.manager, "ban", &many(201), &[]).await, @"
    That’s 201 people. At most 200 go at once.
    [Correct]
    ");
    let refused = scene
        .helper
        .slash_hidden(
            scene.town.general,
            "mass",
            &[("act", "kick".into()), ("users", bob.into()), ("reason", "x".into())],
        )
        .await
        .unwrap();
    assert!(refused.text().starts_with("Only moderators"), "{}", refused.text());

    let preview = mass(&scene, &scene.manager, "ban", &many(3), &[]).await;
    let cancelled = scene.town.click(&scene.manager, &preview, "Cancel").await;
    insta::assert_snapshot!(cancelled.text(), @"Canceled. Nothing was done.");
    let preview = mass(&scene, &scene.manager, "ban", &many(2), &[]).await;
    let nobody = confirm(&scene, &scene.manager, &preview).await;
    insta::assert_snapshot!(nobody.text(), @"
    ban for 2 people
    Banned: 0
    Not done: 2
    @unknown-user: not done, no one has this ID
    @unknown-user: not done, no one has this ID
    ");
    assert_eq!(scene.town.number("SELECT count(*) FROM cases").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_are_banned_once_each_also_with_a_restart_in_between() {
    let mut scene = Scene::new().await;
    let people = crowd(&scene, 60);
    let all: Vec<&Person> = people.iter().collect();
    let keeper = scene.town.guild.owner();
    let preview = mass(&scene, &keeper, "ban", &ids(&all), &[]).await;
    let result = scene.town.meanwhile(keeper.clicks(&preview, "Confirm")).await.unwrap();
    assert!(result.text().starts_with("ban for 60 people"), "{}", result.text());
    scene.town.restart().await;
    scene.town.pass(MINUTE).await;

    assert!(people.iter().all(|one| scene.town.guild.is_banned(one)));
    assert_eq!(scene.town.number("SELECT count(DISTINCT member_id) FROM cases WHERE act = 'applied'").await, 60);
    assert_eq!(scene.town.number("SELECT count(*) FROM cases").await, 60);
    assert_eq!(scene.town.number("SELECT count(*) FROM mass_acts WHERE state = 'done'").await, 1);
    let entry = scene.logged().pop().unwrap();
    assert!(entry.text().contains("Banned: 60") && entry.text().contains("Cases #1 to #60"), "{}", entry.text());
    let read = keeper.clicks(entry.id.unwrap(), "Result for each").await.unwrap();
    assert!(read.text().contains("@flood059, case #60: done"), "{}", read.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_eleventh_kick_of_a_moderator_waits_for_a_manager() {
    let scene = Scene::new().await;
    let people = crowd(&scene, 13);
    for one in &people[..10] {
        let result = kick(&scene, &scene.moderator, one).await;
        assert!(result.text().starts_with("**Recorded: kick"), "{}", result.text());
    }

    let waits = kick(&scene, &scene.moderator, &people[10]).await;

    insta::assert_snapshot!(waits.text(), @"Only a manager can go past 10 kicks or bans in 10 minutes, so this kick waits for a manager. I’ve asked them in the mod log. Nothing was done yet.");
    assert!(scene.town.guild.is_member(&people[10]));
    let card = scene.logged().pop().unwrap();
    insta::assert_snapshot!(timeless(card.text()), @"
    kick for 1 person
    By: @mona
    Reason: Advertised again.
    People: @flood010
    **More than 10 kicks or bans by @mona within 10 minutes. Nothing more is done until a manager confirms.**
    [Confirm] [Dismiss]
    ");
    let refused = scene.moderator.clicks(card.id.unwrap(), "Confirm").await;
    assert!(refused.as_ref().map_or(true, |answer| answer.text().starts_with("Only managers")), "{refused:?}");
    let done = scene.town.meanwhile(scene.manager.clicks(card.id.unwrap(), "Confirm")).await.unwrap();
    insta::assert_snapshot!(done.text(), @"
    kick for 1 person
    Confirmed by: @magnus
    Kicked: 1
    @flood010, case #11: done
    ");
    scene.town.pass(5 * SECOND).await;
    assert!(!scene.town.guild.is_member(&people[10]));
    assert_eq!(scene.town.sandbox.dms(&people[10]).len(), 1, "they hear of it before");
    assert!(scene.line(11, "Recorded by").await.contains("@mona"));
    let again = scene.manager.clicks(card.id.unwrap(), "Result for each").await.unwrap();
    assert!(again.text().contains("Confirmed by: @magnus"), "{}", again.text());

    // Another one is dismissed; a manager waits for nobody, and ten minutes later nor does the moderator.
    kick(&scene, &scene.moderator, &people[11]).await;
    let card = scene.logged().pop().unwrap();
    let dismissed = scene.town.meanwhile(scene.manager.clicks(card.id.unwrap(), "Dismiss")).await.unwrap();
    insta::assert_snapshot!(dismissed.text(), @"Dismissed by @magnus, nothing was done.");
    scene.town.pass(5 * SECOND).await;
    assert!(scene.town.guild.is_member(&people[11]) && scene.logged().pop().unwrap().buttons.is_empty());
    scene.town.pass(HOUR).await;
    let free = kick(&scene, &scene.moderator, &people[12]).await;
    assert!(free.text().starts_with("**Recorded: kick"), "{}", free.text());
    assert_eq!(scene.town.sandbox.calls(KICK).len(), 12);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn eleven_bans_at_once_wait_for_a_manager_too() {
    let scene = Scene::new().await;
    let people = crowd(&scene, 11);
    let all: Vec<&Person> = people.iter().collect();
    let preview = mass(&scene, &scene.moderator, "ban", &ids(&all), &[]).await;

    let held = confirm(&scene, &scene.moderator, &preview).await;

    assert!(held.text().contains("waits for a manager"), "{}", held.text());
    assert!(!people.iter().any(|one| scene.town.guild.is_banned(one)));
    let card = scene.logged().pop().unwrap();
    let done = scene.town.meanwhile(scene.town.guild.owner().clicks(card.id.unwrap(), "Confirm")).await.unwrap();
    assert!(done.text().contains("Banned: 11"), "{}", done.text());
    assert!(people.iter().all(|one| scene.town.guild.is_banned(one)));
    scene.town.pass(5 * SECOND).await;

    // Without a mod log there is nobody to ask.
    scene.set("mod_log", "none").await;
    let more = crowd(&scene, 1);
    let refused = kick(&scene, &scene.moderator, &more[0]).await;
    insta::assert_snapshot!(refused.text(), @"
    Only a manager can go past 10 kicks or bans in 10 minutes, so a manager has to confirm this. Ask one to do it, or to set a mod log (`/setup set setting:mod_log`) where I can ask them.
    [Correct]
    ");
    assert!(scene.town.guild.is_member(&more[0]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn acting_on_many_speaks_the_language_of_whoever_acts() {
    let scene = Scene::new().await;
    let users = ids(&[&scene.bob]);
    let ru = scene.moderator.clone().locale("ru");
    let given: [(&str, Given); 4] = [
        ("act", "timeout".into()),
        ("users", users.clone().into()),
        ("reason", "Flood".into()),
        ("duration", "1h".into()),
    ];
    insta::assert_snapshot!(scene.slash(&ru, "mass", &given).await.text(), @"
    **Отправить в тайм-аут 1 человека? Пока ничего не сделано.** На сколько: 1 ч
    Причина: Flood
    Кого: @bob
    После подтверждения я проверю каждого и пропущу тех, на кого у вас или у меня не хватает прав.
    Сообщений никто не получит.
    [Подтвердить] [Отмена]
    ");
    let ro = scene.moderator.clone().locale("ro");
    let given: [(&str, Given); 3] = [("act", "kick".into()), ("users", users.into()), ("reason", "Flood".into())];
    let preview = scene.slash(&ro, "mass", &given).await;
    insta::assert_snapshot!(preview.text(), @"
    **Excluzi 1 persoană? Încă nu s-a făcut nimic.**
    Motiv: Flood
    Persoane: @bob
    După ce confirmi, verific fiecare persoană și sar peste cele asupra cărora tu sau eu nu putem acționa.
    Nimeni nu primește un mesaj.
    [Confirmă] [Renunță]
    ");
    let result = scene.town.click(&ro, &preview, "Confirmă").await;
    insta::assert_snapshot!(result.text(), @"
    excludere pentru 1 persoană
    Excluse: 1
    @bob, cazul nr. 1: făcut
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_lists_confirmed_at_once_the_second_waits() {
    let scene = Scene::new().await;
    let people = crowd(&scene, 12);
    let (first, second): (Vec<&Person>, Vec<&Person>) = (people[..6].iter().collect(), people[6..].iter().collect());
    let one = mass(&scene, &scene.moderator, "ban", &ids(&first), &[]).await;
    let two = mass(&scene, &scene.moderator, "ban", &ids(&second), &[]).await;
    let both = async { tokio::join!(scene.moderator.clicks(&one, "Confirm"), scene.moderator.clicks(&two, "Confirm")) };
    let (one, two) = scene.town.meanwhile(both).await;
    scene.town.pass(MINUTE).await;

    let answers = [one.unwrap(), two.unwrap()];
    let waiting = answers.iter().filter(|answer| answer.text().contains("waits for a manager")).count();
    assert_eq!(waiting, 1, "{answers:#?}");
    assert_eq!(people.iter().filter(|one| scene.town.guild.is_banned(one)).count(), 6);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ban_of_many_can_be_permanent() {
    let scene = Scene::new().await;
    let given = [("duration", "permanent".into())];
    let preview = mass(&scene, &scene.moderator, "ban", &ids(&[&scene.bob]), &given).await;
    confirm(&scene, &scene.moderator, &preview).await;
    assert_eq!(scene.town.number("SELECT count(*) FROM cases WHERE kind = 'ban' AND until IS NULL").await, 1);
}
