//! What of a server's settings moderation follows.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::error::Result;
use crate::features::setup;
use crate::i18n::Locale;
use crate::ids::{ChannelId, GuildId};

use super::rules::ladder::Ladder;
use super::rules::points;
use super::{LADDER, MOD_LOG, POINTS_EXPIRE};

/// The settings of a server, as they are now.
#[derive(Debug, Clone)]
pub struct ModerationSettings {
    pub name: String,
    /// Of what everyone there reads.
    pub locale: Locale,
    /// Where cases are written down for the team; `None` as long as no channel is chosen.
    pub log: Option<ChannelId>,
    pub ladder: Ladder,
    /// How long the points of a new warning count.
    pub term: Duration,
}

/// Reads them.
pub async fn house(db: &mut SqliteConnection, guild: GuildId) -> Result<ModerationSettings> {
    let settings = setup::settings(&mut *db, guild).await?;
    let (name, locale) = settings.map(|settings| (settings.name, settings.locale)).unwrap_or_default();
    let log = setup::channel(&mut *db, guild, MOD_LOG.name).await?;
    let ladder = setup::get(&mut *db, guild, LADDER.name).await?.and_then(|ladder| ladder.parse().ok());
    let term = setup::get(&mut *db, guild, POINTS_EXPIRE.name).await?.and_then(|days| days.parse().ok());
    let term = points::term_of(term.unwrap_or(points::TERM_DAYS));
    Ok(ModerationSettings { name, locale, log, ladder: ladder.unwrap_or_default(), term })
}
