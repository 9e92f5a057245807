//! Cases from a file: what is known of them already, how they are written, and how that is undone.
//!
//! A file is looked at first: the preview says what would come of each line, and keeps what was read as a draft.
//! *Confirm* writes all of it in one transaction. Such a case has a number of ours, its own day, and whoever acted
//! then; it does nothing on Discord, nobody is told, and the ladder does not follow from it. Each has a key, by which
//! it is known when the same file comes again. The mod log has one entry for all of them.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use serde_json::{Value, json};
use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::db::numbers;
use crate::discord::access::audit;
use crate::error::{Message, Result};
use crate::feature::card::{self, Calls, CardKind, CardName, Rendered};
use crate::feature::draft::{Spec, State};
use crate::ids::{GuildId, MemberId};

use super::record::FEATURE;
use super::rules::import::Record;
use super::rules::link::Link;
use super::rules::points::{LONGEST_DAYS, Points, Severity, term_of};
use super::settings::settings;
use super::views::import as views;
use super::{CaseImport, ImportDraft, ImportId, ImportSpec, Kind, Problem, Source, store};

/// The entry of the mod log.
pub const CARD: CardKind = CardKind {
    name: CardName::new(FEATURE, "import"),
    at_most_every: Duration::from_secs(3),
    render: |tx, guild, row, _, _| Box::pin(rendered(tx, guild, ImportId(row))),
};
/// How long *Undo* works.
const UNDO: Duration = Duration::from_secs(10 * 60);

impl Spec for ImportSpec {
    const FEATURE: &'static str = FEATURE;
    const KIND: &'static str = "import";
    type Seen = ();

    fn gone() -> Message {
        Message::new("import-draft-gone")
    }

    async fn settled(_: &mut SqliteConnection, draft: &ImportDraft) -> Result<Message> {
        Ok(Message::new(match draft.state {
            State::Published(_) => "import-before",
            State::Open | State::Cancelled => "import-cancelled",
        }))
    }

    fn without_words(mut self) -> Self {
        self.reading.records.clear();
        self.reading.mistakes.clear();
        self
    }
}

/// The places, in the order of the file, of what is on record already, or stands in the file twice.
pub async fn known(db: &mut SqliteConnection, guild: GuildId, spec: &ImportSpec) -> Result<HashSet<usize>> {
    let (source, records) = (spec.reading.source, &spec.reading.records);
    let keys: Vec<String> = records.iter().map(|record| record.key(source)).collect();
    let mut seen = store::imported_keys(&mut *db, guild, &serde_json::to_string(&keys)?).await?;
    // Steward's own file of this very server.
    let number = |record: &Record| record.original.as_ref().filter(|_| record.is_ours)?.parse::<i64>().ok();
    let numbers: Vec<i64> = records.iter().filter(|_| source == Source::Steward).filter_map(number).collect();
    let ours = store::numbered(db, guild, &serde_json::to_string(&numbers)?).await?;
    let is_ours =
        |record: &Record| number(record).is_some_and(|number| ours.contains(&(number, record.member, record.at)));
    let each = records.iter().zip(keys).enumerate();
    let known = each.filter_map(|(place, (record, key))| (!seen.insert(key) || is_ours(record)).then_some(place));
    Ok(known.collect())
}

/// Writes what is not on record yet; nothing, where all of it is.
pub async fn record(
    tx: &mut SqliteConnection,
    draft: &ImportDraft,
    steward: MemberId,
    now: Timestamp,
) -> Result<Option<CaseImport>> {
    let (guild, spec) = (draft.guild, &draft.spec);
    let known = known(&mut *tx, guild, spec).await?;
    let records = spec.reading.records.iter().enumerate().filter(|(place, _)| !known.contains(place));
    let mut records: Vec<&Record> = records.map(|(_, record)| record).collect();
    if records.is_empty() {
        return Ok(None);
    }
    // Numbers rise with the days.
    records.sort_by_key(|record| (record.at, record.place));
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let mut import = CaseImport {
        id: ImportId(0),
        guild,
        actor: draft.author,
        source: spec.reading.source,
        file: spec.file.clone(),
        added: count(records.len()),
        first: numbers::next_of(&mut *tx, guild, "cases", count(records.len())).await?,
        known: count(known.len()),
        left_out: count(spec.reading.left_out),
        with_points: spec.with_points,
        at: now,
        undone: None,
    };
    import.id = store::insert_import(&mut *tx, &import).await?;
    let term = settings(&mut *tx, guild).await?.term;
    let numbered: HashMap<&str, i64> = (import.first..)
        .zip(&records)
        .filter_map(|(number, record)| Some((record.original.as_deref()?, number)))
        .collect();
    let rows: Vec<Value> = (import.first..)
        .zip(&records)
        .map(|(number, record)| row(&import, record, number, &numbered, steward, term))
        .collect();
    store::insert_imported(&mut *tx, &import, &Value::from(rows).to_string()).await?;
    let entry = audit::Entry::new(guild, import.actor, "case.import", format!("import {}", import.id));
    let last = import.first + import.added - 1;
    let what = format!("{} cases of {}, #{} to #{last}", import.added, import.source.as_str(), import.first);
    audit::record(&mut *tx, &entry.change("", what), now).await?;
    card::post(tx, &CARD, guild, import.id.get(), Calls::Nobody, now).await?;
    Ok(Some(import))
}

/// The columns of a case.
fn row(
    import: &CaseImport,
    record: &Record,
    number: i64,
    numbered: &HashMap<&str, i64>,
    steward: MemberId,
    term: Duration,
) -> Value {
    // Without points, a warning has no severity either.
    let severity = (import.with_points && record.kind == Kind::Warn).then(|| record.severity.unwrap_or_default());
    let points = severity.map(|severity| Points::given(severity, record.at, term));
    // No longer than the points of a warning can count here.
    let longest = record.at.plus(term_of(LONGEST_DAYS));
    let voided = record.voided.as_ref();
    // A message of another server is not read here.
    let is_here = |link: &&String| link.parse::<Link>().is_ok_and(|link| link.guild == import.guild);
    let link = record.link.as_ref().filter(is_here);
    json!({
        "number": number,
        "kind": record.kind.as_str(),
        "member": record.member,
        // Where nobody is named, nobody of the staff is made to have done it.
        "actor": record.actor.unwrap_or(steward),
        "reason": record.reason,
        "at": record.at,
        "severity": severity.map(Severity::number),
        "points": points.map_or(0, |points| points.count),
        "points_expire_at": points.map(|points| record.points_until.map_or(points.expire_at, |at| at.min(longest))),
        "rule": record.rule,
        "evidence": record.evidence,
        "link": link,
        "quote": record.quote.as_ref().filter(|_| link.is_some()),
        "cause": record.cause.as_deref().and_then(|cause| numbered.get(cause)),
        "until": record.until,
        "voided_at": voided.map(|voided| voided.at.unwrap_or(import.at)),
        "voided_by": voided.map(|voided| voided.by.unwrap_or(steward)),
        "void_reason": voided.map(|voided| &voided.reason),
        "original": record.original,
        "key": record.key(import.source),
    })
}

/// Whoever brought a file undoes that: what came of it is void, and the file can be brought again.
pub async fn undo(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: ImportId,
    by: MemberId,
    now: Timestamp,
) -> Result<Option<CaseImport>> {
    let Some(import) = store::import(&mut *tx, guild, id).await? else { return Ok(None) };
    if let Some((at, by)) = import.undone {
        return Err(Problem::ImportUndone { by, at }.into());
    }
    if import.actor != by {
        return Err(Problem::ImportOfOthers(import.actor).into());
    }
    if now > import.at.plus(UNDO) {
        return Err(Problem::ImportLate.into());
    }
    store::set_import_undone(&mut *tx, &import, by, now).await?;
    let entry = audit::Entry::new(guild, by, "case.import", format!("import {id}"));
    audit::record(&mut *tx, &entry.change(format!("{} cases", import.added), "undone"), now).await?;
    card::edit(&mut *tx, &CARD, guild, id.get(), now).await?;
    store::import(tx, guild, id).await
}

async fn rendered(tx: &mut SqliteConnection, guild: GuildId, id: ImportId) -> Result<Option<Rendered>> {
    let Some(import) = store::import(&mut *tx, guild, id).await? else { return Ok(None) };
    let settings = settings(tx, guild).await?;
    let view = views::entry(settings.locale, &import);
    Ok(Some(Rendered { channel: settings.log, title: None, view, expires: None }))
}
