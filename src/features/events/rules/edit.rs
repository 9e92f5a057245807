//! What becomes of an event that is changed: of one occurrence, or of all from it on.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::error::{Error, Message};
use crate::features::events::{Before, Details, Event, Group, Occurrence, OccurrenceState, Place, Problem};
use crate::ids::RoleId;
use crate::jobs::recurrence::Recurrence;
use crate::text::find::fold;
use crate::text::zone::{TimeOfDay, Zone};

use super::plan::{FARTHEST, LONGEST, MOST_SEATS, PlanProblem, checked};
use super::series::Repeat;
use super::timeline::gone_by;

/// Which occurrences of a series are changed.
// Discord sends the place of a choice in this list, and a registered command may be old: append only.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, poise::ChoiceParameter)]
pub enum Scope {
    #[default]
    #[name = "this and all later"]
    Later,
    #[name = "only this one"]
    Once,
}

/// What is to be changed; `None` where nothing was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    pub scope: Scope,
    pub title: Option<String>,
    pub description: Option<String>,
    pub starts: Option<Timestamp>,
    pub length: Option<Duration>,
    pub place: Option<Place>,
    pub capacity: Option<i64>,
    pub groups: Option<Vec<Group>>,
    pub guests: Option<i64>,
    pub remind: Option<Vec<Before>>,
    pub for_role: Option<RoleId>,
    pub cutoff: Option<Before>,
}

impl Change {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self { scope: self.scope, ..Self::default() }
    }
}

/// Why it can't be changed so.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditProblem {
    #[error(transparent)]
    Event(#[from] Problem),
    #[error(transparent)]
    Plan(#[from] PlanProblem),
}

impl From<EditProblem> for Error {
    fn from(problem: EditProblem) -> Self {
        Self::Told(match problem {
            EditProblem::Event(problem) => Message::from(problem),
            EditProblem::Plan(problem) => Message::from(problem),
        })
    }
}

/// An event and its occurrence as they are from now on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    pub event: Event,
    pub occurrence: Occurrence,
}

/// What an event becomes.
///
/// # Errors
/// What to change.
pub fn edited(
    event: &Event,
    occurrence: &Occurrence,
    change: &Change,
    zone: &Zone,
    now: Timestamp,
) -> Result<Edited, EditProblem> {
    if change.is_empty() {
        return Err(Problem::NoChange.into());
    }
    if change.starts.is_some() && occurrence.state != OccurrenceState::Scheduled {
        return Err(Problem::StartedBefore.into());
    }
    let details = details(&occurrence.details, change)?;
    let before = Duration::from_millis(u64::try_from(occurrence.ends.since(occurrence.starts)).unwrap_or(0));
    let length = change.length.unwrap_or(before);
    let longest = event.series.as_ref().map_or(LONGEST, |series| Repeat::of_series(series).shortest());
    if length.is_zero() || length > LONGEST {
        return Err(PlanProblem::Length.into());
    }
    if length > longest {
        return Err(PlanProblem::LongerThanRepeat.into());
    }
    let starts = change.starts.map(whole_minute);
    if let Some(starts) = starts {
        startable(starts, now)?;
    }
    let mut occurrence = Occurrence { details: details.clone(), ..occurrence.clone() };
    let mut event = event.clone();
    if change.scope == Scope::Later || event.series.is_none() {
        // What is not said stays as it is for occurrences to come, also where this one was changed alone.
        event.details = self::details(&event.details, change)?;
        event.length = change.length.unwrap_or(event.length);
    }
    if let Some(at) = starts {
        occurrence.starts = at;
        match (&mut event.series, change.scope) {
            (None, _) => event.starts = at,
            (Some(series), Scope::Once) => {
                let shown = zone.local(at);
                let time = TimeOfDay { hour: shown.hour, minute: shown.minute };
                series.move_to(occurrence.day, shown.day_number, time);
            }
            (Some(series), Scope::Later) => {
                let (moved, day) = from_here(series, occurrence.day, at, zone);
                *series = moved;
                occurrence.day = day;
                event.starts = at;
            }
        }
    }
    occurrence.ends = occurrence.starts.plus(length);
    if occurrence.ends <= now {
        return Err(PlanProblem::Started(occurrence.ends).into());
    }
    if starts.is_some() || change.remind.is_some() {
        occurrence.reminded = gone_by(&details.remind, occurrence.starts, now);
    }
    Ok(Edited { event, occurrence })
}

/// Whether something can start then.
///
/// # Errors
/// Why not.
pub fn startable(starts: Timestamp, now: Timestamp) -> Result<(), PlanProblem> {
    if starts <= now {
        return Err(PlanProblem::Started(starts));
    }
    let latest = now.plus(FARTHEST);
    if starts > latest { Err(PlanProblem::StartsTooLate(latest)) } else { Ok(()) }
}

/// A series that takes place as often and from an occurrence on at another time; with the day of that occurrence in
/// it. What was skipped or moved later belonged to the days before.
fn from_here(series: &Recurrence, day: i64, starts: Timestamp, zone: &Zone) -> (Recurrence, i64) {
    let left = series.count.map(|count| count.saturating_sub(series.index_of(day)).max(1));
    let until = series.until.filter(|until| *until >= starts);
    let moved = Repeat::of_series(series).from(starts, zone).until(until).count(left);
    let first = moved.first_day;
    (moved, first)
}

/// Clocks of calendars and of Discord show minutes.
pub fn whole_minute(at: Timestamp) -> Timestamp {
    Timestamp(at.0.div_euclid(60_000) * 60_000)
}

fn details(before: &Details, change: &Change) -> Result<Details, PlanProblem> {
    let change = change.clone();
    let capacity = match change.capacity {
        // No limit any more.
        Some(0) => None,
        Some(seats) => {
            Some(u32::try_from(seats).ok().filter(|seats| *seats <= MOST_SEATS).ok_or(PlanProblem::Capacity)?)
        }
        None => before.capacity,
    };
    let guests = match change.guests {
        Some(guests) => u8::try_from(guests).map_err(|_| PlanProblem::Guests)?,
        None => before.guests,
    };
    let details = Details {
        title: change.title.map_or_else(|| before.title.clone(), |title| title.trim().to_owned()),
        description: change.description.or_else(|| before.description.clone()),
        place: change.place.unwrap_or_else(|| before.place.clone()),
        capacity,
        groups: change.groups.unwrap_or_else(|| before.groups.clone()),
        guests,
        remind: change.remind.unwrap_or_else(|| before.remind.clone()),
        for_role: change.for_role.or(before.for_role),
        cutoff: change.cutoff.or(before.cutoff),
        ..before.clone()
    };
    checked(&details)?;
    Ok(details)
}

/// The place of a group in another list of groups: by its name. `None`, where it is not there any more.
pub fn group(before: &[Group], after: &[Group], place: Option<u8>) -> Option<u8> {
    let name = fold(&before.get(usize::from(place?))?.name);
    after.iter().position(|group| fold(&group.name) == name).and_then(|place| u8::try_from(place).ok())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::features::events::tests::{event, occurrence};
    use crate::text::zone::parse_iso;

    const HOUR: Duration = Duration::from_secs(3_600);

    fn at(text: &str) -> Timestamp {
        parse_iso(text).unwrap()
    }

    fn zone() -> Zone {
        Zone::find("Europe/Chisinau").unwrap()
    }

    /// A weekly raid on Monday at 19:00, five times, of which the third is next.
    fn raid() -> (Event, Occurrence) {
        let first = at("2026-10-12T19:00:00+03:00");
        let series = Repeat::Weekly.from(first, &zone()).count(Some(5));
        let mut raid = occurrence(at("2026-10-26T19:00:00+02:00"), at("2026-10-26T20:00:00+02:00"));
        raid.day = series.first_day + 14;
        (Event { series: Some(series), starts: first, ..event(raid.details.clone(), HOUR) }, raid)
    }

    fn coming(event: &Event, after: Timestamp) -> Vec<String> {
        let series = event.series.as_ref().unwrap();
        series.occurrences(after, &zone()).map(|next| zone().iso(next.at)).collect()
    }

    const NOW: &str = "2026-10-20T12:00:00+03:00";

    #[test]
    fn from_here_on_the_series_takes_place_at_another_time_as_often_as_before() {
        let (event, raid) = raid();
        let change = Change { starts: Some(at("2026-10-27T20:00:00+02:00")), ..Change::default() };
        let edited = edited(&event, &raid, &change, &zone(), at(NOW)).unwrap();
        assert_eq!(
            coming(&edited.event, at(NOW)),
            ["2026-10-27T20:00:00+02:00", "2026-11-03T20:00:00+02:00", "2026-11-10T20:00:00+02:00"]
        );
        assert_eq!(edited.occurrence.day, edited.event.series.unwrap().first_day);
        assert_eq!(edited.occurrence.ends, at("2026-10-27T21:00:00+02:00"));
    }

    #[test]
    fn one_alone_is_moved_and_the_others_stay() {
        let (event, raid) = raid();
        let starts = Some(at("2026-10-27T20:00:00+02:00"));
        let change = Change { starts, scope: Scope::Once, ..Change::default() };
        let edited = edited(&event, &raid, &change, &zone(), at(NOW)).unwrap();
        assert_eq!(
            coming(&edited.event, at(NOW)),
            ["2026-10-27T20:00:00+02:00", "2026-11-02T19:00:00+02:00", "2026-11-09T19:00:00+02:00"]
        );
        assert_eq!(edited.occurrence.day, raid.day);
    }

    #[test]
    fn another_title_is_for_this_one_or_for_all_from_here_on() {
        let (event, raid) = raid();
        for (scope, later) in [(Scope::Once, "Raid"), (Scope::Later, "Feast")] {
            let change = Change { title: Some("Feast".to_owned()), scope, ..Change::default() };
            let edited = edited(&event, &raid, &change, &zone(), at(NOW)).unwrap();
            assert_eq!(
                (edited.occurrence.details.title.as_str(), edited.event.details.title.as_str()),
                ("Feast", later)
            );
        }
    }

    #[rstest]
    #[case::nothing(Change::default(), EditProblem::Event(Problem::NoChange))]
    #[case::past(Change { starts: Some(at("2026-10-19T19:00:00+03:00")), ..Change::default() }, EditProblem::Plan(PlanProblem::Started(at("2026-10-19T19:00:00+03:00"))))]
    #[case::long(Change { length: Some(Duration::from_secs(8 * 86_400)), ..Change::default() }, EditProblem::Plan(PlanProblem::LongerThanRepeat))]
    #[case::no_title(Change { title: Some(" ".to_owned()), ..Change::default() }, EditProblem::Plan(PlanProblem::NoTitle))]
    fn what_does_not_go_together_is_said(#[case] change: Change, #[case] said: EditProblem) {
        let (event, raid) = raid();
        assert_eq!(edited(&event, &raid, &change, &zone(), at(NOW)), Err(said));
    }

    #[test]
    fn the_start_of_one_that_has_begun_stays() {
        let (event, raid) = raid();
        let raid = Occurrence { state: OccurrenceState::Running, ..raid };
        let change = Change { starts: Some(at("2026-10-27T20:00:00+02:00")), ..Change::default() };
        assert_eq!(edited(&event, &raid, &change, &zone(), at(NOW)), Err(Problem::StartedBefore.into()));
    }

    #[test]
    fn whoever_is_in_a_group_stays_in_it_under_another_place() {
        let groups = |names: &[&str]| -> Vec<Group> {
            names.iter().map(|name| Group { name: (*name).to_owned(), capacity: None }).collect()
        };
        let (before, after) = (groups(&["Tank", "Healer"]), groups(&["healer", "bard"]));
        assert_eq!(group(&before, &after, Some(1)), Some(0));
        assert_eq!(group(&before, &after, Some(0)), None);
        assert_eq!(group(&before, &after, None), None);
    }
}
