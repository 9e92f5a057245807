//! What people see of a file with cases: the preview with a line for each, what came of it, and its entry in the mod
//! log.

use std::collections::HashSet;

use crate::db::list::Slice;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::pages::Page;
use crate::discord::ui::view::{Button, Embed, View};
use crate::error::{Arg, Message};
use crate::features::moderation::rules::import::{Mistake, Reading, Record};
use crate::features::moderation::{Case, CaseImport, ImportDraft, Kind};
use crate::i18n::{Locale, say};

use super::{list, words};

/// What the button says that warnings have points.
pub const WITH_POINTS: &str = "yes";
/// Lines on a page: the longest ones have room together.
const LINES: i64 = 15;
/// How much of a reason stands in a line.
const EXCERPT: usize = 60;
/// How much of the name of a file is shown.
const FILE: usize = 60;

/// What would come of a file, a page at a time; nothing has been recorded yet.
pub fn preview(locale: Locale, draft: &ImportDraft, known: &HashSet<usize>, number: i64) -> View {
    let reading = &draft.spec.reading;
    let new = reading.records.len() - known.len();
    let title = Message::new("import-title").with("count", new);
    let embed = Embed::titled(say(locale, &title)).description(words::lines(locale, head(draft, known, new)));
    let more = reading.left_out.saturating_sub(reading.mistakes.len());
    let more = (more > 0).then(|| Message::new("import-more").with("count", more));
    let total = reading.mistakes.len() + usize::from(more.is_some()) + reading.records.len();
    let slice = Slice::new(i64::try_from(total).unwrap_or(i64::MAX), LINES, number);
    let lines = reading.records.iter().enumerate();
    let lines = lines.map(|(at, record)| line(reading, record, known.contains(&at)));
    let mistakes = reading.mistakes.iter().map(|mistake| wrong(reading, mistake));
    let lines = mistakes.chain(more).chain(lines).skip(usize::try_from(slice.skip()).unwrap_or(usize::MAX));
    let lines = lines.take(usize::try_from(slice.size).unwrap_or(usize::MAX));
    let page = Page::of_rows(slice, lines.map(|line| say(locale, &line)));
    let id = |verb: &str| CustomId::new("moderation", verb, 1, draft.id.get());
    let button = |key, verb| Button::new(say(locale, &Message::new(key)), id(verb));
    let mut buttons = Vec::new();
    if new > 0 {
        buttons.push(button("button-confirm", "import-confirm").primary());
    }
    if new > 0 && reading.records.iter().any(|record| record.kind == Kind::Warn) {
        let (key, arg) =
            if draft.spec.with_points { ("button-no-points", "no") } else { ("button-with-points", WITH_POINTS) };
        buttons.push(Button::new(say(locale, &Message::new(key)), id("import-points").arg(arg)));
    }
    buttons.push(button("button-cancel", "import-cancel"));
    page.below(locale, embed, |page| id("import-page").arg(page)).row(buttons)
}

fn head(draft: &ImportDraft, known: &HashSet<usize>, new: usize) -> Vec<Message> {
    let (spec, reading) = (&draft.spec, &draft.spec.reading);
    let from =
        Message::new("import-from").with("file", words::said(&spec.file, FILE)).with("source", reading.source.name());
    let mut head = vec![from];
    let fresh = || reading.records.iter().enumerate().filter(|(at, _)| !known.contains(at)).map(|(_, record)| record);
    let counted = |kind: Kind| (kind, fresh().filter(|record| record.kind == kind).count());
    let counts = Kind::ALL.into_iter().map(counted).filter(|(_, count)| *count > 0);
    let counts = counts.map(|(kind, count)| words::counted(kind, i64::try_from(count).unwrap_or(i64::MAX)));
    if let Some(counts) = words::listed(counts) {
        head.push(Message::new("import-new").with("counts", counts));
    }
    let days = fresh().map(|record| record.at).min().zip(fresh().map(|record| record.at).max());
    if let Some((first, last)) = days {
        head.push(Message::new("import-days").with("first", Arg::Time(first, 'D')).with("last", Arg::Time(last, 'D')));
    }
    let mut counted = |key: &'static str, count: usize| {
        if count > 0 {
            head.push(Message::new(key).with("count", count));
        }
    };
    counted("import-known", known.len());
    counted("import-left-out", reading.left_out);
    counted("import-cut", reading.cut);
    counted("import-nameless", fresh().filter(|record| record.actor.is_none()).count());
    if !reading.unknown.is_empty() {
        head.push(Message::new("import-unknown-columns").with("columns", reading.unknown.join(", ")));
    }
    if new == 0 {
        head.push(Message::new("import-nothing"));
        return head;
    }
    head.push(Message::new("import-quiet"));
    if fresh().any(|record| record.kind == Kind::Warn) {
        head.push(Message::new(if spec.with_points { "import-with-points" } else { "import-without-points" }));
    }
    head
}

/// A case of the file.
fn line(reading: &Reading, record: &Record, is_known: bool) -> Message {
    let what = Message::new("import-what")
        .with("kind", record.kind.message())
        .with("member", record.member)
        .with("at", Arg::Time(record.at, 'd'));
    let what = match list::excerpt(&record.reason, EXCERPT) {
        Some(reason) => Message::new("import-what-reason").with("what", what).with("reason", reason),
        None => what,
    };
    let what = if record.voided.is_some() { Message::new("import-what-voided").with("what", what) } else { what };
    let what = if is_known { Message::new("import-what-known").with("what", what) } else { what };
    placed(reading, record.place, what)
}

fn wrong(reading: &Reading, mistake: &Mistake) -> Message {
    placed(reading, mistake.place, Message::new("import-what-wrong").with("why", mistake.wrong.message()))
}

/// With where it stands in the file.
fn placed(reading: &Reading, place: u64, what: Message) -> Message {
    let key = if reading.is_table { "import-line" } else { "import-entry" };
    Message::new(key).with("place", place.to_string()).with("what", what)
}

/// What came of it, for whoever brought it.
pub fn result(locale: Locale, import: &CaseImport) -> View {
    let lines = std::iter::once(Message::new("import-done").with("count", import.added)).chain(outcome(import));
    let id = CustomId::new("moderation", "import-undo", 1, import.id.get());
    let undo = Button::new(say(locale, &Message::new("button-undo")), id);
    View::text(words::lines(locale, lines)).row(vec![undo])
}

/// That it was undone.
pub fn undone(import: &CaseImport) -> Message {
    Message::new("import-undone").with("count", import.added)
}

/// The entry of the mod log.
pub fn entry(locale: Locale, import: &CaseImport) -> View {
    let head = [
        Message::new("mass-log-by").with("actor", import.actor),
        Message::new("import-from").with("file", words::said(&import.file, FILE)).with("source", import.source.name()),
        Message::new("mass-log-at").with("at", words::instant(import.at)),
    ];
    let undone = import
        .undone
        .map(|(at, by)| Message::new("import-undone-before").with("by", by).with("ago", Arg::Time(at, 'R')));
    let lines = head.into_iter().chain(outcome(import)).chain(undone);
    View::embed(Embed::titled(say(locale, &Message::new("import-log-title"))).description(words::lines(locale, lines)))
}

fn outcome(import: &CaseImport) -> Vec<Message> {
    let last = import.first + import.added - 1;
    let cases = if import.added == 1 {
        Message::new("mass-case").with("number", words::number(import.first))
    } else {
        Message::new("mass-cases").with("first", words::number(import.first)).with("last", words::number(last))
    };
    let counted = |key: &'static str, count: i64| (count > 0).then(|| Message::new(key).with("count", count));
    let points = import.with_points.then(|| Message::new("import-with-points"));
    let lines = [counted("import-known", import.known), counted("import-left-out", import.left_out), points];
    std::iter::once(cases).chain(lines.into_iter().flatten()).collect()
}

/// Where a case came from, and what it was called there.
pub fn source(case: &Case, import: &CaseImport) -> Vec<Message> {
    let original = case.imported.as_ref().and_then(|imported| imported.original.as_deref());
    let from = match original {
        Some(original) => Message::new("case-imported-number").with("original", original),
        None => Message::new("case-imported-from"),
    };
    let by = Message::new("case-imported-by").with("by", import.actor).with("at", Arg::Time(import.at, 'D'));
    vec![from.with("source", import.source.name()), by]
}
