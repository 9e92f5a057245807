//! Appeals: made under a notice or in one's own record, decided by somebody else than who acted, told once; a story for
//! each sentence.

use std::time::Duration;

use steward::ids::{ChannelId, MessageId};
use steward::sandbox::{Answer, Given, Person, Shown, rights};

use crate::support::scene::{DAY, HOUR, MINUTE, Scene};

const SECOND: Duration = Duration::from_secs(1);

/// A scene with a channel for appeals, a moderator who acts and another one who decides.
struct Appeals {
    scene: Scene,
    channel: ChannelId,
    other: Person,
}

async fn appeals() -> Appeals {
    let mut scene = Scene::new().await;
    let guild = &scene.town.guild;
    let all = rights::MODERATE_MEMBERS | rights::BAN_MEMBERS | rights::KICK_MEMBERS | rights::MANAGE_MESSAGES;
    let (moderators, managers) = (guild.role("Watch", all), guild.role("Wardens", all | rights::MANAGE_GUILD));
    let channel = guild.private_channel("appeals", &[guild.bot_role(), moderators, managers]);
    (scene.moderator, scene.manager) = (guild.person("marta", &[moderators]), guild.person("max", &[managers]));
    let other = guild.person("odo", &[moderators]);
    scene.set("appeals", &format!("<#{channel}>")).await;
    Appeals { scene, channel, other }
}

impl Appeals {
    async fn warned(&self, severity: i64) {
        let given: [(&str, Given); 3] = [
            ("member", (&self.scene.bob).into()),
            ("reason", "Called a newcomer names.".into()),
            ("severity", severity.into()),
        ];
        let preview = self.scene.slash(&self.scene.moderator, "warn", &given).await;
        self.scene.town.click(&self.scene.moderator, &preview, "Confirm").await;
        self.scene.town.pass(2 * SECOND).await;
    }

    async fn banned(&self) {
        let given: [(&str, Given); 2] = [("user", (&self.scene.bob).into()), ("reason", "Spam.".into())];
        self.scene.slash(&self.scene.moderator, "ban", &given).await;
        self.scene.town.pass(2 * SECOND).await;
        assert!(self.scene.town.guild.is_banned(&self.scene.bob));
    }

    /// The form under the notice, in bob's direct messages.
    async fn form(&self) -> Answer {
        let notice = self.scene.dms().into_iter().find(|dm| dm.labels().contains(&"Appeal")).expect("a notice");
        self.scene.town.meanwhile(self.scene.bob.clicks(notice.id.expect("an id"), "Appeal")).await.unwrap()
    }

    async fn appeal(&self, text: &str) -> Answer {
        let form = self.form().await;
        let receipt = self.scene.bob.submits(&form, &[("text", text)]).await.unwrap();
        self.scene.town.pass(2 * SECOND).await;
        receipt
    }

    /// What bob was told of the outcome.
    fn outcomes(&self) -> Vec<Shown> {
        let told = |dm: &Shown| dm.text().starts_with("**Your appeal of case");
        self.scene.dms().into_iter().filter(told).collect()
    }

    fn cards(&self) -> Vec<Shown> {
        self.scene.town.sandbox.messages(self.channel, &self.scene.manager)
    }

    fn card(&self) -> Shown {
        self.cards().into_iter().rev().find(|shown| shown.text().starts_with("Appeal #")).expect("a card")
    }

    async fn press(&self, by: &Person, label: &str) -> Answer {
        let id: MessageId = self.card().id.expect("an id");
        let answer = self.scene.town.meanwhile(by.clicks(id, label)).await;
        let answer = answer.unwrap_or_else(|why| panic!("{label}: {why} on {}", self.card().text()));
        self.scene.town.pass(2 * SECOND).await;
        answer.now()
    }

    async fn write(&self, by: &Person, label: &str, text: &str) -> Answer {
        let form = self.press(by, label).await;
        let answer = self.scene.town.meanwhile(by.submits(&form, &[("text", text)])).await.unwrap();
        self.scene.town.pass(2 * SECOND).await;
        answer.now()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_appeal_under_the_notice_comes_to_the_staff_and_its_approval_lifts_the_timeout_and_the_points() {
    let appeals = appeals().await;
    let scene = &appeals.scene;
    appeals.warned(2).await;
    appeals.warned(2).await;
    assert!(scene.silenced(), "{}", scene.last_dm().text());
    insta::assert_snapshot!(scene.last_dm().text(), @"
    A warning from the moderators of Town
    **What happened:** Called a newcomer names.
    **You are in a timeout until Monday, 16 November 2026 10:00, in 59 minutes.** Until then you can read, but not write or speak.
    **What it means:** 2 points, counted until 14 February 2027. You have 4 points now. At 5 points the next step is: timeout, 24 h. After 14 February 2027 this warning stays on record but no longer counts.
    If we got something wrong, or you want to explain, press **Appeal** before 16 December 2026. Someone other than the moderator who decided will read it.
    Case #2. Replies here are not read.
    [Appeal] [My record]
    ");

    let notice = scene.last_dm().id.unwrap();
    let form = scene.bob.clicks(notice, "Appeal").await.unwrap();
    let receipt = scene.bob.submits(&form, &[("text", "It was a *quote* from a film.")]).await.unwrap();
    scene.town.pass(2 * SECOND).await;
    insta::assert_snapshot!(receipt.text(), @"Your appeal of case #2 is with the moderators. I’ll send you their answer as a DM, and `/mycases` shows it too.");
    insta::assert_snapshot!(appeals.card().text(), @"
    Appeal #1
    From: @bob
    Against: case #2: warning by @marta, 4 seconds ago
    What happened: Called a newcomer names.
    On Discord: timeout, case #3: in force until Monday, 16 November 2026 10:00, in 59 minutes
    What they say: It was a *quote* from a film.
    [Approve] [Deny] [Ask a question]
    ");

    let refused = appeals.press(&scene.moderator, "Approve").await;
    insta::assert_snapshot!(refused.text(), @"Appeal #1 is against something you did. Someone else on the staff has to decide it.");
    let refused = appeals.press(&scene.moderator, "Deny").await;
    assert!(refused.text().contains("against something you did"), "{}", refused.text());

    let done = appeals.press(&appeals.other, "Approve").await;
    insta::assert_snapshot!(done.text(), @"
    **Appeal #1 of @bob is approved.** Case #2 is voided.
    · timeout, case #3: taken back
    · the DM is on its way
    ");
    assert!(!scene.silenced(), "the timeout is lifted");
    let changed = scene.dms().into_iter().find(|dm| dm.text().contains("have taken this back")).expect("the notice");
    insta::assert_snapshot!(changed.text(), @"
    A warning from the moderators of Town
    **Your appeal was accepted.**
    The moderators have taken this back. It was from Monday, 16 November 2026 09:00, 10 seconds ago, and it no longer counts.
    Case #2. Replies here are not read.
    [My record]
    ");
    assert_eq!(appeals.outcomes().len(), 1, "one word on it");
    insta::assert_snapshot!(appeals.outcomes()[0].text(), @"**Your appeal of case #2 in Town was accepted.** Thank you for explaining. The timeout is lifted. Its points no longer count.");
    insta::assert_snapshot!(appeals.card().text(), @"
    Appeal #1
    From: @bob
    Against: case #2: warning by @marta, 10 seconds ago
    What happened: Called a newcomer names.
    On Discord: timeout, case #3: taken back
    What they say: It was a *quote* from a film.
    Outcome:
    @odo approved it 2 seconds ago
    they’re notified by DM
    ");
    insta::assert_snapshot!(scene.slash(&scene.bob, "mycases", &[]).await.text(), @"
    Your record in Town
    You have 2 points now. At 3 points the next step is: timeout, 1 h.
    **#3** timeout · 10 seconds ago · Called a newcomer names. · taken back
    **#2** warning · 10 seconds ago · Called a newcomer names. · taken back · appeal: accepted
    **#1** warning · 12 seconds ago · Called a newcomer names. · 2 points until 14 February 2027
    Page 1 of 1 · 3 cases
    [Appeal]
    ");
    insta::assert_snapshot!(scene.line(2, "Appeals").await, @"#1: @odo approved it 2 seconds ago");

    // The notice was changed before the word on it was sent.
    let dm = format!("/channels/{}/messages", scene.bob.dm());
    let sent = scene.town.sandbox.requests().into_iter().filter(|request| request.path.starts_with(&dm));
    let last: Vec<String> = sent.map(|request| request.method).collect();
    assert!(last.windows(2).any(|pair| pair == ["PATCH", "POST"]), "{last:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_denied_appeal_is_told_with_its_reason_and_can_be_made_again_after_thirty_days() {
    let appeals = appeals().await;
    let scene = &appeals.scene;
    appeals.banned().await;

    appeals.appeal("My account was stolen.").await;
    let again = appeals.form().await;
    insta::assert_snapshot!(again.text(), @"You appealed case #1 2 seconds ago, and the moderators haven’t decided yet. I’ll send you their answer.");
    let empty = appeals.write(&appeals.other, "Deny", " ").await;
    insta::assert_snapshot!(empty.text(), @"A denial needs a reason. The member reads it.");
    let done = appeals.write(&appeals.other, "Deny", "The account sold coins for weeks.").await;
    insta::assert_snapshot!(done.text(), @"
    **Appeal #1 of @bob is denied.** Case #1 stays.
    · they got no DM. They share no server with me, so I can’t write to them. `/mycases` shows it to them too
    ");
    insta::assert_snapshot!(appeals.card().text(), @"
    Appeal #1
    From: @bob
    Against: case #1: ban by @marta, 12 seconds ago
    What happened: Spam.
    On Discord: ban, case #1: done
    What they say: My account was stolen.
    Outcome:
    @odo denied it 2 seconds ago
    Reason: The account sold coins for weeks.
    they got no DM. They share no server with me, so I can’t write to them. `/mycases` shows it to them too
    ");
    assert!(scene.town.guild.is_banned(&scene.bob));
    insta::assert_snapshot!(scene.dms()[0].text(), @"
    Banned by the moderators of Town
    **What happened:** Spam.
    **You are being banned from the server.**
    **Your appeal** wasn’t accepted on 16 November 2026. You can appeal again from 16 December 2026.
    **From the moderators:** The account sold coins for weeks.
    Case #1. Replies here are not read.
    [Appeal] [My record]
    ");

    let early = appeals.form().await;
    insta::assert_snapshot!(early.text(), @"Your last appeal of case #1 wasn’t accepted. You can appeal again from 16 December 2026.");
    scene.town.pass(30 * DAY).await;
    let receipt = appeals.appeal("I have it back now.").await;
    assert!(receipt.text().contains("is with the moderators"), "{}", receipt.text());
    let done = appeals.press(&appeals.other, "Approve").await;
    insta::assert_snapshot!(done.text(), @"
    **Appeal #2 of @bob is approved.** Case #1 is voided.
    · ban, case #1: taken back
    · the DM is on its way
    ");
    assert!(!scene.town.guild.is_banned(&scene.bob));
    let notice = &scene.dms()[0];
    assert!(notice.text().contains("**Your appeal was accepted.**"), "{}", notice.text());
    assert!(notice.text().contains("you can come back with an invitation"), "{}", notice.text());
    assert_eq!(notice.labels(), ["My record"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_goes_to_the_person_and_its_answer_to_the_card() {
    let mut appeals = appeals().await;
    appeals.warned(1).await;
    appeals.appeal("It was a quote.").await;
    let other = appeals.other.clone();

    let asked = appeals.write(&other, "Ask a question", "From which film?").await;
    insta::assert_snapshot!(asked.text(), @"Your question is sent. The answer comes to the card, and I’ll mention you there.");
    let waits = appeals.write(&other, "Ask a question", "And which year?").await;
    assert!(waits.text().contains("already waiting") && waits.text().contains("And which year?"), "{}", waits.text());
    let question = appeals.scene.last_dm();
    insta::assert_snapshot!(question.text(), @"
    A question about your appeal of case #1 in Town
    From which film?
    Press Answer to reply. Replies here are not read.
    [Answer]
    ");

    appeals.scene.town.restart().await;
    let form = appeals.scene.bob.clicks(question.id.unwrap(), "Answer").await.unwrap();
    let kept = appeals.scene.bob.submits(&form, &[("text", "Casablanca")]).await.unwrap();
    appeals.scene.town.pass(3 * SECOND).await;
    insta::assert_snapshot!(kept.text(), @"The moderators have your answer.");
    insta::assert_snapshot!(appeals.card().text(), @"
    Appeal #1
    From: @bob
    Against: case #1: warning by @marta, 15 seconds ago
    What happened: Called a newcomer names.
    What they say: It was a quote.
    Questions:
    @odo asked 9 seconds ago: From which film?
    They answered 3 seconds ago: Casablanca
    [Approve] [Deny] [Ask a question]
    ");
    let note = appeals.cards().pop().expect("a note");
    assert!(note.text().starts_with("@odo, your question"), "{}", note.text());
    let late = appeals.scene.bob.clicks(question.id.unwrap(), "Answer").await.unwrap();
    assert!(late.text().starts_with("This question was answered"), "{}", late.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_has_closed_direct_messages_appeals_and_answers_in_their_own_record() {
    let appeals = appeals().await;
    let scene = &appeals.scene;
    scene.bob.closes_dms();
    appeals.warned(1).await;
    appeals.warned(1).await;

    let record = scene.slash(&scene.bob, "mycases", &[]).await;
    assert!(record.text().contains("[Appeal]"), "{}", record.text());
    let which = scene.town.click(&scene.bob, &record, "Appeal").await;
    insta::assert_snapshot!(which.text(), @"
    Which case do you want to appeal?
    (Choose a case: Case #2: warning | Case #1: warning)
    ");
    let form = scene.bob.chooses(&which, "Choose a case", &["Case #1: warning".into()]).await.unwrap();
    scene.bob.submits(&form, &[("text", "It was a quote.")]).await.unwrap();
    scene.town.pass(2 * SECOND).await;

    let asked = appeals.write(&appeals.other, "Ask a question", "From which film?").await;
    insta::assert_snapshot!(asked.text(), @"
    Your question is kept.
    · they got no DM. Their direct messages are closed to me. `/mycases` shows it to them too
    ");
    let record = scene.slash(&scene.bob, "mycases", &[]).await;
    insta::assert_snapshot!(record.text(), @"
    Your record in Town
    You have 2 points now. At 3 points the next step is: timeout, 1 h.
    **The moderators have a question about your appeal:** From which film?
    **#2** warning · 8 seconds ago · Called a newcomer names. · 1 point until 14 February 2027
    **#1** warning · 10 seconds ago · Called a newcomer names. · 1 point until 14 February 2027 · appeal: not decided yet
    Page 1 of 1 · 2 cases
    [Answer] [Appeal]
    ");
    let form = scene.bob.clicks(&record, "Answer").await.unwrap();
    scene.bob.submits(&form, &[("text", "Casablanca")]).await.unwrap();
    scene.town.pass(2 * SECOND).await;

    let done = appeals.write(&appeals.other, "Deny", "Not in that film.").await;
    insta::assert_snapshot!(done.text(), @"
    **Appeal #1 of @bob is denied.** Case #1 stays.
    · they got no DM. Their direct messages are closed to me. `/mycases` shows it to them too
    ");
    assert!(scene.dms().is_empty());
    let record = scene.slash(&scene.bob, "mycases", &[]).await;
    assert!(record.text().contains("**From the moderators:** Not in that film."), "{}", record.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_card_of_an_open_appeal_says_when_what_it_is_against_is_over() {
    let appeals = appeals().await;
    let scene = &appeals.scene;
    scene.timeout(&scene.moderator, "2h").await;
    appeals.appeal("It was a quote.").await;
    assert!(appeals.card().text().contains("timeout, case #1: in force until"), "{}", appeals.card().text());

    scene.town.pass(2 * HOUR + MINUTE).await;

    assert!(appeals.card().text().contains("timeout, case #1: over"), "{}", appeals.card().text());
    assert!(appeals.card().labels().contains(&"Approve"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_nobody_else_could_decide_the_one_who_acted_does_and_the_result_says_so() {
    let scene = Scene::new().await;
    let guild = &scene.town.guild;
    let owner = guild.owner();
    for person in [&scene.moderator, &scene.manager] {
        person.leaves(guild.id()).unwrap();
    }
    scene.town.settled().await;
    scene.timeout(&owner, "2h").await;
    let form = scene.bob.clicks(scene.last_dm().id.unwrap(), "Appeal").await.unwrap();
    scene.bob.submits(&form, &[("text", "It was a quote.")]).await.unwrap();
    scene.town.pass(2 * SECOND).await;
    let card = scene.town.sandbox.messages(scene.log, &owner).pop().expect("a card in the mod log");
    let form = scene.town.meanwhile(owner.clicks(card.id.unwrap(), "Deny")).await.unwrap();
    let done = scene.town.meanwhile(owner.submits(&form, &[("text", "It was not.")])).await.unwrap();
    insta::assert_snapshot!(done.text(), @"
    **Appeal #1 of @bob is denied.** Case #1 stays.
    · decided by the moderator who acted, because there’s no one else who could
    · they’re notified by DM
    ");
    scene.town.pass(2 * SECOND).await;
    insta::assert_snapshot!(scene.last_dm().text(), @"
    **Your appeal of case #1 in Town wasn’t accepted.** It was read by the moderator who decided, because there’s no one else here who could.
    **From the moderators:** It was not.
    The decision stays until 16 November 2026 11:00. You can appeal again from 16 December 2026.
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_decided_what_followed_from_a_warning_does_not_decide_its_appeal() {
    let appeals = appeals().await;
    let scene = &appeals.scene;
    let owner = scene.town.guild.owner();
    scene.set("ladder", "1 decide").await;
    appeals.warned(1).await;
    let logged = scene.town.sandbox.messages(scene.log, &owner);
    let card = logged.into_iter().find(|shown| shown.text().contains("Needs a decision")).expect("a decision");
    let form = scene.town.meanwhile(owner.clicks(card.id.expect("an id"), "Time out…")).await.unwrap();
    let given = [("For how long", "2h"), ("What happened", "Enough.")];
    scene.town.meanwhile(owner.submits(&form, &given)).await.unwrap();
    scene.town.pass(2 * SECOND).await;
    assert!(scene.silenced());
    appeals.appeal("It was a quote.").await;

    let refused = appeals.press(&owner, "Approve").await;

    assert!(refused.text().contains("against something you did"), "{}", refused.text());
    let done = appeals.press(&appeals.other, "Approve").await;
    assert!(done.text().contains("is approved"), "{}", done.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_who_decide_the_second_is_told_and_keeps_their_words() {
    let appeals = appeals().await;
    let scene = &appeals.scene;
    appeals.warned(1).await;
    appeals.appeal("It was a quote.").await;
    let late = appeals.press(&scene.manager, "Deny").await;

    appeals.press(&appeals.other, "Approve").await;

    let refused = scene.manager.submits(&late, &[("text", "It was not.")]).await.unwrap();
    insta::assert_snapshot!(refused.text(), @"
    @odo decided appeal #1 2 seconds ago, so nothing was done now.
    What you typed
    It was not.
    ");
    assert_eq!(scene.town.number("SELECT count(*) FROM appeals WHERE state = 'approved'").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_voided_case_closes_its_appeal_and_nothing_of_it_is_appealed_again() {
    let appeals = appeals().await;
    let scene = &appeals.scene;
    appeals.warned(1).await;
    let open = appeals.form().await;
    appeals.appeal("It was a quote.").await;
    let given: [(&str, Given); 2] = [("number", 1.into()), ("reason", "It was somebody else.".into())];
    scene.slash(&scene.moderator, "case void", &given).await;
    scene.town.pass(2 * SECOND).await;

    assert!(appeals.card().text().contains("@marta voided the case"), "{}", appeals.card().text());
    assert!(appeals.card().labels().is_empty());
    let late = scene.bob.submits(&open, &[("text", "Once more.")]).await.unwrap();
    insta::assert_snapshot!(late.text(), @"
    Case #1 was voided, so there’s nothing left to appeal.
    What you typed
    Once more.
    ");
    let words = scene.dms().into_iter().filter(|dm| dm.text().contains("have taken back your warning"));
    assert_eq!((words.count(), appeals.outcomes().len()), (1, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_the_warned_person_appeals_and_only_in_time() {
    let appeals = appeals().await;
    let scene = &appeals.scene;
    appeals.warned(1).await;
    let cleo = scene.town.member("cleo");
    scene.town.settled().await;
    let id = format!("appeals:write:1:1:{}", scene.town.guild.id());
    let hook = cleo.says(scene.town.general, "Hello").unwrap();
    scene.town.settled().await;
    let foreign = cleo.presses_custom_id(scene.town.general, hook, &id).await;
    assert!(foreign.text().starts_with("This case isn’t yours"), "{}", foreign.text());

    scene.town.pass(31 * DAY).await;
    insta::assert_snapshot!(appeals.form().await.text(), @"Case #1 could be appealed until 16 December 2026. You can still write to the moderators.");
    assert!(!scene.slash(&scene.bob, "mycases", &[]).await.text().contains("[Appeal]"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn staff_are_reminded_after_three_days_but_not_at_night() {
    let appeals = appeals().await;
    let scene = &appeals.scene;
    scene.town.pass(14 * HOUR).await;
    appeals.warned(1).await;
    appeals.appeal("It was a quote.").await;
    scene.town.pass(3 * DAY).await;
    assert_eq!(appeals.cards().len(), 1, "it is eleven at night");
    scene.town.pass(9 * HOUR).await;
    let reminder = appeals.cards().pop().expect("a reminder");
    assert!(reminder.text().starts_with("Appeal #1 is waiting for a decision."), "{}", reminder.text());
    scene.town.pass(30 * DAY).await;
    assert_eq!(appeals.cards().len(), 4, "three times, and not for ever");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_the_card_was_deleted_the_reminder_leads_to_the_list() {
    let appeals = appeals().await;
    let scene = &appeals.scene;
    appeals.warned(1).await;
    appeals.appeal("It was a quote.").await;
    scene.town.guild.owner().deletes(appeals.card().id.unwrap()).unwrap();
    scene.town.settled().await;
    scene.town.pass(3 * DAY + HOUR).await;
    let reminder = appeals.cards().pop().expect("a reminder");
    assert!(reminder.text().contains("`/appeals list` opens it."), "{}", reminder.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_channel_appeals_wait_in_the_list_and_a_deleted_one_falls_back_to_the_mod_log() {
    let appeals = appeals().await;
    let scene = &appeals.scene;
    insta::assert_snapshot!(scene.slash(&scene.moderator, "appeals list", &[]).await.text(), @"
    Appeals
    No appeals. They come here when members press **Appeal** under a notice or in `/mycases`.
    ");
    scene.town.guild.delete_channel(appeals.channel);
    scene.town.settled().await;
    appeals.warned(1).await;
    appeals.appeal("It was a quote.").await;
    let logged = scene.town.sandbox.messages(scene.log, &scene.town.guild.owner());
    assert!(logged.last().is_some_and(|card| card.text().starts_with("Appeal #1")), "{logged:#?}");

    for setting in ["appeals", "mod_log"] {
        scene.set(setting, "default").await;
    }
    appeals.warned(1).await;
    let notice = scene.last_dm().id.unwrap();
    let form = scene.bob.clicks(notice, "Appeal").await.unwrap();
    let receipt = scene.bob.submits(&form, &[("text", "It was a quote too.")]).await.unwrap();
    insta::assert_snapshot!(receipt.text(), @"Your appeal of case #2 is kept. No channel for appeals is set here, so the moderators find it in `/appeals list`. I’ll send you their answer as a DM, and `/mycases` shows it too.");
    let list = scene.slash(&appeals.other, "appeals list", &[]).await;
    insta::assert_snapshot!(list.text(), @"
    Appeals
    **#2** @bob · case #2 · now · **open**
    **#1** @bob · case #1 · 4 seconds ago · **open**
    (Open an appeal: Appeal #2 | Appeal #1)
    ");
    let opened = appeals.other.chooses(&list, "Open an appeal", &["Appeal #2".into()]).await.unwrap();
    assert!(opened.text().contains("It was a quote too.") && opened.text().contains("[Approve]"), "{}", opened.text());
    let refused = scene.town.slash(&appeals.scene.helper, "help", &[]).await;
    assert!(!refused.text().contains("/appeals list"), "{}", refused.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ban_that_cannot_be_lifted_is_told_as_it_is() {
    let appeals = appeals().await;
    let scene = &appeals.scene;
    appeals.banned().await;
    appeals.appeal("My account was stolen.").await;
    scene.town.sandbox.faults().fail("DELETE /guilds/*/bans/*", 1, 403, 50_013);

    let done = appeals.press(&appeals.other, "Approve").await;
    assert!(done.text().contains("is approved"), "{}", done.text());
    assert!(scene.town.guild.is_banned(&scene.bob));
    assert!(
        appeals.card().text().contains("they got no DM. They share no server with me"),
        "{}",
        appeals.card().text()
    );
    scene.town.pass(HOUR + MINUTE).await;
    assert!(!scene.town.guild.is_banned(&scene.bob), "it is tried again");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_timeout_that_somebody_has_lifted_by_hand_is_approved_all_the_same() {
    let appeals = appeals().await;
    let scene = &appeals.scene;
    scene.timeout(&scene.moderator, "2h").await;
    appeals.appeal("It was a quote.").await;
    scene.town.guild.owner().times_out(&scene.bob, None, "mistake").unwrap();
    scene.town.settled().await;
    let before = scene.told();

    let done = appeals.press(&appeals.other, "Approve").await;

    assert!(done.text().contains("is approved"), "{}", done.text());
    assert_eq!(scene.told(), before, "nothing was left to lift");
    insta::assert_snapshot!(scene.last_dm().text(), @"**Your appeal of case #1 in Town was accepted.** Thank you for explaining.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn appeals_read_well_in_other_languages() {
    let appeals = appeals().await;
    let scene = &appeals.scene;
    let bob = scene.bob.clone().locale("ro");
    appeals.warned(1).await;
    scene.slash(&bob, "mycases", &[]).await;
    appeals.warned(1).await;
    insta::assert_snapshot!(scene.last_dm().text(), @"
    Un avertisment de la moderatorii Town
    **Ce s-a întâmplat:** Called a newcomer names.
    **Ce înseamnă:** 1 punct, în vigoare până la 14 February 2027. Ai acum 2 puncte. La 3 puncte următorul pas este: pauză, 1 h. După 14 February 2027 avertismentul rămâne notat, dar nu mai contează.
    Dacă s-a făcut o greșeală sau vrei să explici ceva, apasă **Contestă**. Ultima zi: 16 December 2026. Contestația o citește altcineva, nu moderatorul care a luat hotărârea.
    Cazul nr. 2. Răspunsurile de aici nu sunt citite.
    [Contestă] [Istoricul meu]
    ");
    let form = bob.clicks(scene.last_dm().id.unwrap(), "Contestă").await.unwrap();
    bob.submits(&form, &[("text", "A fost un citat.")]).await.unwrap();
    scene.town.pass(2 * SECOND).await;
    let other = appeals.other.clone().locale("ru");
    let list = scene.slash(&other, "appeals list", &[]).await;
    insta::assert_snapshot!(list.text(), @"
    Апелляции
    **№ 1** @bob · случай № 2 · 2 seconds ago · **открыта**
    (Открыть апелляцию: Апелляция № 1)
    ");
    let done = appeals.write(&other, "Deny", "Нет, не цитата.").await;
    insta::assert_snapshot!(done.text(), @"
    **Апелляция № 1 отклонена (@bob).** Случай № 2 остаётся в силе.
    · личное сообщение отправлено
    ");
    insta::assert_snapshot!(scene.last_dm().text(), @"
    **Contestația ta la cazul nr. 2, serverul Town, nu a fost admisă.** A citit-o altcineva, nu moderatorul care a luat hotărârea.
    **De la moderatori:** Нет, не цитата.
    Hotărârea rămâne valabilă, cu termenul: 14 February 2027 09:00. Data de la care poți contesta din nou: 16 December 2026.
    ");
}
