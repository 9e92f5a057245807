//! An entry for moderators: on a card in their channel, or one after the other in *Manage*.

use crate::discord::ui::file::File;
use crate::discord::ui::view::{Button, Embed, View};
use crate::error::Message;
use crate::features::events::contest::store::files::Image;
use crate::features::events::contest::{Contest, Entry, EntryState, State};
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::safe::Safe;

use super::entry::author;
use super::{button, id, tell, words};

/// The argument of buttons under *Manage*.
const PANEL: &str = "panel";

/// Where an entry is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// On its card.
    Card,
    /// By one person alone.
    Panel,
}

impl Where {
    /// From the argument of a button.
    pub fn from_arg(arg: &str) -> Self {
        if arg == PANEL { Self::Panel } else { Self::Card }
    }
}

/// The card that all moderators see. In a channel that everyone reads nothing of an entry is shown before it appears.
pub fn card(locale: Locale, contest: &Contest, entry: &Entry, has_image: bool) -> View {
    let embed = Embed::titled(title(locale, contest)).description(state(locale, entry));
    // What was taken back is not to be read any more.
    if entry.state == EntryState::Withdrawn {
        return View::embed(embed);
    }
    let mut parts = words(&entry.words);
    parts.extend(author(locale, entry));
    if has_image {
        parts.push(tell(locale, "contest-review-image"));
    }
    let text = Safe::join(parts, "\n").cut_words(limits::EMBED_FIELD_VALUE);
    let embed = embed.field_for_staff(tell(locale, "contest-review-entry"), text);
    View::embed(embed).row(decisions(locale, contest, entry, Where::Card))
}

/// An entry as one person looks at it, with its image.
pub fn entry(locale: Locale, contest: &Contest, entry: &Entry, image: Option<Image>) -> View {
    let mut parts = words(&entry.words);
    parts.extend(author(locale, entry));
    parts.push(state(locale, entry));
    let embed = Embed::titled(title(locale, contest)).description(Safe::join(parts, "\n"));
    let next = button(locale, "contest-review-next", id("review", contest.id.get()));
    let buttons = decisions(locale, contest, entry, Where::Panel);
    let view = View::embed(embed).row(buttons.into_iter().chain([next]).collect());
    let alt = Message::new("contest-image").with("title", &entry.words.title);
    image.into_iter().fold(view, |view, image| view.file(File::bytes(image.name, image.bytes, say(locale, &alt))))
}

fn title(locale: Locale, contest: &Contest) -> Safe {
    say(locale, &Message::new("contest-review-title").with("title", &contest.plan.title))
}

fn state(locale: Locale, entry: &Entry) -> Safe {
    let key = match entry.state {
        EntryState::Pending => "contest-review-pending",
        EntryState::Approved => "contest-review-approved",
        EntryState::Rejected => "contest-review-rejected",
        EntryState::Withdrawn => "contest-review-withdrawn",
    };
    let reviewer = entry.reviewed_by.map(|by| Message::new("contest-review-by").with("member", by));
    let reason = entry.reason.as_deref().map(|reason| Message::new("contest-reason").with("reason", reason));
    let said = [Some(Message::new(key)), reviewer, reason].into_iter().flatten();
    Safe::join(said.map(|message| say(locale, &message)), "\n")
}

fn decisions(locale: Locale, contest: &Contest, entry: &Entry, place: Where) -> Vec<Button> {
    if contest.state == State::Closed {
        return Vec::new();
    }
    let button = |key: &'static str, verb: &str| {
        let id = id(verb, entry.id.get());
        button(locale, key, if place == Where::Panel { id.arg(PANEL) } else { id })
    };
    let approve = || button("contest-approve", "approve").success();
    let reject = || button("contest-reject", "reject").danger();
    match entry.state {
        EntryState::Pending => vec![approve(), reject()],
        EntryState::Approved => vec![reject()],
        EntryState::Rejected => vec![approve()],
        EntryState::Withdrawn => Vec::new(),
    }
}
