//! `/purge` and `/slowmode`, for moderators: what is done to a channel instead of a person.

use serenity::Permissions;
use serenity::all as serenity;

use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::{channels, outcome, parties};
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::{Context, draft};
use crate::features::moderation::rules::purge::Wanted;
use crate::features::moderation::rules::slowmode::interval;
use crate::features::moderation::views::{purge as view, slowmode as waits};
use crate::features::moderation::{PurgeDraft, PurgeSpec, Slowmode, SlowmodeId, actions, locks, purges, slowmodes};
use crate::ids::ChannelId;

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
    let found = locks::fetch_channel(&interaction, channel).await?;
    let is_thread = found["thread_metadata"].is_object();
    let needs = if is_thread { Permissions::MANAGE_THREADS } else { Permissions::MANAGE_CHANNELS };
    channels::steward_needs(&interaction, channel, needs).await?;
    let before = found["rate_limit_per_user"].as_i64().unwrap_or_default();
    if before == seconds {
        return Err(waits::same(channel, seconds).into());
    }
    let id = SlowmodeId(0);
    let new = Slowmode { id, guild, channel, actor, before, seconds, log: None, at: now };
    let text = new.clone();

    let order = interaction.app.db.write(async move |tx| slowmodes::record(tx, &new, now).await).await?;

    let state = outcome::wait_for_order(&interaction, Some(order)).await?;
    interaction.reply_ephemeral(&View::text(interaction.say(&waits::result(&text, state)))).await
}
