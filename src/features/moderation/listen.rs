//! What moderation hears of what happens in a server: what staff do by hand, what
//! AutoMod does, and that a locked channel was deleted.

use std::sync::Arc;

use serenity::all::Event;

use crate::app::App;
use crate::error::Result;
use crate::ids::{ChannelId, GuildId};

use super::{automod, by_hand, locks, store};

/// An event of the gateway.
pub async fn event(app: &Arc<App>, event: &Event) -> Result<()> {
    match event {
        Event::ChannelDelete(event) => deleted(app, event.channel.guild_id.into(), vec![event.channel.id.into()]).await,
        Event::ThreadDelete(event) => deleted(app, event.thread.guild_id.into(), vec![event.thread.id.into()]).await,
        Event::AutoModActionExecution(event) => automod::heard(app, &event.execution).await,
        Event::GuildAuditLogEntryCreate(event) => by_hand::heard(app, event.guild_id.into(), &event.entry).await,
        Event::GuildCreate(event) => {
            let guild = GuildId::from(event.guild.id);
            by_hand::arrived(app, guild).await?;
            let locks = store::open_locks(app.db.read(), guild).await?;
            // Deleted while nobody listened.
            let missing = locks.into_iter().map(|lock| lock.channel);
            let missing = missing.filter(|channel| !event.guild.channels.contains_key(&(*channel).into()));
            deleted(app, guild, missing.collect()).await
        }
        _ => Ok(()),
    }
}

/// Channels are no longer there.
async fn deleted(app: &App, guild: GuildId, channels: Vec<ChannelId>) -> Result<()> {
    let now = app.clock.now();
    for channel in channels {
        if store::open_lock(app.db.read(), guild, channel).await?.is_some() {
            app.db.write(async move |tx| locks::deleted(tx, guild, channel, now).await).await?;
        }
    }
    Ok(())
}
