//! Who may notify many people at once: Steward mentions a role or everyone only where whoever asks for it
//! could do it too, and says before how many people that reaches.

use serenity::all::Permissions;

use crate::app::App;
use crate::error::{Message, Result};
use crate::ids::{ChannelId, GuildId, RoleId};

use crate::discord::access::channels::Viewer;
use crate::discord::access::member_count;
use crate::discord::access::permission;
use crate::discord::interaction::context::Interaction;
use crate::discord::ui::ping::Ping;

impl Ping {
    /// What a person wants a message in this channel to call. They have to be permitted to do it there
    /// themself, and so has Steward.
    ///
    /// # Errors
    /// Told, who lacks what.
    pub fn allowed(interaction: &Interaction, channel: ChannelId, role: RoleId) -> Result<Self> {
        let (guild, discord) = (interaction.actor.guild, &interaction.app.discord);
        let ping = Self::kept(guild, role);
        let server = discord.directory.guild(guild).zip(discord.me());
        let (server, me) = server.ok_or_else(|| Message::new("check-unknown"))?;
        if matches!(ping, Self::Role(role) if server.roles.get(&role).is_some_and(|role| role.mentionable)) {
            return Ok(ping);
        }
        // Of the channel that the person is in Discord has said what they may do there.
        let theirs = if channel == interaction.channel {
            interaction.actor.here
        } else {
            server.permissions_in(guild, channel, interaction.actor.member, &interaction.actor.facts.roles)
        };
        if !may(theirs) {
            return Err(ping.refusal("ping-not-yours", "ping-everyone-not-yours", channel).into());
        }
        if !may(server.permissions_in(guild, channel, me.bot, &server.own_roles)) {
            return Err(ping.refusal("ping-not-mine", "ping-everyone-not-mine", channel).into());
        }
        Ok(ping)
    }

    /// Whether a member may make this mention in a channel themself.
    pub fn is_permitted(self, app: &App, guild: GuildId, viewer: Viewer<'_>, channel: ChannelId) -> bool {
        let Some(server) = app.discord.directory.guild(guild) else { return false };
        if matches!(self, Self::Role(role) if server.roles.get(&role).is_some_and(|role| role.mentionable)) {
            return true;
        }
        may(server.permissions_in(guild, channel, viewer.member, viewer.roles))
    }

    fn refusal(self, of_role: &'static str, of_everyone: &'static str, channel: ChannelId) -> Message {
        let message = match self {
            Self::Role(role) => Message::new(of_role).with("role", role),
            Self::Everyone => Message::new(of_everyone),
        };
        message.with("channel", channel).with("permission", permission::names(Permissions::MENTION_EVERYONE))
    }
}

fn may(held: Permissions) -> bool {
    held.intersects(Permissions::MENTION_EVERYONE | Permissions::ADMINISTRATOR)
}

/// How many people it reaches; `None` where Discord does not say while somebody waits for an answer.
pub async fn reach(app: &App, guild: GuildId, ping: Ping) -> Option<u64> {
    member_count::count(app, guild, &[ping.role(guild)], member_count::FOR_AN_ANSWER).await
}
