//! What has come out of a poll so far.

use sqlx::SqliteConnection;

use crate::error::Result;

use super::rules::tally::tally;
use super::{Poll, Results, Tally, store};

/// What has come out of a poll by now; where it is hidden only how many have voted.
pub async fn current_tally(db: &mut SqliteConnection, poll: &Poll) -> Result<Tally> {
    let (guild, plan) = (poll.plan.guild, &poll.plan);
    if let Some(tally) = &poll.tally {
        return Ok(tally.clone());
    }
    let none = tally(plan.kind, plan.options.len(), plan.pick, &[], 0);
    if plan.results == Results::AfterClose {
        return Ok(Tally { voters: store::count(db, guild, poll.id).await?, ..none });
    }
    let ballots = store::ballots(db, guild, poll.id).await?;
    // What is equal in every round is drawn at the close only; until then chance has the same say.
    Ok(tally(plan.kind, plan.options.len(), plan.pick, &ballots, 0))
}
