//! Pictures of figures: SVG written by hand, and PNG made of it.
//!
//! Everything is drawn with two faces of Inter that are part of the program, so a picture looks the
//! same wherever Steward runs. [`font`] knows how wide a text will be, and what stands for letters
//! that the faces lack. Words come in from outside, in the language of who reads them.

mod agenda;
mod bars;
pub mod font;
mod panel;
mod svg;
mod web;

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, fontdb};

use crate::error::{Error, Result};

pub use agenda::{Agenda, AgendaDay, AgendaLine};
pub use bars::{Bar, Bars, Course, Rounds};
pub use panel::{Band, Columns, Drawing, Line, Panel, Point, Row, Rows, ticks};
use svg::{PAPER, Svg, Text};
pub use web::{Web, WebPerson};

/// So many pixels for each unit of an SVG: phones have more than one pixel where a page has one.
pub const SCALE: f32 = 2.0;
/// The longest side of a picture in units; ours are far smaller.
const LONGEST: f32 = 2_000.0;

/// Both faces, for whoever draws text.
static FACES: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut faces = fontdb::Database::new();
    for face in font::Face::ALL {
        faces.load_font_data(face.ttf().to_vec());
    }
    faces.set_sans_serif_family(font::FAMILY);
    Arc::new(faces)
});

/// Width of a picture in units: what is left of it on a phone is large enough to read.
const WIDTH: f64 = 450.0;
/// What is left free around a picture.
const MARGIN: f64 = 16.0;
/// What is left free between two drawings.
const BETWEEN: f64 = 20.0;

/// Several drawings in one picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    pub svg: String,
    /// All that it shows, in words.
    pub says: String,
}

/// Several drawings under one heading and a line below it; `None` where no figure is among them:
/// names alone are read better as text. `about`: what is said before the words of the drawings.
pub fn board((title, below): (&str, &str), about: &str, panels: &[Panel]) -> Option<Board> {
    if !panels.iter().any(Panel::has_figures) {
        return None;
    }
    let shown = panels.iter().map(|panel| format!("{}: {}.", panel.title, panel.says));
    let says = std::iter::once(about.to_owned()).chain(shown).collect::<Vec<_>>().join(" ");
    let svg = drawn((title, below), panels).finished(&says);
    Some(Board { svg, says })
}

fn drawn((title, below): (&str, &str), panels: &[Panel]) -> Svg {
    let inner = MARGIN.mul_add(-2.0, WIDTH);
    let (wide, narrow): (Vec<&Panel>, Vec<&Panel>) = panels.iter().partition(|panel| panel.is_wide());
    let (half, mut y) = ((inner - BETWEEN) / 2.0, 50.0);
    let mut placed = Vec::new();
    for row in wide.chunks(1).chain(narrow.chunks(2)) {
        y += 16.0;
        let width = if row.len() == 1 { inner } else { half };
        let drawn: Vec<Svg> = row.iter().map(|panel| panel.drawn(width)).collect();
        let tall = drawn.iter().map(|svg| svg.height).fold(0.0, f64::max);
        let at = |place: usize| (place as f64).mul_add(half + BETWEEN, MARGIN);
        placed.extend(drawn.into_iter().enumerate().map(|(place, svg)| ((at(place), y), svg)));
        y += tall;
    }
    let mut board = Svg::new(WIDTH, (y + MARGIN).ceil());
    board.rect((0.0, 0.0), (board.width, board.height), 0.0, PAPER);
    board.text(Text { size: 17.0, ..Text::large(title, MARGIN, 31.0, inner) });
    board.text(Text { size: 13.0, ..Text::small(below, MARGIN, 50.0).within(inner) });
    for (at, svg) in &placed {
        board.place(*at, svg);
    }
    board
}

/// Draws an SVG of ours, twice as large as it says, as PNG.
///
/// # Errors
/// Fault, if it is no SVG, or larger than a picture of ours.
pub fn png(svg: &str) -> Result<Vec<u8>> {
    let options =
        usvg::Options { fontdb: FACES.clone(), font_family: font::FAMILY.to_owned(), ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(svg, &options).map_err(|error| Error::fault(format!("a picture: {error}")))?;
    let (width, height) = (tree.size().width(), tree.size().height());
    if width.max(height) > LONGEST {
        return Err(Error::fault(format!("a picture of {width} × {height}")));
    }
    let pixels = |units: f32| (units * SCALE).ceil() as u32;
    let mut pixmap = Pixmap::new(pixels(width), pixels(height)).ok_or_else(|| Error::fault("an empty picture"))?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| Error::fault(format!("a picture: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(png: &[u8]) -> (u32, u32) {
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        (number(16), number(20))
    }

    fn drawn(inside: &str) -> Vec<u8> {
        let svg = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">{inside}</svg>"#);
        png(&svg).unwrap()
    }

    #[test]
    fn a_picture_is_twice_as_large_as_its_units() {
        assert_eq!(size(&drawn("")), (80, 40));
    }

    #[test]
    fn both_weights_are_there_and_differ() {
        let text = |weight: &str| drawn(&format!(r#"<text y="15" font-weight="{weight}">Știri</text>"#));
        let (nothing, regular, bold) = (drawn(""), text("400"), text("600"));
        assert!(regular != nothing && bold != nothing && regular != bold);
    }

    #[test]
    fn what_is_no_picture_of_ours_is_a_fault() {
        for svg in ["", "<svg", "<p/>", r#"<svg xmlns="http://www.w3.org/2000/svg" width="9999" height="20"/>"#] {
            assert!(png(svg).is_err(), "{svg}");
        }
    }
}
