//! A digest in words, and kept: what was said once about a week is not worked out anew.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::clock::Timestamp;
use crate::discord::ui::file::File;
use crate::error::{Arg, Error, Message, Result};
use crate::i18n::say;
use crate::text::safe::Safe;
use crate::text::zone::Week;

use super::sheet::Sheet;
use super::text::Page;
use super::{Digest, csv, html, json, text};
use crate::features::digest::Edition;

/// Rises with every change that an older page could not be read with.
pub const SCHEMA_VERSION: u32 = 1;

/// A digest as it was first written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Frozen {
    pub schema_version: u32,
    /// In Discord's markdown and the language that the server had then; made safe before it was kept.
    pub page: Page,
    /// The same week as members may read it; `None` if there is nothing for them, or if it was kept
    /// before there was such an edition.
    #[serde(default)]
    pub public: Option<Page>,
    /// What [`json::write`] gives.
    pub figures: Value,
    /// `None` if it was kept before there were pictures and pages.
    #[serde(default)]
    pub files: Option<Files>,
}

/// What a digest is taken along with, as it was first written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Files {
    pub sheet: Sheet,
    /// The same for members; `None` if there is nothing for them.
    pub public: Option<Sheet>,
    /// What [`csv::write`] gives.
    pub csv: String,
}

impl Frozen {
    /// A digest as it is now. `due`: when it should have come, if it comes late.
    ///
    /// # Errors
    /// Fault, if it cannot be written as JSON; nothing in a digest gives a reason.
    pub fn from_digest(digest: &Digest, due: Option<Timestamp>) -> Result<Self> {
        let late = due.map(|due| {
            let late = Message::new("digest-late").with("at", Arg::Time(due, 'F'));
            String::from(say(digest.locale, &late))
        });
        let page = |digest: &Digest| Page { late: late.clone(), ..text::for_discord(digest) };
        let members = digest.for_members();
        let files = Files {
            sheet: Sheet::from_digest(digest, due),
            public: members.as_ref().map(|members| Sheet::from_digest(members, due)),
            csv: csv::write(digest)?,
        };
        Ok(Self {
            schema_version: SCHEMA_VERSION,
            page: page(digest),
            public: members.as_ref().map(page),
            figures: json::value(digest)?,
            files: Some(files),
        })
    }

    /// The picture under what is posted for these readers, if there is one.
    pub fn picture(&self, edition: Edition) -> Option<File> {
        let files = self.files.as_ref()?;
        match edition {
            Edition::Staff => files.sheet.picture(),
            Edition::Members => files.public.as_ref()?.picture(),
        }
    }

    /// Everything that can be taken along: a page, and the figures as CSV and JSON.
    ///
    /// # Errors
    /// Fault, if it cannot be written as JSON; nothing in a digest gives a reason.
    pub fn exported(&self, week: Week) -> Result<Vec<File>> {
        let name = |kind: &str| format!("digest-{week}.{kind}");
        let json = File::text(name("json"), json::pretty(&self.figures)?);
        let Some(files) = &self.files else { return Ok(vec![json]) };
        let page = File::text(name("html"), html::page(&files.sheet));
        Ok(vec![page, File::table(name("csv"), &files.csv), json])
    }

    /// What is posted for these readers; `None`: nothing.
    pub const fn edition(&self, edition: Edition) -> Option<&Page> {
        match edition {
            Edition::Staff => Some(&self.page),
            Edition::Members => self.public.as_ref(),
        }
    }

    /// As it is stored.
    ///
    /// # Errors
    /// Fault, if it cannot be written as JSON; nothing in a digest gives a reason.
    pub fn stored(&self) -> Result<String> {
        Ok(serde_json::to_string(self)?)
    }

    /// From what is stored.
    ///
    /// # Errors
    /// Fault, if it is none of ours.
    pub fn read(stored: &str) -> Result<Self> {
        let frozen: Self = serde_json::from_str(stored)?;
        if frozen.schema_version != SCHEMA_VERSION {
            return Err(Error::fault(format!("a digest of schema {}", frozen.schema_version)));
        }
        Ok(frozen)
    }
}

/// A part of a page on its way to Discord.
pub fn safe(part: &str) -> Safe {
    // Made safe by `say` when the page was written.
    Safe::ours(part)
}
