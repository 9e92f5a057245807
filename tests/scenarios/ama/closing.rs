//! What becomes at the close of questions that nobody has reviewed, and of a session that never began.

use super::{HOUR, MINUTE, SECOND, Scene, scene};

const DAY: std::time::Duration = std::time::Duration::from_hours(24);

impl Scene {
    async fn close_with(&self, said: &str) {
        let closed = self.command(&self.manager, "ama close", &[]).await;
        assert!(closed.text().contains(said), "{}", closed.text());
        self.town.pass(20 * SECOND).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_nobody_has_reviewed_is_reviewed_and_answered_after_the_close() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    scene.ask(&scene.ana, "Ask", "When does the map open?").await;
    scene.ask(&scene.bob, "Ask", "Who draws the posters?").await;
    scene.close_with("Not reviewed: 2. You can review and answer until 23 November 2026").await;
    assert!(scene.post("Top questions").text().contains("Not reviewed: 2"), "{}", scene.post("Top questions").text());
    let transcript = scene.post("Transcript");
    assert!(transcript.text().contains("Not reviewed: 2"), "{}", transcript.text());
    assert_eq!(transcript.labels(), ["Host panel"]);
    let panel = scene.press(&scene.host, &transcript, "Host panel").await;
    assert!(panel.text().contains("You can still review until"), "{}", panel.text());
    assert!(panel.labels().contains(&"Review"), "{}", panel.text());

    scene.town.pass(DAY).await;
    let own = scene.press(&scene.ana, &scene.prompt(), "My questions").await;
    assert!(own.text().contains("waits for review"), "{}", own.text());
    let approved = scene.press(&scene.moderator, &scene.card("map open"), "Approve").await;
    assert!(approved.text().contains("Approved"), "{}", approved.text());
    scene.town.pass(20 * SECOND).await;
    assert!(scene.texts().iter().any(|text| text.starts_with("**When does the map open?**")), "{:#?}", scene.texts());
    let transcript = scene.post("Transcript");
    assert!(transcript.text().contains("Not reviewed: 1") && transcript.text().contains("Not answered: 1"));
    assert_eq!(transcript.labels(), ["Answer later"]);
    let panel = scene.press(&scene.host, &transcript, "Answer later").await;
    let kept = scene.click(&scene.host, &panel, "Next by votes").await;
    let form = scene.click(&scene.host, &kept, "Answer").await;
    scene.submit(&scene.host, &form, &[("text", "In spring.")]).await;
    scene.town.pass(20 * SECOND).await;
    // One still waits, so that not every question has been answered.
    assert!(scene.post("Top questions").text().contains("Not reviewed: 1"), "{}", scene.post("Top questions").text());

    scene.town.pass(7 * DAY).await;
    let late = scene.press(&scene.moderator, &scene.card("posters"), "Approve").await;
    assert!(late.text().contains("This AMA closed"), "{}", late.text());
    let own = scene.press(&scene.bob, &scene.prompt(), "My questions").await;
    assert!(own.text().contains("No one reviewed your question in time"), "{}", own.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sealed_questions_that_wait_for_a_batch_come_to_review_at_the_close() {
    let scene = scene().await;
    scene.publish(&scene.manager, &[("anonymity", "sealed".into())]).await;
    scene.ask(&scene.ana, "Ask anonymously", "What is it like?").await;
    scene.close_with("Not reviewed: 1").await;
    scene.press(&scene.manager, &scene.card("What is it like?"), "Approve").await;
    scene.town.pass(20 * SECOND).await;
    assert!(scene.post("What is it like?").text().contains("Asked anonymously"));
    assert_eq!(scene.town.number("SELECT count(*) FROM ama_questions WHERE mark IS NOT NULL").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_whose_asker_could_still_choose_a_similar_one_is_not_lost() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    scene.approved(&scene.ana, "When does the new map open?").await;
    scene.ask(&scene.bob, "Ask", "When does the new map open for us?").await;
    scene.close_with("Not reviewed: 1").await;
    scene.town.pass(3 * MINUTE).await;
    assert!(scene.card("open for us").labels().contains(&"Approve"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_asked_in_a_session_that_never_began_is_in_a_transcript() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[("starts", "in 3 hours".into())]).await;
    scene.approved(&scene.ana, "When does the map open?").await;
    scene.close_with("is canceled. It hadn’t started. A transcript of its questions is on its way.").await;
    let transcript = scene.post("Transcript");
    assert!(transcript.text().contains("Not answered: 1: 1. When does the map open?"), "{}", transcript.text());
    assert_eq!(transcript.labels(), ["Answer later"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_session_that_never_began_and_had_no_questions_no_transcript_is_promised() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[("starts", "in 3 hours".into())]).await;
    scene.close_with("there’s nothing to put in a transcript").await;
    scene.town.pass(HOUR).await;
    assert!(scene.texts().iter().all(|text| !text.starts_with("Transcript")), "{:#?}", scene.texts());
    assert!(scene.post("Top questions").text().contains("No questions appeared here."));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_list_says_how_to_post_a_prompt_again_that_could_not_be_posted() {
    let scene = scene().await;
    scene.town.sandbox.faults().fail("POST /channels/*/messages", 1, 403, 50_013);
    let preview = scene.preview(&scene.moderator, &[]).await;
    scene.click(&scene.moderator, &preview, "Publish").await;
    scene.town.pass(MINUTE).await;
    let list = scene.command(&scene.moderator, "ama list", &[]).await;
    assert!(list.text().contains("then use `/ama repost`."), "{}", list.text());
}
