//! The preview of a wave: *Publish* and *Cancel*; *Close now* once it is open, and *Post again* where its post
//! does not stand.

use crate::discord::interaction::channels;
use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::outcome;
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::card;
use crate::feature::card::NotDone;
use crate::features::surveys::NewWave;
use crate::features::surveys::POST;
use crate::features::surveys::Problem;
use crate::features::surveys::Survey;
use crate::features::surveys::Wave;
use crate::features::surveys::WaveId;
use crate::features::surveys::WaveState;
use crate::features::surveys::reading;
use crate::features::surveys::sending;
use crate::features::surveys::sending::CARD;
use crate::features::surveys::store;
use crate::features::surveys::views::post;
use crate::ids::OutboxId;

/// *Publish*: what the preview showed is posted, if that is still what would be.
pub async fn publish(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (survey, wave) = found(&interaction, WaveId(id.row)).await?;
    if wave.state != WaveState::Preview {
        return settled(&interaction, &survey, &wave).await;
    }
    let now = interaction.app.clock.now();
    if survey.changed_at > wave.at {
        let (guild, id) = (wave.guild, wave.id);
        interaction.app.db.write(async move |tx| store::set_seen(tx, guild, id, now).await).await?;
        return interaction
            .update_message(&sending::preview(&interaction, &survey, &wave, Vec::new(), true).await?)
            .await;
    }
    let again = NewWave { channel: wave.channel, closes: wave.closes_at, ping: wave.ping, sent_by: wave.sent_by };
    sending::may_post(&interaction, &again).await?;

    let wave = sending::publish(&interaction.app, wave.guild, wave.id, interaction.time_left(), now).await?;

    settled(&interaction, &survey, &wave).await
}

/// *Cancel*.
pub async fn cancel(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (survey, wave) = found(&interaction, WaveId(id.row)).await?;

    sending::cancel(&interaction.app, wave.guild, wave.id).await?;

    settled(&interaction, &survey, &wave).await
}

/// *Close now*.
pub async fn close(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (survey, wave) = found(&interaction, WaveId(id.row)).await?;

    sending::close(&interaction.app, wave.guild, wave.id, interaction.actor.member, interaction.app.clock.now())
        .await?;

    settled(&interaction, &survey, &wave).await
}

/// *Post again*: of an open wave whose post does not stand.
pub async fn again(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (survey, wave) = found(&interaction, WaveId(id.row)).await?;
    channels::may_post(&interaction, wave.channel).await?;

    let (guild, row, now) = (wave.guild, wave.id.get(), interaction.app.clock.now());
    let post = interaction.app.db.write(async move |tx| card::post_again(tx, &CARD, guild, row, now).await).await?;

    told(&interaction, &survey, &wave, post).await
}

/// A wave that the actor may do something about.
async fn found(interaction: &Interaction, id: WaveId) -> Result<(Survey, Wave)> {
    let (db, guild) = (interaction.app.db.read(), interaction.actor.guild);
    let wave = store::wave(db, guild, id).await?.ok_or(Problem::Gone)?;
    let survey = store::get(db, guild, wave.survey).await?.ok_or(Problem::NoDraft)?;
    let is_seen =
        channels::may_read(interaction, wave.channel).await && reading::may_read(interaction, &survey).await?;
    if is_seen { Ok((survey, wave)) } else { Err(Problem::Gone.into()) }
}

/// Says what has truly become of a wave, as far as it is known when the answer has to be given.
async fn settled(interaction: &Interaction, survey: &Survey, wave: &Wave) -> Result<()> {
    let card = card::get(interaction.app.db.read(), POST, wave.guild, wave.id.get()).await?;
    told(interaction, survey, wave, card.order).await
}

/// The same, as far as it hangs on this order.
async fn told(interaction: &Interaction, survey: &Survey, wave: &Wave, order: Option<OutboxId>) -> Result<()> {
    let (db, locale) = (interaction.app.db.read(), interaction.actor.locale);
    let post = outcome::wait_for_order(interaction, order).await?;
    let wave = store::wave(db, wave.guild, wave.id).await?.ok_or(Problem::Gone)?;
    let card = card::get(db, POST, wave.guild, wave.id.get()).await?;

    let outcome = match card.why {
        Some(missing @ NotDone::Known(_)) if wave.state == WaveState::Open => {
            post::missing(locale, View::default(), &wave, missing, sending::may_post_again(interaction, &wave).await)
        }
        _ => post::outcome(locale, survey, &wave, post),
    };
    interaction.update_message(&outcome).await
}
