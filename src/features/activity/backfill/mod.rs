//! Reading Discord's history: what a manager asks for with `/activity backfill`, and what was missed while Steward
//! was not connected. Only ids, authors, times and whom a message is for are looked at.
//!
//! [`read`] asks Discord for pages of messages, [`jobs`] reads a few of them at a time: each step is written in one
//! transaction with the place where the next one goes on, and counts like an import, each message once. So a reading
//! goes on after a restart, and holds nobody up. What could not be read stays a gap.

pub mod jobs;
mod read;

use crate::clock::Timestamp;
use crate::ids::{ChannelId, GuildId, MessageId, ids};

ids! {
    /// A reading of history.
    BackfillId,
}

/// Why history is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Reason {
    /// A manager asked for it.
    Asked,
    /// It was missed.
    Gap,
}

/// How a reading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum State {
    /// Its channels are not listed yet.
    Waiting,
    Running,
    Done,
    Cancelled,
}

/// A reading of history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backfill {
    pub id: BackfillId,
    pub guild: GuildId,
    pub reason: Reason,
    /// The one channel that is read, with its threads; `None`: all.
    pub channel: Option<ChannelId>,
    pub since: Timestamp,
    pub until: Timestamp,
    pub state: State,
    /// Member messages that were new.
    pub messages: i64,
    /// Member messages that had been counted before.
    pub known: i64,
    /// Once it is over: how many channels and threads were to be read, and how many could not be.
    pub channels: i64,
    pub failed: i64,
}

impl Backfill {
    /// Whether it is not over.
    pub const fn is_open(&self) -> bool {
        matches!(self.state, State::Waiting | State::Running)
    }

    /// Whether a thread in which something was written during its time may be archived by now.
    pub const fn may_have_archived(&self, now: Timestamp) -> bool {
        now.since(self.since) >= read::ARCHIVED_AFTER_MS
    }
}

/// How many channels of a reading stand how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    pub channels: i64,
    pub done: i64,
    pub failed: i64,
}

/// What a channel holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Kind {
    /// Messages and threads.
    Text,
    /// Threads alone.
    Forum,
    /// Messages alone: a thread, or the talk of a voice channel.
    Plain,
}

/// A channel or thread to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub channel: ChannelId,
    /// Of a thread: its channel.
    pub parent: Option<ChannelId>,
    pub name: String,
    pub kind: Kind,
    /// Messages up to this id are read.
    pub after: MessageId,
    /// Whether Steward may read its history.
    pub is_readable: bool,
}
