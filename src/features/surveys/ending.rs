//! How an open wave comes to its end: another time for it, and what a manager is told about it.

use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::outcome::wait_for_order;
use crate::discord::ui::times;
use crate::discord::ui::times::Taken;
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::card;
use crate::feature::card::NotDone;
use crate::features::setup;
use crate::features::surveys::views::post;
use crate::features::surveys::{POST, Problem, Survey, Wave, WaveState, sending, store};
use crate::ids::OutboxId;
use crate::text::when::Asked;

/// Gives an open wave another end, as somebody typed it.
///
/// # Errors
/// Told, if that is no end for it, or it was closed meanwhile.
pub async fn extended(interaction: &Interaction, survey: &Survey, wave: &Wave, typed: &str) -> Result<View> {
    let now = interaction.app.clock.now();
    let zone = setup::server(interaction.app.db.read(), wave.guild).await?.zone;
    let Taken { at, note } = times::ahead(typed, Asked::End, now, &zone)?;

    sending::extend(&interaction.app, survey, wave, at, interaction.actor.member, now).await?;

    Ok(post::extended(interaction.actor.locale, survey, wave, at, note))
}

/// How a wave is, once this order has ended or the answer has to be given.
pub async fn outcome(interaction: &Interaction, wave: &Wave, order: Option<OutboxId>) -> Result<View> {
    let (db, locale) = (interaction.app.db.read(), interaction.actor.locale);
    let post = wait_for_order(interaction, order).await?;
    let wave = store::wave(db, wave.guild, wave.id).await?.ok_or(Problem::Gone)?;
    let survey = store::get(db, wave.guild, wave.survey).await?.ok_or(Problem::Gone)?;
    let card = card::get(db, POST, wave.guild, wave.id.get()).await?;

    Ok(match card.why {
        Some(missing @ NotDone::Known(_)) if wave.state == WaveState::Open => {
            post::missing(locale, View::default(), &wave, missing, sending::may_post_again(interaction, &wave).await)
        }
        _ => post::outcome(locale, &survey, &wave, post),
    })
}
