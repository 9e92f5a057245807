//! What came of surveys: results page by page, files to take along, waves beside each other, surveys that
//! come again by themselves, and how gladly people would recommend the server.

use std::time::Duration;

use steward::feature::Feature;
use steward::features;
use steward::ids::{ChannelId, MessageId};
use steward::sandbox::{Answer, Given, Person, Shown};
use steward::text::zone::iso_utc;

use super::digest_weekly::Chisinau;
use crate::support::trial;

const MINUTE: Duration = Duration::from_mins(1);
const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);

const NOVEMBER: &str = r#"title = "How was November?"
anonymous = false
days = 3

[[question]]
kind = "single"
text = "What did you like best?"
options = ["Bread", "Rolls", "Cakes"]

[[question]]
kind = "rating"
text = "How friendly is it here?"

[[question]]
kind = "text"
text = "What should we do next?"
required = false
"#;

/// How somebody answers a question.
#[derive(Clone, Copy)]
enum Say<'a> {
    Choose(&'a str),
    Press(&'a str),
    Because(&'a str, &'a str),
    Write(&'a str),
    Skip,
}
use Say::{Because, Choose, Press, Skip, Write};

/// A server in Chisinau whose owner asks questions.
struct Bakery {
    chisinau: Chisinau,
    people: Vec<Person>,
}

impl Bakery {
    async fn at(start: &str) -> Self {
        let chisinau = Chisinau::at(start).await;
        let people = ["ana", "bob", "cleo", "dan", "eva", "fred"].map(|name| chisinau.town.member(name)).to_vec();
        chisinau.town.settled().await;
        Self { chisinau, people }
    }

    fn person(&self, name: &str) -> &Person {
        self.people.iter().find(|person| person.name() == name).expect("somebody who is here")
    }

    fn general(&self) -> ChannelId {
        self.chisinau.town.general
    }

    async fn survey(&self, words: &str, given: &[(&str, Given)]) -> Answer {
        let answer = self.chisinau.town.slash(&self.chisinau.owner, &format!("survey {words}"), given).await;
        assert!(answer.ephemeral, "/survey {words}: {}", answer.text());
        dump(&answer);
        answer
    }

    async fn press(&self, on: &Answer, label: &str) -> Answer {
        let answer = self.chisinau.town.click(&self.chisinau.owner, on, label).await;
        dump(&answer);
        answer
    }

    async fn choose(&self, on: &Answer, menu: &str, value: &str) -> Answer {
        let answer = self.chisinau.owner.chooses(on, menu, &[value.into()]).await.unwrap();
        self.chisinau.town.settled().await;
        answer.now()
    }

    /// Makes a survey of a file and sends it.
    async fn sent(&self, toml: &str) -> MessageId {
        let file = Given::File { name: "survey.toml".to_owned(), bytes: toml.as_bytes().to_vec() };
        self.survey("create", &[("file", file)]).await;
        self.published("send", &[("survey", "#1".into())]).await
    }

    /// Uses a command that shows a preview, and publishes it.
    async fn published(&self, words: &str, given: &[(&str, Given)]) -> MessageId {
        let preview = self.survey(words, given).await;
        self.press(&preview, "Publish").await;
        self.chisinau.town.pass(MINUTE).await;
        self.posts().pop().and_then(|post| post.id).expect("a post")
    }

    /// What stands in `general`.
    fn posts(&self) -> Vec<Shown> {
        self.in_channel(self.general())
    }

    fn in_channel(&self, channel: ChannelId) -> Vec<Shown> {
        let posts = self.chisinau.town.sandbox.messages(channel, &self.chisinau.owner);
        posts.into_iter().filter(|post| !post.ephemeral).collect()
    }

    /// When surveys were posted.
    fn posted(&self) -> Vec<String> {
        let minute = |post: &Shown| steward::clock::Timestamp(post.id.unwrap().created_ms() / 60_000 * 60_000);
        self.posts().iter().map(|post| iso_utc(minute(post))).collect()
    }

    /// Somebody fills in a survey and sends it.
    async fn answers(&self, name: &str, post: MessageId, said: &[Say<'_>]) {
        let (town, person) = (&self.chisinau.town, self.person(name));
        town.settled().await;
        let mut page = person.clicks(post, "Start").await.unwrap().now();
        for answer in said {
            match *answer {
                Choose(option) => page = person.chooses(&page, "Choose one", &[option.into()]).await.unwrap().now(),
                Press(number) => page = town.click(person, &page, number).await,
                Because(number, why) => {
                    page = town.click(person, &page, number).await;
                    page = self.writes(person, &page, "Why?", why).await;
                }
                Write(words) => page = self.writes(person, &page, "Write", words).await,
                Skip => {}
            }
            page = town.click(person, &page, "Next").await;
        }
        let thanks = town.click(person, &page, "Send answers").await;
        assert!(thanks.text().starts_with("Thank you."), "{}", thanks.text());
    }

    async fn writes(&self, person: &Person, page: &Answer, button: &str, words: &str) -> Answer {
        let form = self.chisinau.town.click(person, page, button).await;
        let answer = person.submits(&form, &[("words", words)]).await.unwrap();
        self.chisinau.town.settled().await;
        answer.now()
    }
}

fn file(answer: &Answer) -> String {
    let [file] = answer.files.as_slice() else { panic!("{}: {:?}", answer.text(), answer.files) };
    String::from_utf8(file.bytes.clone()).expect("a file of text")
}

/// Six people answer: five like bread best.
async fn november(bakery: &Bakery, post: MessageId) {
    for (name, rating) in [("ana", "5"), ("bob", "4"), ("cleo", "4"), ("dan", "5")] {
        bakery.answers(name, post, &[Choose("Bread"), Press(rating), Skip]).await;
    }
    bakery.answers("eva", post, &[Choose("Bread"), Press("3"), Write("*More* rye")]).await;
    bakery.answers("fred", post, &[Choose("Cakes"), Press("2"), Write("=cmd|' /C calc'!A0")]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn results_say_what_came_of_a_survey_question_by_question() {
    let bakery = Bakery::at("2026-11-16T09:00:00Z").await;
    insta::assert_snapshot!(bakery.survey("list", &[]).await.text(), @"There are no surveys yet. `/survey create` makes one, and `/survey nps` asks regularly how gladly people would recommend this server.");
    insta::assert_snapshot!(bakery.survey("results", &[("survey", "1".into())]).await.text(), @"There is no survey “1” here. Choose one from the list, or make one with `/survey create`.");
    let post = bakery.sent(NOVEMBER).await;
    let nobody = bakery.survey("results", &[("survey", "#1".into())]).await;
    insta::assert_snapshot!(nobody.text(), @"");

    november(&bakery, post).await;
    insta::assert_snapshot!(bakery.survey("list", &[]).await.text(), @"");
    let overview = bakery.survey("results", &[("survey", "How was November?".into())]).await;
    insta::assert_snapshot!(overview.text(), @"");
    let first = bakery.press(&overview, "Next").await;
    insta::assert_snapshot!(first.text(), @"");
    insta::assert_snapshot!(first.files[0].description.clone().unwrap(), @"");
    let second = bakery.press(&first, "Next").await;
    insta::assert_snapshot!(second.text(), @"");
    let third = bakery.choose(&second, "Go to a question …", "3. What should we do next?").await;
    insta::assert_snapshot!(third.text(), @"");
    let words = bakery.press(&third, "Next").await;
    insta::assert_snapshot!(words.text(), @"");
    assert!(words.files.is_empty(), "the drawing of another page is gone");
    insta::assert_snapshot!(bakery.survey("results", &[("survey", "#1".into()), ("wave", 7.into())]).await.text(), @"");

    let refused = bakery.person("ana").slash_hidden(bakery.general(), "survey results", &[("survey", "#1".into())]).await.unwrap();
    insta::assert_snapshot!(refused.text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_are_taken_along_as_files_without_formulas() {
    let bakery = Bakery::at("2026-11-16T09:00:00Z").await;
    let post = bakery.sent(NOVEMBER).await;
    november(&bakery, post).await;

    let csv = bakery.survey("export", &[("survey", "#1".into())]).await;
    insta::assert_snapshot!(csv.text(), @"");
    let (csv, ana) = (file(&csv), bakery.person("ana").id().to_string());
    assert_eq!((csv.lines().count(), csv.matches(&ana).count()), (7, 1), "{csv}");
    assert!(csv.contains(",'=cmd|' /C calc'!A0"), "{csv}");
    let json = bakery.survey("export", &[("survey", "#1".into()), ("format", "json".into())]).await;
    let json: serde_json::Value = serde_json::from_str(&file(&json)).unwrap();
    assert_eq!(json["waves"][0]["entries"].as_array().unwrap().len(), 6);
    let toml = file(&bakery.survey("export", &[("survey", "#1".into()), ("format", "toml".into())]).await);
    assert_eq!(toml, NOVEMBER);

    // What was taken along makes the same survey once more.
    let again = Given::File { name: "survey.toml".to_owned(), bytes: toml.into_bytes() };
    bakery.survey("create", &[("file", again)]).await;
    let copy = bakery.survey("export", &[("survey", "#2".into()), ("format", "toml".into())]).await;
    assert_eq!(file(&copy), NOVEMBER);
    insta::assert_snapshot!(bakery.survey("export", &[("survey", "#2".into())]).await.text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_that_came_of_an_anonymous_survey_says_who_it_was() {
    let bakery = Bakery::at("2026-11-16T09:00:00Z").await;
    let post = bakery.sent(&NOVEMBER.replace("anonymous = false", "anonymous = true")).await;
    november(&bakery, post).await;
    bakery.chisinau.town.pass(3 * DAY).await;

    let overview = bakery.survey("results", &[("survey", "#1".into())]).await;
    insta::assert_snapshot!(overview.text(), @"");
    let mut pages = vec![overview];
    for _ in 0..4 {
        pages.push(bakery.press(pages.last().unwrap(), "Next").await);
    }
    insta::assert_snapshot!(pages[4].text(), @"");
    let csv = file(&bakery.survey("export", &[("survey", "#1".into())]).await);
    let json = file(&bakery.survey("export", &[("survey", "#1".into()), ("format", "json".into())]).await);
    let seen: String = pages.iter().map(|page| format!("{}{:?}", page.content, page.embeds)).collect();
    for name in ["ana", "bob", "cleo", "dan", "eva", "fred"] {
        let id = bakery.person(name).id().to_string();
        assert!([&seen, &csv, &json].iter().all(|text| !text.contains(&id)), "{name}");
    }
    assert!(!csv.contains("2026-") && !csv.contains("member_id"), "{csv}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn waves_of_a_survey_stand_beside_each_other() {
    let bakery = Bakery::at("2026-11-16T09:00:00Z").await;
    insta::assert_snapshot!(bakery.survey("repeat", &[("survey", "#1".into())]).await.text(), @"There is no survey “#1” here. Choose one from the list, or make one with `/survey create`.");
    let post = bakery.sent(NOVEMBER).await;
    november(&bakery, post).await;
    bakery.chisinau.town.pass(4 * DAY).await;

    let second = bakery.published("repeat", &[("survey", "#1".into()), ("closes", "2d".into())]).await;
    for name in ["ana", "bob", "cleo", "dan", "eva"] {
        bakery.answers(name, second, &[Choose("Bread"), Press("5"), Skip]).await;
    }
    bakery.chisinau.town.pass(2 * DAY).await;

    let overview = bakery.survey("results", &[("survey", "#1".into())]).await;
    insta::assert_snapshot!(overview.text(), @"");
    insta::assert_snapshot!(overview.files[0].description.clone().unwrap(), @"How was November?. wave 2 · 5 answers from 7 asked (71 %). Average by wave: How friendly is it here?: Wave 1: 3.8 of 5; Wave 2: 5.0 of 5.");
    let first = bakery.choose(&overview, "Another wave …", "Wave 1").await;
    assert!(first.text().contains("wave 1"), "{}", first.text());
    let csv = file(&bakery.survey("export", &[("survey", "#1".into())]).await);
    assert_eq!(csv.lines().count(), 1 + 6 + 5);
    let csv = file(&bakery.survey("export", &[("survey", "#1".into()), ("wave", 2.into())]).await);
    assert_eq!(csv.lines().count(), 1 + 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_survey_comes_again_at_the_same_time_on_the_wall_until_somebody_stops_it() {
    // Clocks go back on 25 October.
    let mut bakery = Bakery::at("2026-10-13T08:00:00Z").await;
    bakery.sent(NOVEMBER).await;
    let weekly = bakery.survey("repeat", &[("survey", "#1".into()), ("every", "every week".into())]).await;
    insta::assert_snapshot!(weekly.text(), @"");

    bakery.chisinau.until("2026-10-28T12:00:00Z").await;
    bakery.chisinau.town.restart().await;
    bakery.chisinau.town.pass(HOUR).await;
    assert_eq!(bakery.posted(), ["2026-10-13T08:00:00Z", "2026-10-20T08:00:00Z", "2026-10-27T09:00:00Z"]);

    // After a downtime one wave comes late, and those that were missed are not made up for.
    bakery.chisinau.away(18 * DAY).await;
    assert_eq!(bakery.posted().len(), 4);
    bakery.chisinau.until("2026-11-17T12:00:00Z").await;
    assert_eq!(bakery.posted()[3..], ["2026-11-15T13:00:00Z", "2026-11-17T09:00:00Z"]);

    let stopped = bakery.press(&weekly, "Stop repeating").await;
    insta::assert_snapshot!(stopped.text(), @"Survey #1, “How was November?”, does not come again by itself. A wave that is open stays open until its end.");
    let again = bakery.survey("repeat", &[("survey", "#1".into()), ("every", "off".into())]).await;
    insta::assert_snapshot!(again.text(), @"Survey #1, “How was November?”, does not come by itself anyway.");
    bakery.chisinau.town.pass(30 * DAY).await;
    assert_eq!(bakery.posted().len(), 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_survey_that_comes_again_can_end_by_itself_and_follows_the_zone() {
    let bakery = Bakery::at("2026-11-16T08:00:00Z").await;
    bakery.sent(NOVEMBER).await;
    let given = [
        ("survey", "#1".into()),
        ("every", "every month".into()),
        ("closes", "5d".into()),
        ("until", "20.01.2027 12:00".into()),
    ];
    insta::assert_snapshot!(bakery.survey("repeat", &given).await.text(), @"");
    bakery.chisinau.set("zone", "America/New_York").await;
    bakery.chisinau.until("2027-03-20T12:00:00Z").await;
    assert_eq!(bakery.posted(), ["2026-11-16T08:00:00Z", "2026-12-16T15:00:00Z", "2027-01-16T15:00:00Z"]);
    insta::assert_snapshot!(bakery.survey("list", &[]).await.text(), @"");

    let mut told = Vec::new();
    for (option, value) in [("closes", "8d"), ("closes", "a while"), ("until", "yesterday")] {
        let every = if option == "closes" { "every week" } else { "every month" };
        let given = [("survey", "#1".into()), ("every", every.into()), (option, value.into())];
        told.push(bakery.survey("repeat", &given).await.text().to_owned());
    }
    told.push(bakery.survey("repeat", &[("survey", "#1".into()), ("until", "31 dec".into())]).await.text().to_owned());
    insta::assert_snapshot!(told.join("\n"), @"");
}

fn with_trial() -> Vec<Feature> {
    let mut features = features::all();
    features.push(trial::feature());
    features
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn how_gladly_people_would_recommend_the_server_is_asked_regularly() {
    let mut bakery = Bakery::at("2026-11-17T09:00:00Z").await;
    insta::assert_snapshot!(bakery.survey("nps", &[]).await.text(), @"Asking how gladly people would recommend this server is off. `every` turns it on: `/survey nps every:every quarter`.");
    // At night nobody is disturbed: it waits until eight.
    let given = [("every", "every month".into()), ("starts", "friday 23:30".into()), ("closes", "2d".into())];
    insta::assert_snapshot!(bakery.survey("nps", &given).await.text(), @"");
    bakery.chisinau.until("2026-11-21T05:59:00Z").await;
    assert_eq!(bakery.posted().len(), 0);
    bakery.chisinau.until("2026-11-21T06:01:00Z").await;
    assert_eq!(bakery.posted(), ["2026-11-21T06:00:00Z"]);
    let post = bakery.posts().remove(0);
    insta::assert_snapshot!(post.text(), @"");

    let post = post.id.unwrap();
    for (name, score) in [("ana", "10"), ("bob", "9"), ("cleo", "7"), ("dan", "9")] {
        bakery.answers(name, post, &[Press(score)]).await;
    }
    insta::assert_snapshot!(bakery.survey("nps", &[]).await.text(), @"");
    bakery.answers("eva", post, &[Because("3", "The oven is cold.")]).await;
    bakery.chisinau.town.restart().await;
    bakery.chisinau.until("2026-11-24T12:00:00Z").await;
    let score = bakery.survey("nps", &[]).await;
    insta::assert_snapshot!(score.text(), @"");

    // A month later it is asked again, and stands beside the month before.
    bakery.chisinau.until("2026-12-21T06:01:00Z").await;
    let post = bakery.posts().pop().and_then(|post| post.id).unwrap();
    for (name, score) in [("ana", "10"), ("bob", "9"), ("cleo", "9"), ("dan", "9"), ("eva", "2")] {
        bakery.answers(name, post, &[Press(score)]).await;
    }
    bakery.chisinau.town.pass(3 * DAY).await;
    let score = bakery.survey("nps", &[]).await;
    insta::assert_snapshot!(score.text(), @"");
    insta::assert_snapshot!(score.files[0].description.clone().unwrap(), @"Would you recommend Town?. wave 2 · 5 answers from 6 asked (83 %). NPS by wave: Wave 1: +40; Wave 2: +60.");
    let off = bakery.survey("nps", &[("every", "off".into())]).await;
    insta::assert_snapshot!(off.text(), @"Survey #1, “Would you recommend Town?”, does not come again by itself. A wave that is open stays open until its end.");
    bakery.chisinau.town.pass(60 * DAY).await;
    assert_eq!(bakery.posted().len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn comments_are_kept_as_feedback_where_a_feature_takes_it() {
    let mut bakery = Bakery::at("2026-11-16T09:00:00Z").await;
    let post = bakery.sent(NOVEMBER).await;
    november(&bakery, post).await;
    let words = async |bakery: &Bakery| {
        let overview = bakery.survey("results", &[("survey", "#1".into())]).await;
        let third = bakery.choose(&overview, "Go to a question …", "3. What should we do next?").await;
        bakery.press(&third, "Next").await
    };
    let page = words(&bakery).await;
    assert!(page.selects.iter().all(|select| select.placeholder != "Keep as feedback …"), "nobody takes it");

    bakery.chisinau.town.stop().await;
    bakery.chisinau.town.features = with_trial;
    bakery.chisinau.town.start().await;
    let page = words(&bakery).await;
    let kept = bakery.choose(&page, "Keep as feedback …", "*More* rye").await;
    insta::assert_snapshot!(kept.text(), @"");
    // Whoever still has the page of before keeps nothing twice.
    let menu = page.selects.iter().find(|select| select.placeholder == "Keep as feedback …").unwrap();
    let value = menu.options.iter().find(|(label, _)| label == "*More* rye").map(|(_, value)| value.as_str()).unwrap();
    let again = bakery.chisinau.owner.chooses_raw(bakery.general(), &page, &menu.custom_id, &[value]).await;
    insta::assert_snapshot!(again.text(), @"");
    assert_eq!(trial::offered(bakery.chisinau.town.app()).await, [("*More* rye".to_owned(), "surveys 1".to_owned())]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_digest_tells_of_the_surveys_that_ended_in_its_week() {
    let bakery = Bakery::at("2026-11-16T09:00:00Z").await;
    let news = bakery.chisinau.town.guild.channel("news");
    bakery.chisinau.digest("setup", &[("channel", bakery.chisinau.staff.into()), ("public_channel", news.into())]).await;
    bakery.survey("nps", &[("every", "every week".into()), ("starts", "today 12:00".into()), ("closes", "2d".into())]).await;
    bakery.chisinau.until("2026-11-16T10:01:00Z").await;
    let first = bakery.posts()[0].id.unwrap();
    for (name, score) in [("ana", "10"), ("bob", "9"), ("cleo", "7"), ("dan", "9"), ("eva", "3")] {
        bakery.answers(name, first, &[Press(score)]).await;
    }
    bakery.chisinau.until("2026-11-23T10:01:00Z").await;
    let line = |posts: Vec<Shown>| {
        let lines: Vec<String> = posts.iter().flat_map(|post| post.text().lines().map(str::to_owned)).collect();
        lines.into_iter().filter(|line| line.contains("Surveys")).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(line(bakery.chisinau.posts()), @"**Surveys** “Would you recommend Town?” 5 answers, 7 asked, NPS +40");
    insta::assert_snapshot!(line(bakery.in_channel(news)), @"**Surveys** “Would you recommend Town?” 5 answers, NPS +40");
    let second = bakery.posts().pop().and_then(|post| post.id).unwrap();
    for name in ["ana", "bob", "cleo", "dan", "eva"] {
        bakery.answers(name, second, &[Press("9")]).await;
    }
    bakery.chisinau.until("2026-11-30T07:10:00Z").await;
    insta::assert_snapshot!(line(bakery.chisinau.posts()), @"
    **Surveys** “Would you recommend Town?” 5 answers, 7 asked, NPS +40
    **Surveys** “Would you recommend Town?” 5 answers, 7 asked, NPS +100, +40 the wave before
    ");
    // Of fewer than five there is only their number, and members do not read that.
    bakery.chisinau.until("2026-11-30T10:01:00Z").await;
    let third = bakery.posts().pop().and_then(|post| post.id).unwrap();
    bakery.answers("ana", third, &[Press("0")]).await;
    bakery.chisinau.until("2026-12-07T07:10:00Z").await;
    insta::assert_snapshot!(line(bakery.chisinau.posts().split_off(2)), @"**Surveys** “Would you recommend Town?” 1 answer, 7 asked");
    insta::assert_snapshot!(line(bakery.in_channel(news).split_off(2)), @"**Surveys** “Would you recommend Town?” fewer than 5 answers");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn results_speak_the_language_of_who_reads_them() {
    let bakery = Bakery::at("2026-11-16T09:00:00Z").await;
    let post = bakery.sent(NOVEMBER).await;
    november(&bakery, post).await;
    let mut pages = Vec::new();
    for locale in ["ru", "ro"] {
        let owner = bakery.chisinau.owner.clone().locale(locale);
        let overview = bakery.chisinau.town.slash(&owner, "survey results", &[("survey", "#1".into())]).await;
        pages.push(overview.text().to_owned());
        let next = if locale == "ru" { "Дальше" } else { "Înainte" };
        pages.push(bakery.chisinau.town.click(&owner, &overview, next).await.text().to_owned());
    }
    insta::assert_snapshot!(pages.join("\n\n"), @"");
}

fn dump(answer: &Answer) {
    for file in answer.files.iter().filter(|file| file.name.ends_with(".png")) {
        let test = std::thread::current().name().unwrap_or("x").to_owned().replace("::", "_");
        let n = file.bytes.len();
        std::fs::write(format!("/tmp/run_surveys2/{test}-{}-{n}.png", file.name), &file.bytes).unwrap();
    }
}
