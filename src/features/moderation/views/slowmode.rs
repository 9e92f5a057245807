//! What came of a slowmode, for whoever set it and for the mod log.

use crate::discord::outbox::{Effect, OrderState};
use crate::discord::ui::view::{Embed, View};
use crate::error::Message;
use crate::features::moderation::Slowmode;
use crate::i18n::{Locale, Span, say};
use crate::ids::ChannelId;

use super::words;

/// It is as it was to be.
pub fn same(channel: ChannelId, seconds: i64) -> Message {
    Message::new("slowmode-same").with("channel", channel).with("now", wait(seconds))
}

/// What is known of it, with what held before.
pub fn result(slowmode: &Slowmode, state: OrderState) -> Message {
    let Slowmode { channel, before, seconds, .. } = *slowmode;
    let of = |key: &'static str| Message::new(key).with("channel", channel);
    match state {
        OrderState::Done => of("slowmode-done").with("now", wait(seconds)).with("before", wait(before)),
        OrderState::StillOnItsWay => of("slowmode-open").with("now", wait(seconds)).with("before", wait(before)),
        OrderState::Failed(why) => {
            let effect = Effect::SetSlowmode { channel, seconds: 0, reason: String::new() };
            of("slowmode-failed").with("why", why.message(Some(&effect))).with("before", wait(before))
        }
        OrderState::Unknown => of("slowmode-unknown"),
    }
}

/// The same as the mod log says it.
pub fn entry(locale: Locale, slowmode: &Slowmode, state: OrderState) -> View {
    let lines = [
        result(slowmode, state),
        Message::new("slowmode-log-by").with("actor", slowmode.actor),
        Message::new("slowmode-log-at").with("at", words::instant(slowmode.at)),
    ];
    let title = say(locale, &Message::new("slowmode-log-title"));
    View::embed(Embed::titled(title).description(words::lines(locale, lines)))
}

/// A wait, in the words of the reader.
fn wait(seconds: i64) -> Message {
    if seconds == 0 {
        Message::new("slowmode-off")
    } else {
        Span::of_seconds(f64::from(i32::try_from(seconds).unwrap_or(i32::MAX))).message()
    }
}
