//! Timeouts: set, lifted, renewed, over, and changed by somebody else; a story for each sentence.

use std::time::Duration;

use steward::clock::Timestamp;
use steward::sandbox::{Given, Person};

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
    If we got something wrong, or you want to explain, press **Appeal** before 16 December 2026. Someone other than the moderator who decided will read it.
    Case #1. Replies here are not read.
    [Appeal] [My record]
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
    let reason = format!("Case #1, by {}: Flooded the channel.", scene.moderator.id());
    assert_eq!(log[0]["reason"].as_str(), Some(reason.as_str()));
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
    insta::assert_snapshot!(refused("soon").await.text(), @"
    “soon” is no length of time that I can read. Write it like 2h, 1d 12h or 30 min.
    [Correct]
    ");
    insta::assert_snapshot!(refused("59s").await.text(), @"
    “59s” is too short: a timeout takes at least one minute. Write it like 10 min or 2h.
    [Correct]
    ");
    insta::assert_snapshot!(refused("366d").await.text(), @"
    “366d” is too long: a timeout takes at most a year. Write it like 7d or 6 months.
    [Correct]
    ");
    assert_eq!(scene.town.number("SELECT count(*) FROM cases").await, 4);
    let empty: [(&str, Given); 3] =
        [("member", (&scene.bob).into()), ("duration", "2d".into()), ("reason", " ".into())];
    insta::assert_snapshot!(scene.slash(&scene.moderator, "timeout", &empty).await.text(), @"
    A reason is needed. Write what happened; the member reads it.
    [Correct]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_timeout_never_shortens_one_that_runs() {
    let scene = Scene::new().await;
    scene.timeout(&scene.moderator, "2d").await;
    let held = scene.held();

    insta::assert_snapshot!(scene.timeout(&scene.manager, "1d").await.text(), @"
    @bob is already in a timeout until Wednesday, 18 November 2026 09:00, in 1 day: case #1. This one would not make it longer, so nothing was done. `/case edit` changes its duration, `/untimeout` lifts it.
    [Correct]
    ");
    assert_eq!((scene.held(), scene.town.number("SELECT count(*) FROM cases").await), (held, 1));

    // By hand, in Discord.
    scene.manager.times_out(&scene.bob, Some(5 * DAY), "").unwrap();
    let by_hand = scene.held();
    insta::assert_snapshot!(scene.timeout(&scene.manager, "3d").await.text(), @"
    @bob is already in a timeout until Saturday, 21 November 2026 09:00, in 5 days: case #2. This one would not make it longer, so nothing was done. `/case edit` changes its duration, `/untimeout` lifts it.
    [Correct]
    ");
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
    scene.timeout(&scene.moderator, "1h").await;
    scene.manager.times_out(&scene.bob, None, "").unwrap();
    insta::assert_snapshot!(scene.untimeout(&scene.moderator).await.text(), @"@bob is in no timeout, so there is nothing to lift.");
    assert_eq!(scene.line(1, "On Discord").await, "somebody has decided otherwise since, and that holds");
    scene.timeout(&scene.moderator, "2h").await;
    scene.timeout(&scene.manager, "2d").await;

    insta::assert_snapshot!(scene.untimeout(&scene.moderator).await.text(), @"
    **Recorded: timeout lifted for @bob, case #5.**
    · timeout lifted, case #5: done
    · they were told nothing
    ");

    assert_eq!(scene.held(), None);
    assert_eq!([scene.line(3, "On Discord").await, scene.line(4, "On Discord").await], ["taken back", "taken back"]);
    assert_eq!(scene.town.number("SELECT count(*) FROM jobs WHERE kind LIKE 'moderation.%'").await, 0);
    scene.manager.times_out(&scene.bob, Some(HOUR), "").unwrap();
    let given: [(&str, Given); 2] = [("member", (&scene.bob).into()), ("reason", "We talked.".into())];
    insta::assert_snapshot!(scene.slash(&scene.moderator, "untimeout", &given).await.text(), @"
    **Recorded: timeout lifted for @bob, case #7.**
    · timeout lifted, case #7: done
    · they were told nothing
    ");
    assert_eq!(scene.held(), None);
    insta::assert_snapshot!(scene.view(&scene.moderator, 7).await.text(), @"
    Case #7: timeout lifted
    We talked.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, now
    On Discord: done
    ");
    scene.town.pass(3 * DAY).await;
    assert_eq!(scene.line(3, "On Discord").await, "taken back");
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
    [My record]
    ---
    **The moderators of Town have taken back your timeout.** It was from Monday, 16 November 2026 09:00, 2 seconds ago, and it no longer counts. The timeout is being lifted.
    Case #1. Replies here are not read.
    [My record]
    ");
    insta::assert_snapshot!(scene.logged()[0].text(), @"
    Case #1: timeout, taken back
    Flooded the channel.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 2 seconds ago
    Taken back: @mona, Monday, 16 November 2026 09:00, 1 second ago
    On Discord: taken back
    Notice:
    told by direct message
    word that it was taken back: told by direct message
    ");
    assert_eq!(scene.town.number("SELECT count(*) FROM jobs WHERE kind LIKE 'moderation.%'").await, 0);
    // A second click on what was still on the screen.
    let again = scene.moderator.presses_custom_id(scene.town.general, &result, "moderation:undo:1:1").await;
    insta::assert_snapshot!(again.text(), @"@mona has taken case #1 back already, Monday, 16 November 2026 09:00, 1 second ago.");
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
        assert_eq!(
            scene.town.number("SELECT count(*) FROM jobs WHERE kind LIKE 'moderation.%' AND row_id = 1").await,
            0
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lifting_one_of_two_timeouts_gives_the_other_its_end_back() {
    let scene = Scene::new().await;
    scene.timeout(&scene.moderator, "2d").await;
    let first = scene.held();
    let longer = scene.timeout(&scene.manager, "5d").await;
    assert!(scene.held() > first);

    let undone = scene.town.click(&scene.manager, &longer, "Undo").await;
    scene.town.pass(Duration::from_secs(1)).await;

    assert_eq!(scene.held(), first);
    assert_eq!(scene.line(2, "On Discord").await, "taken back");
    assert!(undone.text().contains("· case #1 stays in force until "), "{}", undone.text());
    let word = scene.last_dm().text().to_owned();
    assert!(word.contains("You’re still timed out until ") && word.contains("case #1"), "{word}");
    assert!(!word.contains("is being lifted"), "{word}");
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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_discord_does_not_permit_is_said_with_the_name_of_the_permission() {
    let scene = Scene::new().await;
    scene.town.sandbox.faults().fail("PATCH /guilds/*/members/*", 1, 403, 50_013);

    insta::assert_snapshot!(scene.timeout(&scene.moderator, "2h").await.text(), @"
    **Recorded: timeout for @bob, case #1.**
    · timeout, case #1: not done. Discord did not let me do that. My role needs “Time out members”, and its place has to be above everyone it is done to: look under Server Settings → Roles, then try again.
    · the notice was taken back before it was sent
    [Undo]
    ");

    assert_eq!(scene.held(), None);
    insta::assert_snapshot!(scene.logged()[0].text(), @"
    Case #1: timeout
    Flooded the channel.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 1 second ago
    On Discord: not done. Discord did not let me do that. My role needs “Time out members”, and its place has to be above everyone it is done to: look under Server Settings → Roles, then try again.
    Notice: the notice was taken back before it was sent
    ");
    // What is known beforehand is said beforehand, and nothing is recorded.
    scene.town.guild.bot_permissions(0);
    insta::assert_snapshot!(scene.timeout(&scene.moderator, "2h").await.text(), @"I lack the permission “Time out members” for that. Someone who manages the server can give it to my role under Server Settings → Roles; then try again.");
    assert_eq!(scene.town.number("SELECT count(*) FROM cases").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_put_into_a_timeout_who_is_not_there_or_stands_too_high() {
    let scene = Scene::new().await;
    let given = |member: &Person| -> [(&'static str, Given); 3] {
        [("member", member.into()), ("duration", "2h".into()), ("reason", "Flooded.".into())]
    };
    let gone = scene.town.member("gone");
    scene.town.settled().await;
    gone.leaves(scene.town.guild.id()).unwrap();
    insta::assert_snapshot!(scene.slash(&scene.moderator, "timeout", &given(&gone)).await.text(), @"@gone is not in this server, so this would reach nobody and nothing was done. What you want to remember can be written down as a note.");
    let lifts: [(&str, Given); 1] = [("member", (&gone).into())];
    insta::assert_snapshot!(scene.slash(&scene.moderator, "untimeout", &lifts).await.text(), @"@gone is not in this server, so their timeout cannot be lifted now. If they come back before it ends, try again then.");
    for above in [&scene.manager, &scene.town.guild.owner(), &scene.moderator] {
        let refused = scene.slash(&scene.moderator, "timeout", &given(above)).await;
        assert!(!refused.text().contains("Recorded"), "{}", refused.text());
    }
    let refused = scene.helper.slash_hidden(scene.town.general, "timeout", &given(&scene.bob)).await.unwrap();
    assert!(refused.text().starts_with("Only moderators"), "{}", refused.text());
    assert_eq!(scene.town.number("SELECT count(*) FROM cases").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_closed_dm_is_said_and_the_timeout_holds_all_the_same() {
    let scene = Scene::new().await;
    scene.bob.closes_dms();
    insta::assert_snapshot!(scene.timeout(&scene.moderator, "2h").await.text(), @"
    **Recorded: timeout for @bob, case #1.**
    · timeout, case #1: in force until Monday, 16 November 2026 11:00, in 2 hours
    · their direct messages are closed to me, so they have not been told
    [Undo] [Read in channel]
    ");
    assert!(scene.silenced());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_leaves_is_waited_for_until_the_end() {
    let scene = Scene::new().await;
    scene.timeout(&scene.moderator, "60d").await;
    scene.bob.leaves(scene.town.guild.id()).unwrap();
    scene.town.pass(20 * DAY).await;
    insta::assert_snapshot!(scene.line(1, "On Discord").await, @"in force until Friday, 15 January 2027 09:00, in 1 month");
    assert_eq!(scene.told(), 1, "nothing can be done for who is not there");
    scene.town.pass(41 * DAY).await;
    assert_eq!(scene.line(1, "On Discord").await, "over");
}

/// A timeout, before Discord or Steward is away.
struct Away {
    scene: Scene,
    begun: Timestamp,
}

impl Away {
    async fn after(length: &str) -> Self {
        let scene = Scene::new().await;
        let begun = scene.now();
        scene.timeout(&scene.moderator, length).await;
        Self { scene, begun }
    }

    /// Steward is down for so many days.
    async fn down(&mut self, days: u32) {
        self.scene.town.stop().await;
        self.scene.town.clock.advance(days * DAY);
        self.scene.town.start().await;
        self.scene.town.pass(MINUTE).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_timeout_that_ended_while_steward_was_down_is_over_and_not_touched() {
    for days in [1, 8, 40] {
        let mut away = Away::after("12h").await;
        away.down(days).await;
        let Away { scene, begun } = &away;

        assert_eq!((scene.held(), scene.told()), (Some(begun.plus(12 * HOUR)), 1), "{days} days");
        assert_eq!(scene.line(1, "On Discord").await, "over");
        let ended = "SELECT count(*) FROM cases WHERE act = 'ended' AND ended_at = until";
        assert_eq!(scene.town.number(ended).await, 1, "{days} days");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_timeout_bears_a_downtime_of_eight_days_at_any_time() {
    for before in [1, 10, 13, 19] {
        let mut away = Away::after("60d").await;
        away.scene.town.pass(before * DAY).await;
        away.down(8).await;
        let Away { scene, begun } = &away;

        assert!(scene.silenced(), "after {before} days");
        let lapses = "SELECT count(*) FROM cases WHERE lapsed_at IS NOT NULL";
        assert_eq!(scene.town.number(lapses).await, 0, "after {before} days");
        scene.town.pass((60 - 8 - before) * DAY).await;
        assert_eq!((scene.held(), scene.silenced()), (Some(begun.plus(60 * DAY)), false));
        assert_eq!(scene.line(1, "On Discord").await, "over");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_timeout_that_ran_out_while_steward_was_down_is_set_again_and_says_so() {
    let mut away = Away::after("100d").await;
    away.down(40).await;
    let Away { scene, begun } = &away;

    assert!(scene.silenced());
    assert_eq!(scene.held(), Some(begun.plus(67 * DAY + Duration::from_secs(1))));
    insta::assert_snapshot!(scene.line(1, "On Discord").await, @"in force until Wednesday, 24 February 2027 09:00, in 1 month; it had run out from 13 December 2026 09:00 to 26 December 2026 09:00, while I could not set it again");
    insta::assert_snapshot!(scene.logged()[0].text(), @"
    Case #1: timeout
    Flooded the channel.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 1 month ago
    On Discord: in force until Wednesday, 24 February 2027 09:00, in 1 month; it had run out from 13 December 2026 09:00 to 26 December 2026 09:00, while I could not set it again
    Notice: told by direct message
    ");
    scene.town.pass(60 * DAY).await;
    assert_eq!(scene.line(1, "On Discord").await, "over");
    assert_eq!(scene.held(), Some(begun.plus(100 * DAY)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_changed_by_hand_while_steward_was_down_stays() {
    for hand in [None, Some(3 * DAY)] {
        let mut away = Away::after("100d").await;
        away.scene.town.stop().await;
        away.scene.manager.times_out(&away.scene.bob, hand, "").unwrap();
        let held = away.scene.held();
        away.scene.town.clock.advance(40 * DAY);
        away.scene.town.start().await;
        away.scene.town.pass(MINUTE).await;
        let scene = &away.scene;

        assert_eq!((scene.held(), scene.told()), (held, 1));
        assert_eq!(scene.line(1, "On Discord").await, "somebody has decided otherwise since, and that holds");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_day_without_discord_over_an_end_and_over_a_renewal() {
    for (length, before) in [("2d", 47 * HOUR), ("60d", 13 * DAY + 12 * HOUR)] {
        let away = Away::after(length).await;
        let Away { scene, .. } = &away;
        scene.town.pass(before).await;
        scene.town.sandbox.faults().fail("* /**", 1_000_000, 503, 0);
        scene.town.pass(DAY).await;
        scene.town.sandbox.faults().clear();
        scene.town.pass(2 * HOUR).await;

        assert_eq!(scene.silenced(), length == "60d");
        let line = scene.line(1, "On Discord").await;
        assert_eq!(line.starts_with("in force until"), length == "60d", "{line}");
        assert_eq!(line == "over", length == "2d", "{line}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_timeout_ordered_into_an_outage_holds_later_or_not_at_all() {
    for (length, later) in [("2d", true), ("2h", false)] {
        let scene = Scene::new().await;
        scene.town.sandbox.faults().fail("PATCH /guilds/*/members/*", 1_000_000, 503, 0);
        let result = scene.timeout(&scene.moderator, length).await;
        assert!(result.text().contains("timeout, case #1: still on its way"), "{}", result.text());
        assert!(scene.dms().is_empty(), "they are told when it holds");
        scene.town.pass(DAY).await;
        scene.town.sandbox.faults().clear();
        scene.town.pass(2 * HOUR).await;

        assert_eq!(scene.silenced(), later);
        assert_eq!(scene.dms().len(), usize::from(later));
        let line = scene.line(1, "On Discord").await;
        if !later {
            insta::assert_snapshot!(line, @"not done. It could not be done in time.");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_still_on_its_way_is_taken_back_before_it_holds() {
    let scene = Scene::new().await;
    scene.town.sandbox.faults().fail("PATCH /guilds/*/members/*", 1_000_000, 503, 0);
    let result = scene.timeout(&scene.moderator, "2d").await;
    let undone = scene.town.click(&scene.moderator, &result, "Undo").await;
    insta::assert_snapshot!(undone.text(), @"
    **Case #1 about @bob is taken back.** It no longer counts.
    · timeout, case #1: being taken back
    · the notice was taken back before it was sent
    ");
    scene.town.sandbox.faults().clear();
    scene.town.pass(2 * HOUR).await;

    assert_eq!(scene.held(), None);
    assert!(scene.dms().is_empty());
    assert_eq!(scene.line(1, "On Discord").await, "taken back");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clock_that_is_set_back_an_hour_ends_nothing_early_and_nothing_twice() {
    for length in ["90 min", "60d"] {
        let away = Away::after(length).await;
        let Away { scene, begun } = &away;
        scene.town.pass(HOUR).await;
        scene.town.clock.set(*begun);
        scene.town.pass(80 * MINUTE).await;
        assert!(scene.silenced());
        let ends = if length == "60d" { begun.plus(60 * DAY) } else { begun.plus(90 * MINUTE) };
        scene.town.pass(Duration::from_millis(u64::try_from(ends.since(scene.now())).unwrap())).await;

        assert_eq!((scene.held(), scene.silenced()), (Some(ends), false));
        assert_eq!(scene.line(1, "On Discord").await, "over");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_that_runs_twice_does_everything_once() {
    let scene = Scene::new().await;
    let begun = scene.now();
    scene.timeout(&scene.moderator, "60d").await;
    for day in [0, 13, 14, 20, 59] {
        let passed = u64::try_from(scene.now().since(begun)).unwrap();
        scene.town.pass((day * DAY).saturating_sub(Duration::from_millis(passed))).await;
        let before = (scene.held(), scene.told(), scene.dms().len(), scene.line(1, "On Discord").await);
        for kind in ["moderation.renew", "moderation.end", "moderation.end", "moderation.renew"] {
            scene.again(kind, 1).await;
        }
        let after = (scene.held(), scene.told(), scene.dms().len(), scene.line(1, "On Discord").await);
        assert_eq!(before, after, "day {day}");
    }
    scene.town.pass(2 * DAY).await;
    assert_eq!(scene.line(1, "On Discord").await, "over");
    let told = scene.told();
    scene.again("moderation.end", 1).await;
    scene.again("moderation.renew", 1).await;
    assert_eq!((scene.told(), scene.line(1, "On Discord").await.as_str()), (told, "over"));
    let jobs = "SELECT count(*) FROM jobs WHERE kind LIKE 'moderation.%'";
    assert_eq!(scene.town.number(jobs).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_lifted_is_said_and_tried_again() {
    let scene = Scene::new().await;
    let result = scene.timeout(&scene.moderator, "2d").await;
    scene.town.sandbox.faults().fail("PATCH /guilds/*/members/*", 1, 403, 50_013);

    let undone = scene.town.click(&scene.moderator, &result, "Undo").await;

    insta::assert_snapshot!(undone.text(), @"
    **Case #1 about @bob is taken back.** It no longer counts.
    · timeout, case #1: still in force, it could not be taken back. Discord did not let me do that. My role needs “Time out members”, and its place has to be above everyone it is done to: look under Server Settings → Roles, then try again.
    · told by direct message
    · word that it was taken back: told by direct message
    ");
    assert!(scene.silenced());
    // A moderator need not be one any more.
    scene.town.guild.set_roles(&scene.moderator, &[]);
    scene.town.pass(HOUR + MINUTE).await;
    assert_eq!(scene.held(), None);
    insta::assert_snapshot!(scene.logged()[0].text(), @"
    Case #1: timeout, taken back
    Flooded the channel.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 1 hour ago
    Taken back: @mona, Monday, 16 November 2026 09:00, 1 hour ago
    On Discord: taken back
    Notice:
    told by direct message
    word that it was taken back: told by direct message
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_still_on_its_way_can_be_lengthened_and_lifted() {
    let scene = Scene::new().await;
    let begun = scene.now();
    scene.town.sandbox.faults().fail("PATCH /guilds/*/members/*", 1_000_000, 503, 0);
    scene.timeout(&scene.moderator, "2d").await;
    let given: [(&str, Given); 2] = [("number", 1.into()), ("duration", "4d".into())];
    let edited = scene.slash(&scene.moderator, "case edit", &given).await;
    insta::assert_snapshot!(edited.text(), @"
    **Case #1 about @bob is changed.**
    · it ends Friday, 20 November 2026 09:00, in 3 days, not Wednesday, 18 November 2026 09:00, in 1 day
    · timeout, case #1: still on its way
    ");
    scene.town.sandbox.faults().clear();
    scene.town.pass(2 * HOUR).await;
    assert_eq!(scene.held(), Some(begun.plus(4 * DAY)));
    assert!(scene.last_dm().text().contains("until Friday, 20 November 2026 09:00"), "{}", scene.last_dm().text());

    scene.town.sandbox.faults().fail("PATCH /guilds/*/members/*", 1_000_000, 503, 0);
    scene.timeout(&scene.manager, "10d").await;
    insta::assert_snapshot!(scene.untimeout(&scene.moderator).await.text(), @"
    **Recorded: timeout lifted for @bob, case #3.**
    · timeout lifted, case #3: still on its way
    · they were told nothing
    ");
    scene.town.sandbox.faults().clear();
    scene.town.pass(2 * HOUR).await;

    assert_eq!(scene.held(), None);
    assert_eq!([scene.line(1, "On Discord").await, scene.line(2, "On Discord").await], ["taken back", "taken back"]);
    insta::assert_snapshot!(scene.last_dm().text(), @"
    A timeout by the moderators of Town
    **What happened:** Flooded the channel.
    **The timeout that came with this has been lifted.**
    If we got something wrong, or you want to explain, press **Appeal** before 16 December 2026. Someone other than the moderator who decided will read it.
    Case #2. Replies here are not read.
    [Appeal] [My record]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_that_is_lost_leaves_nothing_twice() {
    let scene = Scene::new().await;
    let begun = scene.now();
    scene.town.sandbox.faults().fail_after_applying("PATCH /guilds/*/members/*", 1, 502);
    scene.timeout(&scene.moderator, "60d").await;
    scene.town.pass(MINUTE).await;
    assert_eq!((scene.held(), scene.dms().len()), (Some(begun.plus(27 * DAY)), 1));
    // The renewal is heard, and its answer never comes in time.
    scene.town.pass(13 * DAY).await;
    scene.town.sandbox.faults().fail_after_applying("PATCH /guilds/*/members/*", 100, 502);
    scene.town.pass(2 * DAY).await;
    scene.town.sandbox.faults().clear();
    scene.town.pass(DAY).await;
    assert!(scene.held() > Some(begun.plus(40 * DAY)));
    assert!(scene.line(1, "On Discord").await.starts_with("in force until"));
    // Lifted, and the answer is lost.
    let question =
        scene.slash(&scene.moderator, "case void", &[("number", 1.into()), ("reason", "wrong".into())]).await;
    scene.town.sandbox.faults().fail_after_applying("PATCH /guilds/*/members/*", 100, 502);
    scene.town.click(&scene.moderator, &question, "Void and lift").await;
    scene.town.sandbox.faults().clear();
    scene.town.pass(DAY).await;
    assert_eq!((scene.held(), scene.line(1, "On Discord").await.as_str()), (None, "taken back"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_renewal_that_discord_does_not_permit_is_said_and_tried_again() {
    let scene = Scene::new().await;
    scene.timeout(&scene.moderator, "60d").await;
    scene.town.pass(13 * DAY).await;
    scene.town.sandbox.faults().fail("PATCH /guilds/*/members/*", 4, 403, 50_013);
    scene.town.pass(DAY + MINUTE).await;
    insta::assert_snapshot!(scene.line(1, "On Discord").await, @"in force until Sunday, 13 December 2026 09:00, in 12 days: Discord has not taken another end so far. Discord did not let me do that. My role needs “Time out members”, and its place has to be above everyone it is done to: look under Server Settings → Roles, then try again.");
    scene.town.pass(DAY).await;
    assert_eq!(scene.line(1, "On Discord").await, "in force until Friday, 15 January 2027 09:00, in 1 month");

    // Until it has run out, and beyond.
    scene.town.sandbox.faults().fail("PATCH /guilds/*/members/*", 1_000, 403, 50_013);
    scene.town.pass(30 * DAY).await;
    assert!(!scene.silenced());
    insta::assert_snapshot!(scene.line(1, "On Discord").await, @"not in force since Monday, 28 December 2026 09:00, 3 days ago: it ran out and could not be set again. Discord did not let me do that. My role needs “Time out members”, and its place has to be above everyone it is done to: look under Server Settings → Roles, then try again.");
    scene.town.sandbox.faults().clear();
    scene.town.pass(DAY).await;
    insta::assert_snapshot!(scene.line(1, "On Discord").await, @"in force until Friday, 15 January 2027 09:00, in 13 days; it had run out from 28 December 2026 09:00 to 31 December 2026 15:00, while I could not set it again");
    assert!(scene.silenced());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_moderators_at_once_set_one_timeout() {
    let scene = Scene::new().await;
    let given: [(&str, Given); 3] =
        [("member", (&scene.bob).into()), ("duration", "2h".into()), ("reason", "Flooded.".into())];
    scene.town.settled().await;
    let (one, two) = tokio::join!(
        scene.moderator.slash(scene.town.general, "timeout", &given),
        scene.manager.slash(scene.town.general, "timeout", &given),
    );
    let told = [one.unwrap().text().to_owned(), two.unwrap().text().to_owned()];
    scene.town.pass(MINUTE).await;

    assert_eq!(told.iter().filter(|text| text.starts_with("**Recorded")).count(), 1, "{told:?}");
    assert_eq!(told.iter().filter(|text| text.contains("already in a timeout")).count(), 1, "{told:?}");
    assert_eq!((scene.told(), scene.dms().len()), (1, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_changed_while_it_is_being_lifted_is_lifted() {
    let scene = Scene::new().await;
    scene.timeout(&scene.moderator, "2d").await;
    scene.town.sandbox.faults().fail("PATCH /guilds/*/members/*", 1_000_000, 503, 0);
    scene.untimeout(&scene.moderator).await;
    let given: [(&str, Given); 2] = [("number", 1.into()), ("duration", "4d".into())];
    scene.slash(&scene.moderator, "case edit", &given).await;
    scene.town.sandbox.faults().clear();
    scene.town.pass(2 * HOUR).await;

    assert_eq!((scene.held(), scene.line(1, "On Discord").await.as_str()), (None, "taken back"));
}
