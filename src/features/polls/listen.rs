//! What Discord tells of polls: what became of their messages, and that one of its own polls has ended.

use std::sync::Arc;

use serenity::all::Event;
use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::outbox;
use crate::discord::outbox::native_poll;
use crate::discord::outbox::{Effect, Order, OrderEnded};
use crate::error::Result;
use crate::feature::card;
use crate::feature::card::NotDone;
use crate::feature::draft;
use crate::features::polls::PollId;
use crate::features::setup;
use crate::ids::GuildId;
use crate::jobs;

use super::{CARD, CLOSE, DraftSpec, NAME, store, views};

/// Where staff read what has no place of its own.
const FALLBACK: &str = "mod_log";

/// An order of the feature has ended.
pub async fn delivered(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    match (order.purpose.as_str(), NotDone::from_outcome(&order.outcome)) {
        ("card" | card::AGAIN, None) => shown(tx, order.guild, PollId(order.row)).await,
        // Whoever posts it again is told.
        ("card" | "result", Some(missing)) => fall_back(tx, order, missing, now).await,
        _ => Ok(()),
    }
}

/// The card of a poll stands. Discord keeps its images from now on; those of a series are needed again.
async fn shown(tx: &mut SqliteConnection, guild: GuildId, id: PollId) -> Result<()> {
    match store::get(&mut *tx, guild, id).await? {
        Some(poll) if poll.plan.series.is_some() => Ok(()),
        _ => draft::delete_images::<DraftSpec>(tx, guild, id.get()).await,
    }
}

/// What cannot stand where its poll was asked is told the team, where there is a place for that; under
/// `/poll results` it is in any case. Whoever has just published a poll is told at once.
async fn fall_back(tx: &mut SqliteConnection, order: &OrderEnded, missing: NotDone, now: Timestamp) -> Result<()> {
    let guild = order.guild;
    let server = setup::server(&mut *tx, guild).await?;
    let Some(channel) = server.channel(FALLBACK) else { return Ok(()) };
    let Some(poll) = store::get(&mut *tx, guild, PollId(order.row)).await? else { return Ok(()) };
    if order.purpose == "card" && poll.plan.starts.is_none() {
        return Ok(());
    }
    let body = views::result::fallen_back(server.locale, &poll, missing).json();
    let effect = Effect::Post { channel, body };
    outbox::insert(tx, &Order::new(guild, NAME, "fallback", order.row, effect), now).await?;
    Ok(())
}

/// One of Discord's own polls has ended: what came out is taken over now.
pub async fn event(app: &Arc<App>, event: &Event) -> Result<()> {
    let (Some(ended), Event::MessageCreate(event)) = (native_poll::ended(event), event) else { return Ok(()) };
    let Some(guild) = event.message.guild_id.map(GuildId::from) else { return Ok(()) };
    let Some(poll) = card::row_of_message(app.db.read(), CARD, guild, ended.message).await? else { return Ok(()) };
    let now = app.clock.now();
    app.db.write(async move |tx| jobs::schedule(tx, guild, &CLOSE, poll, now).await).await
}
