//! Raids: many people join at once, the staff is alerted, and what came in can be removed in one act.
//!
//! - `mod.rs`: what raids bring along, and their words: the types that all other files speak in.
//! - `rules.rs`: when a rush of joins is a raid, when it is over, and whose clean-up waits for a manager.
//! - `listen.rs`: joins and first messages as the gateway tells of them, gathered and written in one go.
//! - `store.rs`: all SQL, and what the tables say about people.
//! - `noticing.rs`: how a raid begins and ends, by itself or by the staff.
//! - `pausing.rs`: invites and direct messages paused by Discord's own means.
//! - `cleaning.rs`: whom a clean-up is for, and how it begins; what is done to them is a
//!   [mass act](super::masses).
//! - `commands.rs`: `/raid start|clean|end`; `components.rs`: the buttons of the alert and of the preview.
//! - `cards.rs`: the alert among the staff; `views.rs`: what people see; `digest.rs`: what the digest says of a raid.
//!
//! Who joined a server is kept for a week, with whether they have written anything: without that nobody could say
//! afterwards who came with a raid, and what is usual. Raids have a form of their own in the list of features,
//! because they share no button with cases.

use serde::{Deserialize, Serialize};
use serenity::all::{GatewayIntents, Permissions};
use std::sync::Arc;

use crate::clock::Timestamp;
use crate::error::{Arg, Error, Message};
use crate::feature::Feature;
use crate::ids::{GuildId, MemberId, ids};

use super::MassKind;

pub mod actions;
mod cards;
mod cleaning;
mod commands;
mod components;
pub mod digest;
mod listen;
mod noticing;
mod pausing;
mod rules;
mod store;
mod views;

pub use self::cards::cleaned;
pub use self::store::open;

/// The name of the feature.
pub const NAME: &str = "raids";

ids! {
    /// A raid.
    RaidId,
    /// What was paused in one.
    PauseId,
}

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        actions: actions::ALL,
        commands: || vec![commands::raid()],
        routes: components::ROUTES,
        listen: Some(|app, event| Box::pin(listen::event(app, event))),
        state: Some(|_| Arc::new(listen::Joins::default())),
        on_start: Some(|app| Box::pin(listen::load(app))),
        flush: Some(|app| Box::pin(app.state::<listen::Joins>().flush(app))),
        on_person_change: Some(|app, guild, change| Box::pin(listen::person_changed(app, guild, change))),
        jobs: &[noticing::END, listen::CATCH_UP],
        cards: &[cards::CARD],
        on_order_ended: Some(|tx, order, now| Box::pin(cards::order_ended(tx, order, now))),
        tables: store::TABLES,
        intents: GatewayIntents::GUILDS.union(GatewayIntents::GUILD_MEMBERS).union(GatewayIntents::GUILD_MESSAGES),
        permissions: &[
            (Permissions::MANAGE_GUILD, "needs-pause-invites"),
            (Permissions::SEND_MESSAGES, "needs-send-messages"),
            (Permissions::EMBED_LINKS, "needs-embed-links"),
        ],
        ..Feature::new(NAME)
    }
}

/// A rush of people into a server.
#[derive(Debug, Clone, PartialEq)]
pub struct Raid {
    pub id: RaidId,
    pub guild: GuildId,
    pub state: RaidState,
    /// When the first of them joined, or staff began it.
    pub since: Timestamp,
    /// Who of the staff began it; `None` where Steward noticed it.
    pub started_by: Option<MemberId>,
    /// When Steward itself saw the rush.
    pub noticed: Option<Timestamp>,
    /// When the rush was last seen.
    pub rush: Timestamp,
    /// Joins in ten minutes as they were usual before; `None` where that is not known.
    pub usual: Option<f64>,
    /// How many people have joined in it.
    pub joined: i64,
    /// Who of the staff ended or dismissed it.
    pub ended_by: Option<MemberId>,
    pub ended: Option<Timestamp>,
}

/// How far a raid is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum RaidState {
    Open,
    Over,
    /// Staff say that it is none.
    Dismissed,
}

/// Someone who joined lately.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Join {
    pub member: MemberId,
    pub at: Timestamp,
    /// Whether they have written anything since.
    pub wrote: bool,
}

impl Join {
    /// When their account was opened.
    pub const fn opened(&self) -> Timestamp {
        Timestamp(self.member.created_ms())
    }
}

/// What can be paused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum Paused {
    /// Nobody joins by an invite.
    Invites,
    /// Members who aren't friends write each other no direct messages.
    Dms,
}

/// What staff have paused in a raid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pause {
    pub id: PauseId,
    pub raid: RaidId,
    pub what: Paused,
    pub actor: MemberId,
    pub at: Timestamp,
    pub until: Timestamp,
    pub state: PauseState,
    /// Why it could not be done: a word of the outbox.
    pub why: Option<String>,
}

/// How far a pause is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum PauseState {
    Waiting,
    Done,
    Failed,
    /// Discord did not say whether it was done.
    Unknown,
}

/// What someone is about to do to those who joined lately.
pub type CleanDraft = crate::feature::draft::Draft<CleanSpec>;

/// What a preview of that shows: the people are those whom it showed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CleanSpec {
    pub act: MassKind,
    pub since: Timestamp,
    /// Only accounts that were opened so many seconds before, or later.
    pub younger_s: Option<i64>,
    pub members: Vec<MemberId>,
    /// When the first of them joined, and the last.
    pub joined: (Timestamp, Timestamp),
    /// When the oldest of their accounts was opened.
    pub oldest: Timestamp,
    /// How many more fitted, and are left for another time.
    pub left_out: i64,
    /// The raid that it cleans up after.
    pub raid: Option<RaidId>,
    /// Whether kicks and bans have to wait for a manager.
    pub waits: bool,
}

/// What a person who deals with a raid can do something about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("no raid is open")]
    NoRaid,
    #[error("a raid is open since {0:?}")]
    OpenBefore(Timestamp),
    #[error("there is no such raid any more")]
    Gone,
    #[error("the raid is over")]
    Over,
    #[error("who joined is not kept any more")]
    NotKept,
    #[error("nobody joined since {0:?}")]
    NobodyJoined(Timestamp),
    #[error("{0} joined, and none of them has so young an account")]
    NobodySoYoung(i64),
    #[error("who joined is kept for a week, so not since {0:?}")]
    TooLongAgo(Timestamp),
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Told(match problem {
            Problem::NoRaid => Message::new("raid-none"),
            Problem::OpenBefore(since) => Message::new("raid-open-before").with("since", Arg::Time(since, 'R')),
            Problem::Gone => Message::new("raid-gone"),
            Problem::Over => Message::new("raid-over-before"),
            Problem::NotKept => Message::new("raid-not-kept"),
            Problem::NobodyJoined(since) => Message::new("raid-nobody-joined").with("since", Arg::Time(since, 'f')),
            Problem::NobodySoYoung(count) => Message::new("raid-nobody-so-young").with("count", count),
            Problem::TooLongAgo(since) => Message::new("raid-too-long-ago").with("since", Arg::Time(since, 'f')),
        })
    }
}
