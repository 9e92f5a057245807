//! What is pressed on a suggestion, and on what its author sees of it.

use sqlx::SqliteConnection;

use crate::discord::interaction::context::ComponentEvent;
use crate::discord::interaction::failure::outdated;
use crate::discord::ui::view::View;
use crate::error::{Error, Message, Result};
use crate::feature::draft::DraftId;
use crate::feature::upvotes::Voted;
use crate::features::feedback::store::suggestions;
use crate::features::feedback::views::suggestion as views;
use crate::features::feedback::{Problem, SuggestionId, suggesting};

/// The upvote of a suggestion, or taking it back.
pub async fn vote(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    let voted = suggesting::vote(&interaction, SuggestionId(id.row)).await?;

    let key = match voted {
        Voted::For => "suggest-voted",
        Voted::NotAnyMore => "suggest-unvoted",
    };
    interaction.reply_ephemeral(&View::text(interaction.say(&Message::new(key)))).await
}

/// *Post my idea*, beside similar ones.
pub async fn post(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    let receipt = suggesting::post_draft(&interaction, DraftId(id.row)).await?;

    interaction.update_message(&receipt).await
}

/// A similar suggestion was chosen instead.
pub async fn vote_instead(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;
    let chosen = values.first().and_then(|value| value.parse().ok()).ok_or_else(outdated)?;

    let suggestion = suggesting::vote_instead(&interaction, DraftId(id.row), chosen).await?;

    interaction.update_message(&views::voted_instead(interaction.actor.locale, &suggestion)).await
}

/// *Withdraw*.
pub async fn withdraw(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (guild, member, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());

    let withdrawn = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let found = suggestions::get(&mut *tx, guild, SuggestionId(id.row)).await?.ok_or(Problem::Withdrawn)?;
        if found.author != member {
            return Err(Problem::NotOwnIdea.into());
        }
        found.standing()?;
        suggesting::withdraw(tx, guild, &found, now).await?;
        Ok::<_, Error>(())
    });
    withdrawn.await?;

    interaction.update_message(&views::withdrawn(interaction.actor.locale)).await
}
