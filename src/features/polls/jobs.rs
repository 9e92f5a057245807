//! What happens later: polls open and close. Each decides by the state of its poll, so it may run twice.

use std::sync::Arc;

use crate::app::App;
use crate::error::Result;
use crate::features::polls::PollId;
use crate::jobs::{Job, Outcome};

use super::{close, open, remind};

/// Opens a poll at its time.
pub async fn open(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    open::open(app, job.guild, PollId(job.row)).await?;
    Ok(Outcome::Done)
}

/// Reminds people of a poll that closes soon.
pub async fn remind(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    remind::remind(app, job.guild, PollId(job.row)).await?;
    Ok(Outcome::Done)
}

/// Counts who may vote in an open poll, after that was changed.
pub async fn count(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    open::count_again(app, job.guild, PollId(job.row)).await?;
    Ok(Outcome::Done)
}

/// Closes it at its time, and sees to it that what was secret cannot be found out any more.
pub async fn close(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    close::close_in_time(app, job.guild, PollId(job.row)).await
}
