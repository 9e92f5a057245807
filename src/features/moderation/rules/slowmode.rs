//! How long people wait between two messages of theirs in a channel.

use std::time::Duration;

use crate::error::Message;
use crate::features::moderation::rules::length::{self, NotALength};

/// The longest that Discord takes.
const LONGEST: Duration = Duration::from_secs(6 * 3_600);
/// The shortest.
const SHORTEST: Duration = Duration::from_secs(1);
/// What switches it off, in the languages that people type.
const OFF: [&str; 5] = ["off", "none", "выкл", "нет", "oprit"];

/// The wait that somebody typed, in seconds; 0 for none.
///
/// # Errors
/// What they are told, if it is none that Discord takes.
pub fn interval(typed: &str) -> Result<i64, Message> {
    let word = typed.trim().to_lowercase();
    if OFF.contains(&&*word) || word.trim_end_matches('s') == "0" {
        return Ok(0);
    }
    let told = |problem: NotALength| problem.message("slowmode-unread", "slowmode-short", "slowmode-long");
    Ok(length::length(typed, SHORTEST, LONGEST).map_err(told)?.as_secs().cast_signed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_is_read_as_people_write_it() {
        for (typed, seconds) in
            [("off", 0), (" OFF ", 0), ("0", 0), ("0s", 0), ("выкл", 0), ("10s", 10), ("1 min", 60), ("6h", 21_600)]
        {
            assert_eq!(interval(typed), Ok(seconds), "{typed:?}");
        }
    }

    #[test]
    fn what_is_no_interval_says_why() {
        let told = |key: &'static str, typed: &str| Err(Message::new(key).with("typed", typed));
        assert_eq!(interval("7h"), told("slowmode-long", "7h"));
        assert_eq!(interval(" slow "), told("slowmode-unread", "slow"));
        assert_eq!(interval("10"), told("slowmode-unread", "10"));
    }
}
