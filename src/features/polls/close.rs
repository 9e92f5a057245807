//! A poll closes, by its time or by hand: once, with every vote that came before, and its result is
//! posted once.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock;
use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::access::authorize::Presence;
use crate::discord::access::channels::Viewer;
use crate::discord::access::people;
use crate::discord::access::people::Person;
use crate::discord::access::user_locale;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::discord::ui::view::View;
use crate::error::{Error, Message, Result};
use crate::feature::card;
use crate::feature::card::Calls;
use crate::feature::draft;
use crate::feature::offer;
use crate::feature::offer::Handoff;
use crate::feature::offer::Source;
use crate::feature::offer::Taker;
use crate::feature::offer::Withheld;
use crate::features::polls::PollId;
use crate::features::setup;
use crate::i18n::say;
use crate::ids::GuildId;
use crate::ids::MemberId;
use crate::jobs;
use crate::jobs::Outcome;

use super::cards::{CARD, RESULT};
use super::rules::quorum;
use super::rules::seats::counted;
use super::{
    Ballot, CLOSE, COUNT, DraftSpec, Kind, NAME, OPEN, Plan, Poll, Problem, REMIND, State, Tally, native, secret,
    series, store,
};

/// The setting with the channel where moderators read what happened.
const MOD_LOG: &str = "mod_log";
/// How long an event is that nobody said more of.
const EVENT: Duration = Duration::from_secs(3_600);

/// Closes a poll whose time is over, and destroys the key of a secret one: when that is done nobody
/// can find out any more who cast which ballot.
///
/// # Errors
/// Fault, if the database or the file of the keys does not take it.
pub async fn close_in_time(app: &App, guild: GuildId, id: PollId) -> Result<Outcome> {
    let now = app.clock.now();
    let draw = clock::random();
    let mut db = app.db.read().acquire().await?;
    let poll = store::get(&mut db, guild, id).await?;
    drop(db);
    if let Some(poll) = poll.as_ref().filter(|poll| poll.plan.kind == Kind::Native) {
        return native::take_over(app, poll, now).await;
    }
    let events = match &poll {
        Some(poll) => event_taker(app, poll).await.ok(),
        None => None,
    };
    let closed = app.db.write(async move |tx| {
        let Some(poll) = store::get(&mut *tx, guild, id).await? else { return Ok(false) };
        match poll.state {
            State::Closed => Ok(poll.plan.ballot == Ballot::Secret),
            // It was put off meanwhile, and has a job for that time.
            _ if now < poll.plan.closes => Ok(false),
            state => {
                let closed = close(&mut *tx, &poll, None, draw, events, now).await?.is_some();
                if closed && state == State::Scheduled {
                    tell_unopened(tx, &poll, "poll-slept-through", now).await?;
                }
                Ok(closed)
            }
        }
    });
    if closed.await? {
        secret::secret(id).destroy(app)?;
    }
    Ok(Outcome::Done)
}

/// Who makes an event of the date that wins, by what its author may do now.
///
/// # Errors
/// Why no event is made of it.
pub async fn event_taker(app: &App, poll: &Poll) -> Result<Taker, Withheld> {
    let plan = &poll.plan;
    if plan.options.iter().all(|option| option.at.is_none()) {
        return Err(Withheld::NotTaken);
    }
    let author = people::fetch(app, plan.guild, plan.author).await.ok();
    let author = author.filter(|author| author.standing.presence == Presence::Here);
    // Whoever is not there any more has no role, and is not known to own the server.
    let viewer = author.as_ref().map_or(Viewer { member: MemberId(0), roles: &[] }, Person::viewer);
    offer::taker_for(app, offer::Kind::Event, plan.guild, plan.channel, viewer)
}

/// Closes a poll by hand. What is secret about it goes in a job at once, so that it goes also if this
/// process ends now.
///
/// # Errors
/// Told, if it is closed already.
pub async fn close_by_hand(
    tx: &mut SqliteConnection,
    poll: &Poll,
    by: MemberId,
    events: Option<Taker>,
    now: Timestamp,
) -> Result<Closed> {
    let is_native = poll.plan.kind == Kind::Native && poll.state == State::Open;
    let closed = if is_native {
        // Planned by its whole length, and once: what comes out is taken over later.
        let next = series::publish_next(&mut *tx, poll, now).await?;
        let cut = Plan { closes: now, series: None, ..poll.plan.clone() };
        store::set_plan(&mut *tx, poll, &cut, None, None).await?;
        native::end(&mut *tx, poll, now).await?;
        Closed { next }
    } else {
        let closed = close(&mut *tx, poll, Some(by), clock::random(), events, now).await?;
        jobs::schedule(&mut *tx, poll.plan.guild, &CLOSE, poll.id.get(), now).await?;
        closed.ok_or(Problem::ClosedBefore(poll.number))?
    };
    let subject = format!("poll #{}", poll.number);
    audit::record(tx, &Entry::new(poll.plan.guild, by, "poll.close", subject), now).await?;
    Ok(closed)
}

/// A poll whose author may not ask it any more is called off: it never opens, its series ends, and the mod log is told.
pub async fn call_off(tx: &mut SqliteConnection, poll: &Poll, now: Timestamp) -> Result<()> {
    let alone = Poll { plan: Plan { series: None, ..poll.plan.clone() }, ..poll.clone() };
    if close(&mut *tx, &alone, None, clock::random(), None, now).await?.is_none() {
        return Ok(());
    }
    // The key of a secret one goes too.
    jobs::schedule(&mut *tx, poll.plan.guild, &CLOSE, poll.id.get(), now).await?;
    tell_unopened(tx, poll, "poll-not-opened", now).await
}

/// Says in the mod log why a poll never opened. Without a mod log its author is told, where it was not for want of
/// their rights.
async fn tell_unopened(tx: &mut SqliteConnection, poll: &Poll, why: &'static str, now: Timestamp) -> Result<()> {
    let (guild, author) = (poll.plan.guild, poll.plan.author);
    let server = setup::server(&mut *tx, guild).await?;
    let said = Message::new(why)
        .with("number", poll.number.to_string())
        .with("author", author)
        .with("channel", poll.plan.channel);
    let effect = match server.channel(MOD_LOG).filter(|log| *log != poll.plan.channel) {
        Some(channel) => Effect::Post { channel, body: View::text(say(server.locale, &said)).json() },
        None if why == "poll-slept-through" => {
            let locale = user_locale::locale(&mut *tx, author).await?.unwrap_or(server.locale);
            Effect::Dm { member: author, body: View::text(say(locale, &said)).json() }
        }
        None => return Ok(()),
    };
    outbox::insert(tx, &Order::new(guild, NAME, "log", poll.id.get(), effect), now).await.map(drop)
}

/// A poll that was just closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closed {
    /// When the next poll of its series opens, if there is one.
    pub next: Option<Timestamp>,
}

/// Status, tally, and the orders that follow, in one transaction. `None` where it was closed already.
async fn close(
    tx: &mut SqliteConnection,
    poll: &Poll,
    by: Option<MemberId>,
    draw: u64,
    events: Option<Taker>,
    now: Timestamp,
) -> Result<Option<Closed>> {
    let (guild, id, plan) = (poll.plan.guild, poll.id, &poll.plan);
    let ballots = store::ballots(&mut *tx, guild, id).await?;
    let later = store::count_later(&mut *tx, guild, id).await?;
    let tally = Tally { later, ..counted(plan, &ballots, draw) };
    if !store::set_closed(&mut *tx, guild, id, by, draw.cast_signed(), &tally, now).await? {
        return Ok(None);
    }
    if plan.ballot == Ballot::Secret {
        store::delete_votes(&mut *tx, guild, id).await?;
    }
    let next = series::publish_next(&mut *tx, poll, now).await?;
    draft::delete_images::<DraftSpec>(&mut *tx, guild, id.get()).await?;
    for job in [&OPEN, &REMIND, &COUNT] {
        jobs::cancel(&mut *tx, guild, job, id.get()).await?;
    }
    let Some(poll) = store::get(&mut *tx, guild, id).await? else { return Ok(None) };
    // Of one that never opened there is nothing to show.
    if poll.opened.is_some() {
        card::edit(&mut *tx, &CARD, guild, id.get(), now).await?;
        card::post(&mut *tx, &RESULT, guild, id.get(), Calls::Nobody, now).await?;
        offer_event(tx, &poll, events, now).await?;
    }
    Ok(Some(Closed { next }))
}

/// The date that has won becomes an event, if there is one, it holds and is ahead.
async fn offer_event(tx: &mut SqliteConnection, poll: &Poll, events: Option<Taker>, now: Timestamp) -> Result<()> {
    let (Some(events), Some(starts)) = (events, quorum::date_won(poll).filter(|starts| *starts > now)) else {
        return Ok(());
    };
    let plan = &poll.plan;
    let offer = Handoff::Event {
        guild: plan.guild,
        by: plan.author,
        channel: plan.channel,
        title: plan.question.clone(),
        starts,
        place: None,
        duration: EVENT,
        source: Source { feature: NAME, row: poll.id.get() },
    };
    match events.offer(tx, &offer, now).await {
        // A result stands also where nothing can be made of it.
        Ok(()) | Err(Error::Told(_)) => Ok(()),
        Err(fault) => Err(fault),
    }
}
