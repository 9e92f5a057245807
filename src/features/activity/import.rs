//! Taking over history from exported files, so that there are figures on the first day.
//!
//! Exports may be filtered, cut, overlapping and given in any order, in one import or in many, beside live
//! counting: a message counts by its id, once, and what stands in the database afterwards is what all of
//! them together say. [`read`] reads the files of a channel, [`weave`] puts their messages among those
//! that were counted before, and [`Fold`] counts what is new, a stretch of time after the other through
//! all channels, each stretch in one transaction with the ids of its messages. So an import that was
//! interrupted goes on where it stopped, and one beside a running bot holds it up for moments only.

mod fold;
mod list;
mod read;
mod weave;

use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use self::fold::{Fold, LeftOutNow};
use self::list::Found;
use self::read::{FileRead, Group, ReadChannel};
use super::exported::{Export, Kind};
use super::rules::Batch;
use super::store::{self, Span};
use crate::app::consent::Consent;
use crate::clock::{Clock, Timestamp};
use crate::db::Db;
use crate::db::keys::{Contents, Keys};
use crate::error::{Arg, Error, Message, Result};
use crate::features::setup;
use crate::ids::GuildId;
use crate::text::zone::Zone;

pub use self::list::{Reason, Refused};

/// What the files are held to.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The server they have to belong to.
    pub guild: Option<GuildId>,
    /// The zone that days are counted in where none is chosen yet.
    pub zone: Option<Zone>,
    /// How many rows are written in one transaction: a bot beside it waits so long.
    pub at_once: usize,
}

impl Default for Wanted {
    fn default() -> Self {
        Self { guild: None, zone: None, at_once: 16_000 }
    }
}

/// How far an import has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    pub files: usize,
    pub files_done: usize,
    /// Files that were in already, of those done.
    pub files_known: usize,
    /// Member messages counted.
    pub messages: u64,
    /// Member messages that were counted before.
    pub messages_known: u64,
    pub joins: u64,
    pub bytes: u64,
    pub bytes_done: u64,
}

/// What came of an import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    pub progress: Progress,
    /// The guilds of the files, with what the files call them.
    pub guilds: BTreeMap<GuildId, String>,
    /// From the first to the last member message of what was read.
    pub span: Option<Span>,
    /// What was read and is not counted.
    pub uncounted: Uncounted,
    /// Files that were not imported.
    pub refused: Vec<Refused>,
}

/// Messages that were read and are not counted, by reason.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Uncounted {
    pub bots: u64,
    pub webhooks: u64,
    /// Without joins, which count as such.
    pub system: u64,
    /// By the name of the kind.
    pub unknown: BTreeMap<String, u64>,
    /// Of Discord's collective "Deleted User".
    pub deleted_user: u64,
    /// Of members who are not counted because they chose so, or who were forgotten since.
    pub people: u64,
    /// In channels that are excluded.
    pub excluded: u64,
}

impl Uncounted {
    fn add(&mut self, other: Self) {
        self.bots += other.bots;
        self.webhooks += other.webhooks;
        self.system += other.system;
        self.deleted_user += other.deleted_user;
        self.people += other.people;
        self.excluded += other.excluded;
        for (name, count) in other.unknown {
            *self.unknown.entry(name).or_default() += count;
        }
    }

    /// One message more of a kind that is not counted.
    fn note(&mut self, kind: Kind, unknown: &[String]) {
        match kind {
            Kind::Message | Kind::Join => {}
            Kind::System => self.system += 1,
            Kind::Bot => self.bots += 1,
            Kind::Webhook => self.webhooks += 1,
            Kind::DeletedUser => self.deleted_user += 1,
            Kind::Unknown(place) => {
                let name = unknown.get(usize::from(place)).cloned().unwrap_or_default();
                *self.unknown.entry(name).or_default() += 1;
            }
        }
    }
}

/// Whose messages are not taken over: people who were forgotten come back with nothing that they wrote
/// until then, and people who are not counted with nothing at all.
#[derive(Debug)]
pub struct LeftOut {
    pub keys: Keys,
    pub consent: Consent,
}

impl LeftOut {
    /// By what `steward.keys` beside a database remembers, and by what people have decided.
    pub fn new(db: &Db, consent: Consent) -> Arc<Self> {
        Arc::new(Self { keys: Keys::beside(db.path()), consent })
    }
}

/// Why nothing, or not everything, could be imported.
#[derive(Debug)]
pub enum Problem {
    /// There is nothing at this path.
    NoPath { path: PathBuf, why: String },
    /// No file in any of the folders ends in `.json`.
    NoFiles,
    /// All files belong to other guilds than the one named.
    OtherGuild { path: PathBuf, found: GuildId, named: GuildId },
    /// Days of the server are counted in another zone than the one named. Nothing was imported.
    OtherZone { guild: String, zone: String },
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        let shown = |path: &Path| path.display().to_string();
        Self::Told(match problem {
            Problem::NoPath { path, why } => Message::new("import-no-path").with("path", shown(&path)).with("why", why),
            Problem::NoFiles => Message::new("import-no-files"),
            Problem::OtherGuild { path, found, named } => Message::new("import-other-guild")
                .with("path", shown(&path))
                .with("found", Arg::Text(found.to_string()))
                .with("named", Arg::Text(named.to_string())),
            Problem::OtherZone { guild, zone } => {
                Message::new("import-other-zone").with("guild", guild).with("zone", zone)
            }
        })
    }
}

/// Imports files, and folders with all they hold, as far as they are what is wanted.
pub async fn import(
    db: &Db,
    clock: &Clock,
    paths: &[PathBuf],
    wanted: &Wanted,
    left_out: &Arc<LeftOut>,
    mut tell: impl FnMut(&Progress),
) -> Result<Summary> {
    let (paths, guild) = (paths.to_vec(), wanted.guild);
    let Found { channels, refused } = blocking(move || list::list(&paths, guild)).await??;
    let all = || channels.values().flatten();
    let mut summary = Summary { refused, ..Summary::default() };
    summary.progress.files = all().count();
    summary.progress.bytes = all().map(|file| file.bytes).sum();
    summary.guilds = all().map(|file| (file.head.guild, file.head.guild_name.clone())).collect();
    if let Some(zone) = &wanted.zone {
        choose_zone(db, &summary.guilds, zone, clock.now()).await?;
    }
    let mut files = channels.into_iter();
    let mut reading = VecDeque::new();
    let mut group = Group::default();
    let guilds: Vec<GuildId> = summary.guilds.keys().copied().collect();
    let imported = store::imported(db.read(), &guilds).await?;
    let (imported, latest) = (Arc::new(imported), clock.now().plus(read::AHEAD));
    loop {
        // The next channels are read while this one is counted.
        while reading.len() < READING
            && let Some(((guild, _), files)) = files.next()
        {
            let imported = Arc::clone(&imported);
            reading.push_back((guild, tokio::task::spawn_blocking(move || read::channel(files, &imported, latest))));
        }
        let Some((guild, channel)) = reading.pop_front() else { break };
        if group.guild() != Some(guild) || group.is_full() {
            import_group(db, clock, wanted, std::mem::take(&mut group), left_out, &mut summary, &mut tell).await?;
        }
        let mut channel = channel.await.map_err(|error| Error::Fault(error.into()))?;
        for file in std::mem::take(&mut channel.known) {
            summary.progress.files_known += 1;
            file_done(&mut summary.progress, file, &mut tell);
        }
        for (refused, bytes) in std::mem::take(&mut channel.refused) {
            summary.refused.push(refused);
            file_done(&mut summary.progress, bytes, &mut tell);
        }
        group.push(channel);
    }
    import_group(db, clock, wanted, group, left_out, &mut summary, &mut tell).await?;
    Ok(summary)
}

/// How many channels are read at once.
const READING: usize = 2;

/// Days are counted in this zone, unless another one is chosen for any of the guilds.
async fn choose_zone(db: &Db, guilds: &BTreeMap<GuildId, String>, zone: &Zone, now: Timestamp) -> Result<()> {
    let (guilds, name) = (guilds.clone(), zone.name().to_owned());
    db.write(async move |tx: &mut sqlx::SqliteConnection| {
        for (guild, guild_name) in &guilds {
            store::insert_guild(tx, *guild, guild_name, now).await?;
            match setup::server(&mut *tx, *guild).await?.get(setup::setting_types::ZONE.name) {
                Some(chosen) if chosen != name => {
                    let (guild, zone) = (guild_name.clone(), chosen.to_owned());
                    return Err(Problem::OtherZone { guild, zone }.into());
                }
                Some(_) => {}
                None => setup::set(tx, *guild, setup::setting_types::ZONE.name, Some(&name), now).await?,
            }
        }
        Ok(())
    })
    .await
}

/// Imports channels that were read: what is new of them, in stretches of time, and then that their files
/// are in.
async fn import_group(
    db: &Db,
    clock: &Clock,
    wanted: &Wanted,
    group: Group,
    left_out: &Arc<LeftOut>,
    summary: &mut Summary,
    tell: &mut impl FnMut(&Progress),
) -> Result<()> {
    let Some(guild) = group.guild() else { return Ok(()) };
    let (name, now) = (group.guild_name(), clock.now());
    db.write_later(async move |tx: &mut sqlx::SqliteConnection| store::insert_guild(tx, guild, &name, now).await)
        .await?;
    let (channels, files): (Vec<ReadChannel>, Vec<Vec<FileRead>>) = group.into_parts();
    let (all, forgotten) = (Arc::clone(left_out), Arc::new(left_out.keys.read()?));
    let left_out = LeftOutNow::new(left_out, guild)?;
    let mut fold = Fold::new(db, guild, channels, left_out).await?;
    let before = summary.progress;
    while let Some(mut batch) = fold.next(wanted.at_once) {
        let now = clock.now();
        let (all, forgotten) = (Arc::clone(&all), Arc::clone(&forgotten));
        let written = db.write_later(async move |tx: &mut sqlx::SqliteConnection| {
            forget_since(&mut batch, guild, &forgotten, &all.keys)?;
            store::set_imported_weeks(&mut *tx, guild, batch.weeks(), now).await?;
            // Who was no newcomer after all matters only to whoever goes on counting.
            Ok(store::merge(tx, &[(guild, &batch)]).await?.again)
        });
        fold.part.counted_again(written.await?);
        summary.progress.messages = before.messages + fold.part.counted;
        summary.progress.messages_known = before.messages_known + fold.part.known;
        tell(&summary.progress);
    }
    summary.progress.messages = before.messages + fold.part.counted;
    summary.progress.messages_known = before.messages_known + fold.part.known;
    summary.progress.joins += fold.part.joins;
    summary.uncounted.add(std::mem::take(&mut fold.part.uncounted));
    drop(fold);

    for files in files.chunks(NOTED) {
        let files: Vec<FileRead> = files.iter().flatten().cloned().collect();
        let done: Vec<u64> = files.iter().map(|file| file.bytes).collect();
        for file in &files {
            summary.span = widest(summary.span, file.span());
        }
        db.write_later(async move |tx: &mut sqlx::SqliteConnection| note_files(tx, guild, &files, now).await).await?;
        for bytes in done {
            file_done(&mut summary.progress, bytes, tell);
        }
    }
    Ok(())
}

/// A part of a channel's history that somebody else has read and writes in a transaction of their own.
pub struct Piece {
    guild: GuildId,
    batch: Option<Batch>,
    counted: u64,
    known: u64,
    forgotten: Contents,
    left_out: Arc<LeftOut>,
}

impl Piece {
    /// Counts it beside what is kept of the channel.
    pub async fn new(db: &Db, guild: GuildId, export: Export, left_out: &Arc<LeftOut>) -> Result<Self> {
        let forgotten = left_out.keys.read()?;
        let (mut batch, mut counted, mut known) = (None, 0, 0);
        if !export.messages.is_empty() {
            let read = ReadChannel { export: Some(export), ..ReadChannel::default() };
            let mut fold = Fold::new(db, guild, vec![read], LeftOutNow::new(left_out, guild)?).await?;
            batch = fold.next(usize::MAX);
            (counted, known) = (fold.part.counted, fold.part.known);
        }
        Ok(Self { guild, batch, counted, known, forgotten, left_out: Arc::clone(left_out) })
    }

    /// Adds it to the counts. Gives back how many member messages were new, and how many had been counted before.
    pub async fn write(self, tx: &mut sqlx::SqliteConnection, now: Timestamp) -> Result<(i64, i64)> {
        let Self { guild, batch, counted, known, forgotten, left_out } = self;
        let Some(mut batch) = batch else { return Ok((0, number(known))) };
        forget_since(&mut batch, guild, &forgotten, &left_out.keys)?;
        store::set_imported_weeks(&mut *tx, guild, batch.weeks(), now).await?;
        let again = store::merge(tx, &[(guild, &batch)]).await?.again;
        Ok((number(counted.saturating_sub(again)), number(known + again)))
    }
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Takes out of a batch whoever was forgotten since the channels were read. In its transaction, because what is
/// in the database of somebody goes after they are remembered as forgotten: whoever is not yet, goes with that.
fn forget_since(batch: &mut Batch, guild: GuildId, before: &Contents, keys: &Keys) -> Result<()> {
    let now = keys.read()?;
    if now.erasures().count() != before.erasures().count() {
        for member in batch.members() {
            if now.forgotten_at(guild, member) != before.forgotten_at(guild, member) {
                batch.forget(member);
            }
        }
    }
    Ok(())
}

/// Of how many channels the files are noted in one transaction.
const NOTED: usize = 500;

fn file_done(progress: &mut Progress, bytes: u64, tell: &mut impl FnMut(&Progress)) {
    progress.files_done += 1;
    progress.bytes_done += bytes;
    tell(progress);
}

fn widest(one: Option<Span>, other: Option<Span>) -> Option<Span> {
    match (one, other) {
        (Some(one), Some(other)) => Some(Span { from: one.from.min(other.from), to: one.to.max(other.to) }),
        (one, other) => one.or(other),
    }
}

/// That files are in, and what they say about their channels.
async fn note_files(tx: &mut sqlx::SqliteConnection, guild: GuildId, files: &[FileRead], now: Timestamp) -> Result<()> {
    // An export may be old; where Steward has been connected it knows the names of now.
    let is_known_better = !store::record(&mut *tx, guild).await?.is_empty();
    for FileRead { head, print, covered, messages, .. } in files {
        let (channel, name, parent) = (head.channel, &head.channel_name, head.parent.as_ref().map(|(id, _)| *id));
        if is_known_better {
            store::suppose_channel(tx, guild, channel, parent, name).await?;
        } else {
            store::name_channel(tx, guild, channel, parent, name).await?;
        }
        if let Some((parent, name)) = &head.parent {
            store::suppose_channel(tx, guild, *parent, None, name).await?;
        }
        if let Some(covered) = covered {
            store::insert_covered(tx, guild, covered).await?;
        }
        store::insert_import(tx, guild, channel, *print, *messages, now).await?;
    }
    Ok(())
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Error::Fault(error.into()))
}
