//! What is pressed about many people at once: *Confirm* and *Cancel* under the preview, *Confirm* and *Dismiss* on
//! the card of what is held, and what came of each.

use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::parties;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::draft::{self, DraftId};
use crate::features::moderation::commands::mass::{begun, may, page};
use crate::features::moderation::{MassAct, MassDraft, MassId, actions, masses, store};

/// *Confirm* under the preview.
pub async fn confirm(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (guild, now) = (interaction.actor.guild, interaction.app.clock.now());
    let draft: MassDraft = draft::open(&interaction, DraftId(id.row)).await?;

    may(&interaction, draft.spec.members.len())?;
    let actor = parties::actor_standing(&interaction);

    let begun_with = interaction.app.db.write(async move |tx| {
        let draft: MassDraft = draft::take(&mut *tx, guild, draft.id).await?;
        let new = MassAct {
            channel: draft.channel,
            seconds: draft.spec.seconds,
            ..MassAct::new(guild, draft.author, draft.spec.act, draft.spec.reason.clone(), now)
        };
        let mass = masses::begin(&mut *tx, new, &draft.spec.members, &actor, now).await?;
        draft::set_published(tx, &draft, mass.id.get()).await?;
        Ok(mass)
    });
    let mass = begun_with.await?;

    let view = begun(&interaction, &mass).await?;
    interaction.update_message(&view).await
}

/// *Cancel*.
pub async fn cancel(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let draft: MassDraft = draft::open(&interaction, DraftId(id.row)).await?;

    draft::cancel(&interaction, draft).await?;

    interaction.update_message(&View::text(interaction.say(&Message::new("mass-cancelled")))).await
}

/// *Confirm* and *Dismiss* on the card of what is held.
pub async fn decide(press: ComponentEvent, confirmed: bool) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (by, now) = (interaction.actor.member, interaction.app.clock.now());
    let mass = find(&interaction, id.row).await?;

    let which = (mass.guild, mass.id);
    let decided = interaction.app.db.write(async move |tx| masses::decide(tx, which, by, confirmed, now).await);
    let mass = decided.await?;

    if !confirmed {
        let text = Message::new("brake-dismissed").with("by", by);
        return interaction.reply_ephemeral(&View::text(interaction.say(&text))).await;
    }
    interaction.reply_ephemeral(&begun(&interaction, &mass).await?).await
}

/// What came of each, for whoever of the staff wants to know.
pub async fn results(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let mass = find(&interaction, id.row).await?;

    interaction.reply_ephemeral(&page(&interaction, &mass, 0).await?).await
}

/// Another page of that, or the same as it is now.
pub async fn turn(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let mass = find(&interaction, id.row).await?;

    interaction.update_message(&page(&interaction, &mass, id.arg.parse().unwrap_or(0)).await?).await
}

async fn find(interaction: &Interaction, row: i64) -> Result<MassAct> {
    parties::require(interaction, actions::READ_CASES)?;
    let mass = store::mass(interaction.app.db.read(), interaction.actor.guild, MassId(row)).await?;
    Ok(mass.ok_or_else(outdated)?)
}
