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
    assert_snapshot!(told[0].text(), @"");
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
    assert_snapshot!(helper.text(), @"");
    let snoozed = press(&scene.manager, "Snooze").await;
    assert_snapshot!(snoozed.text(), @"");
    assert_snapshot!(scene.alerts()[0].text(), @"");
    scene.town.pass(DAY + HOUR).await;
    assert_eq!(scene.alerts().len(), 2, "it comes again");

    let again = scene.alerts().pop().and_then(|alert| alert.id).expect("an alert");
    let seen = scene.town.meanwhile(scene.manager.clicks(again, "Acknowledge")).await.unwrap();
    assert_snapshot!(seen.text(), @"");
    let packet = press(&scene.manager, "Hand over").await;
    assert_snapshot!(packet.text(), @"");
    let file = |at: usize| String::from_utf8(packet.files[at].bytes.clone()).unwrap();
    assert_snapshot!(file(0), @"");
    assert_snapshot!(file(1), @"");
    assert!(!file(0).contains("guest") && !file(1).contains("guest"), "it names nobody");
}
