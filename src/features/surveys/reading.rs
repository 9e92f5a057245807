//! Which surveys somebody may know: those that were posted nowhere yet, and those of which they see every
//! channel where they were posted. Results set waves beside each other, so one hidden channel hides all.

use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::error::Result;

use super::{Survey, store};

/// The surveys of this server that the actor may know.
pub async fn list(interaction: &Interaction) -> Result<Vec<Survey>> {
    readable(interaction, store::list(interaction.app.db.read(), interaction.actor.guild).await?).await
}

/// Whether the actor may know a survey.
pub async fn may_read(interaction: &Interaction, survey: &Survey) -> Result<bool> {
    Ok(!readable(interaction, vec![survey.clone()]).await?.is_empty())
}

async fn readable(interaction: &Interaction, mut surveys: Vec<Survey>) -> Result<Vec<Survey>> {
    let mut posted = store::channels(interaction.app.db.read(), interaction.actor.guild).await?;
    posted.retain(|(survey, _)| surveys.iter().any(|one| one.id == *survey));
    let readable = channels::readable(interaction, posted.iter().map(|(_, channel)| *channel)).await;
    surveys.retain(|survey| posted.iter().all(|(of, channel)| *of != survey.id || readable.contains(channel)));
    Ok(surveys)
}
