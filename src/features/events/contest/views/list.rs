//! All entries, as one person reads them: in an order of their own, with what they vote for.

use std::collections::HashSet;

use crate::db::list::Listed;
use crate::discord::ui::pages::Page as Turning;
use crate::discord::ui::view::{Embed, Select, SelectOption, View};
use crate::error::Message;
use crate::feature::upvotes::Voted;
use crate::features::events::contest::store::contests::Headline;
use crate::features::events::contest::{Contest, Entry, EntryId};
use crate::i18n::{Locale, say};
use crate::ids::{ChannelId, MemberId, MessageId};
use crate::text::limits;
use crate::text::safe::Safe;

use super::{bold, id, name, tell};

/// Entries on one page.
pub const PAGE: i64 = 10;
/// How much of the text of an entry stands there, in UTF-16 units.
const TEXT: usize = 120;

/// Who reads the list.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    pub locale: Locale,
    pub member: MemberId,
    /// What they vote for.
    pub given: &'a HashSet<EntryId>,
    /// Whether votes are taken.
    pub is_open: bool,
}

/// A page of them, each with where its post is.
pub fn page(
    reader: &Reader<'_>,
    contest: &Contest,
    entries: &Listed<Entry>,
    posts: &[Option<(ChannelId, MessageId)>],
) -> View {
    let locale = reader.locale;
    let title = say(locale, &Message::new("contest-list").with("title", &contest.plan.title));
    if entries.slice.total == 0 {
        return View::embed(Embed::titled(title).description(tell(locale, "contest-list-empty")));
    }
    let lines = entries.rows.iter().zip(posts).map(|(entry, post)| line(reader, contest, entry, *post));
    let turning = Turning::of_rows(entries.slice, lines);
    let embed = Embed::titled(title);
    let embed =
        if reader.is_open { embed.footer(say(locale, &votes_left(contest, reader.given.len()))) } else { embed };
    let menu = id("choose", contest.id.get()).arg(entries.slice.number.to_string());
    let votable = entries.rows.iter().filter(|entry| reader.is_open && entry.author != Some(reader.member));
    let options = votable.map(|entry| {
        let label = Safe::escape(&limits::cut_words(&name(entry), limits::OPTION - 2));
        let label = if reader.given.contains(&entry.id) { Safe::join([Safe::ours("▲"), label], " ") } else { label };
        SelectOption::new(entry.id.to_string(), label)
    });
    let menu = options.fold(Select::new(menu, tell(locale, "contest-choose")), Select::option);
    turning.below(locale, embed, |number| id("page", contest.id.get()).arg(number)).select(menu)
}

/// A contest as it is offered while somebody types.
pub fn offered(contest: &Headline) -> Message {
    Message::new("contest-offered").with("number", contest.number.to_string()).with("title", &contest.title)
}

fn line(reader: &Reader<'_>, contest: &Contest, entry: &Entry, post: Option<(ChannelId, MessageId)>) -> Safe {
    let mark = reader.given.contains(&entry.id).then(|| Safe::ours("▲"));
    let head = Safe::join(mark.into_iter().chain([bold(&name(entry))]), " ");
    let text = entry.words.text.as_deref().map(|text| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Safe::escape(&limits::cut_words(&text, TEXT))
    });
    let guild = contest.plan.guild;
    let post =
        post.map(|(channel, message)| Safe::ours(format!("https://discord.com/channels/{guild}/{channel}/{message}")));
    Safe::join([Some(head), text, post].into_iter().flatten(), "\n")
}

/// What a press on ▲ has done.
pub fn voted(locale: Locale, contest: &Contest, entry: &Entry, (voted, is_juror): (Voted, bool), given: usize) -> View {
    let key = match voted {
        Voted::For if is_juror => "contest-voted-jury",
        Voted::For => "contest-voted",
        Voted::NotAnyMore => "contest-unvoted",
    };
    let lines = [Message::new(key).with("entry", &entry.words.title), votes_left(contest, given)];
    View::text(Safe::join(lines.iter().map(|line| say(locale, line)), "\n"))
}

fn votes_left(contest: &Contest, given: usize) -> Message {
    let all = usize::from(contest.plan.votes);
    Message::new("contest-votes-left").with("left", all.saturating_sub(given)).with("all", all)
}
