//! The messages of a poll stay true: they are refreshed, missed when somebody deletes them, and found again
//! in threads that were archived.

use std::time::Duration;

use insta::assert_snapshot;
use steward::ids::ChannelId;
use steward::sandbox::{Given, Overwrite, Shown, rights};

use super::{DAY, HOUR, SECOND, Scene, scene};

const POST: &str = "POST /channels/*/messages";
const EDIT: &str = "PATCH /channels/*/messages/*";
const OPEN: &str = "PATCH /channels/*";

impl Scene {
    /// A poll in a thread, and its card.
    async fn open_in_thread(&self) -> (ChannelId, Shown) {
        let thread = self.ana.opens_thread(self.town.general, "Evenings", None).unwrap();
        self.town.settled().await;
        let given: [(&str, Given); 2] = [("question", "Which evening?".into()), ("options", "Friday; Saturday".into())];
        let preview = self.helper.slash(thread, "poll create", &given).await.unwrap();
        self.town.settled().await;
        self.town.click(&self.helper, &preview.now(), "Publish").await;
        self.town.pass(SECOND).await;
        (thread, self.in_thread(thread).pop().expect("a card"))
    }

    fn in_thread(&self, thread: ChannelId) -> Vec<Shown> {
        self.town.sandbox.messages(thread, &self.town.guild.owner())
    }

    async fn archive(&self, thread: ChannelId, locks: bool) {
        self.town.guild.owner().archives_thread(thread, locks).unwrap();
        self.town.settled().await;
    }
}

/// What `/poll list` says of the card of the only poll.
async fn missing(scene: &Scene) -> Option<String> {
    let list = scene.command(&scene.manager, "poll list", &[]).await;
    list.text().lines().find(|line| line.starts_with("Its card")).map(str::to_owned)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_votes_make_one_edit_also_with_a_restart_in_between() {
    let mut scene = scene().await;
    let card = scene.open(&[]).await;
    scene.town.pass(4 * SECOND).await;
    scene.press(&scene.eve, &card, "Neither").await;
    let edits = scene.town.sandbox.calls(EDIT).len();
    scene.press(&scene.ana, &card, "Friday").await;
    scene.press(&scene.bob, &card, "Friday").await;
    scene.town.pass(2 * SECOND).await;
    assert_eq!(scene.town.sandbox.calls(EDIT).len(), edits, "not before three seconds have gone by");
    scene.town.restart().await;
    scene.town.pass(2 * SECOND).await;
    assert_eq!(scene.town.sandbox.calls(EDIT).len(), edits + 1, "once for both");
    assert!(scene.now(&card).text().contains("3 people voted"), "{}", scene.now(&card).text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_card_in_an_archived_thread_is_kept_true() {
    let scene = scene().await;
    let (thread, card) = scene.open_in_thread().await;
    scene.press(&scene.ana, &card, "Friday").await;
    scene.archive(thread, false).await;
    let opened = scene.town.sandbox.calls(OPEN).len();
    scene.town.pass(5 * SECOND).await;
    assert_eq!(scene.town.sandbox.calls(OPEN).len(), opened + 1, "Discord changes nothing in an archived thread");
    let card = scene.in_thread(thread).pop().unwrap();
    assert!(card.text().contains("1 person voted"), "{}", card.text());
    assert_eq!(missing(&scene).await, None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_a_locked_thread_it_is_told_and_the_card_is_true_again_once_it_is_open() {
    let scene = scene().await;
    let bot = scene.town.guild.bot_role().get();
    let deny = Overwrite { id: bot, of_member: false, allow: 0, deny: rights::MANAGE_THREADS };
    scene.town.guild.set_overwrites(scene.town.general, &[deny]);
    let (thread, card) = scene.open_in_thread().await;
    scene.press(&scene.ana, &card, "Friday").await;
    scene.archive(thread, true).await;
    scene.town.pass(5 * SECOND).await;
    let told = missing(&scene).await.expect("that it is missing");
    assert_snapshot!(told, @"Its card is not there: the thread there is closed. Someone who manages threads can open it, or give me “Manage Threads and Posts”; then press **Post again**.");
    // Whoever manages threads unlocks it; then Discord lets everyone open it who may write there.
    scene.archive(thread, false).await;
    let results = scene.command(&scene.manager, "poll results", &[("poll", "1".into())]).await;
    let posts = scene.town.sandbox.calls(POST).len();
    scene.town.click(&scene.manager, &results, "Post again").await;
    scene.town.pass(SECOND).await;
    assert_eq!(scene.town.sandbox.calls(POST).len(), posts, "it stands there already");
    let card = scene.in_thread(thread).pop().unwrap();
    assert!(card.text().contains("1 person voted"), "{}", card.text());
    assert_eq!(missing(&scene).await, None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thread_or_channel_that_is_deleted_takes_its_cards_along() {
    let scene = scene().await;
    let (thread, _) = scene.open_in_thread().await;
    let gone = "SELECT count(*) FROM cards WHERE why = 'gone'";
    assert_eq!(scene.town.number(gone).await, 0);
    scene.town.guild.delete_channel(thread);
    scene.town.settled().await;
    assert_eq!(scene.town.number(gone).await, 1);
    let list = scene.town.slash(&scene.town.guild.owner(), "poll list", &[]).await;
    assert!(list.text().contains("Its card is not there: the channel or the message was deleted."), "{}", list.text());
    scene.open(&[]).await;
    scene.town.guild.delete_channel(scene.town.general);
    scene.town.settled().await;
    assert_eq!(scene.town.number(gone).await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_result_that_somebody_deletes_is_missed_too() {
    let scene = scene().await;
    scene.open(&[]).await;
    scene.town.pass(3 * DAY).await;
    let result = scene.last();
    scene.town.guild.owner().deletes(result.id.unwrap()).unwrap();
    scene.town.settled().await;
    let results = scene.command(&scene.helper, "poll results", &[("poll", "1".into())]).await;
    let again = scene.town.click(&scene.helper, &results, "Post again").await;
    scene.town.pass(SECOND).await;
    assert_snapshot!(again.text(), @"It stands in #general again.");
    assert_eq!(scene.last().text(), result.text());
}

/// Discord takes the card, its answer is lost, and Steward may not look for it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_card_of_which_nobody_knows_whether_it_arrived_is_told_as_that() {
    let scene = scene().await;
    let (town, bot) = (&scene.town, scene.town.guild.bot_role().get());
    let preview = scene.preview(&[]).await;
    town.sandbox.faults().fail_after_applying(POST, 1, 502);
    town.click(&scene.helper, &preview, "Publish").await;
    let deny = Overwrite { id: bot, of_member: false, allow: 0, deny: rights::READ_MESSAGE_HISTORY };
    town.guild.set_overwrites(town.general, &[deny]);
    scene.bob.says(town.general, "what was that?").unwrap();
    town.clock.set(town.clock.now().plus(HOUR));
    town.pass(Duration::from_secs(60)).await;
    let told = missing(&scene).await.expect("that it may be missing");
    assert_snapshot!(told, @"Its card is not there: Discord did not say whether it took the message, and I may not look there. Look yourself first; if it is not there, press **Post again**.");
}

/// The card had arrived after all, and another one was posted for it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_old_card_shows_where_the_new_one_is() {
    let scene = scene().await;
    let (town, bot) = (&scene.town, scene.town.guild.bot_role().get());
    let preview = scene.preview(&[]).await;
    town.sandbox.faults().fail_after_applying(POST, 1, 502);
    town.click(&scene.helper, &preview, "Publish").await;
    let deny = Overwrite { id: bot, of_member: false, allow: 0, deny: rights::READ_MESSAGE_HISTORY };
    town.guild.set_overwrites(town.general, &[deny]);
    scene.bob.says(town.general, "what was that?").unwrap();
    town.clock.set(town.clock.now().plus(HOUR));
    town.pass(Duration::from_secs(60)).await;
    let old = scene.all().into_iter().find(|shown| shown.text().contains("Which evening?")).expect("the card");
    let results = scene.command(&scene.manager, "poll results", &[]).await;
    town.click(&scene.manager, &results, "Post again").await;
    town.pass(SECOND).await;
    let new = scene.last();
    assert_ne!(new.id, old.id);
    scene.press(&scene.ana, &old, "Friday").await;
    let moved = scene.now(&old);
    assert!(moved.text().starts_with("The card of poll #1 was posted again. Vote there: https://"), "{}", moved.text());
    assert!(moved.labels().is_empty(), "{}", moved.text());
    assert_eq!(town.number("SELECT count(*) FROM poll_votes").await, 0);
    assert!(scene.press(&scene.ana, &new, "Friday").await.text().contains("You voted for"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_card_follows_at_once_when_somebody_who_voted_is_forgotten() {
    let scene = scene().await;
    let card = scene.open(&[]).await;
    scene.press(&scene.ana, &card, "Friday").await;
    scene.press(&scene.bob, &card, "Friday").await;
    scene.town.pass(4 * SECOND).await;
    assert!(scene.now(&card).text().contains("2 people voted"), "{}", scene.now(&card).text());
    let asked = scene.command(&scene.ana, "privacy forget", &[]).await;
    scene.town.click(&scene.ana, &asked, "Confirm").await;
    scene.town.pass(4 * SECOND).await;
    assert!(scene.now(&card).text().contains("1 person voted"), "{}", scene.now(&card).text());
}
