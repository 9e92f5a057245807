//! The pin on a message that is feedback: everyone sees that the staff has taken it up. It comes with the item, unless
//! the server does not want it, and goes with it.

use serenity::all::Permissions;
use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::channels::{CanPost, steward_holds};
use crate::discord::access::permission;
use crate::discord::interaction::context::Interaction;
use crate::discord::outbox::{self, Effect, Order};
use crate::error::{Message, Result};
use crate::feature::setting::Setting;
use crate::features::setup;
use crate::features::setup::{Server, setting_types};
use crate::ids::{ChannelId, GuildId, MessageId};

use super::NAME;
use super::store::items;

/// Whether messages that are tagged get a pin.
pub const PIN: Setting = setting_types::on("feedback_pin", "setting-feedback_pin");
/// The pin itself.
const EMOJI: &str = "📌";

/// That a message gets no pin because Steward may not put one there; nothing, where it may or none is wanted.
pub async fn missing(interaction: &Interaction, server: &Server, channel: ChannelId) -> Option<Message> {
    const NEEDED: Permissions =
        Permissions::VIEW_CHANNEL.union(Permissions::READ_MESSAGE_HISTORY).union(Permissions::ADD_REACTIONS);
    if server.get(PIN.name) == Some("off") {
        return None;
    }
    match steward_holds(&interaction.app, interaction.actor.guild, channel, NEEDED).await {
        CanPost::Lacks(missing) => {
            let lacks = Message::new("feedback-saved-no-pin").with("channel", channel);
            Some(lacks.with("permission", permission::names(missing)))
        }
        CanPost::Yes | CanPost::Gone | CanPost::Unknown => None,
    }
}

/// A message has become feedback.
pub async fn put(
    tx: &mut SqliteConnection,
    guild: GuildId,
    (channel, message): (ChannelId, MessageId),
    now: Timestamp,
) -> Result<()> {
    if setup::server(&mut *tx, guild).await?.get(PIN.name) == Some("off") {
        return Ok(());
    }
    order(tx, guild, (channel, message), true, now).await
}

/// A message may be feedback no more: without an item it loses its pin, also where the server wants none by now.
pub async fn take_away(
    tx: &mut SqliteConnection,
    guild: GuildId,
    (channel, message): (ChannelId, MessageId),
    now: Timestamp,
) -> Result<()> {
    if items::of_message(&mut *tx, guild, message).await?.is_some() {
        return Ok(());
    }
    order(tx, guild, (channel, message), false, now).await
}

async fn order(
    tx: &mut SqliteConnection,
    guild: GuildId,
    (channel, message): (ChannelId, MessageId),
    on: bool,
    now: Timestamp,
) -> Result<()> {
    let effect = Effect::React { channel, message, emoji: EMOJI.to_owned(), on };
    let order = Order::new(guild, NAME, "pin", message.get(), effect);
    outbox::insert(tx, &order, now).await.map(drop)
}
