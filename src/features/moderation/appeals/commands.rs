//! `/appeals list`, for moderators and above. Members appeal under the notice and in `/mycases`.

use super::{actions, store, views};
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::error::Result;
use crate::feature::Context;

/// Read what members say against their cases
#[poise::command(slash_command, subcommands("list"), subcommand_required, custom_data = "Level::Moderator")]
#[expect(clippy::unused_async, reason = "poise wants a function that waits")]
pub async fn appeals(_: Context<'_>) -> Result<()> {
    Ok(())
}

/// List appeals, the open ones first
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn list(ctx: Context<'_>) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::READ_APPEALS)?;

    let (guild, reader) = (interaction.actor.guild, interaction.actor.member);
    let page = store::list(interaction.app.db.read(), guild, reader, 0).await?;

    interaction.reply_ephemeral(&views::list(interaction.actor.locale, &page)).await
}
