//! The digest for spreadsheets: one row for each figure.

use std::borrow::Cow;

use crate::error::{Error, Result};
use crate::feature::section::{Figure, Unit, Value};
use crate::text::safe::{csv_cell, visible};

use super::Digest;

/// The columns. `week` is the one that a figure is credited to: newcomers' figures are those of the
/// week before.
pub const COLUMNS: [&str; 6] = ["figure", "value", "last", "usual_low", "usual_high", "week"];

/// Numbers with a point and without groups, in every language: shares and means with four places,
/// medians with one. A count that was not recorded is 0 here, a ratio or median of nothing is empty.
///
/// # Errors
/// Fault, if it cannot be written; nothing in a digest gives a reason.
pub fn write(digest: &Digest) -> Result<Vec<u8>> {
    let mut csv = ::csv::WriterBuilder::new().terminator(::csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    csv.write_record(COLUMNS)?;
    for figure in digest.figures() {
        csv.write_record(row(figure))?;
    }
    csv.into_inner().map_err(|error| Error::fault(error.to_string()))
}

fn row(figure: &Figure) -> [String; 6] {
    let cell = |value: Option<f64>| value.map_or_else(String::new, |value| number(figure.unit, value));
    let value = match figure.value {
        Value::Of(value) => Some(value),
        Value::NotRecorded => Some(0.0),
        Value::Nothing | Value::Fewer(_) => None,
    };
    let name = match &figure.subject {
        Some(subject) => Cow::Owned(format!("{}:{}", figure.name, visible(subject))),
        None => Cow::Borrowed(figure.name),
    };
    [
        csv_cell(&name).into_owned(),
        cell(value),
        cell(figure.last),
        cell(figure.usual.map(|(low, _)| low)),
        cell(figure.usual.map(|(_, high)| high)),
        figure.week.to_string(),
    ]
}

fn number(unit: Unit, value: f64) -> String {
    match unit {
        Unit::Count | Unit::Change | Unit::Minutes => format!("{value:.0}"),
        Unit::Mean | Unit::ShareOf(_) => format!("{value:.4}"),
        Unit::Seconds => format!("{value:.1}"),
    }
}
