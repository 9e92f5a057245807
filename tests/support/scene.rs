//! A town with a mod log, a member, and somebody of every level above, for stories of moderation.

use std::time::Duration;

use steward::clock::Timestamp;
use steward::ids::ChannelId;
use steward::jobs;
use steward::sandbox::{Answer, Given, Person, Shown, rights};

use super::town::Town;

pub const MINUTE: Duration = Duration::from_secs(60);
pub const HOUR: Duration = Duration::from_secs(3_600);
pub const DAY: Duration = Duration::from_secs(86_400);

pub struct Scene {
    pub town: Town,
    pub bob: Person,
    pub helper: Person,
    pub moderator: Person,
    pub manager: Person,
    pub log: ChannelId,
}

impl Scene {
    pub async fn new() -> Self {
        Self::in_town(Town::new().await).await
    }

    /// The same in a town that is there already.
    pub async fn in_town(town: Town) -> Self {
        let managers =
            town.guild.role("Managers", rights::MANAGE_GUILD | rights::MODERATE_MEMBERS | rights::MANAGE_MESSAGES);
        let (bob, helper, moderator) = (town.member("bob"), town.helper("hedda"), town.moderator("mona"));
        let manager = town.guild.person("magnus", &[managers]);
        let log = town.guild.private_channel("mod-log", &[town.guild.bot_role(), managers]);
        let scene = Self { town, bob, helper, moderator, manager, log };
        scene.set("mod_log", &format!("<#{log}>")).await;
        scene
    }

    /// The manager changes a setting.
    pub async fn set(&self, setting: &str, value: &str) {
        let given: [(&str, Given); 2] = [("setting", setting.into()), ("value", value.into())];
        let answer = self.town.slash(&self.manager, "setup set", &given).await;
        assert!(answer.text().contains('→'), "{}", answer.text());
    }

    /// A command, answered for whoever used it alone.
    pub async fn slash(&self, by: &Person, words: &str, given: &[(&str, Given)]) -> Answer {
        let answer = self.town.slash(by, words, given).await;
        assert!(answer.ephemeral && answer.followups.is_empty(), "/{words}: {}", answer.text());
        answer
    }

    /// `/timeout` for bob; then a second, in which the next message can be sent.
    pub async fn timeout(&self, by: &Person, duration: &str) -> Answer {
        let given: [(&str, Given); 3] =
            [("member", (&self.bob).into()), ("duration", duration.into()), ("reason", "Flooded the channel.".into())];
        let answer = self.slash(by, "timeout", &given).await;
        self.town.pass(Duration::from_secs(1)).await;
        answer
    }

    pub async fn untimeout(&self, by: &Person) -> Answer {
        let answer = self.slash(by, "untimeout", &[("member", (&self.bob).into())]).await;
        self.town.pass(Duration::from_secs(1)).await;
        answer
    }

    /// A warning of this severity, confirmed; then a second, in which the next message can be sent.
    pub async fn warn(&self, by: &Person, severity: i64) -> Answer {
        let given: [(&str, Given); 3] = [
            ("member", (&self.bob).into()),
            ("reason", "Called a newcomer names.".into()),
            ("severity", severity.into()),
        ];
        let preview = self.slash(by, "warn", &given).await;
        let result = self.town.click(by, &preview, "Confirm").await;
        self.town.pass(Duration::from_secs(1)).await;
        result
    }

    pub async fn view(&self, by: &Person, number: i64) -> Answer {
        self.slash(by, "case view", &[("number", number.into())]).await
    }

    /// One line of `/case view`, by its name.
    pub async fn line(&self, number: i64, name: &str) -> String {
        let card = self.view(&self.moderator, number).await;
        let line = card.text().lines().find_map(|line| line.strip_prefix(&format!("{name}: ")));
        line.unwrap_or_else(|| panic!("no {name} in {}", card.text())).to_owned()
    }

    /// What Discord was told of bob's timeout, over or not.
    pub fn held(&self) -> Option<Timestamp> {
        self.town.guild.timed_out_until(&self.bob)
    }

    /// Whether bob is in a timeout now.
    pub fn silenced(&self) -> bool {
        self.held().is_some_and(|until| until > self.now())
    }

    pub fn now(&self) -> Timestamp {
        self.town.clock.now()
    }

    pub fn dms(&self) -> Vec<Shown> {
        self.town.sandbox.dms(&self.bob)
    }

    pub fn last_dm(&self) -> Shown {
        self.dms().pop().expect("a direct message")
    }

    /// What the mod log says, the last message last.
    pub fn logged(&self) -> Vec<Shown> {
        self.town.sandbox.messages(self.log, &self.manager)
    }

    /// How often bob's timeout was set or lifted through Steward.
    pub fn told(&self) -> usize {
        self.town.sandbox.calls("PATCH /guilds/*/members/*").len()
    }

    /// A job runs again, as after a crash between its end and the note of it.
    pub async fn again(&self, kind: &str, row: i64) {
        let town = &self.town;
        let (guild, now) = (town.guild.id(), self.now());
        let kind = town.app().jobs().find(|one| one.name == kind);
        let kind = kind.expect("a job of that name");
        let due = town.app().db.write(async move |tx| jobs::schedule(tx, guild, kind, row, now).await);
        due.await.expect("the job is scheduled");
        town.settled().await;
    }
}
