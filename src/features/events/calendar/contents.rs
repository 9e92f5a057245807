//! The events that stand in a calendar file, as their rows say.

use sqlx::SqliteConnection;

use crate::error::Result;
use crate::features::events::store::occurrences;
use crate::features::events::{Details, Event, EventState, Occurrence, OccurrenceState, PartId, Place};
use crate::jobs::recurrence::Recurrence;
use crate::text::zone::Zone;

use super::rules::{Apart, Calendar, Entry, Kind, When, written};

/// Who reads a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Somebody who is going: they learn the address.
    Attendee,
    Anyone,
}

/// The file of one event or series: to take it into a calendar, or once it is cancelled to take it out.
pub async fn file(db: &mut SqliteConnection, event: &Event, zone: &Zone, reader: Reader) -> Result<String> {
    let kind = if event.state == EventState::Cancelled { Kind::Cancel } else { Kind::Publish };
    let entries = entries(db, event, zone, reader).await?;
    Ok(written(&Calendar { kind, entries }))
}

/// An event as a calendar shows it: a series that is changed from later dates on is an entry for each of its parts.
pub async fn entries(db: &mut SqliteConnection, event: &Event, zone: &Zone, reader: Reader) -> Result<Vec<Entry>> {
    let known = occurrences::of_event(db, event.guild, event.id).await?;
    // What a single event is now stands in its only occurrence too; of a series each has its own.
    let only = known.last().filter(|_| event.series.is_none());
    let details = only.map_or(&event.details, |one| &one.details);
    let whole = Entry {
        uid: uid(event, event.part),
        sequence: event.sequence,
        changed: event.changed,
        is_cancelled: event.state == EventState::Cancelled,
        title: details.title.clone(),
        description: details.description.clone(),
        place: place(details, event.guild, reader),
        link: Some(format!("https://discord.com/channels/{}/{}", event.guild, event.channel)),
        zone: zone.clone(),
        when: When::Once(only.map_or(event.starts, |one| one.starts)),
        length: event.length,
        apart: Vec::new(),
    };
    let Some(series) = &event.series else { return Ok(vec![whole]) };
    let differs = known.iter().filter(|one| differs(event, series, zone, one));
    let apart = differs.map(|one| Apart {
        day: one.day,
        starts: one.starts,
        length: length(one),
        is_cancelled: one.state == OccurrenceState::Cancelled,
        title: one.details.title.clone(),
        description: one.details.description.clone(),
        place: place(&one.details, event.guild, reader),
    });
    let now = Entry { when: When::Series(series.clone()), apart: apart.collect(), ..whole.clone() };
    let later = event.later.iter().map(|part| Entry {
        uid: uid(event, Some(part.id)),
        title: part.details.title.clone(),
        description: part.details.description.clone(),
        place: place(&part.details, event.guild, reader),
        when: When::Series(part.series.clone()),
        length: part.length,
        ..whole.clone()
    });
    Ok([now].into_iter().chain(later).collect())
}

/// By which calendars know an event, or a later part of it, again: ids of Discord and rows of ours are never used twice.
fn uid(event: &Event, part: Option<PartId>) -> String {
    match part {
        None => format!("{}-{}@events.steward", event.guild, event.id),
        Some(PartId(day)) => format!("{}-{}-{day}@events.steward", event.guild, event.id),
    }
}

/// Whether an occurrence is otherwise than its series. Skipped and moved ones the series knows itself.
fn differs(event: &Event, series: &Recurrence, zone: &Zone, one: &Occurrence) -> bool {
    let details = |details: &Details| (details.title.clone(), details.description.clone(), details.place.clone());
    let is_skipped = one.state == OccurrenceState::Skipped;
    let is_moved = series.exception(one.day).is_some();
    let by_rule = zone.first_on_day(one.day, series.time);
    let at_another_time = !is_moved && one.starts != by_rule;
    !is_skipped && (at_another_time || length(one) != event.length || details(&one.details) != details(&event.details))
}

fn length(one: &Occurrence) -> std::time::Duration {
    std::time::Duration::from_millis(u64::try_from(one.ends.since(one.starts)).unwrap_or(0))
}

/// Where it takes place, in words: a channel by its address, which programs open in Discord.
fn place(details: &Details, guild: crate::ids::GuildId, reader: Reader) -> Option<String> {
    match (&details.place, reader) {
        (Place::Voice { channel } | Place::Stage { channel }, _) => {
            Some(format!("https://discord.com/channels/{guild}/{channel}"))
        }
        (place, Reader::Attendee) => place.words().map(str::to_owned),
        (_, Reader::Anyone) => details.public_words().map(str::to_owned),
    }
}
