//! How far a reading of history has come.

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Button, Embed, View};
use crate::error::{Arg, Message};
use crate::features::activity::backfill::{Backfill, State, Tally};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

/// A reading, its channel named where the reader sees it, with the buttons that show it again and end it while it is not over.
pub fn card(locale: Locale, backfill: &Backfill, tally: Tally, is_seen: bool) -> View {
    let say = |message: Message| say(locale, &message);
    let title = match backfill.state {
        State::Waiting | State::Running => "activity-backfill-running",
        State::Done => "activity-backfill-done",
        State::Cancelled => "activity-backfill-cancelled",
    };
    let what = match backfill.channel {
        Some(_) if !is_seen => Message::new("activity-backfill-hidden"),
        Some(channel) => Message::new("activity-backfill-channel").with("channel", channel),
        None => Message::new("activity-backfill-all"),
    };
    let span = Message::new("activity-backfill-span")
        .with("since", Arg::Time(backfill.since, 'f'))
        .with("until", Arg::Time(backfill.until, 'f'));
    let channels = match backfill.state {
        State::Waiting => Some(Message::new("activity-backfill-listing")),
        State::Running | State::Done => {
            Some(Message::new("activity-backfill-channels").with("done", tally.done).with("channels", tally.channels))
        }
        State::Cancelled => None,
    };
    let messages = Message::new("activity-backfill-messages").with("count", backfill.messages);
    let known = (backfill.known > 0).then(|| Message::new("activity-backfill-known").with("count", backfill.known));
    let failed = (tally.failed > 0).then(|| Message::new("activity-backfill-failed").with("count", tally.failed));
    let goes_on = backfill.is_open().then(|| Message::new("activity-backfill-goes-on"));
    let lines = [what, span].into_iter().chain(channels).chain([messages]).chain(known).chain(failed).chain(goes_on);
    let embed = Embed::titled(say(Message::new(title))).description(Safe::join(lines.map(say), "\n"));
    let view = View::embed(embed);
    if !backfill.is_open() {
        return view;
    }
    let id = |verb: &str| CustomId::new("activity", verb, 1, backfill.id.get());
    view.row(vec![
        Button::new(say(Message::new("activity-backfill-refresh")), id("backfill")),
        Button::new(say(Message::new("activity-backfill-cancel")), id("backfill-cancel")),
    ])
}
