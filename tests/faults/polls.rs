//! Polls when everything happens at once, at the last instant, or while something is gone: the tally
//! is what people were told, and it is posted once.

use std::time::Duration;

use steward::sandbox::{Answer, Given, Person, Shown, rights};

use crate::support::join_all;
use crate::support::town::Town;

const MOMENT: Duration = Duration::from_millis(1);
const SECOND: Duration = Duration::from_secs(1);
const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);

/// A town in which a helper asks.
struct Scene {
    town: Town,
    helper: Person,
    /// Somebody who only reads.
    reader: Person,
}

async fn scene() -> Scene {
    let town = Town::new().await;
    let (helper, reader) = (town.helper("hedda"), town.member("rita"));
    Scene { town, helper, reader }
}

impl Scene {
    /// A poll, published: its card.
    async fn open(&self, given: &[(&str, Given)]) -> Shown {
        let usual = [("question", "Which evening?"), ("options", "Friday; Saturday; Neither")];
        let left_out = usual.iter().filter(|(name, _)| given.iter().all(|(other, _)| other != name));
        let left_out = left_out.map(|(name, text)| (*name, Given::from(*text)));
        let all: Vec<(&str, Given)> = left_out.chain(given.iter().cloned()).collect();
        let preview = self.town.slash(&self.helper, "poll create", &all).await;
        self.town.click(&self.helper, &preview, "Publish").await;
        self.town.pass(SECOND).await;
        self.last()
    }

    fn all(&self) -> Vec<Shown> {
        self.town.sandbox.messages(self.town.general, &self.reader)
    }

    fn last(&self) -> Shown {
        self.all().pop().expect("a message")
    }

    /// The posts with a result.
    fn results(&self) -> Vec<Shown> {
        self.all().into_iter().filter(|shown| shown.text().contains("Result of poll")).collect()
    }

    async fn press(&self, by: &Person, card: &Shown, label: &str) -> Answer {
        let answer = by.clicks(card, label).await.expect("the button is there");
        self.town.settled().await;
        answer
    }

    /// Presses a button as it was, whatever the card shows by now.
    async fn press_raw(&self, by: &Person, card: &Shown, id: &str) -> Answer {
        let answer = by.presses_custom_id(self.town.general, card, id).await;
        self.town.settled().await;
        answer
    }
}

/// Whether an answer says that a vote was taken.
fn was_taken(answer: &Answer) -> bool {
    answer.text().contains("You voted for")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn votes_count_until_the_very_instant_of_the_close() {
    let scene = scene().await;
    let card = scene.open(&[("closes", "in 1h".into())]).await;
    let (ana, bob) = (scene.town.member("ana"), scene.town.member("bob"));
    scene.town.pass(HOUR - SECOND - MOMENT).await;
    let last = scene.press(&ana, &card, "Friday").await;
    assert!(was_taken(&last), "{}", last.text());
    scene.town.clock.advance(MOMENT);
    let late = scene.press_raw(&bob, &card, "polls:vote:1:1:2").await;
    assert!(late.text().contains("closed"), "{}", late.text());
    scene.town.pass(SECOND).await;
    let [result] = &*scene.results() else { panic!("one result") };
    assert!(result.text().contains("1 of 1` **Friday**") && result.text().contains("1 person voted."), "{result}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whoever_was_told_that_they_voted_is_counted_also_while_it_closes() {
    let scene = scene().await;
    let card = scene.open(&[]).await;
    let people: Vec<Person> = (0..40).map(|number| scene.town.member(&format!("p{number}"))).collect();
    scene.town.settled().await;
    let votes = join_all(people.iter().enumerate().map(async |(number, person)| {
        // Half of the crowd comes a little later than the helper.
        tokio::time::sleep(Duration::from_millis(number as u64 * 3)).await;
        person.presses_custom_id(scene.town.general, &card, "polls:vote:1:1:1").await
    }));
    let close = async {
        tokio::time::sleep(Duration::from_millis(60)).await;
        scene.helper.slash(scene.town.general, "poll close", &[]).await.expect("sent")
    };
    let (votes, closed) = scene.town.meanwhile(async { tokio::join!(votes, close) }).await;
    assert!(!closed.failed, "{}", closed.text());
    scene.town.pass(DAY).await;
    let taken = votes.iter().filter(|vote| was_taken(vote)).count();
    let [result] = &*scene.results() else { panic!("one result") };
    let counted = scene.town.number("SELECT json_extract(tally, '$.voters') FROM polls").await;
    assert_eq!(counted, i64::try_from(taken).unwrap(), "{result}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_who_changes_their_mind_a_hundred_times_has_one_vote() {
    let scene = scene().await;
    let card = scene.open(&[]).await;
    let ana = scene.town.member("ana");
    for number in 0..100 {
        ana.clicks(&card, ["Friday", "Saturday"][number % 2]).await.expect("the button is there");
    }
    scene.town.settled().await;
    assert_eq!(scene.town.number("SELECT count(*) FROM poll_votes").await, 1);
    scene.press(&ana, &card, "Neither").await;
    scene.town.pass(3 * DAY).await;
    let [result] = &*scene.results() else { panic!("one result") };
    assert!(result.text().contains("1 of 1` **Neither**") && result.text().contains("0 of 1` Friday"), "{result}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn five_hundred_people_vote_within_two_seconds_and_the_card_follows_calmly() {
    let scene = scene().await;
    let card = scene.open(&[]).await;
    let people: Vec<Person> = (0..500).map(|number| scene.town.member(&format!("p{number}"))).collect();
    scene.town.settled().await;
    let edits = || scene.town.sandbox.calls("PATCH /channels/*/messages/*").len();
    let (before, begun) = (edits(), scene.town.clock.now());
    for some in people.chunks(25) {
        let votes = some.iter().enumerate().map(async |(number, person)| {
            person.clicks(&card, ["Friday", "Saturday", "Neither", "Friday"][number % 4]).await.expect("a button")
        });
        let votes = join_all(votes).await;
        assert!(votes.iter().all(was_taken));
        scene.town.clock.advance(100 * MOMENT);
    }
    assert_eq!(scene.town.clock.now().since(begun), 2_000);
    scene.town.pass(4 * SECOND).await;
    assert!(edits() - before <= 3, "{} edits within six seconds", edits() - before);
    let card = scene.last();
    assert!(card.text().contains("500 people voted"), "{card}");
    scene.town.pass(3 * DAY).await;
    let [result] = &*scene.results() else { panic!("one result") };
    for line in ["52 %` **Friday** (260)", "24 %` Saturday (120)", "24 %` Neither (120)", "500 people voted."] {
        assert!(result.text().contains(line), "{line}: {result}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_vote_of_somebody_who_leaves_stays() {
    let scene = scene().await;
    let card = scene.open(&[]).await;
    let ana = scene.town.member("ana");
    scene.press(&ana, &card, "Friday").await;
    ana.leaves(scene.town.guild.id()).expect("gone");
    scene.town.pass(3 * DAY).await;
    let [result] = &*scene.results() else { panic!("one result") };
    assert!(result.text().contains("**Friday** has won."), "{result}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_its_card_a_poll_still_has_its_result() {
    let scene = scene().await;
    let card = scene.open(&[]).await;
    let ana = scene.town.member("ana");
    scene.press(&ana, &card, "Friday").await;
    scene.town.guild.owner().deletes((&card).into()).expect("deleted");
    scene.town.pass(3 * DAY).await;
    let [result] = &*scene.results() else { panic!("one result") };
    assert!(result.text().contains("**Friday** has won."), "{result}");
    assert_eq!(scene.all().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_its_channel_the_result_goes_to_the_team_once() {
    let scene = scene().await;
    let (owner, log) =
        (scene.town.guild.owner(), scene.town.guild.private_channel("log", &[scene.town.guild.bot_role()]));
    let set = [("setting", "mod_log".into()), ("value", format!("<#{log}>").as_str().into())];
    scene.town.slash(&owner, "setup set", &set).await;
    let card = scene.open(&[]).await;
    let ana = scene.town.member("ana");
    scene.press(&ana, &card, "Friday").await;
    scene.town.guild.delete_channel(scene.town.general);
    scene.town.pass(3 * DAY).await;
    let told = scene.town.sandbox.messages(log, &owner);
    let told: Vec<_> = told.iter().filter(|shown| shown.text().contains("**Friday** has won.")).collect();
    assert_eq!(told.len(), 1, "{told:#?}");
    assert_eq!(scene.town.number("SELECT json_extract(tally, '$.voters') FROM polls WHERE state = 'closed'").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poll_whose_time_was_over_while_steward_was_away_closes_late_and_says_so() {
    let mut scene = scene().await;
    let card = scene.open(&[("closes", "in 1h".into())]).await;
    let ana = scene.town.member("ana");
    scene.press(&ana, &card, "Friday").await;
    scene.town.stop().await;
    scene.town.clock.advance(3 * HOUR - SECOND);
    scene.town.start().await;
    scene.town.pass(SECOND).await;
    let [result] = &*scene.results() else { panic!("one result") };
    assert!(result.text().contains("Closed 2 h late"), "{result}");
    assert!(result.text().contains("**Friday** has won."), "{result}");
    assert!(scene.all()[0].labels().is_empty(), "nobody can vote any more");
    scene.town.restart().await;
    scene.town.pass(DAY).await;
    assert_eq!(scene.results().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_who_close_at_once_close_it_once() {
    let scene = scene().await;
    let card = scene.open(&[]).await;
    let (ana, mona) = (scene.town.member("ana"), scene.town.moderator("mona"));
    // A double press is one vote.
    let twice = join_all((0..2).map(|_| ana.clicks(&card, "Friday"))).await;
    assert!(twice.into_iter().all(|vote| was_taken(&vote.expect("a button"))));
    scene.town.settled().await;
    let close =
        |person: Person| async move { person.slash(scene.town.general, "poll close", &[("poll", "1".into())]).await };
    let both = join_all([close(scene.helper.clone()), close(mona)]);
    let both = scene.town.meanwhile(both).await;
    scene.town.pass(DAY).await;
    let texts: Vec<String> = both.into_iter().map(|answer| answer.expect("sent").now().text().to_owned()).collect();
    assert_eq!(scene.results().len(), 1, "{texts:?}");
    let closed = scene.town.number("SELECT count(*) FROM audit WHERE action = 'poll.close'").await;
    assert_eq!(closed, 1, "{texts:?}");
    assert_eq!(scene.town.number("SELECT json_extract(tally, '$.voters') FROM polls").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn buttons_that_nobody_was_given_do_nothing() {
    let scene = scene().await;
    let card = scene.open(&[("results", "after_close".into())]).await;
    let ana = scene.town.member("ana");
    scene.town.settled().await;
    for id in [
        "polls:vote:1:1:0",
        "polls:vote:1:1:4",
        "polls:vote:1:1:255",
        "polls:vote:1:1:256",
        "polls:vote:1:1:-1",
        "polls:vote:1:1:",
        "polls:vote:1:2:1",
        "polls:vote:1:-1:1",
        "polls:vote:2:1:1",
        "polls:results:1:1",
        "polls:who:1:1",
        "polls:again:1:1",
        "polls:publish:1:1",
        "polls:close:1:1",
        "polls:withdraw:1:1",
        "polls:nonsense:1:1",
    ] {
        let answer = scene.press_raw(&ana, &card, id).await;
        let text = answer.text();
        assert!(!answer.failed && answer.ephemeral && !was_taken(&answer), "{id}: {text}");
        assert!(!text.contains("went wrong on our side") && !text.contains('█'), "{id}: {text}");
    }
    for (id, values) in [("polls:choose:1:1", &["9"][..]), ("polls:choose:1:1", &["x"]), ("polls:rank:1:1:7", &["1"])] {
        let answer = ana.chooses_raw(scene.town.general, &card, id, values).await;
        assert!(!was_taken(&answer) && !answer.text().contains("went wrong"), "{id}: {}", answer.text());
    }
    scene.town.settled().await;
    assert_eq!(scene.town.number("SELECT count(*) FROM poll_votes").await, 0);
    assert_eq!(scene.town.number("SELECT count(*) FROM polls WHERE state = 'open'").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_poll_of_another_server_is_none_of_ones_business() {
    let scene = scene().await;
    scene.open(&[]).await;
    let elsewhere = scene.town.sandbox.guild("Elsewhere");
    let helpers = elsewhere.role("Helpers", rights::MANAGE_MESSAGES);
    let (channel, eve, hugo) =
        (elsewhere.channel("general"), elsewhere.person("eve", &[]), elsewhere.person("hugo", &[helpers]));
    scene.town.settled().await;
    let given = [("question", "Which day?".into()), ("options", "Yes; No".into())];
    let preview = hugo.slash(channel, "poll create", &given).await.expect("sent");
    scene.town.click(&hugo, &preview, "Publish").await;
    scene.town.pass(SECOND).await;
    let card = scene.town.sandbox.messages(channel, &eve).pop().expect("a card");
    for id in ["polls:vote:1:1:1", "polls:results:1:1", "polls:mine:1:1", "polls:who:1:1"] {
        let answer = eve.presses_custom_id(channel, &card, id).await;
        assert!(!was_taken(&answer) && !answer.text().contains("Friday"), "{id}: {}", answer.text());
    }
    scene.town.settled().await;
    assert_eq!(scene.town.number("SELECT count(*) FROM poll_votes").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn polls_of_every_size_are_asked_whole_or_refused() {
    let scene = scene().await;
    let question = "?".repeat(300);
    let options = |count: usize| (1..=count).map(|number| format!("Option {number}")).collect::<Vec<_>>().join(";");
    for (count, labels) in [(2, 2), (20, 20), (21, 1), (25, 1)] {
        let card =
            scene.open(&[("question", question.as_str().into()), ("options", options(count).as_str().into())]).await;
        let others = 2;
        assert_eq!(card.labels().len(), labels + others, "{card}");
        assert!(card.text().contains(&question));
        assert!(card.text().contains(&format!("Option {count}")), "{card}");
    }
    for (count, said) in [(1, "only option"), (26, "26 options")] {
        let given = [("question", question.as_str().into()), ("options", options(count).as_str().into())];
        let answer = scene.town.slash(&scene.helper, "poll create", &given).await;
        assert!(answer.ephemeral && answer.text().contains(said), "{}", answer.text());
        assert!(!answer.labels().contains(&"Publish"), "{}", answer.text());
    }
    scene.town.pass(3 * DAY).await;
    // Nobody answered any of them.
    assert_eq!(scene.results().len(), 4);
    assert!(scene.results().iter().all(|shown| shown.text().contains("Nobody voted, so nothing has won.")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn closing_times_follow_the_clocks_of_the_server() {
    let scene = scene().await;
    let owner = scene.town.guild.owner();
    let zone = [("setting", "zone".into()), ("value", "Europe/Chisinau".into())];
    scene.town.slash(&owner, "setup set", &zone).await;
    // Saturday, 27 March 2027: the night in which 02:00 is followed by 04:00 is the next.
    scene.town.pass(130 * DAY + 12 * HOUR).await;
    let closes = async |typed: &str| {
        let card = scene.open(&[("closes", typed.into())]).await;
        let id = scene.town.number("SELECT max(poll_id) FROM polls").await;
        assert!(id > 0, "{card}");
        scene.town.number("SELECT closes_at / 1000 FROM polls ORDER BY poll_id DESC LIMIT 1").await
    };
    let before = closes("28.03.2027 01:30").await;
    let after = closes("28.03.2027 04:30").await;
    assert_eq!(after - before, 2 * 3_600, "an hour that no clock shows");
    let gap = closes("28.03.2027 03:30").await;
    assert_eq!(gap, after, "a time that clocks skip is taken as the one after the change");
}
