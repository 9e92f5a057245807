//! The buttons that turn the pages of `/help`.

use crate::discord::interaction::context::ComponentEvent;
use crate::discord::interaction::failure::outdated;
use crate::error::Result;
use crate::feature::route::Route;

use super::views;

/// The routes of the feature.
pub const ROUTES: &[Route] = &[Route::component("page", |press| Box::pin(turn(press)))];

/// The row of the custom_id is the page, its argument the server; what is listed is what the person may
/// do there now.
async fn turn(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let in_dms = interaction.is_in_dms();

    let interaction = interaction.enter(id.arg.parse().map_err(|_| outdated())?).await?;

    interaction.update_message(&views::list(&interaction, id.row, in_dms)).await
}
