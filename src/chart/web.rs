//! People on a ring with lines between those who are tied: numbers stand for names.

use std::f64::consts::{PI, TAU};

use super::svg::{EDGE, FAINT, INK, PAPER, SOFT, STRONG, Side, Svg, Text};
use super::{MARGIN, WIDTH};

/// Radius of the ring.
const RING: f64 = 160.0;
/// How far outside of it numbers stand.
const OUTSIDE: f64 = 22.0;
/// Radius of a person with few ties, and what most ties add to it.
const DOT: (f64, f64) = (5.0, 5.0);
/// So much of a place is left free between two circles.
const APART: f64 = 0.8;

/// People and their ties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Web {
    pub title: String,
    /// Below the title.
    pub below: String,
    /// Around the ring, circle by circle.
    pub people: Vec<WebPerson>,
    /// By their places.
    pub ties: Vec<(usize, usize)>,
    /// What a ring around somebody says.
    pub marked: String,
}

/// Somebody on the ring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebPerson {
    /// What stands for the name.
    pub label: String,
    pub circle: usize,
    pub ties: usize,
    /// With a ring around.
    pub is_marked: bool,
}

impl Web {
    /// As an SVG; `says` is what it shows, in words.
    pub fn svg(&self, says: &str) -> String {
        let inner = MARGIN.mul_add(-2.0, WIDTH);
        let has_marked = self.people.iter().any(|person| person.is_marked);
        let middle = (WIDTH / 2.0, 64.0 + OUTSIDE + RING + 8.0);
        let bottom = middle.1 + RING + OUTSIDE + 8.0;
        let legend = if has_marked { 28.0 } else { 0.0 };
        let mut svg = Svg::new(WIDTH, bottom + legend + MARGIN);
        svg.rect((0.0, 0.0), (svg.width, svg.height), 0.0, PAPER);
        svg.text(Text { size: 17.0, ..Text::large(&self.title, MARGIN, 31.0, inner) });
        svg.text(Text { size: 13.0, ..Text::small(&self.below, MARGIN, 50.0).within(inner) });

        let angles = self.angles();
        let at =
            |angle: f64, radius: f64| (angle.cos().mul_add(radius, middle.0), angle.sin().mul_add(radius, middle.1));
        let of = |place: &usize| self.people.get(*place).zip(angles.get(*place));
        for (one, other) in &self.ties {
            if let (Some((one, from)), Some((other, to))) = (of(one), of(other)) {
                let is_inside = one.circle == other.circle;
                let stroke = if is_inside { (1.5, SOFT) } else { (1.0, FAINT) };
                svg.line(at(*from, RING), at(*to, RING), stroke, "");
            }
        }
        let most = self.people.iter().map(|person| person.ties).max().unwrap_or(1).max(1) as f64;
        for (person, angle) in self.people.iter().zip(&angles) {
            let radius = (person.ties as f64 / most).mul_add(DOT.1, DOT.0);
            let place = at(*angle, RING);
            if person.is_marked {
                svg.dot(place, radius + 4.0, PAPER, INK);
            }
            svg.dot(place, radius, fill(person.circle), PAPER);
            let (x, y) = at(*angle, RING + OUTSIDE);
            svg.text(Text::small(&person.label, x, y + 4.0).strong().to(Side::Both));
        }
        if has_marked {
            let y = bottom + 12.0;
            svg.dot((MARGIN + 8.0, y), 8.0, PAPER, INK);
            svg.text(Text::small(&self.marked, MARGIN + 24.0, y + 4.0).within(inner - 24.0));
        }
        svg.finished(says)
    }

    /// Where each stands on the ring, from the top on, with room between circles.
    fn angles(&self) -> Vec<f64> {
        let breaks = |place: usize| {
            let changes = self.people.windows(2).take(place).filter(|pair| pair[0].circle != pair[1].circle).count();
            changes as f64 * APART
        };
        // The last circle is set apart from the first as well.
        let all = self.people.len() as f64 + breaks(self.people.len()) + APART;
        (0..self.people.len()).map(|place| ((place as f64 + breaks(place)) / all).mul_add(TAU, -PI / 2.0)).collect()
    }
}

/// Circles beside each other differ by their lightness too.
const fn fill(circle: usize) -> &'static str {
    match circle % 3 {
        0 => STRONG,
        1 => EDGE,
        _ => SOFT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::png;

    #[test]
    fn people_stand_around_the_ring_with_room_between_circles() {
        let person = |place: usize| WebPerson {
            label: (place + 1).to_string(),
            circle: usize::from(place >= 3),
            ties: place + 1,
            is_marked: place == 2,
        };
        let web = Web {
            title: "Town".to_owned(),
            below: "Weeks".to_owned(),
            people: (0..6).map(person).collect(),
            ties: vec![(0, 1), (2, 3), (9, 1)],
            marked: "would be missed".to_owned(),
        };
        let angles = web.angles();
        let steps: Vec<f64> = angles.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(steps[2] > steps[0] * 1.7 && (steps[0] - steps[4]).abs() < 1e-9, "{steps:?}");
        let svg = web.svg("Six people");
        assert_eq!((svg.matches("<line").count(), svg.matches("<circle").count()), (2, 8), "{svg}");
        assert!(png(&svg).is_ok());
    }
}
