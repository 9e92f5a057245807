//! What people see of reports: members the form, the receipt and word of the end; staff the card, the list and who has
//! reported.

use super::rules::Act;
use super::{Deletion, DeletionState, Filed, NAME, Report, ReportEntry, ReportState};
use crate::db::list::Listed;
use crate::discord::outbox::Effect;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::pages::Page;
use crate::discord::ui::view::{Button, Embed, Field, Modal, Select, SelectOption, View};
use crate::error::{Arg, Message};
use crate::feature::draft::DraftId;
use crate::features::moderation::About;
use crate::features::moderation::contact::{Contact, views as contacts};
use crate::features::moderation::raids::Raid;
use crate::features::moderation::views::{list::excerpt, words};
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::safe::Safe;

/// How much is shown of what somebody wrote: on the card, and where all of it is read.
const ON_CARD: usize = 150;
const IN_FULL: usize = 600;
/// How many of the latest reports are shown on the card.
const SHOWN: usize = 5;

fn tell(locale: Locale, key: &'static str) -> Safe {
    say(locale, &Message::new(key))
}

/// Asks for the words of a report; of one about somebody of the staff it says that managers alone read it.
pub fn form(locale: Locale, draft: DraftId, member: Option<&str>, about_staff: bool) -> Modal {
    let title = match member {
        Some(member) => say(locale, &Message::new("report-form-member").with("member", member)),
        None => tell(locale, "report-form-message"),
    };
    let hint = tell(locale, if about_staff { "report-reason-hint-managers" } else { "report-reason-hint" });
    Modal::new(CustomId::new(NAME, "written", 1, draft.get()), title)
        .field(Field::text("reason", tell(locale, "report-reason"), 1_000).placeholder(hint))
        .field(Field::text("evidence", tell(locale, "report-evidence"), 500).optional())
}

/// That a report was kept, and who reads it.
pub fn receipt(locale: Locale, filed: &Filed) -> View {
    let key = match (filed.about_staff, filed.has_channel) {
        (false, true) => "report-received",
        (false, false) => "report-received-no-channel",
        (true, true) => "report-received-managers",
        (true, false) => "report-received-managers-no-channel",
    };
    let id = CustomId::new(NAME, "tell", 1, filed.entry.get());
    View::text(tell(locale, key)).row(vec![Button::new(tell(locale, "report-tell"), id)])
}

/// Word of the end, for a reporter who asked for it.
pub fn settled(locale: Locale, report: &Report, state: ReportState, server: &str) -> View {
    let key = if state == ReportState::Acted { "report-dm-acted" } else { "report-dm-dismissed" };
    let what = if report.message.is_some() { "report-of-message" } else { "report-of-member" };
    let text = Message::new(key)
        .with("server", server)
        .with("what", Message::new(what))
        .with("at", Arg::Time(report.opened, 'f'));
    View::text(say(locale, &text))
}

/// The card in a channel. Of a report about somebody of the staff it says only that there is one.
pub fn card(locale: Locale, report: &Report, entries: &[ReportEntry]) -> View {
    if !report.about_staff {
        return whole(locale, report, entries);
    }
    let hidden = Embed::titled(title(locale, report)).description(tell(locale, "report-for-managers"));
    match report.state {
        ReportState::Open => View::embed(hidden).row(vec![button(locale, report, "report-read", "read").primary()]),
        ReportState::Acted | ReportState::Dismissed => {
            View::embed(hidden.field(tell(locale, "report-outcome"), tell(locale, "report-settled-hidden")))
        }
    }
}

/// All of a report, with what can be done about it as long as it is open. Everything of it is for staff: in a channel
/// that everyone can read nothing of it is shown.
pub fn whole(locale: Locale, report: &Report, entries: &[ReportEntry]) -> View {
    let person = say(locale, &Message::new("case-person").with("member", report.member));
    let mut fields = vec![("report-whom", person)];
    if let Some(message) = message(locale, report) {
        fields.push(("warn-about", message));
    }
    fields.push(("report-count", say(locale, &Message::new("report-people").with("count", report.reporters))));
    if let Some(words) = said(locale, entries) {
        fields.push(("report-words", words));
    }
    if let (ReportState::Open, Some((by, at))) = (report.state, report.claimed) {
        let claimed = Message::new("report-claimed-by").with("by", by).with("ago", Arg::Time(at, 'R'));
        fields.push(("report-claimed-title", say(locale, &claimed)));
    }
    if let Some(outcome) = outcome(report) {
        fields.push(("report-outcome", say(locale, &outcome)));
    }
    if let Some(deletion) = report.deletion.as_ref() {
        fields.push(("report-deletion", say(locale, &deleted(report, deletion))));
    }
    let embed = Embed::titled(title(locale, report));
    let embed = fields.into_iter().fold(embed, |embed, (key, value)| embed.field_for_staff(tell(locale, key), value));
    View::embed(embed).row(if report.state == ReportState::Open { buttons(locale, report) } else { Vec::new() })
}

fn title(locale: Locale, report: &Report) -> Safe {
    say(locale, &Message::new("report-title").with("number", report.number.to_string()))
}

/// The message, as it was when it was first reported.
fn message(locale: Locale, report: &Report) -> Option<Safe> {
    let link = report.link()?.to_string();
    let about = About { link: Some(link), quote: report.quote.clone(), ..About::default() };
    let shown = words::message(locale, &about)?;
    let wordless = report.quote.as_deref().is_some_and(str::is_empty);
    Some(if wordless { Safe::join([tell(locale, "report-wordless"), shown], " ") } else { shown })
}

/// What the latest of them wrote, without their names.
fn said(locale: Locale, entries: &[ReportEntry]) -> Option<Safe> {
    let latest = entries.iter().rev().take(SHOWN);
    let lines: Vec<Safe> = latest.filter_map(|entry| words_of(locale, entry, ON_CARD)).collect();
    (!lines.is_empty()).then(|| Safe::join(lines, "\n"))
}

fn words_of(locale: Locale, entry: &ReportEntry, most: usize) -> Option<Safe> {
    let reason = excerpt(&entry.reason, most)?;
    let line = match entry.evidence.as_deref().and_then(|evidence| excerpt(evidence, most)) {
        Some(evidence) => Message::new("report-line-evidence").with("evidence", evidence),
        None => Message::new("report-line"),
    };
    Some(say(locale, &line.with("reason", reason)))
}

fn outcome(report: &Report) -> Option<Message> {
    let (by, at) = report.decided?;
    let outcome = match report.case {
        Some(number) => Message::new("report-outcome-case").with("number", words::number(number)),
        None => Message::new("report-outcome-dismissed"),
    };
    Some(outcome.with("by", by).with("ago", Arg::Time(at, 'R')))
}

fn deleted(report: &Report, deletion: &Deletion) -> Message {
    match deletion.state {
        DeletionState::Waiting => Message::new("report-deletion-waiting"),
        DeletionState::Done => Message::new("report-deletion-done"),
        DeletionState::Unknown => Message::new("report-deletion-unknown"),
        DeletionState::Failed => {
            let effect = report.message.map(|(channel, message)| {
                let reason = String::new();
                Effect::DeleteMessages { channel, messages: vec![message], reason }
            });
            Message::new("report-deletion-failed").with("why", words::refusal(deletion.why.as_deref(), effect))
        }
    }
}

fn button(locale: Locale, report: &Report, key: &'static str, verb: &str) -> Button {
    Button::new(tell(locale, key), CustomId::new(NAME, verb, 1, report.id.get()))
}

fn buttons(locale: Locale, report: &Report) -> Vec<Button> {
    let act = |key, act: Act| {
        let id = CustomId::new(NAME, "act", 1, report.id.get()).arg(act.as_str());
        Button::new(tell(locale, key), id).danger()
    };
    let mut buttons = vec![
        button(locale, report, "report-claim", "claim").primary(),
        button(locale, report, "report-warn", "warn"),
        act("report-timeout", Act::Timeout),
        act("report-ban", Act::Ban),
    ];
    if report.message.is_some() {
        buttons.push(act("report-delete-timeout", Act::DeleteAndTimeout));
    }
    buttons.push(button(locale, report, "report-dismiss", "dismiss"));
    buttons.push(button(locale, report, "report-reporters", "reporters"));
    buttons
}

/// Asks for the words of an act.
pub fn act_form(locale: Locale, report: &Report, act: Act) -> Modal {
    let key = match act {
        Act::Timeout => "report-form-timeout",
        Act::Ban => "report-form-ban",
        Act::DeleteAndTimeout => "report-form-delete",
    };
    let id = CustomId::new(NAME, "acted", 1, report.id.get()).arg(act.as_str());
    let duration = Field::line("duration", tell(locale, "decision-duration"), 60);
    let duration = match act {
        Act::Ban => duration.placeholder(tell(locale, "report-ban-hint")).optional(),
        Act::Timeout | Act::DeleteAndTimeout => duration.placeholder(tell(locale, "decision-duration-hint")),
    };
    let hint = tell(locale, "warn-reason-hint");
    Modal::new(id, say(locale, &Message::new(key).with("number", report.number.to_string())))
        .field(Field::text("reason", tell(locale, "warn-reason"), 1_000).placeholder(hint))
        .field(duration)
}

/// What truly came of an act, and that the report is settled with it.
pub fn result(locale: Locale, view: View, report: &Report, deletion: Option<&Deletion>) -> View {
    let settled = Message::new("report-settled").with("number", report.number.to_string());
    let deletion = deletion.map(|deletion| deleted(report, deletion));
    let more = deletion.into_iter().chain([settled]).map(|state| Message::new("done-line").with("state", state));
    let lines = view.content.clone().into_iter().chain(more.map(|line| say(locale, &line)));
    View { content: Some(Safe::join(lines, "\n")), ..view }
}

/// Who has reported, and what each of them wrote.
pub fn reporters(locale: Locale, report: &Report, entries: &[ReportEntry]) -> View {
    let title = say(locale, &Message::new("report-reporters-title").with("number", report.number.to_string()));
    let lines = entries.iter().rev().filter_map(|entry| {
        let head = Message::new("report-reporter").with("member", entry.reporter).with("ago", Arg::Time(entry.at, 'R'));
        Some(Safe::join([say(locale, &head), words_of(locale, entry, IN_FULL)?], "\n"))
    });
    let mut shown: Option<Safe> = None;
    for line in lines {
        let next = Safe::join(shown.clone().into_iter().chain([line]), "\n");
        if next.len_utf16() > limits::EMBED_DESCRIPTION {
            break;
        }
        shown = Some(next);
    }
    let text = shown.unwrap_or_else(|| tell(locale, "report-reporters-none"));
    View::embed(Embed::titled(title).description(text))
}

/// A page of reports, with a menu to open one; above it the raid that is on, and below it the open threads of members
/// with the staff.
pub fn list(locale: Locale, page: &Listed<Report>, open: &[Contact], raid: Option<&Raid>) -> View {
    let raid = raid.map(|raid| {
        let ago = Arg::Time(raid.since, 'R');
        say(locale, &Message::new("raid-is-on").with("since", ago).with("count", raid.joined))
    });
    View { content: raid, ..contacts::below(locale, reports(locale, page), open) }
}

fn reports(locale: Locale, page: &Listed<Report>) -> View {
    let title = tell(locale, "report-list");
    if page.rows.is_empty() {
        return View::embed(Embed::titled(title).description(tell(locale, "report-list-empty")));
    }
    let parts = page.rows.iter().map(|report| say(locale, &line(report)));
    let menu = page.rows.iter().fold(
        Select::new(CustomId::new(NAME, "open", 1, 0), tell(locale, "report-open")),
        |menu, report| {
            let label = say(locale, &Message::new("report-title").with("number", report.number.to_string()));
            menu.option(SelectOption::new(report.id.to_string(), label))
        },
    );
    let turn = |number| CustomId::new(NAME, "page", 1, number);
    Page::of_rows(page.slice, parts).below(locale, Embed::titled(title), turn).select(menu)
}

fn line(report: &Report) -> Message {
    let state = match (report.state, report.claimed) {
        (ReportState::Open, Some((by, _))) => Message::new("report-state-claimed").with("by", by),
        (ReportState::Open, None) => Message::new("report-state-open"),
        (ReportState::Acted, _) => {
            Message::new("report-state-acted").with("number", words::number(report.case.unwrap_or(0)))
        }
        (ReportState::Dismissed, _) => Message::new("report-state-dismissed"),
    };
    let what = if report.message.is_some() { "report-line-message" } else { "report-line-member" };
    Message::new(what)
        .with("number", report.number.to_string())
        .with("member", report.member)
        .with("people", Message::new("report-people").with("count", report.reporters))
        .with("ago", Arg::Time(report.opened, 'R'))
        .with("state", state)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_says_who_reads_a_report() {
        let hint = |about_staff| form(Locale::En, DraftId(1), None, about_staff).json().to_string();
        assert!(hint(false).contains("Only the moderators read this"), "{}", hint(false));
        assert!(hint(true).contains("Only managers read this"), "{}", hint(true));
    }
}
