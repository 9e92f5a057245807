//! *Tag as feedback* in the menu of a message, `/feedback` and `/tags`, for helpers and above, and `/suggest` for everyone:
//! all answers are for the reader alone.

mod manage;
mod read;
mod suggest;
mod tag;
mod tags;

use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::ui::autocomplete;
use crate::discord::ui::autocomplete::{Autocomplete, Suggestion};
use crate::error::Result;
use crate::feature::Context;
use crate::text::find;

use super::store::{tags as tag_rows, themes};
use super::{Tag, views};

pub use read::page;
pub use suggest::suggest;
pub use tag::tag_as_feedback;
pub use tags::tags;

/// Gather what members say, and what becomes of it
#[poise::command(
    slash_command,
    subcommands(
        "tag::add",
        "read::list",
        "read::theme",
        "manage::status",
        "manage::merge",
        "manage::assign",
        "read::export"
    ),
    subcommand_required,
    custom_data = "Level::Helper"
)]
#[expect(clippy::unused_async, reason = "poise wants a function that waits")]
pub async fn feedback(_: Context<'_>) -> Result<()> {
    Ok(())
}

/// Themes, while somebody types.
async fn all_themes(ctx: Context<'_>, typed: &str) -> Autocomplete {
    let find = async {
        let interaction = Interaction::from_context(ctx)?;
        let latest = themes::latest(interaction.app.db.read(), interaction.actor.guild).await?;
        Ok(autocomplete::named(interaction.actor.locale, typed, &latest, views::titled))
    };
    autocomplete::offer(ctx, find).await
}

/// Tags, while somebody types.
async fn all_tags(ctx: Context<'_>, typed: &str) -> Autocomplete {
    offer_tags(ctx, typed, |_| true).await
}

/// Tags that are not retired, while somebody types.
async fn current_tags(ctx: Context<'_>, typed: &str) -> Autocomplete {
    offer_tags(ctx, typed, |tag| !tag.is_retired).await
}

async fn offer_tags(ctx: Context<'_>, typed: &str, wanted: impl Fn(&Tag) -> bool) -> Autocomplete {
    let find = async {
        let interaction = Interaction::from_context(ctx)?;
        let found = tag_rows::list(interaction.app.db.read(), interaction.actor.guild).await?;
        let offered = found.iter().filter(|tag| wanted(tag)).map(|tag| views::tag_plain(interaction.actor.locale, tag));
        let fitting = offered.filter(|name| find::fold(name).contains(&find::fold(typed.trim())));
        Ok(fitting.map(|name| Suggestion::new(name.clone(), name)).collect())
    };
    autocomplete::offer(ctx, find).await
}
