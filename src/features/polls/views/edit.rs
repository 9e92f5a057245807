//! What `/poll edit` shows: what changes, line by line, and before that the preview where people have voted.

use crate::discord::ui::view::{Button, View};
use crate::error::{Arg, Message};
use crate::feature::draft::DraftId;
use crate::features::polls::rules::plan::span;
use crate::features::polls::{Edited, Plan, Poll, Quorum, Repeat, State};
use crate::i18n::{Locale, say};
use crate::ids::MemberId;
use crate::text::limits;
use crate::text::safe::Safe;

use super::{id, roles};

/// How much of a text is shown on each side of a change.
const SHOWN: usize = 300;

/// One thing that changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What it is called.
    what: Message,
    was: Arg,
    is: Arg,
}

impl Line {
    /// "Quorum: 20 people", as it was.
    pub fn was(&self) -> Message {
        Message::new("poll-edit-value").with("what", self.what.clone()).with("value", self.was.clone())
    }

    /// The same, as it is now.
    pub fn is(&self) -> Message {
        Message::new("poll-edit-value").with("what", self.what.clone()).with("value", self.is.clone())
    }

    /// Both.
    fn message(&self) -> Message {
        let line = Message::new("poll-edit-line").with("what", self.what.clone());
        line.with("was", self.was.clone()).with("is", self.is.clone())
    }
}

/// What changes.
pub fn changes(before: &Plan, after: &Plan) -> Vec<Line> {
    let both = [before, after];
    let line = |key: &'static str, [was, is]: [Arg; 2]| Line { what: Message::new(key), was, is };
    let lines = [
        line("poll-change-question", both.map(|plan| limits::cut(&plan.question, SHOWN).into())),
        line("poll-change-options", both.map(|plan| limits::cut(&plan.labels().join("; "), SHOWN).into())),
        line("poll-change-pick", both.map(|plan| pick(plan).into())),
        line("poll-change-starts", both.map(|plan| plan.starts.map_or_else(none, |at| Arg::Time(at, 'f')))),
        line("poll-change-closes", both.map(|plan| Arg::Time(plan.closes, 'f'))),
        line("poll-change-voters", both.map(|plan| roles(&plan.voters).into())),
        line("poll-change-seats", both.map(|plan| i64::from(plan.seats).into())),
        line("poll-change-min-age", both.map(|plan| days(plan.ages.member))),
        line("poll-change-account-age", both.map(|plan| days(plan.ages.account))),
        line("poll-change-quorum", both.map(|plan| plan.quorum.map_or_else(none, quorum))),
        line("poll-change-repeat", both.map(|plan| repeat(plan).message().into())),
        line("poll-change-remind", both.map(|plan| plan.remind.map_or_else(none, remind))),
    ];
    lines.into_iter().filter(|line| line.was != line.is).collect()
}

fn none() -> Arg {
    Message::new("poll-edit-none").into()
}

/// For how long somebody has to be there.
fn days(count: u32) -> Arg {
    if count == 0 { none() } else { Message::new("poll-days").with("count", count).into() }
}

/// How many options a ballot has to hold.
fn pick(plan: &Plan) -> Message {
    let (min, max) = (i64::from(plan.pick.min), i64::from(plan.pick.max));
    let key = if min == max { "poll-edit-exactly" } else { "poll-edit-most" };
    Message::new(key).with("count", max)
}

fn quorum(quorum: Quorum) -> Arg {
    let message = match quorum {
        Quorum::People(count) => Message::new("poll-result-people").with("count", count),
        Quorum::Percent(share) => Message::new("poll-bar-percent").with("percent", i64::from(share)),
    };
    message.into()
}

fn repeat(plan: &Plan) -> Repeat {
    plan.series.map_or(Repeat::Never, |series| series.repeat)
}

fn remind(minutes: u32) -> Arg {
    let before = span(std::time::Duration::from_secs(60 * u64::from(minutes)));
    Message::new("poll-edit-before").with("span", before).into()
}

/// The changes, below a sentence.
fn list(locale: Locale, head: Vec<Message>, changes: &[Line]) -> Safe {
    let lines = changes.iter().map(Line::message);
    Safe::join(head.into_iter().chain(lines).map(|line| say(locale, &line)), "\n")
}

fn of(poll: &Poll, key: &'static str) -> Message {
    Message::new(key).with("number", poll.number.to_string()).with("channel", poll.plan.channel)
}

/// Before a change that would surprise people who have voted: what it does to whom.
pub fn preview(locale: Locale, edit: &Edited, draft: DraftId) -> View {
    let Edited { before, after, .. } = edit;
    let mut head = vec![of(before, "poll-edit-preview")];
    if after.question != before.plan.question {
        head.push(Message::new("poll-edit-preview-question"));
    }
    if after.voters != before.plan.voters || after.ages != before.plan.ages {
        head.push(Message::new("poll-edit-preview-voters"));
    }
    let button = |key: &'static str, verb: &str| Button::new(say(locale, &Message::new(key)), id(verb, draft.get()));
    let buttons = vec![button("poll-publish", "save").success(), button("poll-cancel", "drop")];
    View::text(list(locale, head, &changes(&before.plan, after))).row(buttons)
}

/// What was changed. `notes` are what whoever changed it should know of what they typed.
pub fn done(locale: Locale, edit: &Edited, notes: Vec<Message>) -> View {
    let Edited { before, after, .. } = edit;
    let key = match before.state {
        State::Open => "poll-edit-done",
        State::Scheduled | State::Closed => "poll-edit-done-scheduled",
    };
    let text = list(locale, vec![of(before, key)], &changes(&before.plan, after));
    View::text(Safe::join([text].into_iter().chain(notes.iter().map(|note| say(locale, note))), "\n"))
}

/// For whoever asked, that somebody else has changed their poll.
pub fn told(locale: Locale, poll: &Poll, by: MemberId, changes: &[Line]) -> View {
    let said = of(poll, "poll-edit-told").with("member", by).with("question", poll.plan.question.as_str());
    View::text(list(locale, vec![said], changes))
}

/// Nothing comes of the change.
pub fn dropped(locale: Locale) -> View {
    View::text(say(locale, &Message::new("poll-edit-cancelled")))
}

/// On the card and in the result: what the question was when people voted on it.
pub fn question_before(poll: &Poll) -> Option<Message> {
    let before = poll.question_before.as_deref()?;
    Some(Message::new("poll-question-before").with("question", limits::cut(before, SHOWN)))
}
