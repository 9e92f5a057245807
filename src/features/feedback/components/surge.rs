//! The buttons of an alert about a theme that surges; and *Hand over*, which a theme has, too.

use sqlx::SqliteConnection;

use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::error::Result;
use crate::features::feedback::store::surges;
use crate::features::feedback::views::{packet, surge as views};
use crate::features::feedback::{Surge, SurgeId, SurgeState, ThemeId, handover, reading, surging};
use crate::features::setup;

/// *Acknowledge*.
pub async fn acknowledge(press: ComponentEvent) -> Result<()> {
    settle(press, SurgeState::Acknowledged).await
}

/// *Snooze*.
pub async fn snooze(press: ComponentEvent) -> Result<()> {
    settle(press, SurgeState::Snoozed).await
}

async fn settle(press: ComponentEvent, state: SurgeState) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    decide(&interaction, SurgeId(id.row), state).await?;

    interaction.reply_ephemeral(&views::decided(interaction.actor.locale, state)).await
}

/// *Hand over* on an alert: to the tracker, where there is one, and the files for whoever pressed it.
pub async fn hand_over(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    let surge = decide(&interaction, SurgeId(id.row), SurgeState::HandedOver).await?;

    hand(&interaction, surge.theme).await
}

/// *Hand over* of a theme.
pub async fn hand_theme(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    hand(&interaction, ThemeId(id.row)).await
}

async fn hand(interaction: &Interaction, theme: ThemeId) -> Result<()> {
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());

    let is_taken = interaction.app.config.feedback_webhook.takes(guild);
    let begin = async move |tx: &mut SqliteConnection| handover::begin(tx, guild, theme, by, is_taken, now).await;
    let theme = interaction.app.db.write(begin).await?;

    let mut db = interaction.app.db.read().acquire().await?;
    let people = surges::people(&mut *db, guild, theme.id, now).await?;
    let zone = setup::server(&mut *db, guild).await?.zone;
    let whole = reading::whole(&mut db, guild, theme, &zone, now).await?;
    drop(db);
    interaction.reply_ephemeral(&packet::packet(interaction.actor.locale, guild, &whole, &people)).await
}

async fn decide(interaction: &Interaction, id: SurgeId, state: SurgeState) -> Result<Surge> {
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let decided = async move |tx: &mut SqliteConnection| surging::decide(tx, guild, id, state, by, now).await;
    interaction.app.db.write(decided).await
}
