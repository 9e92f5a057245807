//! A session is announced as soon as it is published, and opens at its start or by hand.

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, FailureReason, Order};
use crate::error::Result;
use crate::feature::card;
use crate::feature::card::{Calls, NotDone};
use crate::feature::offer::{EventChanges, Taker, Venue};
use crate::features::setup;
use crate::ids::{ChannelId, GuildId, MemberId};
use crate::jobs;

use super::asking::secret;
use super::cards::{BOARD, PROMPT, QUESTION, TRANSCRIPT};
use super::rules::batch;
use super::rules::plan::next_in_series;
use super::store::{questions, sessions};
use super::{ANNOUNCE, Anonymity, BATCH, CLOSE, NAME, OPEN, Problem, QuestionState, Session, SessionId, State, event};

/// The purpose of the order that makes the thread.
pub const THREAD: &str = "thread";

/// Announces a session that was published: its prompt, its thread, and its event where it starts later. The key of a
/// sealed one is drawn before anyone can ask.
pub async fn announce(app: &App, guild: GuildId, id: SessionId) -> Result<()> {
    let now = app.clock.now();
    let mut db = app.db.read().acquire().await?;
    let session = sessions::get(&mut db, guild, id).await?.filter(|session| session.state == State::Scheduled);
    drop(db);
    let Some(session) = session else { return Ok(()) };
    if session.plan.anonymity == Anonymity::Sealed {
        secret(id).draw(app)?;
    }
    let maker = event::maker(app, &session, now).await;
    app.db.write(async move |tx| begin(tx, guild, id, maker, now).await).await
}

async fn begin(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: SessionId,
    maker: Option<(Taker, Venue)>,
    now: Timestamp,
) -> Result<()> {
    let Some(session) = sessions::get(&mut *tx, guild, id).await? else { return Ok(()) };
    let row = id.get();
    if session.state != State::Scheduled || card::get(&mut *tx, PROMPT.name, guild, row).await?.order.is_some() {
        return Ok(());
    }
    let plan = &session.plan;
    match plan.starts {
        Some(starts) => jobs::schedule(&mut *tx, guild, &OPEN, row, starts).await?,
        None => drop(sessions::set_open(&mut *tx, guild, id, now).await?),
    }
    jobs::schedule(&mut *tx, guild, &CLOSE, row, plan.closes).await?;
    if plan.anonymity == Anonymity::Sealed {
        jobs::schedule(&mut *tx, guild, &BATCH, row, now.plus(batch::EVERY)).await?;
    }
    card::post(&mut *tx, &PROMPT, guild, row, Calls::Nobody, now).await?;
    if let Some(prompt) = card::get(&mut *tx, PROMPT.name, guild, row).await?.order {
        let effect = Effect::MakeThread { of: prompt, name: plan.title.clone() };
        let order = Order::new(guild, NAME, THREAD, row, effect).after(prompt);
        let order = outbox::insert(&mut *tx, &order, now).await?;
        sessions::set_thread_order(&mut *tx, guild, id, order).await?;
    }
    event::make(tx, &session, maker, now).await
}

/// The thread is made, or can't be: then the channel takes its place. What waited for it is posted.
pub async fn thread_made(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: SessionId,
    thread: Option<ChannelId>,
    now: Timestamp,
) -> Result<()> {
    let Some(session) = sessions::get(&mut *tx, guild, id).await? else { return Ok(()) };
    sessions::set_thread(&mut *tx, guild, id, thread.or(Some(session.plan.channel))).await?;
    if session.state == State::Closed {
        return Ok(());
    }
    card::post(&mut *tx, &BOARD, guild, id.get(), Calls::Nobody, now).await?;
    for question in questions::in_state(&mut *tx, guild, id, QuestionState::Approved).await? {
        let row = question.id.get();
        if card::get(&mut *tx, QUESTION.name, guild, row).await?.order.is_none() {
            card::post(&mut *tx, &QUESTION, guild, row, Calls::Nobody, now).await?;
        }
    }
    card::edit(tx, &PROMPT, guild, id.get(), now).await
}

/// Nothing can be posted in the thread any more: the channel takes its place. In a forum only a post can: the prompt
/// is posted again where its post was deleted, and the session follows once that is there; one that is locked stays.
pub async fn thread_lost(
    tx: &mut SqliteConnection,
    session: &Session,
    thread: ChannelId,
    why: FailureReason,
    now: Timestamp,
) -> Result<()> {
    let (guild, row) = (session.plan.guild, session.id.get());
    if !outbox::is_forum_post(&mut *tx, thread).await? {
        return move_to(tx, session, session.plan.channel, now).await;
    }
    let stands = card::message(&mut *tx, PROMPT.name, guild, row).await?;
    if why == FailureReason::Gone && stands.is_some_and(|(place, _)| place == thread) {
        card::set_gone(&mut *tx, PROMPT.name, guild, row).await?;
        card::post_again(tx, &PROMPT, guild, row, now).await?;
    }
    Ok(())
}

/// Whether the post of a session in a forum was deleted with everything in it.
pub async fn is_post_lost(tx: &mut SqliteConnection, session: &Session) -> Result<bool> {
    let (guild, row, gone) = (session.plan.guild, session.id.get(), Some(NotDone::Known(FailureReason::Gone)));
    let Some(thread) = session.thread else { return Ok(false) };
    let board = card::get(&mut *tx, BOARD.name, guild, row).await?;
    let prompt = card::get(&mut *tx, PROMPT.name, guild, row).await?;
    Ok(board.why == gone && prompt.why == gone && outbox::is_forum_post(tx, thread).await?)
}

/// The prompt was posted again. Where that made a new post in a forum, in place of one that was deleted or could not be
/// made, the session goes on there.
pub async fn posted_again(
    tx: &mut SqliteConnection,
    session: &Session,
    place: ChannelId,
    now: Timestamp,
) -> Result<()> {
    let board = card::get(&mut *tx, BOARD.name, session.plan.guild, session.id.get()).await?;
    let is_lost =
        board.why == Some(NotDone::Known(FailureReason::Gone)) || session.thread == Some(session.plan.channel);
    if place == session.plan.channel || !is_lost {
        return Ok(());
    }
    move_to(tx, session, place, now).await
}

/// A session goes on elsewhere; what stood in its thread and is needed is posted there.
async fn move_to(tx: &mut SqliteConnection, session: &Session, place: ChannelId, now: Timestamp) -> Result<()> {
    let (guild, id) = (session.plan.guild, session.id);
    sessions::set_thread(&mut *tx, guild, id, Some(place)).await?;
    card::edit(&mut *tx, &PROMPT, guild, id.get(), now).await?;
    for kind in [&BOARD, &TRANSCRIPT] {
        card::post_again(&mut *tx, kind, guild, id.get(), now).await?;
    }
    for question in questions::in_state(&mut *tx, guild, id, QuestionState::Approved).await? {
        card::post_again(&mut *tx, &QUESTION, guild, question.id.get(), now).await?;
    }
    Ok(())
}

/// Opens a session whose start has come; of one that is open nothing changes.
pub async fn open_in_time(tx: &mut SqliteConnection, guild: GuildId, id: SessionId, now: Timestamp) -> Result<()> {
    let Some(session) = sessions::get(&mut *tx, guild, id).await? else { return Ok(()) };
    if session.plan.starts.is_some_and(|starts| starts <= now) && sessions::set_open(&mut *tx, guild, id, now).await? {
        card::edit(tx, &PROMPT, guild, id.get(), now).await?;
    }
    Ok(())
}

/// The next session of a series is published when one closes, also one that never opened. When it begins; `None` where
/// there is none.
pub async fn publish_next(tx: &mut SqliteConnection, over: &Session, now: Timestamp) -> Result<Option<Timestamp>> {
    let (guild, plan) = (over.plan.guild, &over.plan);
    let Some(series) = plan.series else { return Ok(None) };
    let zone = setup::server(&mut *tx, guild).await?.zone;
    let last = plan.starts.or(over.opened).unwrap_or(now);
    let Some(starts) = series.next_after(last.max(now), &zone) else { return Ok(None) };
    let next = sessions::insert(&mut *tx, &next_in_series(over, starts), &over.hosts, now).await?;
    jobs::schedule(tx, guild, &ANNOUNCE, next.get(), now).await?;
    Ok(Some(starts))
}

/// Opens a session ahead of its time; its event begins with it.
///
/// # Errors
/// Told, if it is open or closed already.
pub async fn open_by_hand(
    tx: &mut SqliteConnection,
    session: &Session,
    events: Option<Taker>,
    by: MemberId,
    now: Timestamp,
) -> Result<()> {
    let (guild, id) = (session.plan.guild, session.id);
    match session.state {
        State::Scheduled => {}
        State::Open => return Err(Problem::OpenBefore(session.number).into()),
        State::Closed => return Err(Problem::ClosedBefore(session.number).into()),
    }
    sessions::set_open(&mut *tx, guild, id, now).await?;
    jobs::cancel(&mut *tx, guild, &OPEN, id.get()).await?;
    audit::record(&mut *tx, &Entry::new(guild, by, "ama.open", format!("AMA #{}", session.number)), now).await?;
    let begins = EventChanges { starts: Some(now), ..EventChanges::default() };
    event::follow(&mut *tx, session, events, begins, now).await?;
    card::edit(tx, &PROMPT, guild, id.get(), now).await
}
