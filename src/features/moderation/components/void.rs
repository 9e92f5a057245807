//! The answers to whether voiding a case lifts what it did: *Void and lift*, *Void only*, *Cancel*. The
//! person's right is asked for anew, and so is whether the case still stands; each question is answered once.

use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::error::Result;
use crate::features::moderation::amend;
use crate::features::moderation::amend::Lift;
use crate::features::moderation::commands::case::{may_void, taken_back, whole};
use crate::features::moderation::views::change;
use crate::features::moderation::{Case, Problem, Question, VoidPromptId, Voided, store};

/// *Void and lift* and *Void only*.
pub async fn void(press: ComponentEvent, lift: bool) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let now = interaction.app.clock.now();
    let (id, question, case) = asked(&interaction, VoidPromptId(id.row)).await?;

    may_void(&interaction, &case)?;
    if question.answered {
        return Err(Problem::NoQuestion.into());
    }
    let case = whole(&interaction, case).await?;
    let lift = if lift { Lift::Yes(amend::live(&interaction.app, &case).await?) } else { Lift::No };
    let voided = Voided { at: now, by: interaction.actor.member, reason: question.reason };
    let case = case.case;

    let done = taken_back(&interaction, case, voided, lift).await?;
    interaction.app.db.write(async move |tx| store::set_answered(tx, id, now).await).await?;

    interaction.update_message(&done).await
}

/// *Cancel*.
pub async fn cancel(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let now = interaction.app.clock.now();
    let (id, _, case) = asked(&interaction, VoidPromptId(id.row)).await?;

    may_void(&interaction, &case)?;

    interaction.app.db.write(async move |tx| store::set_answered(tx, id, now).await).await?;

    interaction.update_message(&change::void_cancelled(interaction.actor.locale, &case)).await
}

/// The question to the actor, and the case it is about.
async fn asked(interaction: &Interaction, id: VoidPromptId) -> Result<(VoidPromptId, Question, Case)> {
    let question = store::question(interaction.app.db.read(), interaction.actor.guild, id).await?;
    let question = question.filter(|question| question.actor == interaction.actor.member).ok_or(Problem::NoQuestion)?;
    let case = store::case(interaction.app.db.read(), interaction.actor.guild, question.case).await?;
    Ok((id, question, case))
}
