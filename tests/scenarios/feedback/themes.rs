//! What becomes of themes: status, owner, merging, lists and files; and which tags there are.

use insta::assert_snapshot;

use super::{DAY, SECOND, scene};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_manager_says_what_becomes_of_a_theme() {
    let scene = scene().await;
    scene.tagged(&scene.ana, "The shop is slow", "Slow shop").await;
    let theme = || ("theme", "slow".into());
    let planned = scene.command(&scene.manager, "feedback status", &[theme(), ("status", "planned".into())]).await;
    assert_snapshot!(planned.text(), @"
    **#1 Slow shop** is now: planned.
    This is what I’d reply where it was brought up, in 1 place. Its author is notified.
    We plan to do this: **Slow shop**. Thank you for bringing it up.

    https://discord.com/channels/1571812068556800003/1571812068556800005/1571812110499840108
    [Answer] [Don’t answer]
    ");
    let same = scene.command(&scene.manager, "feedback status", &[theme(), ("status", "planned".into())]).await;
    assert_snapshot!(same.text(), @"
    The theme already has this status.
    [Correct]
    ");
    let why = scene.command(&scene.manager, "feedback status", &[theme(), ("status", "declined".into())]).await;
    assert_snapshot!(why.text(), @"
    Add a reason to decline a theme.
    [Correct]
    ");
    let given = [theme(), ("status", "declined".into()), ("reason", "The *shop* goes.".into())];
    scene.command(&scene.manager, "feedback status", &given).await;
    scene.command(&scene.manager, "feedback assign", &[theme(), ("member", (&scene.helper).into())]).await;
    assert_snapshot!(scene.card("Slow shop"), @"
    #1 Slow shop
    **Status:** declined
    **Reason:** The *shop* goes.
    **People:** 1 · **Feedback:** 1
    **Owner:** @hedda
    **Last 28 days:** `···························█`

    “The shop is slow”
    https://discord.com/channels/1571812068556800003/1571812068556800005/1571812110499840108
    ");
    let given = [("theme", "#9".into()), ("status", "shipped".into()), ("reason", "Done.".into())];
    let none = scene.command(&scene.manager, "feedback status", &given).await;
    assert_snapshot!(none.text(), @"
    I can’t find a theme called “#9”. Choose one from the list.
    [Correct]
    ");
    let nobody = scene.command(&scene.manager, "feedback assign", &[theme()]).await;
    assert_snapshot!(nobody.text(), @"No one sees to **#1 Slow shop** now.");
    assert_eq!(scene.town.number("SELECT count(*) FROM audit WHERE action LIKE 'feedback.%'").await, 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn merging_never_counts_a_person_twice() {
    let scene = scene().await;
    scene.tagged(&scene.ana, "The shop is slow", "Slow shop").await;
    scene.tagged(&scene.ana, "It takes a minute to buy", "Buying takes long").await;
    scene.tagged_under(&scene.bob, "A minute, really?", "#2 Buying takes long").await;
    scene.tagged(&scene.eve, "Checkout hangs", "Checkout").await;
    let merge = async |from: &str, into: &str| {
        scene.command(&scene.manager, "feedback merge", &[("theme", from.into()), ("into", into.into())]).await
    };
    let asked = merge("3", "2").await;
    assert_snapshot!(asked.text(), @"
    Merge **#3 Checkout** into **#2 Buying takes long**? **#3 Checkout** becomes a duplicate, and its feedback moves (people: 1, feedback: 1). You can’t undo this.
    [Merge] [Keep both]
    ");
    let kept = scene.click(&scene.manager, &asked, "Keep both").await;
    assert_snapshot!(kept.text(), @"Nothing was changed.");
    assert!(scene.card("#3 Checkout").contains("**Feedback:** 1"));
    let merge_now = async |from: &str, into: &str| {
        let merged = scene.click(&scene.manager, &merge(from, into).await, "Merge").await;
        scene.town.pass(10 * SECOND).await;
        merged.now()
    };
    let first = merge_now("3", "2").await;
    assert_snapshot!(first.text(), @"**#3 Checkout** is now a duplicate, and its feedback is in **#2 Buying takes long**. People behind it, each counted once: 3.");
    let second = merge_now("2", "1").await;
    assert_snapshot!(second.text(), @"**#2 Buying takes long** is now a duplicate, and its feedback is in **#1 Slow shop**. People behind it, each counted once: 3.");
    assert!(scene.card("#1 Slow shop").contains("**People:** 3 · **Feedback:** 4"));
    // What was merged first follows.
    assert_snapshot!(scene.card("#3 Checkout"), @"
    #3 Checkout
    **Status:** duplicate
    **Gathered in:** #2 Buying takes long
    **People:** 0 · **Feedback:** 0
    **Owner:** no one yet
    **Last 28 days:** `····························`
    ");
    let itself = merge("1", "3").await;
    assert_snapshot!(itself.text(), @"
    A theme can’t be merged into itself. Choose another one.
    [Correct]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn themes_are_listed_page_by_page_and_taken_along_without_names() {
    let scene = scene().await;
    let empty = scene.command(&scene.helper, "feedback list", &[]).await;
    assert_snapshot!(empty.text(), @"
    Feedback
    There’s no feedback yet. Choose **Apps → Tag as feedback** in a message’s menu, or use `/feedback add`.
    ");
    let nothing = scene.command(&scene.manager, "feedback export", &[]).await;
    assert_eq!(
        nothing.text().lines().next(),
        Some("There’s no feedback yet. Choose **Apps → Tag as feedback** in a message’s menu, or use `/feedback add`.")
    );
    for number in 1..=11 {
        let title = format!("Theme {number}");
        scene.tagged(&scene.ana, &format!("Matter {number}"), &title).await;
    }
    scene.tagged_under(&scene.bob, "=1+1", "#4 Theme 4").await;
    let given = [("theme", "4".into()), ("status", "in_progress".into())];
    scene.command(&scene.manager, "feedback status", &given).await;
    let list = scene.command(&scene.helper, "feedback list", &[]).await;
    assert_snapshot!(list.text(), @"
    Feedback
    **#4 Theme 4** · in progress · people: 2 · feedback: 2
    **#11 Theme 11** · open · people: 1 · feedback: 1
    **#10 Theme 10** · open · people: 1 · feedback: 1
    **#9 Theme 9** · open · people: 1 · feedback: 1
    **#8 Theme 8** · open · people: 1 · feedback: 1
    **#7 Theme 7** · open · people: 1 · feedback: 1
    **#6 Theme 6** · open · people: 1 · feedback: 1
    **#5 Theme 5** · open · people: 1 · feedback: 1
    **#3 Theme 3** · open · people: 1 · feedback: 1
    **#2 Theme 2** · open · people: 1 · feedback: 1
    Page 1 of 2
    [Previous (disabled)] [Next]
    ");
    let next = scene.click(&scene.helper, &list, "Next").await;
    assert_snapshot!(next.text(), @"
    Feedback
    **#1 Theme 1** · open · people: 1 · feedback: 1
    Page 2 of 2
    [Previous] [Next (disabled)]
    ");
    let working = scene.command(&scene.helper, "feedback list", &[("status", "in_progress".into())]).await;
    assert_snapshot!(working.text(), @"
    Feedback
    **#4 Theme 4** · in progress · people: 2 · feedback: 2
    ");
    let none = scene.command(&scene.helper, "feedback list", &[("tag", "praise".into())]).await;
    assert_snapshot!(none.text(), @"
    Feedback
    No theme fits. Leave out the status or the tag to see all themes.
    ");
    let file = scene.command(&scene.manager, "feedback export", &[("theme", "4".into())]).await;
    let text = String::from_utf8_lossy(&file.files.first().expect("a file").bytes).into_owned();
    assert!(text.contains("'=1+1") && !text.contains(&scene.bob.id().to_string()), "{text}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tags_are_added_renamed_and_retired() {
    let scene = scene().await;
    let tags = async |words: &str, given: &[(&str, &str)]| {
        let given: Vec<_> = given.iter().map(|(name, value)| (*name, (*value).into())).collect();
        scene.command(&scene.manager, words, &given).await.text().to_owned()
    };
    assert_eq!(tags("tags add", &[("name", "shop")]).await, "**shop** is now a tag.");
    assert_eq!(tags("tags add", &[("name", "SHOP")]).await, "There’s already a tag called “SHOP”.\n[Correct]");
    // In another language it is the same tag.
    assert_eq!(tags("tags add", &[("name", "ошибка")]).await, "There’s already a tag called “ошибка”.\n[Correct]");
    assert_eq!(tags("tags rename", &[("tag", "bug"), ("name", "crash")]).await, "**bug** is now called **crash**.");
    assert_eq!(
        tags("tags retire", &[("tag", "praise")]).await,
        "**praise** isn’t offered anymore. Feedback that has it keeps it."
    );
    assert_eq!(
        tags("tags retire", &[("tag", "praise")]).await,
        "I can’t find a tag called “praise”. Choose one from the list.\n[Correct]"
    );
    assert_snapshot!(tags("tags list", &[]).await, @"
    Tags
    crash · used: 0
    idea · used: 0
    question · used: 0
    complaint · used: 0
    shop · used: 0
    praise · used: 0 · retired
    ");
    assert_eq!(tags("tags add", &[("name", "praise")]).await, "**praise** is now a tag.");
    assert_eq!(scene.town.number("SELECT count(*) FROM feedback_tags").await, 6);
    // Whoever does not manage reads them only.
    let refused = scene.command(&scene.helper, "tags add", &[("name", "more".into())]).await;
    assert!(refused.text().contains("managers"), "{}", refused.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn feedback_is_kept_for_a_year_after_its_theme_was_closed() {
    let mut scene = scene().await;
    scene.tagged(&scene.ana, "The shop is slow", "Slow shop").await;
    scene.tagged(&scene.bob, "A dark mode", "Dark mode").await;
    scene.command(&scene.manager, "feedback status", &[("theme", "1".into()), ("status", "shipped".into())]).await;
    scene.town.pass(DAY).await;
    scene.town.be_off_for(362 * DAY).await;
    scene.town.pass(DAY).await;
    assert_eq!(scene.town.number("SELECT count(*) FROM feedback_items").await, 2);
    scene.town.pass(3 * DAY).await;
    scene.town.pass(SECOND).await;
    assert_eq!(scene.town.number("SELECT count(*) FROM feedback_items").await, 1);
    assert_eq!(scene.town.number("SELECT count(*) FROM feedback_themes").await, 1, "what is open stays");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_digest_names_what_most_people_spoke_of_and_what_was_shipped() {
    let scene = scene().await;
    scene.tagged(&scene.ana, "The shop is slow", "Slow shop").await;
    scene.town.pass(7 * DAY).await;
    scene.tagged(&scene.eve, "A dark mode", "Dark mode").await;
    scene.tagged_under(&scene.bob, "So slow", "#1 Slow shop").await;
    scene.tagged_under(&scene.eve, "Still slow", "#1 Slow shop").await;
    // What is tagged later counts where it was said.
    let old = scene.says(&scene.bob, "A dark mode, please").await;
    scene.command(&scene.manager, "feedback status", &[("theme", "1".into()), ("status", "shipped".into())]).await;
    scene.town.pass(7 * DAY).await;
    let preview = scene.tag(&scene.helper, old).await;
    scene.click(&scene.helper, &preview, "Save").await;
    let digest = scene.command(&scene.manager, "digest show", &[("week", "48".into())]).await;
    let text = digest.text().to_owned();
    let feedback: Vec<&str> = text.lines().skip_while(|line| !line.contains("Slow shop")).take(4).collect();
    assert_snapshot!(feedback.join("\n"), @"
    **#1 Slow shop** People: 2 (the week before: 1)
    **#2 Dark mode** People: 1 (the week before: 0)
    **#1 Slow shop** Shipped. People behind it: 3
    The record begins on 16 November 2026, so whoever was “first seen” may have been here before. `/activity backfill` or `steward import` brings the history before it.
    ");
}
