//! Counting what happens now.
//!
//! One task owns [`Live`], tells it what happened and, a few times a second, writes what has
//! gathered: [`Live::take`], [`write()`], [`Live::written`]. Nothing here waits for the database while
//! events come in, and nothing grows without bound: what cannot be kept is dropped and counted. The
//! record of a guild reaches exactly as far as what is written, so that a gap begins there.

use std::collections::HashMap;
use std::time::Duration;

use super::rules::{Batch, Bounds, Community, Counting, MoveKind, Post, REPLY_WITHIN, Recent};
use super::store::{self, Known, Span};
use super::voice::{Spoken, Voice, VoiceState};
use crate::clock::Timestamp;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::ids::{ChannelId, GuildId, MemberId, MessageId};
use crate::text::zone::Zone;

/// How many message ids are remembered against being told the same message twice.
const SEEN: usize = 50_000;
/// How many rows of one guild may wait for a database that does not take them.
const WAITING: usize = 100_000;
/// How often the record of a quiet guild is extended, windows are tidied and voice is settled.
const QUIET: Duration = Duration::from_secs(30);
/// How long after the last sign of life something sent before it may still be on its way to us.
const ON_ITS_WAY: Duration = Duration::from_secs(5);

/// All guilds, as far as they are not written yet.
#[derive(Default)]
pub struct Live {
    guilds: HashMap<GuildId, Guild>,
    seen: Recent<MessageId>,
    dropped: u64,
}

struct Guild {
    community: Community,
    voice: Voice,
    /// Connected since, and stored until.
    stretch: Option<Span>,
    /// Stretches that are over and not written yet.
    ended: Vec<Span>,
    tidied: Timestamp,
}

/// What is on its way to the database.
#[derive(Debug, Default)]
pub struct Write {
    batches: Vec<(GuildId, Batch)>,
    record: Vec<(GuildId, Span)>,
}

/// What came of writing.
#[derive(Debug)]
pub enum Written {
    /// It is stored; these members were no newcomers after all.
    Stored { known: Vec<Known>, record: Vec<(GuildId, Span)> },
    /// The database did not take it; it comes back.
    Refused(Write, Error),
}

/// The newcomers of a guild who may still be answered, from the database.
pub async fn newcomers(db: &Db, guild: GuildId, zone: &Zone, now: Timestamp) -> Result<Vec<Known>> {
    let since = now.minus(REPLY_WITHIN);
    let limit = i64::try_from(Bounds::LIVE.windows).unwrap_or(i64::MAX);
    store::firsts_since(db.read(), guild, zone.day(since) - 1, since, limit).await
}

impl Live {
    /// A guild is there and is counted from now on. `newcomers` come from [`newcomers`].
    pub fn open(&mut self, guild: GuildId, zone: Zone, newcomers: Vec<Known>, now: Timestamp) {
        let mut community = Community::new(zone, Bounds::LIVE);
        for known in newcomers {
            community.remember(known.channel, known.member, known.first);
        }
        self.guilds.entry(guild).or_insert_with(|| Guild {
            community,
            voice: Voice::default(),
            stretch: None,
            ended: Vec::new(),
            tidied: now,
        });
    }

    /// Whether a guild is counted.
    pub fn is_open(&self, guild: GuildId) -> bool {
        self.guilds.contains_key(&guild)
    }

    /// Every guild that is counted.
    pub fn guilds(&self) -> Vec<GuildId> {
        self.guilds.keys().copied().collect()
    }

    /// Whether anything has gathered.
    pub fn is_waiting(&self) -> bool {
        self.guilds.values().any(|guild| guild.community.waiting() > 0)
    }

    /// The calendar to count by, and the one that follows at an instant.
    pub fn set_zone(&mut self, guild: GuildId, zone: Zone, next: Option<(Timestamp, Zone)>) {
        if let Some(guild) = self.guilds.get_mut(&guild) {
            guild.community.set_zone(zone, next);
        }
    }

    /// Whether a member is counted from now on.
    pub fn count_member(&mut self, guild: GuildId, member: MemberId, counts: bool, at: Timestamp) {
        if let Some(guild) = self.guilds.get_mut(&guild) {
            guild.settle_voice(at);
            guild.community.count_member(member, counts);
        }
    }

    /// Whatever is held of a member goes; what they do from now on counts.
    pub fn forget(&mut self, guild: GuildId, member: MemberId, now: Timestamp) {
        if let Some(guild) = self.guilds.get_mut(&guild) {
            // They may be speaking: what was said until now goes too.
            guild.settle_voice(now);
            guild.community.forget(member);
        }
    }

    /// A guild is gone with everything that was counted in it.
    pub fn drop_guild(&mut self, guild: GuildId) {
        self.guilds.remove(&guild);
    }

    /// Events of a guild come in from now on. After a connection that could not be resumed, say
    /// [`Live::lost`] first.
    ///
    /// True, if a stretch begins: something may have been missed before it.
    pub fn connected(&mut self, guild: GuildId, at: Timestamp) -> bool {
        let Some(guild) = self.guilds.get_mut(&guild) else { return false };
        let begins = guild.stretch.is_none();
        guild.stretch.get_or_insert(Span { from: at, to: at });
        begins
    }

    /// Events of a guild were missed: a gap begins where the record ends. `heard` is the last sign
    /// of life of the connection that was lost.
    pub fn lost(&mut self, guild: GuildId, heard: Timestamp) {
        if let Some(guild) = self.guilds.get_mut(&guild) {
            guild.settle_voice(heard);
            guild.voice.clear();
            if let Some(span) = guild.stretch.take() {
                // What was counted and not written yet must not be read back a second time.
                guild.ended.push(Span { to: guild.community.latest().map_or(span.to, |at| span.to.max(at)), ..span });
            }
        }
    }

    /// A member wrote a message. `targets`: whom it mentions and whom it answers, without bots.
    pub fn posted(&mut self, guild: GuildId, post: &Post, targets: &[MemberId]) {
        if self.seen.contains(&post.id) {
            return;
        }
        if let Some(guild) = self.room(guild) {
            guild.community.posted(post, targets, 0, Counting::New);
            self.seen.insert(post.id, SEEN);
        }
    }

    /// A message that is no member message: a bot's or webhook's (member 0), or a system message about
    /// somebody. It is kept, so that an import beside takes its reactions for counted.
    pub fn noted(&mut self, guild: GuildId, post: &Post) {
        if self.seen.contains(&post.id) {
            return;
        }
        if let Some(guild) = self.room(guild) {
            guild.community.noted(post, 0, Counting::New);
            self.seen.insert(post.id, SEEN);
        }
    }

    /// Newcomers whom an import beside has brought, who may still be answered.
    pub fn remember(&mut self, guild: GuildId, newcomers: Vec<Known>) {
        if let Some(guild) = self.guilds.get_mut(&guild) {
            for known in newcomers {
                guild.community.remember(known.channel, known.member, known.first);
            }
        }
    }

    /// A member added a reaction.
    pub fn reacted(&mut self, guild: GuildId, channel: ChannelId, member: MemberId, at: Timestamp) {
        if let Some(guild) = self.room(guild) {
            guild.community.reacted(channel, member, at);
        }
    }

    /// A member came or went.
    pub fn moved(&mut self, guild: GuildId, member: MemberId, at: Timestamp, kind: MoveKind) {
        if let Some(guild) = self.room(guild) {
            guild.community.moved(member, at, kind);
        }
    }

    /// Everyone's voice state, as a guild tells it when it comes.
    pub fn voices(&mut self, guild: GuildId, afk: Option<ChannelId>, states: &[VoiceState], at: Timestamp) {
        if let Some(guild) = self.guilds.get_mut(&guild) {
            guild.settle_voice(at);
            guild.voice.replace(afk, states, at);
        }
    }

    /// The AFK channel was changed.
    pub fn set_afk(&mut self, guild: GuildId, afk: Option<ChannelId>, at: Timestamp) {
        if let Some(guild) = self.guilds.get_mut(&guild) {
            let spoken = guild.voice.set_afk(afk, at);
            guild.count_voice(spoken);
        }
    }

    /// A member came into a voice channel, went, or deafened themselves.
    pub fn voice(&mut self, guild: GuildId, state: &VoiceState, at: Timestamp) {
        if let Some(guild) = self.guilds.get_mut(&guild) {
            let spoken = guild.voice.change(state, at);
            guild.count_voice(spoken);
        }
    }

    /// Nothing is counted in a voice channel any more, whoever is in it.
    pub fn empty_voice(&mut self, guild: GuildId, channel: ChannelId, at: Timestamp) {
        if let Some(guild) = self.guilds.get_mut(&guild) {
            let spoken = guild.voice.empty(channel, at);
            guild.count_voice(spoken);
        }
    }

    /// Things that happened and are not in the figures, because the database took nothing for too
    /// long, or their guild was not there.
    pub const fn dropped(&self) -> u64 {
        self.dropped
    }

    /// Newcomers who cannot be followed because there were too many at once.
    pub fn refused(&self) -> u64 {
        self.guilds.values().map(|guild| guild.community.refused()).sum()
    }

    /// What is to be written now; `None` if nothing is. `heard` is the last sign of life of the
    /// gateway: everything sent before it has arrived.
    pub fn take(&mut self, now: Timestamp, heard: Timestamp) -> Option<Write> {
        let mut write = Write::default();
        for (id, guild) in &mut self.guilds {
            guild.take(*id, now, heard, &mut write);
        }
        (!write.batches.is_empty() || !write.record.is_empty()).then_some(write)
    }

    /// Before the end: voice is settled, and the record of a quiet guild is extended at the next
    /// [`Live::take`].
    pub fn settle(&mut self, heard: Timestamp) {
        for guild in self.guilds.values_mut() {
            guild.settle_voice(heard);
            guild.tidied = Timestamp(i64::MIN);
        }
    }

    /// What came of it.
    pub fn written(&mut self, written: Written, now: Timestamp) {
        match written {
            Written::Stored { known, record } => {
                for (id, span) in record {
                    self.stored(id, span);
                }
                for Known { guild, channel, member, first } in known {
                    if let Some(guild) = self.guilds.get_mut(&guild) {
                        guild.community.was_known(channel, member, first, now);
                    }
                }
            }
            Written::Refused(write, error) => {
                tracing::warn!(%error, "counts wait for the database");
                for (id, batch) in write.batches {
                    if let Some(guild) = self.guilds.get_mut(&id) {
                        guild.community.put_back(batch);
                    }
                }
                for (id, span) in write.record {
                    if let Some(guild) = self.guilds.get_mut(&id)
                        && guild.stretch.is_none_or(|stretch| stretch.from != span.from)
                    {
                        guild.ended.push(span);
                    }
                }
            }
        }
    }

    fn stored(&mut self, guild: GuildId, span: Span) {
        if let Some(stretch) = self.guilds.get_mut(&guild).and_then(|guild| guild.stretch.as_mut())
            && stretch.from == span.from
        {
            stretch.to = stretch.to.max(span.to);
        }
    }

    /// The guild, if there is room for one thing more; else it is dropped and counted.
    fn room(&mut self, guild: GuildId) -> Option<&mut Guild> {
        let guild = self.guilds.get_mut(&guild).filter(|guild| guild.community.waiting() < WAITING);
        if guild.is_none() {
            self.dropped += 1;
        }
        guild
    }
}

impl Guild {
    fn take(&mut self, id: GuildId, now: Timestamp, heard: Timestamp, write: &mut Write) {
        let quiet = now >= self.tidied.plus(QUIET) || now < self.tidied;
        if quiet {
            self.tidied = now;
            self.settle_voice(heard);
            self.community.tidy(now);
        }
        let batch = self.community.take();
        write.record.extend(self.ended.drain(..).map(|span| (id, span)));
        if let Some(span) = self.stretch
            && (quiet || !batch.is_empty() || span.from == span.to)
        {
            let to = heard.minus(ON_ITS_WAY).max(span.to).max(batch.latest.unwrap_or(span.to));
            write.record.push((id, Span { from: span.from, to }));
        }
        if !batch.is_empty() {
            write.batches.push((id, batch));
        }
    }

    fn settle_voice(&mut self, at: Timestamp) {
        let spoken = self.voice.settle(at);
        self.count_voice(spoken);
    }

    fn count_voice(&mut self, spoken: Vec<Spoken>) {
        for Spoken { channel, member, from, to } in spoken {
            self.community.voiced(channel, member, from, to);
        }
    }
}

/// Writes what was taken, in one transaction behind everything that a person waits for.
pub async fn write(db: &Db, write: Write) -> Written {
    // The closure owns what it writes; the batches come back through it if they are refused.
    let shared = std::sync::Arc::new(write);
    let writing = std::sync::Arc::clone(&shared);
    let outcome = db
        .write_later(async move |tx: &mut sqlx::SqliteConnection| {
            let batches: Vec<_> = writing.batches.iter().map(|(guild, batch)| (*guild, batch)).collect();
            let merged = store::merge(tx, &batches).await?;
            store::extend_record(tx, &writing.record).await?;
            Ok(merged.known)
        })
        .await;
    let write = std::sync::Arc::into_inner(shared);
    match (outcome, write) {
        (Ok(known), write) => Written::Stored { known, record: write.unwrap_or_default().record },
        (Err(error), write) => Written::Refused(write.unwrap_or_default(), error),
    }
}
