//! The buttons under surveys that come again.

use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::failure::outdated;
use crate::error::Result;
use crate::features::surveys::Survey;
use crate::features::surveys::SurveyId;
use crate::features::surveys::reading;
use crate::features::surveys::store;

use super::views;

/// *Stop repeating*.
pub async fn stop(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let interaction = &interaction;
    let survey =
        store::get(interaction.app.db.read(), interaction.actor.guild, SurveyId(id.row)).await?.ok_or_else(outdated)?;
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
