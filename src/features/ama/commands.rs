//! `/ama`, for moderators and above, and `/ask`, for everyone: `create` leads through a preview to the prompt, `edit`
//! changes title, times and repetition, `open` and `close` go ahead of them, `hosts` says who answers, `repost` posts
//! again what was deleted, `export` gives the transcript as files, `block` says who can't ask, `list` shows them all.

mod ask;
pub mod block;
mod create;
mod run;

use std::collections::HashSet;

use crate::discord::access::level::Level;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::ui::autocomplete;
use crate::discord::ui::autocomplete::Autocomplete;
use crate::error::Result;
use crate::feature::Context;
use crate::ids::ChannelId;
use crate::text::find;

use super::store::sessions;
use super::store::sessions::Headline;
use super::views::list;
use super::{Problem, Session, State};

pub use ask::ask;
pub use run::page;

/// Let members ask someone anything, and keep the answers
#[poise::command(
    slash_command,
    subcommands(
        "create::create",
        "create::clone_session",
        "run::edit",
        "run::open",
        "run::close",
        "run::hosts",
        "run::repost",
        "run::export",
        "block::block",
        "run::list"
    ),
    subcommand_required,
    custom_data = "Level::Moderator"
)]
#[expect(clippy::unused_async, reason = "poise wants a function that waits")]
pub async fn ama(_: Context<'_>) -> Result<()> {
    Ok(())
}

/// The session that somebody means: by its number or its title, or words of it; where they name none, the only one
/// that takes questions. One in a channel that they don't see is as good as none.
async fn resolve_session(interaction: &Interaction, typed: Option<&str>) -> Result<Session> {
    let guild = interaction.actor.guild;
    let readable = readable(interaction).await?;
    let mut db = interaction.app.db.read().acquire().await?;
    let latest = sessions::latest(&mut *db, guild, &(&readable).into()).await?;
    let Some(typed) = typed.map(str::trim).filter(|typed| !typed.is_empty()) else {
        let id = only(&latest, interaction.channel)?.id;
        return Ok(sessions::get(&mut db, guild, id).await?.ok_or(Problem::NoneLive)?);
    };
    let none = || Problem::NoSession(typed.to_owned());
    let number = find::number_of(typed, &latest).ok_or_else(none)?;
    let session = sessions::numbered(&mut db, guild, number).await?;
    Ok(session.filter(|session| readable.contains(&session.plan.channel)).ok_or_else(none)?)
}

/// The one that takes questions in a channel, or else the only one anywhere.
fn only(latest: &[Headline], here: ChannelId) -> Result<&Headline, Problem> {
    let live = || latest.iter().filter(|one| one.state != State::Closed);
    let is_here = |one: &&Headline| one.channel == here || one.thread == Some(here);
    match (live().filter(is_here).count(), live().count()) {
        (_, 0) => Err(Problem::NoneLive),
        (1, _) => live().find(is_here).ok_or(Problem::NoneLive),
        (0, 1) => live().next().ok_or(Problem::NoneLive),
        _ => Err(Problem::SeveralLive),
    }
}

/// The channels with sessions that the actor may read.
async fn readable(interaction: &Interaction) -> Result<HashSet<ChannelId>> {
    let used = sessions::channels(interaction.app.db.read(), interaction.actor.guild).await?;
    Ok(channels::readable(interaction, used).await)
}

/// Sessions that take questions, while somebody types.
async fn live_sessions(ctx: Context<'_>, typed: &str) -> Autocomplete {
    offered(ctx, typed, |state| state != State::Closed).await
}

/// Every session, while somebody types.
async fn all_sessions(ctx: Context<'_>, typed: &str) -> Autocomplete {
    offered(ctx, typed, |_| true).await
}

async fn offered(ctx: Context<'_>, typed: &str, wanted: impl Fn(State) -> bool) -> Autocomplete {
    autocomplete::offer(ctx, async {
        let interaction = Interaction::from_context(ctx)?;
        let readable = readable(&interaction).await?;
        let guild = interaction.actor.guild;
        let latest = sessions::latest(interaction.app.db.read(), guild, &(&readable).into()).await?;
        let wanted = latest.iter().filter(|one| wanted(one.state));
        Ok(autocomplete::named(interaction.actor.locale, typed, wanted, list::offered))
    })
    .await
}
