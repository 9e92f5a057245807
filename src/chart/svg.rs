//! Writing an SVG: shapes, and text whose width is known.

use std::fmt::Write as _;

use super::font::{self, Face};

/// The paper: a picture brings its own, so that it reads the same on dark and on light.
pub(super) const PAPER: &str = "#ffffff";
/// What is read first.
pub(super) const INK: &str = "#1b1f24";
/// What is read beside it.
pub(super) const QUIET: &str = "#4d5661";
/// Lines that only guide the eye.
pub(super) const FAINT: &str = "#d5dae0";
/// What the picture is about. Also by its lightness: it is printed, and not everyone sees colours.
pub(super) const STRONG: &str = "#2f4bc7";
/// What stands beside that.
pub(super) const SOFT: &str = "#a3b1dc";
/// What is usual.
pub(super) const BAND: &str = "#e3e8f1";
/// Its edges.
pub(super) const EDGE: &str = "#8390a5";

/// Small print, the smallest there is: read on a phone it is still as large as Discord's.
pub(super) const SMALL: f64 = 12.0;
/// Headings.
pub(super) const LARGE: f64 = 14.0;

/// To which side of its place a text runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Right,
    Left,
    Both,
}

/// A line of text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'a> {
    /// What it says, of whatever letters; [`font::written`] is applied to it.
    pub(super) text: &'a str,
    pub(super) x: f64,
    /// Of the line on which the letters stand.
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) face: Face,
    pub(super) fill: &'static str,
    pub(super) side: Side,
    /// It is cut where it would be wider.
    pub(super) width: f64,
}

impl<'a> Text<'a> {
    /// Small print, as wide as it is.
    pub(super) const fn small(text: &'a str, x: f64, y: f64) -> Self {
        let (size, face, fill, side, width) = (SMALL, Face::Regular, QUIET, Side::Right, f64::INFINITY);
        Self { text, x, y, size, face, fill, side, width }
    }

    /// A heading, cut to a width.
    pub(super) const fn large(text: &'a str, x: f64, y: f64, width: f64) -> Self {
        let (size, face, fill, side) = (LARGE, Face::SemiBold, INK, Side::Right);
        Self { text, x, y, size, face, fill, side, width }
    }

    pub(super) const fn strong(self) -> Self {
        Self { face: Face::SemiBold, fill: INK, ..self }
    }

    pub(super) const fn to(self, side: Side) -> Self {
        Self { side, ..self }
    }

    pub(super) const fn within(self, width: f64) -> Self {
        Self { width, ..self }
    }
}

/// What is drawn, from top left.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Svg {
    pub(super) width: f64,
    pub(super) height: f64,
    body: String,
}

/// A number as it stands in an attribute: to a tenth.
fn n(number: f64) -> String {
    let number = (number * 10.0).round() / 10.0;
    format!("{}", if number == 0.0 { 0.0 } else { number })
}

impl Svg {
    pub(super) const fn new(width: f64, height: f64) -> Self {
        Self { width, height, body: String::new() }
    }

    fn push(&mut self, element: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.body.write_fmt(element);
        self.body.push('\n');
    }

    pub(super) fn rect(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), radius: f64, fill: &str) {
        let (x, y, width, height, radius) = (n(x), n(y), n(width), n(height), n(radius));
        self.push(format_args!(
            r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}" fill="{fill}"/>"#
        ));
    }

    /// A line; `dashes` as SVG writes them.
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), (width, stroke): (f64, &str), dashes: &str) {
        let dashes = if dashes.is_empty() { String::new() } else { format!(r#" stroke-dasharray="{dashes}""#) };
        let (x1, y1, x2, y2, width) = (n(from.0), n(from.1), n(to.0), n(to.1), n(width));
        self.push(format_args!(
            r#"<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{stroke}" stroke-width="{width}" stroke-linecap="round"{dashes}/>"#
        ));
    }

    pub(super) fn dot(&mut self, (x, y): (f64, f64), radius: f64, fill: &str, stroke: &str) {
        let (x, y, radius) = (n(x), n(y), n(radius));
        self.push(format_args!(
            r#"<circle cx="{x}" cy="{y}" r="{radius}" fill="{fill}" stroke="{stroke}" stroke-width="2"/>"#
        ));
    }

    pub(super) fn text(&mut self, text: Text<'_>) {
        self.lettered(text, "");
    }

    /// A text that lies over lines, with paper around its letters.
    pub(super) fn text_above(&mut self, text: Text<'_>) {
        let around = format!(r#" stroke="{PAPER}" stroke-width="4" stroke-linejoin="round" paint-order="stroke""#);
        self.lettered(text, &around);
    }

    fn lettered(&mut self, text: Text<'_>, around: &str) {
        let letters = text.face.fitted(&font::written(text.text), text.size, text.width);
        let anchor = match text.side {
            Side::Right => "start",
            Side::Left => "end",
            Side::Both => "middle",
        };
        let (x, y, size, weight, fill) = (n(text.x), n(text.y), n(text.size), text.face.weight(), text.fill);
        let letters = escaped(&letters);
        self.push(format_args!(
            r#"<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{fill}" text-anchor="{anchor}"{around}>{letters}</text>"#
        ));
    }

    /// Another drawing at a place in this one.
    pub(super) fn place(&mut self, (x, y): (f64, f64), drawing: &Self) {
        let (x, y) = (n(x), n(y));
        self.push(format_args!("<g transform=\"translate({x} {y})\">\n{}</g>", drawing.body));
    }

    /// The whole, with what it shows in words for whoever does not see it.
    pub(super) fn finished(&self, says: &str) -> String {
        let (width, height, family, says) = (n(self.width), n(self.height), font::FAMILY, escaped(says));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" font-family=\"{family}, sans-serif\">\n<title>{says}</title>\n{}</svg>",
            self.body
        )
    }
}

/// Words in XML: nothing of them is a tag, and nothing in them is forbidden there.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(font::UNKNOWN),
            c => out.push(c),
        }
    }
    out
}
