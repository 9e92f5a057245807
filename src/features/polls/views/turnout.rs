//! How many have voted: of how many, and whether they are enough.

use crate::error::Message;
use crate::feature::few::{ENOUGH_PEOPLE, are_few};
use crate::features::polls::rules::quorum;
use crate::features::polls::rules::vote::disclosed;
use crate::features::polls::{Ballot, Poll, Quorum, State, Tally};

/// Whether enough have voted, where that was asked for and is known.
pub fn quorum_is(poll: &Poll, tally: &Tally) -> Option<bool> {
    quorum::reached(poll.plan.quorum?, tally.at_opening(), poll.eligible)
}

/// A sentence on a quorum.
pub fn with_quorum(key: &'static str, quorum: Quorum) -> Message {
    Message::new(key).with(
        "quorum",
        match quorum {
            Quorum::People(count) => Message::new("poll-result-people").with("count", count),
            Quorum::Percent(share) => Message::new("poll-bar-percent").with("percent", i64::from(share)),
        },
    )
}

/// How many have voted, of how many where that was limited, and whether they were enough.
pub fn voters(poll: &Poll, tally: &Tally) -> Vec<Message> {
    if disclosed(poll, tally).is_none() {
        return vec![few()];
    }
    let plan = &poll.plan;
    let mut lines = Vec::new();
    if tally.voters > 0 || poll.state != State::Closed {
        // Of a secret poll nothing is told of few people, not even that they came later.
        let hides_later = plan.ballot == Ballot::Secret && are_few(tally.later);
        match poll.eligible.filter(|_| is_limited(poll)) {
            Some(_) if tally.later > 0 && hides_later => lines.push(turnout(tally.voters, None)),
            Some(eligible) if tally.later > 0 => {
                lines.push(turnout(tally.at_opening(), Some(eligible)));
                lines.push(Message::new("poll-result-later").with("count", tally.later));
            }
            eligible => lines.push(turnout(tally.voters, eligible)),
        }
    }
    if let Some(quorum) = plan.quorum {
        match quorum_is(poll, tally) {
            Some(true) => lines.push(with_quorum("poll-result-quorum-reached", quorum)),
            None => lines.push(with_quorum("poll-result-quorum-unknown", quorum)),
            Some(false) if poll.state == State::Closed => {}
            Some(false) => lines.push(with_quorum("poll-result-quorum-open", quorum)),
        }
    }
    lines
}

/// All that may be told of a secret poll with few voters.
pub fn few() -> Message {
    Message::new("poll-result-few").with("few", ENOUGH_PEOPLE)
}

/// Whether it is told how many of those who could vote did.
pub fn is_limited(poll: &Poll) -> bool {
    poll.plan.is_limited() || poll.plan.quorum.is_some()
}

/// "Turnout 55 %: 83 of the 150 people who could vote did", or "83 people voted".
fn turnout(voters: u64, eligible: Option<u64>) -> Message {
    /// From so many on a share is written in percent.
    const ENOUGH: u64 = 10;
    let Some(eligible) = eligible else { return Message::new("poll-result-voters").with("voters", voters) };
    let message = match quorum::turnout(voters, Some(eligible)) {
        Some(percent) if eligible >= ENOUGH => Message::new("poll-result-turnout").with("percent", percent),
        Some(_) => Message::new("poll-result-part"),
        None => Message::new("poll-result-more"),
    };
    message.with("voters", voters).with("eligible", eligible)
}
