//! What people see of what is done to many at once: the preview, the card for the team, and what came of each.

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::pages;
use crate::discord::ui::view::{Button, Embed, View};
use crate::error::Message;
use crate::features::moderation::{Case, MassAct, MassDraft, MassId, MassKind, MassState, MassSummary, MassTarget};
use crate::i18n::{Locale, Span, say};
use crate::ids::MemberId;

use super::words;

/// So many people are named in a preview and on the card.
const NAMED: usize = 30;
/// How much of a reason is shown.
const WORDS: usize = 300;

/// What would be done; nothing has been yet.
pub fn preview(locale: Locale, draft: &MassDraft) -> View {
    let spec = &draft.spec;
    let title = match spec.act {
        MassKind::Timeout => "mass-title-timeout",
        MassKind::Kick => "mass-title-kick",
        MassKind::Ban => "mass-title-ban",
    };
    let lines = [
        Message::new(title).with("people", people(spec.members.len())).with("length", length(spec.seconds)),
        Message::new("mass-reason").with("reason", words::said(&spec.reason, WORDS)),
        Message::new("mass-people").with("names", names(&spec.members, NAMED)),
        Message::new("mass-checked"),
        Message::new("mass-untold"),
    ];
    let button =
        |key, verb| Button::new(say(locale, &Message::new(key)), CustomId::new("moderation", verb, 1, draft.id.get()));
    View::text(words::lines(locale, lines))
        .row(vec![button("button-confirm", "mass-confirm").danger(), button("button-cancel", "mass-cancel")])
}

/// "34 people".
pub fn people(count: usize) -> Message {
    Message::new("mass-count").with("count", i64::try_from(count).unwrap_or(i64::MAX))
}

fn length(seconds: Option<i64>) -> Message {
    match seconds {
        Some(seconds) => {
            let seconds = i32::try_from(seconds).unwrap_or(i32::MAX);
            Span::of_seconds(f64::from(seconds)).message()
        }
        None => Message::new("mass-for-good"),
    }
}

/// The first of them, and how many more there are.
pub fn names(members: &[MemberId], most: usize) -> Message {
    some(&members[..members.len().min(most)], i64::try_from(members.len()).unwrap_or(i64::MAX))
}

/// These people of so many.
fn some(named: &[MemberId], count: i64) -> Message {
    let rest = count - i64::try_from(named.len()).unwrap_or(i64::MAX);
    let rest = (rest > 0).then(|| Message::new("purge-others").with("count", rest));
    let named = named.iter().map(|member| Message::new("case-person").with("member", *member));
    words::listed(named.chain(rest)).unwrap_or_else(|| Message::new("purge-nobody"))
}

/// The card in the mod log: who does what to how many, and how far it is.
pub fn card(locale: Locale, mass: &MassAct, summary: &MassSummary) -> View {
    let mut lines = vec![
        Message::new("mass-log-by").with("actor", mass.actor),
        Message::new("mass-reason").with("reason", words::said(&mass.reason, WORDS)),
        Message::new("mass-people").with("names", some(&summary.named, summary.people)),
        Message::new("mass-log-at").with("at", words::instant(mass.at)),
    ];
    if mass.seconds.is_some() {
        lines.push(Message::new("mass-log-length").with("length", length(mass.seconds)));
    }
    lines.extend(decision(mass));
    if matches!(mass.state, MassState::Running | MassState::Done) {
        lines.extend(counts(mass, summary));
        lines.extend(cases(summary));
    }
    let title = title(mass, summary.people);
    let embed = Embed::titled(say(locale, &title)).description(words::lines(locale, lines));
    let button = |key, verb| Button::new(say(locale, &Message::new(key)), id(verb, mass.id));
    View::embed(embed).row(match mass.state {
        MassState::Held => {
            vec![button("button-confirm", "held-confirm").danger(), button("button-dismiss", "held-dismiss")]
        }
        MassState::Running | MassState::Done => vec![button("button-mass-results", "mass-results")],
        MassState::Dismissed => Vec::new(),
    })
}

/// "ban for 34 people".
fn title(mass: &MassAct, count: i64) -> Message {
    Message::new("mass-log-title").with("act", mass.act.kind().message()).with("count", count)
}

fn id(verb: &str, mass: MassId) -> CustomId {
    CustomId::new("moderation", verb, 1, mass.get())
}

fn decision(mass: &MassAct) -> Option<Message> {
    match (mass.state, mass.decided_by) {
        (MassState::Held, _) => Some(Message::new("brake-asks").with("actor", mass.actor)),
        (MassState::Dismissed, Some(by)) => Some(Message::new("brake-dismissed").with("by", by)),
        (_, Some(by)) => Some(Message::new("brake-confirmed").with("by", by)),
        _ => None,
    }
}

/// Who was faster with something that was held.
pub fn settled(mass: &MassAct) -> Message {
    decision(mass).unwrap_or_else(|| Message::new("mass-before"))
}

/// That something waits for a manager.
pub fn held(locale: Locale, mass: &MassAct) -> View {
    let text = Message::new("brake-held").with("act", mass.act.kind().message());
    View::text(say(locale, &text))
}

fn counts(mass: &MassAct, summary: &MassSummary) -> Vec<Message> {
    let done = match mass.act {
        MassKind::Timeout => "mass-done-timeout",
        MassKind::Kick => "mass-done-kick",
        MassKind::Ban => "mass-done-ban",
    };
    let MassSummary { done: count, not, unknown, open, .. } = *summary;
    let lines = [(done, count), ("mass-not", not), ("mass-unknown", unknown), ("mass-open", open)];
    let lines = lines.into_iter().filter(|(key, count)| *count > 0 || *key == done);
    lines.map(|(key, count)| Message::new(key).with("count", count)).collect()
}

/// "Cases #12 to #45".
fn cases(summary: &MassSummary) -> Option<Message> {
    let (first, last) = summary.numbers?;
    Some(if first == last {
        Message::new("mass-case").with("number", words::number(first))
    } else {
        Message::new("mass-cases").with("first", words::number(first)).with("last", words::number(last))
    })
}

/// What came of each, a page at a time.
pub fn results(
    locale: Locale,
    mass: &MassAct,
    summary: &MassSummary,
    results: &[(MassTarget, Option<Case>)],
    number: i64,
) -> View {
    let title = title(mass, summary.people);
    let head = decision(mass).into_iter().chain(counts(mass, summary));
    let embed = Embed::titled(say(locale, &title)).description(words::lines(locale, head));
    let lines = results.iter().map(|(target, case)| say(locale, &line(target, case.as_ref())));
    let page = pages::page(lines.collect(), number);
    let number = page.number;
    let mut view = page.below(locale, embed, |page| id("mass-page", mass.id).arg(page));
    if summary.open > 0 {
        let again =
            Button::new(say(locale, &Message::new("button-mass-refresh")), id("mass-page", mass.id).arg(number));
        view = view.row(vec![again]);
    }
    view
}

fn line(target: &MassTarget, case: Option<&Case>) -> Message {
    let Some(case) = case else {
        let state = match &target.why {
            Some(why) => Message::new(why_key(why)),
            None => Message::new("act-waiting"),
        };
        return Message::new("mass-line").with("member", target.member).with("state", state);
    };
    let state = words::act_state(case).unwrap_or_else(|| Message::new("act-waiting"));
    Message::new("mass-line-case")
        .with("member", target.member)
        .with("number", words::number(case.number))
        .with("state", state)
}

fn why_key(why: &str) -> &'static str {
    match why {
        "oneself" => "mass-why-oneself",
        "steward" => "mass-why-steward",
        "owner" => "mass-why-owner",
        "bot" => "mass-why-bot",
        "above" => "mass-why-above",
        "absent" => "mass-why-absent",
        "administrator" => "mass-why-administrator",
        "steward-role" => "mass-why-steward-role",
        "steward-lacks" => "mass-why-steward-lacks",
        "nobody" => "mass-why-nobody",
        "before" => "mass-why-before",
        "staff" => "mass-why-staff",
        _ => "mass-why-level",
    }
}
