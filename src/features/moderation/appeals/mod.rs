//! Appeals: what people say against a case about them, and what somebody else than the moderator who acted decides.
//!
//! - `mod.rs`: what appeals bring along, and their words: the types that all other files speak in.
//! - `rules.rs`: which cases can be appealed, how often and until when; when staff are reminded.
//! - `store.rs`: all SQL, and what the tables say about people.
//! - `commands.rs`: `/appeals list`.
//! - `filing.rs`: how an appeal is made, from a notice or from `/mycases`, and how questions about it are answered.
//! - `settling.rs`: who may decide, and what follows: the notice is changed, and what is in force lifted.
//! - `ending.rs`: how an appeal ends, once, also where its case is voided without it; `telling.rs`: how the person hears of it.
//! - `components.rs`: the buttons and forms of both sides.
//! - `cards.rs`: the card of each appeal among the staff; `jobs.rs`: reminders; `views.rs`: what people see; `offer.rs`: what
//!   notices, records and cases say of appeals.
//!
//! Appeals have a form of their own in the list of features, because they share no table and no button with cases. An
//! approved appeal voids its case through [`amend`](super::amend) like every other case that is voided.

use serenity::all::{GatewayIntents, Permissions};

use crate::clock::Timestamp;
use crate::error::{Arg, Error, Message};
use crate::feature::Feature;
use crate::ids::{GuildId, MemberId, ids};

use super::CaseId;

pub mod actions;
pub mod cards;
mod commands;
mod components;
pub mod digest;
pub mod ending;
pub mod filing;
mod jobs;
pub mod offer;
pub mod rules;
mod settling;
pub mod store;
pub mod telling;
mod views;

/// The name of the feature.
pub const NAME: &str = "appeals";

ids! {
    /// An appeal; staff know it by its number.
    AppealId,
    /// What staff ask somebody who appeals.
    AppealQuestionId,
}

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        actions: actions::ALL,
        commands: || vec![commands::appeals()],
        routes: components::ROUTES,
        cards: &[cards::CARD],
        jobs: &[jobs::REMIND, jobs::TELL],
        on_order_ended: Some(|tx, order, now| Box::pin(cards::order_ended(tx, order, now))),
        tables: store::TABLES,
        intents: GatewayIntents::GUILDS,
        permissions: &[
            (Permissions::SEND_MESSAGES, "needs-send-messages"),
            (Permissions::EMBED_LINKS, "needs-embed-links"),
        ],
        ..Feature::new(NAME)
    }
}

/// What somebody says against a case about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appeal {
    pub id: AppealId,
    pub guild: GuildId,
    pub number: i64,
    pub case: CaseId,
    pub case_number: i64,
    pub member: MemberId,
    /// In their words, as typed.
    pub text: String,
    pub state: AppealState,
    pub opened: Timestamp,
    pub decided: Option<(MemberId, Timestamp)>,
    /// Whether who decided had acted too, because there was nobody else.
    pub alone: bool,
    /// Why it was denied, for the person.
    pub reason: Option<String>,
    /// What became of the word to the person.
    pub told: Option<Sent>,
}

/// How far an appeal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum AppealState {
    Open,
    /// The case was voided because of it.
    Approved,
    Denied,
    /// The case was voided without it.
    Closed,
}

/// What became of a message to the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    pub state: SentState,
    /// Why it failed: a word of the outbox.
    pub why: Option<String>,
}

/// How far a message to the person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum SentState {
    Waiting,
    Delivered,
    Failed,
    /// Discord did not say whether it was sent.
    Unknown,
}

/// What staff ask somebody who appeals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppealQuestion {
    pub id: AppealQuestionId,
    pub guild: GuildId,
    pub appeal: AppealId,
    pub by: MemberId,
    pub text: String,
    pub at: Timestamp,
    pub sent: Sent,
    pub answer: Option<(String, Timestamp)>,
}

/// An appeal that was kept, as its receipt tells of it.
pub struct Filed {
    pub case_number: i64,
    /// Whether there is a channel where the staff sees it.
    pub has_channel: bool,
}

/// What a person who appeals, or decides, can do something about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("an appeal without words")]
    NoWords,
    #[error("the case is not kept any more, or is somebody else's")]
    NoCase,
    #[error("case {0} is nothing to appeal")]
    NothingToAppeal(i64),
    #[error("case {0} was voided")]
    Voided(i64),
    #[error("case {of} is appealed since {since:?}")]
    Open { of: i64, since: Timestamp },
    #[error("case {of} could be appealed until {until:?}")]
    TooLate { of: i64, until: Timestamp },
    #[error("case {of} can be appealed again from {from:?} on")]
    NotYet { of: i64, from: Timestamp },
    #[error("case {0} was appealed as often as it can be")]
    NoMore(i64),
    #[error("appeal {number} was decided before")]
    Decided { number: i64, by: MemberId, at: Timestamp },
    #[error("appeal {0} is against an act of the actor")]
    OwnAct(i64),
    #[error("whether there is anybody else is not known")]
    UnknownStaff,
    #[error("a denial without a reason")]
    NoReason,
    #[error("a question without words")]
    NoQuestion,
    #[error("a question about the appeal waits for its answer")]
    QuestionWaits,
    #[error("the question was answered, or is not kept any more")]
    NoQuestionOpen,
    #[error("the appeal is not kept any more")]
    Gone,
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        let of = |key: &'static str, number: i64| Message::new(key).with("number", number.to_string());
        Self::Told(match problem {
            Problem::NoWords => Message::new("appeal-no-words"),
            Problem::NoCase => Message::new("appeal-no-case"),
            Problem::NothingToAppeal(number) => of("appeal-nothing", number),
            Problem::Voided(number) => of("appeal-voided", number),
            Problem::Open { of: number, since } => of("appeal-open-before", number).with("ago", Arg::Time(since, 'R')),
            Problem::TooLate { of: number, until } => {
                of("appeal-too-late", number).with("until", Arg::Time(until, 'D'))
            }
            Problem::NotYet { of: number, from } => of("appeal-not-yet", number).with("from", Arg::Time(from, 'D')),
            Problem::NoMore(number) => of("appeal-no-more", number),
            Problem::Decided { number, by, at } => {
                of("appeal-decided-before", number).with("by", by).with("ago", Arg::Time(at, 'R'))
            }
            Problem::OwnAct(number) => of("appeal-own-act", number),
            Problem::UnknownStaff => Message::new("appeal-unknown-staff"),
            Problem::NoReason => Message::new("appeal-no-reason"),
            Problem::NoQuestion => Message::new("appeal-no-question"),
            Problem::QuestionWaits => Message::new("appeal-question-waits"),
            Problem::NoQuestionOpen => Message::new("appeal-no-question-open"),
            Problem::Gone => Message::new("appeal-gone"),
        })
    }
}
