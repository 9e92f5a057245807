//! How many reports a member may send, and what a report can lead to.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::features::moderation::rules::quota;

/// So many within so long.
pub const QUOTAS: [(usize, Duration); 2] = [(5, Duration::from_secs(3_600)), (20, Duration::from_secs(86_400))];

/// When a member may report again; `None`: now. `sent` is when they reported within the longest span, the latest
/// first.
pub fn again(sent: &[Timestamp], now: Timestamp) -> Option<Timestamp> {
    quota::again(&QUOTAS, sent, now)
}

/// What a report can lead to at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    Timeout,
    Ban,
    /// The message is deleted, and its author put into a timeout.
    DeleteAndTimeout,
}

impl Act {
    const ALL: [Self; 3] = [Self::Timeout, Self::Ban, Self::DeleteAndTimeout];

    /// As a button names it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Timeout => "timeout",
            Self::Ban => "ban",
            Self::DeleteAndTimeout => "delete",
        }
    }

    /// The one that a button names.
    pub fn named(arg: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.as_str() == arg)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000;

    fn sent(ago: impl IntoIterator<Item = i64>) -> Vec<Timestamp> {
        ago.into_iter().map(|ago| Timestamp(100 * HOUR - ago)).collect()
    }

    #[test]
    fn five_within_an_hour_are_the_most() {
        let now = Timestamp(100 * HOUR);
        assert_eq!(again(&sent([1, 2, 3, 4]), now), None);
        assert_eq!(again(&sent([1, 2, 3, 4, HOUR / 2]), now), Some(Timestamp(100 * HOUR + HOUR / 2)));
        assert_eq!(again(&sent([1, 2, 3, 4, HOUR]), now), None);
    }

    #[test]
    fn twenty_within_a_day_are_the_most() {
        let now = Timestamp(100 * HOUR);
        let every_hour = (1..=20).map(|place| place * HOUR + 1);
        assert_eq!(again(&sent(every_hour.clone().take(19)), now), None);
        assert_eq!(again(&sent(every_hour), now), Some(Timestamp(104 * HOUR - 1)));
    }
}
