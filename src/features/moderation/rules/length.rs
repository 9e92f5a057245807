//! Lengths of time as people type them, within what an act takes.

use std::time::Duration;

use crate::error::Message;
use crate::text::duration;

/// Why a text is no length that an act takes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotALength {
    #[error("not a span: {0}")]
    NotUnderstood(String),
    #[error("too short: {0}")]
    TooShort(String),
    #[error("too long: {0}")]
    TooLong(String),
}

impl NotALength {
    /// What the person is told: the keys of the texts of an act, each with `$typed`.
    pub fn message(self, unread: &'static str, short: &'static str, long: &'static str) -> Message {
        let (key, typed) = match self {
            Self::NotUnderstood(typed) => (unread, typed),
            Self::TooShort(typed) => (short, typed),
            Self::TooLong(typed) => (long, typed),
        };
        Message::new(key).with("typed", typed)
    }
}

/// The length that somebody typed, if it is one within these bounds.
pub fn length(typed: &str, shortest: Duration, longest: Duration) -> Result<Duration, NotALength> {
    let typed = typed.trim();
    if duration::is_forever(typed) {
        return Err(NotALength::TooLong(typed.to_owned()));
    }
    match duration::parse(typed) {
        Ok(length) if length < shortest => Err(NotALength::TooShort(typed.to_owned())),
        Ok(length) if length <= longest => Ok(length),
        Ok(_) | Err(duration::Problem::TooLong) => Err(NotALength::TooLong(typed.to_owned())),
        Err(duration::Problem::NotUnderstood) => Err(NotALength::NotUnderstood(typed.to_owned())),
    }
}
