//! What staff do with AMA sessions, and what each act asks for. What hosts do, the rows of their session say.

use crate::discord::access::authorize::About::Nobody;
use crate::discord::access::authorize::{Action, Rule};
use crate::discord::access::level::Level::{Manager, Moderator};

use super::Anonymity;

/// Create a session, open and close it, and name its hosts.
pub const RUN_AMA: Action = Action::new("run AMA", Rule::new(Moderator, Nobody));
/// The same with a session in which nobody can find out who asked.
pub const RUN_SEALED_AMA: Action = Action::new("run sealed AMA", Rule::new(Manager, Nobody));
/// Read questions before they appear, and decide whether they do.
pub const REVIEW_AMA: Action = Action::new("review AMA", Rule::new(Moderator, Nobody));
/// Take the questions and answers of a session along as files.
pub const EXPORT_AMA: Action = Action::new("export AMA", Rule::new(Manager, Nobody));

/// All of them.
pub const ALL: &[Action] = &[RUN_AMA, RUN_SEALED_AMA, REVIEW_AMA, EXPORT_AMA];

/// Running a session, by how far it hides who asks.
pub const fn run(anonymity: Anonymity) -> Action {
    match anonymity {
        Anonymity::Named | Anonymity::Hidden => RUN_AMA,
        Anonymity::Sealed => RUN_SEALED_AMA,
    }
}
