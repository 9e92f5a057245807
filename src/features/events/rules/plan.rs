//! What goes together in an event: what was asked for becomes a whole plan, or a sentence that says what to change.

use std::collections::HashSet;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::error::{Arg, Error, Message};
use crate::features::events::{Before, Details, Group, Place};
use crate::ids::{ChannelId, RoleId};
use crate::jobs::recurrence::Recurrence;
use crate::text::find::fold;
use crate::text::limits;
use crate::text::safe::visible;
use crate::text::zone::Zone;

use super::series::Repeat;

/// Of a title, in UTF-16 units: what the name of a thread and of an event on Discord's list holds.
pub const LONGEST_TITLE: usize = 100;
/// Of a description, in UTF-16 units.
pub const LONGEST_DESCRIPTION: usize = 2_000;
/// Of an address, in UTF-16 units.
pub const LONGEST_ADDRESS: usize = 200;
/// How long it takes, where nothing is said.
pub const USUAL: Duration = Duration::from_secs(3_600);
/// The longest.
pub const LONGEST: Duration = Duration::from_secs(14 * 86_400);
/// How far ahead one can be planned.
pub const FARTHEST: Duration = Duration::from_secs(366 * 86_400);
/// Seats at most.
pub const MOST_SEATS: u32 = 10_000;
/// Groups at most.
pub const MOST_GROUPS: usize = 10;
/// Of the name of a group, in UTF-16 units.
pub const LONGEST_GROUP: usize = 50;
/// Guests of a person at most.
pub const MOST_GUESTS: u8 = 10;
/// Reminders at most.
pub const MOST_REMINDERS: usize = 5;
/// How long before the start a reminder and the end of sign-ups can be.
pub const EARLIEST: Before = Before(30 * 24 * 60);
/// Occurrences of a series at most, where they are counted.
pub const MOST_OCCURRENCES: u32 = 500;
/// When people are reminded, where nothing is said: a day and an hour before.
pub const USUAL_REMINDERS: [Before; 2] = [Before(24 * 60), Before(60)];

/// Where it takes place, as people choose it.
// Discord sends the place of a choice in this list, and a registered command may be old: append only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    #[name = "voice"]
    Voice,
    #[name = "stage"]
    Stage,
    #[name = "in_person"]
    InPerson,
}

/// A channel that was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Talk {
    Voice(ChannelId),
    Stage(ChannelId),
}

/// What somebody asked for; `None` where nothing was said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventSpec {
    pub title: String,
    pub description: Option<String>,
    pub starts: Option<Timestamp>,
    /// In seconds.
    pub length_s: Option<u64>,
    pub place: Option<PlaceKind>,
    /// The voice or stage channel.
    pub talk: Option<Talk>,
    pub address: Option<String>,
    /// The channel to which a link leads, of an event that is made like one that takes place there.
    pub link: Option<ChannelId>,
    pub hide_address: bool,
    pub capacity: Option<i64>,
    pub groups: Vec<Group>,
    pub guests: Option<i64>,
    pub repeat: Option<Repeat>,
    pub until: Option<Timestamp>,
    pub count: Option<i64>,
    pub remind: Option<Vec<Before>>,
    pub for_role: Option<RoleId>,
    pub cutoff: Option<Before>,
    pub ping: Option<RoleId>,
    pub images: usize,
}

/// What an event is to be, once everything about it goes together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub details: Details,
    /// When it takes place for the first time.
    pub starts: Timestamp,
    pub length: Duration,
    pub series: Option<Recurrence>,
}

/// Why what was asked for doesn't go together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanProblem {
    #[error("no title")]
    NoTitle,
    #[error("{what} of {units} units")]
    TooLong { what: &'static str, units: usize, most: usize },
    #[error("starts in the past")]
    Started(Timestamp),
    #[error("starts after {0:?}")]
    StartsTooLate(Timestamp),
    #[error("no length")]
    Length,
    #[error("longer than until it takes place again")]
    LongerThanRepeat,
    #[error("no voice channel")]
    NoVoice,
    #[error("no stage channel")]
    NoStage,
    #[error("a channel for a meeting in person")]
    TalkInPerson,
    #[error("an address for a channel")]
    AddressInChannel,
    #[error("no number of seats")]
    Capacity,
    #[error("more than {0} groups")]
    TooManyGroups(usize),
    #[error("a group {0} twice")]
    GroupTwice(String),
    #[error("a group without a name or with a wrong number of seats")]
    Group(String),
    #[error("no number of guests")]
    Guests,
    #[error("an end without a repeat")]
    NoRepeat,
    #[error("an end and a number")]
    UntilAndCount,
    #[error("ends before it starts")]
    UntilTooSoon,
    #[error("no number of occurrences")]
    Count,
    #[error("too many reminders")]
    TooManyReminders,
    #[error("too long before")]
    TooEarly,
}

impl From<PlanProblem> for Error {
    fn from(problem: PlanProblem) -> Self {
        Self::Told(problem.into())
    }
}

impl From<PlanProblem> for Message {
    fn from(problem: PlanProblem) -> Self {
        match problem {
            PlanProblem::NoTitle => Self::new("events-problem-title-none"),
            PlanProblem::TooLong { what, units, most } => Self::new(what).with("units", units).with("most", most),
            PlanProblem::Started(at) => Self::new("events-problem-started").with("at", Arg::Time(at, 'f')),
            PlanProblem::StartsTooLate(at) => {
                Self::new("events-problem-starts-late").with("latest", Arg::Time(at, 'f'))
            }
            PlanProblem::Length => Self::new("events-problem-length"),
            PlanProblem::LongerThanRepeat => Self::new("events-problem-longer-than-repeat"),
            PlanProblem::NoVoice => Self::new("events-problem-voice"),
            PlanProblem::NoStage => Self::new("events-problem-stage"),
            PlanProblem::TalkInPerson => Self::new("events-problem-talk-in-person"),
            PlanProblem::AddressInChannel => Self::new("events-problem-address-in-channel"),
            PlanProblem::Capacity => Self::new("events-problem-capacity").with("most", MOST_SEATS),
            PlanProblem::TooManyGroups(most) => Self::new("events-problem-groups").with("most", most),
            PlanProblem::GroupTwice(name) => Self::new("events-problem-group-twice").with("group", name),
            PlanProblem::Group(name) => {
                Self::new("events-problem-group").with("group", name).with("most", LONGEST_GROUP)
            }
            PlanProblem::Guests => Self::new("events-problem-guests").with("most", i64::from(MOST_GUESTS)),
            PlanProblem::NoRepeat => Self::new("events-problem-no-repeat"),
            PlanProblem::UntilAndCount => Self::new("events-problem-until-and-count"),
            PlanProblem::UntilTooSoon => Self::new("events-problem-until-soon"),
            PlanProblem::Count => Self::new("events-problem-count").with("most", MOST_OCCURRENCES),
            PlanProblem::TooManyReminders => Self::new("events-problem-reminders").with("most", MOST_REMINDERS),
            PlanProblem::TooEarly => Self::new("events-problem-early"),
        }
    }
}

/// What was asked for as a whole.
///
/// # Errors
/// What to change.
pub fn settled(spec: &EventSpec, zone: &Zone, now: Timestamp) -> Result<Plan, PlanProblem> {
    let starts = whole_minute(spec.starts.unwrap_or(now));
    if starts <= now {
        return Err(PlanProblem::Started(starts));
    }
    if starts > now.plus(FARTHEST) {
        return Err(PlanProblem::StartsTooLate(now.plus(FARTHEST)));
    }
    let length = spec.length_s.map_or(USUAL, Duration::from_secs);
    let series = series(spec, starts, length, zone)?;
    let first = match &series {
        Some(series) => {
            let first = series.occurrences(Timestamp(starts.0 - 1), zone).next();
            first.ok_or(PlanProblem::UntilTooSoon)?.at
        }
        None => starts,
    };
    let details = Details {
        description: spec.description.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned),
        hide_address: spec.hide_address,
        capacity: spec.capacity.map(|seats| seats_of(seats).ok_or(PlanProblem::Capacity)).transpose()?,
        groups: spec.groups.clone(),
        guests: u8::try_from(spec.guests.unwrap_or(0)).map_err(|_| PlanProblem::Guests)?,
        for_role: spec.for_role,
        cutoff: spec.cutoff,
        remind: spec.remind.clone().unwrap_or_else(|| USUAL_REMINDERS.to_vec()),
        ping: spec.ping,
        ..Details::new(spec.title.trim().to_owned(), place(spec)?)
    };
    checked(&details)?;
    Ok(Plan { details, starts: first, length, series })
}

fn seats_of(seats: i64) -> Option<u32> {
    u32::try_from(seats).ok().filter(|seats| (1..=MOST_SEATS).contains(seats))
}

/// Clocks of calendars and of Discord show minutes.
fn whole_minute(at: Timestamp) -> Timestamp {
    Timestamp(at.0.div_euclid(60_000) * 60_000 + if at.0.rem_euclid(60_000) == 0 { 0 } else { 60_000 })
}

/// Whether the details of an event go together, new ones and those that were edited.
///
/// # Errors
/// What to change.
pub fn checked(details: &Details) -> Result<(), PlanProblem> {
    // What is hidden is shown, and takes room.
    let within = |text: &str, most, what| {
        let units = limits::len_utf16(&visible(text));
        if units > most { Err(PlanProblem::TooLong { what, units, most }) } else { Ok(units) }
    };
    if within(&details.title, LONGEST_TITLE, "events-problem-title-long")? == 0 {
        return Err(PlanProblem::NoTitle);
    }
    within(details.description.as_deref().unwrap_or_default(), LONGEST_DESCRIPTION, "events-problem-description-long")?;
    within(details.place.words().unwrap_or_default(), LONGEST_ADDRESS, "events-problem-address-long")?;
    if details.guests > MOST_GUESTS {
        return Err(PlanProblem::Guests);
    }
    if details.groups.len() > MOST_GROUPS {
        return Err(PlanProblem::TooManyGroups(MOST_GROUPS));
    }
    let mut names = HashSet::new();
    for group in &details.groups {
        let units = limits::len_utf16(&visible(&group.name));
        let seats = group.capacity.is_none_or(|seats| (1..=MOST_SEATS).contains(&seats));
        if units == 0 || units > LONGEST_GROUP || !seats {
            return Err(PlanProblem::Group(group.name.clone()));
        }
        if !names.insert(fold(&group.name)) {
            return Err(PlanProblem::GroupTwice(group.name.clone()));
        }
    }
    if details.remind.len() > MOST_REMINDERS {
        return Err(PlanProblem::TooManyReminders);
    }
    if details.remind.iter().chain(&details.cutoff).any(|before| *before > EARLIEST) {
        return Err(PlanProblem::TooEarly);
    }
    Ok(())
}

/// How often it takes place.
fn series(
    spec: &EventSpec,
    starts: Timestamp,
    length: Duration,
    zone: &Zone,
) -> Result<Option<Recurrence>, PlanProblem> {
    if length.is_zero() || length > LONGEST {
        return Err(PlanProblem::Length);
    }
    let Some(repeat) = spec.repeat else {
        return if spec.until.is_some() || spec.count.is_some() { Err(PlanProblem::NoRepeat) } else { Ok(None) };
    };
    if length > repeat.shortest() {
        return Err(PlanProblem::LongerThanRepeat);
    }
    if spec.until.is_some() && spec.count.is_some() {
        return Err(PlanProblem::UntilAndCount);
    }
    let count = spec.count.map(|count| {
        u32::try_from(count).ok().filter(|count| (1..=MOST_OCCURRENCES).contains(count)).ok_or(PlanProblem::Count)
    });
    if spec.until.is_some_and(|until| until < starts) {
        return Err(PlanProblem::UntilTooSoon);
    }
    Ok(Some(repeat.from(starts, zone).until(spec.until).count(count.transpose()?)))
}

/// Where it takes place.
fn place(spec: &EventSpec) -> Result<Place, PlanProblem> {
    let address = || spec.address.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    match (spec.place, spec.talk) {
        (Some(PlaceKind::InPerson), Some(_)) => Err(PlanProblem::TalkInPerson),
        (Some(PlaceKind::InPerson), None) => Ok(Place::InPerson { address: address() }),
        (Some(PlaceKind::Voice), None | Some(Talk::Stage(_))) => Err(PlanProblem::NoVoice),
        (Some(PlaceKind::Stage), None | Some(Talk::Voice(_))) => Err(PlanProblem::NoStage),
        (_, Some(_)) if address().is_some() => Err(PlanProblem::AddressInChannel),
        (_, Some(Talk::Voice(channel))) => Ok(Place::Voice { channel }),
        (_, Some(Talk::Stage(channel))) => Ok(Place::Stage { channel }),
        (None, None) if address().is_some() => Ok(Place::InPerson { address: address() }),
        (None, None) => Ok(spec.link.map_or(Place::Elsewhere { words: None }, |channel| Place::Link { channel })),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const NOW: Timestamp = Timestamp::from_seconds(1_794_819_600); // Monday 16 November 2026, 09:00 UTC
    const HOUR: Duration = Duration::from_secs(3_600);

    fn spec() -> EventSpec {
        EventSpec { title: "Raid".to_owned(), starts: Some(NOW.plus(HOUR)), ..EventSpec::default() }
    }

    fn problem(spec: &EventSpec) -> Option<PlanProblem> {
        settled(spec, &Zone::utc(), NOW).err()
    }

    #[test]
    fn what_is_made_like_an_event_behind_a_link_takes_place_there_too() {
        let spec = EventSpec { link: Some(ChannelId(5)), ..spec() };
        assert_eq!(place(&spec), Ok(Place::Link { channel: ChannelId(5) }));
    }

    #[test]
    fn a_title_and_a_start_are_an_event_of_an_hour_with_two_reminders() {
        let plan = settled(&spec(), &Zone::utc(), NOW).unwrap();
        assert_eq!((plan.starts, plan.length, plan.series), (NOW.plus(HOUR), HOUR, None));
        assert_eq!(plan.details.remind, [Before(1_440), Before(60)]);
        assert_eq!(plan.details.place, Place::Elsewhere { words: None });
    }

    #[test]
    fn it_starts_at_a_whole_minute() {
        let starts = Some(Timestamp(NOW.plus(HOUR).0 + 1));
        let plan = settled(&EventSpec { starts, ..spec() }, &Zone::utc(), NOW).unwrap();
        assert_eq!(plan.starts, NOW.plus(HOUR + Duration::from_secs(60)));
    }

    fn group(name: &str, capacity: Option<u32>) -> Group {
        Group { name: name.to_owned(), capacity }
    }

    const VOICE: Option<Talk> = Some(Talk::Voice(ChannelId(5)));

    #[rstest]
    #[case::no_title(EventSpec { title: " ".to_owned(), ..spec() }, PlanProblem::NoTitle)]
    #[case::long(EventSpec { title: "x".repeat(101), ..spec() }, PlanProblem::TooLong { what: "events-problem-title-long", units: 101, most: 100 })]
    #[case::started(EventSpec { starts: Some(NOW), ..spec() }, PlanProblem::Started(NOW))]
    #[case::far(EventSpec { starts: Some(NOW.plus(FARTHEST + HOUR)), ..spec() }, PlanProblem::StartsTooLate(NOW.plus(FARTHEST)))]
    #[case::endless(EventSpec { length_s: Some(15 * 86_400), ..spec() }, PlanProblem::Length)]
    #[case::overlapping(EventSpec { length_s: Some(86_401), repeat: Some(Repeat::Daily), ..spec() }, PlanProblem::LongerThanRepeat)]
    #[case::no_voice(EventSpec { place: Some(PlaceKind::Voice), ..spec() }, PlanProblem::NoVoice)]
    #[case::no_stage(EventSpec { place: Some(PlaceKind::Stage), talk: VOICE, ..spec() }, PlanProblem::NoStage)]
    #[case::in_person(EventSpec { place: Some(PlaceKind::InPerson), talk: VOICE, ..spec() }, PlanProblem::TalkInPerson)]
    #[case::address(EventSpec { talk: VOICE, address: Some("Park".to_owned()), ..spec() }, PlanProblem::AddressInChannel)]
    #[case::seats(EventSpec { capacity: Some(0), ..spec() }, PlanProblem::Capacity)]
    #[case::groups(EventSpec { groups: (0..11).map(|n| group(&n.to_string(), None)).collect(), ..spec() }, PlanProblem::TooManyGroups(10))]
    #[case::twice(EventSpec { groups: vec![group("Tank", None), group("tank", None)], ..spec() }, PlanProblem::GroupTwice("tank".to_owned()))]
    #[case::empty(EventSpec { groups: vec![group("tank", Some(0))], ..spec() }, PlanProblem::Group("tank".to_owned()))]
    #[case::guests(EventSpec { guests: Some(11), ..spec() }, PlanProblem::Guests)]
    #[case::until(EventSpec { until: Some(NOW.plus(HOUR)), ..spec() }, PlanProblem::NoRepeat)]
    #[case::both(EventSpec { repeat: Some(Repeat::Daily), until: Some(NOW.plus(3 * HOUR)), count: Some(2), ..spec() }, PlanProblem::UntilAndCount)]
    #[case::soon(EventSpec { repeat: Some(Repeat::Daily), until: Some(NOW), ..spec() }, PlanProblem::UntilTooSoon)]
    #[case::count(EventSpec { repeat: Some(Repeat::Daily), count: Some(0), ..spec() }, PlanProblem::Count)]
    #[case::reminders(EventSpec { remind: Some((1..7).map(Before).collect()), ..spec() }, PlanProblem::TooManyReminders)]
    #[case::early(EventSpec { cutoff: Some(Before(50_000)), ..spec() }, PlanProblem::TooEarly)]
    fn what_does_not_go_together_is_said(#[case] spec: EventSpec, #[case] said: PlanProblem) {
        assert_eq!(problem(&spec), Some(said));
    }
}
