//! The buttons under the answers of `/privacy`. Their argument is the server, since in direct messages
//! none is around; what they do is done to whoever presses them, and to nobody else.

use std::time::Duration;

use crate::app::consent::Choice;
use crate::clock::Timestamp;
use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::failure::outdated;
use crate::error::Result;

use super::{Problem, commands, forgetting, kept, server_name, views};

/// For so long the preview of a forgetting says what would go.
const CURRENT: Duration = Duration::from_hours(24);

/// A button of the feature was pressed.
pub async fn press(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let guild = id.arg.parse().map_err(|_| outdated())?;
    match id.meaning() {
        ("forget", 1) => forget(&interaction.enter(guild).await?, Timestamp::from_seconds(id.row)).await,
        ("keep", 1) => interaction.update_message(&views::cancelled(&interaction)).await,
        ("thanks", 1) => thanks(&interaction.enter(guild).await?, id.row != 0).await,
        _ => Err(outdated().into()),
    }
}

/// The row of the custom_id is when the person was told what would go.
async fn forget(interaction: &Interaction, told: Timestamp) -> Result<()> {
    let now = interaction.app.clock.now();
    if now > told.plus(CURRENT) {
        return Err(Problem::TooOld.into());
    }
    let name = server_name(&interaction.app, interaction.actor.guild).await?;

    // Else this press would be the first that is on record of them again.
    interaction.leave_no_trace();
    let forgotten =
        forgetting::forget(&interaction.app, interaction.actor.guild, interaction.actor.member, now).await?;

    let left = kept(interaction).await?;
    interaction.update_message(&views::forgotten(interaction, &name, &left, forgotten)).await
}

/// The row of the custom_id is whether the person may be named.
async fn thanks(interaction: &Interaction, thanked: bool) -> Result<()> {
    if thanked {
        commands::decide(interaction, |choice| Choice { thanked: true, ..choice }).await?;
    } else {
        commands::decide(interaction, |choice| Choice { thanked: false, ..choice }).await?;
    }

    let kept = kept(interaction).await?;
    let name = server_name(&interaction.app, interaction.actor.guild).await?;

    interaction.update_message(&views::kept(interaction, &name, &kept)).await
}
