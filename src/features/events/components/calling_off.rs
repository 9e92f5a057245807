//! What organizers answer when they are asked whether an event or one of its dates is to be called off.

use crate::discord::interaction::context::ComponentEvent;
use crate::error::Result;
use crate::features::events::views::panel;
use crate::features::events::{OccurrenceId, Problem, running};

use super::panel::runnable;

/// *Cancel event*.
pub async fn cancel(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let found = runnable(&interaction, OccurrenceId(id.row)).await?;
    let (row, by, now) = ((found.event.guild, found.event.id), interaction.actor.member, interaction.app.clock.now());

    let roster = interaction.app.db.write(async move |tx| running::cancel(tx, row, by, now).await).await?;

    let view = panel::done(interaction.actor.locale, "events-cancelled-now", &roster, Vec::new());
    interaction.update_message(&view).await
}

/// *Skip this date*.
pub async fn skip(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let found = runnable(&interaction, OccurrenceId(id.row)).await?;
    let (row, by, now) = ((found.event.guild, found.event.id), interaction.actor.member, interaction.app.clock.now());
    let day = Some(found.occurrence.day);
    if !found.occurrence.state.is_open() {
        return Err(Problem::Over.into());
    }

    let roster = interaction.app.db.write(async move |tx| running::skip(tx, row, day, by, now).await).await?;

    let view = panel::done(interaction.actor.locale, "events-skipped", &roster, Vec::new());
    interaction.update_message(&view).await
}

/// *Keep it*.
pub async fn keep(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    runnable(&interaction, OccurrenceId(id.row)).await?;

    interaction.update_message(&panel::kept(interaction.actor.locale)).await
}
