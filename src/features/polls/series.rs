//! The next poll of a series, which is published when one closes.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::Result;
use crate::feature::draft;
use crate::features::setup;
use crate::jobs;

use super::{DraftSpec, OPEN, Plan, Poll, store};

/// Publishes the poll that follows one that is over, also one that never opened. When it opens; `None` where there is
/// none.
pub async fn publish_next(tx: &mut SqliteConnection, over: &Poll, now: Timestamp) -> Result<Option<Timestamp>> {
    let (guild, plan) = (over.plan.guild, &over.plan);
    let Some(series) = plan.series else { return Ok(None) };
    let zone = setup::server(&mut *tx, guild).await?.zone;
    let opened = plan.starts.or(over.opened).unwrap_or(now);
    let length = u64::try_from(plan.closes.since(opened)).map_or(series.longest(), Duration::from_millis);
    // One that was put off takes no longer the next time than there is room for.
    let length = length.clamp(super::rules::plan::SHORTEST, series.longest());
    let Some(starts) = series.next(opened, length, now, &zone) else { return Ok(None) };
    let next = Plan { starts: Some(starts), closes: starts.plus(length), ..plan.clone() };
    let next = store::insert(&mut *tx, &next, now).await?;
    draft::move_images::<DraftSpec>(&mut *tx, guild, over.id.get(), next.get()).await?;
    jobs::schedule(tx, guild, &OPEN, next.get(), starts).await?;
    Ok(Some(starts))
}
