//! Warnings: from the command or the menu over the preview to what truly happens, a story for each
//! sentence.

use std::time::Duration;

use steward::ids::ChannelId;
use steward::sandbox::{Answer, AnswerKind, Given, Person, Shown, rights};

use crate::support::town::Town;

const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(86_400);

/// A member, and somebody of every level above.
struct Scene {
    town: Town,
    bob: Person,
    helper: Person,
    moderator: Person,
    manager: Person,
}

async fn scene() -> Scene {
    let town = Town::new().await;
    let managers = town.guild.role("Managers", rights::MANAGE_GUILD | rights::MANAGE_MESSAGES);
    let (bob, helper, moderator) = (town.member("bob"), town.helper("hedda"), town.moderator("mona"));
    let manager = town.guild.person("magnus", &[managers]);
    Scene { town, bob, helper, moderator, manager }
}

impl Scene {
    /// The preview of a warning.
    async fn warn(&self, by: &Person, given: &[(&str, Given)]) -> Answer {
        let mut all: Vec<(&str, Given)> = vec![("member", (&self.bob).into())];
        if !given.iter().any(|(name, _)| *name == "reason") {
            all.push(("reason", "Called a newcomer names.".into()));
        }
        all.extend(given.iter().cloned());
        let preview = self.town.slash(by, "warn", &all).await;
        assert!(preview.ephemeral, "{}", preview.text());
        preview
    }

    /// A warning of this severity, confirmed.
    async fn warned(&self, by: &Person, severity: i64) -> Answer {
        let preview = self.warn(by, &[("severity", severity.into())]).await;
        let result = self.town.click(by, &preview, "Confirm").await;
        // One message a second goes to one person.
        self.town.pass(Duration::from_secs(1)).await;
        result
    }

    fn dms(&self) -> Vec<Shown> {
        self.town.sandbox.dms(&self.bob)
    }

    fn last_dm(&self) -> Shown {
        self.dms().pop().expect("a direct message")
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_sent_before_confirm() {
    let scene = scene().await;

    let preview = scene.warn(&scene.moderator, &[]).await;

    insta::assert_snapshot!(preview.text(), @"
    **Warn @bob? Nothing has been sent yet.**
    Earlier: nothing on record.
    Lately: nobody has acted in the last 10 minutes.
    Points: **0 now → 1 after** (severity 1, minor).
    This fires nothing. Next after that: timeout, 1 h, at 3 points.
    @bob will get a direct message with your reason. Your name is not shown.
    What happened: Called a newcomer names.
    [Confirm] [Change severity] [Cancel]
    ");
    assert!(scene.dms().is_empty());
    assert_eq!(scene.town.number("SELECT count(*) FROM cases").await, 0);
    let result = scene.town.click(&scene.moderator, &preview, "Confirm").await;
    insta::assert_snapshot!(result.text(), @"
    **Recorded: warning for @bob, case #1.**
    They have 1 point now.
    · told by direct message
    There is no mod log yet. `/setup set` with `mod_log` chooses a channel for it.
    [Undo]
    ");
    insta::assert_snapshot!(scene.last_dm().text(), @"
    A warning from the moderators of Town
    **What happened:** Called a newcomer names.
    **What it means:** 1 point, counted until 14 February 2027. You have 1 point now. At 3 points the next step is: timeout, 1 h. After 14 February 2027 this warning stays on record but no longer counts.
    Case #1. Replies here are not read.
    [My record]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn points_that_cross_a_rung_fire_a_timeout() {
    let scene = scene().await;
    scene.warned(&scene.moderator, 2).await;

    let preview = scene.warn(&scene.moderator, &[("severity", 1.into()), ("rule", "2. Be kind".into())]).await;
    insta::assert_snapshot!(preview.text(), @"
    **Warn @bob? Nothing has been sent yet.**
    Earlier: 1 warning, last on 16 November 2026.
    Lately: warning by @mona 1 second ago, case #1.
    Points: **2 now → 3 after** (severity 1, minor). The oldest 2 expire in 2 months.
    **This fires: timeout, 1 h.** Next after that: timeout, 24 h, at 5 points.
    @bob will get a direct message with your reason, the rule. Your name is not shown.
    What happened: Called a newcomer names.
    Rule: 2. Be kind
    [Confirm] [Warn only] [Change severity] [Cancel]
    ");
    let result = scene.town.click(&scene.moderator, &preview, "Confirm").await;

    insta::assert_snapshot!(result.text(), @"
    **Recorded: warning for @bob, case #2.**
    They have 3 points now.
    · timeout, case #3: in force until Monday, 16 November 2026 10:00, in 1 hour
    · told by direct message
    There is no mod log yet. `/setup set` with `mod_log` chooses a channel for it.
    [Undo]
    ");
    insta::assert_snapshot!(scene.last_dm().text(), @"
    A warning from the moderators of Town
    **What happened:** Called a newcomer names.
    **Rule:** 2. Be kind
    **You are in a timeout until Monday, 16 November 2026 10:00, in 1 hour.** Until then you can read, but not write or speak.
    **What it means:** 1 point, counted until 14 February 2027. You have 3 points now. At 5 points the next step is: timeout, 24 h. After 14 February 2027 this warning stays on record but no longer counts.
    Case #2. Replies here are not read.
    [My record]
    ");
    assert!(scene.town.guild.timed_out_until(&scene.bob).is_some());
}
