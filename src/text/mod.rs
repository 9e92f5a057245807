//! Text for people: names, times, zones, durations, Discord's limits, and the one type that may leave;
//! RFC 3339 and tables for programs.

pub mod duration;
pub mod find;
pub mod limits;
pub mod places;
pub mod rfc3339;
pub mod safe;
pub mod similar;
pub mod table;
pub mod when;
mod words;
pub mod zone;
