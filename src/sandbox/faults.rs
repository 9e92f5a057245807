//! Planned trouble: what the next requests of a route meet instead of a friendly answer.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::sync::{Notify, watch};

use super::journal::names;

/// What happens to a request.
#[derive(Debug, Clone)]
pub enum Fault {
    /// Refused with a status and one of Discord's codes; nothing was done.
    Fail { status: u16, code: u64 },
    /// Done, but the answer is a failure.
    FailAfterApplying { status: u16 },
    /// The answer comes late.
    Delay(Duration),
    /// Nothing is done and no answer ever comes.
    Hang,
    /// Done, and no answer ever comes.
    HangAfterApplying,
    /// The connection is cut before anything is done.
    Reset,
    /// The connection is cut after it was done.
    ResetAfterApplying,
    /// 429, with seconds to wait; for all routes if global.
    RateLimit { retry_after: f64, global: bool },
    /// Any answer, also one Discord would never give.
    Answer { status: u16, headers: Vec<(String, String)>, body: Value },
    /// Waits until the test decides.
    Hold(Arc<Held>),
}

/// A request that is held back. See [`super::Faults::hold`].
#[derive(Debug)]
pub struct Held {
    arrived: watch::Sender<bool>,
    verdict: watch::Sender<Option<Verdict>>,
    settled: Notify,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Apply,
    Drop,
}

impl Held {
    pub fn new() -> Self {
        Self { arrived: watch::Sender::new(false), verdict: watch::Sender::new(None), settled: Notify::new() }
    }

    /// Waits until a request of the route is held.
    pub async fn arrived(&self) {
        let mut seen = self.arrived.subscribe();
        // The sender lives in `self`: waiting cannot fail.
        let _ = seen.wait_for(|here| *here).await;
    }

    /// Lets the request through, and waits until it has been carried out.
    pub async fn apply(&self) {
        self.verdict.send_replace(Some(Verdict::Apply));
        self.settled.notified().await;
    }

    /// Throws the request away: nothing is done and the connection is cut.
    pub async fn drop_it(&self) {
        self.verdict.send_replace(Some(Verdict::Drop));
        self.settled.notified().await;
    }

    pub(super) async fn wait(&self) -> Verdict {
        self.arrived.send_replace(true);
        let mut seen = self.verdict.subscribe();
        let verdict = seen.wait_for(Option::is_some).await.map(|verdict| *verdict);
        verdict.ok().flatten().unwrap_or(Verdict::Drop)
    }

    pub(super) fn settle(&self) {
        self.settled.notify_one();
    }
}

impl Default for Held {
    fn default() -> Self {
        Self::new()
    }
}

struct Planned {
    route: String,
    left: usize,
    fault: Fault,
}

/// The plan, and the state of the token.
#[derive(Default)]
pub struct Plan {
    planned: Vec<Planned>,
    /// Every request is answered 401.
    pub token_refused: bool,
    /// A 401 has been sent; a bot that goes on asking is at fault.
    pub told_unauthorized: bool,
}

impl Plan {
    pub fn add(&mut self, route: &str, times: usize, fault: Fault) {
        self.planned.push(Planned { route: route.into(), left: times, fault });
    }

    pub fn clear(&mut self) {
        self.planned.clear();
        self.token_refused = false;
        self.told_unauthorized = false;
    }

    /// What this request meets, if anything; the oldest plan first.
    pub fn take(&mut self, method: &str, path: &str) -> Option<Fault> {
        let planned = self.planned.iter_mut().find(|one| one.left > 0 && names(&one.route, method, path))?;
        planned.left -= 1;
        let fault = planned.fault.clone();
        self.planned.retain(|one| one.left > 0);
        Some(fault)
    }
}
