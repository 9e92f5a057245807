//! What of a server's settings moderation follows.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::error::Result;
use crate::feature::card::{self, CardName, Rendering};
use crate::feature::setting::Setting;
use crate::features::setup;
use crate::features::setup::Server;
use crate::i18n::Locale;
use crate::ids::{ChannelId, GuildId};

use super::rules::ladder::Ladder;
use super::rules::points;
use super::{AUTOMOD_CASES, LADDER, MOD_LOG, POINTS_EXPIRE};

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
    /// Whether what Discord's AutoMod does becomes cases.
    pub automod: bool,
}

/// Reads them.
pub async fn settings(db: &mut SqliteConnection, guild: GuildId) -> Result<ModerationSettings> {
    let server = setup::server(db, guild).await?;
    let log = server.channel(MOD_LOG.name);
    let ladder = server.get(LADDER.name).and_then(|ladder| ladder.parse().ok()).unwrap_or_default();
    let term = server.get(POINTS_EXPIRE.name).and_then(|days| days.parse().ok());
    let term = points::term_of(term.unwrap_or(points::TERM_DAYS));
    let automod = server.get(AUTOMOD_CASES.name).is_some_and(|value| value == "on");
    Ok(ModerationSettings { name: server.name, locale: server.locale, log, ladder, term, automod })
}

/// Where cards for the staff are posted, and where instead if that does not take them: the channel that is set for them,
/// the mod log, Discord's own channel for moderators, each of them as far as there is one.
pub fn staff_channels(server: &Server, first: &Setting) -> (Option<ChannelId>, Option<ChannelId>) {
    let channels = [server.channel(first.name), server.channel(MOD_LOG.name), server.moderators];
    let mut channels = channels.into_iter().flatten();
    let chosen = channels.next();
    (chosen, channels.find(|channel| Some(*channel) != chosen))
}

/// Which of the two a card of the staff is rendered for: the second, where it is posted again because the first did not
/// take it.
pub async fn card_channel(
    db: &mut SqliteConnection,
    name: CardName,
    guild: GuildId,
    row: i64,
    rendering: Rendering,
    (first, second): (Option<ChannelId>, Option<ChannelId>),
) -> Result<Option<ChannelId>> {
    let failed = matches!(rendering, Rendering::Post(_)) && card::get(db, name, guild, row).await?.why.is_some();
    Ok(if failed { second } else { first })
}
