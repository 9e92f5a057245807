//! Sealed sessions: nobody can find out who asked, and after the close nothing is left that could tell.

use std::time::Duration;

use insta::assert_snapshot;
use steward::db::copy::Existing;
use steward::sandbox::{Answer, Given, Person, rights};

use super::{HOUR, MINUTE, SECOND, Scene, scene};
use crate::support::bytes;
use crate::support::process::House;
use crate::support::town::{PATIENCE, Town};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sealed_sessions_are_for_managers_and_say_what_is_promised() {
    let scene = scene().await;
    let refused = scene.preview(&scene.moderator, &[("anonymity", "sealed".into())]).await;
    assert_snapshot!(refused.text(), @"Only managers can do this: the owner of the server and people with the permission “Manage Server”.");
    let preview = scene.preview(&scene.manager, &[("anonymity", "sealed".into()), ("review", false.into())]).await;
    assert_snapshot!(preview.text(), @"
    This is how the prompt will look in #general. No one else sees it yet.
    Review stays on. In a sealed AMA, a moderator or host reads every question first.
    **Sealed:** no one in this server will be able to see who asked anonymously, not even you. Until the AMA closes, anyone with access to the bot’s computer could find out. After that, no one can. You can block an asker without learning who it is.
    Ask me anything: The new map
    **Host:** @hana
    **Questions until** 16 November 2026 11:00 (in 2 hours)
    **Ask anonymously:** your name is shown to no one in this server: not to members, moderators, managers or the hosts. They can block whoever sent a question without learning who it was. Until the AMA closes, anyone with access to the bot’s computer could find out. After that, no one can. Your way of writing may still give you away. I can’t message you when it’s answered: look under **My questions** before it closes.
    **Ask:** your name is shown beside the question.
    A moderator or host reads each question before it appears.
    [Publish] [Cancel]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sealed_questions_come_to_review_together_and_name_nobody() {
    let scene = scene().await;
    scene.publish(&scene.manager, &[("anonymity", "sealed".into())]).await;
    for (person, text) in [(&scene.ana, "One?"), (&scene.bob, "Two?")] {
        let receipt = scene.ask(person, "Ask anonymously", text).await;
        assert!(receipt.text().contains("No one in this server can see that it’s yours."), "{}", receipt.text());
    }
    let cards = || scene.town.sandbox.messages(scene.team, &scene.town.guild.owner()).len();
    let before = cards();
    scene.ask(&scene.eve, "Ask anonymously", "Three?").await;
    assert_eq!(cards(), before, "nothing shows when it was asked");
    scene.town.pass(2 * MINUTE + 5 * SECOND).await;
    assert_eq!(cards(), before + 3);
    assert_snapshot!(scene.card("One?").text(), @"
    Question in “The new map”
    Waiting for review
    Question: One?
    Asker: Asked anonymously
    [Approve] [Reject] [Merge] [Tag] [Block asker]
    ");
    let own = scene.press(&scene.ana, &scene.prompt(), "My questions").await;
    assert!(own.text().contains("One?") && !own.text().contains("Two?"), "{}", own.text());

    assert_eq!(scene.town.number("SELECT count(*) FROM ama_questions WHERE mark IS NOT NULL").await, 3);
    assert_eq!(scene.town.number("SELECT count(*) FROM ama_questions WHERE asked_at IS NOT NULL").await, 0);
    let keys = || std::fs::read_to_string(scene.town.folder().join("steward.keys")).unwrap_or_default();
    assert!(keys().contains("ama:1"), "{}", keys());
    scene.town.pass(3 * HOUR).await;
    assert_eq!(scene.town.number("SELECT count(*) FROM ama_questions WHERE mark IS NOT NULL").await, 0);
    assert!(!keys().contains("ama:1"));
    let own = scene.press(&scene.ana, &scene.prompt(), "My questions").await;
    assert_snapshot!(own.text(), @"
    Your questions in “The new map”
    You haven’t asked anything here, or it isn’t kept anymore.
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_asked_under_seal_is_limited_and_blocked_like_everyone_else() {
    let scene = scene().await;
    scene.publish(&scene.manager, &[("anonymity", "sealed".into()), ("max_per_member", 2.into())]).await;
    scene.ask(&scene.ana, "Ask anonymously", "One?").await;
    scene.ask(&scene.ana, "Ask", "Two?").await;
    let third = scene.press(&scene.ana, &scene.prompt(), "Ask anonymously").await;
    assert!(third.text().contains("You have 2 open questions here"), "{}", third.text());
    scene.town.pass(10 * MINUTE + 5 * SECOND).await;
    scene.press(&scene.manager, &scene.card("One?"), "Block asker").await;
    let own = scene.press(&scene.ana, &scene.prompt(), "My questions").await;
    let receipt = scene.choose(&scene.ana, &own, "Choose a question", "One?").await;
    scene.click(&scene.ana, &receipt, "Withdraw").await;
    for button in ["Ask", "Ask anonymously"] {
        let blocked = scene.press(&scene.ana, &scene.prompt(), button).await;
        assert!(blocked.text().contains("You can’t ask in this AMA."), "{}", blocked.text());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_the_close_no_file_leads_to_whoever_asked_under_seal() {
    let mut town = Town::without_bot(|_| {}).await;
    let asker = town.member("ana");
    let host = town.member("hana");
    let all = rights::MANAGE_GUILD | rights::MODERATE_MEMBERS | rights::MANAGE_MESSAGES;
    let managers = town.guild.role("Managers", all);
    let manager = town.guild.person("magnus", &[managers]);
    town.start().await;
    let given: [(&str, Given); 3] =
        [("title", "Under seal".into()), ("host", (&host).into()), ("anonymity", "sealed".into())];
    let preview = town.slash(&manager, "ama create", &given).await;
    town.click(&manager, &preview, "Publish").await;
    town.pass(3 * SECOND).await;
    let prompt = town.sandbox.messages(town.general, &manager).pop().and_then(|prompt| prompt.id).unwrap();
    let form = asker.clicks(prompt, "Ask anonymously").await.unwrap();
    asker.submits(&form, &[("text", "What is it like?")]).await.unwrap();
    asker.clicks(prompt, "My questions").await.unwrap();
    town.settled().await;
    let mark: String =
        sqlx::query_scalar("SELECT mark FROM ama_questions").fetch_one(town.app().db.read()).await.unwrap();
    let folder = town.folder().to_owned();
    let ids = [asker.id().get()];
    assert_eq!(bytes::found(&folder, &ids, &[]), [""; 0], "before the close only the mark leads to them");
    assert!(!bytes::found(&folder, &[], &[&mark]).is_empty());
    let keys = std::fs::read_to_string(folder.join("steward.keys")).unwrap();
    let keys: serde_json::Value = serde_json::from_str(&keys).unwrap();
    let key = keys["secrets"]["ama:1"].as_str().expect("a key").to_owned();
    // A copy that is made meanwhile has the mark, and nothing that says whose it is.
    town.app().db.copy(&folder.join("while-open.db"), Existing::Stays).await.unwrap();
    assert_eq!(bytes::anywhere(&folder, &ids, &[]), [""; 0]);
    let copied = std::fs::read(folder.join("while-open.db")).unwrap();
    assert!(!copied.windows(key.len()).any(|window| window == key.as_bytes()));

    town.slash(&manager, "ama close", &[]).await;
    town.pass(MINUTE).await;
    town.app().db.scrub(true).await.unwrap();
    town.stop().await;
    assert_eq!(bytes::found(&folder, &ids, &[&mark]), [""; 0]);
    // Nowhere, copies included, is the asker or the key without which the mark in a copy says nothing.
    assert_eq!(bytes::anywhere(&folder, &ids, &[&key]), [""; 0]);
    town.start().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_finest_log_and_the_files_of_a_process_say_nothing_of_who_asked_under_seal() {
    let house = House::new().await;
    let all = rights::MANAGE_GUILD | rights::MODERATE_MEMBERS | rights::MANAGE_MESSAGES;
    let managers = house.guild.role("Managers", all);
    let (magnus, hana) = (house.guild.person("magnus", &[managers]), house.guild.person("hana", &[]));
    let ana = house.guild.person("ana", &[]);
    let mut steward = house.start_with(&[("RUST_LOG", "trace")]);
    let here = house.sandbox.until(PATIENCE, |progress| progress.ready > 0).await;
    assert!(here && house.sandbox.until_command(PATIENCE, "ama").await, "{}", steward.said());
    let given: [(&str, Given); 3] =
        [("title", "Under seal".into()), ("host", (&hana).into()), ("anonymity", "sealed".into())];
    let preview = magnus.slash(house.general, "ama create", &given).await.unwrap();
    magnus.clicks(&preview, "Publish").await.unwrap();
    house.until_number("SELECT count(*) FROM outbox WHERE state = 'done' AND purpose = 'thread'", 1).await;
    let messages = house.sandbox.messages(house.general, &magnus);
    let prompt = messages.into_iter().find(|shown| shown.labels().contains(&"Ask anonymously")).unwrap();
    let form = ana.clicks(&prompt, "Ask anonymously").await.unwrap();
    let receipt = ana.submits(&form, &[("text", "purple-kite, what is it like?")]).await.unwrap();
    let form = ana.clicks(&receipt, "Edit").await.unwrap();
    ana.submits(&form, &[("text", "purple-kite, and now?")]).await.unwrap();
    ana.clicks(&prompt, "My questions").await.unwrap();
    magnus.slash(house.general, "ama close", &[]).await.unwrap();
    house.until_number("SELECT count(*) FROM outbox WHERE state = 'done' AND purpose = 'transcript'", 1).await;
    house.until_number("SELECT count(*) FROM jobs WHERE kind = 'ama.close'", 0).await;
    steward.ask_to_stop();
    assert_eq!(steward.exit_code().await, 0, "{}", steward.said());
    let said = steward.said();
    assert!(said.contains("\"level\":"), "it says something");
    for words in [ana.id().to_string().as_str(), "purple-kite"] {
        let line = said.lines().find(|line| line.contains(words));
        assert_eq!(line, None, "{words} is in the log");
    }
    assert_eq!(bytes::anywhere(house.folder(), &[ana.id().get()], &[]), [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sealed_question_and_the_vote_in_its_place_are_not_tied() {
    let scene = scene().await;
    scene.publish(&scene.manager, &[("anonymity", "sealed".into())]).await;
    scene.ask(&scene.bob, "Ask", "When does the new map open?").await;
    scene.town.pass(3 * MINUTE).await;
    scene.press(&scene.manager, &scene.card("new map"), "Approve").await;
    scene.town.pass(3 * SECOND).await;
    let receipt = scene.ask(&scene.ana, "Ask anonymously", "when will the NEW map open").await;
    let offered = scene.choose(&scene.ana, &receipt, "Upvote this instead", "1. When does the new map open?").await;
    assert_snapshot!(offered.text(), @"
    Your own question is withdrawn. Votes aren’t anonymous, so I didn’t vote for you: press the button to upvote this one. To keep the two apart, wait a while first.
    **When does the new map open?**
    Asked by @bob
    Question 1
    [▲ 0]
    ");
    // Nothing of the asker is written at the instant at which the question goes.
    assert_eq!(scene.town.number("SELECT count(*) FROM upvotes").await, 0);
    assert_eq!(scene.town.number("SELECT count(*) FROM ama_questions WHERE state = 'withdrawn'").await, 1);
    let voted = scene.click(&scene.ana, &offered, "▲ 0").await;
    assert!(voted.text().contains("You upvoted this question."), "{}", voted.text());
    assert_eq!(scene.town.number("SELECT count(*) FROM upvotes").await, 1);

    // Who asked by name in the same session loses nothing of that.
    let receipt = scene.ask(&scene.eve, "Ask", "So when does the new map open?").await;
    scene.choose(&scene.eve, &receipt, "Upvote this instead", "1. When does the new map open?").await;
    assert_eq!(scene.town.number("SELECT count(*) FROM upvotes").await, 2);
}

/// What a moderator does with sealed questions, and all that they see of it: the cards, the thread with the board, the
/// panel and the list of blocks after every half minute. Words of questions are left out; the asker of each is chosen.
async fn as_a_moderator_sees_it(askers: [usize; 4]) -> Vec<String> {
    const QUESTIONS: [&str; 4] = ["One?", "Two?", "Three?", "Four?"];
    let scene = scene().await;
    let people = [&scene.ana, &scene.bob, &scene.eve, &scene.town.member("hal")];
    scene.town.settled().await;
    scene.publish(&scene.manager, &[("anonymity", "sealed".into())]).await;
    let mut seen = Vec::new();
    // Which of several changes is shown first is chance, and so are the numbers that are left.
    let without = |text: &str| {
        let text = QUESTIONS.iter().fold(text.to_owned(), |text, question| text.replace(question, "…"));
        let number = |text: String, number: i32| {
            text.replace(&format!("**{number}.**"), "**n.**").replace(&format!("Question {number}"), "Question n")
        };
        (1..=4).fold(text, number)
    };
    let by = |place: usize| people[askers[place]];
    for (place, question) in QUESTIONS.iter().enumerate() {
        scene.ask(by(place), "Ask anonymously", question).await;
    }
    scene.look_for(4, &mut seen, without).await;
    for question in ["One?", "Two?", "Three?"] {
        scene.press(&scene.manager, &scene.card(question), "Approve").await;
        scene.town.pass(5 * SECOND).await;
    }
    for question in ["One?", "Two?"] {
        let blocked = scene.press(&scene.manager, &scene.card(question), "Block asker").await;
        seen.push(without(blocked.text()));
    }
    let blocks = scene.command(&scene.manager, "ama block", &[]).await;
    seen.push(without(blocks.text()));
    // One changes what still waits; then some go back on what they asked, one right after the other.
    let receipt = scene.own(by(3), QUESTIONS[3]).await;
    let form = scene.click(by(3), &receipt, "Edit").await;
    scene.submit(by(3), &form, &[("text", "Four? Four?")]).await;
    scene.look_for(5, &mut seen, without).await;
    for place in [0, 1, 2] {
        let receipt = scene.own(by(place), QUESTIONS[place]).await;
        scene.click(by(place), &receipt, "Withdraw").await;
    }
    scene.look_for(14, &mut seen, without).await;
    let lifted = scene.choose(&scene.manager, &blocks, "Unblock", "Whoever asked “One?”").await;
    seen.push(without(lifted.text()));
    scene.command(&scene.manager, "ama close", &[]).await;
    scene.look_for(2, &mut seen, without).await;
    seen
}

impl Scene {
    /// A question of one's own, chosen under *My questions*.
    async fn own(&self, by: &Person, question: &str) -> Answer {
        let own = self.press(by, &self.prompt(), "My questions").await;
        let numbered = (1..4).map(|number| format!("{number}. {question}"));
        let labels: Vec<String> = numbered.chain([question.to_owned()]).collect();
        let label = labels.iter().find(|label| own.text().contains(label.as_str())).expect("the question");
        self.choose(by, &own, "Choose a question", label).await
    }

    /// All that moderators see after each of so many half minutes.
    async fn look_for(&self, times: usize, seen: &mut Vec<String>, without: impl Fn(&str) -> String) {
        for time in 0..times {
            self.town.pass(Duration::from_secs(30)).await;
            let owner = self.town.guild.owner();
            let cards = self.town.sandbox.messages(self.team, &owner).into_iter();
            let shown = cards
                .chain(self.posts())
                .map(|shown| format!("{} [{}] {}", without(shown.text()), shown.labels().join(" "), shown.edited));
            let mut shown: Vec<String> = shown.collect();
            // In which order they come is chance.
            shown.sort();
            let panel = self.panel(&self.manager).await;
            seen.push(format!("{time}: {shown:#?}\n{}", without(panel.text())));
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_moderator_who_sees_every_card_time_and_board_edit_cannot_tell_askers_apart() {
    // One person with three questions and another one with the fourth, or four people: it looks the same.
    let (few, many) = tokio::join!(as_a_moderator_sees_it([0, 0, 0, 1]), as_a_moderator_sees_it([0, 1, 2, 3]));
    for (few, many) in few.iter().zip(&many) {
        assert_eq!(few, many);
    }
    assert_eq!(few.len(), many.len());
    assert!(few.iter().any(|seen| seen.contains("Withdrawn by the asker")), "{few:#?}");
}
