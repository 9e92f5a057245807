//! Who may vote beyond roles, how many win, and of whom turnout and quorum are.

use insta::assert_snapshot;
use steward::sandbox::Given;

use super::{DAY, HOUR, MINUTE, SECOND, Scene, scene};

fn text(name: &'static str, value: &str) -> (&'static str, Given) {
    (name, value.to_owned().into())
}

/// A poll whose author has filled in *Who may vote*, open.
async fn limited(scene: &Scene, given: &[(&str, Given)], fields: &[(&str, &str)]) -> steward::sandbox::Shown {
    let preview = scene.preview(given).await;
    let form = scene.town.click(&scene.helper, &preview, "Who may vote").await;
    let preview = scene.helper.submits(&form, fields).await.unwrap();
    scene.town.click(&scene.helper, &preview, "Publish").await;
    scene.town.pass(SECOND).await;
    scene.last()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_too_new_is_told_why_and_from_when() {
    let scene = scene().await;
    scene.town.pass(2 * DAY).await;
    let preview = scene.preview(&[text("closes", "in 5 days")]).await;
    let form = scene.town.click(&scene.helper, &preview, "Who may vote").await;
    assert_snapshot!(form.text(), @"
    Form: Who may vote
    Days in this server; 0 for everyone: 0
    Days since the account was made; 0 for all: 0
    How many options win: 1
    ");
    let wrong =
        scene.helper.submits(&form, &[("min_age", "many"), ("account_age", "0"), ("seats", "1")]).await.unwrap();
    assert!(wrong.text().contains("isn’t a whole number"), "{}", wrong.text());
    let fields = [("min_age", "1"), ("account_age", "3"), ("seats", "1")];
    let preview = scene.helper.submits(&form, &fields).await.unwrap();
    assert_snapshot!(preview.text(), @"
    This is only the preview: nothing is asked before you press **Publish**. The poll will stand in #general.
    **Which evening?**

    1. Friday
    2. Saturday
    3. Neither

    Choose one; you can change or withdraw your vote until the poll closes.
    Closes Monday, 23 November 2026 09:00 (in 5 days)
    For people who joined this server at least 1 day ago.
    For accounts that are at least 3 days old.
    Everyone can see how you voted.
    (Who may vote: everyone, unless you choose roles)
    [Publish] [Edit options] [Who may vote] [Cancel]
    ");
    scene.town.click(&scene.helper, &preview, "Publish").await;
    scene.town.pass(SECOND).await;
    let card = scene.last();
    let voted = scene.press(&scene.ana, &card, "Friday").await;
    assert!(voted.text().contains("You voted for"), "{}", voted.text());
    let newcomer = scene.town.member("nora");
    let fresh = scene.town.guild.fresh_account("finn");
    scene.town.settled().await;
    let refused = scene.press(&newcomer, &card, "Friday").await;
    assert_snapshot!(refused.text(), @"This poll is for people who joined this server at least 1 day ago. You can vote from Thursday, 19 November 2026 09:00.");
    scene.town.pass(DAY + MINUTE).await;
    assert!(scene.press(&newcomer, &card, "Friday").await.text().contains("You voted for"));
    let refused = scene.press(&fresh, &card, "Friday").await;
    assert_snapshot!(refused.text(), @"This poll is for accounts that are at least 3 days old. You can vote from Saturday, 21 November 2026 08:00.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_was_not_there_at_the_opening_votes_and_counts_toward_no_quorum() {
    let scene = scene().await;
    let card = scene.open(&[text("quorum", "2"), text("closes", "in 5 hours")]).await;
    scene.town.pass(HOUR).await;
    let newcomer = scene.town.member("nora");
    scene.town.settled().await;
    scene.press(&scene.ana, &card, "Friday").await;
    scene.press(&newcomer, &card, "Saturday").await;
    let results = scene.command(&scene.helper, "poll results", &[]).await;
    assert_snapshot!(results.text(), @"
    Poll #1 so far
    **Which evening?**

    `█████░░░░░ 1 of 2` Friday
    `█████░░░░░ 1 of 2` Saturday
    `░░░░░░░░░░ 0 of 2` Neither

    1 of 6 who could vote did.
    1 person who couldn’t vote yet at the opening voted too. The vote counts, but not toward turnout and quorum.
    The quorum of 2 people has not been reached yet.
    [Who voted for what]
    ");
    scene.press(&scene.bob, &card, "Friday").await;
    scene.town.pass(4 * HOUR).await;
    let result = scene.last();
    assert!(result.text().contains("The quorum of 2 people was reached."), "{}", result.text());
    assert!(result.text().contains("1 person who couldn’t vote yet at the opening voted too."), "{}", result.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_was_not_there_at_the_opening_is_not_counted_after_a_change_either() {
    let scene = scene().await;
    let card = scene.open(&[text("quorum", "2"), text("closes", "in 5 hours")]).await;
    scene.town.pass(HOUR).await;
    scene.town.member("nora");
    scene.town.settled().await;
    scene.press(&scene.ana, &card, "Friday").await;
    let preview = scene.command(&scene.helper, "poll edit", &[text("quorum", "50 %")]).await;
    scene.town.click(&scene.helper, &preview, "Publish").await;
    scene.town.pass(MINUTE).await;
    let results = scene.command(&scene.helper, "poll results", &[]).await;
    assert!(results.text().contains("1 of 6 who could vote did."), "{}", results.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_so_many_win_and_what_is_tied_for_the_last_does_not() {
    let scene = scene().await;
    let given = [text("options", "Ada; Ben; Cleo; Dora"), text("kind", "multi"), text("closes", "in 1 hour")];
    let card = limited(&scene, &given, &[("seats", "2")]).await;
    assert!(card.text().contains("The 2 options with the most votes win."), "{}", card.text());
    for (person, options) in [(&scene.ana, ["Ada", "Ben"]), (&scene.bob, ["Ada", "Cleo"]), (&scene.eve, ["Ada", "Ben"])]
    {
        for option in options {
            scene.press(person, &card, option).await;
        }
    }
    scene.town.pass(HOUR).await;
    assert_snapshot!(scene.last().text(), @"
    Result of poll #1
    **Which evening?**

    Elected for 2 seats: **Ada**, **Ben**

    `██████████ 3 of 3` **Ada**
    `██████▌░░░ 2 of 3` **Ben**
    `███▌░░░░░░ 1 of 3` Cleo
    `░░░░░░░░░░ 0 of 3` Dora

    3 people voted.
    Closed Monday, 16 November 2026 10:00.
    The ballot is not secret: *Who voted for what* shows it to everyone here.
    (file poll-1.png)
    [Who voted for what]
    ");
    let card = limited(&scene, &given, &[("seats", "2")]).await;
    scene.press(&scene.ana, &card, "Ada").await;
    for option in ["Ada", "Ben", "Cleo"] {
        scene.press(&scene.bob, &card, option).await;
    }
    scene.town.pass(HOUR).await;
    let tied = scene.last();
    assert!(tied.text().contains("Tied for the last of 2 seats"), "{}", tied.text());
    let preview = scene.preview(&[]).await;
    let form = scene.town.click(&scene.helper, &preview, "Who may vote").await;
    let wrong = scene.helper.submits(&form, &[("seats", "3")]).await.unwrap();
    assert_snapshot!(wrong.text(), @"
    At most 2 of these options can win, so that there is something to choose. Choose a smaller number of winners, or add options.
    [Edit options] [Who may vote] [Cancel]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ranked_ballots_fill_several_seats_by_single_transferable_vote() {
    let scene = scene().await;
    let given = [text("options", "Ada; Ben; Cleo"), text("kind", "ranked"), text("closes", "in 1 hour")];
    let card = limited(&scene, &given, &[("seats", "2")]).await;
    for (person, order) in [(&scene.ana, ["1", "2"]), (&scene.bob, ["1", "2"]), (&scene.eve, ["3", "1"])] {
        let mut ballot = scene.press(person, &card, "Vote").await;
        for (rank, place) in (1..).zip(order) {
            ballot = scene.choose(person, &ballot, &format!("Choice no. {rank}"), &[place]).await;
        }
    }
    scene.town.pass(HOUR).await;
    assert_snapshot!(scene.last().text(), @"
    Result of poll #1
    **Which evening?**

    Elected for 2 seats: **Ada**, **Cleo**

    First preferences:
    `██████▌░░░ 2 of 3` **Ada**
    `░░░░░░░░░░ 0 of 3` Ben
    `███▌░░░░░░ 1 of 3` **Cleo**

    3 people voted.
    Closed Monday, 16 November 2026 10:00.
    The ballot is not secret: *Who voted for what* shows it to everyone here.
    Single transferable vote
    To be elected an option needs 2 ballots; what it has above that goes on to the next preferences.
    Stage 1: **Ada** is elected with 2.
    Stage 2: **Cleo** is elected with 1.
    (file poll-1.png)
    [Who voted for what]
    ");
    let export = scene.command(&scene.manager, "poll export", &[]).await;
    let names: Vec<_> = export.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["poll-1.csv", "poll-1-stages.csv", "poll-1-votes.csv"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn limits_of_a_poll_of_dates_and_of_a_published_one_are_options() {
    let scene = scene().await;
    let given = [text("question", "When?"), text("options", "in 2 days; in 3 days"), ("min_age", 30.into())];
    let preview = scene.command(&scene.helper, "poll dates", &given).await;
    assert!(preview.text().contains("joined this server at least 30 days ago"), "{}", preview.text());
    let form = scene.town.click(&scene.helper, &preview, "Who may vote").await;
    assert!(!form.text().contains("How many options win"), "{}", form.text());
    let card = scene.open(&[]).await;
    let given = [("seats", 2.into()), ("min_age", 1.into()), ("account_age", 2.into())];
    let done = scene.command(&scene.helper, "poll edit", &given).await;
    assert_snapshot!(done.text(), @"
    Poll #1 is changed. Its card in #general shows it:
    How many win: 1 → 2
    Time in this server: none → 1 day
    Age of the account: none → 2 days
    ");
    assert!(
        scene.now(&card).text().contains("For accounts that are at least 2 days old."),
        "{}",
        scene.now(&card).text()
    );
}
