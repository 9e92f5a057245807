//! What became of the orders of mediations, noted in the transaction of the outcome.

use sqlx::SqliteConnection;

use super::cards::CARD;
use super::inviting::{INVITATION, LINE};
use super::meeting::{ADD, THREAD};
use super::telling::TOLD;
use super::{MediationId, SideId, inviting, meeting, store, telling};
use crate::clock::Timestamp;
use crate::discord::outbox::{Effect, OrderEnded, Outcome};
use crate::error::Result;
use crate::feature::card;

/// Notes what became of an order of mediations, in the transaction of its outcome.
pub async fn ended(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    let (guild, row) = (order.guild, order.row);
    match (order.purpose.as_str(), &order.outcome) {
        (INVITATION, outcome) => inviting::sent(tx, guild, SideId(row), false, outcome, now).await,
        (LINE, outcome) => inviting::sent(tx, guild, SideId(row), true, outcome, now).await,
        (THREAD, outcome) => meeting::made(tx, guild, MediationId(row), outcome, now).await,
        (ADD, Outcome::Failed(_)) => meeting::not_added(tx, guild, MediationId(row), &order.effect, now).await,
        (TOLD, Outcome::Failed(_)) if matches!(order.effect, Effect::Post { .. }) => {
            match store::get(&mut *tx, guild, MediationId(row)).await? {
                Some(mediation) => telling::tell_privately(tx, &mediation, now).await,
                None => Ok(()),
            }
        }
        // The channel for reports doesn't take it; the mod log may.
        ("card", Outcome::Failed(_)) => card::post_again(tx, &CARD, guild, row, now).await.map(drop),
        _ => Ok(()),
    }
}
