//! What happens later: contests close. Decided by what is stored, so it may run twice.

use std::sync::Arc;

use crate::app::App;
use crate::error::Result;
use crate::jobs::{Job, Outcome};

use super::{ContestId, closing};

/// Closes a contest at its time.
pub async fn close(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    let (guild, id, now) = (job.guild, ContestId(job.row), app.clock.now());
    app.db.write(async move |tx| closing::close_in_time(tx, guild, id, now).await).await?;
    Ok(Outcome::Done)
}
