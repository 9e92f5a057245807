//! Mentions that notify many people at once: a role, or everyone.

use crate::ids::{GuildId, RoleId};
use crate::text::safe::Safe;

/// Who is called by a message; [`super::view::View::ping`] lets it happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ping {
    Role(RoleId),
    Everyone,
}

impl Ping {
    /// As it was kept, by [`Ping::role`].
    pub const fn kept(guild: GuildId, role: RoleId) -> Self {
        if role.get() == guild.get() { Self::Everyone } else { Self::Role(role) }
    }

    /// As it is kept: of everyone the role that has the id of the server.
    pub const fn role(self, guild: GuildId) -> RoleId {
        match self {
            Self::Role(role) => role,
            Self::Everyone => RoleId(guild.get()),
        }
    }

    /// The words that call them, for the content of the message.
    pub fn mention(self) -> Safe {
        match self {
            Self::Role(role) => Safe::ours(format!("<@&{role}>")),
            Self::Everyone => Safe::ours("@everyone"),
        }
    }
}
