//! A session as a whole: the preview, the prompt, the thread, opening and closing, hosts, and what is deleted.

use insta::assert_snapshot;

use super::{HOUR, MINUTE, SECOND, scene};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_goes_from_its_preview_to_its_transcript() {
    let scene = scene().await;
    let preview = scene.preview(&scene.moderator, &[]).await;
    assert!(preview.ephemeral);
    assert_snapshot!(preview.text(), @"
    This is how the prompt will look in #general. No one else sees it yet.
    Ask me anything: The new map
    **Host:** @hana
    **Questions until** 16 November 2026 11:00 (in 2 hours)
    **Ask anonymously:** your name isn’t shown to members or to the hosts. Moderators can see it.
    **Ask:** your name is shown beside the question.
    A moderator or host reads each question before it appears.
    [Publish] [Cancel]
    ");

    let published = scene.click(&scene.moderator, &preview, "Publish").await;
    scene.town.pass(3 * SECOND).await;
    assert_snapshot!(published.now().text(), @"AMA #1 is in #general. Questions are welcome until 16 November 2026 11:00.");
    assert_snapshot!(scene.prompt().text(), @"
    Ask me anything: The new map
    **Host:** @hana
    **Questions until** 16 November 2026 11:00 (in 1 hour)
    **Questions and answers:** #The new map
    **Ask anonymously:** your name isn’t shown to members or to the hosts. Moderators can see it.
    **Ask:** your name is shown beside the question.
    A moderator or host reads each question before it appears.
    AMA #1
    [Ask] [Ask anonymously] [Top questions] [My questions] [Host panel]
    ");
    assert_snapshot!(scene.texts().join("\n---\n"), @"
    Top questions: The new map
    No questions yet.
    Waiting for an answer: 0
    ");

    let map = scene.approved(&scene.ana, "When does the map open?").await;
    assert_snapshot!(map.text(), @"
    **When does the map open?**
    Asked by @ana
    Question 1
    [▲ 0]
    ");
    let posters = scene.approved(&scene.bob, "Who draws the posters?").await;
    for person in [&scene.ana, &scene.eve] {
        scene.press(person, &posters, "▲ 0").await;
    }
    scene.town.pass(MINUTE).await;
    assert_snapshot!(scene.post("Top questions").text(), @"
    Top questions: The new map
    **2.** Who draws the posters? · 2 votes
    **1.** When does the map open?
    Waiting for an answer: 2
    ");

    let panel = scene.panel(&scene.host).await;
    assert_snapshot!(panel.text(), @"
    Host panel: The new map
    Waiting for an answer: 2
    Answered: 0
    Waiting for review: 0
    [Next by votes] [Next by time] [Recording] [Send to feedback]
    (Pick: 2. Who draws the posters? | 1. When does the map open?)
    (Prepare an answer: 2. Who draws the posters? | 1. When does the map open?)
    ");
    let kept = scene.click(&scene.host, &panel, "Next by votes").await;
    assert_snapshot!(kept.text(), @"
    This question is reserved for you for 10 minutes.
    Question 2
    **Who draws the posters?**
    Asked by @bob
    2 votes
    [Now answering] [Answer] [Answered live]
    ");
    let form = scene.click(&scene.host, &kept, "Answer").await;
    scene.submit(&scene.host, &form, &[("text", "Our friend Dan does, by hand.")]).await;
    scene.town.pass(20 * SECOND).await;
    assert_snapshot!(scene.post("by hand").text(), @"
    **2.** **Who draws the posters?**
    Answer by @hana

    Our friend Dan does, by hand.
    ");
    assert!(scene.now(&posters).text().contains("Answered"), "{}", scene.now(&posters).text());

    scene.town.pass(2 * HOUR).await;
    assert_snapshot!(scene.prompt().text(), @"
    Ask me anything: The new map
    **Host:** @hana
    **Closed** 16 November 2026 11:00 (7 minutes ago)
    **Questions and answers:** #The new map
    AMA #1 · closed
    [Top questions] [My questions] [Host panel]
    ");
    assert_snapshot!(scene.post("Transcript").text(), @"
    Transcript: The new map
    Questions: 2
    People who asked: 2
    Votes: 2
    Answered: 1
    Median wait for an answer: 4 min
    Not answered: 1: 1. When does the map open?
    (file ama-1.md)
    (file ama-1.csv)
    [Answer later]
    ");
    assert_eq!(scene.texts().iter().filter(|text| text.starts_with("Transcript")).count(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn questions_are_collected_before_the_start_and_an_event_stands_on_the_list() {
    let scene = scene().await;
    let preview = scene.preview(&scene.manager, &[("starts", "in 3 hours".into())]).await;
    assert!(preview.text().contains("It will also be on the server’s list of events."), "{}", preview.text());
    scene.click(&scene.manager, &preview, "Publish").await;
    scene.town.pass(5 * SECOND).await;
    assert_snapshot!(scene.prompt().text(), @"
    Ask me anything: The new map
    **Host:** @hana
    **Answers from** 16 November 2026 12:00 (in 2 hours). You can ask now.
    **Questions until** 16 November 2026 14:00 (in 4 hours)
    **Questions and answers:** #The new map
    **Ask anonymously:** your name isn’t shown to members or to the hosts. Moderators can see it.
    **Ask:** your name is shown beside the question.
    A moderator or host reads each question before it appears.
    AMA #1
    [Ask] [Ask anonymously] [Top questions] [My questions] [Host panel]
    ");
    assert_eq!(scene.town.guild.events().len(), 1);

    scene.approved(&scene.ana, "When does the map open?").await;
    let panel = scene.panel(&scene.host).await;
    assert_snapshot!(panel.text(), @"
    Host panel: The new map
    Waiting for an answer: 1
    Answered: 0
    Waiting for review: 0
    Hosts can answer once the AMA starts.
    [Send to feedback]
    (Prepare an answer: 1. When does the map open?)
    ");

    scene.town.pass(3 * HOUR).await;
    let panel = scene.panel(&scene.host).await;
    assert!(panel.labels().contains(&"Next by votes"), "{}", panel.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_is_opened_and_closed_by_hand_once() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[("starts", "in 3 hours".into())]).await;
    let opened = scene.command(&scene.moderator, "ama open", &[]).await;
    assert_snapshot!(opened.text(), @"“The new map” (AMA #1) is open now.");
    let again = scene.command(&scene.moderator, "ama open", &[("session", "1".into())]).await;
    assert_snapshot!(again.text(), @"
    AMA #1 is already open.
    [Correct]
    ");
    let closed = scene.command(&scene.moderator, "ama close", &[]).await;
    assert_snapshot!(closed.text(), @"“The new map” (AMA #1) is closed. The transcript is on its way.");
    let again = scene.command(&scene.moderator, "ama close", &[("session", "1".into())]).await;
    assert_snapshot!(again.text(), @"
    AMA #1 is already closed.
    [Correct]
    ");
    scene.town.pass(12 * HOUR).await;
    assert_eq!(scene.texts().iter().filter(|text| text.starts_with("Transcript")).count(), 1);
    let list = scene.command(&scene.moderator, "ama list", &[]).await;
    assert_snapshot!(list.text(), @"
    AMAs
    **#1 The new map** · #general · closed 12 hours ago, 0 of 0 answered
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hosts_are_added_and_removed_and_the_last_one_stays() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    let refused = scene.panel(&scene.bob).await;
    assert_snapshot!(refused.text(), @"Only hosts of this AMA can do that. A moderator can add you with `/ama hosts add`.");
    let added = scene.command(&scene.moderator, "ama hosts add", &[("member", (&scene.bob).into())]).await;
    assert_snapshot!(added.text(), @"@bob can now answer in “The new map”.");
    assert!(scene.prompt().text().contains("**Hosts:** @hana, @bob"), "{}", scene.prompt().text());
    assert!(scene.panel(&scene.bob).await.text().contains("Host panel"));
    for (member, said) in
        [(&scene.bob, "can no longer answer"), (&scene.bob, "isn’t a host"), (&scene.host, "at least one host")]
    {
        let removed = scene.command(&scene.moderator, "ama hosts remove", &[("member", member.into())]).await;
        assert!(removed.text().contains(said), "{}", removed.text());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_deleted_prompt_is_told_in_the_list_and_posted_again() {
    let scene = scene().await;
    let prompt = scene.publish(&scene.moderator, &[]).await;
    scene.town.guild.owner().deletes(prompt.id.unwrap()).unwrap();
    scene.town.pass(SECOND).await;
    let list = scene.command(&scene.moderator, "ama list", &[]).await;
    assert_snapshot!(list.text(), @"
    AMAs
    **#1 The new map** · #general · open, closes in 1 hour
    The prompt isn’t there. Someone deleted it. Use `/ama repost` to post it again.
    ");
    let reposted = scene.command(&scene.moderator, "ama repost", &[]).await;
    assert_snapshot!(reposted.text(), @"The prompt is in #general.");
    assert_ne!(scene.prompt().id, prompt.id);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_right_to_make_threads_questions_appear_in_the_channel() {
    let scene = scene().await;
    scene.town.sandbox.faults().fail("POST /channels/*/messages/*/threads", 1, 403, 50_013);
    scene.publish(&scene.moderator, &[("review", true.into())]).await;
    scene.ask(&scene.ana, "Ask", "When does the map open?").await;
    scene.press(&scene.moderator, &scene.card("map open"), "Approve").await;
    scene.town.pass(3 * SECOND).await;
    let general = scene.town.sandbox.messages(scene.town.general, &scene.ana);
    assert!(general.iter().any(|shown| shown.text().contains("When does the map open?")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_that_is_moved_opens_and_closes_at_its_new_times() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[("starts", "in 3 hours".into())]).await;
    let edited = scene.command(&scene.moderator, "ama edit", &[("starts", "in 1 hour".into())]).await;
    assert_snapshot!(edited.text(), @"
    “The new map” is changed. It closes 16 November 2026 12:00.
    Answers begin 16 November 2026 10:00.
    ");
    scene.town.pass(HOUR).await;
    assert!(scene.prompt().text().contains("Questions until"), "{}", scene.prompt().text());
    let refused = scene.command(&scene.moderator, "ama edit", &[("starts", "in 1 hour".into())]).await;
    assert_snapshot!(refused.text(), @"
    This AMA has started, so its start can’t change.
    [Correct]
    ");
    let edited = scene.command(&scene.moderator, "ama edit", &[("title", "The old map".into())]).await;
    assert_snapshot!(edited.text(), @"“The old map” is changed. It closes 16 November 2026 12:00.");
    scene.town.pass(2 * HOUR + MINUTE).await;
    assert!(scene.prompt().text().contains("closed"), "{}", scene.prompt().text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn managers_take_the_transcript_along_at_any_time() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    scene.approved(&scene.ana, "When does the map open?").await;
    let exported = scene.command(&scene.manager, "ama export", &[]).await;
    assert_snapshot!(exported.text(), @"
    “The new map” as it is now. Askers are named only where everyone sees their name.
    (file ama-1.md)
    (file ama-1.csv)
    ");
    let refused = scene.town.slash(&scene.moderator, "ama export", &[]).await;
    assert!(refused.text().contains("Only managers"), "{}", refused.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_session_asks_again_what_was_not_answered() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    scene.approved(&scene.ana, "When does the map open?").await;
    scene.approved(&scene.bob, "Who draws the posters?").await;
    let panel = scene.panel(&scene.host).await;
    let kept = scene.click(&scene.host, &panel, "Next by time").await;
    scene.click(&scene.host, &kept, "Answered live").await;
    scene.command(&scene.moderator, "ama close", &[]).await;
    let old = scene.prompt();

    let preview = scene.command(&scene.moderator, "ama clone", &[("session", "1".into())]).await;
    assert!(preview.text().contains("Ask me anything: The new map"), "{}", preview.text());
    scene.click(&scene.moderator, &preview, "Publish").await;
    scene.town.guild.owner().deletes(old.id.unwrap()).unwrap();
    scene.town.pass(5 * SECOND).await;
    assert_ne!(scene.prompt().id, old.id);
    let asked = scene.post("Who draws the posters?");
    assert!(asked.labels().contains(&"▲ 0"), "{}", asked.text());
    assert!(scene.texts().iter().all(|text| !text.contains("map open")), "{:#?}", scene.texts());
    let own = scene.press(&scene.bob, &scene.prompt(), "My questions").await;
    assert!(own.text().contains("Who draws the posters?"), "{}", own.text());
}
