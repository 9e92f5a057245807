//! A session in a forum is a post of its own.

use insta::assert_snapshot;
use steward::ids::ChannelId;
use steward::sandbox::Shown;

use super::{MINUTE, SECOND, Scene, scene};

impl Scene {
    /// What stands in a post, oldest first.
    fn in_post(&self, post: ChannelId) -> Vec<Shown> {
        self.town.sandbox.messages(post, &self.town.guild.owner())
    }

    /// Publishes a session without review in a forum: the forum and the post.
    async fn publish_in_forum(&self) -> (ChannelId, ChannelId) {
        let forum = self.town.guild.forum("ask-us");
        self.town.settled().await;
        let preview = self.preview(&self.moderator, &[("channel", forum.into()), ("review", false.into())]).await;
        self.click(&self.moderator, &preview, "Publish").await;
        self.town.pass(3 * SECOND).await;
        (forum, self.town.guild.thread("The new map").expect("a post"))
    }

    async fn ask_in(&self, post: ChannelId, text: &str) {
        let form = self.press(&self.ana, &self.in_post(post)[0], "Ask").await;
        self.submit(&self.ana, &form, &[("text", text)]).await;
        self.town.pass(3 * MINUTE).await;
    }
}

fn shown(posts: &[Shown]) -> String {
    posts.iter().map(|post| post.text().to_owned()).collect::<Vec<_>>().join("\n---\n")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_a_forum_a_session_is_a_post_from_its_prompt_to_its_transcript() {
    let scene = scene().await;
    let (forum, post) = scene.publish_in_forum().await;
    assert_snapshot!(shown(&scene.in_post(post)), @"
    Ask me anything: The new map
    **Host:** @hana
    **Questions until** 16 November 2026 11:00 (in 1 hour)
    **Ask anonymously:** your name isn’t shown to members or to the hosts. Moderators can see it.
    **Ask:** your name is shown beside the question.
    AMA #1
    [Ask] [Ask anonymously] [Top questions] [My questions] [Host panel]
    ---
    Top questions: The new map
    No questions yet.
    Waiting for an answer: 0
    ");
    scene.ask_in(post, "When does the map open?").await;
    let panel = scene.press(&scene.host, &scene.in_post(post)[0], "Host panel").await;
    let kept = scene.click(&scene.host, &panel, "Next by time").await;
    let form = scene.click(&scene.host, &kept, "Answer").await;
    scene.submit(&scene.host, &form, &[("text", "In spring.")]).await;
    scene.town.pass(MINUTE).await;
    scene.command(&scene.moderator, "ama close", &[]).await;
    scene.town.pass(MINUTE).await;
    let begins = |shown: &Shown| shown.text().lines().next().unwrap_or_default().to_owned();
    let all: Vec<String> = scene.in_post(post).iter().map(begins).collect();
    assert_snapshot!(all.join("\n"), @"
    Ask me anything: The new map
    Top questions: The new map
    **When does the map open?**
    **1.** **When does the map open?**
    Transcript: The new map
    ");
    let prompt = &scene.in_post(post)[0];
    assert!(
        prompt.text().contains("**Closed**") && !prompt.text().contains("Questions and answers"),
        "{}",
        prompt.text()
    );
    assert_eq!(scene.town.guild.threads(forum).len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_goes_on_in_a_new_post_where_its_post_was_deleted() {
    for by_hand in [true, false] {
        let scene = scene().await;
        let (forum, post) = scene.publish_in_forum().await;
        scene.ask_in(post, "When does the map open?").await;
        scene.town.guild.delete_channel(post);
        scene.town.pass(SECOND).await;
        if by_hand {
            let list = scene.command(&scene.moderator, "ama list", &[]).await;
            assert!(list.text().contains("Someone deleted it. Use `/ama repost`"), "{}", list.text());
            let reposted = scene.command(&scene.moderator, "ama repost", &[]).await;
            assert_eq!(reposted.text(), "The prompt is in #ask-us.");
        } else {
            // The next thing that is to be posted there finds it gone.
            scene.command(&scene.bob, "ask", &[("text", "How large is it?".into())]).await;
        }
        scene.town.pass(5 * MINUTE).await;
        let again = scene.town.guild.thread("The new map").expect("a new post");
        assert_ne!(again, post);
        assert_eq!(scene.town.guild.threads(forum).len(), 1);
        let texts = shown(&scene.in_post(again));
        assert!(texts.starts_with("Ask me anything: The new map"), "{texts}");
        for words in ["Top questions: The new map", "**When does the map open?**"] {
            assert_eq!(texts.matches(words).count(), 1, "{words}: {texts}");
        }
        assert_eq!(texts.matches("**How large is it?**").count(), usize::from(!by_hand), "{texts}");
        assert!(!texts.contains("Questions and answers:"), "{texts}");
        scene.ask_in(again, "Who draws the posters?").await;
        assert!(shown(&scene.in_post(again)).contains("**Who draws the posters?**"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_post_that_could_not_be_made_is_told_and_made_when_it_can() {
    let scene = scene().await;
    let forum = scene.town.guild.forum("ask-us");
    scene.town.settled().await;
    scene.town.sandbox.faults().fail("POST /channels/*/threads", 1, 403, 50_013);
    let preview = scene.preview(&scene.moderator, &[("channel", forum.into()), ("review", false.into())]).await;
    scene.click(&scene.moderator, &preview, "Publish").await;
    scene.town.pass(3 * SECOND).await;
    assert_eq!(scene.town.guild.threads(forum).len(), 0);
    let list = scene.command(&scene.moderator, "ama list", &[]).await;
    assert!(list.text().contains("I lack a permission there"), "{}", list.text());
    scene.command(&scene.moderator, "ama repost", &[]).await;
    scene.town.pass(MINUTE).await;
    let post = scene.town.guild.thread("The new map").expect("a post");
    let texts = shown(&scene.in_post(post));
    assert_eq!(texts.matches("Top questions: The new map").count(), 1, "{texts}");
    scene.ask_in(post, "When does the map open?").await;
    assert!(shown(&scene.in_post(post)).contains("**When does the map open?**"));
}
