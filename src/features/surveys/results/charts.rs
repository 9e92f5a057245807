//! Drawings of what came of a question: how the answers fell, and how its number went from wave to wave.

use crate::chart;
use crate::chart::font::without_emoji;
use crate::chart::{Bar, Bars, Drawing, Line, Panel, Point, Row, Rows};
use crate::discord::ui::file::File;
use crate::error::Message;
use crate::features::surveys::Kind;
use crate::features::surveys::rules::figures::{Breakdown, Shape};
use crate::i18n::{Locale, plain};
use crate::text::safe::{Safe, visible};

use super::{Results, words};

/// A score may be as low as this.
const LOWEST: f64 = -100.0;

/// What is drawn of the question at a place; nothing where there is nothing to compare.
pub fn of_question(locale: Locale, results: &Results, place: usize) -> Option<File> {
    let panels: Vec<Panel> =
        [fallen(locale, results, place), trend(locale, results, place)].into_iter().flatten().collect();
    picture(locale, results, &panels, format!("survey-{}-question-{}", results.survey.number, place + 1))
}

/// What is drawn of a survey as a whole: how its first numbers went from wave to wave, or else how the
/// answers to the first question with a drawing fell.
pub fn overview(locale: Locale, results: &Results) -> Option<File> {
    let places = || 0..results.survey.questions.len();
    let mut panels: Vec<Panel> = places().filter_map(|place| trend(locale, results, place)).take(2).collect();
    if panels.is_empty() {
        let drawn = places().filter_map(|place| fallen(locale, results, place)).filter(Panel::has_figures);
        panels = drawn.take(1).collect();
    }
    picture(locale, results, &panels, format!("survey-{}", results.survey.number))
}

fn picture(locale: Locale, results: &Results, panels: &[Panel], name: String) -> Option<File> {
    let title = without_emoji(&visible(&results.survey.title));
    let below = written(locale, &words::subtitle(results));
    let board = chart::board((&title, &below), &format!("{title} ({below})."), panels)?;
    Some(File::picture(format!("{name}.png"), board.svg, Safe::escape(&board.says)))
}

/// How the answers fell.
fn fallen(locale: Locale, results: &Results, place: usize) -> Option<Panel> {
    let (question, figures) = (results.survey.questions.get(place)?, results.figures(place)?);
    if figures.answered == 0 {
        return None;
    }
    let (breakdown, labels) = match &figures.shape {
        Shape::Choices(breakdown) => (breakdown, words::labels(locale, question)),
        Shape::Rating { stars, .. } => (stars, words::labels(locale, question)),
        Shape::Nps { groups, .. } => (groups, words::labels(locale, question)),
        Shape::Few | Shape::Words => return None,
    };
    let cell = |people| written(locale, &words::cell(people, figures.answered));
    let mut rows: Vec<Row> = breakdown
        .shown
        .iter()
        .filter_map(|shown| {
            let label = drawn(labels.get(shown.place)?, shown.place);
            Some(Row { label, value: Some(shown.people as f64), written: cell(shown.people) })
        })
        .collect();
    // Ratings keep their order; options are read better by how often they were chosen.
    if matches!(figures.shape, Shape::Choices(_)) {
        rows.sort_by(|one, other| other.value.partial_cmp(&one.value).unwrap_or(std::cmp::Ordering::Equal));
    }
    rows.extend(merged(locale, breakdown, figures.answered));
    let says = rows.iter().map(|row| format!("{} {}", row.label, row.written)).collect::<Vec<_>>().join("; ");
    if rows.is_empty() {
        return None;
    }
    let title = without_emoji(&visible(&question.text));
    let drawing = match &figures.shape {
        // Of the three groups everyone is in one: a quarter of them is a quarter of the line. One alone is no figure.
        Shape::Nps { .. } if rows.len() > 1 => {
            let bar = |row: Row| {
                let value = row.value.unwrap_or_default();
                Bar { label: row.label, value, written: row.written, strong: false }
            };
            Drawing::Bars(Bars { rows: rows.into_iter().map(bar).collect(), whole: figures.answered as f64 })
        }
        _ => Drawing::Rows(Rows { rows }),
    };
    Some(Panel { title, says, drawing })
}

/// A label as a picture can show it: one of emoji alone is called by its number.
fn drawn(label: &str, place: usize) -> String {
    let drawn = without_emoji(label);
    if drawn.is_empty() { format!("{}.", place + 1) } else { drawn }
}

/// What is not told apart, as one row.
fn merged(locale: Locale, breakdown: &Breakdown, answered: i64) -> Option<Row> {
    let people = breakdown.merged_people?;
    let label = written(locale, &Message::new("survey-chart-merged").with("count", breakdown.merged.len()));
    Some(Row { label, value: Some(people as f64), written: written(locale, &words::cell(people, answered)) })
}

/// How the number of a question went from wave to wave; `None` with fewer than two numbers.
fn trend(locale: Locale, results: &Results, place: usize) -> Option<Panel> {
    let question = results.survey.questions.get(place)?;
    let numbers = results.trend(place);
    if numbers.iter().filter(|(_, number)| number.is_some()).count() < 2 {
        return None;
    }
    let (lowest, ticks): (f64, &[f64]) = match question.kind {
        Kind::Nps => (LOWEST, &[-100.0, -50.0, 0.0, 50.0, 100.0]),
        _ => (0.0, &[0.0, 1.0, 2.0, 3.0, 4.0, 5.0]),
    };
    let number = |value: f64| written(locale, &words::number(question.kind, value));
    let tick = |value: f64| (value - lowest, written(locale, &words::tick(value)));
    let missing = written(locale, &Message::new("survey-chart-few"));
    let points = numbers.iter().map(|(wave, value)| Point {
        label: wave.to_string(),
        value: value.map(|value| value - lowest),
        written: value.map_or_else(|| missing.clone(), number),
        whole: true,
    });
    let points: Vec<Point> = points.collect();
    let of_wave = |point: &Point| {
        let wave = Message::new("survey-chart-wave").with("wave", point.label.as_str());
        format!("{}: {}", written(locale, &wave), point.written)
    };
    let says = points.iter().map(of_wave).collect::<Vec<_>>().join("; ");
    let title = written(locale, &words::trend_title(question, results.survey.questions.len()));
    let line = Line {
        points,
        usual: None,
        ticks: ticks.iter().map(|value| tick(*value)).collect(),
        part: String::new(),
        missing,
    };
    Some(Panel { title, says, drawing: Drawing::Line(line) })
}

/// In plain words, with nothing hidden in them.
fn written(locale: Locale, message: &Message) -> String {
    visible(&plain(locale, message)).replace('\n', " ")
}
