//! `/setup`, for managers: the settings of all features, seen and changed in one place.
//!
//! All answers are for the asker alone. A change is on record with who made it, and can be taken
//! back for ten minutes.

use crate::discord::access::level::Level;
use crate::discord::interaction::context::Door;
use crate::discord::interaction::parties;
use crate::discord::ui::autocomplete;
use crate::discord::ui::autocomplete::Offer;
use crate::error::Result;
use crate::feature::Context;
use crate::features::setup::actions;

use super::views::start::Told;
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
    let door = Door::of(ctx)?;
    parties::may(&door, actions::SET_SETTINGS)?;

    let chosen = store::list(door.app.db.read(), door.actor.guild).await?;

    door.tell(&views::start::page(&door, Page::Place, &chosen, Told::default())).await
}

/// See every setting and what holds now
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn show(ctx: Context<'_>) -> Result<()> {
    let door = Door::of(ctx)?;
    parties::may(&door, actions::READ_SETTINGS)?;

    let chosen = store::list(door.app.db.read(), door.actor.guild).await?;

    door.tell(&views::list(&door, &chosen, 0)).await
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
    let door = Door::of(ctx)?;
    parties::may(&door, actions::SET_SETTINGS)?;

    let setting = rules::find(all(&door.app), &setting)?;
    let value = rules::chosen(&value).map(|typed| (setting.parse)(&door.app, door.actor.guild, typed)).transpose()?;

    let change = change::set(&door, setting, value.clone()).await?;

    match change {
        Some(change) => door.tell(&views::changed(&door, setting, &change)).await,
        None => door.tell(&views::unchanged(&door, setting, value.as_deref())).await,
    }
}

/// See what is missing or wrong, and what to do about it
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn check(ctx: Context<'_>) -> Result<()> {
    let door = Door::of(ctx)?;
    parties::may(&door, actions::READ_SETTINGS)?;

    let findings = super::check::findings(&door).await?;

    door.tell(&views::check::findings(&door, &findings, 0)).await
}

/// The settings there are, by what was typed of their name or of what they are for.
async fn names(ctx: Context<'_>, typed: &str) -> Offer {
    let find = async {
        let door = Door::of(ctx)?;
        Ok(views::names(&door, typed))
    };
    autocomplete::offer(ctx, find).await
}

/// What the setting that was named offers.
async fn values(ctx: Context<'_>, typed: &str) -> Offer {
    let find = async {
        let door = Door::of(ctx)?;
        let setting = rules::find(all(&door.app), autocomplete::typed(ctx, "setting").unwrap_or_default())?;
        Ok(views::values(&door, setting, typed))
    };
    autocomplete::offer(ctx, find).await
}
