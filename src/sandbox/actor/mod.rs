//! The hands of people: everything a person can do in their client, and nothing it would not let
//! them do.
//!
//! A deed the client refuses comes back as [`ClientRefused`]; then nothing was sent. Deeds that the
//! bot answers wait for its answer, in real time and never longer than Discord waits.

mod answer;
mod client;
mod press;

use std::sync::Arc;
use std::time::Duration;

pub use answer::{Answer, AnswerKind, Choice};
pub use client::{ClientRefused, Given};

use serde_json::{Value, json};

use super::rights;
use super::world::{AllowedMentions, Draft, Poll, ScheduledEvent, audit, entity};
use super::{Core, State, iso};
use crate::clock::Timestamp;
use crate::ids::{ChannelId, GuildId, MemberId, MessageId, ScheduledEventId};

/// One person with their client open.
#[derive(Clone)]
pub struct Person {
    core: Arc<Core>,
    id: MemberId,
    guild: GuildId,
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "@{}", self.name())
    }
}

type Done<T = ()> = Result<T, ClientRefused>;

fn refused<T>(why: impl Into<String>) -> Done<T> {
    Err(ClientRefused(why.into()))
}

impl Person {
    pub(super) const fn new(core: Arc<Core>, id: MemberId, guild: GuildId) -> Self {
        Self { core, id, guild }
    }

    pub const fn id(&self) -> MemberId {
        self.id
    }

    /// The same person as somebody of another guild.
    #[must_use]
    pub fn of(&self, guild: GuildId) -> Self {
        Self { guild, ..self.clone() }
    }

    pub fn name(&self) -> String {
        self.core.read(|state| state.world.name_of(self.id).to_owned())
    }

    /// Gives themself another name.
    #[must_use]
    pub fn named(self, name: &str) -> Self {
        self.core.act(|state| state.world.change_user(self.id, |user| user.name = name.into()));
        self
    }

    /// How one writes their name in a message.
    pub fn mention(&self) -> String {
        format!("<@{}>", self.id)
    }

    /// Sets the language of their client.
    #[must_use]
    pub fn locale(self, locale: &str) -> Self {
        self.core.act(|state| state.world.change_user(self.id, |user| user.locale = locale.into()));
        self
    }

    /// Takes no direct messages any more.
    pub fn closes_dms(&self) {
        self.core.act(|state| state.world.change_user(self.id, |user| user.dms_open = false));
    }

    /// The channel of direct messages with the bot.
    pub fn dm(&self) -> ChannelId {
        self.core.act(|state| state.world.dm(self.id))
    }

    /// Writes into a channel.
    pub fn says(&self, channel: ChannelId, text: &str) -> Done<MessageId> {
        self.writes(channel, text, None)
    }

    /// Writes a text that names these people, in answer to a message or not.
    pub fn says_with(
        &self,
        channel: ChannelId,
        text: &str,
        mentions: &[&Self],
        reply_to: Option<MessageId>,
    ) -> Done<MessageId> {
        let names: Vec<String> = mentions.iter().map(|person| person.mention()).collect();
        self.writes(channel, format!("{text} {}", names.join(" ")).trim(), reply_to)
    }

    /// Answers a message, and notifies its author.
    pub fn replies(&self, message: MessageId, text: &str) -> Done<MessageId> {
        let Some(channel) = self.channel_of(message) else { return refused("that message is gone") };
        self.writes(channel, text, Some(message))
    }

    fn channel_of(&self, message: MessageId) -> Option<ChannelId> {
        self.core.read(|state| state.world.find_message(message).map(|message| message.channel))
    }

    fn writes(&self, channel: ChannelId, text: &str, reply_to: Option<MessageId>) -> Done<MessageId> {
        self.core.act(|state| {
            let thread = state.world.channel(channel).is_some_and(|home| home.thread.is_some());
            let bit = if thread { rights::SEND_MESSAGES_IN_THREADS } else { rights::SEND_MESSAGES };
            self.need(state, channel, bit, "write")?;
            let is_locked = |home: &super::world::Channel| home.thread.as_ref().is_some_and(|thread| thread.locked);
            if state.world.channel(channel).is_some_and(is_locked) {
                self.need(state, channel, rights::MANAGE_THREADS, "write in a locked thread")?;
            }
            if text.trim().is_empty() || super::limits::length(text) > 2_000 {
                return refused("a message has 1 to 2000 characters");
            }
            let reference = reply_to.map(|message| (channel, message));
            let kind = if reply_to.is_some() { 19 } else { 0 };
            let allowed = Some(AllowedMentions::read(&Value::Null));
            let draft = Draft { kind, content: text.into(), reference, allowed, ..Draft::default() };
            Ok(state.world.post(channel, self.id, draft))
        })
    }

    /// Whether the client lets this person do something in a channel.
    fn need(&self, state: &State, channel: ChannelId, bit: u64, verb: &str) -> Done {
        let Some(home) = state.world.channel(channel) else { return refused("that channel is gone") };
        let held = state.world.rights_in_channel(channel, self.id);
        let (who, name) = (state.world.name_of(self.id), &home.name);
        if held & rights::VIEW_CHANNEL == 0 {
            return refused(format!("{who} does not see #{name}"));
        }
        if held & bit == bit { Ok(()) } else { refused(format!("{who} may not {verb} in #{name}")) }
    }

    /// Changes the text of a message of theirs.
    pub fn edits(&self, message: MessageId, text: &str) -> Done {
        self.core.act(|state| {
            let found = state.world.find_message(message).map(|message| (message.channel, message.author));
            let Some((channel, _)) = found.filter(|(_, author)| *author == self.id) else {
                return refused("only one's own messages can be edited");
            };
            let now = state.world.now();
            state.world.change_message(channel, message, |message| {
                message.content = text.into();
                message.edited = Some(now);
            });
            Ok(())
        })
    }

    /// Deletes a message of theirs, or as a moderator somebody else's.
    pub fn deletes(&self, message: MessageId) -> Done {
        self.core.act(|state| {
            let found = state.world.find_message(message).map(|found| (found.channel, found.author, found.only_for));
            let Some((channel, author, only_for)) = found else { return refused("that message is gone") };
            if author != self.id && only_for != Some(self.id) {
                self.need(state, channel, rights::MANAGE_MESSAGES, "delete messages")?;
            }
            state.world.delete_message(channel, message);
            let guild = state.world.channel(channel).and_then(|home| home.guild);
            if let Some(guild) = guild.filter(|_| author != self.id && only_for.is_none()) {
                let options = Some(json!({"channel_id": channel.to_string(), "count": "1"}));
                let target = Some(author.get());
                state.world.note(guild, audit::MESSAGE_DELETE, self.id, target, None, Vec::new(), options);
            }
            Ok(())
        })
    }

    /// Reacts to a message.
    pub fn reacts(&self, message: MessageId, emoji: &str) -> Done {
        self.core.act(|state| {
            let found = state.world.find_message(message).map(|message| message.channel);
            let Some(channel) = found else { return refused("that message is gone") };
            self.need(state, channel, rights::ADD_REACTIONS, "react")?;
            state.world.react(channel, message, self.id, emoji);
            Ok(())
        })
    }

    /// Takes a reaction back.
    pub fn unreacts(&self, message: MessageId, emoji: &str) -> Done {
        self.core.act(|state| {
            let Some(channel) = state.world.find_message(message).map(|message| message.channel) else {
                return refused("that message is gone");
            };
            state.world.unreact(channel, message, self.id, emoji);
            Ok(())
        })
    }

    /// Votes for an answer of a poll, by its text.
    pub fn votes_in_poll(&self, message: MessageId, answer: &str) -> Done {
        self.in_open_poll(message, |state, channel, poll| {
            let Some(at) = poll.answers.iter().position(|one| one.text == answer) else {
                return refused(format!("there is no answer {answer:?}"));
            };
            state.world.vote(channel, message, self.id, at + 1);
            Ok(())
        })
    }

    /// Takes back whatever they voted for in a poll.
    pub fn takes_back_vote(&self, message: MessageId) -> Done {
        self.in_open_poll(message, |state, channel, _| {
            if state.world.unvote(channel, message, self.id) { Ok(()) } else { refused("not voted there") }
        })
    }

    fn in_open_poll(&self, message: MessageId, deed: impl FnOnce(&mut State, ChannelId, &Poll) -> Done) -> Done {
        self.core.act(|state| {
            let found = state.world.find_message(message).map(|found| (found.channel, found.poll.clone()));
            let Some((channel, Some(poll))) = found else { return refused("there is no such poll") };
            self.need(state, channel, rights::VIEW_CHANNEL | rights::READ_MESSAGE_HISTORY, "vote")?;
            if poll.has_ended {
                return refused("the poll has ended");
            }
            deed(state, channel, &poll)
        })
    }

    /// Puts an event that takes place somewhere outside Discord on the list of their guild.
    pub fn schedules(&self, name: &str, starts: Timestamp, ends: Timestamp, place: &str) -> Done<ScheduledEventId> {
        self.core.act(|state| {
            let may = rights::CREATE_EVENTS | rights::MANAGE_EVENTS;
            if state.world.rights_in_guild(self.guild, self.id) & may == 0 {
                return refused(format!("{} may not make events", state.world.name_of(self.id)));
            }
            if starts <= state.world.now() || ends <= starts {
                return refused("an event begins in the future and ends after that");
            }
            let body = json!({"name": name, "scheduled_start_time": iso::write(starts), "entity_type": entity::EXTERNAL,
                "scheduled_end_time": iso::write(ends), "entity_metadata": {"location": place}});
            let event = ScheduledEvent::read(&body, self.guild, self.id);
            let id = state.world.schedule(event);
            let target = Some(id.get());
            state.world.note(self.guild, audit::SCHEDULED_EVENT_CREATE, self.id, target, None, Vec::new(), None);
            Ok(id)
        })
    }

    fn need_event(&self, state: &State, id: ScheduledEventId) -> Done<()> {
        if state.world.event(self.guild, id).is_none() {
            return refused("there is no such event");
        }
        if state.world.rights_in_guild(self.guild, self.id) & rights::MANAGE_EVENTS == 0 {
            return refused(format!("{} may not change events of others", state.world.name_of(self.id)));
        }
        Ok(())
    }

    /// Changes an event on the list, as a body of Discord's says; with the permission for everybody's events.
    pub fn changes_event(&self, id: ScheduledEventId, change: &Value) -> Done<()> {
        self.core.act(|state| {
            self.need_event(state, id)?;
            let Some(old) = state.world.event(self.guild, id) else { return refused("there is no such event") };
            let (mut after, interested) = (old.json(&state.world), old.interested.clone());
            for (key, value) in change.as_object().into_iter().flatten() {
                after[key] = value.clone();
            }
            let creator = old.creator;
            let after = ScheduledEvent { id, interested, ..ScheduledEvent::read(&after, self.guild, creator) };
            state.world.change_event(self.guild, id, |event| *event = after);
            let target = Some(id.get());
            state.world.note(self.guild, audit::SCHEDULED_EVENT_UPDATE, self.id, target, None, Vec::new(), None);
            Ok(())
        })
    }

    /// Deletes an event on the list, which is what *Cancel event* of Discord's client does.
    pub fn deletes_event(&self, id: ScheduledEventId) -> Done<()> {
        self.core.act(|state| {
            self.need_event(state, id)?;
            state.world.delete_event(self.guild, id);
            let target = Some(id.get());
            state.world.note(self.guild, audit::SCHEDULED_EVENT_DELETE, self.id, target, None, Vec::new(), None);
            Ok(())
        })
    }

    /// Presses *Interested* at an event on the list, or takes that back.
    pub fn is_interested(&self, id: ScheduledEventId, interested: bool) -> Done<()> {
        self.core.act(|state| {
            if state.world.set_interested(self.guild, id, self.id, interested) {
                Ok(())
            } else {
                refused("that was so before, or there is no such event")
            }
        })
    }

    /// Opens a thread in a channel, or on a message.
    pub fn opens_thread(&self, channel: ChannelId, name: &str, on: Option<MessageId>) -> Done<ChannelId> {
        self.core.act(|state| {
            self.need(state, channel, rights::CREATE_PUBLIC_THREADS, "open threads")?;
            Ok(state.world.open_thread(channel, name, self.id, false, on))
        })
    }

    /// Opens a thread in a channel that only those see who are added, and those who manage threads.
    pub fn opens_private_thread(&self, channel: ChannelId, name: &str) -> Done<ChannelId> {
        self.core.act(|state| {
            self.need(state, channel, rights::CREATE_PRIVATE_THREADS, "open private threads")?;
            Ok(state.world.open_thread(channel, name, self.id, true, None))
        })
    }

    /// Archives a thread; one that is locked besides only those open again who manage threads.
    pub fn archives_thread(&self, thread: ChannelId, locks: bool) -> Done {
        self.core.act(|state| {
            self.need(state, thread, rights::MANAGE_THREADS, "archive threads")?;
            state.world.change_channel(thread, |channel| {
                if let Some(thread) = channel.thread.as_mut() {
                    (thread.archived, thread.locked) = (true, locks);
                }
            });
            Ok(())
        })
    }

    /// Adds somebody to a thread.
    pub fn adds_to_thread(&self, thread: ChannelId, person: &Self) -> Done {
        self.core.act(|state| {
            self.need(state, thread, rights::SEND_MESSAGES_IN_THREADS, "add people")?;
            state.world.add_to_thread(thread, person.id);
            Ok(())
        })
    }

    /// Joins a voice channel, or moves to it.
    pub fn joins_voice(&self, channel: ChannelId) -> Done {
        self.core.act(|state| {
            self.need(state, channel, rights::CONNECT, "listen")?;
            let home = state.world.channel(channel).filter(|home| home.takes_voice());
            let Some(guild) = home.and_then(|home| home.guild) else { return refused("that is no voice channel") };
            state.world.set_voice(guild, self.id, |voice| voice.channel = Some(channel));
            Ok(())
        })
    }

    /// Switches what they hear off or on.
    pub fn deafens(&self, deaf: bool) -> Done {
        self.in_voice(|voice| {
            voice.self_deaf = deaf;
            voice.self_mute |= deaf;
        })
    }

    /// Leaves the voice channel they are in.
    pub fn leaves_voice(&self) -> Done {
        self.in_voice(|voice| voice.channel = None)
    }

    fn in_voice(&self, change: impl FnOnce(&mut super::world::VoiceState)) -> Done {
        self.core.act(|state| {
            let homes = state.world.guilds.values();
            let Some(guild) = homes.filter(|g| g.voice.contains_key(&self.id)).map(|guild| guild.id).next() else {
                return refused("not in a voice channel");
            };
            state.world.set_voice(guild, self.id, change);
            Ok(())
        })
    }

    /// Leaves a guild.
    pub fn leaves(&self, guild: GuildId) -> Done {
        self.core.act(|state| {
            if state.world.member(guild, self.id).is_none() {
                return refused("not a member");
            }
            state.world.remove(guild, self.id);
            Ok(())
        })
    }

    /// Joins a guild.
    pub fn joins(&self, guild: GuildId) -> Done {
        self.core.act(|state| match state.world.guild(guild) {
            None => refused("there is no such guild"),
            Some(home) if home.bans.contains_key(&self.id) => refused("banned"),
            Some(home) if home.members.contains_key(&self.id) => refused("a member already"),
            Some(_) => {
                state.world.admit(guild, self.id, &[]);
                Ok(())
            }
        })
    }

    /// Throws somebody out by hand; an empty reason is none.
    pub fn kicks(&self, target: &Self, reason: &str) -> Done {
        self.moderates(target, rights::KICK_MEMBERS, "kick", |state, guild| {
            state.world.kick(guild, target.id, self.id, given(reason));
        })
    }

    /// Bans somebody by hand, member or not.
    pub fn bans(&self, target: &Self, reason: &str) -> Done {
        self.moderates(target, rights::BAN_MEMBERS, "ban", |state, guild| {
            state.world.ban(guild, target.id, self.id, given(reason), 0);
        })
    }

    /// Lifts a ban.
    pub fn unbans(&self, target: &Self, reason: &str) -> Done {
        self.moderates(target, rights::BAN_MEMBERS, "unban", |state, guild| {
            state.world.unban(guild, target.id, self.id, given(reason));
        })
    }

    /// Puts somebody in a time-out by hand, or lifts it.
    pub fn times_out(&self, target: &Self, time: Option<Duration>, reason: &str) -> Done {
        self.moderates(target, rights::MODERATE_MEMBERS, "time out", |state, guild| {
            let until = time.map(|time| state.world.now().plus(time));
            state.world.change_member(guild, target.id, |member| member.timed_out_until = until);
            let mut change = json!({"key": "communication_disabled_until"});
            if let Some(until) = until {
                change["new_value"] = json!(iso::write(until));
            }
            let target = Some(target.id.get());
            state.world.note(guild, audit::MEMBER_UPDATE, self.id, target, given(reason), vec![change], None);
        })
    }

    fn moderates(&self, target: &Self, bit: u64, verb: &str, deed: impl FnOnce(&mut State, GuildId)) -> Done {
        self.core.act(|state| {
            let who = state.world.name_of(self.id);
            if state.world.rights_in_guild(self.guild, self.id) & bit == 0 {
                return refused(format!("{who} may not {verb}"));
            }
            let member = state.world.member(self.guild, target.id).is_some();
            if member && !state.world.outranks(self.guild, self.id, target.id) {
                return refused(format!("{who} does not stand above {}", state.world.name_of(target.id)));
            }
            deed(state, self.guild);
            Ok(())
        })
    }
}

fn given(reason: &str) -> Option<String> {
    (!reason.is_empty()).then(|| reason.to_owned())
}
