//! Contact: a member writes to the staff in a private thread, which one of the staff joins.
//!
//! - `mod.rs`: what contact brings along, and its words: the types that all other files speak in.
//! - `store.rs`: all SQL, and what the table says about people.
//! - `commands.rs`: `/contact`; `components.rs`: *Join* and *Close*.
//! - `opening.rs`: how a thread is opened; `closing.rs`: how it ends, also where somebody deletes or locks it by hand.
//! - `orders.rs`: what becomes of orders; `cards.rs`: the card of each contact among the staff; `views.rs`: what people see.
//!
//! A member has one open contact. The thread is made under a channel that they see; nobody is written to by direct
//! message. Contacts have a form of their own in the list of features, because they share no table and no button with
//! cases and reports.

use std::time::Duration;

use serenity::all::GatewayIntents;

use crate::clock::Timestamp;
use crate::error::{Arg, Error, Message};
use crate::feature::Feature;
use crate::features::moderation::PRIVATE_THREAD_NEEDS;
use crate::ids::{ChannelId, GuildId, MemberId, ids};

pub mod actions;
mod cards;
mod closing;
mod commands;
mod components;
mod opening;
mod orders;
pub mod store;
pub mod views;

/// The name of the feature.
pub const NAME: &str = "contact";

/// So many within so long a member may open.
const QUOTAS: [(usize, Duration); 2] = [(3, Duration::from_secs(3_600)), (10, Duration::from_secs(86_400))];

ids! {
    /// A contact; staff know it by its number.
    ContactId,
}

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        actions: actions::ALL,
        commands: || vec![commands::contact()],
        routes: components::ROUTES,
        listen: Some(|app, event| Box::pin(closing::event(app, event))),
        cards: &[cards::CARD],
        on_order_ended: Some(|tx, order, now| Box::pin(orders::ended(tx, order, now))),
        tables: store::TABLES,
        intents: GatewayIntents::GUILDS,
        permissions: PRIVATE_THREAD_NEEDS,
        ..Feature::new(NAME)
    }
}

/// A member's thread with the staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub id: ContactId,
    pub guild: GuildId,
    pub number: i64,
    pub member: MemberId,
    /// What it is about, as typed.
    pub topic: Option<String>,
    pub state: ContactState,
    /// Why it was not opened: a word of the outbox.
    pub why: Option<String>,
    pub thread: Option<ChannelId>,
    pub opened: Timestamp,
    pub closed: Option<Closed>,
}

/// How a contact ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closed {
    /// Who has closed it; `None` where the thread was deleted or locked by hand.
    pub by: Option<MemberId>,
    pub at: Timestamp,
}

/// How far a contact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum ContactState {
    Open,
    Closed,
    /// The thread could not be made.
    Failed,
}

/// What a person can do something about.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Problem {
    #[error("a contact is open in {0}")]
    OpenIn(ChannelId),
    #[error("a contact is being opened")]
    Opening,
    #[error("too many contacts, until {0:?}")]
    TooMany(Timestamp),
    #[error("the thread could not be made")]
    NotOpened(Message),
    #[error("the contact was closed before")]
    Closed,
    #[error("the thread is not there yet")]
    NoThread,
    #[error("the contact is not kept any more")]
    Gone,
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Told(match problem {
            Problem::OpenIn(thread) => Message::new("contact-open-in").with("thread", thread),
            Problem::Opening => Message::new("contact-opening"),
            Problem::TooMany(until) => Message::new("contact-too-many").with("at", Arg::Time(until, 'R')),
            Problem::NotOpened(why) => Message::new("contact-not-opened").with("why", why),
            Problem::Closed => Message::new("contact-closed-before"),
            Problem::NoThread => Message::new("contact-no-thread"),
            Problem::Gone => Message::new("contact-gone"),
        })
    }
}
