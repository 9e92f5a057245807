//! The real binary is killed while a theme is on its way to the tracker: it is sent again with the same key, and noted once.

use steward::sandbox::{Answer, AnswerKind, rights};

use crate::support::process::House;
use crate::support::tracker::{Says, Tracker};

const SENT: &str = "SELECT count(*) FROM feedback_handovers WHERE state = 'sent'";
const PENDING: &str = "SELECT count(*) FROM feedback_handovers WHERE state = 'pending'";

fn button(answer: Answer, label: &str) -> Answer {
    assert!(answer.text().contains(&format!("[{label}]")), "{}", answer.text());
    answer
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_on_the_way_it_is_sent_again_with_the_same_key() {
    let tracker = Tracker::start().await;
    let house = House::new().await;
    let url = tracker.url();
    house.settings(&format!(
        "[gateway]\nidentify_backoff_min_s = 1\n[feedback.webhook]\nurl = \"{url}\"\nallow_private = true\n"
    ));
    let manager =
        house.guild.person("magnus", &[house.guild.role("Managers", rights::MANAGE_GUILD | rights::MANAGE_MESSAGES)]);
    let steward = house.start_ready().await;
    let preview =
        manager.slash(house.general, "feedback add", &[("text", "The export lost my file".into())]).await.unwrap();
    let form = manager.clicks(&button(preview, "New theme"), "New theme").await.unwrap();
    assert_eq!(form.kind, AnswerKind::Form);
    let titled = manager.submits(&form, &[("title", "Export loses files")]).await.unwrap();
    manager.clicks(&button(titled.now(), "Save"), "Save").await.unwrap();
    let theme = manager.slash(house.general, "feedback theme", &[("theme", "1".into())]).await.unwrap();

    tracker.says([Says::Nothing]);
    manager.clicks(&button(theme, "Hand over"), "Hand over").await.unwrap();
    tracker.until(1).await;
    steward.kill().await;
    assert_eq!(house.number(PENDING).await, 1, "it was noted before it was sent");

    let steward = house.start_ready().await;
    tracker.until(2).await;
    house.until_number(SENT, 1).await;
    let keys: Vec<String> = tracker.sent().iter().map(|sent| sent.header("idempotency-key").to_owned()).collect();
    assert_eq!(keys.len(), 2);
    assert_eq!(keys[0], keys[1]);
    assert!(!steward.said().contains(&url), "{}", steward.said());
    steward.kill().await;

    // Once it is noted as sent, nothing sends it anew.
    let steward = house.start_ready().await;
    house.until_number("SELECT count(*) FROM jobs WHERE kind = 'feedback.hand_over'", 0).await;
    assert_eq!(tracker.sent().len(), 2);
    steward.kill().await;
}
