//! The preview of a session, which only its author sees: the prompt as it will be, and what follows from publishing it.

use crate::discord::access::permission;
use crate::discord::outbox::OrderState;
use crate::discord::ui::view::View;
use crate::error::{Arg, Message};
use crate::feature::offer::Withheld;
use crate::features::ama::rules::series::Series;
use crate::features::ama::{Anonymity, Draft, Session};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::{button, id, prompt};

/// A draft as its author sees it.
#[derive(Debug, Clone, Copy)]
pub struct Preview<'a> {
    pub draft: &'a Draft,
    /// What it would become, if it goes together.
    pub session: Option<&'a Session>,
    /// What they should know before they publish it, a line each.
    pub notes: &'a [Message],
    /// Why it can't be published as it is.
    pub wrong: Option<&'a Message>,
    /// Why no event is made of it, if none is.
    pub event: Option<Withheld>,
    /// Whether questions that wait for review are posted to the moderators.
    pub has_review_channel: bool,
}

impl Preview<'_> {
    /// In the author's language; the prompt is in the server's already.
    pub fn view(&self, locale: Locale, server: Locale) -> View {
        let heading = match self.wrong {
            None => Message::new("ama-preview").with("channel", self.draft.channel),
            Some(wrong) => wrong.clone(),
        };
        let mut lines = vec![heading];
        lines.extend(self.notes.iter().cloned());
        if let Some(session) = self.session {
            if session.plan.starts.is_some() {
                lines.push(event_line(self.event));
            }
            lines.extend(session.plan.series.map(Series::line));
            if session.plan.review && !self.has_review_channel {
                lines.push(Message::new("ama-preview-no-channel"));
            }
            if session.plan.anonymity == Anonymity::Sealed {
                lines.push(Message::new("ama-preview-sealed"));
            }
        }
        let content = Safe::join(lines.iter().map(|line| say(locale, line)), "\n");
        let view = self.session.map(|session| prompt::prompt(server, session)).unwrap_or_default();
        let row = self.draft.id.get();
        let publish = self.session.is_some().then(|| button(locale, "ama-publish", id("publish", row)).success());
        let buttons = publish.into_iter().chain([button(locale, "ama-cancel", id("cancel", row))]).collect();
        View { content: Some(content), ..view }.row(buttons)
    }
}

/// Where the event will be seen, or why there will be none.
fn event_line(withheld: Option<Withheld>) -> Message {
    match withheld {
        None => Message::new("ama-preview-event"),
        Some(Withheld::Hidden) => Message::new("ama-preview-event-hidden"),
        Some(Withheld::Lacks(missing)) => {
            Message::new("ama-preview-event-lacks").with("permission", permission::names(missing))
        }
        Some(Withheld::NotTaken) => Message::new("ama-preview-event-none"),
    }
}

/// It is published.
pub fn published(locale: Locale, session: &Session, prompt: OrderState) -> View {
    let key = match prompt {
        OrderState::Done => "ama-published",
        OrderState::StillOnItsWay => "ama-published-soon",
        OrderState::Failed(_) | OrderState::Unknown => "ama-published-not-posted",
    };
    let message = Message::new(key)
        .with("number", session.number.to_string())
        .with("channel", session.plan.channel)
        .with("closes", Arg::Time(session.plan.closes, 'f'));
    let why = match prompt {
        OrderState::Failed(why) => Some(why.message(None)),
        _ => None,
    };
    let lines = [Some(message), why].into_iter().flatten();
    View::text(Safe::join(lines.map(|line| say(locale, &line)), "\n"))
}

/// It is let go of.
pub fn cancelled(locale: Locale) -> View {
    View::text(say(locale, &Message::new("ama-cancelled")))
}
