//! Reports: members tell the moderators of a message or a person, and hear, if they want, when it is settled.
//!
//! - `mod.rs`: what reports bring along, and their words: the types that all other files speak in.
//! - `rules.rs`: how many reports a member may send, and what a report can lead to (`Act`).
//! - `store.rs`: all SQL, and what the tables say about people.
//! - `commands.rs`: the menus *Report to moderators* and *Report member*, `/report` and `/reports list`.
//! - `filing.rs`: how a report is kept, and merged with others about the same.
//! - `components.rs`: the form of a report, and the buttons of receipt, card and list.
//! - `settling.rs`: who may read a report, what is done about it, and how it ends, once, whatever button or preview it
//!   was.
//! - `cards.rs`: the card of each report among the staff; `views.rs`: what people see.
//!
//! Reports about the same message, or about the same person, are one as long as it is open. A report about somebody
//! of the staff is read and decided by managers alone. Reports have a form of their own in the list of features,
//! because they share no table and no button with cases; what is done to people goes through
//! [`record`](super::record) like every other act.

use serde::{Deserialize, Serialize};
use serenity::all::{GatewayIntents, Permissions};

use crate::clock::Timestamp;
use crate::error::{Arg, Error, Message};
use crate::feature;
use crate::feature::Feature;
use crate::ids::{ChannelId, GuildId, MemberId, MessageId, ids};

use super::rules::link::Link;

pub mod actions;
mod cards;
mod commands;
mod components;
pub mod digest;
mod filing;
mod rules;
pub mod settling;
mod store;
mod views;

/// The name of the feature.
pub const NAME: &str = "reports";

ids! {
    /// A report; staff know it by its number.
    ReportId,
    /// What one member wrote in it.
    ReportEntryId,
}

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        actions: actions::ALL,
        commands: || {
            vec![commands::report_message(), commands::report_member(), commands::report(), commands::reports()]
        },
        routes: components::ROUTES,
        cards: &[cards::CARD],
        on_order_ended: Some(|tx, order, now| Box::pin(cards::order_ended(tx, order, now))),
        tables: store::TABLES,
        intents: GatewayIntents::GUILDS,
        permissions: &[
            (Permissions::SEND_MESSAGES, "needs-send-messages"),
            (Permissions::EMBED_LINKS, "needs-embed-links"),
            (Permissions::MANAGE_MESSAGES, "needs-delete-reported"),
        ],
        ..Feature::new(NAME)
    }
}

/// What members have told of one message or one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub id: ReportId,
    pub guild: GuildId,
    pub number: i64,
    /// Who is reported.
    pub member: MemberId,
    /// The message; `None` where the person is reported.
    pub message: Option<(ChannelId, MessageId)>,
    /// The message as it was when it was first reported; empty where it had no words.
    pub quote: Option<String>,
    /// Only managers may read it.
    pub about_staff: bool,
    pub state: ReportState,
    pub opened: Timestamp,
    pub claimed: Option<(MemberId, Timestamp)>,
    pub decided: Option<(MemberId, Timestamp)>,
    /// The number of the case that came of it.
    pub case: Option<i64>,
    pub deletion: Option<Deletion>,
    /// How many different people have reported.
    pub reporters: i64,
}

impl Report {
    /// Where the message is.
    pub fn link(&self) -> Option<Link> {
        self.message.map(|(channel, message)| Link { guild: self.guild, channel, message })
    }
}

/// How far a report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum ReportState {
    Open,
    /// Something was done.
    Acted,
    /// Nothing had to be done.
    Dismissed,
}

/// What became of the deletion of a reported message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deletion {
    pub state: DeletionState,
    /// Why it failed: a word of the outbox.
    pub why: Option<String>,
}

/// How far a deletion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum DeletionState {
    Waiting,
    Done,
    Failed,
    /// Discord did not say whether it was done.
    Unknown,
}

/// What one member wrote in a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportEntry {
    pub report: ReportId,
    pub reporter: MemberId,
    pub reason: String,
    pub evidence: Option<String>,
    pub at: Timestamp,
}

/// A report that was kept, as its receipt tells of it.
pub struct Filed {
    pub entry: ReportEntryId,
    /// Whether there is a channel where the staff sees it.
    pub has_channel: bool,
    /// Whether managers alone read it.
    pub about_staff: bool,
}

/// What a member is about to report: begun in a menu, sent with its form.
pub type Draft = feature::draft::Draft<ReportSpec>;

/// What is reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportSpec {
    pub member: MemberId,
    /// A bot or a webhook, which is nobody of the staff.
    pub bot: bool,
    pub message: Option<(ChannelId, MessageId)>,
    /// The message as it was when its menu was opened.
    pub quote: Option<String>,
}

/// What a person who reports, or looks at reports, can do something about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("a report without words")]
    NoWords,
    #[error("a report about oneself")]
    Yourself,
    #[error("a report about Steward")]
    Steward,
    #[error("too many reports, until {0:?}")]
    TooMany(Timestamp),
    #[error("the report is about the actor")]
    AboutYou,
    #[error("report {number} was settled before")]
    Settled { number: i64, by: MemberId, at: Timestamp },
    #[error("report {number} is claimed")]
    Claimed { number: i64, by: MemberId, at: Timestamp },
    #[error("report {0} is about no message")]
    NoMessage(i64),
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        let told = |key: &'static str, number: i64, by: MemberId, at: Timestamp| {
            Message::new(key).with("number", number.to_string()).with("by", by).with("ago", Arg::Time(at, 'R'))
        };
        Self::Told(match problem {
            Problem::NoWords => Message::new("report-no-words"),
            Problem::Yourself => Message::new("report-yourself"),
            Problem::Steward => Message::new("report-steward"),
            Problem::TooMany(until) => Message::new("report-too-many").with("at", Arg::Time(until, 'R')),
            Problem::AboutYou => Message::new("report-about-you"),
            Problem::Settled { number, by, at } => told("report-settled-before", number, by, at),
            Problem::Claimed { number, by, at } => told("report-claimed-before", number, by, at),
            Problem::NoMessage(number) => Message::new("report-no-message").with("number", number.to_string()),
        })
    }
}
