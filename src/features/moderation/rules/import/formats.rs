//! Files in JSON: Steward's own, and those of other bots.
//!
//! | bot | where the file comes from |
//! | --- | --- |
//! | Zeppelin | *Import / Export* of its dashboard |
//! | Red | the settings of its core cog ModLog, `settings.json` |
//! | Dyno | the pages of the moderation log of its dashboard, or a list made of them |
//! | MEE6 | the pages of the infractions of its dashboard |

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::features::moderation::Source;
use crate::ids::GuildId;

use super::{Entry, Found, NoCases};

/// How Steward calls its own form, in `format`.
pub const OWN: &str = "steward-cases";
/// Under which Red keeps its moderation log.
const RED_MODLOG: &str = "1354799444";
/// Zeppelin's kinds by their numbers, from 1 on.
const ZEPPELIN_KINDS: [&str; 9] = ["ban", "unban", "note", "warn", "kick", "mute", "unmute", "deleted", "softban"];

/// What an entry may say; another key is unknown.
const OWN_KEYS: &[&str] = &super::tables::OWN_COLUMNS;
const ZEPPELIN_KEYS: &[&str] = &[
    "case_number",
    "user_id",
    "user_name",
    "mod_id",
    "mod_name",
    "type",
    "created_at",
    "is_hidden",
    "pp_id",
    "pp_name",
    "log_message_id",
    "notes",
];
const RED_KEYS: &[&str] = &[
    "case_number",
    "action_type",
    "guild",
    "created_at",
    "user",
    "last_known_username",
    "moderator",
    "reason",
    "until",
    "channel",
    "parent_channel_id",
    "amended_by",
    "modified_at",
    "message",
];
const DYNO_KEYS: &[&str] = &[
    "_id",
    "id",
    "server",
    "caseNum",
    "caseId",
    "type",
    "mod",
    "modId",
    "modName",
    "user",
    "userId",
    "userName",
    "reason",
    "createdAt",
    "updatedAt",
    "message",
    "channel",
    "__v",
];
const MEE6_KEYS: &[&str] = &["author_id", "created_at", "guild_id", "id", "message", "reason", "user_id"];

/// The entries of a file in JSON.
pub(super) fn found(text: &str, guild: GuildId) -> Result<Found, NoCases> {
    let value: Value =
        serde_json::from_str(text).map_err(|error| NoCases::Broken { line: error.line(), column: error.column() })?;
    let mut elsewhere = 0;
    let (source, keys, read, entries): (_, _, fn(&Map<String, Value>) -> Entry, Vec<&Value>) = match &value {
        Value::Object(whole) if whole.get("format").and_then(Value::as_str) == Some(OWN) => {
            (Source::Steward, OWN_KEYS, own, list(whole, "cases"))
        }
        Value::Object(whole) if whole.get("cases").is_some_and(|cases| has(first(cases), "notes")) => {
            (Source::Zeppelin, ZEPPELIN_KEYS, zeppelin, list(whole, "cases"))
        }
        Value::Object(whole) if whole.contains_key("infractions") => {
            (Source::Mee6, MEE6_KEYS, mee6, list(whole, "infractions"))
        }
        Value::Object(whole) if whole.contains_key("logs") => (Source::Dyno, DYNO_KEYS, dyno, list(whole, "logs")),
        Value::Object(whole) if whole.contains_key(RED_MODLOG) => {
            let servers = whole[RED_MODLOG].get("CASES").and_then(Value::as_object).ok_or(NoCases::Empty)?;
            let of = |server: &Value| server.as_object().map_or(0, Map::len);
            let here = servers.get(&guild.to_string());
            elsewhere = servers.values().map(of).sum::<usize>() - here.map_or(0, of);
            let cases = here.and_then(Value::as_object).into_iter().flat_map(Map::values);
            (Source::Red, RED_KEYS, red, cases.collect())
        }
        Value::Array(entries) if has(entries.first(), "action_type") => {
            (Source::Red, RED_KEYS, red, entries.iter().collect())
        }
        Value::Array(entries) if has(entries.first(), "caseId") || has(entries.first(), "caseNum") => {
            (Source::Dyno, DYNO_KEYS, dyno, entries.iter().collect())
        }
        Value::Array(entries) if has(entries.first(), "author_id") => {
            (Source::Mee6, MEE6_KEYS, mee6, entries.iter().collect())
        }
        _ => return Err(NoCases::Unknown(Vec::new())),
    };
    let server = value.get("server_id").and_then(Value::as_str);
    let nothing = Map::new();
    let mut unknown = BTreeSet::new();
    let entries = (1..).zip(entries).map(|(place, entry)| {
        let entry = entry.as_object().unwrap_or(&nothing);
        for key in entry.keys().filter(|key| !keys.contains(&key.as_str())) {
            if unknown.len() < super::COLUMNS {
                unknown.insert(key.clone());
            }
        }
        let mut read = read(entry);
        read.place = place;
        read.server = read.server.or_else(|| server.map(str::to_owned));
        read
    });
    let entries = entries.collect();
    Ok(Found { source, is_table: false, entries, elsewhere, unknown: unknown.into_iter().collect() })
}

fn list<'v>(whole: &'v Map<String, Value>, key: &str) -> Vec<&'v Value> {
    whole.get(key).and_then(Value::as_array).map(|list| list.iter().collect()).unwrap_or_default()
}

fn first(list: &Value) -> Option<&Value> {
    list.as_array().and_then(|list| list.first())
}

fn has(entry: Option<&Value>, key: &str) -> bool {
    entry.is_some_and(|entry| entry.get(key).is_some())
}

/// What stands under a key, as a text; nothing where it is empty.
fn text(entry: &Map<String, Value>, key: &str) -> Option<String> {
    plain(entry.get(key)?)
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn own(entry: &Map<String, Value>) -> Entry {
    super::tables::own(|column| text(entry, column))
}

fn zeppelin(entry: &Map<String, Value>) -> Entry {
    let kind = entry.get("type").and_then(Value::as_u64).and_then(|kind| {
        let place = usize::try_from(kind.checked_sub(1)?).ok()?;
        ZEPPELIN_KINDS.get(place).map(|kind| (*kind).to_owned())
    });
    let notes = entry.get("notes").and_then(Value::as_array).into_iter().flatten();
    let said: Vec<String> = notes.filter_map(|note| plain(note.get("body")?)).collect();
    Entry {
        number: text(entry, "case_number"),
        kind: kind.or_else(|| text(entry, "type")),
        member: text(entry, "user_id"),
        actor: text(entry, "mod_id"),
        at: text(entry, "created_at"),
        reason: (!said.is_empty()).then(|| said.join("\n")),
        hidden: entry.get("is_hidden").and_then(Value::as_bool).unwrap_or_default(),
        ..Entry::default()
    }
}

fn red(entry: &Map<String, Value>) -> Entry {
    Entry {
        number: text(entry, "case_number"),
        kind: text(entry, "action_type"),
        member: text(entry, "user"),
        actor: text(entry, "moderator"),
        at: text(entry, "created_at"),
        until: text(entry, "until"),
        reason: text(entry, "reason"),
        server: text(entry, "guild"),
        ..Entry::default()
    }
}

fn dyno(entry: &Map<String, Value>) -> Entry {
    let of = |person: &str| entry.get(person).and_then(|person| plain(person.get("id")?));
    Entry {
        number: text(entry, "caseNum").or_else(|| text(entry, "caseId")),
        kind: text(entry, "type"),
        member: of("user").or_else(|| text(entry, "userId")),
        actor: of("mod").or_else(|| text(entry, "modId")),
        at: text(entry, "createdAt"),
        reason: text(entry, "reason"),
        server: text(entry, "server"),
        ..Entry::default()
    }
}

fn mee6(entry: &Map<String, Value>) -> Entry {
    Entry {
        number: text(entry, "id"),
        kind: Some("warn".to_owned()),
        member: text(entry, "user_id"),
        actor: text(entry, "author_id"),
        at: text(entry, "created_at"),
        reason: text(entry, "reason"),
        server: text(entry, "guild_id"),
        ..Entry::default()
    }
}
