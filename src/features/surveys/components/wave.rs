//! The preview of a wave: *Publish* and *Cancel*; *Close now* and *Extend* once it is open, and *Post again* where its
//! post does not stand.

use serde::Deserialize;

use crate::discord::interaction::channels;
use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::card;
use crate::feature::draft;
use crate::feature::draft::{DraftId, State};
use crate::features::surveys::sending::{CARD, Ready};
use crate::features::surveys::views::post;
use crate::features::surveys::{
    Draft, POST, Problem, Survey, SurveyId, Wave, WaveId, ending, reading, rules, sending, store,
};
use crate::ids::{ChannelId, OutboxId};

/// *Publish*: what the preview showed is posted, if that is still what would be.
pub async fn publish(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let Some((survey, draft)) = open(&interaction, DraftId(id.row)).await? else { return Ok(()) };
    let now = interaction.app.clock.now();
    sending::may_post(&interaction, &draft.spec).await?;

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
    let Some((survey, draft)) = open(&interaction, DraftId(id.row)).await? else { return Ok(()) };

    draft::cancel(&interaction, draft).await?;

    cancelled(&interaction, &survey).await
}

/// *Close now*.
pub async fn close(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let wave = wave_of(&interaction, WaveId(id.row)).await?;

    sending::close(&interaction.app, wave.guild, wave.id, interaction.actor.member, interaction.app.clock.now())
        .await?;

    became(&interaction, &wave).await
}

/// A survey was chosen in the list: its open wave, with what ends it.
pub async fn show(press: ComponentEvent) -> Result<()> {
    let interaction = &press.interaction;
    let id = press.values.first().and_then(|wave| wave.parse().ok()).ok_or_else(outdated)?;
    let wave = wave_of(interaction, WaveId(id)).await?;

    let card = card::get(interaction.app.db.read(), POST, wave.guild, wave.id.get()).await?;
    interaction.reply_ephemeral(&ending::outcome(interaction, &wave, card.order).await?).await
}

/// *Extend*: asks until when.
pub async fn extend(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let wave = wave_of(&interaction, WaveId(id.row)).await?;
    rules::is_open(&wave, interaction.app.clock.now())?;

    interaction.open_modal(&post::extend_form(interaction.actor.locale, &wave)).await
}

/// The form of *Extend* was sent.
pub async fn extended(form: ModalSubmit<ExtendForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs, .. } = form;
    let extending = async {
        let wave = wave_of(&interaction, WaveId(id.row)).await?;
        let survey = survey_of(&interaction, wave.survey, wave.channel).await?;
        ending::extended(&interaction, &survey, &wave, &inputs.closes).await
    };

    interaction.reply_or_return(extending.await, &inputs.closes).await
}

/// The form of *Extend*.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ExtendForm {
    closes: String,
}

/// *Post again*: of an open wave whose post does not stand.
pub async fn again(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let wave = wave_of(&interaction, WaveId(id.row)).await?;
    channels::may_post(&interaction, wave.channel).await?;

    let (guild, row, now) = (wave.guild, wave.id.get(), interaction.app.clock.now());
    let post = interaction.app.db.write(async move |tx| card::post_again(tx, &CARD, guild, row, now).await).await?;

    told(&interaction, &wave, post).await
}

/// The draft of the actor and what it sends. Of one that was settled by an earlier press it shows what became.
async fn open(interaction: &Interaction, id: DraftId) -> Result<Option<(Survey, Draft)>> {
    let draft: Draft = draft::find(interaction, id).await?;
    let survey = survey_of(interaction, draft.spec.survey, draft.channel).await?;
    match draft.state {
        State::Open => return Ok(Some((survey, draft))),
        State::Published(wave) => {
            let wave = store::wave(interaction.app.db.read(), draft.guild, WaveId(wave)).await?;
            became(interaction, &wave.ok_or(Problem::Gone)?).await?;
        }
        State::Cancelled => cancelled(interaction, &survey).await?,
    }
    Ok(None)
}

async fn cancelled(interaction: &Interaction, survey: &Survey) -> Result<()> {
    interaction.update_message(&View::text(interaction.say(&post::cancelled(survey)))).await
}

/// A wave that the actor may do something about.
async fn wave_of(interaction: &Interaction, id: WaveId) -> Result<Wave> {
    let wave = store::wave(interaction.app.db.read(), interaction.actor.guild, id).await?.ok_or(Problem::Gone)?;
    survey_of(interaction, wave.survey, wave.channel).await?;
    Ok(wave)
}

/// A survey that the actor may know, as they may the channel where it is posted.
async fn survey_of(interaction: &Interaction, id: SurveyId, channel: ChannelId) -> Result<Survey> {
    let survey = store::get(interaction.app.db.read(), interaction.actor.guild, id).await?.ok_or(Problem::Gone)?;
    let is_seen = channels::may_read(interaction, channel).await && reading::may_read(interaction, &survey).await?;
    if is_seen { Ok(survey) } else { Err(Problem::Gone.into()) }
}

/// Says what has truly become of a wave, as far as it is known when the answer has to be given.
async fn became(interaction: &Interaction, wave: &Wave) -> Result<()> {
    let card = card::get(interaction.app.db.read(), POST, wave.guild, wave.id.get()).await?;
    told(interaction, wave, card.order).await
}

/// The same, as far as it hangs on this order.
async fn told(interaction: &Interaction, wave: &Wave, order: Option<OutboxId>) -> Result<()> {
    interaction.update_message(&ending::outcome(interaction, wave, order).await?).await
}
