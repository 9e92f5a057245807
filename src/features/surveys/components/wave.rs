//! The preview of a wave: *Publish* and *Cancel*; and *Close now* once it is open.

use crate::discord::interaction::channels;
use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::outcome;
use crate::error::Result;
use crate::features::surveys::NewWave;
use crate::features::surveys::Problem;
use crate::features::surveys::Survey;
use crate::features::surveys::Wave;
use crate::features::surveys::WaveId;
use crate::features::surveys::WaveState;
use crate::features::surveys::reading;
use crate::features::surveys::sending;
use crate::features::surveys::store;
use crate::features::surveys::views::post;

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
    let post = outcome::wait_for_order(interaction, wave.order).await?;
    let wave = store::wave(interaction.app.db.read(), wave.guild, wave.id).await?.ok_or(Problem::Gone)?;

    interaction.update_message(&post::outcome(interaction.actor.locale, survey, &wave, post)).await
}
