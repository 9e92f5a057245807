//! `/survey`, for managers: what is asked is built once and sent as often as one likes. All answers are
//! for the asker alone; only the post with *Start* is for everyone.

pub mod create;
pub mod end;
pub mod repeat;
pub mod results;
pub mod send;

use crate::discord::interaction::context::Interaction;
use crate::discord::ui::autocomplete;
use crate::discord::ui::autocomplete::Autocomplete;
use crate::error::Result;
use crate::feature::Context;
use crate::text::find;

use super::{Problem, State, Survey, reading, views};

/// Ask people several questions, once each and in peace
#[poise::command(
    slash_command,
    subcommands(
        "create::create",
        "send::send",
        "end::close",
        "end::extend",
        "results::results",
        "results::export",
        "results::list",
        "repeat::repeat",
        "repeat::nps"
    ),
    subcommand_required
)]
pub async fn survey(_: Context<'_>) -> Result<()> {
    Ok(())
}

/// The surveys of this server that fit what was typed and what they are wanted for.
pub async fn offered(ctx: Context<'_>, typed: &str, wanted: impl Fn(&Survey) -> bool) -> Autocomplete {
    autocomplete::offer(ctx, async {
        let interaction = Interaction::from_context(ctx)?;
        let found = reading::list(&interaction).await?;
        let wanted = found.iter().filter(|survey| wanted(survey));
        Ok(autocomplete::named(interaction.actor.locale, typed, wanted, views::titled))
    })
    .await
}

/// Surveys that were sent.
pub async fn offer_sent(ctx: Context<'_>, typed: &str) -> Autocomplete {
    offered(ctx, typed, |survey| survey.state == State::Sent).await
}

/// The survey that was named.
///
/// # Errors
/// Told, if there is none.
pub async fn named(interaction: &Interaction, typed: &str) -> Result<Survey> {
    let all = reading::list(interaction).await?;
    let found = find::find(typed, &all).cloned();
    Ok(found.ok_or_else(|| Problem::NoSurvey(typed.to_owned()))?)
}
