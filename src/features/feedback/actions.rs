//! What staff do with feedback, and what each act asks for.

use crate::discord::access::authorize::About::Nobody;
use crate::discord::access::authorize::{Action, Rule};
use crate::discord::access::level::Level::{Helper, Manager};

/// Tag messages as feedback, and read what others have tagged.
pub const TAG_FEEDBACK: Action = Action::new("tag feedback", Rule::new(Helper, Nobody));
/// Say what becomes of a theme, who sees to it, and which tags there are.
pub const MANAGE_FEEDBACK: Action = Action::new("manage feedback", Rule::new(Manager, Nobody));
/// Take feedback along as a file.
pub const EXPORT_FEEDBACK: Action = Action::new("export feedback", Rule::new(Manager, Nobody));

/// All of them.
pub const ALL: &[Action] = &[TAG_FEEDBACK, MANAGE_FEEDBACK, EXPORT_FEEDBACK];
