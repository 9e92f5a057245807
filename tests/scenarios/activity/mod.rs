//! Stories of activity: what is counted, imported and shown.

mod backfill;
mod exports;
pub mod figures;
mod import;
mod live;
mod replay;
mod staff;
mod stats;
mod union;
