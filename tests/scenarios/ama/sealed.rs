//! Sealed sessions: nobody can find out who asked, and after the close nothing is left that could tell.

use insta::assert_snapshot;
use steward::sandbox::{Given, rights};

use super::{HOUR, MINUTE, SECOND, scene};
use crate::support::bytes;
use crate::support::town::Town;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sealed_sessions_are_for_managers_and_say_what_is_promised() {
    let scene = scene().await;
    let refused = scene.preview(&scene.moderator, &[("anonymity", "sealed".into())]).await;
    assert_snapshot!(refused.text(), @"Only managers can do this: the owner of the server and people with the permission “Manage Server”.");
    let preview = scene.preview(&scene.manager, &[("anonymity", "sealed".into()), ("review", false.into())]).await;
    assert_snapshot!(preview.text(), @"
    This is how the prompt will look in #general. No one else sees it yet.
    Review stays on. In a sealed AMA, a moderator or host reads every question first.
    **Sealed:** no one in this server will be able to see who asked anonymously, not even you. Until the AMA closes, anyone with access to the bot’s computer could find out. After that, no one can. You can block an asker without learning who it is.
    Ask me anything: The new map
    **Host:** @hana
    **Questions until** 16 November 2026 11:00 (in 2 hours)
    **Ask anonymously:** your name is shown to no one in this server: not to members, moderators, managers or the hosts. They can block whoever sent a question without learning who it was. Until the AMA closes, anyone with access to the bot’s computer could find out. After that, no one can. Your way of writing may still give you away. I can’t message you when it’s answered: look under **My questions** before it closes.
    **Ask:** your name is shown beside the question.
    A moderator or host reads each question before it appears.
    This is how the prompt will look
    [Publish] [Cancel]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sealed_questions_come_to_review_together_and_name_nobody() {
    let scene = scene().await;
    scene.publish(&scene.manager, &[("anonymity", "sealed".into())]).await;
    for (person, text) in [(&scene.ana, "One?"), (&scene.bob, "Two?")] {
        let receipt = scene.ask(person, "Ask anonymously", text).await;
        assert!(receipt.text().contains("No one in this server can see that it’s yours."), "{}", receipt.text());
    }
    let cards = || scene.town.sandbox.messages(scene.team, &scene.town.guild.owner()).len();
    let before = cards();
    scene.ask(&scene.eve, "Ask anonymously", "Three?").await;
    assert_eq!(cards(), before, "nothing shows when it was asked");
    scene.town.pass(2 * MINUTE + 5 * SECOND).await;
    assert_eq!(cards(), before + 3);
    assert_snapshot!(scene.card("One?").text(), @"
    Question in “The new map”
    Waiting for review
    Question: One?
    Asker: Asked anonymously
    [Approve] [Reject] [Merge] [Block asker]
    ");
    let own = scene.press(&scene.ana, &scene.prompt(), "My questions").await;
    assert!(own.text().contains("One?") && !own.text().contains("Two?"), "{}", own.text());

    assert_eq!(scene.town.number("SELECT count(*) FROM ama_questions WHERE mark IS NOT NULL").await, 3);
    assert_eq!(scene.town.number("SELECT count(*) FROM ama_questions WHERE asked_at IS NOT NULL").await, 0);
    let keys = || std::fs::read_to_string(scene.town.folder().join("steward.keys")).unwrap_or_default();
    assert!(keys().contains("ama:1"), "{}", keys());
    scene.town.pass(3 * HOUR).await;
    assert_eq!(scene.town.number("SELECT count(*) FROM ama_questions WHERE mark IS NOT NULL").await, 0);
    assert!(!keys().contains("ama:1"));
    let own = scene.press(&scene.ana, &scene.prompt(), "My questions").await;
    assert_snapshot!(own.text(), @"
    Your questions in “The new map”
    You haven’t asked anything here, or it isn’t kept anymore.
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_asked_under_seal_is_limited_and_blocked_like_everyone_else() {
    let scene = scene().await;
    scene.publish(&scene.manager, &[("anonymity", "sealed".into()), ("max_per_member", 2.into())]).await;
    scene.ask(&scene.ana, "Ask anonymously", "One?").await;
    scene.ask(&scene.ana, "Ask", "Two?").await;
    let third = scene.ask(&scene.ana, "Ask anonymously", "Three?").await;
    assert!(third.text().contains("You have 2 open questions here"), "{}", third.text());
    scene.town.pass(10 * MINUTE + 5 * SECOND).await;
    scene.press(&scene.manager, &scene.card("One?"), "Block asker").await;
    let own = scene.press(&scene.ana, &scene.prompt(), "My questions").await;
    let receipt = scene.choose(&scene.ana, &own, "Choose a question", "One?").await;
    scene.click(&scene.ana, &receipt, "Withdraw").await;
    let blocked = scene.ask(&scene.ana, "Ask anonymously", "Four?").await;
    assert!(blocked.text().contains("You can’t ask in this AMA."), "{}", blocked.text());
    assert!(blocked.text().contains("Four?"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_the_close_no_file_leads_to_whoever_asked_under_seal() {
    let mut town = Town::without_bot(|_| {}).await;
    let asker = town.member("ana");
    let host = town.member("hana");
    let all = rights::MANAGE_GUILD | rights::MODERATE_MEMBERS | rights::MANAGE_MESSAGES;
    let managers = town.guild.role("Managers", all);
    let manager = town.guild.person("magnus", &[managers]);
    town.start().await;
    let given: [(&str, Given); 3] =
        [("title", "Under seal".into()), ("host", (&host).into()), ("anonymity", "sealed".into())];
    let preview = town.slash(&manager, "ama create", &given).await;
    town.click(&manager, &preview, "Publish").await;
    town.pass(3 * SECOND).await;
    let prompt = town.sandbox.messages(town.general, &manager).pop().and_then(|prompt| prompt.id).unwrap();
    let form = asker.clicks(prompt, "Ask anonymously").await.unwrap();
    asker.submits(&form, &[("text", "What is it like?")]).await.unwrap();
    asker.clicks(prompt, "My questions").await.unwrap();
    town.settled().await;
    let mark: String =
        sqlx::query_scalar("SELECT mark FROM ama_questions").fetch_one(town.app().db.read()).await.unwrap();
    let folder = town.folder().to_owned();
    let ids = [asker.id().get()];
    assert_eq!(bytes::found(&folder, &ids, &[]), [""; 0], "before the close only the mark leads to them");
    assert!(!bytes::found(&folder, &[], &[&mark]).is_empty());

    town.slash(&manager, "ama close", &[]).await;
    town.pass(MINUTE).await;
    town.app().db.scrub(true).await.unwrap();
    town.stop().await;
    assert_eq!(bytes::found(&folder, &ids, &[&mark]), [""; 0]);
    town.start().await;
}
