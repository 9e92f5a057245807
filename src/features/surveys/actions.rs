//! What staff do with surveys, and what each act asks for.

use crate::discord::access::authorize::About::Nobody;
use crate::discord::access::authorize::{Action, Rule};
use crate::discord::access::level::Level::Manager;

/// Read what people have answered.
pub const READ_SURVEYS: Action = Action::new("read surveys", Rule::new(Manager, Nobody));
/// Make surveys, send them, and say when they come again.
pub const SET_SURVEYS: Action = Action::new("set surveys", Rule::new(Manager, Nobody));

/// All of them.
pub const ALL: &[Action] = &[READ_SURVEYS, SET_SURVEYS];
