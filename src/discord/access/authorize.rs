//! Who may do what to whom: the one decision that every command, menu, button, form, line of a bulk act
//! and job asks for. Features declare their [`Action`]s; here is what holds for all of them.
//!
//! Pure decisions on facts of now; [`super::people`] gets the facts. Three things have to agree:
//! the actor's level reaches the action, the actor stands above the person it is done to, and
//! Steward itself can do it. Beyond the [`Rule`] of an action these always hold:
//!
//! - Nobody acts on themself, nobody acts on Steward, and bots do not act.
//! - Nobody acts on the owner of the server; the owner stands above everyone else.
//! - "Above" is Discord's order of roles: of two people with the same highest role neither acts on
//!   the other. A higher level protects as well, whatever the order of the roles.
//! - People who are not here have no roles, so nobody has to stand above them.

use serenity::all::Permissions;

use crate::error::{Error, Message};
use crate::ids::MemberId;

use crate::discord::access::level::Level;
use crate::discord::access::permission;
use crate::discord::client::directory::Rank;

/// Someone's place in a server, as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub member: MemberId,
    /// What their roles make them, even while they are in a timeout.
    pub level: Level,
    /// Whether the server is theirs.
    pub owner: bool,
    pub bot: bool,
    /// Their highest role.
    pub top: Rank,
    /// What they may do in the server as a whole, now.
    pub permissions: Permissions,
    /// In a timeout that counts: Discord takes all rights from such a person, except from
    /// administrators.
    pub timed_out: bool,
    pub presence: Presence,
}

/// Whether someone is in the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    Here,
    /// Left, or was never there.
    Absent,
}

impl Standing {
    /// Someone who is not in the server, or of whom only the name matters.
    pub const fn absent(member: MemberId, bot: bool) -> Self {
        Self {
            member,
            level: Level::Everyone,
            owner: false,
            bot,
            top: Rank::EVERYONE,
            permissions: Permissions::empty(),
            timed_out: false,
            presence: Presence::Absent,
        }
    }

    /// Whether Discord lets them do everything.
    pub const fn admin(&self) -> bool {
        self.permissions.contains(Permissions::ADMINISTRATOR)
    }

    /// The level that they can use now.
    pub const fn acting_level(&self) -> Level {
        match self.presence {
            Presence::Here if !self.timed_out => self.level,
            _ => Level::Everyone,
        }
    }

    /// Whether this person stands above another in the order of roles.
    fn outranks(&self, other: &Self) -> bool {
        !other.owner && (self.owner || self.top > other.top)
    }
}

/// Something that staff do, declared by its feature in [`Feature::actions`](crate::feature::Feature::actions).
/// What is asked for more or less of people by its circumstances, such as a graver warning or a case of
/// somebody else, is an action of its own; a function of the feature chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Action {
    /// In a few words, as `tests/data/authorize.txt` names it: "read cases".
    pub name: &'static str,
    pub rule: Rule,
}

impl Action {
    /// An action by this name, and what it asks for.
    pub const fn new(name: &'static str, rule: Rule) -> Self {
        Self { name, rule }
    }
}

/// What an action asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The lowest level that may do it.
    pub level: Level,
    pub about: About,
    /// Whether it can be done to other bots.
    pub bots: bool,
    /// Whether it can be done to people who are not here.
    pub absent: bool,
    /// What is said where it cannot: the key of a text with `$member`.
    pub absent_refusal: &'static str,
    /// Whether it can be done to administrators, also where Steward acts by itself.
    pub administrators: bool,
    /// What Discord must permit Steward for it. With any of it Steward acts on the person by
    /// itself, and so has to stand above them.
    pub needs: Permissions,
}

/// Whom an action has to do with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// No person.
    Nobody,
    /// What is on record about a person: nobody changes that about themself, and nothing else of
    /// the person matters.
    Record,
    /// A person, of this standing beside the actor's.
    Person(Reach),
}

/// Who is within an actor's reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Everybody: it does nobody any harm.
    Anyone,
    /// People of one's own level and below.
    Peers,
    /// People below in the order of roles, and of no higher level.
    Below,
}

impl Rule {
    /// From this level on, about these people; not to bots or people who are not here, and without anything
    /// that Discord must permit.
    pub const fn new(level: Level, about: About) -> Self {
        Self {
            level,
            about,
            bots: false,
            absent: false,
            absent_refusal: "refused-absent",
            administrators: false,
            needs: Permissions::empty(),
        }
    }

    /// To other bots as well.
    #[must_use]
    pub const fn bots(self) -> Self {
        Self { bots: true, ..self }
    }

    /// To people who are not here as well.
    #[must_use]
    pub const fn absent(self) -> Self {
        Self { absent: true, ..self }
    }

    /// What is said where the person is not here, if not the usual.
    #[must_use]
    pub const fn absent_refusal(self, key: &'static str) -> Self {
        Self { absent_refusal: key, ..self }
    }

    /// To administrators as well.
    #[must_use]
    pub const fn administrators(self) -> Self {
        Self { administrators: true, ..self }
    }

    /// With what Discord must permit Steward.
    #[must_use]
    pub const fn needs(self, needs: Permissions) -> Self {
        Self { needs, ..self }
    }
}

/// Whether this person may do this to that person, and Steward can.
///
/// # Errors
/// Why not, and what would change that.
pub fn authorize(
    actor: &Standing,
    action: Action,
    target: Option<&Standing>,
    steward: &Standing,
) -> Result<(), Refused> {
    let rule = action.rule;
    if actor.bot || actor.member == steward.member {
        return Err(Refused::ByBot);
    }
    if actor.acting_level() < rule.level {
        return Err(Refused::Level(rule.level));
    }
    if rule.about != About::Nobody {
        let target = target.ok_or(Refused::Nobody)?;
        if actor.member == target.member {
            return Err(Refused::Oneself);
        }
        if let About::Person(reach) = rule.about {
            within(actor, reach, rule, target, steward)?;
        }
    }
    feasible(action, target, steward)
}

/// Whether a person is one of those that the actor can do this to.
fn within(actor: &Standing, reach: Reach, rule: Rule, target: &Standing, steward: &Standing) -> Result<(), Refused> {
    let member = target.member;
    if member == steward.member {
        return Err(Refused::Steward);
    }
    if target.bot && !rule.bots {
        return Err(Refused::OfBot(member));
    }
    if target.owner {
        return Err(Refused::Owner(member));
    }
    if target.presence == Presence::Absent || actor.owner || reach == Reach::Anyone {
        return Ok(());
    }
    if target.level > actor.level {
        return Err(Refused::HigherLevel(member));
    }
    if reach == Reach::Below && !actor.outranks(target) {
        return Err(Refused::HigherRole(member));
    }
    Ok(())
}

/// Whether Steward can do it, whoever asks: what jobs ask before they act on their own.
///
/// # Errors
/// Why not, and what would change that.
pub fn feasible(action: Action, target: Option<&Standing>, steward: &Standing) -> Result<(), Refused> {
    let rule = action.rule;
    let by_steward = !rule.needs.is_empty();
    if let (About::Person(reach), Some(target)) = (rule.about, target) {
        let member = target.member;
        let here = target.presence == Presence::Here;
        if !here && !rule.absent {
            return Err(Refused::Absent(member, action));
        }
        // Discord takes no timeout for administrators; against kicks and bans they are protected
        // here, so that a stolen account of one cannot clear out the others through Steward.
        if by_steward && here && reach == Reach::Below && target.admin() && !rule.administrators {
            return Err(Refused::Administrator(member));
        }
        if by_steward && here && reach == Reach::Below && !steward.outranks(target) {
            return Err(Refused::StewardRole(member));
        }
    }
    let missing = rule.needs.difference(steward.permissions);
    if missing.is_empty() { Ok(()) } else { Err(Refused::StewardLacks(missing)) }
}

/// Why something is not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("bots do not act")]
    ByBot,
    #[error("only from {0:?} on")]
    Level(Level),
    #[error("it is about oneself")]
    Oneself,
    #[error("it is about Steward")]
    Steward,
    #[error("{0} owns the server")]
    Owner(MemberId),
    #[error("{0} is a bot")]
    OfBot(MemberId),
    #[error("{0} is of a higher level")]
    HigherLevel(MemberId),
    #[error("{0} has the same highest role or a higher one")]
    HigherRole(MemberId),
    #[error("{0} is not here for {name}", name = .1.name)]
    Absent(MemberId, Action),
    #[error("{0} is an administrator")]
    Administrator(MemberId),
    #[error("{0} has Steward's highest role or a higher one")]
    StewardRole(MemberId),
    #[error("Steward lacks {0}")]
    StewardLacks(Permissions),
    /// A mistake of ours: this action is done to a person.
    #[error("an action on a person, without the person")]
    Nobody,
}

impl Refused {
    /// What the person is told.
    pub fn message(self) -> Message {
        let about = |key: &'static str, member: MemberId| Message::new(key).with("member", member);
        match self {
            Self::ByBot => Message::new("refused-by-bot"),
            Self::Level(level) => level.refusal(),
            Self::Oneself => Message::new("refused-oneself"),
            Self::Steward => Message::new("refused-steward"),
            Self::Owner(member) => about("refused-owner", member),
            Self::OfBot(member) => about("refused-of-bot", member),
            Self::HigherLevel(member) => about("refused-higher-level", member),
            Self::HigherRole(member) => about("refused-higher-role", member),
            Self::Absent(member, action) => about(action.rule.absent_refusal, member),
            Self::Administrator(member) => about("refused-administrator", member),
            Self::StewardRole(member) => about("refused-steward-role", member),
            Self::StewardLacks(missing) => {
                Message::new("refused-steward-lacks").with("permission", permission::names(missing))
            }
            Self::Nobody => Message::new("people-unknown"),
        }
    }
}

impl From<Refused> for Error {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Nobody => Self::fault(refused),
            told => Self::Told(told.message()),
        }
    }
}
