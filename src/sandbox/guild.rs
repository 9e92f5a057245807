//! A guild to build and to look at: roles, channels, people, what became of them.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use super::rights::{self, Overwrite};
use super::shown;
use super::wire;
use super::world::{Channel, Draft, ForumTag, Guild, audit, kind};
use super::{Core, Person};
use crate::clock::Timestamp;
use crate::ids::{ChannelId, GuildId, MemberId, MessageId, RoleId, ScheduledEventId};

/// What the bot holds in a guild unless told otherwise: all its features need, no `ADMINISTRATOR`.
pub const BOT_RIGHTS: u64 = rights::VIEW_CHANNEL
    | rights::SEND_MESSAGES
    | rights::SEND_MESSAGES_IN_THREADS
    | rights::EMBED_LINKS
    | rights::ATTACH_FILES
    | rights::READ_MESSAGE_HISTORY
    | rights::ADD_REACTIONS
    | rights::MENTION_EVERYONE
    | rights::MANAGE_MESSAGES
    | rights::MANAGE_CHANNELS
    | rights::MANAGE_ROLES
    | rights::MANAGE_THREADS
    | rights::CREATE_PUBLIC_THREADS
    | rights::CREATE_PRIVATE_THREADS
    | rights::MANAGE_EVENTS
    | rights::CREATE_EVENTS
    | rights::PIN_MESSAGES
    | rights::VIEW_AUDIT_LOG
    | rights::KICK_MEMBERS
    | rights::BAN_MEMBERS
    | rights::MANAGE_GUILD
    | rights::MODERATE_MEMBERS;

/// What Discord's AutoMod does about a message.
#[derive(Debug, Clone, Copy)]
pub enum AutoModAction {
    Block,
    /// Staff are told of it in this channel.
    Alert(ChannelId),
    Timeout(Duration),
}

/// A guild under construction, or in use.
#[derive(Clone)]
pub struct GuildHandle {
    pub(super) core: Arc<Core>,
    pub(super) id: GuildId,
}

impl GuildHandle {
    pub const fn id(&self) -> GuildId {
        self.id
    }

    /// The bot's id.
    pub fn bot_id(&self) -> MemberId {
        self.core.read(|state| state.world.bot)
    }

    pub fn owner(&self) -> Person {
        let owner = self.core.read(|state| state.world.guild(self.id).map(|guild| guild.owner));
        self.hands_of(owner.unwrap_or(MemberId(0)))
    }

    /// A role above those made before and below the bot's.
    pub fn role(&self, name: &str, permissions: u64) -> RoleId {
        self.core.act(|state| state.world.add_role(self.id, name, permissions))
    }

    /// Moves a role in the order; the bot's own role stands where the last role left it.
    pub fn place_role(&self, role: RoleId, position: i64) {
        self.core.act(|state| state.world.change_role(self.id, role, |role| role.position = position));
    }

    /// Lets anyone mention those who hold a role.
    pub fn make_mentionable(&self, role: RoleId) {
        self.core.act(|state| state.world.change_role(self.id, role, |role| role.mentionable = true));
    }

    /// Takes a role away from everyone.
    pub fn delete_role(&self, role: RoleId) {
        self.core.act(|state| state.world.delete_role(self.id, role));
    }

    /// The role that belongs to the bot.
    pub fn bot_role(&self) -> RoleId {
        let bots = self.core.read(|state| {
            let roles = state.world.guild(self.id).map(|guild| guild.roles.values());
            roles.and_then(|mut roles| roles.find(|role| role.of_bot.is_some())).map(|role| role.id)
        });
        bots.unwrap_or(RoleId(0))
    }

    /// Sets what everyone holds.
    pub fn everyone_permissions(&self, permissions: u64) {
        let everyone = RoleId(self.id.get());
        self.core.act(|state| state.world.change_role(self.id, everyone, |role| role.permissions = permissions));
    }

    /// Sets what the bot's own role holds.
    pub fn bot_permissions(&self, permissions: u64) {
        let role = self.bot_role();
        self.core.act(|state| state.world.change_role(self.id, role, |role| role.permissions = permissions));
    }

    fn open(&self, name: &str, kind: u64, shape: impl FnOnce(&mut Channel)) -> ChannelId {
        self.core.act(|state| state.world.open_channel(Some(self.id), kind, name, shape))
    }

    /// A text channel that everyone sees.
    pub fn channel(&self, name: &str) -> ChannelId {
        self.open(name, kind::TEXT, |_| {})
    }

    /// The same with overwrites.
    pub fn channel_with(&self, name: &str, overwrites: &[Overwrite]) -> ChannelId {
        self.open(name, kind::TEXT, |channel| channel.overwrites = overwrites.to_vec())
    }

    /// A text channel that only these roles and the bot see.
    pub fn private_channel(&self, name: &str, roles: &[RoleId]) -> ChannelId {
        let mut overwrites =
            vec![Overwrite { id: self.id.get(), of_member: false, allow: 0, deny: rights::VIEW_CHANNEL }];
        let seers = roles.iter().copied().chain([self.bot_role()]);
        overwrites.extend(seers.map(|role| Overwrite {
            id: role.get(),
            of_member: false,
            allow: rights::VIEW_CHANNEL,
            deny: 0,
        }));
        self.channel_with(name, &overwrites)
    }

    /// A voice channel.
    pub fn voice_channel(&self, name: &str) -> ChannelId {
        self.open(name, kind::VOICE, |_| {})
    }

    /// A forum, whose posts are threads.
    pub fn forum(&self, name: &str) -> ChannelId {
        self.open(name, kind::FORUM, |_| {})
    }

    /// A forum that takes no post without one of these tags.
    pub fn forum_with_tags(&self, name: &str, tags: &[&str]) -> ChannelId {
        self.core.act(|state| {
            let tags = tags.iter().map(|name| {
                let id = state.world.next_id();
                ForumTag { id, name: (*name).to_owned(), moderated: false }
            });
            let tags: Vec<ForumTag> = tags.collect();
            state.world.open_channel(Some(self.id), kind::FORUM, name, |forum| {
                forum.tags = tags;
                forum.requires_tag = true;
            })
        })
    }

    /// A category for other channels.
    pub fn category(&self, name: &str) -> ChannelId {
        self.open(name, kind::CATEGORY, |_| {})
    }

    /// Who sees and may do what in a channel, from now on.
    pub fn set_overwrites(&self, channel: ChannelId, overwrites: &[Overwrite]) {
        self.core.act(|state| state.world.change_channel(channel, |home| home.overwrites = overwrites.to_vec()));
    }

    /// Gives a channel another name.
    pub fn rename_channel(&self, channel: ChannelId, name: &str) {
        self.core.act(|state| state.world.change_channel(channel, |home| home.name = name.into()));
    }

    /// Deletes a channel with its messages.
    pub fn delete_channel(&self, channel: ChannelId) {
        self.core.act(|state| state.world.delete_channel(channel));
    }

    /// Every channel and category, threads aside, as Discord describes them; the oldest first.
    pub fn channels(&self) -> Vec<serde_json::Value> {
        self.core.read(|state| {
            let world = &state.world;
            let ours = world.channels.values().filter(|home| home.guild == Some(self.id) && home.thread.is_none());
            let mut ids: Vec<ChannelId> = ours.map(|home| home.id).collect();
            ids.sort();
            ids.into_iter().map(|id| wire::channel(world, id)).collect()
        })
    }

    /// The threads of a channel, or the posts of a forum, as Discord describes them; the oldest first.
    pub fn threads(&self, channel: ChannelId) -> Vec<serde_json::Value> {
        self.core.read(|state| {
            let all = state.world.channels.values();
            let inside = all.filter(|home| home.thread.is_some() && home.parent == Some(channel));
            inside.map(|home| wire::channel(&state.world, home.id)).collect()
        })
    }

    /// Closes a thread: it leaves the list of active ones.
    pub fn archive(&self, thread: ChannelId) {
        self.core.act(|state| {
            state.world.change_channel(thread, |home| {
                if let Some(thread) = home.thread.as_mut() {
                    thread.archived = true;
                }
            });
        });
    }

    /// The newest thread with this name.
    pub fn thread(&self, name: &str) -> Option<ChannelId> {
        self.core.read(|state| {
            let all = state.world.channels.values();
            let ours = all.filter(|home| home.guild == Some(self.id) && home.thread.is_some() && home.name == name);
            ours.map(|home| home.id).max()
        })
    }

    /// The events that stand on the list, as people read them; the first to begin first.
    pub fn events(&self) -> Vec<String> {
        self.core.read(|state| {
            let mut open: Vec<_> =
                state.world.guild(self.id).into_iter().flat_map(|guild| guild.events.values()).collect();
            open.retain(|event| event.is_open());
            open.sort_by_key(|event| (event.starts, event.id));
            open.into_iter().map(|event| shown::event(&state.world, event)).collect()
        })
    }

    /// The ids of the events that stand on the list, in the same order.
    pub fn event_ids(&self) -> Vec<ScheduledEventId> {
        self.core.read(|state| {
            let mut open: Vec<_> =
                state.world.guild(self.id).into_iter().flat_map(|guild| guild.events.values()).collect();
            open.retain(|event| event.is_open());
            open.sort_by_key(|event| (event.starts, event.id));
            open.into_iter().map(|event| event.id).collect()
        })
    }

    /// Makes a voice channel the one for who is away.
    pub fn afk_channel(&self, channel: ChannelId) {
        self.change(|guild| guild.afk_channel = Some(channel));
    }

    /// Where Discord itself writes to the moderators of a community.
    pub fn updates_channel(&self, channel: ChannelId) {
        self.change(|guild| guild.updates_channel = Some(channel));
    }

    fn change(&self, change: impl FnOnce(&mut Guild)) {
        self.core.act(|state| {
            let Some(guild) = state.world.guilds.get_mut(&self.id) else { return };
            change(guild);
            let data = wire::guild(&state.world, self.id);
            state.world.emit("GUILD_UPDATE", data, Some(self.id), None);
        });
    }

    /// Discord tells of the guild again, as when somebody saves its settings unchanged: a sign of life.
    pub fn is_told_of_again(&self) {
        self.change(|_| {});
    }

    /// The guild's own language.
    pub fn locale(&self, locale: &str) {
        self.change(|guild| guild.locale = locale.into());
    }

    /// Somebody who joins now, with these roles.
    pub fn person(&self, name: &str, roles: &[RoleId]) -> Person {
        self.newcomer(name, roles, false)
    }

    /// The bot itself, as somebody whom others choose in a menu.
    pub fn the_bot(&self) -> Person {
        self.hands_of(self.bot_id())
    }

    /// Another bot in the guild.
    pub fn bot(&self, name: &str, roles: &[RoleId]) -> Person {
        self.newcomer(name, roles, true)
    }

    /// Somebody who joins now with an account that was opened an hour ago.
    pub fn fresh_account(&self, name: &str) -> Person {
        let id = self.core.act(|state| {
            let opened = state.world.now().minus(Duration::from_hours(1));
            let id = state.world.new_user_since(name, false, opened);
            state.world.admit(self.id, id, &[]);
            id
        });
        self.hands_of(id)
    }

    fn newcomer(&self, name: &str, roles: &[RoleId], bot: bool) -> Person {
        let id = self.core.act(|state| {
            let id = state.world.new_user(name, bot);
            state.world.admit(self.id, id, roles);
            id
        });
        self.hands_of(id)
    }

    /// Somebody who is not in the guild.
    pub fn stranger(&self, name: &str) -> Person {
        let id = self.core.act(|state| state.world.new_user(name, false));
        self.hands_of(id)
    }

    pub(super) fn hands_of(&self, id: MemberId) -> Person {
        Person::new(Arc::clone(&self.core), id, self.id)
    }

    /// A message of Discord's own about a person: 6 something was pinned, 7 somebody joined.
    pub fn system_message(&self, channel: ChannelId, about: &Person, kind: u64) -> MessageId {
        let draft = Draft { kind, ..Draft::default() };
        self.core.act(|state| state.world.post(channel, about.id(), draft))
    }

    /// Gives or takes roles, as an administrator would.
    pub fn set_roles(&self, person: &Person, roles: &[RoleId]) {
        let roles = roles.iter().copied().collect();
        self.core.act(|state| state.world.change_member(self.id, person.id(), |member| member.roles = roles));
    }

    /// An entry of the audit log for something that is done nowhere else here, such as a prune.
    pub fn audit(
        &self,
        action: u64,
        by: &Person,
        target: Option<&Person>,
        reason: Option<&str>,
        options: &serde_json::Value,
    ) {
        let (by, target) = (by.id(), target.map(|target| target.id().get()));
        let (reason, options) = (reason.map(str::to_owned), Some(options.clone()));
        self.core.act(|state| state.world.note(self.id, action, by, target, reason, Vec::new(), options));
    }

    /// Discord's AutoMod acts on what somebody wrote, by a rule of this name that looks for words: each action is told
    /// of as it happens and stands in the audit log.
    pub fn automod(&self, rule: &str, person: &Person, channel: ChannelId, actions: &[AutoModAction]) {
        let (user, name, everyone) = (person.id(), rule.to_owned(), self.id.to_string());
        self.core.act(|state| {
            for action in actions {
                let (kind, metadata, entry) = match action {
                    AutoModAction::Block => (1, json!({}), audit::AUTOMOD_BLOCK),
                    AutoModAction::Alert(channel) => {
                        (2, json!({"channel_id": channel.to_string()}), audit::AUTOMOD_ALERT)
                    }
                    AutoModAction::Timeout(length) => {
                        let until = state.world.now().plus(*length);
                        state.world.change_member(self.id, user, |member| member.timed_out_until = Some(until));
                        (3, json!({"duration_seconds": length.as_secs()}), audit::AUTOMOD_TIMEOUT)
                    }
                };
                let data = json!({
                    "guild_id": everyone, "action": {"type": kind, "metadata": metadata}, "rule_id": "77",
                    "rule_trigger_type": 1, "user_id": user.to_string(), "channel_id": channel.to_string(),
                    "content": "", "matched_keyword": "coins", "matched_content": "",
                });
                state.world.emit("AUTO_MODERATION_ACTION_EXECUTION", data, Some(self.id), None);
                let options = json!({
                    "auto_moderation_rule_name": name, "auto_moderation_rule_trigger_type": "1",
                    "channel_id": channel.to_string(),
                });
                let target = Some(user.get());
                state.world.note(self.id, entry, user, target, None, Vec::new(), Some(options));
            }
        });
    }

    /// Throws the bot out.
    pub fn remove_bot(&self) {
        self.core.act(|state| {
            let bot = state.world.bot;
            state.world.remove(self.id, bot);
        });
    }

    /// Lets the bot in again, without its old role.
    pub fn invite_bot(&self, roles: &[RoleId]) {
        self.core.act(|state| {
            let bot = state.world.bot;
            state.world.admit(self.id, bot, roles);
            state.world.set_unavailable(self.id, false);
        });
    }

    /// Whether somebody is in the guild.
    pub fn is_member(&self, person: &Person) -> bool {
        self.core.read(|state| state.world.member(self.id, person.id()).is_some())
    }

    /// Whether somebody is banned from it.
    pub fn is_banned(&self, person: &Person) -> bool {
        self.core.read(|state| state.world.guild(self.id).is_some_and(|guild| guild.bans.contains_key(&person.id())))
    }

    /// The end of a person's time-out, if they are in one.
    pub fn timed_out_until(&self, person: &Person) -> Option<Timestamp> {
        self.core.read(|state| state.world.member(self.id, person.id())?.timed_out_until)
    }

    /// The roles somebody holds.
    pub fn roles_of(&self, person: &Person) -> Vec<RoleId> {
        let member = |core: &Core| core.read(|state| state.world.member(self.id, person.id()).map(|m| m.roles.clone()));
        member(&self.core).into_iter().flatten().collect()
    }
}
