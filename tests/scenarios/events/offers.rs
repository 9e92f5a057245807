//! What another feature offers becomes an event of the server, and the channel it came from is told.

use std::time::Duration;

use insta::assert_snapshot;
use steward::error::{Error, Result};
use steward::feature::offer;
use steward::feature::offer::{Handoff, Kind, Source, Venue};
use steward::ids::MemberId;
use steward::sandbox::faults::Fault;
use steward::sandbox::{Person, Shown, rights};

use crate::support::town::Town;

const MAKE: &str = "POST /guilds/*/scheduled-events";
const LIST: &str = "GET /guilds/*/scheduled-events";
const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
const DAY: Duration = Duration::from_secs(86_400);

/// A picnic tomorrow, as the seventh poll would offer it.
fn picnic(town: &Town, by: MemberId) -> Handoff {
    Handoff::Event {
        guild: town.guild.id(),
        by,
        channel: town.general,
        title: "Picnic with *rye*".to_owned(),
        starts: town.clock.now().plus(DAY),
        place: Some(Venue::Words("Park".to_owned())),
        duration: Duration::from_secs(3_600),
        source: Source { feature: "polls", row: 7 },
    }
}

async fn offers(town: &Town, offer: Handoff) -> Result<()> {
    let (taker, now) = (offer::taker(town.app(), Kind::Event).expect("somebody takes events"), town.clock.now());
    let taken = town.app().db.write(async move |tx: &mut _| taker.offer(tx, &offer, now).await).await;
    town.settled().await;
    taken
}

/// What Steward wrote in `general`.
fn words(town: &Town) -> Vec<Shown> {
    let mut shown = town.sandbox.messages(town.general, &town.guild.owner());
    shown.retain(|one| one.author == "Steward");
    shown
}

/// The last of it, with whom it calls; ids are others each time.
fn last_word(town: &Town) -> String {
    let shown = words(town).pop().expect("a word");
    let text: String = shown.text().chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect();
    format!("{}\ncalls {:?}", text, shown.pings)
}

async fn asked() -> (Town, Person) {
    let town = Town::new().await;
    let ana = town.helper("ana");
    town.settled().await;
    (town, ana)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_offer_becomes_an_event_and_the_channel_is_told() {
    let (town, ana) = asked().await;
    offers(&town, picnic(&town, ana.id())).await.expect("it is taken");
    assert_snapshot!(town.guild.events().join("\n\n"), @"
    Picnic with *rye*
    Tuesday, 17 November 2026 09:00 to Tuesday, 17 November 2026 10:00
    at Park, by Steward
    ");
    assert_snapshot!(words(&town)[0].text(), @"
    Picnic with *rye*
    **When:** Tuesday, 17 November 2026 09:00 (in 1 day), 1 h
    **Where:** Park
    **Going:** 0
    Event #1
    [Going] [Maybe] [Can't] [Remind me] [Calendar file]
    ");
    assert_eq!(words(&town)[0].pings, Vec::<String>::new(), "nobody has to do anything");
    let log = town.sandbox.audit_log(town.guild.id());
    assert_eq!(log.last().expect("an entry")["reason"], format!("Event asked for by @{}", ana.id()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_offered_again_is_the_same_event() {
    let (mut town, ana) = asked().await;
    for _ in 0..2 {
        offers(&town, picnic(&town, ana.id())).await.expect("it is taken");
    }
    town.restart().await;
    offers(&town, picnic(&town, ana.id())).await.expect("it is taken");
    town.pass(2 * DAY).await;
    offers(&town, picnic(&town, ana.id())).await.expect("it is there already");
    assert_eq!((town.sandbox.calls(MAKE).len(), words(&town).len()), (1, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_event_whose_answer_was_lost_is_made_and_told_once() {
    let (mut town, ana) = asked().await;
    town.sandbox.faults().plan(MAKE, 1, Fault::ResetAfterApplying);
    town.sandbox.faults().fail(LIST, 2, 503, 0);
    offers(&town, picnic(&town, ana.id())).await.expect("it is taken");
    town.restart().await;
    town.pass(MINUTE).await;
    assert_eq!((town.guild.events().len(), town.sandbox.calls(MAKE).len(), words(&town).len()), (1, 1, 1));
    assert!(words(&town)[0].text().contains("Event #1"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_asked_is_told_what_is_missing_and_can_have_it_made_then() {
    let (town, ana) = asked().await;
    town.guild.bot_permissions(rights::VIEW_CHANNEL | rights::SEND_MESSAGES);
    offers(&town, picnic(&town, ana.id())).await.expect("it is taken");
    town.pass(2 * SECOND).await;
    assert_snapshot!(last_word(&town), @r#"
    @ana “Picnic with *rye*” was not put on the server’s list of events. I lack the permission “Create Events” for that. Someone who manages the server can give it to my role under Server Settings → Roles; then try again.
    calls ["@ana"]
    "#);

    town.guild.bot_permissions(rights::VIEW_CHANNEL | rights::SEND_MESSAGES | rights::CREATE_EVENTS);
    for place in 0..100 {
        let (starts, ends) = (town.clock.now().plus(MINUTE), town.clock.now().plus(2 * MINUTE));
        town.guild.owner().schedules(&format!("Walk {place}"), starts, ends, "Hill").unwrap();
    }
    town.pass(MINUTE).await;
    offers(&town, picnic(&town, ana.id())).await.expect("it is taken");
    assert_snapshot!(last_word(&town), @r#"
    @ana “Picnic with *rye*” was not put on the server’s list of events. Discord takes ### events on that list and no more: remove one that nobody needs, then try again.
    calls ["@ana"]
    "#);
    assert_eq!(
        town.number("SELECT count(*) FROM event_occurrences WHERE mirror = 'failed'").await,
        1,
        "one row for the offer"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_has_begun_is_not_made() {
    let (town, ana) = asked().await;
    let offer = picnic(&town, ana.id());
    town.pass(DAY).await;
    let refused = offers(&town, offer).await;
    let Err(Error::Told(why)) = refused else { panic!("taken: {refused:?}") };
    assert_eq!(why.key, "events-begun");
    assert_eq!((town.number("SELECT count(*) FROM events").await, town.sandbox.calls(MAKE).len()), (0, 0));

    // Discord was down until it was too late.
    town.sandbox.faults().fail(MAKE, 1_000, 503, 0);
    offers(&town, picnic(&town, ana.id())).await.expect("it is taken");
    town.pass(DAY + 2 * MINUTE).await;
    town.sandbox.faults().clear();
    town.pass(2 * 60 * MINUTE).await;
    assert_snapshot!(last_word(&town), @r#"
    @ana “Picnic with *rye*” was not put on the server’s list of events. It could not be done in time.
    calls ["@ana"]
    "#);
    assert_eq!(town.guild.events(), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_nobody_can_say_whether_it_was_made_that_is_said_and_it_is_not_made_again() {
    let (town, ana) = asked().await;
    town.sandbox.faults().plan(MAKE, 1, Fault::ResetAfterApplying);
    town.sandbox.faults().fail(LIST, 1, 403, 50_001);
    offers(&town, picnic(&town, ana.id())).await.expect("it is taken");
    town.pass(MINUTE).await;
    assert_snapshot!(last_word(&town), @r#"
    @ana Discord did not say whether “Picnic with *rye*” was put on the server’s list of events. Look there; if it is missing, add it by hand.
    calls ["@ana"]
    "#);
    let refused = offers(&town, picnic(&town, ana.id())).await;
    assert!(matches!(refused, Err(Error::Told(ref why)) if why.key == "events-unclear"), "{refused:?}");
    assert_eq!(town.sandbox.calls(MAKE).len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_reads_of_its_events_in_its_language() {
    let (town, ana) = asked().await;
    town.guild.locale("ro");
    town.settled().await;
    let Handoff::Event { guild, by, channel, title, starts, duration, source, .. } = picnic(&town, ana.id()) else {
        unreachable!("it is an event")
    };
    let anywhere = Handoff::Event { guild, by, channel, title, starts, place: None, duration, source };
    offers(&town, anywhere).await.expect("it is taken");
    assert_snapshot!(town.guild.events()[0], @"
    Picnic with *rye*
    Tuesday, 17 November 2026 09:00 to Tuesday, 17 November 2026 10:00
    at Locul se anunță ulterior, by Steward
    ");
    assert_snapshot!(last_word(&town), @"
    Picnic with *rye*
    **Când:** Tuesday, ## November #### ##:## (in # day), # h
    **Unde:** Locul se anunță ulterior
    **Vin:** #
    Evenimentul nr. #
    [Vin] [Poate] [Nu pot] [Amintește-mi] [Fișier de calendar]
    calls []
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_forgotten_is_not_called() {
    let (town, ana) = asked().await;
    town.sandbox.faults().fail(MAKE, 2, 503, 0);
    offers(&town, picnic(&town, ana.id())).await.expect("it is taken");
    let question = town.slash(&ana, "privacy forget", &[]).await;
    town.click(&ana, &question, "Confirm").await;
    town.guild.bot_permissions(rights::VIEW_CHANNEL | rights::SEND_MESSAGES);
    town.pass(MINUTE).await;
    assert!(last_word(&town).starts_with("“Picnic with *rye*” was not put on"), "{}", last_word(&town));
    assert!(last_word(&town).ends_with("calls []"), "{}", last_word(&town));
}
