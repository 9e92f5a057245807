//! People see what was saved of them, and remove of it what they want.

use super::{SECOND, Scene, scene};

impl Scene {
    async fn quotes(&self) -> steward::sandbox::Answer {
        let kept = self.command(&self.ana, "privacy show", &[]).await;
        self.click(&self.ana, &kept, "Your quotes").await
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_quote_that_its_author_removes_is_gone_everywhere_and_counts_no_more() {
    let scene = scene().await;
    let first = scene.tagged(&scene.ana, "The export lost my file", "Export loses files").await;
    scene.tagged_under(&scene.ana, "And again", "#1 Export loses files").await;
    scene.tagged_under(&scene.bob, "Mine too", "#1 Export loses files").await;
    let quotes = scene.quotes().await;
    let said = quotes.text().to_owned();
    assert!(
        said.contains("“And again”")
            && said.contains("“The export lost my file”")
            && !said.contains("Mine too")
            && said.contains("[Remove 1] [Remove 2]"),
        "{said}"
    );
    let second = quotes.buttons.iter().find(|button| button.label == "Remove 2").unwrap().custom_id.clone();
    let removed = scene.click(&scene.ana, &quotes, "Remove 2").await;
    let said = removed.text().to_owned();
    assert!(
        said.contains("Removed. Staff can’t see it anymore")
            && said.contains("“And again”")
            && !said.contains("lost my file"),
        "{said}"
    );
    scene.town.pass(10 * SECOND).await;
    let card = scene.card("Export loses files");
    assert!(!card.contains("lost my file") && card.contains("**People:** 2 · **Feedback:** 2"), "{card}");
    let theme = scene.command(&scene.manager, "feedback theme", &[("theme", "1".into())]).await;
    assert!(!theme.text().contains("lost my file"), "{}", theme.text());
    let packet = scene.click(&scene.manager, &theme, "Hand over").await;
    let export = scene.command(&scene.manager, "feedback export", &[]).await;
    for file in packet.files.iter().chain(&export.files) {
        assert!(!String::from_utf8_lossy(&file.bytes).contains("lost my file"), "{}", file.name);
    }
    let owner = scene.town.guild.owner();
    let message = scene.town.sandbox.messages(scene.town.general, &owner).into_iter().find(|one| one.id == Some(first));
    assert!(message.is_some_and(|message| !message.text().contains('📌')), "it loses its pin");

    let removed = scene.click(&scene.ana, &removed, "Remove 1").await;
    let said = removed.text().to_owned();
    assert!(said.contains("Nothing you said is saved as feedback."), "{said}");
    scene.town.pass(10 * SECOND).await;
    let card = scene.card("Export loses files");
    assert!(card.contains("**People:** 1 · **Feedback:** 1"), "{card}");
    let again = scene.ana.presses_custom_id(scene.town.general, &quotes, &second).await;
    let said = again.text().to_owned();
    assert!(said.contains("This was already removed."), "{said}");
    let kept = scene.command(&scene.ana, "privacy show", &[]).await;
    assert!(!kept.text().contains("[Your quotes]"), "{}", kept.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_quotes_have_pages_in_direct_messages_too_and_nobody_removes_those_of_others() {
    let scene = scene().await;
    scene.tagged(&scene.ana, "Said 1", "Export loses files").await;
    for number in 2..=6 {
        scene.tagged_under(&scene.ana, &format!("Said {number}"), "#1 Export loses files").await;
    }
    let kept = scene.ana.slash(scene.ana.dm(), "privacy show", &[]).await.unwrap();
    let quotes = scene.click(&scene.ana, &kept, "Your quotes").await;
    let next = scene.click(&scene.ana, &quotes, "Next").await;
    let said = next.text().to_owned();
    assert!(
        said.contains("**6.**")
            && said.contains("“Said 1”")
            && said.contains("Page 2 of 2")
            && said.contains("[Remove 6]"),
        "{said}"
    );
    let removed = scene.click(&scene.ana, &next, "Remove 6").await;
    assert!(removed.text().contains("Said 6") && !removed.text().contains("Page"), "{}", removed.text());

    let quotes = scene.quotes().await;
    let button = quotes.buttons.iter().find(|button| button.label == "Remove 1").unwrap().custom_id.clone();
    let foreign = scene.bob.presses_custom_id(scene.town.general, &quotes, &button).await;
    let said = foreign.text().to_owned();
    assert!(said.contains("This was already removed."), "{said}");
    assert_eq!(scene.town.number("SELECT count(*) FROM feedback_items").await, 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_idea_that_its_author_removes_is_withdrawn() {
    let scene = scene().await;
    let owner = scene.town.guild.owner();
    let ideas = scene.town.guild.channel("ideas");
    let given = [("setting", "suggestions".into()), ("value", ideas.to_string().into())];
    scene.command(&owner, "setup set", &given).await;
    scene.command(&scene.ana, "suggest", &[("text", "A dark mode for the map".into())]).await;
    let quotes = scene.quotes().await;
    scene.click(&scene.ana, &quotes, "Remove 1").await;
    scene.town.pass(10 * SECOND).await;
    let cards = scene.town.sandbox.messages(ideas, &owner);
    let said = cards[0].text().to_owned();
    assert!(said.contains("This idea was withdrawn."), "{said}");
}
