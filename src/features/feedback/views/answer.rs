//! The answer to those who asked for a theme: as it is posted, and its preview.

use crate::discord::ui::view::{Embed, Reply, View};
use crate::error::Message;
use crate::feature::draft::Draft;
use crate::features::feedback::{AnswerSpec, Status, Theme};
use crate::i18n::{Locale, say};
use crate::ids::{GuildId, MessageId};
use crate::text::safe::Safe;

use super::{above, button, id, tell};

/// As it is posted under a message, whose author is notified.
pub fn answer(locale: Locale, theme: &Theme, message: MessageId) -> View {
    View { replies_to: Some(Reply { message, notifies: true }), ..View::text(words(locale, theme)) }
}

fn words(locale: Locale, theme: &Theme) -> Safe {
    let key = match theme.status {
        Status::Planned => "feedback-answer-planned",
        Status::Shipped => "feedback-answer-shipped",
        _ => "feedback-answer-declined",
    };
    let reason = theme.reason.as_ref().map(|reason| Message::new("feedback-card-reason").with("reason", reason));
    let lines = [Some(Message::new(key).with("title", &theme.title)), reason];
    Safe::join(lines.iter().flatten().map(|line| say(locale, line)), "\n")
}

/// What would be posted, in the language of the server, and under which messages.
pub fn preview((reader, server): (Locale, Locale), guild: GuildId, theme: &Theme, draft: &Draft<AnswerSpec>) -> View {
    let links = draft
        .seen
        .iter()
        .map(|(channel, message)| Safe::ours(format!("https://discord.com/channels/{guild}/{channel}/{message}")));
    let lines = [words(server, theme), Safe::default()].into_iter().chain(links);
    let content = say(reader, &Message::new("feedback-answer-preview").with("count", draft.seen.len()));
    let row = draft.id.get();
    View { content: Some(content), ..View::embed(Embed::default().description(Safe::join(lines, "\n"))) }.row(vec![
        button(reader, "feedback-answer", id("answer", row)).primary(),
        button(reader, "feedback-answer-not", id("answer-not", row)),
    ])
}

/// The preview once more, because something in it has changed.
pub fn changed(locale: Locale, preview: View) -> View {
    above(tell(locale, "feedback-answer-changed"), preview)
}

/// How many answers are posted, on their way, and neither.
pub fn answered(locale: Locale, posted: usize, waiting: usize, failed: usize) -> View {
    let lines = [("feedback-answered", posted), ("feedback-answered-soon", waiting), ("feedback-answered-not", failed)];
    let lines = lines.into_iter().filter(|(_, count)| *count > 0);
    View::text(Safe::join(lines.map(|(key, count)| say(locale, &Message::new(key).with("count", count))), "\n"))
}
