//! What Discord tells of sessions, and what becomes of people.

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::outbox::{OrderEnded, Outcome};
use crate::error::Result;
use crate::feature::PersonChange;
use crate::ids::GuildId;

use super::SessionId;
use super::asking::secret;
use super::opening::{THREAD, thread_made};
use super::store::{questions, sessions};

/// An order of the feature has ended.
pub async fn order_ended(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    if order.part != THREAD {
        return Ok(());
    }
    let thread = if let Outcome::Made(thread) = order.outcome { Some(thread) } else { None };
    thread_made(tx, order.guild, SessionId(order.about), thread, now).await
}

/// A server is gone: nobody is to find out what was sealed there. Somebody is forgotten: what they asked under seal
/// goes too, which no column names.
pub async fn person_changed(app: &App, guild: GuildId, change: PersonChange) -> Result<()> {
    for id in sessions::sealed(app.db.read(), guild).await? {
        let member = match change {
            PersonChange::Forgotten(member) => member,
            PersonChange::Gone => {
                secret(id).destroy(app)?;
                continue;
            }
            PersonChange::Decided(_) => return Ok(()),
        };
        let Some(asker) = secret(id).identity(app, member)? else { continue };
        let gone = app.db.write(async move |tx: &mut SqliteConnection| {
            questions::delete_of_asker(tx, guild, id, &asker).await.map(drop)
        });
        gone.await?;
    }
    Ok(())
}
