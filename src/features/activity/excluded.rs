//! The channels in which nothing is counted: those that managers have excluded, and those of the staff. A thread is as
//! its channel. What was counted before stays.
//!
//! Of the staff are the channels that settings name for what Steward posts to them, and those that no other role sees.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{PoisonError, RwLock};

use crate::app::App;
use crate::discord::access::channels::{is_for_staff, is_own_private_thread};
use crate::error::Result;
use crate::features::setup;
use crate::ids::{ChannelId, GuildId};

use super::store;

type Channels = HashMap<GuildId, HashSet<ChannelId>>;

/// The channels of all servers, so that nothing has to be read for a message.
#[derive(Debug, Default)]
pub struct Excluded {
    by_managers: RwLock<Channels>,
    chosen_for_staff: RwLock<Channels>,
}

/// Why nothing is counted in a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// A manager wants it so.
    Excluded,
    /// It is the staff's.
    OfStaff,
}

impl Excluded {
    /// Reads those that managers have excluded, of all servers.
    ///
    /// # Errors
    /// Fault, if the database does not give them.
    pub async fn load(&self, app: &App) -> Result<()> {
        let mut all = Channels::new();
        for (guild, channel) in store::all_excluded(app.db.read()).await? {
            all.entry(guild).or_default().insert(channel);
        }
        *self.by_managers.write().unwrap_or_else(PoisonError::into_inner) = all;
        Ok(())
    }

    /// Reads those that a server has chosen for its staff.
    ///
    /// # Errors
    /// Fault, if the database does not give them.
    pub async fn read_chosen(&self, app: &App, guild: GuildId) -> Result<()> {
        let chosen = setup::server(app.db.read(), guild).await?.staff_channels().collect();
        self.chosen_for_staff.write().unwrap_or_else(PoisonError::into_inner).insert(guild, chosen);
        Ok(())
    }

    /// A server is gone.
    pub fn forget(&self, guild: GuildId) {
        for all in [&self.by_managers, &self.chosen_for_staff] {
            all.write().unwrap_or_else(PoisonError::into_inner).remove(&guild);
        }
    }

    /// Whether nothing is counted in a channel or thread.
    pub fn holds(&self, app: &App, guild: GuildId, channel: ChannelId) -> bool {
        self.why(app, guild, channel).is_some()
    }

    /// Why nothing is counted in a channel or thread; `None` where it is.
    pub fn why(&self, app: &App, guild: GuildId, channel: ChannelId) -> Option<Why> {
        let known = app.discord.directory.guild(guild);
        let place = known.as_ref().and_then(|known| known.channels.get(&channel));
        let parent = place.filter(|place| place.thread).and_then(|place| place.parent);
        let is_among = |all: &RwLock<Channels>| {
            let all = all.read().unwrap_or_else(PoisonError::into_inner);
            let is_one = |of: ChannelId| all.get(&guild).is_some_and(|some| some.contains(&of));
            is_one(channel) || parent.is_some_and(is_one)
        };
        if is_among(&self.by_managers) {
            Some(Why::Excluded)
        } else if is_among(&self.chosen_for_staff) || is_for_staff(app, guild, channel) {
            Some(Why::OfStaff)
        } else {
            None
        }
    }

    /// The staff's channels of a server, without their threads.
    pub fn of_staff(&self, app: &App, guild: GuildId) -> BTreeSet<ChannelId> {
        let all = self.chosen_for_staff.read().unwrap_or_else(PoisonError::into_inner);
        let chosen: Vec<ChannelId> = all.get(&guild).into_iter().flatten().copied().collect();
        drop(all);
        let Some(known) = app.discord.directory.guild(guild) else { return chosen.into_iter().collect() };
        let channels = known.channels.iter().filter(|(_, place)| !place.thread).map(|(channel, _)| *channel);
        channels.filter(|channel| is_for_staff(app, guild, *channel)).chain(chosen).collect()
    }

    /// These, and the private threads in which Steward has people talk with the staff: what an import has to know.
    pub fn of_staff_and_talks(&self, app: &App, guild: GuildId) -> BTreeSet<ChannelId> {
        let known = app.discord.directory.guild(guild).unwrap_or_default();
        let talks = known.channels.keys().copied().filter(|channel| is_own_private_thread(app, guild, *channel));
        self.of_staff(app, guild).into_iter().chain(talks).collect()
    }
}
