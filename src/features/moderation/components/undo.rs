//! *Undo*: for ten minutes whoever recorded a case takes it back with one press, with what it did and
//! with a word to whoever was told.

use std::time::Duration;

use crate::clock;
use crate::discord::interaction::context::{Door, Press};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::parties;
use crate::error::Result;
use crate::features::moderation::actions;
use crate::features::moderation::record;
use crate::features::moderation::record::Lift;
use crate::features::moderation::views::result;
use crate::features::moderation::{Case, CaseId, Problem, Voided, store, timeouts, warning};

/// How long *Undo* works.
const UNDO: Duration = Duration::from_secs(10 * 60);

/// The button was pressed.
pub async fn undo(press: Press) -> Result<()> {
    let since = clock::monotonic();
    let Press { door, id, .. } = press;
    let now = door.app.clock.now();
    let mut db = door.app.db.read().acquire().await?;
    let case = store::case_of(&mut *db, door.actor.guild, CaseId(id.row)).await?.ok_or_else(outdated)?;
    let whole = store::whole(&mut db, case).await?;
    drop(db);

    parties::may_on_record(&door, actions::UNDO, whole.case.member)?;
    may_undo(&door, &whole.case, now)?;
    let lift = Lift::Yes(timeouts::live(&door.app, &whole).await?);

    let case = whole.case.clone();
    let voided = Voided { at: now, by: door.actor.member, reason: String::new() };
    let done = door.app.db.write(async move |tx| record::void(tx, &whole, &voided, lift, now).await).await?;

    let whole = warning::settled(&door, &case, since).await?;
    if let Some(voided) = whole.case.voided.as_ref().filter(|_| !done) {
        return Err(Problem::voided(&case, voided).into());
    }
    door.update(&result::undone(door.actor.locale, &whole)).await
}

fn may_undo(door: &Door, case: &Case, now: clock::Timestamp) -> Result<(), Problem> {
    if let Some(voided) = &case.voided {
        return Err(Problem::voided(case, voided));
    }
    if case.actor != door.actor.member {
        return Err(Problem::UndoOfOthers(case.number));
    }
    if now > case.at.plus(UNDO) { Err(Problem::UndoLate(case.number)) } else { Ok(()) }
}
