//! What organizers do with an event that is published: it is changed, moved, skipped or cancelled, and those who are
//! signed up are told.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::error::Result;
use crate::feature::{card, draft};
use crate::features::setup;
use crate::ids::{GuildId, MemberId};
use crate::jobs;
use crate::text::zone::{TimeOfDay, Zone};

use super::cards::CARD;
use super::notify::Note;
use super::roster::Roster;
use super::rules::edit;
use super::rules::edit::{Change, Edited, Scope};
use super::rules::plan::EventSpec;
use super::store::{events, occurrences, signups};
use super::{
    Event, EventId, EventState, NEXT, Occurrence, OccurrenceState, Problem, TICK, advance, mirror, notify, opening,
    roster, signing,
};

/// An event with the occurrence that is next or takes place now.
///
/// # Errors
/// Told, if it is over.
pub async fn current(db: &mut SqliteConnection, guild: GuildId, id: EventId) -> Result<(Event, Occurrence)> {
    let event = events::get(&mut *db, guild, id).await?.ok_or(Problem::Over)?;
    let occurrence = occurrences::current(db, guild, id).await?.ok_or(Problem::Over)?;
    Ok((event, occurrence))
}

/// Changes an event: this occurrence alone, or all from it on.
///
/// # Errors
/// Told, if it is over, or what was asked for doesn't go together.
pub async fn change(
    tx: &mut SqliteConnection,
    (guild, id): (GuildId, EventId),
    change: &Change,
    by: MemberId,
    now: Timestamp,
) -> Result<Roster> {
    let (event, occurrence) = current(&mut *tx, guild, id).await?;
    let zone = setup::server(&mut *tx, guild).await?.zone;
    let edited = edit::edited(&event, &occurrence, change, &zone, now)?;
    let known = occurrences::days(&mut *tx, guild, id).await?;
    if edited.occurrence.day != occurrence.day && known.contains(&edited.occurrence.day) {
        return Err(Problem::DayTaken.into());
    }
    note(&mut *tx, &event, "event.edit", by, now).await?;
    let roster = keep(&mut *tx, &occurrence, edited, now).await?;
    mirror::change(tx, &roster.event, &roster.occurrence, now).await?;
    Ok(roster)
}

/// Changes a series from one of its later dates on, or on that date alone; with when that date starts from now on. Of
/// the occurrence that is next it is [`change`], without a time.
///
/// # Errors
/// Told, if it is over, there is no such date, or what was asked for doesn't go together.
pub async fn change_from(
    tx: &mut SqliteConnection,
    (guild, id): (GuildId, EventId),
    day: Option<i64>,
    wanted: &Change,
    by: MemberId,
    now: Timestamp,
) -> Result<(Roster, Option<Timestamp>)> {
    let (event, occurrence) = current(&mut *tx, guild, id).await?;
    let Some(day) = day.filter(|day| *day != occurrence.day) else {
        return Ok((change(tx, (guild, id), wanted, by, now).await?, None));
    };
    let zone = setup::server(&mut *tx, guild).await?.zone;
    let (edited, starts) = edit::edited_later(&event, day, wanted, &zone, now)?;
    note(&mut *tx, &event, "event.edit", by, now).await?;
    events::set_plan(&mut *tx, &edited, now).await?;
    Ok((roster::get(tx, guild, occurrence.id).await?, Some(starts)))
}

/// Moves an occurrence of a series, the next one or a later one, and leaves the others where they are.
///
/// # Errors
/// Told, if there is no such occurrence, or it can't be moved there.
pub async fn move_one(
    tx: &mut SqliteConnection,
    (guild, id): (GuildId, EventId),
    day: Option<i64>,
    starts: Timestamp,
    by: MemberId,
    now: Timestamp,
) -> Result<Roster> {
    let (event, occurrence) = current(&mut *tx, guild, id).await?;
    let later = day.filter(|day| *day != occurrence.day);
    let Some(day) = later else {
        let once = Change { starts: Some(starts), scope: Scope::Once, ..Change::default() };
        return change(tx, (guild, id), &once, by, now).await;
    };
    let zone = setup::server(&mut *tx, guild).await?.zone;
    edit::startable(starts, now)?;
    let mut moved = event.clone();
    let (to, time) = civil(starts, &zone);
    if !moved.series_of(day).ok_or(no_date(&event))?.move_to(day, to, time) {
        return Err(Problem::NoOccurrence.into());
    }
    note(&mut *tx, &event, "event.move", by, now).await?;
    events::set_plan(&mut *tx, &moved, now).await?;
    roster::get(tx, guild, occurrence.id).await
}

/// An occurrence of a series does not take place, the next one or a later one; the series goes on.
///
/// # Errors
/// Told, if there is no such occurrence.
pub async fn skip(
    tx: &mut SqliteConnection,
    (guild, id): (GuildId, EventId),
    day: Option<i64>,
    by: MemberId,
    now: Timestamp,
) -> Result<Roster> {
    let (event, occurrence) = current(&mut *tx, guild, id).await?;
    let mut skipping = event.clone();
    let day = day.unwrap_or(occurrence.day);
    if !skipping.series_of(day).ok_or(no_date(&event))?.skip(day) {
        return Err(Problem::NoOccurrence.into());
    }
    note(&mut *tx, &event, "event.skip", by, now).await?;
    let event = skipping;
    events::set_plan(&mut *tx, &event, now).await?;
    if day == occurrence.day {
        call_off(&mut *tx, &event, &occurrence, OccurrenceState::Skipped, now).await?;
    }
    roster::get(tx, guild, occurrence.id).await
}

/// An event is cancelled with all that would come.
///
/// # Errors
/// Told, if it is over.
pub async fn cancel(
    tx: &mut SqliteConnection,
    (guild, id): (GuildId, EventId),
    by: MemberId,
    now: Timestamp,
) -> Result<Roster> {
    let event = events::get(&mut *tx, guild, id).await?.ok_or(Problem::Over)?;
    if event.state != EventState::Published {
        return Err(Problem::Over.into());
    }
    let occurrence = occurrences::latest(&mut *tx, guild, id).await?.ok_or(Problem::Over)?;
    note(&mut *tx, &event, "event.cancel", by, now).await?;
    events::set_over(&mut *tx, guild, id, EventState::Cancelled, now).await?;
    jobs::cancel(&mut *tx, guild, &NEXT, id.get()).await?;
    draft::delete_images::<EventSpec>(&mut *tx, guild, id.get()).await?;
    call_off(&mut *tx, &event, &occurrence, OccurrenceState::Cancelled, now).await?;
    roster::get(tx, guild, occurrence.id).await
}

/// An occurrence does not take place: those who are signed up are told, and it goes from Discord's list.
pub async fn call_off(
    tx: &mut SqliteConnection,
    event: &Event,
    occurrence: &Occurrence,
    state: OccurrenceState,
    now: Timestamp,
) -> Result<()> {
    if !advance::end(&mut *tx, event, occurrence, state, now).await? {
        return Ok(());
    }
    mirror::take_off(&mut *tx, event, occurrence, now).await?;
    let note = if state == OccurrenceState::Skipped { Note::Skipped } else { Note::Cancelled };
    notify::all(tx, event, occurrence, note, None, now).await
}

/// Keeps an event as it was edited, here or on Discord's list, tells those who are signed up, and sees to what follows.
pub async fn keep(tx: &mut SqliteConnection, before: &Occurrence, edited: Edited, now: Timestamp) -> Result<Roster> {
    let Edited { event, occurrence } = edited;
    let (guild, id) = (occurrence.guild, occurrence.id);
    events::set_plan(&mut *tx, &event, now).await?;
    occurrences::set_plan(&mut *tx, &occurrence).await?;
    if before.details.groups != occurrence.details.groups {
        for signup in signups::list(&mut *tx, guild, id).await? {
            let group = edit::group(&before.details.groups, &occurrence.details.groups, signup.group);
            signups::upsert(&mut *tx, &occurrence, &super::Signup { group, ..signup }, now).await?;
        }
    }
    let is_moved = before.starts != occurrence.starts;
    card::edit(&mut *tx, &CARD, guild, id.get(), now).await?;
    let note = if is_moved { Note::Moved } else { Note::Edited };
    notify::all(&mut *tx, &event, &occurrence, note, Some(occurrence.ends), now).await?;
    jobs::cancel(&mut *tx, guild, &TICK, id.get()).await?;
    opening::schedule(&mut *tx, &occurrence, now).await?;
    signing::settle(tx, (guild, id), None, now).await
}

/// Why there is no date of that day.
const fn no_date(event: &Event) -> Problem {
    if event.series.is_some() { Problem::NoOccurrence } else { Problem::NoSeries }
}

/// The day and the time of day of an instant.
pub fn civil(at: Timestamp, zone: &Zone) -> (i64, TimeOfDay) {
    let shown = zone.local(at);
    (shown.day_number, TimeOfDay { hour: shown.hour, minute: shown.minute })
}

async fn note(
    tx: &mut SqliteConnection,
    event: &Event,
    action: &'static str,
    by: MemberId,
    now: Timestamp,
) -> Result<()> {
    let entry = Entry::new(event.guild, by, action, format!("event #{}", event.number));
    audit::record(tx, &entry, now).await
}
