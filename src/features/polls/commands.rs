//! `/poll`, for helpers and above: `create` and `dates` ask, `close` and `extend` end, `edit` changes, `results`, `list`
//! and `export` read, `repeat` asks again. Closing and putting off the polls of others is for
//! moderators, files are for managers.

mod create;
mod edit;
mod end;
mod read;

use std::collections::HashSet;

use crate::discord::access::level::Level;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::ui::autocomplete;
use crate::discord::ui::autocomplete::Autocomplete;
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::Context;
use crate::ids::ChannelId;
use crate::text::find;

use super::views::list;
use super::{Poll, Problem, State, store};

/// Ask the server, vote, and see what came out
#[poise::command(
    slash_command,
    subcommands(
        "create::create",
        "create::dates",
        "end::close",
        "end::extend",
        "edit::edit",
        "read::results",
        "read::list",
        "read::export",
        "create::repeat"
    ),
    custom_data = "Level::Helper"
)]
#[expect(clippy::unused_async, reason = "poise wants a function that waits")]
pub async fn poll(_: Context<'_>) -> Result<()> {
    Ok(())
}

/// The poll that somebody means: by its number or its question, or words of it; where they name none, the latest of this
/// channel, or for `open` ones the only one. One in a channel that they do not see is as good as none.
async fn resolve_poll(interaction: &Interaction, typed: Option<&str>, open: bool) -> Result<Poll> {
    let guild = interaction.actor.guild;
    let readable = readable(interaction).await?;
    let mut db = interaction.app.db.read().acquire().await?;
    let number = match typed.map(str::trim).filter(|typed| !typed.is_empty()) {
        Some(typed) => {
            let latest = store::latest(&mut *db, guild, &(&readable).into()).await?;
            find::number_of(typed, &latest).ok_or_else(|| Problem::NoPoll(typed.to_owned()))?
        }
        None => match store::in_channel(&mut *db, guild, interaction.channel, open).await?.as_slice() {
            [] if open => return Err(Problem::NoneOpen.into()),
            [] => return Err(Problem::NoneHere.into()),
            [_, _, ..] if open => return Err(Problem::SeveralOpen.into()),
            [number, ..] => *number,
        },
    };
    let poll = store::numbered(&mut db, guild, number).await?;
    let poll = poll.filter(|poll| readable.contains(&poll.plan.channel));
    Ok(poll.ok_or_else(|| Problem::NoPoll(typed.unwrap_or_default().to_owned()))?)
}

/// The channels with polls that the actor may read.
async fn readable(interaction: &Interaction) -> Result<HashSet<ChannelId>> {
    let used = store::channels(interaction.app.db.read(), interaction.actor.guild).await?;
    Ok(channels::readable(interaction, used).await)
}

/// A page of `/poll list`.
pub async fn page(interaction: &Interaction, number: i64) -> Result<View> {
    let readable = readable(interaction).await?;
    let mut db = interaction.app.db.read().acquire().await?;
    let page = store::list(&mut db, interaction.actor.guild, &(&readable).into(), number).await?;
    Ok(list::list(interaction.actor.locale, &page))
}

/// Polls that are open or will be, while somebody types.
async fn open_polls(ctx: Context<'_>, typed: &str) -> Autocomplete {
    offered(ctx, typed, |state| state != State::Closed).await
}

/// Every poll, while somebody types.
async fn polls(ctx: Context<'_>, typed: &str) -> Autocomplete {
    offered(ctx, typed, |_| true).await
}

async fn offered(ctx: Context<'_>, typed: &str, wanted: impl Fn(State) -> bool) -> Autocomplete {
    autocomplete::offer(ctx, async {
        let interaction = Interaction::from_context(ctx)?;
        let readable = readable(&interaction).await?;
        let guild = interaction.actor.guild;
        let latest = store::latest(interaction.app.db.read(), guild, &(&readable).into()).await?;
        let wanted = latest.iter().filter(|poll| wanted(poll.state));
        Ok(autocomplete::named(interaction.actor.locale, typed, wanted, list::offered))
    })
    .await
}
