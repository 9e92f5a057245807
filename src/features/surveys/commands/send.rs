//! `/survey send`: a preview, and with *Publish* a post that anybody answers who may.

use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::discord::ui::autocomplete::Autocomplete;
use crate::discord::ui::times;
use crate::error::{Message, Result};
use crate::feature::Context;
use crate::feature::draft;
use crate::features::setup;
use crate::features::surveys::Draft;
use crate::features::surveys::NewWave;
use crate::features::surveys::Survey;
use crate::features::surveys::views::post;
use crate::features::surveys::{actions, rules, sending, store};
use crate::ids::RoleId;
use crate::text::when::Asked;

/// Post a survey for everyone to answer, after a preview
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn send(
    ctx: Context<'_>,
    #[description = "Which one"]
    #[max_length = 100]
    #[autocomplete = "surveys"]
    survey: String,
    #[description = "Where it is posted; without it, here"]
    #[channel_types("Text", "News")]
    channel: Option<serenity::all::PartialChannel>,
    #[description = "When it closes: friday 19:00, in 10 days"]
    #[max_length = 60]
    #[autocomplete = "setup::offer_end"]
    closes: Option<String>,
    #[description = "A role to call"] ping: Option<serenity::all::Role>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::SET_SURVEYS)?;
    let (guild, now) = (interaction.actor.guild, interaction.app.clock.now());
    let found = super::named(&interaction, &survey).await?;
    let zone = setup::server(interaction.app.db.read(), guild).await?.zone;
    let taken = closes.map(|typed| times::ahead(&typed, Asked::End, now, &zone)).transpose()?;
    let new = NewWave {
        survey: found.id,
        channel: channel.map_or(interaction.channel, |channel| channel.id.into()),
        closes: taken.as_ref().map(|taken| taken.at),
        ping: ping.map(|role| RoleId::from(role.id)),
        sent_by: Some(interaction.actor.member),
    };

    show(&interaction, &found, new, taken.and_then(|taken| taken.note).into_iter().collect()).await
}

/// Keeps what is about to be sent, and shows its preview.
///
/// # Errors
/// Told, if it cannot be sent there, or not so.
pub async fn show(interaction: &Interaction, survey: &Survey, new: NewWave, mut notes: Vec<Message>) -> Result<()> {
    let now = interaction.app.clock.now();
    sending::may_post(interaction, &new).await?;
    sending::closes(survey, new.closes, now)?;
    let seen = Some(survey.changed_at);
    let draft = Draft { channel: new.channel, seen, ..Draft::new(interaction, new, now) };

    let draft = draft::keep(interaction, draft, Vec::new()).await?;
    let waves = store::waves(interaction.app.db.read(), survey.guild, survey.id).await?;
    notes.extend(waves.iter().filter(|wave| rules::is_open(wave, now).is_ok()).map(post::still_open));

    interaction.reply_ephemeral(&sending::preview(interaction, survey, &draft, notes, false).await?).await
}

/// Everything that can be sent.
async fn surveys(ctx: Context<'_>, typed: &str) -> Autocomplete {
    super::offered(ctx, typed, |survey| !survey.questions.is_empty()).await
}
