//! What happens later: polls open, close, and their cards follow the votes. Each decides by the state
//! of its poll, so it may run twice.

use std::sync::Arc;

use crate::app::App;
use crate::error::Result;
use crate::features::polls::PollId;
use crate::jobs::{Job, Kind, Outcome};

use super::{close, open};

/// Opens a poll at its time.
pub const OPEN: Kind = Kind { name: "polls.open", urgent: false, run: |app, job| Box::pin(open(app, job)) };
/// Closes it at its time, and sees to it that what was secret cannot be found out any more.
pub const CLOSE: Kind = Kind { name: "polls.close", urgent: false, run: |app, job| Box::pin(close(app, job)) };
/// Tells its card anew after votes.
pub const REFRESH: Kind = Kind { name: "polls.refresh", urgent: false, run: |app, job| Box::pin(refresh(app, job)) };

async fn open(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    open::open(app, job.guild, PollId(job.row)).await?;
    Ok(Outcome::Done)
}

async fn close(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    close::close_in_time(app, job.guild, PollId(job.row)).await
}

async fn refresh(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    let (guild, id, now) = (job.guild, PollId(job.row), app.clock.now());
    app.db.write_later(async move |tx| open::refresh(tx, guild, id, now).await).await?;
    Ok(Outcome::Done)
}
