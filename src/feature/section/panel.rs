//! A chart in words: labels, numbers as they are written, and all of it for whoever does not see it.

use super::Value;
use super::chart::{Chart, Over, Point};
use crate::chart;
use crate::chart::{Band, Columns, Drawing, Panel, Row, Rows};
use crate::error::Message;
use crate::i18n::{Locale, plain};
use crate::text::safe::visible;
use crate::text::zone::Week;

impl Chart {
    /// As it is drawn, in this language.
    pub fn panel(&self, locale: Locale) -> Panel {
        let (drawing, says) = match &self.over {
            Over::Weeks { weeks, usual } => weeks_drawn(locale, weeks, *usual),
            Over::Days(days) => days_drawn(locale, days),
            Over::Things(things) => things_drawn(locale, things),
        };
        Panel { title: written(locale, &self.title), says, drawing }
    }
}

/// In plain words, with nothing hidden in them.
fn written(locale: Locale, message: &Message) -> String {
    visible(&plain(locale, message)).replace('\n', " ")
}

/// A number of things.
fn count(locale: Locale, value: f64) -> String {
    written(locale, &Message::new("chart-count").with("count", value.round() as i64))
}

/// A figure of a drawing, or why there is none.
fn point(locale: Locale, label: String, point: &Point) -> chart::Point {
    let said = match point.value {
        Value::Of(value) => count(locale, value),
        Value::Fewer(than) => written(locale, &Message::new("chart-fewer").with("count", than)),
        Value::NotRecorded | Value::Nothing => written(locale, &Message::new("chart-missing")),
    };
    chart::Point { label, value: point.value.known(), written: said, whole: point.whole }
}

/// What stands where there is no figure: that it is one of few people, or that there is none.
fn missing<'p>(locale: Locale, mut points: impl Iterator<Item = &'p Point>) -> String {
    let few = points.find_map(|point| match point.value {
        Value::Fewer(than) => Some(Message::new("chart-few").with("count", than)),
        _ => None,
    });
    written(locale, &few.unwrap_or_else(|| Message::new("chart-missing")))
}

fn weeks_drawn(locale: Locale, weeks: &[(Week, Point)], usual: Option<(f64, f64)>) -> (Drawing, String) {
    let points: Vec<chart::Point> =
        weeks.iter().map(|(week, of)| point(locale, week.number().to_string(), of)).collect();
    let usual = usual.map(|(low, high)| {
        let range = match (count(locale, low), count(locale, high)) {
            (low, high) if low == high => low,
            (low, high) => written(locale, &Message::new("chart-range").with("low", low).with("high", high)),
        };
        Band { low, high, label: written(locale, &Message::new("chart-usual").with("range", range)) }
    });
    let highest = points.iter().filter_map(|point| point.value).chain(usual.as_ref().map(|band| band.high));
    let ticks = chart::ticks(highest.fold(0.0, f64::max));
    let part = written(locale, &Message::new("chart-part"));
    let of_week = |point: &chart::Point| {
        let part = if point.whole || point.value.is_none() { String::new() } else { format!(" ({part})") };
        let week = written(locale, &Message::new("chart-week").with("week", point.label.as_str()));
        format!("{week}: {}{part}", point.written)
    };
    let said: Vec<String> = points.iter().map(of_week).chain(usual.as_ref().map(|band| band.label.clone())).collect();
    let line = chart::Line {
        points,
        usual,
        ticks: ticks.into_iter().map(|tick| (tick, count(locale, tick))).collect(),
        part,
        missing: missing(locale, weeks.iter().map(|(_, point)| point)),
    };
    (Drawing::Line(line), said.join("; "))
}

fn days_drawn(locale: Locale, days: &[Point; 7]) -> (Drawing, String) {
    let short = |number: usize| written(locale, &Message::new(format!("day-short-{number}")));
    let long = |number: usize| written(locale, &Message::new(format!("day-{number}")));
    let points: Vec<chart::Point> = (1..).zip(days).map(|(number, of)| point(locale, short(number), of)).collect();
    let said = (1..).zip(&points).map(|(number, point)| format!("{}: {}", long(number), point.written));
    let said = said.collect::<Vec<_>>().join("; ");
    (Drawing::Columns(Columns { points, missing: missing(locale, days.iter()) }), said)
}

fn things_drawn(locale: Locale, things: &[(Message, Option<f64>)]) -> (Drawing, String) {
    let row = |(name, value): &(Message, Option<f64>)| Row {
        label: written(locale, name),
        value: *value,
        written: value.map_or_else(String::new, |value| count(locale, value)),
    };
    let rows: Vec<Row> = things.iter().map(row).collect();
    let said = rows.iter().map(|row| format!("{} {}", row.label, row.written).trim_end().to_owned());
    let said = said.collect::<Vec<_>>().join("; ");
    (Drawing::Rows(Rows { rows }), said)
}
