//! What is counted from the start on, and what was last read for whoever asks how the bot is; `health/`
//! says what it means.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, OnceLock};
use std::time::Instant;

use tracing::error;

use crate::clock;
use crate::clock::monotonic;
use crate::error;

use super::App;
use super::queue_depths::QueueDepths;

/// How many jobs there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct JobCounts {
    /// Not due yet.
    pub waiting: i64,
    /// Due, or under way.
    pub due: i64,
    /// Of those, the ones that nobody has begun for too long.
    pub overdue: i64,
    /// Failed so often that somebody should look; they are tried again.
    pub failing: i64,
    /// Not tried any more.
    pub given_up: i64,
}

/// What the database says of what waits, when it was last asked.
#[derive(Debug, Clone, Default)]
pub struct Stored {
    pub jobs: JobCounts,
    /// Orders by state, without those that are done.
    pub orders: Vec<(String, i64)>,
    /// Connections made to Discord within a day, as the ledger counts them.
    pub sessions_today: usize,
}

/// The last answer of the database and when it came; `None` where it did not answer.
pub type StoredCache = tokio::sync::Mutex<Option<(Instant, Option<Stored>)>>;

/// What went wrong since the start, counted; `health/` says what it means.
#[derive(Debug)]
pub struct Health {
    /// When this bot was put together, in real time.
    pub begun: Instant,
    /// How full the queues of events are, once there are any.
    pub queues: OnceLock<QueueDepths>,
    /// What the database said when it was last asked for its figures.
    pub stored: StoredCache,
    /// Faults met at the boundary, each in the log with its reference.
    pub faults: AtomicU64,
    /// Events that Discord sent and the client library could not read.
    pub unread_events: AtomicU64,
    /// Events dropped because a queue was full.
    pub dropped_events: AtomicU64,
    /// Commands and presses dropped because a queue was full.
    pub dropped_interactions: AtomicU64,
    /// Jobs that will not be tried again, each in the log with its reason.
    pub jobs_given_up: AtomicU64,
    /// Why the last copy of the database could not be made, as long as there is no newer one.
    pub copies: Mutex<Option<String>>,
}

impl Default for Health {
    fn default() -> Self {
        Self {
            begun: monotonic(),
            queues: OnceLock::new(),
            stored: StoredCache::default(),
            faults: AtomicU64::default(),
            unread_events: AtomicU64::default(),
            dropped_events: AtomicU64::default(),
            dropped_interactions: AtomicU64::default(),
            jobs_given_up: AtomicU64::default(),
            copies: Mutex::default(),
        }
    }
}

impl Health {
    /// Adds one to a counter.
    pub fn count(counter: &AtomicU64) {
        counter.fetch_add(1, Ordering::Relaxed);
    }
}

impl App {
    /// Logs a fault once and gives the reference under which it stands there.
    pub fn report(&self, what: &str, error: &anyhow::Error) -> String {
        let reference = error::reference(clock::random());
        Health::count(&self.health.faults);
        error!(reference, what, "{error:#}");
        reference
    }
}
