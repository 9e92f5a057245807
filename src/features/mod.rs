//! The list of features and nothing else.

pub mod activity;
pub mod digest;
pub mod moderation;
pub mod setup;
