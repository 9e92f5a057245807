//! Buttons that turn the pages of a history, and of one's own record.

use crate::discord::interaction::context::ComponentEvent;
use crate::discord::interaction::failure::outdated;
use crate::error::Result;
use crate::features::moderation::commands::history::{history_of, own_cases};
use crate::ids::MemberId;

/// Of `/history`: the row of the custom_id is the page, its argument the member.
pub async fn turn_history(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    let member: MemberId = id.arg.parse().map_err(|_| outdated())?;

    interaction.update_message(&history_of(&interaction, member, id.row).await?).await
}

/// Of `/mycases`: whoever presses sees their own.
pub async fn turn_own(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    let interaction = match id.arg.parse() {
        Ok(guild) => interaction.enter(guild).await?,
        // Made before the button said which server it is about.
        Err(_) => interaction,
    };

    interaction.update_message(&own_cases(&interaction, id.row).await?).await
}
