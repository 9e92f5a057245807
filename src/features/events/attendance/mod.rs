//! Attendance: who really came to an event, by where they were while it ran or by a check-in.
//!
//! - `rules.rs`: from what Discord tells of voice channels to who came, by what is given alone.

pub mod rules;
