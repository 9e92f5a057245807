//! The buttons under the answers of `/privacy`. Their argument is the server, since in direct messages
//! none is around; what they do is done to whoever presses them, and to nobody else.

use std::time::Duration;

use crate::app::consent::Choice;
use crate::clock::Timestamp;
use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::failure::outdated;
use crate::error::Result;
use crate::feature::route::Route;

use super::{Problem, commands, forgetting, kept, server_name, views};

/// For so long the preview of a forgetting says what would go.
const CURRENT: Duration = Duration::from_hours(24);

/// The routes of the feature.
pub const ROUTES: &[Route] = &[
    Route::component("forget", |press| Box::pin(forget(press))),
    Route::component("keep", |press| Box::pin(keep(press))),
    Route::component("thanks", |press| Box::pin(thanks(press))),
];

/// The server of a button, and the person as they stand there.
async fn enter(press: &ComponentEvent) -> Result<Interaction> {
    press.interaction.enter(press.id.arg.parse().map_err(|_| outdated())?).await
}

/// *Cancel*: nothing goes.
async fn keep(press: ComponentEvent) -> Result<()> {
    press.interaction.update_message(&views::cancelled(&press.interaction)).await
}

/// The row of the custom_id is when the person was told what would go.
async fn forget(press: ComponentEvent) -> Result<()> {
    let (interaction, told) = (&enter(&press).await?, Timestamp::from_seconds(press.id.row));
    let now = interaction.app.clock.now();
    if now > told.plus(CURRENT) {
        return Err(Problem::TooOld.into());
    }
    let name = server_name(&interaction.app, interaction.actor.guild).await?;

    // Else this press would be the first that is on record of them again.
    interaction.leave_no_trace();
    let forgotten = forgetting::forget(interaction, now).await?;

    let left = kept(interaction).await?;
    interaction.update_message(&views::forgotten(interaction, &name, &left, forgotten)).await
}

/// The row of the custom_id is whether the person may be named.
async fn thanks(press: ComponentEvent) -> Result<()> {
    let interaction = &enter(&press).await?;

    if press.id.row == 0 {
        commands::decide(interaction, |choice| Choice { thanked: false, ..choice }).await?;
    } else {
        commands::decide(interaction, |choice| Choice { thanked: true, ..choice }).await?;
    }

    let kept = kept(interaction).await?;
    let name = server_name(&interaction.app, interaction.actor.guild).await?;

    interaction.update_message(&views::kept(interaction, &name, &kept)).await
}
