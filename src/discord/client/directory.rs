//! What is known of each server without asking: owner, roles, channels. Lean on purpose: members
//! are not kept (serenity's cache, the largest of all, is off).

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use serenity::all::{
    ChannelType, Event, Guild as DiscordGuild, GuildChannel, Member, PartialGuild, PermissionOverwrite,
    PermissionOverwriteType, Permissions, Role as DiscordRole,
};

use crate::ids::{ChannelId, GuildId, MemberId, RoleId};

/// A place in the order of roles: position first; of two equal ones the older stands higher, as
/// Discord sorts them. Below all of them is who has no role but that of everyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank(pub Option<(u16, std::cmp::Reverse<RoleId>)>);

impl Rank {
    /// Of people without a role of their own.
    pub const EVERYONE: Self = Self(None);

    /// Of a role, and of people whose highest role it is.
    pub const fn new(position: u16, role: RoleId) -> Self {
        Self(Some((position, std::cmp::Reverse(role))))
    }
}

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
    /// What Steward itself has.
    pub own_roles: Vec<RoleId>,
}

/// A role, as far as it says who may do what.
#[derive(Debug, Clone, Default)]
pub struct Role {
    pub name: String,
    pub position: u16,
    pub permissions: Permissions,
    /// Of a bot, of who boosts the server or of another service: nobody can be given it by hand.
    pub managed: bool,
    /// Of a bot alone.
    pub of_bot: bool,
    /// Whether anyone may call those who hold it.
    pub mentionable: bool,
}

/// A channel or a thread, as far as it says who may do what there.
#[derive(Debug, Clone, Default)]
pub struct Channel {
    pub name: String,
    /// The category of a channel, the channel of a thread.
    pub parent: Option<ChannelId>,
    pub thread: bool,
    /// A thread that only those who were added can see.
    pub private_thread: bool,
    /// Whether messages are its purpose: not a category, a forum, a voice channel or a stage.
    pub takes_posts: bool,
    /// Whether what is posted there is a thread each.
    pub forum: bool,
    /// Whether it is a stage, on which some speak and others listen.
    pub stage: bool,
    /// Whether private threads can be made there.
    pub takes_private_threads: bool,
    /// Who has opened a thread.
    pub opened_by: Option<MemberId>,
    overwrites: Box<[Overwrite]>,
}

/// What a channel gives and takes, different from the whole server.
#[derive(Debug, Clone, Copy)]
struct Overwrite {
    of: Whose,
    allow: Permissions,
    deny: Permissions,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    Role(RoleId),
    Member(MemberId),
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

    /// What someone with these roles may do in a channel; in a thread what its channel says. Nothing
    /// where the channel is not known.
    pub fn permissions_in(
        &self,
        guild: GuildId,
        channel: ChannelId,
        member: MemberId,
        roles: &[RoleId],
    ) -> Permissions {
        let place = self.channels.get(&channel);
        place.map_or(Permissions::empty(), |place| self.permissions_at(guild, place, member, roles))
    }

    /// The same for a channel as Discord has just told it: an archived thread, of which no event speaks.
    pub fn permissions_at(&self, guild: GuildId, place: &Channel, member: MemberId, roles: &[RoleId]) -> Permissions {
        let mut held = self.granted_at(guild, place, member, roles).unwrap_or_default();
        if !held.contains(place.sending()) {
            held -= Permissions::EMBED_LINKS | Permissions::ATTACH_FILES | Permissions::MENTION_EVERYONE;
        }
        held
    }

    /// The same as it is set, without what a person who may not write lacks besides. `None` where the
    /// channel of a thread is not known.
    pub fn granted_at(
        &self,
        guild: GuildId,
        place: &Channel,
        member: MemberId,
        roles: &[RoleId],
    ) -> Option<Permissions> {
        let parent = place.parent.filter(|_| place.thread);
        let known = parent.map_or(Some(place), |parent| self.channels.get(&parent))?;
        let whole = self.permissions(guild, member, roles);
        if whole.administrator() {
            return Some(whole);
        }
        // First the role of everyone, then all other roles together, then the person.
        let everyone = Whose::Role(RoleId(guild.0));
        let theirs = |whose| matches!(whose, Whose::Role(role) if whose != everyone && roles.contains(&role));
        let held = known.overwritten(whole, |whose| whose == everyone);
        let held = known.overwritten(held, theirs);
        let held = known.overwritten(held, |whose| whose == Whose::Member(member));
        Some(if held.view_channel() { held } else { Permissions::empty() })
    }

    /// The highest of these roles.
    pub fn rank(&self, roles: &[RoleId]) -> Rank {
        let rank = |id: &RoleId| self.roles.get(id).map(|role| Rank::new(role.position, *id));
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
        let everyone = RoleId(guild.0);
        let whole = self.roles.get(&everyone).map_or(Permissions::empty(), |role| role.permissions);
        known.overwritten(whole, |whose| whose == Whose::Role(everyone)).view_channel()
    }

    /// Whether a channel, or the channel of a thread, is for people with such roles alone: not everyone sees it, they
    /// do, and no other role does. The roles of bots are not looked at, nor who was let in by name beside such a role;
    /// a channel of people who were all let in by name is theirs. `me` is Steward.
    pub fn is_for_roles(
        &self,
        guild: GuildId,
        channel: ChannelId,
        me: Option<MemberId>,
        is_theirs: impl Fn(RoleId, &Role) -> bool,
    ) -> bool {
        let Some(known) = self.channels.get(&channel) else { return false };
        if let (true, Some(parent)) = (known.thread, known.parent) {
            return self.is_for_roles(guild, parent, me, is_theirs);
        }
        if self.is_public(guild, channel) {
            return false;
        }
        let people = self.roles.iter().filter(|(id, role)| id.0 != guild.0 && !role.of_bot);
        let sees = |role: RoleId| self.permissions_in(guild, channel, MemberId(0), &[role]).view_channel();
        let mut seeing = people.filter(|(id, _)| sees(**id)).peekable();
        let is_theirs = |role: RoleId| self.roles.get(&role).is_some_and(|known| is_theirs(role, known));
        if seeing.peek().is_none() || !seeing.all(|(id, _)| is_theirs(*id)) {
            return false;
        }
        let let_in = known.overwrites.iter().filter(|overwrite| overwrite.allow.view_channel()).map(|one| one.of);
        let mut by_name = let_in.clone().filter(|of| matches!(of, Whose::Member(member) if Some(*member) != me));
        let mut by_role = let_in.filter(|of| matches!(of, Whose::Role(role) if is_theirs(*role)));
        by_name.next().is_none() || by_role.next().is_some()
    }
}

impl Channel {
    /// The permission that it takes to write there.
    pub const fn sending(&self) -> Permissions {
        if self.thread { Permissions::SEND_MESSAGES_IN_THREADS } else { Permissions::SEND_MESSAGES }
    }

    /// The same channel, with these overwrites instead of its own.
    #[must_use]
    pub fn with_overwrites(self, overwrites: &[PermissionOverwrite]) -> Self {
        Self { overwrites: overwrites.iter().filter_map(overwrite).collect(), ..self }
    }

    /// What is left of these permissions after the overwrites of some, which act together.
    fn overwritten(&self, held: Permissions, whose: impl Fn(Whose) -> bool) -> Permissions {
        let ours = || self.overwrites.iter().filter(|overwrite| whose(overwrite.of));
        let denied = ours().fold(Permissions::empty(), |all, one| all | one.deny);
        let allowed = ours().fold(Permissions::empty(), |all, one| all | one.allow);
        (held - denied) | allowed
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

    /// Every server with its name.
    pub fn names(&self) -> Vec<(GuildId, String)> {
        let guilds = self.0.read().unwrap_or_else(PoisonError::into_inner);
        guilds.iter().map(|(id, guild)| (*id, guild.name.clone())).collect()
    }

    /// Learns from an event; others are ignored. `me` is Steward, once it has been introduced.
    pub fn learn(&self, event: &Event, me: Option<MemberId>) {
        match event {
            Event::GuildCreate(event) => {
                let mut guild = Guild::from(&event.guild);
                let own = me.and_then(|me| event.guild.members.get(&me.into()));
                guild.own_roles = own.map(|own| role_ids(&own.roles)).unwrap_or_default();
                self.put(event.guild.id.into(), guild);
            }
            Event::GuildMemberUpdate(event) if me == Some(event.user.id.into()) => {
                self.change(event.guild_id.into(), |guild| guild.own_roles = role_ids(&event.roles));
            }
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
            Event::ThreadListSync(event) => event.threads.iter().for_each(|thread| self.channel(thread)),
            Event::ThreadDelete(event) => self.forget(event.thread.guild_id.into(), event.thread.id.into()),
            Event::GuildRoleCreate(event) => self.role(&event.role),
            Event::GuildRoleUpdate(event) => self.role(&event.role),
            Event::GuildRoleDelete(event) => self.change(event.guild_id.into(), |guild| {
                guild.roles.remove(&event.role_id.into());
            }),
            _ => {}
        }
    }

    /// A server as it is now.
    pub(crate) fn put(&self, id: GuildId, guild: Guild) {
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
            // Its threads go with it, without an event of their own.
            guild.channels.retain(|id, one| *id != channel && !(one.thread && one.parent == Some(channel)));
        });
    }

    fn role(&self, role: &DiscordRole) {
        self.change(role.guild_id.into(), |guild| {
            guild.roles.insert(role.id.into(), Role::from(role));
        });
    }
}

impl Guild {
    /// As Discord tells it when it is asked.
    pub(crate) fn asked(guild: &PartialGuild, channels: &[GuildChannel], own: &Member) -> Self {
        let mut known = Self {
            roles: guild.roles.values().map(|role| (role.id.into(), Role::from(role))).collect(),
            channels: channels.iter().map(|channel| (channel.id.into(), Channel::from(channel))).collect(),
            own_roles: role_ids(&own.roles),
            ..Self::default()
        };
        known.renew(guild);
        known
    }

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
            own_roles: Vec::new(),
        }
    }
}

impl From<&DiscordRole> for Role {
    fn from(role: &DiscordRole) -> Self {
        let (position, permissions) = (role.position, role.permissions);
        let (managed, of_bot, mentionable) = (role.managed, role.tags.bot_id.is_some(), role.mentionable);
        Self { name: role.name.clone(), position, permissions, managed, of_bot, mentionable }
    }
}

impl From<&GuildChannel> for Channel {
    fn from(channel: &GuildChannel) -> Self {
        Self {
            name: channel.name.clone(),
            parent: channel.parent_id.map(Into::into),
            thread: channel.thread_metadata.is_some(),
            private_thread: channel.kind == ChannelType::PrivateThread,
            takes_posts: matches!(
                channel.kind,
                ChannelType::Text
                    | ChannelType::News
                    | ChannelType::NewsThread
                    | ChannelType::PublicThread
                    | ChannelType::PrivateThread
            ),
            // The client library does not name the channel for media, a forum of pictures.
            forum: matches!(channel.kind, ChannelType::Forum | ChannelType::Unknown(16)),
            stage: channel.kind == ChannelType::Stage,
            takes_private_threads: channel.kind == ChannelType::Text,
            opened_by: channel.owner_id.map(Into::into),
            overwrites: channel.permission_overwrites.iter().filter_map(overwrite).collect(),
        }
    }
}

fn overwrite(given: &PermissionOverwrite) -> Option<Overwrite> {
    let of = match given.kind {
        PermissionOverwriteType::Role(role) => Whose::Role(role.into()),
        PermissionOverwriteType::Member(member) => Whose::Member(member.into()),
        _ => return None,
    };
    Some(Overwrite { of, allow: given.allow, deny: given.deny })
}

fn role_ids(roles: &[serenity::all::RoleId]) -> Vec<RoleId> {
    roles.iter().map(|role| (*role).into()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn permissions_add_up_and_administrators_and_owners_have_all() {
        let role = |permissions| Role { name: String::new(), position: 1, permissions, ..Role::default() };
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

    const GUILD: GuildId = GuildId(9);
    const EVERYONE: Whose = Whose::Role(RoleId(9));
    const STAFF: RoleId = RoleId(10);
    const ANA: MemberId = MemberId(3);
    const SEE: Permissions = Permissions::VIEW_CHANNEL;
    const SEND: Permissions = Permissions::SEND_MESSAGES;
    const EMBED: Permissions = Permissions::EMBED_LINKS;
    const NONE: Permissions = Permissions::empty();

    /// A server where everyone sees and writes, with a channel 1, and in it a thread 2.
    fn town(overwrites: &[(Whose, Permissions, Permissions)]) -> Guild {
        let role = |permissions| Role { name: String::new(), position: 1, permissions, ..Role::default() };
        let overwrite = |&(of, allow, deny): &(Whose, Permissions, Permissions)| Overwrite { of, allow, deny };
        let channel = Channel {
            name: "staff".to_owned(),
            parent: None,
            thread: false,
            private_thread: false,
            takes_posts: true,
            forum: false,
            stage: false,
            takes_private_threads: true,
            opened_by: None,
            overwrites: overwrites.iter().map(overwrite).collect(),
        };
        let thread =
            Channel { parent: Some(ChannelId(1)), thread: true, overwrites: Box::default(), ..channel.clone() };
        Guild {
            roles: HashMap::from([(RoleId(9), role(SEE | SEND | EMBED)), (STAFF, role(NONE))]),
            channels: HashMap::from([(ChannelId(1), channel), (ChannelId(2), thread)]),
            ..Guild::default()
        }
    }

    #[test]
    fn a_channel_gives_and_takes_in_discords_order() {
        let member = Whose::Member(ANA);
        for (overwrites, roles, held) in [
            (vec![], vec![], SEE | SEND | EMBED),
            (vec![(EVERYONE, NONE, SEE)], vec![], NONE),
            (vec![(EVERYONE, NONE, SEND)], vec![], SEE),
            (vec![(EVERYONE, NONE, SEE), (Whose::Role(STAFF), SEE, NONE)], vec![STAFF], SEE | SEND | EMBED),
            (vec![(EVERYONE, NONE, SEE), (Whose::Role(STAFF), SEE, NONE)], vec![], NONE),
            (vec![(Whose::Role(STAFF), SEE, NONE), (member, NONE, SEE)], vec![STAFF], NONE),
            (vec![(Whose::Member(MemberId(4)), NONE, SEE)], vec![], SEE | SEND | EMBED),
        ] {
            let town = town(&overwrites);
            let found = town.permissions_in(GUILD, ChannelId(1), ANA, &roles);
            assert_eq!(found, held, "{overwrites:?} {roles:?}");
            // To write in a thread is another permission, which nobody has here.
            let in_thread = town.permissions_in(GUILD, ChannelId(2), ANA, &roles);
            assert_eq!(in_thread, held - EMBED, "{overwrites:?} {roles:?} in a thread");
            let public = !overwrites.iter().any(|(of, _, deny)| *of == EVERYONE && deny.view_channel());
            assert_eq!(town.is_public(GUILD, ChannelId(1)), public, "{overwrites:?}");
        }
        assert_eq!(town(&[]).permissions_in(GUILD, ChannelId(404), ANA, &[]), NONE);
    }

    #[test]
    fn a_channel_is_for_some_roles_where_no_other_role_sees_it() {
        const PATRONS: RoleId = RoleId(7);
        const BOTS: RoleId = RoleId(6);
        const ADMINS: RoleId = RoleId(5);
        const ME: MemberId = MemberId(4);
        let hidden = (EVERYONE, NONE, SEE);
        let lets = |role: RoleId| (Whose::Role(role), SEE, NONE);
        let by_name = |member: MemberId| (Whose::Member(member), SEE, NONE);
        for (overwrites, has_admins, is_theirs) in [
            (vec![], false, false),
            (vec![lets(STAFF)], false, false),
            (vec![hidden], false, false),
            (vec![hidden, lets(STAFF)], false, true),
            (vec![hidden, lets(STAFF), lets(BOTS), by_name(ME)], false, true),
            (vec![hidden, lets(STAFF), lets(PATRONS)], true, false),
            (vec![hidden, lets(PATRONS)], true, false),
            (vec![hidden, lets(STAFF), by_name(ANA)], false, true),
            // Admins see everything.
            (vec![hidden], true, true),
            (vec![hidden, by_name(ME)], true, true),
            (vec![hidden, by_name(ANA)], true, false),
        ] {
            let mut town = town(&overwrites);
            let role = Role { position: 1, ..Role::default() };
            town.roles.insert(PATRONS, role.clone());
            town.roles.insert(BOTS, Role { managed: true, of_bot: true, ..role.clone() });
            if has_admins {
                town.roles.insert(ADMINS, Role { permissions: Permissions::ADMINISTRATOR, ..role });
            }
            for channel in [1, 2].map(ChannelId) {
                let found = town.is_for_roles(GUILD, channel, Some(ME), |role, _| [STAFF, ADMINS].contains(&role));
                assert_eq!(found, is_theirs, "{channel}: {overwrites:?}, admins: {has_admins}");
            }
        }
    }
}
