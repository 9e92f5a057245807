//! What a person chose in a context menu: a message, kept as it reads at that moment.

use serenity::all::{Message, ResolvedTarget};

use crate::app::Context;
use crate::error::{Error, Result};
use crate::ids::{ChannelId, GuildId, MemberId, MessageId};

/// A message as it was when somebody chose it; whatever its author does to it later changes nothing
/// here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    pub id: MessageId,
    pub channel: ChannelId,
    pub author: MemberId,
    /// Written by a bot or a webhook, so that there is nobody to speak to.
    pub bot: bool,
    /// As it was typed, and of a forwarded message what was forwarded; empty where there are only
    /// pictures, files or cards.
    pub text: String,
    /// Where it stands, for staff to open.
    pub link: String,
}

/// The message whose menu this command was chosen from.
///
/// # Errors
/// Fault, if the command was not chosen from the menu of a message in a server.
pub fn chosen_message(ctx: Context<'_>) -> Result<Chosen> {
    let poise::Context::Application(ctx) = ctx else { return Err(Error::fault("prefix commands are off")) };
    let (Some(guild), Some(ResolvedTarget::Message(message))) =
        (ctx.interaction.guild_id, ctx.interaction.data.target())
    else {
        return Err(Error::fault("not chosen from the menu of a message in a server"));
    };
    Ok(Chosen::of(guild.into(), message))
}

impl Chosen {
    fn of(guild: GuildId, message: &Message) -> Self {
        // Discord leaves the server out of a message that comes with an interaction.
        let (id, channel) = (MessageId::from(message.id), ChannelId::from(message.channel_id));
        let forwarded = message.message_snapshots.first().map(|snapshot| &snapshot.content);
        let text = Some(&message.content).filter(|text| !text.is_empty()).or(forwarded);
        Self {
            id,
            channel,
            author: message.author.id.into(),
            bot: message.author.bot || message.webhook_id.is_some(),
            text: text.cloned().unwrap_or_default(),
            link: format!("https://discord.com/channels/{guild}/{channel}/{id}"),
        }
    }
}
