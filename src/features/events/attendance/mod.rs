//! Attendance: who really came to an event, by where they were while it ran or by a check-in, and how they liked it.
//!
//! - `rules.rs`: from what Discord tells of voice channels to who came, and who can check in or rate, by what is given
//!   alone.
//! - `store/`: all SQL, a file for each table.
//! - `listen.rs`: what Discord tells of voice channels, written while an event runs.
//! - `counting.rs`: what came of an event, once it is over.
//! - `keeping.rs`: words beside ratings become feedback.
//! - `checkin.rs`, `components.rs`: *Check in* and the ratings. `cards.rs`: the post that asks for them. `report.rs`:
//!   what organisers learn. `views.rs`: what people see.

use crate::error::{Arg, Error, Message};

use crate::clock::Timestamp;

pub mod cards;
pub mod checkin;
pub mod components;
pub mod counting;
pub mod keeping;
pub mod listen;
pub mod report;
pub mod rules;
pub mod store;
pub mod views;

/// What a person at an event can do something about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("check-in opens at {0:?}")]
    TooEarly(Timestamp),
    #[error("it is over")]
    Over,
    #[error("nobody has opened check-in")]
    NoDoor,
    #[error("not the code")]
    WrongCode,
    #[error("it is not over")]
    NotOver,
    #[error("they did not come")]
    WasNotThere,
    #[error("they have not rated it")]
    NotRated,
    #[error("it was too long ago to rate it")]
    TooLate,
    #[error("nothing that may be kept as feedback")]
    NothingToKeep,
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Told(problem.into())
    }
}

impl From<Problem> for Message {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::TooEarly(at) => Self::new("events-checkin-early").with("at", Arg::Time(at, 'R')),
            Problem::Over => Self::new("events-checkin-over"),
            Problem::NoDoor => Self::new("events-checkin-closed"),
            Problem::WrongCode => Self::new("events-checkin-wrong"),
            Problem::NotOver => Self::new("events-rating-early"),
            Problem::WasNotThere => Self::new("events-rating-absent"),
            Problem::NotRated => Self::new("events-rating-none"),
            Problem::TooLate => Self::new("events-rating-late"),
            Problem::NothingToKeep => Self::new("events-keep-nothing"),
        }
    }
}
