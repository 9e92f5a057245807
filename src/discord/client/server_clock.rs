//! How far this machine's clock is from Discord's.
//!
//! Discord's ids say when they were made by Discord's clock, so their age can only be told by that clock
//! too: on a machine whose clock is minutes off, every id would look old, or made in the future. Each
//! answer to a REST call has a `Date`, which is what is gone by here.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::clock::{Clock, Timestamp, monotonic};

/// So many answers are compared.
const COMPARED: usize = 16;
/// If this clock has moved by so much more or less than real time has passed, somebody has set it.
const CLOCK_SET: Duration = Duration::from_secs(2);

/// Discord's clock, as far as its answers let it be known.
#[derive(Debug)]
pub struct ServerClock {
    clock: Clock,
    known: Mutex<VecDeque<Comparison>>,
}

/// Both clocks at one instant.
#[derive(Debug, Clone, Copy)]
struct Comparison {
    /// Milliseconds by which Discord's clock was ahead, at least: a `Date` has whole seconds, and comes late.
    ahead_ms: i64,
    now: Timestamp,
    real: Instant,
}

impl Comparison {
    /// Whether nobody has set this machine's clock since.
    fn holds(&self, now: Timestamp, real: Instant) -> bool {
        let passed = i64::try_from(real.duration_since(self.real).as_millis()).unwrap_or(i64::MAX);
        u128::from(now.since(self.now).abs_diff(passed)) <= CLOCK_SET.as_millis()
    }
}

impl ServerClock {
    /// Nothing is known yet: this machine's clock is taken to be right.
    pub(super) fn new(clock: Clock) -> Self {
        Self { clock, known: Mutex::default() }
    }

    /// An answer of Discord has just come, which was written at `date`.
    pub(super) fn compare(&self, date: Timestamp) {
        let (now, real) = (self.clock.now(), monotonic());
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|one| one.holds(now, real));
        if known.len() == COMPARED {
            known.pop_front();
        }
        known.push_back(Comparison { ahead_ms: date.since(now), now, real });
    }

    /// The time of Discord's clock: at most a little too early, never too late.
    ///
    /// A clock that was set after the last answer is taken to be right, because that is why clocks are set.
    pub fn now(&self) -> Timestamp {
        let (now, real) = (self.clock.now(), monotonic());
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let ahead = known.iter().filter(|one| one.holds(now, real)).map(|one| one.ahead_ms).max();
        Timestamp(now.millis() + ahead.unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Timestamp = Timestamp::from_seconds(1_795_176_000);

    #[test]
    fn this_clock_is_right_until_discord_says_otherwise() {
        let clock = Clock::manual(NOON);
        let server = ServerClock::new(clock);
        assert_eq!(server.now(), NOON);
        server.compare(NOON.minus(Duration::from_secs(600)));
        assert_eq!(server.now(), NOON.minus(Duration::from_secs(600)));
    }

    #[test]
    fn the_answer_that_was_rounded_least_counts() {
        let server = ServerClock::new(Clock::manual(NOON));
        for late in [900, 40, 700] {
            server.compare(NOON.minus(Duration::from_millis(late)));
        }
        assert_eq!(server.now(), NOON.minus(Duration::from_millis(40)));
    }

    #[test]
    fn a_clock_that_was_set_is_right_again() {
        let clock = Clock::manual(NOON);
        let server = ServerClock::new(clock.clone());
        server.compare(NOON.plus(Duration::from_secs(600)));
        clock.advance(Duration::from_secs(600));
        assert_eq!(server.now(), clock.now());
        server.compare(clock.now());
        assert_eq!(server.now(), clock.now());
    }
}
