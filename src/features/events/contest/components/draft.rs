//! The preview of a contest: *Publish* and *Cancel*. A draft is its author's alone.

use crate::discord::interaction::channels;
use crate::discord::interaction::context::ComponentEvent;
use crate::error::Result;
use crate::feature::draft;
use crate::feature::draft::DraftId;
use crate::features::events::contest::Draft;
use crate::features::events::contest::draft::{become_contest, plan, published, shown};
use crate::features::events::contest::views::preview;

/// *Publish*.
pub async fn publish(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let now = interaction.app.clock.now();
    let draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;

    let Ok(plan) = plan(&draft, now) else {
        return interaction.update_message(&shown(&interaction, &draft, Vec::new()).await?).await;
    };
    channels::may_post(&interaction, plan.channel).await?;

    let contest = interaction.app.db.write(async move |tx| become_contest(tx, draft.id, &plan, now).await).await?;

    let (contest, card) = published(&interaction, contest).await?;
    interaction.update_message(&preview::published(interaction.actor.locale, &contest, card)).await
}

/// *Cancel*.
pub async fn cancel(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;

    draft::cancel(&interaction, draft).await?;

    interaction.update_message(&preview::cancelled(interaction.actor.locale)).await
}
