//! Feedback: from what a member says to the card of its theme, a story for each sentence.

mod answers;
mod handovers;
mod quotes;
mod suggestions;
mod surges;
mod tagging;
mod themes;

use std::time::Duration;

use steward::config::Config;
use steward::ids::{ChannelId, MessageId};
use steward::sandbox::{Answer, AnswerKind, Given, Person, Shown, rights};

use crate::support::town::Town;

const SECOND: Duration = Duration::from_secs(1);
const DAY: Duration = Duration::from_secs(86_400);

/// A helper who tags, a manager who decides, members who say something, and the channel of the team.
struct Scene {
    town: Town,
    team: ChannelId,
    helper: Person,
    manager: Person,
    ana: Person,
    bob: Person,
    eve: Person,
}

/// With the channel of the team set.
async fn scene() -> Scene {
    let scene = Scene::without_channel().await;
    let owner = scene.town.guild.owner();
    let given = [("setting", "feedback".into()), ("value", scene.team.to_string().into())];
    scene.command(&owner, "setup set", &given).await;
    scene
}

impl Scene {
    async fn without_channel() -> Self {
        Self::with(|_| {}).await
    }

    /// The same with other settings.
    async fn with(settings: impl FnOnce(&mut Config)) -> Self {
        let town = Town::with(settings).await;
        let all = rights::MANAGE_GUILD | rights::MODERATE_MEMBERS | rights::MANAGE_MESSAGES;
        let managers = town.guild.role("Managers", all);
        let manager = town.guild.person("magnus", &[managers]);
        let helper = town.helper("hedda");
        let staff = [town.guild.roles_of(&helper), town.guild.roles_of(&manager)].concat();
        let team = town.guild.private_channel("team", &staff);
        let (ana, bob, eve) = (town.member("ana"), town.member("bob"), town.member("eve"));
        Self { town, team, helper, manager, ana, bob, eve }
    }

    /// Says something where everyone reads it.
    async fn says(&self, who: &Person, text: &str) -> MessageId {
        let said = who.says(self.town.general, text).unwrap();
        self.town.settled().await;
        said
    }

    /// *Tag as feedback*: the preview.
    async fn tag(&self, by: &Person, message: MessageId) -> Answer {
        let preview = self.town.meanwhile(by.message_menu("Tag as feedback", message)).await.unwrap();
        self.town.settled().await;
        preview
    }

    /// Tags what somebody says, with this tag, under a new theme.
    async fn tagged(&self, who: &Person, text: &str, title: &str) -> MessageId {
        let said = self.says(who, text).await;
        let preview = self.tag(&self.helper, said).await;
        let form = self.click(&self.helper, &preview, "New theme").await;
        let titled = self.submit(&self.helper, &form, &[("title", title)]).await;
        self.click(&self.helper, &titled, "Save").await;
        self.town.pass(10 * SECOND).await;
        said
    }

    /// Tags what somebody says under a theme that is there.
    async fn tagged_under(&self, who: &Person, text: &str, theme: &str) -> MessageId {
        let said = self.says(who, text).await;
        let preview = self.tag(&self.helper, said).await;
        let chosen = self.choose(&self.helper, &preview, "Theme", theme).await;
        self.click(&self.helper, &chosen, "Save").await;
        self.town.pass(10 * SECOND).await;
        said
    }

    /// The cards of the team, as they are now.
    fn cards(&self) -> Vec<Shown> {
        self.town.sandbox.messages(self.team, &self.town.guild.owner())
    }

    /// The card with these words in its title.
    fn card(&self, words: &str) -> String {
        let is_meant = |card: &Shown| card.text().lines().next().is_some_and(|title| title.contains(words));
        let found = self.cards().into_iter().find(is_meant);
        found.unwrap_or_else(|| panic!("{words} stands on none of {:#?}", self.cards())).text().to_owned()
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
        self.town.pass(10 * SECOND).await;
        answer.now()
    }
}
