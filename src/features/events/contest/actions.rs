//! What staff do with contests, and what each act asks for.

use crate::discord::access::authorize::About::Nobody;
use crate::discord::access::authorize::{Action, Rule};
use crate::discord::access::level::Level::{Helper, Moderator};

/// Create a contest.
pub const MAKE_CONTEST: Action = Action::new("make contest", Rule::new(Helper, Nobody));
/// Close a contest of somebody else, and decide what appears in it.
pub const RUN_CONTEST: Action = Action::new("run contest", Rule::new(Moderator, Nobody));

/// All of them.
pub const ALL: &[Action] = &[MAKE_CONTEST, RUN_CONTEST];
