//! Cases in a line each: what they are, how they stand in a word, and the beginning of their reason.

use crate::clock::Timestamp;
use crate::error::{Arg, Message};
use crate::features::moderation::{ActState, Case, Kind};

use super::words;

/// How much of a reason stands in a line, in UTF-16 units.
const EXCERPT: usize = 80;

/// A line of a list about several people.
pub fn case_line(case: &Case, now: Timestamp) -> Message {
    line(case, "case-line", "case-line-bare", now).with("member", words::whom(case))
}

/// A line of a list about one.
pub fn history_line(case: &Case, now: Timestamp) -> Message {
    line(case, "history-line", "history-line-bare", now)
}

fn line(case: &Case, full: &'static str, bare: &'static str, now: Timestamp) -> Message {
    let line = |key| {
        Message::new(key)
            .with("number", words::number(case.number))
            .with("kind", what(case, now))
            .with("actor", words::actor(case))
            .with("ago", Arg::Time(case.at, 'R'))
    };
    match excerpt(&case.reason, EXCERPT) {
        Some(reason) => line(full).with("reason", reason),
        None => line(bare),
    }
}

/// The beginning of a person's words, on one line; `None` of none.
pub fn excerpt(text: &str, most: usize) -> Option<String> {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!one_line.is_empty()).then(|| words::said(&one_line, most))
}

/// "timeout (in force)": what a case is, and how it stands.
fn what(case: &Case, now: Timestamp) -> Message {
    let kind = words::kind(case);
    if case.voided.is_some() {
        return Message::new("case-what-voided").with("kind", kind);
    }
    match state(case, now) {
        Some(state) => Message::new("case-what-state").with("kind", kind).with("state", state),
        None => kind,
    }
}

/// How a case stands, in a word, where there is one.
pub fn state(case: &Case, now: Timestamp) -> Option<Message> {
    let lasts = matches!(case.kind, Kind::Timeout | Kind::Ban);
    Some(match case.act.state {
        ActState::None => match case.points? {
            points if points.expire_at <= now => Message::new("case-state-expired"),
            points => words::points(points.count),
        },
        _ if case.is_lifting() => Message::new("case-state-lifting"),
        ActState::Waiting => Message::new("case-state-waiting"),
        ActState::Applied if lasts => match case.until.filter(|_| case.kind == Kind::Ban) {
            Some(until) => Message::new("case-state-in-force-until").with("until", Arg::Time(until, 'f')),
            None => Message::new("case-state-in-force"),
        },
        ActState::Applied if case.is_kick_by_ban() && case.act.lift.is_some() && case.act.why.is_some() => {
            Message::new("case-state-still-banned")
        }
        ActState::Applied => return None,
        ActState::Failed => Message::new("case-state-failed"),
        ActState::Unknown => Message::new("case-state-unknown"),
        ActState::Lifted => Message::new("case-state-lifted"),
        ActState::Ended => Message::new("case-state-ended"),
        ActState::Superseded => match case.act.replaced_by {
            Some(by) => Message::new("case-state-replaced").with("number", words::number(by)),
            None => Message::new("case-state-superseded"),
        },
    })
}
