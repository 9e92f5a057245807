//! Cases as files: a table for spreadsheets, and JSON for programs. Both can be brought back with `/case import`.
//!
//! Nobody who reported something is in them. A message that a case quotes is left out where its channel is one that
//! the reader does not see.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use crate::clock::Timestamp;
use crate::discord::ui::file::File;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::features::moderation::rules::import::{OWN, OWN_COLUMNS};
use crate::features::moderation::rules::link::Link;
use crate::features::moderation::{Case, Problem};
use crate::i18n::{Locale, say};
use crate::ids::{ChannelId, GuildId};
use crate::text::rfc3339;
use crate::text::table::{self, Cell};

/// So many cases go into one file at most; it is larger than Discord takes by then.
pub const MOST: i64 = 100_000;

/// What somebody takes along.
// Discord sends the place of a choice in this list, and a registered command may be old: append only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub enum Format {
    #[name = "csv"]
    Csv,
    #[name = "json"]
    Json,
}

/// The channels of the messages that cases are about, as far as they are of this server.
pub fn channels(cases: &[Case]) -> HashSet<ChannelId> {
    cases.iter().filter_map(link).map(|link| link.channel).collect()
}

fn link(case: &Case) -> Option<Link> {
    case.about.link.as_ref()?.parse::<Link>().ok().filter(|link| link.guild == case.guild)
}

/// The message with the file; `readable` are the channels that its reader sees.
///
/// # Errors
/// Told, if Discord does not take so large a file; fault, if a table cannot be written.
pub fn view(
    locale: Locale,
    guild: GuildId,
    cases: &[Case],
    readable: &HashSet<ChannelId>,
    format: Format,
    now: Timestamp,
) -> Result<View> {
    if cases.is_empty() {
        return Ok(View::text(say(locale, &Message::new("case-export-empty"))));
    }
    let quotes = |case: &&Case| case.about.link.is_some() && !shows_message(case, readable);
    let hidden = cases.iter().filter(quotes).count();
    let entries: Vec<Vec<Field<'_>>> = cases.iter().map(|case| fields(case, shows_message(case, readable))).collect();
    let file = match format {
        Format::Csv => {
            let rows = entries.into_iter().map(|entry| entry.into_iter().map(Cell::from));
            File::table("cases.csv", &table::csv(OWN_COLUMNS, rows)?)
        }
        Format::Json => {
            let entries = entries.into_iter().map(|entry| {
                let named = OWN_COLUMNS.iter().map(|name| (*name).to_owned()).zip(entry.into_iter().map(Value::from));
                Value::Object(named.filter(|(_, value)| !value.is_null()).collect::<Map<_, _>>())
            });
            let whole = json!({
                "format": OWN, "version": 1, "server_id": guild.to_string(), "exported_at": rfc3339::format(now),
                "cases": entries.collect::<Vec<_>>(),
            });
            File::text("cases.json", serde_json::to_string_pretty(&whole)?)
        }
    };
    if file.is_too_large() {
        return Err(Problem::ExportTooLarge.into());
    }
    let said = Message::new("case-export").with("count", cases.len());
    let hidden = (hidden > 0).then(|| Message::new("case-export-hidden").with("count", hidden));
    Ok(View::text(super::views::words::lines(locale, std::iter::once(said).chain(hidden))).file(file))
}

/// Whether what is kept of the message may be read: a quote without a link, as `/case view` shows it, may.
fn shows_message(case: &Case, readable: &HashSet<ChannelId>) -> bool {
    case.about.link.is_none() || link(case).is_some_and(|link| readable.contains(&link.channel))
}

/// One thing that is said of a case.
enum Field<'a> {
    Nothing,
    Number(i64),
    /// Of people.
    Words(&'a str),
    /// Of Steward: ids, times, words of the database.
    Ours(String),
}

impl From<Field<'_>> for Cell {
    fn from(field: Field<'_>) -> Self {
        match field {
            Field::Nothing => Self::default(),
            Field::Number(number) => Self::from(number),
            Field::Words(words) => Self::words(words),
            Field::Ours(text) => Self::plain(text),
        }
    }
}

impl From<Field<'_>> for Value {
    fn from(field: Field<'_>) -> Self {
        match field {
            Field::Nothing => Self::Null,
            Field::Number(number) => number.into(),
            Field::Words(words) => words.into(),
            Field::Ours(text) => text.into(),
        }
    }
}

/// What stands in the columns of a case.
fn fields(case: &Case, with_message: bool) -> Vec<Field<'_>> {
    let number = |number: Option<i64>| number.map_or(Field::Nothing, Field::Number);
    let time = |at: Option<Timestamp>| at.map_or(Field::Nothing, |at| Field::Ours(rfc3339::format(at)));
    let about = &case.about;
    let voided = case.voided.as_ref();
    vec![
        Field::Number(case.number),
        Field::Ours(case.kind.as_str().to_owned()),
        // A prune is about nobody who has a name.
        if case.pruned.is_some() { Field::Nothing } else { Field::Ours(case.member.to_string()) },
        if case.is_by_automod() { Field::Nothing } else { Field::Ours(case.actor.to_string()) },
        time(Some(case.at)),
        of_people(Some(&case.reason)),
        of_people(about.rule.as_ref()),
        number(case.severity.map(super::rules::points::Severity::number)),
        number(case.points.map(|points| points.count)),
        time(case.points.map(|points| points.expire_at)),
        time(case.until),
        Field::Ours(case.act.state.as_str().to_owned()),
        time(case.act.ended_at),
        number(case.cause),
        of_people(about.evidence.as_ref()),
        of_people(about.link.as_ref().filter(|_| with_message)),
        of_people(about.quote.as_ref().filter(|_| with_message)),
        time(voided.map(|voided| voided.at)),
        voided.map_or(Field::Nothing, |voided| Field::Ours(voided.by.to_string())),
        of_people(voided.map(|voided| &voided.reason)),
        of_people(case.imported.as_ref().and_then(|imported| imported.original.as_ref())),
        Field::Ours(case.guild.to_string()),
    ]
}

fn of_people(text: Option<&String>) -> Field<'_> {
    text.filter(|text| !text.is_empty()).map_or(Field::Nothing, |text| Field::Words(text))
}
