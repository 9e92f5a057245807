//! What can go wrong, in two kinds: something a person can do something about, told in words of
//! theirs; and something we must fix, told as a reference that stands in the log too.

use std::borrow::Cow;

use crate::clock::Timestamp;
use crate::ids::{ChannelId, MemberId, RoleId};

/// What most functions give. Where a function says nothing of its errors, it gives a fault if the database
/// does not answer or does not take what is written, and is told if the disk is full or busy; nothing has
/// changed then.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A message for people: the key of a text in `i18n/` and what goes into it.
///
/// Arguments are typed, so that nothing a person wrote reaches another person unescaped.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    pub key: Cow<'static, str>,
    pub args: Vec<(&'static str, Arg)>,
}

/// What may stand in a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Words of a person or a name: escaped before they leave.
    Text(String),
    /// A whole number; chooses plural forms.
    Number(i64),
    /// A number with this many decimals.
    Decimal(f64, usize),
    Member(MemberId),
    Channel(ChannelId),
    Role(RoleId),
    /// `<t:…:style>`, shown in the reader's own zone; the style is one of Discord's letters.
    Time(Timestamp, char),
    /// Another message, in the same language.
    Message(Box<Message>),
}

impl Message {
    /// A text without anything to fill in yet.
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Self { key: key.into(), args: Vec::new() }
    }

    /// Fills `{ $name }`.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }

    /// Whether it says that somebody lacks a right, or that this may not be done to somebody.
    pub fn is_about_rights(&self) -> bool {
        ["access-", "refused-"].iter().any(|about| self.key.starts_with(about))
    }

    /// Whether it can be about what somebody typed: not, if it is about rights or the database takes nothing.
    pub fn may_be_about_input(&self) -> bool {
        !self.is_about_rights() && !self.key.starts_with("db-")
    }

    /// Whether it repeats these words of a person.
    pub fn quotes(&self, words: &str) -> bool {
        self.args.iter().any(|(_, arg)| match arg {
            Arg::Text(text) => text == words,
            Arg::Number(number) => words.parse::<i64>() == Ok(*number),
            Arg::Message(message) => message.quotes(words),
            _ => false,
        })
    }
}

macro_rules! arg_from {
    ($($from:ty => $variant:ident($map:expr)),* $(,)?) => {$(
        impl From<$from> for Arg {
            fn from(value: $from) -> Self {
                let map: fn($from) -> _ = $map;
                Self::$variant(map(value))
            }
        }
    )*};
}

arg_from! {
    String => Text(|s| s),
    &str => Text(str::to_owned),
    &String => Text(String::clone),
    i64 => Number(|n| n),
    i32 => Number(i64::from),
    u32 => Number(i64::from),
    usize => Number(|n| i64::try_from(n).unwrap_or(i64::MAX)),
    u64 => Number(|n| i64::try_from(n).unwrap_or(i64::MAX)),
    MemberId => Member(|id| id),
    ChannelId => Channel(|id| id),
    RoleId => Role(|id| id),
    Message => Message(Box::new),
}

/// Told (what a person should know) or Fault (what we must fix).
#[derive(Debug)]
pub enum Error {
    /// Shown to the person alone, in their language; nothing is logged.
    Told(Message),
    /// Logged once, at the boundary, with its reference; the person sees the reference.
    Fault(anyhow::Error),
}

impl Error {
    /// A fault with a sentence of ours.
    pub fn fault(what: impl std::fmt::Display + std::fmt::Debug + Send + Sync + 'static) -> Self {
        Self::Fault(anyhow::Error::msg(what))
    }
}

impl std::fmt::Display for Error {
    /// For the log: the key of what is told, or the fault with its causes.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Told(message) => f.write_str(&message.key),
            Self::Fault(error) => write!(f, "{error:#}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<Message> for Error {
    fn from(message: Message) -> Self {
        Self::Told(message)
    }
}

macro_rules! faults {
    ($($from:ty),* $(,)?) => {$(
        impl From<$from> for Error {
            fn from(error: $from) -> Self {
                Self::Fault(error.into())
            }
        }
    )*};
}

faults!(anyhow::Error, sqlx::Error, sqlx::migrate::MigrateError, std::io::Error, serde_json::Error, csv::Error);

/// Four letters and digits that a person can read out and we can find in the log: no 0/O, 1/I.
pub fn reference(random: u64) -> String {
    const ALPHABET: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    (0..4).map(|place| char::from(ALPHABET[(random >> (place * 5) & 31) as usize])).collect()
}
