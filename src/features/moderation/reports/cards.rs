//! The card of a report: in the channel for reports, or else in the mod log, or in Discord's own channel for moderators;
//! where none takes it the report is found in `/reports list`.

use std::time::Duration;

use sqlx::SqliteConnection;

use super::{DeletionState, NAME, ReportId, store, views};
use crate::clock::Timestamp;
use crate::discord::outbox::{OrderEnded, Outcome};
use crate::error::Result;
use crate::feature::card;
use crate::feature::card::{CardKind, CardName, Rendered, Rendering};
use crate::features::moderation::settings::{card_channel, staff_channels};
use crate::features::setup;
use crate::features::setup::Server;
use crate::features::setup::setting_types::REPORTS;
use crate::ids::{ChannelId, GuildId};

/// The order that deletes the reported message; its row is the report.
pub const DELETE: &str = "delete";

/// What staff decide on.
pub const CARD: CardKind = CardKind {
    name: CardName::new(NAME, "card"),
    at_most_every: Duration::from_secs(3),
    render: |tx, guild, row, rendering, _| Box::pin(render(tx, guild, ReportId(row), rendering)),
};

/// Where cards are posted, and where instead.
pub fn channels(server: &Server) -> (Option<ChannelId>, Option<ChannelId>) {
    staff_channels(server, &REPORTS)
}

async fn render(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: ReportId,
    rendering: Rendering,
) -> Result<Option<Rendered>> {
    let Some(report) = store::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let server = setup::server(&mut *tx, guild).await?;
    let entries = store::entries(&mut *tx, id).await?;
    let channel = card_channel(tx, CARD.name, guild, id.get(), rendering, channels(&server)).await?;
    Ok(Some(Rendered { channel, title: None, view: views::card(server.locale, &report, &entries), expires: None }))
}

/// Notes what became of an order of reports, in the transaction of its outcome.
pub async fn order_ended(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    match (order.purpose.as_str(), &order.outcome) {
        // The channel for reports doesn't take it; the mod log may.
        ("card", Outcome::Failed(_)) => card::post_again(tx, &CARD, order.guild, order.row, now).await.map(drop),
        (DELETE, outcome) => {
            let (state, why) = match outcome {
                Outcome::Done { .. } | Outcome::Made(_) | Outcome::Scheduled(_) | Outcome::DoneButFor(_) => {
                    (DeletionState::Done, None)
                }
                Outcome::Failed(why) => (DeletionState::Failed, Some(why.as_str())),
                Outcome::Unknown => (DeletionState::Unknown, None),
            };
            store::set_deletion(&mut *tx, ReportId(order.row), state, why).await?;
            card::edit(tx, &CARD, order.guild, order.row, now).await
        }
        // Nobody is told elsewhere where a direct message didn't get through.
        _ => Ok(()),
    }
}
