//! The event that a session is on the server's list: it is offered as the session is announced, and follows the session
//! from then on. Who makes events isn't known here.

use std::time::Duration;

use serenity::all::Permissions;
use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::people;
use crate::error::{Error, Result};
use crate::feature::offer;
use crate::feature::offer::{EventChanges, Handoff, Source, Taker, Venue};

use super::{NAME, Plan, Session};

/// What an event in a voice channel takes there; one on a stage takes more.
const IN_VOICE: Permissions = Permissions::VIEW_CHANNEL.union(Permissions::CONNECT);
const ON_STAGE: Permissions =
    IN_VOICE.union(Permissions::MANAGE_CHANNELS).union(Permissions::MUTE_MEMBERS).union(Permissions::MOVE_MEMBERS);

/// Who makes an event of a session that starts later, by what its author may do now; and where people meet.
pub async fn maker(app: &App, session: &Session, now: Timestamp) -> Option<(Taker, Venue)> {
    let plan = &session.plan;
    plan.starts.filter(|starts| *starts > now)?;
    let author = people::fetch(app, plan.guild, plan.author).await.ok()?;
    let taker = offer::taker_for(app, offer::Kind::Event, plan.guild, plan.channel, author.viewer()).ok()?;
    Some((taker, venue(app, plan)))
}

/// In the stage or voice channel, where everyone sees that; else where questions are asked. Where Steward can't make an
/// event in it, a link leads there.
fn venue(app: &App, plan: &Plan) -> Venue {
    let asked = Venue::Link(plan.channel);
    let (Some(stage), Some(known)) = (plan.stage, app.discord.directory.guild(plan.guild)) else { return asked };
    if !known.is_public(plan.guild, stage) {
        return asked;
    }
    let held = app.discord.me().map(|me| known.permissions_in(plan.guild, stage, me.bot, &known.own_roles));
    let held = held.unwrap_or_default();
    let is_stage = known.channels.get(&stage).is_some_and(|channel| channel.stage);
    if is_stage && held.contains(ON_STAGE) {
        Venue::Stage(stage)
    } else if !is_stage && held.contains(IN_VOICE) {
        Venue::Voice(stage)
    } else {
        Venue::Link(stage)
    }
}

/// Offers the event of a session, where it starts later and everyone may see it.
pub async fn make(
    tx: &mut SqliteConnection,
    session: &Session,
    maker: Option<(Taker, Venue)>,
    now: Timestamp,
) -> Result<()> {
    let plan = &session.plan;
    let (Some((taker, venue)), Some(starts)) = (maker, plan.starts) else { return Ok(()) };
    let length = u64::try_from(plan.closes.since(starts)).unwrap_or(0);
    let event = Handoff::Event {
        guild: plan.guild,
        by: plan.author,
        channel: plan.channel,
        title: plan.title.clone(),
        starts,
        place: Some(venue),
        duration: Duration::from_millis(length),
        source: source(session),
    };
    hand_over(tx, Some(taker), &event, now).await
}

/// Who makes events, so that the event of a session follows it.
pub fn taker(app: &App) -> Option<Taker> {
    offer::taker(app, offer::Kind::Event)
}

/// A session has changed: its event follows.
pub async fn follow(
    tx: &mut SqliteConnection,
    session: &Session,
    taker: Option<Taker>,
    changes: EventChanges,
    now: Timestamp,
) -> Result<()> {
    let changed = Handoff::EventChanged { guild: session.plan.guild, changes, source: source(session) };
    hand_over(tx, taker, &changed, now).await
}

/// A session doesn't take place, or is over ahead of its time: so is its event.
pub async fn end(tx: &mut SqliteConnection, session: &Session, taker: Option<Taker>, now: Timestamp) -> Result<()> {
    let over = Handoff::EventOver { guild: session.plan.guild, source: source(session) };
    hand_over(tx, taker, &over, now).await
}

const fn source(session: &Session) -> Source {
    Source { feature: NAME, row: session.id.0 }
}

async fn hand_over(tx: &mut SqliteConnection, taker: Option<Taker>, handoff: &Handoff, now: Timestamp) -> Result<()> {
    let Some(taker) = taker else { return Ok(()) };
    match taker.offer(tx, handoff, now).await {
        // A session goes on also where nothing can be made of it.
        Ok(()) | Err(Error::Told(_)) => Ok(()),
        Err(fault) => Err(fault),
    }
}
