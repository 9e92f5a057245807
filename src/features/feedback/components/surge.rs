//! The buttons of an alert about a theme that surges; and *Hand over*, which a theme has, too.

use sqlx::SqliteConnection;

use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::error::Result;
use crate::features::feedback::store::surges;
use crate::features::feedback::views::{packet, surge as views};
use crate::features::feedback::{SurgeId, SurgeState, ThemeId, handover, reading, surging};
use crate::features::setup;

/// Where *Hand over* was pressed.
enum Pressed {
    Alert(SurgeId),
    Theme(ThemeId),
}

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

    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let id = SurgeId(id.row);
    let decided = async move |tx: &mut SqliteConnection| surging::decide(tx, guild, id, state, by, now).await;
    interaction.app.db.write(decided).await?;

    interaction.reply_ephemeral(&views::decided(interaction.actor.locale, state)).await
}

/// *Hand over* on an alert: to the tracker, where there is one, and the files for whoever pressed it.
pub async fn hand_over(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    hand(&interaction, Pressed::Alert(SurgeId(id.row))).await
}

/// *Hand over* of a theme.
pub async fn hand_theme(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    hand(&interaction, Pressed::Theme(ThemeId(id.row))).await
}

async fn hand(interaction: &Interaction, pressed: Pressed) -> Result<()> {
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());

    let is_taken = interaction.app.config.feedback_webhook.takes(guild);
    let begun = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let theme = match pressed {
            Pressed::Alert(id) => surging::decide(&mut *tx, guild, id, SurgeState::HandedOver, by, now).await?.theme,
            Pressed::Theme(theme) => theme,
        };
        handover::begin(tx, guild, theme, by, is_taken, now).await
    });
    let theme = begun.await?;

    let mut db = interaction.app.db.read().acquire().await?;
    let people = surges::people(&mut *db, guild, theme.id, now).await?;
    let zone = setup::server(&mut *db, guild).await?.zone;
    let whole = reading::whole(&mut db, guild, theme, &zone, now).await?;
    drop(db);
    interaction.reply_ephemeral(&packet::packet(interaction.actor.locale, guild, &whole, &people)).await
}
