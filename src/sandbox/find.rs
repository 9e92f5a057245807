//! People, channels and roles by the names that one types: `bob`, `@bob`, `#lounge`.

use super::shown::{self, Shown};
use super::world::{Channel, World};
use super::{GuildHandle, Person, rights};
use crate::ids::{ChannelId, MemberId, RoleId};

/// A person as others see them in the list of members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub name: String,
    /// Language of their client.
    pub locale: String,
    pub owner: bool,
    /// Names of their roles, the highest first.
    pub roles: Vec<String>,
}

fn is_called(name: &str, typed: &str, sign: char) -> bool {
    let typed = typed.trim().trim_start_matches(sign);
    name.to_lowercase() == typed.to_lowercase()
}

impl GuildHandle {
    /// Somebody who is or was in the guild; the bot too.
    pub fn person_called(&self, typed: &str) -> Option<Person> {
        let found = self.core.read(|state| {
            let users = state.world.users.values().rev();
            let mut called = users.filter(|user| is_called(&user.name, typed, '@')).map(|user| user.id);
            // Of two with one name the one who is there is meant.
            let first = called.next()?;
            let here = |id: &MemberId| state.world.member(self.id, *id).is_some();
            Some(std::iter::once(first).chain(called).find(here).unwrap_or(first))
        });
        found.map(|id| self.hands_of(id))
    }

    /// A channel or thread.
    pub fn channel_called(&self, typed: &str) -> Option<ChannelId> {
        self.core.read(|state| {
            let mut own = state.world.channels.values().filter(|channel| channel.guild == Some(self.id));
            own.find(|channel| is_called(&channel.name, typed, '#')).map(|channel| channel.id)
        })
    }

    pub fn role_called(&self, typed: &str) -> Option<RoleId> {
        self.core.read(|state| {
            let mut roles = state.world.guild(self.id)?.roles.values();
            roles.find(|role| is_called(role.name.trim_start_matches('@'), typed, '@')).map(|role| role.id)
        })
    }

    /// Names of channels and threads that can be written in or listened to, in their order.
    pub fn channel_names(&self) -> Vec<String> {
        self.core.read(|state| {
            let own = state.world.channels.values().filter(|channel| channel.guild == Some(self.id));
            let mut own: Vec<&Channel> = own.filter(|channel| channel.takes_messages()).collect();
            own.sort_by_key(|channel| channel.position);
            own.into_iter().map(|channel| channel.name.clone()).collect()
        })
    }

    /// Everybody but bots, in the order in which they joined.
    pub fn members(&self) -> Vec<Listed> {
        self.core.read(|state| {
            let Some(guild) = state.world.guild(self.id) else { return Vec::new() };
            let mut members: Vec<_> = guild.members.values().collect();
            members.sort_by_key(|member| (member.joined, member.user));
            let listed = members.into_iter().filter_map(|member| {
                let user = state.world.users.get(&member.user).filter(|user| !user.bot)?;
                let mut roles: Vec<_> = member.roles.iter().filter_map(|id| guild.roles.get(id)).collect();
                roles.sort_by_key(|role| std::cmp::Reverse(role.position));
                let roles = roles.into_iter().map(|role| role.name.clone()).collect();
                let owner = guild.owner == user.id;
                Some(Listed { name: user.name.clone(), locale: user.locale.clone(), owner, roles })
            });
            listed.collect()
        })
    }

    /// Everything a person can read, direct messages with the bot too, oldest first.
    pub fn all_seen_by(&self, person: &Person) -> Vec<Shown> {
        self.core.read(|state| {
            let ids = state.world.channels.keys();
            let mut seen: Vec<Shown> = ids.flat_map(|id| shown::channel(&state.world, *id, person.id())).collect();
            seen.sort_by_key(|shown| shown.id);
            seen
        })
    }

    /// Whether somebody may read a channel.
    pub fn sees(&self, person: &Person, channel: ChannelId) -> bool {
        self.core.read(|state| may_read(&state.world, channel, person.id()))
    }
}

pub fn may_read(world: &World, channel: ChannelId, who: MemberId) -> bool {
    world.rights_in_channel(channel, who) & rights::VIEW_CHANNEL != 0
}
