//! `/event`, for helpers and above.

use crate::discord::access::level::Level;
use crate::error::Result;
use crate::feature::Context;

use super::contest::command as contest;

/// Call people together
#[poise::command(slash_command, subcommands("contest"), subcommand_required, custom_data = "Level::Helper")]
#[expect(clippy::unused_async, reason = "poise wants a function that waits")]
pub async fn event(_: Context<'_>) -> Result<()> {
    Ok(())
}
