//! The panel of an organizer: *Message attendees*, *Pick*, *Move from waiting list*, and *Post again*.

use serde::Deserialize;
use sqlx::SqliteConnection;

use crate::clock;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::outcome;
use crate::discord::interaction::parties;
use crate::error::{Message, Result};
use crate::feature::card;
use crate::features::events::cards::CARD;
use crate::features::events::commands::panel;
use crate::features::events::roster::Roster;
use crate::features::events::rules::{pick, seats};
use crate::features::events::views::panel as views;
use crate::features::events::{OccurrenceId, Problem, SignupState, actions, notify, roster, signing};
use crate::ids::MemberId;

use super::find;

/// What is written to those who are signed up.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MessageForm {
    text: String,
}

/// How many are picked.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PickForm {
    count: String,
}

/// *Refresh*.
pub async fn show(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let roster = runnable(&interaction, OccurrenceId(id.row)).await?;

    interaction.update_message(&panel(&interaction, &roster).await?).await
}

/// *Message attendees*: the form opens.
pub async fn message(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let roster = runnable(&interaction, OccurrenceId(id.row)).await?;

    interaction.open_modal(&views::message(interaction.actor.locale, &roster)).await
}

/// The form was sent.
pub async fn sent(form: ModalSubmit<MessageForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let found = runnable(&interaction, OccurrenceId(id.row)).await?;
    let (guild, row) = (found.event.guild, found.occurrence.id);
    let (by, now) = (interaction.actor.member, interaction.app.clock.now());

    let written = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let found = roster::get(&mut *tx, guild, row).await?;
        if found.signups.iter().all(|signup| signup.state == SignupState::Cant) {
            return Err(Problem::NobodySignedUp.into());
        }
        let entry = Entry::new(guild, by, "event.message", format!("event #{}", found.event.number));
        audit::record(&mut *tx, &entry, now).await?;
        notify::from_organizer(tx, &found.event, &found.occurrence, (by, &inputs.text), now).await
    });
    let count = written.await?;

    interaction.reply_ephemeral(&views::sent(interaction.actor.locale, &found, count)).await
}

/// *Pick*: the form opens.
pub async fn pick(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let roster = runnable(&interaction, OccurrenceId(id.row)).await?;

    interaction.open_modal(&views::pick(interaction.actor.locale, &roster)).await
}

/// The form was sent: so many of those who are going are drawn.
pub async fn picked(form: ModalSubmit<PickForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let found = runnable(&interaction, OccurrenceId(id.row)).await?;
    let count = inputs.count.trim().parse().ok().filter(|count| *count > 0);
    let count: usize = count.ok_or_else(|| Message::new("events-pick-number"))?;
    let (guild, by, now) = (found.event.guild, interaction.actor.member, interaction.app.clock.now());

    let drawn = pick::draw(&found.signups, count, clock::random());
    let entry = Entry::new(guild, by, "event.pick", format!("event #{}: {}", found.event.number, drawn.len()));
    interaction.app.db.write(async move |tx| audit::record(tx, &entry, now).await).await?;

    interaction.reply_ephemeral(&views::picked(interaction.actor.locale, &found, &drawn)).await
}

/// *Move from waiting list*: who was chosen gets a seat.
pub async fn move_up(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;
    let found = runnable(&interaction, OccurrenceId(id.row)).await?;
    let member = values.first().and_then(|value| value.parse().ok()).map(MemberId).ok_or_else(outdated)?;
    let (guild, row, now) = (found.event.guild, found.occurrence.id, interaction.app.clock.now());
    let by = interaction.actor.member;

    let written = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let entry = Entry::new(guild, by, "event.move_up", format!("event #{}", found.event.number)).to(member);
        audit::record(&mut *tx, &entry, now).await?;
        signing::move_up(tx, (guild, row), member, now).await
    });
    let roster = written.await?;

    interaction.update_message(&panel(&interaction, &roster).await?).await
}

/// *Post again*: the card is not there, or can't be changed.
pub async fn post_again(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let found = runnable(&interaction, OccurrenceId(id.row)).await?;
    channels::may_post(&interaction, found.event.channel).await?;
    let (guild, row, now) = (found.event.guild, found.occurrence.id, interaction.app.clock.now());

    let posted = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let found = roster::get(&mut *tx, guild, row).await?;
        seats::is_open(&found.occurrence, now)?;
        card::post_again(tx, &CARD, guild, row.get(), now).await
    });

    let post = outcome::wait_for_order(&interaction, posted.await?).await?;
    let missing = card::get(interaction.app.db.read(), CARD.name, guild, row.get()).await?.why;
    interaction.update_message(&views::posted_again(interaction.actor.locale, &found, post, missing)).await
}

/// The occurrence of a button, for whoever may run its event.
pub async fn runnable(interaction: &Interaction, id: OccurrenceId) -> Result<Roster> {
    let roster = find(interaction, id).await?;
    let own = roster.event.author == Some(interaction.actor.member);
    parties::require(interaction, actions::run(own))?;
    Ok(roster)
}
