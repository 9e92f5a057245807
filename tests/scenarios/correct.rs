//! A command that was refused is corrected in a form that holds what was typed.

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use steward::sandbox::Given;

use crate::support::scene::{HOUR, Scene};
use crate::support::town::Town;

const POLL: [(&str, &str); 3] = [("question", "Which soup?"), ("options", "Borscht; Ciorbă"), ("closes", "31.11")];

fn given<'a>(options: &[(&'a str, &'a str)]) -> Vec<(&'a str, Given)> {
    options.iter().map(|(option, value)| (*option, (*value).into())).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_time_that_is_none_is_typed_anew_and_nothing_else_is() {
    let mut scene = Scene::new().await;
    let refused = scene.slash(&scene.helper, "poll create", &given(&POLL)).await;
    scene.town.restart().await;

    let form = scene.town.click(&scene.helper, &refused, "Correct").await;
    insta::assert_snapshot!(form.text(), @"
    Form: /poll create
    question *: Which soup?
    options: Borscht; Ciorbă
    closes: 31.11
    ");
    let preview = scene.helper.submits(&form, &[("closes", "in 2 days")]).await.unwrap();

    assert!(preview.ephemeral, "only its author sees the preview");
    insta::assert_snapshot!(preview.text(), @"
    This is only the preview: nothing is asked before you press **Publish**. The poll will stand in #general.
    **Which soup?**

    1. Borscht
    2. Ciorbă

    Choose one; you can change or withdraw your vote until the poll closes.
    Closes Wednesday, 18 November 2026 09:00 (in 2 days)
    Everyone can see how you voted.
    (Who may vote: everyone, unless you choose roles)
    [Publish] [Edit options] [Who may vote] [Cancel]
    ");
    scene.town.click(&scene.helper, &preview, "Publish").await;
    assert_eq!(scene.town.number("SELECT count(*) FROM polls").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_wrong_again_can_be_corrected_again_and_each_form_counts_once() {
    let scene = Scene::new().await;
    let refused = scene.slash(&scene.helper, "poll create", &given(&POLL)).await;
    let form = scene.town.click(&scene.helper, &refused, "Correct").await;

    let again = scene.helper.submits(&form, &[("closes", "yesterday")]).await.unwrap();
    let second = scene.helper.submits(&form, &[("closes", "in 2 days")]).await.unwrap();

    assert_eq!(second.text(), "This was corrected already. Use the command again if you still need it.");
    let form = scene.town.click(&scene.helper, &again, "Correct").await;
    assert!(form.text().contains("yesterday"), "{}", form.text());
    let preview = scene.helper.submits(&form, &[("closes", "in 2 days")]).await.unwrap();
    assert!(preview.text().contains("Which soup?"), "{}", preview.text());
    scene.town.pass(HOUR).await;
    let late = scene.helper.clicks(&again, "Correct").await.unwrap();
    assert_eq!(late.text(), "This was corrected already. Use the command again if you still need it.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_number_is_one_that_discord_would_take() {
    let scene = Scene::new().await;
    let options: [(&str, Given); 3] =
        [("number", 7.into()), ("title", "Be kind".into()), ("text", "No insults.".into())];
    let refused = scene.slash(&scene.manager, "rule edit", &options).await;
    assert_eq!(refused.text(), "There’s no rule 7. `/rules` shows those there are.\n[Correct]");
    scene.slash(&scene.manager, "rule add", &given(&[("title", "No ads"), ("text", "None at all.")])).await;

    let form = scene.town.click(&scene.manager, &refused, "Correct").await;
    let zero = scene.manager.submits(&form, &[("number", "0")]).await.unwrap();
    assert_eq!(zero.text(), "“0” doesn’t fit. `number` needs a whole number, 1 or more.\n[Correct]");
    let form = scene.town.click(&scene.manager, &zero, "Correct").await;
    let edited = scene.manager.submits(&form, &[("number", "1")]).await.unwrap();

    assert!(edited.text().starts_with("Rule 1 is changed."), "{}", edited.text());
    assert!(scene.town.slash(&scene.bob, "rules", &[]).await.text().contains("Be kind"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_corrected_command_that_goes_on_with_a_form_has_a_button_for_it() {
    let scene = Scene::new().await;
    let refused = scene.slash(&scene.helper, "poll create", &given(&[POLL[0], POLL[2]])).await;
    let form = scene.town.click(&scene.helper, &refused, "Correct").await;

    let between = scene.helper.submits(&form, &[("closes", "in 2 days")]).await.unwrap();

    assert_eq!(between.text(), "That fits now. `/poll create` goes on with a form.\n[Open the form]");
    let form = scene.town.click(&scene.helper, &between, "Open the form").await;
    let preview = scene.helper.submits(&form, &[("options", "Borscht\nCiorbă")]).await.unwrap();
    assert!(preview.text().contains("Ciorbă"), "{}", preview.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_option_that_is_missing_is_added_and_one_too_many_is_left_out() {
    let scene = Scene::new().await;
    let note: [(&str, Given); 2] = [("member", (&scene.bob).into()), ("text", "Late".into())];
    scene.slash(&scene.moderator, "note", &note).await;
    let unchanged = scene.slash(&scene.moderator, "case edit", &[("number", 1.into())]).await;
    let form = scene.town.click(&scene.moderator, &unchanged, "Correct").await;
    assert!(form.text().contains("number *: 1\nreason"), "what is required has a star: {}", form.text());
    scene.moderator.submits(&form, &[("reason", "Late twice")]).await.unwrap();
    assert_eq!(scene.town.number("SELECT count(*) FROM cases WHERE reason = 'Late twice'").await, 1);

    let ban: [(&str, Given); 3] =
        [("user", (&scene.bob).into()), ("reason", "Spam".into()), ("duration", "5 bananas".into())];
    let unread = scene.slash(&scene.moderator, "ban", &ban).await;
    let form = scene.town.click(&scene.moderator, &unread, "Correct").await;
    scene.moderator.submits(&form, &[("duration", "")]).await.unwrap();
    scene.town.settled().await;
    assert_eq!(scene.town.number("SELECT count(*) FROM cases WHERE kind = 'ban'").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_no_typing_changes_has_no_button_and_after_a_quarter_of_an_hour_nothing_is_left() {
    let scene = Scene::new().await;
    let above = [("member", (&scene.manager).into()), ("duration", "1h".into()), ("reason", "No.".into())];
    let above = scene.slash(&scene.moderator, "timeout", &above).await;
    assert!(scene.moderator.clicks(&above, "Correct").await.is_err(), "{}", above.text());
    let bare = scene.slash(&scene.helper, "case list", &[]).await;
    assert!(scene.helper.clicks(&bare, "Correct").await.is_err());

    let refused = scene.slash(&scene.helper, "poll create", &given(&POLL)).await;
    scene.town.pass(HOUR).await;

    let late = scene.helper.clicks(&refused, "Correct").await.unwrap();
    assert_eq!(late.text(), "What you typed isn’t kept anymore. Use the command again.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_lost_a_right_meanwhile_corrects_nothing() {
    let scene = Scene::new().await;
    let options = [("member", (&scene.bob).into()), ("duration", "31.11".into()), ("reason", "Spam.".into())];
    let refused = scene.slash(&scene.moderator, "timeout", &options).await;
    let form = scene.town.click(&scene.moderator, &refused, "Correct").await;
    scene.town.guild.set_roles(&scene.moderator, &[]);

    let corrected = scene.moderator.submits(&form, &[("duration", "1h")]).await.unwrap();

    assert!(corrected.text().starts_with("Only moderators and managers can do this"), "{}", corrected.text());
    assert_eq!(scene.town.guild.timed_out_until(&scene.bob), None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_was_refused_opens_as_it_was_sent_also_after_a_restart() {
    let mut scene = Scene::new().await;
    let form = scene.manager.slash(scene.town.general, "rule add", &[]).await.unwrap();
    let refused = scene.manager.submits(&form, &[("title", " "), ("text", "No insults.")]).await.unwrap();
    insta::assert_snapshot!(refused.text(), @"
    A rule needs a title in the language you write it in. Give `title` too.
    What you typed
    No insults.
    [Correct]
    ");
    scene.town.restart().await;

    let form = scene.town.click(&scene.manager, &refused, "Correct").await;

    insta::assert_snapshot!(form.text(), @"
    Form: A new rule
    Title *:
    Text: No insults.
    ");
    let added = scene.manager.submits(&form, &[("title", "Be kind")]).await.unwrap();
    assert!(added.text().starts_with("Rule 1 is added."), "{}", added.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_typed_into_a_form_comes_back_where_the_database_takes_nothing() {
    let scene = Scene::in_town(Town::with(|config| config.database.busy_timeout_ms = 200).await).await;
    let form = scene.manager.slash(scene.town.general, "rule add", &[]).await.unwrap();
    scene.town.settled().await;
    let file = SqliteConnectOptions::new().filename(scene.town.folder().join("steward.db"));
    let mut outsider = file.connect().await.unwrap();
    let lock = outsider.begin_with("BEGIN IMMEDIATE").await.unwrap();

    let refused = scene.manager.submits(&form, &[("title", "Be kind"), ("text", "No insults.")]).await.unwrap();
    lock.rollback().await.unwrap();

    assert!(refused.text().contains("nothing was done"), "{}", refused.text());
    assert!(refused.text().ends_with("What you typed\nBe kind\nNo insults."), "{}", refused.text());
    scene.town.settled().await;
    assert_eq!(scene.town.number("SELECT count(*) FROM drafts").await, 0);
}
