//! What is decided about polls, by what is given alone.

pub mod edit;
pub mod options;
pub mod plan;
pub mod quorum;
pub mod runoff;
pub mod seats;
pub mod series;
pub mod tally;
pub mod vote;
