//! Polls that are changed after they were published, remind people, come again, and stand elsewhere.

use insta::assert_snapshot;
use steward::sandbox::Given;

use super::{DAY, HOUR, MINUTE, SECOND, scene};

fn text(name: &'static str, value: &str) -> (&'static str, Given) {
    (name, value.to_owned().into())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn before_anybody_votes_a_poll_changes_in_place_and_whoever_asked_is_told() {
    let scene = scene().await;
    let card = scene.open(&[]).await;
    let given = [text("question", "Which day?"), text("options", "Monday; Tuesday"), text("quorum", "3")];
    let done = scene.command(&scene.manager, "poll edit", &given).await;
    assert!(done.ephemeral);
    assert_snapshot!(done.text(), @"
    Poll #1 is changed. Its card in #general shows it:
    Question: Which evening? → Which day?
    Options: Friday; Saturday; Neither → Monday; Tuesday
    Quorum: none → 3 people
    ");
    assert_snapshot!(scene.now(&card).text(), @"
    **Which day?**

    1. Monday
    2. Tuesday

    Choose one; you can change or withdraw your vote until the poll closes.
    Closes Thursday, 19 November 2026 09:00 (in 2 days)
    Counts only if at least 3 people vote.
    Everyone can see how you voted.
    Nobody has voted yet · Poll #1 · Edited
    [Monday] [Tuesday]
    [My vote] [Results]
    ");
    assert_eq!(scene.all().len(), 1, "the card is edited in its place");
    let told: Vec<String> = scene.town.sandbox.dms(&scene.helper).iter().map(|dm| dm.text().to_owned()).collect();
    assert_snapshot!(told.join("\n"), @"
    @magnus changed your poll #1, “Which day?”, in #general:
    Question: Which evening? → Which day?
    Options: Friday; Saturday; Neither → Monday; Tuesday
    Quorum: none → 3 people
    ");
    // Whoever asked changes it themselves, and needs no telling.
    scene.command(&scene.helper, "poll edit", &[text("quorum", "none")]).await;
    assert_eq!(scene.town.sandbox.dms(&scene.helper).len(), 1);
    assert!(!scene.now(&card).text().contains("Counts only"), "{}", scene.now(&card).text());
    let recorded = scene.town.number("SELECT count(*) FROM audit WHERE action = 'poll.edit'").await;
    assert_eq!(recorded, 2);
    scene.press(&scene.ana, &scene.now(&card), "Tuesday").await;
    scene.town.pass(3 * DAY).await;
    assert!(scene.last().text().contains("**Tuesday** has won."), "{}", scene.last().text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn once_people_have_voted_the_options_stay_and_a_new_question_is_previewed() {
    let scene = scene().await;
    let card = scene.open(&[]).await;
    scene.press(&scene.ana, &card, "Friday").await;
    let refused = scene.command(&scene.helper, "poll edit", &[text("options", "Monday; Tuesday")]).await;
    assert_snapshot!(refused.text(), @"
    People have voted, so the options, how many one can choose and how many win stay as they are. You can still change the question, who can vote, the quorum, the close, the reminder and the series. For other options, use `/poll close` and then `/poll create`.
    [Correct]
    ");
    let preview = scene.command(&scene.helper, "poll edit", &[text("question", "Which evening suits you?")]).await;
    assert_snapshot!(preview.text(), @"
    People have voted in poll #1 in #general. Nothing was changed yet. **Publish** changes the card for everyone:
    The card and the result will also show the question that people voted on.
    Question: Which evening? → Which evening suits you?
    [Publish] [Cancel]
    ");
    assert!(scene.now(&card).text().contains("**Which evening?**"), "nothing has changed yet");
    let done = scene.town.click(&scene.helper, &preview, "Publish").await;
    assert_snapshot!(done.text(), @"
    Poll #1 is changed. Its card in #general shows it:
    Question: Which evening? → Which evening suits you?
    ");
    scene.town.pass(SECOND).await;
    assert_snapshot!(scene.now(&card).text(), @"
    **Which evening suits you?**

    `██████████ 1 of 1` Friday
    `░░░░░░░░░░ 0 of 1` Saturday
    `░░░░░░░░░░ 0 of 1` Neither

    Choose one; you can change or withdraw your vote until the poll closes.
    Closes Thursday, 19 November 2026 09:00 (in 2 days)
    When the first people voted, the question was “Which evening?”.
    Everyone can see how you voted.
    1 person voted · Poll #1 · Edited
    [Friday] [Saturday] [Neither]
    [My vote] [Results]
    ");
    let again = scene.helper.presses_custom_id(scene.town.general, &preview, "polls:save:1:2").await;
    assert_snapshot!(again.text(), @"This preview is gone. It’s kept for a day, for the person who made it. Use `/poll edit` again.");
    // What surprises nobody is done at once.
    let done = scene.command(&scene.helper, "poll edit", &[text("closes", "in 1 day"), text("remind", "1 h")]).await;
    assert_snapshot!(done.text(), @"
    Poll #1 is changed. Its card in #general shows it:
    Closes: 19 November 2026 09:00 → 17 November 2026 09:00
    Reminder: none → 1 h before the close
    ");
    scene.town.pass(DAY).await;
    let result = scene.last();
    assert!(result.text().contains("the question was “Which evening?”"), "{}", result.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_that_is_cancelled_or_refused_changes_nothing() {
    let scene = scene().await;
    let card = scene.open(&[]).await;
    scene.press(&scene.ana, &card, "Friday").await;
    let preview = scene.command(&scene.helper, "poll edit", &[text("quorum", "5")]).await;
    let dropped = scene.town.click(&scene.helper, &preview, "Cancel").await;
    assert_snapshot!(dropped.text(), @"Nothing was changed.");
    let nothing = scene.command(&scene.helper, "poll edit", &[]).await;
    assert_snapshot!(nothing.text(), @"
    Nothing would change. Say what to change, for example with the option `question` or `quorum`.
    [Correct]
    ");
    let other = scene.town.helper("hugo");
    let refused = scene.command(&other, "poll edit", &[text("quorum", "5")]).await;
    assert!(refused.text().contains("moderators"), "{}", refused.text());
    for wrong in
        [text("remind", "soon"), text("quorum", "many"), text("starts", "in 1 hour"), text("closes", "in 40 days")]
    {
        let refused = scene.command(&scene.helper, "poll edit", &[wrong]).await;
        assert_eq!(refused.labels(), ["Correct"], "{}", refused.text());
    }
    assert!(!scene.now(&card).text().contains("Edited"), "{}", scene.now(&card).text());
    scene.town.pass(4 * DAY).await;
    let closed = scene.command(&scene.helper, "poll edit", &[text("poll", "1"), text("question", "Why?")]).await;
    assert!(closed.text().contains("is closed already"), "{}", closed.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poll_that_is_not_open_yet_opens_as_it_was_changed() {
    let scene = scene().await;
    let preview = scene.preview(&[text("starts", "in 1 hour"), text("closes", "in 3 hours")]).await;
    scene.town.click(&scene.helper, &preview, "Publish").await;
    let given = [text("starts", "in 5 hours"), text("options", "Monday; Tuesday"), text("max", "2")];
    let given: Vec<_> =
        given.into_iter().map(|(name, value)| if name == "max" { (name, 2.into()) } else { (name, value) }).collect();
    let done = scene.command(&scene.helper, "poll edit", &given).await;
    assert_snapshot!(done.text(), @"
    Poll #1 is changed before it opens in #general:
    Options: Friday; Saturday; Neither → Monday; Tuesday
    How many one can choose: exactly 1 → up to 2
    Opens: 16 November 2026 10:00 → 16 November 2026 14:00
    Closes: 16 November 2026 12:00 → 16 November 2026 16:00
    ");
    scene.town.pass(2 * HOUR).await;
    assert_eq!(scene.all().len(), 0, "not at its first time");
    scene.town.pass(3 * HOUR).await;
    let card = scene.last();
    assert!(card.text().contains("[Monday] [Tuesday]") && !card.text().contains("Edited"), "{}", card.text());
    scene.town.pass(2 * HOUR).await;
    assert!(scene.last().text().starts_with("Result of poll #1"), "the close moved along: {}", scene.last().text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_can_vote_is_counted_again_when_it_is_changed() {
    let scene = scene().await;
    let core = scene.town.guild.role("Core", 0);
    for person in [&scene.ana, &scene.bob] {
        scene.town.guild.set_roles(person, &[core]);
    }
    scene.town.settled().await;
    let card = scene.open(&[text("quorum", "50 %")]).await;
    scene.press(&scene.ana, &card, "Friday").await;
    let preview = scene.command(&scene.helper, "poll edit", &[("voters", core.into())]).await;
    assert_snapshot!(preview.text(), @"
    People have voted in poll #1 in #general. Nothing was changed yet. **Publish** changes the card for everyone:
    Votes that are there stay, also those of people who couldn’t vote after the change.
    Who can vote: everyone → @Core
    [Publish] [Cancel]
    ");
    scene.town.click(&scene.helper, &preview, "Publish").await;
    scene.town.pass(MINUTE).await;
    let refused = scene.press(&scene.eve, &card, "Friday").await;
    assert!(refused.text().contains("This poll is for @Core"), "{}", refused.text());
    let results = scene.command(&scene.helper, "poll results", &[]).await;
    assert!(results.text().contains("1 of 2 who could vote did."), "{}", results.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_are_reminded_once_under_the_card() {
    let mut scene = scene().await;
    let players = scene.town.guild.role("Players", 0);
    scene.town.guild.make_mentionable(players);
    scene.town.settled().await;
    let given = [text("closes", "in 5 hours"), text("remind", "1 h"), ("ping", players.into())];
    let card = scene.open(&given).await;
    scene.town.pass(3 * HOUR).await;
    assert_eq!(scene.all().len(), 1);
    scene.town.be_off_for(HOUR).await;
    scene.town.pass(MINUTE).await;
    let reminder = scene.last();
    assert_snapshot!(reminder.text(), @"@Players Poll #1, “Which evening?”, closes in 58 minutes (16 November 2026 14:00). You can vote on the card above.");
    assert_eq!(reminder.replies_to, card.id);
    // Put off after it, the poll closes later and reminds nobody again.
    scene.command(&scene.helper, "poll extend", &[text("closes", "in 5 hours")]).await;
    scene.town.pass(4 * HOUR + 30 * MINUTE).await;
    assert_eq!(scene.all().len(), 2);
    let early = scene.preview(&[text("closes", "in 1 hour"), text("remind", "2 h")]).await;
    assert_snapshot!(early.text(), @"
    The reminder would come before the poll opens, or at a time that has gone by. Choose a shorter `remind`, or a later close.
    [Correct]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poll_comes_again_until_its_series_is_ended() {
    let scene = scene().await;
    let image = Given::File { name: "friday.png".into(), bytes: b"\x89PNG\r\n\x1a\n\0\0".to_vec() };
    let given = [text("repeat", "weekly"), text("closes", "in 2 days"), ("image1", image)];
    let preview = scene.preview(&given).await;
    assert_snapshot!(preview.text(), @"
    This is only the preview: nothing is asked before you press **Publish**. The poll will stand in #general.
    It repeats every week. The next ones open 23 November 2026 09:00 and 30 November 2026 09:00. `/poll edit` with `repeat: never` ends the series.
    The images appear under the card, numbered like the options.
    **Which evening?**

    1. Friday
    2. Saturday
    3. Neither

    Choose one; you can change or withdraw your vote until the poll closes.
    Closes Wednesday, 18 November 2026 09:00 (in 2 days)
    This poll repeats every week.
    Everyone can see how you voted.
    (Who may vote: everyone, unless you choose roles)
    [Publish] [Edit options] [Who may vote] [Cancel]
    ");
    scene.town.click(&scene.helper, &preview, "Publish").await;
    scene.town.pass(SECOND).await;
    assert!(scene.last().text().contains("This poll repeats every week."), "{}", scene.last().text());
    scene.town.pass(2 * DAY).await;
    assert!(scene.last().text().starts_with("Result of poll #1"), "{}", scene.last().text());
    scene.town.pass(5 * DAY).await;
    let second = scene.last();
    assert!(second.text().contains("Poll #2"), "{}", second.text());
    assert_eq!(second.files.len(), 1, "its image comes again");
    let closed = scene.command(&scene.helper, "poll close", &[]).await;
    assert_snapshot!(closed.text(), @"
    Poll #2 is closed, and its result stands in #general.
    The next poll of this series opens 30 November 2026 09:00. `/poll edit` with `repeat: never` ends the series.
    ");
    let ended = scene.command(&scene.helper, "poll edit", &[text("poll", "3"), text("repeat", "never")]).await;
    assert_snapshot!(ended.text(), @"
    Poll #3 is changed before it opens in #general:
    Series: repeats every week → doesn’t repeat
    ");
    scene.town.pass(7 * DAY).await;
    assert!(scene.last().text().contains("Poll #3"), "{}", scene.last().text());
    let before = scene.all().len();
    scene.town.pass(14 * DAY).await;
    assert_eq!(scene.all().len(), before + 1, "only its result follows");
    let longer = scene.preview(&[text("repeat", "daily"), text("closes", "in 2 days")]).await;
    assert_snapshot!(longer.text(), @"
    The next poll of this series would open before this one closes. Choose a close at most 24 h after the opening, or another `repeat`.
    [Correct]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn closing_one_of_discords_own_by_hand_leaves_the_rest_of_its_series_as_it_is() {
    let scene = scene().await;
    scene.open(&[text("kind", "native"), text("repeat", "weekly"), text("closes", "in 2 days")]).await;
    let closed = scene.command(&scene.helper, "poll close", &[]).await;
    assert!(closed.text().contains("opens 23 November 2026 09:00"), "{}", closed.text());
    // Discord still counts.
    scene.command(&scene.helper, "poll close", &[text("poll", "1")]).await;
    scene.town.pass(MINUTE).await;
    assert_eq!(scene.town.number("SELECT count(*) FROM polls").await, 2, "the next one is planned once");
    let length = scene.town.number("SELECT (closes_at - starts_at) / 60000 FROM polls WHERE number = 2").await;
    assert!((2 * 24 * 60 - 2..=2 * 24 * 60).contains(&length), "{length}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_of_a_series_that_opens_earlier_is_asked_once() {
    let scene = scene().await;
    let given = [text("repeat", "weekly"), text("starts", "in 2 days"), text("closes", "in 3 days")];
    let preview = scene.preview(&given).await;
    scene.town.click(&scene.helper, &preview, "Publish").await;
    scene.command(&scene.helper, "poll edit", &[text("poll", "1"), text("starts", "in 6 hours")]).await;
    scene.town.pass(5 * DAY).await;
    assert_eq!(scene.all().len(), 2, "one card and its result");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_series_ends_with_the_rights_of_whoever_asked() {
    let scene = scene().await;
    scene.open(&[text("repeat", "daily"), text("closes", "in 1 hour")]).await;
    scene.town.guild.set_roles(&scene.helper, &[]);
    scene.town.settled().await;
    scene.town.pass(4 * DAY).await;
    assert_eq!(scene.all().len(), 2, "the first poll and its result");
    assert_eq!(scene.town.number("SELECT count(*) FROM polls").await, 2, "one that was called off, and none after it");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poll_is_posted_in_the_channel_that_was_chosen() {
    let scene = scene().await;
    let cafe = scene.town.guild.channel("cafe");
    scene.town.settled().await;
    let preview = scene.preview(&[("channel", cafe.into())]).await;
    assert!(preview.text().contains("The poll will stand in #cafe."), "{}", preview.text());
    scene.town.click(&scene.helper, &preview, "Publish").await;
    scene.town.pass(SECOND).await;
    assert_eq!(scene.all().len(), 0);
    assert_eq!(scene.town.sandbox.messages(cafe, &scene.town.guild.owner()).len(), 1);
    let hidden = scene.town.guild.private_channel("den", &[]);
    scene.town.settled().await;
    let refused = scene.preview(&[("channel", hidden.into())]).await;
    assert!(refused.text().contains("see"), "{}", refused.text());
    assert_eq!(scene.town.sandbox.messages(hidden, &scene.town.guild.owner()).len(), 0);
}
