//! The prompt of a session: what it is about, when, and what is promised to those who ask.

use crate::discord::ui::view::{Button, Embed, View};
use crate::error::{Arg, Message};
use crate::features::ama::views::ANONYMOUSLY;
use crate::features::ama::{Anonymity, Session, State};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::{button, id};

/// As everyone in the channel reads it.
pub fn prompt(locale: Locale, session: &Session) -> View {
    let title = Message::new("ama-prompt").with("title", &session.plan.title);
    let mut lines = vec![hosts(session)];
    lines.extend(times(session));
    if session.state != State::Closed {
        lines.extend(promises(session));
    }
    let body = Safe::join(lines.iter().map(|line| say(locale, line)), "\n");
    let footer = match session.state {
        State::Closed => say(locale, &Message::new("ama-prompt-closed").with("number", session.number.to_string())),
        _ => say(locale, &Message::new("ama-name").with("number", session.number.to_string())),
    };
    let embed = Embed::titled(say(locale, &title)).description(body);
    // A draft has no number and nothing yet that could be pressed.
    if session.number == 0 {
        View::embed(embed)
    } else {
        View::embed(embed.footer(footer)).row(buttons(locale, session))
    }
}

/// Who answers.
fn hosts(session: &Session) -> Message {
    let named = session.hosts.iter().map(|host| Message::new("ama-member").with("member", *host));
    let listed = named.reduce(|before, next| Message::new("ama-and").with("before", before).with("next", next));
    match listed {
        Some(hosts) => Message::new("ama-hosts").with("hosts", hosts).with("count", session.hosts.len()),
        None => Message::new("ama-no-hosts"),
    }
}

fn times(session: &Session) -> Vec<Message> {
    let plan = &session.plan;
    let mut lines = Vec::new();
    let moment =
        |key: &'static str, at| Message::new(key).with("at", Arg::Time(at, 'f')).with("ago", Arg::Time(at, 'R'));
    match session.state {
        State::Scheduled => {
            lines.extend(plan.starts.map(|starts| moment("ama-starts", starts)));
            lines.push(moment("ama-closes", plan.closes));
        }
        State::Open => lines.push(moment("ama-closes", plan.closes)),
        State::Closed => lines.push(moment("ama-was-closed", session.closed.unwrap_or(plan.closes))),
    }
    if let Some(stage) = plan.stage {
        lines.push(Message::new("ama-stage").with("channel", stage));
    }
    if let Some(thread) = session.thread.filter(|thread| *thread != plan.channel) {
        lines.push(Message::new("ama-thread").with("channel", thread));
    }
    lines
}

/// What is promised, exactly.
pub fn promises(session: &Session) -> Vec<Message> {
    let plan = &session.plan;
    let mut lines = Vec::new();
    match plan.anonymity {
        Anonymity::Named => {}
        Anonymity::Hidden => lines.push(Message::new("ama-promise-hidden")),
        Anonymity::Sealed => lines.push(Message::new("ama-promise-sealed")),
    }
    lines.push(Message::new("ama-promise-named"));
    if plan.review {
        lines.push(Message::new("ama-promise-review"));
    }
    lines
}

fn buttons(locale: Locale, session: &Session) -> Vec<Button> {
    let row = session.id.get();
    let top = button(locale, "ama-top", id("top", row));
    let mine = button(locale, "ama-mine", id("mine", row));
    let panel = button(locale, "ama-panel", id("panel", row));
    if session.state == State::Closed {
        return vec![top, mine, panel];
    }
    let ask = button(locale, "ama-ask", id("ask", row)).primary();
    let anonymously = (session.plan.anonymity != Anonymity::Named)
        .then(|| button(locale, "ama-ask-anonymously", id("ask", row).arg(ANONYMOUSLY)));
    [Some(ask), anonymously, Some(top), Some(mine), Some(panel)].into_iter().flatten().collect()
}
