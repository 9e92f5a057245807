//! Acts that staff do by hand in Discord, as cases: from the audit log, with who did them and why.
//!
//! Each entry of the log that times somebody out, lets them out, kicks, bans, unbans or prunes becomes one case;
//! its id is kept with the case, so none is recorded twice. What Steward did itself stands in the log under its
//! own name and is left out. What happened while nobody listened is read from the log once the server is there
//! again, from the last entry that is known on.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use serenity::all::{AuditLogEntry, Permissions};
use serenity::http::{LightMethod, Request, Route};
use serenity::model::guild::audit_log::{Action, Change, MemberAction};
use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::error::Result;
use crate::ids::{DISCORD_EPOCH_MS, GuildId, MemberId, MessageId};
use crate::jobs::{self, Job, Kind as JobKind};

use super::settings::settings;
use super::{ActState, Hit, Kind, NewCase, automod, bans, kicks, record, store, timeouts};

/// Reads from the log what happened while nobody listened.
pub const CATCH_UP: JobKind =
    JobKind { name: "moderation.catch_up", urgent: false, run: |app, job| Box::pin(catch_up(app, job)) };
/// So many entries Discord shows at once.
const PAGE: usize = 100;
/// So many times it is asked in a row.
const PAGES: usize = 20;
/// A case that was read later than this after the act says nothing of what holds now.
const FRESH: Duration = Duration::from_secs(60);

/// What somebody did.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    id: i64,
    kind: Kind,
    /// To whom; of a prune nobody is named.
    member: Option<MemberId>,
    actor: MemberId,
    reason: String,
    /// The end of a timeout.
    until: Option<Timestamp>,
    /// How many people a prune removed.
    pruned: Option<i64>,
}

impl Entry {
    fn at(&self) -> Timestamp {
        Timestamp(MessageId(self.id).created_ms())
    }
}

/// An entry, if it is one that becomes a case.
fn read(entry: &AuditLogEntry) -> Option<Entry> {
    let Action::Member(action) = entry.action else { return None };
    let (kind, until) = match action {
        MemberAction::Kick | MemberAction::Prune => (Kind::Kick, None),
        MemberAction::BanAdd => (Kind::Ban, None),
        MemberAction::BanRemove => (Kind::Unban, None),
        MemberAction::Update => timeout(entry)?,
        _ => return None,
    };
    let is_prune = matches!(action, MemberAction::Prune);
    let removed = entry.options.as_ref().and_then(|options| options.members_removed);
    let member = entry.target_id.map(|target| MemberId(target.get().cast_signed()));
    Some(Entry {
        id: entry.id.get().cast_signed(),
        kind,
        member: if is_prune { None } else { Some(member?) },
        actor: entry.user_id.into(),
        reason: entry.reason.clone().unwrap_or_default(),
        until,
        pruned: is_prune.then(|| removed.map_or(0, u64::cast_signed)),
    })
}

/// Whether an update of a member set a timeout or lifted one.
fn timeout(entry: &AuditLogEntry) -> Option<(Kind, Option<Timestamp>)> {
    let set = entry.changes.iter().flatten().find_map(|change| match change {
        Change::CommunicationDisabledUntil { new, .. } => Some(new.map(|new| Timestamp(new.timestamp_millis()))),
        _ => None,
    })?;
    let at = Timestamp(MessageId(entry.id.get().cast_signed()).created_ms());
    Some(match set.filter(|until| *until > at) {
        Some(until) => (Kind::Timeout, Some(until)),
        None => (Kind::Untimeout, None),
    })
}

/// An entry of the log was made.
pub async fn heard(app: &App, guild: GuildId, entry: &AuditLogEntry) -> Result<()> {
    let now = app.clock.now();
    if let Some(hit) = Hit::of_entry(entry) {
        return automod::note(app, guild, hit, now).await;
    }
    let Some(entry) = read(entry).filter(|entry| is_of_others(app, entry)) else { return Ok(()) };
    app.db.write(async move |tx| enter(tx, guild, &entry, now).await).await
}

fn is_of_others(app: &App, entry: &Entry) -> bool {
    app.discord.me().is_none_or(|me| me.bot != entry.actor)
}

/// A server is there, for the first time or again: what happened meanwhile is read from the log.
pub async fn arrived(app: &App, guild: GuildId) -> Result<()> {
    let now = app.clock.now();
    app.db
        .write(async move |tx| {
            if store::audit_read(&mut *tx, guild).await?.is_some() {
                return read_on(tx, guild, now).await;
            }
            // What happened before Steward came is not its to tell.
            let from = (now.millis() - DISCORD_EPOCH_MS).max(0) << 22;
            store::set_audit_read(tx, guild, from).await
        })
        .await
}

async fn catch_up(app: &Arc<App>, job: &Job) -> Result<jobs::Outcome> {
    let guild = job.guild;
    let known = app.discord.directory.guild(guild).zip(app.discord.me());
    let Some((known, me)) = known else { return Ok(jobs::Outcome::Done) };
    if !known.permissions(guild, me.bot, &known.own_roles).contains(Permissions::VIEW_AUDIT_LOG) {
        return Ok(jobs::Outcome::Done);
    }
    let Some(mut after) = store::audit_read(app.db.read(), guild).await? else { return Ok(jobs::Outcome::Done) };
    for _ in 0..PAGES {
        let page = entries(app, guild, after).await?;
        let Some(last) = page.iter().filter_map(|entry| entry["id"].as_str()?.parse().ok()).max() else {
            return Ok(jobs::Outcome::Done);
        };
        let count = page.len();
        // What this version of the client library cannot read is no act of a moderator.
        let read = page.into_iter().filter_map(|entry| serde_json::from_value::<AuditLogEntry>(entry).ok());
        let read: Vec<AuditLogEntry> = read.collect();
        let mut found: Vec<Entry> =
            read.iter().filter_map(self::read).filter(|entry| is_of_others(app, entry)).collect();
        found.sort_by_key(|entry| entry.id);
        let mut hits: Vec<Hit> = read.iter().filter_map(Hit::of_entry).collect();
        hits.sort_by_key(|hit| hit.entry);
        let now = app.clock.now();
        let noted = app.db.write(async move |tx| {
            for entry in &found {
                enter(&mut *tx, guild, entry, now).await?;
            }
            for hit in &hits {
                automod::noted(&mut *tx, guild, hit, now).await?;
            }
            store::set_audit_read(tx, guild, last).await
        });
        noted.await?;
        after = last;
        if count < PAGE {
            return Ok(jobs::Outcome::Done);
        }
    }
    // The log holds more than is read in one go.
    let now = app.clock.now();
    app.db.write(async move |tx| read_on(tx, guild, now).await).await?;
    Ok(jobs::Outcome::Done)
}

/// The log is read from the last entry that is known on.
async fn read_on(tx: &mut SqliteConnection, guild: GuildId, now: Timestamp) -> Result<()> {
    jobs::schedule(tx, guild, &CATCH_UP, 0, now).await
}

/// The entries after one, the oldest first.
async fn entries(app: &App, guild: GuildId, after: i64) -> Result<Vec<Value>> {
    let route = Route::GuildAuditLogs { guild_id: guild.into() };
    let params = vec![("limit", PAGE.to_string()), ("after", after.to_string())];
    let mut answer = app.discord.rest.call(Request::new(route, LightMethod::Get).params(Some(params))).await?;
    match answer["audit_log_entries"].take() {
        Value::Array(entries) => Ok(entries),
        _ => Ok(Vec::new()),
    }
}

/// Records an entry, unless it is on record.
async fn enter(tx: &mut SqliteConnection, guild: GuildId, entry: &Entry, now: Timestamp) -> Result<()> {
    if store::is_recorded(&mut *tx, guild, entry.id).await? {
        return Ok(());
    }
    // Nobody is named in a prune, so it is about everyone, whose role has the id of the server.
    let member = entry.member.unwrap_or(MemberId(guild.get()));
    let is_fresh = entry.at().plus(FRESH) >= now;
    if is_fresh && matches!(entry.kind, Kind::Timeout | Kind::Untimeout) {
        // Ours are over, if they are not what Discord holds now.
        timeouts::notice(&mut *tx, guild, member, entry.until, now).await?;
    }
    let case = NewCase {
        until: entry.until,
        entry: Some(entry.id),
        pruned: entry.pruned,
        ..NewCase::plain(guild, entry.kind, member, entry.actor, &*entry.reason, entry.at())
    };
    let case = store::insert(&mut *tx, &case).await?;
    let over = entry.until.filter(|until| *until <= now);
    let state = if over.is_some() { ActState::Ended } else { ActState::Applied };
    store::set_by_hand(&mut *tx, case.id, state, entry.until, over).await?;
    let case = store::case(&mut *tx, guild, case.id).await?;
    match (entry.kind, entry.until) {
        (Kind::Timeout, Some(until)) if over.is_none() => timeouts::plan(&mut *tx, &case, until).await?,
        (Kind::Ban | Kind::Unban, _) => {
            bans::replaced(&mut *tx, &case, now).await?;
            kicks::all_let_in(&mut *tx, &case, now).await?;
        }
        _ => {}
    }
    let settings = settings(&mut *tx, guild).await?;
    record::post(tx, &settings, &case, now).await
}
