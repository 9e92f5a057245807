//! The story's own count of what it did, to hold the bot's figures against.
//!
//! Counted the plain way, from the acts alone: the definitions are those of the figures, the code
//! has nothing to do with theirs.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::time::Duration;

use crate::clock::Timestamp;
use crate::ids::ChannelId;

/// How long after the first message an answer counts.
const ANSWER_WITHIN: Duration = Duration::from_hours(168);

/// Something that happened and counts.
#[derive(Debug, Clone)]
pub struct Deed {
    pub at: Timestamp,
    pub who: &'static str,
    pub what: What,
}

#[derive(Debug, Clone)]
pub enum What {
    Wrote {
        channel: ChannelId,
        /// Whom it mentions or replies to.
        to: BTreeSet<&'static str>,
    },
    Reacted,
    Joined,
    Left,
    /// Banned.
    Removed,
    Noted,
    Warned,
    TimedOut,
}

/// Everything that happened, in order.
#[derive(Debug, Default)]
pub struct Tally(Vec<Deed>);

/// What happened between two instants.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    pub messages: usize,
    pub people: usize,
    /// Who wrote for the first time.
    pub newcomers: usize,
    /// Of these, who was answered directly.
    pub answered: usize,
    pub joined: usize,
    /// By themselves or not.
    pub left: usize,
    /// Of these, who was removed.
    pub removed: usize,
    pub reactions: usize,
    pub notes: usize,
    pub warnings: usize,
    pub timeouts: usize,
}

impl Count {
    /// What happened in two spans together; people are counted in each.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            messages: self.messages + other.messages,
            people: self.people + other.people,
            newcomers: self.newcomers + other.newcomers,
            answered: self.answered + other.answered,
            joined: self.joined + other.joined,
            left: self.left + other.left,
            removed: self.removed + other.removed,
            reactions: self.reactions + other.reactions,
            notes: self.notes + other.notes,
            warnings: self.warnings + other.warnings,
            timeouts: self.timeouts + other.timeouts,
        }
    }
}

impl Tally {
    pub fn add(&mut self, deed: Deed) {
        self.0.push(deed);
    }

    /// What happened from the start of a span to before its end.
    pub fn count(&self, span: &Range<Timestamp>) -> Count {
        let mut count = Count::default();
        let mut people = BTreeSet::new();
        for deed in self.0.iter().filter(|deed| span.contains(&deed.at)) {
            match deed.what {
                What::Wrote { .. } => {
                    count.messages += 1;
                    people.insert(deed.who);
                }
                What::Reacted => count.reactions += 1,
                What::Joined => count.joined += 1,
                What::Left => count.left += 1,
                What::Removed => {
                    count.left += 1;
                    count.removed += 1;
                }
                What::Noted => count.notes += 1,
                What::Warned => count.warnings += 1,
                What::TimedOut => count.timeouts += 1,
            }
        }
        let firsts = self.firsts();
        let newcomers: Vec<_> = firsts.values().filter(|first| span.contains(&first.at)).collect();
        count.people = people.len();
        count.newcomers = newcomers.len();
        count.answered = newcomers.iter().filter(|first| self.answered(first)).count();
        count
    }

    /// Everybody's first message.
    fn firsts(&self) -> BTreeMap<&'static str, &Deed> {
        let mut firsts = BTreeMap::new();
        for deed in self.0.iter().filter(|deed| matches!(deed.what, What::Wrote { .. })) {
            firsts.entry(deed.who).or_insert(deed);
        }
        firsts
    }

    /// Somebody mentioned them or replied to them where they first wrote, and soon enough.
    fn answered(&self, first: &Deed) -> bool {
        let What::Wrote { channel: place, .. } = &first.what else { return false };
        self.0.iter().any(|deed| match &deed.what {
            What::Wrote { channel, to } => {
                channel == place && to.contains(first.who) && deed.at <= first.at.plus(ANSWER_WITHIN)
            }
            _ => false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600;

    fn wrote(hours: i64, who: &'static str, channel: i64, to: &[&'static str]) -> Deed {
        let what = What::Wrote { channel: ChannelId(channel), to: to.iter().copied().collect() };
        Deed { at: Timestamp::from_seconds(hours * HOUR), who, what }
    }

    #[test]
    fn an_answer_counts_in_the_same_channel_and_within_a_week() {
        let whole = Timestamp(0)..Timestamp::from_seconds(1_000 * HOUR);
        for (answer, answered) in [
            (wrote(2, "bob", 1, &["noor"]), 1),
            (wrote(169, "bob", 1, &["noor"]), 1),
            (wrote(170, "bob", 1, &["noor"]), 0),
            (wrote(2, "bob", 2, &["noor"]), 0),
            (wrote(2, "bob", 1, &["tove"]), 0),
        ] {
            let tally = Tally(vec![wrote(1, "noor", 1, &[]), answer]);
            let count = tally.count(&whole);
            assert_eq!((count.newcomers, count.answered, count.messages), (2, answered, 2), "{tally:?}");
        }
    }

    #[test]
    fn only_what_lies_in_the_span_counts() {
        let tally = Tally(vec![wrote(1, "noor", 1, &[]), wrote(5, "noor", 1, &[]), wrote(9, "bob", 1, &["noor"])]);
        let count = tally.count(&(Timestamp::from_seconds(5 * HOUR)..Timestamp::from_seconds(9 * HOUR)));
        assert_eq!(count, Count { messages: 1, people: 1, ..Count::default() });
    }
}
