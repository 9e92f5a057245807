//! Attendance: who really came, by voice and by check-in, and how they liked it.

use std::time::Duration;

use insta::assert_snapshot;
use steward::ids::ChannelId;
use steward::sandbox::Shown;

use super::{DAY, HOUR, MINUTE, SECOND, Scene, scene};

/// An event in a voice channel, in an hour and for an hour: the channel.
async fn voice_event(scene: &Scene) -> ChannelId {
    let room = scene.town.guild.voice_channel("Tavern");
    scene.town.settled().await;
    let given = [
        ("title", "Raid".into()),
        ("starts", "in 1 hour".into()),
        ("duration", "1h".into()),
        ("place", "voice".into()),
        ("channel", room.into()),
    ];
    scene.publish(&given).await;
    room
}

/// The post that asks how it was.
fn rating(scene: &Scene) -> Shown {
    // In the thread of the event, where there is one.
    let owner = scene.town.guild.owner();
    let mut all = scene.town.sandbox.messages(scene.town.general, &owner);
    let threads: Vec<ChannelId> = all.iter().filter_map(|shown| shown.id).map(|id| ChannelId(id.get())).collect();
    all.extend(threads.into_iter().flat_map(|thread| scene.town.sandbox.messages(thread, &owner)));
    let found = all.iter().rev().find(|shown| shown.text().contains("How was"));
    found.unwrap_or_else(|| panic!("{:#?}", all.iter().map(Shown::text).collect::<Vec<_>>())).clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_long_enough_in_the_channel_came() {
    let scene = scene().await;
    let room = voice_event(&scene).await;
    let afk = scene.town.guild.voice_channel("AFK");
    scene.town.guild.afk_channel(afk);
    let card = scene.card();
    for person in [&scene.ana, &scene.bob] {
        scene.press(person, &card, "Going").await;
    }
    // Ana is there before the start and goes for a while, Bob hears nothing and then is away, Eve only looks in.
    scene.ana.joins_voice(room).unwrap();
    scene.town.pass(HOUR + MINUTE).await;
    scene.bob.joins_voice(room).unwrap();
    scene.bob.deafens(true).unwrap();
    let robot = scene.town.guild.bot("robot", &[]);
    robot.joins_voice(room).unwrap();
    scene.town.pass(5 * MINUTE).await;
    scene.ana.leaves_voice().unwrap();
    scene.bob.joins_voice(afk).unwrap();
    scene.eve.joins_voice(room).unwrap();
    scene.town.pass(6 * MINUTE).await;
    scene.ana.joins_voice(room).unwrap();
    scene.eve.leaves_voice().unwrap();
    scene.town.pass(2 * HOUR).await;
    assert_snapshot!(rating(&scene).text(), @"
    How was “Raid”?
    1 person came.
    First time at an event here: 1
    If you were there, press a number of stars. Your name isn’t shown.
    About event #1
    [1 ★] [2 ★] [3 ★] [4 ★] [5 ★]
    ");
    let outcome = "SELECT came * 100 + first_timers * 10 + no_shows FROM event_outcomes";
    assert_eq!(scene.town.number(outcome).await, 111, "Ana came for the first time, Bob was not there long enough");
    assert_eq!(scene.town.number("SELECT minutes FROM event_came").await, 54);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn presence_outlives_a_restart() {
    let mut scene = scene().await;
    let room = voice_event(&scene).await;
    scene.town.pass(HOUR + MINUTE).await;
    scene.ana.joins_voice(room).unwrap();
    scene.town.pass(6 * MINUTE).await;
    scene.town.restart().await;
    scene.town.pass(6 * MINUTE).await;
    scene.ana.leaves_voice().unwrap();
    scene.town.pass(2 * HOUR).await;
    assert_eq!(scene.town.number("SELECT minutes FROM event_came").await, 12);
    assert_eq!(scene.town.number("SELECT count(*) FROM event_presence").await, 1, "one stay, not two");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_check_in_with_the_code_at_the_door() {
    let scene = scene().await;
    let given = [
        ("title", "Picnic".into()),
        ("starts", "in 3 hours".into()),
        ("duration", "2h".into()),
        ("place", "in_person".into()),
        ("address", "Strada Pușkin 22".into()),
    ];
    let card = scene.publish(&given).await;
    scene.press(&scene.bob, &card, "Going").await;
    let door = scene.command(&scene.olga, "event checkin", &[("event", "Picnic".into())]).await;
    let code = door.text().split("**").nth(1).expect("a code").to_owned();
    assert_snapshot!(door.text().replace(&code, "CODE"), @"
    Check-in: Picnic
    Show this code at the door: **CODE**
    Checked in: 0 (1 said they’re going)
    [Refresh] [New code]
    ");
    let early = scene.press(&scene.ana, &card, "Check in").await;
    assert!(early.text().starts_with("Check-in opens"), "{}", early.text());

    scene.town.pass(2 * HOUR + 10 * MINUTE).await;
    let form = scene.press(&scene.ana, &card, "Check in").await;
    assert_snapshot!(form.text(), @"
    Form: Check in
    Code shown at the door *:
    ");
    let wrong = scene.submit(&scene.ana, &form, &[("code", "0000")]).await;
    assert_snapshot!(wrong.text(), @"
    That isn’t the code. Look at the code at the door and try again.
    What you typed
    0000
    [Correct]
    ");
    let form = scene.press(&scene.ana, &card, "Check in").await;
    let done = scene.submit(&scene.ana, &form, &[("code", &code.to_lowercase())]).await;
    assert_snapshot!(done.text(), @"You’re checked in at “Picnic”.");
    let other = [("event", "1".into()), ("member", (&scene.eve).into())];
    assert_snapshot!(scene.command(&scene.olga, "event checkin", &other).await.text(), @"@eve is checked in at “Picnic”.");
    let anew = scene.town.click(&scene.olga, &door, "New code").await;
    assert!(!anew.text().contains(&format!("**{code}**")), "{}", anew.text());
    assert!(anew.text().contains("Checked in: 2 (1 said they’re going)"), "{}", anew.text());
    let given = [("event", "1".into())];
    let refused = scene.town.meanwhile(scene.ana.slash_hidden(scene.town.general, "event checkin", &given)).await;
    assert!(!refused.expect("an answer").text().contains("**"), "no code for members");

    scene.town.pass(4 * HOUR).await;
    let late = scene.press(&scene.ana, &rating(&scene), "4 ★").await;
    assert!(late.text().starts_with("You gave “Picnic” 4 of 5 stars."), "{}", late.text());
    let outcome = "SELECT came * 100 + first_timers * 10 + no_shows FROM event_outcomes";
    assert_eq!(scene.town.number(outcome).await, 221);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn those_who_came_say_how_it_was_and_fewer_than_five_are_not_averaged() {
    let scene = scene().await;
    let card = scene.publish(&[("starts", "in 1 hour".into()), ("duration", "1h".into())]).await;
    scene.command(&scene.olga, "event checkin", &[("event", "1".into()), ("by", "button".into())]).await;
    scene.town.pass(30 * MINUTE).await;
    let mut people = vec![scene.ana.clone(), scene.bob.clone()];
    people.extend((1..=3).map(|number| scene.town.member(&format!("person{number}"))));
    for person in &people {
        let answer = scene.press(person, &card, "Check in").await;
        assert_eq!(answer.text(), "You’re checked in at “Raid”.");
    }
    scene.town.pass(3 * HOUR).await;
    let absent = scene.press(&scene.eve, &rating(&scene), "5 ★").await;
    assert_snapshot!(absent.text(), @"Only people who were at this event can rate it.");
    for person in &people[..4] {
        scene.press(person, &rating(&scene), "5 ★").await;
    }
    scene.town.pass(20 * SECOND).await;
    assert!(!rating(&scene).text().contains("of 5, from"), "{}", rating(&scene).text());
    let rated = scene.press(&people[4], &rating(&scene), "2 ★").await;
    assert_snapshot!(rated.text(), @"
    You gave “Raid” 2 of 5 stars. Press another number to change it.
    [Add words] [Remove my rating]
    ");
    let form = scene.town.click(&people[4], &rated, "Add words").await;
    assert_snapshot!(scene.submit(&people[4], &form, &[("words", "Too *loud*.")]).await.text(), @"
    Thanks. The organizers can read your words without your name.
    [Remove my rating]
    ");
    scene.town.pass(20 * SECOND).await;
    assert_snapshot!(rating(&scene).text(), @"
    How was “Raid”?
    5 people came.
    First time at an event here: 5
    If you were there, press a number of stars. Your name isn’t shown.
    Rating: 4.4 of 5, from 5 people
    About event #1
    [1 ★] [2 ★] [3 ★] [4 ★] [5 ★]
    ");
    let attendees = scene.command(&scene.olga, "event attendees", &[("event", "1".into())]).await;
    let kept = scene.choose(&scene.olga, &attendees, "Keep as feedback …", "Too *loud*.").await;
    assert_snapshot!(kept.text(), @"Kept as feedback: 1. The team sees it with `/feedback list`.");
    let again = scene.choose(&scene.olga, &attendees, "Keep as feedback …", "Too *loud*.").await;
    assert!(again.text().starts_with("These words can’t be kept as feedback"), "{}", again.text());
    let theme = scene.command(&scene.town.guild.owner(), "feedback theme", &[("theme", "1".into())]).await;
    assert!(
        theme.text().contains("#1 Comments on events") && theme.text().contains("“Too *loud*.”"),
        "{}",
        theme.text()
    );
    scene.town.click(&people[4], &rated, "Remove my rating").await;
    scene.town.pass(20 * SECOND).await;
    assert!(!rating(&scene).text().contains("of 5, from"));
    scene.town.pass(15 * DAY).await;
    let late = scene.press(&scene.ana, &rating(&scene), "1 ★").await;
    assert_snapshot!(late.text(), @"This event was too long ago to rate.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_declines_to_be_counted_is_not() {
    let scene = scene().await;
    let room = voice_event(&scene).await;
    scene.command(&scene.ana, "privacy opt-out", &[]).await;
    scene.town.pass(HOUR + MINUTE).await;
    scene.ana.joins_voice(room).unwrap();
    scene.town.pass(Duration::from_secs(3 * 3_600)).await;
    assert_eq!(scene.town.number("SELECT count(*) FROM event_presence").await, 0);
}
