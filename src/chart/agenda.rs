//! A week with what happens on each of its days.

use super::font::Face;
use super::svg::{BAND, EDGE, FAINT, INK, PAPER, QUIET, SOFT, STRONG, Side, Svg, Text};
use super::{MARGIN, WIDTH};

/// Lines of a day at most; the others are counted.
const MOST: usize = 8;
/// How tall a line is.
const LINE: f64 = 24.0;
/// What is left free above and below the lines of a day.
const AROUND: f64 = 7.0;
/// How wide the names of the days are.
const NAMES: f64 = 84.0;
/// How wide times are.
const TIMES: f64 = 96.0;

/// A week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    pub title: String,
    /// Below the title: whose clocks these are.
    pub below: String,
    pub days: Vec<AgendaDay>,
}

/// A day of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaDay {
    /// "Mon".
    pub name: String,
    /// "11/30".
    pub date: String,
    pub is_today: bool,
    pub lines: Vec<AgendaLine>,
    /// What stands for the lines that are too many: "and 3 more".
    pub more: Option<String>,
}

/// Something that happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaLine {
    /// "19:00–20:30".
    pub time: String,
    pub title: String,
    /// It does not take place.
    pub is_off: bool,
}

impl AgendaDay {
    /// How many lines of it are drawn.
    pub fn drawn_lines(count: usize) -> usize {
        if count > MOST { MOST - 1 } else { count }
    }

    fn tall(&self) -> f64 {
        let lines = self.lines.len().min(MOST) + usize::from(self.more.is_some());
        AROUND.mul_add(2.0, LINE * lines.max(1) as f64)
    }
}

impl Agenda {
    /// As an SVG; `says` is what it shows, in words.
    pub fn svg(&self, says: &str) -> String {
        let inner = MARGIN.mul_add(-2.0, WIDTH);
        let top = 64.0;
        let tall: f64 = self.days.iter().map(AgendaDay::tall).sum();
        let mut svg = Svg::new(WIDTH, top + tall + MARGIN);
        svg.rect((0.0, 0.0), (svg.width, svg.height), 0.0, PAPER);
        svg.text(Text { size: 17.0, ..Text::large(&self.title, MARGIN, 31.0, inner) });
        svg.text(Text { size: 13.0, ..Text::small(&self.below, MARGIN, 50.0).within(inner) });
        let mut y = top;
        for day in &self.days {
            Self::day(&mut svg, day, y, inner);
            y += day.tall();
        }
        svg.finished(says)
    }

    fn day(svg: &mut Svg, day: &AgendaDay, top: f64, inner: f64) {
        if day.is_today {
            svg.rect((MARGIN - 8.0, top), (inner + 16.0, day.tall()), 6.0, BAND);
        }
        svg.line((MARGIN, top), (MARGIN + inner, top), (1.0, FAINT), "");
        let base = top + AROUND + 16.0;
        let name = Text { size: 14.0, ..Text::large(&day.name, MARGIN, base, 34.0) };
        svg.text(Text { fill: if day.lines.is_empty() { QUIET } else { INK }, ..name });
        svg.text(Text { size: 13.0, ..Text::small(&day.date, MARGIN + NAMES - 12.0, base).to(Side::Left) });
        let left = MARGIN + NAMES;
        if day.lines.is_empty() {
            svg.text(Text::small("–", left + 10.0, base));
        }
        for (place, line) in day.lines.iter().take(MOST).enumerate() {
            let y = (place as f64).mul_add(LINE, base);
            svg.rect((left, y - 13.0), (4.0, 17.0), 2.0, if line.is_off { SOFT } else { STRONG });
            let fill = if line.is_off { QUIET } else { INK };
            svg.text(Text { size: 13.0, fill: QUIET, ..Text::small(&line.time, left + 10.0, y) });
            let room = inner - NAMES - TIMES;
            let title = Text { size: 14.0, face: Face::SemiBold, fill, ..Text::small(&line.title, left + TIMES, y) };
            svg.text(title.within(room));
            if line.is_off {
                let width = Face::SemiBold.width(&line.title, 14.0).min(room);
                svg.line((left + TIMES, y - 4.5), (left + TIMES + width, y - 4.5), (1.2, EDGE), "");
            }
        }
        if let Some(more) = &day.more {
            let y = (day.lines.len().min(MOST) as f64).mul_add(LINE, base);
            svg.text(Text::small(more, left + 10.0, y).within(inner - NAMES));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::png;

    fn day(name: &str, titles: &[&str]) -> AgendaDay {
        let line = |title: &&str| AgendaLine {
            time: "19:00–20:30".to_owned(),
            title: (*title).to_owned(),
            is_off: title.ends_with("(off)"),
        };
        let count = AgendaDay::drawn_lines(titles.len());
        AgendaDay {
            name: name.to_owned(),
            date: "12/31".to_owned(),
            is_today: name == "Wed",
            lines: titles.iter().take(count).map(line).collect(),
            more: (count < titles.len()).then(|| format!("and {} more", titles.len() - count)),
        }
    }

    #[test]
    fn a_week_is_drawn_however_much_happens_on_a_day() {
        let many: Vec<&str> = std::iter::repeat_n("One of many", 12).collect();
        let week = Agenda {
            title: "Week 53: 12/28 – 1/3".to_owned(),
            below: "Times in Europe/Chisinau".to_owned(),
            days: vec![
                day("Mon", &["Seara de jocuri", "Открытая встреча разработчиков и всех, кто хочет послушать"]),
                day("Tue", &[]),
                day("Wed", &["Raid & <fun>", "Book club (off)"]),
                day("Thu", &many),
                day("Fri", &[]),
                day("Sat", &["Picnic"]),
                day("Sun", &[]),
            ],
        };
        let svg = week.svg("A week");
        assert!(svg.contains("Raid &amp; &lt;fun&gt;") && svg.contains("and 5 more"));
        assert_eq!(svg.matches("One of many").count(), 7);
        let drawn = png(&svg).expect("a picture");
        assert!(drawn.starts_with(b"\x89PNG"));
    }
}
