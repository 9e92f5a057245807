//! Review: approve, reject with a reason, merge, restore, block; by two people at once, and by a host alone.

use insta::assert_snapshot;

use super::{MINUTE, SECOND, scene};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rejected_question_is_told_with_the_reason_and_can_be_restored() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    scene.ask(&scene.ana, "Ask", "What is your salary?").await;
    let card = scene.card("salary");
    assert_snapshot!(card.text(), @"
    Question in “The new map”
    Waiting for review
    Question: What is your salary?
    Asker: Asked by @ana
    [Approve] [Reject] [Merge] [Tag] [Block asker]
    ");
    let form = scene.press(&scene.moderator, &card, "Reject").await;
    scene.submit(&scene.moderator, &form, &[("reason", "Too personal.")]).await;
    scene.town.pass(2 * SECOND).await;
    assert_snapshot!(scene.card("salary").text(), @"
    Question in “The new map”
    Rejected
    Reviewed by @mira
    Reason: Too personal.
    Question: What is your salary?
    Asker: Asked by @ana
    [Restore] [Tag] [Block asker]
    ");
    let told = scene.town.sandbox.dms(&scene.ana);
    assert_snapshot!(told.last().unwrap().text(), @"Your question in “The new map” was rejected: “What is your salary?”. Reason: Too personal.");
    let own = scene.press(&scene.ana, &scene.prompt(), "My questions").await;
    assert_snapshot!(own.text(), @"
    Your questions in “The new map”
    What is your salary?
    Your question was rejected.
    Reason: Too personal.
    ");

    scene.press(&scene.moderator, &scene.card("salary"), "Restore").await;
    scene.town.pass(2 * SECOND).await;
    scene.press(&scene.moderator, &scene.card("salary"), "Approve").await;
    scene.town.pass(3 * SECOND).await;
    assert!(scene.post("salary").labels().contains(&"▲ 0"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_reviewers_the_second_learns_what_the_first_has_decided() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    scene.ask(&scene.ana, "Ask", "When does the map open?").await;
    let card = scene.card("map open");
    let form = scene.press(&scene.manager, &card, "Reject").await;
    scene.press(&scene.moderator, &card, "Approve").await;
    let late = scene.manager.presses_custom_id(scene.team, &card, card.buttons[0].custom_id.as_str()).await;
    assert_snapshot!(late.text(), @"This question is already approved.");
    // What is approved can still be rejected: a reason was typed for it.
    let rejected = scene.submit(&scene.manager, &form, &[("reason", "")]).await;
    assert!(rejected.text().contains("Rejected"), "{}", rejected.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_merge_adds_up_votes_and_askers() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    let first = scene.approved(&scene.ana, "When does the map open?").await;
    let second = scene.approved(&scene.bob, "Is there a date for the island?").await;
    scene.press(&scene.eve, &first, "▲ 0").await;
    for person in [&scene.eve, &scene.ana] {
        scene.press(person, &second, "▲ 0").await;
    }
    let menu = scene.press(&scene.moderator, &scene.card("island"), "Merge").await;
    assert_snapshot!(menu.text(), @"
    Which question asks the same thing as “Is there a date for the island?”?
    (Merge into: 1. When does the map open?)
    ");
    scene.choose(&scene.moderator, &menu, "Merge into", "1. When does the map open?").await;
    scene.town.pass(MINUTE).await;
    assert_snapshot!(scene.post("map open").text(), @"
    **When does the map open?**
    Asked by @ana
    Question 1 · 2 votes · asked 2 times
    [▲ 2]
    ");
    assert_snapshot!(scene.post("island").text(), @"
    **Is there a date for the island?**
    Asked by @bob
    Merged into another question
    ");
    let told = scene.town.sandbox.dms(&scene.bob);
    assert_snapshot!(told.last().unwrap().text(), @"Your question in “The new map” was merged into a similar one: “When does the map open?”. You asked: “Is there a date for the island?”");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_host_reviews_alone_and_does_not_learn_who_asked() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    scene.ask(&scene.ana, "Ask anonymously", "When does the map open?").await;
    let panel = scene.panel(&scene.host).await;
    let next = scene.click(&scene.host, &panel, "Review").await;
    assert_snapshot!(next.text(), @"
    Question in “The new map”
    **When does the map open?**
    Asked anonymously
    Waiting for review
    [Approve] [Reject] [Merge] [Tag] [Block asker]
    ");
    let approved = scene.click(&scene.host, &next, "Approve").await;
    assert_snapshot!(approved.text(), @"
    Question in “The new map”
    **When does the map open?**
    Asked anonymously
    Approved
    Reviewed by @hana
    [Reject] [Merge] [Tag] [Block asker] [Next question]
    ");
    let empty = scene.click(&scene.host, &approved, "Next question").await;
    assert_snapshot!(empty.text(), @"No question in “The new map” is waiting for review.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_was_blocked_asks_no_more_until_that_is_undone() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    scene.ask(&scene.ana, "Ask", "First?").await;
    let form = scene.press(&scene.ana, &scene.prompt(), "Ask").await;
    let blocked = scene.press(&scene.moderator, &scene.card("First?"), "Block asker").await;
    assert_snapshot!(blocked.text(), @"
    The person who sent this question can’t ask in this AMA anymore. Blocking doesn’t show who it is.
    [Unblock]
    ");
    let refused = scene.press(&scene.ana, &scene.prompt(), "Ask").await;
    assert_snapshot!(refused.text(), @"You can’t ask in this AMA. You can still read and upvote.");
    // Also where the form was open before.
    let refused = scene.submit(&scene.ana, &form, &[("text", "Second?")]).await;
    assert_snapshot!(refused.text(), @"
    You can’t ask in this AMA. You can still read and upvote.
    What you typed
    Second?
    [Correct]
    ");
    scene.click(&scene.moderator, &blocked, "Unblock").await;
    assert!(scene.ask(&scene.ana, "Ask", "Second?").await.text().contains("waits for review"));
}
