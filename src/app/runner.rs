//! The runner as the rest of the program sees it: what it has found, what is under way, and when a
//! message may go to a channel again. The loop itself is in [`crate::runtime::runner`].

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

use crate::clock::{Clock, Timestamp};
use crate::db::Db;

/// A channel gets at most one message in this time.
pub const PACE: Duration = Duration::from_secs(1);

/// What the runner is at, for those who wait for it.
#[derive(Debug)]
pub struct Runner {
    seen: watch::Sender<Pass>,
    /// Rises whenever something has ended.
    ended: watch::Sender<u64>,
    under_way: AtomicUsize,
    /// When the next message may go to a place that has just had one.
    pace: Mutex<HashMap<String, Timestamp>>,
}

/// See [`Runner::changes`].
pub struct Changes {
    seen: watch::Receiver<Pass>,
    ended: watch::Receiver<u64>,
}

impl Changes {
    /// Returns once something has changed since this was made, or since the last call returned.
    pub async fn changed(&mut self) {
        // Both senders live as long as the app.
        tokio::select! {
            _ = self.seen.changed() => {}
            _ = self.ended.changed() => {}
        }
    }
}

/// What a pass has found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pass {
    /// The commits that it knew of.
    pub commits: Option<u64>,
    /// When something is due next; it may be now, if all hands are full.
    pub next: Option<Timestamp>,
}

impl Default for Runner {
    fn default() -> Self {
        Self {
            seen: watch::Sender::new(Pass::default()),
            ended: watch::Sender::new(0),
            under_way: AtomicUsize::new(0),
            pace: Mutex::default(),
        }
    }
}

impl Runner {
    /// Whether everything that was committed is known, and nothing is under way or due.
    pub fn is_idle(&self, db: &Db, clock: &Clock) -> bool {
        let seen = *self.seen.borrow();
        seen.commits == Some(*db.commits().borrow())
            && self.under_way() == 0
            && seen.next.is_none_or(|next| next > clock.now())
    }

    /// When something is due next, as far as it is known.
    pub fn next(&self) -> Option<Timestamp> {
        self.seen.borrow().next
    }

    /// Everything that the runner finds or finishes from now on, for callers that wait until it
    /// [is idle](Self::is_idle). To be called before they look.
    pub fn changes(&self) -> Changes {
        Changes { seen: self.seen.subscribe(), ended: self.ended.subscribe() }
    }

    /// A pass has found this.
    pub fn set_seen(&self, seen: Pass) {
        self.seen.send_replace(seen);
    }

    /// Changes whenever something has ended.
    pub fn ended(&self) -> watch::Receiver<u64> {
        self.ended.subscribe()
    }

    /// How many jobs and orders are under way.
    pub fn under_way(&self) -> usize {
        self.under_way.load(Ordering::SeqCst)
    }

    /// One more is under way.
    pub fn begin(&self) {
        self.under_way.fetch_add(1, Ordering::SeqCst);
    }

    /// One of them has ended.
    pub fn end(&self) {
        self.under_way.fetch_sub(1, Ordering::SeqCst);
        self.ended.send_modify(|ended| *ended += 1);
    }

    /// When the next message may go there, if not now.
    pub fn pace(&self, lane: &str, now: Timestamp) -> Option<Timestamp> {
        let mut pace = self.pace.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock that was set back must not silence a place.
        pace.retain(|_, next| *next > now && *next <= now.plus(PACE));
        pace.get(lane).copied()
    }

    /// A message went there, or may have, at this time or before.
    pub fn wrote(&self, lane: String, now: Timestamp) {
        self.pace.lock().unwrap_or_else(PoisonError::into_inner).insert(lane, now.plus(PACE));
    }
}
