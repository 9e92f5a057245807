//! `/help`: what the person who asks can do here, by level, each command with one example.
//!
//! It walks the forms of all features, so a command is listed as soon as it exists; only its example,
//! the text `help-<command>`, has to be written.

mod commands;
mod components;
mod views;

use crate::feature::Feature;

/// The form of the feature.
pub fn feature() -> Feature {
    Feature { commands: || vec![commands::help()], routes: components::ROUTES, ..Feature::new("help") }
}
