//! What staff do in moderation, and what each act asks for.

use serenity::all::Permissions;

use crate::discord::access::authorize::About::{Nobody, Person, Record};
use crate::discord::access::authorize::Reach::{Anyone, Below, Peers};
use crate::discord::access::authorize::{Action, Rule};
use crate::discord::access::level::Level::{Helper, Manager, Moderator};

use super::rules::points::Severity;

/// Write down something about a person. A note is no act: it is written about colleagues too, and bots need
/// none.
pub const NOTE: Action = Action::new("note", Rule::new(Helper, Person(Peers)).absent());
/// Warn a person. Whoever has left hears nothing of a warning, but it stands on record if they return.
pub const WARN_MINOR: Action = Action::new("warn 1", Rule::new(Helper, Person(Below)).absent());
/// The same, for something serious.
pub const WARN_SERIOUS: Action = Action::new("warn 2", Rule::new(Moderator, Person(Below)).absent());
/// The same, for something severe.
pub const WARN_SEVERE: Action = Action::new("warn 3", Rule::new(Moderator, Person(Below)).absent());
/// Put a person into a timeout, or change how long it lasts.
pub const TIMEOUT: Action = Action::new("timeout", TIMING_OUT);
/// Lift a timeout. That undoes somebody's decision about the person, so it reaches no further; Discord lets
/// it be lifted from administrators too.
pub const UNTIMEOUT: Action =
    Action::new("untimeout", TIMING_OUT.administrators().absent_refusal("refused-absent-untimeout"));
/// Remove a person from the server.
pub const KICK: Action =
    Action::new("kick", Rule::new(Moderator, Person(Below)).bots().needs(Permissions::KICK_MEMBERS));
/// The same, with messages of theirs, which Discord deletes only with a ban.
pub const KICK_AND_DELETE: Action =
    Action::new("kick delete", Rule::new(Moderator, Person(Below)).bots().needs(Permissions::BAN_MEMBERS));
/// Keep a person out of the server.
pub const BAN: Action =
    Action::new("ban", Rule::new(Moderator, Person(Below)).bots().absent().needs(Permissions::BAN_MEMBERS));
/// Let a banned person in again.
pub const UNBAN: Action =
    Action::new("unban", Rule::new(Moderator, Person(Anyone)).bots().absent().needs(Permissions::BAN_MEMBERS));
/// Take back what one has done oneself a moment ago; the person is whom that was done to.
pub const UNDO: Action = Action::new("undo", Rule::new(Helper, Record));
/// Delete messages of a channel; whether Steward may do that there is asked of the channel.
pub const PURGE: Action = Action::new("purge", Rule::new(Moderator, Nobody));
/// Set how long people wait between two messages in a channel; as above.
pub const SLOWMODE: Action = Action::new("slowmode", Rule::new(Moderator, Nobody));
/// Take from members what lets them write in a channel; as above.
pub const LOCK: Action = Action::new("lock", Rule::new(Moderator, Nobody));
/// Open a locked channel as it was; as above.
pub const UNLOCK: Action = Action::new("unlock", Rule::new(Moderator, Nobody));
/// Do the same to many people at once; each of them is an action of its own and asks again.
pub const MASS: Action = Action::new("mass", Rule::new(Moderator, Nobody));
/// The same to more people than a moderator may.
pub const MASS_LARGE: Action = Action::new("large mass", Rule::new(Manager, Nobody));
/// Say whether kicks and bans go on that came too fast.
pub const CONFIRM_HELD: Action = Action::new("confirm held", Rule::new(Manager, Nobody));
/// Read cases and the history of people.
pub const READ_CASES: Action = Action::new("read cases", Rule::new(Helper, Nobody));
/// Change a case that one recorded oneself; the person is whom it is about.
pub const EDIT_OWN_CASE: Action = Action::new("edit own case", Rule::new(Moderator, Record));
/// Change a case that somebody else recorded.
pub const EDIT_OTHER_CASE: Action = Action::new("edit other case", Rule::new(Manager, Record));
/// Declare a case void that one recorded oneself.
pub const VOID_OWN_CASE: Action = Action::new("void own case", Rule::new(Moderator, Record));
/// Declare a case void that somebody else recorded.
pub const VOID_OTHER_CASE: Action = Action::new("void other case", Rule::new(Manager, Record));
/// Link cases that belong together.
pub const LINK_CASES: Action = Action::new("link cases", Rule::new(Moderator, Nobody));
/// Take all cases along as a file.
pub const EXPORT_CASES: Action = Action::new("export cases", Rule::new(Manager, Nobody));
/// Bring cases in a file. They do nothing to anybody.
pub const IMPORT_CASES: Action = Action::new("import cases", Rule::new(Manager, Nobody));
/// Say what follows where the ladder leaves it to managers; what is decided is an action of its own and asks
/// again.
pub const DECIDE: Action = Action::new("decide", Rule::new(Manager, Record));

/// All of them.
pub const ALL: &[Action] = &[
    NOTE,
    WARN_MINOR,
    WARN_SERIOUS,
    WARN_SEVERE,
    TIMEOUT,
    UNTIMEOUT,
    KICK,
    KICK_AND_DELETE,
    BAN,
    UNBAN,
    PURGE,
    SLOWMODE,
    LOCK,
    UNLOCK,
    MASS,
    MASS_LARGE,
    CONFIRM_HELD,
    UNDO,
    READ_CASES,
    EDIT_OWN_CASE,
    EDIT_OTHER_CASE,
    VOID_OWN_CASE,
    VOID_OTHER_CASE,
    LINK_CASES,
    EXPORT_CASES,
    IMPORT_CASES,
    DECIDE,
];

const TIMING_OUT: Rule = Rule::new(Moderator, Person(Below)).bots().needs(Permissions::MODERATE_MEMBERS);

/// A kick, by whether messages are deleted with it.
pub(super) const fn kick(deletes: bool) -> Action {
    if deletes { KICK_AND_DELETE } else { KICK }
}

/// A warning of this severity.
pub(super) const fn warn(severity: Severity) -> Action {
    match severity {
        Severity::Minor => WARN_MINOR,
        Severity::Serious => WARN_SERIOUS,
        Severity::Severe => WARN_SEVERE,
    }
}

/// A change of a case, by whether it is one's own.
pub(super) const fn edit_case(own: bool) -> Action {
    if own { EDIT_OWN_CASE } else { EDIT_OTHER_CASE }
}

/// Declaring a case void, by whether it is one's own.
pub(super) const fn void_case(own: bool) -> Action {
    if own { VOID_OWN_CASE } else { VOID_OTHER_CASE }
}
