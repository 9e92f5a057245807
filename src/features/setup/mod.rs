//! What a server has chosen: `/setup start` walks through it, `/setup show` and `/setup set` see and
//! change one setting, `/setup check` says what is missing.
//!
//! Each feature lists its own settings in its form; here they are read, shown, kept and taken back
//! all alike. Other features ask [`server`]; [`setting_types`] has the kinds of settings that more than one of
//! them needs.

pub mod actions;
mod change;
pub mod check;
mod commands;
mod components;
mod creation;
mod listen;
mod quiet_hours;
mod rules;
mod server;
pub mod setting_types;
mod staff;
pub mod store;
mod times;
mod views;
mod walk;

use serenity::all::{GatewayIntents, Permissions};

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::outbox::FailureReason;
use crate::error::{Error, Message, Result};
use crate::feature::Feature;
use crate::feature::setting::Setting;
use crate::ids::{ChannelId, GuildId, MemberId, OutboxId, RoleId, ids};
use crate::text::zone::Zone;

pub use change::follow;
pub use quiet_hours::Quiet;
pub use rules::zone;
pub use server::{Server, server};
pub use store::set;
pub use times::{offer_end, offer_start};

ids! {
    /// A setting that was changed.
    ChangeId,
    /// Channels that Steward made because somebody asked for them.
    CreationId,
}

const SETTINGS: &[Setting] = &[
    setting_types::LANGUAGE,
    setting_types::ZONE,
    setting_types::MANAGER_ROLE,
    setting_types::MODERATOR_ROLE,
    setting_types::HELPER_ROLE,
    setting_types::REPORTS,
    setting_types::APPEALS,
    setting_types::FEEDBACK,
    setting_types::ANNOUNCEMENTS,
    setting_types::EVENTS,
    setting_types::SUGGESTIONS,
    setting_types::QUIET_HOURS,
];

/// The name of the feature.
const NAME: &str = "setup";

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        actions: actions::ALL,
        commands: || vec![commands::setup()],
        routes: components::ROUTES,
        listen: Some(|app, event| Box::pin(listen::event(app, event))),
        on_start: Some(|app| Box::pin(staff::load(app))),
        after_setting: Some(|app, guild, setting| Box::pin(staff::follow(app, guild, setting))),
        on_order_ended: Some(|tx, delivered, now| Box::pin(creation::delivered(tx, delivered, now))),
        settings: SETTINGS,
        tables: store::TABLES,
        intents: GatewayIntents::GUILDS,
        permissions: &[(Permissions::MANAGE_CHANNELS, "needs-manage-channels")],
        ..Feature::new(NAME)
    }
}

/// The calendar by which a server is counted. Unlike [`Server::zone`], which holds for people at once,
/// another one begins with its next Monday, so that a week is counted in one zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The zone that days are counted in now.
    pub zone: Zone,
    /// The one that follows, and from when on.
    pub next: Option<(Timestamp, Zone)>,
}

/// The calendar by which a server is counted now.
pub async fn calendar(app: &App, guild: GuildId) -> Result<Calendar> {
    let now = app.clock.now();
    let chosen = server(app.db.read(), guild).await?.zone;
    let changes =
        store::changes(app.db.read(), guild, setting_types::ZONE.name, now.minus(rules::LONGER_THAN_A_WEEK)).await?;
    rules::calendar(chosen, &changes, now)
}

/// Discord has not said enough of a server yet.
fn unknown() -> Message {
    Message::new("check-unknown")
}

/// Every setting of every feature, in the order of the list.
fn all(app: &App) -> impl Iterator<Item = &'static Setting> {
    app.features().iter().flat_map(|feature| feature.settings)
}

/// A setting that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub id: ChangeId,
    /// The setting.
    pub name: String,
    /// `None`, here and after, is the default.
    pub before: Option<String>,
    pub after: Option<String>,
    pub at: Timestamp,
    /// Whether it was taken back.
    pub undone: bool,
}

/// What a person at `/setup` can do something about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("no setting {0}")]
    NoSetting(String),
    #[error("no language {0}")]
    NoLanguage(String),
    #[error("no zone {0}")]
    NoZone(String),
    #[error("several zones: {0:?}")]
    SeveralZones(Vec<String>),
    #[error("no channel {0}")]
    NoChannel(String),
    #[error("several channels {0}")]
    SeveralChannels(String),
    #[error("no role {0}")]
    NoRole(String),
    #[error("several roles {0}")]
    SeveralRoles(String),
    #[error("the role of everyone")]
    RoleOfEveryone,
    #[error("a role that nobody can be given: {0}")]
    ManagedRole(RoleId),
    #[error("not hours: {0}")]
    NotHours(String),
    #[error("not a channel for posts: {0}")]
    NotForPosts(ChannelId),
    #[error("channels are being made already")]
    Creating,
    #[error("no channel is missing")]
    NothingToCreate,
    #[error("taken back already")]
    Undone,
    #[error("too late to take it back")]
    TooLate,
    #[error("changed again since")]
    ChangedSince,
}

impl From<Problem> for Message {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::NoSetting(typed) => Self::new("setup-no-setting").with("typed", typed),
            Problem::NoLanguage(typed) => Self::new("setting-language-none").with("typed", typed),
            Problem::NoZone(typed) => Self::new("setting-zone-none").with("typed", typed),
            Problem::SeveralZones(names) => Self::new("setting-zone-several").with("names", names.join(", ")),
            Problem::NoChannel(typed) => Self::new("setting-channel-none").with("typed", typed),
            Problem::SeveralChannels(typed) => Self::new("setting-channel-several").with("typed", typed),
            Problem::NoRole(typed) => Self::new("setting-role-none").with("typed", typed),
            Problem::SeveralRoles(typed) => Self::new("setting-role-several").with("typed", typed),
            Problem::RoleOfEveryone => Self::new("setting-role-everyone"),
            Problem::ManagedRole(role) => Self::new("setting-role-managed").with("role", role),
            Problem::NotHours(typed) => Self::new("setting-quiet_hours-none").with("typed", typed),
            Problem::NotForPosts(channel) => Self::new("setting-channel-not-for-posts").with("channel", channel),
            Problem::Creating => Self::new("create-running"),
            Problem::NothingToCreate => Self::new("create-nothing"),
            Problem::Undone => Self::new("setup-undo-done"),
            Problem::TooLate => Self::new("setup-undo-late"),
            Problem::ChangedSince => Self::new("setup-undo-changed"),
        }
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Told(problem.into())
    }
}

/// Everything that was made by one press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Creation {
    pub id: CreationId,
    pub actor: MemberId,
    pub at: Timestamp,
    pub undone: bool,
    pub channels: Vec<Made>,
}

/// One channel of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The setting that it is for, or [`creation::CATEGORY`].
    pub setting: String,
    pub name: String,
    pub order: OutboxId,
    pub state: State,
    pub channel: Option<ChannelId>,
    pub why: Option<FailureReason>,
}

/// How far a channel is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum State {
    Ordered,
    Made,
    Failed,
    Unknown,
    Deleting,
    Deleted,
    /// It was to be deleted, and stays.
    Kept,
}

impl State {
    /// Whether Discord has not answered yet.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Ordered | Self::Deleting)
    }
}
