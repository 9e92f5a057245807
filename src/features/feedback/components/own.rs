//! What was saved of a person, for themselves: reached from `/privacy show`, also in direct messages. What they remove is
//! gone at once.

use sqlx::SqliteConnection;

use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::failure::outdated;
use crate::discord::ui::view::View;
use crate::error::{Error, Message, Result};
use crate::features::feedback::store::items;
use crate::features::feedback::views::{above, own as views};
use crate::features::feedback::{ItemId, Problem, removing};

/// *Your quotes*, and the pages of them; the row is the page.
pub async fn quotes(press: ComponentEvent) -> Result<()> {
    let (interaction, _) = enter(&press).await?;
    interaction.update_message(&page(&interaction, press.id.row).await?).await
}

/// *Remove*; the row is the item.
pub async fn remove(press: ComponentEvent) -> Result<()> {
    let (interaction, number) = enter(&press).await?;
    let (guild, member, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let id = ItemId(press.id.row);

    let removed = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let item = items::get(&mut *tx, guild, id).await?.filter(|item| item.author == Some(member));
        removing::remove(tx, guild, &item.ok_or(Problem::RemovedBefore)?, now).await?;
        Ok::<_, Error>(())
    });
    removed.await?;

    let told = interaction.say(&Message::new("feedback-own-removed"));
    interaction.update_message(&above(told, page(&interaction, number).await?)).await
}

/// The server of a button, the person as they stand there, and the page they look at.
async fn enter(press: &ComponentEvent) -> Result<(Interaction, i64)> {
    let (guild, number) = views::place(&press.id.arg).ok_or_else(outdated)?;
    Ok((press.interaction.enter(guild).await?, number))
}

async fn page(interaction: &Interaction, number: i64) -> Result<View> {
    let mut db = interaction.app.db.read().acquire().await?;
    let (guild, member) = (interaction.actor.guild, interaction.actor.member);
    let page = items::of_author(&mut db, guild, member, number).await?;
    Ok(views::page(interaction.actor.locale, guild, &page))
}
