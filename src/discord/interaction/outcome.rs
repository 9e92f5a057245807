//! What became of orders, for an answer that is given while they are carried out.
//!
//! An answer says what truly happened. So it waits for the orders that were committed with what the person
//! decided, as long as the interaction's [budget](crate::discord::interaction::budget) lasts, and then says
//! what is known:
//!
//! ```no_run
//! # use steward::discord::interaction::{context::Interaction, outcome};
//! # use steward::{discord::ui::view::View, error::Result, ids::OutboxId};
//! # async fn publish(_: &mut sqlx::SqliteConnection) -> Result<Option<OutboxId>> { Ok(None) }
//! # async fn example(interaction: &Interaction) -> Result<()> {
//! let post = interaction.app.db.write(async move |tx| publish(tx).await).await?;
//! let state = outcome::wait_for_order(interaction, post).await?;
//! # let published = |_| View::default();
//! interaction.reply_ephemeral(&published(state)).await
//! # }
//! ```
//!
//! A feature that keeps what became of its orders in rows of its own waits with [`wait_for_orders`] and
//! reads those afterwards.

use std::time::Duration;

use crate::app::App;
use crate::discord::outbox::{Effect, FailureReason, OrderState, queue};
use crate::error::{Message, Result};
use crate::ids::OutboxId;

use super::context::Interaction;

/// Waits until these orders have ended, or the answer has to be given.
pub async fn wait_for_orders(interaction: &Interaction, orders: &[OutboxId]) {
    orders_ended(&interaction.app, orders, interaction.time_left()).await;
}

/// Waits until these orders have ended, whatever became of them, but no longer than `most`.
pub async fn orders_ended(app: &App, orders: &[OutboxId], most: Duration) {
    // A database that does not answer has nothing better to tell either.
    let ended = || async move { queue::count_open(app.db.read(), orders).await.is_ok_and(|open| open == 0) };
    wait_until(app, ended, most).await;
}

/// Waits for an order only while it is being carried out or about to be: not for its turn behind others,
/// and not for the second that has to pass between two messages in a channel. For what an answer mentions
/// by the way, such as the mod log.
pub async fn wait_if_at_hand(interaction: &Interaction, order: OutboxId) {
    let app = &interaction.app;
    let held_back =
        || async move { queue::is_at_hand(app.db.read(), order, app.clock.now()).await.is_ok_and(|at_hand| !at_hand) };
    wait_until(app, held_back, interaction.time_left()).await;
}

/// Waits until something is so, but no longer than `most`: looks again whenever the runner has found something or
/// something has ended.
pub async fn wait_until<F: Future<Output = bool>>(app: &App, is_so: impl Fn() -> F, most: Duration) {
    let mut changes = app.runner.changes();
    let so = async {
        while !is_so().await {
            changes.changed().await;
        }
    };
    // What was not so in time is told as it is.
    let _ = tokio::time::timeout(most, so).await;
}

/// Waits for one order like [`wait_for_orders`], and says what is known of it then. Where nothing had to be
/// ordered all is done.
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
                effect.map_or_else(|| Message::new("failure-permission"), Effect::refused)
            }
            Self::Late if matches!(effect, Some(Effect::DeleteMessages { .. })) => Message::new("why-too-old"),
            Self::Gone
                if matches!(
                    effect,
                    Some(
                        Effect::Post { .. }
                            | Effect::ForumPost { .. }
                            | Effect::DeleteMessages { .. }
                            | Effect::SetSlowmode { .. }
                            | Effect::ChangeOverwrites { .. }
                            | Effect::LockThread { .. }
                            | Effect::MakePrivateThread { .. }
                            | Effect::CloseThread { .. }
                    )
                ) =>
            {
                Message::new("why-gone-channel")
            }
            Self::Gone if matches!(effect, Some(Effect::Unban { .. } | Effect::LiftOwnBan { .. })) => {
                Message::new("why-gone-ban")
            }
            Self::Gone => Message::new("why-gone-member"),
            Self::AutoMod => Message::new("why-automod"),
            Self::Late => Message::new("why-late"),
            Self::Foreign => Message::new("why-foreign"),
            Self::Locked => Message::new("why-locked"),
            Self::NoTag => Message::new("why-no-tag"),
            Self::Withdrawn => Message::new("why-withdrawn"),
            Self::ClosedDm => Message::new("why-closed-dm"),
            Self::NoSharedServer => Message::new("why-no-shared-server"),
            Self::InUse | Self::Full | Self::Refused => Message::new("why-refused"),
        }
    }
}
