//! Taking over history from exported files, so that there are figures on the first day.
//!
//! A file goes in as a whole, in one transaction with the stretch of its channel that it covers, or
//! not at all; an import that was interrupted goes on with the files that are not in yet, and
//! importing again changes nothing. Files of one channel are taken in the order of their time,
//! whatever order they are given in; files that overlap are counted together, message by message.
//! Which files there are and what went wrong with one is said in the words of whoever imports.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::exported::{self, Export, Exported, Flaw, Head, What};
use super::rules::{Batch, Bounds, Community, Counting, MoveKind, Post, REPLY_WITHIN};
use super::store::{self, Covered, Known, Source, Span};
use crate::app::consent::Consent;
use crate::clock::{Clock, Timestamp};
use crate::db::Db;
use crate::db::keys::{Contents, Keys};
use crate::error::{Arg, Error, Message, Result};
use crate::features::setup;
use crate::ids::{ChannelId, GuildId, MemberId, MessageId};
use crate::text::zone::Zone;

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
}

/// Whose messages are not taken over: people who were forgotten come back with nothing that they wrote
/// until then, and people who are not counted with nothing at all.
#[derive(Debug)]
pub struct LeftOut {
    pub keys: Keys,
    pub consent: Consent,
}

/// The same for a server at this moment: somebody may be forgotten while others are imported.
struct LeftOutNow<'l> {
    guild: GuildId,
    forgotten: Contents,
    consent: &'l Consent,
    /// The hash of a person is worked out once.
    until: RefCell<HashMap<MemberId, Option<Timestamp>>>,
}

impl LeftOut {
    /// By what `steward.keys` beside a database remembers, and by what people have decided.
    pub fn new(db: &Db, consent: Consent) -> Arc<Self> {
        Arc::new(Self { keys: Keys::beside(db.path()), consent })
    }

    fn now(&self, guild: GuildId) -> Result<LeftOutNow<'_>> {
        let forgotten = self.keys.read()?;
        Ok(LeftOutNow { guild, forgotten, consent: &self.consent, until: RefCell::default() })
    }
}

impl LeftOutNow<'_> {
    fn has(&self, member: MemberId, at: Timestamp) -> bool {
        if !self.consent.is_counted(self.guild, member) {
            return true;
        }
        if self.forgotten.is_empty() {
            return false;
        }
        let mut known = self.until.borrow_mut();
        let until = known.entry(member).or_insert_with(|| self.forgotten.forgotten_at(self.guild, member));
        until.is_some_and(|until| at <= until)
    }
}

/// Why nothing, or not everything, could be imported.
#[derive(Debug)]
pub enum Problem {
    /// There is nothing at this path.
    NoPath { path: PathBuf, why: String },
    /// No file in any of the folders ends in `.json`.
    NoFiles,
    /// A file cannot be taken over; those done before it stay.
    Flawed { path: PathBuf, flaw: Flaw, done: Vec<PathBuf> },
    /// A file belongs to another guild than the one named. Nothing was imported.
    OtherGuild { path: PathBuf, found: GuildId, named: GuildId },
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        let shown = |path: &Path| path.display().to_string();
        Self::Told(match problem {
            Problem::NoPath { path, why } => Message::new("import-no-path").with("path", shown(&path)).with("why", why),
            Problem::NoFiles => Message::new("import-no-files"),
            Problem::Flawed { path, flaw, done } => Message::new("import-flawed")
                .with("path", shown(&path))
                .with("line", flaw.line.to_string())
                .with("column", flaw.column.to_string())
                .with("what", what(&flaw.what))
                .with("done", done.len())
                .with("files", names(&done)),
            Problem::OtherGuild { path, found, named } => Message::new("import-other-guild")
                .with("path", shown(&path))
                .with("found", Arg::Text(found.to_string()))
                .with("named", Arg::Text(named.to_string())),
        })
    }
}

/// File names, as many as can be read at a glance.
fn names(paths: &[PathBuf]) -> String {
    const SHOWN: usize = 20;
    let name = |path: &PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let mut names: Vec<String> = paths.iter().filter_map(name).take(SHOWN).collect();
    if paths.len() > SHOWN {
        names.push("…".to_owned());
    }
    names.join(", ")
}

fn what(what: &What) -> Message {
    match what {
        What::Unreadable(why) => Message::new("import-flaw-unreadable").with("why", why),
        What::Truncated => Message::new("import-flaw-truncated"),
        What::NotJson => Message::new("import-flaw-not-json"),
        What::Foreign => Message::new("import-flaw-foreign"),
        What::Shape(why) => Message::new("import-flaw-shape").with("why", why),
        What::Id(text) => Message::new("import-flaw-id").with("text", text),
        What::Time(text) => Message::new("import-flaw-time").with("text", text),
    }
}

/// Imports files, and folders with all they hold. Every file has to be of `guild`, if one is named.
pub async fn import(
    db: &Db,
    clock: &Clock,
    paths: &[PathBuf],
    guild: Option<GuildId>,
    left_out: &Arc<LeftOut>,
    mut tell: impl FnMut(&Progress),
) -> Result<Summary> {
    let paths = paths.to_vec();
    let channels = blocking(move || list(&paths, guild)).await??;
    let all = || channels.values().flatten();
    let mut summary = Summary::default();
    summary.progress.files = all().count();
    summary.progress.bytes = all().map(|file| file.bytes).sum();
    summary.guilds = all().map(|file| (file.head.guild, file.head.guild_name.clone())).collect();

    let mut done = Vec::new();
    for files in channels.into_values() {
        import_channel(db, clock, files, left_out, &mut summary, &mut done, &mut tell).await?;
    }
    Ok(summary)
}

/// A file by what stands at its beginning.
#[derive(Debug)]
struct Listed {
    path: PathBuf,
    bytes: u64,
    head: Head,
}

/// The files by guild and channel. Looks at the beginning of each, so that a foreign one is found
/// before anything is imported.
fn list(paths: &[PathBuf], guild: Option<GuildId>) -> Result<BTreeMap<(GuildId, ChannelId), Vec<Listed>>> {
    let mut files = Vec::new();
    for path in paths {
        walk(path, true, &mut files)?;
    }
    files.sort();
    files.dedup();
    if files.is_empty() {
        return Err(Problem::NoFiles.into());
    }
    let mut channels = BTreeMap::<_, Vec<_>>::new();
    for (path, bytes) in files {
        let head = match exported::read_head(&path) {
            Ok(head) => head,
            Err(flaw) => return Err(Problem::Flawed { path, flaw, done: Vec::new() }.into()),
        };
        if let Some(named) = guild.filter(|named| *named != head.guild) {
            return Err(Problem::OtherGuild { path, found: head.guild, named }.into());
        }
        channels.entry((head.guild, head.channel)).or_default().push(Listed { path, bytes, head });
    }
    Ok(channels)
}

/// A file that is named is taken whatever its name; in folders only `*.json`.
fn walk(path: &Path, named: bool, files: &mut Vec<(PathBuf, u64)>) -> Result<()> {
    let unreadable = |error: std::io::Error| Problem::NoPath { path: path.to_owned(), why: error.to_string() };
    let about = std::fs::metadata(path).map_err(unreadable)?;
    if about.is_dir() {
        for entry in std::fs::read_dir(path).map_err(unreadable)? {
            walk(&entry.map_err(unreadable)?.path(), false, files)?;
        }
    } else if named || path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
        files.push((path.to_owned(), about.len()));
    }
    Ok(())
}

/// Imports what there is of one channel.
async fn import_channel(
    db: &Db,
    clock: &Clock,
    files: Vec<Listed>,
    left_out: &Arc<LeftOut>,
    summary: &mut Summary,
    done: &mut Vec<PathBuf>,
    tell: &mut impl FnMut(&Progress),
) -> Result<()> {
    let (files, prints) = fingerprints(files, done).await?;
    let mut known = Vec::new();
    for (file, print) in files.iter().zip(&prints) {
        known.push(store::is_imported(db.read(), file.head.guild, file.head.channel, *print).await?);
    }
    if known.iter().all(|known| *known) {
        for file in files {
            summary.progress.files_known += 1;
            file_done(&mut summary.progress, file.path, file.bytes, done, tell);
        }
        return Ok(());
    }

    // A file that is in is read again beside one that is not: it knows who wrote what was replied to.
    let read = read_all(files, prints, done).await?;
    let read = Arc::new(read);
    for together in overlapping(&read) {
        let part = import_together(db, clock, &read, &together, left_out).await?;
        summary.progress.messages += part.counted;
        summary.progress.messages_known += part.known;
        summary.progress.joins += part.joins;
        summary.span = widest(summary.span, part.span);
        for file in together {
            let file = &read[file];
            file_done(&mut summary.progress, file.path.clone(), file.bytes, done, tell);
        }
    }
    Ok(())
}

fn file_done(
    progress: &mut Progress,
    path: PathBuf,
    bytes: u64,
    done: &mut Vec<PathBuf>,
    tell: &mut impl FnMut(&Progress),
) {
    progress.files_done += 1;
    progress.bytes_done += bytes;
    done.push(path);
    tell(progress);
}

fn widest(one: Option<Span>, other: Option<Span>) -> Option<Span> {
    match (one, other) {
        (Some(one), Some(other)) => Some(Span { from: one.from.min(other.from), to: one.to.max(other.to) }),
        (one, other) => one.or(other),
    }
}

async fn fingerprints(files: Vec<Listed>, done: &[PathBuf]) -> Result<(Vec<Listed>, Vec<i64>)> {
    let before = done.to_vec();
    blocking(move || {
        let mut prints = Vec::new();
        for file in &files {
            match exported::fingerprint(&file.path) {
                Ok(print) => prints.push(print),
                Err(error) => {
                    let flaw = Flaw { what: What::Unreadable(error.to_string()), line: 0, column: 0 };
                    return Err(Problem::Flawed { path: file.path.clone(), flaw, done: before }.into());
                }
            }
        }
        Ok((files, prints))
    })
    .await?
}

/// A file that was read.
#[derive(Debug)]
struct ReadFile {
    path: PathBuf,
    bytes: u64,
    print: i64,
    export: Export,
}

/// Reads the files of one channel, in the order of their first messages.
async fn read_all(files: Vec<Listed>, prints: Vec<i64>, done: &[PathBuf]) -> Result<Vec<ReadFile>> {
    let before = done.to_vec();
    blocking(move || {
        let mut read = Vec::new();
        for (Listed { path, bytes, .. }, print) in files.into_iter().zip(prints) {
            match exported::read(&path) {
                Ok(export) => read.push(ReadFile { path, bytes, print, export }),
                Err(flaw) => return Err(Problem::Flawed { path, flaw, done: before }.into()),
            }
        }
        read.sort_by_key(|file| file.export.messages.first().map(Exported::order));
        Ok(read)
    })
    .await?
}

/// Files whose stretches overlap belong together; the others stand alone. By their places.
fn overlapping(files: &[ReadFile]) -> Vec<Vec<usize>> {
    let mut together: Vec<Vec<usize>> = Vec::new();
    let mut end = None;
    for (place, file) in files.iter().enumerate() {
        let (first, last) = (file.export.messages.first(), file.export.messages.last());
        let overlaps = first.is_some_and(|first| end.is_some_and(|end| first.order() <= end));
        match together.last_mut() {
            Some(group) if overlaps => group.push(place),
            _ => together.push(vec![place]),
        }
        end = end.max(last.map(Exported::order));
    }
    together
}

/// What came of one transaction.
#[derive(Debug, Default)]
struct Part {
    counted: u64,
    known: u64,
    joins: u64,
    span: Option<Span>,
}

/// What the database says about a channel before a file of it is counted.
#[derive(Debug)]
struct Before {
    zone: Zone,
    /// Stretches of the channel that were read, as far as they touch the files.
    covered: Vec<Covered>,
    /// Stretches in which the guild was counted live.
    record: Vec<Span>,
    /// Newcomers of the channel who may still be answered when the files begin.
    newcomers: Vec<Known>,
    /// Where after the files counted time begins again, if there is any.
    next: Option<Timestamp>,
}

/// Imports files of one channel that overlap, or one that does not, in one transaction.
async fn import_together(
    db: &Db,
    clock: &Clock,
    files: &Arc<Vec<ReadFile>>,
    places: &[usize],
    left_out: &Arc<LeftOut>,
) -> Result<Part> {
    let (files, places, now, left_out) = (Arc::clone(files), places.to_vec(), clock.now(), Arc::clone(left_out));
    db.write_later(async move |tx: &mut sqlx::SqliteConnection| {
        let head = &files[places[0]].export.head;
        let span = span_of(&files, &places);
        store::insert_guild(tx, head.guild, &head.guild_name, now).await?;
        let before = before(tx, head, span).await?;
        let left_out = left_out.now(head.guild)?;
        let part = count(tx, &files, &places, &before, &left_out, now).await?;
        for place in &places {
            note_file(tx, &files[*place], now).await?;
        }
        Ok(Part { span, ..part })
    })
    .await
}

fn span_of(files: &[ReadFile], places: &[usize]) -> Option<Span> {
    places.iter().fold(None, |span, place| {
        let messages = &files[*place].export.messages;
        let own = messages.first().zip(messages.last()).map(|(first, last)| Span { from: first.at, to: last.at });
        widest(span, own)
    })
}

async fn before(connection: &mut sqlx::SqliteConnection, head: &Head, span: Option<Span>) -> Result<Before> {
    let zone = setup::server(&mut *connection, head.guild).await?.zone;
    let record = store::record(&mut *connection, head.guild).await?;
    let Some(span) = span else {
        return Ok(Before { zone, covered: Vec::new(), record, newcomers: Vec::new(), next: None });
    };
    let mut covered = store::covered(&mut *connection, head.guild).await?;
    covered.retain(|part| part.channel == head.channel);
    let later = covered.iter().map(|part| part.from).filter(|from| *from > span.to).min();
    covered.retain(|part| part.from <= span.to && part.to >= span.from);
    let live = record.iter().map(|part| part.from).filter(|from| *from > span.to).min();
    let next = later.into_iter().chain(live).min();

    let earliest = span.from.minus(REPLY_WITHIN);
    let days = (zone.day(earliest) - 1, zone.day(span.from) + 1);
    let mut newcomers = store::firsts_of_channel(&mut *connection, head.guild, head.channel, days).await?;
    newcomers.retain(|known| known.first.at >= earliest && known.first.at <= span.from);
    Ok(Before { zone, covered, record, newcomers, next })
}

/// How many messages are folded before their rows are written.
const PIECE: usize = 50_000;

/// Counts the messages of these files, piece by piece so that memory stays small.
async fn count(
    tx: &mut sqlx::SqliteConnection,
    files: &[ReadFile],
    places: &[usize],
    before: &Before,
    left_out: &LeftOutNow<'_>,
    now: Timestamp,
) -> Result<Part> {
    let guild = files[places[0]].export.head.guild;
    let mut community = Community::new(before.zone.clone(), Bounds::IMPORT);
    for known in &before.newcomers {
        community.remember(known.channel, known.member, known.first);
    }
    let mut part = Part::default();
    for place in places {
        for (member, at) in files[*place].export.joins.iter().filter(|(_, at)| !before.was_there(*at)) {
            if left_out.has(*member, *at) {
                continue;
            }
            community.moved(*member, *at, MoveKind::Joined);
            part.joins += 1;
        }
    }
    let mut targets = Vec::new();
    for piece in in_order(files, places).chunks(PIECE) {
        for (export, message) in piece {
            if left_out.has(message.author, message.at) {
                continue;
            }
            let post = Post { channel: export.head.channel, member: message.author, at: message.at, id: message.id };
            let counting = if before.has(message) { Counting::Before } else { Counting::New };
            match counting {
                Counting::New => part.counted += 1,
                Counting::Before => part.known += 1,
            }
            targets.clear();
            targets.extend_from_slice(export.mentions(message));
            targets.extend(message.replies_to().and_then(|id| author(files, id)));
            targets.retain(|target| !left_out.has(*target, message.at));
            community.posted(&post, &targets, i64::from(message.reactions), counting);
        }
        let batch = community.take();
        merge(tx, guild, batch, before.next, now).await?;
    }
    merge(tx, guild, community.take(), before.next, now).await?;
    Ok(part)
}

async fn merge(
    tx: &mut sqlx::SqliteConnection,
    guild: GuildId,
    mut batch: Batch,
    next: Option<Timestamp>,
    now: Timestamp,
) -> Result<()> {
    store::set_imported_weeks(&mut *tx, guild, batch.weeks(), now).await?;
    if let Some(next) = next {
        batch.doubt_answers_after(next);
    }
    // Who was no newcomer after all matters only to whoever goes on counting.
    store::merge(tx, &[(guild, &batch)]).await.map(drop)
}

impl Before {
    /// Whether a message was counted before.
    fn has(&self, message: &Exported) -> bool {
        self.covered.iter().any(|part| part.has(message.at, message.id)) || self.was_there(message.at)
    }

    /// Whether Steward was connected, and counted what happened.
    fn was_there(&self, at: Timestamp) -> bool {
        self.record.iter().any(|span| span.from <= at && at <= span.to)
    }
}

/// The messages of these files in order, each once.
fn in_order<'f>(files: &'f [ReadFile], places: &[usize]) -> Vec<(&'f Export, &'f Exported)> {
    let mut seen = HashSet::new();
    let mut all = Vec::with_capacity(places.iter().map(|place| files[*place].export.messages.len()).sum());
    for place in places {
        let export = &files[*place].export;
        let fresh = |message: &&Exported| places.len() == 1 || seen.insert(message.id);
        all.extend(export.messages.iter().filter(fresh).map(|message| (export, message)));
    }
    if places.len() > 1 {
        all.sort_unstable_by_key(|(_, message)| message.order());
    }
    all
}

/// Who wrote a message of any of the channel's files.
fn author(files: &[ReadFile], message: MessageId) -> Option<MemberId> {
    files.iter().find_map(|file| file.export.author(message))
}

/// That a file is in, and what it says about its channel.
async fn note_file(tx: &mut sqlx::SqliteConnection, file: &ReadFile, now: Timestamp) -> Result<()> {
    let ReadFile { export, print, .. } = file;
    let Head { guild, channel, parent, .. } = &export.head;
    let (name, parent_id) = (&export.head.channel_name, parent.as_ref().map(|(id, _)| *id));
    // An export may be old; where Steward has been connected it knows the names of now.
    if store::record(&mut *tx, *guild).await?.is_empty() {
        store::name_channel(tx, *guild, *channel, parent_id, name).await?;
    } else {
        store::suppose_channel(tx, *guild, *channel, parent_id, name).await?;
    }
    if let Some((parent, name)) = parent {
        store::suppose_channel(tx, *guild, *parent, None, name).await?;
    }
    if let Some(covered) = covered(export) {
        store::insert_covered(tx, *guild, &covered).await?;
    }
    let messages = i64::try_from(export.messages.len()).unwrap_or(i64::MAX);
    store::insert_import(tx, *guild, *channel, *print, messages, now).await
}

/// What a file covers: from its first to its last member message. Outside of these it knows that
/// nothing was said, as far as the exporter was not asked to leave something out.
fn covered(export: &Export) -> Option<Covered> {
    let (first, last) = export.messages.first().zip(export.messages.last())?;
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

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Error::Fault(error.into()))
}
