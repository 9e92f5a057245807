//! *Delete* and *Cancel* under the preview of messages that are to be deleted. Whether the person may still do
//! it is asked anew.

use crate::discord::interaction::context::ComponentEvent;
use crate::discord::interaction::{outcome, parties};
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::draft::{self, DraftId};
use crate::features::moderation::actions;
use crate::features::moderation::views::purge;
use crate::features::moderation::{PurgeDraft, purges};

/// *Delete*.
pub async fn delete(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let guild = interaction.actor.guild;
    let now = interaction.app.clock.now();
    let draft: PurgeDraft = draft::open(&interaction, DraftId(id.row)).await?;

    parties::require(&interaction, actions::PURGE)?;
    purges::may_purge(&interaction, draft.channel).await?;

    let written = interaction.app.db.write(async move |tx| {
        let draft: PurgeDraft = draft::take(&mut *tx, guild, draft.id).await?;
        let written = purges::record(&mut *tx, &draft, now).await?;
        draft::set_published(tx, &draft, written.0.get()).await?;
        Ok(written)
    });
    let (purge, orders) = written.await?;

    outcome::wait_for_orders(&interaction, &orders).await;
    let mut db = interaction.app.db.read().acquire().await?;
    let purge = purges::get(&mut db, guild, purge).await?;
    drop(db);
    interaction.update_message(&purge::result(interaction.actor.locale, &purge)).await
}

/// *Cancel*.
pub async fn cancel(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let draft: PurgeDraft = draft::open(&interaction, DraftId(id.row)).await?;

    draft::cancel(&interaction, draft).await?;

    interaction.update_message(&View::text(interaction.say(&Message::new("purge-cancelled")))).await
}
