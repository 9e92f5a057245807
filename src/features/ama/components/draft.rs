//! The preview of a session: *Publish* and *Cancel*. A draft is its author's alone.

use crate::discord::interaction::channels;
use crate::discord::interaction::context::ComponentEvent;
use crate::discord::interaction::parties;
use crate::error::Result;
use crate::feature::draft;
use crate::feature::draft::DraftId;
use crate::features::ama::draft::{announced, become_session, plan, shown};
use crate::features::ama::views::preview;
use crate::features::ama::{Draft, actions};

/// *Publish*.
pub async fn publish(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let now = interaction.app.clock.now();
    let draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;

    let Ok((plan, _)) = plan(&draft, now) else {
        return interaction.update_message(&shown(&interaction, &draft, Vec::new()).await?).await;
    };
    parties::require(&interaction, actions::run(plan.anonymity))?;
    channels::may_post(&interaction, plan.channel).await?;

    let session = interaction.app.db.write(async move |tx| become_session(tx, draft.id, &plan, now).await).await?;

    let (session, prompt) = announced(&interaction, session).await?;
    interaction.update_message(&preview::published(interaction.actor.locale, &session, prompt)).await
}

/// *Cancel*.
pub async fn cancel(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;

    draft::cancel(&interaction, draft).await?;

    interaction.update_message(&preview::cancelled(interaction.actor.locale)).await
}
