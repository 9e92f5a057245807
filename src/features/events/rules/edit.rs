//! What becomes of an event that is changed: of one occurrence, or of all from it on.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::error::{Error, Message};
use crate::features::events::{
    Before, Details, Event, Group, Occurrence, OccurrenceState, Part, PartId, Place, Problem,
};
use crate::ids::RoleId;
use crate::jobs::recurrence::{Exception, Recurrence};
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
    check_length(length, event.series.as_ref())?;
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
        for part in &mut event.later {
            change_part(part, change)?;
        }
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
                move_parts(&mut event.later, day - occurrence.day, moved.time, zone);
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

/// What a series becomes that is changed from one of its later dates on, or on that date alone; with when that date
/// starts from now on. What it is before stays as it is.
///
/// # Errors
/// What to change.
pub fn edited_later(
    event: &Event,
    day: i64,
    change: &Change,
    zone: &Zone,
    now: Timestamp,
) -> Result<(Event, Timestamp), EditProblem> {
    if change.is_empty() {
        return Err(Problem::NoChange.into());
    }
    let starts = change.starts.map(whole_minute);
    if let Some(starts) = starts {
        startable(starts, now)?;
    }
    let mut parts = all_parts(event);
    let at = parts.iter().position(|part| part.series.is_day(day)).ok_or(Problem::NoOccurrence)?;
    let mut after = parts.split_off(at + 1);
    let whole = parts.pop().ok_or(Problem::NoOccurrence)?;
    let (before, from_it_on) = whole.series.split_at(day).ok_or(Problem::NoOccurrence)?;
    let mut here = Part { series: from_it_on, ..whole.clone() };
    if before.count != Some(0) {
        here.id = fresh_id(event, day);
        parts.push(Part { series: before, ..whole.clone() });
    }
    let next = here.series.days().nth(1).filter(|_| change.scope == Scope::Once);
    if let Some((next, (alone, others))) = next.and_then(|next| Some((next, here.series.split_at(next)?))) {
        here.series = alone;
        after.insert(0, Part { id: fresh_id(event, next), series: others, ..whole.clone() });
    }
    change_part(&mut here, change)?;
    if change.scope == Scope::Later {
        for part in &mut after {
            change_part(part, change)?;
        }
    }
    let mut day = day;
    if let Some(at) = starts {
        let shown = zone.local(at);
        let time = TimeOfDay { hour: shown.hour, minute: shown.minute };
        match change.scope {
            Scope::Once => {
                here.series.move_to(day, shown.day_number, time);
            }
            Scope::Later => {
                let (moved, first) = from_here(&here.series, day, at, zone);
                let last = parts.last().and_then(|part| part.series.days().last());
                if last.is_some_and(|last| first <= last) {
                    return Err(Problem::BeforeEarlier.into());
                }
                move_parts(&mut after, first - day, time, zone);
                here.series = moved;
                day = first;
            }
        }
    }
    let starts = match here.series.exception(day) {
        Some(Exception::Moved { day, time }) => zone.first_on_day(day, time),
        Some(Exception::Skipped) | None => zone.first_on_day(day, here.series.time),
    };
    let mut all = parts.into_iter().chain([here]).chain(after);
    let now = all.next().ok_or(Problem::NoOccurrence)?;
    let event = Event {
        details: now.details,
        length: now.length,
        series: Some(now.series),
        later: all.collect(),
        ..event.clone()
    };
    Ok((event, starts))
}

/// What a series is now, as its first part, and what it is from later dates on.
fn all_parts(event: &Event) -> Vec<Part> {
    let now = event.series.iter().map(|series| Part {
        id: event.part.unwrap_or(PartId(series.first_day)),
        details: event.details.clone(),
        length: event.length,
        series: series.clone(),
    });
    now.chain(event.later.iter().cloned()).collect()
}

/// The name of a part that begins on a day: no other has it.
fn fresh_id(event: &Event, day: i64) -> PartId {
    let is_taken = |id: &PartId| event.part == Some(*id) || event.later.iter().any(|part| part.id == *id);
    (day..).map(PartId).find(|id| !is_taken(id)).unwrap_or(PartId(day))
}

/// A part of a series is changed as the dates before it are; when it starts aside.
fn change_part(part: &mut Part, change: &Change) -> Result<(), PlanProblem> {
    part.details = details(&part.details, change)?;
    part.length = change.length.unwrap_or(part.length);
    check_length(part.length, Some(&part.series))
}

/// The parts after a date that was moved by so many days and to a time of day are moved likewise.
fn move_parts(parts: &mut [Part], days: i64, time: TimeOfDay, zone: &Zone) {
    for part in parts {
        let first = part.series.first_day;
        let at = zone.first_on_day(first + days, time);
        part.series = from_here(&part.series, first, at, zone).0;
    }
}

fn check_length(length: Duration, series: Option<&Recurrence>) -> Result<(), PlanProblem> {
    if length.is_zero() || length > LONGEST {
        return Err(PlanProblem::Length);
    }
    let longest = series.map_or(LONGEST, |series| Repeat::of_series(series).shortest());
    if length > longest { Err(PlanProblem::LongerThanRepeat) } else { Ok(()) }
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

    fn all_of(event: &Event, after: Timestamp) -> Vec<(String, &str)> {
        let of_part = |(details, _, series): (&Details, Duration, &Recurrence)| {
            let title = details.title.clone();
            series.occurrences(after, &zone()).map(|next| (zone().iso(next.at), title.clone())).collect::<Vec<_>>()
        };
        let names = ["Raid", "Feast", "Ball"];
        let named = |title: String| names.into_iter().find(|name| *name == title).expect("a title");
        event.parts().flat_map(of_part).map(|(at, title)| (at, named(title))).collect()
    }

    #[test]
    fn from_a_later_date_on_the_series_is_another_and_the_dates_before_stay() {
        let (event, raid) = raid();
        let day = raid.day + 7;
        let title = |title: &str| Change { title: Some(title.to_owned()), ..Change::default() };
        let change = Change { starts: Some(at("2026-11-03T20:00:00+02:00")), ..title("Feast") };
        let (event, starts) = edited_later(&event, day, &change, &zone(), at(NOW)).unwrap();
        assert_eq!(starts, at("2026-11-03T20:00:00+02:00"));
        let expected = [
            ("2026-10-26T19:00:00+02:00".to_owned(), "Raid"),
            ("2026-11-03T20:00:00+02:00".to_owned(), "Feast"),
            ("2026-11-10T20:00:00+02:00".to_owned(), "Feast"),
        ];
        assert_eq!(all_of(&event, at(NOW)), expected);

        // What is changed from an earlier date on holds for what was changed later, too.
        let change = Change { starts: Some(at("2026-10-27T18:00:00+02:00")), ..title("Ball") };
        let all = edited(&event, &raid, &change, &zone(), at(NOW)).unwrap().event;
        let expected = ["2026-10-27T18:00:00+02:00", "2026-11-04T18:00:00+02:00", "2026-11-11T18:00:00+02:00"];
        assert_eq!(all_of(&all, at(NOW)), expected.map(|at| (at.to_owned(), "Ball")));

        // It comes to its next part, which calendars go on to know by its name.
        let next = event.clone().in_next_part().unwrap();
        assert_eq!((next.details.title.as_str(), next.part), ("Feast", Some(event.later[0].id)));
        assert_eq!((next.later, event.later.len()), (Vec::new(), 1));
    }

    #[test]
    fn a_later_date_is_changed_alone() {
        let (event, raid) = raid();
        let change = Change { title: Some("Feast".to_owned()), scope: Scope::Once, ..Change::default() };
        let (changed, starts) = edited_later(&event, raid.day + 7, &change, &zone(), at(NOW)).unwrap();
        assert_eq!(starts, at("2026-11-02T19:00:00+02:00"));
        let shown: Vec<&str> = all_of(&changed, at(NOW)).into_iter().map(|(_, title)| title).collect();
        assert_eq!(shown, ["Raid", "Feast", "Raid"]);
        let moved = Change { starts: Some(at("2026-11-05T10:00:00+02:00")), scope: Scope::Once, ..Change::default() };
        let (moved, _) = edited_later(&changed, raid.day + 7, &moved, &zone(), at(NOW)).unwrap();
        let times: Vec<String> = all_of(&moved, at(NOW)).into_iter().map(|(at, _)| at).collect();
        assert_eq!(times, ["2026-10-26T19:00:00+02:00", "2026-11-05T10:00:00+02:00", "2026-11-09T19:00:00+02:00"]);
        assert_eq!(moved.later.iter().map(|part| part.id).collect::<Vec<_>>(), [7, 14].map(|on| PartId(raid.day + on)));
    }

    #[test]
    fn a_later_date_does_not_begin_before_the_dates_that_stay() {
        let (event, raid) = raid();
        let change = Change { starts: Some(at("2026-10-25T19:00:00+02:00")), ..Change::default() };
        let refused = edited_later(&event, raid.day + 7, &change, &zone(), at(NOW));
        assert_eq!(refused, Err(EditProblem::Event(Problem::BeforeEarlier)));
        let title = Change { title: Some("Feast".to_owned()), ..Change::default() };
        let refused = edited_later(&event, raid.day + 1, &title, &zone(), at(NOW));
        assert_eq!(refused, Err(EditProblem::Event(Problem::NoOccurrence)));
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
