//! What staff do with polls, and what each act asks for.

use crate::discord::access::authorize::About::Nobody;
use crate::discord::access::authorize::{Action, Rule};
use crate::discord::access::level::Level::{Helper, Manager, Moderator};

/// Ask the members of a server something.
pub const MAKE_POLL: Action = Action::new("make poll", Rule::new(Helper, Nobody));
/// Read what was asked before, and its results as far as they may be seen.
pub const READ_POLLS: Action = Action::new("read polls", Rule::new(Helper, Nobody));
/// Close a poll of one's own, or put its end off.
pub const END_OWN_POLL: Action = Action::new("end own poll", Rule::new(Helper, Nobody));
/// The same with a poll of somebody else.
pub const END_OTHER_POLL: Action = Action::new("end other poll", Rule::new(Moderator, Nobody));
/// Take the results of a poll along as a file.
pub const EXPORT_POLL: Action = Action::new("export poll", Rule::new(Manager, Nobody));

/// All of them.
pub const ALL: &[Action] = &[MAKE_POLL, READ_POLLS, END_OWN_POLL, END_OTHER_POLL, EXPORT_POLL];

/// Ending a poll, by whether it is one's own.
pub(super) const fn end_poll(own: bool) -> Action {
    if own { END_OWN_POLL } else { END_OTHER_POLL }
}
