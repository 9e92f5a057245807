//! The digest as a page of its own: it opens without a network, reads on a phone and by ear, and
//! prints on A4. No script, nothing from elsewhere; its letters and drawings lie within it.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::chart::Panel;
use crate::chart::font::{FAMILY, Face};
use crate::error::Message;
use crate::i18n::{Locale, plain};

use super::sheet::{Group, Part, Row, Sheet};

/// How wide a drawing is on the page, in units: as wide as a phone.
const NARROW: f64 = 340.0;
/// The same for one that has a line for itself where there is room.
const BROAD: f64 = 708.0;

/// Nothing may be loaded, whatever a name on the page tries.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

static STYLE: LazyLock<String> = LazyLock::new(|| {
    let face = |face: Face| {
        format!(
            "@font-face{{font-family:{FAMILY};font-weight:{};src:url(data:font/woff2;base64,{}) format('woff2')}}\n",
            face.weight(),
            STANDARD.encode(face.woff2())
        )
    };
    Face::ALL.map(face).concat() + include_str!("page.css")
});

/// A digest as one HTML file.
pub fn page(sheet: &Sheet) -> String {
    let text = |key: &'static str| plain(sheet.locale, &Message::new(key));
    let page = html! {
        (DOCTYPE)
        html lang=(sheet.locale.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light";
                title { (sheet.title) }
                style { (PreEscaped(STYLE.as_str())) }
            }
            body {
                main {
                    header {
                        h1 { (sheet.title) }
                        @if let Some(late) = &sheet.late { p.late { (late) } }
                        @if let Some(lead) = &sheet.lead { p.lead { (lead) } }
                    }
                    @if !sheet.notes.is_empty() {
                        section.notes aria-labelledby="notes" {
                            h2 #notes { (text("digest-page-notes")) }
                            ul { @for note in &sheet.notes { li { (note) } } }
                        }
                    }
                    @for (number, part) in sheet.parts.iter().enumerate() { (shown(sheet.locale, number, part)) }
                    footer { p { (sheet.written) } }
                }
            }
        }
    };
    page.into_string() + "\n"
}

fn shown(locale: Locale, number: usize, part: &Part) -> Markup {
    let id = format!("part-{number}");
    html! {
        section.part aria-labelledby=(id) {
            h2 id=(id) { (part.title) }
            @if !part.charts.is_empty() {
                div.charts { @for chart in &part.charts { (drawn(chart)) } }
            }
            @if !part.groups.is_empty() { (table(locale, part)) }
        }
    }
}

/// Letters keep their size where there is more room, so what is wide is there in two widths.
fn drawn(chart: &Panel) -> Markup {
    html! {
        @if chart.is_wide() {
            figure.wide {
                div.narrow { (PreEscaped(chart.svg(NARROW))) }
                div.broad { (PreEscaped(chart.svg(BROAD))) }
            }
        } @else {
            figure { (PreEscaped(chart.svg(NARROW))) }
        }
    }
}

fn table(locale: Locale, part: &Part) -> Markup {
    let text = |key: &'static str| plain(locale, &Message::new(key));
    html! {
        table {
            caption.unseen { (part.title) }
            thead {
                tr {
                    th scope="col" { (text("digest-page-figure")) }
                    th scope="col" { (text("digest-page-value")) }
                    th scope="col" { (text("digest-page-last")) }
                }
            }
            @for group in &part.groups { (rows(group)) }
        }
    }
}

fn rows(group: &Group) -> Markup {
    html! {
        tbody {
            @if let Some(head) = &group.head { tr.head { th scope="rowgroup" colspan="3" { (head) } } }
            @for row in &group.rows { (one(row, group.head.is_some())) }
        }
    }
}

fn one(row: &Row, inner: bool) -> Markup {
    let beside: Vec<&str> = row.usual.iter().chain(&row.judgement).map(String::as_str).collect();
    html! {
        tr.inner[inner] {
            th scope="row" { (row.label) }
            td {
                span.value { (row.value) }
                @if !beside.is_empty() { " " span.beside { (beside.join(" · ")) } }
            }
            td { @if let Some(last) = &row.last { (last) } }
        }
    }
}
