//! Stories of activity: what is counted, imported and shown.

mod exports;
pub mod figures;
mod import;
mod live;
mod replay;
mod union;
