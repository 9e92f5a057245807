//! The buttons under surveys that come again.

use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::interaction::context::{Door, Press};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::parties;
use crate::error::Result;
use crate::features::surveys::actions;
use crate::features::surveys::{Survey, SurveyId, store};

use super::views;

/// *Stop repeating* was pressed.
///
/// # Errors
/// Told, if the survey is gone.
pub async fn press(press: Press) -> Result<()> {
    match press.id.meaning() {
        ("repeat-stop", 1) => stop(&press.door, SurveyId(press.id.row)).await,
        _ => Err(outdated().into()),
    }
}

async fn stop(door: &Door, id: SurveyId) -> Result<()> {
    parties::may(door, actions::SET_SURVEYS)?;
    let survey = store::get(door.app.db.read(), door.actor.guild, id).await?.ok_or_else(outdated)?;

    let came = stopped(door, &survey).await?;

    door.update(&views::stopped(door.actor.locale, &survey, came)).await
}

/// Stops a survey that comes again. False if it did not.
///
/// # Errors
/// Fault, if the database does not take it.
pub async fn stopped(door: &Door, survey: &Survey) -> Result<bool> {
    let (guild, by, now) = (door.actor.guild, door.actor.member, door.app.clock.now());
    let (id, subject) = (survey.id, format!("survey #{}", survey.number));
    door.app
        .db
        .write(async move |tx| {
            let came = super::stop(&mut *tx, guild, id).await?;
            if came {
                audit::record(tx, &Entry::new(guild, by, "survey.stop", subject), now).await?;
            }
            Ok(came)
        })
        .await
}
