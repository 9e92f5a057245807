//! Which messages of a channel were counted, so compactly that all of them can be kept: ids, times, who
//! wrote to whom, and not a word of what was said.
//!
//! A message takes about six bytes: the time since the one before, the 22 bits with which Discord tells
//! messages of one millisecond apart, the number of its author in the server, and one bit more unless
//! something else is to be said of it. [`encode`] and [`decode`] know nothing of the database.

use crate::clock::Timestamp;
use crate::ids::MessageId;

/// A message as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub id: MessageId,
    pub at: Timestamp,
    /// Who wrote it, by the server's number for them; 0: nobody, as of bots and webhooks.
    pub author: u32,
    /// Whether it is a member message, and no system message.
    pub counts: bool,
    /// Whom it mentions and whom it answers, by their numbers.
    pub targets: Vec<u32>,
    /// The message it replies to, while that is not known.
    pub reply: Option<MessageId>,
}

impl Entry {
    /// Takes over whom it answers from the same message read again, where that is known now.
    pub fn learn(&mut self, again: &Self) {
        if self.reply.is_some() && again.reply.is_none() && again.counts {
            self.targets.clone_from(&again.targets);
            self.reply = None;
        }
    }

    const fn is_plain(&self) -> bool {
        self.counts && self.targets.is_empty() && self.reply.is_none() && self.author != 0
    }
}

/// 2015-01-01T00:00:00Z, where the time in Discord's ids begins.
const EPOCH: i64 = 1_420_070_400_000;
/// The lower bits of an id, which say nothing about time.
const LOW: u32 = 22;

const fn millis(id: MessageId) -> u64 {
    (id.0 >> LOW).cast_unsigned()
}

const fn low(id: MessageId) -> u64 {
    id.0.cast_unsigned() & ((1 << LOW) - 1)
}

/// What the time of a message is more than its id says; 0 as Discord makes them.
const fn skew(entry: &Entry) -> i64 {
    entry.at.0 - EPOCH - (entry.id.0 >> LOW)
}

/// The first byte: some time is not that of its id.
const SKEWED: u64 = 1;

/// Messages in the order of their ids, as bytes.
pub fn encode(entries: &[Entry]) -> Vec<u8> {
    let Some(first) = entries.first() else { return Vec::new() };
    let most = |of: &dyn Fn(&Entry) -> u64| bits(entries.iter().map(of).max().unwrap_or(0));
    let widths = Widths {
        low: most(&|entry| low(entry.id)),
        number: most(&|entry| entry.targets.iter().copied().max().unwrap_or(0).max(entry.author).into()),
    };
    let skewed = entries.iter().any(|entry| skew(entry) != 0);
    let mut out = Writer::default();
    out.put(if skewed { SKEWED } else { 0 }, 8);
    out.put(widths.low.into(), 8);
    out.put(widths.number.into(), 8);
    let lengths = entries.windows(2).map(|pair| bits(millis(pair[1].id) - millis(pair[0].id)));
    let usual = Usual::of(lengths);
    out.put(usual.0.into(), 8);
    out.put_sized(entries.len() as u64);
    out.put(millis(first.id), 42);
    let mut before = None;
    for entry in entries {
        let now = millis(entry.id);
        if let Some(before) = before.replace(now) {
            out.put_usual(now - before, usual);
        }
        out.put(low(entry.id), widths.low);
        out.put(entry.author.into(), widths.number);
        if skewed {
            out.put_sized(zigzag(skew(entry)));
        }
        out.put(entry.is_plain().into(), 1);
        if !entry.is_plain() {
            put_more(&mut out, entry, widths);
        }
    }
    out.finish()
}

fn put_more(out: &mut Writer, entry: &Entry, widths: Widths) {
    out.put(entry.counts.into(), 1);
    out.put(entry.reply.is_some().into(), 1);
    out.put_sized(entry.targets.len() as u64);
    for target in &entry.targets {
        out.put((*target).into(), widths.number);
    }
    if let Some(MessageId(reply)) = entry.reply {
        out.put(reply.cast_unsigned() >> 32, 32);
        out.put(reply.cast_unsigned() & 0xffff_ffff, 32);
    }
}

/// The messages again; `None` if these bytes were not made by [`encode`].
pub fn decode(bytes: &[u8]) -> Option<Vec<Entry>> {
    if bytes.is_empty() {
        return Some(Vec::new());
    }
    let mut from = Reader { bytes, at: 0 };
    let skewed = from.take(8)? == SKEWED;
    let widths = Widths { low: u32::try_from(from.take(8)?).ok()?, number: u32::try_from(from.take(8)?).ok()? };
    let usual = Usual(u32::try_from(from.take(8)?).ok()?);
    let count = usize::try_from(from.take_sized()?).ok()?;
    let mut millis = from.take(42)?;
    // Each message takes some bits, so a wrong count does not ask for more than there is.
    let mut entries = Vec::with_capacity(count.min(bytes.len()));
    for place in 0..count {
        if place > 0 {
            millis = millis.checked_add(from.take_usual(usual)?)?;
        }
        let id = i64::try_from(millis).ok()?.checked_shl(LOW)? | i64::try_from(from.take(widths.low)?).ok()?;
        let author = u32::try_from(from.take(widths.number)?).ok()?;
        let skew = if skewed { unzigzag(from.take_sized()?) } else { 0 };
        let at = Timestamp((id >> LOW).wrapping_add(EPOCH).wrapping_add(skew));
        let mut entry = Entry { id: MessageId(id), at, author, counts: true, targets: Vec::new(), reply: None };
        if from.take(1)? == 0 {
            take_more(&mut from, &mut entry, widths)?;
        }
        entries.push(entry);
    }
    Some(entries)
}

fn take_more(from: &mut Reader<'_>, entry: &mut Entry, widths: Widths) -> Option<()> {
    entry.counts = from.take(1)? == 1;
    let replies = from.take(1)? == 1;
    let targets = from.take_sized()?;
    // A wrong count does not ask for more than there is.
    if targets > from.bytes.len() as u64 * 8 {
        return None;
    }
    for _ in 0..targets {
        entry.targets.push(u32::try_from(from.take(widths.number)?).ok()?);
    }
    if replies {
        entry.reply = Some(MessageId((from.take(32)? << 32 | from.take(32)?).cast_signed()));
    }
    Some(())
}

/// How many bits a field takes in all messages of one set.
#[derive(Clone, Copy)]
struct Widths {
    low: u32,
    number: u32,
}

/// Of the lengths in bits that the times between messages have, the shortest of the fifteen that most
/// have: they are told with four bits.
#[derive(Clone, Copy)]
struct Usual(u32);

impl Usual {
    fn of(lengths: impl Iterator<Item = u32>) -> Self {
        let mut counts = [0_usize; 64];
        lengths.for_each(|length| counts[length as usize % 64] += 1);
        let covered = |from: &u32| counts[*from as usize..].iter().take(15).sum::<usize>();
        Self((0..50).rev().max_by_key(covered).unwrap_or(0))
    }
}

/// How many bits a number needs; 0 for 0.
const fn bits(number: u64) -> u32 {
    u64::BITS - number.leading_zeros()
}

const fn zigzag(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)).cast_unsigned()
}

const fn unzigzag(number: u64) -> i64 {
    (number >> 1).cast_signed() ^ -((number & 1).cast_signed())
}

/// Bits into bytes, the highest first.
#[derive(Default)]
struct Writer {
    bytes: Vec<u8>,
    held: u64,
    count: u32,
}

impl Writer {
    /// The lowest `width` bits of a number, at most 56.
    fn put(&mut self, number: u64, width: u32) {
        self.held = self.held << width | number;
        self.count += width;
        while self.count >= 8 {
            self.count -= 8;
            self.bytes.push((self.held >> self.count & 0xff) as u8);
        }
        self.held &= (1 << self.count) - 1;
    }

    /// A number of up to 64 bits behind its length. Its highest bit is known.
    fn put_sized(&mut self, number: u64) {
        let length = bits(number);
        if length < 31 {
            self.put(length.into(), 5);
        } else {
            self.put(31, 5);
            self.put(length.into(), 7);
        }
        self.put_below(number, length);
    }

    /// The same for the time between two messages.
    fn put_usual(&mut self, number: u64, usual: Usual) {
        let length = bits(number);
        match length.checked_sub(usual.0) {
            Some(more) if more < 15 => self.put(more.into(), 4),
            _ => {
                self.put(15, 4);
                self.put(length.into(), 6);
            }
        }
        self.put_below(number, length);
    }

    /// What is below the highest bit of a number of this length.
    fn put_below(&mut self, number: u64, length: u32) {
        let (below, rest) = (length.saturating_sub(1), number ^ if length == 0 { 0 } else { 1 << (length - 1) });
        if below > 32 {
            self.put(rest >> 32, below - 32);
        }
        self.put(rest & 0xffff_ffff, below.min(32));
    }

    fn finish(mut self) -> Vec<u8> {
        let rest = (8 - self.count % 8) % 8;
        self.put(0, rest);
        self.bytes
    }
}

/// Bits out of bytes.
struct Reader<'b> {
    bytes: &'b [u8],
    /// In bits.
    at: usize,
}

impl Reader<'_> {
    /// The next `width` bits, at most 56.
    fn take(&mut self, width: u32) -> Option<u64> {
        if width > 56 {
            return None;
        }
        let mut number = 0;
        let mut missing = width as usize;
        while missing > 0 {
            let byte = u64::from(*self.bytes.get(self.at / 8)?);
            let left = 8 - self.at % 8;
            let taken = left.min(missing);
            number = number << taken | (byte >> (left - taken) & ((1 << taken) - 1));
            self.at += taken;
            missing -= taken;
        }
        Some(number)
    }

    fn take_sized(&mut self) -> Option<u64> {
        let length = match self.take(5)? {
            31 => self.take(7)?,
            short => short,
        };
        self.take_below(length)
    }

    fn take_usual(&mut self, usual: Usual) -> Option<u64> {
        let length = match self.take(4)? {
            15 => self.take(6)?,
            more => u64::from(usual.0) + more,
        };
        self.take_below(length)
    }

    fn take_below(&mut self, length: u64) -> Option<u64> {
        let Some(below) = u32::try_from(length).ok()?.checked_sub(1) else { return Some(0) };
        if below > 63 {
            return None;
        }
        let high = if below > 32 { self.take(below - 32)? << 32 } else { 0 };
        Some(1 << below | high | self.take(below.min(32))?)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn entry() -> impl Strategy<Value = Entry> {
        let id = prop_oneof![0..i64::MAX, (0..1_000_i64, 0..1_i64 << LOW).prop_map(|(at, low)| at << LOW | low)];
        let skew = prop_oneof![4 => Just(0_i64), 1 => -9_000_000_000_000..9_000_000_000_000_i64];
        let number = || prop_oneof![0..70_u32, any::<u32>()];
        let targets = prop::collection::vec(number(), 0..4);
        (id, skew, number(), any::<bool>(), targets, prop::option::of(0..i64::MAX)).prop_map(
            |(id, skew, author, counts, targets, reply)| Entry {
                id: MessageId(id),
                at: Timestamp((id >> LOW) + EPOCH + skew),
                author,
                counts,
                targets,
                reply: reply.map(MessageId),
            },
        )
    }

    proptest! {
        #[test]
        fn what_is_kept_comes_back(mut entries in prop::collection::vec(entry(), 0..40)) {
            entries.sort_by_key(|entry| entry.id);
            prop_assert_eq!(decode(&encode(&entries)), Some(entries));
        }

        #[test]
        fn bytes_of_something_else_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(&bytes);
        }
    }

    #[test]
    fn a_message_of_a_busy_channel_takes_about_six_bytes() {
        // One every ten seconds on average, by 60 people, with ids that use all their bits.
        let (mut dice, mut at) = (1_u64, 0_i64);
        let mut roll = |below: u64| {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (dice >> 33) % below
        };
        let entries: Vec<Entry> = (0..500)
            .map(|_| {
                at += roll(20_000).cast_signed();
                let id = MessageId(at << LOW | roll(1 << LOW).cast_signed());
                let author = u32::try_from(1 + roll(60)).unwrap();
                let targets = if roll(6) == 0 { vec![u32::try_from(1 + roll(60)).unwrap()] } else { Vec::new() };
                Entry { id, at: Timestamp(at + EPOCH), author, counts: true, targets, reply: None }
            })
            .collect();
        let bytes = encode(&entries).len();
        assert!(bytes <= 500 * 6 + 20, "{bytes} bytes");
    }
}
