//! Staff levels: who may do what before anything else is looked at.
//!
//! What people are permitted says it: the owner and Manage Server are managers, Moderate Members makes
//! a moderator, Manage Messages a helper. A server can choose roles that make staff besides
//! ([`StaffRoles`]); the higher of both counts. The same levels give commands their default
//! permissions, so that people do not see what they may not use; because a server's settings can
//! change that, every command is checked again when it runs.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use serenity::all::Permissions;

use crate::error::Message;
use crate::ids::{GuildId, RoleId};

/// From everyone to manager, each above the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    Everyone,
    Helper,
    Moderator,
    Manager,
}

impl Level {
    /// The highest level that these permissions give.
    pub const fn from_permissions(permissions: Permissions, owner: bool) -> Self {
        if owner || permissions.intersects(Permissions::MANAGE_GUILD.union(Permissions::ADMINISTRATOR)) {
            Self::Manager
        } else if permissions.contains(Permissions::MODERATE_MEMBERS) {
            Self::Moderator
        } else if permissions.contains(Permissions::MANAGE_MESSAGES) {
            Self::Helper
        } else {
            Self::Everyone
        }
    }

    /// What a person must be permitted for Discord to show a command of this level.
    pub const fn default_permissions(self) -> Option<Permissions> {
        match self {
            Self::Everyone => None,
            Self::Helper => Some(Permissions::MANAGE_MESSAGES),
            Self::Moderator => Some(Permissions::MODERATE_MEMBERS),
            Self::Manager => Some(Permissions::MANAGE_GUILD),
        }
    }

    /// Why a person below this level was refused, and what would change that.
    pub fn refusal(self) -> Message {
        Message::new(match self {
            Self::Everyone | Self::Helper => "access-helper",
            Self::Moderator => "access-moderator",
            Self::Manager => "access-manager",
        })
    }
}

/// The roles that make staff in a server, whatever else they permit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StaffRoles {
    pub helper: Option<RoleId>,
    pub moderator: Option<RoleId>,
    pub manager: Option<RoleId>,
}

impl StaffRoles {
    /// The highest level that these roles give.
    pub fn level(&self, held: &[RoleId]) -> Level {
        let chosen = [(self.manager, Level::Manager), (self.moderator, Level::Moderator), (self.helper, Level::Helper)];
        let found = chosen.into_iter().find(|(role, _)| role.is_some_and(|role| held.contains(&role)));
        found.map_or(Level::Everyone, |(_, level)| level)
    }
}

/// The staff roles of all servers, as every interaction asks for them; the feature that keeps settings tells
/// of each change.
#[derive(Debug, Default)]
pub struct Staff(RwLock<HashMap<GuildId, StaffRoles>>);

impl Staff {
    /// Those of a server; none as long as nothing is chosen.
    pub fn roles_in(&self, guild: GuildId) -> StaffRoles {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(&guild).copied().unwrap_or_default()
    }

    /// From now on these make staff in a server.
    pub fn set(&self, guild: GuildId, roles: StaffRoles) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(guild, roles);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_of_the_chosen_roles_counts() {
        let [helper, moderator, manager] = [1, 2, 3].map(RoleId);
        let all = StaffRoles { helper: Some(helper), moderator: Some(moderator), manager: Some(manager) };
        assert_eq!(all.level(&[helper, manager]), Level::Manager);
        assert_eq!(all.level(&[moderator, helper]), Level::Moderator);
        assert_eq!(all.level(&[RoleId(9), helper]), Level::Helper);
        assert_eq!(all.level(&[RoleId(9)]), Level::Everyone);
        assert_eq!(StaffRoles::default().level(&[helper, moderator, manager]), Level::Everyone);
    }

    #[test]
    fn permissions_make_levels() {
        for (permissions, owner, level) in [
            (Permissions::empty(), false, Level::Everyone),
            (Permissions::MANAGE_MESSAGES, false, Level::Helper),
            (Permissions::MODERATE_MEMBERS, false, Level::Moderator),
            (Permissions::MANAGE_GUILD, false, Level::Manager),
            (Permissions::ADMINISTRATOR, false, Level::Manager),
            (Permissions::empty(), true, Level::Manager),
            (Permissions::BAN_MEMBERS, false, Level::Everyone),
        ] {
            assert_eq!(Level::from_permissions(permissions, owner), level, "{permissions:?}, owner {owner}");
        }
    }
}
