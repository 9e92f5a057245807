//! When the next connection to the gateway is allowed.
//!
//! Discord resets the token of a bot that identifies 1,000 times a day, and the client library
//! would do so in 83 minutes when every session is refused. Rules only; the rows are in `store.rs`.

pub mod store;

use std::time::Duration;

use crate::clock::{Clock, Timestamp};
use crate::config::Gateway as Settings;
use crate::db::Db;
use crate::error::Result;

/// How far the ledger looks back.
pub const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// How a connection ended up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Made, and no session yet: counts as an IDENTIFY that failed.
    Used,
    /// A new session: an IDENTIFY that succeeded.
    Ready,
    /// An old session went on: no IDENTIFY at all.
    Resumed,
}

impl Outcome {
    /// As it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Used => "used",
            Self::Ready => "ready",
            Self::Resumed => "resumed",
        }
    }

    /// From what is stored; the column admits nothing else.
    pub fn from_stored(text: &str) -> Self {
        match text {
            "ready" => Self::Ready,
            "resumed" => Self::Resumed,
            _ => Self::Used,
        }
    }
}

/// One connection of the last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Connection {
    pub at: Timestamp,
    pub outcome: Outcome,
}

/// Whether to connect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permit {
    Now,
    At(Timestamp),
    /// The day's limit is reached: stop, to protect the token.
    Never,
}

/// Back-off doubles after each session that never became ready; a session resets it.
pub fn permit(connections: &[Connection], now: Timestamp, settings: &Settings) -> Permit {
    if of_a_day(connections, now) >= settings.identify_limit_per_day {
        return Permit::Never;
    }
    let failed = connections.iter().rev().take_while(|one| one.outcome == Outcome::Used).count();
    let Some(last) = connections.last().filter(|_| failed > 0) else { return Permit::Now };
    let doubled = u32::try_from(failed - 1).ok().and_then(|times| 2u64.checked_pow(times));
    let seconds = doubled.and_then(|factor| settings.identify_backoff_min_s.checked_mul(factor)).unwrap_or(u64::MAX);
    let next = last.at.plus(Duration::from_secs(seconds.min(settings.identify_backoff_max_s)));
    if next <= now { Permit::Now } else { Permit::At(next) }
}

/// Those that count towards the limit.
pub fn of_a_day(connections: &[Connection], now: Timestamp) -> usize {
    connections.iter().filter(|one| one.at.plus(DAY) > now && one.outcome != Outcome::Resumed).count()
}

/// How many connections were begun within a day, for whoever watches.
pub async fn begun_within_a_day(db: &Db) -> Result<usize> {
    let now = Clock::system().now();
    Ok(of_a_day(&store::list(db.read(), now.minus(DAY)).await?, now))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_seconds(1_800_000_000);

    fn ago(seconds: u64, outcome: Outcome) -> Connection {
        Connection { at: NOW.minus(Duration::from_secs(seconds)), outcome }
    }

    fn settings() -> Settings {
        Settings {
            identify_backoff_min_s: 5,
            identify_backoff_max_s: 600,
            identify_limit_per_day: 200,
            ..Settings::default()
        }
    }

    #[test]
    fn back_off_doubles_from_5_seconds_to_10_minutes_and_a_session_resets_it() {
        let used = |times: usize| vec![ago(0, Outcome::Used); times];
        let at = |seconds| Permit::At(NOW.plus(Duration::from_secs(seconds)));
        for (connections, permit_) in [
            (vec![], Permit::Now),
            (used(1), at(5)),
            (used(2), at(10)),
            (used(5), at(80)),
            (used(8), at(600)),
            (used(150), at(600)),
            (vec![ago(5, Outcome::Used)], Permit::Now),
            ([used(4), vec![ago(0, Outcome::Ready)]].concat(), Permit::Now),
            ([used(4), vec![ago(0, Outcome::Resumed)]].concat(), Permit::Now),
            ([vec![ago(9, Outcome::Ready)], used(1)].concat(), at(5)),
        ] {
            assert_eq!(permit(&connections, NOW, &settings()), permit_, "{connections:?}");
        }
    }

    #[test]
    fn two_hundred_identifies_a_day_are_the_end_and_resumes_do_not_count() {
        assert_eq!(permit(&vec![ago(60, Outcome::Ready); 200], NOW, &settings()), Permit::Never);
        assert_eq!(permit(&vec![ago(60, Outcome::Ready); 199], NOW, &settings()), Permit::Now);
        assert_eq!(permit(&vec![ago(60, Outcome::Resumed); 500], NOW, &settings()), Permit::Now);
        assert_eq!(permit(&vec![ago(24 * 60 * 60, Outcome::Ready); 500], NOW, &settings()), Permit::Now);
    }
}
