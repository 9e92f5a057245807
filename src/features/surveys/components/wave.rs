//! The preview of a wave: *Publish* and *Cancel*; and *Close now* once it is open.

use std::time::Instant;

use crate::clock;
use crate::discord::access::channels;
use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::parties;
use crate::discord::outbox;
use crate::error::Result;
use crate::features::surveys::NewWave;
use crate::features::surveys::Problem;
use crate::features::surveys::Survey;
use crate::features::surveys::Wave;
use crate::features::surveys::WaveId;
use crate::features::surveys::WaveState;
use crate::features::surveys::actions;
use crate::features::surveys::reading;
use crate::features::surveys::sending;
use crate::features::surveys::store;
use crate::features::surveys::views::post;

/// *Publish*: what the preview showed is posted, if that is still what would be.
pub async fn publish(press: ComponentEvent) -> Result<()> {
    let since = clock::monotonic();
    let ComponentEvent { interaction, id, .. } = press;
    let (survey, wave) = found(&interaction, WaveId(id.row)).await?;
    if wave.state != WaveState::Preview {
        return settled(&interaction, &survey, &wave, since).await;
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
    sending::may_post(&interaction, &again, sending::left(since)).await?;

    let wave = sending::publish(&interaction.app, wave.guild, wave.id, sending::left(since), now).await?;

    settled(&interaction, &survey, &wave, since).await
}

/// *Cancel*.
pub async fn cancel(press: ComponentEvent) -> Result<()> {
    let since = clock::monotonic();
    let ComponentEvent { interaction, id, .. } = press;
    let (survey, wave) = found(&interaction, WaveId(id.row)).await?;

    sending::cancel(&interaction.app, wave.guild, wave.id).await?;

    settled(&interaction, &survey, &wave, since).await
}

/// *Close now*.
pub async fn close(press: ComponentEvent) -> Result<()> {
    let since = clock::monotonic();
    let ComponentEvent { interaction, id, .. } = press;
    let (survey, wave) = found(&interaction, WaveId(id.row)).await?;

    sending::close(&interaction.app, wave.guild, wave.id, interaction.actor.member, interaction.app.clock.now())
        .await?;

    settled(&interaction, &survey, &wave, since).await
}

/// A wave that whoever is at the door may do something about.
async fn found(interaction: &Interaction, id: WaveId) -> Result<(Survey, Wave)> {
    parties::require(interaction, actions::SET_SURVEYS)?;
    let (db, guild) = (interaction.app.db.read(), interaction.actor.guild);
    let wave = store::wave(db, guild, id).await?.ok_or(Problem::Gone)?;
    let survey = store::get(db, guild, wave.survey).await?.ok_or(Problem::NoDraft)?;
    let is_seen =
        channels::may_read(interaction, wave.channel).await && reading::may_read(interaction, &survey).await?;
    if is_seen { Ok((survey, wave)) } else { Err(Problem::Gone.into()) }
}

/// Says what has truly become of a wave, as far as it is known before whoever pressed has to be told
/// something; `since` is when they did.
async fn settled(interaction: &Interaction, survey: &Survey, wave: &Wave, since: Instant) -> Result<()> {
    let orders: Vec<_> = wave.order.into_iter().collect();
    outbox::settled(&interaction.app, &orders, sending::left(since)).await;
    let db = interaction.app.db.read();
    let posted = match wave.order {
        Some(order) if !outbox::is_open(db, &orders).await? => Some(store::stands(db, wave.guild, order).await?),
        _ => None,
    };
    let wave = store::wave(db, wave.guild, wave.id).await?.ok_or(Problem::Gone)?;

    interaction.update_message(&post::outcome(interaction.actor.locale, survey, &wave, posted)).await
}
