//! An offer is taken and ordered, and what became of the order is written down and said.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, NewEvent, Order, OrderEnded, Outcome};
use crate::error::{Error, Result};
use crate::feature::offer::Handoff;
use crate::features::events::EventId;
use crate::features::setup;
use crate::text::safe::Safe;

use super::store::{self, Fresh};
use super::{Event, NAME, State, rules, views};

/// What the event is to us in the outbox.
const EVENT: &str = "event";
/// What the word on it is.
const WORD: &str = "word";
/// Discord takes no event that ends when it begins.
const SHORTEST: Duration = Duration::from_secs(60);

/// Takes an offer: the event is written down and ordered, once for each row that it follows from.
///
/// # Errors
/// Told, if it would have begun by now, or may have been made before; fault, if it is no event, or the
/// database does not take it.
pub async fn take(tx: &mut SqliteConnection, offer: &Handoff, now: Timestamp) -> Result<()> {
    let Handoff::Event { guild, by, channel, title, starts, place, duration, source } = offer else {
        return Err(Error::fault("only events are taken"));
    };
    let earlier = store::state(&mut *tx, *guild, *source).await?;
    if !rules::is_to_be_made(earlier, *starts, now)? {
        return Ok(());
    }
    let fresh = Fresh {
        guild: *guild,
        source: *source,
        by: *by,
        channel: *channel,
        title,
        place: place.as_deref(),
        starts: *starts,
        ends: starts.plus((*duration).max(SHORTEST)),
    };
    let id = store::insert(&mut *tx, &fresh, now).await?;
    let locale = setup::server(&mut *tx, *guild).await?.locale;
    let (title, place) = (Safe::escape(title), views::place(place.as_deref(), locale));
    let effect = Effect::MakeEvent {
        new: NewEvent::elsewhere(&title, fresh.starts, fresh.ends, &place),
        reason: views::reason(*by, locale),
    };
    outbox::insert(tx, &Order::new(*guild, NAME, EVENT, id.get(), effect), now).await.map(drop)
}

/// Notes what became of an order, and says so where the offer came from.
pub async fn delivered(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    if order.purpose != EVENT {
        return Ok(());
    }
    let Some(event) = store::get(&mut *tx, order.guild, EventId(order.row)).await? else { return Ok(()) };
    let (state, scheduled) = match &order.outcome {
        Outcome::Scheduled(id) => (State::Made, Some(*id)),
        Outcome::Failed(_) => (State::Failed, None),
        Outcome::Done { .. } | Outcome::Made(_) | Outcome::Unknown => (State::Unknown, None),
    };
    store::set_state(&mut *tx, &event, state, scheduled).await?;
    say(tx, &event, order, now).await
}

async fn say(tx: &mut SqliteConnection, event: &Event, order: &OrderEnded, now: Timestamp) -> Result<()> {
    let locale = setup::server(&mut *tx, event.guild).await?.locale;
    let body = views::word(event, &order.outcome, &order.effect, locale).json();
    let effect = Effect::Post { channel: event.channel, body };
    outbox::insert(tx, &Order::new(event.guild, NAME, WORD, event.id.get(), effect), now).await.map(drop)
}
