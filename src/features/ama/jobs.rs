//! What happens later: sessions are announced, open and close; questions are submitted; sealed ones come to review in
//! batches. Each decides by what is stored, so it may run twice.

use std::sync::Arc;

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock;
use crate::clock::Timestamp;
use crate::error::Result;
use crate::feature::card;
use crate::ids::GuildId;
use crate::jobs;
use crate::jobs::{Job, Outcome};

use super::cards::TRANSCRIPT;
use super::rules::batch;
use super::store::{questions, sessions};
use super::{BATCH, QuestionId, QuestionState, SessionId, State, asking, closing, opening};

/// Announces a session that was published.
pub async fn announce(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    opening::announce(app, job.guild, SessionId(job.row)).await?;
    Ok(Outcome::Done)
}

/// Opens it at its start.
pub async fn open(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    let (guild, id, now) = (job.guild, SessionId(job.row), app.clock.now());
    app.db.write(async move |tx| opening::open_in_time(tx, guild, id, now).await).await?;
    Ok(Outcome::Done)
}

/// Closes it at its time, and sees to it that what was sealed can't be found out any more.
pub async fn close(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    closing::close_in_time(app, job.guild, SessionId(job.row)).await?;
    Ok(Outcome::Done)
}

/// Submits a question whose asker has chosen nothing else.
pub async fn submit(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    let (guild, id, now) = (job.guild, QuestionId(job.row), app.clock.now());
    app.db.write(async move |tx| submit_offered(tx, guild, id, now).await).await?;
    Ok(Outcome::Done)
}

/// Submits a question that waits for its asker's choice. Whether it did, in a session that takes questions.
pub async fn submit_offered(tx: &mut SqliteConnection, guild: GuildId, id: QuestionId, now: Timestamp) -> Result<bool> {
    let question = questions::get(&mut *tx, guild, id).await?;
    let Some(question) = question.filter(|question| question.state == QuestionState::Offered) else {
        return Ok(false);
    };
    let session = sessions::get(&mut *tx, guild, question.session).await?;
    let Some(session) = session.filter(|session| session.state != State::Closed) else { return Ok(false) };
    asking::go_on(tx, &session, &question, now).await?;
    Ok(true)
}

/// Ends the time in which a closed session's questions can still be answered: the transcript says so.
pub async fn later(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    let (guild, row, now) = (job.guild, job.row, app.clock.now());
    app.db.write(async move |tx: &mut SqliteConnection| card::edit(tx, &TRANSCRIPT, guild, row, now).await).await?;
    Ok(Outcome::Done)
}

/// Brings sealed questions to review.
pub async fn batch(app: &Arc<App>, job: &Job) -> Result<Outcome> {
    let (guild, id, now, seed) = (job.guild, SessionId(job.row), app.clock.now(), clock::random());
    app.db.write(async move |tx| bring_to_review(tx, guild, id, seed, now).await).await?;
    Ok(Outcome::Done)
}

/// Brings the questions that are held to review, if they are enough for this time, in an order of chance; and the cards of
/// one that its asker has changed up to date.
async fn bring_to_review(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: SessionId,
    seed: u64,
    now: Timestamp,
) -> Result<()> {
    let session = sessions::get(&mut *tx, guild, id).await?;
    let Some(session) = session.filter(|session| session.state != State::Closed) else { return Ok(()) };
    let held = questions::in_state(&mut *tx, guild, id, QuestionState::Held).await?;
    let every = i64::try_from(batch::EVERY.as_millis()).unwrap_or(i64::MAX);
    let turn = now.millis() / every;
    if batch::is_due(held.len(), turn) {
        for question in batch::shuffled(held, seed) {
            asking::go_on(&mut *tx, &session, &question, now).await?;
        }
    }
    // One at a time: several that one person has changed don't show it at once.
    let unshown = questions::unshown(&mut *tx, guild, id).await?;
    if let Some(question) = batch::shuffled(unshown, seed).first() {
        asking::show_again(&mut *tx, question, guild, now).await?;
    }
    jobs::schedule(tx, guild, &BATCH, id.get(), Timestamp((turn + 1) * every)).await
}
