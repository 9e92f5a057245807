//! What is known of each server without asking: owner, roles, channels. Lean on purpose: members
//! are not kept (serenity's cache, the largest of all, is off).

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use serenity::all::{
    ChannelType, Event, Guild as DiscordGuild, GuildChannel, PartialGuild, PermissionOverwriteType, Permissions,
    Role as DiscordRole,
};

use crate::ids::{ChannelId, GuildId, MemberId, RoleId};

use super::authorize::Rank;

/// A server as events have shown it.
#[derive(Debug, Clone, Default)]
pub struct Guild {
    pub name: String,
    /// Discord's code of the language that the server prefers, such as `en-US`.
    pub locale: String,
    pub owner: Option<MemberId>,
    pub afk_channel: Option<ChannelId>,
    pub roles: HashMap<RoleId, Role>,
    pub channels: HashMap<ChannelId, Channel>,
}

/// A role, as far as it says who may do what.
#[derive(Debug, Clone)]
pub struct Role {
    pub name: String,
    pub position: u16,
    pub permissions: Permissions,
}

/// A channel or a thread, as far as it says who sees it.
#[derive(Debug, Clone)]
pub struct Channel {
    pub name: String,
    /// The category of a channel, the channel of a thread.
    pub parent: Option<ChannelId>,
    pub thread: bool,
    /// Whether an overwrite shows it to everyone or hides it; `None` where there is none.
    pub everyone: Option<bool>,
    /// A thread that only those who were added can see.
    pub private_thread: bool,
}

impl Guild {
    /// What someone with these roles may do in the server as a whole, channels aside.
    pub fn permissions(&self, guild: GuildId, member: MemberId, roles: &[RoleId]) -> Permissions {
        if self.owner == Some(member) {
            return Permissions::all();
        }
        let everyone = RoleId(guild.0);
        let of = |role: &RoleId| self.roles.get(role).map_or(Permissions::empty(), |role| role.permissions);
        let permissions = roles.iter().chain([&everyone]).map(of).fold(Permissions::empty(), |all, one| all | one);
        if permissions.administrator() { Permissions::all() } else { permissions }
    }

    /// The highest of these roles.
    pub fn rank(&self, roles: &[RoleId]) -> Rank {
        let rank = |id: &RoleId| self.roles.get(id).map(|role| Rank::of(role.position, *id));
        roles.iter().filter_map(rank).max().unwrap_or(Rank::EVERYONE)
    }

    /// Whether everyone can see a channel; a channel that is not known counts as hidden.
    pub fn is_public(&self, guild: GuildId, channel: ChannelId) -> bool {
        let Some(known) = self.channels.get(&channel) else { return false };
        if known.private_thread {
            return false;
        }
        if let (true, Some(parent)) = (known.thread, known.parent) {
            return self.is_public(guild, parent);
        }
        let everyone = self.roles.get(&RoleId(guild.0));
        known.everyone.unwrap_or_else(|| everyone.is_some_and(|role| role.permissions.view_channel()))
    }
}

/// All servers the bot is in.
#[derive(Debug, Default)]
pub struct Directory(RwLock<HashMap<GuildId, Arc<Guild>>>);

impl Directory {
    /// A server, if the bot is in it and has been told of it.
    pub fn guild(&self, id: GuildId) -> Option<Arc<Guild>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(&id).cloned()
    }

    /// Learns from an event; others are ignored.
    pub fn learn(&self, event: &Event) {
        match event {
            Event::GuildCreate(event) => self.put(event.guild.id.into(), Guild::from(&event.guild)),
            Event::GuildUpdate(event) => self.change(event.guild.id.into(), |guild| guild.renew(&event.guild)),
            // `unavailable` is an outage of Discord's: what is known stays.
            Event::GuildDelete(event) if !event.guild.unavailable => {
                self.0.write().unwrap_or_else(PoisonError::into_inner).remove(&event.guild.id.into());
            }
            Event::ChannelCreate(event) => self.channel(&event.channel),
            Event::ChannelUpdate(event) => self.channel(&event.channel),
            Event::ChannelDelete(event) => self.forget(event.channel.guild_id.into(), event.channel.id.into()),
            Event::ThreadCreate(event) => self.channel(&event.thread),
            Event::ThreadUpdate(event) => self.channel(&event.thread),
            Event::ThreadDelete(event) => self.forget(event.thread.guild_id.into(), event.thread.id.into()),
            Event::GuildRoleCreate(event) => self.role(&event.role),
            Event::GuildRoleUpdate(event) => self.role(&event.role),
            Event::GuildRoleDelete(event) => self.change(event.guild_id.into(), |guild| {
                guild.roles.remove(&event.role_id.into());
            }),
            _ => {}
        }
    }

    fn put(&self, id: GuildId, guild: Guild) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(id, Arc::new(guild));
    }

    fn change(&self, id: GuildId, change: impl FnOnce(&mut Guild)) {
        if let Some(guild) = self.0.write().unwrap_or_else(PoisonError::into_inner).get_mut(&id) {
            change(Arc::make_mut(guild));
        }
    }

    fn channel(&self, channel: &GuildChannel) {
        self.change(channel.guild_id.into(), |guild| {
            guild.channels.insert(channel.id.into(), Channel::from(channel));
        });
    }

    fn forget(&self, guild: GuildId, channel: ChannelId) {
        self.change(guild, |guild| {
            guild.channels.remove(&channel);
        });
    }

    fn role(&self, role: &DiscordRole) {
        self.change(role.guild_id.into(), |guild| {
            guild.roles.insert(role.id.into(), Role::from(role));
        });
    }
}

impl Guild {
    fn renew(&mut self, guild: &PartialGuild) {
        self.name.clone_from(&guild.name);
        self.locale.clone_from(&guild.preferred_locale);
        self.owner = Some(guild.owner_id.into());
        self.afk_channel = guild.afk_metadata.as_ref().map(|afk| afk.afk_channel_id.into());
    }
}

impl From<&DiscordGuild> for Guild {
    fn from(guild: &DiscordGuild) -> Self {
        let channels = guild.channels.values().chain(&guild.threads);
        Self {
            name: guild.name.clone(),
            locale: guild.preferred_locale.clone(),
            owner: Some(guild.owner_id.into()),
            afk_channel: guild.afk_metadata.as_ref().map(|afk| afk.afk_channel_id.into()),
            roles: guild.roles.values().map(|role| (role.id.into(), Role::from(role))).collect(),
            channels: channels.map(|channel| (channel.id.into(), Channel::from(channel))).collect(),
        }
    }
}

impl From<&DiscordRole> for Role {
    fn from(role: &DiscordRole) -> Self {
        Self { name: role.name.clone(), position: role.position, permissions: role.permissions }
    }
}

impl From<&GuildChannel> for Channel {
    fn from(channel: &GuildChannel) -> Self {
        Self {
            name: channel.name.clone(),
            parent: channel.parent_id.map(Into::into),
            thread: channel.thread_metadata.is_some(),
            everyone: shown_to_everyone(channel),
            private_thread: channel.kind == ChannelType::PrivateThread,
        }
    }
}

/// What the overwrite of the role of everyone says about seeing a channel.
fn shown_to_everyone(channel: &GuildChannel) -> Option<bool> {
    let everyone = PermissionOverwriteType::Role(channel.guild_id.everyone_role());
    let overwrite = channel.permission_overwrites.iter().find(|overwrite| overwrite.kind == everyone)?;
    if overwrite.allow.view_channel() { Some(true) } else { overwrite.deny.view_channel().then_some(false) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn permissions_add_up_and_administrators_and_owners_have_all() {
        let role = |permissions| Role { name: String::new(), position: 1, permissions };
        let guild = Guild {
            owner: Some(MemberId(1)),
            roles: HashMap::from([
                (RoleId(9), role(Permissions::VIEW_CHANNEL)),
                (RoleId(10), role(Permissions::MANAGE_MESSAGES)),
                (RoleId(11), role(Permissions::ADMINISTRATOR)),
            ]),
            ..Guild::default()
        };
        let of = |member, roles: &[RoleId]| guild.permissions(GuildId(9), MemberId(member), roles);
        assert_eq!(of(2, &[]), Permissions::VIEW_CHANNEL);
        assert_eq!(of(2, &[RoleId(10)]), Permissions::VIEW_CHANNEL | Permissions::MANAGE_MESSAGES);
        assert_eq!(of(2, &[RoleId(11)]), Permissions::all());
        assert_eq!(of(1, &[]), Permissions::all());
        assert_eq!(of(2, &[RoleId(404)]), Permissions::VIEW_CHANNEL);
    }
}
