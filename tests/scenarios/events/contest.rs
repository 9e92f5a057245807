//! Contests: from the preview to the result, a story for each sentence.

use std::time::Duration;

use insta::assert_snapshot;
use steward::ids::ChannelId;
use steward::sandbox::{Answer, AnswerKind, Given, Person, Shown, rights};

use crate::support::town::Town;

const SECOND: Duration = Duration::from_secs(1);
const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(86_400);
/// The smallest picture, as far as anybody looks.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0";

/// A helper who runs the contest, a moderator, people who take part, and the channel of the moderators.
struct Scene {
    town: Town,
    team: ChannelId,
    helper: Person,
    moderator: Person,
    ana: Person,
    bob: Person,
    eve: Person,
}

async fn scene() -> Scene {
    let town = Town::new().await;
    let (helper, moderator) = (town.helper("hedda"), town.moderator("mira"));
    let team = town.guild.private_channel("team", &town.guild.roles_of(&moderator));
    let (ana, bob, eve) = (town.member("ana"), town.member("bob"), town.member("eve"));
    let scene = Scene { town, team, helper, moderator, ana, bob, eve };
    let owner = scene.town.guild.owner();
    scene.command(&owner, "setup set", &[("setting", "mod_log".into()), ("value", team.to_string().into())]).await;
    scene
}

impl Scene {
    async fn preview(&self, by: &Person, given: &[(&str, Given)]) -> Answer {
        let mut all: Vec<(&str, Given)> = vec![("title", "Best map".into()), ("closes", "in 2 days".into())];
        all.extend(given.iter().cloned());
        self.town.slash(by, "event contest", &all).await
    }

    /// A published contest: its card.
    async fn publish(&self, given: &[(&str, Given)]) -> Shown {
        let preview = self.preview(&self.helper, given).await;
        self.town.click(&self.helper, &preview, "Publish").await;
        self.town.pass(3 * SECOND).await;
        self.card()
    }

    fn shown(&self, channel: ChannelId) -> Vec<Shown> {
        self.town.sandbox.messages(channel, &self.town.guild.owner())
    }

    /// The card of the contest as it is now.
    fn card(&self) -> Shown {
        let all = self.shown(self.town.general);
        all.into_iter().find(|shown| shown.text().contains("Contest: ")).expect("the card")
    }

    fn result(&self) -> Shown {
        let all = self.shown(self.town.general);
        all.into_iter().rev().find(|shown| shown.text().contains("Result: ")).expect("the result")
    }

    /// What stands in the thread.
    fn posts(&self) -> Vec<Shown> {
        self.shown(ChannelId(self.card().id.expect("an id").get()))
    }

    fn post(&self, words: &str) -> Shown {
        self.posts().into_iter().rev().find(|shown| shown.text().contains(words)).expect("a post")
    }

    async fn press(&self, by: &Person, on: &Shown, label: &str) -> Answer {
        let answer = by.clicks(on.id.expect("an id"), label).await.unwrap_or_else(|why| panic!("{label}: {why}"));
        self.town.settled().await;
        answer.now()
    }

    async fn choose(&self, by: &Person, on: &Answer, menu: &str, value: &str) -> Answer {
        let answer = by.chooses(on, menu, &[value.into()]).await.unwrap_or_else(|why| panic!("{menu}: {why}"));
        self.town.settled().await;
        answer.now()
    }

    async fn send(&self, by: &Person, form: &Answer, fields: &[(&str, &str)]) -> Answer {
        assert_eq!(form.kind, AnswerKind::Form, "{}", form.text());
        let answer = by.submits(form, fields).await.unwrap();
        self.town.pass(2 * SECOND).await;
        answer.now()
    }

    async fn command(&self, by: &Person, words: &str, given: &[(&str, Given)]) -> Answer {
        let answer = self.town.slash(by, words, given).await;
        self.town.pass(SECOND).await;
        answer.now()
    }

    /// Submits an entry with this title: the receipt.
    async fn submit(&self, by: &Person, title: &str) -> Answer {
        let form = self.press(by, &self.card(), "Submit").await;
        self.send(by, &form, &[("title", title), ("text", "With all its gates.")]).await
    }

    async fn vote(&self, by: &Person, title: &str) -> Answer {
        self.press(by, &self.post(title), "▲ Vote").await
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_contest_goes_from_the_preview_to_the_winner() {
    let scene = scene().await;
    let preview = scene.preview(&scene.helper, &[]).await;
    assert!(preview.ephemeral);
    assert_snapshot!(preview.text(), @"
    This is how the contest will look in #general. No one else sees it yet.
    Contest: Best map
    **Entries and votes until** 18 November 2026 09:00 (in 2 days)
    **Take part:** press **Submit**, or use `/submit` to add an image. One entry each.
    **Vote:** press ▲ on the entries you like best. You have 3 votes.
    No one sees how many votes an entry has until the contest closes.
    This is how the contest will look
    [Publish] [Cancel]
    ");
    scene.town.click(&scene.helper, &preview, "Publish").await;
    scene.town.pass(3 * SECOND).await;
    assert_snapshot!(preview.now().text(), @"Contest #1 is in #general. It closes 18 November 2026 09:00.");
    assert_snapshot!(scene.card().text(), @"
    Contest: Best map
    **Entries and votes until** 18 November 2026 09:00 (in 1 day)
    **Take part:** press **Submit**, or use `/submit` to add an image. One entry each.
    **Vote:** press ▲ on the entries you like best. You have 3 votes.
    No one sees how many votes an entry has until the contest closes.
    **Entries:** #Best map
    Contest #1
    [Submit] [Entries] [My entry] [Manage]
    ");

    let form = scene.press(&scene.ana, &scene.card(), "Submit").await;
    assert_snapshot!(form.text(), @"
    Form: Submit an entry
    Title *:
    Description:
    Link:
    ");
    let typed = [("title", "The *old* town"), ("text", "With all its gates."), ("link", "example.org/map")];
    let receipt = scene.send(&scene.ana, &form, &typed).await;
    assert!(receipt.ephemeral);
    assert_snapshot!(receipt.text(), @"
    Your entry is number 1 in #Best map.
    Your entry in “Best map”
    **The *old* town**
    With all its gates.
    <https://example.org/map>
    [Withdraw]
    ");
    scene.submit(&scene.bob, "The new town").await;
    assert_snapshot!(scene.post("old").text(), @"
    **The *old* town**
    With all its gates.
    <https://example.org/map>
    By @ana
    Entry 1
    [▲ Vote]
    ");

    assert_snapshot!(scene.vote(&scene.eve, "old").await.text(), @"
    You voted for “The *old* town”. Press ▲ again to take it back.
    Votes left: 2 of 3
    ");
    scene.vote(&scene.bob, "old").await;
    scene.vote(&scene.ana, "The new town").await;
    scene.town.pass(20 * SECOND).await;
    assert!(scene.posts().iter().all(|post| !post.text().contains("vote")), "no count before the close");

    scene.town.pass(2 * DAY).await;
    assert_snapshot!(scene.result().text(), @"
    @ana wins. Congratulations, and thanks to everyone who took part.
    Result: Best map
    1. **The *old* town** · By @ana · 2 votes
    2. **The new town** · By @bob · 1 vote
    Entries: 2 · People who voted: 3
    ");
    assert_snapshot!(scene.card().text(), @"
    Contest: Best map
    **Closed** 18 November 2026 09:00 (27 seconds ago)
    **Entries:** #Best map
    Contest #1 · closed
    [Entries] [My entry] [Manage]
    ");
    assert_snapshot!(scene.post("old").text(), @"
    **The *old* town**
    With all its gates.
    <https://example.org/map>
    By @ana
    Entry 1 · 2 votes
    ");
    let late = scene.command(&scene.eve, "submit", &[]).await;
    assert_snapshot!(late.text(), @"No contest you can see is taking entries right now.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hackathon_is_decided_by_its_jury_and_the_members_half_each() {
    let scene = scene().await;
    let jury = scene.town.guild.role("Jury", 0);
    let [juri, jana] = ["juri", "jana"].map(|name| scene.town.guild.person(name, &[jury]));
    let members: Vec<Person> = (0..3).map(|number| scene.town.member(&format!("member-{number}"))).collect();
    scene.town.settled().await;
    // It is announced as an event for which teams sign up, and a contest takes what they have made.
    let event = [
        ("title", "Hack night".into()),
        ("starts", "in 1 day".into()),
        ("groups", "team 6; mentor 2".into()),
        ("guests", 3.into()),
    ];
    let preview = scene.command(&scene.helper, "event create", &event).await;
    scene.town.click(&scene.helper, &preview, "Publish").await;
    scene.publish(&[("jury", jury.into()), ("votes", 1.into())]).await;
    assert!(scene.card().text().contains("**Jury:** the votes of @Jury decide half"), "{}", scene.card().text());
    for (team, title) in [(&scene.ana, "Bread radar"), (&scene.bob, "Oven timer")] {
        let form = scene.press(team, &scene.card(), "Submit").await;
        scene.send(team, &form, &[("title", title), ("link", "https://example.org/demo")]).await;
    }

    assert_snapshot!(scene.vote(&juri, "Bread radar").await.text(), @"
    You voted for “Bread radar” as a member of the jury. Press ▲ again to take it back.
    Votes left: 0 of 1
    ");
    assert_snapshot!(scene.vote(&juri, "Bread radar").await.text(), @"
    Your vote for “Bread radar” was removed.
    Votes left: 1 of 1
    ");
    scene.vote(&juri, "Bread radar").await;
    scene.vote(&jana, "Bread radar").await;
    for member in &members {
        scene.vote(member, "Oven timer").await;
    }
    scene.vote(&scene.eve, "Bread radar").await;
    // Who leaves the jury has voted as one of it, and takes that vote back like any other.
    scene.town.guild.set_roles(&jana, &[]);
    scene.town.settled().await;
    let refused = scene.vote(&jana, "Oven timer").await;
    assert!(refused.text().starts_with("You’ve used your vote"), "{}", refused.text());

    scene.town.pass(2 * DAY).await;
    assert_snapshot!(scene.result().text(), @"
    @ana wins. Congratulations, and thanks to everyone who took part.
    Result: Best map
    The jury and the members decided half each.
    1. **Bread radar** · By @ana · jury: 2 · 1 vote
    2. **Oven timer** · By @bob · jury: 0 · 3 votes
    Entries: 2 · People who voted: 6
    ");
    assert!(scene.post("Bread radar").text().contains("Entry 1 · jury: 2 · 1 vote"), "{}", scene.post("radar").text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_has_so_many_votes_and_none_for_their_own() {
    let scene = scene().await;
    scene.publish(&[("votes", 1.into())]).await;
    scene.submit(&scene.ana, "The old town").await;
    scene.submit(&scene.bob, "The new town").await;
    assert_snapshot!(scene.vote(&scene.ana, "The old town").await.text(), @"You can’t vote for your own entry.");
    scene.vote(&scene.eve, "The old town").await;
    assert_snapshot!(scene.vote(&scene.eve, "The new town").await.text(), @"You’ve used your vote. Press ▲ on the entry you voted for to take it back.");
    assert_snapshot!(scene.vote(&scene.eve, "The old town").await.text(), @"
    Your vote for “The old town” was removed.
    Votes left: 1 of 1
    ");
    assert_snapshot!(scene.vote(&scene.eve, "The new town").await.text(), @"
    You voted for “The new town”. Press ▲ again to take it back.
    Votes left: 0 of 1
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn entries_are_listed_in_an_order_of_ones_own_and_voted_for_there() {
    let scene = scene().await;
    scene.publish(&[]).await;
    let empty = scene.press(&scene.eve, &scene.card(), "Entries").await;
    assert_snapshot!(empty.text(), @"
    Entries: Best map
    No entries yet.
    ");
    let mut people = Vec::new();
    for number in 1..=12 {
        let person = scene.town.member(&format!("person{number}"));
        scene.submit(&person, &format!("Map {number}")).await;
        people.push(person);
    }
    let list = scene.press(&scene.eve, &scene.card(), "Entries").await;
    let again = scene.press(&scene.eve, &scene.card(), "Entries").await;
    let another = scene.press(&scene.bob, &scene.card(), "Entries").await;
    assert_eq!(list.text(), again.text(), "the same order every time");
    assert_ne!(list.text(), another.text(), "another one for somebody else");
    let next = scene.town.click(&scene.eve, &list, "Next").await;
    assert!(next.text().contains("Page 2 of 2"), "{}", next.text());
    let first = next.text().lines().find_map(|line| line.split("Map ").nth(1)).expect("an entry").to_owned();
    let number: String = first.chars().take_while(char::is_ascii_digit).collect();
    let voted = scene.choose(&scene.eve, &next, "Vote, or take a vote back", &format!("{number}. Map {number}")).await;
    assert!(voted.text().contains(&format!("▲ **{number}. Map {number}**")), "{}", voted.text());
    assert!(voted.text().contains("Votes left: 2 of 3"), "{}", voted.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_review_nothing_appears_before_a_moderator_has_seen_it() {
    let scene = scene().await;
    scene.publish(&[("review", true.into())]).await;
    let file = Given::File { name: "holiday.png".into(), bytes: PNG.into() };
    let form = scene.command(&scene.ana, "submit", &[("file", file)]).await;
    let receipt = scene.send(&scene.ana, &form, &[("title", "The old twon")]).await;
    assert_snapshot!(receipt.text(), @"
    Your entry is saved and waits for review.
    Your entry in “Best map”
    **The old twon**
    [Edit] [Withdraw]
    ");
    let form = scene.town.click(&scene.ana, &receipt, "Edit").await;
    scene.send(&scene.ana, &form, &[("title", "The old town")]).await;
    scene.submit(&scene.bob, "Spam").await;
    assert!(scene.posts().iter().all(|post| !post.text().contains("town")), "not yet");
    let cards = || scene.shown(scene.team);
    let card = |words: &str| cards().into_iter().rev().find(|card| card.text().contains(words)).expect("a card");
    assert_snapshot!(card("old town").text(), @"
    Entry in “Best map”
    Waiting for review
    Entry:
    **The old town**
    By @ana
    An image is attached. Press **Manage** on the contest to see it.
    [Approve] [Reject]
    ");

    scene.press(&scene.moderator, &card("old town"), "Approve").await;
    scene.town.pass(3 * SECOND).await;
    assert_snapshot!(scene.post("old town").text(), @"
    **The old town**
    By @ana
    Entry 1
    (file 1.png)
    [▲ Vote]
    ");
    let panel = scene.press(&scene.helper, &scene.card(), "Manage").await;
    assert_snapshot!(panel.text(), @"
    Manage: Best map
    Entries: 1
    Waiting for review: 1
    Closes 18 November 2026 09:00
    [Review] [Close now] [Post again]
    (Look at an entry: 1. The old town | Spam)
    ");
    let review = scene.town.click(&scene.helper, &panel, "Review").await;
    assert_snapshot!(review.text(), @"
    Entry in “Best map”
    **Spam**
    With all its gates.
    By @bob
    Waiting for review
    [Approve] [Reject] [Next]
    ");
    let form = scene.town.click(&scene.helper, &review, "Reject").await;
    let rejected = scene.send(&scene.helper, &form, &[("reason", "Not a map.")]).await;
    assert!(rejected.text().contains("Not a map."), "{}", rejected.text());
    let told = scene.town.sandbox.dms(&scene.bob);
    assert_snapshot!(told.last().expect("a message").text(), @"Your entry “Spam” in the contest “Best map” was rejected. Reason: Not a map.");
    let mine = scene.press(&scene.bob, &scene.card(), "My entry").await;
    assert_snapshot!(mine.text(), @"
    Your entry was rejected. You can submit another one.
    Reason: Not a map.
    Your entry in “Best map”
    **Spam**
    With all its gates.
    ");

    // What is rejected later is not to be read any more, nor is its image.
    scene.press(&scene.moderator, &card("old town"), "Reject").await;
    let form = scene.press(&scene.moderator, &card("old town"), "Reject").await;
    scene.send(&scene.moderator, &form, &[]).await;
    let removed = scene.posts().into_iter().next_back().expect("a post");
    assert_snapshot!(removed.text(), @"This entry was removed.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_typed_comes_back_where_it_is_not_taken() {
    let scene = scene().await;
    scene.publish(&[]).await;
    let form = scene.press(&scene.ana, &scene.card(), "Submit").await;
    let returned = scene.send(&scene.ana, &form, &[("title", "The old town"), ("link", "my map")]).await;
    assert_snapshot!(returned.text(), @"
    The link isn’t a web address I can post. Copy it from your browser, starting with https://.
    What you typed
    The old town

    my map
    ");
    scene.submit(&scene.ana, "The old town").await;
    let second = scene.press(&scene.ana, &scene.card(), "Submit").await;
    assert_snapshot!(second.text(), @"You already have an entry in this contest. Withdraw it under **My entry** first.");
    let mine = scene.press(&scene.ana, &scene.card(), "My entry").await;
    let withdrawn = scene.town.click(&scene.ana, &mine, "Withdraw").await;
    assert_snapshot!(withdrawn.text(), @"
    Your entry is withdrawn. You can submit another one.
    Your entry in “Best map”
    **The old town**
    With all its gates.
    ");
    scene.town.pass(2 * SECOND).await;
    assert_snapshot!(scene.posts().last().expect("a post").text(), @"This entry was withdrawn.");
    scene.submit(&scene.ana, "The older town").await;
    assert!(scene.post("older").text().contains("Entry 2"), "numbers are not given twice");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_closed_by_whoever_created_it_or_a_moderator_and_only_once() {
    let scene = scene().await;
    scene.publish(&[]).await;
    scene.submit(&scene.ana, "The old town").await;
    let refused = scene.press(&scene.ana, &scene.card(), "Manage").await;
    assert_snapshot!(refused.text(), @"Only moderators and the person who created this contest can do that.");
    let other = scene.town.helper("hugo");
    assert_eq!(scene.press(&other, &scene.card(), "Manage").await.text(), refused.text());

    let panel = scene.press(&scene.moderator, &scene.card(), "Manage").await;
    let asked = scene.town.click(&scene.moderator, &panel, "Close now").await;
    assert_snapshot!(asked.text(), @"
    Close “Best map” now? Entries and votes end, and the result is posted. This can’t be undone.
    [Close and post result] [Keep open]
    ");
    let second = scene.press(&scene.helper, &scene.card(), "Manage").await;
    let also = scene.town.click(&scene.helper, &second, "Close now").await;
    scene.town.click(&scene.moderator, &asked, "Close and post result").await;
    let late = scene.town.click(&scene.helper, &also, "Close and post result").await;
    assert!(late.text().starts_with("This contest closed"), "{}", late.text());
    scene.town.pass(3 * DAY).await;
    assert_snapshot!(scene.result().text(), @"
    Result: Best map
    No one voted, so no entry has won.
    Entries: 1 · People who voted: 0
    ");
    let all = scene.shown(scene.town.general);
    assert_eq!(all.iter().filter(|shown| shown.text().contains("Result: ")).count(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_contest_outlives_a_restart_over_its_close() {
    let mut scene = scene().await;
    scene.publish(&[]).await;
    scene.submit(&scene.ana, "The old town").await;
    scene.vote(&scene.bob, "The old town").await;
    scene.town.stop().await;
    scene.town.clock.advance(3 * DAY);
    scene.town.start().await;
    scene.town.pass(3 * SECOND).await;
    assert!(scene.result().text().contains("@ana wins"), "{}", scene.result().text());
    assert!(scene.post("old town").text().contains("1 vote"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_deleted_is_posted_again() {
    let scene = scene().await;
    let card = scene.publish(&[]).await;
    let panel = scene.press(&scene.helper, &card, "Manage").await;
    let nothing = scene.town.click(&scene.helper, &panel, "Post again").await;
    assert_snapshot!(nothing.text(), @"Everything is where it should be.");
    scene.submit(&scene.ana, "The old town").await;
    let panel = scene.press(&scene.helper, &card, "Manage").await;
    scene.town.guild.owner().deletes(scene.post("old town").id.expect("an id")).expect("deleted");
    scene.town.settled().await;
    let again = scene.town.click(&scene.helper, &panel, "Post again").await;
    assert_snapshot!(again.text(), @"What was deleted is on its way.");
    scene.town.pass(3 * SECOND).await;
    assert_snapshot!(scene.post("old town").text(), @"
    **The old town**
    With all its gates.
    By @ana
    Entry 1
    [▲ Vote]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hidden_contest_is_as_good_as_none_and_only_staff_start_one() {
    let scene = scene().await;
    let keepers = scene.town.guild.role("Keepers", 0);
    let den = scene.town.guild.private_channel("den", &[keepers]);
    let staff = scene.town.guild.role("Staff", rights::MANAGE_MESSAGES | rights::MODERATE_MEMBERS);
    let keeper = scene.town.guild.person("kira", &[keepers, staff]);
    let given = [("title", "Zebra".into()), ("closes", "in 2 days".into())];
    let preview = scene.town.meanwhile(keeper.slash(den, "event contest", &given)).await.expect("a preview");
    scene.town.click(&keeper, &preview, "Publish").await;
    scene.town.pass(3 * SECOND).await;
    let none = scene.command(&scene.ana, "submit", &[("contest", "1".into())]).await;
    assert_snapshot!(none.text(), @"
    I can’t find an open contest called “1” that you can see. Choose one from the list.
    [Correct]
    ");
    let open = scene.command(&scene.ana, "submit", &[]).await;
    assert_snapshot!(open.text(), @"No contest you can see is taking entries right now.");
    let offered = scene.ana.autocomplete(scene.town.general, "submit", "contest", "", &[]).await.expect("nothing");
    assert!(offered.is_empty());
    let given = [("title", "Mine".into()), ("closes", "in 2 days".into())];
    let refused = scene.town.meanwhile(scene.ana.slash_hidden(scene.town.general, "event contest", &given)).await;
    assert_snapshot!(refused.expect("an answer").text(), @"Only helpers, moderators and managers can do this. Someone who manages the server can give you a role with the permission “Manage Messages”.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_forgotten_person_leaves_no_entry() {
    let scene = scene().await;
    scene.publish(&[]).await;
    scene.submit(&scene.ana, "The old town").await;
    scene.vote(&scene.bob, "The old town").await;
    let asked = scene.command(&scene.ana, "privacy forget", &[]).await;
    scene.town.click(&scene.ana, &asked, "Confirm").await;
    scene.town.pass(HOUR).await;
    assert!(scene.posts().iter().all(|post| !post.text().contains("old town")), "the post says nothing of it");
    assert_eq!(scene.town.number("SELECT count(*) FROM contest_entries").await, 0);
    assert_eq!(scene.town.number("SELECT count(*) FROM upvotes").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_contest_that_does_not_go_together_is_told_and_one_that_is_let_go_of_is_gone() {
    let scene = scene().await;
    let given = [("title", "Best map".into()), ("closes", "in 1 minute".into())];
    let soon = scene.command(&scene.helper, "event contest", &given).await;
    assert!(soon.text().starts_with("That’s too early to close."));
    let preview = scene.preview(&scene.helper, &[]).await;
    let cancelled = scene.town.click(&scene.helper, &preview, "Cancel").await;
    assert_snapshot!(cancelled.text(), @"Canceled. Nothing was posted.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everyone_reads_their_own_language() {
    let scene = scene().await;
    scene.publish(&[]).await;
    let ivan = scene.town.member("ivan").locale("ru");
    let ion = scene.town.member("ion").locale("ro");
    assert_snapshot!(scene.submit(&ivan, "Старый город").await.text(), @"
    Ваша работа опубликована под номером 1 в канале #Best map.
    Ваша работа в конкурсе «Best map»
    **Старый город**
    With all its gates.
    [Отозвать]
    ");
    assert_snapshot!(scene.submit(&ion, "Orașul vechi").await.text(), @"
    Lucrarea ta are numărul 2 în #Best map.
    Lucrarea ta din „Best map”
    **Orașul vechi**
    With all its gates.
    [Retrage]
    ");
    assert_snapshot!(scene.vote(&ion, "Старый").await.text(), @"
    Votul tău este pentru „Старый город”. Apasă din nou ▲ ca să îl iei înapoi.
    Voturi rămase: 2 din 3
    ");
    assert!(scene.press(&ivan, &scene.card(), "Entries").await.text().contains("Осталось голосов: 3 из 3"));
}
