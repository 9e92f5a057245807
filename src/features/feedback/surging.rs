//! Alerts: a theme surges when many more people than usual are behind it. It is looked for whenever somebody new may be,
//! noted at once, and told to the team when quiet hours are over.

use std::sync::Arc;

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::error::Result;
use crate::feature::card;
use crate::feature::card::Calls;
use crate::features::setup;
use crate::ids::{GuildId, MemberId};
use crate::jobs;
use crate::jobs::{Job, Outcome};

use super::alerts::SURGE;
use super::rules::{People, SNOOZED, surges, warrants_alert};
use super::store::{surges as store, themes};
use super::{ALERT, Problem, SNOOZE, Surge, SurgeId, SurgeState, ThemeId};

/// Looks whether a theme surges, and plans the alert if one is due.
pub async fn look(tx: &mut SqliteConnection, guild: GuildId, theme: ThemeId, now: Timestamp) -> Result<()> {
    if is_closed(&mut *tx, guild, theme).await? {
        return Ok(());
    }
    let people = store::people(&mut *tx, guild, theme, now).await?;
    if !surges(&people) {
        return Ok(());
    }
    let last = store::last(&mut *tx, guild, theme).await?;
    if let Some(last) = &last {
        store::set_seen(&mut *tx, guild, last.id, now).await?;
    }
    if !warrants_alert(people.now, last.as_ref(), now) {
        return Ok(());
    }
    plan(tx, guild, theme, &people, now).await
}

/// Notes an alert, and tells the team when quiet hours are over.
async fn plan(
    tx: &mut SqliteConnection,
    guild: GuildId,
    theme: ThemeId,
    people: &People,
    now: Timestamp,
) -> Result<()> {
    let id = store::insert(&mut *tx, guild, theme, people, now).await?;
    let server = setup::server(&mut *tx, guild).await?;
    let due = server.quiet_hours().after(now, &server.zone);
    jobs::schedule(tx, guild, &ALERT, id.get(), due).await
}

/// Tells the team of a surge, once, unless it has closed the theme since.
pub async fn alert(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    let (guild, id, now) = (job.guild, job.row, app.clock.now());
    let posted = app.db.write(async move |tx: &mut SqliteConnection| {
        let Some(surge) = store::get(&mut *tx, guild, SurgeId(id)).await? else { return Ok(()) };
        let is_posted = card::get(&mut *tx, SURGE.name, guild, id).await?.order.is_some();
        if is_posted || is_closed(&mut *tx, guild, surge.theme).await? {
            return Ok(());
        }
        card::post(tx, &SURGE, guild, id, Calls::Nobody, now).await
    });
    posted.await?;
    Ok(Outcome::Done)
}

/// An alert that was snoozed comes again, if nobody has seen to the theme since.
pub async fn come_again(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    let (guild, id, now) = (job.guild, SurgeId(job.row), app.clock.now());
    let again = app.db.write(async move |tx: &mut SqliteConnection| {
        let Some(surge) = store::get(&mut *tx, guild, id).await? else { return Ok(()) };
        let last = store::last(&mut *tx, guild, surge.theme).await?;
        if is_closed(&mut *tx, guild, surge.theme).await?
            || surge.state != SurgeState::Snoozed
            || last.is_some_and(|last| last.id != id)
        {
            return Ok(());
        }
        let people = store::people(&mut *tx, guild, surge.theme, now).await?;
        plan(tx, guild, surge.theme, &people, now).await
    });
    again.await?;
    Ok(Outcome::Done)
}

async fn is_closed(tx: &mut SqliteConnection, guild: GuildId, theme: ThemeId) -> Result<bool> {
    Ok(themes::get(tx, guild, theme).await?.is_none_or(|theme| theme.status.is_closed()))
}

/// Somebody of the team sees to an alert; the first decides, and handing over is always possible.
///
/// # Errors
/// Told, if it is gone, or somebody else has seen to it.
pub async fn decide(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: SurgeId,
    state: SurgeState,
    by: MemberId,
    now: Timestamp,
) -> Result<Surge> {
    let surge = store::get(&mut *tx, guild, id).await?.ok_or(Problem::NoSurge)?;
    if surge.state != SurgeState::Open && state != SurgeState::HandedOver {
        return Err(Problem::SurgeDecided.into());
    }
    store::set_state(&mut *tx, guild, id, state, by).await?;
    if state == SurgeState::Snoozed {
        jobs::schedule(&mut *tx, guild, &SNOOZE, id.get(), now.plus(SNOOZED)).await?;
    }
    let entry =
        Entry::new(guild, by, "feedback.surge", format!("surge {id}")).change(surge.state.as_str(), state.as_str());
    audit::record(&mut *tx, &entry, now).await?;
    card::edit(tx, &SURGE, guild, id.get(), now).await?;
    Ok(Surge { state, decided_by: Some(by), ..surge })
}
