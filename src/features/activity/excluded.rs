//! The channels in which nothing is counted, as managers have excluded them. A thread shares the exclusion of its
//! channel. What was counted before stays.

use std::collections::{HashMap, HashSet};
use std::sync::{PoisonError, RwLock};

use crate::app::App;
use crate::error::Result;
use crate::ids::{ChannelId, GuildId};

use super::store;

/// The excluded channels of all servers, so that nothing has to be read for a message.
#[derive(Debug, Default)]
pub struct Excluded(RwLock<HashMap<GuildId, HashSet<ChannelId>>>);

impl Excluded {
    /// Reads those of all servers.
    ///
    /// # Errors
    /// Fault, if the database does not give them.
    pub async fn load(&self, app: &App) -> Result<()> {
        let mut all = HashMap::<GuildId, HashSet<ChannelId>>::new();
        for (guild, channel) in store::all_excluded(app.db.read()).await? {
            all.entry(guild).or_default().insert(channel);
        }
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = all;
        Ok(())
    }

    /// Whether nothing is counted in a channel or thread.
    pub fn holds(&self, app: &App, guild: GuildId, channel: ChannelId) -> bool {
        let all = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let Some(excluded) = all.get(&guild) else { return false };
        let parent = || {
            let known = app.discord.directory.guild(guild)?;
            let place = known.channels.get(&channel)?;
            place.parent.filter(|_| place.thread)
        };
        excluded.contains(&channel) || parent().is_some_and(|parent| excluded.contains(&parent))
    }
}
