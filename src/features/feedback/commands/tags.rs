//! `/tags`: which tags there are. Everyone who tags may see them; managers change them.

use sqlx::SqliteConnection;

use super::current_tags;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::discord::ui::view::View;
use crate::error::{Error, Message, Result};
use crate::feature::Context;
use crate::features::feedback::rules::{LONGEST_TAG, may_add, one_line};
use crate::features::feedback::store::tags as rows;
use crate::features::feedback::{Problem, Tag, TagId, actions, reading, views};

/// Choose the tags that feedback can have
#[poise::command(
    slash_command,
    subcommands("add", "rename", "retire", "list"),
    subcommand_required,
    custom_data = "Level::Helper"
)]
#[expect(clippy::unused_async, reason = "poise wants a function that waits")]
pub async fn tags(_: Context<'_>) -> Result<()> {
    Ok(())
}

/// Add a tag, or offer a retired one again
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn add(
    ctx: Context<'_>,
    #[description = "What the tag is called"]
    #[max_length = 40]
    name: String,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    parties::require(&interaction, actions::MANAGE_FEEDBACK)?;
    let name = one_line(&name, LONGEST_TAG)?;
    reading::tags(&interaction).await?;

    let added = name.clone();
    let write = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let all = rows::list(&mut *tx, guild).await?;
        may_add(&added, &names(&all, None), &all)?;
        match reading::tag(&added, &all) {
            Some(retired) => rows::set_retired(&mut *tx, guild, retired.id, None).await?,
            None => rows::insert(&mut *tx, guild, &added).await?,
        }
        audit::record(tx, &Entry::new(guild, by, "feedback.tags.add", added), now).await?;
        Ok::<_, Error>(())
    });
    write.await?;

    tell(&interaction, Message::new("feedback-tag-added").with("name", name)).await
}

/// Call a tag something else, wherever it is
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn rename(
    ctx: Context<'_>,
    #[description = "Which tag"]
    #[autocomplete = "current_tags"]
    #[max_length = 100]
    tag: String,
    #[description = "What it is called from now on"]
    #[max_length = 40]
    name: String,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    parties::require(&interaction, actions::MANAGE_FEEDBACK)?;
    let name = one_line(&name, LONGEST_TAG)?;
    let found = current(&interaction, &tag).await?;
    let before = views::tag_plain(interaction.actor.locale, &found);

    let (old, new) = (before.clone(), name.clone());
    let write = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let all = rows::list(&mut *tx, guild).await?;
        // It leaves its own name and its own room.
        let others: Vec<Tag> = all.into_iter().filter(|tag| tag.id != found.id).collect();
        may_add(&new, &names(&others, Some(found.id)), &others)?;
        rows::set_name(&mut *tx, guild, found.id, &new).await?;
        let entry = Entry::new(guild, by, "feedback.tags.rename", old.clone()).change(old, new);
        audit::record(tx, &entry, now).await?;
        Ok::<_, Error>(())
    });
    write.await?;

    tell(&interaction, Message::new("feedback-tag-renamed").with("before", before).with("name", name)).await
}

/// Offer a tag no longer; what has it keeps it
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn retire(
    ctx: Context<'_>,
    #[description = "Which tag"]
    #[autocomplete = "current_tags"]
    #[max_length = 100]
    tag: String,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    parties::require(&interaction, actions::MANAGE_FEEDBACK)?;
    let found = current(&interaction, &tag).await?;
    let name = views::tag_plain(interaction.actor.locale, &found);

    let entry = Entry::new(guild, by, "feedback.tags.retire", name.clone());
    let write = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        rows::set_retired(&mut *tx, guild, found.id, Some(now)).await?;
        audit::record(tx, &entry, now).await
    });
    write.await?;

    tell(&interaction, Message::new("feedback-tag-retired").with("name", name)).await
}

/// See every tag, and how often it is used
#[poise::command(slash_command, custom_data = "Level::Helper")]
pub async fn list(ctx: Context<'_>) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::TAG_FEEDBACK)?;

    let all = reading::tags(&interaction).await?;

    interaction.reply_ephemeral(&views::list::tags(interaction.actor.locale, &all)).await
}

/// The tag of this name that is not retired.
async fn current(interaction: &Interaction, typed: &str) -> Result<Tag> {
    let all = reading::tags(interaction).await?;
    let found = reading::tag(typed, &all).filter(|tag| !tag.is_retired);
    Ok(found.cloned().ok_or_else(|| Problem::NoTag(typed.to_owned()))?)
}

/// What tags are called that are not retired, but for one.
fn names(all: &[Tag], but: Option<TagId>) -> Vec<String> {
    let current = all.iter().filter(|tag| !tag.is_retired && Some(tag.id) != but);
    current.flat_map(reading::names).collect()
}

async fn tell(interaction: &Interaction, told: Message) -> Result<()> {
    interaction.reply_ephemeral(&View::text(interaction.say(&told))).await
}
