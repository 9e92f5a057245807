//! Filling in a survey: page by page, kept and resumed, sent once; and what an anonymous one keeps.

use sqlx::SqliteConnection;
use steward::error::Result;
use steward::sandbox::{Answer, Person, Shown};

use crate::scenarios::surveys::{DAY, HOUR, SECOND, Scene, manager};
use crate::support::bytes;
use crate::support::hostile::{HOSTILE, marked, sent};
use crate::support::town::Town;

impl Scene {
    /// Answers everything and stands before *Send answers*.
    async fn answered(&self, person: &Person, post: &Shown) -> Answer {
        let page = self.start(person, post).await;
        let page = self.choose(person, &page, "Choose one", &["Online"]).await;
        let page = self.town.click(person, &page, "Next").await;
        let page = self.choose(person, &page, "Choose one or more", &["Friday", "Sunday"]).await;
        let page = self.town.click(person, &page, "Next").await;
        let page = self.town.click(person, &page, "4").await;
        let page = self.town.click(person, &page, "Next").await;
        let page = self.town.click(person, &page, "9").await;
        let form = self.town.click(person, &page, "Why?").await;
        let page = self.fill(person, &form, &[("words", "Kind people")]).await;
        let page = self.town.click(person, &page, "Next").await;
        let form = self.town.click(person, &page, "Write").await;
        let page = self.fill(person, &form, &[("words", "More *coffee*, @everyone")]).await;
        self.town.click(person, &page, "Next").await
    }

    async fn sent(&self, person: &Person, post: &Shown) -> Answer {
        let summary = self.answered(person, post).await;
        self.town.click(person, &summary, "Send answers").await
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_question_has_its_page_and_the_last_one_shows_everything_once_more() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(false).await;
    let post = scene.send(&builder).await;
    let (town, ana) = (&scene.town, &scene.ana);

    let page = scene.start(ana, &post).await;
    assert!(page.ephemeral);
    insta::assert_snapshot!(page.text(), @"
    Our meetups
    **1 of 5**
    **Where?**
    -# Choose one.
    (Choose one: Chisinau | Online)
    [Next (disabled)]
    ");
    assert!(ana.clicks(&page, "Next").await.is_err(), "the question has to be answered");
    let page = scene.choose(ana, &page, "Choose one", &["Online"]).await;
    let page = town.click(ana, &page, "Next").await;
    insta::assert_snapshot!(page.text(), @"
    Our meetups
    **2 of 5**
    **Which days?**
    -# Choose as many as you like, or none.
    (Choose one or more: Friday | Saturday | Sunday)
    [Back] [Next]
    ");
    let page = scene.choose(ana, &page, "Choose one or more", &["Sunday", "Friday"]).await;
    let page = town.click(ana, &page, "Next").await;
    insta::assert_snapshot!(page.text(), @"
    Our meetups
    **3 of 5**
    **How was the last one?**
    -# From 1, poor, to 5, very good.
    [1] [2] [3] [4] [5]
    [Back] [Next (disabled)]
    ");
    let page = town.click(ana, &page, "4").await;
    let page = town.click(ana, &page, "Next").await;
    let page = town.click(ana, &page, "9").await;
    insta::assert_snapshot!(page.text(), @"
    Our meetups
    **4 of 5**
    **Would you recommend us?**
    -# From 0, not at all likely, to 10, extremely likely. After that you can say why.
    Your answer: **9**
    [0] [1] [2] [3] [4]
    [5] [6] [7] [8] [9]
    [10]
    [Back] [Why?] [Next]
    ");
    let form = town.click(ana, &page, "Why?").await;
    insta::assert_snapshot!(form.text(), @"
    Form: Why?
    What is the main reason?:
    ");
    let page = scene.fill(ana, &form, &[("words", "Kind people")]).await;
    let page = town.click(ana, &page, "Next").await;
    let form = town.click(ana, &page, "Write").await;
    let page = scene.fill(ana, &form, &[("words", "More *coffee*, @everyone\n> now")]).await;
    insta::assert_snapshot!(page.text(), @"
    Our meetups
    **5 of 5**
    **What else?**
    -# In your own words, with **Write**; or leave it out.

    >>> More *coffee*, ＠everyone
    > now
    [Back] [Write] [Clear] [Next]
    ");
    let summary = town.click(ana, &page, "Next").await;
    insta::assert_snapshot!(summary.text(), @"
    Our meetups
    **Your answers**
    **1.** Where?
    > Online
    **2.** Which days?
    > Friday, Sunday
    **3.** How was the last one?
    > 4
    **4.** Would you recommend us?
    > 9: Kind people
    **5.** What else?
    > More *coffee*, ＠everyone > now
    Once you send them they are final. Until then you can go back and change them.
    [Back] [Send answers]
    ");

    // Until they are sent they can be changed.
    let page = town.click(ana, &summary, "Back").await;
    let page = town.click(ana, &page, "Clear").await;
    let summary = town.click(ana, &page, "Next").await;
    assert!(summary.text().contains("> left out"), "{}", summary.text());
    let sent = town.click(ana, &summary, "Send answers").await;
    insta::assert_snapshot!(sent.text(), @"Thank you. Your answers to “Our meetups” are in. Under `/privacy` you can see them and have them forgotten.");
    assert_eq!(scene.count("SELECT count(*) FROM survey_progress").await, 0);
    assert_eq!(
        scene.count("SELECT count(*) FROM survey_entries WHERE member_id IS NOT NULL AND sent_at IS NOT NULL").await,
        1
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_stops_goes_on_where_they_were_also_after_a_restart() {
    let mut scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    let post = scene.send(&builder).await;
    let ana = scene.ana.clone();
    let page = scene.start(&ana, &post).await;
    let page = scene.choose(&ana, &page, "Choose one", &["Online"]).await;
    let page = scene.town.click(&ana, &page, "Next").await;
    let page = scene.choose(&ana, &page, "Choose one or more", &["Friday"]).await;
    let page = scene.town.click(&ana, &page, "Next").await;

    scene.town.restart().await;
    let again = scene.start(&ana, &post).await;
    assert_eq!(again.text(), page.text());
    assert!(again.text().contains("**3 of 5**"));
    // The old page works as well.
    let page = scene.town.click(&ana, &page, "Back").await;
    assert!(page.text().contains("[x] Friday") || page.text().contains("Friday"), "{}", page.text());
    let other = scene.start(&scene.bob, &post).await;
    assert!(other.text().contains("**1 of 5**"), "nobody goes on with what others began: {}", other.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_person_answers_once_and_what_is_sent_is_final() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    let post = scene.send(&builder).await;
    let summary = scene.answered(&scene.ana, &post).await;
    let older = scene.start(&scene.ana, &post).await;
    let sent = scene.town.click(&scene.ana, &summary, "Send answers").await;
    insta::assert_snapshot!(sent.text(), @"Thank you. Your answers to “Our meetups” are in, and nothing in them says that they are yours.");

    let again = scene.start(&scene.ana, &post).await;
    insta::assert_snapshot!(again.text(), @"You have sent your answers to this survey. They are final, and each person answers once.");
    // Another page that was open on the phone.
    let late = scene.town.click(&scene.ana, &older, "Back").await;
    assert_eq!(late.text(), again.text());
    scene.sent(&scene.bob, &post).await;
    assert_eq!(scene.count("SELECT count(*) FROM survey_entries").await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_presses_on_send_at_once_are_one_entry_and_two_people_do_not_meet() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    let post = scene.send(&builder).await;
    let summary = scene.answered(&scene.ana, &post).await;
    let other = scene.answered(&scene.bob, &post).await;
    let (one, two, bobs) = tokio::join!(
        scene.ana.clicks(&summary, "Send answers"),
        scene.ana.clicks(&summary, "Send answers"),
        scene.bob.clicks(&other, "Send answers"),
    );
    scene.town.settled().await;
    let texts = [one, two].map(|answer| answer.unwrap().now().text().to_owned());
    assert_eq!(texts.iter().filter(|text| text.starts_with("Thank you.")).count(), 1, "{texts:?}");
    assert!(bobs.unwrap().now().text().starts_with("Thank you."));
    assert_eq!(scene.count("SELECT count(*) FROM survey_entries").await, 2);
    assert_eq!(scene.count("SELECT count(*) FROM survey_answers").await, 10);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_may_answer_is_asked_at_every_press() {
    let scene = Scene::new().await;
    let role = scene.town.guild.role("Regulars", 0);
    let cora = scene.town.guild.person("cora", &[role]);
    let builder = scene.every_kind(true).await;
    let settings = scene.town.click(&scene.manager, &builder, "Settings").await;
    let who = "Who may answer? Nothing chosen: everyone";
    let settings = scene.choose(&scene.manager, &settings, who, &["Regulars"]).await;
    let builder = scene.town.click(&scene.manager, &settings, "Back").await;
    let post = scene.send(&builder).await;

    let refused = scene.start(&scene.ana, &post).await;
    insta::assert_snapshot!(refused.text().replace(&role.to_string(), "<role>"), @"This survey is for members with the role @Regulars.");
    let page = scene.start(&cora, &post).await;
    let page = scene.choose(&cora, &page, "Choose one", &["Online"]).await;
    scene.town.guild.set_roles(&cora, &[]);
    let late = scene.town.click(&cora, &page, "Next").await;
    assert_eq!(late.text(), refused.text());
    // With the role everything is as it was.
    scene.town.guild.set_roles(&cora, &[role]);
    let page = scene.town.click(&cora, &page, "Next").await;
    assert!(page.text().contains("**2 of 5**"), "{}", page.text());
    assert_eq!(scene.count("SELECT coalesce(max(invited), 0) FROM survey_waves").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_closes_at_its_time_also_between_two_pages_and_says_so() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(false).await;
    let post = scene.send(&builder).await;
    scene.sent(&scene.bob, &post).await;
    let page = scene.start(&scene.ana, &post).await;
    let page = scene.choose(&scene.ana, &page, "Choose one", &["Online"]).await;

    scene.town.pass(7 * DAY).await;
    let late = scene.town.click(&scene.ana, &page, "Next").await;
    insta::assert_snapshot!(late.text(), @"This survey closed on Monday, 23 November 2026 09:00 (1 second ago), so it takes no more answers.");
    scene.town.pass(SECOND).await;
    let post = scene.posts().pop().unwrap();
    insta::assert_snapshot!(post.text(), @"
    Our meetups
    **Closed on Monday, 23 November 2026 09:00.**
    One person answered.
    Survey #1
    ");
    assert_eq!(scene.count("SELECT count(*) FROM survey_progress").await, 0, "what was not sent goes");
    assert_eq!(scene.count("SELECT unsent FROM survey_waves").await, 1);
    let old = scene.ana.presses_custom_id(scene.town.general, &post, "surveys:fill-start:1:1").await;
    scene.town.settled().await;
    assert!(old.now().text().starts_with("This survey closed on Monday, 23 November 2026"), "{}", old.now().text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_downtime_it_closes_late_says_so_and_takes_nothing_from_after_its_time() {
    let mut scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    let post = scene.send(&builder).await;
    scene.sent(&scene.bob, &post).await;
    let summary = scene.answered(&scene.ana, &post).await;
    scene.town.stop().await;
    scene.town.clock.advance(7 * DAY + 3 * HOUR);
    scene.town.start().await;
    scene.town.pass(SECOND).await;
    let late = scene.town.click(&scene.ana, &summary, "Send answers").await;
    assert!(late.text().starts_with("This survey closed on"), "{}", late.text());
    let posts = scene.posts();
    assert_eq!(posts.len(), 1);
    insta::assert_snapshot!(posts[0].text(), @"
    Our meetups
    **Closed on Monday, 23 November 2026 12:00.**
    It was to close on Monday, 23 November 2026 09:00; I was not running then. Nobody could answer after that time.
    Fewer than 5 people answered.
    -# Whose answers are whose can no longer be found out, by anyone.
    Survey #1
    ");
    assert_eq!(scene.count("SELECT count(*) FROM survey_entries").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_manager_closes_it_before_its_time() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    let preview = scene.town.click(&scene.manager, &builder, "Send").await;
    let published = scene.town.click(&scene.manager, &preview, "Publish").await;
    scene.town.pass(SECOND).await;
    let closed = scene.town.click(&scene.manager, &published, "Close now").await;
    scene.town.pass(SECOND).await;
    insta::assert_snapshot!(closed.text(), @"“Our meetups” is closed since Monday, 16 November 2026 09:00 (now). Its answers are under `/survey results`.");
    insta::assert_snapshot!(scene.posts()[0].text(), @"
    Our meetups
    **Closed on Monday, 16 November 2026 09:00.**
    Fewer than 5 people answered.
    -# Whose answers are whose can no longer be found out, by anyone.
    Survey #1
    ");
    let nothing = scene.ana.presses_custom_id(scene.town.general, &scene.posts()[0], "surveys:wave-close:1:1").await;
    scene.town.settled().await;
    assert!(nothing.now().text().contains("managers"), "{}", nothing.now().text());
    scene.town.pass(8 * DAY).await;
    assert_eq!(scene.posts().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_in_the_files_says_whose_an_anonymous_answer_is_once_it_is_closed() {
    let mut scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    let post = scene.send(&builder).await;
    scene.sent(&scene.ana, &post).await;
    let begun = scene.start(&scene.bob, &post).await;
    scene.choose(&scene.bob, &begun, "Choose one", &["Online"]).await;
    assert_eq!(scene.count("SELECT count(*) FROM survey_entries WHERE member_id IS NULL AND sent_at IS NULL").await, 1);
    assert_eq!(scene.count("SELECT count(*) FROM survey_progress WHERE member_id IS NULL AND at IS NULL").await, 1);
    let keys = || std::fs::read_to_string(scene.town.folder().join("steward.keys")).unwrap();
    let before: serde_json::Value = serde_json::from_str(&keys()).unwrap();
    let key = before["secrets"]["surveys:1"].as_str().unwrap().to_owned();
    let mark: String =
        sqlx::query_scalar("SELECT mark FROM survey_entries").fetch_one(scene.town.app().db.read()).await.unwrap();
    let folder = scene.town.folder().to_owned();
    assert!(!bytes::found(&folder, &[], &[&mark]).is_empty(), "while it is open it stands there");

    scene.town.pass(7 * DAY).await;
    assert!(!keys().contains(&key) && !keys().contains("surveys:"));
    assert_eq!(scene.count("SELECT count(*) FROM survey_entries WHERE mark IS NULL").await, 1, "the answers stay");
    assert_eq!(scene.count("SELECT count(*) FROM survey_progress").await, 0);
    assert_eq!(bytes::found(&folder, &[], &[&key]), Vec::<String>::new());
    scene.town.pass(DAY).await;
    scene.town.app().db.scrub(true).await.unwrap();
    scene.town.stop().await;
    assert_eq!(bytes::found(&folder, &[], &[&key, &mark]), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_answers_anonymously_stands_in_no_file_at_any_time() {
    let mut town = Town::without_bot(|_| {}).await;
    let (ana, bob) = (town.member("ana"), town.member("bob"));
    let manager = manager(&town);
    town.start().await;
    let scene = Scene { manager, ana, bob, town };
    let builder = scene.every_kind(true).await;
    let post = scene.send(&builder).await;
    scene.sent(&scene.ana, &post).await;
    let begun = scene.start(&scene.bob, &post).await;
    scene.choose(&scene.bob, &begun, "Choose one", &["Online"]).await;
    scene.start(&scene.ana, &post).await;
    scene.town.settled().await;
    let ids = [scene.ana.id().get(), scene.bob.id().get()];
    let readers = sqlx::query_scalar("SELECT member_id FROM readers").fetch_all(scene.town.app().db.read());
    let readers: Vec<i64> = readers.await.unwrap();
    assert!(!readers.is_empty() && !readers.iter().any(|reader| ids.contains(reader)), "{readers:?}");
    assert_eq!(bytes::anywhere(scene.town.folder(), &ids, &[]), [""; 0]);
    assert_eq!(scene.count("SELECT count(*) FROM survey_progress WHERE progress_id BETWEEN 0 AND 1000").await, 0);

    scene.town.pass(7 * DAY + SECOND).await;
    let late = scene.ana.presses_custom_id(scene.town.general, &post, "surveys:fill-start:1:1").await;
    scene.town.settled().await;
    assert!(late.now().text().starts_with("This survey closed on"), "{}", late.now().text());
    assert_eq!(bytes::anywhere(scene.town.folder(), &ids, &[]), [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_forgotten_takes_their_answers_along_while_that_is_possible() {
    let scene = Scene::new().await;
    let named = scene.every_kind(false).await;
    let named = scene.send(&named).await;
    scene.sent(&scene.ana, &named).await;
    let anonymous = scene.every_kind(true).await;
    let anonymous = scene.send(&anonymous).await;
    scene.sent(&scene.ana, &anonymous).await;
    scene.sent(&scene.bob, &anonymous).await;
    assert_eq!(scene.count("SELECT count(*) FROM survey_entries").await, 3);

    let asked = scene.town.slash(&scene.ana, "privacy forget", &[]).await;
    let label = asked.labels().first().map(|label| (*label).to_owned()).unwrap();
    scene.town.click(&scene.ana, &asked, &label).await;
    scene.town.pass(SECOND).await;
    assert_eq!(scene.count("SELECT count(*) FROM survey_entries").await, 1, "bob's");
    assert_eq!(scene.count("SELECT count(*) FROM survey_answers").await, 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tampered_ids_and_values_change_nothing() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    let post = scene.send(&builder).await;
    let page = scene.start(&scene.ana, &post).await;
    let (general, ana) = (scene.town.general, &scene.ana);
    let mut told = Vec::new();
    for id in [
        "fill-start:1:99",
        "fill-start:1:-1",
        "fill-turn:1:1:wave.99",
        "fill-turn:1:1:wave.-1",
        "fill-turn:1:1:nothing.1",
        "fill-turn:1:1:trial.1",
        "fill-number:1:1:wave.3.6",
        "fill-number:1:1:wave.4.11",
        "fill-number:1:1:wave.1.1",
        "fill-number:1:1:wave.99.1",
        "fill-number:1:1:wave.3",
        "fill-clear:2:1:wave.1",
        "fill-send:1:1:wave",
    ] {
        let answer = ana.presses_custom_id(general, &page, &format!("surveys:{id}")).await;
        scene.town.settled().await;
        told.push(format!("{id}: {}", answer.now().text().lines().next().unwrap_or_default()));
    }
    for values in [vec!["2"], vec!["-1"], vec!["x"], vec!["0", "1"], vec![]] {
        let answer = ana.chooses_raw(general, &page, "surveys:fill-choose:1:1:wave.1", &values).await;
        scene.town.settled().await;
        told.push(format!("{values:?}: {}", answer.now().text().lines().next().unwrap_or_default()));
    }
    let forms =
        [("surveys:fill-written:1:1:wave.4", "why without a number"), ("surveys:fill-written:1:1:wave.3", "words")];
    for (id, words) in forms {
        let answer = ana.submits_custom_id(general, id, &[("words", words)]).await;
        scene.town.settled().await;
        told.push(format!("{words}: {}", answer.now().text().lines().next().unwrap_or_default()));
    }
    insta::assert_snapshot!(told.join("\n"), @r#"
    fill-start:1:99: There is nothing left of this survey. Ask the managers for a new one.
    fill-start:1:-1: There is nothing left of this survey. Ask the managers for a new one.
    fill-turn:1:1:wave.99: Our meetups
    fill-turn:1:1:wave.-1: This button is from an older version and does nothing any more. Use the command again to get a new one.
    fill-turn:1:1:nothing.1: This button is from an older version and does nothing any more. Use the command again to get a new one.
    fill-turn:1:1:trial.1: Only managers can do this: the owner of the server and people with the permission “Manage Server”.
    fill-number:1:1:wave.3.6: This button is from an older version and does nothing any more. Use the command again to get a new one.
    fill-number:1:1:wave.4.11: This button is from an older version and does nothing any more. Use the command again to get a new one.
    fill-number:1:1:wave.1.1: This button is from an older version and does nothing any more. Use the command again to get a new one.
    fill-number:1:1:wave.99.1: Somebody has removed this question meanwhile. Open the survey again.
    fill-number:1:1:wave.3: This button is from an older version and does nothing any more. Use the command again to get a new one.
    fill-clear:2:1:wave.1: This button is from an older version and does nothing any more. Use the command again to get a new one.
    fill-send:1:1:wave: Our meetups
    ["2"]: This button is from an older version and does nothing any more. Use the command again to get a new one.
    ["-1"]: This button is from an older version and does nothing any more. Use the command again to get a new one.
    ["x"]: This button is from an older version and does nothing any more. Use the command again to get a new one.
    ["0", "1"]: This button is from an older version and does nothing any more. Use the command again to get a new one.
    []: This button is from an older version and does nothing any more. Use the command again to get a new one.
    why without a number: This button is from an older version and does nothing any more. Use the command again to get a new one.
    words: This button is from an older version and does nothing any more. Use the command again to get a new one.
    "#);
    assert_eq!(scene.count("SELECT count(*) FROM survey_entries").await, 0);
    assert_eq!(scene.count("SELECT count(*) FROM survey_progress WHERE answers <> '{}'").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn long_answers_emoji_and_words_from_right_to_left_are_kept_as_they_were_typed() {
    let scene = Scene::new().await;
    let builder = scene.draft("שלום 👩‍💻 *Ana*").await;
    let builder = scene.add(&builder, "text", &[("Question", "**Мы** 👍🏽 \u{202E}evil")]).await;
    let post = scene.send(&builder).await;
    let typed = format!("{}👍", "*_~`|> @everyone".repeat(249));
    let typed: String = typed.chars().take(3_999).collect();
    let page = scene.start(&scene.ana, &post).await;
    let form = scene.town.click(&scene.ana, &page, "Write").await;
    let page = scene.fill(&scene.ana, &form, &[("words", &typed)]).await;
    let summary = scene.town.click(&scene.ana, &page, "Next").await;
    insta::assert_snapshot!(summary.text(), @"
    שלום 👩‍💻 *Ana*
    **Your answers**
    **1.** **Мы** 👍🏽 ⟨U+202E⟩evil
    > *_~`|> ＠everyone*_~`|> ＠everyone*_~`|>…
    Once you send them they are final. Until then you can go back and change them.
    [Back] [Send answers]
    ");
    scene.town.click(&scene.ana, &summary, "Send answers").await;
    let kept: String =
        sqlx::query_scalar("SELECT words FROM survey_answers").fetch_one(scene.town.app().db.read()).await.unwrap();
    assert_eq!(kept, typed);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_sends_an_empty_sheet() {
    let scene = Scene::new().await;
    let builder = scene.draft("Anything?").await;
    let builder = scene.add(&builder, "text", &[("Question", "What else?")]).await;
    let post = scene.send(&builder).await;
    let page = scene.start(&scene.ana, &post).await;
    let summary = scene.town.click(&scene.ana, &page, "Next").await;
    let refused = scene.town.click(&scene.ana, &summary, "Send answers").await;
    insta::assert_snapshot!(refused.text(), @"You have not answered anything yet. Go back and answer at least one question.");
    scene.town.pass(8 * DAY).await;
    assert!(scene.posts()[0].text().contains("Fewer than 5 people answered."), "{}", scene.posts()[0].text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_reader_fills_in_in_their_own_language() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    let post = scene.send(&builder).await;
    for (person, next) in [(scene.ana.clone().locale("ru"), "Дальше"), (scene.bob.clone().locale("ro"), "Mai departe")]
    {
        let page = scene.start(&person, &post).await;
        let menu = if next == "Дальше" { "Выберите один" } else { "Alege una" };
        let page = scene.choose(&person, &page, menu, &["Online"]).await;
        let page = scene.town.click(&person, &page, next).await;
        if next == "Дальше" {
            insta::assert_snapshot!(page.text(), @"
            Our meetups
            **2 из 5**
            **Which days?**
            -# Выберите сколько угодно вариантов или ни одного.
            (Выберите один или несколько: Friday | Saturday | Sunday)
            [Назад] [Дальше]
            ");
        } else {
            insta::assert_snapshot!(page.text(), @"
            Our meetups
            **2 din 5**
            **Which days?**
            -# Alege câte vrei sau niciuna.
            (Alege una sau mai multe: Friday | Saturday | Sunday)
            [Înapoi] [Mai departe]
            ");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_go_four_hundred_days_after_the_close() {
    let mut scene = Scene::new().await;
    let builder = scene.every_kind(false).await;
    let post = scene.send(&builder).await;
    scene.sent(&scene.ana, &post).await;
    scene.town.pass(7 * DAY + HOUR).await;
    scene.town.be_off_for(398 * DAY).await;
    scene.town.pass(DAY - HOUR).await;
    assert_eq!(scene.count("SELECT count(*) FROM survey_answers").await, 5);
    scene.town.pass(3 * DAY).await;
    assert_eq!(scene.count("SELECT count(*) FROM survey_entries").await, 0);
    assert_eq!(scene.count("SELECT count(*) FROM survey_answers").await, 0);
    assert_eq!(scene.count("SELECT count(*) FROM survey_waves").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_close_that_was_interrupted_is_finished_and_done_once() {
    let mut scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    let post = scene.send(&builder).await;
    scene.sent(&scene.ana, &post).await;
    scene.town.pass(7 * DAY + HOUR).await;
    scene.town.sandbox.forget_requests();

    // The process ended after the close was written, before the key was destroyed and the job done.
    scene.town.app().keys.draw("surveys:1").unwrap();
    let guild = scene.town.guild.id().get();
    let due = scene.town.clock.now().millis();
    let again = async move |tx: &mut SqliteConnection| -> Result<()> {
        let job = "INSERT INTO jobs (guild_id, kind, row_id, urgent, due_at, state, claim, tries) \
                   VALUES (?, 'surveys.close', 1, 0, ?, 'pending', 0, 0)";
        sqlx::query(job).bind(guild).bind(due).execute(tx).await?;
        Ok(())
    };
    scene.town.app().db.write(again).await.unwrap();
    scene.town.restart().await;
    scene.town.pass(HOUR).await;
    let keys = std::fs::read_to_string(scene.town.folder().join("steward.keys")).unwrap();
    assert!(!keys.contains("surveys:"), "{keys}");
    let edits = scene.town.sandbox.calls("PATCH /channels/*/messages/*");
    assert_eq!(edits.len(), 1, "the post says it once the key is gone");
    assert_eq!(scene.count("SELECT count(*) FROM survey_entries").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_see_what_is_kept_of_them_where_it_stands_with_their_name() {
    let scene = Scene::new().await;
    let named = scene.every_kind(false).await;
    let named = scene.send(&named).await;
    scene.sent(&scene.ana, &named).await;
    let page = scene.start(&scene.bob, &named).await;
    scene.choose(&scene.bob, &page, "Choose one", &["Online"]).await;
    let of = async |person: &Person| {
        let shown = scene.town.slash(person, "privacy show", &[]).await.text().to_owned();
        shown.lines().filter(|line| line.contains("urvey")).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(of(&scene.ana).await, @"
    **Surveys you have answered with your name: 1.** So that each person answers once. Until 400 days after the survey closed. What you answered anonymously cannot be found by your name, so it stands nowhere here.
    **Your answers in them: 5.** For the managers of this server, who asked. Until 400 days after the survey closed.
    ");
    insta::assert_snapshot!(of(&scene.bob).await, @"**Answers to surveys that you have not sent: 1.** So that you can go on where you stopped. Until you send them or the survey closes.");
    let anonymous = scene.every_kind(true).await;
    let anonymous = scene.send(&anonymous).await;
    let cora = scene.town.member("cora");
    scene.sent(&cora, &anonymous).await;
    assert_eq!(of(&cora).await, "");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_anybody_types_does_nothing_where_it_is_shown() {
    let scene = Scene::new().await;
    let (town, mara, ana) = (&scene.town, &scene.manager, &scene.ana);
    town.sandbox.forget_requests();
    for texts in HOSTILE.chunks(4) {
        let lines: Vec<String> = texts.iter().map(|text| marked(&text.replace('\n', " "))).collect();
        let all = texts.iter().map(|text| marked(text)).collect::<Vec<_>>().join("\n");
        let form = town.slash(mara, "survey create", &[]).await;
        let builder = scene.fill(mara, &form, &[("A title", &lines[0]), ("An introduction", &all)]).await;
        let options = [("Question", &*all), ("options", &lines.join("\n"))];
        let builder = scene.add(&builder, "multi", &options).await;
        let builder = scene.add(&builder, "nps", &[("Question", &*all), ("required", "no")]).await;
        let builder = scene.add(&builder, "text", &[("Question", &*all)]).await;
        for button in ["Change", "Move", "Remove", "Settings"] {
            town.click(mara, &builder, button).await;
            town.click(mara, &builder, "Back").await;
        }
        let post = scene.send(&builder).await;
        let page = scene.start(ana, &post).await;
        let page = scene.choose(ana, &page, "Choose one or more", &["0", "1"]).await;
        let page = town.click(ana, &page, "Next").await;
        let page = town.click(ana, &page, "0").await;
        let why = town.click(ana, &page, "Why?").await;
        let page = scene.fill(ana, &why, &[("words", &all)]).await;
        let page = town.click(ana, &page, "Next").await;
        let write = town.click(ana, &page, "Write").await;
        let page = scene.fill(ana, &write, &[("words", &all)]).await;
        let summary = town.click(ana, &page, "Next").await;
        town.click(ana, &summary, "Send answers").await;
    }
    town.pass(8 * DAY).await;
    let sent = sent(&town.sandbox.requests());
    let wrong: Vec<String> =
        sent.iter().flat_map(|sent| sent.acts().into_iter().map(move |acts| format!("{acts} in {sent:?}"))).collect();
    assert_eq!(wrong, Vec::<String>::new());
    assert!(sent.iter().map(|sent| sent.typed().count()).sum::<usize>() > 400);
    assert!(sent.iter().all(|sent| !sent.place.ends_with("allowed_mentions parse")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_draft_that_nobody_touches_goes_unless_it_comes_by_itself() {
    let scene = Scene::new().await;
    scene.draft("Some day").await;
    let given = [("every", "every quarter".into()), ("starts", "in 200 days".into())];
    let planned = scene.town.slash(&scene.manager, "survey nps", &given).await;
    assert!(planned.text().contains("**every quarter**"), "{}", planned.text());
    scene.town.pass(95 * DAY).await;
    assert_eq!(scene.count("SELECT count(*) FROM surveys WHERE title = 'Some day'").await, 0);
    assert_eq!(scene.count("SELECT count(*) FROM surveys JOIN survey_schedules USING (survey_id)").await, 1);
}
