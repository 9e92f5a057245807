//! Reading the files of one channel together.

use std::collections::HashSet;
use std::time::Duration;

use super::super::exported::{self, Export, Exported, Flaw, Head, What};
use super::super::store::{Covered, Source, Span};
use super::list::{Listed, Reason, Refused};
use crate::clock::Timestamp;
use crate::ids::{ChannelId, GuildId};

/// How long after now a message may have been written, by the clock of whoever exported it.
pub const AHEAD: Duration = Duration::from_hours(24);

/// How many messages are held at once, and one channel more.
const HELD: usize = 600_000;

/// What there is of one channel.
#[derive(Debug, Default)]
pub struct ReadChannel {
    /// The messages of all its files, each once; none where no file is new.
    pub export: Option<Export>,
    pub files: Vec<FileRead>,
    /// The sizes of files that were in already.
    pub known: Vec<u64>,
    /// Files that cannot be taken over, with their sizes.
    pub refused: Vec<(Refused, u64)>,
}

/// A file that was read.
#[derive(Debug, Clone)]
pub struct FileRead {
    pub head: Head,
    pub bytes: u64,
    /// What tells it from files with other bytes.
    pub print: i64,
    pub covered: Option<Covered>,
    /// How many member messages it holds.
    pub messages: i64,
}

impl FileRead {
    /// From its first to its last member message.
    pub fn span(&self) -> Option<Span> {
        self.covered.map(|covered| Span { from: covered.from, to: covered.to })
    }
}

/// Reads the files of a channel that are not in yet. A message later than `latest` is a flaw.
pub fn channel(files: Vec<Listed>, imported: &HashSet<(GuildId, ChannelId, i64)>, latest: Timestamp) -> ReadChannel {
    let mut read = ReadChannel::default();
    for file in files {
        let Listed { path, bytes, head } = file;
        let unread = match exported::open(&path) {
            Ok(unread) => unread,
            Err(error) => {
                let what = What::Unreadable(error.to_string());
                let reason = Reason::Flawed(Flaw { what, place: None, is_export: true });
                read.refused.push((Refused { path, reason, was_listed: true }, bytes));
                continue;
            }
        };
        let print = unread.print;
        if imported.contains(&(head.guild, head.channel, print)) {
            read.known.push(bytes);
            continue;
        }
        match exported::read(&unread, latest) {
            Err(flaw) => {
                let reason = Reason::Flawed(flaw);
                read.refused.push((Refused { path, reason, was_listed: true }, bytes));
            }
            Ok(export) => {
                let messages = i64::try_from(export.member_messages().count()).unwrap_or(i64::MAX);
                let (covered, head) = (covered(&export), export.head.clone());
                read.files.push(FileRead { head, bytes, print, covered, messages });
                match &mut read.export {
                    Some(all) => all.join(export),
                    none => *none = Some(export),
                }
            }
        }
    }
    if read.files.len() > 1
        && let Some(all) = &mut read.export
    {
        all.put_in_order();
    }
    read
}

/// What a file covers: from its first to its last member message. Outside of these it knows that
/// nothing was said, as far as the exporter was not asked to leave something out.
fn covered(export: &Export) -> Option<Covered> {
    let (first, last) = ends(export)?;
    let head = &export.head;
    let known_from = head.after.unwrap_or(Timestamp(i64::MIN)).min(first.at);
    let known_to = head.before.or(head.exported_at).unwrap_or(last.at).max(last.at);
    Some(Covered {
        channel: head.channel,
        from: first.at,
        from_id: first.id,
        to: last.at,
        to_id: last.id,
        known_from,
        known_to,
        source: Source::Import,
    })
}

/// The first and the last member message.
fn ends(export: &Export) -> Option<(&Exported, &Exported)> {
    export.member_messages().next().zip(export.member_messages().next_back())
}

/// Channels of one server that are imported together.
#[derive(Debug, Default)]
pub struct Group {
    channels: Vec<ReadChannel>,
    messages: usize,
}

impl Group {
    /// The server, if there is anything to import.
    pub fn guild(&self) -> Option<GuildId> {
        self.export().map(|export| export.head.guild)
    }

    /// What the files call it.
    pub fn guild_name(&self) -> String {
        self.export().map(|export| export.head.guild_name.clone()).unwrap_or_default()
    }

    fn export(&self) -> Option<&Export> {
        self.channels.first().and_then(|channel| channel.export.as_ref())
    }

    /// Whether it holds as much as may be held.
    pub const fn is_full(&self) -> bool {
        self.messages >= HELD
    }

    /// One channel more; one without anything new is left out.
    pub fn push(&mut self, channel: ReadChannel) {
        if let Some(export) = &channel.export {
            self.messages += export.messages.len();
            self.channels.push(channel);
        }
    }

    /// The channels, and the files of each.
    pub fn into_parts(mut self) -> (Vec<ReadChannel>, Vec<Vec<FileRead>>) {
        let files = self.channels.iter_mut().map(|channel| std::mem::take(&mut channel.files)).collect();
        (self.channels, files)
    }
}
