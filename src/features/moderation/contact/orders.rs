//! What became of the orders of contacts, noted in the transaction of the outcome.

use sqlx::SqliteConnection;

use super::cards::CARD;
use super::opening::{THREAD, opened};
use super::{ContactId, store};
use crate::clock::Timestamp;
use crate::discord::outbox::{OrderEnded, Outcome};
use crate::error::Result;
use crate::feature::card;

/// Notes what became of an order of contacts, in the transaction of its outcome.
pub async fn ended(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    let id = ContactId(order.row);
    match (order.purpose.as_str(), &order.outcome) {
        (THREAD, Outcome::Made(thread)) => opened(tx, order.guild, id, *thread, now).await,
        (THREAD, Outcome::Failed(why)) => store::set_failed(tx, id, Some(why.as_str())).await,
        (THREAD, _) => store::set_failed(tx, id, None).await,
        // The channel for reports doesn't take it; the mod log may.
        ("card", Outcome::Failed(_)) => card::post_again(tx, &CARD, order.guild, order.row, now).await.map(drop),
        _ => Ok(()),
    }
}
