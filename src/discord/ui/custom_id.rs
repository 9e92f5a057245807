//! Names of buttons, selects and forms: `<feature>:<verb>:<version>:<row>[:<arg>]`.
//!
//! A custom_id carries no trust: it says which row to load, and whoever presses is authorised
//! then. The version rises when a button's meaning changes, so that one posted a year ago gets a
//! clear answer instead of a wrong act.

use std::fmt;
use std::str::FromStr;

/// A parsed custom_id; `to_string()` is what Discord stores, at most 100 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomId {
    pub feature: String,
    pub verb: String,
    pub version: u16,
    /// The row it is about; 0 where there is none.
    pub row: i64,
    /// What else the press needs, free of trust like the rest; without `:`.
    pub arg: String,
}

impl CustomId {
    /// Without an argument.
    pub fn new(feature: &str, verb: &str, version: u16, row: i64) -> Self {
        Self { feature: feature.into(), verb: verb.into(), version, row, arg: String::new() }
    }

    /// With an argument.
    #[must_use]
    pub fn arg(mut self, arg: impl fmt::Display) -> Self {
        self.arg = arg.to_string();
        self
    }
}

impl fmt::Display for CustomId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}:{}", self.feature, self.verb, self.version, self.row)?;
        if self.arg.is_empty() { Ok(()) } else { write!(f, ":{}", self.arg) }
    }
}

/// The text was not made by us, or by a version with other names.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("not one of our custom_ids")]
pub struct Foreign;

impl FromStr for CustomId {
    type Err = Foreign;

    fn from_str(text: &str) -> Result<Self, Foreign> {
        let mut parts = text.splitn(5, ':');
        let mut next = || parts.next().filter(|part| !part.is_empty());
        let (feature, verb) = (next().ok_or(Foreign)?.to_owned(), next().ok_or(Foreign)?.to_owned());
        let version = next().and_then(|part| part.parse().ok()).ok_or(Foreign)?;
        let row = next().and_then(|part| part.parse().ok()).ok_or(Foreign)?;
        Ok(Self { feature, verb, version, row, arg: parts.next().unwrap_or_default().to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for id in [CustomId::new("polls", "vote", 2, 17), CustomId::new("moderation", "cases", 1, 0).arg("2.a.b")] {
            assert_eq!(id.to_string().parse(), Ok(id));
        }
    }

    #[test]
    fn what_others_wrote_is_foreign() {
        for text in
            ["", "vote", "polls:vote", "polls:vote:x:1", "polls:vote:1:", "::1:1", "polls:vote:1:9999999999999999999"]
        {
            assert_eq!(text.parse::<CustomId>(), Err(Foreign), "{text:?}");
        }
    }
}
