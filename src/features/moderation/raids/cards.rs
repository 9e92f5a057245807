//! The alert: in the channel for reports, or else in the mod log, or in Discord's own channel for moderators; where none
//! takes it, an open raid stands in `/reports list`. It says how many have joined by now, what is paused
//! and what is done to those who came, and stays true until the raid is over.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::outbox::{OrderEnded, Outcome};
use crate::error::Result;
use crate::feature::card::{self, CardKind, CardName, Rendered, Rendering};
use crate::features::moderation::settings::{card_channel, staff_channels};
use crate::features::moderation::store as masses;
use crate::features::setup;
use crate::features::setup::Server;
use crate::features::setup::setting_types::REPORTS;
use crate::ids::{ChannelId, GuildId};

use super::{NAME, PauseId, PauseState, RaidId, store, views};

/// The order that pauses something; its row is the pause.
pub const PAUSE: &str = "pause";

/// What staff see of a raid.
pub const CARD: CardKind = CardKind {
    name: CardName::new(NAME, "card"),
    at_most_every: Duration::from_secs(5),
    render: |tx, guild, row, rendering, now| Box::pin(render(tx, guild, RaidId(row), rendering, now)),
};

/// Where alerts are posted, and where instead.
pub fn channels(server: &Server) -> (Option<ChannelId>, Option<ChannelId>) {
    staff_channels(server, &REPORTS)
}

/// What is known of a raid, for whoever looks at it.
pub async fn facts(tx: &mut SqliteConnection, guild: GuildId, id: RaidId) -> Result<Option<views::Facts>> {
    let Some(raid) = store::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let sums = store::sums(&mut *tx, id).await?;
    let pauses = store::pauses(&mut *tx, id).await?;
    let mut cleanups = Vec::new();
    for mass in masses::masses_of_raid(&mut *tx, guild, id).await? {
        let summary = masses::mass_summary(&mut *tx, mass.id).await?;
        cleanups.push((mass, summary));
    }
    Ok(Some(views::Facts { raid, sums, pauses, cleanups }))
}

async fn render(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: RaidId,
    rendering: Rendering,
    now: Timestamp,
) -> Result<Option<Rendered>> {
    let Some(facts) = facts(&mut *tx, guild, id).await? else { return Ok(None) };
    let server = setup::server(&mut *tx, guild).await?;
    let channel = card_channel(tx, CARD.name, guild, id.get(), rendering, channels(&server)).await?;
    Ok(Some(Rendered { channel, title: None, view: views::card(server.locale, &facts, now), expires: None }))
}

/// Something is done to the people of a raid, or was.
pub async fn cleaned(tx: &mut SqliteConnection, guild: GuildId, raid: RaidId, now: Timestamp) -> Result<()> {
    card::schedule_refresh(tx, &CARD, guild, raid.get(), now).await
}

/// Notes what became of an order of raids, in the transaction of its outcome.
pub async fn order_ended(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    match (order.purpose.as_str(), &order.outcome) {
        // The channel for reports doesn't take it; the mod log may.
        ("card", Outcome::Failed(_)) => card::post_again(tx, &CARD, order.guild, order.row, now).await.map(drop),
        (PAUSE, outcome) => {
            let (state, why) = match outcome {
                Outcome::Failed(why) => (PauseState::Failed, Some(why.as_str())),
                Outcome::Unknown => (PauseState::Unknown, None),
                _ => (PauseState::Done, None),
            };
            let id = PauseId(order.row);
            store::set_pause(&mut *tx, id, state, why).await?;
            match store::raid_of_pause(&mut *tx, id).await? {
                Some(raid) => card::edit(tx, &CARD, order.guild, raid.get(), now).await,
                None => Ok(()),
            }
        }
        _ => Ok(()),
    }
}
