//! Secret polls: while one is open nobody in the server learns who voted for what, and once it is
//! closed nobody at all can find out, whatever they have: the database, its log, a copy of it, the file
//! with the keys.

use std::path::Path;
use std::time::Duration;

use memchr::memmem;
use steward::db::copy::Existing;
use steward::sandbox::{Given, Person, Shown};

use crate::support::bytes;
use crate::support::process::House;
use crate::support::town::Town;

const SECOND: Duration = Duration::from_secs(1);
const DAY: Duration = Duration::from_hours(24);

/// The key of the first poll, if it is there.
pub fn key(folder: &Path) -> Option<String> {
    let text = std::fs::read_to_string(folder.join("steward.keys")).ok()?;
    let keys: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    keys["secrets"]["polls:1"].as_str().map(str::to_owned)
}

/// A key as it is written and as it is.
fn forms(key: &str) -> Vec<Vec<u8>> {
    let byte = |at: usize| u8::from_str_radix(&key[at..at + 2], 16).expect("two digits");
    vec![key.as_bytes().to_vec(), (0..key.len()).step_by(2).map(byte).collect()]
}

/// Whether a key stands in any file below a folder, in either form.
fn is_anywhere(folder: &Path, key: &str) -> bool {
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(bytes) = std::fs::read(&path)
                && forms(key).iter().any(|form| memmem::find(&bytes, form).is_some())
            {
                return true;
            }
        }
    }
    false
}

struct Scene {
    town: Town,
    helper: Person,
    /// They do nothing but vote, and were there before Steward.
    voters: Vec<Person>,
}

async fn scene() -> Scene {
    let mut town = Town::without_bot(|_| {}).await;
    let voters = (0..6).map(|number| town.member(&format!("voter-{number}"))).collect();
    let helper = town.helper("hedda");
    town.start().await;
    Scene { town, helper, voters }
}

impl Scene {
    fn ids(&self) -> Vec<i64> {
        self.voters.iter().map(|voter| voter.id().get()).collect()
    }

    async fn open(&self, given: &[(&str, Given)]) -> Shown {
        let usual =
            [("question", "Whom do we trust?".into()), ("options", "Ana; Bob".into()), ("ballot", "secret".into())];
        let all: Vec<(&str, Given)> = usual.into_iter().chain(given.iter().cloned()).collect();
        let preview = self.town.slash(&self.helper, "poll create", &all).await;
        self.town.click(&self.helper, &preview, "Publish").await;
        self.town.pass(SECOND).await;
        self.last()
    }

    fn last(&self) -> Shown {
        self.town.sandbox.messages(self.town.general, &self.voters[0]).pop().expect("a message")
    }

    /// So many of the voters vote, all but the last for the first option.
    async fn vote(&self, card: &Shown, count: usize) {
        for (number, voter) in self.voters[..count].iter().enumerate() {
            let label = if number + 1 < count { "Ana" } else { "Bob" };
            let answer = voter.clicks(card, label).await.expect("a button");
            assert!(answer.text().contains("You voted for"), "{}", answer.text());
        }
        self.town.settled().await;
    }

    async fn copy(&self, name: &str) {
        self.town.app().db.copy(&self.town.folder().join(name), Existing::Stays).await.expect("a copy");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn once_it_is_closed_nothing_anywhere_leads_to_who_voted() {
    let scene = scene().await;
    let card = scene.open(&[]).await;
    scene.vote(&card, 6).await;
    let folder = scene.town.folder();
    let key = key(folder).expect("it has a key while it is open");
    scene.copy("while-open.db").await;
    // Also while it is open the database names nobody who voted: it has hashes that a key makes.
    assert_eq!(bytes::anywhere(folder, &scene.ids(), &[]), [""; 0]);
    assert_eq!(scene.town.number("SELECT count(DISTINCT voter) FROM poll_votes WHERE length(voter) >= 16").await, 6);
    assert_eq!(scene.town.number("SELECT count(*) FROM poll_votes WHERE at IS NOT NULL").await, 0);

    scene.town.pass(3 * DAY).await;
    let result = scene.last();
    for line in ["**Ana** has won.", "5 of 6` **Ana**", "6 people voted.", "nobody can find out any more"] {
        assert!(result.text().contains(line), "{line}: {result}");
    }
    scene.copy("afterwards.db").await;
    assert!(!is_anywhere(folder, &key), "the key is gone");
    assert_eq!(bytes::anywhere(folder, &scene.ids(), &[&key]), [""; 0]);
    assert_eq!(scene.town.number("SELECT count(*) FROM poll_votes").await, 0);
    // Nobody can be told their own vote any more either.
    let mine = scene.voters[0].presses_custom_id(scene.town.general, &card, "polls:mine:1:1").await;
    scene.town.settled().await;
    assert!(!mine.text().contains("Ana") && !mine.failed, "{}", mine.text());
    assert_eq!(bytes::anywhere(folder, &scene.ids(), &[&key]), [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_left_undone_at_the_close_is_done_at_the_next_start() {
    let mut scene = scene().await;
    let card = scene.open(&[]).await;
    scene.vote(&card, 6).await;
    let keys = scene.town.folder().join("steward.keys");
    let before = std::fs::read(&keys).expect("the keys");
    let key = key(scene.town.folder()).expect("a key");
    scene.town.slash(&scene.helper, "poll close", &[]).await;
    scene.town.pass(SECOND).await;
    assert!(!is_anywhere(scene.town.folder(), &key));
    // As if the process had been killed between the close and the end of the key: the job is still there.
    scene.town.stop().await;
    std::fs::write(&keys, before).expect("written");
    let folder = scene.town.folder().to_owned();
    put_back_job(&folder.join("steward.db")).await;
    scene.town.start().await;
    scene.town.pass(SECOND).await;
    assert!(!is_anywhere(&folder, &key));
    assert_eq!(bytes::anywhere(&folder, &scene.ids(), &[&key]), [""; 0]);
    let results = scene.town.sandbox.messages(scene.town.general, &scene.voters[0]);
    assert_eq!(results.iter().filter(|shown| shown.text().contains("Result of poll")).count(), 1);
}

/// The job that closes the first poll, due at once.
async fn put_back_job(file: &Path) {
    use sqlx::{ConnectOptions, Connection};
    let mut database = sqlx::sqlite::SqliteConnectOptions::new().filename(file).connect().await.expect("the database");
    let row = "INSERT INTO jobs (guild_id, kind, row_id, due_at, state, urgent, claim, tries)
               SELECT guild_id, 'polls.close', poll_id, closed_at, 'pending', 0, 0, 0 FROM polls";
    sqlx::query(row).execute(&mut database).await.expect("a job");
    database.close().await.expect("closed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn under_five_voters_nothing_but_that_is_told_in_any_place() {
    let scene = scene().await;
    let card = scene.open(&[("kind", "ranked".into()), ("quorum", "2".into())]).await;
    for (voter, first) in scene.voters[..3].iter().zip(["Ana", "Ana", "Bob"]) {
        let ballot = voter.clicks(&card, "Vote").await.expect("a button");
        voter.chooses(&ballot, "Choice no. 1", &[first.into()]).await.expect("a menu");
    }
    scene.town.pass(4 * SECOND).await;
    let manager = scene.town.guild.owner();
    let card_now = || {
        let shown = scene.town.sandbox.messages(scene.town.general, &manager);
        shown.into_iter().find(|shown| shown.id == card.id).expect("the card")
    };
    let open = card_now();
    scene.town.pass(3 * DAY).await;
    let closed = card_now();
    let result = scene.last();
    let asked = scene.town.slash(&manager, "poll results", &[]).await;
    let listed = scene.town.slash(&manager, "poll list", &[]).await;
    let exported = scene.town.slash(&manager, "poll export", &[]).await;
    for text in [open.text(), closed.text(), result.text(), asked.text(), listed.text()] {
        assert!(text.to_lowercase().contains("fewer than 5 people voted"), "{text}");
        for told in ["█", "of 3", "Round", "3 people", "First preferences", "has won", "was reached"] {
            assert!(!text.contains(told), "{told}: {text}");
        }
    }
    assert!(result.files.is_empty(), "no picture");
    let tables: Vec<String> =
        exported.files.iter().map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).collect();
    assert_eq!(tables.len(), 1, "no rounds, and nobody who voted");
    assert!(tables[0].contains(",1,Ana,,,\n") && tables[0].contains(",2,Bob,,,\n"), "{tables:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_it_is_open_nobody_sees_results_or_voters_anywhere() {
    let scene = scene().await;
    // Asked for otherwise, but a secret ballot keeps them until the close.
    let card = scene.open(&[("results", "live".into())]).await;
    scene.vote(&card, 6).await;
    scene.town.pass(4 * SECOND).await;
    let now = scene.last();
    let manager = scene.town.guild.owner();
    let words = ["poll results", "poll export", "poll list"];
    let mut texts = vec![now.text().to_owned()];
    for words in words {
        let answer = scene.town.slash(&manager, words, &[]).await;
        assert!(answer.files.is_empty(), "/{words} has files");
        texts.push(answer.text().to_owned());
    }
    for id in ["polls:results:1:1", "polls:who:1:1"] {
        let answer = scene.voters[0].presses_custom_id(scene.town.general, &card, id).await;
        texts.push(answer.text().to_owned());
    }
    scene.town.settled().await;
    for text in texts {
        assert!(!text.contains('█') && !text.contains("5 of 6") && !text.contains("<@"), "{text}");
    }
    assert!(
        scene.town.sandbox.requests().iter().all(|call| !call.body.to_string().contains('█')),
        "nothing of it was sent"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_of_a_secret_poll_names_no_voter() {
    let house = House::new().await;
    let (hedda, ana) = (house.helper("hedda"), house.guild.person("ana", &[]));
    let mut steward = house.start_ready().await;
    let given = [("question", "Which?".into()), ("options", "Yes; No".into()), ("ballot", "secret".into())];
    let preview = hedda.slash(house.general, "poll create", &given).await.expect("sent");
    hedda.clicks(&preview, "Publish").await.expect("published");
    let card = house.sandbox.messages(house.general, &ana).pop().expect("a card");
    ana.clicks(&card, "Yes").await.expect("a button");
    // One press that goes wrong, so that there is something to be logged.
    house.sandbox.faults().fail("POST /interactions/*/*/callback", 1, 500, 0);
    house.sandbox.expected(|violation| violation.contains("interaction"));
    drop(ana.clicks(&card, "No").await);
    steward.ask_to_stop();
    assert_eq!(steward.exit_code().await, 0, "{}", steward.said());
    let id = ana.id().get().to_string();
    assert_eq!(steward.said().lines().find(|line| line.contains(&id)), None);
    assert_eq!(bytes::anywhere(house.folder(), &[ana.id().get()], &[]), [""; 0]);
}
