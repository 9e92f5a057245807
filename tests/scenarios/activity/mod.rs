//! Stories of activity: what is counted, imported and shown.

pub mod figures;
mod import;
mod live;
mod replay;
