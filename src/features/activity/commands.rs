//! `/stats`: how the community is doing, for everyone.
//!
//! It leaves nothing behind: the answer is for the asker alone, until they press *Post here*.

use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::error::Result;
use crate::feature::Context;

use super::{Period, report, views};

/// How the community is doing
#[poise::command(slash_command, subcommands("server"), subcommand_required)]
pub async fn stats(_: Context<'_>) -> Result<()> {
    Ok(())
}

/// Figures of this server: who writes, answers, comes and stays
#[poise::command(slash_command, custom_data = "Level::Everyone")]
pub async fn server(
    ctx: Context<'_>,
    #[description = "Which weeks; this week so far if left out"] period: Option<Period>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;

    let report = report::read(&interaction.app, interaction.actor.guild, period.unwrap_or_default()).await?;

    interaction.reply_ephemeral(&views::server(interaction.actor.locale, &report, views::Buttons::Private)).await
}
