//! Surveys that are closed or extended while they are open; a story for each sentence.

use steward::sandbox::{Answer, Given};

use super::{DAY, HOUR, SECOND, Scene};

impl Scene {
    async fn end(&self, words: &str, given: &[(&str, Given)]) -> Answer {
        let answer = self.town.slash(&self.manager, words, given).await;
        self.town.pass(SECOND).await;
        answer
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_open_survey_is_closed_by_its_name() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    let nothing = scene.end("survey close", &[("survey", "Our meetups".into())]).await;
    insta::assert_snapshot!(nothing.text(), @"
    Survey #1 isn’t open. `/survey send` sends it.
    [Correct]
    ");
    let post = scene.send(&builder).await;
    let closed = scene.end("survey close", &[("survey", "Our meetups".into())]).await;
    insta::assert_snapshot!(closed.text(), @"“Our meetups” is closed since Monday, 16 November 2026 09:00 (now). Its answers are under `/survey results`.");
    assert!(scene.posts()[0].text().contains("Closed on Monday"), "{}", scene.posts()[0].text());
    assert!(scene.ana.clicks(&post, "Start").await.is_err(), "nobody can begin any more");
    let again = scene.end("survey close", &[("survey", "#1".into()), ("wave", 1.into())]).await;
    insta::assert_snapshot!(again.text(), @"
    Survey #1 isn’t open. `/survey send` sends it.
    [Correct]
    ");
    let none = scene.end("survey close", &[("survey", "#1".into()), ("wave", 7.into())]).await;
    assert!(none.text().contains('7'), "{}", none.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_open_survey_gets_another_end_which_its_post_shows_and_which_holds() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    scene.send(&builder).await;
    let given = |closes: &str| [("survey", "Our meetups".into()), ("closes", closes.into())];
    let longer = scene.end("survey extend", &given("in 10 days")).await;
    insta::assert_snapshot!(longer.text(), @"
    “Our meetups” closes Thursday, 26 November 2026 09:00 (in 10 days) instead of 23 November 2026 09:00.
    [Close now] [Extend]
    ");
    assert!(scene.posts()[0].text().contains("26 November 2026"), "{}", scene.posts()[0].text());
    scene.town.pass(9 * DAY).await;
    assert!(!scene.posts()[0].text().contains("Closed"), "{}", scene.posts()[0].text());
    for closes in ["in 5 min", "in 60 days", "soonish"] {
        let refused = scene.end("survey extend", &given(closes)).await;
        assert!(!refused.text().contains("instead of"), "{closes}: {}", refused.text());
    }
    // A restart in between changes nothing of it.
    let sooner = scene.end("survey extend", &given("in 2 hours")).await;
    assert!(sooner.text().contains("instead of"), "{}", sooner.text());
    scene.town.pass(2 * HOUR).await;
    assert!(scene.posts()[0].text().contains("Closed on"), "{}", scene.posts()[0].text());
    let late = scene.end("survey extend", &given("in 2 days")).await;
    insta::assert_snapshot!(late.text(), @"
    Survey #1 isn’t open. `/survey send` sends it.
    [Correct]
    ");
    assert_eq!(scene.count("SELECT count(*) FROM audit WHERE action = 'survey.extend'").await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_list_and_the_results_end_an_open_survey_too_and_a_form_keeps_what_was_typed() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    scene.send(&builder).await;
    let list = scene.end("survey list", &[]).await;
    let chosen = scene.choose(&scene.manager, &list, "Close or extend a survey", &["Our meetups"]).await;
    insta::assert_snapshot!(chosen.text(), @"
    “Our meetups” stands in #general. It closes on Monday, 23 November 2026 09:00 (in 6 days).
    [Close now] [Extend]
    ");
    let form = scene.town.click(&scene.manager, &chosen, "Extend").await;
    let refused = scene.fill(&scene.manager, &form, &[("closes", "when the moon is full")]).await;
    assert!(refused.text().contains("when the moon is full"), "{}", refused.text());
    let extended = scene.fill(&scene.manager, &form, &[("closes", "in 3 days")]).await;
    insta::assert_snapshot!(extended.text(), @"
    “Our meetups” closes Thursday, 19 November 2026 09:00 (in 3 days) instead of 23 November 2026 09:00.
    [Close now] [Extend]
    ");

    let results = scene.end("survey results", &[("survey", "#1".into())]).await;
    let closed = scene.town.click(&scene.manager, &results, "Close now").await;
    assert!(closed.text().contains("is closed since"), "{}", closed.text());
    let results = scene.end("survey results", &[("survey", "#1".into())]).await;
    assert!(results.buttons.iter().all(|button| button.label != "Close now"), "{}", results.text());
    // Only managers do.
    let refused = scene.ana.presses_custom_id(scene.town.general, &scene.posts()[0], "surveys:wave-extend:1:1").await;
    scene.town.settled().await;
    assert!(refused.now().text().contains("managers"), "{}", refused.now().text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sending_a_survey_again_while_it_is_open_warns() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    scene.send(&builder).await;
    let preview = scene.end("survey send", &[("survey", "Our meetups".into())]).await;
    let first = preview.text().lines().take(2).collect::<Vec<_>>().join("\n");
    insta::assert_snapshot!(first, @"
    **Nothing has been posted yet.** This goes to #general:
    Round 1 of this survey is still open in #general, until 23 November 2026 09:00. You’d open another round beside it. `/survey extend` gives it more time.
    ");
    scene.town.click(&scene.manager, &preview, "Publish").await;
    scene.town.pass(SECOND).await;
    // Of two that are open the latest is meant, or the one that is named.
    let closed = scene.end("survey close", &[("survey", "#1".into()), ("wave", 1.into())]).await;
    assert!(closed.text().contains("is closed since"), "{}", closed.text());
    assert_eq!(scene.count("SELECT number FROM survey_waves WHERE state = 'open'").await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_with_a_mistake_comes_back_as_it_was_typed() {
    let scene = Scene::new().await;
    let builder = scene.draft("Our meetups").await;
    let options = (1..=26).map(|number| format!("Option {number}")).collect::<Vec<_>>().join("\n");
    let refused = scene.add(&builder, "One choice", &[("Question", "Where?"), ("options", &options)]).await;
    assert!(refused.text().contains("Option 26") && refused.text().contains("Where?"), "{}", refused.text());
    assert_eq!(scene.count("SELECT count(*) FROM survey_questions").await, 0);
}
