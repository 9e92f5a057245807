//! What Discord's AutoMod does, as cases, where a server has turned that on (`/setup set automod_cases`).
//!
//! Discord tells of each action of AutoMod twice: as it happens, and by an entry of the audit log. The first says how
//! long a timeout is and which message it was, the second what the rule is called, and can be read later. Several
//! actions follow from one message, and of a flood from many: whatever AutoMod does about a member less than a minute
//! after the last time belongs to the same case. It is a note until AutoMod times the member out; then it is a timeout
//! like any other, which can be lifted here. Nobody gets a notice: Discord has told them itself.

use std::sync::Arc;
use std::time::Duration;

use serenity::all::AuditLogEntry;
use serenity::model::guild::audit_log::{Action as LogAction, AutoModAction};
use serenity::model::guild::automod::{Action, ActionExecution};
use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::people;
use crate::error::{Message, Result};
use crate::i18n::plain;
use crate::ids::{ChannelId, DISCORD_EPOCH_MS, GuildId, MemberId, MessageId};
use crate::jobs::{self, Job, Kind as JobKind};
use crate::text::limits;

use super::rules::link::Link;
use super::settings::{ModerationSettings, settings};
use super::{AUTOMOD, AUTOMOD_CASES, About, ActState, Case, CaseId, Did, Hit, Kind, NewCase, record, store, timeouts};

/// Asks Discord until when a member is timed out by AutoMod: the audit log does not tell, and what is told as it happens
/// is a length, which starts by Discord's clock.
pub const LOOK: JobKind =
    JobKind { name: "moderation.automod", urgent: false, run: |app, job| Box::pin(look(app, job)) };

/// What follows the last time by less is part of the same case.
const FLOOD: Duration = Duration::from_secs(60);
/// So many rules are named in a case.
const NAMED: usize = 5;
/// As long as a reason may be.
const REASON: usize = 1_000;
/// So far apart Discord's clock and ours may be, in milliseconds.
const CLOCKS: i64 = 60_000;

impl Hit {
    /// As it is told of when it happens.
    pub fn of_event(event: &ActionExecution, now: Timestamp) -> Self {
        let (did, length) = match event.action {
            Action::BlockMessage { .. } => (Did::Block, None),
            Action::Alert(_) => (Did::Alert, None),
            Action::Timeout(length) => (Did::Timeout, Some(length)),
            _ => (Did::Other, None),
        };
        Self {
            member: event.user_id.into(),
            did,
            entry: None,
            rule_id: Some(event.rule_id.get().cast_signed()),
            rule: None,
            looks_for: Some(i64::from(u8::from(event.trigger_type))),
            length,
            channel: event.channel_id.map(ChannelId::from),
            message: event.message_id.map(MessageId::from),
            at: now,
        }
    }

    /// As it stands in the audit log; `None` of any other entry.
    pub fn of_entry(entry: &AuditLogEntry) -> Option<Self> {
        let LogAction::AutoMod(action) = entry.action else { return None };
        let did = match action {
            AutoModAction::BlockMessage => Did::Block,
            AutoModAction::FlagToChannel => Did::Alert,
            AutoModAction::UserCommunicationDisabled => Did::Timeout,
            AutoModAction::QuarantineUser => Did::Other,
            // Rules that somebody has changed.
            _ => return None,
        };
        let (id, options) = (entry.id.get().cast_signed(), entry.options.as_ref());
        Some(Self {
            member: entry.target_id.map(|target| MemberId(target.get().cast_signed()))?,
            did,
            entry: Some(id),
            rule_id: None,
            rule: options.and_then(|options| options.auto_moderation_rule_name.clone()),
            looks_for: options.and_then(|options| options.auto_moderation_rule_trigger_type.as_ref()?.parse().ok()),
            length: None,
            channel: options.and_then(|options| options.channel_id).map(ChannelId::from),
            message: None,
            at: Timestamp(MessageId(id).created_ms()),
        })
    }
}

/// The setting is on from now on: what AutoMod did before is not read from the log later.
pub async fn turned(tx: &mut SqliteConnection, guild: GuildId, setting: &str, now: Timestamp) -> Result<()> {
    if setting != AUTOMOD_CASES.name || !settings(&mut *tx, guild).await?.automod {
        return Ok(());
    }
    store::set_audit_read(tx, guild, (now.millis() - DISCORD_EPOCH_MS).max(0) << 22).await
}

/// AutoMod has acted.
pub async fn heard(app: &App, event: &ActionExecution) -> Result<()> {
    let now = app.clock.now();
    note(app, event.guild_id.into(), Hit::of_event(event, now), now).await
}

/// Notes it, if the server wants that: in most servers nothing is written.
pub async fn note(app: &App, guild: GuildId, hit: Hit, now: Timestamp) -> Result<()> {
    let mut db = app.db.read().acquire().await?;
    let is_wanted = settings(&mut db, guild).await?.automod;
    drop(db);
    if !is_wanted {
        return Ok(());
    }
    app.db.write(async move |tx| noted(tx, guild, &hit, now).await).await
}

/// Notes something that AutoMod did, if the server wants that and it is not known yet.
pub async fn noted(tx: &mut SqliteConnection, guild: GuildId, hit: &Hit, now: Timestamp) -> Result<()> {
    let settings = settings(&mut *tx, guild).await?;
    if !settings.automod || store::is_hit_known(&mut *tx, guild, hit).await? {
        return Ok(());
    }
    let open = store::case_of_flood(&mut *tx, guild, hit.member, hit.at.minus(FLOOD), hit.at.plus(FLOOD)).await?;
    let is_new = open.is_none();
    let case = match open {
        Some(case) => case,
        None => store::insert(&mut *tx, &new(guild, hit)).await?,
    };
    // What somebody has written instead stays.
    let is_ours = case.reason == reason(&mut *tx, &settings, &case).await?;
    store::insert_hit(&mut *tx, guild, case.id, hit).await?;
    if is_ours {
        let reason = reason(&mut *tx, &settings, &case).await?;
        store::set_automod_reason(&mut *tx, case.id, &reason).await?;
    }
    if hit.did == Did::Timeout {
        match hit.length.map(|length| hit.at.plus(length)) {
            Some(until) if until > now => {
                silence(&mut *tx, &case, until, now).await?;
                jobs::schedule(&mut *tx, guild, &LOOK, case.id.get(), now).await?;
            }
            Some(until) => store::set_silence_over(&mut *tx, case.id, Some(until), until).await?,
            None if case.until.is_none() => jobs::schedule(&mut *tx, guild, &LOOK, case.id.get(), now).await?,
            None => {}
        }
    }
    let case = store::case(&mut *tx, guild, case.id).await?;
    if is_new { record::post(tx, &settings, &case, now).await } else { record::refresh(tx, &case, now).await }
}

fn new(guild: GuildId, hit: &Hit) -> NewCase {
    let link = hit.channel.zip(hit.message).map(|(channel, message)| Link { guild, channel, message }.to_string());
    NewCase {
        about: About { link, ..About::default() },
        ..NewCase::plain(guild, Kind::Note, hit.member, AUTOMOD, "", hit.at)
    }
}

/// Its reason names the rules, or says what they look for as long as nobody knows how they are called.
async fn reason(tx: &mut SqliteConnection, settings: &ModerationSettings, case: &Case) -> Result<String> {
    let Some(known) = store::automod(tx, case).await? else { return Ok(String::new()) };
    let names: Vec<String> = if known.rules.is_empty() {
        known.looks_for.iter().map(|kind| plain(settings.locale, &looks_for(*kind))).collect()
    } else {
        known.rules
    };
    let reason = names.into_iter().take(NAMED).collect::<Vec<_>>().join(", ");
    Ok(limits::cut(&reason, REASON))
}

/// What a rule looks for, by Discord's number.
pub fn looks_for(kind: i64) -> Message {
    Message::new(match kind {
        1 => "automod-keywords",
        3 => "automod-spam",
        4 => "automod-presets",
        5 => "automod-mentions",
        6 => "automod-profile",
        _ => "automod-rule",
    })
}

/// The member is in a timeout until then.
async fn silence(tx: &mut SqliteConnection, case: &Case, until: Timestamp, now: Timestamp) -> Result<()> {
    // Ours are over, if they are not what Discord holds now.
    timeouts::notice(&mut *tx, case.guild, case.member, Some(until), now).await?;
    hold(tx, case, until).await
}

/// It is in force until then, as Discord has it.
async fn hold(tx: &mut SqliteConnection, case: &Case, until: Timestamp) -> Result<()> {
    store::set_silenced(&mut *tx, case.id, until).await?;
    let case = store::case(&mut *tx, case.guild, case.id).await?;
    timeouts::plan(tx, &case, until).await
}

/// Whether Discord knows more of its end than we do.
fn is_to_be_asked(case: &Case) -> bool {
    case.is_by_automod() && matches!(case.act.state, ActState::None | ActState::Applied)
}

async fn look(app: &Arc<App>, job: &Job) -> Result<jobs::Outcome> {
    let (guild, id) = (job.guild, CaseId(job.row));
    let case = store::case_of(app.db.read(), guild, id).await?;
    let Some(case) = case.filter(is_to_be_asked) else { return Ok(jobs::Outcome::Done) };
    let (_, until) = people::timeout(app, guild, case.member).await?;
    let now = app.clock.now();
    let noted = app.db.write(async move |tx| {
        let case = store::case(&mut *tx, guild, id).await?;
        if !is_to_be_asked(&case) {
            return Ok(());
        }
        match until.filter(|until| *until > now) {
            Some(until) => match case.until {
                None => silence(&mut *tx, &case, until, now).await?,
                Some(known) if until != known && until.since(known).abs() <= CLOCKS => {
                    hold(&mut *tx, &case, until).await?;
                }
                // It is right, or somebody else has decided.
                Some(_) => return Ok(()),
            },
            // It is over by now, or somebody has lifted it.
            None if case.until.is_none() => store::set_silence_over(&mut *tx, id, until, now).await?,
            None => return Ok(()),
        }
        record::refresh(tx, &case, now).await
    });
    noted.await?;
    Ok(jobs::Outcome::Done)
}
