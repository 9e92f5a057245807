//! `/purge` and `/slowmode`, for moderators: what is done to a channel instead of a person.

use std::time::Duration;

use serde_json::Value;
use serenity::all as serenity;
use serenity::{Permissions, Route};

use crate::discord::access::audit;
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::{channels, outcome, parties};
use crate::discord::outbox::{self, Effect, Order};
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::{Context, draft};
use crate::features::moderation::record::FEATURE;
use crate::features::moderation::rules::purge::Wanted;
use crate::features::moderation::rules::slowmode::interval;
use crate::features::moderation::views::{purge as view, slowmode as waits};
use crate::features::moderation::{PurgeDraft, PurgeSpec, actions, purges};
use crate::ids::ChannelId;

/// So long a slowmode that Discord has not taken is still what somebody wants.
const OF_USE: Duration = Duration::from_secs(3_600);

/// Delete the latest messages of a channel; you see which before anything is deleted
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn purge(
    ctx: Context<'_>,
    #[description = "How many messages, at most 14 days old"]
    #[min = 1]
    #[max = 500]
    count: i64,
    #[description = "Only what this person wrote"] member: Option<serenity::User>,
    #[description = "Only messages with a link"] contains_link: Option<bool>,
    #[description = "Where (here)"]
    #[channel_types("Text", "News", "Voice", "Stage", "NewsThread", "PublicThread", "PrivateThread")]
    channel: Option<serenity::PartialChannel>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let channel: ChannelId = channel.map_or(interaction.channel, |channel| channel.id.into());

    parties::require(&interaction, actions::PURGE)?;
    purges::may_purge(&interaction, channel).await?;
    let member = member.map(|member| member.id.into());
    let wanted = Wanted {
        count: usize::try_from(count).unwrap_or_default(),
        member,
        links: contains_link.unwrap_or_default(),
        now,
    };
    let chosen = purges::find(&interaction, channel, &wanted).await?;
    let people = i64::try_from(chosen.authors.len()).unwrap_or(i64::MAX);
    let spec = PurgeSpec { chosen, people, asked: count, member };
    let draft = PurgeDraft { channel, ..PurgeDraft::new(&interaction, spec, now) };
    if draft.spec.chosen.messages.is_empty() {
        return Err(view::nothing(&draft).into());
    }

    let draft = draft::keep(&interaction, draft, Vec::new()).await?;

    interaction.reply_ephemeral(&view::preview(interaction.actor.locale, &draft)).await
}

/// Set how long people wait between two messages in a channel
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn slowmode(
    ctx: Context<'_>,
    #[description = "How long: 10s, 5 min, 2h; at most 6 hours; or off"]
    #[max_length = 60]
    interval: String,
    #[description = "Where (here)"]
    #[channel_types("Text", "Voice", "Stage", "Forum", "PublicThread", "PrivateThread")]
    channel: Option<serenity::PartialChannel>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, actor, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let channel: ChannelId = channel.map_or(interaction.channel, |channel| channel.id.into());

    parties::require(&interaction, actions::SLOWMODE)?;
    let seconds = self::interval(&interval)?;
    if !channels::sees(&interaction, channel).await {
        return Err(Message::new("channel-unseen").into());
    }
    channels::steward_needs(&interaction, channel, Permissions::VIEW_CHANNEL).await?;
    let found = asked(&interaction, channel).await?;
    let is_thread = found["thread_metadata"].is_object();
    let needs = if is_thread { Permissions::MANAGE_THREADS } else { Permissions::MANAGE_CHANNELS };
    channels::steward_needs(&interaction, channel, needs).await?;
    let before = found["rate_limit_per_user"].as_u64().unwrap_or_default();
    if before == seconds {
        return Err(waits::same(channel, seconds).into());
    }

    let ordered = interaction.app.db.write(async move |tx| {
        let reason = format!("/slowmode by {actor}");
        let effect = Effect::SetSlowmode { channel, seconds, reason };
        let order = Order::new(guild, FEATURE, "slowmode", channel.get(), effect).expires(now.plus(OF_USE));
        let entry = audit::Entry::new(guild, actor, "channel.slowmode", format!("channel {channel}"));
        audit::record(&mut *tx, &entry.change(format!("{before} s"), format!("{seconds} s")), now).await?;
        outbox::insert(tx, &order, now).await
    });
    let order = ordered.await?;

    let state = outcome::wait_for_order(&interaction, Some(order)).await?;
    let text = waits::result(channel, before, seconds, state);
    interaction.reply_ephemeral(&View::text(interaction.say(&text))).await
}

/// A channel as Discord tells it now.
async fn asked(interaction: &Interaction, channel: ChannelId) -> Result<Value> {
    let asking = interaction.app.discord.rest.get(Route::Channel { channel_id: channel.into() });
    match interaction.in_time(asking).await {
        Some(Ok(found)) => Ok(found),
        _ => Err(Message::new("purge-unanswered").with("channel", channel).into()),
    }
}
