//! `/help`, for everyone, in a server and in direct messages. It leaves nothing behind.

use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::dm_guild;
use crate::error::Result;
use crate::feature::Context;

use super::views;

/// See what you can do here
#[poise::command(slash_command, interaction_context = "Guild|BotDm", custom_data = "Level::Everyone")]
pub async fn help(
    ctx: Context<'_>,
    #[description = "Which server; needed only in direct messages, if there are several"]
    #[max_length = 100]
    #[autocomplete = "dm_guild::servers"]
    server: Option<String>,
) -> Result<()> {
    let interaction = Interaction::in_server(ctx, server.as_deref()).await?;

    interaction.reply_ephemeral(&views::list(&interaction, 0, ctx.guild_id().is_none())).await
}
