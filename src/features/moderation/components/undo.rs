//! *Undo*: for ten minutes whoever recorded a case takes it back with one press, with what it did and
//! with a word to whoever was told.

use std::time::Duration;

use crate::clock;
use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::parties;
use crate::error::Result;
use crate::features::moderation::actions;
use crate::features::moderation::amend;
use crate::features::moderation::amend::{Lift, Word};
use crate::features::moderation::views::result;
use crate::features::moderation::{Case, CaseId, Problem, Voided, store, warning};

/// How long *Undo* works.
const UNDO: Duration = Duration::from_secs(10 * 60);

/// The button was pressed.
pub async fn undo(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let now = interaction.app.clock.now();
    let mut db = interaction.app.db.read().acquire().await?;
    let case = store::case_of(&mut *db, interaction.actor.guild, CaseId(id.row)).await?.ok_or_else(outdated)?;
    let whole = store::whole(&mut db, case).await?;
    drop(db);

    parties::may_on_record(&interaction, actions::UNDO, whole.case.member)?;
    may_undo(&interaction, &whole.case, now)?;
    let lift = Lift::Yes(amend::live(&interaction.app, &whole).await?);

    let case = whole.case.clone();
    let voided = Voided { at: now, by: interaction.actor.member, reason: String::new() };
    let done =
        interaction.app.db.write(async move |tx| amend::void(tx, &whole, &voided, lift, Word::Sent, now).await).await?;

    let whole = warning::settled(&interaction, &case).await?;
    if let Some(voided) = whole.case.voided.as_ref().filter(|_| !done) {
        return Err(Problem::voided(&case, voided).into());
    }
    interaction.update_message(&result::undone(interaction.actor.locale, &whole)).await
}

fn may_undo(interaction: &Interaction, case: &Case, now: clock::Timestamp) -> Result<(), Problem> {
    if let Some(voided) = &case.voided {
        return Err(Problem::voided(case, voided));
    }
    if case.actor != interaction.actor.member {
        return Err(Problem::UndoOfOthers(case.number));
    }
    if now > case.at.plus(UNDO) { Err(Problem::UndoLate(case.number)) } else { Ok(()) }
}
