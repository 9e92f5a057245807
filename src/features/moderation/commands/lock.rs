//! `/lock` and `/unlock`, for moderators: members stop writing in a channel, and write again as before.

use serenity::all as serenity;

use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::{outcome, parties};
use crate::error::Result;
use crate::feature::Context;
use crate::features::moderation::views::lock as views;
use crate::features::moderation::{ChannelLock, LockId, LockState, actions, locks};
use crate::ids::{ChannelId, OutboxId};

use super::warn::words;

/// Stop members from writing in a channel; staff still can
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn lock(
    ctx: Context<'_>,
    #[description = "Which one (here)"]
    #[channel_types("Text", "News", "Voice", "Stage", "Forum", "NewsThread", "PublicThread", "PrivateThread")]
    channel: Option<serenity::PartialChannel>,
    #[description = "Why; only staff see it"]
    #[max_length = 400]
    reason: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let channel: ChannelId = channel.map_or(interaction.channel, |channel| channel.id.into());

    parties::require(&interaction, actions::LOCK)?;
    let found = locks::look(&interaction, channel).await?;
    let keepers = locks::keepers(&interaction.app, interaction.actor.guild)?;
    let new = ChannelLock {
        id: LockId(0),
        guild: interaction.actor.guild,
        channel,
        actor: interaction.actor.member,
        reason: reason.as_deref().and_then(words).unwrap_or_default(),
        overwrites: None,
        state: LockState::Locking,
        why: None,
        unlocked_by: None,
        log: None,
        at: now,
        ended_at: None,
    };

    let locking = interaction.app.db.write(async move |tx| locks::record(tx, new, &found, &keepers, now).await);
    let (lock, order, again) = locking.await?;

    let lock = settled(&interaction, lock.id, order).await?;
    interaction.reply_ephemeral(&views::locked(interaction.actor.locale, &lock, again)).await
}

/// Open a locked channel again, with the permissions from before
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn unlock(
    ctx: Context<'_>,
    #[description = "Which one (here)"]
    #[channel_types("Text", "News", "Voice", "Stage", "Forum", "NewsThread", "PublicThread", "PrivateThread")]
    channel: Option<serenity::PartialChannel>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (by, now) = ((interaction.actor.guild, interaction.actor.member), interaction.app.clock.now());
    let channel: ChannelId = channel.map_or(interaction.channel, |channel| channel.id.into());

    parties::require(&interaction, actions::UNLOCK)?;
    let found = locks::look(&interaction, channel).await?;

    let opening = interaction.app.db.write(async move |tx| locks::open(tx, by, &found, now).await);
    let (lock, order, changed) = opening.await?;

    let lock = settled(&interaction, lock.id, order).await?;
    interaction.reply_ephemeral(&views::unlocked(interaction.actor.locale, &lock, changed)).await
}

/// What is known of a lock when the answer has to be given.
async fn settled(interaction: &Interaction, id: LockId, order: OutboxId) -> Result<ChannelLock> {
    outcome::wait_for_orders(interaction, &[order]).await;
    let mut db = interaction.app.db.read().acquire().await?;
    locks::get(&mut db, interaction.actor.guild, id).await
}
