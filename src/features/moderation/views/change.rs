//! What came of changing a case, voiding it or linking it; and the question before a case is voided whose
//! act is still in force.

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Button, View};
use crate::error::Message;
use crate::features::moderation::rules::edit::Change;
use crate::features::moderation::{Case, CaseDetails, Kind, Notice, NoticeState, Says, VoidPromptId, Way};
use crate::i18n::{Locale, say};

use super::{card, words};

/// How much of a new reason is repeated.
const WORDS: usize = 300;

/// A case was changed. `notices` are those about it, which may be those of the warning that it followed from.
pub fn edited(locale: Locale, whole: &CaseDetails, notices: &[Notice], before: &Case, change: &Change) -> View {
    let mut lines = vec![about("edit-done", before)];
    if let Some(reason) = &change.reason {
        lines.push(Message::new("edit-done-reason").with("reason", words::said(reason, WORDS)));
    }
    if let Some(until) = change.until {
        lines.push(
            match before.until {
                Some(before) => Message::new("edit-done-until").with("before", words::instant(before)),
                None => Message::new("edit-done-ends"),
            }
            .with("until", words::instant(until)),
        );
        lines.extend(words::act_state(&whole.case).map(|state| line(card::act_line(&whole.case, state))));
    }
    if notices.iter().any(|notice| {
        let read = matches!(notice.state, NoticeState::OrderEnded | NoticeState::Read);
        notice.says == Says::Case && notice.way == Way::Dm && read
    }) {
        // They are told another end once it holds.
        let waits = change.until.is_some() && whole.case.act.asked.is_some();
        lines.push(Message::new(if waits { "edit-moves" } else { "edit-moved" }));
    }
    View::text(words::lines(locale, lines))
}

/// Asks whether to lift what a case did, too.
pub fn question(locale: Locale, id: VoidPromptId, whole: &CaseDetails) -> View {
    let case = &whole.case;
    let button =
        |key, verb| Button::new(say(locale, &Message::new(key)), CustomId::new("moderation", verb, 1, id.get()));
    let mut lines = vec![about("void-question", case), Message::new("void-question-acts")];
    lines.extend(whole.in_force().filter_map(|case| Some(line(card::act_line(case, words::act_state(case)?)))));
    lines.push(Message::new("void-question-how").with("number", words::number(case.number)));
    View::text(words::lines(locale, lines)).row(vec![
        button("button-void-and-lift", "void-and-lift").primary(),
        button("button-void-only", "void-only"),
        button("button-cancel", "void-cancel"),
    ])
}

/// A case was voided.
pub fn taken_back(locale: Locale, whole: &CaseDetails) -> View {
    let case = &whole.case;
    let mut lines = vec![about("undone", case)];
    for case in std::iter::once(case).chain(&whole.followed) {
        lines.extend(words::act_state(case).map(|state| line(card::act_line(case, state))));
    }
    for stands in whole.followed.iter().filter(|case| case.voided.is_none()) {
        lines.push(Message::new("void-stands").with("number", words::number(stands.number)));
    }
    lines.extend(words::still_held(whole).map(line));
    lines.extend(words::notices(whole).map(line));
    View::text(words::lines(locale, lines))
}

/// Nothing was voided after all.
pub fn void_cancelled(locale: Locale, case: &Case) -> View {
    View::text(say(locale, &Message::new("void-cancelled").with("number", words::number(case.number))))
}

/// Two cases are linked.
pub fn linked(locale: Locale, number: i64, other: i64) -> View {
    let text = Message::new("link-done").with("number", words::number(number)).with("other", words::number(other));
    View::text(say(locale, &text))
}

fn about(key: &'static str, case: &Case) -> Message {
    Message::new(key).with("number", words::number(case.number)).with("member", case.member)
}

fn line(state: Message) -> Message {
    Message::new("done-line").with("state", state)
}

impl Case {
    /// Whether what it did on Discord is still there, or on its way, and can be lifted.
    pub const fn is_in_force(&self) -> bool {
        matches!(self.kind, Kind::Timeout | Kind::Ban) && self.act.is_open() && self.act.lift.is_none()
    }
}

impl CaseDetails {
    /// The acts that voiding it could lift.
    pub fn in_force(&self) -> impl Iterator<Item = &Case> {
        std::iter::once(&self.case).chain(&self.followed).filter(|case| case.is_in_force())
    }
}
