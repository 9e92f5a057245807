//! Hosts answer: one owner, long answers, answers that change, and by word of mouth.

use insta::assert_snapshot;

use super::{MINUTE, SECOND, scene};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hosts_never_answer_the_same_question() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    scene.command(&scene.moderator, "ama hosts add", &[("member", (&scene.bob).into())]).await;
    scene.approved(&scene.ana, "When does the map open?").await;
    let first = scene.panel(&scene.host).await;
    let second = scene.panel(&scene.bob).await;
    let kept = scene.click(&scene.host, &first, "Next by votes").await;
    let none = scene.click(&scene.bob, &second, "Next by votes").await;
    assert_snapshot!(none.text(), @"No question is waiting for an answer.");
    let taken = scene.choose(&scene.bob, &second, "Pick", "1. When does the map open?").await;
    assert_snapshot!(taken.text(), @"@hana is answering this question right now.");

    // After ten minutes it is free again; then of two answers the first counts.
    let form = scene.click(&scene.host, &kept, "Answer").await;
    scene.town.pass(11 * MINUTE).await;
    let second = scene.panel(&scene.bob).await;
    let kept = scene.click(&scene.bob, &second, "Next by time").await;
    let other = scene.click(&scene.bob, &kept, "Answer").await;
    scene.submit(&scene.bob, &other, &[("text", "In spring.")]).await;
    let late = scene.submit(&scene.host, &form, &[("text", "In *summer*, and more.")]).await;
    assert_snapshot!(late.text(), @"
    @bob has already answered this question.
    What you typed
    In *summer*, and more.
    [Correct]
    ");
    scene.town.pass(5 * SECOND).await;
    assert!(scene.texts().iter().all(|text| !text.contains("summer")));
    assert_eq!(scene.town.number("SELECT count(*) FROM ama_answers").await, 1);
    let told = scene.town.sandbox.dms(&scene.ana);
    let answered = told.iter().filter(|dm| dm.text().contains("was answered in"));
    assert_eq!(answered.count(), 1, "whoever asked hears of the answer once");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_answer_takes_several_posts_and_is_edited_in_place() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    scene.approved(&scene.ana, "When does the map open?").await;
    let panel = scene.panel(&scene.host).await;
    let kept = scene.click(&scene.host, &panel, "Next by votes").await;
    let form = scene.click(&scene.host, &kept, "Answer").await;
    let long = "It *opens* in spring, I think. ".repeat(125);
    scene.submit(&scene.host, &form, &[("text", &long)]).await;
    scene.town.pass(5 * SECOND).await;
    let parts = || scene.texts().iter().filter(|text| text.contains("Part ")).count();
    assert_eq!(parts(), 2);

    let panel = scene.panel(&scene.host).await;
    let form = scene.choose(&scene.host, &panel, "Edit answer", "1. When does the map open?").await;
    scene.submit(&scene.host, &form, &[("text", "In spring.")]).await;
    scene.town.pass(5 * SECOND).await;
    assert_snapshot!(scene.post("Answer by").text(), @"
    **1.** **When does the map open?**
    Answer by @hana · edited

    In spring.
    ");
    assert_eq!(parts(), 0);
    assert_eq!(scene.texts().iter().filter(|text| text.contains("This part was removed")).count(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_by_word_of_mouth_stands_in_the_transcript_with_its_moment() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    scene.approved(&scene.ana, "When does the map open?").await;
    let panel = scene.panel(&scene.host).await;
    let kept = scene.click(&scene.host, &panel, "Next by time").await;
    let announced = scene.click(&scene.host, &kept, "Now answering").await;
    scene.town.pass(2 * SECOND).await;
    assert_snapshot!(scene.post("Now answering").text(), @"
    Now answering: question 1
    **When does the map open?**
    Asked by @ana
    ");
    scene.town.pass(5 * MINUTE).await;
    scene.click(&scene.host, &announced, "Answered live").await;
    scene.command(&scene.moderator, "ama close", &[]).await;
    scene.town.pass(5 * SECOND).await;
    assert_snapshot!(scene.post("Transcript").text(), @"
    Transcript: The new map
    Questions: 1
    People who asked: 1
    Votes: 0
    Answered: 1
    Median wait for an answer: 8 min
    (file ama-1.md)
    (file ama-1.csv)
    ");
}
