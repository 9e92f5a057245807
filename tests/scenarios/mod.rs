//! What people rely on, a test for each sentence.

mod activity_figures;
mod activity_import;
mod activity_live;
mod activity_replay;
mod digest;
mod digest_public;
pub mod digest_weekly;
pub mod door;
mod help;
mod home;
mod hostile;
mod matrix;
mod moderation;
mod moderation_cases;
mod moderation_notice;
mod moderation_points;
mod moderation_timeout;
mod moderation_warn;
mod people;
mod setup;
mod setup_check;
mod setup_create;
mod setup_kinds;
mod setup_start;
mod trust;
