//! State of the local Discord and every change of it, with the events each change sends.
//!
//! The bot (through REST) and people (through their hands in `actor`) change the world only by
//! these methods, so both cause the same events. Whether somebody *may* do it is asked before, by
//! the caller: the bot is held to permissions by `rest`, people by what their client would allow.

mod channels;
mod events;
mod members;
mod messages;
mod polls;
mod things;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

pub use events::{ScheduledEvent, entity};
pub use messages::{AllowedMentions, Draft, numbered};
pub use polls::{POLL_RESULT, Poll};
pub use things::{
    Attachment, AuditEntry, Channel, ForumTag, Guild, Member, Message, Role, Thread, User, VoiceState, flag, kind,
};

use super::rights::{self, Rank, Standing};
use super::wire;
use crate::clock::{Clock, Timestamp};
use crate::ids::{ApplicationId, ChannelId, DISCORD_EPOCH_MS, GuildId, MemberId, MessageId, RoleId};

/// Something happened; the gateway decides who hears of it.
#[derive(Debug, Clone)]
pub struct Event {
    pub name: String,
    pub data: Value,
    pub guild: Option<GuildId>,
    /// Heard only by those who see this channel.
    pub channel: Option<ChannelId>,
    /// Sent whatever the intents say (interactions, the bot's own membership).
    pub always: bool,
}

/// Numbers of the audit log's actions.
pub mod audit {
    pub const MEMBER_KICK: u64 = 20;
    pub const MEMBER_BAN_ADD: u64 = 22;
    pub const MEMBER_BAN_REMOVE: u64 = 23;
    pub const MEMBER_UPDATE: u64 = 24;
    pub const MEMBER_ROLE_UPDATE: u64 = 25;
    pub const OVERWRITE_UPDATE: u64 = 14;
    pub const MESSAGE_DELETE: u64 = 72;
    pub const MESSAGE_BULK_DELETE: u64 = 73;
    pub const CHANNEL_CREATE: u64 = 10;
    pub const CHANNEL_UPDATE: u64 = 11;
    pub const CHANNEL_DELETE: u64 = 12;
    pub const AUTOMOD_BLOCK: u64 = 143;
    pub const AUTOMOD_ALERT: u64 = 144;
    pub const AUTOMOD_TIMEOUT: u64 = 145;
    pub const SCHEDULED_EVENT_CREATE: u64 = 100;
    pub const SCHEDULED_EVENT_UPDATE: u64 = 101;
    pub const SCHEDULED_EVENT_DELETE: u64 = 102;
}

/// One Discord with one application in it: the bot.
pub struct World {
    pub clock: Clock,
    pub token: String,
    pub application: ApplicationId,
    pub bot: MemberId,
    /// Privileged intents switched on in the developer portal.
    pub privileged: u64,
    pub users: BTreeMap<MemberId, User>,
    pub guilds: BTreeMap<GuildId, Guild>,
    /// Threads and direct messages too.
    pub channels: BTreeMap<ChannelId, Channel>,
    /// Registered commands, global ones under `None`.
    pub commands: BTreeMap<Option<GuildId>, Vec<Value>>,
    /// Origin under which files are served.
    pub origin: String,
    /// Polls that run, the first to end first.
    pub open_polls: BTreeSet<(Timestamp, ChannelId, MessageId)>,
    /// Whether polls that end are not counted for good at once.
    pub counts_slowly: bool,
    counter: i64,
    events: Vec<Event>,
}

impl World {
    pub fn new(clock: Clock, token: String, origin: String) -> Self {
        let bot = MemberId(((clock.now().millis() - DISCORD_EPOCH_MS - 7_776_000_000).max(1)) << 22 | 1);
        let user = User { id: bot, name: "Steward".into(), bot: true, locale: "en-US".into(), dms_open: true };
        Self {
            clock,
            token,
            application: ApplicationId(bot.get()),
            bot,
            privileged: super::intents::PRIVILEGED,
            users: BTreeMap::from([(bot, user)]),
            guilds: BTreeMap::new(),
            channels: BTreeMap::new(),
            commands: BTreeMap::new(),
            origin,
            open_polls: BTreeSet::new(),
            counts_slowly: false,
            counter: 1,
            events: Vec::new(),
        }
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// A new id of this moment; ids of one millisecond rise.
    pub fn next_id(&mut self) -> i64 {
        self.next_id_at(self.now())
    }

    pub fn next_id_at(&mut self, moment: Timestamp) -> i64 {
        self.counter += 1;
        (moment.millis() - DISCORD_EPOCH_MS).max(1) << 22 | (self.counter & 0x3F_FFFF)
    }

    /// An id for a file that a person brings along.
    pub fn next_free_id(&self, offset: usize) -> i64 {
        let offset = i64::try_from(offset).unwrap_or(0);
        (self.now().millis() - DISCORD_EPOCH_MS).max(1) << 22 | ((0x20_0000 + offset) & 0x3F_FFFF)
    }

    pub fn emit(&mut self, name: &str, data: Value, guild: Option<GuildId>, channel: Option<ChannelId>) {
        self.events.push(Event { name: name.into(), data, guild, channel, always: false });
    }

    /// An event that no intent holds back.
    pub fn emit_always(&mut self, name: &str, data: Value) {
        self.events.push(Event { name: name.into(), data, guild: None, channel: None, always: true });
    }

    /// What happened since the last call, for the gateway.
    pub fn take_events(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }

    pub fn new_user(&mut self, name: &str, bot: bool) -> MemberId {
        self.new_user_since(name, bot, Timestamp(self.now().millis() - 400 * 86_400_000))
    }

    /// A user whose account was opened at that moment.
    pub fn new_user_since(&mut self, name: &str, bot: bool, opened: Timestamp) -> MemberId {
        let id = MemberId(self.next_id_at(opened));
        let user = User { id, name: name.into(), bot, locale: "en-US".into(), dms_open: true };
        self.users.insert(id, user);
        id
    }

    /// A guild with its owner and with the bot, whose own role stands above all made before.
    pub fn new_guild(&mut self, name: &str, bot_permissions: u64) -> GuildId {
        let owner = self.new_user(&format!("owner of {name}"), false);
        let id = GuildId(self.next_id());
        let everyone = Role {
            id: RoleId(id.get()),
            name: "@everyone".into(),
            permissions: rights::EVERYONE,
            position: 0,
            mentionable: false,
            of_bot: None,
        };
        self.guilds.insert(
            id,
            Guild {
                id,
                name: name.into(),
                owner,
                locale: "en-US".into(),
                afk_channel: None,
                updates_channel: None,
                roles: BTreeMap::from([(everyone.id, everyone)]),
                members: BTreeMap::new(),
                bans: BTreeMap::new(),
                voice: BTreeMap::new(),
                events: BTreeMap::new(),
                audit: Vec::new(),
                paused: (None, None),
                unavailable: false,
            },
        );
        let role = self.add_role(id, "Steward", bot_permissions);
        let bot = self.bot;
        if let Some(role) = self.guilds.get_mut(&id).and_then(|guild| guild.roles.get_mut(&role)) {
            role.of_bot = Some(bot);
        }
        self.admit(id, owner, &[]);
        self.admit(id, bot, &[role]);
        self.events.retain(|event| event.guild != Some(id));
        let data = wire::guild_create(self, id, u64::MAX);
        self.emit("GUILD_CREATE", data, Some(id), None);
        id
    }

    pub fn guild(&self, id: GuildId) -> Option<&Guild> {
        self.guilds.get(&id)
    }

    pub fn channel(&self, id: ChannelId) -> Option<&Channel> {
        self.channels.get(&id)
    }

    pub fn message(&self, channel: ChannelId, id: MessageId) -> Option<&Message> {
        self.channels.get(&channel)?.messages.get(&id)
    }

    /// Where a message stands.
    pub fn find_message(&self, id: MessageId) -> Option<&Message> {
        self.channels.values().find_map(|channel| channel.messages.get(&id))
    }

    pub fn member(&self, guild: GuildId, user: MemberId) -> Option<&Member> {
        self.guilds.get(&guild)?.members.get(&user)
    }

    pub fn name_of(&self, user: MemberId) -> &str {
        self.users.get(&user).map_or("someone", |user| &user.name)
    }

    /// A person's standing, as `rights` wants it.
    pub fn standing(&self, guild: &Guild, user: MemberId) -> Option<Standing> {
        let member = guild.members.get(&user)?;
        let everyone = RoleId(guild.id.get());
        let held = std::iter::once(&everyone).chain(&member.roles);
        Some(Standing {
            owner: guild.owner == user,
            member: user.get(),
            everyone: guild.id.get(),
            roles: held.filter_map(|id| guild.roles.get(id)).map(|role| (role.id.get(), role.permissions)).collect(),
            timed_out: member.timed_out_until.is_some_and(|until| until > self.now()),
        })
    }

    /// Permissions in the guild as a whole; none for strangers.
    pub fn rights_in_guild(&self, guild: GuildId, user: MemberId) -> u64 {
        let standing = self.guilds.get(&guild).and_then(|guild| self.standing(guild, user));
        standing.map_or(0, |standing| rights::in_guild(&standing))
    }

    /// Permissions in a channel; threads have those of their parent.
    pub fn rights_in_channel(&self, channel: ChannelId, user: MemberId) -> u64 {
        let Some(channel) = self.channels.get(&channel) else { return 0 };
        let Some(guild) = channel.guild.and_then(|id| self.guilds.get(&id)) else {
            return if channel.recipient == Some(user) || user == self.bot { rights::IN_DM } else { 0 };
        };
        let Some(standing) = self.standing(guild, user) else { return 0 };
        let parent = channel.thread.as_ref().and(channel.parent).and_then(|id| self.channels.get(&id));
        let held = rights::in_channel(&standing, &parent.unwrap_or(channel).overwrites);
        let hidden = channel.kind == kind::PRIVATE_THREAD
            && held & rights::MANAGE_THREADS == 0
            && channel.thread.as_ref().is_some_and(|thread| !thread.members.contains(&user));
        if hidden { 0 } else { held }
    }

    /// The highest role of a member.
    pub fn rank(&self, guild: GuildId, user: MemberId) -> Rank {
        let lowest = (0, Reverse(i64::MAX));
        let Some(guild) = self.guilds.get(&guild) else { return lowest };
        let Some(member) = guild.members.get(&user) else { return lowest };
        let roles = member.roles.iter().filter_map(|id| guild.roles.get(id));
        roles.map(|role| (role.position, Reverse(role.id.get()))).max().unwrap_or(lowest)
    }

    pub fn outranks(&self, guild: GuildId, actor: MemberId, target: MemberId) -> bool {
        let owner = self.guilds.get(&guild).map(|guild| guild.owner);
        rights::outranks(owner == Some(actor), self.rank(guild, actor), owner == Some(target), self.rank(guild, target))
    }

    pub fn is_bot_in(&self, guild: GuildId) -> bool {
        self.member(guild, self.bot).is_some()
    }
}
