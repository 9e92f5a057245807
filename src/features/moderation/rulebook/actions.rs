//! What staff do with the rules of a server. Everyone reads them.

use crate::discord::access::authorize::About::Nobody;
use crate::discord::access::authorize::{Action, Rule};
use crate::discord::access::level::Level::Manager;

/// Write, change, move, retire and post rules.
pub const MANAGE_RULES: Action = Action::new("manage rules", Rule::new(Manager, Nobody));

/// All of them.
pub const ALL: &[Action] = &[MANAGE_RULES];
