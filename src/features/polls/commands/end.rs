//! `/poll close` and `/poll extend`: one's own polls for helpers, those of others for moderators.

use sqlx::SqliteConnection;

use super::{open_polls, resolve_poll};
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::access::level::Level;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::outcome;
use crate::discord::interaction::parties;
use crate::discord::ui::times;
use crate::discord::ui::times::Taken;
use crate::error::{Message, Result};
use crate::feature::{Context, card};
use crate::features::polls::CLOSE;
use crate::features::polls::actions;
use crate::features::polls::cards::CARD;
use crate::features::polls::close::Closed;
use crate::features::polls::rules::plan;
use crate::features::polls::views::preview;
use crate::features::polls::{Kind, Poll, Problem, State, close, remind, store};
use crate::features::setup;
use crate::jobs;
use crate::text::when::Asked;
use crate::text::zone;

/// Close a poll now; its result is posted at once
#[poise::command(slash_command, custom_data = "Level::Helper")]
pub async fn close(
    ctx: Context<'_>,
    #[description = "Which poll, by its number or question; the open one here if left out"]
    #[autocomplete = "open_polls"]
    #[max_length = 300]
    poll: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, actor, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let poll = resolve_poll(&interaction, poll.as_deref(), true).await?;

    parties::require(&interaction, actions::end_poll(poll.plan.author == actor))?;
    channels::may_post(&interaction, poll.plan.channel).await?;

    let (id, events) = (poll.id, close::event_taker(&interaction.app, &poll).await.ok());
    let closed = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let poll = store::get(&mut *tx, guild, id).await?.ok_or_else(outdated)?;
        close::close_by_hand(tx, &poll, actor, events, now).await
    });
    let Closed { next } = closed.await?;

    let poll = store::get(&mut *interaction.app.db.read().acquire().await?, guild, id).await?.unwrap_or(poll);
    let result = outcome::wait_for_order(&interaction, poll.result.order).await?;
    let poll = store::get(&mut *interaction.app.db.read().acquire().await?, guild, id).await?.unwrap_or(poll);
    interaction.reply_ephemeral(&preview::closed(interaction.actor.locale, &poll, result, next)).await
}

/// Put the end of an open poll off, or bring it forward
#[poise::command(slash_command, custom_data = "Level::Helper")]
pub async fn extend(
    ctx: Context<'_>,
    #[description = "When it closes instead, like “friday 19:00” or “in 2 days”"]
    #[autocomplete = "setup::offer_end"]
    #[max_length = 100]
    closes: String,
    #[description = "Which poll, by its number or question; the open one here if left out"]
    #[autocomplete = "open_polls"]
    #[max_length = 300]
    poll: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, actor, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let zone = setup::server(interaction.app.db.read(), guild).await?.zone;
    let poll = resolve_poll(&interaction, poll.as_deref(), true).await?;
    let Taken { at, note } = times::ahead(&closes, Asked::End, now, &zone)?;

    parties::require(&interaction, actions::end_poll(poll.plan.author == actor))?;
    may_extend(&poll)?;
    plan::closing(poll.opened.or(poll.plan.starts).unwrap_or(now), at, now).map_err(Message::from)?;

    let dates: Vec<_> = poll.plan.options.iter().filter_map(|option| option.at).collect();
    plan::ends_before_dates(&dates, at).map_err(Message::from)?;

    let (id, before) = (poll.id, poll.plan.closes);
    let entry = Entry::new(guild, actor, "poll.extend", format!("poll #{}", poll.number));
    let entry = entry.change(zone::iso_utc(before), zone::iso_utc(at));
    let extended = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        if !store::set_closes(&mut *tx, guild, id, at).await? {
            return Ok(false);
        }
        audit::record(&mut *tx, &entry, now).await?;
        let Some(poll) = store::get(&mut *tx, guild, id).await? else { return Ok(false) };
        if poll.state == State::Open {
            jobs::schedule(&mut *tx, guild, &CLOSE, id.get(), at).await?;
            remind::schedule(&mut *tx, &poll, now).await?;
            card::edit(tx, &CARD, guild, id.get(), now).await?;
        }
        Ok(true)
    });
    if !extended.await? {
        return Err(Problem::ClosedBefore(poll.number).into());
    }

    interaction.reply_ephemeral(&preview::extended(interaction.actor.locale, &poll, at, note)).await
}

/// Whether its end can be moved.
fn may_extend(poll: &Poll) -> Result<(), Problem> {
    match (poll.state, poll.plan.kind) {
        (State::Closed, _) => Err(Problem::ClosedBefore(poll.number)),
        (_, Kind::Native) => Err(Problem::NativeCloses),
        _ => Ok(()),
    }
}
