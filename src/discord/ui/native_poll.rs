//! A poll of Discord's own, as a message carries it; `outbox` says what became of one.

use serde_json::{Value, json};

use crate::text::limits;
use crate::text::limits::label;
use crate::text::safe::Safe;

/// A poll for Discord to carry out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NativePoll {
    pub question: Safe,
    /// At most 10.
    pub answers: Vec<Safe>,
    /// Whether one may vote for several.
    pub multi: bool,
    /// How long it runs: 1 to 768 hours.
    pub hours: u32,
}

impl NativePoll {
    /// As Discord takes it; it knows no markdown there.
    pub(crate) fn json(&self) -> Value {
        let answers = self.answers.iter().take(limits::POLL_ANSWERS);
        let answers = answers.map(|answer| json!({"poll_media": {"text": label(answer, limits::POLL_ANSWER)}}));
        json!({
            "question": {"text": label(&self.question, limits::POLL_QUESTION)},
            "answers": answers.collect::<Vec<_>>(),
            "allow_multiselect": self.multi,
            "duration": self.hours.clamp(1, limits::POLL_HOURS),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_poll_is_cut_to_what_discord_takes() {
        let long = || Safe::escape(&"*👍".repeat(200));
        let poll = NativePoll { question: long(), answers: vec![long(); 12], multi: true, hours: 9_999 }.json();
        // A letter of two units is not cut in half.
        assert!((299..=300).contains(&limits::len_utf16(poll["question"]["text"].as_str().unwrap())));
        assert_eq!(poll["answers"].as_array().unwrap().len(), 10);
        assert!(limits::len_utf16(poll["answers"][0]["poll_media"]["text"].as_str().unwrap()) <= 55);
        assert!(!poll.to_string().contains('\\'), "no backslash is seen where there is no markdown");
        assert_eq!((poll["allow_multiselect"].as_bool(), poll["duration"].as_u64()), (Some(true), Some(768)));
    }
}
