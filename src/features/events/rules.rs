//! What is decided, by what is given alone.

pub mod edit;
pub mod groups;
pub mod offer;
pub mod pick;
pub mod plan;
pub mod seats;
pub mod series;
pub mod timeline;
