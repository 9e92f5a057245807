//! An occurrence with everything that was said to it, as most acts and views need it.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::error::Result;
use crate::ids::{GuildId, MemberId};

use super::store::{events, occurrences, signups};
use super::{Event, Occurrence, OccurrenceId, Problem, Signup};

/// An occurrence with everything that was said to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    pub event: Event,
    pub occurrence: Occurrence,
    /// In the order in which people signed up.
    pub signups: Vec<Signup>,
}

impl Roster {
    /// What somebody said to it.
    pub fn of(&self, member: MemberId) -> Option<&Signup> {
        self.signups.iter().find(|signup| signup.member == member)
    }

    /// How long this occurrence takes.
    pub fn length(&self) -> Duration {
        let millis = self.occurrence.ends.since(self.occurrence.starts);
        Duration::from_millis(u64::try_from(millis).unwrap_or(0))
    }
}

/// Reads it.
///
/// # Errors
/// Told, if there is none any more.
pub async fn get(db: &mut SqliteConnection, guild: GuildId, id: OccurrenceId) -> Result<Roster> {
    let occurrence = occurrences::get(&mut *db, guild, id).await?.ok_or(Problem::Over)?;
    let event = events::get(&mut *db, guild, occurrence.event).await?.ok_or(Problem::Over)?;
    let signups = signups::list(db, guild, id).await?;
    Ok(Roster { event, occurrence, signups })
}
