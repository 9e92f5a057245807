//! `/survey close` and `/survey extend`, for managers: an open wave ends now, or at another time.

use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::discord::ui::autocomplete::Autocomplete;
use crate::error::Result;
use crate::feature::{Context, card};
use crate::features::setup;
use crate::features::surveys::{POST, Problem, Survey, Wave, WaveState, actions, ending, sending, store};

/// Close a survey that is open; no one can answer it after that
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn close(
    ctx: Context<'_>,
    #[description = "Which survey, by its title or number"]
    #[autocomplete = "open_surveys"]
    #[max_length = 100]
    survey: String,
    #[description = "Which wave (the latest open one)"]
    #[min = 1]
    wave: Option<i64>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::SET_SURVEYS)?;
    let survey = super::named(&interaction, &survey).await?;
    let wave = open_wave(&interaction, &survey, wave).await?;

    sending::close(&interaction.app, wave.guild, wave.id, interaction.actor.member, interaction.app.clock.now())
        .await?;

    let order = card::get(interaction.app.db.read(), POST, wave.guild, wave.id.get()).await?.order;
    interaction.reply_ephemeral(&ending::outcome(&interaction, &wave, order).await?).await
}

/// Put the end of an open survey off, or bring it forward
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn extend(
    ctx: Context<'_>,
    #[description = "Which survey, by its title or number"]
    #[autocomplete = "open_surveys"]
    #[max_length = 100]
    survey: String,
    #[description = "When it closes instead, like “friday 19:00” or “in 2 days”"]
    #[autocomplete = "setup::offer_end"]
    #[max_length = 60]
    closes: String,
    #[description = "Which wave (the latest open one)"]
    #[min = 1]
    wave: Option<i64>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::SET_SURVEYS)?;
    let survey = super::named(&interaction, &survey).await?;
    let wave = open_wave(&interaction, &survey, wave).await?;

    let view = ending::extended(&interaction, &survey, &wave, &closes).await?;

    interaction.reply_ephemeral(&view).await
}

/// The open wave that is meant.
async fn open_wave(interaction: &Interaction, survey: &Survey, number: Option<i64>) -> Result<Wave> {
    let waves = store::waves(interaction.app.db.read(), survey.guild, survey.id).await?;
    let of = waves.len();
    if let Some(number) = number.filter(|number| waves.iter().all(|wave| wave.number != *number)) {
        return Err(if of == 0 { Problem::NeverSent(survey.number) } else { Problem::NoSuchWave { number, of } }.into());
    }
    let meant = waves.into_iter().filter(|wave| number.is_none_or(|number| wave.number == number));
    let open = meant.filter(|wave| wave.state == WaveState::Open).max_by_key(|wave| wave.number);
    Ok(open.ok_or(Problem::NothingOpen(survey.number))?)
}

/// Surveys with an open wave.
async fn open_surveys(ctx: Context<'_>, typed: &str) -> Autocomplete {
    let open = match Interaction::from_context(ctx) {
        Ok(interaction) => {
            store::open_waves(interaction.app.db.read(), interaction.actor.guild).await.unwrap_or_default()
        }
        Err(_) => Vec::new(),
    };
    super::offered(ctx, typed, |survey| open.iter().any(|wave| wave.survey == survey.id)).await
}
