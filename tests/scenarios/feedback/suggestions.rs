//! Ideas of members, from `/suggest` to the answer of the team.

use insta::assert_snapshot;
use steward::ids::ChannelId;
use steward::sandbox::{Answer, Overwrite, Person, Shown, rights};

use super::{DAY, SECOND, Scene, scene};

/// With a channel for suggestions that everyone reads.
async fn with_ideas() -> (Scene, ChannelId) {
    let scene = scene().await;
    let ideas = scene.town.guild.channel("ideas");
    scene.set_ideas(ideas).await;
    (scene, ideas)
}

impl Scene {
    async fn set_ideas(&self, channel: ChannelId) {
        let owner = self.town.guild.owner();
        self.town.settled().await;
        let given = [("setting", "suggestions".into()), ("value", channel.to_string().into())];
        self.command(&owner, "setup set", &given).await;
    }

    async fn suggest(&self, who: &Person, text: &str) -> Answer {
        self.command(who, "suggest", &[("text", text.into())]).await
    }

    fn in_channel(&self, channel: ChannelId) -> Vec<Shown> {
        self.town.sandbox.messages(channel, &self.town.guild.owner())
    }

    /// Presses the only button of the last card in a channel.
    async fn upvote(&self, who: &Person, channel: ChannelId) -> String {
        let card = self.in_channel(channel).pop().expect("a card");
        let label = card.labels().first().copied().expect("a button").to_owned();
        let answer = self.town.meanwhile(who.clicks(card.id.expect("posted"), &label)).await.unwrap();
        self.town.pass(10 * SECOND).await;
        answer.text().to_owned()
    }
}

fn shown(cards: &[Shown]) -> String {
    cards.iter().map(|card| card.text().to_owned()).collect::<Vec<_>>().join("\n---\n")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_idea_is_posted_upvoted_and_answered() {
    let (mut scene, ideas) = with_ideas().await;
    let receipt = scene.suggest(&scene.ana, "A *dark* mode for the map, because evenings are long").await;
    assert_snapshot!(receipt.text(), @"
    Your idea is in #ideas, where others can upvote it.
    [Withdraw]
    ");
    let own = scene.upvote(&scene.ana, ideas).await;
    assert_snapshot!(own, @"This is your own idea, so you’re counted already.");
    assert_snapshot!(scene.upvote(&scene.bob, ideas).await, @"You upvoted this idea. Press the button again to remove your vote.");
    scene.town.restart().await;
    scene.upvote(&scene.eve, ideas).await;
    assert_snapshot!(shown(&scene.in_channel(ideas)), @"
    Idea
    A *dark* mode for the map, because evenings are long

    Suggested by @ana
    [▲ 2]
    ");
    // Of both cards, whichever is posted first has the lower id.
    let card = scene.card("dark");
    let words: Vec<&str> = card.lines().filter(|line| !line.starts_with("https://")).collect();
    assert_snapshot!(words.join("\n"), @"
    #1 A *dark* mode for the map, because evenings are long
    **Status:** open
    **People:** 3 · **Feedback:** 1
    **Owner:** no one yet
    **Tags:** idea 1
    **Last 28 days:** `···························█`

    “A *dark* mode for the map, because evenings are long”
    ");
    assert_snapshot!(scene.upvote(&scene.eve, ideas).await, @"Your vote for this idea was removed.");
    assert!(scene.card("dark").contains("**People:** 2 · **Feedback:** 1"));

    let given = [("theme", "dark".into()), ("status", "planned".into())];
    scene.command(&scene.manager, "feedback status", &given).await;
    let given = [("theme", "dark".into()), ("status", "declined".into()), ("reason", "Evenings are short.".into())];
    scene.command(&scene.manager, "feedback status", &given).await;
    assert_snapshot!(shown(&scene.in_channel(ideas)), @"
    Idea
    A *dark* mode for the map, because evenings are long

    Suggested by @ana
    **Status:** declined
    **Reason:** Evenings are short.
    ▲ 1
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn similar_ideas_are_offered_first() {
    let (scene, ideas) = with_ideas().await;
    scene.suggest(&scene.ana, "A dark mode for the map").await;
    let offered = scene.suggest(&scene.bob, "Dark modes for maps please").await;
    assert_snapshot!(offered.text(), @"
    Others have suggested something similar. You can upvote one of these ideas, or post yours.
    “Dark modes for maps please”
    (Upvote this instead: A dark mode for the map)
    [Post my idea]
    ");
    let voted = scene.choose(&scene.bob, &offered, "Upvote this instead", "A dark mode for the map").await;
    assert_snapshot!(voted.text(), @"You upvoted “A dark mode for the map”. Your own idea wasn’t posted.");
    scene.town.pass(10 * SECOND).await;
    assert_eq!(scene.in_channel(ideas).len(), 1);
    assert!(scene.in_channel(ideas)[0].labels().contains(&"▲ 1"));
    assert!(scene.card("dark mode").contains("**People:** 2"));

    let offered = scene.suggest(&scene.eve, "The map in dark mode at noon").await;
    let posted = scene.click(&scene.eve, &offered, "Post my idea").await;
    assert_snapshot!(posted.text(), @"
    Your idea is in #ideas, where others can upvote it.
    [Withdraw]
    ");
    scene.town.pass(10 * SECOND).await;
    assert_eq!(scene.in_channel(ideas).len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_ideas_a_day_and_nothing_typed_is_lost() {
    let (scene, ideas) = with_ideas().await;
    for idea in ["Cheaper tickets", "A bench in the garden", "Music on Fridays"] {
        scene.suggest(&scene.ana, idea).await;
    }
    let refused = scene.suggest(&scene.ana, "Longer opening hours").await;
    assert_snapshot!(refused.text(), @"
    You can suggest up to 3 ideas a day. You can suggest the next one in 23 hours.
    What you typed
    Longer opening hours
    ");
    scene.town.pass(DAY).await;
    scene.suggest(&scene.ana, "Longer opening hours").await;
    assert_eq!(scene.in_channel(ideas).len(), 4);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_channel_an_idea_is_for_the_staff() {
    let scene = scene().await;
    let told = scene.suggest(&scene.manager, "A dark mode").await;
    assert!(told.text().contains("/setup set setting:suggestions"), "{}", told.text());
    assert_eq!(scene.town.number("SELECT count(*) FROM feedback_items").await, 0);
    let kept = scene.suggest(&scene.ana, "A dark mode").await;
    assert_snapshot!(kept.text(), @"
    Your idea is saved for the staff. There’s no channel here yet where others could see it and upvote it. Once there is one, it may be posted there with your name.
    [Withdraw]
    ");
    assert!(scene.card("A dark mode").contains("**People:** 1"), "{}", scene.card("A dark mode"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_does_not_see_the_channel_does_not_suggest() {
    let scene = scene().await;
    scene.set_ideas(scene.team).await;
    let hidden = scene.suggest(&scene.ana, "A dark mode").await;
    assert_snapshot!(hidden.text(), @"
    There’s no channel for suggestions that you can see. Ask the staff; managers choose it with `/setup set setting:suggestions`.
    What you typed
    A dark mode
    ");
    assert_eq!(scene.town.number("SELECT count(*) FROM feedback_suggestions").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_a_forum_an_idea_is_a_post() {
    let scene = scene().await;
    let forum = scene.town.guild.forum("ideas");
    scene.set_ideas(forum).await;
    let receipt = scene.suggest(&scene.ana, "A dark mode for the map").await;
    assert_snapshot!(receipt.text(), @"
    Your idea is in #ideas, where others can upvote it.
    [Withdraw]
    ");
    let post = scene.town.guild.thread("A dark mode for the map").expect("a post");
    scene.upvote(&scene.bob, post).await;
    assert_snapshot!(shown(&scene.in_channel(post)), @"
    Idea
    A dark mode for the map

    Suggested by @ana
    [▲ 1]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_idea_is_taken_back_with_everything_about_it() {
    let (scene, ideas) = with_ideas().await;
    let receipt = scene.suggest(&scene.ana, "A dark mode for the map").await;
    scene.upvote(&scene.bob, ideas).await;
    let stale = scene.in_channel(ideas).pop().and_then(|card| card.id).unwrap();
    let gone = scene.click(&scene.ana, &receipt, "Withdraw").await;
    assert_snapshot!(gone.text(), @"Your idea is withdrawn.");
    scene.town.pass(10 * SECOND).await;
    assert_snapshot!(shown(&scene.in_channel(ideas)), @"This idea was withdrawn.");
    assert!(scene.card("dark mode").contains("**People:** 0 · **Feedback:** 0"));
    let id = "feedback:vote:1:1";
    let late = scene.town.meanwhile(scene.eve.presses_custom_id(ideas, stale, id)).await;
    assert_snapshot!(late.text(), @"This idea was withdrawn.");
    let tables = "SELECT (SELECT count(*) FROM upvotes) + (SELECT count(*) FROM feedback_items)";
    assert_eq!(scene.town.number(tables).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_taken_back_leaves_the_alert_of_the_team() {
    let (scene, ideas) = with_ideas().await;
    let receipt = scene.suggest(&scene.ana, "A dark mode for the map").await;
    for number in 1..=5 {
        let guest = scene.town.member(&format!("guest{number}"));
        scene.town.settled().await;
        scene.upvote(&guest, ideas).await;
    }
    let alert = || {
        let found = scene.cards().into_iter().find(|card| card.text().contains("Many people speak"));
        found.expect("an alert").text().to_owned()
    };
    assert!(alert().contains("“A dark mode for the map”"), "{}", alert());
    scene.click(&scene.ana, &receipt, "Withdraw").await;
    scene.town.pass(10 * SECOND).await;
    assert!(!alert().contains("“A dark mode for the map”"), "{}", alert());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_idea_goes_with_its_author_and_a_vote_with_its_voter() {
    let (scene, ideas) = with_ideas().await;
    scene.suggest(&scene.ana, "A dark mode for the map").await;
    scene.upvote(&scene.bob, ideas).await;
    let forget = async |who: &Person| {
        let asked = scene.command(who, "privacy forget", &[]).await;
        scene.click(who, &asked, "Confirm").await;
        scene.town.pass(10 * SECOND).await;
    };
    forget(&scene.bob).await;
    assert!(scene.in_channel(ideas)[0].labels().contains(&"▲ 0"));
    forget(&scene.ana).await;
    assert_snapshot!(shown(&scene.in_channel(ideas)), @"This idea was withdrawn.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_opts_out_is_not_counted_and_their_idea_stands() {
    let (scene, ideas) = with_ideas().await;
    scene.suggest(&scene.ana, "A dark mode for the map").await;
    scene.town.pass(10 * SECOND).await;
    // The card links to where the idea is, before anyone has voted for it.
    assert!(!scene.card("dark mode").contains("noted by staff"), "{}", scene.card("dark mode"));
    scene.upvote(&scene.bob, ideas).await;
    let told = scene.command(&scene.ana, "privacy opt-out", &[]).await;
    assert!(!told.text().contains("is removed"), "{}", told.text());
    scene.town.pass(10 * SECOND).await;
    assert!(!scene.card("dark mode").contains("in the words of staff"), "{}", scene.card("dark mode"));
    assert!(shown(&scene.in_channel(ideas)).contains("A dark mode"));
    assert!(scene.card("dark mode").contains("**People:** 1 · **Feedback:** 1"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_posted_is_kept_and_posted_with_the_next_word_of_the_team() {
    let (scene, ideas) = with_ideas().await;
    let silent =
        Overwrite { id: scene.town.guild.bot_role().get(), of_member: false, allow: 0, deny: rights::SEND_MESSAGES };
    scene.town.guild.set_overwrites(ideas, &[silent]);
    scene.town.settled().await;
    let receipt = scene.suggest(&scene.ana, "A dark mode for the map").await;
    assert_snapshot!(receipt.text(), @"
    Your idea is saved and the team has it, but I couldn’t post it in #ideas.
    [Withdraw]
    ");
    assert!(scene.card("dark mode").contains("**People:** 1"));

    scene.town.guild.set_overwrites(ideas, &[]);
    let given = [("theme", "dark".into()), ("status", "planned".into())];
    scene.command(&scene.manager, "feedback status", &given).await;
    assert_snapshot!(shown(&scene.in_channel(ideas)), @"
    Idea
    A dark mode for the map

    Suggested by @ana
    **Status:** planned
    [▲ 0]
    ");
}
