//! `/feedback status`, `merge` and `assign`: what becomes of a theme.

use poise::serenity_prelude::User;
use sqlx::SqliteConnection;

use super::all_themes;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::discord::ui::view::View;
use crate::error::{Error, Message, Result};
use crate::feature::Context;
use crate::features::feedback::rules::{LONGEST_REASON, fitting, may_set};
use crate::features::feedback::store::{handovers, themes};
use crate::features::feedback::{Problem, Status, Theme, ThemeId, actions, answering, cards, reading, surging, views};
use crate::ids::{GuildId, MemberId};

/// Say what becomes of a theme
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn status(
    ctx: Context<'_>,
    #[description = "Which theme, by its number or title"]
    #[autocomplete = "all_themes"]
    #[max_length = 100]
    theme: String,
    #[description = "What becomes of it"] status: Status,
    #[description = "Why; needed to decline it"]
    #[max_length = 500]
    reason: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    parties::require(&interaction, actions::MANAGE_FEEDBACK)?;

    let theme = reading::theme(&interaction, &theme).await?;
    let reason = reason.filter(|reason| !reason.trim().is_empty());
    let reason = reason.map(|reason| fitting(&reason, LONGEST_REASON)).transpose()?;
    let write = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let before = get(&mut *tx, guild, theme.id).await?;
        may_set((before.status, before.reason.as_deref()), status, reason.as_deref())?;
        themes::set_status(&mut *tx, guild, theme.id, status, reason.as_deref(), now).await?;
        let entry = Entry::new(guild, by, "feedback.status", format!("theme #{}", before.number))
            .change(before.status.as_str(), status.as_str());
        audit::record(&mut *tx, &entry, now).await?;
        cards::show(&mut *tx, guild, theme.id, now).await?;
        get(tx, guild, theme.id).await
    });
    let theme = write.await?;

    let told = Message::new("feedback-status-set").with("status", status.message());
    match answering::preview(&interaction, &theme).await? {
        Some(preview) => {
            let told = interaction.say(&told.with("theme", views::titled(&theme)));
            interaction.reply_ephemeral(&views::above(told, preview)).await
        }
        None => tell(&interaction, told, &theme).await,
    }
}

/// Gather what was said of two themes in one
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn merge(
    ctx: Context<'_>,
    #[description = "The theme that becomes a duplicate, by its number or title"]
    #[autocomplete = "all_themes"]
    #[max_length = 100]
    theme: String,
    #[description = "The theme that gathers both, by its number or title"]
    #[autocomplete = "all_themes"]
    #[max_length = 100]
    into: String,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    parties::require(&interaction, actions::MANAGE_FEEDBACK)?;
    let from = reading::theme(&interaction, &theme).await?;
    let into = reading::theme(&interaction, &into).await?;

    let merged = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let into = get(&mut *tx, guild, into.id).await?;
        // One that was merged itself is the one that it was merged into.
        let into = match into.merged_into {
            Some(further) => get(&mut *tx, guild, further).await?,
            None => into,
        };
        if into.id == from.id {
            return Err(Problem::IntoItself.into());
        }
        themes::merge(&mut *tx, guild, from.id, into.id, now).await?;
        handovers::merge(&mut *tx, guild, from.id, into.id).await?;
        let entry = Entry::new(guild, by, "feedback.merge", format!("theme #{}", from.number))
            .change("", format!("theme #{}", into.number));
        audit::record(&mut *tx, &entry, now).await?;
        cards::show(&mut *tx, guild, from.id, now).await?;
        cards::show(&mut *tx, guild, into.id, now).await?;
        surging::look(&mut *tx, guild, into.id, now).await?;
        let (people, _) = themes::counts(&mut *tx, guild, into.id).await?;
        Ok::<_, Error>((from, into, people))
    });
    let (from, into, people) = merged.await?;

    let told = Message::new("feedback-merged").with("from", views::titled(&from)).with("people", people);
    tell(&interaction, told, &into).await
}

/// Say who sees to a theme
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn assign(
    ctx: Context<'_>,
    #[description = "Which theme, by its number or title"]
    #[autocomplete = "all_themes"]
    #[max_length = 100]
    theme: String,
    #[description = "Who sees to it [no one]"] member: Option<User>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    parties::require(&interaction, actions::MANAGE_FEEDBACK)?;
    let theme = reading::theme(&interaction, &theme).await?;
    let owner = member.map(|member| MemberId::from(member.id));

    let number = theme.number;
    let id = theme.id;
    let assigned = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        get(&mut *tx, guild, id).await?;
        themes::set_owner(&mut *tx, guild, id, owner).await?;
        let entry = Entry::new(guild, by, "feedback.assign", format!("theme #{number}"));
        let entry = owner.map_or_else(|| entry.clone(), |owner| entry.clone().to(owner));
        audit::record(&mut *tx, &entry, now).await?;
        cards::show(tx, guild, id, now).await
    });
    assigned.await?;

    let told = match owner {
        Some(owner) => Message::new("feedback-assigned").with("member", owner),
        None => Message::new("feedback-unassigned"),
    };
    tell(&interaction, told, &theme).await
}

async fn get(tx: &mut SqliteConnection, guild: GuildId, id: ThemeId) -> Result<Theme> {
    Ok(themes::get(tx, guild, id).await?.ok_or(Problem::ThemeMissing)?)
}

async fn tell(interaction: &Interaction, told: Message, theme: &Theme) -> Result<()> {
    let told = told.with("theme", views::titled(theme));
    interaction.reply_ephemeral(&View::text(interaction.say(&told))).await
}
