//! What managers answer when they are asked whether two themes are to be one.

use crate::discord::interaction::context::ComponentEvent;
use crate::discord::interaction::failure::outdated;
use crate::error::Result;
use crate::features::feedback::views::{merge as views, preview};
use crate::features::feedback::{ThemeId, merging};

/// *Merge*; the argument is the theme that gathers both.
pub async fn merge(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let into: ThemeId = id.arg.parse().map_err(|_| outdated())?;
    let (who, now) = ((interaction.actor.guild, interaction.actor.member), interaction.app.clock.now());
    let both = (ThemeId(id.row), into);

    let merged = interaction.app.db.write(async move |tx| merging::merge(tx, who, both, now).await);
    let (from, into, people) = merged.await?;

    interaction.update_message(&views::merged(interaction.actor.locale, &from, &into, people)).await
}

/// *Keep both*.
pub async fn keep_apart(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, .. } = press;

    interaction.update_message(&preview::ended(interaction.actor.locale, "feedback-kept-apart")).await
}
