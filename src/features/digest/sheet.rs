//! A digest as a printed page and a picture need it: every word and number written, in the language
//! of the server, but nothing said about how it looks. Kept with the digest, so that a file made a
//! year later says what was said then.

use serde::{Deserialize, Serialize};

use crate::chart;
use crate::chart::Panel;
use crate::clock::Timestamp;
use crate::discord::ui::file::File;
use crate::error::Message;
use crate::feature::section::{Figure, Line, News, Place, Section, Suggested};
use crate::i18n::{Locale, plain};
use crate::text::safe::{Safe, visible};

use super::Digest;
use super::views::{self, cells};

/// So many drawings stand in a picture at most; the page has all.
const DRAWINGS: usize = 3;

/// A digest in plain words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    pub locale: Locale,
    pub title: String,
    pub server: String,
    /// "Week 47, 16–22 November"
    pub week: String,
    /// The file that holds it, without what says of which kind it is.
    pub name: String,
    /// That it comes late, and why.
    pub late: Option<String>,
    /// The week in a sentence.
    pub lead: Option<String>,
    /// A part for each feature that has something to say.
    pub parts: Vec<Part>,
    /// What was missed, and what to know of the figures.
    pub notes: Vec<String>,
    /// When its figures were read.
    pub written: String,
}

/// What a feature has to say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Part {
    pub title: String,
    pub charts: Vec<Panel>,
    pub groups: Vec<Group>,
}

/// Figures that are read together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// `None`: the figure's own name says it.
    pub head: Option<String>,
    pub rows: Vec<Row>,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    pub label: String,
    pub value: String,
    /// Beside what is usual.
    pub usual: Option<String>,
    /// Whether that is good news.
    pub judgement: Option<String>,
    /// The same of the week before.
    pub last: Option<String>,
}

impl Sheet {
    /// A digest in words. `due`: when it should have come, if it comes late.
    pub fn from_digest(digest: &Digest, due: Option<Timestamp>) -> Self {
        let Digest { locale, zone, at, .. } = digest;
        let write = |message: &Message| written(*locale, message);
        let late = due.map(|due| Message::new("digest-late").with("at", cells::moment(zone, due)));
        Self {
            locale: *locale,
            title: write(&views::title(digest)),
            server: visible(&digest.server),
            week: write(&views::week(digest)),
            name: digest.name(),
            late: late.as_ref().map(write),
            lead: views::lead(digest).map(write),
            parts: digest
                .sections
                .iter()
                .filter_map(|section| part(*locale, section))
                .chain(suggested(digest))
                .collect(),
            notes: views::notes(digest).iter().map(write).collect(),
            written: write(&Message::new("digest-as-of").with("at", cells::moment(zone, *at))),
        }
    }

    /// The week in one picture; `None` where there is nothing to draw.
    pub fn picture(&self) -> Option<File> {
        let charts = self.parts.iter().flat_map(|part| &part.charts).take(DRAWINGS).cloned();
        let panels: Vec<Panel> = charts.collect();
        let says = [self.title.clone() + "."].into_iter().chain(self.lead.clone()).collect::<Vec<_>>().join(" ");
        let board = chart::board((&self.server, &self.week), &says, &panels)?;
        // Discord knows no markdown in it.
        Some(File::picture(format!("{}.png", self.name), board.svg, Safe::escape(&board.says)))
    }
}

/// In plain words, with nothing hidden in them.
fn written(locale: Locale, message: &Message) -> String {
    visible(&plain(locale, message)).replace('\n', " ")
}

fn part(locale: Locale, section: &Section) -> Option<Part> {
    let title = written(locale, &Message::new(format!("digest-heading-{}", section.feature)));
    // Where the only line is called like the part, once is enough.
    let unlike = |group: Group| Group { head: group.head.filter(|head| *head != title), ..group };
    let groups = section.lines.iter().filter_map(|line| group(locale, line).map(unlike));
    let news = section.news.iter().filter_map(|news| told(locale, news));
    let groups: Vec<Group> = groups.chain(news).collect();
    let charts: Vec<Panel> = section.charts.iter().map(|chart| chart.panel(locale)).collect();
    (!groups.is_empty() || !charts.is_empty()).then_some(Part { title, charts, groups })
}

/// What the staff could see to: on paper without its buttons.
fn suggested(digest: &Digest) -> Option<Part> {
    let write = |message: &Message| written(digest.locale, message);
    let row = |one: &Suggested| {
        let (label, value) = (write(&one.label), write(&one.why));
        Row { label, value, usual: None, judgement: None, last: None }
    };
    let rows: Vec<Row> = digest.suggested.iter().map(row).collect();
    let title = write(&Message::new("digest-suggested"));
    (!rows.is_empty()).then(|| Part { title, charts: Vec::new(), groups: vec![Group { head: None, rows }] })
}

fn group(locale: Locale, line: &Line) -> Option<Group> {
    let head = written(locale, &line.head);
    let head = head.strip_suffix(':').unwrap_or(&head).to_owned();
    let (head, rows) = match line.figures.as_slice() {
        [] => return None,
        [figure] => (None, row(locale, figure, head, cells::said(figure)).into_iter().collect()),
        figures => {
            let label = |figure: &Figure| written(locale, &cells::label(figure));
            let one = |figure: &Figure| row(locale, figure, label(figure), cells::bare(figure));
            (Some(head), figures.iter().filter_map(one).collect::<Vec<_>>())
        }
    };
    (!rows.is_empty()).then_some(Group { head, rows })
}

/// News stand in the same table: what they are about, and what is told of it.
fn told(locale: Locale, news: &News) -> Option<Group> {
    let (label, value) = (written(locale, &news.head), written(locale, &views::told(news)?));
    Some(Group { head: None, rows: vec![Row { label, value, usual: None, judgement: None, last: None }] })
}

fn row(locale: Locale, figure: &Figure, label: String, value: Option<Message>) -> Option<Row> {
    let write = |message: Message| written(locale, &message);
    let value = write(value?);
    let value = match figure.place() {
        Some(Place::Above) => format!("{value} ▲"),
        Some(Place::Below) => format!("{value} ▼"),
        Some(Place::Usual) | None => value,
    };
    Some(Row {
        label,
        value,
        usual: cells::beside_usual(figure).map(write),
        judgement: cells::judgement(figure).map(write),
        last: cells::last(figure).map(write),
    })
}
