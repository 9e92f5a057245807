//! Taking over history from exported files, so that there are figures on the first day.
//!
//! A file goes in as a whole, in one transaction with the stretch of its channel that it covers, or
//! not at all, and one that cannot be taken over stops no other; an import that was interrupted goes on
//! with the files that are not in yet, and importing again changes nothing. Files of one channel are taken in the order of their time,
//! whatever order they are given in; files that overlap are counted together, message by message.
//! Which files there are and what went wrong with one is said in the words of whoever imports.

mod list;

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use self::list::{Found, Listed};
use super::exported::{self, Export, Exported, Flaw, Head, Kind, What};
use super::rules::{Batch, Bounds, Community, Counting, MoveKind, Post, REPLY_WITHIN};
use super::store::{self, Covered, Known, Source, Span};
use crate::app::consent::Consent;
use crate::clock::{Clock, Timestamp};
use crate::db::Db;
use crate::db::keys::{Contents, Keys};
use crate::error::{Arg, Error, Message, Result};
use crate::features::setup;
use crate::ids::{GuildId, MemberId, MessageId};
use crate::text::zone::Zone;

pub use self::list::{Reason, Refused};

/// How long after now a message may have been written, by the clock of whoever exported it.
const AHEAD: Duration = Duration::from_hours(24);

/// What the files are held to.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The server they have to belong to.
    pub guild: Option<GuildId>,
    /// The zone that days are counted in where none is chosen yet.
    pub zone: Option<Zone>,
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
}

impl Uncounted {
    fn add(&mut self, other: Self) {
        self.bots += other.bots;
        self.webhooks += other.webhooks;
        self.system += other.system;
        self.deleted_user += other.deleted_user;
        self.people += other.people;
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
    for files in channels.into_values() {
        import_channel(db, clock, files, left_out, &mut summary, &mut tell).await?;
    }
    Ok(summary)
}

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

/// Imports what there is of one channel.
async fn import_channel(
    db: &Db,
    clock: &Clock,
    files: Vec<Listed>,
    left_out: &Arc<LeftOut>,
    summary: &mut Summary,
    tell: &mut impl FnMut(&Progress),
) -> Result<()> {
    let mut printed = Vec::new();
    for (file, print) in fingerprints(files).await? {
        match print {
            Ok(print) => printed.push((file, print)),
            Err(reason) => refuse(summary, file, reason, tell),
        }
    }
    let mut known = Vec::new();
    for (file, print) in &printed {
        known.push(store::is_imported(db.read(), file.head.guild, file.head.channel, *print).await?);
    }
    if known.iter().all(|known| *known) {
        for (file, _) in printed {
            summary.progress.files_known += 1;
            file_done(&mut summary.progress, file.bytes, tell);
        }
        return Ok(());
    }

    // A file that is in is read again beside one that is not: it knows who wrote what was replied to.
    let (read, flawed) = read_all(printed, clock.now().plus(AHEAD)).await?;
    for (file, flaw) in flawed {
        refuse(summary, file, Reason::Flawed(flaw), tell);
    }
    let read = Arc::new(read);
    for together in overlapping(&read) {
        let part = import_together(db, clock, &read, &together, left_out).await?;
        summary.progress.messages += part.counted;
        summary.progress.messages_known += part.known;
        summary.progress.joins += part.joins;
        summary.uncounted.add(part.uncounted);
        summary.span = widest(summary.span, part.span);
        for file in together {
            file_done(&mut summary.progress, read[file].bytes, tell);
        }
    }
    Ok(())
}

fn file_done(progress: &mut Progress, bytes: u64, tell: &mut impl FnMut(&Progress)) {
    progress.files_done += 1;
    progress.bytes_done += bytes;
    tell(progress);
}

fn refuse(summary: &mut Summary, file: Listed, reason: Reason, tell: &mut impl FnMut(&Progress)) {
    summary.refused.push(Refused { path: file.path, reason, was_listed: true });
    file_done(&mut summary.progress, file.bytes, tell);
}

fn widest(one: Option<Span>, other: Option<Span>) -> Option<Span> {
    match (one, other) {
        (Some(one), Some(other)) => Some(Span { from: one.from.min(other.from), to: one.to.max(other.to) }),
        (one, other) => one.or(other),
    }
}

async fn fingerprints(files: Vec<Listed>) -> Result<Vec<(Listed, Result<i64, Reason>)>> {
    blocking(move || {
        let print = |file: Listed| {
            let print = exported::fingerprint(&file.path).map_err(|error| {
                Reason::Flawed(Flaw { what: What::Unreadable(error.to_string()), place: None, is_export: true })
            });
            (file, print)
        };
        files.into_iter().map(print).collect()
    })
    .await
}

/// A file that was read.
#[derive(Debug)]
struct ReadFile {
    bytes: u64,
    print: i64,
    export: Export,
}

/// Reads the files of one channel, in the order of their first messages.
async fn read_all(files: Vec<(Listed, i64)>, latest: Timestamp) -> Result<(Vec<ReadFile>, Vec<(Listed, Flaw)>)> {
    blocking(move || {
        let (mut read, mut flawed) = (Vec::new(), Vec::new());
        for (file, print) in files {
            match exported::read(&file.path, latest) {
                Ok(export) => read.push(ReadFile { bytes: file.bytes, print, export }),
                Err(flaw) => flawed.push((file, flaw)),
            }
        }
        read.sort_by_key(|file: &ReadFile| file.export.member_messages().next().map(Exported::order));
        (read, flawed)
    })
    .await
}

/// Files whose stretches overlap belong together; the others stand alone. By their places.
fn overlapping(files: &[ReadFile]) -> Vec<Vec<usize>> {
    let mut together: Vec<Vec<usize>> = Vec::new();
    let mut end = None;
    for (place, file) in files.iter().enumerate() {
        let (first, last) = (file.export.member_messages().next(), file.export.member_messages().next_back());
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
    uncounted: Uncounted,
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
        widest(span, ends(&files[*place].export).map(|(first, last)| Span { from: first.at, to: last.at }))
    })
}

/// The first and the last member message.
fn ends(export: &Export) -> Option<(&Exported, &Exported)> {
    export.member_messages().next().zip(export.member_messages().next_back())
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
    // Of all files of the channel: a reply may point into another one.
    let written = files.iter().flat_map(|file| &file.export.messages);
    let authors: HashMap<MessageId, MemberId> =
        written.filter_map(|message| Some((message.id, message.author()?))).collect();
    let mut part = Part::default();
    let mut targets = Vec::new();
    for piece in in_order(files, places).chunks(PIECE) {
        for (export, message) in piece {
            let counting = if before.has(message) { Counting::Before } else { Counting::New };
            let Some(author) = message.author().filter(|_| message.kind == Kind::Message) else {
                part.take_other(export, message, before, left_out, &mut community);
                continue;
            };
            if left_out.has(author, message.at) {
                part.uncounted.people += 1;
                continue;
            }
            let post = Post { channel: export.head.channel, member: author, at: message.at, id: message.id };
            match counting {
                Counting::New => part.counted += 1,
                Counting::Before => part.known += 1,
            }
            targets.clear();
            targets.extend_from_slice(export.mentions(message));
            targets.extend(message.replies_to().and_then(|id| authors.get(&id)));
            targets.retain(|target| !left_out.has(*target, message.at));
            community.posted(&post, &targets, i64::from(message.reactions), counting);
        }
        let batch = community.take();
        merge(tx, guild, batch, before.next, now).await?;
    }
    merge(tx, guild, community.take(), before.next, now).await?;
    Ok(part)
}

impl Part {
    /// What is no member message: joins count as such, and reactions whatever they are on.
    fn take_other(
        &mut self,
        export: &Export,
        message: &Exported,
        before: &Before,
        left_out: &LeftOutNow<'_>,
        community: &mut Community,
    ) {
        if message.author().is_some_and(|member| left_out.has(member, message.at)) {
            self.uncounted.people += 1;
            return;
        }
        self.uncounted.note(message.kind, &export.unknown);
        if let (Kind::Join, Some(member), false) = (message.kind, message.author(), before.was_there(message.at)) {
            community.moved(member, message.at, MoveKind::Joined);
            self.joins += 1;
        }
        if !before.has(message) {
            community.bears_reactions(export.head.channel, message.at, i64::from(message.reactions));
        }
    }
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
    let messages = i64::try_from(export.member_messages().count()).unwrap_or(i64::MAX);
    store::insert_import(tx, *guild, *channel, *print, messages, now).await
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

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Error::Fault(error.into()))
}
