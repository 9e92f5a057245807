//! What is pressed and filled in: votes on a card, the preview of a poll, results and lists. A custom_id
//! says which poll it is about; the poll is loaded and the person asked for their right anew at every
//! press.

mod draft;
mod edit;
mod results;
mod vote;

use crate::feature::route::{Route, typed};

use super::actions::{MAKE_POLL, READ_POLLS};

/// The routes of the feature.
pub const ROUTES: &[Route] = &[
    Route::component("vote", |press| Box::pin(vote::press_option(press))),
    Route::component("ballot", |press| Box::pin(vote::open_ballot(press))),
    Route::component("choose", |press| Box::pin(vote::choose(press))),
    Route::component("ranking", |press| Box::pin(vote::open_ranking(press))),
    Route::component("rank", |press| Box::pin(vote::rank(press))),
    Route::component("withdraw", |press| Box::pin(vote::withdraw(press))),
    Route::component("mine", |press| Box::pin(vote::show_own(press))),
    Route::component("results", |press| Box::pin(results::show(press))),
    Route::component("who", |press| Box::pin(results::turn_votes(press))),
    Route::component("list", |press| Box::pin(results::turn_list(press))).requires(READ_POLLS),
    Route::component("again", |press| Box::pin(results::post_again(press))),
    Route::component("publish", |press| Box::pin(draft::publish(press))).requires(MAKE_POLL),
    Route::component("voters", |press| Box::pin(draft::set_voters(press))).requires(MAKE_POLL),
    Route::component("edit", |press| Box::pin(draft::edit_options(press))).requires(MAKE_POLL),
    Route::component("save", |press| Box::pin(edit::save(press))).requires(MAKE_POLL),
    Route::component("drop", |press| Box::pin(edit::discard(press))).requires(MAKE_POLL),
    Route::component("limits", |press| Box::pin(draft::edit_limits(press))).requires(MAKE_POLL),
    Route::component("cancel", |press| Box::pin(draft::cancel(press))).requires(MAKE_POLL),
    Route::modal("limited", |form| typed(form, draft::limits_written)).requires(MAKE_POLL),
    Route::modal("options", |form| typed(form, draft::options_written)).requires(MAKE_POLL),
];
