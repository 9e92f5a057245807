//! What staff do with events, and what each act asks for.

use crate::discord::access::authorize::About::Nobody;
use crate::discord::access::authorize::{Action, Rule};
use crate::discord::access::level::Level::{Helper, Manager, Moderator};

/// Call people together.
pub const MAKE_EVENT: Action = Action::new("make event", Rule::new(Helper, Nobody));
/// Change, move or cancel an event of one's own, and write to those who are signed up.
pub const RUN_OWN_EVENT: Action = Action::new("run own event", Rule::new(Helper, Nobody));
/// The same with an event of somebody else.
pub const RUN_OTHER_EVENT: Action = Action::new("run other event", Rule::new(Moderator, Nobody));
/// Read who is signed up.
pub const READ_ATTENDEES: Action = Action::new("read attendees", Rule::new(Helper, Nobody));
/// Take those who are signed up along as a file.
pub const EXPORT_EVENT: Action = Action::new("export event", Rule::new(Manager, Nobody));

/// Give the calendar of the server another address.
pub const RENEW_FEED: Action = Action::new("renew feed", Rule::new(Manager, Nobody));

/// All of them.
pub const ALL: &[Action] = &[MAKE_EVENT, RUN_OWN_EVENT, RUN_OTHER_EVENT, READ_ATTENDEES, EXPORT_EVENT, RENEW_FEED];

/// Running an event, by whether it is one's own.
pub const fn run(own: bool) -> Action {
    if own { RUN_OWN_EVENT } else { RUN_OTHER_EVENT }
}
