//! The result of a contest: who won, and how many voted for each entry.

use crate::discord::ui::view::{Embed, View};
use crate::error::Message;
use crate::features::events::contest::rules::{Placed, placed, winners};
use crate::features::events::contest::{Contest, Entry};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::{bold, tell};

/// Entries that are listed.
const LISTED: usize = 10;
/// Winners who are called; more of them share a place that nobody won.
const CALLED: usize = 5;

/// As everyone in the channel reads it; whoever won is called where it is posted first.
pub fn post(locale: Locale, contest: &Contest, entries: Vec<Entry>, calls: bool) -> View {
    let title = say(locale, &Message::new("contest-result").with("title", &contest.plan.title));
    let placed = placed(entries);
    let figures = [
        Message::new("contest-result-entries").with("count", placed.len()),
        Message::new("contest-result-voters").with("count", contest.voters.unwrap_or(0)),
    ];
    let footer = Safe::join(figures.iter().map(|figure| say(locale, figure)), " · ");
    let winners: Vec<&Placed> = winners(&placed).collect();
    let empty = match (placed.is_empty(), winners.is_empty()) {
        (true, _) => Some("contest-result-empty"),
        (false, true) => Some("contest-result-no-votes"),
        (false, false) => None,
    };
    if let Some(empty) = empty {
        return View::embed(Embed::titled(title).description(tell(locale, empty)).footer(footer));
    }
    let has_jury = contest.plan.jury.is_some();
    let mut lines: Vec<Safe> = placed.iter().take(LISTED).map(|one| line(locale, one, has_jury)).collect();
    if has_jury {
        lines.insert(0, tell(locale, "contest-result-halves"));
    }
    if placed.len() > LISTED {
        lines.push(say(locale, &Message::new("contest-result-more").with("count", placed.len() - LISTED)));
    }
    let view = View::embed(Embed::titled(title).description(Safe::join(lines, "\n")).footer(footer));
    thanked(locale, view, &winners, calls)
}

fn line(locale: Locale, one: &Placed, has_jury: bool) -> Safe {
    let votes = Message::new("contest-votes-of").with("count", one.votes);
    let place = Safe::ours(format!("{}.", one.place));
    let author = one.entry.author.map(|author| say(locale, &Message::new("contest-by").with("member", author)));
    let head = Safe::join([place, bold(&one.entry.words.title)], " ");
    let of_jury = has_jury.then(|| say(locale, &Message::new("contest-jury-votes").with("count", one.jury_votes)));
    Safe::join([Some(head), author, of_jury, Some(say(locale, &votes))].into_iter().flatten(), " · ")
}

fn thanked(locale: Locale, view: View, winners: &[&Placed], calls: bool) -> View {
    let members: Vec<_> = winners.iter().filter_map(|one| one.entry.author).take(CALLED + 1).collect();
    if members.is_empty() || members.len() > CALLED {
        return view;
    }
    let named = members.iter().map(|member| Message::new("contest-member").with("member", *member));
    let listed = named.reduce(|before, next| Message::new("contest-and").with("before", before).with("next", next));
    let thanks = listed.map(|names| Message::new("contest-thanks").with("names", names).with("count", members.len()));
    let view = View { content: thanks.map(|thanks| say(locale, &thanks)), ..view };
    if calls { members.into_iter().fold(view, View::mention) } else { view }
}
