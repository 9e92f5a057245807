//! What has come out of a poll so far.

use sqlx::SqliteConnection;

use crate::error::Result;

use super::rules::seats::counted;
use super::{Poll, Results, Tally, store};

/// What has come out of a poll by now; where it is hidden only how many have voted.
pub async fn current_tally(db: &mut SqliteConnection, poll: &Poll) -> Result<Tally> {
    let (guild, plan) = (poll.plan.guild, &poll.plan);
    if let Some(tally) = &poll.tally {
        return Ok(tally.clone());
    }
    let later = store::count_later(&mut *db, guild, poll.id).await?;
    if plan.results == Results::AfterClose {
        return Ok(Tally { voters: store::count(db, guild, poll.id).await?, later, ..counted(plan, &[], 0) });
    }
    let ballots = store::ballots(db, guild, poll.id).await?;
    // What is equal in every round is drawn at the close only; until then chance has the same say.
    Ok(Tally { later, ..counted(plan, &ballots, 0) })
}
