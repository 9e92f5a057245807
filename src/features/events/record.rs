//! An offer is taken and ordered, and what became of the order is written down and said.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, NewEvent, Order, OrderEnded, Outcome};
use crate::error::{Error, Result};
use crate::feature::offer::{Handoff, Source};
use crate::features::setup;
use crate::ids::GuildId;
use crate::text::safe::Safe;

use super::store::{events, occurrences};
use super::{Details, Event, Mirror, NAME, Occurrence, OccurrenceId, Place, rules, views};

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
    let earlier = earlier(&mut *tx, *guild, *source).await?;
    let mirror = earlier.as_ref().and_then(|(_, occurrence)| occurrence.mirror);
    if !rules::offer::is_to_be_made(mirror, *starts, now)? {
        return Ok(());
    }
    let details = Details {
        title: title.clone(),
        description: None,
        place: Place::Elsewhere { words: place.clone() },
        hide_address: false,
        capacity: None,
        groups: Vec::new(),
        guests: 0,
        for_role: None,
        cutoff: None,
        remind: Vec::new(),
        ping: None,
        listed: true,
    };
    let fresh = events::Fresh {
        guild: *guild,
        author: *by,
        channel: *channel,
        details,
        starts: *starts,
        length: (*duration).max(SHORTEST),
        series: None,
        source: Some(*source),
    };
    let occurrence = keep(&mut *tx, earlier, &fresh, now).await?;
    let locale = setup::server(&mut *tx, *guild).await?.locale;
    let (title, place) = (Safe::escape(title), views::place(place.as_deref(), locale));
    let effect = Effect::MakeEvent {
        new: NewEvent::elsewhere(&title, occurrence.starts, occurrence.ends, &place),
        reason: views::reason(*by, locale),
    };
    occurrences::set_mirror(&mut *tx, *guild, occurrence.id, Some(Mirror::Ordered), None).await?;
    outbox::insert(tx, &Order::new(*guild, NAME, EVENT, occurrence.id.get(), effect), now).await.map(drop)
}

/// What an earlier offer of the same row became.
async fn earlier(tx: &mut SqliteConnection, guild: GuildId, source: Source) -> Result<Option<(Event, Occurrence)>> {
    let Some(event) = events::from_source(&mut *tx, guild, source).await? else { return Ok(None) };
    Ok(occurrences::latest(tx, guild, event.id).await?.map(|occurrence| (event, occurrence)))
}

/// Keeps an event that was offered, in the place of one that could not be made.
async fn keep(
    tx: &mut SqliteConnection,
    earlier: Option<(Event, Occurrence)>,
    fresh: &events::Fresh,
    now: Timestamp,
) -> Result<Occurrence> {
    let ends = fresh.starts.plus(fresh.length);
    let id = match earlier {
        Some((event, before)) => {
            events::set_again(&mut *tx, &event, fresh, now).await?;
            occurrences::set_again(&mut *tx, &before).await?;
            let occurrence = Occurrence { starts: fresh.starts, ends, details: fresh.details.clone(), ..before };
            occurrences::set_plan(&mut *tx, &occurrence).await?;
            occurrence.id
        }
        None => {
            let id = events::insert(&mut *tx, fresh, now).await?;
            let event = events::get(&mut *tx, fresh.guild, id).await?.ok_or_else(|| Error::fault("no event"))?;
            occurrences::insert(&mut *tx, &event, 0, (fresh.starts, ends)).await?
        }
    };
    occurrences::get(tx, fresh.guild, id).await?.ok_or_else(|| Error::fault("no occurrence"))
}

/// Notes what became of an order, and says so where the offer came from.
pub async fn delivered(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    if order.purpose != EVENT {
        return Ok(());
    }
    let id = OccurrenceId(order.row);
    let Some(occurrence) = occurrences::get(&mut *tx, order.guild, id).await? else { return Ok(()) };
    let Some(event) = events::get(&mut *tx, order.guild, occurrence.event).await? else { return Ok(()) };
    let (mirror, why) = match &order.outcome {
        Outcome::Scheduled(scheduled) => {
            occurrences::set_scheduled(&mut *tx, order.guild, id, *scheduled).await?;
            (Mirror::Made, None)
        }
        Outcome::Failed(why) => (Mirror::Failed, Some(why.as_str())),
        Outcome::Done { .. } | Outcome::Made(_) | Outcome::Unknown => (Mirror::Unknown, None),
    };
    occurrences::set_mirror(&mut *tx, order.guild, id, Some(mirror), why).await?;
    say(tx, &event, &occurrence, order, now).await
}

async fn say(
    tx: &mut SqliteConnection,
    event: &Event,
    occurrence: &Occurrence,
    order: &OrderEnded,
    now: Timestamp,
) -> Result<()> {
    let locale = setup::server(&mut *tx, event.guild).await?.locale;
    let body = views::word(event, occurrence, (&order.outcome, &order.effect), locale).json();
    let effect = Effect::Post { channel: event.channel, body };
    outbox::insert(tx, &Order::new(event.guild, NAME, WORD, occurrence.id.get(), effect), now).await.map(drop)
}
