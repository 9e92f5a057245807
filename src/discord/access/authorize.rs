//! Who may do what to whom: the one table that every door asks, whether a command, a menu, a
//! button, a form, a line of a bulk act or a job stands behind it.
//!
//! Pure decisions on facts of now; [`super::people`] gets the facts. Three things have to agree:
//! the actor's level reaches the action, the actor stands above the person it is done to, and
//! Steward itself can do it. What stands in [`rule`] is all there is; beyond it these always hold:
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

/// What staff do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Write down something about a person.
    Note,
    /// Warn a person; severities go from 1 to 3.
    Warn {
        severity: u8,
    },
    Timeout,
    Untimeout,
    Kick,
    Ban,
    Unban,
    /// Take back what one has done oneself a moment ago; the person is whom that was done to.
    Undo,
    /// Read cases and the history of people.
    ReadCases,
    /// Change a case; the person is whom it is about, and it is one's own if one recorded it.
    EditCase {
        own: bool,
    },
    /// Declare a case void.
    VoidCase {
        own: bool,
    },
    LinkCases,
    /// Say what follows where the ladder leaves it to managers; what is decided is an action of
    /// its own and asks again.
    Decide,
    ReadDigest,
    SetDigest,
    ReadSettings,
    SetSettings,
    /// Have Steward make channels, or delete those it has made.
    CreateChannels,
    /// Read what people have answered to surveys.
    ReadSurveys,
    /// Make surveys, send them, and say when they come again.
    SetSurveys,
    /// Ask the members of a server something.
    MakePoll,
    /// Read what was asked before, and its results as far as they may be seen.
    ReadPolls,
    /// Close a poll, or put its end off.
    EndPoll {
        own: bool,
    },
    /// Take its results along as a file.
    ExportPoll,
}

impl Action {
    /// Every action, those with shades once for each.
    pub const ALL: [Self; 29] = [
        Self::Note,
        Self::Warn { severity: 1 },
        Self::Warn { severity: 2 },
        Self::Warn { severity: 3 },
        Self::Timeout,
        Self::Untimeout,
        Self::Kick,
        Self::Ban,
        Self::Unban,
        Self::Undo,
        Self::ReadCases,
        Self::EditCase { own: true },
        Self::EditCase { own: false },
        Self::VoidCase { own: true },
        Self::VoidCase { own: false },
        Self::LinkCases,
        Self::Decide,
        Self::ReadDigest,
        Self::SetDigest,
        Self::ReadSettings,
        Self::SetSettings,
        Self::CreateChannels,
        Self::MakePoll,
        Self::ReadPolls,
        Self::EndPoll { own: true },
        Self::EndPoll { own: false },
        Self::ExportPoll,
        Self::ReadSurveys,
        Self::SetSurveys,
    ];
}

/// What an action asks for: a line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The lowest level that may do it.
    pub level: Level,
    pub about: About,
    /// Whether it can be done to other bots.
    pub bots: bool,
    /// Whether it can be done to people who are not here.
    pub absent: bool,
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
    const fn at(level: Level, about: About) -> Self {
        Self { level, about, bots: false, absent: false, needs: Permissions::empty() }
    }

    const fn bots(self) -> Self {
        Self { bots: true, ..self }
    }

    const fn absent(self) -> Self {
        Self { absent: true, ..self }
    }

    const fn needs(self, needs: Permissions) -> Self {
        Self { needs, ..self }
    }
}

/// The table.
pub const fn rule(action: Action) -> Rule {
    use About::{Nobody, Person, Record};
    use Level::{Helper, Manager, Moderator};
    use Reach::{Anyone, Below, Peers};

    match action {
        // A note is no act: it is written about colleagues too, and bots need none.
        Action::Note => Rule::at(Helper, Person(Peers)).absent(),
        // Whoever has left hears nothing of a warning, but it stands on record if they return.
        Action::Warn { severity: 1 } => Rule::at(Helper, Person(Below)).absent(),
        Action::Warn { .. } => Rule::at(Moderator, Person(Below)).absent(),
        // Lifting a timeout undoes somebody's decision about the person, so it reaches no further.
        Action::Timeout | Action::Untimeout => {
            Rule::at(Moderator, Person(Below)).bots().needs(Permissions::MODERATE_MEMBERS)
        }
        Action::Kick => Rule::at(Moderator, Person(Below)).bots().needs(Permissions::KICK_MEMBERS),
        Action::Ban => Rule::at(Moderator, Person(Below)).bots().absent().needs(Permissions::BAN_MEMBERS),
        Action::Unban => Rule::at(Moderator, Person(Anyone)).bots().absent().needs(Permissions::BAN_MEMBERS),
        Action::Undo => Rule::at(Helper, Record),
        Action::ReadCases => Rule::at(Helper, Nobody),
        Action::EditCase { own: true } | Action::VoidCase { own: true } => Rule::at(Moderator, Record),
        Action::EditCase { own: false } | Action::VoidCase { own: false } => Rule::at(Manager, Record),
        Action::LinkCases => Rule::at(Moderator, Nobody),
        Action::Decide => Rule::at(Manager, Record),
        Action::ReadDigest
        | Action::SetDigest
        | Action::ReadSettings
        | Action::SetSettings
        | Action::ReadSurveys
        | Action::SetSurveys => Rule::at(Manager, Nobody),
        Action::MakePoll | Action::ReadPolls | Action::EndPoll { own: true } => Rule::at(Helper, Nobody),
        Action::EndPoll { own: false } => Rule::at(Moderator, Nobody),
        Action::ExportPoll => Rule::at(Manager, Nobody),
        // What Steward does not hold it can neither give nor take in a channel: to hide one it has to see.
        Action::CreateChannels => {
            Rule::at(Manager, Nobody).needs(Permissions::MANAGE_CHANNELS.union(Permissions::VIEW_CHANNEL))
        }
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
    let rule = rule(action);
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
    let rule = rule(action);
    let by_steward = !rule.needs.is_empty();
    if let (About::Person(reach), Some(target)) = (rule.about, target) {
        let member = target.member;
        let here = target.presence == Presence::Here;
        if !here && !rule.absent {
            return Err(Refused::Absent(member, action));
        }
        // Discord takes no timeout for administrators; against kicks and bans they are protected
        // here, so that a stolen account of one cannot clear out the others through Steward.
        if by_steward && here && reach == Reach::Below && target.admin() && action != Action::Untimeout {
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
    #[error("{0} is not here for {1:?}")]
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
            Self::Absent(member, Action::Untimeout) => about("refused-absent-untimeout", member),
            Self::Absent(member, _) => about("refused-absent", member),
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ids::RoleId;

    const STEWARD: MemberId = MemberId(1);
    const ACTOR: MemberId = MemberId(2);
    const TARGET: MemberId = MemberId(3);

    fn steward() -> Standing {
        Standing { member: STEWARD, ..here(STEWARD, Level::Manager, 1_000, Permissions::all()) }
    }

    fn here(member: MemberId, level: Level, position: u16, permissions: Permissions) -> Standing {
        let top = if position == 0 { Rank::EVERYONE } else { Rank::of(position, RoleId(i64::from(position))) };
        let presence = Presence::Here;
        Standing { level, top, permissions, presence, ..Standing::absent(member, false) }
    }

    #[test]
    fn roles_of_one_position_stand_by_age_and_everyone_below_all() {
        let order = [
            Rank::EVERYONE,
            Rank::of(0, RoleId(7)),
            Rank::of(1, RoleId(9)),
            Rank::of(1, RoleId(8)),
            Rank::of(2, RoleId(99)),
        ];
        assert!(order.is_sorted_by(|below, above| below < above), "{order:?}");
    }

    #[test]
    fn what_steward_cannot_do_is_said_before_discord_refuses_it() {
        use Permissions as P;
        let acts = [
            (Action::Timeout, P::MODERATE_MEMBERS),
            (Action::Untimeout, P::MODERATE_MEMBERS),
            (Action::Kick, P::KICK_MEMBERS),
            (Action::Ban, P::BAN_MEMBERS),
            (Action::Unban, P::BAN_MEMBERS),
        ];
        let moderator = here(ACTOR, Level::Moderator, 500, P::MODERATE_MEMBERS);
        let member = here(TARGET, Level::Everyone, 0, P::empty());
        for (action, needed) in acts {
            let may = |target, steward| authorize(&moderator, action, Some(&target), &steward);
            assert_eq!(may(member.clone(), Standing { permissions: needed, ..steward() }), Ok(()));
            let unable = Standing { permissions: P::all().difference(needed | P::ADMINISTRATOR), ..steward() };
            assert_eq!(may(member.clone(), unable), Err(Refused::StewardLacks(needed)));
            let low = || Standing { top: member.top, ..steward() };
            let rank = if action == Action::Unban { Ok(()) } else { Err(Refused::StewardRole(TARGET)) };
            assert_eq!(may(member.clone(), low()), rank, "{action:?}");
            if rule(action).absent {
                assert_eq!(may(Standing::absent(TARGET, false), low()), Ok(()), "{action:?}: nobody to stand above");
            }
        }
        let needed = rule(Action::CreateChannels).needs;
        let unable = Standing { permissions: P::all().difference(needed), ..steward() };
        assert_eq!(feasible(Action::CreateChannels, None, &unable), Err(Refused::StewardLacks(needed)));
        for action in Action::ALL {
            if !acts.iter().any(|(act, _)| *act == action) && action != Action::CreateChannels {
                let powerless = Standing::absent(STEWARD, true);
                assert_eq!(feasible(action, Some(&member), &powerless), Ok(()), "{action:?} takes nothing of Discord");
            }
        }
    }

    #[test]
    fn an_action_on_a_person_without_the_person_is_our_mistake() {
        let owner = Standing { owner: true, ..here(ACTOR, Level::Manager, 0, Permissions::all()) };
        for action in Action::ALL {
            let done = authorize(&owner, action, None, &steward());
            let expected = if rule(action).about == About::Nobody { Ok(()) } else { Err(Refused::Nobody) };
            assert_eq!(done, expected, "{action:?}");
        }
        assert!(matches!(Error::from(Refused::Nobody), Error::Fault(_)));
    }

    #[test]
    fn whoever_is_in_a_timeout_or_gone_has_no_level() {
        let moderator = here(ACTOR, Level::Moderator, 500, Permissions::MODERATE_MEMBERS);
        let gone = Standing { presence: Presence::Absent, ..moderator.clone() };
        let silenced = Standing { timed_out: true, ..moderator.clone() };
        let member = here(TARGET, Level::Everyone, 0, Permissions::empty());
        for actor in [gone, silenced.clone()] {
            let done = authorize(&actor, Action::Timeout, Some(&member), &steward());
            assert_eq!(done, Err(Refused::Level(Level::Moderator)));
        }
        let helper = here(MemberId(4), Level::Helper, 600, Permissions::MANAGE_MESSAGES);
        let done = authorize(&helper, Action::Warn { severity: 1 }, Some(&silenced), &steward());
        assert_eq!(done, Err(Refused::HigherLevel(ACTOR)), "a timeout makes nobody fair game");
    }

    fn levels() -> impl Strategy<Value = Level> {
        prop::sample::select(vec![Level::Everyone, Level::Helper, Level::Moderator, Level::Manager])
    }

    fn rights() -> impl Strategy<Value = Permissions> {
        use Permissions as P;
        let all = vec![P::ADMINISTRATOR, P::MODERATE_MEMBERS, P::KICK_MEMBERS, P::BAN_MEMBERS];
        prop::sample::subsequence(all, 0..=4).prop_map(|some| some.into_iter().fold(P::empty(), |all, one| all | one))
    }

    prop_compose! {
        fn standing(member: MemberId)(
            level in levels(), position in 0_u16..6, permissions in rights(),
            (owner, bot, timed_out, gone) in (prop::bool::weighted(0.1), prop::bool::weighted(0.2),
                                              prop::bool::weighted(0.1), prop::bool::weighted(0.2)),
        ) -> Standing {
            if gone {
                return Standing::absent(member, bot);
            }
            Standing { owner, bot, timed_out, ..here(member, level, position, permissions) }
        }
    }

    /// The target is now and then the actor or Steward.
    fn targets() -> impl Strategy<Value = Standing> {
        prop_oneof![8 => Just(TARGET), 1 => Just(ACTOR), 1 => Just(STEWARD)].prop_flat_map(standing)
    }

    fn actions() -> impl Strategy<Value = Action> {
        prop::sample::select(Action::ALL.to_vec())
    }

    proptest! {
        #[test]
        fn a_higher_level_takes_nothing_away(
            actor in standing(ACTOR), level in levels(), action in actions(), target in targets(), steward in standing(STEWARD),
        ) {
            let higher = Standing { level: level.max(actor.level), ..actor.clone() };
            if authorize(&actor, action, Some(&target), &steward).is_ok() {
                prop_assert_eq!(authorize(&higher, action, Some(&target), &steward), Ok(()));
            }
        }

        #[test]
        fn a_higher_role_takes_nothing_away(
            actor in standing(ACTOR), up in 0_u16..4, action in actions(), target in targets(), steward in standing(STEWARD),
        ) {
            let higher = Standing { top: raised(actor.top, up), ..actor.clone() };
            if authorize(&actor, action, Some(&target), &steward).is_ok() {
                prop_assert_eq!(authorize(&higher, action, Some(&target), &steward), Ok(()));
            }
        }

        #[test]
        fn nobody_is_easier_to_reach_with_a_higher_role_or_level(
            actor in standing(ACTOR), up in 0_u16..4, level in levels(), action in actions(), target in targets(),
            steward in standing(STEWARD),
        ) {
            prop_assume!(target.presence == Presence::Here);
            let higher = Standing { top: raised(target.top, up), level: level.max(target.level), ..target.clone() };
            if authorize(&actor, action, Some(&target), &steward).is_err() {
                prop_assert!(authorize(&actor, action, Some(&higher), &steward).is_err());
            }
        }

        #[test]
        fn the_owner_is_stopped_only_by_what_nobody_could_do(
            actor in standing(ACTOR), action in actions(), target in targets(), steward in standing(STEWARD),
        ) {
            let owner = Standing { owner: true, bot: false, timed_out: false, level: Level::Manager,
                                   presence: Presence::Here, ..actor };
            let target = Standing { owner: target.member == owner.member, ..target };
            let done = authorize(&owner, action, Some(&target), &steward);
            prop_assert!(matches!(done, Ok(()) | Err(
                Refused::Oneself | Refused::Steward | Refused::OfBot(_) | Refused::Absent(..)
                | Refused::Administrator(_) | Refused::StewardRole(_) | Refused::StewardLacks(_)
            )), "{done:?}");
        }

        #[test]
        fn nobody_acts_on_themself_on_steward_on_the_owner_or_as_a_bot(
            actor in standing(ACTOR), action in actions(), target in targets(), steward in standing(STEWARD),
        ) {
            if authorize(&actor, action, Some(&target), &steward).is_ok() {
                prop_assert!(!actor.bot);
                match rule(action).about {
                    About::Nobody => {}
                    About::Record => prop_assert!(target.member != ACTOR),
                    About::Person(_) => prop_assert!(target.member == TARGET && !target.owner),
                }
            }
        }
    }

    fn raised(top: Rank, up: u16) -> Rank {
        match (top, up) {
            (top, 0) => top,
            (Rank(None), up) => Rank::of(up, RoleId(i64::from(up))),
            (Rank(Some((position, role))), up) => Rank::of(position + up, role.0),
        }
    }
}
