//! What staff do in a raid, and what each act asks for. What is done to each of the people is an act of moderation
//! and asks again.

use serenity::all::Permissions;

use crate::discord::access::authorize::About::Nobody;
use crate::discord::access::authorize::{Action, Rule};
use crate::discord::access::level::Level::Moderator;

/// Say that a raid is on, or over, or none, and see who joined.
pub const RAID: Action = Action::new("raid", Rule::new(Moderator, Nobody));
/// Do the same to everyone who joined lately.
pub const CLEAN_RAID: Action = Action::new("clean raid", Rule::new(Moderator, Nobody));
/// Pause invites or direct messages of the whole server.
pub const PAUSE_SERVER: Action =
    Action::new("pause server", Rule::new(Moderator, Nobody).needs(Permissions::MANAGE_GUILD));

/// All of them.
pub const ALL: &[Action] = &[RAID, CLEAN_RAID, PAUSE_SERVER];
