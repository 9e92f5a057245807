//! What is pressed on results and lists: *Results* of a card, who voted for what, the pages of a list,
//! and *Post again*.

use sqlx::SqliteConnection;

use super::vote::find;
use super::vote::visible;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::outcome;
use crate::discord::interaction::parties;
use crate::error::Result;
use crate::feature::card;
use crate::feature::identity::Identity;
use crate::features::polls::Ballot;
use crate::features::polls::Poll;
use crate::features::polls::PollId;
use crate::features::polls::State;
use crate::features::polls::actions;
use crate::features::polls::cards::{CARD, RESULT};
use crate::features::polls::commands::page;
use crate::features::polls::rules::vote;
use crate::features::polls::store;
use crate::features::polls::views::{preview, result, voters};

/// *Results*.
pub async fn show(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let poll = find(&interaction, PollId(id.row)).await?;
    let ballot = own(&interaction, &poll).await?;

    vote::may_see(&poll, vote::is_complete(poll.plan.pick, &ballot))?;

    let tally = visible(&interaction, &poll, &ballot).await?.unwrap_or_default();
    interaction.reply_ephemeral(&result::looked_up(interaction.actor.locale, &poll, &tally)).await
}

/// Who voted for what; the argument is the page.
pub async fn turn_votes(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let poll = find(&interaction, PollId(id.row)).await?;
    let ballot = own(&interaction, &poll).await?;

    vote::may_see(&poll, vote::is_complete(poll.plan.pick, &ballot))?;
    vote::may_see_votes(&poll)?;

    let votes = store::votes(interaction.app.db.read(), interaction.actor.guild, poll.id).await?;
    let (page, is_turning) = id.arg.parse().map_or((0, false), |page| (page, true));
    let view = voters::votes(interaction.actor.locale, &poll, &votes, page);
    if is_turning { interaction.update_message(&view).await } else { interaction.reply_ephemeral(&view).await }
}

/// A page of `/poll list`; the row is the page.
pub async fn turn_list(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    interaction.update_message(&page(&interaction, id.row).await?).await
}

/// *Post again*: of an open poll its card, of a closed one its result, where they do not stand.
pub async fn post_again(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let poll = find(&interaction, PollId(id.row)).await?;
    let (guild, id, now) = (interaction.actor.guild, poll.id, interaction.app.clock.now());

    parties::require(&interaction, actions::end_poll(poll.plan.author == interaction.actor.member))?;
    channels::may_post(&interaction, poll.plan.channel).await?;

    let posted = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let poll = store::get(&mut *tx, guild, id).await?.ok_or_else(outdated)?;
        let kind = if poll.state == State::Closed { RESULT } else { CARD };
        card::post_again(tx, &kind, guild, id.get(), now).await
    });

    let post = outcome::wait_for_order(&interaction, posted.await?).await?;
    let poll = find(&interaction, id).await?;
    interaction.update_message(&preview::posted_again(interaction.actor.locale, &poll, post)).await
}

/// What the actor has voted for; in a secret poll nobody asks.
async fn own(interaction: &Interaction, poll: &Poll) -> Result<Vec<u8>> {
    if poll.plan.ballot == Ballot::Secret {
        return Ok(Vec::new());
    }
    store::vote(interaction.app.db.read(), interaction.actor.guild, poll.id, &Identity::Named(interaction.actor.member))
        .await
}
