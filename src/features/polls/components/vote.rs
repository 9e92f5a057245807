//! Voting: by the buttons of a card, by its menu, by ranking; changing a vote, looking at it, taking it
//! back. Whoever votes is told alone what their vote is now and who can see it.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::{Actor, ComponentEvent, Interaction};
use crate::discord::interaction::failure::outdated;
use crate::discord::ui::view::View;
use crate::error::{Error, Result};
use crate::feature::card;
use crate::features::polls::cards::CARD;
use crate::features::polls::rules::vote;
use crate::features::polls::rules::vote::Voter;
use crate::features::polls::secret::voter;
use crate::features::polls::views::vote as views;
use crate::features::polls::{Kind, Poll, PollId, Problem, Tally, count, store};
use crate::features::setup;

/// The button of an option.
pub async fn press_option(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let place = id.arg.parse().map_err(|_| outdated())?;

    if let Some(old) = old_card(&interaction, PollId(id.row)).await? {
        return interaction.update_message(&old).await;
    }

    let (poll, ballot) =
        cast(&interaction, PollId(id.row), move |poll, ballot| vote::pressed(poll, ballot, place)).await?;

    interaction
        .reply_ephemeral(&views::ballot(
            interaction.actor.locale,
            &poll,
            &ballot,
            visible(&interaction, &poll, &ballot).await?.as_ref(),
        ))
        .await
}

/// *Vote*: the menu opens, or the ranking.
pub async fn open_ballot(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    if let Some(old) = old_card(&interaction, PollId(id.row)).await? {
        return interaction.update_message(&old).await;
    }

    let (poll, ballot) = ready(&interaction, PollId(id.row)).await?;

    interaction
        .reply_ephemeral(&match poll.plan.kind {
            Kind::Ranked => views::ranking(interaction.actor.locale, &poll, &ballot, ballot.len()),
            _ => views::menu(interaction.actor.locale, &poll, &ballot),
        })
        .await
}

/// Options were chosen in the menu.
pub async fn choose(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;
    let places = values.iter().map(|value| value.parse()).collect::<Result<Vec<u8>, _>>().map_err(|_| outdated())?;

    let (poll, ballot) = cast(&interaction, PollId(id.row), move |poll, _| vote::chosen(poll, &places)).await?;

    interaction
        .update_message(&views::ballot(
            interaction.actor.locale,
            &poll,
            &ballot,
            visible(&interaction, &poll, &ballot).await?.as_ref(),
        ))
        .await
}

/// *Start over*: the ranking from its top; what stands in it counts until something else does.
pub async fn open_ranking(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    let (poll, ballot) = ready(&interaction, PollId(id.row)).await?;

    interaction.update_message(&views::ranking(interaction.actor.locale, &poll, &ballot, 0)).await
}

/// An option was put at the next rank; the rank is the argument.
pub async fn rank(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;
    let rank: usize = id.arg.parse().map_err(|_| outdated())?;
    let place: u8 = values.first().and_then(|value| value.parse().ok()).ok_or_else(outdated)?;

    let (poll, ballot) =
        cast(&interaction, PollId(id.row), move |poll, ballot| vote::ranked(poll, ballot, rank, place)).await?;

    interaction.update_message(&views::ranking(interaction.actor.locale, &poll, &ballot, ballot.len())).await
}

/// *Withdraw vote*.
pub async fn withdraw(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    let taken_back = |_: &Poll, ballot: &[u8]| {
        if ballot.is_empty() { Err(Problem::NoVote) } else { Ok(Vec::new()) }
    };
    // Also whoever holds none of its roles any more.
    let (poll, _) = cast_by(&interaction, PollId(id.row), By::Anybody, taken_back).await?;

    interaction.update_message(&views::withdrawn(interaction.actor.locale, &poll)).await
}

/// *My vote*: also after the close, where it is still known.
pub async fn show_own(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let poll = find(&interaction, PollId(id.row)).await?;
    let voter = voter(&interaction, &poll)?;

    let ballot = store::vote(interaction.app.db.read(), interaction.actor.guild, poll.id, &voter).await?;

    interaction
        .reply_ephemeral(&views::ballot(
            interaction.actor.locale,
            &poll,
            &ballot,
            visible(&interaction, &poll, &ballot).await?.as_ref(),
        ))
        .await
}

/// Who may change a ballot of theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    /// Whoever holds one of its roles now.
    Eligible,
    /// Whoever held one when they voted, too.
    Anybody,
}

async fn cast(
    interaction: &Interaction,
    id: PollId,
    change: impl FnOnce(&Poll, &[u8]) -> Result<Vec<u8>, Problem> + Send + 'static,
) -> Result<(Poll, Vec<u8>)> {
    cast_by(interaction, id, By::Eligible, change).await
}

/// Changes the ballot of the actor, in one transaction: so it counts if the poll is open
/// at that instant, and of two presses the second sees what the first did.
async fn cast_by(
    interaction: &Interaction,
    id: PollId,
    by: By,
    change: impl FnOnce(&Poll, &[u8]) -> Result<Vec<u8>, Problem> + Send + 'static,
) -> Result<(Poll, Vec<u8>)> {
    let now = interaction.app.clock.now();
    let poll = find(interaction, id).await?;
    let voter = voter(interaction, &poll)?;
    let (guild, actor) = (interaction.actor.guild, interaction.actor.clone());
    let written = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let poll = store::get(&mut *tx, guild, id).await?.ok_or_else(outdated)?;
        match by {
            By::Anybody => vote::takes_votes(&poll, now)?,
            By::Eligible => vote::may_vote(&poll, asking(&actor), now)?,
        }
        let before = store::vote(&mut *tx, guild, id, &voter).await?;
        let ballot = change(&poll, &before)?;
        if ballot.is_empty() {
            store::delete_vote(&mut *tx, guild, id, &voter).await?;
        } else {
            let complete = vote::is_complete(poll.plan.pick, &ballot);
            let came_later = vote::came_later(&poll, asking(&actor));
            store::set_vote(&mut *tx, guild, id, &voter, &ballot, (complete, came_later), now).await?;
        }
        card::schedule_refresh(&mut *tx, &CARD, guild, id.get(), now).await?;
        Ok::<_, Error>((poll, ballot))
    });
    written.await
}

/// Who wants to vote.
fn asking(actor: &Actor) -> Voter<'_> {
    Voter { roles: actor.roles(), joined: actor.joined, made: Timestamp(actor.member.created_ms()) }
}

/// The poll of a button, for whoever may vote in it, with their ballot as it is.
async fn ready(interaction: &Interaction, id: PollId) -> Result<(Poll, Vec<u8>)> {
    let now = interaction.app.clock.now();
    let poll = find(interaction, id).await?;
    let voter = voter(interaction, &poll)?;
    vote::may_vote(&poll, asking(&interaction.actor), now)?;
    let ballot = store::vote(interaction.app.db.read(), interaction.actor.guild, poll.id, &voter).await?;
    Ok((poll, ballot))
}

/// The poll of a button, for whoever sees its channel.
pub async fn find(interaction: &Interaction, id: PollId) -> Result<Poll> {
    let mut db = interaction.app.db.read().acquire().await?;
    let poll = store::get(&mut db, interaction.actor.guild, id).await?.ok_or_else(outdated)?;
    drop(db);
    if channels::may_read(interaction, poll.plan.channel).await { Ok(poll) } else { Err(outdated().into()) }
}

/// What stands in the place of a card after another one was posted for it. Where nobody knew whether it was there, it
/// shows itself when it is pressed.
async fn old_card(interaction: &Interaction, id: PollId) -> Result<Option<View>> {
    let poll = find(interaction, id).await?;
    let mut db = interaction.app.db.read().acquire().await?;
    let current = card::message_of_later(&mut db, CARD.name, poll.plan.guild, id.get()).await?;
    let is_old = |message| interaction.message.is_some_and(|pressed| pressed != message);
    let Some(current) = current.filter(|(_, message)| is_old(*message)) else {
        return Ok(None);
    };
    let locale = setup::server(&mut *db, poll.plan.guild).await?.locale;
    Ok(Some(views::old_card(locale, &poll, current)))
}

/// The results so far, if this person may see them.
pub async fn visible(interaction: &Interaction, poll: &Poll, ballot: &[u8]) -> Result<Option<Tally>> {
    if vote::may_see(poll, vote::is_complete(poll.plan.pick, ballot)).is_err() {
        return Ok(None);
    }
    let mut db = interaction.app.db.read().acquire().await?;
    Ok(Some(count::current_tally(&mut db, poll).await?))
}
