//! What is pressed, chosen and filled in. A custom_id says which contest or entry it is about; the row is loaded and the
//! person asked for their right anew at every press.

mod draft;
mod entry;
mod manage;
mod vote;

use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::parties;
use crate::error::Result;
use crate::feature::route::{Route, typed};

use super::actions::{MAKE_CONTEST, RUN_CONTEST};
use super::store::{contests, entries};
use super::{Contest, ContestId, Entry, EntryId, Problem};

/// The routes of the feature.
pub const ROUTES: &[Route] = &[
    Route::component("publish", |press| Box::pin(draft::publish(press))).requires(MAKE_CONTEST),
    Route::component("cancel", |press| Box::pin(draft::cancel(press))).requires(MAKE_CONTEST),
    Route::component("submit", |press| Box::pin(entry::submit(press))),
    Route::modal("submitted", |form| typed(form, entry::submitted)),
    Route::component("mine", |press| Box::pin(entry::show(press))),
    Route::component("edit", |press| Box::pin(entry::edit(press))),
    Route::modal("edited", |form| typed(form, entry::edited)),
    Route::component("withdraw", |press| Box::pin(entry::withdraw(press))),
    Route::component("vote", |press| Box::pin(vote::vote(press))),
    Route::component("entries", |press| Box::pin(vote::show(press))),
    Route::component("page", |press| Box::pin(vote::turn(press))),
    Route::component("choose", |press| Box::pin(vote::choose(press))),
    Route::component("manage", |press| Box::pin(manage::show(press))),
    Route::component("review", |press| Box::pin(manage::next(press))),
    Route::component("approve", |press| Box::pin(manage::approve(press))),
    Route::component("reject", |press| Box::pin(manage::reject(press))),
    Route::modal("rejected", |form| typed(form, manage::rejected)),
    Route::component("look", |press| Box::pin(manage::look(press))),
    Route::component("close", |press| Box::pin(manage::ask_to_close(press))),
    Route::component("close-now", |press| Box::pin(manage::close(press))),
    Route::component("again", |press| Box::pin(manage::post_again(press))),
];

/// The contest of a button, for whoever sees its channel.
async fn find_contest(interaction: &Interaction, id: ContestId) -> Result<Contest> {
    let contest = contests::get(interaction.app.db.read(), interaction.actor.guild, id).await?.ok_or_else(outdated)?;
    if channels::may_read(interaction, contest.plan.channel).await { Ok(contest) } else { Err(outdated().into()) }
}

/// The entry of a button, with its contest, for whoever sees the channel of that.
async fn find_entry(interaction: &Interaction, id: EntryId) -> Result<(Contest, Entry)> {
    let entry = entries::get(interaction.app.db.read(), interaction.actor.guild, id).await?.ok_or_else(outdated)?;
    Ok((find_contest(interaction, entry.contest).await?, entry))
}

/// Only moderators and whoever created it, as long as they are staff, go on.
fn require_organiser(interaction: &Interaction, contest: &Contest) -> Result<()> {
    let is_author = contest.plan.author == interaction.actor.member;
    if is_author && parties::require(interaction, MAKE_CONTEST).is_ok() {
        return Ok(());
    }
    parties::require(interaction, RUN_CONTEST).map_err(|_| Problem::NotYours.into())
}

/// The row that was chosen in a menu.
fn chosen(values: &[String]) -> Result<EntryId> {
    Ok(values.first().and_then(|value| value.parse().ok()).ok_or_else(outdated)?)
}
