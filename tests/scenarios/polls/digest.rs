//! Polls in the weekly digest: what came out, what is to come, and what is not told.

use std::time::Duration;

use insta::assert_snapshot;
use steward::feature::section::Reading;
use steward::features::digest;
use steward::features::digest::{Digest, Sections};
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
        digest::gather(app.features(), &reading, "Town", locale, &Sections::Only(vec!["polls".into()])).await.unwrap()
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

    assert_snapshot!(digest::text::terminal(&digest), @"
    Town, week 47 (16–22 November)
    Poll #1: Which flour? Winner: Wheat. 5 people voted.
    Poll #2: Which shape? Equal: Rye, Wheat. 4 people voted.
    Poll #3: Which crust? Nobody voted.
    Poll #4: New rules? The quorum of 20 % was not reached. Most votes: *Spelt*. 1 of 8 who could vote did.
    Poll #5: Who is to lead? Fewer than 5 people voted.
    Poll #6: How was the course? 4.3 out of 5 on average. 6 people voted.
    Poll #8: Which evening? Closes Fri 27 Nov 2026 19:00 UTC. 4 people have voted so far.
    Poll #9: Which topic? Opens Tue 24 Nov 2026 10:00 UTC. Closes Sat 28 Nov 2026 10:00 UTC.
    Polls in channels that not everyone sees: 1 closed. 1 to close by the end of next week.
    ");
    assert_snapshot!(digest::text::markdown(&digest).to_string(), @r"
    **Town, week 47 (16–22 November)**  
    **Poll #1: Which flour?** Winner: Wheat. 5 people voted.  
    **Poll #2: Which shape?** Equal: Rye, Wheat. 4 people voted.  
    **Poll #3: Which crust?** Nobody voted.  
    **Poll #4: New rules?** The quorum of 20 % was not reached. Most votes: \*Spelt\*. 1 of 8 who could vote did.  
    **Poll #5: Who is to lead?** Fewer than 5 people voted.  
    **Poll #6: How was the course?** 4.3 out of 5 on average. 6 people voted.  
    **Poll #8: Which evening?** Closes Fri 27 Nov 2026 19:00 UTC. 4 people have voted so far.  
    **Poll #9: Which topic?** Opens Tue 24 Nov 2026 10:00 UTC. Closes Sat 28 Nov 2026 10:00 UTC.  
    **Polls in channels that not everyone sees** 1 closed. 1 to close by the end of next week.
    ");
    assert_snapshot!(digest::text::terminal(&digest.for_members().unwrap()), @"
    Town, week 47 (16–22 November)
    Poll #1: Which flour? Winner: Wheat. 5 people voted.
    Poll #2: Which shape? Fewer than 5 people voted.
    Poll #3: Which crust? Fewer than 5 people voted.
    Poll #4: New rules? Fewer than 5 people voted.
    Poll #5: Who is to lead? Fewer than 5 people voted.
    Poll #6: How was the course? 4.3 out of 5 on average. 6 people voted.
    Poll #8: Which evening? Closes Fri 27 Nov 2026 19:00 UTC.
    Poll #9: Which topic? Opens Tue 24 Nov 2026 10:00 UTC. Closes Sat 28 Nov 2026 10:00 UTC.
    ");
    assert_snapshot!(digest::csv::write(&digest).unwrap(), @"
    figure,value,last,usual_low,usual_high,week
    polls_closed,7,,,,2026-W47
    poll_voters:Which flour?,5,,,,2026-W47
    poll_voters:Which shape?,4,,,,2026-W47
    poll_voters:Which crust?,0,,,,2026-W47
    poll_voters:New rules?,1,,,,2026-W47
    poll_turnout:New rules?,0.1250,,,,2026-W47
    poll_voters:How was the course?,6,,,,2026-W47
    poll_mean:How was the course?,4.3333,,,,2026-W47
    ");
    let json: serde_json::Value = serde_json::from_str(&digest::json::write(&digest).unwrap()).unwrap();
    assert_snapshot!(json["news"][0].to_string(), @r#"{"about":"Poll #1: Which flour?","section":"polls","told":["Winner: Wheat.","5 people voted."]}"#);
    let page = digest::html::page(&digest::sheet::Sheet::from_digest(&digest, None));
    assert!(page.contains("Winner: Wheat."), "{page}");
    for (told, news) in [("2026-W46", false), ("2026-W48", true)] {
        let other = digest::text::terminal(&scene.digest(told, Locale::En).await);
        assert_eq!(other.contains("Which evening?"), news, "{other}");
        assert!(!other.contains("Which flour?"), "{other}");
    }
    assert_snapshot!(digest::text::terminal(&scene.digest("2026-W47", Locale::Ru).await), @"
    Town, неделя 47 (16–22 ноября)
    Опрос № 1: Which flour? Победил вариант: Wheat. Проголосовало 5 человек.
    Опрос № 2: Which shape? Поровну: Rye, Wheat. Проголосовали 4 человека.
    Опрос № 3: Which crust? Никто не голосовал.
    Опрос № 4: New rules? Кворум (20 %) не набран. Больше всего голосов: *Spelt*. Проголосовали 1 из 8 имевших право голоса.
    Опрос № 5: Who is to lead? Проголосовало меньше 5 человек.
    Опрос № 6: How was the course? В среднем 4,3 из 5. Проголосовало 6 человек.
    Опрос № 8: Which evening? Закроется: Пт 27 ноя 2026 19:00 UTC. Пока проголосовали 4 человека.
    Опрос № 9: Which topic? Откроется: Вт 24 ноя 2026 10:00 UTC. Закроется: Сб 28 ноя 2026 10:00 UTC.
    Опросы в каналах, которые видны не всем: Закрыто: 1. Закроется до конца следующей недели: 1.
    ");
    assert_snapshot!(digest::text::terminal(&scene.digest("2026-W47", Locale::Ro).await), @"
    Town, săptămâna 47 (16–22 noiembrie)
    Sondajul nr. 1: Which flour? A câștigat: Wheat. Au votat 5 persoane.
    Sondajul nr. 2: Which shape? La egalitate: Rye, Wheat. Au votat 4 persoane.
    Sondajul nr. 3: Which crust? Nu a votat nimeni.
    Sondajul nr. 4: New rules? Cvorumul (20 %) nu a fost atins. Cele mai multe voturi: *Spelt*. Au votat 1 din cei 8 care puteau vota.
    Sondajul nr. 5: Who is to lead? Au votat mai puțin de 5 persoane.
    Sondajul nr. 6: How was the course? În medie 4,3 din 5. Au votat 6 persoane.
    Sondajul nr. 8: Which evening? Se încheie: Vi 27 nov. 2026 19:00 UTC. Până acum au votat 4 persoane.
    Sondajul nr. 9: Which topic? Se deschide: Ma 24 nov. 2026 10:00 UTC. Se încheie: Sâ 28 nov. 2026 10:00 UTC.
    Sondaje în canale pe care nu le vede toată lumea: Încheiate: 1. Se încheie până la sfârșitul săptămânii viitoare: 1.
    ");
}
