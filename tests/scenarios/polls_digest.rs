//! Polls in the weekly digest: what came out, what is to come, and what is not told.

use std::time::Duration;

use insta::assert_snapshot;
use steward::feature::section::Reading;
use steward::features::digest::{self, Digest, Sections};
use steward::i18n::Locale;
use steward::ids::ChannelId;
use steward::sandbox::{Given, Person, rights};
use steward::text::zone::{Week, Zone};

use crate::support::town::Town;

const DAY: Duration = Duration::from_secs(86_400);

/// Whoever asks, where, and those who vote.
struct Scene {
    town: Town,
    manager: Person,
    people: Vec<Person>,
    /// A channel that not everyone sees.
    staff: ChannelId,
}

async fn scene() -> Scene {
    let town = Town::new().await;
    let managers = town.guild.role("Managers", rights::MANAGE_GUILD | rights::MANAGE_MESSAGES);
    let manager = town.guild.person("magnus", &[managers]);
    let people = ["ana", "bob", "cleo", "dan", "eva", "fred"].map(|name| town.member(name)).to_vec();
    let staff = town.guild.private_channel("staff", &[managers]);
    Scene { town, manager, people, staff }
}

impl Scene {
    /// Asks something; so many vote for each option, one after the other.
    async fn asks(&self, channel: ChannelId, given: &[(&str, Given)], votes: &[usize]) {
        let preview = self.manager.slash(channel, "poll create", given).await.unwrap();
        self.town.settled().await;
        assert!(preview.labels().contains(&"Publish"), "{}", preview.text());
        self.town.click(&self.manager, &preview, "Publish").await;
        self.town.pass(Duration::from_secs(1)).await;
        let card = self.town.sandbox.messages(channel, &self.manager).pop().and_then(|card| card.id).unwrap();
        let poll = self.town.number("SELECT max(poll_id) FROM polls").await;
        let options = (1..).zip(votes).flat_map(|(option, votes)| std::iter::repeat_n(option, *votes));
        for (voter, option) in self.people.iter().zip(options) {
            voter.presses_custom_id(channel, card, &format!("polls:vote:1:{poll}:{option}")).await;
        }
        self.town.pass(Duration::from_secs(4)).await;
    }

    async fn digest(&self, week: &str, locale: Locale) -> Digest {
        let app = self.town.app();
        let (zone, week): (Zone, Week) = (Zone::utc(), week.parse().unwrap());
        let (guild, now) = (self.town.guild.id(), self.town.clock.now());
        let directory = app.discord.directory.guild(guild).unwrap();
        let reading = Reading { db: &app.db, guild, zone: &zone, week, now, public: Some(&directory) };
        digest::gather(&app.features, &reading, "Town", locale, &Sections::Only(vec!["polls".into()])).await.unwrap()
    }
}

fn poll(question: &str) -> Vec<(&'static str, Given)> {
    vec![("question", question.into()), ("options", "Rye; Wheat; *Spelt*".into())]
}

fn with(question: &str, more: &[(&'static str, &str)]) -> Vec<(&'static str, Given)> {
    poll(question).into_iter().chain(more.iter().map(|(name, value)| (*name, Given::from(*value)))).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_week_tells_what_came_out_and_what_closes_next() {
    let scene = scene().await;
    let (general, staff, town) = (scene.town.general, scene.staff, &scene.town);
    scene.asks(general, &poll("Which flour?"), &[1, 3, 1]).await;
    scene.asks(general, &poll("Which shape?"), &[2, 2]).await;
    scene.asks(general, &poll("Which crust?"), &[]).await;
    scene.asks(general, &with("New rules?", &[("quorum", "20 %")]), &[0, 0, 1]).await;
    scene.asks(general, &with("Who is to lead?", &[("ballot", "secret")]), &[1, 2]).await;
    let rating = vec![("question", "How was the course?".into()), ("kind", "rating".into())];
    scene.asks(general, &rating, &[0, 0, 1, 2, 3]).await;
    scene.asks(staff, &poll("Whom to promote?"), &[]).await;
    town.pass(4 * DAY).await;
    scene.asks(general, &with("Which evening?", &[("closes", "2026-11-27 19:00")]), &[4]).await;
    let later = with("Which topic?", &[("starts", "2026-11-24 10:00"), ("closes", "2026-11-28 10:00")]);
    scene.asks(general, &later, &[]).await;
    scene.asks(general, &with("Far away", &[("closes", "2026-12-10 10:00")]), &[]).await;
    scene.asks(staff, &with("Whom to invite?", &[("closes", "2026-11-25 10:00")]), &[]).await;
    town.pass(3 * DAY).await;

    let digest = scene.digest("2026-W47", Locale::En).await;

    assert_snapshot!(digest::text::terminal(&digest), @"");
    assert_snapshot!(digest::text::markdown(&digest).to_string(), @"");
    assert_snapshot!(digest::text::terminal(&digest.for_members().unwrap()), @"");
    assert_snapshot!(String::from_utf8(digest::csv::write(&digest).unwrap()).unwrap(), @"");
    let json: serde_json::Value = serde_json::from_str(&digest::json::write(&digest).unwrap()).unwrap();
    assert_snapshot!(json["news"][0].to_string(), @"");
    let page = digest::html::page(&digest::sheet::Sheet::of(&digest, None));
    assert!(page.contains("Winner: Wheat."), "{page}");
    for (told, news) in [("2026-W46", false), ("2026-W48", true)] {
        let other = digest::text::terminal(&scene.digest(told, Locale::En).await);
        assert_eq!(other.contains("Which evening?"), news, "{other}");
        assert!(!other.contains("Which flour?"), "{other}");
    }
    assert_snapshot!(digest::text::terminal(&scene.digest("2026-W47", Locale::Ru).await), @"");
    assert_snapshot!(digest::text::terminal(&scene.digest("2026-W47", Locale::Ro).await), @"");
}
