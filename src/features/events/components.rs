//! What is pressed, chosen and filled in.

use crate::feature::route::{Route, typed};

use super::{attendance, calendar, week};

/// The routes of the feature.
pub const ROUTES: &[Route] = &[
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
    Route::component("unrate", |press| Box::pin(attendance::components::take_back(press))),
];
