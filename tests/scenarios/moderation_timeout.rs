//! Timeouts: set, lifted, renewed, over, and changed by somebody else; a story for each sentence.

use std::time::Duration;

use steward::sandbox::Given;

use crate::support::scene::{DAY, HOUR, MINUTE, Scene};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_timeout_holds_at_once_and_everybody_is_told_what_is_so() {
    let scene = Scene::new().await;

    let result = scene.timeout(&scene.moderator, "2h").await;

    insta::assert_snapshot!(result.text(), @"
    **Recorded: timeout for @bob, case #1.**
    · timeout, case #1: in force until Monday, 16 November 2026 11:00, in 2 hours
    · told by direct message
    [Undo]
    ");
    insta::assert_snapshot!(scene.last_dm().text(), @"
    A timeout by the moderators of Town
    **What happened:** Flooded the channel.
    **You are in a timeout until Monday, 16 November 2026 11:00, in 1 hour.** Until then you can read, but not write or speak.
    Case #1. Replies here are not read.
    [My record]
    ");
    insta::assert_snapshot!(scene.logged()[0].text(), @"
    Case #1: timeout
    Flooded the channel.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 1 second ago
    On Discord: in force until Monday, 16 November 2026 11:00, in 1 hour
    Notice: told by direct message
    ");
    assert_eq!(scene.held(), Some(scene.now().plus(2 * HOUR).minus(Duration::from_secs(1))));
    let log = scene.town.sandbox.audit_log(scene.town.guild.id());
    insta::assert_snapshot!(log[0]["reason"].as_str().unwrap(), @"Case #1, by 1426856922316800039: Flooded the channel.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_length_is_typed_as_people_say_it() {
    let scene = Scene::new().await;
    let typed: [(&str, Duration); 4] =
        [("90 seconds", MINUTE * 3 / 2), ("30 мин", MINUTE * 30), ("2 ore", HOUR * 2), ("1d 12h", HOUR * 36)];
    for (typed, length) in typed {
        let now = scene.now();
        scene.timeout(&scene.moderator, typed).await;
        assert_eq!(scene.held(), Some(now.plus(length)), "{typed}");
    }

    for wrong in ["soon", "10", "59s", "-2h", "366d", "999999 years"] {
        let refused = scene.timeout(&scene.moderator, wrong).await;
        assert!(refused.text().contains(wrong), "{}", refused.text());
    }
    let refused = |typed| scene.timeout(&scene.moderator, typed);
    insta::assert_snapshot!(refused("soon").await.text(), @"“soon” is no length of time that I can read. Write it like 2h, 1d 12h or 30 min.");
    insta::assert_snapshot!(refused("59s").await.text(), @"“59s” is too short: a timeout takes at least one minute. Write it like 10 min or 2h.");
    insta::assert_snapshot!(refused("366d").await.text(), @"“366d” is too long: a timeout takes at most a year. Write it like 7d or 6 months.");
    assert_eq!(scene.town.number("SELECT count(*) FROM cases").await, 4);
    let empty: [(&str, Given); 3] =
        [("member", (&scene.bob).into()), ("duration", "2d".into()), ("reason", " ".into())];
    insta::assert_snapshot!(scene.slash(&scene.moderator, "timeout", &empty).await.text(), @"A reason is needed. Write what happened; the member reads it.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_timeout_never_shortens_one_that_runs() {
    let scene = Scene::new().await;
    scene.timeout(&scene.moderator, "2d").await;
    let held = scene.held();

    insta::assert_snapshot!(scene.timeout(&scene.manager, "1d").await.text(), @"@bob is already in a timeout until Wednesday, 18 November 2026 09:00, in 1 day: case #1. A new one does not shorten it, so nothing was done. `/case edit` changes its duration, `/untimeout` lifts it.");
    assert_eq!((scene.held(), scene.town.number("SELECT count(*) FROM cases").await), (held, 1));

    // By hand, in Discord.
    scene.manager.times_out(&scene.bob, Some(5 * DAY), "").unwrap();
    let by_hand = scene.held();
    insta::assert_snapshot!(scene.timeout(&scene.manager, "3d").await.text(), @"@bob is already in a timeout until Saturday, 21 November 2026 09:00, in 5 days. A new one does not shorten it, so nothing was done. `/untimeout` lifts it first.");
    assert_eq!(scene.held(), by_hand);
    assert_eq!(scene.line(1, "On Discord").await, "somebody has decided otherwise since, and that holds");
    scene.timeout(&scene.manager, "6d").await;
    assert!(scene.held() > by_hand);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_timeout_is_over_when_its_time_is() {
    let scene = Scene::new().await;
    scene.timeout(&scene.moderator, "2h").await;

    scene.town.pass(2 * HOUR).await;

    assert!(!scene.silenced());
    assert_eq!(scene.told(), 1, "Discord ends it by itself");
    insta::assert_snapshot!(scene.logged()[0].text(), @"
    Case #1: timeout
    Flooded the channel.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 2 hours ago
    On Discord: over
    Notice: told by direct message
    ");
    assert_eq!(scene.town.number("SELECT count(*) FROM jobs WHERE kind LIKE 'moderation.%'").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_in_a_timeout_can_be_let_out_whoever_set_it() {
    let scene = Scene::new().await;
    insta::assert_snapshot!(scene.untimeout(&scene.moderator).await.text(), @"@bob is in no timeout, so there is nothing to lift.");
    scene.timeout(&scene.moderator, "2h").await;
    scene.timeout(&scene.manager, "2d").await;

    insta::assert_snapshot!(scene.untimeout(&scene.moderator).await.text(), @"
    **Recorded: timeout lifted for @bob, case #3.**
    · timeout lifted, case #3: done
    · they were told nothing
    ");

    assert_eq!(scene.held(), None);
    assert_eq!([scene.line(1, "On Discord").await, scene.line(2, "On Discord").await], ["taken back", "taken back"]);
    assert_eq!(scene.town.number("SELECT count(*) FROM jobs WHERE kind LIKE 'moderation.%'").await, 0);
    scene.manager.times_out(&scene.bob, Some(HOUR), "").unwrap();
    let given: [(&str, Given); 2] = [("member", (&scene.bob).into()), ("reason", "We talked.".into())];
    insta::assert_snapshot!(scene.slash(&scene.moderator, "untimeout", &given).await.text(), @"
    **Recorded: timeout lifted for @bob, case #4.**
    · timeout lifted, case #4: done
    · they were told nothing
    ");
    assert_eq!(scene.held(), None);
    insta::assert_snapshot!(scene.view(&scene.moderator, 4).await.text(), @"
    Case #4: timeout lifted
    We talked.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, now
    On Discord: done
    ");
    scene.town.pass(3 * DAY).await;
    assert_eq!(scene.line(2, "On Discord").await, "taken back");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_timeout_is_undone_with_one_press_and_the_person_hears_of_it() {
    let scene = Scene::new().await;
    let result = scene.timeout(&scene.moderator, "2h").await;

    let undone = scene.town.click(&scene.moderator, &result, "Undo").await;
    scene.town.pass(Duration::from_secs(1)).await;

    insta::assert_snapshot!(undone.text(), @"
    **Case #1 about @bob is taken back.** It no longer counts.
    · timeout, case #1: taken back
    · told by direct message
    · word that it was taken back: told by direct message
    ");
    assert_eq!(scene.held(), None);
    let dms: Vec<_> = scene.dms().iter().map(|dm| dm.text().to_owned()).collect();
    insta::assert_snapshot!(dms.join("\n---\n"), @"
    A timeout by the moderators of Town
    The moderators have taken this back. It was from Monday, 16 November 2026 09:00, 2 seconds ago, and it no longer counts.
    Case #1. Replies here are not read.
    ---
    **The moderators of Town have taken something back.** It was from Monday, 16 November 2026 09:00, 2 seconds ago, and it no longer counts. What came with it is being lifted.
    Case #1. Replies here are not read.
    [My record]
    ");
    insta::assert_snapshot!(scene.logged()[0].text(), @"
    Case #1: timeout, taken back
    Flooded the channel.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 2 seconds ago
    On Discord: taken back
    Notice:
    told by direct message
    word that it was taken back: told by direct message
    Taken back: @mona, Monday, 16 November 2026 09:00, 1 second ago
    ");
    assert_eq!(scene.town.number("SELECT count(*) FROM jobs WHERE kind LIKE 'moderation.%'").await, 0);
    // A second click on what was still on the screen.
    let again = scene.moderator.presses_custom_id(scene.town.general, &result, "moderation:undo:1:1").await;
    insta::assert_snapshot!(again.text(), @"Case #1 has been taken back before.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_timeout_is_renewed_until_its_end_and_nobody_notices() {
    let scene = Scene::new().await;
    let begun = scene.now();
    insta::assert_snapshot!(scene.timeout(&scene.moderator, "60d").await.text(), @"
    **Recorded: timeout for @bob, case #1.**
    · timeout, case #1: in force until Friday, 15 January 2027 09:00, in 2 months
    · told by direct message
    [Undo]
    ");

    for day in 1..60 {
        scene.town.pass(DAY).await;
        assert!(scene.silenced(), "day {day}");
        assert!(scene.held().is_some_and(|held| held <= begun.plus(60 * DAY)));
    }
    assert_eq!(scene.held(), Some(begun.plus(60 * DAY)));
    assert_eq!(scene.told(), 4, "once at first, and after 14, 28 and 42 days");
    insta::assert_snapshot!(scene.line(1, "On Discord").await, @"in force until Friday, 15 January 2027 09:00, in 23 hours");
    scene.town.pass(DAY).await;

    assert!(!scene.silenced());
    assert_eq!(scene.line(1, "On Discord").await, "over");
    assert_eq!(scene.told(), 4);
    assert_eq!(scene.town.number("SELECT count(*) FROM jobs WHERE kind LIKE 'moderation.%'").await, 0);
    assert_eq!(scene.logged().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_somebody_has_changed_by_hand_stays_as_it_is() {
    for (hand, days) in [(None, 60), (Some(HOUR * 24 * 3), 60), (Some(27 * DAY), 10), (None, 10)] {
        let scene = Scene::new().await;
        scene.timeout(&scene.moderator, &format!("{days}d")).await;
        scene.town.pass(DAY).await;
        scene.manager.times_out(&scene.bob, hand, "").unwrap();
        let held = scene.held();

        scene.town.pass(days * DAY).await;

        assert_eq!((scene.held(), scene.told()), (held, 1), "{hand:?} after {days} days");
        assert_eq!(
            scene.line(1, "On Discord").await,
            "somebody has decided otherwise since, and that holds",
            "{hand:?} after {days} days"
        );
        assert_eq!(scene.town.number("SELECT count(*) FROM jobs WHERE kind LIKE 'moderation.%'").await, 0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lifting_one_of_two_timeouts_gives_the_other_its_end_back() {
    let scene = Scene::new().await;
    scene.timeout(&scene.moderator, "2d").await;
    let first = scene.held();
    let longer = scene.timeout(&scene.manager, "5d").await;
    assert!(scene.held() > first);

    scene.town.click(&scene.manager, &longer, "Undo").await;

    assert_eq!(scene.held(), first);
    assert_eq!(scene.line(2, "On Discord").await, "taken back");
    scene.town.pass(2 * DAY).await;
    assert_eq!(scene.line(1, "On Discord").await, "over");
    assert_eq!(scene.told(), 3);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_shorter_of_two_timeouts_ends_without_ending_the_longer() {
    let scene = Scene::new().await;
    let shorter = scene.timeout(&scene.moderator, "2d").await;
    scene.timeout(&scene.manager, "5d").await;
    let held = scene.held();

    scene.town.pass(2 * DAY).await;
    assert_eq!([scene.line(1, "On Discord").await, scene.held().is_some().to_string()], ["over", "true"]);
    assert_eq!(scene.held(), held);
    scene.town.click(&scene.moderator, &shorter, "Undo").await;
    assert_eq!(scene.held(), held, "undone too late, and nothing of it to lift");
    scene.town.pass(3 * DAY).await;
    assert_eq!(scene.line(2, "On Discord").await, "over");
    assert_eq!(scene.told(), 2);
}
