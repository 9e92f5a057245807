//! One job, as it stands in the queue.

use crate::clock::Timestamp;
use crate::ids::{GuildId, JobId};

/// One job, as its feature is given it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub id: JobId,
    pub guild: GuildId,
    /// The name of its [`Kind`](super::Kind).
    pub kind: String,
    /// The row of the feature that it is about; 0 where there is none.
    pub row: i64,
    /// When it was to happen: long ago, after a downtime.
    pub due: Timestamp,
    /// How often it has failed so far.
    pub tries: i64,
    /// Of this claim; whoever schedules the job anew takes it away.
    pub(super) claim: i64,
}
