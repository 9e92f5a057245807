//! Contact with the staff: a private thread, one at a time, that both sides can close; a story for each sentence.

use std::time::Duration;

use steward::ids::{ChannelId, MessageId};
use steward::sandbox::{Answer, Given, Person, Shown, rights};

use crate::support::scene::{DAY, HOUR, MINUTE, Scene};
use crate::support::town::Town;

const SECOND: Duration = Duration::from_secs(1);

async fn open(scene: &Scene, by: &Person, topic: &str) -> Answer {
    let given: [(&str, Given); 1] = [("topic", topic.into())];
    let answer = scene.town.meanwhile(by.slash(scene.town.general, "contact", &given)).await.unwrap();
    scene.town.pass(3 * SECOND).await;
    answer.now()
}

fn thread(scene: &Scene, name: &str) -> ChannelId {
    scene.town.guild.thread(name).unwrap_or_else(|| panic!("no thread {name}"))
}

fn in_thread(scene: &Scene, name: &str) -> Vec<Shown> {
    scene.town.sandbox.messages(thread(scene, name), &scene.town.guild.owner())
}

async fn press(scene: &Scene, by: &Person, on: MessageId, label: &str) -> Answer {
    let answer = scene.town.meanwhile(by.clicks(on, label)).await.unwrap_or_else(|why| panic!("{label}: {why}"));
    scene.town.pass(3 * SECOND).await;
    answer.now()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_member_writes_to_the_staff_in_a_thread_that_only_both_see_and_one_of_them_joins() {
    let mut scene = Scene::new().await;
    let cleo = scene.town.member("cleo");
    insta::assert_snapshot!(open(&scene, &scene.bob, "My role").await.text(), @"Your thread with the staff is open: #Contact 1: My role. Only you and the staff can read it.");
    let name = "Contact 1: My role";
    insta::assert_snapshot!(in_thread(&scene, name)[0].text(), @"
    **About:** My role
    @bob, this thread is between you and the staff. Write what it’s about, and someone will answer here.
    [Close]
    ");
    let place = thread(&scene, name);
    assert!(scene.bob.says(place, "I lost my role.").is_ok());
    assert!(cleo.says(place, "Me too.").is_err(), "nobody else is in it");
    let card = scene.logged().pop().expect("a card");
    insta::assert_snapshot!(card.text(), @"
    Contact #1
    From: @bob
    About: My role
    Thread: #Contact 1: My role
    [Join] [Close]
    ");

    scene.town.restart().await;
    assert!(scene.helper.says(place, "Hello").is_err(), "not yet");
    let joined = press(&scene, &scene.manager, card.id.unwrap(), "Join").await;
    insta::assert_snapshot!(joined.text(), @"You’re in #Contact 1: My role.");
    assert!(scene.manager.says(place, "Which one?").is_ok());

    let closed = press(&scene, &scene.manager, card.id.unwrap(), "Close").await;
    insta::assert_snapshot!(closed.text(), @"The thread is closed.");
    insta::assert_snapshot!(scene.logged().pop().unwrap().text(), @"The thread is closed.");
    let last = in_thread(&scene, name).pop().unwrap();
    insta::assert_snapshot!(last.text(), @"@bob, the staff closed this thread. `/contact` opens a new one.");
    assert!(scene.bob.says(place, "Thanks").is_err(), "it is locked");
    assert!(scene.dms().is_empty(), "nobody is written to by direct message");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_member_has_one_open_thread_and_closes_it_themself() {
    let scene = Scene::new().await;
    open(&scene, &scene.bob, "My role").await;
    let second = open(&scene, &scene.bob, "And another thing").await;
    assert!(second.text().starts_with("You already have an open thread with the staff"), "{}", second.text());
    let welcome = in_thread(&scene, "Contact 1: My role")[0].id.unwrap();
    let closed = press(&scene, &scene.bob, welcome, "Close").await;
    assert_eq!(closed.text(), "The thread is closed.");
    let again = press(&scene, &scene.bob, welcome, "Close").await;
    assert!(again.text().starts_with("It’s closed already."), "{}", again.text());
    let next = open(&scene, &scene.bob, "And another thing").await;
    assert!(next.text().starts_with("Your thread with the staff is open"), "{}", next.text());
    assert_eq!(scene.town.number("SELECT count(*) FROM contacts WHERE state = 'open'").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_deleted_thread_does_not_keep_anybody_from_opening_another() {
    let scene = Scene::new().await;
    open(&scene, &scene.bob, "My role").await;
    scene.town.guild.delete_channel(thread(&scene, "Contact 1: My role"));
    scene.town.settled().await;
    let next = open(&scene, &scene.bob, "My role again").await;
    assert!(next.text().starts_with("Your thread with the staff is open"), "{}", next.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thread_deleted_while_steward_is_off_is_closed_and_the_card_says_so() {
    let mut scene = Scene::new().await;
    open(&scene, &scene.bob, "My role").await;
    let place = thread(&scene, "Contact 1: My role");
    scene.town.stop().await;
    scene.town.guild.delete_channel(place);
    scene.town.start().await;
    scene.town.pass(3 * SECOND).await;
    let card = scene.logged().pop().expect("a card");
    assert!(card.text().contains("the thread was deleted or locked"), "{}", card.text());
    assert!(card.labels().is_empty(), "{}", card.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_keeps_a_thread_from_being_made_is_said_and_leaves_nothing_open() {
    let scene = Scene::new().await;
    scene.town.sandbox.faults().fail("POST /channels/*/threads", 1, 403, 50_013);
    insta::assert_snapshot!(open(&scene, &scene.bob, "My role").await.text(), @"
    I couldn’t open a thread. I lack “Create Private Threads”, “Send Messages in Threads and Posts” in #general, so nothing was done. Give it to my role there (channel settings → Permissions).
    What you typed
    My role
    ");
    assert!(scene.town.guild.thread("Contact 1: My role").is_none());
    let next = open(&scene, &scene.bob, "My role").await;
    assert!(next.text().starts_with("Your thread with the staff is open"), "{}", next.text());

    let cleo = scene.town.member("cleo");
    scene.town.guild.everyone_permissions(rights::EVERYONE & !rights::CREATE_PRIVATE_THREADS);
    scene.town.guild.bot_permissions(rights::VIEW_CHANNEL | rights::SEND_MESSAGES);
    scene.town.settled().await;
    insta::assert_snapshot!(open(&scene, &cleo, "Help").await.text(), @"
    I lack “Create Private Threads” in #general, so nothing was done. Give it to my role there (channel settings → Permissions).
    What you typed
    Help
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thread_whose_answer_was_lost_is_made_once() {
    let scene = Scene::new().await;
    scene.town.sandbox.faults().fail_after_applying("POST /channels/*/threads", 1, 502);
    open(&scene, &scene.bob, "My role").await;
    scene.town.pass(60 * SECOND).await;
    assert_eq!(scene.town.guild.threads(scene.town.general).len(), 1);
    assert!(!in_thread(&scene, "Contact 1: My role").is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_channel_the_staff_finds_the_thread_among_the_reports_and_the_role_is_called_there() {
    let mut town = Town::new().await;
    let moderators = town.guild.role("Watch", rights::MODERATE_MEMBERS | rights::MANAGE_MESSAGES);
    let (bob, mona) = (town.member("bob"), town.guild.person("mona", &[moderators]));
    town.settled().await;
    let given: [(&str, Given); 2] = [("setting", "moderator_role".into()), ("value", "Watch".into())];
    town.slash(&town.guild.owner(), "setup set", &given).await;
    let answer = town.meanwhile(bob.slash(town.general, "contact", &[])).await.unwrap();
    town.pass(3 * SECOND).await;
    insta::assert_snapshot!(answer.now().text(), @"Your thread with the staff is open: #Contact 1. Only you and the staff can read it. No channel for reports is set here, so the staff finds the thread in `/reports list`.");
    let place = town.guild.thread("Contact 1").unwrap();
    let welcome = town.sandbox.messages(place, &town.guild.owner()).remove(0);
    insta::assert_snapshot!(welcome.text(), @"
    @bob, this thread is between you and the staff. Write what it’s about, and someone will answer here.
    @Watch, a member is writing to you.
    [Close]
    ");
    town.restart().await;
    let list = town.slash(&mona, "reports list", &[]).await;
    insta::assert_snapshot!(list.text(), @"
    Reports
    No reports. They come here when members use **Report to moderators**, **Report member** or `/report`.
    Members’ threads with the staff
    **#1** @bob · #Contact 1 · 3 seconds ago
    (Join a thread: Contact #1)
    ");
    let joined = town.meanwhile(mona.chooses(&list, "Join a thread", &["Contact #1".into()])).await.unwrap();
    town.pass(2 * SECOND).await;
    assert!(joined.now().text().starts_with("You’re in"), "{}", joined.now().text());
    assert!(mona.says(place, "What is it?").is_ok());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_no_thread_can_be_made_another_channel_takes_it_that_the_member_sees() {
    let scene = Scene::new().await;
    let forum = scene.town.guild.forum("ideas");
    scene.town.settled().await;
    let answer = scene.town.meanwhile(scene.bob.slash_hidden(forum, "contact", &[])).await.unwrap();
    scene.town.pass(3 * SECOND).await;
    assert!(answer.now().text().starts_with("Your thread with the staff is open"), "{}", answer.now().text());
    assert_eq!(scene.town.guild.threads(scene.town.general).len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_member_opens_only_so_many_in_an_hour_and_what_they_typed_comes_back() {
    let scene = Scene::new().await;
    for number in 1..=3 {
        let topic = format!("Question {number}");
        assert!(open(&scene, &scene.bob, &topic).await.text().starts_with("Your thread"));
        let welcome = in_thread(&scene, &format!("Contact {number}: {topic}"))[0].id.unwrap();
        press(&scene, &scene.bob, welcome, "Close").await;
    }
    insta::assert_snapshot!(open(&scene, &scene.bob, "Question 4").await.text(), @"
    You’ve opened many threads with the staff lately. You can open another one in 59 minutes.
    What you typed
    Question 4
    ");
    scene.town.pass(HOUR).await;
    assert!(open(&scene, &scene.bob, "Question 4").await.text().starts_with("Your thread"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_leaves_and_returns_is_added_again_and_strangers_close_nothing() {
    let scene = Scene::new().await;
    let cleo = scene.town.member("cleo");
    open(&scene, &scene.bob, "My role").await;
    let name = "Contact 1: My role";
    let place = thread(&scene, name);
    let hook = cleo.says(scene.town.general, "Hello").unwrap();
    let refused = cleo.presses_custom_id(scene.town.general, hook, "contact:close:1:1").await;
    assert!(refused.text().starts_with("Only helpers"), "{}", refused.text());
    scene.bob.leaves(scene.town.guild.id()).unwrap();
    scene.bob.joins(scene.town.guild.id()).unwrap();
    scene.town.settled().await;
    assert!(scene.bob.says(place, "Hello").is_err());
    let again = open(&scene, &scene.bob, "My role again").await;
    assert!(again.text().starts_with("You already have an open thread"), "{}", again.text());
    assert!(again.text().contains("My role again"), "{}", again.text());
    assert!(scene.bob.says(place, "Hello").is_ok());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thread_that_staff_lock_by_hand_is_closed_and_the_card_says_so() {
    let scene = Scene::new().await;
    open(&scene, &scene.bob, "My role").await;
    scene.town.guild.owner().archives_thread(thread(&scene, "Contact 1: My role"), true).unwrap();
    scene.town.pass(3 * SECOND).await;
    insta::assert_snapshot!(scene.logged().pop().unwrap().text(), @"
    Contact #1
    From: @bob
    About: My role
    Thread: #Contact 1: My role
    Closed: the thread was deleted or locked, 3 seconds ago
    ");
    let next = open(&scene, &scene.bob, "My role again").await;
    assert!(next.text().starts_with("Your thread with the staff is open"), "{}", next.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_kept_of_a_contact_is_shown_and_goes_once_it_is_closed() {
    let scene = Scene::new().await;
    open(&scene, &scene.bob, "My role").await;
    let kept = scene.town.slash(&scene.bob, "privacy show", &[]).await;
    assert!(kept.text().contains("Your threads with the staff"), "{}", kept.text());
    let forget = async || {
        let asked = scene.town.slash(&scene.bob, "privacy forget", &[]).await;
        scene.town.click(&scene.bob, &asked, "Confirm").await
    };
    forget().await;
    assert_eq!(scene.town.number("SELECT count(*) FROM contacts").await, 1, "it is open");
    let welcome = in_thread(&scene, "Contact 1: My role")[0].id.unwrap();
    press(&scene, &scene.bob, welcome, "Close").await;
    forget().await;
    assert_eq!(scene.town.number("SELECT count(*) FROM contacts").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_counted_in_a_thread_with_the_staff_and_its_name_is_not_kept() {
    let mut scene = Scene::new().await;
    open(&scene, &scene.bob, "My role").await;
    let place = thread(&scene, "Contact 1: My role");
    scene.bob.says(place, "I lost my role.").unwrap();
    scene.town.restart().await;
    scene.bob.says(place, "Is anybody here?").unwrap();
    scene.bob.says(scene.town.general, "Hello").unwrap();
    scene.town.pass(MINUTE).await;
    scene.town.stop().await;
    scene.town.start().await;
    assert_eq!(scene.town.number("SELECT sum(messages) FROM activity_days").await, 1);
    assert_eq!(scene.town.number("SELECT count(*) FROM activity_channels WHERE name LIKE 'Contact%'").await, 0);
}

/// Steward is down for all but the last of these days, so that half a year takes no longer than a day.
async fn days_later(scene: &mut Scene, days: u32) {
    scene.town.stop().await;
    scene.town.clock.advance((days - 1) * DAY);
    scene.town.start().await;
    scene.town.pass(DAY).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thread_is_known_until_180_days_after_it_was_closed_and_as_long_as_it_is_open() {
    let mut scene = Scene::new().await;
    open(&scene, &scene.bob, "My role").await;
    let contacts = "SELECT count(*) FROM contacts";
    days_later(&mut scene, 200).await;
    assert_eq!(scene.town.number(contacts).await, 1, "it is open");
    let welcome = in_thread(&scene, "Contact 1: My role")[0].id.unwrap();
    press(&scene, &scene.bob, welcome, "Close").await;
    days_later(&mut scene, 179).await;
    assert_eq!(scene.town.number(contacts).await, 1);
    days_later(&mut scene, 2).await;
    assert_eq!(scene.town.number(contacts).await, 0);
}
