//! Cases: what is on record about a person and what they see of it, the ladder, and what may be changed,
//! taken back and linked; a story for each sentence.

use std::time::Duration;

use steward::sandbox::{Answer, Given, Person};

use crate::support::scene::{DAY, HOUR, MINUTE, Scene};

async fn history(scene: &Scene, by: &Person) -> Answer {
    scene.slash(by, "history", &[("member", (&scene.bob).into())]).await
}

async fn note(scene: &Scene, text: &str) {
    let given: [(&str, Given); 2] = [("member", (&scene.bob).into()), ("text", text.into())];
    scene.slash(&scene.helper, "note", &given).await;
}

async fn edit(scene: &Scene, by: &Person, number: i64, given: &[(&str, Given)]) -> Answer {
    let mut all: Vec<(&str, Given)> = vec![("number", number.into())];
    all.extend(given.iter().cloned());
    let answer = scene.slash(by, "case edit", &all).await;
    scene.town.pass(Duration::from_secs(1)).await;
    answer
}

async fn void(scene: &Scene, by: &Person, number: i64) -> Answer {
    let given: [(&str, Given); 2] = [("number", number.into()), ("reason", "It was somebody else.".into())];
    let answer = scene.slash(by, "case void", &given).await;
    scene.town.pass(Duration::from_secs(1)).await;
    answer
}

/// A button of an answer is pressed; then a second, in which the next message can be sent.
async fn press(scene: &Scene, by: &Person, on: &Answer, label: &str) -> Answer {
    let answer = scene.town.click(by, on, label).await;
    scene.town.pass(Duration::from_secs(1)).await;
    answer
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_history_says_at_a_glance_what_holds_and_then_what_was() {
    let scene = Scene::new().await;
    insta::assert_snapshot!(history(&scene, &scene.helper).await.text(), @"");
    note(&scene, "Asked to be called Robert.").await;
    scene.warn(&scene.moderator, 2).await;
    scene.town.pass(10 * DAY).await;
    scene.warn(&scene.moderator, 1).await;

    insta::assert_snapshot!(history(&scene, &scene.helper).await.text(), @"");
    scene.town.settled().await;
    let menu = scene.helper.user_menu(scene.town.general, "History", &scene.bob).await.unwrap();
    assert_eq!(menu.text(), history(&scene, &scene.helper).await.text());
    assert!(menu.ephemeral);
    let (russian, romanian) = (scene.moderator.clone().locale("ru"), scene.manager.clone().locale("ro"));
    insta::assert_snapshot!(history(&scene, &russian).await.text(), @"");
    insta::assert_snapshot!(history(&scene, &romanian).await.text(), @"");
    scene.town.pass(100 * DAY).await;
    insta::assert_snapshot!(history(&scene, &scene.helper).await.text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_history_is_for_staff_and_says_whose_timeout_it_is() {
    let scene = Scene::new().await;
    let given: [(&str, Given); 1] = [("member", (&scene.bob).into())];
    let refused = scene.bob.slash_hidden(scene.town.general, "history", &given).await.unwrap();
    assert!(refused.text().starts_with("Only helpers"), "{}", refused.text());
    scene.manager.times_out(&scene.bob, Some(HOUR), "").unwrap();
    insta::assert_snapshot!(history(&scene, &scene.helper).await.text(), @"");
    scene.timeout(&scene.moderator, "60d").await;
    insta::assert_snapshot!(history(&scene, &scene.helper).await.text(), @"");

    // Discord does not answer: what is on record has to do.
    scene.town.sandbox.faults().fail("GET /guilds/*/members/*", 500, 0, 4);
    insta::assert_snapshot!(history(&scene, &scene.helper).await.text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_history_is_turned_page_by_page_and_each_press_asks_for_the_right_anew() {
    let mut scene = Scene::new().await;
    for place in 1..=23 {
        note(&scene, &format!("note {place}")).await;
    }
    let first = history(&scene, &scene.helper).await;
    assert!(first.text().contains("Page 1 of 3 · 23 cases\n[Previous (disabled)] [Next]"), "{}", first.text());

    scene.town.restart().await;
    let second = scene.town.click(&scene.helper, &first, "Next").await;
    assert!(second.text().contains("**#13** note") && second.text().contains("Page 2 of 3"), "{}", second.text());
    let back = scene.town.click(&scene.helper, &second, "Previous").await;
    assert_eq!(back.text(), first.text());

    scene.town.guild.set_roles(&scene.helper, &[]);
    let refused = scene.town.click(&scene.helper, &back, "Next").await;
    assert!(refused.text().starts_with("Only helpers"), "{}", refused.text());
    let id = format!("moderation:history:1:1:{}", scene.bob.id());
    let foreign = scene.bob.presses_custom_id(scene.town.general, &first, &id).await;
    assert!(foreign.text().starts_with("Only helpers"), "{}", foreign.text());
    for tampered in ["moderation:history:1:1:x", "moderation:history:1:1"] {
        let answer = scene.moderator.presses_custom_id(scene.town.general, &first, tampered).await;
        assert!(answer.text().starts_with("This button is from an older version"), "{}", answer.text());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_see_their_own_record_without_notes_and_without_names_of_staff() {
    let scene = Scene::new().await;
    let own = |person: &Person| {
        let person = person.clone();
        async { scene.slash(&person, "mycases", &[]).await }
    };
    insta::assert_snapshot!(own(&scene.bob).await.text(), @"");
    note(&scene, "For staff only.").await;
    let given: [(&str, Given); 4] = [
        ("member", (&scene.bob).into()),
        ("reason", "Called a newcomer names.".into()),
        ("rule", "2. Be kind".into()),
        ("severity", 2.into()),
    ];
    let preview = scene.slash(&scene.moderator, "warn", &given).await;
    press(&scene, &scene.moderator, &preview, "Confirm").await;
    let undone = scene.warn(&scene.moderator, 1).await;
    press(&scene, &scene.moderator, &undone, "Undo").await;
    scene.timeout(&scene.moderator, "2d").await;

    let shown = own(&scene.bob).await;
    insta::assert_snapshot!(shown.text(), @"");
    for name in ["mona", "hedda", "magnus", "For staff only"] {
        assert!(!shown.text().contains(name), "{}", shown.text());
    }
    insta::assert_snapshot!(own(&scene.helper).await.text(), @"");
    insta::assert_snapshot!(own(&scene.bob.clone().locale("ru")).await.text(), @"");
    insta::assert_snapshot!(own(&scene.bob.clone().locale("ro")).await.text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_ladder_is_there_for_everyone_to_read() {
    let scene = Scene::new().await;
    insta::assert_snapshot!(scene.slash(&scene.bob, "ladder", &[]).await.text(), @"");
    scene.warn(&scene.moderator, 2).await;
    scene.set("ladder", "2 timeout 90 min, 4 kick, 6 ban, 9 decide").await;
    insta::assert_snapshot!(scene.slash(&scene.bob, "ladder", &[]).await.text(), @"");
    insta::assert_snapshot!(scene.slash(&scene.bob.clone().locale("ru"), "ladder", &[]).await.text(), @"");
    insta::assert_snapshot!(scene.slash(&scene.bob.clone().locale("ro"), "ladder", &[]).await.text(), @"");
    scene.set("ladder", "none").await;
    insta::assert_snapshot!(scene.slash(&scene.helper.clone(), "ladder", &[]).await.text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_ladder_fires_nothing_for_what_was_before() {
    let scene = Scene::new().await;
    scene.warn(&scene.moderator, 2).await;

    scene.set("ladder", "1 timeout 1h, 2 timeout 1d, 5 timeout 2d").await;
    scene.town.pass(DAY).await;

    assert_eq!((scene.told(), scene.held()), (0, None));
    // What was crossed before the ladder changed is not crossed by what follows either.
    scene.warn(&scene.moderator, 2).await;
    assert_eq!(scene.told(), 0);
    scene.warn(&scene.moderator, 1).await;
    assert_eq!(scene.held(), Some(scene.now().plus(2 * DAY).minus(Duration::from_secs(1))));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_case_is_shown_whole_and_a_list_says_how_each_stands() {
    let scene = Scene::new().await;
    let given: [(&str, Given); 6] = [
        ("member", (&scene.bob).into()),
        ("reason", "Called a newcomer names.".into()),
        ("rule", "2. Be kind".into()),
        ("severity", 3.into()),
        ("evidence", "Seen by two of us.".into()),
        ("message", format!("https://discord.com/channels/{}/1/2", scene.town.guild.id()).into()),
    ];
    let preview = scene.slash(&scene.moderator, "warn", &given).await;
    press(&scene, &scene.moderator, &preview, "Confirm").await;
    note(&scene, "Apologised.").await;
    let undone = scene.warn(&scene.moderator, 1).await;
    press(&scene, &scene.moderator, &undone, "Undo").await;
    scene.slash(&scene.moderator, "case link", &[("number", 1.into()), ("other", 3.into())]).await;

    let whole = scene.view(&scene.helper, 1).await.text().replace(&scene.town.guild.id().to_string(), "GUILD");
    insta::assert_snapshot!(whole, @"");
    insta::assert_snapshot!(scene.view(&scene.helper, 2).await.text(), @"");
    insta::assert_snapshot!(scene.slash(&scene.helper, "case list", &[]).await.text(), @"");
    scene.town.pass(91 * DAY).await;
    insta::assert_snapshot!(scene.slash(&scene.helper.clone().locale("ru"), "case list", &[]).await.text(), @"");
    insta::assert_snapshot!(scene.slash(&scene.moderator.clone().locale("ro"), "case list", &[]).await.text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_edit_leaves_a_trail_and_changes_log_and_notice_in_place() {
    let scene = Scene::new().await;
    scene.warn(&scene.moderator, 1).await;

    let edited = edit(&scene, &scene.moderator, 1, &[("reason", "Called @everyone *names*.".into())]).await;

    insta::assert_snapshot!(edited.text(), @"");
    insta::assert_snapshot!(scene.last_dm().text(), @"");
    assert_eq!((scene.dms().len(), scene.logged().len()), (1, 1), "changed in place");
    insta::assert_snapshot!(scene.logged()[0].text(), @"");
    let audit = "SELECT count(*) FROM audit WHERE action = 'case.edit' AND before = 'Called a newcomer names.'
                 AND after = 'Called @everyone *names*.' AND subject = 'case #1'";
    assert_eq!(scene.town.number(audit).await, 1);
    edit(&scene, &scene.manager, 1, &[("reason", "Third version.".into())]).await;
    insta::assert_snapshot!(scene.view(&scene.helper.clone().locale("ru"), 1).await.text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_edited_says_what_can() {
    let scene = Scene::new().await;
    scene.warn(&scene.moderator, 1).await;
    scene.timeout(&scene.moderator, "2h").await;
    let told = |number, given: Vec<(&'static str, Given)>| {
        let scene = &scene;
        async move { edit(scene, &scene.moderator, number, &given).await.text().to_owned() }
    };

    insta::assert_snapshot!(told(1, vec![]).await, @"");
    insta::assert_snapshot!(told(1, vec![("reason", "Called a newcomer names.".into())]).await, @"");
    insta::assert_snapshot!(told(1, vec![("reason", "  ".into())]).await, @"");
    insta::assert_snapshot!(told(1, vec![("duration", "2h".into())]).await, @"");
    insta::assert_snapshot!(told(9, vec![("reason", "x".into())]).await, @"");
    insta::assert_snapshot!(told(2, vec![("duration", "soon".into())]).await, @"");
    scene.town.pass(HOUR).await;
    insta::assert_snapshot!(told(2, vec![("duration", "30 min".into())]).await, @"");
    scene.town.pass(HOUR).await;
    insta::assert_snapshot!(told(2, vec![("duration", "3h".into())]).await, @"");
    void(&scene, &scene.moderator, 1).await;
    insta::assert_snapshot!(told(1, vec![("reason", "x".into())]).await, @"");
    assert_eq!(scene.town.number("SELECT count(*) FROM case_edits").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn cases_of_others_are_for_managers_to_change() {
    let scene = Scene::new().await;
    let other = scene.town.moderator("mika");
    scene.warn(&scene.moderator, 1).await;
    let reason: [(&str, Given); 1] = [("reason", "new".into())];

    let refused = edit(&scene, &other, 1, &reason).await;
    insta::assert_snapshot!(refused.text(), @"");
    assert_eq!(void(&scene, &other, 1).await.text(), refused.text());
    // A helper edits nothing; whom it is about changes nothing on their own record.
    let given: [(&str, Given); 2] = [("number", 1.into()), ("reason", "new".into())];
    for words in ["case edit", "case void"] {
        let answer = scene.helper.slash_hidden(scene.town.general, words, &given).await.unwrap();
        assert!(answer.text().starts_with("Only moderators"), "{}", answer.text());
    }
    let about: [(&str, Given); 3] =
        [("member", (&scene.moderator).into()), ("reason", "r".into()), ("severity", 1.into())];
    let preview = scene.slash(&scene.town.guild.owner(), "warn", &about).await;
    press(&scene, &scene.town.guild.owner(), &preview, "Confirm").await;
    let own = edit(&scene, &scene.moderator, 2, &reason).await;
    assert!(!own.text().contains("is changed"), "{}", own.text());
    assert!(edit(&scene, &scene.manager, 1, &reason).await.text().contains("is changed"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_duration_sets_the_timeout_anew() {
    let scene = Scene::new().await;
    let begun = scene.now();
    scene.timeout(&scene.moderator, "2d").await;
    scene.town.pass(HOUR).await;

    let longer = edit(&scene, &scene.moderator, 1, &[("duration", "40d".into())]).await;
    insta::assert_snapshot!(longer.text(), @"");
    insta::assert_snapshot!(scene.last_dm().text(), @"");
    assert_eq!(scene.line(1, "Changed").await.contains("before that it was to end"), true);
    let audit = "SELECT count(*) FROM audit WHERE action = 'case.edit' AND before = '2026-11-18T09:00:00Z'
                 AND after = '2026-12-26T09:00:00Z'";
    assert_eq!(scene.town.number(audit).await, 1);
    scene.town.pass(30 * DAY).await;
    assert!(scene.silenced());

    edit(&scene, &scene.moderator, 1, &[("duration", "35d".into())]).await;
    assert_eq!(scene.held(), Some(begun.plus(35 * DAY)));
    scene.town.pass(5 * DAY).await;
    assert!(!scene.silenced());
    assert_eq!(scene.line(1, "On Discord").await, "over");
    assert_eq!(scene.dms().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_case_without_an_act_is_taken_back_at_once() {
    let scene = Scene::new().await;
    scene.warn(&scene.moderator, 2).await;

    insta::assert_snapshot!(void(&scene, &scene.moderator, 1).await.text(), @"");
    insta::assert_snapshot!(scene.last_dm().text(), @"");
    insta::assert_snapshot!(scene.logged()[0].text(), @"");
    assert!(history(&scene, &scene.helper).await.text().contains("everything was taken back"));
    insta::assert_snapshot!(void(&scene, &scene.manager, 1).await.text(), @"");
    // Its points no longer count: the next warning does not cross the rung.
    scene.warn(&scene.moderator, 2).await;
    assert_eq!(scene.told(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_warning_has_fired_is_lifted_with_it_if_one_says_so() {
    let scene = Scene::new().await;
    scene.warn(&scene.moderator, 3).await;
    assert!(scene.silenced());

    let question = void(&scene, &scene.moderator, 1).await;
    insta::assert_snapshot!(question.text(), @"");
    assert!(scene.silenced());
    let done = press(&scene, &scene.moderator, &question, "Void and lift").await;

    insta::assert_snapshot!(done.text(), @"");
    assert_eq!(scene.held(), None);
    insta::assert_snapshot!(scene.last_dm().text(), @"");
    insta::assert_snapshot!(scene.logged()[0].text(), @"");
    let again = scene.moderator.presses_custom_id(scene.town.general, &question, "moderation:void-only:1:1").await;
    insta::assert_snapshot!(again.text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_warning_has_fired_stands_if_one_says_so() {
    let scene = Scene::new().await;
    scene.warn(&scene.moderator, 3).await;
    let held = scene.held();

    let question = void(&scene, &scene.moderator, 1).await;
    let done = press(&scene, &scene.moderator, &question, "Void only").await;

    insta::assert_snapshot!(done.text(), @"");
    assert_eq!(scene.held(), held);
    insta::assert_snapshot!(scene.last_dm().text(), @"");
    // And later after all.
    let question = void(&scene, &scene.moderator, 2).await;
    let done = press(&scene, &scene.moderator, &question, "Void and lift").await;
    insta::assert_snapshot!(done.text(), @"");
    assert_eq!(scene.held(), None);
    insta::assert_snapshot!(scene.last_dm().text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_is_answered_once_by_whom_it_was_put_to() {
    let mut scene = Scene::new().await;
    scene.timeout(&scene.moderator, "2d").await;
    let question = void(&scene, &scene.moderator, 1).await;
    let cancelled = press(&scene, &scene.moderator, &question, "Cancel").await;
    insta::assert_snapshot!(cancelled.text(), @"");
    let press_raw = |by: &Person, id: &str| {
        let (by, id) = (by.clone(), id.to_owned());
        let (general, on) = (scene.town.general, question.clone());
        async move { by.presses_custom_id(general, &on, &id).await }
    };
    insta::assert_snapshot!(press_raw(&scene.moderator, "moderation:void-and-lift:1:1").await.text(), @"");
    insta::assert_snapshot!(press_raw(&scene.manager, "moderation:void-and-lift:1:1").await.text(), @"");

    // Two moderators at once, and a demoted one.
    let (one, two) = (void(&scene, &scene.moderator, 1).await, void(&scene, &scene.manager, 1).await);
    scene.town.restart().await;
    let (first, second) =
        tokio::join!(scene.moderator.clicks(&one, "Void and lift"), scene.manager.clicks(&two, "Void and lift"),);
    let (first, second) = (first.unwrap(), second.unwrap());
    let told: Vec<&str> = [&first, &second].map(|answer| answer.text().lines().next().unwrap()).to_vec();
    assert_eq!(
        told.iter().filter(|text| text.starts_with("**Case #1 about @bob is taken back.**")).count(),
        1,
        "{told:?}"
    );
    assert_eq!(told.iter().filter(|text| text.contains("has taken case #1 back already")).count(), 1, "{told:?}");
    scene.town.pass(MINUTE).await;
    assert_eq!(scene.town.number("SELECT count(*) FROM audit WHERE action = 'case.void'").await, 1);
    assert_eq!(scene.told(), 2, "set once, lifted once");

    scene.timeout(&scene.moderator, "2d").await;
    let question = void(&scene, &scene.moderator, 2).await;
    scene.town.guild.set_roles(&scene.moderator, &[]);
    let refused = scene.town.click(&scene.moderator, &question, "Void and lift").await;
    assert!(refused.text().starts_with("Only moderators"), "{}", refused.text());
    assert!(scene.silenced());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn voiding_lifts_nothing_that_somebody_has_changed_since() {
    let scene = Scene::new().await;
    scene.timeout(&scene.moderator, "2d").await;
    scene.manager.times_out(&scene.bob, Some(5 * DAY), "").unwrap();
    let held = scene.held();

    let question = void(&scene, &scene.moderator, 1).await;
    let done = press(&scene, &scene.moderator, &question, "Void and lift").await;

    insta::assert_snapshot!(done.text(), @"");
    assert_eq!(scene.held(), held);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn cases_that_belong_together_show_each_other() {
    let scene = Scene::new().await;
    note(&scene, "one").await;
    note(&scene, "two").await;
    note(&scene, "three").await;
    let link = |one: i64, two: i64| {
        let scene = &scene;
        async move {
            let given: [(&str, Given); 2] = [("number", one.into()), ("other", two.into())];
            scene.slash(&scene.moderator, "case link", &given).await.text().to_owned()
        }
    };

    insta::assert_snapshot!(link(3, 1).await, @"");
    insta::assert_snapshot!(link(1, 3).await, @"");
    insta::assert_snapshot!(link(2, 2).await, @"");
    insta::assert_snapshot!(link(2, 7).await, @"");
    link(3, 2).await;
    assert_eq!(scene.line(3, "Linked").await, "case #1, case #2");
    assert_eq!(scene.line(1, "Linked").await, "case #3");
}
