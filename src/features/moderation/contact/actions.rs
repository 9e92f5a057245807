//! What staff do with contacts.

use crate::discord::access::authorize::About::Nobody;
use crate::discord::access::authorize::{Action, Rule};
use crate::discord::access::level::Level::Helper;

/// Join a member's thread, and close it. Members close their own.
pub const ANSWER_CONTACT: Action = Action::new("answer contact", Rule::new(Helper, Nobody));

/// All of them.
pub const ALL: &[Action] = &[ANSWER_CONTACT];
