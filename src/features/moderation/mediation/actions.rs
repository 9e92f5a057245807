//! What staff do with mediations.

use crate::discord::access::authorize::About::Nobody;
use crate::discord::access::authorize::{Action, Rule};
use crate::discord::access::level::Level::{Manager, Moderator};

/// Invite two members to a mediation, and close one that one leads oneself.
pub const MEDIATE: Action = Action::new("mediate", Rule::new(Moderator, Nobody));
/// Close a mediation that somebody else leads.
pub const CLOSE_OTHER_MEDIATION: Action = Action::new("close other mediation", Rule::new(Manager, Nobody));

/// All of them.
pub const ALL: &[Action] = &[MEDIATE, CLOSE_OTHER_MEDIATION];
