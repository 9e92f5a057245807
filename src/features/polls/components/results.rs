//! What is pressed on results and lists: *Results* of a card, who voted for what, the pages of a list,
//! and *Post again*.

use sqlx::SqliteConnection;

use super::vote::visible;
use crate::discord::interaction::context::{Door, Press};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::parties;
use crate::error::{Error, Result};
use crate::features::polls::actions;
use crate::features::polls::opening::Calls;
use crate::features::polls::rules::vote;
use crate::features::polls::views::{list, preview, result, voters};
use crate::features::polls::{Ballot, Poll, PollId, State, Voter, drafting, ending, opening, store};

/// *Results*.
pub async fn show(press: Press) -> Result<()> {
    let Press { door, id, .. } = press;
    let poll = find(&door, PollId(id.row)).await?;
    let ballot = own(&door, &poll).await?;

    vote::may_see(&poll, vote::is_complete(poll.plan.pick, &ballot))?;

    let tally = visible(&door, &poll, &ballot).await?.unwrap_or_default();
    door.tell(&result::looked_up(door.actor.locale, &poll, &tally)).await
}

/// Who voted for what; the argument is the page.
pub async fn turn_votes(press: Press) -> Result<()> {
    let Press { door, id, .. } = press;
    let poll = find(&door, PollId(id.row)).await?;
    let ballot = own(&door, &poll).await?;

    vote::may_see(&poll, vote::is_complete(poll.plan.pick, &ballot))?;
    vote::may_see_votes(&poll)?;

    let votes = store::votes(door.app.db.read(), door.actor.guild, poll.id).await?;
    let (page, is_turning) = id.arg.parse().map_or((0, false), |page| (page, true));
    let view = voters::votes(door.actor.locale, &poll, &votes, page);
    if is_turning { door.update(&view).await } else { door.tell(&view).await }
}

/// A page of `/poll list`; the row is the page.
pub async fn turn_list(press: Press) -> Result<()> {
    let Press { door, id, .. } = press;
    parties::may(&door, actions::READ_POLLS)?;

    let mut db = door.app.db.read().acquire().await?;
    let page = store::list(&mut db, door.actor.guild, id.row).await?;
    drop(db);

    door.update(&list::list(door.actor.locale, &page)).await
}

/// *Post again*: of an open poll its card, of a closed one its result, where they do not stand.
pub async fn post_again(press: Press) -> Result<()> {
    let Press { door, id, .. } = press;
    let poll = find(&door, PollId(id.row)).await?;
    let (guild, id, now) = (door.actor.guild, poll.id, door.app.clock.now());

    parties::may(&door, actions::end_poll(poll.plan.author == door.actor.member))?;

    let posted = door.app.db.write(async move |tx: &mut SqliteConnection| {
        let poll = store::get(&mut *tx, guild, id).await?.ok_or_else(outdated)?;
        match poll.state {
            State::Open if poll.card.why.is_some() => {
                let images = store::images(&mut *tx, guild, id).await?;
                opening::post(&mut *tx, &poll, &images, Calls::Nobody, now).await?;
            }
            State::Closed if poll.result.why.is_some() => ending::post(&mut *tx, &poll, now).await?,
            _ => {}
        }
        Ok::<_, Error>(store::get(tx, guild, id).await?.ok_or_else(outdated)?)
    });
    let poll = posted.await?;

    let order = if poll.state == State::Closed { poll.result.order } else { poll.card.order };
    let settled = drafting::is_settled(&door, order).await?;
    let poll = find(&door, id).await?;
    door.update(&preview::posted_again(door.actor.locale, &poll, settled)).await
}

/// What whoever is at the door has voted for; in a secret poll nobody asks.
async fn own(door: &Door, poll: &Poll) -> Result<Vec<u8>> {
    if poll.plan.ballot == Ballot::Secret {
        return Ok(Vec::new());
    }
    store::vote(door.app.db.read(), door.actor.guild, poll.id, &Voter::Named(door.actor.member)).await
}

/// The poll of a button.
async fn find(door: &Door, id: PollId) -> Result<Poll> {
    let mut db = door.app.db.read().acquire().await?;
    Ok(store::get(&mut db, door.actor.guild, id).await?.ok_or_else(outdated)?)
}
