//! What a picture is made of: figures over weeks, over the days of a week, or of several things
//! beside each other. All words and numbers come as they are to be read.

use serde::{Deserialize, Serialize};

use super::bars::{Bars, Rounds};
use super::font::{self, Face};
use super::svg::{BAND, EDGE, FAINT, LARGE, PAPER, QUIET, SMALL, SOFT, STRONG, Side, Svg, Text};

/// Height of a heading with what follows it.
pub(super) const HEAD: f64 = 24.0;
/// Height of the line below the axis.
const LABELS: f64 = 20.0;
/// Height of the line that explains signs.
const LEGEND: f64 = 18.0;

/// A drawing with its heading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    pub title: String,
    /// All that it shows, in words, for whoever does not see it.
    pub says: String,
    pub drawing: Drawing,
}

/// How figures are drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Drawing {
    Line(Line),
    Columns(Columns),
    Rows(Rows),
    Bars(Bars),
    Rounds(Rounds),
}

/// A figure week after week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    pub points: Vec<Point>,
    /// What is usual, and how that is said.
    pub usual: Option<Band>,
    /// Lines to read heights by, lowest first: the height and how it is written.
    pub ticks: Vec<(f64, String)>,
    /// What a point is that is not of a whole week.
    pub part: String,
    /// What stands where there is no figure.
    pub missing: String,
}

/// A week, or a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Below the axis, short.
    pub label: String,
    /// `None`: there is no figure.
    pub value: Option<f64>,
    /// The figure as it is read.
    pub written: String,
    /// It is of a whole week.
    pub whole: bool,
}

/// From the lowest to the highest that is usual.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Band {
    pub low: f64,
    pub high: f64,
    /// "usual 340–385"
    pub label: String,
}

/// A figure day after day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Columns {
    pub points: Vec<Point>,
    /// What stands where there is no figure.
    pub missing: String,
}

/// A figure of several things, largest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rows {
    pub rows: Vec<Row>,
}

/// One of several things.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    pub label: String,
    /// `None`: how much stays unsaid, and no bar is drawn.
    pub value: Option<f64>,
    /// The figure as it is read.
    pub written: String,
}

/// Heights to read a figure by, from 0 to the highest: at most three steps of 1, 2 or 5 or ten times
/// as much.
pub fn ticks(highest: f64) -> Vec<f64> {
    let highest = highest.max(1.0);
    let steps = (0..).flat_map(|power| [1.0, 2.0, 5.0].map(|step| step * 10_f64.powi(power)));
    let step = steps.take(64).find(|step| highest / step <= 3.0).unwrap_or(highest);
    (0..=3).map(|number| f64::from(number) * step).take_while(|tick| *tick < highest + step).collect()
}

impl Panel {
    /// As an SVG of its own.
    pub fn svg(&self, width: f64) -> String {
        self.drawn(width).finished(&format!("{}. {}", self.title, self.says))
    }

    /// Whether there is anything to compare in it.
    pub fn has_figures(&self) -> bool {
        match &self.drawing {
            Drawing::Line(line) => line.points.iter().any(|point| point.value.is_some()),
            Drawing::Columns(columns) => columns.points.iter().any(|point| point.value.is_some()),
            Drawing::Rows(rows) => rows.rows.iter().filter(|row| row.value.is_some()).count() > 1,
            Drawing::Bars(bars) => !bars.rows.is_empty(),
            Drawing::Rounds(rounds) => !rounds.heads.is_empty(),
        }
    }

    /// Whether it takes the whole width there is.
    pub const fn is_wide(&self) -> bool {
        matches!(self.drawing, Drawing::Line(_) | Drawing::Bars(_) | Drawing::Rounds(_))
    }

    pub(super) fn drawn(&self, width: f64) -> Svg {
        match &self.drawing {
            Drawing::Line(line) => line.drawn(&self.title, width),
            Drawing::Columns(columns) => columns.drawn(&self.title, width),
            Drawing::Rows(rows) => rows.drawn(&self.title, width),
            Drawing::Bars(bars) => bars.drawn(&self.title, width),
            Drawing::Rounds(rounds) => rounds.drawn(&self.title, width),
        }
    }
}

/// Where a value stands in a space.
#[derive(Clone, Copy)]
struct Space {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    highest: f64,
}

impl Space {
    fn y(&self, value: f64) -> f64 {
        self.bottom - (self.bottom - self.top) * (value / self.highest).clamp(0.0, 1.0)
    }

    /// The middle of one of so many equal parts.
    fn x(&self, place: usize, of: usize) -> f64 {
        self.left + self.slot(of) * (place as f64 + 0.5)
    }

    fn slot(&self, of: usize) -> f64 {
        (self.right - self.left) / of.max(1) as f64
    }
}

impl Line {
    /// Height of the space in which points lie.
    const TALL: f64 = 92.0;

    fn drawn(&self, title: &str, width: f64) -> Svg {
        let signs = self.signs();
        let sign = self.usual.as_ref().map_or(0.0, usual_width);
        let beside = Face::SemiBold.width(&font::written(title), LARGE) + sign <= width;
        let legend = if signs.is_empty() { 0.0 } else { LEGEND } + if beside { 0.0 } else { LEGEND };
        let mut svg = Svg::new(width, HEAD + 12.0 + Self::TALL + LABELS + legend);
        svg.text(Text::large(title, 0.0, 14.0, width));
        if let Some(band) = &self.usual {
            // Where there is no room beside the heading, at the very end.
            let (x, y) = if beside { (width - sign + 12.0, 13.0) } else { (0.0, svg.height - 4.0) };
            usual_sign(&mut svg, band, (x, y), width - x);
        }

        let axis = self.ticks.iter().map(|(_, tick)| Face::Regular.width(tick, SMALL)).fold(0.0, f64::max);
        let highest = self.ticks.last().map_or(1.0, |(tick, _)| *tick);
        let bottom = HEAD + 12.0 + Self::TALL;
        let space = Space { left: axis + 8.0, right: width, top: HEAD + 12.0, bottom, highest };
        if let Some(band) = &self.usual {
            let (low, high) = (space.y(band.low), space.y(band.high));
            svg.rect((space.left, high), (width - space.left, (low - high).max(2.0)), 0.0, BAND);
            for y in [low, high] {
                svg.line((space.left, y), (width, y), (1.0, EDGE), "3 3");
            }
        }
        for (tick, written) in &self.ticks {
            let y = space.y(*tick);
            let stroke = if *tick == 0.0 { EDGE } else { FAINT };
            svg.line((space.left, y), (width, y), (1.0, stroke), "");
            svg.text(Text::small(written, axis, y + 4.0).to(Side::Left));
        }
        self.points_in(&mut svg, space);
        let (mut x, y) = (0.0, bottom + LABELS + LEGEND - 4.0);
        for (missing, text) in signs {
            if missing {
                svg.line((x, y - 4.0), (x + 8.0, y - 4.0), (2.0, QUIET), "");
            } else {
                svg.dot((x + 4.0, y - 4.0), 3.5, PAPER, STRONG);
            }
            svg.text(Text::small(text, x + 14.0, y).within((width - x - 14.0).max(0.0)));
            x += 14.0 + Face::Regular.width(text, SMALL) + 16.0;
        }
        svg
    }

    /// The signs that have to be explained: whether it is that of no figure, and its meaning.
    fn signs(&self) -> Vec<(bool, &str)> {
        let missing = self.points.iter().any(|point| point.value.is_none());
        let part = self.points.iter().any(|point| point.value.is_some() && !point.whole);
        [(part, (false, self.part.as_str())), (missing, (true, self.missing.as_str()))]
            .into_iter()
            .filter_map(|(is_there, sign)| is_there.then_some(sign))
            .collect()
    }

    fn points_in(&self, svg: &mut Svg, space: Space) {
        let of = self.points.len();
        let at = |place: usize, value: f64| (space.x(place, of), space.y(value));
        for (place, pair) in self.points.windows(2).enumerate() {
            if let (Some(from), Some(to)) = (pair[0].value, pair[1].value) {
                let dashes = if pair[0].whole && pair[1].whole { "" } else { "1 5" };
                svg.line(at(place, from), at(place + 1, to), (2.5, STRONG), dashes);
            }
        }
        let widest = self.points.iter().map(|point| Face::SemiBold.width(&point.label, SMALL)).fold(0.0, f64::max);
        // As many labels as there is room for, counted from the last, which is what is told of.
        let every = (1..=of).find(|every| space.slot(of) * *every as f64 >= widest + 6.0).unwrap_or(1);
        for (place, point) in self.points.iter().enumerate() {
            let (is_last, x) = (place + 1 == of, space.x(place, of));
            match point.value {
                Some(value) => {
                    let fill = if point.whole { STRONG } else { PAPER };
                    svg.dot(at(place, value), if is_last { 5.0 } else { 3.0 }, fill, STRONG);
                }
                None => svg.line((x - 4.0, space.bottom - 6.0), (x + 4.0, space.bottom - 6.0), (2.0, QUIET), ""),
            }
            if (of - 1 - place).is_multiple_of(every) {
                let label = Text::small(&point.label, x, space.bottom + 17.0).to(Side::Both);
                svg.text(if is_last { label.strong() } else { label });
            }
        }
        let Some((point, value)) = self.points.last().and_then(|point| point.value.map(|value| (point, value))) else {
            return;
        };
        let (x, y) = at(of - 1, value);
        let half = Face::SemiBold.width(&point.written, LARGE) / 2.0;
        let x = x.min(space.right - half - 2.0);
        let label = Text::large(&point.written, x, y - 10.0, f64::INFINITY).to(Side::Both);
        svg.text_above(label);
    }
}

/// How wide the sign for what is usual is with its words, and what is free before it.
fn usual_width(band: &Band) -> f64 {
    Face::Regular.width(&band.label, SMALL) + 24.0 + 12.0
}

/// The sign for what is usual, and what it means.
fn usual_sign(svg: &mut Svg, band: &Band, (x, y): (f64, f64), width: f64) {
    svg.rect((x, y - 9.0), (18.0, 10.0), 0.0, BAND);
    for edge in [y - 9.0, y + 1.0] {
        svg.line((x, edge), (x + 18.0, edge), (1.0, EDGE), "3 3");
    }
    svg.text(Text::small(&band.label, x + 24.0, y).within(width - 24.0));
}

impl Columns {
    const TALL: f64 = 84.0;

    fn drawn(&self, title: &str, width: f64) -> Svg {
        let missing = self.points.iter().any(|point| point.value.is_none());
        let legend = if missing { LEGEND } else { 0.0 };
        let bottom = HEAD + 14.0 + Self::TALL;
        let mut svg = Svg::new(width, bottom + LABELS + legend);
        svg.text(Text::large(title, 0.0, 14.0, width));

        let of = self.points.len();
        let values = || self.points.iter().filter_map(|point| point.value);
        let most = values().fold(0.0, f64::max);
        let space = Space { left: 0.0, right: width, top: HEAD + 14.0, bottom, highest: most.max(1.0) };
        let slot = space.slot(of);
        let fit = self.points.iter().all(|point| Face::SemiBold.width(&point.written, SMALL) <= slot - 2.0);
        let thick = (slot * 0.62).min(44.0);
        svg.line((0.0, bottom), (width, bottom), (1.0, EDGE), "");
        let mut said = false;
        for (place, point) in self.points.iter().enumerate() {
            let x = space.x(place, of);
            let is_most = point.value.is_some_and(|value| value == most && most > 0.0);
            match point.value {
                Some(value) if value > 0.0 => {
                    let tall = (bottom - space.y(value)).max(1.5);
                    let fill = if is_most { STRONG } else { SOFT };
                    svg.rect((x - thick / 2.0, bottom - tall), (thick, tall), 1.5, fill);
                }
                Some(_) => {}
                None => svg.line((x - 4.0, bottom - 6.0), (x + 4.0, bottom - 6.0), (2.0, QUIET), ""),
            }
            // Where not all fit, the highest says how high they are.
            if let Some(value) = point.value
                && (fit || (is_most && !said))
            {
                said |= is_most;
                let half = Face::SemiBold.width(&point.written, SMALL) / 2.0;
                let label = Text::small(&point.written, x.clamp(half, width - half), space.y(value) - 5.0);
                let label = label.to(Side::Both);
                svg.text(if is_most { label.strong() } else { label });
            }
            svg.text(Text::small(&point.label, x, bottom + 16.0).to(Side::Both).within(slot));
        }
        if missing {
            let y = svg.height - 4.0;
            svg.line((0.0, y - 4.0), (8.0, y - 4.0), (2.0, QUIET), "");
            svg.text(Text::small(&self.missing, 14.0, y).within(width - 14.0));
        }
        svg
    }
}

impl Rows {
    const TALL: f64 = 24.0;

    fn drawn(&self, title: &str, width: f64) -> Svg {
        let most = self.rows.iter().filter_map(|row| row.value).fold(0.0, f64::max);
        let mut svg = Svg::new(width, HEAD + self.rows.len() as f64 * Self::TALL);
        svg.text(Text::large(title, 0.0, 14.0, width));
        for (place, row) in self.rows.iter().enumerate() {
            let top = (place as f64).mul_add(Self::TALL, HEAD);
            let number = Face::SemiBold.width(&row.written, SMALL);
            svg.text(Text::small(&row.label, 0.0, top + 11.0).within((width - number - 10.0).max(20.0)));
            svg.text(Text::small(&row.written, width, top + 11.0).to(Side::Left).strong());
            if let Some(value) = row.value {
                svg.rect((0.0, top + 16.0), (width, 4.0), 2.0, BAND);
                let long = if most > 0.0 { width * value / most } else { 0.0 };
                if long > 0.0 {
                    svg.rect((0.0, top + 16.0), (long.max(4.0), 4.0), 2.0, if place == 0 { STRONG } else { SOFT });
                }
            }
        }
        svg
    }
}
