//! What happens to surveys later: each wave is closed at its time, also when that was long ago.

use std::sync::Arc;

use crate::app::App;
use crate::error::Result;
use crate::features::surveys::WaveId;
use crate::jobs::{Job, Outcome};

use super::{WaveState, sending, store};

/// Closes a wave, and destroys its key whatever became of it.
pub async fn close(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    let (now, id) = (app.clock.now(), WaveId(job.row));
    let Some(wave) = store::wave(app.db.read(), job.guild, id).await? else {
        sending::secret(id).destroy(app)?;
        return Ok(Outcome::Done);
    };
    match (wave.state, wave.closes_at) {
        // Of a clock that was set back.
        (WaveState::Open, Some(closes)) if now < closes => Ok(Outcome::Retry("not yet".to_owned())),
        (WaveState::Open, _) => {
            sending::close_in_time(app, job.guild, id, now).await?;
            Ok(Outcome::Done)
        }
        (WaveState::Closed, _) => {
            sending::finish(app, job.guild, id, now).await?;
            Ok(Outcome::Done)
        }
        (WaveState::Failed, _) => {
            sending::secret(id).destroy(app)?;
            Ok(Outcome::Done)
        }
    }
}
