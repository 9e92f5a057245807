//! Calendar files: an event, a series or a whole feed as iCalendar (RFC 5545), which other programs open and
//! subscribe to.
//!
//! - `text.rs`: how a line of such a file is written.
//! - `rules.rs`: what stands in it, by what is given alone.

pub mod rules;
mod text;
