//! What must happen on Discord, and what happens to it there: lost answers, refusals, limits, a
//! Discord that is down for a day, a database that takes no outcome. Whatever it was, it is done
//! once, or it is told that it was not, or that nobody can know.

use std::time::Duration;

use serde_json::json;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, SqliteConnection};
use steward::clock::{Timestamp, monotonic};
use steward::config::Config;
use steward::discord::interaction::outcome;
use steward::discord::outbox;
use steward::discord::outbox::{Effect, Order};
use steward::error::Result;
use steward::ids::{ChannelId, MessageId, OutboxId};
use steward::sandbox::faults::Fault;
use steward::sandbox::{Overwrite, Person, rights};

use crate::support::join_all;
use crate::support::town::{PATIENCE, Town};
use crate::support::trial;
use crate::support::trial::{body, place, post, told};

const LOOK: &str = "GET /channels/*";
const POST: &str = "POST /channels/*/messages";
const POST_IN_FORUM: &str = "POST /channels/*/threads";
const READ: &str = "GET /channels/*/messages";
const MEMBER: &str = "* /guilds/*/members/*";
const BAN: &str = "* /guilds/*/bans/*";
const EVERYTHING: &str = "* /**";

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(86_400);

/// A town whose bot has the trial feature and waits no longer than a second for an answer.
pub(super) async fn town() -> Town {
    town_with(|_| {}).await
}

async fn town_with(settings: impl FnOnce(&mut Config)) -> Town {
    let mut town = Town::without_bot(|config| {
        config.rest.timeout_s = 1;
        settings(config);
    })
    .await;
    town.features = trial::alone;
    town.start().await;
    town
}

fn log(town: &Town, text: &str) -> Order {
    post(town.guild.id(), town.general, text)
}

/// A post in a forum with this title and text.
fn forum_post(town: &Town, forum: ChannelId, title: &str, text: &str) -> Order {
    let effect = Effect::ForumPost { channel: forum, title: title.to_owned(), body: body(text) };
    Order::new(town.guild.id(), trial::NAME, "idea", 0, effect)
}

/// The posts of a forum: title and first message, oldest first.
fn posts(town: &Town, forum: ChannelId) -> Vec<(String, String)> {
    let first = |thread: &serde_json::Value| {
        let id = ChannelId(thread["id"].as_str().and_then(|id| id.parse().ok()).expect("an id"));
        (thread["name"].as_str().unwrap_or_default().to_owned(), texts(town, id).first().cloned().unwrap_or_default())
    };
    town.guild.threads(forum).iter().map(first).collect()
}

fn act(town: &Town, effect: Effect) -> Order {
    Order::new(town.guild.id(), trial::NAME, "act", 0, effect)
}

fn dm(town: &Town, person: &Person, text: &str) -> Order {
    Order::new(town.guild.id(), trial::NAME, "notice", 0, Effect::Dm { member: person.id(), body: body(text) })
}

fn timeout(town: &Town, person: &Person, until: Option<Timestamp>) -> Order {
    act(town, Effect::Timeout { member: person.id(), until, reason: "case #1".to_owned() })
}

fn kick(town: &Town, person: &Person) -> Order {
    act(town, Effect::Kick { member: person.id(), reason: "case #2".to_owned() })
}

fn ban(town: &Town, person: &Person) -> Order {
    act(town, Effect::Ban { member: person.id(), delete_message_seconds: 0, reason: "case #3".to_owned() })
}

fn unban(town: &Town, person: &Person) -> Order {
    act(town, Effect::Unban { member: person.id(), reason: "case #4".to_owned() })
}

/// Commits an order and lets it come to rest.
pub(super) async fn done(town: &Town, order: Order) -> OutboxId {
    let id = place(town.app(), order).await;
    town.settled().await;
    id
}

/// State, why, tries and message of a row.
pub(super) async fn row(town: &Town, id: OutboxId) -> (String, Option<String>, i64, Option<i64>) {
    let row = sqlx::query_as("SELECT state, why, tries, message_id FROM outbox WHERE outbox_id = ?").bind(id);
    row.fetch_one(town.app().db.read()).await.expect("the row is there")
}

async fn state(town: &Town, id: OutboxId) -> String {
    row(town, id).await.0
}

/// "failed closed_dm", "done".
pub(super) async fn ending(town: &Town, id: OutboxId) -> String {
    let (state, why, _, _) = row(town, id).await;
    [Some(state), why].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What stands in a channel, oldest first.
fn texts(town: &Town, channel: ChannelId) -> Vec<String> {
    town.sandbox.messages(channel, &town.guild.owner()).iter().map(|shown| shown.content.clone()).collect()
}

fn dms(town: &Town, person: &Person) -> Vec<String> {
    town.sandbox.dms(person).iter().map(|shown| shown.content.clone()).collect()
}

/// Entries of a kind in Discord's audit log: 20 kick, 22 ban, 23 unban, 24 member update.
fn audited(town: &Town, kind: u64) -> usize {
    town.sandbox.audit_log(town.guild.id()).iter().filter(|entry| entry["action_type"] == kind).count()
}

/// Takes rights of the bot in a channel away.
pub(super) fn forbid(town: &Town, channel: ChannelId, deny: u64) {
    let bot = town.guild.bot_id().get();
    town.guild.set_overwrites(channel, &[Overwrite { id: bot, of_member: true, allow: 0, deny }]);
}

/// What can go wrong with one request, and how often; afterwards all is well.
fn troubles() -> Vec<(&'static str, usize, Fault)> {
    vec![
        ("500 though it was done", 1, Fault::FailAfterApplying { status: 500 }),
        ("cut off though it was done", 2, Fault::ResetAfterApplying),
        ("silence though it was done", 1, Fault::HangAfterApplying),
        ("silence and nothing done", 1, Fault::Hang),
        ("cut off and nothing done", 2, Fault::Reset),
        ("500 and nothing done", 1, Fault::Fail { status: 500, code: 0 }),
        ("502 three times", 3, Fault::Fail { status: 502, code: 0 }),
        ("503 four times", 4, Fault::Fail { status: 503, code: 0 }),
        ("limited", 2, Fault::RateLimit { retry_after: 0.05, global: false }),
        ("limited for all", 1, Fault::RateLimit { retry_after: 0.05, global: true }),
        ("too much was written", 2, Fault::Fail { status: 403, code: 20_028 }),
        ("limited again and again", 9, Fault::RateLimit { retry_after: 0.01, global: false }),
    ]
}

/// Tells the same story in every trouble at once: most of it is waiting.
pub(super) async fn in_every_trouble(story: impl AsyncFn(&'static str, usize, Fault)) {
    let stories = troubles().into_iter().map(|(what, times, fault)| story(what, times, fault));
    join_all(stories).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_comes_once_whatever_happens_to_its_request() {
    in_every_trouble(async |what, times, fault| {
        let town = town().await;
        let bob = town.member("bob");
        town.sandbox.faults().plan(POST, times, fault.clone());
        let entry = done(&town, log(&town, what)).await;
        town.pass(MINUTE).await;
        town.sandbox.faults().plan(POST, times, fault);
        let notice = done(&town, dm(&town, &bob, what)).await;
        town.pass(MINUTE).await;
        assert_eq!(
            (ending(&town, entry).await.as_str(), ending(&town, notice).await.as_str()),
            ("done", "done"),
            "{what}"
        );
        assert_eq!((texts(&town, town.general), dms(&town, &bob)), (vec![what.to_owned()], vec![what.to_owned()]));
        // Each row names the very message that it made, and its feature was told of it once.
        let shown = town.sandbox.messages(town.general, &bob);
        assert_eq!(row(&town, entry).await.3, shown[0].id.map(MessageId::get), "{what}");
        assert_eq!(told(town.app()).await.len(), 2, "{what}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_post_in_a_forum_is_made_once_whatever_happens_to_its_request() {
    in_every_trouble(async |what, times, fault| {
        let town = town().await;
        let forum = town.guild.forum("ideas");
        town.settled().await;
        town.sandbox.faults().plan(POST_IN_FORUM, times, fault.clone());
        let first = done(&town, forum_post(&town, forum, "A map", what)).await;
        town.pass(MINUTE).await;
        // Another one of the same title is another one.
        town.sandbox.faults().plan(POST_IN_FORUM, times, fault);
        let second = done(&town, forum_post(&town, forum, "A map", "Larger.")).await;
        town.pass(MINUTE).await;
        assert_eq!(
            (ending(&town, first).await.as_str(), ending(&town, second).await.as_str()),
            ("done", "done"),
            "{what}"
        );
        let expected = [("A map".to_owned(), what.to_owned()), ("A map".to_owned(), "Larger.".to_owned())];
        assert_eq!(posts(&town, forum), expected, "{what}");
        // What is known of it is its first message, which has the id of the thread; so it can be changed.
        let thread = town.guild.threads(forum)[0]["id"].as_str().and_then(|id| id.parse::<i64>().ok());
        assert_eq!(row(&town, first).await.3, thread, "{what}");
        done(&town, act(&town, Effect::Edit { of: first, body: body("Changed.") })).await;
        // It has its thread already.
        let own = done(&town, act(&town, Effect::MakeThread { of: first, name: "A map".to_owned() })).await;
        town.pass(MINUTE).await;
        assert_eq!(ending(&town, own).await, "done", "{what}");
        assert_eq!(posts(&town, forum)[0].1, "Changed.", "{what}");
        assert_eq!(town.guild.threads(forum).len(), 2, "{what}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_post_that_somebody_has_closed_or_emptied_meanwhile_is_known_again() {
    for emptied in [false, true] {
        let town = town().await;
        let forum = town.guild.forum("ideas");
        town.settled().await;
        town.sandbox.faults().plan(POST_IN_FORUM, 1, Fault::FailAfterApplying { status: 500 });
        town.sandbox.faults().plan("GET /guilds/*/threads/active", 4, Fault::Fail { status: 502, code: 0 });
        let id = done(&town, forum_post(&town, forum, "A map", "Please.")).await;
        let thread = town.guild.thread("A map").expect("a post");
        if emptied {
            town.guild.owner().deletes(MessageId(thread.get())).unwrap();
        }
        town.guild.archive(thread);
        town.pass(HOUR).await;
        assert_eq!(ending(&town, id).await, "done");
        assert_eq!((posts(&town, forum).len(), row(&town, id).await.3), (1, Some(thread.get())));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_post_has_a_tag_where_one_is_required_or_it_is_told_what_is_missing() {
    let town = town().await;
    let tagged = town.guild.forum_with_tags("ideas", &["Idea", "Bug"]);
    let without = town.guild.forum_with_tags("plans", &[]);
    let forbidden = town.guild.forum("news");
    forbid(&town, forbidden, rights::SEND_MESSAGES);
    town.settled().await;
    let mut endings = Vec::new();
    for channel in [tagged, without, forbidden, town.general] {
        let id = done(&town, forum_post(&town, channel, "A map\nof it", "Please.")).await;
        town.pass(SECOND).await;
        endings.push(ending(&town, id).await);
    }
    assert_eq!(endings, ["done", "failed no_tag", "failed permission", "done"]);
    let post = &town.guild.threads(tagged)[0];
    assert_eq!(post["name"], "A map of it");
    assert_eq!(post["applied_tags"].as_array().map(Vec::len), Some(1));
    // In a channel that is no forum it is a message.
    assert_eq!((texts(&town, town.general), town.guild.threads(town.general).len()), (vec!["Please.".to_owned()], 0));
    let order = forum_post(&town, forbidden, "A map", "Please.").effect;
    let told = steward::i18n::say(steward::i18n::Locale::En, &order.refused());
    assert!(told.as_str().contains("“Send Messages and Create Posts”"), "{}", told.as_str());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_channel_for_a_notice_that_will_not_open_at_first_changes_nothing() {
    in_every_trouble(async |what, times, fault| {
        let town = town().await;
        let bob = town.member("bob");
        town.sandbox.faults().plan("POST /users/@me/channels", times, fault);
        let id = done(&town, dm(&town, &bob, what)).await;
        town.pass(MINUTE).await;
        assert_eq!((ending(&town, id).await.as_str(), dms(&town, &bob).len()), ("done", 1), "{what}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_punishment_is_in_force_once_whatever_happens_to_its_request() {
    in_every_trouble(async |what, times, fault| {
        let town = town().await;
        let (ana, bob, eve) = (town.member("ana"), town.member("bob"), town.member("eve"));
        let until = Some(town.clock.now().plus(DAY));
        for (route, order) in [
            (MEMBER, timeout(&town, &ana, until)),
            (MEMBER, kick(&town, &eve)),
            (BAN, ban(&town, &bob)),
            (BAN, ban(&town, &ana)),
            (BAN, unban(&town, &bob)),
        ] {
            assert!(town.guild.timed_out_until(&ana).is_none() || town.guild.timed_out_until(&ana) == until, "{what}");
            town.sandbox.faults().plan(route, times, fault.clone());
            let id = done(&town, order).await;
            town.pass(MINUTE).await;
            assert_eq!(ending(&town, id).await, "done", "{what}");
        }
        assert!(town.guild.is_banned(&ana) && !town.guild.is_banned(&bob) && !town.guild.is_member(&eve), "{what}");
        assert_eq!((audited(&town, 20), audited(&town, 23), told(town.app()).await.len()), (1, 1, 5), "{what}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_timeout_is_set_to_the_second_and_lifted() {
    let town = town().await;
    let bob = town.member("bob");
    let until = town.clock.now().plus(HOUR);
    done(&town, timeout(&town, &bob, Some(until))).await;
    assert_eq!(town.guild.timed_out_until(&bob), Some(until));
    done(&town, timeout(&town, &bob, None)).await;
    assert_eq!(town.guild.timed_out_until(&bob), None);
    // Discord takes 28 days at most; a feature that wants more renews it.
    done(&town, timeout(&town, &bob, Some(town.clock.now().plus(60 * DAY)))).await;
    let set = town.guild.timed_out_until(&bob).expect("a time-out");
    let days = set.since(town.clock.now()) / 86_400_000;
    assert_eq!(days, 27, "a little less than 28 days");
    assert_eq!(town.sandbox.calls(MEMBER)[0].reason.as_deref(), Some("case #1"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_discord_that_is_down_for_a_day_gets_everything_once_afterwards() {
    join_all([Fault::Fail { status: 503, code: 0 }, Fault::Reset].map(async |fault| {
        let town = town().await;
        let people: Vec<_> = ["ana", "bob", "cleo", "dan"].map(|name| town.member(name)).into();
        let other = town.guild.channel("other");
        town.settled().await;
        let until = town.clock.now().plus(7 * DAY);
        // Before the trouble, so that there is a message to change.
        let card = done(&town, log(&town, "card")).await;
        // The first answers are lost, though all was done; then Discord is silent or says 503.
        town.sandbox.faults().plan(POST, 2, Fault::ResetAfterApplying);
        town.sandbox.faults().plan(MEMBER, 1, Fault::ResetAfterApplying);
        town.sandbox.faults().plan(EVERYTHING, 100_000, fault.clone());
        let mut ids = Vec::new();
        for order in [
            dm(&town, &people[0], "to ana"),
            dm(&town, &people[3], "to dan"),
            timeout(&town, &people[0], Some(until)),
            kick(&town, &people[1]),
            ban(&town, &people[2]),
            log(&town, "first"),
            log(&town, "second"),
            post(town.guild.id(), other, "elsewhere"),
            Order::new(town.guild.id(), trial::NAME, "log", 0, Effect::Edit { of: card, body: body("card, changed") }),
        ] {
            ids.push(place(town.app(), order).await);
        }
        let before = town.sandbox.requests().len();
        town.pass(DAY).await;
        let asked = town.sandbox.requests().len() - before;
        assert!(asked < 9 * 40, "{asked} requests in a day to a Discord that is down");

        town.sandbox.faults().clear();
        town.pass(2 * HOUR).await;
        for id in ids {
            assert_eq!(ending(&town, id).await, "done", "{:?}", row(&town, id).await);
        }
        assert_eq!(texts(&town, town.general), ["card, changed", "first", "second"], "{fault:?}");
        assert_eq!(texts(&town, other), ["elsewhere"]);
        assert_eq!((dms(&town, &people[0]), dms(&town, &people[3])), (vec!["to ana".into()], vec!["to dan".into()]));
        assert_eq!(town.guild.timed_out_until(&people[0]), Some(until));
        assert!(!town.guild.is_member(&people[1]) && town.guild.is_banned(&people[2]));
        assert_eq!((audited(&town, 20), audited(&town, 22)), (1, 1));
        assert_eq!(told(town.app()).await.len(), 10);
    }))
    .await;
}

/// The first answer is lost, and then Discord is down until its memory for nonces is long over.
fn lose(town: &Town, first: Fault) {
    town.sandbox.faults().plan(POST, 1, first);
    town.sandbox.faults().fail(POST, 4, 503, 0);
    town.sandbox.faults().fail(READ, 3, 503, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_whose_answer_was_lost_long_ago_is_found_again() {
    let town = town().await;
    let bob = town.member("bob");
    // The same words were written before, by an earlier order and by others.
    let earlier = done(&town, log(&town, "hello")).await;
    bob.says(town.general, "hello").unwrap();
    town.pass(SECOND).await;
    lose(&town, Fault::ResetAfterApplying);
    let id = done(&town, log(&town, "hello")).await;
    let made = town.sandbox.messages(town.general, &bob).last().and_then(|shown| shown.id);
    for _ in 0..250 {
        bob.says(town.general, "hello").unwrap();
    }
    town.pass(2 * HOUR).await;

    let (state, _, _, message) = row(&town, id).await;
    assert_eq!((state.as_str(), message), ("done", made.map(MessageId::get)));
    assert_ne!(row(&town, earlier).await.3, message);
    let ours = town.sandbox.messages(town.general, &bob).iter().filter(|shown| shown.author == "Steward").count();
    assert_eq!(ours, 2, "none was written again");
    assert!(!town.sandbox.calls(READ).is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_that_was_truly_lost_is_written_once_discord_can_be_asked() {
    let town = town().await;
    let bob = town.member("bob");
    for (lost, people_talk) in [("in a quiet channel", false), ("among others", true)] {
        // What another order has written in the same words is not taken for it.
        done(&town, log(&town, lost)).await;
        town.pass(SECOND).await;
        lose(&town, Fault::Reset);
        let id = done(&town, log(&town, lost)).await;
        if people_talk {
            bob.says(town.general, lost).unwrap();
        }
        town.pass(2 * HOUR).await;
        town.sandbox.faults().clear();
        assert_eq!(state(&town, id).await, "done");
        let shown = town.sandbox.messages(town.general, &bob);
        assert_eq!(shown.iter().filter(|one| one.author == "Steward" && one.content == lost).count(), 2);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_notice_whose_answer_was_lost_long_ago_is_found_again() {
    let town = town().await;
    let bob = town.member("bob");
    done(&town, dm(&town, &bob, "before")).await;
    lose(&town, Fault::HangAfterApplying);
    let id = done(&town, dm(&town, &bob, "once")).await;
    town.pass(2 * HOUR).await;
    assert_eq!((state(&town, id).await.as_str(), dms(&town, &bob).len()), ("done", 2));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_that_discord_has_dressed_up_is_found_again() {
    let town = town().await;
    let rich = json!({"content": "  See https://example.org \n", "allowed_mentions": {"parse": []},
        "embeds": [{"title": "Week 47 ", "description": "All well", "fields": [{"name": "a", "value": "b"}]}],
        "components": [{"type": 1, "components": [{"type": 2, "style": 2, "label": "Go", "custom_id": "trial:go:1:7"}]}]});
    lose(&town, Fault::ResetAfterApplying);
    let order = Effect::Post { channel: town.general, body: rich };
    let id = done(&town, Order::new(town.guild.id(), trial::NAME, "log", 0, order)).await;
    town.pass(2 * HOUR).await;
    assert_eq!((state(&town, id).await.as_str(), texts(&town, town.general).len()), ("done", 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_it_cannot_be_found_out_a_message_is_never_written_again() {
    for deny in [rights::READ_MESSAGE_HISTORY, rights::VIEW_CHANNEL] {
        for first in [Fault::ResetAfterApplying, Fault::Reset] {
            let town = town().await;
            let bob = town.member("bob");
            lose(&town, first.clone());
            let id = done(&town, log(&town, "perhaps")).await;
            bob.says(town.general, "what was that?").unwrap();
            forbid(&town, town.general, deny);
            let sent = town.sandbox.calls(POST).len();
            town.pass(2 * DAY).await;
            town.sandbox.faults().clear();
            forbid(&town, town.general, 0);
            town.pass(2 * DAY).await;
            let what = format!("{first:?} without {deny}");
            assert_eq!(ending(&town, id).await, "unknown", "{what}");
            assert!(texts(&town, town.general).len() <= 2, "{what}");
            assert!(town.sandbox.calls(POST).len() - sent <= 4, "{what}");
            assert_eq!(told(town.app()).await, [("log".to_owned(), "Unknown".to_owned())], "{what}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_was_written_since_so_it_needs_no_right_to_read() {
    let town = town().await;
    let bob = town.member("bob");
    bob.says(town.general, "long ago").unwrap();
    town.pass(2 * HOUR).await;
    forbid(&town, town.general, rights::READ_MESSAGE_HISTORY);
    lose(&town, Fault::Reset);
    let id = done(&town, log(&town, "news")).await;
    town.pass(2 * HOUR).await;
    assert_eq!(state(&town, id).await, "done");
    assert_eq!(texts(&town, town.general), ["long ago", "news"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refusal_is_final_and_says_why() {
    let town = town().await;
    let (bob, gone) = (town.member("bob"), town.member("gone"));
    bob.closes_dms();
    let boss = town.guild.role("Boss", 0);
    let above = town.guild.person("boss", &[boss]);
    town.guild.place_role(boss, 99);
    let (hidden, quiet, lost) = (town.guild.channel("hidden"), town.guild.channel("quiet"), town.guild.channel("lost"));
    forbid(&town, hidden, rights::VIEW_CHANNEL);
    forbid(&town, quiet, rights::SEND_MESSAGES);
    town.guild.delete_channel(lost);
    town.settled().await;
    done(&town, kick(&town, &gone)).await;
    town.sandbox.forget_requests();

    let guild = town.guild.id();
    let until = Some(town.clock.now().plus(27 * DAY));
    for (order, ended, route) in [
        (dm(&town, &bob, "x"), "failed closed_dm", POST),
        (timeout(&town, &above, until), "failed permission", MEMBER),
        (kick(&town, &above), "failed permission", MEMBER),
        (ban(&town, &above), "failed permission", BAN),
        (timeout(&town, &gone, until), "failed gone", MEMBER),
        (kick(&town, &gone), "failed gone", MEMBER),
        (unban(&town, &gone), "failed gone", BAN),
        (post(guild, hidden, "x"), "failed access", POST),
        (post(guild, quiet, "x"), "failed permission", POST),
        (post(guild, lost, "x"), "failed gone", LOOK),
    ] {
        let what = format!("{:?}", order.effect);
        let id = done(&town, order).await;
        town.pass(2 * DAY).await;
        assert_eq!((ending(&town, id).await.as_str(), row(&town, id).await.2), (ended, 1), "{what}");
        assert_eq!(town.sandbox.calls(route).len(), 1, "{what}");
        town.sandbox.forget_requests();
    }
    for (status, code, ended) in [
        (400, 200_000, "failed automod"),
        (403, 50_013, "failed permission"),
        (403, 50_001, "failed access"),
        (404, 10_003, "failed gone"),
        (400, 50_035, "failed refused"),
        (405, 0, "failed refused"),
    ] {
        town.sandbox.faults().fail(POST, 9, status, code);
        let id = done(&town, log(&town, "x")).await;
        town.pass(2 * DAY).await;
        town.sandbox.faults().clear();
        assert_eq!((ending(&town, id).await.as_str(), row(&town, id).await.2), (ended, 1), "{code}");
    }
    assert_eq!(texts(&town, town.general), [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_of_no_use_any_more_is_not_done() {
    let town = town().await;
    let bob = town.member("bob");
    let soon = town.clock.now().plus(HOUR);
    // It was too late from the beginning.
    let stale = done(&town, log(&town, "stale").expires(town.clock.now())).await;
    // Discord said each time that nothing was done.
    town.sandbox.faults().rate_limit(POST, 999, 0.001, false);
    let held = done(&town, log(&town, "held up").expires(soon)).await;
    // It never got so far as to write anything.
    town.sandbox.faults().fail("POST /users/@me/channels", 999, 503, 0);
    let unopened = done(&town, dm(&town, &bob, "unopened").expires(soon)).await;
    // A time-out that would be over by now.
    town.sandbox.faults().fail(MEMBER, 1, 403, 40_062);
    let over = done(&town, timeout(&town, &bob, Some(town.clock.now().plus(SECOND)))).await;
    // It waited for another.
    let patient = done(&town, dm(&town, &town.member("eve"), "patient").after(held).expires(soon)).await;
    town.pass(2 * HOUR).await;
    town.sandbox.faults().clear();
    town.pass(2 * HOUR).await;
    for id in [stale, held, unopened, over, patient] {
        assert_eq!(ending(&town, id).await, "failed late", "{:?}", row(&town, id).await);
    }
    assert_eq!((texts(&town, town.general).len(), dms(&town, &bob).len()), (0, 0));
    assert_eq!(town.guild.timed_out_until(&bob), None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_limit_frees_the_hands_for_what_is_not_limited() {
    let town = town().await;
    let bob = town.member("bob");
    let busy: Vec<_> = (0..10).map(|n| town.guild.channel(&format!("busy-{n}"))).collect();
    town.settled().await;
    town.sandbox.faults().rate_limit(POST, 10, 120.0, false);
    let mut posts = Vec::new();
    for channel in &busy {
        posts.push(place(town.app(), post(town.guild.id(), *channel, "news")).await);
    }
    let began = monotonic();
    town.settled().await;
    let act = done(&town, ban(&town, &bob)).await;
    assert!(began.elapsed() < Duration::from_secs(8), "{:?}", began.elapsed());
    assert_eq!(ending(&town, act).await, "done");
    // Nobody asks before Discord has said that they may.
    town.pass(119 * SECOND).await;
    assert_eq!(town.sandbox.calls(POST).len(), 10);
    town.pass(SECOND).await;
    for id in posts {
        assert_eq!((ending(&town, id).await.as_str(), row(&town, id).await.2), ("done", 2));
    }
    assert_eq!(town.sandbox.calls(POST).len(), 20);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_limit_for_all_that_lasts_holds_back_every_order_until_it_is_over() {
    let town = town().await;
    let bob = town.member("bob");
    town.sandbox.faults().rate_limit(POST, 1, 600.0, true);
    let entry = done(&town, log(&town, "news")).await;
    town.sandbox.forget_requests();
    let act = done(&town, ban(&town, &bob)).await;
    assert_eq!((state(&town, entry).await.as_str(), state(&town, act).await.as_str()), ("pending", "pending"));
    assert_eq!(town.sandbox.requests().len(), 0);
    assert!(town.app().discord.rest.is_paused());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_was_replaced_by_a_copy_loses_no_message_to_an_old_nonce() {
    let mut town = town().await;
    done(&town, log(&town, "of the old database")).await;
    town.stop().await;
    std::fs::remove_file(town.folder().join("steward.db")).unwrap();
    town.clock.advance(MINUTE);
    town.start().await;
    let id = done(&town, log(&town, "of the new database")).await;
    assert_eq!((id, ending(&town, id).await.as_str()), (OutboxId(1), "done"));
    assert_eq!(texts(&town, town.general), ["of the old database", "of the new database"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_may_have_been_done_in_time_is_looked_for_even_when_it_is_late() {
    let town = town().await;
    let bob = town.member("bob");
    let soon = || town.clock.now().plus(MINUTE * 5);
    lose(&town, Fault::ResetAfterApplying);
    let found = done(&town, log(&town, "in time").expires(soon())).await;
    town.pass(2 * HOUR).await;
    town.sandbox.faults().clear();
    lose(&town, Fault::Reset);
    let late = done(&town, log(&town, "too late").expires(soon())).await;
    town.pass(2 * HOUR).await;
    town.sandbox.faults().clear();
    town.sandbox.faults().plan(BAN, 1, Fault::ResetAfterApplying);
    town.sandbox.faults().fail(BAN, 99, 503, 0);
    let unsure = done(&town, ban(&town, &bob).expires(soon())).await;
    town.pass(2 * HOUR).await;
    let endings = (ending(&town, found).await, ending(&town, late).await, ending(&town, unsure).await);
    assert_eq!(endings, ("done".to_owned(), "failed late".to_owned(), "unknown".to_owned()));
    assert_eq!(texts(&town, town.general), ["in time"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn acts_come_before_notices_before_posts_before_edits() {
    let mut town = town().await;
    let people: Vec<_> = (0..8).map(|n| town.member(&format!("member {n}"))).collect();
    let channels: Vec<_> = (0..8).map(|n| town.guild.channel(&format!("channel-{n}"))).collect();
    let cards: Vec<_> = (0..8).map(|n| town.guild.channel(&format!("card-{n}"))).collect();
    let guild = town.guild.id();
    let mut posted = Vec::new();
    for card in &cards {
        posted.push(done(&town, post(guild, *card, "card")).await);
    }
    // All of it is there before the bot is, in the least helpful order.
    let until = Some(town.clock.now().plus(HOUR));
    let edits = posted.into_iter().map(|of| Effect::Edit { of, body: body("changed") });
    let mut orders: Vec<_> = edits.map(|effect| Order::new(guild, trial::NAME, "log", 0, effect)).collect();
    orders.extend(channels.iter().map(|channel| post(guild, *channel, "news")));
    orders.extend(people.iter().map(|person| dm(&town, person, "notice")));
    orders.extend(people.iter().map(|person| timeout(&town, person, until)));
    let app = town.app().clone();
    let now = town.clock.now();
    // Nothing may be taken on before everything stands there: one transaction.
    town.sandbox.forget_requests();
    app.db
        .write(async move |tx| {
            for order in orders {
                outbox::insert(&mut *tx, &order, now).await?;
            }
            Ok(())
        })
        .await
        .unwrap();
    drop(app);
    town.settled().await;
    let kinds: Vec<_> = town
        .sandbox
        .requests()
        .into_iter()
        .filter_map(|call| match (call.method.as_str(), call.path.as_str()) {
            ("PATCH", path) if path.starts_with("/guilds/") => Some("act"),
            ("POST", "/users/@me/channels") => Some("notice"),
            ("POST", _) if call.body["content"] == "news" => Some("post"),
            ("PATCH", _) => Some("edit"),
            _ => None,
        })
        .collect();
    // Eight are under way at once and may arrive in any order among themselves; so when the first
    // of a kind arrives, all but seven of what comes before its kind have arrived.
    assert_eq!(kinds.len(), 32, "{kinds:?}");
    let order = ["act", "notice", "post", "edit"];
    for (before, kind) in order.into_iter().enumerate() {
        let arrived = kinds.split(|one| *one == kind).next().unwrap();
        assert!(arrived.len() + 7 >= 8 * before, "{kind} comes too early: {kinds:?}");
        assert!(arrived.iter().all(|one| order[..before].contains(one)), "{kind} comes too late: {kinds:?}");
    }
    town.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_happens_in_one_place_happens_in_order() {
    let town = town().await;
    let edit =
        |of, text: &str| Order::new(town.guild.id(), trial::NAME, "edit", 0, Effect::Edit { of, body: body(text) });
    // The card fails for a while; what follows waits for it.
    town.sandbox.faults().fail(POST, 5, 503, 0);
    let card = place(town.app(), log(&town, "card")).await;
    let first = place(town.app(), edit(card, "card, first")).await;
    let second = place(town.app(), edit(card, "card, second")).await;
    let after = place(town.app(), log(&town, "after")).await;
    town.settled().await;
    assert_eq!((state(&town, card).await.as_str(), texts(&town, town.general).len()), ("pending", 0));
    // The later one says all that the earlier would: that is not there any more.
    let rows = format!("SELECT count(*) FROM outbox WHERE outbox_id = {first}");
    let left: i64 = sqlx::query_scalar(AssertSqlSafe(rows)).fetch_one(town.app().db.read()).await.unwrap();
    assert_eq!(left, 0);
    town.pass(5 * MINUTE).await;
    assert_eq!(texts(&town, town.general), ["card, second", "after"]);
    assert_eq!((state(&town, second).await, state(&town, after).await), ("done".into(), "done".into()));
    assert_eq!(row(&town, second).await.3, row(&town, card).await.3);
    assert_eq!(town.sandbox.calls("PATCH /channels/*/messages/*").len(), 1);

    // An edit of what was never written, and one of what is no longer there.
    town.sandbox.faults().fail(POST, 1, 403, 50_013);
    let failed = place(town.app(), log(&town, "never")).await;
    let orphan = done(&town, edit(failed, "never, changed")).await;
    assert_eq!(
        (ending(&town, failed).await.as_str(), ending(&town, orphan).await.as_str()),
        ("failed permission", "failed gone")
    );
    let shown = town.sandbox.messages(town.general, &town.guild.owner());
    town.guild.owner().deletes(shown[0].id.unwrap()).unwrap();
    let gone = done(&town, edit(card, "card, third")).await;
    assert_eq!(ending(&town, gone).await, "failed gone");
    // An edit that is lost is sent again, and is followed by a later one.
    town.sandbox.faults().plan("PATCH /channels/*/messages/*", 1, Fault::ResetAfterApplying);
    done(&town, edit(after, "after, lost")).await;
    done(&town, edit(after, "after, last")).await;
    town.pass(MINUTE).await;
    assert_eq!(texts(&town, town.general), ["after, last"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_comes_after_another_waits_for_its_end_whatever_that_is() {
    let town = town().await;
    let (bob, eve) = (town.member("bob"), town.member("eve"));
    town.sandbox.faults().fail(BAN, 3, 503, 0);
    let act = place(town.app(), ban(&town, &bob)).await;
    let notice = place(town.app(), dm(&town, &eve, "banned").after(act)).await;
    let entry = place(town.app(), log(&town, "banned").after(notice)).await;
    town.settled().await;
    assert_eq!((dms(&town, &eve).len(), texts(&town, town.general).len()), (0, 0));
    town.pass(MINUTE).await;
    assert_eq!((dms(&town, &eve).len(), texts(&town, town.general).len()), (1, 1));
    assert_eq!(state(&town, entry).await, "done");

    town.sandbox.faults().fail(BAN, 1, 403, 50_013);
    let refused = place(town.app(), ban(&town, &eve)).await;
    let entry = done(&town, log(&town, "not banned").after(refused)).await;
    town.pass(SECOND).await;
    assert_eq!(
        (ending(&town, refused).await.as_str(), ending(&town, entry).await.as_str()),
        ("failed permission", "done")
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_channel_gets_one_message_a_second_and_people_are_not_held_up() {
    let town = town().await;
    let people: Vec<_> = (0..12).map(|n| town.member(&format!("member {n}"))).collect();
    town.settled().await;
    town.sandbox.forget_requests();
    let began = town.clock.now();
    for n in 0..20 {
        place(town.app(), log(&town, &format!("message {n}"))).await;
    }
    for person in &people {
        place(town.app(), dm(&town, person, "notice")).await;
    }
    town.settled().await;
    // Everybody has theirs before a second has gone by.
    assert!(people.iter().all(|person| dms(&town, person).len() == 1));
    assert_eq!(texts(&town, town.general), ["message 0"]);
    town.pass(19 * SECOND).await;
    let wanted: Vec<_> = (0..20).map(|n| format!("message {n}")).collect();
    assert_eq!(texts(&town, town.general), wanted);
    let route = format!("POST /channels/{}/messages", town.general);
    let times: Vec<_> = town.sandbox.calls(&route).iter().map(|call| call.at.since(began)).collect();
    assert_eq!(times, (0..20).map(|n| n * 1_000).collect::<Vec<_>>());
    // A second counts from when the one before was there, however long that took.
    town.sandbox.faults().delay(&route, 1, Duration::from_millis(700));
    place(town.app(), log(&town, "slow")).await;
    place(town.app(), log(&town, "next")).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    town.clock.advance(5 * SECOND);
    town.settled().await;
    assert_eq!(texts(&town, town.general).last().map(String::as_str), Some("slow"));
    town.pass(SECOND).await;
    assert_eq!(texts(&town, town.general).last().map(String::as_str), Some("next"));
    // The same for one person.
    for n in 0..3 {
        place(town.app(), dm(&town, &people[0], &format!("{n}"))).await;
    }
    town.settled().await;
    assert_eq!(dms(&town, &people[0]).len(), 2);
    town.pass(2 * SECOND).await;
    assert_eq!(dms(&town, &people[0]).len(), 4);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clock_that_was_set_back_silences_no_channel_and_writes_nothing_twice() {
    let town = town().await;
    let bob = town.member("bob");
    town.pass(2 * HOUR).await;
    done(&town, log(&town, "before")).await;
    // The answer is lost by a clock that is an hour ahead, and looked for by the right one.
    town.sandbox.faults().plan(POST, 1, Fault::ResetAfterApplying);
    let id = done(&town, dm(&town, &bob, "once")).await;
    town.clock.set(town.clock.now().minus(HOUR));
    town.settled().await;
    done(&town, post(town.guild.id(), town.guild.channel("new"), "elsewhere")).await;
    town.pass(2 * HOUR).await;
    done(&town, log(&town, "after")).await;
    assert_eq!((state(&town, id).await.as_str(), dms(&town, &bob).len()), ("done", 1));
    assert_eq!(texts(&town, town.general), ["before", "after"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_order_can_be_taken_back_as_long_as_it_was_not_tried() {
    let town = town().await;
    let bob = town.member("bob");
    let withdraw = async |id: OutboxId| {
        let now = town.clock.now();
        let taken = town.app().db.write(async move |tx| outbox::withdraw(tx, id, now).await).await.unwrap();
        town.settled().await;
        taken
    };
    town.sandbox.faults().fail(BAN, 99, 503, 0);
    let act = done(&town, ban(&town, &bob)).await;
    let notice = done(&town, dm(&town, &bob, "you are banned").after(act)).await;
    assert!(!withdraw(act).await, "it was tried, and may have been done");
    assert!(withdraw(notice).await);
    assert!(!withdraw(notice).await, "once is enough");
    town.sandbox.faults().clear();
    town.pass(HOUR).await;
    assert_eq!((ending(&town, act).await.as_str(), ending(&town, notice).await.as_str()), ("done", "failed withdrawn"));
    assert_eq!(dms(&town, &bob).len(), 0);
    assert!(!withdraw(act).await, "it is done");
    // What stood behind it goes on.
    place(town.app(), log(&town, "one")).await;
    let two = place(town.app(), log(&town, "two")).await;
    place(town.app(), log(&town, "three")).await;
    assert!(withdraw(two).await);
    town.pass(MINUTE).await;
    assert_eq!(texts(&town, town.general), ["one", "three"]);
}

/// A connection that Steward knows nothing of.
async fn outsider(town: &Town) -> SqliteConnection {
    SqliteConnectOptions::new().filename(town.app().db.path()).connect().await.expect("an outsider")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_outcome_that_a_locked_database_does_not_take_is_stored_later() {
    let mut town = town_with(|config| config.database.busy_timeout_ms = 50).await;
    let held = town.sandbox.faults().hold(POST);
    let id = place(town.app(), log(&town, "once")).await;
    held.arrived().await;
    let mut outsider = outsider(&town).await;
    let lock = outsider.begin_with("BEGIN IMMEDIATE").await.unwrap();
    held.apply().await;
    tokio::time::sleep(Duration::from_millis(800)).await;
    assert_eq!(state(&town, id).await, "sending");
    lock.rollback().await.unwrap();
    town.settled().await;
    town.pass(HOUR).await;
    assert_eq!(state(&town, id).await, "done");
    assert_eq!((town.sandbox.calls(POST).len(), texts(&town, town.general).len()), (1, 1));
    town.restart().await;
    assert_eq!(town.sandbox.calls(POST).len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_outcome_that_a_full_disk_does_not_take_is_stored_later() {
    let mut town = town().await;
    let limit = async |pages: i64| {
        let limit = async move |tx: &mut SqliteConnection| -> Result<()> {
            let limit = AssertSqlSafe(format!("PRAGMA max_page_count = {pages}"));
            Ok(sqlx::query(limit).execute(tx).await.map(drop)?)
        };
        town.app().db.write(limit).await.unwrap();
    };
    let held = town.sandbox.faults().hold(POST);
    let id = place(town.app(), Order { purpose: "burden", ..log(&town, "once") }).await;
    held.arrived().await;
    // Without a free page not even the first statement fits: one that fails later costs the writer its
    // connection, and with it goes the limit.
    sqlx::query("VACUUM").execute(&mut outsider(&town).await).await.unwrap();
    limit(1).await; // SQLite takes the present size instead.
    held.apply().await;
    tokio::time::sleep(Duration::from_millis(1_200)).await;
    assert_eq!((state(&town, id).await.as_str(), told(town.app()).await.len()), ("sending", 0));
    limit(1_000_000).await;
    town.settled().await;
    assert_eq!((state(&town, id).await.as_str(), told(town.app()).await.len()), ("done", 1));
    assert_eq!((town.sandbox.calls(POST).len(), texts(&town, town.general).len()), (1, 1));
    town.restart().await;
    assert_eq!(town.sandbox.calls(POST).len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_feature_that_cannot_hear_an_outcome_holds_up_nothing() {
    let mut town = town().await;
    town.expect_faults();
    let id = done(&town, Order { purpose: "mistake", ..log(&town, "once") }).await;
    town.pass(SECOND).await;
    let next = done(&town, Order { purpose: "echo", ..log(&town, "next") }).await;
    town.pass(MINUTE).await;
    assert_eq!((state(&town, id).await.as_str(), state(&town, next).await.as_str()), ("done", "done"));
    assert_eq!(texts(&town, town.general), ["once", "next", "echo"]);
    let told: Vec<_> = told(town.app()).await.into_iter().map(|(part, _)| part).collect();
    assert_eq!(told, ["echo", "log"], "nothing of what failed was kept");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_order_that_nobody_can_read_holds_up_nothing() {
    let mut town = town().await;
    town.stop().await;
    let file = town.folder().join("steward.db");
    let mut outsider = SqliteConnectOptions::new().filename(file).connect().await.unwrap();
    let insert =
        "INSERT INTO outbox (guild_id, feature, purpose, row_id, effect, lane, rank, due_at, state, tries, created_at)
        VALUES (1, 'trial', 'act', 0, '{\"do\":\"dance\"}', ?, 0, 0, 'pending', 0, 0) RETURNING outbox_id";
    let id: OutboxId =
        sqlx::query_scalar(insert).bind(format!("in:{}", town.general)).fetch_one(&mut outsider).await.unwrap();
    outsider.close().await.unwrap();
    town.expect_faults();
    town.start().await;
    let next = done(&town, log(&town, "next")).await;
    assert_eq!((ending(&town, id).await.as_str(), ending(&town, next).await.as_str()), ("failed refused", "done"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_waited_when_the_bot_was_stopped_is_done_by_the_next() {
    let mut town = town().await;
    let bob = town.member("bob");
    town.sandbox.faults().fail(BAN, 3, 503, 0);
    let act = done(&town, ban(&town, &bob)).await;
    let notice = done(&town, log(&town, "banned").after(act)).await;
    assert_eq!((state(&town, act).await.as_str(), state(&town, notice).await.as_str()), ("pending", "pending"));
    town.restart().await;
    town.pass(MINUTE).await;
    assert_eq!((state(&town, act).await.as_str(), state(&town, notice).await.as_str()), ("done", "done"));
    assert_eq!((town.guild.is_banned(&bob), texts(&town, town.general).len()), (true, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_under_way_when_the_bot_was_stopped_is_done_once() {
    join_all([(true, SECOND), (true, HOUR), (false, SECOND), (false, HOUR)].map(
        async |(reaches_discord, downtime)| {
            let mut town = town_with(|config| config.rest.timeout_s = 20).await;
            let eve = town.member("eve");
            town.settled().await;
            let post = town.sandbox.faults().hold(POST);
            let removal = town.sandbox.faults().hold(MEMBER);
            let id = place(town.app(), log(&town, "once")).await;
            let act = place(town.app(), kick(&town, &eve)).await;
            post.arrived().await;
            removal.arrived().await;
            town.stop().await;
            for held in [post, removal] {
                if reaches_discord {
                    held.apply().await;
                } else {
                    held.drop_it().await;
                }
            }
            town.clock.advance(downtime);
            town.start().await;
            town.pass(MINUTE).await;
            let what = format!("{reaches_discord} after {downtime:?}");
            assert_eq!(
                (ending(&town, id).await.as_str(), ending(&town, act).await.as_str()),
                ("done", "done"),
                "{what}"
            );
            assert_eq!((texts(&town, town.general).len(), audited(&town, 20)), (1, 1), "{what}");
        },
    ))
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_waits_for_the_truth_has_it_or_is_let_go() {
    let town = town().await;
    let bob = town.member("bob");
    let app = town.app();
    town.sandbox.faults().delay(BAN, 1, Duration::from_millis(200));
    let ids = [place(app, ban(&town, &bob)).await, place(app, log(&town, "banned")).await];
    let began = monotonic();
    outcome::orders_ended(app, &ids, PATIENCE).await;
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    assert_eq!((state(&town, ids[0]).await.as_str(), state(&town, ids[1]).await.as_str()), ("done", "done"));
    // It is over already, and there is nothing to wait for at all.
    outcome::orders_ended(app, &ids, PATIENCE).await;
    outcome::orders_ended(app, &[], PATIENCE).await;
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    // It will take longer than anybody waits.
    town.sandbox.faults().fail(BAN, 1, 503, 0);
    let id = place(app, unban(&town, &bob)).await;
    let began = monotonic();
    outcome::orders_ended(app, &[id], Duration::from_millis(300)).await;
    let waited = began.elapsed();
    assert!(waited >= Duration::from_millis(300) && waited < Duration::from_secs(3), "{waited:?}");
    assert_eq!(state(&town, id).await, "pending");
    // It was refused: that is a truth too.
    town.sandbox.faults().fail(POST, 1, 403, 50_001);
    town.pass(SECOND).await;
    let id = place(app, log(&town, "x")).await;
    outcome::orders_ended(app, &[id], PATIENCE).await;
    assert_eq!(ending(&town, id).await, "failed access");
}

/// Rows in the outbox before the bot starts: each for its own person, and each for one channel.
async fn backlog(town: &mut Town, count: i64) {
    town.stop().await;
    let file = town.folder().join("steward.db");
    let mut outsider = SqliteConnectOptions::new().filename(file).connect().await.unwrap();
    let (general, now) = (town.general.get(), town.clock.now());
    let mut rows = outsider.begin().await.unwrap();
    for _ in 0..count / 2 {
        for order in [
            log(town, "backlog"),
            Order::new(
                town.guild.id(),
                trial::NAME,
                "notice",
                0,
                Effect::Dm { member: general.into(), body: body("x") },
            ),
        ] {
            outbox::insert(&mut rows, &order, now).await.unwrap();
        }
    }
    // Nobody is to be written to a hundred thousand times: each to a lane of its own.
    sqlx::query("UPDATE outbox SET lane = 'to:' || outbox_id, due_at = due_at + 86400000 WHERE rank = 1")
        .execute(&mut *rows)
        .await
        .unwrap();
    rows.commit().await.unwrap();
    outsider.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a minute of writing rows"]
async fn a_hundred_thousand_orders_that_wait_slow_nothing_down() {
    let mut town = town().await;
    let bob = town.member("bob");
    town.settled().await;
    backlog(&mut town, 100_000).await;
    let began = monotonic();
    town.start().await;
    let started = began.elapsed();
    let began = monotonic();
    for _ in 0..20 {
        town.pass(SECOND).await;
    }
    let passes = began.elapsed() / 20;
    let began = monotonic();
    let id = done(&town, timeout(&town, &bob, Some(town.clock.now().plus(HOUR)))).await;
    let urgent = began.elapsed();
    println!("100,000 orders: ready in {started:?}, {passes:?} for each message, {urgent:?} for one that is urgent");
    assert_eq!(state(&town, id).await, "done");
    assert!(texts(&town, town.general).len() >= 20);
    assert!(started < Duration::from_secs(5), "ready in {started:?}");
    assert!(passes < Duration::from_millis(500) && urgent < Duration::from_secs(1), "{passes:?}, {urgent:?}");
}
