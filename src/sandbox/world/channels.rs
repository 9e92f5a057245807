//! Channels and threads: made, changed, deleted.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::{Channel, Thread, World, flag, kind};
use crate::ids::{ChannelId, GuildId, MemberId, MessageId};
use crate::sandbox::{iso, wire};

impl World {
    /// A new channel; `shape` fills in what is special about it before anybody hears of it.
    pub fn open_channel(
        &mut self,
        guild: Option<GuildId>,
        kind: u64,
        name: &str,
        shape: impl FnOnce(&mut Channel),
    ) -> ChannelId {
        let id = ChannelId(self.next_id());
        let position = self.channels.values().filter(|channel| channel.guild == guild).count();
        let mut channel = Channel {
            id,
            kind,
            guild,
            name: name.into(),
            topic: None,
            parent: None,
            position: i64::try_from(position).unwrap_or(0),
            slowmode: 0,
            nsfw: false,
            overwrites: Vec::new(),
            recipient: None,
            tags: Vec::new(),
            requires_tag: false,
            thread: None,
            messages: BTreeMap::new(),
        };
        shape(&mut channel);
        let id = channel.id;
        self.channels.insert(id, channel);
        if guild.is_some() && self.channels[&id].thread.is_none() {
            let data = wire::channel(self, id);
            self.emit("CHANNEL_CREATE", data, guild, Some(id));
        }
        id
    }

    pub fn change_channel(&mut self, id: ChannelId, change: impl FnOnce(&mut Channel)) {
        let Some(channel) = self.channels.get_mut(&id) else { return };
        change(channel);
        let (guild, name) = (channel.guild, if channel.thread.is_some() { "THREAD_UPDATE" } else { "CHANNEL_UPDATE" });
        let data = wire::channel(self, id);
        self.emit(name, data, guild, Some(id));
    }

    /// Deletes a channel with its threads.
    pub fn delete_channel(&mut self, id: ChannelId) {
        let threads: Vec<ChannelId> =
            self.channels.values().filter(|c| c.thread.is_some() && c.parent == Some(id)).map(|c| c.id).collect();
        for thread in threads {
            self.delete_channel(thread);
        }
        let data = wire::channel(self, id);
        let Some(channel) = self.channels.remove(&id) else { return };
        if channel.thread.is_some() {
            let parent = channel.parent.map(|parent| parent.to_string());
            let guild = channel.guild.map(|guild| guild.to_string());
            let data = json!({"id": id.to_string(), "guild_id": guild, "parent_id": parent, "type": channel.kind});
            self.emit("THREAD_DELETE", data, channel.guild, None);
        } else {
            self.emit("CHANNEL_DELETE", data, channel.guild, None);
        }
    }

    /// Opens a thread below a channel, or on a message (whose id it then has).
    pub fn open_thread(
        &mut self,
        parent: ChannelId,
        name: &str,
        owner: MemberId,
        private: bool,
        on: Option<MessageId>,
    ) -> ChannelId {
        let guild = self.channels.get(&parent).and_then(|channel| channel.guild);
        let kind = if private { kind::PRIVATE_THREAD } else { kind::PUBLIC_THREAD };
        let id = self.open_channel(guild, kind, name, |channel| {
            channel.parent = Some(parent);
            if let Some(message) = on {
                channel.id = ChannelId(message.get());
            }
            channel.thread = Some(Thread {
                owner,
                archived: false,
                locked: false,
                invitable: true,
                auto_archive_minutes: 4_320,
                tags: Vec::new(),
                members: BTreeSet::from([owner]),
            });
        });
        if let Some(message) = on {
            let message = self.channels.get_mut(&parent).and_then(|channel| channel.messages.get_mut(&message));
            if let Some(message) = message {
                message.thread = Some(id);
                message.flags |= flag::HAS_THREAD;
            }
        }
        let mut data = wire::channel(self, id);
        data["newly_created"] = json!(true);
        self.emit("THREAD_CREATE", data, guild, Some(id));
        id
    }

    pub fn add_to_thread(&mut self, thread: ChannelId, user: MemberId) {
        let now = self.now();
        let Some(channel) = self.channels.get_mut(&thread) else { return };
        let (Some(guild), Some(inside)) = (channel.guild, channel.thread.as_mut()) else { return };
        if !inside.members.insert(user) {
            return;
        }
        let count = inside.members.len();
        let data = json!({
            "id": thread.to_string(), "guild_id": guild.to_string(), "member_count": count,
            "added_members": [{"id": thread.to_string(), "user_id": user.to_string(), "join_timestamp": iso::write(now),
                "flags": 0, "member": wire::member(self, guild, user), "presence": null}],
        });
        self.emit("THREAD_MEMBERS_UPDATE", data, Some(guild), Some(thread));
    }

    pub fn remove_from_thread(&mut self, thread: ChannelId, user: MemberId) {
        let Some(channel) = self.channels.get_mut(&thread) else { return };
        let (Some(guild), Some(inside)) = (channel.guild, channel.thread.as_mut()) else { return };
        if inside.members.remove(&user) {
            let count = inside.members.len();
            let data = json!({"id": thread.to_string(), "guild_id": guild.to_string(), "member_count": count,
                "removed_member_ids": [user.to_string()]});
            self.emit("THREAD_MEMBERS_UPDATE", data, Some(guild), Some(thread));
        }
    }
}
