//! `/suggest`, for everyone. What was typed comes back where it can't be suggested.

use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::error::Result;
use crate::feature::Context;
use crate::features::feedback::suggesting;

/// Suggest an idea that others can upvote
#[poise::command(slash_command, custom_data = "Level::Everyone")]
pub async fn suggest(
    ctx: Context<'_>,
    #[description = "Your idea"]
    #[max_length = 1000]
    text: String,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    suggesting::suggest_and_tell(&interaction, &text).await
}
