//! The reminder before a poll closes.

use crate::discord::ui::ping::Ping;
use crate::discord::ui::view::{Reply, View};
use crate::error::{Arg, Message};
use crate::features::polls::Poll;
use crate::i18n::{Locale, say};
use crate::ids::MessageId;
use crate::text::safe::Safe;

/// The reminder, as a reply to the card.
pub fn reminder(locale: Locale, poll: &Poll, card: MessageId, ping: Option<Ping>) -> View {
    let said = Message::new("poll-reminder")
        .with("number", poll.number.to_string())
        .with("question", poll.plan.question.as_str())
        .with("ago", Arg::Time(poll.plan.closes, 'R'))
        .with("at", Arg::Time(poll.plan.closes, 'f'));
    let text = ping.map(Ping::mention).into_iter().chain([say(locale, &said)]);
    let view = View::text(Safe::join(text, " "));
    let view = View { replies_to: Some(Reply { message: card, notifies: false }), ..view };
    match ping {
        Some(ping) => view.ping(ping),
        None => view,
    }
}
