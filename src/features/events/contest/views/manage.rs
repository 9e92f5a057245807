//! What moderators and whoever created a contest see under *Manage*.

use crate::discord::ui::view::{Embed, View};
use crate::error::{Arg, Message};
use crate::features::events::contest::{Contest, Entry, EntryState, State};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::{button, id, menu};

/// How the contest is, and what can be done.
pub fn panel(locale: Locale, contest: &Contest, entries: &[Entry]) -> View {
    let count = |state: EntryState| entries.iter().filter(|entry| entry.state == state).count();
    let pending = count(EntryState::Pending);
    let mut lines = vec![Message::new("contest-panel-entries").with("count", count(EntryState::Approved))];
    let is_open = contest.state == State::Open;
    if is_open && (contest.plan.review || pending > 0) {
        lines.push(Message::new("contest-panel-pending").with("count", pending));
    }
    lines.push(match contest.closed {
        None => Message::new("contest-panel-closes").with("at", Arg::Time(contest.plan.closes, 'f')),
        Some(at) => Message::new("contest-panel-closed").with("at", Arg::Time(at, 'f')),
    });
    let title = Message::new("contest-panel").with("title", &contest.plan.title);
    let body = Safe::join(lines.iter().map(|line| say(locale, line)), "\n");
    let view = View::embed(Embed::titled(say(locale, &title)).description(body));
    let row = contest.id.get();
    let review = (is_open && pending > 0).then(|| button(locale, "contest-review", id("review", row)).primary());
    let close = is_open.then(|| button(locale, "contest-close", id("close", row)).danger());
    let again = button(locale, "contest-again", id("again", row));
    let view = view.row(review.into_iter().chain(close).chain([again]).collect());
    if !is_open {
        return view;
    }
    let decidable = entries.iter().filter(|entry| entry.state != EntryState::Withdrawn);
    view.select(menu(locale, id("look", row), "contest-look", decidable))
}

/// What closing it now means.
pub fn ask_to_close(locale: Locale, contest: &Contest) -> View {
    let asked = Message::new("contest-close-asked").with("title", &contest.plan.title);
    let close = button(locale, "contest-close-now", id("close-now", contest.id.get())).danger();
    let keep = button(locale, "contest-keep-open", id("review", contest.id.get()));
    View::text(say(locale, &asked)).row(vec![close, keep])
}

/// It is closed.
pub fn closed(locale: Locale, contest: &Contest) -> View {
    let closed = Message::new("contest-closed-now").with("title", &contest.plan.title);
    View::text(say(locale, &closed.with("channel", contest.plan.channel)))
}

/// What became of *Post again*.
pub fn posted_again(locale: Locale, posted: bool) -> View {
    View::text(say(locale, &Message::new(if posted { "contest-posted-again" } else { "contest-nothing-to-post" })))
}
