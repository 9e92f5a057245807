//! The post of a survey stays true: where somebody deletes it, that is noticed, told and put right.

use insta::assert_snapshot;

use steward::sandbox::{Overwrite, Shown, rights};

use super::{DAY, SECOND, Scene};

const EDIT: &str = "PATCH /channels/*/messages/*";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_post_that_somebody_deletes_is_missed_and_posted_again() {
    let mut scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    let post = scene.send(&builder).await;
    scene.town.guild.owner().deletes(post.id.unwrap()).unwrap();
    scene.town.settled().await;
    scene.town.restart().await;

    let list = scene.town.slash(&scene.manager, "survey list", &[]).await;
    assert_snapshot!(list.text(), @"
    1 survey
    **#1** Our meetups · wave 1, fewer than 5 answers, closes in 6 days
    ↳ its post is not there: the channel or the message was deleted. Press **Post again** under `/survey results`, or send it in another channel with `/survey send`.
    (Close or extend a survey: Our meetups)
    ");
    let results = scene.town.slash(&scene.manager, "survey results", &[("survey", "#1".into())]).await;
    assert_snapshot!(results.text(), @"
    Its post does not stand in #general, so nobody can answer: the channel or the message was deleted. Press **Post again** under `/survey results`, or send it in another channel with `/survey send`.
    Survey #1, “Our meetups”, wave 1
    Open, closes in 6 days.
    **Fewer than 5 people answered.**
    What they answered is shown after the close: who sees one answer come after another sees whose they are.
    [Close now] [Extend]
    [Post again]
    ");
    let again = scene.town.click(&scene.manager, &results, "Post again").await;
    scene.town.pass(SECOND).await;
    assert_snapshot!(again.text(), @"
    “Our meetups” stands in #general. It closes on Monday, 23 November 2026 09:00 (in 6 days).
    [Close now] [Extend]
    ");
    let posts = scene.posts();
    assert_eq!(posts.iter().map(Shown::text).collect::<Vec<_>>(), [post.text()]);

    // Nothing is missing any more, and the new post is answered and closed like the first one.
    let list = scene.town.slash(&scene.manager, "survey list", &[]).await;
    assert!(!list.text().contains("its post"), "{}", list.text());
    let filling = scene.ana.clicks(posts[0].id.unwrap(), "Start").await.unwrap();
    scene.town.settled().await;
    assert!(filling.now().text().contains("Where?"), "{}", filling.now().text());
    scene.town.pass(8 * DAY).await;
    assert!(scene.posts()[0].text().contains("Closed on"), "{}", scene.posts()[0].text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_post_that_is_refused_again_leaves_the_survey_open_and_says_why() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    let post = scene.send(&builder).await;
    scene.town.guild.owner().deletes(post.id.unwrap()).unwrap();
    scene.town.settled().await;
    let results = scene.town.slash(&scene.manager, "survey results", &[("survey", "#1".into())]).await;
    scene.town.sandbox.faults().fail("POST /channels/*/messages", 1, 403, 50_013);
    scene.town.pass(SECOND).await;
    let refused = scene.town.click(&scene.manager, &results, "Post again").await;
    assert_snapshot!(refused.text(), @"
    Its post does not stand in #general, so nobody can answer: I lack a permission there. Someone who manages the channel can let me view it, send messages, embed links and attach files; then press **Post again**.
    [Post again]
    ");
    assert_eq!(scene.count("SELECT count(*) FROM survey_waves WHERE state = 'open' AND number = 1").await, 1);
    scene.town.pass(SECOND).await;
    scene.town.click(&scene.manager, &refused, "Post again").await;
    scene.town.pass(SECOND).await;
    assert_eq!(scene.posts().len(), 1);
    assert!(scene.town.sandbox.calls(EDIT).is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_those_who_may_write_there_are_offered_to_post_it_again() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    let post = scene.send(&builder).await;
    scene.town.guild.owner().deletes(post.id.unwrap()).unwrap();
    let (everyone, bot) = (scene.town.guild.id().get(), scene.town.guild.bot_role().get());
    let overwrite = |id, allow, deny| Overwrite { id, of_member: false, allow, deny };
    let overwrites = [overwrite(everyone, 0, rights::SEND_MESSAGES), overwrite(bot, rights::SEND_MESSAGES, 0)];
    scene.town.guild.set_overwrites(scene.town.general, &overwrites);
    scene.town.settled().await;
    let results = scene.town.slash(&scene.manager, "survey results", &[("survey", "#1".into())]).await;
    assert!(results.text().contains("Its post does not stand in #general"), "{}", results.text());
    assert!(!results.text().contains("[Post again]"), "{}", results.text());
    let pressed = scene.manager.presses_custom_id(scene.town.general, &results, "surveys:wave-again:1:1").await;
    scene.town.settled().await;
    assert!(pressed.now().text().contains("You can’t write in #general"), "{}", pressed.now().text());
    assert!(scene.posts().is_empty());
}
