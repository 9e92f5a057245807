//! What somebody sees alone of their own entry, and what they typed where it isn't taken.

use crate::discord::ui::view::{Embed, View};
use crate::error::Message;
use crate::features::events::contest::{Contest, Entry, EntryState, State};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::{button, id, tell, words};

/// What became of an entry, and what can be done with it.
pub fn receipt(locale: Locale, contest: &Contest, entry: &Entry) -> View {
    let mut lines = vec![match (entry.state, contest.state) {
        (EntryState::Pending, State::Open) => tell(locale, "contest-receipt-pending"),
        (EntryState::Pending, State::Closed) => tell(locale, "contest-receipt-late"),
        (EntryState::Approved, _) => {
            let place = contest.thread.unwrap_or(contest.plan.channel);
            let number = entry.number.unwrap_or_default();
            let approved = Message::new("contest-receipt-approved").with("number", number).with("channel", place);
            say(locale, &approved)
        }
        (EntryState::Rejected, _) => tell(locale, "contest-receipt-rejected"),
        (EntryState::Withdrawn, _) => tell(locale, "contest-receipt-withdrawn"),
    }];
    if let Some(reason) = &entry.reason {
        lines.push(say(locale, &Message::new("contest-reason").with("reason", reason)));
    }
    let title = say(locale, &Message::new("contest-receipt").with("title", &contest.plan.title));
    let embed = Embed::titled(title).description(Safe::join(words(&entry.words), "\n"));
    let view = View { content: Some(Safe::join(lines, "\n")), ..View::embed(embed) };
    if contest.state == State::Closed {
        return view;
    }
    let row = entry.id.get();
    let edit = (entry.state == EntryState::Pending).then(|| button(locale, "contest-edit", id("edit", row)));
    let withdraw = matches!(entry.state, EntryState::Pending | EntryState::Approved)
        .then(|| button(locale, "contest-withdraw", id("withdraw", row)));
    view.row([edit, withdraw].into_iter().flatten().collect())
}

/// They have submitted nothing.
pub fn none(locale: Locale, contest: &Contest) -> View {
    let key = if contest.state == State::Open { "contest-mine-none" } else { "contest-mine-none-closed" };
    View::text(say(locale, &Message::new(key).with("title", &contest.plan.title)))
}
