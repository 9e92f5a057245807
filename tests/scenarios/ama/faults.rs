//! Sessions when everything happens at once, or while something is gone: an answer and a transcript are posted once, and
//! nothing typed is lost.

use std::time::Duration;

use steward::sandbox::Person;

use super::{HOUR, MINUTE, SECOND, scene};
use crate::support::join_all;

const POST: &str = "POST /channels/*/messages";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_answers_at_the_same_instant_one_counts_and_the_other_comes_back() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    scene.command(&scene.moderator, "ama hosts add", &[("member", (&scene.bob).into())]).await;
    scene.approved(&scene.ana, "When does the map open?").await;
    let mut forms = Vec::new();
    for host in [&scene.host, &scene.bob] {
        let panel = scene.panel(host).await;
        let kept = scene.click(host, &panel, "Next by votes").await;
        forms.push((host, scene.click(host, &kept, "Answer").await));
        // The question is free again for the other one.
        scene.town.pass(11 * MINUTE).await;
    }
    let submits = forms.iter().map(async |(host, form)| host.submits(form, &[("text", "By hand.")]).await.unwrap());
    let answers = scene.town.meanwhile(join_all(submits)).await;
    scene.town.pass(5 * SECOND).await;
    assert_eq!(answers.iter().filter(|answer| answer.now().text().contains("What you typed")).count(), 1);
    assert_eq!(scene.texts().iter().filter(|text| text.contains("By hand.")).count(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_that_is_sent_while_it_closes_is_kept_or_comes_back() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    let people: Vec<Person> = (0..20).map(|number| scene.town.member(&format!("p{number}"))).collect();
    scene.town.settled().await;
    let mut forms = Vec::new();
    for person in &people {
        forms.push((person, scene.press(person, &scene.prompt(), "Ask").await));
    }
    let asked = join_all(forms.iter().enumerate().map(async |(number, (person, form))| {
        tokio::time::sleep(Duration::from_millis(number as u64 * 4)).await;
        person.submits(form, &[("text", "Is this in time?")]).await.unwrap()
    }));
    let close = async {
        tokio::time::sleep(Duration::from_millis(40)).await;
        scene.moderator.slash(scene.town.general, "ama close", &[]).await.unwrap()
    };
    let (asked, _) = scene.town.meanwhile(async { tokio::join!(asked, close) }).await;
    scene.town.pass(MINUTE).await;
    let kept = asked.iter().filter(|answer| answer.text().contains("Your question is saved")).count();
    let back = asked.iter().filter(|answer| answer.text().contains("Is this in time?")).count();
    assert_eq!(back, 20, "everyone reads what they typed");
    assert_eq!(scene.town.number("SELECT count(*) FROM ama_questions").await, i64::try_from(kept).unwrap());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_discord_took_without_saying_so_is_posted_once() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    scene.town.sandbox.faults().fail_after_applying(POST, 1, 502);
    scene.approved(&scene.ana, "When does the map open?").await;
    scene.town.pass(MINUTE).await;
    let panel = scene.panel(&scene.host).await;
    let kept = scene.click(&scene.host, &panel, "Next by votes").await;
    let form = scene.click(&scene.host, &kept, "Answer").await;
    scene.town.sandbox.faults().fail_after_applying(POST, 1, 502);
    scene.submit(&scene.host, &form, &[("text", "In spring.")]).await;
    scene.town.pass(MINUTE).await;
    scene.town.sandbox.faults().fail_after_applying(POST, 1, 502);
    scene.command(&scene.moderator, "ama close", &[]).await;
    scene.town.pass(5 * MINUTE).await;
    for words in ["Asked by @ana", "In spring.", "Transcript"] {
        assert_eq!(
            scene.texts().iter().filter(|text| text.contains(words)).count(),
            1,
            "{words}: {:#?}",
            scene.texts()
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_goes_on_after_every_restart() {
    let mut scene = scene().await;
    scene.publish(&scene.moderator, &[("starts", "in 3 hours".into())]).await;
    scene.town.restart().await;
    scene.approved(&scene.ana, "When does the new map open?").await;
    scene.ask(&scene.bob, "Ask", "When does the new map open for us?").await;
    scene.town.restart().await;
    scene.town.pass(3 * MINUTE).await;
    assert!(scene.card("open for us").labels().contains(&"Approve"), "it was submitted by itself");
    scene.town.pass(3 * HOUR).await;
    let panel = scene.panel(&scene.host).await;
    let kept = scene.click(&scene.host, &panel, "Next by votes").await;
    let form = scene.click(&scene.host, &kept, "Answer").await;
    scene.town.restart().await;
    scene.submit(&scene.host, &form, &[("text", "In spring.")]).await;
    scene.town.pass(3 * HOUR).await;
    scene.town.restart().await;
    scene.town.pass(HOUR).await;
    for words in ["In spring.", "Transcript"] {
        assert_eq!(
            scene.texts().iter().filter(|text| text.contains(words)).count(),
            1,
            "{words}: {:#?}",
            scene.texts()
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_reviews_sealed_questions_cannot_tell_askers_apart() {
    let scene = scene().await;
    scene.publish(&scene.manager, &[("anonymity", "sealed".into())]).await;
    let asked = [(&scene.ana, "One?"), (&scene.bob, "Two?"), (&scene.eve, "Three?"), (&scene.ana, "Four?")];
    for (person, text) in asked {
        scene.ask(person, "Ask anonymously", text).await;
    }
    scene.town.pass(2 * MINUTE + 10 * SECOND).await;
    // All that a reviewer sees of a question, but for its words and its row, is the same for everyone.
    let seen = |text: &str| {
        let card = scene.card(text);
        let labels = card.labels().join(" ");
        format!("{} {labels} {}", card.text().replace(text, "…"), card.edited)
    };
    let first = seen("One?");
    for (_, text) in asked {
        assert_eq!(seen(text), first);
    }
    // The rows say nothing of the order of asking.
    let rows =
        "SELECT count(*) FROM ama_questions WHERE question_id > 1000000 AND number IS NULL AND member_id IS NULL";
    assert_eq!(scene.town.number(rows).await, 4);
}
