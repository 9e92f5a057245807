//! Messages are tagged: tags, theme, *Save*; and what is not kept of people who opted out.

use insta::assert_snapshot;
use steward::sandbox::{Overwrite, rights};

use super::{SECOND, Scene, scene};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_is_tagged_in_a_few_clicks_and_its_theme_has_a_card() {
    let scene = scene().await;
    let said = scene.says(&scene.ana, "My *export* lost three files").await;
    let preview = scene.tag(&scene.helper, said).await;
    assert!(preview.ephemeral);
    assert_snapshot!(preview.text(), @"
    What @ana said. It isn’t saved yet.
    Choose a theme, or press **New theme**.
    “My *export* lost three files”
    (Tags: bug | idea | question | praise | complaint)
    [Save (disabled)] [New theme] [Add it in your own words] [Cancel]
    ");
    let tagged = scene.choose(&scene.helper, &preview, "Tags", "bug").await;
    let form = scene.click(&scene.helper, &tagged, "New theme").await;
    let titled = scene.submit(&scene.helper, &form, &[("title", "Export  loses\nfiles")]).await;
    assert_snapshot!(titled.text(), @"
    What @ana said. It isn’t saved yet.
    New theme: **Export loses files**
    “My *export* lost three files”
    (Tags: bug | idea | question | praise | complaint)
    [Save] [New theme] [Add it in your own words] [Cancel]
    ");
    let saved = scene.click(&scene.helper, &titled, "Save").await;
    assert_snapshot!(saved.text(), @"
    Saved under **#1 Export loses files**.
    The theme’s card is in #team.
    ");
    scene.town.pass(2 * SECOND).await;
    assert_snapshot!(scene.card("Export"), @"
    #1 Export loses files
    **Status:** open
    **People:** 1 · **Feedback:** 1
    **Owner:** no one yet
    **Tags:** bug 1
    **Last 28 days:** `···························█`

    “My *export* lost three files”
    https://discord.com/channels/1571812068556800003/1571812068556800005/1571812110499840108
    ");

    // The next one on the same matter finds the theme by itself, and the most used tag stands first.
    let said = scene.says(&scene.bob, "Since Friday every export loses some files").await;
    let preview = scene.tag(&scene.helper, said).await;
    assert_snapshot!(preview.text(), @"
    What @bob said. It isn’t saved yet.
    “Since Friday every export loses some files”
    (Tags: bug | idea | question | praise | complaint)
    (Theme: #1 Export loses files)
    [Save] [New theme] [Add it in your own words] [Cancel]
    ");
    scene.click(&scene.helper, &preview, "Save").await;
    scene.town.pass(10 * SECOND).await;
    assert_snapshot!(scene.card("Export"), @"
    #1 Export loses files
    **Status:** open
    **People:** 2 · **Feedback:** 2
    **Owner:** no one yet
    **Tags:** bug 1
    **Last 28 days:** `···························█`

    “Since Friday every export loses some files”
    https://discord.com/channels/1571812068556800003/1571812068556800005/1571812118888448116

    “My *export* lost three files”
    https://discord.com/channels/1571812068556800003/1571812068556800005/1571812110499840108
    ");
    assert_eq!(scene.cards().len(), 1, "the card is edited in place");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_the_pin_is_not_permitted_whoever_saves_is_told() {
    let scene = scene().await;
    let bot = scene.town.guild.bot_role().get();
    let overwrite = Overwrite { id: bot, of_member: false, allow: 0, deny: rights::ADD_REACTIONS };
    scene.town.guild.set_overwrites(scene.town.general, &[overwrite]);
    let said = scene.says(&scene.ana, "The shop is slow").await;
    let preview = scene.tag(&scene.helper, said).await;
    let form = scene.click(&scene.helper, &preview, "New theme").await;
    let titled = scene.submit(&scene.helper, &form, &[("title", "Slow shop")]).await;
    let saved = scene.click(&scene.helper, &titled, "Save").await;
    assert!(saved.text().contains("The message gets no 📌"), "{}", saved.text());
    assert!(saved.text().contains("Add Reactions"), "{}", saved.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_person_who_says_it_twice_is_counted_once() {
    let scene = scene().await;
    scene.tagged(&scene.ana, "The shop is slow", "Slow shop").await;
    scene.tagged_under(&scene.ana, "The shop is still slow", "#1 Slow shop").await;
    scene.tagged_under(&scene.bob, "It takes a minute", "#1 Slow shop").await;
    assert!(scene.card("Slow shop").contains("**People:** 2 · **Feedback:** 3"), "{}", scene.card("Slow shop"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_that_was_tagged_is_changed_or_removed_and_not_tagged_twice() {
    let scene = scene().await;
    let said = scene.tagged(&scene.ana, "The shop is slow", "Slow shop").await;
    let again = scene.tag(&scene.manager, said).await;
    assert_snapshot!(again.text(), @"
    This message is already feedback. You can change or remove it.
    “The shop is slow”
    (Tags: bug | idea | question | praise | complaint)
    (Theme: #1 Slow shop)
    [Save] [New theme] [Add it in your own words] [Remove feedback] [Cancel]
    ");
    let form = scene.click(&scene.manager, &again, "New theme").await;
    let titled = scene.submit(&scene.manager, &form, &[("title", "Shop")]).await;
    scene.click(&scene.manager, &titled, "Save").await;
    scene.town.pass(10 * SECOND).await;
    assert!(scene.card("#1 Slow shop").contains("**Feedback:** 0"));
    assert!(scene.card("#2 Shop").contains("**Feedback:** 1"));
    assert_eq!(scene.town.number("SELECT count(*) FROM feedback_items").await, 1);

    let again = scene.tag(&scene.helper, said).await;
    let removed = scene.click(&scene.helper, &again, "Remove feedback").await;
    assert_snapshot!(removed.text(), @"Removed. This message isn’t feedback anymore.");
    scene.town.pass(10 * SECOND).await;
    assert!(scene.card("#2 Shop").contains("**Feedback:** 0"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_who_opted_out_are_not_quoted() {
    let scene = scene().await;
    scene.command(&scene.eve, "privacy opt-out", &[]).await;
    let said = scene.says(&scene.eve, "The quagga is too loud").await;
    let preview = scene.tag(&scene.helper, said).await;
    assert_snapshot!(preview.text(), @"
    What was said. It isn’t saved yet.
    This person has opted out, so neither their words nor their name are kept. Add it in your own words.
    Choose a theme, or press **New theme**.
    (Tags: bug | idea | question | praise | complaint)
    [Save (disabled)] [New theme] [Add it in your own words] [Cancel]
    ");
    assert!(preview.labels().contains(&"Add it in your own words"));
    let form = scene.click(&scene.helper, &preview, "Add it in your own words").await;
    let worded = scene.submit(&scene.helper, &form, &[("text", "Somebody finds the animals loud.")]).await;
    let form = scene.click(&scene.helper, &worded, "New theme").await;
    let titled = scene.submit(&scene.helper, &form, &[("title", "Loud animals")]).await;
    scene.click(&scene.helper, &titled, "Save").await;
    scene.town.pass(2 * SECOND).await;
    assert_snapshot!(scene.card("Loud animals"), @"
    #1 Loud animals
    **Status:** open
    **People:** 0 · **Feedback:** 1
    **Owner:** no one yet
    **Last 28 days:** `···························█`

    “Somebody finds the animals loud.”
    noted by staff
    ");
    let kept = "SELECT count(*) FROM feedback_items WHERE author_id IS NULL AND message_id IS NULL AND text NOT LIKE '%quagga%'";
    assert_eq!(scene.town.number(kept).await, 1);
    assert_eq!(scene.town.number("SELECT count(*) FROM drafts WHERE spec LIKE '%quagga%'").await, 0);

    // Whoever opts out later is not quoted from then on either.
    scene.tagged(&scene.ana, "The aviary smells", "Smells").await;
    assert!(scene.card("Smells").contains("The aviary smells"));
    let told = scene.command(&scene.ana, "privacy opt-out", &[]).await;
    assert!(told.text().contains("\nWhat you said that staff saved as feedback is removed."), "{}", told.text());
    assert!(!scene.card("Smells").contains("The aviary smells"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_opts_out_while_they_are_being_tagged_is_not_saved() {
    let scene = scene().await;
    scene.tagged(&scene.bob, "The shop is slow", "Slow shop").await;
    let said = scene.says(&scene.ana, "The slow shop again").await;
    let preview = scene.tag(&scene.helper, said).await;
    scene.command(&scene.ana, "privacy opt-out", &[]).await;
    let refused = scene.click(&scene.helper, &preview, "Save").await;
    assert_snapshot!(refused.text(), @"This person has opted out, so I can’t save their message. Tag it again to add it in your own words.");
    assert_eq!(scene.town.number("SELECT count(*) FROM feedback_items").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_person_said_is_shown_to_them_and_goes_when_they_are_forgotten() {
    let scene = scene().await;
    scene.tagged(&scene.ana, "The shop is slow", "Slow shop").await;
    let shown = scene.command(&scene.ana, "privacy show", &[]).await;
    assert!(shown.text().contains("What you said that staff saved as feedback"), "{}", shown.text());
    let asked = scene.command(&scene.ana, "privacy forget", &[]).await;
    let confirm = asked.labels().into_iter().find(|label| *label != "Cancel").expect("a button").to_owned();
    scene.click(&scene.ana, &asked, &confirm).await;
    scene.town.pass(10 * SECOND).await;
    assert_eq!(scene.town.number("SELECT count(*) FROM feedback_items").await, 0);
    assert!(scene.card("Slow shop").contains("**People:** 0 · **Feedback:** 0"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_of_a_private_channel_do_not_come_onto_the_card() {
    let scene = scene().await;
    let keepers = scene.town.guild.role("Keepers", 0);
    let insider = scene.town.guild.person("ina", &[keepers, scene.town.guild.roles_of(&scene.helper)[0]]);
    let den = scene.town.guild.private_channel("den", &[keepers]);
    let said = insider.says(den, "The okapi escaped").unwrap();
    scene.town.settled().await;
    let preview = scene.tag(&insider, said).await;
    assert!(preview.text().contains("Not everyone can read this channel"), "{}", preview.text());
    let form = scene.click(&insider, &preview, "New theme").await;
    let titled = scene.submit(&insider, &form, &[("title", "Fences")]).await;
    scene.click(&insider, &titled, "Save").await;
    scene.town.pass(2 * SECOND).await;
    assert!(!scene.card("Fences").contains("okapi") && scene.card("Fences").contains("**People:** 1"));
    let theme = [("theme", "Fences".into())];
    let for_helper = scene.command(&scene.helper, "feedback theme", &theme).await;
    assert!(!for_helper.text().contains("okapi"), "{}", for_helper.text());
    let for_insider = scene.command(&insider, "feedback theme", &theme).await;
    assert!(for_insider.text().contains("okapi"), "{}", for_insider.text());
    let file = scene.command(&scene.manager, "feedback export", &[]).await;
    assert!(!file.text().contains("okapi") && file.text().contains("Left out from channels you can’t read: 1"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_where_no_channel_is_set() {
    let scene = Scene::without_channel().await;
    let said = scene.says(&scene.ana, "The shop is slow").await;
    let preview = scene.tag(&scene.helper, said).await;
    let form = scene.click(&scene.helper, &preview, "New theme").await;
    let titled = scene.submit(&scene.helper, &form, &[("title", "Slow shop")]).await;
    let saved = scene.click(&scene.helper, &titled, "Save").await;
    assert_snapshot!(saved.text(), @"
    Saved under **#1 Slow shop**.
    The theme has no card yet, because no feedback channel is set. A manager can set it with `/setup set setting:feedback`. You can see the theme with `/feedback theme`.
    ");
    let owner = scene.town.guild.owner();
    let given = [("setting", "feedback".into()), ("value", scene.team.to_string().into())];
    scene.command(&owner, "setup set", &given).await;
    scene.tagged_under(&scene.bob, "So slow", "#1 Slow shop").await;
    assert!(scene.card("Slow shop").contains("**People:** 2"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_no_message_holds_is_added_in_words_and_comes_back_where_it_cannot_be() {
    let scene = scene().await;
    scene.tagged(&scene.ana, "Please, a dark mode", "Dark mode").await;
    let given = [("text", "At the stand they asked for a dark mode".into()), ("member", (&scene.bob).into())];
    let preview = scene.command(&scene.helper, "feedback add", &given).await;
    assert_snapshot!(preview.text(), @"
    What @bob said. It isn’t saved yet.
    “At the stand they asked for a dark mode”
    (Tags: bug | idea | question | praise | complaint)
    (Theme: #1 Dark mode)
    [Save] [New theme] [Add it in your own words] [Cancel]
    ");
    scene.click(&scene.helper, &preview, "Save").await;
    scene.town.pass(10 * SECOND).await;
    assert_snapshot!(scene.card("Dark mode"), @"
    #1 Dark mode
    **Status:** open
    **People:** 2 · **Feedback:** 2
    **Owner:** no one yet
    **Last 28 days:** `···························█`

    “At the stand they asked for a dark mode”
    noted by staff

    “Please, a dark mode”
    https://discord.com/channels/1571812068556800003/1571812068556800005/1571812110499840108
    ");

    let given = [("text", "A *long* thought".into()), ("theme", "Nothing like it".into())];
    let back = scene.command(&scene.helper, "feedback add", &given).await;
    assert_snapshot!(back.text(), @"
    I can’t find a theme called “Nothing like it”. Choose one from the list.
    [Correct]
    ");
    let preview = scene.command(&scene.helper, "feedback add", &[("text", "Short".into())]).await;
    let cancelled = scene.click(&scene.helper, &preview, "Cancel").await;
    assert_snapshot!(cancelled.text(), @"Cancelled. Nothing was saved.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_card_that_was_deleted_is_posted_again_and_survives_a_restart() {
    let mut scene = scene().await;
    scene.tagged(&scene.ana, "The shop is slow", "Slow shop").await;
    let card = scene.cards().pop().and_then(|card| card.id).expect("a card");
    scene.town.guild.owner().deletes(card).unwrap();
    scene.town.pass(2 * SECOND).await;
    scene.town.restart().await;
    scene.tagged_under(&scene.bob, "So slow", "#1 Slow shop").await;
    assert!(scene.card("Slow shop").contains("**People:** 2"));
    assert_eq!(scene.cards().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tagged_message_has_a_pin_until_it_is_no_feedback_any_more() {
    let scene = scene().await;
    let pins = |message| {
        let shown = scene.town.sandbox.messages(scene.town.general, &scene.ana);
        let shown = shown.into_iter().find(|shown| shown.id == Some(message)).expect("the message");
        shown.reactions
    };
    let said = scene.tagged(&scene.ana, "The export loses files", "Export loses files").await;
    assert_eq!(pins(said), [("📌".to_owned(), 1)]);
    // Tagged again it keeps the one it has; removed, it loses it.
    let preview = scene.tag(&scene.helper, said).await;
    scene.click(&scene.helper, &preview, "Save").await;
    scene.town.pass(SECOND).await;
    assert_eq!(pins(said).len(), 1);
    let preview = scene.tag(&scene.helper, said).await;
    scene.click(&scene.helper, &preview, "Remove feedback").await;
    scene.town.pass(SECOND).await;
    assert_eq!(pins(said), []);

    // Whoever is forgotten takes it along.
    let said = scene.tagged_under(&scene.bob, "It lost mine too", "#1 Export loses files").await;
    assert_eq!(pins(said).len(), 1);
    let asked = scene.command(&scene.bob, "privacy forget", &[]).await;
    let confirm = asked.labels().into_iter().find(|label| *label != "Cancel").expect("a button").to_owned();
    scene.click(&scene.bob, &asked, &confirm).await;
    scene.town.pass(10 * SECOND).await;
    assert_eq!(pins(said), []);

    // A server that does not want it has none; where Steward may not react, the feedback is saved all the same.
    let owner = scene.town.guild.owner();
    scene.command(&owner, "setup set", &[("setting", "feedback_pin".into()), ("value", "off".into())]).await;
    let said = scene.tagged_under(&scene.eve, "And mine", "#1 Export loses files").await;
    assert_eq!(pins(said), []);
    assert!(scene.card("Export").contains("And mine"));
}
