//! What staff do with appeals, and what each act asks for. That nobody decides about an act of their own is decided where
//! it is known whether there is anybody else (`settling.rs`).

use crate::discord::access::authorize::About::{Nobody, Record};
use crate::discord::access::authorize::{Action, Rule};
use crate::discord::access::level::Level::Moderator;

/// Read appeals.
pub const READ_APPEALS: Action = Action::new("read appeals", Rule::new(Moderator, Nobody));
/// Decide an appeal, or ask something first; the person is the one who appeals.
pub const DECIDE_APPEAL: Action = Action::new("decide appeal", Rule::new(Moderator, Record));

/// All of them.
pub const ALL: &[Action] = &[READ_APPEALS, DECIDE_APPEAL];
