//! *Post here* and *What is this?* under the figures.

use crate::discord::interaction::channels;
use crate::discord::interaction::context::ComponentEvent;
use crate::discord::interaction::failure::outdated;
use crate::error::Result;
use crate::feature::route::Route;

use super::{Period, Problem, report, views};

/// The routes of the feature.
pub const ROUTES: &[Route] = &[
    Route::component("post", |press| Box::pin(post(press))),
    Route::component("explain", |press| Box::pin(explain(press))),
];

/// The row of the custom_id is the period. The figures are those of the moment of the press.
async fn post(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    channels::may_post(&interaction, interaction.channel).await.map_err(|_| Problem::MayNotWriteHere)?;

    let period = Period::from_row(id.row).ok_or_else(outdated)?;
    let report = report::read(&interaction.app, interaction.actor.guild, period).await?;

    interaction.reply_public(&views::server(report.locale, &report, views::Buttons::Public)).await
}

async fn explain(press: ComponentEvent) -> Result<()> {
    press.interaction.reply_ephemeral(&views::explanations(press.interaction.actor.locale)).await
}
