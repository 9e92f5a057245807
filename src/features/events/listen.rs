//! What Discord tells of events, and what becomes of people.

use std::sync::Arc;

use serenity::all::{Event as Gateway, ScheduledEvent, ScheduledEventStatus, ScheduledEventType};
use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, EventPlace, Order, OrderEnded, Outcome};
use crate::error::Result;
use crate::feature::{PersonChange, card};
use crate::features::setup;
use crate::ids::{GuildId, MemberId, ScheduledEventId};
use crate::jobs;

use super::attendance;
use super::cards::CARD;
use super::mirror::Listed;
use super::rules::edit::Edited;
use super::store::{events, occurrences, signups};
use super::{
    Event, Mirror, NAME, Occurrence, OccurrenceId, OccurrenceState, REREAD, advance, mirror, notify, running, signing,
    views,
};

/// The `purpose` of the word on an event that could not be put on Discord's list.
const WORD: &str = "word";

/// An order of the feature has ended.
pub async fn order_ended(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    let parts = [mirror::EVENT, mirror::CHANGE, notify::THREAD, notify::NOTE, notify::DM];
    if !parts.contains(&order.purpose.as_str()) {
        return Ok(());
    }
    let id = OccurrenceId(order.row);
    let Some(occurrence) = occurrences::get(&mut *tx, order.guild, id).await? else { return Ok(()) };
    let Some(event) = events::get(&mut *tx, order.guild, occurrence.event).await? else { return Ok(()) };
    match order.purpose.as_str() {
        mirror::EVENT => listed(tx, &event, &occurrence, order, now).await,
        mirror::CHANGE => match (&order.effect, &order.outcome) {
            (Effect::ChangeEvent { change, .. }, Outcome::Done { .. }) => {
                mirror::changed(tx, &occurrence, change).await
            }
            _ => Ok(()),
        },
        notify::THREAD => notify::thread_made(tx, &event, &occurrence, &order.outcome).await,
        _ => notify::undelivered(tx, &event, &occurrence, order, now).await,
    }
}

/// Notes what became of the event on Discord's list. Where it is not there, whoever called people together is told.
async fn listed(
    tx: &mut SqliteConnection,
    event: &Event,
    occurrence: &Occurrence,
    order: &OrderEnded,
    now: Timestamp,
) -> Result<()> {
    let (guild, id) = (order.guild, occurrence.id);
    let (state, why) = match &order.outcome {
        Outcome::Scheduled(scheduled) => {
            occurrences::set_scheduled(&mut *tx, guild, id, *scheduled).await?;
            (Mirror::Made, None)
        }
        Outcome::Failed(why) => (Mirror::Failed, Some(why.as_str())),
        Outcome::Done { .. } | Outcome::Made(_) | Outcome::DoneButFor(_) | Outcome::Unknown => (Mirror::Unknown, None),
    };
    occurrences::set_mirror(&mut *tx, guild, id, Some(state), why).await?;
    card::schedule_refresh(&mut *tx, &CARD, guild, id.get(), now).await?;
    // What was changed or called off while it was made.
    let made = occurrences::get(&mut *tx, guild, id).await?.filter(|_| state == Mirror::Made);
    if let Some(made) = made {
        match made.state {
            OccurrenceState::Scheduled => mirror::change(&mut *tx, event, &made, now).await?,
            OccurrenceState::Running => mirror::begin(&mut *tx, event, &made, now).await?,
            _ => mirror::take_off(&mut *tx, event, &made, now).await?,
        }
    }
    let locale = setup::server(&mut *tx, guild).await?.locale;
    let Some(view) = views::not_listed(event, occurrence, (&order.outcome, &order.effect), locale) else {
        return Ok(());
    };
    let effect = Effect::Post { channel: event.channel, body: view.json() };
    outbox::insert(tx, &Order::new(guild, NAME, WORD, id.get(), effect), now).await.map(drop)
}

/// What people do with the events on Discord's list.
pub async fn event(app: &Arc<App>, event: &Gateway) -> Result<()> {
    let now = app.clock.now();
    attendance::listen::event(app, event).await?;
    match event {
        Gateway::GuildCreate(there) => read_list(app, there.guild.id.into(), now).await,
        Gateway::GuildScheduledEventUpdate(update) => {
            follow(app, update.event.guild_id.into(), update.event.clone()).await
        }
        Gateway::GuildScheduledEventDelete(gone) => {
            deleted(app, gone.event.guild_id.into(), gone.event.id.into()).await
        }
        Gateway::GuildScheduledEventUserAdd(one) => {
            let who = (GuildId::from(one.guild_id), ScheduledEventId::from(one.scheduled_event_id));
            interested(app, who, one.user_id.into(), true).await
        }
        Gateway::GuildScheduledEventUserRemove(one) => {
            let who = (GuildId::from(one.guild_id), ScheduledEventId::from(one.scheduled_event_id));
            interested(app, who, one.user_id.into(), false).await
        }
        _ => Ok(()),
    }
}

/// A server is there, at the start or again: its list is to be read, if anything of Steward's is on it.
async fn read_list(app: &App, guild: GuildId, now: Timestamp) -> Result<()> {
    if occurrences::listed(app.db.read(), guild).await?.is_empty() {
        return Ok(());
    }
    app.db.write(async move |tx| jobs::schedule(tx, guild, &REREAD, 0, now).await).await
}

/// An event on Discord's list is like this.
async fn follow(app: &App, guild: GuildId, there: ScheduledEvent) -> Result<()> {
    let now = app.clock.now();
    if !is_ours(app, guild, there.id.into()).await? {
        return Ok(());
    }
    app.db.write(async move |tx| changed_there(tx, guild, &there, now).await).await
}

/// An event on Discord's list was like this when the list was read. Where it was `known` to be otherwise since, that
/// holds.
pub async fn follow_read(app: &App, guild: GuildId, there: ScheduledEvent, known: Option<Listed>) -> Result<()> {
    let now = app.clock.now();
    let written = app.db.write(async move |tx: &mut SqliteConnection| {
        let found = occurrences::scheduled(&mut *tx, guild, there.id.into()).await?;
        let Some(occurrence) = found else { return Ok(()) };
        if mirror::known(&mut *tx, &occurrence).await? != known {
            return Ok(());
        }
        changed_there(tx, guild, &there, now).await
    });
    written.await
}

/// An event is not on Discord's list any more.
pub async fn deleted(app: &App, guild: GuildId, id: ScheduledEventId) -> Result<()> {
    let now = app.clock.now();
    if !is_ours(app, guild, id).await? {
        return Ok(());
    }
    app.db.write(async move |tx| gone_there(tx, guild, id, now).await).await
}

async fn is_ours(app: &App, guild: GuildId, id: ScheduledEventId) -> Result<bool> {
    Ok(occurrences::scheduled(app.db.read(), guild, id).await?.is_some())
}

async fn interested(
    app: &App,
    (guild, id): (GuildId, ScheduledEventId),
    member: MemberId,
    is_interested: bool,
) -> Result<()> {
    let now = app.clock.now();
    let Some(occurrence) = occurrences::scheduled(app.db.read(), guild, id).await? else { return Ok(()) };
    app.db.write(async move |tx| signing::interested(tx, &occurrence, member, is_interested, now).await).await
}

/// Somebody has changed an event on Discord's list, or Steward has.
async fn changed_there(
    tx: &mut SqliteConnection,
    guild: GuildId,
    there: &ScheduledEvent,
    now: Timestamp,
) -> Result<()> {
    let Some(occurrence) = occurrences::scheduled(&mut *tx, guild, there.id.into()).await? else { return Ok(()) };
    let Some(event) = events::get(&mut *tx, guild, occurrence.event).await? else { return Ok(()) };
    match there.status {
        ScheduledEventStatus::Canceled if occurrence.state.is_open() => {
            return called_off_there(tx, &event, &occurrence, now).await;
        }
        ScheduledEventStatus::Completed => {
            advance::end(tx, &event, &occurrence, OccurrenceState::Ended, now).await?;
            return Ok(());
        }
        ScheduledEventStatus::Active => drop(advance::start(&mut *tx, &occurrence, now).await?),
        _ => {}
    }
    let Some(occurrence) = occurrences::get(&mut *tx, guild, occurrence.id).await? else { return Ok(()) };
    let Some(listed) = listed_there(there).filter(|_| occurrence.state.is_open()) else { return Ok(()) };
    let locale = setup::server(&mut *tx, guild).await?.locale;
    let own = Listed::from_new(&mirror::as_listed(&occurrence, locale));
    let known = mirror::known(&mut *tx, &occurrence).await?.unwrap_or_else(|| own.clone());
    mirror::set_known(&mut *tx, &occurrence, &listed).await?;
    let Some(after) = listed.followed(&known, &own, &occurrence) else { return Ok(()) };
    let event = moved_with(event, &occurrence, &after, &setup::server(&mut *tx, guild).await?.zone);
    running::keep(tx, &occurrence, Edited { event, occurrence: after }, now).await.map(drop)
}

/// An event whose occurrence was moved: of a single one that is its start, of a series it is moved alone.
fn moved_with(mut event: Event, before: &Occurrence, after: &Occurrence, zone: &crate::text::zone::Zone) -> Event {
    match &mut event.series {
        Some(series) if before.starts != after.starts => {
            let (day, time) = running::civil(after.starts, zone);
            series.move_to(after.day, day, time);
        }
        Some(_) => {}
        None => {
            event.starts = after.starts;
            event.details.clone_from(&after.details);
        }
    }
    event
}

/// As an event is on Discord's list; `None` where it is of a kind that did not exist yet.
fn listed_there(there: &ScheduledEvent) -> Option<Listed> {
    let channel = || there.channel_id.map(Into::into);
    let place = match there.kind {
        ScheduledEventType::StageInstance => EventPlace::Stage(channel()?),
        ScheduledEventType::Voice => EventPlace::Voice(channel()?),
        ScheduledEventType::External => {
            EventPlace::Elsewhere(there.metadata.as_ref().and_then(|place| place.location.clone())?)
        }
        _ => return None,
    };
    let instant = |at: serenity::all::Timestamp| Some(Timestamp(at.timestamp_millis()));
    Some(Listed {
        name: there.name.trim().to_owned(),
        description: there.description.clone().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()),
        starts: instant(there.start_time)?,
        ends: there.end_time.and_then(instant),
        place,
    })
}

/// Somebody has deleted an event on Discord's list, which is how its client cancels one.
async fn gone_there(tx: &mut SqliteConnection, guild: GuildId, id: ScheduledEventId, now: Timestamp) -> Result<()> {
    let Some(occurrence) = occurrences::scheduled(&mut *tx, guild, id).await? else { return Ok(()) };
    let Some(event) = events::get(&mut *tx, guild, occurrence.event).await? else { return Ok(()) };
    occurrences::set_mirror(&mut *tx, guild, occurrence.id, Some(Mirror::Removed), None).await?;
    let occurrence = Occurrence { mirror: Some(Mirror::Removed), ..occurrence };
    if !occurrence.state.is_open() {
        return Ok(());
    }
    called_off_there(tx, &event, &occurrence, now).await
}

/// It was cancelled there: of a series this occurrence, and the next one opens.
async fn called_off_there(
    tx: &mut SqliteConnection,
    event: &Event,
    occurrence: &Occurrence,
    now: Timestamp,
) -> Result<()> {
    occurrences::set_mirror(&mut *tx, event.guild, occurrence.id, Some(Mirror::Removed), None).await?;
    let occurrence = Occurrence { mirror: Some(Mirror::Removed), ..occurrence.clone() };
    match event.series.clone() {
        Some(mut series) => {
            series.skip(occurrence.day);
            let event = Event { series: Some(series), ..event.clone() };
            events::set_plan(&mut *tx, &event, now).await?;
            running::call_off(tx, &event, &occurrence, OccurrenceState::Skipped, now).await
        }
        None => {
            events::set_over(&mut *tx, event.guild, event.id, super::EventState::Cancelled, now).await?;
            running::call_off(tx, event, &occurrence, OccurrenceState::Cancelled, now).await
        }
    }
}

/// Somebody is forgotten: their seat goes to whoever waits for it, and the cards show it.
pub async fn person_changed(app: &App, guild: GuildId, change: PersonChange) -> Result<()> {
    let PersonChange::Forgotten(member) = change else { return Ok(()) };
    attendance::listen::forget(app, guild, member);
    let signed = signups::of_member(app.db.read(), guild, member).await?;
    if signed.is_empty() {
        return Ok(());
    }
    let now = app.clock.now();
    app.db.write(async move |tx| take_out(tx, guild, &signed, member, now).await).await
}

async fn take_out(
    tx: &mut SqliteConnection,
    guild: GuildId,
    signed: &[OccurrenceId],
    member: MemberId,
    now: Timestamp,
) -> Result<()> {
    for id in signed {
        signups::delete(&mut *tx, guild, *id, member).await?;
        signing::settle(&mut *tx, (guild, *id), None, now).await?;
    }
    Ok(())
}
