//! Servers that come and go: what is kept of one that has removed Steward goes after a time of grace.

use std::collections::HashSet;
use std::sync::Arc;

use serenity::all::Event;

use crate::app::App;
use crate::error::Result;
use crate::features::setup;
use crate::ids::GuildId;

use super::{jobs, store};

/// Begins and ends the time of grace.
pub async fn event(app: &Arc<App>, event: &Event) -> Result<()> {
    let now = app.clock.now();
    match event {
        Event::GuildCreate(event) => {
            let guild = event.guild.id.into();
            app.db.write(async move |tx| jobs::end_grace(tx, guild).await).await
        }
        // `unavailable` is an outage of Discord's, not a goodbye.
        Event::GuildDelete(event) if !event.guild.unavailable => {
            let guild = event.guild.id.into();
            app.db
                .write(async move |tx| {
                    setup::store::set_left(&mut *tx, guild, now).await?;
                    jobs::begin_grace(tx, guild, now).await
                })
                .await
        }
        // Servers in an outage are in the list too: one that is missing has removed Steward meanwhile, and
        // one that was gone and is in it has come back.
        Event::Ready(event) => {
            let listed: HashSet<GuildId> = event.ready.guilds.iter().map(|guild| guild.id.into()).collect();
            let known = store::here(app.db.read()).await?;
            let gone: Vec<GuildId> = known.into_iter().filter(|guild| !listed.contains(guild)).collect();
            let back = store::gone(app.db.read()).await?.into_iter().filter(|guild| listed.contains(guild));
            let back: Vec<GuildId> = back.collect();
            if gone.is_empty() && back.is_empty() {
                return Ok(());
            }
            app.db
                .write(async move |tx| {
                    for guild in back {
                        jobs::end_grace(&mut *tx, guild).await?;
                    }
                    for guild in gone {
                        setup::store::set_left(&mut *tx, guild, now).await?;
                        jobs::begin_grace(&mut *tx, guild, now).await?;
                    }
                    Ok(())
                })
                .await
        }
        _ => Ok(()),
    }
}
