//! How both are invited, each alone: by direct message, or where they take none by a line in a channel that says nothing but
//! that there is something to read.

use sqlx::SqliteConnection;

use super::cards::CARD;
use super::{
    ANSWERED_WITHIN, Mediation, MediationId, MediationState, NAME, NewMediation, Problem, Sent, Side, SideId,
    answering, store, telling, views,
};
use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, FailureReason, Order, Outcome};
use crate::error::Result;
use crate::feature::card;
use crate::feature::card::Calls;
use crate::features::setup;
use crate::ids::{GuildId, OutboxId};
use crate::jobs;

/// The order of an invitation, and of the line in its place; the row is the side.
pub const INVITATION: &str = "invitation";
pub const LINE: &str = "line";

/// Starts a mediation: what comes back is its row, and the orders to wait for.
///
/// # Errors
/// Told, if one between these two runs.
pub async fn start(
    tx: &mut SqliteConnection,
    new: &NewMediation,
    now: Timestamp,
) -> Result<(MediationId, Vec<OutboxId>)> {
    let members = new.sides.map(|side| side.member);
    if let Some(running) = store::running_between(&mut *tx, new.guild, members).await? {
        return Err(Problem::Running { number: running.number, mediator: running.mediator }.into());
    }
    let expires = now.plus(ANSWERED_WITHIN);
    let id = store::insert(&mut *tx, new, expires, now).await?;
    let mediation = store::known(&mut *tx, new.guild, id).await?;
    let subject = format!("mediation #{}", mediation.number);
    for invited in new.sides {
        store::insert_side(&mut *tx, new.guild, id, invited, now).await?;
        let entry = audit::Entry::new(new.guild, new.mediator, "mediation.start", subject.as_str());
        audit::record(&mut *tx, &entry.to(invited.member), now).await?;
    }
    let mut orders = Vec::new();
    for side in store::sides(&mut *tx, id).await? {
        orders.push(invite(&mut *tx, &mediation, &side, now).await?);
    }
    jobs::schedule(&mut *tx, new.guild, &answering::EXPIRE, id.get(), expires).await?;
    card::post(tx, &CARD, new.guild, id.get(), Calls::Nobody, now).await?;
    Ok((id, orders))
}

async fn invite(tx: &mut SqliteConnection, mediation: &Mediation, side: &Side, now: Timestamp) -> Result<OutboxId> {
    let (guild, id) = (mediation.guild, side.id);
    let other = store::other(&mut *tx, side).await?;
    let server = setup::server(&mut *tx, guild).await?;
    let locale = telling::locale_of(&mut *tx, side.member, server.locale).await?;
    let body = views::invitation(locale, mediation, side, other, &server.name).json();
    let effect = Effect::Dm { member: side.member, body };
    let order = Order::new(guild, NAME, INVITATION, id.get(), effect).expires(mediation.expires);
    let order = outbox::insert(&mut *tx, &order, now).await?;
    store::set_order(tx, id, order).await?;
    Ok(order)
}

/// An invitation, or the line in its place, has ended.
pub async fn sent(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: SideId,
    is_line: bool,
    outcome: &Outcome,
    now: Timestamp,
) -> Result<()> {
    let Some(side) = store::side(&mut *tx, guild, id).await? else { return Ok(()) };
    let mediation = store::get(&mut *tx, guild, side.mediation).await?;
    let runs = mediation.as_ref().is_some_and(|mediation| mediation.state == MediationState::Invited);
    let closed = matches!(outcome, Outcome::Failed(FailureReason::ClosedDm | FailureReason::NoSharedServer));
    if let (false, true, Some(channel)) = (is_line, closed && runs, side.channel) {
        let server = setup::server(&mut *tx, guild).await?;
        let body = views::line(server.locale, &side).json();
        let line = Order::new(guild, NAME, LINE, id.get(), Effect::Post { channel, body });
        let order = outbox::insert(&mut *tx, &line, now).await?;
        return store::set_order(tx, id, order).await;
    }
    let (sent, why) = match outcome {
        Outcome::Failed(why) => (Sent::Failed, Some(why.as_str())),
        Outcome::Unknown => (Sent::Unknown, None),
        _ if is_line => (Sent::InChannel, None),
        _ => (Sent::Delivered, None),
    };
    store::set_sent(&mut *tx, id, sent, why).await?;
    let is_settled = |one: &Mediation| !matches!(one.state, MediationState::Invited | MediationState::Opening);
    if let Some(mediation) = mediation.filter(is_settled) {
        // It ended, or the thread was opened, while this was on its way.
        telling::change_invitation(&mut *tx, &mediation, &Side { sent, ..side.clone() }, now).await?;
    }
    card::edit(tx, &CARD, guild, side.mediation.get(), now).await
}
