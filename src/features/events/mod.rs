//! Events: what another feature offers becomes an event on the list that Discord shows above the
//! channels of a server.
//!
//! When a poll of dates has a winner, it offers an event. This feature takes the offer in the same
//! transaction, orders the event once, and says in the channel of the poll what became of it: where it
//! stands, or why it does not, with a call for whoever asked.
//!
//! What it does not do: it has no commands. Whoever wants to change, move or cancel an event does so in
//! Discord, and Steward does not follow. Nobody signs up with it, and it reminds nobody; Discord does
//! both in its way.

mod attendance;
mod calendar;
mod record;
mod rules;
mod store;
mod views;

use serenity::all::{GatewayIntents, Permissions};

use crate::clock::Timestamp;
use crate::error::{Error, Message};
use crate::feature::Feature;
use crate::feature::offer::{Kind, Taker};
use crate::ids::{ChannelId, GuildId, MemberId, ids};

/// The name of the feature.
const NAME: &str = "events";

ids! {
    /// An event of a server, as it was offered.
    EventId,
}

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        accepts: &[Taker {
            kind: Kind::Event,
            take: |tx, offer, now| Box::pin(record::take(tx, offer, now)),
            shown_to_all: Some(Permissions::CREATE_EVENTS),
        }],
        on_order_ended: Some(|tx, delivered, now| Box::pin(record::delivered(tx, delivered, now))),
        tables: store::TABLES,
        intents: GatewayIntents::GUILDS,
        permissions: &[
            (Permissions::CREATE_EVENTS, "needs-create-events"),
            (Permissions::SEND_MESSAGES, "needs-events-messages"),
        ],
        ..Feature::new(NAME)
    }
}

/// An event that was offered. Words are as people typed them.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Event {
    id: EventId,
    guild: GuildId,
    /// Who called people together, unless they are forgotten.
    by: Option<MemberId>,
    /// Where people are told what became of it.
    channel: ChannelId,
    title: String,
    place: Option<String>,
    starts: Timestamp,
    ends: Timestamp,
    state: State,
}

/// How far an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
enum State {
    /// On its way.
    Ordered,
    Made,
    Failed,
    /// Nobody can say whether Discord made it.
    Unknown,
}

/// Why an offer is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Problem {
    /// It would have begun by now.
    Begun,
    /// An earlier try may have made it.
    Unclear,
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Told(Message::new(match problem {
            Problem::Begun => "events-begun",
            Problem::Unclear => "events-unclear",
        }))
    }
}
