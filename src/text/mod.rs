//! Text for people: times, zones, durations, Discord's limits, and the one type that may leave.

pub mod duration;
pub mod limits;
pub mod safe;
pub mod when;
mod words;
pub mod zone;
