//! Staff levels: who may do what before anything else is looked at.
//!
//! A server's roles say it as long as nothing else is set: the owner and Manage Server are
//! managers, Moderate Members makes a moderator, Manage Messages a helper. The same levels give
//! commands their default permissions, so that people do not see what they may not use; because
//! a server's settings can change that, every command is checked again when it runs.

use serenity::all::Permissions;

use crate::error::Message;

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
    pub const fn of(permissions: Permissions, owner: bool) -> Self {
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

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(Level::of(permissions, owner), level, "{permissions:?}, owner {owner}");
        }
    }
}
