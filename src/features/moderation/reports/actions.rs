//! What staff do with reports, and what each act asks for. What is done to the reported person is an act of
//! moderation and asks again.

use crate::discord::access::authorize::About::Nobody;
use crate::discord::access::authorize::{Action, Rule};
use crate::discord::access::level::Level::{Helper, Manager, Moderator};

/// Read reports and take one on.
pub const CLAIM_REPORTS: Action = Action::new("claim reports", Rule::new(Helper, Nobody));
/// Settle reports, and see who has reported.
pub const SETTLE_REPORTS: Action = Action::new("settle reports", Rule::new(Moderator, Nobody));
/// Do either with a report about somebody of the staff.
pub const STAFF_REPORTS: Action = Action::new("staff reports", Rule::new(Manager, Nobody));
/// Delete the message that is reported.
pub const DELETE_REPORTED: Action = Action::new("delete reported", Rule::new(Moderator, Nobody));

/// All of them.
pub const ALL: &[Action] = &[CLAIM_REPORTS, SETTLE_REPORTS, STAFF_REPORTS, DELETE_REPORTED];
