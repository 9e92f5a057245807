//! Moderation: what staff note and decide about members, as numbered cases.
//!
//! So far: `/note` writes down what the team should know, `/case view` and `/case list` read it.

mod commands;
mod components;
mod digest;
mod rules;
mod store;
mod views;

use serenity::all::GatewayIntents;

use crate::clock::Timestamp;
use crate::error::{Error, Message};
use crate::feature::Feature;
use crate::ids::{GuildId, MemberId};

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        commands: || vec![commands::note(), commands::case()],
        press: Some(|press| Box::pin(components::press(press))),
        intents: GatewayIntents::GUILDS,
        digest: Some(|reading| Box::pin(digest::section(reading))),
        ..Feature::named("moderation")
    }
}

/// What a case records.
// Discord sends the place of a choice in this list, and a registered command may be old: append only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub enum Kind {
    #[name = "note"]
    Note,
    #[name = "warning"]
    Warn,
    #[name = "timeout"]
    Timeout,
    #[name = "timeout lifted"]
    Untimeout,
    #[name = "kick"]
    Kick,
    #[name = "ban"]
    Ban,
    #[name = "ban lifted"]
    Unban,
}

impl Kind {
    /// Every kind, as people choose among them.
    pub const ALL: [Self; 7] =
        [Self::Note, Self::Warn, Self::Timeout, Self::Untimeout, Self::Kick, Self::Ban, Self::Unban];

    /// As it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warn => "warn",
            Self::Timeout => "timeout",
            Self::Untimeout => "untimeout",
            Self::Kick => "kick",
            Self::Ban => "ban",
            Self::Unban => "unban",
        }
    }

    /// From what is stored.
    pub fn of(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// Its name for people.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::Note => "case-kind-note",
            Self::Warn => "case-kind-warn",
            Self::Timeout => "case-kind-timeout",
            Self::Untimeout => "case-kind-untimeout",
            Self::Kick => "case-kind-kick",
            Self::Ban => "case-kind-ban",
            Self::Unban => "case-kind-unban",
        })
    }
}

/// A record about a member, before it has its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub guild: GuildId,
    pub kind: Kind,
    pub member: MemberId,
    pub actor: MemberId,
    /// In the actor's words, as typed.
    pub reason: String,
    pub at: Timestamp,
}

/// A record about a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    pub number: i64,
    pub kind: Kind,
    pub member: MemberId,
    pub actor: MemberId,
    pub reason: String,
    pub at: Timestamp,
}

/// What a person at a moderation command can do something about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("a note without words")]
    EmptyNote,
    #[error("no case {0} here")]
    NoCase(i64),
    #[error("not a day: {0}")]
    NotADay(String),
    #[error("the range ends before it begins")]
    EmptyRange,
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Told(match problem {
            Problem::EmptyNote => Message::new("note-empty"),
            Problem::NoCase(number) => Message::new("case-none").with("number", number.to_string()),
            Problem::NotADay(typed) => Message::new("case-not-a-day").with("typed", typed),
            Problem::EmptyRange => Message::new("case-empty-range"),
        })
    }
}
