//! `/survey results`, `/survey export` and `/survey list`, for managers: all of them only read, and
//! answer whoever asks alone.

use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::discord::ui::autocomplete::Autocomplete;
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::{Context, card};
use crate::features::surveys::actions;
use crate::features::surveys::results::export;
use crate::features::surveys::results::export::Format;
use crate::features::surveys::results::views::Keeping;
use crate::features::surveys::results::{Results, overview, views};
use crate::features::surveys::sending;
use crate::features::surveys::views::post;
use crate::features::surveys::{POST, WaveState, rules};

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
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::READ_SURVEYS)?;

    let survey = named(&interaction, &survey).await?;
    let results = Results::read(&interaction.app.db, survey, wave).await?;

    interaction.reply_ephemeral(&page(&interaction, &results, 0).await?).await
}

/// A page of results as they are now.
pub async fn page(interaction: &Interaction, results: &Results, number: i64) -> Result<View> {
    let (app, wave, locale) = (&interaction.app, results.wave(), interaction.actor.locale);
    let keeping = Keeping::read(app, results).await?;
    let mut page = views::page(locale, results, number, &keeping);
    if rules::is_open(wave, app.clock.now()).is_ok() && parties::require(interaction, actions::SET_SURVEYS).is_ok() {
        page = page.row(post::end_buttons(locale, wave));
    }
    let card = card::get(app.db.read(), POST, wave.guild, wave.id.get()).await?;
    Ok(match card.why {
        Some(missing) if wave.state == WaveState::Open => {
            post::missing(locale, page, wave, missing, sending::may_post_again(interaction, wave).await)
        }
        _ => page,
    })
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
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::READ_SURVEYS)?;

    let survey = named(&interaction, &survey).await?;
    let file = export::file(&interaction.app, &survey, wave, format.unwrap_or(Format::Csv)).await?;

    interaction.reply_ephemeral(&export::handed(interaction.actor.locale, &survey, file)).await
}

/// See every survey of this server, and how far it is
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn list(ctx: Context<'_>) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::READ_SURVEYS)?;

    interaction.reply_ephemeral(&overview::page(&interaction, 0).await?).await
}

/// Every survey.
async fn offer_any(ctx: Context<'_>, typed: &str) -> Autocomplete {
    offered(ctx, typed, |_| true).await
}
