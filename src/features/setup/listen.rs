//! Servers that Steward is added to or removed from, and what they call themselves.

use std::sync::Arc;

use serenity::all::Event;

use crate::app::App;
use crate::error::Result;
use crate::i18n::Locale;

use super::{staff, store};

/// Notes what an event says about a server.
pub async fn event(app: &Arc<App>, event: &Event) -> Result<()> {
    let now = app.clock.now();
    match event {
        Event::GuildCreate(event) => {
            let (id, name) = (event.guild.id.into(), event.guild.name.clone());
            let locale = Locale::from_discord(&event.guild.preferred_locale).unwrap_or_default();
            app.db.write(async move |tx| store::insert(tx, id, &name, locale, now).await).await?;
            // Whatever became of its settings while Steward was not there.
            staff::read(app, id).await
        }
        Event::GuildUpdate(event) => {
            let (id, name) = (event.guild.id.into(), event.guild.name.clone());
            let locale = Locale::from_discord(&event.guild.preferred_locale).unwrap_or_default();
            app.db.write(async move |tx| store::set_names(tx, id, &name, locale).await).await
        }
        // `unavailable` is an outage of Discord's, not a goodbye.
        Event::GuildDelete(event) if !event.guild.unavailable => {
            let id = event.guild.id.into();
            app.db.write(async move |tx| store::set_left(tx, id, now).await).await
        }
        _ => Ok(()),
    }
}
