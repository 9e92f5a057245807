//! What came of a slowmode.

use crate::discord::outbox::{Effect, OrderState};
use crate::error::Message;
use crate::i18n::Span;
use crate::ids::ChannelId;

/// It is as it was to be.
pub fn same(channel: ChannelId, seconds: u64) -> Message {
    Message::new("slowmode-same").with("channel", channel).with("now", wait(seconds))
}

/// What is known of it, with what held before.
pub fn result(channel: ChannelId, before: u64, seconds: u64, state: OrderState) -> Message {
    let of = |key: &'static str| Message::new(key).with("channel", channel);
    match state {
        OrderState::Done => of("slowmode-done").with("now", wait(seconds)).with("before", wait(before)),
        OrderState::StillOnItsWay => of("slowmode-open").with("now", wait(seconds)).with("before", wait(before)),
        OrderState::Failed(why) => {
            let effect = Effect::SetSlowmode { channel, seconds, reason: String::new() };
            of("slowmode-failed").with("why", why.message(Some(&effect))).with("before", wait(before))
        }
        OrderState::Unknown => of("slowmode-unknown"),
    }
}

/// A wait, in the words of the reader.
fn wait(seconds: u64) -> Message {
    if seconds == 0 {
        Message::new("slowmode-off")
    } else {
        Span::of_seconds(f64::from(u32::try_from(seconds).unwrap_or(u32::MAX))).message()
    }
}
