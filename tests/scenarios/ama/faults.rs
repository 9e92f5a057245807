//! Sessions when everything happens at once, or while something is gone: an answer and a transcript are posted once, and
//! nothing typed is lost.

use std::time::Duration;

use steward::sandbox::Person;

use sqlx::SqliteConnection;

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

/// What came of it, and how long it took.
async fn timed<T>(act: impl Future<Output = T>) -> (T, Duration) {
    let since = steward::clock::monotonic();
    (act.await, since.elapsed())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_session_of_a_thousand_questions_and_five_thousand_votes_answers_in_time() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[("review", false.into())]).await;
    // Asked by the hundred before; the last of them are asked and voted for as people do it.
    let (guild, now) = (scene.town.guild.id(), scene.town.clock.now());
    let questions = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 990)
        INSERT INTO ama_questions (question_id, session_id, guild_id, number, shown, member_id, text, state, asked_at,
                                   appeared_at)
        SELECT i * 1000003, 1, ?, i, 'hidden', 900000000000000000 + i,
               'What about subject ' || i || ' of the ' || (i * 7919 % 1000) || ' that there are?', 'approved', ?, ?
        FROM n";
    let votes = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4900)
        INSERT INTO upvotes (guild_id, feature, row, member_id, at)
        SELECT ?, 'ama', (i * i % 990 + 1) * 1000003, 800000000000000000 + i, ? FROM n";
    let seed = async move |tx: &mut SqliteConnection| {
        sqlx::query(questions).bind(guild).bind(now).bind(now).execute(&mut *tx).await?;
        sqlx::query("UPDATE ama_sessions SET last_number = 990").execute(&mut *tx).await?;
        sqlx::query(votes).bind(guild).bind(now).execute(&mut *tx).await?;
        steward::error::Result::Ok(())
    };
    scene.town.app().db.write(seed).await.unwrap();
    let people: Vec<Person> = (0..10).map(|number| scene.town.member(&format!("p{number}"))).collect();
    scene.town.settled().await;
    let edits = || scene.town.sandbox.calls("PATCH /channels/*/messages/*").len();
    let (before, begun) = (edits(), scene.town.clock.now());
    let mut longest = Duration::ZERO;
    let mut posts = Vec::new();
    for (number, person) in people.iter().enumerate() {
        let text = format!("Where is the {number}. garden of winter?");
        let form = scene.press(person, &scene.prompt(), "Ask").await;
        let (receipt, took) = timed(scene.submit(person, &form, &[("text", &text)])).await;
        assert!(receipt.text().contains("Your question is"), "{}", receipt.text());
        longest = longest.max(took);
        scene.town.pass(SECOND).await;
        posts.push(text);
    }
    let found = scene.texts();
    let first = posts.iter().find(|text| found.iter().any(|post| post.contains(text.as_str()))).expect("a question");
    let post = scene.post(first);
    for person in &people {
        let label = scene.now(&post).labels()[0].to_owned();
        let (voted, took) = timed(scene.press(person, &post, &label)).await;
        assert!(voted.text().contains("You upvoted"), "{}", voted.text());
        longest = longest.max(took);
    }
    let (panel, took) = timed(scene.press(&scene.host, &scene.prompt(), "Host panel")).await;
    longest = longest.max(took);
    assert!(panel.text().contains("Waiting for an answer: 991"), "{}", panel.text());
    assert!(longest < Duration::from_secs(1), "{longest:?}");
    scene.town.pass(MINUTE).await;
    let boards = |shown: &steward::sandbox::Shown| shown.text().starts_with("Top questions");
    assert_eq!(scene.posts().iter().filter(|shown| boards(shown)).count(), 1);
    let seconds = usize::try_from(scene.town.clock.now().since(begun) / 1_000).unwrap();
    assert!(edits() - before <= seconds / 3 + 15, "{} edits in {seconds} s", edits() - before);
    scene.command(&scene.moderator, "ama close", &[]).await;
    scene.town.pass(MINUTE).await;
    let post = scene.post("Transcript");
    let rows = super::whole::file(&post, ".csv").lines().count();
    assert!(rows > 990, "{rows}");
}
