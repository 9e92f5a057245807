//! Which servers Discord has shown since the connection began.

use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::ids::GuildId;

/// The servers that Discord has shown since the connection began. Features hear of a server one after
/// the other and this one last: what was missed of these stands in the record.
#[derive(Debug, Default)]
pub struct Here(Mutex<HashSet<GuildId>>);

impl Here {
    /// Whether it has been shown.
    pub fn is(&self, guild: GuildId) -> bool {
        self.held().contains(&guild)
    }

    /// All of them.
    pub fn held(&self) -> MutexGuard<'_, HashSet<GuildId>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
