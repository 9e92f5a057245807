//! The card of a contact: in the channel for reports, or else in the mod log; where neither takes it, the thread is found in
//! `/reports list`.

use std::time::Duration;

use sqlx::SqliteConnection;

use super::{ContactId, NAME, store, views};
use crate::error::Result;
use crate::feature::card::{CardKind, CardName, Rendered, Rendering};
use crate::features::moderation::settings::{card_channel, staff_channels};
use crate::features::setup;
use crate::features::setup::setting_types::REPORTS;
use crate::ids::GuildId;

/// What staff join by.
pub const CARD: CardKind = CardKind {
    name: CardName::new(NAME, "card"),
    at_most_every: Duration::from_secs(3),
    render: |tx, guild, row, rendering, _| Box::pin(render(tx, guild, ContactId(row), rendering)),
};

async fn render(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: ContactId,
    rendering: Rendering,
) -> Result<Option<Rendered>> {
    let Some(contact) = store::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let server = setup::server(&mut *tx, guild).await?;
    let channel = card_channel(tx, CARD.name, guild, id.get(), rendering, staff_channels(&server, &REPORTS)).await?;
    Ok(Some(Rendered { channel, title: None, view: views::card(server.locale, &contact), expires: None }))
}
