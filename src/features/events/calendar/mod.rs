//! Calendar files: an event, a series or a whole feed as iCalendar (RFC 5545), which other programs open and
//! subscribe to.
//!
//! - `text.rs`: how a line of such a file is written.
//! - `rules.rs`: what stands in it, by what is given alone.
//! - `contents.rs`: the events that stand in it.
//! - `store.rs`: the secret addresses of feeds. `feed.rs`: what is served there.
//! - `components.rs`: *Calendar file*.

pub mod components;
pub mod contents;
pub mod feed;
pub mod rules;
pub mod store;
mod text;
