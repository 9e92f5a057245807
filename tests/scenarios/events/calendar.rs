//! Calendars: files, feeds, and the week.

use std::net::SocketAddr;

use insta::assert_snapshot;
use steward::config::Config;
use steward::health::http;
use steward::sandbox::Answer;
use tokio_util::sync::{CancellationToken, DropGuard};

use crate::support::loopback;
use crate::support::town::{PATIENCE, Town};

use super::{DAY, SECOND, Scene, scene};

/// The text of the only file of an answer.
fn file(answer: &Answer) -> (String, String) {
    let [file] = answer.files.as_slice() else { panic!("{} files: {}", answer.files.len(), answer.text()) };
    (file.name.clone(), String::from_utf8(file.bytes.clone()).expect("a text"))
}

/// A property of a calendar file, the first of its name.
fn value<'f>(file: &'f str, name: &str) -> &'f str {
    let line = file.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    line.unwrap_or_else(|| panic!("no {name} in {file}"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_calendar_file_is_given_changes_and_is_taken_back() {
    let scene = scene().await;
    let owner = scene.town.guild.owner();
    scene.command(&owner, "setup set", &[("setting", "zone".into()), ("value", "Europe/Chisinau".into())]).await;
    let card = scene
        .publish(&[("starts", "2027-03-05 19:00".into()), ("description", "Bring, a friend; or two".into())])
        .await;
    let answer = scene.press(&scene.ana, &card, "Calendar file").await;
    assert!(answer.ephemeral);
    let (name, first) = file(&answer);
    assert_snapshot!(answer.text(), @"
    Open this file to put “Raid” in your calendar. If the event changes, get it again.
    (file event-1.ics)
    ");
    assert_eq!(name, "event-1.ics");
    assert!(first.contains("DTSTART;TZID=Europe/Chisinau:20270305T190000\r\n"), "{first}");
    assert!(first.contains("DESCRIPTION:Bring\\, a friend\\; or two\r\n"), "{first}");
    assert_eq!(
        (value(&first, "METHOD"), value(&first, "SEQUENCE"), value(&first, "STATUS")),
        ("PUBLISH", "0", "CONFIRMED")
    );

    scene.command(&scene.olga, "event edit", &[("event", "1".into()), ("starts", "2027-03-06 20:00".into())]).await;
    let (_, second) = file(&scene.press(&scene.ana, &card, "Calendar file").await);
    assert!(second.contains("DTSTART;TZID=Europe/Chisinau:20270306T200000\r\n"), "{second}");
    assert_eq!(value(&second, "SEQUENCE"), "1", "an edit raises it");
    assert_eq!(value(&second, "UID"), value(&first, "UID"));

    let asked = scene.command(&scene.olga, "event cancel", &[("event", "1".into())]).await;
    scene.town.click(&scene.olga, &asked, "Cancel event").await;
    scene.town.pass(3 * SECOND).await;
    let (_, last) = file(&scene.press(&scene.ana, &card, "Calendar file").await);
    assert_eq!((value(&last, "METHOD"), value(&last, "STATUS")), ("CANCEL", "CANCELLED"));
    assert_eq!(value(&last, "UID"), value(&first, "UID"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_file_of_a_series_repeats_and_leaves_out_what_was_skipped() {
    let scene = scene().await;
    let card =
        scene.publish(&[("starts", "2027-03-01 19:00".into()), ("repeat", "weekly".into()), ("count", 4.into())]).await;
    scene.command(&scene.olga, "event skip", &[("event", "1".into()), ("date", "2027-03-08".into())]).await;
    let (_, text) = file(&scene.press(&scene.ana, &card, "Calendar file").await);
    assert_eq!(value(&text, "RRULE"), "FREQ=WEEKLY;BYDAY=MO;COUNT=4;WKST=MO");
    assert_eq!(value(&text, "EXDATE"), "20270308T190000Z");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_series_that_is_changed_from_a_later_date_on_has_an_entry_for_each_part() {
    let scene = scene().await;
    let card = scene.publish(&[("starts", "2026-11-18 19:00".into()), ("repeat", "weekly".into())]).await;
    let later = [
        ("event", "1".into()),
        ("title", "Feast".into()),
        ("starts", "2026-12-03 20:00".into()),
        ("date", "2026-12-02".into()),
    ];
    scene.command(&scene.olga, "event edit", &later).await;
    let (_, text) = file(&scene.press(&scene.ana, &card, "Calendar file").await);
    let all = |name: &str| -> Vec<String> {
        text.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).map(str::to_owned).collect()
    };
    assert_eq!(all("SUMMARY"), ["Raid", "Feast"]);
    assert_eq!(all("RRULE"), ["FREQ=WEEKLY;BYDAY=WE;COUNT=2;WKST=MO", "FREQ=WEEKLY;BYDAY=TH;WKST=MO"]);
    assert_eq!(all("DTSTART"), ["20261118T190000Z", "20261203T200000Z"]);
    let names = all("UID");
    assert_ne!(names[0], names[1]);
    // Its week shows the later part too, and calendars go on to know it by its name.
    let week = scene.command(&scene.ana, "events", &[("week", "2026-12-10".into())]).await;
    assert!(week.text().contains("20:00 **Feast** (#1)"), "{}", week.text());
    scene.town.pass(17 * DAY).await;
    let answer = scene.press(&scene.ana, &scene.card(), "Calendar file").await;
    let (_, text) = file(&answer);
    assert_eq!(value(&text, "UID"), names[1], "{text}");
    let asked = scene.command(&scene.olga, "event cancel", &[("event", "1".into())]).await;
    scene.town.click(&scene.olga, &asked, "Cancel event").await;
    let (_, text) = file(&scene.press(&scene.ana, &scene.card(), "Calendar file").await);
    assert_eq!((value(&text, "UID"), value(&text, "STATUS")), (names[1].as_str(), "CANCELLED"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_week_shows_what_one_sees_as_a_list_and_a_picture() {
    let scene = scene().await;
    let empty = scene.command(&scene.ana, "events", &[]).await;
    assert_snapshot!(empty.text(), @"
    Week 47: 11/16 – 11/22
    Nothing is planned this week that you can see.
    [Previous week] [Next week]
    ");
    scene.publish(&[("title", "Raid *night*".into()), ("starts", "in 1 hour".into())]).await;
    let keepers = scene.town.guild.role("Keepers", 0);
    let den = scene.town.guild.private_channel("den", &[keepers]);
    let roles = [scene.town.guild.roles_of(&scene.olga), vec![keepers]].concat();
    scene.town.guild.set_roles(&scene.olga, &roles);
    scene.town.settled().await;
    let given = [("title", "Secret".into()), ("starts", "in 2 hours".into())];
    let preview = scene.town.meanwhile(scene.olga.slash(den, "event create", &given)).await.expect("a preview");
    scene.town.click(&scene.olga, &preview, "Publish").await;
    scene.town.pass(3 * SECOND).await;

    let week = scene.command(&scene.ana, "events", &[]).await;
    assert!(week.ephemeral);
    // The link has an id that depends on what was done before.
    let shown = |line: &str| line.split(" · https://").next().unwrap_or_default().to_owned();
    assert_snapshot!(week.text().lines().map(shown).collect::<Vec<_>>().join("\n"), @"
    Week 47: 11/16 – 11/22
    **Mon 11/16**
    10:01 **Raid *night*** (#1)
    (file week.png)
    [Previous week] [Next week]
    ");
    let [picture] = week.files.as_slice() else { panic!("no picture") };
    assert!(picture.bytes.starts_with(b"\x89PNG"), "a picture");
    assert_snapshot!(picture.description.clone().unwrap_or_default(), @"Week 47: 11/16 – 11/22. Mon 11/16: 10:01–11:01 Raid *night*.");
    let all = scene.command(&scene.olga, "events", &[]).await;
    assert!(all.text().contains("Secret"), "who sees the channel sees its event");
    let next = scene.town.click(&scene.ana, &week, "Next week").await;
    let back = scene.town.click(&scene.ana, &next, "Previous week").await;
    assert_eq!(back.text(), week.text());
    let wrong = scene.command(&scene.ana, "events", &[("week", "soon".into())]).await;
    assert_snapshot!(wrong.text(), @"
    “soon” isn’t a week. Write a week like 2026-W49 or a day like 2026-12-05.
    [Correct]
    ");
    let off = scene.command(&scene.ana, "events", &[("feed", true.into())]).await;
    assert_snapshot!(off.text(), @"Calendars to subscribe to are off here. The bot owner can turn them on with `public_url` in the settings. Until then, use **Calendar file** on an event.");
}

/// A town whose calendars can be subscribed to.
async fn open_town() -> Scene {
    let settings = |config: &mut Config| {
        config.http.listen = Some(loopback::any());
        config.http.public_url = Some("https://steward.example".to_owned());
    };
    Scene::of(Town::with(settings).await).await
}

async fn server(scene: &Scene) -> (SocketAddr, DropGuard) {
    let server = http::open(loopback::any()).await.expect("a free port");
    let (address, stop) = (server.address().unwrap(), CancellationToken::new());
    tokio::spawn(http::serve(server, std::sync::Arc::clone(scene.town.app()), stop.clone()));
    (address, stop.drop_guard())
}

/// What is served at the address of a feed.
async fn get(at: SocketAddr, feed: &str) -> (u16, String, String) {
    let path = feed.strip_prefix("webcal://steward.example").expect("an address of ours");
    let client = reqwest::Client::builder().no_proxy().timeout(PATIENCE).build().unwrap();
    let answer = client.get(format!("http://{at}{path}")).send().await.expect("an answer");
    let kind = answer.headers().get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default().to_owned();
    (answer.status().as_u16(), kind, answer.text().await.expect("text"))
}

/// The addresses that an answer shows: one's own and that of the server.
fn addresses(answer: &Answer) -> (String, String) {
    let mut found = answer.text().split('`').filter(|part| part.starts_with("webcal://")).map(str::to_owned);
    (found.next().expect("one"), found.next().expect("another"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn feeds_give_what_their_reader_sees_and_nothing_to_strangers() {
    let scene = open_town().await;
    let (at, _open) = server(&scene).await;
    let card = scene.publish(&[("title", "Raid".into())]).await;
    let keepers = scene.town.guild.role("Keepers", 0);
    let den = scene.town.guild.private_channel("den", &[keepers]);
    let roles = [scene.town.guild.roles_of(&scene.olga), vec![keepers]].concat();
    scene.town.guild.set_roles(&scene.olga, &roles);
    scene.town.settled().await;
    let given = [("title", "Secret".into()), ("starts", "friday 20:00".into())];
    let preview = scene.town.meanwhile(scene.olga.slash(den, "event create", &given)).await.expect("a preview");
    scene.town.click(&scene.olga, &preview, "Publish").await;
    scene.town.pass(3 * SECOND).await;

    let answer = scene.command(&scene.ana, "events", &[("feed", true.into())]).await;
    assert!(answer.ephemeral);
    let (own, all) = addresses(&answer);
    let shown = answer.text().replace(&own, "OWN").replace(&all, "ALL");
    assert_snapshot!(shown, @"
    Calendars to subscribe to
    Add an address in your calendar app under “Subscribe” or “From URL”. Events then appear and change by themselves.
    Events you’re signed up for: `OWN`
    All events everyone here can see: `ALL`
    Anyone who knows an address can read that calendar. If one gets out, make a new one.
    [New address for mine]
    ");
    let (status, kind, text) = get(at, &all).await;
    assert_eq!((status, kind.as_str()), (200, "text/calendar; charset=utf-8"));
    assert!(text.contains("SUMMARY:Raid") && !text.contains("Secret"), "{text}");
    assert!(text.contains("X-WR-CALNAME:"), "{text}");
    let (_, _, mine) = get(at, &own).await;
    assert!(!mine.contains("VEVENT"), "nothing is one's own yet");
    scene.press(&scene.ana, &card, "Going").await;
    let (_, _, mine) = get(at, &own).await;
    assert!(mine.contains("SUMMARY:Raid"), "{mine}");
    let mut read = ical::IcalParser::new(mine.as_bytes());
    assert_eq!(read.next().expect("a calendar").expect("valid").events.len(), 1);

    let renewed = scene.town.click(&scene.ana, &answer, "New address for mine").await;
    let (new, same) = addresses(&renewed);
    assert!(new != own && same == all);
    assert_eq!(get(at, &own).await.0, 404, "the address before leads nowhere");
    assert_eq!(get(at, &new).await.0, 200);
    assert_eq!(renewed.labels(), ["New address for mine"], "that of the server is for managers");
    let owner = scene.town.guild.owner();
    let for_managers = scene.command(&owner, "events", &[("feed", true.into())]).await;
    let renewed = scene.town.click(&owner, &for_managers, "New server address").await;
    assert_ne!(addresses(&renewed).1, all);
    assert_eq!(get(at, &all).await.0, 404);

    for wrong in
        ["/events/", "/events/00000000000000000000000000000000.ics", "/events/x.ics", "/polls/x", "/events/../health"]
    {
        assert_eq!(
            get(at, &format!("webcal://steward.example{wrong}")).await.0,
            if wrong.ends_with("health") { 200 } else { 404 },
            "{wrong}"
        );
    }
    scene.ana.leaves(scene.town.guild.id()).expect("gone");
    scene.town.pass(DAY).await;
    assert_eq!(get(at, &new).await.0, 404, "who has left reads nothing");
}
