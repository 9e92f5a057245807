//! The preview of a change: *Publish* and *Cancel*. It is its author's alone.

use sqlx::SqliteConnection;

use super::vote::find;
use crate::discord::interaction::context::ComponentEvent;
use crate::discord::interaction::parties;
use crate::error::Result;
use crate::feature::draft;
use crate::feature::draft::{Draft, DraftId};
use crate::features::polls::edit::confirm;
use crate::features::polls::{EditSpec, actions, views};

/// *Publish*.
pub async fn save(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (guild, actor, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let draft: Draft<EditSpec> = draft::open(&interaction, DraftId(id.row)).await?;
    let poll = find(&interaction, draft.spec.poll).await?;

    parties::require(&interaction, actions::end_poll(poll.plan.author == actor))?;

    let edited = interaction
        .app
        .db
        .write(async move |tx: &mut SqliteConnection| confirm(tx, (guild, actor), draft.id, now).await);

    interaction.update_message(&views::edit::done(interaction.actor.locale, &edited.await?, Vec::new())).await
}

/// *Cancel*.
pub async fn discard(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let draft: Draft<EditSpec> = draft::open(&interaction, DraftId(id.row)).await?;

    draft::cancel(&interaction, draft).await?;

    interaction.update_message(&views::edit::dropped(interaction.actor.locale)).await
}
