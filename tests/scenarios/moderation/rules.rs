//! The rules of a server: read by everyone, written by managers, cited by warnings in the words of their day; a story for
//! each sentence.

use std::time::Duration;

use steward::sandbox::{Answer, Given, Person};

use crate::support::scene::Scene;

const SECOND: Duration = Duration::from_secs(1);

async fn add(scene: &Scene, title: &str, text: &str) -> Answer {
    let mut given: Vec<(&str, Given)> = vec![("title", title.into())];
    given.extend((!text.is_empty()).then(|| ("text", text.into())));
    scene.slash(&scene.manager, "rule add", &given).await
}

async fn three_rules() -> Scene {
    let scene = Scene::new().await;
    add(&scene, "Be kind", "No insults, no *mockery*.").await;
    add(&scene, "No ads", "Not in direct messages either.").await;
    add(&scene, "Stay on topic", "").await;
    scene
}

async fn rules(scene: &Scene, by: &Person) -> Answer {
    scene.slash(by, "rules", &[]).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn managers_write_rules_and_everyone_reads_them() {
    let scene = Scene::new().await;
    insta::assert_snapshot!(rules(&scene, &scene.bob).await.text(), @"
    Rules of Town
    No rules yet. Managers write them with `/rule add`.
    ");
    insta::assert_snapshot!(add(&scene, "Be kind", "No insults, no *mockery*.").await.text(), @"Rule 1 is added. Posts of the rules are updated.");
    add(&scene, "Stay on topic", "").await;
    let given: [(&str, Given); 3] =
        [("title", "No ads".into()), ("text", "Not in direct messages either.".into()), ("number", 2.into())];
    scene.slash(&scene.manager, "rule add", &given).await;

    insta::assert_snapshot!(rules(&scene, &scene.bob).await.text(), @"
    Rules of Town
    **1. Be kind**
    No insults, no *mockery*.
    **2. No ads**
    Not in direct messages either.
    **3. Stay on topic**
    ");
    insta::assert_snapshot!(scene.slash(&scene.bob, "rules", &[("number", 2.into())]).await.text(), @"
    Rule 2: No ads
    Not in direct messages either.
    ");
    insta::assert_snapshot!(scene.slash(&scene.bob, "rules", &[("number", 9.into())]).await.text(), @"
    There’s no rule 9. `/rules` shows those there are.
    [Correct]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_asks_for_the_words_and_gives_them_back_where_they_are_not_taken() {
    let mut scene = Scene::new().await;
    let form = scene.manager.slash(scene.town.general, "rule add", &[]).await.unwrap();
    scene.town.restart().await;
    let empty = scene.manager.submits(&form, &[("title", " "), ("text", "No insults.")]).await.unwrap();
    insta::assert_snapshot!(empty.text(), @"
    A rule needs a title in the language you write it in. Give `title` too.
    What you typed
    No insults.
    ");
    let added =
        scene.manager.submits(&form, &[("title", "Be kind"), ("text", "No insults.\nNo mockery.")]).await.unwrap();
    assert!(added.text().starts_with("Rule 1 is added."), "{}", added.text());
    insta::assert_snapshot!(scene.slash(&scene.bob, "rules", &[("number", 1.into())]).await.text(), @"
    Rule 1: Be kind
    No insults.
    No mockery.
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_changes_the_rule_it_was_opened_for_also_once_that_has_another_number() {
    let scene = three_rules().await;
    let given: [(&str, Given); 1] = [("number", 1.into())];
    let form = scene.manager.slash(scene.town.general, "rule edit", &given).await.unwrap();
    let moved: [(&str, Given); 2] = [("number", 1.into()), ("to", 2.into())];
    scene.slash(&scene.manager, "rule move", &moved).await;

    let edited = scene.manager.submits(&form, &[("title", "Be friendly"), ("text", "No insults.")]).await.unwrap();

    assert!(edited.text().starts_with("Rule 2 is changed."), "{}", edited.text());
    insta::assert_snapshot!(rules(&scene, &scene.bob).await.text(), @"
    Rules of Town
    **1. No ads**
    Not in direct messages either.
    **2. Be friendly**
    No insults.
    **3. Stay on topic**
    ");
    scene.slash(&scene.manager, "rule retire", &[("number", 2.into())]).await;
    let late = scene.manager.submits(&form, &[("title", "Be nice"), ("text", "No insults.")]).await.unwrap();
    assert!(late.text().contains("This rule was retired in the meantime"), "{}", late.text());
    assert!(late.text().contains("Be nice"), "what was typed comes back: {}", late.text());
    assert!(!rules(&scene, &scene.bob).await.text().contains("Be nice"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rule_is_read_in_the_readers_language_where_somebody_has_written_it() {
    let scene = three_rules().await;
    let given: [(&str, Given); 4] = [
        ("number", 1.into()),
        ("title", "Будьте добры".into()),
        ("text", "Без оскорблений.".into()),
        ("language", "ru".into()),
    ];
    insta::assert_snapshot!(scene.slash(&scene.manager, "rule edit", &given).await.text(), @"Rule 1 is changed. Posts of the rules are updated. Cases keep the words they were made with.");
    let reader = scene.bob.clone().locale("ru");
    insta::assert_snapshot!(rules(&scene, &reader).await.text(), @"
    Правила сервера Town
    **1. Будьте добры**
    Без оскорблений.
    **2. No ads**
    Not in direct messages either.
    **3. Stay on topic**
    ");
    let reader = scene.bob.clone().locale("ro");
    insta::assert_snapshot!(rules(&scene, &reader).await.text(), @"
    Regulile serverului Town
    **1. Be kind**
    No insults, no *mockery*.
    **2. No ads**
    Not in direct messages either.
    **3. Stay on topic**
    ");
    let manager = scene.manager.clone().locale("ro");
    insta::assert_snapshot!(scene.slash(&manager, "rule edit", &given).await.text(), @"
    Regula 1 e deja așa, deci nu s-a schimbat nimic.
    [Corectează]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rules_move_are_retired_and_come_back() {
    let scene = three_rules().await;
    let moved: [(&str, Given); 2] = [("number", 3.into()), ("to", 1.into())];
    insta::assert_snapshot!(scene.slash(&scene.manager, "rule move", &moved).await.text(), @"Rule 3 is rule 1 now. Posts of the rules are updated.");
    let retired = scene.slash(&scene.manager, "rule retire", &[("number", 2.into())]).await;
    insta::assert_snapshot!(retired.text(), @"
    Rule 2 is retired, and those behind it moved up. Cases keep its words.
    [Undo]
    ");
    insta::assert_snapshot!(rules(&scene, &scene.bob).await.text(), @"
    Rules of Town
    **1. Stay on topic**
    **2. No ads**
    Not in direct messages either.
    ");
    insta::assert_snapshot!(scene.town.click(&scene.manager, &retired, "Undo").await.text(), @"It’s rule 2 again.");
    let all = rules(&scene, &scene.bob).await;
    let order: Vec<_> = all.text().lines().filter(|line| line.starts_with("**")).collect();
    assert_eq!(order, ["**1. Stay on topic**", "**2. Be kind**", "**3. No ads**"]);
    let refused = scene.slash(&scene.manager, "rule retire", &[("number", 7.into())]).await;
    assert!(refused.text().starts_with("There’s no rule 7"), "{}", refused.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_warning_cites_a_rule_by_autocomplete_and_keeps_the_words_of_its_day() {
    let scene = three_rules().await;
    scene.town.settled().await;
    let offered = scene.moderator.autocomplete(scene.town.general, "warn", "rule", "ads", &[]).await.unwrap();
    insta::assert_debug_snapshot!(offered, @r#"
    [
        Choice {
            name: "2. No ads",
            value: String("2"),
        },
    ]
    "#);
    let given: [(&str, Given); 3] =
        [("member", (&scene.bob).into()), ("reason", "Sold coins.".into()), ("rule", "2".into())];
    let preview = scene.slash(&scene.moderator, "warn", &given).await;
    scene.town.click(&scene.moderator, &preview, "Confirm").await;
    scene.town.pass(2 * SECOND).await;
    let edit: [(&str, Given); 2] = [("number", 2.into()), ("text", "Ads are fine on Fridays.".into())];
    scene.slash(&scene.manager, "rule edit", &edit).await;
    scene.slash(&scene.manager, "rule retire", &[("number", 1.into())]).await;

    assert_eq!(scene.line(1, "Rule").await, "2. No ads — Not in direct messages either.");
    let notice = scene.last_dm();
    assert!(notice.text().contains("**Rule:** 2. No ads — Not in direct messages either."), "{}", notice.text());
    let own: [(&str, Given); 3] =
        [("member", (&scene.bob).into()), ("reason", "Sold coins.".into()), ("rule", "Common sense".into())];
    let preview = scene.slash(&scene.moderator, "warn", &own).await;
    scene.town.click(&scene.moderator, &preview, "Confirm").await;
    assert_eq!(scene.line(2, "Rule").await, "Common sense", "what is no rule stays as it was typed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_warning_from_a_menu_cites_a_rule_that_is_chosen_in_its_preview() {
    let scene = three_rules().await;
    scene.town.settled().await;
    let form = scene.moderator.user_menu(scene.town.general, "Warn…", &scene.bob).await.unwrap();
    let preview = scene.moderator.submits(&form, &[("What happened", "Sold coins.")]).await.unwrap();
    assert!(preview.text().contains("(Rule: 1. Be kind | 2. No ads | 3. Stay on topic)"), "{}", preview.text());
    scene.slash(&scene.manager, "rule retire", &[("number", 1.into())]).await;

    let chosen = scene.moderator.chooses(&preview, "Rule", &["2. No ads".into()]).await.unwrap();
    scene.town.settled().await;
    assert!(chosen.now().text().contains("Rule: 1. No ads — Not in"), "{}", chosen.now().text());
    scene.town.click(&scene.moderator, &chosen.now(), "Confirm").await;

    assert_eq!(scene.line(1, "Rule").await, "1. No ads — Not in direct messages either.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn posted_rules_stay_true_and_are_posted_once_in_a_channel() {
    let mut scene = three_rules().await;
    let general = scene.town.general;
    insta::assert_snapshot!(scene.slash(&scene.manager, "rule post", &[]).await.text(), @"The rules are posted in #general and stay up to date there.");
    let shown = |scene: &Scene| scene.town.sandbox.messages(general, &scene.bob);
    insta::assert_snapshot!(shown(&scene)[0].text(), @"
    Rules of Town
    **1. Be kind**
    No insults, no *mockery*.

    **2. No ads**
    Not in direct messages either.

    **3. Stay on topic**
    /rules shows them in your language.
    ");
    let again = scene.slash(&scene.manager, "rule post", &[]).await;
    assert!(again.text().contains("already"), "{}", again.text());

    scene.town.restart().await;
    scene.slash(&scene.manager, "rule retire", &[("number", 2.into())]).await;
    scene.town.pass(5 * SECOND).await;
    assert!(!shown(&scene)[0].text().contains("No ads"), "{}", shown(&scene)[0].text());

    let id = shown(&scene)[0].id.unwrap();
    scene.town.guild.owner().deletes(id).unwrap();
    scene.town.settled().await;
    let again = scene.slash(&scene.manager, "rule post", &[]).await;
    assert!(again.text().starts_with("The rules are posted"), "{}", again.text());
    assert_eq!(shown(&scene).len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_the_rules_cannot_be_posted_the_answer_says_why() {
    let scene = Scene::new().await;
    let nothing = scene.slash(&scene.manager, "rule post", &[]).await;
    insta::assert_snapshot!(nothing.text(), @"There are no rules to post. Write the first one with `/rule add`.");
    add(&scene, "Be kind", "").await;
    scene.town.sandbox.faults().fail("POST /channels/*/messages", 1, 403, 50_013);
    insta::assert_snapshot!(scene.slash(&scene.manager, "rule post", &[]).await.text(), @"The rules aren’t posted in #general. Discord did not let me write in #general. My role needs “View Channel”, “Send Messages and Create Posts”, “Embed Links” there (channel settings → Permissions).");
    scene.town.pass(2 * SECOND).await;
    let posted = scene.slash(&scene.manager, "rule post", &[]).await;
    assert!(posted.text().starts_with("The rules are posted"), "{}", posted.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_has_twenty_five_rules_at_most_and_their_post_holds_all_titles() {
    let scene = Scene::new().await;
    for place in 1..=25 {
        add(&scene, &format!("Rule of the day {place}"), &"Words. ".repeat(140)).await;
    }
    let refused = add(&scene, "One more", "").await;
    assert!(refused.text().contains("25 rules at most") && refused.labels() == ["Correct"], "{}", refused.text());
    let list = rules(&scene, &scene.bob).await;
    assert!(list.text().contains("[Next]"), "{}", list.text());
    let next = scene.town.click(&scene.bob, &list, "Next").await;
    assert!(next.text().contains("25. Rule of the day 25"), "{}", next.text());
    scene.slash(&scene.manager, "rule post", &[]).await;
    let shown = scene.town.sandbox.messages(scene.town.general, &scene.helper);
    for place in 1..=25 {
        assert!(shown[0].text().contains(&format!("{place}. Rule of the day {place}")), "{}", shown[0].text());
    }
}
