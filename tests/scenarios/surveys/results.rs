//! What came of surveys: results page by page, files to take along, waves beside each other, surveys that
//! come again by themselves, and how gladly people would recommend the server.

use std::time::Duration;

use steward::feature::Feature;
use steward::ids::{ChannelId, MessageId};
use steward::sandbox::{Answer, Given, Person, Shown};
use steward::text::zone::iso_utc;

use crate::scenarios::digest::weekly::Chisinau;
use crate::support::town::usual;
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
    ComponentEvent(&'a str),
    Because(&'a str, &'a str),
    Write(&'a str),
    Skip,
}
use Say::{Because, Choose, ComponentEvent, Skip, Write};

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
        answer
    }

    async fn press(&self, on: &Answer, label: &str) -> Answer {
        self.chisinau.town.click(&self.chisinau.owner, on, label).await
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
                ComponentEvent(number) => page = town.click(person, &page, number).await,
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
    let text = String::from_utf8(file.bytes.clone()).expect("a file of text");
    let without_mark = text.strip_prefix('\u{feff}');
    assert_eq!(without_mark.is_some(), file.name.ends_with(".csv"), "a table for people has the mark of UTF-8");
    without_mark.unwrap_or(&text).to_owned()
}

/// Six people answer: five like bread best.
async fn november(bakery: &Bakery, post: MessageId) {
    for (name, rating) in [("ana", "5"), ("bob", "4"), ("cleo", "4"), ("dan", "5")] {
        bakery.answers(name, post, &[Choose("Bread"), ComponentEvent(rating), Skip]).await;
    }
    // Named answers are read in the order in which they were sent.
    bakery.answers("eva", post, &[Choose("Bread"), ComponentEvent("3"), Write("*More* rye")]).await;
    bakery.chisinau.town.pass(MINUTE).await;
    bakery.answers("fred", post, &[Choose("Cakes"), ComponentEvent("2"), Write("=cmd|' /C calc'!A0")]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn results_say_what_came_of_a_survey_question_by_question() {
    let bakery = Bakery::at("2026-11-16T09:00:00Z").await;
    insta::assert_snapshot!(bakery.survey("list", &[]).await.text(), @"There are no surveys yet. `/survey create` makes one, and `/survey nps` asks regularly how gladly people would recommend this server.");
    insta::assert_snapshot!(bakery.survey("results", &[("survey", "1".into())]).await.text(), @"
    There is no survey “1” here. Choose one from the list, or make one with `/survey create`.
    [Correct]
    ");
    let post = bakery.sent(NOVEMBER).await;
    let nobody = bakery.survey("results", &[("survey", "#1".into())]).await;
    insta::assert_snapshot!(nobody.text(), @"
    Survey #1, “How was November?”, wave 1
    Open, closes in 2 days.
    **0 answers from 7 asked (0 %)**
    Nobody has answered yet.
    Page 1 of 4
    (Go to a question …: 1. What did you like best? | 2. How friendly is it here? | 3. What should we do next?)
    [Previous (disabled)] [Next]
    [Close now] [Extend]
    ");

    november(&bakery, post).await;
    insta::assert_snapshot!(bakery.survey("list", &[]).await.text(), @"
    1 survey
    **#1** How was November? · wave 1, 6 answers, closes in 2 days
    (Close or extend a survey: How was November?)
    ");
    let overview = bakery.survey("results", &[("survey", "How was November?".into())]).await;
    insta::assert_snapshot!(overview.text(), @"
    Survey #1, “How was November?”, wave 1
    Open, closes in 2 days.
    **6 answers from 7 asked (86 %)**
    People knew that managers see their names; `/survey export` has who answered what.

    1. What did you like best?: most often “Bread”, 5 (83 %)
    2. How friendly is it here?: 3.8 of 5
    3. What should we do next?: 2 people wrote something
    Page 1 of 5
    (file survey-1.png)
    (Go to a question …: 1. What did you like best? | 2. How friendly is it here? | 3. What should we do next?)
    [Previous (disabled)] [Next]
    [Close now] [Extend]
    ");
    let first = bakery.press(&overview, "Next").await;
    insta::assert_snapshot!(first.text(), @"
    Survey #1, “How was November?”, wave 1
    **1. What did you like best?**
    6 people answered this.
    **Bread** 5 (83 %)
    **Rolls** 0 (0 %)
    **Cakes** 1 (17 %)
    Page 2 of 5
    (file survey-1-question-1.png)
    (Go to a question …: 1. What did you like best? | 2. How friendly is it here? | 3. What should we do next?)
    [Previous] [Next]
    [Close now] [Extend]
    ");
    insta::assert_snapshot!(first.files[0].description.clone().unwrap(), @"How was November? (wave 1 · 6 answers from 7 asked (86 %)). What did you like best?: Bread 5 (83 %); Cakes 1 (17 %); Rolls 0 (0 %).");
    let second = bakery.press(&first, "Next").await;
    insta::assert_snapshot!(second.text(), @"
    Survey #1, “How was November?”, wave 1
    **2. How friendly is it here?**
    6 people answered this.
    On average **3.8 of 5**
    **1** 0 (0 %)
    **2** 1 (17 %)
    **3** 1 (17 %)
    **4** 2 (33 %)
    **5** 2 (33 %)
    Page 3 of 5
    (file survey-1-question-2.png)
    (Go to a question …: 1. What did you like best? | 2. How friendly is it here? | 3. What should we do next?)
    [Previous] [Next]
    [Close now] [Extend]
    ");
    let third = bakery.choose(&second, "Go to a question …", "3. What should we do next?").await;
    insta::assert_snapshot!(third.text(), @"
    Survey #1, “How was November?”, wave 1
    **3. What should we do next?**
    2 people answered this.
    2 people wrote something: see the next page.
    Page 4 of 5
    (Go to a question …: 1. What did you like best? | 2. How friendly is it here? | 3. What should we do next?)
    [Previous] [Next]
    [Close now] [Extend]
    ");
    let words = bakery.press(&third, "Next").await;
    insta::assert_snapshot!(words.text(), @"
    Survey #1, “How was November?”, wave 1
    **3. What should we do next?**
    › *More* rye (@eva)
    › =cmd|' /C calc'!A0 (@fred)
    Page 5 of 5
    (Keep as feedback …: *More* rye | =cmd|' /C calc'!A0)
    (Go to a question …: 1. What did you like best? | 2. How friendly is it here? | 3. What should we do next?)
    [Previous] [Next (disabled)]
    [Close now] [Extend]
    ");
    assert!(words.files.is_empty(), "the drawing of another page is gone");
    insta::assert_snapshot!(bakery.survey("results", &[("survey", "#1".into()), ("wave", 7.into())]).await.text(), @"
    There is no wave 7; this survey has 1.
    [Correct]
    ");

    let refused = bakery
        .person("ana")
        .slash_hidden(bakery.general(), "survey results", &[("survey", "#1".into())])
        .await
        .unwrap();
    insta::assert_snapshot!(refused.text(), @"Only managers can do this: the owner of the server and people with the permission “Manage Server”.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_are_taken_along_as_files_without_formulas() {
    let bakery = Bakery::at("2026-11-16T09:00:00Z").await;
    let post = bakery.sent(NOVEMBER).await;
    november(&bakery, post).await;

    let csv = bakery.survey("export", &[("survey", "#1".into())]).await;
    insta::assert_snapshot!(csv.text(), @"
    The answers to survey #1, “How was November?”, with the IDs of those who gave them. Keep the file to yourself.
    (file survey-1.csv)
    ");
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
    insta::assert_snapshot!(bakery.survey("export", &[("survey", "#2".into())]).await.text(), @"
    Survey #2 was never sent, so nothing can have come of it. `/survey send` sends it.
    [Correct]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_that_came_of_an_anonymous_survey_says_who_it_was() {
    let bakery = Bakery::at("2026-11-16T09:00:00Z").await;
    let post = bakery.sent(&NOVEMBER.replace("anonymous = false", "anonymous = true")).await;
    let said = [("ana", "Rye"), ("bob", "Spelt"), ("cleo", "Oats"), ("dan", "Corn"), ("eva", "*More* rye")];
    for ((name, words), rating) in said.into_iter().zip(["5", "4", "4", "5", "3"]) {
        bakery.answers(name, post, &[Choose("Bread"), ComponentEvent(rating), Write(words)]).await;
    }
    bakery.answers("fred", post, &[Choose("Cakes"), ComponentEvent("2"), Write("=cmd|' /C calc'!A0")]).await;
    bakery.chisinau.town.pass(3 * DAY).await;

    let overview = bakery.survey("results", &[("survey", "#1".into())]).await;
    insta::assert_snapshot!(overview.text(), @"
    Survey #1, “How was November?”, wave 1
    Closed Thursday, 19 November 2026 09:00.
    **6 answers from 7 asked (86 %)**
    It is anonymous: nobody can see whose answers are whose.

    1. What did you like best?: 6 answers, too few to tell apart
    2. How friendly is it here?: 3.8 of 5
    3. What should we do next?: 6 people wrote something
    Page 1 of 5
    (Go to a question …: 1. What did you like best? | 2. How friendly is it here? | 3. What should we do next?)
    [Previous (disabled)] [Next]
    ");
    let mut pages = vec![overview];
    for _ in 0..4 {
        pages.push(bakery.press(pages.last().unwrap(), "Next").await);
    }
    insta::assert_snapshot!(pages[4].text(), @"
    Survey #1, “How was November?”, wave 1
    **3. What should we do next?**
    In the order of the alphabet, so that nobody can tell who wrote when.
    › *More* rye
    › =cmd|' /C calc'!A0
    › Corn
    › Oats
    › Rye
    › Spelt
    Page 5 of 5
    (Keep as feedback …: *More* rye | =cmd|' /C calc'!A0 | Corn | Oats | Rye | Spelt)
    (Go to a question …: 1. What did you like best? | 2. How friendly is it here? | 3. What should we do next?)
    [Previous] [Next (disabled)]
    ");
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
async fn of_an_anonymous_survey_managers_see_only_how_many_answered_until_it_closes() {
    let bakery = Bakery::at("2026-11-16T09:00:00Z").await;
    let post = bakery.sent(&NOVEMBER.replace("anonymous = false", "anonymous = true")).await;
    for (name, words) in [("ana", "Rye"), ("bob", "Spelt"), ("cleo", "Oats"), ("dan", "Corn")] {
        bakery.answers(name, post, &[Choose("Bread"), ComponentEvent("4"), Write(words)]).await;
    }
    insta::assert_snapshot!(bakery.survey("results", &[("survey", "#1".into())]).await.text(), @"
    Survey #1, “How was November?”, wave 1
    Open, closes in 2 days.
    **Fewer than 5 people answered.**
    What they answered is shown after the close: who sees one answer come after another sees whose they are.
    [Close now] [Extend]
    ");
    for format in ["csv", "json"] {
        let refused = bakery.survey("export", &[("survey", "#1".into()), ("format", format.into())]).await;
        insta::allow_duplicates! { insta::assert_snapshot!(refused.text(), @"
        Wave 1 is anonymous and still open, so nobody sees its answers and there is no file of them. Wait until it closes, or take along a closed wave with `wave`.
        [Correct]
        "); }
    }
    // A button of somewhere else, and a page that is not there.
    for id in ["surveys:results-page:1:1:2", "surveys:results-go:1:1:2"] {
        let pressed = bakery.chisinau.owner.presses_custom_id(bakery.general(), post, id).await;
        bakery.chisinau.town.settled().await;
        assert!(!pressed.now().text().contains("Rye") && !pressed.now().text().contains("of 5"), "{id}");
    }

    // Of four nothing is told in any place, neither how many they were nor what they said.
    bakery.chisinau.town.pass(3 * DAY).await;
    insta::assert_snapshot!(bakery.survey("results", &[("survey", "#1".into())]).await.text(), @"
    Survey #1, “How was November?”, wave 1
    Closed Thursday, 19 November 2026 09:00.
    **Fewer than 5 people answered.**
    That’s too few to show what they said in an anonymous survey.
    ");
    insta::assert_snapshot!(bakery.survey("list", &[]).await.text(), @"
    1 survey
    **#1** How was November? · wave 1, fewer than 5 answers
    ");
    assert!(bakery.posts()[0].text().contains("Fewer than 5 people answered."), "{}", bakery.posts()[0].text());
    let csv = bakery.survey("export", &[("survey", "#1".into())]).await;
    insta::assert_snapshot!(csv.text(), @"
    Survey #1, “How was November?”, is anonymous: the file says neither who answered nor when, and the order of the rows is chance. The answers of one person stand in one row. Of a wave or a question that fewer than five people answered, it has only that.
    (file survey-1.csv)
    ");
    insta::assert_snapshot!(file(&csv), @"
    wave,entry,1. What did you like best?,2. How friendly is it here?,3. What should we do next?
    1,fewer than 5,,,
    ");
    let json = file(&bakery.survey("export", &[("survey", "#1".into()), ("format", "json".into())]).await);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        (&json["waves"][0]["answers"], &json["waves"][0]["entries"]),
        (&serde_json::Value::Null, &serde_json::json!([]))
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_survey_does_not_come_after_its_end() {
    let bakery = Bakery::at("2026-11-16T08:00:00Z").await;
    bakery.sent(NOVEMBER).await;
    let given = [("survey", "#1".into()), ("every", "every month".into()), ("until", "in 10 days".into())];
    insta::assert_snapshot!(bakery.survey("repeat", &given).await.text(), @"
    It would come first on Wednesday, 16 December 2026 08:00, which is after `until`. Choose a later `until`, or leave it out.
    [Correct]
    ");
    bakery.chisinau.until("2026-12-20T12:00:00Z").await;
    assert_eq!(bakery.posted().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn waves_of_a_survey_stand_beside_each_other() {
    let bakery = Bakery::at("2026-11-16T09:00:00Z").await;
    insta::assert_snapshot!(bakery.survey("repeat", &[("survey", "#1".into())]).await.text(), @"
    There is no survey “#1” here. Choose one from the list, or make one with `/survey create`.
    [Correct]
    ");
    let post = bakery.sent(NOVEMBER).await;
    november(&bakery, post).await;
    bakery.chisinau.town.pass(4 * DAY).await;

    let second = bakery.published("repeat", &[("survey", "#1".into()), ("closes", "2d".into())]).await;
    for name in ["ana", "bob", "cleo", "dan", "eva"] {
        bakery.answers(name, second, &[Choose("Bread"), ComponentEvent("5"), Skip]).await;
    }
    bakery.chisinau.town.pass(2 * DAY).await;

    let overview = bakery.survey("results", &[("survey", "#1".into())]).await;
    insta::assert_snapshot!(overview.text(), @"
    Survey #1, “How was November?”, wave 2
    Closed Sunday, 22 November 2026 09:02.
    **5 answers from 7 asked (71 %)**
    People knew that managers see their names; `/survey export` has who answered what.

    1. What did you like best?: most often “Bread”, 5 (100 %)
    2. How friendly is it here?: 5.0 of 5 (wave 1: 3.8 of 5)
    3. What should we do next?: no answers
    Page 1 of 4
    (file survey-1.png)
    (Go to a question …: 1. What did you like best? | 2. How friendly is it here? | 3. What should we do next?)
    (Another wave …: Wave 2 | Wave 1)
    [Previous (disabled)] [Next]
    ");
    insta::assert_snapshot!(overview.files[0].description.clone().unwrap(), @"How was November? (wave 2 · 5 answers from 7 asked (71 %)). Average by wave: How friendly is it here?: Wave 1: 3.8 of 5; Wave 2: 5.0 of 5.");
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
    insta::assert_snapshot!(weekly.text(), @"
    Survey #1, “How was November?”, comes **every week** in #general.
    Next: Tuesday, 20 October 2026 08:00, in 6 days.
    Then Tuesday, 27 October 2026 09:00 and Tuesday, 3 November 2026 09:00.
    Each wave is open for 3 days.
    [Stop repeating]
    ");

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
    insta::assert_snapshot!(bakery.survey("repeat", &given).await.text(), @"
    Survey #1, “How was November?”, comes **every month** in #general.
    Next: Wednesday, 16 December 2026 08:00, in 29 days.
    Then Saturday, 16 January 2027 08:00.
    The last time is before Wednesday, 20 January 2027 10:00.
    Each wave is open for 5 days.
    [Stop repeating]
    ");
    bakery.chisinau.set("zone", "America/New_York").await;
    bakery.chisinau.until("2027-03-20T12:00:00Z").await;
    assert_eq!(bakery.posted(), ["2026-11-16T08:00:00Z", "2026-12-16T15:00:00Z", "2027-01-16T15:00:00Z"]);
    insta::assert_snapshot!(bakery.survey("list", &[]).await.text(), @"
    1 survey
    **#1** How was November? · wave 3, 0 answers
    ");

    let mut told = Vec::new();
    for (option, value) in [("closes", "8d"), ("closes", "a while"), ("until", "yesterday")] {
        let every = if option == "closes" { "every week" } else { "every month" };
        let given = [("survey", "#1".into()), ("every", every.into()), (option, value.into())];
        told.push(bakery.survey("repeat", &given).await.text().to_owned());
    }
    told.push(bakery.survey("repeat", &[("survey", "#1".into()), ("until", "31 dec".into())]).await.text().to_owned());
    insta::assert_snapshot!(told.join("\n"), @"
    A wave can be open for an hour at least and for 7 days at most, so that the next one finds it closed. Choose `closes` in between.
    [Correct]
    “a while” is no span of time I can read. Write for how long, like `7d` or `12h`.
    [Correct]
    “yesterday” has gone by: that was Friday, 19 March 2027 04:00. Write a time that is still to come.
    [Correct]
    Say with `every` how often it comes; the rest belongs to that.
    [Correct]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_monthly_survey_of_the_31st_stays_there_when_something_else_is_changed() {
    let bakery = Bakery::at("2027-01-31T08:00:00Z").await;
    bakery.sent(NOVEMBER).await;
    let monthly = [("survey", "#1".into()), ("every", "every month".into())];
    bakery.survey("repeat", &monthly).await;
    bakery.chisinau.until("2027-03-05T12:00:00Z").await;
    assert_eq!(bakery.posted(), ["2027-01-31T08:00:00Z", "2027-02-28T08:00:00Z"]);

    let [survey, every] = monthly;
    let longer = bakery.survey("repeat", &[survey.clone(), every, ("closes", "5d".into())]).await;
    insta::assert_snapshot!(longer.text(), @"
    Survey #1, “How was November?”, comes **every month** in #general.
    Next: Wednesday, 31 March 2027 07:00, in 25 days.
    Then Friday, 30 April 2027 07:00 and Monday, 31 May 2027 07:00.
    Each wave is open for 5 days.
    [Stop repeating]
    ");
    bakery.chisinau.until("2027-05-01T12:00:00Z").await;
    assert_eq!(bakery.posted()[2..], ["2027-03-31T07:00:00Z", "2027-04-30T07:00:00Z"]);

    // Another rhythm begins where the survey came last.
    let weekly = bakery.survey("repeat", &[survey, ("every", "every week".into())]).await;
    insta::assert_snapshot!(weekly.text(), @"
    Survey #1, “How was November?”, comes **every week** in #general.
    Next: Friday, 7 May 2027 07:00, in 5 days.
    Then Friday, 14 May 2027 07:00 and Friday, 21 May 2027 07:00.
    Each wave is open for 3 days.
    [Stop repeating]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wave_that_comes_by_itself_and_cannot_be_posted_is_told_in_the_mod_log() {
    let bakery = Bakery::at("2026-11-16T08:00:00Z").await;
    bakery.chisinau.set("mod_log", "staff").await;
    let news = bakery.chisinau.town.guild.channel("news");
    let given = [("every", "every week".into()), ("channel", news.into()), ("starts", "today 12:00".into())];
    bakery.survey("nps", &given).await;
    bakery.chisinau.town.guild.delete_channel(news);
    bakery.chisinau.until("2026-11-16T10:05:00Z").await;
    insta::assert_snapshot!(bakery.chisinau.posts().last().unwrap().text(), @"Survey #1, “Would you recommend Town?”, which comes by itself, could not be posted in #unknown. I may not see the channel or may not write there. `/survey repeat` or `/survey nps` with `channel` chooses another one; else I try again the next time.");
    // The next one is planned all the same.
    let again = bakery.survey("nps", &[]).await;
    insta::assert_snapshot!(again.text(), @"
    Survey #1, “Would you recommend Town?”, comes **every week** in #unknown.
    Next: Monday, 23 November 2026 10:00, in 6 days.
    Then Monday, 30 November 2026 10:00 and Monday, 7 December 2026 10:00.
    Each wave is open for 7 days.
    It waits until the quiet hours are over.
    Nobody has been asked yet, so there is no score.
    [Stop repeating]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wave_that_was_sent_before_a_crash_is_not_sent_again() {
    let mut bakery = Bakery::at("2026-11-16T08:00:00Z").await;
    bakery.survey("nps", &[("every", "every week".into()), ("starts", "today 12:00".into())]).await;
    bakery.chisinau.until("2026-11-16T10:01:00Z").await;
    assert_eq!(bakery.posted().len(), 1);

    // As if the process had ended after the post and before the next time was planned.
    let now = bakery.chisinau.town.clock.now();
    let rewind = async move |tx: &mut sqlx::SqliteConnection| -> steward::error::Result<()> {
        let planned = "UPDATE survey_schedules SET next = ?, wave_id = (SELECT max(wave_id) FROM survey_waves)";
        sqlx::query(planned).bind(now.minus(MINUTE)).execute(&mut *tx).await?;
        sqlx::query("UPDATE jobs SET due_at = ? WHERE kind = 'surveys.come'").bind(now).execute(tx).await?;
        Ok(())
    };
    bakery.chisinau.town.app().db.write(rewind).await.unwrap();
    bakery.chisinau.town.restart().await;
    bakery.chisinau.town.pass(HOUR).await;
    assert_eq!(bakery.posted().len(), 1);
    bakery.chisinau.until("2026-11-23T10:01:00Z").await;
    assert_eq!(bakery.posted().len(), 2);
}

fn without_feedback() -> Vec<Feature> {
    usual().into_iter().filter(|feature| feature.name != "feedback").collect()
}

fn with_trial() -> Vec<Feature> {
    let mut features = without_feedback();
    features.push(trial::feature());
    features
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn how_gladly_people_would_recommend_the_server_is_asked_regularly() {
    let mut bakery = Bakery::at("2026-11-17T09:00:00Z").await;
    insta::assert_snapshot!(bakery.survey("nps", &[]).await.text(), @"Asking how gladly people would recommend this server is off. `every` turns it on: `/survey nps every:every quarter`.");
    // At night nobody is disturbed: it waits until eight.
    let given = [("every", "every month".into()), ("starts", "friday 23:30".into()), ("closes", "2d".into())];
    insta::assert_snapshot!(bakery.survey("nps", &given).await.text(), @"
    Survey #1, “Would you recommend Town?”, comes **every month** in #general.
    Next: Saturday, 21 November 2026 06:00, in 3 days.
    Then Monday, 21 December 2026 06:00 and Thursday, 21 January 2027 06:00.
    Each wave is open for 2 days.
    It waits until the quiet hours are over.
    [Stop repeating]
    ");
    bakery.chisinau.until("2026-11-21T05:59:00Z").await;
    assert_eq!(bakery.posted().len(), 0);
    bakery.chisinau.until("2026-11-21T06:01:00Z").await;
    assert_eq!(bakery.posted(), ["2026-11-21T06:00:00Z"]);
    let post = bakery.posts().remove(0);
    insta::assert_snapshot!(post.text(), @"
    Would you recommend Town?
    One question and, if you like, why. It takes less than a minute.

    One question.
    Open until Monday, 23 November 2026 06:00 (in 1 day).
    Everyone may answer.

    **Your answers are anonymous.** The managers read them after the close, each person’s answers together and without a name, and nobody in this server can see who answered what. While the survey is open, whoever runs the bot’s computer could find out; at close that becomes impossible. Your way of writing may still give you away.
    Survey #1
    [Start]
    ");

    let post = post.id.unwrap();
    for (name, score) in [("ana", "10"), ("bob", "9"), ("cleo", "7"), ("dan", "9")] {
        bakery.answers(name, post, &[ComponentEvent(score)]).await;
    }
    insta::assert_snapshot!(bakery.survey("nps", &[]).await.text(), @"
    Survey #1, “Would you recommend Town?”, comes **every month** in #general.
    Next: Monday, 21 December 2026 06:00, in 29 days.
    Then Thursday, 21 January 2027 06:00 and Sunday, 21 February 2027 06:00.
    Each wave is open for 2 days.
    It waits until the quiet hours are over.
    Survey #1, “Would you recommend Town?”, wave 1
    Open, closes in 1 day.
    **Fewer than 5 people answered.**
    What they answered is shown after the close: who sees one answer come after another sees whose they are.
    [Close now] [Extend]
    [Stop repeating]
    ");
    bakery.answers("eva", post, &[Because("3", "The oven is cold.")]).await;
    bakery.chisinau.town.restart().await;
    bakery.chisinau.until("2026-11-24T12:00:00Z").await;
    let score = bakery.survey("nps", &[]).await;
    insta::assert_snapshot!(score.text(), @"
    Survey #1, “Would you recommend Town?”, comes **every month** in #general.
    Next: Monday, 21 December 2026 06:00, in 26 days.
    Then Thursday, 21 January 2027 06:00 and Sunday, 21 February 2027 06:00.
    Each wave is open for 2 days.
    It waits until the quiet hours are over.
    Survey #1, “Would you recommend Town?”, wave 1
    Closed Monday, 23 November 2026 06:00.
    **5 answers from 7 asked (71 %)**
    It is anonymous: nobody can see whose answers are whose.

    1. How likely are you to recommend Town to a friend?: +40
    Page 1 of 3
    [Previous (disabled)] [Next]
    [Stop repeating]
    ");

    // A month later it is asked again, and stands beside the month before.
    bakery.chisinau.until("2026-12-21T06:01:00Z").await;
    let post = bakery.posts().pop().and_then(|post| post.id).unwrap();
    for (name, score) in [("ana", "10"), ("bob", "9"), ("cleo", "9"), ("dan", "9"), ("eva", "2")] {
        bakery.answers(name, post, &[ComponentEvent(score)]).await;
    }
    bakery.chisinau.town.pass(3 * DAY).await;
    let score = bakery.survey("nps", &[]).await;
    insta::assert_snapshot!(score.text(), @"
    Survey #1, “Would you recommend Town?”, comes **every month** in #general.
    Next: Thursday, 21 January 2027 06:00, in 27 days.
    Then Sunday, 21 February 2027 06:00 and Sunday, 21 March 2027 06:00.
    Each wave is open for 2 days.
    It waits until the quiet hours are over.
    Survey #1, “Would you recommend Town?”, wave 2
    Closed Wednesday, 23 December 2026 06:00.
    **5 answers from 7 asked (71 %)**
    It is anonymous: nobody can see whose answers are whose.

    1. How likely are you to recommend Town to a friend?: +60 (wave 1: +40)
    Page 1 of 2
    (file survey-1.png)
    (Another wave …: Wave 2 | Wave 1)
    [Previous (disabled)] [Next]
    [Stop repeating]
    ");
    insta::assert_snapshot!(score.files[0].description.clone().unwrap(), @"Would you recommend Town? (wave 2 · 5 answers from 7 asked (71 %)). NPS by wave: Wave 1: +40; Wave 2: +60.");
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
    bakery.chisinau.town.stop().await;
    bakery.chisinau.town.features = without_feedback;
    bakery.chisinau.town.start().await;
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
    insta::assert_snapshot!(kept.text(), @"
    Survey #1, “How was November?”, wave 1
    **3. What should we do next?**
    › *More* rye (@eva) 📌
    › =cmd|' /C calc'!A0 (@fred)
    Page 5 of 5
    (Keep as feedback …: =cmd|' /C calc'!A0)
    (Go to a question …: 1. What did you like best? | 2. How friendly is it here? | 3. What should we do next?)
    [Previous] [Next (disabled)]
    [Close now] [Extend]
    ");
    // Whoever still has the page of before keeps nothing twice.
    let menu = page.selects.iter().find(|select| select.placeholder == "Keep as feedback …").unwrap();
    let value = menu.options.iter().find(|(label, _)| label == "*More* rye").map(|(_, value)| value.as_str()).unwrap();
    let member = bakery.person("ana").chooses_raw(bakery.general(), &page, &menu.custom_id, &[value]).await;
    insta::assert_snapshot!(member.text(), @"Only managers can do this: the owner of the server and people with the permission “Manage Server”.");
    let again = bakery.chisinau.owner.chooses_raw(bakery.general(), &page, &menu.custom_id, &[value]).await;
    insta::assert_snapshot!(again.text(), @"These comments are kept already.");
    assert_eq!(trial::offered(bakery.chisinau.town.app()).await, [("*More* rye".to_owned(), "surveys 1".to_owned())]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_digest_tells_of_the_surveys_that_ended_in_its_week() {
    let bakery = Bakery::at("2026-11-16T09:00:00Z").await;
    let news = bakery.chisinau.town.guild.channel("news");
    bakery
        .chisinau
        .digest("setup", &[("channel", bakery.chisinau.staff.into()), ("public_channel", news.into())])
        .await;
    bakery
        .survey("nps", &[("every", "every week".into()), ("starts", "today 12:00".into()), ("closes", "2d".into())])
        .await;
    bakery.chisinau.until("2026-11-16T10:01:00Z").await;
    let first = bakery.posts()[0].id.unwrap();
    for (name, score) in [("ana", "10"), ("bob", "9"), ("cleo", "7"), ("dan", "9"), ("eva", "3")] {
        bakery.answers(name, first, &[ComponentEvent(score)]).await;
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
        bakery.answers(name, second, &[ComponentEvent("9")]).await;
    }
    bakery.chisinau.until("2026-11-30T07:10:00Z").await;
    insta::assert_snapshot!(line(bakery.chisinau.posts()), @"
    **Surveys** “Would you recommend Town?” 5 answers, 7 asked, NPS +40
    **Surveys** “Would you recommend Town?” 5 answers, 7 asked, NPS +100, +40 the wave before
    ");
    // Of fewer than five there is only that.
    bakery.chisinau.until("2026-11-30T10:01:00Z").await;
    let third = bakery.posts().pop().and_then(|post| post.id).unwrap();
    bakery.answers("ana", third, &[ComponentEvent("0")]).await;
    bakery.chisinau.until("2026-12-07T07:10:00Z").await;
    insta::assert_snapshot!(line(bakery.chisinau.posts().split_off(2)), @"**Surveys** “Would you recommend Town?” fewer than 5 answers, 7 asked");
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
    insta::assert_snapshot!(pages.join("\n\n"), @"
    Анкета № 1 «How was November?», волна 1
    Открыта. Закроется: in 2 days
    **6 ответов, спрошено 7 (86 %)**
    Люди знали, что менеджеры видят их имена; кто что ответил — в `/survey export`.

    1. What did you like best?: чаще всего «Bread», 5 (83 %)
    2. How friendly is it here?: 3,8 из 5
    3. What should we do next?: 2 человека написали что-то
    Страница 1 из 5
    (file survey-1.png)
    (Перейти к вопросу …: 1. What did you like best? | 2. How friendly is it here? | 3. What should we do next?)
    [Назад (disabled)] [Дальше]
    [Закрыть сейчас] [Продлить]

    Анкета № 1 «How was November?», волна 1
    **1. What did you like best?**
    Ответили 6 человек.
    **Bread** 5 (83 %)
    **Rolls** 0 (0 %)
    **Cakes** 1 (17 %)
    Страница 2 из 5
    (file survey-1-question-1.png)
    (Перейти к вопросу …: 1. What did you like best? | 2. How friendly is it here? | 3. What should we do next?)
    [Назад] [Дальше]
    [Закрыть сейчас] [Продлить]

    Chestionarul nr. 1, „How was November?”, valul 1
    Deschis, se închide in 2 days.
    **6 răspunsuri din 7 întrebați (86 %)**
    Oamenii știau că managerii le văd numele; cine ce a răspuns scrie în `/survey export`.

    1. What did you like best?: cel mai des „Bread”, 5 (83 %)
    2. How friendly is it here?: 3,8 din 5
    3. What should we do next?: 2 oameni au scris ceva
    Pagina 1 din 5
    (file survey-1.png)
    (Mergi la o întrebare …: 1. What did you like best? | 2. How friendly is it here? | 3. What should we do next?)
    [Înapoi (disabled)] [Înainte]
    [Închide acum] [Prelungește]

    Chestionarul nr. 1, „How was November?”, valul 1
    **1. What did you like best?**
    Au răspuns 6 oameni.
    **Bread** 5 (83 %)
    **Rolls** 0 (0 %)
    **Cakes** 1 (17 %)
    Pagina 2 din 5
    (file survey-1-question-1.png)
    (Mergi la o întrebare …: 1. What did you like best? | 2. How friendly is it here? | 3. What should we do next?)
    [Înapoi] [Înainte]
    [Închide acum] [Prelungește]
    ");
}
