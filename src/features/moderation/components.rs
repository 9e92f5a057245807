//! What is pressed and sent: buttons and menus of previews, notices, cards and lists, and the forms
//! that they open. A custom_id says which row it is about; the row is loaded and the person asked for
//! their right anew at every press.

mod decision;
mod draft;
mod history;
mod notice;
mod undo;
mod void;

use crate::discord::interaction::context::{ComponentEvent, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::parties;
use crate::error::{Message, Result};
use crate::features::moderation::actions;
use crate::features::setup;

use super::rules::Filter;
use super::{store, views};

/// A button of the feature was pressed.
pub async fn press(press: ComponentEvent) -> Result<()> {
    match press.id.meaning() {
        ("cases", 1) => turn_page(press).await,
        ("void-and-lift", 1) => void::void(press, true).await,
        ("void-only", 1) => void::void(press, false).await,
        ("void-cancel", 1) => void::cancel(press).await,
        ("history", 1) => history::turn_history(press).await,
        ("mine", 1) => history::turn_own(press).await,
        ("confirm", 1) => draft::confirm(press, true).await,
        ("warn-only", 1) => draft::confirm(press, false).await,
        ("severities", 1) => draft::choose(press).await,
        ("severity", 1) => draft::set_severity(press).await,
        ("notify", 1) => draft::set_notify(press).await,
        ("cancel", 1) => draft::cancel(press).await,
        ("undo", 1) => undo::undo(press).await,
        ("read", 1) => notice::read(press).await,
        ("record", 1) => notice::own_record(press).await,
        ("again", 1) => notice::send_again(press).await,
        ("arrived", 1) => notice::arrived(press).await,
        ("in-channel", 1) => notice::in_channel(press).await,
        ("decide", 1) => decision::decide(press).await,
        _ => Err(outdated().into()),
    }
}

/// A form of the feature was sent.
pub async fn submit(submission: ModalSubmit) -> Result<()> {
    match submission.id.meaning() {
        ("warn", 1) => draft::written(submission).await,
        ("decided", 1) => decision::decided(submission).await,
        _ => Err(Message::new("form-outdated").into()),
    }
}

/// The row of the custom_id is the page, its argument the filter.
async fn turn_page(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    parties::require(&interaction, actions::READ_CASES)?;

    let filter = Filter::decode(&id.arg).ok_or_else(outdated)?;
    let zone = setup::zone(interaction.app.db.read(), interaction.actor.guild).await?;

    let page = store::list(interaction.app.db.read(), interaction.actor.guild, &filter.query(&zone), id.row).await?;
    interaction
        .update_message(&views::case_list(interaction.actor.locale, &filter, &page, interaction.app.clock.now()))
        .await
}
