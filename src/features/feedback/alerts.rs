//! The alert about a theme that surges, which is kept true.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::Result;
use crate::feature::card;
use crate::feature::card::{CardKind, CardName, Rendered};
use crate::features::setup;
use crate::ids::GuildId;

use super::store::{handovers, items, surges, themes};
use super::views::surge as views;
use super::{NAME, SurgeId, ThemeId};

/// The settings with the channels where the team reads it, the first that is set.
const CHANNELS: [&str; 3] = ["feedback", "digest", "mod_log"];

/// An alert for the team.
pub const SURGE: CardKind = CardKind {
    name: CardName::new(NAME, "surge"),
    at_most_every: Duration::from_secs(5),
    render: |tx, guild, row, _, _| Box::pin(surge(tx, guild, SurgeId(row))),
};

/// What the alerts about a theme show has changed.
pub async fn follow(tx: &mut SqliteConnection, guild: GuildId, theme: ThemeId, now: Timestamp) -> Result<()> {
    for id in surges::of_theme(&mut *tx, guild, theme).await? {
        card::schedule_refresh(&mut *tx, &SURGE, guild, id.get(), now).await?;
    }
    Ok(())
}

async fn surge(tx: &mut SqliteConnection, guild: GuildId, id: SurgeId) -> Result<Option<Rendered>> {
    let Some(surge) = surges::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let Some(theme) = themes::get(&mut *tx, guild, surge.theme).await? else { return Ok(None) };
    let items = items::of_theme(&mut *tx, guild, theme.id).await?;
    let server = setup::server(&mut *tx, guild).await?;
    let handover = handovers::of_theme(&mut *tx, guild, theme.id).await?;
    let view = views::card(server.locale, guild, &surge, &theme, &items, handover.as_ref());
    let channel = CHANNELS.into_iter().find_map(|setting| server.channel(setting));
    Ok(Some(Rendered { channel, title: None, view, expires: None }))
}
