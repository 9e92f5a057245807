//! What happens later: staff are reminded of an appeal that waits, outside of quiet hours; and the person is told of an
//! approved one although what comes with it could not be lifted yet.

use std::sync::Arc;
use std::time::Duration;

use sqlx::SqliteConnection;

use super::cards::{channels, place};
use super::{AppealId, AppealState, NAME, rules, store, telling, views};
use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::error::Result;
use crate::features::setup;
use crate::ids::GuildId;
use crate::jobs::{self, Job, Kind, Outcome};

/// Reminds staff of an appeal.
pub const REMIND: Kind = Kind { name: "appeals.remind", urgent: false, run: |app, job| Box::pin(remind(app, job)) };
/// Tells a person of their approved appeal, where nothing was lifted in time.
pub const TELL: Kind = Kind { name: "appeals.tell", urgent: false, run: |app, job| Box::pin(tell(app, job)) };

/// The order that reminds staff.
const REMINDER: &str = "reminder";
/// So long the word to the person waits for what is lifted.
const LIFTED_BY_THEN: Duration = Duration::from_secs(60);

/// Plans the next reminder of an appeal, if there is one more.
pub async fn schedule_reminder(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: AppealId,
    opened: Timestamp,
    now: Timestamp,
) -> Result<()> {
    let Some(due) = rules::reminder(opened, now) else { return Ok(()) };
    let server = setup::server(&mut *tx, guild).await?;
    jobs::schedule(tx, guild, &REMIND, id.get(), server.quiet_hours().after(due, &server.zone)).await
}

/// The person is told once what comes with the case is lifted, and at the latest a minute from now.
pub async fn tell_once_lifted(tx: &mut SqliteConnection, guild: GuildId, id: AppealId, now: Timestamp) -> Result<()> {
    jobs::schedule(tx, guild, &TELL, id.get(), now.plus(LIFTED_BY_THEN)).await
}

async fn remind(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    let (guild, id, now) = (job.guild, AppealId(job.row), app.clock.now());
    app.db.write(async move |tx| reminded(tx, guild, id, now).await).await?;
    Ok(Outcome::Done)
}

async fn reminded(tx: &mut SqliteConnection, guild: GuildId, id: AppealId, now: Timestamp) -> Result<()> {
    let appeal = store::get(&mut *tx, guild, id).await?.filter(|appeal| appeal.state == AppealState::Open);
    let Some(appeal) = appeal else { return Ok(()) };
    let server = setup::server(&mut *tx, guild).await?;
    // The hours may have been set since, or Steward was away until they began.
    let quiet_until = server.quiet_hours().after(now, &server.zone);
    if quiet_until > now {
        return jobs::schedule(tx, guild, &REMIND, id.get(), quiet_until).await;
    }
    let card = place(&mut *tx, guild, id).await?;
    if let Some(channel) = card.map(|(channel, _)| channel).or(channels(&server).0) {
        let body = views::reminder(server.locale, &appeal, card).json();
        let order = Order::new(guild, NAME, REMINDER, id.get(), Effect::Post { channel, body });
        outbox::insert(&mut *tx, &order, now).await?;
    }
    schedule_reminder(tx, guild, id, appeal.opened, now).await
}

async fn tell(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    let (guild, id, now) = (job.guild, AppealId(job.row), app.clock.now());
    let told = app.db.write(async move |tx| match store::get(&mut *tx, guild, id).await? {
        Some(appeal) if appeal.told.is_none() => telling::tell(tx, &appeal, now).await.map(drop),
        _ => Ok(()),
    });
    told.await?;
    Ok(Outcome::Done)
}
