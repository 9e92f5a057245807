//! What came of an event is counted once, when it is over.

use std::collections::BTreeSet;
use std::time::Duration;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::events::store::signups;
use crate::features::events::{Occurrence, SignupState};
use crate::ids::MemberId;

use super::rules::{Attendance, Span, attendance, present};
use super::store::came::Outcome;
use super::store::{came, checkins, presence};

/// Counts who came to an occurrence that has just ended, in the transaction that ends it. Nothing is counted where
/// nobody could know: without a voice channel and without check-in.
pub async fn count(tx: &mut SqliteConnection, occurrence: &Occurrence, now: Timestamp) -> Result<()> {
    let (guild, id) = (occurrence.guild, occurrence.id);
    presence::set_all_left(&mut *tx, guild, id, occurrence.ends.min(now)).await?;
    if !is_known(&mut *tx, occurrence).await? {
        return Ok(());
    }
    let (there, outcome) = so_far(&mut *tx, occurrence).await?;
    let figures = Outcome {
        came: number(outcome.came.len()),
        first_timers: number(outcome.first_timers.len()),
        no_shows: number(outcome.no_shows.len()),
    };
    if !came::insert_outcome(&mut *tx, guild, id, figures, now).await? {
        return Ok(());
    }
    for member in &outcome.came {
        let minutes = there.iter().find(|(one, _)| one == member).map(|(_, there)| number(there.as_secs() / 60));
        came::insert(&mut *tx, guild, id, *member, minutes).await?;
    }
    Ok(())
}

/// Whether anybody can know who came to it.
pub async fn is_known(db: &mut SqliteConnection, occurrence: &Occurrence) -> Result<bool> {
    let has_room = occurrence.details.place.channel().is_some();
    Ok(has_room || checkins::door(db, occurrence.guild, occurrence.id).await?.is_some())
}

/// Who came to an occurrence by what is known now, with how long each was there.
pub async fn so_far(
    db: &mut SqliteConnection,
    occurrence: &Occurrence,
) -> Result<(Vec<(MemberId, Duration)>, Attendance)> {
    let (guild, id) = (occurrence.guild, occurrence.id);
    let span = Span { from: occurrence.starts, to: occurrence.ends };
    let there = present(&presence::list(&mut *db, guild, id).await?, span);
    let checked_in = checkins::list(&mut *db, guild, id).await?;
    let signups = signups::list(&mut *db, guild, id).await?;
    let going: BTreeSet<MemberId> =
        signups.iter().filter(|signup| signup.state == SignupState::Going).map(|signup| signup.member).collect();
    let before = came::before(&mut *db, guild, id).await?;
    let outcome = attendance(&there, &checked_in, &going, &before, span.length());
    Ok((there.into_iter().collect(), outcome))
}

fn number(count: impl TryInto<i64>) -> i64 {
    count.try_into().unwrap_or(i64::MAX)
}
