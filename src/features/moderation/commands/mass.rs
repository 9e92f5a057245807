//! `/mass`, for moderators: the same to many people at once, after a preview.

use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::{outcome, parties};
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::{Context, draft};
use crate::features::moderation::rules::mass::{MOST_OF_MODERATORS, people};
use crate::features::moderation::rules::{ban, timeout};
use crate::features::moderation::views::mass as views;
use crate::features::moderation::{MassAct, MassDraft, MassKind, MassSpec, MassState, Problem, actions, masses, store};

use super::warn::words;

/// Time out, kick or ban many people at once; you see whom before anything is done
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn mass(
    ctx: Context<'_>,
    #[description = "What to do to them"] act: MassKind,
    #[description = "Whom: IDs or mentions, at most 200"]
    #[max_length = 6000]
    users: String,
    #[description = "What happened; only staff see it"]
    #[max_length = 1000]
    reason: String,
    #[description = "For how long: 2h, 7d; a timeout needs one, a ban is for good without"]
    #[max_length = 60]
    duration: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();

    parties::require(&interaction, actions::MASS)?;
    let members = people(&users)?;
    may(&interaction, members.len())?;
    let reason = words(&reason).ok_or(Problem::NoReason)?;
    let seconds = length(act, duration.as_deref())?;
    let draft = MassDraft::new(&interaction, MassSpec { act, members, reason, seconds }, now);

    let draft = draft::keep(&interaction, draft, Vec::new()).await?;

    interaction.reply_ephemeral(&views::preview(interaction.actor.locale, &draft)).await
}

/// How long it lasts, in seconds; `None` for what has no end.
fn length(act: MassKind, typed: Option<&str>) -> Result<Option<i64>> {
    let length = match (act, typed) {
        (MassKind::Timeout, Some(typed)) => Some(timeout::length(typed)?),
        (MassKind::Timeout, None) => return Err(Message::new("mass-no-duration").into()),
        (MassKind::Ban, Some(typed)) => ban::length_or_forever(typed)?,
        (MassKind::Kick, Some(_)) => return Err(Message::new("mass-kick-duration").into()),
        (MassKind::Ban | MassKind::Kick, None) => None,
    };
    Ok(length.map(|length| length.as_secs().cast_signed()))
}

/// Whether the actor may do something to so many at once.
///
/// # Errors
/// Told, how many they may, or who may do it.
pub fn may(interaction: &Interaction, count: usize) -> Result<()> {
    parties::require(interaction, actions::MASS)?;
    if count > MOST_OF_MODERATORS && parties::require(interaction, actions::MASS_LARGE).is_err() {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        return Err(Message::new("mass-for-managers").with("count", count).into());
    }
    Ok(())
}

/// What is known of something that has just begun, as far as the answer can wait; or that it is held.
pub async fn begun(interaction: &Interaction, mass: &MassAct) -> Result<View> {
    if mass.state == MassState::Held {
        return Ok(views::held(interaction.actor.locale, mass));
    }
    let app = &interaction.app;
    let is_over = || async move {
        let Ok(mut db) = app.db.read().acquire().await else { return false };
        store::mass_summary(&mut db, mass.id).await.is_ok_and(|summary| summary.open == 0)
    };
    outcome::wait_until(app, is_over, interaction.time_left()).await;
    page(interaction, mass, 0).await
}

/// A page of what came of each.
pub async fn page(interaction: &Interaction, mass: &MassAct, number: i64) -> Result<View> {
    let mut db = interaction.app.db.read().acquire().await?;
    let summary = store::mass_summary(&mut db, mass.id).await?;
    let results = masses::results(&mut db, mass).await?;
    Ok(views::results(interaction.actor.locale, mass, &summary, &results, number))
}
