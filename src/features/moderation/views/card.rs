//! A case, whole: as `/case view` shows it, and as it stands in the mod log.

use crate::clock::Timestamp;
use crate::discord::access::level::Level;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Button, Embed, View};
use crate::error::{Arg, Message};
use crate::features::moderation::appeals::offer as appeals;
use crate::features::moderation::{Before, Case, CaseDetails, DecisionState, Edit, NoticeState};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::{decision, import, words};

/// How much of a rule or of evidence is shown.
const WORDS: usize = 500;
/// How many changes are shown, and how much of what stood there before.
const EDITS: usize = 4;
const FORMER: usize = 70;

/// One case, whole, with the buttons that the reader's level is for. `now` tells whether its points
/// still count. The message that it is about and the evidence are for staff: where the card stands in a
/// channel for everyone, they are left out.
pub fn case_card(locale: Locale, whole: &CaseDetails, level: Level, now: Timestamp) -> View {
    let case = &whole.case;
    let label = |key| say(locale, &Message::new(key));
    let said = |text: &str| Safe::escape(&words::said(text, WORDS));
    let title = if case.voided.is_some() { "case-title-voided" } else { "case-title" };
    let title = Message::new(title).with("number", words::number(case.number)).with("kind", words::kind(case));
    let mut embed = Embed::titled(say(locale, &title)).description(Safe::escape(&case.reason));
    let mut field = |key, value: Option<Safe>| {
        if let Some(value) = value {
            embed = std::mem::take(&mut embed).field(label(key), value);
        }
    };
    field("case-about", Some(say(locale, &words::whom(case))));
    field("case-by", Some(say(locale, &words::actor(case))));
    field("case-when", Some(say(locale, &words::instant(case.at))));
    field("case-source", case.entry.map(|_| say(locale, &Message::new("case-by-hand"))));
    field("case-imported", whole.import.as_ref().map(|import| words::lines(locale, import::source(case, import))));
    field(
        "case-voided",
        case.voided.as_ref().map(|voided| {
            let key = if voided.reason.is_empty() { "case-voided-by" } else { "case-voided-because" };
            let text = Message::new(key).with("by", voided.by).with("at", words::instant(voided.at));
            say(locale, &text.with("reason", words::said(&voided.reason, WORDS)))
        }),
    );
    field("case-weight", weight(case, now).map(|weight| say(locale, &weight)));
    field("warn-rule", case.about.rule.as_deref().map(said));
    for (key, value) in [
        ("warn-about", words::message(locale, &case.about)),
        ("warn-evidence", case.about.evidence.as_deref().map(said)),
        ("case-automod", whole.automod.as_ref().map(|did| words::lines(locale, words::automod(did)))),
    ] {
        if let Some(value) = value {
            embed = embed.field_for_staff(label(key), value);
        }
    }
    let mut field = |key, value: Option<Safe>| {
        if let Some(value) = value {
            embed = std::mem::take(&mut embed).field(label(key), value);
        }
    };
    field(
        "case-cause",
        case.cause.map(|cause| say(locale, &Message::new("case-number").with("number", words::number(cause)))),
    );
    field("case-act", words::act_state(case).map(|state| say(locale, &state)));
    field("case-deleted", words::deleted(case).map(|deleted| say(locale, &deleted)));
    field("case-followed", followed(locale, whole));
    field("case-notice", notices(locale, whole));
    field("case-appeals", appeals::of_case(&whole.appeals).map(|lines| words::lines(locale, lines)));
    field("case-links", links(locale, whole));
    field("case-edits", edits(locale, whole));
    View::embed(embed).row(buttons(locale, whole, level))
}

/// What a warning weighs.
fn weight(case: &Case, now: Timestamp) -> Option<Message> {
    let (severity, points) = (case.severity?, case.points?);
    let key = match points.expire_at <= now {
        _ if case.voided.is_some() => "case-weight-void",
        true => "case-weight-expired",
        false => "case-weight-counts",
    };
    let weight = Message::new(key)
        .with("severity", severity.number())
        .with("name", words::severity(severity))
        .with("points", words::points(points.count));
    Some(weight.with("until", Arg::Time(points.expire_at, 'D')))
}

fn links(locale: Locale, whole: &CaseDetails) -> Option<Safe> {
    let name = |number: &i64| Message::new("case-number").with("number", words::number(*number));
    words::listed(whole.links.iter().map(name)).map(|links| say(locale, &links))
}

/// What stood there before, the last change last; where there were many, the first ones are left out.
fn edits(locale: Locale, whole: &CaseDetails) -> Option<Safe> {
    let line = |edit: &Edit| {
        let line = |key: &'static str| Message::new(key).with("by", edit.by).with("at", words::instant(edit.at));
        match &edit.before {
            Before::Reason(before) => line("case-edit-reason").with("before", words::said(before, FORMER)),
            Before::Until(Some(before)) => line("case-edit-until").with("before", words::instant(*before)),
            Before::Until(None) => line("case-edit-endless"),
        }
    };
    let shown = &whole.edits[whole.edits.len().saturating_sub(EDITS)..];
    (!shown.is_empty()).then(|| words::lines(locale, shown.iter().map(line)))
}

/// What followed from a warning: acts of the ladder, and what managers are asked.
fn followed(locale: Locale, whole: &CaseDetails) -> Option<Safe> {
    let acts = whole.followed.iter().filter_map(|case| {
        let state = words::act_state(case)?;
        Some(act_line(case, state))
    });
    let asked = whole.decision.as_ref().map(decision::state);
    let lines: Vec<Message> = acts.chain(asked).collect();
    (!lines.is_empty()).then(|| words::lines(locale, lines))
}

/// "timeout, case #13: in force until …"
pub fn act_line(case: &Case, state: Message) -> Message {
    Message::new("act-line")
        .with("kind", case.kind.message())
        .with("number", words::number(case.number))
        .with("state", state)
}

fn notices(locale: Locale, whole: &CaseDetails) -> Option<Safe> {
    if whole.notices.is_empty() {
        return whole.case.points.map(|_| say(locale, &Message::new("notice-none")));
    }
    Some(words::lines(locale, words::notices(whole)))
}

/// What is left for staff to settle.
pub fn buttons(locale: Locale, whole: &CaseDetails, level: Level) -> Vec<Button> {
    let button =
        |key, verb, row| Button::new(say(locale, &Message::new(key)), CustomId::new("moderation", verb, 1, row));
    let mut buttons = Vec::new();
    for notice in whole.notices.iter().filter(|notice| notice.state == NoticeState::Unknown) {
        buttons.push(button("button-send-again", "again", notice.id.get()));
        buttons.push(button("button-it-arrived", "arrived", notice.id.get()));
    }
    if let Some(notice) = whole.unheard() {
        buttons.push(button("button-read-in-channel", "in-channel", notice.id.get()));
    }
    let open = whole.decision.as_ref().filter(|decision| decision.state == DecisionState::Open);
    if let Some(decision) = open.filter(|_| level >= Level::Manager) {
        buttons.extend(decision::buttons(locale, decision.id));
    }
    buttons
}
