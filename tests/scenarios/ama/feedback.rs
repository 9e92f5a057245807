//! What is asked can become feedback: chosen by a host or moderator, while the session runs and after its close.

use steward::sandbox::Answer;

use super::{MINUTE, SECOND, Scene, scene};

impl Scene {
    async fn feedback(&self, words: &str, given: &[(&str, steward::sandbox::Given)]) -> Answer {
        let answer = self.command(&self.manager, &format!("feedback {words}"), given).await;
        self.town.pass(10 * SECOND).await;
        answer
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_host_sends_questions_to_feedback_and_who_asked_by_name_is_counted() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[("anonymity", "hidden".into())]).await;
    scene.approved(&scene.ana, "Why does the export lose files?").await;
    scene.approved(&scene.bob, "When is there a dark mode for the map?").await;
    let panel = scene.press(&scene.host, &scene.prompt(), "Host panel").await;
    let menu = scene.click(&scene.host, &panel, "Send to feedback").await;
    let said = menu.text().to_owned();
    assert!(
        said.contains("Which questions of “The new map” should become feedback?")
            && said.contains("1. Why does the export lose files?"),
        "{said}"
    );
    let sent = scene.choose(&scene.host, &menu, "Questions", "1. Why does the export lose files?").await;
    let said = sent.text().to_owned();
    assert!(said.contains("1 question is feedback now."), "{said}");
    scene.town.pass(10 * SECOND).await;
    let list = scene.feedback("list", &[]).await;
    let said = list.text().to_owned();
    assert!(said.contains("#1 Why does the export lose files?") && said.contains("people: 1"), "{said}");
    let theme = scene.feedback("theme", &[("theme", "1".into())]).await;
    let said = theme.text().to_owned();
    assert!(said.contains("Why does the export lose files?") && said.contains("**People:** 1"), "{said}");

    // Sent once more it is the same.
    let panel = scene.press(&scene.host, &scene.prompt(), "Host panel").await;
    let menu = scene.click(&scene.host, &panel, "Send to feedback").await;
    let again = scene.choose(&scene.host, &menu, "Questions", "1. Why does the export lose files?").await;
    let said = again.text().to_owned();
    assert!(said.contains("question is feedback now."), "{said}");
    assert_eq!(scene.town.number("SELECT count(*) FROM feedback_items").await, 1);
    let member = scene.press(&scene.eve, &scene.prompt(), "Host panel").await;
    let said = member.text().to_owned();
    assert!(said.contains("Only hosts of this AMA"), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_nobody_may_know_does_not_go_along_and_of_people_who_opted_out_nothing_does() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[("anonymity", "hidden".into())]).await;
    scene.ask(&scene.ana, "Ask anonymously", "Why does the export lose files?").await;
    scene.town.pass(3 * MINUTE).await;
    scene.press(&scene.moderator, &scene.card("Why does the export"), "Approve").await;
    scene.town.pass(3 * SECOND).await;
    scene.approved(&scene.bob, "When is there a dark mode for the map?").await;
    scene.command(&scene.bob, "privacy opt-out", &[]).await;
    scene.command(&scene.moderator, "ama close", &[]).await;
    scene.town.pass(10 * SECOND).await;

    let panel = scene.press(&scene.moderator, &scene.prompt(), "Host panel").await;
    let menu = scene.click(&scene.moderator, &panel, "Send to feedback").await;
    let none = scene.choose(&scene.moderator, &menu, "Questions", "2. When is there a dark mode for the map?").await;
    let said = none.text().to_owned();
    assert!(said.contains("These questions can’t become feedback"), "{said}");
    scene.choose(&scene.moderator, &menu, "Questions", "1. Why does the export lose files?").await;
    assert_eq!(scene.town.number("SELECT count(*) FROM feedback_items").await, 1);
    assert_eq!(scene.town.number("SELECT count(*) FROM feedback_items WHERE author_id IS NOT NULL").await, 0);
}
