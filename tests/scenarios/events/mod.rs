//! Events: from the preview to the end, a story for each sentence.

mod attendance;
mod calendar;
mod contest;
mod mirror;
mod offers;
mod publish;
mod run;
mod signup;

use std::time::Duration;

use steward::sandbox::{Answer, AnswerKind, Given, Person, Shown};

use crate::support::town::Town;

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(86_400);

/// A helper who calls people together, and people who come.
struct Scene {
    town: Town,
    olga: Person,
    ana: Person,
    bob: Person,
    eve: Person,
}

async fn scene() -> Scene {
    Scene::of(Town::new().await).await
}

impl Scene {
    async fn of(town: Town) -> Self {
        let olga = town.helper("olga");
        let (ana, bob, eve) = (town.member("ana"), town.member("bob"), town.member("eve"));
        town.settled().await;
        Self { town, olga, ana, bob, eve }
    }

    async fn preview(&self, given: &[(&str, Given)]) -> Answer {
        let mut all: Vec<(&str, Given)> = Vec::new();
        for (option, usual) in [("title", "Raid"), ("starts", "friday 19:00")] {
            if !given.iter().any(|(name, _)| *name == option) {
                all.push((option, usual.into()));
            }
        }
        all.extend(given.iter().cloned());
        self.town.slash(&self.olga, "event create", &all).await
    }

    /// A published event: its card.
    async fn publish(&self, given: &[(&str, Given)]) -> Shown {
        let preview = self.preview(given).await;
        self.town.click(&self.olga, &preview, "Publish").await;
        self.town.pass(3 * SECOND).await;
        self.card()
    }

    /// The latest card as it is now.
    fn card(&self) -> Shown {
        self.cards().pop().expect("a card")
    }

    /// All cards, the oldest first.
    fn cards(&self) -> Vec<Shown> {
        let mut all = self.town.sandbox.messages(self.town.general, &self.town.guild.owner());
        all.retain(|shown| shown.author == "Steward" && shown.text().contains("Event #"));
        all
    }

    /// The same card as it is now.
    fn now(&self, card: &Shown) -> Shown {
        self.cards().into_iter().find(|shown| shown.id == card.id).expect("the card")
    }

    /// What is written to those who signed up for the occurrence of a card.
    fn thread(&self, card: &Shown) -> Vec<Shown> {
        let thread = steward::ids::ChannelId(card.id.expect("an id").get());
        self.town.sandbox.messages(thread, &self.town.guild.owner())
    }

    fn dms(&self, person: &Person) -> Vec<String> {
        let all = self.town.sandbox.dms(person);
        all.iter().map(|shown| shown.text().split("\nhttps://").next().unwrap_or_default().to_owned()).collect()
    }

    async fn press(&self, by: &Person, on: &Shown, label: &str) -> Answer {
        let answer = by.clicks(on.id.expect("an id"), label).await.unwrap_or_else(|why| panic!("{label}: {why}"));
        self.town.settled().await;
        answer.now()
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
        self.town.pass(3 * SECOND).await;
        answer.now()
    }
}
