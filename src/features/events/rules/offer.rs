//! What is decided about an offer.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::feature::offer::EventChanges;
use crate::features::events::{Details, Event, Mirror, Occurrence, OccurrenceState, Problem};

use super::edit::Edited;
use super::timeline::gone_by;

/// Discord takes no event that ends when it begins.
pub const SHORTEST: Duration = Duration::from_secs(60);

/// Whether an event is to be made, given what became of an earlier offer of the same.
///
/// # Errors
/// Why there is none to be made, and whoever offers should know.
pub fn is_to_be_made(earlier: Option<Mirror>, starts: Timestamp, now: Timestamp) -> Result<bool, Problem> {
    match earlier {
        Some(Mirror::Ordered | Mirror::Made) => Ok(false),
        Some(Mirror::Unknown) => Err(Problem::Unclear),
        None | Some(Mirror::Failed | Mirror::Removed) if starts <= now => Err(Problem::Begun),
        None | Some(Mirror::Failed | Mirror::Removed) => Ok(true),
    }
}

/// An event that takes place once, as it is after what it follows from has changed; `None`, where it is so already. One
/// that has begun keeps its start.
pub fn followed(event: &Event, occurrence: &Occurrence, changes: &EventChanges, now: Timestamp) -> Option<Edited> {
    let title = changes.title.clone().unwrap_or_else(|| occurrence.details.title.clone());
    let details = Details { title, ..occurrence.details.clone() };
    let is_ahead = occurrence.state == OccurrenceState::Scheduled;
    let starts = changes.starts.filter(|_| is_ahead).unwrap_or(occurrence.starts);
    let ends = changes.ends.unwrap_or(occurrence.ends).max(starts.plus(SHORTEST));
    let is_moved = starts != occurrence.starts;
    let reminded = if is_moved { gone_by(&details.remind, starts, now) } else { occurrence.reminded };
    let after = Occurrence { details: details.clone(), starts, ends, reminded, ..occurrence.clone() };
    if after == *occurrence {
        return None;
    }
    let length = Duration::from_millis(u64::try_from(ends.since(starts)).unwrap_or(0));
    Some(Edited { event: Event { details, starts, length, ..event.clone() }, occurrence: after })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::features::events::tests::{event, occurrence};

    const NOW: Timestamp = Timestamp(1_000);

    #[rstest]
    #[case::new(None, 1_001, Ok(true))]
    #[case::begins_at_this_moment(None, 1_000, Err(Problem::Begun))]
    #[case::on_its_way(Some(Mirror::Ordered), 1_001, Ok(false))]
    #[case::there_already(Some(Mirror::Made), 1_001, Ok(false))]
    #[case::there_and_begun(Some(Mirror::Made), 999, Ok(false))]
    #[case::once_more_after_a_refusal(Some(Mirror::Failed), 1_001, Ok(true))]
    #[case::too_late_after_a_refusal(Some(Mirror::Failed), 999, Err(Problem::Begun))]
    #[case::nobody_can_say(Some(Mirror::Unknown), 1_001, Err(Problem::Unclear))]
    fn an_event_is_made_once(
        #[case] earlier: Option<Mirror>,
        #[case] starts: i64,
        #[case] decided: Result<bool, Problem>,
    ) {
        assert_eq!(is_to_be_made(earlier, Timestamp(starts), NOW), decided);
    }

    #[test]
    fn an_event_follows_in_what_has_changed() {
        let at = |hour: i64| Timestamp(hour * 3_600_000);
        let talk = occurrence(at(10), at(12));
        let whole = event(talk.details.clone(), Duration::from_secs(7_200));
        let followed = |talk: &Occurrence, changes: &EventChanges| followed(&whole, talk, changes, at(9));
        assert_eq!(followed(&talk, &EventChanges::default()), None);

        let changes = EventChanges { starts: Some(at(9)), ..EventChanges::default() };
        let early = followed(&talk, &changes).unwrap();
        assert_eq!((early.occurrence.starts, early.occurrence.ends), (at(9), at(12)));
        assert_eq!((early.event.starts, early.event.length), (at(9), Duration::from_secs(3 * 3_600)));

        let running = Occurrence { state: OccurrenceState::Running, ..talk.clone() };
        assert_eq!(followed(&running, &changes), None, "it has begun");
        let changes = EventChanges { title: Some("Talk".to_owned()), ends: Some(at(13)), ..EventChanges::default() };
        let longer = followed(&running, &changes).unwrap();
        assert_eq!((longer.occurrence.details.title.as_str(), longer.occurrence.ends), ("Talk", at(13)));
    }
}
