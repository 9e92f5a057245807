//! Gateway events → counts. Nothing of a message but its author, time, place and targets is looked
//! at; Discord does not even send us the text.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serenity::all::{
    AuditLogEntry, Event, GuildChannel, GuildCreateEvent, Message, MessageReferenceKind, MessageType, Reaction,
    VoiceState as DiscordVoice,
};
use serenity::model::guild::audit_log::{Action, MemberAction};

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::channels::is_own_private_thread;
use crate::error::Result;
use crate::feature::PersonChange;
use crate::features::setup;
use crate::features::setup::{Calendar, setting_types};
use crate::ids::{ChannelId, GuildId, MemberId, MessageId};

use super::backfill;
use super::excluded::Excluded;
use super::live::{self, Live, Written};
use super::rules::{DELETED_USER, MoveKind, Post, Recent};
use super::store::{self, Removal};
use super::voice::VoiceState;

/// How long before or after someone leaves Discord may say that they were kicked or banned.
const SAID_WITHIN: Duration = Duration::from_secs(30);

/// How many reactions are remembered against being told the same one twice.
const REACTIONS_SEEN: usize = 20_000;

/// What makes a reaction: the message, who reacted, and with what.
type Reacted = (MessageId, MemberId, String);

/// What the feature keeps in memory.
#[derive(Default)]
pub struct Counter {
    live: Mutex<Live>,
    /// The channels in which nothing is counted.
    pub excluded: Excluded,
    /// Who was kicked or banned lately, and when; their leaving may come before or after.
    removed: Mutex<HashMap<(GuildId, MemberId), Timestamp>>,
    /// Who left lately, and when: nobody leaves twice without coming back.
    gone: Mutex<HashMap<(GuildId, MemberId), Timestamp>>,
    /// Reactions that were counted lately and not taken back.
    reactions: Mutex<Recent<Reacted>>,
    /// What is to be corrected once the leaving is written.
    removals: Mutex<Vec<Removal>>,
    /// Names of channels that have come or changed.
    names: Mutex<Vec<Named>>,
    /// Servers in which other channels than before may be the staff's.
    moved: Mutex<HashSet<GuildId>>,
    /// The staff's channels as they are written.
    of_staff: Mutex<HashMap<GuildId, BTreeSet<ChannelId>>>,
    /// When something was imported last, as far as newcomers of it are known here.
    imports: Mutex<HashMap<GuildId, Timestamp>>,
    /// One flush at a time, so that counts are written in order.
    flushing: tokio::sync::Mutex<()>,
}

/// A channel's name and, for a thread, the channel it belongs to.
#[derive(Clone)]
struct Named {
    guild: GuildId,
    channel: ChannelId,
    parent: Option<ChannelId>,
    name: String,
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Counting goes on after a panic elsewhere: a count is never half made.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

pub async fn event(app: &Arc<App>, event: &Event) -> Result<()> {
    let counter: &Counter = app.state();
    let now = app.clock.now();
    let is_talk = is_private_talk(app, event);
    if let Some(guild) = moves_staff(event, is_talk) {
        held(&counter.moved).insert(guild);
    }
    if is_talk || place(event).is_some_and(|(guild, channel)| counter.excluded.holds(app, guild, channel)) {
        return Ok(());
    }
    match event {
        Event::MessageCreate(event) => counter.posted(&event.message),
        Event::ReactionAdd(event) => counter.reacted(&event.reaction, now),
        Event::ReactionRemove(event) => counter.took_back(&event.reaction),
        Event::ReactionRemoveAll(event) => counter.cleared(event.message_id.into()),
        Event::VoiceStateUpdate(event) => counter.voice(app, &event.voice_state, now),
        Event::GuildMemberAdd(event) if !event.member.user.bot => {
            let at = event.member.joined_at.map_or(now, |at| Timestamp(at.timestamp_millis()));
            counter.joined(event.member.guild_id.into(), event.member.user.id.into(), at);
        }
        Event::GuildMemberRemove(event) if !event.user.bot => {
            counter.left(event.guild_id.into(), event.user.id.into(), now);
        }
        Event::GuildAuditLogEntryCreate(event) => counter.audited(event.guild_id.into(), &event.entry, now),
        Event::GuildCreate(event) => return arrived(app, counter, event, now).await,
        Event::GuildUpdate(event) => {
            let afk = event.guild.afk_metadata.as_ref().map(|afk| afk.afk_channel_id.into());
            held(&counter.live).set_afk(event.guild.id.into(), afk, now);
        }
        // An outage of Discord's or a goodbye: either way nothing more is heard.
        Event::GuildDelete(event) => held(&counter.live).lost(event.guild.id.into(), now),
        Event::Ready(_) => counter.lost(app.discord.alive_at().unwrap_or(now)),
        Event::ChannelCreate(event) => counter.channel(event.channel.guild_id, &event.channel),
        Event::ChannelUpdate(event) => counter.channel(event.channel.guild_id, &event.channel),
        Event::ThreadCreate(event) => counter.channel(event.thread.guild_id, &event.thread),
        Event::ThreadUpdate(event) => counter.channel(event.thread.guild_id, &event.thread),
        _ => {}
    }
    Ok(())
}

/// The channel in which something happened that might count. Who leaves a voice channel is in none.
fn place(event: &Event) -> Option<(GuildId, ChannelId)> {
    let (guild, channel) = match event {
        Event::MessageCreate(event) => (event.message.guild_id?, event.message.channel_id),
        Event::ReactionAdd(event) => (event.reaction.guild_id?, event.reaction.channel_id),
        _ => return None,
    };
    Some((guild.into(), channel.into()))
}

/// Whether something happened in a talk between members and the staff: nobody is counted there, and what its thread is
/// called is not kept.
fn is_private_talk(app: &App, event: &Event) -> bool {
    let (guild, channel) = match event {
        Event::MessageCreate(event) => (event.message.guild_id, event.message.channel_id),
        Event::ReactionAdd(event) => (event.reaction.guild_id, event.reaction.channel_id),
        Event::ThreadCreate(event) => (Some(event.thread.guild_id), event.thread.id),
        Event::ThreadUpdate(event) => (Some(event.thread.guild_id), event.thread.id),
        _ => return false,
    };
    guild.is_some_and(|guild| is_own_private_thread(app, guild.into(), channel.into()))
}

/// The server in which other channels than before may be the staff's.
fn moves_staff(event: &Event, is_talk: bool) -> Option<GuildId> {
    let guild = match event {
        Event::GuildCreate(event) => event.guild.id,
        Event::ChannelCreate(event) => event.channel.guild_id,
        Event::ChannelUpdate(event) => event.channel.guild_id,
        Event::ThreadCreate(event) if is_talk => event.thread.guild_id,
        Event::GuildRoleCreate(event) => event.role.guild_id,
        Event::GuildRoleUpdate(event) => event.role.guild_id,
        Event::GuildRoleDelete(event) => event.guild_id,
        _ => return None,
    };
    Some(guild.into())
}

/// A server is there, for the first time or again.
async fn arrived(app: &App, counter: &Counter, event: &GuildCreateEvent, now: Timestamp) -> Result<()> {
    let (guild, id) = (&event.guild, GuildId::from(event.guild.id));
    counter.excluded.read_chosen(app, id).await?;
    // Written again, so that it is known how late it was so.
    held(&counter.of_staff).remove(&id);
    if !held(&counter.live).is_open(id) {
        let Calendar { zone, next } = setup::calendar(app, id).await?;
        let newcomers = live::newcomers(&app.db, id, &zone, now).await?;
        let mut live = held(&counter.live);
        live.open(id, zone.clone(), newcomers, now);
        live.set_zone(id, zone, next);
        for member in app.consent.uncounted(id) {
            live.count_member(id, member, false, now);
        }
    }
    let afk = guild.afk_metadata.as_ref().map(|afk| afk.afk_channel_id.into());
    let bot = |member: MemberId| guild.members.get(&member.into()).is_some_and(|member| member.user.bot);
    let states: Vec<VoiceState> =
        guild.voice_states.values().map(voice_state).filter(|state| !bot(state.member)).collect();
    let states: Vec<VoiceState> = states.into_iter().map(|state| counter.counted_voice(app, id, state)).collect();
    let begins = {
        let mut live = held(&counter.live);
        let begins = live.connected(id, now);
        live.voices(id, afk, &states, now);
        begins
    };
    let talk = |channel: &&GuildChannel| is_own_private_thread(app, id, channel.id.into());
    for channel in guild.channels.values().chain(&guild.threads).filter(|channel| !talk(channel)) {
        counter.channel(guild.id, channel);
    }
    if begins { backfill::jobs::connected(app, id).await } else { Ok(()) }
}

/// A setting of a server has changed: another zone is another calendar, and another channel or role of the staff moves
/// what is not counted.
pub async fn follow(app: &App, guild: GuildId, setting: &str) -> Result<()> {
    let counter: &Counter = app.state();
    counter.excluded.read_chosen(app, guild).await?;
    held(&counter.moved).insert(guild);
    if setting == setting_types::ZONE.name {
        let Calendar { zone, next } = setup::calendar(app, guild).await?;
        held(&counter.live).set_zone(guild, zone, next);
    }
    Ok(())
}

/// People have decided whether they are counted, or are forgotten, or a whole server is: what has
/// gathered of them is not written.
pub async fn turned(app: &App, guild: GuildId, turn: PersonChange) -> Result<()> {
    let counter: &Counter = app.state();
    // What is on its way to the database arrives before, or comes back before.
    let _one = counter.flushing.lock().await;
    let now = app.clock.now();
    match turn {
        PersonChange::Decided(member) => {
            let counts = app.consent.is_counted(guild, member);
            held(&counter.live).count_member(guild, member, counts, now);
        }
        PersonChange::Forgotten(member) => {
            held(&counter.live).forget(guild, member, now);
            counter.forget(|one, of| (one, of) == (guild, member));
            held(&counter.reactions).retain(|(_, of, _)| *of != member);
        }
        PersonChange::Gone => {
            held(&counter.live).drop_guild(guild);
            counter.forget(|one, _| one == guild);
            held(&counter.names).retain(|name| name.guild != guild);
            counter.excluded.forget(guild);
            held(&counter.moved).remove(&guild);
            held(&counter.of_staff).remove(&guild);
        }
    }
    Ok(())
}

impl Counter {
    /// Who left or was removed lately is not remembered any more.
    fn forget(&self, goes: impl Fn(GuildId, MemberId) -> bool) {
        held(&self.removed).retain(|(guild, member), _| !goes(*guild, *member));
        held(&self.gone).retain(|(guild, member), _| !goes(*guild, *member));
        held(&self.removals).retain(|removal| !goes(removal.guild, removal.member));
    }

    fn posted(&self, message: &Message) {
        let Some(guild) = message.guild_id else { return };
        let nobody = message.author.bot || message.webhook_id.is_some();
        let post = Post {
            channel: message.channel_id.into(),
            member: if nobody { MemberId(0) } else { message.author.id.into() },
            at: Timestamp(message.timestamp.timestamp_millis()),
            id: message.id.into(),
        };
        if nobody || !matches!(message.kind, MessageType::Regular | MessageType::InlineReply) {
            held(&self.live).noted(guild.into(), &post);
            return;
        }
        held(&self.live).posted(guild.into(), &post, &targets(message));
    }

    fn reacted(&self, reaction: &Reaction, now: Timestamp) {
        let (Some(guild), Some(member)) = (reaction.guild_id, reaction.user_id) else { return };
        if reaction.member.as_ref().is_some_and(|member| member.user.bot) {
            return;
        }
        let is_new = reacted(reaction).is_none_or(|one| held(&self.reactions).insert(one, REACTIONS_SEEN));
        if !is_new {
            return;
        }
        held(&self.live).reacted(guild.into(), reaction.channel_id.into(), member.into(), now);
    }

    /// A reaction that is taken back may be given again.
    fn took_back(&self, reaction: &Reaction) {
        if let Some(one) = reacted(reaction) {
            held(&self.reactions).remove(&one);
        }
    }

    /// A moderator removed all reactions of a message.
    fn cleared(&self, message: MessageId) {
        held(&self.reactions).retain(|(other, ..)| *other != message);
    }

    fn voice(&self, app: &App, state: &DiscordVoice, now: Timestamp) {
        let Some(guild) = state.guild_id else { return };
        if state.member.as_ref().is_some_and(|member| member.user.bot) {
            return;
        }
        let state = self.counted_voice(app, guild.into(), voice_state(state));
        held(&self.live).voice(guild.into(), &state, now);
    }

    /// Whoever is in an excluded channel is nowhere, as far as is counted.
    fn counted_voice(&self, app: &App, guild: GuildId, state: VoiceState) -> VoiceState {
        VoiceState { channel: state.channel.filter(|channel| !self.excluded.holds(app, guild, *channel)), ..state }
    }

    /// A channel has just been excluded: whoever is in it is not counted from now on.
    pub fn leave_out(&self, guild: GuildId, channel: ChannelId, now: Timestamp) {
        held(&self.live).empty_voice(guild, channel, now);
    }

    fn joined(&self, guild: GuildId, member: MemberId, at: Timestamp) {
        held(&self.gone).remove(&(guild, member));
        held(&self.live).moved(guild, member, at, MoveKind::Joined);
    }

    fn left(&self, guild: GuildId, member: MemberId, now: Timestamp) {
        let mut gone = held(&self.gone);
        gone.retain(|_, at| now <= at.plus(SAID_WITHIN));
        if gone.insert((guild, member), now).is_some() {
            return;
        }
        drop(gone);
        let said = held(&self.removed).remove(&(guild, member)).is_some_and(|at| now <= at.plus(SAID_WITHIN));
        let kind = if said { MoveKind::Removed } else { MoveKind::Left };
        held(&self.live).moved(guild, member, now, kind);
    }

    /// A kick or a ban makes of a leave a removal.
    fn audited(&self, guild: GuildId, entry: &AuditLogEntry, now: Timestamp) {
        let Action::Member(MemberAction::Kick | MemberAction::BanAdd) = entry.action else { return };
        let Some(target) = entry.target_id else { return };
        let member = MemberId(target.get().cast_signed());
        let mut removed = held(&self.removed);
        removed.retain(|_, at| now <= at.plus(SAID_WITHIN));
        removed.insert((guild, member), now);
        held(&self.removals).push(Removal { guild, member, since: now.minus(SAID_WITHIN) });
    }

    fn lost(&self, heard: Timestamp) {
        let mut live = held(&self.live);
        for guild in live.guilds() {
            live.lost(guild, heard);
        }
    }

    fn channel(&self, guild: serenity::all::GuildId, channel: &GuildChannel) {
        let thread = channel.thread_metadata.is_some();
        held(&self.names).push(Named {
            guild: guild.into(),
            channel: channel.id.into(),
            parent: channel.parent_id.filter(|_| thread).map(ChannelId::from),
            name: channel.name.clone(),
        });
    }

    /// Counts to the second what goes on at the end; the last flush writes it.
    pub fn close(&self, app: &App) {
        held(&self.live).settle(app.discord.alive_at().unwrap_or_else(|| app.clock.now()));
    }

    /// Writes what has gathered.
    ///
    /// # Errors
    /// Told or fault, if the database takes nothing; what was counted is kept and tried again.
    pub async fn flush(&self, app: &App) -> Result<()> {
        let _one = self.flushing.lock().await;
        let now = app.clock.now();
        let heard = app.discord.alive_at().unwrap_or(now);
        if held(&self.live).is_waiting() {
            self.follow_imports(app, now).await?;
        }
        // Taken before the counts and written after them: only a leave that is written can be corrected.
        let removals = std::mem::take(&mut *held(&self.removals));
        let taken = held(&self.live).take(now, heard);
        let mut refused = false;
        if let Some(write) = taken {
            let written = live::write(&app.db, write).await;
            refused = matches!(written, Written::Refused(..));
            held(&self.live).written(written, now);
        }
        if refused {
            held(&self.removals).extend(removals);
        } else {
            self.flush_removals(app, removals).await?;
        }
        self.flush_names(app).await?;
        self.flush_staff(app, now).await
    }

    /// An import beside brings newcomers who may be answered from now on.
    async fn follow_imports(&self, app: &App, now: Timestamp) -> Result<()> {
        for (guild, at) in store::last_imports(app.db.read()).await? {
            let is_known = held(&self.imports).get(&guild) == Some(&at);
            if is_known || !held(&self.live).is_open(guild) {
                continue;
            }
            let zone = setup::server(app.db.read(), guild).await?.zone;
            let newcomers = live::newcomers(&app.db, guild, &zone, now).await?;
            held(&self.live).remember(guild, newcomers);
            held(&self.imports).insert(guild, at);
        }
        Ok(())
    }

    /// Notes which channels are the staff's, and counts nobody any more in those that have become so.
    async fn flush_staff(&self, app: &App, now: Timestamp) -> Result<()> {
        let mut moved = std::mem::take(&mut *held(&self.moved)).into_iter();
        while let Some(guild) = moved.next() {
            let Some(known) = app.discord.directory.guild(guild) else { continue };
            let staff = self.excluded.of_staff_and_talks(app, guild);
            for channel in &staff {
                self.leave_out(guild, *channel, now);
            }
            if held(&self.of_staff).get(&guild) == Some(&staff) {
                continue;
            }
            let writing = staff.clone();
            let written = app.db.write_later(async move |tx| {
                let before = store::staff_channels(&mut *tx, guild).await?;
                let is_other = |channel: &ChannelId| known.channels.contains_key(channel) && !writing.contains(channel);
                let others: Vec<ChannelId> = before.into_iter().filter(is_other).collect();
                store::set_staff_channels(tx, guild, &writing, &others, now).await
            });
            if let Err(error) = written.await {
                held(&self.moved).extend(std::iter::once(guild).chain(moved));
                return Err(error);
            }
            held(&self.of_staff).insert(guild, staff);
        }
        Ok(())
    }

    async fn flush_names(&self, app: &App) -> Result<()> {
        let names = std::mem::take(&mut *held(&self.names));
        if names.is_empty() {
            return Ok(());
        }
        let writing = names.clone();
        let written = app.db.write_later(async move |tx| {
            for Named { guild, channel, parent, name } in &writing {
                store::name_channel(tx, *guild, *channel, *parent, name).await?;
            }
            Ok(())
        });
        let written = written.await;
        if written.is_err() {
            held(&self.names).splice(0..0, names);
        }
        written
    }

    async fn flush_removals(&self, app: &App, removals: Vec<Removal>) -> Result<()> {
        if removals.is_empty() {
            return Ok(());
        }
        let writing = removals.clone();
        let written = app.db.write_later(async move |tx| {
            for removal in &writing {
                store::set_removed(tx, removal).await?;
            }
            Ok(())
        });
        let written = written.await;
        if written.is_err() {
            held(&self.removals).extend(removals);
        }
        written
    }
}

/// Whom a message is for: the people it mentions, and the author of the message it replies to.
fn targets(message: &Message) -> Vec<MemberId> {
    let forwarded = message.message_reference.as_ref().is_some_and(|of| of.kind == MessageReferenceKind::Forward);
    let replied = message.referenced_message.as_ref().filter(|_| !forwarded).map(|message| &message.author);
    let people = message.mentions.iter().chain(replied).filter(|user| !user.bot && user.id != message.author.id);
    let mut targets: Vec<MemberId> =
        people.map(|user| user.id.into()).filter(|target| *target != DELETED_USER).collect();
    targets.sort_unstable();
    targets.dedup();
    targets
}

fn reacted(reaction: &Reaction) -> Option<Reacted> {
    Some((reaction.message_id.into(), reaction.user_id?.into(), reaction.emoji.as_data()))
}

fn voice_state(state: &DiscordVoice) -> VoiceState {
    VoiceState { member: state.user_id.into(), channel: state.channel_id.map(Into::into), self_deaf: state.self_deaf }
}
