//! The card of a theme in the channel of the team, which is kept true.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::Result;
use crate::feature::card;
use crate::feature::card::{Calls, CardKind, CardName, Rendered};
use crate::features::setup;
use crate::ids::GuildId;

use super::store::themes;
use super::views::theme as views;
use super::{NAME, ThemeId, reading};

/// The setting with the channel of the team.
pub const CHANNEL: &str = "feedback";

/// A theme for the team.
pub const THEME: CardKind = CardKind {
    name: CardName::new(NAME, "theme"),
    at_most_every: Duration::from_secs(5),
    render: |tx, guild, row, _, now| Box::pin(theme(tx, guild, ThemeId(row), now)),
};

/// All of them.
pub const ALL: &[CardKind] = &[THEME];

async fn theme(tx: &mut SqliteConnection, guild: GuildId, id: ThemeId, now: Timestamp) -> Result<Option<Rendered>> {
    let Some(theme) = themes::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let server = setup::server(&mut *tx, guild).await?;
    let whole = reading::whole(tx, guild, theme, &server.zone, now).await?;
    let view = views::card(server.locale, guild, &whole);
    Ok(Some(Rendered { channel: server.channel(CHANNEL), title: None, view, expires: None }))
}

/// Something about a theme has changed: its card follows. One that is not there, because there was no channel or
/// somebody has deleted it, is posted.
pub async fn show(tx: &mut SqliteConnection, guild: GuildId, id: ThemeId, now: Timestamp) -> Result<()> {
    let card = card::get(&mut *tx, THEME.name, guild, id.get()).await?;
    match (card.order, card.why) {
        (None, _) => card::post(tx, &THEME, guild, id.get(), Calls::Nobody, now).await,
        (Some(_), Some(_)) => card::post_again(tx, &THEME, guild, id.get(), now).await.map(drop),
        (Some(_), None) => card::schedule_refresh(tx, &THEME, guild, id.get(), now).await,
    }
}
