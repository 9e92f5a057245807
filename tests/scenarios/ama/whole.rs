//! A whole session: two hosts, thirty people who ask, two hundred votes, a merge, a rejection, a question that was
//! restored, and the transcript of it all.

use insta::assert_snapshot;
use steward::sandbox::{Person, Shown};

use super::{HOUR, MINUTE, SECOND, Scene, scene};

const SUBJECTS: [&str; 30] = [
    "bread", "maps", "music", "winter", "prices", "servers", "phones", "pets", "boats", "storms", "castles", "recipes",
    "dragons", "lanterns", "bridges", "gardens", "teams", "badges", "posters", "voices", "markets", "tunnels",
    "islands", "mills", "ovens", "trains", "clocks", "kites", "puzzles", "holidays",
];

/// What stands in a file of a post.
pub fn file(post: &Shown, ending: &str) -> String {
    let file = post.files.iter().find(|file| file.name.ends_with(ending)).expect("the file");
    String::from_utf8(file.bytes.clone()).expect("UTF-8")
}

/// Without ids, which differ from run to run.
pub fn without_ids(text: &str) -> String {
    let parts = text.split_inclusive(|c: char| !c.is_ascii_digit());
    let part = |part: &str| {
        let digits = part.trim_end_matches(|c: char| !c.is_ascii_digit());
        if digits.len() >= 15 { part.replace(digits, "somebody") } else { part.to_owned() }
    };
    parts.map(part).collect()
}

impl Scene {
    /// Answers the next question of this host.
    async fn answer_next(&self, host: &Person, text: &str) {
        let panel = self.panel(host).await;
        let kept = self.click(host, &panel, "Next by votes").await;
        let form = self.click(host, &kept, "Answer").await;
        self.submit(host, &form, &[("text", text)]).await;
        self.town.pass(MINUTE).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_whole_session_ends_in_its_transcript() {
    let scene = scene().await;
    scene.publish(&scene.moderator, &[]).await;
    scene.command(&scene.moderator, "ama hosts add", &[("member", (&scene.bob).into())]).await;
    let people: Vec<Person> = (1..=30).map(|number| scene.town.member(&format!("asker-{number}"))).collect();
    scene.town.settled().await;
    for (person, subject) in people.iter().zip(SUBJECTS) {
        let form = scene.press(person, &scene.prompt(), "Ask anonymously").await;
        scene.submit(person, &form, &[("text", &format!("What about {subject}?"))]).await;
        scene.town.pass(SECOND).await;
    }

    // One is rejected and restored, all others are approved in the order of asking.
    let panel = scene.panel(&scene.moderator).await;
    let first = scene.click(&scene.moderator, &panel, "Review").await;
    let form = scene.click(&scene.moderator, &first, "Reject").await;
    let mut shown = scene.submit(&scene.moderator, &form, &[("reason", "Off topic.")]).await;
    for _ in 1..30 {
        shown = scene.click(&scene.moderator, &shown, "Next question").await;
        shown = scene.click(&scene.moderator, &shown, "Approve").await;
    }
    scene.town.pass(2 * MINUTE).await;
    scene.press(&scene.moderator, &scene.card("bread"), "Restore").await;
    scene.town.pass(5 * SECOND).await;
    scene.press(&scene.moderator, &scene.card("bread"), "Approve").await;
    scene.town.pass(5 * SECOND).await;
    let menu = scene.press(&scene.moderator, &scene.card("islands"), "Merge").await;
    scene.choose(&scene.moderator, &menu, "Merge into", "1. What about maps?").await;
    scene.town.pass(5 * SECOND).await;

    // Two hundred votes for eight questions.
    let posts: Vec<Shown> =
        SUBJECTS[1..9].iter().map(|subject| scene.post(&format!("What about {subject}?"))).collect();
    let pairs =
        posts.iter().enumerate().flat_map(|(place, post)| people[..30 - place].iter().map(move |by| (post, by)));
    let pairs: Vec<(&Shown, &Person)> = pairs.take(200).collect();
    let count = pairs.len();
    for (post, by) in pairs {
        let label = scene.now(post).labels()[0].to_owned();
        scene.press(by, &scene.now(post), &label).await;
    }
    scene.town.pass(MINUTE).await;
    assert_eq!(scene.town.number("SELECT count(*) FROM upvotes").await, i64::try_from(count).unwrap());
    assert_snapshot!(scene.post("Top questions").text(), @"
    Top questions: The new map
    **1.** What about maps? · 30 votes · asked 2 times
    **2.** What about music? · 29 votes
    **3.** What about winter? · 28 votes
    **4.** What about prices? · 27 votes
    **5.** What about servers? · 26 votes
    **6.** What about phones? · 25 votes
    **7.** What about pets? · 24 votes
    **8.** What about boats? · 11 votes
    **9.** What about storms?
    **10.** What about castles?
    Waiting for an answer: 29
    ");

    scene.answer_next(&scene.host, "In *spring*.").await;
    scene.answer_next(&scene.bob, "Every week.\n\nAnd more in winter.").await;
    scene.answer_next(&scene.host, "It opens in December.").await;
    scene.town.pass(2 * HOUR).await;
    let post = scene.post("Transcript");
    assert_snapshot!(post.text(), @"
    Transcript: The new map
    Questions: 30
    People who asked: 30
    Votes: 200
    Answered: 3
    Median wait for an answer: 5 min
    Not answered: 26:
    4. What about prices?
    5. What about servers?
    6. What about phones?
    7. What about pets?
    8. What about boats?
    9. What about storms?
    10. What about castles?
    11. What about recipes?
    12. What about dragons?
    13. What about lanterns?
    14. What about bridges?
    15. What about gardens?
    16. What about teams?
    17. What about badges?
    18. What about posters?
    (file ama-1.md)
    (file ama-1.csv)
    [Answer later]
    ");
    assert_snapshot!(without_ids(&file(&post, ".md")), @r#"
    # The new map

    - AMA #1
    - Host: @somebody
    - Host: @somebody
    - 2026-11-16T09:00:01Z – 2026-11-16T11:00:01Z
    - Questions: 30
    - People who asked: 30
    - Votes: 200
    - Answered: 3
    - Median wait for an answer: 5 min

    ## 1. What about maps?

    *Asked anonymously · 30 votes · asked 2 times*

    **Answer by @somebody**

    In \*spring\*.

    ## 2. What about music?

    *Asked anonymously · 29 votes*

    **Answer by @somebody**

    Every week.

    And more in winter.

    ## 3. What about winter?

    *Asked anonymously · 28 votes*

    **Answer by @somebody**

    It opens in December.

    ## Not answered: 26

    - 4. What about prices? (27 votes)
    - 5. What about servers? (26 votes)
    - 6. What about phones? (25 votes)
    - 7. What about pets? (24 votes)
    - 8. What about boats? (11 votes)
    - 9. What about storms?
    - 10. What about castles?
    - 11. What about recipes?
    - 12. What about dragons?
    - 13. What about lanterns?
    - 14. What about bridges?
    - 15. What about gardens?
    - 16. What about teams?
    - 17. What about badges?
    - 18. What about posters?
    - 19. What about voices?
    - 20. What about markets?
    - 21. What about tunnels?
    - 23. What about mills?
    - 24. What about ovens?
    - 25. What about trains?
    - 26. What about clocks?
    - 27. What about kites?
    - 28. What about puzzles?
    - 29. What about holidays?
    - 30. What about bread?
    "#);
    assert_snapshot!(without_ids(&file(&post, ".csv").lines().take(4).collect::<Vec<_>>().join("\n")), @r#"
    ﻿number,state,question,context,asked_by,votes,asked_times,answered_by,answered_at,minutes_after_opening,answer,tags
    1,answered,What about maps?,,,30,2,somebody,2026-11-16T09:03:50Z,3,In *spring*.,
    2,answered,What about music?,,,29,1,somebody,2026-11-16T09:04:50Z,4,"Every week.
    "#);
}
