//! The weekly digest: what every feature has to say about a week, on one page.
//!
//! [`gather`] asks the features, [`rules`] decide what may be compared and how a span of time or a
//! share is put, [`views`] find the words. [`text`] writes them for a terminal or for Discord;
//! [`json`] and [`csv`] are for programs. So far the page is printed by `steward digest`.

pub mod csv;
pub mod json;
pub mod text;

mod rules;
mod views;

use crate::clock::Timestamp;
use crate::error::{Message, Result};
use crate::feature::Feature;
use crate::feature::section::{Figure, Reading, Record, Section};
use crate::i18n::Locale;
use crate::ids::GuildId;
use crate::text::zone::{Week, Zone};

/// A week of a server, ready to be written in any form.
#[derive(Debug, Clone, PartialEq)]
pub struct Digest {
    pub guild: GuildId,
    pub server: String,
    /// The language it is written in.
    pub locale: Locale,
    pub zone: Zone,
    pub week: Week,
    /// When its figures were read.
    pub at: Timestamp,
    pub record: Record,
    /// As they are read, one after the other.
    pub sections: Vec<Section>,
}

/// Asks every feature for its part of the week, in the order of the list.
///
/// # Errors
/// Whatever keeps a feature from answering.
pub async fn gather(features: &[Feature], reading: &Reading<'_>, server: &str, locale: Locale) -> Result<Digest> {
    let mut sections = Vec::new();
    for feature in features {
        if let Some(section) = feature.digest {
            sections.push(section(reading).await?);
        }
    }
    let (record, sections) = rules::assembled(sections);
    let Reading { guild, week, now: at, .. } = *reading;
    Ok(Digest { guild, server: server.to_owned(), locale, zone: reading.zone.clone(), week, at, record, sections })
}

impl Digest {
    /// Why there are no figures at all, if there are none, and what would give some.
    pub fn nothing(&self) -> Option<&Message> {
        let is_empty = self.sections.iter().all(|section| section.lines.is_empty());
        let mut notes = self.sections.iter().flat_map(|section| &section.notes);
        notes.next().filter(|_| is_empty && self.record == Record::Outside)
    }

    /// Every figure, those for files at the end of their section.
    fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.sections
            .iter()
            .flat_map(|section| section.lines.iter().flat_map(|line| &line.figures).chain(&section.for_files))
    }
}

#[cfg(test)]
mod tests;
