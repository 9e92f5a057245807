//! Which occurrences of a server there are between two instants: those with a row, and those of series that are
//! still to come and follow from the recurrence alone.

use std::collections::HashSet;
use std::time::Duration;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::Result;
use crate::ids::GuildId;
use crate::jobs::recurrence::Recurrence;
use crate::text::zone::Zone;

use super::store::{events, occurrences};
use super::{Details, Event, EventState, Occurrence, OccurrenceId, OccurrenceState};

/// So many occurrences of one series are shown at most between two instants.
const MOST: usize = 400;

/// One time that an event takes place, whether it has a row or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub event: Event,
    /// Of those that have a row.
    pub occurrence: Option<OccurrenceId>,
    /// Its day in the recurrence, which names it; of a single event 0.
    pub day: i64,
    pub starts: Timestamp,
    pub ends: Timestamp,
    /// As they are for this one.
    pub details: Details,
    pub state: OccurrenceState,
}

/// All of which a part lies between two instants, the end not included; the earliest first. Those that were skipped
/// or cancelled are among them.
pub async fn between(
    db: &mut SqliteConnection,
    guild: GuildId,
    zone: &Zone,
    (from, until): (Timestamp, Timestamp),
) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    let known = occurrences::between(&mut *db, guild, from, until).await?;
    for occurrence in known {
        if let Some(event) = events::get(&mut *db, guild, occurrence.event).await? {
            entries.push(Entry::from_occurrence(event, occurrence));
        }
    }
    for event in events::since(&mut *db, guild, from).await? {
        let days = occurrences::days(&mut *db, guild, event.id).await?.into_iter().collect();
        entries.extend(to_come(&event, &days, zone, (from, until)));
    }
    entries.sort_by_key(|entry| (entry.starts, entry.event.id));
    Ok(entries)
}

/// The occurrences of a series that have no row yet.
pub fn to_come(event: &Event, known: &HashSet<i64>, zone: &Zone, (from, until): (Timestamp, Timestamp)) -> Vec<Entry> {
    if event.state != EventState::Published {
        return Vec::new();
    }
    let of_part = |(details, length, series): (&Details, Duration, &Recurrence)| -> Vec<Entry> {
        // One that began before and is not over yet belongs to it.
        let coming = series.occurrences(from.minus(length), zone).take_while(|next| next.at < until).take(MOST);
        let new = coming.filter(|next| !known.contains(&next.day));
        new.map(|next| Entry {
            event: event.clone(),
            occurrence: None,
            day: next.day,
            starts: next.at,
            ends: next.at.plus(length),
            details: details.clone(),
            state: OccurrenceState::Scheduled,
        })
        .collect()
    };
    event.parts().flat_map(of_part).collect()
}

impl Entry {
    /// Of an occurrence with a row.
    pub fn from_occurrence(event: Event, occurrence: Occurrence) -> Self {
        Self {
            event,
            occurrence: Some(occurrence.id),
            day: occurrence.day,
            starts: occurrence.starts,
            ends: occurrence.ends,
            details: occurrence.details,
            state: occurrence.state,
        }
    }
}
