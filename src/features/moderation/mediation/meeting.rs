//! The thread of a mediation: made once both have accepted, with both and the mediator in it and the ground rules first.
//! Whoever leaves the server is missed there, and let in again on their return.

use std::sync::Arc;

use serenity::all::Event;
use sqlx::SqliteConnection;

use super::cards::CARD;
use super::store::End;
use super::{Mediation, MediationId, MediationState, NAME, store, telling, views};
use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::channels::is_gone;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, FailureReason, Order, Outcome};
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::card;
use crate::features::setup;
use crate::ids::{ChannelId, GuildId, MemberId, OutboxId};

/// The order that makes the thread; the row of this and the others is the mediation.
pub const THREAD: &str = "thread";
/// The order that adds somebody to it.
pub const ADD: &str = "add";
/// The order of the ground rules, and of what is said there later.
const RULES: &str = "rules";
const NOTE: &str = "note";
/// The orders of the last message, and of the end of the thread.
const CLOSED: &str = "closed";
const CLOSE: &str = "close";

/// Both have accepted: the thread is ordered.
pub async fn open(tx: &mut SqliteConnection, mediation: &Mediation, now: Timestamp) -> Result<()> {
    let (guild, id) = (mediation.guild, mediation.id);
    if !store::set_state(&mut *tx, id, MediationState::Invited, MediationState::Opening).await? {
        return Ok(());
    }
    let locale = setup::server(&mut *tx, guild).await?.locale;
    let effect = Effect::MakePrivateThread { channel: mediation.parent, name: views::thread_name(locale, mediation) };
    outbox::insert(&mut *tx, &Order::new(guild, NAME, THREAD, id.get(), effect), now).await?;
    card::edit(tx, &CARD, guild, id.get(), now).await
}

/// The thread is there, or could not be made.
pub async fn made(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: MediationId,
    outcome: &Outcome,
    now: Timestamp,
) -> Result<()> {
    match outcome {
        Outcome::Made(thread) => opened(tx, guild, id, *thread, now).await,
        Outcome::Failed(why) => failed(tx, guild, id, Some(*why), now).await,
        _ => failed(tx, guild, id, None, now).await,
    }
}

async fn opened(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: MediationId,
    thread: ChannelId,
    now: Timestamp,
) -> Result<()> {
    store::set_thread(&mut *tx, id, thread).await?;
    let is_wanted = store::set_state(&mut *tx, id, MediationState::Opening, MediationState::Open).await?;
    let Some(mediation) = store::get(&mut *tx, guild, id).await? else { return Ok(()) };
    if !is_wanted {
        // Somebody has closed it meanwhile.
        return close_thread(tx, &mediation, thread, None, now).await.map(drop);
    }
    let sides = store::sides(&mut *tx, id).await?;
    let mut last = None;
    for member in sides.iter().map(|side| side.member).chain([mediation.mediator]) {
        last = Some(add(&mut *tx, &mediation, thread, member, now).await?);
    }
    let locale = setup::server(&mut *tx, guild).await?.locale;
    let body = views::ground_rules(locale, &mediation, &sides).json();
    let rules = Order::new(guild, NAME, RULES, id.get(), Effect::Post { channel: thread, body });
    outbox::insert(&mut *tx, &Order { after: last, ..rules }, now).await?;
    telling::change_invitations(&mut *tx, &mediation, now).await?;
    card::edit(tx, &CARD, guild, id.get(), now).await
}

async fn failed(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: MediationId,
    why: Option<FailureReason>,
    now: Timestamp,
) -> Result<()> {
    let end = End { why: why.map(FailureReason::as_str), ..End::new(MediationState::Failed) };
    if !store::set_ended(&mut *tx, id, &end, now).await? {
        return Ok(());
    }
    let ended = store::known(&mut *tx, guild, id).await?;
    telling::change_invitations(&mut *tx, &ended, now).await?;
    telling::tell_mediator(&mut *tx, &ended, now).await?;
    card::edit(tx, &CARD, guild, id.get(), now).await
}

async fn add(
    tx: &mut SqliteConnection,
    mediation: &Mediation,
    thread: ChannelId,
    member: MemberId,
    now: Timestamp,
) -> Result<OutboxId> {
    let effect = Effect::AddToThread { thread, member };
    outbox::insert(tx, &Order::new(mediation.guild, NAME, ADD, mediation.id.get(), effect), now).await
}

/// Somebody could not be added: who is there learns of it.
pub async fn not_added(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: MediationId,
    effect: &Effect,
    now: Timestamp,
) -> Result<()> {
    let (Effect::AddToThread { member, .. }, Some(mediation)) = (effect, store::get(&mut *tx, guild, id).await?) else {
        return Ok(());
    };
    let locale = setup::server(&mut *tx, guild).await?.locale;
    say(tx, &mediation, &views::not_added(locale, &mediation, *member), now).await
}

/// Says something in the thread of a mediation that is held now.
async fn say(tx: &mut SqliteConnection, mediation: &Mediation, view: &View, now: Timestamp) -> Result<()> {
    let (Some(thread), MediationState::Open) = (mediation.thread, mediation.state) else { return Ok(()) };
    let effect = Effect::Post { channel: thread, body: view.json() };
    let order = Order::new(mediation.guild, NAME, NOTE, mediation.id.get(), effect);
    outbox::insert(tx, &order, now).await.map(drop)
}

/// Closes the thread, with a last message in it.
pub async fn close_thread(
    tx: &mut SqliteConnection,
    mediation: &Mediation,
    thread: ChannelId,
    note: Option<&View>,
    now: Timestamp,
) -> Result<OutboxId> {
    let order = |purpose, effect| Order::new(mediation.guild, NAME, purpose, mediation.id.get(), effect);
    let mut close = order(CLOSE, Effect::CloseThread { thread });
    if let Some(note) = note {
        let said = order(CLOSED, Effect::Post { channel: thread, body: note.json() });
        close = close.after(outbox::insert(&mut *tx, &said, now).await?);
    }
    outbox::insert(tx, &close, now).await
}

/// Somebody leaves or comes back, or a thread is deleted by hand, also with its channel or while nobody listened.
pub async fn event(app: &Arc<App>, event: &Event) -> Result<()> {
    match event {
        Event::GuildMemberRemove(event) => left(app, event.guild_id.into(), event.user.id.into()).await,
        Event::GuildMemberAdd(event) => returned(app, event.member.guild_id.into(), event.member.user.id.into()).await,
        Event::ThreadDelete(event) => deleted(app, event.thread.guild_id.into(), event.thread.id.into()).await,
        Event::ChannelDelete(event) => gone(app, event.channel.guild_id.into()).await,
        Event::GuildCreate(event) => gone(app, event.guild.id.into()).await,
        _ => Ok(()),
    }
}

/// A thread goes with its channel, without an event of its own, or while nobody listened.
async fn gone(app: &App, guild: GuildId) -> Result<()> {
    for mediation in store::running(app.db.read(), guild).await? {
        let Some(thread) = mediation.thread else { continue };
        if is_gone(app, guild, thread).await {
            deleted(app, guild, thread).await?;
        }
    }
    Ok(())
}

async fn left(app: &App, guild: GuildId, member: MemberId) -> Result<()> {
    let now = app.clock.now();
    for mediation in store::held_with(app.db.read(), guild, member).await? {
        let noting = app.db.write(async move |tx| {
            let locale = setup::server(&mut *tx, guild).await?.locale;
            say(tx, &mediation, &views::left(locale, &mediation, member), now).await
        });
        noting.await?;
    }
    Ok(())
}

async fn returned(app: &App, guild: GuildId, member: MemberId) -> Result<()> {
    let now = app.clock.now();
    for mediation in store::held_with(app.db.read(), guild, member).await? {
        let Some(thread) = mediation.thread else { continue };
        app.db.write(async move |tx| add(tx, &mediation, thread, member, now).await.map(drop)).await?;
    }
    Ok(())
}

async fn deleted(app: &App, guild: GuildId, thread: ChannelId) -> Result<()> {
    let Some(mediation) = store::held_in(app.db.read(), guild, thread).await? else { return Ok(()) };
    let now = app.clock.now();
    app.db.write(async move |tx| thread_deleted(tx, &mediation, now).await).await
}

/// Somebody has deleted the thread.
async fn thread_deleted(tx: &mut SqliteConnection, mediation: &Mediation, now: Timestamp) -> Result<()> {
    if store::set_ended(&mut *tx, mediation.id, &End::new(MediationState::Closed), now).await? {
        store::delete_answers(&mut *tx, mediation.id).await?;
        let ended = store::known(&mut *tx, mediation.guild, mediation.id).await?;
        telling::change_invitations(&mut *tx, &ended, now).await?;
        card::edit(tx, &CARD, mediation.guild, mediation.id.get(), now).await?;
    }
    Ok(())
}
