//! Discord's own polls: Discord shows and counts them and tells everyone how they ended. Steward ends
//! them at their time and takes the results over once they are final, for lists, files and the digest.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::outbox;
use crate::discord::outbox::native_poll;
use crate::discord::outbox::native_poll::Reading;
use crate::discord::outbox::{Effect, Order};
use crate::error::Result;
use crate::feature::card;
use crate::jobs;
use crate::jobs::Outcome;

use super::rules::tally::of_counts;
use super::{CARD, CLOSE, NAME, Poll, REMIND, State, Tally, series, store};

/// How long Discord takes to count, before it is asked how a poll ended.
const COUNTING: Duration = Duration::from_secs(10);

/// Ends a poll on Discord; how it ended is looked at after that.
pub async fn end(tx: &mut SqliteConnection, poll: &Poll, now: Timestamp) -> Result<()> {
    let guild = poll.plan.guild;
    if let Some(of) = poll.card.order {
        let order = Order::new(guild, NAME, "end", poll.id.get(), Effect::EndPoll { of });
        outbox::insert(&mut *tx, &order, now).await?;
    }
    jobs::schedule(tx, guild, &CLOSE, poll.id.get(), now.plus(COUNTING)).await
}

/// Takes over what came out, if that is final; ends the poll first, if its time is over.
pub async fn take_over(app: &App, poll: &Poll, now: Timestamp) -> Result<Outcome> {
    if poll.state == State::Closed {
        return Ok(Outcome::Done);
    }
    let mut db = app.db.read().acquire().await?;
    let message = card::message(&mut db, CARD, poll.plan.guild, poll.id.get()).await?;
    drop(db);
    let Some((channel, message)) = message else {
        // It never stood there, so nobody has voted.
        let nothing = poll.card.why.is_some() && now >= poll.plan.closes;
        return if nothing {
            over(app, poll, nobody(poll), now).await
        } else {
            Ok(Outcome::Retry("not posted yet".into()))
        };
    };
    match native_poll::results(app, channel, message).await {
        Reading::Results(results) if results.is_final => {
            // Where Discord does not say how many people voted, there were at least as many as chose one thing.
            let most = results.counts.iter().copied().max().unwrap_or_default();
            over(app, poll, of_counts(results.voters.unwrap_or(most), results.counts), now).await
        }
        // It has ended, and Discord still counts.
        Reading::Results(results) if results.is_over(now) => look_again(app, poll, now.plus(COUNTING)).await,
        Reading::Results(_) if now < poll.plan.closes => look_again(app, poll, poll.plan.closes).await,
        Reading::Results(_) => {
            let ending = poll.clone();
            app.db.write(async move |tx| end(tx, &ending, now).await).await?;
            Ok(Outcome::Done)
        }
        Reading::Hidden => Ok(Outcome::Retry("Steward may not read how the poll stands".into())),
        Reading::Gone => over(app, poll, nobody(poll), now).await,
        Reading::Unknown => Ok(Outcome::Retry("Discord did not say how the poll stands".into())),
    }
}

async fn look_again(app: &App, poll: &Poll, at: Timestamp) -> Result<Outcome> {
    let poll = poll.clone();
    app.db.write(async move |tx| plan_look(tx, &poll, at).await).await?;
    Ok(Outcome::Done)
}

async fn plan_look(tx: &mut SqliteConnection, poll: &Poll, at: Timestamp) -> Result<()> {
    jobs::schedule(tx, poll.plan.guild, &CLOSE, poll.id.get(), at).await
}

fn nobody(poll: &Poll) -> Tally {
    of_counts(0, vec![0; poll.plan.options.len()])
}

async fn over(app: &App, poll: &Poll, tally: Tally, now: Timestamp) -> Result<Outcome> {
    let poll = poll.clone();
    // Discord has told everyone itself.
    let closed = app.db.write(async move |tx: &mut SqliteConnection| {
        let (guild, row) = (poll.plan.guild, poll.id.get());
        if store::set_closed(&mut *tx, guild, poll.id, None, 0, &tally, now).await? {
            jobs::cancel(&mut *tx, guild, &REMIND, row).await?;
            // As it is now: of one that was closed by hand meanwhile the next one is planned already.
            if let Some(poll) = store::get(&mut *tx, guild, poll.id).await? {
                series::publish_next(tx, &poll, now).await?;
            }
        }
        Ok(())
    });
    closed.await?;
    Ok(Outcome::Done)
}
