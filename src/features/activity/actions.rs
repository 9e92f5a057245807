//! What staff do with the figures, and what each act asks for.

use crate::discord::access::authorize::About::Nobody;
use crate::discord::access::authorize::{Action, Rule};
use crate::discord::access::level::Level::{Manager, Moderator};

/// Read figures of a channel, of newcomers and of others, and who needs a person today.
pub const READ_STATS: Action = Action::new("read stats", Rule::new(Moderator, Nobody));

/// Say in which channels nothing is counted.
pub const SET_EXCLUDED: Action = Action::new("exclude channels", Rule::new(Manager, Nobody));

/// Have history read.
pub const BACKFILL: Action = Action::new("backfill", Rule::new(Manager, Nobody));

/// All of them.
pub const ALL: &[Action] = &[READ_STATS, SET_EXCLUDED, BACKFILL];
