//! What goes beyond the session itself: answers written ahead and given later, tags, recordings, blocks and series.

use insta::assert_snapshot;
use steward::sandbox::Answer;

use super::whole::file;
use super::{HOUR, MINUTE, SECOND, Scene, scene};

const DAY: std::time::Duration = std::time::Duration::from_hours(24);

impl Scene {
    async fn close(&self) -> Answer {
        let closed = self.command(&self.moderator, "ama close", &[]).await;
        self.town.pass(5 * SECOND).await;
        closed
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_left_is_answered_for_seven_days_and_the_transcript_follows() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    scene.approved(&scene.ana, "When does the map open?").await;
    scene.approved(&scene.bob, "Who draws the posters?").await;
    scene.close().await;
    let transcript = scene.post("Transcript");
    assert_eq!(transcript.labels(), ["Answer later"]);
    let refused = scene.press(&scene.eve, &transcript, "Answer later").await;
    assert!(refused.text().contains("Only hosts of this AMA"), "{}", refused.text());

    scene.town.pass(DAY).await;
    let panel = scene.press(&scene.host, &transcript, "Answer later").await;
    assert_snapshot!(panel.text(), @"
    Host panel: The new map
    Waiting for an answer: 2
    Answered: 0
    Waiting for review: 0
    You can still answer until 23 November 2026 09:06.
    [Next by votes] [Next by time] [Recording] [Send to feedback]
    (Pick: 1. When does the map open? | 2. Who draws the posters?)
    (Prepare an answer: 1. When does the map open? | 2. Who draws the posters?)
    ");
    let kept = scene.click(&scene.host, &panel, "Next by time").await;
    assert_eq!(kept.labels(), ["Answer"], "nothing is said aloud any more");
    let form = scene.click(&scene.host, &kept, "Answer").await;
    scene.submit(&scene.host, &form, &[("text", "In spring.")]).await;
    scene.town.pass(10 * SECOND).await;
    assert!(scene.texts().iter().any(|text| text.contains("In spring.")));
    let post = scene.post("Transcript");
    assert_snapshot!(post.text(), @"
    Transcript: The new map
    Questions: 2
    People who asked: 2
    Votes: 0
    Answered: 1
    Median wait for an answer: 24 h
    Not answered: 1: 2. Who draws the posters?
    (file ama-1.md)
    (file ama-1.csv)
    [Answer later]
    ");
    assert!(file(&post, ".md").contains("In spring."), "{}", file(&post, ".md"));
    let told = scene.town.sandbox.dms(&scene.ana);
    assert!(told.iter().any(|dm| dm.text().contains("was answered in")), "{told:#?}");
    let list = scene.command(&scene.moderator, "ama list", &[]).await;
    assert!(list.text().contains("1 of 2 answered"), "{}", list.text());

    let panel = scene.panel(&scene.host).await;
    let kept = scene.click(&scene.host, &panel, "Next by time").await;
    let form = scene.click(&scene.host, &kept, "Answer").await;
    scene.town.pass(6 * DAY).await;
    let late = scene.submit(&scene.host, &form, &[("text", "Too late.")]).await;
    assert!(late.text().contains("This AMA closed") && late.text().contains("Too late."), "{}", late.text());
    assert_eq!(scene.post("Transcript").labels(), [""; 0], "the time for it is over");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_is_written_ahead_and_posted_when_its_host_says_so() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[("starts", "in 3 hours".into())]).await;
    scene.command(&scene.moderator, "ama hosts add", &[("member", (&scene.bob).into())]).await;
    scene.approved(&scene.ana, "When does the map open?").await;
    let panel = scene.panel(&scene.host).await;
    let form = scene.choose(&scene.host, &panel, "Prepare an answer", "1. When does the map open?").await;
    let kept = scene.submit(&scene.host, &form, &[("text", "In spring.")]).await;
    assert!(kept.text().contains("Answers you’ve prepared: 1"), "{}", kept.text());
    assert!(scene.texts().iter().all(|text| !text.contains("In spring.")));
    // It can be written better before.
    let form = scene.choose(&scene.host, &kept, "Prepare an answer", "1. When does the map open?").await;
    assert!(form.text().contains("In spring."), "{}", form.text());
    scene.submit(&scene.host, &form, &[("text", "In *early* spring.")]).await;

    scene.town.pass(3 * HOUR).await;
    let other = scene.panel(&scene.bob).await;
    assert!(!other.text().contains("prepared"), "nobody else knows of it: {}", other.text());
    let kept = scene.choose(&scene.bob, &other, "Pick", "1. When does the map open?").await;
    assert!(!kept.labels().contains(&"Post prepared answer"));
    scene.town.pass(11 * MINUTE).await;
    let panel = scene.panel(&scene.host).await;
    let kept = scene.click(&scene.host, &panel, "Next by votes").await;
    assert_eq!(kept.labels(), ["Now answering", "Answer", "Post prepared answer", "Answered live"]);
    scene.click(&scene.host, &kept, "Post prepared answer").await;
    scene.town.pass(5 * SECOND).await;
    assert_snapshot!(scene.post("Answer by").text(), @r"
    **1.** **When does the map open?**
    Answer by @hana

    In *early* spring.
    ");
    assert_eq!(scene.town.number("SELECT count(*) FROM ama_prepared").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tags_are_given_in_review_and_help_to_choose() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    scene.approved(&scene.ana, "When does the map open?").await;
    scene.approved(&scene.bob, "Who draws the posters?").await;
    let card = scene.card("map open");
    assert_eq!(card.labels(), ["Reject", "Merge", "Tag", "Block asker"]);
    let form = scene.press(&scene.moderator, &card, "Tag").await;
    let back = scene.submit(&scene.moderator, &form, &[("tags", "a, b, c, d, e, f")]).await;
    assert_snapshot!(back.text(), @"
    A question can have up to 5 tags. Remove some and send it again.
    What you typed
    a, b, c, d, e, f
    ");
    scene.submit(&scene.moderator, &form, &[("tags", "#Map, *idea* , map")]).await;
    scene.town.pass(5 * SECOND).await;
    assert_snapshot!(scene.card("map open").text(), @r"
    Question in “The new map”
    Approved
    Reviewed by @mira
    Question: When does the map open?
    Asker: Asked by @ana
    Tags: map, *idea*
    [Reject] [Merge] [Tag] [Block asker]
    ");
    let panel = scene.panel(&scene.host).await;
    let filtered = scene.choose(&scene.host, &panel, "Filter by tag", "map (1)").await;
    assert!(filtered.text().contains("Only questions tagged “map”"), "{}", filtered.text());
    assert!(!filtered.text().contains("posters"), "{}", filtered.text());
    let all = scene.choose(&scene.host, &filtered, "Filter by tag", "All questions").await;
    assert!(all.text().contains("posters"), "{}", all.text());
    let kept = scene.choose(&scene.host, &filtered, "Pick", "1. When does the map open?").await;
    assert!(kept.text().contains("tags: map"), "{}", kept.text());
    scene.click(&scene.host, &kept, "Answered live").await;
    scene.close().await;
    let post = scene.post("Transcript");
    assert!(file(&post, ".md").contains(r"tags: map, \*idea\*"), "{}", file(&post, ".md"));
    assert!(file(&post, ".csv").contains(",\"map, *idea*\""), "{}", file(&post, ".csv"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_transcript_leads_to_the_recording_with_the_moments_in_it() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    scene.approved(&scene.ana, "When does the map open?").await;
    scene.approved(&scene.bob, "Who draws the posters?").await;
    let panel = scene.panel(&scene.host).await;
    let kept = scene.click(&scene.host, &panel, "Next by time").await;
    let kept = scene.click(&scene.host, &kept, "Now answering").await;
    scene.town.pass(5 * MINUTE).await;
    let panel = scene.click(&scene.host, &kept, "Answered live").await;
    let kept = scene.click(&scene.host, &panel, "Next by time").await;
    let form = scene.click(&scene.host, &kept, "Answer").await;
    scene.submit(&scene.host, &form, &[("text", "Olga does.")]).await;
    scene.close().await;

    let panel = scene.panel(&scene.host).await;
    let form = scene.click(&scene.host, &panel, "Recording").await;
    let back = scene.submit(&scene.host, &form, &[("address", "video.example/3")]).await;
    assert_snapshot!(back.text(), @"
    That isn’t a link I can show. Use one that begins with `https://` and isn’t a server invite.
    What you typed
    video.example/3
    ");
    scene.submit(&scene.host, &form, &[("address", "https://video.example/watch?v=3")]).await;
    scene.town.pass(5 * SECOND).await;
    let post = scene.post("Transcript");
    assert!(post.text().contains("Recording: <https://video.example/watch?v=3>"), "{}", post.text());
    let text = file(&post, ".md");
    let lines: Vec<&str> = text.lines().filter(|line| line.contains("Recording") || line.contains("start")).collect();
    let lines: Vec<String> = lines.iter().map(|line| super::whole::without_ids(line)).collect();
    assert_snapshot!(lines.join("\n"), @"
    - Recording: <https://video.example/watch?v=3>
    **Answered live, 0:06:13 after the start**
    **Answer by @somebody · 0:11:13 after the start**
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_cannot_ask_is_listed_and_can_ask_again() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    let empty = scene.command(&scene.moderator, "ama block", &[]).await;
    assert_snapshot!(empty.text(), @"
    Can’t ask in “The new map”
    Everyone can ask.
    ");
    scene.ask(&scene.bob, "Ask anonymously", "Why not?").await;
    scene.press(&scene.moderator, &scene.card("Why not?"), "Block asker").await;
    let list = scene.command(&scene.moderator, "ama block", &[("member", (&scene.eve).into())]).await;
    assert_snapshot!(super::whole::without_ids(list.text()), @"
    Can’t ask in “The new map”
    @eve · blocked by @mira
    Whoever asked “Why not?” · blocked by @mira
    (Unblock: Member somebody | Whoever asked “Why not?”)
    ");
    let again = scene.command(&scene.moderator, "ama block", &[("member", (&scene.eve).into())]).await;
    assert_snapshot!(again.text(), @"@eve already can’t ask in this AMA.");
    for person in [&scene.eve, &scene.bob] {
        let refused = scene.ask(person, "Ask", "And now?").await;
        assert!(refused.text().contains("You can’t ask in this AMA."), "{}", refused.text());
    }
    let label = format!("Member {}", scene.eve.id());
    let list = scene.choose(&scene.moderator, &list, "Unblock", &label).await;
    let list = scene.choose(&scene.moderator, &list, "Unblock", "Whoever asked “Why not?”").await;
    assert!(list.text().contains("Everyone can ask."), "{}", list.text());
    for person in [&scene.eve, &scene.bob] {
        let receipt = scene.ask(person, "Ask", "And now?").await;
        assert!(receipt.text().contains("Your question is saved"), "{}", receipt.text());
    }
    let refused = scene.host.slash_hidden(scene.town.general, "ama block", &[]).await.unwrap();
    assert!(refused.text().contains("Only moderators and managers"), "{}", refused.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_series_goes_on_until_it_is_ended() {
    let scene = scene().await;
    let weekly = [("starts", "in 3 hours".into()), ("repeat", "weekly".into())];
    let preview = scene.preview(&scene.moderator, &weekly).await;
    assert!(preview.text().contains("It repeats weekly. The next one is created when this one closes."));
    scene.publish(&scene.moderator, &weekly).await;
    scene.town.pass(6 * HOUR).await;
    let list = scene.command(&scene.moderator, "ama list", &[]).await;
    assert_snapshot!(list.text(), @"
    AMAs
    **#2 The new map** · #general · starts in 6 days · repeats weekly
    **#1 The new map** · #general · closed 1 hour ago, 0 of 0 answered
    ");
    // One that is called off is skipped.
    let closed = scene.command(&scene.moderator, "ama close", &[("session", "2".into())]).await;
    assert_snapshot!(closed.text(), @"
    “The new map” (AMA #2) is closed. The transcript is on its way.
    The next one of the series starts 30 November 2026 12:00.
    ");
    let ended =
        scene.command(&scene.moderator, "ama edit", &[("session", "3".into()), ("repeat", "never".into())]).await;
    assert_snapshot!(ended.text(), @"
    “The new map” is changed. It closes 30 November 2026 14:00.
    Answers begin 30 November 2026 12:00.
    It doesn’t repeat.
    ");
    scene.town.pass(20 * DAY).await;
    assert_eq!(scene.town.number("SELECT count(*) FROM ama_sessions").await, 3);
    assert_eq!(scene.town.number("SELECT count(*) FROM ama_sessions WHERE state = 'closed'").await, 3);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_waits_where_reviewers_find_it_also_without_a_mod_log() {
    let scene = scene().await;
    let owner = scene.town.guild.owner();
    let none = [("setting", "mod_log".into()), ("value", "default".into())];
    scene.command(&owner, "setup set", &none).await;
    let preview = scene.preview(&scene.moderator, &[]).await;
    assert!(preview.text().contains("Questions wait for review in the **Host panel**."), "{}", preview.text());
    let (setting, value) = (("setting", "ama_review".into()), ("value", scene.team.to_string().into()));
    scene.command(&owner, "setup set", &[setting, value]).await;
    let preview = scene.preview(&scene.moderator, &[]).await;
    assert!(!preview.text().contains("Host panel"), "{}", preview.text());
    scene.publish(&scene.moderator, &[]).await;
    scene.approved(&scene.ana, "When does the map open?").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_its_thread_a_session_goes_on_in_the_channel() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    scene.approved(&scene.ana, "When does the map open?").await;
    scene.approved(&scene.bob, "Who draws the posters?").await;
    scene.town.guild.delete_channel(scene.thread());
    scene.town.pass(5 * SECOND).await;
    let panel = scene.panel(&scene.host).await;
    let kept = scene.click(&scene.host, &panel, "Next by time").await;
    let form = scene.click(&scene.host, &kept, "Answer").await;
    scene.submit(&scene.host, &form, &[("text", "In spring.")]).await;
    scene.town.pass(MINUTE).await;
    let texts = || -> Vec<String> {
        let all = scene.town.sandbox.messages(scene.town.general, &scene.ana);
        all.iter().map(|shown| shown.text().to_owned()).collect()
    };
    let times = |words: &str| texts().iter().filter(|text| text.contains(words)).count();
    assert_eq!(times("In spring."), 1, "{:#?}", texts());
    assert_eq!(times("Top questions: The new map"), 1, "{:#?}", texts());
    assert_eq!(texts().iter().filter(|text| text.starts_with("**Who draws the posters?**")).count(), 1);
    assert!(!scene.prompt().text().contains("Questions and answers"), "{}", scene.prompt().text());
    scene.command(&scene.moderator, "ama close", &[]).await;
    scene.town.pass(MINUTE).await;
    assert_eq!(times("Transcript"), 1, "{:#?}", texts());
}
