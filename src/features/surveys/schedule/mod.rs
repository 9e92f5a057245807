//! Surveys that come again by themselves: once a week, a month or a quarter, at the same time on the
//! wall, until somebody stops them. The survey of how gladly people would recommend a server is one of
//! them, and waits until the quiet hours are over.

pub mod jobs;
pub mod press;
pub mod store;
pub mod views;

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::setup;
use crate::features::surveys::{SurveyId, WaveId};
use crate::ids::{ChannelId, GuildId, MemberId};
use crate::jobs::recurrence::Recurrence;
use crate::text::zone::Zone;

use super::Problem;
use super::rules::every::Every;

/// A survey that comes again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    pub guild: GuildId,
    pub survey: SurveyId,
    pub every: Every,
    /// On which days and at what time, and until when.
    pub recurrence: Recurrence,
    pub channel: ChannelId,
    /// For how long each wave is open.
    pub open: Duration,
    /// It waits until the quiet hours are over.
    pub quiet: bool,
    /// When it comes next.
    pub next: Timestamp,
    /// The wave that is being sent at this moment.
    pub wave: Option<WaveId>,
    pub set_by: Option<MemberId>,
}

impl Schedule {
    /// The next times it comes, the first one first; quiet hours are counted in.
    pub fn coming(&self, zone: &Zone, quiet: setup::Quiet) -> Vec<Timestamp> {
        let then = self.recurrence.occurrences(self.next, zone).map(|next| next.at);
        let times = std::iter::once(self.next).chain(then).take(3);
        times.map(|at| if self.quiet { quiet.after(at, zone) } else { at }).collect()
    }
}

impl Every {
    /// How long a wave may be open, so that the next one finds it closed.
    pub const fn longest(self) -> Duration {
        match self {
            Self::Week => Duration::from_secs(7 * DAY),
            Self::Month => Duration::from_secs(28 * DAY),
            Self::Quarter => Duration::from_secs(60 * DAY),
        }
    }
}

const DAY: u64 = 86_400;

/// What was to come at the very end of a schedule comes so much later at most.
const LATEST: Duration = Duration::from_secs(7 * DAY);

/// Whether a wave may be open for so long.
///
/// # Errors
/// Told, for how long it may.
pub fn check_open(every: Every, open: Duration) -> Result<(), Problem> {
    let most = every.longest();
    if open <= most && open >= Duration::from_secs(3_600) { Ok(()) } else { Err(Problem::OpenFor(most)) }
}

/// The zone that times are typed in, and the quiet hours.
pub async fn calendar(app: &App, guild: GuildId) -> Result<(Zone, setup::Quiet)> {
    let server = setup::server(app.db.read(), guild).await?;
    Ok((server.zone.clone(), server.quiet_hours()))
}

/// Writes when a survey comes again, in the place of what held before, with the job that sends it.
pub async fn set(tx: &mut SqliteConnection, schedule: &Schedule, now: Timestamp) -> Result<()> {
    store::upsert(&mut *tx, schedule, now).await?;
    crate::jobs::schedule(tx, schedule.guild, &jobs::COME, schedule.survey.0, schedule.next).await
}

/// A survey does not come again. False if it did not anyway.
pub async fn stop(tx: &mut SqliteConnection, guild: GuildId, survey: SurveyId) -> Result<bool> {
    crate::jobs::cancel(&mut *tx, guild, &jobs::COME, survey.0).await?;
    store::delete(tx, guild, survey).await
}
