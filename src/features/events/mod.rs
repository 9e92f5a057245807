//! Events: people are called together, sign up and are reminded, once or again and again.
//!
//! - `mod.rs`: what the feature brings along, and its words: the types that all other files speak in.
//! - `actions.rs`: what staff do in it, and the level that each act takes.
//! - `rules/`: what is decided, by what is given alone, with tables and properties beside it.
//! - `store/`: all SQL, a file for each table.
//! - `agenda.rs`: which occurrences of a server there are between two instants.
//! - `commands/` and `components/`: each reads, decides, writes and tells, in that order.
//! - `roster.rs`: an occurrence with everything that was said to it.
//! - `opening.rs`, `advance.rs`, `running.rs`, `signing.rs`, `offered.rs`: what several of these need of each act.
//! - `notify.rs`: what those who are signed up are told; `mirror.rs`: the event on Discord's list.
//! - `listen.rs`: what Discord tells; `reread.rs`: what it would have told while Steward was away.
//! - `cards.rs`: the message that is kept true; `views/`: what people see.
//! - `calendar/`: calendar files and feeds. `week/`: what takes place in a week. `attendance/`: who really came.
//! - `contest/`: contests, a feature of their own. `digest.rs`: what the weekly digest says.
//!
//! An event takes place once, or is a series with a [`Recurrence`] in the zone of its server. Each time that it
//! takes place is an [`Occurrence`]. Those that are over and the next one have a row, a card, sign-ups and a
//! thread of their own; the later ones follow from the recurrence, and get theirs when the one before is over.
//! A series that is changed from a later date on has [`Part`]s: what it is from there on is kept beside what it is now,
//! until it gets there. What an event is and for how many stands in its [`Details`]. Each occurrence has a copy of them, so that an
//! event that is edited changes what is to come and not what has been.

use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serenity::all::{GatewayIntents, Permissions};

use crate::clock::Timestamp;
use crate::error::{Arg, Error, Message};
use crate::feature;
use crate::feature::Feature;
use crate::feature::offer::{Kind, Taker};
use crate::ids::{ChannelId, GuildId, MemberId, OutboxId, RoleId, ScheduledEventId, ids};
use crate::jobs::Kind as JobKind;
use crate::jobs::recurrence::Recurrence;

use self::rules::plan::EventSpec;

pub mod actions;
mod advance;
pub mod agenda;
mod attendance;
mod calendar;
mod cards;
mod commands;
mod components;
pub mod contest;
mod digest;
mod draft;
mod listen;
mod mirror;
mod notify;
mod offered;
mod opening;
mod reread;
mod roster;
mod rules;
mod running;
mod signing;
pub mod store;
#[cfg(test)]
mod tests;
mod views;
mod week;

/// The name of the feature.
pub const NAME: &str = "events";

ids! {
    /// An event or a series; people know it by its number.
    EventId,
    /// One time that it takes place.
    OccurrenceId,
}

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        actions: actions::ALL,
        commands: || vec![commands::event(), week::commands::events()],
        routes: components::ROUTES,
        cards: cards::ALL,
        jobs: &[TICK, NEXT, REREAD],
        listen: Some(|app, event| Box::pin(listen::event(app, event))),
        on_person_change: Some(|app, guild, change| Box::pin(listen::person_changed(app, guild, change))),
        accepts: &[Taker {
            kind: Kind::Event,
            take: |tx, offer, now| Box::pin(offered::take(tx, offer, now)),
            shown_to_all: Some(Permissions::CREATE_EVENTS),
        }],
        on_order_ended: Some(|tx, order, now| Box::pin(listen::order_ended(tx, order, now))),
        tables: store::TABLES,
        page: Some(|app, path| Box::pin(calendar::feed::page(app, path))),
        digest: Some(|reading| Box::pin(digest::section(reading))),
        state: Some(|_| Arc::new(attendance::listen::Whereabouts::default())),
        on_start: Some(|app| Box::pin(attendance::listen::start(app))),
        intents: GatewayIntents::GUILDS
            .union(GatewayIntents::GUILD_SCHEDULED_EVENTS)
            .union(GatewayIntents::GUILD_VOICE_STATES),
        permissions: &[
            (Permissions::CREATE_EVENTS, "needs-create-events"),
            (Permissions::SEND_MESSAGES, "needs-events-messages"),
            (Permissions::EMBED_LINKS, "needs-embed-links"),
            (Permissions::ATTACH_FILES, "needs-attach-files"),
            (Permissions::CREATE_PUBLIC_THREADS, "needs-events-threads"),
            (Permissions::SEND_MESSAGES_IN_THREADS, "needs-events-thread-messages"),
        ],
        ..Feature::new(NAME)
    }
}

/// What becomes of an occurrence as time goes on: reminders, its start and its end.
const TICK: JobKind = JobKind { name: "events.tick", urgent: false, run: |app, job| Box::pin(advance::tick(app, job)) };
/// Opens the next occurrence of a series.
const NEXT: JobKind = JobKind { name: "events.next", urgent: false, run: |app, job| Box::pin(opening::next(app, job)) };

/// Reads Discord's list of events after Steward was away.
const REREAD: JobKind =
    JobKind { name: "events.reread", urgent: false, run: |app, job| Box::pin(reread::run(app, job)) };

/// An event that somebody looks at before they publish it.
type Draft = feature::draft::Draft<EventSpec>;

/// Where an event takes place. Words are as people typed them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum Place {
    Voice {
        channel: ChannelId,
    },
    Stage {
        channel: ChannelId,
    },
    /// People meet in the world outside.
    InPerson {
        #[serde(default)]
        address: Option<String>,
    },
    /// Anywhere else; without words nobody has said where yet.
    Elsewhere {
        #[serde(default)]
        words: Option<String>,
    },
}

impl Place {
    /// The voice or stage channel, if it is one.
    pub const fn channel(&self) -> Option<ChannelId> {
        match self {
            Self::Voice { channel } | Self::Stage { channel } => Some(*channel),
            Self::InPerson { .. } | Self::Elsewhere { .. } => None,
        }
    }

    /// What was typed about it, if anything was.
    pub fn words(&self) -> Option<&str> {
        let words = match self {
            Self::InPerson { address } => address.as_deref(),
            Self::Elsewhere { words } => words.as_deref(),
            Self::Voice { .. } | Self::Stage { .. } => None,
        };
        words.map(str::trim).filter(|words| !words.is_empty())
    }
}

/// As what people sign up: speaker, listener.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// As typed.
    pub name: String,
    /// How many there can be, guests included; `None`: as many as the event has seats.
    #[serde(default)]
    pub capacity: Option<u32>,
}

/// So many minutes before an occurrence starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Before(pub u32);

impl Before {
    /// When that is.
    pub fn at(self, starts: Timestamp) -> Timestamp {
        starts.minus(self.length())
    }

    /// How long before.
    pub const fn length(self) -> Duration {
        Duration::from_secs(self.0 as u64 * 60)
    }
}

/// What an event is, where, and for how many. Words are as people typed them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    pub title: String,
    #[serde(default)]
    pub description: Option<String>,
    pub place: Place,
    /// Whether its address is shown to those who are going only.
    #[serde(default)]
    pub hide_address: bool,
    /// How many can come, guests included; `None`: everyone.
    #[serde(default)]
    pub capacity: Option<u32>,
    /// As what they can come; empty: there is only one way.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// How many guests each can bring.
    #[serde(default)]
    pub guests: u8,
    /// Who can come; `None`: everyone.
    #[serde(default)]
    pub for_role: Option<RoleId>,
    /// Until when people can sign up; `None`: until it is over.
    #[serde(default)]
    pub cutoff: Option<Before>,
    /// When people are reminded.
    #[serde(default)]
    pub remind: Vec<Before>,
    /// Who is pinged when its card is posted.
    #[serde(default)]
    pub ping: Option<RoleId>,
    /// Whether everyone may see that it takes place: then it is on Discord's list of events too.
    #[serde(default)]
    pub listed: bool,
}

impl Details {
    /// With a title and a place, for everyone, and without reminders.
    pub const fn new(title: String, place: Place) -> Self {
        Self {
            title,
            description: None,
            place,
            hide_address: false,
            capacity: None,
            groups: Vec::new(),
            guests: 0,
            for_role: None,
            cutoff: None,
            remind: Vec::new(),
            ping: None,
            listed: false,
        }
    }

    /// Where it takes place, as anyone may read it: not the address, where that is for those who are going.
    pub fn public_words(&self) -> Option<&str> {
        if self.hide_address { None } else { self.place.words() }
    }
}

/// How far an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum EventState {
    Published,
    Cancelled,
    /// There is no further occurrence.
    Ended,
}

/// An event, or a series of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub id: EventId,
    pub guild: GuildId,
    /// By which people know it: per server, from 1 on.
    pub number: i64,
    /// Who called people together, unless they are forgotten.
    pub author: Option<MemberId>,
    /// Where its cards are posted.
    pub channel: ChannelId,
    /// As they are for occurrences to come.
    pub details: Details,
    /// When it takes place for the first time.
    pub starts: Timestamp,
    /// How long it takes each time.
    pub length: Duration,
    /// On which days of a series; `None`: it takes place once.
    pub series: Option<Recurrence>,
    /// By which calendars know what the series is now; `None`: the part that it began with.
    pub part: Option<PartId>,
    /// What the series is from later dates on, in their order; `series` ends before them.
    pub later: Vec<Part>,
    pub state: EventState,
    /// How often what calendars show of it has changed.
    pub sequence: i64,
    pub created: Timestamp,
    /// When `sequence` was last raised.
    pub changed: Timestamp,
}

/// Names a part of a series for ever: the first day that it had, since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type, Serialize, Deserialize)]
#[serde(transparent)]
#[sqlx(transparent)]
pub struct PartId(pub i64);

/// What a series is from one of its later dates on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub id: PartId,
    pub details: Details,
    pub length: Duration,
    pub series: Recurrence,
}

impl Event {
    /// The series as it is now and from later dates on, with what it is and how long it takes; of a single event
    /// nothing.
    pub fn parts(&self) -> impl Iterator<Item = (&Details, Duration, &Recurrence)> {
        let now = self.series.iter().map(|series| (&self.details, self.length, series));
        now.chain(self.later.iter().map(|part| (&part.details, part.length, &part.series)))
    }

    /// The recurrence that has an occurrence of a day.
    pub fn series_of(&mut self, day: i64) -> Option<&mut Recurrence> {
        let mut all = self.series.iter_mut().chain(self.later.iter_mut().map(|part| &mut part.series));
        all.find(|series| series.is_day(day))
    }

    /// The series has come to its next part, if there is one.
    #[must_use]
    pub fn in_next_part(mut self) -> Option<Self> {
        if self.later.is_empty() {
            return None;
        }
        let Part { id, details, length, series } = self.later.remove(0);
        Some(Self { part: Some(id), details, length, series: Some(series), ..self })
    }
}

/// How far an occurrence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum OccurrenceState {
    /// It has not begun.
    Scheduled,
    Running,
    Ended,
    /// It does not take place, and the series goes on.
    Skipped,
    /// It does not take place, nor does any later one.
    Cancelled,
}

impl OccurrenceState {
    /// Whether it is still to come or takes place now.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Scheduled | Self::Running)
    }
}

/// How an occurrence is on Discord's list of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum Mirror {
    /// On its way.
    Ordered,
    Made,
    Failed,
    /// Nobody can say whether Discord made it.
    Unknown,
    /// Somebody has deleted it there, or it was taken off the list.
    Removed,
}

/// One time that an event takes place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    pub id: OccurrenceId,
    pub event: EventId,
    pub guild: GuildId,
    /// Its day in the recurrence, since 1970-01-01, which names it; of a single event 0.
    pub day: i64,
    pub starts: Timestamp,
    pub ends: Timestamp,
    pub details: Details,
    pub state: OccurrenceState,
    /// Where those signed up are written to, once it is made.
    pub thread: Option<ChannelId>,
    /// The order that makes it, once there was a need.
    pub thread_order: Option<OutboxId>,
    /// `None`: it is not to be on Discord's list.
    pub mirror: Option<Mirror>,
    /// Why it is not there, as it is stored.
    pub mirror_why: Option<String>,
    pub scheduled: Option<ScheduledEventId>,
    /// The last reminder that went out.
    pub reminded: Option<Before>,
    /// How many were signed up, once it is over.
    pub counts: Option<Counts>,
}

/// How many were signed up, guests included where it says heads.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Counts {
    pub going: i64,
    /// Of those who were going, with their guests.
    pub heads: i64,
    pub maybe: i64,
    pub waiting: i64,
}

/// What somebody said to an occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum SignupState {
    Going,
    Maybe,
    Cant,
    /// They would come, and there is no seat.
    Waiting,
}

/// Where somebody said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum Via {
    Steward,
    /// By *Interested* on Discord's list, which counts as maybe.
    Discord,
}

/// What a member said to an occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signup {
    pub member: MemberId,
    pub state: SignupState,
    /// As what they come: the place in [`Details::groups`], from 0 on.
    pub group: Option<u8>,
    /// How many they bring.
    pub guests: u8,
    /// Whether they are signed up for the next occurrences too.
    pub every_time: bool,
    pub via: Via,
    /// In which order people signed up, which is also that of the waiting list.
    pub position: i64,
}

impl Signup {
    /// Seats that they take: their own and those of their guests.
    pub const fn heads(&self) -> u32 {
        self.guests as u32 + 1
    }
}

/// What a person at an event can do something about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("it would have begun by now")]
    Begun,
    #[error("an earlier try may have made it")]
    Unclear,
    #[error("no event here that is called {0}")]
    NoEvent(String),
    #[error("it is over, or is cancelled")]
    Over,
    #[error("nobody can sign up since {0:?}")]
    SignupsClosed(Timestamp),
    #[error("only for {0}")]
    RoleOnly(RoleId),
    #[error("no such group")]
    NoGroup,
    #[error("seats for {0} guests are left")]
    NoSeats(u32),
    #[error("at most {0} guests")]
    TooManyGuests(u8),
    #[error("not going")]
    NotGoing,
    #[error("no span of time: {0}")]
    NoSpan(String),
    #[error("nothing to change was said")]
    NoChange,
    #[error("it has started, so its start can't change")]
    StartedBefore,
    #[error("it is no series")]
    NoSeries,
    #[error("no occurrence on that day")]
    NoOccurrence,
    #[error("another occurrence has that day")]
    DayTaken,
    #[error("it would come before a date that stays")]
    BeforeEarlier,
    #[error("nobody to write to")]
    NobodySignedUp,
    #[error("the file of event {0} is too large for Discord")]
    TooLarge(i64),
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Told(problem.into())
    }
}

impl From<Problem> for Message {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::Begun => Self::new("events-begun"),
            Problem::Unclear => Self::new("events-unclear"),
            Problem::NoEvent(typed) => Self::new("events-none").with("typed", typed),
            Problem::Over => Self::new("events-over"),
            Problem::SignupsClosed(at) => Self::new("events-signups-closed").with("at", Arg::Time(at, 'R')),
            Problem::RoleOnly(role) => Self::new("events-role-only").with("role", role),
            Problem::NoGroup => Self::new("events-no-group"),
            Problem::NoSeats(free) => Self::new("events-no-seats").with("free", free),
            Problem::TooManyGuests(most) => Self::new("events-too-many-guests").with("most", i64::from(most)),
            Problem::NotGoing => Self::new("events-not-going"),
            Problem::NoSpan(typed) => Self::new("events-no-span").with("typed", typed),
            Problem::NoChange => Self::new("events-no-change"),
            Problem::StartedBefore => Self::new("events-started-before"),
            Problem::NoSeries => Self::new("events-no-series"),
            Problem::NoOccurrence => Self::new("events-no-occurrence"),
            Problem::DayTaken => Self::new("events-day-taken"),
            Problem::BeforeEarlier => Self::new("events-before-earlier"),
            Problem::NobodySignedUp => Self::new("events-nobody"),
            Problem::TooLarge(number) => Self::new("events-export-large").with("number", number.to_string()),
        }
    }
}
