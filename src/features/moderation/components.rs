//! What is pressed and sent: buttons and menus of previews, notices, cards and lists, and the forms
//! that they open. A custom_id says which row it is about; the row is loaded and the person asked for
//! their right anew at every press.

mod decision;
mod draft;
mod history;
mod import;
mod mass;
mod notice;
mod purge;
mod undo;
mod void;

use crate::discord::interaction::context::ComponentEvent;
use crate::discord::interaction::failure::outdated;
use crate::error::Result;
use crate::feature::route::{Route, typed};
use crate::features::moderation::actions::{CONFIRM_HELD, IMPORT_CASES, MASS, PURGE, READ_CASES};
use crate::features::setup;

use super::rules::Filter;
use super::{store, views};

/// The routes of the feature.
pub const ROUTES: &[Route] = &[
    Route::component("cases", |press| Box::pin(turn_page(press))).requires(READ_CASES),
    Route::component("void-and-lift", |press| Box::pin(void::void(press, true))),
    Route::component("void-only", |press| Box::pin(void::void(press, false))),
    Route::component("void-cancel", |press| Box::pin(void::cancel(press))),
    Route::component("history", |press| Box::pin(history::turn_history(press))).requires(READ_CASES),
    Route::component("mine", |press| Box::pin(history::turn_own(press))),
    Route::component("confirm", |press| Box::pin(draft::confirm(press, true))),
    Route::component("warn-only", |press| Box::pin(draft::confirm(press, false))),
    Route::component("severities", |press| Box::pin(draft::choose(press))),
    Route::component("severity", |press| Box::pin(draft::set_severity(press))),
    Route::component("notify", |press| Box::pin(draft::set_notify(press))),
    Route::component("rule", |press| Box::pin(draft::set_rule(press))),
    Route::component("cancel", |press| Box::pin(draft::cancel(press))),
    Route::component("undo", |press| Box::pin(undo::undo(press))),
    Route::component("read", |press| Box::pin(notice::read(press))),
    Route::component("record", |press| Box::pin(notice::own_record(press))),
    Route::component("again", |press| Box::pin(notice::send_again(press))),
    Route::component("arrived", |press| Box::pin(notice::arrived(press))),
    Route::component("in-channel", |press| Box::pin(notice::in_channel(press))),
    Route::component("decide", |press| Box::pin(decision::decide(press))),
    Route::component("purge", |press| Box::pin(purge::delete(press))).requires(PURGE),
    Route::component("purge-cancel", |press| Box::pin(purge::cancel(press))),
    Route::component("mass-confirm", |press| Box::pin(mass::confirm(press))).requires(MASS),
    Route::component("mass-cancel", |press| Box::pin(mass::cancel(press))),
    Route::component("mass-results", |press| Box::pin(mass::results(press))).requires(READ_CASES),
    Route::component("mass-page", |press| Box::pin(mass::turn(press))).requires(READ_CASES),
    Route::component("held-confirm", |press| Box::pin(mass::decide(press, true))).requires(CONFIRM_HELD),
    Route::component("held-dismiss", |press| Box::pin(mass::decide(press, false))).requires(CONFIRM_HELD),
    Route::component("import-confirm", |press| Box::pin(import::confirm(press))).requires(IMPORT_CASES),
    Route::component("import-points", |press| Box::pin(import::set_points(press))).requires(IMPORT_CASES),
    Route::component("import-page", |press| Box::pin(import::turn(press))).requires(IMPORT_CASES),
    Route::component("import-cancel", |press| Box::pin(import::cancel(press))).requires(IMPORT_CASES),
    Route::component("import-undo", |press| Box::pin(import::undo(press))).requires(IMPORT_CASES),
    Route::modal("warn", |form| typed(form, draft::written)),
    Route::modal("decided", |form| typed(form, decision::decided)),
];

/// The row of the custom_id is the page, its argument the filter.
async fn turn_page(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    let filter = Filter::decode(&id.arg).ok_or_else(outdated)?;
    let zone = setup::server(interaction.app.db.read(), interaction.actor.guild).await?.zone;

    let page = store::list(interaction.app.db.read(), interaction.actor.guild, &filter.query(&zone), id.row).await?;
    interaction
        .update_message(&views::case_list(interaction.actor.locale, &filter, &page, interaction.app.clock.now()))
        .await
}
