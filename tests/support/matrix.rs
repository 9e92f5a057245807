//! Who may do what to whom, as a table: every actor, every action, every person it could be done to.
//!
//! [`TABLE`] is the promise. `tests/authorize.rs` holds the pure decision against it; what goes
//! through real doors can be held against the same lines by [`expected`].

use serenity::all::Permissions;
use steward::discord::access::authorize::{Action, Presence, Refused, Standing};
use steward::discord::access::level::Level;
use steward::discord::client::directory::Rank;
use steward::features;
use steward::ids::{MemberId, RoleId};

/// Whoever acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    Member,
    Helper,
    Moderator,
    Manager,
    /// A manager with the permission "Administrator".
    Admin,
    /// The owner of the server, who has no role at all.
    Owner,
    /// A bot with the roles of a manager.
    Bot,
}

/// The person it is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A member without any role.
    Member,
    /// With a role right below the actor's, and the actor's level.
    Junior,
    /// With exactly the actor's roles.
    Same,
    /// With a role right above the actor's, and the actor's level.
    Senior,
    /// A manager whose role stands below all others.
    Boss,
    /// An administrator whose role stands below all others.
    Admin,
    Oneself,
    Steward,
    /// Another bot, without rights.
    Bot,
    Owner,
    /// Has left the server.
    Left,
    /// Was never there.
    Never,
}

impl Actor {
    pub const ALL: [Self; 7] =
        [Self::Member, Self::Helper, Self::Moderator, Self::Manager, Self::Admin, Self::Owner, Self::Bot];

    /// The word that stands in the table.
    pub fn word(self) -> String {
        format!("{self:?}").to_lowercase()
    }

    const fn level(self) -> Level {
        match self {
            Self::Member => Level::Everyone,
            Self::Helper => Level::Helper,
            Self::Moderator => Level::Moderator,
            Self::Manager | Self::Admin | Self::Owner | Self::Bot => Level::Manager,
        }
    }

    const fn permissions(self) -> Permissions {
        match self {
            Self::Member => Permissions::empty(),
            Self::Helper => Permissions::MANAGE_MESSAGES,
            Self::Moderator => Permissions::MODERATE_MEMBERS,
            Self::Manager | Self::Bot => Permissions::MANAGE_GUILD,
            Self::Admin | Self::Owner => Permissions::all(),
        }
    }

    /// The place of the actor's highest role; the owner has none.
    const fn position(self) -> Option<u16> {
        match self {
            Self::Member => Some(10),
            Self::Helper => Some(20),
            Self::Moderator => Some(30),
            Self::Manager | Self::Bot => Some(40),
            Self::Admin => Some(50),
            Self::Owner => None,
        }
    }

    pub fn standing(self) -> Standing {
        Standing {
            level: self.level(),
            owner: self == Self::Owner,
            permissions: self.permissions(),
            top: rank(self.position()),
            bot: self == Self::Bot,
            ..here(MemberId(100))
        }
    }
}

impl Target {
    pub const ALL: [Self; 12] = [
        Self::Member,
        Self::Junior,
        Self::Same,
        Self::Senior,
        Self::Boss,
        Self::Admin,
        Self::Oneself,
        Self::Steward,
        Self::Bot,
        Self::Owner,
        Self::Left,
        Self::Never,
    ];

    /// The word that stands in the table.
    pub fn word(self) -> String {
        format!("{self:?}").to_lowercase()
    }

    /// This person beside that actor.
    pub fn standing(self, actor: Actor) -> Standing {
        let id = MemberId(200);
        let like_actor = Standing { member: id, owner: false, ..actor.standing() };
        let beside = |up: i32| match actor.position() {
            Some(position) => rank(Some(u16::try_from(i32::from(position) + up).unwrap())),
            // The owner has no role, so that any role stands above.
            None => rank((up > 0).then_some(60)),
        };
        match self {
            Self::Member => here(id),
            Self::Junior => Standing { top: beside(-1), bot: false, ..colleague(like_actor) },
            Self::Same => Standing { bot: false, ..colleague(like_actor) },
            Self::Senior => Standing { top: beside(1), bot: false, ..colleague(like_actor) },
            Self::Boss => {
                let permissions = Permissions::MANAGE_GUILD;
                Standing { level: Level::Manager, permissions, top: rank(Some(1)), ..here(id) }
            }
            Self::Admin => {
                let permissions = Permissions::all();
                Standing { level: Level::Manager, permissions, top: rank(Some(1)), ..here(id) }
            }
            Self::Oneself => actor.standing(),
            Self::Steward => steward(),
            Self::Bot => Standing { bot: true, top: rank(Some(5)), ..here(id) },
            Self::Owner if actor == Actor::Owner => actor.standing(),
            Self::Owner => Standing { member: id, ..Actor::Owner.standing() },
            Self::Left | Self::Never => Standing::absent(id, false),
        }
    }
}

/// With the level of the actor, but no administrator: those have a column of their own.
fn colleague(like: Standing) -> Standing {
    let permissions = like.permissions;
    let permissions = if permissions.administrator() { Permissions::MANAGE_GUILD } else { permissions };
    Standing { permissions, ..like }
}

/// Steward with every right it may need, above everybody.
pub fn steward() -> Standing {
    let on_people = Permissions::MODERATE_MEMBERS | Permissions::KICK_MEMBERS | Permissions::BAN_MEMBERS;
    let on_all = Permissions::MANAGE_GUILD | Permissions::MANAGE_CHANNELS | Permissions::VIEW_CHANNEL;
    let permissions = on_people | on_all;
    Standing { permissions, level: Level::Moderator, top: rank(Some(900)), bot: true, ..here(MemberId(1)) }
}

fn here(member: MemberId) -> Standing {
    Standing { presence: Presence::Here, ..Standing::absent(member, false) }
}

fn rank(position: Option<u16>) -> Rank {
    position.map_or(Rank::EVERYONE, |position| Rank::new(position, RoleId(i64::from(position))))
}

/// Every action of every feature, in the order of the table; one that does not stand there comes last.
pub fn actions() -> Vec<Action> {
    let line = |action: &Action| TABLE.lines().position(|line| line.starts_with(&format!("{},", action.name)));
    let mut all: Vec<Action> = features::all().iter().flat_map(|feature| feature.actions).copied().collect();
    all.sort_by_key(|action| line(action).unwrap_or(usize::MAX));
    all
}

/// An answer as the table writes it: `yes`, or why not in a word.
pub const fn word(answer: Result<(), Refused>) -> &'static str {
    match answer {
        Ok(()) => "yes",
        Err(refused) => match refused {
            Refused::ByBot => "by-bot",
            Refused::Level(_) => "level",
            Refused::Oneself => "self",
            Refused::Steward => "me",
            Refused::Owner(_) => "owner",
            Refused::OfBot(_) => "bot",
            Refused::HigherLevel(_) => "above",
            Refused::HigherRole(_) => "role",
            Refused::Absent(..) => "gone",
            Refused::Administrator(_) => "admin",
            Refused::StewardRole(_) => "my-role",
            Refused::StewardLacks(_) => "my-right",
            Refused::Nobody => "nobody",
        },
    }
}

/// What stands in the table.
pub fn expected(action: Action, actor: Actor, target: Target) -> &'static str {
    let (action, actor, target) = (action.name, actor.word(), target.word());
    let mut lines = TABLE.lines();
    let head = lines.next().unwrap();
    let column = head.split('|').nth(1).unwrap().split_whitespace().position(|word| word == target);
    let column = column.unwrap_or_else(|| panic!("no column {target}"));
    let line = lines.find(|line| {
        let mut keys = line.split('|').next().unwrap().split(',').map(str::trim);
        (keys.next(), keys.next()) == (Some(action), Some(&*actor))
    });
    let line = line.unwrap_or_else(|| panic!("no line {action}, {actor}"));
    line.split('|').nth(1).unwrap().split_whitespace().nth(column).unwrap_or_else(|| panic!("too short: {line}"))
}

/// One line for each action and actor, one column for each target.
pub const TABLE: &str = include_str!("../data/authorize.txt");
