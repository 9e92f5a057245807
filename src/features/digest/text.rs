//! The digest as text: for a terminal or a mail, and in Discord's markdown.

use crate::error::Message;
use crate::i18n::{plain, say};
use crate::text::safe::{Safe, visible};

use super::Digest;
use super::views::{self, Piece};

/// For a terminal: nothing of a name can move the cursor or turn the line.
pub fn terminal(digest: &Digest) -> String {
    let write = |message: &Message| visible(&plain(digest.locale, message)).replace('\n', " ");
    let head = |head: &str| if head.ends_with(':') { head.to_owned() } else { format!("{head}:") };
    let mut page = paragraph(digest, write, str::to_owned, head).join("\n");
    page.push('\n');
    page
}

/// For Discord, and for pages that read markdown: two spaces at the end of a line keep it one.
pub fn markdown(digest: &Digest) -> Safe {
    let write = |message: &Message| say(digest.locale, message).to_string();
    let bold = |text: &str| format!("**{text}**");
    // Every part has been made safe by `say`.
    Safe::ours(paragraph(digest, write, bold, bold).join("  \n") + "\n")
}

/// Title, lead, figures and notes, a line each.
fn paragraph(
    digest: &Digest,
    write: impl Fn(&Message) -> String,
    title: impl Fn(&str) -> String,
    head: impl Fn(&str) -> String,
) -> Vec<String> {
    let mut page = vec![title(&write(&views::title(digest)))];
    page.extend(views::lead(digest).map(&write));
    page.extend(views::lines(digest).iter().map(|line| {
        let head = head(&write(&line.head));
        format!("{head} {}", joined(&line.pieces, &write))
    }));
    page.extend(views::notes(digest).iter().map(&write));
    page
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
