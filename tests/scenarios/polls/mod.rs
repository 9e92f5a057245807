//! Polls: from the preview to the result, a story for each sentence.

mod cards;
mod digest;
mod edit;
mod limits;
pub mod secret;
mod words;

use std::time::Duration;

use insta::assert_snapshot;
use steward::sandbox::{Answer, AnswerKind, Given, Overwrite, Person, Shown, rights};

use crate::support::town::Town;

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(86_400);

/// A helper who asks, people who vote, and a manager.
struct Scene {
    town: Town,
    helper: Person,
    manager: Person,
    ana: Person,
    bob: Person,
    eve: Person,
}

async fn scene() -> Scene {
    let town = Town::new().await;
    let managers = town.guild.role("Managers", rights::MANAGE_GUILD | rights::MANAGE_MESSAGES);
    let manager = town.guild.person("magnus", &[managers]);
    let (helper, ana) = (town.helper("hedda"), town.member("ana"));
    let (bob, eve) = (town.member("bob"), town.member("eve"));
    Scene { town, helper, manager, ana, bob, eve }
}

impl Scene {
    /// The preview of a poll about evenings, unless something else is given.
    async fn preview(&self, given: &[(&str, Given)]) -> Answer {
        let is_given = |wanted: &str| given.iter().any(|(name, _)| *name == wanted);
        let is_rating = given.iter().any(|(_, value)| matches!(value, Given::Text(text) if text == "rating"));
        let mut all: Vec<(&str, Given)> = Vec::new();
        if !is_given("question") {
            all.push(("question", "Which evening?".into()));
        }
        if !is_given("options") && !is_rating {
            all.push(("options", "Friday; Saturday; Neither".into()));
        }
        all.extend(given.iter().cloned());
        self.town.slash(&self.helper, "poll create", &all).await
    }

    /// The same, published: its card.
    async fn open(&self, given: &[(&str, Given)]) -> Shown {
        let preview = self.preview(given).await;
        assert!(preview.ephemeral, "{}", preview.text());
        self.town.click(&self.helper, &preview, "Publish").await;
        self.town.pass(SECOND).await;
        self.last()
    }

    /// What stands in the channel last.
    fn last(&self) -> Shown {
        self.all().pop().expect("a message")
    }

    /// What everyone sees there: the owner neither asks nor votes.
    fn all(&self) -> Vec<Shown> {
        self.town.sandbox.messages(self.town.general, &self.town.guild.owner())
    }

    /// The same card as it is now.
    fn now(&self, card: &Shown) -> Shown {
        self.all().into_iter().find(|shown| shown.id == card.id).expect("the card")
    }

    async fn press(&self, by: &Person, card: &Shown, label: &str) -> Answer {
        let answer = by.clicks(card.id.expect("an id"), label).await.unwrap();
        self.town.settled().await;
        answer
    }

    async fn choose(&self, by: &Person, on: &Answer, menu: &str, values: &[&str]) -> Answer {
        let values: Vec<Given> = values.iter().map(|value| (*value).into()).collect();
        let answer = by.chooses(on, menu, &values).await.unwrap();
        self.town.settled().await;
        answer
    }

    async fn command(&self, by: &Person, words: &str, given: &[(&str, Given)]) -> Answer {
        let answer = self.town.slash(by, words, given).await;
        self.town.pass(SECOND).await;
        answer
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poll_goes_from_its_preview_to_one_result() {
    let scene = scene().await;
    let preview = scene.preview(&[]).await;
    assert_snapshot!(preview.text(), @"
    This is only the preview: nothing is asked before you press **Publish**. The poll will stand in #general.
    **Which evening?**

    1. Friday
    2. Saturday
    3. Neither

    Choose one; you can change or withdraw your vote until the poll closes.
    Closes Thursday, 19 November 2026 09:00 (in 3 days)
    Everyone can see how you voted.
    (Who may vote: everyone, unless you choose roles)
    [Publish] [Edit options] [Who may vote] [Cancel]
    ");
    assert_eq!(scene.all().len(), 0, "nobody else sees anything yet");

    let published = scene.town.click(&scene.helper, &preview, "Publish").await;
    assert_snapshot!(published.text(), @"Poll #1 is open in #general.");
    let card = scene.last();
    assert_snapshot!(card.text(), @"
    **Which evening?**

    1. Friday
    2. Saturday
    3. Neither

    Choose one; you can change or withdraw your vote until the poll closes.
    Closes Thursday, 19 November 2026 09:00 (in 3 days)
    Everyone can see how you voted.
    Nobody has voted yet · Poll #1
    [Friday] [Saturday] [Neither]
    [My vote] [Results]
    ");

    let voted = scene.press(&scene.ana, &card, "Friday").await;
    assert!(voted.ephemeral);
    assert_snapshot!(voted.text(), @"
    You voted for:
    **Friday**
    Everyone can see how you voted.
    So far
    `██████████ 1 of 1` Friday
    `░░░░░░░░░░ 0 of 1` Saturday
    `░░░░░░░░░░ 0 of 1` Neither
    1 person voted
    [Withdraw vote]
    ");
    scene.press(&scene.bob, &card, "Friday").await;
    scene.press(&scene.eve, &card, "Neither").await;
    scene.town.pass(3 * SECOND).await;
    assert_snapshot!(scene.now(&card).text(), @"
    **Which evening?**

    `██████▌░░░ 2 of 3` Friday
    `░░░░░░░░░░ 0 of 3` Saturday
    `███▌░░░░░░ 1 of 3` Neither

    Choose one; you can change or withdraw your vote until the poll closes.
    Closes Thursday, 19 November 2026 09:00 (in 2 days)
    Everyone can see how you voted.
    3 people voted · Poll #1
    [Friday] [Saturday] [Neither]
    [My vote] [Results]
    ");

    scene.town.pass(3 * DAY).await;
    assert_snapshot!(scene.now(&card).text(), @"
    **Which evening?**

    1. Friday
    2. Saturday
    3. Neither

    Everyone can see how you voted.
    Closed · 3 people voted · Poll #1
    ");
    let result = scene.last();
    assert_snapshot!(result.text(), @"
    Result of poll #1
    **Which evening?**

    **Friday** has won.

    `██████▌░░░ 2 of 3` **Friday**
    `░░░░░░░░░░ 0 of 3` Saturday
    `███▌░░░░░░ 1 of 3` Neither

    3 people voted.
    Closed Thursday, 19 November 2026 09:00.
    The ballot is not secret: *Who voted for what* shows it to everyone here.
    (file poll-1.png)
    [Who voted for what]
    ");
    assert_eq!(scene.all().len(), 2);
    // Published once: the preview does it no more.
    let again = scene.helper.presses_custom_id(scene.town.general, &preview, "polls:publish:1:1").await;
    assert_snapshot!(again.text(), @"This preview is not there any more; they are kept for a day, for whoever made them. Use `/poll create` for a new one.");
    assert_eq!(scene.all().len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_vote_is_changed_and_withdrawn_until_the_close() {
    let scene = scene().await;
    let card = scene.open(&[]).await;
    scene.press(&scene.ana, &card, "Friday").await;
    let changed = scene.press(&scene.ana, &card, "Saturday").await;
    assert_snapshot!(changed.text(), @"
    You voted for:
    **Saturday**
    Everyone can see how you voted.
    So far
    `░░░░░░░░░░ 0 of 1` Friday
    `██████████ 1 of 1` Saturday
    `░░░░░░░░░░ 0 of 1` Neither
    1 person voted
    [Withdraw vote]
    ");
    let mine = scene.press(&scene.ana, &card, "My vote").await;
    assert_eq!(mine.text(), changed.text());
    let also_mine = scene.press(&scene.ana, &card, "My vote").await;
    let withdrawn = scene.town.click(&scene.ana, &mine, "Withdraw vote").await;
    assert_snapshot!(withdrawn.text(), @"Your vote on “Which evening?” is withdrawn. You can vote again until the poll closes.");
    assert_snapshot!(scene.town.click(&scene.ana, &also_mine, "Withdraw vote").await.text(), @"You have no vote in this poll that could be withdrawn.");
    assert_snapshot!(scene.press(&scene.ana, &card, "My vote").await.text(), @"
    You have not voted in this poll.
    So far
    Nobody has voted yet
    ");
    scene.press(&scene.ana, &card, "Neither").await;
    scene.town.pass(3 * DAY).await;
    assert_snapshot!(scene.last().text(), @"
    Result of poll #1
    **Which evening?**

    **Neither** has won.

    `░░░░░░░░░░ 0 of 1` Friday
    `░░░░░░░░░░ 0 of 1` Saturday
    `██████████ 1 of 1` **Neither**

    1 person voted.
    Closed Thursday, 19 November 2026 09:00.
    The ballot is not secret: *Who voted for what* shows it to everyone here.
    (file poll-1.png)
    [Who voted for what]
    ");
    // A card whose edit is still on its way has its buttons; they say what holds.
    let late = scene.ana.presses_custom_id(scene.town.general, card.id.unwrap(), "polls:vote:1:1:1").await;
    assert_snapshot!(late.text(), @"This poll closed 1 second ago, so votes no longer change. The result stands in the channel.");
    assert_snapshot!(scene.town.click(&scene.ana, &changed, "Withdraw vote").await.text(), @"This poll closed 1 second ago, so votes no longer change. The result stands in the channel.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_can_be_chosen_up_to_a_most_or_exactly_so_many() {
    let scene = scene().await;
    let card = scene.open(&[("max", 2.into())]).await;
    scene.press(&scene.ana, &card, "Saturday").await;
    assert_snapshot!(scene.press(&scene.ana, &card, "Friday").await.text(), @"
    You voted for:
    **Friday, Saturday**
    Everyone can see how you voted.
    So far
    `██████████ 1 of 1` Friday
    `██████████ 1 of 1` Saturday
    `░░░░░░░░░░ 0 of 1` Neither
    1 person voted
    [Withdraw vote]
    ");
    assert_snapshot!(scene.press(&scene.ana, &card, "Neither").await.text(), @"You can choose up to 2. Press one of those you chose to take it back first.");
    scene.press(&scene.ana, &card, "Friday").await;
    assert_snapshot!(scene.press(&scene.ana, &card, "Neither").await.text(), @"
    You voted for:
    **Saturday, Neither**
    Everyone can see how you voted.
    So far
    `░░░░░░░░░░ 0 of 1` Friday
    `██████████ 1 of 1` Saturday
    `██████████ 1 of 1` Neither
    1 person voted
    [Withdraw vote]
    ");
    scene.command(&scene.helper, "poll close", &[]).await;
    assert_snapshot!(scene.last().text(), @"
    Result of poll #1
    **Which evening?**

    Equal, so none of them has won: **Saturday**, **Neither**

    `░░░░░░░░░░ 0 of 1` Friday
    `██████████ 1 of 1` **Saturday**
    `██████████ 1 of 1` **Neither**

    1 person voted.
    Closed Monday, 16 November 2026 09:00 by the team.
    The ballot is not secret: *Who voted for what* shows it to everyone here.
    (file poll-1.png)
    [Who voted for what]
    ");

    let card = scene.open(&[("exactly", 2.into())]).await;
    assert_snapshot!(scene.press(&scene.ana, &card, "Friday").await.text(), @"
    You have chosen 1 of 2. Your vote counts once you have chosen 2. So far:
    **Friday**
    Everyone can see how you voted.
    So far
    Nobody has voted yet
    [Withdraw vote]
    ");
    scene.press(&scene.bob, &card, "Friday").await;
    assert_snapshot!(scene.press(&scene.bob, &card, "Saturday").await.text(), @"
    You voted for:
    **Friday, Saturday**
    Everyone can see how you voted.
    So far
    `██████████ 1 of 1` Friday
    `██████████ 1 of 1` Saturday
    `░░░░░░░░░░ 0 of 1` Neither
    1 person voted
    [Withdraw vote]
    ");
    scene.command(&scene.helper, "poll close", &[]).await;
    assert_snapshot!(scene.last().text(), @"
    Result of poll #2
    **Which evening?**

    Equal, so none of them has won: **Friday**, **Saturday**

    `██████████ 1 of 1` **Friday**
    `██████████ 1 of 1` **Saturday**
    `░░░░░░░░░░ 0 of 1` Neither

    1 person voted.
    Closed Monday, 16 November 2026 09:00 by the team.
    The ballot is not secret: *Who voted for what* shows it to everyone here.
    (file poll-2.png)
    [Who voted for what]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn options_are_ranked_one_after_the_other() {
    let scene = scene().await;
    let card = scene.open(&[("kind", "ranked".into())]).await;
    assert_eq!(card.labels(), ["Vote", "My vote", "Results"]);
    let first = scene.press(&scene.ana, &card, "Vote").await;
    assert_snapshot!(first.text(), @"
    **Which evening?**
    Choose your favourite. Each choice counts at once; you can stop whenever you like.
    Everyone can see how you voted.
    (Choice no. 1: Friday | Saturday | Neither)
    ");
    let second = scene.choose(&scene.ana, &first, "Choice no. 1", &["Neither"]).await;
    assert_snapshot!(second.text(), @"
    **Which evening?**
    Your ranking, which counts as it stands:
    1. Neither
    Everyone can see how you voted.
    (Choice no. 2: Friday | Saturday)
    [Start over] [Withdraw vote]
    ");
    let third = scene.choose(&scene.ana, &second, "Choice no. 2", &["Friday"]).await;
    let all = scene.choose(&scene.ana, &third, "Choice no. 3", &["Saturday"]).await;
    assert_snapshot!(all.text(), @"
    **Which evening?**
    Your ranking, which counts as it stands:
    1. Neither
    2. Friday
    3. Saturday
    Everyone can see how you voted.
    [Start over] [Withdraw vote]
    ");
    // Somebody stops after the first; somebody begins again.
    let bob = scene.press(&scene.bob, &card, "Vote").await;
    scene.choose(&scene.bob, &bob, "Choice no. 1", &["Friday"]).await;
    let eve = scene.press(&scene.eve, &card, "Vote").await;
    let eve = scene.choose(&scene.eve, &eve, "Choice no. 1", &["Friday"]).await;
    let again = scene.town.click(&scene.eve, &eve, "Start over").await;
    assert_snapshot!(again.text(), @"
    **Which evening?**
    Your ranking, which counts as it stands:
    1. Friday
    Everyone can see how you voted.
    (Choice no. 1: Friday | Saturday | Neither)
    [Start over] [Withdraw vote]
    ");
    let eve = scene.choose(&scene.eve, &again, "Choice no. 1", &["Saturday"]).await;
    scene.choose(&scene.eve, &eve, "Choice no. 2", &["Friday"]).await;
    for (name, first) in [("dan", "Saturday"), ("gus", "Friday")] {
        let person = scene.town.member(name);
        let ballot = scene.press(&person, &card, "Vote").await;
        scene.choose(&person, &ballot, "Choice no. 1", &[first]).await;
    }
    scene.town.pass(3 * DAY).await;
    assert_snapshot!(scene.last().text(), @"
    Result of poll #1
    **Which evening?**

    **Friday** has won the run-off after 2 rounds.

    First preferences:
    `████░░░░░░ 2 of 5` **Friday**
    `████░░░░░░ 2 of 5` Saturday
    `██░░░░░░░░ 1 of 5` Neither

    5 people voted.
    Closed Thursday, 19 November 2026 09:00.
    The ballot is not secret: *Who voted for what* shows it to everyone here.
    Run-off
    Round 1: Neither goes out with 1 ballot.
    Round 2: **Friday** wins with 3 of 5 ballots.
    (file poll-1.png)
    [Who voted for what]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rating_has_a_button_for_each_number() {
    let scene = scene().await;
    let card = scene.open(&[("kind", "rating".into()), ("question", "How was the AMA?".into())]).await;
    assert_snapshot!(card.text(), @"
    **How was the AMA?**

    From 1, the lowest, to 5, the highest; you can change or withdraw your vote until the poll closes.
    Closes Thursday, 19 November 2026 09:00 (in 2 days)
    Everyone can see how you voted.
    Nobody has voted yet · Poll #1
    [1] [2] [3] [4] [5]
    [My vote] [Results]
    ");
    for (person, number) in [(&scene.ana, "5"), (&scene.bob, "4"), (&scene.eve, "4")] {
        scene.press(person, &card, number).await;
    }
    scene.town.pass(3 * DAY).await;
    assert_snapshot!(scene.last().text(), @"
    Result of poll #1
    **How was the AMA?**

    **4.3 out of 5** on average; half gave 4 or more.

    `░░░░░░░░░░ 0 of 3` 1
    `░░░░░░░░░░ 0 of 3` 2
    `░░░░░░░░░░ 0 of 3` 3
    `██████▌░░░ 2 of 3` 4
    `███▌░░░░░░ 1 of 3` 5

    3 people voted.
    Closed Thursday, 19 November 2026 09:00.
    The ballot is not secret: *Who voted for what* shows it to everyone here.
    (file poll-1.png)
    [Who voted for what]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn more_options_than_buttons_make_a_menu() {
    let scene = scene().await;
    let options: Vec<String> = (1..=21).map(|number| format!("Option {number}")).collect();
    let card = scene.open(&[("options", options.join(";").as_str().into()), ("max", 2.into())]).await;
    assert_eq!(card.labels(), ["Vote", "My vote", "Results"]);
    let menu = scene.press(&scene.ana, &card, "Vote").await;
    assert!(menu.ephemeral);
    let voted = scene.choose(&scene.ana, &menu, "Choose up to 2", &["Option 21", "Option 3"]).await;
    assert_snapshot!(voted.text(), @"
    You voted for:
    **Option 3, Option 21**
    Everyone can see how you voted.
    So far
    `░░░░░░░░░░ 0 of 1` Option 1
    `░░░░░░░░░░ 0 of 1` Option 2
    `██████████ 1 of 1` Option 3
    `░░░░░░░░░░ 0 of 1` Option 4
    `░░░░░░░░░░ 0 of 1` Option 5
    `░░░░░░░░░░ 0 of 1` Option 6
    `░░░░░░░░░░ 0 of 1` Option 7
    `░░░░░░░░░░ 0 of 1` Option 8
    `░░░░░░░░░░ 0 of 1` Option 9
    `░░░░░░░░░░ 0 of 1` Option 10
    `░░░░░░░░░░ 0 of 1` Option 11
    `░░░░░░░░░░ 0 of 1` Option 12
    `░░░░░░░░░░ 0 of 1` Option 13
    `░░░░░░░░░░ 0 of 1` Option 14
    `░░░░░░░░░░ 0 of 1` Option 15
    `░░░░░░░░░░ 0 of 1` Option 16
    `░░░░░░░░░░ 0 of 1` Option 17
    `░░░░░░░░░░ 0 of 1` Option 18
    `░░░░░░░░░░ 0 of 1` Option 19
    `░░░░░░░░░░ 0 of 1` Option 20
    `██████████ 1 of 1` Option 21
    1 person voted
    [Withdraw vote]
    ");
    // Changing it shows what was chosen.
    let menu = scene.press(&scene.ana, &card, "Vote").await;
    scene.choose(&scene.ana, &menu, "Choose up to 2", &["Option 4"]).await;
    let wrong = scene.ana.chooses_raw(scene.town.general, &menu, "polls:choose:1:1", &["26"]).await;
    assert_snapshot!(wrong.text(), @"That option is not there any more. Press **Vote** again to see those that are.");
    let card = scene.open(&[("options", options[..20].join(";").as_str().into())]).await;
    assert_eq!(card.labels().len(), 22);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn results_are_hidden_until_one_has_voted() {
    let scene = scene().await;
    let card = scene.open(&[("results", "after_vote".into())]).await;
    scene.press(&scene.ana, &card, "Friday").await;
    scene.town.pass(3 * SECOND).await;
    assert_snapshot!(scene.now(&card).text(), @"
    **Which evening?**

    1. Friday
    2. Saturday
    3. Neither

    Choose one; you can change or withdraw your vote until the poll closes.
    Closes Thursday, 19 November 2026 09:00 (in 2 days)
    Results are shown to you once you have voted.
    Everyone can see how you voted.
    1 person voted · Poll #1
    [Friday] [Saturday] [Neither]
    [My vote] [Results]
    ");
    assert_snapshot!(scene.press(&scene.bob, &card, "Results").await.text(), @"Results are shown to those who have voted. Vote first; you can still change your vote afterwards.");
    assert_snapshot!(scene.command(&scene.manager, "poll results", &[]).await.text(), @"Results are shown to those who have voted. Vote first; you can still change your vote afterwards.");
    assert_snapshot!(scene.press(&scene.bob, &card, "Neither").await.text(), @"
    You voted for:
    **Neither**
    Everyone can see how you voted.
    So far
    `█████░░░░░ 1 of 2` Friday
    `░░░░░░░░░░ 0 of 2` Saturday
    `█████░░░░░ 1 of 2` Neither
    2 people voted
    [Withdraw vote]
    ");
    assert_snapshot!(scene.press(&scene.bob, &card, "Results").await.text(), @"
    Poll #1 so far
    **Which evening?**

    `█████░░░░░ 1 of 2` Friday
    `░░░░░░░░░░ 0 of 2` Saturday
    `█████░░░░░ 1 of 2` Neither

    2 people voted.
    [Who voted for what]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn results_are_hidden_from_everyone_until_the_close() {
    let scene = scene().await;
    let card = scene.open(&[("results", "after_close".into())]).await;
    let voted = scene.press(&scene.ana, &card, "Friday").await;
    assert_snapshot!(voted.text(), @"
    You voted for:
    **Friday**
    Everyone can see how you voted.
    [Withdraw vote]
    ");
    scene.town.pass(3 * SECOND).await;
    assert_snapshot!(scene.now(&card).text(), @"
    **Which evening?**

    1. Friday
    2. Saturday
    3. Neither

    Choose one; you can change or withdraw your vote until the poll closes.
    Closes Thursday, 19 November 2026 09:00 (in 2 days)
    Nobody sees results before the close.
    Everyone can see how you voted.
    1 person voted · Poll #1
    [Friday] [Saturday] [Neither]
    [My vote]
    ");
    assert_eq!(scene.now(&card).labels(), ["Friday", "Saturday", "Neither", "My vote"]);
    for words in ["poll results", "poll export"] {
        let answer = scene.command(&scene.manager, words, &[]).await;
        assert!(answer.text().contains("Nobody sees this before the poll closes"), "{}", answer.text());
    }
    scene.command(&scene.helper, "poll close", &[]).await;
    assert_snapshot!(scene.command(&scene.manager, "poll results", &[]).await.text(), @"
    Result of poll #1
    **Which evening?**

    **Friday** has won.

    `██████████ 1 of 1` **Friday**
    `░░░░░░░░░░ 0 of 1` Saturday
    `░░░░░░░░░░ 0 of 1` Neither

    1 person voted.
    Closed Monday, 16 November 2026 09:00 by the team.
    The ballot is not secret: *Who voted for what* shows it to everyone here.
    (file poll-1.png)
    [Who voted for what]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_those_who_hold_a_role_vote_and_the_turnout_is_told() {
    let scene = scene().await;
    let (core, testers) = (scene.town.guild.role("Core", 0), scene.town.guild.role("Testers", 0));
    scene.town.guild.set_roles(&scene.ana, &[core]);
    scene.town.guild.set_roles(&scene.bob, &[testers]);
    scene.town.settled().await;
    let preview = scene.preview(&[("voters", core.into()), ("quorum", "50%".into())]).await;
    let roles: [Given; 2] = [core.into(), testers.into()];
    let preview =
        scene.helper.chooses(&preview, "Who may vote: everyone, unless you choose roles", &roles).await.unwrap();
    assert_snapshot!(preview.text(), @"
    This is only the preview: nothing is asked before you press **Publish**. The poll will stand in #general.
    **Which evening?**

    1. Friday
    2. Saturday
    3. Neither

    Choose one; you can change or withdraw your vote until the poll closes.
    Closes Thursday, 19 November 2026 09:00 (in 3 days)
    For @Core, @Testers
    Counts only if at least 50 % of those who may vote do.
    Everyone can see how you voted.
    (Who may vote: everyone, unless you choose roles: @Core | @Testers)
    [Publish] [Edit options] [Who may vote] [Cancel]
    ");
    scene.town.click(&scene.helper, &preview, "Publish").await;
    scene.town.pass(SECOND).await;
    let card = scene.last();
    assert_snapshot!(scene.press(&scene.eve, &card, "Friday").await.text(), @"This poll is for @Core, @Testers. Whoever gives out roles here can tell you how to get one.");
    scene.press(&scene.bob, &card, "Friday").await;
    // Whoever loses the role votes no more; what they have voted stands.
    scene.town.guild.set_roles(&scene.bob, &[]);
    scene.town.settled().await;
    assert_snapshot!(scene.press(&scene.bob, &card, "Saturday").await.text(), @"This poll is for @Core, @Testers. Whoever gives out roles here can tell you how to get one.");
    scene.town.pass(3 * DAY).await;
    assert_snapshot!(scene.last().text(), @"
    Result of poll #1
    **Which evening?**

    **Friday** has won.

    `██████████ 1 of 1` **Friday**
    `░░░░░░░░░░ 0 of 1` Saturday
    `░░░░░░░░░░ 0 of 1` Neither

    1 of 2 who could vote did.
    The quorum of 50 % was reached.
    Closed Thursday, 19 November 2026 09:00.
    The ballot is not secret: *Who voted for what* shows it to everyone here.
    (file poll-1.png)
    [Who voted for what]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn options_are_typed_in_a_form_and_nothing_typed_is_lost() {
    let scene = scene().await;
    let form = scene.town.slash(&scene.helper, "poll create", &[("question", "Which evening?".into())]).await;
    assert_eq!(form.kind, AnswerKind::Form);
    let typed: Vec<String> = (1..=26).map(|number| format!("Option {number}")).collect();
    let preview = scene.helper.submits(&form, &[("options", &typed.join("\n"))]).await.unwrap();
    assert_snapshot!(preview.text(), @"
    These are 26 options, and a poll has at most 25. Leave some out, or ask in two polls.
    [Edit options] [Who may vote] [Cancel]
    ");
    let form = scene.town.click(&scene.helper, &preview, "Edit options").await;
    assert!(form.text().contains("Option 26"), "{}", form.text());
    let preview = scene.helper.submits(&form, &[("options", "Friday\n\n  Saturday \n")]).await.unwrap();
    assert_snapshot!(preview.text(), @"
    This is only the preview: nothing is asked before you press **Publish**. The poll will stand in #general.
    **Which evening?**

    1. Friday
    2. Saturday

    Choose one; you can change or withdraw your vote until the poll closes.
    Closes Thursday, 19 November 2026 09:00 (in 3 days)
    Everyone can see how you voted.
    (Who may vote: everyone, unless you choose roles)
    [Publish] [Edit options] [Who may vote] [Cancel]
    ");
    let cancelled = scene.town.click(&scene.helper, &preview, "Cancel").await;
    assert_snapshot!(cancelled.text(), @"Nothing was asked, and the preview is gone.");
    let late = scene.helper.presses_custom_id(scene.town.general, &preview, "polls:publish:1:1").await;
    assert_snapshot!(late.text(), @"This preview was canceled. Use `/poll create` for a new one.");
    assert_eq!(scene.all().len(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poll_opens_at_its_time_also_after_a_restart() {
    let mut scene = scene().await;
    let preview = scene.preview(&[("starts", "in 2h".into()), ("closes", "in 26h".into())]).await;
    let published = scene.town.click(&scene.helper, &preview, "Publish").await;
    assert_snapshot!(published.text(), @"Poll #1 opens Monday, 16 November 2026 11:00 (in 2 hours) in #general.");
    assert_eq!(scene.all().len(), 0);
    assert_snapshot!(scene.command(&scene.helper, "poll list", &[]).await.text(), @"
    Polls
    **#1** Which evening? · #general · opens in 2 hours
    ");
    scene.town.restart().await;
    scene.town.pass(2 * HOUR).await;
    let card = scene.last();
    scene.press(&scene.ana, &card, "Friday").await;
    scene.town.pass(DAY).await;
    assert_eq!(scene.all().len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_end_is_put_off_or_brought_forward_by_whoever_asked_or_a_moderator() {
    let scene = scene().await;
    let card = scene.open(&[]).await;
    let other = scene.town.helper("hugo");
    let refused = scene.command(&other, "poll extend", &[("closes", "in 5 days".into())]).await;
    assert_snapshot!(refused.text(), @"Only moderators and managers can do this. Someone who manages the server can give you a role with the permission “Time out members”.");
    let extended = scene.command(&scene.helper, "poll extend", &[("closes", "in 5 days".into())]).await;
    assert_snapshot!(extended.text(), @"Poll #1 closes Saturday, 21 November 2026 09:00 (in 5 days) instead of Thursday, 19 November 2026 09:00.");
    assert_snapshot!(scene.now(&card).text(), @"
    **Which evening?**

    1. Friday
    2. Saturday
    3. Neither

    Choose one; you can change or withdraw your vote until the poll closes.
    Closes Saturday, 21 November 2026 09:00 (in 4 days)
    Everyone can see how you voted.
    Nobody has voted yet · Poll #1
    [Friday] [Saturday] [Neither]
    [My vote] [Results]
    ");
    scene.town.pass(4 * DAY).await;
    assert_eq!(scene.all().len(), 1, "it is still open");
    let too_late = scene.command(&scene.helper, "poll extend", &[("closes", "in 40 days".into())]).await;
    assert_snapshot!(too_late.text(), @"
    A poll is open for at most 32 days. Choose a close no later than Friday, 18 December 2026 09:00.
    [Correct]
    ");
    scene.town.pass(DAY).await;
    assert_eq!(scene.all().len(), 2);
    assert_snapshot!(scene.command(&scene.helper, "poll extend", &[("closes", "in 5 days".into()), ("poll", "1".into())]).await.text(), @"
    Poll #1 is closed already. `/poll results` shows what came out.
    [Correct]
    ");
    assert_snapshot!(scene.command(&scene.helper, "poll close", &[]).await.text(), @"
    No poll is open in this channel. Name one in the option `poll`, or look at `/poll list`.
    [Correct]
    ");
    assert_snapshot!(scene.command(&scene.helper, "poll close", &[("poll", "#1".into())]).await.text(), @"
    Poll #1 is closed already. `/poll results` shows what came out.
    [Correct]
    ");
    assert_snapshot!(scene.command(&scene.helper, "poll close", &[("poll", "Which day?".into())]).await.text(), @"
    There is no poll “Which day?” here. Choose one of those that are offered, or look at `/poll list`.
    [Correct]
    ");
    let moderator = scene.town.moderator("mona");
    scene.open(&[]).await;
    let closed = scene.command(&moderator, "poll close", &[("poll", "Which evening?".into())]).await;
    assert_snapshot!(closed.text(), @"Poll #2 is closed, and its result stands in #general.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_poll_stands_in_a_list() {
    let scene = scene().await;
    assert_snapshot!(scene.command(&scene.helper, "poll list", &[]).await.text(), @"
    Polls
    No poll was asked here yet. `/poll create` asks the first one.
    ");
    for number in 1..=9 {
        scene.open(&[("question", format!("Question {number}?").as_str().into())]).await;
    }
    scene.command(&scene.helper, "poll close", &[("poll", "9".into())]).await;
    let first = scene.command(&scene.helper, "poll list", &[]).await;
    assert_snapshot!(first.text(), @"
    Polls
    **#8** Question 8? · #general · open, closes in 2 days
    **#7** Question 7? · #general · open, closes in 2 days
    **#6** Question 6? · #general · open, closes in 2 days
    **#5** Question 5? · #general · open, closes in 2 days
    **#4** Question 4? · #general · open, closes in 2 days
    **#3** Question 3? · #general · open, closes in 2 days
    **#2** Question 2? · #general · open, closes in 2 days
    **#1** Question 1? · #general · open, closes in 2 days
    Page 1 of 2
    [Previous (disabled)] [Next]
    ");
    assert_snapshot!(scene.town.click(&scene.helper, &first, "Next").await.text(), @"
    Polls
    **#9** Question 9? · #general · closed 2 seconds ago, nobody voted
    Page 2 of 2
    [Previous] [Next (disabled)]
    ");
    let offered = scene.helper.autocomplete(scene.town.general, "poll close", "poll", "7", &[]).await.unwrap();
    assert_eq!(offered.len(), 1, "{offered:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_voted_for_what_is_seen_when_it_may_be() {
    let scene = scene().await;
    let card = scene.open(&[("ballot", "named_after".into())]).await;
    scene.press(&scene.ana, &card, "Friday").await;
    scene.press(&scene.bob, &card, "Friday").await;
    let early = scene.command(&scene.manager, "poll results", &[]).await;
    assert!(!early.text().contains("Who voted for what"), "{}", early.text());
    scene.command(&scene.helper, "poll close", &[]).await;
    let results = scene.command(&scene.manager, "poll results", &[]).await;
    let who = scene.town.click(&scene.manager, &results, "Who voted for what").await;
    assert_snapshot!(who.text(), @"
    Who voted for what in poll #1
    **Friday** (2)
    @ana, @bob
    **Saturday** (0)
    **Neither** (0)
    ");
    let file = scene.command(&scene.manager, "poll export", &[]).await;
    assert_snapshot!(file.text(), @"
    The results of poll #1 as a table.
    (file poll-1.csv)
    (file poll-1-votes.csv)
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poll_is_asked_again_and_dates_are_found() {
    let scene = scene().await;
    scene.open(&[("kind", "ranked".into()), ("max", 2.into()), ("ballot", "secret".into())]).await;
    let preview = scene.command(&scene.helper, "poll repeat", &[]).await;
    assert_snapshot!(preview.text(), @"
    This is only the preview: nothing is asked before you press **Publish**. The poll will stand in #general.
    Once it is open it cannot be made less secret: nobody will be able to find out how somebody voted, and neither will you.
    **Which evening?**

    1. Friday
    2. Saturday
    3. Neither

    Put up to 2 options in order, your favourite first; you can change or withdraw your vote until the poll closes.
    Closes Thursday, 19 November 2026 09:00 (in 3 days)
    Nobody sees results before the close.
    Nobody in this server can see how you voted. While the poll is open, whoever runs the bot's computer could find out; at close that becomes impossible. If fewer than 5 people vote, no result is shown.
    (Who may vote: everyone, unless you choose roles)
    [Publish] [Edit options] [Who may vote] [Cancel]
    ");
    scene.town.click(&scene.helper, &preview, "Publish").await;
    scene.town.pass(SECOND).await;
    assert_eq!(scene.all().len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_date_is_no_choice() {
    let scene = scene().await;
    let given = [("question", "When do we play?".into()), ("options", "friday 19:00".into())];
    let refused = scene.command(&scene.helper, "poll dates", &given).await;
    assert!(refused.text().starts_with("There’s only one date"), "{}", refused.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_date_that_suits_most_becomes_an_event() {
    let scene = scene().await;
    let given = |options: &str| -> [(&str, Given); 2] {
        [("question", "When do we play?".into()), ("options", options.into())]
    };
    let wrong = scene.command(&scene.helper, "poll dates", &given("in 3 days; some day")).await;
    assert_snapshot!(wrong.text(), @"
    I cannot read “some day” as a time. Write it like `friday 19:00`, `in 2 hours` or `25.12 18:00`. Times are those of UTC, the zone of this server.
    [Correct]
    ");
    let alone = scene.command(&scene.helper, "poll dates", &given("in 3 days")).await;
    assert_snapshot!(alone.text(), @"
    There’s only one date, so there’s nothing to choose. Write at least two, with “;” between them.
    [Correct]
    ");
    let preview = scene.command(&scene.helper, "poll dates", &given("in 3 days; tomorrow at 18:00")).await;
    assert_snapshot!(preview.text(), @"
    This is only the preview: nothing is asked before you press **Publish**. The poll will stand in #general.
    When it closes, the date that suits most people becomes an event. Everyone on the server sees it.
    **When do we play?**

    1. Tuesday, 17 November 2026 18:00
    2. Thursday, 19 November 2026 09:00

    Choose as many as you like; you can change or withdraw your vote until the poll closes.
    Closes Tuesday, 17 November 2026 17:00 (in 1 day)
    Everyone can see how you voted.
    (Who may vote: everyone, unless you choose roles)
    [Publish] [Who may vote] [Cancel]
    ");
    scene.town.click(&scene.helper, &preview, "Publish").await;
    scene.town.pass(SECOND).await;
    let card = scene.last();
    let labels: Vec<String> = card.labels().iter().map(ToString::to_string).collect();
    scene.press(&scene.ana, &card, &labels[0]).await;
    scene.press(&scene.ana, &card, &labels[1]).await;
    scene.press(&scene.bob, &card, &labels[1]).await;
    scene.town.pass(2 * DAY).await;
    let written: Vec<String> = scene.all()[1..].iter().map(|shown| shown.text().to_owned()).collect();
    assert_snapshot!(written.join("\n---\n"), @"
    Result of poll #1
    **When do we play?**

    **Thursday, 19 November 2026 09:00** has won.

    `█████░░░░░ 1 of 2` Tuesday, 17 November 2026 18:00
    `██████████ 2 of 2` **Thursday, 19 November 2026 09:00**

    2 people voted.
    Closed Tuesday, 17 November 2026 17:00.
    The ballot is not secret: *Who voted for what* shows it to everyone here.
    (file poll-1.png)
    [Who voted for what]
    ---
    When do we play?
    **When:** Thursday, 19 November 2026 09:00 (in 23 hours), 1 h
    **Where:** To be announced
    **Going:** 0
    Event #1
    [Going] [Maybe] [Can't] [Remind me] [Calendar file]
    ");
    assert_snapshot!(scene.town.guild.events().join("\n"), @"
    When do we play?
    Thursday, 19 November 2026 09:00 to Thursday, 19 November 2026 10:00
    at To be announced, by Steward
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn discord_carries_out_a_poll_of_its_own() {
    let scene = scene().await;
    let refused = scene.preview(&[("kind", "native".into()), ("ballot", "secret".into())]).await;
    assert_snapshot!(refused.text(), @"
    In a poll of Discord’s own everyone sees who voted for what. Leave out `ballot`, or choose another `kind`.
    [Correct]
    ");
    let card = scene.open(&[("kind", "native".into()), ("closes", "in 1 day".into())]).await;
    assert_snapshot!(card.text(), @"
    Which evening?
    ○ Friday: 0
    ○ Saturday: 0
    ○ Neither: 0
    0 votes, ends in 23 hours
    ");
    scene.ana.votes_in_poll(card.id.unwrap(), "Friday").unwrap();
    scene.bob.votes_in_poll(card.id.unwrap(), "Friday").unwrap();
    assert_snapshot!(scene.command(&scene.helper, "poll results", &[]).await.text(), @"
    Poll #1 so far
    **Which evening?**

    Discord counts the votes of this poll. Its post in #general shows them, and the result is here once the count is final.
    ");
    scene.town.pass(DAY + MINUTE).await;
    assert_snapshot!(scene.command(&scene.helper, "poll results", &[]).await.text(), @"
    Result of poll #1
    **Which evening?**

    **Friday** has won.

    `██████████ 2 of 2` **Friday**
    `░░░░░░░░░░ 0 of 2` Saturday
    `░░░░░░░░░░ 0 of 2` Neither

    2 people voted.
    Closed Tuesday, 17 November 2026 09:00.
    (file poll-1.png)
    ");

    let card = scene.open(&[("kind", "native".into()), ("closes", "in 1 day".into())]).await;
    scene.ana.votes_in_poll(card.id.unwrap(), "Neither").unwrap();
    assert_snapshot!(scene.command(&scene.helper, "poll extend", &[("closes", "in 5 days".into())]).await.text(), @"
    Discord does not let the end of a poll of its own be moved. `/poll close` ends it now.
    [Correct]
    ");
    let closed = scene.command(&scene.helper, "poll close", &[]).await;
    assert_snapshot!(closed.text(), @"Discord ends poll #2 now and shows in #general how it ended; `/poll results` has it as soon as the count is final.");
    scene.town.pass(MINUTE).await;
    assert_snapshot!(scene.command(&scene.helper, "poll results", &[]).await.text(), @"
    Result of poll #2
    **Which evening?**

    **Neither** has won.

    `░░░░░░░░░░ 0 of 1` Friday
    `░░░░░░░░░░ 0 of 1` Saturday
    `██████████ 1 of 1` **Neither**

    1 person voted.
    Closed Tuesday, 17 November 2026 09:01.
    (file poll-2.png)
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_card_that_is_gone_is_posted_again_and_no_vote_is_lost() {
    let scene = scene().await;
    let card = scene.open(&[]).await;
    scene.press(&scene.ana, &card, "Friday").await;
    scene.town.guild.owner().deletes(card.id.unwrap()).unwrap();
    scene.town.settled().await;
    let list = scene.command(&scene.helper, "poll results", &[]).await;
    assert_snapshot!(list.text(), @"
    Poll #1 so far
    **Which evening?**

    `██████████ 1 of 1` Friday
    `░░░░░░░░░░ 0 of 1` Saturday
    `░░░░░░░░░░ 0 of 1` Neither

    1 person voted.
    [Who voted for what]
    [Post again]
    ");
    scene.town.click(&scene.helper, &list, "Post again").await;
    scene.town.pass(SECOND).await;
    let card = scene.last();
    scene.press(&scene.bob, &card, "Friday").await;
    scene.town.pass(3 * DAY).await;
    assert_snapshot!(scene.last().text(), @"
    Result of poll #1
    **Which evening?**

    **Friday** has won.

    `██████████ 2 of 2` **Friday**
    `░░░░░░░░░░ 0 of 2` Saturday
    `░░░░░░░░░░ 0 of 2` Neither

    2 people voted.
    Closed Thursday, 19 November 2026 09:00.
    The ballot is not secret: *Who voted for what* shows it to everyone here.
    (file poll-1.png)
    [Who voted for what]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_preview_says_what_the_bot_lacks_to_post_there() {
    let scene = scene().await;
    assert!(!scene.preview(&[]).await.text().contains("I can’t post"));
    let bot = scene.town.guild.bot_role().get();
    let overwrite = Overwrite { id: bot, of_member: false, allow: 0, deny: rights::EMBED_LINKS };
    scene.town.guild.set_overwrites(scene.town.general, &[overwrite]);
    scene.town.settled().await;
    let preview = scene.preview(&[]).await;
    assert!(preview.text().contains("I can’t post in #general yet"), "{}", preview.text());
    assert!(preview.text().contains("Embed Links"), "{}", preview.text());
}

/// Where nothing can be posted the presser is told, and the poll waits.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_card_that_cannot_be_posted_is_told_and_posted_again() {
    let scene = scene().await;
    let preview = scene.preview(&[]).await;
    scene.town.sandbox.faults().fail("POST /channels/*/messages", 1, 403, 50_013);
    let told = scene.town.click(&scene.helper, &preview, "Publish").await;
    assert_snapshot!(told.text(), @"
    Poll #1 is recorded, but its message does not stand in #general: I lack a permission there. Someone who manages the channel can let me view it, send messages, embed links and attach files; then press **Post again**.
    [Post again]
    ");
    let again = scene.town.click(&scene.helper, &told, "Post again").await;
    assert_snapshot!(again.text(), @"It is recorded and will stand in #general in a moment.");
    scene.town.pass(SECOND).await;
    scene.press(&scene.ana, &scene.last(), "Friday").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_role_is_called_once_and_the_preview_says_whom_that_reaches() {
    let scene = scene().await;
    let players = scene.town.guild.role("Players", 0);
    scene.town.guild.set_roles(&scene.ana, &[players]);
    scene.town.settled().await;
    let refused = scene.preview(&[("ping", players.into())]).await;
    assert_snapshot!(refused.text(), @"
    You may not call @Players in #general, so I do not do it for you. Choose another role or leave `ping` out; or whoever manages the server gives your role the permission “Mention @everyone, @here, and All Roles”, or lets anyone mention @Players (Server Settings → Roles).
    [Correct]
    ");
    scene.town.guild.make_mentionable(players);
    scene.town.settled().await;
    let preview = scene.preview(&[("ping", players.into())]).await;
    assert_snapshot!(preview.text(), @"
    This is only the preview: nothing is asked before you press **Publish**. The poll will stand in #general.
    @Players is called, which reaches 1 person.
    **Which evening?**

    1. Friday
    2. Saturday
    3. Neither

    Choose one; you can change or withdraw your vote until the poll closes.
    Closes Thursday, 19 November 2026 09:00 (in 3 days)
    Everyone can see how you voted.
    (Who may vote: everyone, unless you choose roles)
    [Publish] [Edit options] [Who may vote] [Cancel]
    ");
    scene.town.click(&scene.helper, &preview, "Publish").await;
    scene.town.pass(SECOND).await;
    assert_snapshot!(scene.last().text(), @"
    @Players
    **Which evening?**

    1. Friday
    2. Saturday
    3. Neither

    Choose one; you can change or withdraw your vote until the poll closes.
    Closes Thursday, 19 November 2026 09:00 (in 2 days)
    Everyone can see how you voted.
    Nobody has voted yet · Poll #1
    [Friday] [Saturday] [Neither]
    [My vote] [Results]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_asked_is_asked_for_their_right_again_at_every_press() {
    let scene = scene().await;
    let preview = scene.preview(&[]).await;
    let stranger = scene.manager.clicks(preview.id.unwrap(), "Publish").await;
    assert!(stranger.is_err(), "nobody else sees it");
    scene.town.guild.set_roles(&scene.helper, &[]);
    scene.town.settled().await;
    assert_snapshot!(scene.town.click(&scene.helper, &preview, "Publish").await.text(), @"Only helpers, moderators and managers can do this. Someone who manages the server can give you a role with the permission “Manage Messages”.");
    assert_eq!(scene.all().len(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poll_of_dates_closes_before_the_last_of_them() {
    let scene = scene().await;
    let given = |closes: &str| -> Vec<(&'static str, Given)> {
        vec![
            ("question", "When?".into()),
            ("options", "in 2 days; in 3 days".into()),
            ("closes", closes.to_owned().into()),
        ]
    };
    let refused = scene.command(&scene.helper, "poll dates", &given("in 4 days")).await;
    assert_snapshot!(refused.text(), @"
    The poll would close after its last date, Thursday, 19 November 2026 09:00. Choose an earlier `closes`.
    [Correct]
    ");
    let preview = scene.command(&scene.helper, "poll dates", &given("in 1 day")).await;
    scene.town.click(&scene.helper, &preview, "Publish").await;
    scene.town.pass(MINUTE).await;
    let refused = scene.command(&scene.helper, "poll extend", &[("closes", "in 5 days".into())]).await;
    assert!(refused.text().contains("after its last date"), "{}", refused.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poll_whose_whole_time_the_bot_missed_is_told_to_whoever_asked() {
    let mut scene = scene().await;
    let given: [(&str, Given); 2] = [("starts", "in 1 hour".into()), ("closes", "in 2 hours".into())];
    let preview = scene.preview(&given).await;
    scene.town.click(&scene.helper, &preview, "Publish").await;
    scene.town.be_off_for(DAY).await;
    scene.town.pass(MINUTE).await;
    let told: Vec<String> = scene.town.sandbox.dms(&scene.helper).iter().map(|dm| dm.text().to_owned()).collect();
    assert_snapshot!(told.join("\n"), @"Poll #1 by @hedda never opened in #general: I wasn’t running at its time. To hold it, use `/poll repeat` there.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_image_keeps_the_number_of_its_option() {
    let scene = scene().await;
    let image = || Given::File { name: "friday.png".into(), bytes: b"\x89PNG\r\n\x1a\n\0\0".to_vec() };
    let card = scene.open(&[("image1", image()), ("image3", image())]).await;
    let names: Vec<_> = card.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["1.png", "3.png"]);
    let refused = scene.preview(&[("options", "Friday; Saturday".into()), ("image3", image())]).await;
    assert_snapshot!(refused.text(), @"
    There are 3 images for 2 options, and each image is numbered like an option. Leave some images out.
    [Correct]
    ");
}
