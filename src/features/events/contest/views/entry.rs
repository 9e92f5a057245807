//! An entry in the thread, with the button to vote for it.

use crate::discord::ui::view::{Embed, View};
use crate::error::Message;
use crate::features::events::contest::{Contest, Entry, EntryState, State};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::{button, id, tell, words};

/// As everyone in the thread reads it: how many voted only once nobody can vote any more.
pub fn card(locale: Locale, contest: &Contest, entry: &Entry) -> View {
    let gone = match entry.state {
        EntryState::Approved => None,
        EntryState::Pending | EntryState::Rejected => Some("contest-entry-removed"),
        EntryState::Withdrawn => Some("contest-entry-withdrawn"),
    };
    // What was taken back or rejected is not to be read any more.
    if let Some(gone) = gone {
        return View::embed(Embed::default().description(tell(locale, gone))).without_files();
    }
    let number = Message::new("contest-entry").with("number", entry.number.unwrap_or_default());
    let mut footer = vec![say(locale, &number)];
    if contest.state == State::Closed {
        if contest.plan.jury.is_some() {
            let of_jury = Message::new("contest-jury-votes").with("count", entry.jury_votes.unwrap_or(0));
            footer.push(say(locale, &of_jury));
        }
        let votes = Message::new("contest-votes-of").with("count", entry.votes.unwrap_or(0));
        footer.push(say(locale, &votes));
    }
    let mut parts = words(&entry.words);
    parts.extend(author(locale, entry));
    let embed = Embed::default().description(Safe::join(parts, "\n")).footer(Safe::join(footer, " · "));
    let vote = (contest.state == State::Open).then(|| button(locale, "contest-vote", id("vote", entry.id.get())));
    View::embed(embed).row(vote.into_iter().collect())
}

/// Who submitted it, as long as that is kept.
pub fn author(locale: Locale, entry: &Entry) -> Option<Safe> {
    entry.author.map(|author| say(locale, &Message::new("contest-by").with("member", author)))
}
