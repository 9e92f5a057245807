//! The list of features and nothing else.

pub mod activity;
pub mod digest;
pub mod moderation;
pub mod setup;

use crate::feature::Feature;

/// Every feature, in the order in which people meet them.
pub fn all() -> Vec<Feature> {
    vec![setup::feature(), moderation::feature(), activity::feature(), digest::feature()]
}
