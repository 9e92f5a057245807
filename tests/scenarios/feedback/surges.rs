//! Many more people than usual speak of one thing: the team is told once, at the right moment.

use std::time::Duration;

use insta::assert_snapshot;
use steward::sandbox::{Person, Shown};

use super::{DAY, SECOND, Scene, scene};

const HOUR: Duration = Duration::from_secs(3_600);

impl Scene {
    /// Somebody new says the same about the export.
    async fn another(&self, number: usize) -> Person {
        let person = self.town.member(&format!("guest{number}"));
        self.town.settled().await;
        let text = format!("The export lost file {number}");
        if number == 1 {
            self.tagged(&person, &text, "Export loses files").await;
        } else {
            self.tagged_under(&person, &text, "#1 Export loses files").await;
        }
        person
    }

    fn alerts(&self) -> Vec<Shown> {
        self.cards().into_iter().filter(|card| card.text().contains("Many people speak")).collect()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_theme_that_surges_is_told_once_and_again_when_the_people_have_doubled() {
    let scene = scene().await;
    for number in 1..=4 {
        scene.another(number).await;
    }
    assert_eq!(scene.alerts().len(), 0, "a new theme needs five");
    scene.another(5).await;
    let told = scene.alerts();
    assert_eq!(told.len(), 1);
    assert_snapshot!(told[0].text(), @"
    Many people speak of this: #1 Export loses files
    **People in the last 7 days:** 5 · **Usual in a week:** 0.0

    **First** 50 seconds ago
    “The export lost file 1”
    https://discord.com/channels/1571812068556800003/1571812068556800005/1571812110499840109

    **Latest** 10 seconds ago
    “The export lost file 5”
    https://discord.com/channels/1571812068556800003/1571812068556800005/1571812278272000135
    [Acknowledge] [Snooze] [Hand over]
    ");
    for number in 6..=9 {
        scene.another(number).await;
    }
    assert_eq!(scene.alerts().len(), 1, "of each surge once");
    scene.another(10).await;
    assert_eq!(scene.alerts().len(), 2, "the people have doubled");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_loud_person_and_a_backlog_are_no_surge() {
    let mut scene = scene().await;
    for number in 1..=6 {
        let text = format!("The export lost file {number}, again");
        if number == 1 {
            scene.tagged(&scene.ana, &text, "Export loses files").await;
        } else {
            scene.tagged_under(&scene.ana, &text, "#1 Export loses files").await;
        }
    }
    assert_eq!(scene.alerts().len(), 0, "one loud person");

    // Said long ago, by many, and tagged on one day.
    let mut said = Vec::new();
    for number in 0..8 {
        let person = scene.town.member(&format!("old{number}"));
        scene.town.settled().await;
        said.push(scene.says(&person, "My export lost files").await);
    }
    scene.town.be_off_for(9 * DAY).await;
    for message in said {
        let preview = scene.tag(&scene.helper, message).await;
        let chosen = scene.choose(&scene.helper, &preview, "Theme", "#1 Export loses files").await;
        scene.click(&scene.helper, &chosen, "Save").await;
    }
    scene.town.pass(10 * SECOND).await;
    assert_eq!(scene.alerts().len(), 0, "a backlog");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_alert_is_lost_to_quiet_hours() {
    let scene = scene().await;
    // From 10:00 in the morning, where every story begins, to 23:00.
    scene.town.pass(13 * HOUR).await;
    for number in 1..=5 {
        scene.another(number).await;
    }
    assert_eq!(scene.alerts().len(), 0, "people sleep");
    scene.town.pass(10 * HOUR).await;
    assert_eq!(scene.alerts().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_told_of_what_was_closed_overnight() {
    let scene = scene().await;
    scene.town.pass(13 * HOUR).await;
    for number in 1..=5 {
        scene.another(number).await;
    }
    scene.command(&scene.manager, "feedback status", &[("theme", "1".into()), ("status", "shipped".into())]).await;
    scene.town.pass(10 * HOUR).await;
    assert_eq!(scene.alerts().len(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_team_sees_to_an_alert() {
    let scene = scene().await;
    for number in 1..=5 {
        scene.another(number).await;
    }
    let alert = scene.alerts().pop().and_then(|alert| alert.id).expect("an alert");
    let press = async |by: &Person, label: &str| {
        let answer = scene.town.meanwhile(by.clicks(alert, label)).await.unwrap();
        scene.town.pass(10 * SECOND).await;
        answer
    };
    let helper = press(&scene.helper, "Acknowledge").await;
    assert_snapshot!(helper.text(), @"Only managers can do this: the owner of the server and people with the permission “Manage Server”.");
    let snoozed = press(&scene.manager, "Snooze").await;
    assert_snapshot!(snoozed.text(), @"I’ll post this again in 24 hours, unless the theme is closed or someone has seen to it.");
    assert_snapshot!(scene.alerts()[0].text(), @"
    Many people speak of this: #1 Export loses files
    **People in the last 7 days:** 5 · **Usual in a week:** 0.0

    **First** 1 minute ago
    “The export lost file 1”
    https://discord.com/channels/1571812068556800003/1571812068556800005/1571812110499840109

    **Latest** 30 seconds ago
    “The export lost file 5”
    https://discord.com/channels/1571812068556800003/1571812068556800005/1571812278272000135

    @magnus has snoozed this for a day.
    [Hand over]
    ");
    scene.town.pass(DAY + HOUR).await;
    assert_eq!(scene.alerts().len(), 2, "it comes again");

    let again = scene.alerts().pop().and_then(|alert| alert.id).expect("an alert");
    let seen = scene.town.meanwhile(scene.manager.clicks(again, "Acknowledge")).await.unwrap();
    assert_snapshot!(seen.text(), @"Noted that you’ve seen this.");
    let packet = press(&scene.manager, "Hand over").await;
    assert_snapshot!(packet.text(), @"
    Here’s what to hand over, as text and as JSON. It names no one, and quotes only what everyone can read.
    (file theme-1.md)
    (file theme-1.json)
    ");
    let file = |at: usize| String::from_utf8(packet.files[at].bytes.clone()).unwrap();
    assert_snapshot!(file(0), @"
    # Export loses files

    - People behind it, each counted once: 5 (feedback: 5)
    - People in the last 7 days: 5; in the four weeks before: 0, 0, 0, 0
    - Status: open

    >     The export lost file 5
    > — 2026-11-16T09:00:50Z https://discord.com/channels/1571812068556800003/1571812068556800005/1571812278272000135

    >     The export lost file 4
    > — 2026-11-16T09:00:40Z https://discord.com/channels/1571812068556800003/1571812068556800005/1571812236328960129

    >     The export lost file 3
    > — 2026-11-16T09:00:30Z https://discord.com/channels/1571812068556800003/1571812068556800005/1571812194385920123

    >     The export lost file 2
    > — 2026-11-16T09:00:20Z https://discord.com/channels/1571812068556800003/1571812068556800005/1571812152442880117

    >     The export lost file 1
    > — 2026-11-16T09:00:10Z https://discord.com/channels/1571812068556800003/1571812068556800005/1571812110499840109
    ");
    assert_snapshot!(file(1), @r#"
    {
      "items": 5,
      "people": 5,
      "people_four_weeks_before": [
        0,
        0,
        0,
        0
      ],
      "people_last_7_days": 5,
      "quotes": [
        {
          "is_quote": true,
          "link": "https://discord.com/channels/1571812068556800003/1571812068556800005/1571812278272000135",
          "said_at": "2026-11-16T09:00:50Z",
          "text": "The export lost file 5"
        },
        {
          "is_quote": true,
          "link": "https://discord.com/channels/1571812068556800003/1571812068556800005/1571812236328960129",
          "said_at": "2026-11-16T09:00:40Z",
          "text": "The export lost file 4"
        },
        {
          "is_quote": true,
          "link": "https://discord.com/channels/1571812068556800003/1571812068556800005/1571812194385920123",
          "said_at": "2026-11-16T09:00:30Z",
          "text": "The export lost file 3"
        },
        {
          "is_quote": true,
          "link": "https://discord.com/channels/1571812068556800003/1571812068556800005/1571812152442880117",
          "said_at": "2026-11-16T09:00:20Z",
          "text": "The export lost file 2"
        },
        {
          "is_quote": true,
          "link": "https://discord.com/channels/1571812068556800003/1571812068556800005/1571812110499840109",
          "said_at": "2026-11-16T09:00:10Z",
          "text": "The export lost file 1"
        }
      ],
      "reason": null,
      "schema": 1,
      "status": "open",
      "tags": [],
      "theme": 1,
      "title": "Export loses files"
    }
    "#);
    assert!(!file(0).contains("guest") && !file(1).contains("guest"), "it names nobody");
}
