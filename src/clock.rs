//! Time and chance: the only door to either.
//!
//! `now()` is civil time and may be a manual clock (tests, `steward demo`); `monotonic()` is always
//! real and serves time-outs, the watchdog and the gateway. Rules take `now` as a parameter and
//! never a clock.

#![expect(clippy::disallowed_methods, reason = "this is the door that the others are sent to")]

use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use tokio::sync::watch;

/// An instant, as unix milliseconds in UTC; stored as INTEGER.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, sqlx::Type, serde::Serialize, serde::Deserialize,
)]
#[sqlx(transparent)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// From unix seconds.
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds * 1_000)
    }

    /// Unix milliseconds.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Unix seconds, rounded down: what Discord's `<t:…>` takes.
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1_000)
    }

    /// That much later.
    #[must_use]
    pub fn plus(self, span: Duration) -> Self {
        Self(self.0.saturating_add(millis_of(span)))
    }

    /// That much earlier.
    #[must_use]
    pub fn minus(self, span: Duration) -> Self {
        Self(self.0.saturating_sub(millis_of(span)))
    }

    /// Milliseconds from `earlier` to here; negative if `earlier` is later.
    pub const fn since(self, earlier: Self) -> i64 {
        self.0 - earlier.0
    }
}

fn millis_of(span: Duration) -> i64 {
    i64::try_from(span.as_millis()).unwrap_or(i64::MAX)
}

/// Where civil time comes from. Clones share the same clock.
#[derive(Debug, Clone)]
pub struct Clock(Source);

#[derive(Debug, Clone)]
enum Source {
    System,
    Manual(Arc<watch::Sender<Timestamp>>),
}

impl Clock {
    /// The machine's clock.
    pub const fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that stands at `start` until it is told to move.
    pub fn manual(start: Timestamp) -> Self {
        Self(Source::Manual(Arc::new(watch::Sender::new(start))))
    }

    /// Civil time, now.
    pub fn now(&self) -> Timestamp {
        match &self.0 {
            Source::System => Timestamp(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, millis_of)),
            Source::Manual(hand) => *hand.borrow(),
        }
    }

    /// Moves a manual clock; the machine's clock is not ours to move and stays.
    pub fn advance(&self, span: Duration) {
        if let Source::Manual(hand) = &self.0 {
            hand.send_modify(|now| *now = now.plus(span));
        }
    }

    /// Sets a manual clock, forwards or back.
    pub fn set(&self, now: Timestamp) {
        if let Source::Manual(hand) = &self.0 {
            hand.send_replace(now);
        }
    }

    /// Returns once it is `due`, or a little earlier: the machine's clock may be set at any time, so
    /// whoever waits looks at `now()` again. For ever, where nothing is due.
    pub async fn wait(&self, due: Option<Timestamp>) {
        /// In real time; short enough that nobody minds after the clock was set or the machine slept.
        const LONGEST: Duration = Duration::from_secs(10);
        let Some(due) = due else { return std::future::pending().await };
        match &self.0 {
            Source::System => {
                let left = u64::try_from(due.since(self.now())).unwrap_or(0);
                tokio::time::sleep(Duration::from_millis(left).min(LONGEST)).await;
            }
            Source::Manual(hand) => {
                // The sender lives as long as `self`, so this ends only when it is due.
                let _ = hand.subscribe().wait_for(|now| *now >= due).await;
            }
        }
    }
}

/// Real time that only goes forward.
pub fn monotonic() -> Instant {
    Instant::now()
}

/// 256 random bits from the operating system, for keys.
///
/// # Errors
/// If it gives none.
pub fn unguessable() -> Result<[u8; 32], getrandom::Error> {
    let mut bits = [0; 32];
    getrandom::fill(&mut bits)?;
    Ok(bits)
}

/// 64 random bits from the operating system's seed.
pub fn random() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(Instant::now())
}
