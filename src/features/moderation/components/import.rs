//! Under the preview of a file with cases: *Confirm*, whether warnings have points, other pages, and *Cancel*; and
//! *Undo* under what came of it.

use crate::discord::interaction::context::ComponentEvent;
use crate::discord::interaction::failure::outdated;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::draft::{self, DraftId};
use crate::features::moderation::commands::files::preview;
use crate::features::moderation::views::import as views;
use crate::features::moderation::{ImportDraft, ImportId, imports};

/// *Confirm*.
pub async fn confirm(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (guild, now) = (interaction.actor.guild, interaction.app.clock.now());
    let draft: ImportDraft = draft::open(&interaction, DraftId(id.row)).await?;
    // Of a server that it is in Steward knows who it is.
    let steward = interaction.app.discord.me().ok_or_else(outdated)?.bot;

    let written = interaction.app.db.write(async move |tx| {
        let draft: ImportDraft = draft::take(&mut *tx, guild, draft.id).await?;
        let import = imports::record(&mut *tx, &draft, steward, now).await?;
        let row = import.as_ref().map_or(0, |import| import.id.get());
        draft::set_published(tx, &draft, row).await?;
        Ok(import)
    });
    let import = written.await?;

    let view = match import {
        Some(import) => views::result(interaction.actor.locale, &import),
        None => View::text(interaction.say(&Message::new("import-nothing"))),
    };
    interaction.update_message(&view).await
}

/// *Count points* and *No points*.
pub async fn set_points(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let mut draft: ImportDraft = draft::open(&interaction, DraftId(id.row)).await?;

    draft.spec.with_points = id.arg == views::WITH_POINTS;
    let draft = draft::save(&interaction, draft).await?;

    let view = preview(&interaction, &draft, 0).await?;
    interaction.update_message(&view).await
}

/// Another page.
pub async fn turn(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let draft: ImportDraft = draft::open(&interaction, DraftId(id.row)).await?;

    let view = preview(&interaction, &draft, id.arg.parse().unwrap_or(0)).await?;
    interaction.update_message(&view).await
}

/// *Cancel*.
pub async fn cancel(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let draft: ImportDraft = draft::open(&interaction, DraftId(id.row)).await?;

    draft::cancel(&interaction, draft).await?;

    let text = interaction.say(&Message::new("import-cancelled"));
    interaction.update_message(&View::text(text)).await
}

/// *Undo*.
pub async fn undo(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let import = ImportId(id.row);

    let undone = interaction.app.db.write(async move |tx| imports::undo(tx, guild, import, by, now).await);
    let import = undone.await?.ok_or_else(outdated)?;

    interaction.update_message(&View::text(interaction.say(&views::undone(&import)))).await
}
