//! AMA sessions: from the preview to the transcript, a story for each sentence.

mod answers;
mod asking;
mod faults;
mod feedback;
mod forum;
mod later;
mod review;
mod sealed;
mod session;
mod whole;

use std::time::Duration;

use steward::ids::ChannelId;
use steward::sandbox::{Answer, AnswerKind, Given, Person, Shown, rights};

use crate::support::town::Town;

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3_600);

/// A moderator who runs the session, a guest who answers, people who ask, and the channel of the moderators.
struct Scene {
    town: Town,
    team: ChannelId,
    moderator: Person,
    manager: Person,
    host: Person,
    ana: Person,
    bob: Person,
    eve: Person,
}

async fn scene() -> Scene {
    let town = Town::new().await;
    let all = rights::MANAGE_GUILD | rights::MODERATE_MEMBERS | rights::MANAGE_MESSAGES | rights::CREATE_EVENTS;
    let managers = town.guild.role("Managers", all);
    let manager = town.guild.person("magnus", &[managers]);
    let (moderator, host) = (town.moderator("mira"), town.member("hana"));
    let staff = [town.guild.roles_of(&moderator), town.guild.roles_of(&manager)].concat();
    let team = town.guild.private_channel("team", &staff);
    let (ana, bob, eve) = (town.member("ana"), town.member("bob"), town.member("eve"));
    let scene = Scene { town, team, moderator, manager, host, ana, bob, eve };
    let owner = scene.town.guild.owner();
    scene.command(&owner, "setup set", &[("setting", "mod_log".into()), ("value", team.to_string().into())]).await;
    scene
}

impl Scene {
    async fn preview(&self, by: &Person, given: &[(&str, Given)]) -> Answer {
        let mut all: Vec<(&str, Given)> = vec![("title", "The new map".into()), ("host", (&self.host).into())];
        all.extend(given.iter().cloned());
        self.town.slash(by, "ama create", &all).await
    }

    /// A published session: its prompt.
    async fn publish(&self, by: &Person, given: &[(&str, Given)]) -> Shown {
        let preview = self.preview(by, given).await;
        self.town.click(by, &preview, "Publish").await;
        self.town.pass(3 * SECOND).await;
        self.prompt()
    }

    /// The prompt as it is now.
    fn prompt(&self) -> Shown {
        let all = self.town.sandbox.messages(self.town.general, &self.town.guild.owner());
        all.into_iter().find(|shown| shown.text().contains("Ask me anything")).expect("the prompt")
    }

    /// The thread of the prompt.
    fn thread(&self) -> ChannelId {
        ChannelId(self.prompt().id.expect("an id").get())
    }

    /// What stands in the thread.
    fn posts(&self) -> Vec<Shown> {
        self.town.sandbox.messages(self.thread(), &self.town.guild.owner())
    }

    /// The post in the thread with these words.
    fn post(&self, words: &str) -> Shown {
        let found = self.posts().into_iter().rev().find(|shown| shown.text().contains(words));
        found.unwrap_or_else(|| panic!("{words} stands nowhere in {:#?}", self.texts()))
    }

    /// The same post as it is now.
    fn now(&self, post: &Shown) -> Shown {
        self.posts().into_iter().find(|shown| shown.id == post.id).expect("the post")
    }

    fn texts(&self) -> Vec<String> {
        self.posts().iter().map(|shown| shown.text().to_owned()).collect()
    }

    /// The latest card of the moderators with these words.
    fn card(&self, words: &str) -> Shown {
        let all = self.town.sandbox.messages(self.team, &self.town.guild.owner());
        all.into_iter().rev().find(|shown| shown.text().contains(words)).expect("a card")
    }

    async fn press(&self, by: &Person, on: &Shown, label: &str) -> Answer {
        let answer = by.clicks(on.id.expect("an id"), label).await.unwrap_or_else(|why| panic!("{label}: {why}"));
        self.town.settled().await;
        answer.now()
    }

    async fn click(&self, by: &Person, on: &Answer, label: &str) -> Answer {
        self.town.click(by, on, label).await
    }

    async fn choose(&self, by: &Person, on: &Answer, menu: &str, value: &str) -> Answer {
        let answer = by.chooses(on, menu, &[value.into()]).await.unwrap_or_else(|why| panic!("{menu}: {why}"));
        self.town.settled().await;
        answer.now()
    }

    async fn submit(&self, by: &Person, form: &Answer, fields: &[(&str, &str)]) -> Answer {
        assert_eq!(form.kind, AnswerKind::Form, "{}", form.text());
        let answer = by.submits(form, fields).await.unwrap();
        self.town.settled().await;
        answer.now()
    }

    async fn command(&self, by: &Person, words: &str, given: &[(&str, Given)]) -> Answer {
        let answer = self.town.slash(by, words, given).await;
        self.town.pass(SECOND).await;
        answer.now()
    }

    /// Asks with this button: the receipt.
    async fn ask(&self, by: &Person, button: &str, text: &str) -> Answer {
        let form = self.press(by, &self.prompt(), button).await;
        let receipt = self.submit(by, &form, &[("text", text)]).await;
        self.town.pass(2 * SECOND).await;
        receipt
    }

    /// Asks, and a moderator approves it: its post in the thread.
    async fn approved(&self, by: &Person, text: &str) -> Shown {
        self.ask(by, "Ask", text).await;
        self.town.pass(3 * MINUTE).await;
        self.press(&self.moderator, &self.card(text), "Approve").await;
        self.town.pass(3 * SECOND).await;
        self.post(text)
    }

    /// The host panel of the host.
    async fn panel(&self, by: &Person) -> Answer {
        self.press(by, &self.prompt(), "Host panel").await
    }
}
