//! A survey comes again: one wave when it is due, however long ago that was, and the next one planned.

use std::sync::Arc;
use std::time::Duration;

use sqlx::SqliteConnection;
use tracing::info;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::channels;
use crate::discord::access::channels::CanPost;
use crate::discord::access::member_count::IN_A_JOB;
use crate::discord::access::people;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::discord::ui::view::View;
use crate::error::{Error, Message, Result};
use crate::feature::BoxFuture;
use crate::features::setup;
use crate::features::setup::setting_types;
use crate::features::surveys::actions;
use crate::features::surveys::sending::Ready;
use crate::features::surveys::{NAME, NewWave, Survey, SurveyId, WaveId, sending, store as surveys};
use crate::i18n::say;
use crate::ids::ChannelId;
use crate::ids::GuildId;
use crate::jobs;
use crate::jobs::{Job, Kind, Outcome};
use crate::text::zone::Zone;

use super::{Schedule, store};

/// The next wave of a survey that comes again; the row is the survey.
pub const COME: Kind = Kind { name: "surveys.come", urgent: false, run };

/// The setting with the channel where moderators read what happened.
const MOD_LOG: &str = "mod_log";
/// No two zones show times that are so far apart.
const APART: Duration = Duration::from_secs(36 * 3_600);

/// What a survey itself has against being sent: that is so the next minute too.
const NOT_SENT: [&str; 4] = ["survey-question-count", "survey-closes", "survey-gone", "survey-no-draft"];

fn run<'a>(app: &'a Arc<App>, job: &'a Job) -> BoxFuture<'a, Result<Outcome>> {
    Box::pin(come(app, job))
}

async fn come(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    let (guild, now) = (job.guild, app.clock.now());
    let Some(schedule) = store::get(app.db.read(), guild, SurveyId(job.row)).await? else { return Ok(Outcome::Done) };
    let Some(survey) = surveys::get(app.db.read(), guild, schedule.survey).await? else { return Ok(Outcome::Done) };
    let (zone, quiet) = super::calendar(app, guild).await?;

    let due = schedule.next.max(now);
    let due = if schedule.quiet { quiet.after(due, &zone) } else { due };
    if due > now {
        let row = schedule.survey.0;
        app.db.write(async move |tx| jobs::schedule(tx, guild, &COME, row, due).await).await?;
        return Ok(Outcome::Done);
    }
    // What should have come before the end and could not, comes all the same, but not for ever.
    let ended = schedule.recurrence.until.is_some_and(|until| schedule.next > until || until.plus(super::LATEST) < now);
    if ended {
        app.db.write(async move |tx| super::stop(tx, guild, schedule.survey).await).await?;
        return Ok(Outcome::Done);
    }

    if schedule.wave.is_none() && !may_come(app, &schedule).await? {
        let survey = survey.clone();
        let told = app.db.write(async move |tx| {
            tell_log(&mut *tx, &survey, schedule.channel, now).await?;
            plan(tx, &schedule, &zone, now).await
        });
        told.await?;
        return Ok(Outcome::Done);
    }

    // One that was sent before a crash is only planned after.
    let sent = if schedule.wave.is_some() { Ok(()) } else { send(app, &survey, &schedule, now).await };
    match sent {
        Ok(()) => {}
        // The database is busy or full, or somebody is just changing the survey: the job tries again.
        Err(Error::Told(why)) if !NOT_SENT.contains(&&*why.key) => return Err(Error::Told(why)),
        Err(Error::Told(why)) => {
            info!(guild.id = %guild, survey.id = %schedule.survey, reason = %why.key, "a survey that comes again was not sent this time");
        }
        Err(fault) => return Err(fault),
    }
    app.db.write(async move |tx| plan(tx, &schedule, &zone, now).await).await?;
    Ok(Outcome::Done)
}

/// Whether whoever set the schedule is still somebody who may, and may still write there. Where they are
/// forgotten nobody is asked.
///
/// # Errors
/// Told, if Discord did not answer in time: then it is tried again.
async fn may_come(app: &App, schedule: &Schedule) -> Result<bool> {
    let Some(by) = schedule.set_by else { return Ok(true) };
    let person = people::fetch(app, schedule.guild, by).await?;
    if people::may_still(&person, actions::SET_SURVEYS).is_err() {
        return Ok(false);
    }
    match channels::can_member_post(app, schedule.guild, person.viewer(), schedule.channel).await {
        CanPost::Yes => Ok(true),
        CanPost::Unknown => Err(Message::new("people-unanswered").into()),
        CanPost::Lacks(_) | CanPost::Gone => Ok(false),
    }
}

/// Sends a new wave, and notes that: whoever goes on after a crash sends no other.
async fn send(app: &App, survey: &Survey, schedule: &Schedule, now: Timestamp) -> Result<()> {
    let closes = Some(now.plus(schedule.open));
    let new = NewWave { survey: survey.id, channel: schedule.channel, closes, ping: None, sent_by: None };
    let ready = Ready::find(app, survey.clone(), IN_A_JOB).await?;
    let schedule = schedule.clone();
    app.db
        .write(async move |tx| {
            let wave = sending::open(&mut *tx, &ready, &new, now).await?;
            store::set_wave(tx, &schedule, wave.id).await
        })
        .await
}

/// Plans the time after the one that has come; what was missed meanwhile is not made up for.
async fn plan(tx: &mut SqliteConnection, schedule: &Schedule, zone: &Zone, now: Timestamp) -> Result<()> {
    let Schedule { guild, survey, .. } = *schedule;
    match schedule.recurrence.next_after(schedule.next.max(now), zone) {
        Some(next) if store::set_next(&mut *tx, schedule, next).await? => {
            jobs::schedule(tx, guild, &COME, survey.0, next).await
        }
        // Somebody has changed or stopped it at this moment, and has planned what follows.
        Some(_) => Ok(()),
        None => store::delete_ended(tx, schedule).await,
    }
}

/// Tells the mod log of a wave that came by itself and could not be posted: nobody else would notice.
pub async fn unposted(tx: &mut SqliteConnection, guild: GuildId, wave: WaveId, now: Timestamp) -> Result<()> {
    let Some(wave) = surveys::wave(&mut *tx, guild, wave).await? else { return Ok(()) };
    if wave.sent_by.is_some() || store::get(&mut *tx, guild, wave.survey).await?.is_none() {
        return Ok(());
    }
    let Some(survey) = surveys::get(&mut *tx, guild, wave.survey).await? else { return Ok(()) };
    tell_log(tx, &survey, wave.channel, now).await
}

/// Tells the mod log that a survey did not come where it was to be posted; there it cannot be told.
async fn tell_log(tx: &mut SqliteConnection, survey: &Survey, channel: ChannelId, now: Timestamp) -> Result<()> {
    let guild = survey.guild;
    let server = setup::server(&mut *tx, guild).await?;
    let Some(log) = server.channel(MOD_LOG).filter(|log| *log != channel) else { return Ok(()) };
    let said = Message::new("survey-repeat-unposted")
        .with("number", survey.number.to_string())
        .with("title", survey.title.as_str())
        .with("channel", channel);
    let body = View::text(say(server.locale, &said)).json();
    let order = Order::new(guild, NAME, "log", survey.id.0, Effect::Post { channel: log, body });
    outbox::insert(tx, &order, now).await.map(drop)
}

/// Another zone: the time on the wall stays, and is another instant.
pub async fn changed(tx: &mut SqliteConnection, guild: GuildId, setting: &str, now: Timestamp) -> Result<()> {
    if setting != setting_types::ZONE.name {
        return Ok(());
    }
    let zone = setup::server(&mut *tx, guild).await?.zone;
    for schedule in store::list(&mut *tx, guild).await? {
        // What is due already only waits for the morning, or for the job.
        if schedule.next <= now {
            continue;
        }
        // The same day as before: zones are less than two days apart, and it comes once a week at most.
        if let Some(next) = schedule.recurrence.next_after(schedule.next.minus(APART), &zone) {
            store::set_next(&mut *tx, &schedule, next).await?;
            jobs::schedule(&mut *tx, guild, &COME, schedule.survey.0, next).await?;
        }
    }
    Ok(())
}
