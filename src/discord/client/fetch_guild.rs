//! What events would have shown, asked of Discord over REST: for a program that looks at the servers
//! without a connection to the gateway.

use serde::de::DeserializeOwned;
use serenity::all::{CurrentUser, GuildChannel, Member, PartialGuild, UserId};
use serenity::http::Route;

use crate::ids::{ApplicationId, GuildId};

use crate::discord::client::directory::Guild;
use crate::discord::client::rest::Refusal;
use crate::discord::client::{Discord, Me};

/// Who the bot is.
///
/// # Errors
/// What Discord has said instead.
pub async fn introduce(discord: &Discord, application: ApplicationId) -> Result<(), Refusal> {
    let me: CurrentUser = ask(discord, Route::UserMe).await?;
    discord.me.send_replace(Some(Me { bot: me.id.into(), application }));
    Ok(())
}

/// A server with its roles and channels, and the roles of the bot in it.
///
/// # Errors
/// What Discord has said instead.
pub async fn server(discord: &Discord, guild: GuildId) -> Result<(), Refusal> {
    let id = guild.into();
    let me = discord.introduced().await.bot;
    let found: PartialGuild = ask(discord, Route::Guild { guild_id: id }).await?;
    let channels: Vec<GuildChannel> = ask(discord, Route::GuildChannels { guild_id: id }).await?;
    let own: Member = ask(discord, Route::GuildMember { guild_id: id, user_id: UserId::from(me) }).await?;
    discord.directory.put(guild, Guild::asked(&found, &channels, &own));
    Ok(())
}

async fn ask<T: DeserializeOwned>(discord: &Discord, route: Route<'_>) -> Result<T, Refusal> {
    let answer = discord.rest.get(route).await?;
    serde_json::from_value(answer).map_err(|error| Refusal::Refused {
        status: 200,
        code: 0,
        message: format!("its answer cannot be read ({error})"),
    })
}
