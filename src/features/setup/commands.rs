//! `/setup`, for managers: the settings of all features, seen and changed in one place.
//!
//! All answers are for the asker alone. A change is on record with who made it, and can be taken
//! back for ten minutes.

use crate::discord::access::channels;
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::discord::ui::autocomplete;
use crate::discord::ui::autocomplete::Autocomplete;
use crate::error::Result;
use crate::feature::Context;
use crate::features::setup::actions;
use crate::ids::ChannelId;

use super::views::start::PageNews;
use super::walk::Page;
use super::{all, change, rules, store, views};

/// See and change how Steward works on this server
#[poise::command(slash_command, subcommands("start", "show", "set", "check"), subcommand_required)]
pub async fn setup(_: Context<'_>) -> Result<()> {
    Ok(())
}

/// Walk through the first settings, step by step; every step can be skipped
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn start(ctx: Context<'_>) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::SET_SETTINGS)?;

    let chosen = store::list(interaction.app.db.read(), interaction.actor.guild).await?;

    interaction.reply_ephemeral(&views::start::page(&interaction, Page::Place, &chosen, PageNews::default())).await
}

/// See every setting and what holds now
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn show(ctx: Context<'_>) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::READ_SETTINGS)?;

    let chosen = store::list(interaction.app.db.read(), interaction.actor.guild).await?;

    interaction.reply_ephemeral(&views::list(&interaction, &chosen, 0)).await
}

/// Change one setting
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn set(
    ctx: Context<'_>,
    #[description = "Which one"]
    #[max_length = 40]
    #[autocomplete = "names"]
    setting: String,
    #[description = "What it should be; “default” takes back what was chosen"]
    #[max_length = 200]
    #[autocomplete = "values"]
    value: String,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::SET_SETTINGS)?;

    let setting = rules::find(all(&interaction.app), &setting)?;
    let value = match rules::chosen(&value) {
        Some(typed) => Some(change::read(&interaction, setting, typed).await?),
        None => None,
    };

    let change = change::set(&interaction, setting, value.clone()).await?;

    match change {
        Some(change) => interaction.reply_ephemeral(&views::changed(&interaction, setting, &change)).await,
        None => interaction.reply_ephemeral(&views::unchanged(&interaction, setting, value.as_deref())).await,
    }
}

/// See what is missing or wrong, and what to do about it
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn check(ctx: Context<'_>) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::READ_SETTINGS)?;

    let findings = super::check::findings(&interaction).await?;

    interaction.reply_ephemeral(&views::check::findings(&interaction, &findings, 0)).await
}

/// The settings there are, by what was typed of their name or of what they are for.
async fn names(ctx: Context<'_>, typed: &str) -> Autocomplete {
    let find = async {
        let interaction = Interaction::from_context(ctx)?;
        Ok(views::names(&interaction, typed))
    };
    autocomplete::offer(ctx, find).await
}

/// What the setting that was named offers.
async fn values(ctx: Context<'_>, typed: &str) -> Autocomplete {
    let find = async {
        let interaction = Interaction::from_context(ctx)?;
        let setting = rules::find(all(&interaction.app), autocomplete::typed(ctx, "setting").unwrap_or_default())?;
        let mut offered = views::values(&interaction, setting, typed);
        if setting.is_channel {
            let named = offered.iter().filter_map(|one| one.value.parse().ok()).map(ChannelId);
            let readable = channels::readable(&interaction, named).await;
            offered.retain(|one| one.value.parse().map_or(true, |id| readable.contains(&ChannelId(id))));
        }
        Ok(offered)
    };
    autocomplete::offer(ctx, find).await
}
