//! Slowmodes: set through the outbox, and told in the mod log with what became of them.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::outbox::{self, Effect, Order, OrderEnded, OrderState};
use crate::error::Result;
use crate::ids::OutboxId;

use super::record::FEATURE;
use super::settings::settings;
use super::views::slowmode;
use super::{Slowmode, SlowmodeId, store};

/// So long what is to change in a channel, and Discord has not taken, is still what somebody wants.
pub const OF_USE: Duration = Duration::from_secs(3_600);

/// Writes that a slowmode is set, with its order, its entry in the mod log and its line in the audit.
pub async fn record(tx: &mut SqliteConnection, new: &Slowmode, now: Timestamp) -> Result<OutboxId> {
    let Slowmode { guild, channel, actor, before, seconds, .. } = *new;
    let id = store::insert_slowmode(&mut *tx, new).await?;
    let (reason, set) = (format!("/slowmode by {actor}"), seconds.unsigned_abs());
    let effect = Effect::SetSlowmode { channel, seconds: set, reason };
    let order = Order::new(guild, FEATURE, "slowmode", id.get(), effect).expires(now.plus(OF_USE));
    let order = outbox::insert(&mut *tx, &order, now).await?;
    let entry = audit::Entry::new(guild, actor, "channel.slowmode", format!("channel {channel}"));
    audit::record(&mut *tx, &entry.change(format!("{before} s"), format!("{seconds} s")), now).await?;
    let settings = settings(&mut *tx, guild).await?;
    if let Some(log) = settings.log {
        let body = slowmode::entry(settings.locale, new, OrderState::StillOnItsWay).json_for_outbox();
        let post = Order::new(guild, FEATURE, "slowmode-log", id.get(), Effect::Post { channel: log, body });
        let post = outbox::insert(&mut *tx, &post, now).await?;
        store::set_slowmode_logged(tx, id, post).await?;
    }
    Ok(order)
}

/// Notes in the mod log what became of one.
pub async fn ended(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    let Some(slowmode) = store::slowmode(&mut *tx, order.guild, SlowmodeId(order.row)).await? else { return Ok(()) };
    let Some(of) = slowmode.log else { return Ok(()) };
    let settings = settings(&mut *tx, order.guild).await?;
    let body = slowmode::entry(settings.locale, &slowmode, OrderState::from(&order.outcome)).json_for_outbox();
    let edit = Order::new(order.guild, FEATURE, "slowmode-log", order.row, Effect::Edit { of, body });
    outbox::insert(tx, &edit, now).await.map(drop)
}
