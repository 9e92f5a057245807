//! Counting what is new of channels that were read, a stretch of time after the other.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::super::exported::{Exported, Kind};
use super::super::rules::{Batch, Bounds, Community, Counting, MoveKind, Post, REPLY_WITHIN};
use super::super::store::{self, Covered, Span};
use super::read::ReadChannel;
use super::weave::{Before, Row, What, Woven};
use super::{LeftOut, Uncounted};
use crate::clock::Timestamp;
use crate::db::Db;
use crate::db::keys::Contents;
use crate::error::Result;
use crate::features::setup;
use crate::ids::{ChannelId, GuildId, MemberId, MessageId};

/// Who is left out of a server at this moment: somebody may be forgotten while others are imported.
pub struct LeftOutNow {
    guild: GuildId,
    forgotten: Contents,
    all: Arc<LeftOut>,
    /// The hash of a person is worked out once.
    until: HashMap<MemberId, Option<Timestamp>>,
}

impl LeftOutNow {
    pub fn new(all: &Arc<LeftOut>, guild: GuildId) -> Result<Self> {
        Ok(Self { guild, forgotten: all.keys.read()?, all: Arc::clone(all), until: HashMap::new() })
    }

    fn has(&mut self, member: MemberId, at: Timestamp) -> bool {
        if !self.all.consent.is_counted(self.guild, member) {
            return true;
        }
        if self.forgotten.is_empty() {
            return false;
        }
        let until = self.until.entry(member).or_insert_with(|| self.forgotten.forgotten_at(self.guild, member));
        until.is_some_and(|until| at <= until)
    }
}

/// What came of it so far.
#[derive(Debug, Default)]
pub struct Part {
    pub counted: u64,
    pub known: u64,
    pub joins: u64,
    pub uncounted: Uncounted,
}

impl Part {
    /// So many of those counted had been counted meanwhile by somebody else.
    pub fn counted_again(&mut self, messages: u64) {
        self.counted -= messages;
        self.known += messages;
    }
}

/// Stretches that were counted before ids were kept: all in them is taken for counted.
#[derive(Debug)]
struct WithoutIds {
    covered: HashMap<ChannelId, Vec<Covered>>,
    record: Vec<Span>,
}

impl WithoutIds {
    fn has(&self, channel: ChannelId, at: Timestamp, id: MessageId) -> bool {
        let covered = self.covered.get(&channel).is_some_and(|parts| parts.iter().any(|part| part.has(at, id)));
        covered || self.record.iter().any(|span| span.from <= at && at <= span.to)
    }

    /// Where after an instant such a stretch begins.
    fn after(&self, channel: ChannelId, instant: Timestamp) -> Option<Timestamp> {
        let covered = self.covered.get(&channel).into_iter().flatten().map(|part| part.from);
        covered.chain(self.record.iter().map(|span| span.from)).filter(|from| *from > instant).min()
    }
}

/// Channels of a server on their way into the counts.
pub struct Fold {
    left_out: LeftOutNow,
    numbers: HashMap<u32, MemberId>,
    without_ids: WithoutIds,
    /// When Steward was connected, and saw who came.
    connected: Vec<Span>,
    community: Community,
    /// Channels in which nothing is counted, the staff's with them.
    excluded: HashSet<ChannelId>,
    channels: Vec<Woven>,
    /// The channel that is next, and the end of the week that is.
    next: usize,
    week_end: Timestamp,
    end: Timestamp,
    pub part: Part,
}

const WEEK: i64 = 7 * 86_400_000;

impl Fold {
    /// Reads what is kept of the channels.
    pub async fn new(db: &Db, guild: GuildId, read: Vec<ReadChannel>, mut left_out: LeftOutNow) -> Result<Self> {
        let server = setup::server(db.read(), guild).await?;
        let zone = server.zone.clone();
        let exports: Vec<_> = read.into_iter().filter_map(|channel| channel.export).collect();
        let ids: Vec<ChannelId> = exports.iter().map(|export| export.head.channel).collect();
        let numbers = store::authors(db.read(), guild).await?;
        let mut kept = store::messages_of(db.read(), guild, &ids).await?;
        let times = || {
            let ends = exports.iter().flat_map(|export| [export.messages.first(), export.messages.last()]).flatten();
            // One that was kept may turn out to answer a message that is read only now.
            let open = kept.values().flatten().filter(|entry| entry.reply.is_some());
            ends.map(|message| message.at).chain(open.map(|entry| entry.at))
        };
        let (from, to) = (times().min(), times().max());
        let mut firsts = HashMap::<ChannelId, Vec<_>>::new();
        if let (Some(from), Some(to)) = (from, to) {
            let days = (zone.day(from.minus(REPLY_WITHIN)) - 1, zone.day(to.plus(REPLY_WITHIN)) + 1);
            for known in store::firsts_of_channels(db.read(), guild, &ids, days).await? {
                firsts.entry(known.channel).or_default().push(known);
            }
        }
        let mut part = Part::default();
        let member = |number: u32| numbers.get(&number).copied().unwrap_or(MemberId(0));
        let mut channels = Vec::with_capacity(exports.len());
        for export in exports {
            let channel = export.head.channel;
            let firsts = firsts.remove(&channel).unwrap_or_default();
            let (woven, before) = Woven::new(export, kept.remove(&channel).unwrap_or_default(), firsts, member);
            for Before { at, author } in before {
                match left_out.has(author, at) {
                    true => part.uncounted.people += 1,
                    false => part.known += 1,
                }
            }
            channels.push(woven);
        }
        let excluded = store::excluded(db.read(), guild).await?.into_iter().map(|one| one.channel);
        let of_staff = store::staff_channels(db.read(), guild).await?;
        let mut covered = HashMap::<ChannelId, Vec<Covered>>::new();
        for part in store::covered_without_ids(db.read(), guild).await? {
            covered.entry(part.channel).or_default().push(part);
        }
        let ends = || channels.iter().filter_map(Woven::ends);
        let start = ends().map(|(first, _)| first.0).min().unwrap_or(0);
        Ok(Self {
            left_out,
            without_ids: WithoutIds { covered, record: store::record_without_ids(db.read(), guild).await? },
            connected: store::record(db.read(), guild).await?,
            community: Community::new(zone, Bounds::IMPORT),
            excluded: excluded.chain(of_staff).chain(server.staff_channels()).collect(),
            next: 0,
            // Weeks of UTC begin on Mondays; 1970 did on a Thursday.
            week_end: Timestamp((start + 3 * 86_400_000).div_euclid(WEEK) * WEEK - 3 * 86_400_000 + WEEK),
            end: ends().map(|(_, last)| last).max().unwrap_or(Timestamp(i64::MIN)),
            numbers,
            channels,
            part,
        })
    }

    /// Counts on until about so many rows are to be written; `None` when all is counted.
    pub fn next(&mut self, rows: usize) -> Option<Batch> {
        while self.community.waiting() < rows && self.step() {}
        let mut batch = self.community.take();
        let without = &self.without_ids;
        batch.doubt_answers_after(|channel, first| without.after(channel, first));
        (!batch.is_empty()).then_some(batch)
    }

    /// Counts one message; false if there is none any more.
    fn step(&mut self) -> bool {
        loop {
            let Some(channel) = self.channels.get_mut(self.next) else {
                if self.week_end > self.end {
                    return false;
                }
                self.week_end = Timestamp(self.week_end.0 + WEEK);
                self.next = 0;
                continue;
            };
            let Some(row) = channel.next_before(self.week_end) else {
                self.next += 1;
                continue;
            };
            while let Some(known) = channel.firsts_until(&row) {
                self.community.remember(known.channel, known.member, known.first);
            }
            match row.what {
                What::Fresh => self.count(&row),
                What::Kept | What::First => self.replay(&row, None),
                What::Answers(member) => self.replay(&row, Some(member)),
            }
            return true;
        }
    }

    /// A message that is new.
    fn count(&mut self, row: &Row) {
        let channel = &self.channels[self.next];
        let message = *channel.fresh(row);
        let counting = match self.without_ids.has(channel.channel, message.at, message.id) {
            true => Counting::Before,
            false => Counting::New,
        };
        let parent = channel.export.head.parent.as_ref().map(|(parent, _)| *parent);
        if self.excluded.contains(&channel.channel) || parent.is_some_and(|parent| self.excluded.contains(&parent)) {
            self.part.uncounted.excluded += 1;
            return;
        }
        if message.author().is_some_and(|author| self.left_out.has(author, message.at)) {
            self.part.uncounted.people += 1;
            return;
        }
        let author = message.author().unwrap_or(MemberId(0));
        let post = Post { channel: channel.channel, member: author, at: message.at, id: message.id };
        if message.kind != Kind::Message {
            self.part.uncounted.note(message.kind, &channel.export.unknown);
            return self.count_other(&message, &post, counting);
        }
        match counting {
            Counting::New => self.part.counted += 1,
            _ => self.part.known += 1,
        }
        let member = |number: u32| self.numbers.get(&number).copied().unwrap_or(MemberId(0));
        let answered = message.replies_to().map(|id| (id, channel.author(id, member)));
        let open = answered.filter(|(_, author)| author.is_none()).map(|(id, _)| id);
        let mut targets = channel.export.mentions(&message).to_vec();
        targets.extend(answered.and_then(|(_, author)| author).filter(|author| author.0 != 0));
        targets.retain(|target| !self.left_out.has(*target, message.at));
        self.community.posted_to(&post, &targets, open, i64::from(message.reactions), counting);
    }

    /// What is no member message: joins count as such, and reactions whatever they are on.
    fn count_other(&mut self, message: &Exported, post: &Post, counting: Counting) {
        let was_there = self.connected.iter().any(|span| span.from <= message.at && message.at <= span.to);
        if message.kind == Kind::Join && !was_there {
            self.community.moved(post.member, message.at, MoveKind::Joined);
            self.part.joins += 1;
        }
        self.community.noted(post, i64::from(message.reactions), counting);
    }

    /// A message that was counted before may answer a newcomer who is known only now.
    fn replay(&mut self, row: &Row, answers: Option<MemberId>) {
        let channel = &self.channels[self.next];
        let entry = channel.entry(row);
        let Some(author) = self.numbers.get(&entry.author) else { return };
        if self.left_out.has(*author, entry.at) {
            return;
        }
        let post = Post { channel: channel.channel, member: *author, at: entry.at, id: entry.id };
        let mut targets: Vec<MemberId> =
            entry.targets.iter().filter_map(|number| self.numbers.get(number).copied()).collect();
        targets.extend(answers.filter(|member| member.0 != 0));
        targets.retain(|target| !self.left_out.has(*target, entry.at));
        let counting = if answers.is_some() { Counting::Before } else { Counting::Kept };
        self.community.posted_to(&post, &targets, None, 0, counting);
    }
}
