//! Buttons, menus and forms carry no trust: whatever their ids say, the row is looked up, the person is
//! asked for their right and the state is checked at the moment of the press.

use std::time::Duration;

use steward::ids::{ChannelId, RoleId};
use steward::sandbox::{Answer, Given, GuildHandle, Person, rights};

use crate::support::join_all;
use crate::support::scene::{MINUTE, Scene};
use crate::support::town::Town;

async fn preview(scene: &Scene, by: &Person, severity: i64) -> Answer {
    let given: [(&str, Given); 3] =
        [("member", (&scene.bob).into()), ("reason", "Called a newcomer names.".into()), ("severity", severity.into())];
    scene.slash(by, "warn", &given).await
}

/// Everything that a press could have changed.
async fn rows(town: &Town) -> Vec<i64> {
    let mut rows = Vec::new();
    for sql in [
        "SELECT count(*) FROM cases",
        "SELECT count(*) FROM cases WHERE voided_at IS NOT NULL",
        "SELECT count(*) FROM case_edits",
        "SELECT count(*) FROM case_links",
        "SELECT count(*) FROM outbox",
        "SELECT count(*) FROM jobs",
        "SELECT count(*) FROM audit",
        "SELECT count(*) FROM moderation_notices",
        "SELECT count(*) FROM moderation_notices WHERE state = 'read'",
        "SELECT count(*) FROM moderation_decisions WHERE state <> 'open'",
        "SELECT count(*) FROM drafts WHERE state <> 'open'",
        "SELECT coalesce(sum(length(spec)), 0) FROM drafts WHERE feature <> 'correct'",
        "SELECT count(*) FROM moderation_questions WHERE answered_at IS NOT NULL",
        "SELECT count(*) FROM settings",
        "SELECT count(*) FROM settings_changes WHERE undone_at IS NOT NULL",
    ] {
        rows.push(town.number(sql).await);
    }
    rows
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_was_a_moderator_is_none_any_more_when_they_press() {
    let scene = Scene::new().await;
    let (town, mona) = (&scene.town, &scene.moderator);
    let ranks = town.guild.roles_of(mona);
    let confirm = preview(&scene, mona, 2).await;
    let form = mona.user_menu(town.general, "Warn…", &scene.bob).await.unwrap();
    let given = scene.warn(mona, 1).await;
    let before = rows(town).await;

    town.guild.set_roles(mona, &[]);
    town.settled().await;
    for (on, label) in [(&confirm, "Confirm"), (&confirm, "Change severity"), (&given, "Undo")] {
        let refused = town.click(mona, on, label).await;
        assert!(refused.ephemeral && refused.text().starts_with("Only "), "{label}: {}", refused.text());
    }
    let refused = mona.submits(&form, &[("What happened", "Called a newcomer names.")]).await.unwrap();
    assert!(refused.text().starts_with("Only helpers, moderators and managers"), "{}", refused.text());
    assert_eq!(rows(town).await, before);

    // With a lower rank what that rank allows, and with the old one everything again.
    let helpers = town.guild.role("Helpers again", rights::MANAGE_MESSAGES);
    town.guild.set_roles(mona, &[helpers]);
    let refused = town.click(mona, &confirm, "Confirm").await;
    assert!(refused.text().starts_with("Helpers warn with severity 1"), "{}", refused.text());
    let shown = mona.submits(&form, &[("What happened", "Called a newcomer names.")]).await.unwrap();
    assert!(shown.text().contains("Nothing has been sent yet"), "{}", shown.text());
    town.guild.set_roles(mona, &ranks);
    let changed = town.click(mona, &confirm, "Confirm").await;
    assert!(changed.text().starts_with("**Something has changed since you last looked."), "{}", changed.text());
    let done = town.click(mona, &changed, "Confirm").await;
    assert!(done.text().starts_with("**Recorded: warning for @bob, case #2.**"), "{}", done.text());
    town.pass(MINUTE).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn however_often_a_button_is_pressed_at_once_it_is_done_once() {
    let scene = Scene::new().await;
    let (town, mona) = (&scene.town, &scene.moderator);
    let confirm = preview(&scene, mona, 2).await;

    let presses = join_all((0..5).map(|_| mona.clicks(&confirm, "Confirm"))).await;
    town.pass(MINUTE).await;

    let presses: Vec<Answer> = presses.into_iter().map(Result::unwrap).collect();
    let (done, late): (Vec<&Answer>, Vec<&Answer>) =
        presses.iter().partition(|press| press.text().starts_with("**Recorded"));
    assert_eq!((done.len(), late.len()), (1, 4));
    for press in late {
        insta::allow_duplicates! {
            insta::assert_snapshot!(press.text(), @"@mona has confirmed this: @bob has case #1 since Monday, 16 November 2026 09:00, now.");
        }
    }
    let undo = join_all((0..3).map(|_| mona.clicks(done[0], "Undo"))).await;
    town.pass(MINUTE).await;
    let undo: Vec<Answer> = undo.into_iter().map(Result::unwrap).collect();
    assert_eq!(undo.iter().filter(|press| press.text().contains("is taken back.**")).count(), 1);
    assert_eq!(undo.iter().filter(|press| press.text().starts_with("@mona has taken case #1 back already")).count(), 2);
    assert_eq!(town.number("SELECT count(*) FROM cases").await, 1);
    assert_eq!(town.sandbox.dms(&scene.bob).len(), 2, "the warning, and that it was taken back");
    assert_eq!(town.sandbox.messages(scene.log, &scene.manager).len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_moderators_who_confirm_at_once_the_second_looks_again() {
    let scene = Scene::new().await;
    let town = &scene.town;
    let other = town.moderator("milo");
    let (one, two) = (preview(&scene, &scene.moderator, 2).await, preview(&scene, &other, 2).await);

    let (one, two) = tokio::join!(scene.moderator.clicks(&one, "Confirm"), other.clicks(&two, "Confirm"));
    town.pass(MINUTE).await;

    let (one, two) = (one.unwrap(), two.unwrap());
    let (done, changed, late) =
        if one.text().starts_with("**Recorded") { (&one, &two, &other) } else { (&two, &one, &scene.moderator) };
    assert!(done.text().starts_with("**Recorded: warning for @bob, case #1.**"), "{}", done.text());
    assert!(changed.text().starts_with("**Something has changed since you last looked."), "{}", changed.text());
    assert!(changed.text().contains("**2 now → 4 after**"), "{}", changed.text());
    assert!(changed.text().contains("**This fires: timeout, 1 h.**"), "{}", changed.text());
    assert_eq!((town.sandbox.dms(&scene.bob).len(), town.guild.timed_out_until(&scene.bob)), (1, None));
    let second = town.click(late, changed, "Confirm").await;
    town.pass(MINUTE).await;
    assert!(second.text().contains("timeout, case #3: in force"), "{}", second.text());
    assert_eq!(town.number("SELECT count(*) FROM cases").await, 3);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn managers_who_decide_at_once_decide_once() {
    let scene = Scene::new().await;
    let town = &scene.town;
    scene.set("ladder", "1 decide").await;
    scene.warn(&scene.moderator, 1).await;
    let card = town.sandbox.messages(scene.log, &scene.manager);
    let card = card.iter().find(|shown| shown.text().starts_with("Needs a decision")).unwrap();
    let owner = town.guild.owner();
    let forms = [
        (&scene.manager, scene.manager.clicks(card, "Time out…").await.unwrap()),
        (&owner, owner.clicks(card, "Ban…").await.unwrap()),
    ];

    let by_moderator = scene.moderator.clicks(card, "Nothing more").await;
    assert!(by_moderator.is_err(), "the mod log is not theirs to see");
    let (one, two) =
        tokio::join!(forms[0].0.submits(&forms[0].1, &[("For how long", "2h")]), forms[1].0.submits(&forms[1].1, &[]),);
    town.pass(MINUTE).await;

    let texts = [one.unwrap().text().to_owned(), two.unwrap().text().to_owned()];
    assert_eq!(texts.iter().filter(|text| text.starts_with("**Recorded: ")).count(), 1, "{texts:?}");
    assert_eq!(texts.iter().filter(|text| text.contains("has decided")).count(), 1, "{texts:?}");
    assert_eq!(town.number("SELECT count(*) FROM cases WHERE kind <> 'warn'").await, 1);
    let timed_out = town.guild.timed_out_until(&scene.bob).is_some();
    assert_ne!(timed_out, town.guild.is_banned(&scene.bob));
}

/// Another server of the same owner, with a moderator and a member of this one in it.
async fn village(scene: &Scene) -> (GuildHandle, ChannelId, Person) {
    let town = &scene.town;
    let village = town.sandbox.guild("Village");
    let square = village.channel("square");
    let rank: RoleId =
        village.role("Managers", rights::MANAGE_GUILD | rights::MODERATE_MEMBERS | rights::MANAGE_MESSAGES);
    for person in [&scene.moderator, &scene.bob] {
        person.joins(village.id()).unwrap();
    }
    village.set_roles(&scene.moderator, &[rank]);
    town.settled().await;
    let there = scene.moderator.of(village.id());
    (village, square, there)
}

/// A warning of every state, with what hangs on it: ids of its rows begin at 1.
async fn full_record(scene: &Scene) {
    let town = &scene.town;
    scene.set("ladder", "1 timeout 1h, 3 decide").await;
    scene.bob.closes_dms();
    scene.warn(&scene.moderator, 1).await;
    scene.warn(&scene.moderator, 2).await;
    let given: [(&str, Given); 2] = [("number", 2.into()), ("reason", "Was somebody else.".into())];
    scene.slash(&scene.moderator, "case void", &given).await;
    preview(scene, &scene.moderator, 1).await;
    town.pass(MINUTE).await;
}

/// Verbs of all buttons and menus, and an argument that some of them take.
const VERBS: [(&str, &str); 26] = [
    ("moderation:cases", ",,,,"),
    ("moderation:history", "5"),
    ("moderation:mine", ""),
    ("moderation:void-and-lift", ""),
    ("moderation:void-only", ""),
    ("moderation:void-cancel", ""),
    ("moderation:confirm", ""),
    ("moderation:confirm", "menus"),
    ("moderation:warn-only", ""),
    ("moderation:severities", ""),
    ("moderation:severity", "menus"),
    ("moderation:notify", "menus"),
    ("moderation:cancel", ""),
    ("moderation:undo", ""),
    ("moderation:read", ""),
    ("moderation:record", ""),
    ("moderation:again", ""),
    ("moderation:arrived", ""),
    ("moderation:in-channel", ""),
    ("moderation:decide", "timeout"),
    ("moderation:decide", "nothing"),
    ("moderation:decide", "banish"),
    ("setup:undo", ""),
    ("activity:post", "1"),
    ("digest:anything", ""),
    ("nothing:of-the-kind", ""),
];

fn id(verb: &str, version: i64, row: &str, arg: &str) -> String {
    if arg.is_empty() { format!("{verb}:{version}:{row}") } else { format!("{verb}:{version}:{row}:{arg}") }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rows_of_another_server_are_nobodys_here() {
    let scene = Scene::new().await;
    let town = &scene.town;
    full_record(&scene).await;
    let (_, square, there) = village(&scene).await;
    let hook = there.slash(square, "case list", &[]).await.unwrap();
    let before = rows(town).await;

    for (verb, arg) in VERBS {
        // One's own record, and the pages of this server's cases, are not of another one.
        if matches!(verb, "moderation:cases" | "moderation:history" | "moderation:mine") || verb.starts_with("activity")
        {
            continue;
        }
        for row in 1..=6 {
            let id = id(verb, 1, &row.to_string(), arg);
            let answer = there.presses_custom_id(square, &hook, &id).await;
            assert!(answer.ephemeral, "{id}: {}", answer.text());
            assert!(!answer.text().contains("bob"), "{id}: {}", answer.text());
        }
    }
    for form in ["moderation:warn:1", "moderation:decided:1"] {
        for row in 1..=6 {
            let id = format!("{form}:{row}:timeout");
            let answer = there.submits_custom_id(square, &id, &[("reason", "Hello"), ("duration", "1h")]).await;
            assert!(answer.ephemeral && !answer.text().contains("Recorded"), "{id}: {}", answer.text());
        }
    }
    for words in ["case view", "case edit", "case void"] {
        let mut given: Vec<(&str, Given)> = vec![("number", 1.into())];
        given.extend((words != "case view").then_some(("reason", "Was somebody else.".into())));
        let answer = there.slash(square, words, &given).await.unwrap();
        let none = "There is no case #1 in this server. `/case list` shows those there are.\n[Correct]";
        assert_eq!(answer.text(), none, "{words}");
    }
    town.settled().await;
    assert_eq!(rows(town).await, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ids_that_were_tampered_with_do_nothing() {
    let scene = Scene::new().await;
    let town = &scene.town;
    full_record(&scene).await;
    let eve = town.member("eve");
    let hook = scene.slash(&scene.moderator, "case list", &[]).await;
    let before = rows(town).await;

    // What is not there, for somebody who may do everything a moderator may; what is there, for a member.
    let made_up = ["0", "-1", "99999", "9223372036854775807", "9223372036854775808", "", "x", "1e3", "١"];
    let real = ["1", "2", "3"];
    for (person, versions, given) in [
        (&scene.moderator, [0, 1, 2], &made_up[..]),
        (&scene.moderator, [0, 2, 1_000_000], &real[..]),
        (&eve, [1, 1, 1], &real[..]),
    ] {
        let ids = VERBS.iter().flat_map(|(verb, arg)| {
            given.iter().flat_map(move |row| versions.map(|version| id(verb, version, row, arg)))
        });
        for id in ids {
            // Lists have a nearest page, and one's own record is one's own.
            if ["moderation:cases:1", "moderation:history:1", "moderation:mine:1", "activity:"]
                .iter()
                .any(|known| id.starts_with(known))
            {
                continue;
            }
            let answer = person.presses_custom_id(town.general, &hook, &id).await;
            let chosen = person.chooses_raw(town.general, &hook, &id, &["2"]).await;
            for answer in [answer, chosen] {
                assert!(answer.ephemeral && !answer.failed, "{id}: {}", answer.text());
                assert!(!answer.text().contains("went wrong"), "{id}: {}", answer.text());
                assert!(!answer.text().contains("bob"), "{id}: {}", answer.text());
            }
        }
    }
    town.settled().await;
    assert_eq!(rows(town).await, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_sends_the_form_or_presses_the_preview_of_somebody_else() {
    let scene = Scene::new().await;
    let town = &scene.town;
    let other = town.moderator("milo");
    let form = scene.moderator.user_menu(town.general, "Warn…", &scene.bob).await.unwrap();
    let shown = preview(&scene, &scene.moderator, 1).await;
    let hook = scene.slash(&other, "case list", &[]).await;
    let before = rows(town).await;
    assert!(other.submits(&form, &[("What happened", "Hello")]).await.is_err(), "no client shows it to them");

    let of_form = form.modal.as_ref().unwrap()["custom_id"].as_str().unwrap().to_owned();
    let sent = other.submits_custom_id(town.general, &of_form, &[("reason", "Hello")]).await;
    insta::assert_snapshot!(sent.text(), @"
    This preview is no longer kept, so nothing was done. Use `/warn` again.
    What you typed
    Hello
    ");
    for button in &shown.buttons {
        let pressed = other.presses_custom_id(town.general, &hook, &button.custom_id).await;
        assert!(sent.text().starts_with(pressed.text()), "{}: {}", button.label, pressed.text());
    }

    town.settled().await;
    assert_eq!(rows(town).await, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_no_menu_offered_cannot_be_chosen() {
    let scene = Scene::new().await;
    let town = &scene.town;
    let shown = preview(&scene, &scene.moderator, 1).await;
    let open = town.click(&scene.moderator, &shown, "Change severity").await;
    let before = rows(town).await;

    for select in &open.selects {
        for values in
            [&["0"][..], &["4"], &[""], &["severe"], &["dm channel"], &["DM"], &["x".repeat(100).as_str()], &[]]
        {
            let answer = scene.moderator.chooses_raw(town.general, &open, &select.custom_id, values).await;
            assert!(answer.ephemeral, "{values:?}");
            assert!(answer.text().starts_with("This button is from an older version"), "{values:?}: {}", answer.text());
        }
    }
    assert_eq!(rows(town).await, before);
    // Whoever may not choose a severity is not offered it.
    let shown = preview(&scene, &scene.helper, 1).await;
    let helper = town.click(&scene.helper, &shown, "Change severity").await;
    assert_eq!(helper.selects[0].options, [("1 · minor".to_owned(), "1".to_owned())]);
    let row = helper.buttons[0].custom_id.split(':').nth(3).unwrap().to_owned();
    let id = format!("moderation:severity:1:{row}:menus");
    let refused = scene.helper.chooses_raw(town.general, &helper, &id, &["3"]).await;
    insta::assert_snapshot!(refused.text(), @"Helpers warn with severity 1; severities 2 and 3 are for moderators and managers. Choose severity 1, or ask one of them.");
    let done = town.click(&scene.helper, &helper, "Confirm").await;
    assert!(done.text().contains("They have 1 point now."), "{}", done.text());
    town.pass(Duration::from_secs(1)).await;
}
