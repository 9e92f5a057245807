//! Which server is meant in direct messages: people who are in a timeout, banned or gone reach what
//! is theirs from there, and learn nothing of servers that are none of theirs.

use steward::sandbox::{Answer, Person};

use crate::support::scene::Scene;

async fn mine(scene: &Scene, person: &Person, server: Option<&str>) -> Answer {
    let given = server.map(|server| ("server", server.into()));
    let answer = person.slash(person.dm(), "mycases", given.as_slice()).await.unwrap();
    scene.town.settled().await;
    answer
}

fn first_line(answer: &Answer) -> &str {
    answer.text().lines().next().unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_who_is_gone_reads_their_record_in_direct_messages() {
    let scene = Scene::new().await;
    scene.warn(&scene.moderator, 1).await;
    scene.bob.leaves(scene.town.guild.id()).unwrap();
    scene.town.settled().await;

    let answer = mine(&scene, &scene.bob, None).await;

    assert!(answer.text().contains("Called a newcomer names."), "{}", answer.text());
    assert_eq!(first_line(&answer), "Your record in Town");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_are_turned_in_direct_messages_too() {
    let scene = Scene::new().await;
    for _ in 0..12 {
        scene.warn(&scene.moderator, 1).await;
    }

    let first = mine(&scene, &scene.bob, None).await;
    let second = scene.town.click(&scene.bob, &first, "Next").await;

    assert_ne!(first.text(), second.text());
    assert!(second.text().contains("#1**"), "{}", second.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_several_servers_one_is_chosen_by_name() {
    let scene = Scene::new().await;
    let village = scene.town.sandbox.guild("Village");
    scene.town.sandbox.guild("Elsewhere");
    scene.bob.joins(village.id()).unwrap();
    scene.town.settled().await;

    assert_eq!(
        mine(&scene, &scene.bob, None).await.text(),
        "I know you on several servers: choose one in the option “server”."
    );
    let offered = scene.bob.autocomplete(scene.bob.dm(), "mycases", "server", "", &[]).await.unwrap();
    assert_eq!(offered.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Town", "Village"]);
    assert_eq!(mine(&scene, &scene.bob, Some("village")).await.text(), "Nothing is on record about you in Village.");
    // That Steward is there too is nobody's business who is not.
    for name in ["Elsewhere", "Nowhere"] {
        let unknown = format!("I know you on no server called “{name}”. Choose one of those that are offered.");
        assert_eq!(mine(&scene, &scene.bob, Some(name)).await.text(), unknown);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_button_that_names_another_server_opens_nothing_there() {
    let scene = Scene::new().await;
    let elsewhere = scene.town.sandbox.guild("Elsewhere");
    scene.warn(&scene.moderator, 1).await;
    scene.town.settled().await;
    let answer = mine(&scene, &scene.bob, None).await;

    let id = format!("moderation:mine:1:0:{}", elsewhere.id());
    let pressed = scene.bob.presses_custom_id(scene.bob.dm(), &answer, &id).await;

    assert_eq!(
        pressed.text(),
        "This is about a server where I do not know you. If you are a member, use the command there."
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_for_direct_messages_is_not_there() {
    let scene = Scene::new().await;
    for command in ["ladder", "setup show", "note"] {
        assert!(scene.manager.slash(scene.manager.dm(), command, &[]).await.is_err(), "{command}");
    }
}
