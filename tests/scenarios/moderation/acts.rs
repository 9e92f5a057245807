//! Kicks and bans: done at once, with an end, lifted, and changed by somebody else; a story for each
//! sentence.

use std::time::Duration;

use steward::sandbox::faults::Fault;
use steward::sandbox::{Answer, BOT_RIGHTS, Given, Person, rights};

use crate::support::scene::{DAY, HOUR, MINUTE, Scene};

const SECOND: Duration = Duration::from_secs(1);
const BAN: &str = "PUT /guilds/*/bans/*";
const UNBAN: &str = "DELETE /guilds/*/bans/*";
const KICK: &str = "DELETE /guilds/*/members/*";

/// `/ban` of somebody; then a second, in which the next message can be sent.
async fn ban(scene: &Scene, by: &Person, whom: &Person, more: &[(&'static str, Given)]) -> Answer {
    let mut given: Vec<(&str, Given)> = vec![("user", whom.into()), ("reason", "Spam in every channel.".into())];
    given.extend(more.iter().cloned());
    let answer = scene.slash(by, "ban", &given).await;
    scene.town.pass(SECOND).await;
    answer
}

async fn ban_bob(scene: &Scene, more: &[(&'static str, Given)]) -> Answer {
    ban(scene, &scene.moderator, &scene.bob, more).await
}

fn until(typed: &str) -> [(&'static str, Given); 1] {
    [("duration", typed.into())]
}

async fn unban(scene: &Scene, by: &Person, whom: &Person) -> Answer {
    let answer = scene.slash(by, "unban", &[("user", whom.into())]).await;
    scene.town.pass(SECOND).await;
    answer
}

async fn kick(scene: &Scene, by: &Person, whom: &Person) -> Answer {
    let given: [(&str, Given); 2] = [("member", whom.into()), ("reason", "Advertised again.".into())];
    let answer = scene.slash(by, "kick", &given).await;
    scene.town.pass(SECOND).await;
    answer
}

/// The same, with what they wrote in the last day; then a second.
async fn kick_and_delete(scene: &Scene) -> Answer {
    let (bob, reason) = ((&scene.bob).into(), "Advertised again.".into());
    let given: [(&str, Given); 3] = [("member", bob), ("reason", reason), ("delete_messages", "last day".into())];
    let answer = scene.slash(&scene.moderator, "kick", &given).await;
    scene.town.pass(SECOND).await;
    answer
}

fn banned(scene: &Scene) -> bool {
    scene.town.guild.is_banned(&scene.bob)
}

async fn jobs(scene: &Scene) -> i64 {
    scene.town.number("SELECT count(*) FROM jobs WHERE kind LIKE 'moderation.%'").await
}

/// The place of a call among all that were made.
fn place(scene: &Scene, what: &str) -> usize {
    let calls = scene.town.sandbox.requests();
    let place = calls.iter().rposition(|one| format!("{} {}", one.method, one.path).starts_with(what));
    place.unwrap_or_else(|| panic!("no {what}"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_kicked_hears_of_it_before() {
    let scene = Scene::new().await;

    let result = kick(&scene, &scene.moderator, &scene.bob).await;

    insta::assert_snapshot!(result.text(), @"
    **Recorded: kick for @bob, case #1.**
    · kick, case #1: done
    · told by direct message
    [Undo]
    ");
    assert!(!scene.town.guild.is_member(&scene.bob) && !banned(&scene));
    insta::assert_snapshot!(scene.last_dm().text(), @"
    Removed by the moderators of Town
    **What happened:** Advertised again.
    **You are being removed from the server.** You can come back with an invitation.
    If we got something wrong, or you want to explain, press **Appeal** before 16 December 2026. Someone other than the moderator who decided will read it.
    Case #1. Replies here are not read.
    [Appeal] [My record]
    ");
    assert!(place(&scene, "POST /users/@me/channels") < place(&scene, "DELETE /guilds/"));
    insta::assert_snapshot!(scene.logged()[0].text(), @"
    Case #1: kick
    Advertised again.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 1 second ago
    On Discord: done
    Notice: told by direct message
    ");
    let log = scene.town.sandbox.audit_log(scene.town.guild.id());
    let reason = format!("Case #1, by {}: Advertised again.", scene.moderator.id());
    assert_eq!(log[0]["reason"].as_str(), Some(reason.as_str()));
    insta::assert_snapshot!(kick(&scene, &scene.moderator, &scene.bob).await.text(), @"@bob is not in this server, so this would reach nobody and nothing was done. What you want to remember can be written down as a note.");
    let cleo = scene.town.member("cleo");
    let empty: [(&str, Given); 2] = [("member", (&cleo).into()), ("reason", " ".into())];
    insta::assert_snapshot!(scene.slash(&scene.moderator, "kick", &empty).await.text(), @"
    A reason is needed. Write what happened; the member reads it.
    [Correct]
    ");
    assert_eq!(scene.town.number("SELECT count(*) FROM cases").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_kick_takes_messages_along_and_leaves_nobody_banned() {
    let scene = Scene::new().await;
    scene.bob.says(scene.town.general, "Buy my coins!").unwrap();

    let result = kick_and_delete(&scene).await;

    insta::assert_snapshot!(result.text(), @"
    **Recorded: kick for @bob, case #1.**
    · kick, case #1: done
    · their messages of the last 24 h are deleted. For that I banned them and lifted the ban at once, so they can come back
    · told by direct message
    [Undo]
    ");
    assert!(!scene.town.guild.is_member(&scene.bob) && !banned(&scene));
    assert!(scene.town.sandbox.messages(scene.town.general, &scene.helper).is_empty());
    assert!(format!("{:?}", scene.town.sandbox.calls(BAN)).contains("86400"));
    assert!(place(&scene, "POST /users/@me/channels") < place(&scene, "PUT /guilds/"), "the notice goes before");
    assert_eq!((scene.town.sandbox.calls(UNBAN).len(), scene.town.sandbox.calls(KICK).len()), (1, 0));
    assert!(scene.last_dm().text().starts_with("Removed by the moderators of Town"));
    scene.town.pass(MINUTE).await;
    let entry = scene.logged().remove(0);
    let said = ["Case #1: kick", "On Discord: done", "Messages: their messages of the last 24 h are deleted. For that"];
    assert!(said.iter().all(|line| entry.text().contains(line)), "{}", entry.text());
    assert_eq!((scene.logged().len(), jobs(&scene).await), (1, 0));
    assert_eq!(scene.town.number("SELECT count(*) FROM cases").await, 1, "neither step is an act by hand");
    scene.bob.joins(scene.town.guild.id()).unwrap();
    let history = scene.slash(&scene.helper, "history", &[("member", (&scene.bob).into())]).await;
    assert!(history.text().contains("**#1** kick · "), "{}", history.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ban_that_only_deletes_messages_is_lifted_whatever_discord_answers() {
    for (route, trouble) in [
        (UNBAN, Fault::Fail { status: 500, code: 0 }),
        (UNBAN, Fault::FailAfterApplying { status: 502 }),
        (UNBAN, Fault::ResetAfterApplying),
        ("GET /guilds/*/bans/*", Fault::Reset),
    ] {
        let scene = Scene::new().await;
        scene.town.sandbox.faults().plan(route, 2, trouble.clone());
        kick_and_delete(&scene).await;
        scene.town.pass(MINUTE).await;
        assert!(!banned(&scene) && !scene.town.guild.is_member(&scene.bob), "{trouble:?} {route}");
        assert_eq!(scene.line(1, "On Discord").await, "done");
    }

    // Refused, it is said and tried again.
    let scene = Scene::new().await;
    scene.town.sandbox.faults().plan(UNBAN, 1, Fault::Fail { status: 403, code: 50013 });
    let result = kick_and_delete(&scene).await;
    let said = "removed, but still banned: I couldn't lift the ban that deleted their messages.";
    assert!(result.text().contains(said) && result.text().contains("`/unban` lifts it at once"), "{}", result.text());
    let history = scene.slash(&scene.helper, "history", &[("member", (&scene.bob).into())]).await;
    assert!(history.text().contains("kick (still banned)"), "{}", history.text());
    assert!(banned(&scene));
    scene.town.pass(HOUR + MINUTE).await;
    assert!(!banned(&scene));
    assert_eq!((scene.line(1, "On Discord").await.as_str(), jobs(&scene).await), ("done", 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ban_that_somebody_sets_meanwhile_outlives_a_kick_that_deletes() {
    for by_hand in [true, false] {
        let scene = Scene::new().await;
        scene.town.sandbox.faults().plan(UNBAN, 1, Fault::Fail { status: 403, code: 50013 });
        kick_and_delete(&scene).await;
        if by_hand {
            let owner = scene.town.guild.owner();
            owner.unbans(&scene.bob, "").unwrap();
            owner.bans(&scene.bob, "For good.").unwrap();
        } else {
            let answer = ban_bob(&scene, &[]).await;
            assert!(answer.text().starts_with("**Recorded: ban for @bob"), "{}", answer.text());
        }
        scene.town.pass(SECOND).await;
        if by_hand {
            assert_eq!(scene.line(1, "On Discord").await, "done", "they were let in for a moment");
        }
        scene.town.pass(3 * HOUR).await;
        assert!(banned(&scene), "{by_hand}");
        assert_eq!(jobs(&scene).await, 0);
    }

    // One that was there before the kick, because the person is banned while they are told.
    let scene = Scene::new().await;
    let held = scene.town.sandbox.faults().hold("POST /users/@me/channels");
    let given: [(&str, Given); 3] =
        [("member", (&scene.bob).into()), ("reason", "Ads.".into()), ("delete_messages", "last day".into())];
    let kick = scene.town.slash(&scene.moderator, "kick", &given);
    let meanwhile = async {
        held.arrived().await;
        scene.town.guild.owner().bans(&scene.bob, "By hand.").unwrap();
        held.apply().await;
    };
    tokio::join!(kick, meanwhile);
    scene.town.pass(HOUR).await;
    assert!(banned(&scene), "somebody else's ban stays");
    let said = "removed. They were also banned separately, so I left that ban in place";
    assert_eq!(scene.line(1, "On Discord").await, said);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unban_by_hand_settles_a_kick_that_many_cases_follow() {
    let scene = Scene::new().await;
    scene.town.sandbox.faults().plan(UNBAN, 1, Fault::Fail { status: 403, code: 50013 });
    kick_and_delete(&scene).await;
    for _ in 0..11 {
        let given: [(&str, Given); 2] = [("member", (&scene.bob).into()), ("text", "Wrote to us.".into())];
        scene.slash(&scene.helper, "note", &given).await;
    }
    scene.town.guild.owner().unbans(&scene.bob, "").unwrap();
    scene.town.pass(SECOND).await;
    assert_eq!((scene.line(1, "On Discord").await.as_str(), jobs(&scene).await), ("done", 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_kick_that_deletes_takes_the_permission_to_ban() {
    let scene = Scene::new().await;
    scene.town.guild.bot_permissions(BOT_RIGHTS & !rights::BAN_MEMBERS);
    scene.town.settled().await;
    let refused = kick_and_delete(&scene).await;
    assert!(refused.text().starts_with("Discord deletes messages only with a ban"), "{}", refused.text());
    assert!(refused.text().contains("Leave `delete_messages` out to kick without it."), "{}", refused.text());
    assert!(scene.town.guild.is_member(&scene.bob));
    assert_eq!(scene.town.number("SELECT count(*) FROM cases").await, 0);
    let result = kick(&scene, &scene.moderator, &scene.bob).await;
    assert!(result.text().starts_with("**Recorded: kick"), "{}", result.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ban_is_for_good_and_takes_messages_along() {
    let scene = Scene::new().await;
    scene.bob.says(scene.town.general, "Buy my coins!").unwrap();

    let result = ban_bob(&scene, &[("delete_messages", "last day".into())]).await;

    insta::assert_snapshot!(result.text(), @"
    **Recorded: ban for @bob, case #1.**
    · ban, case #1: done
    · their messages of the last 24 h are deleted
    · told by direct message
    [Undo]
    ");
    assert!(banned(&scene) && scene.town.sandbox.messages(scene.town.general, &scene.helper).is_empty());
    let call = scene.town.sandbox.calls(BAN).pop().unwrap();
    assert!(format!("{call:?}").contains("86400"), "{call:?}");
    insta::assert_snapshot!(scene.last_dm().text(), @"
    Banned by the moderators of Town
    **What happened:** Spam in every channel.
    **You are being banned from the server.**
    If we got something wrong, or you want to explain, press **Appeal** at any time. Someone other than the moderator who decided will read it.
    Case #1. Replies here are not read.
    [Appeal] [My record]
    ");
    assert!(place(&scene, "POST /users/@me/channels") < place(&scene, "PUT /guilds/"));
    insta::assert_snapshot!(scene.logged()[0].text(), @"
    Case #1: ban
    Spam in every channel.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 1 second ago
    On Discord: done
    Messages: their messages of the last 24 h are deleted
    Notice: told by direct message
    ");
    let history = scene.slash(&scene.helper, "history", &[("member", (&scene.bob).into())]).await;
    insta::assert_snapshot!(history.text(), @"
    History
    **@bob**: 1 ban, last on 16 November 2026.
    Banned, case #1.

    **#1** ban (in force) · 1 second ago · by @mona · Spam in every channel.
    Page 1 of 1 · 1 case
    ");
    insta::assert_snapshot!(ban_bob(&scene, &until("7d")).await.text(), @"
    @bob is already banned: case #1. `/unban` lifts the ban.
    [Correct]
    ");
    insta::assert_snapshot!(ban_bob(&scene, &[]).await.text(), @"
    @bob is already banned: case #1. `/unban` lifts the ban.
    [Correct]
    ");
    scene.town.pass(30 * DAY).await;
    assert!(banned(&scene));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ban_with_an_end_is_lifted_when_that_has_come() {
    let scene = Scene::new().await;

    insta::assert_snapshot!(ban_bob(&scene, &until("7d")).await.text(), @"
    **Recorded: ban for @bob, case #1.**
    · ban, case #1: in force until Monday, 23 November 2026 09:00, in 7 days
    · told by direct message
    [Undo]
    ");
    insta::assert_snapshot!(scene.last_dm().text(), @"
    Banned by the moderators of Town
    **What happened:** Spam in every channel.
    **You are being banned from the server until Monday, 23 November 2026 09:00, in 6 days.** After that you can come back with an invitation.
    If we got something wrong, or you want to explain, press **Appeal** at any time. Someone other than the moderator who decided will read it.
    Case #1. Replies here are not read.
    [Appeal] [My record]
    ");
    scene.town.pass(6 * DAY).await;
    assert!(banned(&scene));
    let history = scene.slash(&scene.helper, "history", &[("member", (&scene.bob).into())]).await;
    insta::assert_snapshot!(history.text(), @"
    History
    **@bob**: 1 ban, last on 16 November 2026.
    Banned until Monday, 23 November 2026 09:00, in 23 hours, case #1.

    **#1** ban (in force until 23 November 2026 09:00) · 6 days ago · by @mona · Spam in every channel.
    Page 1 of 1 · 1 case
    ");
    insta::assert_snapshot!(scene.slash(&scene.helper, "case list", &[]).await.text(), @"
    Cases
    **#1** ban (in force until 23 November 2026 09:00) · @bob · 6 days ago · by @mona · Spam in every channel.
    Page 1 of 1 · 1 case
    ");
    scene.town.pass(DAY).await;

    assert!(!banned(&scene));
    assert_eq!((scene.line(1, "On Discord").await.as_str(), jobs(&scene).await), ("over", 0));
    insta::assert_snapshot!(scene.logged()[0].text(), @"
    Case #1: ban
    Spam in every channel.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 7 days ago
    On Discord: over
    Notice: told by direct message
    ");
    scene.again("moderation.lift", 1).await;
    assert_eq!(scene.town.sandbox.calls(UNBAN).len(), 1);
    for wrong in ["soonish", "30 s", "6 years"] {
        let refused = ban_bob(&scene, &until(wrong)).await;
        assert!(refused.text().contains(wrong), "{}", refused.text());
    }
    insta::assert_snapshot!(ban_bob(&scene, &until("soonish")).await.text(), @"
    I can't read “soonish” as a length of time. Write it like 12h, 7d or 6 months, or leave it out to ban for good.
    [Correct]
    ");
    insta::assert_snapshot!(ban_bob(&scene, &until("30 s")).await.text(), @"
    “30 s” is too short. A ban lasts at least 1 minute, for example 12h or 7d.
    [Correct]
    ");
    insta::assert_snapshot!(ban_bob(&scene, &until("6 years")).await.text(), @"
    “6 years” is too long. A ban with an end lasts at most 5 years. Leave `duration` out to ban for good.
    [Correct]
    ");
    assert!(!banned(&scene));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_somebody_has_decided_by_hand_about_a_ban_stays() {
    for anew in [false, true] {
        let scene = Scene::new().await;
        ban_bob(&scene, &until("7d")).await;
        let owner = scene.town.guild.owner();
        owner.unbans(&scene.bob, "").unwrap();
        if anew {
            owner.bans(&scene.bob, "And for good.").unwrap();
        }

        scene.town.pass(8 * DAY).await;

        assert_eq!((banned(&scene), scene.town.sandbox.calls(UNBAN).len()), (anew, 0));
        assert_eq!(scene.line(1, "On Discord").await, "somebody has decided otherwise since, and that holds");
        assert_eq!(jobs(&scene).await, 0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_longer_ban_takes_the_place_of_one_that_is_in_force() {
    let scene = Scene::new().await;
    ban_bob(&scene, &until("7d")).await;

    insta::assert_snapshot!(ban_bob(&scene, &until("6d")).await.text(), @"
    @bob is already banned until Monday, 23 November 2026 09:00, in 6 days: case #1. This ban wouldn't last longer. `/case edit` changes its duration, `/unban` lifts it.
    [Correct]
    ");
    insta::assert_snapshot!(ban_bob(&scene, &[]).await.text(), @"
    **Recorded: ban for @bob, case #2.**
    · ban, case #2: done
    · it replaces case #1
    · they were told nothing
    [Undo]
    ");

    assert_eq!(scene.line(1, "On Discord").await, "replaced by case #2");
    let notice = scene.dms()[0].text().to_owned();
    assert!(notice.contains("replaced by case #2: you’re banned, with no end date"), "{notice}");
    scene.town.pass(30 * DAY).await;
    assert!(banned(&scene), "the one for good stays");
    assert_eq!(scene.line(2, "On Discord").await, "done");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_longer_ban_that_is_undone_leaves_the_shorter_one_that_it_replaced() {
    let scene = Scene::new().await;
    ban_bob(&scene, &until("30d")).await;
    let longer = ban_bob(&scene, &[]).await;

    let undone = scene.town.click(&scene.moderator, &longer, "Undo").await;
    scene.town.pass(2 * SECOND).await;

    assert!(undone.text().contains("· ban, case #2: taken back"), "{}", undone.text());
    assert!(undone.text().contains("· case #1 stays in force until "), "{}", undone.text());
    assert!(banned(&scene), "nobody has taken case #1 back");
    assert!(scene.line(1, "On Discord").await.starts_with("in force until "));
    assert_eq!(scene.line(2, "On Discord").await, "taken back");
    let notice = scene.dms()[0].text().to_owned();
    assert!(notice.contains("You are being banned from the server until "), "{notice}");
    scene.town.pass(30 * DAY).await;
    assert!(!banned(&scene));
    assert_eq!(scene.line(1, "On Discord").await, "over");
    assert_eq!(jobs(&scene).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_several_bans_the_one_that_was_not_taken_back_and_lasts_holds() {
    let scene = Scene::new().await;
    ban_bob(&scene, &until("7d")).await;
    ban_bob(&scene, &until("30d")).await;
    let longest = ban_bob(&scene, &[]).await;
    let notice = scene.dms()[0].text().to_owned();
    assert!(notice.contains("replaced by case #3"), "{notice}");
    // The one in between is taken back while another holds in its place.
    let given: [(&str, Given); 2] = [("number", 2.into()), ("reason", "Too long.".into())];
    scene.slash(&scene.moderator, "case void", &given).await;
    let undone = scene.town.click(&scene.moderator, &longest, "Undo").await;
    assert!(undone.text().contains("· case #1 stays in force until "), "{}", undone.text());
    assert!(banned(&scene));

    // One that is made shorter than what it replaced ends without letting anybody in.
    ban_bob(&scene, &[]).await;
    scene.slash(&scene.moderator, "case edit", &[("number", 4.into()), ("duration", "1d".into())]).await;
    scene.town.pass(2 * DAY).await;
    assert_eq!(scene.line(4, "On Discord").await, "over");
    assert!(banned(&scene), "case #1 goes on");
    scene.town.pass(6 * DAY).await;
    assert!(!banned(&scene));
    assert_eq!(jobs(&scene).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ban_is_lifted_whoever_set_it() {
    let scene = Scene::new().await;
    let (moderator, owner) = (&scene.moderator, scene.town.guild.owner());
    insta::assert_snapshot!(unban(&scene, moderator, &scene.bob).await.text(), @"@bob isn't banned, so there's no ban to lift.");
    owner.bans(&scene.bob, "By hand.").unwrap();
    insta::assert_snapshot!(ban_bob(&scene, &[]).await.text(), @"
    @bob is already banned: case #1. `/unban` lifts the ban.
    [Correct]
    ");
    insta::assert_snapshot!(unban(&scene, moderator, &scene.bob).await.text(), @"
    **Recorded: ban lifted for @bob, case #2.**
    · ban lifted, case #2: done
    · they were told nothing
    ");
    assert!(!banned(&scene));
    scene.bob.joins(scene.town.guild.id()).unwrap();
    ban_bob(&scene, &until("7d")).await;

    let given: [(&str, Given); 2] = [("user", (&scene.bob).into()), ("reason", "We talked.".into())];
    let lifted = scene.slash(moderator, "unban", &given).await;
    scene.town.pass(2 * SECOND).await;

    insta::assert_snapshot!(lifted.text(), @"
    **Recorded: ban lifted for @bob, case #4.**
    · ban lifted, case #4: done
    · they were told nothing
    ");
    assert!(!banned(&scene));
    assert_eq!((scene.line(3, "On Discord").await.as_str(), jobs(&scene).await), ("taken back", 0));
    insta::assert_snapshot!(scene.last_dm().text(), @"
    Banned by the moderators of Town
    **What happened:** Spam in every channel.
    **The ban that came with this has been lifted.** You can come back with an invitation.
    If we got something wrong, or you want to explain, press **Appeal** at any time. Someone other than the moderator who decided will read it.
    Case #3. Replies here are not read.
    [Appeal] [My record]
    ");
    scene.town.pass(8 * DAY).await;
    assert_eq!(scene.town.sandbox.calls(UNBAN).len(), 2);
    // Their own record does not show what only staff may see.
    scene.bob.joins(scene.town.guild.id()).unwrap();
    insta::assert_snapshot!(scene.slash(&scene.bob, "mycases", &[]).await.text(), @"
    Your record in Town
    No points of yours count now.
    **#4** ban lifted · 8 days ago
    **#3** ban · 8 days ago · Spam in every channel. · lifted
    **#2** ban lifted · 8 days ago
    **#1** ban · 8 days ago · By hand. · lifted
    Page 1 of 1 · 4 cases
    [Appeal]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_who_are_not_here_can_be_banned_and_hear_nothing() {
    let scene = Scene::new().await;
    let stranger = scene.town.guild.stranger("sid");
    insta::assert_snapshot!(kick(&scene, &scene.moderator, &stranger).await.text(), @"@sid is not in this server, so this would reach nobody and nothing was done. What you want to remember can be written down as a note.");

    insta::assert_snapshot!(ban(&scene, &scene.moderator, &stranger, &[]).await.text(), @"
    **Recorded: ban for @sid, case #1.**
    · ban, case #1: done
    · they were told nothing
    [Undo]
    ");

    assert!(scene.town.guild.is_banned(&stranger) && scene.town.sandbox.dms(&stranger).is_empty());
    insta::assert_snapshot!(unban(&scene, &scene.moderator, &stranger).await.text(), @"
    **Recorded: ban lifted for @sid, case #2.**
    · ban lifted, case #2: done
    · they were told nothing
    ");
    assert!(!scene.town.guild.is_banned(&stranger));
    // Whoever takes no direct messages is banned all the same, and that is said.
    scene.bob.closes_dms();
    insta::assert_snapshot!(ban_bob(&scene, &[]).await.text(), @"
    **Recorded: ban for @bob, case #3.**
    · ban, case #3: done
    · their direct messages are closed to me, so they have not been told
    [Undo]
    ");
    assert!(banned(&scene));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ban_is_undone_and_voided_only_where_it_is_still_ours() {
    let scene = Scene::new().await;
    let result = ban_bob(&scene, &until("7d")).await;
    insta::assert_snapshot!(scene.town.click(&scene.moderator, &result, "Undo").await.text(), @"
    **Case #1 about @bob is taken back.** It no longer counts.
    · ban, case #1: taken back
    · told by direct message
    · word that it was taken back: the direct message was not sent. They share no server with me, so I can’t write to them.
    ");
    assert!(!banned(&scene));
    scene.bob.joins(scene.town.guild.id()).unwrap();

    let result = ban_bob(&scene, &until("7d")).await;
    let owner = scene.town.guild.owner();
    owner.unbans(&scene.bob, "").unwrap();
    owner.bans(&scene.bob, "By hand.").unwrap();
    insta::assert_snapshot!(scene.town.click(&scene.moderator, &result, "Undo").await.text(), @"
    **Case #2 about @bob is taken back.** It no longer counts.
    · ban, case #2: somebody has decided otherwise since, and that holds
    · told by direct message
    · word that it was taken back: the direct message is still on its way
    ");
    assert!(banned(&scene), "what the owner decided stays");

    owner.unbans(&scene.bob, "").unwrap();
    scene.bob.joins(scene.town.guild.id()).unwrap();
    ban_bob(&scene, &[]).await;
    scene.town.pass(MINUTE).await;
    let given: [(&str, Given); 2] = [("number", 6.into()), ("reason", "It was somebody else.".into())];
    let question = scene.slash(&scene.moderator, "case void", &given).await;
    insta::assert_snapshot!(question.text(), @"
    **Take case #6 about @bob back? Nothing has been changed yet.**
    What it did is still there:
    · ban, case #6: done
    *Void and lift* takes that back too, *Void only* leaves it. Either way case #6 no longer counts, and they hear of it if they were told.
    [Void and lift] [Void only] [Cancel]
    ");
    insta::assert_snapshot!(scene.town.click(&scene.moderator, &question, "Void and lift").await.text(), @"
    **Case #6 about @bob is taken back.** It no longer counts.
    · ban, case #6: taken back
    · told by direct message
    · word that it was taken back: the direct message was not sent. They share no server with me, so I can’t write to them.
    ");
    assert!(!banned(&scene));
    scene.town.pass(8 * DAY).await;
    assert_eq!(jobs(&scene).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_end_of_a_ban_can_be_changed() {
    let scene = Scene::new().await;
    ban_bob(&scene, &[]).await;
    let edit = async |typed: &str| {
        let given: [(&str, Given); 2] = [("number", 1.into()), ("duration", typed.into())];
        let answer = scene.slash(&scene.moderator, "case edit", &given).await;
        scene.town.pass(MINUTE).await;
        answer.text().to_owned()
    };

    insta::assert_snapshot!(edit("7d").await, @"
    **Case #1 about @bob is changed.**
    · it ends Monday, 23 November 2026 09:00, in 6 days, and had no end before
    · ban, case #1: in force until Monday, 23 November 2026 09:00, in 6 days
    · what they were told is changed as well
    ");
    insta::assert_snapshot!(edit("3d").await, @"
    **Case #1 about @bob is changed.**
    · it ends Thursday, 19 November 2026 09:00, in 2 days, not Monday, 23 November 2026 09:00, in 6 days
    · ban, case #1: in force until Thursday, 19 November 2026 09:00, in 2 days
    · what they were told is changed as well
    ");
    insta::assert_snapshot!(edit("1m").await, @"
    The ban counts from Monday, 16 November 2026 09:00, so with that length it would have been over 1 minute ago. Nothing was changed. Choose a longer one, or lift it with `/unban`.
    [Correct]
    ");
    insta::assert_snapshot!(scene.logged()[0].text(), @"
    Case #1: ban
    Spam in every channel.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 3 minutes ago
    On Discord: in force until Thursday, 19 November 2026 09:00, in 2 days
    Notice: told by direct message
    Changed:
    @mona, Monday, 16 November 2026 09:00, 3 minutes ago; before that it had no end
    @mona, Monday, 16 November 2026 09:01, 2 minutes ago; before that it was to end Monday, 23 November 2026 09:00, in 6 days
    ");
    insta::assert_snapshot!(scene.last_dm().text(), @"
    Banned by the moderators of Town
    **What happened:** Spam in every channel.
    **You are being banned from the server until Thursday, 19 November 2026 09:00, in 2 days.** After that you can come back with an invitation.
    If we got something wrong, or you want to explain, press **Appeal** at any time. Someone other than the moderator who decided will read it.
    Case #1. Replies here are not read.
    [Appeal] [My record]
    ");
    scene.town.pass(3 * DAY).await;

    assert!(!banned(&scene));
    insta::assert_snapshot!(edit("9d").await, @"
    The ban of case #1 isn't in force any more, so nothing was changed. `/ban` sets a new one.
    [Correct]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_discord_refuses_is_said_and_nothing_is_done_twice() {
    let scene = Scene::new().await;
    let faults = scene.town.sandbox.faults();
    faults.fail(BAN, 1, 403, 50_013);
    insta::assert_snapshot!(ban_bob(&scene, &until("7d")).await.text(), @"
    **Recorded: ban for @bob, case #1.**
    · ban, case #1: not done. Discord did not let me do that. My role needs “Ban Members”, and its place has to be above everyone it is done to: look under Server Settings → Roles, then try again.
    · told by direct message
    [Undo]
    ");
    assert_eq!((banned(&scene), jobs(&scene).await), (false, 0));
    assert!(scene.last_dm().text().contains("You haven't been banned after all."), "{}", scene.last_dm().text());
    // Another one can be set, and an answer that is lost changes nothing.
    faults.plan(BAN, 1, Fault::ResetAfterApplying);
    ban_bob(&scene, &until("7d")).await;
    scene.town.pass(MINUTE).await;
    assert_eq!((banned(&scene), jobs(&scene).await), (true, 1));

    faults.fail(UNBAN, 1, 403, 50_013);
    scene.town.pass(7 * DAY).await;
    assert!(banned(&scene));
    insta::assert_snapshot!(scene.line(2, "On Discord").await, @"still in force, it could not be taken back. Discord did not let me do that. My role needs “Ban Members”, and its place has to be above everyone it is done to: look under Server Settings → Roles, then try again.");
    scene.town.pass(2 * HOUR).await;
    assert_eq!((banned(&scene), scene.line(2, "On Discord").await.as_str()), (false, "over"));

    // Somebody leaves while they are being kicked.
    scene.bob.joins(scene.town.guild.id()).unwrap();
    faults.fail(KICK, 1, 404, 10_007);
    insta::assert_snapshot!(kick(&scene, &scene.moderator, &scene.bob).await.text(), @"
    **Recorded: kick for @bob, case #3.**
    · kick, case #3: not done. They are no longer in the server.
    · told by direct message
    [Undo]
    ");
    faults.fail("GET /guilds/*/bans/*", 2, 503, 0);
    insta::assert_snapshot!(ban_bob(&scene, &[]).await.text(), @"
    Discord did not say in time who that is, so nothing was done. Try again in a moment.
    [Correct]
    ");
    assert!(!banned(&scene));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ban_reads_well_in_russian_and_romanian() {
    for locale in ["ru", "ro"] {
        let scene = Scene::new().await;
        let by = scene.moderator.clone().locale(locale);
        let bob = scene.bob.clone().locale(locale);
        let mut said = Vec::new();
        said.push(ban(&scene, &by, &bob, &[("duration", "7d".into()), ("delete_messages", "last day".into())]).await);
        said.push(ban(&scene, &by, &bob, &until("1d")).await);
        said.push(scene.slash(&by, "history", &[("member", (&bob).into())]).await);
        said.push(unban(&scene, &by, &bob).await);
        said.push(unban(&scene, &by, &bob).await);
        let said: Vec<_> = said.iter().map(Answer::text).collect();
        match locale {
            "ru" => insta::assert_snapshot!(said.join("\n---\n"), @"
            **Записано: бан, @bob, случай № 1.**
            · бан, случай № 1: действует до Monday, 23 November 2026 09:00, in 7 days
            · сообщения этого человека за 24 ч удалены
            · сообщено лично
            [Отменить]
            ---
            @bob: бан уже действует (случай № 1) и закончится: Monday, 23 November 2026 09:00, in 6 days. Новый не был бы длиннее. `/case edit` меняет длительность, `/unban` снимает бан.
            [Исправить]
            ---
            Что записано
            **@bob**: 1 бан; последний раз 16 November 2026.
            Бан закончится: Monday, 23 November 2026 09:00, in 6 days (случай № 1).

            **№ 1** бан (действует до: 23 November 2026 09:00) · 2 seconds ago · кто: @mona · Spam in every channel.
            Страница 1 из 1 · 1 случай
            ---
            **Записано: бан снят, @bob, случай № 2.**
            · бан снят, случай № 2: сделано
            · человеку ничего не сообщили
            ---
            @bob: бана нет, снимать нечего.
            "),
            _ => insta::assert_snapshot!(said.join("\n---\n"), @"
            **Notat: interzicere pentru @bob, cazul nr. 1.**
            · interzicere, cazul nr. 1: în vigoare până la Monday, 23 November 2026 09:00, in 7 days
            · mesajele recente ale acestei persoane au fost șterse (interval: 24 h)
            · a aflat prin mesaj direct
            [Anulează]
            ---
            @bob are deja accesul interzis (cazul nr. 1), iar interzicerea se încheie: Monday, 23 November 2026 09:00, in 6 days. Cea nouă nu ar dura mai mult. `/case edit` schimbă durata, `/unban` redă accesul.
            [Corectează]
            ---
            Ce este notat
            **@bob**: o interzicere; ultima dată la 16 November 2026.
            Acces interzis, se încheie: Monday, 23 November 2026 09:00, in 6 days (cazul nr. 1).

            **nr. 1** interzicere (în vigoare până la: 23 November 2026 09:00) · 2 seconds ago · de @mona · Spam in every channel.
            Pagina 1 din 1 · 1 caz
            ---
            **Notat: interzicere ridicată pentru @bob, cazul nr. 2.**
            · interzicere ridicată, cazul nr. 2: făcut
            · nu i s-a spus nimic
            ---
            @bob nu are accesul interzis, deci nu este nimic de ridicat.
            "),
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ban_that_ended_while_steward_was_down_is_lifted_when_it_is_back() {
    for days in [1, 8] {
        let mut scene = Scene::new().await;
        ban_bob(&scene, &until("12h")).await;
        scene.town.stop().await;
        scene.town.clock.advance(days * DAY);
        scene.town.start().await;
        scene.town.pass(MINUTE).await;

        assert_eq!((banned(&scene), scene.town.sandbox.calls(UNBAN).len()), (false, 1), "{days} days");
        assert_eq!(scene.line(1, "On Discord").await, "over");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_moderators_who_ban_at_once_make_one_ban() {
    let scene = Scene::new().await;
    let colleague = scene.town.moderator("milo");
    let given: [(&str, Given); 2] = [("user", (&scene.bob).into()), ("reason", "Spam.".into())];

    let (one, other) =
        tokio::join!(scene.town.slash(&scene.moderator, "ban", &given), scene.town.slash(&colleague, "ban", &given));

    let told = [one.text(), other.text()];
    assert_eq!(told.iter().filter(|text| text.contains("Recorded: ban")).count(), 1, "{told:?}");
    assert_eq!(scene.town.number("SELECT count(*) FROM cases").await, 1);
    assert_eq!((banned(&scene), scene.town.sandbox.calls(BAN).len()), (true, 1));
}
