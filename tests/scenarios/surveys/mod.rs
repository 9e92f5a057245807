//! Surveys: built, tried out, sent, and closed; a story for each sentence. How they are filled in is told
//! in `surveys_fill`, what comes of them in `surveys_results`.

mod end;
mod fill;
mod post;
mod results;

use std::time::Duration;

use steward::sandbox::rights::Overwrite;
use steward::sandbox::{Answer, AnswerKind, Given, Person, Shown, rights};

use crate::support::town::Town;

pub const SECOND: Duration = Duration::from_secs(1);
pub const HOUR: Duration = Duration::from_secs(3_600);
pub const DAY: Duration = Duration::from_secs(86_400);
const POST: &str = "POST /channels/*/messages";

/// A manager who asks, and members who answer.
pub struct Scene {
    pub town: Town,
    pub manager: Person,
    pub ana: Person,
    pub bob: Person,
}

impl Scene {
    pub async fn new() -> Self {
        let town = Town::new().await;
        let manager = manager(&town);
        let (ana, bob) = (town.member("ana"), town.member("bob"));
        Self { town, manager, ana, bob }
    }

    /// An empty draft in its builder.
    pub async fn draft(&self, title: &str) -> Answer {
        self.town.slash(&self.manager, "survey create", &[("title", title.into())]).await
    }

    /// A question more.
    pub async fn add(&self, builder: &Answer, kind: &str, fields: &[(&str, &str)]) -> Answer {
        let asking = self.town.click(&self.manager, builder, "Add question").await;
        let form = self.choose(&self.manager, &asking, "Which kind of question?", &[kind]).await;
        assert_eq!(form.kind, AnswerKind::Form, "{}", form.text());
        self.fill(&self.manager, &form, fields).await
    }

    /// A survey with a question of every kind, none anonymous unless said.
    pub async fn every_kind(&self, anonymous: bool) -> Answer {
        let builder = self.draft("Our meetups").await;
        let builder =
            self.add(&builder, "One choice", &[("Question", "Where?"), ("options", "Chisinau\nOnline")]).await;
        let several = [("Question", "Which days?"), ("options", "Friday\nSaturday\nSunday"), ("required", "no")];
        let builder = self.add(&builder, "Several choices", &several).await;
        let builder = self.add(&builder, "rating", &[("Question", "How was the last one?")]).await;
        let builder = self.add(&builder, "nps", &[("Question", "Would you recommend us?")]).await;
        let builder = self.add(&builder, "text", &[("Question", "What else?")]).await;
        if anonymous {
            return builder;
        }
        let settings = self.town.click(&self.manager, &builder, "Settings").await;
        let settings = self.town.click(&self.manager, &settings, "Ask with names").await;
        self.town.click(&self.manager, &settings, "Back").await
    }

    /// Sends what is in the builder to `general`; the post that everyone sees.
    pub async fn send(&self, builder: &Answer) -> Shown {
        let preview = self.town.click(&self.manager, builder, "Send").await;
        self.town.click(&self.manager, &preview, "Publish").await;
        self.town.pass(SECOND).await;
        self.posts().pop().expect("a post")
    }

    pub fn posts(&self) -> Vec<Shown> {
        self.town.sandbox.messages(self.town.general, &self.ana).into_iter().filter(|post| !post.ephemeral).collect()
    }

    pub async fn choose(&self, person: &Person, on: &Answer, menu: &str, values: &[&str]) -> Answer {
        let values: Vec<Given> = values.iter().map(|value| (*value).into()).collect();
        let answer =
            person.chooses(on, menu, &values).await.unwrap_or_else(|refused| panic!("{refused}: {}", on.text()));
        self.town.settled().await;
        answer.now()
    }

    pub async fn fill(&self, person: &Person, form: &Answer, fields: &[(&str, &str)]) -> Answer {
        let answer = person.submits(form, fields).await.unwrap_or_else(|refused| panic!("{refused}: {}", form.text()));
        self.town.settled().await;
        answer.now()
    }

    pub async fn start(&self, person: &Person, post: &Shown) -> Answer {
        self.town.settled().await;
        let answer = person.clicks(post, "Start").await.unwrap_or_else(|refused| panic!("{refused}"));
        self.town.settled().await;
        answer.now()
    }

    pub async fn count(&self, sql: &'static str) -> i64 {
        self.town.number(sql).await
    }
}

pub fn manager(town: &Town) -> Person {
    town.guild.person("Mara", &[town.guild.role("Managers", rights::MANAGE_GUILD | rights::MANAGE_MESSAGES)])
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_survey_is_built_question_by_question() {
    let scene = Scene::new().await;
    let builder = scene.draft("Our meetups").await;
    assert!(builder.ephemeral);
    insta::assert_snapshot!(builder.text(), @"
    Draft #1: Our meetups
    There are no questions yet. Press **Add question**.

    **Anonymous** · open for 7 days
    Everyone may answer.
    The draft is kept; nobody sees it but managers. To go on later: /survey create, and choose its title.
    [Add question] [Change (disabled)] [Move (disabled)] [Remove (disabled)] [Try it (disabled)]
    [Settings] [Send (disabled)] [Delete draft]
    ");
    let asking = scene.town.click(&scene.manager, &builder, "Add question").await;
    insta::assert_snapshot!(asking.text(), @"
    Draft #1: Our meetups
    There are no questions yet. Press **Add question**.

    **Anonymous** · open for 7 days
    Everyone may answer.
    The draft is kept; nobody sees it but managers. To go on later: /survey create, and choose its title.
    (Which kind of question?: One choice | Several choices | Rating, 1 to 5 | NPS: 0 to 10, then why | Text)
    [Back]
    ");
    let form = scene.choose(&scene.manager, &asking, "Which kind of question?", &["One choice"]).await;
    insta::assert_snapshot!(form.text(), @"
    Form: One choice
    Question *:
    Options, one per line *:
    Must be answered? yes or no: yes
    ");
    let builder = scene.every_kind(false).await;
    insta::assert_snapshot!(builder.text(), @"
    Draft #1: Our meetups
    **1.** Where?
    -# One choice · 2 options · required
    **2.** Which days?
    -# Several choices · 3 options · optional
    **3.** How was the last one?
    -# Rating, 1 to 5 · required
    **4.** Would you recommend us?
    -# NPS: 0 to 10, then why · required
    **5.** What else?
    -# Text · optional

    **With names** · open for 7 days
    Everyone may answer.
    The draft is kept; nobody sees it but managers. To go on later: /survey create, and choose its title.
    [Add question] [Change] [Move] [Remove] [Try it]
    [Settings] [Send] [Delete draft]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn questions_are_changed_moved_and_removed() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    let m = &scene.manager;

    let asking = scene.town.click(m, &builder, "Change").await;
    let form = scene.choose(m, &asking, "Which question?", &["1. Where?"]).await;
    insta::assert_snapshot!(form.text(), @"
    Form: One choice
    Question *: Where?
    Options, one per line *: Chisinau
    Online
    Must be answered? yes or no: yes
    ");
    let fields = [("Question", "Where shall we meet?"), ("options", "Chisinau\n\n Online \nBalti"), ("required", "no")];
    let builder = scene.fill(m, &form, &fields).await;

    let asking = scene.town.click(m, &builder, "Move").await;
    let asking = scene.choose(m, &asking, "Which question?", &["5. What else?"]).await;
    insta::assert_snapshot!(asking.text(), @"
    Draft #1: Our meetups
    **1.** Where shall we meet?
    -# One choice · 3 options · optional
    **2.** Which days?
    -# Several choices · 3 options · optional
    **3.** How was the last one?
    -# Rating, 1 to 5 · required
    **4.** Would you recommend us?
    -# NPS: 0 to 10, then why · required
    **5.** What else?
    -# Text · optional

    **Anonymous** · open for 7 days
    Everyone may answer.
    The draft is kept; nobody sees it but managers. To go on later: /survey create, and choose its title.
    (Where to?: Before 1. Where shall we meet? | Before 2. Which days? | Before 3. How was the last one? | Before 4. Would you recommend us? | To the end)
    [Back]
    ");
    let builder = scene.choose(m, &asking, "Where to?", &["Before 2. Which days?"]).await;
    let asking = scene.town.click(m, &builder, "Move").await;
    let asking = scene.choose(m, &asking, "Which question?", &["1. Where shall we meet?"]).await;
    let builder = scene.choose(m, &asking, "Where to?", &["To the end"]).await;

    let asking = scene.town.click(m, &builder, "Remove").await;
    let builder = scene.choose(m, &asking, "Which question?", &["3. How was the last one?"]).await;
    insta::assert_snapshot!(builder.text(), @"
    Draft #1: Our meetups
    **1.** What else?
    -# Text · optional
    **2.** Which days?
    -# Several choices · 3 options · optional
    **3.** Would you recommend us?
    -# NPS: 0 to 10, then why · required
    **4.** Where shall we meet?
    -# One choice · 3 options · optional

    **Anonymous** · open for 7 days
    Everyone may answer.
    The draft is kept; nobody sees it but managers. To go on later: /survey create, and choose its title.
    [Add question] [Change] [Move] [Remove] [Try it]
    [Settings] [Send] [Delete draft]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_draft_is_gone_on_with_after_a_restart_by_its_buttons_and_by_its_title() {
    let mut scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    scene.town.restart().await;

    let after = scene.add(&builder, "text", &[("Question", "Added after the restart")]).await;
    assert!(after.text().contains("**6.** Added after the restart"), "{}", after.text());
    let m = &scene.manager;
    let offered = m.autocomplete(scene.town.general, "survey create", "title", "meet", &[]).await.unwrap();
    assert_eq!(offered.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["#1 Our meetups"]);
    let value = offered[0].value.as_str().unwrap();
    assert_eq!(scene.draft(value).await.text(), after.text());
    assert_eq!(scene.draft("Our meetups").await.text(), after.text());
    assert_eq!(scene.count("SELECT count(*) FROM surveys").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_title_a_form_asks_for_it() {
    let scene = Scene::new().await;
    let form = scene.town.slash(&scene.manager, "survey create", &[]).await;
    insta::assert_snapshot!(form.text(), @"
    Form: What is the survey about?
    A title *:
    An introduction:
    ");
    let fields = [("A title", "Наши встречи"), ("An introduction", "Три вопроса.\nСпасибо *всем*.")];
    let builder = scene.fill(&scene.manager, &form, &fields).await;
    insta::assert_snapshot!(builder.text(), @"
    Draft #1: Наши встречи
    Три вопроса.
    Спасибо *всем*.

    There are no questions yet. Press **Add question**.

    **Anonymous** · open for 7 days
    Everyone may answer.
    The draft is kept; nobody sees it but managers. To go on later: /survey create, and choose its title.
    [Add question] [Change (disabled)] [Move (disabled)] [Remove (disabled)] [Try it (disabled)]
    [Settings] [Send (disabled)] [Delete draft]
    ");
    let empty = scene.fill(&scene.manager, &form, &[("A title", "  "), ("An introduction", "")]).await;
    assert_eq!(empty.text(), "A survey needs a title. Write one, at most 100 characters.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_a_question_is_told_and_nothing_changes() {
    let scene = Scene::new().await;
    let builder = scene.draft("Our meetups").await;
    let mut told = Vec::new();
    let many: Vec<String> = (1..=26).map(|number| format!("Option {number}")).collect();
    for (kind, fields) in [
        ("single", [("Question", "Where?"), ("options", "Chisinau"), ("required", "yes")]),
        ("multi", [("Question", "Where?"), ("options", many.join("\n").as_str()), ("required", "yes")]),
        ("single", [("Question", "Where?"), ("options", "Chisinau\nOnline\n Chisinau"), ("required", "yes")]),
        ("single", [("Question", "Where?"), ("options", "Chisinau\nOnline"), ("required", "perhaps")]),
        ("single", [("Question", "   "), ("options", "Chisinau\nOnline"), ("required", "yes")]),
        (
            "single",
            [("Question", "Where?"), ("options", format!("Chisinau\n{}", "x".repeat(101)).as_str()), ("required", "")],
        ),
    ] {
        let form = scene.manager.chooses_raw(scene.town.general, &builder, "surveys:build-kind:1:1", &[kind]).await;
        told.push(scene.fill(&scene.manager, &form, &fields).await.text().to_owned());
    }
    insta::assert_snapshot!(told.join("\n"), @"
    A question has 2 to 25 options, one per line; this one has 1. For more, split it into two questions; for other answers, choose another kind.
    What you typed
    Where?

    Chisinau

    yes
    A question has 2 to 25 options, one per line; this one has 26. For more, split it into two questions; for other answers, choose another kind.
    What you typed
    Where?

    Option 1
    Option 2
    Option 3
    Option 4
    Option 5
    Option 6
    Option 7
    Option 8
    Option 9
    Option 10
    Option 11
    Option 12
    Option 13
    Option 14
    Option 15
    Option 16
    Option 17
    Option 18
    Option 19
    Option 20
    Option 21
    Option 22
    Option 23
    Option 24
    Option 25
    Option 26

    yes
    “Chisinau” is there twice. Each option can stand there once.
    What you typed
    Where?

    Chisinau
    Online
     Chisinau

    yes
    “perhaps” is neither yes nor no. Write `yes` if the question must be answered, else `no`.
    What you typed
    Where?

    Chisinau
    Online

    perhaps
    A question needs words. Write what people are to answer.
    What you typed
    Chisinau
    Online

    yes
    An option has at most 100 characters. Shorten it and try again.
    What you typed
    Where?

    Chisinau
    xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
    ");
    assert_eq!(scene.count("SELECT count(*) FROM survey_questions").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_five_questions_with_twenty_five_options_are_built_sent_and_answered() {
    let scene = Scene::new().await;
    let mut builder = scene.draft("All of it").await;
    let options: Vec<String> = (1..=25).map(|number| format!("👩‍💻 {number} {}", "ș".repeat(90))).collect();
    let options = options.join("\n");
    let words = format!("*Вопрос* {}", "שלום ".repeat(58));
    for _ in 0..25 {
        builder = scene.add(&builder, "multi", &[("Question", &words), ("options", &options)]).await;
    }
    assert!(scene.manager.clicks(&builder, "Add question").await.is_err(), "it is greyed out");
    // A tampered client presses on.
    let id = "surveys:build-kind:1:1";
    let refused = scene.manager.chooses_raw(scene.town.general, &builder, id, &["text"]).await;
    scene.town.settled().await;
    insta::assert_snapshot!(refused.now().text(), @"A survey has 1 to 25 questions; this one has 26.");
    let post = scene.send(&builder).await;
    let mut page = scene.start(&scene.ana, &post).await;
    assert!(page.text().contains("**1 of 25**"), "{}", page.text());
    for _ in 0..25 {
        page = scene.choose(&scene.ana, &page, "Choose one or more", &["0", "24"]).await;
        page = scene.town.click(&scene.ana, &page, "Next").await;
    }
    let sent = scene.town.click(&scene.ana, &page, "Send answers").await;
    assert!(sent.text().starts_with("Thank you."), "{}", sent.text());
    assert_eq!(scene.count("SELECT count(*) FROM survey_answers WHERE choices = '[0,24]'").await, 25);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn trying_it_out_looks_like_answering_and_leaves_nothing() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    let m = &scene.manager;
    let page = scene.town.click(m, &builder, "Try it").await;
    insta::assert_snapshot!(page.text(), @"
    Our meetups
    **You are trying it out.** These answers go nowhere and are gone at the end.

    **1 of 5**
    **Where?**
    -# Choose one.
    (Choose one: Chisinau | Online)
    [Next (disabled)]
    ");
    let page = scene.choose(m, &page, "Choose one", &["Online"]).await;
    let page = scene.town.click(m, &page, "Next").await;
    let page = scene.town.click(m, &page, "Next").await;
    let page = scene.town.click(m, &page, "5").await;
    let page = scene.town.click(m, &page, "Next").await;
    let page = scene.town.click(m, &page, "10").await;
    let page = scene.town.click(m, &page, "Next").await;
    let page = scene.town.click(m, &page, "Next").await;
    insta::assert_snapshot!(page.text(), @"
    Our meetups
    **You are trying it out.** These answers go nowhere and are gone at the end.

    **Your answers**
    **1.** Where?
    > Online
    **2.** Which days?
    > left out
    **3.** How was the last one?
    > 5
    **4.** Would you recommend us?
    > 10
    **5.** What else?
    > left out
    [Back] [Send answers]
    ");
    let end = scene.town.click(m, &page, "Send answers").await;
    insta::assert_snapshot!(end.text(), @"That was “Our meetups”. Here the answers would be sent; yours are gone.");
    assert_eq!(scene.count("SELECT count(*) FROM survey_progress").await, 0);
    assert_eq!(scene.count("SELECT count(*) FROM survey_entries").await, 0);

    // Left in the middle it is gone a day later.
    let page = scene.town.click(m, &builder, "Try it").await;
    scene.choose(m, &page, "Choose one", &["Online"]).await;
    assert_eq!(scene.count("SELECT count(*) FROM survey_progress").await, 1);
    scene.town.pass(3 * DAY).await;
    assert_eq!(scene.count("SELECT count(*) FROM survey_progress").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_settings_say_how_long_for_whom_and_whether_with_names() {
    let scene = Scene::new().await;
    let role = scene.town.guild.role("Regulars", 0);
    scene.town.guild.role("Speakers", 0);
    let builder = scene.every_kind(true).await;
    let m = &scene.manager;
    let settings = scene.town.click(m, &builder, "Settings").await;
    insta::assert_snapshot!(settings.text(), @"
    Draft #1: Our meetups
    **1.** Where?
    -# One choice · 2 options · required
    **2.** Which days?
    -# Several choices · 3 options · optional
    **3.** How was the last one?
    -# Rating, 1 to 5 · required
    **4.** Would you recommend us?
    -# NPS: 0 to 10, then why · required
    **5.** What else?
    -# Text · optional

    **Anonymous** · open for 7 days
    Everyone may answer.
    The draft is kept; nobody sees it but managers. To go on later: /survey create, and choose its title.
    (How long is it open?: Open for one day | Open for 2 days | Open for 3 days | Open for 5 days | Open for 7 days | Open for 14 days | Open for 30 days | Open for 60 days)
    (Who may answer? Nothing chosen: everyone)
    [Ask with names] [Title and introduction] [Back]
    ");
    let settings = scene.choose(m, &settings, "How long is it open?", &["Open for 30 days"]).await;
    let who = "Who may answer? Nothing chosen: everyone";
    let settings = scene.choose(m, &settings, who, &["Regulars", "Speakers"]).await;
    let settings = scene.town.click(m, &settings, "Ask with names").await;
    let form = scene.town.click(m, &settings, "Title and introduction").await;
    let fields = [("A title", "Our next meetups"), ("An introduction", "Five questions.")];
    let settings = scene.fill(m, &form, &fields).await;
    insta::assert_snapshot!(settings.text().replace(&role.to_string(), "<role>"), @"
    Draft #1: Our next meetups
    Five questions.

    **1.** Where?
    -# One choice · 2 options · required
    **2.** Which days?
    -# Several choices · 3 options · optional
    **3.** How was the last one?
    -# Rating, 1 to 5 · required
    **4.** Would you recommend us?
    -# NPS: 0 to 10, then why · required
    **5.** What else?
    -# Text · optional

    **With names** · open for 30 days
    Only members with one of these roles may answer: @Regulars, @Speakers
    The draft is kept; nobody sees it but managers. To go on later: /survey create, and choose its title.
    (How long is it open?: Open for one day | Open for 2 days | Open for 3 days | Open for 5 days | Open for 7 days | Open for 14 days | Open for 30 days | Open for 60 days)
    (Who may answer? Nothing chosen: everyone: @Regulars | @Speakers)
    [Ask anonymously] [Title and introduction] [Back]
    ");
    let settings = scene.choose(m, &settings, who, &[]).await;
    assert!(settings.text().contains("Everyone may answer."), "{}", settings.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_draft_is_deleted_after_a_question_and_is_gone_then() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    let m = &scene.manager;
    let asking = scene.town.click(m, &builder, "Delete draft").await;
    assert_eq!(asking.labels(), ["Delete for good", "Back"]);
    let back = scene.town.click(m, &asking, "Back").await;
    let asking = scene.town.click(m, &back, "Delete draft").await;
    let gone = scene.town.click(m, &asking, "Delete for good").await;
    assert_eq!(gone.text(), "The draft “Our meetups” is deleted.");
    let old = m.presses_custom_id(scene.town.general, &gone, "surveys:build-add:1:1").await;
    scene.town.settled().await;
    insta::assert_snapshot!(old.now().text(), @"This draft is gone: somebody deleted it, or nobody touched it for 90 days. Make a new one with `/survey create`.");
    assert_eq!(scene.count("SELECT count(*) FROM survey_questions").await, 0);
    let next = scene.draft("Another one").await;
    assert!(next.text().starts_with("Draft #2"), "a number is never used twice: {}", next.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_posted_before_publish_and_everything_once() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    let m = &scene.manager;
    let preview = scene.town.click(m, &builder, "Send").await;
    insta::assert_snapshot!(preview.text(), @"
    **Nothing has been posted yet.** This goes to #general:
    Our meetups
    5 questions, one after the other; you can stop and go on later.
    Open until Monday, 23 November 2026 09:00 (in 7 days).
    Everyone may answer.

    **Your answers are anonymous.** The managers read them after the close, each person’s answers together and without a name, and nobody in this server can see who answered what. While the survey is open, whoever runs the bot’s computer could find out; at close that becomes impossible. Your way of writing may still give you away.
    Survey #1
    [Publish] [Cancel]
    ");
    assert!(scene.posts().is_empty());
    let published = scene.town.click(m, &preview, "Publish").await;
    insta::assert_snapshot!(published.text(), @"
    “Our meetups” stands in #general. It closes on Monday, 23 November 2026 09:00 (in 7 days).
    [Close now] [Extend]
    ");
    // A press that was under way already.
    let again = m.presses_custom_id(scene.town.general, &published, "surveys:wave-publish:1:1").await;
    scene.town.pass(SECOND).await;
    assert!(again.now().text().starts_with("“Our meetups” stands in #general."), "{}", again.now().text());
    let posts = scene.posts();
    assert_eq!(posts.len(), 1, "once");
    insta::assert_snapshot!(posts[0].text(), @"
    Our meetups
    5 questions, one after the other; you can stop and go on later.
    Open until Monday, 23 November 2026 09:00 (in 6 days).
    Everyone may answer.

    **Your answers are anonymous.** The managers read them after the close, each person’s answers together and without a name, and nobody in this server can see who answered what. While the survey is open, whoever runs the bot’s computer could find out; at close that becomes impossible. Your way of writing may still give you away.
    Survey #1
    [Start]
    ");
    assert!(posts[0].pings.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_presses_on_publish_at_once_make_one_post() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    let preview = scene.town.click(&scene.manager, &builder, "Send").await;
    let (one, other) =
        tokio::join!(scene.manager.clicks(&preview, "Publish"), scene.manager.clicks(&preview, "Publish"));
    scene.town.settled().await;
    scene.town.pass(SECOND).await;
    assert!(one.is_ok() && other.is_ok());
    assert_eq!(scene.posts().len(), 1);
    assert_eq!(scene.count("SELECT count(*) FROM survey_waves WHERE number = 1").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_survey_goes_where_when_and_to_whom_it_is_said() {
    let scene = Scene::new().await;
    let role = scene.town.guild.role("Regulars", 0);
    scene.town.guild.make_mentionable(role);
    scene.town.guild.person("cora", &[role]);
    let news = scene.town.guild.channel("news");
    scene.every_kind(false).await;
    let given: [(&str, Given); 4] =
        [("survey", "#1".into()), ("channel", news.into()), ("closes", "friday 19:00".into()), ("ping", role.into())];
    let preview = scene.town.slash(&scene.manager, "survey send", &given).await;
    insta::assert_snapshot!(preview.text(), @"
    **Nothing has been posted yet.** This goes to #news:
    It calls @Regulars: one person.
    Our meetups
    5 questions, one after the other; you can stop and go on later.
    Open until Friday, 20 November 2026 19:00 (in 4 days).
    Everyone may answer.

    **Your answers stand with your name.** The managers of this server can read them, and who wrote them.
    Survey #1
    [Publish] [Cancel]
    ");
    assert!(preview.pings.is_empty());
    scene.town.click(&scene.manager, &preview, "Publish").await;
    scene.town.pass(SECOND).await;
    let posts = scene.town.sandbox.messages(news, &scene.ana);
    insta::assert_snapshot!(posts[0].text(), @"
    @Regulars
    Our meetups
    5 questions, one after the other; you can stop and go on later.
    Open until Friday, 20 November 2026 19:00 (in 4 days).
    Everyone may answer.

    **Your answers stand with your name.** The managers of this server can read them, and who wrote them.
    Survey #1
    [Start]
    ");
    assert_eq!(posts[0].pings, ["@Regulars"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_sent_so_is_told_before_anything_is_posted() {
    let scene = Scene::new().await;
    let hidden = scene.town.guild.channel("hidden");
    let bot = scene.town.guild.bot_role().get();
    let deny = Overwrite { id: bot, of_member: false, allow: 0, deny: rights::SEND_MESSAGES };
    scene.town.guild.set_overwrites(hidden, &[deny]);
    scene.draft("Empty").await;
    scene.every_kind(true).await;
    let m = &scene.manager;
    let mut told = Vec::new();
    let send = async |given: &[(&str, Given)]| scene.town.slash(m, "survey send", given).await.text().to_owned();
    told.push(send(&[("survey", "Nothing *like* it".into())]).await);
    told.push(send(&[("survey", "Empty".into())]).await);
    told.push(send(&[("survey", "#2".into()), ("closes", "yesterday".into())]).await);
    told.push(send(&[("survey", "#2".into()), ("closes", "in 5 minutes".into())]).await);
    told.push(send(&[("survey", "#2".into()), ("closes", "in 61 days".into())]).await);
    told.push(send(&[("survey", "#2".into()), ("channel", hidden.into())]).await);
    insta::assert_snapshot!(told.join("\n"), @"
    There is no survey “Nothing *like* it” here. Choose one from the list, or make one with `/survey create`.
    [Correct]
    A survey has 1 to 25 questions; this one has 0.
    [Correct]
    “yesterday” has gone by: that was Sunday, 15 November 2026 00:00. Write a time that is still to come.
    [Correct]
    A survey is open for at least 10 minutes and at most 60 days; Monday, 16 November 2026 09:05 does not fit. Give another time with `closes`.
    [Correct]
    A survey is open for at least 10 minutes and at most 60 days; Saturday, 16 January 2027 09:00 does not fit. Give another time with `closes`.
    [Correct]
    I cannot post in #hidden: I lack “Send Messages and Create Posts” there. Whoever manages the server can give it to my role; then try again.
    [Correct]
    ");
    assert_eq!(scene.count("SELECT count(*) FROM survey_waves").await, 0);
    assert!(scene.town.sandbox.calls(POST).is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_changed_since_the_preview_is_shown_before_it_is_posted() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    let preview = scene.town.click(&scene.manager, &builder, "Send").await;
    scene.town.pass(SECOND).await;
    scene.add(&builder, "text", &[("Question", "One more")]).await;
    scene.town.pass(SECOND).await;
    let again = scene.town.click(&scene.manager, &preview, "Publish").await;
    insta::assert_snapshot!(again.text(), @"
    The survey has been changed since you saw it. This is how it is now:
    **Nothing has been posted yet.** This goes to #general:
    Our meetups
    6 questions, one after the other; you can stop and go on later.
    Open until Monday, 23 November 2026 09:00 (in 7 days).
    Everyone may answer.

    **Your answers are anonymous.** The managers read them after the close, each person’s answers together and without a name, and nobody in this server can see who answered what. While the survey is open, whoever runs the bot’s computer could find out; at close that becomes impossible. Your way of writing may still give you away.
    Survey #1
    [Publish] [Cancel]
    ");
    assert!(scene.posts().is_empty());
    scene.town.click(&scene.manager, &again, "Publish").await;
    scene.town.pass(SECOND).await;
    assert!(scene.posts()[0].text().contains("6 questions"), "{}", scene.posts()[0].text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn once_sent_the_questions_stay_and_the_survey_can_be_sent_again() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    scene.send(&builder).await;
    let m = &scene.manager;
    let asking = scene.town.click(m, &builder, "Add question").await;
    insta::assert_snapshot!(asking.text(), @"Survey #1 has been sent, so its questions stay as they are. Send it again with `/survey send`, or make another one with `/survey create`.");
    let form = m.submits_custom_id(scene.town.general, "surveys:build-added:1:1:text", &[("text", "One more")]).await;
    scene.town.settled().await;
    assert!(form.now().text().contains("has been sent"), "{}", form.now().text());
    assert_eq!(scene.count("SELECT count(*) FROM survey_questions").await, 5);
    let preview = scene.town.slash(m, "survey send", &[("survey", "Our meetups".into())]).await;
    scene.town.click(m, &preview, "Publish").await;
    scene.town.pass(SECOND).await;
    assert!(scene.posts()[1].text().contains("Survey #1, wave 2"), "{}", scene.posts()[1].text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cancelled_preview_posts_nothing_and_a_channel_that_goes_leaves_nothing_open() {
    let scene = Scene::new().await;
    let (builder, m) = (scene.every_kind(true).await, &scene.manager);
    let preview = scene.town.click(m, &builder, "Send").await;
    let cancelled = scene.town.click(m, &preview, "Cancel").await;
    insta::assert_snapshot!(cancelled.text(), @"Nothing was posted. “Our meetups” is kept as it is.");
    let late = m.presses_custom_id(scene.town.general, &cancelled, "surveys:wave-publish:1:1").await;
    scene.town.pass(SECOND).await;
    assert_eq!(late.now().text(), cancelled.text());
    assert!(scene.posts().is_empty());

    let news = scene.town.guild.channel("news");
    let preview = scene.town.slash(m, "survey send", &[("survey", "#1".into()), ("channel", news.into())]).await;
    // What Discord refuses when it comes to posting.
    scene.town.sandbox.faults().fail("POST /channels/*/messages", 1, 403, 50_013);
    let failed = scene.town.click(m, &preview, "Publish").await;
    scene.town.pass(SECOND).await;
    insta::assert_snapshot!(failed.text(), @"“Our meetups” could not be posted in #news: I may not write there, or the channel is gone. Nothing is open. Look at `/setup check`, then send it again.");
    assert_eq!(scene.count("SELECT count(*) FROM survey_waves WHERE state = 'open'").await, 0);
    let keys = std::fs::read_to_string(scene.town.folder().join("steward.keys")).unwrap();
    assert!(!keys.contains("surveys:"), "no key is left: {keys}");
    let again = scene.add(&builder, "text", &[("Question", "It is a draft again")]).await;
    assert!(again.text().contains("**6.**"), "{}", again.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_managers_build_and_send() {
    let scene = Scene::new().await;
    let builder = scene.every_kind(true).await;
    let mona = scene.town.moderator("mona");
    let mut told = Vec::new();
    for (words, given) in
        [("survey create", vec![("title", Given::from("Mine"))]), ("survey send", vec![("survey", "#1".into())])]
    {
        let answer = mona.slash_hidden(scene.town.general, words, &given).await.unwrap();
        scene.town.settled().await;
        told.push(answer.now().text().to_owned());
    }
    for id in ["build-add:1:1", "build-deleted:1:1", "build-try:1:1", "build-send:1:1", "wave-publish:1:1"] {
        let answer = mona.presses_custom_id(scene.town.general, &builder, &format!("surveys:{id}")).await;
        scene.town.settled().await;
        told.push(answer.now().text().to_owned());
    }
    told.dedup();
    insta::assert_snapshot!(told.join("\n"), @"Only managers can do this: the owner of the server and people with the permission “Manage Server”.");

    // Whoever was a manager when they opened the builder and is none any more.
    scene.town.guild.set_roles(&scene.manager, &[]);
    let late = scene.town.click(&scene.manager, &builder, "Add question").await;
    assert_eq!(late.text(), told[0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_survey_is_in_the_language_of_the_server_and_the_builder_in_that_of_the_manager() {
    let scene = Scene::new().await;
    scene.town.guild.locale("ro");
    let mara = scene.manager.clone().locale("ru");
    let builder = scene.town.slash(&mara, "survey create", &[("title", "Встречи".into())]).await;
    insta::assert_snapshot!(builder.text(), @"
    Черновик № 1: Встречи
    Вопросов пока нет. Нажмите **Добавить вопрос**.

    **Анонимная** · открыта 7 дней
    Отвечать могут все.
    Черновик сохранён; его видят только менеджеры. Продолжить позже: /survey create и выбрать название.
    [Добавить вопрос] [Изменить (disabled)] [Переместить (disabled)] [Убрать (disabled)] [Попробовать (disabled)]
    [Настройки] [Отправить (disabled)] [Удалить черновик]
    ");
    let asking = scene.town.click(&mara, &builder, "Добавить вопрос").await;
    let form = scene.choose(&mara, &asking, "Какой это вопрос?", &["rating"]).await;
    insta::assert_snapshot!(form.text(), @"
    Form: Оценка от 1 до 5
    Вопрос *:
    Отвечать обязательно? да или нет: да
    ");
    let builder = scene.fill(&mara, &form, &[("Вопрос", "Как вам?")]).await;
    let preview = scene.town.click(&mara, &builder, "Отправить").await;
    insta::assert_snapshot!(preview.text(), @"
    **Пока ничего не отправлено.** Это появится в #general:
    Встречи
    O întrebare.
    Deschis până la Monday, 23 November 2026 09:00 (in 7 days).
    Poate răspunde oricine.

    **Răspunsurile sunt anonime.** Managerii le citesc după închidere, răspunsurile unui om împreună, dar fără nume, și nimeni de pe acest server nu poate vedea cine ce a răspuns. Cât timp chestionarul este deschis, ar putea afla cine ține calculatorul pe care rulează botul; la închidere devine imposibil. Te poate trăda totuși felul în care scrii.
    Chestionarul nr. 1
    [Опубликовать] [Отмена]
    ");
    scene.town.click(&mara, &preview, "Опубликовать").await;
    scene.town.pass(SECOND).await;
    insta::assert_snapshot!(scene.posts()[0].text(), @"
    Встречи
    O întrebare.
    Deschis până la Monday, 23 November 2026 09:00 (in 6 days).
    Poate răspunde oricine.

    **Răspunsurile sunt anonime.** Managerii le citesc după închidere, răspunsurile unui om împreună, dar fără nume, și nimeni de pe acest server nu poate vedea cine ce a răspuns. Cât timp chestionarul este deschis, ar putea afla cine ține calculatorul pe care rulează botul; la închidere devine imposibil. Te poate trăda totuși felul în care scrii.
    Chestionarul nr. 1
    [Începe]
    ");
}

const FILE: &str = r#"title = "Our meetups"
intro = "Two questions."
anonymous = false
days = 3

[[question]]
kind = "multi"
text = "Which days?"
options = ["Friday", "Saturday"]
required = false

[[question]]
kind = "nps"
text = "Would you recommend us?"
"#;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_whole_survey_comes_in_a_file_and_what_is_wrong_in_it_is_told_by_its_line() {
    let scene = Scene::new().await;
    let create = async |text: &[u8], title: Option<&str>| {
        let file = Given::File { name: "survey.toml".into(), bytes: text.to_vec() };
        let mut given: Vec<(&str, Given)> = vec![("file", file)];
        given.extend(title.map(|title| ("title", title.into())));
        scene.town.slash(&scene.manager, "survey create", &given).await
    };
    insta::assert_snapshot!(create(FILE.as_bytes(), None).await.text(), @"
    Draft #1: Our meetups
    Two questions.

    **1.** Which days?
    -# Several choices · 2 options · optional
    **2.** Would you recommend us?
    -# NPS: 0 to 10, then why · required

    **With names** · open for 3 days
    Everyone may answer.
    The draft is kept; nobody sees it but managers. To go on later: /survey create, and choose its title.
    [Add question] [Change] [Move] [Remove] [Try it]
    [Settings] [Send] [Delete draft]
    ");
    let named = create(FILE.as_bytes(), Some("Another title")).await;
    assert!(named.text().starts_with("Draft #2: Another title"), "{}", named.text());

    let wrong = FILE.replace("\"nps\"", "\"stars\"").replace("days = 3", "days = 300");
    insta::assert_snapshot!(create(wrong.as_bytes(), None).await.text(), @r#"
    There are 2 mistakes in this file, so nothing was made of it.
    **Line 4**: A survey is open for 1 to 60 days, not 300.
    ```
    days = 300
           ^^^
    ```
    **Line 13**: there is no such kind of question. There are: "single", "multi", "rating", "nps", "text".
    ```
    kind = "stars"
           ^^^^^^^
    ```
    A survey looks like this:
    ```
    title = "How was November?"
    intro = "Two minutes; nobody sees who wrote what."
    anonymous = true
    days = 7

    [[question]]
    kind = "single"
    text = "How did you find us?"
    options = ["A friend", "Search", "Another server"]

    [[question]]
    kind = "rating"
    text = "How friendly is it here?"

    [[question]]
    kind = "text"
    text = "What should we do next?"
    required = false
    ```
    "#);
    insta::assert_snapshot!(create(b"\xff\xfe\x00", None).await.text(), @"“survey.toml” is no text that I can read. Save it as plain text in UTF-8, then attach it again.");
    insta::assert_snapshot!(create(&vec![b'#'; 300_000], None).await.text(), @"“survey.toml” is too large: I read at most 200 KiB.");
    assert_eq!(scene.count("SELECT count(*) FROM surveys").await, 2);
}
