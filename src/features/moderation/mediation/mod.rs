//! Mediation: two members talk in a private thread, led by one of the staff, if both of them want to.
//!
//! - `mod.rs`: what mediation brings along, and its words: the types that all other files speak in.
//! - `store.rs`: all SQL, and what the tables say about people.
//! - `commands.rs`: `/mediate start` and `/mediate close`; `components.rs`: the buttons of an invitation and of the card.
//! - `inviting.rs`: how both are invited, each alone; `answering.rs`: what they answer, and when it is over;
//!   `meeting.rs`: the thread, once both have accepted; `closing.rs`: how it ends; `telling.rs`: who learns of what.
//! - `orders.rs`: what becomes of orders; `cards.rs`: the card of each mediation among the staff; `views.rs`: what people
//!   see.
//!
//! Nobody learns what another has answered. Only both together open the thread; anything else ends after 72 hours in the
//! same way, whoever declined or said nothing, and the answers are deleted then. A mediation is a record of its own and no
//! case: nothing of it counts against anybody.

use std::time::Duration;

use serenity::all::GatewayIntents;

use crate::clock::Timestamp;
use crate::error::{Error, Message};
use crate::feature::Feature;
use crate::features::moderation::PRIVATE_THREAD_NEEDS;
use crate::ids::{ChannelId, GuildId, MemberId, OutboxId, ids};

pub mod actions;
mod answering;
mod cards;
mod closing;
mod commands;
mod components;
mod inviting;
mod meeting;
mod orders;
mod store;
mod telling;
mod views;

/// The name of the feature.
pub const NAME: &str = "mediation";

/// So long both can answer.
const ANSWERED_WITHIN: Duration = Duration::from_hours(72);

ids! {
    /// A mediation; staff know it by its number.
    MediationId,
    /// One of the two in a mediation.
    SideId,
}

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        actions: actions::ALL,
        commands: || vec![commands::mediate()],
        routes: components::ROUTES,
        listen: Some(|app, event| Box::pin(meeting::event(app, event))),
        cards: &[cards::CARD],
        jobs: &[answering::EXPIRE],
        on_order_ended: Some(|tx, order, now| Box::pin(orders::ended(tx, order, now))),
        tables: store::TABLES,
        intents: GatewayIntents::GUILDS.union(GatewayIntents::GUILD_MEMBERS),
        permissions: PRIVATE_THREAD_NEEDS,
        ..Feature::new(NAME)
    }
}

/// A talk between two members, led by one of the staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mediation {
    pub id: MediationId,
    pub guild: GuildId,
    pub number: i64,
    pub mediator: MemberId,
    /// What it is about, as typed.
    pub topic: Option<String>,
    pub state: MediationState,
    /// Whether the mediator knows that not both have accepted.
    pub told: bool,
    /// The channel under which the thread is made.
    pub parent: ChannelId,
    pub thread: Option<ChannelId>,
    /// Why the thread could not be made: a word of the outbox.
    pub why: Option<String>,
    /// Until when both can answer.
    pub expires: Timestamp,
    /// Who has closed it; `None` where its thread was deleted by hand.
    pub closed_by: Option<MemberId>,
    /// What came of it, as typed.
    pub outcome: Option<String>,
    pub ended: Option<Timestamp>,
}

/// How far a mediation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum MediationState {
    /// Both can answer.
    Invited,
    /// Both have accepted, and the thread is being made.
    Opening,
    Open,
    Closed,
    /// Not both have accepted in time.
    Unheld,
    /// The thread could not be made.
    Failed,
}

/// One of the two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    pub id: SideId,
    pub mediation: MediationId,
    pub guild: GuildId,
    pub member: MemberId,
    pub answer: Option<Answer>,
    /// Where a line may say that there is something to read; `None`: nowhere.
    pub channel: Option<ChannelId>,
    pub sent: Sent,
    /// Why the invitation failed: a word of the outbox.
    pub why: Option<String>,
    /// What has sent the invitation last.
    pub order: Option<OutboxId>,
}

/// What somebody who is invited answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum Answer {
    Accepted,
    Declined,
}

/// How far an invitation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum Sent {
    Waiting,
    Delivered,
    /// A line in a channel says that there is something to read.
    InChannel,
    Failed,
    /// Discord did not say whether it was sent.
    Unknown,
}

/// Somebody who is to be invited, and where a line may stand if they take no direct messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Invited {
    pub member: MemberId,
    pub channel: Option<ChannelId>,
}

/// What is to be started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMediation {
    pub guild: GuildId,
    pub mediator: MemberId,
    pub topic: Option<String>,
    pub sides: [Invited; 2],
    /// The channel under which the thread is made.
    pub parent: ChannelId,
}

/// What a person can do something about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("the same person twice")]
    Same,
    #[error("the mediator is one of the two")]
    Yourself,
    #[error("{0} is a bot")]
    Bot(MemberId),
    #[error("{0} is not here")]
    NotHere(MemberId),
    #[error("mediation {number} between them runs")]
    Running { number: i64, mediator: MemberId },
    #[error("the invitation is for somebody else")]
    NotYours,
    #[error("the invitation has ended")]
    Over,
    #[error("no mediation runs that the actor could close")]
    NoneRunning,
    #[error("{0} mediations run")]
    Several(usize),
    #[error("the mediation is not kept any more")]
    Gone,
    #[error("mediation {0} has ended")]
    Ended(i64),
    #[error("mediation {0} is about the actor")]
    AboutYou(i64),
    #[error("an outcome without words")]
    NoOutcome,
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        let of = |key: &'static str, number: i64| Message::new(key).with("number", number.to_string());
        Self::Told(match problem {
            Problem::Same => Message::new("mediation-same"),
            Problem::Yourself => Message::new("mediation-yourself"),
            Problem::Bot(member) => Message::new("mediation-bot").with("member", member),
            Problem::NotHere(member) => Message::new("mediation-not-here").with("member", member),
            Problem::Running { number, mediator } => of("mediation-running", number).with("mediator", mediator),
            Problem::NotYours => Message::new("mediation-not-yours"),
            Problem::Over => Message::new("mediation-invitation-over"),
            Problem::NoneRunning => Message::new("mediation-none-running"),
            Problem::Several(count) => Message::new("mediation-several").with("count", count),
            Problem::Gone => Message::new("mediation-gone"),
            Problem::Ended(number) => of("mediation-ended-before", number),
            Problem::AboutYou(number) => of("mediation-about-you", number),
            Problem::NoOutcome => Message::new("mediation-no-outcome"),
        })
    }
}
