//! The preview of the answer to those who asked for a theme.

use crate::discord::interaction::context::ComponentEvent;
use crate::error::Result;
use crate::feature::draft;
use crate::feature::draft::{Draft, DraftId};
use crate::features::feedback::views::preview;
use crate::features::feedback::{AnswerSpec, answering};

/// *Answer*.
pub async fn answer(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    let told = answering::answer(&interaction, DraftId(id.row)).await?;

    interaction.update_message(&told).await
}

/// *Don't answer*.
pub async fn cancel(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let draft: Draft<AnswerSpec> = draft::open(&interaction, DraftId(id.row)).await?;

    draft::cancel(&interaction, draft).await?;

    interaction.update_message(&preview::ended(interaction.actor.locale, "feedback-not-answered")).await
}
