//! What people rely on, a test for each sentence: a folder for each feature, and a file for each part of the
//! platform.

mod access;
pub mod activity;
mod ama;
mod check;
mod correct;
pub mod digest;
pub mod door;
mod drafts;
mod events;
mod feedback;
mod help;
mod home;
mod hostile;
mod images;
mod matrix;
mod moderation;
mod offers;
mod people;
mod pings;
pub mod polls;
mod privacy;
mod setup;
pub mod surveys;
mod trust;
