//! `/survey send`: a preview, and with *Publish* a post that anybody answers who may.

use crate::discord::access::level::Level;
use crate::discord::interaction::context::Door;
use crate::discord::interaction::parties;
use crate::discord::ui::autocomplete;
use crate::discord::ui::autocomplete::Offer;
use crate::discord::ui::times;
use crate::error::{Message, Result};
use crate::feature::Context;
use crate::features::setup;
use crate::features::surveys::actions;
use crate::features::surveys::{NewWave, Problem, Survey, sending, store};
use crate::ids::RoleId;

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
    #[autocomplete = "closing"]
    closes: Option<String>,
    #[description = "A role to call"] ping: Option<serenity::all::Role>,
) -> Result<()> {
    let door = Door::of(ctx)?;
    parties::may(&door, actions::SET_SURVEYS)?;
    let (guild, now) = (door.actor.guild, door.app.clock.now());
    let found = store::find(door.app.db.read(), guild, &survey).await?.ok_or(Problem::NoSurvey(survey))?;
    let zone = setup::zone(door.app.db.read(), guild).await?;
    let taken = closes.map(|typed| times::ahead(&typed, now, &zone)).transpose()?;
    let new = NewWave {
        channel: channel.map_or(door.channel, |channel| channel.id.into()),
        closes: taken.as_ref().map(|taken| taken.at),
        ping: ping.map(|role| RoleId::from(role.id)),
        sent_by: Some(door.actor.member),
    };

    show(&door, &found, new, taken.and_then(|taken| taken.note).into_iter().collect()).await
}

/// Keeps what is about to be sent, and shows its preview.
///
/// # Errors
/// Told, if it cannot be sent there, or not so.
pub async fn show(door: &Door, survey: &Survey, new: NewWave, notes: Vec<Message>) -> Result<()> {
    sending::may_post(door, &new, sending::PATIENCE).await?;

    let wave = sending::prepare(&door.app, survey, new, door.app.clock.now()).await?;

    door.tell(&sending::preview(door, survey, &wave, notes, false).await?).await
}

/// Everything that can be sent.
async fn surveys(ctx: Context<'_>, typed: &str) -> Offer {
    super::offered(ctx, typed, |survey| !survey.questions.is_empty()).await
}

/// What the typed time is understood as.
async fn closing(ctx: Context<'_>, typed: &str) -> Offer {
    let find = async {
        let door = Door::of(ctx)?;
        let zone = setup::zone(door.app.db.read(), door.actor.guild).await?;
        Ok(times::echo(door.actor.locale, typed, door.app.clock.now(), &zone))
    };
    autocomplete::offer(ctx, find).await
}
