//! What became of a theme is answered where it was asked for.

use insta::assert_snapshot;
use steward::sandbox::{Answer, Shown};

use super::{DAY, SECOND, Scene, scene};

impl Scene {
    /// Sets the status of a theme: the preview of the answer, or what else was said.
    async fn set_status(&self, theme: &str, status: &str, reason: Option<&str>) -> Answer {
        let mut given = vec![("theme", theme.into()), ("status", status.into())];
        given.extend(reason.map(|reason| ("reason", reason.into())));
        self.command(&self.manager, "feedback status", &given).await
    }

    /// The last message where everyone writes.
    fn last_said(&self) -> Shown {
        self.town.sandbox.messages(self.town.general, &self.town.guild.owner()).pop().expect("a message")
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_status_is_answered_once_where_it_was_asked_for() {
    let scene = scene().await;
    scene.tagged(&scene.ana, "The shop is slow", "Slow shop").await;
    let latest = scene.tagged_under(&scene.bob, "It takes a minute", "#1 Slow shop").await;
    let preview = scene.set_status("1", "planned", None).await;
    assert_snapshot!(preview.text(), @"
    **#1 Slow shop** is now: planned.
    This is what I’d reply where it was brought up, in 1 place. Its author is notified.
    We plan to do this: **Slow shop**. Thank you for bringing it up.

    https://discord.com/channels/1571812068556800003/1571812068556800005/1571812152442880115
    [Answer] [Don’t answer]
    ");
    let told = scene.click(&scene.manager, &preview, "Answer").await;
    assert_snapshot!(told.text(), @"Replies posted: 1");
    let reply = scene.last_said();
    assert_snapshot!(reply.text(), @"We plan to do this: **Slow shop**. Thank you for bringing it up.");
    assert_eq!((reply.replies_to, reply.pings.join(" ")), (Some(latest), "@bob".to_owned()));

    // Once for each status, also if somebody sets it again.
    scene.set_status("1", "open", None).await;
    let nothing = scene.set_status("1", "planned", None).await;
    assert_snapshot!(nothing.text(), @"**#1 Slow shop** is now: planned.");
    let preview = scene.set_status("1", "declined", Some("The shop *goes*.")).await;
    scene.click(&scene.manager, &preview, "Answer").await;
    scene.town.pass(5 * SECOND).await;
    assert_snapshot!(scene.last_said().text(), @"
    We won’t do this: **Slow shop**. Thank you for bringing it up.
    **Reason:** The shop *goes*.
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_answered_in_private_or_after_a_month_or_unasked() {
    let mut scene = scene().await;
    scene.town.settled().await;
    let said = scene.helper.says(scene.team, "The till is slow").unwrap();
    scene.town.settled().await;
    let preview = scene.tag(&scene.helper, said).await;
    let form = scene.click(&scene.helper, &preview, "New theme").await;
    let titled = scene.submit(&scene.helper, &form, &[("title", "Slow till")]).await;
    scene.click(&scene.helper, &titled, "Save").await;
    let private = scene.set_status("1", "planned", None).await;
    assert_snapshot!(private.text(), @"**#1 Slow till** is now: planned.");

    scene.tagged(&scene.ana, "The shop is slow", "Slow shop").await;
    let preview = scene.set_status("2", "planned", None).await;
    let before = scene.last_said();
    let not = scene.click(&scene.manager, &preview, "Don’t answer").await;
    assert_snapshot!(not.text(), @"Nothing was posted.");
    scene.town.pass(5 * SECOND).await;
    assert_eq!(scene.last_said().id, before.id);

    scene.town.be_off_for(31 * DAY).await;
    let late = scene.set_status("2", "shipped", None).await;
    assert_snapshot!(late.text(), @"**#2 Slow shop** is now: shipped.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_has_changed_since_the_preview_is_shown_again() {
    let scene = scene().await;
    scene.tagged(&scene.ana, "The shop is slow", "Slow shop").await;
    let preview = scene.set_status("1", "planned", None).await;
    let later = scene.tagged_under(&scene.bob, "It takes a minute", "#1 Slow shop").await;
    let again = scene.click(&scene.manager, &preview, "Answer").await;
    assert!(again.text().starts_with("Something has changed"), "{}", again.text());
    assert!(again.text().contains(&later.to_string()));
    scene.set_status("1", "in_progress", None).await;
    let other = scene.click(&scene.manager, &again, "Answer").await;
    assert_snapshot!(other.text(), @"The theme is in progress by now. Use `/feedback status` again.");
}
