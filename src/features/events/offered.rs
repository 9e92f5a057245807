//! What another feature offers becomes an event with a card, once for each row that it follows from; and follows that
//! row from then on, as long as it is to come or takes place.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::{Error, Result};
use crate::feature::card;
use crate::feature::card::Calls;
use crate::feature::offer::{EventChanges, Handoff, Source, Venue};
use crate::ids::GuildId;

use super::cards::CARD;
use super::opening::Opening;
use super::rules::offer::SHORTEST;
use super::rules::plan::USUAL_REMINDERS;
use super::rules::timeline::gone_by;
use super::store::{events, occurrences};
use super::{Details, Event, EventState, Occurrence, OccurrenceState, Place, advance, mirror, opening, rules, running};

/// Takes an offer: whoever offers has asked whether everyone may see it.
///
/// # Errors
/// Told, if it would have begun by now, or may have been made before; fault, if it is no event, or the
/// database does not take it.
pub async fn take(tx: &mut SqliteConnection, offer: &Handoff, now: Timestamp) -> Result<()> {
    match offer {
        Handoff::EventChanged { guild, changes, source } => follow(tx, (*guild, *source), changes, now).await,
        Handoff::EventOver { guild, source } => end(tx, (*guild, *source), now).await,
        Handoff::Event { .. } | Handoff::Feedback { .. } => make(tx, offer, now).await,
    }
}

/// What an event was made from has changed: it follows, in what has changed and in nothing else, because people may have
/// changed the event too.
async fn follow(
    tx: &mut SqliteConnection,
    (guild, source): (GuildId, Source),
    changes: &EventChanges,
    now: Timestamp,
) -> Result<()> {
    let Some((event, occurrence)) = open_one(&mut *tx, guild, source).await? else { return Ok(()) };
    let Some(edited) = rules::offer::followed(&event, &occurrence, changes, now) else { return Ok(()) };
    let roster = running::keep(&mut *tx, &occurrence, edited, now).await?;
    mirror::change(tx, &roster.event, &roster.occurrence, now).await
}

/// What an event was made from does not take place, or is over: one that has begun ends, another one is cancelled.
async fn end(tx: &mut SqliteConnection, (guild, source): (GuildId, Source), now: Timestamp) -> Result<()> {
    let Some((event, occurrence)) = open_one(&mut *tx, guild, source).await? else { return Ok(()) };
    if occurrence.state == OccurrenceState::Scheduled {
        return running::call_off_all(tx, &event, &occurrence, now).await;
    }
    advance::end(&mut *tx, &event, &occurrence, OccurrenceState::Ended, now).await?;
    mirror::take_off(tx, &event, &occurrence, now).await
}

/// The event that follows from a row, as long as it is to come or takes place.
async fn open_one(tx: &mut SqliteConnection, guild: GuildId, source: Source) -> Result<Option<(Event, Occurrence)>> {
    let found = earlier(tx, guild, source).await?;
    Ok(found.filter(|(event, one)| event.state == EventState::Published && one.state.is_open()))
}

async fn make(tx: &mut SqliteConnection, offer: &Handoff, now: Timestamp) -> Result<()> {
    let Handoff::Event { guild, by, channel, title, starts, place, duration, source } = offer else {
        return Err(Error::fault("only events are taken"));
    };
    let earlier = earlier(&mut *tx, *guild, *source).await?;
    let mirror = earlier.as_ref().and_then(|(_, occurrence)| occurrence.mirror);
    if !rules::offer::is_to_be_made(mirror, *starts, now)? {
        return Ok(());
    }
    let place = match place.clone() {
        None => Place::Elsewhere { words: None },
        Some(Venue::Words(words)) => Place::Elsewhere { words: Some(words) },
        Some(Venue::Voice(channel)) => Place::Voice { channel },
        Some(Venue::Stage(channel)) => Place::Stage { channel },
        Some(Venue::Link(channel)) => Place::Link { channel },
    };
    let details = Details { listed: true, remind: USUAL_REMINDERS.to_vec(), ..Details::new(title.clone(), place) };
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
    match earlier {
        Some((event, occurrence)) => again(tx, &event, occurrence, &fresh, now).await,
        None => {
            let id = events::insert(&mut *tx, &fresh, now).await?;
            let event = events::get(&mut *tx, *guild, id).await?.ok_or_else(|| Error::fault("no event"))?;
            let opening = Opening { calls: Calls::Nobody, listed: true };
            opening::open(tx, &event, (0, *starts), None, opening, now).await.map(drop)
        }
    }
}

/// What an earlier offer of the same row became.
async fn earlier(tx: &mut SqliteConnection, guild: GuildId, source: Source) -> Result<Option<(Event, Occurrence)>> {
    let Some(event) = events::from_source(&mut *tx, guild, source).await? else { return Ok(None) };
    Ok(occurrences::latest(tx, guild, event.id).await?.map(|occurrence| (event, occurrence)))
}

/// An event that could not be put on Discord's list is as it is offered now, and is put there.
async fn again(
    tx: &mut SqliteConnection,
    event: &Event,
    before: Occurrence,
    fresh: &events::Fresh,
    now: Timestamp,
) -> Result<()> {
    events::set_again(&mut *tx, event, fresh, now).await?;
    occurrences::set_again(&mut *tx, &before).await?;
    let (starts, ends) = (fresh.starts, fresh.starts.plus(fresh.length));
    let reminded = gone_by(&fresh.details.remind, starts, now);
    let occurrence = Occurrence { starts, ends, details: fresh.details.clone(), reminded, ..before };
    occurrences::set_plan(&mut *tx, &occurrence).await?;
    let event = events::get(&mut *tx, event.guild, event.id).await?.ok_or_else(|| Error::fault("no event"))?;
    mirror::order(&mut *tx, &event, &occurrence, now).await?;
    card::edit(&mut *tx, &CARD, event.guild, occurrence.id.get(), now).await?;
    opening::schedule(tx, &occurrence, now).await
}
