//! What Discord itself keeps for people, polls and events of the server, under trouble: each is made
//! once, a poll ends once, and where that is not so it is told.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serenity::all::{GatewayIntents, LightMethod, Route};
use steward::clock::Timestamp;
use steward::discord::outbox;
use steward::discord::outbox::native_poll;
use steward::discord::outbox::native_poll::{Ended, Reading, Results};
use steward::discord::outbox::{Effect, NewEvent, Order};
use steward::discord::ui::native_poll::NativePoll;
use steward::discord::ui::view::View;
use steward::feature::Feature;
use steward::ids::{MessageId, OutboxId};
use steward::sandbox::faults::Fault;
use steward::sandbox::rights;
use steward::text::safe::Safe;

use super::outbox::{done, ending, forbid, in_every_trouble, row, town};
use crate::support::town::Town;
use crate::support::trial;
use crate::support::trial::told;

const POST: &str = "POST /channels/*/messages";
const EXPIRE: &str = "POST /channels/*/polls/*/expire";
const MAKE: &str = "POST /guilds/*/scheduled-events";
const LIST: &str = "GET /guilds/*/scheduled-events";

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3_600);

fn poll(town: &Town, question: &str, multi: bool) -> Order {
    let answers = ["Monday", "Tuesday"].map(Safe::ours).into();
    let poll = NativePoll { question: Safe::escape(question), answers, multi, hours: 24 };
    let body = View::default().poll(poll).json();
    Order::new(town.guild.id(), trial::NAME, "poll", 0, Effect::Post { channel: town.general, body })
}

fn end(town: &Town, of: OutboxId) -> Order {
    Order::new(town.guild.id(), trial::NAME, "end", 0, Effect::EndPoll { of })
}

fn picnic(town: &Town, name: &str) -> Order {
    let starts = town.clock.now().plus(24 * HOUR);
    let new = NewEvent::elsewhere(&Safe::escape(name), starts, starts.plus(HOUR), &Safe::ours("Park"));
    Order::new(town.guild.id(), trial::NAME, "event", 0, Effect::MakeEvent { new, reason: "poll 1".to_owned() })
}

/// The message of an order.
async fn made(town: &Town, order: OutboxId) -> MessageId {
    MessageId(row(town, order).await.3.expect("a message"))
}

/// What stands in `general`.
fn texts(town: &Town) -> Vec<String> {
    town.sandbox.messages(town.general, &town.guild.owner()).iter().map(|shown| shown.text().to_owned()).collect()
}

async fn results(town: &Town, message: MessageId) -> Reading {
    native_poll::results(town.app(), town.general, message).await
}

/// The event of an order, and how many orders have one.
async fn event(town: &Town, order: OutboxId) -> (Option<i64>, i64) {
    let event = sqlx::query_scalar("SELECT event_id FROM outbox WHERE outbox_id = ?").bind(order);
    let event = event.fetch_one(town.app().db.read()).await.expect("the row is there");
    (event, town.number("SELECT count(event_id) FROM outbox").await)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poll_is_posted_once_and_ends_once_whatever_happens_to_its_requests() {
    in_every_trouble(async |what, times, fault| {
        let town = town().await;
        town.sandbox.faults().plan(POST, times, fault.clone());
        let order = done(&town, poll(&town, what, false)).await;
        town.pass(MINUTE).await;
        assert_eq!(ending(&town, order).await, "done", "{what}");
        town.sandbox.faults().plan(EXPIRE, times, fault);
        let ended = done(&town, end(&town, order)).await;
        town.pass(MINUTE).await;
        assert_eq!(ending(&town, ended).await, "done", "{what}");
        let texts = texts(&town);
        assert_eq!(texts.len(), 2, "{what}: {texts:?}");
        assert!(texts[0].starts_with(what) && texts[0].ends_with("0 votes, ended"), "{}", texts[0]);
        assert!(texts[1].ends_with("has closed: 0 votes, no winner"), "{}", texts[1]);
        assert_eq!(told(town.app()).await.len(), 2, "{what}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poll_whose_answer_was_lost_long_ago_is_found_again_by_what_it_asks() {
    for fault in [Fault::ResetAfterApplying, Fault::Reset] {
        let town = town().await;
        town.sandbox.faults().plan(POST, 1, fault.clone());
        town.sandbox.faults().fail(POST, 4, 503, 0);
        let order = done(&town, poll(&town, "Which day?", false)).await;
        town.pass(MINUTE).await;
        // Something else that Steward asks there meanwhile, of which no order knows.
        town.sandbox.faults().clear();
        let Effect::Post { channel, body } = poll(&town, "Which week?", false).effect else { panic!("a poll") };
        let route = Route::ChannelMessages { channel_id: channel.into() };
        town.app().discord.rest.send(LightMethod::Post, route, &body).await.unwrap();
        town.pass(2 * HOUR).await;
        assert_eq!((ending(&town, order).await.as_str(), texts(&town).len()), ("done", 2), "{fault:?}");
        let ours = made(&town, order).await;
        let shown = town.sandbox.messages(town.general, &town.guild.owner());
        let ours = shown.iter().find(|one| one.id == Some(ours)).expect("its message");
        assert!(ours.text().starts_with("Which day?"), "{fault:?}: {}", ours.text());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poll_that_is_over_or_gone_needs_no_end() {
    let town = town().await;
    let order = done(&town, poll(&town, "Which day?", false)).await;
    town.pass(25 * HOUR).await;
    let late = done(&town, end(&town, order)).await;
    assert_eq!((ending(&town, late).await.as_str(), texts(&town).len()), ("done", 2), "its time was over");

    town.guild.owner().deletes(made(&town, order).await).unwrap();
    let gone = done(&town, end(&town, order)).await;
    assert_eq!(ending(&town, gone).await, "failed gone");

    forbid(&town, town.general, rights::SEND_POLLS);
    let refused = done(&town, poll(&town, "Which week?", false)).await;
    let never = done(&town, end(&town, refused)).await;
    assert_eq!(ending(&town, refused).await, "failed permission");
    assert_eq!(ending(&town, never).await, "failed gone");
    assert_eq!(town.sandbox.calls(EXPIRE).len(), 2, "of what was never posted Discord is not asked");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn how_a_poll_stands_is_read_until_it_is_final() {
    let town = town().await;
    let (bob, cleo) = (town.member("bob"), town.member("cleo"));
    let single = done(&town, poll(&town, "Which day?", false)).await;
    town.pass(MINUTE).await;
    let multi = done(&town, poll(&town, "Which days?", true)).await;
    let (single, several) = (made(&town, single).await, made(&town, multi).await);
    let ends = Some(town.clock.now().plus(24 * HOUR - MINUTE));
    for (message, answer) in [(single, "Monday"), (single, "Tuesday"), (several, "Monday"), (several, "Tuesday")] {
        bob.votes_in_poll(message, answer).unwrap();
    }
    cleo.votes_in_poll(several, "Tuesday").unwrap();
    let open = Results { counts: vec![0, 1], voters: Some(1), ends, is_final: false };
    assert_eq!(results(&town, single).await, Reading::Results(open.clone()));
    let Reading::Results(days) = results(&town, several).await else { panic!("no results") };
    assert_eq!((days.counts, days.voters), (vec![1, 2], Some(2)), "two people, three votes");

    town.pass(24 * HOUR).await;
    assert_eq!(results(&town, single).await, Reading::Results(Results { is_final: true, ..open }));
    town.sandbox.faults().fail("GET /channels/*/messages/*", 1, 503, 0);
    assert_eq!(results(&town, single).await, Reading::Unknown);
    town.guild.owner().deletes(single).unwrap();
    assert_eq!(results(&town, single).await, Reading::Gone);
    forbid(&town, town.general, rights::VIEW_CHANNEL);
    assert_eq!(results(&town, several).await, Reading::Hidden);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn more_voters_than_a_page_holds_are_all_counted() {
    let town = town().await;
    let order = done(&town, poll(&town, "Which days?", true)).await;
    let message = made(&town, order).await;
    for place in 0..230 {
        let voter = town.member(&format!("voter {place}"));
        voter.votes_in_poll(message, "Monday").unwrap();
        if place % 2 == 0 {
            voter.votes_in_poll(message, "Tuesday").unwrap();
        }
    }
    let Reading::Results(read) = results(&town, message).await else { panic!("no results") };
    assert_eq!((read.counts, read.voters), (vec![230, 115], Some(230)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_discord_has_not_counted_yet_is_not_taken_for_the_result() {
    for by_hand in [true, false] {
        let town = Town::new().await;
        let helper = town.helper("hedda");
        let given =
            [("question", "Which day?"), ("options", "Monday; Tuesday"), ("kind", "native"), ("closes", "in 1 day")];
        let preview = town.slash(&helper, "poll create", &given.map(|(name, value)| (name, value.into()))).await;
        town.click(&helper, &preview, "Publish").await;
        town.pass(MINUTE).await;
        let card = town.sandbox.messages(town.general, &town.guild.owner())[0].id.expect("a message");
        helper.votes_in_poll(card, "Tuesday").unwrap();

        town.sandbox.counts_slowly(true);
        if by_hand {
            town.slash(&helper, "poll close", &[]).await;
            town.pass(2 * MINUTE).await;
        } else {
            town.pass(24 * HOUR + 2 * MINUTE).await;
        }
        let open = "SELECT count(*) FROM polls WHERE state = 'open'";
        assert_eq!(town.number(open).await, 1, "by hand: {by_hand}");
        assert!(town.sandbox.calls(EXPIRE).len() <= 1, "it ends once, by hand: {by_hand}");
        town.sandbox.counts_slowly(false);
        town.pass(MINUTE).await;
        assert_eq!(town.number(open).await, 0, "by hand: {by_hand}");
    }
}

/// What was heard of polls that ended.
#[derive(Debug, Default)]
struct Heard(Mutex<Vec<Ended>>);

fn listener() -> Feature {
    Feature {
        state: Some(|_| Arc::new(Heard::default())),
        listen: Some(|app, event| {
            Box::pin(async move {
                app.state::<Heard>().0.lock().unwrap().extend(native_poll::ended(event));
                Ok(())
            })
        }),
        intents: GatewayIntents::GUILDS | GatewayIntents::GUILD_MESSAGES,
        ..Feature::new("listener")
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn that_a_poll_has_ended_is_heard() {
    let mut town = Town::without_bot(|_| {}).await;
    town.features = || vec![trial::feature(), listener()];
    town.start().await;
    let first = done(&town, poll(&town, "Which day?", false)).await;
    town.pass(MINUTE).await;
    let second = done(&town, poll(&town, "Which week?", false)).await;
    town.member("bob").says(town.general, "Vote!").unwrap();
    done(&town, end(&town, second)).await;
    town.pass(24 * HOUR).await;
    let heard = town.app().state::<Heard>().0.lock().unwrap().clone();
    let ended = |message| Ended { channel: town.general, message };
    assert_eq!(heard, [ended(made(&town, second).await), ended(made(&town, first).await)]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_event_is_made_once_whatever_happens_to_its_request() {
    in_every_trouble(async |what, times, fault| {
        let town = town().await;
        town.sandbox.faults().plan(MAKE, times, fault);
        let order = done(&town, picnic(&town, what)).await;
        town.pass(2 * MINUTE).await;
        assert_eq!(ending(&town, order).await, "done", "{what}");
        let events = town.guild.events();
        assert_eq!(events.len(), 1, "{what}: {events:?}");
        assert!(events[0].starts_with(what) && events[0].ends_with("at Park, by Steward"), "{}", events[0]);
        assert!(event(&town, order).await.0.is_some());
        assert_eq!(told(town.app()).await.len(), 1, "{what}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_the_event_of_this_very_order_is_taken_for_its_own() {
    let town = town().await;
    let starts = town.clock.now().plus(24 * HOUR);
    // Of the same name and time: one by a person, and one by an earlier order.
    town.guild.owner().schedules("Picnic", starts, starts.plus(HOUR), "Hill").unwrap();
    let earlier = done(&town, picnic(&town, "Picnic")).await;
    for (fault, total) in [(Fault::Reset, 3), (Fault::ResetAfterApplying, 4)] {
        town.sandbox.faults().plan(MAKE, 1, fault);
        town.sandbox.faults().fail(LIST, 2, 503, 0);
        let new = NewEvent::elsewhere(&Safe::ours("Picnic"), starts, starts.plus(HOUR), &Safe::ours("Park"));
        let order = Effect::MakeEvent { new, reason: "poll 2".to_owned() };
        let order = done(&town, Order::new(town.guild.id(), trial::NAME, "event", 0, order)).await;
        town.pass(MINUTE).await;
        assert_eq!((ending(&town, order).await.as_str(), town.guild.events().len()), ("done", total));
        assert_ne!(event(&town, order).await.0, event(&town, earlier).await.0);
    }
    assert_eq!(event(&town, earlier).await.1, 3, "each order has one of its own");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_event_that_cannot_be_made_is_told() {
    let town = town().await;
    town.guild.bot_permissions(rights::VIEW_CHANNEL);
    let refused = done(&town, picnic(&town, "Picnic")).await;
    assert_eq!(ending(&town, refused).await, "failed permission");
    town.guild.bot_permissions(rights::CREATE_EVENTS);
    let starts = town.clock.now().plus(HOUR);
    for place in 0..100 {
        town.guild.owner().schedules(&format!("Walk {place}"), starts, starts.plus(HOUR), "Hill").unwrap();
    }
    let full = done(&town, picnic(&town, "Picnic")).await;
    assert_eq!(ending(&town, full).await, "failed full");
    assert_eq!(
        told(town.app()).await,
        [("event".to_owned(), "Failed(Permission)".to_owned()), ("event".to_owned(), "Failed(Full)".to_owned())]
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_event_whose_time_has_come_is_not_made_any_more() {
    for (fault, ends, events) in [(Fault::Reset, "failed late", 0), (Fault::ResetAfterApplying, "done", 1)] {
        let town = town().await;
        town.sandbox.faults().plan(MAKE, 1, fault);
        town.sandbox.faults().fail(LIST, 100_000, 503, 0);
        let order = done(&town, picnic(&town, "Picnic")).await;
        town.pass(25 * HOUR).await;
        town.sandbox.faults().clear();
        town.pass(2 * HOUR).await;
        assert_eq!((ending(&town, order).await.as_str(), town.guild.events().len()), (ends, events));
    }
    let town = town().await;
    let late = NewEvent::elsewhere(&Safe::ours("Picnic"), Timestamp(1), Timestamp(2), &Safe::ours("Park"));
    let order = Effect::MakeEvent { new: late, reason: String::new() };
    let order = done(&town, Order::new(town.guild.id(), trial::NAME, "event", 0, order)).await;
    assert_eq!((ending(&town, order).await.as_str(), town.sandbox.calls(MAKE).len()), ("failed late", 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_put_back_makes_no_event_and_no_poll_twice() {
    let mut town = town().await;
    let orders = [picnic(&town, "Picnic"), poll(&town, "Which day?", false)];
    let mut waiting = Vec::new();
    for order in orders {
        let effect = serde_json::to_string(&order.effect).unwrap();
        waiting.push((done(&town, order).await, effect));
    }
    town.pass(MINUTE).await;
    // The copy was made before either was carried out.
    let ids: Vec<OutboxId> = waiting.iter().map(|(id, _)| *id).collect();
    let now = town.clock.now();
    let put_back = town.app().db.write(async move |tx| {
        let before = "UPDATE outbox SET state = 'pending', channel_id = NULL, message_id = NULL, event_id = NULL,
            tried_at = NULL, tries = 0, ended_at = NULL, effect = ? WHERE outbox_id = ?";
        for (id, effect) in waiting {
            sqlx::query(before).bind(effect).bind(id).execute(&mut *tx).await?;
        }
        outbox::after_restore(tx, now).await
    });
    assert_eq!(put_back.await.unwrap(), 0);
    town.restart().await;
    town.pass(MINUTE).await;
    for id in ids {
        assert_eq!(ending(&town, id).await, "done");
    }
    assert_eq!((town.guild.events().len(), texts(&town).len()), (1, 1));
}
