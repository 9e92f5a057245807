//! What became of orders, for an answer that is given while they are carried out.
//!
//! An answer says what truly happened. So it waits for the orders that were committed with what the person
//! decided, as long as the interaction's [budget](crate::discord::interaction::budget) lasts, and then says
//! what is known:
//!
//! ```ignore
//! let post = interaction.app.db.write(async move |tx| publish(tx, …).await).await?;
//! let state = outcome::wait_for_order(&interaction, post).await?;
//! interaction.reply_ephemeral(&views::published(state)).await
//! ```
//!
//! A feature that keeps what became of its orders in rows of its own waits with [`wait_for_orders`] and
//! reads those afterwards.

use crate::discord::access::permission;
use crate::discord::interaction::context::Interaction;
use crate::error::{Message, Result};
use crate::ids::OutboxId;

use super::{Effect, FailureReason, queue};

/// What is known of an order at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderState {
    Done,
    /// Discord has not taken it yet.
    StillOnItsWay,
    Failed(FailureReason),
    /// It may have been done or not, and it cannot be found out.
    Unknown,
}

/// Waits until these orders have ended, or the answer has to be given.
pub async fn wait_for_orders(interaction: &Interaction, orders: &[OutboxId]) {
    let app = &interaction.app;
    app.runner.settled(&app.db, orders, interaction.time_left()).await;
}

/// Waits for an order only while it is being carried out or about to be: not for its turn behind others,
/// and not for the second that has to pass between two messages in a channel. For what an answer mentions
/// by the way, such as the mod log.
pub async fn wait_if_at_hand(interaction: &Interaction, order: OutboxId) {
    let app = &interaction.app;
    app.runner.settled_or_held_back(&app.db, &app.clock, order, interaction.time_left()).await;
}

/// Waits for one order like [`wait_for_orders`], and says what is known of it then. Where nothing had to be
/// ordered all is done.
///
/// # Errors
/// Fault, if the database does not answer.
pub async fn wait_for_order(interaction: &Interaction, order: Option<OutboxId>) -> Result<OrderState> {
    let Some(order) = order else { return Ok(OrderState::Done) };
    wait_for_orders(interaction, &[order]).await;
    queue::state(interaction.app.db.read(), interaction.actor.guild, order).await
}

impl FailureReason {
    /// Why something was not done, and what would help. `effect` is what was to be done, where the text may
    /// name the permission and the place.
    pub fn message(self, effect: Option<&Effect>) -> Message {
        match self {
            Self::Permission | Self::Access => {
                effect.map_or_else(|| Message::new("failure-permission"), permission::refused)
            }
            Self::Gone if matches!(effect, Some(Effect::Post { .. })) => Message::new("why-gone-channel"),
            Self::Gone => Message::new("why-gone-member"),
            Self::AutoMod => Message::new("why-automod"),
            Self::Late => Message::new("why-late"),
            Self::Foreign => Message::new("why-foreign"),
            Self::Withdrawn => Message::new("why-withdrawn"),
            Self::ClosedDm => Message::new("why-closed-dm"),
            Self::InUse | Self::Full | Self::Refused => Message::new("why-refused"),
        }
    }
}
