//! What a server has chosen, read at once: whatever a feature does there is in its language and by its
//! clock, and many of its settings name a channel.

use std::collections::HashMap;

use sqlx::SqliteExecutor;

use crate::clock::Timestamp;
use crate::error::Result;
use crate::i18n::Locale;
use crate::ids::{ChannelId, GuildId};
use crate::text::zone::Zone;

use super::quiet_hours::{Quiet, USUAL};
use super::store::Shown;
use super::{rules, setting_types, store, walk};

/// A server as it is at this instant.
///
/// ```no_run
/// # use steward::{clock::Timestamp, discord::ui::times, error::Result, features::setup, ids::GuildId};
/// # use steward::text::when::Asked;
/// # async fn example(tx: &mut sqlx::SqliteConnection, guild: GuildId, typed: &str, now: Timestamp) -> Result<()> {
/// let server = setup::server(&mut *tx, guild).await?;
/// let at = times::ahead(typed, Asked::Start, now, &server.zone)?;
/// let log = server.channel("mod_log");
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Server {
    /// As people call it; its id, if Discord has not shown it yet.
    pub name: String,
    /// The language of what everyone there reads.
    pub locale: Locale,
    /// The clock that times are typed and shown by; UTC until one is chosen.
    pub zone: Zone,
    /// Discord's own channel for the moderators of a community, if there is one that not everyone reads.
    pub moderators: Option<ChannelId>,
    /// Since when Steward knows the server.
    pub since: Option<Timestamp>,
    chosen: HashMap<String, String>,
}

/// Reads it.
///
/// # Errors
/// Fault, if what is stored cannot be read.
pub async fn server(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Server> {
    let (known, chosen) = store::server(db, guild).await?;
    let (known, since) = known.unzip();
    let unknown = || Shown { name: guild.to_string(), locale: Locale::default(), moderators: None };
    let Shown { name, locale: discords, moderators } = known.unwrap_or_else(unknown);
    let locale = chosen.get(setting_types::LANGUAGE.name).and_then(|code| Locale::from_discord(code));
    let zone = rules::read_zone(chosen.get(setting_types::ZONE.name).map(String::as_str))?;
    Ok(Server { name, locale: locale.unwrap_or(discords), zone, moderators, since, chosen })
}

impl Server {
    /// What was chosen for a setting, as it is stored; `None` where the default holds.
    pub fn get(&self, setting: &str) -> Option<&str> {
        self.chosen.get(setting).map(String::as_str)
    }

    /// The channel that was chosen for something.
    pub fn channel(&self, setting: &str) -> Option<ChannelId> {
        self.get(setting).and_then(|id| id.parse().ok())
    }

    /// The channels that were chosen for what Steward posts to the staff.
    pub fn staff_channels(&self) -> impl Iterator<Item = ChannelId> {
        walk::staff_channels().filter_map(|setting| self.channel(setting))
    }

    /// When nobody there is disturbed with what can wait.
    pub fn quiet_hours(&self) -> Quiet {
        let stored = self.get(setting_types::QUIET_HOURS.name);
        stored.and_then(|stored| rules::quiet_hours(stored).ok()).map_or(USUAL, Quiet)
    }
}
