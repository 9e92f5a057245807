//! A proved copy of the database every night, in a folder beside it, and none older than two weeks.
//!
//! Whoever runs Steward puts one back with `steward restore`. What people do in Discord never asks
//! for this feature: it has no commands.

pub mod rules;

mod folder;
mod jobs;

use std::path::{Path, PathBuf};

use crate::config::Copies;
use crate::db::copy::with_suffix;
use crate::feature::Feature;

pub use folder::newest;

/// The form of the feature.
pub fn feature() -> Feature {
    Feature { jobs: &[jobs::DAILY], on_start: Some(|app| Box::pin(jobs::open(app))), ..Feature::new("copies") }
}

/// Where the copies of a database lie.
pub fn folder_of(database: &Path, settings: &Copies) -> PathBuf {
    settings.folder.clone().unwrap_or_else(|| with_suffix(database, "copies"))
}
