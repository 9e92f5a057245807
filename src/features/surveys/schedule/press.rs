//! The buttons under surveys that come again.

use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::parties;
use crate::error::Result;
use crate::features::surveys::Survey;
use crate::features::surveys::SurveyId;
use crate::features::surveys::actions;
use crate::features::surveys::reading;
use crate::features::surveys::store;

use super::views;

/// *Stop repeating* was pressed.
///
/// # Errors
/// Told, if the survey is gone.
pub async fn press(press: ComponentEvent) -> Result<()> {
    match press.id.meaning() {
        ("repeat-stop", 1) => stop(&press.interaction, SurveyId(press.id.row)).await,
        _ => Err(outdated().into()),
    }
}

async fn stop(interaction: &Interaction, id: SurveyId) -> Result<()> {
    parties::require(interaction, actions::SET_SURVEYS)?;
    let survey = store::get(interaction.app.db.read(), interaction.actor.guild, id).await?.ok_or_else(outdated)?;
    if !reading::may_read(interaction, &survey).await? {
        return Err(outdated().into());
    }

    let came = stopped(interaction, &survey).await?;

    interaction.update_message(&views::stopped(interaction.actor.locale, &survey, came)).await
}

/// Stops a survey that comes again. False if it did not.
pub async fn stopped(interaction: &Interaction, survey: &Survey) -> Result<bool> {
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let (id, subject) = (survey.id, format!("survey #{}", survey.number));
    interaction
        .app
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
