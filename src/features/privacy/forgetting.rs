//! Forgetting a person in a server, so that nothing of them is found in the files afterwards and
//! nothing brings it back.
//!
//! The order is: `steward.keys` remembers it, what is held in memory goes, then the rows go in one
//! transaction that notes the forgetting's number, then the files are cleaned. Killed before the rows
//! went, Steward finds at its next start a forgetting that its database does not know, and does it then
//! ([`reapply`]); killed after that, the job that cleans the files is still there.

use std::collections::HashSet;
use std::time::Duration;

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::db::keys::{Erasure, Keys};
use crate::db::people;
use crate::db::{Db, Scrubbed};
use crate::discord::access::user_locale::UserLocales;
use crate::error::{Error, Result};
use crate::feature::PersonChange;
use crate::feature::table::Table;
use crate::ids::{GuildId, MemberId};

use super::{Problem, jobs, store};

/// Somebody waits for the answer, and Discord lets them wait three seconds.
const PATIENCE: Duration = Duration::from_millis(1_200);

/// What came of a forgetting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forgotten {
    /// Nothing is left in the files.
    Everywhere,
    /// The rows are gone; traces of them in the files go in the night at the latest.
    Shortly,
}

/// Forgets a person in a server.
///
/// # Errors
/// Told, if nothing was done, or if it will be done later; fault, if memory could not be emptied.
pub async fn forget(app: &App, guild: GuildId, member: MemberId, now: Timestamp) -> Result<Forgotten> {
    remember(app, guild, member, now)?;
    app.person_changed(guild, PersonChange::Forgotten(member)).await?;
    app.state::<UserLocales>().forget(member);
    let (tables, erasures) = (app.tables.clone(), app.keys.read()?.erasures_of(guild, member).to_vec());
    let write = async move |tx: &mut SqliteConnection| erase(tx, &tables, guild, member, &erasures, now).await;
    match app.db.write(write).await {
        Ok(()) => {}
        Err(Error::Told(why)) => return Err(Problem::NotYet(why).into()),
        Err(fault) => return Err(fault),
    }
    // Whatever keeps it from being done now, the job does it.
    let done = tokio::time::timeout(PATIENCE, app.db.scrub(false)).await;
    Ok(if matches!(done, Ok(Ok(Scrubbed::Clean))) { Forgotten::Everywhere } else { Forgotten::Shortly })
}

/// A forgetting that nobody remembers would last until the next restored copy: then nothing is done.
fn remember(app: &App, guild: GuildId, member: MemberId, now: Timestamp) -> Result<()> {
    match app.keys.remember(guild, member, now) {
        Ok(_) => Ok(()),
        Err(error) => {
            app.report("privacy", &anyhow::anyhow!("{error}"));
            Err(Problem::NotRemembered.into())
        }
    }
}

/// The rows of a person go; the database knows that it has gone through these forgettings.
async fn erase(
    tx: &mut SqliteConnection,
    tables: &[Table],
    guild: GuildId,
    member: MemberId,
    erasures: &[Erasure],
    now: Timestamp,
) -> Result<()> {
    people::forget(&mut *tx, tables, guild, member).await?;
    for erasure in erasures {
        store::insert_erasure(&mut *tx, erasure.number, now).await?;
    }
    jobs::scrub_soon(tx, now).await
}

/// Forgets again whom a restored database has brought back: everyone of whose forgetting it does not
/// know, because it is older, or because Steward was killed in the middle. What people did after a
/// forgetting that it knows stays. Gives back how many people that were.
///
/// For every start, and for `steward restore` once the copy is in its place; nothing else may write at
/// that time.
///
/// # Errors
/// Fault, if `steward.keys` cannot be read or the database does not take it.
pub async fn reapply(db: &Db, keys: &Keys, tables: &[Table], now: Timestamp) -> Result<usize> {
    let remembered = keys.read()?;
    let known: HashSet<i64> = store::erasures(db.read()).await?.into_iter().collect();
    let missing: Vec<i64> = remembered.erasures().map(|one| one.number).filter(|one| !known.contains(one)).collect();
    if missing.is_empty() {
        return Ok(0);
    }
    let mut reading = db.read().acquire().await?;
    let mut people = people::forgettable(&mut reading, tables).await?;
    drop(reading);
    let is_missing = |erasure: &Erasure| !known.contains(&erasure.number);
    people.retain(|(guild, member)| remembered.erasures_of(*guild, *member).iter().any(is_missing));
    let count = people.len();
    for (guild, member) in people {
        let (tables, erasures) = (tables.to_vec(), remembered.erasures_of(guild, member).to_vec());
        db.write(async move |tx| erase(tx, &tables, guild, member, &erasures, now).await).await?;
    }
    // Of the others nothing is there.
    db.write(async move |tx| {
        for number in missing {
            store::insert_erasure(&mut *tx, number, now).await?;
        }
        jobs::scrub_soon(tx, now).await
    })
    .await?;
    db.scrub(false).await?;
    tracing::info!(people = count, "people who were forgotten are forgotten in this database too");
    Ok(count)
}
