//! The digest as text: for a terminal or a mail, and in Discord's markdown.

use serde::{Deserialize, Serialize};

use crate::error::Message;
use crate::i18n::{plain, say};
use crate::text::safe::{Safe, visible};

use super::Digest;
use super::views::{self, Piece};

/// A digest as it is read from top to bottom, each part in the same markup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    pub title: String,
    /// That it comes late, and why.
    pub late: Option<String>,
    /// The week in a sentence.
    pub lead: Option<String>,
    /// Figures.
    pub lines: Vec<String>,
    /// What was missed, and what to know of the figures.
    pub notes: Vec<String>,
    /// A button for each thing that is suggested.
    #[serde(default)]
    pub suggested: Vec<Opening>,
}

/// A button that opens something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    pub label: String,
    /// Its custom_id.
    pub id: String,
}

impl Page {
    /// Every part but the title, in reading order.
    pub fn body(&self) -> impl Iterator<Item = &String> {
        self.late.iter().chain(&self.lead).chain(&self.lines).chain(&self.notes)
    }
}

/// For a terminal: nothing of a name can move the cursor or turn the line.
pub fn terminal(digest: &Digest) -> String {
    let write = |message: &Message| visible(&plain(digest.locale, message)).replace('\n', " ");
    // A question, or what has its own colon, leads over by itself.
    let head = |head: &str| if head.ends_with([':', '?']) { head.to_owned() } else { format!("{head}:") };
    let page = page(digest, write, head);
    [&page.title].into_iter().chain(page.body()).map(|part| format!("{part}\n")).collect()
}

/// For Discord, and for pages that read markdown: two spaces at the end of a line keep it one.
pub fn markdown(digest: &Digest) -> Safe {
    let page = for_discord(digest);
    let title = format!("**{}**", page.title);
    let parts: Vec<&str> = [title.as_str()].into_iter().chain(page.body().map(String::as_str)).collect();
    // Every part has been made safe by `say`.
    Safe::ours(parts.join("  \n") + "\n")
}

/// Its parts in Discord's markdown, the title without any.
pub fn for_discord(digest: &Digest) -> Page {
    page(digest, |message| say(digest.locale, message).to_string(), |head| format!("**{head}**"))
}

/// Title, lead, figures and notes, a line each.
fn page(digest: &Digest, write: impl Fn(&Message) -> String, head: impl Fn(&str) -> String) -> Page {
    let line = |line: &views::Shown| format!("{} {}", head(&write(&line.head)), joined(&line.pieces, &write));
    Page {
        title: write(&views::title(digest)),
        late: None,
        lead: views::lead(digest).map(&write),
        lines: views::lines(digest).iter().map(line).collect(),
        notes: views::notes(digest).iter().map(&write).collect(),
        suggested: digest
            .suggested
            .iter()
            .map(|one| Opening { label: write(&one.label), id: one.opens.to_string() })
            .collect(),
    }
}

fn joined(pieces: &[Piece], write: impl Fn(&Message) -> String) -> String {
    let mut text = String::new();
    for piece in pieces {
        if !text.is_empty() {
            text.push_str(if piece.goes_on { ", " } else { " · " });
        }
        text.push_str(&write(&piece.text));
    }
    text
}
