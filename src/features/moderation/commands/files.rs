//! `/case export` and `/case import`, for managers: cases as files, and files as cases.

use serenity::all as serenity;

use crate::discord::access::audit;
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::{attachment, channels, parties};
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::{Context, draft};
use crate::features::moderation::export::{self as files, Format};
use crate::features::moderation::rules::{self, Filter, import as reading};
use crate::features::moderation::views::import as views;
use crate::features::moderation::{ImportDraft, ImportSpec, Problem, actions, imports, store};
use crate::features::setup;
use crate::text::limits;

/// How much of the name of a file is kept.
const NAME: usize = 80;

/// Download all cases as a file
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn export(
    ctx: Context<'_>,
    #[description = "csv for spreadsheets, json for programs (csv)"] format: Option<Format>,
    #[description = "From this day on, for example 2026-11-01 or 01.11."]
    #[max_length = 40]
    from: Option<String>,
    #[description = "Up to and including this day"]
    #[max_length = 40]
    to: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    parties::require(&interaction, actions::EXPORT_CASES)?;
    let zone = setup::server(interaction.app.db.read(), guild).await?.zone;
    let days = rules::days(from.as_deref(), to.as_deref(), now, &zone)?;
    let query = Filter { days, ..Filter::default() }.query(&zone);

    let cases = store::from_days(interaction.app.db.read(), guild, &query, files::MOST).await?;
    if i64::try_from(cases.len()).is_ok_and(|count| count >= files::MOST) {
        return Err(Problem::ExportTooLarge.into());
    }
    let readable = channels::readable(&interaction, files::channels(&cases)).await;
    let format = format.unwrap_or(Format::Csv);
    let view = files::view(interaction.actor.locale, guild, &cases, &readable, format, now)?;

    if !cases.is_empty() {
        let entry = audit::Entry::new(guild, by, "case.export", format!("{} cases", cases.len()));
        interaction.app.db.write(async move |tx| audit::record(tx, &entry, now).await).await?;
    }

    interaction.reply_ephemeral(&view).await
}

/// Bring cases in a file, from here or from another bot; you see them before anything is recorded
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn import(
    ctx: Context<'_>,
    #[description = "JSON or CSV: from /case export, Zeppelin, Red, Dyno, MEE6 or YAGPDB"] file: serenity::Attachment,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    parties::require(&interaction, actions::IMPORT_CASES)?;

    let text = attachment::text(&interaction.app, &file, reading::LARGEST, interaction.time_left()).await?;
    let reading = reading::read(&text, interaction.actor.guild, now).map_err(Message::from)?;
    let spec = ImportSpec { file: limits::cut(&file.filename, NAME), reading, with_points: false };
    let draft = draft::keep(&interaction, ImportDraft::new(&interaction, spec, now), Vec::new()).await?;

    let view = preview(&interaction, &draft, 0).await?;
    interaction.reply_ephemeral(&view).await
}

/// A page of what would come of a file.
pub async fn preview(interaction: &Interaction, draft: &ImportDraft, number: i64) -> Result<View> {
    let mut db = interaction.app.db.read().acquire().await?;
    let known = imports::known(&mut db, draft.guild, &draft.spec).await?;
    Ok(views::preview(interaction.actor.locale, draft, &known, number))
}
