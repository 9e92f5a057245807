//! Who voted for what, page by page: of public ballots, and of those that are named after the close.

use crate::discord::ui::pages;
use crate::discord::ui::view::{Embed, View};
use crate::error::Message;
use crate::features::polls::{Kind, Poll, Vote};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::bars::named;

/// The button of a page.
pub const WHO: &str = "who";
/// So many people stand together, so that a page is cut between them.
const TOGETHER: usize = 40;

/// A page of it: below each option who chose it; of a ranked poll for each person their order.
/// Whoever asks may know it.
pub fn votes(locale: Locale, poll: &Poll, votes: &[Vote], page: i64) -> View {
    let parts = match poll.plan.kind {
        Kind::Ranked => votes.iter().map(|vote| ranking(locale, poll, vote)).collect(),
        _ => (1..).zip(&poll.plan.options).flat_map(|(place, _)| chosen(locale, poll, votes, place)).collect(),
    };
    let title = Message::new("poll-voters").with("number", poll.number.to_string());
    let embed = Embed::titled(say(locale, &title));
    if votes.is_empty() {
        return View::embed(embed.description(say(locale, &Message::new("poll-result-nobody"))));
    }
    pages::page(parts, page).below(locale, embed, |number| super::id(WHO, poll.id.get()).arg(number))
}

/// An option and whoever chose it.
fn chosen(locale: Locale, poll: &Poll, votes: &[Vote], place: u8) -> Vec<Safe> {
    let people: Vec<&Vote> = votes.iter().filter(|vote| vote.choices.contains(&place)).collect();
    let count = say(locale, &Message::new("poll-bar-count").with("count", people.len()));
    let head = Safe::join([Safe::ours("**"), named(locale, poll, place), Safe::ours("** "), count], "");
    let mention = |vote: &&Vote| say(locale, &Message::new("poll-voter").with("member", vote.member));
    let people = people.chunks(TOGETHER).map(|some| Safe::join(some.iter().map(mention), ", "));
    std::iter::once(head).chain(people).collect()
}

/// A person and their order.
fn ranking(locale: Locale, poll: &Poll, vote: &Vote) -> Safe {
    let ranked = vote.choices.iter().map(|place| named(locale, poll, *place));
    let who = say(locale, &Message::new("poll-voter").with("member", vote.member));
    Safe::join([who, Safe::join(ranked, " → ")], ": ")
}
