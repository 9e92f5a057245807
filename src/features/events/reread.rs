//! What people did on Discord's list of events while Steward was away: once it is connected anew, the list and those who
//! are interested are read, and whatever is different is followed as if Discord had told of it.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use serde_json::Value;
use serenity::all::{Permissions, ScheduledEvent};
use serenity::http::{LightMethod, Request, Route};
use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::client::rest::Refusal;
use crate::error::Result;
use crate::ids::{GuildId, MemberId, ScheduledEventId};
use crate::jobs::{Job, Outcome};

use super::store::{occurrences, signups};
use super::{Occurrence, OccurrenceId, Signup, SignupState, Via, listen, mirror, signing};

/// So many of those who are interested are read at once: as many as Discord gives.
const PAGE: usize = 100;

/// Reads the list and follows it.
pub async fn run(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    match reread(app, job.guild).await? {
        Ok(()) => Ok(Outcome::Done),
        Err(refusal) if refusal.is_transient() => Ok(Outcome::Retry(refusal.to_string())),
        Err(refusal) => Ok(Outcome::GiveUp(refusal.to_string())),
    }
}

async fn reread(app: &Arc<App>, guild: GuildId) -> Result<Result<(), Refusal>> {
    let open = occurrences::listed(app.db.read(), guild).await?;
    if open.is_empty() {
        return Ok(Ok(()));
    }
    // As it was before Discord is asked: what is changed meanwhile is not in its answer.
    let mut db = app.db.read().acquire().await?;
    let mut before = HashMap::new();
    for (occurrence, id) in &open {
        before.insert(*id, mirror::known(&mut db, occurrence).await?);
    }
    drop(db);
    let there = match list(app, guild).await {
        Ok(there) => there,
        Err(refusal) => return Ok(Err(refusal)),
    };
    for (occurrence, id) in open {
        let found = match there.get(&id) {
            Some(found) => Ok(Some(found.clone())),
            None => one(app, guild, id).await,
        };
        match found {
            Ok(Some(event)) => {
                listen::follow_read(app, guild, event, before.remove(&id).flatten()).await?;
                if let Err(refusal) = interested(app, &occurrence, id).await? {
                    return Ok(Err(refusal));
                }
            }
            Ok(None) if is_deleted(app, &occurrence) => listen::deleted(app, guild, id).await?,
            Ok(None) => {}
            Err(refusal) => return Ok(Err(refusal)),
        }
    }
    Ok(Ok(()))
}

/// Whether an event that Discord doesn't show was deleted. One in a channel that Steward doesn't see is not shown either,
/// and one that has begun may be over.
fn is_deleted(app: &App, occurrence: &Occurrence) -> bool {
    let guild = occurrence.guild;
    let Some((known, me)) = app.discord.directory.guild(guild).zip(app.discord.me()) else { return false };
    let sees =
        |channel| known.permissions_in(guild, channel, me.bot, &known.own_roles).contains(Permissions::VIEW_CHANNEL);
    app.clock.now() < occurrence.starts && occurrence.details.place.channel().is_none_or(sees)
}

/// The events on the list of a server.
async fn list(app: &App, guild: GuildId) -> Result<HashMap<ScheduledEventId, ScheduledEvent>, Refusal> {
    let listed = app.discord.rest.get(Route::GuildScheduledEvents { guild_id: guild.into() }).await?;
    let all = listed.as_array().map_or(&[][..], Vec::as_slice).iter().filter_map(read);
    Ok(all.map(|event| (event.id.into(), event)).collect())
}

/// An event that is not on the list: over, cancelled, or `None` where Discord knows of none.
async fn one(app: &App, guild: GuildId, id: ScheduledEventId) -> Result<Option<ScheduledEvent>, Refusal> {
    let route = Route::GuildScheduledEvent { guild_id: guild.into(), event_id: id.into() };
    match app.discord.rest.get(route).await {
        // What cannot be read is there all the same.
        Ok(event) => read(&event).map(Some).ok_or(Refusal::Unknown),
        Err(Refusal::Refused { status: 404, .. }) => Ok(None),
        Err(refusal) => Err(refusal),
    }
}

fn read(event: &Value) -> Option<ScheduledEvent> {
    serde_json::from_value(event.clone()).ok()
}

/// Who is interested counts as maybe, and who is not any more doesn't.
async fn interested(app: &App, occurrence: &Occurrence, event: ScheduledEventId) -> Result<Result<(), Refusal>> {
    let (guild, id, now) = (occurrence.guild, occurrence.id, app.clock.now());
    // As it was before Discord is asked: whoever says so meanwhile is not in its answer.
    let before = signups::list(app.db.read(), guild, id).await?;
    let there = match users(app, guild, event).await {
        Ok(there) => there,
        Err(refusal) => return Ok(Err(refusal)),
    };
    // Discord doesn't say since when they are interested: of somebody who was forgotten it may be from before that.
    let forgotten = app.keys.read()?;
    let is_new = |member: &MemberId| {
        before.iter().all(|one| one.member != *member) && forgotten.forgotten_at(guild, *member).is_none()
    };
    let came: Vec<MemberId> = there.iter().copied().filter(is_new).collect();
    // Whoever comes every time is signed up for dates that they have not seen on the list.
    let is_from_there = |one: &&Signup| one.via == Via::Discord && one.state == SignupState::Maybe && !one.every_time;
    let went: Vec<MemberId> =
        before.iter().filter(is_from_there).map(|one| one.member).filter(|one| !there.contains(one)).collect();
    if came.is_empty() && went.is_empty() {
        return Ok(Ok(()));
    }
    let written = async move |tx: &mut SqliteConnection| follow(tx, (guild, id), (&came, &went), now).await;
    app.db.write(written).await.map(Ok)
}

async fn follow(
    tx: &mut SqliteConnection,
    (guild, id): (GuildId, OccurrenceId),
    (came, went): (&[MemberId], &[MemberId]),
    now: Timestamp,
) -> Result<()> {
    let Some(occurrence) = occurrences::get(&mut *tx, guild, id).await? else { return Ok(()) };
    for member in came {
        signing::interested(&mut *tx, &occurrence, *member, true, now).await?;
    }
    for member in went {
        signing::interested(&mut *tx, &occurrence, *member, false, now).await?;
    }
    Ok(())
}

/// All who are interested in an event, bots aside.
async fn users(app: &App, guild: GuildId, event: ScheduledEventId) -> Result<BTreeSet<MemberId>, Refusal> {
    let mut found = BTreeSet::new();
    let mut after = 0;
    loop {
        let route = Route::GuildScheduledEventUsers { guild_id: guild.into(), event_id: event.into() };
        let params = vec![("limit", PAGE.to_string()), ("after", after.to_string())];
        let page = app.discord.rest.call(Request::new(route, LightMethod::Get).params(Some(params))).await?;
        let page = page.as_array().map_or(&[][..], Vec::as_slice);
        let id = |one: &Value| one["user"]["id"].as_str().and_then(|id| id.parse::<i64>().ok());
        found.extend(page.iter().filter(|one| one["user"]["bot"] != true).filter_map(id).map(MemberId));
        let last = page.iter().filter_map(id).max().unwrap_or(after);
        if page.len() < PAGE || last <= after {
            return Ok(found);
        }
        after = last;
    }
}
