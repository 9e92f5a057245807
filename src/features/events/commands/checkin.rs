//! `/event checkin`, for organisers: opens check-in, shows the code, and checks in who can't do it themselves.

use poise::serenity_prelude::User;

use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::{Context, card};
use crate::features::events::attendance::checkin;
use crate::features::events::attendance::checkin::By;
use crate::features::events::attendance::components::door;
use crate::features::events::cards::CARD;

use super::live_events;
use super::run::{latest, runnable};

/// Let people check in, with a code shown at the door or with a button
#[poise::command(slash_command, custom_data = "Level::Helper")]
pub async fn checkin(
    ctx: Context<'_>,
    #[description = "Which event, by its number or title"]
    #[autocomplete = "live_events"]
    #[max_length = 100]
    event: String,
    #[description = "How people check in [code]"] by: Option<By>,
    #[description = "Check this person in yourself"] member: Option<User>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let event = runnable(&interaction, &event).await?;
    let roster = latest(&interaction, &event).await?;
    let (guild, id, now) = (event.guild, roster.occurrence.id, interaction.app.clock.now());

    checkin::open(&interaction, id, by, false).await?;
    interaction.app.db.write(async move |tx| card::edit(tx, &CARD, guild, id.get(), now).await).await?;
    if let Some(member) = member {
        let member = member.id.into();
        let is_new = checkin::check_in_other(&interaction, &roster.occurrence, member).await?;
        let key = if is_new { "events-checked-other" } else { "events-checked-other-before" };
        let done = Message::new(key).with("member", member).with("title", &roster.occurrence.details.title);
        return interaction.reply_ephemeral(&View::text(interaction.say(&done))).await;
    }

    interaction.reply_ephemeral(&door(&interaction, &event, &roster.occurrence).await?).await
}
