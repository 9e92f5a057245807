//! Time goes on: people are reminded, an occurrence starts and ends. Whatever was missed while Steward was away is
//! decided by what is stored: one reminder in place of several, none once it has begun.

use std::sync::Arc;

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::error::Result;
use crate::feature::card;
use crate::ids::GuildId;
use crate::jobs;
use crate::jobs::{Job, Outcome};

use super::attendance;
use super::cards::CARD;
use super::notify::Note;
use super::rules::{seats, timeline};
use super::store::{events, occurrences, signups};
use super::{Event, NEXT, Occurrence, OccurrenceId, OccurrenceState, mirror, notify, opening};

/// Does what has become due of an occurrence, and schedules what comes next.
pub async fn tick(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    let (guild, id, now) = (job.guild, OccurrenceId(job.row), app.clock.now());
    app.db.write(async move |tx| advance(tx, guild, id, now).await).await?;
    // Whoever sits in its channel already when it starts is there.
    attendance::listen::reconcile(app, guild, now, now).await?;
    Ok(Outcome::Done)
}

async fn advance(tx: &mut SqliteConnection, guild: GuildId, id: OccurrenceId, now: Timestamp) -> Result<()> {
    let Some(occurrence) = occurrences::get(&mut *tx, guild, id).await? else { return Ok(()) };
    let Some(event) = events::get(&mut *tx, guild, occurrence.event).await? else { return Ok(()) };
    let due = timeline::due(&occurrence, now);
    if let Some(before) = due.remind {
        occurrences::set_reminded(&mut *tx, guild, id, before).await?;
        notify::all(&mut *tx, &event, &occurrence, Note::Reminder, Some(occurrence.starts), now).await?;
    }
    if due.start {
        start(&mut *tx, &occurrence, now).await?;
        mirror::begin(&mut *tx, &event, &occurrence, now).await?;
    }
    if due.end {
        end(&mut *tx, &event, &occurrence, OccurrenceState::Ended, now).await?;
        mirror::finish(&mut *tx, &event, &occurrence, now).await?;
    }
    // Whoever can't sign up any more sees it on the card.
    let cutoff = occurrence.details.cutoff.map(|cutoff| cutoff.at(occurrence.starts));
    if cutoff.is_some_and(|closed| closed <= now && now < occurrence.starts) {
        card::edit(&mut *tx, &CARD, guild, id.get(), now).await?;
    }
    opening::schedule(tx, &occurrence, now).await
}

/// It takes place from now on.
pub async fn start(tx: &mut SqliteConnection, occurrence: &Occurrence, now: Timestamp) -> Result<bool> {
    let (guild, id) = (occurrence.guild, occurrence.id);
    let states = (OccurrenceState::Scheduled, OccurrenceState::Running);
    if !occurrences::set_state(&mut *tx, guild, id, states).await? {
        return Ok(false);
    }
    card::edit(tx, &CARD, guild, id.get(), now).await?;
    Ok(true)
}

/// It is over, or does not take place. Then the next one opens.
pub async fn end(
    tx: &mut SqliteConnection,
    event: &Event,
    occurrence: &Occurrence,
    state: OccurrenceState,
    now: Timestamp,
) -> Result<bool> {
    let (guild, id) = (occurrence.guild, occurrence.id);
    if !occurrence.state.is_open() || !occurrences::set_state(&mut *tx, guild, id, (occurrence.state, state)).await? {
        return Ok(false);
    }
    let counts = seats::counts(&signups::list(&mut *tx, guild, id).await?);
    occurrences::set_counts(&mut *tx, guild, id, &counts).await?;
    if state == OccurrenceState::Ended {
        attendance::counting::count(&mut *tx, occurrence, now).await?;
        let ended = Occurrence { state, counts: Some(counts), ..occurrence.clone() };
        attendance::cards::ask(&mut *tx, event, &ended, now).await?;
    }
    card::edit(&mut *tx, &CARD, guild, id.get(), now).await?;
    jobs::cancel(&mut *tx, guild, &super::TICK, id.get()).await?;
    if state != OccurrenceState::Cancelled {
        jobs::schedule(tx, guild, &NEXT, event.id.get(), now).await?;
    }
    Ok(true)
}
