//! Polls in the languages that people read and type: times as they say them, clocks that skip or repeat
//! an hour, and a whole poll in Russian and in Romanian.

use std::fmt::Write;
use std::time::Duration;

use insta::assert_snapshot;
use steward::sandbox::{Given, Person, Shown, rights};
use steward::text::zone::parse_iso;

use crate::support::town::Town;

const SECOND: Duration = Duration::from_secs(1);
const DAY: Duration = Duration::from_secs(86_400);

/// A server of this language and zone, and whoever asks there.
async fn server(locale: &str, zone: &str, now: Option<&str>) -> (Town, Person) {
    let mut town = Town::without_bot(|_| {}).await;
    if let Some(now) = now {
        town.clock.set(parse_iso(now).unwrap());
    }
    town.start().await;
    let managers = town.guild.role("Managers", rights::MANAGE_GUILD | rights::MANAGE_MESSAGES);
    let manager = town.guild.person("magnus", &[managers]).locale(locale);
    let language = locale.split('-').next().unwrap_or(locale);
    for (setting, value) in [("language", language), ("zone", zone)] {
        town.slash(&manager, "setup set", &[("setting", setting.into()), ("value", value.into())]).await;
    }
    (town, manager)
}

/// What Steward echoes while somebody types when a poll is to close.
async fn echo(town: &Town, by: &Person, typed: &str) -> String {
    let given: [(&str, Given); 1] = [("question", "?".into())];
    let offered = by.autocomplete(town.general, "poll create", "closes", typed, &given).await.unwrap();
    offered.iter().map(|choice| format!("{}\n", choice.name)).collect()
}

/// The preview of a poll that closes then.
async fn preview(town: &Town, by: &Person, closes: &str) -> String {
    let given: [(&str, Given); 3] =
        [("question", "When?".into()), ("options", "A; B".into()), ("closes", closes.into())];
    town.slash(by, "poll create", &given).await.text().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn times_are_read_as_people_type_them_and_echoed() {
    let mut said = String::new();
    for (locale, typed) in [
        ("en-GB", "friday 19:00"),
        ("en-GB", "tomorrow at 18:00"),
        ("ru", "через 2 часа"),
        ("ru", "пятница 19:00"),
        ("ru", "завтра в 18:00"),
        ("ro", "mâine la 18:00"),
        ("ro", "vineri 19:00"),
        ("ro", "peste 2 ore"),
        ("en-GB", "soon"),
        ("en-GB", "yesterday"),
        ("ru", "вчера"),
    ] {
        let (town, by) = server(locale, "Europe/Chisinau", None).await;
        let echoed = echo(&town, &by, typed).await;
        let preview = preview(&town, &by, typed).await;
        let closes = ["Closes", "Закроется", "Se încheie"];
        let closing = preview.lines().find(|line| closes.iter().any(|word| line.contains(word)));
        let closing = closing.unwrap_or(&preview);
        writeln!(said, "{typed} ▸ {}\n  {closing}", echoed.trim_end().replace('\n', " | ")).unwrap();
    }
    assert_snapshot!(said, @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_hour_that_clocks_skip_or_show_twice_is_named() {
    // In Berlin clocks go from 02:00 to 03:00 on 28 March, and from 03:00 back to 02:00 on 31 October.
    let (town, by) = server("en-GB", "Europe/Berlin", Some("2027-03-26T09:00:00Z")).await;
    assert_snapshot!(echo(&town, &by, "28.03.2027 02:30").await, @"");
    assert_snapshot!(preview(&town, &by, "28.03.2027 02:30").await, @"");
    let (town, by) = server("en-GB", "Europe/Berlin", Some("2027-10-29T09:00:00Z")).await;
    assert_snapshot!(echo(&town, &by, "31.10.2027 02:30").await, @"");
    assert_snapshot!(preview(&town, &by, "31.10.2027 02:30").await, @"");
    for locale in ["ru", "ro"] {
        let (town, by) = server(locale, "Europe/Berlin", Some("2027-03-26T09:00:00Z")).await;
        let skipped = preview(&town, &by, "28.03.2027 02:30").await;
        assert!(skipped.contains("03:30") || skipped.contains("01:30"), "{skipped}");
    }
}

fn last(town: &Town, reader: &Person) -> Shown {
    town.sandbox.messages(town.general, reader).pop().expect("a message")
}

/// A poll from its preview to its result, as everybody reads it in this language.
async fn whole(locale: &str, kind: &str, ballot: &str, labels: [&str; 2]) -> String {
    let (town, by) = server(locale, "Europe/Chisinau", None).await;
    let people = ["ana", "bob", "cleo"].map(|name| town.member(name).locale(locale));
    let mut told = String::new();
    let mut tell = |what: &str, text: &str| writeln!(told, "[{what}]\n{text}\n").unwrap();
    let given: [(&str, Given); 6] = [
        ("question", "Яблоки sau mere?".into()),
        ("options", "Мере; Pere; Prune".into()),
        ("kind", kind.into()),
        ("ballot", ballot.into()),
        ("quorum", "2".into()),
        ("closes", "2026-11-18 19:00".into()),
    ];
    let preview = town.slash(&by, "poll create", &given).await;
    tell("preview", preview.text());
    let [publish, withdraw] = labels;
    tell("published", town.click(&by, &preview, publish).await.text());
    town.pass(SECOND).await;
    let card = last(&town, &by).id.unwrap();
    let press = async |who: &Person, id: &str| {
        let answer = who.presses_custom_id(town.general, card, id).await;
        town.settled().await;
        answer
    };
    if kind == "ranked" {
        let opened = press(&people[0], "polls:ballot:1:1").await;
        tell("ranking", opened.text());
        let message = opened.id.unwrap();
        let ranked = people[0].chooses_raw(town.general, message, "polls:rank:1:1:0", &["2"]).await;
        tell("ranked", ranked.text());
        people[1].chooses_raw(town.general, message, "polls:rank:1:1:0", &["1"]).await;
        town.settled().await;
    } else {
        for (person, option) in people.iter().zip([1, 1, 2]) {
            let voted = press(person, &format!("polls:vote:1:1:{option}")).await;
            if option == 2 {
                tell("voted", voted.text());
                tell("withdrawn", town.click(person, &voted, withdraw).await.text());
                tell("my vote", press(person, "polls:mine:1:1").await.text());
            }
        }
    }
    town.pass(4 * SECOND).await;
    tell("card", last(&town, &by).text());
    tell("results", press(&people[2], "polls:results:1:1").await.text());
    town.pass(3 * DAY).await;
    tell("result", last(&town, &by).text());
    tell("late", press(&people[2], "polls:vote:1:1:1").await.text());
    tell("list", town.slash(&by, "poll list", &[]).await.text());
    told
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poll_is_read_in_russian() {
    let labels = ["Опубликовать", "Отозвать голос"];
    assert_snapshot!(whole("ru", "single", "public", labels).await, @"");
    assert_snapshot!(whole("ru", "ranked", "secret", labels).await, @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poll_is_read_in_romanian() {
    let labels = ["Publică", "Retrage votul"];
    assert_snapshot!(whole("ro", "single", "public", labels).await, @"");
    assert_snapshot!(whole("ro", "ranked", "secret", labels).await, @"");
}
