//! What staff do with the digest, and what each act asks for.

use crate::discord::access::authorize::About::Nobody;
use crate::discord::access::authorize::{Action, Rule};
use crate::discord::access::level::Level::Manager;

/// Read it.
pub const READ_DIGEST: Action = Action::new("read digest", Rule::new(Manager, Nobody));
/// Say when and where it comes, and post it now.
pub const SET_DIGEST: Action = Action::new("set digest", Rule::new(Manager, Nobody));

/// All of them.
pub const ALL: &[Action] = &[READ_DIGEST, SET_DIGEST];
