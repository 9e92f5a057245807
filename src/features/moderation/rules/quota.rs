//! How often a member may do something that the staff has to look at.

use std::time::Duration;

use crate::clock::Timestamp;

/// When a member may do it again; `None`: now. `quotas`: so many within so long. `done` is when they did it within the
/// longest span, the latest first.
pub fn again(quotas: &[(usize, Duration)], done: &[Timestamp], now: Timestamp) -> Option<Timestamp> {
    let until = |(most, span): &(usize, Duration)| done.get(most - 1).map(|oldest| oldest.plus(*span));
    quotas.iter().filter_map(until).filter(|until| *until > now).max()
}
