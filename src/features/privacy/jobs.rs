//! What happens by itself: every night what has had its time goes, thirty days after its end so does
//! everything of a server that Steward was removed from, and the files of the database are cleaned of
//! what was deleted.

use std::sync::Arc;
use std::time::Duration;

use sqlx::SqliteConnection;
use tracing::info;

use crate::app::App;
use crate::clock::Timestamp;
use crate::db::{Scrubbed, expiry};
use crate::discord::access::people;
use crate::error::{Error, Result};
use crate::feature::{BoxFuture, PersonChange};
use crate::ids::GuildId;
use crate::jobs::recurrence::next_daily;
use crate::jobs::{self, Job, Kind, Outcome};
use crate::text::zone::TimeOfDay;

use super::store;

/// Everything that has had its time; one job for all servers.
pub const RETAIN: Kind = Kind { name: "privacy.retain", urgent: false, run: run_retain };
/// A server that Steward is no longer in; the row is the server, since the server's own jobs go too.
pub const REMOVE: Kind = Kind { name: "privacy.remove", urgent: false, run: run_remove };
/// What was deleted goes out of the files.
pub const SCRUB: Kind = Kind { name: "privacy.scrub", urgent: false, run: scrub };

/// The server of jobs that are for none.
const NO_SERVER: GuildId = GuildId(0);
/// When the nightly job runs, in UTC: a quiet hour, and none at which everything runs.
const AT_NIGHT: TimeOfDay = TimeOfDay { hour: 3, minute: 17 };
/// So long a server that has removed Steward can bring it back and finds everything as it was.
pub const GRACE: Duration = Duration::from_hours(24 * 30);
/// So many rows at once: whoever waits for the database waits for no more than these.
const PIECE: i64 = 500;

/// Plans the nightly job, if it is not planned already, and what an earlier process left undone.
pub async fn plan(tx: &mut SqliteConnection, now: Timestamp) -> Result<()> {
    if jobs::due(&mut *tx, NO_SERVER, &RETAIN, 0).await?.is_none() {
        jobs::schedule(&mut *tx, NO_SERVER, &RETAIN, 0, next_daily(AT_NIGHT, now)).await?;
    }
    // Whoever was to clean the files is gone.
    if jobs::due(&mut *tx, NO_SERVER, &SCRUB, SOON).await?.is_some() {
        jobs::schedule(tx, NO_SERVER, &SCRUB, SOON, now).await?;
    }
    Ok(())
}

/// Rows of [`SCRUB`]: as soon as nothing is in the way, and in a quiet hour what takes longer.
const SOON: i64 = 0;
const QUIET_HOUR: i64 = 1;
/// Only the log: the rows are overwritten where they stood.
const LOG: i64 = 2;
/// Whoever deletes cleans the files too; the job is for what keeps them from it.
const OTHERWISE: Duration = Duration::from_secs(60);

/// The files are cleaned of what this transaction deletes.
pub async fn scrub_soon(tx: &mut SqliteConnection, now: Timestamp) -> Result<()> {
    jobs::schedule(tx, NO_SERVER, &SCRUB, SOON, now.plus(OTHERWISE)).await
}

fn scrub<'a>(app: &'a Arc<App>, job: &'a Job) -> BoxFuture<'a, Result<Outcome>> {
    Box::pin(async move {
        let done = match job.row {
            LOG => app.db.empty_log().await?,
            row => app.db.scrub(row == QUIET_HOUR).await?,
        };
        match done {
            Scrubbed::Clean => Ok(Outcome::Done),
            Scrubbed::InTheWay if job.row == LOG => Ok(Outcome::Retry("somebody reads".to_owned())),
            Scrubbed::InTheWay => {
                let now = app.clock.now();
                app.db.write(async move |tx| jobs::schedule(tx, NO_SERVER, &SCRUB, LOG, now).await).await?;
                Ok(Outcome::Done)
            }
            Scrubbed::Large => {
                let tonight = next_daily(AT_NIGHT, app.clock.now());
                app.db.write(async move |tx| jobs::schedule(tx, NO_SERVER, &SCRUB, QUIET_HOUR, tonight).await).await?;
                Ok(Outcome::Done)
            }
        }
    })
}

fn run_retain<'a>(app: &'a Arc<App>, _: &'a Job) -> BoxFuture<'a, Result<Outcome>> {
    Box::pin(retain(app))
}

fn run_remove<'a>(app: &'a Arc<App>, job: &'a Job) -> BoxFuture<'a, Result<Outcome>> {
    Box::pin(remove(app, job))
}

async fn retain(app: &Arc<App>) -> Result<Outcome> {
    let now = app.clock.now();
    app.db.write(async move |tx| store::set_retained(tx, now).await).await?;
    let mut gone = 0;
    for &table in &app.tables {
        for rule in table.kept {
            loop {
                let done = app.db.write_later(async move |tx| expiry::expire(tx, &table, rule, now, PIECE).await);
                match done.await? {
                    0 => break,
                    done => gone += done,
                }
            }
        }
    }
    if gone > 0 {
        info!(rows = gone, "what has had its time is gone");
    }
    app.db
        .write(async move |tx| {
            if gone > 0 {
                jobs::schedule(&mut *tx, NO_SERVER, &SCRUB, LOG, now).await?;
            }
            jobs::schedule(tx, NO_SERVER, &RETAIN, 0, next_daily(AT_NIGHT, now)).await
        })
        .await?;
    Ok(Outcome::Done)
}

/// Steward was removed from a server: its time of grace begins.
pub async fn begin_grace(tx: &mut SqliteConnection, guild: GuildId, now: Timestamp) -> Result<()> {
    store::set_gone(&mut *tx, guild, now).await?;
    jobs::schedule(tx, NO_SERVER, &REMOVE, guild.get(), now.plus(GRACE)).await
}

/// Steward is in a server, for the first time or again.
pub async fn end_grace(tx: &mut SqliteConnection, guild: GuildId) -> Result<()> {
    store::set_here(&mut *tx, guild).await?;
    jobs::cancel(tx, NO_SERVER, &REMOVE, guild.get()).await
}

/// Piece by piece, so that it goes on where it was when it was interrupted. Tables that others refer to
/// come last, and the server itself at the very end.
async fn remove(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    let (guild, now) = (GuildId(job.row), app.clock.now());
    // Nothing else can say so for certain: it may have come back while nobody listened.
    match people::steward_is_in(app, guild).await {
        Ok(false) => {}
        Ok(true) => {
            app.db.write(async move |tx| end_grace(tx, guild).await).await?;
            return Ok(Outcome::Done);
        }
        Err(Error::Told(_)) => return Ok(Outcome::Retry("Discord does not say whether Steward is there".to_owned())),
        Err(fault) => return Err(fault),
    }
    app.person_changed(guild, PersonChange::Gone).await?;
    for &table in app.tables.iter().rev() {
        loop {
            let piece = async move |tx: &mut SqliteConnection| {
                // It may have come back while this was under way: then what is left stays.
                if store::is_here(&mut *tx, guild).await? {
                    return Ok(None);
                }
                expiry::remove(tx, &table, guild, PIECE).await.map(Some)
            };
            match app.db.write_later(piece).await? {
                None => return Ok(Outcome::Done),
                Some(0) => break,
                Some(_) => {}
            }
        }
    }
    app.consent.drop_guild(guild);
    info!(guild.id = %guild, "everything of a server that was left is gone");
    app.db.write(async move |tx| scrub_soon(tx, now).await).await?;
    Ok(Outcome::Done)
}
