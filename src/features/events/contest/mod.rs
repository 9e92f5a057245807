//! Contests: members submit entries, each a post that others vote for, and when the contest closes the result says who
//! won. Until then nobody sees how many votes an entry has.
//!
//! - `mod.rs`: what contests bring along, and their words: the types that all other files speak in.
//! - `rules.rs`: what is decided, by what is given alone, with tables and properties beside it.
//! - `store/`: all SQL, a file for each table.
//! - `commands.rs` and `components/`: each reads, decides, writes and tells, in that order.
//! - `cards.rs`: the messages that are kept true; `views/`: what people see.
//! - `draft.rs`, `submitting.rs`, `voting.rs`, `closing.rs`: what several of these need of each act.
//! - `jobs.rs`: what happens later; `listen.rs`: what Discord tells, and what becomes of people; `digest.rs`: what the
//!   weekly digest says.
//!
//! An entry is *pending* while it waits for review, *approved* once it appears in the contest's thread; it can be
//! *rejected*, and *withdrawn* by whoever submitted it.
//!
//! Contests have a form of their own in the list of features, because they share no table and no button with events;
//! their command is `/event contest`.

use serde::{Deserialize, Serialize};
use serenity::all::{GatewayIntents, Permissions};

use crate::clock::Timestamp;
use crate::error::{Arg, Error, Message};
use crate::feature;
use crate::feature::Feature;
use crate::ids::{ChannelId, GuildId, MemberId, OutboxId, RoleId, ids};
use crate::jobs::Kind as JobKind;

use self::rules::ContestSpec;

pub mod actions;
mod cards;
mod closing;
mod commands;
mod components;
pub mod digest;
mod draft;
mod jobs;
mod listen;
mod rules;
mod store;
mod submitting;
mod views;
mod voting;

pub use self::commands::contest as command;

/// The name of the feature.
pub const NAME: &str = "contests";

ids! {
    /// A contest; people know it by its number.
    ContestId,
    /// An entry.
    EntryId,
}

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        actions: actions::ALL,
        commands: || vec![commands::submit()],
        routes: components::ROUTES,
        cards: cards::ALL,
        on_order_ended: Some(|tx, order, now| Box::pin(listen::order_ended(tx, order, now))),
        on_person_change: Some(|app, guild, change| Box::pin(listen::person_changed(app, guild, change))),
        jobs: &[CLOSE],
        tables: store::TABLES,
        intents: GatewayIntents::GUILDS.union(GatewayIntents::GUILD_MESSAGES),
        permissions: &[
            (Permissions::SEND_MESSAGES, "needs-send-messages"),
            (Permissions::EMBED_LINKS, "needs-embed-links"),
            (Permissions::ATTACH_FILES, "needs-attach-files"),
            (Permissions::CREATE_PUBLIC_THREADS, "needs-contest-threads"),
            (Permissions::SEND_MESSAGES_IN_THREADS, "needs-contest-thread-messages"),
        ],
        ..Feature::new(NAME)
    }
}

/// Closes a contest at its time.
const CLOSE: JobKind =
    JobKind { name: "contests.close", urgent: false, run: |app, job| Box::pin(jobs::close(app, job)) };

/// A contest that somebody looks at before they publish it.
type Draft = feature::draft::Draft<ContestSpec>;

/// What a contest is to be, once everything about it goes together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub guild: GuildId,
    pub author: MemberId,
    /// Where it is posted.
    pub channel: ChannelId,
    pub title: String,
    pub closes: Timestamp,
    /// How many entries a member can vote for.
    pub votes: u8,
    /// Whether a moderator looks at each entry before it appears.
    pub review: bool,
    /// Whoever has this role votes as the jury, which decides half of the result.
    pub jury: Option<RoleId>,
}

/// How far a contest is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum State {
    /// It takes entries and votes.
    Open,
    Closed,
}

/// A contest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contest {
    pub id: ContestId,
    /// By which people know it: per server, from 1 on.
    pub number: i64,
    pub plan: Plan,
    pub state: State,
    /// Where entries are posted, once it is made.
    pub thread: Option<ChannelId>,
    /// The order that makes the thread.
    pub thread_order: Option<OutboxId>,
    pub closed: Option<Timestamp>,
    /// Who closed it; `None`: its time was over.
    pub closed_by: Option<MemberId>,
    /// How many people voted, once it is closed.
    pub voters: Option<i64>,
}

/// What has become of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum EntryState {
    /// It waits for review.
    Pending,
    /// It appears in the thread, and can be voted for.
    Approved,
    Rejected,
    /// Whoever submitted it has taken it back.
    Withdrawn,
}

/// What was typed, with what is attached to it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    pub title: String,
    pub text: Option<String>,
    /// An address on the web, as it is written.
    pub link: Option<String>,
}

/// An entry. Words are as people typed them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub id: EntryId,
    pub contest: ContestId,
    /// By which people know it: per contest, in the order of appearing. `None` until it appears.
    pub number: Option<i64>,
    /// Who submitted it, as long as that is kept.
    pub author: Option<MemberId>,
    pub words: Words,
    pub state: EntryState,
    /// Why it was rejected.
    pub reason: Option<String>,
    pub reviewed_by: Option<MemberId>,
    pub submitted: Timestamp,
    /// How many voted for it, once the contest is closed; without the jury.
    pub votes: Option<i64>,
    /// How many of the jury.
    pub jury_votes: Option<i64>,
}

/// What a person at a contest can do something about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("no contest here that is called {0}")]
    NoContest(String),
    #[error("no contest takes entries now")]
    NoneOpen,
    #[error("several contests take entries now")]
    SeveralOpen,
    #[error("closed at {0:?}")]
    Closed(Timestamp),
    #[error("they have an entry already")]
    SubmittedBefore,
    #[error("no title")]
    NoTitle,
    #[error("{units} units, of at most {most}")]
    TooLong { units: usize, most: usize },
    #[error("not an address on the web")]
    NoLink,
    #[error("there is no such entry")]
    NoEntry,
    #[error("it is {0:?} already")]
    Settled(EntryState),
    #[error("their own entry")]
    OwnEntry,
    #[error("all {0} votes are given")]
    NoVotesLeft(u8),
    #[error("only whoever created it and moderators")]
    NotYours,
    #[error("the file is not kept any more")]
    FileGone,
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Told(problem.into())
    }
}

impl From<Problem> for Message {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::NoContest(typed) => Self::new("contest-none").with("typed", typed),
            Problem::NoneOpen => Self::new("contest-none-open"),
            Problem::SeveralOpen => Self::new("contest-several-open"),
            Problem::Closed(at) => Self::new("contest-closed").with("at", Arg::Time(at, 'R')),
            Problem::SubmittedBefore => Self::new("contest-submitted-before"),
            Problem::NoTitle => Self::new("contest-no-title"),
            Problem::TooLong { units, most } => Self::new("contest-too-long").with("units", units).with("most", most),
            Problem::NoLink => Self::new("contest-no-link"),
            Problem::NoEntry => Self::new("contest-no-entry"),
            Problem::Settled(state) => Self::new(match state {
                EntryState::Pending => "contest-is-pending",
                EntryState::Approved => "contest-is-approved",
                EntryState::Rejected => "contest-is-rejected",
                EntryState::Withdrawn => "contest-is-withdrawn",
            }),
            Problem::OwnEntry => Self::new("contest-own-entry"),
            Problem::NoVotesLeft(votes) => Self::new("contest-no-votes-left").with("count", i64::from(votes)),
            Problem::NotYours => Self::new("contest-not-yours"),
            Problem::FileGone => Self::new("contest-file-gone"),
        }
    }
}
