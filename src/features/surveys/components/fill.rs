//! Filling in a survey: *Start*, the pages, *Send answers*. What a page shows may be long past; each
//! press loads what is kept and goes on from there.

use serde::Deserialize;

use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::error::Result;
use crate::features::surveys::filling;
use crate::features::surveys::filling::{Filling, Sent};
use crate::features::surveys::views::fill;
use crate::features::surveys::{Answer, Kind, Problem, Progress, Question, QuestionId, Target, WaveId, rules};

/// *Start*: from the beginning, or where they stopped.
pub async fn start(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let sheet = Target::Wave(WaveId(id.row));
    let filling = filling::open(&interaction, sheet, interaction.app.clock.now()).await?;

    let progress = filling.progress(&interaction.app).await?;

    interaction.reply_ephemeral(&fill::page(interaction.actor.locale, &filling.survey, sheet, &progress)).await
}

/// *Next* and *Back*; the argument is the page.
pub async fn turn(press: ComponentEvent) -> Result<()> {
    let (sheet, rest) = fill::sheet(&press.id).ok_or_else(outdated)?;
    let wanted = rest.first().and_then(|page| usize::try_from(*page).ok()).ok_or_else(outdated)?;
    let filling = filling::open(&press.interaction, sheet, press.interaction.app.clock.now()).await?;

    change(&press.interaction, &filling, move |progress| {
        progress.page = wanted;
        Ok(())
    })
    .await
}

/// Options were chosen in the menu.
pub async fn choose(press: ComponentEvent) -> Result<()> {
    let (filling, question) = asked(&press.interaction, &press.id).await?;
    let places = press.values.iter().map(|value| value.parse::<usize>()).collect::<Result<Vec<_>, _>>();
    let mut places = places.map_err(|_| outdated())?;
    places.sort_unstable();
    places.dedup();

    answer(&press.interaction, &filling, question, move |_| Some(Answer::Choices(places))).await
}

/// A number was pressed; it is the last part of the argument.
pub async fn number(press: ComponentEvent) -> Result<()> {
    let (filling, question) = asked(&press.interaction, &press.id).await?;
    let (_, rest) = fill::sheet(&press.id).ok_or_else(outdated)?;
    let value = *rest.get(1).ok_or_else(outdated)?;

    // Whoever changes the number may still mean why.
    let number = move |before: Option<&Answer>| match before {
        Some(Answer::Number { why, .. }) => Some(Answer::Number { value, why: why.clone() }),
        _ => Some(Answer::Number { value, why: None }),
    };
    answer(&press.interaction, &filling, question, number).await
}

/// *Write*, and *Why?*: the form opens with what was written before.
pub async fn write(press: ComponentEvent) -> Result<()> {
    let (filling, question) = asked(&press.interaction, &press.id).await?;
    let progress = filling.progress(&press.interaction.app).await?;
    let before = progress.answers.get(&question.id);
    press.interaction.open_modal(&fill::form(press.interaction.actor.locale, filling.sheet, &question, before)).await
}

/// The form was sent. Why without a number is none, and an empty answer takes back what was written.
pub async fn written(form: ModalSubmit<WordsForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs: WordsForm { words } } = form;
    let interaction = &interaction;
    let (filling, question) = asked(interaction, &id).await?;
    if question.kind == Kind::Nps {
        let number = move |before: Option<&Answer>| match before {
            Some(Answer::Number { value, .. }) => Some(Answer::Number { value: *value, why: words }),
            _ => None,
        };
        return answer(interaction, &filling, question, number).await;
    }
    match words {
        Some(words) => answer(interaction, &filling, question, move |_| Some(Answer::Words(words))).await,
        None => take_back(interaction, &filling, &question).await,
    }
}

/// The form of an answer in words.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WordsForm {
    words: Option<String>,
}

/// *Clear*: a question that nobody has to answer is left out again.
pub async fn clear(press: ComponentEvent) -> Result<()> {
    let (filling, question) = asked(&press.interaction, &press.id).await?;

    take_back(&press.interaction, &filling, &question).await
}

/// *Send answers*.
pub async fn send(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (sheet, _) = fill::sheet(&id).ok_or_else(outdated)?;
    let now = interaction.app.clock.now();
    let filling = filling::open(&interaction, sheet, now).await?;

    let sent = filling.send(&interaction.app, now).await?;

    match sent {
        Sent::Yes { anonymous } => {
            interaction.update_message(&fill::sent(interaction.actor.locale, &filling.survey, sheet, anonymous)).await
        }
        Sent::Missing(progress) => {
            interaction.update_message(&fill::page(interaction.actor.locale, &filling.survey, sheet, &progress)).await
        }
    }
}

/// The question that a custom_id names, for whoever may answer it.
async fn asked(interaction: &Interaction, id: &crate::discord::ui::custom_id::CustomId) -> Result<(Filling, Question)> {
    let (sheet, rest) = fill::sheet(id).ok_or_else(outdated)?;
    let asked = QuestionId(*rest.first().ok_or_else(outdated)?);
    let filling = filling::open(interaction, sheet, interaction.app.clock.now()).await?;
    let question = filling.survey.question(asked).cloned().ok_or(Problem::QuestionGone)?;
    Ok((filling, question))
}

/// Keeps what `make` makes of the answer that was there, and shows its page again. That is looked at in
/// the transaction: somebody may have the survey open in two places.
async fn answer(
    interaction: &Interaction,
    filling: &Filling,
    question: Question,
    make: impl FnOnce(Option<&Answer>) -> Option<Answer> + Send + 'static,
) -> Result<()> {
    let page = filling.survey.place(question.id).unwrap_or_default();
    change(interaction, filling, move |progress| {
        let answer = make(progress.answers.get(&question.id)).filter(|answer| rules::takes(&question, answer));
        progress.page = page;
        progress.answers.insert(question.id, answer.ok_or_else(outdated)?);
        Ok(())
    })
    .await
}

async fn take_back(interaction: &Interaction, filling: &Filling, question: &Question) -> Result<()> {
    let (id, page) = (question.id, filling.survey.place(question.id).unwrap_or_default());
    change(interaction, filling, move |progress| {
        progress.page = page;
        progress.answers.remove(&id);
        Ok(())
    })
    .await
}

async fn change(
    interaction: &Interaction,
    filling: &Filling,
    change: impl FnOnce(&mut Progress) -> Result<()> + Send + 'static,
) -> Result<()> {
    let now = interaction.app.clock.now();

    let progress = filling.change(&interaction.app, now, change).await?;

    interaction.update_message(&fill::page(interaction.actor.locale, &filling.survey, filling.sheet, &progress)).await
}
