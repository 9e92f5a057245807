//! `/poll results`, `/poll list` and `/poll export`: what came out, as far as it may be seen.

use super::{page, polls, resolve_poll};
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::error::Result;
use crate::feature::Context;
use crate::feature::identity::Identity;
use crate::features::polls::actions;
use crate::features::polls::rules::vote;
use crate::features::polls::views;
use crate::features::polls::{Ballot, count, export, store};
use crate::features::setup;

/// See what came out of a poll, or how it stands
#[poise::command(slash_command, custom_data = "Level::Helper")]
pub async fn results(
    ctx: Context<'_>,
    #[description = "Which poll, by its number or question; the latest here if left out"]
    #[autocomplete = "polls"]
    #[max_length = 300]
    poll: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let poll = resolve_poll(&interaction, poll.as_deref(), false).await?;
    let mut db = interaction.app.db.read().acquire().await?;
    let ballot = match poll.plan.ballot {
        Ballot::Secret => Vec::new(),
        _ => {
            store::vote(&mut *db, interaction.actor.guild, poll.id, &Identity::Named(interaction.actor.member)).await?
        }
    };

    parties::require(&interaction, actions::READ_POLLS)?;
    // Whoever runs a poll sees no more than everybody else; that its card is gone they are told.
    match (vote::may_see(&poll, vote::is_complete(poll.plan.pick, &ballot)), poll.card.why) {
        (Err(refused), Some(missing)) => {
            return interaction
                .reply_ephemeral(&views::preview::without_card(interaction.actor.locale, &poll, refused, missing))
                .await;
        }
        (seen, _) => seen?,
    }

    let tally = count::current_tally(&mut db, &poll).await?;
    drop(db);
    interaction.reply_ephemeral(&views::result::looked_up(interaction.actor.locale, &poll, &tally)).await
}

/// See every poll there is and was
#[poise::command(slash_command, custom_data = "Level::Helper")]
pub async fn list(ctx: Context<'_>) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;

    parties::require(&interaction, actions::READ_POLLS)?;

    interaction.reply_ephemeral(&page(&interaction, 0).await?).await
}

/// Take the results of a poll along as a table
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn export(
    ctx: Context<'_>,
    #[description = "Which poll, by its number or question; the latest here if left out"]
    #[autocomplete = "polls"]
    #[max_length = 300]
    poll: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, actor, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let poll = resolve_poll(&interaction, poll.as_deref(), false).await?;
    let zone = setup::server(interaction.app.db.read(), guild).await?.zone;

    parties::require(&interaction, actions::EXPORT_POLL)?;
    // In a file nobody has voted yet.
    vote::may_see(&poll, false)?;

    let mut db = interaction.app.db.read().acquire().await?;
    let tally = count::current_tally(&mut db, &poll).await?;
    let votes = match vote::may_see_votes(&poll) {
        Ok(()) => store::votes(&mut *db, guild, poll.id).await?,
        Err(_) => Vec::new(),
    };
    drop(db);
    let entry = Entry::new(guild, actor, "poll.export", format!("poll #{}", poll.number));
    interaction.app.db.write(async move |tx| audit::record(tx, &entry, now).await).await?;
    interaction.reply_ephemeral(&export::view(interaction.actor.locale, &poll, &tally, &votes, &zone)?).await
}
