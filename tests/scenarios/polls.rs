//! Polls: from the preview to the result, a story for each sentence.

use std::time::Duration;

use insta::assert_snapshot;
use steward::sandbox::{Answer, AnswerKind, Given, Person, Shown, rights};

use crate::support::town::Town;

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(86_400);
const WEEK: Duration = Duration::from_secs(7 * 86_400);

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

    fn all(&self) -> Vec<Shown> {
        self.town.sandbox.messages(self.town.general, &self.ana)
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
    assert_snapshot!(preview.text(), @"");
    assert_eq!(scene.all().len(), 0, "nobody else sees anything yet");

    let published = scene.town.click(&scene.helper, &preview, "Publish").await;
    assert_snapshot!(published.text(), @"");
    let card = scene.last();
    assert_snapshot!(card.text(), @"");

    let voted = scene.press(&scene.ana, &card, "Friday").await;
    assert!(voted.ephemeral);
    assert_snapshot!(voted.text(), @"");
    scene.press(&scene.bob, &card, "Friday").await;
    scene.press(&scene.eve, &card, "Neither").await;
    scene.town.pass(3 * SECOND).await;
    assert_snapshot!(scene.now(&card).text(), @"");

    scene.town.pass(3 * DAY).await;
    assert_snapshot!(scene.now(&card).text(), @"");
    let result = scene.last();
    assert_snapshot!(result.text(), @"");
    assert_eq!(scene.all().len(), 2);
    // Published once: the preview does it no more.
    let again = scene.town.click(&scene.helper, &preview, "Publish").await;
    assert_snapshot!(again.text(), @"");
    assert_eq!(scene.all().len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_vote_is_changed_and_withdrawn_until_the_close() {
    let scene = scene().await;
    let card = scene.open(&[]).await;
    scene.press(&scene.ana, &card, "Friday").await;
    let changed = scene.press(&scene.ana, &card, "Saturday").await;
    assert_snapshot!(changed.text(), @"");
    let mine = scene.press(&scene.ana, &card, "My vote").await;
    assert_eq!(mine.text(), changed.text());
    let withdrawn = scene.town.click(&scene.ana, &mine, "Withdraw vote").await;
    assert_snapshot!(withdrawn.text(), @"");
    assert_snapshot!(scene.town.click(&scene.ana, &mine, "Withdraw vote").await.text(), @"");
    assert_snapshot!(scene.press(&scene.ana, &card, "My vote").await.text(), @"");
    scene.press(&scene.ana, &card, "Neither").await;
    scene.town.pass(3 * DAY).await;
    assert_snapshot!(scene.last().text(), @"");
    // A card whose edit is still on its way has its buttons; they say what holds.
    let late = scene.ana.presses_custom_id(scene.town.general, card.id.unwrap(), "polls:vote:1:1:1").await;
    assert_snapshot!(late.text(), @"");
    assert_snapshot!(scene.town.click(&scene.ana, &changed, "Withdraw vote").await.text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_can_be_chosen_up_to_a_most_or_exactly_so_many() {
    let scene = scene().await;
    let card = scene.open(&[("max", 2.into())]).await;
    scene.press(&scene.ana, &card, "Saturday").await;
    assert_snapshot!(scene.press(&scene.ana, &card, "Friday").await.text(), @"");
    assert_snapshot!(scene.press(&scene.ana, &card, "Neither").await.text(), @"");
    scene.press(&scene.ana, &card, "Friday").await;
    assert_snapshot!(scene.press(&scene.ana, &card, "Neither").await.text(), @"");
    scene.command(&scene.helper, "poll close", &[]).await;
    assert_snapshot!(scene.last().text(), @"");

    let card = scene.open(&[("exactly", 2.into())]).await;
    assert_snapshot!(scene.press(&scene.ana, &card, "Friday").await.text(), @"");
    scene.press(&scene.bob, &card, "Friday").await;
    assert_snapshot!(scene.press(&scene.bob, &card, "Saturday").await.text(), @"");
    scene.command(&scene.helper, "poll close", &[]).await;
    assert_snapshot!(scene.last().text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn options_are_ranked_one_after_the_other() {
    let scene = scene().await;
    let card = scene.open(&[("kind", "ranked".into())]).await;
    assert_eq!(card.labels(), ["Vote", "My vote", "Results"]);
    let first = scene.press(&scene.ana, &card, "Vote").await;
    assert_snapshot!(first.text(), @"");
    let second = scene.choose(&scene.ana, &first, "Choice no. 1", &["Neither"]).await;
    assert_snapshot!(second.text(), @"");
    let third = scene.choose(&scene.ana, &second, "Choice no. 2", &["Friday"]).await;
    let all = scene.choose(&scene.ana, &third, "Choice no. 3", &["Saturday"]).await;
    assert_snapshot!(all.text(), @"");
    // Somebody stops after the first; somebody begins again.
    let bob = scene.press(&scene.bob, &card, "Vote").await;
    scene.choose(&scene.bob, &bob, "Choice no. 1", &["Friday"]).await;
    let eve = scene.press(&scene.eve, &card, "Vote").await;
    let eve = scene.choose(&scene.eve, &eve, "Choice no. 1", &["Friday"]).await;
    let again = scene.town.click(&scene.eve, &eve, "Start over").await;
    assert_snapshot!(again.text(), @"");
    let eve = scene.choose(&scene.eve, &again, "Choice no. 1", &["Saturday"]).await;
    scene.choose(&scene.eve, &eve, "Choice no. 2", &["Friday"]).await;
    scene.town.pass(3 * DAY).await;
    assert_snapshot!(scene.last().text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rating_has_a_button_for_each_number() {
    let scene = scene().await;
    let card = scene.open(&[("kind", "rating".into()), ("question", "How was the AMA?".into())]).await;
    assert_snapshot!(card.text(), @"");
    for (person, number) in [(&scene.ana, "5"), (&scene.bob, "4"), (&scene.eve, "4")] {
        scene.press(person, &card, number).await;
    }
    scene.town.pass(3 * DAY).await;
    assert_snapshot!(scene.last().text(), @"");
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
    assert_snapshot!(voted.text(), @"");
    // Changing it shows what was chosen.
    let menu = scene.press(&scene.ana, &card, "Vote").await;
    scene.choose(&scene.ana, &menu, "Choose up to 2", &["Option 4"]).await;
    let wrong = scene.ana.chooses_raw(scene.town.general, &menu, "polls:choose:1:1", &["26"]).await;
    assert_snapshot!(wrong.text(), @"");
    let card = scene.open(&[("options", options[..20].join(";").as_str().into())]).await;
    assert_eq!(card.labels().len(), 22);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn results_are_hidden_until_one_has_voted() {
    let scene = scene().await;
    let card = scene.open(&[("results", "after_vote".into())]).await;
    scene.press(&scene.ana, &card, "Friday").await;
    scene.town.pass(3 * SECOND).await;
    assert_snapshot!(scene.now(&card).text(), @"");
    assert_snapshot!(scene.press(&scene.bob, &card, "Results").await.text(), @"");
    assert_snapshot!(scene.command(&scene.manager, "poll results", &[]).await.text(), @"");
    assert_snapshot!(scene.press(&scene.bob, &card, "Neither").await.text(), @"");
    assert_snapshot!(scene.press(&scene.bob, &card, "Results").await.text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn results_are_hidden_from_everyone_until_the_close() {
    let scene = scene().await;
    let card = scene.open(&[("results", "after_close".into())]).await;
    let voted = scene.press(&scene.ana, &card, "Friday").await;
    assert_snapshot!(voted.text(), @"");
    scene.town.pass(3 * SECOND).await;
    assert_snapshot!(scene.now(&card).text(), @"");
    assert_eq!(scene.now(&card).labels(), ["Friday", "Saturday", "Neither", "My vote"]);
    for words in ["poll results", "poll export"] {
        let answer = scene.command(&scene.manager, words, &[]).await;
        assert!(answer.text().contains("Nobody sees this before the poll closes"), "{}", answer.text());
    }
    scene.command(&scene.helper, "poll close", &[]).await;
    assert_snapshot!(scene.command(&scene.manager, "poll results", &[]).await.text(), @"");
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
    assert_snapshot!(preview.text(), @"");
    scene.town.click(&scene.helper, &preview, "Publish").await;
    scene.town.pass(SECOND).await;
    let card = scene.last();
    assert_snapshot!(scene.press(&scene.eve, &card, "Friday").await.text(), @"");
    scene.press(&scene.bob, &card, "Friday").await;
    // Whoever loses the role votes no more; what they have voted stands.
    scene.town.guild.set_roles(&scene.bob, &[]);
    scene.town.settled().await;
    assert_snapshot!(scene.press(&scene.bob, &card, "Saturday").await.text(), @"");
    scene.town.pass(3 * DAY).await;
    assert_snapshot!(scene.last().text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn options_are_typed_in_a_form_and_nothing_typed_is_lost() {
    let scene = scene().await;
    let form = scene.town.slash(&scene.helper, "poll create", &[("question", "Which evening?".into())]).await;
    assert_eq!(form.kind, AnswerKind::Form);
    let typed: Vec<String> = (1..=26).map(|number| format!("Option {number}")).collect();
    let preview = scene.helper.submits(&form, &[("options", &typed.join("\n"))]).await.unwrap();
    assert_snapshot!(preview.text(), @"");
    let form = scene.town.click(&scene.helper, &preview, "Edit options").await;
    assert!(form.text().contains("Option 26"), "{}", form.text());
    let preview = scene.helper.submits(&form, &[("options", "Friday\n\n  Saturday \n")]).await.unwrap();
    assert_snapshot!(preview.text(), @"");
    let cancelled = scene.town.click(&scene.helper, &preview, "Cancel").await;
    assert_snapshot!(cancelled.text(), @"");
    assert_snapshot!(scene.town.click(&scene.helper, &form, "Publish").await.text(), @"");
    assert_eq!(scene.all().len(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poll_opens_at_its_time_also_after_a_restart() {
    let mut scene = scene().await;
    let preview = scene.preview(&[("starts", "in 2h".into()), ("closes", "in 26h".into())]).await;
    let published = scene.town.click(&scene.helper, &preview, "Publish").await;
    assert_snapshot!(published.text(), @"");
    assert_eq!(scene.all().len(), 0);
    assert_snapshot!(scene.command(&scene.helper, "poll list", &[]).await.text(), @"");
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
    assert_snapshot!(refused.text(), @"");
    let extended = scene.command(&scene.helper, "poll extend", &[("closes", "in 5 days".into())]).await;
    assert_snapshot!(extended.text(), @"");
    assert_snapshot!(scene.now(&card).text(), @"");
    scene.town.pass(4 * DAY).await;
    assert_eq!(scene.all().len(), 1, "it is still open");
    let too_late = scene.command(&scene.helper, "poll extend", &[("closes", "in 40 days".into())]).await;
    assert_snapshot!(too_late.text(), @"");
    scene.town.pass(DAY).await;
    assert_eq!(scene.all().len(), 2);
    assert_snapshot!(scene.command(&scene.helper, "poll extend", &[("closes", "in 5 days".into()), ("poll", "1".into())]).await.text(), @"");
    assert_snapshot!(scene.command(&scene.helper, "poll close", &[]).await.text(), @"");
    assert_snapshot!(scene.command(&scene.helper, "poll close", &[("poll", "#1".into())]).await.text(), @"");
    assert_snapshot!(scene.command(&scene.helper, "poll close", &[("poll", "Which day?".into())]).await.text(), @"");
    let moderator = scene.town.moderator("mona");
    scene.open(&[]).await;
    let closed = scene.command(&moderator, "poll close", &[("poll", "Which evening?".into())]).await;
    assert_snapshot!(closed.text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_poll_stands_in_a_list() {
    let scene = scene().await;
    assert_snapshot!(scene.command(&scene.helper, "poll list", &[]).await.text(), @"");
    for number in 1..=9 {
        scene.open(&[("question", format!("Question {number}?").as_str().into())]).await;
    }
    scene.command(&scene.helper, "poll close", &[("poll", "9".into())]).await;
    let first = scene.command(&scene.helper, "poll list", &[]).await;
    assert_snapshot!(first.text(), @"");
    assert_snapshot!(scene.town.click(&scene.helper, &first, "Next").await.text(), @"");
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
    assert_snapshot!(who.text(), @"");
    let file = scene.command(&scene.manager, "poll export", &[]).await;
    assert_snapshot!(file.text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poll_is_asked_again_and_dates_are_found() {
    let scene = scene().await;
    scene.open(&[("kind", "ranked".into()), ("max", 2.into()), ("ballot", "secret".into())]).await;
    let preview = scene.command(&scene.helper, "poll repeat", &[]).await;
    assert_snapshot!(preview.text(), @"");
    scene.town.click(&scene.helper, &preview, "Publish").await;
    scene.town.pass(SECOND).await;
    assert_eq!(scene.all().len(), 2);

    let given: [(&str, Given); 2] =
        [("question", "When do we play?".into()), ("options", "in 30 days 19:00; in 3 days; tomorrow at 18:00".into())];
    let wrong = scene.command(&scene.helper, "poll dates", &given).await;
    assert_snapshot!(wrong.text(), @"");
    let given: [(&str, Given); 2] =
        [("question", "When do we play?".into()), ("options", "in 3 days; tomorrow at 18:00".into())];
    let preview = scene.command(&scene.helper, "poll dates", &given).await;
    assert_snapshot!(preview.text(), @"");
    scene.town.click(&scene.helper, &preview, "Publish").await;
    scene.town.pass(SECOND).await;
    let card = scene.last();
    let labels: Vec<String> = card.labels().iter().map(ToString::to_string).collect();
    scene.press(&scene.ana, &card, &labels[0]).await;
    scene.press(&scene.ana, &card, &labels[1]).await;
    scene.press(&scene.bob, &card, &labels[1]).await;
    scene.town.pass(WEEK).await;
    assert_snapshot!(scene.last().text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn discord_carries_out_a_poll_of_its_own() {
    let scene = scene().await;
    let refused = scene.preview(&[("kind", "native".into()), ("ballot", "secret".into())]).await;
    assert_snapshot!(refused.text(), @"");
    let card = scene.open(&[("kind", "native".into()), ("closes", "in 1 day".into())]).await;
    assert_snapshot!(card.text(), @"");
    scene.ana.votes_in_poll(card.id.unwrap(), "Friday").unwrap();
    scene.bob.votes_in_poll(card.id.unwrap(), "Friday").unwrap();
    scene.town.pass(DAY + MINUTE).await;
    assert_snapshot!(scene.command(&scene.helper, "poll results", &[]).await.text(), @"");

    let card = scene.open(&[("kind", "native".into()), ("closes", "in 1 day".into())]).await;
    scene.ana.votes_in_poll(card.id.unwrap(), "Neither").unwrap();
    assert_snapshot!(scene.command(&scene.helper, "poll extend", &[("closes", "in 5 days".into())]).await.text(), @"");
    let closed = scene.command(&scene.helper, "poll close", &[]).await;
    assert_snapshot!(closed.text(), @"");
    scene.town.pass(MINUTE).await;
    assert_snapshot!(scene.command(&scene.helper, "poll results", &[]).await.text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_card_that_is_gone_is_posted_again_and_no_vote_is_lost() {
    let scene = scene().await;
    let card = scene.open(&[]).await;
    scene.press(&scene.ana, &card, "Friday").await;
    scene.town.guild.owner().deletes(card.id.unwrap()).unwrap();
    scene.town.settled().await;
    let list = scene.command(&scene.helper, "poll results", &[]).await;
    assert_snapshot!(list.text(), @"");
    scene.town.click(&scene.helper, &list, "Post again").await;
    scene.town.pass(SECOND).await;
    let card = scene.last();
    scene.press(&scene.bob, &card, "Friday").await;
    scene.town.pass(3 * DAY).await;
    assert_snapshot!(scene.last().text(), @"");
}

/// Where nothing can be posted the presser is told, and the poll waits.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_card_that_cannot_be_posted_is_told_and_posted_again() {
    let scene = scene().await;
    let preview = scene.preview(&[]).await;
    scene.town.sandbox.faults().fail("POST /channels/*/messages", 1, 403, 50_013);
    let told = scene.town.click(&scene.helper, &preview, "Publish").await;
    assert_snapshot!(told.text(), @"");
    let again = scene.town.click(&scene.helper, &told, "Post again").await;
    assert_snapshot!(again.text(), @"");
    scene.press(&scene.ana, &scene.last(), "Friday").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_role_is_called_once_and_the_preview_says_whom_that_reaches() {
    let scene = scene().await;
    let players = scene.town.guild.role("Players", 0);
    scene.town.guild.set_roles(&scene.ana, &[players]);
    scene.town.settled().await;
    let refused = scene.preview(&[("ping", players.into())]).await;
    assert_snapshot!(refused.text(), @"");
    scene.town.guild.make_mentionable(players);
    scene.town.settled().await;
    let preview = scene.preview(&[("ping", players.into())]).await;
    assert_snapshot!(preview.text(), @"");
    scene.town.click(&scene.helper, &preview, "Publish").await;
    scene.town.pass(SECOND).await;
    assert_snapshot!(scene.last().text(), @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_asked_is_asked_for_their_right_again_at_every_press() {
    let scene = scene().await;
    let preview = scene.preview(&[]).await;
    let stranger = scene.manager.clicks(preview.id.unwrap(), "Publish").await;
    assert!(stranger.is_err(), "nobody else sees it");
    scene.town.guild.set_roles(&scene.helper, &[]);
    scene.town.settled().await;
    assert_snapshot!(scene.town.click(&scene.helper, &preview, "Publish").await.text(), @"");
    assert_eq!(scene.all().len(), 0);
}
