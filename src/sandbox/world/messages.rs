//! Messages: written, edited, deleted, reacted to; who is mentioned by them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Attachment, Message, Poll, World, flag};
use crate::clock::Timestamp;
use crate::ids::{ChannelId, GuildId, MemberId, MessageId, RoleId};
use crate::sandbox::{rights, wire};

/// Whom a message may notify. `None` in a draft means Discord's default: everyone it names.
#[derive(Debug, Clone, Default)]
pub struct AllowedMentions {
    pub users: bool,
    pub roles: bool,
    pub everyone: bool,
    pub named_users: Vec<i64>,
    pub named_roles: Vec<i64>,
    pub replied: bool,
}

impl AllowedMentions {
    /// Reads `allowed_mentions`; absent means all.
    pub fn read(value: &Value) -> Self {
        if value.is_null() {
            return Self { users: true, roles: true, everyone: true, replied: true, ..Self::default() };
        }
        let list = |key: &str| value[key].as_array().cloned().unwrap_or_default();
        let parses = |kind: &str| list("parse").iter().any(|one| one == kind);
        let ids = |key: &str| list(key).iter().filter_map(wire::read_id).collect();
        Self {
            users: parses("users"),
            roles: parses("roles"),
            everyone: parses("everyone"),
            named_users: ids("users"),
            named_roles: ids("roles"),
            replied: value["replied_user"].as_bool().unwrap_or(false),
        }
    }
}

/// A message about to be written.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// The id that it must have: of a post in a forum, that of the thread.
    pub id: Option<MessageId>,
    pub kind: u64,
    pub content: String,
    pub embeds: Vec<Value>,
    pub components: Vec<Value>,
    pub files: Vec<Attachment>,
    pub flags: u64,
    pub reference: Option<(ChannelId, MessageId)>,
    pub nonce: Option<Value>,
    pub poll: Option<Poll>,
    pub interaction: Option<Value>,
    pub only_for: Option<MemberId>,
    pub allowed: Option<AllowedMentions>,
}

impl World {
    /// Writes a message and tells everybody who sees the channel.
    pub fn post(&mut self, channel: ChannelId, author: MemberId, draft: Draft) -> MessageId {
        let id = draft.id.unwrap_or_else(|| MessageId(self.next_id()));
        let mut message = Message {
            id,
            channel,
            author,
            kind: draft.kind,
            content: draft.content,
            embeds: draft.embeds,
            components: numbered(draft.components),
            attachments: draft.files,
            flags: draft.flags,
            created: self.now(),
            edited: None,
            pinned: false,
            reference: draft.reference,
            reactions: Vec::new(),
            mentions: Vec::new(),
            mention_roles: Vec::new(),
            mention_everyone: false,
            nonce: draft.nonce,
            poll: draft.poll,
            interaction: draft.interaction,
            only_for: draft.only_for,
            thread: None,
        };
        self.resolve_mentions(&mut message, &draft.allowed.unwrap_or_else(|| AllowedMentions::read(&Value::Null)));
        let Some(home) = self.channels.get_mut(&channel) else { return id };
        if let Some(poll) = &message.poll {
            self.open_polls.insert((poll.ends, channel, id));
        }
        home.messages.insert(id, message);
        if let Some(thread) = home.thread.as_mut() {
            thread.archived = false;
            self.add_to_thread(channel, author);
        }
        self.tell("MESSAGE_CREATE", channel, id);
        id
    }

    /// Changes a message and tells of it.
    pub fn change_message(&mut self, channel: ChannelId, id: MessageId, change: impl FnOnce(&mut Message)) {
        let Some(message) = self.channels.get_mut(&channel).and_then(|home| home.messages.get_mut(&id)) else { return };
        change(message);
        message.components = numbered(std::mem::take(&mut message.components));
        self.tell("MESSAGE_UPDATE", channel, id);
    }

    /// Looks again whom the text mentions, after an edit or a deferred answer.
    pub fn mention_again(&mut self, channel: ChannelId, id: MessageId, allowed: &AllowedMentions) {
        let Some(mut message) = self.message(channel, id).cloned() else { return };
        self.resolve_mentions(&mut message, allowed);
        if let Some(home) = self.channels.get_mut(&channel) {
            home.messages.insert(id, message);
        }
    }

    pub fn delete_message(&mut self, channel: ChannelId, id: MessageId) {
        let Some(home) = self.channels.get_mut(&channel) else { return };
        let guild = home.guild;
        let Some(message) = home.messages.remove(&id) else { return };
        if message.only_for.is_none() {
            let mut data = place(guild, channel);
            data["id"] = json!(id.to_string());
            self.emit("MESSAGE_DELETE", data, guild, Some(channel));
        }
    }

    pub fn delete_bulk(&mut self, channel: ChannelId, ids: &[MessageId]) {
        let Some(home) = self.channels.get_mut(&channel) else { return };
        let guild = home.guild;
        let gone: Vec<String> =
            ids.iter().filter(|id| home.messages.remove(id).is_some()).map(ToString::to_string).collect();
        let mut data = place(guild, channel);
        data["ids"] = json!(gone);
        self.emit("MESSAGE_DELETE_BULK", data, guild, Some(channel));
    }

    /// What a ban takes along.
    pub fn delete_recent(&mut self, guild: GuildId, author: MemberId, seconds: i64) {
        let since = Timestamp(self.now().millis() - seconds * 1_000);
        let mut gone: BTreeMap<ChannelId, Vec<MessageId>> = BTreeMap::new();
        for channel in self.channels.values().filter(|channel| channel.guild == Some(guild)) {
            let recent = channel.messages.values().filter(|m| m.author == author && m.created >= since);
            let ids: Vec<MessageId> = recent.map(|message| message.id).collect();
            if seconds > 0 && !ids.is_empty() {
                gone.insert(channel.id, ids);
            }
        }
        for (channel, ids) in gone {
            self.delete_bulk(channel, &ids);
        }
    }

    /// Adds a reaction; false if the person had it there already.
    pub fn react(&mut self, channel: ChannelId, id: MessageId, user: MemberId, emoji: &str) -> bool {
        let Some(home) = self.channels.get_mut(&channel) else { return false };
        let guild = home.guild;
        let Some(message) = home.messages.get_mut(&id) else { return false };
        let author = message.author;
        match message.reactions.iter_mut().find(|(known, _)| known == emoji) {
            Some((_, users)) if users.contains(&user) => return false,
            Some((_, users)) => users.push(user),
            None => message.reactions.push((emoji.into(), vec![user])),
        }
        let mut data = reaction(guild, channel, id, user, emoji);
        data["message_author_id"] = json!(author.to_string());
        if let Some(guild) = guild {
            data["member"] = wire::member(self, guild, user);
        }
        self.emit("MESSAGE_REACTION_ADD", data, guild, Some(channel));
        true
    }

    pub fn unreact(&mut self, channel: ChannelId, id: MessageId, user: MemberId, emoji: &str) {
        let Some(home) = self.channels.get_mut(&channel) else { return };
        let guild = home.guild;
        let Some(message) = home.messages.get_mut(&id) else { return };
        let Some((_, users)) = message.reactions.iter_mut().find(|(known, _)| known == emoji) else { return };
        let before = users.len();
        users.retain(|one| *one != user);
        let changed = users.len() != before;
        message.reactions.retain(|(_, users)| !users.is_empty());
        if changed {
            let data = reaction(guild, channel, id, user, emoji);
            self.emit("MESSAGE_REACTION_REMOVE", data, guild, Some(channel));
        }
    }

    fn tell(&mut self, event: &str, channel: ChannelId, id: MessageId) {
        let Some(message) = self.message(channel, id) else { return };
        if message.only_for.is_some() {
            return;
        }
        let data = wire::message_event(self, message);
        let guild = self.channels.get(&channel).and_then(|home| home.guild);
        self.emit(event, data, guild, Some(channel));
    }

    /// Fills in the mentions from the text, as far as they are allowed.
    fn resolve_mentions(&self, message: &mut Message, allowed: &AllowedMentions) {
        let named = |id: &i64| allowed.users || allowed.named_users.contains(id);
        let mut users: Vec<MemberId> = Vec::new();
        let found = wire::tags(&message.content, "@").filter(named).map(MemberId);
        for user in found.filter(|id| self.users.contains_key(id)) {
            if !users.contains(&user) {
                users.push(user);
            }
        }
        let answered = message.reference.and_then(|(channel, id)| self.message(channel, id));
        if let Some(answered) =
            answered.filter(|other| message.kind == 19 && allowed.replied && other.only_for.is_none())
            && !users.contains(&answered.author)
        {
            users.push(answered.author);
        }
        message.mentions = users;
        let channel = self.channels.get(&message.channel);
        let Some(guild) = channel.and_then(|home| home.guild).and_then(|id| self.guilds.get(&id)) else { return };
        let anyone = self.rights_in_channel(message.channel, message.author) & rights::MENTION_EVERYONE != 0;
        message.mention_roles = wire::tags(&message.content, "@&")
            .filter(|id| allowed.roles || allowed.named_roles.contains(id))
            .map(RoleId)
            .filter(|id| guild.roles.get(id).is_some_and(|role| role.mentionable || anyone))
            .collect();
        let calls_all = message.content.contains("@everyone") || message.content.contains("@here");
        message.mention_everyone = allowed.everyone && anyone && calls_all;
    }
}

/// Components as Discord keeps them: each has a number, counted in reading order where none is given.
pub fn numbered(mut components: Vec<Value>) -> Vec<Value> {
    fn walk(component: &mut Value, next: &mut u64) {
        if let Some(fields) = component.as_object_mut() {
            fields.retain(|_, value| !value.is_null());
            *next += 1;
            let number = *next;
            fields.entry("id").or_insert_with(|| json!(number));
            for key in ["components", "component", "accessory"] {
                match fields.get_mut(key) {
                    Some(Value::Array(inner)) => inner.iter_mut().for_each(|one| walk(one, next)),
                    Some(inner) => walk(inner, next),
                    None => {}
                }
            }
        }
    }
    let mut next = 0;
    components.iter_mut().for_each(|component| walk(component, &mut next));
    components
}

pub(super) fn place(guild: Option<GuildId>, channel: ChannelId) -> Value {
    let mut data = json!({"channel_id": channel.to_string()});
    if let Some(guild) = guild {
        data["guild_id"] = json!(guild.to_string());
    }
    data
}

fn reaction(guild: Option<GuildId>, channel: ChannelId, id: MessageId, user: MemberId, emoji: &str) -> Value {
    let mut data = place(guild, channel);
    data["message_id"] = json!(id.to_string());
    data["user_id"] = json!(user.to_string());
    data["emoji"] = wire::emoji(emoji);
    data["burst"] = json!(false);
    data["type"] = json!(0);
    data
}

impl Message {
    /// Whether it is still waiting for what was promised with "thinking…".
    pub const fn loading(&self) -> bool {
        self.flags & flag::LOADING != 0
    }
}
