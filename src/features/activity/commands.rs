//! `/stats`: how the community is doing. Everyone sees figures of the server and of themself; moderators also those of
//! channels, of newcomers and the totals of others. `/activity`, for managers, says what is not counted and reads
//! history.
//!
//! `/stats` leaves nothing behind but a line in the audit where a moderator looks at somebody else's totals: the answer
//! is for the asker alone, until they press *Post here*.

use serenity::all as serenity;

use crate::discord::access::audit;
use crate::discord::access::channels::Viewer;
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::{channels, parties};
use crate::error::Result;
use crate::feature::Context;
use crate::ids::{ChannelId, MemberId};

use super::views::Buttons;
use super::{Period, Problem, actions, report, views};

mod backfill;
mod exclude;

pub use backfill::{cancel as cancel_backfill, refresh as refresh_backfill};
pub use exclude::page as excluded_page;

/// What is counted, and history from before
#[poise::command(slash_command, subcommands("backfill::backfill", "exclude::exclude"), subcommand_required)]
pub async fn activity(_: Context<'_>) -> Result<()> {
    Ok(())
}

/// How the community is doing
#[poise::command(
    slash_command,
    subcommands("server", "member", "channel", "newcomers", "cohorts"),
    subcommand_required
)]
pub async fn stats(_: Context<'_>) -> Result<()> {
    Ok(())
}

/// Figures of this server: who writes, answers, comes and stays
#[poise::command(slash_command, custom_data = "Level::Everyone")]
pub async fn server(
    ctx: Context<'_>,
    #[description = "Which weeks; this week so far if left out"] period: Option<Period>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;

    let report = report::read(&interaction.app, interaction.actor.guild, period.unwrap_or_default()).await?;

    interaction.reply_ephemeral(&views::server(interaction.actor.locale, &report, Buttons::Private)).await
}

/// See your own last 28 days, or as a moderator those of someone else
#[poise::command(slash_command, custom_data = "Level::Everyone")]
pub async fn member(
    ctx: Context<'_>,
    #[description = "Whose; only moderators see others (you)"] member: Option<serenity::User>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, actor, locale) = (interaction.actor.guild, interaction.actor.member, interaction.actor.locale);
    let viewer = Viewer { member: actor, roles: interaction.roles() };
    let Some(other) = member.filter(|member| MemberId::from(member.id) != actor) else {
        let report = report::member::read(&interaction.app, guild, viewer, actor).await?;
        return interaction.reply_ephemeral(&views::member::own(locale, &report, Buttons::Private)).await;
    };

    parties::require(&interaction, actions::READ_STATS)?;
    if other.bot {
        return Err(Problem::OfBot.into());
    }
    let (other, now) = (MemberId::from(other.id), interaction.app.clock.now());
    let entry = audit::Entry::new(guild, actor, "stats.member", "the last 28 days").to(other);
    interaction.app.db.write(async move |tx| audit::record(tx, &entry, now).await).await?;
    let report = report::member::read(&interaction.app, guild, viewer, other).await?;

    interaction.reply_ephemeral(&views::member::totals(locale, &report)).await
}

/// Figures of one channel with its threads
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn channel(
    ctx: Context<'_>,
    #[description = "Which one (here)"]
    #[channel_types("Text", "News", "Voice", "Stage", "Forum", "NewsThread", "PublicThread", "PrivateThread")]
    channel: Option<serenity::PartialChannel>,
    #[description = "Which weeks; this week so far if left out"] period: Option<Period>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let channel: ChannelId = channel.map_or(interaction.channel, |channel| channel.id.into());

    parties::require(&interaction, actions::READ_STATS)?;
    channels::require_seen(&interaction, channel).await?;
    let (guild, period) = (interaction.actor.guild, period.unwrap_or_default());
    let report = report::channel::read(&interaction.app, guild, channel, period).await?;

    interaction.reply_ephemeral(&views::channel::channel(interaction.actor.locale, &report, Buttons::Private)).await
}

/// How newcomers fare, and who needs a person today
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn newcomers(ctx: Context<'_>) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;

    parties::require(&interaction, actions::READ_STATS)?;
    let report = report::newcomers::read(&interaction.app, interaction.actor.guild).await?;

    interaction.reply_ephemeral(&views::newcomers::newcomers(interaction.actor.locale, &report, Buttons::Private)).await
}

/// How many stayed, by the week of their first message
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn cohorts(ctx: Context<'_>) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;

    parties::require(&interaction, actions::READ_STATS)?;
    let report = report::newcomers::cohorts(&interaction.app, interaction.actor.guild).await?;

    interaction.reply_ephemeral(&views::newcomers::cohorts(interaction.actor.locale, &report, Buttons::Private)).await
}
