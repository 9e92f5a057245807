//! `/event`, for helpers and above: `create` and `clone` lead through a preview to the card, `edit`, `move`, `skip` and
//! `cancel` change what was published, `attendees` and `export` say who comes, `checkin` lets people check in, `contest`
//! starts a contest. The events of others are changed by moderators, files are for managers.

mod checkin;
mod create;
mod run;

use std::collections::HashSet;

use crate::clock::Timestamp;
use crate::discord::access::level::Level;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::ui::autocomplete;
use crate::discord::ui::autocomplete::{Autocomplete, Suggestion};
use crate::discord::ui::times;
use crate::error::{Message, Result};
use crate::feature::Context;
use crate::features::setup;
use crate::i18n::plain;
use crate::ids::ChannelId;
use crate::text::find;
use crate::text::zone::iso_date;

use super::contest::command as contest;
use super::store::events as rows;
use super::store::events::Headline;
use super::{Event, EventState, Problem};

/// Dates of a series that are offered.
const DATES: usize = 20;

/// Call people together, once or again and again
#[poise::command(
    slash_command,
    subcommands(
        "create::create",
        "run::edit",
        "run::cancel",
        "run::clone_event",
        "run::skip",
        "run::move_event",
        "run::attendees",
        "run::export",
        "checkin::checkin",
        "contest"
    ),
    subcommand_required,
    custom_data = "Level::Helper"
)]
#[expect(clippy::unused_async, reason = "poise wants a function that waits")]
pub async fn event(_: Context<'_>) -> Result<()> {
    Ok(())
}

/// The event that somebody means: by its number or its title, or words of it. One in a channel that they don't see is
/// as good as none.
async fn resolve_event(interaction: &Interaction, typed: &str) -> Result<Event> {
    let guild = interaction.actor.guild;
    let readable = readable(interaction).await?;
    let mut db = interaction.app.db.read().acquire().await?;
    let latest = rows::latest(&mut *db, guild, &(&readable).into()).await?;
    let none = || Problem::NoEvent(typed.to_owned());
    let event = rows::numbered(&mut *db, guild, find::number_of(typed, &latest).ok_or_else(none)?).await?;
    Ok(event.filter(|event| readable.contains(&event.channel)).ok_or_else(none)?)
}

/// The channels with events that the actor may read.
async fn readable(interaction: &Interaction) -> Result<HashSet<ChannelId>> {
    let used = rows::channels(interaction.app.db.read(), interaction.actor.guild).await?;
    Ok(channels::readable(interaction, used).await)
}

/// Events that are still to come, while somebody types.
async fn live_events(ctx: Context<'_>, typed: &str) -> Autocomplete {
    offered(ctx, typed, |state| state == EventState::Published).await
}

/// Every event, while somebody types.
async fn events(ctx: Context<'_>, typed: &str) -> Autocomplete {
    offered(ctx, typed, |_| true).await
}

async fn offered(ctx: Context<'_>, typed: &str, wanted: impl Fn(EventState) -> bool) -> Autocomplete {
    autocomplete::offer(ctx, async {
        let interaction = Interaction::from_context(ctx)?;
        let readable = readable(&interaction).await?;
        let guild = interaction.actor.guild;
        let latest = rows::latest(interaction.app.db.read(), guild, &(&readable).into()).await?;
        let wanted = latest.iter().filter(|one| wanted(one.state));
        Ok(autocomplete::named(interaction.actor.locale, typed, wanted, headline))
    })
    .await
}

/// An event as it is offered while somebody types.
fn headline(one: &Headline) -> Message {
    Message::new(match one.state {
        EventState::Published => "events-offer",
        EventState::Cancelled => "events-offer-cancelled",
        EventState::Ended => "events-offer-ended",
    })
    .with("number", one.number.to_string())
    .with("title", &one.title)
}

/// The dates of the series that was chosen, while somebody types.
async fn dates(ctx: Context<'_>, typed: &str) -> Autocomplete {
    let find = async {
        let interaction = Interaction::from_context(ctx)?;
        let now = interaction.app.clock.now();
        let zone = setup::server(interaction.app.db.read(), interaction.actor.guild).await?.zone;
        let Some(event) = autocomplete::typed(ctx, "event") else { return Ok(Vec::new()) };
        let Ok(event) = resolve_event(&interaction, event).await else { return Ok(Vec::new()) };
        let mut coming: Vec<Timestamp> = event
            .parts()
            .flat_map(|(_, _, series)| series.occurrences(now, &zone).take(DATES).map(|next| next.at))
            .collect();
        coming.sort_unstable();
        let offered = coming.into_iter().take(DATES).map(|at| {
            let label = plain(interaction.actor.locale, &times::moment(at, &zone));
            Suggestion::new(label, iso_date(zone.day(at)))
        });
        let fitting =
            offered.filter(|one| find::fold(&one.label).contains(&find::fold(typed)) || one.value.contains(typed));
        Ok(fitting.collect())
    };
    autocomplete::offer(ctx, find).await
}
