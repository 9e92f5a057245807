//! The week: what takes place in a server on each of its days, as a list and as a picture, and the way to the calendar
//! feeds.
//!
//! - `commands.rs`: `/events`. `components.rs`: turning weeks and pages, and the feeds.
//! - `plan.rs`: what a person sees of a week. `views.rs`, `picture.rs`: as they see it.

use crate::features::events::agenda::Entry;
use crate::ids::{ChannelId, MessageId};
use crate::text::zone::{Week, Zone};

pub mod commands;
pub mod components;
mod picture;
mod plan;
mod views;

/// Something that takes place in a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    pub entry: Entry,
    /// How many go, guests included; of one without a card 0.
    pub going: u32,
    /// Where its card is.
    pub card: Option<(ChannelId, MessageId)>,
    /// The channel where it takes place, if the reader sees that too.
    pub room: Option<ChannelId>,
}

/// A week of a server, as one person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub week: Week,
    pub zone: Zone,
    /// The day it is, since 1970-01-01.
    pub today: i64,
    pub planned: Vec<Planned>,
    /// Whether calendars can be subscribed to.
    pub has_feeds: bool,
}
