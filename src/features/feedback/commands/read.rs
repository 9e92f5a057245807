//! `/feedback list`, `theme` and `export`. What was said in a channel that the reader doesn't see is counted, and not
//! shown.

use std::collections::HashSet;

use super::{all_tags, all_themes};
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::{channels, parties};
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::Context;
use crate::features::feedback::store::themes;
use crate::features::feedback::store::themes::Filter;
use crate::features::feedback::views::{export as files, list as views, theme as cards};
use crate::features::feedback::{Item, Problem, Status, Whole, actions, reading};
use crate::features::setup;
use crate::ids::ChannelId;

/// How many themes an export holds at most.
const EXPORTED: usize = 1_000;

/// See what feedback is about, what most people say first
#[poise::command(slash_command, custom_data = "Level::Helper")]
pub async fn list(
    ctx: Context<'_>,
    #[description = "Only themes with this status [all]"] status: Option<Status>,
    #[description = "Only themes with this tag [all]"]
    #[autocomplete = "all_tags"]
    #[max_length = 100]
    tag: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::TAG_FEEDBACK)?;
    let tags = reading::tags(&interaction).await?;
    let tag = match tag.as_deref().filter(|typed| !typed.trim().is_empty()) {
        Some(typed) => Some(reading::tag(typed, &tags).ok_or_else(|| Problem::NoTag(typed.to_owned()))?.id),
        None => None,
    };

    interaction.reply_ephemeral(&page(&interaction, Filter { status, tag }, 0).await?).await
}

/// A page of the list.
pub async fn page(interaction: &Interaction, filter: Filter, number: i64) -> Result<View> {
    let mut db = interaction.app.db.read().acquire().await?;
    let page = themes::list(&mut db, interaction.actor.guild, filter, number).await?;
    Ok(views::list(interaction.actor.locale, &page, filter))
}

/// See a theme with what was said of it
#[poise::command(slash_command, custom_data = "Level::Helper")]
pub async fn theme(
    ctx: Context<'_>,
    #[description = "Which theme, by its number or title"]
    #[autocomplete = "all_themes"]
    #[max_length = 100]
    theme: String,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, now) = (interaction.actor.guild, interaction.app.clock.now());
    parties::require(&interaction, actions::TAG_FEEDBACK)?;
    let theme = reading::theme(&interaction, &theme).await?;
    let mut db = interaction.app.db.read().acquire().await?;
    let zone = setup::server(&mut *db, guild).await?.zone;
    let whole = reading::whole(&mut db, guild, theme, &zone, now).await?;
    drop(db);

    let readable = readable(&interaction, &whole.items).await;

    let is_manager = parties::require(&interaction, actions::MANAGE_FEEDBACK).is_ok();
    interaction.reply_ephemeral(&cards::whole(interaction.actor.locale, guild, &whole, &readable, is_manager)).await
}

/// Take themes and what was said of them along as a file
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn export(
    ctx: Context<'_>,
    #[description = "Only this theme, by its number or title [all]"]
    #[autocomplete = "all_themes"]
    #[max_length = 100]
    theme: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    parties::require(&interaction, actions::EXPORT_FEEDBACK)?;
    let wanted = match theme.as_deref().filter(|typed| !typed.trim().is_empty()) {
        Some(typed) => vec![reading::theme(&interaction, typed).await?],
        None => themes::latest(interaction.app.db.read(), guild).await?,
    };
    let subject = if wanted.len() == 1 { format!("theme #{}", wanted[0].number) } else { "themes".to_owned() };

    let mut db = interaction.app.db.read().acquire().await?;
    let zone = setup::server(&mut *db, guild).await?.zone;
    let mut all: Vec<Whole> = Vec::new();
    for theme in wanted.into_iter().take(EXPORTED) {
        all.push(reading::whole(&mut db, guild, theme, &zone, now).await?);
    }
    drop(db);
    let items: Vec<Item> = all.iter().flat_map(|whole| whole.items.iter().cloned()).collect();
    let readable = readable(&interaction, &items).await;
    let entry = Entry::new(guild, by, "feedback.export", subject);
    interaction.app.db.write(async move |tx| audit::record(tx, &entry, now).await).await?;

    interaction.reply_ephemeral(&files::export(interaction.actor.locale, guild, &all, &readable)?).await
}

/// The channels in which these were said and that the actor may read.
async fn readable(interaction: &Interaction, items: &[Item]) -> HashSet<ChannelId> {
    channels::readable(interaction, items.iter().filter_map(Item::place)).await
}
