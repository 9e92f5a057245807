//! Messages that were read among those of the same channel that were counted before, in order.

use std::collections::HashSet;

use super::super::exported::{Export, Kind};
use super::super::message_set::Entry;
use super::super::rules::REPLY_WITHIN;
use super::super::store::Known;
use crate::clock::Timestamp;
use crate::ids::{ChannelId, MemberId, MessageId};

/// A channel: what was read of it, what is kept of it, and all that in one order.
#[derive(Debug)]
pub struct Woven {
    pub channel: ChannelId,
    pub export: Export,
    /// In the order of their ids.
    pub kept: Vec<Entry>,
    rows: Vec<Row>,
    next: usize,
    /// First messages in the database, the latest first.
    firsts: Vec<Known>,
    /// Until when a kept message may answer one that is new.
    until: Timestamp,
}

/// A message in its order.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    pub at: Timestamp,
    pub id: MessageId,
    pub what: What,
    place: u32,
}

/// Which message a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// One of the export that is not kept yet.
    Fresh,
    /// A kept one.
    Kept,
    /// A kept one with which somebody began: what answers it may have been kept before it was counted.
    First,
    /// A kept one that replies to one whose author is known now; 0: to nobody's.
    Answers(MemberId),
}

/// A message that was read and had been counted before.
pub struct Before {
    pub at: Timestamp,
    pub author: MemberId,
}

impl Woven {
    /// Weaves them. `member` says who a number is; `firsts` are those of the channel in the database.
    /// Returns the member messages beside it that were read and are kept already.
    pub fn new(
        export: Export,
        mut kept: Vec<Entry>,
        mut firsts: Vec<Known>,
        member: impl Fn(u32) -> MemberId,
    ) -> (Self, Vec<Before>) {
        kept.sort_unstable_by_key(|entry| entry.id);
        firsts.sort_unstable_by_key(|known| std::cmp::Reverse((known.first.at, known.first.id)));
        let mut rows = Vec::with_capacity(export.messages.len() + kept.len());
        let mut before = Vec::new();
        let is_kept = |id: MessageId| kept.binary_search_by_key(&id, |entry| entry.id).is_ok();
        for (place, message) in export.messages.iter().enumerate() {
            if !kept.is_empty() && is_kept(message.id) {
                before.extend(
                    message
                        .author()
                        .filter(|_| message.kind == Kind::Message)
                        .map(|author| Before { at: message.at, author }),
                );
            } else {
                rows.push(Row { at: message.at, id: message.id, what: What::Fresh, place: index(place) });
            }
        }
        let began: HashSet<MessageId> = firsts.iter().map(|known| known.first.id).collect();
        for (place, entry) in kept.iter().enumerate().filter(|(_, entry)| entry.counts) {
            let author = entry.reply.and_then(|reply| author(&export, &kept, reply, &member));
            let what = match author {
                Some(author) => What::Answers(author),
                None if began.contains(&entry.id) => What::First,
                None => What::Kept,
            };
            rows.push(Row { at: entry.at, id: entry.id, what, place: index(place) });
        }
        rows.sort_unstable_by_key(|row| (row.at, row.id));
        let woven =
            Self { channel: export.head.channel, export, kept, rows, next: 0, firsts, until: Timestamp(i64::MIN) };
        (woven, before)
    }

    /// When the first and the last message was written.
    pub fn ends(&self) -> Option<(Timestamp, Timestamp)> {
        self.rows.first().zip(self.rows.last()).map(|(first, last)| (first.at, last.at))
    }

    /// The next message before an instant that something may come of.
    pub fn next_before(&mut self, end: Timestamp) -> Option<Row> {
        while let Some(row) = self.rows.get(self.next).copied().filter(|row| row.at < end) {
            self.next += 1;
            if row.what != What::Kept {
                self.until = self.until.max(row.at.plus(REPLY_WITHIN));
                return Some(row);
            }
            if row.at <= self.until {
                return Some(row);
            }
        }
        None
    }

    /// The first messages up to a row that the database knows, each once.
    pub fn firsts_until(&mut self, row: &Row) -> Option<Known> {
        self.firsts.pop_if(|known| (known.first.at, known.first.id) <= (row.at, row.id))
    }

    /// The message of the export that a row is.
    pub fn fresh(&self, row: &Row) -> &super::super::exported::Exported {
        &self.export.messages[row.place as usize]
    }

    /// The kept message that a row is.
    pub fn entry(&self, row: &Row) -> &Entry {
        &self.kept[row.place as usize]
    }

    /// Who wrote a message that was read or is kept; 0: nobody. `None` if it is not known.
    pub fn author(&self, id: MessageId, member: impl Fn(u32) -> MemberId) -> Option<MemberId> {
        author(&self.export, &self.kept, id, &member)
    }
}

fn author(export: &Export, kept: &[Entry], id: MessageId, member: &impl Fn(u32) -> MemberId) -> Option<MemberId> {
    if let Some(message) = export.find(id) {
        return Some(message.author().unwrap_or(MemberId(0)));
    }
    let place = kept.binary_search_by_key(&id, |entry| entry.id).ok()?;
    Some(member(kept[place].author))
}

fn index(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
