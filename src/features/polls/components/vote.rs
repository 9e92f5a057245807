//! Voting: by the buttons of a card, by its menu, by ranking; changing a vote, looking at it, taking it
//! back. Whoever votes is told alone what their vote is now and who can see it.

use sqlx::SqliteConnection;

use crate::discord::interaction::context::{Door, Press};
use crate::discord::interaction::failure::outdated;
use crate::error::{Error, Result};
use crate::features::polls::rules::vote;
use crate::features::polls::secret::voter;
use crate::features::polls::views::vote as views;
use crate::features::polls::{Kind, Poll, PollId, Problem, Tally, opening, store};

/// The button of an option.
pub async fn press_option(press: Press) -> Result<()> {
    let Press { door, id, .. } = press;
    let place = id.arg.parse().map_err(|_| outdated())?;

    let (poll, ballot) = cast(&door, PollId(id.row), move |poll, ballot| vote::pressed(poll, ballot, place)).await?;

    door.tell(&views::ballot(door.actor.locale, &poll, &ballot, visible(&door, &poll, &ballot).await?.as_ref())).await
}

/// *Vote*: the menu opens, or the ranking.
pub async fn open_ballot(press: Press) -> Result<()> {
    let Press { door, id, .. } = press;

    let (poll, ballot) = ready(&door, PollId(id.row)).await?;

    door.tell(&match poll.plan.kind {
        Kind::Ranked => views::ranking(door.actor.locale, &poll, &ballot, ballot.len()),
        _ => views::menu(door.actor.locale, &poll, &ballot),
    })
    .await
}

/// Options were chosen in the menu.
pub async fn choose(press: Press) -> Result<()> {
    let Press { door, id, values } = press;
    let places = values.iter().map(|value| value.parse()).collect::<Result<Vec<u8>, _>>().map_err(|_| outdated())?;

    let (poll, ballot) = cast(&door, PollId(id.row), move |poll, _| vote::chosen(poll, &places)).await?;

    door.update(&views::ballot(door.actor.locale, &poll, &ballot, visible(&door, &poll, &ballot).await?.as_ref())).await
}

/// *Start over*: the ranking from its top; what stands in it counts until something else does.
pub async fn open_ranking(press: Press) -> Result<()> {
    let Press { door, id, .. } = press;

    let (poll, ballot) = ready(&door, PollId(id.row)).await?;

    door.update(&views::ranking(door.actor.locale, &poll, &ballot, 0)).await
}

/// An option was put at the next rank; the rank is the argument.
pub async fn rank(press: Press) -> Result<()> {
    let Press { door, id, values } = press;
    let rank: usize = id.arg.parse().map_err(|_| outdated())?;
    let place: u8 = values.first().and_then(|value| value.parse().ok()).ok_or_else(outdated)?;

    let (poll, ballot) =
        cast(&door, PollId(id.row), move |poll, ballot| vote::ranked(poll, ballot, rank, place)).await?;

    door.update(&views::ranking(door.actor.locale, &poll, &ballot, ballot.len())).await
}

/// *Withdraw vote*.
pub async fn withdraw(press: Press) -> Result<()> {
    let Press { door, id, .. } = press;

    let taken_back = |_: &Poll, ballot: &[u8]| {
        if ballot.is_empty() { Err(Problem::NoVote) } else { Ok(Vec::new()) }
    };
    // Also whoever holds none of its roles any more.
    let (poll, _) = cast_by(&door, PollId(id.row), By::Anybody, taken_back).await?;

    door.update(&views::withdrawn(door.actor.locale, &poll)).await
}

/// *My vote*: also after the close, where it is still known.
pub async fn show_own(press: Press) -> Result<()> {
    let Press { door, id, .. } = press;
    let poll = find(&door, PollId(id.row)).await?;
    let voter = voter(&door, &poll)?;

    let ballot = store::vote(door.app.db.read(), door.actor.guild, poll.id, &voter).await?;

    door.tell(&views::ballot(door.actor.locale, &poll, &ballot, visible(&door, &poll, &ballot).await?.as_ref())).await
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
    door: &Door,
    id: PollId,
    change: impl FnOnce(&Poll, &[u8]) -> Result<Vec<u8>, Problem> + Send + 'static,
) -> Result<(Poll, Vec<u8>)> {
    cast_by(door, id, By::Eligible, change).await
}

/// Changes the ballot of whoever is at the door, in one transaction: so it counts if the poll is open
/// at that instant, and of two presses the second sees what the first did.
async fn cast_by(
    door: &Door,
    id: PollId,
    by: By,
    change: impl FnOnce(&Poll, &[u8]) -> Result<Vec<u8>, Problem> + Send + 'static,
) -> Result<(Poll, Vec<u8>)> {
    let now = door.app.clock.now();
    let poll = find(door, id).await?;
    let voter = voter(door, &poll)?;
    let (guild, roles) = (door.actor.guild, door.roles().to_vec());
    let written = door.app.db.write(async move |tx: &mut SqliteConnection| {
        let poll = store::get(&mut *tx, guild, id).await?.ok_or_else(outdated)?;
        let roles = if by == By::Anybody { &poll.plan.voters } else { &roles };
        vote::may_vote(&poll, roles, now)?;
        let before = store::vote(&mut *tx, guild, id, &voter).await?;
        let ballot = change(&poll, &before)?;
        if ballot.is_empty() {
            store::delete_vote(&mut *tx, guild, id, &voter).await?;
        } else {
            let complete = vote::is_complete(poll.plan.pick, &ballot);
            store::set_vote(&mut *tx, guild, id, &voter, &ballot, complete, now).await?;
        }
        opening::touched(&mut *tx, &poll, now).await?;
        Ok::<_, Error>((poll, ballot))
    });
    written.await
}

/// The poll of a button, for whoever may vote in it, with their ballot as it is.
async fn ready(door: &Door, id: PollId) -> Result<(Poll, Vec<u8>)> {
    let now = door.app.clock.now();
    let poll = find(door, id).await?;
    let voter = voter(door, &poll)?;
    vote::may_vote(&poll, door.roles(), now)?;
    let ballot = store::vote(door.app.db.read(), door.actor.guild, poll.id, &voter).await?;
    Ok((poll, ballot))
}

/// The poll of a button.
async fn find(door: &Door, id: PollId) -> Result<Poll> {
    let mut db = door.app.db.read().acquire().await?;
    Ok(store::get(&mut db, door.actor.guild, id).await?.ok_or_else(outdated)?)
}

/// The results so far, if this person may see them.
pub async fn visible(door: &Door, poll: &Poll, ballot: &[u8]) -> Result<Option<Tally>> {
    if vote::may_see(poll, vote::is_complete(poll.plan.pick, ballot)).is_err() {
        return Ok(None);
    }
    let mut db = door.app.db.read().acquire().await?;
    Ok(Some(opening::so_far(&mut db, poll).await?))
}
