//! Kicks and bans: done at once, with an end, lifted, and changed by somebody else; a story for each
//! sentence.

use std::time::Duration;

use steward::sandbox::faults::Fault;
use steward::sandbox::{Answer, Given, Person};

use crate::support::scene::{DAY, HOUR, MINUTE, Scene};

const SECOND: Duration = Duration::from_secs(1);
const BAN: &str = "PUT /guilds/*/bans/*";
const UNBAN: &str = "DELETE /guilds/*/bans/*";
const KICK: &str = "DELETE /guilds/*/members/*";

/// `/ban` of somebody; then a second, in which the next message can be sent.
async fn ban(scene: &Scene, by: &Person, whom: &Person, more: &[(&'static str, Given)]) -> Answer {
    let mut given: Vec<(&str, Given)> = vec![("user", whom.into()), ("reason", "Spam in every channel.".into())];
    given.extend(more.iter().cloned());
    let answer = scene.slash(by, "ban", &given).await;
    scene.town.pass(SECOND).await;
    answer
}

async fn ban_bob(scene: &Scene, more: &[(&'static str, Given)]) -> Answer {
    ban(scene, &scene.moderator, &scene.bob, more).await
}

fn until(typed: &str) -> [(&'static str, Given); 1] {
    [("duration", typed.into())]
}

async fn unban(scene: &Scene, by: &Person, whom: &Person) -> Answer {
    let answer = scene.slash(by, "unban", &[("user", whom.into())]).await;
    scene.town.pass(SECOND).await;
    answer
}

async fn kick(scene: &Scene, by: &Person, whom: &Person) -> Answer {
    let given: [(&str, Given); 2] = [("member", whom.into()), ("reason", "Advertised again.".into())];
    let answer = scene.slash(by, "kick", &given).await;
    scene.town.pass(SECOND).await;
    answer
}

fn banned(scene: &Scene) -> bool {
    scene.town.guild.is_banned(&scene.bob)
}

async fn jobs(scene: &Scene) -> i64 {
    scene.town.number("SELECT count(*) FROM jobs WHERE kind LIKE 'moderation.%'").await
}

/// The place of a call among all that were made.
fn place(scene: &Scene, what: &str) -> usize {
    let calls = scene.town.sandbox.requests();
    let place = calls.iter().rposition(|one| format!("{} {}", one.method, one.path).starts_with(what));
    place.unwrap_or_else(|| panic!("no {what}"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_kicked_hears_of_it_before() {
    let scene = Scene::new().await;

    let result = kick(&scene, &scene.moderator, &scene.bob).await;

    insta::assert_snapshot!(result.text(), @"");
    assert!(!scene.town.guild.is_member(&scene.bob) && !banned(&scene));
    insta::assert_snapshot!(scene.last_dm().text(), @"");
    assert!(place(&scene, "POST /users/@me/channels") < place(&scene, "DELETE /guilds/"));
    insta::assert_snapshot!(scene.logged()[0].text(), @"");
    let log = scene.town.sandbox.audit_log(scene.town.guild.id());
    let reason = format!("Case #1, by {}: Advertised again.", scene.moderator.id());
    assert_eq!(log[0]["reason"].as_str(), Some(reason.as_str()));
    insta::assert_snapshot!(kick(&scene, &scene.moderator, &scene.bob).await.text(), @"");
    let empty: [(&str, Given); 2] = [("member", (&scene.helper).into()), ("reason", " ".into())];
    insta::assert_snapshot!(scene.slash(&scene.moderator, "kick", &empty).await.text(), @"");
    assert_eq!(scene.town.number("SELECT count(*) FROM cases").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ban_is_for_good_and_takes_messages_along() {
    let scene = Scene::new().await;
    scene.bob.says(scene.town.general, "Buy my coins!").unwrap();

    let result = ban_bob(&scene, &[("delete_messages", "last day".into())]).await;

    insta::assert_snapshot!(result.text(), @"");
    assert!(banned(&scene) && scene.town.sandbox.messages(scene.town.general, &scene.helper).is_empty());
    let call = scene.town.sandbox.calls(BAN).pop().unwrap();
    assert!(format!("{call:?}").contains("86400"), "{call:?}");
    insta::assert_snapshot!(scene.last_dm().text(), @"");
    assert!(place(&scene, "POST /users/@me/channels") < place(&scene, "PUT /guilds/"));
    insta::assert_snapshot!(scene.logged()[0].text(), @"");
    let history = scene.slash(&scene.helper, "history", &[("member", (&scene.bob).into())]).await;
    insta::assert_snapshot!(history.text(), @"");
    insta::assert_snapshot!(ban_bob(&scene, &until("7d")).await.text(), @"");
    insta::assert_snapshot!(ban_bob(&scene, &[]).await.text(), @"");
    scene.town.pass(30 * DAY).await;
    assert!(banned(&scene));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ban_with_an_end_is_lifted_when_that_has_come() {
    let scene = Scene::new().await;

    insta::assert_snapshot!(ban_bob(&scene, &until("7d")).await.text(), @"");
    insta::assert_snapshot!(scene.last_dm().text(), @"");
    scene.town.pass(6 * DAY).await;
    assert!(banned(&scene));
    let history = scene.slash(&scene.helper, "history", &[("member", (&scene.bob).into())]).await;
    insta::assert_snapshot!(history.text(), @"");
    insta::assert_snapshot!(scene.slash(&scene.helper, "case list", &[]).await.text(), @"");
    scene.town.pass(DAY).await;

    assert!(!banned(&scene));
    assert_eq!((scene.line(1, "On Discord").await.as_str(), jobs(&scene).await), ("over", 0));
    insta::assert_snapshot!(scene.logged()[0].text(), @"");
    scene.again("moderation.lift", 1).await;
    assert_eq!(scene.town.sandbox.calls(UNBAN).len(), 1);
    for wrong in ["for ever", "30 s", "6 years"] {
        let refused = ban_bob(&scene, &until(wrong)).await;
        assert!(refused.text().contains(wrong), "{}", refused.text());
    }
    insta::assert_snapshot!(ban_bob(&scene, &until("for ever")).await.text(), @"");
    insta::assert_snapshot!(ban_bob(&scene, &until("30 s")).await.text(), @"");
    insta::assert_snapshot!(ban_bob(&scene, &until("6 years")).await.text(), @"");
    assert!(!banned(&scene));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_somebody_has_decided_by_hand_about_a_ban_stays() {
    for anew in [false, true] {
        let scene = Scene::new().await;
        ban_bob(&scene, &until("7d")).await;
        let owner = scene.town.guild.owner();
        owner.unbans(&scene.bob, "").unwrap();
        if anew {
            owner.bans(&scene.bob, "And for good.").unwrap();
        }

        scene.town.pass(8 * DAY).await;

        assert_eq!((banned(&scene), scene.town.sandbox.calls(UNBAN).len()), (anew, 0));
        assert_eq!(scene.line(1, "On Discord").await, "somebody has decided otherwise since, and that holds");
        assert_eq!(jobs(&scene).await, 0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_longer_ban_takes_the_place_of_one_that_is_in_force() {
    let scene = Scene::new().await;
    ban_bob(&scene, &until("7d")).await;

    insta::assert_snapshot!(ban_bob(&scene, &until("6d")).await.text(), @"");
    insta::assert_snapshot!(ban_bob(&scene, &[]).await.text(), @"");

    assert_eq!(scene.line(1, "On Discord").await, "somebody has decided otherwise since, and that holds");
    scene.town.pass(30 * DAY).await;
    assert!(banned(&scene), "the one for good stays");
    assert_eq!(scene.line(2, "On Discord").await, "done");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ban_is_lifted_whoever_set_it() {
    let scene = Scene::new().await;
    let (moderator, owner) = (&scene.moderator, scene.town.guild.owner());
    insta::assert_snapshot!(unban(&scene, moderator, &scene.bob).await.text(), @"");
    owner.bans(&scene.bob, "By hand.").unwrap();
    insta::assert_snapshot!(ban_bob(&scene, &[]).await.text(), @"");
    insta::assert_snapshot!(unban(&scene, moderator, &scene.bob).await.text(), @"");
    assert!(!banned(&scene));
    scene.bob.joins(scene.town.guild.id()).unwrap();
    ban_bob(&scene, &until("7d")).await;

    let given: [(&str, Given); 2] = [("user", (&scene.bob).into()), ("reason", "We talked.".into())];
    let lifted = scene.slash(moderator, "unban", &given).await;
    scene.town.pass(2 * SECOND).await;

    insta::assert_snapshot!(lifted.text(), @"");
    assert!(!banned(&scene));
    assert_eq!((scene.line(2, "On Discord").await.as_str(), jobs(&scene).await), ("taken back", 0));
    insta::assert_snapshot!(scene.last_dm().text(), @"");
    scene.town.pass(8 * DAY).await;
    assert_eq!(scene.town.sandbox.calls(UNBAN).len(), 2);
    // Their own record does not show what only staff may see.
    scene.bob.joins(scene.town.guild.id()).unwrap();
    insta::assert_snapshot!(scene.slash(&scene.bob, "mycases", &[]).await.text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_who_are_not_here_can_be_banned_and_hear_nothing() {
    let scene = Scene::new().await;
    let stranger = scene.town.guild.stranger("sid");
    insta::assert_snapshot!(kick(&scene, &scene.moderator, &stranger).await.text(), @"");

    insta::assert_snapshot!(ban(&scene, &scene.moderator, &stranger, &[]).await.text(), @"");

    assert!(scene.town.guild.is_banned(&stranger) && scene.town.sandbox.dms(&stranger).is_empty());
    insta::assert_snapshot!(unban(&scene, &scene.moderator, &stranger).await.text(), @"");
    assert!(!scene.town.guild.is_banned(&stranger));
    // Whoever takes no direct messages is banned all the same, and that is said.
    scene.bob.closes_dms();
    insta::assert_snapshot!(ban_bob(&scene, &[]).await.text(), @"");
    assert!(banned(&scene));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ban_is_undone_and_voided_only_where_it_is_still_ours() {
    let scene = Scene::new().await;
    let result = ban_bob(&scene, &until("7d")).await;
    insta::assert_snapshot!(scene.town.click(&scene.moderator, &result, "Undo").await.text(), @"");
    assert!(!banned(&scene));
    scene.bob.joins(scene.town.guild.id()).unwrap();

    let result = ban_bob(&scene, &until("7d")).await;
    let owner = scene.town.guild.owner();
    owner.unbans(&scene.bob, "").unwrap();
    owner.bans(&scene.bob, "By hand.").unwrap();
    insta::assert_snapshot!(scene.town.click(&scene.moderator, &result, "Undo").await.text(), @"");
    assert!(banned(&scene), "what the owner decided stays");

    owner.unbans(&scene.bob, "").unwrap();
    scene.bob.joins(scene.town.guild.id()).unwrap();
    ban_bob(&scene, &[]).await;
    let given: [(&str, Given); 2] = [("number", 3.into()), ("reason", "It was somebody else.".into())];
    let question = scene.slash(&scene.moderator, "case void", &given).await;
    insta::assert_snapshot!(question.text(), @"");
    insta::assert_snapshot!(scene.town.click(&scene.moderator, &question, "Void and lift").await.text(), @"");
    assert!(!banned(&scene));
    scene.town.pass(8 * DAY).await;
    assert_eq!(jobs(&scene).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_end_of_a_ban_can_be_changed() {
    let scene = Scene::new().await;
    ban_bob(&scene, &[]).await;
    let edit = async |typed: &str| {
        let given: [(&str, Given); 2] = [("number", 1.into()), ("duration", typed.into())];
        let answer = scene.slash(&scene.moderator, "case edit", &given).await;
        scene.town.pass(MINUTE).await;
        answer.text().to_owned()
    };

    insta::assert_snapshot!(edit("7d").await, @"");
    insta::assert_snapshot!(edit("3d").await, @"");
    insta::assert_snapshot!(edit("1m").await, @"");
    insta::assert_snapshot!(scene.logged()[0].text(), @"");
    insta::assert_snapshot!(scene.last_dm().text(), @"");
    scene.town.pass(3 * DAY).await;

    assert!(!banned(&scene));
    insta::assert_snapshot!(edit("9d").await, @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_discord_refuses_is_said_and_nothing_is_done_twice() {
    let scene = Scene::new().await;
    let faults = scene.town.sandbox.faults();
    faults.fail(BAN, 1, 403, 50_013);
    insta::assert_snapshot!(ban_bob(&scene, &until("7d")).await.text(), @"");
    assert_eq!((banned(&scene), jobs(&scene).await), (false, 0));
    // Another one can be set, and an answer that is lost changes nothing.
    faults.plan(BAN, 1, Fault::ResetAfterApplying);
    ban_bob(&scene, &until("7d")).await;
    scene.town.pass(MINUTE).await;
    assert_eq!((banned(&scene), jobs(&scene).await), (true, 1));

    faults.fail(UNBAN, 1, 403, 50_013);
    scene.town.pass(7 * DAY).await;
    assert!(banned(&scene));
    insta::assert_snapshot!(scene.line(2, "On Discord").await, @"");
    scene.town.pass(2 * HOUR).await;
    assert_eq!((banned(&scene), scene.line(2, "On Discord").await.as_str()), (false, "over"));

    // Somebody leaves while they are being kicked.
    scene.bob.joins(scene.town.guild.id()).unwrap();
    faults.fail(KICK, 1, 404, 10_007);
    insta::assert_snapshot!(kick(&scene, &scene.moderator, &scene.bob).await.text(), @"");
    faults.fail("GET /guilds/*/bans/*", 2, 503, 0);
    insta::assert_snapshot!(ban_bob(&scene, &[]).await.text(), @"");
    assert!(!banned(&scene));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ban_reads_well_in_russian_and_romanian() {
    for locale in ["ru", "ro"] {
        let scene = Scene::new().await;
        let by = scene.moderator.clone().locale(locale);
        let bob = scene.bob.clone().locale(locale);
        let mut said = Vec::new();
        said.push(ban(&scene, &by, &bob, &[("duration", "7d".into()), ("delete_messages", "last day".into())]).await);
        said.push(ban(&scene, &by, &bob, &until("1d")).await);
        said.push(scene.slash(&by, "history", &[("member", (&bob).into())]).await);
        said.push(unban(&scene, &by, &bob).await);
        said.push(unban(&scene, &by, &bob).await);
        let said: Vec<_> = said.iter().map(Answer::text).collect();
        match locale {
            "ru" => insta::assert_snapshot!(said.join("\n---\n"), @""),
            _ => insta::assert_snapshot!(said.join("\n---\n"), @""),
        }
    }
}
