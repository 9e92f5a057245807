//! How a contact ends: by *Close*, or because somebody has deleted or locked its thread by hand.

use std::sync::Arc;

use serenity::all::Event;
use sqlx::SqliteConnection;

use super::cards::CARD;
use super::{Contact, ContactId, NAME, Problem, store, views};
use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::channels::is_gone;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::error::Result;
use crate::feature::card;
use crate::features::setup;
use crate::ids::{ChannelId, GuildId, MemberId, OutboxId};

/// The orders of the last message, and of the end of the thread; the row is the contact.
const CLOSED: &str = "closed";
const CLOSE: &str = "close";

/// Closes a contact with a last message in its thread; the order to wait for.
///
/// # Errors
/// Told, if it was closed before.
pub async fn close(
    tx: &mut SqliteConnection,
    contact: &Contact,
    by: MemberId,
    now: Timestamp,
) -> Result<Option<OutboxId>> {
    if !store::set_closed(&mut *tx, contact.id, Some(by), now).await? {
        return Err(Problem::Closed.into());
    }
    if by != contact.member {
        let entry = audit::Entry::new(contact.guild, by, "contact.close", format!("contact #{}", contact.number));
        audit::record(&mut *tx, &entry.to(contact.member).change("open", "closed"), now).await?;
    }
    card::edit(&mut *tx, &CARD, contact.guild, contact.id.get(), now).await?;
    let Some(thread) = contact.thread else { return Ok(None) };
    let locale = setup::server(&mut *tx, contact.guild).await?.locale;
    let body = views::closed_note(locale, contact, by).json();
    let order = |purpose, effect| Order::new(contact.guild, NAME, purpose, contact.id.get(), effect);
    let said = outbox::insert(&mut *tx, &order(CLOSED, Effect::Post { channel: thread, body }), now).await?;
    let close = order(CLOSE, Effect::CloseThread { thread }).after(said);
    outbox::insert(tx, &close, now).await.map(Some)
}

/// A thread that was deleted or locked takes its contact with it: the member could not write there any more.
pub async fn event(app: &Arc<App>, event: &Event) -> Result<()> {
    match event {
        Event::ThreadDelete(event) => ended_by_hand(app, event.thread.guild_id.into(), event.thread.id.into()).await,
        Event::ThreadUpdate(event) if event.thread.thread_metadata.is_some_and(|thread| thread.locked) => {
            ended_by_hand(app, event.thread.guild_id.into(), event.thread.id.into()).await
        }
        Event::ChannelDelete(event) => gone(app, event.channel.guild_id.into()).await,
        Event::GuildCreate(event) => gone(app, event.guild.id.into()).await,
        _ => Ok(()),
    }
}

/// A thread goes with its channel, without an event of its own, or while nobody listened.
async fn gone(app: &App, guild: GuildId) -> Result<()> {
    for contact in store::open(app.db.read(), guild).await? {
        let Some(thread) = contact.thread else { continue };
        if is_gone(app, guild, thread).await {
            ended_by_hand(app, guild, thread).await?;
        }
    }
    Ok(())
}

async fn ended_by_hand(app: &App, guild: GuildId, thread: ChannelId) -> Result<()> {
    let Some(contact) = store::open_in(app.db.read(), guild, thread).await? else { return Ok(()) };
    let (id, now) = (contact.id, app.clock.now());
    app.db.write(async move |tx| lost(tx, guild, id, now).await).await
}

/// Its thread was deleted or locked by hand.
pub async fn lost(tx: &mut SqliteConnection, guild: GuildId, id: ContactId, now: Timestamp) -> Result<()> {
    if store::set_closed(&mut *tx, id, None, now).await? {
        card::edit(tx, &CARD, guild, id.get(), now).await?;
    }
    Ok(())
}
