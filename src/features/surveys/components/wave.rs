//! The preview of a wave: *Publish* and *Cancel*; and *Close now* once it is open.

use crate::discord::interaction::channels;
use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::outcome;
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::draft;
use crate::feature::draft::{DraftId, State};
use crate::features::surveys::Draft;
use crate::features::surveys::NewWave;
use crate::features::surveys::Problem;
use crate::features::surveys::Survey;
use crate::features::surveys::SurveyId;
use crate::features::surveys::Wave;
use crate::features::surveys::WaveId;
use crate::features::surveys::reading;
use crate::features::surveys::sending;
use crate::features::surveys::sending::Ready;
use crate::features::surveys::store;
use crate::features::surveys::views::post;
use crate::ids::ChannelId;

/// *Publish*: what the preview showed is posted, if that is still what would be.
pub async fn publish(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (survey, draft) = preview(&interaction, DraftId(id.row)).await?;
    if !draft.is_open() {
        return settled(&interaction, &survey, &draft).await;
    }
    let now = interaction.app.clock.now();
    sending::may_post(&interaction, &NewWave::from(&draft)).await?;

    let ready = Ready::find(&interaction.app, survey, interaction.time_left()).await?;
    let publish = async move |tx: &mut _| sending::publish(tx, draft.guild, draft.id, &ready, now).await;
    let published = interaction.app.db.write(publish).await?;

    match published {
        Ok(wave) => became(&interaction, &wave).await,
        Err(draft) => {
            let survey = survey_of(&interaction, draft.spec.survey, draft.channel).await?;
            let preview = sending::preview(&interaction, &survey, &draft, Vec::new(), true).await?;
            interaction.update_message(&preview).await
        }
    }
}

/// *Cancel*.
pub async fn cancel(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (survey, draft) = preview(&interaction, DraftId(id.row)).await?;
    if !draft.is_open() {
        return settled(&interaction, &survey, &draft).await;
    }

    draft::cancel(&interaction, draft).await?;

    interaction.update_message(&View::text(interaction.say(&post::cancelled(&survey)))).await
}

/// *Close now*.
pub async fn close(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let wave = store::wave(interaction.app.db.read(), interaction.actor.guild, WaveId(id.row)).await?;
    let wave = wave.ok_or(Problem::Gone)?;
    survey_of(&interaction, wave.survey, wave.channel).await?;

    sending::close(&interaction.app, wave.guild, wave.id, interaction.actor.member, interaction.app.clock.now())
        .await?;

    became(&interaction, &wave).await
}

/// The draft of the actor, whatever has become of it, and what it sends.
async fn preview(interaction: &Interaction, id: DraftId) -> Result<(Survey, Draft)> {
    let draft: Draft = draft::find(interaction, id).await?;
    Ok((survey_of(interaction, draft.spec.survey, draft.channel).await?, draft))
}

/// A survey that the actor may know, as they may the channel where it is posted.
async fn survey_of(interaction: &Interaction, id: SurveyId, channel: ChannelId) -> Result<Survey> {
    let survey = store::get(interaction.app.db.read(), interaction.actor.guild, id).await?.ok_or(Problem::Gone)?;
    let is_seen = channels::may_read(interaction, channel).await && reading::may_read(interaction, &survey).await?;
    if is_seen { Ok(survey) } else { Err(Problem::Gone.into()) }
}

/// Shows what became of a draft by an earlier press.
async fn settled(interaction: &Interaction, survey: &Survey, draft: &Draft) -> Result<()> {
    let State::Published(wave) = draft.state else {
        return interaction.update_message(&View::text(interaction.say(&post::cancelled(survey)))).await;
    };
    let wave = store::wave(interaction.app.db.read(), draft.guild, WaveId(wave)).await?.ok_or(Problem::Gone)?;
    became(interaction, &wave).await
}

/// Says what has truly become of a wave, as far as it is known when the answer has to be given.
async fn became(interaction: &Interaction, wave: &Wave) -> Result<()> {
    let post = outcome::wait_for_order(interaction, wave.order).await?;
    let db = interaction.app.db.read();
    let wave = store::wave(db, wave.guild, wave.id).await?.ok_or(Problem::Gone)?;
    let survey = store::get(db, wave.guild, wave.survey).await?.ok_or(Problem::Gone)?;

    interaction.update_message(&post::outcome(interaction.actor.locale, &survey, &wave, post)).await
}
