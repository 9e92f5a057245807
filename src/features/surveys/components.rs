//! The buttons, menus and forms of surveys. Each asks anew who presses, and what holds now.

mod build;
mod fill;
pub mod wave;

use crate::feature::route::{Route, typed};

use super::actions::{READ_SURVEYS, SET_SURVEYS};
use super::results::press as results;
use super::schedule::press as schedule;
use super::views::builder::Mode;

/// The routes of the feature.
pub const ROUTES: &[Route] = &[
    Route::component("build-back", |press| Box::pin(build::show(press, Mode::Plain))).requires(SET_SURVEYS),
    Route::component("build-add", |press| Box::pin(build::show(press, Mode::Adding))).requires(SET_SURVEYS),
    Route::component("build-change", |press| Box::pin(build::show(press, Mode::Changing))).requires(SET_SURVEYS),
    Route::component("build-move", |press| Box::pin(build::show(press, Mode::Moving(None)))).requires(SET_SURVEYS),
    Route::component("build-move-which", |press| Box::pin(build::move_which(press))).requires(SET_SURVEYS),
    Route::component("build-remove", |press| Box::pin(build::show(press, Mode::Removing))).requires(SET_SURVEYS),
    Route::component("build-settings", |press| Box::pin(build::show(press, Mode::Settings))).requires(SET_SURVEYS),
    Route::component("build-delete", |press| Box::pin(build::show(press, Mode::Deleting))).requires(SET_SURVEYS),
    Route::component("build-kind", |press| Box::pin(build::add(press))).requires(SET_SURVEYS),
    Route::component("build-change-which", |press| Box::pin(build::change(press))).requires(SET_SURVEYS),
    Route::component("build-place", |press| Box::pin(build::place(press))).requires(SET_SURVEYS),
    Route::component("build-remove-which", |press| Box::pin(build::remove(press))).requires(SET_SURVEYS),
    Route::component("build-anonymous", |press| Box::pin(build::set_anonymous(press))).requires(SET_SURVEYS),
    Route::component("build-days", |press| Box::pin(build::set_days(press))).requires(SET_SURVEYS),
    Route::component("build-roles", |press| Box::pin(build::set_roles(press))).requires(SET_SURVEYS),
    Route::component("build-title", |press| Box::pin(build::edit_title(press))).requires(SET_SURVEYS),
    Route::component("build-try", |press| Box::pin(build::try_it(press))).requires(SET_SURVEYS),
    Route::component("build-send", |press| Box::pin(build::send(press))).requires(SET_SURVEYS),
    Route::component("build-deleted", |press| Box::pin(build::delete(press))).requires(SET_SURVEYS),
    Route::modal("build-new", |form| typed(form, build::begun)).requires(SET_SURVEYS),
    Route::modal("build-title", |form| typed(form, build::titled)).requires(SET_SURVEYS),
    Route::modal("build-added", |form| typed(form, build::added)).requires(SET_SURVEYS),
    Route::modal("build-changed", |form| typed(form, build::changed)).requires(SET_SURVEYS),
    Route::component("fill-start", |press| Box::pin(fill::start(press))),
    Route::component("fill-turn", |press| Box::pin(fill::turn(press))),
    Route::component("fill-choose", |press| Box::pin(fill::choose(press))),
    Route::component("fill-number", |press| Box::pin(fill::number(press))),
    Route::component("fill-write", |press| Box::pin(fill::write(press))),
    Route::component("fill-clear", |press| Box::pin(fill::clear(press))),
    Route::component("fill-send", |press| Box::pin(fill::send(press))),
    Route::modal("fill-written", |form| typed(form, fill::written)),
    Route::component("wave-publish", |press| Box::pin(wave::publish(press))).requires(SET_SURVEYS),
    Route::component("wave-cancel", |press| Box::pin(wave::cancel(press))).requires(SET_SURVEYS),
    Route::component("wave-close", |press| Box::pin(wave::close(press))).requires(SET_SURVEYS),
    Route::component("wave-show", |press| Box::pin(wave::show(press))).requires(SET_SURVEYS),
    Route::component("wave-extend", |press| Box::pin(wave::extend(press))).requires(SET_SURVEYS),
    Route::modal("wave-extended", |form| typed(form, wave::extended)).requires(SET_SURVEYS),
    Route::component("wave-again", |press| Box::pin(wave::again(press))).requires(SET_SURVEYS),
    Route::component("results-page", |press| Box::pin(results::turn(press))).requires(READ_SURVEYS),
    Route::component("results-go", |press| Box::pin(results::go(press))).requires(READ_SURVEYS),
    Route::component("results-wave", |press| Box::pin(results::other_wave(press))).requires(READ_SURVEYS),
    Route::component("results-keep", |press| Box::pin(results::keep(press))).requires(SET_SURVEYS),
    Route::component("list-page", |press| Box::pin(results::list(press))).requires(READ_SURVEYS),
    Route::component("repeat-stop", |press| Box::pin(schedule::stop(press))).requires(SET_SURVEYS),
];
