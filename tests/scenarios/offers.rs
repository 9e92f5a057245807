//! What one feature hands to another without either knowing the other.

use std::time::Duration;

use steward::app::App;
use steward::discord::outbox;
use steward::error::{Error, Result};
use steward::feature::offer;
use steward::feature::offer::{Handoff, Kind, Source, Taker};
use steward::ids::GuildId;

use crate::support::town::{MONDAY, Town};
use crate::support::trial;

fn comment(guild: GuildId, text: &str) -> Handoff {
    let source = Source { feature: "surveys", row: 7 };
    Handoff::Feedback {
        guild,
        text: text.to_owned(),
        author: None,
        said: None,
        channel: None,
        message: None,
        is_public: false,
        tags: Vec::new(),
        source,
    }
}

/// Offers something in the transaction of a record.
async fn offers(town: &Town, text: &'static str) -> Result<()> {
    let (guild, channel, now) = (town.guild.id(), town.general, town.app().clock.now());
    let taker = offer::taker(town.app(), Kind::Feedback).expect("somebody takes feedback");
    let write = async move |tx: &mut _| {
        outbox::insert(tx, &trial::post(guild, channel, "a comment"), now).await?;
        taker.offer(tx, &comment(guild, text), now).await
    };
    town.app().db.write(write).await
}

async fn with_trial() -> Town {
    let mut town = Town::without_bot(|_| {}).await;
    town.features = trial::alone;
    town.start().await;
    town
}

fn posts(town: &Town) -> usize {
    town.sandbox.messages(town.general, &town.guild.owner()).len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_offered_is_taken_with_the_record_that_it_follows_from() {
    let town = with_trial().await;

    offers(&town, "More rye, please").await.expect("it is taken");
    town.settled().await;

    assert_eq!(trial::offered(town.app()).await, [("More rye, please".to_owned(), "surveys 7".to_owned())]);
    assert_eq!(posts(&town), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_taken_leaves_nothing_behind() {
    let town = with_trial().await;

    let refused = offers(&town, "").await;
    town.settled().await;

    assert!(matches!(refused, Err(Error::Told(_))), "{refused:?}");
    assert_eq!((trial::offered(town.app()).await, posts(&town)), (Vec::new(), 0), "neither half of it");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_offered_what_nobody_takes() {
    let town = with_trial().await;
    let taken = |app: &App| [Kind::Event, Kind::Feedback].map(|kind| offer::is_taken(app, kind));
    assert_eq!(taken(town.app()), [false, true]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_takes_one_kind_is_not_given_another() {
    let town = with_trial().await;
    let guild = town.guild.id();
    let event = Handoff::Event {
        guild,
        by: town.guild.owner().id(),
        channel: town.general,
        title: "Rye evening".to_owned(),
        starts: MONDAY.plus(Duration::from_secs(86_400)),
        place: None,
        duration: Duration::from_secs(3_600),
        source: Source { feature: "polls", row: 1 },
    };
    // One that would take whatever comes.
    let taker = Taker { kind: Kind::Feedback, take: |_, _, _| Box::pin(async { Ok(()) }), shown_to_all: None };
    let now = town.app().clock.now();
    let given = town.app().db.write(async move |tx: &mut _| taker.offer(tx, &event, now).await).await;
    assert!(matches!(given, Err(Error::Fault(_))), "{given:?}");
}
