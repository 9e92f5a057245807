//! What is pressed, chosen and filled in. A custom_id says which occurrence or draft it is about; the row is loaded and
//! the person asked for their right anew at every press.

mod draft;
mod panel;
mod sign;

use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::failure::outdated;
use crate::error::Result;
use crate::feature::route::{Route, typed};

use super::OccurrenceId;
use super::actions::MAKE_EVENT;
use super::roster;
use super::roster::Roster;
use super::{attendance, calendar, week};

/// The routes of the feature.
pub const ROUTES: &[Route] = &[
    Route::component("publish", |press| Box::pin(draft::publish(press))).requires(MAKE_EVENT),
    Route::component("cancel", |press| Box::pin(draft::cancel(press))).requires(MAKE_EVENT),
    Route::component("address", |press| Box::pin(draft::toggle_address(press))).requires(MAKE_EVENT),
    Route::component("monthly", |press| Box::pin(draft::toggle_monthly(press))).requires(MAKE_EVENT),
    Route::component("going", |press| Box::pin(sign::going(press))),
    Route::component("group", |press| Box::pin(sign::choose_group(press))),
    Route::component("guests", |press| Box::pin(sign::choose_guests(press))),
    Route::component("maybe", |press| Box::pin(sign::maybe(press))),
    Route::component("cant", |press| Box::pin(sign::cant(press))),
    Route::component("every", |press| Box::pin(sign::every_time(press))),
    Route::component("remind", |press| Box::pin(sign::remind(press))),
    Route::component("panel", |press| Box::pin(panel::show(press))),
    Route::component("message", |press| Box::pin(panel::message(press))),
    Route::modal("sent", |form| typed(form, panel::sent)),
    Route::component("pick", |press| Box::pin(panel::pick(press))),
    Route::modal("picked", |form| typed(form, panel::picked)),
    Route::component("move", |press| Box::pin(panel::move_up(press))),
    Route::component("file", |press| Box::pin(calendar::components::file(press))),
    Route::component("week", |press| Box::pin(week::components::turn(press))),
    Route::component("page", |press| Box::pin(week::components::turn(press))),
    Route::component("feeds", |press| Box::pin(week::components::show_feeds(press))),
    Route::component("renew", |press| Box::pin(week::components::renew(press))),
    Route::component("checkin", |press| Box::pin(attendance::components::check_in(press))),
    Route::modal("checked", |form| typed(form, attendance::components::checked)),
    Route::component("code", |press| Box::pin(attendance::components::new_code(press))),
    Route::component("door", |press| Box::pin(attendance::components::refresh(press))),
    Route::component("rate", |press| Box::pin(attendance::components::rate(press))),
    Route::component("words", |press| Box::pin(attendance::components::add_words(press))),
    Route::modal("rated", |form| typed(form, attendance::components::words_added)),
    Route::component("keep", |press| Box::pin(attendance::keeping::keep(press))),
    Route::component("unrate", |press| Box::pin(attendance::components::take_back(press))),
];

/// The occurrence of a button, for whoever sees the channel of its card.
async fn find(interaction: &Interaction, id: OccurrenceId) -> Result<Roster> {
    let mut db = interaction.app.db.read().acquire().await?;
    let roster = roster::get(&mut db, interaction.actor.guild, id).await.map_err(|_| outdated())?;
    drop(db);
    if channels::may_read(interaction, roster.event.channel).await { Ok(roster) } else { Err(outdated().into()) }
}
