//! What another feature offers becomes an event with a card, once for each row that it follows from.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::{Error, Result};
use crate::feature::card;
use crate::feature::card::Calls;
use crate::feature::offer::{Handoff, Source};
use crate::ids::GuildId;

use super::cards::CARD;
use super::opening::Opening;
use super::rules::plan::USUAL_REMINDERS;
use super::rules::timeline::gone_by;
use super::store::{events, occurrences};
use super::{Details, Event, Occurrence, Place, mirror, opening, rules};

/// Discord takes no event that ends when it begins.
const SHORTEST: Duration = Duration::from_secs(60);

/// Takes an offer: whoever offers has asked whether everyone may see it.
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
    let place = Place::Elsewhere { words: place.clone() };
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
