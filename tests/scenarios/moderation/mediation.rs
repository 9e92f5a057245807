//! Mediation: two members are invited, each alone, and talk in a thread if both accept; a story for each sentence.

use std::time::Duration;

use steward::ids::ChannelId;
use steward::sandbox::{Answer, Given, Person, Shown};

use crate::support::scene::{DAY, HOUR, MINUTE, Scene};
use crate::support::town::Town;

const SECOND: Duration = Duration::from_secs(1);

/// Two members who quarrel, and staff.
struct Quarrel {
    scene: Scene,
    cleo: Person,
}

async fn quarrel() -> Quarrel {
    let scene = Scene::new().await;
    let cleo = scene.town.member("cleo");
    scene.town.settled().await;
    Quarrel { scene, cleo }
}

impl Quarrel {
    fn town(&self) -> &Town {
        &self.scene.town
    }

    async fn start_in(&self, channel: ChannelId, by: &Person, first: &Person, second: &Person) -> Answer {
        let given: [(&str, Given); 3] =
            [("first", first.into()), ("second", second.into()), ("topic", "The voice channel".into())];
        let answer = self.town().meanwhile(by.slash_hidden(channel, "mediate start", &given)).await.unwrap();
        self.town().pass(3 * SECOND).await;
        answer.now()
    }

    async fn start(&self) -> Answer {
        self.start_in(self.town().general, &self.scene.moderator, &self.scene.bob, &self.cleo).await
    }

    fn invitation(&self, of: &Person) -> Shown {
        self.town().sandbox.dms(of).pop().expect("a direct message")
    }

    async fn answers(&self, who: &Person, label: &str) -> Answer {
        let on = self.invitation(who).id.unwrap();
        let answer = self.town().meanwhile(who.clicks(on, label)).await;
        let answer = answer.unwrap_or_else(|why| panic!("{label} by {}: {why}", who.name()));
        self.town().pass(3 * SECOND).await;
        answer.now()
    }

    async fn both_accept(&self) -> ChannelId {
        self.start().await;
        self.answers(&self.scene.bob, "Accept").await;
        self.answers(&self.cleo, "Accept").await;
        self.thread()
    }

    fn thread(&self) -> ChannelId {
        self.town().guild.thread("Mediation 1").expect("a thread")
    }

    fn said(&self, thread: ChannelId) -> Vec<Shown> {
        self.town().sandbox.messages(thread, &self.town().guild.owner())
    }

    async fn close(&self, channel: ChannelId, by: &Person, outcome: &str) -> Answer {
        let given: [(&str, Given); 1] = [("outcome", outcome.into())];
        let answer = self.town().meanwhile(by.slash_hidden(channel, "mediate close", &given)).await.unwrap();
        self.town().pass(3 * SECOND).await;
        answer.now()
    }

    fn card(&self) -> Shown {
        self.scene.logged().into_iter().find(|shown| shown.text().starts_with("Mediation")).expect("a card")
    }

    fn last_logged(&self) -> String {
        self.scene.logged().pop().expect("a message").text().to_owned()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_are_invited_alone_and_talk_in_a_thread_with_the_mediator_once_both_accept() {
    let quarrel = quarrel().await;
    let (scene, cleo) = (&quarrel.scene, &quarrel.cleo);
    insta::assert_snapshot!(quarrel.start().await.text(), @"Mediation 1 has begun, and both are invited. They can answer until Thursday, 19 November 2026 09:00, in 2 days. If both accept, I open a thread with them and you.");
    insta::assert_snapshot!(quarrel.invitation(&scene.bob).text(), @"
    An invitation from the moderators of Town
    The moderators invite you to a talk with @cleo, led by one of them. It would be in a private thread that other members can’t read.
    **About:** The voice channel
    If you both accept, I open the thread. Neither of you sees the other’s answer. Declining, or not answering, has no consequence.
    You can answer, and change your answer, until Thursday, 19 November 2026 09:00, in 2 days.
    Mediation 1. Replies here are not read.
    [Accept] [Decline]
    ");
    insta::assert_snapshot!(quarrel.card().text(), @"
    Mediation 1
    Between: @bob and @cleo
    Led by: @mona
    About: The voice channel
    State: both can answer until Thursday, 19 November 2026 09:00, in 2 days
    [Close]
    ");

    insta::assert_snapshot!(quarrel.answers(&scene.bob, "Accept").await.text(), @"
    An invitation from the moderators of Town
    The moderators invite you to a talk with @cleo, led by one of them. It would be in a private thread that other members can’t read.
    **About:** The voice channel
    If you both accept, I open the thread. Neither of you sees the other’s answer. Declining, or not answering, has no consequence.
    You can answer, and change your answer, until Thursday, 19 November 2026 09:00, in 2 days.
    **You accepted.**
    Mediation 1. Replies here are not read.
    [Accept (disabled)] [Decline]
    ");
    assert!(!quarrel.invitation(cleo).text().contains("accepted"), "neither sees the other's answer");
    assert_eq!(quarrel.card().text().matches("accepted").count(), 0, "nor does the staff");
    assert!(scene.town.guild.thread("Mediation 1").is_none());

    quarrel.answers(cleo, "Accept").await;
    let thread = quarrel.thread();
    insta::assert_snapshot!(quarrel.said(thread)[0].text(), @"
    @bob and @cleo, you both accepted. @mona leads this talk.
    Mediation 1
    **About:** The voice channel
    **Ground rules**
    1. One at a time. Let the other finish.
    2. Say what happened and how it was for you, not what the other is like.
    3. What is written here stays here.
    4. Either of you can stop at any time. Say so, and nothing follows from it.
    This is not a case. Nothing in it counts against anyone, and it is left out of the stats.
    ");
    for person in [&scene.bob, cleo, &scene.moderator] {
        assert!(person.says(thread, "Hello").is_ok(), "{} is in it", person.name());
    }
    assert!(scene.helper.says(thread, "Hello").is_err(), "nobody else is");
    assert!(
        quarrel.invitation(&scene.bob).text().contains("You both accepted"),
        "{}",
        quarrel.invitation(&scene.bob).text()
    );

    insta::assert_snapshot!(quarrel.close(thread, &scene.moderator, "They agreed on times.").await.text(), @"Mediation 1 is closed.");
    insta::assert_snapshot!(quarrel.said(thread).pop().unwrap().text(), @"
    This mediation is closed.
    **Outcome:** They agreed on times.
    ");
    insta::assert_snapshot!(quarrel.card().text(), @"
    Mediation 1
    Between: @bob and @cleo
    Led by: @mona
    About: The voice channel
    State: @mona closed it 3 seconds ago
    Thread: #Mediation 1
    Outcome: They agreed on times.
    ");
    assert!(scene.bob.says(thread, "Thanks").is_err(), "it is locked");
    let over = quarrel.invitation(&scene.bob);
    assert!(over.text().contains("This invitation has ended."), "{}", over.text());
    assert_eq!(scene.town.number("SELECT count(*) FROM cases").await, 0, "it is no case");
    assert_eq!(
        scene.town.number("SELECT coalesce(sum(messages), 0) FROM activity_days").await,
        0,
        "nothing is counted"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_not_both_accept_the_mediator_hears_it_without_a_name_and_the_answers_are_deleted() {
    let mut quarrel = quarrel().await;
    quarrel.start().await;
    insta::assert_snapshot!(quarrel.answers(&quarrel.scene.bob, "Decline").await.text(), @"
    An invitation from the moderators of Town
    The moderators invite you to a talk with @cleo, led by one of them. It would be in a private thread that other members can’t read.
    **About:** The voice channel
    If you both accept, I open the thread. Neither of you sees the other’s answer. Declining, or not answering, has no consequence.
    You can answer, and change your answer, until Thursday, 19 November 2026 09:00, in 2 days.
    **You declined.**
    Mediation 1. Replies here are not read.
    [Accept] [Decline (disabled)]
    ");
    assert_eq!(quarrel.scene.logged().len(), 1, "of one answer the mediator hears nothing");
    quarrel.answers(&quarrel.cleo, "Accept").await;
    insta::assert_snapshot!(quarrel.invitation(&quarrel.scene.moderator).text(), @"
    Mediation in Town
    They haven’t both accepted mediation 1. They can still change their answers until Thursday, 19 November 2026 09:00, in 2 days, then it ends by itself.
    ");
    assert_eq!(quarrel.scene.logged().len(), 1, "the mediator alone hears it");
    let accepted = quarrel.invitation(&quarrel.cleo);
    assert!(accepted.text().contains("You accepted."), "{}", accepted.text());

    quarrel.scene.town.restart().await;
    quarrel.town().pass(3 * DAY).await;
    for person in [&quarrel.scene.bob, &quarrel.cleo] {
        insta::allow_duplicates! {
            insta::assert_snapshot!(quarrel.invitation(person).text(), @"
            An invitation from the moderators of Town
            This invitation has ended. Nothing follows from it.
            Mediation 1. Replies here are not read.
            ");
        }
    }
    assert!(quarrel.card().text().contains("it didn’t take place"), "{}", quarrel.card().text());
    insta::assert_snapshot!(quarrel.last_logged(), @"@mona: Mediation 1 didn’t take place, as they haven’t both accepted. The answers are deleted.");
    assert_eq!(quarrel.town().number("SELECT count(*) FROM mediation_sides WHERE answer IS NOT NULL").await, 0);
    assert!(quarrel.town().guild.thread("Mediation 1").is_none());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn staff_who_take_part_do_not_read_among_the_staff_what_the_other_has_answered() {
    let quarrel = quarrel().await;
    let (scene, cleo) = (&quarrel.scene, &quarrel.cleo);
    let otto = scene.town.moderator("otto");
    scene.town.settled().await;
    quarrel.start_in(scene.town.general, &scene.moderator, &otto, cleo).await;
    quarrel.answers(&otto, "Accept").await;
    let before = quarrel.card().text().to_owned();
    quarrel.answers(cleo, "Decline").await;
    assert_eq!(quarrel.card().text(), before);
    assert_eq!(scene.logged().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_has_left_accepts_nothing() {
    let quarrel = quarrel().await;
    quarrel.start().await;
    quarrel.scene.bob.leaves(quarrel.town().guild.id()).unwrap();
    quarrel.town().settled().await;
    let refused = quarrel.answers(&quarrel.scene.bob, "Accept").await;
    assert!(refused.text().contains("isn’t in this server"), "{}", refused.text());
    quarrel.answers(&quarrel.cleo, "Accept").await;
    assert!(quarrel.town().guild.thread("Mediation 1").is_none());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mediation_whose_mediator_is_no_moderator_any_more_ends_with_the_next_answer() {
    let quarrel = quarrel().await;
    quarrel.start().await;
    quarrel.answers(&quarrel.cleo, "Accept").await;
    quarrel.town().guild.set_roles(&quarrel.scene.moderator, &[]);
    quarrel.town().settled().await;
    let refused = quarrel.answers(&quarrel.scene.bob, "Accept").await;
    assert_eq!(refused.text(), "This invitation has ended. Nothing follows from it.");
    assert!(quarrel.invitation(&quarrel.cleo).text().contains("This invitation has ended."));
    assert!(quarrel.last_logged().contains("Mediation 1 didn’t take place"), "{}", quarrel.last_logged());
    assert!(quarrel.town().guild.thread("Mediation 1").is_none());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_changes_their_mind_in_time_makes_it_happen_all_the_same() {
    let quarrel = quarrel().await;
    quarrel.start().await;
    quarrel.answers(&quarrel.scene.bob, "Decline").await;
    quarrel.answers(&quarrel.cleo, "Decline").await;
    quarrel.answers(&quarrel.cleo, "Accept").await;
    quarrel.answers(&quarrel.scene.bob, "Accept").await;
    assert!(quarrel.scene.bob.says(quarrel.thread(), "Hello").is_ok());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_answers_and_it_ends_after_72_hours_with_a_word_to_the_mediator() {
    let quarrel = quarrel().await;
    quarrel.start().await;
    quarrel.town().pass(71 * HOUR).await;
    assert_eq!(quarrel.scene.logged().len(), 1);
    quarrel.town().pass(2 * HOUR).await;
    insta::assert_snapshot!(quarrel.last_logged(), @"@mona: Mediation 1 didn’t take place, as they haven’t both accepted. The answers are deleted.");
    let again = quarrel.start().await;
    assert!(again.text().starts_with("Mediation 2 has begun"), "{}", again.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_takes_no_direct_messages_reads_the_invitation_under_a_line_that_says_nothing_of_it() {
    let quarrel = quarrel().await;
    let (scene, cleo) = (&quarrel.scene, &quarrel.cleo);
    scene.bob.closes_dms();
    insta::assert_snapshot!(quarrel.start().await.text(), @"
    Mediation 1 has begun, and both are invited. They can answer until Thursday, 19 November 2026 09:00, in 2 days. If both accept, I open a thread with them and you.
    @bob doesn’t accept DMs from me. A line in #general says only that there is a note to read.
    ");
    let line = scene.town.sandbox.messages(scene.town.general, cleo).pop().unwrap();
    insta::assert_snapshot!(line.text(), @"
    @bob, the moderators have a note for you.
    [Read]
    ");
    let foreign = scene.town.meanwhile(cleo.clicks(line.id.unwrap(), "Read")).await.unwrap();
    assert_eq!(foreign.text(), "This invitation is for someone else.");
    let read = scene.town.meanwhile(scene.bob.clicks(line.id.unwrap(), "Read")).await.unwrap();
    assert!(read.text().starts_with("An invitation from the moderators"), "{}", read.text());
    let accepted = scene.town.meanwhile(scene.bob.clicks(&read, "Accept")).await.unwrap();
    assert!(accepted.now().text().contains("You accepted."), "{}", accepted.now().text());
    quarrel.answers(cleo, "Accept").await;
    assert!(scene.bob.says(quarrel.thread(), "Hello").is_ok());
    let line = scene.town.sandbox.messages(scene.town.general, cleo).pop().unwrap();
    assert!(line.labels().is_empty(), "{}", line.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_line_that_arrives_after_the_end_says_in_public_nothing_of_the_mediation() {
    let quarrel = quarrel().await;
    let (scene, general) = (&quarrel.scene, quarrel.town().general);
    scene.bob.closes_dms();
    scene.town.sandbox.faults().fail(&format!("POST /channels/{general}/messages"), 8, 503, 0);
    quarrel.start().await;
    quarrel.close(general, &scene.moderator, "They talked without me.").await;
    scene.town.sandbox.faults().clear();
    scene.town.pass(10 * MINUTE).await;
    let said = scene.town.sandbox.messages(general, &quarrel.cleo);
    let said: Vec<String> = said.iter().map(|shown| shown.text().to_owned()).collect();
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(!said[0].contains("ediation") && !said[0].contains("nvitation") && !said[0].contains("[Read]"), "{said:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whom_nothing_reaches_the_mediator_is_told_at_once() {
    let quarrel = quarrel().await;
    let scene = &quarrel.scene;
    scene.bob.closes_dms();
    let answer = quarrel.start_in(scene.log, &scene.manager, &scene.bob, &quarrel.cleo).await;
    insta::assert_snapshot!(answer.text(), @"
    Mediation 1 has begun, and both are invited. They can answer until Thursday, 19 November 2026 09:00, in 2 days. If both accept, I open a thread with them and you.
    @bob has no invitation. Their direct messages are closed to me. Close the mediation, and start it again in a channel that they see, or once they accept DMs.
    ");
    assert!(quarrel.card().text().contains("Not reached"), "{}", quarrel.card().text());
    let said = scene.town.sandbox.messages(scene.town.general, &scene.bob);
    assert!(said.is_empty(), "nothing of it stands in public");
    // The thread would be where all three see it.
    quarrel.answers(&quarrel.cleo, "Accept").await;
    let closed = quarrel.close(scene.town.general, &scene.manager, "One of them can’t be reached.").await;
    assert_eq!(closed.text(), "Mediation 1 is closed.");
    assert!(quarrel.invitation(&quarrel.cleo).text().contains("This invitation has ended."));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_started_is_said_and_the_topic_comes_back() {
    let quarrel = quarrel().await;
    let (scene, cleo) = (&quarrel.scene, &quarrel.cleo);
    let general = scene.town.general;
    let start = async |by: &Person, first: &Person, second: &Person| {
        quarrel.start_in(general, by, first, second).await.text().to_owned()
    };
    insta::assert_snapshot!(start(&scene.moderator, &scene.bob, &scene.bob).await, @"
    A mediation needs two different members.
    What you typed
    The voice channel
    ");
    insta::assert_snapshot!(start(&scene.moderator, &scene.bob, &scene.moderator).await, @"
    You can’t be one of the two and lead the talk. Ask another moderator to start it.
    What you typed
    The voice channel
    ");
    assert!(start(&scene.helper, &scene.bob, cleo).await.starts_with("Only moderators"));
    start(&scene.moderator, &scene.bob, cleo).await;
    insta::assert_snapshot!(start(&scene.manager, cleo, &scene.bob).await, @"
    Mediation 1 between these two is under way, led by @mona. Close it before you start another one.
    What you typed
    The voice channel
    ");
    cleo.leaves(scene.town.guild.id()).unwrap();
    let dora = scene.town.member("dora");
    scene.town.settled().await;
    insta::assert_snapshot!(start(&scene.moderator, &dora, cleo).await, @"
    @cleo isn’t in this server, so they can’t take part.
    What you typed
    The voice channel
    ");
    let none = quarrel.close(general, &scene.helper, "x").await;
    assert!(none.text().starts_with("Only moderators"), "{}", none.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_the_mediator_or_a_manager_closes_it_also_from_the_card() {
    let quarrel = quarrel().await;
    let scene = &quarrel.scene;
    let other = scene.town.moderator("otto");
    let thread = quarrel.both_accept().await;
    let refused = quarrel.close(scene.town.general, &other, "Mine").await;
    assert!(refused.text().starts_with("There’s no mediation that you can close."), "{}", refused.text());
    let card = quarrel.card().id.unwrap();
    let form = scene.town.meanwhile(scene.manager.clicks(card, "Close")).await.unwrap();
    let closed = scene.town.meanwhile(scene.manager.submits(&form, &[("outcome", "They agreed.")])).await.unwrap();
    scene.town.pass(3 * SECOND).await;
    assert_eq!(closed.now().text(), "Mediation 1 is closed.");
    assert!(quarrel.said(thread).pop().unwrap().text().contains("They agreed."));
    let twice = quarrel.close(thread, &scene.manager, "Again").await;
    assert!(twice.text().starts_with("There’s no mediation"), "{}", twice.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_leaves_is_missed_in_the_thread_and_let_in_again_on_their_return() {
    let quarrel = quarrel().await;
    let (scene, guild) = (&quarrel.scene, quarrel.town().guild.id());
    let thread = quarrel.both_accept().await;
    quarrel.cleo.leaves(guild).unwrap();
    scene.town.pass(3 * SECOND).await;
    insta::assert_snapshot!(quarrel.said(thread).pop().unwrap().text(), @"@mona, @cleo has left the server. I’ll add them again if they return. `/mediate close` ends the mediation.");
    quarrel.cleo.joins(guild).unwrap();
    scene.town.pass(3 * SECOND).await;
    assert!(quarrel.cleo.says(thread, "I am back").is_ok());
    scene.town.guild.owner().bans(&quarrel.cleo, "").unwrap();
    scene.town.pass(3 * SECOND).await;
    assert!(quarrel.said(thread).pop().unwrap().text().contains("has left the server"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_accepts_and_leaves_before_the_thread_is_there_is_named_in_it() {
    let quarrel = quarrel().await;
    quarrel.start().await;
    quarrel.answers(&quarrel.scene.bob, "Accept").await;
    quarrel.scene.bob.leaves(quarrel.town().guild.id()).unwrap();
    quarrel.town().settled().await;
    quarrel.answers(&quarrel.cleo, "Accept").await;
    let said: Vec<String> = quarrel.said(quarrel.thread()).iter().map(|shown| shown.text().to_owned()).collect();
    assert!(said.iter().any(|text| text.contains("I couldn’t add @bob")), "{said:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thread_that_cannot_be_made_ends_it_and_all_three_learn_that() {
    let quarrel = quarrel().await;
    quarrel.start().await;
    quarrel.town().sandbox.faults().fail("POST /channels/*/threads", 1, 403, 50_013);
    quarrel.answers(&quarrel.scene.bob, "Accept").await;
    quarrel.answers(&quarrel.cleo, "Accept").await;
    insta::assert_snapshot!(quarrel.last_logged(), @"@mona: Both accepted mediation 1, but I couldn’t open a thread. I lack “Create Private Threads”, “Send Messages in Threads and Posts” in #general, so nothing was done. Give it to my role there (channel settings → Permissions). Once that’s fixed, `/mediate start` invites them again.");
    insta::assert_snapshot!(quarrel.invitation(&quarrel.scene.bob).text(), @"
    An invitation from the moderators of Town
    You both accepted, but I couldn’t open the thread. The moderators know.
    Mediation 1. Replies here are not read.
    ");
    let again = quarrel.start().await;
    assert!(again.text().starts_with("Mediation 2 has begun"), "{}", again.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thread_deleted_by_hand_ends_it() {
    let quarrel = quarrel().await;
    let thread = quarrel.both_accept().await;
    quarrel.town().guild.delete_channel(thread);
    quarrel.town().pass(3 * SECOND).await;
    assert!(quarrel.card().text().contains("the thread was deleted"), "{}", quarrel.card().text());
    assert!(quarrel.invitation(&quarrel.cleo).text().contains("This invitation has ended."));
    assert_eq!(quarrel.town().number("SELECT count(*) FROM mediations WHERE ended_at IS NULL").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thread_deleted_while_steward_is_off_ends_it_too() {
    let mut quarrel = quarrel().await;
    let thread = quarrel.both_accept().await;
    quarrel.scene.town.stop().await;
    quarrel.town().guild.delete_channel(thread);
    quarrel.scene.town.start().await;
    quarrel.town().pass(3 * SECOND).await;
    assert!(quarrel.card().text().contains("the thread was deleted"), "{}", quarrel.card().text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_kept_of_a_mediation_goes_with_whoever_is_forgotten_once_it_has_ended() {
    let quarrel = quarrel().await;
    let (town, bob) = (quarrel.town(), &quarrel.scene.bob);
    quarrel.start().await;
    let forget = async || {
        let asked = town.slash(bob, "privacy forget", &[]).await;
        town.click(bob, &asked, "Confirm").await
    };
    let kept = town.slash(bob, "privacy show", &[]).await;
    assert!(kept.text().contains("Invitations to a mediation"), "{}", kept.text());
    forget().await;
    assert_eq!(town.number("SELECT count(*) FROM mediation_sides").await, 2, "it is under way");
    quarrel.close(town.general, &quarrel.scene.moderator, "They talked without me.").await;
    assert_eq!(town.number("SELECT count(*) FROM audit WHERE after LIKE '%talked%'").await, 0);
    forget().await;
    assert_eq!(town.number("SELECT count(*) FROM mediation_sides").await, 1);
    assert_eq!(town.number("SELECT count(*) FROM mediations WHERE topic IS NULL AND outcome IS NULL").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_channel_the_mediator_hears_by_direct_message() {
    let quarrel = quarrel().await;
    quarrel.scene.set("mod_log", "none").await;
    quarrel.start().await;
    quarrel.town().pass(73 * HOUR).await;
    let told = quarrel.town().sandbox.dms(&quarrel.scene.moderator).pop().expect("a direct message");
    insta::assert_snapshot!(told.text(), @"
    Mediation in Town
    Mediation 1 didn’t take place, as they haven’t both accepted. The answers are deleted.
    ");
}

/// Steward is down for all but the last of these days, so that half a year takes no longer than a day.
async fn days_later(scene: &mut Scene, days: u32) {
    scene.town.stop().await;
    scene.town.clock.advance((days - 1) * DAY);
    scene.town.start().await;
    scene.town.pass(DAY).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mediation_is_known_until_180_days_after_it_was_closed_and_as_long_as_it_goes_on() {
    let mut quarrel = quarrel().await;
    let thread = quarrel.both_accept().await;
    let mediations = "SELECT (SELECT count(*) FROM mediations) + (SELECT count(*) FROM mediation_sides)";
    days_later(&mut quarrel.scene, 200).await;
    assert_eq!(quarrel.town().number(mediations).await, 3, "it goes on");
    quarrel.close(thread, &quarrel.scene.moderator, "They agreed.").await;
    days_later(&mut quarrel.scene, 179).await;
    assert_eq!(quarrel.town().number(mediations).await, 3);
    days_later(&mut quarrel.scene, 3).await;
    assert_eq!(quarrel.town().number(mediations).await, 0);
}
