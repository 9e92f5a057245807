//! The copy of every night. After a downtime there is one, not one for each night missed; where one
//! cannot be made the older ones stay, and health says why until one is.

use std::sync::{Arc, PoisonError};

use tracing::{error, info};

use crate::app::App;
use crate::clock::Timestamp;
use crate::db::copy::Existing;
use crate::error::Result;
use crate::feature::BoxFuture;
use crate::ids::GuildId;
use crate::jobs;
use crate::jobs::{Job, Kind, Outcome};

use super::{folder, rules};

/// The copy that comes next. It is for no server.
pub const DAILY: Kind = Kind { name: "copies.daily", urgent: false, run };
const NO_GUILD: GuildId = GuildId(0);

/// Plans the first copy.
pub async fn open(app: &App) -> Result<()> {
    if jobs::due(app.db.read(), NO_GUILD, &DAILY, 0).await?.is_none() {
        let next = rules::next(app.clock.now());
        app.db.write(async move |tx| jobs::schedule(tx, NO_GUILD, &DAILY, 0, next).await).await?;
    }
    Ok(())
}

fn run<'a>(app: &'a Arc<App>, _: &'a Job) -> BoxFuture<'a, Result<Outcome>> {
    Box::pin(daily(app))
}

async fn daily(app: &Arc<App>) -> Result<Outcome> {
    let now = app.clock.now();
    let made = make(app, now).await;
    let was = std::mem::replace(
        &mut *app.health.copies.lock().unwrap_or_else(PoisonError::into_inner),
        made.as_ref().err().cloned(),
    );
    if let Err(why) = made {
        if was.is_none() {
            error!(why, "there is no copy of the database of this night; it is tried again, and older copies stay");
        }
        return Ok(Outcome::Retry(why));
    }
    let next = rules::next(now);
    app.db.write(async move |tx| jobs::schedule(tx, NO_GUILD, &DAILY, 0, next).await).await?;
    Ok(Outcome::Done)
}

/// Looks through the database, copies it, and lets old copies go; why not, for the log.
async fn make(app: &App, now: Timestamp) -> Result<(), String> {
    let database = app.db.path();
    let folder = super::folder_of(database, &app.config.copies);
    let name = database.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // Damage goes on into a copy, and the last good one must not be the next to go.
    match app.db.check().await {
        Ok(None) => {}
        Ok(Some(damage)) => return Err(format!("the database is damaged: {damage}")),
        Err(error) => return Err(format!("the database cannot be read: {error}")),
    }
    let in_folder = |error: std::io::Error| format!("the folder {}: {error}", folder.display());
    folder::make(&folder).and_then(|()| folder::clear(&folder, database)).map_err(in_folder)?;
    let copy = folder.join(rules::name(&name, now));
    app.db.copy(&copy, Existing::Replaced).await.map_err(|error| error.what())?;
    info!(copy = %copy.display(), "the database was copied");
    match folder::prune(&folder, database, now) {
        Ok(0) => {}
        Ok(removed) => info!(removed, "copies that are two weeks old were removed"),
        Err(error) => error!(%error, "copies that are two weeks old cannot be removed"),
    }
    Ok(())
}
