//! Files in CSV: Steward's own, which also serves for whatever somebody has put into its columns, and the warnings
//! of YAGPDB as PostgreSQL writes that table (`moderation_warnings`).

use std::collections::HashMap;

use crate::features::moderation::Source;
use crate::text::table;

use super::{Entry, Found, MOST, NoCases};

/// The columns of Steward's own files, in their order; the keys of its JSON too.
pub const OWN_COLUMNS: [&str; 22] = [
    "number",
    "kind",
    "member_id",
    "moderator_id",
    "at",
    "reason",
    "rule",
    "severity",
    "points",
    "points_until",
    "until",
    "state",
    "ended_at",
    "cause",
    "evidence",
    "message_link",
    "message_quote",
    "voided_at",
    "voided_by",
    "void_reason",
    "imported_number",
    "server_id",
];
const YAGPDB_COLUMNS: [&str; 9] = [
    "id",
    "created_at",
    "updated_at",
    "guild_id",
    "user_id",
    "author_id",
    "author_username_discrim",
    "message",
    "logs_link",
];

/// The entries of a table.
pub(super) fn found(text: &str) -> Result<Found, NoCases> {
    let sheet = table::read(text, MOST + 1).map_err(|_| NoCases::Unknown(Vec::new()))?;
    let columns: Vec<String> = sheet.columns.iter().map(|name| name.trim().to_lowercase()).collect();
    let has = |name: &str| columns.iter().any(|column| column == name);
    let (source, known): (_, &[&str]) = if has("kind") && has("member_id") {
        (Source::Steward, &OWN_COLUMNS)
    } else if has("user_id") && has("author_id") && has("message") {
        (Source::Yagpdb, &YAGPDB_COLUMNS)
    } else if text.trim().is_empty() {
        return Err(NoCases::Empty);
    } else {
        return Err(NoCases::Unknown(named(&sheet.columns)));
    };
    // The first of two columns with one name counts.
    let mut places = HashMap::new();
    for (place, column) in columns.iter().enumerate() {
        places.entry(column.as_str()).or_insert(place);
    }
    let entries = sheet.rows.iter().map(|(line, cells)| {
        let cell = |column: &str| {
            let cell = cells.get(*places.get(column)?)?;
            (!cell.trim().is_empty()).then(|| table::undefused(cell).to_owned())
        };
        let entry = if source == Source::Steward { own(cell) } else { yagpdb(cell) };
        Entry { place: *line, ..entry }
    });
    let entries = entries.collect();
    let unknown = sheet.columns.iter().zip(&columns).filter(|(_, column)| !known.contains(&column.as_str()));
    let unknown = unknown.map(|(name, _)| name.clone()).filter(|name| !name.is_empty()).collect();
    Ok(Found { source, is_table: true, entries, elsewhere: 0, unknown })
}

/// The first columns of a table, as it is told which it has.
fn named(columns: &[String]) -> Vec<String> {
    let named = columns.iter().filter(|name| !name.is_empty()).take(super::COLUMNS);
    named.map(|name| crate::text::limits::cut(name, super::REPEATED)).collect()
}

/// A case as Steward writes it.
pub(super) fn own(cell: impl Fn(&str) -> Option<String>) -> Entry {
    Entry {
        place: 0,
        number: cell("number"),
        kind: cell("kind"),
        member: cell("member_id"),
        actor: cell("moderator_id"),
        at: cell("at"),
        reason: cell("reason"),
        severity: cell("severity"),
        points_until: cell("points_until"),
        until: cell("until"),
        rule: cell("rule"),
        evidence: cell("evidence"),
        link: cell("message_link"),
        quote: cell("message_quote"),
        cause: cell("cause"),
        server: cell("server_id"),
        voided_at: cell("voided_at"),
        voided_by: cell("voided_by"),
        void_reason: cell("void_reason"),
        hidden: false,
    }
}

fn yagpdb(cell: impl Fn(&str) -> Option<String>) -> Entry {
    Entry {
        number: cell("id"),
        kind: Some("warn".to_owned()),
        member: cell("user_id"),
        actor: cell("author_id"),
        at: cell("created_at"),
        reason: cell("message"),
        evidence: cell("logs_link"),
        server: cell("guild_id"),
        ..Entry::default()
    }
}
