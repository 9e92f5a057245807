//! An occurrence opens: it gets its row, its card, its event on Discord's list, and its place in time. The first one
//! does as the event is published, the next one when the one before is over.

use std::collections::HashSet;
use std::sync::Arc;

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::channels::{CanPost, can_member_post};
use crate::discord::access::people;
use crate::discord::access::people::Person;
use crate::discord::ui::ping::Ping;
use crate::error::{Error, Message, Result};
use crate::feature::card::Calls;
use crate::feature::{card, draft, offer};
use crate::features::setup;
use crate::ids::GuildId;
use crate::jobs;
use crate::jobs::{Job, Outcome, recurrence};
use crate::text::zone::Zone;

use super::cards::CARD;
use super::rules::plan::EventSpec;
use super::rules::{series, timeline};
use super::store::{events, occurrences};
use super::{Event, EventId, EventState, Occurrence, OccurrenceId, TICK, actions, mirror, signing};

/// What is done for whoever called people together, as they may do it now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// Whether those are pinged who were to be pinged.
    pub calls: Calls,
    /// Whether it is put on Discord's list.
    pub listed: bool,
}

/// Opens an occurrence of an event. Those of the one `before` who wanted to come every time are signed up.
pub async fn open(
    tx: &mut SqliteConnection,
    event: &Event,
    (day, starts): (i64, Timestamp),
    before: Option<&Occurrence>,
    opening: Opening,
    now: Timestamp,
) -> Result<OccurrenceId> {
    let id = occurrences::insert(&mut *tx, event, day, (starts, starts.plus(event.length))).await?;
    let occurrence = get(&mut *tx, event.guild, id).await?;
    if let Some(gone_by) = timeline::gone_by(&event.details.remind, starts, now) {
        occurrences::set_reminded(&mut *tx, event.guild, id, gone_by).await?;
    }
    if let Some(before) = before {
        signing::carry_over(&mut *tx, before, &occurrence, now).await?;
    }
    announce(tx, event, &occurrence, opening, now).await?;
    Ok(id)
}

/// Posts its card, puts it on Discord's list where it is to be, and schedules what comes of it.
async fn announce(
    tx: &mut SqliteConnection,
    event: &Event,
    occurrence: &Occurrence,
    opening: Opening,
    now: Timestamp,
) -> Result<()> {
    let row = occurrence.id.get();
    // Discord takes no event that has begun.
    if opening.listed && occurrence.starts > now {
        mirror::order(&mut *tx, event, occurrence, now).await?;
    }
    card::post(&mut *tx, &CARD, event.guild, row, opening.calls, now).await?;
    schedule(tx, occurrence, now).await
}

/// Schedules what becomes due next of an occurrence.
pub async fn schedule(tx: &mut SqliteConnection, occurrence: &Occurrence, now: Timestamp) -> Result<()> {
    // Its row may say more of the reminders than is known here.
    let occurrence = get(&mut *tx, occurrence.guild, occurrence.id).await?;
    let due = timeline::due(&occurrence, now);
    let is_due = due.remind.is_some() || due.start || due.end;
    match timeline::next(&occurrence, now).filter(|_| !is_due).or_else(|| is_due.then_some(now)) {
        Some(at) => jobs::schedule(tx, occurrence.guild, &TICK, occurrence.id.get(), at).await,
        None => jobs::cancel(tx, occurrence.guild, &TICK, occurrence.id.get()).await,
    }
}

/// Opens the next occurrence of a series, if there is one and the one before is over; else the event is over.
pub async fn next(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    let (guild, id, now) = (job.guild, EventId(job.row), app.clock.now());
    let mut db = app.db.read().acquire().await?;
    let Some(event) = events::get(&mut *db, guild, id).await? else { return Ok(Outcome::Done) };
    drop(db);
    if event.state != EventState::Published {
        return Ok(Outcome::Done);
    }
    let may = if event.series.is_some() { author_may(app, &event).await? } else { None };
    app.db.write(async move |tx| go_on(tx, guild, id, may, now).await).await?;
    Ok(Outcome::Done)
}

async fn go_on(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: EventId,
    may: Option<Opening>,
    now: Timestamp,
) -> Result<()> {
    let Some(mut event) = events::get(&mut *tx, guild, id).await? else { return Ok(()) };
    let is_busy = occurrences::current(&mut *tx, guild, id).await?.is_some();
    if event.state != EventState::Published || is_busy {
        return Ok(());
    }
    let known: HashSet<i64> = occurrences::days(&mut *tx, guild, id).await?.into_iter().collect();
    let zone = setup::server(&mut *tx, guild).await?.zone;
    let mut coming = next_of(&event, &known, now, &zone);
    // Where what the series is now has come to its end, it goes on as what it was to be from then on.
    while coming.is_none()
        && let Some(later) = event.clone().in_next_part()
    {
        event = later;
        events::set_plan(&mut *tx, &event, now).await?;
        coming = next_of(&event, &known, now, &zone);
    }
    let before = occurrences::latest(&mut *tx, guild, id).await?;
    let (Some(coming), Some(opening)) = (coming, may) else {
        // Without another occurrence it has ended; where nobody stands for it any more it is called off.
        let state = if coming.is_some() { EventState::Cancelled } else { EventState::Ended };
        return close(tx, &event, before.as_ref(), state, now).await;
    };
    open(tx, &event, (coming.day, coming.at), before.as_ref(), opening, now).await.map(drop)
}

/// The next occurrence of what a series is now.
fn next_of(event: &Event, known: &HashSet<i64>, now: Timestamp, zone: &Zone) -> Option<recurrence::Occurrence> {
    series::next(event.series.as_ref()?, event.length, known, now, zone)
}

/// There is no further occurrence.
async fn close(
    tx: &mut SqliteConnection,
    event: &Event,
    last: Option<&Occurrence>,
    state: EventState,
    now: Timestamp,
) -> Result<()> {
    events::set_over(&mut *tx, event.guild, event.id, state, now).await?;
    draft::delete_images::<EventSpec>(&mut *tx, event.guild, event.id.get()).await?;
    match last {
        Some(last) => card::edit(tx, &CARD, event.guild, last.id.get(), now).await,
        None => Ok(()),
    }
}

/// What is done for the author of a series as it goes on by itself; `None`, where they are not staff any more, or may
/// not write in its channel. A series whose author is forgotten goes on, and pings nobody.
///
/// # Errors
/// Told, if Discord did not answer in time: then it is tried again.
async fn author_may(app: &App, event: &Event) -> Result<Option<Opening>> {
    let is_public =
        app.discord.directory.guild(event.guild).is_some_and(|known| known.is_public(event.guild, event.channel));
    let listed = event.details.listed && is_public;
    let Some(author) = event.author else { return Ok(Some(Opening { calls: Calls::Nobody, listed })) };
    let author = people::fetch(app, event.guild, author).await?;
    if people::may_still(&author, actions::MAKE_EVENT).is_err() {
        return Ok(None);
    }
    match can_member_post(app, event.guild, author.viewer(), event.channel).await {
        CanPost::Yes => {}
        CanPost::Unknown => return Err(Message::new("people-unanswered").into()),
        CanPost::Lacks(_) | CanPost::Gone => return Ok(None),
    }
    let calls = if may_ping(app, event, &author) { Calls::Once } else { Calls::Nobody };
    let may_list = offer::taker_for(app, offer::Kind::Event, event.guild, event.channel, author.viewer()).is_ok();
    Ok(Some(Opening { calls, listed: listed && may_list }))
}

fn may_ping(app: &App, event: &Event, author: &Person) -> bool {
    let ping = event.details.ping.map(|role| Ping::kept(event.guild, role));
    ping.is_none_or(|ping| ping.is_permitted(app, event.guild, author.viewer(), event.channel))
}

async fn get(tx: &mut SqliteConnection, guild: GuildId, id: OccurrenceId) -> Result<Occurrence> {
    occurrences::get(tx, guild, id).await?.ok_or_else(|| Error::fault("an occurrence that was just written"))
}
