//! The preview of a wave: *Publish* and *Cancel*; and *Close now* once it is open.

use std::time::Instant;

use crate::clock;
use crate::discord::interaction::context::{Door, Press};
use crate::discord::interaction::parties;
use crate::discord::outbox;
use crate::error::Result;
use crate::features::surveys::actions;
use crate::features::surveys::views::post;
use crate::features::surveys::{NewWave, Problem, Survey, Wave, WaveId, WaveState, sending, store};

/// *Publish*: what the preview showed is posted, if that is still what would be.
pub async fn publish(press: Press) -> Result<()> {
    let since = clock::monotonic();
    let Press { door, id, .. } = press;
    let (survey, wave) = found(&door, WaveId(id.row)).await?;
    if wave.state != WaveState::Preview {
        return settled(&door, &survey, &wave, since).await;
    }
    let now = door.app.clock.now();
    if survey.changed_at > wave.at {
        let (guild, id) = (wave.guild, wave.id);
        door.app.db.write(async move |tx| store::set_seen(tx, guild, id, now).await).await?;
        return door.update(&sending::preview(&door, &survey, &wave, Vec::new(), true).await?).await;
    }
    let again = NewWave { channel: wave.channel, closes: wave.closes_at, ping: wave.ping, sent_by: wave.sent_by };
    sending::may_post(&door, &again, sending::left(since)).await?;

    let wave = sending::publish(&door.app, wave.guild, wave.id, sending::left(since), now).await?;

    settled(&door, &survey, &wave, since).await
}

/// *Cancel*.
pub async fn cancel(press: Press) -> Result<()> {
    let since = clock::monotonic();
    let Press { door, id, .. } = press;
    let (survey, wave) = found(&door, WaveId(id.row)).await?;

    sending::cancel(&door.app, wave.guild, wave.id).await?;

    settled(&door, &survey, &wave, since).await
}

/// *Close now*.
pub async fn close(press: Press) -> Result<()> {
    let since = clock::monotonic();
    let Press { door, id, .. } = press;
    let (survey, wave) = found(&door, WaveId(id.row)).await?;

    sending::close(&door.app, wave.guild, wave.id, door.actor.member, door.app.clock.now()).await?;

    settled(&door, &survey, &wave, since).await
}

/// A wave that whoever is at the door may do something about.
async fn found(door: &Door, id: WaveId) -> Result<(Survey, Wave)> {
    parties::may(door, actions::SET_SURVEYS)?;
    let (db, guild) = (door.app.db.read(), door.actor.guild);
    let wave = store::wave(db, guild, id).await?.ok_or(Problem::Gone)?;
    let survey = store::get(db, guild, wave.survey).await?.ok_or(Problem::NoDraft)?;
    Ok((survey, wave))
}

/// Says what has truly become of a wave, as far as it is known before whoever pressed has to be told
/// something; `since` is when they did.
async fn settled(door: &Door, survey: &Survey, wave: &Wave, since: Instant) -> Result<()> {
    let orders: Vec<_> = wave.order.into_iter().collect();
    outbox::settled(&door.app, &orders, sending::left(since)).await;
    let db = door.app.db.read();
    let posted = match wave.order {
        Some(order) if !outbox::is_open(db, &orders).await? => Some(store::stands(db, wave.guild, order).await?),
        _ => None,
    };
    let wave = store::wave(db, wave.guild, wave.id).await?.ok_or(Problem::Gone)?;

    door.update(&post::outcome(door.actor.locale, survey, &wave, posted)).await
}
