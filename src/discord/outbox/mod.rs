//! Everything that must happen on Discord: notices, time-outs, entries of the log, the weekly post.
//!
//! Whoever decides something writes an [`Order`] in the same transaction as the record it follows
//! from. Once that is committed [delivery] carries it out, however often the process
//! dies in between, and notes what became of it, in one transaction with what the feature makes of
//! that. Nothing is sent blindly twice:
//!
//! - what may be done again without harm (time-outs, bans, edits) is done again;
//! - a message carries a nonce, by which Discord knows it again for a few minutes; later delivery
//!   looks for it in its channel, and adopts it or sends it anew; a post in a forum can carry none, and is looked for
//!   among the posts there;
//! - where it is not permitted to look, the outcome is [`Outcome::Unknown`], and a person is asked.
//!
//! What is in one lane (a channel, a person's direct messages, the punishments of a person) happens
//! in order; whatever is due is done in the order acts, notices, posts, edits; and a channel gets at
//! most one message a second.

mod call;
mod channels;
pub mod delivery;
mod events;
mod forum;
mod many;
mod message;
pub mod native_poll;
pub mod overwrites;
pub mod queue;
mod threads;
mod upkeep;

use std::borrow::Cow;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serenity::all::Permissions;
use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::{Error, Message, Result};
use crate::ids::{ChannelId, GuildId, MemberId, MessageId, OutboxId, ScheduledEventId};

pub use self::events::{EventChange, EventStatus, NewEvent, Place as EventPlace};
use self::overwrites::OverwriteChange;
use crate::db::table::Table;
use crate::discord::access::permission;
use crate::discord::client::rest::Refusal;
use crate::discord::ui::file;

/// What waits to happen on Discord, with the bytes it carries along.
pub const TABLES: &[Table] = &[queue::TABLE, queue::FILES];

/// What was to be said longer ago than this when a copy is put back, nobody expects any more.
const SENT_LATE: Duration = Duration::from_secs(86_400);

/// Something to do on Discord. Bodies of messages are those of [`View::json`](crate::discord::ui::view::View::json).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Effect {
    /// A message in a channel.
    Post { channel: ChannelId, body: Value },
    /// A post of this title in a forum, with its first message; in a channel that is no forum only that message.
    ForumPost { channel: ChannelId, title: String, body: Value },
    /// A message to one person.
    Dm { member: MemberId, body: Value },
    /// The message that an earlier order made, changed. Of several that wait only the last is sent.
    Edit { of: OutboxId, body: Value },
    /// The poll of Discord's own in the message that an earlier order made ends now.
    EndPoll { of: OutboxId },
    /// A thread on the message that an earlier order made; Discord allows one for each message. The first message of a
    /// post in a forum has its thread already.
    MakeThread { of: OutboxId, name: String },
    /// A private thread under a channel.
    MakePrivateThread { channel: ChannelId, name: String },
    /// Somebody more in a thread.
    AddToThread { thread: ChannelId, member: MemberId },
    /// A thread is archived, and locked where Steward may do that.
    CloseThread { thread: ChannelId },
    /// A time-out until an instant, at most 28 days ahead; `None` lifts it.
    Timeout { member: MemberId, until: Option<Timestamp>, reason: String },
    /// Removes a member.
    Kick { member: MemberId, reason: String },
    /// Keeps a person out, and removes their messages of the last so many seconds.
    Ban { member: MemberId, delete_message_seconds: u32, reason: String },
    /// The same to many people at once, at most two hundred; it takes the permission to manage the server, too.
    BanMany { members: Vec<MemberId>, delete_message_seconds: u32, reason: String },
    /// Lets a banned person in again.
    Unban { member: MemberId, reason: String },
    /// The same, but only if the reason that Discord keeps beside the ban begins like this: what somebody else has
    /// decided stays.
    LiftOwnBan { member: MemberId, own: String, reason: String },
    /// Nobody joins by an invite until an instant, or members write each other no direct messages; at most a day ahead.
    PauseServer { invites: Option<Timestamp>, dms: Option<Timestamp>, reason: String },
    /// Removes messages of a channel, of which none is older than 14 days; at most a hundred.
    DeleteMessages { channel: ChannelId, messages: Vec<MessageId>, reason: String },
    /// How many seconds people wait between two messages in a channel; 0 for none, at most six hours.
    SetSlowmode { channel: ChannelId, seconds: u64, reason: String },
    /// Some of what a channel gives and takes of roles and members, changed; all the rest stays as it is then.
    ChangeOverwrites { channel: ChannelId, changes: Vec<OverwriteChange>, reason: String },
    /// Whether only those who manage threads write in a thread.
    LockThread { channel: ChannelId, locked: bool, reason: String },
    /// Steward's own reaction with an emoji of Unicode, put on a message or taken away.
    React { channel: ChannelId, message: MessageId, emoji: String, on: bool },
    /// A new channel.
    MakeChannel { new: NewChannel, reason: String },
    /// A channel less, if nobody has written there and no other is in it; else it stays.
    DeleteChannel { channel: ChannelId, reason: String },
    /// An event on the list of the server's events. Once it should have begun it is of no use.
    MakeEvent { new: NewEvent, reason: String },
    /// An event on that list, changed.
    ChangeEvent { event: ScheduledEventId, change: EventChange, reason: String },
}

/// A channel that is to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewChannel {
    /// As Discord keeps it: of a text channel in small letters, without spaces.
    pub name: String,
    /// A category for others, instead of a text channel.
    pub category: bool,
    pub under: Option<Under>,
    /// Who sees it and may do what there, as Discord takes it: bits of which the client library knows
    /// nothing stay whole. Steward itself has to be among them, or it would not know it again.
    pub overwrites: Value,
}

/// The category of a new channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Under {
    Channel(ChannelId),
    /// The one that another order makes, which has to end before.
    Order(OutboxId),
}

/// What it takes to put a reaction on a message.
pub const REACTING: Permissions =
    Permissions::VIEW_CHANNEL.union(Permissions::READ_MESSAGE_HISTORY).union(Permissions::ADD_REACTIONS);

impl Effect {
    /// What is kept in its own row, and the bytes that its message carries along, which are kept beside it.
    fn apart(&self) -> (Cow<'_, Self>, Vec<Vec<u8>>) {
        let (Self::Post { body, .. } | Self::ForumPost { body, .. } | Self::Dm { body, .. } | Self::Edit { body, .. }) =
            self
        else {
            return (Cow::Borrowed(self), Vec::new());
        };
        if !file::holds_bytes(body) {
            return (Cow::Borrowed(self), Vec::new());
        }
        let mut row = self.clone();
        let files = match &mut row {
            Self::Post { body, .. }
            | Self::ForumPost { body, .. }
            | Self::Dm { body, .. }
            | Self::Edit { body, .. } => file::keep(body),
            _ => Vec::new(),
        };
        (Cow::Owned(row), files)
    }

    /// What is said where Discord has refused this for want of a permission: which one it takes, and where to
    /// give it.
    pub fn refused(&self) -> Message {
        match self {
            Self::Timeout { .. } => permission::refused_everywhere(Permissions::MODERATE_MEMBERS),
            Self::Kick { .. } => permission::refused_everywhere(Permissions::KICK_MEMBERS),
            Self::Ban { .. } | Self::BanMany { .. } | Self::Unban { .. } | Self::LiftOwnBan { .. } => {
                permission::refused_everywhere(Permissions::BAN_MEMBERS)
            }
            Self::PauseServer { .. } => {
                Message::new("refused-steward-lacks").with("permission", permission::names(Permissions::MANAGE_GUILD))
            }
            Self::Post { channel, body } | Self::ForumPost { channel, body, .. } => {
                let message = Permissions::VIEW_CHANNEL | Permissions::SEND_MESSAGES | Permissions::EMBED_LINKS;
                let poll = if body["poll"].is_null() { Permissions::empty() } else { Permissions::SEND_POLLS };
                Message::new("failure-permission-in")
                    .with("channel", *channel)
                    .with("permission", permission::names(message | poll))
            }
            Self::DeleteMessages { channel, .. } => permission::refused_in(*channel, Permissions::MANAGE_MESSAGES),
            Self::SetSlowmode { channel, .. } => permission::refused_in(*channel, Permissions::MANAGE_CHANNELS),
            Self::ChangeOverwrites { channel, .. } => {
                permission::refused_in(*channel, Permissions::MANAGE_CHANNELS | Permissions::MANAGE_ROLES)
            }
            Self::LockThread { channel, .. } => permission::refused_in(*channel, Permissions::MANAGE_THREADS),
            Self::React { channel, .. } => permission::refused_in(*channel, REACTING),
            Self::MakeChannel { .. } | Self::DeleteChannel { .. } => Message::new("refused-steward-lacks")
                .with("permission", permission::names(Permissions::MANAGE_CHANNELS)),
            Self::MakePrivateThread { channel, .. } => {
                let needed = Permissions::CREATE_PRIVATE_THREADS | Permissions::SEND_MESSAGES_IN_THREADS;
                permission::refused_in(*channel, needed)
            }
            Self::AddToThread { thread, .. } => permission::refused_in(*thread, Permissions::SEND_MESSAGES_IN_THREADS),
            Self::CloseThread { thread } => permission::refused_in(*thread, Permissions::MANAGE_THREADS),
            Self::MakeThread { .. } => Message::new("refused-steward-lacks")
                .with("permission", permission::names(Permissions::CREATE_PUBLIC_THREADS)),
            Self::MakeEvent { .. } | Self::ChangeEvent { .. } => {
                Message::new("refused-steward-lacks").with("permission", permission::names(Permissions::CREATE_EVENTS))
            }
            Self::Dm { .. } | Self::Edit { .. } | Self::EndPoll { .. } => Message::new("failure-permission"),
        }
    }

    /// What is due is done in this order.
    const fn rank(&self) -> i64 {
        match self {
            Self::Timeout { .. }
            | Self::Kick { .. }
            | Self::Ban { .. }
            | Self::BanMany { .. }
            | Self::Unban { .. }
            | Self::LiftOwnBan { .. }
            | Self::PauseServer { .. }
            | Self::DeleteMessages { .. }
            | Self::SetSlowmode { .. }
            | Self::ChangeOverwrites { .. }
            | Self::LockThread { .. } => 0,
            Self::Dm { .. } => 1,
            Self::Post { .. }
            | Self::ForumPost { .. }
            | Self::MakeThread { .. }
            | Self::MakePrivateThread { .. }
            | Self::AddToThread { .. }
            | Self::MakeChannel { .. }
            | Self::DeleteChannel { .. }
            | Self::MakeEvent { .. } => 2,
            Self::Edit { .. }
            | Self::EndPoll { .. }
            | Self::CloseThread { .. }
            | Self::React { .. }
            | Self::ChangeEvent { .. } => 3,
        }
    }

    /// What happens in one lane happens in order; what changes a message stands in the lane of that.
    fn lane(&self, guild: GuildId) -> Option<String> {
        match self {
            Self::Post { channel, .. } | Self::ForumPost { channel, .. } => Some(format!("in:{channel}")),
            Self::Dm { member, .. } => Some(format!("to:{member}")),
            Self::Edit { .. } | Self::EndPoll { .. } | Self::MakeThread { .. } => None,
            Self::Timeout { member, .. }
            | Self::Kick { member, .. }
            | Self::Ban { member, .. }
            | Self::Unban { member, .. }
            | Self::LiftOwnBan { member, .. } => Some(format!("act:{guild}:{member}")),
            Self::BanMany { .. } => Some(format!("many:{guild}")),
            Self::PauseServer { .. } => Some(format!("pause:{guild}")),
            Self::DeleteMessages { channel, .. }
            | Self::SetSlowmode { channel, .. }
            | Self::ChangeOverwrites { channel, .. }
            | Self::LockThread { channel, .. } => Some(format!("of:{channel}")),
            Self::React { message, .. } => Some(format!("on:{message}")),
            Self::MakePrivateThread { channel, .. } => Some(format!("threads:{channel}")),
            Self::AddToThread { thread, .. } | Self::CloseThread { thread } => Some(format!("of:{thread}")),
            Self::MakeChannel { .. } | Self::DeleteChannel { .. } => Some(format!("make:{guild}")),
            Self::MakeEvent { .. } | Self::ChangeEvent { .. } => Some(format!("events:{guild}")),
        }
    }
}

/// An effect, and whom to tell what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    pub guild: GuildId,
    /// The name of the feature.
    pub feature: &'static str,
    /// What it is to the feature: "notice", "act", "log".
    pub purpose: &'static str,
    /// The feature's row that it follows from.
    pub row: i64,
    pub effect: Effect,
    /// Not before this one has ended.
    pub after: Option<OutboxId>,
    /// Of no use from then on: it ends as [`FailureReason::Late`].
    pub expires: Option<Timestamp>,
}

impl Order {
    /// To be done at once.
    pub const fn new(guild: GuildId, feature: &'static str, purpose: &'static str, row: i64, effect: Effect) -> Self {
        Self { guild, feature, purpose, row, effect, after: None, expires: None }
    }

    /// Not before another one has ended.
    #[must_use]
    pub fn after(self, id: OutboxId) -> Self {
        Self { after: Some(id), ..self }
    }

    /// Of no use from an instant on.
    #[must_use]
    pub fn expires(self, at: Timestamp) -> Self {
        Self { expires: Some(at), ..self }
    }
}

/// What became of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Done; with the message that came of it, if one did.
    Done { message: Option<(ChannelId, MessageId)> },
    /// Done, and this channel came of it.
    Made(ChannelId),
    /// Done, and this event came of it.
    Scheduled(ScheduledEventId),
    /// Done to all but these.
    DoneButFor(Vec<MemberId>),
    /// Not done, and it will not be tried again.
    Failed(FailureReason),
    /// It may have been done or not, and it cannot be found out.
    Unknown,
}

/// What is known of an order at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderState {
    Done,
    /// Discord has not taken it yet.
    StillOnItsWay,
    Failed(FailureReason),
    /// It may have been done or not, and it cannot be found out.
    Unknown,
}

impl From<&Outcome> for OrderState {
    fn from(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Done { .. } | Outcome::Made(_) | Outcome::Scheduled(_) | Outcome::DoneButFor(_) => Self::Done,
            Outcome::Failed(why) => Self::Failed(*why),
            Outcome::Unknown => Self::Unknown,
        }
    }
}

/// Why something was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailureReason {
    /// The person takes no direct messages from here.
    ClosedDm,
    /// The person is in no server that Steward is in, so nothing can be written to them.
    NoSharedServer,
    /// Steward lacks a permission, or stands below the person.
    Permission,
    /// Steward does not see the channel.
    Access,
    /// The channel, the message or the member is no longer there.
    Gone,
    /// Discord's AutoMod did not let the text through.
    AutoMod,
    /// It was of no use any more when it could have been done.
    Late,
    /// It was withdrawn, or a later one took its place.
    Withdrawn,
    /// Somebody uses what was to be removed, so it stays.
    InUse,
    /// There are as many of them already as Discord takes.
    Full,
    /// The channel belongs to another server.
    Foreign,
    /// The thread is archived or locked, and Steward may not open it.
    Locked,
    /// The forum takes no post without a tag, and has no tag to give.
    NoTag,
    /// Discord refused it for another reason, which the log says.
    Refused,
}

impl FailureReason {
    const ALL: [Self; 14] = [
        Self::ClosedDm,
        Self::NoSharedServer,
        Self::Permission,
        Self::Access,
        Self::Gone,
        Self::AutoMod,
        Self::Late,
        Self::Withdrawn,
        Self::InUse,
        Self::Full,
        Self::Foreign,
        Self::Locked,
        Self::NoTag,
        Self::Refused,
    ];

    /// As it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ClosedDm => "closed_dm",
            Self::NoSharedServer => "no_shared_server",
            Self::Permission => "permission",
            Self::Access => "access",
            Self::Gone => "gone",
            Self::AutoMod => "automod",
            Self::Late => "late",
            Self::Withdrawn => "withdrawn",
            Self::InUse => "in_use",
            Self::Full => "full",
            Self::Foreign => "foreign",
            Self::Locked => "locked",
            Self::NoTag => "no_tag",
            Self::Refused => "refused",
        }
    }

    /// From what is stored.
    pub fn from_stored(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.as_str() == text)
    }

    /// What a final refusal means, by Discord's codes.
    const fn of_refusal(refusal: &Refusal) -> Self {
        match refusal.code() {
            50007 => Self::ClosedDm,
            50278 => Self::NoSharedServer,
            50013 => Self::Permission,
            50001 => Self::Access,
            10003 | 10004 | 10007 | 10008 | 10013 | 10026 | 10070 => Self::Gone,
            50083 | 160_005 => Self::Locked,
            30_038 => Self::Full,
            40_067 => Self::NoTag,
            200_000 | 200_001 => Self::AutoMod,
            50_034 => Self::Late,
            _ => Self::Refused,
        }
    }
}

/// An order that has ended, as its feature is told in the transaction that notes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderEnded {
    pub id: OutboxId,
    pub guild: GuildId,
    pub purpose: String,
    pub row: i64,
    pub effect: Effect,
    pub outcome: Outcome,
}

/// Writes an order beside its cause.
///
/// # Errors
/// Fault, if the database does not take it, or if it changes the message of an order that is not
/// there.
pub async fn insert(tx: &mut SqliteConnection, order: &Order, now: Timestamp) -> Result<OutboxId> {
    let lane = match (&order.effect, order.effect.lane(order.guild)) {
        (Effect::Edit { of, .. } | Effect::EndPoll { of } | Effect::MakeThread { of, .. }, _) => {
            let lane = queue::lane(&mut *tx, order.guild, *of).await?;
            let lane = lane.ok_or_else(|| Error::fault("a change of a message that was never ordered"))?;
            if matches!(order.effect, Effect::Edit { .. }) {
                queue::delete_waiting_edits(&mut *tx, *of, &lane).await?;
            }
            lane
        }
        (_, Some(lane)) => lane,
        (_, None) => return Err(Error::fault("an effect without a lane")),
    };
    queue::insert(tx, order, &lane, now).await
}

/// Whether a thread is a post in a forum that some order made: its first message has the id of the thread.
pub async fn is_forum_post(db: impl SqliteExecutor<'_>, thread: ChannelId) -> Result<bool> {
    queue::is_known(db, thread, MessageId(thread.get())).await
}

/// Whether any of these orders has not ended.
pub async fn is_open(db: impl SqliteExecutor<'_>, ids: &[OutboxId]) -> Result<bool> {
    Ok(queue::count_open(db, ids).await? > 0)
}

/// Makes sure that nothing is done blindly a second time after a copy was put in the place of the
/// database. What is open in it may have been done since:
///
/// - a message is looked for first, and sent only where it is not found and a day has not passed;
/// - whether a punishment was carried out, and what people have decided since, cannot be known: it is
///   not done again, and its outcome is [`Outcome::Unknown`];
/// - a message is edited again, which harms nobody.
///
/// How many orders are not carried out any more.
pub async fn after_restore(tx: &mut SqliteConnection, now: Timestamp) -> Result<u64> {
    queue::set_restored(tx, now.minus(SENT_LATE), now).await
}

/// How many orders stand in each state but `done`: those would be all that ever were.
pub async fn count(db: impl SqliteExecutor<'_>) -> Result<Vec<(String, i64)>> {
    queue::count(db).await
}

/// Takes an order back. True if it is certain that nothing of it was done or will be.
pub async fn withdraw(tx: &mut SqliteConnection, id: OutboxId, now: Timestamp) -> Result<bool> {
    queue::set_withdrawn(tx, id, now).await
}
