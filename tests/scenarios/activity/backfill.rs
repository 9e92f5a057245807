//! Reading back what was missed, and history from before.

use std::time::Duration;

use steward::sandbox::Given;

use crate::support::scene::Scene;
use crate::support::town::{PATIENCE, Town};

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(86_400);

const COUNTED: &str = "SELECT ifnull(sum(messages), 0) FROM activity_days";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_written_in_a_restart_of_seconds_is_read_back_once() {
    let mut town = Town::new().await;
    let (ana, bob) = (town.member("ana"), town.member("bob"));
    let hello = ana.says(town.general, "Hello").unwrap();
    town.pass(MINUTE).await;

    town.stop().await;
    town.clock.advance(10 * SECOND);
    for _ in 0..17 {
        bob.replies(hello, "While nobody counts").unwrap();
    }
    town.clock.advance(10 * SECOND);
    town.start().await;
    ana.says(town.general, "And on").unwrap();
    town.settled().await;
    assert_eq!(town.number(COUNTED).await, 19);
    // bob answered ana, who had written before, and so he did only while nobody listened.
    assert_eq!(town.number("SELECT count(*) FROM connections").await, 1);
    assert_eq!(town.number("SELECT count(*) FROM activity_firsts WHERE reply_ms IS NOT NULL").await, 1);

    town.restart().await;
    town.pass(MINUTE).await;
    assert_eq!(town.number(COUNTED).await, 19, "each counts once");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_connection_without_resume_is_closed_as_a_gap_too() {
    let town = Town::new().await;
    let ana = town.member("ana");
    ana.says(town.general, "Hello").unwrap();
    town.pass(MINUTE).await;
    let sessions = town.sandbox.progress().ready;
    town.sandbox.gateway().invalidate(false);
    assert!(town.sandbox.until(PATIENCE, |progress| !progress.connected).await);
    town.clock.advance(MINUTE);
    ana.says(town.general, "Unheard").unwrap();
    assert!(town.sandbox.until(PATIENCE, |progress| progress.ready > sessions).await);
    town.settled().await;
    town.pass(MINUTE).await;
    assert_eq!(town.number(COUNTED).await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_read_stays_a_gap_that_is_told() {
    let mut town = Town::new().await;
    let ana = town.member("ana");
    ana.says(town.general, "Hello").unwrap();
    town.pass(MINUTE).await;
    town.stop().await;
    town.clock.advance(HOUR);
    ana.says(town.general, "Unheard").unwrap();
    town.close_history();
    town.clock.advance(HOUR);
    town.start().await;
    town.pass(MINUTE).await;
    assert_eq!(town.number(COUNTED).await, 1);
    let told = town.slash(&ana, "stats server", &[]).await;
    assert!(told.text().contains("Not connected for 2 h 1 min in this time."), "{}", told.text());

    // Of the next one everything can be read.
    town.guild.set_overwrites(town.general, &[]);
    town.stop().await;
    town.clock.advance(HOUR);
    ana.says(town.general, "Read later").unwrap();
    town.clock.advance(HOUR);
    town.start().await;
    town.pass(MINUTE).await;
    assert_eq!(town.number(COUNTED).await, 2);
    let told = town.slash(&ana, "stats server", &[]).await;
    assert!(told.text().contains("Not connected for 4 h 1 min in this time; 2 h of it recovered."), "{}", told.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_manager_has_history_read_that_counts_each_message_once() {
    let mut town = Town::without_bot(|_| {}).await;
    let (ana, bob) = (town.member("ana"), town.member("bob"));
    let hidden = town.guild.private_channel("den", &[]);
    for day in 0..3 {
        let hello = ana.says(town.general, "Hello").unwrap();
        for _ in 0..(day * 60) {
            bob.replies(hello, "Hello to you").unwrap();
        }
        town.clock.advance(DAY);
    }
    let thread = bob.opens_thread(town.general, "long ago", None).unwrap();
    bob.says(thread, "In a thread").unwrap();
    town.guild.archive(thread);
    ana.says(hidden, "Nobody else sees this").ok();
    town.clock.advance(DAY);
    town.start().await;
    let scene = Scene::in_town(town).await;
    let (town, magnus) = (&scene.town, &scene.manager);

    let begun = scene.slash(magnus, "activity backfill", &[("since", "90d".into())]).await;
    let again = scene.slash(magnus, "activity backfill", &[]).await;
    town.pass(MINUTE).await;
    let shown = town.click(magnus, &begun, "Refresh").await;
    insta::assert_snapshot!(shown.text(), @"
    History was read
    Channels: all that I can read
    Time: 22 August 2026 09:00 to 20 November 2026 09:00
    Read: 3 of 3 channels and threads
    New messages counted: 184
    ");
    assert_eq!(town.number(COUNTED).await, 184);
    drop(again);

    let given: [(&str, Given); 1] = [("channel", town.general.into())];
    scene.slash(magnus, "activity backfill", &given).await;
    town.pass(MINUTE).await;
    assert_eq!(town.number(COUNTED).await, 184, "each counts once");
    assert_eq!(town.number("SELECT known FROM activity_backfills WHERE backfill_id = 2").await, 184);
    assert_eq!(town.number("SELECT count(*) FROM activity_backfill_channels").await, 0);
    let week = town.slash(magnus, "stats server", &[]).await;
    assert!(week.text().contains("Messages: **184**"), "{}", week.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn archived_threads_are_all_read_when_discord_lists_them_in_pages() {
    let mut town = Town::without_bot(|_| {}).await;
    let ana = town.member("ana");
    // Seven pages of messages leave one request of a turn for threads, of which there are more than a page.
    for number in 0..650 {
        let said = ana.says(town.general, "Hello").unwrap();
        if number % 5 == 0 {
            let thread = ana.opens_thread(town.general, "an answer", Some(said)).unwrap();
            ana.says(thread, "In a thread").unwrap();
            town.guild.archive(thread);
        }
        town.clock.advance(SECOND);
    }
    town.start().await;
    let scene = Scene::in_town(town).await;
    let given: [(&str, Given); 1] = [("channel", scene.town.general.into())];
    scene.slash(&scene.manager, "activity backfill", &given).await;
    scene.town.pass(MINUTE).await;
    assert_eq!(scene.town.number(COUNTED).await, 650 + 130);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reading_goes_on_after_a_restart_one_at_a_time_until_it_is_cancelled() {
    let scene = Scene::new().await;
    let ana = scene.town.member("ana");
    for place in 0..12 {
        let channel = scene.town.guild.channel(&format!("room-{place}"));
        ana.says(channel, "Hello").unwrap();
    }
    let mut town = scene.town;
    let magnus = scene.manager;
    town.settled().await;
    let begun = town.slash(&magnus, "activity backfill", &[]).await;
    insta::assert_snapshot!(begun.text(), @"
    History is being read
    Channels: all that I can read
    Time: 24 August 2026 09:00 to 16 November 2026 09:00
    Looking for channels and threads.
    New messages counted: 0
    It goes on by itself, even after a restart. Only who wrote when, where and to whom is read.
    [Refresh] [Cancel]
    ");
    let second = town.slash(&magnus, "activity backfill", &[]).await;
    insta::assert_snapshot!(second.text(), @"
    One reading at a time. This one isn’t over yet. Wait for it, or cancel it.
    History is being read
    Channels: all that I can read
    Time: 24 August 2026 09:00 to 16 November 2026 09:00
    Read: 4 of 13 channels and threads
    New messages counted: 0
    Counted before: 4
    It goes on by itself, even after a restart. Only who wrote when, where and to whom is read.
    [Refresh] [Cancel]
    ");
    town.restart().await;
    town.pass(MINUTE).await;
    assert_eq!(
        town.number("SELECT count(*) FROM activity_backfills WHERE state = 'done' AND reason = 'asked'").await,
        1
    );
    assert_eq!(town.number(COUNTED).await, 12);

    let begun = town.slash(&magnus, "activity backfill", &[]).await;
    let cancelled = town.click(&magnus, &begun, "Cancel").await;
    insta::assert_snapshot!(cancelled.text(), @"
    Reading history was cancelled
    Channels: all that I can read
    Time: 24 August 2026 09:01 to 16 November 2026 09:01
    New messages counted: 0
    Counted before: 4
    ");
    town.pass(MINUTE).await;
    assert_eq!(town.number("SELECT count(*) FROM activity_backfills WHERE state = 'cancelled'").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backfill_that_cannot_be_says_why() {
    let scene = Scene::new().await;
    let refused = async |given: &[(&str, Given)]| {
        scene
            .slash(&scene.manager, "activity backfill", given)
            .await
            .text()
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let mut told = Vec::new();
    told.push(refused(&[("since", "tomorrow".into())]).await);
    told.push(refused(&[("since", "500d".into())]).await);
    scene.slash(&scene.manager, "activity exclude add", &[]).await;
    told.push(refused(&[("channel", scene.town.general.into())]).await);
    insta::assert_snapshot!(told.join("\n"), @"
    “tomorrow” isn’t a time in the past. Write for example 90d, 2026-09-01 or “last monday”.
    Counts are kept for 400 days, so older history can’t be read. Choose a later day.
    Nothing is counted in #general, so its history can’t be read. Use `/activity exclude remove` first.
    ");
}
