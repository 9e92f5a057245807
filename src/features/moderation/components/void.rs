//! The answers to whether voiding a case lifts what it did: *Void and lift*, *Void only*, *Cancel*. The
//! person's right is asked for anew, and so is whether the case still stands; each question is answered once.

use crate::clock;
use crate::discord::interaction::context::{Door, Press};
use crate::error::Result;
use crate::features::moderation::commands::case::{may_void, taken_back, whole};
use crate::features::moderation::record::Lift;
use crate::features::moderation::views::change;
use crate::features::moderation::{Case, Problem, Question, QuestionId, Voided, store, timeouts};

/// *Void and lift* and *Void only*.
pub async fn void(press: Press, lift: bool) -> Result<()> {
    let since = clock::monotonic();
    let Press { door, id, .. } = press;
    let now = door.app.clock.now();
    let (id, question, case) = asked(&door, QuestionId(id.row)).await?;

    may_void(&door, &case)?;
    if question.answered {
        return Err(Problem::NoQuestion.into());
    }
    let case = whole(&door, case).await?;
    let lift = if lift { Lift::Yes(timeouts::live(&door.app, &case).await?) } else { Lift::No };
    let voided = Voided { at: now, by: door.actor.member, reason: question.reason };
    let case = case.case;

    let done = taken_back(&door, case, voided, lift, since).await?;
    door.app.db.write(async move |tx| store::set_answered(tx, id, now).await).await?;

    door.update(&done).await
}

/// *Cancel*.
pub async fn cancel(press: Press) -> Result<()> {
    let Press { door, id, .. } = press;
    let now = door.app.clock.now();
    let (id, _, case) = asked(&door, QuestionId(id.row)).await?;

    may_void(&door, &case)?;

    door.app.db.write(async move |tx| store::set_answered(tx, id, now).await).await?;

    door.update(&change::void_cancelled(door.actor.locale, &case)).await
}

/// The question to whoever is at the door, and the case it is about.
async fn asked(door: &Door, id: QuestionId) -> Result<(QuestionId, Question, Case)> {
    let question = store::question(door.app.db.read(), door.actor.guild, id).await?;
    let question = question.filter(|question| question.actor == door.actor.member).ok_or(Problem::NoQuestion)?;
    let case = store::case(door.app.db.read(), door.actor.guild, question.case).await?;
    Ok((id, question, case))
}
