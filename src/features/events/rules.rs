//! What is decided, by what is given alone.

pub mod offer;
