//! Which files are there to import: exports of a server's channels, among whatever else lies in a folder.
//!
//! Nothing that is found stops the rest. What is no export is passed over with its reason; a folder or
//! file that is reached twice, by links, is taken once.

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, FileType, Metadata};
use std::path::{Path, PathBuf};

use super::super::exported::{self, Flaw, Head, What};
use super::Problem;
use crate::error::{Arg, Message, Result};
use crate::ids::{ChannelId, GuildId};

/// A file that is not imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    pub path: PathBuf,
    pub reason: Reason,
    /// Whether it counted among the files at first, because its beginning was good.
    pub was_listed: bool,
}

/// Why a file is not imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It lies in a folder of what members attached, which an export has beside it.
    Attachment,
    /// What macOS puts beside files on foreign disks: `._name`.
    Companion,
    /// A link that leads nowhere.
    Dangling,
    /// A pipe, a socket or a device.
    NoFile,
    /// It belongs to this server, and another was named.
    OtherGuild(GuildId),
    Flawed(Flaw),
}

impl Reason {
    /// Whether an export could not be taken over, so that something is missing in the figures.
    pub fn is_failure(&self) -> bool {
        matches!(self, Self::Flawed(flaw) if flaw.is_export)
    }

    /// The reason in words.
    pub fn message(&self) -> Message {
        match self {
            Self::Attachment => Message::new("import-flaw-attachment"),
            Self::Companion => Message::new("import-flaw-companion"),
            Self::Dangling => Message::new("import-flaw-dangling"),
            Self::NoFile => Message::new("import-flaw-no-file"),
            Self::OtherGuild(found) => {
                Message::new("import-flaw-other-guild").with("found", Arg::Text(found.to_string()))
            }
            Self::Flawed(flaw) => what(&flaw.what),
        }
    }

    /// Line and column, where it lies at one place of the file.
    pub const fn place(&self) -> Option<(usize, usize)> {
        match self {
            Self::Flawed(flaw) => flaw.place,
            _ => None,
        }
    }
}

fn what(what: &What) -> Message {
    match what {
        What::Unreadable(why) => Message::new("import-flaw-unreadable").with("why", why),
        What::Empty => Message::new("import-flaw-empty"),
        What::Truncated => Message::new("import-flaw-truncated"),
        What::NotJson => Message::new("import-flaw-not-json"),
        What::Foreign => Message::new("import-flaw-foreign"),
        What::Direct => Message::new("import-flaw-direct"),
        What::Shape(why) => Message::new("import-flaw-shape").with("why", why),
        What::Id(text) => Message::new("import-flaw-id").with("text", text),
        What::Time(text) => Message::new("import-flaw-time").with("text", text),
        What::Never(text) => Message::new("import-flaw-never").with("text", text),
    }
}

/// A file by what stands at its beginning.
#[derive(Debug)]
pub(super) struct Listed {
    pub path: PathBuf,
    pub bytes: u64,
    pub head: Head,
}

/// What there is to import.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub channels: BTreeMap<(GuildId, ChannelId), Vec<Listed>>,
    pub refused: Vec<Refused>,
}

/// The exports by guild and channel. Looks at the beginning of each file.
///
/// # Errors
/// Told where a path that was named is not there, or nothing in the folders ends in `.json`, or all
/// that is there belongs to other servers than the one named.
pub(super) fn list(paths: &[PathBuf], guild: Option<GuildId>) -> Result<Found> {
    let mut walk = Walk::default();
    for path in paths {
        let about = fs::metadata(path);
        let about = about.map_err(|error| Problem::NoPath { path: path.clone(), why: error.to_string() })?;
        walk.take(path, &about, true);
    }
    let Walk { mut files, mut refused, .. } = walk;
    if files.is_empty() && refused.is_empty() {
        return Err(Problem::NoFiles.into());
    }
    files.sort();
    let mut channels = BTreeMap::<_, Vec<_>>::new();
    for (path, bytes) in files {
        match exported::read_head(&path) {
            Err(flaw) => refused.push(Refused { path, reason: Reason::Flawed(flaw), was_listed: false }),
            Ok(head) if guild.is_some_and(|named| named != head.guild) => {
                refused.push(Refused { path, reason: Reason::OtherGuild(head.guild), was_listed: false });
            }
            Ok(head) => channels.entry((head.guild, head.channel)).or_default().push(Listed { path, bytes, head }),
        }
    }
    if let (true, Some(named)) = (channels.is_empty(), guild) {
        for Refused { path, reason, .. } in &refused {
            if let Reason::OtherGuild(found) = reason {
                return Err(Problem::OtherGuild { path: path.clone(), found: *found, named }.into());
            }
        }
    }
    Ok(Found { channels, refused })
}

/// A walk through folders.
#[derive(Default)]
struct Walk {
    /// Where it has been, without links.
    been: HashSet<PathBuf>,
    files: Vec<(PathBuf, u64)>,
    refused: Vec<Refused>,
}

impl Walk {
    /// A file that is named is taken whatever its name; in folders only `*.json`.
    fn take(&mut self, path: &Path, about: &Metadata, named: bool) {
        if !about.is_dir() && !named && !is_json(path) {
            return;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !named && name.starts_with("._") {
            return self.refuse(path, Reason::Companion);
        }
        if !about.is_dir() && !about.is_file() {
            return self.refuse(path, Reason::NoFile);
        }
        let is_new = match fs::canonicalize(path) {
            Ok(real) => self.been.insert(real),
            Err(error) => return self.unreadable(path, &error),
        };
        if !is_new {
            return;
        }
        if about.is_dir() {
            self.folder(path);
        } else {
            self.files.push((path.to_owned(), about.len()));
        }
    }

    fn folder(&mut self, folder: &Path) {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.unreadable(folder, &error),
        };
        for entry in entries {
            let path = match entry {
                Ok(entry) => entry.path(),
                Err(error) => return self.unreadable(folder, &error),
            };
            match fs::metadata(&path) {
                Ok(about) if about.is_dir() && is_of_attachments(&path) => self.attachments(&path),
                Ok(about) => self.take(&path, &about, false),
                Err(_) if fs::symlink_metadata(&path).is_ok_and(|about| FileType::is_symlink(&about.file_type())) => {
                    if is_json(&path) {
                        self.refuse(&path, Reason::Dangling);
                    }
                }
                Err(error) if is_json(&path) => self.unreadable(&path, &error),
                Err(_) => {}
            }
        }
    }

    /// What members attached is theirs to write, and no history of the server, whatever it looks like.
    fn attachments(&mut self, folder: &Path) {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        for path in entries.map(|entry| entry.path()).filter(|path| is_json(path)) {
            self.refuse(&path, Reason::Attachment);
        }
    }

    fn unreadable(&mut self, path: &Path, error: &std::io::Error) {
        let flaw = Flaw { what: What::Unreadable(error.to_string()), place: None, is_export: true };
        self.refuse(path, Reason::Flawed(flaw));
    }

    fn refuse(&mut self, path: &Path, reason: Reason) {
        self.refused.push(Refused { path: path.to_owned(), reason, was_listed: false });
    }
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}

/// The exporter puts attachments of "name.json" into "name.json_Files".
fn is_of_attachments(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name.to_string_lossy().to_ascii_lowercase().ends_with(".json_files"))
}
