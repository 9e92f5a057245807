//! What staff do with settings, and what each act asks for.

use serenity::all::Permissions;

use crate::discord::access::authorize::About::Nobody;
use crate::discord::access::authorize::{Action, Rule};
use crate::discord::access::level::Level::Manager;

/// Read what is set.
pub const READ_SETTINGS: Action = Action::new("read settings", Rule::new(Manager, Nobody));
/// Change what is set.
pub const SET_SETTINGS: Action = Action::new("set settings", Rule::new(Manager, Nobody));
/// Have Steward make channels, or delete those it has made. What Steward does not hold it can neither give
/// nor take in a channel: to hide one it has to see.
pub const CREATE_CHANNELS: Action = Action::new(
    "create channels",
    Rule::new(Manager, Nobody).needs(Permissions::MANAGE_CHANNELS.union(Permissions::VIEW_CHANNEL)),
);

/// All of them.
pub const ALL: &[Action] = &[READ_SETTINGS, SET_SETTINGS, CREATE_CHANNELS];
