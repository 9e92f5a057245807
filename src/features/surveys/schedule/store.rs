//! SQL of surveys that come again.

use std::time::Duration;

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::{Error, Result};
use crate::features::surveys::rules::every::Every;
use crate::features::surveys::{SurveyId, WaveId};
use crate::ids::{ChannelId, GuildId, MemberId};
use crate::jobs::recurrence::Recurrence;
use crate::text::zone::TimeOfDay;

use super::Schedule;

/// Whole schedules, once for all queries that read them. What follows the `WHERE` comes as a literal,
/// with its arguments.
macro_rules! schedules {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT guild_id AS "guild: GuildId", survey_id AS "survey: SurveyId", every, day, hour, minute,
                      until AS "until: Timestamp", channel_id AS "channel: ChannelId", open_s,
                      quiet AS "quiet: bool", next AS "next: Timestamp", wave_id AS "wave: WaveId",
                      set_by AS "set_by: MemberId"
               FROM survey_schedules WHERE "# + $tail
            $(, $arg)*
        )
    };
}

/// Writes when a survey comes again, in the place of what held before.
pub async fn upsert(tx: &mut SqliteConnection, schedule: &Schedule, now: Timestamp) -> Result<()> {
    let (every, open_s) = (schedule.every.name(), i64::try_from(schedule.open.as_secs()).unwrap_or(i64::MAX));
    let Recurrence { first_day, time, until, .. } = schedule.recurrence;
    sqlx::query!(
        "INSERT INTO survey_schedules
             (survey_id, guild_id, every, day, hour, minute, until, channel_id, open_s, quiet, next, wave_id, set_by, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, NULL, ?12, ?13)
         ON CONFLICT (survey_id) DO UPDATE SET every = ?3, day = ?4, hour = ?5, minute = ?6, until = ?7,
             channel_id = ?8, open_s = ?9, quiet = ?10, next = ?11, wave_id = NULL, set_by = ?12, at = ?13",
        schedule.survey,
        schedule.guild,
        every,
        first_day,
        time.hour,
        time.minute,
        until,
        schedule.channel,
        open_s,
        schedule.quiet,
        schedule.next,
        schedule.set_by,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// When a survey comes again.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, survey: SurveyId) -> Result<Option<Schedule>> {
    let row = schedules!("guild_id = ? AND survey_id = ?", guild, survey).fetch_optional(db).await?;
    row.map(Schedule::try_from).transpose()
}

/// Every survey of a server that comes again.
pub async fn list(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<Schedule>> {
    let rows = schedules!("guild_id = ? ORDER BY next, survey_id", guild).fetch_all(db).await?;
    rows.into_iter().map(Schedule::try_from).collect()
}

/// Which wave is being sent.
pub async fn set_wave(tx: &mut SqliteConnection, schedule: &Schedule, wave: WaveId) -> Result<()> {
    sqlx::query!(
        "UPDATE survey_schedules SET wave_id = ? WHERE guild_id = ? AND survey_id = ?",
        wave,
        schedule.guild,
        schedule.survey
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// When it comes next; no wave is being sent any more. False if somebody has changed it meanwhile.
pub async fn set_next(tx: &mut SqliteConnection, schedule: &Schedule, next: Timestamp) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE survey_schedules SET next = ?, wave_id = NULL WHERE guild_id = ? AND survey_id = ? AND next = ?",
        next,
        schedule.guild,
        schedule.survey,
        schedule.next
    );
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

/// It does not come again. False if it did not anyway.
pub async fn delete(tx: &mut SqliteConnection, guild: GuildId, survey: SurveyId) -> Result<bool> {
    let done = sqlx::query!("DELETE FROM survey_schedules WHERE guild_id = ? AND survey_id = ?", guild, survey);
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

/// It has come for the last time, unless somebody has changed it meanwhile.
pub async fn delete_ended(tx: &mut SqliteConnection, schedule: &Schedule) -> Result<()> {
    sqlx::query!(
        "DELETE FROM survey_schedules WHERE guild_id = ? AND survey_id = ? AND next = ?",
        schedule.guild,
        schedule.survey,
        schedule.next
    )
    .execute(tx)
    .await?;
    Ok(())
}

struct Row {
    guild: GuildId,
    survey: SurveyId,
    every: String,
    day: i64,
    hour: i64,
    minute: i64,
    until: Option<Timestamp>,
    channel: ChannelId,
    open_s: i64,
    quiet: bool,
    next: Timestamp,
    wave: Option<WaveId>,
    set_by: Option<MemberId>,
}

impl TryFrom<Row> for Schedule {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let Row { guild, survey, day, until, channel, quiet, next, wave, set_by, .. } = row;
        let every = Every::named(&row.every).ok_or_else(|| Error::fault(format!("an unknown rhythm {}", row.every)))?;
        let recurrence = every.recurrence(day, TimeOfDay::clamped(row.hour, row.minute)).until(until);
        let open = Duration::from_secs(u64::try_from(row.open_s).unwrap_or(0));
        Ok(Self { guild, survey, every, recurrence, channel, open, quiet, next, wave, set_by })
    }
}
