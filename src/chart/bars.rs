//! Shares of a whole beside each other, and what became of them round after round.

use serde::{Deserialize, Serialize};

use super::font::Face;
use super::panel::HEAD;
use super::svg::{BAND, SMALL, SOFT, STRONG, Side, Svg, Text};

/// Shares of a whole, in an order of their own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bars {
    pub rows: Vec<Bar>,
    /// What a bar over the whole width stands for.
    pub whole: f64,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    pub label: String,
    pub value: f64,
    /// The figure as it is read.
    pub written: String,
    /// What the picture is about.
    pub strong: bool,
}

/// Shares of a whole round after round: a table of small bars.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rounds {
    /// Above each round, short.
    pub heads: Vec<String>,
    /// Best first.
    pub rows: Vec<Course>,
    /// What a bar over the whole width of a round stands for.
    pub whole: f64,
}

/// What became of one of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Course {
    pub label: String,
    /// For each round the value and how it is read; `None` where it is out.
    pub cells: Vec<Option<(f64, String)>>,
    /// What the picture is about.
    pub strong: bool,
}

impl Bars {
    const TALL: f64 = 31.0;

    pub(super) fn drawn(&self, title: &str, width: f64) -> Svg {
        let mut svg = Svg::new(width, self.rows.len() as f64 * Self::TALL + HEAD);
        svg.text(Text::large(title, 0.0, 14.0, width));
        for (place, row) in self.rows.iter().enumerate() {
            let top = (place as f64).mul_add(Self::TALL, HEAD);
            let number = Face::SemiBold.width(&row.written, SMALL);
            let label = Text::small(&row.label, 0.0, top + 12.0).within((width - number - 10.0).max(20.0));
            svg.text(if row.strong { label.strong() } else { label });
            svg.text(Text::small(&row.written, width, top + 12.0).to(Side::Left).strong());
            bar(&mut svg, (0.0, top + 17.0), width, (row.value, self.whole), row.strong);
        }
        svg
    }
}

impl Rounds {
    const TALL: f64 = 27.0;
    /// What is left free between two rounds.
    const BETWEEN: f64 = 8.0;
    /// The most that a round is wide.
    const WIDEST: f64 = 110.0;

    pub(super) fn drawn(&self, title: &str, width: f64) -> Svg {
        let top = HEAD + 14.0;
        let mut svg = Svg::new(width, self.rows.len() as f64 * Self::TALL + top);
        svg.text(Text::large(title, 0.0, 14.0, width));
        let step = (width * 0.72 / self.heads.len().max(1) as f64).min(Self::WIDEST + Self::BETWEEN);
        let left = width - step * self.heads.len() as f64;
        let x = |place: usize| (place as f64).mul_add(step, left + Self::BETWEEN);
        let wide = step - Self::BETWEEN;
        for (place, head) in self.heads.iter().enumerate() {
            svg.text(Text::small(head, x(place), HEAD + 8.0).within(wide));
        }
        for (number, row) in self.rows.iter().enumerate() {
            let top = (number as f64).mul_add(Self::TALL, top);
            let label = Text::small(&row.label, 0.0, top + 14.0).within(left);
            svg.text(if row.strong { label.strong() } else { label });
            for (place, cell) in row.cells.iter().enumerate() {
                let Some((value, written)) = cell else { continue };
                let figure = Text::small(written, x(place), top + 14.0).within(wide);
                svg.text(if row.strong { figure.strong() } else { figure });
                bar(&mut svg, (x(place), top + 18.0), wide, (*value, self.whole), row.strong);
            }
        }
        svg
    }
}

/// A bar on the ground of its whole; what is not nothing is seen.
fn bar(svg: &mut Svg, at: (f64, f64), width: f64, (value, whole): (f64, f64), strong: bool) {
    svg.rect(at, (width, 6.0), 3.0, BAND);
    let long = if whole > 0.0 { width * (value / whole).clamp(0.0, 1.0) } else { 0.0 };
    if long > 0.0 {
        svg.rect(at, (long.max(4.0), 6.0), 3.0, if strong { STRONG } else { SOFT });
    }
}
