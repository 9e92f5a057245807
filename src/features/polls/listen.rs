//! What Discord tells of polls: what became of their messages, and that somebody has deleted a card.

use std::sync::Arc;

use serenity::all::Event;
use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::outbox;
use crate::discord::outbox::native_poll;
use crate::discord::outbox::{Effect, FailureReason, Order, OrderEnded, Outcome};
use crate::error::Result;
use crate::feature::draft;
use crate::features::polls::PollId;
use crate::features::setup;
use crate::ids::{GuildId, MessageId};
use crate::jobs;

use super::jobs::CLOSE;
use super::{DraftSpec, NAME, NotDone, open, store, views};

/// Where staff read what has no place of its own.
const FALLBACK: &str = "mod_log";

/// An order of the feature has ended.
pub async fn delivered(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    let (guild, poll) = (order.guild, PollId(order.about));
    match (order.part.as_str(), &order.outcome) {
        // Discord keeps its images from now on.
        ("card", Outcome::Done { .. }) => draft::delete_images::<DraftSpec>(tx, guild, poll.get()).await,
        ("edit", Outcome::Failed(FailureReason::Gone)) => {
            let Effect::Edit { of, .. } = &order.effect else { return Ok(()) };
            store::set_card_failed(tx, guild, poll, *of, GONE).await
        }
        ("card", Outcome::Failed(_) | Outcome::Unknown) => {
            let missing = missing(&order.outcome);
            store::set_card_failed(&mut *tx, guild, poll, order.id, missing).await?;
            fall_back(tx, order, missing, now).await
        }
        ("result", Outcome::Failed(_) | Outcome::Unknown) => {
            let missing = missing(&order.outcome);
            store::set_result_failed(&mut *tx, guild, poll, order.id, missing).await?;
            fall_back(tx, order, missing, now).await
        }
        _ => Ok(()),
    }
}

/// A message that somebody has deleted.
const GONE: NotDone = NotDone::Known(FailureReason::Gone);

const fn missing(outcome: &Outcome) -> NotDone {
    match outcome {
        Outcome::Failed(why) => NotDone::Known(*why),
        _ => NotDone::Unknown,
    }
}

/// What cannot stand where its poll was asked is told the team, where there is a place for that; under
/// `/poll results` it is in any case. Whoever has just published a poll is told at once.
async fn fall_back(tx: &mut SqliteConnection, order: &OrderEnded, missing: NotDone, now: Timestamp) -> Result<()> {
    let guild = order.guild;
    let Some(channel) = setup::channel(&mut *tx, guild, FALLBACK).await? else { return Ok(()) };
    let Some(poll) = store::get(&mut *tx, guild, PollId(order.about)).await? else { return Ok(()) };
    if order.part == "card" && poll.plan.starts.is_none() {
        return Ok(());
    }
    let locale = open::locale(&mut *tx, guild).await?;
    let body = views::result::fallen_back(locale, &poll, missing).json();
    let effect = Effect::Post { channel, body };
    outbox::insert(tx, &Order::new(guild, NAME, "fallback", order.about, effect), now).await?;
    Ok(())
}

/// Messages that were deleted.
pub async fn event(app: &Arc<App>, event: &Event) -> Result<()> {
    if let Some(ended) = native_poll::ended(event) {
        return hurry(app, event, ended.message).await;
    }
    let (guild, messages): (_, Vec<MessageId>) = match event {
        Event::MessageDelete(event) => (event.guild_id, vec![event.message_id.into()]),
        Event::MessageDeleteBulk(event) => (event.guild_id, event.ids.iter().map(|id| (*id).into()).collect()),
        _ => return Ok(()),
    };
    let Some(guild) = guild.map(GuildId::from) else { return Ok(()) };
    for message in messages {
        let Some((poll, card)) = store::with_card(app.db.read(), guild, message).await? else { continue };
        app.db.write(async move |tx| store::set_card_failed(tx, guild, poll, card, GONE).await).await?;
    }
    Ok(())
}

/// One of Discord's own polls has ended: what came out is taken over now.
async fn hurry(app: &Arc<App>, event: &Event, message: MessageId) -> Result<()> {
    let Event::MessageCreate(event) = event else { return Ok(()) };
    let Some(guild) = event.message.guild_id.map(GuildId::from) else { return Ok(()) };
    let Some((poll, _)) = store::with_card(app.db.read(), guild, message).await? else { return Ok(()) };
    let now = app.clock.now();
    app.db.write(async move |tx| jobs::schedule(tx, guild, &CLOSE, poll.get(), now).await).await
}
