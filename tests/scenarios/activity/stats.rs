//! `/stats` of people, channels and newcomers, and what is left out of the counts.

use std::time::Duration;

use steward::sandbox::{Answer, Given, Person};

use crate::support::scene::Scene;
use crate::support::town::Town;

const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(86_400);

/// A command whose answer is for the asker alone.
async fn asks(town: &Town, by: &Person, words: &str, given: &[(&str, Given)]) -> Answer {
    let answer = town.slash(by, words, given).await;
    assert!(answer.ephemeral, "figures are for the asker alone");
    answer
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everyone_sees_their_own_figures_and_moderators_the_totals_of_others() {
    let town = Town::new().await;
    let (ana, bob, mona) = (town.member("ana"), town.member("bob"), town.moderator("mona"));
    let den = town.guild.private_channel("den", &town.guild.roles_of(&mona));
    let empty = asks(&town, &ana, "stats member", &[]).await;
    insta::assert_snapshot!(empty.text(), @"");

    for _ in 0..3 {
        ana.says(town.general, "Hello").unwrap();
    }
    mona.says(den, "Between us").unwrap();
    town.pass(DAY).await;
    ana.says(town.general, "Again").unwrap();
    town.settled().await;
    let own = asks(&town, &ana, "stats member", &[]).await;
    insta::assert_snapshot!(own.text(), @"");
    insta::assert_snapshot!(town.click(&ana, &own, "What is this?").await.text(), @"");
    let posted = town.click(&ana, &own, "Post here").await;
    assert!(!posted.ephemeral);
    insta::assert_snapshot!(posted.text(), @"");
    assert!(asks(&town, &mona, "stats member", &[]).await.text().contains("#den"), "who sees a channel is told of it");

    let refused = asks(&town, &bob, "stats member", &[("member", (&ana).into())]).await;
    insta::assert_snapshot!(refused.text(), @"");
    let audited = "SELECT count(*) FROM audit WHERE action = 'stats.member'";
    assert_eq!(town.number(audited).await, 0);
    let totals = asks(&town, &mona, "stats member", &[("member", (&ana).into())]).await;
    insta::assert_snapshot!(totals.text(), @"");
    assert_eq!(town.number(audited).await, 1);

    asks(&town, &ana, "privacy opt-out", &[]).await;
    insta::assert_snapshot!(asks(&town, &ana, "stats member", &[]).await.text(), @"");
    let declined = asks(&town, &mona, "stats member", &[("member", (&ana).into())]).await;
    insta::assert_snapshot!(declined.text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_channel_has_figures_for_moderators_and_is_not_told_of_where_others_read() {
    let town = Town::new().await;
    let (ana, bob, mona) = (town.member("ana"), town.member("bob"), town.moderator("mona"));
    let den = town.guild.private_channel("den", &town.guild.roles_of(&mona));
    let hello = ana.says(town.general, "Hello").unwrap();
    let thread = bob.opens_thread(town.general, "an answer", Some(hello)).unwrap();
    bob.says(thread, "Hello to you").unwrap();
    for _ in 0..8 {
        mona.says(den, "Between us").unwrap();
    }
    town.settled().await;

    let here = asks(&town, &mona, "stats channel", &[]).await;
    insta::assert_snapshot!(here.text(), @"");
    assert!(!town.click(&mona, &here, "Post here").await.ephemeral);
    let hidden = asks(&town, &mona, "stats channel", &[("channel", den.into()), ("period", "4 weeks".into())]).await;
    insta::assert_snapshot!(hidden.text(), @"");
    let refused = town.click(&mona, &hidden, "Post here").await;
    assert!(refused.ephemeral);
    insta::assert_snapshot!(refused.text(), @"");
    insta::assert_snapshot!(asks(&town, &ana, "stats channel", &[]).await.text(), @"");
}

/// Six weeks: bob is a regular who falls silent, cleo comes and is answered, dora comes and is not.
async fn six_weeks() -> (Town, Person) {
    let town = Town::new().await;
    let (ana, bob, mona) = (town.member("ana"), town.member("bob"), town.moderator("mona"));
    for week in 0..6 {
        let said = ana.says(town.general, "A new week").unwrap();
        if week < 4 {
            bob.replies(said, "Indeed").unwrap();
        }
        if week == 4 {
            let cleo = town.member("cleo").says(town.general, "May I ask something?").unwrap();
            ana.replies(cleo, "Of course").unwrap();
        }
        town.pass(7 * DAY).await;
    }
    ana.says(town.general, "A new week").unwrap();
    town.member("dora").says(town.general, "Is anybody here?").unwrap();
    town.pass(HOUR).await;
    (town, mona)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn staff_see_how_newcomers_fare_who_stayed_and_who_needs_a_person() {
    let (town, mona) = six_weeks().await;
    let newcomers = asks(&town, &mona, "stats newcomers", &[]).await;
    insta::assert_snapshot!(newcomers.text(), @"");
    let needs = town.click(&mona, &newcomers, "Who needs a person today").await;
    assert!(needs.ephemeral);
    insta::assert_snapshot!(needs.text(), @"");
    let posted = town.click(&mona, &newcomers, "Post here").await;
    assert!(!posted.ephemeral && !posted.text().contains("Who needs"));
    insta::assert_snapshot!(posted.text(), @"");

    let cohorts = asks(&town, &mona, "stats cohorts", &[]).await;
    insta::assert_snapshot!(cohorts.text(), @"");
    insta::assert_snapshot!(town.click(&mona, &cohorts, "Post here").await.text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_the_first_weeks_nobody_is_known_to_be_new_or_to_stay() {
    let town = Town::new().await;
    let mona = town.moderator("mona");
    town.member("ana").says(town.general, "Hello").unwrap();
    insta::assert_snapshot!(asks(&town, &mona, "stats cohorts", &[]).await.text(), @"");
    let newcomers = asks(&town, &mona, "stats newcomers", &[]).await;
    insta::assert_snapshot!(newcomers.text(), @"");
    insta::assert_snapshot!(town.click(&mona, &newcomers, "Who needs a person today").await.text(), @"");
    for locale in ["ru", "ro"] {
        let mona = mona.clone().locale(locale);
        let newcomers = asks(&town, &mona, "stats newcomers", &[]).await;
        assert!(!newcomers.text().contains("stats-"), "{}", newcomers.text());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_counted_in_an_excluded_channel_and_its_threads_until_it_is_counted_again() {
    let scene = Scene::new().await;
    let (town, magnus) = (&scene.town, &scene.manager);
    let ana = town.member("ana");
    let count = "SELECT ifnull(sum(messages), 0) FROM activity_days";
    insta::assert_snapshot!(scene.slash(magnus, "activity exclude list", &[]).await.text(), @"");
    let hello = ana.says(town.general, "Hello").unwrap();
    town.settled().await;
    assert_eq!(town.number(count).await, 1);

    insta::assert_snapshot!(scene.slash(magnus, "activity exclude add", &[]).await.text(), @"");
    insta::assert_snapshot!(scene.slash(magnus, "activity exclude add", &[]).await.text(), @"");
    let thread = ana.opens_thread(town.general, "an answer", Some(hello)).unwrap();
    town.settled().await;
    ana.says(thread, "Not counted").unwrap();
    ana.says(town.general, "Nor this").unwrap();
    ana.reacts(hello, "👍").unwrap();
    town.settled().await;
    assert_eq!(town.number("SELECT sum(messages + reactions) FROM activity_days").await, 1);
    insta::assert_snapshot!(scene.slash(magnus, "activity exclude list", &[]).await.text(), @"");
    let thread_alone = scene.slash(magnus, "activity exclude remove", &[("channel", thread.into())]).await;
    insta::assert_snapshot!(thread_alone.text(), @"");

    insta::assert_snapshot!(scene.slash(magnus, "activity exclude remove", &[]).await.text(), @"");
    insta::assert_snapshot!(scene.slash(magnus, "activity exclude remove", &[]).await.text(), @"");
    ana.says(thread, "Counted").unwrap();
    town.settled().await;
    assert_eq!(town.number(count).await, 2);
    assert_eq!(town.number("SELECT count(*) FROM audit WHERE action LIKE 'activity.%clude'").await, 2);
    insta::assert_snapshot!(scene.slash(&scene.moderator, "activity exclude list", &[]).await.text(), @"");
}
