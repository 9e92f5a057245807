//! What became of handing a theme over to the tracker.

use crate::discord::ui::view::View;
use crate::error::{Arg, Message};
use crate::features::feedback::{Handover, HandoverState, Theme};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::{tell, titled};

/// One line for a card.
pub fn line(locale: Locale, handed: &Handover) -> Safe {
    let message = match (handed.state, &handed.link) {
        (HandoverState::Sent, Some(link)) => return Safe::join([tell(locale, "handover-link"), shown(link)], " "),
        (HandoverState::Sent, None) => Message::new("handover-sent"),
        (HandoverState::Pending, _) if handed.tries == 0 => Message::new("handover-pending"),
        (HandoverState::Pending, _) => {
            Message::new("handover-again").with("tries", handed.tries).with("why", why(handed))
        }
        (HandoverState::Failed, _) => Message::new("handover-failed").with("why", why(handed)),
    };
    say(locale, &message)
}

/// For who handed it over: nothing came of it.
pub fn told(locale: Locale, handed: &Handover, theme: &Theme, server: &str) -> View {
    let told = Message::new("handover-told").with("theme", titled(theme)).with("why", why(handed));
    View::text(say(locale, &told.with("server", server)))
}

/// An address as a link that shows nothing of what is behind it, a name as it is.
fn shown(link: &str) -> Safe {
    if link.starts_with("http") { Safe::ours(format!("<{link}>")) } else { Safe::escape(link) }
}

fn why(handed: &Handover) -> Arg {
    let Some(why) = handed.why else { return Arg::Text(String::new()) };
    let message = Message::new(why.key());
    let message = match handed.status {
        Some(status) => message.with("status", status.to_string()),
        None => message,
    };
    Arg::Message(Box::new(message))
}
