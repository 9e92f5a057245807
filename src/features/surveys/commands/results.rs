//! `/survey results`, `/survey export` and `/survey list`, for managers: all of them only read, and
//! answer whoever asks alone.

use crate::discord::access::level::Level;
use crate::discord::interaction::context::Door;
use crate::discord::interaction::parties;
use crate::discord::ui::autocomplete::Offer;
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::Context;
use crate::features::surveys::actions;
use crate::features::surveys::results::export;
use crate::features::surveys::results::export::Format;
use crate::features::surveys::results::views::Keeping;
use crate::features::surveys::results::{Results, overview, views};

use super::{named, offer_sent, offered};

/// See what came of a survey, wave by wave
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn results(
    ctx: Context<'_>,
    #[description = "Which survey, by its title or number"]
    #[autocomplete = "offer_sent"]
    #[max_length = 100]
    survey: String,
    #[description = "Which wave; the last one, if you leave it out"]
    #[min = 1]
    wave: Option<i64>,
) -> Result<()> {
    let door = Door::of(ctx)?;
    parties::may(&door, actions::READ_SURVEYS)?;

    let survey = named(&door, &survey).await?;
    let results = Results::read(&door.app.db, survey, wave).await?;

    door.tell(&page(&door, &results, 0).await?).await
}

/// A page of results as they are now.
///
/// # Errors
/// Fault, if the database does not answer.
pub async fn page(door: &Door, results: &Results, number: i64) -> Result<View> {
    let keeping = Keeping::of(&door.app, results).await?;
    Ok(views::page(door.actor.locale, results, number, &keeping))
}

/// Take the answers to a survey along, or the survey itself
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn export(
    ctx: Context<'_>,
    #[description = "Which survey, by its title or number"]
    #[autocomplete = "offer_any"]
    #[max_length = 100]
    survey: String,
    #[description = "Which wave; all of them, if you leave it out"]
    #[min = 1]
    wave: Option<i64>,
    #[description = "csv and json: the answers; toml: the survey itself, to change and send again"] format: Option<
        Format,
    >,
) -> Result<()> {
    let door = Door::of(ctx)?;
    parties::may(&door, actions::READ_SURVEYS)?;

    let survey = named(&door, &survey).await?;
    let file = export::file(&door.app, &survey, wave, format.unwrap_or(Format::Csv)).await?;

    door.tell(&export::handed(door.actor.locale, &survey, file)).await
}

/// See every survey of this server, and how far it is
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn list(ctx: Context<'_>) -> Result<()> {
    let door = Door::of(ctx)?;
    parties::may(&door, actions::READ_SURVEYS)?;

    door.tell(&overview::page(&door, 0).await?).await
}

/// Every survey.
async fn offer_any(ctx: Context<'_>, typed: &str) -> Offer {
    offered(ctx, typed, |_| true).await
}
