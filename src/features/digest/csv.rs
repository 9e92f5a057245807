//! The digest for spreadsheets: one row for each figure.

use std::borrow::Cow;

use crate::error::Result;
use crate::feature::section::{Figure, Unit, Value};
use crate::text::table::{self, Cell};

use super::Digest;

/// The columns. `week` is the one that a figure is credited to: newcomers' figures are those of the
/// week before.
pub const COLUMNS: [&str; 6] = ["figure", "value", "last", "usual_low", "usual_high", "week"];

/// Numbers with a point and without groups, in every language: shares and means with four places,
/// medians with one. A count that was not recorded is 0 here, a ratio or median of nothing is empty.
/// What is usual of newcomers who were answered or wrote again is a share from 0 to 1.
///
/// # Errors
/// Fault, if it cannot be written; nothing in a digest gives a reason.
pub fn write(digest: &Digest) -> Result<String> {
    let Some(months) = &digest.months else { return table::csv(COLUMNS, digest.figures().map(row)) };
    // Of a month or a quarter: each figure over all of it, and in each week.
    let columns = ["figure", "value"].map(str::to_owned).into_iter();
    let columns = columns.chain(months.weeks.iter().map(ToString::to_string));
    let rows = digest.figures().map(|figure| {
        let [name, value, ..] = row(figure);
        let weeks = months.of(figure).iter();
        let weeks = weeks.map(|week| week.map(|week| Cell::plain(number(figure.unit, week))).unwrap_or_default());
        [name, value].into_iter().chain(weeks).collect::<Vec<_>>()
    });
    table::csv(columns, rows)
}

fn row(figure: &Figure) -> [Cell; 6] {
    let cell = |value: Option<f64>| value.map(|value| Cell::plain(number(figure.unit, value))).unwrap_or_default();
    let unit = figure.usual_unit();
    let beside = |value: Option<f64>| value.map(|value| Cell::plain(number(unit, value))).unwrap_or_default();
    let value = match figure.value {
        Value::Of(value) => Some(value),
        Value::NotRecorded => Some(0.0),
        Value::Nothing | Value::Fewer(_) => None,
    };
    let name = match &figure.subject {
        Some(subject) => Cow::Owned(format!("{}:{subject}", figure.name)),
        None => Cow::Borrowed(figure.name),
    };
    [
        Cell::words(&name),
        cell(value),
        cell(figure.last),
        beside(figure.usual.map(|(low, _)| low)),
        beside(figure.usual.map(|(_, high)| high)),
        Cell::plain(figure.week.to_string()),
    ]
}

fn number(unit: Unit, value: f64) -> String {
    match unit {
        Unit::Count | Unit::Change | Unit::Minutes => format!("{value:.0}"),
        Unit::Mean | Unit::ShareOf(_) => format!("{value:.4}"),
        Unit::Seconds => format!("{value:.1}"),
    }
}
