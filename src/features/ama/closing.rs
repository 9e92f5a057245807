//! A session closes, by its time or by hand: once, with its transcript, and with everything gone that could tell who
//! asked what was sealed.

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock;
use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::error::Result;
use crate::feature::card;
use crate::feature::card::Calls;
use crate::feature::offer::Taker;
use crate::ids::{GuildId, MemberId};
use crate::jobs;

use super::asking::secret;
use super::cards::{BOARD, PROMPT, TRANSCRIPT};
use super::rules::review::LATER_FOR;
use super::rules::statistics::statistics;
use super::rules::{batch, order};
use super::store::{answers, questions, sessions};
use super::{
    Anonymity, BATCH, CLOSE, LATER, OPEN, Problem, QuestionState, SUBMIT, Session, SessionId, State, Statistics,
    asking, event, opening, ranking,
};

/// What became of a session that was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    /// Whether it had begun.
    pub has_begun: bool,
    /// Whether a transcript is posted.
    pub has_transcript: bool,
    /// How many of its questions still wait for review.
    pub unreviewed: usize,
    /// Until when these can be reviewed, and what is left can be answered.
    pub until: Timestamp,
    /// When the next one of its series begins, if there is one.
    pub next: Option<Timestamp>,
}

/// Closes a session whose time is over. Then the key of a sealed one is destroyed: from then on nobody can find out who
/// asked.
///
/// # Errors
/// Fault, if the database or the file of the keys doesn't take it.
pub async fn close_in_time(app: &App, guild: GuildId, id: SessionId) -> Result<()> {
    let now = app.clock.now();
    let is_over = app.db.write(async move |tx: &mut SqliteConnection| {
        let Some(session) = sessions::get(&mut *tx, guild, id).await? else { return Ok(false) };
        match session.state {
            State::Closed => {}
            // It has another time now, and a job for that.
            _ if now < session.plan.closes => return Ok(false),
            _ => {
                close(tx, &session, None, now).await?;
            }
        }
        Ok(session.plan.anonymity == Anonymity::Sealed)
    });
    if is_over.await? {
        secret(id).destroy(app)?;
    }
    Ok(())
}

/// Closes a session ahead of its time; its event is over with it. The key of a sealed one goes in a job at once, so that
/// it goes also if this process ends now.
///
/// # Errors
/// Told, if it is closed already.
pub async fn close_by_hand(
    tx: &mut SqliteConnection,
    session: &Session,
    events: Option<Taker>,
    by: MemberId,
    now: Timestamp,
) -> Result<Closed> {
    let guild = session.plan.guild;
    let closed = close(&mut *tx, session, Some(by), now).await?.ok_or(Problem::ClosedBefore(session.number))?;
    event::end(&mut *tx, session, events, now).await?;
    jobs::schedule(&mut *tx, guild, &CLOSE, session.id.get(), now).await?;
    audit::record(tx, &Entry::new(guild, by, "ama.close", format!("AMA #{}", session.number)), now).await?;
    Ok(closed)
}

/// State, figures, the posts that follow, and the next session of a series, in one transaction. `None`, where it was
/// closed before.
async fn close(
    tx: &mut SqliteConnection,
    session: &Session,
    by: Option<MemberId>,
    now: Timestamp,
) -> Result<Option<Closed>> {
    let (guild, id) = (session.plan.guild, session.id);
    if session.state == State::Closed {
        return Ok(None);
    }
    submit_all(&mut *tx, session, now).await?;
    let all = ranking::all(&mut *tx, guild, id).await?;
    let answers = answers::list(&mut *tx, guild, id).await?;
    if !sessions::set_closed(&mut *tx, guild, id, by, &statistics(&all, &answers), now).await? {
        return Ok(None);
    }
    for job in [&OPEN, &BATCH] {
        jobs::cancel(&mut *tx, guild, job, id.get()).await?;
    }
    for question in questions::unshown(&mut *tx, guild, id).await? {
        asking::show_again(&mut *tx, &question, guild, now).await?;
    }
    card::edit(&mut *tx, &PROMPT, guild, id.get(), now).await?;
    card::edit(&mut *tx, &BOARD, guild, id.get(), now).await?;
    // Of one that never opened there is nothing to tell, unless somebody has asked.
    let has_begun = session.opened.is_some();
    let has_transcript = has_begun || all.iter().any(|one| one.question.state != QuestionState::Withdrawn);
    let until = now.plus(LATER_FOR);
    if has_transcript {
        card::post(&mut *tx, &TRANSCRIPT, guild, id.get(), Calls::Nobody, now).await?;
        jobs::schedule(&mut *tx, guild, &LATER, id.get(), until).await?;
    }
    let next = opening::publish_next(tx, session, now).await?;
    Ok(Some(Closed { has_begun, has_transcript, unreviewed: order::unreviewed(&all), until, next }))
}

/// Questions that wait for others to come to review together, or for their asker's choice, wait no longer: those that
/// were sealed in an order of chance.
async fn submit_all(tx: &mut SqliteConnection, session: &Session, now: Timestamp) -> Result<()> {
    let (guild, id) = (session.plan.guild, session.id);
    let held = questions::in_state(&mut *tx, guild, id, QuestionState::Held).await?;
    for question in batch::shuffled(held, clock::random()) {
        asking::go_on(&mut *tx, session, &question, now).await?;
    }
    for question in questions::in_state(&mut *tx, guild, id, QuestionState::Offered).await? {
        jobs::cancel(&mut *tx, guild, &SUBMIT, question.id.get()).await?;
        asking::go_on(&mut *tx, session, &question, now).await?;
    }
    Ok(())
}

/// Something of a closed session has changed: its figures and the transcript follow. Who asked under seal isn't known any
/// more, so how many they were stays as it was counted at the close.
pub async fn show_in_transcript(tx: &mut SqliteConnection, session: &Session, now: Timestamp) -> Result<()> {
    let (guild, id) = (session.plan.guild, session.id);
    let Some(before) = session.statistics else { return Ok(()) };
    let all = ranking::all(&mut *tx, guild, id).await?;
    let answers = answers::list(&mut *tx, guild, id).await?;
    let Statistics { askers, sealed_askers, .. } = before;
    let statistics = Statistics { askers, sealed_askers, ..statistics(&all, &answers) };
    sessions::set_statistics(&mut *tx, guild, id, &statistics).await?;
    card::schedule_refresh(tx, &TRANSCRIPT, guild, id.get(), now).await
}
