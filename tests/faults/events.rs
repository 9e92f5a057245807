//! Seats that change hands while the process is killed: whoever waited has the seat once, and is told once.

use steward::ids::MessageId;
use steward::sandbox::faults::Fault;
use steward::sandbox::{Given, Person};

use crate::support::process::House;
use crate::support::town::PATIENCE;

const GOING: &str = "SELECT count(*) FROM event_signups WHERE state = 'going'";
const DMS: &str = "POST /users/@me/channels";

async fn press(by: &Person, card: MessageId, label: &str) {
    by.clicks(card, label).await.unwrap_or_else(|why| panic!("{label}: {why}"));
}

/// An event with one seat: its card.
async fn published(house: &House, organizer: &Person) -> MessageId {
    let given: [(&str, Given); 3] = [("title", "Raid".into()), ("starts", "in 2 days".into()), ("capacity", 1.into())];
    let preview = organizer.slash(house.general, "event create", &given).await.expect("a preview");
    organizer.clicks(&preview, "Publish").await.expect("it is published");
    house.until_number("SELECT count(*) FROM outbox WHERE feature = 'events' AND message_id IS NOT NULL", 1).await;
    let shown = house.sandbox.messages(house.general, organizer);
    shown.last().and_then(|card| card.id).expect("a card")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_waited_has_the_seat_and_is_told_once_also_when_the_process_is_killed_in_between() {
    let house = House::new().await;
    let (olga, ana, bob) = (house.helper("olga"), house.guild.person("ana", &[]), house.guild.person("bob", &[]));
    let steward = house.start_ready().await;
    let card = published(&house, &olga).await;
    press(&ana, card, "Going").await;
    press(&bob, card, "Going").await;
    // Discord opens no direct message yet: the process dies with the word still to be said.
    house.sandbox.faults().plan(DMS, 9, Fault::Reset);
    press(&ana, card, "Can't").await;
    assert!(house.sandbox.until_calls(PATIENCE, DMS, 1).await);
    steward.kill().await;
    assert_eq!(house.number(GOING).await, 1, "the seat and the word were written at once");
    house.sandbox.faults().clear();
    let steward = house.start_ready().await;
    house.until_number("SELECT count(*) FROM outbox WHERE purpose = 'dm' AND state = 'done'", 1).await;
    let told = house.sandbox.dms(&bob);
    assert_eq!(told.iter().filter(|one| one.text().contains("You have a seat")).count(), 1);
    assert_eq!(house.number(GOING).await, 1);
    steward.kill().await;
}
