//! The preview of an event: *Publish*, *Cancel*, and what can be changed about it. A draft is its author's alone.

use crate::discord::interaction::channels;
use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::outcome;
use crate::discord::ui::ping::Ping;
use crate::error::Result;
use crate::feature::draft::DraftId;
use crate::feature::{card, draft};
use crate::features::events::cards::CARD;
use crate::features::events::draft::{become_event, plan, shown, withheld};
use crate::features::events::rules::series::Repeat;
use crate::features::events::views::preview;
use crate::features::events::{Draft, roster};
use crate::features::setup;

/// *Publish*.
pub async fn publish(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let now = interaction.app.clock.now();
    let draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;
    let server = setup::server(interaction.app.db.read(), draft.guild).await?;

    let Ok(plan) = plan(&draft, &server, now) else {
        return interaction.update_message(&shown(&interaction, &draft, Vec::new()).await?).await;
    };
    channels::may_post(&interaction, draft.channel).await?;
    if let Some(role) = plan.details.ping {
        Ping::allowed(&interaction, draft.channel, role)?;
    }
    let (guild, listed) = (draft.guild, withheld(&interaction, &draft).is_none());

    let id = interaction.app.db.write(async move |tx| become_event(tx, &draft, plan, listed, now).await).await?;

    let order = card::get(interaction.app.db.read(), CARD.name, guild, id.get()).await?.order;
    let posted = outcome::wait_for_order(&interaction, order).await?;
    let mut db = interaction.app.db.read().acquire().await?;
    let roster = roster::get(&mut db, guild, id).await?;
    let missing = card::get(&mut *db, CARD.name, guild, id.get()).await?.why;
    drop(db);
    interaction.update_message(&preview::published(interaction.actor.locale, &roster, posted, missing)).await
}

/// *Cancel*.
pub async fn cancel(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;

    draft::cancel(&interaction, draft).await?;

    interaction.update_message(&preview::cancelled(interaction.actor.locale)).await
}

/// *Show the address to those going only*, and back.
pub async fn toggle_address(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let mut draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;

    draft.spec.hide_address = !draft.spec.hide_address;

    save(&interaction, draft).await
}

/// Every month on the same day, or on the same weekday.
pub async fn toggle_monthly(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let mut draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;

    draft.spec.repeat = match draft.spec.repeat {
        Some(Repeat::Monthly) => Some(Repeat::MonthlyByWeekday),
        Some(Repeat::MonthlyByWeekday) => Some(Repeat::Monthly),
        other => other,
    };

    save(&interaction, draft).await
}

/// Keeps what was changed, and shows it.
async fn save(interaction: &Interaction, draft: Draft) -> Result<()> {
    let draft = draft::save(interaction, draft).await?;
    interaction.update_message(&shown(interaction, &draft, Vec::new()).await?).await
}
