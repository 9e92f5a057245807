//! Events and occurrences for the tests of the feature.

use std::time::Duration;

use super::{Details, Event, EventId, EventState, Occurrence, OccurrenceId, OccurrenceState, Place};
use crate::clock::Timestamp;
use crate::ids::{ChannelId, GuildId, MemberId};

/// An occurrence for everyone, without anything else.
pub fn occurrence(starts: Timestamp, ends: Timestamp) -> Occurrence {
    Occurrence {
        id: OccurrenceId(1),
        event: EventId(1),
        guild: GuildId(1),
        day: 0,
        starts,
        ends,
        details: Details::new("Raid".to_owned(), Place::Elsewhere { words: None }),
        state: OccurrenceState::Scheduled,
        thread: None,
        thread_order: None,
        mirror: None,
        mirror_why: None,
        scheduled: None,
        reminded: None,
        counts: None,
    }
}

/// An event that is published, once.
pub fn event(details: Details, length: Duration) -> Event {
    Event {
        id: EventId(1),
        guild: GuildId(1),
        number: 1,
        author: Some(MemberId(2)),
        channel: ChannelId(3),
        details,
        starts: Timestamp(0),
        length,
        series: None,
        part: None,
        later: Vec::new(),
        state: EventState::Published,
        sequence: 0,
        created: Timestamp(0),
        changed: Timestamp(0),
    }
}
