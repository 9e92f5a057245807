//! The alert about a theme that surges, which is kept true.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::error::Result;
use crate::feature::card::{CardKind, CardName, Rendered};
use crate::features::setup;
use crate::ids::GuildId;

use super::store::{items, surges, themes};
use super::views::surge as views;
use super::{NAME, SurgeId};

/// The settings with the channels where the team reads it, the first that is set.
const CHANNELS: [&str; 3] = ["feedback", "digest", "mod_log"];

/// An alert for the team.
pub const SURGE: CardKind = CardKind {
    name: CardName::new(NAME, "surge"),
    at_most_every: Duration::from_secs(5),
    render: |tx, guild, row, _, _| Box::pin(surge(tx, guild, SurgeId(row))),
};

async fn surge(tx: &mut SqliteConnection, guild: GuildId, id: SurgeId) -> Result<Option<Rendered>> {
    let Some(surge) = surges::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let Some(theme) = themes::get(&mut *tx, guild, surge.theme).await? else { return Ok(None) };
    let items = items::of_theme(&mut *tx, guild, theme.id).await?;
    let server = setup::server(tx, guild).await?;
    let view = views::card(server.locale, guild, &surge, &theme, &items);
    let channel = CHANNELS.into_iter().find_map(|setting| server.channel(setting));
    Ok(Some(Rendered { channel, title: None, view, expires: None }))
}
