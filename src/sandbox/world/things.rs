//! What there is in Discord: people, guilds, roles, channels, messages.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Poll, ScheduledEvent};
use crate::clock::Timestamp;
use crate::ids::{ChannelId, GuildId, MemberId, MessageId, RoleId, ScheduledEventId};
use crate::sandbox::rights::Overwrite;

/// Numbers of the kinds of channels.
pub mod kind {
    pub const TEXT: u64 = 0;
    pub const DM: u64 = 1;
    pub const VOICE: u64 = 2;
    pub const CATEGORY: u64 = 4;
    pub const NEWS: u64 = 5;
    pub const PUBLIC_THREAD: u64 = 11;
    pub const PRIVATE_THREAD: u64 = 12;
    pub const STAGE: u64 = 13;
    pub const FORUM: u64 = 15;
    pub const MEDIA: u64 = 16;
}

/// Flags of messages.
pub mod flag {
    pub const SUPPRESS_EMBEDS: u64 = 1 << 2;
    pub const HAS_THREAD: u64 = 1 << 5;
    pub const EPHEMERAL: u64 = 1 << 6;
    pub const LOADING: u64 = 1 << 7;
    pub const COMPONENTS_V2: u64 = 1 << 15;
}

#[derive(Debug, Clone)]
pub struct User {
    pub id: MemberId,
    pub name: String,
    pub bot: bool,
    /// Language of the person's client.
    pub locale: String,
    /// Whether the bot may write to them.
    pub dms_open: bool,
}

#[derive(Debug, Clone)]
pub struct Role {
    pub id: RoleId,
    pub name: String,
    pub permissions: u64,
    pub position: i64,
    pub mentionable: bool,
    /// The bot this role belongs to.
    pub of_bot: Option<MemberId>,
}

#[derive(Debug, Clone)]
pub struct Member {
    pub user: MemberId,
    pub roles: BTreeSet<RoleId>,
    pub nick: Option<String>,
    pub joined: Timestamp,
    pub timed_out_until: Option<Timestamp>,
    pub deaf: bool,
    pub mute: bool,
}

#[derive(Debug, Clone, Default)]
pub struct VoiceState {
    pub channel: Option<ChannelId>,
    pub session: String,
    pub self_deaf: bool,
    pub self_mute: bool,
}

#[derive(Debug, Clone)]
pub struct AuditEntry {
    pub id: i64,
    pub action: u64,
    pub by: MemberId,
    pub target: Option<i64>,
    pub reason: Option<String>,
    pub changes: Vec<Value>,
    pub options: Option<Value>,
}

#[derive(Debug, Clone)]
pub struct Guild {
    pub id: GuildId,
    pub name: String,
    pub owner: MemberId,
    pub locale: String,
    pub afk_channel: Option<ChannelId>,
    /// The channel for the moderators of a community.
    pub updates_channel: Option<ChannelId>,
    pub roles: BTreeMap<RoleId, Role>,
    pub members: BTreeMap<MemberId, Member>,
    pub bans: BTreeMap<MemberId, Option<String>>,
    pub voice: BTreeMap<MemberId, VoiceState>,
    pub events: BTreeMap<ScheduledEventId, ScheduledEvent>,
    pub audit: Vec<AuditEntry>,
    /// Until when invites and direct messages are paused.
    pub paused: (Option<Timestamp>, Option<Timestamp>),
    /// In an outage: known, and out of reach.
    pub unavailable: bool,
}

/// What posts in a forum can be filed under.
#[derive(Debug, Clone)]
pub struct ForumTag {
    pub id: i64,
    pub name: String,
    /// Only those who manage threads may give it.
    pub moderated: bool,
}

#[derive(Debug, Clone)]
pub struct Thread {
    pub owner: MemberId,
    pub archived: bool,
    pub locked: bool,
    pub invitable: bool,
    pub auto_archive_minutes: u64,
    /// The tags of a post in a forum.
    pub tags: Vec<i64>,
    pub members: BTreeSet<MemberId>,
}

#[derive(Debug, Clone)]
pub struct Channel {
    pub id: ChannelId,
    pub kind: u64,
    pub guild: Option<GuildId>,
    pub name: String,
    pub topic: Option<String>,
    pub parent: Option<ChannelId>,
    pub position: i64,
    pub slowmode: u64,
    pub nsfw: bool,
    pub overwrites: Vec<Overwrite>,
    /// The person at the other end of a direct message.
    pub recipient: Option<MemberId>,
    /// The tags that a forum offers.
    pub tags: Vec<ForumTag>,
    /// Whether a forum takes no post without a tag.
    pub requires_tag: bool,
    pub thread: Option<Thread>,
    pub messages: BTreeMap<MessageId, Message>,
}

impl Channel {
    /// Whether messages can be written there at all.
    pub const fn takes_messages(&self) -> bool {
        !matches!(self.kind, kind::CATEGORY | kind::FORUM | kind::MEDIA)
    }

    /// Whether what is written there is a thread each.
    pub const fn takes_posts(&self) -> bool {
        matches!(self.kind, kind::FORUM | kind::MEDIA)
    }

    /// Whether one can listen there.
    pub const fn takes_voice(&self) -> bool {
        matches!(self.kind, kind::VOICE | kind::STAGE)
    }
}

#[derive(Debug, Clone)]
pub struct Attachment {
    pub id: i64,
    pub name: String,
    pub description: Option<String>,
    pub bytes: Vec<u8>,
}

#[derive(Debug, Clone)]
pub struct Message {
    pub id: MessageId,
    pub channel: ChannelId,
    pub author: MemberId,
    pub kind: u64,
    pub content: String,
    pub embeds: Vec<Value>,
    pub components: Vec<Value>,
    pub attachments: Vec<Attachment>,
    pub flags: u64,
    pub created: Timestamp,
    pub edited: Option<Timestamp>,
    pub pinned: bool,
    /// The message answered, or the one this message stands for.
    pub reference: Option<(ChannelId, MessageId)>,
    /// Emoji (`👍` or `name:id`) and who reacted, in the order of the first reaction.
    pub reactions: Vec<(String, Vec<MemberId>)>,
    pub mentions: Vec<MemberId>,
    pub mention_roles: Vec<RoleId>,
    pub mention_everyone: bool,
    pub nonce: Option<Value>,
    pub poll: Option<Poll>,
    /// Set on answers to interactions: `interaction_metadata`.
    pub interaction: Option<Value>,
    /// The only person who sees it.
    pub only_for: Option<MemberId>,
    pub thread: Option<ChannelId>,
}

impl Message {
    pub fn has_text(&self) -> bool {
        !self.content.trim().is_empty()
    }

    /// Whether there is anything to show.
    pub fn is_empty(&self) -> bool {
        !self.has_text()
            && self.embeds.is_empty()
            && self.components.is_empty()
            && self.attachments.is_empty()
            && self.poll.is_none()
    }
}
