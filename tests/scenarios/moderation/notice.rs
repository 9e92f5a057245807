//! Notices that do not simply arrive: what staff read then is so, and says what is left to do.

use std::time::Duration;

use steward::sandbox::{Answer, Given, Person, Shown};

use crate::support::scene::{HOUR, MINUTE, Scene};

async fn warn(scene: &Scene, given: &[(&str, Given)]) -> (Answer, Answer) {
    let mut all: Vec<(&str, Given)> =
        vec![("member", (&scene.bob).into()), ("reason", "Called a newcomer names.".into())];
    all.extend(given.iter().cloned());
    let preview = scene.slash(&scene.moderator, "warn", &all).await;
    let result = scene.town.click(&scene.moderator, &preview, "Confirm").await;
    scene.town.pass(Duration::from_secs(2)).await;
    (preview, result)
}

const CHANNEL: (&str, Given) = ("notify", Given::Whole(1));

/// The lines of the text that begin like this, or contain it.
fn lines<'a>(text: &'a str, like: &str) -> Vec<&'a str> {
    text.lines().filter(|line| line.contains(like)).collect()
}

fn in_general(scene: &Scene, viewer: &Person) -> Vec<Shown> {
    scene.town.sandbox.messages(scene.town.general, viewer).into_iter().filter(|shown| !shown.ephemeral).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_note_in_the_channel_is_opened_after_the_timeout_that_came_with_it() {
    let scene = Scene::new().await;

    let (preview, result) = warn(&scene, &[CHANNEL, ("severity", 3.into())]).await;

    insta::assert_snapshot!(lines(preview.text(), "A line in").join("\n"), @"A line in #general will tell @bob that there is a note for them. Only they can open it; it has your reason. Your name is not shown. While the timeout lasts they cannot open it; a direct message would reach them at once.");
    insta::assert_snapshot!(lines(result.text(), "a line stands").join("\n"), @"· a line stands in #general; they can open it once they are out of the timeout");
    let [note] = &in_general(&scene, &scene.bob)[..] else { panic!("one line") };
    assert!(scene.bob.clicks(note, "Read").await.is_err(), "in a timeout nobody presses anything");
    scene.town.pass(HOUR).await;
    insta::assert_snapshot!(scene.line(1, "Notice").await, @"a line stands in #general; they have not opened it yet");
    let read = scene.bob.clicks(note, "Read").await.unwrap();
    scene.town.pass(MINUTE).await;
    insta::assert_snapshot!(read.text(), @"
    A warning from the moderators of Town
    **What happened:** Called a newcomer names.
    **What it means:** 4 points, counted until 14 February 2027. You have 4 points now. At 5 points the next step is: timeout, 24 h. After 14 February 2027 this warning stays on record but no longer counts.
    If we got something wrong, or you want to explain, press **Appeal** before 16 December 2026. Someone other than the moderator who decided will read it.
    Case #1. Replies here are not read.
    [Appeal] [My record]
    ");
    insta::assert_snapshot!(scene.line(1, "Notice").await, @"the notice was opened");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn managers_who_could_not_be_asked_are_not_said_to_be() {
    let scene = Scene::new().await;
    scene.set("ladder", "1 decide").await;
    scene.town.guild.delete_channel(scene.log);

    let (_, result) = warn(&scene, &[]).await;

    insta::assert_snapshot!(result.text(), @"
    **Recorded: warning for @bob, case #1.**
    They have 1 point now.
    · Managers decide what follows, but nobody has told them: it does not stand in the mod log. They decide at `/case view 1`.
    · told by direct message
    [Undo]
    ");
    let next = warn(&scene, &[("severity", 2.into())]).await.1;
    insta::assert_snapshot!(lines(next.text(), "mod log").join("\n"), @"· The channel of the mod log is gone, so this does not stand there. `/setup set` with `mod_log` chooses another one.");
    assert_eq!(scene.view(&scene.manager, 1).await.labels(), ["Time out…", "Kick…", "Ban…", "Nothing more"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_line_that_was_not_let_through_can_be_tried_again() {
    let scene = Scene::new().await;
    scene.town.sandbox.faults().fail(&format!("POST /channels/{}/messages", scene.town.general), 1, 400, 200_000);

    let (_, result) = warn(&scene, &[CHANNEL]).await;

    insta::assert_snapshot!(result.text(), @"
    **Recorded: warning for @bob, case #1.**
    They have 1 point now.
    · the line in #general was not posted. Discord’s AutoMod did not let the text through.
    [Undo] [Read in channel]
    ");
    let again = scene.town.click(&scene.moderator, &result, "Read in channel").await;
    scene.town.pass(MINUTE).await;
    insta::assert_snapshot!(again.text(), @"
    · the line in #general was not posted. Discord’s AutoMod did not let the text through.
    · a line stands in #general; they have not opened it yet
    ");
    let [note] = &in_general(&scene, &scene.bob)[..] else { panic!("one line") };
    let read = scene.bob.clicks(note, "Read").await.unwrap();
    assert!(read.text().starts_with("A warning from the moderators of Town"), "{}", read.text());
    scene.town.pass(MINUTE).await;
    let card = scene.view(&scene.moderator, 1).await;
    assert!(card.text().ends_with("let the text through.\nthe notice was opened"), "{}", card.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_was_told_in_the_end_is_not_said_to_know_nothing() {
    let scene = Scene::new().await;
    scene.bob.closes_dms();

    let (_, result) = warn(&scene, &[]).await;
    insta::assert_snapshot!(lines(result.text(), "closed to me").join("\n"), @"· their direct messages are closed to me, so they have not been told");
    let posted = scene.town.click(&scene.moderator, &result, "Read in channel").await;
    insta::assert_snapshot!(posted.text(), @"
    · their direct messages are closed to me
    · a line stands in #general; they have not opened it yet
    ");
    scene.town.pass(MINUTE).await;
    let [note] = &in_general(&scene, &scene.bob)[..] else { panic!("one line") };
    scene.bob.clicks(note, "Read").await.unwrap();
    scene.town.pass(MINUTE).await;
    let card = scene.view(&scene.moderator, 1).await;
    insta::assert_snapshot!(card.text(), @"
    Case #1: warning
    Called a newcomer names.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 2 minutes ago
    Severity: 1, minor: 1 point until 14 February 2027
    Notice:
    their direct messages are closed to me
    the notice was opened
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_end_is_said_to_hold_once_discord_has_it() {
    let scene = Scene::new().await;
    warn(&scene, &[("severity", 3.into())]).await;
    let told = scene.held();
    scene.town.sandbox.faults().fail("PATCH /guilds/*/members/*", 8, 503, 0);

    let given: [(&str, Given); 2] = [("number", 2.into()), ("duration", "5h".into())];
    let edited = scene.slash(&scene.moderator, "case edit", &given).await;
    let given: [(&str, Given); 2] = [("number", 1.into()), ("reason", "Called two newcomers names.".into())];
    scene.slash(&scene.moderator, "case edit", &given).await;

    insta::assert_snapshot!(edited.text(), @"
    **Case #2 about @bob is changed.**
    · it ends Monday, 16 November 2026 14:00, in 4 hours, not Monday, 16 November 2026 10:00, in 59 minutes
    · timeout, case #2: in force until Monday, 16 November 2026 10:00, in 59 minutes; the new end, Monday, 16 November 2026 14:00, in 4 hours, is on its way to Discord
    · what they were told changes as soon as Discord has it
    ");
    assert_eq!(scene.held(), told);
    assert!(scene.last_dm().text().contains("timeout until Monday, 16 November 2026 10:00"), "{}", scene.last_dm());
    assert!(scene.last_dm().text().contains("two newcomers"), "{}", scene.last_dm());
    scene.town.sandbox.faults().clear();
    scene.town.pass(MINUTE).await;
    insta::assert_snapshot!(scene.line(1, "What followed").await, @"timeout, case #2: in force until Monday, 16 November 2026 14:00, in 4 hours");
    assert!(scene.last_dm().text().contains("timeout until Monday, 16 November 2026 14:00"), "{}", scene.last_dm());
    let given: [(&str, Given); 2] = [("number", 2.into()), ("duration", "6h".into())];
    let edited = scene.town.meanwhile(scene.moderator.slash(scene.town.general, "case edit", &given)).await.unwrap();
    insta::assert_snapshot!(edited.text(), @"
    **Case #2 about @bob is changed.**
    · it ends Monday, 16 November 2026 15:00, in 5 hours, not Monday, 16 November 2026 14:00, in 4 hours
    · timeout, case #2: in force until Monday, 16 November 2026 15:00, in 5 hours
    · what they were told is changed as well
    ");
    assert_eq!(scene.dms().len(), 1, "they are not notified anew");
    // What somebody else has recorded is for them and for managers.
    let other = scene.town.moderator("milo");
    for (words, given) in [("case edit", given), ("case void", [("number", 2.into()), ("reason", "Hm.".into())])] {
        let refused = scene.slash(&other, words, &given).await;
        insta::allow_duplicates! { insta::assert_snapshot!(refused.text(), @"
        @mona has recorded case #2, so only they or a manager can change it. Ask one of them.
        [Correct]
        "); }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_line_is_posted_where_the_person_cannot_read() {
    let scene = Scene::new().await;
    let (town, by) = (&scene.town, &scene.manager);
    let said = scene.bob.says(town.general, "You are all idiots.").unwrap();
    town.settled().await;
    let given: [(&str, Given); 3] =
        [("member", (&scene.bob).into()), ("reason", "Called newcomers names.".into()), CHANNEL];

    let preview = by.slash(scene.log, "warn", &given).await.unwrap();
    insta::assert_snapshot!(lines(preview.text(), "@bob cannot").join("\n"), @"@bob cannot see #mod-log, so a line there would not reach them and none is posted. Use `/warn` in a channel that they read, or with the link to a message there; or choose another way to tell them.");
    let refused = town.click(by, &preview, "Confirm").await;
    assert_eq!(lines(preview.text(), "@bob cannot"), [refused.text()]);
    assert_eq!(town.number("SELECT count(*) FROM cases").await, 0);
    let open = town.click(by, &preview, "Change severity").await;
    let direct = by.chooses(&open, "How to tell them", &["dm".into()]).await.unwrap();
    assert!(direct.text().contains("@bob will get a direct message"), "{}", direct.text());
    town.click(by, &direct, "Confirm").await;
    assert_eq!(scene.dms().len(), 1);

    // A message that it is about says where they read.
    let link = format!("https://discord.com/channels/{}/{}/{said}", town.guild.id(), town.general);
    let given: Vec<(&str, Given)> = given.into_iter().chain([("message", link.into())]).collect();
    let preview = by.slash(scene.log, "warn", &given).await.unwrap();
    assert!(preview.text().contains("A line in #general will tell @bob"), "{}", preview.text());
    town.meanwhile(by.clicks(&preview, "Confirm")).await.unwrap();
    town.pass(MINUTE).await;
    assert_eq!(in_general(&scene, &scene.bob).len(), 2);

    // Where their direct messages are closed, the channel of the team is no place for them either.
    scene.bob.closes_dms();
    let preview = by.slash(scene.log, "warn", &[("member", (&scene.bob).into()), ("reason", "Again.".into())]).await;
    let result = town.meanwhile(by.clicks(&preview.unwrap(), "Confirm")).await.unwrap();
    town.pass(MINUTE).await;
    let refused = town.click(by, &result, "Read in channel").await;
    assert!(
        refused.text().starts_with("@bob cannot see #mod-log, so a line there would not reach"),
        "{}",
        refused.text()
    );
    assert!(scene.logged().iter().all(|shown| !shown.text().contains("have a note for you")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_without_words_is_linked_and_not_called_unread() {
    let scene = Scene::new().await;
    let joined = scene.town.guild.system_message(scene.town.general, &scene.bob, 7);
    scene.town.settled().await;

    let form = scene.moderator.message_menu("Warn author…", joined).await.unwrap();
    let preview = scene.moderator.submits(&form, &[("What happened", "A second account.")]).await.unwrap();

    insta::assert_snapshot!(lines(preview.text(), "message").join("\n"), @"
    @bob will get a direct message with your reason and the link to the message. Your name is not shown.
    The message has no words to quote. Pictures and files are not kept; the link leads to them.
    (How to tell them: By direct message | By a line in the channel that only they can open | Tell them nothing)
    ");
    assert!(!preview.text().contains('“'), "{}", preview.text());
}
