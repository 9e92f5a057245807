//! What counts and how: from things that happened to rows, without keeping a message.
//!
//! A [`Community`] takes what happened in one guild, live or from an import, and folds it into a
//! [`Batch`]: sums, firsts, connections and moves that are merged into the database. Sums add up;
//! everything else is a least or a set, so the same thing taken in twice, or a few seconds out of
//! order, gives the same rows. Order is (time, message id).

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::hash::Hash;
use std::time::Duration;

use crate::clock::Timestamp;
use crate::ids::{ChannelId, MemberId, MessageId};
use crate::text::zone::{Week, Zone};

/// How long after a newcomer's first message a reply still counts, inclusive.
pub const REPLY_WITHIN: Duration = Duration::from_hours(168);
/// How long after it any answer still counts, inclusive.
pub const RESPONSE_WITHIN: Duration = Duration::from_hours(24);

/// Discord's collective "Deleted User", who stands for everyone whose account is gone: nobody.
pub const DELETED_USER: MemberId = MemberId(456_226_577_798_135_808);

/// A message that counts: Default or Reply, by a member, in a counted channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Post {
    pub channel: ChannelId,
    pub member: MemberId,
    pub at: Timestamp,
    pub id: MessageId,
}

impl Post {
    const fn order(&self) -> (Timestamp, MessageId) {
        (self.at, self.id)
    }
}

/// What a message adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// All that it is.
    New,
    /// It was counted before, and it may be understood better now: whom it answers, or that it was one.
    Before,
    /// It is kept as counted, and only what others wrote before it may be new: it may answer that.
    Kept,
}

/// A message to be kept as counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    pub channel: ChannelId,
    pub id: MessageId,
    pub at: Timestamp,
    /// Who wrote it; nobody where it is of a bot or a webhook.
    pub author: Option<MemberId>,
    /// Not a system message, and not nobody's.
    pub is_member_message: bool,
    pub targets: Vec<MemberId>,
    /// The message it replies to, while that is not known.
    pub reply: Option<MessageId>,
    /// Whether it is in the counts it comes with, which hold one too many if it was counted before.
    pub counts: bool,
    /// The day it is counted on, and the reactions that came with it.
    pub day: i64,
    pub reactions: i64,
}

impl Noted {
    /// The Monday of its week in UTC, whatever the calendar of the guild.
    pub fn week(&self) -> i64 {
        let day = self.at.0.div_euclid(86_400_000);
        day - (day + 3).rem_euclid(7)
    }
}

/// What a member did in a channel on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub messages: i64,
    pub reactions: i64,
    pub voice_seconds: i64,
}

/// A member's first message in a channel, with the instants of the first reply and response to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct First {
    pub at: Timestamp,
    pub id: MessageId,
    pub day: i64,
    pub reply: Option<Timestamp>,
    pub response: Option<Timestamp>,
    /// What came within 168 h is not all known, so an earlier answer may be missing.
    pub unsure: bool,
}

impl First {
    const fn order(&self) -> (Timestamp, MessageId) {
        (self.at, self.id)
    }

    /// Of two findings about the same member and channel: the earlier first, and of the answers found
    /// to either the earliest that is close enough. The database merges rows in the same way.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        let mut first = if other.order() < self.order() { other } else { self };
        first.unsure &= self.order() != other.order() || (self.unsure && other.unsure);
        first.reply = earliest([self.reply, other.reply], first.at, REPLY_WITHIN);
        first.response = earliest([self.response, other.response], first.at, RESPONSE_WITHIN);
        first
    }

    /// Another member's later message that was meant for this one; true if it is the earliest yet.
    fn replied(&mut self, post: &Post) -> bool {
        post.order() > self.order() && lower(&mut self.reply, post.at, self.at, REPLY_WITHIN)
    }

    /// Another member's later message, whomever it was meant for; true if it is the earliest yet.
    fn responded(&mut self, post: &Post) -> bool {
        post.order() > self.order() && lower(&mut self.response, post.at, self.at, RESPONSE_WITHIN)
    }
}

/// Takes `at` if it is earlier than what there is and close enough to the start.
fn lower(earliest: &mut Option<Timestamp>, at: Timestamp, start: Timestamp, within: Duration) -> bool {
    let better = at <= start.plus(within) && earliest.is_none_or(|so_far| at < so_far);
    if better {
        *earliest = Some(at);
    }
    better
}

fn earliest(answers: [Option<Timestamp>; 2], start: Timestamp, within: Duration) -> Option<Timestamp> {
    answers.into_iter().flatten().min().filter(|at| *at <= start.plus(within))
}

/// Someone who came or went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Move {
    pub day: i64,
    pub member: MemberId,
    pub at: Timestamp,
    pub kind: MoveKind,
}

/// Which way someone went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MoveKind {
    Joined,
    /// Went by themselves.
    Left,
    /// Kicked or banned.
    Removed,
}

impl MoveKind {
    /// As it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Joined => "joined",
            Self::Left => "left",
            Self::Removed => "removed",
        }
    }
}

/// Rows on their way to the database.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Batch {
    /// By day, channel and member.
    pub days: HashMap<(i64, ChannelId, MemberId), Counts>,
    /// Reactions that an import found on bots' and system messages, by day and channel: nobody's.
    pub reactions: HashMap<(i64, ChannelId), i64>,
    /// Newly seen or earlier firsts and answers.
    pub firsts: HashMap<(ChannelId, MemberId), First>,
    /// Monday's day number, author, target.
    pub connections: HashSet<(i64, MemberId, MemberId)>,
    pub moves: HashSet<Move>,
    /// Messages of any kind, so that none counts twice.
    pub messages: Vec<Noted>,
    /// The latest message counted.
    pub latest: Option<Timestamp>,
}

/// What a member wrote in a week, whatever the channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MemberWeek {
    pub messages: i64,
    /// Bit n: the n-th day after Monday.
    pub days: i64,
}

impl Batch {
    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many rows wait.
    pub fn len(&self) -> usize {
        let people = self.days.len() + self.firsts.len() + self.connections.len() + self.moves.len();
        people + self.reactions.len() + self.messages.len()
    }

    /// By Monday and member; only who wrote.
    pub fn member_weeks(&self) -> BTreeMap<(i64, MemberId), MemberWeek> {
        let mut weeks = BTreeMap::<_, MemberWeek>::new();
        for (&(day, _, member), counts) in self.days.iter().filter(|(_, counts)| counts.messages > 0) {
            let monday = Week::of_day(day).first_day();
            let week = weeks.entry((monday, member)).or_default();
            week.messages += counts.messages;
            week.days |= 1 << (day - monday);
        }
        weeks
    }

    /// By Monday and channel.
    pub fn channel_weeks(&self) -> BTreeMap<(i64, ChannelId), Counts> {
        let mut weeks = BTreeMap::<_, Counts>::new();
        for (&(day, channel, _), counts) in &self.days {
            weeks.entry((Week::of_day(day).first_day(), channel)).or_default().add(*counts);
        }
        for (&(day, channel), reactions) in &self.reactions {
            weeks.entry((Week::of_day(day).first_day(), channel)).or_default().reactions += reactions;
        }
        weeks
    }

    /// The Mondays of the weeks that it says something about.
    pub fn weeks(&self) -> BTreeSet<i64> {
        let days = self.days.keys().map(|(day, ..)| *day).chain(self.reactions.keys().map(|(day, _)| *day));
        let days = days.chain(self.moves.iter().map(|step| step.day));
        let of_days = days.map(|day| Week::of_day(day).first_day());
        let weeks = of_days.chain(self.connections.iter().map(|(week, ..)| *week));
        // Ids are kept by weeks of UTC, and go no earlier than what they were counted in.
        weeks.chain(self.messages.iter().map(Noted::week)).collect()
    }

    /// Everyone that it says something about.
    pub fn members(&self) -> BTreeSet<MemberId> {
        let mut members: BTreeSet<MemberId> = self.days.keys().map(|(.., member)| *member).collect();
        members.extend(self.firsts.keys().map(|(_, member)| *member));
        members.extend(self.connections.iter().flat_map(|(_, author, target)| [*author, *target]));
        members.extend(self.moves.iter().map(|step| step.member));
        members.extend(self.messages.iter().flat_map(|message| message.author.iter().chain(&message.targets)));
        members
    }

    /// What came from some instants on was counted before, and it is not known any more what it was:
    /// newcomers who had not been answered by then and still could be are marked.
    pub fn doubt_answers_after(&mut self, instant: impl Fn(ChannelId, Timestamp) -> Option<Timestamp>) {
        for ((channel, _), first) in &mut self.firsts {
            let Some(instant) = instant(*channel, first.at) else { continue };
            let reply = first.reply.is_none() && first.at.plus(REPLY_WITHIN) >= instant;
            let response = first.response.is_none() && first.at.plus(RESPONSE_WITHIN) >= instant;
            first.unsure |= reply || response;
        }
    }

    /// The same without some of its messages, by their places, which were counted before. Whom they
    /// answered stays: that is the same however often it is found.
    #[must_use]
    pub fn without(&self, counted_before: &[usize]) -> Self {
        let mut batch = self.clone();
        for message in counted_before.iter().map(|place| &self.messages[*place]) {
            match message.author.filter(|_| message.is_member_message) {
                Some(author) => {
                    let key = (message.day, message.channel, author);
                    if let Some(counts) = batch.days.get_mut(&key) {
                        counts.messages -= 1;
                        counts.reactions -= message.reactions;
                        if *counts == Counts::default() {
                            batch.days.remove(&key);
                        }
                    }
                }
                None => {
                    let key = (message.day, message.channel);
                    if let Some(reactions) = batch.reactions.get_mut(&key) {
                        *reactions -= message.reactions;
                        if *reactions == 0 {
                            batch.reactions.remove(&key);
                        }
                    }
                }
            }
        }
        batch
    }

    /// Nothing of a member is written.
    pub fn forget(&mut self, member: MemberId) {
        self.days.retain(|(_, _, of), _| *of != member);
        self.firsts.retain(|(_, of), _| *of != member);
        self.connections.retain(|(_, author, target)| *author != member && *target != member);
        self.moves.retain(|step| step.member != member);
        self.messages.retain(|message| message.author != Some(member));
        for message in &mut self.messages {
            message.targets.retain(|target| *target != member);
        }
    }

    /// Puts back a batch that could not be written, beneath what has come since.
    pub fn put_back(&mut self, earlier: Self) {
        for (key, counts) in earlier.days {
            self.days.entry(key).or_default().add(counts);
        }
        for (key, reactions) in earlier.reactions {
            *self.reactions.entry(key).or_default() += reactions;
        }
        for (key, first) in earlier.firsts {
            self.firsts.entry(key).and_modify(|newer| *newer = newer.merge(first)).or_insert(first);
        }
        self.connections.extend(earlier.connections);
        self.moves.extend(earlier.moves);
        self.messages.splice(0..0, earlier.messages);
        self.latest = self.latest.max(earlier.latest);
    }
}

impl Counts {
    /// Adds what was counted elsewhere.
    pub const fn add(&mut self, other: Self) {
        self.messages += other.messages;
        self.reactions += other.reactions;
        self.voice_seconds += other.voice_seconds;
    }
}

/// Counting one guild: what was counted since the last time it was written, and the newcomers who may
/// still be answered.
#[derive(Debug)]
pub struct Community {
    zone: Zone,
    /// The zone that days are counted in from an instant on.
    next: Option<(Timestamp, Zone)>,
    today: Today,
    batch: Batch,
    channels: HashMap<ChannelId, Newcomers>,
    memory: Memory,
    /// Members of whom nothing is counted.
    skipped: HashSet<MemberId>,
}

/// How much is kept in memory.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// How late a message may arrive after later ones and still be put in its place. An import
    /// brings its messages in order and needs none.
    pub late: Duration,
    /// How many newcomers' windows may be open.
    pub windows: usize,
    /// How many messages of the last moments are remembered in one channel.
    pub recent: usize,
    /// How many pairs of channel and member are remembered to have written long ago.
    pub settled: usize,
}

impl Bounds {
    /// Live: a few seconds, and memory that a flood cannot fill.
    pub const LIVE: Self = Self { late: Duration::from_secs(10), windows: 50_000, recent: 1_000, settled: 50_000 };
    /// An import: in order, and everything it brings.
    pub const IMPORT: Self = Self { late: Duration::ZERO, windows: usize::MAX, recent: 0, settled: 0 };
}

/// What the channels of a guild share.
#[derive(Debug)]
struct Memory {
    bounds: Bounds,
    /// Windows open in all channels together.
    open: usize,
    /// Windows that were not opened because there were too many.
    refused: u64,
    /// Who is known to have written where before; their messages open no window.
    settled: Recent<(ChannelId, MemberId)>,
}

/// The firsts of one channel that may still be answered.
#[derive(Debug, Default)]
struct Newcomers {
    open: HashMap<MemberId, First>,
    /// Those whose first response may still come, or still be undercut by a late arrival.
    awaiting: Vec<MemberId>,
    /// Who was answered lately, and when; only a message that arrives late can have been earlier.
    answered: VecDeque<(Timestamp, MemberId)>,
    /// The last moments, for a first that arrives after its answer.
    recent: VecDeque<(Post, Vec<MemberId>)>,
    newest: Option<(Timestamp, MessageId)>,
}

/// The bounds of the day last looked up, since most messages lie on the day of the one before.
#[derive(Debug, Clone, Copy)]
struct Today {
    day: i64,
    start: Timestamp,
    end: Timestamp,
}

impl Today {
    fn of(zone: &Zone, at: Timestamp) -> Self {
        let day = zone.day(at);
        Self { day, start: zone.start_of_day(day), end: zone.start_of_day(day + 1) }
    }

    fn has(&self, at: Timestamp) -> bool {
        self.start <= at && at < self.end
    }
}

impl Community {
    /// Nothing counted yet, in the calendar of this zone.
    pub fn new(zone: Zone, bounds: Bounds) -> Self {
        let today = Today::of(&zone, Timestamp(0));
        let memory = Memory { bounds, open: 0, refused: 0, settled: Recent::default() };
        Self {
            zone,
            next: None,
            today,
            batch: Batch::default(),
            channels: HashMap::new(),
            memory,
            skipped: HashSet::new(),
        }
    }

    /// Whether a member may be counted from now on. The one place that keeps them out, live and in
    /// imports, as an author and as somebody meant.
    pub fn count_member(&mut self, member: MemberId, counts: bool) {
        if counts {
            self.skipped.remove(&member);
        } else {
            self.skipped.insert(member);
            // An answer to an earlier message of theirs would be counted to them.
            self.forget_windows(member);
        }
    }

    /// Whatever is held of a member goes: what waits to be written, and what their messages, past and
    /// coming, are compared with. What they do from now on counts.
    pub fn forget(&mut self, member: MemberId) {
        self.batch.forget(member);
        self.forget_windows(member);
    }

    fn forget_windows(&mut self, member: MemberId) {
        for newcomers in self.channels.values_mut() {
            newcomers.forget(member, &mut self.memory);
        }
        self.memory.settled.retain(|(_, settled)| *settled != member);
    }

    /// Another calendar, which may change once more at an instant; days already counted stay.
    pub fn set_zone(&mut self, zone: Zone, next: Option<(Timestamp, Zone)>) {
        self.today = Today::of(&zone, Timestamp(0));
        (self.zone, self.next) = (zone, next);
    }

    /// A first that stands in the database and may still be answered; by what came in the last moments
    /// it may have been already.
    pub fn remember(&mut self, channel: ChannelId, member: MemberId, first: First) {
        let newcomers = self.channels.entry(channel).or_default();
        let mut answered = first;
        for (later, targets) in newcomers.recent.iter().filter(|(later, _)| later.member != member) {
            answered.responded(later);
            if targets.contains(&member) {
                answered.replied(later);
            }
        }
        if answered != first {
            let row = self.batch.firsts.entry((channel, member)).or_insert(answered);
            *row = row.merge(answered);
        }
        newcomers.open_window(member, answered, &mut self.memory);
        // An import goes through the past: what is new may come before the response that is known.
        let goes_through_the_past = self.memory.bounds.recent == 0;
        if goes_through_the_past && !newcomers.awaiting.contains(&member) {
            newcomers.awaiting.push(member);
        }
    }

    /// A member wrote a message. `targets` are the people it is meant for; the member is passed over.
    /// `reactions` are those it bears already (imports).
    pub fn posted(&mut self, post: &Post, targets: &[MemberId], reactions: i64, counting: Counting) {
        self.posted_to(post, targets, None, reactions, counting);
    }

    /// The same, while it is not known who wrote the message that it replies to.
    pub fn posted_to(
        &mut self,
        post: &Post,
        targets: &[MemberId],
        reply: Option<MessageId>,
        reactions: i64,
        counting: Counting,
    ) {
        if self.skipped.contains(&post.member) {
            return;
        }
        let meant: Vec<_>;
        let targets = if targets.iter().any(|target| self.skipped.contains(target)) {
            meant = targets.iter().copied().filter(|target| !self.skipped.contains(target)).collect::<Vec<_>>();
            &meant
        } else {
            targets
        };
        let day = self.day(post.at);
        if counting == Counting::New {
            let counts = Counts { messages: 1, reactions, voice_seconds: 0 };
            self.batch.days.entry((day, post.channel, post.member)).or_default().add(counts);
            self.batch.latest = self.batch.latest.max(Some(post.at));
        }
        if counting != Counting::Kept {
            let week = Week::of_day(day).first_day();
            let others = targets.iter().filter(|target| **target != post.member);
            self.batch.connections.extend(others.map(|target| (week, post.member, *target)));
            self.batch.messages.push(Noted {
                channel: post.channel,
                id: post.id,
                at: post.at,
                author: Some(post.member),
                is_member_message: true,
                targets: targets.to_vec(),
                reply,
                counts: counting == Counting::New,
                day,
                reactions,
            });
        }
        let newcomers = self.channels.entry(post.channel).or_default();
        newcomers.posted(post, day, targets, &mut self.memory, &mut self.batch.firsts);
    }

    /// A message that is no member message: of a bot or a webhook, or a system message about somebody.
    /// Nothing of it counts but the reactions that it bears already (imports), which are nobody's.
    pub fn noted(&mut self, post: &Post, reactions: i64, counting: Counting) {
        let author = Some(post.member).filter(|member| member.0 != 0);
        if author.is_some_and(|member| self.skipped.contains(&member)) {
            return;
        }
        let (day, counts) = (self.day(post.at), counting == Counting::New);
        if counts && reactions > 0 {
            *self.batch.reactions.entry((day, post.channel)).or_default() += reactions;
        }
        self.batch.messages.push(Noted {
            channel: post.channel,
            id: post.id,
            at: post.at,
            author,
            is_member_message: false,
            targets: Vec::new(),
            reply: None,
            counts,
            day,
            reactions,
        });
    }

    /// A member reacted to something.
    pub fn reacted(&mut self, channel: ChannelId, member: MemberId, at: Timestamp) {
        self.count(channel, member, at, Counts { messages: 0, reactions: 1, voice_seconds: 0 });
        self.batch.latest = self.batch.latest.max(Some(at));
    }

    /// A member was in a voice channel from one instant to another, in the sense of the figures.
    /// A second counts where it ends, so that stretches laid end to end lose none.
    pub fn voiced(&mut self, channel: ChannelId, member: MemberId, from: Timestamp, to: Timestamp) {
        let mut from = from;
        while from < to {
            self.day(from);
            let until = to.min(self.today.end);
            let voice_seconds = until.seconds() - from.seconds();
            if voice_seconds > 0 {
                self.count(channel, member, from, Counts { messages: 0, reactions: 0, voice_seconds });
            }
            from = until;
        }
    }

    /// A member came or went.
    pub fn moved(&mut self, member: MemberId, at: Timestamp, kind: MoveKind) {
        if self.skipped.contains(&member) {
            return;
        }
        let day = self.day(at);
        self.batch.moves.insert(Move { day, member, at, kind });
        self.batch.latest = self.batch.latest.max(Some(at));
    }

    /// What was counted since the last time.
    pub fn take(&mut self) -> Batch {
        std::mem::take(&mut self.batch)
    }

    /// A batch could not be written and waits for the next time.
    pub fn put_back(&mut self, batch: Batch) {
        self.batch.put_back(batch);
    }

    /// The latest thing that waits to be written.
    pub const fn latest(&self) -> Option<Timestamp> {
        self.batch.latest
    }

    /// How many rows wait to be written.
    pub fn waiting(&self) -> usize {
        self.batch.len()
    }

    /// How many newcomers can no longer be followed because there were too many at once.
    pub const fn refused(&self) -> u64 {
        self.memory.refused
    }

    /// The database knows an earlier first than the one supposed here. If that one may still be
    /// answered it is followed from now on.
    pub fn was_known(&mut self, channel: ChannelId, member: MemberId, first: First, now: Timestamp) {
        let newcomers = self.channels.entry(channel).or_default();
        if first.at >= now.minus(REPLY_WITHIN) {
            newcomers.open_window(member, first, &mut self.memory);
        } else {
            newcomers.close_window(channel, member, &mut self.memory);
        }
    }

    /// Forgets windows that are over and the last moments of channels that fell silent. Returns how
    /// many windows stay open.
    pub fn tidy(&mut self, now: Timestamp) -> usize {
        let over = now.minus(REPLY_WITHIN);
        let silent = now.minus(self.memory.bounds.late);
        for (channel, newcomers) in &mut self.channels {
            let closed: Vec<_> =
                newcomers.open.iter().filter(|(_, first)| first.at < over).map(|(member, _)| *member).collect();
            for member in closed {
                newcomers.close_window(*channel, member, &mut self.memory);
            }
            newcomers.recent.retain(|(post, _)| post.at >= silent);
        }
        self.channels.retain(|_, newcomers| !newcomers.open.is_empty() || !newcomers.recent.is_empty());
        self.memory.open
    }

    fn count(&mut self, channel: ChannelId, member: MemberId, at: Timestamp, counts: Counts) {
        if self.skipped.contains(&member) {
            return;
        }
        let day = self.day(at);
        self.batch.days.entry((day, channel, member)).or_default().add(counts);
    }

    fn day(&mut self, at: Timestamp) -> i64 {
        if !self.today.has(at) {
            self.today = match &self.next {
                Some((from, next)) if at >= *from => {
                    let today = Today::of(next, at);
                    Today { start: today.start.max(*from), ..today }
                }
                Some((from, _)) => {
                    let today = Today::of(&self.zone, at);
                    Today { end: today.end.min(*from), ..today }
                }
                None => Today::of(&self.zone, at),
            };
        }
        self.today.day
    }
}

/// Firsts on their way to the database.
type FirstRows = HashMap<(ChannelId, MemberId), First>;

impl Newcomers {
    fn posted(&mut self, post: &Post, day: i64, targets: &[MemberId], memory: &mut Memory, rows: &mut FirstRows) {
        let in_order = self.newest < Some(post.order());
        self.newest = self.newest.max(Some(post.order()));
        for target in targets.iter().filter(|target| **target != post.member) {
            if let Some(first) = self.open.get_mut(target)
                && first.replied(post)
            {
                rows.insert((post.channel, *target), *first);
            }
        }
        self.answer_awaiting(post, in_order, memory.bounds.late, rows);
        self.open_first(post, day, in_order, memory, rows);
        self.note(post, targets, memory.bounds);
    }

    /// Any message answers everyone who has waited for one. One that arrives late may have answered
    /// earlier than what counts as the answer so far.
    fn answer_awaiting(&mut self, post: &Post, in_order: bool, late: Duration, rows: &mut FirstRows) {
        let newest = self.newest();
        let Self { open, awaiting, answered, .. } = self;
        awaiting.retain(|member| {
            let Some(first) = open.get_mut(member) else { return false };
            if *member == post.member || !first.responded(post) {
                return newest <= first.at.plus(RESPONSE_WITHIN).plus(late);
            }
            rows.insert((post.channel, *member), *first);
            answered.push_back((post.at, *member));
            false
        });
        let late_for = if in_order { 0 } else { answered.len() };
        for (_, member) in answered.iter().take(late_for).filter(|(_, member)| *member != post.member) {
            if let Some(first) = open.get_mut(member)
                && first.responded(post)
            {
                rows.insert((post.channel, *member), *first);
            }
        }
        while answered.front().is_some_and(|(at, _)| at.plus(late) < newest) {
            answered.pop_front();
        }
    }

    fn newest(&self) -> Timestamp {
        self.newest.map_or(Timestamp(i64::MIN), |(at, _)| at)
    }

    /// A message of someone not known here, or one that arrives late and was their first after all.
    fn open_first(&mut self, post: &Post, day: i64, in_order: bool, memory: &mut Memory, rows: &mut FirstRows) {
        let supposed = self.open.get(&post.member).copied();
        let is_later = match supposed {
            Some(first) => first.order() <= post.order(),
            None => memory.settled.contains(&(post.channel, post.member)),
        };
        if is_later {
            return;
        }
        let mut first = First { at: post.at, id: post.id, day, reply: None, response: None, unsure: false };
        if let Some(supposed) = supposed {
            first = first.merge(supposed);
        }
        // Nothing came after a message that is the newest.
        let came_before = if in_order { 0 } else { self.recent.len() };
        for (later, targets) in self.recent.iter().take(came_before).filter(|(later, _)| later.member != post.member) {
            first.responded(later);
            if targets.contains(&post.member) {
                first.replied(later);
            }
        }
        rows.insert((post.channel, post.member), first);
        self.open_window(post.member, first, memory);
    }

    fn open_window(&mut self, member: MemberId, first: First, memory: &mut Memory) {
        if let Some(window) = self.open.get_mut(&member) {
            *window = window.merge(first);
            let window = *window;
            if !self.awaiting.contains(&member) {
                self.await_answer(member, &window);
            }
        } else if memory.open < memory.bounds.windows {
            memory.open += 1;
            self.open.insert(member, first);
            self.await_answer(member, &first);
        } else {
            memory.refused += 1;
        }
    }

    fn await_answer(&mut self, member: MemberId, first: &First) {
        match first.response {
            None => self.awaiting.push(member),
            Some(response) => self.answered.push_back((response, member)),
        }
    }

    fn forget(&mut self, member: MemberId, memory: &mut Memory) {
        if self.open.remove(&member).is_some() {
            memory.open -= 1;
        }
        self.awaiting.retain(|waiting| *waiting != member);
        self.answered.retain(|(_, answered)| *answered != member);
        self.recent.retain(|(post, _)| post.member != member);
        for (_, targets) in &mut self.recent {
            targets.retain(|target| *target != member);
        }
    }

    fn close_window(&mut self, channel: ChannelId, member: MemberId, memory: &mut Memory) {
        if self.open.remove(&member).is_some() {
            memory.open -= 1;
        }
        memory.settled.insert((channel, member), memory.bounds.settled);
    }

    fn note(&mut self, post: &Post, targets: &[MemberId], bounds: Bounds) {
        if bounds.recent == 0 {
            return;
        }
        self.recent.push_back((*post, targets.to_vec()));
        let newest = self.newest();
        while self.recent.len() > bounds.recent
            || self.recent.front().is_some_and(|(oldest, _)| oldest.at.plus(bounds.late) < newest)
        {
            self.recent.pop_front();
        }
    }
}

/// A set that remembers at least the last `bound` things put in and at most twice as many.
#[derive(Debug)]
pub struct Recent<T> {
    young: HashSet<T>,
    old: HashSet<T>,
}

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Self { young: HashSet::new(), old: HashSet::new() }
    }
}

impl<T: Eq + Hash> Recent<T> {
    /// Whether it was told of this lately.
    pub fn contains(&self, thing: &T) -> bool {
        self.young.contains(thing) || self.old.contains(thing)
    }

    /// True if it was not there.
    pub fn insert(&mut self, thing: T, bound: usize) -> bool {
        if bound == 0 || self.contains(&thing) {
            return false;
        }
        if self.young.len() >= bound {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(thing)
    }

    pub fn remove(&mut self, thing: &T) {
        self.young.remove(thing);
        self.old.remove(thing);
    }

    /// Forgets what does not fit.
    pub fn retain(&mut self, fits: impl Fn(&T) -> bool) {
        self.young.retain(&fits);
        self.old.retain(&fits);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::zone::{iso_date, parse_iso};

    fn first() -> impl Strategy<Value = First> {
        // Few instants and days apart, so that equal ones and cut windows come often.
        let answer = || prop::option::of(1..300_i64);
        (0..10_i64, 0..3_i64, answer(), answer(), any::<bool>()).prop_map(|(hours, id, reply, response, unsure)| {
            let at = Timestamp(hours * 20 * 3_600_000);
            let after = |hours: Option<i64>, within: Duration| {
                hours.map(|hours| Timestamp(at.0 + hours * 3_600_000)).filter(|answer| *answer <= at.plus(within))
            };
            let (reply, response) = (after(reply, REPLY_WITHIN), after(response, RESPONSE_WITHIN));
            First { at, id: MessageId(id), day: hours, reply, response, unsure }
        })
    }

    #[test]
    fn another_zone_begins_at_its_instant() {
        let at = |text: &str| parse_iso(text).unwrap();
        let zone = |name: &str| Zone::find(name).unwrap();
        let mut community = Community::new(zone("UTC"), Bounds::LIVE);
        assert_eq!(iso_date(community.day(at("2026-11-22T21:00:00Z"))), "2026-11-22");
        let monday = at("2026-11-22T22:00:00Z");
        community.set_zone(zone("UTC"), Some((monday, zone("Europe/Chisinau"))));
        for (instant, day) in [
            ("2026-11-22T21:59:59Z", "2026-11-22"),
            ("2026-11-22T22:00:00Z", "2026-11-23"),
            ("2026-11-21T22:30:00Z", "2026-11-21"), // late, and counted as it was
            ("2026-11-23T21:59:59Z", "2026-11-23"),
            ("2026-11-23T22:00:00Z", "2026-11-24"),
        ] {
            assert_eq!(iso_date(community.day(at(instant))), day, "{instant}");
        }
    }

    #[test]
    fn a_batch_names_the_weeks_of_its_ids_too() {
        let mut community = Community::new(Zone::find("Pacific/Auckland").unwrap(), Bounds::IMPORT);
        // There it is Monday already.
        let at = parse_iso("2026-11-22T16:00:00Z").unwrap();
        let post = Post { channel: ChannelId(1), member: MemberId(2), at, id: MessageId(3) };
        community.posted(&post, &[MemberId(4)], 0, Counting::New);
        let batch = community.take();
        let weeks: Vec<String> = batch.weeks().into_iter().map(iso_date).collect();
        assert_eq!(weeks, ["2026-11-16", "2026-11-23"]);
        assert_eq!(batch.members(), BTreeSet::from([MemberId(2), MemberId(4)]));
    }

    proptest! {
        #[test]
        fn findings_about_a_first_merge_in_any_order(one in first(), two in first(), three in first()) {
            prop_assert_eq!(one.merge(two), two.merge(one));
            prop_assert_eq!(one.merge(two).merge(three), one.merge(two.merge(three)));
            prop_assert_eq!(one.merge(one), one);
        }
    }
}
