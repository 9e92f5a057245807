//! The digest for programs.

use serde::Serialize;
use serde_json::{Number, Value as Json};

use crate::error::Result;
use crate::feature::section::{Figure, Place, Record, Unit};
use crate::i18n::{Locale, plain};
use crate::text::safe::visible;

use super::{Digest, views};

/// Rises with every change that a reader would have to follow.
pub const SCHEMA_VERSION: u32 = 2;

/// One object:
///
/// - `schema_version`: 2 (in 1 nothing was a part, and what is usual was the range of four weeks)
/// - `guild`: `id` as text, since it does not fit a float, and `name` (in it, as in every text here,
///   characters that cannot be seen or turn the line stand as `⟨U+202E⟩`)
/// - `week` ("2026-W47"), `zone` (IANA), `from` and `to` (ISO 8601 with offset; `to` is exclusive)
/// - `language` of the sentences: "en", "ru" or "ro"
/// - `record`: "whole", "partial" (the record begins or ends in the week, or it is not over), "gap"
///   (so much was missed that nothing is compared) or "outside"; `partial` is true for the second
/// - `summary`: the sentence on the week as a whole, or null
/// - `figures`: each with
///   - `name` as in the list of figures, `subject` (a channel's name) or null
///   - `week` that it is credited to: newcomers' figures are those of the week before
///   - `unit`: "count", "change", "mean", "share" (0 to 1), "seconds" or "minutes"; `of`: the number
///     of cases behind a share, or of which a count is a part, else null
///   - `value`, `last` (of the week before), `usual` (`low` and `high` of the last eight whole weeks without the
///     lowest and the highest; of a count with `of` those of its share, 0 to 1): null where there is no data or
///     nothing to compare with
///   - `direction`: "above", "usual" or "below", or null without `usual`
///   - `good`: whether an unusual value is good news, or null
///
///   Of a month or a quarter it is the last week, nothing stands beside the value, and there is
///   - `weeks`: the value in each of its weeks, or null
/// - `period`: only of a month or a quarter, its name ("2026-11", "2026-Q4"); `weeks`: the weeks it is of
/// - `suggested`: what the staff could see to, in sentences
/// - `news`: what happened or is to come, in words: the `section` it belongs to ("polls"), what it is
///   `about`, and what is `told` of it, one or more sentences
/// - `notes`: sentences on what was missed and what to know
///
/// # Errors
/// Fault, if it cannot be written; nothing in a digest gives a reason.
pub fn write(digest: &Digest) -> Result<String> {
    pretty(&page(digest))
}

/// As a file.
///
/// # Errors
/// Fault, if it cannot be written; nothing in a digest gives a reason.
pub fn pretty(value: &impl Serialize) -> Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}

/// The same to be put into something larger.
///
/// # Errors
/// Fault, if it cannot be written; nothing in a digest gives a reason.
pub fn value(digest: &Digest) -> Result<Json> {
    Ok(serde_json::to_value(page(digest))?)
}

fn page(digest: &Digest) -> Page<'_> {
    let Digest { guild, server, locale, zone, week, record, months, .. } = digest;
    let first = months.as_ref().and_then(|months| months.weeks.first()).unwrap_or(week);
    let sentence = |message| visible(&plain(*locale, message));
    Page {
        schema_version: SCHEMA_VERSION,
        guild: Guild { id: guild.to_string(), name: visible(server) },
        week: week.to_string(),
        period: months.as_ref().map(|months| months.period.to_string()),
        weeks: months.as_ref().map(|months| months.weeks.iter().map(ToString::to_string).collect()),
        zone: zone.name(),
        from: zone.iso(first.start(zone)),
        to: zone.iso(week.end(zone)),
        language: *locale,
        record: match record {
            Record::Outside => "outside",
            Record::Partial => "partial",
            Record::Gap => "gap",
            Record::Whole => "whole",
        },
        partial: *record == Record::Partial,
        summary: views::lead(digest).map(sentence),
        figures: digest
            .figures()
            .map(|figure| {
                let number = |value: &Option<f64>| value.map(|value| number(figure.unit, value));
                let weeks = months.as_ref().map(|months| months.of(figure).iter().map(number).collect());
                Entry { weeks, ..Entry::from(figure) }
            })
            .collect(),
        news: digest
            .sections
            .iter()
            .flat_map(|section| section.news.iter().map(|news| (section.feature, news)))
            .map(|(section, news)| NewsJson {
                section,
                about: sentence(&news.head),
                told: news.told.iter().map(sentence).collect(),
            })
            .collect(),
        suggested: digest.suggested.iter().map(|one| sentence(&one.why)).collect(),
        notes: views::notes(digest).iter().map(sentence).collect(),
    }
}

#[derive(Serialize)]
struct Page<'a> {
    schema_version: u32,
    guild: Guild,
    week: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weeks: Option<Vec<String>>,
    zone: &'a str,
    from: String,
    to: String,
    language: Locale,
    record: &'static str,
    partial: bool,
    summary: Option<String>,
    figures: Vec<Entry>,
    news: Vec<NewsJson>,
    suggested: Vec<String>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct NewsJson {
    section: &'static str,
    about: String,
    told: Vec<String>,
}

#[derive(Serialize)]
struct Guild {
    id: String,
    name: String,
}

#[derive(Serialize)]
struct Entry {
    name: &'static str,
    subject: Option<String>,
    week: String,
    unit: &'static str,
    of: Option<i64>,
    value: Option<Json>,
    last: Option<Json>,
    usual: Option<Usual>,
    direction: Option<&'static str>,
    good: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weeks: Option<Vec<Option<Json>>>,
}

#[derive(Serialize)]
struct Usual {
    low: Json,
    high: Json,
}

impl From<&Figure> for Entry {
    fn from(figure: &Figure) -> Self {
        let beside = |value| number(figure.usual_unit(), value);
        let number = |value| number(figure.unit, value);
        let (unit, of) = match figure.unit {
            Unit::Count => ("count", None),
            Unit::Change => ("change", None),
            Unit::Mean => ("mean", None),
            Unit::ShareOf(of) => ("share", Some(of)),
            Unit::Seconds => ("seconds", None),
            Unit::Minutes => ("minutes", None),
        };
        Self {
            name: figure.name,
            subject: figure.subject.as_deref().map(visible),
            week: figure.week.to_string(),
            unit,
            of: figure.whole.map_or(of, |whole| Some(whole.cases)),
            value: figure.value.known().map(number),
            last: figure.last.map(number),
            usual: figure.usual.map(|(low, high)| Usual { low: beside(low), high: beside(high) }),
            direction: figure.place().map(|place| match place {
                Place::Above => "above",
                Place::Usual => "usual",
                Place::Below => "below",
            }),
            good: figure.is_good(),
            weeks: None,
        }
    }
}

/// Whole numbers without a point, the others to four places.
fn number(unit: Unit, value: f64) -> Json {
    match unit {
        Unit::Count | Unit::Change | Unit::Minutes => Json::from(value.round() as i64),
        Unit::Mean | Unit::ShareOf(_) | Unit::Seconds => {
            Number::from_f64((value * 10_000.0).round() / 10_000.0).map_or(Json::Null, Json::Number)
        }
    }
}
