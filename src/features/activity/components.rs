//! *Post here* and *What is this?* under the figures, and the pages of what is listed.

use crate::discord::access::channels::Viewer;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::failure::outdated;
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::route::Route;
use crate::ids::ChannelId;

use super::actions::{BACKFILL, READ_STATS, SET_EXCLUDED};
use super::backfill::BackfillId;
use super::views::{Buttons, Subject};
use super::{Period, Problem, commands, report, views};

/// The routes of the feature.
pub const ROUTES: &[Route] = &[
    Route::component("post", |press| Box::pin(post(press))),
    Route::component("post-member", |press| Box::pin(post_member(press))),
    Route::component("post-channel", |press| Box::pin(post_channel(press))).requires(READ_STATS),
    Route::component("post-newcomers", |press| Box::pin(post_newcomers(press))).requires(READ_STATS),
    Route::component("post-cohorts", |press| Box::pin(post_cohorts(press))).requires(READ_STATS),
    Route::component("explain", |press| Box::pin(explain(press))),
    Route::component("needs", |press| Box::pin(needs(press))).requires(READ_STATS),
    Route::component("core", |press| Box::pin(core(press))).requires(READ_STATS),
    Route::component("needs-page", |press| Box::pin(needs_page(press))).requires(READ_STATS),
    Route::component("backfill", |press| Box::pin(refresh_backfill(press))).requires(BACKFILL),
    Route::component("backfill-cancel", |press| Box::pin(cancel_backfill(press))).requires(BACKFILL),
    Route::component("excluded", |press| Box::pin(excluded(press))).requires(SET_EXCLUDED),
];

/// Refuses whoever may not write where they would have something posted.
async fn may_post(interaction: &Interaction) -> Result<()> {
    Ok(channels::may_post(interaction, interaction.channel).await.map_err(|_| Problem::MayNotPostHere)?)
}

/// The row of the custom_id is the period. The figures are those of the moment of the press.
async fn post(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    channels::may_post(&interaction, interaction.channel).await.map_err(|_| Problem::MayNotWriteHere)?;

    let period = Period::from_row(id.row).ok_or_else(outdated)?;
    let report = report::read(&interaction.app, interaction.actor.guild, period).await?;

    interaction.reply_public(&views::server(report.locale, &report, Buttons::Public)).await
}

/// Whoever presses posts their own figures.
async fn post_member(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, .. } = press;
    may_post(&interaction).await?;

    let viewer = Viewer { member: interaction.actor.member, roles: interaction.roles() };
    let (guild, member) = (interaction.actor.guild, interaction.actor.member);
    let report = report::member::read(&interaction.app, guild, viewer, member).await?;
    if !report.is_counted || views::member::is_nothing(&report) {
        return interaction
            .reply_ephemeral(&views::member::own(interaction.actor.locale, &report, Buttons::Private))
            .await;
    }

    interaction.reply_public(&views::member::own(report.locale, &report, Buttons::Public)).await
}

/// The row of the custom_id is the channel, the argument the period.
async fn post_channel(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let channel = ChannelId(id.row);
    channels::require_seen(&interaction, channel).await?;
    may_post(&interaction).await?;
    if !is_read_by_all_who_read(&interaction, channel) {
        return Err(Problem::HiddenChannel(channel).into());
    }

    let period = id.arg.parse().ok().and_then(Period::from_row).ok_or_else(outdated)?;
    let report = report::channel::read(&interaction.app, interaction.actor.guild, channel, period).await?;

    interaction.reply_public(&views::channel::channel(report.locale, &report, Buttons::Public)).await
}

/// Whether everyone who reads the channel of the interaction sees another one too: because everyone in the server
/// does, or because it is the same or the one above.
fn is_read_by_all_who_read(interaction: &Interaction, channel: ChannelId) -> bool {
    let guild = interaction.actor.guild;
    let Some(known) = interaction.app.discord.directory.guild(guild) else { return false };
    let above = known.channels.get(&interaction.channel).filter(|here| here.thread).and_then(|here| here.parent);
    known.is_public(guild, channel) || channel == interaction.channel || above == Some(channel)
}

async fn post_newcomers(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, .. } = press;
    may_post(&interaction).await?;

    let report = report::newcomers::read(&interaction.app, interaction.actor.guild).await?;

    interaction.reply_public(&views::newcomers::newcomers(report.locale, &report, Buttons::Public)).await
}

async fn post_cohorts(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, .. } = press;
    may_post(&interaction).await?;

    let report = report::newcomers::cohorts(&interaction.app, interaction.actor.guild).await?;
    if let Some(from) = report.young {
        return Err(views::newcomers::young(from, &report.zone).into());
    }

    interaction.reply_public(&views::newcomers::cohorts(report.locale, &report, Buttons::Public)).await
}

/// The row of the custom_id says what the figures are of.
async fn explain(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    let subject = Subject::from_row(id.row).ok_or_else(outdated)?;

    interaction.reply_ephemeral(&views::explanations(interaction.actor.locale, subject)).await
}

/// Who needs a person, for whoever presses alone.
async fn needs(press: ComponentEvent) -> Result<()> {
    press.interaction.reply_ephemeral(&needed(&press.interaction, 0).await?).await
}

/// Who holds the community together, for whoever presses alone.
async fn core(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, .. } = press;

    let report = report::ties::read(&interaction.app, interaction.actor.guild).await?;

    interaction.reply_ephemeral(&views::ties::core(interaction.actor.locale, &report)).await
}

async fn needs_page(press: ComponentEvent) -> Result<()> {
    press.interaction.update_message(&needed(&press.interaction, press.id.row).await?).await
}

async fn needed(interaction: &Interaction, page: i64) -> Result<View> {
    let needs = report::newcomers::needs(&interaction.app, interaction.actor.guild).await?;
    let seen = channels::readable(interaction, needs.unanswered.iter().map(|one| one.channel)).await;
    let (locale, guild) = (interaction.actor.locale, interaction.actor.guild);
    Ok(views::needs::needs(locale, guild, &needs, |channel| seen.contains(&channel), page))
}

/// The row of the custom_id is the reading.
async fn refresh_backfill(press: ComponentEvent) -> Result<()> {
    commands::refresh_backfill(&press.interaction, BackfillId(press.id.row)).await
}

async fn cancel_backfill(press: ComponentEvent) -> Result<()> {
    commands::cancel_backfill(&press.interaction, BackfillId(press.id.row)).await
}

/// Turns the pages of excluded channels.
async fn excluded(press: ComponentEvent) -> Result<()> {
    press.interaction.update_message(&commands::excluded_page(&press.interaction, press.id.row).await?).await
}
