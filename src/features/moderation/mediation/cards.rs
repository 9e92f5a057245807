//! The card of a mediation: in the channel for reports, or else in the mod log. It says nothing of who has answered what.

use std::time::Duration;

use sqlx::SqliteConnection;

use super::{MediationId, NAME, store, views};
use crate::error::Result;
use crate::feature::card::{CardKind, CardName, Rendered, Rendering};
use crate::features::moderation::settings::{card_channel, staff_channels};
use crate::features::setup;
use crate::features::setup::setting_types::REPORTS;
use crate::ids::GuildId;

/// What staff follow it by.
pub const CARD: CardKind = CardKind {
    name: CardName::new(NAME, "card"),
    at_most_every: Duration::from_secs(3),
    render: |tx, guild, row, rendering, _| Box::pin(render(tx, guild, MediationId(row), rendering)),
};

async fn render(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: MediationId,
    rendering: Rendering,
) -> Result<Option<Rendered>> {
    let Some(mediation) = store::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let sides = store::sides(&mut *tx, id).await?;
    let server = setup::server(&mut *tx, guild).await?;
    let channel = card_channel(tx, CARD.name, guild, id.get(), rendering, staff_channels(&server, &REPORTS)).await?;
    Ok(Some(Rendered { channel, title: None, view: views::card(server.locale, &mediation, &sides), expires: None }))
}
