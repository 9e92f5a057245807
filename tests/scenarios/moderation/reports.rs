//! Reports by members: sent, merged, claimed and settled once; a story for each sentence.

use std::time::Duration;

use steward::ids::{ChannelId, MessageId};
use steward::sandbox::{Answer, Given, Person, Shown, rights};

use crate::support::scene::{DAY, HOUR, MINUTE, Scene};

const SECOND: Duration = Duration::from_secs(1);

/// A scene with a channel for reports that staff read, and members who report.
struct Reports {
    scene: Scene,
    channel: ChannelId,
    cleo: Person,
    dora: Person,
}

async fn reports() -> Reports {
    let mut scene = Scene::new().await;
    let guild = &scene.town.guild;
    let (helpers, moderators, managers) = (
        guild.role("Watch of helpers", rights::MANAGE_MESSAGES),
        guild.role("Watch of moderators", rights::MODERATE_MEMBERS | rights::BAN_MEMBERS | rights::MANAGE_MESSAGES),
        guild.role("Watch of managers", rights::MANAGE_GUILD | rights::MANAGE_MESSAGES | rights::MODERATE_MEMBERS),
    );
    let channel = guild.private_channel("reports", &[guild.bot_role(), helpers, moderators, managers]);
    (scene.helper, scene.moderator, scene.manager) =
        (guild.person("hans", &[helpers]), guild.person("marta", &[moderators]), guild.person("max", &[managers]));
    scene.set("reports", &format!("<#{channel}>")).await;
    let (cleo, dora) = (scene.town.member("cleo"), scene.town.member("dora"));
    Reports { scene, channel, cleo, dora }
}

impl Reports {
    async fn written(&self, text: &str) -> MessageId {
        let message = self.scene.bob.says(self.scene.town.general, text).unwrap();
        self.scene.town.settled().await;
        message
    }

    async fn report_message(&self, by: &Person, message: MessageId, reason: &str) -> Answer {
        let form = by.message_menu("Report to moderators", message).await.unwrap();
        self.sent(by, &form, reason).await
    }

    async fn report_member(&self, by: &Person, whom: &Person, reason: &str) -> Answer {
        let form = by.user_menu(self.scene.town.general, "Report member", whom).await.unwrap();
        self.sent(by, &form, reason).await
    }

    async fn sent(&self, by: &Person, form: &Answer, reason: &str) -> Answer {
        let receipt = by.submits(form, &[("reason", reason)]).await.unwrap();
        assert!(receipt.ephemeral, "{}", receipt.text());
        self.scene.town.pass(5 * SECOND).await;
        receipt.now()
    }

    fn cards(&self) -> Vec<Shown> {
        self.scene.town.sandbox.messages(self.channel, &self.scene.manager)
    }

    fn card(&self) -> Shown {
        self.cards().pop().expect("a card")
    }

    async fn press(&self, by: &Person, label: &str) -> Answer {
        let answer = by.clicks(self.card().id.expect("an id"), label).await;
        let answer = answer.unwrap_or_else(|why| panic!("{label}: {why} on {}", self.card().text()));
        self.scene.town.pass(2 * SECOND).await;
        answer.now()
    }

    async fn act(&self, by: &Person, label: &str, fields: &[(&str, &str)]) -> Answer {
        let form = self.press(by, label).await;
        let result = by.submits(&form, fields).await.unwrap();
        self.scene.town.pass(2 * SECOND).await;
        result.now()
    }
}

const AN_HOUR: [(&str, &str); 2] = [("reason", "Spam."), ("duration", "1h")];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reported_message_comes_to_the_staff_as_it_was_and_others_join_the_same_card() {
    let reports = reports().await;
    let message = reports.written("Buy my coins!").await;

    let receipt = reports.report_message(&reports.cleo, message, "Advertises in *every* channel.").await;
    insta::assert_snapshot!(receipt.text(), @"
    Thank you. The moderators have your report, and only they see who sent it.
    [Tell me when it is settled]
    ");
    reports.scene.bob.deletes(message).unwrap();
    insta::assert_snapshot!(reports.card().text().replace(&message.to_string(), "MESSAGE"), @"
    Report #1
    Reported: @bob
    It is about: “Buy my coins!” https://discord.com/channels/1571812068556800003/1571812068556800005/MESSAGE
    Reports: 1 person
    What they say: · Advertises in *every* channel.
    [Claim] [Warn] [Timeout] [Ban] [Delete + timeout]
    [Dismiss] [Who reported]
    ");

    let other = reports.written("Buy my coins again!").await;
    reports.report_message(&reports.cleo, other, "And again.").await;
    reports.report_message(&reports.dora, other, "Spam").await;
    assert_eq!(reports.cards().len(), 2, "one for each message");
    assert!(reports.card().text().contains("Reports: 2 people"), "{}", reports.card().text());
    assert_eq!(reports.scene.town.number("SELECT count(*) FROM reports").await, 2);
    assert!(reports.scene.dms().is_empty(), "the reported person hears nothing");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_member_is_reported_by_menu_and_by_command_and_it_is_one_report() {
    let reports = reports().await;
    let (scene, cleo, dora) = (&reports.scene, &reports.cleo, &reports.dora);

    reports.report_member(cleo, &scene.bob, "Insults in voice chat.").await;
    let given: [(&str, Given); 3] =
        [("member", (&scene.bob).into()), ("reason", "Shouts.".into()), ("evidence", "Ask cleo".into())];
    let receipt = scene.slash(dora, "report", &given).await;
    scene.town.pass(5 * SECOND).await;

    assert!(receipt.text().contains("[Tell me when it is settled]"), "{}", receipt.text());
    assert_eq!(reports.cards().len(), 1);
    insta::assert_snapshot!(reports.card().text(), @"
    Report #1
    Reported: @bob
    Reports: 2 people
    What they say:
    · Shouts. — Ask cleo
    · Insults in voice chat.
    [Claim] [Warn] [Timeout] [Ban] [Dismiss]
    [Who reported]
    ");
    let named: [String; 2] = [cleo.mention(), "@cleo".into()];
    assert!(named.iter().all(|name| !reports.card().text().contains(name)), "the card names no reporter");
    insta::assert_snapshot!(reports.press(&scene.moderator, "Who reported").await.text(), @"
    Who sent report #1
    **@dora**, 7 seconds ago
    · Shouts. — Ask cleo
    **@cleo**, 12 seconds ago
    · Insults in voice chat.
    ");
    let refused = reports.press(&scene.helper, "Who reported").await;
    assert!(refused.text().starts_with("Only moderators"), "{}", refused.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_claimed_report_shows_who_looks_at_it_and_can_be_given_up() {
    let reports = reports().await;
    let scene = &reports.scene;
    reports.report_member(&reports.cleo, &scene.bob, "Insults.").await;

    insta::assert_snapshot!(reports.press(&scene.helper, "Claim").await.text(), @"Report #1 is yours: the others see that you look at it. Press **Claim** again to give it up.");
    assert!(reports.card().text().contains("Claimed: @hans"), "{}", reports.card().text());
    insta::assert_snapshot!(reports.press(&scene.moderator, "Claim").await.text(), @"@hans claimed report #1 4 seconds ago. You can still settle it.");
    insta::assert_snapshot!(reports.press(&scene.helper, "Claim").await.text(), @"Report #1 is free again.");
    assert!(!reports.card().text().contains("Claimed"), "{}", reports.card().text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_message_is_deleted_and_its_author_timed_out_and_the_reporter_who_asked_is_told() {
    let reports = reports().await;
    let scene = &reports.scene;
    let message = reports.written("Buy my coins!").await;
    let receipt = reports.report_message(&reports.cleo, message, "Spam").await;
    reports.report_message(&reports.dora, message, "Spam").await;
    insta::assert_snapshot!(scene.town.click(&reports.cleo, &receipt, "Tell me when it is settled").await.text(), @"I’ll send you a DM when it’s settled. If your DMs are closed to me, I won’t write anywhere else.");

    let result = reports.act(&scene.moderator, "Delete + timeout", &AN_HOUR).await;

    assert!(result.text().starts_with("**Recorded: timeout for @bob, case #1.**"), "{}", result.text());
    assert!(result.text().contains("the message is ") && result.text().contains("report #1 is settled"));
    assert!(scene.silenced(), "bob is in a timeout");
    assert!(scene.town.sandbox.messages(scene.town.general, &scene.helper).is_empty());
    insta::assert_snapshot!(reports.card().text().replace(&message.to_string(), "MESSAGE"), @"
    Report #1
    Reported: @bob
    It is about: “Buy my coins!” https://discord.com/channels/1571812068556800003/1571812068556800005/MESSAGE
    Reports: 2 people
    What they say:
    · Spam
    · Spam
    Outcome: @marta acted 2 seconds ago: case #1
    Message: the message is deleted
    ");
    let told = scene.town.sandbox.dms(&reports.cleo);
    assert_eq!(told.len(), 1);
    insta::assert_snapshot!(told[0].text(), @"**Town:** your report of a message is settled. The moderators have acted. Thank you. (Reported: 16 November 2026 09:00)");
    assert!(scene.town.sandbox.dms(&reports.dora).is_empty(), "dora did not ask");
    assert!(scene.last_dm().text().contains("Buy my coins!"), "the notice quotes the message");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_report_is_open_again_once_what_came_of_it_is_undone_and_nobody_is_told_twice() {
    let reports = reports().await;
    let scene = &reports.scene;
    let message = reports.written("Buy my coins!").await;
    let receipt = reports.report_message(&reports.cleo, message, "Spam").await;
    scene.town.click(&reports.cleo, &receipt, "Tell me when it is settled").await;
    let result = reports.act(&scene.moderator, "Timeout", &AN_HOUR).await;
    assert_eq!(scene.town.sandbox.dms(&reports.cleo).len(), 1);
    assert!(reports.card().labels().is_empty(), "{}", reports.card().text());

    scene.town.click(&scene.moderator, &result, "Undo").await;
    scene.town.pass(2 * SECOND).await;

    assert!(!scene.silenced());
    assert!(reports.card().labels().contains(&"Claim"), "{}", reports.card().text());
    let list = scene.slash(&scene.helper, "reports list", &[]).await;
    assert!(list.text().contains("**open**"), "{}", list.text());
    let done = reports.act(&scene.moderator, "Timeout", &AN_HOUR).await;
    assert!(done.text().contains("report #1 is settled"), "{}", done.text());
    assert!(reports.card().labels().is_empty(), "{}", reports.card().text());
    assert_eq!(scene.town.sandbox.dms(&reports.cleo).len(), 1, "cleo was told before");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_moderators_the_first_decides_and_the_other_is_told_and_keeps_their_words() {
    let reports = reports().await;
    let scene = &reports.scene;
    reports.report_member(&reports.cleo, &scene.bob, "Insults.").await;
    let late = reports.press(&scene.manager, "Timeout").await;
    let warning = reports.press(&scene.helper, "Warn").await;
    let preview = scene.helper.submits(&warning, &[("reason", "Be kind.")]).await.unwrap();
    scene.town.settled().await;

    let done = reports.act(&scene.moderator, "Timeout", &AN_HOUR).await;
    assert!(done.text().contains("report #1 is settled"), "{}", done.text());

    let refused = scene.manager.submits(&late, &[("reason", "Insults again."), ("duration", "2h")]).await.unwrap();
    insta::assert_snapshot!(refused.text(), @"
    @marta settled report #1 2 seconds ago, so nothing was done now.
    What you typed
    Insults again.
    ");
    let refused = scene.town.click(&scene.helper, &preview, "Confirm").await;
    assert!(refused.text().contains("settled report #1"), "{}", refused.text());
    assert_eq!(scene.town.number("SELECT count(*) FROM cases").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_warning_from_the_card_has_its_preview_and_settles_the_report() {
    let reports = reports().await;
    let scene = &reports.scene;
    let message = reports.written("You are a fool").await;
    reports.report_message(&reports.cleo, message, "Insult").await;

    let form = reports.press(&scene.helper, "Warn").await;
    let preview = scene.helper.submits(&form, &[("reason", "Be kind.")]).await.unwrap();
    assert!(preview.text().contains("Nothing has been sent yet"), "{}", preview.text());
    scene.town.click(&scene.helper, &preview, "Confirm").await;
    scene.town.pass(2 * SECOND).await;

    assert!(reports.card().text().contains("Outcome: @hans acted"), "{}", reports.card().text());
    assert!(reports.card().labels().is_empty());
    assert!(scene.last_dm().text().contains("You are a fool"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ban_from_the_card_has_an_end_only_if_one_is_given_and_is_refused_where_it_may_not_be() {
    let reports = reports().await;
    let scene = &reports.scene;
    reports.report_member(&reports.cleo, &scene.bob, "Scam links.").await;

    let refused = reports.act(&scene.moderator, "Ban", &[("reason", "Scam."), ("duration", "soon")]).await;
    assert!(refused.text().contains("soon") && refused.text().contains("Scam."), "{}", refused.text());
    assert!(!scene.town.guild.is_banned(&scene.bob));
    let done = reports.act(&scene.moderator, "Ban", &[("reason", "Scam.")]).await;
    assert!(done.text().contains("ban for @bob"), "{}", done.text());
    assert!(scene.town.guild.is_banned(&scene.bob));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_report_about_staff_is_for_managers_alone_and_never_for_the_reported_one() {
    let reports = reports().await;
    let scene = &reports.scene;
    let receipt = reports.report_member(&reports.cleo, &scene.moderator, "Abuses the timeout.").await;
    insta::assert_snapshot!(receipt.text(), @"
    Thank you. Only managers have your report, and only they see who sent it.
    [Tell me when it is settled]
    ");

    insta::assert_snapshot!(reports.card().text(), @"
    Report #1
    It’s about someone of the staff, so only managers can read it.
    [Read]
    ");
    let refused = reports.press(&scene.moderator, "Read").await;
    assert!(refused.text().starts_with("Only managers"), "{}", refused.text());
    let list = scene.slash(&scene.moderator, "reports list", &[]).await;
    insta::assert_snapshot!(list.text(), @"
    Reports
    No reports. They come here when members use **Report to moderators**, **Report member** or `/report`.
    ");
    let whole = reports.press(&scene.manager, "Read").await;
    assert!(whole.text().contains("Abuses the timeout.") && whole.text().contains("[Dismiss]"), "{}", whole.text());
    insta::assert_snapshot!(scene.town.click(&scene.manager, &whole, "Dismiss").await.text(), @"Report #1 is dismissed. Nothing was done to anyone.");
    scene.town.pass(2 * SECOND).await;
    assert!(reports.card().labels().is_empty(), "{}", reports.card().text());

    reports.report_member(&reports.cleo, &scene.manager, "Sleeps on duty.").await;
    let refused = reports.press(&scene.manager, "Read").await;
    assert!(refused.text().contains("report about yourself"), "{}", refused.text());
    let list = scene.slash(&scene.manager, "reports list", &[]).await;
    assert!(!list.text().contains("@max"), "{}", list.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_reports_an_hour_are_taken_and_what_was_typed_comes_back() {
    let reports = reports().await;
    let (scene, cleo) = (&reports.scene, &reports.cleo);
    let given = |reason: &str| -> [(&'static str, Given); 2] {
        [("member", (&scene.bob).into()), ("reason", reason.to_owned().into())]
    };
    for place in 0..5 {
        scene.slash(cleo, "report", &given(&format!("Reason {place}"))).await;
    }
    let refused = scene.slash(cleo, "report", &given("The sixth reason")).await;
    insta::assert_snapshot!(refused.text(), @"
    You’ve sent as many reports as I can take for now: 5 in an hour, 20 in a day. You can report again in 1 hour. If it’s urgent, write to a moderator.
    What you typed
    The sixth reason
    ");
    let menu = cleo.user_menu(scene.town.general, "Report member", &scene.bob).await.unwrap();
    assert!(menu.text().starts_with("You’ve sent as many"), "{}", menu.text());
    scene.town.pass(HOUR).await;
    assert!(scene.slash(cleo, "report", &given("Later")).await.text().starts_with("Thank you"));

    let own = scene.slash(cleo, "report", &[("member", cleo.into()), ("reason", "Me".into())]).await;
    assert!(own.text().contains("can’t report yourself"), "{}", own.text());
    let empty = scene.slash(&reports.dora, "report", &given(" ")).await;
    assert!(empty.text().contains("needs words"), "{}", empty.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_channel_reports_come_to_the_mod_log_and_without_that_they_wait_in_the_list() {
    let scene = Scene::new().await;
    let cleo = scene.town.member("cleo");
    let given: [(&str, Given); 2] = [("member", (&scene.bob).into()), ("reason", "Insults.".into())];

    scene.slash(&cleo, "report", &given).await;
    scene.town.pass(2 * SECOND).await;
    assert!(scene.logged()[0].text().contains("Report #1"), "{}", scene.logged()[0].text());

    scene.set("mod_log", "default").await;
    let receipt = scene.slash(&cleo, "report", &[("member", (&scene.helper).into()), ("reason", "Rude.".into())]).await;
    assert!(receipt.text().contains("`/reports list`"), "{}", receipt.text());
    let list = scene.slash(&scene.manager, "reports list", &[]).await;
    insta::assert_snapshot!(list.text(), @"
    Reports
    **#2** @hedda · 1 person · now · **open**
    **#1** @bob · 1 person · 2 seconds ago · **open**
    (Open a report: Report #2 | Report #1)
    ");
    let opened = scene.manager.chooses(&list, "Open a report", &["Report #2".into()]).await.unwrap();
    assert!(opened.text().contains("Rude.") && opened.text().contains("[Dismiss]"), "{}", opened.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_the_channel_for_reports_is_gone_the_mod_log_has_the_card() {
    let reports = reports().await;
    let scene = &reports.scene;
    scene.town.guild.delete_channel(reports.channel);
    scene.town.settled().await;

    reports.report_member(&reports.cleo, &scene.bob, "Insults.").await;

    let logged = scene.town.sandbox.messages(scene.log, &scene.town.guild.owner());
    assert!(logged.last().is_some_and(|card| card.text().contains("Report #1")), "{logged:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn closed_direct_messages_and_a_refused_deletion_are_told_as_they_are() {
    let reports = reports().await;
    let scene = &reports.scene;
    let message = reports.written("Buy my coins!").await;
    let receipt = reports.report_message(&reports.cleo, message, "Spam").await;
    scene.town.click(&reports.cleo, &receipt, "Tell me when it is settled").await;
    reports.cleo.closes_dms();
    scene.town.sandbox.faults().fail("DELETE /channels/*/messages/*", 1, 403, 50_013);

    let result = reports.act(&scene.moderator, "Delete + timeout", &AN_HOUR).await;

    assert!(result.text().contains("the message was not deleted"), "{}", result.text());
    assert!(reports.card().text().contains("the message was not deleted"), "{}", reports.card().text());
    assert!(scene.silenced());
    assert!(scene.town.sandbox.dms(&reports.cleo).is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_list_pages_and_reports_go_after_their_time() {
    let reports = reports().await;
    let scene = &reports.scene;
    for place in 0..12 {
        let member = scene.town.member(&format!("member{place}"));
        reports.report_member(&member, &scene.bob, "Insults.").await;
        reports.press(&scene.moderator, "Dismiss").await;
    }
    let list = scene.slash(&scene.helper, "reports list", &[]).await;
    assert!(list.text().contains("#12") && !list.text().contains("#2**"), "{}", list.text());
    let next = scene.town.click(&scene.helper, &list, "Next").await;
    assert!(next.text().contains("#2**"), "{}", next.text());
    scene.town.pass(91 * DAY).await;
    assert_eq!(scene.town.number("SELECT count(*) FROM reports").await, 0);
    assert_eq!(scene.town.number("SELECT count(*) FROM report_entries").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_restart_the_card_the_form_and_the_receipt_work_as_before() {
    let mut reports = reports().await;
    let message = reports.written("Buy my coins!").await;
    let form = reports.cleo.message_menu("Report to moderators", message).await.unwrap();
    reports.scene.town.restart().await;
    let receipt = reports.sent(&reports.cleo, &form, "Spam").await;
    reports.scene.town.restart().await;
    reports.scene.town.click(&reports.cleo, &receipt, "Tell me when it is settled").await;
    reports.press(&reports.scene.moderator, "Dismiss").await;
    reports.scene.town.pass(MINUTE).await;
    let told = reports.scene.town.sandbox.dms(&reports.cleo);
    assert_eq!(told.len(), 1);
    insta::assert_snapshot!(told[0].text(), @"**Town:** your report of a message is settled. The moderators have read it and decided that nothing has to be done. (Reported: 16 November 2026 09:00)");
}
