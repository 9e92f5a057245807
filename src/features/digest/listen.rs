//! Servers that come and go: each gets its weekly digest as long as Steward is there.

use std::sync::Arc;

use serenity::all::Event;

use crate::app::App;
use crate::error::Result;

use super::here::Here;
use super::jobs;

/// Plans a server's digests when it shows up, and no more once Steward was removed.
pub async fn event(app: &Arc<App>, event: &Event) -> Result<()> {
    let now = app.clock.now();
    let here: &Here = app.state();
    match event {
        Event::Ready(_) => {
            here.held().clear();
            Ok(())
        }
        Event::GuildCreate(event) => {
            let guild = event.guild.id.into();
            here.held().insert(guild);
            app.db.write(async move |tx| jobs::arrive(tx, guild, now).await).await
        }
        // `unavailable` is an outage of Discord's, not a goodbye.
        Event::GuildDelete(event) if !event.guild.unavailable => {
            let guild = event.guild.id.into();
            here.held().remove(&guild);
            app.db.write(async move |tx| jobs::leave(tx, guild).await).await
        }
        _ => Ok(()),
    }
}
