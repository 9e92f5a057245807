//! The event that a session is on the server's list follows the session.

use super::{HOUR, SECOND, Scene, scene};

impl Scene {
    /// What a manager does with the session, and the events on the list after it.
    async fn events_after(&self, words: &str, given: &[(&str, steward::sandbox::Given)]) -> Vec<String> {
        let answer = self.command(&self.manager, words, given).await;
        assert!(answer.text().contains("map"), "{}", answer.text());
        self.town.pass(10 * SECOND).await;
        self.town.guild.events()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_event_of_a_session_takes_over_its_title_and_its_times() {
    let scene = scene().await;
    scene.publish(&scene.manager, &[("starts", "in 3 hours".into())]).await;
    scene.town.pass(5 * SECOND).await;
    let made = scene.town.guild.events();
    assert!(made.len() == 1 && made[0].contains("The new map") && made[0].contains("at #general"), "{made:#?}");

    let given = [("starts", "in 5 hours".into()), ("title", "The old map".into())];
    let edited = scene.events_after("ama edit", &given).await;
    assert!(edited.len() == 1 && edited[0].contains("The old map") && edited[0].contains("16:0"), "{edited:#?}");
    let general = scene.town.sandbox.messages(scene.town.general, &scene.ana);
    assert!(general.iter().any(|shown| shown.text().starts_with("The old map")), "its card too");

    // People may have given the event another title, which another time doesn't undo.
    scene.command(&scene.manager, "event edit", &[("event", "1".into()), ("title", "A talk".into())]).await;
    let moved = scene.events_after("ama edit", &[("closes", "in 9 hours".into())]).await;
    assert!(moved[0].contains("A talk") && moved[0].contains("18:0"), "{moved:#?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_event_of_a_session_begins_and_ends_with_it() {
    let scene = scene().await;
    scene.publish(&scene.manager, &[("starts", "in 3 hours".into())]).await;
    let running = "SELECT count(*) FROM event_occurrences WHERE state = 'running'";
    let opened = scene.events_after("ama open", &[]).await;
    assert_eq!((opened.len(), scene.town.number(running).await), (1, 1));
    let calls = scene.town.sandbox.calls("PATCH /guilds/*/scheduled-events/*");
    assert!(!calls.is_empty(), "Discord is told that it has begun");
    scene.town.pass(HOUR).await;
    assert_eq!(scene.events_after("ama close", &[]).await, [""; 0]);
    assert_eq!(scene.town.number("SELECT count(*) FROM event_occurrences WHERE state = 'ended'").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_event_of_a_session_that_is_called_off_is_cancelled() {
    let scene = scene().await;
    scene.publish(&scene.manager, &[("starts", "in 3 hours".into())]).await;
    assert_eq!(scene.events_after("ama close", &[]).await, [""; 0]);
    assert_eq!(scene.town.number("SELECT count(*) FROM events WHERE state = 'cancelled'").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_event_like_that_of_a_session_takes_place_there_too() {
    let scene = scene().await;
    scene.publish(&scene.manager, &[("starts", "in 3 hours".into())]).await;
    scene.town.pass(5 * SECOND).await;
    let given = [("event", "1".into()), ("starts", "in 2 days".into())];
    let preview = scene.command(&scene.manager, "event clone", &given).await;
    assert!(preview.text().contains("**Where:** #general"), "{}", preview.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_event_takes_place_where_the_hosts_speak() {
    let scene = scene().await;
    let room = scene.town.guild.voice_channel("Tavern");
    scene.town.settled().await;
    scene.publish(&scene.manager, &[("starts", "in 3 hours".into()), ("stage_channel", room.into())]).await;
    scene.town.pass(5 * SECOND).await;
    let events = scene.town.guild.events();
    assert!(events.len() == 1 && events[0].contains("at #Tavern"), "{events:#?}");
}
