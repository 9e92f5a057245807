//! What a file with cases says: of Steward itself, or of another bot as far as the form of its files is public.
//!
//! Whatever the file is, each of its entries becomes an [`Entry`] of plain texts ([`formats`] for JSON, [`tables`]
//! for CSV), and [`Entry::record`] says whether that is a case, or what is wrong with it. Only so many mistakes are
//! kept with their place; the others are counted.

mod formats;
mod tables;

pub use self::formats::OWN;
pub use self::tables::OWN_COLUMNS;

use std::time::Duration;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::clock::Timestamp;
use crate::error::Message;
use crate::features::moderation::rules::mass::person;
use crate::features::moderation::rules::points::Severity;
use crate::features::moderation::{Kind, Source};
use crate::ids::{GuildId, MemberId};
use crate::text::limits;
use crate::text::rfc3339;

/// A file may be so large, in bytes.
pub const LARGEST: u64 = 4 * 1_024 * 1_024;
/// So many cases go at once.
pub const MOST: usize = 10_000;
/// So many mistakes are kept with their place.
const MISTAKES: usize = 20;
/// So many unknown columns are named.
const COLUMNS: usize = 10;
/// What a case says is no longer, in UTF-16 units.
const WORDS: usize = 1_000;
/// How much of what stands in the file is repeated.
const REPEATED: usize = 40;
/// Discord opened on that day.
const EARLIEST: Timestamp = Timestamp(1_431_475_200_000);
/// Before the year 10,000, which no program writes.
const LATEST: Timestamp = Timestamp(253_402_300_800_000);
/// A clock may be wrong by so much.
const AHEAD: Duration = Duration::from_secs(86_400);

/// A case as the file has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Its line in a table, or its place among the entries, from 1 on.
    pub place: u64,
    pub kind: Kind,
    pub member: MemberId,
    /// Who acted, where the file says it.
    pub actor: Option<MemberId>,
    pub at: Timestamp,
    pub reason: String,
    pub severity: Option<Severity>,
    /// Until when its points count, where the file says it.
    pub points_until: Option<Timestamp>,
    pub until: Option<Timestamp>,
    pub rule: Option<String>,
    pub evidence: Option<String>,
    pub link: Option<String>,
    pub quote: Option<String>,
    /// What it is called there: its number or id.
    pub original: Option<String>,
    /// What the case is called there that it followed from.
    pub cause: Option<String>,
    /// Whether the file says that it is of this server.
    pub is_ours: bool,
    pub voided: Option<Voiding>,
}

/// That a case did not count any more there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voiding {
    pub at: Option<Timestamp>,
    pub by: Option<MemberId>,
    pub reason: String,
}

impl Record {
    /// By what the same case is known again, whatever was edited since.
    pub fn key(&self, source: Source) -> String {
        let name = match &self.original {
            Some(original) => original.clone(),
            None => Sha256::digest(self.reason.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect(),
        };
        format!("{}:{name}:{}:{}:{}", source.as_str(), self.kind.as_str(), self.member, self.at.millis())
    }
}

/// What is wrong with an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wrong {
    NoMember,
    Member(String),
    NoKind,
    Kind(String),
    NoTime,
    Time(String),
    /// Before there was Discord.
    Early,
    Ahead,
    /// It was deleted there.
    Deleted,
    OtherServer,
}

impl Wrong {
    /// What people are told.
    pub fn message(&self) -> Message {
        let typed = |key: &'static str, typed: &str| Message::new(key).with("typed", limits::cut(typed, REPEATED));
        match self {
            Self::NoMember => Message::new("import-wrong-no-member"),
            Self::Member(text) => typed("import-wrong-member", text),
            Self::NoKind => Message::new("import-wrong-no-kind"),
            Self::Kind(text) => typed("import-wrong-kind", text),
            Self::NoTime => Message::new("import-wrong-no-time"),
            Self::Time(text) => typed("import-wrong-time", text),
            Self::Early => Message::new("import-wrong-early"),
            Self::Ahead => Message::new("import-wrong-ahead"),
            Self::Deleted => Message::new("import-wrong-deleted"),
            Self::OtherServer => Message::new("import-wrong-server"),
        }
    }
}

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mistake {
    pub place: u64,
    pub wrong: Wrong,
}

/// What a file says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    pub source: Source,
    /// Whether places are lines of a table.
    pub is_table: bool,
    /// In the order of the file.
    pub records: Vec<Record>,
    /// How many entries are no case.
    pub left_out: usize,
    /// The first of them.
    pub mistakes: Vec<Mistake>,
    /// Columns that say nothing to Steward, the first of them.
    pub unknown: Vec<String>,
    /// How many reasons were too long.
    pub cut: usize,
}

/// Why a file is no file with cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoCases {
    /// It is in no form that is known; for a table, its columns.
    Unknown(Vec<String>),
    /// It begins like JSON, and is broken.
    Broken {
        line: usize,
        column: usize,
    },
    /// It says nothing.
    Empty,
    TooMany,
}

impl From<NoCases> for Message {
    fn from(why: NoCases) -> Self {
        match why {
            NoCases::Unknown(columns) if columns.is_empty() => Self::new("import-unknown"),
            NoCases::Unknown(columns) => Self::new("import-unknown-table").with("columns", columns.join(", ")),
            NoCases::Broken { line, column } => Self::new("import-broken").with("line", line).with("column", column),
            NoCases::Empty => Self::new("import-empty"),
            NoCases::TooMany => Self::new("import-too-many").with("most", MOST),
        }
    }
}

/// Reads a file for a server.
pub fn read(text: &str, guild: GuildId, now: Timestamp) -> Result<Reading, NoCases> {
    let found =
        if text.trim_start().starts_with(['{', '[']) { formats::found(text, guild)? } else { tables::found(text)? };
    if found.entries.len() > MOST {
        return Err(NoCases::TooMany);
    }
    let mut reading = Reading {
        source: found.source,
        is_table: found.is_table,
        records: Vec::new(),
        left_out: found.elsewhere,
        mistakes: Vec::new(),
        unknown: found.unknown.into_iter().take(COLUMNS).map(|name| limits::cut(&name, REPEATED)).collect(),
        cut: 0,
    };
    for entry in found.entries {
        reading.cut += usize::from(entry.reason.as_ref().is_some_and(|reason| limits::len_utf16(reason) > WORDS));
        let place = entry.place;
        match entry.record(guild, now) {
            Ok(record) => reading.records.push(record),
            Err(wrong) => {
                reading.left_out += 1;
                if reading.mistakes.len() < MISTAKES {
                    reading.mistakes.push(Mistake { place, wrong });
                }
            }
        }
    }
    if reading.records.is_empty() && reading.left_out == 0 { Err(NoCases::Empty) } else { Ok(reading) }
}

/// The entries of a file, before any is looked at.
struct Found {
    source: Source,
    is_table: bool,
    entries: Vec<Entry>,
    /// How many are of other servers.
    elsewhere: usize,
    unknown: Vec<String>,
}

/// An entry of a file, in plain texts; nothing is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Entry {
    place: u64,
    number: Option<String>,
    kind: Option<String>,
    member: Option<String>,
    actor: Option<String>,
    at: Option<String>,
    reason: Option<String>,
    severity: Option<String>,
    points_until: Option<String>,
    until: Option<String>,
    rule: Option<String>,
    evidence: Option<String>,
    link: Option<String>,
    quote: Option<String>,
    cause: Option<String>,
    server: Option<String>,
    voided_at: Option<String>,
    voided_by: Option<String>,
    void_reason: Option<String>,
    /// It counted no more there, and nobody says since when.
    hidden: bool,
}

impl Entry {
    fn record(self, guild: GuildId, now: Timestamp) -> Result<Record, Wrong> {
        let server = self.server.as_deref().and_then(|text| text.trim().parse().ok()).map(GuildId);
        if server.is_some_and(|server| server != guild) {
            return Err(Wrong::OtherServer);
        }
        let member = self.member.as_deref().ok_or(Wrong::NoMember)?;
        let member = person(member.trim()).ok_or_else(|| Wrong::Member(member.to_owned()))?;
        let kind = self.kind.as_deref().ok_or(Wrong::NoKind)?;
        let kind = kind_of(kind).map_err(|wrong| wrong.unwrap_or_else(|| Wrong::Kind(kind.to_owned())))?;
        let at = self.at.as_deref().ok_or(Wrong::NoTime)?;
        let at = instant(at).ok_or_else(|| Wrong::Time(at.to_owned()))?;
        if at < EARLIEST {
            return Err(Wrong::Early);
        }
        if at > now.plus(AHEAD) {
            return Err(Wrong::Ahead);
        }
        let is_possible = |at: &Timestamp| (EARLIEST..LATEST).contains(at);
        let time = |text: &Option<String>| text.as_deref().and_then(instant).filter(is_possible);
        let someone = |text: &Option<String>| text.as_deref().and_then(|text| person(text.trim()));
        let said = |text: Option<String>| text.map(|text| limits::cut(text.trim(), WORDS));
        let voided = (self.hidden || self.voided_at.is_some()).then(|| Voiding {
            at: time(&self.voided_at).filter(|voided| *voided <= now),
            by: someone(&self.voided_by),
            reason: said(self.void_reason.clone()).unwrap_or_default(),
        });
        let severity =
            self.severity.as_deref().and_then(|text| text.trim().parse().ok()).and_then(Severity::from_number);
        Ok(Record {
            place: self.place,
            kind,
            member,
            actor: someone(&self.actor),
            at,
            severity: severity.filter(|_| kind == Kind::Warn),
            points_until: time(&self.points_until),
            until: time(&self.until).filter(|until| *until > at && matches!(kind, Kind::Timeout | Kind::Ban)),
            is_ours: server.is_some(),
            reason: said(self.reason).unwrap_or_default(),
            rule: said(self.rule),
            evidence: said(self.evidence),
            link: said(self.link),
            quote: said(self.quote),
            original: self.number.map(|number| limits::cut(number.trim(), REPEATED)),
            cause: self.cause.map(|number| limits::cut(number.trim(), REPEATED)),
            voided,
        })
    }
}

/// What bots call what they do. `Err(None)` for a word that is none of them.
fn kind_of(text: &str) -> Result<Kind, Option<Wrong>> {
    let word: String = text.trim().to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    Ok(match word.as_str() {
        "note" => Kind::Note,
        "warn" | "warning" => Kind::Warn,
        "timeout" | "mute" | "tempmute" => Kind::Timeout,
        "untimeout" | "timeoutlifted" | "unmute" => Kind::Untimeout,
        // Somebody who is banned and let in again at once is out of the server, and can come back.
        "kick" | "softban" => Kind::Kick,
        "ban" | "tempban" | "hackban" | "forceban" | "massban" => Kind::Ban,
        "unban" | "banlifted" => Kind::Unban,
        "deleted" => return Err(Some(Wrong::Deleted)),
        _ => return Err(None),
    })
}

/// An instant as programs write it: RFC 3339, a date with or without a time (in UTC where nothing else stands
/// there), or seconds or milliseconds since 1970.
fn instant(text: &str) -> Option<Timestamp> {
    /// More seconds than that are milliseconds: it would be the year 5138.
    const SECONDS: f64 = 100_000_000_000.0;
    let text = text.trim();
    let number = text.strip_prefix("/Date(").and_then(|rest| rest.strip_suffix(")/")).unwrap_or(text);
    if let Ok(number) = number.parse::<f64>() {
        let millis = if number.abs() < SECONDS { number * 1_000.0 } else { number };
        // What is no instant is refused by its bounds.
        return millis.is_finite().then_some(Timestamp(millis as i64));
    }
    let (day, time) = text.split_once([' ', 'T', 't']).unwrap_or((text, "00:00:00Z"));
    let (clock, offset) = match time.find(['Z', 'z', '+', '-']) {
        Some(at) => time.split_at(at),
        None => (time, "Z"),
    };
    let seconds = if clock.matches(':').count() == 1 { ":00" } else { "" };
    // PostgreSQL writes "+00".
    let minutes = if offset.len() == 3 { ":00" } else { "" };
    rfc3339::parse(&format!("{day}T{}{seconds}{}{minutes}", clock.trim(), offset.trim()))
}

#[cfg(test)]
mod tests;
