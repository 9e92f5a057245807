//! Who is in a guild: joining, leaving, roles, bans, voice, and what the audit log says of it.

use serde_json::{Value, json};

use super::{AuditEntry, Event, Member, Role, User, VoiceState, World, audit};
use crate::clock::{Timestamp, random};
use crate::ids::{ChannelId, GuildId, MemberId, RoleId};
use crate::sandbox::{rights, wire};

impl World {
    /// Makes a role above all others there are, the bot's own aside.
    pub fn add_role(&mut self, guild: GuildId, name: &str, permissions: u64) -> RoleId {
        let id = RoleId(self.next_id());
        let bot = self.bot;
        let Some(home) = self.guilds.get_mut(&guild) else { return id };
        let below_bot = home.roles.values().filter(|role| role.of_bot.is_none());
        let position = below_bot.map(|role| role.position).max().unwrap_or(0) + 1;
        for role in home.roles.values_mut().filter(|role| role.of_bot == Some(bot)) {
            role.position = role.position.max(position + 1);
        }
        let role = Role { id, name: name.into(), permissions, position, mentionable: false, of_bot: None };
        let data = json!({"guild_id": guild.to_string(), "role": wire::role(&role)});
        home.roles.insert(id, role);
        self.emit("GUILD_ROLE_CREATE", data, Some(guild), None);
        id
    }

    pub fn change_role(&mut self, guild: GuildId, role: RoleId, change: impl FnOnce(&mut Role)) {
        let Some(role) = self.guilds.get_mut(&guild).and_then(|guild| guild.roles.get_mut(&role)) else { return };
        change(role);
        let data = json!({"guild_id": guild.to_string(), "role": wire::role(role)});
        self.emit("GUILD_ROLE_UPDATE", data, Some(guild), None);
    }

    pub fn delete_role(&mut self, guild: GuildId, role: RoleId) {
        let Some(home) = self.guilds.get_mut(&guild) else { return };
        if home.roles.remove(&role).is_none() {
            return;
        }
        for member in home.members.values_mut() {
            member.roles.remove(&role);
        }
        let data = json!({"guild_id": guild.to_string(), "role_id": role.to_string()});
        self.emit("GUILD_ROLE_DELETE", data, Some(guild), None);
    }

    /// Lets somebody in; the bot's own arrival is no event of members.
    pub fn admit(&mut self, guild: GuildId, user: MemberId, roles: &[RoleId]) {
        let joined = self.now();
        let Some(home) = self.guilds.get_mut(&guild) else { return };
        let member = Member {
            user,
            roles: roles.iter().copied().collect(),
            nick: None,
            joined,
            timed_out_until: None,
            deaf: false,
            mute: false,
        };
        home.members.insert(user, member);
        if user == self.bot {
            return;
        }
        let mut data = wire::member(self, guild, user);
        data["guild_id"] = json!(guild.to_string());
        self.emit("GUILD_MEMBER_ADD", data, Some(guild), None);
    }

    /// Out of the guild, and out of its voice channels.
    pub fn remove(&mut self, guild: GuildId, user: MemberId) {
        let in_voice = self.guilds.get(&guild).is_some_and(|home| home.voice.contains_key(&user));
        if in_voice {
            self.set_voice(guild, user, |state| state.channel = None);
        }
        let Some(home) = self.guilds.get_mut(&guild) else { return };
        if home.members.remove(&user).is_none() {
            return;
        }
        if user == self.bot {
            // Removed from the guild: no `unavailable`, which would mean an outage.
            self.emit_always("GUILD_DELETE", json!({"id": guild.to_string()}));
            return;
        }
        // Whoever comes back is in none of the threads any more.
        for channel in self.channels.values_mut().filter(|channel| channel.guild == Some(guild)) {
            if let Some(thread) = channel.thread.as_mut() {
                thread.members.remove(&user);
            }
        }
        let data = json!({"guild_id": guild.to_string(), "user": wire::user(self, user)});
        self.emit("GUILD_MEMBER_REMOVE", data, Some(guild), None);
    }

    pub fn change_member(&mut self, guild: GuildId, user: MemberId, change: impl FnOnce(&mut Member)) {
        let Some(member) = self.guilds.get_mut(&guild).and_then(|home| home.members.get_mut(&user)) else { return };
        change(member);
        let mut data = wire::member(self, guild, user);
        data["guild_id"] = json!(guild.to_string());
        if user == self.bot {
            self.emit_always("GUILD_MEMBER_UPDATE", data);
        } else {
            self.emit("GUILD_MEMBER_UPDATE", data, Some(guild), None);
        }
    }

    pub fn change_user(&mut self, user: MemberId, change: impl FnOnce(&mut User)) {
        if let Some(user) = self.users.get_mut(&user) {
            change(user);
        }
    }

    pub fn kick(&mut self, guild: GuildId, user: MemberId, by: MemberId, reason: Option<String>) {
        self.remove(guild, user);
        self.note(guild, audit::MEMBER_KICK, by, Some(user.get()), reason, Vec::new(), None);
    }

    pub fn ban(&mut self, guild: GuildId, user: MemberId, by: MemberId, reason: Option<String>, delete_seconds: i64) {
        let Some(home) = self.guilds.get_mut(&guild) else { return };
        // Of somebody who is banned already the first reason stays.
        home.bans.entry(user).or_insert_with(|| reason.clone());
        let data = json!({"guild_id": guild.to_string(), "user": wire::user(self, user)});
        self.emit("GUILD_BAN_ADD", data, Some(guild), None);
        self.remove(guild, user);
        self.delete_recent(guild, user, delete_seconds);
        self.note(guild, audit::MEMBER_BAN_ADD, by, Some(user.get()), reason, Vec::new(), None);
    }

    pub fn unban(&mut self, guild: GuildId, user: MemberId, by: MemberId, reason: Option<String>) {
        let Some(home) = self.guilds.get_mut(&guild) else { return };
        home.bans.remove(&user);
        let data = json!({"guild_id": guild.to_string(), "user": wire::user(self, user)});
        self.emit("GUILD_BAN_REMOVE", data, Some(guild), None);
        self.note(guild, audit::MEMBER_BAN_REMOVE, by, Some(user.get()), reason, Vec::new(), None);
    }

    /// Writes into the audit log; the event goes out only to a bot that may read the log.
    #[expect(clippy::too_many_arguments, reason = "an entry of Discord's audit log has these parts")]
    pub fn note(
        &mut self,
        guild: GuildId,
        action: u64,
        by: MemberId,
        target: Option<i64>,
        reason: Option<String>,
        changes: Vec<Value>,
        options: Option<Value>,
    ) {
        let entry = AuditEntry { id: self.next_id(), action, by, target, reason, changes, options };
        let mut data = wire::audit_entry(&entry);
        data["guild_id"] = json!(guild.to_string());
        let Some(home) = self.guilds.get_mut(&guild) else { return };
        home.audit.push(entry);
        if self.rights_in_guild(guild, self.bot) & rights::VIEW_AUDIT_LOG != 0 {
            self.emit("GUILD_AUDIT_LOG_ENTRY_CREATE", data, Some(guild), None);
        }
    }

    /// Changes where somebody listens; without a channel they have hung up.
    pub fn set_voice(&mut self, guild: GuildId, user: MemberId, change: impl FnOnce(&mut VoiceState)) {
        let Some(home) = self.guilds.get_mut(&guild) else { return };
        let state = home
            .voice
            .entry(user)
            .or_insert_with(|| VoiceState { session: format!("{:016x}", random()), ..VoiceState::default() });
        change(state);
        let state = state.clone();
        if state.channel.is_none() {
            home.voice.remove(&user);
        }
        let mut data = wire::voice_state(guild, user, &state);
        data["member"] = wire::member(self, guild, user);
        self.emit("VOICE_STATE_UPDATE", data, Some(guild), None);
    }

    /// Invites and direct messages are paused until then, or open again.
    pub fn pause(&mut self, guild: GuildId, paused: (Option<Timestamp>, Option<Timestamp>)) {
        let Some(home) = self.guilds.get_mut(&guild) else { return };
        home.paused = paused;
        let data = wire::guild(self, guild);
        self.emit("GUILD_UPDATE", data, Some(guild), None);
    }

    /// The guild falls into an outage, or comes back.
    pub fn set_unavailable(&mut self, guild: GuildId, unavailable: bool) {
        let Some(home) = self.guilds.get_mut(&guild) else { return };
        home.unavailable = unavailable;
        if unavailable {
            self.emit_always("GUILD_DELETE", json!({"id": guild.to_string(), "unavailable": true}));
        } else {
            let data = wire::guild_create(self, guild, u64::MAX);
            self.events.push(Event {
                name: "GUILD_CREATE".into(),
                data,
                guild: Some(guild),
                channel: None,
                always: false,
            });
        }
    }

    /// The direct-message channel between the bot and a person, made at the first need.
    pub fn dm(&mut self, user: MemberId) -> ChannelId {
        let known = self.channels.values().find(|channel| channel.recipient == Some(user));
        if let Some(channel) = known {
            return channel.id;
        }
        self.open_channel(None, super::kind::DM, "", |channel| channel.recipient = Some(user))
    }
}
