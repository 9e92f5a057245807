//! Servers that Steward is added to or removed from, and what they call themselves.

use std::sync::Arc;

use serenity::all::Event;

use crate::app::App;
use crate::error::Result;
use crate::i18n::Locale;
use crate::ids::{ChannelId, GuildId};

use super::store::Shown;
use super::{staff, store};

/// Notes what an event says about a server.
pub async fn event(app: &Arc<App>, event: &Event) -> Result<()> {
    let now = app.clock.now();
    match event {
        Event::GuildCreate(event) => {
            let guild = &event.guild;
            let id = guild.id.into();
            let shown =
                shown(app, id, (guild.name.as_str(), guild.preferred_locale.as_str()), guild.public_updates_channel_id);
            app.db.write(async move |tx| store::insert(tx, id, &shown, now).await).await?;
            // Whatever became of its settings while Steward was not there.
            staff::read(app, id).await
        }
        Event::GuildUpdate(event) => {
            let guild = &event.guild;
            let id = guild.id.into();
            let shown =
                shown(app, id, (guild.name.as_str(), guild.preferred_locale.as_str()), guild.public_updates_channel_id);
            app.db.write(async move |tx| store::set_shown(tx, id, &shown).await).await
        }
        // Perhaps everyone reads its channel for moderators from now on.
        Event::ChannelUpdate(event) => keep_private(app, event.channel.guild_id.into()).await,
        Event::GuildRoleUpdate(event) => keep_private(app, event.role.guild_id.into()).await,
        // `unavailable` is an outage of Discord's, not a goodbye.
        Event::GuildDelete(event) if !event.guild.unavailable => {
            let id = event.guild.id.into();
            app.db.write(async move |tx| store::set_left(tx, id, now).await).await
        }
        _ => Ok(()),
    }
}

/// The channel for moderators counts no more once everyone reads it, until Discord tells of the server again.
async fn keep_private(app: &App, guild: GuildId) -> Result<()> {
    let Some(known) = app.discord.directory.guild(guild) else { return Ok(()) };
    let (shown, _) = store::server(app.db.read(), guild).await?;
    let is_public = |shown: &Shown| shown.moderators.is_some_and(|channel| known.is_public(guild, channel));
    let Some(shown) = shown.map(|(shown, _)| shown).filter(is_public) else { return Ok(()) };
    let shown = Shown { moderators: None, ..shown };
    app.db.write(async move |tx| store::set_shown(tx, guild, &shown).await).await
}

/// What is kept of what Discord says of a server. Its channel for moderators counts only where not everyone reads it.
fn shown(
    app: &App,
    guild: GuildId,
    (name, locale): (&str, &str),
    moderators: Option<serenity::all::ChannelId>,
) -> Shown {
    let is_public = |channel| app.discord.directory.guild(guild).is_some_and(|known| known.is_public(guild, channel));
    let moderators = moderators.map(ChannelId::from).filter(|channel| !is_public(*channel));
    Shown { name: name.to_owned(), locale: Locale::from_discord(locale).unwrap_or_default(), moderators }
}
