//! Asking: receipts, limits, similar questions, and nothing typed that is lost.

use insta::assert_snapshot;

use super::{HOUR, MINUTE, SECOND, scene};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_is_edited_until_it_appears_and_withdrawn_until_it_is_answered() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    let receipt = scene.ask(&scene.ana, "Ask anonymously", "When does the map oepn?").await;
    assert!(receipt.ephemeral);
    assert_snapshot!(receipt.text(), @"
    Your question is saved and waits for review.
    Your name isn’t shown to members or to the hosts. Moderators can see it.
    Your question in “The new map”
    **When does the map oepn?**
    [Edit] [Withdraw]
    ");
    let form = scene.click(&scene.ana, &receipt, "Edit").await;
    assert_snapshot!(form.text(), @"
    Form: Edit your question
    Your question *: When does the map oepn?
    Context, if it helps:
    ");
    let edited = scene.submit(&scene.ana, &form, &[("text", "When does the map open?")]).await;
    assert!(edited.text().contains("When does the map open?"), "{}", edited.text());
    scene.town.pass(2 * SECOND).await;
    assert!(scene.card("map open").text().contains("@ana"), "moderators see who asked");

    scene.press(&scene.moderator, &scene.card("map open"), "Approve").await;
    scene.town.pass(3 * SECOND).await;
    assert!(!scene.post("map open").text().contains("ana"), "the audience does not");
    let own = scene.press(&scene.ana, &scene.prompt(), "My questions").await;
    assert_snapshot!(own.text(), @"
    Your questions in “The new map”
    When does the map open?
    Your question is in the thread.
    (Choose a question: 1. When does the map open?)
    ");
    let receipt = scene.choose(&scene.ana, &own, "Choose a question", "1. When does the map open?").await;
    assert_eq!(receipt.labels(), ["Withdraw"]);
    let withdrawn = scene.click(&scene.ana, &receipt, "Withdraw").await;
    assert_snapshot!(withdrawn.text(), @"
    Your question is withdrawn.
    Your name isn’t shown to members or to the hosts. Moderators can see it.
    Your question in “The new map”
    **When does the map open?**
    ");
    scene.town.pass(20 * SECOND).await;
    assert!(scene.texts().iter().all(|text| !text.contains("map open")), "{:#?}", scene.texts());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_asked_comes_back_as_it_was_typed() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[("max_per_member", 1.into())]).await;
    let form = scene.press(&scene.ana, &scene.prompt(), "Ask").await;
    scene.ask(&scene.ana, "Ask", "The first one?").await;
    let refused =
        scene.submit(&scene.ana, &form, &[("text", "A long second *one*?"), ("context", "For my team.")]).await;
    assert_snapshot!(refused.text(), @"
    You have 1 open question here, and that’s the limit. You can ask again once it’s answered or withdrawn.
    What you typed
    A long second *one*?
    For my team.
    [Correct]
    ");
    let refused = scene.press(&scene.ana, &scene.prompt(), "Ask").await;
    assert!(refused.text().contains("You have 1 open question here"), "before they type: {}", refused.text());

    let form = scene.press(&scene.bob, &scene.prompt(), "Ask").await;
    scene.command(&scene.moderator, "ama close", &[]).await;
    let refused = scene.submit(&scene.bob, &form, &[("text", "Too late?")]).await;
    assert_snapshot!(refused.text(), @"
    This AMA closed 1 second ago.
    What you typed
    Too late?
    [Correct]
    ");
    assert_eq!(scene.town.number("SELECT count(*) FROM ama_questions").await, 1);
    let refused = scene.command(&scene.bob, "ask", &[("text", "And now?".into())]).await;
    assert_snapshot!(refused.text(), @"
    No AMA is taking questions right now.
    [Correct]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_similar_question_is_offered_and_upvoted_instead() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    scene.approved(&scene.ana, "When does the new map open?").await;
    let receipt = scene.ask(&scene.bob, "Ask", "when will the NEW map open").await;
    assert_snapshot!(receipt.text(), @"
    Your question is saved. It will be submitted automatically in 2 minutes.
    Your name is shown beside it.
    Similar questions are already open. You can upvote one of them instead.
    Your question in “The new map”
    **when will the NEW map open**
    (Upvote this instead: 1. When does the new map open?)
    [Submit mine] [Edit] [Withdraw]
    ");
    let voted = scene.choose(&scene.bob, &receipt, "Upvote this instead", "1. When does the new map open?").await;
    assert_snapshot!(voted.text(), @"You upvoted “When does the new map open?”. Your own question is withdrawn.");
    scene.town.pass(MINUTE).await;
    assert!(scene.post("new map").labels().contains(&"▲ 1"), "{}", scene.post("new map").text());

    // Without a choice it goes to review by itself.
    scene.ask(&scene.eve, "Ask", "When does the new map open for us?").await;
    assert_eq!(scene.town.number("SELECT count(*) FROM ama_questions WHERE state = 'pending'").await, 0);
    scene.town.pass(2 * MINUTE).await;
    assert!(scene.card("open for us").labels().contains(&"Approve"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ask_works_from_anywhere_and_without_review_a_question_appears_at_once() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[("review", false.into())]).await;
    let receipt = scene.command(&scene.bob, "ask", &[("text", "Who draws the posters?".into())]).await;
    assert_snapshot!(receipt.text(), @"
    Your question is in the thread.
    Your name is shown beside it.
    Your question in “The new map”
    **Who draws the posters?**
    [Withdraw]
    ");
    scene.town.pass(2 * SECOND).await;
    assert_snapshot!(scene.post("posters").text(), @"
    **Who draws the posters?**
    Asked by @bob
    Question 1
    [▲ 0]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_vote_is_taken_back_by_the_same_button_and_none_counts_after_the_close() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    let post = scene.approved(&scene.ana, "When does the map open?").await;
    let voted = scene.press(&scene.bob, &post, "▲ 0").await;
    assert_snapshot!(voted.text(), @"You upvoted this question. Press the button again to remove your vote.");
    scene.town.pass(MINUTE).await;
    let taken = scene.press(&scene.bob, &scene.now(&post), "▲ 1").await;
    assert_snapshot!(taken.text(), @"Your vote for this question was removed.");
    scene.town.pass(3 * HOUR).await;
    let late = scene.press(&scene.bob, &scene.now(&post), "▲ 0").await;
    assert_snapshot!(late.text(), @"This AMA closed 1 hour ago.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_forgotten_person_has_asked_is_read_nowhere_any_more() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    let post = scene.approved(&scene.ana, "When does the map open?").await;
    let other = scene.approved(&scene.bob, "Who draws the posters?").await;
    scene.press(&scene.ana, &other, "▲ 0").await;
    scene.town.pass(MINUTE).await;
    assert!(scene.now(&other).labels().contains(&"▲ 1"));
    let preview = scene.command(&scene.ana, "privacy forget", &[]).await;
    let label = preview.labels()[0].to_owned();
    scene.click(&scene.ana, &preview, &label).await;
    scene.town.pass(MINUTE).await;
    assert_snapshot!(scene.now(&post).text(), @"This question was withdrawn.");
    assert!(scene.now(&other).labels().contains(&"▲ 0"));
    let own = scene.press(&scene.ana, &scene.prompt(), "My questions").await;
    assert!(own.text().contains("You haven’t asked anything here"), "{}", own.text());
    assert_eq!(scene.town.number("SELECT count(*) FROM ama_questions").await, 1);
}
