//! What is decided about polls, by what is given alone.

pub mod runoff;
pub mod tally;
