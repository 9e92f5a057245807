//! *Join*, for the staff, and *Close*, for the staff and the member whose thread it is.

use super::{Contact, ContactId, ContactState, Problem, actions, closing, opening, store, views};
use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::{outcome, parties};
use crate::error::Result;
use crate::feature::route::Route;

/// The routes of the feature.
pub const ROUTES: &[Route] = &[
    Route::component("join", |press| Box::pin(join(press))).requires(actions::ANSWER_CONTACT),
    Route::component("choose", |press| Box::pin(choose(press))).requires(actions::ANSWER_CONTACT),
    Route::component("close", |press| Box::pin(close(press))),
];

/// An open contact that the actor may do something about.
async fn open(interaction: &Interaction, id: ContactId) -> Result<Contact> {
    let contact = store::get(interaction.app.db.read(), interaction.actor.guild, id).await?.ok_or(Problem::Gone)?;
    if contact.member != interaction.actor.member {
        parties::require(interaction, actions::ANSWER_CONTACT)?;
    }
    if contact.state == ContactState::Open { Ok(contact) } else { Err(Problem::Closed.into()) }
}

/// *Join*, on a card.
async fn join(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    join_one(&interaction, ContactId(id.row)).await
}

/// A contact was chosen in `/reports list`.
async fn choose(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, values, .. } = press;
    let chosen = values.first().and_then(|chosen| chosen.parse().ok()).ok_or_else(outdated)?;
    join_one(&interaction, ContactId(chosen)).await
}

async fn join_one(interaction: &Interaction, id: ContactId) -> Result<()> {
    let (by, now) = (interaction.actor.member, interaction.app.clock.now());
    let contact = open(interaction, id).await?;
    let thread = contact.thread.ok_or(Problem::NoThread)?;

    let order = interaction.app.db.write(async move |tx| opening::join(tx, &contact, thread, by, now).await).await?;

    let state = outcome::wait_for_order(interaction, Some(order)).await?;
    interaction.reply_ephemeral(&views::joined(interaction.actor.locale, thread, by, state)).await
}

/// *Close*.
async fn close(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (by, now) = (interaction.actor.member, interaction.app.clock.now());
    let contact = open(&interaction, ContactId(id.row)).await?;
    let thread = contact.thread;

    let order = interaction.app.db.write(async move |tx| closing::close(tx, &contact, by, now).await).await?;

    let state = outcome::wait_for_order(&interaction, order).await?;
    interaction.reply_ephemeral(&views::closed(interaction.actor.locale, thread, state)).await
}
